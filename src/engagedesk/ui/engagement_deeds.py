"""What the palette can do with an engagement beyond timing it: all that its menu, its page and its budget offer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engagedesk.domain.engagement import next_states
from engagedesk.services.queries.rows import EngagementRow
from engagedesk.ui import portfolio_intents as wants
from engagedesk.ui.budget_intents import GiveEstimate, OpenBudget
from engagedesk.ui.dialogs.engagement_ending import state_action
from engagedesk.ui.finding import Findable
from engagedesk.ui.intents import Intent, WritePlan
from engagedesk.ui.portfolio_intents import Part
from engagedesk.ui.staffing_intents import CloseEngagement
from engagedesk.ui.theme import Icon

tr = QCoreApplication.translate


def engagement_deeds(row: EngagementRow, *, name: str, also: str, group: str) -> tuple[Findable, ...]:
    """Return them in the order of the menu, then what is added to an engagement, then its next states."""
    one = row.id
    deeds: list[tuple[str, Intent, Icon, str]] = [
        (tr("EngagementMenu", "Edit"), wants.EditEngagement(one), Icon.PENCIL, tr("Palette", "edit change")),
        (tr("Deeds", "Budget"), OpenBudget(one), Icon.BUDGETS, tr("Palette", "budget hours eac burn")),
        (tr("Deeds", "Estimate to complete"), GiveEstimate(one), Icon.BUDGETS, tr("Palette", "estimate etc complete")),
        (tr("EngagementMenu", "Roll forward to next year"), wants.RollForward(one), Icon.REDO,
         tr("Palette", "roll forward next year")),
        (tr("EngagementMenu", "Note a contact"), wants.BeginContact(one), Icon.USERS,
         tr("Palette", "note contact call mail")),
        (tr("EngagementMenu", "Progress report"), wants.BeginReport(one), Icon.SHEET,
         tr("Palette", "progress report status")),
        (tr("EngagementMenu", "Invoices"), wants.BeginInvoice(one), Icon.SHEET, tr("Palette", "invoices bill fees")),
        (tr("EngagementMenu", "Set a gate"), wants.EditGate(one), Icon.SHIELD,
         tr("Palette", "gate acceptance independence letter")),
        (tr("EngagementMenu", "Save its plan as a file"), WritePlan((one,)), Icon.SAVE,
         tr("Palette", "save plan export file")),
        (tr("EngagementMenu", "Days closed to work"), CloseEngagement(one), Icon.CALENDAR,
         tr("Palette", "days closed blackout")),
        (tr("Deeds", "New charge code"), wants.EditPart(one, Part.CODE), Icon.HASH, tr("Palette", "new charge code")),
        (tr("Deeds", "Put somebody on the team"), wants.EditPart(one, Part.MEMBER), Icon.USERS,
         tr("Palette", "team member person")),
        (tr("Deeds", "New phase"), wants.EditPart(one, Part.PHASE), Icon.PLUS, tr("Palette", "new phase")),
        (tr("Deeds", "New task"), wants.EditPart(one, Part.TASK), Icon.PLUS, tr("Palette", "new task")),
        (tr("Deeds", "New date or deliverable"), wants.EditPart(one, Part.MILESTONE), Icon.CALENDAR,
         tr("Palette", "new date deliverable milestone deadline")),
    ]  # fmt: skip
    for state in next_states(row.state):
        words = state_action(row.state, state)
        deeds.append((words, wants.ChangeState(one, state), Icon.ENGAGEMENTS, words))
    return tuple(
        Findable(
            tr("Palette", "{what}: {engagement}").format(what=what, engagement=name), "", group, intent,
            icon=icon.value, also=also, verbs=verbs,
        )
        for what, intent, icon, verbs in deeds
    )  # fmt: skip
