"""Backups: made and verified in one step, thinned out by age, restored into a new profile.

A backup lies outside the profile, carries its own keys (passphrase and recovery key as they were), and counts only
when it is whole: it is written aside, read back, synced and renamed. Older ones are removed only by a store that
could replace them.
"""

from __future__ import annotations

import hashlib
import secrets
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from engagedesk.errors import StoreCorrupt, StoreError, StoreMissing, UserError
from engagedesk.models.backup_file import (
    NAME,
    STORE,
    SUFFIX,
    Manifest,
    backup_name,
    extract_store,
    extract_vault,
    read_manifest,
    sha256_of,
    verify_backup,
    verify_parts,
    write_backup,
)
from engagedesk.models.file_wall import file_wall
from engagedesk.models.key_derivation import KdfPolicy
from engagedesk.models.private_files import (
    make_private_folder,
    rename_durably,
    replace_durably,
    sync_folder,
)
from engagedesk.models.schema import Schema
from engagedesk.models.store import Store
from engagedesk.models.vault import HashAt, OpenVault, Vault
from engagedesk.paths import Profile

HOURLY: Final = 24
DAILY: Final = 14
WEEKLY: Final = 8
SHRUNK_TO: Final = 2
"""A store that holds less than 1/2 of a backup's rows never removes that backup."""


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A backup that was read back, and the older ones that it made superfluous."""

    path: Path
    size_bytes: int
    rows: int
    pruned: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class BackupFound:
    path: Path
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class Restored:
    """A profile made from a backup: where, from when (UTC seconds), and how many rows."""

    paths: Profile
    made_utc: int
    rows: int


def make_backup(
    store: Store,
    vault: OpenVault,
    *,
    now_utc: int,
    anchor: tuple[int, bytes],
    folder: Path | None = None,
) -> BackupMade:
    """Write a verified backup into ``folder`` (None: the profile's sibling) and thin out older ones there.

    ``anchor`` is the count and head of the audit chain before the call. Runs in any thread that owns the reader,
    while the store thread goes on writing; about 2 s for 86 MB. ``DiskFull`` and kin leave nothing behind;
    ``backup.folder_gone`` where the folder went away meanwhile: a drive that was pulled out; ``UserError`` where
    ``folder`` is a file.
    """
    folder = folder or store.paths.backups
    try:
        return _made(store, vault, folder, now_utc=now_utc, anchor=anchor)
    except StoreMissing as error:
        if not store.paths.store.exists():
            raise
        raise StoreError("backup.folder_gone", folder=folder.name) from error


def _made(store: Store, vault: OpenVault, folder: Path, *, now_utc: int, anchor: tuple[int, bytes]) -> BackupMade:
    with file_wall(folder):
        # Whether a folder may be looked at is itself a question to the system, which can be refused.
        if (folder.exists() and not folder.is_dir()) or any(parent.is_file() for parent in folder.parents):
            raise UserError("backup.not_a_folder", folder=folder.name)
        make_private_folder(folder)
        # Two profiles of one store (a restored one, a copy) may back up into one folder at the same time: what the
        # other is writing just now is not left over.
        whose = hashlib.sha256(str(store.paths.folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
        prefix = f".part-{vault.vault_id.hex()[:8]}-{whose[:8]}-"
        for left in folder.glob(f"{prefix}*"):
            shutil.rmtree(left)
        work = folder / f"{prefix}{secrets.token_hex(4)}"
        make_private_folder(work)
        try:
            manifest = _write(store, vault, work, now_utc=now_utc, anchor=anchor)
            target = _free_name(folder, now_utc)
            rename_durably(work / "backup", target)
        finally:
            shutil.rmtree(work, ignore_errors=True)
        pruned = prune(folder, manifest, just_made=target)
        return BackupMade(target, target.stat().st_size, manifest.total_rows(), pruned)


def _write(store: Store, vault: OpenVault, work: Path, *, now_utc: int, anchor: tuple[int, bytes]) -> Manifest:
    copy, out = work / STORE, work / "backup"
    while True:
        # The vault first: its anchor must not be ahead of the chain in the copy. A passphrase changed meanwhile would
        # leave the copy ahead of the vault: then both are taken again.
        vault_bytes, keys_generation = vault.document_bytes(), vault.keys_generation
        rows = store.copy_to(copy)
        if vault.keys_generation == keys_generation:
            break
        copy.unlink()
    replace_durably(work / "vault.json", vault_bytes)
    manifest = Manifest(
        vault_id=vault.vault_id,
        made_utc=now_utc,
        schema_version=store.schema_version,
        store_bytes=copy.stat().st_size,
        store_sha256=sha256_of(copy),
        vault_sha256=sha256_of(work / "vault.json"),
        rows=rows,
        anchor=vault.make_anchor(*anchor),
        mac=b"",
    ).sealed(vault)
    write_backup(out, manifest, vault=vault_bytes, store=copy)
    if verify_parts(out) != manifest:
        raise StoreCorrupt("backup.damaged", file=out.name)
    return manifest


def _free_name(folder: Path, now_utc: int) -> Path:
    """Return a name behind those of the same minute: one that the rotation freed would pass for an older backup."""
    first = backup_name(now_utc, 1)
    taken = [
        int(name[2] or 1)
        for path in folder.glob(f"{first.removesuffix(SUFFIX)}*{SUFFIX}")
        if (name := NAME.fullmatch(path.name))
    ]
    return folder / backup_name(now_utc, max(taken, default=0) + 1)


def find_backups(folder: Path, vault_id: bytes) -> list[BackupFound]:
    """Return this store's readable backups, newest first. Foreign and damaged files are neither counted nor touched."""
    found: list[BackupFound] = []
    for path in folder.glob("*.edbackup"):
        if not NAME.fullmatch(path.name):
            continue
        try:
            manifest = read_manifest(path)
        except StoreError:
            continue
        if manifest.vault_id == vault_id:
            found.append(BackupFound(path, manifest))
    return sorted(found, key=lambda b: (b.manifest.made_utc, b.path.name), reverse=True)


def prune(folder: Path, newest: Manifest, *, just_made: Path | None = None) -> tuple[Path, ...]:
    """Remove what the rotation no longer keeps and ``newest`` can stand in for; return what went.

    ``just_made`` always stays: of two backups of one second it is the one that counts, whatever their names say; and
    where the clock was set back, older work may bear a later hour.
    """
    backups = find_backups(folder, newest.vault_id)
    backups.sort(key=lambda b: (b.manifest.made_utc, b.path == just_made), reverse=True)
    kept = keep(b.manifest.made_utc for b in backups)
    gone: list[Path] = []
    seen: set[int] = set()
    for backup in backups:
        made = backup.manifest.made_utc
        first_of_its_second = made not in seen
        seen.add(made)
        if (made in kept and first_of_its_second) or backup.path == just_made:
            continue
        if backup.manifest.total_rows() > SHRUNK_TO * newest.total_rows():
            continue
        with file_wall(folder):
            backup.path.unlink()
        gone.append(backup.path)
    if gone:
        sync_folder(folder)
    return tuple(gone)


def keep(made_utc: Iterable[int]) -> frozenset[int]:
    """Return which moments stay: the newest of each of the last 24 hours, 14 days and 8 ISO weeks that have one.

    Hours, days and weeks are UTC, and only those with a backup count: a month of holidays removes nothing.
    """
    newest_first = sorted(set(made_utc), reverse=True)
    kept: set[int] = set()
    for many, bucket in ((HOURLY, _hour), (DAILY, _day), (WEEKLY, _week)):
        kept.update(_newest_of_each(newest_first, bucket, many))
    return frozenset(kept)


def _newest_of_each(newest_first: Sequence[int], bucket: Callable[[int], str], many: int) -> list[int]:
    firsts: dict[str, int] = {}
    for moment in newest_first:
        firsts.setdefault(bucket(moment), moment)
    return list(firsts.values())[:many]


def _hour(moment: int) -> str:
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H")


def _day(moment: int) -> str:
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d")


def _week(moment: int) -> str:
    return datetime.fromtimestamp(moment, UTC).strftime("%G-W%V")


def restore_backup(
    file: Path,
    to: Path,
    *,
    unlock: Callable[[Vault], OpenVault],
    hash_at: Callable[[Store], HashAt],
    record: Callable[[Store], tuple[int, bytes]],
    policy: KdfPolicy | None = None,
    schema: Schema | None = None,
) -> Restored:
    """Make a new profile from a backup; it counts only when everything in it was verified.

    ``unlock`` opens the vault (passphrase or recovery key); ``hash_at`` reads the audit chain; ``record`` appends the
    record of the restore and returns the chain's new count and head, which are anchored at once. ``UserError`` where
    ``to`` is not empty, ``StoreCorrupt`` for every flipped bit. On any error ``to`` is as it was.
    """
    with file_wall(to.parent):
        if to.exists() and (not to.is_dir() or any(to.iterdir())):
            raise UserError("restore.not_empty", folder=to.name)
        manifest = verify_backup(file)
        to.parent.mkdir(parents=True, exist_ok=True)
        work = Profile(to.parent / f".{to.name}.restoring-{secrets.token_hex(4)}")
        make_private_folder(work.folder)
        try:
            _restore_into(
                work, file, manifest, unlock=unlock, hash_at=hash_at, record=record, policy=policy, schema=schema
            )
            if to.exists():
                to.rmdir()
            rename_durably(work.folder, to)
        finally:
            shutil.rmtree(work.folder, ignore_errors=True)
    return Restored(Profile(to), manifest.made_utc, manifest.total_rows())


def _restore_into(
    work: Profile,
    file: Path,
    manifest: Manifest,
    *,
    unlock: Callable[[Vault], OpenVault],
    hash_at: Callable[[Store], HashAt],
    record: Callable[[Store], tuple[int, bytes]],
    policy: KdfPolicy | None,
    schema: Schema | None,
) -> None:
    raw = extract_vault(file)
    replace_durably(work.vault, raw)
    replace_durably(work.vault_copy, raw)
    extract_store(file, work.store)
    vault = unlock(Vault(work, policy=policy))
    try:
        manifest.check(vault)
        store = Store.open(work, vault, schema=schema)
        try:
            report = store.check_file()
            if not report.ok:
                raise StoreCorrupt("backup.damaged", file=file.name)
            if store.schema_version == manifest.schema_version:
                _check_rows(store, manifest, file)
            vault.verify_anchor(hash_at(store), manifest.anchor)
            vault.verify_anchor(hash_at(store))
            count, head = record(store)
            store.checkpoint()
        finally:
            store.close()
        vault.anchor_now(count, head)
    finally:
        vault.close()


def _check_rows(store: Store, manifest: Manifest, file: Path) -> None:
    present = store.row_counts()
    for table, rows in manifest.rows.items():
        if present.get(table) != rows:
            raise StoreCorrupt("backup.incomplete", file=file.name, table=table)
