"""The frozen rows of the Timesheet page: a week as a grid, a day, a month, and what awaits its code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engagedesk.domain.days import Week
from engagedesk.domain.ids import EntryId, TaskId
from engagedesk.domain.states import CodeStanding
from engagedesk.domain.week_grid import RowKey
from engagedesk.services.queries.rows import EntryRow, GapRow, OverlapRow
from engagedesk.services.queries.weeks import WeekState


class CellState(StrEnum):
    """How far the time of a cell is; MIXED = some of it is locked, some not."""

    EMPTY = "empty"
    OPEN = "open"
    MIXED = "mixed"
    SUBMITTED = "submitted"
    POSTED = "posted"


@dataclass(frozen=True, slots=True)
class GridCell:
    """One row on one day. Raw seconds are what was recorded, rounded ones what the timesheet says."""

    raw_s: int = 0
    rounded_s: int = 0
    entries: tuple[EntryId, ...] = ()
    shares_s: tuple[int, ...] = ()
    """What each of the entries gives to this day; a running one what it has so far."""
    state: CellState = CellState.EMPTY
    running: bool = False
    """A timer runs in it; its open stretch is in neither number."""
    no_narrative: bool = False
    """An entry lacks the narrative that the firm asks for."""
    standing: CodeStanding = CodeStanding.OPEN
    """How the code stands on this day."""

    @property
    def locked(self) -> bool:
        return self.state in (CellState.SUBMITTED, CellState.POSTED)


@dataclass(frozen=True, slots=True)
class GridLine:
    """One row of the grid: seven cells, and how it is called."""

    key: RowKey
    engagement: str
    detail: str
    colour: int
    code: str | None
    """None = awaiting code; "" = nothing chosen."""
    activity: str
    """The entries' own activity, else what the code is for."""
    standing: CodeStanding
    """How the code stands over the week: OPEN only where it takes time on each day that has some."""
    cells: tuple[GridCell, ...]

    @property
    def rounded_s(self) -> int:
        return sum(cell.rounded_s for cell in self.cells)

    @property
    def raw_s(self) -> int:
        return sum(cell.raw_s for cell in self.cells)

    @property
    def is_empty(self) -> bool:
        return not any(cell.entries for cell in self.cells)


@dataclass(frozen=True, slots=True)
class GridDay:
    """One day's totals."""

    day: date
    raw_s: int
    rounded_s: int
    standard_s: int
    residual_s: int
    """Raw minus rounded."""
    length_label: str
    """"23 h" or "25 h" where the clocks change, else ""."""
    is_today: bool


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A timesheet of the week: all of it, or its days in one month."""

    days: tuple[date, ...]
    state: WeekState


@dataclass(frozen=True, slots=True)
class WeekGrid:
    """Everything the week grid shows; lines chargeable first, then by engagement, code, activity."""

    week: Week
    zone: str
    state: WeekState
    parts: tuple[SheetPart, ...]
    days: tuple[GridDay, ...]
    lines: tuple[GridLine, ...]
    entries: tuple[EntryRow, ...]
    increment_s: int
    held_s: int
    """Rounded time that stays behind when the week goes out: no code, or one that takes no time."""
    last_week_rows: int
    """Rows of the week before that could be copied."""

    @property
    def rounded_s(self) -> int:
        return sum(day.rounded_s for day in self.days)

    @property
    def standard_s(self) -> int:
        return sum(day.standard_s for day in self.days)


@dataclass(frozen=True, slots=True)
class RowChoice:
    """A row that can be put into a week: a code, or an engagement that has none open yet."""

    key: RowKey
    engagement: str
    detail: str
    client: str
    """The client's full name, to be found by it; "" where only its code name is shown."""
    colour: int
    code: str
    activity: str


@dataclass(frozen=True, slots=True)
class DaySheet:
    """Everything the day view shows: what touches the day, its gaps and overlaps."""

    day: date
    zone: str
    day_start_utc: int
    day_end_utc: int
    length_label: str
    is_today: bool
    entries: tuple[EntryRow, ...]
    """Spans by start, then durations; a span over midnight is whole."""
    gaps: tuple[GapRow, ...]
    overlaps: tuple[OverlapRow, ...]
    recorded_s: int
    """Of this day alone, without the running stretch."""
    standard_s: int
    unallocated_s: int
    increment_s: int
    narrative_max: int
    week: Week
    week_state: WeekState


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """A task that is due soon and not done."""

    id: TaskId
    engagement: str
    colour: int
    name: str
    due: date
    text: str
    """The words that name it in a quick-entry line."""


@dataclass(frozen=True, slots=True)
class MonthDay:
    """One day of the month overview."""

    day: date
    seconds: int
    standard_s: int
    in_month: bool
    is_today: bool
    missing: bool
    """Over, with less than the standard hours."""
    running: bool


@dataclass(frozen=True, slots=True)
class MonthWeek:
    week: Week
    state: WeekState
    days: tuple[MonthDay, ...]

    @property
    def seconds(self) -> int:
        return sum(day.seconds for day in self.days)

    @property
    def standard_s(self) -> int:
        return sum(day.standard_s for day in self.days)


@dataclass(frozen=True, slots=True)
class MonthSheet:
    """A calendar month in the firm's weeks."""

    first: date
    zone: str
    weeks: tuple[MonthWeek, ...]

    @property
    def days(self) -> tuple[MonthDay, ...]:
        """The days of the month itself."""
        return tuple(day for week in self.weeks for day in week.days if day.in_month)
