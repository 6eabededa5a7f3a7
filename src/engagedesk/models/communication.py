"""What was said between the firm and a client, and when."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from engagedesk.domain.client import UpdateChannel
from engagedesk.models.base import Record, Word
from engagedesk.models.people import STRICT, refers_to


class ContactNote(Record):
    """Somebody of the team was in touch with the client about an engagement."""

    __tablename__ = "contact_note"
    __table_args__ = (
        Index("ix_contact_note_engagement_id_day", "engagement_id", "day"),
        Index("ix_contact_note_contact_id", "contact_id", sqlite_where=text("contact_id IS NOT NULL")),
        STRICT,
    )

    engagement_id: Mapped[bytes] = mapped_column(refers_to("engagement.id"))
    day: Mapped[date]
    channel: Mapped[UpdateChannel] = mapped_column(Word(UpdateChannel))
    contact_id: Mapped[bytes | None] = mapped_column(refers_to("contact.id"))
    """Whom they spoke to; None = not said."""
    note: Mapped[str] = mapped_column(default="")
