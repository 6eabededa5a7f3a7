"""Words for time: days, entries, timers, the quick-entry line, the week check, codes, profiles, templates."""

from __future__ import annotations

from typing import Final

from engagedesk.wording.text import ErrorText

_TWO_NAMES: Final = "Name one of them more closely, or give its code"
_WHEN_FORMS: Final = "9:30-11, -30 -10, -30, +10, 1.5h, 90m and 1:30 are understood"

_DAYS: Final[dict[str, ErrorText]] = {
    "span.backwards": ErrorText("The end is before the start", "", "Swap the two times"),
    "zone.unknown": ErrorText(
        "Unknown time zone", "“{zone}” is not in this machine's zone list", "Use an IANA name such as Europe/London"
    ),
    "day.out_of_range": ErrorText(
        "This date cannot be used", "{day} lies outside the years 2 to 9998", "Check the year"
    ),
    "day.instant_out_of_range": ErrorText(
        "This time cannot be used", "It lies outside the years 2 to 9998", "Check the year and this machine's clock"
    ),
    "day.bad_clock": ErrorText("No such time of day", "", "A day has the times 00:00 to 24:00"),
    "day.bad_start": ErrorText(
        "The work day cannot start then", "{minutes} minutes after midnight", "Choose a time from 00:00 to 12:00"
    ),
    "week.unreadable": ErrorText("This is no week", "“{week}” was read", "Write the ISO week, for example 2026-W47"),
    "week.unknown": ErrorText("There is no such week", "{week}", "Most years have 52 weeks, some 53"),
    "week.out_of_range": ErrorText("This week cannot be used", "{week}", "Check the year"),
    "week.bad_end": ErrorText("No such weekday", "{weekday}", "Choose 1 for Monday to 7 for Sunday"),
}

_TIMER: Final[dict[str, ErrorText]] = {
    "timer.none_running": ErrorText("No timer is running", "There is nothing to stop", "Start one first"),
    "timer.none_to_switch": ErrorText("No timer is running", "There is nothing to switch from", "Start one instead"),
    "timer.start_in_future": ErrorText("The timer cannot start later than now", "", "Give a time that has passed"),
    "timer.start_before_running": ErrorText(
        "Another timer was started later than that",
        "Both would claim the same time",
        "Start from a time after the running timer's start, or correct the entry afterwards",
    ),
    "timer.stop_before_start": ErrorText(
        "The end is before the start", "The timer started later than that", "Give a time after its start"
    ),
    "timer.stop_in_future": ErrorText("The timer cannot stop later than now", "", "Give a time that has passed"),
    "timer.edit_needs_time": ErrorText("No end was given", "", "Give the time at which the work ended"),
}

_ENTRY: Final[dict[str, ErrorText]] = {
    "entry.transition": ErrorText(
        "This entry cannot go there", "It is {state}", "See what its state allows: draft, ready, submitted, posted"
    ),
    "entry.return_needs_reason": ErrorText("No reason was given", "", "Say why the time is returned"),
    "entry.reason_too_long": ErrorText("The reason is too long", "At most {limit} letters", "Shorten it"),
    "entry.locked_submitted": ErrorText(
        "This time is submitted", "Submitted time is not changed", "Recall the week, change it, submit it again"
    ),
    "entry.locked_posted": ErrorText(
        "This time is posted", "Posted time is not changed", "Reverse it and enter it anew; both stay on record"
    ),
    "entry.delete_running": ErrorText("This timer is running", "It was not deleted", "Stop it first"),
    "entry.ends_before_start": ErrorText("The end is before the start", "", "Correct one of the two times"),
    "entry.no_time": ErrorText("This entry has no time", "It would be 0 seconds long", "Give at least a minute"),
    "entry.negative": ErrorText("Time cannot be negative", "", "Posted time is taken back by reversing its entry"),
    "entry.too_long": ErrorText(
        "This entry is longer than 24 hours", "", "Check the dates, or enter the days one by one"
    ),
    "entry.narrative_too_long": ErrorText(
        "The narrative is too long", "At most {limit} letters are kept", "Shorten it"
    ),
    "entry.activity_too_long": ErrorText("The activity is too long", "At most {limit} letters are kept", "Shorten it"),
    "entry.reverse_not_posted": ErrorText(
        "This time is not posted", "It is {state} and can be changed directly", "Edit or delete the entry"
    ),
    "entry.reverse_reversal": ErrorText(
        "This entry is itself a reversal", "", "Enter the time anew instead of reversing the reversal"
    ),
    "entry.already_reversed": ErrorText("This time is reversed already", "", "Its history shows the reversing entry"),
    "entry.reverse_needs_reason": ErrorText("No reason was given", "", "Say why the posted time is reversed"),
}

