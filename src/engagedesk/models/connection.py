"""How one connection to an encrypted store is opened: the recipe, with every trap checked.

A mistyped key pragma makes a plaintext database, and a raw key of the wrong length becomes a passphrase, both
without a word: so the key goes in by ``set_key`` with its length checked, the driver must be SQLCipher, the first
select proves the key, and the first 16 bytes of the file must not be SQLite's own.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, Literal

from sqlcipher3 import dbapi2

from engagedesk.errors import StoreCorrupt, StoreError, StoreMissing
from engagedesk.models.driver_wall import driver_wall
from engagedesk.models.key_derivation import KEY_BYTES, zero

# The driver has no type stubs.
DriverConnection = Any
Mode = Literal["rwc", "rw", "ro"]

SAFE_SQLITE: Final = (3, 51, 3)
"""Older ones carry the WAL-reset corruption bug."""
PLAINTEXT_HEADER: Final = b"SQLite format 3\x00"
PAGE_BYTES: Final = 4096
KEY_TEXT_BYTES: Final = 67
BUSY_TIMEOUT_MS: Final = 5000
WAL_LIMIT_BYTES: Final = 16 << 20
WRITER_CACHE_KIB: Final = 32 * 1024
"""Measured with 100,000 lines (28 MB): one week's totals 0.5 ms, with 16 MB 1.0 ms, with 8 MB 6 ms; decided by what
has to be decrypted again. Only touched pages are held."""
READER_CACHE_KIB: Final = 4 * 1024
_HEX: Final = b"0123456789abcdef"


def key_text(data_key: bytearray) -> bytearray:
    """Return SQLCipher's raw-key literal ``x'<64 hex>'`` in a bytearray that the caller zeroes.

    Written digit by digit: ``hex()`` would leave a copy of the key in the heap.
    """
    if len(data_key) != KEY_BYTES:
        raise StoreError("store.key_length")
    text = bytearray(KEY_TEXT_BYTES)
    text[0:2] = b"x'"
    for i, byte in enumerate(data_key):
        text[2 + 2 * i] = _HEX[byte >> 4]
        text[3 + 2 * i] = _HEX[byte & 15]
    text[-1] = 0x27
    return text


def check_before_open(store: Path) -> None:
    """Refuse what SQLite would take for a new, a plaintext or a whole store."""
    if not store.is_file():
        raise StoreMissing("store.missing", profile=store.parent.name)
    size = store.stat().st_size
    if size == 0:
        raise StoreCorrupt("store.empty", profile=store.parent.name)
    check_encrypted(store)
    log = store.with_name(f"{store.name}-wal")
    # A power cut while the log is brought into the file may tear the file's last page: the log still holds it whole.
    if size % PAGE_BYTES and not (log.is_file() and log.stat().st_size):
        raise StoreCorrupt("store.truncated", profile=store.parent.name)


def check_encrypted(store: Path) -> None:
    with store.open("rb") as stream:
        if stream.read(len(PLAINTEXT_HEADER)) == PLAINTEXT_HEADER:
            raise StoreCorrupt("store.plaintext", profile=store.parent.name)


def open_connection(store: Path, data_key: bytearray, *, mode: Mode) -> DriverConnection:
    """Return an open, proven connection; ``StoreMissing`` or ``StoreCorrupt`` say what is wrong with the file.

    ``rwc`` is for a file that was just made (empty, private). The connection may be used from any one thread at a time.
    """
    if dbapi2.sqlite_version_info < SAFE_SQLITE:
        raise StoreError("store.driver_too_old", found=dbapi2.sqlite_version)
    folder = store.parent
    with driver_wall(folder):
        if mode != "rwc":
            check_before_open(store)
        driver_mode = "ro" if mode == "ro" else "rw"
        connection = dbapi2.connect(
            f"{store.absolute().as_uri()}?mode={driver_mode}", uri=True, isolation_level=None, check_same_thread=False
        )
        try:
            connection.set_busy_timeout(BUSY_TIMEOUT_MS)
            _unlock(connection, data_key)
            _settle(connection, mode)
        except BaseException:
            connection.close()
            raise
        return connection


def _unlock(connection: DriverConnection, data_key: bytearray) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    text = key_text(data_key)
    try:
        connection.set_key(text)
    finally:
        zero(text)
    cipher = connection.execute("PRAGMA cipher_version").fetchone()
    if not cipher or not cipher[0]:
        raise StoreError("store.driver_without_cipher")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _settle(connection: DriverConnection, mode: Mode) -> None:
    if mode != "ro":
        journal = connection.execute("PRAGMA journal_mode = wal").fetchone()[0]
        if journal != "wal":
            raise StoreError("store.no_wal", found=journal)
    cache_kib = READER_CACHE_KIB if mode == "ro" else WRITER_CACHE_KIB
    for pragma in (
        "synchronous = full",
        "foreign_keys = on",
        "temp_store = memory",
        "secure_delete = on",
        "trusted_schema = off",
        "cell_size_check = on",
        f"cache_size = -{cache_kib}",
        f"journal_size_limit = {WAL_LIMIT_BYTES}",
    ):
        connection.execute(f"PRAGMA {pragma}")
    if mode == "ro":
        connection.execute("PRAGMA query_only = on")
    for pragma, wanted in (("synchronous", 2), ("foreign_keys", 1), ("temp_store", 2), ("secure_delete", 1)):
        if connection.execute(f"PRAGMA {pragma}").fetchone()[0] != wanted:
            raise StoreError("store.driver_setting", what=pragma)
