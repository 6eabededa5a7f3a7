"""What the plan's forms show and change: one item, its links and bookings, and who works when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engagedesk.domain.ids import EngagementId, LinkId, PersonId, PhaseId, PlanItemId, TaskId
from engagedesk.domain.states import LinkKind, PlanItemKind
from engagedesk.models.engagements import Deliverable, Milestone, Phase, Task
from engagedesk.models.schedule import Booking, PlanLink, WorkPattern
from engagedesk.services.commands.bookings import BookingFacts
from engagedesk.services.commands.calendars import PatternFacts
from engagedesk.services.commands.plan_items import DeliverableFacts, PointFacts, TaskPlan
from engagedesk.services.commands.plans import TaskFacts
from engagedesk.services.queries.plan_calendars import week_from_data


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link as one of its ends sees it."""

    id: LinkId
    version: int
    other: PlanItemId
    waits: bool
    """True = the item that was asked for waits for the other one."""
    kind: LinkKind
    lag_s: int


@dataclass(frozen=True, slots=True)
class BookingRow:
    id: bytes
    version: int
    facts: BookingFacts


@dataclass(frozen=True, slots=True)
class ItemForm:
    """One item of the plan with all that is said about it; of its kinds' facts exactly one is there."""

    id: PlanItemId
    version: int
    kind: PlanItemKind
    engagement: EngagementId
    links: tuple[LinkRow, ...]
    phases: tuple[tuple[PhaseId, str], ...]
    """Those of the engagement, in order."""
    task: tuple[TaskFacts, TaskPlan] | None = None
    bookings: tuple[BookingRow, ...] = ()
    """On the task, oldest first."""
    milestone: PointFacts | None = None
    deliverable: DeliverableFacts | None = None


@dataclass(frozen=True, slots=True)
class PatternPart:
    """Working hours of the firm (``person`` None) or of somebody, from a day on."""

    id: bytes
    version: int
    person: PersonId | None
    facts: PatternFacts


def item_form(session: Session, item: PlanItemId) -> ItemForm | None:
    """Return everything that an item's form shows; None where it went meanwhile."""
    task = session.execute(select(*Task.__table__.columns).where(Task.id == item)).one_or_none()
    if task is not None:
        facts = TaskFacts(task.name, _phase(task.phase_id), task.estimate_s, task.due, task.done_on)
        return ItemForm(
            **_shared(session, item, task, PlanItemKind.TASK),
            task=(facts, task_plan(task)),
            bookings=_bookings(session, TaskId(task.id)),
        )
    point = session.execute(select(*Milestone.__table__.columns).where(Milestone.id == item)).one_or_none()
    if point is not None:
        return ItemForm(
            **_shared(session, item, point, PlanItemKind.MILESTONE),
            milestone=PointFacts(
                point.name,
                point.due,
                _phase(point.phase_id),
                point.done_on,
                point.deadline,
                _person(point.owner_id),
                point.pinned,
            ),
        )
    made = session.execute(select(*Deliverable.__table__.columns).where(Deliverable.id == item)).one_or_none()
    if made is None:
        return None
    return ItemForm(
        **_shared(session, item, made, PlanItemKind.DELIVERABLE),
        deliverable=DeliverableFacts(
            made.name,
            made.due,
            _phase(made.phase_id),
            made.deadline,
            made.state,
            _person(made.owner_id),
            made.estimate_s,
            made.progress_percent,
            made.done_on,
            made.pinned,
        ),
    )


def work_patterns(session: Session) -> tuple[PatternPart, ...]:
    """Return everybody's working hours, the firm's first, each person's from the oldest on."""
    query = select(*WorkPattern.__table__.columns).order_by(
        WorkPattern.person_id.is_not(None), WorkPattern.person_id, WorkPattern.valid_from
    )
    return tuple(
        PatternPart(
            row.id,
            row.version,
            _person(row.person_id),
            PatternFacts(row.valid_from, row.valid_to, week_from_data(row.week), row.country, row.subdivision),
        )
        for row in session.execute(query)
    )


def task_note(session: Session, task: bytes) -> str:
    """Return a task's note, which the plan's rows leave out; "" where it has none, or is gone."""
    return session.scalar(select(Task.note).where(Task.id == task)) or ""


def _shared(session: Session, item: PlanItemId, row: Any, kind: PlanItemKind) -> dict[str, Any]:
    engagement = EngagementId(row.engagement_id)
    phases = session.execute(
        select(Phase.id, Phase.name).where(Phase.engagement_id == engagement).order_by(Phase.position, Phase.id)
    )
    return {
        "id": item,
        "version": row.version,
        "kind": kind,
        "engagement": engagement,
        "links": _links(session, item),
        "phases": tuple((PhaseId(one.id), one.name) for one in phases),
    }


def _links(session: Session, item: PlanItemId) -> tuple[LinkRow, ...]:
    query = (
        select(PlanLink.id, PlanLink.version, PlanLink.from_id, PlanLink.to_id, PlanLink.kind, PlanLink.lag_s)
        .where(or_(PlanLink.from_id == item, PlanLink.to_id == item))
        .order_by(PlanLink.to_id != item, PlanLink.id)
    )
    return tuple(
        LinkRow(
            LinkId(row.id),
            row.version,
            PlanItemId(row.from_id if row.to_id == item else row.to_id),
            row.to_id == item,
            row.kind,
            row.lag_s,
        )
        for row in session.execute(query)
    )


def _bookings(session: Session, task: TaskId) -> tuple[BookingRow, ...]:
    columns = Booking.__table__.columns
    query = select(*columns).where(Booking.task_id == task).order_by(Booking.id)
    return tuple(
        BookingRow(row.id, row.version, BookingFacts(PersonId(row.person_id), row.percent, task, row.starts, row.ends))
        for row in session.execute(query)
    )


def task_plan(row: Any) -> TaskPlan:
    """Return how a task stands in the plan, from a row of its table's columns."""
    return TaskPlan(
        owner=_person(row.owner_id),
        role=row.role,
        basis=row.basis,
        duration_s=row.duration_s,
        demand_percent=row.demand_percent,
        starts=row.starts_civil,
        ends=row.ends_civil,
        earliest=row.earliest,
        deadline=row.deadline,
        pinned=row.pinned,
        started_on=row.started_on,
        progress_percent=row.progress_percent,
        remaining_s=row.remaining_s,
        note=row.note,
    )


def _phase(phase: bytes | None) -> PhaseId | None:
    return None if phase is None else PhaseId(phase)


def _person(person: bytes | None) -> PersonId | None:
    return None if person is None else PersonId(person)
