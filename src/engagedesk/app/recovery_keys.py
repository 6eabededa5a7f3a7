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
    """Holds a key made anew only while its dialog is open."""

    intent = Signal(object)
    failed = Signal(object)
    """A ``UserError``: a copy could not be made."""
    said = Signal(object)
    """A ``Message``: what became of a copy."""

    def __init__(self, window: QWidget, *, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._copies: KeyCopies | None = None

    @Slot(object)
    def show_new(self, groups: tuple[str, ...]) -> None:
        from engagedesk.ui.dialogs.recovery_key import RecoveryKeyDialog

        self._copies = self._copies_of(groups)
        dialog = RecoveryKeyDialog(groups, parent=self._window)
        dialog.intent.connect(self.intent)
        dialog.finished.connect(self._forget)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def keep(self, to: RecoveryKeyTo, first_run_key: tuple[str, ...]) -> None:
        """Copy the key of the open dialog, or that of first run."""
        (self._copies or self._copies_of(first_run_key)).keep(to)

    def _copies_of(self, groups: tuple[str, ...]) -> KeyCopies:
        from engagedesk.ui.controllers.key_copies import KeyCopies

        copies = KeyCopies(groups, self._window, parent=self)
        copies.failed.connect(self.failed)
        copies.kept.connect(self._say_kept)
        return copies

    @Slot()
    def _forget(self) -> None:
        copies, self._copies = self._copies, None
        if copies is not None:
            # Its parent would hold it, and the key with it, as long as the window lives.
            copies.deleteLater()

    @Slot(str)
    def _say_kept(self, words: str) -> None:
        title, _, detail = words.partition(". ")
        self.said.emit(Message(Kind.OK, title, detail, passing=True))
