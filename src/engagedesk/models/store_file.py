"""The store's file and its two connections: made, upgraded behind a verified copy, opened. No SQLAlchemy here.

Whoever only looks, as the window does at its start, needs no more than this: ``Store`` builds its engines around it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from engagedesk.errors import DiskFull, StoreCorrupt, UserError
from engagedesk.models.connection import DriverConnection, check_encrypted, open_connection
from engagedesk.models.driver_wall import DAMAGE, driver_wall, primary_code
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
from engagedesk.paths import Profile

UPGRADE_COPY: Final = "store-before-upgrade-from-"
SIDE_FILES: Final = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class StoreFile:
    """An open store file of this program's schema: one connection that writes, one that only reads."""

    paths: Profile
    schema: Schema
    writer: DriverConnection
    reader: DriverConnection

    def close(self) -> None:
        self.reader.close()
        self.writer.close()


def create_file(paths: Profile, vault: OpenVault, *, schema: Schema | None = None) -> StoreFile:
    """Make the store of a new profile; ``UserError`` (``store.exists``) where one is there.

    It is built aside and renamed when it is whole: a set-up cut short leaves no store.
    """
    schema = schema or PackagedSchema()
    aside = paths.folder / "store.db.part"
    with driver_wall(paths.folder):
        make_private_folder(paths.folder)
        if paths.store.exists():
            raise UserError("store.exists", profile=paths.folder.name)
        remove_store_files(aside)
        os.close(create_private(aside))
        with vault.take_data_key() as data_key:
            build_store(aside, data_key, schema, keys_generation=vault.keys_generation)
            rename_durably(aside, paths.store)
            return _connected(paths, schema, data_key, keys_generation=vault.keys_generation)


def open_file(paths: Profile, vault: OpenVault, *, schema: Schema | None = None) -> StoreFile:
    """Open the store of an unlocked vault, upgrading an older one after a verified copy.

    ``StoreMissing``, ``StoreTooNew`` (nothing is touched), ``StoreCorrupt``, ``StoreReadOnly``, ``DiskFull``.
    """
    with driver_wall(paths.folder), vault.take_data_key() as data_key:
        schema = schema or PackagedSchema()
        try:
            return _connected(paths, schema, data_key, keys_generation=vault.keys_generation)
        except DiskFull:
            # SQLite needs 32 KiB beside the store to open it at all: this is what the reserve is for.
            if not Reserve(paths.reserve).release():
                raise
            return _connected(paths, schema, data_key, keys_generation=vault.keys_generation)


def _connected(paths: Profile, schema: Schema, data_key: bytearray, *, keys_generation: int) -> StoreFile:
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
    opened = StoreFile(paths, schema, writer, reader)
    try:
        check_keys_generation(writer, keys_generation, profile=paths.folder.name)
        Reserve(paths.reserve).ensure()
    except BaseException:
        opened.close()
        raise
    return opened


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
            # Alembic works through SQLAlchemy, which only an upgrade needs here.
            from engagedesk.models.wall import wall

            with wall(paths.folder):
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


def proven_counts(connection: DriverConnection, copy: Path) -> dict[str, int]:
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


def check_keys_generation(connection: DriverConnection, keys_generation: int, *, profile: str) -> None:
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
