from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from engagedesk.domain.states import EntryState
from engagedesk.services.queries.rows import EntryRow, HistoryRow
from engagedesk.ui.intents import DeleteEntry, EditEntry, EntryField, FillGap, StartTimer, StopTimer
from engagedesk.ui.pages.timesheet import TimesheetPage
from engagedesk.ui.theme import ThemeSwitch
from engagedesk.ui.timesheet.awaiting import AwaitingDialog
from engagedesk.ui.timesheet.day_canvas import DayCanvas
from engagedesk.ui.timesheet.drafts import AcceptDraft, DismissDraft, DraftRow, DraftSource
from engagedesk.ui.timesheet.frame import Period, ViewSpec
from engagedesk.ui.timesheet.intents import (
    LookAtEntry,
    MergeWith,
    MoveEntry,
    Recode,
    ResolveOverlap,
    ShowTimesheet,
    SplitAt,
    View,
)
from tests.ui.conftest import Asked, shown
from tests.ui.sample_rows import DAY, ENTRIES, NOW, at
from tests.ui.timesheet_sample import DAY_SHEET, EMPTY_DAY, LATE_DAY, MONTH

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NORTHGATE, CALL, LENGTH = ENTRIES[1], ENTRIES[4], DAY_SHEET.entries[-1]


@pytest.fixture
def page(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> TimesheetPage:
    """The page on the sample Friday."""
    made = TimesheetPage(lambda: NOW)
    made.intent.connect(asked.take)
    made.show_day(DAY_SHEET)
    made.day_view.show_targets(["Northgate PCAOB audit 410220-40", "Tarnbrook Internal audit"])
    shown(qtbot, made, 1224, 844)
    return made


@pytest.fixture
def canvas(page: TimesheetPage) -> DayCanvas:
    page.day_view.canvas.setFocus()
    return page.day_view.canvas


def _at(canvas: DayCanvas, hour: int, minute: int, *, x: int = 140) -> QPoint:
    shape = canvas.shape_shown
    assert shape is not None
    return QPoint(x, round(shape.y_of(at(hour, minute))) - canvas.verticalOffset())


def _drag(
    canvas: DayCanvas, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    view = canvas.viewport()
    QTest.mousePress(view, LEFT, held, start)
    QTest.mouseMove(view, start + QPoint(0, 6))
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, held, end)


def _editor(canvas: DayCanvas) -> QLineEdit:
    editor = canvas.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit), "no line is open"
    return editor


