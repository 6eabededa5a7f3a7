"""Friday on the Timesheet page of the running program."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engagedesk.paths import Profile
from engagedesk.services import demo
from engagedesk.services.opening import Surroundings, create
from engagedesk.ui import intents
from engagedesk.ui.pages.handover import HandoverView
from engagedesk.ui.pages.reconciliation import ReconciliationView
from engagedesk.ui.pages.timesheet import TimesheetPage
from engagedesk.ui.pages.week_check_panel import WeekCheckPanel
from engagedesk.ui.timesheet.intents import ShowTimesheet
from tests.demo.making import EVENING, SUNDAY
from tests.fake_clock import FakeClock
from tests.shell.conftest import PASSPHRASE, Started


def test_the_check_stands_beside_the_week_jumps_into_the_day_and_hands_over(
    profile: Profile, around: Surroundings, clock: FakeClock, start: Callable[..., Started], qtbot: QtBot
) -> None:
    clock.set_wall(datetime.fromtimestamp(EVENING, UTC))
    made = create(profile, PASSPHRASE, around, with_keyring=False)
    demo.fill(made.workspace, until=SUNDAY, now_utc=EVENING - 60)
    made.workspace.close()
    started = start(profile)
    started.open()
    program, window = started.program, started.program.window
    window.resize(1440, 900)
    window.show()
    program.take(ShowTimesheet(day=SUNDAY))
    page = window.page("timesheet")
    assert isinstance(page, TimesheetPage)
    qtbot.waitUntil(lambda: isinstance(page.week.side, WeekCheckPanel))
    panel = page.week.side
    assert isinstance(panel, WeekCheckPanel)
    qtbot.waitUntil(lambda: bool(panel.rows))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    panel.take_focus()
    before = len(panel.rows)
    QTest.keyClick(panel.rows[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(panel.rows) == before - 1)
    gap = next(row.item.finding for row in panel.rows if row.item.finding.span is not None)
    program.take(intents.ShowEntry(gap.day, gap.entry, gap.span))
    qtbot.waitUntil(lambda: page.shown_view == "day" and page.shown_day == gap.day)
    program.take(ShowTimesheet("handover", SUNDAY))
    window.show_page("today")
    steps = {action.id: action.intent for action in window.registry.actions}
    program.take(steps["week.copy"])
    qtbot.waitUntil(lambda: "\t" in QGuiApplication.clipboard().text())
    program.take(steps["week.handover"])
    qtbot.waitUntil(lambda: page.shown_view == "handover")
    handover = page.view("handover")
    assert isinstance(handover, HandoverView)
    qtbot.waitUntil(lambda: bool(handover.model.rows))
    program.take(ShowTimesheet("recorded", SUNDAY))
    recorded = page.view("recorded")
    assert isinstance(recorded, ReconciliationView)
    qtbot.waitUntil(lambda: bool(recorded.model.rows))
