"""Before the store is open: first run, the Lock page, and every reason why it does not open, in words.

Nothing here knows what happens afterwards: ``opened`` hands over the bridge of an open store.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from engagedesk.errors import EngageDeskError, KeyringUnavailable, StoreError, WrongPassphrase
from engagedesk.models.recovery_key import RecoveryKey
from engagedesk.models.vault import Vault
from engagedesk.paths import Profile
from engagedesk.services.entering import ByKeyring, ByPassphrase, ByRecoveryKey, Surroundings, Unlock, enter
from engagedesk.services.first_look import first_look
from engagedesk.services.queries.day_view import FrameRows
from engagedesk.ui import intents
from engagedesk.ui.mailbox import Mailbox
from engagedesk.ui.store_bridge import StoreBridge

if TYPE_CHECKING:
    from engagedesk.services.workspace import Workspace

PAINT_PATIENCE_S: Final = 1.0
"""How long the store's thread leaves the processor to a window that paints its first look."""

NEEDED_WHEN_OPEN: Final = (
    "engagedesk.services.queries.engagements",
    "engagedesk.services.queries.recent",
    "engagedesk.services.queries.today",
)
"""What the desk asks first; loaded in the store's thread, so that the window stands still for none of it."""


class KeyringSeen(NamedTuple):
    """What the desktop said of its keyring; ``problem`` None = it can be used."""

    problem: KeyringUnavailable | None


class Doorway(QObject):
    """Opens or makes the store of a profile. Lives in the GUI thread; the work runs in the bridge's store thread."""

    opened = Signal(object, bool)
    """The ``StoreBridge``, and whether the store was made just now."""
    looked = Signal(object)
    """The ``FrameRows`` of a store that is about to be open: they can be shown, not yet worked on. ``painted`` says
    that they are on the screen."""
    refused = Signal(object)
    """An ``EngageDeskError``: the store is as it was."""
    bug = Signal(object)
    keyring_seen = Signal(object)
    """None = the computer's keyring can be used; else the ``KeyringUnavailable`` that says why not."""

    def __init__(self, paths: Profile, around: Surroundings, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
        self._around = around
        self._bridge: StoreBridge | None = None
        self._making = False
        self._mailbox = Mailbox(parent=self)
        self._mailbox.arrived.connect(self._on_arrived)
        self._painted = threading.Event()
        self.keyring_error: KeyringUnavailable | None = None
        """Why the keyring was not set up although it was asked for."""
        self._recovery_key: RecoveryKey | None = None
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {
            intents.Unlock: self._unlock,
            intents.UnlockWithKey: self._unlock_with_key,
            intents.CreateStore: self._create,
        }

    @property
    def busy(self) -> bool:
        return self._bridge is not None

    @property
    def recovery_key(self) -> RecoveryKey:
        """The key that first run shows, and that the store will be made with."""
        if self._recovery_key is None:
            self._recovery_key = Vault(self._paths, policy=self._around.policy).new_recovery_key()
        return self._recovery_key

    def look_at_keyring(self) -> None:
        """Ask the desktop for its keyring, in a thread: it may take a second; ``keyring_seen`` follows."""
        post, keyring = self._mailbox.post, self._around.keyring

        def look() -> None:
            try:
                keyring()
            except KeyringUnavailable as error:
                post.send(KeyringSeen(error))
            else:
                post.send(KeyringSeen(None))

        threading.Thread(target=look, name="keyring look").start()

    def open_with(self, unlock: Unlock) -> None:
        """Open the store; ``opened`` or ``refused`` follows."""
        paths, around, post, painted = self._paths, self._around, self._mailbox.post, self._painted
        painted.clear()

        def work() -> Workspace:
            entered = enter(paths, unlock, around)
            try:
                clock = around.clock
                post.send(first_look(entered, zone=clock.zone_name(), now_utc=clock.now_s()))
                # What follows is a third of a second of pure computing: the window paints first.
                painted.wait(PAINT_PATIENCE_S)
                from engagedesk.services.opening import workspace_in

                for module in NEEDED_WHEN_OPEN:
                    import_module(module)
            except BaseException:
                entered.close()
                raise
            return workspace_in(entered, around)

        self._begin(work, making=False)

    @Slot()
    def painted(self) -> None:
        """The first look is on the screen."""
        self._painted.set()

    @Slot(object)
    def _on_arrived(self, message: FrameRows | KeyringSeen) -> None:
        if isinstance(message, KeyringSeen):
            self.keyring_seen.emit(message.problem)
        else:
            self.looked.emit(message)

    def _unlock(self, intent: intents.Unlock) -> None:
        self.open_with(ByPassphrase(intent.passphrase))

    def _unlock_with_key(self, intent: intents.UnlockWithKey) -> None:
        paths, around = self._paths, self._around

        def work() -> Workspace:
            from engagedesk.services.opening import open_profile

            workspace = open_profile(paths, ByRecoveryKey(intent.recovery_key), around)
            try:
                workspace.vault.change_passphrase(intent.recovery_key, intent.new_passphrase)
                workspace.store.note_keys_generation(workspace.vault)
            except BaseException:
                workspace.close()
                raise
            return workspace

        self._begin(work, making=False)

    def _create(self, intent: intents.CreateStore) -> None:
        paths, around, key = self._paths, self._around, self.recovery_key

        def work() -> Workspace:
            from engagedesk.services.opening import create

            made = create(paths, intent.passphrase, around, with_keyring=intent.use_keyring, recovery_key=key)
            self.keyring_error = made.keyring_error
            return made.workspace

        self._begin(work, making=True)

    def _begin(self, work: Callable[[], Workspace], *, making: bool) -> None:
        if self._bridge is not None:
            return
        self._making = making
        self._bridge = StoreBridge(work, parent=self)
        self._bridge.opened.connect(self._on_opened)
        self._bridge.open_failed.connect(self._on_failed)
        self._bridge.start()

    @Slot()
    def _on_opened(self) -> None:
        bridge, self._bridge = self._bridge, None
        if self._making:
            self._recovery_key = None
        self.opened.emit(bridge, self._making)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        bridge, self._bridge = self._bridge, None
        if bridge is not None:
            bridge.wait_closed()
            bridge.deleteLater()
        if isinstance(error, EngageDeskError):
            self.refused.emit(error)
        else:
            self.bug.emit(error)

    def wait_closed(self) -> None:
        """Let an opening that is under way end, for a program that quits meanwhile."""
        self._painted.set()
        self._mailbox.close()
        if self._bridge is not None:
            self._bridge.wait_closed()


def is_typing_mistake(error: EngageDeskError) -> bool:
    """Say whether the person can simply type again: the words belong beside the field."""
    return isinstance(error, WrongPassphrase) or not isinstance(error, StoreError)


def first_unlock(paths: Profile, around: Surroundings, passphrase: str | None) -> Unlock | None:
    """Return how the store opens without a question; None where the person must be asked.

    ``StoreError`` where the vault itself cannot be read.
    """
    if passphrase is not None:
        return ByPassphrase(passphrase)
    if "keyring" in Vault(paths, policy=around.policy).slots():
        return ByKeyring()
    return None
