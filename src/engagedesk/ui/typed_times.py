"""A first look at typed times, so that a field can say at once that it cannot be read; the command decides."""

from __future__ import annotations

import re
from typing import Final

_CLOCK: Final = r"(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?|24:00"
_TIMES: Final = re.compile(rf"\s*(?:{_CLOCK})\s*[-–]\s*(?:{_CLOCK})?\s*", re.ASCII)
_DURATION: Final = re.compile(r"\s*(?:\d{1,3}:[0-5]\d|\d{1,3}(?:[.,]\d{1,2})?\s*h|\d{1,4}\s*m(?:in)?)\s*", re.ASCII)

_LENGTH: Final = re.compile(
    r"\s*(?:(?P<hours>\d{1,3}):(?P<minutes>[0-5]\d)|(?P<number>\d{1,4}(?:[.,]\d{1,2})?)\s*(?P<unit>h|m|min)?)\s*",
    re.ASCII,
)


def looks_like_times(text: str) -> bool:
    """Whether the text is ``9:00-10:30``, or ``9:00-`` for one that still runs."""
    return _TIMES.fullmatch(text) is not None


def looks_like_duration(text: str) -> bool:
    """Whether the text is ``1:30``, ``1.5h`` or ``90m``; a bare number is never guessed."""
    return _DURATION.fullmatch(text) is not None


def typed_length_s(text: str) -> int | None:
    """Return the seconds of ``0:25``, ``25m`` or ``1.5h``; a bare number is minutes. None = unreadable."""
    found = _LENGTH.fullmatch(text)
    if found is None:
        return None
    if found["hours"] is not None:
        return int(found["hours"]) * 3600 + int(found["minutes"]) * 60
    whole, _, parts = found["number"].replace(",", ".").partition(".")
    unit_s = 3600 if found["unit"] == "h" else 60
    return int(whole) * unit_s + (int(parts) * unit_s // 10 ** len(parts) if parts else 0)
