"""Everything about one engagement that its forms show and change, and what its year came to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Row, func, or_, select
from sqlalchemy.orm import Session

from engagedesk.domain.firm_profile import RateSight
from engagedesk.domain.ids import ClientId, CodeId, EngagementId, PersonId, PhaseId, TaskId
from engagedesk.domain.person import GradeHeld, grade_on
from engagedesk.domain.plan_draft import DateDraft, DateKind, LinkDraft
from engagedesk.domain.roll_forward import EngagementYear, MemberYear, PhaseYear, TaskYear, actual_by_phase
from engagedesk.domain.states import EDITABLE_STATES, GateKind, GateState, PhaseState
from engagedesk.models.engagements import (
    ChargeCode,
    Client,
    Deliverable,
    Engagement,
    Gate,
    Milestone,
    Phase,
    Task,
    TeamMember,
)
from engagedesk.models.people import Person, PersonGrade, RateCard, RateLine
from engagedesk.models.schedule import PlanLink
from engagedesk.models.time import RecordedLine, TimeEntry
from engagedesk.services import rules
from engagedesk.services.commands.engagements import CodeFacts, EngagementFacts
from engagedesk.services.commands.plan_items import DeliverableFacts, TaskPlan
from engagedesk.services.commands.plans import MilestoneFacts, PhaseFacts, TaskFacts
from engagedesk.services.commands.teams import MemberFacts
from engagedesk.services.queries.entries import client_label
from engagedesk.services.queries.plan_forms import task_plan


@dataclass(frozen=True, slots=True)
class CodePart:
    id: CodeId
    version: int
    facts: CodeFacts
    own_s: int


@dataclass(frozen=True, slots=True)
class GatePart:
    kind: GateKind
    state: GateState
    settled_on: date | None
    note: str


@dataclass(frozen=True, slots=True)
class PhasePart:
    id: PhaseId
    version: int
    facts: PhaseFacts


@dataclass(frozen=True, slots=True)
class TaskPart:
    id: TaskId
    version: int
    facts: TaskFacts
    own_s: int
    plan: TaskPlan = field(default_factory=TaskPlan)


@dataclass(frozen=True, slots=True)
class MilestonePart:
    """A date of the plan: a milestone, or a deliverable where ``made`` says more about it."""

    id: bytes
    version: int
    facts: MilestoneFacts
    made: DeliverableFacts | None = None
    owner: PersonId | None = None
    deadline: date | None = None


@dataclass(frozen=True, slots=True)
class MemberPart:
    id: bytes
    version: int
    person: PersonId
    name: str
    grade: str
    """Held today; "" = none is known."""
    is_me: bool
    facts: MemberFacts


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """Somebody who can be put on a team."""

    id: PersonId
    name: str
    grade: str
    is_me: bool


@dataclass(frozen=True, slots=True)
class CardChoice:
    id: bytes
    name: str
    currency: str


@dataclass(frozen=True, slots=True)
class RatePart:
    """One rate that can apply here. ``person`` "" = everybody of the grade; ``here`` = for this engagement alone."""

    id: bytes
    version: int
    grade: str
    person_id: PersonId | None
    person: str
    valid_from: date
    currency: str
    charge_minor_per_h: int
    cost_minor_per_h: int | None
    """None = hidden by the firm profile."""
    here: bool


@dataclass(frozen=True, slots=True)
class EngagementBook:
    """One engagement, with the versions that its forms saw."""

    id: EngagementId
    version: int
    client_id: ClientId
    client: str
    colour: int
    facts: EngagementFacts
    codes: tuple[CodePart, ...]
    gates: tuple[GatePart, ...]
    phases: tuple[PhasePart, ...]
    tasks: tuple[TaskPart, ...]
    milestones: tuple[MilestonePart, ...]
    team: tuple[MemberPart, ...]
    people: tuple[PersonChoice, ...]
    """Everybody known, by name."""
    grades: tuple[str, ...]
    sight: RateSight
    card: CardChoice | None
    cards: tuple[CardChoice, ...]
    rates: tuple[RatePart, ...]
    """Empty where the firm profile hides them."""


@dataclass(frozen=True, slots=True)
class EndingFacts:
    """What closing or archiving an engagement would leave behind."""

    running: bool
    open_entries: int
    open_entries_s: int
    """Draft, ready and returned time, a running timer's left out."""
    awaiting: int
    awaiting_s: int
    open_codes: int
    open_tasks: int
    open_gates: int


