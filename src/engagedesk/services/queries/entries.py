"""Time entries as rows, and what totals are made of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, or_, select
from sqlalchemy.orm import Session

from engagedesk.domain.days import WorkDays, zone_named
from engagedesk.domain.engagement import CodeRule, standing
from engagedesk.domain.ids import CodeId, EngagementId, EntryId, TaskId
from engagedesk.domain.spans import Span
from engagedesk.domain.states import GateState
from engagedesk.models.engagements import ChargeCode, Client, Engagement, Gate, Task
from engagedesk.models.firm import Setting
from engagedesk.models.time import TimeEntry
from engagedesk.services.queries.rows import EntryRow
from engagedesk.settings import CODE_NAMES

LOOK_BACK_DAYS: Final = 31
"""An entry that began longer ago and reaches into a day is not looked for: no timer runs for a month."""

SHORTEST_DAY_S: Final = 22 * 3600

_all_hidden: Final = (
    select(Setting.id).where(Setting.key == CODE_NAMES.key, Setting.value == CODE_NAMES.encode(value=True)).exists()
)
client_hidden: Final = or_(Client.code_name_everywhere, _all_hidden)
"""The client is shown by its code name: always, or because the screen is shared."""
client_code: Final = case(
    (Client.code_name != "", Client.code_name), else_="Client " + func.upper(func.substr(func.hex(Client.id), -4))
)
"""The code name; a client without one is told apart by the end of its id, never by its name."""
client_label: Final = case((client_hidden, client_code), else_=Client.short_name)

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


def entry_row(row: Row[Any]) -> EntryRow:
    """Return the frozen row for one result of ``entry_select``."""
    rule = None if row.code_id is None else CodeRule(row.valid_from, row.valid_to, not row.closed)
    is_client = row.engagement_id is not None
    return EntryRow(
        id=EntryId(row.id),
        version=row.version,
        work_day=row.work_day,
        start_utc=row.start_utc,
        end_utc=row.end_utc,
        zone=row.zone,
        seconds=row.seconds,
        engagement_id=EngagementId(row.engagement_id) if is_client else None,
        engagement=row.client if is_client else (row.code_activity or ""),
        engagement_detail=row.title if is_client else "",
        colour=row.colour if is_client else -1,
        code_id=None if row.code_id is None else CodeId(row.code_id),
        code=row.code,
        code_standing=standing(rule, row.work_day),
        task_id=None if row.task_id is None else TaskId(row.task_id),
        task=row.task,
        activity=row.activity,
        narrative=row.narrative,
        chargeable=row.chargeable,
        state=row.state,
        source=row.source,
        open_gate=bool(row.open_gate),
        returned_reason=row.returned_reason,
        reverses=None if row.reverses_id is None else EntryId(row.reverses_id),
    )


def touching(first: date, last: date) -> ColumnElement[bool]:
    """Return the condition for entries that may lie in the days from first to last: began there, or reach in.

    It admits a few that end before ``first``; ``seconds_by_day`` sorts them out to the second.
    """
    return or_(
        and_(TimeEntry.work_day >= first, TimeEntry.work_day <= last),
        and_(
            TimeEntry.work_day < first,
            TimeEntry.work_day >= first - timedelta(days=LOOK_BACK_DAYS),
            TimeEntry.start_utc.is_not(None),
            # A day may be 23 hours long, and a place that crosses the date line skips one altogether.
            or_(
                TimeEntry.end_utc.is_(None),
                TimeEntry.end_utc - TimeEntry.start_utc > SHORTEST_DAY_S,
                TimeEntry.work_day >= first - timedelta(days=2),
            ),
        ),
    )


def entries_between(session: Session, first: date, last: date) -> tuple[EntryRow, ...]:
    """Return the entries whose work day lies in first..last inclusive, oldest first, durations after spans of a day."""
    query = (
        entry_select()
        .where(TimeEntry.work_day >= first, TimeEntry.work_day <= last)
        .order_by(TimeEntry.work_day, TimeEntry.start_utc.is_(None), TimeEntry.start_utc, TimeEntry.id)
    )
    return tuple(entry_row(row) for row in session.execute(query))


def entries_touching(session: Session, first: date, last: date) -> tuple[EntryRow, ...]:
    """Return the entries that began in the days or may reach into them, oldest first."""
    query = entry_select().where(touching(first, last)).order_by(TimeEntry.start_utc.is_(None), TimeEntry.start_utc)
    return tuple(entry_row(row) for row in session.execute(query))


def entry_by_id(session: Session, entry: EntryId) -> EntryRow | None:
    """Return one entry's row."""
    row = session.execute(entry_select().where(TimeEntry.id == entry)).first()
    return None if row is None else entry_row(row)


def seconds_by_day(row: EntryRow, days: WorkDays, *, now_utc: int | None = None) -> tuple[tuple[date, int], ...]:
    """Return how the entry's seconds fall on work days; a running entry counts to ``now_utc`` (None: nothing yet)."""
    if row.start_utc is None:
        return ((row.work_day, row.seconds),)
    end_utc = row.end_utc
    if end_utc is None:
        if now_utc is None:
            return ((row.work_day, 0),)
        end_utc = max(row.start_utc, now_utc)
    if row.start_utc == end_utc:
        return ((row.work_day, 0),)
    zone = zone_named(row.zone)
    parts = days.split(Span(row.start_utc, end_utc), zone)
    if parts[0].day == row.work_day:
        return tuple((part.day, part.seconds) for part in parts)
    # The rule changed since the entry was written: its first day stays what it was then.
    return _on_written_day([(part.day, part.seconds) for part in parts], row.work_day)


def _on_written_day(parts: Sequence[tuple[date, int]], written: date) -> tuple[tuple[date, int], ...]:
    if len(parts) == 1:
        return ((written, parts[0][1]),)
    shift = written - parts[0][0]
    return tuple((day + shift, seconds) for day, seconds in parts)
