"""Promise 2: after a power cut at any write, nothing acknowledged is lost; and the proof finds loss where there is."""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from engagedesk.errors import StoreError
from engagedesk.services.audit import chain_at
from tests.proofs.conftest import FIRST_PASSPHRASE, MakeProfile
from tests.proofs.holding import Acknowledged, Lost, check_backups, check_held, open_again
from tests.proofs.power import Disk, traced
from tests.proofs.worker import next_passphrase

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux" or shutil.which("strace") is None, reason="needs strace"),
    pytest.mark.timeout(600),
]


def cuts(folder: Path, *, seed: int, states: int, normal: bool = False) -> Iterator[tuple[Path, Acknowledged | None]]:
    """Yield the profile as each of so many cuts left it, with the last acknowledgement before the cut."""
    profile, rng = folder / "profile", random.Random(seed)
    disk = Disk.of(folder)
    events = traced(profile, FIRST_PASSPHRASE, seed=seed, steps=25, normal=normal)
    first = next(n for n, event in enumerate(events) if event[0] == "acknowledge")
    moments = sorted(rng.choices(range(first // 2, len(events)), k=states))
    told, done = None, 0
    # In memory where there is such a place: these files are cut already, a real disk's syncs would only take time.
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as place:
        for number, moment in enumerate(moments):
            for event in events[done:moment]:
                if event[0] == "acknowledge":
                    told = Acknowledged.of(event[3].decode())
                else:
                    disk.take(event)
            done = moment
            there = Path(place) / f"cut-{number}"
            for path, content in disk.cut(rng).items():
                if not path.endswith((".lock", ".log", "trace")):
                    file = there / Path(path).relative_to(folder)
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(content)
            yield there / "profile", told
            shutil.rmtree(there)


def survive(profile: Path, told: Acknowledged | None, *, whole_file: bool) -> None:
    """Open after a cut and raise where something acknowledged is missing."""
    told = told or Acknowledged(2, "", FIRST_PASSPHRASE, "-")
    workspace, _ = open_again(profile, told.passphrase, next_passphrase(told.passphrase))
    try:
        if not told.chain:
            # Cut before the first acknowledgement: what the profile held before the run is what must be there.
            first = workspace.read(chain_at, told.count) or b""
            told = replace(told, chain=first.hex())
        check_held(workspace, told, whole_file=whole_file)
    finally:
        workspace.close()
    check_backups(profile, told)


def cut_many(victim: MakeProfile, *, runs: int, states: int, seed: int) -> int:
    survived = 0
    for run in range(runs):
        folder = victim(f"run-{seed}-{run}").folder.parent
        for number, (profile, told) in enumerate(cuts(folder, seed=seed + run, states=states)):
            survive(profile, told, whole_file=number % 10 == 0)
            survived += 1
    return survived


def test_five_hundred_power_cuts_lose_nothing(victim: MakeProfile) -> None:
    assert cut_many(victim, runs=5, states=100, seed=20) == 500


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_twenty_thousand_power_cuts_lose_nothing(victim: MakeProfile) -> None:
    assert cut_many(victim, runs=50, states=400, seed=1000) == 20_000


def test_the_same_cuts_find_the_loss_that_synchronous_normal_brings(victim: MakeProfile) -> None:
    folder, lost = victim("normal").folder.parent, 0
    for profile, told in cuts(folder, seed=20, states=40, normal=True):
        try:
            survive(profile, told, whole_file=False)
        except (Lost, StoreError):
            lost += 1
    assert lost > 10
