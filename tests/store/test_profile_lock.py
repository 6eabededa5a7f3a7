from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from engagedesk.errors import StoreError, StoreInUse
from engagedesk.models.profile_lock import ProfileLock

CONTEND = """
import sys
from pathlib import Path
from engagedesk.errors import StoreInUse
from engagedesk.models.profile_lock import ProfileLock
print("ready", flush=True)
sys.stdin.readline()
try:
    lock = ProfileLock.acquire(Path(sys.argv[1]))
except StoreInUse as error:
    print("refused", error.params["pid"], flush=True)
else:
    print("won", flush=True)
sys.stdin.readline()
"""

REPLACE = """
import os, sys
from pathlib import Path
from engagedesk.models.profile_lock import ProfileLock
script, path = sys.argv[1], Path(sys.argv[2])
if len(sys.argv) == 3:
    lock = ProfileLock.acquire(path)
    print("held", flush=True)
    sys.stdin.readline()
    left = lock.keep_across_exec()
    os.execv(sys.executable, [sys.executable, "-c", script, script, str(path), str(left)])
lock = ProfileLock.adopt(path, int(sys.argv[3]))
print("adopted", os.get_inheritable(int(sys.argv[3])), flush=True)
sys.stdin.readline()
"""


def start(script: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def go_on(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def finish(process: subprocess.Popen[str]) -> None:
    process.communicate("\n", timeout=20)


def test_of_twelve_starts_at_once_one_wins_and_the_others_know_whom(tmp_path: Path) -> None:
    lock = str(tmp_path / "profile" / "profile.lock")
    processes = [start(CONTEND, lock) for _ in range(12)]
    assert {line(p) for p in processes} == {"ready"}
    for process in processes:
        go_on(process)
    answers = {p.pid: line(p) for p in processes}
    for process in processes:
        finish(process)
    winners = [pid for pid, answer in answers.items() if answer == "won"]
    assert len(winners) == 1
    named = {int(answer.split()[1]) for pid, answer in answers.items() if pid not in winners}
    # A loser may look before the winner wrote its number; none may name anyone else.
    assert named <= {winners[0], 0}


def test_the_holder_is_named_and_the_lock_ends_with_it(tmp_path: Path) -> None:
    path = tmp_path / "profile" / "profile.lock"
    holder = start(CONTEND, str(path))
    line(holder)
    go_on(holder)
    assert line(holder) == "won"
    with pytest.raises(StoreInUse, match=r"store\.in_use") as caught:
        ProfileLock.acquire(path)
    assert caught.value.params["pid"] == holder.pid
    holder.kill()
    holder.communicate(timeout=20)
    ProfileLock.acquire(path, wait_s=5).release()


def test_the_lock_stays_held_while_the_process_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "profile" / "profile.lock"
    process = start(REPLACE, REPLACE, str(path))
    assert line(process) == "held"
    go_on(process)
    assert line(process) == "adopted False"
    with pytest.raises(StoreInUse) as caught:
        ProfileLock.acquire(path)
    assert caught.value.params["pid"] == process.pid
    finish(process)
    ProfileLock.acquire(path).release()


def test_a_child_process_does_not_keep_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "profile" / "profile.lock"
    lock = ProfileLock.acquire(path)
    child = start("import sys; print('ready', flush=True); sys.stdin.readline()")
    assert line(child) == "ready"
    lock.release()
    ProfileLock.acquire(path).release()
    finish(child)


def test_only_the_profiles_own_lock_can_be_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "profile.lock"
    ProfileLock.acquire(path).release()
    other = os.open(tmp_path / "other", os.O_CREAT | os.O_RDWR)
    try:
        with pytest.raises(StoreError, match=r"store\.lock_lost"):
            ProfileLock.adopt(path, other)
    finally:
        os.close(other)
    with pytest.raises(StoreError, match=r"store\.lock_lost"):
        ProfileLock.adopt(path, other)


def test_releasing_twice_is_harmless(tmp_path: Path) -> None:
    with ProfileLock.acquire(tmp_path / "profile.lock") as lock:
        lock.release()
    with pytest.raises(StoreError, match=r"store\.lock_lost"):
        lock.keep_across_exec()
