"""Words for what is watched and suggested."""

from __future__ import annotations

from typing import Final

from engagedesk.wording.text import ErrorText

WORDS: Final[dict[str, ErrorText]] = {
    "activity.bad_range": ErrorText(
        "That is no stretch of time",
        "Its end does not lie after its beginning.",
        "Choose a later end.",
    ),
}
