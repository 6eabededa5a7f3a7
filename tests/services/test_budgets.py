"""Budgets in the store: versions, posted value, alerts once, hidden rates, other currencies, hostile numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from engagedesk.domain.budget import MOST_MINOR, AlertRule, EtcSource
from engagedesk.domain.firm_profile import FirmProfile, RateSight
from engagedesk.domain.states import BudgetAlertKind, ExcessCause
from engagedesk.errors import UserError
from engagedesk.services.commands.budgets import (
    AcknowledgeAlert,
    EditBudget,
    ExcessFacts,
    LineFacts,
    NoteExcess,
    RaiseAlerts,
    SetBudget,
    SetBudgetRule,
    SetFxRate,
    TypeEstimate,
)
from engagedesk.services.commands.firm import SetFirmProfile
from engagedesk.services.commands.people import AddRateCard, SetGrade, SetRate
from engagedesk.services.commands.teams import UseRateCard
from engagedesk.services.queries.budget_rows import Basis, BudgetPage
from engagedesk.services.queries.budgets import alerts, budget_draft, budget_page
from tests.services.building import Desk

TODAY = date(2026, 11, 22)
HOUR = 3600


@pytest.fixture
def group(desk: Desk) -> Any:
    """The group audit with the owner as a Manager at 340.00 an hour, and everybody sees rates."""
    [me] = desk.ids("person", is_me=True)
    [card] = desk.ids("rate_card")
    desk.do(SetGrade(me, "Manager", date(2026, 1, 1)))
    desk.do(SetRate(card, "Manager", date(2026, 1, 1), charge_minor_per_h=34_000, cost_minor_per_h=9_000))
    desk.do(SetFirmProfile(replace(FirmProfile(), rates=RateSight.EVERYTHING)))
    [found] = desk.ids("engagement", title="Group audit")
    return found


def page_of(desk: Desk, engagement: Any) -> BudgetPage:
    found = desk.read(budget_page, engagement, today=TODAY)
    assert found is not None
    return found


def test_actuals_are_own_entries_at_the_rate_of_their_day(desk: Desk, group: Any) -> None:
    page = page_of(desk, group)
    seconds = sum(r["seconds"] for r in desk.rows()["time_entry"].values() if r["engagement_id"] == group)
    assert page.row.actual_s == seconds
    assert page.row.actual_minor == seconds * 34_000 // HOUR
    assert page.row.basis is Basis.MONEY
    assert page.cost_minor == seconds * 9_000 // HOUR


def test_posted_time_is_not_revalued_and_the_rest_is(desk: Desk, group: Any) -> None:
    [card] = desk.ids("rate_card")
    before = page_of(desk, group).row.actual_minor or 0
    posted = sum(
        r["seconds"] for r in desk.rows()["time_entry"].values()
        if r["engagement_id"] == group and r["state"] == "posted"
    )  # fmt: skip
    assert posted
    desk.do(SetRate(card, "Manager", date(2026, 1, 1), charge_minor_per_h=68_000, cost_minor_per_h=None))
    after = page_of(desk, group).row.actual_minor or 0
    assert after == 2 * before - posted * 34_000 // HOUR
    desk.undo()
    assert page_of(desk, group).row.actual_minor == before


def test_without_sight_of_rates_a_budget_is_in_hours(desk: Desk, group: Any) -> None:
    desk.do(SetFirmProfile(FirmProfile()))
    page = page_of(desk, group)
    assert page.row.basis is Basis.HOURS
    assert (page.row.budget_minor, page.row.actual_minor, page.row.eac_minor, page.split) == (None, None, None, None)
    assert page.rates == ()
    assert all(alert.actual_minor is None for alert in page.alerts)


def test_a_next_version_needs_a_reason_and_the_earlier_one_stays(desk: Desk, group: Any) -> None:
    lines = (LineFacts(None, "Manager", 100 * HOUR, 3_400_000),)
    with pytest.raises(UserError, match=r"budget\.reason_missing"):
        desk.do(SetBudget(group, lines, TODAY, 1))
    made = desk.do(SetBudget(group, lines, TODAY, 1, "Two sites more"))
    page = page_of(desk, group)
    assert [v.number for v in page.versions] == [2, 1]
    assert page.row.budget_minor == 3_400_000
    with pytest.raises(UserError, match=r"budget\.not_newest"):
        desk.do(EditBudget(page.versions[1].id, lines))
    desk.do(EditBudget(made, (LineFacts(None, "Manager", 0, 0), LineFacts(None, "Senior", HOUR, 100))))
    assert page_of(desk, group).row.budget_minor == 100


def test_an_alert_comes_once_for_a_crossing_and_anew_for_a_new_version(desk: Desk, group: Any) -> None:
    lines = (LineFacts(None, "Manager", HOUR, 100),)
    desk.do(SetBudget(group, lines, TODAY, 1, "Tiny"))
    desk.do(SetBudgetRule(group, None))
    raised = desk.do(RaiseAlerts(TODAY, 5))
    assert len(raised) == 4
    assert desk.do(RaiseAlerts(TODAY, 6)) == ()
    [first, *_] = desk.read(alerts, ids=raised)
    with pytest.raises(UserError):
        desk.do(AcknowledgeAlert(first.id, "  ", 7))
    desk.do(AcknowledgeAlert(first.id, "Told the partner", 7))
    assert first.id not in {a.id for a in desk.read(alerts, waiting=True)}
    assert desk.do(RaiseAlerts(TODAY, 8)) == ()
    desk.do(SetBudget(group, lines, TODAY, 9, "Tiny again"))
    assert len(desk.do(RaiseAlerts(TODAY, 10))) == 4


def test_a_budget_that_alerted_can_be_undone_and_done_again(desk: Desk, group: Any) -> None:
    before = desk.rows()
    budget = desk.do(SetBudget(group, (LineFacts(None, "Senior", 60, 1),), TODAY, 1, "Fee letter"))
    raised = desk.do(RaiseAlerts(TODAY, 2))
    assert raised
    assert desk.undo() == "set budget"
    assert desk.rows() == before
    assert desk.redo() == "set budget"
    assert {one for one, row in desk.rows()["budget_alert"].items() if row["budget_id"] == budget} == set(raised)


def test_an_engagement_alerts_by_its_own_rule(desk: Desk, group: Any) -> None:
    desk.do(SetBudget(group, (LineFacts(None, "Manager", HOUR, 100),), TODAY, 1, "Tiny"))
    desk.do(SetBudgetRule(group, AlertRule((200,), None)))
    [alert] = desk.read(alerts, ids=desk.do(RaiseAlerts(TODAY, 5)))
    assert (alert.kind, alert.percent) == (BudgetAlertKind.USED, 200)


def test_a_typed_estimate_stands_until_it_is_cleared(desk: Desk, group: Any) -> None:
    [phase] = desk.ids("phase", name="Execution")
    before = {c.key: c.etc for c in page_of(desk, group).cells}
    desk.do(TypeEstimate(group, phase, "Senior", 7 * HOUR, 1, "Recount"))
    cell = next(c for c in page_of(desk, group).cells if c.key == (phase, "Senior"))
    assert (cell.etc.seconds, cell.etc.source, cell.etc.note) == (7 * HOUR, EtcSource.TYPED, "Recount")
    desk.do(TypeEstimate(group, phase, "Senior", None, 2))
    assert {c.key: c.etc for c in page_of(desk, group).cells} == before


def test_another_currency_needs_an_exchange_rate(desk: Desk, group: Any) -> None:
    dollars = desk.do(AddRateCard("Dollars", "USD"))
    desk.do(SetRate(dollars, "Manager", date(2026, 1, 1), charge_minor_per_h=40_000, cost_minor_per_h=1))
    desk.sql("DELETE FROM posted_rate")
    desk.do(UseRateCard(group, dollars))
    desk.sql("DELETE FROM posted_rate")
    page = page_of(desk, group)
    assert page.needs_fx
    assert page.row.actual_minor is None
    assert page.row.unpriced_s == page.row.actual_s
    desk.do(SetFxRate("USD", "GBP", date(2026, 1, 1), 800_000))
    page = page_of(desk, group)
    assert page.row.actual_minor == page.row.actual_s * 32_000 // HOUR
    assert page.split is not None
    assert page.split.minor == page.row.variance_minor
    # The budget froze one for one: at that rate a manager's hour would cost 400.00, now it costs 320.00; what is
    # still to do is one hour of a manager, and a senior's, who have no rate on this card.
    assert page.split.fx_minor == page.row.actual_s * 8_000 // HOUR + 8_000


def test_excess_hours_need_a_cause_that_says_something(desk: Desk, group: Any) -> None:
    with pytest.raises(UserError, match=r"excess\.note_missing"):
        desk.do(NoteExcess(group, ExcessFacts(None, "", TODAY, HOUR, ExcessCause.OTHER)))
    desk.do(NoteExcess(group, ExcessFacts(None, "Manager", TODAY, HOUR, ExcessCause.SCOPE_CHANGE, "A site more")))
    newest = page_of(desk, group).excess[0]
    assert (newest.minor, newest.note) == (34_000, "A site more")


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ((LineFacts(None, "A", -1, 0),), "budget.hours_range"),
        ((LineFacts(None, "A", 0, MOST_MINOR + 1),), "budget.amount_range"),
        ((LineFacts(None, "A", 1, MOST_MINOR), LineFacts(None, "B", 1, 1)), "budget.amount_range"),
        ((LineFacts(None, "A", 1, 1), LineFacts(None, "A", 2, 2)), "budget.cell_twice"),
        ((LineFacts(b"x" * 16, "A", 1, 1),), "record.gone"),
        (tuple(LineFacts(None, str(n), 1, 1) for n in range(1_001)), "budget.too_many_lines"),
    ],
)
def test_what_no_budget_can_hold_is_refused_whole(
    desk: Desk, group: Any, lines: tuple[LineFacts, ...], code: str
) -> None:
    before = desk.rows()
    with pytest.raises(UserError, match=code):
        desk.do(SetBudget(group, lines, TODAY, 1, "Hostile"))
    assert desk.rows() == before


def test_a_budget_of_nothing_and_a_huge_one_can_be_shown(desk: Desk, group: Any) -> None:
    desk.do(SetBudget(group, (), TODAY, 1, "Nothing"))
    page = page_of(desk, group)
    assert page.row.used_per_mille is None
    desk.do(SetBudget(group, (LineFacts(None, "Manager", 10**12, MOST_MINOR),), TODAY, 1, "All"))
    page = page_of(desk, group)
    assert page.row.used_per_mille == 0
    assert page.burn


def test_a_first_budget_is_proposed_from_the_tasks(desk: Desk, group: Any) -> None:
    [advice] = desk.ids("engagement", title="Internal audit")
    draft = desk.read(budget_draft, advice, today=TODAY)
    assert draft is not None
    assert draft.proposed
    assert draft.lines == ()
    newest = desk.read(budget_draft, group, today=TODAY)
    assert newest is not None
    assert not newest.proposed
    assert {line.seconds for line in newest.lines} == {36_000, 7_200}
