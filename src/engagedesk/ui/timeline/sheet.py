"""What every part of the timeline is drawn with: mirrored places, colours, and the small marks, all as vectors."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from engagedesk.ui.theme import Style, Tokens, draw_line, px, text_width
from engagedesk.ui.theme.tokens import RADIUS_CHIP, RADIUS_CONTROL
from engagedesk.ui.timeline.density import FULL, Picture
from engagedesk.ui.timeline.scene import GROUP_COLOUR, ROW_PX, Chip, Painted, Scene, Tip


@lru_cache(maxsize=512)
def mixed(colour: str, ground: str, part: float) -> QColor:
    """Return a colour of which ``part`` covers the ground."""
    one, other = QColor(colour), QColor(ground)
    back = 1 - part
    return QColor(
        round(one.red() * part + other.red() * back),
        round(one.green() * part + other.green() * back),
        round(one.blue() * part + other.blue() * back),
    )


@lru_cache(maxsize=256)
def bar_colours(tokens: Tokens, colour: int) -> tuple[QColor, QColor]:
    """Return a bar's body and its progress."""
    client = tokens.second if colour == GROUP_COLOUR else tokens.client(colour)
    return mixed(client, tokens.surface, 0.36 if tokens.dark else 0.30), mixed(client, tokens.surface, 0.92)


@lru_cache(maxsize=2)
def shades_of(tokens: Tokens) -> Picture:
    """Return the colours of the density picture's pixels: by client, then by how many bars there are."""
    over = [0.0, 0.6, 0.8, 0.96]
    found = [[mixed(client, tokens.surface, part).rgb() for part in over[: FULL + 1]] for client in tokens.clients]
    return np.array(found, np.uint32)


class Sheet:
    """A scene on a painter: places along the direction of reading, and marks that stay sharp on paper."""

    def __init__(self, painter: QPainter, scene: Scene, *, header_px: float) -> None:
        self.painter = painter
        self.scene = scene
        self.header_px = header_px
        self.unit = scene.row_px / ROW_PX
        self.painted = Painted()
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if scene.mirrored else Qt.LayoutDirection.LeftToRight)

    def _box(self, x: float, y: float, width: float, height: float) -> QRectF:
        """Return a box given along the direction of reading."""
        return QRectF(self.scene.width - x - width if self.scene.mirrored else x, y, width, height)

    def _point(self, x: float, y: float) -> QPointF:
        return QPointF(self.scene.width - x if self.scene.mirrored else x, y)

    def _diamond(self, x: float, y: float, radius: float, *, done: bool = False, hollow: bool = False) -> None:
        painter, tokens = self.painter, self.scene.tokens
        r = radius * self.unit
        shape = QPolygonF([self._point(x, y - r), self._point(x + r, y), self._point(x, y + r), self._point(x - r, y)])
        if hollow:
            painter.setBrush(QColor(tokens.surface))
            painter.setPen(QPen(QColor(tokens.third), 1.2))
        else:
            painter.setBrush(QColor(tokens.third if done else tokens.text))
            painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(shape)

    def warning(self, x: float, y: float, colour: str) -> None:
        """Paint a triangle with a stroke in it, as vectors: it stays sharp in a PDF."""
        half = px(12) / 2
        painter = self.painter
        path = QPainterPath()
        foot = y + half - 1
        path.addPolygon(QPolygonF([self._point(x, y - half), self._point(x + half, foot), self._point(x - half, foot)]))
        path.closeSubpath()
        pen = QPen(QColor(colour), 1.5)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(QColor(colour))
        painter.drawPath(path)
        painter.setPen(QPen(QColor(self.scene.tokens.surface), 1.3))
        painter.drawLine(self._point(x, y - half * 0.3), self._point(x, y + half * 0.25))
        painter.drawPoint(self._point(x, y + half * 0.55))

    def _pin(self, x: float, y: float) -> None:
        painter, unit = self.painter, px(12) / 12
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.scene.tokens.second))
        head = [(-3, -5), (3, -5), (2, -1), (4, 1.5), (-4, 1.5), (-2, -1)]
        painter.drawPolygon(QPolygonF([self._point(x + a * unit, y + b * unit) for a, b in head]))
        painter.drawRect(self._box(x - 0.7, y + 1.5 * unit, 1.4, 4 * unit))

    def _chip(self, chip: Chip, x: float, y: float) -> None:
        painter, tokens = self.painter, self.scene.tokens
        wide = text_width(Style.CAPTION_STRONG, chip.text) + px(30)
        high = px(20)
        box = self._box(x, y + (self.scene.row_px - high) / 2 - 1, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.info_soft))
        painter.drawRoundedRect(box, RADIUS_CHIP, RADIUS_CHIP)
        pen = QPen(QColor(tokens.info), 1.4)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ax, ay, half = x + px(13), box.center().y(), px(7) / 2
        turn = 1 if chip.leads_on else -1
        tip = self._point(ax + half, ay - half * turn)
        painter.drawLine(self._point(ax - half, ay + half * turn), tip)
        painter.drawLine(self._point(ax - half * 0.6, ay - half * turn), tip)
        painter.drawLine(self._point(ax + half, ay + half * 0.6 * turn), tip)
        words = self._box(x + px(23), box.y(), wide - px(27), high)
        draw_line(painter, Style.CAPTION_STRONG, words, chip.text)
        self.painted.chips.append((box, chip.item))

    def _tip_at(self, tip: Tip, x: float, bottom: float) -> None:
        painter, tokens, scene = self.painter, self.scene.tokens, self.scene
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        title = text_width(Style.BODY_STRONG, tip.title)
        aside = text_width(Style.BODY_STRONG, tip.aside)
        wide = max(title + aside + px(24 if tip.aside else 0), text_width(Style.CAPTION, tip.detail)) + px(24)
        high = px(46 if tip.detail else 28)
        x = min(max(4.0, x), max(4.0, scene.width - wide - 4))
        y = max(2.0, bottom - high)
        box = self._box(x, y, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.text))
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setPen(QColor(tokens.surface))
        line = self._box(x + px(12), y + px(5), wide - px(24), px(20))
        draw_line(painter, Style.BODY_STRONG, line, tip.title)
        if tip.aside:
            side = self._box(x + wide - px(12) - aside, y + px(5), aside, px(20))
            draw_line(painter, Style.BODY_STRONG, side, tip.aside)
        if tip.detail:
            draw_line(painter, Style.CAPTION, self._box(x + px(12), y + px(24), wide - px(24), px(16)), tip.detail)
