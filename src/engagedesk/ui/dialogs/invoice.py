"""The form of an invoice that went out: enough to know what is still unbilled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engagedesk.errors import UserError
from engagedesk.services.command import Command
from engagedesk.services.commands.billing import AddInvoice, EditInvoice, InvoiceFacts, RemoveInvoice
from engagedesk.services.queries.billing import InvoiceRow
from engagedesk.services.queries.dashboard_rows import Unbilled
from engagedesk.services.queries.engagement_book import EngagementBook
from engagedesk.ui.actions import shown_keys
from engagedesk.ui.dialogs.engagement_parts import PartForm
from engagedesk.ui.format import day_short, hours, isolate, money, money_exact
from engagedesk.ui.theme import Icon, Tone, px
from engagedesk.ui.widgets.button import Button
from engagedesk.ui.widgets.form import AmountEntry, ChoiceEntry, DayEntry, TextEntry
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import tr

_TAKE: Final = "Ctrl+T"


@dataclass(frozen=True, slots=True)
class UnbilledWanted:
    """What the form asks for."""

    up_to: date
    without: bytes | None
    """The invoice that is shown; None = a new one."""


class UnbilledLine(QWidget):
    """One line: what is unbilled up to a day, and the button that makes it the fee."""

    def __init__(self, currency: str) -> None:
        super().__init__()
        self._currency = currency
        self.minor: int | None = None
        """What the button takes over; None = there is nothing to take."""
        self.words = Label("", tone=Tone.SECOND, wrap=True)
        self.button = Button(tr("PartForm", "Use this amount"), hint=shown_keys(_TAKE), height=28)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.setMinimumHeight(px(28))
        self.button.setVisible(False)

    def show_found(self, found: Unbilled, up_to: date) -> None:
        minor = dict(found.by_currency).get(self._currency)
        self.minor = minor if minor and minor > 0 else None
        said = {"day": day_short(up_to), "hours": isolate(hours(found.seconds))}
        if not found.seconds:
            text = tr("PartForm", "Nothing is unbilled up to {day}.").format(**said)
        elif self.minor is not None:
            text = tr("PartForm", "Unbilled up to {day}: {amount} at standard rates, {hours} h").format(
                amount=isolate(money_exact(self.minor, self._currency)), **said
            )
        elif found.hidden:
            text = tr("PartForm", "Unbilled up to {day}: {hours} h").format(**said)
        else:
            text = tr("PartForm", "Unbilled up to {day}: {hours} h, without a standard rate").format(**said)
        self.words.setText(text)
        self.button.setVisible(self.minor is not None)
        self.button.setAccessibleDescription(text)


class InvoiceForm(PartForm):
    """A new invoice, or one of those that were noted.

    Out by ``unbilled_asked``, in by ``show_unbilled``: what no invoice covers up to the day that is typed.
    """

    unbilled_asked = Signal(object)
    """An ``UnbilledWanted``."""

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
        self.unbilled = UnbilledLine(currency)
        self._asked: UnbilledWanted | None = None
        self.lay_row(self.amount)
        self.lay_widget(self.unbilled)
        self.lay_row(self.note)
        self.which.edited.connect(self._show)
        self.up_to.edited.connect(self.ask)
        self.unbilled.button.clicked.connect(self._take_over)
        QShortcut(QKeySequence(_TAKE), self).activated.connect(self._take_over)
        self._show()
        # Nobody listens yet: whoever opens the form has it ask.
        self._asked = None
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
    def ask(self) -> None:
        """Ask what is unbilled, where the day is one and it was not asked for it before."""
        try:
            wanted = UnbilledWanted(self.up_to.day(), self.which.value())
        except UserError:
            return
        if wanted != self._asked:
            self._asked = wanted
            self.unbilled_asked.emit(wanted)

    def show_unbilled(self, found: Unbilled, wanted: UnbilledWanted) -> None:
        if wanted == self._asked:
            self.unbilled.show_found(found, wanted.up_to)

    @Slot()
    def _take_over(self) -> None:
        if self.unbilled.minor is not None:
            self.amount.set_value(self.unbilled.minor, self._currency)
            self.amount.control.setFocus()

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
        self.ask()
