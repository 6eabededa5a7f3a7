"""Every trap that was found in the driver, and every file that is not a store, each with its own answer."""

from __future__ import annotations

import gc
import os
import shutil
from pathlib import Path
from typing import Any

import apsw
import pytest
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2

from engagedesk.errors import StoreCorrupt, StoreError, StoreMissing, StoreTooNew
from engagedesk.models import connection as connection_module
from engagedesk.models.connection import check_encrypted, key_text, open_connection
from engagedesk.models.store import Store
from engagedesk.services.backup import make_backup
from tests.store.building import MadeProfile, SmallSchema, add_mood, add_notes, count_notes, new_profile

CANARY = "Harrowgate-Canary-7731"


def data_key_of(profile: MadeProfile) -> bytearray:
    """Return a copy of the data key, as only a test may hold one."""
    with profile.unlock().take_data_key() as data_key:
        return bytearray(data_key)


def add_note(store: Store, text: str) -> None:
    with store.wall(), store.writer.begin() as connection:
        connection.exec_driver_sql("INSERT INTO note VALUES (?, 1, ?, 1)", (os.urandom(16), text))


def test_the_driver_is_one_without_the_wal_reset_bug() -> None:
    assert dbapi2.sqlite_version_info >= (3, 51, 3)


def test_what_is_written_is_there_after_opening_again(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=200)
    with profile.opened() as (store, _):
        assert count_notes(store) == 200


@pytest.mark.parametrize("left", [("-wal", "-shm"), ("-wal",)])
def test_what_was_acknowledged_before_a_crash_is_there_after_it(tmp_path: Path, left: tuple[str, ...]) -> None:
    profile = new_profile(tmp_path, rows=5)
    crashed = tmp_path / "crashed"
    with profile.opened() as (store, _):
        add_notes(store, 20, seed=2)
        shutil.copytree(profile.paths.folder, crashed)
    for suffix in ("-wal", "-shm"):
        if suffix not in left:
            (crashed / f"store.db{suffix}").unlink()
    after = MadeProfile(type(profile.paths)(crashed), profile.recovery_key, profile.schema)
    with after.opened() as (store, _):
        assert count_notes(store) == 25


def test_every_file_of_a_profile_is_private(tmp_path: Path) -> None:
    previous = os.umask(0)
    try:
        profile = new_profile(tmp_path)
        with profile.opened() as (store, _):
            add_notes(store, 3)
            files = list(profile.paths.folder.iterdir())
            assert {p.name for p in files} >= {"store.db", "store.db-wal", "store.db-shm", "vault.json", "reserve.bin"}
            assert {p.stat().st_mode & 0o777 for p in files} == {0o600}
    finally:
        os.umask(previous)
    assert profile.paths.folder.stat().st_mode & 0o777 == 0o700


