"""The statements behind Today's questions, and how a session is asked them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    func,
    literal_column,
    not_,
    or_,
    select,
)
from sqlalchemy.orm import Session

from engagedesk.domain.states import AwayAnswer, EngagementState, EntryState, GateState
from engagedesk.models.away import AwayPeriod
from engagedesk.models.engagements import ChargeCode, Client, Engagement, Gate, Task
from engagedesk.models.firm import DayStart, FirmProfileRow, Setting
from engagedesk.models.time import TimeEntry
from engagedesk.services.queries.asking import Ask, Question
from engagedesk.settings import CODE_NAMES, NAMED_CLIENT

SHORTEST_DAY_S: Final = 22 * 3600

UNSUBMITTED: Final = (EntryState.DRAFT, EntryState.READY, EntryState.RETURNED)

# Written into the statement, so that a statement needs no parameter for it.
_all_hidden: Final = (
    select(Setting.id)
    .where(
        Setting.key == literal_column(f"'{CODE_NAMES.key}'"),
        Setting.value == literal_column(f"'{CODE_NAMES.encode(value=True)}'"),
    )
    .exists()
)
_shared_with: Final = (
    select(Setting.id)
    .where(
        Setting.key == literal_column(f"'{NAMED_CLIENT.key}'"),
        Setting.value == func.lower(func.hex(Client.id)),
    )
    .correlate(Client)
    .exists()
)
client_hidden: Final = or_(Client.code_name_everywhere, and_(_all_hidden, not_(_shared_with)))
"""The client is shown by its code name: always, or because the screen is shared, and not with it."""
_client_code: Final = case(
    (Client.code_name != literal_column("''"), Client.code_name),
    else_=literal_column("'Client ' || upper(substr(hex(client.id), -4))"),
)
client_label: Final = case((client_hidden, _client_code), else_=Client.short_name)
"""A hidden client without a code name is told apart by the end of its id, never by its name."""

_gate_open: Final = (
    select(Gate.id)
    .where(
        Gate.engagement_id == TimeEntry.engagement_id,
        or_(
            Gate.state == GateState.OPEN,
            and_(Gate.state == GateState.SETTLED, Gate.settled_on > TimeEntry.work_day),
        ),
    )
    .exists()
)

_Day = date | BindParameter[Any]


def entry_select() -> Select[Any]:
    """Return the columns of ``EntryRow`` over entries with their engagement, client, code and task."""
    return (
        select(
            TimeEntry.id,
            TimeEntry.version,
            TimeEntry.work_day,
            TimeEntry.start_utc,
            TimeEntry.end_utc,
            TimeEntry.zone,
            TimeEntry.seconds,
            TimeEntry.engagement_id,
            client_label.label("client"),
            Engagement.title,
            Client.colour,
            TimeEntry.code_id,
            ChargeCode.code,
            ChargeCode.activity.label("code_activity"),
            ChargeCode.valid_from,
            ChargeCode.valid_to,
            ChargeCode.closed,
            TimeEntry.task_id,
            Task.name.label("task"),
            TimeEntry.activity,
            TimeEntry.narrative,
            TimeEntry.chargeable,
            TimeEntry.state,
            TimeEntry.source,
            _gate_open.label("open_gate"),
            TimeEntry.returned_reason,
            TimeEntry.reverses_id,
        )
        .select_from(TimeEntry)
        .outerjoin(Engagement, Engagement.id == TimeEntry.engagement_id)
        .outerjoin(Client, Client.id == Engagement.client_id)
        .outerjoin(ChargeCode, ChargeCode.id == TimeEntry.code_id)
        .outerjoin(Task, Task.id == TimeEntry.task_id)
    )


def away_select() -> Select[Any]:
    """Return the columns of ``AwayRow`` over away periods with the entry that ran, oldest first."""
    return (
        select(
            AwayPeriod.id,
            AwayPeriod.start_utc,
            AwayPeriod.end_utc,
            AwayPeriod.zone,
            AwayPeriod.cause,
            AwayPeriod.answer,
            TimeEntry.id.label("entry"),
            TimeEntry.engagement_id,
            TimeEntry.code_id,
            TimeEntry.task_id,
            client_label.label("client"),
            Engagement.title,
            Client.colour,
            ChargeCode.code,
            ChargeCode.activity.label("code_activity"),
            Task.name.label("task"),
        )
        .select_from(AwayPeriod)
        .outerjoin(TimeEntry, TimeEntry.id == AwayPeriod.entry_id)
        .outerjoin(Engagement, Engagement.id == TimeEntry.engagement_id)
        .outerjoin(Client, Client.id == Engagement.client_id)
        .outerjoin(ChargeCode, ChargeCode.id == TimeEntry.code_id)
        .outerjoin(Task, Task.id == TimeEntry.task_id)
        .order_by(AwayPeriod.start_utc, AwayPeriod.id)
    )


def touching(first: _Day, last: _Day, *, reach: _Day, near: _Day) -> ColumnElement[bool]:
    """Return the condition for entries that may lie in the days from first to last: began there, or reach in.

    ``reach`` and ``near`` are what ``day_view.look_back`` says for ``first``. It admits a few that end before
    ``first``; ``day_view.seconds_by_day`` sorts them out to the second.
    """
    return or_(
        and_(TimeEntry.work_day >= first, TimeEntry.work_day <= last),
        and_(
            TimeEntry.work_day < first,
            TimeEntry.work_day >= reach,
            TimeEntry.start_utc.is_not(None),
            # A day may be 23 hours long, and a place that crosses the date line skips one altogether.
            or_(
                TimeEntry.end_utc.is_(None),
                TimeEntry.end_utc - TimeEntry.start_utc > SHORTEST_DAY_S,
                TimeEntry.work_day >= near,
            ),
        ),
    )


@cache
def statement(question: Question) -> Select[Any]:
    """Return the statement of a question, with a parameter for each name that it must be given."""
    match question:
        case Question.DAY_STARTS:
            return select(DayStart.valid_from, DayStart.start_min).order_by(DayStart.valid_from)
        case Question.FIRM_PROFILE:
            return select(FirmProfileRow.data)
        case Question.ENTRIES:
            inside = touching(bindparam("first"), bindparam("last"), reach=bindparam("reach"), near=bindparam("near"))
            return entry_select().where(inside).order_by(TimeEntry.start_utc.is_(None), TimeEntry.start_utc)
        case Question.RUNNING:
            query = entry_select().add_columns(TimeEntry.last_activity_utc)
            return query.where(TimeEntry.end_utc.is_(None), TimeEntry.start_utc.is_not(None))
        case Question.AWAITING:
            return select(
                func.count().label("count"),
                func.coalesce(func.sum(TimeEntry.seconds), 0).label("seconds"),
                func.min(TimeEntry.work_day).label("oldest"),
            ).where(TimeEntry.code_id.is_(None), TimeEntry.engagement_id.is_not(None))
        case Question.NOT_SUBMITTED:
            # Written into the statement: SQLite sees only then that the index of open entries will do, and reads no
            # others.
            states: list[ColumnElement[str]] = [literal_column(f"'{state.value}'") for state in UNSUBMITTED]
            return (
                select(TimeEntry.work_day, func.sum(TimeEntry.seconds).label("seconds"))
                .where(TimeEntry.state.in_(states), TimeEntry.work_day < bindparam("before"))
                .group_by(TimeEntry.work_day)
            )
        case Question.RECENT:
            return _recent()
        case Question.AWAY:
            return away_select().where(
                AwayPeriod.answer.is_(None),
                AwayPeriod.start_utc < bindparam("until"),
                or_(AwayPeriod.end_utc.is_(None), AwayPeriod.end_utc > bindparam("since")),
            )
        case Question.BREAKS:
            return select(AwayPeriod.start_utc, AwayPeriod.end_utc).where(
                AwayPeriod.answer == literal_column(f"'{AwayAnswer.BREAK.value}'"),
                AwayPeriod.start_utc > bindparam("reach"),
                AwayPeriod.start_utc < bindparam("until"),
                AwayPeriod.end_utc > bindparam("since"),
            )
        case Question.WORKED_ON:
            return (
                select(
                    TimeEntry.engagement_id,
                    TimeEntry.code_id,
                    TimeEntry.task_id,
                    func.sum(TimeEntry.seconds).label("seconds"),
                )
                .where(TimeEntry.work_day == bindparam("day"))
                .group_by(TimeEntry.engagement_id, TimeEntry.code_id, TimeEntry.task_id)
            )


def _recent() -> Select[Any]:
    last = func.max(TimeEntry.changed_utc).label("last")
    return (
        select(
            TimeEntry.engagement_id,
            TimeEntry.code_id,
            TimeEntry.task_id,
            last,
            client_label.label("client"),
            Client.name,
            Engagement.title,
            Client.colour,
            ChargeCode.code,
            ChargeCode.activity,
            Task.name.label("task"),
        )
        .select_from(TimeEntry)
        .outerjoin(Engagement, Engagement.id == TimeEntry.engagement_id)
        .outerjoin(Client, Client.id == Engagement.client_id)
        .outerjoin(ChargeCode, ChargeCode.id == TimeEntry.code_id)
        .outerjoin(Task, Task.id == TimeEntry.task_id)
        .where(TimeEntry.work_day >= bindparam("since"))
        .where((Engagement.id.is_(None)) | (Engagement.state != EngagementState.ARCHIVED))
        .where((TimeEntry.engagement_id.is_not(None)) | (TimeEntry.code_id.is_not(None)))
        .group_by(TimeEntry.engagement_id, TimeEntry.code_id, TimeEntry.task_id)
        .order_by(last.desc())
        .limit(bindparam("most", type_=Integer))
    )


def of_session(session: Session) -> Ask:
    """Return how a session is asked."""

    def ask(question: Question, **given: Any) -> Sequence[Any]:
        return session.execute(statement(question), given).all()

    return ask
