"""When to remind of what: a table of moments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.days import zone_named
from engagedesk.domain.reminders import Facts, Reminder, ReminderKind, ReminderRules, Told, cut_off, due

LONDON = zone_named("Europe/London")
RULES = ReminderRules()
H = 3600


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=LONDON).timestamp())


def facts(clock: str = "11:00", **changed: object) -> Facts:
    """Tuesday, nothing runs, two of seven and a half hours are recorded, somebody is there."""
    made = Facts(
        now_utc=at(f"2026-11-17T{clock}"),
        zone=LONDON,
        day=date(2026, 11, 17),
        running=False,
        recorded_s=2 * H,
        standard_s=27_000,
        last_end_utc=at("2026-11-17T10:00"),
        idle_s=0.0,
    )
    return replace(made, **changed)  # type: ignore[arg-type]


def kind(found: Reminder | None) -> str:
    return "" if found is None else found.kind.value


CUT_OFF: dict[str, Any] = {"week": "2026-W46", "cut_off_utc": at("2026-11-17T12:00")}


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (facts(), "no_timer"),
        (facts(running=True), ""),
        (facts("10:14"), ""),
        (facts("10:15"), "no_timer"),
        (facts("08:10", last_end_utc=None), ""),
        (facts("08:15", last_end_utc=None), "no_timer"),
        (facts("07:59", last_end_utc=None), ""),
        (facts("18:00"), ""),
        (facts(standard_s=0), ""),
        (facts(recorded_s=27_000), ""),
        (facts(idle_s=400.0), ""),
        (facts(idle_s=None), "no_timer"),
        (facts(occupied=True), ""),
        (facts(away_since_utc=at("2026-11-17T10:30")), "away"),
        (facts(away_since_utc=at("2026-11-17T10:55"), running=True), ""),
        (facts(away_since_utc=at("2026-11-17T10:30"), running=True, idle_s=900.0), ""),
        (facts("17:00", running=True), "day_short"),
        (facts("16:59", running=True), ""),
        (facts("17:30", recorded_s=27_000 - 600, running=True), ""),
        (facts(**CUT_OFF), "cut_off"),
        (facts(**CUT_OFF, occupied=True), ""),
        (facts("07:30", **CUT_OFF), ""),
        (facts(**{**CUT_OFF, "week": ""}, running=True), ""),
        (facts("12:01", **CUT_OFF, running=True), ""),
    ],
)
def test_a_moment_is_worth_a_reminder_or_not(now: Facts, said: str) -> None:
    assert kind(due(now, RULES, Told())) == said


def test_each_kind_can_be_switched_off() -> None:
    moments = {
        ReminderKind.NO_TIMER: facts(),
        ReminderKind.AWAY: facts(away_since_utc=at("2026-11-17T09:00"), running=True),
        ReminderKind.DAY_SHORT: facts("17:10", running=True),
        ReminderKind.CUT_OFF: facts(**CUT_OFF, running=True),
    }
    for one, moment in moments.items():
        assert kind(due(moment, RULES, Told())) == one.value
        assert due(moment, replace(RULES, kinds=frozenset(ReminderKind) - {one}), Told()) is None
    assert due(moments[ReminderKind.CUT_OFF], replace(RULES, cut_off_h=0), Told()) is None


def test_an_hourly_kind_comes_once_an_hour_and_a_daily_one_once_a_day() -> None:
    first = facts()
    found = due(first, RULES, Told())
    assert found is not None
    told = Told().after(found, first)
    assert due(facts("11:59"), RULES, told) is None
    assert kind(due(facts("12:00"), RULES, told)) == "no_timer"
    evening = facts("17:05", running=True)
    short = due(evening, RULES, told)
    assert short == Reminder(ReminderKind.DAY_SHORT, 27_000 - 2 * H)
    told = told.after(short, evening)
    assert due(facts("17:45", running=True), RULES, told) is None
    tomorrow = replace(evening, now_utc=evening.now_utc + 86_400, day=date(2026, 11, 18))
    assert kind(due(tomorrow, RULES, told)) == "day_short"


def test_a_reminder_that_was_said_leaves_room_for_the_next() -> None:
    both = facts(**CUT_OFF)
    first = due(both, RULES, Told())
    assert first is not None
    assert kind(first) == "cut_off"
    assert kind(due(both, RULES, Told().after(first, both))) == "no_timer"


def test_quiet_hours_may_lie_within_a_day_or_be_none() -> None:
    night_work = replace(RULES, quiet_from_h=6, quiet_to_h=14)
    assert due(facts("13:59"), night_work, Told()) is None
    assert kind(due(facts("14:30"), night_work, Told())) == "no_timer"
    never = replace(RULES, quiet_from_h=0, quiet_to_h=0)
    assert kind(due(facts("23:30"), never, Told())) == "no_timer"
    assert kind(due(facts("16:30", running=True), never, Told())) == "day_short"


@pytest.mark.parametrize(
    ("last_day", "weekday", "expected"),
    [
        (date(2026, 11, 15), 1, "2026-11-16T12:00"),
        (date(2026, 11, 15), 5, "2026-11-20T12:00"),
        (date(2026, 11, 15), 7, "2026-11-22T12:00"),
        (date(2026, 11, 13), 6, "2026-11-14T12:00"),
        (date(2026, 11, 13), 5, "2026-11-20T12:00"),
    ],
)
def test_the_cut_off_is_the_next_such_weekday_after_the_week(last_day: date, weekday: int, expected: str) -> None:
    assert cut_off(last_day, weekday=weekday, minute=720, zone=LONDON) == at(expected)


@given(st.integers(0, 23), st.integers(0, 23), st.integers(0, 23), st.integers(0, 59))
def test_nothing_is_ever_said_in_quiet_hours_or_in_a_meeting(start: int, end: int, hour: int, minute: int) -> None:
    rules = replace(RULES, quiet_from_h=start, quiet_to_h=end)
    moment = facts(f"{hour:02d}:{minute:02d}", **CUT_OFF, away_since_utc=0)
    assert due(replace(moment, occupied=True), rules, Told()) is None
    quiet = rules.is_quiet(datetime(2026, 11, 17, hour, minute, tzinfo=LONDON))
    assert not quiet or due(moment, rules, Told()) is None
