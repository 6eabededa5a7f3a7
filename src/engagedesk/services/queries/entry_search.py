"""Entries found by words over all history, newest first: by narrative, activity, client, engagement, code and task."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, case, func, or_, select
from sqlalchemy.orm import Session

from engagedesk.models.engagements import ChargeCode, Client, Engagement, Task
from engagedesk.models.time import TimeEntry
from engagedesk.services.queries.day_view import entry_row
from engagedesk.services.queries.engagement_list import searched_words, stands_in
from engagedesk.services.queries.rows import EntryRow
from engagedesk.services.queries.selects import client_code, client_hidden, entry_select

PAGE: Final = 200
"""Rows of one look; more are asked for."""

# A client that is shown by its code name is found by that alone: what a search finds tells who it is.
_client_words: Final = case(
    (client_hidden, client_code),
    else_=Client.name + " " + Client.short_name + " " + Client.code_name,
)


@dataclass(frozen=True, slots=True)
class EntrySearch:
    text: str = ""
    """Words; each stands somewhere in the entry. Case is ignored for ASCII letters."""
    most: int = PAGE


@dataclass(frozen=True, slots=True)
class FoundEntries:
    wanted: EntrySearch
    rows: tuple[EntryRow, ...]
    """Newest first, at most ``wanted.most``."""
    count: int
    """Of all that were found."""
    seconds: int
    """Of all that were found; a running entry counts nothing yet."""


def search_entries(session: Session, wanted: EntrySearch) -> FoundEntries:
    """Return the entries in which every word stands; without a word all of them."""
    found = [_stands(word) for word in searched_words(wanted.text)]
    query = (
        entry_select()
        .where(*found)
        .order_by(TimeEntry.work_day.desc(), TimeEntry.start_utc.desc().nulls_last(), TimeEntry.id.desc())
        .limit(wanted.most)
    )
    rows = tuple(entry_row(row) for row in session.execute(query))
    if len(rows) < wanted.most:
        # These are all: history is not read a second time.
        return FoundEntries(wanted, rows, len(rows), sum(row.seconds for row in rows))
    totals = select(func.count(), func.sum(TimeEntry.seconds)).select_from(TimeEntry).where(*found)
    count, seconds = session.execute(totals).one()
    return FoundEntries(wanted, rows, count, seconds)


def _stands(word: str) -> ColumnElement[bool]:
    """Return the condition that a word stands in an entry; the few names are looked through once, not per entry."""
    named = stands_in(word, (_client_words, Engagement.title))
    engagements = select(Engagement.id).join(Client, Client.id == Engagement.client_id).where(named)
    codes = select(ChargeCode.id).where(stands_in(word, (ChargeCode.code, ChargeCode.activity)))
    tasks = select(Task.id).where(stands_in(word, (Task.name,)))
    return or_(
        stands_in(word, (TimeEntry.narrative, TimeEntry.activity)),
        TimeEntry.engagement_id.in_(engagements),
        TimeEntry.code_id.in_(codes),
        TimeEntry.task_id.in_(tasks),
    )
