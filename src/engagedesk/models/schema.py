"""What the store asks of a schema: a version, a way to make it, a way to bring an older one up to it."""

from __future__ import annotations

import re
from typing import Final, Protocol

from engagedesk.errors import StoreCorrupt, StoreTooNew
from engagedesk.models.connection import DriverConnection

VERSION_TABLE: Final = "alembic_version"
CREATE_VERSION_TABLE: Final = (
    f"CREATE TABLE {VERSION_TABLE} (version_num VARCHAR(32) NOT NULL, "
    f"CONSTRAINT {VERSION_TABLE}_pkc PRIMARY KEY (version_num))"
)
_SPACE: Final = re.compile(r"\s+")

SchemaObjects = frozenset[tuple[str, str, str]]
"""(type, name, normalised SQL) of every table, index, trigger and view."""


class Schema(Protocol):
    """Versions are counted from 1; ``head`` is the one that this program knows."""

    @property
    def head(self) -> int: ...

    def create(self, connection: DriverConnection) -> None:
        """Make the head schema in an empty store; called inside a transaction."""
        ...

    def upgrade(self, connection: DriverConnection) -> None:
        """Bring an older store to head; called inside a transaction, foreign keys off."""
        ...

    def expected(self) -> SchemaObjects:
        """Return what a store of the head schema holds."""
        ...


def version_name(version: int) -> str:
    return f"{version:04d}"


def read_version(connection: DriverConnection, *, profile: str) -> int:
    """Return the schema version of an open store, by SQL alone; ``StoreCorrupt`` where it has none."""
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (VERSION_TABLE,)).fetchone()
    rows = connection.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchall() if found else []  # noqa: S608
    if len(rows) != 1 or not str(rows[0][0]).isdigit():
        raise StoreCorrupt("store.no_schema", profile=profile)
    return int(rows[0][0])


def check_not_newer(version: int, schema: Schema, *, profile: str) -> None:
    if version > schema.head:
        raise StoreTooNew("store.too_new", profile=profile, found=version, known=schema.head)


def set_version(connection: DriverConnection, version: int) -> None:
    connection.execute(CREATE_VERSION_TABLE)
    connection.execute(f"INSERT INTO {VERSION_TABLE} VALUES (?)", (version_name(version),))  # noqa: S608


def objects_of(connection: DriverConnection) -> SchemaObjects:
    """Return the schema of an open store, without SQLite's own tables and the version table."""
    rows = connection.execute(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_master WHERE tbl_name <> ? AND name NOT LIKE 'sqlite_%'",
        (VERSION_TABLE,),
    ).fetchall()
    return frozenset((kind, name, normalised(sql)) for kind, name, sql in rows)


def normalised(sql: str) -> str:
    """Return the statement with every run of white space as one space."""
    return _SPACE.sub(" ", sql).strip()
