"""The audit record: one row a command, chained, written by the funnel and verified by anyone who holds the key.

    digest_n = SHA-256(salt_n || payload_n)
    chain_n  = HMAC-SHA-256(key, chain_{n-1} || header_n || digest_n),  chain_0 = 32 zero bytes

The header is the record's other columns, length-prefixed. The payload and its salt can be purged together: the digest
stays and the chain still verifies. The key is a sub-key of the store's data key, so a chain cannot be made anew
by somebody who only edits the file through SQL. A cut tail is seen against an anchor kept elsewhere (vault, backup).
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, insert, select
from sqlalchemy.orm import Session

from engagedesk.models.journal import Audit, AuditTouch
from engagedesk.services.images import Images, Scalar, to_payload

GENESIS: Final = bytes(32)
MOST_FLAWS: Final = 20


@dataclass(frozen=True, slots=True)
class Head:
    """Where the chain ends: how many records, and the last chain value."""

    count: int
    chain: bytes


@dataclass(frozen=True, slots=True)
class Flaw:
    """A record that does not verify: its sequence number and what is wrong (a code)."""

    seq: int
    code: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verifying the whole chain found; ``flaws`` empty = whole."""

    head: Head
    flaws: tuple[Flaw, ...]

    @property
    def ok(self) -> bool:
        return not self.flaws


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one audit record says, before it is chained."""

    at_utc: int
    who: str
    command: str
    command_class: str
    reason: str
    facts: Mapping[str, Scalar]


class Chain:
    """Appends to the chain in the funnel's transaction; ``head`` moves only with ``committed``."""

    def __init__(self, key: bytes, head: Head) -> None:
        self._key = key
        self.head = head
        self._pending = head

    def append(self, connection: Connection, entry: Entry, images: Images, *, salt: bytes) -> int:
        """Write the record and its touches; return its sequence number. Call inside the command's transaction."""
        seq = self.head.count + 1
        payload = to_payload(images, entry.facts)
        digest = hashlib.sha256(salt + payload).digest()
        header = _header(
            seq, entry.at_utc, who=entry.who, command=entry.command, rest=(entry.command_class, entry.reason)
        )
        chain = hmac.digest(self._key, self.head.chain + header + digest, "sha256")
        connection.execute(
            insert(Audit),
            {
                "seq": seq,
                "at_utc": entry.at_utc,
                "who": entry.who,
                "command": entry.command,
                "command_class": entry.command_class,
                "reason": entry.reason,
                "payload": payload,
                "salt": salt,
                "digest": digest,
                "chain": chain,
            },
        )
        touched = sorted({row.record_id for row in images.rows})
        if touched:
            connection.execute(insert(AuditTouch), [{"record_id": one, "seq": seq} for one in touched])
        self._pending = Head(seq, chain)
        return seq

    def committed(self) -> None:
        """The transaction of the last append is durable."""
        self.head = self._pending

    def rolled_back(self) -> None:
        """The transaction of the last append is gone."""
        self._pending = self.head


def stored_head(session: Session) -> Head:
    """Return the head as the file has it."""
    row = session.execute(select(Audit.seq, Audit.chain).order_by(Audit.seq.desc()).limit(1)).first()
    return Head(0, GENESIS) if row is None else Head(row.seq, row.chain)


def chain_at(session: Session, count: int) -> bytes | None:
    """Return the chain value after ``count`` records; None where the file has fewer."""
    if count == 0:
        return GENESIS
    return session.scalar(select(Audit.chain).where(Audit.seq == count))


def verify(connection: Connection, key: bytes) -> Verdict:
    """Walk the whole chain and return what is wrong, at most 20 flaws."""
    flaws: list[Flaw] = []
    expected, previous = 0, GENESIS
    rows = connection.exec_driver_sql(
        "SELECT seq, at_utc, who, command, command_class, reason, payload, salt, digest, chain FROM audit ORDER BY seq"
    )
    for seq, at_utc, who, command, command_class, reason, payload, salt, digest, chain in rows:
        expected += 1
        if seq != expected:
            flaws.append(Flaw(expected, "missing"))
            expected = seq
        if (payload is None) != (salt is None):
            flaws.append(Flaw(seq, "half_purged"))
        elif payload is not None and hashlib.sha256(salt + payload).digest() != digest:
            flaws.append(Flaw(seq, "payload"))
        header = _header(seq, at_utc, who=who, command=command, rest=(command_class, reason))
        if hmac.digest(key, previous + header + digest, "sha256") != chain:
            flaws.append(Flaw(seq, "chain"))
        previous = chain
        if len(flaws) >= MOST_FLAWS:
            break
    return Verdict(head=Head(expected, previous), flaws=tuple(flaws))


def _header(seq: int, at_utc: int, *, who: str, command: str, rest: tuple[str, str]) -> bytes:
    parts = [struct.pack(">qq", seq, at_utc)]
    for text in (who, command, *rest):
        raw = text.encode()
        parts.append(struct.pack(">I", len(raw)) + raw)
    return b"".join(parts)
