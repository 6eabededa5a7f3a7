"""Drafts for one day, and what a title is read against. The rules are in ``domain/suggestions.py``."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from engagedesk import settings
from engagedesk.domain.days import zone_named
from engagedesk.domain.engagement import CodeChoice, CodeRule, default_code, standing
from engagedesk.domain.ids import CodeId, EngagementId, TaskId
from engagedesk.domain.redaction import TitleRules, Watched, own_words
from engagedesk.domain.spans import Span
from engagedesk.domain.states import CodeStanding, DraftSource, EngagementState, PhaseState
from engagedesk.domain.suggestions import (
    HABIT_WEEKS,
    HALF_LIFE_S,
    Answer,
    Booked,
    Day,
    Draft,
    DraftTarget,
    Planned,
    Seen,
    suggest,
)
from engagedesk.models.activity import ActivityStretch, SuggestionAnswer
from engagedesk.models.engagements import ChargeCode, Client, Engagement, Phase, Task
from engagedesk.models.time import TimeEntry
from engagedesk.services import rules
from engagedesk.services.commands.time import Target
from engagedesk.services.queries.entries import client_label, entries_touching
from engagedesk.services.queries.plan_mine import is_mine

PLAN_AHEAD_DAYS: Final = 14
LONGEST_STRETCH_S: Final = 86_400
"""A stretch that began longer before a day is not looked for in it."""


@dataclass(frozen=True, slots=True)
class SuggestedRow:
    """A draft with what a person reads of its target, and what accepting it books: on a code that is open."""

    draft: Draft
    book: Target
    zone: str
    label: str
    detail: str
    code: str
    colour: int
    """Index in the client palette; -1 = non-client."""


def suggestions(session: Session, *, day: date, zone: str, now_utc: int) -> tuple[SuggestedRow, ...]:
    """Return the drafts of a work day in order of time; none where suggestions are switched off."""
    if not rules.setting(session, settings.SUGGESTIONS):
        return ()
    days = rules.work_days(session)
    place = zone_named(zone)
    bounds = days.bounds(day, place)
    booked, taken = _booked(session, day, bounds, now_utc=now_utc)
    drafts = suggest(
        Day(day, place, bounds, min(now_utc, bounds.end_utc), booked=booked, taken=taken),
        earlier=_same_weekday(session, day),
        planned=_planned(session, day),
        seen=_seen(session, bounds),
        answers=_answers(session, now_utc),
        now_utc=now_utc,
    )
    return _labelled(session, drafts, day, zone=zone) if drafts else ()


def title_rules(session: Session) -> TitleRules:
    """Return what a window's title is matched against and cleared of."""
    clients = session.execute(select(Client.id, Client.name, Client.short_name, Client.code_name)).all()
    names = [
        (name, row.code_name)
        for row in clients
        for name in dict.fromkeys((row.name, row.short_name, row.code_name))
        if name
    ]
    codes: dict[bytes, list[str]] = defaultdict(list)
    for owner, code in session.execute(select(ChargeCode.engagement_id, ChargeCode.code)):
        if owner is not None:
            codes[owner].append(code)
    last = dict(
        session.execute(
            select(TimeEntry.engagement_id, func.max(TimeEntry.work_day))
            .where(TimeEntry.engagement_id.is_not(None))
            .group_by(TimeEntry.engagement_id)
        )
        .tuples()
        .all()
    )
    query = select(
        Engagement.id, Engagement.title, Engagement.state, Client.name, Client.short_name, Client.code_name
    ).join(Client, Client.id == Engagement.client_id)
    watched = [
        Watched(
            EngagementId(row.id),
            row.code_name,
            _names(row),
            row.title,
            tuple(codes[row.id]),
            is_active=row.state in (EngagementState.ACTIVE, EngagementState.PLANNED),
            last_used_utc=0 if row.id not in last else last[row.id].toordinal(),
        )
        for row in session.execute(query.where(Engagement.state != EngagementState.ARCHIVED))
    ]
    never = own_words(rules.setting(session, settings.ACTIVITY_NEVER))
    return TitleRules(tuple(watched), tuple(names), never)


def _names(row: Any) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys((row.name, row.short_name, row.code_name)) if name)


def activity_span(session: Session) -> tuple[int, int, int]:
    """Return how many stretches are kept, the first second and the last; zeros where there are none."""
    query = select(func.count(), func.min(ActivityStretch.start_utc), func.max(ActivityStretch.end_utc))
    count, first, last = session.execute(query).one()
    return int(count), int(first or 0), int(last or 0)


