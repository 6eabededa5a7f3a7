"""The week check as a list with its fixes, what would go to the firm, and what has happened to the week so far."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from engagedesk.domain.days import Ambiguous, Resolved, Week, resolve_local, zone_named
from engagedesk.domain.engagement import CodeRule, standing
from engagedesk.domain.entry import Lack
from engagedesk.domain.firm_profile import CheckKind, FirmProfile
from engagedesk.domain.ids import CodeId, EngagementId, EntryId, TaskId
from engagedesk.domain.spans import Span
from engagedesk.domain.states import CodeStanding, EngagementState, EntryState, NonClientKind
from engagedesk.domain.utilization import TimeFact, utilization
from engagedesk.domain.week_check import Finding
from engagedesk.domain.week_fixes import Candidate, CheckItem, FixEntry, FixFacts, check_items
from engagedesk.models.engagements import ChargeCode, Client, Engagement
from engagedesk.models.journal import ViewState
from engagedesk.models.time import TimeEntry, Timesheet
from engagedesk.services import rules
from engagedesk.services.queries.entries import client_label
from engagedesk.services.queries.history import history
from engagedesk.services.queries.recent import recent_targets
from engagedesk.services.queries.rows import EntryRow
from engagedesk.services.queries.weeks import WeekState, week_sheet, week_view

RECENT = 8
LOOK_BACK_DAYS = 400
"""A narrative older than this says nothing about today's work."""
EVENTS = frozenset({"SubmitWeek", "RecallWeek", "ReturnEntries", "PostEntries", "MarkPosted", "Restore"})
"""Commands that say something about a week as a whole; ``Restore`` is an undo or redo."""
HANDED_IN = frozenset({EntryState.SUBMITTED, EntryState.POSTED})
_CODE_KINDS = frozenset({CheckKind.MISSING_CODE, CheckKind.CLOSED_CODE, CheckKind.NOT_YET_VALID_CODE})


@dataclass(frozen=True, slots=True)
class WeekEvent:
    """Something that happened to the week: ``what`` is the command's name."""

    at_utc: int
    who: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class WeekCheck:
    """Everything that the panel beside a week shows."""

    week: Week
    state: WeekState
    zone: str
    items: tuple[CheckItem, ...]
    left: int
    """How many items the person left as they are; they can be shown again."""
    entries: tuple[EntryRow, ...]
    goes: tuple[EntryId, ...]
    """What a submission would hand in."""
    sheet_s: int
    """The timesheet's total, rounded, without what is held back."""
    goes_s: int
    """Raw time of what would go."""
    held: tuple[tuple[EntryId, CodeStanding], ...]
    held_s: int
    """Raw time."""
    blocks: tuple[Finding, ...]
    cutoff_utc: int
    worked_s: int
    standard_s: int
    residual_s: int
    """Raw minus rounded time of the whole week."""
    chargeable_s: int
    utilization_per_mille: int | None
    names_other_client: bool
    returned: tuple[EntryRow, ...]
    events: tuple[WeekEvent, ...]
    """Oldest first."""
    increment_s: int

    @property
    def submitted(self) -> tuple[EntryRow, ...]:
        return tuple(row for row in self.entries if row.state is EntryState.SUBMITTED)

    @property
    def posted(self) -> tuple[EntryRow, ...]:
        return tuple(row for row in self.entries if row.state is EntryState.POSTED)


def week_holding(session: Session, day: date) -> Week:
    """Return the firm's week that holds a day."""
    return Week.of(day, week_end=rules.firm_profile(session).week_end)


def left_key(week: Week) -> str:
    """Return the key of the view state that holds which items of a week were left as they are."""
    return f"week_check:{week.label}"


def left_items(session: Session, week: Week) -> frozenset[str]:
    """Return the keys of the items that were left as they are."""
    value = session.scalar(select(ViewState.value).where(ViewState.key == left_key(week)))
    try:
        found = json.loads(value) if value else []
    except ValueError:
        return frozenset()
    return frozenset(one for one in found if isinstance(one, str)) if isinstance(found, list) else frozenset()


