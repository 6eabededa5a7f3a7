from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.ids import EngagementId, PersonId
from engagedesk.domain.money import (
    Money,
    RateCard,
    RateLine,
    amount,
    decimal_text,
    divide_half_even,
    exponent,
    total_by_currency,
    whole_units,
)
from engagedesk.domain.person import GradeHeld, grade_on
from engagedesk.errors import UserError

ME, OTHER = PersonId(b"m" * 16), PersonId(b"o" * 16)
AUDIT = EngagementId(b"a" * 16)


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**6))
def test_division_rounds_half_to_even_as_the_decimal_module_does(numerator: int, denominator: int) -> None:
    exact = (Decimal(numerator) / Decimal(denominator)).to_integral_value(rounding=ROUND_HALF_EVEN)
    assert divide_half_even(numerator, denominator) == int(exact)


def test_an_entry_is_valued_half_even_on_the_penny() -> None:
    assert amount(1800, gbp(25)) == gbp(12)
    assert amount(1800, gbp(27)) == gbp(14)
    assert amount(5400, gbp(21_000)) == gbp(31_500)
    assert amount(-5400, gbp(21_000)) == gbp(-31_500)


def test_currencies_are_never_added_but_listed_apart() -> None:
    with pytest.raises(UserError, match=r"money\.mixed_currencies"):
        gbp(1) + Money(1, "EUR")
    assert total_by_currency([gbp(5), Money(3, "EUR"), gbp(7)]) == (Money(3, "EUR"), gbp(12))


@pytest.mark.parametrize(("currency", "places"), [("GBP", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4)])
def test_minor_units_follow_iso_4217(currency: str, places: int) -> None:
    assert exponent(currency) == places


@pytest.mark.parametrize("currency", ["gbp", "GB", "POUND", "", "£"])
def test_what_is_no_currency_is_refused(currency: str) -> None:
    with pytest.raises(UserError, match=r"money\.bad_currency"):
        Money(1, currency)


CARD = RateCard(
    (
        RateLine(date(2025, 10, 1), gbp(20_000), gbp(9_000), grade="manager"),
        RateLine(date(2026, 10, 1), gbp(21_500), gbp(9_500), grade="manager"),
        RateLine(date(2025, 10, 1), gbp(14_000), grade="senior"),
        RateLine(date(2026, 1, 1), gbp(30_000), person=OTHER),
        RateLine(date(2026, 6, 1), gbp(18_000), grade="manager", engagement=AUDIT),
    )
)


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2026, 9, 30), 20_000), (date(2026, 10, 1), 21_500), (date(2027, 1, 1), 21_500)]
)
def test_the_rate_follows_the_work_date(day: date, expected: int) -> None:
    line = CARD.rate_on(day, grade="manager", person=ME)
    assert line is not None
    assert line.charge == gbp(expected)


def test_an_engagements_rate_beats_a_persons_and_both_beat_the_grades() -> None:
    day = date(2026, 11, 1)
    for engagement, person, expected in ((None, ME, 21_500), (None, OTHER, 30_000), (AUDIT, OTHER, 18_000)):
        line = CARD.rate_on(day, grade="manager", person=person, engagement=engagement)
        assert line is not None
        assert line.charge == gbp(expected)


def test_before_the_first_line_there_is_no_rate() -> None:
    assert CARD.rate_on(date(2025, 9, 30), grade="manager") is None
    assert CARD.rate_on(date(2026, 11, 1), grade="partner") is None


def test_the_grade_is_the_one_held_on_the_day() -> None:
    held = [GradeHeld(date(2026, 10, 1), "manager"), GradeHeld(date(2023, 10, 1), "senior")]
    assert [grade_on(held, d) for d in (date(2023, 9, 30), date(2026, 9, 30), date(2026, 10, 1))] == [
        None,
        "senior",
        "manager",
    ]


def test_a_negative_rate_is_refused() -> None:
    with pytest.raises(UserError, match=r"rate\.negative"):
        RateLine(date(2026, 1, 1), gbp(-1))


@pytest.mark.parametrize(
    ("minor", "currency", "text", "units"),
    [
        (8_430_000, "GBP", "84,300.00", 84_300),
        (-5, "EUR", "-0.05", 0),
        (1_234_567, "JPY", "1,234,567", 1_234_567),
        (1_500, "KWD", "1.500", 2),
    ],
)
def test_amounts_are_written_with_their_currency_s_decimals(minor: int, currency: str, text: str, units: int) -> None:
    assert (decimal_text(minor, currency), whole_units(minor, currency)) == (text, units)
