"""Restoring a backup into a new profile, with either secret, and with a record of it in the audit log."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.orm import Session

from engagedesk.errors import StoreCorrupt, WrongPassphrase
from engagedesk.models.recovery_key import RecoveryKey
from engagedesk.models.store import Store
from engagedesk.models.vault import HashAt, OpenVault, Vault
from engagedesk.services import audit
from engagedesk.services.backup import Restored, restore_backup
from engagedesk.services.opening import Surroundings
from engagedesk.services.workspace import record_event


def restore(file: Path, to: Path, secret: str, around: Surroundings) -> Restored:
    """Make the profile ``to`` from a backup; ``secret`` is the passphrase or the recovery key of that time.

    ``StoreCorrupt`` where anything in the backup is not what was written, ``UserError`` where ``to`` is not empty.
    """
    unlocked: list[OpenVault] = []

    def unlock(vault: Vault) -> OpenVault:
        unlocked.append(open_with_either(vault, secret))
        return unlocked[-1]

    def record(store: Store) -> tuple[int, bytes]:
        entry = audit.Entry(
            at_utc=around.clock.now_s(),
            who=around.who,
            command="RestoreBackup",
            command_class="system_fact",
            reason="",
            facts={},
        )
        head = record_event(store, unlocked[-1], entry)
        return head.count, head.chain

    return restore_backup(file, to, unlock=unlock, hash_at=_hash_at, record=record, policy=around.policy)


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
