"""The program without a screen: how it opens, what it says when it does not, and what it does with what is asked."""

from __future__ import annotations

import stat
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from engagedesk.app.recovery_keys import RecoveryKeys
from engagedesk.domain.away import AwayPolicy
from engagedesk.domain.ids import CodeId
from engagedesk.errors import StoreLocked
from engagedesk.models.engagements import ChargeCode
from engagedesk.paths import Profile
from engagedesk.services.commands.time import StartTimer, Target, Work
from engagedesk.services.handover import Request, hand_over
from engagedesk.services.opening import ByPassphrase, Surroundings, open_profile
from engagedesk.services.queries.day_view import FrameRows
from engagedesk.services.queries.today import running
from engagedesk.ui import intents
from engagedesk.ui.controllers import leaving
from engagedesk.ui.controllers.desk import Desk
from engagedesk.ui.controllers.key_copies import KeyCopies, write_key
from engagedesk.ui.crossing import Crossing
from engagedesk.ui.dialogs.recovery_key import RecoveryKeyDialog
from engagedesk.ui.format import clock as time_words
from engagedesk.ui.pages.first_run import FirstRunPage
from engagedesk.ui.pages.lock import LockPage
from engagedesk.ui.pages.today import TodayPage
from engagedesk.ui.pages.trouble import TroublePage
from engagedesk.ui.tray import TrayState
from engagedesk.ui.view_rows import Left, LockReason, Message
from tests.fake_clock import FakeClock
from tests.shell.conftest import PASSPHRASE, Started

Start = Callable[..., Started]


def whole(started: Started) -> object:
    return started.program.window._whole.currentWidget()


def test_without_a_store_first_run_comes_with_a_recovery_key(qtbot: QtBot, start: Start, profile: Profile) -> None:
    started = start(profile)
    with qtbot.waitSignal(started.program.doorway.keyring_seen):
        started.program.start(None)
    page = whole(started)
    assert isinstance(page, FirstRunPage)
    assert len(started.program.doorway.recovery_key.groups) == 8
    with qtbot.waitSignal(started.program.doorway.opened):
        started.program.take(intents.CreateStore(PASSPHRASE, use_keyring=False))
    assert page.step == 1


def test_the_recovery_key_that_was_shown_is_the_one_that_opens(
    qtbot: QtBot, start: Start, profile: Profile, around: Surroundings
) -> None:
    from engagedesk.services.opening import ByRecoveryKey

    started = start(profile)
    with qtbot.waitSignal(started.program.doorway.keyring_seen):
        started.program.start(None)
    shown = started.program.doorway.recovery_key.text()
    with qtbot.waitSignal(started.program.doorway.opened):
        started.program.take(intents.CreateStore(PASSPHRASE, use_keyring=False))
    started.program.end()
    open_profile(profile, ByRecoveryKey(shown), around).close()


def test_a_new_recovery_key_is_held_only_while_it_is_shown(qtbot: QtBot, start: Start, made: Profile) -> None:
    started = start(made)
    started.open()
    keys = started.program.findChild(RecoveryKeys)
    assert keys is not None
    keys.show_new(("K7QF", "2MZD"))
    started.program.take(intents.KeepRecoveryKey(intents.RecoveryKeyTo.CLIPBOARD))
    assert QGuiApplication.clipboard().text() == "K7QF-2MZD"
    assert keys.findChildren(KeyCopies)
    dialog = started.program.window.findChild(RecoveryKeyDialog)
    assert dialog is not None
    dialog.reject()
    qtbot.waitUntil(lambda: not keys.findChildren(KeyCopies))