def engagement_book(session: Session, engagement: EngagementId, *, today: date) -> EngagementBook | None:
    """Return one engagement with all its parts; None where there is none of this id."""
    row = session.execute(
        select(*Engagement.__table__.columns, client_label.label("label"), Client.colour)
        .join(Client, Client.id == Engagement.client_id)
        .where(Engagement.id == engagement)
    ).one_or_none()
    if row is None:
        return None
    one, sight = row, rules.firm_profile(session).rates
    people = people_known(session, today=today)
    cards = rate_cards(session)
    card = next((card for card in cards if card.id == one.rate_card_id), None)
    seen = sight is not RateSight.NOBODY
    return EngagementBook(
        id=engagement,
        version=one.version,
        client_id=ClientId(one.client_id),
        client=row.label,
        colour=row.colour,
        facts=_facts(one),
        codes=_codes(session, engagement),
        gates=tuple(GatePart(g.kind, g.state, g.settled_on, g.note) for g in _of(session, Gate, engagement, Gate.kind)),
        phases=tuple(
            PhasePart(PhaseId(p.id), p.version, PhaseFacts(p.name, p.starts, p.ends, p.state))
            for p in _of(session, Phase, engagement, Phase.position)
        ),
        tasks=_tasks(session, engagement),
        milestones=_dates(session, engagement),
        team=_team(session, engagement, people),
        people=people,
        grades=grades_known(session),
        sight=sight,
        card=card if seen else None,
        cards=cards if seen else (),
        rates=_rates(session, one, sight) if seen else (),
    )


def people_known(session: Session, *, today: date) -> tuple[PersonChoice, ...]:
    """Return everybody, with the grade held on a day, by name."""
    held: dict[bytes, list[GradeHeld]] = defaultdict(list)
    for person, grade, valid_from in session.execute(
        select(PersonGrade.person_id, PersonGrade.grade, PersonGrade.valid_from)
    ):
        held[person].append(GradeHeld(valid_from=valid_from, grade=grade))
    return tuple(
        PersonChoice(PersonId(row.id), row.name, grade_on(held.get(row.id, []), today) or "", row.is_me)
        for row in session.execute(
            select(Person.id, Person.name, Person.is_me).order_by(func.lower(Person.name), Person.id)
        )
    )


def grades_known(session: Session) -> tuple[str, ...]:
    """Return every grade that somebody holds or a card names, alphabetically."""
    held = session.scalars(select(PersonGrade.grade).distinct()).all()
    named = session.scalars(select(RateLine.grade).distinct()).all()
    return tuple(sorted({*held, *named} - {""}, key=str.casefold))


def rate_cards(session: Session) -> tuple[CardChoice, ...]:
    query = select(RateCard.id, RateCard.name, RateCard.currency).order_by(func.lower(RateCard.name), RateCard.id)
    return tuple(CardChoice(*row) for row in session.execute(query).tuples())


