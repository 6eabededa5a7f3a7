"""Commands that edit the plan's skeleton: phases, tasks and milestones.

What time was booked on is not removed: the time would lose what it was for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute

from engagedesk.domain.ids import EngagementId, PhaseId, TaskId
from engagedesk.domain.states import PhaseState
from engagedesk.errors import UserError
from engagedesk.models.budgets import BudgetLine, ExcessHours, TypedEstimate
from engagedesk.models.engagements import Milestone, Phase, Task
from engagedesk.models.time import TimeEntry
from engagedesk.services.command import Command, WriteSession
from engagedesk.services.commands.engagements import assign
from engagedesk.services.commands.plan_parts import check_phase, forget_item, free_of_phase
from engagedesk.services.commands.text import required

MOST_S = 10**9 * 3600
"""No estimate is longer; beyond it the store's integers end."""
DONE_PERCENT = 100


@dataclass(frozen=True, slots=True)
class PhaseFacts:
    name: str
    starts: date | None = None
    ends: date | None = None
    state: PhaseState = PhaseState.PLANNED


@dataclass(frozen=True, slots=True)
class TaskFacts:
    name: str
    phase: PhaseId | None = None
    estimate_s: int | None = None
    due: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class MilestoneFacts:
    name: str
    due: date
    phase: PhaseId | None = None
    done_on: date | None = None


@dataclass(frozen=True)
class EditPhase(Command[None]):
    label: ClassVar[str] = "edit phase"

    phase: PhaseId
    facts: PhaseFacts
    version: int | None = None

    def apply(self, session: WriteSession) -> None:
        row = session.seen(Phase, self.phase, self.version)
        facts = self.facts
        if facts.starts and facts.ends and facts.starts > facts.ends:
            raise UserError("dates.order", starts=facts.starts, ends=facts.ends)
        values = {
            "name": required(facts.name, "phase.name"),
            "starts": facts.starts,
            "ends": facts.ends,
            "state": facts.state,
        }
        assign(row, values)


@dataclass(frozen=True)
class MovePhase(Command[None]):
    """Let a phase and its neighbour change places; at the end of the list nothing happens."""

    label: ClassVar[str] = "move phase"

    phase: PhaseId
    steps: int
    """-1 = one place up, 1 = one down."""

    def apply(self, session: WriteSession) -> None:
        row = session.one(Phase, self.phase)
        ordered = list(
            session.scalars(
                select(Phase).where(Phase.engagement_id == row.engagement_id).order_by(Phase.position, Phase.id)
            )
        )
        place = ordered.index(row)
        target = place + self.steps
        if not 0 <= target < len(ordered):
            return
        ordered.insert(target, ordered.pop(place))
        for position, phase in enumerate(ordered):
            if phase.position != position:
                phase.position = position


@dataclass(frozen=True)
class RemovePhase(Command[None]):
    """Remove a phase; its tasks, milestones and deliverables stay, without a phase. One that a budget names stays."""

    label: ClassVar[str] = "remove phase"

    phase: PhaseId

    def apply(self, session: WriteSession) -> None:
        row = session.one(Phase, self.phase)
        _refuse_with_time(session, TimeEntry.phase_id, row.id, code="phase.has_time", name=row.name)
        if session.scalar(select(BudgetLine.id).where(BudgetLine.phase_id == self.phase).limit(1)) is not None:
            raise UserError("phase.has_budget", name=row.name)
        for typed in session.scalars(select(TypedEstimate).where(TypedEstimate.phase_id == self.phase)):
            session.delete(typed)
        for excess in session.scalars(select(ExcessHours).where(ExcessHours.phase_id == self.phase)):
            excess.phase_id = None
        free_of_phase(session, row.id)
        session.delete(row)


@dataclass(frozen=True)
class EditTask(Command[None]):
    """Replace what is said about a task; one that was finished in the plan and is opened again begins anew."""

    label: ClassVar[str] = "edit task"

    task: TaskId
    facts: TaskFacts
    version: int | None = None

    def apply(self, session: WriteSession) -> None:
        row = session.seen(Task, self.task, self.version)
        facts = self.facts
        check_phase(session, facts.phase, EngagementId(row.engagement_id))
        values: dict[str, Any] = {
            "name": required(facts.name, "task.name"),
            "phase_id": facts.phase,
            "estimate_s": checked_estimate(facts.estimate_s),
            "due": facts.due,
            "done_on": facts.done_on,
        }
        if row.done_on is not None and facts.done_on is None and row.progress_percent == DONE_PERCENT:
            # Else it would be open with nothing left to do, in the plan and in what the budget still needs.
            values["progress_percent"] = 0
        assign(row, values)


@dataclass(frozen=True)
class RemoveTask(Command[None]):
    """Remove a task, the links that name it and the bookings on it."""

    label: ClassVar[str] = "remove task"

    task: TaskId

    def apply(self, session: WriteSession) -> None:
        row = session.one(Task, self.task)
        _refuse_with_time(session, TimeEntry.task_id, row.id, code="task.has_time", name=row.name)
        forget_item(session, row.id)
        session.delete(row)


@dataclass(frozen=True)
class EditMilestone(Command[None]):
    label: ClassVar[str] = "edit milestone"

    milestone: bytes
    facts: MilestoneFacts
    version: int | None = None

    def apply(self, session: WriteSession) -> None:
        row = session.seen(Milestone, self.milestone, self.version)
        facts = self.facts
        check_phase(session, facts.phase, EngagementId(row.engagement_id))
        values: dict[str, Any] = {
            "name": required(facts.name, "milestone.name"),
            "due": facts.due,
            "phase_id": facts.phase,
            "done_on": facts.done_on,
        }
        assign(row, values)


@dataclass(frozen=True)
class RemoveMilestone(Command[None]):
    """Remove a milestone and the links that name it."""

    label: ClassVar[str] = "remove milestone"

    milestone: bytes

    def apply(self, session: WriteSession) -> None:
        row = session.one(Milestone, self.milestone)
        forget_item(session, row.id)
        session.delete(row)


def checked_estimate(seconds: int | None) -> int | None:
    """Return an estimate that can be kept; ``UserError`` for a negative or an impossible one."""
    if seconds is not None and not 0 <= seconds <= MOST_S:
        raise UserError("task.estimate")
    return seconds


def _refuse_with_time(
    session: WriteSession, column: InstrumentedAttribute[bytes | None], record: bytes, *, code: str, name: str
) -> None:
    count = session.scalar(select(func.count()).select_from(TimeEntry).where(column == record)) or 0
    if count:
        raise UserError(code, name=name, count=count)
