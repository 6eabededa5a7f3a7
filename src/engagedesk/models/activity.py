"""What was in front of the person, where they switched that on, and what they said to suggestions.

No records: neither undo nor audit nor an image ever holds what is watched (docs/schema.md). The window's title and
program are private columns besides: no export has them.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from engagedesk.domain.states import DraftSource
from engagedesk.models.base import PRIVATE, Base, Word
from engagedesk.models.people import STRICT


class ActivityStretch(Base):
    """One window in front, from one look to the last that saw it; redacted before it came here."""

    __tablename__ = "activity"
    __table_args__ = (CheckConstraint("end_utc >= start_utc", name="span"), STRICT)

    start_utc: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    end_utc: Mapped[int]
    app: Mapped[str] = mapped_column(info=PRIVATE)
    title: Mapped[str] = mapped_column(info=PRIVATE)
    engagement_id: Mapped[bytes | None]
    """No foreign key: it may outlive an engagement whose making was undone, and then means nothing."""


class SuggestionAnswer(Base):
    """What a person said to one draft; the next ones are weighed by it."""

    __tablename__ = "suggestion_answer"
    __table_args__ = (Index("ix_suggestion_answer_at_utc", "at_utc"), STRICT)

    id: Mapped[bytes] = mapped_column(primary_key=True)
    at_utc: Mapped[int]
    day: Mapped[date]
    source: Mapped[DraftSource] = mapped_column(Word(DraftSource))
    engagement_id: Mapped[bytes | None]
    code_id: Mapped[bytes | None]
    task_id: Mapped[bytes | None]
    start_utc: Mapped[int]
    end_utc: Mapped[int]
    accepted: Mapped[bool]
    entry_id: Mapped[bytes | None]
    """What it became. An accepted draft whose entry is gone (undone, deleted) says nothing any more."""
