"""Rate cards: seen, renamed, copied, raised; what was posted keeps its value."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from engagedesk.domain.firm_profile import FirmProfile, RateSight
from engagedesk.errors import UserError
from engagedesk.services.command import Command
from engagedesk.services.commands.firm import SetFirmProfile
from engagedesk.services.commands.people import AddRateCard, SetGrade, SetRate
from engagedesk.services.commands.rate_cards import CopyRateCard, RaiseRates, RenameRateCard
from engagedesk.services.queries.budgets import budget_page
from engagedesk.services.queries.rate_cards import CardRow, RateCards, rate_card_list
from tests.services.building import Desk

TODAY = date(2026, 11, 22)
NEXT = date(2027, 1, 1)


def cards(desk: Desk) -> RateCards:
    return desk.read(rate_card_list, today=TODAY)


def named(desk: Desk, name: str) -> CardRow:
    return next(card for card in cards(desk).cards if card.name == name)


@pytest.fixture
def card(desk: Desk) -> Any:
    """The standard card: a senior at 210.00 (cost 90.00), a manager at 333.33, and the manager's for one audit."""
    desk.do(SetFirmProfile(replace(FirmProfile(), rates=RateSight.EVERYTHING)))
    [found] = desk.ids("rate_card")
    [group] = desk.ids("engagement", title="Group audit")
    desk.do(SetRate(found, "Manager", date(2026, 1, 1), charge_minor_per_h=33_333, cost_minor_per_h=12_001))
    desk.do(SetRate(found, "Manager", date(2026, 1, 1), 40_000, 0, group))
    return found


def test_a_card_is_listed_with_the_rates_that_hold_for_everybody(desk: Desk, card: Any) -> None:
    row = named(desk, "Standard")
    assert (row.id, row.currency, row.used_by) == (card, "GBP", 1)
    assert [(r.grade, r.charge_minor_per_h, r.cost_minor_per_h) for r in row.rates] == [
        ("Manager", 33_333, 12_001),
        ("Senior", 21_000, 9_000),
    ]


def test_rates_and_costs_are_hidden_where_the_firm_profile_says_so(desk: Desk, card: Any) -> None:
    desk.do(SetFirmProfile(replace(FirmProfile(), rates=RateSight.CHARGE_ONLY)))
    assert {rate.cost_minor_per_h for rate in named(desk, "Standard").rates} == {None}
    desk.do(SetFirmProfile(FirmProfile()))
    assert named(desk, "Standard").rates == ()


def test_a_raise_makes_new_rates_and_leaves_earlier_days(desk: Desk, card: Any) -> None:
    assert desk.do(RaiseRates(card, NEXT, 35)) == 2
    rates = [(r.grade, r.valid_from, r.charge_minor_per_h, r.cost_minor_per_h) for r in named(desk, "Standard").rates]
    assert rates == [
        ("Manager", NEXT, 34_500, 12_421),
        ("Manager", date(2026, 1, 1), 33_333, 12_001),
        ("Senior", NEXT, 21_735, 9_315),
        ("Senior", date(2026, 1, 1), 21_000, 9_000),
    ]
    desk.undo()
    assert len(named(desk, "Standard").rates) == 2


def test_a_rate_that_begins_that_day_already_is_not_raised_twice(desk: Desk, card: Any) -> None:
    desk.do(SetRate(card, "Senior", NEXT, charge_minor_per_h=22_000, cost_minor_per_h=9_500))
    assert desk.do(RaiseRates(card, NEXT, 100)) == 1
    assert 22_000 in {r.charge_minor_per_h for r in named(desk, "Standard").rates}
    with pytest.raises(UserError, match=r"rate\.none_before"):
        desk.do(RaiseRates(card, NEXT, 100))


@pytest.mark.parametrize("per_mille", [-501, 1_001])
def test_a_raise_out_of_range_is_refused(desk: Desk, card: Any, per_mille: int) -> None:
    with pytest.raises(UserError, match=r"rate\.raise_range"):
        desk.do(RaiseRates(card, NEXT, per_mille))


def test_posted_time_keeps_its_value_through_a_raise(desk: Desk, card: Any) -> None:
    [group] = desk.ids("engagement", title="Group audit")
    [me] = desk.ids("person", is_me=True)
    desk.do(SetGrade(me, "Senior", date(2026, 1, 1)))

    def worth() -> int:
        page = desk.read(budget_page, group, today=TODAY)
        assert page is not None
        return page.row.actual_minor or 0

    entries = [row for row in desk.rows()["time_entry"].values() if row["engagement_id"] == group]
    posted = sum(row["seconds"] for row in entries if row["state"] == "posted")
    rest = sum(row["seconds"] for row in entries if row["state"] != "posted")
    assert worth() == (posted + rest) * 21_000 // 3600
    desk.do(RaiseRates(card, date(2026, 2, 1), 1_000))
    assert worth() == (posted * 21_000 + rest * 42_000) // 3600


def test_a_copy_has_the_rates_and_is_used_by_nobody(desk: Desk, card: Any) -> None:
    made = desk.do(CopyRateCard(card, "Public sector"))
    copy, given = named(desk, "Public sector"), named(desk, "Standard")
    assert (copy.id, copy.used_by, copy.currency) == (made, 0, "GBP")
    assert [replace(r, id=b"", version=0) for r in copy.rates] == [replace(r, id=b"", version=0) for r in given.rates]
    desk.do(RaiseRates(made, NEXT, -100))
    assert len(named(desk, "Standard").rates) == 2, "the one it was copied from stays"


def test_a_card_is_renamed_and_needs_a_name(desk: Desk, card: Any) -> None:
    desk.do(RenameRateCard(card, "Standard 2026"))
    assert named(desk, "Standard 2026").id == card
    with pytest.raises(UserError):
        desk.do(RenameRateCard(card, "  "))


def test_no_two_cards_have_one_name_however_it_is_written(desk: Desk, card: Any) -> None:
    other = desk.do(AddRateCard("Dollars", "USD"))
    refused: tuple[Command[Any], ...] = (
        AddRateCard(" standard", "GBP"),
        CopyRateCard(card, "STANDARD"),
        RenameRateCard(other, "Standard"),
    )
    for command in refused:
        with pytest.raises(UserError, match=r"^rate_card\.exists$"):
            desk.do(command)
    desk.do(RenameRateCard(other, "dollars"))
    assert named(desk, "dollars").id == other
