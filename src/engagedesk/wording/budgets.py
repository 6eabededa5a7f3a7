"""Words for budgets, rates and exchange rates, estimates and excess hours."""

from __future__ import annotations

from typing import Final

from engagedesk.wording.text import ErrorText

WORDS: Final[dict[str, ErrorText]] = {
    "budget.reason_missing": ErrorText(
        "Say why there is a new budget", "Version {number} changes what was agreed", "Give the reason in a few words"
    ),
    "budget.not_newest": ErrorText(
        "This version is history", "Version {number} was followed by version {newest}", "Change the newest one"
    ),
    "budget.too_many_lines": ErrorText(
        "This budget has too many lines", "{count} were given; {limit} are possible", "Use fewer phases or grades"
    ),
    "budget.cell_twice": ErrorText("This grade stands twice in a phase", "“{grade}”", "Name each grade once"),
    "budget.hours_range": ErrorText("This time cannot be kept", "", "Give 0 to 1,000,000,000 hours in all"),
    "budget.amount_range": ErrorText("This amount cannot be kept", "", "Give 0 to 10,000,000,000,000 in all"),
    "budget.empty": ErrorText("The budget is empty", "No phase has any hours", "Give the hours of at least one grade"),
    "budget.bad_rule": ErrorText(
        "These are no percents to alert at", "", "Give up to 12 whole percents from 1 to 1000, like 75, 90, 100"
    ),
    "budget.none": ErrorText("There is no budget", "“{text}” has none yet", "Set one on the Budgets page"),
    "phase.has_budget": ErrorText(
        "A budget names this phase", "“{name}” has hours in a version of the budget", "Mark it done instead"
    ),
    "fx.range": ErrorText("This exchange rate cannot be kept", "", "Give a number above 0 and up to 10,000,000"),
    "fx.same_currency": ErrorText("A currency is worth itself", "{currency}", "Choose two different currencies"),
    "fx.text": ErrorText("This is no exchange rate", "“{text}”", "Write it like 0.8642, with at most six decimals"),
    "rate.raise_range": ErrorText("This is no raise", "", "Give a percentage from -50 to 100"),
    "rate.none_before": ErrorText(
        "No rate would change", "The card has no rate from before {day}", "Choose a later day, or add rates first"
    ),
    "rate.too_high": ErrorText("This rate cannot be kept", "", "Give up to 1,000,000,000 an hour"),
    "excess.hours": ErrorText("Say how many hours went over", "", "Give more than 0 hours"),
    "excess.note_missing": ErrorText(
        "Say what caused it", "“Other” alone is no evidence", "Describe the cause in a few words"
    ),
}
