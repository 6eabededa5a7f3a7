"""Making and opening a profile: lock, vault, store, audit chain, in this order; what fails undoes what came before."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import dataclass, field

from engagedesk.clock import Clock
from engagedesk.domain.ids import IdSource
from engagedesk.errors import KeyringUnavailable, StoreMissing
from engagedesk.models.key_derivation import KdfPolicy
from engagedesk.models.keyring_slot import KeyringSecrets
from engagedesk.models.recovery_key import RecoveryKey
from engagedesk.models.store import Store
from engagedesk.models.vault import OpenVault, Vault
from engagedesk.paths import Profile
from engagedesk.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ByPassphrase:
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ByRecoveryKey:
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ByKeyring:
    """Without a question; ``KeyringUnavailable`` where the passphrase is needed after all."""


Unlock = ByPassphrase | ByRecoveryKey | ByKeyring


def login_name() -> str:
    """Return the system's name of the person; "me" where it knows none."""
    try:
        return getpass.getuser() or "me"
    except (OSError, KeyError, ImportError):
        return "me"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the composition root injects: the clocks, ids, Argon2's policy, and how to reach the keyring."""

    clock: Clock
    new_id: IdSource
    policy: KdfPolicy = field(default_factory=KdfPolicy)
    keyring: Callable[[], KeyringSecrets] = KeyringSecrets.usable
    who: str = field(default_factory=login_name)


@dataclass(frozen=True, slots=True)
class Created:
    """A new profile's open workspace, and the recovery key that can be shown only now."""

    workspace: Workspace
    recovery_key: RecoveryKey
    keyring_error: KeyringUnavailable | None
    """Why the keyring was not added although it was asked for; None = added, or not asked for."""


def exists(paths: Profile) -> bool:
    """Say whether the profile holds a store or a vault."""
    return paths.store.exists() or paths.vault.exists() or paths.vault_copy.exists()


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
    if not exists(paths):
        raise StoreMissing("store.missing", profile=str(paths.folder))
    opened = _unlocked(Vault(paths, policy=around.policy), unlock, around)
    try:
        store = Store.open(paths, opened)
    except BaseException:
        opened.close()
        raise
    return _workspace(store, opened, around)


def has_keyring_slot(paths: Profile, around: Surroundings) -> bool:
    """Say whether the store may open without a question."""
    return exists(paths) and "keyring" in Vault(paths, policy=around.policy).slots()


def _unlocked(vault: Vault, unlock: Unlock, around: Surroundings) -> OpenVault:
    match unlock:
        case ByPassphrase(passphrase):
            return vault.open_with_passphrase(passphrase)
        case ByRecoveryKey(text):
            return vault.open_with_recovery_key(text)
        case ByKeyring():
            return vault.open_with_keyring(around.keyring())


def _workspace(store: Store, opened: OpenVault, around: Surroundings) -> Workspace:
    try:
        return Workspace(store, opened, clock=around.clock, new_id=around.new_id, who=around.who)
    except BaseException:
        store.close()
        opened.close()
        raise
