"""Everything in the store as files that a person can read without this program: a CSV a table, and all as JSON.

It is the owner's own copy, so clients have their names. Columns marked private (tokens, window titles) stay in the
store; attachments become files. All of it is one moment of the store, and appears together or not at all.
"""

from __future__ import annotations

import errno
import json
import os
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, BinaryIO, Final

from sqlalchemy import Column, Connection, Row, Table, func, select

from engagedesk.domain.ids import format_id
from engagedesk.errors import DiskFull, UserError
from engagedesk.interchange.tables import OutCell, write_csv
from engagedesk.models.file_wall import FULL_ERRNOS
from engagedesk.models.firm import Attachment
from engagedesk.models.private_files import create_private, make_private_folder, sync_folder
from engagedesk.models.store import Store
from engagedesk.models.tables import Base

FORMAT: Final = "engagedesk-export"
VERSION: Final = 1
JSON_FILE: Final = "export.json"
ATTACHMENTS: Final = "attachments"
ID_BYTES: Final = 16
PER_FETCH: Final = 2_000
PER_PROGRESS: Final = 5_000
_HOUR: Final = Decimal(3600)
_PLACES: Final = Decimal("0.0001")

FILES: Final[dict[str, str]] = {
    "client": "clients",
    "contact": "contacts",
    "engagement": "engagements",
    "gate": "gates",
    "charge_code": "charge-codes",
    "phase": "phases",
    "task": "tasks",
    "milestone": "milestones",
    "deliverable": "deliverables",
    "plan_link": "plan-links",
    "booking": "bookings",
    "baseline": "baselines",
    "baseline_item": "baseline-items",
    "work_pattern": "work-patterns",
    "calendar_event": "calendar-events",
    "saved_view": "saved-views",
    "budget": "budgets",
    "budget_line": "budget-lines",
    "budget_rule": "budget-rules",
    "budget_alert": "budget-alerts",
    "typed_estimate": "typed-estimates",
    "excess_hours": "excess-hours",
    "fx_rate": "exchange-rates",
    "team_member": "team-members",
    "person": "people",
    "person_grade": "grades",
    "rate_card": "rate-cards",
    "rate_line": "rates",
    "firm_profile": "firm-profile",
    "day_start_rule": "day-starts",
    "setting": "settings",
    "time_entry": "time-entries",
    "timesheet": "timesheets",
    "away_period": "away-periods",
    "recorded_line": "recorded-time",
    "entered_line": "entered-lines",
    "accepted_difference": "accepted-differences",
    "import_batch": "imports",
    "import_mapping": "import-mappings",
    "import_key": "import-keys",
    "sync_target": "sync-targets",
    "attachment": "attachments",
    "audit": "audit-log",
    "audit_touch": "audit-touched",
    "outbox": "outbox",
    "store_meta": "store-facts",
    "view_state": "views",
}
"""What each table's file is called; a table without a name here goes by its own."""

_NAMED_BY: Final = {
    "client": "name",
    "engagement": "title",
    "charge_code": "code",
    "phase": "name",
    "task": "name",
    "deliverable": "name",
    "baseline": "name",
    "person": "name",
    "rate_card": "name",
    "import_batch": "file_name",
    "sync_target": "name",
}
"""The column that says what an id means."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: file names within the folder, and how many rows they hold."""

    folder: Path
    files: tuple[str, ...]
    rows: int


def export_everything(store: Store, folder: Path, *, now_utc: int, on_progress: Progress | None = None) -> Exported:
    """Write the whole store into ``folder``; earlier exports there are replaced, other files left alone.

    Files are private to their owner. Any thread that owns the store's reader; ``store.cancel_reading`` stops it.
    ``UserError`` ``export.not_written`` and ``DiskFull`` leave the folder as it was.
    """
    with store.wall(), store.reader.connect() as connection, _writing(folder), ExitStack() as undone:
        make_private_folder(folder)
        sheets = _Sheets(folder, undone)
        writer = _Writer(connection, sheets, on_progress)
        writer.tables_as_json(store.schema_version, now_utc)
        writer.tables_as_csv()
        writer.attachments()
        files = sheets.put_in_place()
        undone.pop_all()
        return Exported(folder, files, writer.rows)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in FULL_ERRNOS:
            raise DiskFull("export.disk_full", folder=str(folder)) from error
        why = os.strerror(error.errno or errno.EIO)
        raise UserError("export.not_written", folder=str(folder), why=why) from error


class _Sheets:
    """The files of one export, each aside until all are whole."""

    def __init__(self, folder: Path, undone: ExitStack) -> None:
        self._folder = folder
        self._undone = undone
        self._aside: dict[str, Path] = {}

    @contextmanager
    def new(self, name: str) -> Iterator[BinaryIO]:
        """Open a new private file that will be ``name``; synced when the block ends."""
        target = self._folder / name
        make_private_folder(target.parent)
        aside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
        descriptor = create_private(aside)
        self._undone.callback(aside.unlink, missing_ok=True)
        self._aside[name] = aside
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())

    def put_in_place(self) -> tuple[str, ...]:
        for name, aside in self._aside.items():
            aside.replace(self._folder / name)
        for parent in {(self._folder / name).parent for name in self._aside}:
            sync_folder(parent)
        return tuple(self._aside)