def test_the_model_keeps_the_rules_of_models(page: TimesheetPage) -> None:
    tester = QAbstractItemModelTester(
        page.day_view.canvas.day_model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    page.show_day(LATE_DAY)
    page.show_day(EMPTY_DAY)
    page.show_day(DAY_SHEET)
    tester.deleteLater()


def test_the_day_has_its_totals_in_sight(page: TimesheetPage) -> None:
    figures = {key: label.text() for key, label in page.day_view.day_head.figures.items()}
    assert figures == {"recorded": "7:47", "unallocated": "0:40", "standard": "7:30"}
    assert (page.period.text(), page.detail.text()) == ("Friday", "20 November 2026")


def test_what_is_painted_is_read_out(canvas: DayCanvas) -> None:
    spoken = [str(canvas.day_model.index(row).data()) for row in range(canvas.day_model.rowCount())]
    assert any("Unallocated 40 min" in words for words in spoken)
    assert any("Saltmarsh" in words and "overlaps another entry" in words for words in spoken)
    interface = QAccessible.queryAccessibleInterface(canvas)
    assert interface is not None
    assert interface.childCount() >= canvas.day_model.rowCount()


def test_a_click_chooses_and_the_inspector_shows_it(canvas: DayCanvas, page: TimesheetPage, asked: Asked) -> None:
    QTest.mouseClick(canvas.viewport(), LEFT, pos=_at(canvas, 9, 30))
    inspector = page.day_view.inspector
    assert inspector.code.text() == "410220-40"
    assert (inspector.start.text(), inspector.end.text(), inspector.hours.text()) == ("08:17", "10:15", "1:58")
    assert asked.last() == LookAtEntry(NORTHGATE.id)


def test_an_entry_is_moved_by_its_body_onto_the_firms_grid(canvas: DayCanvas, asked: Asked) -> None:
    _drag(canvas, _at(canvas, 12, 0), _at(canvas, 19, 31))
    moved = asked.last()
    assert isinstance(moved, MoveEntry)
    assert moved.id == ENTRIES[3].id
    assert moved.start_utc == at(19)
    assert moved.end_utc == at(19) + 73 * 60


def test_an_edge_resizes_and_alt_is_free(canvas: DayCanvas, asked: Asked) -> None:
    bottom = canvas.visualRect(canvas.day_model.index(canvas.day_model.row_of(NORTHGATE.id))).bottom()
    _drag(canvas, QPoint(140, bottom - 1), _at(canvas, 10, 32))
    assert asked.last() == MoveEntry(NORTHGATE.id, 1, at(8, 17), at(10, 30))
    _drag(canvas, QPoint(140, bottom - 1), _at(canvas, 10, 33), ALT)
    free = asked.last()
    assert isinstance(free, MoveEntry)
    assert free.end_utc is not None
    assert abs(free.end_utc - at(10, 33)) <= 60


def test_a_click_that_trembles_moves_nothing(canvas: DayCanvas, asked: Asked) -> None:
    view, start = canvas.viewport(), _at(canvas, 12, 0)
    QTest.mousePress(view, LEFT, pos=start)
    QTest.mouseMove(view, start + QPoint(1, 1))
    QTest.mouseRelease(view, LEFT, pos=start + QPoint(1, 1))
    assert asked.of(MoveEntry) == []


def test_submitted_time_is_not_moved(page: TimesheetPage, canvas: DayCanvas, asked: Asked) -> None:
    locked = tuple(replace(row, state=EntryState.SUBMITTED) for row in DAY_SHEET.entries)
    page.show_day(replace(DAY_SHEET, entries=locked))
    _drag(canvas, _at(canvas, 12, 0), _at(canvas, 19, 31))
    canvas.choose(ENTRIES[3].id)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(canvas, key, CTRL)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert asked.of(MoveEntry) == asked.of(DeleteEntry) == []
    assert "recall" in page.day_view.inspector.locked_note.text()


def test_a_gap_fills_exactly(canvas: DayCanvas, asked: Asked) -> None:
    QTest.mouseClick(canvas.viewport(), LEFT, pos=_at(canvas, 10, 35))
    QTest.keyClicks(_editor(canvas), "tarnbrook, call")
    QTest.keyClick(_editor(canvas), Qt.Key.Key_Return)
    assert asked.last() == FillGap(at(10, 15), at(10, 55), "tarnbrook, call")
    assert canvas.hasFocus(), "Enter goes no further than the line"


def test_free_time_is_drawn_and_asks_what_for(canvas: DayCanvas, asked: Asked) -> None:
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().maximum())
    _drag(canvas, _at(canvas, 18, 2), _at(canvas, 19, 14))
    QTest.keyClicks(_editor(canvas), "northgate")
    QTest.keyClick(_editor(canvas), Qt.Key.Key_Return)
    assert asked.last() == FillGap(at(18), at(19, 15), "northgate")


def test_escape_leaves_what_was_drawn(qtbot: QtBot, canvas: DayCanvas, asked: Asked) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_N)
    QTest.keyClick(_editor(canvas), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: canvas.viewport().findChild(QLineEdit) is None)
    assert canvas.hasFocus()
    assert asked.of(FillGap) == []


@pytest.mark.parametrize(
    ("key", "held", "span"),
    [
        (Qt.Key.Key_Down, CTRL, (at(8, 32), at(10, 30))),
        (Qt.Key.Key_Up, CTRL, (at(8, 2), at(10))),
        (Qt.Key.Key_Down, CTRL | SHIFT, (at(8, 17), at(10, 30))),
        (Qt.Key.Key_Up, CTRL | SHIFT | ALT, (at(8, 17), at(10, 14))),
        (Qt.Key.Key_Left, CTRL, (at(8, 2), at(10, 15))),
        (Qt.Key.Key_Right, CTRL | ALT, (at(8, 18), at(10, 15))),
    ],
)
def test_keys_move_and_resize(
    canvas: DayCanvas, asked: Asked, key: Qt.Key, held: Qt.KeyboardModifier, span: tuple[int, int]
) -> None:
    canvas.choose(NORTHGATE.id)
    QTest.keyClick(canvas, key, held)
    assert asked.last() == MoveEntry(NORTHGATE.id, 1, *span)


