"""Friday with the sample portfolio: from the check to a submitted week and the timesheet on the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from engagedesk.domain.days import Week
from engagedesk.domain.firm_profile import CheckKind
from engagedesk.domain.states import EntryState
from engagedesk.paths import Profile
from engagedesk.services import demo
from engagedesk.services.opening import Surroundings, create
from engagedesk.services.queries.week_check import WeekCheck, week_check
from engagedesk.services.queries.weeks import WeekState
from engagedesk.ui import intents
from engagedesk.ui.controllers.friday import Friday, FridayViews
from engagedesk.ui.controllers.weeks import Weeks
from engagedesk.ui.pages.handover import HandoverView
from engagedesk.ui.pages.reconciliation import ReconciliationView
from engagedesk.ui.pages.week_check_panel import WeekCheckPanel
from engagedesk.ui.store_bridge import StoreBridge
from tests.demo.making import EVENING, LONDON, SUNDAY
from tests.fake_clock import FakeClock
from tests.shell.conftest import PASSPHRASE, Started

WEEK: Final = "2026-W47"
KEY_S: Final = 0.28
"""An average typist's keystroke (Card, Moran and Newell, the Keystroke-Level Model)."""
DECISION_S: Final = 1.35
"""The mental preparation before each decision, by the same model."""
READING_S: Final = 2.0
"""And reading what the line says, generously."""


@dataclass
class Person:
    """Somebody at the keyboard: every key that is pressed counts."""

    qtbot: QtBot
    keys: int = 0
    decisions: int = 0
    pressed: list[str] = field(default_factory=list)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        target = QApplication.focusWidget()
        assert target is not None, "the keyboard stands nowhere"
        self.keys += 1 + len(modifiers)
        held = Qt.KeyboardModifier.NoModifier
        for one in modifiers:
            held |= one
        QTest.keyClick(target, key, held)

    def type(self, text: str) -> None:
        target = QApplication.focusWidget()
        assert target is not None, "the keyboard stands nowhere"
        self.keys += len(text)
        QTest.keyClicks(target, text)

    def decide(self) -> None:
        self.decisions += 1

    @property
    def seconds(self) -> float:
        return self.keys * KEY_S + self.decisions * (DECISION_S + READING_S)


class Desk:
    """The three views beside each other, as the timesheet page holds them."""

    def __init__(self, started: Started, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        program = started.program
        shell = program.shell
        assert shell is not None
        self.bridge: StoreBridge = shell.bridge
        self.asked: list[intents.Intent] = []
        self.weeks = Weeks(shell)
        self.friday = Friday(shell, self.weeks)
        self.takes = {**self.weeks.takes, **self.friday.takes}
        self.take_elsewhere = program.take
        self.host = QWidget(program.window)
        self.panel, self.handover, self.compared = WeekCheckPanel(), HandoverView(), ReconciliationView()
        row = QHBoxLayout(self.host)
        for view in (self.handover, self.compared, self.panel):
            row.addWidget(view)
            view.intent.connect(self.take)
        self.host.setWindowFlag(Qt.WindowType.Window)
        self.host.resize(1800, 900)
        self.friday.show_in(FridayViews(self.panel, self.handover, self.compared))
        with qtbot.waitExposed(self.host):
            self.host.show()
        self.host.activateWindow()
        qtbot.waitUntil(self.host.isActiveWindow)

    def take(self, intent: intents.Intent) -> None:
        self.asked.append(intent)
        take = self.takes.get(type(intent))
        if take is not None:
            take(intent)
        elif not isinstance(intent, intents.ShowEntry):
            self.take_elsewhere(intent)

    def show(self) -> None:
        self.friday.show_period("week", SUNDAY)
        self.qtbot.waitUntil(lambda: bool(self.panel.rows and self.handover.model.rows and self.compared.model.rows))
        self.panel.take_focus()
        self.qtbot.waitUntil(self.panel.rows[0].hasFocus)

    def check(self) -> WeekCheck:
        work = self.bridge.thread_of_store.submit
        from engagedesk.services.store_thread import Priority

        return work(
            Priority.QUERY,
            lambda workspace: workspace.read(week_check, Week.parse(WEEK), zone=LONDON, now_utc=EVENING),
        ).result(10)

    def keys(self) -> list[str]:
        return [row.item.key for row in self.panel.rows]

    def settled(self, before: list[str]) -> Callable[[], bool]:
        return lambda: self.keys() != before or self.panel.submit_button.hasFocus()


@pytest.fixture
def desk(
    profile: Profile, around: Surroundings, clock: FakeClock, start: Callable[..., Started], qtbot: QtBot
) -> Iterator[Desk]:
    clock.set_wall(datetime.fromtimestamp(EVENING, UTC))
    made = create(profile, PASSPHRASE, around, with_keyring=False)
    demo.fill(made.workspace, until=SUNDAY, now_utc=EVENING - 60)
    made.workspace.close()
    started = start(profile)
    started.open()
    opened = Desk(started, qtbot)
    yield opened
    opened.host.hide()
    opened.host.deleteLater()


def test_friday_for_twelve_engagements_takes_at_most_25_keystrokes_and_a_minute(desk: Desk, qtbot: QtBot) -> None:
    desk.show()
    panel, person = desk.panel, Person(qtbot)
    while panel.rows:
        before = desk.keys()
        person.decide()
        person.press(Qt.Key.Key_Return)
        qtbot.waitUntil(desk.settled(before))
    assert panel.submit_button.hasFocus()
    person.decide()
    person.press(Qt.Key.Key_Return)
    qtbot.waitUntil(panel.copy_button.hasFocus)
    person.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text().startswith("code\tactivity\tnarrative"))
    assert person.keys <= 25
    assert person.seconds <= 60

    found = desk.check()
    assert found.state is WeekState.PARTLY_SUBMITTED
    assert found.goes == ()
    kinds = {finding.kind for finding in (item.finding for item in found.items)}
    assert not kinds & {CheckKind.GAP, CheckKind.OVERLAP, CheckKind.EMPTY_NARRATIVE}
    held = {entry for entry, _ in found.held}
    assert {row.id for row in found.entries if row.state is EntryState.DRAFT} == held
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 1 + len({(r.code, r.activity) for r in found.entries if r.id not in held})


