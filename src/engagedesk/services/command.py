"""Commands and the session that they write through.

A command is a frozen dataclass in the imperative. Its ``apply`` validates through domain values and changes rows of
the given ``WriteSession``; it never commits, never reads a clock and never talks to Qt. Everything that follows from
a change (version, undo, audit, outbox, notices) is made by the funnel from the images that this session takes, so
nothing can be forgotten and nothing is written by hand.
"""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import Any, ClassVar, Final, Generic, TypeVar

from sqlalchemy import ColumnElement, Engine, delete, event, func, select
from sqlalchemy import inspect as sa_inspect
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from engagedesk.domain.ids import IdSource
from engagedesk.errors import UserError
from engagedesk.models.activity import ActivityStretch, SuggestionAnswer
from engagedesk.models.base import Base, Record
from engagedesk.models.imports import ImportKey
from engagedesk.models.journal import StoreMeta, ViewState
from engagedesk.services.images import BulkChange, Image, Images, RowChange, Scalar, encode, image_columns, image_of
from engagedesk.services.job import ImportCancelled

T = TypeVar("T")
R = TypeVar("R", bound=Record)

CHUNK: Final = 2_000
PLAIN_TABLES: Final[tuple[type[Base], ...]] = (ImportKey, StoreMeta, ViewState, ActivityStretch, SuggestionAnswer)
"""Not records: a command may write them beside its rows; they follow no image."""


class CommandClass(StrEnum):
    """What the funnel makes of a command's images."""

    PERSON = "person"
    """Undo and audit."""
    SYSTEM_FACT = "system_fact"
    """Audit only: what sync learned."""
    BOOKKEEPING = "bookkeeping"
    """Neither: heartbeat, lease, cursor, view state. May not change an image."""


COMMANDS: Final[dict[str, type[Command[Any]]]] = {}
"""Every command by its name; filled as they are defined, so that the proofs over all commands miss none."""


@dataclass(frozen=True)
class Command(ABC, Generic[T]):
    """Base of all commands; ``T`` is what ``apply`` answers."""

    label: ClassVar[str]
    """What undo calls it: "start timer"."""
    command_class: ClassVar[CommandClass] = CommandClass.PERSON
    undoable: ClassVar[bool] = True
    urgent: ClassVar[bool] = False
    """May use the reserve on a full disk: what a person must be able to end."""
    abstract: ClassVar[bool] = False

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        if not cls.__dict__.get("abstract", False):
            COMMANDS[cls.__name__] = cls

    @abstractmethod
    def apply(self, session: WriteSession) -> T:
        """Change rows through the session, or raise an ``EngageDeskError`` and change nothing."""

    def audit_facts(self) -> Mapping[str, Scalar]:
        """Return what the audit record should say beside the rows (no client text that a row does not hold)."""
        return {}

    def undone_by(self, result: T, now_utc: int) -> Command[Any] | None:  # noqa: ARG002
        """Return the command that undoes this one where restoring images is not enough; None = it is."""
        return None

    @property
    def takes_back(self) -> bytes | None:
        """Return the record whose making this command takes back by itself; that step then leaves the undo stack."""
        return None

    @property
    def why(self) -> str:
        """Return the person's reason; "" where none was asked."""
        return str(getattr(self, "reason", ""))


class RecordGone(UserError):
    """What the command names is not in the store (any more)."""


class UnfunnelledWrite(RuntimeError):
    """A bug: a statement would have changed rows without images."""


@dataclass(frozen=True, slots=True)
class BulkRows:
    """Rows made ready for the driver, outside the store thread: what is left to do there is SQLite's own work."""

    table: str
    statement: str
    values: list[tuple[str | int | bytes | None, ...]]
    record_ids: tuple[bytes, ...]
    """Empty for a table that is not a record."""
    digest: bytes
    """SHA-256 over all values in order."""