_QUICK: Final[dict[str, ErrorText]] = {
    "quick.empty": ErrorText("Nothing was written", "", "For example: 9:30-11 Harrowgate, sales cycle #fieldwork"),
    "quick.too_long": ErrorText("The line is too long", "At most {limit} letters", "Shorten the narrative"),
    "quick.bad_day": ErrorText("There is no such day", "{day}", "Check the month and the day"),
    "quick.bad_time": ErrorText("This is no time", "“{text}”", _WHEN_FORMS),
    "quick.bad_offset": ErrorText(
        "The clock does not show this time with that offset", "", "Leave the offset out to be asked"
    ),
    "quick.bare_number": ErrorText(
        "What does {number} mean?", "A number alone may be hours, minutes or a time", "Did you mean: {candidates}"
    ),
    "quick.no_time": ErrorText("This is no time at all", "Start and end are the same", _WHEN_FORMS),
    "quick.more_than_a_day": ErrorText(
        "This is longer than 24 hours", "", "Check the number, or enter the days one by one"
    ),
    "quick.no_last_end": ErrorText(
        "Nothing ends on that day yet", "“+” counts from the day's last end", "Give a start and an end"
    ),
    "quick.relative_with_day": ErrorText(
        "“Minutes ago” counts from now", "It does not go with another day", "Give a start and an end, or a duration"
    ),
    "quick.now_needs_timer": ErrorText(
        "“now” starts a timer", "This line records finished time", "Start a timer, or give a start and an end"
    ),
    "quick.timer_with_end": ErrorText(
        "A timer has no end yet", "This line gives one", "Start at a time or some minutes ago, or add an entry instead"
    ),
    "quick.timer_other_day": ErrorText(
        "A timer starts today", "This line names another day", "Add an entry for that day instead"
    ),
    "quick.start_in_future": ErrorText("The timer cannot start later than now", "", "Give a time that has passed"),
    "quick.range_backwards": ErrorText(
        "Which times are meant?", "“{text}” can be read in two ways", "Did you mean: {candidates}"
    ),
    "quick.twice_that_night": ErrorText(
        "This time happened twice", "The clocks went back: “{text}”", "Did you mean: {candidates}"
    ),
    "quick.skipped_that_night": ErrorText(
        "This time never happened", "The clocks went forward over {text}", "Did you mean: {candidates}"
    ),
    "quick.when_missing": ErrorText("How long was it?", "No time was given", "For example: {candidates}"),
    "quick.target_missing": ErrorText(
        "For which engagement?", "No client, engagement or code was given", "Used last: {candidates}"
    ),
    "quick.which_target": ErrorText("Which one is meant?", "“{text}” fits: {candidates}", _TWO_NAMES),
    "quick.no_match": ErrorText(
        "Nothing has this name",
        "No client, engagement, code or task fits “{text}”",
        "Check the spelling, or list them with: engagedesk engagement list",
    ),
}

_CHECK: Final[dict[str, ErrorText]] = {
    "check.gap": ErrorText("{minutes} minutes are unallocated"),
    "check.overlap": ErrorText("{first} and {second} overlap by {minutes} min"),
    "check.away_unanswered": ErrorText("{minutes} minutes away are unanswered"),
    "check.empty_narrative": ErrorText("No narrative: {engagement}"),
    "check.narrative_short": ErrorText("Narrative too short: {engagement}", "{letters} letters, at least {least}"),
    "check.narrative_long": ErrorText("Narrative too long: {engagement}", "{letters} letters, at most {limit}"),
    "check.forbidden_word": ErrorText("Narrative uses “{words}”: {engagement}"),
    "check.other_client": ErrorText("Narrative names {names}: {engagement}"),
    "check.missing_code": ErrorText("Awaiting code: {engagement}", "Held back as a draft"),
    "check.closed_code": ErrorText("Code {code} is closed: {engagement}", "Held back as a draft"),
    "check.not_yet_valid_code": ErrorText("Code {code} is not valid yet: {engagement}", "Held back as a draft"),
    "check.missing_engagement": ErrorText("No engagement chosen", "Held back as a draft"),
    "check.missing_field": ErrorText("No {field}: {engagement}"),
    "check.open_gate": ErrorText("Work before an open gate: {engagement}"),
    "check.short_day": ErrorText("Less than the standard day", "{seconds:hm} of {standard_seconds:hm} h"),
    "check.over_day": ErrorText(
        "More than the standard day", "{seconds:hm}, standard {standard_seconds:hm} h; for information"
    ),
    "check.short_week": ErrorText("Less than the standard week", "{seconds:hm} of {standard_seconds:hm} h"),
    "check.running": ErrorText("A timer is still running: {engagement}", "", "Stop it before the week is submitted"),
    "check.future": ErrorText("Ends in the future: {engagement}"),
}

