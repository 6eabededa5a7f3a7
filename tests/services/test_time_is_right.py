"""Time is right: to the second over midnight, day starts, zones, clock changes, sleep and a watch set by three days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from engagedesk.domain.days import Week
from engagedesk.domain.firm_profile import FirmProfile
from engagedesk.domain.rounding import RoundingMode
from engagedesk.domain.spans import Span
from engagedesk.paths import Profile
from engagedesk.services.commands.firm import SetDayStart, SetFirmProfile
from engagedesk.services.commands.time import AddEntry, NoteActivity, StartTimer, StopTimer, Target, Work
from engagedesk.services.queries.engagements import engagements
from engagedesk.services.queries.today import running, today
from engagedesk.services.queries.weeks import week_sheet, week_view
from tests.fake_clock import FakeClock
from tests.services.building import LONDON, Desk, around_of, at, copy_of, open_desk

# Around the changes of their clocks: 25 and 23 hours, half an hour at Lord Howe, a date that Apia skipped.
CHANGES = {
    "Europe/London": ("2026-10-25T00:00", "2027-03-28T00:00"),
    "America/New_York": ("2026-11-01T00:00", "2027-03-14T00:00"),
    "Australia/Lord_Howe": ("2026-10-04T00:00", "2027-04-04T00:00"),
    "Pacific/Apia": ("2011-12-30T00:00", "2011-12-31T00:00"),
    "America/Sao_Paulo": ("2018-11-04T00:00", "2018-02-18T00:00"),
    "Asia/Kolkata": ("2026-11-16T00:00", "2026-12-31T00:00"),
}

THREE_DAYS_S = 3 * 86_400


@dataclass(frozen=True)
class Worked:
    """An entry as a person worked it: near a change of a zone's clock, for up to a day."""

    zone: str
    start_utc: int
    seconds: int


@st.composite
def worked(draw: Any, zone: str) -> Worked:
    near = at(draw(st.sampled_from(CHANGES[zone])), zone)
    start = near + draw(st.integers(-3 * 86_400, 3 * 86_400))
    return Worked(zone, start, draw(st.integers(1, 86_400) | st.sampled_from([1, 3600, 82_800, 82_801, 86_400])))


def weeks_around(entries: Sequence[Worked]) -> list[Week]:
    first = min(entry.start_utc for entry in entries) - 4 * 86_400
    last = max(entry.start_utc + entry.seconds for entry in entries) + 4 * 86_400
    days = {datetime.fromtimestamp(instant, UTC).date() for instant in range(first, last, 86_400)}
    return sorted({Week.of(day) for day in days})


