"""One day as Today shows it, and the running timer."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from sqlalchemy import BindParameter, bindparam, func, select
from sqlalchemy.orm import Session

from engagedesk.domain.days import Week, WorkDays, zone_named
from engagedesk.domain.firm_profile import FirmProfile
from engagedesk.domain.spans import Span, gaps, overlapping_pairs
from engagedesk.domain.states import EntryState
from engagedesk.models.time import TimeEntry
from engagedesk.services import rules
from engagedesk.services.queries.away import away_between, breaks_between
from engagedesk.services.queries.entries import entries_touching, entry_row, entry_select, seconds_by_day
from engagedesk.services.queries.rows import (
    AwayRow,
    DayFigure,
    EntryRow,
    GapRow,
    OverlapRow,
    RunningRow,
    TodayView,
)

UNSUBMITTED = (EntryState.DRAFT, EntryState.READY, EntryState.RETURNED)


def work_day_of(session: Session, now_utc: int, zone: str) -> date:
    """Return the work day that an instant belongs to at a place."""
    return rules.work_days(session).day_of(now_utc, zone_named(zone))


def running(session: Session) -> RunningRow | None:
    """Return the running timer; None where none runs."""
    query = entry_select().add_columns(TimeEntry.last_activity_utc)
    row = session.execute(query.where(TimeEntry.end_utc.is_(None), TimeEntry.start_utc.is_not(None))).first()
    if row is None:
        return None
    return _running_row(entry_row(row), row.last_activity_utc)


def today(session: Session, *, day: date, zone: str, now_utc: int) -> TodayView:
    """Return everything Today shows for one work day; its week is the firm's week that holds the day."""
    days = rules.work_days(session)
    profile = rules.firm_profile(session)
    place = zone_named(zone)
    bounds = days.bounds(day, place)
    week = Week.of(day, week_end=profile.week_end)
    rows = entries_touching(session, week.first, week.last)
    by_day, chargeable_s = _week_totals(rows, days, week)
    entries = tuple(row for row in rows if any(d == day for d, _ in seconds_by_day(row, days, now_utc=now_utc)))
    entries = tuple(sorted(entries, key=lambda r: (r.start_utc is None, r.start_utc or 0, r.id)))
    away = away_between(session, bounds)
    besides = (*_away_spans(away, now_utc), *breaks_between(session, bounds))
    free = _gaps(entries, bounds, now_utc=now_utc, at_least_s=profile.gap_min * 60, zone=zone, besides=besides)
    awaiting_count, awaiting_s, oldest = _awaiting(session)
    waiting_s, waiting_weeks = _not_submitted(session, before=week.first, profile=profile)
    week_days = tuple(DayFigure(d, by_day.get(d, 0), profile.standard_s(d)) for d in week.days)
    return TodayView(
        day=day,
        zone=zone,
        day_start_utc=bounds.start_utc,
        day_end_utc=bounds.end_utc,
        entries=entries,
        gaps=free,
        overlaps=_overlaps(entries, now_utc=now_utc),
        recorded_s=by_day.get(day, 0),
        standard_s=profile.standard_s(day),
        unallocated_s=sum(gap.end_utc - gap.start_utc for gap in free) + sum(row.unallocated_s for row in away),
        week_label=week.label,
        week=week_days,
        week_chargeable_s=chargeable_s,
        week_recorded_s=sum(figure.seconds for figure in week_days),
        week_standard_s=sum(figure.standard_seconds for figure in week_days),
        awaiting_code_s=awaiting_s,
        awaiting_code_count=awaiting_count,
        oldest_awaiting_day=oldest,
        not_submitted_s=waiting_s,
        not_submitted_weeks=waiting_weeks,
        running=running(session),
        away=away,
    )


def awaiting_code(session: Session, *, limit: int = 200) -> tuple[EntryRow, ...]:
    """Return the entries of an engagement that have no code yet, oldest first."""
    query = (
        entry_select()
        .where(TimeEntry.code_id.is_(None), TimeEntry.engagement_id.is_not(None))
        .order_by(TimeEntry.work_day, TimeEntry.start_utc, TimeEntry.id)
        .limit(limit)
    )
    return tuple(entry_row(row) for row in session.execute(query))


