"""Doing an import in one transaction, undoing it, and saving mappings."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from sqlalchemy import select

from engagedesk.domain.states import PlanItemKind
from engagedesk.errors import UserError
from engagedesk.models.base import Base, Record
from engagedesk.models.imports import ImportBatch, ImportKey, ImportMapping
from engagedesk.models.journal import Audit, AuditTouch
from engagedesk.models.schedule import PlanLink
from engagedesk.models.time import RecordedLine, TimeEntry
from engagedesk.services import audit
from engagedesk.services.command import CHUNK, Command, WriteSession
from engagedesk.services.commands.engagements import assign
from engagedesk.services.commands.text import required
from engagedesk.services.images import Scalar, decode, image_columns, record_type
from engagedesk.services.importing.known import known_keys
from engagedesk.services.importing.planning import ImportPlan, Updated

BULK_TABLES: Final[tuple[type[TimeEntry] | type[RecordedLine], ...]] = (TimeEntry, RecordedLine)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    batch: bytes
    created: int
    unchanged: int
    updated: int
    kept: int
    """Rows that the file has changed but the person has edited since: they stay as the person left them."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What undoing a batch did: how many rows went or were put back, and which stayed because they changed since."""

    removed: int
    restored: int
    stayed: tuple[tuple[str, bytes], ...]
    """(table, id)."""


@dataclass(frozen=True)
class ImportFile(Command[Imported]):
    """Carry out an import plan in one transaction; cancel is checked between chunks and rolls everything back."""

    label: ClassVar[str] = "import"

    plan: ImportPlan = field(repr=False)
    now_utc: int

    def apply(self, session: WriteSession) -> Imported:
        plan = self.plan
        unchanged = audit.stored_head(session).count == plan.made_at_records
        if not unchanged and known_keys(session, [key.key for key in plan.keys if key.is_new]):
            raise UserError("import.store_changed")
        batch = ImportBatch(
            id=plan.batch,
            kind=plan.kind.value,
            product=plan.product,
            file_name=plan.file_name,
            file_sha256=plan.file_sha256,
            as_of=plan.as_of,
            imported_utc=self.now_utc,
            created=plan.created,
            unchanged=plan.unchanged,
            updated=plan.updated,
            rejected=len(plan.rejected),
        )
        session.add(batch)
        for single in plan.singles:
            session.add(record_type(single.table)(**single.values))
        kept = _apply_updates(session, plan.updates)
        session.flush()
        for rows in plan.prepared:
            session.bulk_insert(rows)
        _note_keys(session, plan)
        return Imported(batch.id, plan.created, plan.unchanged, plan.updated - kept, kept)

    def audit_facts(self) -> Mapping[str, Scalar]:
        return {"file_sha256": self.plan.file_sha256.hex(), "rejected": len(self.plan.rejected)}

    def undone_by(self, result: Imported, now_utc: int) -> Command[Any]:
        """Undo of an import is the undo of its batch: it frees the natural keys too."""
        return UndoImport(result.batch, now_utc)


@dataclass(frozen=True)
class UndoImport(Command[Undone]):
    """Take a batch back: unchanged rows go, updated ones get their old values, changed ones stay and are listed.

    The natural keys of what went are free again, so that the file can be imported anew.
    """

    label: ClassVar[str] = "undo import"
    undoable: ClassVar[bool] = False

    batch: bytes
    now_utc: int

    @property
    def takes_back(self) -> bytes:
        return self.batch

    def apply(self, session: WriteSession) -> Undone:
        batch = session.one(ImportBatch, self.batch)
        if batch.undone_utc is not None:
            raise UserError("import.already_undone")
        removed, stayed = self._remove_bulk(session)
        restored: list[bytes] = []
        rows = _rows_of(session, self.batch)
        named_by = _Referrers(session, rows)
        records = _records_of(session, rows)
        for row in reversed(rows):
            record = records.get(bytes.fromhex(row["id"]))
            if record is None or isinstance(record, ImportBatch):
                continue
            if record.version != row["version"]:
                stayed.append((row["kind"], record.id))
            elif "old" in row:
                columns = image_columns(type(record))
                assign(record, {name: decode(columns[name], value) for name, value in row["old"].items()})
                restored.append(record.id)
                named_by.forget(record.id)
            elif named_by.any_of(record.id):
                stayed.append((row["kind"], record.id))
            else:
                session.delete(record)
                named_by.forget(record.id)
                removed += 1
        session.flush()
        _free_keys(session, self.batch, frozenset(record_id for _, record_id in stayed))
        _forget_hashes(session, restored)
        batch.undone_utc = self.now_utc
        return Undone(removed, len(restored), tuple(stayed))

    def _remove_bulk(self, session: WriteSession) -> tuple[int, list[tuple[str, bytes]]]:
        removed = 0
        stayed: list[tuple[str, bytes]] = []
        for table in BULK_TABLES:
            mine = table.batch_id == self.batch
            going = list(session.scalars(select(table.id).where(mine, table.version == 1)))
            changed = session.scalars(select(table.id).where(mine, table.version != 1))
            stayed += [(table.__tablename__, one) for one in changed]
            session.bulk_delete(table, going)
            removed += len(going)
        return removed, stayed


