"""Words for answers to away time that cannot be taken."""

from __future__ import annotations

from typing import Final

from engagedesk.wording.text import ErrorText

WORDS: Final[dict[str, ErrorText]] = {
    "away.no_parts": ErrorText("Nothing to split it over", "", "Give at least one code, or a break"),
    "away.empty_part": ErrorText("A part has no length", "", "Give each part a minute or more, or remove it"),
    "away.too_much": ErrorText(
        "The parts are longer than the time away", "By {minutes} min", "Shorten one of them; what is left over is fine"
    ),
    "away.entry_gone": ErrorText(
        "The entry that ran was deleted", "Nothing says what the time was for", "Split it over a code, or discard it"
    ),
    "away.answered": ErrorText(
        "This time away is answered already", "The answer was: {answer}", "Undo that answer first, or edit the entries"
    ),
    "away.none": ErrorText("No time away waits for an answer", "", "List all entries with: engagedesk entry list"),
    "away.several": ErrorText(
        "Several times away wait for an answer", "{candidates}", "Name one by its id: engagedesk away list"
    ),
    "away.part_unreadable": ErrorText(
        "A part cannot be read", "“{text}”", 'For example: "25m Northgate", "break" or "8m break"'
    ),
    "away.rest_twice": ErrorText("Two parts have no length", "Only the last one may take the rest", "Give its length"),
    "id.no_away": ErrorText("There is no such time away", "{id}", "List them with: engagedesk away list"),
}
