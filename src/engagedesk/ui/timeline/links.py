"""How a link runs from one bar to another: right angles, out of one end and into the other. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from engagedesk.domain.states import LinkKind

OUT_PX: Final = 8.0
"""How far a link runs straight on before it turns."""
DROP_PX: Final = 18.0
"""A successor that starts this near behind its predecessor is entered from above."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class End:
    """One bar as a link sees it, in px."""

    left: float
    right: float
    top: float
    bottom: float
    point: bool = False
    """A diamond: entered at its tip."""

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


def kind_between(*, from_end: bool, to_start: bool) -> LinkKind:
    """Return the kind of a link drawn from one end of a bar to one end of another."""
    if from_end:
        return LinkKind.FINISH_START if to_start else LinkKind.FINISH_FINISH
    return LinkKind.START_START if to_start else LinkKind.START_FINISH


def route(kind: LinkKind, one: End, two: End, *, gap: float) -> tuple[Point, ...]:
    """Return the corners of a link from ``one`` to ``two``; the last stretch points the way of the arrow.

    ``gap`` is half the room between two bars: there a link turns back when its successor starts too early.
    """
    match kind:
        case LinkKind.FINISH_START:
            return _finish_start(one, two, gap)
        case LinkKind.START_START:
            turn = min(one.left, two.left) - OUT_PX
            return ((one.left, one.middle), (turn, one.middle), (turn, two.middle), (two.left, two.middle))
        case LinkKind.FINISH_FINISH:
            turn = max(one.right, two.right) + OUT_PX
            return ((one.right, one.middle), (turn, one.middle), (turn, two.middle), (two.right, two.middle))
        case LinkKind.START_FINISH:
            out, back = one.left - OUT_PX, two.right + OUT_PX
            if back <= out:
                return ((one.left, one.middle), (out, one.middle), (out, two.middle), (two.right, two.middle))
            between = one.bottom + gap if two.middle > one.middle else one.top - gap
            return (
                (one.left, one.middle), (out, one.middle), (out, between), (back, between), (back, two.middle),
                (two.right, two.middle),
            )  # fmt: skip


def _finish_start(one: End, two: End, gap: float) -> tuple[Point, ...]:
    out = one.right + OUT_PX
    down = two.middle > one.middle
    face = two.top if down else two.bottom
    if two.point and abs(two.centre - one.right) <= DROP_PX and two.centre >= one.right - OUT_PX:
        if one.point:
            return ((one.centre, one.bottom if down else one.top), (two.centre, face))
        return ((one.right, one.middle), (two.centre, one.middle), (two.centre, face))
    enters = two.left if not two.point else two.centre
    if not two.point and one.right - 1 <= enters <= out + 2 and two.right > out + 2 and two.middle != one.middle:
        return ((one.right, one.middle), (out, one.middle), (out, face))
    if two.left >= out:
        return ((one.right, one.middle), (out, one.middle), (out, two.middle), (two.left, two.middle))
    between = one.bottom + gap if down else one.top - gap
    back = two.left - OUT_PX
    return (
        (one.right, one.middle), (out, one.middle), (out, between), (back, between), (back, two.middle),
        (two.left, two.middle),
    )  # fmt: skip


def distance(corners: tuple[Point, ...], x: float, y: float) -> float:
    """Return how far a point lies from a route, in px."""
    return min(_to_stretch(a, b, x, y) for a, b in pairwise(corners))


def _to_stretch(a: Point, b: Point, x: float, y: float) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    part = 0.0 if length == 0 else min(1.0, max(0.0, ((x - a[0]) * dx + (y - a[1]) * dy) / length))
    gone_x, gone_y = x - a[0] - part * dx, y - a[1] - part * dy
    return float((gone_x * gone_x + gone_y * gone_y) ** 0.5)
