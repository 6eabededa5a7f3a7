"""What an undone import left in the store, in words: rows that somebody changed since, or that others name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from engagedesk.models.engagements import ChargeCode, Client, Engagement, Phase, Task
from engagedesk.models.people import Person
from engagedesk.models.time import RecordedLine, TimeEntry
from engagedesk.services.queries.selects import client_label

AT_MOST: Final = 500
"""Rows that are named; how many there are is told by the undo itself."""


@dataclass(frozen=True, slots=True)
class StayedRow:
    """One row; ``what`` is "" where it is gone by now or has no name of its own."""

    kind: str
    """Table."""
    id: bytes
    what: str
    day: date | None = None
    seconds: int | None = None


def stayed_rows(session: Session, stayed: Sequence[tuple[str, bytes]]) -> tuple[StayedRow, ...]:
    """Return the rows that an undo listed as (table, id), in its order; clients by the name that is shown."""
    wanted = stayed[:AT_MOST]
    found: dict[tuple[str, bytes], StayedRow] = {}
    for kind in dict.fromkeys(kind for kind, _ in wanted):
        query = _query(kind)
        if query is None:
            continue
        for row in session.execute(query.where(_ID[kind].in_([one for other, one in wanted if other == kind]))):
            one, day, seconds, *words = row
            found[(kind, one)] = StayedRow(kind, one, " · ".join(word for word in words if word), day, seconds)
    return tuple(found.get(pair, StayedRow(pair[0], pair[1], "")) for pair in wanted)


_ID: Final[dict[str, Any]] = {
    table.__tablename__: table.id
    for table in (Client, Engagement, ChargeCode, Phase, Task, Person, TimeEntry, RecordedLine)
}


def _query(kind: str) -> Select[Any] | None:
    """Return id, day, seconds and words of a table's rows; None = they have no name."""
    none = select(Client.id).where(Client.id.is_(None)).scalar_subquery()
    if kind == "client":
        return select(Client.id, none, none, client_label)
    if kind == "engagement":
        return select(Engagement.id, none, none, client_label, Engagement.title).join(
            Client, Client.id == Engagement.client_id
        )
    if kind == "charge_code":
        return select(ChargeCode.id, none, none, ChargeCode.code, ChargeCode.activity)
    if kind in ("phase", "task"):
        table = Phase if kind == "phase" else Task
        return (
            select(table.id, none, none, client_label, Engagement.title, table.name)
            .join(Engagement, Engagement.id == table.engagement_id)
            .join(Client, Client.id == Engagement.client_id)
        )
    if kind == "person":
        return select(Person.id, none, none, Person.name)
    if kind == "time_entry":
        return (
            select(TimeEntry.id, TimeEntry.work_day, TimeEntry.seconds, client_label, Engagement.title, ChargeCode.code)
            .outerjoin(Engagement, Engagement.id == TimeEntry.engagement_id)
            .outerjoin(Client, Client.id == Engagement.client_id)
            .outerjoin(ChargeCode, ChargeCode.id == TimeEntry.code_id)
        )
    if kind == "recorded_line":
        return select(
            RecordedLine.id, RecordedLine.work_day, RecordedLine.seconds, Person.name, RecordedLine.code
        ).join(Person, Person.id == RecordedLine.person_id)
    return None