def test_the_key_of_first_run_is_held_until_the_store_is_made(qtbot: QtBot, start: Start, profile: Profile) -> None:
    started = start(profile)
    with qtbot.waitSignal(started.program.doorway.keyring_seen):
        started.program.start(None)
    keys = started.program.findChild(RecoveryKeys)
    assert keys is not None
    shown = started.program.doorway.recovery_key.text()
    said: list[Message] = []
    keys.said.connect(said.append)
    for _ in range(2):
        started.program.take(intents.KeepRecoveryKey(intents.RecoveryKeyTo.CLIPBOARD))
    assert QGuiApplication.clipboard().text() == shown
    assert (said[0].title, said[0].detail) == ("Copied", "The clipboard is emptied when EngageDesk locks.")
    assert len(keys.findChildren(KeyCopies)) == 1
    with qtbot.waitSignal(started.program.doorway.opened):
        started.program.take(intents.CreateStore(PASSPHRASE, use_keyring=False))
    qtbot.waitUntil(lambda: not keys.findChildren(KeyCopies))
    QGuiApplication.clipboard().clear()
    started.program.take(intents.KeepRecoveryKey(intents.RecoveryKeyTo.CLIPBOARD))
    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_a_saved_recovery_key_is_its_owners_alone_also_over_a_file_that_was_there(tmp_path: Path) -> None:
    there = tmp_path / "key.txt"
    there.write_text("an older one, that everybody may read\n")
    there.chmod(0o644)
    write_key(there, ("K7QF", "2MZD"))
    assert there.read_text() == "K7QF-2MZD\n"
    assert stat.S_IMODE(there.stat().st_mode) == 0o600


def test_a_wrong_passphrase_is_said_beside_the_field_and_the_right_one_opens(
    qtbot: QtBot, start: Start, made: Profile
) -> None:
    started = start(made)
    started.program.start(None)
    page = whole(started)
    assert isinstance(page, LockPage)
    with qtbot.waitSignal(started.program.doorway.refused):
        started.program.take(intents.Unlock("not this one at all"))
    assert "Wrong passphrase" in page.failure.text()
    with qtbot.waitSignal(started.program.doorway.opened):
        started.program.take(intents.Unlock(PASSPHRASE))
    started.until_shown()
    assert isinstance(started.program.window.page("today"), TodayPage)


def test_a_damaged_key_file_is_no_question_for_the_passphrase(start: Start, made: Profile) -> None:
    for file in (made.vault, made.vault_copy):
        file.write_bytes(b"{}")
    started = start(made)
    started.program.start(None)
    page = whole(started)
    assert isinstance(page, TroublePage)
    assert "damaged" in page.error.accessibleName()


def test_a_timer_starts_switches_and_stops_and_undo_says_what_it_undid(
    qtbot: QtBot, start: Start, made: Profile, clock: FakeClock
) -> None:
    started = start(made)
    started.open()
    program, desk = started.program, started.program.desk
    assert desk is not None
    program.take(intents.StartTimer("Harrowgate"))
    qtbot.waitUntil(lambda: desk.running is not None and desk.running.label == "Harrowgate")
    assert program.tray.state is TrayState.RUNNING
    clock.advance(minutes=30)
    program.take(intents.StartTimer("Lanternbank"))
    qtbot.waitUntil(lambda: desk.running is not None and desk.running.label == "Lanternbank")
    program.take(intents.StopTimer())
    qtbot.waitUntil(lambda: desk.running is None)
    program.take(intents.Undo())
    qtbot.waitUntil(lambda: desk.running is not None)
    message = program.window.message_bar.message
    assert message is not None
    assert "Stop timer" in message.title


def test_what_is_asked_while_the_program_still_loads_is_done_once_the_store_is_open(
    qtbot: QtBot, start: Start, made: Profile, around: Surroundings
) -> None:
    workspace = open_profile(made, ByPassphrase(PASSPHRASE), around)
    [code] = workspace.read(lambda session: [row[0] for row in session.execute(select(ChargeCode.id).limit(1))])
    workspace.execute(StartTimer(Work(Target(code=CodeId(code))), around.clock.now_s(), "Europe/London"))
    workspace.close()
    program = start(made).program
    seen: list[object] = []

    def look(rows: FrameRows) -> None:
        page = program.window.page("today")
        assert isinstance(page, TodayPage)
        seen.append((rows.running is not None, program.desk, program.tray.state))
        program.take(intents.StopTimer())

    program.doorway.looked.connect(look)
    with qtbot.waitSignal(program.doorway.opened):
        program.start(PASSPHRASE)
    assert seen == [(True, None, TrayState.RUNNING)], "Today was shown before there was anybody to work on it"
    desk = program.desk
    assert desk is not None
    qtbot.waitUntil(lambda: desk.running is None)


def test_a_quit_while_the_store_is_being_opened_ends_the_program(qtbot: QtBot, start: Start, made: Profile) -> None:
    program = start(made).program
    program.doorway.looked.connect(lambda _rows: program.quit())
    with qtbot.waitSignal(program.doorway.looked):
        program.start(PASSPHRASE)
    program.end()
    assert program.desk is None


