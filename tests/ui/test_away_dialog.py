"""The question after an absence, by keyboard alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engagedesk.domain.away import Then
from engagedesk.domain.states import AwayAnswer
from engagedesk.services.queries.away import AwayQuestion
from engagedesk.ui.dialogs.away import AwayDialog
from engagedesk.ui.intents import AnswerAway, AskAway, AwayShare
from engagedesk.ui.pages.today import TodayPage
from engagedesk.ui.typed_times import typed_length_s
from tests.ui.sample_rows import AWAY, AWAY_TODAY, NOW, at

OWN, OTHER = AWAY.offers[0], AWAY.offers[1]


class Asked:
    """A dialog that is shown and heard, with Enter allowed at once."""

    def __init__(self, qtbot: QtBot, question: AwayQuestion = AWAY, *, running: bool = False) -> None:
        self.dialog = AwayDialog(question, resume_utc=at(13, 21), running=running)
        qtbot.addWidget(self.dialog)
        self.answers: list[AnswerAway] = []
        self.dialog.intent.connect(self.answers.append)
        with qtbot.waitActive(self.dialog):
            self.dialog.show()
        self.dialog._hears.stop()

    @property
    def focus(self) -> QWidget:
        found = self.dialog.focusWidget()
        assert found is not None
        return found

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.focus, key)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)


def test_enter_keeps_all_and_the_timer_goes_on(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    asked.press(Qt.Key.Key_Return)
    assert asked.answers == [AnswerAway(AWAY.away.id, AwayAnswer.KEEP, Then.CONTINUE)]


def test_an_enter_that_was_meant_for_another_window_saves_nothing(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    asked.dialog._hears.start()
    asked.press(Qt.Key.Key_Return)
    assert asked.answers == []


def test_a_digit_chooses_and_stop_is_reached_by_tab(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    asked.press(Qt.Key.Key_2)
    assert asked.dialog.answer is AwayAnswer.DISCARD
    continues: QWidget = asked.dialog.continue_button
    while asked.focus is not continues:
        asked.press(Qt.Key.Key_Tab)
    asked.press(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert asked.dialog.stop_button.isChecked()
    while asked.focus is not asked.dialog.save_button:
        asked.press(Qt.Key.Key_Tab)
    asked.press(Qt.Key.Key_Return)
    assert asked.answers == [AnswerAway(AWAY.away.id, AwayAnswer.DISCARD, Then.STOP)]


def test_escape_decides_later(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    asked.press(Qt.Key.Key_Escape)
    assert asked.dialog.isHidden()
    assert asked.answers == []


def test_a_split_begins_with_the_own_work_and_every_length_keeps_the_total(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    asked.press(Qt.Key.Key_3)
    first, second = asked.dialog.rows.rows
    assert first.target.hasFocus()
    asked.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert first.length.hasFocus()
    first.length.selectAll()
    asked.type("25")
    asked.press(Qt.Key.Key_Tab)
    assert (first.length.text(), second.length.text()) == ("0:25", "0:18")
    asked.dialog.rows.add_button.click()
    third = asked.dialog.rows.rows[2]
    third.length.setText("8m")
    third.length.editingFinished.emit()
    second.length.setText("0:10")
    second.length.editingFinished.emit()
    assert [row.length.text() for row in asked.dialog.rows.rows] == ["0:25", "0:10", "0:08"]
    asked.press(Qt.Key.Key_Return)
    shares = (
        AwayShare(1500, OWN.engagement_id, AWAY.away.code_id),
        AwayShare(600, OTHER.engagement_id, OTHER.code_id),
        AwayShare(480),
    )
    assert asked.answers == [AnswerAway(AWAY.away.id, AwayAnswer.SPLIT, Then.CONTINUE, shares)]


def test_what_no_part_takes_is_said(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    asked.press(Qt.Key.Key_3)
    last = asked.dialog.rows.rows[-1]
    last.length.setText("1")
    last.length.editingFinished.emit()
    assert "stay unallocated" in asked.dialog.rows.covered.text()


def test_a_part_without_length_or_an_unreadable_one_is_marked_and_cannot_be_saved(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    asked.press(Qt.Key.Key_3)
    first = asked.dialog.rows.rows[0]
    first.length.setText("soon")
    first.length.editingFinished.emit()
    assert first.length.property("wrong")
    first.length.setText("0")
    first.length.editingFinished.emit()
    assert not asked.dialog.save_button.isEnabled()
    asked.press(Qt.Key.Key_Return)
    assert asked.answers == []


def test_a_removed_part_gives_its_time_to_its_neighbour(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    asked.press(Qt.Key.Key_3)
    asked.dialog.rows.rows[1].remove.click()
    assert [row.length.text() for row in asked.dialog.rows.rows] == ["0:43"]
    assert not asked.dialog.rows.rows[0].remove.isEnabled()


def test_an_entry_that_is_gone_can_only_be_discarded_or_split(qtbot: QtBot) -> None:
    gone = replace(AWAY.away, entry=None, label="", detail="", engagement_id=None, code_id=None)
    asked = Asked(qtbot, replace(AWAY, away=gone))
    assert asked.dialog.answer is AwayAnswer.DISCARD
    asked.press(Qt.Key.Key_1)
    assert asked.dialog.answer is AwayAnswer.DISCARD
    assert asked.dialog.then.isHidden()


def test_where_another_timer_runs_nothing_is_asked_about_going_on(qtbot: QtBot) -> None:
    asked = Asked(qtbot, running=True)
    assert asked.dialog.then.isHidden()
    assert "Another timer" in asked.dialog.since.text()


def test_every_control_has_a_name(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    asked.press(Qt.Key.Key_3)
    nameless = [
        widget
        for widget in asked.dialog.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.accessibleName()
    ]
    assert nameless == []


def test_time_away_stands_on_today_and_opens_its_question(qtbot: QtBot) -> None:
    page = TodayPage(lambda: NOW)
    qtbot.addWidget(page)
    asked: list[object] = []
    page.intent.connect(asked.append)
    page.show_view(AWAY_TODAY)
    index = page.table.row_model.index_of(AWAY.away.id, 0)
    assert "Away 43 min" in str(index.data(Qt.ItemDataRole.DisplayRole))
    page.table.enter(index)
    assert asked == [AskAway(AWAY.away.id)]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("0:25", 1500), ("25", 1500), ("25m", 1500), ("25 min", 1500), ("1,5 h", 5400), ("1:75", None), ("", None)],
)
def test_a_length_is_read_as_it_is_typed(text: str, seconds: int | None) -> None:
    assert typed_length_s(text) == seconds
