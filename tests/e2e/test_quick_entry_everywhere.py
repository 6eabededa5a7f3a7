"""Quick entry from another program, by keyboard alone, while EngageDesk's own window is hidden in a real tray."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engagedesk.paths import Profile
from tests.e2e.screen import ROOT, Running, Screen, until
from tests.services.building import PASSPHRASE, copy_of, make_template

MORNING = "2026-11-25T11:00:00+00:00"
KEYS = "ctrl+alt+space"
TITLE = "^Quick entry$"

pytestmark = [pytest.mark.display, pytest.mark.timeout(180)]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    return make_template(tmp_path_factory.mktemp("quick"))


@pytest.fixture
def app(screen: Screen, filled: Profile, tmp_path: Path) -> Iterator[Running]:
    profile = copy_of(filled, tmp_path / "profile")
    words = tmp_path / "passphrase"
    words.write_text(PASSPHRASE, encoding="utf-8")
    running = Running(screen, profile.folder, "--passphrase-file", str(words), "--at", MORNING)
    yield running
    running.end()


@pytest.fixture
def other(screen: Screen) -> Iterator[str]:
    """Another program's window, with the keyboard."""
    if shutil.which("xmessage") is None:
        pytest.skip("no xmessage here")
    process = subprocess.Popen(["xmessage", "-title", "Mail", "mail"], env=screen.env, stderr=subprocess.DEVNULL)
    try:
        yield until("the other program", lambda: screen.search("^Mail$", visible=True))[-1]
    finally:
        process.terminate()
        process.wait()


def shown(screen: Screen) -> bool:
    return bool(screen.search(TITLE, visible=True))


def entries(screen: Screen, app: Running) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "engagedesk", "--json", "--profile", str(app.profile), "entry", "list"]
    days = ["--from", "2026-11-25", "--to", "2026-11-25"]
    done = subprocess.run(
        [*command, *days], env=screen.env, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False
    )
    return json.loads(done.stdout) if done.returncode == 0 else []


def test_a_line_is_typed_from_another_program_and_is_in_the_store(screen: Screen, app: Running, other: str) -> None:
    app.focus()
    # Closing leaves the program in the tray.
    screen.key("alt+F4")
    until("the window to hide", lambda: not screen.search("^EngageDesk$", visible=True))
    screen.give_focus(other)

    def opens() -> bool:
        # The keys are bound once the start is over.
        screen.key(KEYS)
        return shown(screen)

    until("quick entry", opens)
    until("its keyboard", lambda: screen.do("getactivewindow", "getwindowname") == "Quick entry")
    screen.type("9:15-10 harrowgate walkthroughs, sales cycle")
    screen.picture("quick-entry-everywhere")
    until("the line", lambda: _sent(screen, app))
    assert not screen.search("^EngageDesk$", visible=True), "the window stays where it was"
    [made] = entries(screen, app)
    assert (made["seconds"], made["narrative"], made["state"]) == (2_700, "walkthroughs, sales cycle", "draft")
    assert app.said == ""


def _sent(screen: Screen, app: Running) -> bool:
    if shown(screen):
        screen.key("Return")
    return bool(entries(screen, app)) and not shown(screen)


def test_escape_closes_it_and_the_same_keys_open_and_close_it(screen: Screen, app: Running, other: str) -> None:
    app.window()
    screen.give_focus(other)

    def opens() -> bool:
        screen.key(KEYS)
        return shown(screen)

    until("quick entry", opens)
    until("its keyboard", lambda: screen.do("getactivewindow", "getwindowname") == "Quick entry")
    screen.key("Escape")
    until("quick entry to close", lambda: not shown(screen))
    screen.key(KEYS)
    until("quick entry again", lambda: shown(screen))
    until("its keyboard again", lambda: screen.do("getactivewindow", "getwindowname") == "Quick entry")
    screen.key(KEYS)
    until("quick entry to close by its keys", lambda: not shown(screen))
