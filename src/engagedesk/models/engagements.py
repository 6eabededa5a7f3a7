"""Clients, engagements, gates, charge codes, the plan's skeleton, and the team."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from engagedesk.domain.states import (
    EngagementState,
    FeeArrangement,
    GateKind,
    GateState,
    NonClientKind,
    PhaseState,
    ServiceLine,
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
    __tablename__ = "task"
    __table_args__ = (Index("ix_task_engagement_id_position", "engagement_id", "position"), STRICT)

    engagement_id: Mapped[bytes] = mapped_column(refers_to("engagement.id"))
    phase_id: Mapped[bytes | None] = mapped_column(refers_to("phase.id"))
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    estimate_s: Mapped[int | None]
    due: Mapped[date | None]
    done_on: Mapped[date | None]


class Milestone(Record):
    __tablename__ = "milestone"
    __table_args__ = (Index("ix_milestone_engagement_id_due", "engagement_id", "due"), STRICT)

    engagement_id: Mapped[bytes] = mapped_column(refers_to("engagement.id"))
    phase_id: Mapped[bytes | None] = mapped_column(refers_to("phase.id"))
    name: Mapped[str]
    due: Mapped[date]
    done_on: Mapped[date | None]


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
