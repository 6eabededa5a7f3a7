"""Words for the plan: links, places, bookings, baselines, calendars, saved views."""

from __future__ import annotations

from typing import Final

from engagedesk.wording.text import ErrorText

_LINKS: Final[dict[str, ErrorText]] = {
    "link.cycle": ErrorText(
        "This link would close a circle", "Each would wait for itself: {circle}", "Remove one of these links first"
    ),
    "link.twice": ErrorText(
        "These two are linked in this way already", "“{leader}” and “{follower}”", "Change the link that is there"
    ),
    "link.to_itself": ErrorText("Nothing can wait for itself", "“{name}”", "Choose another item"),
    "link.lag": ErrorText("This lag is too long", "", "Give at most 20,000 working hours"),
}

_ITEMS: Final[dict[str, ErrorText]] = {
    "plan.ends_first": ErrorText("It would end before it begins", "", "Let it end later"),
    "plan.half_a_place": ErrorText("Beginning and end belong together", "Only one was given", "Give both, or neither"),
    "plan.moved_twice": ErrorText("One item was moved to two places", "", "Move it once"),
    "task.duration": ErrorText("The duration is missing", "", "Give the working time from start to end"),
    "task.demand": ErrorText("This share cannot be kept", "{percent} %", "Give {least} to {most} percent"),
    "task.progress": ErrorText("This progress cannot be kept", "{percent} %", "Give {least} to {most} percent"),
    "deliverable.issued": ErrorText(
        "State and day do not fit each other",
        "What was issued has the day on which it was; what was not has none",
        "Give the day of issue, or another state",
    ),
    "baseline.empty": ErrorText(
        "There is nothing to keep", "The plan holds no task, milestone or deliverable", "Plan something first"
    ),
    "view.too_large": ErrorText("This view is too large to keep", "", "Choose fewer engagements or people"),
}

_PEOPLE: Final[dict[str, ErrorText]] = {
    "booking.percent": ErrorText("This share cannot be kept", "{percent} %", "Give {least} to {most} percent"),
    "booking.days": ErrorText(
        "The days of the booking are missing", "", "Give the first and the last day, or choose a task"
    ),
    "booking.task_of_other": ErrorText("This task belongs to another engagement", "", "Choose one of this engagement"),
    "calendar.hours": ErrorText(
        "These working hours cannot be kept",
        "Stretches of work follow each other within one day, in whole minutes",
        "Write them like 09:00-12:30, 13:30-17:30",
    ),
    "calendar.no_hours": ErrorText("A week needs some working time", "", "Give the hours of at least one day"),
    "calendar.day_length": ErrorText("A day cannot have this working time", "", "Give 0 to 24 hours"),
    "calendar.pattern_twice": ErrorText(
        "Working hours from this day on are there already", "{day}", "Change those, or choose another day"
    ),
    "calendar.country": ErrorText(
        "Public holidays of this country are not known", "“{country}”", "Give two letters, for example GB or DE"
    ),
    "calendar.subdivision": ErrorText(
        "Public holidays of this part of the country are not known",
        "“{subdivision}” in {country}",
        "Give its letters, for example ENG or BY, or leave it empty",
    ),
    "calendar.no_country": ErrorText("The country is missing", "Only “{subdivision}” was given", "Give the country"),
    "id.no_days": ErrorText("No such days are entered", "{id}", "See: engagedesk calendar list"),
    "person.unknown": ErrorText("Nobody of this name is known", "“{name}”", "Add the person to a team first"),
    "person.several": ErrorText("Several people are called this", "“{name}” is: {candidates}", "Give the whole name"),
    "calendar.whose_leave": ErrorText("Leave belongs to somebody", "", "Choose the person"),
    "calendar.which_engagement": ErrorText("Closed days belong to an engagement", "", "Choose the engagement"),
    "calendar.how_long": ErrorText("The length of the days is missing", "", "Give the working hours of each day"),
}

WORDS: Final[dict[str, ErrorText]] = {**_LINKS, **_ITEMS, **_PEOPLE}
