"""Where a dragged end comes to rest: on working days, or anywhere. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

from engagedesk.domain.civil import DAY_S

FREE_STEP_S: Final = 900
"""Where nothing snaps, ends still come to rest on quarters of an hour."""


class WorkTime(Protocol):
    """What snapping asks of a person's calendar; places are civil seconds, lengths working seconds."""

    def add(self, at: int, seconds: int, /) -> int: ...

    def between(self, start: int, end: int, /) -> int: ...

    def next_start(self, at: int, /) -> int: ...

    def previous_end(self, at: int, /) -> int: ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where something lies."""

    starts: int
    ends: int


def moved(was: Place, by_s: float, calendar: WorkTime, *, free: bool) -> Place:
    """Return where something lies after a drag by civil seconds; its working time stays as long as it was."""
    if was.starts == was.ends:
        wanted = was.ends + by_s
        at = _quarter(wanted) if free else _nearest_end(wanted, calendar)
        return Place(at, at)
    wanted = was.starts + by_s
    if free:
        starts = _quarter(wanted)
        return Place(starts, starts + was.ends - was.starts)
    starts = _nearest_start(wanted, calendar)
    return Place(starts, max(starts, calendar.add(starts, calendar.between(was.starts, was.ends))))


def resized_end(was: Place, by_s: float, calendar: WorkTime, *, free: bool) -> Place:
    """Return where something lies after its end was dragged; the working day on which it starts is the least."""
    wanted = was.ends + by_s
    if free:
        return Place(was.starts, max(_quarter(wanted), was.starts + FREE_STEP_S))
    first = calendar.next_start(was.starts)
    least = calendar.previous_end(first // DAY_S * DAY_S + DAY_S)
    return Place(was.starts, max(_nearest_end(wanted, calendar), least))


def resized_start(was: Place, by_s: float, calendar: WorkTime, *, free: bool) -> Place:
    """Return where something lies after its start was dragged; the working day on which it ends is the least."""
    wanted = was.starts + by_s
    if free:
        return Place(min(_quarter(wanted), was.ends - FREE_STEP_S), was.ends)
    latest = _day_start(calendar.previous_end(was.ends) - 1, calendar)
    return Place(min(_nearest_start(wanted, calendar), latest), was.ends)


def nudged(was: Place, half_days: int, calendar: WorkTime, *, half_day_s: int) -> Place:
    """Return where something lies some working half-days later (or earlier)."""
    work_s = half_days * half_day_s
    if was.starts == was.ends:
        at = calendar.add(was.ends, work_s)
        return Place(at, at)
    starts = calendar.next_start(calendar.add(was.starts, work_s))
    return Place(starts, max(starts, calendar.add(starts, calendar.between(was.starts, was.ends))))


def stretched(was: Place, half_days: int, calendar: WorkTime, *, half_day_s: int) -> Place:
    """Return where something ends that takes some working half-days longer (or shorter); half a day is the least."""
    work_s = calendar.between(was.starts, was.ends) + half_days * half_day_s
    return Place(was.starts, calendar.add(was.starts, max(half_day_s, work_s)))


def _quarter(civil: float) -> int:
    return round(civil / FREE_STEP_S) * FREE_STEP_S


def _day_start(at: float, calendar: WorkTime) -> int:
    """Return the first working moment of the day of ``at``, or of the working day before where it is free."""
    last = calendar.previous_end(int(at) // DAY_S * DAY_S + DAY_S)
    return calendar.next_start((last - 1) // DAY_S * DAY_S)


def _nearest_start(wanted: float, calendar: WorkTime) -> int:
    """Return the nearest start of a working day."""
    here = _day_start(wanted, calendar)
    after = calendar.next_start(here // DAY_S * DAY_S + DAY_S)
    return here if abs(wanted - here) <= abs(after - wanted) else after


def _nearest_end(wanted: float, calendar: WorkTime) -> int:
    """Return the nearest end of a working day."""
    after = calendar.previous_end(calendar.next_start(int(wanted) // DAY_S * DAY_S) // DAY_S * DAY_S + DAY_S)
    before = calendar.previous_end(after // DAY_S * DAY_S)
    return before if abs(wanted - before) < abs(after - wanted) else after
