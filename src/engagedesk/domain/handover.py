"""The timesheet line by line, for a person who types it into the firm's own system, and what has been typed.

A line is one code and activity on one day, rounded as the timesheet rounds. A tick holds what was typed; as soon as
the line says something else the tick no longer counts, and both values are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engagedesk.domain.firm_profile import FirmProfile
from engagedesk.domain.timesheet import SheetEntry, timesheet


@dataclass(frozen=True, slots=True, order=True)
class LineKey:
    """What a line is known by."""

    day: date
    code: str
    activity: str


@dataclass(frozen=True, slots=True)
class LineContent:
    """What is typed for it; seconds are a multiple of the firm's increment, negative in a correction."""

    seconds: int
    narrative: str


class TickState(StrEnum):
    OPEN = "open"
    ENTERED = "entered"
    CHANGED = "changed"
    """Entered, and different since: it is to be corrected there."""
    GONE = "gone"
    """Entered, and no longer in the week: it is to be taken out there."""


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """One line with its tick. ``now`` None = it is gone; ``entered`` None = never entered."""

    key: LineKey
    now: LineContent | None
    entered: LineContent | None
    entered_utc: int | None

    @property
    def state(self) -> TickState:
        if self.entered is None:
            return TickState.OPEN
        if self.now is None:
            return TickState.GONE
        return TickState.ENTERED if self.now == self.entered else TickState.CHANGED

    @property
    def is_done(self) -> bool:
        return self.state is TickState.ENTERED


@dataclass(frozen=True, slots=True)
class Ticked:
    """What the store holds of a tick."""

    content: LineContent
    entered_utc: int


def day_lines(
    entries: Iterable[SheetEntry], days: Sequence[date], profile: FirmProfile
) -> Mapping[LineKey, LineContent]:
    """Return what is to be typed, by day, code and activity; a line that rounds to nothing is not typed."""
    given = tuple(entries)
    found: dict[LineKey, LineContent] = {}
    for day in days:
        for line in timesheet(given, (day,), profile).lines:
            if line.total_s:
                found[LineKey(day, line.code, line.activity)] = LineContent(line.total_s, line.narrative)
    return found


def handover(lines: Mapping[LineKey, LineContent], ticks: Mapping[LineKey, Ticked]) -> tuple[HandoverLine, ...]:
    """Return every line that is to be typed or was, by day, code and activity."""
    return tuple(
        HandoverLine(
            key,
            lines.get(key),
            None if key not in ticks else ticks[key].content,
            None if key not in ticks else ticks[key].entered_utc,
        )
        for key in sorted({*lines, *ticks})
    )


def next_open(lines: Sequence[HandoverLine], after: LineKey | None) -> HandoverLine | None:
    """Return the next line that is to be dealt with, from the one after ``after`` round to the start."""
    waiting = [line for line in lines if not line.is_done]
    if after is None or not waiting:
        return waiting[0] if waiting else None
    return next((line for line in waiting if line.key > after), waiting[0])