def prepare_bulk(table: type[Base], rows: Sequence[Mapping[str, Any]]) -> BulkRows:
    """Return rows as the driver takes them. Every column must be given, but ``version``, which is 1."""
    is_record = issubclass(table, Record)
    names = [attribute.key for attribute in sa_inspect(table).column_attrs]
    digest = hashlib.sha256()
    values: list[tuple[str | int | bytes | None, ...]] = []
    for row in rows:
        one = tuple(1 if name == "version" else _driver_value(row[name]) for name in names)
        digest.update(repr(one).encode("utf-8", "surrogatepass"))
        values.append(one)
    columns = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    return BulkRows(
        table=table.__tablename__,
        statement=f'INSERT INTO "{table.__tablename__}" ({columns}) VALUES ({marks})',  # noqa: S608  # our own names
        values=values,
        record_ids=tuple(row["id"] for row in rows) if is_record else (),
        digest=digest.digest(),
    )


def _driver_value(value: object) -> str | int | bytes | None:
    if value is None or isinstance(value, bytes) or type(value) is int or type(value) is str:
        return value
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no column takes {type(value).__name__} in bulk")


class WriteSession(Session):
    """A session that keeps the before image of every record it is about to change.

    Only unit-of-work changes (``add``, attribute assignment, ``delete``) and ``bulk_insert``/``bulk_delete`` may
    change rows; a bulk UPDATE, DELETE or INSERT through ``execute`` raises ``UnfunnelledWrite``.
    """

    def __init__(self, engine: Engine, *, new_id: IdSource) -> None:
        super().__init__(engine, expire_on_commit=False, autoflush=True)
        self.new_id = new_id
        self._first: dict[tuple[str, bytes], tuple[Record, Image | None, int]] = {}
        self._gone: set[tuple[str, bytes]] = set()
        self._bulk: list[BulkChange] = []
        self._funnelled = False
        self.cancelled: Callable[[], bool] = _never
        self.on_progress: Callable[[int, int], None] = _unheard

    def one(self, record: type[R], record_id: bytes) -> R:
        """Return the record of this id; ``RecordGone`` where there is none."""
        row = self.get(record, record_id)
        if row is None:
            raise RecordGone("record.gone", kind=record.__tablename__)
        return row

    def seen(self, record: type[R], record_id: bytes, version: int | None) -> R:
        """Return the record if it is still at the version that the person saw (None = whatever it is)."""
        row = self.one(record, record_id)
        if version is not None and row.version != version:
            raise UserError("record.changed_meanwhile", kind=record.__tablename__)
        return row

    def bulk_insert(self, prepared: BulkRows) -> None:
        """Insert many new rows, version 1, in chunks between which cancel is checked.

        The rows' values are not kept as images: the audit record binds their digest, undo deletes the rows whose
        version is still 1.
        """
        for start in range(0, len(prepared.values), CHUNK):
            self._insert_chunk(prepared, start)
        if prepared.values:
            self._bulk.append(
                BulkChange(kind=prepared.table, record_ids=prepared.record_ids, inserted=True, digest=prepared.digest)
            )

    def insert_plain(self, prepared: BulkRows) -> None:
        """Insert rows of a table that is not a record (natural keys, view state)."""
        if prepared.table not in {table.__tablename__ for table in PLAIN_TABLES}:
            raise UnfunnelledWrite(prepared.table)
        for start in range(0, len(prepared.values), CHUNK):
            self._insert_chunk(prepared, start)

    def _insert_chunk(self, prepared: BulkRows, start: int) -> None:
        if self.cancelled():
            raise ImportCancelled
        chunk = prepared.values[start : start + CHUNK]
        self.connection().exec_driver_sql(prepared.statement, chunk)
        self.on_progress(start + len(chunk), len(prepared.values))

    def bulk_delete(self, record: type[Record], record_ids: Sequence[bytes]) -> None:
        """Delete many rows by id; the audit record binds the ids."""
        if not record_ids:
            return
        digest = hashlib.sha256()
        for start in range(0, len(record_ids), CHUNK):
            if self.cancelled():
                raise ImportCancelled
            chunk = record_ids[start : start + CHUNK]
            for record_id in chunk:
                digest.update(record_id)
            self._core(delete(record).where(record.id.in_(chunk)))
        self._bulk.append(
            BulkChange(kind=record.__tablename__, record_ids=tuple(record_ids), inserted=False, digest=digest.digest())
        )

    def delete_plain(self, table: type[Base], column: Any, values: Sequence[bytes]) -> None:
        """Delete rows of a table that is not a record, by the values of one column."""
        if table not in PLAIN_TABLES:
            raise UnfunnelledWrite(table.__tablename__)
        for start in range(0, len(values), CHUNK):
            self._core(delete(table).where(column.in_(values[start : start + CHUNK])))

    def purge_plain(self, table: type[Base], *which: ColumnElement[bool]) -> int:
        """Delete every row of a table that is not a record and that fits; return how many there were."""
        if table not in PLAIN_TABLES or not which:
            raise UnfunnelledWrite(table.__tablename__)
        found = self.scalar(select(func.count()).select_from(table).where(*which)) or 0
        self._core(delete(table).where(*which))
        return int(found)

    def unchanged_ids(self, record: type[Record], record_ids: Sequence[bytes]) -> set[bytes]:
        """Return those of the ids whose row is still as it was inserted (version 1)."""
        found: set[bytes] = set()
        for start in range(0, len(record_ids), CHUNK):
            chunk = record_ids[start : start + CHUNK]
            query = select(record.id).where(record.id.in_(chunk), record.version == 1)
            found.update(self.scalars(query))
        return found

    def images(self) -> Images:
        """Return the images of everything touched so far; flushes first."""
        self.flush()
        rows: list[RowChange] = []
        for key, (row, before, before_version) in self._first.items():
            gone = key in self._gone
            after = None if gone else image_of(row)
            if before == after:
                continue
            rows.append(
                RowChange(
                    kind=key[0],
                    record_id=key[1],
                    before=before,
                    after=after,
                    before_version=before_version,
                    after_version=0 if gone else row.version,
                )
            )
        return Images(rows=tuple(rows), bulk=tuple(self._bulk))

    def _core(self, statement: Any) -> None:
        self._funnelled = True
        try:
            self.execute(statement, execution_options={"synchronize_session": False})
        finally:
            self._funnelled = False

    def _touch(self, row: Record, before: Image | None, *, version: int) -> bool:
        """Keep the first before image of a row; say whether this was the first touch."""
        key = (row.__tablename__, row.id)
        if key in self._first:
            if key in self._gone:
                self._gone.discard(key)
                self._first[key] = (row, self._first[key][1], self._first[key][2])
            return False
        self._first[key] = (row, before, version)
        return True


