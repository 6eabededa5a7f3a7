"""All rows in one picture where a row is too low to be drawn: how many bars lie at each pixel. No Qt."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from engagedesk.ui.timeline.columns import Bars, Flag
from engagedesk.ui.timeline.scale import Scale

LEVELS: Final = 16
"""Shades between nothing and full colour."""
BELOW_ROW_PX: Final = 4.0
"""Rows lower than this are drawn as density."""

Picture = npt.NDArray[np.uint32]
_FULL_AT: Final = 3


def palette(clients: list[tuple[int, int, int]], ground: tuple[int, int, int]) -> Picture:
    """Return the pixels (0xAARRGGBB) of each client colour in each shade over the ground."""
    parts = np.linspace(0.0, 1.0, LEVELS)[None, :, None]
    colours = np.array(clients, np.float64)[:, None, :]
    mixed = np.rint(colours * parts + np.array(ground, np.float64) * (1 - parts)).astype(np.uint32)
    return (0xFF000000 | mixed[..., 0] << 16 | mixed[..., 1] << 8 | mixed[..., 2]).astype(np.uint32)


def density(
    bars: Bars, scale: Scale, *, width: int, height: int, row_px: float, top_px: float, shades: Picture
) -> Picture:
    """Return the picture of the rows from ``top_px`` on, ``height`` x ``width`` pixels.

    A line of pixels holds all bars of its rows, in the colour of the last of them; the more lie over each other, the
    fuller. ``shades`` is what ``palette`` made; colours beyond it go round.
    """
    blank = np.full((height, width), shades[0, 0], np.uint32)
    if not bars.count or width < 1 or height < 1:
        return blank
    low, high = np.searchsorted(bars.row, [int(top_px / row_px), int((top_px + height) / row_px) + 2])
    part = slice(int(low), int(high))
    line = ((bars.row[part] * row_px) - top_px).astype(np.int32)
    left = np.clip(scale.xs(bars.start[part]), -1, width).astype(np.int32)
    right = np.clip(scale.xs(bars.end[part]), -1, width).astype(np.int32) + 1
    # A summary covers everything below it and would drown it; a bar that is narrower than a pixel still shows.
    summary = (bars.flags[part] & (Flag.SUMMARY | Flag.BRACKET)) != 0
    seen = (right > 0) & (left < width) & (line >= 0) & (line < height) & ~summary
    if not seen.any():
        return blank
    line, left, right = line[seen], np.maximum(left[seen], 0), np.minimum(right[seen], width)
    room = width + 1
    edges = np.bincount(line * room + left, minlength=height * room) - np.bincount(
        line * room + right, minlength=height * room
    )
    counts = np.cumsum(edges.reshape(height, room)[:, :width], axis=1, dtype=np.int32)
    if row_px > 1.0:
        _grow(counts, line, row_px)
    colour = np.zeros(height, np.int64)
    colour[line] = bars.colour[part][seen] % len(shades)
    if row_px > 1.0:
        colour = colour[_line_above(np.arange(height), line, height)]
    step = np.minimum(counts * (LEVELS - 1) // _FULL_AT + (counts > 0), LEVELS - 1)
    return np.ascontiguousarray(shades.reshape(-1)[colour[:, None] * LEVELS + step])


def _line_above(at: npt.NDArray[np.int64], lines: npt.NDArray[np.int32], height: int) -> npt.NDArray[np.int64]:
    """Return for each line of pixels the nearest one at or above it on which a row begins."""
    begins = np.zeros(height, np.int64)
    begins[lines] = lines
    return np.maximum.accumulate(begins)[at]


def _grow(counts: npt.NDArray[np.int32], lines: npt.NDArray[np.int32], row_px: float) -> None:
    """Fill each row's height below the line on which it begins; one line stays free where there are three."""
    height = len(counts)
    depth = max(1, int(row_px) - (1 if row_px >= 3 else 0))
    starts = np.unique(lines)
    for by in range(1, depth):
        below = starts + by
        below = below[below < height]
        free = below[~np.isin(below, starts)]
        counts[free] = counts[free - by]
