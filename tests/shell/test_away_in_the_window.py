"""Away time in the program: what the desktop shows ends the entry, the return asks, the answer is one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from engagedesk.domain.away import AwayPolicy, Then
from engagedesk.domain.ids import EntryId
from engagedesk.domain.states import AwayAnswer, AwayCause
from engagedesk.paths import Profile
from engagedesk.services.commands.away import BeginAway
from engagedesk.services.commands.firm import ChangeSetting
from engagedesk.services.commands.time import StartTimer, Target, Work
from engagedesk.services.opening import ByPassphrase, Surroundings, open_profile
from engagedesk.services.queries.away import open_away, unanswered_away
from engagedesk.services.queries.rows import AwayRow, EntryRow
from engagedesk.services.queries.today import running
from engagedesk.services.workspace import Workspace
from engagedesk.ui import intents
from engagedesk.ui.crossing import Crossing
from engagedesk.ui.desktop import senses
from engagedesk.ui.desktop.senses import Senses
from engagedesk.ui.dialogs.away import AwayDialog
from engagedesk.ui.tray import TrayState
from engagedesk.ui.view_rows import LockReason
from tests.fake_clock import FakeClock
from tests.shell.conftest import PASSPHRASE, Started

Start = Callable[..., Started]


class Hands:
    """An idle count that a test sets: nobody touches anything until ``touch``."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self._touched_s = clock.monotonic_s()

    def touch(self) -> None:
        self._touched_s = self._clock.monotonic_s()

    def idle_s(self) -> float | None:
        return self._clock.monotonic_s() - self._touched_s

    def close(self) -> None:
        return None


