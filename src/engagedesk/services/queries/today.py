"""One day as Today shows it, and the running timer, asked of a session."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engagedesk.domain.days import zone_named
from engagedesk.models.time import TimeEntry
from engagedesk.services import rules
from engagedesk.services.queries import day_view
from engagedesk.services.queries.day_view import FrameRows, entry_row
from engagedesk.services.queries.rows import EntryRow, RunningRow, TodayView
from engagedesk.services.queries.selects import entry_select, of_session


def work_day_of(session: Session, now_utc: int, zone: str) -> date:
    """Return the work day that an instant belongs to at a place."""
    return day_view.work_day_of(of_session(session), now_utc, zone)


def frame(session: Session, *, zone: str, now_utc: int, day: date | None = None) -> FrameRows:
    """Return what the frame and Today show; ``day`` None = the present work day."""
    return day_view.frame(of_session(session), zone=zone, now_utc=now_utc, day=day)


def running(session: Session) -> RunningRow | None:
    """Return the running timer; None where none runs."""
    return day_view.running(of_session(session))


def today(session: Session, *, day: date, zone: str, now_utc: int) -> TodayView:
    """Return everything Today shows for one work day; its week is the firm's week that holds the day."""
    return day_view.today(of_session(session), day=day, zone=zone, now_utc=now_utc)


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
