"""What ``vault.json`` holds and how it is read: strictly, so that no flipped bit passes.

The file is the canonical JSON of the document and nothing else; one byte more, or another spelling of the same
document, is damage. ``digest`` finds accidents before anything is unlocked; ``seal`` (HMAC under a sub-key of the
data key) finds everything else after.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from engagedesk.errors import StoreCorrupt, StoreTooNew
from engagedesk.models.key_derivation import NONCE_BYTES, SALT_BYTES, WRAPPED_BYTES, KdfCost

FORMAT: Final = "engagedesk-vault"
VERSION: Final = 1
SIZE_LIMIT: Final = 64 * 1024
SLOT_LIMIT: Final = 16
COUNT_LIMIT: Final = 1 << 62

SlotKind = Literal["passphrase", "recovery", "keyring"]
SLOT_KINDS: Final[tuple[SlotKind, ...]] = ("passphrase", "recovery", "keyring")
Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the data key. ``cost`` is set for a passphrase only: the other secrets are random."""

    kind: SlotKind
    salt: bytes
    nonce: bytes
    wrapped: bytes
    cost: KdfCost | None

    def as_json(self) -> dict[str, object]:
        document: dict[str, object] = {
            "kind": self.kind,
            "salt": self.salt.hex(),
            "nonce": self.nonce.hex(),
            "wrapped": self.wrapped.hex(),
        }
        if self.cost is not None:
            document["argon2id"] = {
                "memory_kib": self.cost.memory_kib,
                "passes": self.cost.passes,
                "lanes": self.cost.lanes,
            }
        return document


@dataclass(frozen=True, slots=True)
class Anchor:
    """How long the audit chain was and what its head hashed to; ``mac`` binds both to this vault."""

    count: int
    head: bytes
    mac: bytes

    def as_json(self) -> dict[str, object]:
        return {"count": self.count, "head": self.head.hex(), "mac": self.mac.hex()}


@dataclass(frozen=True, slots=True)
class VaultDocument:
    """One state of the vault. ``generation`` counts every write, ``keys_generation`` every change of a slot."""

    vault_id: bytes
    generation: int
    keys_generation: int
    slots: tuple[Slot, ...]
    anchor: Anchor | None
    seal: bytes

    def slot(self, kind: SlotKind) -> Slot | None:
        return next((s for s in self.slots if s.kind == kind), None)

    def with_slot(self, slot: Slot) -> VaultDocument:
        kept = tuple(s for s in self.slots if s.kind != slot.kind)
        ordered = sorted((*kept, slot), key=lambda s: SLOT_KINDS.index(s.kind))
        return replace(self, slots=tuple(ordered), keys_generation=self.keys_generation + 1)

    def without_slot(self, kind: SlotKind) -> VaultDocument:
        kept = tuple(s for s in self.slots if s.kind != kind)
        return replace(self, slots=kept, keys_generation=self.keys_generation + 1)

    def sealed_part(self) -> bytes:
        """Return the bytes that ``seal`` authenticates: all but the seal and the digest."""
        return canonical(self._body())

    def to_bytes(self) -> bytes:
        body = self._body() | {"seal": self.seal.hex()}
        return canonical(body | {"digest": hashlib.sha256(canonical(body)).hexdigest()})

    def _body(self) -> dict[str, object]:
        return {
            "format": FORMAT,
            "version": VERSION,
            "vault_id": self.vault_id.hex(),
            "generation": self.generation,
            "keys_generation": self.keys_generation,
            "slots": [s.as_json() for s in self.slots],
            "anchor": None if self.anchor is None else self.anchor.as_json(),
        }


def canonical(document: Json) -> bytes:
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii") + b"\n"


def slot_header(vault_id: bytes, kind: SlotKind, *, salt: bytes, cost: KdfCost | None) -> bytes:
    """Return what is authenticated beside a wrapped key: nothing of a slot can be moved or changed."""
    unbound = Slot(kind=kind, salt=salt, nonce=b"", wrapped=b"", cost=cost)
    return canonical({"format": FORMAT, "version": VERSION, "vault_id": vault_id.hex(), "slot": unbound.as_json()})


def parse(raw: bytes) -> VaultDocument:
    """Return the document; ``StoreCorrupt`` (``vault.damaged``) or ``StoreTooNew`` (``vault.too_new``).

    Costs are not judged here: the policy that will pay for them does, before it pays.
    """
    if not raw or len(raw) > SIZE_LIMIT:
        raise StoreCorrupt("vault.damaged")
    try:
        document = json.loads(raw)
        if not isinstance(document, dict) or document.get("format") != FORMAT:
            raise StoreCorrupt("vault.damaged")
        version = document.get("version")
        if isinstance(version, int) and version > VERSION and _digest_is_right(document):
            raise StoreTooNew("vault.too_new", found=version, known=VERSION)
        parsed = _document(document)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise StoreCorrupt("vault.damaged") from error
    if not hmac.compare_digest(parsed.to_bytes(), raw):
        raise StoreCorrupt("vault.damaged")
    return parsed


def _digest_is_right(document: dict[str, object]) -> bool:
    body = {key: value for key, value in document.items() if key != "digest"}
    return document.get("digest") == hashlib.sha256(canonical(body)).hexdigest()


def _document(document: dict[str, object]) -> VaultDocument:
    slots = document["slots"]
    if not isinstance(slots, list) or not 1 <= len(slots) <= SLOT_LIMIT:
        raise ValueError("slots")
    parsed = tuple(_slot(s) for s in slots)
    if len({s.kind for s in parsed}) != len(parsed):
        raise ValueError("two slots of one kind")
    return VaultDocument(
        vault_id=_hex(document["vault_id"], 16),
        generation=_count(document["generation"]),
        keys_generation=_count(document["keys_generation"]),
        slots=parsed,
        anchor=None if document["anchor"] is None else parse_anchor(document["anchor"]),
        seal=_hex(document["seal"], 32),
    )


def _slot(value: object) -> Slot:
    if not isinstance(value, dict) or value["kind"] not in SLOT_KINDS:
        raise ValueError("slot")
    cost = value.get("argon2id")
    if (value["kind"] == "passphrase") != (cost is not None):
        raise ValueError("cost")
    return Slot(
        kind=value["kind"],
        salt=_hex(value["salt"], SALT_BYTES),
        nonce=_hex(value["nonce"], NONCE_BYTES),
        wrapped=_hex(value["wrapped"], WRAPPED_BYTES),
        cost=None
        if cost is None
        else KdfCost(_count(cost["memory_kib"]), _count(cost["passes"]), _count(cost["lanes"])),
    )


def parse_anchor(value: object) -> Anchor:
    """Return the anchor of a vault or a manifest; ``ValueError``, ``KeyError`` or ``TypeError`` where it is none."""
    if not isinstance(value, dict):
        raise TypeError("anchor")
    head = _hex(value["head"], None)
    if len(head) > 64:
        raise ValueError("head")
    return Anchor(count=_count(value["count"]), head=head, mac=_hex(value["mac"], 32))


def _hex(value: object, length: int | None) -> bytes:
    if not isinstance(value, str):
        raise TypeError("hex")
    raw = bytes.fromhex(value)
    if raw.hex() != value or (length is not None and len(raw) != length):
        raise ValueError("hex")
    return raw


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= COUNT_LIMIT:
        raise ValueError("count")
    return value
