"""Words for the sample portfolio and for writing everything out."""

from __future__ import annotations

from typing import Final

from engagedesk.wording.text import ErrorText

WORDS: Final[dict[str, ErrorText]] = {
    "demo.not_empty": ErrorText(
        "The store is not empty",
        "The sample portfolio goes only into a store without clients, engagements and entries.",
        "Make a profile of its own for it: engagedesk --profile DIR init, then demo.",
    ),
    "demo.entries_range": ErrorText("So many lines cannot be made", "The sample has {least} to {most} lines in all."),
    "demo.until_range": ErrorText("The sample cannot end then", "Choose a day in the years {first} to {last}."),
    "demo.number": ErrorText("This is no whole number", "{option}: “{text}”.", "Write digits only."),
    "export.not_written": ErrorText("The export could not be written", "{folder}: {why}.", "Choose another folder."),
    "export.disk_full": ErrorText(
        "The disk is full",
        "The export into {folder} was not finished; nothing in the store changed.",
        "Free some space.",
    ),
}
