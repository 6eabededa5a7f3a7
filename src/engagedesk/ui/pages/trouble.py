"""The store does not open, whatever is typed: what happened, what to do, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagedesk.ui.intents import Quit
from engagedesk.ui.pages.whole import ProgramBar
from engagedesk.ui.theme import px
from engagedesk.ui.view_rows import Message
from engagedesk.ui.widgets.button import Button
from engagedesk.ui.widgets.states import ErrorState


class TroublePage(QWidget):
    """In by ``show_message``; out by ``retry`` and ``intent``."""

    intent = Signal(object)
    retry = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.error = ErrorState()
        self.error.retry.connect(self.retry)
        self.error.setFixedWidth(px(640))
        self.quit_button = Button(self.tr("Quit"))
        self.quit_button.clicked.connect(self._quit)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.quit_button)
        inner = QWidget()
        inner.setFixedWidth(px(640))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.error)
        column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ProgramBar(self.tr("The store is not open")))
        whole.addStretch(2)
        whole.addWidget(inner, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)

    @Slot(object)
    def show_message(self, message: Message) -> None:
        self.error.show_message(message)
        self.error.retry_button.setFocus()

    @Slot()
    def _quit(self) -> None:
        self.intent.emit(Quit())
