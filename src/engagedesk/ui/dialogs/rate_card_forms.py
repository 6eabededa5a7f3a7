"""The forms of a rate card: its name, a copy, a rate, and new prices for all of its rates."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from engagedesk.domain.ids import PersonId
from engagedesk.errors import UserError
from engagedesk.services.command import Command
from engagedesk.services.commands.people import AddRateCard, SetRate
from engagedesk.services.commands.rate_cards import CopyRateCard, RaiseRates, RenameRateCard
from engagedesk.services.commands.teams import RemoveRate
from engagedesk.services.queries.engagement_book import RatePart
from engagedesk.services.queries.rate_cards import CardRow, RateCards
from engagedesk.ui.dialogs.form_sheet import FormSheet
from engagedesk.ui.format import locale
from engagedesk.ui.widgets.form import AmountEntry, ChoiceEntry, DayEntry, TextEntry
from engagedesk.ui.words import tr

TAKEN: Final = ("rate_card.exists",)


class _Form(FormSheet):
    def __init__(
        self, title: str, card: CardRow | None, *, width: int = 480, remove: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, width=width, save=tr("RateCards", "Save"), remove=remove, parent=parent)
        if card is not None:
            self.aside.setText(card.label)


class NewCardForm(_Form):
    """A card without rates."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("RateCards", "New rate card"), None, parent=parent)
        self.name = TextEntry(tr("RateCards", "Name"), field="rate_card.name", codes=TAKEN, limit=100, needed=True)
        self.currency = TextEntry(
            tr("RateCards", "Currency"),
            field="currency",
            limit=3,
            needed=True,
            hint=tr("RateCards", "Three letters, such as GBP."),
        )
        self.currency.set_value("GBP")
        self.lay_row(self.name, self.currency, shares=(7, 5))
        self.fit()

    def command(self) -> Command[Any]:
        return AddRateCard(self.name.value(), self.currency.value())


class RenameCardForm(_Form):
    def __init__(self, card: CardRow, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("RateCards", "Rename the rate card"), card, parent=parent)
        self._card = card
        self.name = TextEntry(tr("RateCards", "Name"), field="rate_card.name", codes=TAKEN, limit=100, needed=True)
        self.name.set_value(card.name)
        self.lay_row(self.name)
        self.fit()

    def command(self) -> Command[Any]:
        return RenameRateCard(self._card.id, self.name.value(), self._card.version)


class CopyCardForm(_Form):
    def __init__(self, card: CardRow, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("RateCards", "Copy the rate card"), card, parent=parent)
        self._card = card
        self.name = TextEntry(
            tr("RateCards", "Name of the copy"),
            field="rate_card.name",
            codes=TAKEN,
            limit=100,
            needed=True,
            hint=tr("RateCards", "It starts with the same rates; engagements keep the card that they have."),
        )
        self.name.set_value(tr("RateCards", "{name}, copy").format(name=card.name)[:100])
        self.lay_row(self.name)
        self.fit()

    def command(self) -> Command[Any]:
        return CopyRateCard(self._card.id, self.name.value())


class CardRateForm(_Form):
    """A rate from a day on: of a grade, or of one person in it."""

    def __init__(
        self, cards: RateCards, card: CardRow, rate: RatePart | None, *, parent: QWidget | None = None
    ) -> None:
        title = tr("RateCards", "Rate") if rate else tr("RateCards", "New rate")
        remove = tr("RateCards", "Remove rate") if rate else ""
        super().__init__(title, card, width=560, remove=remove, parent=parent)
        self._card, self._rate = card, rate
        unit = tr("RateCards", "{currency} an hour").format(currency=card.currency)
        self.grade = TextEntry(
            tr("RateCards", "Grade"), field="person.grade", needed=True, limit=100, offers=cards.grades
        )
        people: list[tuple[PersonId | None, str]] = [(None, tr("RateCards", "Everybody of the grade")), *cards.people]
        self.person = ChoiceEntry(tr("RateCards", "Person"), people, field="rate.person")
        self.day = DayEntry(
            tr("RateCards", "From"),
            field="rate.valid_from",
            needed=True,
            hint=tr("RateCards", "A rate follows the work date: earlier days keep theirs."),
        )
        self.charge = AmountEntry(
            tr("RateCards", "Charge rate, {unit}").format(unit=unit),
            field="rate.charge",
            codes=("rate.negative", "rate.too_high"),
            needed=True,
        )
        self.cost = AmountEntry(tr("RateCards", "Cost rate, {unit}").format(unit=unit), field="rate.cost", needed=True)
        self._sees_cost = cards.sight.value == "everything"
        self.grade.set_value(rate.grade if rate else "")
        self.person.set_value(rate.person_id if rate else None)
        self.day.set_value(rate.valid_from if rate else cards.today)
        self.charge.set_value(rate.charge_minor_per_h if rate else None, card.currency)
        self.cost.set_value(rate.cost_minor_per_h if rate else None, card.currency)
        self.lay_row(self.grade, self.day, shares=(6, 6))
        self.lay_row(self.person)
        self.lay_row(self.charge, self.cost)
        self.cost.setVisible(self._sees_cost)
        # What makes the rate the same one stays; another grade or day is another rate.
        for field in (self.grade, self.person, self.day):
            field.control.setEnabled(rate is None)
        self.fit()

    def begin(self) -> None:
        if self._rate is None:
            super().begin()
        else:
            self.charge.control.setFocus()
            self.charge.control.selectAll()

    def command(self) -> Command[Any]:
        cost = self.cost.value() if self._sees_cost else None
        return SetRate(
            self._card.id,
            self.grade.value(),
            self.day.day(),
            self.charge.value() or 0,
            cost,
            None,
            self.person.value(),
        )

    def removal(self) -> Command[Any] | None:
        return None if self._rate is None else RemoveRate(self._rate.id)


class NewPricesForm(_Form):
    """All rates of a card from a day on, by so many percent."""

    def __init__(self, cards: RateCards, card: CardRow, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("RateCards", "New prices"), card, parent=parent)
        self._card = card
        self.day = DayEntry(
            tr("RateCards", "From"),
            field="rate.valid_from",
            codes=("rate.none_before",),
            needed=True,
            hint=tr("RateCards", "Earlier days and posted time keep their price."),
        )
        self.percent = TextEntry(
            tr("RateCards", "Percent more"),
            field="rate.percent",
            codes=("rate.raise_range", "rate.too_high"),
            needed=True,
            hint=tr("RateCards", "One decimal; with a minus sign less. Each rate can be corrected afterwards."),
        )
        self.day.set_value(cards.today.replace(year=cards.today.year + 1, month=1, day=1))
        self.lay_row(self.day, self.percent)
        self.fit()

    def command(self) -> Command[Any]:
        return RaiseRates(self._card.id, self.day.day(), per_mille_of(self.percent.value()))


def per_mille_of(text: str) -> int:
    """Return thousandths of a typed percentage with at most one decimal; ``UserError`` where it is none."""
    plain = text.replace("%", "").replace("−", "-").replace(locale().decimalPoint(), ".").strip()
    try:
        tenths = Decimal(plain) * 10
        if not tenths.is_finite() or tenths != tenths.to_integral_value() or abs(tenths) > 100_000:
            raise UserError("rate.raise_range")
    except InvalidOperation:
        raise UserError("rate.raise_range") from None
    return int(tenths)