def test_a_line_that_means_nothing_comes_back_to_the_person(
    qtbot: QtBot, start: Start, made: Profile, clock: FakeClock
) -> None:
    started = start(made)
    started.open()
    desk = started.program.desk
    assert desk is not None
    assert desk.today is not None
    put_back: list[str] = []
    desk._open_line = put_back.append  # type: ignore[method-assign, assignment]  # no dialog off screen
    started.program.take(intents.QuickEntry("1h Nobody at all", desk.today))
    qtbot.waitUntil(lambda: put_back == ["1h Nobody at all"])


def test_a_timer_that_outlived_the_program_is_asked_about(
    qtbot: QtBot, start: Start, made: Profile, around: Surroundings, clock: FakeClock
) -> None:
    workspace = open_profile(made, ByPassphrase(PASSPHRASE), around)
    workspace.execute(StartTimer(Work(Target()), clock.now_s(), clock.zone))
    workspace.close()
    clock.advance(hours=3)
    started = start(made)
    started.open()
    desk = started.program.desk
    assert desk is not None
    qtbot.waitUntil(lambda: not desk.still_running.isHidden())
    assert "ended without stopping it" in desk.still_running.detail.text()
    desk.still_running.end_button.click()
    qtbot.waitUntil(lambda: desk.running is None)
    assert desk.still_running.isHidden()


@pytest.mark.parametrize(("locked", "words"), [(False, "You closed EngageDesk at"), (True, "You locked EngageDesk at")])
def test_a_timer_that_was_left_running_knowingly_is_asked_about_without_talk_of_a_crash(
    qtbot: QtBot, start: Start, made: Profile, around: Surroundings, clock: FakeClock, *, locked: bool, words: str
) -> None:
    workspace = open_profile(made, ByPassphrase(PASSPHRASE), around)
    workspace.execute(StartTimer(Work(Target()), clock.now_s(), clock.zone))
    workspace.close()
    first = start(made)
    first.open()
    clock.advance(minutes=2)
    if locked:
        first.program.lock(LockReason.BY_HAND)
    else:
        first.program.take(intents.Quit())
    first.end()
    left_utc = clock.now_s()
    clock.advance(hours=3)
    second = start(made)
    second.open()
    desk = second.program.desk
    assert desk is not None
    qtbot.waitUntil(lambda: not desk.still_running.isHidden())
    assert words in desk.still_running.detail.text()
    assert time_words(left_utc, clock.zone) in desk.still_running.detail.text()
    desk.still_running.end_button.click()
    qtbot.waitUntil(lambda: desk.running is None)
    [entry] = desk.view.entries if desk.view is not None else ()
    assert entry.end_utc == left_utc


def test_after_a_lock_the_timer_went_on_knowingly_and_nobody_is_asked(
    start: Start, made: Profile, around: Surroundings, clock: FakeClock
) -> None:
    workspace = open_profile(made, ByPassphrase(PASSPHRASE), around)
    workspace.execute(StartTimer(Work(Target()), clock.now_s(), clock.zone))
    workspace.close()
    crossed = Crossing(LockReason.BY_HAND, clock.now_s(), clock.now_s(), hidden=False)
    clock.advance(hours=1)
    started = start(made, crossed)
    started.program.start(None)
    assert isinstance(whole(started), LockPage)
    assert started.program.tray.state is TrayState.LOCKED
    with started.qtbot.waitSignal(started.program.doorway.opened):
        started.program.take(intents.Unlock(PASSPHRASE))
    started.until_shown()
    desk = started.program.desk
    assert desk is not None
    assert desk.running is not None
    assert desk.still_running.isHidden()


