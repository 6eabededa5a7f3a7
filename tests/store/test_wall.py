from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from engagedesk.errors import DiskFull, StoreError, StoreInUse, StoreMissing, StoreReadOnly
from engagedesk.models.connection import open_connection
from engagedesk.models.file_wall import file_wall
from engagedesk.models.reserve import RESERVE_BYTES, Reserve
from engagedesk.models.store import Store
from engagedesk.models.wall import wall
from engagedesk.wording import WORDS
from tests.store.building import MadeProfile, add_notes, count_notes, new_profile

MOUNTABLE = os.name == "posix" and hasattr(os, "geteuid") and os.geteuid() == 0 and bool(shutil.which("mount"))


@pytest.mark.parametrize(
    ("number", "kind", "code"),
    [
        (errno.ENOSPC, DiskFull, "store.disk_full"),
        (errno.EDQUOT, DiskFull, "store.disk_full"),
        (errno.EROFS, StoreReadOnly, "store.read_only"),
        (errno.EACCES, StoreReadOnly, "store.read_only"),
        (errno.ENOENT, StoreMissing, "store.missing"),
        (errno.EIO, StoreError, "store.io_failed"),
        (errno.EMFILE, StoreError, "store.io_failed"),
    ],
)
def test_every_error_of_the_system_says_what_to_do(number: int, kind: type[StoreError], code: str) -> None:
    with pytest.raises(kind) as caught, file_wall():
        raise OSError(number, "no matter what")
    assert caught.value.code == code
    assert isinstance(caught.value.__cause__, OSError)
    assert WORDS[code].hint


def test_what_is_our_own_bug_passes_the_wall() -> None:
    with pytest.raises(KeyError), wall():
        raise KeyError("ours")


def test_a_second_writer_is_told_that_the_store_is_busy(tmp_path: Path) -> None:
    profile = new_profile(tmp_path)
    with profile.unlock().take_data_key() as data_key:
        other = open_connection(profile.paths.store, data_key, mode="rw")
        third = open_connection(profile.paths.store, data_key, mode="rw")
    third.set_busy_timeout(0)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreInUse, match=r"store\.busy"), wall(profile.paths.folder):
        third.execute("BEGIN IMMEDIATE")
    other.close()
    third.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB, of which a store fills most."""
    if not MOUNTABLE:
        pytest.skip("mounting a small disk needs root")
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], check=False)
    if mounted.returncode:
        pytest.skip("this system mounts no tmpfs")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(folder: Path) -> None:
    with pytest.raises(OSError), (folder / "filler").open("wb", buffering=0) as stream:
        while True:
            stream.write(bytes(4096))


def test_on_a_full_disk_nothing_is_lost_and_the_reserve_lets_one_last_change_in(small_disk: Path) -> None:
    profile = new_profile(small_disk, rows=100)
    with profile.opened() as (store, vault):
        assert store.reserve.held
        count_notes(store)
        fill(small_disk)
        saved = 100
        with pytest.raises(DiskFull, match=r"store\.disk_full"):
            for seed in range(2, 200):
                add_notes(store, 40, seed=seed)
                saved += 40
        assert count_notes(store) == saved
        assert isinstance(vault.anchor(1, b"\x01" * 32), DiskFull)
        assert store.reserve.release()
        add_notes(store, 1, seed=999)
        assert count_notes(store) == saved + 1
        fill(small_disk)
        assert not store.reserve.ensure()
        (small_disk / "filler").unlink()
        assert store.reserve.ensure()
    with profile.opened() as (store, _):
        assert count_notes(store) == saved + 1
        assert store.check_file().ok


def test_a_store_on_a_full_disk_still_opens(small_disk: Path) -> None:
    profile = new_profile(small_disk, rows=10)
    fill(small_disk)
    with profile.opened() as (store, _):
        assert count_notes(store) == 10


def test_a_backup_to_a_full_disk_leaves_nothing(small_disk: Path) -> None:
    profile = new_profile(small_disk, rows=10)
    with profile.opened() as (store, _):
        fill(small_disk)
        with pytest.raises(DiskFull):
            store.copy_to(small_disk / "copy.db")


def read_only(profile: MadeProfile) -> Iterator[None]:
    folder = str(profile.paths.folder)
    subprocess.run(["mount", "--bind", folder, folder], check=True)
    subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
    yield
    subprocess.run(["umount", folder], check=True)


@pytest.mark.skipif(not MOUNTABLE, reason="mounting read-only needs root")
def test_a_read_only_store_says_so(tmp_path: Path) -> None:
    profile = new_profile(tmp_path, rows=10)
    mounted = read_only(profile)
    next(mounted)
    try:
        vault = profile.unlock()
        with pytest.raises(StoreReadOnly):
            Store.open(profile.paths, vault, schema=profile.schema)
    finally:
        next(mounted, None)
    with profile.opened() as (store, _):
        assert count_notes(store) == 10


def test_the_reserve_takes_real_space_and_gives_it_back_once(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path / "reserve.bin")
    assert not reserve.release()
    assert reserve.ensure()
    assert reserve.ensure()
    status = (tmp_path / "reserve.bin").stat()
    assert status.st_size == RESERVE_BYTES
    assert status.st_blocks * 512 >= RESERVE_BYTES
    assert status.st_mode & 0o777 == 0o600
    assert reserve.release()
    assert not reserve.held
