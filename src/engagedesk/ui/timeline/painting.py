"""The one paint routine of the timeline: screen, PNG and PDF. It paints from columns and pure geometry alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import floor
from typing import Final

import numpy as np
from PySide6.QtCore import QDate, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from engagedesk.domain.states import LinkKind
from engagedesk.ui.format import day_short, locale
from engagedesk.ui.theme import Style, Tokens, draw_line, elided, px, text_width
from engagedesk.ui.theme.fonts import font_scale
from engagedesk.ui.theme.tokens import RADIUS_CHIP, RADIUS_CONTROL
from engagedesk.ui.timeline.arranging import Arranged, NodeKind
from engagedesk.ui.timeline.columns import LINK_KINDS, Bars, Flag, Links
from engagedesk.ui.timeline.density import BELOW_ROW_PX, FULL, Density, Picture
from engagedesk.ui.timeline.links import End, Point, route
from engagedesk.ui.timeline.rows import Plan
from engagedesk.ui.timeline.scale import Level, Scale, day_of, midnight
from engagedesk.ui.timeline.snapping import Place
from engagedesk.ui.timeline.ticks import free_runs, ticks
from engagedesk.ui.timeline.words import lower_words, tr, upper_short, upper_words

ROW_PX: Final = 28
HEADER_PX: Final = 48
LINKS_FROM_ROW_PX: Final = 8.0
"""In lower rows links would be a tangle."""
SHAPES_FROM_ROW_PX: Final = 14.0
"""In lower rows a bar is a plain rectangle."""
TEXT_FROM_ROW_PX: Final = 20.0

BAR_TOP: Final = 5
BAR_PX: Final = 14
DIAMOND_R: Final = 7.0
BASE_DIAMOND_R: Final = 5.0
GROUP_COLOUR: Final = -1


@dataclass(frozen=True, slots=True)
class Tip:
    """What stands beside something that is dragged."""

    title: str
    aside: str
    detail: str


@dataclass(frozen=True, slots=True)
class Chip:
    """A word beside a bar that leads to another item."""

    text: str
    item: bytes
    leads_on: bool
    """It is the predecessor's: its successor is elsewhere."""


@dataclass(frozen=True, slots=True)
class Moving:
    """A bar under a person's hand: where it would lie, and what it would push (bar, place)."""

    bar: int
    place: Place
    pushes: tuple[tuple[int, Place], ...] = ()
    tip: Tip | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A link that is being drawn: from an end of a bar to the pointer, or to an end of another bar."""

    bar: int
    from_end: bool
    x: float
    y: float
    to_bar: int | None = None
    to_start: bool = True
    tip: Tip | None = None


@dataclass(slots=True)
class Scene:
    """Everything that is painted; places of rows and bars are those of the columns."""

    plan: Plan
    arranged: Arranged
    shown: list[int]
    bars: Bars
    links: Links
    scale: Scale
    row_px: float
    top_px: float
    width: float
    height: float
    """Of the rows' part, the header left out."""
    tokens: Tokens
    today: float
    mirrored: bool = False
    selected_row: int | None = None
    selected_link: int | None = None
    hovered_bar: int | None = None
    show_critical: bool = True
    chips: Mapping[int, Chip] = field(default_factory=dict)
    """By node."""
    moving: Moving | None = None
    drawing: Drawing | None = None
    density: Density = field(default_factory=Density)

    @property
    def rows_in_sight(self) -> tuple[int, int]:
        """Return the first and the last row that are at least partly in sight; the last is before the first if none."""
        first = max(0, floor(self.top_px / self.row_px))
        last = min(self.bars.rows - 1, floor((self.top_px + self.height - 0.5) / self.row_px))
        return first, last


@dataclass(slots=True)
class Painted:
    """What was painted where, for the pointer."""

    chips: list[tuple[QRectF, bytes]] = field(default_factory=list)
    routes: list[tuple[int, tuple[Point, ...]]] = field(default_factory=list)
    """Links as they run, in x along the direction of reading and y in the rows' part."""


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