def test_a_crash_right_after_the_unlock_is_not_taken_for_the_lock(
    qtbot: QtBot,
    start: Start,
    made: Profile,
    around: Surroundings,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace = open_profile(made, ByPassphrase(PASSPHRASE), around)
    workspace.execute(StartTimer(Work(Target()), clock.now_s(), clock.zone))
    row = workspace.read(running)
    assert row is not None
    workspace.execute(leaving.command(Left(row.entry_id, clock.now_s(), locked=True)))
    workspace.close()
    unlocked = start(made, Crossing(LockReason.BY_HAND, clock.now_s(), clock.now_s(), hidden=False))
    unlocked.program.start(None)
    with qtbot.waitSignal(unlocked.program.doorway.opened):
        unlocked.program.take(intents.Unlock(PASSPHRASE))
    unlocked.until_shown()
    # As a kill leaves it: no word of this second end, and the heart has not beaten since the unlock.
    monkeypatch.setattr(Desk, "leave", lambda _desk, *, locked: None)
    unlocked.end()
    clock.advance(hours=3)
    again = start(made)
    again.open()
    desk = again.program.desk
    assert desk is not None
    qtbot.waitUntil(lambda: not desk.still_running.isHidden())
    assert "ended without stopping it" in desk.still_running.detail.text()


def test_the_terminal_is_served_while_the_store_is_open_and_refused_while_it_is_locked(
    qtbot: QtBot, start: Start, made: Profile
) -> None:
    started = start(made)
    said: list[str] = []
    answers: list[object] = []

    def ask(*argv: str) -> None:
        def work() -> None:
            try:
                answers.append(hand_over(made, Request("run", argv), out=said.append, err=said.append))
            except StoreLocked as error:
                answers.append(error.code)

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        qtbot.waitUntil(lambda: not thread.is_alive())

    started.program.start(None)
    qtbot.waitUntil(lambda: made.hand_over_address is not None and started.program.server._listener is not None)
    ask("timer", "status")
    assert answers == ["store.locked"]
    with qtbot.waitSignal(started.program.doorway.opened):
        started.program.take(intents.Unlock(PASSPHRASE))
    started.until_shown()
    desk = started.program.desk
    assert desk is not None
    ask("timer", "start", "Harrowgate")
    assert answers[-1] == 0
    qtbot.waitUntil(lambda: desk.running is not None)
    ask("--toggle-timer")
    assert answers[-1] == 0
    qtbot.waitUntil(lambda: desk.running is None)


def test_locking_leaves_only_the_timers_start_for_the_next_process(
    qtbot: QtBot, start: Start, made: Profile, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = start(made)
    started.open()
    program, desk = started.program, started.program.desk
    assert desk is not None
    program.take(intents.StartTimer("Harrowgate"))
    qtbot.waitUntil(lambda: desk.running is not None)
    ended: list[int] = []
    monkeypatch.setattr(program, "_leave", ended.append)
    program.lock(LockReason.BY_HAND)
    page = whole(started)
    assert isinstance(page, LockPage), "the day could still be read while the store closed"
    assert not page.passphrase.isEnabled(), "what is typed now would be lost with the process"
    qtbot.waitUntil(lambda: ended == [0])
    assert program.leaves is not None
    assert program.leaves.policy == AwayPolicy()
    rules = asdict(AwayPolicy())
    assert program.leaves == Crossing(LockReason.BY_HAND, clock.now_s(), clock.now_s(), hidden=False, **rules)
    assert program.shell is not None
    assert not program.shell.bridge.is_open


def test_a_lock_by_hand_keeps_the_running_row(
    qtbot: QtBot, start: Start, made: Profile, around: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = start(made)
    started.open()
    program, desk = started.program, started.program.desk
    assert desk is not None
    program.take(intents.StartTimer("Harrowgate"))
    qtbot.waitUntil(lambda: desk.running is not None)
    ended: list[int] = []
    monkeypatch.setattr(program, "_leave", ended.append)
    program.lock(LockReason.BY_HAND)
    qtbot.waitUntil(lambda: bool(ended))
    workspace = open_profile(made, ByPassphrase(PASSPHRASE), around)
    row = workspace.read(running)
    workspace.close()
    assert row is not None


def test_the_sample_portfolio_fills_a_first_run_which_goes_on_to_the_first_timer(
    qtbot: QtBot, start: Start, profile: Profile
) -> None:
    started = start(profile)
    with qtbot.waitSignal(started.program.doorway.keyring_seen):
        started.program.start(None)
    page = whole(started)
    assert isinstance(page, FirstRunPage)
    with qtbot.waitSignal(started.program.doorway.opened):
        started.program.take(intents.CreateStore(PASSPHRASE, use_keyring=False))
    started.program.take(intents.LoadSample())
    qtbot.waitUntil(lambda: page.step == 2)
    desk = started.program.desk
    assert desk is not None
    qtbot.waitUntil(lambda: bool(desk.recent))
    started.program.take(intents.StartTimer(desk.recent[0].text))
    qtbot.waitUntil(lambda: desk.running is not None)
