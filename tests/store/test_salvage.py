from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engagedesk.errors import StoreCorrupt, StoreError, UserError
from engagedesk.models.connection import open_connection
from engagedesk.models.damaged_pages import TABLE_LEAF, Pages
from engagedesk.models.migrations import PackagedSchema
from engagedesk.models.salvage import SalvageReport, salvage_store
from engagedesk.models.schema import Schema
from engagedesk.models.store import Store
from engagedesk.models.vault import OpenVault, Vault
from engagedesk.services.salvage import salvage_profile
from tests.store.building import (
    CHEAP,
    PASSPHRASE,
    MadeProfile,
    SmallSchema,
    add_mood,
    add_notes,
    append_chain,
    count_notes,
    new_profile,
)

BIG_ROWS = 19_000


def data_key_of(profile: MadeProfile) -> bytearray:
    with profile.unlock().take_data_key() as data_key:
        return bytearray(data_key)


def destroy(store: Path, pages: list[int]) -> None:
    raw = bytearray(store.read_bytes())
    rng = random.Random(5)
    for page in pages:
        raw[(page - 1) * 4096 : page * 4096] = rng.randbytes(4096)
    store.write_bytes(raw)


def rows_of(store: Path, key: bytearray, sql: str) -> list[tuple[Any, ...]]:
    connection = open_connection(store, key, mode="rw")
    try:
        return list(connection.execute(sql).fetchall())
    finally:
        connection.close()


