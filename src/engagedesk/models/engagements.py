"""Clients, engagements, gates, charge codes, the plan's skeleton, and the team."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from engagedesk.domain.states import (
    DeliverableState,
    EngagementState,
    FeeArrangement,
    GateKind,
    GateState,
    NonClientKind,
    PhaseState,
    ServiceLine,
    TaskBasis,
)
from engagedesk.models.base import Record, Word
from engagedesk.models.people import STRICT, refers_to


class Client(Record):
    __tablename__ = "client"

    name: Mapped[str]
    code_name: Mapped[str] = mapped_column(default="")
    """Shown in exports, notifications, calendars and webhooks; "" = none chosen yet."""
    short_name: Mapped[str] = mapped_column(default="")
    colour: Mapped[int] = mapped_column(default=0)
    """Index in the client palette."""
    code_name_everywhere: Mapped[bool] = mapped_column(default=False)
    preferences: Mapped[dict[str, Any]] = mapped_column(default=dict)
    note: Mapped[str] = mapped_column(default="")


class Contact(Record):
    """A person at a client."""

    __tablename__ = "contact"

    client_id: Mapped[bytes] = mapped_column(refers_to("client.id"), index=True)
    name: Mapped[str]
    role: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")


class Engagement(Record):
    __tablename__ = "engagement"
    __table_args__ = (
        CheckConstraint("starts IS NULL OR ends IS NULL OR starts <= ends", name="dates"),
        CheckConstraint("fee_minor IS NULL OR fee_minor >= 0", name="fee"),
        STRICT,
    )

    client_id: Mapped[bytes] = mapped_column(refers_to("client.id"), index=True)
    title: Mapped[str]
    """What it is, without the client's name: "Group audit"."""
    service_line: Mapped[ServiceLine] = mapped_column(Word(ServiceLine))
    kind: Mapped[str] = mapped_column(default="")
    """The type within the service line: "PCAOB audit", "Pillar Two"."""
    state: Mapped[EngagementState] = mapped_column(Word(EngagementState), index=True)
    fee: Mapped[FeeArrangement] = mapped_column(Word(FeeArrangement))
    fee_minor: Mapped[int | None]
    """Agreed fee (retainer: a month); None = not agreed."""
    fee_cap_minor: Mapped[int | None]
    currency: Mapped[str] = mapped_column(default="GBP")
    local_currency: Mapped[str] = mapped_column(default="GBP")
    contract: Mapped[str] = mapped_column(default="")
    period_end: Mapped[date | None]
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    priority: Mapped[int] = mapped_column(default=3)
    """1 (first) to 5."""
    eqr: Mapped[str] = mapped_column(default="")
    """Why an engagement quality review is due: listed, PCAOB, firm policy; "" = none."""
    my_role: Mapped[str] = mapped_column(default="")
    rate_card_id: Mapped[bytes | None] = mapped_column(refers_to("rate_card.id"))
    note: Mapped[str] = mapped_column(default="")
    """One line that stands beside the engagement in lists."""


class Gate(Record):
    __tablename__ = "gate"
    __table_args__ = (UniqueConstraint("engagement_id", "kind"), STRICT)

    engagement_id: Mapped[bytes] = mapped_column(refers_to("engagement.id"))
    kind: Mapped[GateKind] = mapped_column(Word(GateKind))
    state: Mapped[GateState] = mapped_column(Word(GateState))
    settled_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")


class ChargeCode(Record):
    """A code that time is booked on: of an engagement, or non-client."""

    __tablename__ = "charge_code"
    __table_args__ = (
        CheckConstraint("(engagement_id IS NULL) <> (non_client IS NULL)", name="owner"),
        CheckConstraint("valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to", name="validity"),
        UniqueConstraint("code"),
        STRICT,
    )

    engagement_id: Mapped[bytes | None] = mapped_column(refers_to("engagement.id"), index=True)
    code: Mapped[str]
    activity: Mapped[str] = mapped_column(default="")
    """What the code is for: "Audit"; for a non-client code its name: "Administration"."""
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    """Last valid day, inclusive."""
    closed: Mapped[bool] = mapped_column(default=False)
    closed_on: Mapped[date | None]
    """First day on which it is closed; None with ``closed`` = closed for every day."""
    chargeable: Mapped[bool] = mapped_column(default=True)
    billable: Mapped[bool] = mapped_column(default=True)
    non_client: Mapped[NonClientKind | None] = mapped_column(Word(NonClientKind))
    position: Mapped[int] = mapped_column(default=0)


class Phase(Record):
    __tablename__ = "phase"
    __table_args__ = (Index("ix_phase_engagement_id_position", "engagement_id", "position"), STRICT)

    engagement_id: Mapped[bytes] = mapped_column(refers_to("engagement.id"))
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    state: Mapped[PhaseState] = mapped_column(Word(PhaseState), default=PhaseState.PLANNED)


