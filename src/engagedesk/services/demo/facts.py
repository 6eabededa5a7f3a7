"""What the sample portfolio says of a person, a client and an engagement, and as at which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from engagedesk.domain.person import EngagementRole
from engagedesk.domain.states import FeeArrangement, GateKind, GateState, ServiceLine

SUNDAY: Final = date(2026, 11, 22)
"""The day as at which the portfolio stands; the last day of its week 47."""


@dataclass(frozen=True, slots=True)
class Colleague:
    name: str
    grade: str
    staff_key: str


@dataclass(frozen=True, slots=True)
class Member:
    """A colleague on an engagement. ``share`` is their part of the colleagues' hours, relative to the others'."""

    name: str
    role: EngagementRole
    share: int


@dataclass(frozen=True, slots=True)
class Code:
    code: str
    activity: str
    share: int = 1
    """How often time goes here, relative to the engagement's other codes; 0 = only in week 47."""
    valid_from: date | None = None
    valid_to: date | None = None
    closed_on: date | None = None
    chargeable: bool = True
    billable: bool = True


@dataclass(frozen=True, slots=True)
class PhaseFacts:
    """A phase with its tasks; the tasks' estimates are their parts of ``hours``."""

    name: str
    starts: date
    ends: date
    hours: int
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MilestoneFacts:
    name: str
    due: date
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class ClientFacts:
    name: str
    short: str
    code_name: str
    colour: int
    everywhere: bool = False
    note: str = ""
    contact: str = ""
    contact_role: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """One engagement. Hours are those of the whole team; ``own_hours`` is the most that the owner works on it."""

    number: int
    client: str
    title: str
    line: ServiceLine
    kind: str
    role: EngagementRole
    fee: FeeArrangement
    fee_major: int | None
    currency: str
    used_hours: int
    budget_hours: int
    own_hours: int
    own_from: date
    own_until: date
    codes: tuple[Code, ...]
    phases: tuple[PhaseFacts, ...]
    phase: str
    milestones: tuple[MilestoneFacts, ...]
    team: tuple[Member, ...]
    problem: str
    starts: date
    ends: date
    priority: int = 3
    cap_major: int | None = None
    period_end: date | None = None
    eqr: str = ""
    contract: str = ""
    gates: tuple[tuple[GateKind, GateState, str], ...] = ()
    """Gates beside the three that every engagement settled before it began."""
