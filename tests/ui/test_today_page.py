from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from engagedesk.domain.states import CodeStanding, EntryState
from engagedesk.services.queries.dashboard_rows import Unbilled
from engagedesk.ui.format import isolate
from engagedesk.ui.intents import (
    ChooseImport,
    DeleteEntry,
    EditEntry,
    EntryField,
    FillGap,
    LoadSample,
    OpenEngagement,
    QuickEntry,
    RetryLoad,
    SheetFormat,
    ShowDay,
    ShowHistory,
    StartTimer,
    SubmitWeek,
    Understand,
    WriteTimesheet,
)
from engagedesk.ui.pages.entry_columns import CHARGEABLE, CODE, HOURS, NARRATIVE, STATE, TARGET, TIME
from engagedesk.ui.pages.today import TodayPage
from tests.ui.conftest import Asked
from tests.ui.gallery_rows import ECHO, FAILED, LINE
from tests.ui.sample_rows import DAY, EMPTY_TODAY, ENGAGEMENTS, ENTRIES, TODAY
from tests.ui.sample_standings import DASHBOARD

LEFT = Qt.MouseButton.LeftButton
GAP_ROW = 2


def _point(page: TodayPage, row: int, column: int) -> QPoint:
    return page.table.visualRect(page.table.row_model.index(row, column)).center()


def _click(qtbot: QtBot, page: TodayPage, row: int, column: int) -> None:
    QTest.mouseClick(page.table.viewport(), LEFT, pos=_point(page, row, column))


def _editor(page: TodayPage) -> QLineEdit:
    editor = page.table.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit), "no editor is open"
    return editor


