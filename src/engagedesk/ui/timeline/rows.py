"""What the timeline shows, as frozen rows with the words already made; places are civil seconds. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from engagedesk.domain.states import LinkKind, PlanItemKind, ServiceLine


class Severity(StrEnum):
    """How much a conflict matters."""

    DANGER = "danger"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody on a team."""

    id: bytes
    name: str
    initials: str
    role: str
    is_me: bool = False


@dataclass(frozen=True, slots=True)
class PhaseLine:
    id: bytes
    name: str
    position: int


@dataclass(frozen=True, slots=True)
class EngagementLine:
    """An engagement; ``client`` is its label as the window may show it."""

    id: bytes
    client: str
    title: str
    colour: int
    service: ServiceLine
    starts: int | None
    ends: int | None
    progress: float
    priority: int = 3
    phases: tuple[PhaseLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A task, milestone or deliverable. ``owner`` None = nobody."""

    id: bytes
    kind: PlanItemKind
    engagement: bytes
    phase: bytes | None
    name: str
    position: int
    owner: bytes | None
    starts: int
    ends: int
    due: date | None = None
    deadline: date | None = None
    pinned: bool = False
    started: bool = False
    done: bool = False
    progress: float = 0.0
    critical: bool = False
    slack_s: int | None = None
    base_starts: int | None = None
    base_ends: int | None = None
    note: str = ""
    """One or two words beside the bar."""
    placed: bool = False
    """Somebody put it there; False = it stands as early as links and calendars allow."""


@dataclass(frozen=True, slots=True)
class LinkLine:
    id: bytes
    from_id: bytes
    to_id: bytes
    kind: LinkKind
    lag_s: int = 0
    crosses: bool = False
    critical: bool = False


@dataclass(frozen=True, slots=True)
class FreeDays:
    """Days without work, both ends inclusive; ``person`` None = a holiday of everybody."""

    first: date
    last: date
    person: bytes | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class LoadCell:
    """A person's week: planned and available time; ``leave`` = away for all of it."""

    booked_s: int
    available_s: int
    leave: bool = False


@dataclass(frozen=True, slots=True)
class LoadRow:
    """A person's weeks, by Monday."""

    person: bytes
    cells: dict[date, LoadCell] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """One conflict: what the drawer says, and what it jumps to."""

    key: str
    severity: Severity
    word: str
    title: str
    text: str
    colour: int | None
    """The client's; None = of a person."""
    items: tuple[bytes, ...]
    """What it is about, the first one first; the second is the other end."""
    day: date | None = None
    person: bytes | None = None
    marked: int = 1
    """So many of its items bear a mark, the first ones; 0 = it is about somebody's week."""
    two_ends: bool = False
    """Its first two items are the ends of a link."""
    assigns: bool = False
    """Giving its items to somebody mends it."""
    settles: bytes | None = None
    """The engagement on whose page it is settled."""


@dataclass(frozen=True, slots=True)
class BaselineLine:
    id: bytes
    name: str
    taken: date
    of: str = ""
    """The engagement that it is of; "" = of all of them."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that the page may show of the portfolio's plan."""

    today: date
    engagements: tuple[EngagementLine, ...] = ()
    items: tuple[ItemLine, ...] = ()
    links: tuple[LinkLine, ...] = ()
    people: tuple[PersonLine, ...] = ()
    free_weekdays: frozenset[int] = frozenset({5, 6})
    free_days: tuple[FreeDays, ...] = ()
    load: tuple[LoadRow, ...] = ()
    conflicts: tuple[ConflictLine, ...] = ()
    baselines: tuple[BaselineLine, ...] = ()
    baseline: bytes | None = None
    """The one whose places the items carry."""
    now: int | None = None
    """The present moment on the wall clock; None = noon today."""

    @property
    def present(self) -> float:
        """Return where the line of today stands."""
        day = self.today.toordinal() - date(1970, 1, 1).toordinal()
        return float(day * 86_400 + 43_200 if self.now is None else self.now)


@dataclass(frozen=True, slots=True)
class Push:
    """What a change would move, before it is done."""

    id: bytes
    starts: int
    ends: int
