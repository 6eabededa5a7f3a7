"""The plan as frozen values: what stands where, what waits for what, who is there, and what does not fit.

All durations are seconds; those of links, slack and work are *working* time of the calendar that they are counted on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from engagedesk.domain.civil import Civil
from engagedesk.domain.ids import EngagementId, LinkId, PersonId, PhaseId, PlanItemId
from engagedesk.domain.states import DeliverableState, GateKind, LinkKind, PlanItemKind, TaskBasis

OVERLOAD_PERCENT: Final = 100
"""Above this a person has more than their time."""
CLASH_PERCENT: Final = 125
"""From here on one of the two cannot happen."""


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A task, a milestone or a deliverable in its place.

    A milestone or a deliverable begins and ends at the end of its due day's work.
    """

    id: PlanItemId
    kind: PlanItemKind
    engagement: EngagementId
    phase: PhaseId | None
    name: str
    position: int
    """Place among its kind in the engagement; tasks by their order, dates by their due day."""
    owner: PersonId | None
    starts: Civil
    ends: Civil
    placed: bool
    """Somebody put it there; False = it stands as early as links and calendars allow."""
    due: date | None = None
    deadline: date | None = None
    earliest: date | None = None
    pinned: bool = False
    started_on: date | None = None
    done_on: date | None = None
    progress_percent: int = 0
    estimate_s: int | None = None
    """Work of everybody together; None = not estimated."""
    remaining_s: int | None = None
    """Work still to do where somebody said so; None = what progress leaves of the estimate."""
    duration_s: int | None = None
    """Working time from start to end where that is given (``TaskBasis.DURATION``)."""
    basis: TaskBasis = TaskBasis.EFFORT
    demand_percent: int = 100
    role: str = ""
    state: DeliverableState | None = None
    """Of a deliverable; None = it is none."""
    version: int = 1

    @property
    def is_point(self) -> bool:
        """Tell a date from a piece of work."""
        return self.kind is not PlanItemKind.TASK

    @property
    def is_done(self) -> bool:
        return self.done_on is not None

    @property
    def stays(self) -> bool:
        """Tell whether nothing may push it: pinned, started or done."""
        return self.pinned or self.started_on is not None or self.is_done

    @property
    def left_s(self) -> int:
        """Return the work that is still to do; 0 where nobody estimated it."""
        if self.is_done:
            return 0
        if self.remaining_s is not None:
            return self.remaining_s
        return (self.estimate_s or 0) * (100 - self.progress_percent) // 100


@dataclass(frozen=True, slots=True)
class PlanLinkFacts:
    """The end of one item that waits for the end of another."""

    id: LinkId
    from_id: PlanItemId
    to_id: PlanItemId
    kind: LinkKind
    lag_s: int
    """In working time of the item that waits; negative = lead."""
    crosses: bool = False
    """The two items are in different engagements."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What the passes through the network found for one item."""

    early_starts: Civil
    early_ends: Civil
    late_starts: Civil
    late_ends: Civil
    slack_s: int
    """How far it can slip before its engagement ends later or a deadline is missed; negative = it is missed already."""
    critical: bool
    """On the critical path of its engagement."""
    portfolio_slack_s: int
    portfolio_critical: bool
    """On the critical path of everything that is shown."""


@dataclass(frozen=True, slots=True)
class Push:
    """What a change does to one other item."""

    id: PlanItemId
    old_starts: Civil
    old_ends: Civil
    starts: Civil
    ends: Civil
    stored: bool
    """False = it has no place of its own and follows by itself: nothing is to be written."""


@dataclass(frozen=True, slots=True)
class PlanMove:
    """An item and where it shall stand. A milestone or a deliverable takes the day of ``ends`` as its due day."""

    item: PlanItemId
    starts: Civil
    ends: Civil
    version: int | None = None
    """The item's version as it was seen; None = whatever it is."""


class ConflictKind(StrEnum):
    """What does not fit, the gravest first."""

    DEADLINE = "deadline"
    """Ends after its deadline."""
    LINK = "link"
    """Stands earlier than a link allows."""
    CLASH = "clash"
    """Somebody is needed for 125 % of their time or more."""
    OVERLOAD = "overload"
    """Somebody is needed for more than all of their time."""
    LEAVE = "leave"
    """Work while the one who does it is away."""
    OWNER = "owner"
    """Nobody does it."""
    GATE = "gate"
    """Work before a gate is settled."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that does not fit, and where to find it; what does not belong to its kind is empty."""

    kind: ConflictKind
    engagements: tuple[EngagementId, ...]
    items: tuple[PlanItemId, ...]
    """The first one is where to jump to."""
    starts: date
    """The first day that it is about."""
    ends: date
    person: PersonId | None = None
    percent: int | None = None
    """Of a person's time in that week."""
    needed_s: int | None = None
    available_s: int | None = None
    link: LinkId | None = None
    late_s: int | None = None
    """How much too early (a link) or too late (a deadline), in working time."""
    gates: tuple[GateKind, ...] = ()
    """The open ones that work stands before."""
    role: str = ""
    shares: tuple[tuple[EngagementId, int], ...] = ()
    """Of a week that is too full: what each engagement needs of it in seconds, the most first."""


@dataclass(frozen=True, slots=True)
class PersonWeek:
    """Somebody's week: what is asked of them, and what they have."""

    person: PersonId
    week: date
    """Its Monday."""
    booked_s: int
    available_s: int

    @property
    def percent(self) -> int:
        """Return the load in percent, rounded up so that a second too much is too much."""
        if self.available_s == 0:
            return 0 if self.booked_s == 0 else 999
        return min(999, -(-self.booked_s * 100 // self.available_s))
