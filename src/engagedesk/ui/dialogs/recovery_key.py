"""A new recovery key, shown once: print it, save it, copy it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engagedesk.ui.dialogs.sheet import Sheet
from engagedesk.ui.intents import KeepRecoveryKey, RecoveryKeyTo
from engagedesk.ui.pages.first_run import KeyGroups
from engagedesk.ui.theme import Icon, Tone
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.text import Label


class RecoveryKeyDialog(Sheet):
    """Shows the groups; out by ``intent``."""

    intent = Signal(object)

    def __init__(self, groups: tuple[str, ...], *, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("The new recovery key"), width=520, icon=Icon.KEY, parent=parent)
        lead = self.tr(
            "It is shown only now. The old one no longer works, neither here nor for backups made from now on."
        )
        self.column.addWidget(Label(lead, tone=Tone.SECOND, wrap=True))
        shown = KeyGroups()
        shown.show_groups(groups)
        self.column.addWidget(shown)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.buttons: dict[RecoveryKeyTo, Button] = {}
        for to, words, icon in (
            (RecoveryKeyTo.PRINTER, self.tr("Print"), Icon.PRINT),
            (RecoveryKeyTo.FILE, self.tr("Save file"), Icon.SAVE),
            (RecoveryKeyTo.CLIPBOARD, self.tr("Copy"), Icon.COPY),
        ):
            button = Button(words, icon=icon)
            button.clicked.connect(self._keep)
            self.buttons[to] = button
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.done_button = Button(self.tr("I have it"), kind=ButtonKind.PRIMARY)
        self.done_button.clicked.connect(self.accept)
        self.footer.row.addStretch(1)
        self.footer.row.addWidget(self.done_button)

    @Slot()
    def _keep(self) -> None:
        sender = self.sender()
        for to, button in self.buttons.items():
            if button is sender:
                self.intent.emit(KeepRecoveryKey(to))
