"""Time entries as rows, asked of a session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from engagedesk.domain.days import DayPart, WorkDays
from engagedesk.domain.ids import EntryId
from engagedesk.errors import UserError
from engagedesk.models.time import TimeEntry
from engagedesk.services.queries import day_view, selects
from engagedesk.services.queries.day_view import entry_row, seconds_by_day, spans_of
from engagedesk.services.queries.rows import EntryRow
from engagedesk.services.queries.selects import client_hidden, client_label, entry_select, of_session

__all__ = [
    "client_hidden",
    "client_label",
    "day_parts",
    "entries_between",
    "entries_touching",
    "entry_by_id",
    "entry_known",
    "entry_row",
    "entry_select",
    "on_days",
    "seconds_by_day",
    "spans_of",
    "touching",
]


def touching(first: date, last: date) -> ColumnElement[bool]:
    """Return the condition for entries that may lie in the days from first to last: began there, or reach in.

    It admits a few that end before ``first``; ``seconds_by_day`` sorts them out to the second.
    """
    return selects.touching(first, last, **day_view.look_back(first))


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
    return day_view.entries_touching(of_session(session), first, last)


def entry_by_id(session: Session, entry: EntryId) -> EntryRow | None:
    """Return one entry's row."""
    row = session.execute(entry_select().where(TimeEntry.id == entry)).first()
    return None if row is None else entry_row(row)


def entry_known(session: Session, entry: EntryId) -> EntryRow:
    """Return the row of an entry that was just named or made; ``UserError`` where it went meanwhile."""
    row = entry_by_id(session, entry)
    if row is None:
        raise UserError("record.gone", kind="time_entry")
    return row


def day_parts(row: EntryRow, days: WorkDays, *, now_utc: int) -> tuple[DayPart, ...]:
    """Return how an entry falls on work days; a running one counts to now."""
    return tuple(DayPart(day, seconds) for day, seconds in seconds_by_day(row, days, now_utc=now_utc))


def on_days(rows: Sequence[EntryRow], days: Sequence[date], work_days: WorkDays, *, now_utc: int) -> Iterator[EntryRow]:
    """Yield the entries that have a part on one of the days, in their order."""
    wanted = set(days)
    for row in rows:
        if any(day in wanted for day, _ in seconds_by_day(row, work_days, now_utc=now_utc)):
            yield row
