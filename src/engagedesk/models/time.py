"""Time entries, submitted timesheets, and what the firm's system holds."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from engagedesk.domain.states import EntrySource, EntryState
from engagedesk.models.base import SYNC, Record, Word
from engagedesk.models.people import STRICT, refers_to


class TimeEntry(Record):
    """A span, a running timer, or a duration on a day (docs/schema.md)."""

    __tablename__ = "time_entry"
    __table_args__ = (
        CheckConstraint(
            "(start_utc IS NULL AND end_utc IS NULL)"
            " OR (end_utc IS NULL AND seconds = 0)"
            " OR (start_utc IS NOT NULL AND end_utc >= start_utc AND seconds = end_utc - start_utc)",
            name="span",
        ),
        CheckConstraint("seconds >= 0 OR reverses_id IS NOT NULL", name="negative"),
        Index("ix_time_entry_work_day_start_utc", "work_day", "start_utc"),
        Index(
            "ix_time_entry_engagement_id_work_day",
            "engagement_id",
            "work_day",
            "seconds",
            "phase_id",
            "task_id",
            "chargeable",
        ),
        Index("ix_time_entry_code_id_work_day", "code_id", "work_day", "seconds"),
        Index("ix_time_entry_awaiting", "work_day", "seconds", sqlite_where=text("code_id IS NULL")),
        Index(
            "ix_time_entry_open", "work_day", "seconds", sqlite_where=text("state IN ('draft', 'ready', 'returned')")
        ),
        Index(
            "uq_time_entry_running",
            text("(end_utc IS NULL)"),
            unique=True,
            sqlite_where=text("end_utc IS NULL AND start_utc IS NOT NULL"),
        ),
        # For the foreign keys alone: without them each deletion of a parent would read all entries.
        Index("ix_time_entry_reverses_id", "reverses_id", sqlite_where=text("reverses_id IS NOT NULL")),
        Index("ix_time_entry_phase_id", "phase_id", sqlite_where=text("phase_id IS NOT NULL")),
        Index("ix_time_entry_task_id", "task_id", sqlite_where=text("task_id IS NOT NULL")),
        STRICT,
    )

    work_day: Mapped[date]
    """The day it began, by the rule that held when it was written."""
    start_utc: Mapped[int | None]
    end_utc: Mapped[int | None]
    zone: Mapped[str]
    seconds: Mapped[int] = mapped_column(default=0)
    """0 while running; negative only in a reversing entry."""
    engagement_id: Mapped[bytes | None] = mapped_column(refers_to("engagement.id"))
    code_id: Mapped[bytes | None] = mapped_column(refers_to("charge_code.id"))
    phase_id: Mapped[bytes | None] = mapped_column(refers_to("phase.id"))
    task_id: Mapped[bytes | None] = mapped_column(refers_to("task.id"))
    activity: Mapped[str] = mapped_column(default="")
    narrative: Mapped[str] = mapped_column(default="")
    chargeable: Mapped[bool] = mapped_column(default=True)
    state: Mapped[EntryState] = mapped_column(Word(EntryState), default=EntryState.DRAFT)
    source: Mapped[EntrySource] = mapped_column(Word(EntrySource))
    returned_reason: Mapped[str] = mapped_column(default="")
    reverses_id: Mapped[bytes | None] = mapped_column(refers_to("time_entry.id"))
    batch_id: Mapped[bytes | None] = mapped_column(refers_to("import_batch.id"), index=True)
    changed_utc: Mapped[int]
    """When the person last touched it; recents are ordered by it."""
    last_activity_utc: Mapped[int | None] = mapped_column(info=SYNC)
    """The running row's heartbeat, noted once a minute."""


class Timesheet(Record):
    """A submitted week, or the part of it that lies in one month."""

    __tablename__ = "timesheet"
    __table_args__ = (UniqueConstraint("first_day", "last_day"), STRICT)

    first_day: Mapped[date]
    last_day: Mapped[date]
    state: Mapped[EntryState] = mapped_column(Word(EntryState))
    changed_utc: Mapped[int]
    reason: Mapped[str] = mapped_column(default="")


class RecordedLine(Record):
    """A line of the firm's own time system, as an extract gave it."""

    __tablename__ = "recorded_line"
    __table_args__ = (
        # Holds all that a budget's actuals need, so that they are summed without touching the lines.
        Index("ix_recorded_line_engagement_id", "engagement_id", "person_id", "work_day", "seconds", "code_id"),
        Index("ix_recorded_line_code_id_work_day", "code_id", "work_day"),
        Index("ix_recorded_line_person_id_work_day", "person_id", "work_day"),
        STRICT,
    )

    batch_id: Mapped[bytes] = mapped_column(refers_to("import_batch.id"), index=True)
    person_id: Mapped[bytes] = mapped_column(refers_to("person.id"))
    engagement_id: Mapped[bytes | None] = mapped_column(refers_to("engagement.id"))
    code_id: Mapped[bytes | None] = mapped_column(refers_to("charge_code.id"))
    code: Mapped[str]
    """As the extract wrote it, known to the store or not."""
    work_day: Mapped[date]
    seconds: Mapped[int]
    status: Mapped[str] = mapped_column(default="")
    narrative: Mapped[str] = mapped_column(default="")
