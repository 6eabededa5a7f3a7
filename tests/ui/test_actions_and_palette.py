from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engagedesk.ui.actions import Action, ActionGroup, ActionRegistry, sequences, window_actions
from engagedesk.ui.finding import Findable, find
from engagedesk.ui.intents import Lock, NewEntry, OpenEngagement, Refresh, ShowPage, StartTimer, StopTimer
from engagedesk.ui.main_window import MainWindow
from engagedesk.ui.pages.engagement_menu import EngagementMenu
from engagedesk.ui.palette import of_engagement
from engagedesk.ui.portfolio_intents import ChangeState, RollForward
from engagedesk.ui.theme import Icon, ThemeSwitch
from tests.ui.conftest import Asked
from tests.ui.sample_rows import ENGAGEMENTS

CONTROL = Qt.KeyboardModifier.ControlModifier
PAGES = [(f"page{n}", f"Page {n}", Icon.TODAY) for n in range(12)]


def item(label: str, **more: str) -> Findable:
    return Findable(label, "", "Engagement", ShowPage(label), id=label, **more)  # type: ignore[arg-type]


def test_no_two_actions_have_the_same_keys_from_the_start(qtbot: QtBot) -> None:
    actions = window_actions(PAGES)
    assert len({action.id for action in actions}) == len(actions)
    for one, other in combinations(actions, 2):
        both = set(map(str, sequences(one.default_keys))) & set(map(str, sequences(other.default_keys)))
        assert not both, (one.id, other.id)


def test_every_key_sequence_is_one_that_qt_understands(qtbot: QtBot) -> None:
    for action in window_actions(PAGES):
        for sequence in sequences(action.default_keys):
            assert sequence.count() == 1, action.id
            assert sequence.toString(), action.id


def test_only_nine_pages_have_a_number(qtbot: QtBot) -> None:
    keys = {action.id: action.default_keys for action in window_actions(PAGES)}
    assert keys["page.page8"] == "Ctrl+9"
    assert keys["page.page9"] == ""


def test_changed_keys_hold_at_once_and_are_told_wherever_keys_are_shown(frame: MainWindow, asked: Asked) -> None:
    frame.registry.assign({"lock": "Ctrl+Alt+L", "entry.new": "Ctrl+J"})
    QTest.keyClick(frame, Qt.Key.Key_L, CONTROL)
    assert asked.of(Lock) == []
    QTest.keyClick(frame, Qt.Key.Key_J, CONTROL)
    assert asked.last() == NewEntry()
    assert frame.top_bar.new_button.toolTip() == "New entry (Ctrl+J)"
    assert "Ctrl+Alt+L" in frame.sidebar.lock_button.toolTip()
    frame.registry.assign({})
    QTest.keyClick(frame, Qt.Key.Key_L, CONTROL)
    assert asked.last() == Lock()


def test_an_action_without_keys_is_found_and_has_none(frame: MainWindow, asked: Asked) -> None:
    frame.registry.assign({"refresh": ""})
    QTest.keyClick(frame, Qt.Key.Key_F5)
    assert asked.of(Refresh) == []
    finder = frame.top_bar.finder
    finder.begin()
    QTest.keyClicks(finder, "refresh")
    QTest.keyClick(finder, Qt.Key.Key_Return)
    assert asked.last() == Refresh()


def test_keys_that_begin_other_keys_clash(qtbot: QtBot) -> None:
    one = Action("one", "One", "Ctrl+K, Ctrl+S", Icon.PLUS, ActionGroup.EDIT, Refresh())
    registry = ActionRegistry([one])
    assert registry.clash("other", "Ctrl+K") is one
    assert registry.clash("one", "Ctrl+K") is None
    assert registry.clash("other", "Ctrl+S") is None
    assert registry.clash("other", "") is None


def test_actions_that_come_later_have_keys_and_are_found(frame: MainWindow, asked: Asked) -> None:
    frame.registry.offer([Action("week.check", "Check the week", "Ctrl+W", Icon.CHECK, ActionGroup.TIME, Refresh())])
    QTest.keyClick(frame, Qt.Key.Key_W, CONTROL)
    assert asked.last() == Refresh()
    finder = frame.top_bar.finder
    finder.begin()
    QTest.keyClicks(finder, "check the")
    assert finder.found == ("Check the week",)
    assert len([a for a in frame.actions() if isinstance(a, QAction) and a.objectName() == "week.check"]) == 1


