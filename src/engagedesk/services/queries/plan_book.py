"""The plan as the store has it, every item in its place: what the view, the preview of a move and the commands read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from engagedesk.domain.civil import FIRST_DAY, LAST_DAY, Civil, civil, clamped
from engagedesk.domain.ids import EngagementId, LinkId, PersonId, PhaseId, PlanItemId
from engagedesk.domain.network import Early, Network, NetworkItem, NetworkLink, demanded, horizons, stands
from engagedesk.domain.plan import Placed, PlanItem
from engagedesk.domain.states import EngagementState, PhaseState, PlanItemKind, TaskBasis
from engagedesk.models.engagements import Deliverable, Engagement, Milestone, Phase, Task
from engagedesk.models.schedule import Booking, PlanLink
from engagedesk.services.queries.plan_calendars import Calendars, calendars

LIVE: Final = (EngagementState.PROPOSED, EngagementState.PLANNED, EngagementState.ACTIVE, EngagementState.ON_HOLD)


@dataclass(frozen=True, slots=True)
class PhaseSpan:
    id: PhaseId
    engagement: EngagementId
    name: str
    position: int
    starts: date | None
    ends: date | None
    state: PhaseState


@dataclass(frozen=True, slots=True)
class EngagementSpan:
    id: EngagementId
    starts: date | None
    ends: date | None
    live: bool
    """What is not live neither loads anybody nor is in conflict."""


@dataclass(frozen=True, slots=True)
class BookingFact:
    id: bytes
    engagement: EngagementId
    task: PlanItemId | None
    person: PersonId
    percent: int
    starts: date | None
    ends: date | None
    version: int


@dataclass(frozen=True, slots=True)
class PlanBook:
    """One reading of the plan."""

    today: date
    calendars: Calendars
    engagements: Mapping[EngagementId, EngagementSpan]
    phases: Mapping[PhaseId, PhaseSpan]
    items: Mapping[PlanItemId, PlanItem]
    bookings: tuple[BookingFact, ...]
    network: Network
    unplaced: frozenset[PlanItemId]

    def times(self) -> dict[PlanItemId, Placed]:
        """Return early and late dates, slack, and what is critical, of every item."""
        network = self.network
        early = network.early()
        whole = max((place.ends for place in early.values()), default=Civil(0))
        ends = horizons(early, lambda one: self.items[one].engagement)
        late = network.late(early, lambda one: ends[self.items[one].engagement])
        over_all = network.late(early, lambda _: whole)
        return {
            one: Placed(
                early_starts=place.starts,
                early_ends=place.ends,
                late_starts=late[one].starts,
                late_ends=late[one].ends,
                slack_s=late[one].slack_s,
                critical=late[one].slack_s <= 0 and not self.items[one].is_done,
                portfolio_slack_s=over_all[one].slack_s,
                portfolio_critical=over_all[one].slack_s <= 0 and not self.items[one].is_done,
            )
            for one, place in early.items()
        }


def plan_book(
    session: Session, *, today: date, states: Collection[EngagementState] = LIVE, shared: Calendars | None = None
) -> PlanBook:
    """Read the plan of engagements in these states, and of all live ones, with what they are linked to."""
    found = shared or calendars(session, today=today)
    wanted = set(states) | set(LIVE)
    engagements = {
        EngagementId(row.id): EngagementSpan(EngagementId(row.id), row.starts, row.ends, row.state in LIVE)
        for row in session.execute(
            select(Engagement.id, Engagement.starts, Engagement.ends, Engagement.state).where(
                Engagement.state.in_(wanted)
            )
        )
    }
    phases = {
        one.id: one
        for one in (
            PhaseSpan(PhaseId(r.id), EngagementId(r.engagement_id), r.name, r.position, r.starts, r.ends, r.state)
            for r in session.execute(
                select(
                    Phase.id,
                    Phase.engagement_id,
                    Phase.name,
                    Phase.position,
                    Phase.starts,
                    Phase.ends,
                    Phase.state,
                ).order_by(Phase.position, Phase.id)
            )
        )
        if one.engagement in engagements
    }
    bookings = _bookings(session, engagements)
    people: dict[PlanItemId, list[BookingFact]] = defaultdict(list)
    for booking in bookings:
        if booking.task is not None:
            people[booking.task].append(booking)
    items: dict[PlanItemId, PlanItem] = {}
    nodes: dict[PlanItemId, NetworkItem] = {}
    for row in _rows(session, Task):
        if row.engagement_id in engagements:
            item = _task(row)
            booked = people.get(item.id, [])
            node = _task_node(
                item,
                found,
                who=_doer(item, booked),
                percent=sum(b.percent for b in booked),
                floor=_floor(item, phases, engagements, today=today),
            )
            items[item.id], nodes[item.id] = item, node
    for table, kind in ((Milestone, PlanItemKind.MILESTONE), (Deliverable, PlanItemKind.DELIVERABLE)):
        for row in _rows(session, table):
            if row.engagement_id in engagements:
                item = _point(row, kind, found)
                items[item.id], nodes[item.id] = item, _point_node(item, found)
    links = [
        NetworkLink(LinkId(r.id), PlanItemId(r.from_id), PlanItemId(r.to_id), r.kind, r.lag_s)
        for r in session.execute(
            select(PlanLink.id, PlanLink.from_id, PlanLink.to_id, PlanLink.kind, PlanLink.lag_s).order_by(PlanLink.id)
        )
    ]
    unplaced = frozenset(
        one for one, item in items.items() if not item.placed and not nodes[one].fixed and not item.is_point
    )
    network = Network(nodes.values(), links)
    places = put(network, unplaced)
    for one, place in places.items():
        if place.starts != items[one].starts or place.ends != items[one].ends:
            items[one] = replace(items[one], starts=place.starts, ends=place.ends)
    network.items = {
        one: node if one not in unplaced else replace(node, starts=places[one].starts, ends=places[one].ends)
        for one, node in network.items.items()
    }
    return PlanBook(today, found, engagements, phases, items, bookings, network, unplaced)


def rebooked(book: PlanBook, bookings: tuple[BookingFact, ...], task: PlanItemId) -> PlanBook:
    """Return the plan with other bookings, all of whose difference is on one task.

    A task without a place of its own takes its length and its working hours from who is booked on it, and what waits
    for it follows; one that was put somewhere stays.
    """
    item = book.items[task]
    changed = replace(book, bookings=bookings)
    if task not in book.unplaced:
        return changed
    node = _task_node(
        item,
        book.calendars,
        who=_doer(item, booked := [one for one in bookings if one.task == task]),
        percent=sum(one.percent for one in booked),
        floor=book.network.items[task].not_before or item.starts,
    )
    network = Network({**book.network.items, task: node}.values(), book.network.links)
    places = put(network, book.unplaced)
    items = {
        one: replace(it, starts=places[one].starts, ends=places[one].ends) if one in book.unplaced else it
        for one, it in book.items.items()
    }
    return replace(changed, items=items, network=network)


def _doer(item: PlanItem, booked: Sequence[BookingFact]) -> PersonId | None:
    """Return whose hours a task is reckoned in: its owner's, or those of the one who is booked on it alone."""
    return item.owner or (booked[0].person if len({one.person for one in booked}) == 1 else None)


