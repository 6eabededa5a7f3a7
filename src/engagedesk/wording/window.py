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
    "window.no_screen": ErrorText(
        "There is no screen to open a window on",
        "Neither DISPLAY nor WAYLAND_DISPLAY is set",
        "Start it from a desktop, or use the commands: timer, entry, week, import; engagedesk --help lists them all",
    ),
    "window.refused": ErrorText(
        "The window could not be opened",
        "Qt says: {what}",
        "Check the screen and the libraries that Qt names, or use the commands: engagedesk --help lists them",
    ),
    "smoke.failed": ErrorText("The smoke run failed", "At: {step}", "See the crash report: {report}"),
}
