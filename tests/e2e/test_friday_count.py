"""Friday with the twelve engagements of the sample, in a real window: every key that goes to the X server is counted.

From Today to the timesheet on the clipboard, nothing left out: going to the check is counted too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from engagedesk.clock import SystemClock, system_ids
from engagedesk.models.key_derivation import MIB, KdfCost, KdfPolicy
from engagedesk.paths import Profile
from engagedesk.services import demo
from engagedesk.services.commands.firm import ChangeSetting
from engagedesk.services.opening import Surroundings, create
from tests.demo.making import EVENING, SUNDAY
from tests.e2e.running import MAIN, Running
from tests.e2e.screen import Screen, until
from tests.e2e.sight import Sight, Thing
from tests.e2e.week import OWNER, WORDS, Week

SAMPLE_WEEK: Final = "2026-W47"
KEYS_AT_MOST: Final = 25
SECONDS_AT_MOST: Final = 60.0
KEY_S: Final = 0.28
"""An average typist's keystroke (Card, Moran and Newell, the Keystroke-Level Model)."""
DECISION_S: Final = 1.35 + 2.0
"""The mental preparation before each decision, by the same model, and reading the line, generously."""

pytestmark = [pytest.mark.display, pytest.mark.timeout(400)]


def make_sample(folder: Path) -> None:
    cheap = KdfCost(memory_kib=8 * MIB, passes=1, lanes=1)
    clock = SystemClock()
    around = Surroundings(clock=clock, new_id=system_ids(clock), policy=KdfPolicy(floor=cheap, fixed=cheap))
    workspace = create(Profile(folder), WORDS, around, with_keyring=False, owner=OWNER).workspace
    demo.fill(workspace, until=SUNDAY, now_utc=EVENING - 60)
    # A screen on which nobody moves is no absence here.
    workspace.execute(ChangeSetting("lock.after_min", 0))
    workspace.close()


@pytest.fixture
def week(screen: Screen, tmp_path: Path) -> Iterator[Week]:
    week = Week(screen, tmp_path, "--at", datetime.fromtimestamp(EVENING, UTC).isoformat(), make=make_sample)
    yield week
    week.app.end()


class Fingers:
    """Somebody at the keyboard; what is held down with a key counts as a key."""

    def __init__(self, app: Running) -> None:
        self.app = app
        self.keys = 0
        self.decisions = 0

    def press(self, keys: str) -> None:
        self.keys += len(keys.split("+"))
        self.app.key(keys, to=MAIN)

    @property
    def seconds(self) -> float:
        return self.keys * KEY_S + self.decisions * DECISION_S


def is_elsewhere(before: str, seen: Sight) -> bool:
    return seen.focus is not None and seen.focus.name != before


def held(seen: Sight) -> Thing | None:
    return seen.focus


def test_friday_from_today_to_the_clipboard_is_25_keys_and_a_minute(week: Week) -> None:
    app = week.app
    app.focus()
    # The last of the start: from here on every key is heard.
    app.read("Open the budget: ")
    hand = Fingers(app)
    hand.press("ctrl+shift+f")
    app.until("the check's first line", lambda seen: seen.focus and ", " in seen.focus.name and seen.reads("open"))
    app.picture("friday-count-check")
    while not (at := app.until("the keyboard", held)).name.startswith("Submit"):
        hand.decisions += 1
        hand.press("Return")
        app.until("the next line", partial(is_elsewhere, at.name))
        assert hand.keys <= KEYS_AT_MOST, str(app.sight())
    app.read("Nothing is left to look at.")
    hand.decisions += 1
    hand.press("Return")
    app.keyboard_on("Copy timesheet")
    hand.press("Return")
    text = until("the timesheet on the clipboard", lambda: sheet(week.screen.clipboard()))
    assert len(text) > 12
    assert hand.keys <= KEYS_AT_MOST
    assert hand.seconds <= SECONDS_AT_MOST
    shown = week.terminal("week", "show", SAMPLE_WEEK)
    assert shown["state"] == "partly_submitted", "what has no open code waits, the rest went"
    kinds = {check["kind"] for check in shown["checks"]}
    assert not kinds & {"gap", "overlap", "empty_narrative"}
    assert app.said == ""


def sheet(text: str) -> list[str] | None:
    return text.splitlines() if text.startswith("code\tactivity") else None
