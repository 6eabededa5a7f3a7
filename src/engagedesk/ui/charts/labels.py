"""Where the names of a chart's lines go: at their lines, over no other name, and off the lines where there is room.

Pure geometry in pixels, x to the right and y down; nothing of Qt.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from engagedesk.ui.tables.geometry import Box

_OVER_NAME: Final = 10_000.0
_OUTSIDE: Final = 1_000.0
_ON_LINE: Final = 1.0
_LATER_PLACE: Final = 0.4
"""An earlier place is preferred to a later one that is crossed by a line once less, but not by three."""


@dataclass(frozen=True, slots=True)
class Place:
    """A point and which part of the name lies on it: (0, 0) its upper left corner, (1, 1) the lower right one."""

    x: float
    y: float
    anchor: tuple[float, float]

    def box(self, width: float, height: float) -> Box:
        return Box(self.x - self.anchor[0] * width, self.y - self.anchor[1] * height, width, height)


def around(x: float, y: float, *, gap: float, first: Sequence[tuple[float, float]] = ()) -> tuple[Place, ...]:
    """Return the four places beside a point, ``gap`` away from it, the wished ones first."""
    corners = dict.fromkeys((*first, (1.0, 1.0), (0.0, 1.0), (1.0, 0.0), (0.0, 0.0)))
    return tuple(Place(x + gap * (1 - 2 * a), y + gap * (1 - 2 * b) / 2, (a, b)) for a, b in corners)


def along(points: Iterable[tuple[float, float]], length: float) -> tuple[tuple[float, float], ...]:
    """Return points so close to each other on a line that no name lies on it unseen; ``length`` is their distance."""
    found: list[tuple[float, float]] = []
    last: tuple[float, float] | None = None
    for point in points:
        if last is not None:
            far = max(abs(point[0] - last[0]), abs(point[1] - last[1]))
            steps = max(1, int(far / length))
            found += [
                (last[0] + (point[0] - last[0]) * n / steps, last[1] + (point[1] - last[1]) * n / steps)
                for n in range(1, steps)
            ]
        found.append(point)
        last = point
    return tuple(found)


def best(
    places: Sequence[Place],
    width: float,
    height: float,
    *,
    taken: Sequence[Box],
    lines: Sequence[tuple[float, float]],
    inside: Box,
) -> Place:
    """Return the first place that is over no other name, inside, and crossed least."""

    def cost(number: int) -> float:
        box = places[number].box(width, height)
        return (
            _OVER_NAME * any(box.overlaps(one) for one in taken)
            + _OUTSIDE * min(1.0, box.outside(inside))
            + _ON_LINE * sum(box.holds(point) for point in lines)
            + _LATER_PLACE * number
        )

    return places[min(range(len(places)), key=cost)]