def ending_facts(session: Session, engagement: EngagementId) -> EndingFacts:
    """Return what would stay open on an engagement that ends now."""
    spent = TimeEntry.engagement_id == engagement
    finished = or_(TimeEntry.start_utc.is_(None), TimeEntry.end_utc.is_not(None))
    entries = session.execute(
        select(func.count(), func.coalesce(func.sum(TimeEntry.seconds), 0)).where(
            spent, finished, TimeEntry.state.in_(EDITABLE_STATES)
        )
    ).one()
    awaiting = session.execute(
        select(func.count(), func.coalesce(func.sum(TimeEntry.seconds), 0)).where(
            spent, finished, TimeEntry.code_id.is_(None)
        )
    ).one()
    running = session.scalar(
        select(TimeEntry.id).where(spent, TimeEntry.start_utc.is_not(None), TimeEntry.end_utc.is_(None))
    )
    return EndingFacts(
        running=running is not None,
        open_entries=int(entries[0]),
        open_entries_s=int(entries[1]),
        awaiting=int(awaiting[0]),
        awaiting_s=int(awaiting[1]),
        open_codes=_count(session, ChargeCode, ChargeCode.engagement_id == engagement, ChargeCode.closed.is_(False)),
        open_tasks=_count(session, Task, Task.engagement_id == engagement, Task.done_on.is_(None)),
        open_gates=_count(session, Gate, Gate.engagement_id == engagement, Gate.state == GateState.OPEN),
    )


def engagement_year(session: Session, engagement: EngagementId, *, today: date) -> EngagementYear | None:
    """Return what an engagement's year came to, from everybody's hours; None where there is none of this id."""
    book = engagement_book(session, engagement, today=today)
    if book is None:
        return None
    spans = [(p.id, p.facts.starts, p.facts.ends) for p in book.phases]
    named, by_day, people = _worked(session, engagement)
    actual = actual_by_phase([(bytes(one), starts, ends) for one, starts, ends in spans], named, by_day)
    return EngagementYear(
        title=book.facts.title,
        period_end=book.facts.period_end,
        starts=book.facts.starts,
        ends=book.facts.ends,
        phases=tuple(
            PhaseYear(
                p.facts.name,
                p.facts.starts,
                p.facts.ends,
                max(0, actual.get(p.id, 0)),
                p.facts.state is PhaseState.DONE,
                _task_years(t for t in book.tasks if t.facts.phase == p.id),
                _date_drafts(m for m in book.milestones if m.facts.phase == p.id),
            )
            for p in book.phases
        ),
        tasks=_task_years(t for t in book.tasks if t.facts.phase is None),
        dates=_date_drafts(m for m in book.milestones if m.facts.phase is None),
        team=tuple(
            MemberYear(
                m.person,
                m.name,
                m.facts.role,
                m.facts.planned_s,
                people.get(m.person, 0),
                m.facts.starts,
                m.facts.ends,
            )
            for m in book.team
        ),
        links=_links(session, engagement),
    )


def _worked(session: Session, engagement: EngagementId) -> tuple[dict[bytes, int], dict[date, int], dict[bytes, int]]:
    """Return seconds by named phase, by day without one, and by person; own time from entries, others' by extract."""
    mine = rules.my_id(session)
    named: dict[bytes, int] = defaultdict(int)
    by_day: dict[date, int] = defaultdict(int)
    people: dict[bytes, int] = defaultdict(int)
    task_phase = dict(
        session.execute(select(Task.id, Task.phase_id).where(Task.engagement_id == engagement)).tuples().all()
    )
    own = session.execute(
        select(TimeEntry.phase_id, TimeEntry.task_id, TimeEntry.work_day, func.sum(TimeEntry.seconds))
        .where(TimeEntry.engagement_id == engagement)
        .group_by(TimeEntry.phase_id, TimeEntry.task_id, TimeEntry.work_day)
    )
    for phase, task, day, seconds in own.tuples():
        belongs = phase or (task_phase.get(task) if task is not None else None)
        if belongs is None:
            by_day[day] += int(seconds)
        else:
            named[belongs] += int(seconds)
        if mine is not None:
            people[mine] += int(seconds)
    team = session.execute(
        select(RecordedLine.person_id, RecordedLine.work_day, func.sum(RecordedLine.seconds))
        .where(RecordedLine.engagement_id == engagement, RecordedLine.person_id != (mine or b""))
        .group_by(RecordedLine.person_id, RecordedLine.work_day)
    )
    for person, day, seconds in team.tuples():
        by_day[day] += int(seconds)
        people[person] += int(seconds)
    return named, by_day, people


