from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engagedesk.ui.intents import ShowSetting, StartTour
from engagedesk.ui.main_window import MainWindow
from engagedesk.ui.pages.help import HelpPage
from engagedesk.ui.tour import Stop, Tour, beside, window_stops
from tests.ui.conftest import Asked


def names(page: QWidget) -> set[str]:
    return {child.accessibleName() for child in page.findChildren(QWidget) if child.accessibleName()}


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_a_key_shows_the_help(frame: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(frame, key)
    assert frame.current_page == "help"


def test_a_question_mark_in_a_field_is_typed(frame: MainWindow) -> None:
    frame.top_bar.finder.setFocus()
    QTest.keyClicks(frame.top_bar.finder, "?")
    assert frame.current_page == "today"
    assert frame.top_bar.finder.text() == "?"


def test_help_lists_every_action_with_keys_and_follows_a_change(frame: MainWindow, qtbot: QtBot) -> None:
    page = frame.show_page("help")
    assert isinstance(page, HelpPage)
    assert {"Ctrl+N: New entry", "Ctrl+K: Search or run a command", "F1, ?: Keys and help"} <= names(page)
    frame.registry.assign({"entry.new": "Ctrl+J"})

    def shown() -> set[str]:
        return {w.accessibleName() for w in page.findChildren(QWidget) if w.isVisible()}

    qtbot.waitUntil(lambda: "Ctrl+J: New entry" in shown())
    assert "Ctrl+N: New entry" not in shown()


def test_help_leads_to_the_tour_and_to_the_shortcuts(frame: MainWindow, asked: Asked) -> None:
    page = frame.show_page("help")
    assert isinstance(page, HelpPage)
    page.tour_button.click()
    assert asked.last() == StartTour()
    page.keys_button.click()
    assert asked.last() == ShowSetting("shortcuts")


def test_the_tour_shows_every_stop_in_sight_and_ends(frame: MainWindow, qtbot: QtBot) -> None:
    tour = Tour(frame)
    tour.begin(take_focus=True)
    for number in range(len(window_stops(frame))):
        assert tour.number == number
        assert tour.callout.isVisible()
        assert frame.rect().contains(tour.callout.geometry())
        QTest.keyClick(tour.callout.next_button, Qt.Key.Key_Return)
    assert tour.number == -1
    assert not tour.callout.isVisible()


def test_the_tour_blocks_nothing_and_esc_ends_it_wherever_the_keyboard_is(frame: MainWindow, qtbot: QtBot) -> None:
    tour = Tour(frame)
    tour.begin(take_focus=False)
    QTest.mouseClick(frame.sidebar.nav[1], Qt.MouseButton.LeftButton)
    assert frame.current_page == "engagements"
    with qtbot.waitSignal(tour.over):
        QTest.keyClick(frame.sidebar.nav[1], Qt.Key.Key_Escape)
    assert not tour.callout.isVisible()


def test_the_tour_goes_back_and_can_be_skipped(frame: MainWindow, qtbot: QtBot) -> None:
    tour = Tour(frame)
    tour.begin(take_focus=True)
    assert tour.callout.back_button.isHidden()
    tour.callout.next_button.click()
    tour.callout.back_button.click()
    assert tour.number == 0
    with qtbot.waitSignal(tour.over):
        tour.callout.skip_button.click()


def test_a_stop_that_is_not_in_sight_stands_in_the_middle(frame: MainWindow) -> None:
    tour = Tour(frame, (Stop("Gone", "It is not here", lambda: None),))
    tour.begin(take_focus=True)
    off = tour.callout.geometry().center() - frame.rect().center()
    assert abs(off.x()) <= 1
    assert abs(off.y()) <= 1


CORNERS = st.tuples(st.integers(0, 1400), st.integers(0, 860), st.integers(1, 1440), st.integers(1, 900))


@given(CORNERS, st.booleans(), st.booleans())
def test_a_callout_never_leaves_the_window(
    corners: tuple[int, int, int, int],
    at_side: bool,
    mirrored: bool,
) -> None:
    room, size = QSize(1440, 900), QSize(336, 160)
    at = beside(QRect(*corners), size, room, at_side=at_side, mirrored=mirrored)
    assert QRect(0, 0, 1440, 900).contains(QRect(at, size))


def test_a_callout_beside_a_line_leaves_what_unfolds_below_it_in_sight() -> None:
    line, size = QRect(240, 268, 820, 48), QSize(336, 160)
    below = QRect(240, 316, 820, 400)
    for room, mirrored in ((QSize(1440, 900), False), (QSize(1100, 640), False), (QSize(1440, 900), True)):
        at = QRect(beside(line, size, room, at_side=True, mirrored=mirrored), size)
        assert not at.intersects(line)
        assert not at.intersects(below)
