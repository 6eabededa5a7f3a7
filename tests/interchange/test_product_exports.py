from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest

from engagedesk.errors import AmbiguousTarget
from engagedesk.interchange.files import ReadFile, open_foreign
from engagedesk.interchange.products import recognise
from engagedesk.interchange.rows import ImportKind, TimeImportRow
from engagedesk.interchange.values import DateOrder
from tests.interchange.foreign_files import (
    CLOCKIFY,
    HARVEST,
    TOGGL,
    clockify_row,
    harvest_row,
    records,
    text_file,
    toggl_row,
    workbook_file,
)

wall = datetime.fromisoformat


def time_rows(read: ReadFile) -> list[TimeImportRow]:
    return [row for row in read.rows if isinstance(row, TimeImportRow)]


def test_a_toggl_export_is_recognised_and_read(tmp_path: Path) -> None:
    path = text_file(tmp_path / "toggl.csv", TOGGL, records(TOGGL, toggl_row(Tags="fieldwork, sales")))
    read = open_foreign(path)
    assert (read.kind, read.product, read.delimiter, read.encoding) == (ImportKind.TIME, "Toggl Track", ",", "utf-8")
    [row] = time_rows(read)
    assert (row.client, row.engagement, row.narrative) == (
        "Harrowgate Foods plc",
        "Group audit",
        "Walkthroughs, sales cycle",
    )
    assert (row.start_wall, row.end_wall) == (wall("2026-11-16T09:00"), wall("2026-11-16T11:15"))
    assert (row.seconds, row.day, row.billable, row.utc_offset_s) == (8100, date(2026, 11, 16), True, None)
    assert (row.tags, row.user, row.email, row.line) == (("fieldwork", "sales"), "Ada Marsh", "ada@firm.example", 2)


def test_a_toggl_export_with_amounts_is_still_recognised() -> None:
    found = recognise([*TOGGL, "Amount (GBP)"])
    assert found is not None
    assert found.product == "Toggl Track"


def test_an_entry_over_midnight_ends_on_the_next_day(tmp_path: Path) -> None:
    row = toggl_row(Start_time="22:50:00", End_date="2026-11-17", End_time="00:05:00", Duration="01:15:00")
    [read] = time_rows(open_foreign(text_file(tmp_path / "t.csv", TOGGL, records(TOGGL, row))))
    assert (read.day, read.end_wall, read.seconds) == (date(2026, 11, 16), wall("2026-11-17T00:05"), 4500)


def test_an_entry_over_the_autumn_clock_change_keeps_its_stated_duration(tmp_path: Path) -> None:
    row = toggl_row(
        Start_date="2026-10-25", Start_time="01:50:00", End_date="2026-10-25", End_time="01:10:00", Duration="00:20:00"
    )
    [read] = time_rows(open_foreign(text_file(tmp_path / "t.csv", TOGGL, records(TOGGL, row))))
    assert read.seconds == 1200


def test_a_duration_longer_than_its_times_does_not_move_the_stated_end(tmp_path: Path) -> None:
    rows = records(
        TOGGL,
        toggl_row(Start_time="09:00:00", End_time="10:00:00", Duration="05:00:00"),
        toggl_row(Start_time="09:00:00", End_time="17:00:00", Duration="07:30:00"),
    )
    read = open_foreign(text_file(tmp_path / "t.csv", TOGGL, rows))
    assert [row.seconds for row in time_rows(read)] == [3600, 27_000]
    assert [(r.line, r.code) for r in read.remarks] == [(2, "import.remark.longer_than_times")]


def test_an_unreadable_row_is_named_by_line_and_the_others_come_in(tmp_path: Path) -> None:
    rows = records(
        TOGGL,
        toggl_row(),
        toggl_row(Description="one\ntwo\nthree"),
        toggl_row(Start_time="25:00:00"),
        toggl_row(End_time="08:00:00", Duration="23:00:00"),
        toggl_row(Start_date="2025-02-29"),
        toggl_row(Duration="-01:00:00"),
        toggl_row(End_time="", End_date="", Duration=""),
        toggl_row(Start_date="0001-01-01", End_date="0001-01-01"),
        toggl_row(Start_date="9999-12-31", End_date="9999-12-31"),
        toggl_row(Duration="1000000000:00:00"),
        toggl_row(Start_date="2024-02-29", End_date="2024-02-29"),
        toggl_row(Start_time="22:00:00", End_time="24:00", Duration="02:00:00"),
    )
    read = open_foreign(text_file(tmp_path / "t.csv", TOGGL, rows))
    assert [row.line for row in read.rows] == [2, 3, 14, 15]
    assert [(row.line, row.code) for row in read.rejected] == [
        (6, "import.row.bad_time"),
        (7, "import.row.end_before_start"),
        (8, "import.row.bad_date"),
        (9, "import.row.negative"),
        (10, "import.row.no_end"),
        (11, "import.row.date_out_of_range"),
        (12, "import.row.date_out_of_range"),
        (13, "import.row.too_much_time"),
    ]
    assert time_rows(read)[-1].end_wall == wall("2026-11-17T00:00")


def test_a_clockify_export_in_month_first_order_and_twelve_hours(tmp_path: Path) -> None:
    rows = records(
        CLOCKIFY,
        clockify_row("11/02/2026", "09:00:00 AM", "10:30:00 AM"),
        clockify_row("11/16/2026", "12:15 PM", "1:45 PM"),
    )
    read = open_foreign(text_file(tmp_path / "c.csv", CLOCKIFY, rows))
    assert read.product == "Clockify"
    first, second = time_rows(read)
    assert first.start_wall == wall("2026-11-02T09:00")
    assert (second.start_wall, second.end_wall) == (wall("2026-11-16T12:15"), wall("2026-11-16T13:45"))


