"""Commands about the plan's items as the plan sees them: places, owners, progress, deadlines, deliverables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import func, select

from engagedesk.domain.civil import FIRST, LAST, Civil, day_of
from engagedesk.domain.days import check_day
from engagedesk.domain.ids import DeliverableId, EngagementId, PersonId, PhaseId, TaskId
from engagedesk.domain.plan import PlanMove
from engagedesk.domain.states import DeliverableState, TaskBasis
from engagedesk.errors import UserError
from engagedesk.models.engagements import Deliverable, Engagement, Milestone, Task
from engagedesk.services.command import Command, WriteSession
from engagedesk.services.commands.engagements import assign
from engagedesk.services.commands.plan_parts import check_person, check_phase, forget_item, item_row, maybe_day, percent
from engagedesk.services.commands.plans import TaskFacts, checked_estimate
from engagedesk.services.commands.text import cleaned, required
from engagedesk.services.queries.plan_calendars import Calendars, calendars

DONE_STATES = frozenset({DeliverableState.ISSUED, DeliverableState.ACKNOWLEDGED})


@dataclass(frozen=True, slots=True)
class TaskPlan:
    """How a task stands in the plan; see ``models.engagements.Task`` for meanings and units."""

    owner: PersonId | None = None
    role: str = ""
    basis: TaskBasis = TaskBasis.EFFORT
    duration_s: int | None = None
    demand_percent: int = 100
    starts: Civil | None = None
    ends: Civil | None = None
    """Both None = as early as its links allow."""
    earliest: date | None = None
    deadline: date | None = None
    pinned: bool = False
    started_on: date | None = None
    progress_percent: int = 0
    remaining_s: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PointFacts:
    """A milestone as the plan sees it."""

    name: str
    due: date
    phase: PhaseId | None = None
    done_on: date | None = None
    deadline: date | None = None
    owner: PersonId | None = None
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class DeliverableFacts:
    """Something that is handed over; see ``models.engagements.Deliverable``."""

    name: str
    due: date
    phase: PhaseId | None = None
    deadline: date | None = None
    state: DeliverableState = DeliverableState.PLANNED
    owner: PersonId | None = None
    estimate_s: int | None = None
    progress_percent: int = 0
    done_on: date | None = None
    pinned: bool = False

    def settled(self, done_on: date | None) -> DeliverableFacts:
        """Return it issued on a day, or, where it was issued, approved again."""
        if done_on is not None:
            state = self.state if self.state in DONE_STATES else DeliverableState.ISSUED
        else:
            state = DeliverableState.APPROVED if self.state in DONE_STATES else self.state
        return replace(self, done_on=done_on, state=state)


@dataclass(frozen=True)
class AddPlanTask(Command[TaskId]):
    """Add a task with its place in the plan."""

    label: ClassVar[str] = "add task"

    engagement: EngagementId
    facts: TaskFacts
    plan: TaskPlan = TaskPlan()

    def apply(self, session: WriteSession) -> TaskId:
        session.one(Engagement, self.engagement)
        place = select(func.count()).select_from(Task).where(Task.engagement_id == self.engagement)
        row = Task(
            id=session.new_id(),
            engagement_id=self.engagement,
            position=session.scalar(place) or 0,
            **task_values(session, self.engagement, self.facts, plan=self.plan),
        )
        session.add(row)
        return TaskId(row.id)


@dataclass(frozen=True)
class EditPlanTask(Command[None]):
    """Replace what is said about a task, its place in the plan included."""

    label: ClassVar[str] = "edit task"

    task: TaskId
    facts: TaskFacts
    plan: TaskPlan
    version: int | None = None

    def apply(self, session: WriteSession) -> None:
        row = session.seen(Task, self.task, self.version)
        assign(row, task_values(session, EngagementId(row.engagement_id), self.facts, plan=self.plan))


@dataclass(frozen=True)
class ReorderTask(Command[None]):
    """Put a task into a phase, before another one of its engagement; None = last."""

    label: ClassVar[str] = "reorder task"

    task: TaskId
    phase: PhaseId | None
    before: TaskId | None = None

    def apply(self, session: WriteSession) -> None:
        row = session.one(Task, self.task)
        check_phase(session, self.phase, row.engagement_id)
        row.phase_id = self.phase
        others = select(Task).where(Task.engagement_id == row.engagement_id, Task.id != row.id)
        ordered = list(session.scalars(others.order_by(Task.position, Task.id)))
        place = len(ordered)
        if self.before is not None:
            place = next((n for n, other in enumerate(ordered) if other.id == self.before), place)
        ordered.insert(place, row)
        for position, task in enumerate(ordered):
            if task.position != position:
                task.position = position


@dataclass(frozen=True)
class SetProgress(Command[None]):
    """Say how far a task is; the first progress starts it, 100 percent ends it, less opens it again."""

    label: ClassVar[str] = "set progress"

    task: TaskId
    percent: int
    on: date
    remaining_s: int | None = None
    """None = what progress leaves of the estimate."""

    def apply(self, session: WriteSession) -> None:
        row = session.one(Task, self.task)
        done = percent(self.percent, "task.progress")
        day = check_day(self.on)
        values: dict[str, Any] = {
            "progress_percent": done,
            "remaining_s": None if done == 100 else checked_estimate(self.remaining_s),
            "done_on": (row.done_on or day) if done == 100 else None,
        }
        if done and row.started_on is None:
            values["started_on"] = day
        assign(row, values)


@dataclass(frozen=True)
class EditPlanMilestone(Command[None]):
    """Replace what is said about a milestone, its deadline, owner and pin included."""

    label: ClassVar[str] = "edit milestone"

    milestone: bytes
    facts: PointFacts
    version: int | None = None

    def apply(self, session: WriteSession) -> None:
        row = session.seen(Milestone, self.milestone, self.version)
        facts = self.facts
        check_phase(session, facts.phase, row.engagement_id)
        values: dict[str, Any] = {
            "name": required(facts.name, "milestone.name"),
            "due": check_day(facts.due),
            "phase_id": facts.phase,
            "done_on": maybe_day(facts.done_on),
            "deadline": maybe_day(facts.deadline),
            "owner_id": check_person(session, facts.owner),
            "pinned": facts.pinned,
        }
        assign(row, values)


@dataclass(frozen=True)
class AddDeliverable(Command[DeliverableId]):
    label: ClassVar[str] = "add deliverable"

    engagement: EngagementId
    facts: DeliverableFacts

    def apply(self, session: WriteSession) -> DeliverableId:
        session.one(Engagement, self.engagement)
        values = deliverable_values(session, self.engagement, self.facts)
        row = Deliverable(id=session.new_id(), engagement_id=self.engagement, **values)
        session.add(row)
        return DeliverableId(row.id)


@dataclass(frozen=True)
class EditDeliverable(Command[None]):
    label: ClassVar[str] = "edit deliverable"

    deliverable: DeliverableId
    facts: DeliverableFacts
    version: int | None = None

    def apply(self, session: WriteSession) -> None:
        row = session.seen(Deliverable, self.deliverable, self.version)
        assign(row, deliverable_values(session, EngagementId(row.engagement_id), self.facts))


@dataclass(frozen=True)
class RemoveDeliverable(Command[None]):
    """Remove a deliverable and the links that name it."""

    label: ClassVar[str] = "remove deliverable"

    deliverable: DeliverableId

    def apply(self, session: WriteSession) -> None:
        row = session.one(Deliverable, self.deliverable)
        forget_item(session, row.id)
        session.delete(row)


@dataclass(frozen=True)
class CommitMoves(Command[None]):
    """Put items where a move and its consequences want them, in one step of undo.

    A task keeps its length where that was given: a new length becomes the given one. A milestone or a deliverable
    takes the day of the move's end as its due day.
    """

    label: ClassVar[str] = "move in the plan"

    moves: tuple[PlanMove, ...]

    def apply(self, session: WriteSession) -> None:
        named = [move.item for move in self.moves]
        if len(set(named)) != len(named):
            raise UserError("plan.moved_twice")
        read: dict[int, Calendars] = {}
        for move in self.moves:
            _, row = item_row(session, move.item)
            if move.version is not None and row.version != move.version:
                raise UserError("record.changed_meanwhile", kind=row.__tablename__)
            if isinstance(row, Task):
                _move_task(session, row, move, read=read)
            else:
                assign(row, {"due": check_day(day_of(_place(move.ends)))})


@dataclass(frozen=True)
class FreeTasks(Command[None]):
    """Take tasks' places away: they stand as early as their links allow."""

    label: ClassVar[str] = "plan automatically"

    tasks: tuple[TaskId, ...]

    def apply(self, session: WriteSession) -> None:
        for task in self.tasks:
            assign(session.one(Task, task), {"starts_civil": None, "ends_civil": None, "pinned": False})