def test_day_totals_add_up_to_the_stored_seconds(template: Profile, tmp_path: Path) -> None:
    clock = FakeClock()
    desk = open_desk(copy_of(template, tmp_path / "profile"), clock, around_of(clock, seed=3))
    try:
        for one in desk.ids("time_entry", state="draft"):
            desk.sql("DELETE FROM time_entry WHERE id = ?", one)
        start = desk.workspace.history.undoable.copy()
        code = desk.code("410118-10")

        @settings(max_examples=15, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
        @given(st.data())
        def one(data: st.DataObject) -> None:
            zone = data.draw(st.sampled_from(sorted(CHANGES)))
            entries = data.draw(st.lists(worked(zone), min_size=1, max_size=4))
            rule = data.draw(st.none() | st.integers(0, 720))
            for number, entry in enumerate(entries):
                if rule is not None and number == 1:
                    near = datetime.fromtimestamp(entry.start_utc, UTC).date()
                    desk.do(SetDayStart(near - timedelta(days=data.draw(st.integers(0, 3))), rule))
                span = Span(entry.start_utc, entry.start_utc + entry.seconds)
                work = Work(Target(code=code), narrative="Fieldwork")
                desk.do(AddEntry(work, zone=entry.zone, now_utc=clock.now_s(), span=span))
            try:
                check(desk, entries)
            finally:
                while len(desk.workspace.history.undoable) > len(start):
                    desk.undo()

        one()
    finally:
        desk.close()


def check(desk: Desk, entries: Sequence[Worked]) -> None:
    """Hold every view of the days against the seconds that are stored."""
    now, raw = desk.clock.now_s(), desk.rows()["time_entry"]
    mine = [row for row in raw.values() if row["state"] == "draft"]
    assert sorted(row["seconds"] for row in mine) == sorted(entry.seconds for entry in entries)
    zone, total = entries[0].zone, 0
    for week in weeks_around(entries):
        view = desk.read(week_view, week, zone=zone, now_utc=now)
        figures = {figure.day: figure.seconds for figure in view.days}
        assert view.grid.total_s == sum(figures.values())
        total += view.grid.total_s
        for day in week.days:
            shown = desk.read(today, day=day, zone=zone, now_utc=now)
            assert shown.recorded_s == figures[day]
            assert {f.day: f.seconds for f in shown.week} == figures
            assert bool(figures[day]) <= bool(shown.entries)
        own = sum(row.own_week_s for row in desk.read(engagements, today=week.first, states=None))
        assert own == view.grid.total_s
        for sheet in desk.read(week_sheet, week, now_utc=now).sheets:
            for line in sheet.lines:
                assert all(seconds % 900 == 0 for seconds in line.seconds)
            for place, day in enumerate(sheet.days):
                rounded = sheet.day_totals_s[place]
                assert abs(figures[day] - rounded) < 900
                assert sheet.residual_s[place] == figures[day] - rounded
    settled = sum(row["seconds"] for row in raw.values() if row["state"] != "draft" and touches(row, entries))
    assert total == sum(entry.seconds for entry in entries) + settled
    assert desk.rows()["time_entry"] == raw, "looking at time changes none of it"


def touches(row: dict[str, Any], entries: Sequence[Worked]) -> bool:
    """Say whether an entry of the template lies in the weeks that are looked at."""
    day = date.fromisoformat(row["work_day"])
    return any(week.first <= day <= week.last for week in weeks_around(entries))


@pytest.mark.parametrize("mode", list(RoundingMode))
@pytest.mark.parametrize("increment_s", [360, 600, 900, 1800])
def test_rounding_is_a_view_that_adds_up_and_changes_no_row(desk: Desk, mode: RoundingMode, increment_s: int) -> None:
    rows = {name: table for name, table in desk.rows().items() if name != "firm_profile"}
    desk.do(SetFirmProfile(FirmProfile(increment_s=increment_s, rounding=mode)))
    week = Week.parse("2026-W47")
    view = desk.read(week_view, week, zone=LONDON, now_utc=desk.clock.now_s())
    [sheet] = desk.read(week_sheet, week, now_utc=desk.clock.now_s()).sheets
    held = sum(one.seconds for one in sheet.held_back)
    assert sheet.total_s == sum(line.total_s for line in sheet.lines)
    assert abs(view.grid.total_s - held - sheet.total_s) < 7 * increment_s
    assert {name: table for name, table in desk.rows().items() if name != "firm_profile"} == rows


def test_an_entry_over_midnight_belongs_to_both_days_and_stays_one(desk: Desk) -> None:
    entry = desk.add("2026-11-20T22:30", "2026-11-21T01:15")
    friday, saturday = (
        desk.read(today, day=date(2026, 11, day), zone=LONDON, now_utc=desk.clock.now_s()) for day in (20, 21)
    )
    assert (friday.recorded_s, saturday.recorded_s) == (5400, 4500)
    assert [[row.id for row in view.entries] for view in (friday, saturday)] == [[entry], [entry]]


def test_a_later_start_of_the_day_rewrites_no_history(desk: Desk) -> None:
    before = desk.add("2026-11-13T02:00", "2026-11-13T03:00")
    desk.do(SetDayStart(date(2026, 11, 18), 240))
    after = desk.add("2026-11-21T02:00", "2026-11-21T03:00")
    assert desk.row("time_entry", before)["work_day"] == "2026-11-13"
    assert desk.row("time_entry", after)["work_day"] == "2026-11-20"
    shown = desk.read(today, day=date(2026, 11, 13), zone=LONDON, now_utc=desk.clock.now_s())
    assert shown.recorded_s == 3600


def test_a_timer_over_three_days_of_sleep_counts_every_second(desk: Desk) -> None:
    entry = desk.do(StartTimer(Work(), desk.clock.now_s(), LONDON)).started
    desk.clock.advance(minutes=20)
    desk.clock.suspend(THREE_DAYS_S + 1)
    shown = desk.read(running)
    assert shown is not None
    assert desk.clock.now_s() - shown.start_utc == THREE_DAYS_S + 1201
    assert desk.do(StopTimer(desk.clock.now_s())).seconds == THREE_DAYS_S + 1201
    assert desk.row("time_entry", entry)["seconds"] == THREE_DAYS_S + 1201


def test_a_watch_set_back_by_three_days_ends_the_timer_at_the_last_activity(desk: Desk) -> None:
    start = desk.clock.now_s()
    entry = desk.do(StartTimer(Work(), start, LONDON)).started
    desk.clock.advance(minutes=30)
    desk.do(NoteActivity(desk.clock.now_s()))
    desk.clock.set_wall(desk.clock.now() - timedelta(days=3))
    stopped = desk.do(StopTimer(desk.clock.now_s()))
    assert (stopped.seconds, stopped.clock_went_back) == (1800, True)
    row = desk.row("time_entry", entry)
    assert (row["start_utc"], row["end_utc"], row["seconds"]) == (start, start + 1800, 1800)


def test_a_watch_set_forward_by_three_days_is_in_the_entry_and_can_be_taken_out(desk: Desk) -> None:
    start = desk.clock.now_s()
    desk.do(StartTimer(Work(), start, LONDON))
    desk.clock.advance(minutes=30)
    noted = desk.clock.now_s()
    desk.do(NoteActivity(noted))
    desk.clock.set_wall(desk.clock.now() + timedelta(days=3))
    shown = desk.read(running)
    assert shown is not None
    assert shown.last_activity_utc == noted, "what the person is asked stands on this"
    assert desk.do(StopTimer(desk.clock.now_s(), at_utc=noted)).seconds == 1800


def test_starting_another_timer_stops_the_first_at_the_same_instant(desk: Desk) -> None:
    first = desk.do(StartTimer(Work(), desk.clock.now_s(), LONDON)).started
    desk.clock.advance(seconds=59)
    switched = desk.do(StartTimer(Work(), desk.clock.now_s(), LONDON))
    assert (switched.stopped, switched.stopped_seconds) == (first, 59)
    assert desk.row("time_entry", first)["end_utc"] == desk.row("time_entry", switched.started)["start_utc"]
    desk.clock.advance(minutes=10)
    back_dated = desk.do(StartTimer(Work(), desk.clock.now_s(), LONDON, at_utc=desk.clock.now_s() - 240))
    assert back_dated.stopped_seconds == 360