def test_arrows_walk_through_the_day_in_its_order(canvas: DayCanvas) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    met: list[EntryRow | None] = []
    for _ in range(4):
        met.append(canvas.chosen_entry)
        QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert met == [LENGTH, ENTRIES[0], NORTHGATE, None]


def test_one_key_splits_merges_resolves_and_deletes(canvas: DayCanvas, asked: Asked) -> None:
    canvas.choose(CALL.id)
    QTest.keyClick(canvas, Qt.Key.Key_S)
    assert asked.last() == SplitAt(CALL.id, 1, at_utc=at(12, 45))
    QTest.keyClick(canvas, Qt.Key.Key_M, SHIFT)
    assert asked.last() == MergeWith(CALL.id, ENTRIES[3].id)
    QTest.keyClick(canvas, Qt.Key.Key_M)
    assert asked.last() == MergeWith(CALL.id, ENTRIES[5].id)
    QTest.keyClick(canvas, Qt.Key.Key_O)
    assert asked.last() == ResolveOverlap(ENTRIES[7].id, ENTRIES[8].id)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert asked.last() == DeleteEntry(CALL.id, 1)


def test_a_running_entry_is_neither_deleted_nor_ended_by_keys(canvas: DayCanvas, asked: Asked) -> None:
    canvas.choose(ENTRIES[8].id)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    QTest.keyClick(canvas, Qt.Key.Key_Down, CTRL)
    assert asked.of(DeleteEntry) == asked.of(MoveEntry) == []
    QTest.keyClick(canvas, Qt.Key.Key_Left, CTRL)
    assert asked.last() == MoveEntry(ENTRIES[8].id, 1, at(15, 5), None)


def test_a_draft_is_accepted_or_dismissed(page: TimesheetPage, canvas: DayCanvas, asked: Asked) -> None:
    draft = DraftRow(
        "s1", DraftSource.SUGGESTION, "Tarnbrook", "call", "calendar", "tarnbrook, call", 10, at(16), at(17)
    )
    page.day_view.show_drafts((draft,))
    canvas.setCurrentIndex(canvas.day_model.index(canvas.day_model.row_of((draft.source, draft.key))))
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert asked.last() == AcceptDraft(draft)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert asked.last() == DismissDraft(draft)
    box = canvas.visualRect(canvas.currentIndex())
    QTest.mouseClick(canvas.viewport(), LEFT, pos=box.topRight() + QPoint(-40, 14))
    assert asked.last() == AcceptDraft(draft)


def test_suggestions_for_a_gap_stand_instead_of_its_own_draft(page: TimesheetPage, canvas: DayCanvas) -> None:
    draft = DraftRow("s1", DraftSource.CALENDAR, "Tarnbrook", "", "", "x", 10, at(10, 15), at(10, 45))
    page.day_view.show_drafts((draft,))
    shown_drafts = [item.draft for item in canvas.day_model.items if item.draft is not None]
    assert shown_drafts == [draft]


def test_fields_are_edited_where_they_stand(page: TimesheetPage, canvas: DayCanvas, asked: Asked) -> None:
    canvas.choose(CALL.id)
    inspector = page.day_view.inspector

    def typed(field: QLineEdit, text: str) -> object:
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        return asked.last()

    def edit(what: EntryField, value: str) -> EditEntry:
        return EditEntry(CALL.id, 1, what, value)

    assert typed(inspector.engagement, "tarnbrook") == edit(EntryField.TARGET, "tarnbrook")
    assert typed(inspector.activity, "Review") == edit(EntryField.ACTIVITY, "Review")
    assert typed(inspector.end, "13:30") == edit(EntryField.TIMES, "12:38-13:30")
    assert typed(inspector.hours, "1.5") == MoveEntry(CALL.id, 1, at(12, 38), at(14, 8))
    inspector.chargeable.click()
    assert asked.last() == edit(EntryField.CHARGEABLE, "no")
    inspector.ready_button.click()
    assert asked.last() == edit(EntryField.STATE, "ready")


def test_the_narrative_is_taken_when_the_keyboard_leaves_it(
    page: TimesheetPage, canvas: DayCanvas, asked: Asked
) -> None:
    canvas.choose(ENTRIES[6].id)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    narrative = page.day_view.inspector.narrative
    assert narrative.hasFocus()
    QTest.keyClicks(narrative, "Report 9 review")
    assert page.day_view.inspector.count.text() == "15 of 240"
    QTest.keyClick(narrative, Qt.Key.Key_Tab)
    assert asked.last() == EditEntry(ENTRIES[6].id, 1, EntryField.NARRATIVE, "Report 9 review")


