from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine
from sqlcipher3 import dbapi2

from engagedesk.errors import DiskFull, StoreCorrupt
from engagedesk.models import store_file
from engagedesk.models.connection import DriverConnection, open_connection
from engagedesk.models.migrations import HEAD, PackagedSchema, read_sql
from engagedesk.models.migrations.freeze import ddl_of
from engagedesk.models.schema import objects_of
from engagedesk.models.store import Store
from engagedesk.models.tables import Base
from engagedesk.models.vault import Vault
from engagedesk.paths import Profile
from tests.store.building import CHEAP, PASSPHRASE, MadeProfile, SmallSchema, add_mood, count_notes, new_profile


def rows_of(profile: MadeProfile, sql: str) -> list[tuple[Any, ...]]:
    with profile.unlock().take_data_key() as data_key:
        connection = open_connection(profile.paths.store, data_key, mode="rw")
    try:
        return list(connection.execute(sql).fetchall())
    finally:
        connection.close()


def test_the_frozen_schema_is_what_the_tables_say() -> None:
    assert read_sql("head.sql") == ddl_of(Base.metadata), "run python -m engagedesk.models.migrations.freeze"


def test_every_step_one_after_the_other_gives_the_frozen_schema() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.execute("BEGIN")
    PackagedSchema().upgrade(connection)
    assert connection.in_transaction, "a step must not commit: the store does, when it has checked the result"
    assert objects_of(connection) == PackagedSchema().expected()
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(f"{HEAD:04d}",)]
    connection.close()


def test_a_store_made_from_the_tables_is_a_store_made_from_the_frozen_schema() -> None:
    engine = create_engine("sqlite://", module=dbapi2)
    with engine.begin() as connection:
        Base.metadata.create_all(connection)
        assert objects_of(connection.connection.driver_connection) == PackagedSchema().expected()
    engine.dispose()


def test_a_new_profile_gets_the_packaged_schema(tmp_path: Path) -> None:
    paths = Profile(tmp_path / "profile")
    vault, _ = Vault(paths, policy=CHEAP).create(PASSPHRASE)
    store = Store.create(paths, vault)
    assert store.check_file().ok
    assert store.schema_version == HEAD
    store.close()
    Store.open(paths, Vault(paths, policy=CHEAP).open_with_passphrase(PASSPHRASE)).close()


def test_alembic_is_imported_only_to_upgrade(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from engagedesk.models.store import Store\n"
        "from engagedesk.models.vault import Vault; from engagedesk.paths import Profile\n"
        "from tests.store.building import CHEAP\n"
        "paths = Profile(Path(sys.argv[1])); vault, _ = Vault(paths, policy=CHEAP).create('some words')\n"
        "Store.create(paths, vault).close(); vault = Vault(paths, policy=CHEAP).open_with_passphrase('some words')\n"
        "Store.open(paths, vault).close(); print('alembic' in sys.modules)\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "p")], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.stdout == "False\n", done.stderr


def test_an_upgrade_keeps_every_row_and_lays_a_copy_aside(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=300)
    notes = rows_of(profile, "SELECT id, text FROM note ORDER BY id")
    profile.schema = SmallSchema(steps=(add_mood,))
    with profile.opened() as (store, _):
        assert store.schema_version == 2
        assert store.check_file().ok
    assert profile.schema.upgrades == 1
    assert rows_of(profile, "SELECT id, text FROM note ORDER BY id") == notes
    copy = profile.paths.folder / "store-before-upgrade-from-0001.db"
    assert copy.stat().st_mode & 0o777 == 0o600
    with profile.opened():
        pass
    assert profile.schema.upgrades == 1
    profile.schema = SmallSchema()
    profile.paths.store.unlink()
    copy.rename(profile.paths.store)
    assert rows_of(profile, "SELECT id, text FROM note ORDER BY id") == notes


def test_only_the_newest_copy_before_an_upgrade_is_kept(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    profile.schema = SmallSchema(steps=(add_mood,))
    with profile.opened():
        pass
    profile.schema = SmallSchema(steps=(add_mood, add_weather))
    with profile.opened():
        pass
    copies = sorted(p.name for p in profile.paths.folder.glob("store-before-*"))
    assert copies == ["store-before-upgrade-from-0002.db"]


def add_weather(connection: DriverConnection) -> None:
    connection.execute("ALTER TABLE note ADD COLUMN weather TEXT")


def break_half_way(connection: DriverConnection) -> None:
    connection.execute("ALTER TABLE note ADD COLUMN mood TEXT")
    connection.execute("UPDATE note SET text = ''")
    raise DiskFull("store.disk_full")


def leave_a_row_without_its_parent(connection: DriverConnection) -> None:
    add_mood(connection)
    if connection.execute("SELECT count(*) FROM note").fetchone()[0]:
        connection.execute("DELETE FROM note WHERE rowid = 1")


class Unlike(SmallSchema):
    """A step that does not lead where the tables are."""

    def upgrade(self, connection: DriverConnection) -> None:
        connection.execute("UPDATE alembic_version SET version_num = '0002'")


@pytest.mark.parametrize(
    ("schema", "error"),
    [
        (lambda: SmallSchema(steps=(break_half_way,)), DiskFull),
        (lambda: SmallSchema(steps=(leave_a_row_without_its_parent,)), StoreCorrupt),
        (lambda: Unlike(steps=(add_mood,)), StoreCorrupt),
    ],
)
def test_an_upgrade_that_fails_leaves_the_store_as_it_was(
    tmp_path: Path, schema: Callable[[], SmallSchema], error: type[Exception]
) -> None:
    profile = new_profile(tmp_path, rows=50)
    notes = rows_of(profile, "SELECT id, text FROM note ORDER BY id")
    with pytest.raises(error):
        Store.open(profile.paths, profile.unlock(), schema=schema())
    assert rows_of(profile, "SELECT id, text FROM note ORDER BY id") == notes
    with profile.opened() as (store, _):
        assert count_notes(store) == 50
        store.checkpoint()
        assert store.check_file().ok


def test_damage_found_after_the_upgrade_brings_the_copy_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    profile = new_profile(tmp_path, rows=50)
    notes = rows_of(profile, "SELECT id, text FROM note ORDER BY id")
    real = store_file._check_pages
    calls: list[str] = []

    def fails_the_second_time(connection: DriverConnection, schema_name: str, *, profile: str) -> None:
        calls.append(schema_name)
        if len(calls) == 2:
            raise StoreCorrupt("store.damaged", profile=profile)
        real(connection, schema_name, profile=profile)

    monkeypatch.setattr(store_file, "_check_pages", fails_the_second_time)
    with pytest.raises(StoreCorrupt, match=r"store\.damaged"):
        Store.open(profile.paths, profile.unlock(), schema=SmallSchema(steps=(add_mood,)))
    assert rows_of(profile, "SELECT id, text FROM note ORDER BY id") == notes
    assert rows_of(profile, "SELECT version_num FROM alembic_version") == [("0001",)]


def test_a_damaged_store_is_not_upgraded(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=500)
    raw = bytearray(profile.paths.store.read_bytes())
    raw[len(raw) - 2000] ^= 1
    profile.paths.store.write_bytes(raw)
    schema = SmallSchema(steps=(add_mood,))
    with pytest.raises(StoreCorrupt, match=r"store\.damaged"):
        Store.open(profile.paths, profile.unlock(), schema=schema)
    assert schema.upgrades == 0
    assert profile.paths.store.read_bytes() == bytes(raw)
