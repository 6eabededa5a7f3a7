"""The *when* of a quick-entry line as written: clock times, lengths, minutes ago; not yet tied to any day.

Everything is matched in place on one line, so that every part knows its position for the live echo.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

HALF_DAY_MIN: Final = 720
_END: Final = r"(?=[\s,]|$)"
_CLOCK: Final = (
    r"(?:(?P<{0}h>\d{{1,2}})(?:[:.](?P<{0}m>\d{{2}}))?|(?P<{0}hhmm>\d{{4}}))"
    r"(?:\s?(?P<{0}half>[ap])\.?m\.?)?(?:@(?P<{0}at>[+-]\d{{2}}:?\d{{2}}|z))?"
)
_FLAGS: Final = re.ASCII | re.IGNORECASE
_RANGE: Final = re.compile(_CLOCK.format("a") + r"\s*-\s*" + _CLOCK.format("b") + _END, _FLAGS)
_CLOCK_ALONE: Final = re.compile(_CLOCK.format("a") + _END, _FLAGS)
_NUMBER: Final = r"(?:\d{1,6}(?:[.,]\d{1,6})?|[.,]\d{1,6})"
_HOURS: Final = r"(?:h|hrs?|hours?|std)"
_MINUTES: Final = r"(?:m|mins?|minutes?)"
_LENGTH: Final = (
    rf"(?:(?P<ahours>{_NUMBER})\s?{_HOURS}(?:\s?(?P<arest>\d{{1,2}})\s?{_MINUTES}|(?P<atail>\d{{1,2}}))?"
    rf"|(?P<aminutes>{_NUMBER})\s?{_MINUTES}|(?P<ach>\d{{1,3}}):(?P<acm>\d{{2}}))"
)
_LENGTH_ALONE: Final = re.compile(_LENGTH + _END, _FLAGS)
_AMOUNT: Final = rf"{_NUMBER}\s?(?:{_HOURS}(?:\d{{1,2}}(?:{_MINUTES})?)?|{_MINUTES})|\d{{1,3}}:\d{{2}}|\d{{1,6}}"
_AGO: Final = re.compile(rf"-(?P<a>{_AMOUNT})(?:\s+-(?P<b>{_AMOUNT}))?{_END}", _FLAGS)
_AFTER: Final = re.compile(rf"\+(?P<a>{_AMOUNT}){_END}", _FLAGS)
_NOW: Final = re.compile(rf"now{_END}", _FLAGS)
_BARE: Final = re.compile(rf"\d+(?:[.,]\d+)?{_END}", _FLAGS)
_LIKE_TIME: Final = re.compile(rf"[+-]?\d{{1,4}}(?:[:]\S*|\s?-\s?\d{{1,2}}(?::\S*)?{_END}|\.\d+-\S*)|[+-]\d\S*", _FLAGS)
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－", "-"))


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time as typed: minutes after midnight (1,440 = 24:00), half of the day, UTC offset."""

    minutes: int
    half: str = ""
    """"a", "p" or "" for the 24-hour clock."""
    offset_s: int | None = None
    explicit: bool = False
    """Two digits for the hour and minutes given: surely the 24-hour clock."""


@dataclass(frozen=True, slots=True)
class ClockRange:
    start: Clock
    end: Clock


@dataclass(frozen=True, slots=True)
class ClockStart:
    """One clock time: since when a timer runs."""

    clock: Clock


@dataclass(frozen=True, slots=True)
class Ago:
    """From ``start_s`` to ``end_s`` seconds before now; ``end_s`` None = until now, and open for a timer."""

    start_s: int
    end_s: int | None


@dataclass(frozen=True, slots=True)
class After:
    """So many seconds from the day's last end."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Length:
    """A duration without times."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Now:
    pass


@dataclass(frozen=True, slots=True)
class BareNumber:
    """A number without a unit: it is asked about, never guessed."""

    text: str
    after_hours: str = ""
    """The hours before it, where it follows a length: "1h 30"."""


@dataclass(frozen=True, slots=True)
class BadTime:
    """Something that can only have been meant as a time, and is none."""


When = ClockRange | ClockStart | Ago | After | Length | Now | BareNumber | BadTime


@dataclass(frozen=True, slots=True)
class Found:
    """A *when* and where it stands in the line."""

    when: When
    start: int
    end: int


def plain_dashes(line: str) -> str:
    """Return the line with every kind of dash as "-"; positions stay."""
    return line.translate(_DASHES)


def find_when(line: str, at: int, *, for_timer: bool) -> Found | None:
    """Read a *when* at a position of a line with plain dashes; None where something else stands there."""
    if match := _NOW.match(line, at):
        return Found(Now(), at, match.end())
    if match := _RANGE.match(line, at):
        start, end = _clock(match, "a"), _clock(match, "b")
        return Found(ClockRange(start, end) if start and end else BadTime(), at, match.end())
    if match := _AGO.match(line, at):
        first, second = amount_s(match["a"]), amount_s(match["b"]) if match["b"] else None
        if second is not None and second > first:
            first, second = second, first
        return Found(Ago(first, second), at, match.end())
    if match := _AFTER.match(line, at):
        return Found(After(amount_s(match["a"])), at, match.end())
    if for_timer and (match := _CLOCK_ALONE.match(line, at)) and (match["am"] or match["ahalf"]):
        clock = _clock(match, "a")
        return Found(ClockStart(clock) if clock else BadTime(), at, match.end())
    if found := _find_length(line, at):
        return found
    if _LIKE_TIME.match(line, at):
        return Found(BadTime(), at, _word_end(line, at))
    if match := _BARE.match(line, at):
        return Found(BareNumber(match[0]), at, match.end())
    return None


