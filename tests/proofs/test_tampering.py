"""Promise 8: whoever changes, cuts, reorders or replays the audit log is found, by the next start or by ``check``.

The attacker has the open file and SQL, but neither the audit key nor the vault.
"""

from __future__ import annotations

import hashlib
import hmac
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection

from engagedesk.domain.ids import EntryId
from engagedesk.errors import StoreCorrupt
from engagedesk.models.store import Store
from engagedesk.models.vault import Vault
from engagedesk.paths import Profile
from engagedesk.services.commands.time import EditEntry, EntryEdit
from tests.fake_clock import FakeClock
from tests.services.building import CHEAP, PASSPHRASE, Desk, around_of, copy_of, make_template, open_desk

Attack = Callable[[Connection], object]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    return make_template(tmp_path_factory.mktemp("tampering"))


def opened(filled: Profile, folder: Path) -> Desk:
    clock = FakeClock()
    return open_desk(copy_of(filled, folder / "profile"), clock, around_of(clock, seed=4))


def behind_the_program(paths: Profile, attack: Attack) -> None:
    """Change the closed store through SQL, as somebody could who once got at its data key."""
    vault = Vault(paths, policy=CHEAP).open_with_passphrase(PASSPHRASE)
    store = Store.open(paths, vault)
    with store.writer.begin() as connection:
        attack(connection)
    store.close()
    vault.close()


def flaws(paths: Profile) -> set[str]:
    """Return what opening and checking say is wrong."""
    clock = FakeClock()
    try:
        desk = open_desk(paths, clock, around_of(clock, seed=5))
    except StoreCorrupt as error:
        return {error.code}
    try:
        return {flaw.code for flaw in desk.workspace.verify_audit().flaws}
    finally:
        desk.close()


def sql(statement: str) -> Attack:
    return lambda connection: connection.exec_driver_sql(statement)


def swap(*columns: str) -> Attack:
    """Swap these columns of records 5 and 9."""

    def attack(connection: Connection) -> None:
        names = ", ".join(columns)
        read = f"SELECT {names} FROM audit WHERE seq = ?"
        five, nine = (connection.exec_driver_sql(read, (seq,)).one() for seq in (5, 9))
        marks = ", ".join(f"{name} = ?" for name in columns)
        for seq, values in ((5, nine), (9, five)):
            connection.exec_driver_sql(f"UPDATE audit SET {marks} WHERE seq = ?", (*values, seq))

    return attack


def reorder(connection: Connection) -> None:
    for old, new in ((5, 9_005), (9, 5), (9_005, 9)):
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = on")
        connection.exec_driver_sql("UPDATE audit SET seq = ? WHERE seq = ?", (new, old))


