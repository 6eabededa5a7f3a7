"""Next year's engagement, proposed from what this year really took.

hours of a phase    what was worked on it, where anything was; else what had been planned
hours of a task     its phase's hours, shared out by last year's plan, in quarter hours that add up
dates               as many days from the new period end as they were from the old one
empty on purpose    sign-offs, charge codes, the engagement letter and every other gate: they are earned anew
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from engagedesk.domain.ids import PersonId
from engagedesk.domain.plan_draft import DateDraft, LinkDraft, PhaseDraft, PlanDraft, TaskDraft
from engagedesk.domain.states import TaskBasis
from engagedesk.errors import UserError

STEP_S: Final = 900
FIRST_YEAR: Final = 1970
LAST_YEAR: Final = 2199
_YEAR: Final = re.compile(r"(?<!\d)(19|20|21)\d{2}(?!\d)", re.ASCII)


class Basis(StrEnum):
    """What a proposed number of hours stands on."""

    ACTUAL = "actual"
    PLANNED = "planned"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class TaskYear:
    """A task as the year left it; ``actual_s`` is the time booked on the task itself."""

    name: str
    estimate_s: int | None
    actual_s: int
    due: date | None
    done: bool
    owner: PersonId | None = None
    role: str = ""
    key: str = ""
    basis: TaskBasis = TaskBasis.EFFORT
    duration_s: int | None = None
    demand_percent: int = 100
    earliest: date | None = None
    deadline: date | None = None


@dataclass(frozen=True, slots=True)
class PhaseYear:
    """A phase as the year left it; ``actual_s`` is everybody's time that fell to it."""

    name: str
    starts: date | None
    ends: date | None
    actual_s: int
    done: bool
    tasks: tuple[TaskYear, ...]
    dates: tuple[DateDraft, ...]

    @property
    def planned_s(self) -> int:
        return sum(task.estimate_s or 0 for task in self.tasks)


@dataclass(frozen=True, slots=True)
class MemberYear:
    """Somebody's role on the team and the time it took. ``planned_s`` None = nobody said."""

    person: PersonId
    name: str
    role: str
    planned_s: int | None
    actual_s: int
    starts: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class EngagementYear:
    """One engagement's year, as far as the store knows it."""

    title: str
    period_end: date | None
    starts: date | None
    ends: date | None
    phases: tuple[PhaseYear, ...]
    tasks: tuple[TaskYear, ...]
    """Of no phase."""
    dates: tuple[DateDraft, ...]
    """Of no phase."""
    team: tuple[MemberYear, ...]
    links: tuple[LinkDraft, ...] = ()
    """Within the engagement, by the keys of its tasks and dates."""

    @property
    def anchor(self) -> date | None:
        """The day that all dates are counted from: the period end, else the end or the start of the work."""
        return self.period_end or self.ends or self.starts

    @property
    def open_points(self) -> tuple[str, ...]:
        """Tasks that were not done; next year's plan names them first in its preview."""
        return tuple(t.name for t in (*(t for p in self.phases for t in p.tasks), *self.tasks) if not t.done)


@dataclass(frozen=True, slots=True)
class PhaseProposal:
    """Last year beside next year, for one phase."""

    name: str
    planned_s: int
    actual_s: int
    proposed_s: int
    basis: Basis
    starts: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class MemberProposal:
    person: PersonId
    name: str
    role: str
    planned_s: int | None
    starts: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class RollForward:
    """What next year's engagement would be."""

    title: str
    period_end: date
    starts: date | None
    ends: date | None
    plan: PlanDraft
    phases: tuple[PhaseProposal, ...]
    team: tuple[MemberProposal, ...]
    open_points: tuple[str, ...]


def roll_forward(year: EngagementYear, period_end: date) -> RollForward:
    """Propose the next engagement for a period end; ``UserError`` where that is not later than the old one."""
    anchor = year.anchor
    if anchor is not None and period_end <= anchor:
        raise UserError("roll_forward.not_later", day=anchor, given=period_end)
    by = timedelta(0) if anchor is None else period_end - anchor
    drafts, proposals = [], []
    for phase in year.phases:
        draft, proposal = _phase(phase, by)
        drafts.append(draft)
        proposals.append(proposal)
    plan = PlanDraft(tuple(drafts), _tasks(year.tasks, None, by=by), _dates(year.dates, by), year.links)
    return RollForward(
        title=next_title(year.title, anchor, period_end),
        period_end=period_end,
        starts=moved(year.starts, by),
        ends=moved(year.ends, by),
        plan=plan,
        phases=tuple(proposals),
        team=tuple(
            MemberProposal(
                member.person,
                member.name,
                member.role,
                quarter_hours(member.actual_s) if member.actual_s > 0 else member.planned_s,
                moved(member.starts, by),
                moved(member.ends, by),
            )
            for member in year.team
        ),
        open_points=year.open_points,
    )


