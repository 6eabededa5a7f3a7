"""The week as rows and cells, in raw time and in the numbers that go to the firm.

The rounded numbers are those of the timesheet (``domain.timesheet``): a day is rounded once over the timesheet's lines,
and where the grid shows one line as several rows (chargeable and not, two engagements that await their code) the
line's number is shared out over them in the same way. So a day adds up on the screen and in the export alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from engagedesk.domain.days import DayPart
from engagedesk.domain.firm_profile import FirmProfile
from engagedesk.domain.ids import CodeId, EngagementId, EntryId
from engagedesk.domain.rounding import apportion, round_day


@dataclass(frozen=True, slots=True)
class RowKey:
    """What one row of the grid is about; the entries of a row differ in nothing that a timesheet shows."""

    chargeable: bool
    engagement_id: EngagementId | None
    code_id: CodeId | None
    activity: str


@dataclass(frozen=True, slots=True)
class GridEntry:
    """One entry as the grid sees it; a running one has the parts that it has so far and is rounded nowhere."""

    entry: EntryId
    key: RowKey
    code: str
    held: bool
    """Stays behind as a draft when the week goes out: its code is missing or takes no time."""
    parts: tuple[DayPart, ...]
    running: bool = False


@dataclass(frozen=True, slots=True)
class RoundedGrid:
    """Seconds of each cell, raw and rounded, and what rounding leaves out of each day."""

    raw_s: dict[tuple[RowKey, date], int] = field(default_factory=dict)
    rounded_s: dict[tuple[RowKey, date], int] = field(default_factory=dict)
    residual_s: dict[date, int] = field(default_factory=dict)
    """Raw minus rounded: positive = left out, negative = added."""


def rounded_grid(entries: Iterable[GridEntry], days: Sequence[date], profile: FirmProfile) -> RoundedGrid:
    """Add up finished entries by row and day, and round each day as its timesheet does."""
    inside = set(days)
    lines: dict[tuple[bool, str, str], dict[tuple[RowKey, date], int]] = {}
    raw: dict[tuple[RowKey, date], int] = {}
    for entry in entries:
        if entry.running:
            continue
        for part in entry.parts:
            if part.day in inside:
                cell = (entry.key, part.day)
                raw[cell] = raw.get(cell, 0) + part.seconds
                line = lines.setdefault((entry.held, entry.code, entry.key.activity), {})
                line[cell] = line.get(cell, 0) + part.seconds
    rounded: dict[tuple[RowKey, date], int] = {}
    residual: dict[date, int] = {}
    for day in days:
        of_day = {key: [(c, s) for c, s in lines[key].items() if c[1] == day] for key in sorted(lines)}
        result = round_day(
            [(key, sum(s for _, s in cells)) for key, cells in of_day.items()],
            profile.increment_s,
            mode=profile.rounding,
        )
        residual[day] = result.residual_s
        for key, total_s in result.lines:
            for cell, seconds in apportion(of_day[key], profile.increment_s, total_s=total_s):
                rounded[cell] = rounded.get(cell, 0) + seconds
    return RoundedGrid(raw, rounded, residual)
