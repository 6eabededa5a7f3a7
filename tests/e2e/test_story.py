"""A first day with the program, on a real window: by keyboard, and by mouse where a person would take it.

What the store holds is asked through the terminal, which hands its question to the open window. Pictures of every
step lie in ``build/e2e``.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.e2e.running import Running
from tests.e2e.screen import ROOT, Screen, until

WORDS = "harbour lantern quartz meadow"
KEYRING = "Also unlock with this computer's keyring"
ENGAGEMENTS = (
    ("Client", "Engagement", "Charge code", "Service line", "State"),
    ("Harrowgate Foods plc", "Group audit", "410118-10", "Audit", "Active"),
    ("Lanternbank", "ISAE 3402", "520044-01", "Audit", "Active"),
    ("Kestrel Holdings SE", "Pillar Two", "630205-01", "Tax", "Active"),
)

MORNING = "2026-11-25T10:00:00+00:00"
AFTERNOON = "2026-11-25T13:20:00+00:00"

pytestmark = [pytest.mark.display, pytest.mark.timeout(600)]


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
            env=self.screen.env, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        return done.returncode, json.loads(done.stdout) if done.stdout else None

    def runs(self) -> bool | None:
        status, said = self.terminal("timer", "status")
        return bool(said["running"]) if status == 0 else None

    def entries(self) -> list[dict[str, Any]]:
        status, said = self.terminal("entry", "list")
        return said if status == 0 else []


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
    app, key_file = story.app, story.folder / "key.txt"
    app.type(WORDS, into="Passphrase")
    app.key("Tab")
    app.type(WORDS, into="Passphrase once more")
    app.picture("01-first-run")
    # Over the keyring's box, once it is known that there is no keyring here, and over Print, to Save file.
    app.until("a look at the keyring", lambda seen: any(not box.ready for box in seen.each(KEYRING, kind="button")))
    app.key("Tab")
    app.keyboard_on("Print")
    app.key("Tab")
    app.keyboard_on("Save file")
    app.key("space")
    app.choose_file("Save the recovery key", key_file)
    until("the recovery key's file", key_file.exists)
    groups = key_file.read_text(encoding="ascii").strip().split("-")
    app.keyboard_on("Save file")
    app.key("Tab", "Tab")
    app.type(groups[2], into="Group 3")
    app.key("Tab")
    app.type(groups[5], into="Group 6")
    app.picture("01b-key-proved")
    app.key("Return")
    until("the terminal to be served", lambda: story.runs() is False)


def test_a_first_day_from_first_run_to_the_timesheet(story: Story) -> None:
    app = story.app
    make_the_store(story)

    # A workbook comes in.
    app.picture("02-import-or-sample")
    app.keyboard_on("Choose a file")
    app.key("space")
    app.choose_file("Import a file", workbook(story.folder / "engagements.xlsx"))
    app.dialog("Import")
    app.keyboard_on("Import", kind="button")
    app.picture("03-import-preview")
    app.key("Return")
    app.read("Every row came in.", title="Import")
    assert len(story.terminal("engagement", "list")[1]) == 3
    app.key("Escape")
    app.gone("Import")

    # The first timer, by a few letters.
    app.type("harrow", into="Quick entry")
    app.picture("04-first-timer")
    app.key("ctrl+Return")
    until("the timer", story.runs)
    app.picture("05-running")

    # The look around is declined.
    app.click_on("Skip", until=lambda: not app.sight().reads("Type what you did"))

    # The look around that a first run ends with is left by one key, wherever the keyboard is.
    app.key("Escape")

    # Stopped and started again from the tray's menu.
    app.tray_menu()
    app.picture("05b-tray-running")
    app.choose("Stop")
    until("the stop from the tray", lambda: story.runs() is False)
    app.tray_menu()
    app.picture("05c-tray-stopped")
    app.choose("Harrowgate  Group audit")
    until("the start from the tray", story.runs)

    # A switch by quick entry.
    app.key("ctrl+n", to="EngageDesk")
    app.type("lantern, PBC list", into="Quick entry", title="Quick entry")
    app.key("ctrl+Return")
    until("the switch", lambda: len(story.entries()) == 3)
    assert [entry["end_utc"] is None for entry in story.entries()] == [False, False, True]

    # Undo, and do again.
    app.key("ctrl+z", to="EngageDesk")
    until("undo", lambda: len(story.entries()) == 2)
    app.picture("06-undone")
    app.key("ctrl+shift+z", to="EngageDesk")
    until("redo", lambda: len(story.entries()) == 3)

    # A narrative typed into the table.
    app.edit_cell("Narrative", "walkthroughs, sales cycle", row=0)
    app.picture("06b-inline-edit")
    app.key("Return")
    until("the narrative", lambda: story.entries()[0]["narrative"] == "walkthroughs, sales cycle")

    # Time that no timer saw: three quarters of an hour, however fast the rest of this story was.
    app.key("ctrl+n", to="EngageDesk")
    app.type("9:00-9:45 harrow, planning memo", into="Quick entry", title="Quick entry")
    app.key("Return")
    until("the added entry", lambda: len(story.entries()) == 4)
    assert story.entries()[0]["seconds"] == 45 * 60

    # Lock: the same process, nothing readable, the terminal refused; unlock.
    pid, open_window = app.process.pid, app.sight()
    app.key("ctrl+l", to="EngageDesk")
    until("the lock", lambda: story.terminal("timer", "status")[0] == 4)
    app.new_life(open_window)
    app.picture("07-locked")
    app.type(WORDS, into="Passphrase")
    app.key("Return")
    until("the unlocked store", story.runs)
    app.picture("07b-unlocked")
    assert app.process.pid == pid
    assert app.process.poll() is None

    # The power goes; hours later the timer is still there, and the program asks when it ended.
    app.kill()
    app = story.app = Running(story.screen, story.profile, "--at", AFTERNOON)
    app.type(WORDS, into="Passphrase")
    app.key("Return")
    until("the store after the kill", story.runs)
    assert len(story.entries()) == 4
    app.read("EngageDesk ended without stopping it")
    app.picture("08-after-the-kill")
    app.click_on(re.compile("End at 10:.."), until=lambda: story.runs() is False)
    ended = story.entries()[-1]["end_utc"]
    assert MORNING[:14] in ended, ended

    # The week's timesheet is written from the window.
    sheet = story.folder / "sheet.csv"
    app.click_on("Timesheet: copy, save, recall", until=app.menu_is_open)
    app.picture("09-timesheet-menu")
    app.choose_by_keys("Save as CSV…")
    app.choose_file("Save the timesheet", sheet)
    until("the timesheet", sheet.exists)
    assert sheet.read_text(encoding="utf-8-sig").startswith("code,activity,narrative,")
    app.picture("10-written")
    app.key("ctrl+q", to="EngageDesk")
    assert app.wait_end() == 0
    assert app.said == ""
