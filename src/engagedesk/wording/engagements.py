"""Words for engagements, their plans and teams, clients, and what is typed into their forms."""

from __future__ import annotations

from typing import Final

from engagedesk.wording.text import ErrorText

_PLANS: Final[dict[str, ErrorText]] = {
    "engagement.title_taken": ErrorText(
        "This client has an engagement of this name", "“{title}”", "Add the year, or what tells the two apart"
    ),
    "roll_forward.not_later": ErrorText(
        "The new period must end later", "{given} is not after {day}", "Give the next period's end"
    ),
    "phase.has_time": ErrorText(
        "Time was booked on this phase", "{count} entries on “{name}”", "Mark it done, or move the entries first"
    ),
    "task.has_time": ErrorText(
        "Time was booked on this task", "{count} entries on “{name}”", "Mark it done, or move the entries first"
    ),
}

_PEOPLE: Final[dict[str, ErrorText]] = {
    "person.exists": ErrorText("Somebody of this name is known already", "{name}", "Choose the person from the list"),
    "rate_card.exists": ErrorText("There is a rate card of this name already", "{name}", "Give another name"),
    "rate.no_card": ErrorText("The engagement has no rate card", "", "Choose one first"),
    "team.twice": ErrorText("This person has this role already", "{role}", "Give another role"),
}

_CLIENTS: Final[dict[str, ErrorText]] = {
    "client.code_name_missing": ErrorText(
        "There is no code name to show", "The client is to be shown by its code name everywhere", "Give a code name"
    ),
    "client.has_engagements": ErrorText(
        "This client has engagements", "{name}", "A client goes only while nothing belongs to it"
    ),
    "contact.other_client": ErrorText(
        "This contact is another client's", "", "Choose one of the engagement's own client"
    ),
    "client.recipients": ErrorText("Too many recipients", "{count} were given; {limit} are possible", "Name fewer"),
}

_BILLED: Final[dict[str, ErrorText]] = {
    "invoice.amount": ErrorText("This amount cannot be billed", "", "Give what was billed, in fees"),
}

_TYPED: Final[dict[str, ErrorText]] = {
    "form.day": ErrorText("This is no date", "“{text}”", "Write it like 31 Dec 2026 or 2026-12-31"),
    "form.day_range": ErrorText("This date cannot be used", "{text} lies outside 1970 to 2199", "Check the year"),
    "form.day_missing": ErrorText("A date is missing", "", "Write it like 31 Dec 2026 or 2026-12-31"),
    "form.amount": ErrorText("This is no amount", "“{text}”", "Write digits only, for example 64,000 or 64,000.50"),
    "form.amount_range": ErrorText("This amount cannot be kept", "“{text}”", "Give 0 to 10,000,000,000"),
    "form.hours": ErrorText("These are no hours", "“{text}”", "Write 40, 7.5 or 7:30"),
    "form.hours_range": ErrorText("This time cannot be kept", "“{text}”", "Give 0 to 1,000,000 hours"),
}

WORDS: Final[dict[str, ErrorText]] = {**_PLANS, **_PEOPLE, **_CLIENTS, **_BILLED, **_TYPED}
