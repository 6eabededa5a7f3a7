from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from engagedesk.services.queries.timesheet_rows import GridCell, WeekGrid
from engagedesk.ui.intents import RecallWeek, SheetFormat, SubmitWeek, WriteTimesheet
from engagedesk.ui.pages.timesheet import TimesheetPage
from engagedesk.ui.theme import ThemeSwitch
from engagedesk.ui.timesheet.frame import Heading, Period, ViewSpec
from engagedesk.ui.timesheet.grid_rows import (
    DAYS,
    FIRST_DAY,
    TOTAL,
    RowKind,
    column_widths,
    fill_range,
    grid_rows,
    paste_places,
)
from engagedesk.ui.timesheet.grid_view import GridView
from engagedesk.ui.timesheet.intents import CopyLastWeek, PinRow, ShowTimesheet, TypeCells, TypedCell, View
from engagedesk.ui.timesheet.week_view import WeekView
from tests.ui.conftest import Asked, shown
from tests.ui.sample_rows import DAY, NOW
from tests.ui.timesheet_sample import CHOICES, EMPTY_GRID, EQR, GRID, LINES, NORTHGATE, SPLIT_GRID, SUBMITTED_GRID, key

FRIDAY = FIRST_DAY + 4


@pytest.fixture
def page(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> TimesheetPage:
    """The page on the sample week."""
    made = TimesheetPage(lambda: NOW)
    made.intent.connect(asked.take)
    made.show_week(GRID, DAY)
    made.week.show_choices(CHOICES)
    shown(qtbot, made, 1224, 844)
    return made


@pytest.fixture
def grid(page: TimesheetPage) -> GridView:
    view = page.week.grid_view
    view.setFocus()
    view.stand_on(EQR.key, FRIDAY)
    return view


def _editor(grid: GridView) -> QLineEdit:
    editor = grid.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit), "no editor is open"
    return editor


def _type(qtbot: QtBot, grid: GridView, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    QTest.keyClicks(grid, text[0])
    editor = _editor(grid)
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, end)
    qtbot.waitUntil(lambda: grid.viewport().findChild(QLineEdit) is None)