class Task(Record):
    """A piece of work. Places in the plan are *civil seconds*: seconds from 1970-01-01T00:00 on the wall clock of
    the one who works, without a zone, because nine o'clock on Monday stays nine o'clock wherever the work is done.
    """

    __tablename__ = "task"
    __table_args__ = (
        CheckConstraint("(starts_civil IS NULL) = (ends_civil IS NULL) AND starts_civil <= ends_civil", name="place"),
        CheckConstraint("demand_percent BETWEEN 1 AND 100", name="demand"),
        CheckConstraint("progress_percent BETWEEN 0 AND 100", name="progress"),
        CheckConstraint("estimate_s >= 0 AND duration_s >= 0 AND remaining_s >= 0", name="not_negative"),
        Index("ix_task_engagement_id_position", "engagement_id", "position"),
        Index("ix_task_owner_id", "owner_id", sqlite_where=text("owner_id IS NOT NULL")),
        STRICT,
    )

    engagement_id: Mapped[bytes] = mapped_column(refers_to("engagement.id"))
    phase_id: Mapped[bytes | None] = mapped_column(refers_to("phase.id"))
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    estimate_s: Mapped[int | None]
    """Work in seconds, everybody's together; None = not estimated."""
    due: Mapped[date | None]
    """When it should be done; being late weighs by the engagement's priority."""
    done_on: Mapped[date | None]
    basis: Mapped[TaskBasis] = mapped_column(Word(TaskBasis), default=TaskBasis.EFFORT)
    duration_s: Mapped[int | None]
    """Working time from start to end; given for ``TaskBasis.DURATION``, else None."""
    demand_percent: Mapped[int] = mapped_column(default=100)
    """How much of its people's working time it takes while it runs."""
    owner_id: Mapped[bytes | None] = mapped_column(refers_to("person.id"))
    role: Mapped[str] = mapped_column(default="")
    """Who could do it, as an engagement role; "" = anyone on the team."""
    starts_civil: Mapped[int | None]
    ends_civil: Mapped[int | None]
    """Where it was put in the plan; both None = the plan puts it as early as its links allow."""
    earliest: Mapped[date | None]
    """Does not start before this day."""
    deadline: Mapped[date | None]
    """Must be done by the end of this day."""
    pinned: Mapped[bool] = mapped_column(default=False)
    """Stays where it was put, whatever moves around it."""
    started_on: Mapped[date | None]
    progress_percent: Mapped[int] = mapped_column(default=0)
    remaining_s: Mapped[int | None]
    """Work still to do where somebody said so; None = what progress leaves of the estimate."""
    note: Mapped[str] = mapped_column(default="")


class Milestone(Record):
    __tablename__ = "milestone"
    __table_args__ = (Index("ix_milestone_engagement_id_due", "engagement_id", "due"), STRICT)

    engagement_id: Mapped[bytes] = mapped_column(refers_to("engagement.id"))
    phase_id: Mapped[bytes | None] = mapped_column(refers_to("phase.id"))
    name: Mapped[str]
    due: Mapped[date]
    done_on: Mapped[date | None]
    deadline: Mapped[date | None]
    pinned: Mapped[bool] = mapped_column(default=False)
    owner_id: Mapped[bytes | None] = mapped_column(refers_to("person.id"))


class Deliverable(Record):
    """Something that is handed over: a report, a memo, a filing."""

    __tablename__ = "deliverable"
    __table_args__ = (
        CheckConstraint("progress_percent BETWEEN 0 AND 100", name="progress"),
        CheckConstraint("estimate_s >= 0", name="not_negative"),
        Index("ix_deliverable_engagement_id_due", "engagement_id", "due"),
        STRICT,
    )

    engagement_id: Mapped[bytes] = mapped_column(refers_to("engagement.id"))
    phase_id: Mapped[bytes | None] = mapped_column(refers_to("phase.id"))
    name: Mapped[str]
    due: Mapped[date]
    deadline: Mapped[date | None]
    """The law's, the regulator's or the contract's last day."""
    state: Mapped[DeliverableState] = mapped_column(Word(DeliverableState), default=DeliverableState.PLANNED)
    owner_id: Mapped[bytes | None] = mapped_column(refers_to("person.id"))
    estimate_s: Mapped[int | None]
    progress_percent: Mapped[int] = mapped_column(default=0)
    done_on: Mapped[date | None]
    """The day it was issued."""
    pinned: Mapped[bool] = mapped_column(default=False)


class TeamMember(Record):
    """A person's role on an engagement."""

    __tablename__ = "team_member"
    __table_args__ = (UniqueConstraint("engagement_id", "person_id", "role"), STRICT)

    engagement_id: Mapped[bytes] = mapped_column(refers_to("engagement.id"))
    person_id: Mapped[bytes] = mapped_column(refers_to("person.id"), index=True)
    role: Mapped[str] = mapped_column(default="")
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    planned_s: Mapped[int | None]
    """Staffed time on the engagement; None = not said."""
