"""The timesheet line by line with its ticks, and reconciliation with what the firm's system holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engagedesk.domain.days import Week, days_between
from engagedesk.domain.handover import HandoverLine, LineContent, LineKey, Ticked, day_lines, handover
from engagedesk.domain.ids import CodeId, EngagementId
from engagedesk.domain.reconciliation import (
    Accepted,
    OwnTime,
    ReconciledRow,
    RecordedTime,
    RowKey,
    is_stale,
    reconcile,
)
from engagedesk.domain.states import CodeStanding
from engagedesk.domain.timesheet import SheetEntry
from engagedesk.models.engagements import ChargeCode, Client, Engagement
from engagedesk.models.entered import AcceptedDifference, EnteredLine
from engagedesk.models.imports import ImportBatch
from engagedesk.models.time import RecordedLine
from engagedesk.services import rules
from engagedesk.services.queries.entries import client_label, day_parts, entries_touching, seconds_by_day
from engagedesk.services.queries.rows import EntryRow


@dataclass(frozen=True, slots=True)
class Handover:
    """What is to be typed into the firm's system for a week, and what has been."""

    week: Week
    lines: tuple[HandoverLine, ...]
    increment_s: int

    @property
    def done(self) -> int:
        return sum(line.is_done for line in self.lines)


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A period side by side with the firm's system. ``as_of`` None = no extract was imported."""

    first: date
    last: date
    as_of: date | None
    stale: bool
    rows: tuple[ReconciledRow, ...]
    increment_s: int

    @property
    def differences(self) -> tuple[ReconciledRow, ...]:
        return tuple(row for row in self.rows if row.differs)


def week_handover(session: Session, week: Week, *, now_utc: int) -> Handover:
    """Return the lines of a week with their ticks."""
    profile = rules.firm_profile(session)
    entries = _sheet_entries(session, week.first, week.last, now_utc=now_utc)
    lines = day_lines(entries, week.days, profile)
    return Handover(week, handover(lines, _ticks(session, week.first, week.last)), profile.increment_s)


def reconciliation(session: Session, first: date, last: date, *, today: date, now_utc: int) -> Reconciliation:
    """Return worked, entered and recorded time by code and day from first to last inclusive."""
    profile = rules.firm_profile(session)
    rows = entries_touching(session, first, last)
    days = days_between(first, last)
    as_of = extract_date(session)
    sheet: dict[RowKey, int] = defaultdict(int)
    for key, content in day_lines(_sheet_entries(session, first, last, now_utc=now_utc), days, profile).items():
        sheet[RowKey(key.day, key.code)] += content.seconds
    ticked: dict[RowKey, int] = defaultdict(int)
    for key, tick in _ticks(session, first, last).items():
        ticked[RowKey(key.day, key.code)] += tick.content.seconds
    found = reconcile(
        _own(session, rows, days, now_utc=now_utc),
        _recorded(session, first, last),
        sheet=sheet,
        ticked=ticked,
        increment_s=profile.increment_s,
        as_of=as_of,
        accepted=_accepted(session, first, last),
    )
    return Reconciliation(first, last, as_of, is_stale(as_of, today), found, profile.increment_s)


def extract_date(session: Session) -> date | None:
    """Return the date of the latest extract that holds lines of the owner; None where there is none."""
    return session.scalar(
        select(func.max(ImportBatch.as_of)).where(
            ImportBatch.kind == "recorded",
            ImportBatch.undone_utc.is_(None),
            ImportBatch.id.in_(select(RecordedLine.batch_id).where(RecordedLine.person_id == rules.my_id(session))),
        )
    )


def _sheet_entries(session: Session, first: date, last: date, *, now_utc: int) -> list[SheetEntry]:
    days = rules.work_days(session)
    return [
        SheetEntry(
            entry=row.id,
            parts=day_parts(row, days, now_utc=now_utc),
            engagement_id=row.engagement_id,
            engagement=row.label,
            code=row.code,
            standing=row.code_standing,
            activity=row.activity,
            narrative=row.narrative,
            running=row.is_running,
        )
        for row in entries_touching(session, first, last)
    ]


def _own(session: Session, rows: Sequence[EntryRow], days: Sequence[date], *, now_utc: int) -> list[OwnTime]:
    """Return finished time by day; a running timer is not handed in by anybody yet."""
    rule = rules.work_days(session)
    inside = set(days)
    return [
        OwnTime(
            entry=row.id,
            day=day,
            code=row.code or "",
            seconds=seconds,
            state=row.state,
            is_open=row.code_standing is CodeStanding.OPEN,
            part=day != row.work_day,
            label=row.label,
            narrative=row.narrative,
        )
        for row in rows
        if row.start_utc is None or row.end_utc is not None
        for day, seconds in seconds_by_day(row, rule, now_utc=now_utc)
        if day in inside and seconds
    ]


def _recorded(session: Session, first: date, last: date) -> list[RecordedTime]:
    query = (
        select(
            RecordedLine.work_day,
            RecordedLine.code,
            RecordedLine.seconds,
            RecordedLine.status,
            RecordedLine.narrative,
            RecordedLine.code_id,
            RecordedLine.engagement_id,
            ChargeCode.code.label("own_code"),
            ChargeCode.activity,
            Engagement.title,
            client_label.label("client"),
        )
        .join(ImportBatch, ImportBatch.id == RecordedLine.batch_id)
        .outerjoin(ChargeCode, ChargeCode.id == RecordedLine.code_id)
        .outerjoin(Engagement, Engagement.id == RecordedLine.engagement_id)
        .outerjoin(Client, Client.id == Engagement.client_id)
        .where(
            RecordedLine.person_id == rules.my_id(session),
            RecordedLine.work_day >= first,
            RecordedLine.work_day <= last,
            ImportBatch.undone_utc.is_(None),
        )
        .order_by(RecordedLine.work_day, RecordedLine.code, RecordedLine.id)
    )
    return [
        RecordedTime(
            day=row.work_day,
            # The store's spelling of the code, where it knows it.
            code=row.own_code or row.code,
            seconds=row.seconds,
            status=row.status,
            narrative=row.narrative,
            code_id=None if row.code_id is None else CodeId(row.code_id),
            engagement_id=None if row.engagement_id is None else EngagementId(row.engagement_id),
            label=f"{row.client} · {row.title}" if row.title else (row.activity or ""),
        )
        for row in session.execute(query)
    ]


def _ticks(session: Session, first: date, last: date) -> dict[LineKey, Ticked]:
    query = select(
        EnteredLine.work_day,
        EnteredLine.code,
        EnteredLine.activity,
        EnteredLine.seconds,
        EnteredLine.narrative,
        EnteredLine.entered_utc,
    ).where(EnteredLine.work_day >= first, EnteredLine.work_day <= last)
    return {
        LineKey(row.work_day, row.code, row.activity): Ticked(LineContent(row.seconds, row.narrative), row.entered_utc)
        for row in session.execute(query)
    }


def _accepted(session: Session, first: date, last: date) -> dict[RowKey, Accepted]:
    query = select(
        AcceptedDifference.work_day,
        AcceptedDifference.code,
        AcceptedDifference.worked_s,
        AcceptedDifference.recorded_s,
        AcceptedDifference.note,
    ).where(AcceptedDifference.work_day >= first, AcceptedDifference.work_day <= last)
    return {
        RowKey(row.work_day, row.code): Accepted(row.worked_s, row.recorded_s, row.note)
        for row in session.execute(query)
    }
