from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engagedesk.domain.days import Week
from engagedesk.domain.firm_profile import FirmProfile
from engagedesk.domain.states import EntryState
from engagedesk.domain.week_grid import RowKey
from engagedesk.errors import UserError
from engagedesk.services.commands.firm import RememberView, SetFirmProfile
from engagedesk.services.commands.time import EditEntry, EntryEdit, StartTimer, Target, Work
from engagedesk.services.commands.timesheet import (
    CellValue,
    CopyWeekRows,
    MergeEntries,
    ResolveOverlap,
    SetCells,
    SplitEntry,
)
from engagedesk.services.queries.timesheet import (
    day_sheet,
    month_sheet,
    pinned_key,
    pinned_text,
    row_choices,
    row_key,
    week_grid_of,
)
from engagedesk.services.queries.timesheet_rows import CellState, DaySheet, GridCell, GridLine, WeekGrid
from engagedesk.services.queries.weeks import WeekState
from tests.services.building import LONDON, WEEK, Desk, at

TUESDAY, WEDNESDAY, THURSDAY = date(2026, 11, 17), date(2026, 11, 18), date(2026, 11, 19)


def grid_of(desk: Desk, day: date = WEDNESDAY) -> WeekGrid:
    return desk.read(week_grid_of, day, zone=LONDON, now_utc=desk.clock.now_s())


def day_of(desk: Desk, day: date) -> DaySheet:
    return desk.read(day_sheet, day, zone=LONDON, now_utc=desk.clock.now_s())


def line_of(grid: WeekGrid, code: str | None) -> GridLine:
    [line] = [one for one in grid.lines if one.code == code]
    return line


def cell(grid: WeekGrid, code: str | None, day: date) -> GridCell:
    return line_of(grid, code).cells[(day - grid.week.first).days]


def set_hours(desk: Desk, key: RowKey, day: date, seconds: int, shown_s: int = 0) -> None:
    value = CellValue(key, day, seconds, shown_s)
    desk.do(SetCells((value,), LONDON, desk.clock.now_s()))


def entries_of(desk: Desk, **wanted: object) -> list[dict[str, object]]:
    return [desk.row("time_entry", one) for one in desk.ids("time_entry", **wanted)]


def test_the_grid_holds_rows_by_engagement_code_and_activity_with_awaiting_ones(desk: Desk) -> None:
    grid = grid_of(desk)
    assert [line.code for line in grid.lines] == ["410118-10", "410118-20", "520007-01", None, "", "ADM-010"]
    assert cell(grid, "410118-10", date(2026, 11, 16)).raw_s == 8100
    awaiting = cell(grid, None, WEDNESDAY)
    assert awaiting.raw_s == 5400
    assert awaiting.standing.value == "missing"
    assert grid.state is WeekState.OPEN
    assert sum(day.rounded_s for day in grid.days) == sum(line.rounded_s for line in grid.lines)


def test_an_entry_over_midnight_stands_in_both_days(desk: Desk) -> None:
    grid = grid_of(desk)
    tuesday, wednesday = cell(grid, "410118-20", TUESDAY), cell(grid, "410118-20", WEDNESDAY)
    assert tuesday.entries == wednesday.entries
    assert (tuesday.raw_s, wednesday.raw_s) == (5400, 4500)


def test_a_number_typed_into_an_empty_cell_becomes_a_draft_without_times(desk: Desk) -> None:
    key = line_of(grid_of(desk), "410118-10").key
    set_hours(desk, key, THURSDAY, 5400)
    [row] = [r for r in entries_of(desk, code_id=key.code_id) if r["work_day"] == THURSDAY.isoformat()]
    assert (row["seconds"], row["start_utc"], row["state"]) == (5400, None, "draft")
    assert cell(grid_of(desk), "410118-10", THURSDAY).rounded_s == 5400
    assert desk.undo() == "set hours"
    assert cell(grid_of(desk), "410118-10", THURSDAY).entries == ()


def test_more_typed_over_times_leaves_the_times_as_they_are(desk: Desk) -> None:
    line = line_of(grid_of(desk), "410118-10")
    [span] = line.cells[0].entries
    before = desk.row("time_entry", span)
    set_hours(desk, line.key, WEEK.first, 10_800, 8100)
    after = line_of(grid_of(desk), "410118-10").cells[0]
    assert desk.row("time_entry", span) == before
    assert (after.raw_s, len(after.entries)) == (10_800, 2)
    set_hours(desk, line.key, WEEK.first, 9000, 10_800)
    assert line_of(grid_of(desk), "410118-10").cells[0].raw_s == 9000
    with pytest.raises(UserError, match=r"cell\.has_times"):
        set_hours(desk, line.key, WEEK.first, 3600, 9000)


