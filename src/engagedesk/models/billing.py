"""What was billed for an engagement."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from engagedesk.models.base import Record
from engagedesk.models.people import STRICT, refers_to


class Invoice(Record):
    """An invoice that went out, as the firm's billing has it: enough to know what is still unbilled."""

    __tablename__ = "invoice"
    __table_args__ = (
        CheckConstraint("amount_minor <> 0", name="amount"),
        Index("ix_invoice_engagement_id_up_to", "engagement_id", "up_to"),
        STRICT,
    )

    engagement_id: Mapped[bytes] = mapped_column(refers_to("engagement.id"))
    number: Mapped[str] = mapped_column(default="")
    day: Mapped[date]
    up_to: Mapped[date]
    """Work up to this day, inclusive, is billed with it."""
    amount_minor: Mapped[int]
    """Fees without expenses and tax, in the engagement's billing currency; a credit note is negative."""
    note: Mapped[str] = mapped_column(default="")
