"""Promise 1: whatever moment the program is killed at, nothing acknowledged is lost and nothing is half there."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from engagedesk.paths import Profile
from tests.proofs.conftest import FIRST_PASSPHRASE, MakeProfile
from tests.proofs.holding import Acknowledged, check_backups, check_held, open_again
from tests.proofs.worker import next_passphrase

ROOT = Path(__file__).resolve().parents[2]
WORKER = Path(__file__).with_name("worker.py")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks and kills")


class Server:
    """The worker's process, which forks one person after the other so that each costs no start."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(WORKER), "serve"],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def kill_one(
        self, profile: Profile, passphrase: str, *, seed: int, after: int, pause_s: float
    ) -> Acknowledged | None:
        """Let a person acknowledge so much, wait a little more, kill, and return the last acknowledgement."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(seed, passphrase, profile.folder, file=self.process.stdin, flush=True)
        pid, told = int(self.process.stdout.readline().split()[1]), None
        for number in range(after + 1):
            if number == after:
                select.select([], [], [], pause_s)
                os.kill(pid, signal.SIGKILL)
                break
            told = Acknowledged.of(self.process.stdout.readline())
        while (line := self.process.stdout.readline()) != "gone\n":
            assert line, "the worker died of itself"
            told = Acknowledged.of(line)
        return told

    def end(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(20)
        assert self.process.stdout is not None
        self.process.stdout.close()


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()
    try:
        yield server
    finally:
        server.end()


def kill_many(profile: Profile, *, times: int, seed: int) -> int:
    """Kill a person on one profile again and again; return how many commands were acknowledged in all."""
    rng = random.Random(seed)
    passphrase, acknowledged = FIRST_PASSPHRASE, 0
    with serving() as server:
        workspace, _ = open_again(profile.folder, passphrase)
        head = workspace.audit_head
        workspace.close()
        for number in range(times):
            # Killed while it opens, while it works, and deep in a long run.
            after = rng.choice([0, 1, 3, 8, 20])
            pause_s = rng.random() * (0.08 if after == 0 else 0.015)
            told = server.kill_one(profile, passphrase, seed=seed * 1000 + number, after=after, pause_s=pause_s)
            told = told or Acknowledged(head.count, head.chain.hex(), passphrase, "-")
            workspace, passphrase = open_again(profile.folder, told.passphrase, next_passphrase(told.passphrase))
            try:
                head = check_held(workspace, told, whole_file=number % 4 == 0)
            finally:
                workspace.close()
            check_backups(profile.folder, told)
            acknowledged += after
    return acknowledged


@pytest.mark.timeout(300)
def test_forty_kills_lose_nothing(victim: MakeProfile) -> None:
    assert kill_many(victim("killed"), times=40, seed=1) > 150


@pytest.mark.soak
def test_five_hundred_kills_lose_nothing(victim: MakeProfile) -> None:
    for seed in range(10):
        kill_many(victim(f"killed-{seed}"), times=50, seed=100 + seed)
