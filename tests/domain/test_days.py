from __future__ import annotations

import itertools
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engagedesk.domain.days import (
    DAY_S,
    Ambiguous,
    DayPart,
    DayStartRule,
    Nonexistent,
    Resolved,
    Week,
    WorkDays,
    days_between,
    local,
    resolve_local,
    total_by_day,
    zone_named,
)
from engagedesk.domain.spans import Span
from engagedesk.errors import UserError

LONDON = ZoneInfo("Europe/London")
MIDNIGHT = WorkDays()
FROM_FOUR = WorkDays((DayStartRule(date(2020, 1, 1), 240),))
ZONES = sorted(z for z in available_timezones() if z != "localtime" and not z.startswith(("posix/", "right/")))
FIRST_YEAR, LAST_YEAR = 1900, 2040


@cache
def changes_of(name: str) -> tuple[int, ...]:
    """Every instant at which the zone's offset changes, 1900 to 2040, found by halving."""
    zone = ZoneInfo(name)
    found: list[int] = []

    def offset(instant: int) -> timedelta | None:
        return datetime.fromtimestamp(instant, zone).utcoffset()

    step = 21 * DAY_S
    at = int(datetime(FIRST_YEAR, 1, 1, tzinfo=ZoneInfo("UTC")).timestamp())
    last = int(datetime(LAST_YEAR, 1, 1, tzinfo=ZoneInfo("UTC")).timestamp())
    before = offset(at)
    while at < last:
        after = offset(at + step)
        if after != before:
            low, high = at, at + step
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if offset(middle) == before else (low, middle)
            found.append(high)
        at, before = at + step, after
    return tuple(found)


zones = st.sampled_from(ZONES)
starts = st.sampled_from([0, 30, 60, 120, 150, 180, 240, 720])


@st.composite
def near_changes(draw: st.DrawFn) -> tuple[ZoneInfo, int]:
    """A zone and an instant within two days of one of its changes (or anywhere, where it has none)."""
    name = draw(zones)
    changes = changes_of(name)
    base = draw(st.sampled_from(changes)) if changes else draw(st.integers(0, 2_000_000_000))
    return ZoneInfo(name), base + draw(st.integers(-2 * DAY_S, 2 * DAY_S))


@settings(max_examples=400, deadline=None)
@given(near_changes(), starts, st.integers(0, 4 * DAY_S))
def test_the_parts_of_an_entry_add_up_to_it_to_the_second(at: tuple[ZoneInfo, int], start: int, length: int) -> None:
    zone, instant = at
    work_days = WorkDays((DayStartRule(date(1800, 1, 1), start),))
    span = Span(instant, instant + length)
    parts = work_days.split(span, zone)
    assert sum(p.seconds for p in parts) == length
    assert [p.day for p in parts] == sorted({p.day for p in parts})
    for part in parts:
        assert part.seconds == work_days.seconds_on(span, part.day, zone=zone)


@settings(max_examples=400, deadline=None)
@given(near_changes(), starts)
def test_an_instant_lies_within_the_bounds_of_its_day_and_of_no_other(at: tuple[ZoneInfo, int], start: int) -> None:
    zone, instant = at
    work_days = WorkDays((DayStartRule(date(1800, 1, 1), start),))
    day = work_days.day_of(instant, zone)
    around = [day + timedelta(days=n) for n in range(-2, 3)]
    assert [d for d in around if work_days.bounds(d, zone).contains(instant)] == [day]
    for earlier, later in itertools.pairwise(around):
        assert work_days.bounds(earlier, zone).end_utc == work_days.bounds(later, zone).start_utc


