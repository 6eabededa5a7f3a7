"""From secrets to keys: Argon2id for what a person types, HKDF for what is random, AES-256-GCM around the data key.

Key material lives in bytearrays and is zeroed where it ends. Python strings cannot be zeroed: a typed passphrase
leaves memory only with the process.
"""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from engagedesk.errors import StoreCorrupt, WrongPassphrase

KEY_BYTES: Final = 32
SALT_BYTES: Final = 16
NONCE_BYTES: Final = 12
TAG_BYTES: Final = 16
WRAPPED_BYTES: Final = KEY_BYTES + TAG_BYTES
PASSPHRASE_LIMIT: Final = 4096
MIB: Final = 1024


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one Argon2id run takes: memory in KiB, passes, lanes."""

    memory_kib: int
    passes: int
    lanes: int


@dataclass(frozen=True, slots=True)
class KdfPolicy:
    """Which costs are accepted, and which one new slots get.

    ``fixed`` None means that new slots are calibrated to this machine. A cheaper floor exists only for tests and is
    injected through code: no file, setting or argument can name one.
    """

    floor: KdfCost = field(default_factory=lambda: KdfCost(memory_kib=64 * MIB, passes=3, lanes=1))
    ceiling: KdfCost = field(default_factory=lambda: KdfCost(memory_kib=1024 * MIB, passes=12, lanes=16))
    fixed: KdfCost | None = None

    def check(self, cost: KdfCost) -> None:
        """Refuse a cost out of bounds; called before any memory is taken for it."""
        for name in ("memory_kib", "passes", "lanes"):
            asked, low, high = (getattr(c, name) for c in (cost, self.floor, self.ceiling))
            if not low <= asked <= high:
                raise StoreCorrupt("vault.cost_out_of_bounds", what=name, asked=asked, low=low, high=high)


CALIBRATION_START: Final = KdfCost(memory_kib=256 * MIB, passes=3, lanes=4)
SLOWEST_S: Final = 1.5
FASTEST_S: Final = 0.5


def calibrate(policy: KdfPolicy, run: Callable[[KdfCost], float]) -> KdfCost:
    """Return a cost that takes 0.5 to 1.5 s here; memory is given up before it falls under the floor.

    ``run`` derives a throw-away key at a cost and returns the seconds it took.
    """
    cost = CALIBRATION_START
    seconds = run(cost)
    while seconds > SLOWEST_S and cost.memory_kib // 2 >= policy.floor.memory_kib:
        cost = KdfCost(cost.memory_kib // 2, cost.passes, cost.lanes)
        seconds = run(cost)
    while seconds < FASTEST_S and cost.passes < policy.ceiling.passes:
        grown = min(policy.ceiling.passes, max(cost.passes + 1, int(cost.passes * FASTEST_S / max(seconds, 0.01))))
        cost = KdfCost(cost.memory_kib, grown, cost.lanes)
        seconds = run(cost)
    return cost


def seconds_of(cost: KdfCost) -> float:
    """Run Argon2id once at this cost and return the wall-clock seconds."""
    started = time.perf_counter()
    with passphrase_key("calibration", bytes(SALT_BYTES), cost):
        return time.perf_counter() - started


def zero(buffer: bytearray) -> None:
    buffer[:] = bytes(len(buffer))


@contextmanager
def passphrase_key(passphrase: str, salt: bytes, cost: KdfCost) -> Iterator[bytearray]:
    """Yield the 32-byte key of a passphrase (NFKC, UTF-8); zeroed at exit. The caller has checked the cost."""
    if not passphrase or len(passphrase) > PASSPHRASE_LIMIT:
        raise WrongPassphrase("vault.wrong_passphrase")
    try:
        typed = bytearray(unicodedata.normalize("NFKC", passphrase).encode("utf-8"))
    except UnicodeEncodeError as error:  # a lone surrogate, as an undecodable byte in a passphrase file becomes
        raise WrongPassphrase("vault.wrong_passphrase") from error
    key = bytearray(KEY_BYTES)
    try:
        kdf = Argon2id(
            salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
        )
        kdf.derive_into(typed, key)  # type: ignore[arg-type]  # the stub says bytes, any buffer is read
        yield key
    finally:
        zero(key)
        zero(typed)


@contextmanager
def derived_key(secret: bytes | bytearray, salt: bytes, purpose: str) -> Iterator[bytearray]:
    """Yield a 32-byte key for one purpose from a secret that is random already; zeroed at exit."""
    key = bytearray(KEY_BYTES)
    try:
        HKDF(SHA256(), KEY_BYTES, salt, purpose.encode("ascii")).derive_into(secret, key)
        yield key
    finally:
        zero(key)


def wrap_key(data_key: bytearray, wrapping_key: bytearray, *, nonce: bytes, header: bytes) -> bytes:
    """Return the data key encrypted (48 bytes); ``header`` is authenticated with it."""
    return AESGCM(wrapping_key).encrypt(nonce, data_key, header)


def unwrap_key(wrapped: bytes, wrapping_key: bytearray, *, nonce: bytes, header: bytes) -> bytearray:
    """Return the data key in a fresh bytearray that the caller zeroes; ``InvalidTag`` where anything differs."""
    data_key = bytearray(KEY_BYTES)
    try:
        AESGCM(wrapping_key).decrypt_into(nonce, wrapped, header, data_key)
    except InvalidTag:
        zero(data_key)
        raise
    return data_key
