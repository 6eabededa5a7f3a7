"""Away periods: time in which a timer ran and nobody was there."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from engagedesk.domain.states import AwayAnswer, AwayCause
from engagedesk.models.base import Record, Word
from engagedesk.models.people import STRICT


class AwayPeriod(Record):
    """One stretch away from one running entry, and what the person said about it (docs/schema.md)."""

    __tablename__ = "away_period"
    __table_args__ = (
        CheckConstraint("end_utc IS NULL OR end_utc >= start_utc", name="span"),
        CheckConstraint("answer IS NULL OR end_utc IS NOT NULL", name="answered"),
        Index("ix_away_period_start_utc", "start_utc"),
        Index("ix_away_period_unanswered", "start_utc", sqlite_where=text("answer IS NULL")),
        Index("uq_away_period_open", text("(end_utc IS NULL)"), unique=True, sqlite_where=text("end_utc IS NULL")),
        STRICT,
    )

    entry_id: Mapped[bytes]
    """The entry that ran. No foreign key: it may be deleted while its away period is still to be answered."""
    start_utc: Mapped[int]
    end_utc: Mapped[int | None]
    """None = still away."""
    zone: Mapped[str]
    cause: Mapped[AwayCause] = mapped_column(Word(AwayCause))
    answer: Mapped[AwayAnswer | None] = mapped_column(Word(AwayAnswer))
    """None = not answered: the time stays unallocated."""
    answered_utc: Mapped[int | None]
