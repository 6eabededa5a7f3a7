"""An empty store for the sample to go into."""

from __future__ import annotations

import os
from datetime import date
from typing import Final

from engagedesk.domain.ids import uuid7
from engagedesk.models.key_derivation import MIB, KdfCost, KdfPolicy
from engagedesk.paths import Profile
from engagedesk.services.opening import Surroundings, create
from engagedesk.services.workspace import Workspace
from tests.fake_clock import FakeClock

SUNDAY: Final = date(2026, 11, 22)
LONDON: Final = "Europe/London"
EVENING: Final = 1_795_387_800
"""That Sunday, 22:50 in London."""
_COST: Final = KdfCost(memory_kib=8 * MIB, passes=1, lanes=1)


def empty_store(paths: Profile) -> Workspace:
    """Make a store as first run makes it; ids of its own rows differ from run to run, as they do in life."""
    clock = FakeClock()
    around = Surroundings(
        clock, lambda: uuid7(clock.now_ms(), os.urandom(10)), KdfPolicy(floor=_COST, fixed=_COST), who="tester"
    )
    return create(paths, "harbour lantern quartz meadow", around, with_keyring=False).workspace
