"""One backup in one file: ``manifest.json``, ``vault.json`` and ``store.db``, stored (not packed) in a ZIP.

An ordinary unzip gets them out. The archive's comment is the SHA-256 of every byte before it, so that a flipped bit
anywhere is noticed before anything is unlocked; the manifest's MAC binds the parts together once a key is there.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Final

from engagedesk.errors import StoreCorrupt, StoreMissing, StoreTooNew
from engagedesk.models.file_wall import file_wall
from engagedesk.models.private_files import COPY_CHUNK_BYTES, create_private, sync_file
from engagedesk.models.vault import OpenVault
from engagedesk.models.vault_format import SIZE_LIMIT, Anchor, canonical, parse_anchor

FORMAT: Final = "engagedesk-backup"
VERSION: Final = 1
SUFFIX: Final = ".edbackup"
MANIFEST: Final = "manifest.json"
VAULT: Final = "vault.json"
STORE: Final = "store.db"
PARTS: Final = (MANIFEST, VAULT, STORE)
DIGEST_LETTERS: Final = 64
MANIFEST_LIMIT: Final = 256 * 1024
NAME: Final = re.compile(r"engagedesk-(\d{4}-\d{2}-\d{2}T\d{4})Z(?:-(\d+))?\.edbackup")
MAC_PURPOSE: Final = "backup manifest"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. ``rows`` counts by table; ``anchor`` is where the audit chain stood at least."""

    vault_id: bytes
    made_utc: int
    schema_version: int
    store_bytes: int
    store_sha256: bytes
    vault_sha256: bytes
    rows: Mapping[str, int]
    anchor: Anchor
    mac: bytes

    def total_rows(self) -> int:
        return sum(self.rows.values())

    def sealed(self, vault: OpenVault) -> Manifest:
        """Return the manifest with its MAC."""
        return replace(self, mac=hmac.digest(vault.subkey(MAC_PURPOSE), self._body(), "sha256"))

    def check(self, vault: OpenVault) -> None:
        """Refuse a manifest that was not written with this vault's key."""
        if self.vault_id != vault.vault_id or not hmac.compare_digest(self.sealed(vault).mac, self.mac):
            raise StoreCorrupt("backup.damaged", file=MANIFEST)

    def to_bytes(self) -> bytes:
        return canonical(json.loads(self._body()) | {"mac": self.mac.hex()})

    def _body(self) -> bytes:
        return canonical(
            {
                "format": FORMAT,
                "version": VERSION,
                "vault_id": self.vault_id.hex(),
                "made_utc": self.made_utc,
                "schema_version": self.schema_version,
                "store_bytes": self.store_bytes,
                "store_sha256": self.store_sha256.hex(),
                "vault_sha256": self.vault_sha256.hex(),
                "rows": dict(self.rows),
                "anchor": self.anchor.as_json(),
            }
        )


def backup_name(made_utc: int, ordinal: int) -> str:
    """Return ``engagedesk-2026-11-22T2150Z.edbackup``; the second of one minute gets ``-2``."""
    minute = datetime.fromtimestamp(made_utc, UTC).strftime("%Y-%m-%dT%H%MZ")
    return f"engagedesk-{minute}{'' if ordinal == 1 else f'-{ordinal}'}{SUFFIX}"


def sha256_of(path: Path) -> bytes:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()


def write_backup(target: Path, manifest: Manifest, *, vault: bytes, store: Path) -> None:
    """Write the whole file to a new ``target`` and sync it; the caller renames."""
    stamp = datetime.fromtimestamp(manifest.made_utc, UTC)
    date_time = (max(stamp.year, 1980), stamp.month, stamp.day, stamp.hour, stamp.minute, stamp.second)
    with open(create_private(target), "w+b") as stream:  # noqa: PTH123  # a descriptor, made private from the start
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
            archive.comment = b"0" * DIGEST_LETTERS
            for name, content in ((MANIFEST, manifest.to_bytes()), (VAULT, vault)):
                archive.writestr(_entry(name, date_time), content)
            with store.open("rb") as reader, archive.open(_entry(STORE, date_time), "w", force_zip64=True) as writer:
                shutil.copyfileobj(reader, writer, COPY_CHUNK_BYTES)
        stream.flush()
        end = stream.seek(0, 2) - DIGEST_LETTERS
        stream.seek(0)
        digest = _digest_of_next(stream, end)
        stream.seek(end)
        stream.write(digest)
    sync_file(target)


