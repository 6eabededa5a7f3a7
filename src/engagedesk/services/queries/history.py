"""The history of one record, from the audit record: who, when, field, old, new, reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from engagedesk.models.engagements import ChargeCode, Client, Engagement, Phase, Task
from engagedesk.models.imports import ImportBatch
from engagedesk.models.journal import Audit, AuditTouch
from engagedesk.models.people import Person
from engagedesk.models.time import RecordedLine, TimeEntry
from engagedesk.services.queries.rows import HistoryRow

_NAMES: Final[dict[str, InstrumentedAttribute[str]]] = {
    "client_id": Client.name,
    "engagement_id": Engagement.title,
    "code_id": ChargeCode.code,
    "phase_id": Phase.name,
    "task_id": Task.name,
    "person_id": Person.name,
}
QUIET = frozenset({"changed_utc"})
"""Columns whose change says nothing to a person."""


def history(session: Session, record_id: bytes, *, limit: int = 500) -> tuple[HistoryRow, ...]:
    """Return the changes of one record, oldest first. Empty = no such record.

    Values are as the store holds them, but for references: ``code_id`` shows the code, ``engagement_id`` the title.
    """
    found: list[HistoryRow] = []
    imported = _imported(session, record_id)
    if imported is not None:
        found.append(imported)
    query = (
        select(Audit.at_utc, Audit.who, Audit.command, Audit.reason, Audit.payload)
        .join(AuditTouch, AuditTouch.seq == Audit.seq)
        .where(AuditTouch.record_id == record_id)
        .order_by(Audit.seq)
        .limit(limit)
    )
    for at_utc, who, command, reason, payload in session.execute(query):
        if payload is None:
            found.append(HistoryRow(at_utc, who, command, "", "", "", reason))
            continue
        for field, old, new in _changes(json.loads(payload), record_id.hex()):
            found.append(
                HistoryRow(
                    at_utc,
                    who,
                    command,
                    field,
                    _named(session, field, old),
                    _named(session, field, new),
                    reason,
                )
            )
    return tuple(found)


def _named(session: Session, field: str, value: str) -> str:
    """Return the name of what a reference points to; the value itself where it is no reference or leads nowhere."""
    column = _NAMES.get(field)
    if column is None or not value:
        return value
    name = session.scalar(select(column).where(column.class_.id == bytes.fromhex(value)))
    return value if name is None else str(name)


def _changes(payload: dict[str, Any], record_hex: str) -> Iterator[tuple[str, str, str]]:
    for row in payload["rows"]:
        if row["id"] != record_hex:
            continue
        old, new = row.get("old"), row.get("new")
        if old is None:
            yield "", "", "created"
        elif new is None:
            yield "", "deleted", ""
        else:
            for field in old:
                if field not in QUIET:
                    yield field, _shown(old[field]), _shown(new[field])


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return str(value)


def _imported(session: Session, record_id: bytes) -> HistoryRow | None:
    """Return the import that made the record; bulk imports keep no image of single rows."""
    for table in (TimeEntry, RecordedLine):
        query = (
            select(ImportBatch.imported_utc, ImportBatch.product, ImportBatch.file_name)
            .join(table, table.batch_id == ImportBatch.id)
            .where(table.id == record_id)
        )
        row = session.execute(query).first()
        if row is not None:
            return HistoryRow(row.imported_utc, "", "ImportFile", "", "", f"{row.product}: {row.file_name}", "")
    return None
