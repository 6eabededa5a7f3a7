"""A walk over every page as assistive technology sees it: over AT-SPI, on a bus of the screen's own.

The pages are gone to by the actions that their buttons offer there, so that a button without one stops the walk.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from tests.e2e.assistive import ACTIVE, ALWAYS_ON, Assistive, Node, is_installed
from tests.e2e.running import MAIN, Running
from tests.e2e.screen import Screen, until
from tests.e2e.sight import Sight
from tests.e2e.week import WEDNESDAY_AFTERNOON, Week

PRESSED: Final = frozenset({"push button", "check box", "radio button", "toggle button"})
PAGES: Final = (
    ("Today",),
    ("Engagements",),
    ("Harrowgate, Group audit",),
    ("Timesheet", "Week"),
    ("Timesheet", "Day"),
    ("Timesheet", "Month"),
    ("Timesheet", "Hand over"),
    ("Timesheet", "Recorded"),
    ("Clients",),
    ("Settings",),
)
"""The buttons that lead to each."""
TABS_AT_MOST: Final = 150

pytestmark = [
    pytest.mark.display,
    pytest.mark.timeout(600),
    pytest.mark.skipif(not is_installed(), reason="no at-spi2-core here"),
]


class Reader:
    """Somebody with a screen reader at the program."""

    def __init__(self, screen: Screen, folder: Path) -> None:
        self.assistive = Assistive(screen)
        self.app: Running = Week(screen, folder, "--at", WEDNESDAY_AFTERNOON, env=ALWAYS_ON).app
        self.app.focus()
        self.top = self.assistive.program()

    def tree(self) -> list[Node]:
        """Return what is shown, once it stays as it is: rows come a moment after their page."""
        seen: list[Node] = []

        def settled() -> list[Node] | None:
            nonlocal seen
            seen, before = list(self.assistive.tree(self.top)), seen
            return seen if [str(node) for node in seen] == [str(node) for node in before] else None

        return until("the tree to settle", settled)

    def go(self, *buttons: str) -> None:
        """Press one button after the other; each stays down while its page is shown."""
        for name in buttons:
            self.assistive.do(until(name, partial(self._button, name)), "Press")
            self.app.until(name, partial(_is_down, name))

    def _button(self, name: str) -> Node | None:
        return next((n for n in self.tree() if n.name == name and "Press" in n.actions), None)


def _is_down(name: str, seen: Sight) -> bool:
    return any(button.on for button in seen.each(name, kind="button"))


@pytest.fixture(scope="module")
def reader(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    reader = Reader(screen, tmp_path_factory.mktemp("assistive"))
    yield reader
    reader.assistive.end()
    reader.app.end()
    assert reader.app.said == ""


def test_the_window_is_one_and_says_that_it_is_active(reader: Reader) -> None:
    [window] = [node for node in reader.tree() if node.role in ("frame", "window", "dialog")]
    assert (window.name, ACTIVE in window.states) == (MAIN, True)


@pytest.mark.parametrize("page", PAGES, ids=" ".join)
def test_all_that_takes_the_keyboard_has_a_name_and_every_button_can_be_pressed(
    reader: Reader, page: tuple[str, ...]
) -> None:
    reader.go(*page)
    shown = reader.tree()
    assert [str(node) for node in shown if node.takes_keyboard and not node.name] == []
    buttons = [node for node in shown if node.is_there and node.role in PRESSED]
    assert len(buttons) > 5
    assert [str(node) for node in buttons if "Press" not in node.actions] == []
    for role, action in (("text", "SetFocus"), ("combo box", "ShowMenu")):
        offered = [node.actions for node in shown if node.is_there and node.role == role]
        assert [actions for actions in offered if action not in actions] == []


@pytest.mark.parametrize("page", PAGES, ids=" ".join)
def test_tab_goes_round_and_is_told_at_every_stop(reader: Reader, page: tuple[str, ...]) -> None:
    reader.go(*page)
    reader.app.focus()
    stops: list[Node] = []
    for _ in range(TABS_AT_MOST):
        stop = reader.assistive.hears_focus(lambda: reader.app.key("Tab", to=MAIN))
        # The cells of a table are made anew; its neighbours are not.
        if stop.role != "cell" and stop.ref in [one.ref for one in stops]:
            break
        stops.append(stop)
    else:
        raise AssertionError(f"Tab does not come round: {[str(stop) for stop in stops[-8:]]}")
    assert [str(stop) for stop in stops if not stop.name] == []
    assert {"Today", "Settings", "Search or run a command", "New entry"} <= {stop.name for stop in stops}
