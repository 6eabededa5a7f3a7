"""How an engagement stands, as one word, and why.

A word without its reasons is an opinion: each reason names the fact that it stands on, the gravest first, and the word
is that of the gravest. What is not known (no budget, nothing planned) is no reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from engagedesk.domain.money import divide_half_even

NEAR_DAYS: Final = 14
"""A date within so many days is near: little slack before it is a risk."""
THIN_SLACK_S: Final = 27_000
"""A working day: less than this before a near date is thin."""
NEARLY_USED_PERCENT: Final = 90
EAC_OFF_PERCENT: Final = 5
"""An EAC that is over the budget by more than this is off track, by less at risk."""


class Health(StrEnum):
    OFF_TRACK = "off_track"
    AT_RISK = "at_risk"
    ON_TRACK = "on_track"


class HealthReason(StrEnum):
    """What an engagement's word stands on, the gravest first."""

    DEADLINE_MISSED = "deadline_missed"
    """A deadline has passed, or what is planned ends after it."""
    DATE_OVERDUE = "date_overdue"
    """A milestone or a deliverable was due and is not done."""
    BUDGET_OVERRUN = "budget_overrun"
    """More is used than there was."""
    EAC_OVER = "eac_over"
    """The estimate at completion exceeds the budget clearly."""
    NO_SLACK = "no_slack"
    """The next date cannot be kept as things are planned."""
    CLASH = "clash"
    """Somebody on it is needed twice at the same time."""
    GATE_OPEN = "gate_open"
    TASKS_LATE = "tasks_late"
    BUDGET_NEARLY_USED = "budget_nearly_used"
    EAC_SLIGHTLY_OVER = "eac_slightly_over"
    THIN_SLACK = "thin_slack"
    NOBODY = "nobody"
    """Nobody does something that begins soon."""
    AWAITING_CODE = "awaiting_code"


_WORDS: Final = {
    HealthReason.DEADLINE_MISSED: Health.OFF_TRACK,
    HealthReason.DATE_OVERDUE: Health.OFF_TRACK,
    HealthReason.BUDGET_OVERRUN: Health.OFF_TRACK,
    HealthReason.EAC_OVER: Health.OFF_TRACK,
    HealthReason.NO_SLACK: Health.OFF_TRACK,
}
_GRAVITY: Final = {reason: place for place, reason in enumerate(HealthReason)}


@dataclass(frozen=True, slots=True)
class HealthFacts:
    """What is known about one engagement on a day; None = not known, or there is none."""

    next_due: date | None = None
    """Of the next milestone or deliverable that is not done, an overdue one included."""
    slack_s: int | None = None
    """The least working time that anything before that date can slip."""
    deadlines_missed: int = 0
    dates_overdue: int = 0
    late_tasks: int = 0
    clashes: int = 0
    unowned_soon: int = 0
    """Tasks that begin within ``NEAR_DAYS`` and have neither owner nor booking."""
    open_gates: int = 0
    awaiting_code_s: int = 0
    budget_s: int | None = None
    used_s: int = 0
    work_left: bool = True
    budget: int | None = None
    """With ``eac``: minor units, or both seconds where amounts are not to be had."""
    eac: int | None = None


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason with its measure: a count, seconds or a whole percent, as the reason has it."""

    reason: HealthReason
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """An engagement's word and what it stands on, the gravest first; on track has no causes."""

    health: Health
    causes: tuple[Cause, ...] = ()

    @property
    def rank(self) -> tuple[int, int, int]:
        """Return what a list is ordered by, the worst first."""
        place = list(Health).index(self.health)
        first = _GRAVITY[self.causes[0].reason] if self.causes else len(_GRAVITY)
        return place, first, -len(self.causes)


def standing(facts: HealthFacts, *, today: date) -> Standing:
    """Return how an engagement stands on a day."""
    found = [
        Cause(reason, amount)
        for reason, amount in (
            (HealthReason.DEADLINE_MISSED, facts.deadlines_missed),
            (HealthReason.DATE_OVERDUE, facts.dates_overdue),
            (HealthReason.TASKS_LATE, facts.late_tasks),
            (HealthReason.CLASH, facts.clashes),
            (HealthReason.NOBODY, facts.unowned_soon),
            (HealthReason.GATE_OPEN, facts.open_gates),
            (HealthReason.AWAITING_CODE, facts.awaiting_code_s),
        )
        if amount > 0
    ]
    return _standing([*found, *_of_budget(facts), *_of_slack(facts, today)])


def budget_standing(facts: HealthFacts) -> Standing:
    """Return how an engagement stands by its budget alone."""
    return _standing(_of_budget(facts))


def _standing(found: list[Cause]) -> Standing:
    found.sort(key=lambda cause: _GRAVITY[cause.reason])
    words = [_WORDS.get(cause.reason, Health.AT_RISK) for cause in found]
    return Standing(min(words, key=list(Health).index, default=Health.ON_TRACK), tuple(found))


def _of_budget(facts: HealthFacts) -> list[Cause]:
    found = []
    if facts.budget_s:
        if facts.used_s > facts.budget_s:
            found.append(Cause(HealthReason.BUDGET_OVERRUN, facts.used_s - facts.budget_s))
        elif facts.work_left and facts.used_s * 100 >= facts.budget_s * NEARLY_USED_PERCENT:
            found.append(Cause(HealthReason.BUDGET_NEARLY_USED, facts.used_s * 100 // facts.budget_s))
    if facts.budget and facts.eac is not None and facts.eac > facts.budget:
        # Whole percent as everywhere; a penny over is over.
        over = max(1, divide_half_even((facts.eac - facts.budget) * 100, facts.budget))
        clearly = (facts.eac - facts.budget) * 100 > facts.budget * EAC_OFF_PERCENT
        found.append(Cause(HealthReason.EAC_OVER if clearly else HealthReason.EAC_SLIGHTLY_OVER, over))
    return found


def _of_slack(facts: HealthFacts, today: date) -> list[Cause]:
    if facts.slack_s is None or facts.next_due is None:
        return []
    if facts.slack_s < 0:
        return [Cause(HealthReason.NO_SLACK, -facts.slack_s)]
    if facts.slack_s < THIN_SLACK_S and (facts.next_due - today).days <= NEAR_DAYS:
        return [Cause(HealthReason.THIN_SLACK, facts.slack_s)]
    return []
