"""What the commands about the plan share: which item an id is, its days and amounts, and what refers to it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import or_, select

from engagedesk.domain.days import check_day
from engagedesk.domain.ids import PersonId
from engagedesk.domain.states import PlanItemKind
from engagedesk.errors import UserError
from engagedesk.models.engagements import Deliverable, Milestone, Phase, Task
from engagedesk.models.people import Person
from engagedesk.models.schedule import Booking, PlanLink
from engagedesk.services.command import RecordGone, WriteSession

PlanRow = Task | Milestone | Deliverable


def item_row(session: WriteSession, item: bytes) -> tuple[PlanItemKind, PlanRow]:
    """Return what an id is, and its row; ``RecordGone`` where it is no item of the plan."""
    if (task := session.get(Task, item)) is not None:
        return PlanItemKind.TASK, task
    if (milestone := session.get(Milestone, item)) is not None:
        return PlanItemKind.MILESTONE, milestone
    if (deliverable := session.get(Deliverable, item)) is not None:
        return PlanItemKind.DELIVERABLE, deliverable
    raise RecordGone("record.gone", kind="task")


def forget_item(session: WriteSession, item: bytes) -> None:
    """Remove what refers to an item that goes: its links, and the bookings on it."""
    for link in session.scalars(select(PlanLink).where(or_(PlanLink.from_id == item, PlanLink.to_id == item))):
        session.delete(link)
    for booking in session.scalars(select(Booking).where(Booking.task_id == item)):
        session.delete(booking)


def free_of_phase(session: WriteSession, phase: bytes) -> None:
    """Leave everything that was in a phase without one."""
    rows: list[PlanRow] = [
        *session.scalars(select(Task).where(Task.phase_id == phase)),
        *session.scalars(select(Milestone).where(Milestone.phase_id == phase)),
        *session.scalars(select(Deliverable).where(Deliverable.phase_id == phase)),
    ]
    for row in rows:
        row.phase_id = None


def check_phase(session: WriteSession, phase: bytes | None, engagement: bytes) -> None:
    if phase is not None and session.one(Phase, phase).engagement_id != engagement:
        raise UserError("phase.of_other")


def check_person(session: WriteSession, person: PersonId | None) -> PersonId | None:
    if person is not None:
        session.one(Person, person)
    return person


def maybe_day(day: date | None) -> date | None:
    return None if day is None else check_day(day)


def percent(value: int, code: str, *, least: int = 0, most: int = 100) -> int:
    if not least <= value <= most:
        raise UserError(code, percent=value, least=least, most=most)
    return value
