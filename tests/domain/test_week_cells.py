from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.day_edits import (
    Claim,
    merge_spans,
    merge_texts,
    resolve_overlap,
    snap,
    split_seconds,
    split_span,
)
from engagedesk.domain.days import DayPart
from engagedesk.domain.firm_profile import FirmProfile
from engagedesk.domain.ids import CodeId, EngagementId, EntryId
from engagedesk.domain.rounding import apportion, round_s
from engagedesk.domain.spans import Span, covered_s, overlapping_pairs
from engagedesk.domain.states import CodeStanding
from engagedesk.domain.timesheet import SheetEntry, timesheet
from engagedesk.domain.week_cells import CellEntry, CellPlan, Holding, clear_cell, read_hours, set_cell
from engagedesk.domain.week_grid import GridEntry, RowKey, rounded_grid
from engagedesk.errors import UserError

MONDAY = date(2026, 11, 16)
DAYS = tuple(MONDAY + timedelta(days=n) for n in range(7))


def entry_id(number: int) -> EntryId:
    return EntryId(number.to_bytes(16, "big"))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1.5", 5400), ("1,5", 5400), ("1:30", 5400), ("1.5h", 5400), ("90m", 5400), ("90 min", 5400), ("1h30", 5400),
        ("8", 28_800), (".25", 900), ("0", 0), ("", 0), ("–", 0), (" 2 ", 7200), ("24", 86_400), ("0:07", 420),
    ],
)  # fmt: skip
def test_hours_are_read_as_people_type_them(text: str, seconds: int) -> None:
    assert read_hours(text) == seconds


@pytest.mark.parametrize("text", ["x", "1:60", "-1", "25", "1.5.2", "=1+1", "90", "١", "1h90", "9" * 100_000])
def test_what_is_no_number_of_hours_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        read_hours(text)


def entries(*given: tuple[Holding, int]) -> list[CellEntry]:
    return [CellEntry(entry_id(n), holding, seconds) for n, (holding, seconds) in enumerate(given, 1)]


def test_more_than_there_is_becomes_a_duration_beside_the_times() -> None:
    plan = set_cell(entries((Holding.SPAN, 7080)), 9000, shown_s=7200)
    assert plan == CellPlan(add_s=1920)


def test_more_goes_to_the_duration_that_the_cell_has() -> None:
    plan = set_cell(entries((Holding.SPAN, 3600), (Holding.DURATION, 1800)), 9000, shown_s=5400)
    assert plan == CellPlan(lengths=((entry_id(2), 5400),))


def test_less_shortens_durations_the_last_first() -> None:
    plan = set_cell(entries((Holding.DURATION, 3600), (Holding.DURATION, 1800)), 2700, shown_s=5400)
    assert plan == CellPlan(lengths=((entry_id(1), 2700),), delete=(entry_id(2),))


def test_time_with_start_and_end_never_gives_way_to_a_number() -> None:
    with pytest.raises(UserError) as refused:
        set_cell(entries((Holding.SPAN, 7080), (Holding.DURATION, 600)), 3600, shown_s=7200)
    assert refused.value.code == "cell.has_times"


def test_posted_time_never_gives_way() -> None:
    with pytest.raises(UserError) as refused:
        set_cell(entries((Holding.LOCKED, 7200)), 3600, shown_s=7200)
    assert refused.value.code == "cell.locked"


def test_the_rounded_number_that_stands_there_changes_nothing() -> None:
    assert set_cell(entries((Holding.SPAN, 7080)), 7200, shown_s=7200).does_nothing


def test_clearing_leaves_the_timer_and_what_is_handed_in() -> None:
    held = entries((Holding.SPAN, 60), (Holding.DURATION, 70), (Holding.RUNNING, 0), (Holding.LOCKED, 80))
    assert clear_cell(held) == CellPlan(delete=(entry_id(2),), cut=(entry_id(1),), stays_s=80)
    with pytest.raises(UserError) as refused:
        clear_cell(entries((Holding.RUNNING, 0)))
    assert refused.value.code == "cell.running"


HOLDINGS = st.lists(
    st.tuples(st.sampled_from(Holding), st.integers(1, 30_000)).map(
        lambda one: (one[0], 0 if one[0] is Holding.RUNNING else -one[1] if one[0] is Holding.CORRECTION else one[1])
    ),
    max_size=6,
)


@given(HOLDINGS, st.integers(1, 86_400))
def test_a_typed_number_is_met_exactly_and_touches_durations_only(
    given_: list[tuple[Holding, int]], wanted: int
) -> None:
    held = entries(*given_)
    try:
        plan = set_cell(held, wanted, shown_s=-1)
    except UserError:
        assert sum(e.seconds for e in held if e.holding is not Holding.DURATION) > wanted
        return
    durations = {e.entry for e in held if e.holding is Holding.DURATION}
    assert {entry for entry, _ in plan.lengths} | set(plan.delete) <= durations
    assert plan.cut == ()
    lengths = dict(plan.lengths)
    after = [lengths.get(e.entry, e.seconds) for e in held if e.entry not in plan.delete]
    assert sum(after) + plan.add_s == wanted


# -- rounding ---------------------------------------------------------------------------------------------------------