def test_clearing_one_day_of_a_late_night_keeps_the_other(desk: Desk) -> None:
    line = line_of(grid_of(desk), "410118-20")
    [entry] = line.cells[1].entries
    set_hours(desk, line.key, TUESDAY, 0)
    row = desk.row("time_entry", entry)
    assert row["start_utc"] == at("2026-11-18T00:00")
    assert row["work_day"] == "2026-11-18"
    assert cell(grid_of(desk), "410118-20", WEDNESDAY).raw_s == 4500
    desk.undo()
    set_hours(desk, line.key, WEDNESDAY, 0)
    assert desk.row("time_entry", entry)["end_utc"] == at("2026-11-18T00:00")
    assert cell(grid_of(desk), "410118-20", TUESDAY).raw_s == 5400


def test_clearing_never_takes_a_running_entry(desk: Desk) -> None:
    code = desk.code("410118-10")
    desk.do(StartTimer(Work(Target(code=code)), desk.clock.now_s() - 600, LONDON))
    grid = grid_of(desk, date(2026, 11, 22))
    running = cell(grid, "410118-10", date(2026, 11, 22))
    assert running.running
    assert running.raw_s == 0
    with pytest.raises(UserError, match=r"cell\.running"):
        set_hours(desk, line_of(grid, "410118-10").key, date(2026, 11, 22), 0)


def test_submitted_cells_are_locked_and_more_goes_beside_them(desk: Desk) -> None:
    key = line_of(grid_of(desk), "410118-10").key
    desk.submit()
    grid = grid_of(desk)
    assert cell(grid, "410118-10", WEEK.first).state is CellState.SUBMITTED
    with pytest.raises(UserError, match=r"cell\.locked_clear"):
        set_hours(desk, key, WEEK.first, 0)
    set_hours(desk, key, WEEK.first, 9000, 8100)
    mixed = cell(grid_of(desk), "410118-10", WEEK.first)
    assert (mixed.raw_s, mixed.state) == (9000, CellState.MIXED)


def test_several_cells_are_one_step_or_none(desk: Desk) -> None:
    key, now = line_of(grid_of(desk), "410118-10").key, desk.clock.now_s()
    before = desk.rows()
    with pytest.raises(UserError):
        desk.do(SetCells((CellValue(key, THURSDAY, 3600), CellValue(key, WEEK.first, 60)), LONDON, now))
    assert desk.rows() == before
    done = desk.do(SetCells((CellValue(key, THURSDAY, 3600), CellValue(key, WEEK.last, 1800)), LONDON, now))
    assert (done.added_s, done.taken_s) == (5400, 0)
    desk.undo()
    assert desk.rows() == before


def test_last_weeks_hours_come_as_drafts_into_empty_cells_only(desk: Desk) -> None:
    nxt = WEEK.shift(1)
    key = line_of(grid_of(desk), "410118-10").key
    set_hours(desk, key, nxt.first, 600)
    done = desk.do(CopyWeekRows(WEEK, nxt, LONDON, desk.clock.now_s()))
    grid = grid_of(desk, nxt.first)
    assert cell(grid, "410118-10", nxt.first).raw_s == 600
    assert cell(grid, "520007-01", nxt.first).raw_s == 6300
    assert done.skipped == 1
    copied = [row for row in grid.entries if row.seconds != 600]
    assert {row.state for row in copied} == {EntryState.DRAFT}
    assert not any(row.narrative for row in copied)
    again = desk.rows()
    with pytest.raises(UserError, match=r"week\.nothing_to_copy"):
        desk.do(CopyWeekRows(WEEK, nxt, LONDON, desk.clock.now_s()))
    assert desk.rows() == again


def test_an_entry_is_split_and_merged_back(desk: Desk) -> None:
    now = desk.clock.now_s()
    entry = desk.add("2026-11-20T09:00", "2026-11-20T11:00", code=desk.code("410118-10"), narrative="Count")
    second = desk.do(SplitEntry(entry, now, at_utc=at("2026-11-20T09:40")))
    assert desk.row("time_entry", entry)["seconds"] == 2400
    assert desk.row("time_entry", second)["narrative"] == "Count"
    assert desk.do(MergeEntries(second, entry, now)) == entry
    merged = desk.row("time_entry", entry)
    assert (merged["seconds"], merged["narrative"]) == (7200, "Count")


def test_entries_with_a_gap_or_for_other_work_are_not_merged(desk: Desk) -> None:
    now = desk.clock.now_s()
    one = desk.add("2026-11-20T09:00", "2026-11-20T10:00", code=desk.code("410118-10"))
    apart = desk.add("2026-11-20T10:15", "2026-11-20T11:00", code=desk.code("410118-10"))
    other = desk.add("2026-11-20T11:00", "2026-11-20T12:00", code=desk.code("410118-20"))
    with pytest.raises(UserError, match=r"entry\.merge_gap"):
        desk.do(MergeEntries(one, apart, now))
    with pytest.raises(UserError, match=r"entry\.merge_differs"):
        desk.do(MergeEntries(apart, other, now))


