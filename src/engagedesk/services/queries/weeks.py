"""A week as a grid with its checks, and the lines of its timesheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from engagedesk.domain.days import Week, WorkDays, zone_named
from engagedesk.domain.firm_profile import FirmProfile
from engagedesk.domain.ids import EngagementId
from engagedesk.domain.spans import Span
from engagedesk.domain.states import EntryState
from engagedesk.domain.timesheet import Grid, SheetEntry, Timesheet, export_table, timesheet, week_grid
from engagedesk.domain.week_check import CheckEntry, Finding, UnansweredAway, check_week
from engagedesk.models.engagements import Client, Engagement
from engagedesk.services import rules
from engagedesk.services.queries.away import breaks_between, unanswered_away
from engagedesk.services.queries.entries import day_parts, entries_touching, on_days
from engagedesk.services.queries.rows import DayFigure, EntryRow


class WeekState(StrEnum):
    """How far a week is: the least settled of its entries says it."""

    EMPTY = "empty"
    OPEN = "open"
    RETURNED = "returned"
    PARTLY_SUBMITTED = "partly_submitted"
    SUBMITTED = "submitted"
    POSTED = "posted"


@dataclass(frozen=True, slots=True)
class WeekView:
    """One week: raw seconds by row and day, the totals against standard, and what to look at before it goes out."""

    week: Week
    state: WeekState
    days: tuple[DayFigure, ...]
    grid: Grid
    checks: tuple[Finding, ...]
    entries: tuple[EntryRow, ...]
    increment_s: int


@dataclass(frozen=True, slots=True)
class WeekSheet:
    """The timesheets of one week: one, or two where the firm splits at the month's end."""

    week: Week
    sheets: tuple[Timesheet, ...]
    profile: FirmProfile

    def tables(self) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """Return header and rows of each sheet as texts (``code,activity,narrative``, a column a day, ``total``)."""
        return tuple(export_table(sheet, self.profile) for sheet in self.sheets)


def week_named(session: Session, text: str) -> Week:
    """Return the week of an ISO label by the firm's week end; ``UserError`` where it is none."""
    return Week.parse(text, week_end=rules.firm_profile(session).week_end)


def week_view(session: Session, week: Week, *, zone: str, now_utc: int) -> WeekView:
    """Return a week's grid and checks. ``zone`` says which day is today."""
    days = rules.work_days(session)
    profile = rules.firm_profile(session)
    rows = _inside(entries_touching(session, week.first, week.last), week.days, days, now_utc=now_utc)
    grid = week_grid((_sheet_entry(row, days, now_utc) for row in rows), week.days)
    checks = check_week(
        [_check_entry(row, days, now_utc) for row in rows],
        week.days,
        profile=profile,
        work_days=days,
        home=zone_named(zone),
        now_utc=now_utc,
        other_clients=_other_clients(session),
        breaks=breaks_between(session, _bounds(week, days, zone)),
        away=_unanswered(session, days),
    )
    figures = tuple(
        DayFigure(day, seconds, profile.standard_s(day))
        for day, seconds in zip(week.days, grid.day_totals_s, strict=True)
    )
    return WeekView(week, week_state(rows), figures, grid, checks, rows, profile.increment_s)


def _unanswered(session: Session, days: WorkDays) -> list[UnansweredAway]:
    found = []
    for row in unanswered_away(session):
        if row.end_utc is not None:
            day = days.day_of(row.start_utc, zone_named(row.zone))
            found.append(UnansweredAway(row.id, day, Span(row.start_utc, row.end_utc)))
    return found


def _bounds(week: Week, days: WorkDays, zone: str) -> Span:
    """Return the week's instants, with a day more on each side for entries of other zones."""
    place = zone_named(zone)
    first, last = days.bounds(week.first, place), days.bounds(week.last, place)
    return Span(first.start_utc - 86_400, last.end_utc + 86_400)


def week_sheet(session: Session, week: Week, *, now_utc: int) -> WeekSheet:
    """Return the lines for the firm's own timesheet system, rounded; nothing in the store changes."""
    days = rules.work_days(session)
    profile = rules.firm_profile(session)
    rows = _inside(entries_touching(session, week.first, week.last), week.days, days, now_utc=now_utc)
    entries = [_sheet_entry(row, days, now_utc) for row in rows]
    sheets = week.sheets(split_at_month_end=profile.split_at_month_end)
    return WeekSheet(week, tuple(timesheet(entries, sheet, profile) for sheet in sheets), profile)


def _inside(
    rows: Sequence[EntryRow], days: Sequence[date], work_days: WorkDays, *, now_utc: int
) -> tuple[EntryRow, ...]:
    kept = on_days(rows, days, work_days, now_utc=now_utc)
    return tuple(sorted(kept, key=lambda r: (r.work_day, r.start_utc is None, r.start_utc or 0, r.id)))


def _sheet_entry(row: EntryRow, days: WorkDays, now_utc: int) -> SheetEntry:
    return SheetEntry(
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


def _check_entry(row: EntryRow, days: WorkDays, now_utc: int) -> CheckEntry:
    span = None
    if row.start_utc is not None:
        end_utc = max(row.start_utc, now_utc) if row.end_utc is None else row.end_utc
        span = Span(row.start_utc, end_utc) if end_utc > row.start_utc else None
    return CheckEntry(
        entry=row.id,
        parts=day_parts(row, days, now_utc=now_utc),
        span=span,
        zone=zone_named(row.zone),
        label=row.label,
        code=row.code,
        standing=row.code_standing,
        narrative=row.narrative,
        activity=row.activity,
        has_task=row.task_id is not None,
        has_target=row.engagement_id is not None or row.code_id is not None,
        is_client=row.engagement_id is not None,
        engagement_id=row.engagement_id,
        running=row.is_running,
        is_reversal=row.reverses is not None,
        open_gate=row.open_gate,
    )


def week_state(rows: Sequence[EntryRow]) -> WeekState:
    states = {row.state for row in rows}
    if not states:
        return WeekState.EMPTY
    if EntryState.RETURNED in states:
        return WeekState.RETURNED
    settled = {EntryState.SUBMITTED, EntryState.POSTED}
    if states == {EntryState.POSTED}:
        return WeekState.POSTED
    if states <= settled:
        return WeekState.SUBMITTED
    return WeekState.PARTLY_SUBMITTED if states & settled else WeekState.OPEN


def _other_clients(session: Session) -> dict[EngagementId, tuple[str, ...]]:
    """Return, for each engagement, the names of all clients but its own."""
    names: dict[bytes, tuple[str, ...]] = {
        row.id: tuple({name for name in (row.name, row.short_name) if len(name) > 3})
        for row in session.execute(select(Client.id, Client.name, Client.short_name))
    }
    return {
        EngagementId(row.id): tuple(
            name for client, theirs in names.items() if client != row.client_id for name in theirs
        )
        for row in session.execute(select(Engagement.id, Engagement.client_id))
    }
