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

# Places in the window, which is as wide as the screen lets it be; negative ones from the right edge.
NARRATIVE_OF_FIRST = (700, 362)
CLOSE_MESSAGE = (-26, 76)
END_THEN = (-209, 104)
TIMESHEET = (-178, 406)
MORNING = "2026-11-25T10:00:00+00:00"
AFTERNOON = "2026-11-25T13:20:00+00:00"

pytestmark = [pytest.mark.display, pytest.mark.timeout(180)]


class Story:
    """One profile, one program at a time."""

    def __init__(self, screen: Screen, folder: Path) -> None:
        self.screen = screen
        self.folder = folder
        self.profile = folder / "profile"
        self.app = Running(screen, self.profile, "--at", MORNING)

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

    # The look around that a first run ends with is left by one key, wherever the keyboard is.
    story.app.focus()
    screen.key("Escape")
    screen.picture("05a-tour-left")

    # Stopped and started again from the tray's menu: the first line stops, the second below it starts.
    screen.tray_menu()
    screen.picture("05b-tray-running")
    screen.key("Down", "Return")
    until("the stop from the tray", lambda: story.runs() is False)
    screen.tray_menu()
    screen.picture("05c-tray-stopped")
    screen.key("Down", "Down", "Return")
    until("the start from the tray", story.runs)

    # A switch by quick entry.
    story.app.focus()
    screen.key("ctrl+n")
    story.dialog("Quick entry")
    screen.type("lantern, PBC list")
    screen.key("ctrl+Return")
    until("the switch", lambda: len(story.entries()) == 3)
    assert [entry["end_utc"] is None for entry in story.entries()] == [False, False, True]

    # Undo, and do again.
    story.app.focus()
    screen.key("ctrl+z")
    until("undo", lambda: len(story.entries()) == 2)
    screen.picture("06-undone")
    screen.key("ctrl+shift+z")
    until("redo", lambda: len(story.entries()) == 3)

    # A narrative typed into the table, once the message is closed that moved everything down.
    story.app.focus()
    story.app.click(*CLOSE_MESSAGE)
    story.app.focus()
    story.app.click(*NARRATIVE_OF_FIRST)
    screen.key("ctrl+a")
    screen.type("walkthroughs, sales cycle")
    screen.picture("06b-inline-edit")
    screen.key("Return")
    until("the narrative", lambda: story.entries()[0]["narrative"] == "walkthroughs, sales cycle")

    # Lock: the same process, nothing readable, the terminal refused; unlock.
    pid = story.app.process.pid
    screen.key("ctrl+l")
    until("the lock", lambda: story.terminal("timer", "status")[0] == 4)
    story.app.focus()
    screen.picture("07-locked")
    screen.type(WORDS)
    screen.key("Return")
    until("the unlocked store", story.runs)
    story.app.focus()
    screen.picture("07b-unlocked")
    assert story.app.process.pid == pid
    assert story.app.process.poll() is None

    # The power goes; hours later the timer is still there, and the program asks when it ended.
    story.app.kill()
    story.app = Running(screen, story.profile, "--at", AFTERNOON)
    story.app.focus()
    screen.type(WORDS)
    screen.key("Return")
    until("the store after the kill", story.runs)
    assert len(story.entries()) == 3
    story.app.focus()
    screen.picture("08-after-the-kill")
    story.app.click(*END_THEN)
    until("the end that was proposed", lambda: story.runs() is False)
    ended = story.entries()[-1]["end_utc"]
    assert MORNING[:14] in ended, ended

    # The week's timesheet is written from the window.
    sheet = story.folder / "sheet.csv"
    story.app.focus()
    story.app.click(*CLOSE_MESSAGE)
    story.app.focus()
    story.app.click(*TIMESHEET)
    screen.picture("09-timesheet-menu")
    screen.key("Down", "Down", "Down", "Return")
    story.choose_file("Save the timesheet", sheet)
    until("the timesheet", sheet.exists)
    assert sheet.read_text(encoding="utf-8-sig").startswith("code,activity,narrative,")
    story.app.focus()
    screen.picture("10-written")
    screen.key("ctrl+q")
    assert story.app.wait_end() == 0
    assert story.app.said == ""


def press_until_imported(story: Story) -> bool:
    """Press Import once its preview is there; the button has the focus as soon as it can be pressed."""
    story.screen.key("Return")
    status, said = story.terminal("engagement", "list")
    return status == 0 and len(said) == 3