def week_check(session: Session, week: Week, *, zone: str, now_utc: int) -> WeekCheck:
    """Return the list of a week and what stands under it. ``zone`` says which day is today."""
    profile = rules.firm_profile(session)
    view = week_view(session, week, zone=zone, now_utc=now_utc)
    sheets = week_sheet(session, week, now_utc=now_utc).sheets
    held = tuple((one.entry, one.standing) for sheet in sheets for one in sheet.held_back)
    held_ids = {entry for entry, _ in held}
    # What is handed in already needs no fix: it is recalled first, or corrected.
    open_ids = {row.id for row in view.entries if row.state not in HANDED_IN}
    findings = [f for f in view.checks if f.entry is None or f.entry in open_ids or f.other in open_ids]
    everything = check_items(findings, _facts(session, view.entries, findings, week=week, now_utc=now_utc))
    left = left_items(session, week)
    items = tuple(item for item in everything if item.key not in left or item.finding.blocks)
    goes = tuple(row for row in view.entries if row.id in open_ids and row.id not in held_ids)
    kinds = _kinds(session)
    standard_s = sum(day.standard_seconds for day in view.days)
    shares = utilization(
        (TimeFact(row.seconds, row.chargeable, _kind(row, kinds)) for row in view.entries),
        profile,
        standard_s=standard_s,
    )
    return WeekCheck(
        week=week,
        state=view.state,
        zone=zone,
        items=items,
        left=len(everything) - len(items),
        entries=view.entries,
        goes=tuple(row.id for row in goes),
        sheet_s=sum(sheet.total_s for sheet in sheets),
        goes_s=sum(row.seconds for row in goes),
        held=held,
        held_s=sum(one.seconds for sheet in sheets for one in sheet.held_back),
        blocks=tuple(f for f in view.checks if f.blocks),
        cutoff_utc=_cutoff(week, profile, zone),
        worked_s=sum(day.seconds for day in view.days),
        standard_s=standard_s,
        residual_s=sum(sum(sheet.residual_s) for sheet in sheets),
        chargeable_s=sum(row.seconds for row in view.entries if row.chargeable),
        utilization_per_mille=shares.per_mille,
        names_other_client=any(f.kind is CheckKind.OTHER_CLIENT for f in view.checks),
        returned=tuple(row for row in view.entries if row.state is EntryState.RETURNED),
        events=_events(session, week),
        increment_s=profile.increment_s,
    )


def _cutoff(week: Week, profile: FirmProfile, zone: str) -> int:
    at = resolve_local(profile.cutoff_day(week.last), profile.cutoff_min * 60, zone=zone_named(zone))
    if isinstance(at, Resolved):
        return at.instant
    return at.first if isinstance(at, Ambiguous) else at.change


def _events(session: Session, week: Week) -> tuple[WeekEvent, ...]:
    query = select(Timesheet.id, Timesheet.state, Timesheet.reason, Timesheet.changed_utc).where(
        Timesheet.first_day >= week.first, Timesheet.last_day <= week.last
    )
    found: dict[tuple[int, str], WeekEvent] = {}
    for sheet in session.execute(query):
        changes = history(session, sheet.id, limit=60)
        said = [one for one in changes if one.command in EVENTS]
        for one in said:
            found[one.at_utc, one.command] = WeekEvent(one.at_utc, one.who, one.command, one.reason)
        if not said:
            # It came with others, before it had a record of its own.
            found[sheet.changed_utc, sheet.state.value] = WeekEvent(
                sheet.changed_utc, "", sheet.state.value, sheet.reason
            )
    return tuple(event for _, event in sorted(found.items()))


# -- what fixes are made of ------------------------------------------------------------------------------------------


