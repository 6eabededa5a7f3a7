"""Promise 3: a disk that fails or is full is said clearly, loses nothing, and lets the running timer be stopped."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from engagedesk.errors import DiskFull
from engagedesk.paths import Profile
from engagedesk.services.commands.time import AddEntry, NoteActivity, StartTimer, StopTimer, Work
from tests.fake_clock import FakeClock
from tests.proofs.conftest import FIRST_PASSPHRASE, MakeProfile
from tests.proofs.holding import Acknowledged, check_backups, check_held, open_again
from tests.proofs.power import ROOT, WORKER
from tests.proofs.worker import next_passphrase
from tests.services.building import LONDON, copy_of

pytestmark = pytest.mark.timeout(300)

STEPS = 14
FAULTS = [
    *((f"fsync,fdatasync:error=EIO:when={n}", "StoreError") for n in (1, 2, 3, 5, 8, 12, 17, 23)),
    *((f"pwrite64:error=EIO:when={n}", "StoreError") for n in (9, 30)),
    *((f"pwrite64:error=ENOSPC:when={n}+", "DiskFull") for n in (15, 40, 70)),
    *((f"pwrite64:error=EDQUOT:when={n}+", "StoreError") for n in (20, 60)),
    ("fsync,fdatasync:error=ENOSPC:when=6+", "DiskFull"),
]


@pytest.mark.skipif(sys.platform != "linux" or shutil.which("strace") is None, reason="needs strace")
def test_failing_calls_are_said_and_lose_nothing(victim: MakeProfile) -> None:
    said: dict[str, set[str]] = {}
    for number, (fault, _) in enumerate(FAULTS):
        profile = victim(f"fault-{number}")
        said[fault] = work_with(fault, profile, seed=40 + number)
    assert {fault for fault, kind in FAULTS if kind == "DiskFull" and "DiskFull" not in said[fault]} == set()
    spoken = [fault for fault, kind in FAULTS if kind and said[fault]]
    assert len(spoken) > len(FAULTS) // 2, "most faults meet a command"
    assert set().union(*said.values()) <= {"StoreError", "DiskFull", "StoreReadOnly", "StoreCorrupt"}


def work_with(fault: str, profile: Profile, *, seed: int) -> set[str]:
    """Let a person work while calls fail; return the errors that were said, having checked that nothing is lost."""
    command = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", f"inject={fault}"]
    calls = fault.split(":", 1)[0]
    words = [sys.executable, str(WORKER), "once", str(seed), str(STEPS), FIRST_PASSPHRASE, str(profile.folder)]
    done = subprocess.run(
        [*command, "-e", f"trace={calls}", *words],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert (done.returncode, done.stderr) == (0, ""), (fault, done.stderr)
    lines = done.stdout.splitlines()
    last = next((line for line in reversed(lines) if line.startswith("ok")), None)
    told = None if last is None else Acknowledged.of(last)
    passphrase = FIRST_PASSPHRASE if told is None else told.passphrase
    workspace, _ = open_again(profile.folder, passphrase, next_passphrase(passphrase))
    try:
        if told is not None:
            check_held(workspace, told)
        assert workspace.verify_audit().ok
    finally:
        workspace.close()
    if told is not None:
        check_backups(profile.folder, told)
    return {line.split()[1] for line in lines if line.startswith("error")}


@pytest.fixture
def two_megabytes(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a disk of 2 MB cannot be mounted here")
    yield folder
    # Lazily: whatever a failed test left open must not keep the disk mounted for the tests after it.
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.expects_log("engagedesk.services.workspace", "the reserve was given up")
def test_on_a_full_disk_the_timer_can_be_stopped_and_nothing_is_lost(
    small: Profile, two_megabytes: Path, clock: FakeClock
) -> None:
    profile = copy_of(small, two_megabytes / "profile")
    workspace, _ = open_again(profile.folder, FIRST_PASSPHRASE)
    timer = workspace.execute(StartTimer(Work(narrative="Running"), clock.now_s(), LONDON)).result.started
    acknowledged = 0
    with pytest.raises(DiskFull):
        while True:
            words = Work(narrative="x" * 2_000)
            workspace.execute(AddEntry(words, zone=LONDON, now_utc=0, day=date(2026, 11, 1), seconds=60))
            acknowledged += 1
    assert acknowledged > 10
    clock.advance(hours=2)
    with pytest.raises(DiskFull):
        # Fill what smaller writes still find, down to the last page.
        while True:
            workspace.execute(NoteActivity(clock.now_s()))
            workspace.execute(AddEntry(Work(), zone=LONDON, now_utc=0, day=date(2026, 11, 2), seconds=60))
            acknowledged += 1
    assert workspace.execute(StopTimer(clock.now_s())).result.seconds == 7200
    head = workspace.audit_head
    workspace.anchor()
    workspace.close()
    again, _ = open_again(profile.folder, FIRST_PASSPHRASE)
    try:
        check_held(again, Acknowledged(head.count, head.chain.hex(), FIRST_PASSPHRASE, "-"), extra=0)
        kept = again.read(lambda s: s.connection().exec_driver_sql("SELECT count(*) FROM time_entry").scalar())
        assert kept == acknowledged + 1
        ended = again.read(
            lambda s: s.connection().exec_driver_sql("SELECT seconds FROM time_entry WHERE id = ?", (timer,)).scalar()
        )
        assert ended == 7200
    finally:
        again.close()
