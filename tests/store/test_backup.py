from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.errors import StoreCorrupt, StoreError, StoreMissing, UserError, WrongPassphrase
from engagedesk.models.backup_file import backup_name, read_manifest, verify_backup
from engagedesk.models.store import Store
from engagedesk.models.vault import OpenVault, Vault
from engagedesk.paths import Profile
from engagedesk.services.backup import Restored, find_backups, keep, make_backup, restore_backup
from tests.store.building import (
    CHEAP,
    PASSPHRASE,
    MadeProfile,
    SmallSchema,
    add_mood,
    add_notes,
    append_chain,
    chain_of,
    count_notes,
    new_profile,
)

NOON = int(datetime(2026, 11, 22, 12, 0, 7, tzinfo=UTC).timestamp())
HOUR = 3600
DAY = 24 * HOUR


def head(number: int) -> bytes:
    return number.to_bytes(32, "big")


def with_chain(profile: MadeProfile, *, records: int = 3) -> None:
    with profile.opened() as (store, vault):
        for number in range(1, records + 1):
            append_chain(store, number, head(number))
        vault.anchor_now(records, head(records))


def back_up(profile: MadeProfile, *, at: int = NOON, records: int = 3) -> Path:
    with profile.opened() as (store, vault):
        return make_backup(store, vault, now_utc=at, anchor=(records, head(records))).path


def record_restore(store: Store) -> tuple[int, bytes]:
    append_chain(store, 4, head(4))
    return 4, head(4)


def restore(
    file: Path, to: Path, unlock: Callable[[Vault], OpenVault] | None = None, *, schema: SmallSchema | None = None
) -> Restored:
    return restore_backup(
        file,
        to,
        unlock=unlock or (lambda vault: vault.open_with_passphrase(PASSPHRASE)),
        hash_at=chain_of,
        record=record_restore,
        policy=CHEAP,
        schema=schema or SmallSchema(),
    )


@pytest.mark.parametrize("back_s", [5, 30, 600, 3 * DAY])
def test_a_backup_stays_where_the_clock_was_set_back(tmp_path: Path, back_s: int) -> None:
    profile = new_profile(tmp_path, rows=10)
    with_chain(profile)
    first = back_up(profile)
    again = back_up(profile, at=NOON - back_s)
    assert again.is_file(), "the newest work, whatever its hour says"
    verify_backup(again)
    assert again != first


def test_a_backup_is_one_private_file_beside_the_profile(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=100)
    with_chain(profile)
    file = back_up(profile)
    assert file == tmp_path / "profile-backups" / "engagedesk-2026-11-22T1200Z.edbackup"
    assert file.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in file.parent.iterdir()] == [file.name]
    assert verify_backup(file).rows["note"] == 100
    with zipfile.ZipFile(file) as archive:
        assert archive.namelist() == ["manifest.json", "vault.json", "store.db"]
    assert b"narrative" not in file.read_bytes()


@pytest.mark.parametrize("way", ["passphrase", "recovery key"])
def test_a_restore_needs_the_file_and_one_key_alone(tmp_path: Path, way: str) -> None:
    profile = new_profile(tmp_path, rows=100)
    with_chain(profile)
    file = back_up(profile).rename(tmp_path / "kept.edbackup")
    for left in (*profile.paths.folder.iterdir(), *profile.paths.backups.iterdir()):
        left.unlink()

    def unlock(vault: Vault) -> OpenVault:
        if way == "passphrase":
            return vault.open_with_passphrase(PASSPHRASE)
        return vault.open_with_recovery_key(profile.recovery_key)

    restored = restore(file, tmp_path / "new", unlock)
    assert restored.made_utc == NOON
    again = MadeProfile(restored.paths, profile.recovery_key, profile.schema)
    with again.opened() as (store, vault):
        assert count_notes(store) == 100
        assert vault.anchored is not None
        assert (vault.anchored.count, vault.anchored.head) == (4, head(4))
        vault.verify_anchor(chain_of(store))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["kept.edbackup", "new", "profile", "profile-backups"]


