"""What was billed for an engagement."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from engagedesk.domain.ids import EngagementId
from engagedesk.models.billing import Invoice
from engagedesk.services.commands.billing import InvoiceFacts


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    id: bytes
    version: int
    facts: InvoiceFacts


def invoices(session: Session, engagement: EngagementId) -> tuple[InvoiceRow, ...]:
    """Return the invoices of an engagement, the newest first."""
    query = (
        select(*Invoice.__table__.columns)
        .where(Invoice.engagement_id == engagement)
        .order_by(Invoice.day.desc(), Invoice.id.desc())
    )
    return tuple(
        InvoiceRow(row.id, row.version, InvoiceFacts(row.day, row.up_to, row.amount_minor, row.number, row.note))
        for row in session.execute(query)
    )
