"""Persons, the grades they hold, and rate cards."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from engagedesk.models.base import Record

STRICT = {"sqlite_strict": True}


def refers_to(column: str) -> ForeignKey:
    """Return a foreign key that is checked at commit, so that the order of writes within a command is free."""
    return ForeignKey(column, deferrable=True, initially="DEFERRED")


class Person(Record):
    """Somebody who works on engagements, the owner of the store included."""

    __tablename__ = "person"
    __table_args__ = (Index("uq_person_is_me", "is_me", unique=True, sqlite_where=text("is_me = 1")), STRICT)

    name: Mapped[str]
    email: Mapped[str] = mapped_column(default="")
    staff_key: Mapped[str] = mapped_column(default="", index=True)
    """The firm's own number or login, as extracts name the person; "" = known by name only."""
    is_me: Mapped[bool] = mapped_column(default=False)


class PersonGrade(Record):
    """The grade that a person holds from a day on."""

    __tablename__ = "person_grade"
    __table_args__ = (UniqueConstraint("person_id", "valid_from"), STRICT)

    person_id: Mapped[bytes] = mapped_column(refers_to("person.id"))
    grade: Mapped[str]
    valid_from: Mapped[date]


class RateCard(Record):
    """A named set of rates in one currency."""

    __tablename__ = "rate_card"

    name: Mapped[str]
    currency: Mapped[str]


class RateLine(Record):
    """The rate of a grade from a day on; an engagement or a person makes it an override."""

    __tablename__ = "rate_line"
    __table_args__ = (
        CheckConstraint("charge_minor_per_h >= 0 AND cost_minor_per_h >= 0", name="not_negative"),
        Index("ix_rate_line_card_id_grade_valid_from", "card_id", "grade", "valid_from"),
        STRICT,
    )

    card_id: Mapped[bytes] = mapped_column(refers_to("rate_card.id"))
    grade: Mapped[str]
    valid_from: Mapped[date]
    charge_minor_per_h: Mapped[int]
    cost_minor_per_h: Mapped[int]
    engagement_id: Mapped[bytes | None] = mapped_column(refers_to("engagement.id"))
    person_id: Mapped[bytes | None] = mapped_column(refers_to("person.id"))