@settings(max_examples=400, deadline=None)
@given(near_changes())
def test_a_clock_time_resolves_to_the_instants_that_show_it(at: tuple[ZoneInfo, int]) -> None:
    zone, instant = at
    shown = local(instant, zone)
    clock_s = shown.hour * 3600 + shown.minute * 60 + shown.second
    found = resolve_local(shown.date(), clock_s, zone=zone)
    assert not isinstance(found, Nonexistent)
    hits = [found.instant] if isinstance(found, Resolved) else [found.first, found.second]
    assert instant in hits
    assert all(local(hit, zone).replace(tzinfo=None) == shown.replace(tzinfo=None) for hit in hits)


def test_at_every_change_of_every_zone_since_1900_days_join_and_entries_keep_their_seconds() -> None:
    work_days = WorkDays((DayStartRule(date(1800, 1, 1), 0), DayStartRule(date(1990, 1, 1), 240)))
    seen: set[tuple[int, ...]] = set()
    checked = 0
    for name in ZONES:
        changes = changes_of(name)
        if changes in seen:
            continue
        seen.add(changes)
        zone = ZoneInfo(name)
        for change in changes:
            span = Span(change - 30 * 3600, change + 30 * 3600)
            parts = work_days.split(span, zone)
            assert sum(part.seconds for part in parts) == span.seconds, (name, change)
            day = work_days.day_of(change, zone)
            bounds = work_days.bounds(day, zone)
            assert bounds.contains(change), (name, change)
            assert work_days.bounds(day + timedelta(days=1), zone).start_utc == bounds.end_utc, (name, change)
            checked += 1
    assert checked > 10_000


def test_an_entry_over_midnight_belongs_to_both_days() -> None:
    start = int(datetime(2026, 11, 17, 22, 50, tzinfo=LONDON).timestamp())
    span = Span(start, start + 75 * 60)
    assert MIDNIGHT.split(span, LONDON) == (DayPart(date(2026, 11, 17), 4200), DayPart(date(2026, 11, 18), 300))


def test_with_days_from_four_the_late_evening_is_all_tuesdays() -> None:
    start = int(datetime(2026, 11, 17, 22, 50, tzinfo=LONDON).timestamp())
    assert FROM_FOUR.split(Span(start, start + 75 * 60), LONDON) == (DayPart(date(2026, 11, 17), 4500),)


def test_a_new_day_start_moves_no_earlier_day() -> None:
    before = WorkDays()
    after = WorkDays((DayStartRule(date(2026, 11, 16), 240),))
    earlier = days_between(date(2026, 11, 1), date(2026, 11, 14))
    assert [before.bounds(d, LONDON) for d in earlier] == [after.bounds(d, LONDON) for d in earlier]
    assert after.bounds(date(2026, 11, 15), LONDON).seconds == 28 * 3600
    assert after.bounds(date(2026, 11, 16), LONDON).seconds == DAY_S


@pytest.mark.parametrize(
    ("day", "zone", "label"),
    [
        (date(2026, 3, 29), "Europe/London", "23 h"),
        (date(2026, 10, 25), "Europe/London", "25 h"),
        (date(2026, 10, 26), "Europe/London", ""),
        (date(2026, 4, 5), "Australia/Lord_Howe", "24 h 30 min"),
        (date(2011, 12, 30), "Pacific/Apia", "0 h"),
    ],
)
def test_days_of_another_length_are_labelled(day: date, zone: str, label: str) -> None:
    assert MIDNIGHT.length_label(day, ZoneInfo(zone)) == label


def test_an_hour_that_happens_twice_gives_both_instants() -> None:
    found = resolve_local(date(2026, 10, 25), 5400, zone=LONDON)
    assert isinstance(found, Ambiguous)
    assert found.second - found.first == 3600


def test_an_hour_that_never_happens_gives_the_change_and_both_readings() -> None:
    found = resolve_local(date(2026, 3, 29), 5400, zone=LONDON)
    assert isinstance(found, Nonexistent)
    assert f"{local(found.change, LONDON):%H:%M}" == "02:00"
    assert [f"{local(i, LONDON):%H:%M}" for i in (found.before, found.after)] == ["00:30", "02:30"]


