"""What every benchmark shares: repeated timing, medians and percentiles, and the line that ``run.py`` reads.

Absolute times are noisy on a shared machine: each figure is the median or p95 of many, limits that name another
figure (a bare fsync, plain sqlite3) are measured in the same run, and the note tells the spread.
"""

from __future__ import annotations

import gc
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from engagedesk.clock import SystemClock, system_ids
from engagedesk.models.key_derivation import MIB, KdfCost, KdfPolicy
from engagedesk.paths import Profile
from engagedesk.services.opening import ByPassphrase, Surroundings, create, open_profile
from engagedesk.services.workspace import Workspace

PASSPHRASE = "harbour lantern quartz meadow"
CHEAP = KdfCost(memory_kib=8 * MIB, passes=1, lanes=1)
LINES = 50_000


def report(name: str, value: float, unit: str, *, limit: float | None = None, note: str = "") -> None:
    """Print one figure for ``run.py``."""
    told: dict[str, object] = {"name": name, "value": round(value, 3), "unit": unit, "note": note}
    if limit is not None:
        told["limit"] = round(limit, 3)
    print(json.dumps(told), flush=True)


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the value that so many percent do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def spread(values: Sequence[float], unit: str) -> str:
    """Return "median 3.1 ms, 2.8 to 4.4": the noise beside a figure."""
    return f"median {median(values):.2f} {unit}, {min(values):.2f} to {max(values):.2f}, n={len(values)}"


def seconds_of(work: Callable[[], object]) -> float:
    if not gc.isenabled():
        gc.collect(1)
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


@contextmanager
def collected_as_in_the_window() -> Iterator[None]:
    """Let Python's garbage wait between two turns, as the window's collector does from its timer.

    Without this a collection of everything that the bench itself made (90 ms) falls into one turn of ten.
    """
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def around() -> Surroundings:
    """Return real clock and ids, and the cheap Argon2: its cost is measured on its own."""
    clock = SystemClock()
    return Surroundings(clock, system_ids(clock), KdfPolicy(floor=CHEAP, fixed=CHEAP), who="bench")


@contextmanager
def folder() -> Iterator[Path]:
    """Yield a folder on the disk that the project lies on: /tmp may be memory, where an fsync costs nothing."""
    build = Path(__file__).resolve().parents[1] / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build, prefix="bench-") as made:
        yield Path(made)


@contextmanager
def sample(*, lines: int | None = LINES) -> Iterator[Workspace]:
    """Yield an open workspace on the sample portfolio with so many lines; None = an empty store."""
    with folder() as made:
        surroundings = around()
        profile = Profile(made / "profile")
        workspace = create(profile, PASSPHRASE, surroundings, with_keyring=False).workspace
        if lines is not None:
            fill(workspace, lines)
            workspace.close()
            workspace = open_profile(profile, ByPassphrase(PASSPHRASE), surroundings)
        try:
            yield workspace
        finally:
            workspace.close()


@contextmanager
def sample_profile(*, lines: int = LINES) -> Iterator[Profile]:
    """Yield a profile with the sample portfolio that nobody has open."""
    with folder() as made:
        profile = Profile(made / "profile")
        workspace = create(profile, PASSPHRASE, around(), with_keyring=False).workspace
        fill(workspace, lines)
        workspace.close()
        yield profile


def fill(workspace: Workspace, lines: int) -> None:
    from engagedesk.services import demo

    now_utc = int(time.time())
    today = datetime.fromtimestamp(now_utc, tz=UTC).date()
    demo.fill(workspace, seed=1, entries=lines, until=today, now_utc=now_utc)


def fsync_seconds(where: Path, *, times: int) -> list[float]:
    """Return how long a bare 4 KiB append with fsync takes on this disk, so many times."""
    found = []
    with (where / "fsync.bin").open("ab", buffering=0) as stream:
        for _ in range(times):
            started = time.perf_counter()
            stream.write(b"x" * 4096)
            os.fsync(stream.fileno())
            found.append(time.perf_counter() - started)
    return found