def test_what_cannot_be_had_is_not_offered(frame: MainWindow) -> None:
    finder = frame.top_bar.finder
    frame.show_running(None)
    finder.begin()
    QTest.keyClicks(finder, "stop the")
    assert finder.found == ("Nothing is called that",)


def test_the_keys_of_the_palette_stand_in_its_box(frame: MainWindow) -> None:
    frame.registry.assign({"find": "Ctrl+P"})
    QTest.keyClick(frame, Qt.Key.Key_P, CONTROL)
    assert frame.top_bar.finder.hasFocus()


# -- finding ---------------------------------------------------------------------------------------------------------


def test_of_equals_the_more_recent_comes_first() -> None:
    items = (item("Harrowgate audit"), item("Harrowgate tax"), item("Hartley"))
    assert [i.label for i in find("har", items, recent=("Hartley", "Harrowgate tax"))] == [
        "Hartley",
        "Harrowgate tax",
        "Harrowgate audit",
    ]


def test_exactness_beats_recency() -> None:
    items = (item("Lockwood"), item("Lock"))
    assert find("lock", items, recent=("Lockwood",))[0].label == "Lock"


def test_letters_in_order_find_only_where_nothing_holds_the_word() -> None:
    items = (item("Harrowgate"), item("Northgate"), item("The Hrwg file"))
    assert [i.label for i in find("hrwg", items)] == ["The Hrwg file"]
    assert [i.label for i in find("hrwg", items[:2])] == ["Harrowgate"]
    assert find("rwg", items[:2]) == ()


def test_what_can_be_done_is_found_by_its_verb_only() -> None:
    deed = item("Start timer: Harrowgate", verbs="start timer")
    items = (Findable("Harrowgate", "", "Engagement", ShowPage("h"), id="h", more=lambda: (deed,)), item("Lanternbank"))
    for query, labels in (
        ("har", ["Harrowgate"]),
        ("star har", ["Start timer: Harrowgate"]),
        ("start timer har", ["Start timer: Harrowgate"]),
        ("har time", ["Start timer: Harrowgate"]),
        ("start lan", []),
        ("star", ["Start timer: Harrowgate"]),
        ("sta", []),
        ("", ["Harrowgate", "Lanternbank"]),
    ):
        assert [i.label for i in find(query, items)] == labels, query


@given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=8))
def test_finding_never_fails_and_finds_only_what_there_is(query: str, labels: list[str]) -> None:
    items = tuple(item(label) for label in labels)
    assert set(find(query, items)) <= set(items)


# -- the palette -----------------------------------------------------------------------------------------------------


def test_tab_shows_what_can_be_done_with_an_engagement(frame: MainWindow, asked: Asked) -> None:
    finder = frame.top_bar.finder
    finder.begin()
    QTest.keyClicks(finder, "pellw")
    QTest.keyClick(finder, Qt.Key.Key_Tab)
    assert finder.hasFocus()
    deeds = tuple(f"{deed}: Pellworth · Component" for deed in ("Start timer", "New entry", "Open", "Edit", "Budget"))
    assert finder.found[:5] == deeds
    assert finder.found[-1] == "Share the screen with: Pellworth"
    QTest.keyClick(finder, Qt.Key.Key_Return)
    assert asked.last() == StartTimer("410305-01")


def test_all_that_the_menu_of_an_engagement_offers_is_in_the_palette_too(frame: MainWindow, asked: Asked) -> None:
    row = ENGAGEMENTS[1]
    menu = EngagementMenu(frame, opens=True).build(row)
    offered = [action.data() for action in menu.actions() if not action.isSeparator()]
    more = of_engagement(row).more
    assert more is not None
    deeds = more()
    kinds = {type(intent) for intent in offered}
    assert kinds <= {type(deed.intent) for deed in deeds}
    states = [intent for intent in offered if isinstance(intent, ChangeState)]
    assert states
    assert set(states) <= {deed.intent for deed in deeds}
    finder = frame.top_bar.finder
    finder.begin()
    QTest.keyClicks(finder, "roll north")
    assert finder.found[0] == "Roll forward to next year: Northgate · PCAOB audit"
    QTest.keyClick(finder, Qt.Key.Key_Return)
    assert asked.last() == RollForward(row.id)


