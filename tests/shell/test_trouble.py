"""When the window cannot do its work: it says so in words, in the window wherever there is one."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from engagedesk.app.program import Program
from engagedesk.app.tenure import Tenure
from engagedesk.errors import DiskFull, StoreError, StoreInUse, StoreReadOnly, UserError
from engagedesk.models.profile_lock import ProfileLock
from engagedesk.paths import Profile
from engagedesk.services import handover
from engagedesk.services.handover import Request, hand_over
from engagedesk.services.opening import ByPassphrase, Surroundings, open_profile
from engagedesk.ui import intents
from engagedesk.ui.crash import CrashNet
from engagedesk.ui.pages.first_run import FirstRunPage
from engagedesk.ui.pages.lock import LockPage
from engagedesk.ui.pages.trouble import TroublePage
from tests.shell.conftest import PASSPHRASE, Started

Start = Callable[..., Started]


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication, around: Surroundings) -> Iterator[Callable[[Profile, StoreError], Program]]:
    """Return what shows a program that could not have its profile."""
    programs: list[tuple[Program, Tenure]] = []

    def show(paths: Profile, error: StoreError) -> Program:
        tenure = Tenure(paths)
        program = Program(qapp, paths, around, net=CrashNet(paths.crashes, around.clock), came_from=None)
        programs.append((program, tenure))
        program.start_in_trouble(error, tenure.take)
        return program

    yield show
    for program, tenure in programs:
        program.end()
        tenure.release()


def trouble(program: Program) -> TroublePage:
    page = program.window._whole.currentWidget()
    assert isinstance(page, TroublePage)
    return page


def words(program: Program) -> str:
    page = trouble(program)
    return " ".join(label.text() for label in page.error.findChildren(QLabel) if label.isVisibleTo(page))


def press_try_again(qtbot: QtBot, program: Program) -> None:
    qtbot.mouseClick(  # type: ignore[no-untyped-call]  # pytest-qt types only some of its methods
        trouble(program).error.retry_button, Qt.MouseButton.LeftButton
    )


@contextmanager
def held_elsewhere(paths: Profile) -> Iterator[subprocess.Popen[str]]:
    """Hold the profile in another process that serves nobody."""
    code = (
        "import sys; from pathlib import Path; from engagedesk.models.profile_lock import ProfileLock\n"
        "lock = ProfileLock.acquire(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(paths.lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        assert process.stdin is not None
        process.stdin.close()
        process.wait(60)


def test_a_profile_that_another_process_holds_is_named_in_the_window_and_opens_once_it_is_free(
    qtbot: QtBot, shown: Callable[[Profile, StoreError], Program], made: Profile
) -> None:
    with held_elsewhere(made) as other:
        with pytest.raises(StoreInUse) as refused:
            Tenure(made).take()
        program = shown(made, refused.value)
        assert "The store is in use" in words(program)
        assert str(other.pid) in words(program)
        before = trouble(program)
        press_try_again(qtbot, program)
        qtbot.waitUntil(lambda: program.window._whole.currentWidget() is not before)
        assert "The store is in use" in words(program)
    press_try_again(qtbot, program)
    qtbot.waitUntil(lambda: isinstance(program.window._whole.currentWidget(), LockPage))
    with qtbot.waitSignal(program.doorway.opened):
        program.take(intents.Unlock(PASSPHRASE))


def test_nothing_is_written_into_a_profile_that_another_process_holds(
    qtbot: QtBot, shown: Callable[[Profile, StoreError], Program], made: Profile
) -> None:
    def state() -> dict[str, bytes]:
        return {str(file): file.read_bytes() for file in made.folder.rglob("*") if file.is_file()}

    with held_elsewhere(made):
        before = state()
        program = shown(made, StoreInUse("store.in_use", profile=made.folder.name, pid=1))
        program.window.resize(1111, 777)
        program.take(intents.SetTheme("dark"))
        program.end()
        assert state() == before


@pytest.mark.parametrize(
    ("error", "said", "to_do"),
    [
        (StoreReadOnly("store.read_only", profile="profile"), "cannot be written", "copy the profile"),
        (DiskFull("store.disk_full", profile="profile"), "disk is full", "Free some space"),
    ],
)
def test_a_profile_that_cannot_be_written_is_said_in_the_window_with_what_to_do(
    shown: Callable[[Profile, StoreError], Program], made: Profile, error: StoreError, said: str, to_do: str
) -> None:
    program = shown(made, error)
    assert said in words(program)
    assert to_do in words(program)


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """Yield a folder that cannot be written: for root, whom no mode stops, it is a read-only mount."""
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    if os.name == "nt":
        pytest.skip("a folder's mode stops nobody on Windows")
    mounted = os.geteuid() == 0
    if mounted and subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(folder)], check=False).returncode:
        pytest.skip("root may write everywhere and may not mount here")
    yield folder
    if mounted:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_folder_without_the_right_to_write_is_a_store_error(closed: Path) -> None:
    with pytest.raises(StoreReadOnly):
        Tenure(Profile(closed / "profile")).take()


def test_a_first_start_in_a_place_that_became_writable_goes_on_with_first_run(
    qtbot: QtBot, shown: Callable[[Profile, StoreError], Program], tmp_path: Path
) -> None:
    in_the_way = tmp_path / "place"
    in_the_way.write_text("a file where the folder should be")
    paths = Profile(in_the_way / "profile")
    with pytest.raises(StoreError) as refused:
        Tenure(paths).take()
    program = shown(paths, refused.value)
    assert isinstance(program.window._whole.currentWidget(), TroublePage)
    in_the_way.unlink()
    press_try_again(qtbot, program)
    qtbot.waitUntil(lambda: isinstance(program.window._whole.currentWidget(), FirstRunPage))


def newer(paths: Profile, around: Surroundings) -> None:
    workspace = open_profile(paths, ByPassphrase(PASSPHRASE), around)
    with workspace.store.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    workspace.close()


def damaged(paths: Profile, _around: Surroundings) -> None:
    raw = bytearray(paths.store.read_bytes())
    for place in range(0, len(raw), 4096):
        raw[place + 100] ^= 0xFF
    paths.store.write_bytes(raw)


def cut(paths: Profile, _around: Surroundings) -> None:
    os.truncate(paths.store, 5000)


def emptied(paths: Profile, _around: Surroundings) -> None:
    os.truncate(paths.store, 0)


@pytest.mark.parametrize(
    ("harm", "said", "to_do"),
    [
        (newer, "newer than this program", "Install the newer EngageDesk"),
        (damaged, "The store is damaged", "Restore the newest backup"),
        (cut, "cut short", "Restore the newest backup"),
        (emptied, "The store is empty", "Restore the newest backup"),
    ],
)
def test_a_store_that_cannot_be_read_is_said_in_the_window_with_what_to_do(
    qtbot: QtBot,
    start: Start,
    made: Profile,
    around: Surroundings,
    harm: Callable[[Profile, Surroundings], None],
    said: str,
    to_do: str,
) -> None:
    harm(made, around)
    started = start(made)
    started.program.start(None)
    with qtbot.waitSignal(started.program.doorway.refused):
        started.program.take(intents.Unlock(PASSPHRASE))
    assert said in words(started.program)
    assert to_do in words(started.program)


def test_a_damaged_key_file_says_what_to_do(start: Start, made: Profile) -> None:
    for file in (made.vault, made.vault_copy):
        file.write_bytes(b"\0" * 400)
    started = start(made)
    started.program.start(None)
    assert "The key file is damaged" in words(started.program)
    assert "Restore the newest backup" in words(started.program)


@pytest.mark.skipif(sys.platform == "win32", reason="a named pipe there")
def test_a_window_that_stands_still_keeps_no_other_start_waiting_for_ever(
    made: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handover, "GREETING_S", 1)
    handover.key_file(made).write_bytes(b"k" * 32)
    silent = socket.socket(socket.AF_UNIX)
    answers: list[int | None] = []

    def ask() -> None:
        answers.append(hand_over(made, Request("raise"), out=lambda _: None, err=lambda _: None))

    with silent:
        silent.bind(made.hand_over_address)
        silent.listen(4)
        asking = threading.Thread(target=ask, daemon=True)
        asking.start()
        asking.join(60)
    assert answers == [None]


def started_without(tmp_path: Path, **env: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.run(
        [sys.executable, "-m", "engagedesk", "--profile", str(tmp_path / "profile")],
        env=kept | env, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a screen there")
@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({}, "There is no screen to open a window on: Neither DISPLAY nor WAYLAND_DISPLAY is set"),
        ({"DISPLAY": ":7777"}, "The window could not be opened: Qt says: could not connect to display"),
        ({"QT_QPA_PLATFORM": "nonsense"}, "The window could not be opened: Qt says: Could not find the Qt platform"),
    ],
)
def test_without_a_screen_one_line_says_so_and_names_the_commands(
    tmp_path: Path, env: dict[str, str], said: str
) -> None:
    done = started_without(tmp_path, **env)
    assert done.returncode == UserError.exit_status
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(f"error: {said}")
    assert "engagedesk --help" in lines[0]


def test_a_lock_that_was_taken_is_given_back(made: Profile) -> None:
    tenure = Tenure(made)
    assert tenure.take()
    tenure.release()
    ProfileLock.acquire(made.lock).release()