def test_nothing_readable_reaches_the_disk(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    with profile.opened() as (store, _):
        add_note(store, CANARY)
        for path in profile.paths.folder.iterdir():
            assert CANARY.encode() not in path.read_bytes()
        assert not profile.paths.store.read_bytes().startswith(b"SQLite format 3")
    for path in profile.paths.folder.iterdir():
        assert CANARY.encode() not in path.read_bytes()


def test_every_setting_that_a_promise_stands_on_is_in_force(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    wanted: dict[str, Any] = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "temp_store": 2,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
    }
    with profile.opened() as (store, _):
        for engine in (store.writer, store.reader):
            with engine.begin() as connection:
                found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
                assert found == wanted


def test_a_sort_too_big_for_the_cache_spills_no_plain_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spill = tmp_path / "spill"
    spill.mkdir()
    monkeypatch.setenv("SQLITE_TMPDIR", str(spill))
    profile = new_profile(tmp_path, rows=2000)
    with profile.opened() as (store, _), store.writer.begin() as connection:
        connection.exec_driver_sql("CREATE TEMP TABLE sorted AS SELECT * FROM note ORDER BY text").close()
        assert not [name for name in open_files() if name.startswith(str(spill)) or "etilqs" in name]


def open_files() -> list[str]:
    """Return what this process has open, by name."""
    return [str(link.readlink()) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]


def test_a_writer_takes_the_lock_when_its_transaction_begins(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    with profile.opened() as (store, _), store.writer.begin() as connection:
        assert connection.connection.driver_connection is not None
        assert connection.connection.driver_connection.in_transaction


def test_the_reader_writes_nothing_and_sees_what_was_committed(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=5)
    with profile.opened() as (store, _):
        with pytest.raises(StoreError, match=r"store\.read_only"), store.wall(), store.reader.begin() as connection:
            connection.exec_driver_sql("DELETE FROM note")
        add_notes(store, 2, seed=9)
        with store.reader.begin() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM note").scalar() == 7


def test_no_error_text_carries_what_was_typed(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    with profile.opened() as (store, _):
        with pytest.raises(IntegrityError) as caught, store.wall(), store.writer.begin() as connection:
            for _ in range(2):
                connection.exec_driver_sql("INSERT INTO note VALUES (?, 1, ?, 1)", (b"\x01" * 16, CANARY))
        error: BaseException | None = caught.value
        while error is not None:
            assert CANARY not in str(error)
            assert CANARY not in repr(error)
            error = error.__cause__ or error.__context__


def test_a_failed_transaction_leaves_nothing_and_the_store_goes_on(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    with profile.opened() as (store, _):
        with pytest.raises(ZeroDivisionError), store.wall(), store.writer.begin() as connection:
            connection.exec_driver_sql("INSERT INTO note VALUES (x'00', 1, 'half', 1)")
            _ = 1 // 0
        assert count_notes(store) == 0
        add_notes(store, 1)
        assert count_notes(store) == 1


# The key


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_of_the_wrong_length_never_becomes_a_passphrase(tmp_path: Path, length: int) -> None:
    profile = new_profile(tmp_path)
    with pytest.raises(StoreError, match=r"store\.key_length"):
        open_connection(profile.paths.store, bytearray(length), mode="rw")


def test_the_key_goes_in_as_67_bytes_and_is_zeroed_after(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    profile = new_profile(tmp_path)
    given: list[bytearray] = []

    def remembered(data_key: bytearray) -> bytearray:
        given.append(key_text(data_key))
        assert len(given[-1]) == 67
        return given[-1]

    monkeypatch.setattr(connection_module, "key_text", remembered)
    key = data_key_of(profile)
    assert bytes(key_text(key)) == b"x'" + key.hex().encode() + b"'"
    open_connection(profile.paths.store, key, mode="rw").close()
    assert [any(text) for text in given] == [False]


def test_another_key_does_not_open_the_store(tmp_path: Path) -> None:
    profile, other = new_profile(tmp_path, name="one"), new_profile(tmp_path, name="two")
    shutil.copy(other.paths.store, profile.paths.store)
    with pytest.raises(StoreCorrupt, match=r"store\.damaged"):
        Store.open(profile.paths, profile.unlock(), schema=profile.schema)


def test_a_driver_that_cannot_encrypt_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistyped key pragma, or plain SQLite in SQLCipher's place, would make a readable file without a word."""
    import sqlite3

    class Plain(sqlite3.Connection):
        def set_key(self, _key: bytearray) -> None: ...
        def set_busy_timeout(self, _ms: int) -> None: ...

    def connect(*args: Any, **kwargs: Any) -> sqlite3.Connection:
        return sqlite3.connect(*args, **kwargs, factory=Plain)

    target = tmp_path / "store.db"
    target.touch()
    monkeypatch.setattr(dbapi2, "connect", connect)
    with pytest.raises(StoreError, match=r"store\.driver_without_cipher"):
        open_connection(target, bytearray(range(32)), mode="rwc")
    assert target.read_bytes() == b""


def test_an_old_driver_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    profile = new_profile(tmp_path)
    key = data_key_of(profile)
    monkeypatch.setattr(dbapi2, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(StoreError, match=r"store\.driver_too_old"):
        open_connection(profile.paths.store, key, mode="rw")


def test_a_second_implementation_reads_and_writes_the_same_file(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=30)
    key = data_key_of(profile).hex()
    other = apsw.Connection(str(profile.paths.store))
    other.pragma("cipher", "sqlcipher")
    other.pragma("legacy", 4)
    other.pragma("key", f"x'{key}'")
    assert other.execute("SELECT count(*) FROM note").fetchall() == [(30,)]
    other.execute("INSERT INTO note VALUES (x'0102', 5, 'from the other side', 60)")
    other.close()
    with profile.opened() as (store, _):
        assert count_notes(store) == 31
        store.checkpoint()
        assert store.check_file().ok


# Files that are not a store


def spoil(profile: MadeProfile, how: str) -> None:
    store = profile.paths.store
    whole = store.read_bytes()
    match how:
        case "missing":
            store.unlink()
        case "empty":
            store.write_bytes(b"")
        case "cut in a page":
            store.write_bytes(whole[:-1000])
        case "cut at a page":
            store.write_bytes(whole[:4096])
        case "plaintext":
            store.unlink()
            plain = dbapi2.connect(str(store))
            plain.execute("CREATE TABLE note (text)")
            plain.commit()
            plain.close()
        case "noise":
            store.write_bytes(os.urandom(len(whole)))
        case "folder":
            store.unlink()
            store.mkdir()


@pytest.mark.parametrize(
    ("how", "kind", "code"),
    [
        ("missing", StoreMissing, "store.missing"),
        ("folder", StoreMissing, "store.missing"),
        ("empty", StoreCorrupt, "store.empty"),
        ("cut in a page", StoreCorrupt, "store.truncated"),
        ("cut at a page", StoreCorrupt, "store.damaged"),
        ("plaintext", StoreCorrupt, "store.plaintext"),
        ("noise", StoreCorrupt, "store.damaged"),
    ],
)
def test_what_is_no_store_is_refused_with_its_own_words(
    tmp_path: Path, how: str, kind: type[StoreError], code: str
) -> None:
    profile = new_profile(tmp_path, rows=100)
    spoil(profile, how)
    before = profile.paths.store.read_bytes() if profile.paths.store.is_file() else b""
    with pytest.raises(kind) as caught:
        Store.open(profile.paths, profile.unlock(), schema=profile.schema)
    assert caught.value.code == code
    assert (profile.paths.store.read_bytes() if profile.paths.store.is_file() else b"") == before


def test_a_newer_store_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=5)
    with profile.opened() as (store, _), store.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0007'")
    before = profile.paths.store.read_bytes()
    with pytest.raises(StoreTooNew, match=r"store\.too_new") as caught:
        Store.open(profile.paths, profile.unlock(), schema=profile.schema)
    assert caught.value.params["found"] == 7
    assert profile.paths.store.read_bytes() == before
    log = profile.paths.folder / "store.db-wal"
    assert not log.exists() or log.stat().st_size == 0


def test_a_store_without_a_version_is_not_guessed_at(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    with profile.opened() as (store, _), store.writer.begin() as connection:
        connection.exec_driver_sql("DROP TABLE alembic_version")
    with pytest.raises(StoreCorrupt, match=r"store\.no_schema"):
        Store.open(profile.paths, profile.unlock(), schema=profile.schema)


def test_a_set_up_cut_short_leaves_no_store(tmp_path: Path) -> None:
    class Broken(SmallSchema):
        def create(self, connection: Any) -> None:
            super().create(connection)
            raise KeyboardInterrupt

    profile = new_profile(tmp_path)
    profile.paths.store.unlink()
    with pytest.raises(KeyboardInterrupt):
        Store.create(profile.paths, profile.unlock(), schema=Broken())
    assert not profile.paths.store.exists()
    Store.create(profile.paths, profile.unlock(), schema=profile.schema).close()
    assert not list(profile.paths.folder.glob("*.part*"))


# Damage while it is open


def test_after_a_damaged_page_the_store_refuses_until_it_is_opened_anew(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=3000)
    raw = bytearray(profile.paths.store.read_bytes())
    pages = len(raw) // 4096
    for page in range(pages // 2, pages // 2 + 20):
        raw[page * 4096 + 100] ^= 1
    profile.paths.store.write_bytes(raw)
    with profile.opened() as (store, _):
        with pytest.raises(StoreCorrupt, match=r"store\.damaged"), store.wall(), store.writer.begin() as connection:
            connection.exec_driver_sql("SELECT sum(length(text)) FROM note").fetchall()
        assert store.poisoned
        with pytest.raises(StoreCorrupt, match=r"store\.poisoned"):
            count_notes(store)
        with pytest.raises(StoreCorrupt, match=r"store\.poisoned"):
            store.check_file()


@pytest.mark.parametrize("job", ["backup", "check"])
def test_a_long_job_can_be_cancelled_and_leaves_nothing(tmp_path: Path, job: str) -> None:
    profile = new_profile(tmp_path, rows=2000)
    with profile.opened() as (store, vault):
        pooled = store.reader.raw_connection()
        driver = pooled.driver_connection
        assert driver is not None
        pooled.close()
        driver.set_progress_handler(store.cancel_reading, 500)
        with pytest.raises(StoreError, match=r"store\.cancelled"):
            if job == "check":
                store.check_file()
            else:
                make_backup(store, vault, now_utc=1_795_348_800, anchor=(0, b""))
        driver.set_progress_handler(None, 0)
        assert not profile.paths.backups.exists() or not list(profile.paths.backups.iterdir())
        assert not store.poisoned
        assert store.check_file().ok
        with store.reader.begin() as connection:
            assert connection.exec_driver_sql("PRAGMA query_only").scalar() == 1


def test_check_names_damaged_pages_and_a_changed_schema(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=500)
    with profile.opened() as (store, _):
        assert store.checkpoint()
        assert store.check_file().ok
        with store.writer.begin() as connection:
            connection.exec_driver_sql("DROP INDEX ix_note_day")
        assert store.check_file().problems == ("schema: index ix_note_day",)
    raw = bytearray(profile.paths.store.read_bytes())
    raw[3 * 4096 + 7] ^= 0x80
    profile.paths.store.write_bytes(raw)
    with profile.opened() as (store, _):
        assert [p for p in store.check_file().problems if p.startswith("page:")]


def test_check_finds_a_row_whose_parent_is_gone(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=2)
    key = data_key_of(profile)
    connection = open_connection(profile.paths.store, key, mode="rw")
    connection.execute("PRAGMA foreign_keys = off")
    connection.execute("DELETE FROM note WHERE rowid = 1")
    connection.close()
    with profile.opened() as (store, _):
        assert [p for p in store.check_file().problems if p.startswith("foreign key: touch")]


def test_closing_leaves_no_log_and_no_open_file(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=10)
    with profile.opened() as (store, _):
        count_notes(store)
    gc.collect()
    assert not (profile.paths.folder / "store.db-wal").exists()
    assert not [name for name in open_files() if name.startswith(str(profile.paths.folder))]


def test_the_old_schema_is_upgraded_on_opening(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=3)
    profile.schema = SmallSchema(steps=(add_mood,))
    with profile.opened() as (store, _):
        assert count_notes(store) == 3
        assert store.check_file().ok
    check_encrypted(profile.paths.store)