class _Writer:
    def __init__(self, connection: Connection, sheets: _Sheets, on_progress: Progress | None) -> None:
        self._connection = connection
        self._sheets = sheets
        self._on_progress = on_progress
        self._tables = sorted(Base.metadata.tables.values(), key=_place)
        # What the rows of the whole store are, twice: once for each way they are written.
        self.rows = sum(connection.scalar(select(func.count()).select_from(t)) or 0 for t in self._tables)
        self._done = 0
        self._names = {name: self._named(name, column) for name, column in _NAMED_BY.items()}

    def tables_as_json(self, schema_version: int, now_utc: int) -> None:
        """Write one document: table -> rows, each a row's columns by their names."""
        head = {"format": FORMAT, "version": VERSION, "schema": schema_version, "exported_utc": _instant(now_utc)}
        with self._sheets.new(JSON_FILE) as stream:
            stream.write(_json(head)[:-1] + b',"tables":{')
            for position, table in enumerate(self._tables):
                stream.write((b"\n" if position == 0 else b",\n") + _json(file_of(table)) + b":[")
                columns = _columns(table)
                for number, row in enumerate(self._rows(table, columns)):
                    values = {c.name: _for_json(c, value) for c, value in zip(columns, row, strict=True)}
                    stream.write((b"\n" if number == 0 else b",\n") + _json(values))
                stream.write(b"]")
            stream.write(b"\n}}\n")

    def tables_as_csv(self) -> None:
        for table in self._tables:
            shown = _shown(table)
            columns = _columns(table)
            places = {column.name: place for place, column in enumerate(columns)}
            cells = [(places[one.column.name], one) for one in shown]
            with self._sheets.new(f"{file_of(table)}.csv") as stream:
                rows = ([self._cell(one, row[place]) for place, one in cells] for row in self._rows(table, columns))
                write_csv(stream, [one.header for one in shown], rows)

    def attachments(self) -> None:
        """Write each attachment as a file named by its SHA-256; one at a time, they are up to 25 MB."""
        for digest in self._connection.scalars(select(Attachment.sha256)).all():
            content = self._connection.scalar(select(Attachment.content).where(Attachment.sha256 == digest))
            with self._sheets.new(f"{ATTACHMENTS}/{digest.hex()}") as stream:
                stream.write(content or b"")

    def _named(self, name: str, column: str) -> dict[bytes, str]:
        table = Base.metadata.tables[name]
        return {row[0]: row[1] for row in self._connection.execute(select(table.c.id, table.c[column]))}

    def _rows(self, table: Table, columns: Sequence[Column[Any]]) -> Iterator[Row[Any]]:
        query = select(*columns).order_by(*table.primary_key.columns)
        for row in self._connection.execution_options(yield_per=PER_FETCH).execute(query):
            yield row
            self._done += 1
            if self._on_progress is not None and self._done % PER_PROGRESS == 0:
                self._on_progress(self._done, 2 * self.rows)

    def _cell(self, one: _Shown, value: object) -> OutCell:
        if one.names is not None and isinstance(value, bytes):
            return self._names[one.names].get(value, "")
        if one.in_hours and isinstance(value, int):
            return (Decimal(value) / _HOUR).quantize(_PLACES)
        plain: OutCell | dict[str, Any] = _for_json(one.column, value)
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":")) if isinstance(plain, dict) else plain


@dataclass(frozen=True, slots=True)
class _Shown:
    """One column of a CSV: a stored one as it is, or what it means."""

    header: str
    column: Column[Any]
    names: str | None = None
    """The table whose row an id is; None = the value itself."""
    in_hours: bool = False


def file_of(table: Table) -> str:
    """Return a table's file name without its ending."""
    return FILES.get(table.name, table.name.replace("_", "-"))


def _place(table: Table) -> tuple[int, str]:
    order = list(FILES)
    return (order.index(table.name) if table.name in FILES else len(order), table.name)


def _columns(table: Table) -> list[Column[Any]]:
    return [column for column in table.columns if not column.info.get("private")]


def _shown(table: Table) -> list[_Shown]:
    """Return a CSV's columns: what a person reads first, ids and versions behind."""
    readable: list[_Shown] = []
    behind: list[_Shown] = []
    columns = _columns(table)
    taken = {column.name for column in columns}
    for column in columns:
        if column.name in {"id", "version"} or column.name.endswith("_id"):
            behind.append(_Shown(column.name, column))
            names = next((key.column.table.name for key in column.foreign_keys), None)
            header = column.name.removesuffix("_id")
            if names in _NAMED_BY and header not in taken:
                readable.append(_Shown(header, column, names=names))
            continue
        if column.name == "seconds":
            readable.append(_Shown("hours", column, in_hours=True))
        readable.append(_Shown(column.name, column))
    return [*readable, *sorted(behind, key=lambda one: (one.header != "id", one.header != "version"))]


def _for_json(column: Column[Any], value: object) -> Any:
    """Return a stored value as JSON has it: ids and days as text, instants as ISO 8601 UTC."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int):
        return _instant(value) if column.name.endswith("_utc") else value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        if column.name == "payload":
            return json.loads(value)
        is_id = len(value) == ID_BYTES and (column.name == "id" or column.name.endswith("_id"))
        return format_id(value) if is_id else value.hex()
    return value


def _instant(utc: int) -> str:
    return datetime.fromtimestamp(utc, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _json(value: Mapping[str, Any] | str) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
