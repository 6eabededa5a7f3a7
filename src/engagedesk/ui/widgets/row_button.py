"""A painted row that can be pressed as a whole, in a card or in the sidebar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from engagedesk.ui.theme import Tokens, px, tokens_of
from engagedesk.ui.theme.tokens import FOCUS_RING, RADIUS_CONTROL


class RowButton(QAbstractButton):
    """Paints its ground and its focus; a row itself only what it says, in ``paint_row``."""

    def __init__(self, *, height: int, parent: QWidget | None = None) -> None:
        """``height`` in pixels at 100 %."""
        super().__init__(parent)
        self._height = height
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(self._height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        self.paint_ground(painter, box, tokens=tokens)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), FOCUS_RING))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
        self.paint_row(painter, box, tokens=tokens)

    def paint_ground(self, painter: QPainter, box: QRectF, *, tokens: Tokens) -> None:
        """Paint, without a pen, what lies below the row; here only where the pointer is."""
        if self.underMouse() or self.isDown():
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)

    def paint_row(self, painter: QPainter, box: QRectF, *, tokens: Tokens) -> None:
        """Paint what the row says into ``box``, over its ground."""
        raise NotImplementedError
