"""Quick entry against the store: what a line is read against, and the command that an understood line becomes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engagedesk.domain.days import WorkDays, zone_named
from engagedesk.domain.engagement import CodeChoice, CodeRule, default_code
from engagedesk.domain.ids import CodeId, EngagementId, TaskId
from engagedesk.domain.quick_entry import (
    DurationWhen,
    QuickContext,
    QuickMode,
    SpanWhen,
    StartWhen,
    Understood,
    parse,
    require_understood,
)
from engagedesk.domain.quick_match import Target as QuickTarget
from engagedesk.domain.quick_match import TargetCode, TargetIndex, TargetTask
from engagedesk.domain.states import EngagementState, EntrySource
from engagedesk.models.engagements import ChargeCode, Client, Engagement, Task
from engagedesk.models.time import TimeEntry
from engagedesk.services import rules
from engagedesk.services.commands.time import AddEntry, StartTimer, Target, Work
from engagedesk.services.queries.entries import client_hidden, client_label

DAYS_BACK: Final = 8
"""Work days whose last end a line like ``mon +10`` can refer to."""
ACTIVITIES: Final = 200


@dataclass(frozen=True, slots=True)
class QuickDesk:
    """What quick entry knows of the store at one moment: the reading context, and each engagement's codes."""

    context: QuickContext
    codes: dict[bytes, tuple[CodeChoice, ...]]

    def at(self, now_utc: int, *, mode: QuickMode | None = None) -> QuickDesk:
        """Return the same desk at another moment, without asking the store again."""
        return replace(self, context=replace(self.context, now_utc=now_utc, mode=mode or self.context.mode))


def quick_desk(session: Session, *, now_utc: int, zone: str, mode: QuickMode = QuickMode.ADD) -> QuickDesk:
    """Return what a line is read against; archived engagements are left out."""
    days = rules.work_days(session)
    used = _last_used(session)
    codes = _codes(session, used)
    tasks = _tasks(session)
    targets = [*_engagements(session, codes, tasks), *_non_client(session, used)]
    context = QuickContext(
        now_utc=now_utc,
        zone=zone_named(zone),
        targets=TargetIndex(tuple(targets)),
        work_days=days,
        day_last_end=_last_ends(session, days, now_utc=now_utc, zone=zone),
        activities=_activities(session),
        mode=mode,
    )
    return QuickDesk(context, codes)


def read_line(text: str, desk: QuickDesk) -> Understood:
    """Return what a line means; ``AmbiguousTarget`` with candidates, or ``UserError``, where it means no one thing."""
    return require_understood(parse(text, desk.context))


def command_for(understood: Understood, desk: QuickDesk, *, source: EntrySource) -> AddEntry | StartTimer:
    """Return the command that does what the line says."""
    work = Work(target=target_of(understood, desk), narrative=understood.narrative, activity=understood.activity)
    zone = desk.context.zone.key
    now_utc = desk.context.now_utc
    match understood.when:
        case StartWhen(start_utc):
            return StartTimer(
                work, now_utc, zone, at_utc=None if start_utc == now_utc else start_utc, source=EntrySource.TIMER
            )
        case SpanWhen(span):
            return AddEntry(work, zone=zone, now_utc=now_utc, span=span, source=source)
        case DurationWhen(seconds):
            return AddEntry(work, zone=zone, now_utc=now_utc, day=understood.day, seconds=seconds, source=source)


def target_of(understood: Understood, desk: QuickDesk) -> Target:
    """Return the target with the engagement's default code where the line named none."""
    engagement = understood.target.engagement
    code = None if understood.code is None else understood.code.id
    if code is None and engagement is None and understood.target.codes:
        code = understood.target.codes[0].id
    if code is None and engagement is not None:
        choices = desk.codes.get(engagement, ())
        code = default_code(choices, understood.day, activity=understood.activity)
    return Target(engagement, code, None if understood.task is None else understood.task.id)


def _last_used(session: Session) -> dict[bytes, int]:
    """Return when each engagement and each code was last touched, by its id."""
    used: dict[bytes, int] = {}
    for column in (TimeEntry.engagement_id, TimeEntry.code_id):
        query = select(column, func.max(TimeEntry.changed_utc)).where(column.is_not(None)).group_by(column)
        used.update({row[0]: int(row[1]) for row in session.execute(query)})
    return used