def test_the_model_keeps_the_rules_of_models(page: TimesheetPage) -> None:
    tester = QAbstractItemModelTester(
        page.week.grid_view.grid_model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    page.show_week(SUBMITTED_GRID)
    page.show_week(EMPTY_GRID)
    page.show_week(GRID)
    tester.deleteLater()


def test_sections_add_up_their_rows() -> None:
    rows = grid_rows(GRID)
    assert [row.kind for row in rows].count(RowKind.SECTION) == 2
    for section in (row for row in rows if row.kind is RowKind.SECTION):
        lines = [row for row in rows if row.kind is RowKind.LINE and row.chargeable is section.chargeable]
        assert section.sums == tuple(sum(row.sums[day] for row in lines) for day in range(DAYS))


def test_days_and_total_keep_their_widths_while_there_is_room() -> None:
    assert column_widths(864)[FIRST_DAY:] == (*(7 * [53]), 73)
    assert sum(column_widths(864)) == 864 == sum(column_widths(792)) + 72
    assert min(column_widths(300)) >= 53


def test_the_value_line_says_what_a_number_is_made_of(page: TimesheetPage, grid: GridView) -> None:
    line = page.week.value_line
    assert (line.day.text(), line.value.text(), line.link.text()) == ("Fri", "4.00", "4 entries")
    assert "1:58 + 1:13 + 0:43 + 0:06" in line.sum.text()


def test_typing_opens_the_cell_and_enter_goes_down(qtbot: QtBot, grid: GridView, asked: Asked) -> None:
    _type(qtbot, grid, "4:30")
    assert asked.last() == TypeCells((TypedCell(EQR.key, DAY, "4:30", 14_400),))
    assert grid.grid_model.line(grid.currentIndex()) == LINES[2]


def test_tab_in_the_editor_goes_to_the_next_day(qtbot: QtBot, grid: GridView, asked: Asked) -> None:
    _type(qtbot, grid, "2", Qt.Key.Key_Tab)
    assert grid.currentIndex().column() == FRIDAY + 1
    assert len(asked.of(TypeCells)) == 1


def test_what_is_no_number_stays_in_the_editor_and_says_so(grid: GridView, asked: Asked) -> None:
    QTest.keyClicks(grid, "4")
    editor = _editor(grid)
    QTest.keyClicks(editor, ":x")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.property("wrong") is True
    assert "1:30" in editor.toolTip()
    assert asked.of(TypeCells) == []


def test_an_unchanged_number_asks_for_nothing(qtbot: QtBot, grid: GridView, asked: Asked) -> None:
    _type(qtbot, grid, "4.00")
    assert asked.of(TypeCells) == []


def test_delete_clears_without_a_question(grid: GridView, asked: Asked) -> None:
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert asked.last() == TypeCells((TypedCell(EQR.key, DAY, "", 14_400),))


def test_letters_open_nothing(grid: GridView) -> None:
    QTest.keyClicks(grid, "x")
    assert grid.viewport().findChild(QLineEdit) is None


def test_a_block_is_copied_as_a_spreadsheet_takes_it_and_pasted_in_one_step(grid: GridView, asked: Asked) -> None:
    grid.stand_on(NORTHGATE.key, FIRST_DAY)
    QTest.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "3.50\t1.25"
    grid.stand_on(EQR.key, FIRST_DAY + 1)
    QTest.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    days = GRID.week.days
    assert asked.last() == TypeCells((TypedCell(EQR.key, days[1], "3.50", 0), TypedCell(EQR.key, days[2], "1.25", 0)))


def test_a_block_that_reaches_beyond_the_grid_is_refused_with_words(
    page: TimesheetPage, grid: GridView, asked: Asked
) -> None:
    grid.stand_on(EQR.key, TOTAL - 1)
    grid.paste("1\t2\t3")
    assert asked.of(TypeCells) == []
    assert "do not fit" in page.week.value_line.note.text()


def test_a_pasted_row_passes_over_names_and_leaves_empty_cells_alone() -> None:
    rows = grid_rows(GRID)
    placed = paste_places(rows, (1, 0), [["Northgate", "410220-20", "Notes", "1", "", "2"], ["", "", ""]])
    assert placed == ((1, FIRST_DAY, "1"), (1, FIRST_DAY + 2, "2"))
    assert paste_places(rows, (len(rows) - 1, FIRST_DAY), [["1"], ["2"]]) is None


def test_filling_passes_over_the_heads_of_sections() -> None:
    rows = grid_rows(GRID)
    filled = fill_range(rows, (0, FRIDAY), (len(rows), FRIDAY))
    assert len(filled) == len(LINES)


def test_the_handle_fills_the_days_it_is_drawn_over(grid: GridView, asked: Asked) -> None:
    view, left = grid.viewport(), Qt.MouseButton.LeftButton
    corner = grid.visualRect(grid.currentIndex()).bottomRight() - QPoint(1, 1)
    QTest.mousePress(view, left, pos=corner)
    target = grid.visualRect(grid.currentIndex().siblingAtColumn(FRIDAY + 1)).center()
    QTest.mouseMove(view, target)
    QTest.mouseRelease(view, left, pos=target)
    assert asked.last() == TypeCells((TypedCell(EQR.key, GRID.week.days[5], "4.00", 0),))


def test_what_is_handed_in_is_read_only_and_says_so(page: TimesheetPage, asked: Asked) -> None:
    page.show_week(SUBMITTED_GRID)
    grid = page.week.grid_view
    grid.setFocus()
    grid.stand_on(NORTHGATE.key, FIRST_DAY)
    QTest.keyClicks(grid, "2")
    assert grid.viewport().findChild(QLineEdit) is None
    assert "Recall" in page.week.value_line.note.text()
    assert page.state_chip.accessibleName() == "Submitted"
    page.week.summary.recall_button.click()
    assert asked.last() == RecallWeek("2026-W47")


def test_a_cell_reads_itself_out_whole(grid: GridView) -> None:
    spoken = str(grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "Northgate 410220-40 EQR, Friday, 20 November, 4.00 hours"


def test_the_keyboard_stays_on_its_cell_through_a_refresh_that_adds_a_row(page: TimesheetPage, grid: GridView) -> None:
    more = replace(LINES[0], key=key(5, "1"), code="1", cells=tuple(GridCell() for _ in range(7)))
    page.show_week(replace(GRID, lines=(more, *LINES)))
    assert grid.grid_model.line(grid.currentIndex()) == EQR
    assert grid.currentIndex().column() == FRIDAY


def test_arrows_pass_over_the_heads_of_sections(grid: GridView) -> None:
    grid.stand_on(LINES[6].key, FRIDAY)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.grid_model.line(grid.currentIndex()) == LINES[7]
    QTest.keyClick(grid, Qt.Key.Key_Up)
    assert grid.grid_model.line(grid.currentIndex()) == LINES[6]


def test_space_opens_the_day_of_the_cell(grid: GridView, asked: Asked) -> None:
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert asked.last() == ShowTimesheet(View.DAY, DAY, EQR.cells[4].entries[0])


def test_tab_leaves_the_grid(page: TimesheetPage, grid: GridView) -> None:
    QTest.keyClick(grid, Qt.Key.Key_Tab)
    assert page.week.finder.hasFocus()


def test_the_line_for_a_row_says_the_same_after_the_keyboard_passed_by(page: TimesheetPage, grid: GridView) -> None:
    finder = page.week.finder
    finder.setFocus()
    before = finder.placeholderText()
    finder.leave()
    grid.setFocus()
    assert finder.placeholderText() == before == finder.accessibleName()


def test_a_row_is_found_by_letters_and_put_into_the_week(page: TimesheetPage, asked: Asked) -> None:
    finder = page.week.finder
    finder.begin()
    QTest.keyClicks(finder, "tarn")
    assert finder.found == ("Tarnbrook",)
    QTest.keyClick(finder, Qt.Key.Key_Return)
    assert asked.last() == PinRow("2026-W47", LINES[4].key)


def test_an_empty_row_is_taken_out_by_delete(page: TimesheetPage, asked: Asked) -> None:
    empty = replace(LINES[0], key=key(5, "1"), code="1", cells=tuple(GridCell() for _ in range(7)))
    page.show_week(replace(GRID, lines=(empty, *LINES)))
    page.week.grid_view.stand_on(empty.key)
    QTest.keyClick(page.week.grid_view, Qt.Key.Key_Delete)
    assert asked.last() == PinRow("2026-W47", empty.key, out=True)


def test_submit_says_what_goes_and_what_stays(page: TimesheetPage, asked: Asked) -> None:
    summary = page.week.summary
    assert summary.submit_button.text() == "Submit 29.00 h"
    assert not summary.held_line.isHidden()
    summary.submit_button.click()
    assert asked.last() == SubmitWeek("2026-W47")


def test_last_week_is_copied_with_or_without_hours(page: TimesheetPage, asked: Asked) -> None:
    page.week.week_head.copy_hours.trigger()
    page.week.week_head.copy_rows.trigger()
    assert asked.of(CopyLastWeek) == [CopyLastWeek("2026-W47", hours=True), CopyLastWeek("2026-W47", hours=False)]


def test_the_timesheet_leaves_as_workbook_csv_or_on_the_clipboard(page: TimesheetPage, asked: Asked) -> None:
    for action in page.week.week_head.export_menu.actions():
        action.trigger()
    assert asked.of(WriteTimesheet) == [
        WriteTimesheet("2026-W47", kind) for kind in (SheetFormat.CLIPBOARD, SheetFormat.XLSX, SheetFormat.CSV)
    ]


def test_an_empty_week_says_what_to_do(page: TimesheetPage, asked: Asked) -> None:
    page.show_week(EMPTY_GRID)
    assert page.week.empty.isVisible()
    page.week.empty.button.click()
    assert asked.last() == CopyLastWeek("2026-W47", hours=False)


def test_a_month_end_splits_the_week_in_sight(page: TimesheetPage) -> None:
    page.show_week(SPLIT_GRID)
    assert page.week.grid_view.splits_before(FIRST_DAY + 3)
    assert not page.week.grid_view.splits_before(FIRST_DAY + 2)
    assert page.week.summary.parts.count() == 2
    spoken = page.week.grid_view.grid_model.headerData(
        TOTAL - 1, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
    )
    assert spoken == "Sunday, 22 November 25 h"


def test_totals_are_read_out_against_the_standard(page: TimesheetPage) -> None:
    assert "Fri 20: 7.00 of 7.50" in page.week.totals.accessibleDescription()


def test_keys_step_through_weeks_and_come_back_to_today(page: TimesheetPage, asked: Asked) -> None:
    page.previous_button.click()
    page.next_button.click()
    page.today_button.click()
    sent = asked.of(ShowTimesheet)[-3:]
    assert [(s.day, s.today) for s in sent if isinstance(s, ShowTimesheet)] == [
        (DAY.replace(day=13), False), (DAY.replace(day=27), False), (None, True),
    ]  # fmt: skip


def test_another_view_registers_and_is_told_its_period(page: TimesheetPage, asked: Asked) -> None:
    told: list[tuple[str, object]] = []
    page.period_shown.connect(lambda view, day: told.append((view, day)))
    page.add_view(ViewSpec("reconcile", "Reconcile", Period.WEEK, WeekView))
    page.segments.segments[-1].click()
    assert asked.last() == ShowTimesheet("reconcile", DAY)
    page.show_period("reconcile", DAY, Heading("Week 47", ""))
    assert told == [("reconcile", DAY)]
    assert page.shown_view == "reconcile"


@pytest.mark.parametrize("width", [968, 1208, 1640])
@pytest.mark.parametrize("grid_shown", [GRID, SUBMITTED_GRID])
def test_the_header_cuts_no_words(page: TimesheetPage, width: int, grid_shown: WeekGrid) -> None:
    page.add_view(ViewSpec("handover", "Hand over", Period.WEEK, QWidget))
    page.add_view(ViewSpec("recorded", "Recorded", Period.WEEK, QWidget))
    # Only then are their segments shown.
    QApplication.sendPostedEvents()
    page.resize(width, 760)
    page.show_week(grid_shown, DAY)
    QApplication.sendPostedEvents()
    assert [label.text() for label in (page.title, page.period, page.detail) if label.is_elided()] == []


def test_a_narrow_window_shows_grid_or_panel(page: TimesheetPage) -> None:
    page.resize(968, 584)
    assert not page.week.summary.isVisible()
    page.week.week_head.panel_button.click()
    assert page.week.summary.isVisible()
    assert not page.week.grid_view.isVisible()


def test_the_header_says_the_week_in_short_before_it_cuts_a_word(qtbot: QtBot, theme: ThemeSwitch) -> None:
    page = TimesheetPage(lambda: 0)
    for one in ("handover", "recorded"):
        page.add_view(ViewSpec(one, one.capitalize(), Period.WEEK, QWidget))
    page.show_week(GRID, DAY)
    shown(qtbot, page, 1700, 800)
    assert page.detail.text().endswith("2026\u2069")
    for width in (1240, 1100, 900, 800):
        page.resize(width, 800)
        QApplication.sendPostedEvents()
        for label in (page.title, page.period, page.detail):
            assert not label.is_elided(), (width, label.text())
    page.resize(1700, 800)
    assert page.detail.text().endswith("2026\u2069")