def find_last_when(line: str, at: int, end: int) -> Found | None:
    """Read a length or a range that ends a stretch of the line, where its form leaves no doubt."""
    words = [m.start() for m in re.finditer(r"\S+", line[at:end])]
    for start in words[-4:]:
        found = find_when(line[:end], at + start, for_timer=False)
        if found is None or line[found.end : end].strip():
            continue
        if is_sure(line, found):
            return found
    return None


def is_sure(line: str, found: Found) -> bool:
    """Say whether the form alone shows a time, so that it may also stand after the target."""
    text = line[found.start : found.end].lower()
    return isinstance(found.when, Length) or (isinstance(found.when, ClockRange) and (":" in text or "m" in text))


def _find_length(line: str, at: int) -> Found | None:
    match = _LENGTH_ALONE.match(line, at)
    if match is None:
        return None
    seconds = _length_s(match)
    if seconds is None:
        return Found(BadTime(), at, match.end())
    if match["ahours"] and not (match["arest"] or match["atail"]) and "." not in match[0] and "," not in match[0]:
        after = re.compile(rf"\s+(\d{{1,2}}){_END}", _FLAGS).match(line, match.end())
        if after is not None:
            return Found(BareNumber(after[1], match[0].strip()), at, after.end())
    return Found(Length(seconds), at, match.end())


def _length_s(match: re.Match[str]) -> int | None:
    if match["ach"]:
        minutes = int(match["acm"])
        return int(match["ach"]) * 3600 + minutes * 60 if minutes < 60 else None
    if match["aminutes"]:
        return _scaled(match["aminutes"], 60)
    rest = match["arest"] or match["atail"]
    if rest is not None and int(rest) >= 60:
        return None
    return _scaled(match["ahours"], 3600) + int(rest or 0) * 60


def amount_s(text: str) -> int:
    """Return the seconds of an amount after "-" or "+": a length, or a bare number of minutes."""
    match = _LENGTH_ALONE.fullmatch(text)
    if match is not None:
        return _length_s(match) or 0
    return _scaled(text, 60)


def _scaled(number: str, factor: int) -> int:
    exact = Decimal(number.replace(",", ".")) * factor
    return int(exact.to_integral_value(rounding=ROUND_HALF_EVEN))


def _clock(match: re.Match[str], side: str) -> Clock | None:
    four = match[f"{side}hhmm"]
    hour = int(four[:2]) if four else int(match[f"{side}h"])
    minute = int(four[2:]) if four else int(match[f"{side}m"] or 0)
    half = (match[f"{side}half"] or "").lower()
    if minute >= 60 or hour > 24 or (hour == 24 and minute):
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    explicit = bool(four) or bool(match[f"{side}m"] and len(match[f"{side}h"]) == 2)
    return Clock(hour * 60 + minute, half, _offset_s(match[f"{side}at"]), explicit)


def _offset_s(text: str | None) -> int | None:
    if text is None:
        return None
    if text in "zZ":
        return 0
    digits = text[1:].replace(":", "")
    seconds = int(digits[:2]) * 3600 + int(digits[2:]) * 60
    return -seconds if text[0] == "-" else seconds


def _word_end(line: str, at: int) -> int:
    end = at
    while end < len(line) and not line[end].isspace():
        end += 1
    return end


def readings(pair: ClockRange) -> tuple[tuple[int, int], ...]:
    """Return what a range may mean, as minutes of start and end on the 24-hour clock, the likelier first.

    Where only one side says am or pm, the other is taken so that the range is at most twelve hours. A range backwards
    over midnight that would last more than twelve hours and may have been meant on the 12-hour clock has two readings.
    """
    start, end = pair.start, pair.end
    if start.offset_s is not None or end.offset_s is not None:
        return ((start.minutes, end.minutes),)
    if start.half or end.half:
        starts = _either_half(start) if not start.half else (start.minutes,)
        ends = _either_half(end) if not end.half else (end.minutes,)
        spans = [((e - s) % 1440, s, e) for s in starts for e in ends]
        return tuple((s, e) for length, s, e in sorted(spans) if 0 < length <= HALF_DAY_MIN)[:1] or tuple(
            (s, e) for length, s, e in sorted(spans, reverse=True)[:1]
        )
    whole = (start.minutes, end.minutes)
    backwards = end.minutes < start.minutes
    if backwards and (end.minutes - start.minutes) % 1440 > HALF_DAY_MIN and not end.explicit:
        afternoon = end.minutes + HALF_DAY_MIN
        if end.minutes < HALF_DAY_MIN + 60 and afternoon > start.minutes:
            return ((start.minutes, afternoon), whole)
    return (whole,)


def _either_half(clock: Clock) -> tuple[int, ...]:
    if clock.minutes >= 13 * 60:
        return (clock.minutes,)
    base = clock.minutes % HALF_DAY_MIN
    return (base, base + HALF_DAY_MIN)


def clock_text(minutes: int) -> str:
    """Return "09:30"; 24:00 stays 24:00."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
