"""Words for the errors that only the window's program raises."""

from __future__ import annotations

from typing import Final

from engagedesk.wording.text import ErrorText

WORDS: Final[dict[str, ErrorText]] = {
    "timer.nothing_recent": ErrorText(
        "There is nothing to start",
        "Nothing was worked on in the last 60 days",
        "Start a timer by name: engagedesk timer start TEXT",
    ),
    "smoke.failed": ErrorText("The smoke run failed", "At: {step}", "See the crash report: {report}"),
}
