"""Brings what is whole in a damaged store into a new one, and says what could not be brought.

Rows under an intact tree are read through it. A subtree whose parent is lost is given to the one table that has a
hole and whose columns all its rows fit; where two would fit, it is counted as unplaced, never guessed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from engagedesk.errors import StoreCorrupt
from engagedesk.models.connection import DriverConnection, open_connection
from engagedesk.models.damaged_pages import INDEX_INTERIOR, INDEX_LEAF, TABLE_LEAF, Pages, Row, Value
from engagedesk.models.private_files import create_private, sync_file
from engagedesk.models.schema import CREATE_VERSION_TABLE, VERSION_TABLE, Schema, normalised, version_name
from engagedesk.models.wall import wall

MASTER_KINDS: Final = frozenset({"table", "index", "view", "trigger"})
PYTHON_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "INTEGER": (int,),
    "INT": (int,),
    "TEXT": (str,),
    "BLOB": (bytes,),
    "REAL": (float, int),
    "ANY": (int, float, str, bytes),
}


@dataclass(frozen=True, slots=True)
class TableSalvage:
    """One table's rows: brought over, and read but refused by a constraint of the new store."""

    recovered: int
    refused: int


@dataclass(frozen=True, slots=True)
class SalvageReport:
    """What was found. ``whole`` is claimed only where no page, no row and no parent is missing.

    ``damaged_pages`` of ``pages`` failed their check; what stood on them is lost. ``unplaced_pages`` are intact but fit
    no table alone. ``dangling`` counts recovered rows whose parent row is lost.
    """

    pages: int
    damaged_pages: int
    unplaced_pages: int
    dangling: int
    tables: Mapping[str, TableSalvage]

    @property
    def whole(self) -> bool:
        refused = sum(t.refused for t in self.tables.values())
        return not (self.damaged_pages or self.unplaced_pages or self.dangling or refused)


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    types: tuple[type, ...]
    required: bool
    is_rowid: bool


@dataclass(slots=True)
class _Table:
    """A table's shape, in the order in which its records keep the columns, and where its pages are."""

    name: str
    columns: tuple[_Column, ...]
    without_rowid: bool
    root: int | None = None
    has_hole: bool = True
    pages: list[int] = field(default_factory=list)

    def fits(self, row: Row) -> bool:
        if (row.rowid is None) != self.without_rowid or not 0 < len(row.values) <= len(self.columns):
            return False
        return all(_fits(c, v) for c, v in zip(self.columns, row.values, strict=False)) and not any(
            c.required for c in self.columns[len(row.values) :]
        )


def _fits(column: _Column, value: Value) -> bool:
    if value is None:
        return column.is_rowid or not column.required
    return not column.is_rowid and isinstance(value, column.types)


def salvage_store(store: Path, data_key: bytearray, target: Path, *, schema: Schema) -> SalvageReport:
    """Write a new store ``target`` (must not exist) with every row that can be read from the damaged ``store``.

    The damaged files are only read. ``StoreCorrupt`` (``salvage.nothing``) where no page is intact.
    """
    with wall(store.parent):
        pages = Pages(store, data_key)
        master = _master(pages)
        if not master and not pages.tree_pages():
            raise StoreCorrupt("salvage.nothing", profile=store.parent.name)
        statements = _statements(master, schema)
        tables, indexes = _shapes(statements, master)
        unplaced = _place(pages, tables, indexes)
        os.close(create_private(target))
        connection = open_connection(target, data_key, mode="rwc")
        try:
            connection.execute("PRAGMA foreign_keys = off")
            connection.execute("BEGIN IMMEDIATE")
            for statement in statements:
                connection.execute(statement)
            counts = {t.name: _bring_over(connection, pages, t) for t in tables}
            if not connection.execute(f"SELECT count(*) FROM {VERSION_TABLE}").fetchone()[0]:  # noqa: S608
                connection.execute(f"INSERT INTO {VERSION_TABLE} VALUES (?)", (version_name(schema.head),))  # noqa: S608
            dangling = len(connection.execute("PRAGMA foreign_key_check").fetchall())
            connection.execute("COMMIT")
        finally:
            connection.close()
        sync_file(target)
    return SalvageReport(pages.total, pages.damaged, unplaced, dangling, counts)