_RULES: Final[dict[str, ErrorText]] = {
    "engagement.transition": ErrorText(
        "The engagement cannot go there", "It is {old}, not to be made {new} directly", "Choose a step in between"
    ),
    "code.validity_backwards": ErrorText("The code ends before it starts", "", "Correct its validity"),
    "money.bad_currency": ErrorText(
        "This is no currency", "“{currency}”", "Write its three capital letters, for example GBP"
    ),
    "money.mixed_currencies": ErrorText(
        "Different currencies are not added", "{first} and {second}", "Totals are listed a currency"
    ),
    "rate.negative": ErrorText("A rate cannot be negative", "", "Correct the rate card"),
    "rounding.bad_step": ErrorText("Time cannot be rounded to this", "{seconds} seconds", "Choose 1 minute or more"),
    "profile.not_a_profile": ErrorText("This is no firm profile", "", "Choose a profile that was saved as a file"),
    "profile.not_read": ErrorText("The file cannot be read", "{file}: {why}", "Check its folder and its rights"),
    "profile.format": ErrorText(
        "This firm profile is of another format", "Format {format}", "Save it anew with this version"
    ),
    "profile.bad_value": ErrorText(
        "The firm profile has a value that cannot be used", "“{field}”", "Correct this value; nothing was changed"
    ),
    "template.bad_value": ErrorText(
        "The template has a value that cannot be used", "“{field}” in {place}", "Correct this value"
    ),
    "template.unknown_task": ErrorText(
        "The template names a task that it does not have", "“{field}” after {place}", "Correct the name"
    ),
    "template.twice": ErrorText("The template has a name twice", "“{field}” in {place}", "Give each its own name"),
}

_WRITING: Final[dict[str, ErrorText]] = {
    "entry.when_missing": ErrorText("No time was given", "", "Give a start and an end, or a day and a duration"),
    "entry.span_and_duration": ErrorText(
        "Two kinds of time at once", "An entry has a start and an end, or a duration", "Give one of them"
    ),
    "entry.is_span": ErrorText("This entry has a start and an end", "", "Change these instead of its duration"),
    "entry.mark": ErrorText("An entry cannot be marked so", "{state}", "Mark it ready, or a draft again"),
    "entry.running": ErrorText("This timer is still running", "", "Stop it first"),
    "entry.code_of_other": ErrorText(
        "This code belongs to another engagement", "{code}", "Choose a code of this engagement"
    ),
    "entry.task_of_other": ErrorText(
        "This task belongs to another engagement", "{task}", "Choose a task of this engagement"
    ),
    "entry.reversal_amount": ErrorText(
        "A reversal keeps its amount", "It takes back exactly what it names", "Delete it and reverse the entry again"
    ),
    "timer.future": ErrorText("The timer cannot start later than now", "", "Give a time that has passed"),
    "week.blocked": ErrorText(
        "{week} was not submitted",
        "{count} findings must be settled first, among them: {kind}",
        "Show them with: engagedesk week show {week}",
    ),
    "week.nothing": ErrorText(
        "There is nothing to submit", "{week} has no time that is ready", "See its checks: engagedesk week show {week}"
    ),
    "week.not_submitted": ErrorText("{week} is not submitted", "There is nothing to recall or return", ""),
    "code.owner": ErrorText(
        "A code has one owner", "It belongs to an engagement or says what kind of non-client time it takes", "Give one"
    ),
    "code.taken": ErrorText("This code exists already", "{code}", "Use it, or choose another"),
    "code.closed_on": ErrorText("An open code has no closing date", "", "Close it, or leave the date out"),
    "engagement.running": ErrorText("A timer is running on it", "{title}", "Stop it first"),
    "engagement.priority": ErrorText("No such priority", "{priority}", "Choose 1, the highest, to 5"),
    "dates.order": ErrorText("The end is before the start", "{starts} to {ends}", "Correct one of the two dates"),
    "task.estimate": ErrorText("An estimate cannot be negative", "", "Give hours of 0 or more"),
    "money.currency": ErrorText(
        "This is no currency", "“{currency}”", "Write its three capital letters, for example GBP"
    ),
    "money.negative": ErrorText("This amount cannot be negative", "", "Give 0 or more"),
}

WORDS: Final[dict[str, ErrorText]] = {**_DAYS, **_TIMER, **_ENTRY, **_QUICK, **_CHECK, **_RULES, **_WRITING}
