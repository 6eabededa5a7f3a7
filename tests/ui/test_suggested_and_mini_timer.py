"""The strip of suggestions and the small timer, by keyboard and mouse."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engagedesk.ui.dialogs.forget_titles import ForgetTitlesDialog
from engagedesk.ui.intents import AcceptDraft, DismissDraft, ForgetTitles, NewEntry, StartTimer, StopTimer
from engagedesk.ui.pages.suggested import SuggestedCard
from engagedesk.ui.theme import ThemeSwitch
from engagedesk.ui.view_rows import WatchedView
from engagedesk.ui.widgets.mini_timer import MiniTimer
from tests.ui.conftest import Asked, shown
from tests.ui.gallery_rows import DRAFTS
from tests.ui.sample_rows import NOW, RUNNING

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def card(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> SuggestedCard:
    made = SuggestedCard()
    made.intent.connect(asked.take)
    made.show_drafts(DRAFTS)
    shown(qtbot, made, 816, 200)
    return made


def test_one_key_accepts_another_dismisses_and_arrows_walk(card: SuggestedCard, asked: Asked) -> None:
    first, second = card.lines[:2]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert asked.last() == AcceptDraft(DRAFTS[0].id)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Delete)
    assert asked.last() == DismissDraft(DRAFTS[1].id)
    QTest.keyClick(second, Qt.Key.Key_Up)
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert card.lines[-1].hasFocus()


def test_the_keyboard_stays_at_its_place_when_a_draft_goes(card: SuggestedCard) -> None:
    card.lines[1].setFocus()
    card.show_drafts((DRAFTS[0], *DRAFTS[2:]))
    assert card.lines[1].hasFocus()
    card.show_drafts(DRAFTS[:1])
    assert card.lines[0].hasFocus()


def test_each_draft_says_when_what_and_why(card: SuggestedCard) -> None:
    said = card.lines[0].accessibleName()
    assert "Kestrel" in said
    assert DRAFTS[0].why in said
    assert "draft" in card.lines[0].accessibleDescription()
    QTest.mouseClick(card.lines[0].dismiss_button, LEFT)


def test_without_drafts_there_is_nothing(card: SuggestedCard) -> None:
    card.show_drafts(())
    assert not card.isVisible()
    assert card.lines == []


@pytest.fixture
def mini(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> MiniTimer:
    made = MiniTimer(lambda: NOW)
    made.intent.connect(asked.take)
    qtbot.addWidget(made)
    return made


def test_the_small_timer_starts_again_stops_and_opens_quick_entry(mini: MiniTimer, asked: Asked) -> None:
    mini.show_running(None)
    assert not mini.switch_button.isEnabled()
    mini.show_again("Northgate 410220-20")
    mini.switch_button.click()
    assert asked.last() == StartTimer("Northgate 410220-20")
    mini.show_running(RUNNING)
    assert RUNNING.label in mini.name.accessibleName()
    assert mini.elapsed.text().count(":") == 2
    mini.switch_button.click()
    assert asked.last() == StopTimer()
    mini.quick_button.click()
    assert asked.last() == NewEntry()


def test_the_small_timer_goes_to_a_place_that_is_on_a_screen(mini: MiniTimer) -> None:
    free = mini.screen().availableGeometry()
    mini.put_at(QPoint(free.x() + 40, free.y() + 50))
    assert mini.pos() == QPoint(free.x() + 40, free.y() + 50)
    mini.put_at(QPoint(99_999, 99_999))
    assert free.contains(mini.geometry())


def test_forgetting_names_its_days_and_says_that_it_is_for_good(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> None:
    first, last = date(2026, 11, 2), date(2026, 11, 20)
    dialog = ForgetTitlesDialog(WatchedView(1_204, first, last, 30), last)
    dialog.intent.connect(asked.take)
    qtbot.addWidget(dialog)
    assert "cannot be undone" in dialog.notice.accessibleName()
    dialog.first.setDate(dialog.last.date().addDays(1))
    assert not dialog.forget_button.isEnabled()
    dialog.first.setDate(dialog.last.date().addDays(-1))
    dialog.forget_button.click()
    assert asked.last() == ForgetTitles(date(2026, 11, 19), last)


def test_there_is_nothing_to_forget_where_nothing_is_kept(qtbot: QtBot, theme: ThemeSwitch) -> None:
    dialog = ForgetTitlesDialog(WatchedView(0, None, None, 30), date(2026, 11, 20))
    qtbot.addWidget(dialog)
    assert not dialog.forget_button.isEnabled()
