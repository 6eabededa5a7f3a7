"""Up to the open file: what a profile is opened with, and the way to its unlocked vault and connections.

No SQLAlchemy here: the window's first look (``first_look.py``) needs no more than this.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import dataclass, field

from engagedesk.clock import Clock
from engagedesk.domain.ids import IdSource
from engagedesk.errors import StoreMissing
from engagedesk.models.key_derivation import KdfPolicy
from engagedesk.models.keyring_slot import KeyringSecrets
from engagedesk.models.store_file import StoreFile, open_file
from engagedesk.models.vault import OpenVault, Vault
from engagedesk.paths import Profile


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
class Entered:
    """An unlocked vault and the open file it belongs to."""

    file: StoreFile
    vault: OpenVault

    def close(self) -> None:
        self.file.close()
        self.vault.close()


def exists(paths: Profile) -> bool:
    """Say whether the profile holds a store or a vault."""
    return paths.store.exists() or paths.vault.exists() or paths.vault_copy.exists()


def has_keyring_slot(paths: Profile, around: Surroundings) -> bool:
    """Say whether the store may open without a question."""
    return exists(paths) and "keyring" in Vault(paths, policy=around.policy).slots()


def enter(paths: Profile, unlock: Unlock, around: Surroundings) -> Entered:
    """Unlock a profile and open its file. Call in the store thread, with the profile's lock held.

    ``StoreMissing``, ``WrongPassphrase``, ``KeyringUnavailable``, ``StoreTooNew``, ``StoreCorrupt``, ``StoreReadOnly``.
    """
    if not exists(paths):
        raise StoreMissing("store.missing", profile=str(paths.folder))
    vault = _unlocked(Vault(paths, policy=around.policy), unlock, around)
    try:
        return Entered(open_file(paths, vault), vault)
    except BaseException:
        vault.close()
        raise


def _unlocked(vault: Vault, unlock: Unlock, around: Surroundings) -> OpenVault:
    match unlock:
        case ByPassphrase(passphrase):
            return vault.open_with_passphrase(passphrase)
        case ByRecoveryKey(text):
            return vault.open_with_recovery_key(text)
        case ByKeyring():
            return vault.open_with_keyring(around.keyring())
