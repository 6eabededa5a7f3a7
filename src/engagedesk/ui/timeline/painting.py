"""The one paint routine of the timeline: screen, PNG and PDF. It paints from columns and pure geometry alone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF

from engagedesk.domain.civil import DAY_S, civil
from engagedesk.domain.states import LinkKind
from engagedesk.ui.format import day_short
from engagedesk.ui.theme import Style, draw_line, elided, px
from engagedesk.ui.theme.fonts import font_scale
from engagedesk.ui.theme.tokens import RADIUS_CHIP
from engagedesk.ui.timeline.arranging import NodeKind
from engagedesk.ui.timeline.columns import LINK_KINDS, Flag
from engagedesk.ui.timeline.density import BELOW_ROW_PX
from engagedesk.ui.timeline.header import HeaderPainter
from engagedesk.ui.timeline.links import End, Point, route
from engagedesk.ui.timeline.scale import day_at
from engagedesk.ui.timeline.scene import (
    BAR_PX,
    BAR_TOP,
    BASE_DIAMOND_R,
    DIAMOND_R,
    LINKS_FROM_ROW_PX,
    ROW_PX,
    SHAPES_FROM_ROW_PX,
    TEXT_FROM_ROW_PX,
    Drawing,
    Moving,
    Painted,
    Tip,
)
from engagedesk.ui.timeline.sheet import bar_colours, mixed, shades_of
from engagedesk.ui.timeline.snapping import Place
from engagedesk.ui.timeline.ticks import free_runs, ticks
from engagedesk.ui.timeline.words import tr

LONG_LINK_ROWS: Final = 12
"""A critical link over more rows than this is drawn thin: grouped by person most of them run over the whole plan."""


class PlanPainter(HeaderPainter):
    """Paints one scene; made for a paint call."""

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
        # As the strip of capacity has it: a darker border would not be seen on a dark ground.
        ink = mixed(scene.tokens.control_border, scene.tokens.surface, 0.45)
        hatch = QBrush(ink, Qt.BrushStyle.BDiagPattern)
        for free in scene.plan.free_days:
            start, end = civil(free.first), civil(free.last) + DAY_S
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
        seen = scene.bars.visible(
            first, last, start=scene.scale.origin - reach, end=scene.scale.civil(scene.width + 20)
        )
        if scene.row_px < SHAPES_FROM_ROW_PX:
            self._plain(seen.tolist())
            if scene.row_px >= LINKS_FROM_ROW_PX:
                self._links(first, last)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bars = scene.bars
        moving = scene.moving.bar if scene.moving is not None else -1
        pushed = {} if scene.moving is None else dict(scene.moving.pushes)
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
            # The words of what is pushed stand behind where it goes, not below its ghost.
            until = max(right, scene.scale.x(pushed[bar].ends)) if bar in pushed else right
            marks.append((row, left, until, flags, node))
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
        over = scene.arranged.nodes[scene.shown[row]]
        on_engagement = over.kind is NodeKind.ENGAGEMENT
        if on_engagement:
            # Words on the engagement's own bar could not be read.
            x = max(x, scene.scale.x(over.ends) + px(10))
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
            day = day_short(day_at(node.item.ends - 1 if node.item.ends % DAY_S == 0 else node.item.ends))
            text = day
            if on_engagement:
                text = tr("Timeline", "{name}, {day}").format(name=node.name, day=day)
            elif flags & Flag.PINNED:
                text = tr("Timeline", "Pinned, {day}").format(day=day)
        if text:
            self.painter.setPen(QColor(tone))
            box = self._box(x, self._row_y(row), px(240), (2 * BAR_TOP + BAR_PX) * self.unit)
            draw_line(self.painter, Style.CAPTION_STRONG, box, elided(Style.CAPTION_STRONG, text, px(240)))

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
            elif critical and abs(int(scene.bars.row[one]) - int(scene.bars.row[two])) > LONG_LINK_ROWS:
                colour, width = QColor(mixed(tokens.text, tokens.surface, 0.5)), 1.0
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


def _sign(value: float) -> float:
    return 0.0 if abs(value) < 0.01 else 1.0 if value > 0 else -1.0