def next_period_end(day: date) -> date:
    """Return the period end a year later; the last day of a month stays the last day of that month."""
    year = day.year + 1
    last = calendar.monthrange(year, day.month)[1]
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(year, day.month, last if is_last else min(day.day, last))


def next_title(title: str, anchor: date | None, period_end: date) -> str:
    """Return a title that tells the years apart: a year in it moves on, else the new one follows it."""
    if _YEAR.search(title):
        step = period_end.year - (anchor or period_end).year or 1
        return _YEAR.sub(lambda found: str(int(found[0]) + step), title)
    return f"{title} {period_end.year}"


def moved(day: date | None, by: timedelta) -> date | None:
    """Return a day moved on; ``UserError`` where it leaves the years that a plan can have."""
    if day is None:
        return None
    try:
        found = day + by
    except OverflowError as error:
        raise UserError("day.out_of_range", day=day.isoformat()) from error
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise UserError("day.out_of_range", day=found.isoformat())
    return found


def phase_of_day(phases: Sequence[tuple[bytes, date | None, date | None]], day: date) -> bytes | None:
    """Return the phase that a day falls into, the one that started last where several do; None outside all."""
    inside = [(starts, place, one) for place, (one, starts, ends) in enumerate(phases)
              if starts is not None and ends is not None and starts <= day <= ends]  # fmt: skip
    return max(inside)[2] if inside else None


def quarter_hours(seconds: int) -> int:
    """Return seconds rounded to the nearest quarter hour, a half up."""
    return (seconds + STEP_S // 2) // STEP_S * STEP_S


def shared_out(total_s: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Share whole quarter hours out by weights, by largest remainder, so that they add up; equally without any."""
    if not weights:
        return ()
    shares = list(weights) if any(weights) else [1] * len(weights)
    steps, whole = quarter_hours(total_s) // STEP_S, sum(shares)
    floors = [steps * weight // whole for weight in shares]
    rests = sorted(range(len(shares)), key=lambda i: (-(steps * shares[i] % whole), i))
    for place in rests[: steps - sum(floors)]:
        floors[place] += 1
    return tuple(floor * STEP_S for floor in floors)


def _phase(phase: PhaseYear, by: timedelta) -> tuple[PhaseDraft, PhaseProposal]:
    # Half a phase's hours say nothing about the whole.
    worked = phase.actual_s > 0 and (phase.done or phase.actual_s >= phase.planned_s)
    basis = Basis.ACTUAL if worked else Basis.PLANNED if phase.planned_s else Basis.NOTHING
    tasks = _tasks(phase.tasks, phase.actual_s if worked else None, by=by)
    starts, ends = moved(phase.starts, by), moved(phase.ends, by)
    draft = PhaseDraft(phase.name, starts, ends, tasks, _dates(phase.dates, by))
    proposed = quarter_hours(phase.actual_s) if worked else phase.planned_s
    return draft, PhaseProposal(phase.name, phase.planned_s, phase.actual_s, proposed, basis, starts, ends)


def _tasks(tasks: Sequence[TaskYear], total_s: int | None, *, by: timedelta) -> tuple[TaskDraft, ...]:
    """Return the tasks moved on; ``total_s`` None = each by its own time where done, else by its plan."""
    if total_s is None:
        return tuple(
            _task(t, quarter_hours(t.actual_s) if t.done and t.actual_s > 0 else t.estimate_s, by=by) for t in tasks
        )
    hours = shared_out(total_s, [max(t.estimate_s or 0, t.actual_s) for t in tasks])
    return tuple(_task(t, s, by=by) for t, s in zip(tasks, hours, strict=True))


def _task(task: TaskYear, estimate_s: int | None, *, by: timedelta) -> TaskDraft:
    return TaskDraft(
        task.name,
        estimate_s,
        moved(task.due, by),
        task.role,
        task.owner,
        task.key,
        task.basis,
        task.duration_s,
        task.demand_percent,
        moved(task.earliest, by),
        moved(task.deadline, by),
    )


def _dates(dates: Sequence[DateDraft], by: timedelta) -> tuple[DateDraft, ...]:
    found: list[DateDraft] = []
    for one in dates:
        due = moved(one.due, by)
        assert due is not None  # noqa: S101  # a given day stays a day
        found.append(replace(one, due=due, deadline=moved(one.deadline, by)))
    return tuple(found)


def actual_by_phase(
    phases: Sequence[tuple[bytes, date | None, date | None]],
    named: Mapping[bytes, int],
    by_day: Mapping[date, int],
) -> dict[bytes, int]:
    """Return everybody's seconds a phase: time that names its phase, and the rest by the day on which it was worked."""
    found = dict(named)
    for day, seconds in by_day.items():
        phase = phase_of_day(phases, day)
        if phase is not None:
            found[phase] = found.get(phase, 0) + seconds
    return found
