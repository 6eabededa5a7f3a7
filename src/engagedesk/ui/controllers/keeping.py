"""Settings: theme, the ways into the store, backups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QInputDialog, QLineEdit

from engagedesk.errors import EngageDeskError, KeyringUnavailable
from engagedesk.models.keyring_slot import KeyringSecrets
from engagedesk.models.vault import OpenVault
from engagedesk.services.backup import BackupFound, find_backups
from engagedesk.services.workspace import Workspace
from engagedesk.settings import Appearance
from engagedesk.ui import intents
from engagedesk.ui.controllers.messages import message_for, sentences, words_for
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.controllers.watch import Watch
from engagedesk.ui.pages.settings import SettingsPage
from engagedesk.ui.store_bridge import Request
from engagedesk.ui.view_rows import BackupRow, Kind, Message, SettingsView
from engagedesk.ui.words import tr


@dataclass(frozen=True, slots=True)
class KeyringLook:
    """What a look at the keyring said: its name, or why it cannot be used."""

    name: str
    reason: str


class Keeping(QObject):
    """Takes the intents of Settings and fills its page. Lives in the GUI thread."""

    new_recovery_key = Signal(object)
    """The groups of a recovery key that replaces the old one."""

    def __init__(
        self, shell: Shell, watch: Watch, look: Callable[[], Appearance], *, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._bridge = shell.bridge
        self._watch = watch
        self._look = look
        self._keyring: KeyringLook | None = None
        self._vault: OpenVault | None = None
        self._backups: tuple[BackupFound, ...] = ()
        watch.backed_up.connect(self.refresh)
        shell.window.page_shown.connect(self._on_page_shown)
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {
            intents.ChangePassphrase: self._change,
            intents.UseKeyring: self._use_keyring,
            intents.NewRecoveryKey: self._replace_key,
            intents.BackUpNow: self._back_up,
            intents.OpenBackupFolder: self._open_folder,
        }

    # -- the page ----------------------------------------------------------------------------------------------------

    def _on_page_shown(self, page: str) -> None:
        if page == "settings":
            self.refresh()

    def refresh(self) -> None:
        """Look at backups and keyring again, where the page is there to show it."""
        if self._page() is not None:
            self._bridge.ask(self, lambda w: w.vault, self._take_vault, topic="settings")

    def _take_vault(self, vault: OpenVault) -> None:
        self._vault = vault
        folder, vault_id = self._watch.backups, vault.vault_id
        usable = self._shell.around.keyring

        def look(_request: Request[tuple[tuple[BackupFound, ...], KeyringLook]]) -> Any:
            return tuple(find_backups(folder, vault_id)) if folder.is_dir() else (), _look_at_keyring(usable)

        self._bridge.aside(self, look, self._take_look, failed=self._shell.complain)

    def _take_look(self, seen: tuple[tuple[BackupFound, ...], KeyringLook]) -> None:
        self._backups, self._keyring = seen
        page, vault, keyring = self._page(), self._vault, self._keyring
        if page is None or vault is None or keyring is None:
            return
        zone, now_utc = self._shell.clock.zone_name(), self._shell.clock.now_s()
        look = self._look()
        page.show_settings(
            SettingsView(
                theme=look.theme.value,
                keyring=keyring.name,
                keyring_on="keyring" in vault.slots,
                keyring_reason=keyring.reason,
                passphrase_set_on=None,
                backups=tuple(
                    BackupRow(
                        b.manifest.made_utc,
                        zone,
                        b.path.stat().st_size,
                        verified=True,
                        name=b.path.name,
                        age_s=now_utc - b.manifest.made_utc,
                        rows=b.manifest.total_rows(),
                    )
                    for b in self._backups
                    if b.path.exists()
                ),
                backup_folder=str(self._watch.backups),
                version=version("engagedesk"),
                profile=str(self._shell.paths.folder),
                language=look.language,
                reduced_motion=look.reduced_motion,
            )
        )

    def _page(self) -> SettingsPage | None:
        page = self._shell.window.built_page("settings")
        return page if isinstance(page, SettingsPage) else None

    # -- the ways in -------------------------------------------------------------------------------------------------

    def _change(self, intent: intents.ChangePassphrase) -> None:
        done = Message(
            Kind.OK,
            self.tr("The passphrase is changed"),
            self.tr("Earlier backups still open with the one of their time."),
        )
        self._rewrap(lambda vault: vault.change_passphrase(intent.old, intent.new), done)

    def _use_keyring(self, intent: intents.UseKeyring) -> None:
        if not intent.on:
            done = Message(Kind.OK, self.tr("The keyring is no longer used"))
            usable = self._shell.around.keyring
            self._rewrap(lambda vault: vault.remove_keyring(_usable_or_none(usable)), done)
            return
        dialog = QInputDialog(self._shell.window)
        dialog.setWindowTitle(self.tr("Also unlock with the keyring"))
        dialog.setLabelText(self.tr("The passphrase is needed once, to set the keyring up:"))
        dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
        dialog.textValueSelected.connect(self._add_keyring)
        dialog.rejected.connect(self.refresh)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add_keyring(self, passphrase: str) -> None:
        done = Message(Kind.OK, self.tr("The keyring opens the store from now on"))
        usable = self._shell.around.keyring
        self._rewrap(lambda vault: vault.add_keyring(usable(), passphrase), done)

    def _replace_key(self, intent: intents.NewRecoveryKey) -> None:
        def change(vault: OpenVault) -> tuple[str, ...]:
            return vault.replace_recovery_key(intent.passphrase).groups

        done = Message(Kind.OK, self.tr("The old recovery key no longer works"))
        self._rewrap(change, done, answer=self._new_key)

    def _new_key(self, groups: Any) -> None:
        self.new_recovery_key.emit(groups)

    def _rewrap(
        self, change: Callable[[OpenVault], Any], done: Message, *, answer: Callable[[Any], None] | None = None
    ) -> None:
        """Change the vault in a worker (Argon2 takes a second), then have the store remember that it changed."""

        def changed(result: Any) -> None:
            self._bridge.ask(self, _note_keys, failed=self._key_failed)
            self._say_of_keys(done)
            if answer is not None:
                answer(result)
            self.refresh()

        def carry_out(vault: OpenVault) -> None:
            self._bridge.aside(self, lambda _: change(vault), changed, failed=self._key_failed)

        self._bridge.ask(self, lambda w: w.vault, carry_out, failed=self._key_failed)

    def _key_failed(self, error: EngageDeskError) -> None:
        self._say_of_keys(message_for(error))
        self.refresh()

    def _say_of_keys(self, message: Message) -> None:
        page = self._page()
        if page is None:
            self._shell.say(message)
        else:
            page.show_security_message(message)

    # -- backups -----------------------------------------------------------------------------------------------------

    def _back_up(self, _intent: intents.BackUpNow) -> None:
        self._watch.back_up(by_hand=True)

    def _open_folder(self, _intent: intents.OpenBackupFolder) -> None:
        folder = self._watch.backups
        if not folder.is_dir() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._shell.say(Message(Kind.INFO, self.tr("The backups lie here"), sentences(str(folder))))


def _note_keys(workspace: Workspace) -> None:
    workspace.store.note_keys_generation(workspace.vault)


def _usable_or_none(usable: Callable[[], KeyringSecrets]) -> KeyringSecrets | None:
    try:
        return usable()
    except KeyringUnavailable:
        # The slot goes all the same; what the keyring keeps opens nothing any more.
        return None


def _look_at_keyring(usable: Callable[[], KeyringSecrets]) -> KeyringLook:
    """Ask the desktop for its keyring; slow, for a worker."""
    try:
        usable()
    except KeyringUnavailable as error:
        words = words_for(error)
        return KeyringLook("", sentences(words.title, words.detail))
    return KeyringLook(tr("Settings", "The computer's keyring"), "")