def test_a_narrative_that_is_too_long_stays_in_its_field_and_is_not_cut(
    page: TimesheetPage, canvas: DayCanvas, asked: Asked
) -> None:
    canvas.choose(CALL.id)
    inspector = page.day_view.inspector
    inspector.narrative.setFocus()
    inspector.narrative.setPlainText("=" * 100_000)
    inspector.narrative.document().setModified(True)
    QTest.keyClick(inspector.narrative, Qt.Key.Key_Tab)
    assert asked.of(EditEntry) == []
    assert "4000" in inspector.locked_note.text()
    assert len(inspector.narrative.toPlainText()) == 100_000


def test_two_quick_turns_of_the_view_go_two_on(page: TimesheetPage, asked: Asked) -> None:
    QTest.keyClick(page, Qt.Key.Key_Tab, CTRL)
    QTest.keyClick(page, Qt.Key.Key_Tab, CTRL)
    assert asked.of(ShowTimesheet)[-2:] == [ShowTimesheet("month", DAY), ShowTimesheet("week", DAY)]


def test_a_refresh_leaves_what_is_being_typed_alone(page: TimesheetPage, canvas: DayCanvas) -> None:
    canvas.choose(CALL.id)
    narrative = page.day_view.inspector.narrative
    narrative.setFocus()
    QTest.keyClicks(narrative, "half")
    page.show_day(replace(DAY_SHEET, recorded_s=1))
    assert narrative.toPlainText().startswith("half")
    assert canvas.chosen_entry == CALL


def test_a_time_that_cannot_be_read_is_marked_and_not_sent(
    page: TimesheetPage, canvas: DayCanvas, asked: Asked
) -> None:
    canvas.choose(CALL.id)
    start = page.day_view.inspector.start
    start.setFocus()
    start.selectAll()
    QTest.keyClicks(start, "noon")
    QTest.keyClick(start, Qt.Key.Key_Return)
    assert start.property("wrong") is True
    assert asked.of(EditEntry) == []


def test_escape_in_a_field_puts_back_what_was_so_and_returns_to_the_day(
    page: TimesheetPage, canvas: DayCanvas, asked: Asked
) -> None:
    canvas.choose(CALL.id)
    code = page.day_view.inspector.code
    code.setFocus()
    QTest.keyClicks(code, "9")
    QTest.keyClick(code, Qt.Key.Key_Escape)
    assert canvas.hasFocus()
    assert code.text() == "410220-40"
    assert asked.of(EditEntry) == []


def test_the_history_shows_old_and_new_newest_first(page: TimesheetPage, canvas: DayCanvas) -> None:
    canvas.choose(CALL.id)
    changes = (
        HistoryRow(at(12, 38), "ada", "AddEntry", "", "", "created", ""),
        HistoryRow(at(13, 25), "ada", "EditEntry", "code_id", "410220-20", "410220-40", "EQR has its own code"),
    )
    inspector = page.day_view.inspector
    inspector.show_history(CALL.id, changes)
    assert inspector.history_link.text() == "2 changes"
    first = inspector.changes.itemAt(0)
    assert first is not None
    widget = first.widget()
    assert widget is not None
    assert "410220-20 to 410220-40" in widget.accessibleName()
    inspector.show_history(NORTHGATE.id, ())
    assert inspector.changes.count() == 2, "the history of another entry is not shown here"


def test_play_starts_again_and_stops_what_runs(page: TimesheetPage, canvas: DayCanvas, asked: Asked) -> None:
    canvas.choose(CALL.id)
    page.day_view.inspector.play_button.click()
    assert asked.last() == StartTimer("410220-40, EQR call, notes 11 to 16")
    canvas.choose(ENTRIES[8].id)
    page.day_view.inspector.play_button.click()
    assert asked.last() == StopTimer()


def test_every_action_of_the_canvas_stands_in_its_menu(canvas: DayCanvas) -> None:
    canvas.choose(ENTRIES[7].id)
    menu = canvas.menu_for()
    assert menu is not None
    words = [action.text().split("\t")[0] for action in menu.actions()]
    assert words[:5] == [
        "Start again now", "Split", "Merge with the next", "Merge with the one before", "Resolve the overlap",
    ]  # fmt: skip
    menu.deleteLater()


