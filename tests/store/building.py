"""Builders for tests of the store: cheap keys, a small schema of two tables, a profile with some rows."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2

from engagedesk.models.connection import DriverConnection
from engagedesk.models.key_derivation import KdfCost, KdfPolicy
from engagedesk.models.schema import SchemaObjects, objects_of, set_version, version_name
from engagedesk.models.store import Store
from engagedesk.models.vault import OpenVault, Vault
from engagedesk.paths import Profile

PASSPHRASE = "harbour lantern quartz meadow"
CHEAP_COST = KdfCost(memory_kib=8 * 1024, passes=1, lanes=1)
CHEAP = KdfPolicy(floor=CHEAP_COST, fixed=CHEAP_COST)

NOTE = (
    "CREATE TABLE note (id BLOB NOT NULL PRIMARY KEY, day INTEGER NOT NULL, text TEXT NOT NULL, seconds INTEGER) STRICT"
)
NOTE_INDEX = "CREATE INDEX ix_note_day ON note (day)"
TOUCH = (
    "CREATE TABLE touch (day INTEGER NOT NULL, ordinal INTEGER NOT NULL, note_id BLOB NOT NULL REFERENCES note (id), "
    "PRIMARY KEY (day, ordinal)) STRICT, WITHOUT ROWID"
)
CHAIN = "CREATE TABLE chain (number INTEGER NOT NULL PRIMARY KEY, hash BLOB NOT NULL) STRICT"


def add_mood(connection: DriverConnection) -> None:
    connection.execute("ALTER TABLE note ADD COLUMN mood TEXT")


@dataclass
class SmallSchema:
    """A schema whose later versions are functions, for stores that grow old in a test."""

    steps: tuple[Callable[[DriverConnection], None], ...] = ()
    upgrades: int = field(default=0)

    @property
    def head(self) -> int:
        return 1 + len(self.steps)

    def create(self, connection: DriverConnection) -> None:
        self._build(connection)
        set_version(connection, self.head)

    def upgrade(self, connection: DriverConnection) -> None:
        self.upgrades += 1
        version = int(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
        for step in self.steps[version - 1 :]:
            step(connection)
        connection.execute("UPDATE alembic_version SET version_num = ?", (version_name(self.head),))

    def expected(self) -> SchemaObjects:
        connection = dbapi2.connect(":memory:", isolation_level=None)
        try:
            self._build(connection)
            return objects_of(connection)
        finally:
            connection.close()

    def _build(self, connection: DriverConnection) -> None:
        for statement in (NOTE, NOTE_INDEX, TOUCH, CHAIN):
            connection.execute(statement)
        for step in self.steps:
            step(connection)


@dataclass
class MadeProfile:
    """A profile on disk, with its store closed."""

    paths: Profile
    recovery_key: str
    schema: SmallSchema

    def vault(self) -> Vault:
        return Vault(self.paths, policy=CHEAP)

    def unlock(self, passphrase: str = PASSPHRASE) -> OpenVault:
        return self.vault().open_with_passphrase(passphrase)

    @contextmanager
    def opened(self) -> Iterator[tuple[Store, OpenVault]]:
        vault = self.unlock()
        try:
            store = Store.open(self.paths, vault, schema=self.schema)
            try:
                yield store, vault
            finally:
                store.close()
        finally:
            vault.close()


def new_profile(folder: Path, *, rows: int = 0, name: str = "profile") -> MadeProfile:
    """Make a profile with a store of so many notes (seeded) and close it."""
    paths = Profile(folder / name)
    vault, recovery_key = Vault(paths, policy=CHEAP).create(PASSPHRASE)
    schema = SmallSchema()
    store = Store.create(paths, vault, schema=schema)
    add_notes(store, rows)
    store.close()
    vault.close()
    return MadeProfile(paths, recovery_key.text(), schema)


def add_notes(store: Store, rows: int, *, seed: int = 1) -> None:
    rng = random.Random(seed)
    with store.wall(), store.writer.begin() as connection:
        for i in range(rows):
            note_id, day = rng.randbytes(16), 1000 * seed + i // 20
            connection.exec_driver_sql(
                "INSERT INTO note VALUES (?, ?, ?, ?)",
                (note_id, day, f"narrative {i} " + "lorem ipsum " * rng.randrange(2, 20), rng.randrange(9000)),
            )
            connection.exec_driver_sql("INSERT INTO touch VALUES (?, ?, ?)", (day, i % 20, note_id))


def count_notes(store: Store) -> int:
    with store.wall(), store.writer.begin() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM note").scalar_one())


def append_chain(store: Store, number: int, head: bytes) -> None:
    with store.wall(), store.writer.begin() as connection:
        connection.exec_driver_sql("INSERT INTO chain VALUES (?, ?)", (number, head))


def chain_of(store: Store) -> Callable[[int], bytes | None]:
    """Return ``hash_at`` over the chain table."""

    def hash_at(count: int) -> bytes | None:
        with store.wall(), store.writer.begin() as connection:
            found = connection.exec_driver_sql("SELECT hash FROM chain WHERE number = ?", (count,)).scalar()
            return None if found is None else bytes(found)

    return hash_at