@dataclass(frozen=True)
class PinItems(Command[None]):
    """Pin items where they stand, or let them go."""

    label: ClassVar[str] = "pin"

    items: tuple[bytes, ...]
    pinned: bool

    def apply(self, session: WriteSession) -> None:
        for item in self.items:
            assign(item_row(session, item)[1], {"pinned": self.pinned})


@dataclass(frozen=True)
class AssignOwner(Command[None]):
    """Give items to somebody; None = to nobody."""

    label: ClassVar[str] = "assign"

    items: tuple[bytes, ...]
    owner: PersonId | None

    def apply(self, session: WriteSession) -> None:
        check_person(session, self.owner)
        for item in self.items:
            assign(item_row(session, item)[1], {"owner_id": self.owner})


def task_values(session: WriteSession, engagement: EngagementId, facts: TaskFacts, *, plan: TaskPlan) -> dict[str, Any]:
    """Return the column values of checked facts."""
    check_phase(session, facts.phase, engagement)
    if (plan.starts is None) != (plan.ends is None):
        raise UserError("plan.half_a_place")
    if plan.starts is not None and plan.ends is not None and _place(plan.starts) > _place(plan.ends):
        raise UserError("plan.ends_first")
    if plan.basis is TaskBasis.DURATION and plan.duration_s is None:
        raise UserError("task.duration")
    done = maybe_day(facts.done_on)
    return {
        "name": required(facts.name, "task.name"),
        "phase_id": facts.phase,
        "estimate_s": checked_estimate(facts.estimate_s),
        "due": maybe_day(facts.due),
        "done_on": done,
        "owner_id": check_person(session, plan.owner),
        "role": cleaned(plan.role, "task.role", limit=200),
        "basis": plan.basis,
        "duration_s": checked_estimate(plan.duration_s) if plan.basis is TaskBasis.DURATION else None,
        "demand_percent": percent(plan.demand_percent, "task.demand", least=1),
        "starts_civil": plan.starts,
        "ends_civil": plan.ends,
        "earliest": maybe_day(plan.earliest),
        "deadline": maybe_day(plan.deadline),
        "pinned": plan.pinned,
        "started_on": maybe_day(plan.started_on),
        "progress_percent": 100 if done else percent(plan.progress_percent, "task.progress"),
        "remaining_s": None if done else checked_estimate(plan.remaining_s),
        "note": cleaned(plan.note, "task.note", limit=2_000),
    }