@dataclass(frozen=True)
class SaveMapping(Command[None]):
    """Keep a mapping under a name; an earlier one of this name is replaced."""

    label: ClassVar[str] = "save mapping"

    name: str
    data: Mapping[str, Any]

    def apply(self, session: WriteSession) -> None:
        name = required(self.name, "mapping.name", limit=100)
        row = session.scalar(select(ImportMapping).where(ImportMapping.name == name))
        if row is None:
            session.add(ImportMapping(id=session.new_id(), name=name, data=dict(self.data)))
        elif row.data != dict(self.data):
            row.data = dict(self.data)


def _apply_updates(session: WriteSession, updates: list[Updated]) -> int:
    """Apply updates to records that are as an import left them; return how many the person has changed since."""
    kept = 0
    for update in updates:
        row = session.get(record_type(update.table), update.record_id)
        agreed = update.version is not None and row is not None and row.version == update.version
        if row is None or (not agreed and (update.version is not None or _touched_by_person(session, row))):
            kept += 1
            continue
        assign(row, update.values)
    return kept


def _touched_by_person(session: WriteSession, row: Record) -> bool:
    """Say whether anything but an import has changed the record since it was made, by whomever it was made."""
    if row.version == 1:
        return False
    touched = (
        select(Audit.command)
        .join(AuditTouch, AuditTouch.seq == Audit.seq)
        .where(AuditTouch.record_id == row.id)
        .order_by(Audit.seq)
    )
    commands = session.scalars(touched).all()
    # A row that came in bulk has no record of its own for its making.
    since = commands if getattr(row, "batch_id", None) is not None else commands[1:]
    return any(command not in {"ImportFile", "UndoImport"} for command in since)


def _note_keys(session: WriteSession, plan: ImportPlan) -> None:
    for key in plan.keys:
        row = None if key.is_new else session.get(ImportKey, key.key)
        if row is not None:
            row.row_hash = key.row_hash
    session.flush()
    if plan.prepared_keys is not None:
        session.insert_plain(plan.prepared_keys)


def _rows_of(session: WriteSession, batch: bytes) -> list[dict[str, Any]]:
    """Return the rows with images that the import wrote, from its audit record."""
    query = (
        select(Audit.payload)
        .join(AuditTouch, AuditTouch.seq == Audit.seq)
        .where(AuditTouch.record_id == batch, Audit.command == "ImportFile")
    )
    payload = session.scalar(query)
    if payload is None:
        raise UserError("import.record_purged")
    rows: list[dict[str, Any]] = json.loads(payload)["rows"]
    return rows


def _records_of(session: WriteSession, rows: Sequence[Mapping[str, Any]]) -> dict[bytes, Record]:
    """Return the records that are still there, read in few queries."""
    ids: dict[str, list[bytes]] = {}
    for row in rows:
        ids.setdefault(row["kind"], []).append(bytes.fromhex(row["id"]))
    found: dict[bytes, Record] = {}
    for kind, wanted in ids.items():
        table = record_type(kind)
        for start in range(0, len(wanted), CHUNK):
            query = select(table).where(table.id.in_(wanted[start : start + CHUNK]))
            found.update({record.id: record for record in session.scalars(query)})
    return found


class _Referrers:
    """Which rows name what a batch made, asked once; a row that goes, or gets its old values back, names none of it."""

    def __init__(self, session: WriteSession, rows: Sequence[Mapping[str, Any]]) -> None:
        made: dict[str, list[bytes]] = {}
        for row in rows:
            if "old" not in row:
                made.setdefault(row["kind"], []).append(bytes.fromhex(row["id"]))
        self._by: dict[bytes, set[bytes]] = {}
        self._gone: set[bytes] = set()
        for kind, ids in made.items():
            for column, source in _columns_naming(kind):
                for start in range(0, len(ids), CHUNK):
                    query = select(column, source).where(column.in_(ids[start : start + CHUNK]))
                    for target, referrer in session.execute(query).tuples():
                        self._by.setdefault(target, set()).add(referrer)

    def forget(self, record_id: bytes) -> None:
        self._gone.add(record_id)

    def any_of(self, record_id: bytes) -> bool:
        """Say whether any row still names the record."""
        return bool(self._by.get(record_id, set()) - self._gone)


def _columns_naming(kind: str) -> list[tuple[Any, Any]]:
    """Return the columns that can name a row of a table, each with the id of the row that it stands in."""
    found: list[tuple[Any, Any]] = []
    for other in Base.metadata.tables.values():
        found += [
            (key.parent, other.columns.get("id", key.parent))
            for key in other.foreign_keys
            if key.column.table.name == kind and other.name != "audit_touch"
        ]
    if kind in tuple(PlanItemKind):
        # A link names its ends by kind and id, without a foreign key.
        found += [(PlanLink.from_id, PlanLink.id), (PlanLink.to_id, PlanLink.id)]
    return found


def _free_keys(session: WriteSession, batch: bytes, stayed: frozenset[bytes]) -> None:
    free = [
        key
        for key, record_id in session.execute(
            select(ImportKey.key, ImportKey.record_id).where(ImportKey.batch_id == batch)
        ).tuples()
        if record_id not in stayed
    ]
    session.delete_plain(ImportKey, ImportKey.key, free)


def _forget_hashes(session: WriteSession, restored: Sequence[bytes]) -> None:
    """Let the file that an undone import read say something new again: its rows no longer are what it says."""
    for start in range(0, len(restored), CHUNK):
        chosen = select(ImportKey).where(ImportKey.record_id.in_(restored[start : start + CHUNK]))
        for key in session.scalars(chosen):
            key.row_hash = bytes(len(key.row_hash))