def _booked(session: Session, day: date, bounds: Span, *, now_utc: int) -> tuple[tuple[Booked, ...], tuple[Span, ...]]:
    booked: list[Booked] = []
    taken: list[Span] = []
    for row in entries_touching(session, day, day):
        if row.start_utc is None:
            continue
        end_utc = max(row.start_utc, now_utc) if row.end_utc is None else row.end_utc
        span = Span(row.start_utc, end_utc).intersect(bounds)
        if span is None:
            continue
        taken.append(span)
        target = DraftTarget(row.engagement_id, row.code_id, row.task_id)
        booked.append(Booked(day, row.start_utc, end_utc, target, row.narrative, row.activity))
    return tuple(booked), tuple(taken)


def _same_weekday(session: Session, day: date) -> tuple[Booked, ...]:
    days = [day - timedelta(weeks=week) for week in range(1, HABIT_WEEKS + 1)]
    query = select(
        TimeEntry.work_day,
        TimeEntry.start_utc,
        TimeEntry.end_utc,
        TimeEntry.engagement_id,
        TimeEntry.code_id,
        TimeEntry.task_id,
        TimeEntry.narrative,
        TimeEntry.activity,
    ).where(
        TimeEntry.work_day.in_(days),
        TimeEntry.end_utc.is_not(None),
        or_(TimeEntry.engagement_id.is_not(None), TimeEntry.code_id.is_not(None)),
    )
    return tuple(
        Booked(row[0], row[1], row[2], _target(row[3], row[4], row[5]), row[6], row[7])
        for row in session.execute(query)
    )


def _planned(session: Session, day: date) -> tuple[Planned, ...]:
    active = Engagement.state == EngagementState.ACTIVE
    tasks = (
        select(Task.engagement_id, Task.id, Task.name, Task.due)
        .join(Engagement, Engagement.id == Task.engagement_id)
        .where(active, Task.done_on.is_(None), Task.due.is_not(None), is_mine())
        .where(Task.due >= day, Task.due <= day + timedelta(days=PLAN_AHEAD_DAYS))
    )
    found = [Planned(_target(e, None, t), name, due) for e, t, name, due in session.execute(tasks)]
    phases = (
        select(Phase.engagement_id, Phase.name, Phase.ends)
        .join(Engagement, Engagement.id == Phase.engagement_id)
        .where(active, Phase.state == PhaseState.ACTIVE, Phase.ends.is_not(None))
        .where(Phase.ends >= day, Phase.ends <= day + timedelta(days=PLAN_AHEAD_DAYS))
        .where(or_(Phase.starts.is_(None), Phase.starts <= day))
    )
    found += [Planned(_target(e, None, None), name, ends) for e, name, ends in session.execute(phases)]
    return tuple(found)


def _seen(session: Session, bounds: Span) -> tuple[Seen, ...]:
    query = (
        select(ActivityStretch.start_utc, ActivityStretch.end_utc, ActivityStretch.engagement_id, ActivityStretch.title)
        .join(Engagement, Engagement.id == ActivityStretch.engagement_id)
        .where(
            ActivityStretch.start_utc >= bounds.start_utc - LONGEST_STRETCH_S,
            ActivityStretch.start_utc < bounds.end_utc,
            ActivityStretch.end_utc > bounds.start_utc,
            Engagement.state != EngagementState.ARCHIVED,
        )
        .order_by(ActivityStretch.start_utc)
    )
    return tuple(Seen(start, end, EngagementId(e), title) for start, end, e, title in session.execute(query))


def _answers(session: Session, now_utc: int) -> tuple[Answer, ...]:
    query = (
        select(SuggestionAnswer)
        .outerjoin(TimeEntry, TimeEntry.id == SuggestionAnswer.entry_id)
        .where(SuggestionAnswer.at_utc > now_utc - 6 * HALF_LIFE_S)
        .where(or_(SuggestionAnswer.accepted.is_(False), TimeEntry.id.is_not(None)))
        .with_only_columns(
            SuggestionAnswer.source,
            SuggestionAnswer.engagement_id,
            SuggestionAnswer.code_id,
            SuggestionAnswer.task_id,
            SuggestionAnswer.day,
            SuggestionAnswer.start_utc,
            SuggestionAnswer.end_utc,
            SuggestionAnswer.at_utc,
            SuggestionAnswer.accepted,
        )
    )
    return tuple(
        Answer(DraftSource(row[0]), _target(row[1], row[2], row[3]), row[4], Span(row[5], row[6]), row[7], row[8])
        for row in session.execute(query)
    )


