"""Really away: the X server's own idle count passes the threshold, the mouse moves, and the keyboard answers."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from engagedesk.clock import SystemClock, system_ids
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
from engagedesk.services.opening import Surroundings, create
from tests.e2e.running import Running
from tests.e2e.screen import ROOT, Screen, until

QUESTION = "Time away"
HARROWGATE = "Harrowgate  ·  Group audit"
WORDS = "harbour lantern quartz meadow"
NAMES = (("Harrowgate Foods plc", "Group audit", "410118-10"), ("Lanternbank", "ISAE 3402", "520044-01"))
AWAY_AFTER = 6
"""Minutes of the setting, which have a second each here."""
TO_ADD_A_ROW = ("Tab",) * 8
"""From the first part's target over two parts of four controls each."""

LONGER = 30
"""Enough for the program to open its store, without the person's being away again."""
LOCK_PATIENCE_S = 150.0

pytestmark = [pytest.mark.display, pytest.mark.timeout(400)]


class Person:
    """One profile with two engagements, the program on it, and a terminal beside it."""

    def __init__(self, screen: Screen, folder: Path, *, away_after: int = AWAY_AFTER, lock_after_min: int = 0) -> None:
        self.screen = screen
        self.profile = folder / "profile"
        self._words = folder / "passphrase"
        self._words.write_text(WORDS, encoding="utf-8")
        make_store(self.profile, away_after=away_after, lock_after_min=lock_after_min)
        self.app = Running(screen, self.profile, "--passphrase-file", str(self._words), "--minute", "1")

    def terminal(self, *words: str) -> Any:
        done = subprocess.run(
            [sys.executable, "-m", "engagedesk", "--json", "--profile", str(self.profile), *words],
            env=self.screen.env, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False,
        )  # fmt: skip
        return json.loads(done.stdout) if done.returncode == 0 else None

    def start_timer(self) -> str:
        self.app.focus()
        until("the terminal to be served", lambda: self.terminal("timer", "status"))
        entry: str = self.terminal("timer", "start", "Harrowgate", "group", "audit")["entry"]
        return entry

    def leave(self) -> None:
        """Work for a moment, then touch nothing until the program has noticed."""
        until("some work", lambda: self.terminal("timer", "status")["elapsed_s"] >= 2)
        self.screen.do("mousemove_relative", "5", "5")
        until("the absence", lambda: [row for row in self.away() if row["end_utc"] is None])
        assert self.terminal("timer", "status")["running"] is False

    def come_back(self) -> None:
        """Move the mouse and wait for the question."""
        self.screen.do("mousemove_relative", "7", "3")
        self.app.dialog(QUESTION)

    def save(self) -> None:
        """Press Enter, and again where the question came too lately to hear it: it takes it for another window's."""
        self.app.key("Return", to=QUESTION, until=lambda: not self.app.shows(QUESTION), again=True)

    def away(self) -> list[dict[str, Any]]:
        return self.terminal("away", "list") or []

    def entries(self) -> list[dict[str, Any]]:
        return self.terminal("entry", "list") or []


def make_store(folder: Path, *, away_after: int, lock_after_min: int) -> None:
    cheap = KdfCost(memory_kib=8 * MIB, passes=1, lanes=1)
    clock = SystemClock()
    around = Surroundings(clock=clock, new_id=system_ids(clock), policy=KdfPolicy(floor=cheap, fixed=cheap))
    workspace = create(Profile(folder), WORDS, around, with_keyring=False).workspace
    for name, title, code in NAMES:
        client = workspace.execute(AddClient(ClientFacts(name))).result
        engagement = workspace.execute(AddEngagement(client, EngagementFacts(title, ServiceLine.AUDIT))).result
        workspace.execute(AddCode(engagement, CodeFacts(code)))
    workspace.execute(ChangeSetting("away.after_min", away_after))
    workspace.execute(ChangeSetting("lock.after_min", lock_after_min))
    workspace.close()


@pytest.fixture
def person(screen: Screen, tmp_path: Path) -> Iterator[Person]:
    person = Person(screen, tmp_path)
    yield person
    person.app.end()


