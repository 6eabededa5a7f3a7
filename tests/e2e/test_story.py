"""A first day with the program, on a real window: everything by keyboard, looked at from outside only.

What the store holds is asked through the terminal, which hands its question to the open window. Pictures of every
step lie in ``build/e2e``.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.e2e.screen import ROOT, Running, Screen, until

WORDS = "harbour lantern quartz meadow"
ENGAGEMENTS = (
    ("Client", "Engagement", "Charge code", "Service line", "State"),
    ("Harrowgate Foods plc", "Group audit", "410118-10", "Audit", "Active"),
    ("Lanternbank", "ISAE 3402", "520044-01", "Audit", "Active"),
    ("Kestrel Holdings SE", "Pillar Two", "630205-01", "Tax", "Active"),
)

pytestmark = [pytest.mark.display, pytest.mark.timeout(180)]


class Story:
    """One profile, one program at a time."""

    def __init__(self, screen: Screen, folder: Path) -> None:
        self.screen = screen
        self.folder = folder
        self.profile = folder / "profile"
        self.app = Running(screen, self.profile)

    def terminal(self, *words: str) -> tuple[int, Any]:
        done = subprocess.run(
            [sys.executable, "-m", "engagedesk", "--json", "--profile", str(self.profile), *words],
            env=self.screen.env, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False,
        )  # fmt: skip
        return done.returncode, json.loads(done.stdout) if done.stdout else None

    def runs(self) -> bool | None:
        status, said = self.terminal("timer", "status")
        return bool(said["running"]) if status == 0 else None

    def entries(self) -> list[dict[str, Any]]:
        status, said = self.terminal("entry", "list")
        return said if status == 0 else []

    def dialog(self, title: str) -> None:
        """Wait for a dialog and give it the keyboard."""
        found = until(title, lambda: self.screen.search(f"^{title}$", visible=True))
        self.screen.give_focus(found[-1])

    def gone(self, title: str) -> None:
        until(f"{title} to close", lambda: not self.screen.search(f"^{title}$", visible=True))

    def choose_file(self, title: str, path: Path) -> None:
        self.dialog(title)
        self.screen.key("ctrl+a")
        self.screen.type(str(path))
        self.screen.key("Return")
        self.gone(title)


@pytest.fixture
def story(screen: Screen, tmp_path: Path) -> Iterator[Story]:
    story = Story(screen, tmp_path)
    yield story
    story.app.end()


def workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ENGAGEMENTS:
        sheet.append(row)
    book.save(path)
    return path


def make_the_store(story: Story) -> None:
    screen, key_file = story.screen, story.folder / "key.txt"
    story.app.focus()
    screen.type(WORDS)
    screen.key("Tab")
    screen.type(WORDS)
    screen.picture("01-first-run")
    # Over the keyring's box, which cannot be ticked here, and over Print, to Save file.
    screen.key("Tab", "Tab", "space")
    story.choose_file("Save the recovery key", key_file)
    until("the recovery key's file", key_file.exists)
    story.app.focus()
    groups = key_file.read_text(encoding="ascii").strip().split("-")
    screen.key("Tab", "Tab")
    screen.type(groups[2])
    screen.key("Tab")
    screen.type(groups[5])
    screen.picture("01b-key-proved")
    screen.key("Return")
    until("the terminal to be served", lambda: story.runs() is False)


def test_a_first_day_from_first_run_to_the_timesheet(story: Story) -> None:
    screen = story.screen
    make_the_store(story)

    # A workbook comes in.
    story.app.focus()
    screen.picture("02-import-or-sample")
    screen.key("space")
    story.choose_file("Import a file", workbook(story.folder / "engagements.xlsx"))
    story.dialog("Import")
    screen.picture("03-import-preview")
    until("three engagements", lambda: press_until_imported(story))
    screen.key("Escape")
    story.gone("Import")

    # The first timer, by a few letters.
    story.app.focus()
    screen.type("harrow")
    screen.picture("04-first-timer")
    screen.key("ctrl+Return")
    until("the timer", story.runs)
    screen.picture("05-running")

    # A switch by quick entry.
    screen.key("ctrl+n")
    story.dialog("Quick entry")
    screen.type("lantern, PBC list")
    screen.key("ctrl+Return")
    until("the switch", lambda: len(story.entries()) == 2)
    assert [entry["end_utc"] is None for entry in story.entries()] == [False, True]

    # Undo, and do again.
    story.app.focus()
    screen.key("ctrl+z")
    until("undo", lambda: len(story.entries()) == 1)
    screen.picture("06-undone")
    screen.key("ctrl+shift+z")
    until("redo", lambda: len(story.entries()) == 2)

    # Lock: the same process, nothing readable, the terminal refused; unlock.
    pid = story.app.process.pid
    screen.key("ctrl+l")
    until("the lock", lambda: story.terminal("timer", "status")[0] == 4)
    story.app.focus()
    screen.picture("07-locked")
    screen.type(WORDS)
    screen.key("Return")
    until("the unlocked store", story.runs)
    assert story.app.process.pid == pid
    assert story.app.process.poll() is None

    # The power goes; the timer is still there afterwards.
    story.app.kill()
    story.app = Running(screen, story.profile)
    story.app.focus()
    screen.type(WORDS)
    screen.key("Return")
    until("the store after the kill", story.runs)
    assert len(story.entries()) == 2
    screen.picture("08-after-the-kill")

    # The timer is stopped in the window, and the week's timesheet is written.
    story.app.focus()
    screen.key("ctrl+period")
    until("the stop", lambda: story.runs() is False)
    sheet = story.folder / "sheet.csv"
    status, _ = story.terminal("week", "sheet", "--format", "csv", "-o", str(sheet))
    assert status == 0
    assert sheet.read_text(encoding="utf-8-sig").startswith("code,activity,narrative,")
    screen.picture("09-stopped")
    screen.key("ctrl+q")
    assert story.app.wait_end() == 0
    assert story.app.said == ""


def press_until_imported(story: Story) -> bool:
    """Press Import once its preview is there; the button has the focus as soon as it can be pressed."""
    story.screen.key("Return")
    status, said = story.terminal("engagement", "list")
    return status == 0 and len(said) == 3
