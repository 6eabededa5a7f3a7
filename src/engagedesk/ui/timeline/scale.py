"""Civil seconds <-> pixels along the direction of reading, at any zoom. No Qt.

A place is *civil seconds* (``domain/civil.py``), with parts of a second where it comes from pixels. ``x`` is counted
from where reading starts; whoever paints mirrors it where the language runs from right to left.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Self

from engagedesk.domain.civil import DAY_S, EPOCH_ORDINAL, civil

if TYPE_CHECKING:
    # For the types alone: a window that shows no timeline does without numpy and its memory.
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

FIRST: Final = float(civil(date.min))
LAST: Final = float(civil(date.max, DAY_S))
"""The first moment of year 1 and the end of year 9999: nothing lies beyond."""

MIN_DAY_PX: Final = 0.0002
"""All years of the calendar on one screen."""
MAX_DAY_PX: Final = 960.0
"""An hour in 40 px."""


class Level(StrEnum):
    """What one cell of the lower header row is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


PRESET_DAY_PX: Final = {Level.DAY: 44.0, Level.WEEK: 12.25, Level.MONTH: 3.4, Level.QUARTER: 1.05}
"""Where a button of the header zooms to: px a day."""

_FROM_DAY_PX: Final = ((Level.DAY, 24.0), (Level.WEEK, 5.6), (Level.MONTH, 1.25), (Level.QUARTER, 0.35))


def day_at(at: float) -> date:
    """Return the day of a place on the sheet, the calendar's first or last where it lies beyond."""
    number = int(at // DAY_S) + EPOCH_ORDINAL
    return date.fromordinal(min(max(number, date.min.toordinal()), date.max.toordinal()))


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a moment lies: ``origin`` civil seconds at x = 0, and pixels a second."""

    origin: float
    px_per_s: float

    @classmethod
    def at(cls, origin: float, *, day_px: float) -> Self:
        """Return a scale with so many pixels a day, held within what the calendar and a screen can show."""
        px_per_s = min(max(day_px, MIN_DAY_PX), MAX_DAY_PX) / DAY_S
        return cls(min(max(origin, FIRST), LAST), px_per_s)

    @classmethod
    def fit(cls, first: float, last: float, *, width: float, margin: float = 0.0) -> Self:
        """Return the scale that shows ``first`` to ``last`` in a width, with a margin in px at both ends."""
        room = max(1.0, width - 2 * margin)
        length = max(float(DAY_S), last - first)
        made = cls.at(first, day_px=room / length * DAY_S)
        # A length that cannot be shown any nearer stands in the middle.
        spare = room - length * made.px_per_s
        return cls.at(first - (margin + max(0.0, spare / 2)) / made.px_per_s, day_px=made.day_px)

    @property
    def day_px(self) -> float:
        return self.px_per_s * DAY_S

    def level(self, text: float = 1.0) -> Level:
        """Return what a cell of the header is at this zoom; ``text`` is how much larger than usual letters are."""
        return next((level for level, least in _FROM_DAY_PX if self.day_px >= least * text), Level.YEAR)

    def x(self, civil: float) -> float:
        return (civil - self.origin) * self.px_per_s

    def xs(self, civil: Floats) -> Floats:
        """Return the x of many moments."""
        return (civil - self.origin) * self.px_per_s

    def civil(self, x: float) -> float:
        return self.origin + x / self.px_per_s

    def zoomed(self, factor: float, *, at_x: float) -> Scale:
        """Return a nearer (``factor`` > 1) or farther scale in which the moment at ``at_x`` stays where it is."""
        held = self.civil(at_x)
        day_px = min(max(self.day_px * factor, MIN_DAY_PX), MAX_DAY_PX)
        return Scale.at(held - at_x / (day_px / DAY_S), day_px=day_px)

    def panned(self, by_px: float) -> Scale:
        """Return the scale with its sheet moved on: what was at ``by_px`` is at 0."""
        return replace(self, origin=min(max(self.civil(by_px), FIRST), LAST))

    def showing(self, start: float, end: float, *, width: float, margin: float) -> Scale:
        """Return the scale, moved only as far as it must be to show a stretch; its start where it is too long."""
        left, right = self.x(start), self.x(end)
        if left >= margin and right <= width - margin:
            return self
        if left < margin or right - left > width - 2 * margin:
            return self.panned(left - margin)
        return self.panned(right - width + margin)
