"""What lies under the pointer: bar or end of it, link, row. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

import numpy as np

from engagedesk.ui.timeline.columns import Bars, Flag
from engagedesk.ui.timeline.scale import Scale

GRIP_PX: Final = 6.0
"""How far from an end a bar is held by that end."""
LINK_GRIP_PX: Final = 14.0
"""How far beyond an end a link is drawn from it."""
DIAMOND_PX: Final = 8.0


class Part(Enum):
    """What of a bar."""

    BODY = "body"
    START = "start"
    END = "end"
    LINK_START = "link_start"
    """The dot before it, from which a link is drawn."""
    LINK_END = "link_end"


@dataclass(frozen=True, slots=True)
class Hit:
    """``bar`` is a place in the columns."""

    bar: int
    part: Part


def row_at(y: float, *, top_px: float, row_px: float, rows: int) -> int | None:
    """Return the row at a height in the pane; None below the last."""
    row = int((y + top_px) // row_px)
    return row if 0 <= row < rows else None


def bar_at(bars: Bars, scale: Scale, row: int, x: float, *, with_links: bool) -> Hit | None:
    """Return the bar of a row at ``x``: the nearest, and of several over each other the one that starts last.

    ``with_links`` lets the dots beyond the ends be hit too: they are there only beside a bar that the pointer is near.
    """
    part = bars.of_rows(row, row)
    if part.start == part.stop:
        return None
    diamond = (bars.flags[part] & Flag.DIAMOND) != 0
    left, right = scale.xs(bars.start[part]), scale.xs(bars.end[part])
    left = np.where(diamond, right - DIAMOND_PX, left)
    right = np.where(diamond, right + DIAMOND_PX, right)
    away = np.maximum(np.maximum(left - x, x - right), 0.0)
    reach = LINK_GRIP_PX if with_links else 3.0
    nearest = np.flatnonzero(away == away.min())[-1]
    if away[nearest] > reach:
        return None
    place = part.start + int(nearest)
    flags, a, b = int(bars.flags[place]), float(left[nearest]), float(right[nearest])
    if not flags & Flag.MOVABLE:
        return Hit(place, Part.BODY) if away[nearest] <= 3.0 else None
    if x < a - 3.0:
        return Hit(place, Part.LINK_START)
    if x > b + 3.0:
        return Hit(place, Part.LINK_END)
    if flags & Flag.DIAMOND or b - a < 3 * GRIP_PX:
        return Hit(place, Part.BODY)
    if x <= a + GRIP_PX:
        return Hit(place, Part.START)
    return Hit(place, Part.END if x >= b - GRIP_PX else Part.BODY)
