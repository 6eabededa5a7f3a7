"""The whole plan in one view: engagements, items in their places, links, people and their weeks, conflicts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from engagedesk.domain.civil import Civil, day_of
from engagedesk.domain.ids import ClientId, EngagementId, PersonId, PlanItemId, TaskId
from engagedesk.domain.person import GradeHeld, grade_on
from engagedesk.domain.plan import PlanItem, PlanLinkFacts, PlanMove
from engagedesk.domain.replan import Replan, replan
from engagedesk.domain.states import (
    PhaseState,
    PlanItemKind,
)
from engagedesk.models.engagements import ChargeCode, Client, Engagement, TeamMember
from engagedesk.models.people import Person, PersonGrade
from engagedesk.models.schedule import Baseline, BaselineItem
from engagedesk.services.queries.plan_book import LIVE, PhaseSpan, PlanBook, plan_book
from engagedesk.services.queries.plan_calendars import OffDays
from engagedesk.services.queries.plan_load import PlanLoad, booking_span, plan_load
from engagedesk.services.queries.plan_rows import (
    BaselinePlace,
    BaselineRow,
    PlanBooking,
    PlanEngagement,
    PlanFilter,
    PlanPerson,
    PlanPhase,
    PlanView,
    Shading,
)
from engagedesk.services.queries.selects import client_label

__all__ = [
    "LIVE",
    "BaselinePlace",
    "BaselineRow",
    "OffDays",
    "PlanBooking",
    "PlanEngagement",
    "PlanFilter",
    "PlanPerson",
    "PlanPhase",
    "PlanView",
    "Shading",
    "baselines",
    "initials",
    "moves_of",
    "plan_view",
    "progress",
    "replanned",
]


def plan_view(session: Session, wanted: PlanFilter, *, today: date) -> PlanView:
    """Return the plan that a filter leaves, with the conflicts and people's weeks of the whole live portfolio."""
    book = plan_book(session, today=today, states=wanted.states)
    people = _people(session, today)
    load = plan_load(session, book, [one.id for one in people])
    engagements = _engagements(session, wanted, book, load)
    items = _items(wanted, book, engagements)
    shown = {one.id for one in items}
    if wanted.people or wanted.text:
        kept = {one.engagement for one in items}
        engagements = tuple(e for e in engagements if e.id in kept or _has(wanted.text, f"{e.client} {e.title}"))
    order = [one.id for one in engagements]
    here = frozenset(order)
    links = tuple(
        PlanLinkFacts(
            link.id,
            link.from_id,
            link.to_id,
            link.kind,
            link.lag_s,
            crosses=book.items[link.from_id].engagement != book.items[link.to_id].engagement,
        )
        for link in book.network.links
        if link.from_id in shown or link.to_id in shown
    )
    far = {end for link in links for end in (link.from_id, link.to_id) if end not in shown}
    times = book.times()
    return PlanView(
        engagements=engagements,
        phases=_phases(book, order),
        items=items,
        links=links,
        far=tuple(book.items[one] for one in book.items if one in far),
        people=people,
        bookings=_bookings(book, here),
        times={one: times[one] for one in (*shown, *far)},
        shading=_shading(book, people),
        capacity=load.weeks,
        conflicts=tuple(
            one
            for one in load.conflicts
            if any(e in here for e in one.engagements) or (not one.engagements and not wanted.engagements)
        ),
        baselines=baselines(session),
        baseline=() if wanted.baseline is None else _baseline(session, wanted.baseline),
        today=today,
        book=book,
    )


def replanned(book: PlanBook, moves: Mapping[PlanItemId, tuple[Civil, Civil]]) -> Replan:
    """Return what moving items would push, without writing anything."""
    return replan(book.network, moves, unplaced=book.unplaced)


def moves_of(book: PlanBook, found: Replan) -> tuple[PlanMove, ...]:
    """Return what ``CommitMoves`` has to write of a move and its consequences, each with the version that was seen."""
    return tuple(
        PlanMove(push.id, push.starts, push.ends, book.items[push.id].version)
        for push in (*found.moved, *found.pushes)
        if push.stored
    )


