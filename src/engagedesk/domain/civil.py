"""Places on the wall clock: seconds from 1970-01-01T00:00, without a zone.

The plan stands on the clock of the one who works: nine o'clock on Monday stays nine o'clock wherever the work is
done, and the difference of two places is the time that passes between them on a clock that never changes.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final, NewType

Civil = NewType("Civil", int)
"""Seconds from 1970-01-01T00:00 on the wall clock."""

DAY_S: Final = 86_400
EPOCH_ORDINAL: Final = date(1970, 1, 1).toordinal()
FIRST_DAY: Final = date(2, 1, 1)
LAST_DAY: Final = date(9998, 12, 31)
"""The days on which anything can stand; what goes beyond stays at the edge."""


def civil(day: date, second_of_day: int = 0) -> Civil:
    """Return a day's place, and so many seconds after its midnight."""
    return Civil((day.toordinal() - EPOCH_ORDINAL) * DAY_S + second_of_day)


FIRST: Final = civil(FIRST_DAY)
LAST: Final = civil(LAST_DAY, DAY_S - 1)


def day_of(at: Civil) -> date:
    """Return the day that a place is on; midnight belongs to the day it begins."""
    return date.fromordinal(clamped(at) // DAY_S + EPOCH_ORDINAL)


def second_of_day(at: Civil) -> int:
    """Return how many seconds after midnight a place is."""
    return at % DAY_S


def clamped(at: int) -> Civil:
    """Return the place itself, or the edge of the calendar that it lies beyond."""
    # By far the most places are inside, and this is asked for each of them.
    return Civil(at) if FIRST <= at <= LAST else (FIRST if at < FIRST else LAST)


def clock(at: Civil) -> datetime:
    """Return the place as a naive date and time: for showing, never for reckoning."""
    return datetime.combine(day_of(at), datetime.min.time()) + timedelta(seconds=second_of_day(at))


def monday_of(day: date) -> date:
    """Return the Monday of a day's week; the first days of the calendar stay what they are."""
    back = day.weekday()
    return day if day.toordinal() <= back else day - timedelta(days=back)
