"""Surfaces: a card with a hairline, a header line inside it, and the hairline itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagedesk.ui.theme import Style, Tone, px, tokens_of
from engagedesk.ui.theme.tokens import CARD_PADDING, RADIUS_CARD
from engagedesk.ui.widgets.text import Label


class Card(QWidget):
    """A surface with a hairline and rounded corners; ``column`` takes the content."""

    def __init__(self, *, padding: int = CARD_PADDING, sunken: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sunken = sunken
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(padding, padding, padding, padding)
        self.column.setSpacing(8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        painter.setBrush(QColor(tokens.sunken if self._sunken else tokens.surface))
        painter.setPen(QColor(tokens.border))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)


class CardHeader(QWidget):
    """A section's name, a note beside it, and at the other end a second note or a control."""

    def __init__(self, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(title, style=Style.SECTION)
        self.beside = Label("", tone=Tone.THIRD)
        self.note = Label("", tone=Tone.THIRD, align=Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.title)
        self.row.addWidget(self.beside)
        self.row.addStretch(1)
        self.row.addWidget(self.note)
        self.setFixedHeight(px(24))


class Hairline(QWidget):
    """One pixel of border colour."""

    def __init__(self, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if vertical else free, free if vertical else fixed)
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(tokens_of(self).border))


class Dot(QWidget):
    """A client's colour, or the accent for no client at all; text always stands beside it."""

    def __init__(self, colour: int | None = None, *, size: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._size = px(size)
        self.setFixedSize(self._size, self._size)

    def set_colour(self, colour: int | None) -> None:
        self._colour = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tokens = tokens_of(self)
        painter.setBrush(QColor(tokens.accent if self._colour is None else tokens.client(self._colour)))
        painter.drawEllipse(QRectF(0, 0, self._size, self._size))
