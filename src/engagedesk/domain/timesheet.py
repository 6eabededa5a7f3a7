"""The week as a grid, and the lines that go into the firm's own timesheet system.

The grid shows raw seconds. Only the export rounds: each day once, over all its lines, so that a line keeps its value
when another is held back. Lines without a code that takes time on their day stay behind and are said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engagedesk.domain.days import DayPart
from engagedesk.domain.firm_profile import FirmProfile
from engagedesk.domain.ids import EngagementId, EntryId
from engagedesk.domain.rounding import round_day
from engagedesk.domain.states import CodeStanding
from engagedesk.errors import UserError


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """One entry as the timesheet sees it. ``parts`` are its work days (``WorkDays.split``); a reversal is negative.

    ``code`` None = awaiting code; ``engagement`` "" = nothing chosen. A running entry is given with the parts that it
    has so far and is never exported.
    """

    entry: EntryId
    parts: tuple[DayPart, ...]
    engagement_id: EngagementId | None
    engagement: str
    code: str | None
    standing: CodeStanding
    activity: str
    narrative: str
    running: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """One engagement, code and activity over the days of a sheet, in raw seconds."""

    engagement_id: EngagementId | None
    engagement: str
    code: str | None
    activity: str
    seconds: tuple[int, ...]

    @property
    def total_s(self) -> int:
        return sum(self.seconds)


@dataclass(frozen=True, slots=True)
class Grid:
    """A week's rows in the order of engagement, code, activity, and its day totals."""

    days: tuple[date, ...]
    rows: tuple[GridRow, ...]

    @property
    def day_totals_s(self) -> tuple[int, ...]:
        return tuple(sum(row.seconds[i] for row in self.rows) for i in range(len(self.days)))

    @property
    def total_s(self) -> int:
        return sum(self.day_totals_s)


def week_grid(entries: Iterable[SheetEntry], days: Sequence[date]) -> Grid:
    """Add up entries by engagement, code and activity. Time outside the days is left to its own week."""
    totals: dict[tuple[str, bytes, str, str], tuple[SheetEntry, list[int]]] = {}
    place = {day: i for i, day in enumerate(days)}
    for entry in entries:
        inside = [part for part in entry.parts if part.day in place]
        if not inside:
            continue
        key = (entry.engagement.casefold(), entry.engagement_id or b"", entry.code or "", entry.activity)
        _, seconds = totals.setdefault(key, (entry, [0] * len(days)))
        for part in inside:
            seconds[place[part.day]] += part.seconds
    rows = tuple(
        GridRow(first.engagement_id, first.engagement, first.code, first.activity, tuple(seconds))
        for _, (first, seconds) in sorted(totals.items(), key=lambda item: item[0])
    )
    return Grid(tuple(days), rows)


@dataclass(frozen=True, slots=True)
class ExportLine:
    """One line of the firm's timesheet; ``seconds`` are multiples of the firm's increment, one a day."""

    code: str
    activity: str
    narrative: str
    seconds: tuple[int, ...]

    @property
    def total_s(self) -> int:
        return sum(self.seconds)


@dataclass(frozen=True, slots=True)
class HeldBack:
    """An entry that stays behind as a draft, and how its code stands; OPEN = it is still running."""

    entry: EntryId
    day: date
    engagement: str
    code: str | None
    standing: CodeStanding
    seconds: int


@dataclass(frozen=True, slots=True)
class Timesheet:
    """What goes to the firm for the days of one sheet."""

    days: tuple[date, ...]
    lines: tuple[ExportLine, ...]
    held_back: tuple[HeldBack, ...]
    residual_s: tuple[int, ...]
    """A day: raw minus rounded time over all lines, held back ones included."""

    @property
    def day_totals_s(self) -> tuple[int, ...]:
        return tuple(sum(line.seconds[i] for line in self.lines) for i in range(len(self.days)))

    @property
    def total_s(self) -> int:
        return sum(self.day_totals_s)


def timesheet(entries: Iterable[SheetEntry], days: Sequence[date], profile: FirmProfile) -> Timesheet:
    """Return the export lines of a sheet, by code then activity, and what is held back, oldest first."""
    place = {day: i for i, day in enumerate(days)}
    raw: dict[tuple[bool, str, str], list[int]] = {}
    narratives: dict[tuple[bool, str, str], list[str]] = {}
    held: list[HeldBack] = []
    for entry in entries:
        inside = [part for part in entry.parts if part.day in place]
        if not inside:
            continue
        is_held = entry.code is None or entry.standing is not CodeStanding.OPEN or entry.running
        if is_held:
            seconds_in = sum(part.seconds for part in inside)
            held.append(HeldBack(entry.entry, inside[0].day, entry.engagement, entry.code, entry.standing, seconds_in))
        if entry.running:
            continue
        key = (is_held, entry.code or "", entry.activity)
        seconds = raw.setdefault(key, [0] * len(days))
        for part in inside:
            seconds[place[part.day]] += part.seconds
        narratives.setdefault(key, []).append(entry.narrative)
    keys = sorted(raw)
    rounded = [
        round_day([(key, raw[key][i]) for key in keys], profile.increment_s, mode=profile.rounding)
        for i in range(len(days))
    ]
    lines = tuple(
        ExportLine(key[1], key[2], _joined(narratives[key], limit=profile.narrative_max), tuple(values))
        for n, key in enumerate(keys)
        if not key[0] and (values := [day.lines[n][1] for day in rounded])
    )
    return Timesheet(
        tuple(days),
        lines,
        tuple(sorted(held, key=lambda h: (h.day, h.entry))),
        tuple(day.residual_s for day in rounded),
    )


def _joined(narratives: Sequence[str], *, limit: int) -> str:
    """Join distinct narratives in order; cut at the firm's limit with an ellipsis."""
    distinct = dict.fromkeys(" ".join(n.split()) for n in narratives)
    text = "; ".join(n for n in distinct if n)
    return text if len(text) <= limit else text[: max(0, limit - 1)].rstrip() + "…"


def decimal_hours(seconds: int, increment_s: int) -> str:
    """Return hours with as many decimals as the increment needs: "1.25" and "0.00" for quarter hours, "0.1" for six
    minutes."""
    if increment_s <= 0:
        raise UserError("rounding.bad_step", seconds=increment_s)
    digits = next((d for d in range(5) if increment_s * 10**d % 3600 == 0), 4)
    return str((Decimal(seconds) / 3600).quantize(Decimal(1).scaleb(-digits)))


def export_table(sheet: Timesheet, profile: FirmProfile) -> tuple[tuple[str, ...], ...]:
    """Return header and rows of the sheet as texts: ``code,activity,narrative,`` a column a day, ``total``."""
    hours: Callable[[int], str] = lambda s: decimal_hours(s, profile.increment_s)  # noqa: E731
    header = ("code", "activity", "narrative", *(day.isoformat() for day in sheet.days), "total")
    return (
        header,
        *(
            (line.code, line.activity, line.narrative, *map(hours, line.seconds), hours(line.total_s))
            for line in sheet.lines
        ),
    )