def salvaged(profile: MadeProfile, key: bytearray, *, schema: Schema | None = None) -> tuple[SalvageReport, Path]:
    target = profile.paths.folder / "salvaged.db"
    return salvage_store(profile.paths.store, key, target, schema=schema or profile.schema), target


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> MadeProfile:
    """A store of more than 5,000 pages."""
    folder = tmp_path_factory.mktemp("big")
    profile = new_profile(folder)
    with profile.opened() as (store, _), store.writer.begin() as connection:
        rng = random.Random(3)
        driver = connection.connection.driver_connection
        assert driver is not None
        ids = [rng.randbytes(16) for _ in range(BIG_ROWS)]
        driver.executemany(
            "INSERT INTO note VALUES (?, ?, ?, ?)",
            ((note, i // 20, f"narrative {i} " + "x" * (700 + i % 600), i % 9000) for i, note in enumerate(ids)),
        )
        driver.executemany(
            "INSERT INTO touch VALUES (?, ?, ?)", ((i // 20, i % 20, note) for i, note in enumerate(ids))
        )
    return profile


@pytest.mark.parametrize("seed", [1, 2])
def test_with_20_of_5000_pages_destroyed_99_percent_of_the_rows_on_intact_pages_come_back(
    big: MadeProfile, tmp_path: Path, seed: int
) -> None:
    folder = tmp_path / "profile"
    shutil.copytree(big.paths.folder, folder)
    key = data_key_of(big)
    store = folder / "store.db"
    total = store.stat().st_size // 4096
    assert total >= 5000
    destroyed = random.Random(seed).sample(range(2, total + 1), 20)
    intact = Pages(store, key)
    lost = {"note": 0, "touch": 0}
    for page in destroyed:
        if intact.kind(page) == TABLE_LEAF:
            lost["note"] += sum(1 for _ in intact.rows(page))
        else:
            # An index leaf may belong to either; at worst it held rows of touch.
            lost["touch"] += sum(1 for _ in intact.rows(page))
    destroy(store, destroyed)
    report = salvage_store(store, key, folder / "new.db", schema=big.schema)
    assert report.damaged_pages == 20
    assert not report.whole
    for table, most_lost in lost.items():
        assert report.tables[table].recovered >= 0.99 * (BIG_ROWS - most_lost)
        assert report.tables[table].recovered <= BIG_ROWS
    (counted,) = rows_of(folder / "new.db", key, "SELECT count(*), count(DISTINCT id) FROM note")
    assert counted == (report.tables["note"].recovered,) * 2
    original = dict(rows_of(big.paths.store, key, "SELECT id, text FROM note"))
    found = rows_of(folder / "new.db", key, "SELECT id, text FROM note")
    assert all(original[note] == text for note, text in found)


def test_a_whole_store_comes_back_whole_with_every_kind_of_value(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=300)
    with profile.opened() as (store, _), store.writer.begin() as connection:
        long = "ü" * 50_000
        for i, value in enumerate([0, 1, -1, 127, -128, 70_000, -(2**31), 2**40, 2**62, -(2**62), None]):
            connection.exec_driver_sql("INSERT INTO note VALUES (?, ?, ?, ?)", (bytes([i]) * 16, i, long, value))
        connection.exec_driver_sql("INSERT INTO chain VALUES (-5, x'')")
    key = data_key_of(profile)
    report, target = salvaged(profile, key)
    assert report.whole
    for table in ("note", "touch", "chain", "alembic_version"):
        sql = f"SELECT * FROM {table} ORDER BY 1, 2" if table != "alembic_version" else f"SELECT * FROM {table}"
        assert rows_of(target, key, sql) == rows_of(profile.paths.store, key, sql)


def test_rows_that_only_the_log_holds_are_brought_over_too(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=10)
    key = data_key_of(profile)
    copy = tmp_path / "copy"
    with profile.opened() as (store, _):
        add_notes(store, 40, seed=2)
        shutil.copytree(profile.paths.folder, copy)
    assert (copy / "store.db-wal").stat().st_size > 0
    report = salvage_store(copy / "store.db", key, copy / "new.db", schema=profile.schema)
    assert report.tables["note"].recovered == 50


@pytest.mark.parametrize("which", ["root of notes", "every interior page", "first page"])
def test_what_stands_above_intact_rows_may_be_lost(big: MadeProfile, tmp_path: Path, which: str) -> None:
    folder = tmp_path / "profile"
    shutil.copytree(big.paths.folder, folder)
    key = data_key_of(big)
    store = folder / "store.db"
    pages = Pages(store, key)
    roots = dict(rows_of(store, key, "SELECT name, rootpage FROM sqlite_master WHERE rootpage"))
    interior = [n for n in pages.tree_pages() if n != 1 and pages.kind(n) == 0x05]
    destroy(store, {"root of notes": [roots["note"]], "every interior page": interior, "first page": [1]}[which])
    if which == "first page":
        with pytest.raises(StoreCorrupt, match=r"salvage\.nothing"):
            salvage_store(store, key, folder / "new.db", schema=big.schema)
        return
    report = salvage_store(store, key, folder / "new.db", schema=big.schema)
    assert report.tables["note"].recovered == BIG_ROWS
    assert report.tables["touch"].recovered == BIG_ROWS
    assert not report.whole


def test_with_the_list_of_tables_lost_rows_are_recognised_by_their_shape(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=2000)
    key = data_key_of(profile)
    raw = bytearray(profile.paths.store.read_bytes())
    # The salt stays, the rest of page 1, where all tables are listed, goes.
    raw[16:4096] = bytes(4080)
    profile.paths.store.write_bytes(raw)
    report, _ = salvaged(profile, key)
    assert report.tables["note"].recovered == 2000
    assert report.tables["touch"].recovered == 2000
    assert not report.whole


def test_rows_without_their_parent_are_kept_and_counted(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=400)
    key = data_key_of(profile)
    pages = Pages(profile.paths.store, key)
    leaves = (n for n in pages.tree_pages() if n > 1 and pages.kind(n) == TABLE_LEAF)
    leaf = next(n for n in leaves if any(len(row.values) == 4 for row in pages.rows(n)))
    lost = sum(1 for _ in pages.rows(leaf))
    destroy(profile.paths.store, [leaf])
    report, _ = salvaged(profile, key)
    assert report.tables["note"].recovered == 400 - lost
    assert report.tables["touch"].recovered == 400
    assert report.dangling == lost
    assert not report.whole


def test_an_older_store_keeps_its_schema_and_is_upgraded_when_opened(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=30)
    key = data_key_of(profile)
    grown = SmallSchema(steps=(add_mood,))
    report, target = salvaged(profile, key, schema=grown)
    assert report.tables["note"].recovered == 30
    target.replace(profile.paths.store)
    profile.schema = grown
    with profile.opened() as (store, _):
        assert count_notes(store) == 30


def test_the_packaged_tables_can_all_be_salvaged(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    profile.paths.store.unlink()
    store = Store.create(profile.paths, profile.unlock())
    with store.writer.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO audit (seq, at_utc, who, command, command_class, reason, digest, chain) "
            "VALUES (1, 0, 'me', 'X', 'person', '', x'00', x'00')"
        )
        connection.exec_driver_sql("INSERT INTO audit_touch (record_id, seq) VALUES (x'0102', 1)")
    store.close()
    report, target = salvaged(profile, data_key_of(profile), schema=PackagedSchema())
    assert report.whole
    assert report.tables["audit"].recovered == 1
    assert report.tables["audit_touch"].recovered == 1
    target.replace(profile.paths.store)
    reopened = Store.open(profile.paths, profile.unlock())
    assert reopened.check_file().ok
    reopened.close()


def unlock(vault: Vault) -> OpenVault:
    return vault.open_with_passphrase(PASSPHRASE)


def record(store: Store) -> tuple[int, bytes]:
    append_chain(store, 1, b"\x01" * 32)
    return 1, b"\x01" * 32


def test_a_damaged_profile_becomes_a_new_one_with_the_same_keys(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=3000)
    total = profile.paths.store.stat().st_size // 4096
    destroy(profile.paths.store, [total // 2])
    before = {p.name: p.read_bytes() for p in profile.paths.folder.iterdir()}
    report = salvage_profile(
        profile.paths, tmp_path / "new", unlock=unlock, record=record, policy=CHEAP, schema=profile.schema
    )
    assert not report.whole
    assert {p.name: p.read_bytes() for p in profile.paths.folder.iterdir()} == before
    new = MadeProfile(type(profile.paths)(tmp_path / "new"), profile.recovery_key, profile.schema)
    with new.opened() as (store, vault):
        assert count_notes(store) == report.tables["note"].recovered
        assert vault.anchored is not None
        assert vault.anchored.count == 1
    with pytest.raises(UserError, match=r"salvage\.not_empty"):
        salvage_profile(
            profile.paths, tmp_path / "new", unlock=unlock, record=record, policy=CHEAP, schema=profile.schema
        )


@pytest.mark.parametrize("spoil", [lambda raw: b"", lambda raw: raw[::-1], lambda raw: b"x" * 9000])
def test_what_holds_no_intact_page_is_said_plainly_and_leaves_nothing(
    tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    profile = new_profile(tmp_path, rows=5)
    profile.paths.store.write_bytes(spoil(profile.paths.store.read_bytes()))
    with pytest.raises(StoreError, match=r"salvage\.nothing"):
        salvage_profile(
            profile.paths, tmp_path / "new", unlock=unlock, record=record, policy=CHEAP, schema=profile.schema
        )
    assert [p.name for p in tmp_path.iterdir()] == ["profile"]