@pytest.fixture
def locked_out(screen: Screen, tmp_path: Path) -> Iterator[Person]:
    """A person whose program locks itself after a minute."""
    person = Person(screen, tmp_path, away_after=LONGER, lock_after_min=1)
    yield person
    person.app.end()


def seconds_of(row: dict[str, Any]) -> int:
    ends = (datetime.fromisoformat(row[name]) for name in ("end_utc", "start_utc"))
    return int((next(ends) - next(ends)).total_seconds())


def test_an_absence_is_split_over_two_codes_and_a_break_by_keyboard_and_the_timer_goes_on(person: Person) -> None:
    screen = person.screen
    entry = person.start_timer()
    person.leave()
    person.app.picture("away-1-nobody-there")
    person.come_back()
    person.app.picture("away-2-question")
    [away] = person.away()
    screen.key("3")
    person.app.keyboard_on(HARROWGATE, kind="choice")
    person.app.picture("away-3-split")
    screen.key(*TO_ADD_A_ROW)
    person.app.keyboard_on("Add a row")
    screen.key("space")
    person.app.keyboard_on("Break, counts as no time", kind="choice")
    person.app.picture("away-4-break")
    person.save()
    until("the answer", lambda: person.away() == [])

    first, second, running = person.entries()
    assert (first["id"], first["code"], first["start_utc"] < away["start_utc"]) == (entry, "410118-10", True)
    assert second["code"] == "520044-01"
    assert first["end_utc"] == second["start_utc"]
    kept = seconds_of({"start_utc": away["start_utc"], "end_utc": first["end_utc"]})
    length = seconds_of(away)
    assert kept == length - length // 2, "the first part has half of the time"
    assert second["seconds"] == length // 2 - length // 2 // 2, "the break has half of the other half"
    assert (running["code"], running["start_utc"], running["end_utc"]) == ("410118-10", away["end_utc"], None)
    person.app.focus()
    person.app.picture("away-5-settled")

    # One step takes all of it back, and the question is open again.
    screen.key("ctrl+z")
    until("the undone answer", lambda: [row["id"] for row in person.away()] == [away["id"]])
    assert [row["end_utc"] for row in person.entries()] == [away["start_utc"]]
    person.app.picture("away-6-unanswered-on-today")
    assert person.app.said == ""


def test_who_decides_later_keeps_nothing_and_loses_nothing(person: Person) -> None:
    screen = person.screen
    entry = person.start_timer()
    person.leave()
    person.come_back()
    screen.key("Escape")
    person.app.gone(QUESTION)
    [away] = person.away()
    assert away["unallocated_s"] == seconds_of(away)
    assert person.terminal("timer", "status")["running"] is False
    kept = person.terminal("away", "keep", "--continue")
    assert kept["running"] == entry
    assert [(row["id"], row["end_utc"]) for row in person.entries()] == [(entry, None)]
    assert person.app.said == ""


def test_the_lock_after_idle_replaces_the_process_and_the_question_comes_after_the_unlock(locked_out: Person) -> None:
    person = locked_out
    screen, pid = person.screen, person.app.process.pid
    entry = person.start_timer()
    person.leave()
    until("the lock", lambda: person.terminal("timer", "status") is None, patience_s=LOCK_PATIENCE_S)
    screen.do("mousemove_relative", "9", "4")
    person.app.focus()
    person.app.type(WORDS, into="Passphrase")
    screen.key("Return")
    person.app.dialog(QUESTION)
    person.app.picture("away-7-after-the-lock")
    [away] = person.away()
    assert (away["entry"], away["cause"]) == (entry, "idle")
    assert seconds_of(away) >= 45, "the time behind the lock is part of it"
    screen.key("1")
    person.save()
    until("the timer", lambda: person.terminal("timer", "status")["running"])
    assert [(row["id"], row["end_utc"]) for row in person.entries()] == [(entry, None)]
    assert (person.app.process.pid, person.app.said) == (pid, "")