class PlanPainter:
    """Paints one scene; made for a paint call."""

    def __init__(self, painter: QPainter, scene: Scene, *, header_px: float) -> None:
        self.painter = painter
        self.scene = scene
        self.header_px = header_px
        self.unit = scene.row_px / ROW_PX
        self.painted = Painted()
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if scene.mirrored else Qt.LayoutDirection.LeftToRight)

    def paint(self, *, header: bool = True) -> Painted:
        """Paint everything; the painter's origin is the header's corner. ``header`` False = it is there already."""
        painter, scene = self.painter, self.scene
        painter.save()
        painter.translate(0, self.header_px)
        painter.setClipRect(QRectF(0, 0, scene.width, scene.height), Qt.ClipOperation.IntersectClip)
        painter.fillRect(QRectF(0, 0, scene.width, scene.height), QColor(scene.tokens.surface))
        if scene.row_px < BELOW_ROW_PX:
            self._density()
            self._today()
        else:
            self._ground()
            self._bars()
            self._today()
            if scene.moving is not None:
                self._moving(scene.moving)
            if scene.drawing is not None:
                self._drawing(scene.drawing)
        painter.restore()
        if header:
            self.paint_header()
        tip = scene.moving.tip if scene.moving is not None else None
        if tip is not None and scene.moving is not None:
            self._tip(tip, scene.moving)
        return self.painted

    # -- mirroring ---------------------------------------------------------------------------------------------------

    def _box(self, x: float, y: float, width: float, height: float) -> QRectF:
        """Return a box given along the direction of reading."""
        return QRectF(self.scene.width - x - width if self.scene.mirrored else x, y, width, height)

    def _point(self, x: float, y: float) -> QPointF:
        return QPointF(self.scene.width - x if self.scene.mirrored else x, y)

    # -- ground ------------------------------------------------------------------------------------------------------

    def _ground(self) -> None:
        painter, scene, tokens = self.painter, self.scene, self.scene.tokens
        first, last = scene.rows_in_sight
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        # Colours are mixed beforehand: filling with a colour that is let through is ten times as slow.
        weekend = mixed(tokens.sunken, tokens.surface, 0.75)
        for start, end in free_runs(scene.scale, scene.width, scene.plan.free_weekdays):
            painter.fillRect(self._time_box(start, end, 0, scene.height), weekend)
        selected = scene.selected_row
        if selected is not None and first <= selected <= last:
            painter.fillRect(self._row_box(selected), QColor(tokens.accent_soft))
        self._free_days(first, last)
        line = mixed(tokens.border, tokens.surface, 0.7)
        for tick in ticks(scene.scale, scene.width, font_scale())[1]:
            x = scene.scale.x(tick.start)
            if x >= 0:
                painter.fillRect(self._box(round(x), 0, 1, scene.height), line)
        for row in range(max(first, 1), last + 1):
            node = scene.arranged.nodes[scene.shown[row]]
            if node.kind in (NodeKind.GROUP, NodeKind.ENGAGEMENT) and scene.row_px >= SHAPES_FROM_ROW_PX:
                painter.fillRect(QRectF(0, self._row_y(row), scene.width, 1), QColor(tokens.border))

    def _free_days(self, first: int, last: int) -> None:
        painter, scene = self.painter, self.scene
        until = scene.scale.civil(scene.width)
        if scene.scale.day_px < 0.5:
            return
        rows_of: dict[bytes, list[int]] = {}
        for row in range(first, last + 1):
            node = scene.arranged.nodes[scene.shown[row]]
            if node.person is not None:
                rows_of.setdefault(node.person, []).append(row)
        hatch = QBrush(QColor(scene.tokens.border).darker(112), Qt.BrushStyle.BDiagPattern)
        for free in scene.plan.free_days:
            start, end = midnight(free.first), midnight(free.last) + 86_400
            if end < scene.scale.origin or start > until:
                continue
            if free.person is None:
                painter.fillRect(self._time_box(start, end, 0, scene.height), QColor(scene.tokens.border))
                continue
            for row in rows_of.get(free.person, ()):
                box = self._time_box(start, end, self._row_y(row) + 1, scene.row_px - 2)
                painter.fillRect(box, hatch)

    def _time_box(self, start: float, end: float, y: float, height: float) -> QRectF:
        left = max(-2.0, self.scene.scale.x(start))
        right = min(self.scene.width + 2.0, self.scene.scale.x(end))
        return self._box(left, y, max(0.0, right - left), height)

    def _row_y(self, row: int) -> float:
        return row * self.scene.row_px - self.scene.top_px

    def _row_box(self, row: int) -> QRectF:
        return QRectF(0, self._row_y(row), self.scene.width, self.scene.row_px)

    def _today(self) -> None:
        x = self.scene.scale.x(self.scene.today)
        if -2 <= x <= self.scene.width + 2:
            box = self._box(round(x) - 1, 0, 2, self.scene.height)
            self.painter.fillRect(box, QColor(self.scene.tokens.accent))

    def _density(self) -> None:
        scene = self.scene
        wide, high = int(scene.width), int(scene.height)
        if wide < 1 or high < 1:
            return
        pixels = scene.density.picture(
            scene.bars, scene.scale, width=wide, height=high, row_px=scene.row_px, top_px=scene.top_px,
            shades=shades_of(scene.tokens),
        )  # fmt: skip
        image = QImage(pixels.data, wide, high, 4 * (wide + 1), QImage.Format.Format_RGB32)
        if scene.mirrored:
            image = image.flipped(Qt.Orientation.Horizontal)
        self.painter.drawImage(QPointF(0, 0), image)

    # -- bars --------------------------------------------------------------------------------------------------------

    def _bars(self) -> None:
        scene, painter = self.scene, self.painter
        first, last = scene.rows_in_sight
        if last < first:
            return
        reach = 240 / scene.scale.px_per_s
        until = scene.scale.civil(scene.width + 20)
        seen = scene.bars.visible(first, last, start=scene.scale.origin - reach, end=until)
        if scene.row_px < SHAPES_FROM_ROW_PX:
            self._plain(seen.tolist())
            if scene.row_px >= LINKS_FROM_ROW_PX:
                self._links(first, last)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bars = scene.bars
        moving = scene.moving.bar if scene.moving is not None else -1
        columns = zip(
            seen.tolist(),
            bars.row[seen].tolist(),
            scene.scale.xs(bars.start[seen]).tolist(),
            scene.scale.xs(bars.end[seen]).tolist(),
            bars.colour[seen].tolist(),
            bars.flags[seen].tolist(),
            bars.progress[seen].tolist(),
            bars.node[seen].tolist(),
            strict=True,
        )
        marks: list[tuple[int, float, float, int, int]] = []
        for bar, row, left, right, colour, flags, progress, node in columns:
            y = self._row_y(row)
            if bar == moving:
                continue
            self._baseline(bar, y, diamond=bool(flags & Flag.DIAMOND))
            if flags & Flag.SUMMARY:
                self._summary(left, right, y, colour, progress)
            elif flags & Flag.BRACKET:
                self._bracket(left, right, y)
            elif flags & Flag.DIAMOND:
                self._diamond(right, self._middle(y), DIAMOND_R, done=bool(flags & Flag.DONE))
            else:
                self._bar(left, right, y, colour=colour, flags=flags, progress=progress)
            marks.append((row, left, right, flags, node))
        self._links(first, last)
        for row, left, right, flags, node in marks:
            self._beside(row, left, right, flags=flags, number=node)
        hovered = scene.hovered_bar
        if hovered is not None and hovered < bars.count and scene.moving is None:
            self._grips(hovered)

    def _plain(self, seen: list[int]) -> None:
        scene, painter, bars = self.scene, self.painter, self.scene.bars
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        height = max(2.0, scene.row_px - 2)
        lefts, rights = scene.scale.xs(bars.start[seen]).tolist(), scene.scale.xs(bars.end[seen]).tolist()
        columns = zip(bars.row[seen].tolist(), lefts, rights, bars.colour[seen].tolist(), bars.flags[seen].tolist(),
                      bars.progress[seen].tolist(), strict=True)  # fmt: skip
        by_colour: dict[int, list[QRectF]] = {}
        for row, left, right, colour, flags, progress in columns:
            y = self._row_y(row)
            low, high = max(-2.0, left), min(scene.width + 2, right)
            if flags & Flag.DIAMOND:
                box = self._box(right - 2, y + 1, 4, height)
                by_colour.setdefault(-100, []).append(box)
            elif flags & (Flag.SUMMARY | Flag.BRACKET):
                by_colour.setdefault(-200, []).append(self._box(low, y + height / 2, max(1.0, high - low), 1))
            else:
                by_colour.setdefault(2 * colour, []).append(self._box(low, y + 1, max(2.0, high - low), height))
                done = min(high, left + (right - left) * progress)
                if done > low:
                    by_colour.setdefault(2 * colour + 1, []).append(self._box(low, y + 1, done - low, height))
        painter.setPen(Qt.PenStyle.NoPen)
        for key, boxes in sorted(by_colour.items(), key=lambda pair: pair[0] % 2):
            if key <= -100:
                painter.setBrush(QColor(scene.tokens.text if key == -100 else scene.tokens.third))
            else:
                body, full = bar_colours(scene.tokens, key // 2)
                painter.setBrush(full if key % 2 else body)
            painter.drawRects(boxes)

    def _middle(self, y: float) -> float:
        """Return the height of the middle of a bar in the row at ``y``."""
        return y + (BAR_TOP + BAR_PX / 2) * self.unit

    def _bar(self, left: float, right: float, y: float, *, colour: int, flags: int, progress: float) -> None:
        scene, painter = self.scene, self.painter
        top, high = y + BAR_TOP * self.unit, BAR_PX * self.unit
        low, far = max(-8.0, left), min(scene.width + 8.0, right)
        if far - low < 2.0:
            far = low + 2.0
        body, full = bar_colours(scene.tokens, colour)
        critical = bool(flags & Flag.CRITICAL) and scene.show_critical
        box = self._box(low, top, far - low, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(body)
        radius = min(3.0, (far - low) / 2)
        painter.drawRoundedRect(box, radius, radius)
        done = 1.0 if flags & Flag.DONE else progress
        until = min(far, left + (right - left) * done)
        if done > 0 and until > low:
            painter.setBrush(full)
            if until >= far - 0.5:
                painter.drawRoundedRect(box, radius, radius)
            else:
                self._left_rounded(low, top, until - low, high, radius)
        if critical:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(scene.tokens.text), 1.5))
            painter.drawRoundedRect(box.adjusted(0.25, 0.25, -0.25, -0.25), radius, radius)

    def _left_rounded(self, left: float, top: float, width: float, height: float, radius: float) -> None:
        box = self._box(left, top, width, height)
        self.painter.drawRoundedRect(box, min(radius, width / 2), min(radius, width / 2))
        if width > radius * 2:
            self.painter.drawRect(self._box(left + radius, top, width - radius, height))

    def _summary(self, left: float, right: float, y: float, colour: int, progress: float) -> None:
        scene, painter = self.scene, self.painter
        top, high = y + (ROW_PX / 2 - 4) * self.unit, 8 * self.unit
        low, far = max(-8.0, left), min(scene.width + 8.0, max(right, left + 3))
        body, full = bar_colours(scene.tokens, colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(body)
        painter.drawRoundedRect(self._box(low, top, far - low, high), 2, 2)
        until = min(far, left + (right - left) * progress)
        if until > low:
            painter.setBrush(full)
            self._left_rounded(low, top, until - low, high, 2)

    def _bracket(self, left: float, right: float, y: float) -> None:
        scene, painter = self.scene, self.painter
        top, foot = y + (ROW_PX / 2 - 2) * self.unit, 8 * self.unit
        low, far = max(-8.0, left), min(scene.width + 8.0, max(right, left + 4))
        colour = QColor(scene.tokens.third)
        painter.fillRect(self._box(low, top, far - low, 3 * self.unit), colour)
        painter.fillRect(self._box(low, top, 2, foot), colour)
        painter.fillRect(self._box(far - 2, top, 2, foot), colour)

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

    def _baseline(self, bar: int, y: float, *, diamond: bool) -> None:
        bars, scene = self.scene.bars, self.scene
        start, end = float(bars.base_start[bar]), float(bars.base_end[bar])
        if not start <= end:
            return
        left, right = scene.scale.x(start), scene.scale.x(end)
        if diamond:
            if abs(right - scene.scale.x(float(bars.end[bar]))) > 1:
                self._diamond(right, self._middle(y), BASE_DIAMOND_R, hollow=True)
            return
        low, far = max(-2.0, left), min(scene.width + 2.0, max(right, left + 2))
        if far > low:
            top = y + (BAR_TOP + BAR_PX + 3) * self.unit
            line = mixed(scene.tokens.third, scene.tokens.surface, 0.6)
            self.painter.fillRect(self._box(low, top, far - low, 3 * self.unit), line)

    # -- beside the bars ---------------------------------------------------------------------------------------------

    def _beside(self, row: int, left: float, right: float, *, flags: int, number: int) -> None:
        """Paint what stands beside a bar: a conflict's mark, a milestone's day, a pin, a chip to another item."""
        scene = self.scene
        node = scene.arranged.nodes[number]
        if node.item is None or flags & Flag.THIN:
            return
        middle = self._middle(self._row_y(row))
        diamond = bool(flags & Flag.DIAMOND)
        if flags & (Flag.CONFLICT | Flag.WARNING):
            tone = scene.tokens.danger if flags & Flag.CONFLICT else scene.tokens.warn
            self.warning((left - DIAMOND_R if diamond else left) - px(19), middle, tone)
        if scene.row_px < TEXT_FROM_ROW_PX:
            return
        x = right + (px(14) if diamond else px(16))
        on_engagement = scene.arranged.nodes[scene.shown[row]].kind is NodeKind.ENGAGEMENT
        chip = scene.chips.get(number)
        if chip is not None and not on_engagement:
            self._chip(chip, x + px(12), self._row_y(row))
            return
        if flags & Flag.PINNED:
            self._pin(x + px(5), middle)
            x += px(15)
        text = node.item.note
        tone = scene.tokens.warn if flags & Flag.WARNING and text else scene.tokens.second
        if diamond:
            day = day_short(day_of(node.item.ends - 1 if node.item.ends % 86_400 == 0 else node.item.ends))
            text = day
            if on_engagement:
                text = tr("Timeline", "{name}, {day}").format(name=node.name, day=day)
            elif flags & Flag.PINNED:
                text = tr("Timeline", "Pinned, {day}").format(day=day)
        if text:
            self.painter.setPen(QColor(tone))
            box = self._box(x, self._row_y(row), px(240), (2 * BAR_TOP + BAR_PX) * self.unit)
            draw_line(self.painter, Style.CAPTION_STRONG, box, elided(Style.CAPTION_STRONG, text, px(240)))

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

    def _grips(self, bar: int) -> None:
        """Paint the dots from which a link is drawn."""
        end, tokens, painter = self.end_of(bar), self.scene.tokens, self.painter
        if not self.scene.bars.flags[bar] & Flag.MOVABLE:
            return
        painter.setPen(QPen(QColor(tokens.control_border), 1.2))
        painter.setBrush(QColor(tokens.surface))
        for x in (end.left - 9, end.right + 9):
            painter.drawEllipse(self._point(x, end.middle), 3.5, 3.5)

    # -- links -------------------------------------------------------------------------------------------------------

    def end_of(self, bar: int) -> End:
        """Return a bar as its links see it."""
        bars, scale = self.scene.bars, self.scene.scale
        y = self._row_y(int(bars.row[bar]))
        left, right = scale.x(float(bars.start[bar])), scale.x(float(bars.end[bar]))
        return self._end(left, right, y, diamond=bool(bars.flags[bar] & Flag.DIAMOND))

    def _end(self, left: float, right: float, y: float, *, diamond: bool) -> End:
        top = y + BAR_TOP * self.unit
        bottom = top + BAR_PX * self.unit
        if diamond:
            r = DIAMOND_R * self.unit
            middle = (top + bottom) / 2
            return End(right - r, right + r, middle - r, middle + r, point=True)
        return End(left, max(right, left + 2), top, bottom)

    def _links(self, first: int, last: int) -> None:
        scene, painter = self.scene, self.painter
        places = scene.links.visible(
            scene.bars, first, last, start=scene.scale.origin, end=scene.scale.civil(scene.width)
        ).tolist()
        if not places:
            return
        gap = (scene.row_px - BAR_PX * self.unit) / 2 * 0.9
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        links, tokens = scene.links, scene.tokens
        # The quiet ones first, so that what matters lies over them.
        order = sorted(
            places, key=lambda p: (p == scene.selected_link, bool(links.crosses[p]), bool(links.critical[p]))
        )
        moving = -1 if scene.moving is None else scene.moving.bar
        for place in order:
            one, two = int(links.from_bar[place]), int(links.to_bar[place])
            kind = LinkKind(LINK_KINDS[int(links.kind[place])])
            corners = route(kind, self.end_of(one), self.end_of(two), gap=gap)
            self.painted.routes.append((place, corners))
            critical = bool(links.critical[place]) and scene.show_critical
            if place == scene.selected_link:
                colour, width = QColor(tokens.accent), 2.5
            elif links.crosses[place]:
                colour, width = QColor(tokens.info), 2.0
            elif critical:
                colour, width = QColor(tokens.text), 2.0
            else:
                colour, width = QColor(tokens.control_border), 1.0
            if moving in (one, two):
                colour.setAlphaF(0.35)
            self._route(corners, colour, width)

    def _route(self, corners: tuple[Point, ...], colour: QColor, width: float) -> None:
        painter, size = self.painter, 4.0 if width < 2 else 5.0
        (ax, ay), (bx, by) = corners[-2], corners[-1]
        dx, dy = _sign(bx - ax), _sign(by - ay)
        # The line ends inside the arrow, so that its tip stays sharp.
        points = [self._point(x, y) for x, y in corners[:-1]]
        points.append(self._point(bx - dx * size * 0.8, by - dy * size * 0.8))
        pen = QPen(colour, width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(points)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        across = size * 0.8
        painter.drawPolygon(
            QPolygonF([
                self._point(bx, by),
                self._point(bx - dx * size * 1.4 + dy * across, by - dy * size * 1.4 + dx * across),
                self._point(bx - dx * size * 1.4 - dy * across, by - dy * size * 1.4 - dx * across),
            ])
        )  # fmt: skip

    # -- what is under a person's hand -------------------------------------------------------------------------------

    def _moving(self, moving: Moving) -> None:
        scene, painter, bars, tokens = self.scene, self.painter, self.scene.bars, self.scene.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = moving.bar
        was = Place(int(bars.start[bar]), int(bars.end[bar]))
        self._ghost(bar, was, QColor(tokens.third), filled=True)
        for pushed, place in moving.pushes:
            self._ghost(pushed, place, QColor(tokens.danger), filled=False)
        y = self._row_y(int(bars.row[bar]))
        left, right = scene.scale.x(moving.place.starts), scene.scale.x(moving.place.ends)
        flags = int(bars.flags[bar])
        if flags & Flag.DIAMOND:
            self._diamond(right, self._middle(y), DIAMOND_R)
        else:
            colour, progress = int(bars.colour[bar]), float(bars.progress[bar])
            self._bar(left, right, y, colour=colour, flags=flags & ~Flag.CRITICAL, progress=progress)
        end = self._end(left, right, y, diamond=bool(flags & Flag.DIAMOND))
        ring = self._box(end.left, end.top, end.right - end.left, end.bottom - end.top).adjusted(-3, -3, 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.drawRoundedRect(ring, RADIUS_CHIP + 1, RADIUS_CHIP + 1)

    def _ghost(self, bar: int, place: Place, colour: QColor, *, filled: bool) -> None:
        scene, painter, bars = self.scene, self.painter, self.scene.bars
        y = self._row_y(int(bars.row[bar]))
        left, right = scene.scale.x(place.starts), scene.scale.x(place.ends)
        end = self._end(left, right, y, diamond=bool(bars.flags[bar] & Flag.DIAMOND))
        pen = QPen(colour, 1.2, Qt.PenStyle.DashLine)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        ground = QColor(scene.tokens.sunken)
        ground.setAlphaF(0.8)
        painter.setBrush(ground if filled else Qt.BrushStyle.NoBrush)
        if end.point:
            middle, x = end.middle, end.centre
            r = DIAMOND_R * self.unit
            painter.drawPolygon(
                QPolygonF([
                    self._point(x, middle - r), self._point(x + r, middle), self._point(x, middle + r),
                    self._point(x - r, middle),
                ])
            )  # fmt: skip
            return
        low, far = max(-8.0, end.left), min(scene.width + 8.0, end.right)
        if far > low:
            painter.drawRoundedRect(self._box(low, end.top, far - low, end.bottom - end.top), 3, 3)

    def _drawing(self, drawing: Drawing) -> None:
        painter, tokens = self.painter, self.scene.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        end = self.end_of(drawing.bar)
        start = self._point(end.right if drawing.from_end else end.left, end.middle)
        target = self._point(drawing.x, drawing.y)
        if drawing.to_bar is not None:
            other = self.end_of(drawing.to_bar)
            target = self._point(other.left if drawing.to_start else other.right, other.middle)
            box = self._box(other.left, other.top, other.right - other.left, other.bottom - other.top)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), RADIUS_CHIP + 1, RADIUS_CHIP + 1)
        painter.setPen(QPen(QColor(tokens.accent), 2, Qt.PenStyle.DashLine))
        painter.drawLine(start, target)
        painter.setBrush(QColor(tokens.accent))
        painter.drawEllipse(target, 3, 3)
        if drawing.tip is not None:
            self._tip_at(drawing.tip, drawing.x + px(14), drawing.y)

    def _tip(self, tip: Tip, moving: Moving) -> None:
        y = self.header_px + self._row_y(int(self.scene.bars.row[moving.bar])) + BAR_TOP * self.unit
        self._tip_at(tip, self.scene.scale.x(moving.place.starts), y - px(8))

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

    # -- header ------------------------------------------------------------------------------------------------------

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


def _sign(value: float) -> float:
    return 0.0 if abs(value) < 0.01 else 1.0 if value > 0 else -1.0


def _qdate(civil: float) -> QDate:
    day = day_of(civil)
    return QDate(day.year, day.month, day.day)