def grid_entries(draw: Sequence[tuple[int, int, int, bool, bool]]) -> tuple[list[GridEntry], list[SheetEntry]]:
    grid, sheet = [], []
    for number, (code, day, seconds, chargeable, held) in enumerate(draw):
        word = "" if held else f"4100{code}"
        owner = EngagementId(bytes([code]) * 16)
        key = RowKey(chargeable, owner, None if held else CodeId(bytes([code]) * 16), "Fieldwork")
        parts = (DayPart(DAYS[day], seconds),)
        grid.append(GridEntry(entry_id(number), key, word, held, parts))
        standing = CodeStanding.MISSING if held else CodeStanding.OPEN
        sheet.append(SheetEntry(entry_id(number), parts, owner, "x", word or None, standing, "Fieldwork", ""))
    return grid, sheet


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 6), st.integers(1, 20_000), st.booleans(), st.booleans())),
    st.sampled_from([360, 900, 1800]),
)
def test_the_grid_shows_the_numbers_that_the_timesheet_exports(
    drawn: list[tuple[int, int, int, bool, bool]], step: int
) -> None:
    profile = FirmProfile(increment_s=step)
    grid, sheet = grid_entries(drawn)
    shown, exported = rounded_grid(grid, DAYS, profile), timesheet(sheet, DAYS, profile)
    for line in exported.lines:
        keys = {entry.key for entry in grid if entry.code == line.code and not entry.held}
        assert tuple(sum(shown.rounded_s.get((key, day), 0) for key in keys) for day in DAYS) == line.seconds
    for place, day in enumerate(DAYS):
        raw = sum(s for (_, d), s in shown.raw_s.items() if d == day)
        rounded = sum(s for (_, d), s in shown.rounded_s.items() if d == day)
        assert rounded == round_s(raw, step)
        assert shown.residual_s[day] == raw - rounded == exported.residual_s[place]
    assert all(abs(shown.rounded_s[cell] - raw) < 2 * step for cell, raw in shown.raw_s.items())


@given(st.lists(st.integers(1, 9999), min_size=1, max_size=8), st.sampled_from([60, 360, 900]), st.booleans())
def test_a_rounded_total_is_shared_out_to_the_last_step(lines: list[int], step: int, up: bool) -> None:
    whole, rest = divmod(sum(lines), step)
    total = (whole + (1 if up and rest else 0)) * step
    shared = apportion(list(enumerate(lines)), step, total_s=total)
    assert sum(seconds for _, seconds in shared) == total
    assert all(abs(seconds - lines[number]) < step for number, seconds in shared)


# -- spans ------------------------------------------------------------------------------------------------------------

SPANS = st.tuples(st.integers(0, 500), st.integers(1, 300)).map(lambda one: Span(one[0], one[0] + one[1]))


@given(SPANS, st.integers(0, 900))
def test_a_split_loses_and_doubles_no_second(span: Span, at: int) -> None:
    if not span.start_utc < at < span.end_utc:
        with pytest.raises(UserError):
            split_span(span, at)
        return
    first, second = split_span(span, at)
    assert first.seconds
    assert second.seconds
    assert first.seconds + second.seconds == span.seconds
    assert merge_spans(first, second) == merge_spans(second, first) == span


@given(st.integers(1, 9000), st.integers(-5, 9000))
def test_a_split_length_adds_up(seconds: int, first: int) -> None:
    try:
        parts = split_seconds(seconds, first)
    except UserError:
        assert not 0 < first < seconds
        return
    assert sum(parts) == seconds
    assert min(parts) > 0


@given(SPANS, SPANS)
def test_only_spans_that_touch_are_merged(first: Span, second: Span) -> None:
    try:
        merged = merge_spans(first, second)
    except UserError:
        assert first.end_utc != second.start_utc or first.overlaps(second)
        return
    assert merged.seconds == first.seconds + second.seconds == covered_s([first, second])


@given(SPANS, SPANS, st.booleans(), st.booleans())
def test_a_resolved_overlap_keeps_every_second_and_leaves_none_twice(
    first: Span, second: Span, one: bool, other: bool
) -> None:
    claims = (Claim(first, one), Claim(second, other))
    try:
        decided = resolve_overlap(*claims)
    except UserError:
        # Nothing was shared, nothing may be changed, or nothing would be left of what may.
        locked = not (one or other)
        left = (first.subtract([second]) if one else ()) + (second.subtract([first]) if other else ())
        assert not first.overlaps(second) or locked or left == ()
        return
    assert claims[decided.place].editable
    after = [*decided.left, claims[1 - decided.place].span]
    assert overlapping_pairs(after) == ()
    assert covered_s(after) == covered_s([first, second]) == sum(span.seconds for span in after)


def test_what_began_earlier_gives_way_and_an_entry_inside_another_parts_it() -> None:
    assert resolve_overlap(Claim(Span(0, 100), editable=True), Claim(Span(50, 150), editable=True)).left == (
        Span(0, 50),
    )
    inside = resolve_overlap(Claim(Span(0, 100), editable=True), Claim(Span(40, 60), editable=True))
    assert (inside.place, inside.left) == (0, (Span(0, 40), Span(60, 100)))


def test_a_running_timer_is_never_ended_by_an_overlap() -> None:
    running = Claim(Span(0, 100), editable=True, running=True)
    decided = resolve_overlap(running, Claim(Span(50, 150), editable=True))
    assert decided.place == 1
    assert decided.left == (Span(100, 150),)


def test_narratives_are_joined_once_each() -> None:
    assert merge_texts("Call", "Call ") == "Call"
    assert merge_texts("Call", "") == "Call"
    assert merge_texts("Call", "Notes") == "Call; Notes"


@given(st.integers(-10_000, 10_000), st.sampled_from([0, 360, 900]))
def test_a_drawn_edge_lands_on_the_firms_grid_or_on_a_neighbour(instant: int, step: int) -> None:
    landed = snap(instant, origin_utc=0, step_s=step)
    assert landed % (step or 60) == 0
    assert abs(landed - instant) <= (step or 60)
    assert snap(instant, origin_utc=0, step_s=step, edges=(instant + 7,), reach_s=60) == instant + 7