def test_twenty_four_o_clock_is_the_next_midnight() -> None:
    assert resolve_local(date(2026, 11, 19), DAY_S, zone=LONDON) == resolve_local(date(2026, 11, 20), 0, zone=LONDON)
    with pytest.raises(UserError, match=r"day\.bad_clock"):
        resolve_local(date(2026, 11, 19), DAY_S + 1, zone=LONDON)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"])
def test_the_first_and_the_last_year_are_refused_clearly(day: date, zone: str) -> None:
    with pytest.raises(UserError, match=r"day\.out_of_range"):
        MIDNIGHT.bounds(day, ZoneInfo(zone))
    with pytest.raises(UserError, match=r"day\.out_of_range"):
        resolve_local(day, 0, zone=ZoneInfo(zone))


@pytest.mark.parametrize("instant", [-(10**12), 10**12, -62135596800, 253402300799])
def test_instants_beyond_the_calendar_are_refused_clearly(instant: int) -> None:
    with pytest.raises(UserError, match=r"day\.instant_out_of_range"):
        MIDNIGHT.day_of(instant, LONDON)


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../../etc/passwd", "Europe"])
def test_an_unknown_zone_is_said(name: str) -> None:
    with pytest.raises(UserError, match=r"zone\.unknown"):
        zone_named(name)


def test_totals_by_day_add_up_every_part() -> None:
    first, second = date(2026, 11, 16), date(2026, 11, 17)
    parts = [DayPart(second, 10), DayPart(first, 5), DayPart(second, 7)]
    assert total_by_day(parts) == {first: 5, second: 17}


def test_an_iso_week_runs_from_monday_to_sunday() -> None:
    week = Week.parse("2026-W47")
    assert (week.first, week.last) == (date(2026, 11, 16), date(2026, 11, 22))
    assert Week.of(date(2026, 11, 22)) == week
    assert Week.of(date(2027, 1, 1)).label == "2026-W53"
    assert week.shift(7).label == "2027-W01"


def test_a_firm_whose_week_ends_on_friday_has_its_thursdays_label() -> None:
    week = Week.parse("2026-W47", week_end=5)
    assert (week.first, week.last) == (date(2026, 11, 14), date(2026, 11, 20))


@given(st.dates(date(3, 1, 1), date(9997, 1, 1)), st.integers(1, 7))
def test_every_day_lies_in_exactly_one_week(day: date, week_end: int) -> None:
    week = Week.of(day, week_end=week_end)
    assert day in week.days
    assert len(week.days) == 7
    assert week.last.isoweekday() == week_end
    assert Week.parse(week.label, week_end=week_end) == week
    assert week.shift(1).first == week.last + timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026-47", "week.unreadable"),
        ("2026-W54", "week.unknown"),
        ("", "week.unreadable"),
        ("2025-W53", "week.unknown"),
        ("9999-W01", "week.out_of_range"),
    ],
)
def test_what_is_no_week_is_said(text: str, code: str) -> None:
    with pytest.raises(UserError, match=code.replace(".", r"\.")):
        Week.parse(text)


def test_month_end_splits_a_week_into_two_sheets() -> None:
    week = Week.parse("2026-W49")
    first, second = week.sheets(split_at_month_end=True)
    assert (first, second[0], second[-1]) == ((date(2026, 11, 30),), date(2026, 12, 1), date(2026, 12, 6))
    assert week.sheets(split_at_month_end=False) == (week.days,)


def test_a_midnight_that_comes_twice_starts_the_day_the_first_time() -> None:
    havana = ZoneInfo("America/Havana")
    found = resolve_local(date(2026, 11, 1), 0, zone=havana)
    assert isinstance(found, Ambiguous)
    assert MIDNIGHT.bounds(date(2026, 11, 1), havana).start_utc == found.first
    assert MIDNIGHT.length_label(date(2026, 11, 1), havana) == "25 h"
