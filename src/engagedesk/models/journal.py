"""What the funnel writes beside the records: audit, outbox, and small facts about the file."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from engagedesk.models.base import Base, Record
from engagedesk.models.people import STRICT, refers_to


class Audit(Base):
    """One executed command, chained to the one before it (docs/schema.md)."""

    __tablename__ = "audit"
    __table_args__ = STRICT

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """1, 2, 3 ... without a hole."""
    at_utc: Mapped[int]
    who: Mapped[str]
    command: Mapped[str]
    command_class: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    payload: Mapped[bytes | None]
    """Images as JSON; None = purged."""
    salt: Mapped[bytes | None]
    digest: Mapped[bytes]
    chain: Mapped[bytes]


class AuditTouch(Base):
    """Which audit records touched which row."""

    __tablename__ = "audit_touch"
    __table_args__ = {"sqlite_strict": True, "sqlite_with_rowid": False}  # noqa: RUF012

    record_id: Mapped[bytes] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(refers_to("audit.seq"), primary_key=True)


class SyncTarget(Record):
    """A place that submitted facts are pushed to."""

    __tablename__ = "sync_target"
    __table_args__ = (UniqueConstraint("name"), STRICT)

    kind: Mapped[str]
    name: Mapped[str]
    url: Mapped[str] = mapped_column(default="")
    start_day: Mapped[date]
    """Facts of earlier days never go there."""
    enabled: Mapped[bool] = mapped_column(default=True)


class Outbox(Base):
    """One fact for one target: queued, claimed, done, rejected or unknown."""

    __tablename__ = "outbox"
    __table_args__ = (
        CheckConstraint("operation IN ('create', 'update', 'delete')", name="operation"),
        CheckConstraint("state IN ('queued', 'claimed', 'done', 'rejected', 'unknown')", name="state"),
        Index("ix_outbox_waiting", "target_id", "record_id", sqlite_where=text("state <> 'done'")),
        STRICT,
    )

    id: Mapped[bytes] = mapped_column(primary_key=True)
    target_id: Mapped[bytes] = mapped_column(refers_to("sync_target.id"))
    kind: Mapped[str]
    record_id: Mapped[bytes]
    record_version: Mapped[int]
    operation: Mapped[str]
    state: Mapped[str] = mapped_column(default="queued")
    created_utc: Mapped[int]
    payload: Mapped[bytes | None]
    """Frozen at claim."""
    payload_sha256: Mapped[bytes | None]
    attempt: Mapped[int] = mapped_column(default=0)
    lease_until_utc: Mapped[int | None]
    remote_id: Mapped[str | None]
    reason: Mapped[str] = mapped_column(default="")


class StoreMeta(Base):
    """A fact about the file: store id, when it was made."""

    __tablename__ = "store_meta"
    __table_args__ = STRICT

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class ViewState(Base):
    """What a view remembers; never undone, never audited."""

    __tablename__ = "view_state"
    __table_args__ = STRICT

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