@pytest.fixture
def hands(clock: FakeClock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Hands:
    """A desktop whose idle count the test sets, where nobody records sound."""
    made = Hands(clock)
    monkeypatch.setattr(
        senses, "desktop_senses", lambda _name, *, parent: Senses(made, services=None, sound=tmp_path, parent=parent)
    )
    return made


def opened(start: Start, made: Profile, **more: Any) -> Started:
    """Open the program with everything of it built."""
    started = start(made, **more)
    started.open()
    started.program._build_rest()
    return started


def look(started: Started) -> None:
    presence = started.program._presence
    assert presence is not None
    presence.look()


def ask(started: Started, query: Callable[..., Any]) -> Any:
    """Ask the open store."""
    shell = started.program.shell
    assert shell is not None
    answers: list[Any] = []
    shell.bridge.ask(started.program, lambda workspace: workspace.read(query), answers.append)
    started.qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def is_away(started: Started) -> bool:
    return ask(started, open_away) is not None


def run_timer(started: Started, qtbot: QtBot) -> EntryId:
    desk = started.program.desk
    assert desk is not None
    started.program.take(intents.StartTimer("Harrowgate"))
    qtbot.waitUntil(lambda: desk.running is not None)
    assert desk.running is not None
    return desk.running.entry_id


def dialog(started: Started) -> AwayDialog:
    away = started.crew.away
    assert away is not None
    started.qtbot.waitUntil(lambda: away._dialog is not None)
    assert away._dialog is not None
    return away._dialog


def go_away(started: Started, hands: Hands, clock: FakeClock, *, minutes: int = 43) -> int:
    """Be idle for some minutes; answer when the person left."""
    hands.touch()
    look(started)
    left = clock.now_s()
    clock.advance(minutes=15)
    look(started)
    started.qtbot.waitUntil(lambda: is_away(started))
    clock.advance(minutes=minutes - 15)
    return left


def come_back(started: Started, hands: Hands) -> None:
    hands.touch()
    look(started)


def entries(workspace: Workspace) -> list[EntryRow]:
    from engagedesk.services.queries.entries import entries_between
    from tests.fake_clock import DEFAULT_START

    return list(workspace.read(entries_between, DEFAULT_START.date(), DEFAULT_START.date()))


def test_a_person_who_leaves_ends_the_entry_and_is_asked_on_return(
    qtbot: QtBot, start: Start, made: Profile, hands: Hands, clock: FakeClock
) -> None:
    started = opened(start, made)
    program = started.program
    entry = run_timer(started, qtbot)
    clock.advance(hours=1)
    left = go_away(started, hands, clock)
    qtbot.waitUntil(lambda: program.tray.state is TrayState.AWAY)
    assert "Away since" in program.window.top_bar.away.text()
    come_back(started, hands)
    shown = dialog(started)
    assert shown.title.text() == "You were away 43 min"
    assert not shown.isHidden()
    shown.choose(AwayAnswer.KEEP)
    shown._hears.stop()
    shown.save_button.click()
    desk = program.desk
    assert desk is not None
    qtbot.waitUntil(lambda: desk.running is not None)
    assert desk.running is not None
    assert desk.running.entry_id == entry
    assert desk.running.start_utc < left
    qtbot.waitUntil(lambda: program.tray.state is TrayState.RUNNING)


def test_who_decides_later_finds_the_time_on_today(
    qtbot: QtBot, start: Start, made: Profile, hands: Hands, clock: FakeClock
) -> None:
    started = opened(start, made)
    run_timer(started, qtbot)
    clock.advance(hours=1)
    go_away(started, hands, clock)
    come_back(started, hands)
    dialog(started).reject()
    desk = started.program.desk
    assert desk is not None
    # The first look may still show the period as it was before the return ended it.
    qtbot.waitUntil(lambda: desk._view is not None and [a.end_utc is None for a in desk._view.away] == [False])
    assert desk._view is not None
    [row] = desk._view.away
    assert row.unallocated_s == 43 * 60
    for wanted in (intents.AskAway(row.id), intents.AskAway()):
        started.program.take(wanted)
        shown = dialog(started)
        assert shown.away == row.id
        shown.reject()
        qtbot.waitUntil(lambda: started.crew.away._dialog is None)
    started.program.take(intents.AnswerAway(row.id, AwayAnswer.DISCARD, Then.STOP))
    qtbot.waitUntil(lambda: ask(started, unanswered_away) == ())
    started.program.take(intents.AskAway())
    bar = started.program.window.message_bar
    qtbot.waitUntil(lambda: bar.message is not None and bar.message.title == "No time away waits for an answer")


def test_nobody_is_asked_during_a_call(
    qtbot: QtBot, start: Start, made: Profile, hands: Hands, clock: FakeClock, tmp_path: Path
) -> None:
    started = opened(start, made)
    away = started.crew.away
    assert away is not None
    run_timer(started, qtbot)
    clock.advance(hours=1)
    go_away(started, hands, clock)
    microphone = tmp_path / "card0" / "pcm0c" / "sub0" / "status"
    microphone.parent.mkdir(parents=True)
    microphone.write_text("state: RUNNING\n", encoding="ascii")
    come_back(started, hands)
    qtbot.waitUntil(lambda: away._held is not None)
    assert away._dialog is None
    microphone.write_text("closed\n", encoding="ascii")
    look(started)
    dialog(started).reject()


def test_a_person_on_a_call_is_not_away(
    qtbot: QtBot, start: Start, made: Profile, hands: Hands, clock: FakeClock, tmp_path: Path
) -> None:
    started = opened(start, made)
    run_timer(started, qtbot)
    microphone = tmp_path / "card0" / "pcm0c" / "sub0" / "status"
    microphone.parent.mkdir(parents=True)
    microphone.write_text("state: RUNNING\n", encoding="ascii")
    hands.touch()
    clock.advance(minutes=40)
    look(started)
    assert not is_away(started)


def test_sleep_shows_by_the_clock_alone(
    qtbot: QtBot, start: Start, made: Profile, hands: Hands, clock: FakeClock
) -> None:
    started = opened(start, made)
    run_timer(started, qtbot)
    clock.advance(minutes=20)
    hands.touch()
    look(started)
    clock.suspend(hours=9)
    clock.advance(seconds=5)
    look(started)
    qtbot.waitUntil(lambda: is_away(started))
    come_back(started, hands)
    shown = dialog(started)
    assert shown.answer is AwayAnswer.DISCARD, "a night is not kept by Enter alone"
    assert shown.stop_button.isChecked()
    shown.reject()


def test_a_clock_set_back_is_said(qtbot: QtBot, start: Start, made: Profile, hands: Hands, clock: FakeClock) -> None:
    started = opened(start, made)
    run_timer(started, qtbot)
    look(started)
    clock.suspend(hours=-1)
    look(started)
    message = started.program.window.message_bar.message
    assert message is not None
    assert "set back" in message.title


def test_a_timer_that_is_asked_about_by_its_own_card_is_not_asked_about_twice(
    qtbot: QtBot, start: Start, made: Profile, around: Surroundings, hands: Hands, clock: FakeClock
) -> None:
    workspace = open_profile(made, ByPassphrase(PASSPHRASE), around)
    workspace.execute(StartTimer(Work(Target()), clock.now_s(), clock.zone))
    workspace.close()
    clock.advance(hours=3)
    hands.touch()
    started = opened(start, made)
    desk = started.program.desk
    assert desk is not None
    qtbot.waitUntil(lambda: not desk.still_running.isHidden())
    clock.advance(hours=1)
    look(started)
    assert not is_away(started)
    assert desk.running is not None


def test_the_programs_own_lock_after_idle_is_away_and_crosses(
    qtbot: QtBot,
    start: Start,
    made: Profile,
    around: Surroundings,
    hands: Hands,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started = opened(start, made)
    program = started.program
    run_timer(started, qtbot)
    clock.advance(hours=1)
    hands.touch()
    look(started)
    left = clock.now_s()
    clock.advance(minutes=10)
    ended: list[int] = []
    monkeypatch.setattr(program, "_leave", ended.append)
    program.lock(LockReason.IDLE)
    qtbot.waitUntil(lambda: ended == [0])
    assert program.leaves is not None
    assert (program.leaves.away_since_utc, program.leaves.running_since_utc) == (left, None)
    workspace = open_profile(made, ByPassphrase(PASSPHRASE), around)
    row: AwayRow | None = workspace.read(open_away)
    assert row is not None
    assert (row.start_utc, row.cause) == (left, AwayCause.IDLE)
    assert workspace.read(running) is None
    workspace.close()


def test_after_the_unlock_the_time_of_the_lock_is_asked_about_from_touch_to_touch(
    qtbot: QtBot, start: Start, made: Profile, around: Surroundings, hands: Hands, clock: FakeClock
) -> None:
    workspace = open_profile(made, ByPassphrase(PASSPHRASE), around)
    entry = workspace.execute(StartTimer(Work(Target()), clock.now_s(), clock.zone)).result.started
    clock.advance(hours=1)
    left = clock.now_s()
    workspace.execute(BeginAway(left, AwayCause.IDLE, left, clock.zone, entry))
    workspace.close()
    crossed = Crossing(
        LockReason.IDLE,
        left,
        None,
        hidden=False,
        away_since_utc=left,
        idle_after_s=900,
    )
    started = start(made, crossed)
    started.program.start(None)
    clock.advance(minutes=43)
    come_back(started, hands)
    back = clock.now_s()
    clock.advance(minutes=2)
    with qtbot.waitSignal(started.program.doorway.opened):
        started.program.take(intents.Unlock(PASSPHRASE))
    started.until_shown()
    started.program._build_rest()
    shown = dialog(started)
    assert shown.title.text() == "You were away 43 min"
    [row] = ask(started, unanswered_away)
    assert (row.start_utc, row.end_utc) == (left, back)
    shown.reject()


def test_who_left_while_the_program_was_locked_by_hand_is_asked_too(
    qtbot: QtBot, start: Start, made: Profile, around: Surroundings, hands: Hands, clock: FakeClock
) -> None:
    workspace = open_profile(made, ByPassphrase(PASSPHRASE), around)
    since = clock.now_s()
    workspace.execute(StartTimer(Work(Target()), since, clock.zone))
    workspace.close()
    crossed = Crossing(LockReason.BY_HAND, since, since, hidden=False, idle_after_s=900)
    started = start(made, crossed)
    started.program.start(None)
    hands.touch()
    look(started)
    clock.advance(minutes=16)
    look(started)
    clock.advance(hours=2)
    come_back(started, hands)
    with qtbot.waitSignal(started.program.doorway.opened):
        started.program.take(intents.Unlock(PASSPHRASE))
    started.until_shown()
    started.program._build_rest()
    dialog(started).reject()
    [row] = ask(started, unanswered_away)
    assert (row.start_utc, row.end_utc) == (since, clock.now_s())


def test_an_absence_that_a_crash_left_open_ends_with_the_next_start(
    qtbot: QtBot, start: Start, made: Profile, around: Surroundings, hands: Hands, clock: FakeClock
) -> None:
    workspace = open_profile(made, ByPassphrase(PASSPHRASE), around)
    entry = workspace.execute(StartTimer(Work(Target()), clock.now_s(), clock.zone)).result.started
    clock.advance(minutes=30)
    workspace.execute(BeginAway(clock.now_s(), AwayCause.SLEEP, clock.now_s(), clock.zone, entry))
    workspace.close()
    clock.advance(hours=2)
    hands.touch()
    started = opened(start, made)
    desk = started.program.desk
    assert desk is not None
    shown = dialog(started)
    assert desk.waits_for_answer is None, "two questions about one time"
    assert shown.title.text() == "You were away 2:00 h"
    shown.reject()


def test_a_threshold_that_is_changed_holds_at_once(
    qtbot: QtBot, start: Start, made: Profile, hands: Hands, clock: FakeClock
) -> None:
    started = opened(start, made)
    presence, shell = started.program._presence, started.program.shell
    assert presence is not None
    assert shell is not None
    shell.bridge.execute(started.program, ChangeSetting("away.after_min", 0))
    qtbot.waitUntil(lambda: presence.policy == AwayPolicy(idle_after_s=0))
    run_timer(started, qtbot)
    clock.advance(hours=3)
    look(started)
    assert not is_away(started)
