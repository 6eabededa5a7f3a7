"""The list of engagements as a person narrows and orders it: both in SQL, so that ten years of them stay quick."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, and_, case, exists, func, not_, or_, select
from sqlalchemy.orm import Session

from engagedesk.domain.days import Week
from engagedesk.domain.ids import ClientId, EngagementId
from engagedesk.domain.states import EngagementState, GateState, PhaseState, ServiceLine
from engagedesk.models.engagements import ChargeCode, Client, Deliverable, Engagement, Gate, Milestone, Phase
from engagedesk.models.time import RecordedLine, TimeEntry
from engagedesk.services import rules
from engagedesk.services.queries.engagements import LISTED, engagements
from engagedesk.services.queries.entries import client_label
from engagedesk.services.queries.rows import EngagementRow

SEARCHED_WORDS: Final = 8
SEARCHED_LETTERS: Final = 200


class Ordering(StrEnum):
    """What the list is ordered by; next date, then name, decide between equals.

    What follows from the plan and from rates (the second part) is ordered by ``portfolio``; here it leaves the order
    of next dates.
    """

    ENGAGEMENT = "engagement"
    STATE = "state"
    PHASE = "phase"
    NEXT = "next"
    FEE = "fee"
    WEEK = "week"
    TOTAL = "total"
    TEAM = "team"
    AWAITING = "awaiting"
    GATES = "gates"

    HEALTH = "health"
    SLACK = "slack"
    PROGRESS = "progress"
    USED = "used"
    EAC = "eac"
    VARIANCE = "variance"
    LATE = "late"
    CONTACT = "contact"


WORKED_OUT: Final = frozenset(
    {
        Ordering.HEALTH,
        Ordering.SLACK,
        Ordering.PROGRESS,
        Ordering.USED,
        Ordering.EAC,
        Ordering.VARIANCE,
        Ordering.LATE,
        Ordering.CONTACT,
    }
)


@dataclass(frozen=True, slots=True)
class EngagementFilter:
    """Which engagements are listed, and in which order."""

    text: str = ""
    """Words, each found in a client's names, the title, the type, the note or a code."""
    line: ServiceLine | None = None
    client: ClientId | None = None
    ended: bool = False
    """True = closed and archived ones, False = the others."""
    open_gates: bool = False
    awaiting_code: bool = False
    off_track: bool = False
    """Worked out by ``portfolio``, as is the next."""
    due_soon: bool = False
    """Something is due within seven days, or was."""
    order: Ordering = Ordering.HEALTH
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ListCounts:
    """How many engagements each narrowing would show, with the text and the client as they are."""

    running: int
    audit: int
    tax: int
    advisory: int
    open_gates: int
    awaiting_code: int
    ended: int


@dataclass(frozen=True, slots=True)
class EngagementList:
    """The rows of a filter, in its order."""

    wanted: EngagementFilter
    rows: tuple[EngagementRow, ...]
    counts: ListCounts
    total: int
    """All engagements of the store."""
    clients: tuple[tuple[ClientId, str], ...]
    """Clients that have an engagement, by name."""


def engagement_list(session: Session, wanted: EngagementFilter, *, today: date) -> EngagementList:
    """Return the engagements that a filter leaves, ordered as it says."""
    ids = listed_ids(session, wanted, today=today)
    place = {one: number for number, one in enumerate(ids)}
    found = engagements(session, today=today, states=None, only=ids)
    return EngagementList(
        wanted=wanted,
        rows=tuple(sorted(found, key=lambda row: place[row.id])),
        counts=list_counts(session, wanted, today=today),
        total=engagements_known(session),
        clients=clients_known(session),
    )


def listed_ids(session: Session, wanted: EngagementFilter, *, today: date) -> tuple[EngagementId, ...]:
    """Return the ids of the engagements that a filter leaves, ordered as it says."""
    query = (
        select(Engagement.id)
        .join(Client, Client.id == Engagement.client_id)
        .where(*_scope(wanted), *_narrowing(wanted, today))
        .order_by(*_order(session, wanted, today))
    )
    return tuple(EngagementId(one) for one in session.scalars(query))


def engagements_known(session: Session) -> int:
    """Return how many engagements the store holds."""
    return session.scalar(select(func.count()).select_from(Engagement)) or 0


def clients_known(session: Session) -> tuple[tuple[ClientId, str], ...]:
    """Return the clients that have an engagement, by name."""
    query = (
        select(Client.id, client_label.label("label"))
        .where(exists().where(Engagement.client_id == Client.id))
        .order_by(func.lower(client_label), Client.id)
    )
    return tuple((ClientId(row.id), row.label) for row in session.execute(query))


def running_in_scope(session: Session, wanted: EngagementFilter) -> frozenset[EngagementId]:
    """Return the engagements that are not ended and that the filter's text and client leave."""
    query = select(Engagement.id).join(Client, Client.id == Engagement.client_id)
    found = session.scalars(query.where(*_scope(wanted), Engagement.state.in_(LISTED)))
    return frozenset(EngagementId(one) for one in found)


def words_match(text: str, columns: tuple[ColumnElement[Any], ...]) -> list[ColumnElement[bool]]:
    """Return conditions that every word of a search stands in some column; case is ignored for ASCII letters."""
    return [stands_in(word, columns) for word in searched_words(text)]


def searched_words(text: str) -> list[str]:
    """Return the words that a search looks for: more than anybody types are left out."""
    return text[:SEARCHED_LETTERS].split()[:SEARCHED_WORDS]


def stands_in(word: str, columns: tuple[SQLColumnExpression[Any], ...]) -> ColumnElement[bool]:
    """Return the condition that a word stands in some column; its signs stand for themselves."""
    return or_(*(column.icontains(word, autoescape=True) for column in columns))


