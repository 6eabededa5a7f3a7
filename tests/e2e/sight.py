"""What is in sight of a running program, as a test reads it. ``tests/where.py`` says what each field means."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Self

Box = tuple[int, int, int, int]
Name = str | re.Pattern[str] | None
"""The whole name or the whole words of a thing, or a pattern for them; None = any."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One control, cell, line of a menu, window: what it is called, where it is, whether it can be used."""

    kind: str
    name: str
    text: str
    window: int
    title: str
    box: Box
    sight: Box | None
    scroller: Box | None
    ready: bool
    focus: bool
    on: bool
    row: int | None

    @property
    def words(self) -> str:
        """What a person reads on it."""
        return self.text or self.name

    @property
    def reachable(self) -> bool:
        """Whether a click on it would be a click on it."""
        return self.ready and self.sight is not None

    @property
    def middle(self) -> tuple[float, float]:
        left, top, width, height = self.box
        return left + width / 2, top + height / 2

    def spot(self, across: float = 0.5, down: float = 0.5) -> tuple[int, int]:
        """Return a place on the part in sight, in pixels of its window; 0.5, 0.5 is the middle."""
        if self.sight is None:
            raise AssertionError(f"{self} is out of sight")
        left, top, width, height = self.sight
        return left + min(width - 1, int(width * across)), top + min(height - 1, int(height * down))

    def __str__(self) -> str:
        held = "" if self.ready else ", not ready"
        return f"{self.kind} {self.name!r} {self.text!r} in {self.title!r} at {self.sight}{held}"


@dataclass(frozen=True, slots=True)
class Sight:
    """Everything in sight at one moment."""

    life: str
    """Another one as soon as a lock has replaced the process."""
    active: str
    """Title of the window that has the keyboard; "" = another program's."""
    things: tuple[Thing, ...]

    @classmethod
    def read(cls, document: dict[str, Any]) -> Self:
        made = []
        for said in document["things"]:
            said["box"] = tuple(said["box"])
            for part in ("sight", "scroller"):
                said[part] = None if said[part] is None else tuple(said[part])
            made.append(Thing(**said))
        return cls(document["life"], document["active"], tuple(made))

    def each(
        self, name: Name = None, *, kind: str | None = None, title: str | None = None, row: int | None = None
    ) -> Iterator[Thing]:
        """Yield what fits; ``title`` is that of the window it is in."""
        for thing in self.things:
            if (
                (_is_called(thing.name, name) or _is_called(thing.text, name))
                and (kind is None or kind == thing.kind)
                and (title is None or title == thing.title)
                and (row is None or row == thing.row)
            ):
                yield thing

    def one(self, name: Name = None, *, beside: Name = None, **which: Any) -> Thing | None:
        """Return what fits best: what can be used before its label, named so before reading so, None = nothing.

        Of several the one nearest to what is called ``beside``; ``AssertionError`` where two fit equally well and the
        test does not say which of them it means.
        """
        found = list(self.each(name, **which))
        best = min((_rank(t, name) for t in found), default=None)
        found = [t for t in found if _rank(t, name) == best]
        within_reach = [t for t in found if t.reachable]
        if beside is not None and len(within_reach) > 1:
            return min(within_reach, key=self._distance_to(beside))
        if len(within_reach) > 1:
            raise AssertionError("which of them? " + "; ".join(map(str, within_reach)))
        return next(iter(within_reach or found), None)

    def _distance_to(self, beside: Name) -> Callable[[Thing], float]:
        near = self.one(beside)
        if near is None:
            return lambda _thing: 0.0
        x, y = near.middle
        return lambda thing: math.dist(thing.middle, (x, y)) if thing.window == near.window else math.inf

    def reads(self, words: str, *, title: str | None = None) -> bool:
        """Whether some thing in sight has these words in its name or its text."""
        return any(t.sight and (words in t.name or words in t.text) for t in self.each(title=title))

    @property
    def focus(self) -> Thing | None:
        """What has the keyboard; in a table its current cell."""
        if not self.active:
            return None
        found = [t for t in self.things if t.focus and t.title == self.active and t.kind != "window"]
        return next((t for t in found if t.kind == "cell"), found[0] if found else None)

    @property
    def menu(self) -> tuple[Thing, ...]:
        """The lines of the open menu, if one is open."""
        menus = [t for t in self.things if t.kind == "menu"]
        return tuple(t for t in self.things if t.kind == "line" and t.window == menus[-1].window) if menus else ()

    def stands_as(self, other: Sight) -> bool:
        """Whether nothing came, went or moved between two looks; what it says may have changed."""
        return [(t.kind, t.window, t.sight) for t in self.things] == [(t.kind, t.window, t.sight) for t in other.things]

    def __str__(self) -> str:
        return f"keyboard in {self.active!r}; in sight:\n" + "\n".join(f"  {t}" for t in self.things if t.sight)


def _is_called(words: str, name: Name) -> bool:
    if isinstance(name, re.Pattern):
        return name.fullmatch(words) is not None
    return name is None or name == words


def _rank(thing: Thing, name: Name) -> tuple[bool, bool]:
    return thing.kind in ("window", "text", "part"), not _is_called(thing.name, name)
