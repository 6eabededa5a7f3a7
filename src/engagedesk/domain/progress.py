"""How far the work is, measured in two ways, and what a progress report says of it.

By tasks      what is done of the estimates: a task counts by its estimate, with its own progress
By hours      what has been worked of everything that the work will have taken: actual / (actual + ETC)

Where the two disagree by ten points or more, one of them is wrong: both are shown, and the reader decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from engagedesk.domain.civil import day_of
from engagedesk.domain.ids import PersonId, PlanItemId
from engagedesk.domain.plan import PlanItem
from engagedesk.domain.states import PlanItemKind

DISAGREE_POINTS: Final = 10
AHEAD_DAYS: Final = 14
"""A report looks so far ahead, beside what is late already."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Whole percent, rounded down; None = nothing to measure by."""

    by_tasks: int | None
    by_hours: int | None

    @property
    def shown(self) -> int | None:
        """Return the one to show where there is room for one: by tasks, because it says what is done."""
        return self.by_tasks if self.by_tasks is not None else self.by_hours

    @property
    def disagree(self) -> bool:
        if self.by_tasks is None or self.by_hours is None:
            return False
        return abs(self.by_tasks - self.by_hours) >= DISAGREE_POINTS


def progress(items: Iterable[PlanItem], *, actual_s: int, etc_s: int) -> Progress:
    """Measure how far one engagement is.

    A task without an estimate weighs as much as the usual one (the mean of those with one), so that it counts at all.
    """
    tasks = [item for item in items if item.kind is PlanItemKind.TASK]
    known = [task.estimate_s for task in tasks if task.estimate_s]
    usual = sum(known) // len(known) if known else 1
    whole = sum(task.estimate_s or usual for task in tasks)
    done = sum((task.estimate_s or usual) * (100 if task.is_done else task.progress_percent) for task in tasks)
    spent = max(0, actual_s)
    return Progress(
        by_tasks=done // whole if whole else None,
        by_hours=spent * 100 // (spent + etc_s) if spent + etc_s > 0 else None,
    )


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One line of a report's list. ``late_days`` = days past its due day; 0 = not late."""

    item: PlanItemId
    kind: PlanItemKind
    name: str
    owner: PersonId | None
    day: date | None
    """Done on, or due; None = no date was set."""
    progress_percent: int = 0
    late_days: int = 0


@dataclass(frozen=True, slots=True)
class WorkReport:
    """What was done in a period and what comes next, of one engagement."""

    first: date
    last: date
    done: tuple[ReportLine, ...]
    """Oldest first."""
    next: tuple[ReportLine, ...]
    """What is late first, then by day."""
    late: int
    """How many of ``next`` are late."""


def work_report(items: Sequence[PlanItem], *, first: date, last: date) -> WorkReport:
    """Return what was done from ``first`` to ``last`` (both inclusive), and what is late or comes within two weeks."""
    done = [
        ReportLine(one.id, one.kind, one.name, one.owner, one.done_on, 100)
        for one in items
        if one.done_on is not None and first <= one.done_on <= last
    ]
    ahead = last + timedelta(days=min(AHEAD_DAYS, (date.max - last).days))
    coming = []
    for one in items:
        if one.is_done:
            continue
        due = one.due or one.deadline or (day_of(one.ends) if one.placed else None)
        begun = one.started_on is not None or one.progress_percent > 0
        if (due is not None and due <= ahead) or begun:
            late = (last - due).days if due is not None and due <= last else 0
            coming.append(ReportLine(one.id, one.kind, one.name, one.owner, due, one.progress_percent, max(0, late)))
    return WorkReport(
        first,
        last,
        tuple(sorted(done, key=lambda line: (line.day or first, line.name))),
        tuple(sorted(coming, key=lambda line: (-line.late_days, line.day or date.max, line.name))),
        sum(1 for line in coming if line.late_days),
    )
