"""Quick entry against the store: what a line is read against, and the command that an understood line becomes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engagedesk.domain.days import zone_named
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
from engagedesk.domain.quick_offer import LateUse
from engagedesk.domain.states import EngagementState, EntrySource
from engagedesk.models.engagements import ChargeCode, Client, Engagement, Task
from engagedesk.models.time import TimeEntry
from engagedesk.services import rules
from engagedesk.services.commands.time import AddEntry, StartTimer, Target, Work
from engagedesk.services.queries.entries import client_hidden, client_label

DAYS_BACK: Final = 8
"""Work days whose last end a line like ``mon +10`` can refer to."""
ACTIVITIES: Final = 200
LATELY_DAYS: Final = 120
RECENT_DAYS: Final = 400
"""A year's round of engagements and a little more: what is older is offered last, and its rows are not read."""


@dataclass(frozen=True, slots=True)
class QuickDesk:
    """What quick entry knows of the store at one moment: the reading context, and each engagement's codes."""

    context: QuickContext
    codes: dict[bytes, tuple[CodeChoice, ...]]
    lately: tuple[LateUse, ...] = ()
    """Most recent first."""
    chargeable: Mapping[bytes, bool] = field(default_factory=dict)
    """By code."""

    def at(self, now_utc: int, *, mode: QuickMode | None = None) -> QuickDesk:
        """Return the same desk at another moment, without asking the store again."""
        return replace(self, context=replace(self.context, now_utc=now_utc, mode=mode or self.context.mode))


def quick_desk(session: Session, *, now_utc: int, zone: str, mode: QuickMode = QuickMode.ADD) -> QuickDesk:
    """Return what a line is read against; archived engagements are left out."""
    days = rules.work_days(session)
    today = days.day_of(now_utc, zone_named(zone))
    used = _last_used(session, today)
    codes = _codes(session, used)
    tasks = _tasks(session)
    targets = [*_engagements(session, codes, tasks, used), *_non_client(session, used)]
    context = QuickContext(
        now_utc=now_utc,
        zone=zone_named(zone),
        targets=TargetIndex(tuple(targets)),
        work_days=days,
        day_last_end=_last_ends(session, today),
        activities=_activities(session, today),
        mode=mode,
    )
    chargeable = dict(session.execute(select(ChargeCode.id, ChargeCode.chargeable)).tuples().all())
    return QuickDesk(context, codes, _lately(session, today), chargeable)


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


def _last_used(session: Session, today: date) -> dict[bytes, int]:
    """Return when each engagement and each code was last touched, by its id; what lies long back was never used."""
    used: dict[bytes, int] = {}
    last = func.max(TimeEntry.changed_utc)
    query = select(TimeEntry.engagement_id, TimeEntry.code_id, last).where(TimeEntry.work_day > _long_ago(today))
    for *ids, changed_utc in session.execute(query.group_by(TimeEntry.engagement_id, TimeEntry.code_id)):
        for one in ids:
            if one is not None:
                used[one] = max(used.get(one, 0), int(changed_utc))
    return used


def _long_ago(today: date) -> date:
    return today - timedelta(days=RECENT_DAYS)


def _lately(session: Session, today: date) -> tuple[LateUse, ...]:
    """Return what was booked on in the last months: each code and task once, with its last day's length."""
    parts = (TimeEntry.engagement_id, TimeEntry.code_id, TimeEntry.task_id)
    query = (
        select(*parts, TimeEntry.work_day, func.sum(TimeEntry.seconds))
        .where(TimeEntry.work_day > today - timedelta(days=LATELY_DAYS), TimeEntry.work_day <= today)
        .group_by(*parts, TimeEntry.work_day)
        .order_by(TimeEntry.work_day.desc(), func.max(TimeEntry.changed_utc).desc())
    )
    found: dict[tuple[bytes | None, ...], LateUse] = {}
    for engagement, code, task, day, seconds in session.execute(query):
        found.setdefault(
            (engagement, code, task),
            LateUse(
                None if engagement is None else EngagementId(engagement),
                None if code is None else CodeId(code),
                None if task is None else TaskId(task),
                day,
                int(seconds),
            ),
        )
    return tuple(found.values())


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
    session: Session,
    codes: dict[bytes, tuple[CodeChoice, ...]],
    tasks: dict[bytes, tuple[TargetTask, ...]],
    used: dict[bytes, int],
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
            last_used_utc=used.get(row.id, 0),
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


def _last_ends(session: Session, today: date) -> dict[date, int]:
    query = (
        select(TimeEntry.work_day, func.max(TimeEntry.end_utc))
        .where(TimeEntry.work_day > today - timedelta(days=DAYS_BACK), TimeEntry.end_utc.is_not(None))
        .group_by(TimeEntry.work_day)
    )
    return {row[0]: int(row[1]) for row in session.execute(query)}


def _activities(session: Session, today: date) -> tuple[str, ...]:
    query = (
        select(TimeEntry.activity)
        .where(TimeEntry.activity != "", TimeEntry.work_day > _long_ago(today))
        .group_by(TimeEntry.activity)
        .order_by(func.max(TimeEntry.changed_utc).desc())
        .limit(ACTIVITIES)
    )
    return tuple(session.scalars(query))
