"""A status: a word on a soft tint, or the same as an icon where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engagedesk.ui.theme import Icon, Style, Tokens, Tone, draw_icon, draw_line, elided, font, px, text_width, tokens_of
from engagedesk.ui.theme.tokens import CHIP, RADIUS_CHIP
from engagedesk.ui.widgets.showing import set_shown

_PADDING = 8


def chip_width(text: str) -> int:
    """Return the width of a chip in px."""
    return text_width(Style.CAPTION_STRONG, text) + 2 * px(_PADDING)


def draw_chip(painter: QPainter, box: QRectF, *, text: str, tone: Tone, tokens: Tokens) -> None:
    """Draw a chip that fills the box; text that does not fit is elided."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.soft(tone)))
    painter.drawRoundedRect(box, RADIUS_CHIP, RADIUS_CHIP)
    painter.setPen(QColor(tokens.of(tone)))
    shown = elided(Style.CAPTION_STRONG, text, int(box.width()) - px(_PADDING))
    free = (box.width() - text_width(Style.CAPTION_STRONG, shown)) / 2
    draw_line(painter, Style.CAPTION_STRONG, box.adjusted(free, 0, -free, 0), shown)
    painter.restore()


def draw_chip_icon(painter: QPainter, box: QRectF, *, icon: Icon, tone: Tone, tokens: Tokens) -> None:
    """Draw the narrow form: an icon on the tint."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.soft(tone)))
    painter.drawRoundedRect(box, RADIUS_CHIP, RADIUS_CHIP)
    painter.restore()
    draw_icon(painter, icon, box.adjusted(3, 3, -3, -3), colour=tokens.of(tone))


class Chip(QWidget):
    """A chip as a widget."""

    def __init__(self, text: str = "", tone: Tone = Tone.SECOND, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_status(text, tone)

    def show_status(self, text: str, tone: Tone) -> None:
        self._text = text
        self._tone = tone
        self.setAccessibleName(text)
        set_shown(self, shown=bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._text), px(CHIP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_chip(QPainter(self), QRectF(self.rect()), text=self._text, tone=self._tone, tokens=tokens_of(self))


class KeyCap(QWidget):
    """A key's name in a small box: "Ctrl K"."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        self._text = text
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(text_width(Style.CAPTION_STRONG, self._text) + px(10), px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        painter.setPen(QColor(tokens.border))
        painter.setBrush(QColor(tokens.sunken))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)
        painter.setPen(QColor(tokens.second))
        painter.setFont(font(Style.CAPTION_STRONG))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._text)
