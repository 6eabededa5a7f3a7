"""The wall around the driver alone: its errors and those of the file system become ours.

What is not listed here (a broken constraint, wrong SQL) is no fault of the store: it passes through, as our bug.
SQLAlchemy's own wrapping of these errors is taken off in ``wall.py``: whoever opens a store needs none of it.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from engagedesk.errors import DiskFull, StoreCorrupt, StoreError, StoreInUse, StoreMissing, StoreReadOnly
from engagedesk.models.file_wall import FULL_ERRNOS, file_wall

SQLITE_BUSY: Final = 5
SQLITE_LOCKED: Final = 6
SQLITE_NOMEM: Final = 7
SQLITE_READONLY: Final = 8
SQLITE_INTERRUPT: Final = 9
SQLITE_IOERR: Final = 10
SQLITE_CORRUPT: Final = 11
SQLITE_FULL: Final = 13
SQLITE_CANTOPEN: Final = 14
SQLITE_PROTOCOL: Final = 15
SQLITE_NOTADB: Final = 26
DAMAGE: Final = frozenset({SQLITE_CORRUPT, SQLITE_NOTADB})

PROBE_BYTES: Final = 64 * 1024


@contextmanager
def driver_wall(folder: Path | None = None) -> Iterator[None]:
    """Turn errors of the driver and the system into ``StoreError``s; put around every transaction.

    ``folder`` (the profile) lets a vague I/O error be told from a full disk.
    """
    try:
        with file_wall(folder):
            yield
    except dbapi2.Error as error:
        ours = driver_error(error, folder)
        if ours is None:
            raise
        raise ours from error


def primary_code(error: BaseException) -> int:
    """Return SQLite's primary result code, 0 where the driver gives none."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF


def driver_error(error: BaseException, folder: Path | None) -> StoreError | None:
    """Return what a driver's error means for a person; None where it is our bug."""
    name = "" if folder is None else folder.name
    code = primary_code(error)
    if code in (SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL):
        return StoreInUse("store.busy", profile=name)
    if code in DAMAGE:
        return StoreCorrupt("store.damaged", profile=name)
    if code == SQLITE_READONLY:
        return StoreReadOnly("store.read_only", profile=name)
    if code == SQLITE_INTERRUPT:
        return StoreError("store.cancelled")
    if code == SQLITE_NOMEM:
        return StoreError("store.no_memory")
    # SQLite reports a used-up quota as a plain I/O error: ask the disk itself.
    maybe_full = code in (SQLITE_IOERR, SQLITE_CANTOPEN) and folder is not None and _is_full(folder)
    if code == SQLITE_FULL or maybe_full:
        return DiskFull("store.disk_full", profile=name)
    if code == SQLITE_IOERR:
        return StoreError("store.io_failed", profile=name, what=getattr(error, "sqlite_errorname", "SQLITE_IOERR"))
    if code == SQLITE_CANTOPEN:
        if folder is not None and not folder.is_dir():
            return StoreMissing("store.missing", profile=name)
        return StoreReadOnly("store.cannot_open", profile=name)
    return None


def _is_full(folder: Path) -> bool:
    probe = folder / f".probe.{secrets.token_hex(4)}"
    try:
        descriptor = os.open(probe, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            written = os.write(descriptor, bytes(PROBE_BYTES))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
            probe.unlink(missing_ok=True)
    except OSError as error:
        return error.errno in FULL_ERRNOS
    return written < PROBE_BYTES
