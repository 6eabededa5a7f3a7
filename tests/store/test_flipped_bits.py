"""Promise 7: every flipped bit in store, vault or backup is noticed. 500 here, more in ``make soak``."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from engagedesk.errors import StoreCorrupt, StoreError, StoreTooNew
from engagedesk.models.backup_file import verify_backup
from engagedesk.models.connection import open_connection
from engagedesk.services.backup import make_backup
from tests.store.building import MadeProfile, new_profile

IN_STORE, IN_VAULT, IN_BACKUP = 200, 100, 200


def flipped(raw: bytes, rng: random.Random) -> bytes:
    position = rng.randrange(len(raw) * 8)
    changed = bytearray(raw)
    changed[position // 8] ^= 1 << position % 8
    return bytes(changed)


def store_notices(profile: MadeProfile, key: bytearray) -> bool:
    """Do what ``check`` does to the file, without a vault in between."""
    try:
        connection = open_connection(profile.paths.store, key, mode="rw")
    except StoreCorrupt:
        return True
    try:
        return bool(connection.execute("PRAGMA cipher_integrity_check").fetchall())
    finally:
        connection.close()


def flip_store(profile: MadeProfile, rng: random.Random, *, times: int) -> None:
    with profile.unlock().take_data_key() as taken:
        key = bytearray(taken)
    good = profile.paths.store.read_bytes()
    assert not store_notices(profile, key)
    for _ in range(times):
        profile.paths.store.write_bytes(flipped(good, rng))
        assert store_notices(profile, key)
        profile.paths.store.write_bytes(good)
    assert not store_notices(profile, key)


def flip_vault(profile: MadeProfile, rng: random.Random, *, times: int) -> None:
    good = profile.paths.vault.read_bytes()
    for _ in range(times):
        bad = flipped(good, rng)
        profile.paths.vault.write_bytes(bad)
        profile.paths.vault_copy.write_bytes(bad)
        with pytest.raises((StoreCorrupt, StoreTooNew)):
            profile.vault().open_with_recovery_key(profile.recovery_key)
        profile.paths.vault_copy.write_bytes(good)
        profile.vault().open_with_recovery_key(profile.recovery_key).close()
        assert profile.paths.vault.read_bytes() == good, "the good copy heals the other"


def flip_backup(profile: MadeProfile, rng: random.Random, *, times: int) -> None:
    with profile.opened() as (store, vault):
        file = make_backup(store, vault, now_utc=1_795_348_800, anchor=(0, b"")).path
    good = file.read_bytes()
    verify_backup(file)
    for _ in range(times):
        file.write_bytes(flipped(good, rng))
        with pytest.raises(StoreError):
            verify_backup(file)


def test_500_flipped_bits_are_all_noticed(tmp_path: Path) -> None:
    rng = random.Random(500)
    profile = new_profile(tmp_path, rows=300)
    flip_store(profile, rng, times=IN_STORE)
    flip_vault(profile, rng, times=IN_VAULT)
    flip_backup(profile, rng, times=IN_BACKUP)


@pytest.mark.soak
def test_5000_flipped_bits_are_all_noticed(tmp_path: Path) -> None:
    rng = random.Random(5000)
    profile = new_profile(tmp_path, rows=300)
    flip_store(profile, rng, times=2500)
    flip_vault(profile, rng, times=1000)
    flip_backup(profile, rng, times=1500)