def read_manifest(path: Path) -> Manifest:
    """Return what a backup says of itself, without reading the store in it."""
    with _reading(path), zipfile.ZipFile(path) as archive:
        return _manifest_in(archive, path.name)


def verify_backup(path: Path) -> Manifest:
    """Read every byte and return the manifest; ``StoreCorrupt`` (``backup.damaged``) for any flipped or cut one."""
    with _reading(path):
        size = path.stat().st_size
        with path.open("rb") as stream:
            digest = _digest_of_next(stream, size - DIGEST_LETTERS) if size > DIGEST_LETTERS else b""
            if stream.read() != digest:
                raise StoreCorrupt("backup.damaged", file=path.name)
    return verify_parts(path)


def verify_parts(path: Path) -> Manifest:
    """Read the parts back and hold them against the manifest: all that a file just written needs."""
    with _reading(path), zipfile.ZipFile(path) as archive:
        manifest = _manifest_in(archive, path.name)
        if (_sha256_in(archive, VAULT), _sha256_in(archive, STORE)) != (manifest.vault_sha256, manifest.store_sha256):
            raise StoreCorrupt("backup.damaged", file=path.name)
        return manifest


def extract_vault(path: Path) -> bytes:
    with _reading(path), zipfile.ZipFile(path) as archive:
        if archive.getinfo(VAULT).file_size > SIZE_LIMIT:
            raise StoreCorrupt("backup.damaged", file=path.name)
        return archive.read(VAULT)


def extract_store(path: Path, target: Path) -> None:
    """Write the store in the backup to a new private ``target`` and sync it."""
    with _reading(path), zipfile.ZipFile(path) as archive, archive.open(STORE) as reader:
        with open(create_private(target), "wb") as writer:  # noqa: PTH123
            shutil.copyfileobj(reader, writer, COPY_CHUNK_BYTES)
        sync_file(target)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """The wall around reading one backup file, whoever wrote it."""
    try:
        with file_wall(path.parent):
            if not path.is_file():
                raise StoreMissing("backup.missing", file=path.name)
            yield
    except (zipfile.BadZipFile, ValueError, LookupError, TypeError, NotImplementedError, EOFError) as error:
        raise StoreCorrupt("backup.damaged", file=path.name) from error


def _entry(name: str, date_time: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date_time)
    entry.external_attr = 0o600 << 16
    return entry


def _digest_of_next(stream: BinaryIO, length: int) -> bytes:
    """Return the SHA-256 of the next ``length`` bytes as hex digits."""
    digest = hashlib.sha256()
    left = length
    while left > 0:
        chunk = stream.read(min(left, COPY_CHUNK_BYTES))
        if not chunk:
            break
        digest.update(chunk)
        left -= len(chunk)
    return digest.hexdigest().encode("ascii")


def _sha256_in(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as stream:
        digest = hashlib.sha256()
        while chunk := stream.read(COPY_CHUNK_BYTES):
            digest.update(chunk)
        return digest.digest()


def _manifest_in(archive: zipfile.ZipFile, file: str) -> Manifest:
    entries = archive.infolist()
    if tuple(e.filename for e in entries) != PARTS or any(e.compress_type != zipfile.ZIP_STORED for e in entries):
        raise StoreCorrupt("backup.damaged", file=file)
    if entries[0].file_size > MANIFEST_LIMIT:
        raise StoreCorrupt("backup.damaged", file=file)
    raw = archive.read(MANIFEST)
    document = json.loads(raw)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise StoreCorrupt("backup.damaged", file=file)
    if isinstance(document["version"], int) and document["version"] > VERSION:
        raise StoreTooNew("backup.too_new", file=file)
    rows = document["rows"]
    if not all(isinstance(n, str) and isinstance(c, int) and c >= 0 for n, c in rows.items()):
        raise ValueError("rows")
    manifest = Manifest(
        vault_id=bytes.fromhex(document["vault_id"]),
        made_utc=int(document["made_utc"]),
        schema_version=int(document["schema_version"]),
        store_bytes=int(document["store_bytes"]),
        store_sha256=bytes.fromhex(document["store_sha256"]),
        vault_sha256=bytes.fromhex(document["vault_sha256"]),
        rows=rows,
        anchor=parse_anchor(document["anchor"]),
        mac=bytes.fromhex(document["mac"]),
    )
    if manifest.to_bytes() != raw or manifest.store_bytes != entries[2].file_size:
        raise StoreCorrupt("backup.damaged", file=file)
    return manifest
