from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from engagedesk.ui.intents import Lock, NewEntry, OpenEngagement, Quit, Redo, Refresh, StartTimer, StopTimer, Undo
from engagedesk.ui.main_window import MainWindow
from engagedesk.ui.theme import DARK, LIGHT, ThemeSwitch, tokens_of
from engagedesk.ui.view_rows import Kind, Message
from engagedesk.ui.widgets.message_bar import MessageBar
from tests.ui.conftest import Asked, shown
from tests.ui.sample_rows import ENGAGEMENTS
from tests.ui.shot import window

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_page_is_built_when_it_is_first_shown(frame: MainWindow) -> None:
    assert frame.is_built("today")
    assert not frame.is_built("settings")
    frame.show_page("settings")
    assert frame.is_built("settings")


def test_a_press_in_the_sidebar_shows_the_page_and_marks_it(frame: MainWindow) -> None:
    QTest.mouseClick(frame.sidebar.nav[1], LEFT)
    assert frame.current_page == "engagements"
    assert [button.isChecked() for button in frame.sidebar.nav].index(True) == 1
    assert sum(button.isChecked() for button in frame.sidebar.nav) == 1


def test_an_engagement_in_the_sidebar_asks_for_its_page(frame: MainWindow, asked: Asked) -> None:
    QTest.mouseClick(frame.sidebar.engagements[1], LEFT)
    assert asked.last() == OpenEngagement(ENGAGEMENTS[1].id)
    frame.show_page("engagement", engagement=ENGAGEMENTS[1].id)
    assert [b.row.short for b in frame.sidebar.engagements if b.isChecked()] == ["Northgate"]
    assert not any(button.isChecked() for button in frame.sidebar.nav)


def test_every_key_of_the_window_does_its_work(frame: MainWindow, asked: Asked) -> None:
    for key, modifiers, wanted in (
        (Qt.Key.Key_N, CONTROL, NewEntry()),
        (Qt.Key.Key_Z, CONTROL, Undo()),
        (Qt.Key.Key_Z, CONTROL | SHIFT, Redo()),
        (Qt.Key.Key_L, CONTROL, Lock()),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, Refresh()),
    ):
        QTest.keyClick(frame, key, modifiers)
        assert asked.last() == wanted
    QTest.keyClick(frame, Qt.Key.Key_2, CONTROL)
    assert frame.current_page == "engagements"
    QTest.keyClick(frame, Qt.Key.Key_1, CONTROL)
    assert frame.current_page == "today"


def test_undo_belongs_to_the_window_while_a_field_has_nothing_to_take_back(frame: MainWindow, asked: Asked) -> None:
    field = frame.top_bar.finder
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert asked.of(Undo) == [Undo()]
    QTest.keyClicks(field, "har")
    QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert asked.of(Undo) == [Undo()]
    assert field.text() == ""


def test_the_search_box_finds_goes_and_forgets(frame: MainWindow, asked: Asked) -> None:
    QTest.keyClick(frame, Qt.Key.Key_K, CONTROL)
    finder = frame.top_bar.finder
    assert finder.hasFocus()
    QTest.keyClicks(finder, "harr")
    assert finder.found == ("Harrowgate", "Harrowgate", "Harrowgate Foods plc")
    QTest.keyClick(finder, Qt.Key.Key_Down)
    QTest.keyClick(finder, Qt.Key.Key_Return)
    assert asked.last() == OpenEngagement(ENGAGEMENTS[8].id)
    assert finder.text() == ""
    assert not finder.found


def test_the_search_box_finds_pages_codes_and_actions(frame: MainWindow, asked: Asked) -> None:
    finder = frame.top_bar.finder
    finder.begin()
    QTest.keyClicks(finder, "sett")
    QTest.keyClick(finder, Qt.Key.Key_Return)
    assert frame.current_page == "settings"
    finder.begin()
    QTest.keyClicks(finder, "410305")
    assert finder.found == ("Pellworth",)
    QTest.keyClick(finder, Qt.Key.Key_Escape)
    finder.begin()
    QTest.keyClicks(finder, "lock")
    QTest.keyClick(finder, Qt.Key.Key_Return)
    assert asked.last() == Lock()


def test_nothing_found_is_said_and_enter_does_nothing(frame: MainWindow, asked: Asked) -> None:
    finder = frame.top_bar.finder
    finder.begin()
    QTest.keyClicks(finder, "zebra")
    assert finder.found == ("Nothing is called that",)
    QTest.keyClick(finder, Qt.Key.Key_Return)
    assert asked.intents == []


def test_the_running_timer_is_in_sight_and_stops_with_one_press(frame: MainWindow, asked: Asked) -> None:
    assert frame.top_bar.elapsed.text() == "0:32:14"
    QTest.mouseClick(frame.top_bar.stop_button, LEFT)
    assert asked.last() == StopTimer()
    frame.show_running(None)
    assert frame.top_bar.start_button.isVisible()
    assert not frame.top_bar.elapsed.isVisible()
    QTest.mouseClick(frame.top_bar.start_button, LEFT)
    assert asked.last() == StartTimer("")


