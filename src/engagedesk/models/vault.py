"""The keys of one store: a random data key that never changes, wrapped once for each way in.

``Vault`` is the file (kept twice), locked. ``OpenVault`` is what an unlock yields: it hands the data key out once,
to open the store, and keeps only a root from which sub-keys are derived; the data key cannot be computed from it.
Whoever needs the data key again (a new passphrase, the keyring) unlocks again.
"""

from __future__ import annotations

import hmac
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand

from engagedesk.errors import (
    KeyringUnavailable,
    StoreCorrupt,
    StoreError,
    StoreMissing,
    UserError,
    WrongPassphrase,
)
from engagedesk.models.file_wall import file_wall
from engagedesk.models.key_derivation import (
    KEY_BYTES,
    NONCE_BYTES,
    PASSPHRASE_LIMIT,
    SALT_BYTES,
    KdfCost,
    KdfPolicy,
    calibrate,
    derived_key,
    passphrase_key,
    seconds_of,
    unwrap_key,
    wrap_key,
    zero,
)
from engagedesk.models.keyring_slot import SECRET_BYTES, KeyringSecrets
from engagedesk.models.private_files import make_private_folder, replace_durably
from engagedesk.models.recovery_key import RecoveryKey
from engagedesk.models.vault_format import SIZE_LIMIT, Anchor, Slot, SlotKind, VaultDocument, parse, slot_header
from engagedesk.paths import Profile

ANCHOR_INTERVAL_S: Final = 60.0
VAULT_ID_BYTES: Final = 16

Random = Callable[[int], bytes]
HashAt = Callable[[int], bytes | None]


