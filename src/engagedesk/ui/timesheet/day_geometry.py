"""Where everything on the day's canvas stands, and what a point of it means; no Qt, so that it is tested as arithmetic.

The canvas runs in instants, not in clock hours: a day of 23 or 25 hours is so much shorter or longer. Lengths without
times stand in rows above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from engagedesk.domain.day_edits import snap
from engagedesk.domain.days import local, zone_named
from engagedesk.domain.spans import Span, columns
from engagedesk.services.queries.rows import EntryRow, GapRow
from engagedesk.services.queries.timesheet_rows import DaySheet
from engagedesk.ui.tables.geometry import Box
from engagedesk.ui.timesheet.drafts import DraftRow

HOUR_PX: Final = 66
GUTTER_PX: Final = 64
LANE_GAP_PX: Final = 16
DRAFTS_PX: Final = 228
ENTRIES_SHARE: Final = 512
RIGHT_PX: Final = 16
COLUMN_GAP_PX: Final = 6
LENGTH_ROW_PX: Final = 32
TOP_PX: Final = 12
BOTTOM_PX: Final = 24
ONE_LINE_BELOW_PX: Final = 36
BARE_BELOW_PX: Final = 12
BARE_LABEL_PX: Final = 18
EDGE_PX: Final = 6
DRAFT_PX: Final = 44
LEAST_HIT_PX: Final = 8
NARROW_BELOW_PX: Final = 640
"""Canvas width under which the drafts take less."""


class Size(Enum):
    """How much of an entry its block can say."""

    FULL = "full"
    LINE = "line"
    BARE = "bare"
    """A bar; its words stand beside it, where there is room."""


@dataclass(frozen=True, slots=True)
class Block:
    """An entry on the canvas."""

    entry: EntryRow
    box: Box
    size: Size
    from_before: bool = False
    """It began before the day."""
    goes_on: bool = False
    """It ends after the day."""
    running: bool = False
    overlaps: bool = False
    label: Box | None = None
    """Of a bar: where its words stand, above it or else below; None = other entries take both."""


@dataclass(frozen=True, slots=True)
class GapBlock:
    gap: GapRow
    box: Box


@dataclass(frozen=True, slots=True)
class DraftBlock:
    draft: DraftRow
    box: Box


@dataclass(frozen=True, slots=True)
class HourLine:
    y: float
    label: str
    """The clock's hour; "" = a line without one."""


@dataclass(frozen=True, slots=True)
class DayShape:
    """The whole canvas at one width and one moment."""

    width: float
    height: float
    top: float
    """The y of the day's first instant."""
    px_per_s: float
    start_utc: int
    end_utc: int
    entries_x: float
    entries_w: float
    drafts_x: float
    drafts_w: float
    hours: tuple[HourLine, ...]
    blocks: tuple[Block, ...]
    gaps: tuple[GapBlock, ...]
    drafts: tuple[DraftBlock, ...]
    now_y: float | None

    def y_of(self, instant: int) -> float:
        return self.top + (instant - self.start_utc) * self.px_per_s

    def instant_at(self, y: float) -> int:
        """Return the instant at a height, within the day."""
        instant = self.start_utc + round((y - self.top) / self.px_per_s)
        return max(self.start_utc, min(self.end_utc, instant))