def _master(pages: Pages) -> dict[str, tuple[str, int, str]]:
    """Return name -> (type, root page, SQL) from every page that holds rows of ``sqlite_master``, reached or not."""
    found: dict[str, tuple[str, int, str]] = {}
    for number in pages.tree_pages():
        if pages.kind(number) != TABLE_LEAF:
            continue
        rows = [row.values for row in pages.rows(number)]
        if rows and all(len(v) == 5 and v[0] in MASTER_KINDS and isinstance(v[3], int) for v in rows):
            found.update({str(v[1]): (str(v[0]), int(v[3] or 0), str(v[4] or "")) for v in rows})
    return found


def _statements(master: Mapping[str, tuple[str, int, str]], schema: Schema) -> list[str]:
    """Return the SQL of the new store: the damaged one's own, completed from the schema where that is the same.

    An older store keeps its older schema; opening it upgrades it.
    """
    expected = {name: (kind, sql) for kind, name, sql in schema.expected()}
    own = {n: (kind, sql) for n, (kind, _, sql) in master.items() if sql and n != VERSION_TABLE}
    if all(expected.get(n) == (kind, normalised(sql)) for n, (kind, sql) in own.items()):
        own = expected
    order = ("table", "index", "view", "trigger")
    made = [sql for kind in order for n, (k, sql) in sorted(own.items()) if k == kind]
    return [*made, CREATE_VERSION_TABLE]


def _shapes(statements: Iterable[str], master: Mapping[str, tuple[str, int, str]]) -> tuple[list[_Table], list[_Table]]:
    """Return the tables, and the indexes in the shape of tables: what an orphan may belong to."""
    shapes = dbapi2.connect(":memory:", isolation_level=None)
    try:
        for statement in statements:
            shapes.execute(statement)
        names = shapes.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        ).fetchall()
        tables = [_table_shape(shapes, name) for (name,) in names]
        indexes = [_index_shape(shapes, index, table) for table in tables for index in _indexes_of(shapes, table)]
    finally:
        shapes.close()
    for shape in (*tables, *indexes):
        if shape.name in master:
            shape.root = master[shape.name][1]
    return tables, indexes


def _table_shape(shapes: DriverConnection, name: str) -> _Table:
    info = shapes.execute(f'PRAGMA table_info("{name}")').fetchall()
    without_rowid = bool(shapes.execute("SELECT wr FROM pragma_table_list WHERE name = ?", (name,)).fetchone()[0])
    keys = sorted((c for c in info if c[5]), key=lambda c: c[5])
    alias = keys[0][1] if len(keys) == 1 and keys[0][2].upper() == "INTEGER" and not without_rowid else None
    # Without rowids the record starts with the primary key, in the key's order.
    ordered = [*keys, *(c for c in info if not c[5])] if without_rowid else info
    columns = tuple(
        _Column(c[1], PYTHON_TYPES.get(c[2].upper(), (int, float, str, bytes)), bool(c[3] or c[5]), c[1] == alias)
        for c in ordered
    )
    return _Table(name, columns, without_rowid)


def _indexes_of(shapes: DriverConnection, table: _Table) -> list[str]:
    listed = shapes.execute(f'PRAGMA index_list("{table.name}")').fetchall()
    return [name for _, name, _, origin, _ in listed if not (origin == "pk" and table.without_rowid)]