def _facts(
    session: Session, rows: Sequence[EntryRow], findings: Sequence[Finding], *, week: Week, now_utc: int
) -> FixFacts:
    by_id = {row.id: row for row in rows}
    lacking = [by_id[f.entry] for f in findings if f.entry is not None and f.kind in _CODE_KINDS]
    empty = [by_id[f.entry] for f in findings if f.entry is not None and f.kind is CheckKind.EMPTY_NARRATIVE]
    unnamed = [
        by_id[f.entry]
        for f in findings
        if f.entry is not None and f.kind is CheckKind.MISSING_FIELD and f.params.get("field") == Lack.ACTIVITY.value
    ]
    wants_recent = any(f.kind in (CheckKind.GAP, CheckKind.MISSING_ENGAGEMENT) for f in findings)
    return FixFacts(
        entries={row.id: _fix_entry(row, now_utc) for row in rows},
        recent=_recent(session, week) if wants_recent else (),
        codes=_open_codes(session, lacking),
        narratives={row.id: text for row in empty if (text := _last_narrative(session, row))},
        activities={row.id: text for row in unnamed if (text := _last_activity(session, row))},
        non_client=_non_client(session, week) if any(f.kind is CheckKind.SHORT_DAY for f in findings) else (),
        now_utc=now_utc,
    )


def _fix_entry(row: EntryRow, now_utc: int) -> FixEntry:
    running = row.is_running
    span = None
    if row.start_utc is not None:
        end_utc = max(row.start_utc, now_utc) if row.end_utc is None else row.end_utc
        span = Span(row.start_utc, end_utc) if end_utc > row.start_utc else None
    return FixEntry(
        entry=row.id,
        version=row.version,
        day=row.work_day,
        span=span,
        zone=row.zone,
        state=row.state,
        target=Candidate(row.engagement_id, row.code_id, row.task_id, row.label, row.code or "", row.activity),
        narrative=row.narrative,
        seconds=span.seconds if running and span is not None else row.seconds,
        running=running,
        fillable=row.code_standing in (CodeStanding.OPEN, CodeStanding.MISSING),
    )


def _recent(session: Session, week: Week) -> tuple[Candidate, ...]:
    """Return what was used last and still takes time in the week."""
    targets = recent_targets(session, day=week.last, limit=RECENT)
    open_codes = {
        row.id
        for row in session.execute(
            select(ChargeCode.id, ChargeCode.valid_from, ChargeCode.valid_to, ChargeCode.closed).where(
                ChargeCode.id.in_([t.code_id for t in targets if t.code_id is not None])
            )
        )
        if _takes(row.valid_from, row.valid_to, week.first, closed=row.closed)
    }
    return tuple(
        Candidate(t.engagement_id, t.code_id, t.task_id, t.label, t.code or "")
        for t in targets
        if t.code_id in open_codes
    )


def _takes(valid_from: date | None, valid_to: date | None, day: date, *, closed: bool) -> bool:
    return standing(CodeRule(valid_from, valid_to, not closed), day) is CodeStanding.OPEN


