"""Commands about the store as a whole: ``init``, ``restore``, ``check``, ``backup``, ``passphrase change``."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engagedesk import wording
from engagedesk.cli.call import Call, Reply
from engagedesk.cli.files import reading, write_secret, writing
from engagedesk.cli.layout import counted, stamp
from engagedesk.errors import StoreCorrupt, StoreError, UserError
from engagedesk.models.file_wall import file_wall
from engagedesk.models.profile_lock import ProfileLock
from engagedesk.paths import Profile, profile_at
from engagedesk.services import audit
from engagedesk.services.backup import make_backup
from engagedesk.services.opening import Surroundings, create, exists
from engagedesk.services.restoring import check_store, restore, salvage
from engagedesk.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class NewStore:
    """What ``init`` was asked for."""

    passphrase: str = field(repr=False)
    with_keyring: bool
    recovery_key_file: Path | None


def refuse_existing(profile: Profile) -> None:
    """Refuse to set up a profile that is; asked before anyone types a passphrase."""
    with file_wall(profile.folder):
        if exists(profile):
            raise UserError("vault.exists", profile=profile.folder.name)
        if profile.folder.exists() and not profile.folder.is_dir():
            raise UserError("profile.not_a_folder", profile=str(profile.folder))


def init(profile: Profile, asked: NewStore, around: Surroundings) -> Reply:
    """Make the store. The recovery key's file is made first: a key that cannot be kept must not be the only one."""
    refuse_existing(profile)
    with ProfileLock.acquire(profile.lock, wait_s=5.0):
        refuse_existing(profile)
        key_file = asked.recovery_key_file
        if key_file is not None:
            write_secret(key_file, "")
        try:
            created = create(profile, asked.passphrase, around, with_keyring=asked.with_keyring)
        except BaseException:
            if key_file is not None:
                key_file.unlink(missing_ok=True)
            raise
        key = created.recovery_key.text()
        try:
            if key_file is not None:
                _fill(key_file, key)
        finally:
            created.workspace.close()
    remarks: tuple[str, ...] = ()
    if created.keyring_error is not None:
        remarks = (f"The keyring is not used: {wording.describe(created.keyring_error).line()}",)
    document: dict[str, Any] = {"profile": str(profile.folder)}
    text = f"Made an encrypted store in {profile.folder}.\n"
    if key_file is None:
        document["recovery_key"] = key
        text += (
            "\nThis recovery key opens it if the passphrase is lost. It is shown only now:\n\n"
            f"    {key}\n\nPrint it or write it down, and keep it away from this computer.\n"
        )
    else:
        document["recovery_key_file"] = str(key_file)
        text += f"The recovery key is in {key_file}. Keep it away from this computer.\n"
    return Reply(document, text, remarks=remarks)


def _fill(path: Path, key: str) -> None:
    with writing(path), path.open("r+b") as stream:
        stream.write(f"{key}\n".encode())
        stream.flush()
        os.fsync(stream.fileno())


def restore_into(file: Path, folder: Path, *, secret: str, around: Surroundings) -> Reply:
    """Make a profile from a backup."""
    with reading(file):
        if not file.is_file():
            raise UserError("backup.missing", file=str(file))
    to = profile_at(folder).folder
    restored = restore(file, to, secret, around)
    document = {"profile": str(to), "made_utc": stamp(restored.made_utc), "rows": restored.rows}
    made = stamp(restored.made_utc)
    return Reply(document, f"Restored {counted(restored.rows, 'row')} of {made} into {to}.\n")


def salvage_into(damaged: Profile, folder: Path, *, secret: str, around: Surroundings) -> Reply:
    """Bring what is whole of a damaged store into a new profile, and say per table what is there."""
    with ProfileLock.acquire(damaged.lock, wait_s=5.0):
        to = profile_at(folder).folder
        report = salvage(damaged, to, secret, around)
    tables = {name: {"rows": one.recovered, "refused": one.refused} for name, one in sorted(report.tables.items())}
    document = {
        "profile": str(to),
        "whole": report.whole,
        "pages": report.pages,
        "damaged_pages": report.damaged_pages,
        "dangling": report.dangling,
        "tables": tables,
    }
    rows = sum(one["rows"] for one in tables.values())
    text = f"Salvaged {counted(rows, 'row')} into {to}; {report.damaged_pages} of {report.pages} pages were damaged.\n"
    if not report.whole:
        text += "Something is missing: compare with the newest backup before you go on.\n"
    return Reply(document, text)


def check(call: Call) -> Reply:
    """Check file, schema, audit chain and the vault's anchor."""

    def audited(workspace: Workspace) -> audit.Verdict:
        verdict = workspace.verify_audit()
        workspace.vault.verify_anchor(lambda count: workspace.read(audit.chain_at, count))
        return verdict

    problems: list[str] = []
    verdict: audit.Verdict | None = None
    store = call.door.do(lambda workspace: workspace.store)
    try:
        call.door.do(lambda workspace: workspace.store.checkpoint())
        with call.door.reading():
            problems += check_store(store)
        verdict = call.door.do(audited)
        problems += [f"audit: record {flaw.seq}: {flaw.code}" for flaw in verdict.flaws]
    except StoreCorrupt as error:
        problems.append(error.code)
    document = report(problems, verdict)
    return Reply(document, "", status=0 if document["ok"] else 4)


def report(problems: list[str], verdict: audit.Verdict | None) -> dict[str, Any]:
    """Return the document of ``check``; ``store`` is "ok" or what is wrong."""
    head = None if verdict is None else {"records": verdict.head.count, "head": verdict.head.chain.hex()}
    return {
        "ok": not problems,
        "store": "; ".join(problems) or "ok",
        "audit": head or {"records": None, "head": None},
    }


def backup(call: Call) -> Reply:
    """Write a verified backup, while the store thread goes on."""
    folder = None if call.options.folder is None else call.path(call.options.folder)
    store, vault, head = call.door.do(lambda w: (w.store, w.vault, w.audit_head))
    with call.door.reading():
        made = make_backup(store, vault, now_utc=call.now_utc, anchor=(head.count, head.chain), folder=folder)
    document = {
        "file": str(made.path),
        "bytes": made.size_bytes,
        "rows": made.rows,
        "pruned": [str(path) for path in made.pruned],
    }
    text = f"{made.path}\n{counted(made.rows, 'row')}, {made.size_bytes / 1e6:.1f} MB, read back and whole.\n"
    if made.pruned:
        text += f"{counted(len(made.pruned), 'older backup')} removed by the rotation.\n"
    return Reply(document, text)


def change_passphrase(call: Call) -> Reply:
    """Wrap the key for a new passphrase; Argon2 runs outside the store thread."""
    vault = call.door.do(lambda workspace: workspace.vault)
    vault.change_passphrase(call.secrets["current"], call.secrets["new"])
    call.door.do(lambda workspace: workspace.store.note_keys_generation(workspace.vault))
    text = "The passphrase is changed. Earlier backups still open with the one of their time.\n"
    return Reply({"changed": True}, text)


def close_quietly(workspace: Workspace) -> None:
    """Close the store; an anchor that could not be written now is written next time and takes nothing back."""
    with contextlib.suppress(StoreError):
        workspace.close()
