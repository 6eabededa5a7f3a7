"""Where everything in a table goes, as numbers; no Qt, so that it is tested as arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in px."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def middle(self) -> float:
        return self.y + self.h / 2

    def overlaps(self, other: Box) -> bool:
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def holds(self, point: tuple[float, float]) -> bool:
        return self.x <= point[0] <= self.right and self.y <= point[1] <= self.bottom

    def outside(self, of: Box) -> float:
        """Return how far it sticks out."""
        across = max(0.0, of.x - self.x) + max(0.0, self.right - of.right)
        down = max(0.0, of.y - self.y) + max(0.0, self.bottom - of.bottom)
        return across + down


@dataclass(frozen=True, slots=True)
class Width:
    """How wide a column wants to be; ``share`` of the slack; hidden in a table narrower than ``hide_below``."""

    px: int
    share: int = 0
    hide_below: int = 0


def share_widths(widths: Sequence[Width], room: int) -> tuple[int, ...]:
    """Return one width a column, 0 = hidden. Shares split what is left; without shares the last column takes it.

    Where the fixed widths alone are too wide, columns with a share shrink to at least half of what they want, and the
    table then scrolls.
    """
    shown = [i for i, w in enumerate(widths) if room >= w.hide_below]
    result = [0] * len(widths)
    for i in shown:
        result[i] = widths[i].px
    slack = room - sum(result)
    sharing = [i for i in shown if widths[i].share] or shown[-1:]
    total = sum(widths[i].share or 1 for i in sharing)
    given = 0
    for place, i in enumerate(sharing):
        part = slack - given if place == len(sharing) - 1 else slack * (widths[i].share or 1) // total
        given += part
        result[i] = max(widths[i].px // 2, result[i] + part)
    return tuple(result)


def grown(widths: Sequence[Width], room: int, scale: float) -> tuple[Width, ...]:
    """Return the widths as larger letters need them, ``scale`` times what they are, as far as there is room."""
    whole = sum(width.px for width in widths if room >= width.hide_below)
    factor = min(scale, room / whole) if whole else 1.0
    return tuple(replace(width, px=int(width.px * factor)) for width in widths) if factor > 1 else tuple(widths)


def fit_headers(widths: Sequence[Width], needs: Sequence[int], room: int) -> tuple[Width, ...]:
    """Return the widths grown to what the column names need, the first first, as far as there is room to spare.

    Names grow with the language; a column with a share gives up to a quarter of what it wants for them.
    """
    shown = [room >= width.hide_below for width in widths]
    wanted = [width.px - width.px // 4 if width.share else width.px for width in widths]
    spare = room - sum(need for need, is_shown in zip(wanted, shown, strict=True) if is_shown)
    grown: list[Width] = []
    for width, need, is_shown in zip(widths, needs, shown, strict=True):
        more = max(0, min(need - width.px, spare)) if is_shown and not width.share else 0
        spare -= more
        grown.append(replace(width, px=width.px + more) if more else width)
    return tuple(grown)


def place_parts(
    left: float, right: float, widths: Sequence[float], *, gaps: Sequence[float], gives: Sequence[bool]
) -> tuple[tuple[float, float], ...]:
    """Return (x, width) of parts laid one after the other from ``left``.

    ``gaps[i]`` stands before part i. Where the room is short the last part that may give way shrinks first, down to
    nothing, then the one before it; a part that cannot give way and still does not fit gets width 0.
    """
    sizes = list(widths)
    over = sum(sizes) + sum(gaps[1 : len(sizes)]) - (right - left)
    for i in reversed(range(len(sizes))):
        if over <= 0:
            break
        if gives[i]:
            taken = min(sizes[i], over)
            sizes[i] -= taken
            over -= taken
    placed: list[tuple[float, float]] = []
    x = left
    for i, size in enumerate(sizes):
        x += gaps[i] if i else 0
        fits = size if x + size <= right + 0.5 else 0
        placed.append((x, fits))
        x += fits
    return tuple(placed)


def bracket(first_top: float, second_top: float, row_px: float, *, x: float) -> tuple[tuple[float, float], ...]:
    """Return the four corners of the bracket that joins two rows that claim the same time, first row first."""
    top, bottom = sorted((first_top + row_px / 2, second_top + row_px / 2))
    return ((x + 6, top), (x, top), (x, bottom), (x + 6, bottom))


def bar_fill(value: float, whole: float, width: float) -> float:
    """Return how many px of a bar are filled; never beyond its end, at least 2 px for anything at all."""
    if whole <= 0 or value <= 0:
        return width if value > 0 else 0
    return min(width, max(2.0, width * value / whole))


def tick_at(value: float, scale_end: float, width: float) -> float | None:
    """Return the x of a plan tick on a bar, or None where it would lie outside."""
    if scale_end <= 0 or not 0 <= value <= scale_end:
        return None
    return width * value / scale_end