def test_typed_narratives_fit_into_the_minute_too(desk: Desk, qtbot: QtBot) -> None:
    desk.show()
    panel, person = desk.panel, Person(qtbot)
    while panel.rows:
        before, kind = desk.keys(), panel.rows[0].item.finding.kind
        person.decide()
        if kind is CheckKind.EMPTY_NARRATIVE:
            person.type("memo, v2")
        person.press(Qt.Key.Key_Return)
        qtbot.waitUntil(desk.settled(before))
    person.press(Qt.Key.Key_Return)
    qtbot.waitUntil(panel.copy_button.hasFocus)
    assert person.seconds <= 60
    assert [row.narrative for row in desk.check().entries].count("memo, v2") == 2


def test_a_fix_is_one_step_back(desk: Desk, qtbot: QtBot) -> None:
    desk.show()
    panel, person = desk.panel, Person(qtbot)
    keys = desk.keys()
    narrative = next(n for n, row in enumerate(panel.rows) if row.item.finding.kind is CheckKind.EMPTY_NARRATIVE)
    for _ in range(narrative):
        person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(panel.rows) == len(keys) - 1)
    desk.take_elsewhere(intents.Undo())
    qtbot.waitUntil(lambda: len(desk.keys()) == len(keys))
    assert desk.keys()[:narrative] == keys[:narrative]


def test_an_item_that_is_left_can_be_shown_again(desk: Desk, qtbot: QtBot) -> None:
    desk.show()
    panel, person = desk.panel, Person(qtbot)
    count = len(panel.rows)
    person.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(panel.rows) == count - 1)
    assert not panel.left_button.isHidden()
    panel.left_button.click()
    qtbot.waitUntil(lambda: len(panel.rows) == count)


def test_a_code_that_is_not_there_is_refused_beside_the_line(desk: Desk, qtbot: QtBot) -> None:
    desk.show()
    panel, person = desk.panel, Person(qtbot)
    person.press(Qt.Key.Key_Right)
    person.type("zzzz")
    person.press(Qt.Key.Key_Return)
    row = panel.rows[0]
    qtbot.waitUntil(lambda: bool(row.refusal.text()))
    assert row.field.text() == "zzzz"


def test_returned_time_stands_on_top_with_its_reason_and_goes_again(desk: Desk, qtbot: QtBot) -> None:
    desk.show()
    desk.take(intents.SubmitWeek(WEEK))
    qtbot.waitUntil(lambda: bool(desk.check().submitted))
    entries = tuple(row.id for row in desk.check().submitted[:2])
    purpose = intents.WeekEntriesPurpose
    desk.take(intents.TreatWeekEntries(WEEK, purpose.RETURN, entries, "Narrative too thin"))
    qtbot.waitUntil(lambda: desk.panel.returned.isVisible())
    assert desk.panel.returned.text() == "2 entries were returned: Narrative too thin"
    assert desk.panel.submit_button.isVisible()
    desk.take(intents.TreatWeekEntries(WEEK, purpose.RECALL, (), ""))
    qtbot.waitUntil(lambda: not desk.check().submitted)


def test_each_line_is_copied_and_ticked_and_the_next_one_follows(desk: Desk, qtbot: QtBot) -> None:
    desk.show()
    person = Person(qtbot)
    desk.handover.table.setFocus()
    first = desk.handover.current
    assert first is not None
    person.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text().startswith(first.key.code))
    assert len(QGuiApplication.clipboard().text().split("\t")) == 5
    person.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.handover.header.note.text().startswith("1 of"))
    following = desk.handover.current
    assert following is not None
    assert following.key > first.key


def test_differences_are_shown_with_the_extracts_date(desk: Desk, qtbot: QtBot) -> None:
    desk.show()
    assert desk.compared.header.note.text() == "Extract of 20 November 2026"
    assert all(row.differs for row in desk.compared.model.rows)
    desk.compared.everything.click()
    assert len(desk.compared.model.rows) > len(desk.compared._found.differences)  # type: ignore[union-attr]


def test_a_difference_that_was_accepted_is_opened_again(desk: Desk) -> None:
    desk.show()
    view = desk.compared
    row = view.model.rows[0]
    desk.take(intents.AcceptDifference(row, "Agreed with finance"))
    desk.qtbot.waitUntil(lambda: row.key not in [one.key for one in view.model.rows])
    view.everything.click()
    view.table.setCurrentIndex(view.model.index_of(row.key))
    assert view.do_button.text() == "Open again"
    view.do_button.click()
    view.differences.click()
    desk.qtbot.waitUntil(lambda: row.key in [one.key for one in view.model.rows])
    desk.take(intents.Undo())
    desk.qtbot.waitUntil(lambda: row.key not in [one.key for one in view.model.rows])
