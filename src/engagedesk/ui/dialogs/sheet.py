"""A dialog as a card over the window: a title, content, a footer; Esc closes it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from engagedesk.ui.theme import Icon, Style, Tone, px, tokens_of
from engagedesk.ui.widgets.states import IconMark
from engagedesk.ui.widgets.text import Label


class Footer(QWidget):
    """The row of buttons at a dialog's foot, on sunken ground."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(px(60))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(24, 0, 24, 0)
        self.row.setSpacing(8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, QColor(tokens_of(self).border))


class Sheet(QDialog):
    """``column`` takes the content, ``footer.row`` the buttons."""

    def __init__(self, title: str, *, width: int, icon: Icon | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setMinimumWidth(px(width))
        self.title = Label(title, style=Style.PAGE)
        self.aside = Label("", tone=Tone.SECOND)
        head = QHBoxLayout()
        head.setContentsMargins(24, 20, 24, 0)
        head.setSpacing(12)
        if icon is not None:
            head.addWidget(IconMark(icon, size=18))
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.aside)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(24, 12, 24, 20)
        self.column.setSpacing(12)
        self.footer = Footer()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(self.column, 1)
        whole.addWidget(self.footer)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(self.rect()), QColor(tokens_of(self).surface))
