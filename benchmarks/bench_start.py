"""From the start of the process to Today's painted content, on a store with 50,000 lines that the keyring opens.

Warm: everything was started before. Cold: the files of Python, Qt, the program and the store have left the memory.
An empty window of the same toolkit, started in turn with it, says what this machine takes for the toolkit alone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from benchmarks.desktop import Desktop, desktop, enter_session, seconds_to
from benchmarks.measuring import report, spread

TIMES = 9
LIMIT_MS = 600.0


def main() -> None:
    enter_session()
    with desktop() as (here, workspace):
        workspace.close()
        seconds_to(here, "ready")
        seconds_to(here, "shown", words=["empty"])
        empty, program, ready = [], [], []
        for _ in range(TIMES):
            empty += [s * 1000 for s in seconds_to(here, "shown", words=["empty"])]
            shown_s, ready_s = seconds_to(here, "shown", "ready")
            program.append(shown_s * 1000)
            ready.append(ready_s * 1000)
        cold_ms = seconds_cold(here) * 1000
    how = "keyring" if here.keyring else "no keyring here: by passphrase, Argon2 included"
    where = here.environment.get("QT_QPA_PLATFORM", "this desktop")
    note = f"{spread(program, 'ms')}; {how}; {where}"
    report("Today shown, warm", median(program), "ms", limit=LIMIT_MS, note=note)
    report("an empty window", median(empty), "ms", note=spread(empty, "ms"))
    report("the store open for commands, warm", median(ready), "ms", note=spread(ready, "ms"))
    report("Today to empty window", median(program) / median(empty), "x")
    if cold_ms:
        report("Today shown, cold", cold_ms, "ms", note="one start, files forgotten by the system")


def seconds_cold(here: Desktop) -> float:
    """Return a start's time after the system forgot its files; 0 where it cannot be told to."""
    if not hasattr(os, "posix_fadvise"):
        return 0.0
    os.sync()
    root = Path(__file__).resolve().parents[1]
    forget(
        [sys.prefix, sys.base_prefix + f"/lib/python{sys.version_info.major}.{sys.version_info.minor}"],
    )
    forget([str(root / "src"), str(here.profile.parent)])
    [shown_s] = seconds_to(here, "shown")
    return shown_s


def forget(folders: Iterable[str]) -> None:
    for folder in folders:
        for path in Path(folder).rglob("*"):
            if path.is_file() and not path.is_symlink():
                with path.open("rb") as stream:
                    os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


if __name__ == "__main__":
    main()