def test_an_overlap_is_resolved_in_one_step(desk: Desk) -> None:
    first = desk.add("2026-11-20T09:00", "2026-11-20T12:00", code=desk.code("410118-10"))
    inside = desk.add("2026-11-20T10:00", "2026-11-20T10:30", code=desk.code("520007-01"))
    assert len(day_of(desk, date(2026, 11, 20)).overlaps) == 1
    before = day_of(desk, date(2026, 11, 20))
    assert desk.do(ResolveOverlap(first, inside, desk.clock.now_s())) == first
    sheet = day_of(desk, date(2026, 11, 20))
    assert sheet.overlaps == ()
    assert sheet.gaps == ()
    assert sheet.recorded_s == before.recorded_s - 1800 == 3 * 3600
    desk.undo()
    assert day_of(desk, date(2026, 11, 20)) == replace(before, entries=day_of(desk, date(2026, 11, 20)).entries)


def test_a_running_timer_gives_way_around_a_finished_entry_and_goes_on(desk: Desk) -> None:
    now = desk.clock.now_s()
    timer = desk.do(StartTimer(Work(Target(code=desk.code("410118-10"))), now, LONDON, at_utc=now - 7200)).started
    call = desk.add("2026-11-22T16:30", "2026-11-22T17:00", code=desk.code("520007-01"))
    desk.do(ResolveOverlap(timer, call, now))
    row = desk.row("time_entry", timer)
    assert (row["start_utc"], row["end_utc"]) == (at("2026-11-22T17:00"), None)
    assert day_of(desk, date(2026, 11, 22)).overlaps == ()


def test_the_day_shows_what_reaches_in_from_the_evening_before(desk: Desk) -> None:
    sheet = day_of(desk, WEDNESDAY)
    assert sheet.entries[0].work_day == TUESDAY
    assert sheet.recorded_s == 4500 + 5400
    assert sheet.day_end_utc - sheet.day_start_utc == 86_400


def test_a_day_of_25_hours_says_so(desk: Desk) -> None:
    assert day_of(desk, date(2026, 10, 25)).length_label == "25 h"
    grid = grid_of(desk, date(2026, 10, 25))
    assert [day.length_label for day in grid.days if day.length_label] == ["25 h"]


def test_a_week_over_a_month_end_has_two_sheets_where_the_firm_splits(desk: Desk) -> None:
    desk.do(SetFirmProfile(FirmProfile(split_at_month_end=True)))
    grid = grid_of(desk, date(2026, 11, 30))
    assert [len(part.days) for part in grid.parts] == [1, 6]


def test_the_month_marks_days_that_are_short_and_says_how_far_its_weeks_are(desk: Desk) -> None:
    month = desk.read(month_sheet, WEDNESDAY, zone=LONDON, now_utc=desk.clock.now_s())
    assert (month.weeks[0].week, month.weeks[-1].week) == (Week.parse("2026-W44"), Week.parse("2026-W49"))
    days = {day.day: day for day in month.days}
    assert len(days) == 30
    assert days[WEEK.first].seconds == 14_400
    assert days[WEEK.first].missing
    assert not days[date(2026, 11, 23)].missing
    assert [week.state for week in month.weeks[1:4]] == [WeekState.SUBMITTED, WeekState.POSTED, WeekState.OPEN]


def test_rows_that_were_put_into_a_week_stay_until_they_have_time(desk: Desk) -> None:
    nxt = WEEK.shift(1)
    key = RowKey(True, None, desk.code("ADM-010"), "")
    desk.do(RememberView(pinned_key(nxt), pinned_text([key])))
    [line] = grid_of(desk, nxt.first).lines
    assert (line.code, line.is_empty) == ("ADM-010", True)
    set_hours(desk, key, nxt.first, 1800)
    [filled] = grid_of(desk, nxt.first).lines
    assert filled.cells[0].raw_s == 1800
    desk.do(RememberView(pinned_key(nxt), "no rows at all"))
    assert len(grid_of(desk, nxt.first).lines) == 1


def test_closed_codes_are_not_offered_and_what_was_used_last_comes_first(desk: Desk) -> None:
    offered = [one.code for one in desk.read(row_choices, WEEK.last)]
    assert "630001-01" not in offered
    assert offered.index("ADM-010") < offered.index("CPD-030")
    assert "" in offered, "an engagement without an open code can be chosen: its time awaits the code"


def test_a_row_key_is_what_the_grid_groups_by(desk: Desk) -> None:
    grid = grid_of(desk)
    assert {row_key(row) for row in grid.entries} == {line.key for line in grid.lines}
    entry = grid.entries[0].id
    desk.do(EditEntry(entry, EntryEdit(activity="Recount"), now_utc=desk.clock.now_s()))
    assert "Recount" in [line.activity for line in grid_of(desk).lines]
