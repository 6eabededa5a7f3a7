"""Engagements as rows: the list, the sidebar, and one engagement's page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, func, literal_column, or_, select, union_all
from sqlalchemy.orm import Session

from engagedesk.domain.days import Week
from engagedesk.domain.engagement import CodeRule, open_gates, standing
from engagedesk.domain.engagement import Gate as GateFact
from engagedesk.domain.ids import ClientId, CodeId, EngagementId, PersonId
from engagedesk.domain.person import GradeHeld, grade_on
from engagedesk.domain.states import CodeStanding, EngagementState, PhaseState
from engagedesk.models.engagements import (
    ChargeCode,
    Client,
    Deliverable,
    Engagement,
    Gate,
    Milestone,
    Phase,
    TeamMember,
)
from engagedesk.models.imports import ImportBatch
from engagedesk.models.people import Person, PersonGrade
from engagedesk.models.time import RecordedLine, TimeEntry
from engagedesk.services import rules
from engagedesk.services.queries.entries import (
    client_hidden,
    client_label,
    entries_touching,
    entry_row,
    entry_select,
    seconds_by_day,
)
from engagedesk.services.queries.history import history
from engagedesk.services.queries.rows import CodeRow, EngagementPage, EngagementRow, GateRow, PhaseRow, TeamRow

LISTED = (EngagementState.PROPOSED, EngagementState.PLANNED, EngagementState.ACTIVE, EngagementState.ON_HOLD)
_COLUMNS = (
    "id",
    "client_id",
    "title",
    "service_line",
    "state",
    "my_role",
    "fee",
    "fee_minor",
    "fee_cap_minor",
    "currency",
    "note",
)


@dataclass(frozen=True, slots=True)
class _Totals:
    own_week: dict[bytes, int]
    own_total: dict[bytes, int]
    team_total: dict[bytes, int]
    awaiting: dict[bytes, int]
    last_day: dict[bytes, date]


def engagements(
    session: Session,
    *,
    today: date,
    states: Sequence[EngagementState] | None = LISTED,
    only: Sequence[bytes] | None = None,
) -> tuple[EngagementRow, ...]:
    """Return engagements by priority, then next date, then name; ``states`` None = all, ``only`` = these ids."""
    query = select(
        *(getattr(Engagement, name) for name in _COLUMNS),
        client_label.label("label"),
        Client.name,
        Client.short_name,
        Client.colour,
        client_hidden.label("hidden"),
    ).join(Client, Client.id == Engagement.client_id)
    if states is not None:
        query = query.where(Engagement.state.in_(states))
    if only is not None:
        query = query.where(Engagement.id.in_(only))
    found = session.execute(query).all()
    ids = [row.id for row in found]
    codes = _codes(session, ids)
    phases = _phases(session, ids)
    next_dates = _next_dates(session, ids)
    gates = _gates(session, ids)
    totals = _totals(session, ids, today=today)
    hidden = tuple(
        dict.fromkeys((name, row.label) for row in found if row.hidden for name in (row.name, row.short_name))
    )
    rows = [
        _row(
            row,
            note=_said_of(row.note, hidden),
            codes=codes.get(row.id, []),
            phases=phases.get(row.id, []),
            next_date=next_dates.get(row.id),
            gates=gates.get(row.id, []),
            totals=totals,
            today=today,
        )
        for row in found
    ]
    return tuple(sorted(rows, key=lambda r: (r.next_date is None, r.next_date or today, r.short.casefold(), r.title)))


def engagement_page(session: Session, engagement: EngagementId, *, today: date) -> EngagementPage | None:
    """Return one engagement's page; None where there is none of this id."""
    everything = engagements(session, today=today, states=None)
    row = next((r for r in everything if r.id == engagement), None)
    if row is None:
        return None
    listed = [r.id for r in everything if r.state in LISTED or r.id == engagement]
    facts = session.execute(
        select(
            Engagement.period_end,
            Engagement.starts,
            Engagement.ends,
            Engagement.contract,
            Engagement.local_currency,
            Engagement.priority,
        ).where(Engagement.id == engagement)
    ).one()
    profile = rules.firm_profile(session)
    week = Week.of(today, week_end=profile.week_end)
    mine = session.execute(
        entry_select()
        .where(TimeEntry.engagement_id == engagement, TimeEntry.work_day >= week.first, TimeEntry.work_day <= week.last)
        .order_by(TimeEntry.work_day.desc(), TimeEntry.start_utc.desc())
    )
    return EngagementPage(
        row=row,
        position=listed.index(engagement) + 1,
        count=len(listed),
        period_end=facts.period_end,
        starts=facts.starts,
        ends=facts.ends,
        contract=facts.contract,
        local_currency=facts.local_currency,
        priority=facts.priority,
        extract_date=extract_date(session),
        gates=tuple(
            GateRow(gate.kind, gate.state, gate.settled_on, gate.note)
            for gate in session.execute(
                select(Gate.kind, Gate.state, Gate.settled_on, Gate.note)
                .where(Gate.engagement_id == engagement)
                .order_by(Gate.kind)
            )
        ),
        phases=_phase_rows(session, engagement),
        team=_team_rows(session, engagement, today),
        codes=_code_rows(session, engagement, today),
        my_entries=tuple(entry_row(one) for one in mine),
        week_label=week.label,
        my_week_s=row.own_week_s,
        history=tuple(reversed(history(session, engagement)))[:12],
    )


