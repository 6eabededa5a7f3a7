"""Links between the plan's items, bookings of people, baselines, and who works when.

An item is a task, a milestone or a deliverable: a link or a baseline names it by kind and id, without a foreign key.
The command that removes an item removes by name what refers to it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from engagedesk.domain.states import CalendarEventKind, LinkKind, PlanItemKind
from engagedesk.models.base import Record, Word
from engagedesk.models.people import STRICT, refers_to


class PlanLink(Record):
    """One item waits for another, within an engagement or across two."""

    __tablename__ = "plan_link"
    __table_args__ = (
        CheckConstraint("from_id <> to_id", name="ends"),
        UniqueConstraint("from_id", "to_id", "kind"),
        Index("ix_plan_link_to_id", "to_id"),
        STRICT,
    )

    from_kind: Mapped[PlanItemKind] = mapped_column(Word(PlanItemKind))
    from_id: Mapped[bytes]
    to_kind: Mapped[PlanItemKind] = mapped_column(Word(PlanItemKind))
    to_id: Mapped[bytes]
    kind: Mapped[LinkKind] = mapped_column(Word(LinkKind), default=LinkKind.FINISH_START)
    lag_s: Mapped[int] = mapped_column(default=0)
    """Working time between the two ends; negative = lead."""


class Booking(Record):
    """A person is set aside for a task, or for an engagement as a whole."""

    __tablename__ = "booking"
    __table_args__ = (
        CheckConstraint("percent BETWEEN 1 AND 200", name="percent"),
        CheckConstraint("task_id IS NOT NULL OR (starts IS NOT NULL AND ends IS NOT NULL)", name="when"),
        CheckConstraint("starts IS NULL OR ends IS NULL OR starts <= ends", name="dates"),
        Index("ix_booking_person_id", "person_id"),
        Index("ix_booking_engagement_id", "engagement_id"),
        Index("ix_booking_task_id", "task_id", sqlite_where=text("task_id IS NOT NULL")),
        STRICT,
    )

    engagement_id: Mapped[bytes] = mapped_column(refers_to("engagement.id"))
    task_id: Mapped[bytes | None] = mapped_column(refers_to("task.id"))
    """None = for the engagement, on whatever there is to do."""
    person_id: Mapped[bytes] = mapped_column(refers_to("person.id"))
    percent: Mapped[int]
    """Of the person's working time in these days."""
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    """Both inclusive; None = as long as the task runs."""


class Baseline(Record):
    """The plan as it stood when somebody said: this is what we agreed."""

    __tablename__ = "baseline"

    engagement_id: Mapped[bytes | None] = mapped_column(refers_to("engagement.id"), index=True)
    """None = of the whole portfolio."""
    name: Mapped[str]
    taken_utc: Mapped[int]


class BaselineItem(Record):
    """Where one item stood in a baseline; an item that has gone since stays in it."""

    __tablename__ = "baseline_item"
    __table_args__ = (UniqueConstraint("baseline_id", "item_id"), STRICT)

    baseline_id: Mapped[bytes] = mapped_column(refers_to("baseline.id"))
    engagement_id: Mapped[bytes] = mapped_column(refers_to("engagement.id"), index=True)
    item_kind: Mapped[PlanItemKind] = mapped_column(Word(PlanItemKind))
    item_id: Mapped[bytes]
    name: Mapped[str]
    starts_civil: Mapped[int]
    ends_civil: Mapped[int]
    estimate_s: Mapped[int | None]


class WorkPattern(Record):
    """When somebody works: the firm's own calendar (``person_id`` NULL), or what a person has instead of it."""

    __tablename__ = "work_pattern"
    __table_args__ = (
        Index("uq_work_pattern_person_id", text("coalesce(person_id, x'')"), "valid_from", unique=True),
        CheckConstraint("valid_to IS NULL OR valid_from <= valid_to", name="dates"),
        STRICT,
    )

    person_id: Mapped[bytes | None] = mapped_column(refers_to("person.id"))
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    """Last day, inclusive; the day a person leaves."""
    country: Mapped[str] = mapped_column(default="")
    """ISO 3166-1 alpha-2, for public holidays; "" = the firm's (for the firm: none)."""
    subdivision: Mapped[str] = mapped_column(default="")
    week: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Weekday "0" (Monday) to "6" -> list of [from, to] in minutes after midnight; {} = the firm's."""


class CalendarEvent(Record):
    """Days that differ: a holiday of the firm, somebody's leave, longer days, an engagement's closed days."""

    __tablename__ = "calendar_event"
    __table_args__ = (
        CheckConstraint("starts <= ends", name="dates"),
        CheckConstraint("day_s IS NULL OR day_s BETWEEN 0 AND 86400", name="day"),
        Index("ix_calendar_event_person_id_starts", "person_id", "starts"),
        Index("ix_calendar_event_engagement_id", "engagement_id", sqlite_where=text("engagement_id IS NOT NULL")),
        STRICT,
    )

    kind: Mapped[CalendarEventKind] = mapped_column(Word(CalendarEventKind))
    person_id: Mapped[bytes | None] = mapped_column(refers_to("person.id"))
    """None = everybody's."""
    engagement_id: Mapped[bytes | None] = mapped_column(refers_to("engagement.id"))
    """Only work on this engagement is meant (a blackout); None = all work."""
    starts: Mapped[date]
    ends: Mapped[date]
    day_s: Mapped[int | None]
    """Working time of each day in it; None = none at all for holiday, leave and blackout."""
    name: Mapped[str] = mapped_column(default="")


class SavedView(Record):
    """A view of a page that somebody named: its filters, grouping, zoom."""

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("page", "name"), STRICT)

    page: Mapped[str]
    name: Mapped[str]
    data: Mapped[dict[str, Any]]