def last(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT max(seq) FROM audit").scalar_one())


def cut_tail(connection: Connection) -> None:
    end = last(connection)
    connection.exec_driver_sql("DELETE FROM audit_touch WHERE seq = ?", (end,))
    connection.exec_driver_sql("DELETE FROM audit WHERE seq = ?", (end,))


def forge(connection: Connection, *, key: bytes = bytes(32)) -> None:
    """Append a record of one's own, chained with a key that was guessed."""
    end = last(connection)
    chain = connection.exec_driver_sql("SELECT chain FROM audit WHERE seq = ?", (end,)).scalar_one()
    payload, salt = b'{"facts":{},"rows":[]}', bytes(16)
    digest = hashlib.sha256(salt + payload).digest()
    values = (end + 1, 1_795_000_000, "ada", "PostEntries", "person", "", payload, salt, digest)
    connection.exec_driver_sql(
        "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*values, hmac.digest(key, chain + digest, "sha256")),
    )


def rewrite(connection: Connection) -> None:
    """Change a payload, its digest and every chain value after it, with a key that was guessed."""
    payload = connection.exec_driver_sql("SELECT payload FROM audit WHERE seq = 7").scalar_one()
    salt = bytes(16)
    digest = hashlib.sha256(salt + payload + b" ").digest()
    values = (payload + b" ", salt, digest)
    connection.exec_driver_sql("UPDATE audit SET payload = ?, salt = ?, digest = ? WHERE seq = 7", values)
    chain = bytes(32)
    for seq in range(7, last(connection) + 1):
        chain = hmac.digest(bytes(32), chain + digest, "sha256")
        connection.exec_driver_sql("UPDATE audit SET chain = ? WHERE seq = ?", (chain, seq))


ATTACKS: dict[str, tuple[Attack, set[str]]] = {
    "edit a payload": (
        sql("UPDATE audit SET payload = CAST(replace(payload, 'Fieldwork', 'Fieldwerk') AS BLOB)"),
        {"payload"},
    ),
    "edit who": (sql("UPDATE audit SET who = 'eve' WHERE seq = 7"), {"chain"}),
    "edit the reason": (sql("UPDATE audit SET reason = 'agreed' WHERE seq = 7"), {"chain"}),
    "edit the time": (sql("UPDATE audit SET at_utc = at_utc - 86400 WHERE seq = 7"), {"chain"}),
    "edit the command": (sql("UPDATE audit SET command = 'EditEntry' WHERE seq = 7"), {"chain"}),
    "edit the class": (sql("UPDATE audit SET command_class = 'system_fact' WHERE seq = 7"), {"chain"}),
    "delete a middle record": (
        lambda c: (
            c.exec_driver_sql("DELETE FROM audit_touch WHERE seq = 7"),
            sql("DELETE FROM audit WHERE seq = 7")(c),
        ),
        {"missing", "chain"},
    ),
    "delete the tail": (cut_tail, {"audit.cut"}),
    "delete everything": (
        lambda c: (sql("DELETE FROM audit_touch")(c), sql("DELETE FROM audit")(c)),
        {"audit.cut"},
    ),
    "reorder two records": (reorder, {"chain"}),
    "swap two payloads": (swap("payload", "salt"), {"payload"}),
    "swap payloads with their digests": (swap("payload", "salt", "digest"), {"chain"}),
    "append a forged record": (forge, {"chain"}),
    "rewrite from one record on": (rewrite, {"audit.rewritten"}),
    "purge half": (sql("UPDATE audit SET payload = NULL WHERE seq = 7"), {"half_purged"}),
    "purge the salt alone": (sql("UPDATE audit SET salt = NULL WHERE seq = 7"), {"half_purged"}),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_every_attack_on_the_log_is_found(filled: Profile, tmp_path: Path, name: str) -> None:
    desk = opened(filled, tmp_path)
    desk.close()
    attack, expected = ATTACKS[name]
    assert flaws(desk.paths) == set()
    behind_the_program(desk.paths, attack)
    assert flaws(desk.paths) == expected


@pytest.mark.parametrize("name", ATTACKS)
def test_the_same_attacks_on_the_open_store_are_found_by_check(filled: Profile, tmp_path: Path, name: str) -> None:
    desk = opened(filled, tmp_path)
    try:
        with desk.workspace.store.writer.begin() as connection:
            ATTACKS[name][0](connection)
        assert not desk.workspace.verify_audit().ok
    finally:
        desk.close()


def test_an_old_store_put_back_under_a_newer_vault_is_found(filled: Profile, tmp_path: Path) -> None:
    desk = opened(filled, tmp_path)
    desk.close()
    old = tmp_path / "old.db"
    shutil.copyfile(desk.paths.store, old)
    again = open_desk(desk.paths, desk.clock, desk.around)
    again.add("2026-11-20T09:00", "2026-11-20T10:00")
    again.close()
    shutil.copyfile(old, desk.paths.store)
    assert flaws(desk.paths) == {"audit.cut"}


def test_an_old_store_with_other_work_done_since_is_found(filled: Profile, tmp_path: Path) -> None:
    desk = opened(filled, tmp_path)
    desk.close()
    fork = copy_of(desk.paths, tmp_path / "fork")
    for paths, words in ((desk.paths, "This"), (fork, "That")):
        one = open_desk(paths, desk.clock, desk.around)
        one.add("2026-11-20T09:00", "2026-11-20T10:00", narrative=words)
        one.close()
    shutil.copyfile(fork.store, desk.paths.store)
    assert flaws(desk.paths) == {"audit.rewritten"}


def test_a_log_of_the_database_that_was_taken_away_is_found(filled: Profile, tmp_path: Path) -> None:
    desk = opened(filled, tmp_path)
    entry = desk.add("2026-11-20T09:00", "2026-11-20T10:00")
    desk.workspace.vault.anchor_now(desk.head.count, desk.head.chain)
    cut = tmp_path / "cut"
    shutil.copytree(desk.paths.folder, cut)
    assert (cut / "store.db-wal").stat().st_size > 0
    (cut / "store.db-wal").unlink()
    desk.do(EditEntry(EntryId(entry), EntryEdit(narrative="Later"), desk.clock.now_s()))
    desk.close()
    assert flaws(Profile(cut)) == {"audit.cut"}


def test_a_whole_purge_leaves_a_chain_that_verifies(filled: Profile, tmp_path: Path) -> None:
    desk = opened(filled, tmp_path)
    desk.close()
    behind_the_program(desk.paths, sql("UPDATE audit SET payload = NULL, salt = NULL WHERE seq BETWEEN 3 AND 12"))
    assert flaws(desk.paths) == set()
