"""Budgets shown at once: what was known, told apart from what is, and never under a name that is hidden now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from engagedesk.domain.firm_profile import FirmProfile, RateSight
from engagedesk.services.commands.budgets import LineFacts, SetBudget
from engagedesk.services.commands.clients import HideClientNames
from engagedesk.services.commands.firm import SetFirmProfile
from engagedesk.services.queries.budget_rows import BudgetFilter, BudgetOrder
from engagedesk.services.queries.budget_view import PAGES_KEPT, BudgetView, KeptBudgets, budget_view
from engagedesk.services.queries.budgets import budget_list, budget_page
from engagedesk.services.queries.engagement_list import EngagementFilter
from engagedesk.services.queries.portfolio import portfolio
from tests.services.building import Desk

TODAY = date(2026, 11, 22)
EVERYTHING = BudgetFilter()
LINES = (LineFacts(None, "Manager", 36_000, 3_400_000),)


def look(
    desk: Desk, chosen: Any = None, *, wanted: BudgetFilter = EVERYTHING, kept: KeptBudgets | None = None
) -> BudgetView:
    return desk.read(budget_view, wanted, chosen=chosen, today=TODAY, kept=kept, at_once=True)


@pytest.fixture
def group(desk: Desk) -> Any:
    [found] = desk.ids("engagement", title="Group audit")
    return found


def test_the_first_look_works_everything_out(desk: Desk, group: Any) -> None:
    found = look(desk, group)
    assert found.list == desk.read(budget_list, BudgetFilter(), today=TODAY)
    assert found.page == desk.read(budget_page, group, today=TODAY)
    assert not found.outdated


def test_what_is_known_is_shown_at_once_and_then_what_is(desk: Desk, group: Any) -> None:
    before = look(desk, group)
    desk.do(SetBudget(group, LINES, TODAY, 1, "Less"))
    at_once = look(desk, group, kept=before.kept)
    assert (at_once.list, at_once.page, at_once.outdated) == (before.list, before.page, True)
    anew = desk.read(budget_view, BudgetFilter(), chosen=group, today=TODAY, kept=at_once.kept)
    assert anew.page == desk.read(budget_page, group, today=TODAY)
    assert anew.list == desk.read(budget_list, BudgetFilter(), today=TODAY)
    assert not anew.outdated
    assert not look(desk, group, kept=anew.kept).outdated


def test_another_day_outdates_what_is_known(desk: Desk, group: Any) -> None:
    kept = look(desk, group).kept
    later = date(2026, 11, 23)
    found = desk.read(budget_view, BudgetFilter(), chosen=group, today=later, kept=kept, at_once=True)
    assert found.outdated
    anew = desk.read(budget_view, BudgetFilter(), chosen=group, today=later, kept=found.kept)
    assert anew.page == desk.read(budget_page, group, today=later)


def test_a_detail_that_was_never_shown_is_worked_out(desk: Desk, group: Any) -> None:
    [other] = desk.ids("engagement", title="Pillar Two")
    kept = look(desk, group).kept
    desk.do(SetBudget(group, LINES, TODAY, 1, "Less"))
    found = look(desk, other, kept=kept)
    assert found.page == desk.read(budget_page, other, today=TODAY)
    assert found.outdated, "the list is still that of before"


def test_an_order_and_a_search_need_no_figure_anew(desk: Desk, group: Any) -> None:
    kept = look(desk, group).kept
    wanted = BudgetFilter("harrowgate", BudgetOrder.NAME, descending=True)
    found = look(desk, group, wanted=wanted, kept=kept)
    assert found.kept.rows is kept.rows
    assert found.list == desk.read(budget_list, wanted, today=TODAY)


def test_no_name_that_is_hidden_now_is_shown_from_before(desk: Desk, group: Any) -> None:
    kept = look(desk, group).kept
    lists = desk.read(portfolio, EngagementFilter(), today=TODAY).kept
    desk.do(HideClientNames(None))
    found = look(desk, group, kept=kept)
    assert "Harrowgate" not in str(found.list.rows) + str(found.page)
    shown = desk.read(portfolio, EngagementFilter(), today=TODAY, kept=lists, at_once=True)
    assert "Harrowgate" not in str(shown.rows)


def test_no_amount_that_is_hidden_now_is_shown_from_before(desk: Desk, group: Any) -> None:
    desk.do(SetFirmProfile(replace(FirmProfile(), rates=RateSight.EVERYTHING)))
    kept = look(desk, group).kept
    desk.do(SetFirmProfile(FirmProfile()))
    found = look(desk, group, kept=kept)
    assert [row.budget_minor for row in found.list.rows] == [None] * len(found.list.rows)
    assert found.page is not None
    assert found.page.row.budget_minor is None


def test_few_details_are_kept(desk: Desk) -> None:
    kept = look(desk).kept
    for one in (*kept.rows, *kept.rows):
        kept = look(desk, one, kept=kept).kept
    assert len(kept.pages) == min(PAGES_KEPT, len(kept.rows))
    assert len({page.row.id for _, page in kept.pages}) == len(kept.pages)


def test_a_search_without_a_match_shows_nothing(desk: Desk) -> None:
    found = look(desk, wanted=BudgetFilter("no such engagement"))
    assert (found.list.rows, found.page, found.outdated) == ((), None, False)