def _dates(session: Session, engagement: EngagementId) -> tuple[MilestonePart, ...]:
    """Return milestones and deliverables together, by their days."""
    found = [
        MilestonePart(
            m.id,
            m.version,
            MilestoneFacts(m.name, m.due, _phase_id(m.phase_id), m.done_on),
            None,
            _person_id(m.owner_id),
            m.deadline,
        )
        for m in _of(session, Milestone, engagement, Milestone.due)
    ]
    for d in _of(session, Deliverable, engagement, Deliverable.due):
        phase, owner = _phase_id(d.phase_id), _person_id(d.owner_id)
        made = DeliverableFacts(
            d.name,
            d.due,
            phase,
            d.deadline,
            d.state,
            owner,
            d.estimate_s,
            d.progress_percent,
            d.done_on,
            d.pinned,
        )
        facts = MilestoneFacts(d.name, d.due, phase, d.done_on)
        found.append(MilestonePart(d.id, d.version, facts, made, owner, d.deadline))
    return tuple(sorted(found, key=lambda one: (one.facts.due, one.id)))


def _person_id(person: bytes | None) -> PersonId | None:
    return None if person is None else PersonId(person)


def _links(session: Session, engagement: EngagementId) -> tuple[LinkDraft, ...]:
    """Return the links within an engagement, by the hexadecimal ids of their ends."""
    inside = {
        row.id
        for table in (Task, Milestone, Deliverable)
        for row in session.execute(select(table.id).where(table.engagement_id == engagement))
    }
    query = select(PlanLink.from_id, PlanLink.to_id, PlanLink.kind, PlanLink.lag_s).order_by(PlanLink.id)
    return tuple(
        LinkDraft(row.from_id.hex(), row.to_id.hex(), row.kind, row.lag_s)
        for row in session.execute(query)
        if row.from_id in inside and row.to_id in inside
    )


def _task_years(tasks: Iterable[TaskPart]) -> tuple[TaskYear, ...]:
    return tuple(
        TaskYear(
            t.facts.name,
            t.facts.estimate_s,
            max(0, t.own_s),
            t.facts.due,
            t.facts.done_on is not None,
            t.plan.owner,
            t.plan.role,
            t.id.hex(),
            t.plan.basis,
            t.plan.duration_s,
            t.plan.demand_percent,
            t.plan.earliest,
            t.plan.deadline,
        )
        for t in tasks
    )


def _date_drafts(milestones: Iterable[MilestonePart]) -> tuple[DateDraft, ...]:
    return tuple(
        DateDraft(
            m.facts.name,
            m.facts.due,
            DateKind.MILESTONE if m.made is None else DateKind.DELIVERABLE,
            m.owner,
            m.id.hex(),
            m.deadline,
        )
        for m in milestones
    )


def _of(session: Session, table: Any, engagement: EngagementId, order: Any) -> Sequence[Row[Any]]:
    """Return the columns of a table's rows that belong to the engagement."""
    query = select(*table.__table__.columns).where(table.engagement_id == engagement).order_by(order, table.id)
    return session.execute(query).all()


def _facts(row: Row[Any]) -> EngagementFacts:
    return EngagementFacts(
        title=row.title,
        service_line=row.service_line,
        kind=row.kind,
        state=row.state,
        fee=row.fee,
        fee_minor=row.fee_minor,
        fee_cap_minor=row.fee_cap_minor,
        currency=row.currency,
        local_currency=row.local_currency,
        contract=row.contract,
        period_end=row.period_end,
        starts=row.starts,
        ends=row.ends,
        priority=row.priority,
        eqr=row.eqr,
        my_role=row.my_role,
        note=row.note,
    )