def engagement_by_code(session: Session, text: str) -> tuple[EngagementId, ...]:
    """Return the engagements that a code, a client name, a short name or a title names, case ignored."""
    wanted = text.strip()
    query = (
        select(Engagement.id)
        .join(Client, Client.id == Engagement.client_id)
        .outerjoin(ChargeCode, ChargeCode.engagement_id == Engagement.id)
        .where(
            or_(
                func.lower(ChargeCode.code) == wanted.lower(),
                func.lower(Client.name) == wanted.lower(),
                func.lower(Client.short_name) == wanted.lower(),
                func.lower(Client.code_name) == wanted.lower(),
                func.lower(Engagement.title) == wanted.lower(),
                func.lower(Client.short_name + " " + Engagement.title) == wanted.lower(),
            )
        )
        .distinct()
    )
    return tuple(EngagementId(one) for one in session.scalars(query))


def extract_date(session: Session) -> date | None:
    """Return the date of the latest team extract that is not undone; None where none was imported."""
    return session.scalar(
        select(func.max(ImportBatch.as_of)).where(ImportBatch.kind == "recorded", ImportBatch.undone_utc.is_(None))
    )


def _row(
    row: Row[Any],
    *,
    note: str,
    codes: list[Row[Any]],
    phases: list[Row[Any]],
    next_date: tuple[date, str] | None,
    gates: list[Row[Any]],
    totals: _Totals,
    today: date,
) -> EngagementRow:
    one = row
    ended = {CodeStanding.CLOSED, CodeStanding.EXPIRED}
    standings = {c.code: standing(CodeRule(c.valid_from, c.valid_to, not c.closed), today) for c in codes}
    return EngagementRow(
        id=EngagementId(one.id),
        client_id=ClientId(one.client_id),
        client=row.label if row.hidden else row.name,
        short=row.label,
        title=one.title,
        service_line=one.service_line,
        state=one.state,
        colour=row.colour,
        codes=tuple(c.code for c in codes),
        closed_codes=tuple(code for code, how in standings.items() if how in ended),
        phase=_current_phase(phases),
        my_role=one.my_role,
        fee=one.fee,
        fee_minor=one.fee_minor,
        fee_cap_minor=one.fee_cap_minor,
        currency=one.currency,
        next_date=None if next_date is None else next_date[0],
        next_date_what="" if next_date is None else next_date[1],
        open_gates=open_gates((GateFact(g.kind, g.state, g.settled_on) for g in gates), today),
        own_week_s=totals.own_week.get(one.id, 0),
        own_total_s=totals.own_total.get(one.id, 0),
        team_total_s=totals.own_total.get(one.id, 0) + totals.team_total.get(one.id, 0),
        awaiting_code_s=totals.awaiting.get(one.id, 0),
        last_day=totals.last_day.get(one.id),
        note=note,
    )