def deliverable_values(session: WriteSession, engagement: EngagementId, facts: DeliverableFacts) -> dict[str, Any]:
    """Return the column values of checked facts; what was issued needs its day, what was not has none."""
    check_phase(session, facts.phase, engagement)
    if (facts.done_on is not None) != (facts.state in DONE_STATES):
        raise UserError("deliverable.issued")
    return {
        "name": required(facts.name, "deliverable.name"),
        "phase_id": facts.phase,
        "due": check_day(facts.due),
        "deadline": maybe_day(facts.deadline),
        "state": facts.state,
        "owner_id": check_person(session, facts.owner),
        "estimate_s": checked_estimate(facts.estimate_s),
        "progress_percent": percent(facts.progress_percent, "task.progress"),
        "done_on": maybe_day(facts.done_on),
        "pinned": facts.pinned,
    }


def _move_task(session: WriteSession, row: Task, move: PlanMove, *, read: dict[int, Calendars]) -> None:
    """``read`` keeps everybody's calendars by the year they were read for: a move pushes many tasks."""
    starts, ends = _place(move.starts), _place(move.ends)
    if starts > ends:
        raise UserError("plan.ends_first")
    values: dict[str, Any] = {"starts_civil": starts, "ends_civil": ends}
    if row.basis is TaskBasis.DURATION:
        day = day_of(starts)
        found = read.get(day.year) or read.setdefault(day.year, calendars(session, today=day))
        values["duration_s"] = found.of(row.owner_id, row.engagement_id).between(starts, ends)
    assign(row, values)


def _place(at: Civil) -> Civil:
    if not FIRST <= at <= LAST:
        raise UserError("day.out_of_range", day="")
    return at
