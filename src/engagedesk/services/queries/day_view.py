"""Today's view, the running timer and what was worked on lately, made of the answers to plain questions.

No SQLAlchemy here: the same code stands behind the window's first look and behind every later one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from engagedesk.domain.away import free_s
from engagedesk.domain.days import DayStartRule, Week, WorkDays, zone_named
from engagedesk.domain.engagement import CodeRule, standing
from engagedesk.domain.firm_profile import FirmProfile
from engagedesk.domain.ids import AwayId, CodeId, EngagementId, EntryId, TaskId
from engagedesk.domain.spans import Span, gaps, merge, overlapping_pairs
from engagedesk.services.queries.asking import Ask, Question
from engagedesk.services.queries.rows import (
    AwayRow,
    DayFigure,
    EntryRow,
    GapRow,
    OverlapRow,
    RecentTarget,
    RunningRow,
    TodayView,
)

LOOK_BACK_DAYS: Final = 31
"""An entry that began longer ago and reaches into a day is not looked for: no timer runs for a month."""
RECENT_DAYS: Final = 60
RECENT: Final = 8


@dataclass(frozen=True, slots=True)
class FrameRows:
    """What the frame and Today show; asked for in one go, so that they never disagree."""

    today: date
    view: TodayView
    recent: tuple[RecentTarget, ...]
    running: RunningRow | None


def frame(ask: Ask, *, zone: str, now_utc: int, day: date | None = None) -> FrameRows:
    """Return what the frame and Today show; ``day`` None = the present work day."""
    present = work_day_of(ask, now_utc, zone)
    return FrameRows(
        present,
        today(ask, day=day or present, zone=zone, now_utc=now_utc),
        recent_targets(ask, day=present, limit=RECENT),
        running(ask),
    )


def work_days(ask: Ask) -> WorkDays:
    """Return when work days start, by every rule from its day on."""
    return WorkDays(tuple(DayStartRule(row.valid_from, row.start_min) for row in ask(Question.DAY_STARTS)))


def firm_profile(ask: Ask) -> FirmProfile:
    """Return the firm's rules; the defaults where none are set."""
    found = ask(Question.FIRM_PROFILE)
    return FirmProfile.from_data(found[0].data).profile if found else FirmProfile()


def work_day_of(ask: Ask, now_utc: int, zone: str) -> date:
    """Return the work day that an instant belongs to at a place."""
    return work_days(ask).day_of(now_utc, zone_named(zone))


def running(ask: Ask) -> RunningRow | None:
    """Return the running timer; None where none runs."""
    found = ask(Question.RUNNING)
    return _running_row(entry_row(found[0]), found[0].last_activity_utc) if found else None


def look_back(first: date) -> dict[str, date]:
    """Return how far before ``first`` entries may begin that reach into it: long ones, and any of them."""
    return {"reach": first - timedelta(days=LOOK_BACK_DAYS), "near": first - timedelta(days=2)}


def entries_touching(ask: Ask, first: date, last: date) -> tuple[EntryRow, ...]:
    """Return the entries that began in the days or may reach into them, oldest first."""
    return tuple(entry_row(row) for row in ask(Question.ENTRIES, first=first, last=last, **look_back(first)))


def today(ask: Ask, *, day: date, zone: str, now_utc: int) -> TodayView:
    """Return everything Today shows for one work day; its week is the firm's week that holds the day."""
    days = work_days(ask)
    profile = firm_profile(ask)
    place = zone_named(zone)
    bounds = days.bounds(day, place)
    week = Week.of(day, week_end=profile.week_end)
    rows = entries_touching(ask, week.first, week.last)
    by_day, chargeable_s = _week_totals(rows, days, week)
    entries = tuple(row for row in rows if any(d == day for d, _ in seconds_by_day(row, days, now_utc=now_utc)))
    entries = tuple(sorted(entries, key=lambda r: (r.start_utc is None, r.start_utc or 0, r.id)))
    away = away_in(ask, bounds, rows, now_utc=now_utc)
    besides = (*_away_spans(away, now_utc), *breaks_in(ask, bounds))
    free = _gaps(entries, bounds, now_utc=now_utc, at_least_s=profile.gap_min * 60, zone=zone, besides=besides)
    awaiting_count, awaiting_s, oldest = _awaiting(ask)
    waiting_s, waiting_weeks = _not_submitted(ask, before=week.first, profile=profile)
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
        running=running(ask),
        away=away,
    )