def _never() -> bool:
    return False


def _unheard(_done: int, _total: int) -> None:
    return None


@event.listens_for(WriteSession, "before_flush")
def _take_before_images(session: WriteSession, _context: UOWTransaction, _instances: object) -> None:
    for row in session.new:
        if isinstance(row, Record):
            if row.version is None:
                row.version = 1
            session._touch(row, None, version=0)
    for row in session.dirty:
        if not isinstance(row, Record):
            continue
        before = _before(row)
        if before is not None and session._touch(row, before, version=row.version):
            row.version += 1
    for row in session.deleted:
        if isinstance(row, Record):
            session._touch(row, _before(row) or image_of(row), version=row.version)
            session._gone.add((row.__tablename__, row.id))


@event.listens_for(WriteSession, "do_orm_execute")
def _refuse_unfunnelled(state: ORMExecuteState) -> None:
    session = state.session
    writes = state.is_insert or state.is_update or state.is_delete
    if writes and isinstance(session, WriteSession) and not session._funnelled:
        raise UnfunnelledWrite


def _before(row: Record) -> Image | None:
    """Return the image as loaded, or None where no image column differs from it."""
    state = sa_inspect(row)
    before: dict[str, Scalar] = {}
    changed = False
    for name in image_columns(type(row)):
        history = state.attrs[name].history
        if history.added:
            if not history.deleted:
                raise UnfunnelledWrite(f"{row.__tablename__}.{name} was set before it was loaded")
            old, new = encode(history.deleted[0]), encode(history.added[0])
            before[name] = old
            changed = changed or old != new
        else:
            before[name] = encode(getattr(row, name))
    return before if changed else None