def _said_of(note: str, hidden: tuple[tuple[str, str], ...]) -> str:
    """Return what stands out in an engagement without the names of clients that are hidden."""
    if not note or not hidden:
        return note
    # Seldom needed, and not at a start where nobody is hidden.
    from engagedesk.domain.redaction import by_code_names

    return by_code_names(note, hidden)


def _current_phase(phases: list[Row[Any]]) -> str:
    active = [p.name for p in phases if p.state is PhaseState.ACTIVE]
    if active:
        return str(active[-1])
    waiting = [p.name for p in phases if p.state is PhaseState.PLANNED]
    return str(waiting[0]) if waiting else (str(phases[-1].name) if phases else "")


def _codes(session: Session, ids: Iterable[bytes]) -> dict[bytes, list[Row[Any]]]:
    query = (
        select(ChargeCode.engagement_id, ChargeCode.code, ChargeCode.valid_from, ChargeCode.valid_to, ChargeCode.closed)
        .where(ChargeCode.engagement_id.in_(list(ids)))
        .order_by(ChargeCode.position, ChargeCode.code)
    )
    return _grouped(session.execute(query).all())


def _phases(session: Session, ids: Iterable[bytes]) -> dict[bytes, list[Row[Any]]]:
    query = (
        select(Phase.engagement_id, Phase.name, Phase.state)
        .where(Phase.engagement_id.in_(list(ids)))
        .order_by(Phase.position)
    )
    return _grouped(session.execute(query).all())


def _gates(session: Session, ids: Iterable[bytes]) -> dict[bytes, list[Row[Any]]]:
    query = select(Gate.engagement_id, Gate.kind, Gate.state, Gate.settled_on).where(Gate.engagement_id.in_(list(ids)))
    return _grouped(session.execute(query).all())


def _next_dates(session: Session, ids: Iterable[bytes]) -> dict[bytes, tuple[date, str]]:
    wanted = list(ids)
    # A date that passed without being done stays the next one: it is late, not gone.
    query = union_all(
        *(
            select(table.engagement_id, table.due, table.name).where(
                table.engagement_id.in_(wanted), table.done_on.is_(None)
            )
            for table in (Milestone, Deliverable)
        )
    ).order_by(literal_column("due").desc(), literal_column("name").desc())
    return {row.engagement_id: (row.due, row.name) for row in session.execute(query)}


