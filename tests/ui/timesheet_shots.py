"""The pictures of the timesheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from engagedesk.domain.ids import EntryId
from engagedesk.services.queries.timesheet_rows import DaySheet, WeekGrid
from engagedesk.ui.pages.timesheet import TimesheetPage
from engagedesk.ui.timesheet.awaiting import AwaitingDialog
from tests.ui import timesheet_sample as rows
from tests.ui.gallery_rows import FAILED
from tests.ui.sample_rows import ENTRIES, PAGE, TODAY
from tests.ui.shot import SMALL, WINDOW, Shot, opened


def timesheet(show: Callable[[TimesheetPage], None]) -> QWidget:
    made, page = opened("timesheet", TimesheetPage)
    show(page)
    return made


def timesheet_week(grid: WeekGrid) -> QWidget:
    def show(page: TimesheetPage) -> None:
        page.show_week(grid, TODAY.day)
        page.week.show_choices(rows.CHOICES)
        page.week.grid_view.stand_on(rows.EQR.key, 7)

    return timesheet(show)


def timesheet_refused() -> QWidget:
    def show(page: TimesheetPage) -> None:
        page.show_week(rows.GRID, TODAY.day)
        page.week.value_line.say("3 rows and 2 columns do not fit from here on.")

    return timesheet(show)


def timesheet_day(sheet: DaySheet, entry: EntryId | None = None) -> QWidget:
    def show(page: TimesheetPage) -> None:
        page.show_day(sheet)
        page.day_view.show_drafts(rows.DRAFTS if sheet.entries else ())
        if entry is not None:
            page.day_view.choose(entry)
            page.day_view.show_history(entry, PAGE.history)

    return timesheet(show)


def timesheet_month() -> QWidget:
    return timesheet(lambda page: page.show_month(rows.MONTH, TODAY.day))


def timesheet_error() -> QWidget:
    def show(page: TimesheetPage) -> None:
        page.show_week(rows.GRID, TODAY.day)
        page.show_error(FAILED)

    return timesheet(show)


def awaiting(*, empty: bool = False) -> QWidget:
    dialog = AwaitingDialog(TODAY.day)
    dialog.show_rows(() if empty else rows.AWAITING)
    if not empty:
        dialog.table.toggle(rows.AWAITING[0])
    return dialog


def timesheet_shots() -> Iterator[Shot]:
    weeks = {"": rows.GRID, "-submitted": rows.SUBMITTED_GRID, "-split": rows.SPLIT_GRID, "-empty": rows.EMPTY_GRID}
    for suffix, grid in weeks.items():
        yield Shot(f"timesheet-week{suffix}", WINDOW, lambda grid=grid: timesheet_week(grid))  # type: ignore[misc]
    yield Shot("timesheet-week-refused", WINDOW, timesheet_refused)
    yield Shot("timesheet-week-small", SMALL, lambda: timesheet_week(rows.GRID))
    yield Shot("timesheet-day", WINDOW, lambda: timesheet_day(rows.DAY_SHEET, ENTRIES[4].id))
    yield Shot("timesheet-day-small", SMALL, lambda: timesheet_day(rows.DAY_SHEET))
    yield Shot("timesheet-day-late", WINDOW, lambda: timesheet_day(rows.LATE_DAY, ENTRIES[2].id))
    yield Shot("timesheet-day-empty", WINDOW, lambda: timesheet_day(rows.EMPTY_DAY))
    yield Shot("timesheet-month", WINDOW, timesheet_month)
    yield Shot("timesheet-month-small", SMALL, timesheet_month)
    yield Shot("timesheet-error", WINDOW, timesheet_error)
    yield Shot("timesheet-awaiting", QSize(820, 480), awaiting)
    yield Shot("timesheet-awaiting-empty", QSize(820, 480), lambda: awaiting(empty=True))
