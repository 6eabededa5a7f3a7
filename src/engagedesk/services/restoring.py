"""Restoring a backup into a new profile, with either secret, and with a record of it in the audit log."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.orm import Session

from engagedesk.errors import StoreCorrupt, WrongPassphrase
from engagedesk.models.recovery_key import RecoveryKey
from engagedesk.models.salvage import SalvageReport
from engagedesk.models.store import Store
from engagedesk.models.vault import HashAt, OpenVault, Vault
from engagedesk.paths import Profile
from engagedesk.services import audit
from engagedesk.services.backup import Restored, restore_backup
from engagedesk.services.opening import Surroundings
from engagedesk.services.salvage import salvage_profile
from engagedesk.services.workspace import record_event


def salvage(damaged: Profile, to: Path, secret: str, around: Surroundings) -> SalvageReport:
    """Bring what is whole of a damaged profile into a new one at ``to``; the damaged one is only read.

    The new profile has the same passphrase and recovery key. What the audit chain lost stays visible to ``check``.
    """
    unlocked: list[OpenVault] = []

    def unlock(vault: Vault) -> OpenVault:
        unlocked.append(open_with_either(vault, secret))
        return unlocked[-1]

    def record(store: Store) -> tuple[int, bytes]:
        return _recorded(store, unlocked[-1], around, command="SalvageStore")

    return salvage_profile(damaged, to, unlock=unlock, record=record, policy=around.policy)


def restore(file: Path, to: Path, secret: str, around: Surroundings) -> Restored:
    """Make the profile ``to`` from a backup; ``secret`` is the passphrase or the recovery key of that time.

    ``StoreCorrupt`` where anything in the backup is not what was written, ``UserError`` where ``to`` is not empty.
    """
    unlocked: list[OpenVault] = []

    def unlock(vault: Vault) -> OpenVault:
        unlocked.append(open_with_either(vault, secret))
        return unlocked[-1]

    def record(store: Store) -> tuple[int, bytes]:
        return _recorded(store, unlocked[-1], around, command="RestoreBackup")

    return restore_backup(file, to, unlock=unlock, hash_at=_hash_at, record=record, policy=around.policy)


def _recorded(store: Store, vault: OpenVault, around: Surroundings, *, command: str) -> tuple[int, bytes]:
    entry = audit.Entry(
        at_utc=around.clock.now_s(),
        who=around.who,
        command=command,
        command_class="system_fact",
        reason="",
        facts={},
    )
    head = record_event(store, vault, entry)
    return head.count, head.chain


def open_with_either(vault: Vault, secret: str) -> OpenVault:
    """Unlock with a passphrase or a recovery key, whichever the text is."""
    try:
        RecoveryKey.parse(secret)
    except WrongPassphrase:
        return vault.open_with_passphrase(secret)
    try:
        return vault.open_with_recovery_key(secret)
    except WrongPassphrase:
        # A passphrase may look like a recovery key.
        return vault.open_with_passphrase(secret)


def _hash_at(store: Store) -> HashAt:
    def at(count: int) -> bytes | None:
        with store.wall(), Session(store.writer) as session:
            return audit.chain_at(session, count)

    return at


def check_store(store: Store) -> tuple[str, ...]:
    """Return what is wrong with the file, as codes; call ``checkpoint`` in the store thread first."""
    try:
        return store.check_file().problems
    except StoreCorrupt as error:
        return (error.code,)
