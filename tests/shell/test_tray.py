"""The tray: what its tip and menu say, and that a locked one names nobody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from engagedesk.domain.ids import EntryId
from engagedesk.services.queries.rows import RecentTarget, RunningRow
from engagedesk.ui import intents
from engagedesk.ui.theme import LIGHT
from engagedesk.ui.tray import Tray, TrayState, tray_icon

NOW = 1_795_370_400
RUNNING = RunningRow(
    EntryId(bytes(16)), 1, NOW - 2_282, "Europe/London", "Harrowgate", "Group audit", 0, chargeable=True,
    last_activity_utc=NOW,
)  # fmt: skip
RECENT = (
    RecentTarget(None, None, None, "Lanternbank", "ISAE 3402", "520044-01", 3, 2_400, "Lanternbank ISAE 3402 520-01"),
    RecentTarget(None, None, None, "Smith & Sons", "", "1-2", 4, 0, "Smith & Sons 1-2"),
)


@pytest.fixture
def tray(qtbot: QtBot) -> Iterator[Tray]:
    tray = Tray(lambda: NOW)
    yield tray
    tray.hide()


def words(tray: Tray) -> list[str]:
    return [action.text() for action in tray.menu.actions() if not action.isSeparator()]


def action(tray: Tray, text: str) -> QAction:
    return next(a for a in tray.menu.actions() if a.text().startswith(text))


def test_an_idle_tray_says_that_nothing_runs_and_offers_no_stop(tray: Tray) -> None:
    tray.show_running(None)
    assert tray.state is TrayState.IDLE
    assert "no timer" in tray.tip
    assert "Stop" not in words(tray)


def test_a_running_timer_is_in_tip_and_menu_with_its_time(tray: Tray) -> None:
    tray.show_running(RUNNING)
    assert tray.state is TrayState.RUNNING
    assert "Harrowgate" in tray.tip
    assert "0:38" in tray.tip
    assert words(tray)[0].startswith("Harrowgate · Group audit, since ")
    assert words(tray)[0].endswith("\t0:38")


def test_stop_and_switch_leave_as_intents(qtbot: QtBot, tray: Tray) -> None:
    tray.show_running(RUNNING)
    tray.show_recent(RECENT)
    with qtbot.waitSignal(tray.intent) as caught:
        action(tray, "Stop").trigger()
    assert caught.args == [intents.StopTimer()]
    with qtbot.waitSignal(tray.intent) as caught:
        action(tray, "Lanternbank").trigger()
    assert caught.args == [intents.StartTimer("Lanternbank ISAE 3402 520-01")]


def test_an_ampersand_in_a_name_is_shown_and_is_no_key_mark(tray: Tray) -> None:
    tray.show_running(None)
    tray.show_recent(RECENT)
    assert "Smith && Sons  1-2" in words(tray)


def test_a_locked_tray_shows_the_time_and_no_name(tray: Tray) -> None:
    tray.show_running(RUNNING)
    tray.show_recent(RECENT)
    tray.show_locked(RUNNING.start_utc)
    assert tray.state is TrayState.LOCKED
    everything = " ".join([tray.tip, *words(tray)])
    assert "0:38" in everything
    for name in ("Harrowgate", "Group audit", "Lanternbank", "Smith"):
        assert name not in everything
    assert "Lock" not in words(tray)


def test_attention_is_told_by_the_icon_and_the_tip(tray: Tray) -> None:
    tray.show_running(None)
    tray.show_attention("A timer is waiting for an answer")
    assert tray.state is TrayState.ATTENTION
    assert "waiting for an answer" in tray.tip


def test_every_state_has_an_icon_of_its_own(qtbot: QtBot) -> None:
    pictures = {state: tray_icon(state, LIGHT).pixmap(22, 22).toImage() for state in TrayState}
    states = list(pictures)
    for place, first in enumerate(states):
        for second in states[place + 1 :]:
            assert pictures[first] != pictures[second], (first, second)