def day_shape(
    sheet: DaySheet, drafts: Sequence[DraftRow], *, width: float, now_utc: int, scale: float = 1.0
) -> DayShape:
    """Lay out a day. ``scale`` is the font scale; boxes are those of a left-to-right canvas."""
    px_per_s = HOUR_PX * scale / 3600
    lengths = [row for row in sheet.entries if row.start_utc is None]
    top = (TOP_PX + len(lengths) * LENGTH_ROW_PX + (LANE_GAP_PX if lengths else 0)) * scale
    entries_x = GUTTER_PX * scale
    drafts_w = DRAFTS_PX * scale if width >= NARROW_BELOW_PX * scale else max(96 * scale, width * 0.24)
    entries_w = max(120.0, width - entries_x - LANE_GAP_PX * scale - drafts_w - RIGHT_PX * scale)
    drafts_x = entries_x + entries_w + LANE_GAP_PX * scale
    height = top + (sheet.day_end_utc - sheet.day_start_utc) * px_per_s + BOTTOM_PX * scale
    shape = DayShape(
        width, height, top, px_per_s, sheet.day_start_utc, sheet.day_end_utc, entries_x, entries_w, drafts_x, drafts_w,
        hours=(), blocks=(), gaps=(), drafts=(), now_y=None,
    )  # fmt: skip
    blocks = (
        *(
            Block(
                row,
                Box(entries_x, (TOP_PX + n * LENGTH_ROW_PX) * scale, entries_w, (LENGTH_ROW_PX - 4) * scale),
                Size.LINE,
            )
            for n, row in enumerate(lengths)
        ),
        *_blocks(sheet, shape, now_utc=now_utc, scale=scale),
    )
    gaps = tuple(
        GapBlock(
            gap,
            Box(entries_x, shape.y_of(gap.start_utc) + 1, entries_w, (gap.end_utc - gap.start_utc) * px_per_s - 2),
        )
        for gap in sheet.gaps
    )
    now_y = shape.y_of(now_utc) if sheet.is_today and sheet.day_start_utc <= now_utc <= sheet.day_end_utc else None
    return DayShape(
        width, height, top, px_per_s, sheet.day_start_utc, sheet.day_end_utc, entries_x, entries_w, drafts_x, drafts_w,
        hours=_hours(sheet, shape), blocks=blocks, gaps=gaps,
        drafts=_drafts(drafts, shape, after_utc=_after(sheet, now_utc), scale=scale), now_y=now_y,
    )  # fmt: skip


def span_of(row: EntryRow, now_utc: int) -> Span | None:
    """Return an entry's span, of a running one until now; None = a length without times."""
    if row.start_utc is None:
        return None
    end_utc = max(row.start_utc, now_utc) if row.end_utc is None else row.end_utc
    return Span(row.start_utc, end_utc)


def _blocks(sheet: DaySheet, shape: DayShape, *, now_utc: int, scale: float) -> tuple[Block, ...]:
    bounds = Span(sheet.day_start_utc, sheet.day_end_utc)
    timed: list[tuple[EntryRow, Span, Span]] = []
    for row in sheet.entries:
        span = span_of(row, now_utc)
        if span is None:
            continue
        inside = span.intersect(bounds)
        if inside is None and bounds.contains(span.start_utc):
            inside = Span(span.start_utc, span.start_utc)
        if inside is not None:
            timed.append((row, span, inside))
    claimed = {one for pair in sheet.overlaps for one in (pair.first, pair.second)}
    found = []
    placed = columns([inside for _, _, inside in timed])
    for (row, span, inside), place in zip(timed, placed, strict=True):
        gaps_px = COLUMN_GAP_PX * scale * (place.columns - 1)
        wide = (shape.entries_w - gaps_px) / place.columns
        x = shape.entries_x + place.column * (wide + COLUMN_GAP_PX * scale)
        y = shape.y_of(inside.start_utc)
        high = max(inside.seconds * shape.px_per_s, 3.0)
        size = (
            Size.BARE if high < BARE_BELOW_PX * scale else Size.LINE if high < ONE_LINE_BELOW_PX * scale else Size.FULL
        )
        found.append(
            Block(
                row,
                Box(x, y + 1, wide, max(2.0, high - 2)),
                size,
                from_before=span.start_utc < bounds.start_utc,
                goes_on=span.end_utc > bounds.end_utc,
                running=row.end_utc is None,
                overlaps=row.id in claimed,
            )
        )
    return _labelled(found, scale)


def _labelled(blocks: Sequence[Block], scale: float) -> tuple[Block, ...]:
    """Give each bar's words their place, over no other entry and no other words."""
    taken = [block.box for block in blocks]
    found, high = [], BARE_LABEL_PX * scale
    for block in blocks:
        box = block.box
        places = (Box(box.x, box.y - high, box.w, high), Box(box.x, box.bottom, box.w, high))
        label = None
        if block.size is Size.BARE:
            label = next((one for one in places if not any(one.overlaps(other) for other in taken)), None)
        if label is not None:
            taken.append(label)
        found.append(replace(block, label=label))
    return tuple(found)


