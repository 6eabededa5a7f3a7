"""Promise 1, for the store alone: whatever moment a writer is killed at, no acknowledged row is lost."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.building import MadeProfile, new_profile

ROOT = Path(__file__).resolve().parents[2]

WRITER = """
import os, sys
from pathlib import Path
from engagedesk.paths import Profile
from tests.store.building import MadeProfile, SmallSchema
profile, first = MadeProfile(Profile(Path(sys.argv[1])), "", SmallSchema()), int(sys.argv[2])
with profile.opened() as (store, vault):
    for number in range(first, first + 100_000):
        with store.wall(), store.writer.begin() as connection:
            for part in range(3):
                connection.exec_driver_sql(
                    "INSERT INTO note VALUES (?, ?, ?, ?)", (os.urandom(16), number, "x" * 2000, part)
                )
        vault.anchor(number, number.to_bytes(32, "big"))
        if number % 50 == 0:
            store.checkpoint()
        os.write(1, number.to_bytes(8, "big"))
"""


def run_and_kill(profile: MadeProfile, first: int, after: int) -> int:
    """Let a writer acknowledge some batches, kill it, and return the last number it acknowledged."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(profile.paths.folder), str(first)], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    last = first - 1
    descriptor = process.stdout.fileno()
    while last < first - 1 + after:
        last = int.from_bytes(os.read(descriptor, 8), "big")
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=20)
    # What was acknowledged between the last read and the kill counts too.
    while select.select([descriptor], [], [], 0)[0] and (rest := os.read(descriptor, 8)):
        last = int.from_bytes(rest, "big")
    process.stdout.close()
    return last


def kill_many(tmp_path: Path, *, times: int) -> None:
    rng = random.Random(11)
    profile = new_profile(tmp_path)
    acknowledged = 0
    for _ in range(times):
        acknowledged = run_and_kill(profile, acknowledged + 1, rng.randrange(1, 60))
        with profile.opened() as (store, vault):
            with store.writer.begin() as connection:
                batches = connection.exec_driver_sql("SELECT day, count(*) FROM note GROUP BY day ORDER BY day").all()
            assert all(parts == 3 for _, parts in batches), "no half batch"
            days = [day for day, _ in batches]
            assert days == list(range(1, len(days) + 1))
            assert acknowledged <= len(days) <= acknowledged + 1
            acknowledged = len(days)
            assert vault.anchored is not None
            assert vault.anchored.count <= len(days), "the anchor never runs ahead of the chain"
            store.checkpoint()
            assert store.check_file().ok


def test_8_killed_writers_lose_no_acknowledged_row(tmp_path: Path) -> None:
    kill_many(tmp_path, times=8)


@pytest.mark.soak
def test_200_killed_writers_lose_no_acknowledged_row(tmp_path: Path) -> None:
    kill_many(tmp_path, times=200)
