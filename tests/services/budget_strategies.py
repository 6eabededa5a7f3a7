"""Strategies for the commands about budgets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from hypothesis import strategies as st

from engagedesk.domain.budget import AlertRule
from engagedesk.domain.ids import EngagementId
from engagedesk.domain.states import ExcessCause
from engagedesk.services.command import Command
from engagedesk.services.commands import budgets, rate_cards
from tests.services.world import MONEY, NAME, NEAR, World

GRADES: Final = st.sampled_from(["", "Manager", "Senior", "Partner"])


def budget_lines(world: World, engagement: bytes) -> tuple[budgets.LineFacts, ...]:
    draw = world.draw
    phases = [one for one, row in sorted(world.rows["phase"].items()) if row["engagement_id"] == engagement]
    cells = draw(st.lists(st.tuples(st.sampled_from([None, *phases]), GRADES), max_size=4, unique=True))
    return tuple(budgets.LineFacts(p, g, draw(st.integers(0, 10**7)), draw(MONEY)) for p, g in cells)


def set_budget(world: World) -> budgets.SetBudget:
    engagement = EngagementId(world.some("engagement"))
    lines = budget_lines(world, engagement)
    return budgets.SetBudget(engagement, lines, world.draw(NEAR), world.now, world.draw(st.sampled_from(["", "Scope"])))


def edit_budget(world: World) -> budgets.EditBudget:
    budget = world.some("budget")
    row = world.rows["budget"].get(budget)
    lines = budget_lines(world, row["engagement_id"]) if row else ()
    return budgets.EditBudget(budget, lines, world.draw(st.sampled_from(["", "Agreed"])))


def excess_facts(world: World, engagement: bytes) -> budgets.ExcessFacts:
    draw = world.draw
    phases = [one for one, row in sorted(world.rows["phase"].items()) if row["engagement_id"] == engagement]
    return budgets.ExcessFacts(
        draw(st.sampled_from([None, *phases])), draw(GRADES), draw(NEAR), draw(st.integers(1, 10**6)),
        draw(st.sampled_from(ExcessCause)), draw(NAME),
    )  # fmt: skip


def note_excess(world: World) -> budgets.NoteExcess:
    engagement = EngagementId(world.some("engagement"))
    return budgets.NoteExcess(engagement, excess_facts(world, engagement))


def edit_excess(world: World) -> budgets.EditExcess:
    excess = world.some("excess_hours")
    row = world.rows["excess_hours"].get(excess, {"engagement_id": b""})
    return budgets.EditExcess(excess, excess_facts(world, row["engagement_id"]))


BUDGET_STRATEGIES: Final[dict[str, Callable[[World], Command[Any]]]] = {
    "SetBudget": set_budget,
    "EditBudget": edit_budget,
    "SetBudgetRule": lambda w: budgets.SetBudgetRule(
        EngagementId(w.some("engagement")),
        w.draw(st.sampled_from([None, AlertRule(), AlertRule((50, 80), None), AlertRule((), 0)])),
    ),
    "TypeEstimate": lambda w: budgets.TypeEstimate(
        EngagementId(w.some("engagement")), None, w.draw(GRADES), w.draw(st.none() | st.integers(0, 10**6)), w.now
    ),
    "SetFxRate": lambda w: budgets.SetFxRate("EUR", "GBP", w.draw(NEAR), w.draw(st.none() | st.integers(1, 2_000_000))),
    "NoteExcess": note_excess,
    "EditExcess": edit_excess,
    "RemoveExcess": lambda w: budgets.RemoveExcess(w.some("excess_hours")),
    "AcknowledgeAlert": lambda w: budgets.AcknowledgeAlert(w.some("budget_alert"), w.draw(NAME), w.now),
    "RenameRateCard": lambda w: rate_cards.RenameRateCard(w.some("rate_card"), w.draw(NAME)),
    "CopyRateCard": lambda w: rate_cards.CopyRateCard(w.some("rate_card"), w.draw(NAME)),
    "RaiseRates": lambda w: rate_cards.RaiseRates(w.some("rate_card"), w.draw(NEAR), w.draw(st.integers(-600, 1_100))),
    "RaiseAlerts": lambda w: budgets.RaiseAlerts(w.draw(NEAR), w.now),
}
