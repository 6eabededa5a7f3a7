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

from engagedesk.errors import DiskFull, StoreCorrupt, UserError
from engagedesk.models.connection import (
    DriverConnection,
    check_encrypted,
    open_connection,
)
from engagedesk.models.file_wall import file_wall
from engagedesk.models.migrations import PackagedSchema
from engagedesk.models.private_files import (
    copy_durably,
    create_private,
    make_private_folder,
    rename_durably,
    sync_file,
    sync_folder,
)
from engagedesk.models.reserve import Reserve
from engagedesk.models.schema import Schema, check_not_newer, objects_of, read_version
from engagedesk.models.vault import OpenVault
from engagedesk.models.wall import DAMAGE, primary_code, wall
from engagedesk.paths import Profile

WRITER_WAIT_S: Final = 5.0
"""Two sessions at once on the writer are a bug; this says so instead of waiting for ever."""
READER_WAIT_S: Final = 600.0

UPGRADE_COPY: Final = "store-before-upgrade-from-"
SIDE_FILES: Final = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class FileReport:
    """What a check of the file found; ``problems`` are codes with a short place, never contents."""

    problems: tuple[str, ...]

    @property
    def ok(self) -> bool:
        return not self.problems


class Store:
    """An open store. Make it with ``create`` or ``open``, in the store thread or before it starts."""

    def __init__(self, paths: Profile, schema: Schema, *, writer: DriverConnection, reader: DriverConnection) -> None:
        self.paths = paths
        self.reserve = Reserve(paths.reserve)
        self._schema = schema
        self._poisoned = False
        self._reading = reader
        self.writer = self._engine(writer, begin="BEGIN IMMEDIATE", wait_s=WRITER_WAIT_S)
        """For the store thread alone: every transaction takes the write lock at once."""
        self.reader = self._engine(reader, begin="BEGIN", wait_s=READER_WAIT_S)
        """Read-only, for backup, check and export: jobs in different threads take turns."""

    @classmethod
    def create(cls, paths: Profile, vault: OpenVault, *, schema: Schema | None = None) -> Store:
        """Make the store of a new profile; ``UserError`` (``store.exists``) where one is there.

        It is built aside and renamed when it is whole: a set-up cut short leaves no store.
        """
        schema = schema or PackagedSchema()
        aside = paths.folder / "store.db.part"
        with wall(paths.folder):
            make_private_folder(paths.folder)
            if paths.store.exists():
                raise UserError("store.exists", profile=paths.folder.name)
            remove_store_files(aside)
            os.close(create_private(aside))
            with vault.take_data_key() as data_key:
                build_store(aside, data_key, schema, keys_generation=vault.keys_generation)
                rename_durably(aside, paths.store)
                return cls._connected(paths, schema, data_key, keys_generation=vault.keys_generation)

    @classmethod
    def open(cls, paths: Profile, vault: OpenVault, *, schema: Schema | None = None) -> Store:
        """Open the store of an unlocked vault, upgrading an older one after a verified copy.

        ``StoreMissing``, ``StoreTooNew`` (nothing is touched), ``StoreCorrupt``, ``StoreReadOnly``, ``DiskFull``.
        """
        with wall(paths.folder), vault.take_data_key() as data_key:
            schema = schema or PackagedSchema()
            try:
                return cls._connected(paths, schema, data_key, keys_generation=vault.keys_generation)
            except DiskFull:
                # SQLite needs 32 KiB beside the store to open it at all: this is what the reserve is for.
                if not Reserve(paths.reserve).release():
                    raise
                return cls._connected(paths, schema, data_key, keys_generation=vault.keys_generation)

    @classmethod
    def _connected(cls, paths: Profile, schema: Schema, data_key: bytearray, *, keys_generation: int) -> Store:
        reader = open_connection(paths.store, data_key, mode="ro")
        try:
            version = read_version(reader, profile=paths.folder.name)
            check_not_newer(version, schema, profile=paths.folder.name)
            if version < schema.head:
                reader.close()
                upgrade_store(paths, data_key, schema, version=version)
                reader = open_connection(paths.store, data_key, mode="ro")
            writer = open_connection(paths.store, data_key, mode="rw")
        except BaseException:
            reader.close()
            raise
        try:
            _check_keys_generation(writer, keys_generation, profile=paths.folder.name)
            store = cls(paths, schema, writer=writer, reader=reader)
            store.reserve.ensure()
            return store
        except BaseException:
            reader.close()
            writer.close()
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
            _check_keys_generation(connection, vault.keys_generation, profile=self.paths.folder.name)

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
                return _proven_counts(connection, target)
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


def build_store(path: Path, data_key: bytearray, schema: Schema, *, keys_generation: int) -> None:
    """Make the schema in an empty private file, and leave it closed, synced and proven encrypted."""
    connection = open_connection(path, data_key, mode="rwc")
    try:
        connection.execute("BEGIN IMMEDIATE")
        schema.create(connection)
        connection.execute(f"PRAGMA user_version = {keys_generation:d}")
        connection.execute("COMMIT")
    finally:
        connection.close()
    check_encrypted(path)
    sync_file(path)


