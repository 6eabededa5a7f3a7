"""The sheet of rate cards: which there are, who takes them, and what each grade costs from which day on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engagedesk.domain.firm_profile import RateSight
from engagedesk.services.queries.engagement_book import RatePart
from engagedesk.services.queries.rate_cards import CardRow, RateCards
from engagedesk.ui import rate_intents as wants
from engagedesk.ui.dialogs.sheet import Sheet
from engagedesk.ui.format import EN_DASH, day_full, money_exact
from engagedesk.ui.intent import Intent
from engagedesk.ui.tables.cell import Align, end_cell, text_cell
from engagedesk.ui.tables.geometry import Width
from engagedesk.ui.tables.model import Column, RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import Icon, Style, Tone, px
from engagedesk.ui.widgets.button import Button
from engagedesk.ui.widgets.inputs import Combo
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import counted, tr

TABLE_PX = 336


def card_rate_columns(today: date, *, with_cost: bool) -> tuple[Column[RatePart], ...]:
    """Return the columns; a rate that begins after ``today`` says so by its day's colour."""

    def cost(rate: RatePart) -> str:
        return EN_DASH if rate.cost_minor_per_h is None else money_exact(rate.cost_minor_per_h, rate.currency)

    def tone(rate: RatePart) -> Tone:
        return Tone.INFO if rate.valid_from > today else Tone.TEXT

    found: list[Column[RatePart]] = [
        Column("grade", tr("RateCards", "Grade"), lambda r: r.grade,
               lambda r: text_cell(r.grade, style=Style.BODY_MEDIUM), Width(130, share=2), pad_start=0),
        Column("person", tr("RateCards", "Person"), lambda r: r.person or tr("RateCards", "everybody"),
               lambda r: text_cell(r.person or tr("RateCards", "everybody"), Tone.TEXT if r.person else Tone.THIRD),
               Width(110, share=2)),
        Column("from", tr("RateCards", "From"), lambda r: day_full(r.valid_from),
               lambda r: text_cell(day_full(r.valid_from), tone(r)), Width(140)),
        Column("charge", tr("RateCards", "An hour"), lambda r: money_exact(r.charge_minor_per_h, r.currency),
               lambda r: end_cell(money_exact(r.charge_minor_per_h, r.currency)), Width(90),
               align=Align.END, pad_end=0 if not with_cost else 12),
    ]  # fmt: skip
    if with_cost:
        found.append(Column("cost", tr("RateCards", "Cost"), cost, lambda r: end_cell(cost(r), Tone.SECOND),
                            Width(84), align=Align.END, pad_end=0))  # fmt: skip
    return tuple(found)