def _enter(qtbot: QtBot, page: TodayPage) -> None:
    """Press Enter in the open editor and wait until it has gone: Qt commits in the next round of events."""
    QTest.keyClick(_editor(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.table.viewport().findChild(QLineEdit) is None)


def _text(page: TodayPage, row: int, column: int) -> str:
    return str(page.table.row_model.index(row, column).data())


def test_the_figures_add_the_running_stretch_to_what_is_recorded(today: TodayPage) -> None:
    assert today.recorded.figure.text() == "7:02 h"
    assert today.recorded.note.text() == "of 7:30 h; 40 min unallocated"
    assert today.awaiting_card.header.note.text() == "31:00 h; oldest 18 days"
    assert today.week_card.header.note.text() == "earlier weeks: 3:30 h not submitted"
    assert today.week_note.text() == "Week 47  ·  41:49 of 37:30 h"


def test_unbilled_work_and_what_is_due_stand_over_the_day(today: TodayPage) -> None:
    today.show_dashboard(DASHBOARD)
    assert today.unbilled.figure.text() == "£84,300"
    assert today.unbilled.note.text() == f"and {isolate('€27.2k')}, {isolate('$18.4k')}; oldest 53 days"
    assert (today.due.figure.text(), today.due.note.text()) == ("4", "1 is overdue")
    calm = replace(DASHBOARD, overdue=0, dates=DASHBOARD.dates[1:])
    today.show_dashboard(calm)
    assert today.due.note.text() == "Northgate: Report release"
    nothing = Unbilled((), 0, None, hidden=False)
    today.show_dashboard(replace(calm, unbilled=nothing, dates=(), due_soon=0))
    assert today.unbilled.note.text() == "nothing is unbilled"
    assert today.due.note.text() == "nothing is due in a week"
    hidden = Unbilled((), 36_000, None, hidden=True)
    today.show_dashboard(replace(calm, unbilled=hidden))
    assert today.unbilled.figure.text() == "10 h"


def test_the_next_dates_say_where_they_stand_and_open_their_engagement(today: TodayPage, asked: Asked) -> None:
    today.show_dashboard(DASHBOARD)
    names = [row.accessibleName() for row in today.dates_card.rows]
    assert names[0] == "Acknowledgement, German component, Harrowgate · Wed 18 Nov, 2 days late"
    assert names[1].endswith("Milestone")
    assert names[2].endswith("In review")
    assert len(names) == 4
    today.dates_card.rows[1].click()
    assert asked.last() == OpenEngagement(DASHBOARD.dates[1].engagement)


def test_the_day_shows_its_gap_its_overlap_and_what_lacks_a_narrative(today: TodayPage) -> None:
    assert today.entries_header.note.text() == "9 entries  ·  1 gap  ·  1 overlap of 15 min"
    assert "Unallocated 40 min" in _text(today, GAP_ROW, TIME)
    assert _text(today, 7, NARRATIVE) == "No narrative"
    assert _text(today, 8, CODE) == "409977-20 closed"
    assert _text(today, 9, STATE) == "Running"
    assert _text(today, 9, HOURS) == "0:32"


def test_a_line_without_a_code_says_that_it_awaits_one(today: TodayPage) -> None:
    waiting = replace(ENTRIES[0], code=None, code_id=None, code_standing=CodeStanding.MISSING)
    today.show_view(replace(TODAY, entries=(waiting, *ENTRIES[1:])))
    assert _text(today, 0, CODE) == "Awaiting code"


def test_a_narrative_is_edited_where_it_stands(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    _click(qtbot, today, 1, NARRATIVE)
    editor = _editor(today)
    assert editor.text() == "EQR notes 11 to 13, cut-off"
    QTest.keyClicks(editor, "EQR notes 11 to 14")
    _enter(qtbot, today)
    assert asked.last() == EditEntry(ENTRIES[1].id, 1, EntryField.NARRATIVE, "EQR notes 11 to 14")


def test_escape_leaves_an_edit_without_asking_for_anything(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    _click(qtbot, today, 1, NARRATIVE)
    editor = _editor(today)
    QTest.keyClicks(editor, "oh no")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert asked.of(EditEntry) == []


def test_an_unchanged_edit_asks_for_nothing(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    _click(qtbot, today, 1, NARRATIVE)
    _enter(qtbot, today)
    assert asked.of(EditEntry) == []


def test_times_are_edited_as_one_range(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    _click(qtbot, today, 1, TIME)
    editor = _editor(today)
    assert editor.text() == "08:17-10:15"
    QTest.keyClicks(editor, "8:20-10")
    _enter(qtbot, today)
    assert asked.last() == EditEntry(ENTRIES[1].id, 1, EntryField.TIMES, "8:20-10")


def test_times_that_cannot_be_read_are_marked_and_not_sent(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    _click(qtbot, today, 1, TIME)
    editor = _editor(today)
    QTest.keyClicks(editor, "8:20-ten")
    assert editor.property("wrong") is True
    assert "9:00-10:30" in editor.toolTip()
    _enter(qtbot, today)
    assert asked.of(EditEntry) == []


def test_the_target_is_edited_in_words(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    _click(qtbot, today, 3, TARGET)
    editor = _editor(today)
    QTest.keyClicks(editor, "tarnbrook")
    _enter(qtbot, today)
    assert asked.last() == EditEntry(ENTRIES[2].id, 1, EntryField.TARGET, "tarnbrook")


def test_a_refresh_leaves_an_open_editor_alone(qtbot: QtBot, today: TodayPage) -> None:
    _click(qtbot, today, 1, NARRATIVE)
    editor = _editor(today)
    QTest.keyClicks(editor, "half a sent")
    today.show_view(replace(TODAY, recorded_s=24_000))
    assert _editor(today) is editor
    assert editor.text() == "half a sent"


def test_a_click_on_the_state_turns_draft_into_ready_and_back(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    _click(qtbot, today, 5, STATE)
    assert asked.last() == EditEntry(ENTRIES[4].id, 1, EntryField.STATE, "ready")
    _click(qtbot, today, 1, STATE)
    assert asked.last() == EditEntry(ENTRIES[1].id, 1, EntryField.STATE, "draft")


def test_chargeability_is_a_thing_of_its_own(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    _click(qtbot, today, 0, CHARGEABLE)
    assert asked.last() == EditEntry(ENTRIES[0].id, 1, EntryField.CHARGEABLE, "yes")


def test_a_posted_entry_cannot_be_edited(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    posted = replace(ENTRIES[1], state=EntryState.POSTED)
    today.show_view(replace(TODAY, entries=(ENTRIES[0], posted, *ENTRIES[2:])))
    for column in (TIME, TARGET, NARRATIVE, CHARGEABLE, STATE):
        _click(qtbot, today, 1, column)
    today.table.setCurrentIndex(today.table.row_model.index(1, NARRATIVE))
    QTest.keyClick(today.table, Qt.Key.Key_Delete)
    assert asked.intents == []


def test_a_gap_is_filled_to_the_second_from_the_line(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    _click(qtbot, today, GAP_ROW, TIME)
    field = today.quick_line.field
    assert field.text() == "10:15-10:55 "
    QTest.keyClicks(field, "tarnbrook, call")
    QTest.keyClick(field, Qt.Key.Key_Return)
    gap = TODAY.gaps[0]
    assert asked.last() == FillGap(gap.start_utc, gap.end_utc, "tarnbrook, call")


def test_a_gap_whose_times_were_changed_is_an_ordinary_entry(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    _click(qtbot, today, GAP_ROW, TIME)
    today.quick_line.field.setText("10:20-10:55 tarnbrook")
    QTest.keyClick(today.quick_line.field, Qt.Key.Key_Return)
    assert asked.last() == QuickEntry("10:20-10:55 tarnbrook", DAY)


def test_the_keyboard_alone_reaches_and_fills_a_gap(qtbot: QtBot, today: TodayPage) -> None:
    today.table.setFocus()
    today.table.setCurrentIndex(today.table.row_model.index(GAP_ROW, TIME))
    QTest.keyClick(today.table, Qt.Key.Key_Return)
    assert today.quick_line.field.text() == "10:15-10:55 "
    assert today.quick_line.field.hasFocus()


def test_delete_asks_nothing_and_never_touches_what_runs(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    today.table.setCurrentIndex(today.table.row_model.index(9, NARRATIVE))
    QTest.keyClick(today.table, Qt.Key.Key_Delete)
    assert asked.of(DeleteEntry) == []
    today.table.setCurrentIndex(today.table.row_model.index(3, NARRATIVE))
    QTest.keyClick(today.table, Qt.Key.Key_Delete)
    assert asked.last() == DeleteEntry(ENTRIES[2].id, 1)


def _choose(menu: QMenu | None, word: str) -> None:
    assert menu is not None
    actions = {action.text(): action for action in menu.actions()}
    actions[word].trigger()


def test_the_menu_of_an_entry_starts_it_again_and_shows_its_history(today: TodayPage, asked: Asked) -> None:
    index = today.table.row_model.index(3, NARRATIVE)
    _choose(today.table.menu_for(index), "Start again now")
    assert asked.last() == StartTimer("Wychbold 409981-20, WIP review, write-down memo")
    _choose(today.table.menu_for(index), "History…")
    assert asked.last() == ShowHistory(ENTRIES[2].id)


def test_typing_asks_how_it_is_understood_and_shows_the_answer(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    today.quick_line.field.setText(LINE)
    assert asked.last() == Understand(LINE, DAY)
    today.show_echo(ECHO)
    assert today.quick_line.echo_view.isVisible()
    assert "Engagement Harrowgate group audit" in today.quick_line.echo_view.accessibleName()
    assert today.quick_line.notice.accessibleName() == "Fills the gap of 40 minutes exactly."


def test_the_echo_of_an_older_line_is_dropped(today: TodayPage) -> None:
    today.quick_line.field.setText("something newer")
    today.show_echo(ECHO)
    assert not today.quick_line.echo_view.isVisible()


def test_tab_takes_the_completion(qtbot: QtBot, today: TodayPage) -> None:
    today.quick_line.begin(LINE)
    today.show_echo(ECHO)
    QTest.keyClick(today.quick_line.field, Qt.Key.Key_Tab)
    assert today.quick_line.field.text() == LINE + "work"


def test_arrows_choose_among_what_the_words_may_mean(qtbot: QtBot, today: TodayPage) -> None:
    today.quick_line.begin(LINE)
    today.show_echo(replace(ECHO, ghost=""))
    QTest.keyClick(today.quick_line.field, Qt.Key.Key_Down)
    QTest.keyClick(today.quick_line.field, Qt.Key.Key_Tab)
    assert today.quick_line.field.text() == "harrowgate -30"


def test_control_enter_adds_and_starts_the_timer(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    today.quick_line.begin("northgate")
    QTest.keyClick(today.quick_line.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.last() == QuickEntry("northgate", DAY, start_timer=True)
    assert today.quick_line.field.text() == ""


def test_enter_on_a_line_that_was_not_understood_only_completes_it(
    qtbot: QtBot, today: TodayPage, asked: Asked
) -> None:
    today.quick_line.begin("90")
    today.show_echo(replace(ECHO, text="90", can_add=False))
    QTest.keyClick(today.quick_line.field, Qt.Key.Key_Return)
    assert asked.of(QuickEntry) == []
    assert today.quick_line.field.text() == ECHO.completions[0].text


def test_a_line_without_a_meaning_or_a_completion_stays_as_it_is(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    today.quick_line.begin("90")
    today.show_echo(replace(ECHO, text="90", can_add=False, completions=()))
    QTest.keyClick(today.quick_line.field, Qt.Key.Key_Return)
    assert asked.of(QuickEntry) == []
    assert today.quick_line.field.text() == "90"


def test_days_are_walked_through(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    QTest.mouseClick(today.previous_button, LEFT)
    assert asked.last() == ShowDay(DAY.replace(day=19))
    QTest.mouseClick(today.strip.days[0], LEFT)
    assert asked.last() == ShowDay(DAY.replace(day=16))
    assert not today.today_button.isVisible()


def test_another_day_offers_the_way_back(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    earlier = replace(TODAY, day=DAY.replace(day=19), day_start_utc=TODAY.day_start_utc - 86_400,
                      day_end_utc=TODAY.day_end_utc - 86_400, running=None)  # fmt: skip
    today.show_view(earlier)
    QTest.mouseClick(today.today_button, LEFT)
    assert asked.last() == ShowDay(None)


def test_a_day_of_25_hours_says_so(today: TodayPage) -> None:
    today.show_view(replace(TODAY, day_end_utc=TODAY.day_start_utc + 25 * 3600))
    assert "a day of 25 hours" in today.entries_header.note.text()


def test_the_week_is_handed_in_from_its_card(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    QTest.mouseClick(today.week_card.submit_button, LEFT)
    assert asked.last() == SubmitWeek("2026-W47")
    _choose(today.week_card.sheet_menu(), "Copy to the clipboard")
    assert asked.last() == WriteTimesheet("2026-W47", SheetFormat.CLIPBOARD)


def test_one_press_starts_again_or_opens_where_a_code_is_missing(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    QTest.mouseClick(today.recent_card.rows[1], LEFT)
    assert asked.last() == StartTimer("tarnbrook")
    asked.intents.clear()
    today.recent_card.rows[1].setFocus()
    QTest.keyClick(today.recent_card.rows[1], Qt.Key.Key_Return)
    assert asked.last() == StartTimer("tarnbrook")
    QTest.mouseClick(today.awaiting_card.rows[0], LEFT)
    assert asked.last() == OpenEngagement(ENGAGEMENTS[2].id)


def test_an_empty_day_says_what_to_do(today: TodayPage) -> None:
    today.show_view(EMPTY_TODAY)
    assert today.empty.isVisible()
    assert not today.no_data.isVisible()
    assert not today.table.isVisible()


def test_an_empty_store_offers_import_and_sample(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    today.show_engagements(())
    today.show_view(EMPTY_TODAY)
    QTest.mouseClick(today.no_data.button, LEFT)
    assert asked.last() == ChooseImport()
    QTest.mouseClick(today.no_data.second_button, LEFT)
    assert asked.last() == LoadSample()


def test_an_error_keeps_the_day_and_says_what_is_safe(qtbot: QtBot, today: TodayPage, asked: Asked) -> None:
    today.show_error(FAILED)
    assert today.error.isVisible()
    assert today.table.isVisible()
    QTest.mouseClick(today.error.retry_button, LEFT)
    assert asked.last() == RetryLoad("today")
    today.show_view(TODAY)
    assert not today.error.isVisible()


def test_loading_keeps_the_day_and_shows_a_spinner_only_after_a_while(qtbot: QtBot, today: TodayPage) -> None:
    today.show_loading()
    assert not today.spinner.isVisible()
    qtbot.waitUntil(today.spinner.isVisible)
    assert today.table.isVisible()
    today.show_view(TODAY)
    assert not today.spinner.isVisible()


def test_a_narrow_window_puts_the_side_below_and_chips_into_icons(qtbot: QtBot, today: TodayPage) -> None:
    today.resize(960, 584)
    qtbot.waitUntil(lambda: today.awaiting_card.mapTo(today.content, QPoint()).y() > today.strip.y() + 400)
    assert today.table.itemDelegate().narrow is True  # type: ignore[attr-defined]


def test_the_table_speaks_to_a_screen_reader(today: TodayPage) -> None:
    interface = QAccessible.queryAccessibleInterface(today.table)
    assert interface.role() is QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "Entries of the day"
    assert interface.childCount() >= 10 * 7


def test_a_share_of_a_few_seconds_is_no_number(today: TodayPage) -> None:
    today.show_view(replace(EMPTY_TODAY, week_recorded_s=20, week_chargeable_s=20))
    assert today.billable.figure.text() == "–"
    today.show_view(replace(EMPTY_TODAY, week_recorded_s=3600, week_chargeable_s=1800))
    assert today.billable.figure.text() == "50 %"
