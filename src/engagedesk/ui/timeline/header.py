"""The two rows over the bars, and today's day over its line."""

from __future__ import annotations

from PySide6.QtCore import QDate, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from engagedesk.ui.format import locale
from engagedesk.ui.theme import Style, draw_line, px, text_width
from engagedesk.ui.theme.fonts import font_scale
from engagedesk.ui.theme.tokens import RADIUS_CHIP
from engagedesk.ui.timeline.scale import Level, day_at
from engagedesk.ui.timeline.sheet import Sheet
from engagedesk.ui.timeline.ticks import ticks
from engagedesk.ui.timeline.words import lower_words, upper_short, upper_words


class HeaderPainter(Sheet):
    """Paints the header of a scene."""

    def paint_header(self) -> None:
        """Paint the two rows of the header, and today's day over its line."""
        if self.header_px <= 0:
            return
        painter, scene, tokens = self.painter, self.scene, self.scene.tokens
        high, half = self.header_px, self.header_px / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(QRectF(0, 0, scene.width, high), QColor(tokens.surface))
        line = QColor(tokens.border)
        upper, lower = ticks(scene.scale, scene.width, font_scale())
        pill = self._pill()
        for tick in upper:
            left, right = scene.scale.x(tick.start), min(scene.width, scene.scale.x(tick.end))
            if left > 0:
                painter.fillRect(self._box(round(left), 0, 1, half), line)
            start, end = max(left, 0.0) + px(8), right - px(4)
            words = (upper_words(tick), upper_short(tick))
            # Before today's day where there is room, else behind it.
            rooms = [(start, end)]
            if pill is not None and pill[0] < end and pill[1] > start:
                rooms = [(start, pill[0] - px(4)), (max(start, pill[1] + px(6)), end)]
            found = ((x, text) for text in words for x, until in rooms
                     if text_width(Style.CAPTION_STRONG, text) <= until - x)  # fmt: skip
            x, text = next(found, (0.0, ""))
            if text:
                painter.setPen(QColor(tokens.text))
                draw_line(painter, Style.CAPTION_STRONG, self._box(x, 0, right - x, half), text)
        painter.fillRect(QRectF(0, half, scene.width, 1), line)
        for tick in lower:
            left, right = scene.scale.x(tick.start), scene.scale.x(tick.end)
            wide = right - left
            if left >= 0:
                painter.fillRect(self._box(round(left), half, 1, half), line)
            first, second = lower_words(tick, wide / font_scale())
            pad = px(8 if wide >= px(28) else 3)
            if text_width(Style.CAPTION_STRONG, first) <= wide - pad and left > -pad:
                painter.setPen(QColor(tokens.text if tick.level in (Level.WEEK, Level.DAY) else tokens.second))
                draw_line(painter, Style.CAPTION_STRONG, self._box(left + pad, half, wide, half), first)
            width = text_width(Style.CAPTION, second)
            if second and right - px(10) - width > px(4):
                painter.setPen(QColor(tokens.third))
                draw_line(painter, Style.CAPTION, self._box(right - px(10) - width, half, width + 2, half), second)
        painter.fillRect(QRectF(0, high - 1, scene.width, 1), line)
        self._today_pill(half)

    def _pill(self) -> tuple[float, float] | None:
        """Return from where to where today's day stands in the header; None where it is out of sight."""
        scene = self.scene
        x = scene.scale.x(scene.today)
        if not -20 <= x <= scene.width + 20:
            return None
        wide = text_width(Style.CAPTION_STRONG, self._today_words()) + px(12)
        left = min(max(2.0, x - wide / 2), scene.width - wide - 2)
        return left, left + wide

    def _today_words(self) -> str:
        return locale().toString(_qdate(self.scene.today), "ddd d")

    def _today_pill(self, half: float) -> None:
        painter, scene, tokens = self.painter, self.scene, self.scene.tokens
        pill = self._pill()
        if pill is None:
            return
        text, high = self._today_words(), px(18)
        left, wide = pill[0], pill[1] - pill[0]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self._box(round(scene.scale.x(scene.today)) - 1, half - 2, 2, half + 2), QColor(tokens.accent))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(self._box(left, (half - high) / 2, wide, high), RADIUS_CHIP, RADIUS_CHIP)
        painter.setPen(QColor(tokens.on_accent))
        draw_line(painter, Style.CAPTION_STRONG, self._box(left + px(6), (half - high) / 2, wide - px(6), high), text)


def _qdate(civil: float) -> QDate:
    day = day_at(civil)
    return QDate(day.year, day.month, day.day)
