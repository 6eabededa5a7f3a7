"""What a person told the store about the firm's own system: lines typed there, and differences that are all right."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from engagedesk.models.base import Record
from engagedesk.models.people import STRICT


class EnteredLine(Record):
    """One line of the timesheet that was typed into the firm's system, as it was then."""

    __tablename__ = "entered_line"
    __table_args__ = (UniqueConstraint("work_day", "code", "activity"), STRICT)

    work_day: Mapped[date]
    code: Mapped[str]
    activity: Mapped[str]
    seconds: Mapped[int]
    """Rounded, negative in a correction."""
    narrative: Mapped[str]
    entered_utc: Mapped[int]


class AcceptedDifference(Record):
    """A difference to the firm's system that was accepted; it holds for exactly these seconds."""

    __tablename__ = "accepted_difference"
    __table_args__ = (UniqueConstraint("work_day", "code"), STRICT)

    work_day: Mapped[date]
    code: Mapped[str]
    """"" = time that awaits a code."""
    worked_s: Mapped[int]
    recorded_s: Mapped[int]
    note: Mapped[str]
    accepted_utc: Mapped[int]