def test_a_restore_never_writes_into_a_folder_with_something_in_it(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    with_chain(profile)
    file = back_up(profile)
    with pytest.raises(UserError, match=r"restore\.not_empty"):
        restore(file, profile.paths.folder)
    (tmp_path / "empty").mkdir()
    restore(file, tmp_path / "empty")


@pytest.mark.parametrize("wrong", ["passphrase", "recovery key"])
def test_a_restore_with_the_wrong_key_leaves_nothing(tmp_path: Path, wrong: str) -> None:
    profile = new_profile(tmp_path)
    file = back_up(profile, records=0)
    before = sorted(tmp_path.iterdir())

    def unlock(vault: Vault) -> OpenVault:
        if wrong == "passphrase":
            return vault.open_with_passphrase("not the words")
        return vault.open_with_recovery_key("0" * 32)

    with pytest.raises(WrongPassphrase):
        restore(file, tmp_path / "new", unlock)
    assert sorted(tmp_path.iterdir()) == before


def test_an_old_backup_opens_with_the_passphrase_of_its_day(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=2)
    with_chain(profile)
    file = back_up(profile)
    with profile.opened() as (store, vault):
        vault.change_passphrase(PASSPHRASE, "new words")
        store.note_keys_generation(vault)
    restore(file, tmp_path / "new")
    with pytest.raises(WrongPassphrase):
        restore(file, tmp_path / "newer", lambda vault: vault.open_with_passphrase("new words"))


def test_a_backup_of_an_older_schema_is_upgraded_when_restored(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=30)
    with_chain(profile)
    file = back_up(profile)
    grown = SmallSchema(steps=(add_mood,))
    restored = restore(file, tmp_path / "new", schema=grown)
    with MadeProfile(restored.paths, "", grown).opened() as (store, _):
        assert count_notes(store) == 30


def test_a_chain_shorter_than_the_manifest_says_is_refused(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    with_chain(profile, records=2)
    file = back_up(profile, records=3)
    with pytest.raises(StoreCorrupt, match=r"audit\.cut"):
        restore(file, tmp_path / "new")


def test_a_manifest_written_by_someone_without_the_key_is_refused(tmp_path: Path) -> None:
    one, two = new_profile(tmp_path, rows=5, name="one"), new_profile(tmp_path, rows=7, name="two")
    with one.opened() as (store, vault), two.opened() as (_, other):
        file = make_backup(store, _Impostor(vault, other), now_utc=NOON, anchor=(0, b"")).path
    verify_backup(file)
    with pytest.raises(StoreCorrupt, match=r"backup\.damaged"):
        restore(file, tmp_path / "new")


class _Impostor(OpenVault):
    """Shows one vault and seals with another's keys."""

    def __init__(self, shown: OpenVault, sealing: OpenVault) -> None:
        self.__dict__ = dict(shown.__dict__)
        self._sealing = sealing

    def subkey(self, purpose: str) -> bytes:
        return self._sealing.subkey(purpose)


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x05\x06" + bytes(18), b"x" * 5000])
def test_what_is_no_backup_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "odd.edbackup"
    file.write_bytes(content)
    for read in (read_manifest, verify_backup):
        with pytest.raises(StoreCorrupt, match=r"backup\.damaged"):
            read(file)
    with pytest.raises(StoreMissing, match=r"backup\.missing"):
        verify_backup(tmp_path / "none.edbackup")


def test_a_cut_backup_is_refused(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=50)
    file = back_up(profile, records=0)
    whole = file.read_bytes()
    for cut in (1, 64, 1000, len(whole) // 2, len(whole) - 10):
        file.write_bytes(whole[:-cut])
        with pytest.raises(StoreCorrupt, match=r"backup\.damaged"):
            verify_backup(file)


def test_a_backup_under_load_holds_a_moment_and_the_writer_goes_on(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=2000)
    with profile.opened() as (store, vault):
        made: list[Path] = []
        done = threading.Event()

        def run() -> None:
            try:
                made.append(make_backup(store, vault, now_utc=NOON, anchor=(0, b"")).path)
            finally:
                done.set()

        thread = threading.Thread(target=run)
        thread.start()
        batches = 0
        while not done.is_set() or batches == 0:
            batches += 1
            add_notes(store, 10, seed=100 + batches)
        thread.join()
        held = verify_backup(made[0]).rows["note"]
        assert 2000 <= held <= 2000 + 10 * batches
        assert held % 10 == 0
        assert count_notes(store) == 2000 + 10 * batches


@pytest.mark.parametrize("position", [0.02, 0.3, 0.5, 0.7, 0.9])
def test_a_copy_that_the_disk_spoilt_is_noticed_and_the_store_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, position: float
) -> None:
    profile = new_profile(tmp_path, rows=1000)

    def spoil(path: Path) -> None:
        raw = bytearray(path.read_bytes())
        raw[int(len(raw) * position)] ^= 4
        path.write_bytes(raw)

    with profile.opened() as (store, vault):
        with monkeypatch.context() as patched:
            patched.setattr("engagedesk.models.store.sync_file", spoil)
            with pytest.raises(StoreCorrupt, match=r"backup\.damaged"):
                make_backup(store, vault, now_utc=NOON, anchor=(0, b""))
        assert not store.poisoned
        assert not list(profile.paths.backups.iterdir())
        add_notes(store, 1, seed=7)
        make_backup(store, vault, now_utc=NOON, anchor=(0, b""))


@pytest.mark.parametrize("meanwhile", ["the chain grows", "the passphrase changes"])
def test_what_happens_while_the_copy_is_made_does_not_spoil_the_backup(tmp_path: Path, meanwhile: str) -> None:
    profile = new_profile(tmp_path, rows=3000)
    with_chain(profile)
    calls = 0
    with profile.opened() as (store, vault):

        def happen() -> None:
            nonlocal calls
            calls += 1
            if calls != 20:
                return
            if meanwhile == "the chain grows":
                append_chain(store, 4, head(4))
                vault.anchor_now(4, head(4))
            else:
                vault.change_passphrase(PASSPHRASE, "new words")
                store.note_keys_generation(vault)

        pooled = store.reader.raw_connection()
        driver = pooled.driver_connection
        assert driver is not None
        pooled.close()
        driver.set_progress_handler(happen, 500)
        file = make_backup(store, vault, now_utc=NOON, anchor=(3, head(3))).path
        assert calls > 20
        driver.set_progress_handler(None, 0)
    new = "new words" if meanwhile == "the passphrase changes" else PASSPHRASE
    restored = restore(file, tmp_path / "new", lambda vault: vault.open_with_passphrase(new))
    assert restored.rows == verify_backup(file).total_rows()


KILLED = """
import os, sys
from pathlib import Path
from engagedesk.models import backup_file, store as store_module
from engagedesk.paths import Profile
from engagedesk.services import backup
from tests.store.building import MadeProfile, SmallSchema
step, made = sys.argv[2], MadeProfile(Profile(Path(sys.argv[1])), "", SmallSchema())
def die(*_args, **_kwargs):
    os.kill(os.getpid(), 9)
target = {"copied": (store_module, "sync_file"), "packing": (backup, "write_backup"),
          "packed": (backup, "verify_parts"), "renaming": (backup, "rename_durably")}[step]
setattr(*target, die)
with made.opened() as (store, vault):
    backup.make_backup(store, vault, now_utc=1_795_348_807, anchor=(0, b""))
"""


@pytest.mark.parametrize("step", ["copied", "packing", "packed", "renaming"])
def test_a_killed_backup_leaves_nothing_that_looks_like_one_and_the_next_clears_up(tmp_path: Path, step: str) -> None:
    profile = new_profile(tmp_path, rows=20)
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", KILLED, str(profile.paths.folder), step], cwd=root, check=False)
    assert done.returncode == -9
    assert not list(profile.paths.backups.glob("*.edbackup"))
    assert list(profile.paths.backups.glob(".part-*"))
    file = back_up(profile, records=0)
    assert list(profile.paths.backups.iterdir()) == [file]


class _Pulled:
    """A store, and somebody who does something as soon as it was copied."""

    def __init__(self, store: Store, then: Callable[[], object]) -> None:
        self._store, self._then = store, then

    def copy_to(self, target: Path) -> dict[str, int]:
        rows = self._store.copy_to(target)
        self._then()
        return rows

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


def test_a_folder_that_goes_away_is_no_missing_store(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    drive = tmp_path / "drive"
    with profile.opened() as (store, vault):
        pulled: Any = _Pulled(store, lambda: shutil.rmtree(drive))
        with pytest.raises(StoreError, match=r"backup\.folder_gone") as refused:
            make_backup(pulled, vault, now_utc=NOON, anchor=(0, b""), folder=drive)
        assert refused.value.params["folder"] == "drive"
        assert make_backup(store, vault, now_utc=NOON, anchor=(0, b""), folder=drive).path.exists()


@pytest.mark.parametrize("below", ["", "further/down"])
def test_a_file_in_the_place_of_the_folder_is_a_wrong_name_and_no_fault_of_the_disk(tmp_path: Path, below: str) -> None:
    profile = new_profile(tmp_path)
    file = tmp_path / "letter.txt"
    file.write_text("Dear client")
    with profile.opened() as (store, vault), pytest.raises(UserError, match=r"backup\.not_a_folder"):
        make_backup(store, vault, now_utc=NOON, anchor=(0, b""), folder=file / below)
    assert file.read_text() == "Dear client"


def test_a_name_that_the_system_does_not_take_is_said_by_code(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    with profile.opened() as (store, vault), pytest.raises(StoreError, match=r"store\.io_failed") as refused:
        make_backup(store, vault, now_utc=NOON, anchor=(0, b""), folder=tmp_path / ("x" * 300))
    assert refused.value.params["what"] == "ENAMETOOLONG"


def test_a_store_that_goes_away_is_said_to_be_missing(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)

    def gone() -> None:
        profile.paths.store.unlink()
        shutil.rmtree(profile.paths.backups)

    with profile.opened() as (store, vault):
        pulled: Any = _Pulled(store, gone)
        with pytest.raises(StoreMissing):
            make_backup(pulled, vault, now_utc=NOON, anchor=(0, b""))


def test_two_profiles_of_one_store_do_not_clear_up_what_the_other_is_writing(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    twin = MadeProfile(Profile(tmp_path / "twin"), profile.recovery_key, profile.schema)
    shutil.copytree(profile.paths.folder, twin.paths.folder, ignore=shutil.ignore_patterns("*.lock"))
    shared = tmp_path / "shared"

    def the_other_backs_up_too() -> None:
        with twin.opened() as (store, vault):
            make_backup(store, vault, now_utc=NOON + HOUR, anchor=(0, b""), folder=shared)

    with profile.opened() as (store, vault):
        pulled: Any = _Pulled(store, the_other_backs_up_too)
        make_backup(pulled, vault, now_utc=NOON, anchor=(0, b""), folder=shared)
    assert len(list(shared.glob("*.edbackup"))) == 2
    assert not list(shared.glob(".part-*"))


def test_a_folder_that_stands_keeps_its_rights(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    shared.chmod(0o1777)
    with profile.opened() as (store, vault):
        made = make_backup(store, vault, now_utc=NOON, anchor=(0, b""), folder=shared)
    assert shared.stat().st_mode & 0o7777 == 0o1777
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in shared.iterdir()] == [made.path.name]


def test_two_backups_of_one_minute_are_both_kept(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    one, two = back_up(profile, records=0), back_up(profile, at=NOON + 1, records=0)
    assert one.name == "engagedesk-2026-11-22T1200Z.edbackup"
    assert two.name == "engagedesk-2026-11-22T1200Z-2.edbackup"
    assert two.exists()


def test_the_names_of_one_minute_tell_the_order_also_after_the_rotation(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=10)
    with_chain(profile)
    names = [back_up(profile, at=NOON + second).name for second in range(4)]
    assert [file.name for file in profile.paths.backups.iterdir()] == names[-1:], "one for the hour"
    assert names == [
        "engagedesk-2026-11-22T1200Z.edbackup",
        "engagedesk-2026-11-22T1200Z-2.edbackup",
        "engagedesk-2026-11-22T1200Z-3.edbackup",
        "engagedesk-2026-11-22T1200Z-4.edbackup",
    ]


# Rotation


def moments(*, every: int, many: int) -> list[int]:
    return [NOON - i * every for i in range(many)]


@pytest.mark.parametrize(
    ("made", "kept"),
    [
        ([], 0),
        ([NOON], 1),
        (moments(every=HOUR, many=24), 24),
        (moments(every=60, many=60), 2),
        # 24 hours back from noon reach into the day before: that day and this one are among the 14.
        (moments(every=HOUR, many=24 * 400), 24 + 12 + 6),
        (moments(every=DAY, many=14), 14),
        # The 24 newest hours that have a backup are 24 days here: hours without one do not count.
        (moments(every=DAY, many=400), 24 + 4),
        (moments(every=7 * DAY, many=8), 8),
        (moments(every=7 * DAY, many=100), 24),
    ],
)
def test_the_rotation_keeps_24_hours_14_days_and_8_weeks(made: list[int], kept: int) -> None:
    assert len(keep(made)) == kept


@given(st.lists(st.integers(min_value=NOON - 400 * DAY, max_value=NOON), min_size=1, max_size=200))
def test_the_newest_always_stays_and_thinning_twice_changes_nothing(made: list[int]) -> None:
    kept = keep(made)
    assert max(made) in kept
    assert keep(kept) == kept
    assert len(kept) <= 24 + 14 + 8


@given(st.integers(min_value=0, max_value=4_000_000_000))
def test_a_backups_name_is_its_utc_minute(moment: int) -> None:
    shown = backup_name(moment, 1).removeprefix("engagedesk-").removesuffix("Z.edbackup")
    parsed = datetime.strptime(shown, "%Y-%m-%dT%H%M").replace(tzinfo=UTC)
    assert timedelta(0) <= datetime.fromtimestamp(moment, UTC) - parsed < timedelta(minutes=1)


def make_many(profile: MadeProfile, *, many: int, start: int = NOON) -> list[Path]:
    with profile.opened() as (store, vault):
        return [make_backup(store, vault, now_utc=start + i * 60, anchor=(0, b"")).path for i in range(many)]


def test_superfluous_backups_go_when_a_new_one_is_whole(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=10)
    made = make_many(profile, many=4)
    assert [p for p in made if p.exists()] == [made[-1]]


def test_an_emptied_store_removes_no_backup_that_holds_more(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=200)
    full = make_many(profile, many=1)
    with profile.opened() as (store, _), store.writer.begin() as connection:
        connection.exec_driver_sql("DELETE FROM touch")
        connection.exec_driver_sql("DELETE FROM note")
    make_many(profile, many=3, start=NOON + 600)
    assert full[0].exists()
    assert verify_backup(full[0]).rows["note"] == 200


def test_another_stores_backups_and_damaged_ones_are_neither_counted_nor_removed(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=10)
    old = make_many(profile, many=1)[0]
    damaged = old.with_name("engagedesk-2026-11-22T1100Z.edbackup")
    damaged.write_bytes(b"damaged")
    for left in profile.paths.folder.iterdir():
        left.unlink()
    another = new_profile(tmp_path)
    make_many(another, many=3, start=NOON + 600)
    assert old.exists()
    assert damaged.exists()
    assert len(find_backups(another.paths.backups, another.unlock().vault_id)) == 1


def test_a_profile_needs_no_backups_folder_until_one_is_made(tmp_path: Path) -> None:
    assert not Profile(new_profile(tmp_path).paths.folder).backups.exists()