def put(network: Network, unplaced: Collection[PlanItemId]) -> dict[PlanItemId, Early]:
    """Return where everything stands: what has no place as early as its links to the others allow."""
    places: dict[PlanItemId, Early] = {}
    for one in network.order:
        item = network.items[one]
        if one in unplaced:
            needed = [demanded(link, item, places[link.from_id]) for link in network.waits.get(one, ())]
            places[one] = stands(item, needed, item.starts if item.not_before is None else item.not_before)
        else:
            places[one] = Early(item.starts, item.ends)
    return places


def duration_of(item: PlanItem, *, percent: int, usual_day_s: int) -> int:
    """Return the working time that a task takes from start to end; ``percent`` is what is booked on it, 0 = nobody.

    A task that nobody estimated takes a day.
    """
    if item.basis is TaskBasis.DURATION and item.duration_s is not None:
        return item.duration_s
    if item.estimate_s is None:
        return usual_day_s
    return -(-item.estimate_s * 100 // max(1, percent or item.demand_percent))


def _task(row: Row[Any]) -> PlanItem:
    placed = row.starts_civil is not None
    return PlanItem(
        id=PlanItemId(row.id),
        kind=PlanItemKind.TASK,
        engagement=EngagementId(row.engagement_id),
        phase=None if row.phase_id is None else PhaseId(row.phase_id),
        name=row.name,
        position=row.position,
        owner=None if row.owner_id is None else PersonId(row.owner_id),
        starts=clamped(row.starts_civil) if placed else Civil(0),
        ends=clamped(row.ends_civil) if placed else Civil(0),
        placed=placed,
        due=row.due,
        deadline=row.deadline,
        earliest=row.earliest,
        pinned=row.pinned,
        started_on=row.started_on,
        done_on=row.done_on,
        progress_percent=100 if row.done_on is not None else row.progress_percent,
        estimate_s=row.estimate_s,
        remaining_s=row.remaining_s,
        duration_s=row.duration_s,
        basis=row.basis,
        demand_percent=row.demand_percent,
        role=row.role,
        version=row.version,
    )


def _point(row: Row[Any], kind: PlanItemKind, found: Calendars) -> PlanItem:
    at = found.firm.due_at(_inside(row.due))
    made = kind is PlanItemKind.DELIVERABLE
    return PlanItem(
        id=PlanItemId(row.id),
        kind=kind,
        engagement=EngagementId(row.engagement_id),
        phase=None if row.phase_id is None else PhaseId(row.phase_id),
        name=row.name,
        position=0,
        owner=None if row.owner_id is None else PersonId(row.owner_id),
        starts=at,
        ends=at,
        placed=True,
        due=row.due,
        deadline=row.deadline,
        pinned=row.pinned,
        done_on=row.done_on,
        progress_percent=100 if row.done_on is not None else row.progress_percent if made else 0,
        estimate_s=row.estimate_s if made else None,
        state=row.state if made else None,
        version=row.version,
    )


def _point_node(item: PlanItem, found: Calendars) -> NetworkItem:
    return NetworkItem(
        id=item.id,
        calendar=found.firm,
        duration_s=0,
        starts=item.starts,
        ends=item.ends,
        fixed=item.stays,
        point=True,
        done=item.is_done,
        deadline=None if item.deadline is None else found.firm.due_at(_inside(item.deadline)),
    )


def _task_node(item: PlanItem, found: Calendars, *, who: PersonId | None, percent: int, floor: Civil) -> NetworkItem:
    calendar = found.of(who, item.engagement)
    needs = duration_of(item, percent=percent, usual_day_s=calendar.usual_day_s())
    starts, ends, fixed = item.starts, item.ends, item.pinned and item.placed
    if item.placed:
        # Nothing but leave between its ends: it still takes what it takes when it is moved.
        needs = calendar.between(starts, ends) or (0 if starts == ends else needs)
        fixed = fixed or item.stays
    elif item.done_on is not None:
        ends = calendar.due_at(_inside(item.done_on))
        starts = calendar.next_start(civil(_inside(item.started_on))) if item.started_on else calendar.add(ends, -needs)
        starts, fixed = Civil(min(starts, ends)), True
        needs = calendar.between(starts, ends)
    elif item.started_on is not None:
        starts = calendar.next_start(civil(_inside(item.started_on)))
        ends, fixed = calendar.add(starts, needs), True
    else:
        starts = ends = floor
    return NetworkItem(
        id=item.id,
        calendar=calendar,
        duration_s=needs,
        starts=starts,
        ends=ends,
        not_before=None if item.placed else floor,
        fixed=fixed,
        done=item.is_done,
        deadline=None if item.deadline is None else calendar.due_at(_inside(item.deadline)),
    )


def _floor(
    item: PlanItem,
    phases: Mapping[PhaseId, PhaseSpan],
    engagements: Mapping[EngagementId, EngagementSpan],
    *,
    today: date,
) -> Civil:
    """Return before when a task without a place does not stand.

    What was not begun cannot begin in the past, unless its phase is over.
    """
    phase = phases.get(item.phase) if item.phase is not None else None
    begins = (phase.starts if phase else None) or engagements[item.engagement].starts
    if begins is None or phase is None or phase.state is not PhaseState.DONE:
        begins = max(begins or today, today)
    return civil(_inside(max(begins, item.earliest or begins)))


def _inside(day: date) -> date:
    return min(max(day, FIRST_DAY), LAST_DAY)


def _bookings(session: Session, engagements: Collection[EngagementId]) -> tuple[BookingFact, ...]:
    columns = Booking.__table__.columns
    rows = session.execute(select(*columns).order_by(Booking.starts, Booking.id))
    return tuple(
        BookingFact(
            r.id,
            EngagementId(r.engagement_id),
            None if r.task_id is None else PlanItemId(r.task_id),
            PersonId(r.person_id),
            r.percent,
            r.starts,
            r.ends,
            r.version,
        )
        for r in rows
        if r.engagement_id in engagements
    )


def _rows(session: Session, table: Any) -> list[Row[Any]]:
    order = (table.position, table.id) if table is Task else (table.due, table.id)
    return list(session.execute(select(*table.__table__.columns).order_by(*order)))