def _target(engagement: bytes | None, code: bytes | None, task: bytes | None) -> DraftTarget:
    return DraftTarget(
        None if engagement is None else EngagementId(engagement),
        None if code is None else CodeId(code),
        None if task is None else TaskId(task),
    )


def _labelled(session: Session, drafts: tuple[Draft, ...], day: date, *, zone: str) -> tuple[SuggestedRow, ...]:
    owners = _owners(session, drafts)
    codes = _codes(session, drafts)
    wanted = [draft.target.task for draft in drafts if draft.target.task is not None]
    tasks = dict(session.execute(select(Task.id, Task.name).where(Task.id.in_(wanted))).tuples().all())
    made = []
    for draft in drafts:
        target = draft.target
        owner = None if target.engagement is None else owners.get(target.engagement)
        code = codes.open_code(target, day, draft.activity)
        if owner is None and (code is None or target.engagement is not None):
            # The engagement is archived, or the non-client code is closed by now.
            continue
        task = None if target.task is None else tasks.get(target.task)
        named = None if code is None else codes.rows[code]
        made.append(
            SuggestedRow(
                draft=draft,
                book=Target(target.engagement, code, target.task if task is not None else None),
                zone=zone,
                label=owner.client if owner is not None else named.activity if named is not None else "",
                detail=task or (owner.title if owner is not None else ""),
                code="" if named is None else named.code,
                colour=owner.colour if owner is not None else -1,
            )
        )
    return tuple(made)


def _owners(session: Session, drafts: tuple[Draft, ...]) -> dict[bytes, Any]:
    ids = {draft.target.engagement for draft in drafts if draft.target.engagement is not None}
    query = (
        select(Engagement.id, Engagement.title, Client.colour, client_label.label("client"))
        .join(Client, Client.id == Engagement.client_id)
        .where(Engagement.id.in_(ids), Engagement.state != EngagementState.ARCHIVED)
    )
    return {row.id: row for row in session.execute(query)}


@dataclass(frozen=True, slots=True)
class _Codes:
    """The codes that drafts may be booked on."""

    rows: dict[bytes, Any]
    choices: dict[bytes, list[CodeChoice]]

    def open_code(self, target: DraftTarget, day: date, activity: str) -> CodeId | None:
        """Return the draft's own code where it is open on the day, else the engagement's default; None = awaits one."""
        own = None if target.code is None else self.rows.get(target.code)
        if (
            own is not None
            and standing(CodeRule(own.valid_from, own.valid_to, not own.closed), day) is CodeStanding.OPEN
        ):
            return CodeId(own.id)
        if target.engagement is None:
            return None
        return default_code(self.choices.get(target.engagement, ()), day, activity=activity)


def _codes(session: Session, drafts: tuple[Draft, ...]) -> _Codes:
    engagements = {draft.target.engagement for draft in drafts if draft.target.engagement is not None}
    own = {draft.target.code for draft in drafts if draft.target.code is not None}
    last = (
        select(func.max(TimeEntry.work_day)).where(TimeEntry.code_id == ChargeCode.id).correlate(ChargeCode)
    ).scalar_subquery()
    query = select(
        ChargeCode.id,
        ChargeCode.engagement_id,
        ChargeCode.code,
        ChargeCode.activity,
        ChargeCode.valid_from,
        ChargeCode.valid_to,
        ChargeCode.closed,
        last.label("last"),
    ).where(or_(ChargeCode.engagement_id.in_(engagements), ChargeCode.id.in_(own)))
    rows = {row.id: row for row in session.execute(query)}
    choices: dict[bytes, list[CodeChoice]] = defaultdict(list)
    for row in rows.values():
        if row.engagement_id is not None:
            rule = CodeRule(row.valid_from, row.valid_to, not row.closed)
            used = None if row.last is None else date.fromisoformat(str(row.last)).toordinal()
            choices[row.engagement_id].append(
                CodeChoice(CodeId(row.id), row.code, row.activity, rule, last_used_utc=used)
            )
    return _Codes(rows, choices)