def _open_codes(session: Session, rows: Sequence[EntryRow]) -> dict[EntryId, tuple[Candidate, ...]]:
    """Return for entries without an open code which codes may be meant.

    The same engagement's come first, then those of the client's other engagements; within each the one for the same
    activity, then the one used last.
    """
    engagements = {row.engagement_id for row in rows if row.engagement_id is not None}
    if not engagements:
        return {}
    clients = select(Engagement.client_id).where(Engagement.id.in_(engagements))
    last = (
        select(func.max(TimeEntry.changed_utc)).where(TimeEntry.code_id == ChargeCode.id).correlate(ChargeCode)
    ).scalar_subquery()
    found = session.execute(
        select(
            ChargeCode.id,
            ChargeCode.engagement_id,
            ChargeCode.code,
            ChargeCode.activity,
            ChargeCode.valid_from,
            ChargeCode.valid_to,
            Engagement.title,
            Engagement.client_id,
            client_label.label("client"),
            last.label("last"),
        )
        .join(Engagement, Engagement.id == ChargeCode.engagement_id)
        .join(Client, Client.id == Engagement.client_id)
        .where(
            ChargeCode.closed.is_(False),
            or_(
                ChargeCode.engagement_id.in_(engagements),
                Engagement.client_id.in_(clients)
                & Engagement.state.in_([EngagementState.ACTIVE, EngagementState.PLANNED]),
            ),
        )
    ).all()
    client_of = {row.engagement_id: row.client_id for row in found}
    if missing := engagements - client_of.keys():
        of_others = select(Engagement.id, Engagement.client_id).where(Engagement.id.in_(missing))
        client_of |= {row.id: row.client_id for row in session.execute(of_others)}
    answer: dict[EntryId, tuple[Candidate, ...]] = {}
    for entry in rows:
        if entry.engagement_id is None:
            continue
        fits = [
            code
            for code in found
            if code.client_id == client_of.get(entry.engagement_id)
            and _takes(code.valid_from, code.valid_to, entry.work_day, closed=False)
        ]
        words = {entry.activity.casefold(), (entry.task or "").casefold()} - {""}
        fits.sort(
            key=lambda code: (
                code.engagement_id != entry.engagement_id,
                code.activity.casefold() not in words,
                -(code.last or 0),
                code.code,
            )
        )
        answer[entry.id] = tuple(
            Candidate(
                EngagementId(code.engagement_id),
                CodeId(code.id),
                None,
                f"{code.client} · {code.title}",
                code.code,
                code.activity,
            )
            for code in fits
        )
    return answer


def _last_narrative(session: Session, row: EntryRow) -> str:
    return _last_text(session, row, TimeEntry.narrative) or ""


def _last_activity(session: Session, row: EntryRow) -> str:
    return _last_text(session, row, TimeEntry.activity) or ""


def _last_text(session: Session, row: EntryRow, column: object) -> str | None:
    """Return the last text of the same code before the entry; the same activity's goes first."""
    text = column
    same = TimeEntry.code_id == row.code_id if row.code_id else TimeEntry.engagement_id == row.engagement_id
    query = (
        select(text)  # type: ignore[call-overload]
        .where(
            same,
            text != "",
            TimeEntry.id != row.id,
            TimeEntry.work_day <= row.work_day,
            TimeEntry.work_day >= row.work_day - timedelta(days=LOOK_BACK_DAYS),
        )
        .order_by(
            (TimeEntry.task_id == TaskId(row.task_id) if row.task_id else TimeEntry.activity == row.activity).desc(),
            TimeEntry.work_day.desc(),
            TimeEntry.start_utc.desc(),
        )
        .limit(1)
    )
    found = session.scalar(query)
    return None if found is None else str(found)


def _non_client(session: Session, week: Week) -> tuple[tuple[NonClientKind, Candidate], ...]:
    query = select(
        ChargeCode.id,
        ChargeCode.code,
        ChargeCode.activity,
        ChargeCode.non_client,
        ChargeCode.valid_from,
        ChargeCode.valid_to,
    ).where(ChargeCode.non_client.is_not(None), ChargeCode.closed.is_(False))
    order = {kind: place for place, kind in enumerate(NonClientKind)}
    found = [
        (row.non_client, Candidate(None, CodeId(row.id), None, row.activity or row.code, row.code))
        for row in session.execute(query.order_by(ChargeCode.position, ChargeCode.code))
        if row.non_client is not None and _takes(row.valid_from, row.valid_to, week.last, closed=False)
    ]
    return tuple(sorted(found, key=lambda one: order[one[0]]))


def _kinds(session: Session) -> dict[bytes, NonClientKind]:
    query = select(ChargeCode.id, ChargeCode.non_client).where(ChargeCode.non_client.is_not(None))
    return {row.id: row.non_client for row in session.execute(query)}


def _kind(row: EntryRow, kinds: dict[bytes, NonClientKind]) -> NonClientKind | None:
    return None if row.code_id is None else kinds.get(row.code_id)
