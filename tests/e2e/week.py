"""One consultant's week for the stories about it: the store as it stands before, the program, a terminal beside it.

The week is 2026-W48. On Wednesday afternoon a timer is started; on Friday the rest is done. What the store brings
along: an overlap on Tuesday, time on a code that was closed since, and a row that only last week has.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from engagedesk.clock import SystemClock, system_ids
from engagedesk.domain.ids import CodeId
from engagedesk.domain.spans import Span
from engagedesk.domain.states import ServiceLine
from engagedesk.models.key_derivation import MIB, KdfCost, KdfPolicy
from engagedesk.paths import Profile
from engagedesk.services.commands.engagements import (
    AddClient,
    AddCode,
    AddEngagement,
    ClientFacts,
    CodeFacts,
    EngagementFacts,
)
from engagedesk.services.commands.firm import ChangeSetting
from engagedesk.services.commands.time import AddEntry, Target, Work
from engagedesk.services.opening import Surroundings, create
from engagedesk.services.workspace import Workspace
from tests.e2e.running import Running
from tests.e2e.screen import ROOT, Screen, until

WORDS: Final = "harbour lantern quartz meadow"
OWNER: Final = "Robin Ash"
LONDON: Final = "Europe/London"
WEEK: Final = "2026-W48"
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (f"2026-11-{day}" for day in (23, 24, 25, 26, 27))
WEDNESDAY_AFTERNOON: Final = f"{WEDNESDAY}T14:00:00+00:00"
FRIDAY_AFTERNOON: Final = f"{FRIDAY}T15:00:00+00:00"
AWAY_AFTER: Final = 6
"""Minutes of the setting, which have a second each on Wednesday."""

AUDIT, REVIEW, ISAE, CLOSED, PILLAR = "410118-10", "410118-20", "520044-01", "630205-01", "630205-02"
ENGAGEMENTS: Final = (
    ("Harrowgate Foods plc", "Group audit", ServiceLine.AUDIT, (AUDIT, REVIEW)),
    ("Lanternbank", "ISAE 3402", ServiceLine.AUDIT, (ISAE,)),
    ("Kestrel Holdings SE", "Pillar Two", ServiceLine.TAX, (CLOSED, PILLAR)),
)
ENTRIES: Final = (
    ("2026-11-17", "09:00", "11:00", REVIEW, "file review"),
    (MONDAY, "09:00", "12:30", AUDIT, "planning memo"),
    (MONDAY, "12:30", "17:00", CLOSED, "top-up calculation"),
    (TUESDAY, "09:00", "12:30", AUDIT, "walkthroughs, sales cycle"),
    (TUESDAY, "12:00", "17:00", ISAE, "PBC list"),
    (WEDNESDAY, "09:00", "14:00", ISAE, "controls testing"),
)
AFTERWARDS: Final = (
    f"{THURSDAY} 9:00-17:00 {PILLAR}, data collection",
    f"{FRIDAY} 9:00-11:00 {AUDIT}, closing meeting",
)
"""What was recorded from the terminal meanwhile."""


class Week:
    """One profile, one program at a time, and a terminal that hands its commands to the open window."""

    def __init__(
        self, screen: Screen, folder: Path, *options: str, env: Mapping[str, str] | None = None,
        make: Callable[[Path], None] | None = None,
    ) -> None:  # fmt: skip
        """``options`` are those of the first start, where it is another than on Wednesday with short minutes.

        ``make`` makes another store than the week's.
        """
        self.screen = screen
        self.folder = folder
        self.profile = folder / "profile"
        self._words = folder / "passphrase"
        self._words.write_text(WORDS, encoding="utf-8")
        (make or make_store)(self.profile)
        self.app = self._start(*(options or ("--at", WEDNESDAY_AFTERNOON, "--minute", "1")), env=env)

    def _start(self, *options: str, env: Mapping[str, str] | None = None) -> Running:
        return Running(self.screen, self.profile, "--passphrase-file", str(self._words), *options, env=env)

    def power_fails_until_friday(self) -> None:
        """End the program in the middle of its work, and start it on Friday afternoon."""
        self.app.kill()
        self.app = self._start("--at", FRIDAY_AFTERNOON)
        until("the terminal to be served", lambda: self.terminal("timer", "status"))
        for line in AFTERWARDS:
            assert self.terminal("entry", "add", line), line

    def terminal(self, *words: str) -> Any:
        """Return what a command answers; None where it could not be done."""
        done = subprocess.run(
            [sys.executable, "-m", "engagedesk", "--json", "--profile", str(self.profile), *words],
            env=self.screen.env, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        return json.loads(done.stdout) if done.returncode == 0 else None

    def entries(self, first: str, last: str = "") -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.terminal("entry", "list", "--from", first, "--to", last or first) or []
        return found


def utc(day: str, time: str) -> str:
    """Return an instant as the terminal writes it; London keeps UTC in November."""
    return f"{day}T{time}:00Z"


def make_store(folder: Path) -> None:
    cheap = KdfCost(memory_kib=8 * MIB, passes=1, lanes=1)
    clock = SystemClock()
    around = Surroundings(clock=clock, new_id=system_ids(clock), policy=KdfPolicy(floor=cheap, fixed=cheap))
    workspace = create(Profile(folder), WORDS, around, with_keyring=False, owner=OWNER).workspace
    codes = _add_engagements(workspace)
    now_utc = _at("2026-11-25", "13:45")
    for day, start, end, code, narrative in ENTRIES:
        work = Work(Target(code=codes[code]), narrative)
        workspace.execute(AddEntry(work, LONDON, now_utc, span=Span(_at(day, start), _at(day, end))))
    workspace.execute(ChangeSetting("away.after_min", AWAY_AFTER))
    workspace.execute(ChangeSetting("lock.after_min", 0))
    workspace.close()


def _add_engagements(workspace: Workspace) -> dict[str, CodeId]:
    made = {}
    for name, title, line, codes in ENGAGEMENTS:
        client = workspace.execute(AddClient(ClientFacts(name))).result
        engagement = workspace.execute(AddEngagement(client, EngagementFacts(title, line))).result
        for code in codes:
            closed_on = date(2026, 11, 20) if code == CLOSED else None
            facts = CodeFacts(code, closed=closed_on is not None, closed_on=closed_on)
            made[code] = workspace.execute(AddCode(engagement, facts)).result
    return made


def _at(day: str, time: str) -> int:
    local = datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZoneInfo(LONDON))
    return int(local.astimezone(UTC).timestamp())
