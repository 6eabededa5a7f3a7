"""Before and after images of rows: what undo, audit, outbox and change notices are made from.

An image maps column names to JSON scalars (bytes as hex, days as ISO text, enum members as their word). Columns marked
private or sync, and ``version``, are not part of it (docs/schema.md).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from sqlalchemy import Column
from sqlalchemy import inspect as sa_inspect

from engagedesk.models.base import Record
from engagedesk.models.tables import record_types

Scalar = str | int | bool | None | dict[str, Any]
Image = Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that a command touched. ``before`` None = it was inserted; ``after`` None = it was deleted."""

    kind: str
    """Table of the row."""
    record_id: bytes
    before: Image | None
    after: Image | None
    before_version: int
    """0 = the row did not exist."""
    after_version: int
    """0 = the row is gone."""

    def changed_columns(self) -> tuple[str, ...]:
        """Return the columns whose values differ, in table order."""
        before, after = self.before or {}, self.after or {}
        return tuple(name for name in (before or after) if before.get(name) != after.get(name))


@dataclass(frozen=True, slots=True)
class BulkChange:
    """Many rows of one table that a bulk import inserted, or its undo deleted; their values are not kept."""

    kind: str
    record_ids: tuple[bytes, ...]
    inserted: bool
    digest: bytes
    """SHA-256 over the rows' values in order, so that the audit record binds them."""


@dataclass(frozen=True, slots=True)
class Images:
    """All rows that one execution touched, in the order of first touch."""

    rows: tuple[RowChange, ...] = ()
    bulk: tuple[BulkChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows or self.bulk)


@cache
def image_columns(record: type[Record]) -> Mapping[str, Column[Any]]:
    """Return attribute name -> column for the columns that images hold, in table order."""
    mapper = sa_inspect(record)
    return {
        attribute.key: attribute.columns[0]  # type: ignore[misc]
        for attribute in mapper.column_attrs
        if attribute.key not in {"id", "version"}
        and not attribute.columns[0].info.get("private")
        and not attribute.columns[0].info.get("sync")
    }


def encode(value: object) -> Scalar:
    """Return a column's Python value as an image scalar."""
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, str | int | bool | dict):
        return value
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no image for {type(value).__name__}")


def decode(column: Column[Any], value: Scalar) -> object:
    """Return the Python value that ``encode`` made the scalar from."""
    if value is None:
        return None
    python_type = column.type.python_type
    if python_type is bytes:
        return bytes.fromhex(str(value))
    if python_type is date:
        return date.fromisoformat(str(value))
    if issubclass(python_type, Enum):
        return python_type(value)
    return value


def image_of(row: Record) -> dict[str, Scalar]:
    """Return the row's present image."""
    return {name: encode(getattr(row, name)) for name in image_columns(type(row))}


def record_type(kind: str) -> type[Record]:
    """Return the record class of a table's name."""
    return _types()[kind]


@cache
def _types() -> dict[str, type[Record]]:
    return record_types()


def to_payload(images: Images, facts: Mapping[str, Scalar]) -> bytes:
    """Return the audit payload: facts of the command, and per row the whole image or, for a change, old and new."""
    rows: list[dict[str, object]] = []
    for change in images.rows:
        entry: dict[str, object] = {"kind": change.kind, "id": change.record_id.hex(), "version": change.after_version}
        if change.before is None:
            entry["new"] = change.after
        elif change.after is None:
            entry["old"] = change.before
        else:
            columns = change.changed_columns()
            entry["old"] = {name: change.before[name] for name in columns}
            entry["new"] = {name: change.after[name] for name in columns}
        rows.append(entry)
    bulk = [
        {"kind": b.kind, "inserted": b.inserted, "count": len(b.record_ids), "digest": b.digest.hex()}
        for b in images.bulk
    ]
    document: dict[str, object] = {"facts": dict(facts), "rows": rows}
    if bulk:
        document["bulk"] = bulk
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