def away_in(ask: Ask, bounds: Span, entries: tuple[EntryRow, ...], *, now_utc: int) -> tuple[AwayRow, ...]:
    """Return the unanswered away periods that reach into a stretch, with what no entry has claimed of them since."""
    found = ask(Question.AWAY, since=bounds.start_utc, until=bounds.end_utc)
    spans = [span for _, span in spans_of(entries, now_utc)]
    rows = (away_row(row, spans) for row in found)
    return tuple(row for row in rows if row.end_utc is None or row.unallocated_s > 0)


def breaks_in(ask: Ask, bounds: Span) -> tuple[Span, ...]:
    """Return the breaks in a stretch: no time was worked in them, and they are no gaps."""
    reach = bounds.start_utc - LOOK_BACK_DAYS * 86_400
    found = ask(Question.BREAKS, since=bounds.start_utc, until=bounds.end_utc, reach=reach)
    spans = (Span(row.start_utc, row.end_utc) for row in found)
    return merge(part for span in spans if (part := span.intersect(bounds)) is not None)


def away_row(row: Any, claimed: Sequence[Span]) -> AwayRow:
    """Return the frozen row for one result of ``selects.away_select``; ``claimed`` is what entries hold by now."""
    is_client = row.engagement_id is not None
    period = None if row.end_utc is None else Span(row.start_utc, row.end_utc)
    return AwayRow(
        id=AwayId(row.id),
        start_utc=row.start_utc,
        end_utc=row.end_utc,
        zone=row.zone,
        cause=row.cause,
        answer=row.answer,
        unallocated_s=0 if period is None else free_s(period, claimed),
        entry=None if row.entry is None else EntryId(row.entry),
        engagement_id=EngagementId(row.engagement_id) if is_client else None,
        code_id=None if row.code_id is None else CodeId(row.code_id),
        task_id=None if row.task_id is None else TaskId(row.task_id),
        label=row.client if is_client else (row.code_activity or ""),
        detail=(row.task or row.title) if is_client else "",
        colour=row.colour if is_client else -1,
        code=row.code or "",
    )


def recent_targets(ask: Ask, *, day: date, limit: int = RECENT) -> tuple[RecentTarget, ...]:
    """Return what was worked on lately, most recent first, each target once."""
    today_s = {
        (row.engagement_id, row.code_id, row.task_id): int(row.seconds or 0) for row in ask(Question.WORKED_ON, day=day)
    }
    found = ask(Question.RECENT, since=day - timedelta(days=RECENT_DAYS), most=limit)
    return tuple(_recent(row, today_s) for row in found)


def _recent(row: Any, today_s: dict[tuple[bytes | None, bytes | None, bytes | None], int]) -> RecentTarget:
    is_client = row.engagement_id is not None
    label = row.client if is_client else row.activity
    return RecentTarget(
        engagement_id=EngagementId(row.engagement_id) if is_client else None,
        code_id=None if row.code_id is None else CodeId(row.code_id),
        task_id=None if row.task_id is None else TaskId(row.task_id),
        label=label,
        detail=(row.task or row.title or "") if is_client else "",
        code=row.code,
        colour=row.colour if is_client else -1,
        today_s=today_s.get((row.engagement_id, row.code_id, row.task_id), 0),
        text=" ".join(part for part in (label, row.title, row.code, row.task) if part),
    )


def entry_row(row: Any) -> EntryRow:
    """Return the frozen row for one result of ``selects.entry_select``."""
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


def spans_of(entries: Sequence[EntryRow], now_utc: int) -> list[tuple[EntryRow, Span]]:
    """Return the entries that have times, with them; the running one ends now."""
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
    spans = spans_of(entries, now_utc)
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
    spans = spans_of(entries, now_utc)
    return tuple(
        OverlapRow(spans[pair.first][0].id, spans[pair.second][0].id, pair.span.seconds)
        for pair in overlapping_pairs([span for _, span in spans])
    )


def _awaiting(ask: Ask) -> tuple[int, int, date | None]:
    found = ask(Question.AWAITING)[0]
    return int(found.count), int(found.seconds), found.oldest


def _not_submitted(ask: Ask, *, before: date, profile: FirmProfile) -> tuple[int, int]:
    found = ask(Question.NOT_SUBMITTED, before=before)
    weeks = {Week.of(row.work_day, week_end=profile.week_end).label for row in found}
    return sum(int(row.seconds or 0) for row in found), len(weeks)
