"""Start the program as a person would, but with Argon2 at 8 MiB: the cost is injected here, in code, and nowhere else.

    python tests/launcher.py [--profile DIR] [--passphrase-file FILE] [--at INSTANT] [--minute SECONDS]
                          [--toggle-timer | --smoke | --shots DIR]
    python -m tests.launcher --where SOCKET ...

``--at`` is what the program's clock says at the start (ISO 8601 with offset); from there it goes on as clocks do.
``--minute`` is how many seconds a minute of the settings about away time has, so that a test need not wait for 15.
``--where`` has it say on a socket where things are in its windows (``tests/where.py``); it can be told nothing there.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import datetime
from pathlib import Path

from engagedesk import app
from engagedesk.clock import SystemClock, system_ids
from engagedesk.models.key_derivation import MIB, KdfCost, KdfPolicy
from engagedesk.services.opening import Surroundings
from engagedesk.services.queries import away

CHEAP = KdfCost(memory_kib=8 * MIB, passes=1, lanes=1)


class SetClock(SystemClock):
    """The machine's clock, set to an instant when it is made."""

    def __init__(self, at: datetime) -> None:
        super().__init__()
        ahead_ms = int(at.timestamp() * 1000) - super().now_ms()
        # A lock replaces the process by one with the same command line: its clock must not begin anew.
        self._ahead_ms = int(os.environ.setdefault("ENGAGEDESK_LAUNCHER_AHEAD_MS", str(ahead_ms)))

    def now_s(self) -> int:
        return self.now_ms() // 1000

    def now_ms(self) -> int:
        return super().now_ms() + self._ahead_ms


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--profile", type=Path)
    parser.add_argument("--passphrase-file", type=Path)
    parser.add_argument("--at", type=datetime.fromisoformat)
    parser.add_argument("--minute", type=int, default=60)
    parser.add_argument("--where", type=Path)
    parser.add_argument("--toggle-timer", action="store_true")
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--shots", type=Path)
    wanted = parser.parse_args(argv)
    away.MINUTE_S = wanted.minute
    clock = SystemClock() if wanted.at is None else SetClock(wanted.at)
    around = Surroundings(clock=clock, new_id=system_ids(clock), policy=KdfPolicy(floor=CHEAP, fixed=CHEAP))
    options = app.WindowOptions(
        profile=wanted.profile,
        passphrase_file=wanted.passphrase_file,
        toggle_timer=wanted.toggle_timer,
        smoke=wanted.smoke,
        shots=wanted.shots,
    )
    if wanted.where is None:
        return app.run(options, around)
    return _run_in_view(options, around, wanted.where)


def _run_in_view(options: app.WindowOptions, around: Surroundings, socket: Path) -> int:
    """Run the window, with an application made beforehand: only with one can a socket be listened to."""
    from PySide6.QtWidgets import QApplication

    from tests.where import Where

    where = Where(socket, parent=QApplication(["engagedesk"]))
    try:
        return app.run(options, around)
    finally:
        where.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