def test_backspace_leaves_what_tab_opened(frame: MainWindow) -> None:
    finder = frame.top_bar.finder
    finder.begin()
    QTest.keyClicks(finder, "pellw")
    QTest.keyClick(finder, Qt.Key.Key_Tab)
    QTest.keyClick(finder, Qt.Key.Key_Backspace)
    assert "Today" in finder.found


def test_a_client_with_several_engagements_opens_its_list(frame: MainWindow, asked: Asked) -> None:
    finder = frame.top_bar.finder
    finder.begin()
    QTest.keyClicks(finder, "harrowgate foods")
    for _ in range(len(finder.found) - 1):
        QTest.keyClick(finder, Qt.Key.Key_Down)
    QTest.keyClick(finder, Qt.Key.Key_Return)
    assert finder.found == ("Harrowgate", "Harrowgate")
    QTest.keyClick(finder, Qt.Key.Key_Return)
    assert asked.last() == OpenEngagement(ENGAGEMENTS[0].id)


def test_what_was_chosen_comes_first_the_next_time(frame: MainWindow, qtbot: QtBot) -> None:
    finder = frame.top_bar.finder
    finder.begin()
    QTest.keyClicks(finder, "wychb")
    with qtbot.waitSignal(finder.recent_changed) as told:
        QTest.keyClick(finder, Qt.Key.Key_Return)
    assert told.args == [(f"engagement.{ENGAGEMENTS[4].id.hex()}",)]
    finder.begin()
    assert finder.found[0] == "Wychbold"


def test_an_engagement_at_rest_is_found_too(frame: MainWindow) -> None:
    frame.show_engagements(ENGAGEMENTS[:2], ENGAGEMENTS[2:])
    assert len(frame.sidebar.engagements) == 2
    finder = frame.top_bar.finder
    finder.begin()
    QTest.keyClicks(finder, "pellworth")
    assert finder.found == ("Pellworth",)


@pytest.mark.parametrize("width", [1440, 1024])
def test_the_list_stays_inside_the_window(frame: MainWindow, theme: ThemeSwitch, width: int) -> None:
    frame.resize(width, 640)
    finder = frame.top_bar.finder
    finder.begin()
    panel = finder._panel
    assert panel is not None
    assert frame.rect().contains(panel.geometry())


def test_stop_stays_with_its_keys_while_nothing_runs(frame: MainWindow, asked: Asked) -> None:
    frame.show_running(None)
    QTest.keyClick(frame, Qt.Key.Key_Period, CONTROL)
    assert asked.last() == StopTimer()


def test_leaving_the_palette_gives_the_keyboard_back(frame: MainWindow) -> None:
    held = frame.top_bar.new_button
    held.setFocus()
    QTest.keyClick(frame, Qt.Key.Key_K, CONTROL)
    finder = frame.top_bar.finder
    assert finder.hasFocus()
    QTest.keyClick(finder, Qt.Key.Key_Escape)
    assert held.hasFocus()
    QTest.mouseClick(finder, Qt.MouseButton.LeftButton)
    assert finder.hasFocus()
    QTest.keyClick(finder, Qt.Key.Key_Escape)
    assert held.hasFocus()


def test_what_the_palette_does_leaves_the_keyboard_where_it_was(frame: MainWindow, asked: Asked) -> None:
    held = frame.top_bar.new_button
    held.setFocus()
    finder = frame.top_bar.finder
    finder.begin()
    QTest.keyClicks(finder, "lock")
    QTest.keyClick(finder, Qt.Key.Key_Return)
    assert asked.last() == Lock()
    assert held.hasFocus()


def test_what_is_out_of_sight_is_not_given_the_keyboard_back(frame: MainWindow) -> None:
    held = frame.top_bar.new_button
    held.setFocus()
    frame.top_bar.finder.begin()
    held.hide()
    QTest.keyClick(frame.top_bar.finder, Qt.Key.Key_Escape)
    assert not held.hasFocus()
    assert not frame.top_bar.finder.hasFocus()