def _index_shape(shapes: DriverConnection, index: str, table: _Table) -> _Table:
    by_name = {c.name: c for c in table.columns}
    anything = _Column("", (int, float, str, bytes), required=False, is_rowid=False)
    columns = [
        by_name.get(name, anything) if cid >= -1 else anything
        for _, cid, name, *_ in shapes.execute(f'PRAGMA index_xinfo("{index}")').fetchall()
    ]
    rowid = _Column("rowid", (int,), required=True, is_rowid=False)
    shaped = tuple(rowid if c.name == "" or c.is_rowid else c for c in columns)
    return _Table(index, shaped, without_rowid=True)


def _place(pages: Pages, tables: list[_Table], indexes: list[_Table]) -> int:
    """Give every intact tree page to its table; return how many belong to a table but fit none alone."""
    reached: set[int] = set()
    for shape in (*tables, *indexes):
        shape.has_hole = shape.root is None or not _walk(pages, shape.root, shape.pages, reached)
    # Page 1 and the other pages of sqlite_master belong to no table.
    orphans = [n for n in pages.tree_pages() if n not in reached and not _is_master(pages, n)]
    below = {child for n in orphans for child in pages.children(n)}
    unplaced = 0
    for top in (n for n in orphans if n not in below):
        subtree: list[int] = []
        _walk(pages, top, subtree, reached)
        rows = [row for number in subtree for row in pages.rows(number)]
        if not rows:
            continue
        fitting = [s for s in (*tables, *indexes) if s.has_hole and all(s.fits(row) for row in rows)]
        owners = _not_taken(pages, fitting, rows)
        if len(owners) == 1:
            owners[0].pages.extend(subtree)
        elif any(owner in tables for owner in owners) or not owners:
            unplaced += len(subtree)
    return unplaced


def _walk(pages: Pages, top: int, into: list[int], reached: set[int]) -> bool:
    """Collect the intact pages from ``top`` down; return whether none was missing."""
    whole, waiting = True, [top]
    while waiting:
        number = waiting.pop()
        if number in reached:
            continue
        if number not in pages:
            whole = False
            continue
        reached.add(number)
        into.append(number)
        waiting.extend(reversed(pages.children(number)))
    return whole


def _is_master(pages: Pages, number: int) -> bool:
    if number == 1:
        return True
    rows = [row.values for row in pages.rows(number)]
    return bool(rows) and all(len(v) == 5 and v[0] in MASTER_KINDS for v in rows)


def _not_taken(pages: Pages, fitting: list[_Table], rows: list[Row]) -> list[_Table]:
    """Drop tables that have some of these rowids on pages of their own already."""
    if len(fitting) < 2 or rows[0].rowid is None:
        return fitting
    wanted = {row.rowid for row in rows}
    return [t for t in fitting if not any(r.rowid in wanted for n in t.pages for r in pages.rows(n))]


def _bring_over(connection: DriverConnection, pages: Pages, table: _Table) -> TableSalvage:
    recovered = refused = 0
    leaf_kinds = (INDEX_LEAF, INDEX_INTERIOR) if table.without_rowid else (TABLE_LEAF,)
    for number in table.pages:
        if pages.kind(number) not in leaf_kinds:
            continue
        for row in pages.rows(number):
            names, values = _assignments(table, row)
            marks = ", ".join("?" * len(values))
            quoted = ", ".join(f'"{n}"' for n in names)
            try:
                connection.execute(f'INSERT INTO "{table.name}" ({quoted}) VALUES ({marks})', values)  # noqa: S608
                recovered += 1
            except dbapi2.IntegrityError:
                refused += 1
    return TableSalvage(recovered, refused)


def _assignments(table: _Table, row: Row) -> tuple[list[str], list[Value]]:
    """Return the columns and values to insert. Columns that a later schema added keep their default."""
    names = [c.name for c in table.columns[: len(row.values)]]
    values = [row.rowid if c.is_rowid else v for c, v in zip(table.columns, row.values, strict=False)]
    if row.rowid is not None and not any(c.is_rowid for c in table.columns):
        names, values = ["rowid", *names], [row.rowid, *values]
    return names, values