def _codes(session: Session, engagement: EngagementId) -> tuple[CodePart, ...]:
    own = _sums(session, TimeEntry.code_id, engagement)
    query = (
        select(*ChargeCode.__table__.columns)
        .where(ChargeCode.engagement_id == engagement)
        .order_by(ChargeCode.position, ChargeCode.code)
    )
    return tuple(
        CodePart(
            CodeId(c.id),
            c.version,
            CodeFacts(c.code, c.activity, c.valid_from, c.valid_to, c.closed, c.closed_on, c.chargeable, c.billable),
            own.get(c.id, 0),
        )
        for c in session.execute(query)
    )


def _tasks(session: Session, engagement: EngagementId) -> tuple[TaskPart, ...]:
    own = _sums(session, TimeEntry.task_id, engagement)
    query = select(*Task.__table__.columns).where(Task.engagement_id == engagement).order_by(Task.position, Task.id)
    return tuple(
        TaskPart(
            TaskId(t.id),
            t.version,
            TaskFacts(t.name, _phase_id(t.phase_id), t.estimate_s, t.due, t.done_on),
            own.get(t.id, 0),
            task_plan(t),
        )
        for t in session.execute(query)
    )


def _team(session: Session, engagement: EngagementId, people: tuple[PersonChoice, ...]) -> tuple[MemberPart, ...]:
    known = {person.id: person for person in people}
    query = select(*TeamMember.__table__.columns).where(TeamMember.engagement_id == engagement).order_by(TeamMember.id)
    found = []
    for m in session.execute(query):
        who = known[PersonId(m.person_id)]
        facts = MemberFacts(m.role, m.starts, m.ends, m.planned_s)
        found.append(MemberPart(m.id, m.version, who.id, who.name, who.grade, who.is_me, facts))
    return tuple(found)


def _rates(session: Session, engagement: Row[Any], sight: RateSight) -> tuple[RatePart, ...]:
    if engagement.rate_card_id is None:
        return ()
    query = (
        select(
            RateLine.id,
            RateLine.version,
            RateLine.grade,
            RateLine.person_id,
            Person.name,
            RateLine.valid_from,
            RateLine.charge_minor_per_h,
            RateLine.cost_minor_per_h,
            RateLine.engagement_id,
            RateCard.currency,
        )
        .join(RateCard, RateCard.id == RateLine.card_id)
        .outerjoin(Person, Person.id == RateLine.person_id)
        .where(
            RateLine.card_id == engagement.rate_card_id,
            or_(RateLine.engagement_id.is_(None), RateLine.engagement_id == engagement.id),
        )
        .order_by(RateLine.engagement_id.is_(None), RateLine.charge_minor_per_h.desc(), RateLine.valid_from.desc())
    )
    return tuple(
        RatePart(
            id=row.id,
            version=row.version,
            grade=row.grade,
            person_id=None if row.person_id is None else PersonId(row.person_id),
            person=row.name or "",
            valid_from=row.valid_from,
            currency=row.currency,
            charge_minor_per_h=row.charge_minor_per_h,
            cost_minor_per_h=row.cost_minor_per_h if sight is RateSight.EVERYTHING else None,
            here=row.engagement_id is not None,
        )
        for row in session.execute(query)
    )


def _sums(session: Session, column: Any, engagement: EngagementId) -> dict[bytes, int]:
    query = (
        select(column, func.sum(TimeEntry.seconds))
        .where(TimeEntry.engagement_id == engagement, column.is_not(None))
        .group_by(column)
    )
    return {row[0]: int(row[1] or 0) for row in session.execute(query)}


def _count(session: Session, table: Any, *conditions: Any) -> int:
    return session.scalar(select(func.count()).select_from(table).where(*conditions)) or 0


def _phase_id(value: bytes | None) -> PhaseId | None:
    return None if value is None else PhaseId(value)
