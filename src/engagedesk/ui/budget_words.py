"""Figures of budgets in words: short amounts, health, causes, what an alert says."""

from __future__ import annotations

from engagedesk.domain.budget import EtcSource
from engagedesk.domain.health import Standing
from engagedesk.domain.money import divide_half_even
from engagedesk.domain.states import BudgetAlertKind, ExcessCause
from engagedesk.services.queries.budget_rows import AlertRow, Basis, BudgetList, BudgetPage, BudgetRow
from engagedesk.ui.format import EN_DASH, MINUS, day_short, day_with_weekday, hours, isolate, locale, money_short
from engagedesk.ui.health_words import causes, health
from engagedesk.ui.theme import Tone
from engagedesk.ui.words import tr

WARNED_PER_MILLE = 750
DAY_S = 27_000
"""Slack is told in such days; a budget alone knows none."""


def hours_signed(seconds: int) -> str:
    """Return ``+6 h``, ``−30 h``, ``0 h``."""
    shown = hours(abs(seconds)) if seconds else "0"
    return isolate(f"{MINUS if seconds < 0 else '+' if seconds else ''}{shown} h")


def percent_words(per_mille: int | None) -> str:
    """Return ``97 %``; an en dash where there is none."""
    return EN_DASH if per_mille is None else isolate(f"{locale().toString(divide_half_even(per_mille, 10))} %")


def signed_percent(part: int, whole: int) -> str:
    """Return ``−7.4 %``."""
    if whole <= 0:
        return EN_DASH
    tenths = divide_half_even(part * 1000, whole)
    text = locale().toString(abs(tenths) / 10, "f", 1)
    return isolate(f"{MINUS if tenths < 0 else '+' if tenths else ''}{text} %")


def used_tone(row: BudgetRow) -> Tone:
    """Return how much a budget's use stands out; a word always says the same."""
    if row.used_per_mille is None or row.used_per_mille < WARNED_PER_MILLE:
        return Tone.SECOND
    return Tone.DANGER if row.used_per_mille >= 1_000 else Tone.WARN


def variance_short(row: BudgetRow) -> str:
    """Return the variance in the row's own unit; "" without a budget."""
    if row.budget_id is None:
        return ""
    if row.basis is Basis.MONEY and row.variance_minor is not None:
        return money_short(row.variance_minor, row.currency, signed=True)
    return hours_signed(row.variance_s or 0)


def variance_of(row: BudgetRow) -> int:
    """Return the variance in the row's own unit, for its sign."""
    return row.variance_minor if row.basis is Basis.MONEY and row.variance_minor is not None else row.variance_s or 0


def exhausted_words(row: BudgetRow) -> str:
    if row.budget_id is None:
        return ""
    if row.exhausted_on is None:
        return tr("Budgets", "lasts")
    return tr("Budgets", "exhausted {day}").format(day=day_short(row.exhausted_on))


def standing_words(standing: Standing | None) -> tuple[str, Tone, str]:
    """Return the word, its tint, and why."""
    if standing is None:
        return tr("Budgets", "No budget"), Tone.SECOND, ""
    word, tone, _ = health(standing.health)
    return word, tone, causes(standing, day_s=DAY_S)


def etc_source_words(source: EtcSource) -> str:
    return {
        EtcSource.TYPED: tr("Budgets", "partly typed"),
        EtcSource.TASKS: tr("Budgets", "from tasks"),
        EtcSource.BOOKINGS: tr("Budgets", "from bookings"),
        EtcSource.NOTHING: tr("Budgets", "nothing is left"),
    }[source]


def cause_words(cause: ExcessCause) -> str:
    return {
        ExcessCause.LATE_REQUESTS: tr("Budgets", "Late documents (PBC)"),
        ExcessCause.SCOPE_CHANGE: tr("Budgets", "Scope change"),
        ExcessCause.REWORK: tr("Budgets", "Rework"),
        ExcessCause.LEARNING: tr("Budgets", "Learning"),
        ExcessCause.OTHER: tr("Budgets", "Other"),
    }[cause]


def alert_title(alert: AlertRow) -> tuple[str, Tone]:
    """Return what was crossed, in a few letters."""
    if alert.kind is BudgetAlertKind.EAC:
        return tr("Budgets", "EAC +{percent} %").format(percent=locale().toString(alert.percent)), Tone.DANGER
    tone = Tone.DANGER if alert.percent >= 100 else Tone.WARN
    return tr("Budgets", "{percent} % used").format(percent=locale().toString(alert.percent)), tone


def alert_words(alert: AlertRow) -> str:
    """Return what an alert says: where it stood, and what changed."""
    if alert.kind is BudgetAlertKind.EAC and alert.eac_minor is not None:
        stood = tr("Budgets", "EAC {amount}").format(amount=money_short(alert.eac_minor, alert.currency))
    elif alert.actual_minor is not None and alert.actual_minor:
        stood = tr("Budgets", "Crossed at {amount}").format(amount=money_short(alert.actual_minor, alert.currency))
    else:
        stood = tr("Budgets", "Crossed at {hours} h").format(hours=hours(alert.actual_s))
    changed = cause_of_alert(alert)
    return tr("Budgets", "{stood}: {changed}").format(stood=stood, changed=changed) if changed else stood


def cause_of_alert(alert: AlertRow) -> str:
    """Return what changed; "" = not known."""
    amount = hours(abs(alert.change_s))
    match alert.cause:
        case "time" if alert.change_s > 0:
            return tr("Budgets", "{hours} h were booked").format(hours=amount)
        case "extract" if alert.change_s > 0:
            return tr("Budgets", "{hours} h came with the team extract").format(hours=amount)
        case "time":
            return tr("Budgets", "time was booked")
        case "extract":
            return tr("Budgets", "the team extract came in")
        case "estimate":
            return tr("Budgets", "what is still to do changed")
        case "rates":
            return tr("Budgets", "rates changed")
        case "budget":
            return tr("Budgets", "the budget changed")
        case _:
            return ""


def extract_words(page: BudgetPage | BudgetList) -> str:
    if page.extract_date is None:
        return tr("Budgets", "no team extract")
    day = day_short(page.extract_date)
    if page.stale:
        return tr("Budgets", "team extract {day}, stale").format(day=day)
    return tr("Budgets", "team extract {day}").format(day=day)


def exhausted_figure(page: BudgetPage) -> tuple[str, str]:
    """Return the day on which the budget is used up, and the same by bookings."""
    row = page.row
    below = ""
    if page.exhausted_by_bookings is not None:
        below = tr("Budgets", "{day} with bookings").format(day=day_short(page.exhausted_by_bookings))
    if row.exhausted_on is None:
        return tr("Budgets", "Lasts"), below or tr("Budgets", "to the end, at this pace")
    if row.exhausted_on <= page.today:
        return day_with_weekday(row.exhausted_on), below or tr("Budgets", "used up")
    return day_with_weekday(row.exhausted_on), below or tr("Budgets", "projected")
