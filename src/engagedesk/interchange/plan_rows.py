"""A plan as a file says it, row by row: what comes in, and what goes out.

Rows name each other by ``source_key``. The same rows are written and read, so that a round trip can be compared row
by row. ``own_id`` is the id that our own export wrote; None = the file is not ours, or the row is new in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from engagedesk.domain.civil import Civil
from engagedesk.domain.states import (
    CalendarEventKind,
    DeliverableState,
    LinkKind,
    PhaseState,
    PlanItemKind,
    TaskBasis,
)

R = TypeVar("R")

Week = Mapping[str, tuple[tuple[int, int], ...]]
"""Weekday "0" (Monday) to "6" -> spans in minutes after midnight; a day that is missing is free."""


@dataclass(frozen=True, slots=True)
class PlanProjectRow:
    """The engagement that phases and items belong to."""

    line: int
    source_key: str
    own_id: bytes | None
    client: str
    title: str
    code: str


@dataclass(frozen=True, slots=True)
class PlanPersonRow:
    line: int
    source_key: str
    own_id: bytes | None
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class PlanPhaseRow:
    line: int
    source_key: str
    own_id: bytes | None
    project: str
    name: str
    position: int
    starts: date | None
    ends: date | None
    """Both inclusive."""
    state: PhaseState | None
    """None = the file does not say."""


@dataclass(frozen=True, slots=True)
class PlanItemRow:
    """A task, a milestone or a deliverable. Fields that ``silent`` names are not in the file and change nothing."""

    line: int
    source_key: str
    own_id: bytes | None
    kind: PlanItemKind
    project: str
    phase: str
    """Key of its phase; "" = without one."""
    name: str
    position: int
    starts: Civil | None
    ends: Civil | None
    """As the file gives them, to the second; both None = nobody put it anywhere. A date ends on its due day."""
    estimate_s: int | None = None
    due: date | None = None
    deadline: date | None = None
    earliest: date | None = None
    started_on: date | None = None
    done_on: date | None = None
    progress_percent: int = 0
    remaining_s: int | None = None
    duration_s: int | None = None
    basis: TaskBasis = TaskBasis.EFFORT
    demand_percent: int = 100
    owner: str = ""
    """Key of a person; "" = nobody."""
    role: str = ""
    pinned: bool = False
    state: DeliverableState | None = None
    note: str = ""
    silent: frozenset[str] = frozenset()

    @property
    def is_point(self) -> bool:
        """Tell a date from a piece of work."""
        return self.kind is not PlanItemKind.TASK


@dataclass(frozen=True, slots=True)
class PlanLinkRow:
    line: int
    source_key: str
    own_id: bytes | None
    from_item: str
    to_item: str
    kind: LinkKind
    lag_s: int
    """Working time; negative = lead."""


@dataclass(frozen=True, slots=True)
class PlanBookingRow:
    line: int
    source_key: str
    own_id: bytes | None
    project: str
    item: str
    """Key of a task; "" = for the engagement."""
    person: str
    percent: int
    starts: date | None
    ends: date | None
    """Both inclusive; None = as long as the task runs."""


@dataclass(frozen=True, slots=True)
class PlanPatternRow:
    """When somebody works. ``person`` "" = the firm."""

    line: int
    source_key: str
    person: str
    valid_from: date
    valid_to: date | None
    country: str
    subdivision: str
    week: Week = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DayEventRow:
    """Days that differ: of everybody, of a person, of an engagement."""

    line: int
    source_key: str
    kind: CalendarEventKind
    person: str
    """Key of a person; "me" = whoever reads the file; "" = everybody."""
    project: str
    """Key of an engagement (a blackout); "" = all work."""
    starts: date
    ends: date
    """Inclusive."""
    day_s: int | None
    name: str


@dataclass(frozen=True, slots=True)
class BaselinePlaceRow:
    item: str
    """Key of the item."""
    kind: PlanItemKind
    name: str
    starts: Civil
    ends: Civil
    estimate_s: int | None


@dataclass(frozen=True, slots=True)
class PlanBaselineRow:
    line: int
    source_key: str
    own_id: bytes | None
    project: str
    """Key of an engagement; "" = of all."""
    name: str
    taken_utc: int | None
    """None = the file does not say."""
    places: tuple[BaselinePlaceRow, ...]


PlanRow = (
    PlanProjectRow
    | PlanPersonRow
    | PlanPhaseRow
    | PlanItemRow
    | PlanLinkRow
    | PlanBookingRow
    | PlanPatternRow
    | DayEventRow
    | PlanBaselineRow
)

ORDER: tuple[type[PlanRow], ...] = (
    PlanProjectRow,
    PlanPersonRow,
    PlanPhaseRow,
    PlanItemRow,
    PlanLinkRow,
    PlanBookingRow,
    PlanPatternRow,
    DayEventRow,
    PlanBaselineRow,
)
"""Rows come in this order: what a row names stands before it."""


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A plan to be written, in the order above."""

    title: str
    rows: tuple[PlanRow, ...]
    unwritten: tuple[tuple[str, int], ...] = ()
    """What the store holds and no row can say: a code of ``wording.exchange``, and how many."""

    reckoned: Mapping[str, tuple[Civil, Civil]] = field(default_factory=dict)
    """Where the plan puts items that nobody put anywhere: for those who read the file, not for ourselves."""
    versions: Mapping[bytes, int] = field(default_factory=dict)

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """Return the rows of one kind."""
        return tuple(row for row in self.rows if isinstance(row, kind))