class RateCardsSheet(Sheet):
    """In by ``show_cards``, out by ``intent``."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("RateCards", "Rate cards"), width=720, icon=Icon.BUDGETS, parent=parent)
        self._cards: RateCards | None = None
        self._chosen: bytes | None = None
        self.choice = Combo(name=tr("RateCards", "Rate card"))
        self.choice.setMinimumContentsLength(18)
        self.choice.activated.connect(self._choose)
        self.used = Label("", tone=Tone.SECOND)
        self.new_button = self._button(tr("RateCards", "New card"), self._new)
        self.copy_button = self._button(tr("RateCards", "Copy"), lambda: self._send(wants.CopyCard))
        self.rename_button = self._button(tr("RateCards", "Rename"), lambda: self._send(wants.RenameCard))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.choice)
        head.addWidget(self.used, 1)
        for button in (self.rename_button, self.copy_button, self.new_button):
            head.addWidget(button)
        self.table: RowTable | None = None
        self.nothing = Label("", tone=Tone.SECOND, wrap=True)
        self.column.addLayout(head)
        self.column.addWidget(self.nothing)
        self.rate_button = self._button(tr("RateCards", "New rate"), lambda: self._send(wants.EditCardRate))
        self.raise_button = self._button(tr("RateCards", "New prices"), lambda: self._send(wants.RaiseCard))
        self.close_button = Button(tr("RateCards", "Close"), hint=tr("RateCards", "Esc"))
        self.close_button.clicked.connect(self.accept)
        self.footer.row.addWidget(self.rate_button)
        self.footer.row.addWidget(self.raise_button)
        self.footer.row.addStretch(1)
        self.footer.row.addWidget(self.close_button)

    def _button(self, text: str, slot: Callable[[], None]) -> Button:
        button = Button(text, height=28)
        button.clicked.connect(slot)
        return button

    @property
    def card(self) -> CardRow | None:
        """The card that is shown."""
        cards = self._cards.cards if self._cards is not None else ()
        return next((card for card in cards if card.id == self._chosen), cards[0] if cards else None)

    def show_cards(self, cards: RateCards, chosen: bytes | None = None) -> None:
        """Show all cards; ``chosen`` None = the one that was shown, or the first."""
        if self._cards is None or self._cards.sight is not cards.sight:
            self._make_table(cards)
        new = {card.id for card in cards.cards} - {card.id for card in (self._cards.cards if self._cards else ())}
        if chosen is None and self._cards is not None and len(new) == 1:
            # What was made just now is what the person goes on with.
            [chosen] = new
        self._cards = cards
        self._chosen = chosen or self._chosen
        card = self.card
        self._chosen = None if card is None else card.id
        self.choice.clear()
        self.choice.addItems([one.label for one in cards.cards])
        if card is not None:
            self.choice.setCurrentIndex(cards.cards.index(card))
        self._show()

    def _make_table(self, cards: RateCards) -> None:
        if self.table is not None:
            self.column.removeWidget(self.table)
            self.table.setParent(None)
            self.table.deleteLater()
        columns = card_rate_columns(cards.today, with_cost=cards.sight is RateSight.EVERYTHING)
        model: RowTableModel[RatePart] = RowTableModel(columns, key=lambda r: r.id, parent=self)
        self.table = RowTable(model, name=tr("RateCards", "Rates of the card"), row_px=30, line_inset=0)
        self.table.setAccessibleDescription(tr("RateCards", "Enter changes the rate."))
        self.table.setFixedHeight(px(TABLE_PX))
        self.table.chosen.connect(self._edit)
        self.column.insertWidget(1, self.table)

    def _show(self) -> None:
        card, cards = self.card, self._cards
        if cards is None or self.table is None:
            return
        hidden = cards.sight is RateSight.NOBODY
        rates = card.rates if card is not None else ()
        self.table.row_model.set_rows(rates)
        self.table.setVisible(bool(rates))
        self.choice.setVisible(card is not None)
        self.used.setText("" if card is None else counted(
            card.used_by, tr("RateCards", "used by {n} engagement"),
            tr("RateCards", "used by {n} engagements")))  # fmt: skip
        for button in (self.copy_button, self.rename_button):
            button.setEnabled(card is not None)
        self.rate_button.setEnabled(card is not None and not hidden)
        self.raise_button.setEnabled(bool(rates))
        words = ""
        if card is None:
            words = tr("RateCards", "No rate card yet: with one, hours become amounts.")
        elif hidden:
            words = tr("RateCards", "The firm profile hides rates: “Who sees rates” in its settings shows them.")
        elif not rates:
            words = tr("RateCards", "No rates on this card yet: add one for each grade.")
        self.nothing.setText(words)
        self.nothing.setVisible(bool(words))

    @Slot(int)
    def _choose(self, place: int) -> None:
        if self._cards is not None and 0 <= place < len(self._cards.cards):
            self._chosen = self._cards.cards[place].id
            self._show()

    def _new(self) -> None:
        self.intent.emit(wants.MakeCard())

    def _send(self, intent: Callable[[bytes], Intent]) -> None:
        card = self.card
        if card is not None:
            self.intent.emit(intent(card.id))

    @Slot(object)
    def _edit(self, rate: RatePart) -> None:
        card = self.card
        if card is not None:
            self.intent.emit(wants.EditCardRate(card.id, rate.id))
