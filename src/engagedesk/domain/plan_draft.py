"""A plan before it is written: the phases, tasks and dates that a template or last year's work proposes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engagedesk.domain.ids import PersonId
from engagedesk.domain.person import role_title
from engagedesk.domain.states import LinkKind, TaskBasis
from engagedesk.domain.templates import EngagementTemplate, day_from


class DateKind(StrEnum):
    """What a dated line of a plan stands for."""

    DELIVERABLE = "deliverable"
    REVIEW = "review"
    MILESTONE = "milestone"


@dataclass(frozen=True, slots=True)
class TaskDraft:
    name: str
    estimate_s: int | None
    due: date | None = None
    role: str = ""
    owner: PersonId | None = None
    key: str = ""
    """What the plan's links call it; "" = none names it."""
    basis: TaskBasis = TaskBasis.EFFORT
    duration_s: int | None = None
    demand_percent: int = 100
    earliest: date | None = None
    deadline: date | None = None


@dataclass(frozen=True, slots=True)
class DateDraft:
    """A date on which something is due."""

    name: str
    due: date
    kind: DateKind = DateKind.MILESTONE
    owner: PersonId | None = None
    key: str = ""
    deadline: date | None = None


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """What waits for what, by the drafts' keys."""

    leader: str
    follower: str
    kind: LinkKind = LinkKind.FINISH_START
    lag_s: int = 0


@dataclass(frozen=True, slots=True)
class PhaseDraft:
    """One phase; both days are inclusive, None = not said."""

    name: str
    starts: date | None
    ends: date | None
    tasks: tuple[TaskDraft, ...] = ()
    dates: tuple[DateDraft, ...] = ()

    @property
    def estimate_s(self) -> int:
        return sum(task.estimate_s or 0 for task in self.tasks)


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """Phases in order, and what belongs to none of them."""

    phases: tuple[PhaseDraft, ...]
    tasks: tuple[TaskDraft, ...] = ()
    dates: tuple[DateDraft, ...] = ()
    links: tuple[LinkDraft, ...] = ()

    @property
    def estimate_s(self) -> int:
        return sum(phase.estimate_s for phase in self.phases) + sum(task.estimate_s or 0 for task in self.tasks)

    @property
    def task_count(self) -> int:
        return len(self.tasks) + sum(len(phase.tasks) for phase in self.phases)

    @property
    def all_dates(self) -> tuple[DateDraft, ...]:
        """Every dated line, earliest first."""
        found = [*self.dates, *(one for phase in self.phases for one in phase.dates)]
        return tuple(sorted(found, key=lambda one: one.due))

    @property
    def first_day(self) -> date | None:
        return min((phase.starts for phase in self.phases if phase.starts), default=None)

    @property
    def last_day(self) -> date | None:
        """Return the last day on which anything is planned."""
        days = [phase.ends for phase in self.phases if phase.ends] + [one.due for one in self.all_dates]
        return max(days, default=None)


def plan_from_template(template: EngagementTemplate, period_end: date) -> PlanDraft:
    """Return a template's plan for a period end; ``UserError`` where a day leaves the calendar."""
    return PlanDraft(
        tuple(
            PhaseDraft(
                phase.name,
                *phase.dates(period_end),
                tuple(
                    TaskDraft(
                        task.name, task.estimate_s, phase.dates(period_end)[1], role_title(task.role), key=task.name
                    )
                    for task in phase.tasks
                ),
                tuple(
                    sorted(
                        (
                            *(
                                DateDraft(one.name, day_from(period_end, one.due_day), DateKind.DELIVERABLE)
                                for one in phase.deliverables
                            ),
                            *(
                                DateDraft(one.name, day_from(period_end, one.due_day), DateKind.REVIEW)
                                for one in phase.checkpoints
                            ),
                        ),
                        key=lambda one: one.due,
                    )
                ),
            )
            for phase in template.phases
        ),
        links=tuple(
            LinkDraft(before, task.name) for phase in template.phases for task in phase.tasks for before in task.after
        ),
    )
