"""The command line as a process of its own, with Argon2 at test cost: no option and no variable can name a cost."""

from __future__ import annotations

import sys

from engagedesk.cli.main import main
from engagedesk.clock import SystemClock, system_ids
from engagedesk.models.key_derivation import KdfCost, KdfPolicy
from engagedesk.services.opening import Surroundings

CHEAP = KdfCost(memory_kib=8 * 1024, passes=1, lanes=1)


def surroundings() -> Surroundings:
    clock = SystemClock()
    return Surroundings(clock, system_ids(clock), KdfPolicy(floor=CHEAP, fixed=CHEAP))


if __name__ == "__main__":
    sys.exit(main(around=surroundings()))
