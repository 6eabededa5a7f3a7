"""Start the program as a person would, but with Argon2 at 8 MiB: the cost is injected here, in code, and nowhere else.

    python tests/launcher.py [--profile DIR] [--passphrase-file FILE] [--toggle-timer | --smoke]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from engagedesk import app
from engagedesk.clock import SystemClock, system_ids
from engagedesk.models.key_derivation import MIB, KdfCost, KdfPolicy
from engagedesk.services.opening import Surroundings

CHEAP = KdfCost(memory_kib=8 * MIB, passes=1, lanes=1)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--profile", type=Path)
    parser.add_argument("--passphrase-file", type=Path)
    parser.add_argument("--toggle-timer", action="store_true")
    parser.add_argument("--smoke", action="store_true")
    wanted = parser.parse_args(argv)
    clock = SystemClock()
    around = Surroundings(clock=clock, new_id=system_ids(clock), policy=KdfPolicy(floor=CHEAP, fixed=CHEAP))
    options = app.WindowOptions(
        profile=wanted.profile,
        passphrase_file=wanted.passphrase_file,
        toggle_timer=wanted.toggle_timer,
        smoke=wanted.smoke,
    )
    return app.run(options, around)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