class Vault:
    """The vault of a profile, locked. ``random`` and ``monotonic`` are injected; ``policy`` bounds Argon2's cost."""

    def __init__(
        self,
        paths: Profile,
        *,
        policy: KdfPolicy | None = None,
        random: Random = os.urandom,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.paths = paths
        self._policy = policy or KdfPolicy()
        self._random = random
        self._monotonic = monotonic
        self.unhealed: str | None = None
        """The copy that was found damaged and could not be written anew, until the next change of the vault."""

    def exists(self) -> bool:
        return self.paths.vault.exists() or self.paths.vault_copy.exists()

    def slots(self) -> frozenset[SlotKind]:
        """Return which ways in there are, without opening any."""
        return frozenset(s.kind for s in self._read().slots)

    def create(self, passphrase: str, *, recovery_key: RecoveryKey | None = None) -> tuple[OpenVault, RecoveryKey]:
        """Make a new vault and its recovery key, which cannot be shown again.

        ``recovery_key`` is one that was shown, and proved to be kept, before; None makes one.
        ``UserError`` for an unusable passphrase (``vault.passphrase_empty``, ``vault.passphrase_long``) and where a
        vault or a store is there already (``vault.exists``). Takes a few seconds: Argon2 is calibrated.
        """
        check_new_passphrase(passphrase)
        with file_wall(self.paths.folder):
            make_private_folder(self.paths.folder)
            if self.paths.store.exists() or self._was_used():
                raise UserError("vault.exists", profile=self.paths.folder.name)
        vault_id = self._random(VAULT_ID_BYTES)
        recovery_key = recovery_key or self.new_recovery_key()
        data_key = bytearray(KEY_BYTES)
        # The generator returns bytes that cannot be zeroed: what stays of them in the heap must not be the key itself.
        HKDF(SHA256(), KEY_BYTES, self._random(KEY_BYTES), b"engagedesk data key").derive_into(
            self._random(KEY_BYTES), data_key
        )
        slots = (
            self._passphrase_slot(passphrase, data_key, vault_id),
            self._recovery_slot(recovery_key, data_key, vault_id),
        )
        document = VaultDocument(vault_id, 0, 1, slots, anchor=None, seal=bytes(32))
        opened = OpenVault(self, document, data_key, monotonic=self._monotonic)
        opened.write()
        return opened, recovery_key

    def open_with_passphrase(self, passphrase: str) -> OpenVault:
        """Unlock; ``WrongPassphrase``, ``StoreMissing``, ``StoreCorrupt``. Takes 0.5 to 1.5 s."""
        document = self._read()
        return self._opened(document, self._by_passphrase(document, passphrase))

    def open_with_recovery_key(self, text: str) -> OpenVault:
        """Unlock with the recovery key as typed; ``WrongPassphrase`` where it is not this store's."""
        document = self._read()
        return self._opened(document, self._by_recovery_key(document, text))

    def open_with_keyring(self, secrets: KeyringSecrets) -> OpenVault:
        """Unlock without a question; ``KeyringUnavailable`` for every reason why the passphrase is needed."""
        document = self._read()
        slot = document.slot("keyring")
        if slot is None:
            raise KeyringUnavailable("keyring.no_slot")
        secret = secrets.read(document.vault_id.hex())
        try:
            with derived_key(secret, slot.salt, "engagedesk keyring slot") as key:
                return self._opened(document, self._unwrap(document, slot, key))
        except InvalidTag as error:
            raise KeyringUnavailable("keyring.secret_changed") from error
        finally:
            zero(secret)

    def rewrap(
        self, document: VaultDocument, secret: str, change: Callable[[VaultDocument, bytearray], VaultDocument]
    ) -> VaultDocument:
        """Return the document after ``change`` has wrapped the data key anew; ``secret`` unlocks it for that moment.

        ``secret`` is the passphrase or the recovery key: whoever has one of them may change the other ways in.
        """
        data_key = self._by_either(document, secret)
        try:
            return change(document, data_key)
        finally:
            zero(data_key)

    def with_passphrase(self, document: VaultDocument, data_key: bytearray, passphrase: str) -> VaultDocument:
        return document.with_slot(self._passphrase_slot(passphrase, data_key, document.vault_id))

    def with_new_recovery_key(
        self, document: VaultDocument, data_key: bytearray, recovery_key: RecoveryKey
    ) -> VaultDocument:
        return document.with_slot(self._recovery_slot(recovery_key, data_key, document.vault_id))

    def with_keyring(self, document: VaultDocument, data_key: bytearray, secrets: KeyringSecrets) -> VaultDocument:
        """Put a fresh random secret into the keyring and wrap the data key for it."""
        secret = bytearray(self._random(SECRET_BYTES))
        try:
            secrets.write(document.vault_id.hex(), secret)
            salt = self._random(SALT_BYTES)
            with derived_key(secret, salt, "engagedesk keyring slot") as key:
                return document.with_slot(self._slot("keyring", data_key, key, vault_id=document.vault_id, salt=salt))
        finally:
            zero(secret)

    def new_recovery_key(self) -> RecoveryKey:
        return RecoveryKey.generate(self._random)

    def save(self, document: VaultDocument) -> None:
        """Write both copies, each whole or not at all. The first decides: what it holds is in force.

        So a disk that fails on the second is no failure of the change; the next read makes the second anew.
        """
        raw = document.to_bytes()
        with file_wall(self.paths.folder):
            replace_durably(self.paths.vault, raw)
        self._heal(self.paths.vault_copy, raw)

    def _was_used(self) -> bool:
        """Return whether a vault is there that ever served a store; one left by a set-up cut short is made anew."""
        if not self.exists():
            return False
        try:
            return self._read().anchor is not None
        except StoreError:
            return True

    def _read(self) -> VaultDocument:
        """Return the newer valid copy and heal the other from it."""
        found: dict[str, VaultDocument] = {}
        failures: list[StoreError] = []
        for path in (self.paths.vault, self.paths.vault_copy):
            try:
                with file_wall(self.paths.folder), path.open("rb") as stream:
                    raw = stream.read(SIZE_LIMIT + 1)
                found[path.name] = parse(raw)
            except StoreError as error:
                failures.append(error)
        if not found:
            # A copy that says "too new" or "damaged" explains more than one that is not there.
            telling = [f for f in failures if not isinstance(f, StoreMissing)]
            if telling:
                raise telling[0]
            raise StoreMissing("vault.missing", profile=self.paths.folder.name) from failures[0]
        newest = max(found.values(), key=lambda d: d.generation)
        raw = newest.to_bytes()
        for path in (self.paths.vault, self.paths.vault_copy):
            if found.get(path.name) != newest:
                self._heal(path, raw)
        return newest

    def _heal(self, path: Path, raw: bytes) -> None:
        """Write the good copy over the bad one; where the disk refuses, the good one alone must do."""
        try:
            with file_wall(self.paths.folder):
                replace_durably(path, raw)
        except StoreError:
            self.unhealed = path.name
        else:
            self.unhealed = None

    def _opened(self, document: VaultDocument, data_key: bytearray) -> OpenVault:
        opened = OpenVault(self, document, data_key, monotonic=self._monotonic)
        try:
            opened.check_seal()
        except StoreCorrupt:
            opened.close()
            raise
        return opened

    def _by_either(self, document: VaultDocument, secret: str) -> bytearray:
        try:
            RecoveryKey.parse(secret)
        except WrongPassphrase:
            return self._by_passphrase(document, secret)
        try:
            return self._by_recovery_key(document, secret)
        except WrongPassphrase:
            return self._by_passphrase(document, secret)

    def _by_passphrase(self, document: VaultDocument, passphrase: str) -> bytearray:
        slot = document.slot("passphrase")
        if slot is None or slot.cost is None:
            raise StoreCorrupt("vault.damaged")
        self._policy.check(slot.cost)
        try:
            with passphrase_key(passphrase, slot.salt, slot.cost) as key:
                return self._unwrap(document, slot, key)
        except InvalidTag as error:
            raise WrongPassphrase("vault.wrong_passphrase") from error

    def _by_recovery_key(self, document: VaultDocument, text: str) -> bytearray:
        slot = document.slot("recovery")
        if slot is None:
            raise StoreCorrupt("vault.damaged")
        secret = RecoveryKey.parse(text).secret()
        try:
            with derived_key(secret, slot.salt, "engagedesk recovery slot") as key:
                return self._unwrap(document, slot, key)
        except InvalidTag as error:
            raise WrongPassphrase("vault.wrong_recovery_key") from error
        finally:
            zero(secret)

    def _unwrap(self, document: VaultDocument, slot: Slot, key: bytearray) -> bytearray:
        header = slot_header(document.vault_id, slot.kind, salt=slot.salt, cost=slot.cost)
        return unwrap_key(slot.wrapped, key, nonce=slot.nonce, header=header)

    def _passphrase_slot(self, passphrase: str, data_key: bytearray, vault_id: bytes) -> Slot:
        check_new_passphrase(passphrase)
        cost = self._policy.fixed or calibrate(self._policy, seconds_of)
        self._policy.check(cost)
        salt = self._random(SALT_BYTES)
        with passphrase_key(passphrase, salt, cost) as key:
            return self._slot("passphrase", data_key, key, vault_id=vault_id, salt=salt, cost=cost)

    def _recovery_slot(self, recovery_key: RecoveryKey, data_key: bytearray, vault_id: bytes) -> Slot:
        salt = self._random(SALT_BYTES)
        secret = recovery_key.secret()
        try:
            with derived_key(secret, salt, "engagedesk recovery slot") as key:
                return self._slot("recovery", data_key, key, vault_id=vault_id, salt=salt)
        finally:
            zero(secret)

    def _slot(
        self,
        kind: SlotKind,
        data_key: bytearray,
        key: bytearray,
        *,
        vault_id: bytes,
        salt: bytes,
        cost: KdfCost | None = None,
    ) -> Slot:
        nonce = self._random(NONCE_BYTES)
        header = slot_header(vault_id, kind, salt=salt, cost=cost)
        return Slot(kind, salt, nonce, wrap_key(data_key, key, nonce=nonce, header=header), cost)


class OpenVault:
    """An unlocked vault. Safe to call from any thread; ``close`` zeroes what it holds."""

    def __init__(
        self, vault: Vault, document: VaultDocument, data_key: bytearray, *, monotonic: Callable[[], float]
    ) -> None:
        self.vault = vault
        self._document = document
        self._data_key: bytearray | None = data_key
        self._root = bytearray(_expand(data_key, "engagedesk sub-keys"))
        self._monotonic = monotonic
        self._anchored_at: float | None = None
        self._waiting_anchor: tuple[int, bytes] | None = None
        self._lock = threading.Lock()

    @property
    def vault_id(self) -> bytes:
        return self._document.vault_id

    @property
    def keys_generation(self) -> int:
        """Grows with every change of a way in; the store remembers it, so that an old vault put back is noticed."""
        return self._document.keys_generation

    @property
    def slots(self) -> frozenset[SlotKind]:
        return frozenset(s.kind for s in self._document.slots)

    def subkey(self, purpose: str) -> bytes:
        """Return the 32-byte key for one purpose; the same for the life of the store, passphrase changes included."""
        if not any(self._root):
            raise StoreError("vault.closed")
        return _expand(self._root, f"engagedesk {purpose}")

    @contextmanager
    def take_data_key(self) -> Iterator[bytearray]:
        """Hand the data key out once, to open the store with; it is zeroed at exit and then gone from here."""
        with self._lock:
            data_key, self._data_key = self._data_key, None
        if data_key is None:
            raise StoreError("vault.key_taken")
        try:
            yield data_key
        finally:
            zero(data_key)

    def document_bytes(self) -> bytes:
        """Return the vault as it is written, for a backup."""
        with self._lock:
            return self._document.to_bytes()

    def check_seal(self) -> None:
        """Refuse a document that was changed by someone without the data key."""
        if not hmac.compare_digest(self._seal(self._document), self._document.seal):
            raise StoreCorrupt("vault.tampered")

    def write(self) -> None:
        """Seal and save the present state as a new generation."""
        with self._lock:
            self._commit(self._document)

    def change_passphrase(self, current: str, new: str) -> None:
        """Wrap the data key for a new passphrase; nothing is re-encrypted. ``current``: passphrase or recovery key."""
        check_new_passphrase(new)
        self._rewrap(current, lambda d, key: self.vault.with_passphrase(d, key, new))

    def replace_recovery_key(self, current: str) -> RecoveryKey:
        """Make the old recovery key useless and return the new one."""
        fresh = self.vault.new_recovery_key()
        self._rewrap(current, lambda d, key: self.vault.with_new_recovery_key(d, key, fresh))
        return fresh

    def add_keyring(self, secrets: KeyringSecrets, current: str | None = None) -> None:
        """Also open with the keyring. ``current`` may be None only before the store took the data key (first run)."""
        if current is not None:
            self._rewrap(current, lambda d, key: self.vault.with_keyring(d, key, secrets))
            return
        with self._lock:
            if self._data_key is None:
                raise StoreError("vault.key_taken")
            self._commit(self.vault.with_keyring(self._document, self._data_key, secrets))

    def remove_keyring(self, secrets: KeyringSecrets | None) -> None:
        """No longer open with the keyring. ``secrets`` None where the keyring itself cannot be reached any more."""
        with self._lock:
            self._commit(self._document.without_slot("keyring"))
        if secrets is not None:
            secrets.forget(self.vault_id.hex())

    def anchor(self, count: int, head: bytes) -> StoreError | None:
        """Note where the audit chain stands, after a commit; written at most once a minute and at close.

        A failure is returned, not raised: the commit that it follows stands, and the anchor is tried again.
        """
        with self._lock:
            self._waiting_anchor = (count, head)
            now = self._monotonic()
            if self._anchored_at is None or now - self._anchored_at >= ANCHOR_INTERVAL_S:
                self._anchored_at = now
                try:
                    self._write_anchor()
                except StoreError as error:
                    return error
        return None

    def anchor_now(self, count: int, head: bytes) -> None:
        with self._lock:
            self._waiting_anchor = (count, head)
            self._write_anchor()
            self._anchored_at = self._monotonic()

    @property
    def anchored(self) -> Anchor | None:
        """The anchor that is on disk; None before the first audit record."""
        return self._document.anchor

    def make_anchor(self, count: int, head: bytes) -> Anchor:
        """Return an authenticated anchor, as a backup's manifest carries it."""
        return Anchor(count, head, self._anchor_mac(count, head))

    def verify_anchor(self, hash_at: HashAt, anchor: Anchor | None = None) -> None:
        """Refuse a chain that no longer holds what was anchored: the anchor must be a prefix of it.

        ``hash_at(count)`` returns the chained hash after that many records, None where there are fewer. Records after
        the anchor are no tampering: a crash between commit and anchor leaves some. ``anchor`` None means the vault's.
        """
        anchor = anchor or self._document.anchor
        if anchor is None:
            return
        if not hmac.compare_digest(self._anchor_mac(anchor.count, anchor.head), anchor.mac):
            raise StoreCorrupt("vault.tampered")
        if anchor.count == 0:
            return
        found = hash_at(anchor.count)
        if found is None:
            raise StoreCorrupt("audit.cut", records=anchor.count)
        if not hmac.compare_digest(found, anchor.head):
            raise StoreCorrupt("audit.rewritten", records=anchor.count)

    def close(self) -> None:
        """Write a waiting anchor, then zero the keys. A full or failing disk does not keep the keys in memory."""
        with self._lock:
            try:
                if self._waiting_anchor is not None and any(self._root):
                    self._write_anchor()
            finally:
                if self._data_key is not None:
                    zero(self._data_key)
                    self._data_key = None
                zero(self._root)

    def _rewrap(self, current: str, change: Callable[[VaultDocument, bytearray], VaultDocument]) -> None:
        with self._lock:
            self._commit(self.vault.rewrap(self._document, current, change))

    def _write_anchor(self) -> None:
        if self._waiting_anchor is None:
            return
        count, head = self._waiting_anchor
        known = self._document.anchor
        if known is None or (known.count, known.head) != (count, head):
            self._commit(replace(self._document, anchor=self.make_anchor(count, head)))
        self._waiting_anchor = None

    def _commit(self, document: VaultDocument) -> None:
        numbered = replace(document, generation=self._document.generation + 1)
        sealed = replace(numbered, seal=self._seal(numbered))
        self.vault.save(sealed)
        self._document = sealed

    def _seal(self, document: VaultDocument) -> bytes:
        return hmac.digest(self.subkey("vault seal"), document.sealed_part(), sha256)

    def _anchor_mac(self, count: int, head: bytes) -> bytes:
        message = self.vault_id + count.to_bytes(8, "big") + head
        return hmac.digest(self.subkey("audit anchor"), message, sha256)


def check_new_passphrase(passphrase: str) -> None:
    """Refuse what cannot be a passphrase; how strong it is, the window says while it is typed."""
    if not passphrase.strip():
        raise UserError("vault.passphrase_empty")
    if len(passphrase) > PASSPHRASE_LIMIT:
        raise UserError("vault.passphrase_long", limit=PASSPHRASE_LIMIT)
    try:
        passphrase.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UserError("vault.passphrase_not_text") from error


def _expand(key: bytearray, purpose: str) -> bytes:
    return HKDFExpand(SHA256(), KEY_BYTES, purpose.encode("ascii")).derive(key)
