"""Quick entry from another program, by the keys that the whole desktop hears, with the window hidden in a real tray."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.e2e.running import MAIN
from tests.e2e.screen import Screen, until
from tests.e2e.week import AUDIT, WEDNESDAY, Week

KEYS: Final = "ctrl+alt+space"
TITLE: Final = "Quick entry"

pytestmark = [pytest.mark.display, pytest.mark.timeout(400)]


@pytest.fixture
def week(screen: Screen, tmp_path: Path) -> Iterator[Week]:
    week = Week(screen, tmp_path)
    yield week
    week.app.end()


@pytest.fixture
def mail(screen: Screen) -> Iterator[int]:
    """Another program's window."""
    process = subprocess.Popen(["xmessage", "-title", "Mail", "mail"], env=screen.env, stderr=subprocess.DEVNULL)
    try:
        yield int(until("the other program", lambda: screen.search("^Mail$", visible=True))[-1])
    finally:
        process.terminate()
        process.wait()


def go_to(screen: Screen, window: int) -> None:
    """Give another program the keyboard."""

    def has_it() -> bool:
        screen.do("windowactivate", str(window))
        return screen.active_window() == window

    until("the other program to have the keyboard", has_it)


def call(week: Week) -> None:
    """Press the keys until quick entry opens: they are bound once the start is over."""
    week.app.key(KEYS, until=lambda: week.app.shows(TITLE), again=True)


def test_a_line_typed_while_another_program_had_the_keyboard_is_booked(week: Week, mail: int) -> None:
    app, screen = week.app, week.screen
    app.focus()
    # Closing leaves the program in the tray.
    app.key("alt+F4", to=MAIN, until=lambda: not app.shows(MAIN))
    screen.tray_icon()
    go_to(screen, mail)
    call(week)
    app.dialog(TITLE)
    app.type(f"14:00-14:45 {AUDIT} walkthroughs, sales cycle", into=TITLE, title=TITLE)
    app.picture("quick-entry-everywhere")
    app.key("Return", until=lambda: not app.shows(TITLE))
    made = until("the line", lambda: week.entries(WEDNESDAY)[1:])
    assert [(row["code"], row["seconds"], row["narrative"]) for row in made] == [
        (AUDIT, 2_700, "walkthroughs, sales cycle")
    ]
    assert not app.shows(MAIN), "the window stays where it was"
    until("the other program to have the keyboard again", lambda: screen.active_window() == mail)
    assert app.said == ""


def test_escape_and_the_same_keys_close_it_with_nothing_booked(week: Week, mail: int) -> None:
    app, screen = week.app, week.screen
    app.focus()
    go_to(screen, mail)
    call(week)
    for _ in range(3):
        app.dialog(TITLE)
        # Closed and called again at once: it has the keyboard again and knows it.
        app.key("Escape", KEYS)
    app.key(KEYS, to=TITLE, until=lambda: not app.shows(TITLE))
    assert len(week.entries(WEDNESDAY)) == 1
    assert app.said == ""
