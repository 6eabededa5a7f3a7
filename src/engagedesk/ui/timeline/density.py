"""All rows in one picture where a row is too low to be drawn: how many bars lie at each pixel. No Qt."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from engagedesk.ui.timeline.columns import Bars, Flag
from engagedesk.ui.timeline.scale import Scale

FULL: Final = 3
"""So many bars over each other are full colour."""
BELOW_ROW_PX: Final = 4.0
"""Rows lower than this are drawn as density."""

Picture = npt.NDArray[np.uint32]


class Density:
    """Makes the pictures; it keeps its two sheets, because fresh memory of 6 MB costs as much as filling it."""

    def __init__(self) -> None:
        self._counts: npt.NDArray[np.int16] = np.empty((0, 0), np.int16)
        self._pixels: Picture = np.empty((0, 0), np.uint32)

    def picture(
        self, bars: Bars, scale: Scale, *, width: int, height: int, row_px: float, top_px: float, shades: Picture
    ) -> Picture:
        """Return the picture of the rows from ``top_px`` on, ``height`` x (``width`` + 1) pixels, until the next call.

        The last column is empty. A line of pixels holds all bars of its rows, in the colour of the last of them; the
        more lie over each other, the fuller. ``shades`` is by client, then by how many there are (0 to ``FULL``);
        clients beyond it go round.
        """
        room = width + 1
        if self._counts.shape != (height, room):
            self._counts = np.empty((height, room), np.int16)
            self._pixels = np.empty((height, room), np.uint32)
        picture = self._counts
        picture.fill(0)
        low, high = np.searchsorted(bars.row, [int(top_px / row_px), int((top_px + height) / row_px) + 2])
        part = slice(int(low), int(high))
        line = ((bars.row[part] * row_px) - top_px).astype(np.int32)
        left = np.clip(scale.xs(bars.start[part]), -1, width).astype(np.int32)
        right = np.clip(scale.xs(bars.end[part]), -1, width).astype(np.int32) + 1
        # A summary covers everything below it and would drown it; a bar that is narrower than a pixel still shows.
        span = bars.flags[part] & (Flag.SUMMARY | Flag.BRACKET | Flag.CLOSED)
        summary = (span != 0) & (span < Flag.CLOSED)
        seen = (right > 0) & (left < width) & (line >= 0) & (line < height) & ~summary
        line, left, right = line[seen], np.maximum(left[seen], 0), np.minimum(right[seen], width)
        counts = picture.reshape(-1)
        np.add.at(counts, line * room + left, np.int16(1))
        np.subtract.at(counts, line * room + right, np.int16(1))
        # Each line comes back to nothing at its end, so the sum may run through all of them.
        np.cumsum(counts, dtype=np.int16, out=counts)
        np.minimum(counts, FULL, out=counts)
        colour = np.zeros(height, np.int16)
        colour[line] = bars.colour[part][seen] % len(shades)
        picture += (colour * (FULL + 1))[:, None]
        if row_px > 1.0:
            _grow(picture, line, row_px)
        return np.take(shades.reshape(-1), picture, mode="clip", out=self._pixels)


def _grow(picture: npt.NDArray[np.int16], lines: npt.NDArray[np.int32], row_px: float) -> None:
    """Fill each row's height below the line on which it begins; one line stays free where there are three."""
    starts = np.unique(lines)
    for by in range(1, max(1, int(row_px) - (1 if row_px >= 3 else 0))):
        below = starts + by
        below = below[below < len(picture)]
        free = below[~np.isin(below, starts)]
        picture[free] = picture[free - by]
