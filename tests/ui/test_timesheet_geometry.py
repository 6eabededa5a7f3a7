"""The day's canvas as arithmetic: where things stand, what a point means, what a drag makes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.spans import Span
from engagedesk.services.queries.timesheet_rows import DaySheet
from engagedesk.ui.timesheet.day_geometry import (
    HOUR_PX,
    Block,
    Drag,
    Dragging,
    Part,
    Size,
    day_shape,
    dragged,
    edges_of,
    free_slot,
    hit,
    nudged,
    split_at,
)
from engagedesk.ui.timesheet.drafts import DraftRow, DraftSource, gap_drafts
from tests.ui.sample_rows import ENTRIES, NOW, at, entry
from tests.ui.timesheet_sample import DAY_SHEET, EMPTY_DAY, LATE_DAY

SHAPE = day_shape(DAY_SHEET, (), width=840, now_utc=NOW)


def test_an_hour_has_its_height_and_every_entry_its_own() -> None:
    for block in SHAPE.blocks:
        row = block.entry
        if row.start_utc is not None and row.end_utc is not None:
            assert block.box.y == pytest.approx(SHAPE.y_of(row.start_utc) + 1)
            assert block.box.h == pytest.approx(max(2.0, (row.end_utc - row.start_utc) * HOUR_PX / 3600 - 2))


def test_a_short_call_is_a_bare_bar_and_a_quarter_hour_one_line() -> None:
    sizes = {block.entry.id: block.size for block in SHAPE.blocks}
    assert sizes[ENTRIES[5].id] is Size.BARE
    assert sizes[ENTRIES[0].id] is Size.LINE
    assert sizes[ENTRIES[1].id] is Size.FULL


def test_the_words_of_a_bare_bar_stand_above_it_or_below_and_over_no_other_entry() -> None:
    def shown(*spans: tuple[int, int]) -> Block:
        rows = tuple(entry(n, start, end, "Kestrel") for n, (start, end) in enumerate(spans))
        shape = day_shape(replace(DAY_SHEET, entries=rows, overlaps=(), gaps=()), (), width=840, now_utc=NOW)
        return next(block for block in shape.blocks if block.size is Size.BARE)

    ten, six_min = at(10), 360
    alone = shown((ten, ten + six_min))
    assert alone.label is not None
    assert alone.label.bottom == alone.box.y
    after = shown((ten - 7200, ten), (ten, ten + six_min))
    assert after.label is not None
    assert after.label.y == after.box.bottom
    assert shown((ten - 7200, ten), (ten, ten + six_min), (ten + six_min, ten + 7200)).label is None


def test_overlaps_stand_side_by_side_and_say_so() -> None:
    two = [block for block in SHAPE.blocks if block.overlaps]
    assert len(two) == 2
    assert two[0].box.right < two[1].box.x
    assert two[1].running


def test_a_length_without_times_stands_above_the_day() -> None:
    [length] = [block for block in SHAPE.blocks if block.entry.start_utc is None]
    assert length.box.bottom <= SHAPE.top


def test_a_late_night_is_cut_at_the_edges_of_the_day_and_says_so() -> None:
    shape = day_shape(LATE_DAY, (), width=840, now_utc=NOW)
    before, after = shape.blocks[0], shape.blocks[1]
    assert before.from_before
    assert before.box.y == pytest.approx(shape.top + 1)
    assert after.goes_on
    assert after.box.bottom <= shape.y_of(shape.end_utc)


def on_change(day: date, start: datetime, hours: int) -> DaySheet:
    begin = int(start.timestamp())
    return replace(
        EMPTY_DAY, day=day, day_start_utc=begin, day_end_utc=begin + hours * 3600, is_today=False, zone="Europe/London"
    )


def test_a_day_of_25_hours_is_longer_and_shows_its_hour_twice() -> None:
    autumn = on_change(date(2026, 10, 25), datetime(2026, 10, 24, 23, tzinfo=UTC), 25)
    shape = day_shape(autumn, (), width=840, now_utc=NOW)
    labels = [hour.label for hour in shape.hours]
    assert labels.count("01:00") == 2
    assert len(labels) == 26


def test_a_day_of_23_hours_lacks_the_hour_that_never_was() -> None:
    spring = on_change(date(2026, 3, 29), datetime(2026, 3, 29, 0, tzinfo=UTC), 23)
    labels = [hour.label for hour in day_shape(spring, (), width=840, now_utc=NOW).hours]
    assert "01:00" not in labels
    assert len(labels) == 24


def test_a_point_finds_entry_edge_gap_and_free_time() -> None:
    block = next(b for b in SHAPE.blocks if b.entry.id == ENTRIES[1].id)
    x = block.box.x + 30
    assert hit(SHAPE, x, block.box.y + 2).part is Part.START
    assert hit(SHAPE, x, block.box.bottom - 2).part is Part.END
    assert hit(SHAPE, x, block.box.middle).part is Part.BODY
    gap = SHAPE.gaps[0]
    assert hit(SHAPE, x, gap.box.middle).gap == gap.gap
    assert hit(SHAPE, x, SHAPE.y_of(at(19))).part is Part.FREE
    assert hit(SHAPE, 5, SHAPE.y_of(at(19))).part is Part.NOTHING


def test_the_end_of_a_running_entry_is_not_held() -> None:
    running = next(b for b in SHAPE.blocks if b.running)
    assert hit(SHAPE, running.box.x + 30, running.box.bottom - 1).part is not Part.END


def test_a_bare_bar_is_caught_a_little_beside_it() -> None:
    bare = next(b for b in SHAPE.blocks if b.size is Size.BARE)
    found = hit(SHAPE, bare.box.x + 30, bare.box.y - 4)
    assert found.block == bare


@given(st.integers(0, 86_400))
def test_a_height_and_its_instant_lead_to_each_other(second: int) -> None:
    instant = DAY_SHEET.day_start_utc + second
    assert abs(SHAPE.instant_at(SHAPE.y_of(instant)) - instant) <= 1


SPANS = st.tuples(st.integers(0, 80_000), st.integers(60, 20_000)).map(
    lambda one: Span(DAY_SHEET.day_start_utc + one[0], DAY_SHEET.day_start_utc + one[0] + one[1])
)


@given(SPANS, st.sampled_from(Dragging), st.integers(0, 86_400), st.integers(0, 86_400), st.sampled_from([0, 360, 900]))
def test_a_drag_always_makes_some_time_and_a_move_keeps_its_length(
    span: Span, what: Dragging, grabbed: int, to: int, step: int
) -> None:
    edges = edges_of(DAY_SHEET, NOW)
    start = DAY_SHEET.day_start_utc
    made = dragged(Drag(what, span, start + grabbed, edges), start + to, SHAPE, step_s=step)
    assert made.seconds > 0
    if what is Dragging.MOVE:
        assert made.seconds == span.seconds
    if what is Dragging.START:
        assert made.end_utc == span.end_utc
    if what is Dragging.END:
        assert made.start_utc == span.start_utc


def test_drawing_snaps_to_the_firms_increment_and_to_neighbours() -> None:
    edges = edges_of(DAY_SHEET, NOW)
    drawn = dragged(Drag(Dragging.DRAW, Span(0, 0), at(19, 4), edges), at(20, 9), SHAPE, step_s=900)
    assert drawn == Span(at(19), at(20, 15))
    meets = dragged(Drag(Dragging.DRAW, Span(0, 0), at(10, 17), edges), at(10, 52), SHAPE, step_s=900)
    assert meets == Span(at(10, 15), at(10, 55))
    free = dragged(Drag(Dragging.DRAW, Span(0, 0), at(19, 4), edges), at(20, 9), SHAPE, step_s=0)
    assert free == Span(at(19, 4), at(20, 9))


def test_a_moved_entry_meets_its_neighbour_with_its_end_too() -> None:
    span = Span(at(20), at(20, 40))
    edges = (at(18), at(19, 20))
    moved = dragged(Drag(Dragging.MOVE, span, at(20, 10), edges), at(18, 48), SHAPE, step_s=900)
    assert moved == Span(at(18, 40), at(19, 20))


def test_keys_move_and_resize_and_leave_at_least_a_minute() -> None:
    span = Span(at(9), at(10))
    assert nudged(span, by_s=900, what=Dragging.MOVE) == Span(at(9, 15), at(10, 15))
    assert nudged(span, by_s=-7200, what=Dragging.END) == Span(at(9), at(9, 1))
    assert nudged(span, by_s=7200, what=Dragging.START) == Span(at(9, 59), at(10))


def test_a_split_without_a_mouse_is_on_the_grid_inside_the_entry() -> None:
    assert split_at(Span(at(9, 10), at(10, 40)), 900) == at(9, 45)
    assert split_at(Span(at(9, 1), at(9, 5)), 900) == at(9, 3)


def test_a_new_entry_goes_into_the_first_gap_or_after_the_last_entry() -> None:
    assert free_slot(DAY_SHEET, NOW, step_s=900) == Span(at(10, 15), at(10, 55))
    assert free_slot(EMPTY_DAY, NOW, step_s=900) == Span(at(9), at(10))


def test_a_gap_suggests_what_stood_before_it_and_says_why() -> None:
    [draft] = gap_drafts(DAY_SHEET)
    assert (draft.source, draft.title, draft.why) == (DraftSource.RECENT, "Northgate", "just before the gap")
    assert (draft.start_utc, draft.end_utc) == (at(10, 15), at(10, 55))
    around = replace(DAY_SHEET, entries=(ENTRIES[1], entry(77, at(10, 55), at(11), "Northgate", colour=1)))
    assert gap_drafts(around)[0].why == "before and after the gap"


def test_drafts_without_times_stand_after_now_and_not_over_others() -> None:
    timed = DraftRow("a", DraftSource.SUGGESTION, "Call", "", "", "x", start_utc=at(16), end_utc=at(17))
    bare = DraftRow("b", DraftSource.PLAN, "Report", "", "", "x")
    shape = day_shape(DAY_SHEET, (timed, bare, replace(bare, key="c")), width=840, now_utc=NOW)
    boxes = [draft.box for draft in shape.drafts]
    assert boxes[1].y > boxes[0].bottom
    assert boxes[2].y > boxes[1].bottom
    assert all(box.x >= shape.entries_x + shape.entries_w for box in boxes)
