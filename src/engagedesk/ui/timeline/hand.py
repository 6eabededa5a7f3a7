"""What a hand does to a bar: where it goes while it is dragged, nudged or stretched. No widget, no store."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from engagedesk.ui.timeline.hits import Part
from engagedesk.ui.timeline.snapping import Place, WorkTime, moved, nudged, resized_end, resized_start, stretched

DRAG_FROM_PX = 4.0
"""A press that moves less is a click."""


class Doing(Enum):
    """What is under way."""

    PRESSED = "pressed"
    DRAGGING = "dragging"
    KEYS = "keys"
    """Arrows moved it; it settles when they rest."""
    SETTLING = "settling"
    """It was let go and waits for the store."""


@dataclass(frozen=True, slots=True)
class Hand:
    """A bar (by its item) in somebody's hand: where it was, where it is, and what the pointer holds of it."""

    item: bytes
    part: Part
    was: Place
    place: Place
    doing: Doing
    from_x: float = 0.0
    from_y: float = 0.0

    @property
    def changed(self) -> bool:
        return self.place != self.was

    def dragged(self, by_s: float, calendar: WorkTime, *, free: bool) -> Hand:
        """Return the hand after the pointer went on by civil seconds since it was pressed."""
        match self.part:
            case Part.START:
                place = resized_start(self.was, by_s, calendar, free=free)
            case Part.END:
                place = resized_end(self.was, by_s, calendar, free=free)
            case _:
                place = moved(self.was, by_s, calendar, free=free)
        return replace(self, place=place, doing=Doing.DRAGGING)

    def nudged(self, half_days: int, calendar: WorkTime, *, half_day_s: int) -> Hand:
        return replace(self, place=nudged(self.place, half_days, calendar, half_day_s=half_day_s), doing=Doing.KEYS)

    def stretched(self, half_days: int, calendar: WorkTime, *, half_day_s: int) -> Hand:
        """Return the hand after its end went on; what is a point only moves."""
        if self.place.starts == self.place.ends:
            return self.nudged(half_days, calendar, half_day_s=half_day_s)
        place = stretched(self.place, half_days, calendar, half_day_s=half_day_s)
        return replace(self, place=place, doing=Doing.KEYS)

    def let_go(self) -> Hand:
        return replace(self, doing=Doing.SETTLING)
