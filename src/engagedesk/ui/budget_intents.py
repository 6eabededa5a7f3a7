"""What a person wants done with budgets; sent by their page and by Today, done by ``controllers/budgets.py``."""

from __future__ import annotations

from engagedesk.domain.ids import EngagementId
from engagedesk.services.queries.budget_rows import BudgetFilter
from engagedesk.ui.intent import Intent


class ListBudgets(Intent):
    """Show the budgets of a search with one of them; ``chosen`` None = the one shown, else the first."""

    wanted: BudgetFilter
    chosen: EngagementId | None = None


class OpenBudget(Intent):
    """Go to Budgets and show one engagement's."""

    engagement: EngagementId


class ChangeBudget(Intent):
    """Open the form: the first budget, the newest version, or a next one with its reason."""

    engagement: EngagementId
    next_version: bool = False


class GiveEstimate(Intent):
    """Open the form of a typed estimate to complete; ``phase`` says where it starts."""

    engagement: EngagementId
    phase: bytes | None = None


class WriteExcess(Intent):
    """Open the form of excess hours; ``excess`` None = new ones."""

    engagement: EngagementId
    excess: bytes | None = None


class ChangeAlertRule(Intent):
    engagement: EngagementId


class AnswerAlert(Intent):
    """Ask for the note with which an alert is acknowledged."""

    engagement: EngagementId
    alert: bytes


class TypeFxRate(Intent):
    engagement: EngagementId


class PrintVariation(Intent):
    """Write the fee-variation summary as PDF."""

    engagement: EngagementId


class SaveBurn(Intent):
    """Write the burn chart's numbers as CSV."""

    engagement: EngagementId
