"""What an hour of a person is worth on a day, in the currency that is billed: cards, grades over time, exchange rates.

The rate follows the work date and the grade held then. A card in another currency is converted hour by hour: the
hourly rate once, half to even, at the exchange rate of the work date; entries are priced at the converted rate.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from engagedesk.domain.ids import EngagementId, PersonId
from engagedesk.domain.money import RateCard, RateLine, divide_half_even, exponent
from engagedesk.domain.person import GradeHeld, grade_on
from engagedesk.errors import UserError

MICRO: Final = 1_000_000
MOST_CHARGE_MINOR: Final = 10**11
"""No hourly rate is higher: beyond it the store's integers end (a month of it, in seconds, still fits)."""


@dataclass(frozen=True, slots=True, order=True)
class FxStep:
    """What one unit of the card's currency is worth in the billed one from a day on, in millionths."""

    valid_from: date
    micro: int


def fx_on(steps: Iterable[FxStep], day: date) -> int | None:
    """Return the exchange rate of a day; None before the first."""
    held = max((step for step in steps if step.valid_from <= day), default=None)
    return held.micro if held else None


def converted(minor: int, micro: int, *, base: str, quote: str) -> int:
    """Return an hourly rate of one currency in another, half to even; minor units of both may differ."""
    return divide_half_even(minor * micro * 10 ** exponent(quote), MICRO * 10 ** exponent(base))


@dataclass(frozen=True, slots=True)
class Price:
    """An hour of somebody. ``charge_minor`` None = the card has no rate, or there is no exchange rate."""

    grade: str
    """"" = none is known for the day."""
    charge_minor: int | None
    """In the billed currency."""
    cost_minor: int | None = None
    card_minor: int | None = None
    """The charge in the card's own currency."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days, both inclusive, in which an hour of one person has one price."""

    first: date
    last: date
    price: Price


class Pricing:
    """Prices of one engagement."""

    def __init__(
        self,
        engagement: EngagementId,
        card: RateCard,
        grades: Mapping[bytes, Sequence[GradeHeld]],
        *,
        card_currency: str,
        currency: str,
        fx: Sequence[FxStep] = (),
    ) -> None:
        """``fx`` None-like (empty) with two currencies = nothing can be priced."""
        self._engagement = engagement
        self._grades = grades
        self._same = card_currency == currency
        self._card_currency, self._currency = card_currency, currency
        self._fx = sorted(fx)
        self._lines = tuple(line for line in card.lines if line.engagement in (None, engagement))
        self._own = frozenset(line.person for line in self._lines if line.person is not None)
        self._resolved: dict[tuple[PersonId | None, str], tuple[RateLine, ...]] = {}
        for line in self._lines:
            if line.charge.minor > MOST_CHARGE_MINOR:
                raise UserError("rate.too_high")

    @property
    def converts(self) -> bool:
        return not self._same

    def price(self, day: date, person: PersonId | None, *, grade: str | None = None) -> Price:
        """Return what an hour is worth; ``grade`` None = the one that the person holds that day."""
        held = grade if grade is not None else (grade_on(self._grades.get(person or b"", ()), day) or "")
        line = RateCard(self._fitting(person, held)).rate_on(
            day, grade=held, person=person, engagement=self._engagement
        )
        if line is None:
            return Price(held, None)
        cost = None if line.cost is None else line.cost.minor
        if self._same:
            return Price(held, line.charge.minor, cost, line.charge.minor)
        micro = fx_on(self._fx, day)
        if micro is None:
            return Price(held, None, None, line.charge.minor)
        between = {"base": self._card_currency, "quote": self._currency}
        return Price(
            held,
            converted(line.charge.minor, micro, **between),
            None if cost is None else converted(cost, micro, **between),
            line.charge.minor,
        )

    def stretches(self, person: PersonId, first: date, last: date, *, cuts: Iterable[date] = ()) -> list[Stretch]:
        """Return the days from ``first`` to ``last`` in stretches of one price each; one begins at every cut."""
        starts = {first, *(cut for cut in cuts if first < cut <= last)}
        starts |= {step.valid_from for step in self._grades.get(person, ()) if first < step.valid_from <= last}
        starts |= {line.valid_from for line in self._lines if first < line.valid_from <= last}
        if not self._same:
            starts |= {step.valid_from for step in self._fx if first < step.valid_from <= last}
        ordered = [*sorted(starts), last + timedelta(days=1)]
        return [Stretch(one, after - timedelta(days=1), self.price(one, person)) for one, after in pairwise(ordered)]

    def _fitting(self, person: PersonId | None, grade: str) -> tuple[RateLine, ...]:
        key = (person if person in self._own else None, grade)
        if key not in self._resolved:
            self._resolved[key] = tuple(
                line for line in self._lines if line.person in (None, person) and line.grade in (None, grade)
            )
        return self._resolved[key]