def baselines(session: Session) -> tuple[BaselineRow, ...]:
    """Return every baseline, the newest first."""
    query = (
        select(
            Baseline.id,
            Baseline.engagement_id,
            Baseline.name,
            Baseline.taken_utc,
            func.count(BaselineItem.id).label("items"),
        )
        .outerjoin(BaselineItem, BaselineItem.baseline_id == Baseline.id)
        .group_by(Baseline.id)
        .order_by(Baseline.taken_utc.desc(), Baseline.id.desc())
    )
    return tuple(
        BaselineRow(
            r.id, None if r.engagement_id is None else EngagementId(r.engagement_id), r.name, r.taken_utc, r.items
        )
        for r in session.execute(query)
    )


def _baseline(session: Session, baseline: bytes) -> tuple[BaselinePlace, ...]:
    query = (
        select(
            BaselineItem.item_id,
            BaselineItem.item_kind,
            BaselineItem.engagement_id,
            BaselineItem.name,
            BaselineItem.starts_civil,
            BaselineItem.ends_civil,
            BaselineItem.estimate_s,
        )
        .where(BaselineItem.baseline_id == baseline)
        .order_by(BaselineItem.starts_civil, BaselineItem.id)
    )
    return tuple(
        BaselinePlace(
            PlanItemId(r.item_id),
            r.item_kind,
            EngagementId(r.engagement_id),
            r.name,
            Civil(r.starts_civil),
            Civil(r.ends_civil),
            r.estimate_s,
        )
        for r in session.execute(query)
    )


def _engagements(session: Session, wanted: PlanFilter, book: PlanBook, load: PlanLoad) -> tuple[PlanEngagement, ...]:
    query = (
        select(
            Engagement.id,
            Engagement.client_id,
            client_label.label("client"),
            Client.colour,
            Engagement.title,
            Engagement.service_line,
            Engagement.state,
            Engagement.priority,
            Engagement.starts,
            Engagement.ends,
            Engagement.my_role,
        )
        .join(Client, Client.id == Engagement.client_id)
        .where(Engagement.state.in_(wanted.states))
        .order_by(Engagement.priority, func.lower(client_label), func.lower(Engagement.title), Engagement.id)
    )
    if wanted.engagements:
        query = query.where(Engagement.id.in_(wanted.engagements))
    if wanted.clients:
        query = query.where(Engagement.client_id.in_(wanted.clients))
    if wanted.lines:
        query = query.where(Engagement.service_line.in_(wanted.lines))
    codes: dict[bytes, list[str]] = defaultdict(list)
    for row in session.execute(
        select(ChargeCode.engagement_id, ChargeCode.code)
        .where(ChargeCode.engagement_id.is_not(None))
        .order_by(ChargeCode.position, ChargeCode.code)
    ):
        codes[row.engagement_id].append(row.code)
    tasks = _by(book.items.values(), lambda item: item.engagement)
    return tuple(_engagement(row, codes, tasks.get(row.id, ()), load) for row in session.execute(query))


def _engagement(
    row: Row[Any], codes: Mapping[bytes, Sequence[str]], items: Sequence[PlanItem], load: PlanLoad
) -> PlanEngagement:
    one = EngagementId(row.id)
    return PlanEngagement(
        id=one,
        client_id=ClientId(row.client_id),
        client=row.client,
        colour=row.colour,
        title=row.title,
        service_line=row.service_line,
        state=row.state,
        priority=row.priority,
        codes=tuple(codes.get(one, ())),
        starts=row.starts,
        ends=row.ends,
        progress_percent=progress(items),
        open_gates=load.gates.get(one, ()),
        my_role=row.my_role,
    )


def progress(items: Iterable[PlanItem]) -> int:
    """Return how far tasks are in percent: by their estimates, or by their number where none is estimated."""
    tasks = [item for item in items if item.kind is PlanItemKind.TASK]
    weights = [item.estimate_s or 0 for item in tasks]
    if not any(weights):
        weights = [1] * len(tasks)
    whole = sum(weights)
    parts = (item.progress_percent * weight for item, weight in zip(tasks, weights, strict=True))
    return sum(parts) // whole if whole else 0


