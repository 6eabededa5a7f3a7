"""Which facts a connector must hear: a pure table from images to outbox rows, written in the fact's transaction.

Only submitted (and then posted or returned) time goes to targets, from the target's start day onward. Imports are
draft or recorded time and so never qualify. One row is (target, record, version, operation, id): the id belongs to
the fact, never to an attempt.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from engagedesk.domain.ids import IdSource
from engagedesk.domain.states import EntryState
from engagedesk.models.journal import Outbox, SyncTarget
from engagedesk.services.images import Image, Images, RowChange

SENT_STATES = frozenset({EntryState.SUBMITTED.value, EntryState.POSTED.value})


@dataclass(frozen=True, slots=True)
class Target:
    """A place that subscribes to submitted time."""

    id: bytes
    start_day: str
    """ISO day; facts of earlier days are not its business."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that one target must hear."""

    target_id: bytes
    kind: str
    record_id: bytes
    record_version: int
    operation: str


def facts_from(images: Images, targets: Iterable[Target]) -> tuple[Fact, ...]:
    """Return the facts in the images, in image order, for each target in turn."""
    listening = tuple(targets)
    if not listening:
        return ()
    return tuple(
        Fact(target.id, row.kind, row.record_id, max(row.after_version, row.before_version), operation)
        for row in images.rows
        if row.kind == "time_entry"
        for target in listening
        if (operation := _operation(row, target)) is not None
    )


def _operation(row: RowChange, target: Target) -> str | None:
    was, now = _heard(row.before, target), _heard(row.after, target)
    if now and not was:
        return "create"
    if was and not now:
        return "delete"
    if was and now and set(row.changed_columns()) - {"state", "changed_utc", "returned_reason"}:
        return "update"
    return None


def _heard(image: Image | None, target: Target) -> bool:
    return image is not None and image["state"] in SENT_STATES and str(image["work_day"]) >= target.start_day


def enqueue(connection: Connection, images: Images, *, new_id: IdSource, now_utc: int) -> int:
    """Write the outbox rows for a command's images; return how many. Call inside the command's transaction."""
    if not any(row.kind == "time_entry" for row in images.rows):
        return 0
    query = select(SyncTarget.id, SyncTarget.start_day).where(SyncTarget.enabled)
    targets = [Target(row.id, row.start_day.isoformat()) for row in connection.execute(query)]
    facts = facts_from(images, targets)
    if facts:
        connection.execute(
            insert(Outbox),
            [
                {
                    "id": new_id(),
                    "target_id": fact.target_id,
                    "kind": fact.kind,
                    "record_id": fact.record_id,
                    "record_version": fact.record_version,
                    "operation": fact.operation,
                    "created_utc": now_utc,
                }
                for fact in facts
            ],
        )
    return len(facts)
