"""The two ways through a week: a mouse, and a keyboard alone."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import partial
from typing import Final

from tests.e2e.running import MAIN, Running, Spot
from tests.e2e.sight import Name, Sight
from tests.e2e.week import Week

AWAY: Final = "Time away"
SPLIT: Final = "Split over several codes or a break"
LEAVE: Final = "Leave it as it is"
OVERLAP: Final = re.compile(".*overlaps another entry")
VIEWS: Final = ("Week", "Day", "Month", "Hand over", "Recorded")
FIRST_LINE: Final = 0.025
"""How far across a line of a list its tick box is."""


class Hand(ABC):
    """What both ways are asked for."""

    def __init__(self, week: Week) -> None:
        self.week = week

    @property
    def app(self) -> Running:
        return self.week.app

    def picture(self, step: str) -> None:
        self.app.picture(f"week-{type(self).__name__.lower()}-{step}")

    @abstractmethod
    def press(self, name: Name, *, title: str = MAIN) -> None:
        """Press a button."""

    @abstractmethod
    def choose(self, button: str, line: str) -> None:
        """Open a button's menu and choose a line of it."""

    @abstractmethod
    def open_quick_entry(self) -> None: ...

    @abstractmethod
    def split_with_break(self) -> None:
        """Have the question about the absence split it over two codes and a break."""

    @abstractmethod
    def go_to_timesheet(self) -> None: ...

    @abstractmethod
    def show_view(self, view: str) -> None:
        """Show another view of the timesheet."""

    @abstractmethod
    def step_days(self, by: int) -> None:
        """Go to a later or an earlier day of the day view."""

    @abstractmethod
    def move_an_hour(self, entry: re.Pattern[str]) -> None:
        """Move an entry of two hours to an hour later."""

    @abstractmethod
    def resolve_overlap(self) -> None: ...

    @abstractmethod
    def stand_on(self, row: int, column: str) -> None:
        """Choose a cell of the week grid."""

    @abstractmethod
    def do_finding(self, finding: re.Pattern[str], fix: str) -> None:
        """Do what the check proposes for the line that it stands on."""

    @abstractmethod
    def leave_finding(self, finding: re.Pattern[str]) -> None:
        """Turn the line that the check stands on to leaving it, and do that."""

    @abstractmethod
    def untick(self, line: re.Pattern[str], *, title: str) -> None:
        """Take the tick off the first line of a dialog's list, and go on to the reason."""

    @abstractmethod
    def settle_first(self) -> None:
        """Do the action of the first difference."""