def _items(wanted: PlanFilter, book: PlanBook, engagements: Sequence[PlanEngagement]) -> tuple[PlanItem, ...]:
    place = {one.id: number for number, one in enumerate(engagements)}
    names = {one.id: f"{one.client} {one.title}" for one in engagements}
    people = frozenset(wanted.people)
    booked = {b.task for b in book.bookings if b.person in people} if people else frozenset()

    def phase(item: PlanItem) -> PhaseSpan | None:
        return None if item.phase is None else book.phases.get(item.phase)

    def fits(item: PlanItem) -> bool:
        if item.engagement not in place or (item.is_done and not wanted.done):
            return False
        if people and item.owner not in people and item.id not in booked:
            return False
        if not wanted.text:
            return True
        inside = phase(item)
        return _has(wanted.text, f"{names[item.engagement]} {inside.name if inside else ''} {item.name}")

    def order(item: PlanItem) -> tuple[int, int, bytes, bool, int, int, bytes]:
        inside = phase(item)
        return (
            place[item.engagement],
            inside.position if inside else 1_000_000,
            inside.id if inside else b"",
            item.is_point,
            item.position,
            item.starts if item.is_point else 0,
            item.id,
        )

    return tuple(sorted(filter(fits, book.items.values()), key=order))


def _phases(book: PlanBook, engagements: Sequence[EngagementId]) -> tuple[PlanPhase, ...]:
    tasks = _by(book.items.values(), lambda item: item.phase)
    own = _by(book.phases.values(), lambda one: one.engagement)
    return tuple(
        PlanPhase(
            one.id,
            one.engagement,
            one.name,
            one.position,
            one.starts,
            one.ends,
            one.state,
            100 if one.state is PhaseState.DONE else progress(tasks.get(one.id, ())),
        )
        for engagement in engagements
        for one in own.get(engagement, ())
    )


def _people(session: Session, today: date) -> tuple[PlanPerson, ...]:
    held: dict[bytes, list[GradeHeld]] = defaultdict(list)
    for person, grade, since in session.execute(
        select(PersonGrade.person_id, PersonGrade.grade, PersonGrade.valid_from)
    ):
        held[person].append(GradeHeld(valid_from=since, grade=grade))
    roles: dict[bytes, Counter[str]] = defaultdict(Counter)
    for person, role in session.execute(
        select(TeamMember.person_id, TeamMember.role)
        .join(Engagement, Engagement.id == TeamMember.engagement_id)
        .where(Engagement.state.in_(LIVE))
        .order_by(TeamMember.id)
    ):
        roles[person][role] += 1
    return tuple(
        PlanPerson(
            id=PersonId(row.id),
            name=row.name,
            initials=initials(row.name),
            grade=grade_on(held.get(row.id, []), today) or "",
            role=roles[row.id].most_common(1)[0][0] if row.id in roles else "",
            is_me=row.is_me,
        )
        for row in session.execute(
            select(Person.id, Person.name, Person.is_me).order_by(
                Person.is_me.desc(), func.lower(Person.name), Person.id
            )
        )
    )


def initials(name: str) -> str:
    """Return the first letters of a name's first and last word: "Priya Nair" is "PN"."""
    words = name.split()
    return "".join(word[0] for word in ([words[0], words[-1]] if len(words) > 1 else words)).upper()


def _bookings(book: PlanBook, engagements: Collection[EngagementId]) -> tuple[PlanBooking, ...]:
    found: list[PlanBooking] = []
    for one in book.bookings:
        span = booking_span(book, one)
        if one.engagement not in engagements or span is None:
            continue
        own = one.starts is not None and one.ends is not None
        found.append(
            PlanBooking(
                id=one.id,
                engagement=one.engagement,
                task=None if one.task is None else TaskId(one.task),
                person=one.person,
                percent=one.percent,
                starts=day_of(span[0]),
                ends=day_of(span[1]),
                own_days=own,
                version=one.version,
            )
        )
    return tuple(found)


def _shading(book: PlanBook, people: Sequence[PlanPerson]) -> Shading:
    calendars = book.calendars
    days = [*calendars.firm_days, *calendars.events]
    for person in people:
        days.extend(calendars.public_of(person.id))
    return Shading(
        free_weekdays=calendars.free_weekdays(),
        days=tuple(sorted(days, key=lambda one: (one.starts, one.ends, one.person or b"", one.name))),
    )


def _by(items: Iterable[Any], key: Any) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return found


def _has(text: str, where: str) -> bool:
    """Tell whether every word of a search is in a text, letters' case ignored."""
    inside = where.casefold()
    return all(word in inside for word in text[:200].casefold().split())