def last_end(session: Session, *, day: date, zone: str) -> int | None:
    """Return the last end of a finished span on a work day; None where there is none."""
    days = rules.work_days(session)
    bounds = days.bounds(day, zone_named(zone))
    query = select(func.max(TimeEntry.end_utc)).where(
        TimeEntry.work_day >= day - timedelta(days=1),
        TimeEntry.work_day <= day,
        TimeEntry.end_utc > bounds.start_utc,
        TimeEntry.end_utc <= bounds.end_utc,
    )
    return session.scalar(query)


def _running_row(row: EntryRow, last_activity_utc: int | None) -> RunningRow:
    start_utc = row.start_utc or 0
    return RunningRow(
        entry_id=row.id,
        version=row.version,
        start_utc=start_utc,
        zone=row.zone,
        label=row.engagement,
        detail=row.task or row.engagement_detail,
        colour=row.colour,
        chargeable=row.chargeable,
        last_activity_utc=last_activity_utc or start_utc,
    )


def _week_totals(rows: tuple[EntryRow, ...], days: WorkDays, week: Week) -> tuple[dict[date, int], int]:
    totals: dict[date, int] = defaultdict(int)
    chargeable_s = 0
    inside = set(week.days)
    for row in rows:
        for day, seconds in seconds_by_day(row, days):
            if day in inside:
                totals[day] += seconds
                chargeable_s += seconds if row.chargeable else 0
    return totals, chargeable_s


def _spans(entries: tuple[EntryRow, ...], now_utc: int) -> list[tuple[EntryRow, Span]]:
    found = []
    for row in entries:
        if row.start_utc is not None:
            end_utc = max(row.start_utc, now_utc) if row.end_utc is None else row.end_utc
            if end_utc > row.start_utc:
                found.append((row, Span(row.start_utc, end_utc)))
    return found


def _gaps(
    entries: tuple[EntryRow, ...],
    bounds: Span,
    *,
    now_utc: int,
    at_least_s: int,
    zone: str,
    besides: tuple[Span, ...],
) -> tuple[GapRow, ...]:
    """Return the gaps; ``besides`` is time that is accounted for otherwise (away, a break)."""
    spans = _spans(entries, now_utc)
    found = []
    for gap in gaps((*(span for _, span in spans), *besides), bounds, at_least_s=at_least_s):
        before = [pair for pair in spans if pair[1].end_utc <= gap.start_utc]
        place = max(before, key=lambda pair: pair[1].end_utc)[0].zone if before else zone
        found.append(GapRow(gap.start_utc, gap.end_utc, place))
    return tuple(found)


def _away_spans(away: tuple[AwayRow, ...], now_utc: int) -> tuple[Span, ...]:
    ends = ((row.start_utc, now_utc if row.end_utc is None else row.end_utc) for row in away)
    return tuple(Span(start, max(start, end)) for start, end in ends)


def _overlaps(entries: tuple[EntryRow, ...], *, now_utc: int) -> tuple[OverlapRow, ...]:
    spans = _spans(entries, now_utc)
    return tuple(
        OverlapRow(spans[pair.first][0].id, spans[pair.second][0].id, pair.span.seconds)
        for pair in overlapping_pairs([span for _, span in spans])
    )


def _awaiting(session: Session) -> tuple[int, int, date | None]:
    query = select(func.count(), func.coalesce(func.sum(TimeEntry.seconds), 0), func.min(TimeEntry.work_day)).where(
        TimeEntry.code_id.is_(None), TimeEntry.engagement_id.is_not(None)
    )
    count, seconds, oldest = session.execute(query).one()
    return int(count), int(seconds), oldest


def _not_submitted(session: Session, *, before: date, profile: FirmProfile) -> tuple[int, int]:
    # Written into the statement: SQLite sees only then that the index of open entries will do, and reads no others.
    states: BindParameter[EntryState] = bindparam("states", UNSUBMITTED, expanding=True, literal_execute=True)
    query = (
        select(TimeEntry.work_day, func.sum(TimeEntry.seconds))
        .where(TimeEntry.state.in_(states), TimeEntry.work_day < before)
        .group_by(TimeEntry.work_day)
    )
    days = session.execute(query).tuples().all()
    weeks = {Week.of(day, week_end=profile.week_end).label for day, _ in days}
    return sum(int(seconds or 0) for _, seconds in days), len(weeks)
