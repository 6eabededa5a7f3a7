from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engagedesk.domain.firm_profile import CheckKind
from engagedesk.domain.reconciliation import Action, Reason
from engagedesk.domain.week_fixes import Candidate, FillGap, Leave, MakeRoom, Narrate
from engagedesk.ui import intents
from engagedesk.ui.dialogs.week_entries import WeekEntriesDialog
from engagedesk.ui.intents import ShowEntry, WeekEntriesPurpose
from engagedesk.ui.pages.check_row import CheckRow
from engagedesk.ui.pages.handover import HandoverView
from engagedesk.ui.pages.reconciliation import ReconciliationView
from engagedesk.ui.pages.week_check_panel import WeekCheckPanel
from engagedesk.ui.theme import ThemeSwitch
from tests.ui.conftest import Asked, shown
from tests.ui.friday_rows import BLOCKED, CHECK, CLEAR, HANDOVER, NO_EXTRACT, RECONCILED, RETURNED, STALE, SUBMITTED
from tests.ui.sample_rows import ENTRIES

ENTER, DOWN, RIGHT = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Right


@pytest.fixture
def panel(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> WeekCheckPanel:
    made = WeekCheckPanel()
    made.intent.connect(asked.take)
    made.show_check(CHECK)
    shown(qtbot, made, 296, 760)
    made.take_focus()
    return made


@pytest.fixture
def handover(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> HandoverView:
    made = HandoverView()
    made.intent.connect(asked.take)
    made.show_handover(HANDOVER)
    shown(qtbot, made, 864, 640)
    made.table.setFocus()
    return made


@pytest.fixture
def recorded(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> ReconciliationView:
    made = ReconciliationView()
    made.intent.connect(asked.take)
    made.show_reconciliation(RECONCILED)
    shown(qtbot, made, 864, 640)
    made.table.setFocus()
    return made


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None, "the keyboard stands nowhere"
    QTest.keyClick(target, key, modifier)


def walk_to(panel: WeekCheckPanel, kind: CheckKind) -> None:
    for _ in range(next(n for n, row in enumerate(panel.rows) if row.item.finding.kind is kind)):
        press(DOWN)


def test_enter_does_what_the_line_proposes(panel: WeekCheckPanel, asked: Asked) -> None:
    press(ENTER)
    done = asked.last()
    assert isinstance(done, intents.FixFinding)
    assert isinstance(done.fix, FillGap)
    assert done.key == CHECK.items[0].key


def test_tab_goes_down_the_lines_and_from_the_last_one_to_submit(panel: WeekCheckPanel) -> None:
    order = [panel.rows.index(row) for row in held_rows(panel)]
    assert order == sorted(order)
    assert set(order) == set(range(len(panel.rows)))
    # They were made anew, as after each fix.
    panel.show_check(replace(CHECK, items=CHECK.items[1:]))
    panel.rows[0].take_focus()
    assert set(held_rows(panel)) == set(panel.rows)


def held_rows(panel: WeekCheckPanel) -> list[CheckRow]:
    """Return the rows in which the keyboard stands until it comes to what hands the week in."""
    found: list[CheckRow] = []
    for _ in range(40):
        at = QApplication.focusWidget()
        assert at is not None
        if at is panel.submit_button:
            return found
        found += [row for row in panel.rows if row is at or row.isAncestorOf(at)]
        press(Qt.Key.Key_Tab)
    raise AssertionError("Tab does not come to Submit")


def test_a_key_held_down_does_not_run_through_the_list(panel: WeekCheckPanel, asked: Asked) -> None:
    press(ENTER)
    press(ENTER)
    assert len(asked.of(intents.FixFinding)) == 1


def test_an_overlap_is_trimmed_the_other_way_by_one_key_more(panel: WeekCheckPanel, asked: Asked) -> None:
    walk_to(panel, CheckKind.OVERLAP)
    first = panel.rows[1].fix
    press(RIGHT)
    press(ENTER)
    done = asked.last()
    assert isinstance(done, intents.FixFinding)
    assert isinstance(first, MakeRoom)
    assert isinstance(done.fix, MakeRoom)
    assert done.fix.entry != first.entry


def test_a_narrative_is_proposed_and_typed_over(panel: WeekCheckPanel, asked: Asked) -> None:
    walk_to(panel, CheckKind.EMPTY_NARRATIVE)
    row = panel.rows[2]
    assert row.field.hasFocus()
    assert row.field.selectedText() == "EQR notes 11 to 13, cut-off"
    QTest.keyClicks(row.field, "EQR call")
    press(ENTER)
    done = asked.last()
    assert isinstance(done, intents.FixFinding)
    assert isinstance(done.fix, Narrate)
    assert done.text == "EQR call"


def test_another_clients_name_is_marked_and_a_text_read_again_is_left(panel: WeekCheckPanel, asked: Asked) -> None:
    item = next(one for one in CHECK.items if one.finding.kind is CheckKind.OTHER_CLIENT)
    fix = item.fixes[0]
    assert isinstance(fix, Narrate)
    panel.show_check(replace(CHECK, items=(replace(item, fixes=(replace(fix, text="Call with Kestrel"), Leave())),)))
    assert panel.rows[0].field.selectedText() == "Kestrel"
    press(ENTER)
    assert asked.last() == intents.LeaveItem("2026-W47", item.key)


def test_nothing_is_not_a_narrative(panel: WeekCheckPanel, asked: Asked) -> None:
    walk_to(panel, CheckKind.EMPTY_NARRATIVE)
    panel.rows[2].field.clear()
    press(ENTER)
    assert asked.of(intents.FixFinding) == []
    assert panel.rows[2].refusal.text()


def test_a_refusal_stands_beside_its_line_and_keys_work_again(panel: WeekCheckPanel, asked: Asked) -> None:
    press(ENTER)
    panel.show_refusal(CHECK.items[0].key, "It has changed meanwhile.")
    assert panel.rows[0].refusal.text() == "It has changed meanwhile."
    press(ENTER)
    assert len(asked.of(intents.FixFinding)) == 2


def test_a_line_jumps_to_where_it_lies(panel: WeekCheckPanel, asked: Asked) -> None:
    press(ENTER, Qt.KeyboardModifier.AltModifier)
    finding = CHECK.items[0].finding
    assert asked.last() == intents.ShowEntry(finding.day, None, finding.span)
    panel.rows[0].go_button.click()
    assert len(asked.of(intents.ShowEntry)) == 2


def test_after_the_last_line_the_keyboard_is_on_submit_and_then_on_copy(panel: WeekCheckPanel, asked: Asked) -> None:
    panel.show_check(CLEAR)
    assert panel.submit_button.hasFocus()
    press(ENTER)
    assert asked.last() == intents.SubmitWeek("2026-W47")
    panel.show_check(SUBMITTED)
    assert panel.copy_button.hasFocus()
    assert panel.submit_button.isHidden()
    press(ENTER)
    assert asked.last() == intents.WriteTimesheet("2026-W47", intents.SheetFormat.CLIPBOARD)


def test_submit_works_from_anywhere_in_the_panel(panel: WeekCheckPanel, asked: Asked) -> None:
    press(ENTER, Qt.KeyboardModifier.ControlModifier)
    assert asked.last() == intents.SubmitWeek("2026-W47")


def test_what_blocks_is_said_and_submit_waits(panel: WeekCheckPanel) -> None:
    panel.show_check(BLOCKED)
    assert not panel.submit_button.isEnabled()
    assert panel.held_why.text() == "1 finding must be settled before the week can go."


def test_what_came_back_stands_on_top_with_its_reason(panel: WeekCheckPanel, asked: Asked) -> None:
    panel.show_check(RETURNED)
    assert panel.returned.text() == "1 entry was returned: The purchase order is missing"
    panel.returned_button.click()
    assert asked.last() == intents.ShowEntry(ENTRIES[1].work_day, ENTRIES[1].id)


def test_the_menu_offers_only_what_is_possible(panel: WeekCheckPanel) -> None:
    def possible() -> list[str]:
        return [action.text() for action in panel.menu().actions() if action.isEnabled() and action.text()]

    panel.show_check(SUBMITTED)
    assert possible() == ["Save as Excel…", "Save as CSV…", "Recall the week…", "The firm returned it…"]
    panel.show_check(CLEAR)
    assert possible() == ["Save as Excel…", "Save as CSV…"]


@pytest.mark.parametrize(
    "name", ["=cmd|' /C calc'!A0", "\u202eevil\u202c", "😀" * 2_000, "x" * 100_000, "\x00\x1b[31m"]
)
def test_names_of_any_kind_are_shown_and_break_nothing(panel: WeekCheckPanel, name: str) -> None:
    target = Candidate(ENTRIES[0].engagement_id, None, None, name, name[:50])
    gap = CHECK.items[0].fixes[0]
    assert isinstance(gap, FillGap)
    item = replace(CHECK.items[0], fixes=(replace(gap, target=target), Leave()))
    entries = tuple(replace(row, engagement=name, narrative=name) for row in CHECK.entries)
    panel.show_check(replace(CHECK, items=(item, *CHECK.items[1:]), entries=entries))
    assert panel.width() == 296
    assert panel.grab().width() == 296


# -- handing over ----------------------------------------------------------------------------------------------------


def test_the_keyboard_begins_at_the_first_line_that_is_not_there_as_it_is(handover: HandoverView) -> None:
    assert handover.current == HANDOVER.lines[1]
    assert handover.header.note.text() == "2 of 7 entered"


def test_enter_copies_and_space_ticks(handover: HandoverView, asked: Asked) -> None:
    press(ENTER)
    assert asked.last() == intents.CopyLines((HANDOVER.lines[1],))
    press(Qt.Key.Key_Space)
    assert asked.last() == intents.TickHandover("2026-W47", (HANDOVER.lines[1],))
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Space)
    assert asked.last() == intents.UntickHandover("2026-W47", (HANDOVER.lines[0],))


def test_a_changed_line_says_what_was_typed(handover: HandoverView) -> None:
    assert str(handover.model.index(1, 5).data()) == "Changed was 3.00"
    assert str(handover.model.index(3, 5).data()) == "Take out"


# -- reconciliation --------------------------------------------------------------------------------------------------


def test_only_differences_are_shown_until_all_are_asked_for(recorded: ReconciliationView) -> None:
    assert len(recorded.model.rows) == len(RECONCILED.differences)
    recorded.everything.click()
    assert len(recorded.model.rows) == len(RECONCILED.rows)


def test_enter_does_the_one_action_of_a_difference(recorded: ReconciliationView, asked: Asked) -> None:
    row = next(one for one in RECONCILED.differences if one.action is Action.BOOK_HERE)
    recorded.table.setCurrentIndex(recorded.model.index_of(row.key))
    assert recorded.do_button.text() == "Book 1:00 here"
    press(ENTER)
    done = asked.last()
    assert isinstance(done, intents.SettleDifference)
    assert done.row == row


def test_a_difference_is_accepted_with_a_note_only(recorded: ReconciliationView, asked: Asked) -> None:
    press(Qt.Key.Key_N)
    assert recorded.note.hasFocus()
    press(ENTER)
    assert asked.of(intents.AcceptDifference) == []
    QTest.keyClicks(recorded.note, "Agreed with finance")
    press(ENTER)
    assert asked.last() == intents.AcceptDifference(RECONCILED.differences[0], "Agreed with finance")
    assert recorded.note_bar.isHidden()


def test_escape_ends_a_note(recorded: ReconciliationView, asked: Asked) -> None:
    press(Qt.Key.Key_N)
    press(Qt.Key.Key_Escape)
    assert recorded.note_bar.isHidden()
    assert asked.intents == []


def test_posting_is_asked_twice_because_it_cannot_be_undone(recorded: ReconciliationView, asked: Asked) -> None:
    recorded.post_button.click()
    assert asked.intents == []
    recorded.post_button.click()
    done = asked.last()
    assert isinstance(done, intents.MarkPostedThere)
    assert {row.reason for row in done.rows} == {Reason.POSTED}


def test_an_old_extract_is_marked_and_a_missing_one_can_be_imported(recorded: ReconciliationView, asked: Asked) -> None:
    recorded.show_reconciliation(STALE)
    assert recorded.stale.accessibleName() == "Stale"
    assert recorded.header.note.text() == "Extract of 6 November 2026"
    recorded.show_reconciliation(NO_EXTRACT)
    assert recorded.nothing.isVisible()
    recorded.nothing.button.click()
    assert asked.last() == intents.ChooseImport()


# -- dialogs and all -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("purpose", list(WeekEntriesPurpose))
def test_time_is_treated_with_a_reason(
    qtbot: QtBot, theme: ThemeSwitch, asked: Asked, purpose: WeekEntriesPurpose
) -> None:
    dialog = WeekEntriesDialog("2026-W47", purpose, ENTRIES[:2])
    dialog.intent.connect(asked.take)
    shown(qtbot, dialog, 560, 480)
    assert dialog.ok_button.isEnabled() == (purpose is WeekEntriesPurpose.RECALL)
    for n in range(dialog.list.count()):
        dialog.list.item(n).setCheckState(Qt.CheckState.Checked)
    QTest.keyClicks(dialog.reason, "Too thin")
    QTest.keyClick(dialog.reason, ENTER)
    done = asked.last()
    assert isinstance(done, intents.TreatWeekEntries)
    assert (done.purpose, done.entries, done.reason) == (purpose, (ENTRIES[0].id, ENTRIES[1].id), "Too thin")


def test_a_press_anywhere_on_a_line_and_space_tick_it(qtbot: QtBot, theme: ThemeSwitch) -> None:
    dialog = WeekEntriesDialog("2026-W47", WeekEntriesPurpose.REVERSE, ENTRIES[:2])
    shown(qtbot, dialog, 560, 480)
    held = dialog.list
    line = held.visualItemRect(held.item(1))
    for at in (line.center(), line.topRight() + QPoint(-4, 4)):
        QTest.mouseClick(held.viewport(), Qt.MouseButton.LeftButton, pos=at)
        ticked = dialog.chosen
        QTest.keyClick(held, Qt.Key.Key_Space)
        assert {ticked, dialog.chosen} == {(ENTRIES[1].id,), ()}
        QTest.keyClick(held, Qt.Key.Key_Space)


def test_every_control_of_friday_has_a_name(
    panel: WeekCheckPanel, handover: HandoverView, recorded: ReconciliationView
) -> None:
    recorded.note_bar.show()
    for view in (panel, handover, recorded):
        for widget in view.findChildren(QWidget):
            if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.isVisible():
                assert widget.accessibleName(), f"{type(widget).__name__} has no name"


def test_tab_leaves_the_list_in_both_directions(panel: WeekCheckPanel) -> None:
    walk_to(panel, CheckKind.EMPTY_NARRATIVE)
    seen = set()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        for _ in range(30):
            press(key)
            seen.add(QApplication.focusWidget())
    assert {panel.submit_button, panel.copy_button, panel.more_button, panel.left_button} <= seen


def test_the_panel_is_mirrored(qtbot: QtBot, theme: ThemeSwitch) -> None:
    made = WeekCheckPanel()
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.show_check(CHECK)
    shown(qtbot, made, 296, 760)
    row = made.rows[1]
    assert row.go_button.x() < row.title.x()
    assert row.title.geometry().right() < row.width() - 32


def test_tab_goes_from_a_line_of_the_check_to_all_that_can_be_done_with_it(qtbot: QtBot, theme: ThemeSwitch) -> None:
    panel = WeekCheckPanel()
    qtbot.addWidget(panel)
    panel.show_check(CHECK)
    panel.resize(296, 760)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    panel.take_focus()
    first = panel.rows[0]
    assert first.hasFocus()
    assert "Alt+Enter" in first.accessibleDescription()
    reached = set()
    for _ in range(3):
        QTest.keyClick(panel.focusWidget() or first, Qt.Key.Key_Tab)
        reached.add(panel.focusWidget())
    assert {first.next_button, first.go_button} <= reached
    asked: list[object] = []
    panel.intent.connect(asked.append)
    first.jumped.emit()
    assert isinstance(asked[0], ShowEntry)
