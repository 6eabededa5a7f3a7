"""The encrypted store: one writer for the store thread, one read-only connection for backup, check and export.

Neither the store nor the vault keeps the data key: it is taken once, to open both connections. A connection that
met a damaged page is poisoned (SQLCipher answers nothing right after a failed HMAC): the store then refuses until it
is opened anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from engagedesk.errors import StoreCorrupt
from engagedesk.models.connection import DriverConnection
from engagedesk.models.driver_wall import DAMAGE, primary_code
from engagedesk.models.private_files import create_private, sync_file
from engagedesk.models.reserve import Reserve
from engagedesk.models.schema import Schema, objects_of
from engagedesk.models.store_file import (
    StoreFile,
    check_keys_generation,
    create_file,
    open_file,
    proven_counts,
    row_counts,
)
from engagedesk.models.vault import OpenVault
from engagedesk.models.wall import wall
from engagedesk.paths import Profile

WRITER_WAIT_S: Final = 5.0
"""Two sessions at once on the writer are a bug; this says so instead of waiting for ever."""
READER_WAIT_S: Final = 600.0


@dataclass(frozen=True, slots=True)
class FileReport:
    """What a check of the file found; ``problems`` are codes with a short place, never contents."""

    problems: tuple[str, ...]

    @property
    def ok(self) -> bool:
        return not self.problems


class Store:
    """An open store. Make it with ``create`` or ``open``, in the store thread or before it starts."""

    def __init__(self, opened: StoreFile) -> None:
        self.paths = opened.paths
        self.reserve = Reserve(opened.paths.reserve)
        self._schema = opened.schema
        self._poisoned = False
        self._reading = opened.reader
        self.writer = self._engine(opened.writer, begin="BEGIN IMMEDIATE", wait_s=WRITER_WAIT_S)
        """For the store thread alone: every transaction takes the write lock at once."""
        self.reader = self._engine(opened.reader, begin="BEGIN", wait_s=READER_WAIT_S)
        """Read-only, for backup, check and export: jobs in different threads take turns."""

    @classmethod
    def create(cls, paths: Profile, vault: OpenVault, *, schema: Schema | None = None) -> Store:
        """Make the store of a new profile; ``UserError`` (``store.exists``) where one is there."""
        return cls.around(create_file(paths, vault, schema=schema))

    @classmethod
    def open(cls, paths: Profile, vault: OpenVault, *, schema: Schema | None = None) -> Store:
        """Open the store of an unlocked vault, upgrading an older one after a verified copy.

        ``StoreMissing``, ``StoreTooNew`` (nothing is touched), ``StoreCorrupt``, ``StoreReadOnly``, ``DiskFull``.
        """
        return cls.around(open_file(paths, vault, schema=schema))

    @classmethod
    def around(cls, opened: StoreFile) -> Store:
        """Take an open file over: from here on its connections belong to the store, or are closed."""
        try:
            return cls(opened)
        except BaseException:
            opened.close()
            raise

    @property
    def poisoned(self) -> bool:
        """Whether a damaged page was met: the store must be closed and opened anew."""
        return self._poisoned

    def wall(self) -> AbstractContextManager[None]:
        """Return the wall around one transaction, knowing this profile's disk."""
        return wall(self.paths.folder)

    @property
    def schema_version(self) -> int:
        """The version of the open store: always this program's own, for an older one was upgraded."""
        return self._schema.head

    def row_counts(self) -> dict[str, int]:
        """Return the number of rows of every table; any thread that owns the reader."""
        with self.wall(), self._driver(self.reader) as connection:
            return row_counts(connection, "main")

    def note_keys_generation(self, vault: OpenVault) -> None:
        """Remember the vault's generation after a way in changed; in the store thread."""
        with self.wall(), self._driver(self.writer) as connection:
            check_keys_generation(connection, vault.keys_generation, profile=self.paths.folder.name)

    def checkpoint(self) -> bool:
        """Bring the log into the file; return False where a reader kept some of it back. In the store thread."""
        with self.wall(), self._driver(self.writer) as connection:
            busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy

    def release_memory(self) -> None:
        """Give the writer's cached pages back while the window is hidden; in the store thread."""
        with self.wall(), self._driver(self.writer) as connection:
            connection.execute("PRAGMA shrink_memory")

    def copy_to(self, target: Path) -> dict[str, int]:
        """Write a verified copy of this moment to ``target`` (must not exist) and return its row counts by table.

        One step, under full write load; any thread that owns the reader. The copy has the store's key, which only the
        driver knows. The file is synced; whoever calls renames it.
        """
        with self.wall(), self._driver(self.reader) as connection:
            os.close(create_private(target))
            connection.execute("PRAGMA query_only = off")
            try:
                connection.execute("VACUUM INTO ?", (str(target),))
                sync_file(target)
                return proven_counts(connection, target)
            finally:
                connection.execute("PRAGMA query_only = on")

    def check_file(self) -> FileReport:
        """Check every page's HMAC, the trees, the foreign keys and the schema. Call ``checkpoint`` first.

        ``cipher_integrity_check`` does not see the log. Any thread that owns the reader.
        """
        problems: list[str] = []
        with self.wall(), self._driver(self.reader) as connection:
            problems += [f"page: {row[0]}" for row in connection.execute("PRAGMA cipher_integrity_check")]
            if not problems:
                found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
                problems += [f"tree: {text}" for text in found if text != "ok"]
                problems += [
                    f"foreign key: {table} row {rowid}"
                    for table, rowid, *_ in connection.execute("PRAGMA foreign_key_check").fetchmany(20)
                ]
                expected, present = self._schema.expected(), objects_of(connection)
                problems += [f"schema: {kind} {name}" for kind, name, _ in sorted(expected ^ present)]
        return FileReport(tuple(problems))

    def cancel_reading(self) -> None:
        """Stop the backup, check or export that uses the reader, from any thread: it raises ``store.cancelled``."""
        self._reading.interrupt()

    def close(self) -> None:
        """Close both connections; the last one brings the log into the file."""
        with self.wall():
            self.reader.dispose()
            self.writer.dispose()

    def _engine(self, connection: DriverConnection, *, begin: str, wait_s: float) -> Engine:
        def once() -> DriverConnection:
            if unused:
                return unused.pop()
            raise StoreCorrupt("store.poisoned", profile=self.paths.folder.name)

        unused = [connection]
        engine = create_engine(
            "sqlite://",
            module=dbapi2,
            creator=once,
            hide_parameters=True,
            poolclass=QueuePool,
            pool_size=1,
            max_overflow=0,
            pool_timeout=wait_s,
        )

        def on_begin(connected: Connection) -> None:
            if self._poisoned:
                raise StoreCorrupt("store.poisoned", profile=self.paths.folder.name)
            connected.exec_driver_sql(begin)

        def on_error(context: ExceptionContext) -> None:
            if context.original_exception is not None and primary_code(context.original_exception) in DAMAGE:
                self._poisoned = True

        event.listen(engine, "begin", on_begin)
        event.listen(engine, "handle_error", on_error)
        # The pool takes the connection now: disposing of an engine that was never used must close it too.
        engine.connect().close()
        return engine

    @contextmanager
    def _driver(self, engine: Engine) -> Iterator[DriverConnection]:
        """Yield the driver's own connection, outside any transaction."""
        if self._poisoned:
            raise StoreCorrupt("store.poisoned", profile=self.paths.folder.name)
        pooled = engine.raw_connection()
        try:
            yield pooled.driver_connection
        except dbapi2.Error as error:
            self._poisoned = self._poisoned or primary_code(error) in DAMAGE
            raise
        finally:
            pooled.close()
