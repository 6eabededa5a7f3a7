"""Making and opening a profile: lock, vault, store, audit chain, in this order; what fails undoes what came before."""

from __future__ import annotations

from dataclasses import dataclass

from engagedesk.errors import KeyringUnavailable
from engagedesk.models.recovery_key import RecoveryKey
from engagedesk.models.store import Store
from engagedesk.models.vault import OpenVault, Vault
from engagedesk.paths import Profile
from engagedesk.services.entering import (
    ByKeyring,
    ByPassphrase,
    ByRecoveryKey,
    Entered,
    Surroundings,
    Unlock,
    enter,
    exists,
    has_keyring_slot,
)
from engagedesk.services.workspace import Workspace

__all__ = [
    "ByKeyring",
    "ByPassphrase",
    "ByRecoveryKey",
    "Created",
    "Surroundings",
    "Unlock",
    "create",
    "exists",
    "has_keyring_slot",
    "open_profile",
    "workspace_in",
]


@dataclass(frozen=True, slots=True)
class Created:
    """A new profile's open workspace, and the recovery key that can be shown only now."""

    workspace: Workspace
    recovery_key: RecoveryKey
    keyring_error: KeyringUnavailable | None
    """Why the keyring was not added although it was asked for; None = added, or not asked for."""


def create(
    paths: Profile,
    passphrase: str,
    around: Surroundings,
    *,
    with_keyring: bool,
    owner: str | None = None,
    recovery_key: RecoveryKey | None = None,
) -> Created:
    """Make a profile's vault and store and open them. Call in the store thread, with the profile's lock held.

    Takes a few seconds: Argon2 is calibrated. ``UserError`` where there is a store already or the passphrase is not
    usable. An unusable keyring is no error: the passphrase opens the store, and the answer says why.
    ``recovery_key`` is one that the person was shown before; None makes one.
    """
    opened, recovery_key = Vault(paths, policy=around.policy).create(passphrase, recovery_key=recovery_key)
    keyring_error: KeyringUnavailable | None = None
    if with_keyring:
        try:
            opened.add_keyring(around.keyring())
        except KeyringUnavailable as error:
            keyring_error = error
    store = Store.create(paths, opened)
    # Only a first start needs it.
    from engagedesk.services.commands.firm import SetUpStore

    workspace = _workspace(store, opened, around)
    workspace.execute(SetUpStore(owner or around.who, around.clock.now_s()))
    return Created(workspace, recovery_key, keyring_error)


def open_profile(paths: Profile, unlock: Unlock, around: Surroundings) -> Workspace:
    """Unlock and open a profile. Call in the store thread, with the profile's lock held.

    ``StoreMissing``, ``WrongPassphrase``, ``KeyringUnavailable``, ``StoreTooNew``, ``StoreCorrupt``, ``StoreReadOnly``.
    """
    return workspace_in(enter(paths, unlock, around), around)


def workspace_in(entered: Entered, around: Surroundings) -> Workspace:
    """Return the workspace of an open file, which it takes over or closes. ``StoreCorrupt`` as ``Workspace`` says."""
    try:
        store = Store.around(entered.file)
    except BaseException:
        entered.vault.close()
        raise
    return _workspace(store, entered.vault, around)


def _workspace(store: Store, opened: OpenVault, around: Surroundings) -> Workspace:
    try:
        return Workspace(store, opened, clock=around.clock, new_id=around.new_id, who=around.who)
    except BaseException:
        store.close()
        opened.close()
        raise
