"""Salvage: a new profile from a damaged one, with the same keys, when no backup is new enough."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

from engagedesk.errors import UserError
from engagedesk.models.file_wall import file_wall
from engagedesk.models.key_derivation import KdfPolicy
from engagedesk.models.migrations import PackagedSchema
from engagedesk.models.private_files import make_private_folder, rename_durably, replace_durably
from engagedesk.models.salvage import SalvageReport, salvage_store
from engagedesk.models.schema import Schema
from engagedesk.models.store import Store
from engagedesk.models.vault import OpenVault, Vault
from engagedesk.paths import Profile


def salvage_profile(
    damaged: Profile,
    to: Path,
    *,
    unlock: Callable[[Vault], OpenVault],
    record: Callable[[Store], tuple[int, bytes]],
    policy: KdfPolicy | None = None,
    schema: Schema | None = None,
) -> SalvageReport:
    """Bring what is whole in a damaged profile into a new one at ``to``; the damaged one is only read.

    ``unlock`` is called twice (both profiles have the same keys). ``record`` appends the record of the salvage and
    returns the chain's count and head, which are anchored: what the chain lost stays visible to the audit check.
    ``UserError`` where ``to`` is not empty.
    """
    schema = schema or PackagedSchema()
    with file_wall(to.parent):
        if to.exists() and (not to.is_dir() or any(to.iterdir())):
            raise UserError("salvage.not_empty", folder=to.name)
        work = Profile(to.parent / f".{to.name}.salvaging-{secrets.token_hex(4)}")
        make_private_folder(work.folder)
        try:
            opened = unlock(Vault(damaged, policy=policy))
            try:
                raw = opened.document_bytes()
                replace_durably(work.vault, raw)
                replace_durably(work.vault_copy, raw)
                with opened.take_data_key() as data_key:
                    report = salvage_store(damaged.store, data_key, work.store, schema=schema)
            finally:
                opened.close()
            _anchor(work, unlock=unlock, record=record, policy=policy, schema=schema)
            if to.exists():
                to.rmdir()
            rename_durably(work.folder, to)
        finally:
            shutil.rmtree(work.folder, ignore_errors=True)
    return report


def _anchor(
    work: Profile,
    *,
    unlock: Callable[[Vault], OpenVault],
    record: Callable[[Store], tuple[int, bytes]],
    policy: KdfPolicy | None,
    schema: Schema,
) -> None:
    vault = unlock(Vault(work, policy=policy))
    try:
        store = Store.open(work, vault, schema=schema)
        try:
            count, head = record(store)
            store.checkpoint()
        finally:
            store.close()
        vault.anchor_now(count, head)
    finally:
        vault.close()
