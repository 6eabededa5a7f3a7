"""A cell of the week grid: how a typed number is read, and what it does to the entries behind the cell.

A cell holds all entries of one row (engagement, code, activity, chargeable or not) on one day: spans with times,
durations without, a running timer, submitted and posted time. A number typed into it loses nothing that was recorded
with times:

- more than there is: the difference goes to the cell's own duration, or becomes a new one;
- less: only durations give way, the last first; where they do not suffice the change is refused and says why;
- the number that is shown already (it may be rounded) changes nothing;
- clearing takes away what may be taken away, and of an entry over midnight only this day's part. A running timer,
  submitted and posted time and corrections of posted time stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final

from engagedesk.domain.entry import MAX_TYPED_S
from engagedesk.domain.ids import EntryId
from engagedesk.errors import UserError

_CLOCK: Final = re.compile(r"(\d{1,3}):([0-5]\d)", re.ASCII)
_DECIMAL: Final = re.compile(r"(\d{1,4}(?:[.,]\d{1,6})?|[.,]\d{1,6})\s*(h|m|min)?", re.ASCII | re.IGNORECASE)
_BOTH: Final = re.compile(r"(\d{1,3})\s*h\s*([0-5]?\d)\s*(?:m|min)?", re.ASCII | re.IGNORECASE)
_NOTHING: Final = frozenset({"", "-", "–", "—"})


def read_hours(text: str) -> int:
    """Return seconds: ``1.5`` and ``1,5`` are hours, ``1:30``, ``1.5h``, ``90m``, ``1h30``; nothing or a dash is 0.

    A column of hours leaves no doubt about a bare number. ``UserError`` where it is none of these, or beyond a day.
    """
    typed = text.strip()
    if typed in _NOTHING:
        return 0
    if clock := _CLOCK.fullmatch(typed):
        seconds = int(clock[1]) * 3600 + int(clock[2]) * 60
    elif both := _BOTH.fullmatch(typed):
        seconds = int(both[1]) * 3600 + int(both[2]) * 60
    elif plain := _DECIMAL.fullmatch(typed):
        unit_s = 60 if (plain[2] or "h").lower().startswith("m") else 3600
        seconds = int((Decimal(plain[1].replace(",", ".")) * unit_s).to_integral_value())
    else:
        raise UserError("cell.unreadable", text=typed)
    if seconds > MAX_TYPED_S:
        raise UserError("cell.too_long", text=typed)
    return seconds


class Holding(Enum):
    """How an entry stands behind a cell."""

    DURATION = "duration"
    SPAN = "span"
    RUNNING = "running"
    LOCKED = "locked"
    """Submitted or posted."""
    CORRECTION = "correction"
    """A reversal of posted time."""


@dataclass(frozen=True, slots=True)
class CellEntry:
    """One entry's part of a cell; ``seconds`` on this day, 0 of a running one."""

    entry: EntryId
    holding: Holding
    seconds: int


@dataclass(frozen=True, slots=True)
class CellPlan:
    """What is done to a cell's entries; every field may be empty."""

    add_s: int = 0
    """Length of a new duration; 0 = none."""
    lengths: tuple[tuple[EntryId, int], ...] = ()
    """Durations and their new length."""
    delete: tuple[EntryId, ...] = ()
    cut: tuple[EntryId, ...] = ()
    """Spans that lose their part on this day; without another part they go."""
    stays_s: int = 0
    """What clearing left behind."""

    @property
    def does_nothing(self) -> bool:
        return not (self.add_s or self.lengths or self.delete or self.cut)


def set_cell(entries: Sequence[CellEntry], wanted_s: int, *, shown_s: int) -> CellPlan:
    """Plan how the cell comes to hold ``wanted_s``; ``shown_s`` is the rounded number that the person saw in it.

    0 clears. ``UserError`` ``cell.has_times`` where time with start and end would have to give way, ``cell.locked``
    where submitted or posted time would.
    """
    if wanted_s < 0 or wanted_s > MAX_TYPED_S:
        raise UserError("cell.too_long", text=str(wanted_s))
    if wanted_s == 0:
        return clear_cell(entries)
    held_s = sum(entry.seconds for entry in entries)
    if wanted_s in (shown_s, held_s):
        return CellPlan()
    durations = [entry for entry in entries if entry.holding is Holding.DURATION]
    change_s = wanted_s - held_s
    if change_s > 0:
        if durations and durations[-1].seconds + change_s <= MAX_TYPED_S:
            last = durations[-1]
            return CellPlan(lengths=((last.entry, last.seconds + change_s),))
        return CellPlan(add_s=change_s)
    spare_s = sum(entry.seconds for entry in durations)
    if -change_s > spare_s:
        timed_s = sum(e.seconds for e in entries if e.holding is Holding.SPAN)
        least_s = held_s - spare_s
        raise UserError("cell.has_times" if timed_s else "cell.locked", seconds=timed_s or least_s, least=least_s)
    return _shorten(durations, -change_s)


def _shorten(durations: Sequence[CellEntry], by_s: int) -> CellPlan:
    lengths: list[tuple[EntryId, int]] = []
    gone: list[EntryId] = []
    for entry in reversed(durations):
        if not by_s:
            break
        taken = min(by_s, entry.seconds)
        by_s -= taken
        if taken == entry.seconds:
            gone.append(entry.entry)
        elif taken:
            lengths.append((entry.entry, entry.seconds - taken))
    return CellPlan(lengths=tuple(lengths), delete=tuple(gone))


def clear_cell(entries: Sequence[CellEntry]) -> CellPlan:
    """Plan how the cell becomes empty. ``UserError`` where there is something, and none of it may be taken away."""
    delete = tuple(e.entry for e in entries if e.holding is Holding.DURATION)
    cut = tuple(e.entry for e in entries if e.holding is Holding.SPAN)
    stays = [e for e in entries if e.holding not in (Holding.DURATION, Holding.SPAN)]
    if stays and not delete and not cut:
        raise UserError("cell.running" if stays[0].holding is Holding.RUNNING else "cell.locked_clear")
    return CellPlan(delete=delete, cut=cut, stays_s=sum(e.seconds for e in stays))
