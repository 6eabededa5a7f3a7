"""People's weeks: what is asked of them beside what they have."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.capacity import Load, capacity, weeks_between
from engagedesk.domain.civil import Civil, civil
from engagedesk.domain.ids import EngagementId, PersonId, PlanItemId
from engagedesk.domain.plan import PersonWeek
from engagedesk.domain.states import CalendarEventKind
from engagedesk.domain.working_time import DayEvent, PatternFrom, WorkCalendar, week_of_lengths

MONDAY = date(2026, 11, 23)
ADA, BEN = PersonId(b"a" * 16), PersonId(b"b" * 16)
WORK = EngagementId(b"e" * 16)
TASK = PlanItemId(b"t" * 16)
WEEK_S = 5 * 27_000
OFFICE = WorkCalendar([PatternFrom(None, week_of_lengths((27_000,) * 5 + (0, 0)))])
AWAY = WorkCalendar(
    [PatternFrom(None, week_of_lengths((27_000,) * 5 + (0, 0)))],
    [DayEvent(CalendarEventKind.LEAVE, MONDAY, MONDAY + timedelta(days=6))],
)
WEEKS = weeks_between(MONDAY, MONDAY + timedelta(days=20))


def load(first: int, last: int, *, percent: int | None = None, work_s: int = 0, person: PersonId = ADA) -> Load:
    """Return a load over days counted from the Monday, both inclusive."""
    starts, ends = civil(MONDAY + timedelta(days=first)), civil(MONDAY + timedelta(days=last), 86_399)
    return Load(person, WORK, TASK, starts, ends, percent, work_s)


def weeks_of(
    *loads: Load, calendar: WorkCalendar = OFFICE, gone: dict[PersonId, date] | None = None
) -> list[PersonWeek]:
    rows, _ = capacity([ADA], loads, lambda _: calendar, weeks=WEEKS, gone=gone or {})
    return list(rows)


def test_a_share_of_time_is_taken_in_each_week_that_it_touches() -> None:
    found = weeks_of(load(3, 8, percent=50))
    assert [one.booked_s for one in found] == [27_000, 27_000, 0]
    assert [one.percent for one in found] == [20, 20, 0]


def test_an_amount_of_work_is_spread_over_its_working_time() -> None:
    found = weeks_of(load(0, 11, work_s=100_000))
    assert [one.booked_s for one in found] == [50_000, 50_000, 0]


def test_work_in_the_middle_of_leave_falls_to_its_first_week_and_is_too_much() -> None:
    [first, *_] = weeks_of(load(1, 2, work_s=7_200), calendar=AWAY)
    assert (first.booked_s, first.available_s, first.percent) == (7_200, 0, 999)


def test_who_is_gone_has_no_time_from_the_day_after() -> None:
    found = weeks_of(gone={ADA: MONDAY + timedelta(days=1)})
    assert [one.available_s for one in found] == [2 * 27_000, 0, 0]


def test_a_second_too_much_is_too_much() -> None:
    assert PersonWeek(ADA, MONDAY, 100_001, 100_000).percent == 101
    assert PersonWeek(ADA, MONDAY, 0, 0).percent == 0


def test_other_people_and_other_weeks_are_left_out() -> None:
    found = weeks_of(load(0, 4, percent=100, person=BEN), load(-30, -20, percent=100), load(60, 70, percent=100))
    assert {one.booked_s for one in found} == {0}


def test_what_takes_a_week_is_named_the_most_first() -> None:
    small, large = load(0, 4, percent=20), load(0, 4, percent=80)
    _, shares = capacity([ADA], [small, large], lambda _: OFFICE, weeks=WEEKS, gone={})
    assert [share.load for share in shares[ADA, MONDAY]] == [large, small]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(1, 10**6)), max_size=6))
def test_no_work_is_lost_or_made_within_the_weeks(drawn: list[tuple[int, int, int]]) -> None:
    loads = [load(min(a, b), max(a, b), work_s=work) for a, b, work in drawn]
    rows = weeks_of(*loads)
    total = sum(work for _, _, work in drawn)
    # Each share is rounded down to the second.
    assert total - 3 * len(drawn) <= sum(one.booked_s for one in rows) <= total
    assert {one.available_s for one in rows} == {WEEK_S}


def test_weeks_begin_on_mondays() -> None:
    assert weeks_between(date(2026, 11, 22), date(2026, 11, 23)) == (date(2026, 11, 16), MONDAY)
    assert weeks_between(date(1, 1, 3), date(1, 1, 3)) == (date(1, 1, 1),)
    assert capacity([ADA], [], lambda _: OFFICE, weeks=(), gone={}) == ((), {})
    assert civil(MONDAY) == Civil(1_795_392_000)
