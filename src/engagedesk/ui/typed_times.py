"""A first look at typed times, so that a field can say at once that it cannot be read; the command decides."""

from __future__ import annotations

import re
from typing import Final

_CLOCK: Final = r"(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?|24:00"
_TIMES: Final = re.compile(rf"\s*(?:{_CLOCK})\s*[-–]\s*(?:{_CLOCK})?\s*", re.ASCII)
_DURATION: Final = re.compile(r"\s*(?:\d{1,3}:[0-5]\d|\d{1,3}(?:[.,]\d{1,2})?\s*h|\d{1,4}\s*m(?:in)?)\s*", re.ASCII)


def looks_like_times(text: str) -> bool:
    """Whether the text is ``9:00-10:30``, or ``9:00-`` for one that still runs."""
    return _TIMES.fullmatch(text) is not None


def looks_like_duration(text: str) -> bool:
    """Whether the text is ``1:30``, ``1.5h`` or ``90m``; a bare number is never guessed."""
    return _DURATION.fullmatch(text) is not None
