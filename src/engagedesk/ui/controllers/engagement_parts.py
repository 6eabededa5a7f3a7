"""Which form edits a part of an engagement, and which command ticks one off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from engagedesk.domain.ids import DeliverableId, PhaseId
from engagedesk.services.command import Command
from engagedesk.services.commands.plan_items import EditDeliverable
from engagedesk.services.commands.plans import EditMilestone, EditTask
from engagedesk.services.queries.engagement_book import EngagementBook
from engagedesk.ui import portfolio_intents as wants
from engagedesk.ui.dialogs.form_sheet import FormSheet
from engagedesk.ui.portfolio_intents import Part


def part_form(book: EngagementBook, intent: wants.EditPart, *, today: date, parent: Any) -> FormSheet | None:
    """Return the form of a part; None where the part went meanwhile."""
    from engagedesk.ui.dialogs import engagement_parts as forms

    wanted = intent.part_id
    phase = None if intent.phase is None else PhaseId(intent.phase)

    def one(parts: tuple[Any, ...]) -> Any:
        return next((part for part in parts if part.id == wanted), None)

    parts = {
        Part.CODE: book.codes,
        Part.MEMBER: book.team,
        Part.PHASE: book.phases,
        Part.TASK: book.tasks,
        Part.MILESTONE: book.milestones,
        Part.RATE: book.rates,
    }
    part = one(parts[intent.part])
    if wanted is not None and part is None:
        return None
    match intent.part:
        case Part.CODE:
            return forms.CodeForm(book, part, today=today, parent=parent)
        case Part.MEMBER:
            return forms.MemberForm(book, part, today=today, parent=parent)
        case Part.PHASE:
            return forms.PhaseForm(book, part, parent=parent)
        case Part.TASK:
            return forms.TaskForm(book, part, today=today, phase=phase, parent=parent)
        case Part.MILESTONE:
            return forms.MilestoneForm(book, part, today=today, phase=phase, parent=parent)
        case Part.RATE:
            return forms.RateForm(book, part, today=today, parent=parent)


def done_command(book: EngagementBook, intent: wants.ToggleDone, today: date) -> Command[None] | None:
    """Return what marks a task or milestone done today, or not done; None where it went meanwhile."""
    for task in book.tasks:
        if task.id == intent.part_id:
            facts = replace(task.facts, done_on=None if task.facts.done_on else today)
            return EditTask(task.id, facts, task.version)
    for milestone in book.milestones:
        if milestone.id == intent.part_id:
            done_on = None if milestone.facts.done_on else today
            if milestone.made is not None:
                handed = milestone.made.settled(done_on)
                return EditDeliverable(DeliverableId(milestone.id), handed, milestone.version)
            dated = replace(milestone.facts, done_on=done_on)
            return EditMilestone(milestone.id, dated, milestone.version)
    return None
