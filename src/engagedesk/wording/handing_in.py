"""Words for handing a week in: fixes of the check, ticks, reconciliation."""

from __future__ import annotations

from typing import Final

from engagedesk.wording.text import ErrorText

WORDS: Final[dict[str, ErrorText]] = {
    "fix.nothing_to_do": ErrorText("There is nothing to change here", "", "Look at it where it lies, or leave it"),
    "fix.no_code": ErrorText("No code was named", "", "Type a code, a client or an engagement with an open code"),
    "handover.no_line": ErrorText("There is no line {line}", "The week has {count}", "List them: week tick {week}"),
    "reconcile.no_open_code": ErrorText(
        "This time has no open code", "Posted time stands on a code that takes it", "Put it on a code first"
    ),
    "reconcile.note_missing": ErrorText("No note was given", "", "Say why the difference is all right"),
    "reconcile.not_accepted": ErrorText("This difference is not accepted", "", ""),
    "reconcile.no_difference": ErrorText(
        "There is no difference {line}", "{week} has {count}", "List them: week reconcile {week}"
    ),
    "reconcile.changed": ErrorText("This difference has changed meanwhile", "Nothing was done", "Look at it again"),
}