def upgrade_store(paths: Profile, data_key: bytearray, schema: Schema, *, version: int) -> None:
    """Bring an older store to head in one transaction, after a verified copy was laid aside.

    The copy stays beside the store. Whatever fails, the store is as it was.
    """
    copy = copy_before_upgrade(paths, version)
    copy_verified(paths, data_key, copy)
    committed = False
    connection = open_connection(paths.store, data_key, mode="rw")
    try:
        connection.execute("PRAGMA foreign_keys = off")
        connection.execute("BEGIN IMMEDIATE")
        try:
            schema.upgrade(connection)
            _check_upgraded(connection, schema, profile=paths.folder.name)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        committed = True
        _check_pages(connection, "main", profile=paths.folder.name)
    except StoreCorrupt:
        connection.close()
        if committed:
            put_back(copy, paths.store)
        raise
    finally:
        connection.close()
    for older in paths.folder.glob(f"{UPGRADE_COPY}*.db"):
        if older != copy:
            older.unlink()


def copy_before_upgrade(paths: Profile, version: int) -> Path:
    """Return where the verified copy lies that is taken before a store of this schema version is upgraded."""
    return paths.folder / f"{UPGRADE_COPY}{version:04d}.db"


def copy_verified(paths: Profile, data_key: bytearray, copy: Path) -> None:
    """Copy the closed store to ``copy`` and prove that the copy opens and is whole."""
    connection = open_connection(paths.store, data_key, mode="rw")
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        # The write lock keeps the file still while it is copied.
        connection.execute("BEGIN IMMEDIATE")
        copy_durably(paths.store, copy)
        connection.execute("ROLLBACK")
    finally:
        connection.close()
    proof = open_connection(copy, data_key, mode="rw")
    try:
        _check_pages(proof, "main", profile=paths.folder.name)
    finally:
        proof.close()


def put_back(copy: Path, store: Path) -> None:
    """Replace a closed store by its copy; its log goes first, for it belongs to what is replaced."""
    with file_wall(store.parent):
        for side in SIDE_FILES:
            store.with_name(store.name + side).unlink(missing_ok=True)
        sync_folder(store.parent)
        copy_durably(copy, store)


def remove_store_files(store: Path) -> None:
    for side in ("", *SIDE_FILES):
        store.with_name(store.name + side).unlink(missing_ok=True)


def row_counts(connection: DriverConnection, schema_name: str) -> dict[str, int]:
    """Return the number of rows of every table of ``main`` or an attached database."""
    names = [
        row[0]
        for row in connection.execute(
            f"SELECT name FROM {schema_name}.sqlite_master WHERE type = 'table' "  # noqa: S608
            "AND name NOT LIKE 'sqlite_%' ORDER BY name"
        )
    ]
    return {n: connection.execute(f'SELECT count(*) FROM {schema_name}."{n}"').fetchone()[0] for n in names}  # noqa: S608


def _proven_counts(connection: DriverConnection, copy: Path) -> dict[str, int]:
    """Read a fresh copy back and return its row counts; a bad copy is no damage of the store itself."""
    check_encrypted(copy)
    try:
        connection.execute("ATTACH DATABASE ? AS copy", (str(copy),))
        try:
            # A fresh copy has no free pages: reading its trees checks every page's HMAC too.
            if connection.execute("PRAGMA copy.quick_check(1)").fetchone()[0] != "ok":
                raise StoreCorrupt("backup.damaged", file=copy.name)
            return row_counts(connection, "copy")
        finally:
            connection.execute("DETACH DATABASE copy")
    except dbapi2.Error as error:
        if primary_code(error) in DAMAGE:
            raise StoreCorrupt("backup.damaged", file=copy.name) from error
        raise


def _check_pages(connection: DriverConnection, schema_name: str, *, profile: str) -> None:
    """Refuse a database with a page that fails its HMAC or a tree that does not hold together."""
    if connection.execute(f"PRAGMA {schema_name}.cipher_integrity_check").fetchone() is not None:
        raise StoreCorrupt("store.damaged", profile=profile)
    if connection.execute(f"PRAGMA {schema_name}.quick_check(1)").fetchone()[0] != "ok":
        raise StoreCorrupt("store.damaged", profile=profile)


def _check_upgraded(connection: DriverConnection, schema: Schema, *, profile: str) -> None:
    version = read_version(connection, profile=profile)
    dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
    if version != schema.head or dangling is not None or objects_of(connection) != schema.expected():
        raise StoreCorrupt("store.upgrade_failed", profile=profile, found=version, wanted=schema.head)


def _check_keys_generation(connection: DriverConnection, keys_generation: int, *, profile: str) -> None:
    """Refuse an older vault put back beside this store; remember a newer one. Proves that the store can be written."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        seen = connection.execute("PRAGMA user_version").fetchone()[0]
        if keys_generation < seen:
            raise StoreCorrupt("vault.replayed", profile=profile)
        if keys_generation > seen:
            connection.execute(f"PRAGMA user_version = {keys_generation:d}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
