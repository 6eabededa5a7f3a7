"""An engagement's standing and its progress in words."""

from __future__ import annotations

from typing import Final

from engagedesk.domain.health import Cause, Health, HealthReason, Standing
from engagedesk.domain.progress import Progress
from engagedesk.ui.format import EN_DASH, hm, hours
from engagedesk.ui.theme import Icon, Tone
from engagedesk.ui.words import counted, tr

_BEFORE_MINUS: Final = "−"


def health(standing: Health) -> tuple[str, Tone, Icon]:
    """Return the word, its tint, and the icon that stands for it where there is little room."""
    return {
        Health.OFF_TRACK: (tr("Health", "Off track"), Tone.DANGER, Icon.ALERT),
        Health.AT_RISK: (tr("Health", "At risk"), Tone.WARN, Icon.WARNING),
        Health.ON_TRACK: (tr("Health", "On track"), Tone.OK, Icon.CHECK),
    }[standing]


def cause(one: Cause, *, day_s: int) -> str:
    """Return one reason; ``day_s`` is a working day's length, in which slack is told."""
    amount = one.amount
    match one.reason:
        case HealthReason.DEADLINE_MISSED:
            return counted(amount, tr("Health", "{n} deadline missed"), tr("Health", "{n} deadlines missed"))
        case HealthReason.DATE_OVERDUE:
            return counted(amount, tr("Health", "{n} date overdue"), tr("Health", "{n} dates overdue"))
        case HealthReason.BUDGET_OVERRUN:
            return tr("Health", "{hours} h over budget").format(hours=hours(amount))
        case HealthReason.EAC_OVER | HealthReason.EAC_SLIGHTLY_OVER:
            return tr("Health", "EAC {percent} % over budget").format(percent=amount)
        case HealthReason.NO_SLACK:
            return tr("Health", "Next date {days} too late").format(days=days(amount, day_s=day_s))
        case HealthReason.CLASH:
            return counted(amount, tr("Health", "{n} clash of people"), tr("Health", "{n} clashes of people"))
        case HealthReason.GATE_OPEN:
            return counted(amount, tr("Health", "{n} gate open"), tr("Health", "{n} gates open"))
        case HealthReason.TASKS_LATE:
            return counted(amount, tr("Health", "{n} task late"), tr("Health", "{n} tasks late"))
        case HealthReason.BUDGET_NEARLY_USED:
            return tr("Health", "{percent} % of the budget used").format(percent=amount)
        case HealthReason.THIN_SLACK:
            return tr("Health", "Slack of {days}").format(days=days(amount, day_s=day_s))
        case HealthReason.NOBODY:
            return counted(amount, tr("Health", "{n} task without anybody"), tr("Health", "{n} tasks without anybody"))
        case HealthReason.AWAITING_CODE:
            return tr("Health", "{hours} h awaiting code").format(hours=hm(amount))


def causes(standing: Standing, *, day_s: int) -> str:
    """Return every reason, the gravest first."""
    return ", ".join(cause(one, day_s=day_s) for one in standing.causes)


def days(seconds: int, *, day_s: int) -> str:
    """Return working time in days: ``2 d``, ``0.5 d``; negative with a minus sign."""
    halves = abs(seconds) * 2 // max(1, day_s)
    number = str(halves // 2) if halves % 2 == 0 else f"{halves / 2:.1f}"
    sign = _BEFORE_MINUS if seconds < 0 and halves else ""
    return tr("Health", "{days} d").format(days=f"{sign}{number}")


def progress_words(found: Progress) -> str:
    """Return how far the work is; both measures where they disagree."""
    if found.shown is None:
        return EN_DASH
    if found.disagree:
        return tr("Health", "{tasks} % done, {hours} % by hours").format(tasks=found.by_tasks, hours=found.by_hours)
    return tr("Health", "{percent} % done").format(percent=found.shown)
