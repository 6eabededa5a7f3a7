"""What must hold of a profile after anything that can happen to it, against what had been acknowledged."""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from engagedesk.clock import SystemClock, system_ids
from engagedesk.errors import WrongPassphrase
from engagedesk.models.backup_file import verify_backup
from engagedesk.models.tables import record_types
from engagedesk.paths import Profile
from engagedesk.services.audit import Head, chain_at
from engagedesk.services.images import encode, image_columns
from engagedesk.services.opening import ByPassphrase, Surroundings, open_profile
from engagedesk.services.workspace import Workspace
from tests.services.building import CHEAP


@dataclass(frozen=True)
class Acknowledged:
    """The last thing that a process said was safe."""

    count: int
    chain: str
    passphrase: str
    backup: str

    @classmethod
    def of(cls, line: str) -> Acknowledged:
        _, count, chain, passphrase, backup = line.split()
        return cls(int(count), chain, passphrase, backup)


class Lost(AssertionError):
    """Something that had been acknowledged is not there, or something is half there."""


def open_again(folder: Path, *passphrases: str) -> tuple[Workspace, str]:
    """Open with the first passphrase that fits: a change in flight may or may not have happened."""
    clock = SystemClock()
    around = Surroundings(clock, system_ids(clock), CHEAP, who="ada")
    for passphrase in passphrases:
        with contextlib.suppress(WrongPassphrase):
            return open_profile(Profile(folder), ByPassphrase(passphrase), around), passphrase
    raise Lost("no passphrase opens the store")


def check_held(workspace: Workspace, told: Acknowledged, *, extra: int = 1, whole_file: bool = True) -> Head:
    """Raise ``Lost`` unless all that was acknowledged is there, whole, and at most ``extra`` more; return the end."""
    head = workspace.audit_head
    if not told.count <= head.count <= told.count + extra:
        raise Lost(f"{told.count} acknowledged, {head.count} there")
    found = workspace.read(chain_at, told.count)
    if found is None or found.hex() != told.chain:
        raise Lost("the chain does not hold what was acknowledged")
    verdict = workspace.verify_audit()
    if not verdict.ok:
        raise Lost(f"the audit log has flaws: {verdict.flaws}")
    workspace.read(_check_images)
    if whole_file:
        workspace.store.checkpoint()
        report = workspace.store.check_file()
        if not report.ok:
            raise Lost(f"the file is damaged: {report.problems}")
    return head


def check_backups(folder: Path, told: Acknowledged) -> None:
    """Raise unless the acknowledged backup is whole, or the rotation has put a newer whole one in its place.

    A cut between a newer backup's rename and its acknowledgement leaves only the newer one of the hour.
    """
    if told.backup == "-":
        return
    place = Profile(folder).backups
    if (place / told.backup).is_file():
        verify_backup(place / told.backup)
        return
    newer = [path for path in place.glob("*.edbackup") if _age(path.name) > _age(told.backup)]
    if not newer:
        raise Lost("the acknowledged backup is gone, and no newer one stands in its place")
    for path in newer:
        verify_backup(path)


def _age(name: str) -> tuple[str, int]:
    """Return what orders backups by their names: the minute, and which of that minute."""
    minute, _, ordinal = name.removesuffix(".edbackup").partition("Z")
    return minute, int(ordinal.removeprefix("-") or "1")


def _check_images(session: Session) -> None:
    """Play the audit log from its first record: what it says must be what the tables hold, batch for batch."""
    played: dict[tuple[str, str], dict[str, Any]] = {}
    expected: Counter[str] = Counter()
    for (payload,) in session.connection().exec_driver_sql("SELECT payload FROM audit ORDER BY seq"):
        for row in json.loads(payload)["rows"]:
            key, old, new = (row["kind"], row["id"]), row.get("old"), row.get("new")
            if new is None:
                played.pop(key, None)
                expected[old.get("batch_id")] -= 1
                continue
            if old is None:
                expected[new.get("batch_id")] += 1
            played[key] = {**played.get(key, {}), **new}
    present: Counter[str] = Counter()
    untouched: Counter[str] = Counter()
    for name, record in record_types().items():
        if session.connection().exec_driver_sql(f'SELECT 1 FROM "{name}" LIMIT 1').first() is None:
            continue
        for entity in session.query(record):
            values = {column: encode(getattr(entity, column)) for column in image_columns(record)}
            batch = values.get("batch_id")
            said = played.pop((name, entity.id.hex()), {})
            if any(values[column] != value for column, value in said.items()) or (batch is None and said != values):
                raise Lost(f"a row of {name} is not as its record says")
            present[str(batch)] += 1
            untouched[str(batch)] += entity.version == 1
    if played:
        raise Lost(f"rows are missing: {sorted({kind for kind, _ in played})}")
    for batch_id, created, undone in session.connection().exec_driver_sql(
        "SELECT id, created, undone_utc FROM import_batch"
    ):
        batch = batch_id.hex()
        if untouched[batch] if undone is not None else present[batch] != created + expected[batch]:
            raise Lost("a batch is half there")
