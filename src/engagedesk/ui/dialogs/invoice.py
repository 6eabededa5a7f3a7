"""The form of an invoice that went out: enough to know what is still unbilled."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from engagedesk.errors import UserError
from engagedesk.services.command import Command
from engagedesk.services.commands.billing import AddInvoice, EditInvoice, InvoiceFacts, RemoveInvoice
from engagedesk.services.queries.billing import InvoiceRow
from engagedesk.services.queries.engagement_book import EngagementBook
from engagedesk.ui.dialogs.engagement_parts import PartForm
from engagedesk.ui.format import day_short, isolate, money
from engagedesk.ui.theme import Icon
from engagedesk.ui.widgets.form import AmountEntry, ChoiceEntry, DayEntry, TextEntry
from engagedesk.ui.words import tr


class InvoiceForm(PartForm):
    """A new invoice, or one of those that were noted."""

    def __init__(
        self, book: EngagementBook, invoices: tuple[InvoiceRow, ...], *, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("PartForm", "Invoices"), book, icon=Icon.SHEET, remove=tr("PartForm", "Remove"),
                         width=520, parent=parent)  # fmt: skip
        self._invoices = {one.id: one for one in invoices}
        self._today, self._currency = today, book.facts.currency
        currency = self._currency
        choices: list[tuple[bytes | None, str]] = [(None, tr("PartForm", "New invoice"))]
        for one in invoices:
            said = (day_short(one.facts.day), money(one.facts.amount_minor, currency), one.facts.number)
            choices.append((one.id, ", ".join(isolate(part) for part in said if part)))
        self.which = ChoiceEntry(tr("PartForm", "Invoice"), choices, field="invoice.id")
        self.number = TextEntry(tr("PartForm", "Number"), field="invoice.number", limit=60)
        self.day = DayEntry(tr("PartForm", "Date"), field="invoice.day", needed=True)
        self.up_to = DayEntry(tr("PartForm", "Work up to"), field="invoice.up_to", needed=True,
                              hint=tr("PartForm", "Later work is unbilled."))  # fmt: skip
        self.amount = AmountEntry(tr("PartForm", "Fees without expenses and tax, {currency}").format(currency=currency),
                                  field="invoice.amount", needed=True)  # fmt: skip
        self.note = TextEntry(tr("PartForm", "Note"), field="invoice.note", limit=2_000)
        self.lay_row(self.which, self.number, shares=(7, 5))
        self.lay_row(self.day, self.up_to)
        self.lay_row(self.amount)
        self.lay_row(self.note)
        self.which.edited.connect(self._show)
        self._show()
        self.fit()

    def command(self) -> Command[Any]:
        amount = self.amount.value()
        if amount is None:
            raise UserError("invoice.amount", field="invoice.amount")
        facts = InvoiceFacts(self.day.day(), self.up_to.day(), amount, self.number.value(), self.note.value())
        row = self._invoices.get(self.which.value())
        return AddInvoice(self.book.id, facts) if row is None else EditInvoice(row.id, facts, row.version)

    def removal(self) -> Command[Any]:
        return RemoveInvoice(self.which.value())

    @Slot()
    def _show(self) -> None:
        row = self._invoices.get(self.which.value())
        facts = row.facts if row else None
        self.number.set_value(facts.number if facts else "")
        self.day.set_value(facts.day if facts else self._today)
        self.up_to.set_value(facts.up_to if facts else self._today)
        self.amount.set_value(facts.amount_minor if facts else None, self._currency)
        self.note.set_value(facts.note if facts else "")
        self.remove_button.setVisible(row is not None)
