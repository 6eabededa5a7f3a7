"""Who is needed when, and what of it does not fit: read from one reading of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from engagedesk.domain.capacity import Load, Share, capacity, weeks_between
from engagedesk.domain.civil import LAST_DAY, Civil, civil
from engagedesk.domain.conflicts import Absence, PlanFacts, find_conflicts
from engagedesk.domain.engagement import Gate as GateFact
from engagedesk.domain.engagement import open_gates
from engagedesk.domain.ids import EngagementId, PersonId, PlanItemId
from engagedesk.domain.plan import Conflict, PersonWeek, PlanItem
from engagedesk.domain.states import GateKind, PlanItemKind, TaskBasis
from engagedesk.models.engagements import Gate
from engagedesk.services.queries.plan_book import BookingFact, PlanBook

WEEKS_BEFORE: Final = 4
WEEKS_AFTER: Final = 40


@dataclass(frozen=True, slots=True)
class PlanLoad:
    """People's weeks around today, and the conflicts of everything that is live."""

    weeks: tuple[PersonWeek, ...]
    conflicts: tuple[Conflict, ...]
    gates: dict[EngagementId, tuple[GateKind, ...]]
    shares: dict[tuple[PersonId, date], tuple[Share, ...]]


def plan_load(session: Session, book: PlanBook, people: Sequence[PersonId]) -> PlanLoad:
    """Return the weeks of these people, and the conflicts of the live portfolio."""
    loads = loads_of(book)
    gone = {person: day for person in people if (day := book.calendars.gone(person)) is not None}
    weeks, shares = capacity(
        people,
        loads,
        book.calendars.of,
        weeks=weeks_between(book.today - timedelta(weeks=WEEKS_BEFORE), book.today + timedelta(weeks=WEEKS_AFTER)),
        gone=gone,
    )
    gates = _open_gates(session, book.today)
    live = {one: item for one, item in book.items.items() if book.engagements[item.engagement].live}
    absences = [
        Absence(person, days.starts, days.ends) for person in people for days in book.calendars.away(person)
    ] + [Absence(person, day + timedelta(days=1), LAST_DAY) for person, day in gone.items() if day < LAST_DAY]
    conflicts = find_conflicts(
        PlanFacts(
            today=book.today,
            network=book.network,
            items=live,
            booked=frozenset(b.task for b in book.bookings if b.task is not None),
            loads=loads,
            weeks=weeks,
            shares=shares,
            absences=absences,
            gates={e: found for e, found in gates.items() if e in book.engagements and book.engagements[e].live},
        )
    )
    return PlanLoad(weeks, conflicts, gates, shares)


def loads_of(book: PlanBook) -> tuple[Load, ...]:
    """Return what takes people's time: bookings, and the owner's work on tasks that nobody is booked on."""
    found: list[Load] = []
    booked: set[PlanItemId] = set()
    for booking in book.bookings:
        if booking.task is not None:
            booked.add(booking.task)
        if book.engagements[booking.engagement].live:
            load = _booked(book, booking)
            if load is not None:
                found.append(load)
    begins = civil(book.today)
    for item in book.items.values():
        if item.kind is not PlanItemKind.TASK or item.owner is None or item.id in booked or item.is_done:
            continue
        if book.engagements[item.engagement].live:
            load = _owned(item, item.owner, begins=begins)
            if load is not None:
                found.append(load)
    return tuple(found)


def booking_span(book: PlanBook, booking: BookingFact) -> tuple[Civil, Civil] | None:
    """Return from when to when a booking counts; None where it names a task that is not in the plan."""
    task = book.items.get(booking.task) if booking.task is not None else None
    if booking.starts is not None and booking.ends is not None:
        return civil(booking.starts), civil(min(booking.ends, LAST_DAY), 86_399)
    return None if task is None else (task.starts, task.ends)


def _booked(book: PlanBook, booking: BookingFact) -> Load | None:
    task = book.items.get(booking.task) if booking.task is not None else None
    span = booking_span(book, booking)
    if span is None or (task is not None and task.is_done):
        return None
    return Load(booking.person, booking.engagement, booking.task, *span, percent=booking.percent)


def _owned(item: PlanItem, owner: PersonId, *, begins: Civil) -> Load | None:
    """Return what is left of a task, spread over what is left of its time; what should be over takes no week."""
    if item.basis is TaskBasis.DURATION:
        return Load(owner, item.engagement, item.id, item.starts, item.ends, percent=item.demand_percent)
    starts = Civil(max(item.starts, begins))
    if item.left_s == 0 or item.ends <= starts:
        return None
    return Load(owner, item.engagement, item.id, starts, item.ends, work_s=item.left_s)


def _open_gates(session: Session, today: date) -> dict[EngagementId, tuple[GateKind, ...]]:
    found: dict[EngagementId, list[GateFact]] = {}
    for row in session.execute(select(Gate.engagement_id, Gate.kind, Gate.state, Gate.settled_on)):
        found.setdefault(EngagementId(row.engagement_id), []).append(GateFact(row.kind, row.state, row.settled_on))
    return {one: still for one, gates in found.items() if (still := open_gates(gates, today))}
