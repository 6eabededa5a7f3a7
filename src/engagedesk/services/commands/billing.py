"""Commands about what was billed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final

from engagedesk.domain.days import check_day
from engagedesk.domain.ids import EngagementId
from engagedesk.errors import UserError
from engagedesk.models.billing import Invoice
from engagedesk.models.engagements import Engagement
from engagedesk.services.command import Command, WriteSession
from engagedesk.services.commands.engagements import assign
from engagedesk.services.commands.text import cleaned

MOST_MINOR: Final = 10**12
"""No invoice is higher; the store's sums stay within its integers."""


@dataclass(frozen=True, slots=True)
class InvoiceFacts:
    """One invoice; ``amount_minor`` in the engagement's billing currency, negative for a credit note."""

    day: date
    up_to: date
    amount_minor: int
    number: str = ""
    note: str = ""


@dataclass(frozen=True)
class AddInvoice(Command[bytes]):
    """Note an invoice that went out."""

    label: ClassVar[str] = "note invoice"

    engagement: EngagementId
    facts: InvoiceFacts

    def apply(self, session: WriteSession) -> bytes:
        session.one(Engagement, self.engagement)
        row = Invoice(id=session.new_id(), engagement_id=self.engagement, **_values(self.facts))
        session.add(row)
        return row.id


@dataclass(frozen=True)
class EditInvoice(Command[None]):
    label: ClassVar[str] = "edit invoice"

    invoice: bytes
    facts: InvoiceFacts
    version: int | None = None

    def apply(self, session: WriteSession) -> None:
        assign(session.seen(Invoice, self.invoice, self.version), _values(self.facts))


@dataclass(frozen=True)
class RemoveInvoice(Command[None]):
    label: ClassVar[str] = "remove invoice"

    invoice: bytes

    def apply(self, session: WriteSession) -> None:
        session.delete(session.one(Invoice, self.invoice))


def _values(facts: InvoiceFacts) -> dict[str, Any]:
    if facts.amount_minor == 0 or abs(facts.amount_minor) > MOST_MINOR:
        raise UserError("invoice.amount", field="invoice.amount")
    return {
        "number": cleaned(facts.number, "invoice.number", limit=60),
        "day": check_day(facts.day),
        "up_to": check_day(facts.up_to),
        "amount_minor": facts.amount_minor,
        "note": cleaned(facts.note, "invoice.note", limit=2_000),
    }