class Mouse(Hand):
    def press(self, name: Name, *, title: str = MAIN) -> None:
        self.app.click_on(name, kind="button", title=title)

    def choose(self, button: str, line: str) -> None:
        self.app.click_on(button, kind="button", until=self.app.menu_is_open)
        self.app.choose(line)

    def open_quick_entry(self) -> None:
        self.app.click_on("New entry", kind="button", until=lambda: self.app.shows("Quick entry"))

    def split_with_break(self) -> None:
        self._press_until(SPLIT, "Add a row")
        self._press_until("Add a row", "Remove part 3")

    def _press_until(self, name: str, shown: str) -> None:
        self.app.click_on(name, kind="button", title=AWAY, until=lambda: self.app.sight().one(shown))

    def go_to_timesheet(self) -> None:
        # Today's panel has a button of this name too.
        self.app.click_on(
            "Timesheet", kind="button", beside="Engagements", until=lambda: self.app.sight().one("Hand over")
        )

    def show_view(self, view: str) -> None:
        self.app.click_on(view, kind="button", beside="Hand over", until=lambda: shown_view(self.app.sight()) == view)

    def step_days(self, by: int) -> None:
        name = "Earlier (Alt+Left)" if by < 0 else "Later (Alt+Right)"
        for _ in range(abs(by)):
            changing(self.app, shown_period, lambda: self.app.click_on(name, kind="button"))

    def move_an_hour(self, entry: re.Pattern[str]) -> None:
        start = self.app.point(entry, kind="cell")
        high = self.app.see(entry, kind="cell").box[3]
        self.app.drag(start, Spot(start.window, start.x, start.y + high // 2))

    def resolve_overlap(self) -> None:
        self.app.click_on(OVERLAP, kind="cell", row=1, button=3, until=self.app.menu_is_open)
        self.app.choose("Resolve the overlap")

    def stand_on(self, row: int, column: str) -> None:
        self.app.click_on(column, kind="cell", row=row)
        self.app.keyboard_on(column, kind="cell", row=row)

    def do_finding(self, finding: re.Pattern[str], fix: str) -> None:
        self.app.see(finding, kind="button")
        self.press(fix)

    def leave_finding(self, finding: re.Pattern[str]) -> None:
        while LEAVE not in self.app.see(finding, kind="button").name:
            changing(self.app, line_of(finding), lambda: self.app.click_on("Another proposal", kind="button"))
        self.press(LEAVE)

    def untick(self, line: re.Pattern[str], *, title: str) -> None:
        def is_off() -> bool:
            return not self.app.see(line, kind="cell", title=title).on

        self.app.click_on(line, kind="cell", title=title, across=FIRST_LINE, until=is_off)
        self.app.click_on("Reason", kind="field", title=title)

    def settle_first(self) -> None:
        self.app.click_on("Action", kind="cell", row=0)


class Keyboard(Hand):
    def press(self, name: Name, *, title: str = MAIN) -> None:
        self.app.tab_to(name, kind="button", title=title)
        self.app.key("space")

    def choose(self, button: str, line: str) -> None:
        self.app.tab_to(button, kind="button")
        self.app.key("space", until=self.app.menu_is_open)
        self.app.choose_by_keys(line)

    def open_quick_entry(self) -> None:
        self.app.key("ctrl+n", to=MAIN, until=lambda: self.app.shows("Quick entry"))

    def split_with_break(self) -> None:
        self.app.key("3", to=AWAY)
        self.app.tab_to("Add a row", title=AWAY)
        self.app.key("space", until=lambda: self.app.sight().one("Remove part 3"))

    def go_to_timesheet(self) -> None:
        self.app.key("ctrl+3", to=MAIN, until=lambda: self.app.sight().one("Hand over"))

    def show_view(self, view: str) -> None:
        while shown_view(self.app.sight()) != view:
            changing(self.app, shown_view, lambda: self.app.key("ctrl+Tab", to=MAIN))

    def step_days(self, by: int) -> None:
        for _ in range(abs(by)):
            changing(self.app, shown_period, lambda: self.app.key("alt+Left" if by < 0 else "alt+Right", to=MAIN))

    def move_an_hour(self, entry: re.Pattern[str]) -> None:
        self._walk_to(entry)
        # The firm's increment is a quarter of an hour.
        for _ in range(4):
            self.app.keyboard_on(entry, kind="cell")
            changing(self.app, held_words, lambda: self.app.key("ctrl+Down"))

    def _walk_to(self, entry: re.Pattern[str]) -> None:
        """Choose an item of the day by arrows; the keyboard is on the day since its view was shown."""
        while not entry.fullmatch(self.app.keyboard_on(None, kind="cell").words):
            changing(self.app, held_words, lambda: self.app.key("Down"))

    def resolve_overlap(self) -> None:
        self.app.key("o", to=MAIN)

    def stand_on(self, row: int, column: str) -> None:
        at = self.app.tab_to(None, kind="cell").row
        while at != row:
            key = "Down" if at is not None and at < row else "Up"
            changing(self.app, held_place, partial(self.app.key, key))
            at = self.app.keyboard_on(None, kind="cell").row
        self.app.keyboard_on(column, kind="cell", row=row)

    def do_finding(self, finding: re.Pattern[str], fix: str) -> None:
        held = self.app.tab_to(finding)
        assert held.kind == "field" or fix in held.name, held
        self.app.key("Return")

    def leave_finding(self, finding: re.Pattern[str]) -> None:
        self.app.keyboard_on(finding, kind="button")
        # To leave it is always the last proposal.
        self.app.key("Left", until=lambda: LEAVE in self.app.see(finding, kind="button").name)
        self.app.key("Return")

    def untick(self, line: re.Pattern[str], *, title: str) -> None:
        self.app.tab_to(line, back=True, kind="cell", title=title)
        self.app.key("space", until=lambda: not self.app.see(line, kind="cell", title=title).on)
        self.app.tab_to("Reason", kind="field", title=title)

    def settle_first(self) -> None:
        self.app.tab_to(None, kind="cell", row=0)
        self.app.key("Return")


def changing(app: Running, look: Callable[[Sight], object], do: Callable[[], None]) -> None:
    """Do something and wait until what ``look`` sees is something else."""
    before = look(app.sight())
    do()
    app.until(f"something else than {before}", lambda seen: look(seen) not in (None, before))


def shown_view(seen: Sight) -> str | None:
    """Return the view of the timesheet that is raised; None = none is in sight."""
    return next((t.name for t in seen.each(kind="button") if t.on and t.name in VIEWS), None)


def shown_period(seen: Sight) -> str | None:
    """Return what the timesheet says it shows."""
    return next((t.name for t in seen.each(re.compile("Timesheet: .*"), kind="part")), None)


def held_words(seen: Sight) -> str | None:
    return None if seen.focus is None else seen.focus.words


def held_place(seen: Sight) -> object:
    return None if seen.focus is None else (seen.focus.name, seen.focus.row)


def line_of(finding: re.Pattern[str]) -> Callable[[Sight], object]:
    def look(seen: Sight) -> str | None:
        return next((t.name for t in seen.each(finding, kind="button")), None)

    return look