def test_a_clockify_export_in_day_first_order_without_a_group_column(tmp_path: Path) -> None:
    header = [name for name in CLOCKIFY if name != "Group"]
    rows = records(header, clockify_row("02/11/2026", "09:00", "10:30"), clockify_row("16/11/2026", "13:00", "14:30"))
    first, second = time_rows(open_foreign(text_file(tmp_path / "c.csv", header, rows)))
    assert (first.day, second.day) == (date(2026, 11, 2), date(2026, 11, 16))
    assert second.seconds == 5400


def test_a_date_order_that_the_file_leaves_open_is_asked_about(tmp_path: Path) -> None:
    rows = records(CLOCKIFY, clockify_row("02/11/2026", "09:00", "10:30"), clockify_row("05/06/2026", "09:00", "10:30"))
    path = text_file(tmp_path / "c.csv", CLOCKIFY, rows)
    with pytest.raises(AmbiguousTarget) as caught:
        open_foreign(path)
    assert caught.value.code == "import.dates.ambiguous"
    assert caught.value.candidates == ("dmy", "mdy")
    assert time_rows(open_foreign(path, date_order=DateOrder.MDY))[0].day == date(2026, 2, 11)
    assert time_rows(open_foreign(path, date_order=DateOrder.DMY))[0].day == date(2026, 11, 2)


def test_dates_that_read_the_same_both_ways_are_not_asked_about(tmp_path: Path) -> None:
    path = text_file(tmp_path / "c.csv", CLOCKIFY, records(CLOCKIFY, clockify_row("11/11/2026", "09:00", "10:30")))
    assert time_rows(open_foreign(path))[0].day == date(2026, 11, 11)


def test_dates_in_two_orders_are_asked_about_and_the_misfits_rejected(tmp_path: Path) -> None:
    rows = records(CLOCKIFY, clockify_row("16/11/2026", "09:00", "10:30"), clockify_row("11/17/2026", "09:00", "10:30"))
    path = text_file(tmp_path / "c.csv", CLOCKIFY, rows)
    with pytest.raises(AmbiguousTarget) as caught:
        open_foreign(path)
    assert caught.value.code == "import.dates.mixed"
    read = open_foreign(path, date_order=DateOrder.DMY)
    assert [row.day for row in time_rows(read)] == [date(2026, 11, 16)]
    assert [(row.line, row.code) for row in read.rejected] == [(3, "import.row.date_order")]


def test_a_time_without_am_or_pm_among_others_is_rejected(tmp_path: Path) -> None:
    rows = records(
        CLOCKIFY, clockify_row("2026-11-16", "9:00 AM", "10:30 AM"), clockify_row("2026-11-16", "3:00", "4:30 PM")
    )
    read = open_foreign(text_file(tmp_path / "c.csv", CLOCKIFY, rows))
    assert [(row.line, row.code) for row in read.rejected] == [(3, "import.row.unclear_time")]


@pytest.mark.parametrize(("delimiter", "hours"), [(",", "1.25"), (";", "1,25"), (",", "1,25"), ("\t", "1:15")])
def test_a_harvest_export_in_every_dress(tmp_path: Path, delimiter: str, hours: str) -> None:
    header = [*HARVEST, "Hours Rounded"]
    path = text_file(tmp_path / "h.csv", header, records(header, harvest_row("2026-11-19", hours)), delimiter=delimiter)
    read = open_foreign(path)
    assert (read.product, read.delimiter) == ("Harvest", delimiter)
    [row] = time_rows(read)
    assert (row.day, row.seconds, row.start_wall) == (date(2026, 11, 19), 4500, None)
    assert (row.client, row.engagement, row.code, row.task) == ("Lanternbank", "ISAE 3402", "520044-01", "Testing")
    assert (row.user, row.narrative) == ("Ada Marsh", "PBC follow-up")


def test_an_export_saved_as_a_workbook_reads_the_same(tmp_path: Path) -> None:
    day = date(2026, 11, 16)
    values: list[object] = ["Ada", "a@b.c", "Client", "Project", None, "Note", "Yes"]
    values += [day, time(9), day, time(10, 30), 0.0625, None]
    read = open_foreign(workbook_file(tmp_path / "t.xlsx", TOGGL, [[*values[:11], "1:30:00", None]]))
    [row] = time_rows(read)
    assert (read.product, row.start_wall, row.seconds) == ("Toggl Track", wall("2026-11-16T09:00"), 5400)


def test_the_same_file_gives_the_same_keys_and_identical_rows_differ_by_ordinal(tmp_path: Path) -> None:
    rows = records(HARVEST, harvest_row("2026-11-19", "0.5"), harvest_row("2026-11-19", "0.5"))
    first = time_rows(open_foreign(text_file(tmp_path / "a.csv", HARVEST, rows)))
    second = time_rows(open_foreign(text_file(tmp_path / "b.csv", HARVEST, rows)))
    assert [row.source_key for row in first] == [row.source_key for row in second]
    assert len({row.source_key for row in first}) == 2


def test_a_key_does_not_depend_on_how_the_file_writes_dates_and_numbers(tmp_path: Path) -> None:
    iso = text_file(tmp_path / "a.csv", HARVEST, records(HARVEST, harvest_row("2026-11-19", "1.5")))
    german = text_file(tmp_path / "b.csv", HARVEST, records(HARVEST, harvest_row("19.11.2026", "1,5")), delimiter=";")
    assert time_rows(open_foreign(iso))[0].source_key == time_rows(open_foreign(german))[0].source_key
