from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from engagedesk.cli.layout import Column, clean, cut, hm, letters, stamp, table
from engagedesk.cli.moments import day_named, instant, whole_number
from engagedesk.domain.days import DayStartRule, WorkDays
from engagedesk.errors import AmbiguousTarget, UserError

LONDON = ZoneInfo("Europe/London")
DAY = date(2026, 11, 17)


def at(text: str, *, day: date = DAY, work_days: WorkDays | None = None) -> str:
    return stamp(instant(text, day=day, zone=LONDON, work_days=work_days or WorkDays()))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("09:30", "2026-11-17T09:30:00Z"),
        ("9:30:15", "2026-11-17T09:30:15Z"),
        ("24:00", "2026-11-18T00:00:00Z"),
        ("2026-11-17T09:30+01:00", "2026-11-17T08:30:00Z"),
        ("2026-11-17T09:30:00Z", "2026-11-17T09:30:00Z"),
    ],
)
def test_a_time_is_of_the_local_clock_or_carries_its_offset(text: str, meant: str) -> None:
    assert at(text) == meant


def test_an_hour_after_midnight_belongs_to_the_work_day_that_still_runs() -> None:
    from_four = WorkDays((DayStartRule(date(2020, 1, 1), 240),))
    assert at("01:30", work_days=from_four) == "2026-11-18T01:30:00Z"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026-11-17T09:30", "moment.no_offset"),
        ("25:00", "moment.unreadable"),
        ("24:01", "moment.unreadable"),
        ("noon", "moment.unreadable"),
        ("", "moment.unreadable"),
        ("0001-01-01T00:00+00:00", "day.instant_out_of_range"),
    ],
)
def test_a_time_that_cannot_be_one_instant_is_refused(text: str, code: str) -> None:
    with pytest.raises(UserError) as caught:
        at(text)
    assert caught.value.code == code


def test_a_time_that_happened_twice_is_asked_about() -> None:
    with pytest.raises(AmbiguousTarget) as caught:
        at("01:30", day=date(2026, 10, 25))
    assert caught.value.candidates == ("2026-10-25T01:30:00+01:00", "2026-10-25T01:30:00+00:00")
    with pytest.raises(UserError, match="skipped"):
        at("01:30", day=date(2026, 3, 29))


def test_a_day_is_an_iso_date_or_today_or_yesterday() -> None:
    assert day_named("yesterday", today=DAY) == date(2026, 11, 16)
    assert day_named("2026-02-28", today=DAY) == date(2026, 2, 28)
    for bad in ("2026-02-30", "17.11.2026", "9999-12-31", ""):
        with pytest.raises(UserError):
            day_named(bad, today=DAY)


@pytest.mark.parametrize("text", ["", "1.5", "-1", "101", "9" * 400, "٣", "0x10"])
def test_a_number_out_of_bounds_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="not_a_number"):
        whole_number(text, option="--entries", least=0, most=100)


def test_tables_fit_the_terminal_and_obey_no_control_characters() -> None:
    columns = (Column("DAY"), Column("H:MM", right=True), Column("NARRATIVE", gives_way=True))
    text = table(columns, [("Mon", "12:30", "walk\x1b[31mthrough\n of a sales cycle 会計監査 and more")], width=40)
    lines = text.splitlines()
    assert len(lines) == 2
    assert all(letters(line) <= 40 for line in lines)
    assert "\x1b" not in text
    assert lines[1].endswith("…")
    assert clean("a\u202eb\u0000c") == "a b c"
    assert cut("会計", 3) == "会…"


@pytest.mark.parametrize(("seconds", "shown"), [(0, "0:00"), (5429, "1:30"), (5430, "1:31"), (-1800, "-0:30")])
def test_raw_time_is_hours_and_minutes(seconds: int, shown: str) -> None:
    assert hm(seconds) == shown