def test_an_empty_day_is_drawn_on_from_nine(page: TimesheetPage, canvas: DayCanvas, asked: Asked) -> None:
    page.show_day(EMPTY_DAY)
    QTest.keyClick(canvas, Qt.Key.Key_N)
    QTest.keyClicks(_editor(canvas), "northgate")
    QTest.keyClick(_editor(canvas), Qt.Key.Key_Return)
    assert asked.last() == FillGap(at(9), at(10), "northgate")


# -- the month and the tray ------------------------------------------------------------------------------------------


def test_a_day_of_the_month_opens_it_and_a_week_its_grid(page: TimesheetPage, asked: Asked) -> None:
    page.show_month(MONTH, DAY)
    month = page.month
    cell = month.cell_of(DAY)
    assert cell is not None
    cell.click()
    assert asked.last() == ShowTimesheet(View.DAY, DAY)
    month.weeks[1].click()
    assert asked.last() == ShowTimesheet(View.WEEK, MONTH.weeks[1].week.first)


def test_days_that_are_short_say_so_and_are_counted(page: TimesheetPage) -> None:
    page.show_month(MONTH, DAY)
    short = page.month.cell_of(DAY.replace(day=19))
    assert short is not None
    assert short.accessibleName().endswith("1:00 short")
    assert page.month.month_head.missing.text() == "12 days are short"


def test_arrows_walk_over_the_calendar(page: TimesheetPage) -> None:
    page.show_month(MONTH, DAY)
    cell = page.month.cell_of(DAY)
    assert cell is not None
    cell.setFocus()
    QTest.keyClick(cell, Qt.Key.Key_Up)
    above = page.month.cell_of(DAY.replace(day=13))
    assert above is not None
    assert above.hasFocus()


def test_months_are_stepped_through_by_their_first_day(page: TimesheetPage, asked: Asked) -> None:
    page.show_month(MONTH, DAY.replace(day=30))
    page.next_button.click()
    assert asked.last() == ShowTimesheet("month", DAY.replace(month=12, day=1))
    page.previous_button.click()
    assert asked.last() == ShowTimesheet("month", DAY.replace(month=10, day=1))


@pytest.fixture
def tray(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> AwaitingDialog:
    dialog = AwaitingDialog(DAY)
    dialog.intent.connect(asked.take)
    waiting: Callable[[int], EntryRow] = lambda n: replace(ENTRIES[n], code=None, code_id=None, state=EntryState.DRAFT)  # noqa: E731
    old = replace(waiting(2), work_day=DAY.replace(day=1))
    dialog.show_rows((old, waiting(3), replace(waiting(1), state=EntryState.POSTED)))
    shown(qtbot, dialog, 820, 480)
    return dialog


def test_chosen_entries_go_to_a_code_in_one_step(tray: AwaitingDialog, asked: Asked) -> None:
    table = tray.table
    assert table.row_model.rowCount() == 2, "posted time is not offered"
    assert str(table.row_model.index(0, 2).data()) == "19 days"
    assert not tray.recode_button.isEnabled()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_A, CTRL)
    assert tray.note.text() == "2 entries chosen, 1:43 of 1:43 h"
    QTest.keyClicks(tray.code, "410220-40")
    QTest.keyClick(tray.code, Qt.Key.Key_Return)
    assert asked.last() == Recode((ENTRIES[2].id, ENTRIES[3].id), "410220-40")


def test_an_empty_tray_says_that_all_is_well(tray: AwaitingDialog) -> None:
    tray.show_rows(())
    assert tray.nothing.isVisible()
    assert not tray.table.isVisible()


@pytest.mark.parametrize("width", [968, 1208, 1640])
def test_the_days_header_cuts_no_words(page: TimesheetPage, width: int) -> None:
    page.add_view(ViewSpec("handover", "Hand over", Period.WEEK, QWidget))
    page.add_view(ViewSpec("recorded", "Recorded", Period.WEEK, QWidget))
    # Only then are their segments shown.
    QApplication.sendPostedEvents()
    page.resize(width, 760)
    page.show_day(replace(DAY_SHEET, day=DAY_SHEET.day - timedelta(days=2)))
    QApplication.sendPostedEvents()
    labels = (page.title, page.period, page.detail, *page.day_view.day_head.figures.values())
    assert [label.text() for label in labels if label.is_elided()] == []
