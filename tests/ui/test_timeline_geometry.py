"""The timeline without Qt: time and place, header, columns, links, snapping, what lies under the pointer."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.civil import DAY_S, civil
from engagedesk.domain.states import LinkKind
from engagedesk.ui.timeline.columns import NONE, BarFacts, Bars, Flag, LinkFacts, links_of, sorted_bars
from engagedesk.ui.timeline.density import FULL, Density
from engagedesk.ui.timeline.hand import Doing, Hand
from engagedesk.ui.timeline.hits import Hit, Part, bar_at, row_at
from engagedesk.ui.timeline.links import (
    End,
    distance,
    kind_between,
    route,
)
from engagedesk.ui.timeline.scale import (
    FIRST,
    LAST,
    MAX_DAY_PX,
    MIN_DAY_PX,
    PRESET_DAY_PX,
    Level,
    Scale,
    day_at,
)
from engagedesk.ui.timeline.snapping import (
    FREE_STEP_S,
    Place,
    moved,
    nudged,
    resized_end,
    resized_start,
    stretched,
)
from engagedesk.ui.timeline.ticks import free_runs, ticks
from tests.ui.timeline_rows import CALENDAR, HALF_DAY_S, begins, ends

DAYS = st.dates(date(1000, 1, 1), date(9000, 12, 31))
ZOOMS = st.floats(MIN_DAY_PX, MAX_DAY_PX)
WIDTHS = st.floats(1, 4000)
SOON = st.dates(date(2026, 1, 1), date(2027, 12, 31))

# -- time and place --------------------------------------------------------------------------------------------------


@given(day=DAYS, day_px=ZOOMS, x=st.floats(-4000, 4000))
def test_a_place_and_its_moment_are_one(day: date, day_px: float, x: float) -> None:
    scale = Scale.at(civil(day), day_px=day_px)
    assert scale.x(scale.civil(x)) == pytest.approx(x, abs=1e-3)


@given(day=DAYS, day_px=ZOOMS, factor=st.floats(0.01, 100), at_x=st.floats(0, 2000))
def test_zoom_holds_what_is_under_the_pointer(day: date, day_px: float, factor: float, at_x: float) -> None:
    scale = Scale.at(civil(day), day_px=day_px)
    nearer = scale.zoomed(factor, at_x=at_x)
    assert MIN_DAY_PX * 0.999 <= nearer.day_px <= MAX_DAY_PX * 1.001
    if FIRST < nearer.origin < LAST:
        assert nearer.x(scale.civil(at_x)) == pytest.approx(at_x, abs=0.5)


@given(first=DAYS, length=st.integers(0, 4000), width=st.floats(200, 4000))
def test_fit_shows_both_ends(first: date, length: int, width: float) -> None:
    start = civil(first)
    scale = Scale.fit(start, start + length * DAY_S, width=width, margin=32)
    assert scale.x(start) >= -0.5
    assert scale.x(start + length * DAY_S) <= width + 0.5


def test_panning_comes_to_rest_at_the_calendars_edges() -> None:
    scale = Scale.at(0, day_px=10)
    assert scale.panned(-1e12).origin == FIRST
    assert scale.panned(1e12).origin == LAST


@given(day=SOON, day_px=st.floats(0.5, 100), start=SOON, length=st.integers(0, 60))
def test_showing_brings_a_stretch_into_sight_and_moves_no_further(
    day: date, day_px: float, start: date, length: int
) -> None:
    scale = Scale.at(civil(day), day_px=day_px)
    a, b = civil(start), civil(start) + length * DAY_S
    shown = scale.showing(a, b, width=800, margin=20)
    assert shown.x(a) >= 20 - 1e-6 or shown.x(b) <= 780 + 1e-6
    assert shown.showing(a, b, width=800, margin=20).x(a) == pytest.approx(shown.x(a), abs=1e-6)


@pytest.mark.parametrize("level", list(PRESET_DAY_PX))
def test_a_button_of_the_header_zooms_to_its_own_level(level: Level) -> None:
    for text in (1.0, 1.5, 2.0):
        assert Scale.at(0, day_px=PRESET_DAY_PX[level] * text).level(text) is level


# -- header ----------------------------------------------------------------------------------------------------------


@given(day=st.dates(), day_px=ZOOMS, width=WIDTHS)
def test_header_cells_lie_side_by_side_over_the_whole_width_at_any_zoom(day: date, day_px: float, width: float) -> None:
    scale = Scale.at(civil(day), day_px=day_px)
    for row in ticks(scale, width):
        assert len(row) < 4000
        for one, other in pairwise(row):
            assert one.end == other.start
        if row:
            assert row[0].start <= max(scale.origin, FIRST)
            assert row[-1].end >= min(scale.civil(width), LAST) - 1e-3


def test_weeks_begin_on_mondays_and_months_on_their_first() -> None:
    upper, lower = ticks(Scale.at(civil(date(2026, 11, 4)), day_px=12), 800)
    assert {tick.day.weekday() for tick in lower} == {0}
    assert [tick.day for tick in upper] == [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)]


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_year_have_headers(day: date) -> None:
    for day_px in (MIN_DAY_PX, 0.3, 1.0, 6.0, 30.0):
        assert ticks(Scale.at(civil(day), day_px=day_px), 600)[1]


def test_weekends_are_joined_and_left_out_where_nobody_sees_them() -> None:
    scale = Scale.at(civil(date(2026, 11, 16)), day_px=12)
    runs = free_runs(scale, 14 * 12, {5, 6})
    assert [day_at(start) for start, _ in runs] == [date(2026, 11, 21), date(2026, 11, 28)]
    assert all(end - start == 2 * DAY_S for start, end in runs)
    assert free_runs(Scale.at(0, day_px=1.0), 800, {5, 6}) == ()


# -- columns ---------------------------------------------------------------------------------------------------------


def bars_of(facts: list[BarFacts], *, rows: int) -> Bars:
    """Return the columns of bars given in any order."""
    table = np.array(facts, np.float64).reshape(len(facts), len(BarFacts._fields))
    return sorted_bars(table, rows=rows)


def bar(row: int, start: float, end: float, *, flags: int = Flag.MOVABLE, colour: int = 0) -> BarFacts:
    return BarFacts(row, start, end, colour, flags, 0.0, NONE, NONE, row)


BARS = st.lists(
    st.builds(lambda row, start, length: bar(row, start, start + length),
              st.integers(0, 30), st.integers(0, 1000), st.integers(0, 200)),
    max_size=60,
)  # fmt: skip


@given(
    facts=BARS, first=st.integers(0, 30), rows=st.integers(0, 10), start=st.integers(0, 1000), span=st.integers(0, 300)
)
def test_the_slice_in_sight_is_what_a_walk_over_all_bars_finds(
    facts: list[BarFacts], first: int, rows: int, start: int, span: int
) -> None:
    bars = bars_of(facts, rows=31)
    seen = bars.visible(first, first + rows, start=start, end=start + span)
    found = sorted((int(bars.row[n]), float(bars.start[n]), float(bars.end[n])) for n in seen)
    wanted = sorted(
        (f.row, float(f.start), float(f.end))
        for f in facts
        if first <= f.row <= first + rows and f.end >= start and f.start <= start + span
    )
    assert found == wanted


def test_a_baseline_alone_brings_its_bar_into_sight() -> None:
    one = bar(0, 100, 200)._replace(base_start=10.0, base_end=20.0)
    assert list(bars_of([one], rows=1).visible(0, 0, start=0, end=30)) == [0]


def test_a_link_is_in_sight_while_one_of_its_ends_is() -> None:
    bars = bars_of([bar(0, 0, 10), bar(5, 20, 30), bar(9, 40, 50)], rows=10)
    links = links_of([LinkFacts(0, 1, 0, False, False, 0), LinkFacts(0, 2, 0, False, False, 1)])
    assert list(links.visible(bars, 0, 0, start=0, end=100)) == [0, 1]
    assert list(links.visible(bars, 3, 6, start=0, end=100)) == [0]
    assert list(links.visible(bars, 6, 8, start=0, end=100)) == []
    assert list(links.visible(bars, 0, 9, start=60, end=100)) == []


# -- links -----------------------------------------------------------------------------------------------------------

ENDS = st.builds(
    lambda x, wide, y, point: End(x, x + (14 if point else wide), y, y + 14, point),
    st.integers(0, 900), st.integers(4, 300), st.integers(0, 20).map(lambda n: n * 28), st.booleans(),
)  # fmt: skip


@given(kind=st.sampled_from(list(LinkKind)), one=ENDS, two=ENDS)
def test_a_link_runs_at_right_angles_from_the_one_end_into_the_other(kind: LinkKind, one: End, two: End) -> None:
    corners = route(kind, one, two, gap=6)
    for (ax, ay), (bx, by) in pairwise(corners[:-1]):
        assert ax == pytest.approx(bx) or ay == pytest.approx(by)
    first, last = corners[0], corners[-1]
    assert one.left - 1e-6 <= first[0] <= one.right + 1e-6
    assert two.left - 1e-6 <= last[0] <= two.right + 1e-6
    assert two.top - 1e-6 <= last[1] <= two.bottom + 1e-6


@pytest.mark.parametrize("kind", list(LinkKind))
def test_the_ends_of_a_drawn_link_say_its_kind(kind: LinkKind) -> None:
    left, entered = kind.value
    assert kind_between(from_end=left == "f", to_start=entered == "s") is kind


def test_a_route_is_near_on_its_stretches_only() -> None:
    corners = ((0.0, 0.0), (10.0, 0.0), (10.0, 50.0))
    assert distance(corners, 10, 25) == 0
    assert distance(corners, 13, 25) == pytest.approx(3)
    assert distance(corners, 0, 50) == pytest.approx(10)


# -- under the pointer -----------------------------------------------------------------------------------------------

SCALE = Scale.at(0, day_px=10)


def one_bar(flags: int = Flag.MOVABLE) -> Bars:
    return bars_of([bar(0, 10 * DAY_S, 20 * DAY_S, flags=flags)], rows=1)


@pytest.mark.parametrize(
    ("x", "part"),
    [
        (90, Part.LINK_START), (101, Part.START), (150, Part.BODY), (199, Part.END), (210, Part.LINK_END), (70, None),
        (230, None),
    ],
)  # fmt: skip
def test_a_bar_is_held_at_its_ends_and_linked_beyond_them(x: float, part: Part | None) -> None:
    found = bar_at(one_bar(), SCALE, 0, x, with_links=True)
    assert found == (None if part is None else Hit(0, part))


def test_what_cannot_be_moved_has_no_ends() -> None:
    summary = one_bar(Flag.SUMMARY)
    assert bar_at(summary, SCALE, 0, 101, with_links=True) == Hit(0, Part.BODY)
    assert bar_at(summary, SCALE, 0, 210, with_links=True) is None


def test_a_diamond_is_hit_around_its_point() -> None:
    point = bars_of([bar(0, 20 * DAY_S, 20 * DAY_S, flags=Flag.MOVABLE | Flag.DIAMOND)], rows=1)
    assert bar_at(point, SCALE, 0, 195, with_links=False) == Hit(0, Part.BODY)
    assert bar_at(point, SCALE, 0, 180, with_links=False) is None


def test_of_bars_over_each_other_the_last_to_start_is_on_top() -> None:
    both = bars_of([bar(0, 0, 30 * DAY_S), bar(0, 10 * DAY_S, 20 * DAY_S)], rows=1)
    assert bar_at(both, SCALE, 0, 150, with_links=False) == Hit(1, Part.BODY)


def test_there_is_no_row_above_the_first_or_below_the_last() -> None:
    assert row_at(30, top_px=28, row_px=28, rows=3) == 2
    assert row_at(-40, top_px=28, row_px=28, rows=3) is None
    assert row_at(60, top_px=28, row_px=28, rows=3) is None


# -- coming to rest --------------------------------------------------------------------------------------------------

STARTS = SOON.filter(lambda day: day.weekday() < 5)
TASKS = st.builds(lambda day, days: Place(begins(day), CALENDAR.add(begins(day), days * 27_000)), STARTS,
                  st.integers(1, 30))  # fmt: skip
DRAGS = st.integers(-60 * DAY_S, 60 * DAY_S)


@given(was=TASKS, by_s=DRAGS)
def test_a_dragged_task_begins_with_a_working_day_and_keeps_its_work(was: Place, by_s: int) -> None:
    now = moved(was, by_s, CALENDAR, free=False)
    assert now.starts == begins(day_at(now.starts))
    assert CALENDAR.between(now.starts, now.ends) == CALENDAR.between(was.starts, was.ends)
    assert abs(now.starts - was.starts - by_s) <= 2 * DAY_S


@given(was=TASKS, by_s=DRAGS)
def test_with_alt_a_task_goes_anywhere_and_takes_as_long_as_before(was: Place, by_s: int) -> None:
    now = moved(was, by_s, CALENDAR, free=True)
    assert now.ends - now.starts == was.ends - was.starts
    assert abs(now.starts - was.starts - by_s) <= FREE_STEP_S


@given(was=TASKS, by_s=DRAGS, free=st.booleans())
def test_a_dragged_end_never_comes_before_the_start(was: Place, by_s: int, free: bool) -> None:
    later, earlier = resized_end(was, by_s, CALENDAR, free=free), resized_start(was, by_s, CALENDAR, free=free)
    assert later.starts == was.starts
    assert later.ends > later.starts
    assert earlier.ends == was.ends
    assert earlier.starts < earlier.ends
    if not free:
        assert later.ends == ends(day_at(later.ends - 1))
        assert earlier.starts == begins(day_at(earlier.starts))


@given(day=STARTS, by_s=DRAGS)
def test_a_milestone_comes_to_rest_at_the_end_of_a_working_day(day: date, by_s: int) -> None:
    now = moved(Place(ends(day), ends(day)), by_s, CALENDAR, free=False)
    assert now.starts == now.ends == ends(day_at(now.ends - 1))


@given(was=TASKS, there=st.integers(-40, 40))
def test_arrows_back_and_forth_lead_home(was: Place, there: int) -> None:
    gone = nudged(was, there, CALENDAR, half_day_s=HALF_DAY_S)
    assert CALENDAR.between(was.starts, gone.starts) == there * HALF_DAY_S
    assert nudged(gone, -there, CALENDAR, half_day_s=HALF_DAY_S) == was


def test_shift_and_arrows_leave_at_least_half_a_day() -> None:
    was = Place(begins(date(2026, 11, 23)), ends(date(2026, 11, 24)))
    assert stretched(was, 1, CALENDAR, half_day_s=HALF_DAY_S).ends > was.ends
    least = stretched(was, -9, CALENDAR, half_day_s=HALF_DAY_S)
    assert CALENDAR.between(least.starts, least.ends) == HALF_DAY_S


def test_a_drag_over_a_weekend_lands_on_monday() -> None:
    was = Place(begins(date(2026, 11, 20)), ends(date(2026, 11, 20)))
    hand = Hand(b"x", Part.BODY, was, was, Doing.PRESSED)
    saturday = hand.dragged(1.6 * DAY_S, CALENDAR, free=False)
    assert saturday.place == Place(begins(date(2026, 11, 23)), ends(date(2026, 11, 23)))
    assert saturday.changed
    assert not hand.dragged(0.2 * DAY_S, CALENDAR, free=False).changed


# -- density ---------------------------------------------------------------------------------------------------------


@given(facts=BARS, row_px=st.sampled_from([0.1, 0.5, 1.0, 2.0, 3.5]))
def test_the_density_picture_counts_what_lies_at_each_pixel(facts: list[BarFacts], row_px: float) -> None:
    wide, high = 60, 40
    shades = np.arange(FULL + 1, dtype=np.uint32)[None, :]
    scale = Scale(0.0, 0.05)
    bars = bars_of(facts, rows=31)
    picture = Density().picture(bars, scale, width=wide, height=high, row_px=row_px, top_px=0.0, shades=shades)
    counts = np.zeros((high, wide), int)
    for fact in facts:
        line = int(fact.row * row_px)
        left, right = int(max(-1.0, scale.x(fact.start))), int(min(float(wide), scale.x(fact.end)))
        if line < high and left < wide and right >= 0:
            counts[line, max(0, left) : right + 1] += 1
    begun = {int(fact.row * row_px) for fact in facts}
    for line in begun & set(range(high)):
        assert list(picture[line, :wide]) == list(np.minimum(counts[line], FULL))


def test_a_closed_engagement_stays_in_the_overview_and_an_open_one_does_not_drown_its_tasks() -> None:
    shades = np.arange(FULL + 1, dtype=np.uint32)[None, :]
    facts = [bar(0, 0, 500, flags=Flag.SUMMARY), bar(1, 0, 500, flags=Flag.SUMMARY | Flag.CLOSED)]
    picture = Density().picture(
        bars_of(facts, rows=2), Scale(0.0, 0.05), width=30, height=2, row_px=1.0, top_px=0.0, shades=shades
    )
    assert picture[0].sum() == 0
    assert picture[1, :25].all()


def test_places_are_the_domains_civil_seconds() -> None:
    assert day_at(civil(date(2026, 11, 22)) + DAY_S - 1) == date(2026, 11, 22)
    assert day_at(LAST + 5 * DAY_S) == date.max
    assert timedelta(seconds=DAY_S) == timedelta(days=1)
