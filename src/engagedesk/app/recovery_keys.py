"""The recovery key that is on the screen, at first run or made anew, and the copies a person takes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from engagedesk.ui.intents import RecoveryKeyTo
from engagedesk.ui.view_rows import Kind, Message

if TYPE_CHECKING:
    from engagedesk.ui.controllers.key_copies import KeyCopies


class RecoveryKeys(QObject):
    """Holds a key only while it is shown: first run's until the store is made, another while its dialog is open."""

    intent = Signal(object)
    failed = Signal(object)
    """A ``UserError``: a copy could not be made."""
    said = Signal(object)
    """A ``Message``: what became of a copy."""

    def __init__(self, window: QWidget, *, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._groups: tuple[str, ...] = ()
        self._copies: KeyCopies | None = None

    def begin(self, groups: tuple[str, ...]) -> None:
        """Copies are of this key from now on, until ``forget``."""
        self.forget()
        self._groups = groups

    @Slot(object)
    def show_new(self, groups: tuple[str, ...]) -> None:
        from engagedesk.ui.dialogs.recovery_key import RecoveryKeyDialog

        self.begin(groups)
        dialog = RecoveryKeyDialog(groups, parent=self._window)
        dialog.intent.connect(self.intent)
        dialog.finished.connect(self.forget)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def keep(self, to: RecoveryKeyTo) -> None:
        """Copy the key that is shown."""
        if not self._groups:
            return
        if self._copies is None:
            # Loaded when the first copy is asked for: a start has no time for it.
            from engagedesk.ui.controllers.key_copies import KeyCopies

            self._copies = KeyCopies(self._groups, self._window, parent=self)
            self._copies.failed.connect(self.failed)
            self._copies.kept.connect(self._say_kept)
        self._copies.keep(to)

    @Slot()
    def forget(self) -> None:
        """The key is shown no more."""
        self._groups = ()
        copies, self._copies = self._copies, None
        if copies is not None:
            # Its parent would hold it, and the key with it, as long as the window lives.
            copies.deleteLater()

    @Slot(str, str)
    def _say_kept(self, title: str, detail: str) -> None:
        self.said.emit(Message(Kind.OK, title, detail, passing=True))
