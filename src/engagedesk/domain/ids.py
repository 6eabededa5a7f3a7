"""Identifiers: 16-byte UUIDv7 values, one ``NewType`` for each kind of thing.

Source: RFC 9562, section 5.7. Ids are made by an ``IdSource`` that the composition root injects, so that tests and
the sample portfolio get the same ids for the same seed.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import NewType

ClientId = NewType("ClientId", bytes)
EngagementId = NewType("EngagementId", bytes)
CodeId = NewType("CodeId", bytes)
PhaseId = NewType("PhaseId", bytes)
TaskId = NewType("TaskId", bytes)
PersonId = NewType("PersonId", bytes)
EntryId = NewType("EntryId", bytes)
BatchId = NewType("BatchId", bytes)
AwayId = NewType("AwayId", bytes)
PlanItemId = NewType("PlanItemId", bytes)
"""A task's, a milestone's or a deliverable's id, where any of them can stand."""
LinkId = NewType("LinkId", bytes)
DeliverableId = NewType("DeliverableId", bytes)
BudgetId = NewType("BudgetId", bytes)
BaselineId = NewType("BaselineId", bytes)

IdSource = Callable[[], bytes]


def uuid7(unix_ms: int, random_bytes: bytes) -> bytes:
    """Return a UUIDv7 from milliseconds since 1970 and 10 random bytes."""
    if len(random_bytes) != 10:
        raise ValueError("uuid7 needs 10 random bytes")
    raw = bytearray((unix_ms & ((1 << 48) - 1)).to_bytes(6, "big") + random_bytes)
    raw[6] = 0x70 | (raw[6] & 0x0F)
    raw[8] = 0x80 | (raw[8] & 0x3F)
    return bytes(raw)


def format_id(value: bytes) -> str:
    """Return the canonical 36-character form."""
    return str(uuid.UUID(bytes=value))


def parse_id(text: str) -> bytes:
    """Return the 16 bytes of a canonical or bare-hex id; ``ValueError`` where it is neither."""
    return uuid.UUID(text.strip()).bytes