def test_a_narrow_window_keeps_everything_within_reach(qtbot: QtBot, theme: ThemeSwitch) -> None:
    made = window("today")
    shown(qtbot, made, 1024, 640)
    assert made.sidebar.is_narrow
    assert made.sidebar.width() == 56
    assert made.sidebar.nav[0].toolTip() == "Today (Ctrl+1)"
    right = made.top_bar.new_button.geometry().right()
    assert right < made.top_bar.width()
    made.resize(1440, 900)
    assert not made.sidebar.is_narrow
    assert made.sidebar.width() == 216


def test_a_cover_takes_the_keys_away_except_to_quit(frame: MainWindow, asked: Asked) -> None:
    cover = QWidget()
    frame.show_whole(cover)
    QTest.keyClick(frame, Qt.Key.Key_N, CONTROL)
    assert asked.intents == []
    QTest.keyClick(frame, Qt.Key.Key_Q, CONTROL)
    assert asked.last() == Quit()
    frame.show_frame()
    QTest.keyClick(frame, Qt.Key.Key_N, CONTROL)
    assert asked.last() == NewEntry()


def test_the_theme_changes_while_the_window_is_open(frame: MainWindow, theme: ThemeSwitch) -> None:
    assert tokens_of(frame) is LIGHT
    theme.set_mode("dark")
    assert tokens_of(frame) is DARK
    picture = frame.grab().toImage()
    assert picture.pixelColor(4, 300).name().upper() == DARK.sunken
    theme.set_mode("light")
    assert frame.grab().toImage().pixelColor(4, 300).name().upper() == LIGHT.sunken


def test_every_control_has_a_name(qtbot: QtBot, theme: ThemeSwitch) -> None:
    for page in ("today", "engagements", "engagement", "settings"):
        made = window(page)
        shown(qtbot, made)
        for widget in made.findChildren(QWidget):
            interface = QAccessible.queryAccessibleInterface(widget)
            control = widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QLineEdit | QComboBox)
            if widget.isVisible() and control:
                assert interface.text(QAccessible.Text.Name), f"{page}: {type(widget).__name__} has no name"


def test_tab_walks_from_search_to_new_entry_and_into_the_page(frame: MainWindow) -> None:
    frame.top_bar.finder.setFocus()
    QTest.keyClick(frame.top_bar.finder, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is frame.top_bar.stop_button
    QTest.keyClick(frame.top_bar.stop_button, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is frame.top_bar.new_button


def test_messages_stand_in_a_bar_with_one_action(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> None:
    bar = MessageBar()
    bar.intent.connect(asked.take)
    qtbot.addWidget(bar)
    bar.show_message(Message(Kind.DANGER, "The disk is full", "Nothing new can be saved.", copyable="disk.full"))
    bar.show_message(Message(Kind.OK, "Undone: narrative", action="Redo", intent=Redo(), passing=True))
    assert bar.accessibleName().startswith("Undone: narrative")
    bar.action_button.click()
    assert asked.last() == Redo()
    assert bar.message is not None
    assert bar.message.title == "The disk is full"
    bar.copy_button.click()
    assert QApplication.clipboard().text() == "disk.full"
    bar.close_button.click()
    assert bar.isHidden()


def test_the_same_message_twice_is_shown_once(qtbot: QtBot, theme: ThemeSwitch) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    for _ in range(2):
        bar.show_message(Message(Kind.WARN, "The keyring is locked"))
    bar.close_message()
    assert bar.message is None


def test_nothing_moves_under_the_mouse_when_a_message_comes_and_goes(frame: MainWindow) -> None:
    page, bar = frame.page("today"), frame.message_bar
    area = bar.parentWidget()
    assert area is not None
    before = page.mapTo(frame, page.rect().topLeft())
    size = page.size()
    frame.show_message(Message(Kind.OK, "Entry deleted", action="Undo", intent=Undo(), passing=True))
    assert bar.isVisible()
    assert (page.mapTo(frame, page.rect().topLeft()), page.size()) == (before, size)
    foot = bar.geometry().translated(area.mapTo(frame, bar.rect().topLeft()))
    assert foot.top() > frame.height() - 100
    short = bar.width()
    frame.show_message(Message(Kind.DANGER, "The store did not answer", "Word for word. " * 20, copyable="x"))
    assert bar.width() > short
    assert area.rect().contains(bar.geometry())
    frame.resize(900, 600)
    QApplication.sendPostedEvents()
    assert area.rect().contains(bar.geometry())
    bar.close_message()
    assert page.mapTo(frame, page.rect().topLeft()).y() == before.y()


def test_no_two_buttons_of_the_window_have_the_same_name(frame: MainWindow) -> None:
    buttons = [one for one in frame.findChildren(QAbstractButton) if one.isVisible()]
    names = [one.accessibleName() or one.text() for one in buttons]
    assert names.count("Timesheet") == 1
