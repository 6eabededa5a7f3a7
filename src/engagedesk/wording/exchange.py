"""Words for plans and calendars that come in from files and go out into them."""

from __future__ import annotations

from typing import Final

from engagedesk.wording.text import ErrorText

_SAVE_AS: Final = "In Microsoft Project choose File, Save As, XML Format, and import that file."

_REFUSED: Final[dict[str, ErrorText]] = {
    "import.file.mpp": ErrorText("Only Microsoft Project reads this format", "{file}", _SAVE_AS),
    "import.kind_other": ErrorText("The file holds something else", "{file}: {kind}", "Let the file say what it is."),
    "import.plan.not_a_project": ErrorText("This XML is no plan of Microsoft Project", "{file}", _SAVE_AS),
    "import.plan.nested_too_deep": ErrorText(
        "The file is not safe to read", "{file} nests deeper than any plan does.", "Ask who sent it."
    ),
    "import.plan.no_tasks": ErrorText("There is no task in this plan", "{file}", "Choose another file."),
    "import.plan.too_many": ErrorText(
        "The plan is too large", "{file} holds more than {limit} tasks.", "Import its parts one by one."
    ),
    "import.plan.too_deep": ErrorText(
        "The outline is too deep",
        "{file}, line {line}: more than {limit} levels.",
        "Flatten the outline where it came from. Nothing was imported.",
    ),
    "import.plan.circle": ErrorText(
        "The links of this plan close a circle",
        "Each would wait for itself: {circle}. Nothing was imported.",
        "Remove one of these links where the plan came from.",
    ),
    "import.calendar.cut_short": ErrorText("The file ends in the middle of this event"),
    "import.calendar.bad_event": ErrorText("An event that cannot be read"),
    "import.calendar.ends_first": ErrorText("An event that ends before it starts"),
    "import.calendar.rule": ErrorText("A rule of recurrence that cannot be followed"),
    "import.plan.no_name": ErrorText("A task without a name"),
    "import.plan.links_itself": ErrorText("Nothing can wait for itself", "“{name}”"),
    "exchange.format": ErrorText(
        "A plan cannot be written like this",
        "{file}: its ending is none of {formats}.",
        "Choose one of these.",
    ),
    "exchange.cannot_write": ErrorText(
        "The file cannot be written", "{file}", "Close it in other programs, or choose another folder."
    ),
    "exchange.nothing": ErrorText("There is no plan to write", "No engagement fits.", "Choose other engagements."),
}

_REMARKS: Final[dict[str, ErrorText]] = {
    "import.plan.bad_predecessor": ErrorText(
        "Predecessors that cannot be read",
        "“{value}”, line {line}",
        "Write them as in 3FS+2d",
    ),
    "import.plan.unknown_predecessor": ErrorText(
        "A predecessor that the file does not hold", "{number}, for “{name}”, line {line}"
    ),
    "import.plan.lag_turned": ErrorText(
        "A lag in percent or elapsed time became working time", "“{value}”, line {line}", "Check this link"
    ),
    "import.plan.half_placed": ErrorText("Only one of start and finish is given", "“{name}”: it is kept as a bound"),
    "import.plan.zone_dropped": ErrorText("Dates with a time zone", "They were taken as the clock shows them"),
    "import.plan.name_cut": ErrorText("Some names are longer than can be kept", "They were cut"),
    "import.plan.free_day": ErrorText("Work on a day that is free in your calendar", "“{name}”, {day}: it stays there"),
    "import.plan.outside_hours": ErrorText(
        "Some tasks begin or end outside your working hours", "{count} of them: they stay as the file has them"
    ),
    "import.plan.links_broken": ErrorText(
        "By your calendar some links are not kept", "{count} of them: the dates stay as the file has them"
    ),
    "import.plan.other_calendar": ErrorText(
        "The plan was made on another calendar", "Yours stays, and its dates stay as the file has them"
    ),
    "import.plan.baseline_differs": ErrorText("A baseline differs", "“{name}” stays as it was taken"),
    "import.calendar.unknown_zone": ErrorText(
        "An unknown time zone", "“{zone}”: times in it were taken as yours", "Check these days"
    ),
    "import.calendar.left_out": ErrorText(
        "Events that belong into no plan were left out",
        "{count}: no leave, no closed days, no engagement's date",
    ),
    "import.calendar.unclear": ErrorText(
        "Events that fit several engagements were left out", "{count}", "Write the charge code into their titles"
    ),
    "import.calendar.not_here": ErrorText("Dates that the plan no longer holds were left out", "{count}"),
}

_LEFT: Final[dict[str, ErrorText]] = {
    # What a kind of file cannot hold.
    "exchange.left.far_links": ErrorText("Links to engagements that are not in the file"),
    "exchange.left.links": ErrorText("Links"),
    "exchange.left.bookings": ErrorText("Bookings"),
    "exchange.left.patterns": ErrorText("Working weeks"),
    "exchange.left.days": ErrorText("Leave, holidays and long days"),
    "exchange.left.days_of_both": ErrorText("Days of one person on one engagement"),
    "exchange.left.baselines": ErrorText("Baselines"),
    "exchange.left.baseline_places": ErrorText("Baseline places of items that are gone"),
}

WORDS: Final[dict[str, ErrorText]] = {**_REFUSED, **_REMARKS, **_LEFT}
