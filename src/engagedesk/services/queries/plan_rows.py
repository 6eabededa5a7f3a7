"""The rows of the plan's view, and the filter that asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from engagedesk.domain.civil import Civil
from engagedesk.domain.ids import ClientId, EngagementId, PersonId, PhaseId, PlanItemId, TaskId
from engagedesk.domain.plan import Conflict, PersonWeek, Placed, PlanItem, PlanLinkFacts
from engagedesk.domain.states import EngagementState, GateKind, PhaseState, PlanItemKind, ServiceLine
from engagedesk.services.queries.plan_book import LIVE, PlanBook
from engagedesk.services.queries.plan_calendars import OffDays


@dataclass(frozen=True, slots=True)
class PlanFilter:
    """Which part of the plan; None and () = all of it."""

    engagements: tuple[EngagementId, ...] = ()
    clients: tuple[ClientId, ...] = ()
    lines: tuple[ServiceLine, ...] = ()
    states: tuple[EngagementState, ...] = LIVE
    people: tuple[PersonId, ...] = ()
    """Items that one of them owns or is booked on."""
    text: str = ""
    """In an item's, a phase's or an engagement's name, or the client's as it is shown."""
    done: bool = True
    """False = what is done is left out."""
    baseline: bytes | None = None


@dataclass(frozen=True, slots=True)
class PlanPhase:
    id: PhaseId
    engagement: EngagementId
    name: str
    position: int
    starts: date | None
    ends: date | None
    state: PhaseState
    progress_percent: int
    """By the estimates of its tasks; by their number where none is estimated."""


@dataclass(frozen=True, slots=True)
class PlanEngagement:
    id: EngagementId
    client_id: ClientId
    client: str
    """As the window shows it."""
    colour: int
    """Index in the client palette."""
    title: str
    service_line: ServiceLine
    state: EngagementState
    priority: int
    codes: tuple[str, ...]
    starts: date | None
    ends: date | None
    progress_percent: int
    open_gates: tuple[GateKind, ...]
    my_role: str


@dataclass(frozen=True, slots=True)
class PlanPerson:
    id: PersonId
    name: str
    initials: str
    grade: str
    """Held today; "" = none."""
    role: str
    """The one they have most often in what is shown; "" = on no team."""
    is_me: bool


@dataclass(frozen=True, slots=True)
class PlanBooking:
    id: bytes
    engagement: EngagementId
    task: TaskId | None
    person: PersonId
    percent: int
    starts: date
    """As it counts: of its task where it has no days of its own."""
    ends: date
    own_days: bool
    """False = it runs as long as its task."""
    version: int


@dataclass(frozen=True, slots=True)
class Shading:
    """What lies behind the bars."""

    free_weekdays: tuple[int, ...]
    """0 Monday to 6 Sunday, by the firm's week."""
    days: tuple[OffDays, ...]
    """Oldest first."""


@dataclass(frozen=True, slots=True)
class BaselineRow:
    id: bytes
    engagement: EngagementId | None
    """None = of the whole portfolio."""
    name: str
    taken_utc: int
    items: int


@dataclass(frozen=True, slots=True)
class BaselinePlace:
    item: PlanItemId
    kind: PlanItemKind
    engagement: EngagementId
    name: str
    starts: Civil
    ends: Civil
    estimate_s: int | None


@dataclass(frozen=True, slots=True)
class PlanView:
    engagements: tuple[PlanEngagement, ...]
    """By priority, then client and title."""
    phases: tuple[PlanPhase, ...]
    """By engagement in the order above, then position."""
    items: tuple[PlanItem, ...]
    """In the order above; within a phase tasks by position and then dates by day; those without a phase last."""
    links: tuple[PlanLinkFacts, ...]
    """Both ends are among the items, or ``far`` has the other one."""
    far: tuple[PlanItem, ...]
    """Items outside the filter that a link reaches."""
    people: tuple[PlanPerson, ...]
    bookings: tuple[PlanBooking, ...]
    times: Mapping[PlanItemId, Placed]
    shading: Shading
    capacity: tuple[PersonWeek, ...]
    """By person in the order above, then week; of the whole portfolio, whatever the filter."""
    conflicts: tuple[Conflict, ...]
    """By kind, the gravest first, then by day."""
    baselines: tuple[BaselineRow, ...]
    """Newest first."""
    baseline: tuple[BaselinePlace, ...]
    """Of the one that the filter names; () = none."""
    today: date
    book: PlanBook
    """What a drag asks ``replanned`` with, in any thread: nothing in it changes or touches the store."""