def _scope(wanted: EngagementFilter) -> list[ColumnElement[bool]]:
    codes = (
        select(func.group_concat(ChargeCode.code, " "))
        .where(ChargeCode.engagement_id == Engagement.id)
        .correlate(Engagement)
        .scalar_subquery()
    )
    columns: tuple[Any, ...] = (
        Client.name,
        Client.short_name,
        Client.code_name,
        Engagement.title,
        Engagement.kind,
        Engagement.note,
        func.coalesce(codes, ""),
    )
    found = words_match(wanted.text, columns)
    if wanted.client is not None:
        found.append(Engagement.client_id == wanted.client)
    return found


def _narrowing(wanted: EngagementFilter, today: date) -> list[ColumnElement[bool]]:
    running = Engagement.state.in_(LISTED)
    found: list[ColumnElement[bool]] = [not_(running) if wanted.ended else running]
    if wanted.line is not None:
        found.append(Engagement.service_line == wanted.line)
    if wanted.open_gates:
        found.append(_has_open_gate(today))
    if wanted.awaiting_code:
        found.append(_awaits_code())
    return found


def _has_open_gate(today: date) -> ColumnElement[bool]:
    return exists().where(
        Gate.engagement_id == Engagement.id,
        or_(Gate.state == GateState.OPEN, and_(Gate.state == GateState.SETTLED, Gate.settled_on > today)),
    )


def _awaits_code() -> ColumnElement[bool]:
    return exists().where(TimeEntry.engagement_id == Engagement.id, TimeEntry.code_id.is_(None), TimeEntry.seconds > 0)


def list_counts(session: Session, wanted: EngagementFilter, *, today: date) -> ListCounts:
    """Return how many engagements each narrowing would show, with the filter's text and client."""
    running = Engagement.state.in_(LISTED)

    def number(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
        return func.coalesce(func.sum(case((and_(*conditions), 1), else_=0)), 0)

    row = session.execute(
        select(
            number(running),
            number(running, Engagement.service_line == ServiceLine.AUDIT),
            number(running, Engagement.service_line == ServiceLine.TAX),
            number(running, Engagement.service_line == ServiceLine.ADVISORY),
            number(running, _has_open_gate(today)),
            number(running, _awaits_code()),
            number(not_(running)),
        )
        .select_from(Engagement)
        .join(Client, Client.id == Engagement.client_id)
        .where(*_scope(wanted))
    ).one()
    return ListCounts(*(int(value) for value in row))


def _order(session: Session, wanted: EngagementFilter, today: date) -> list[Any]:
    milestone = _one(select(func.min(Milestone.due)).where(Milestone.done_on.is_(None)), Milestone.engagement_id)
    handed = _one(select(func.min(Deliverable.due)).where(Deliverable.done_on.is_(None)), Deliverable.engagement_id)
    # Of two days the earlier one, which is one of them where the other is missing.
    next_date = case((milestone <= handed, milestone), else_=func.coalesce(handed, milestone))
    keys = _keys(session, wanted.order, next_date, today=today)
    if wanted.descending and wanted.order not in WORKED_OUT:
        keys = [key.desc() for key in keys]
    if wanted.order is Ordering.NEXT or wanted.order in WORKED_OUT:
        # No date comes last either way round.
        keys = [next_date.is_(None), *keys]
    return [
        *keys,
        next_date.is_(None),
        next_date,
        func.lower(client_label),
        func.lower(Engagement.title),
        Engagement.id,
    ]


def _keys(session: Session, order: Ordering, next_date: Any, *, today: date) -> list[Any]:
    own = select(func.coalesce(func.sum(TimeEntry.seconds), 0))
    total = _one(own, TimeEntry.engagement_id)
    match order:
        case Ordering.ENGAGEMENT:
            return [func.lower(client_label), func.lower(Engagement.title)]
        case Ordering.STATE:
            return [case({state: number for number, state in enumerate(EngagementState)}, value=Engagement.state)]
        case Ordering.PHASE:
            active = select(Phase.name).where(Phase.state == PhaseState.ACTIVE).order_by(Phase.position.desc()).limit(1)
            waiting = select(Phase.name).where(Phase.state == PhaseState.PLANNED).order_by(Phase.position).limit(1)
            name = func.coalesce(_one(active, Phase.engagement_id), _one(waiting, Phase.engagement_id), "")
            return [func.lower(name)]
        case Ordering.FEE:
            return [Engagement.fee, func.coalesce(Engagement.fee_minor, 0)]
        case Ordering.WEEK:
            week = Week.of(today, week_end=rules.firm_profile(session).week_end)
            return [
                _one(own.where(TimeEntry.work_day.between(week.first, week.last)), TimeEntry.engagement_id),
            ]
        case Ordering.TOTAL:
            return [total]
        case Ordering.TEAM:
            mine = rules.my_id(session) or b""
            recorded = select(func.coalesce(func.sum(RecordedLine.seconds), 0)).where(RecordedLine.person_id != mine)
            return [total + _one(recorded, RecordedLine.engagement_id)]
        case Ordering.AWAITING:
            return [_one(own.where(TimeEntry.code_id.is_(None)), TimeEntry.engagement_id)]
        case Ordering.GATES:
            still_open = (
                select(func.count())
                .select_from(Gate)
                .where(
                    or_(Gate.state == GateState.OPEN, and_(Gate.state == GateState.SETTLED, Gate.settled_on > today))
                )
            )
            return [_one(still_open, Gate.engagement_id)]
        case _:
            return [next_date]


def _one(query: Select[Any], belongs: Any) -> Any:
    """Return the query as one value of each engagement."""
    return query.where(belongs == Engagement.id).correlate(Engagement).scalar_subquery()