def _hours(sheet: DaySheet, shape: DayShape) -> tuple[HourLine, ...]:
    zone = zone_named(sheet.zone)
    found = []
    first = local(sheet.day_start_utc, zone)
    instant = sheet.day_start_utc - first.minute * 60 - first.second
    while instant <= sheet.day_end_utc:
        if instant >= sheet.day_start_utc:
            shown = local(instant, zone)
            found.append(HourLine(shape.y_of(instant), f"{shown:%H}:{shown.minute:02d}"))
        instant += 3600
    return tuple(found)


def _after(sheet: DaySheet, now_utc: int) -> int:
    """Return the instant from which drafts without times stand: after now, or after the day's last entry."""
    if sheet.is_today:
        return now_utc
    ends = [row.end_utc for row in sheet.entries if row.end_utc is not None]
    return max((min(end, sheet.day_end_utc) for end in ends), default=sheet.day_start_utc + 9 * 3600)


def _drafts(drafts: Sequence[DraftRow], shape: DayShape, *, after_utc: int, scale: float) -> tuple[DraftBlock, ...]:
    found: list[DraftBlock] = []
    timed = [draft for draft in drafts if draft.start_utc is not None and draft.end_utc is not None]
    spans = [Span(d.start_utc or 0, max(d.end_utc or 0, (d.start_utc or 0) + 60)) for d in timed]
    for draft, span, place in zip(timed, spans, columns(spans), strict=True):
        wide = (shape.drafts_w - COLUMN_GAP_PX * scale * (place.columns - 1)) / place.columns
        x = shape.drafts_x + place.column * (wide + COLUMN_GAP_PX * scale)
        y = shape.y_of(max(span.start_utc, shape.start_utc))
        high = (min(span.end_utc, shape.end_utc) - max(span.start_utc, shape.start_utc)) * shape.px_per_s
        found.append(DraftBlock(draft, Box(x, y + 1, wide, max(28 * scale, high - 2))))
    y = shape.y_of(after_utc) + 12 * scale
    for block in found:
        if block.box.bottom > y:
            y = max(y, block.box.bottom + 8 * scale)
    for draft in drafts:
        if draft.start_utc is None:
            found.append(DraftBlock(draft, Box(shape.drafts_x, y, shape.drafts_w, DRAFT_PX * scale)))
            y += (DRAFT_PX + 6) * scale
    return tuple(found)


# -- what a point means -----------------------------------------------------------------------------------------------


class Part(Enum):
    """What of the canvas is under a point."""

    BODY = "body"
    START = "start"
    """The upper edge of an entry: it moves the start."""
    END = "end"
    GAP = "gap"
    DRAFT = "draft"
    FREE = "free"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Hit:
    part: Part
    instant: int
    block: Block | None = None
    gap: GapRow | None = None
    draft: DraftRow | None = None


def hit(shape: DayShape, x: float, y: float) -> Hit:
    """Return what lies under a point; of two entries the smaller, edges only where the block is tall enough."""
    instant = shape.instant_at(y)
    under = [b for b in shape.blocks if _inside(b.box, x, y, grow=LEAST_HIT_PX if b.size is Size.BARE else 0)]
    if under:
        block = min(under, key=lambda b: b.box.h)
        edge = min(EDGE_PX, block.box.h / 4)
        if block.entry.start_utc is not None:
            if y - block.box.y < edge and not block.from_before:
                return Hit(Part.START, instant, block)
            if block.box.bottom - y < edge and not block.goes_on and not block.running:
                return Hit(Part.END, instant, block)
        return Hit(Part.BODY, instant, block)
    for gap in shape.gaps:
        if _inside(gap.box, x, y):
            return Hit(Part.GAP, instant, gap=gap.gap)
    for draft in shape.drafts:
        if _inside(draft.box, x, y):
            return Hit(Part.DRAFT, instant, draft=draft.draft)
    inside = shape.entries_x <= x < shape.entries_x + shape.entries_w and shape.top <= y <= shape.y_of(shape.end_utc)
    return Hit(Part.FREE if inside else Part.NOTHING, instant)


