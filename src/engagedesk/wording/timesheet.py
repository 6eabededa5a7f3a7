"""Words for the Timesheet page: cells of the week grid, and what is done to single spans."""

from __future__ import annotations

from typing import Final

from engagedesk.wording.text import ErrorText

WORDS: Final[dict[str, ErrorText]] = {
    "recode.no_code": ErrorText("This names no code", "“{text}” has no open code", "Type the code itself"),
    "cell.unreadable": ErrorText("These are no hours", "“{text}”", "Type 1.5, 1:30 or 90m"),
    "cell.too_long": ErrorText("A cell holds at most 24 hours", "“{text}”", "Type minutes as 90m"),
    "cell.has_times": ErrorText(
        "Time with start and end does not give way to a number",
        "{seconds:hm} of this cell were recorded with times",
        "Change those entries in the day view, or clear the cell",
    ),
    "cell.locked": ErrorText(
        "Submitted and posted time stays as it is",
        "This cell cannot hold less than {least:hm}",
        "Recall the week, or reverse what is posted",
    ),
    "cell.locked_clear": ErrorText(
        "Submitted and posted time is not cleared", "", "Recall the week, or reverse what is posted"
    ),
    "cell.running": ErrorText("The timer runs in this cell", "It was not cleared", "Stop the timer first"),
    "week.nothing_to_copy": ErrorText(
        "Nothing could be copied from {week}",
        "{skipped} cells hold time already, or their code takes none",
        "Fill the empty cells by hand",
    ),
    "entry.split_outside": ErrorText("Nothing to split there", "Both parts need some time", "Cut inside the entry"),
    "entry.merge_self": ErrorText("An entry cannot be merged with itself", "", "Choose the one before or after it"),
    "entry.merge_gap": ErrorText(
        "The two entries do not touch",
        "Nobody recorded the {seconds:hm} between them",
        "Fill the gap, or move an edge first",
    ),
    "entry.merge_overlap": ErrorText(
        "The two entries claim the same time", "", "Resolve the overlap first; then they can be merged"
    ),
    "entry.merge_differs": ErrorText(
        "The two entries are for different work", "Code, activity, task or charge differ", "Make them alike first"
    ),
    "entry.merge_kinds": ErrorText(
        "One has times, the other only a length", "", "Give both times, or leave them as two entries"
    ),
    "entry.merge_days": ErrorText("The two entries are of different days", "", "Leave them as two entries"),
    "entry.no_overlap": ErrorText("These entries do not overlap", "", "Another change may have resolved it"),
    "entry.overlap_locked": ErrorText(
        "Both entries are submitted or posted", "", "Recall the week, change one of them, submit it again"
    ),
    "entry.overlap_same": ErrorText(
        "Neither entry can give way", "Nothing would be left of it", "Delete one of the two, or move it"
    ),
}