def _grouped(rows: Sequence[Row[Any]]) -> dict[bytes, list[Row[Any]]]:
    grouped: dict[bytes, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        grouped[row[0]].append(row)
    return grouped


def _totals(session: Session, ids: Sequence[bytes], *, today: date) -> _Totals:
    """Return the hours of these engagements: those of years of others are not read."""
    profile = rules.firm_profile(session)
    week = Week.of(today, week_end=profile.week_end)
    own = session.execute(
        select(
            TimeEntry.engagement_id,
            func.sum(TimeEntry.seconds),
            func.max(TimeEntry.work_day),
        )
        .where(TimeEntry.engagement_id.in_(ids))
        .group_by(TimeEntry.engagement_id)
    ).all()
    awaiting = session.execute(
        select(TimeEntry.engagement_id, func.sum(TimeEntry.seconds))
        .where(TimeEntry.code_id.is_(None), TimeEntry.engagement_id.is_not(None))
        .group_by(TimeEntry.engagement_id)
    )
    mine = rules.my_id(session)
    team = session.execute(
        select(RecordedLine.engagement_id, func.sum(RecordedLine.seconds))
        .where(RecordedLine.engagement_id.in_(ids), RecordedLine.person_id != (mine or b""))
        .group_by(RecordedLine.engagement_id)
    )
    return _Totals(
        own_week=_week_seconds(session, week),
        own_total={row[0]: int(row[1]) for row in own},
        team_total={row[0]: int(row[1]) for row in team},
        awaiting={row[0]: int(row[1]) for row in awaiting},
        last_day={row[0]: row[2] for row in own},
    )


def _week_seconds(session: Session, week: Week) -> dict[bytes, int]:
    """Return each engagement's seconds in a week, entries over its first and last midnight shared out."""
    days = rules.work_days(session)
    inside = set(week.days)
    totals: dict[bytes, int] = defaultdict(int)
    for row in entries_touching(session, week.first, week.last):
        if row.engagement_id is not None:
            totals[row.engagement_id] += sum(s for day, s in seconds_by_day(row, days) if day in inside)
    return totals


def _phase_rows(session: Session, engagement: EngagementId) -> tuple[PhaseRow, ...]:
    own = dict(
        session.execute(
            select(TimeEntry.phase_id, func.sum(TimeEntry.seconds))
            .where(TimeEntry.engagement_id == engagement, TimeEntry.phase_id.is_not(None))
            .group_by(TimeEntry.phase_id)
        )
        .tuples()
        .all()
    )
    query = (
        select(Phase.id, Phase.name, Phase.starts, Phase.ends, Phase.state)
        .where(Phase.engagement_id == engagement)
        .order_by(Phase.position)
    )
    return tuple(
        PhaseRow(row.id, row.name, row.starts, row.ends, row.state, int(own.get(row.id, 0) or 0))
        for row in session.execute(query)
    )


def _team_rows(session: Session, engagement: EngagementId, today: date) -> tuple[TeamRow, ...]:
    recorded = dict(
        session.execute(
            select(RecordedLine.person_id, func.sum(RecordedLine.seconds))
            .where(RecordedLine.engagement_id == engagement)
            .group_by(RecordedLine.person_id)
        )
        .tuples()
        .all()
    )
    own = session.scalar(
        select(func.coalesce(func.sum(TimeEntry.seconds), 0)).where(TimeEntry.engagement_id == engagement)
    )
    grades: dict[bytes, list[GradeHeld]] = defaultdict(list)
    for person_id, grade, valid_from in session.execute(
        select(PersonGrade.person_id, PersonGrade.grade, PersonGrade.valid_from)
    ):
        grades[person_id].append(GradeHeld(valid_from=valid_from, grade=grade))
    query = (
        select(TeamMember.id, TeamMember.person_id, TeamMember.role, Person.name, Person.is_me)
        .join(Person, Person.id == TeamMember.person_id)
        .where(TeamMember.engagement_id == engagement)
        .order_by(TeamMember.id)
    )
    return tuple(
        TeamRow(
            person_id=PersonId(row.person_id),
            name=row.name,
            grade=grade_on(grades.get(row.person_id, []), today) or "",
            role=row.role,
            is_me=row.is_me,
            seconds=int(own or 0) if row.is_me else int(recorded.get(row.person_id, 0) or 0),
            member_id=row.id,
        )
        for row in session.execute(query)
    )


def _code_rows(session: Session, engagement: EngagementId, today: date) -> tuple[CodeRow, ...]:
    own = _sums(
        session,
        select(TimeEntry.code_id, func.sum(TimeEntry.seconds))
        .where(TimeEntry.engagement_id == engagement)
        .group_by(TimeEntry.code_id),
    )
    mine = rules.my_id(session)
    team = _sums(
        session,
        select(RecordedLine.code_id, func.sum(RecordedLine.seconds))
        .where(RecordedLine.engagement_id == engagement, RecordedLine.person_id != (mine or b""))
        .group_by(RecordedLine.code_id),
    )
    query = (
        select(
            ChargeCode.id,
            ChargeCode.code,
            ChargeCode.activity,
            ChargeCode.valid_from,
            ChargeCode.valid_to,
            ChargeCode.closed,
            ChargeCode.chargeable,
            ChargeCode.billable,
        )
        .where(ChargeCode.engagement_id == engagement)
        .order_by(ChargeCode.position, ChargeCode.code)
    )
    return tuple(
        CodeRow(
            id=CodeId(row.id),
            code=row.code,
            activity=row.activity,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            standing=standing(CodeRule(row.valid_from, row.valid_to, not row.closed), today),
            chargeable=row.chargeable,
            billable=row.billable,
            own_s=own.get(row.id, 0),
            team_s=own.get(row.id, 0) + team.get(row.id, 0),
        )
        for row in session.execute(query)
    )


def _sums(session: Session, query: Any) -> dict[bytes, int]:
    return {row[0]: int(row[1] or 0) for row in session.execute(query)}
