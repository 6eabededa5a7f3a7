"""Working time: adding, taking away and measuring, over weeks, leave, holidays and long days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.civil import DAY_S, FIRST, FIRST_DAY, LAST, LAST_DAY, Civil, civil, clock, day_of, second_of_day
from engagedesk.domain.states import CalendarEventKind
from engagedesk.domain.working_time import (
    EMPTY_WEEK,
    DayEvent,
    PatternFrom,
    Spans,
    Week,
    WorkCalendar,
    usual_spans,
    week_of_lengths,
)

FIVE_DAYS = week_of_lengths((27_000,) * 5 + (0, 0))
MONDAY = date(2026, 11, 23)
HOUR = 3600
YEAR_START = date(2026, 1, 1)
TICK = 900
"""The obvious reckoning below counts in quarter hours."""


def office(*events: DayEvent, week: Week = FIVE_DAYS) -> WorkCalendar:
    return WorkCalendar([PatternFrom(None, week)], events)


def leave(first: date, last: date) -> DayEvent:
    return DayEvent(CalendarEventKind.LEAVE, first, last)


def at(day: date, hour: float) -> Civil:
    return civil(day, int(hour * HOUR))


def test_a_usual_day_is_from_nine_with_an_hours_lunch() -> None:
    assert usual_spans(27_000) == ((9 * HOUR, 12 * HOUR + 1800), (13 * HOUR + 1800, 17 * HOUR + 1800))
    assert usual_spans(4 * HOUR) == ((9 * HOUR, 13 * HOUR),)
    assert usual_spans(0) == ()


def test_a_days_work_on_friday_afternoon_ends_on_monday() -> None:
    assert clock(office().add(at(date(2026, 11, 20), 15), 27_000)).isoformat() == "2026-11-23T15:00:00"


def test_what_ends_does_so_in_the_evening_and_what_begins_in_the_morning() -> None:
    friday = date(2026, 11, 20)
    assert office().add(at(friday, 9), 27_000) == at(friday, 17.5)
    assert office().add(at(friday, 17.5), -27_000) == at(friday, 9)
    assert office().next_start(at(friday, 17.5)) == at(MONDAY, 9)
    assert office().previous_end(at(MONDAY, 9)) == at(friday, 17.5)


def test_leave_makes_work_wait() -> None:
    away = office(leave(MONDAY, MONDAY + timedelta(days=4)))
    assert away.add(at(date(2026, 11, 20), 9), 2 * 27_000) == at(date(2026, 11, 30), 17.5)
    assert away.between(at(MONDAY, 0), at(MONDAY + timedelta(days=7), 0)) == 0


def test_half_a_day_of_leave_leaves_the_morning() -> None:
    half = office(DayEvent(CalendarEventKind.LEAVE, MONDAY, MONDAY, 13_500))
    assert half.day_seconds(MONDAY) == 13_500
    assert half.spans(MONDAY)[0][0] == 9 * HOUR


def test_a_holiday_is_no_working_day_in_the_busy_season_either() -> None:
    season = DayEvent(CalendarEventKind.OVERTIME, date(2026, 1, 1), date(2026, 3, 31), 11 * HOUR)
    new_year = DayEvent(CalendarEventKind.HOLIDAY, date(2026, 1, 1), date(2026, 1, 1))
    busy = office(season, new_year)
    assert busy.day_seconds(date(2026, 1, 1)) == 0
    assert busy.day_seconds(date(2026, 1, 2)) == 11 * HOUR
    assert busy.day_seconds(date(2026, 1, 3)) == 0
    assert sum(busy.day_seconds(date(2026, 1, 5) + timedelta(days=n)) for n in range(7)) == 55 * HOUR


def test_overtime_on_free_days_alone_makes_them_working_ones() -> None:
    saturday = date(2026, 11, 28)
    assert office(DayEvent(CalendarEventKind.OVERTIME, saturday, saturday, 4 * HOUR)).day_seconds(saturday) == 4 * HOUR


def test_leave_beats_overtime() -> None:
    season = DayEvent(CalendarEventKind.OVERTIME, MONDAY, MONDAY, 11 * HOUR)
    assert office(season, leave(MONDAY, MONDAY)).day_seconds(MONDAY) == 0


def test_a_later_pattern_holds_from_its_day_on() -> None:
    part_time = week_of_lengths((27_000, 27_000, 27_000, 0, 0, 0, 0))
    hours = WorkCalendar([PatternFrom(None, FIVE_DAYS), PatternFrom(MONDAY, part_time)])
    assert hours.day_seconds(date(2026, 11, 19)) == 27_000
    assert hours.day_seconds(date(2026, 11, 26)) == 0


def test_a_day_has_two_halves_of_equal_work() -> None:
    morning, afternoon = office().slots(MONDAY)
    hours = office()
    assert hours.between(*morning) == hours.between(*afternoon) == 13_500
    assert office().slots(date(2026, 11, 22)) == ()


def test_what_is_due_on_a_free_day_is_due_at_its_usual_end() -> None:
    assert office().due_at(MONDAY) == at(MONDAY, 17.5)
    assert office().due_at(date(2026, 11, 22)) == at(date(2026, 11, 22), 17.5)


def test_a_calendar_without_any_work_ends_at_the_edge_and_not_in_an_error() -> None:
    never = office(week=EMPTY_WEEK)
    assert never.add(at(MONDAY, 9), 1) == LAST
    assert never.add(at(MONDAY, 9), -1) == FIRST
    assert never.next_start(at(MONDAY, 9)) == LAST
    assert never.between(FIRST, LAST) == 0
    assert never.usual_day_s() == 27_000


def test_impossible_amounts_stay_inside_the_calendar() -> None:
    hours = office(leave(date(1, 1, 1), date(5, 1, 1)), leave(date(9990, 1, 1), date(9999, 12, 31)))
    assert day_of(hours.add(at(MONDAY, 9), 10**9 * HOUR)) == LAST_DAY
    assert hours.add(at(MONDAY, 9), -(10**9) * HOUR) == FIRST
    assert hours.day_seconds(date(9999, 12, 31)) == 0
    assert day_of(Civil(-(10**15))) == FIRST_DAY


def test_events_that_end_before_they_begin_count_for_nothing() -> None:
    assert office(leave(MONDAY, MONDAY - timedelta(days=3))).day_seconds(MONDAY) == 27_000


@st.composite
def days_of_work(draw: st.DrawFn) -> Spans:
    """Draw a day of none to three stretches, in quarter hours."""
    edges = sorted(draw(st.sets(st.integers(0, 96), min_size=0, max_size=6)))
    edges = edges[: len(edges) // 2 * 2]
    return tuple((a * TICK, b * TICK) for a, b in zip(edges[::2], edges[1::2], strict=True))


@st.composite
def calendars(draw: st.DrawFn) -> WorkCalendar:
    """Draw a person: part-time weeks that change, leave, half days, holidays, overtime."""
    patterns = []
    for since in [None, *draw(st.lists(st.integers(0, 365), max_size=2, unique=True).map(sorted))]:
        one, two, three, four, five, six, seven = (draw(days_of_work()) for _ in range(7))
        days = (one or ((9 * HOUR, 10 * HOUR),), two, three, four, five, six, seven)
        patterns.append(PatternFrom(None if since is None else YEAR_START + timedelta(days=since), days))
    events = []
    for _ in range(draw(st.integers(0, 5))):
        first = draw(st.integers(-10, 370))
        length = draw(st.integers(0, 40))
        kind = draw(st.sampled_from(CalendarEventKind))
        hours = draw(st.none() | st.integers(0, 96).map(lambda n: n * TICK))
        starts = YEAR_START + timedelta(days=first)
        events.append(DayEvent(kind, starts, starts + timedelta(days=length), hours))
    return WorkCalendar(patterns, events)


places = st.integers(-30 * DAY_S, 400 * DAY_S).map(lambda s: Civil(civil(YEAR_START) + s))
amounts = st.integers(1, 60 * 27_000)


@given(calendars(), places, amounts)
def test_what_is_added_can_be_measured_and_taken_away_again(hours: WorkCalendar, begin: Civil, amount: int) -> None:
    end = hours.add(begin, amount)
    assert end > begin
    assert hours.between(begin, end) == amount
    assert hours.add(end, -amount) == hours.next_start(begin)
    assert hours.previous_end(end) == end


@given(calendars(), places, amounts)
def test_what_is_taken_away_can_be_added_again(hours: WorkCalendar, end: Civil, amount: int) -> None:
    begin = hours.add(end, -amount)
    assert begin < end
    assert hours.between(begin, end) == amount
    assert hours.add(begin, amount) == hours.previous_end(end)
    assert hours.next_start(begin) == begin


@given(calendars(), places, places, places)
def test_measures_add_up(hours: WorkCalendar, one: Civil, two: Civil, three: Civil) -> None:
    assert hours.between(one, two) + hours.between(two, three) == hours.between(one, three)


@given(calendars(), places)
def test_no_work_lies_between_an_end_and_the_next_start(hours: WorkCalendar, one: Civil) -> None:
    end, begin = hours.previous_end(one), hours.next_start(one)
    assert end <= one <= begin
    assert hours.between(end, begin) == 0


@given(calendars(), st.integers(-20, 380), st.integers(0, 60))
def test_measuring_agrees_with_counting_every_quarter_hour(hours: WorkCalendar, first: int, days: int) -> None:
    begin = YEAR_START + timedelta(days=first)
    end = begin + timedelta(days=days)
    counted = 0
    for number in range(days):
        spans = hours.spans(begin + timedelta(days=number))
        counted += sum(TICK for tick in range(0, DAY_S, TICK) if any(a <= tick < b for a, b in spans))
    assert hours.between(civil(begin), civil(end)) == counted


@given(calendars(), st.integers(-20, 380), st.integers(0, DAY_S - 1))
def test_a_moment_is_worked_where_its_day_says_so(hours: WorkCalendar, number: int, second: int) -> None:
    day = YEAR_START + timedelta(days=number)
    worked = any(a <= second < b for a, b in hours.spans(day))
    here = civil(day, second)
    assert (hours.next_start(here) == here) is worked
    assert hours.between(here, Civil(here + 1)) == int(worked)


@given(places)
def test_a_place_is_its_day_and_its_second(one: Civil) -> None:
    assert civil(day_of(one), second_of_day(one)) == one


@given(calendars(), places, places)
def test_more_time_is_never_less_work(hours: WorkCalendar, one: Civil, two: Civil) -> None:
    assert (hours.between(one, two) >= 0) or two < one
    assert hours.next_start(min(one, two)) <= hours.next_start(max(one, two))
