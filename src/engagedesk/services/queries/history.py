"""The history of one record, from the audit record: who, when, field, old, new, reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from engagedesk.models.imports import ImportBatch
from engagedesk.models.journal import Audit, AuditTouch
from engagedesk.models.time import RecordedLine, TimeEntry
from engagedesk.services.queries.rows import HistoryRow

QUIET = frozenset({"changed_utc"})
"""Columns whose change says nothing to a person."""


def history(session: Session, record_id: bytes, *, limit: int = 500) -> tuple[HistoryRow, ...]:
    """Return the changes of one record, oldest first; values as the store holds them. Empty = no such record."""
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
            found.append(HistoryRow(at_utc, who, command, field, old, new, reason))
    return tuple(found)


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
