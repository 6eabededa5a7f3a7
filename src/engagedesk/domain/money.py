"""Money in integer minor units, and what an hour costs on a work date.

Amounts are rounded half to even once per entry; totals add entries; currencies are listed apart and never converted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from engagedesk.domain.ids import EngagementId, PersonId
from engagedesk.errors import UserError

HOUR_S: Final = 3600
# ISO 4217, list one: the currencies whose minor unit is not a hundredth.
_WHOLE: Final = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THOUSANDTHS: Final = "BHD IQD JOD KWD LYD OMR TND"
_EXPONENTS: Final[dict[str, int]] = {
    **dict.fromkeys(_WHOLE.split(), 0),
    **dict.fromkeys(_THOUSANDTHS.split(), 3),
    "CLF": 4,
    "UYW": 4,
}
_CURRENCY: Final = re.compile(r"[A-Z]{3}")


def exponent(currency: str) -> int:
    """Return how many decimals a currency's minor unit has (ISO 4217)."""
    return _EXPONENTS.get(check_currency(currency), 2)


def check_currency(currency: str) -> str:
    """Return the code itself; ``UserError`` where it is not three capital letters."""
    if _CURRENCY.fullmatch(currency) is None:
        raise UserError("money.bad_currency", currency=currency)
    return currency


def divide_half_even(numerator: int, denominator: int) -> int:
    """Return the nearest whole quotient; exact halves go to the even one. The denominator is positive."""
    quotient, rest = divmod(numerator, denominator)
    twice = rest * 2
    if twice > denominator or (twice == denominator and quotient % 2):
        quotient += 1
    return quotient


def whole_units(minor: int, currency: str) -> int:
    """Return an amount in whole units, halves to the even one, as lists show it."""
    return divide_half_even(minor, 10 ** exponent(currency))


def decimal_text(minor: int, currency: str) -> str:
    """Return an amount with all its decimals, thousands grouped by commas: ``84,300.00``."""
    decimals = exponent(currency)
    units, rest = divmod(abs(minor), 10**decimals)
    text = f"{units:,}" + (f".{rest:0{decimals}d}" if decimals else "")
    return f"-{text}" if minor < 0 else text


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units of one currency."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        check_currency(self.currency)

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._same(other).minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._same(other).minor, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.minor < self._same(other).minor

    def _same(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise UserError("money.mixed_currencies", first=self.currency, second=other.currency)
        return other


def total_by_currency(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """Add up amounts, one total a currency, in alphabetical order."""
    totals: dict[str, int] = {}
    for amount in amounts:
        totals[amount.currency] = totals.get(amount.currency, 0) + amount.minor
    return tuple(Money(minor, currency) for currency, minor in sorted(totals.items()))


def amount(seconds: int, hourly: Money) -> Money:
    """Return what so many seconds are worth at an hourly rate, half to even on the minor unit."""
    return Money(divide_half_even(seconds * hourly.minor, HOUR_S), hourly.currency)


@dataclass(frozen=True, slots=True)
class RateLine:
    """An hourly rate from a date on. ``grade``, ``person`` and ``engagement`` None = any."""

    valid_from: date
    charge: Money
    cost: Money | None = None
    grade: str | None = None
    person: PersonId | None = None
    engagement: EngagementId | None = None

    def __post_init__(self) -> None:
        if self.charge.minor < 0 or (self.cost is not None and self.cost.minor < 0):
            raise UserError("rate.negative")

    @property
    def narrowness(self) -> tuple[bool, bool, bool]:
        return (self.engagement is not None, self.person is not None, self.grade is not None)

    def fits(self, grade: str | None, person: PersonId | None, *, engagement: EngagementId | None) -> bool:
        return self.grade in (None, grade) and self.person in (None, person) and self.engagement in (None, engagement)


@dataclass(frozen=True, slots=True)
class RateCard:
    """All rate lines that may apply. An override for an engagement beats one for a person, both beat the grade."""

    lines: tuple[RateLine, ...]

    def rate_on(
        self,
        day: date,
        *,
        grade: str | None,
        person: PersonId | None = None,
        engagement: EngagementId | None = None,
    ) -> RateLine | None:
        """Return the rate of a work date for the grade held then; None where the card has none.

        The narrowest line that has started wins; among equals the latest start.
        """
        fitting = [
            line for line in self.lines if line.valid_from <= day and line.fits(grade, person, engagement=engagement)
        ]
        return max(fitting, key=lambda line: (line.narrowness, line.valid_from), default=None)
