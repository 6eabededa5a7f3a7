"""The two header rows: which cells lie in sight, by level. No Qt; words are made where they are painted."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from engagedesk.domain.civil import DAY_S, civil
from engagedesk.ui.timeline.scale import FIRST, LAST, Level, Scale, day_at

_LEAST_YEAR_PX: Final = 40.0
_YEAR_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)

UPPER: Final = {
    Level.DAY: Level.MONTH,
    Level.WEEK: Level.MONTH,
    Level.MONTH: Level.YEAR,
    Level.QUARTER: Level.YEAR,
    Level.YEAR: Level.YEAR,
}
"""What a cell of the upper row is; of years there is one row only, and the upper one is empty."""


@dataclass(frozen=True, slots=True)
class Tick:
    """One cell of the header: from the first moment of ``day`` to ``end`` (civil seconds)."""

    level: Level
    day: date
    start: float
    end: float


def ticks(scale: Scale, width: float, text: float = 1.0) -> tuple[tuple[Tick, ...], tuple[Tick, ...]]:
    """Return the cells of the upper and the lower row that touch 0 to ``width``, in the order of time.

    ``text`` is how much larger than usual letters are.
    """
    lower = scale.level(text)
    if lower is Level.YEAR:
        return (), tuple(_cells(lower, scale, width, _year_step(scale, text)))
    return tuple(_cells(UPPER[lower], scale, width, 1)), tuple(_cells(lower, scale, width, 1))


def _cells(level: Level, scale: Scale, width: float, step: int) -> Iterator[Tick]:
    until = min(scale.civil(width), LAST)
    day: date | None = _floor(level, day_at(max(scale.origin, FIRST)), step)
    while day is not None:
        start = civil(day)
        if start >= until:
            return
        following = _following(level, day, step)
        yield Tick(level, day, start, LAST if following is None else civil(following))
        day = following


def _year_step(scale: Scale, text: float) -> int:
    year_px = scale.day_px * 365.2425 / text
    return next((step for step in _YEAR_STEPS if step * year_px >= _LEAST_YEAR_PX), _YEAR_STEPS[-1])


def _floor(level: Level, day: date, step: int) -> date:
    """Return the first day of the cell that holds a day."""
    match level:
        case Level.DAY:
            return day
        case Level.WEEK:
            # The calendar begins on a Monday (1 January of year 1), so this never leaves it.
            return day - timedelta(days=day.weekday())
        case Level.MONTH:
            return day.replace(day=1)
        case Level.QUARTER:
            return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
        case Level.YEAR:
            return date(max(1, day.year // step * step), 1, 1)


def _following(level: Level, day: date, step: int) -> date | None:
    """Return the first day of the next cell; None = the calendar ends before."""
    try:
        match level:
            case Level.DAY:
                return day + timedelta(days=1)
            case Level.WEEK:
                return day + timedelta(days=7)
            case Level.MONTH:
                return date(day.year + day.month // 12, day.month % 12 + 1, 1)
            case Level.QUARTER:
                return date(day.year + (day.month + 2) // 12, (day.month + 2) % 12 + 1, 1)
            case Level.YEAR:
                return date((day.year // step + 1) * step, 1, 1)
    except (ValueError, OverflowError):
        return None


def free_runs(scale: Scale, width: float, free_weekdays: Collection[int]) -> tuple[tuple[float, float], ...]:
    """Return the weekend stretches in sight as (start, end) in civil seconds, neighbours joined.

    Nothing where a day is too narrow to tell them apart.
    """
    if scale.day_px < 2.0 or not free_weekdays:
        return ()
    found: list[tuple[float, float]] = []
    at = float(max(scale.origin, FIRST) // DAY_S * DAY_S)
    until = min(scale.civil(width), LAST)
    while at < until:
        if day_at(at).weekday() in free_weekdays:
            if found and found[-1][1] == at:
                found[-1] = (found[-1][0], at + DAY_S)
            else:
                found.append((at, at + DAY_S))
        at += DAY_S
    return tuple(found)