def _codes(session: Session, used: dict[bytes, int]) -> dict[bytes, tuple[CodeChoice, ...]]:
    query = (
        select(
            ChargeCode.id,
            ChargeCode.engagement_id,
            ChargeCode.code,
            ChargeCode.activity,
            ChargeCode.valid_from,
            ChargeCode.valid_to,
            ChargeCode.closed,
        )
        .where(ChargeCode.engagement_id.is_not(None))
        .order_by(ChargeCode.position, ChargeCode.code)
    )
    found: dict[bytes, list[CodeChoice]] = defaultdict(list)
    for row in session.execute(query):
        found[row.engagement_id].append(
            CodeChoice(
                id=CodeId(row.id),
                code=row.code,
                activity=row.activity,
                rule=CodeRule(row.valid_from, row.valid_to, not row.closed),
                last_used_utc=used.get(row.id),
            )
        )
    return {key: tuple(value) for key, value in found.items()}


def _tasks(session: Session) -> dict[bytes, tuple[TargetTask, ...]]:
    query = select(Task.id, Task.engagement_id, Task.name).where(Task.done_on.is_(None)).order_by(Task.position)
    found: dict[bytes, list[TargetTask]] = defaultdict(list)
    for row in session.execute(query):
        found[row.engagement_id].append(TargetTask(TaskId(row.id), row.name))
    return {key: tuple(value) for key, value in found.items()}


def _engagements(
    session: Session, codes: dict[bytes, tuple[CodeChoice, ...]], tasks: dict[bytes, tuple[TargetTask, ...]]
) -> list[QuickTarget]:
    query = (
        select(
            Engagement.id,
            Engagement.title,
            Engagement.kind,
            Engagement.state,
            Client.name,
            Client.short_name,
            Client.code_name,
            client_hidden.label("hidden"),
            client_label.label("label"),
        )
        .join(Client, Client.id == Engagement.client_id)
        .where(Engagement.state != EngagementState.ARCHIVED)
    )
    last = dict(
        session.execute(
            select(TimeEntry.engagement_id, func.max(TimeEntry.changed_utc))
            .where(TimeEntry.engagement_id.is_not(None))
            .group_by(TimeEntry.engagement_id)
        )
        .tuples()
        .all()
    )
    return [
        QuickTarget(
            engagement=EngagementId(row.id),
            client=row.label if row.hidden else row.name,
            title=row.title,
            codes=tuple(TargetCode(c.id, c.code, c.activity) for c in codes.get(row.id, ())),
            tasks=tasks.get(row.id, ()),
            # What a person may type; a real name that is hidden is understood, never shown.
            aliases=tuple(name for name in dict.fromkeys((row.short_name, row.code_name, row.name)) if name),
            is_active=row.state in (EngagementState.ACTIVE, EngagementState.PLANNED),
            last_used_utc=int(last.get(row.id) or 0),
        )
        for row in session.execute(query)
    ]


def _non_client(session: Session, used: dict[bytes, int]) -> list[QuickTarget]:
    query = select(ChargeCode.id, ChargeCode.code, ChargeCode.activity).where(
        ChargeCode.engagement_id.is_(None), ChargeCode.closed.is_(False)
    )
    return [
        QuickTarget(
            engagement=None,
            client=row.activity or row.code,
            codes=(TargetCode(CodeId(row.id), row.code, row.activity),),
            last_used_utc=used.get(row.id, 0),
        )
        for row in session.execute(query)
    ]


def _last_ends(session: Session, days: WorkDays, *, now_utc: int, zone: str) -> dict[date, int]:
    today = days.day_of(now_utc, zone_named(zone))
    query = (
        select(TimeEntry.work_day, func.max(TimeEntry.end_utc))
        .where(TimeEntry.work_day > today - timedelta(days=DAYS_BACK), TimeEntry.end_utc.is_not(None))
        .group_by(TimeEntry.work_day)
    )
    return {row[0]: int(row[1]) for row in session.execute(query)}


def _activities(session: Session) -> tuple[str, ...]:
    query = (
        select(TimeEntry.activity)
        .where(TimeEntry.activity != "")
        .group_by(TimeEntry.activity)
        .order_by(func.max(TimeEntry.changed_utc).desc())
        .limit(ACTIVITIES)
    )
    return tuple(session.scalars(query))