def _inside(box: Box, x: float, y: float, *, grow: float = 0) -> bool:
    return box.x <= x < box.right and box.y - grow <= y < box.bottom + grow


class Dragging(Enum):
    MOVE = "move"
    START = "start"
    END = "end"
    DRAW = "draw"


@dataclass(frozen=True, slots=True)
class Drag:
    """A drag under way: what of which entry, and where it began."""

    what: Dragging
    span: Span
    """The entry's span as it was, or an empty one where a new entry is drawn."""
    grabbed_utc: int
    edges: tuple[int, ...]
    """Starts and ends of the other entries: what is drawn near one meets it exactly."""


def edges_of(sheet: DaySheet, now_utc: int, *, but: bytes | None = None) -> tuple[int, ...]:
    """Return the starts and ends of all entries but one, and the present instant on today."""
    found: list[int] = []
    for row in sheet.entries:
        span = span_of(row, now_utc)
        if span is not None and row.id != but:
            found += [span.start_utc, span.end_utc]
    if sheet.is_today:
        found.append(now_utc)
    return tuple(sorted(set(found)))


def dragged(drag: Drag, to_utc: int, shape: DayShape, *, step_s: int, reach_px: float = 6.0) -> Span:
    """Return the span that the drag would make; ``step_s`` 0 = free. It always has some length.

    A moved entry keeps its length to the second: its start, or where that is nearer its end, meets a neighbour.
    """
    reach_s = 0 if step_s == 0 else round(reach_px / shape.px_per_s)

    def at(instant: int) -> int:
        return snap(instant, origin_utc=shape.start_utc, step_s=step_s, edges=drag.edges, reach_s=reach_s)

    least_s = step_s or 60
    match drag.what:
        case Dragging.START:
            return Span(min(at(to_utc), drag.span.end_utc - 60), drag.span.end_utc)
        case Dragging.END:
            return Span(drag.span.start_utc, max(at(to_utc), drag.span.start_utc + 60))
        case Dragging.DRAW:
            first, last = sorted((at(drag.grabbed_utc), at(to_utc)))
            return Span(first, last) if last > first else Span(first, first + least_s)
        case Dragging.MOVE:
            start = drag.span.start_utc + to_utc - drag.grabbed_utc
            length = drag.span.seconds
            by_start, by_end = at(start), at(start + length) - length
            # On the grid the start counts; the end does where it meets a neighbour and the start meets none.
            end_meets = by_end + length in drag.edges and by_start not in drag.edges
            moved = by_end if end_meets else by_start
            return Span(moved, moved + length)


def nudged(span: Span, *, by_s: int, what: Dragging) -> Span:
    """Return a span moved or resized by the keyboard; it keeps at least a minute."""
    match what:
        case Dragging.START:
            return Span(min(span.start_utc + by_s, span.end_utc - 60), span.end_utc)
        case Dragging.END:
            return Span(span.start_utc, max(span.end_utc + by_s, span.start_utc + 60))
        case _:
            return Span(span.start_utc + by_s, span.end_utc + by_s)


def split_at(span: Span, step_s: int) -> int:
    """Return where an entry is split without a mouse: in the middle, on the firm's grid where that lies inside."""
    middle = span.start_utc + span.seconds // 2
    on_grid = middle // step_s * step_s if step_s else middle
    return on_grid if span.start_utc < on_grid < span.end_utc else middle


def free_slot(sheet: DaySheet, now_utc: int, *, step_s: int) -> Span:
    """Return where a new entry goes without a mouse: into the first gap, else after the last entry, else to 09:00."""
    if sheet.gaps:
        return Span(sheet.gaps[0].start_utc, sheet.gaps[0].end_utc)
    ends = [span.end_utc for row in sheet.entries if (span := span_of(row, now_utc)) is not None]
    start = max(ends, default=sheet.day_start_utc + 9 * 3600)
    if sheet.is_today and start < now_utc and ends:
        return Span(start, now_utc)
    start = min(start, sheet.day_end_utc - step_s)
    return Span(start, min(start + 4 * step_s, sheet.day_end_utc))
