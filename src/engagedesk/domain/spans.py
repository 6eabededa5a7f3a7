"""Half-open stretches of time in whole Unix seconds: what overlaps, what is left free, how blocks stand side by side.

A span knows nothing of days or zones; ``days`` gives both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from engagedesk.errors import UserError

REST_S: Final = 4 * 3600
"""Free time of this length after a late night is sleep; less is a pause in it."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``[start_utc, end_utc)`` in Unix seconds; may be empty, never backwards."""

    start_utc: int
    end_utc: int

    def __post_init__(self) -> None:
        if self.end_utc < self.start_utc:
            raise UserError("span.backwards")

    @property
    def seconds(self) -> int:
        return self.end_utc - self.start_utc

    def contains(self, instant: int) -> bool:
        return self.start_utc <= instant < self.end_utc

    def overlaps(self, other: Span) -> bool:
        """Say whether at least one second is in both; spans that only touch do not overlap."""
        return max(self.start_utc, other.start_utc) < min(self.end_utc, other.end_utc)

    def intersect(self, other: Span) -> Span | None:
        """Return the common part, or None where no second is common."""
        start, end = max(self.start_utc, other.start_utc), min(self.end_utc, other.end_utc)
        return Span(start, end) if start < end else None

    def subtract(self, cuts: Iterable[Span]) -> tuple[Span, ...]:
        """Return what is left of this span when every cut is taken out, oldest first."""
        left: list[Span] = []
        at = self.start_utc
        for cut in merge(cuts):
            if cut.end_utc <= at:
                continue
            if cut.start_utc >= self.end_utc:
                break
            if cut.start_utc > at:
                left.append(Span(at, cut.start_utc))
            at = max(at, cut.end_utc)
        if at < self.end_utc:
            left.append(Span(at, self.end_utc))
        return tuple(left)


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the covered time as disjoint spans, oldest first; touching spans become one, empty ones vanish."""
    merged: list[Span] = []
    for span in sorted(s for s in spans if s.seconds):
        if merged and span.start_utc <= merged[-1].end_utc:
            if span.end_utc > merged[-1].end_utc:
                merged[-1] = Span(merged[-1].start_utc, span.end_utc)
        else:
            merged.append(span)
    return tuple(merged)


def covered_s(spans: Iterable[Span]) -> int:
    """Return the seconds that at least one span covers."""
    return sum(span.seconds for span in merge(spans))


def gaps(spans: Iterable[Span], within: Span, *, at_least_s: int = 1) -> tuple[Span, ...]:
    """Return the free stretches *between* spans inside the bounds; free time before the first and after the last
    span is not a gap, nor is the night's rest after work that came in over the lower bound."""
    inside, came_over = [], False
    for span in spans:
        part = span.intersect(within)
        if part is not None:
            inside.append(part)
            came_over = came_over or span.start_utc < within.start_utc
    if not inside:
        return ()
    hull = Span(min(s.start_utc for s in inside), max(s.end_utc for s in inside))
    found = tuple(hull.subtract(inside))
    if came_over and found and found[0].seconds >= REST_S:
        found = found[1:]
    return tuple(free for free in found if free.seconds >= at_least_s)


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two spans, by their index in the input, and the seconds that both claim."""

    first: int
    second: int
    span: Span


def overlapping_pairs(spans: Sequence[Span]) -> tuple[Overlap, ...]:
    """Return every pair that shares time, in order of the shared part."""
    order = sorted(range(len(spans)), key=lambda i: (spans[i], i))
    found: list[Overlap] = []
    open_ones: list[int] = []
    for index in order:
        span = spans[index]
        open_ones = [i for i in open_ones if spans[i].end_utc > span.start_utc]
        for earlier in open_ones:
            shared = spans[earlier].intersect(span)
            if shared is not None:
                found.append(Overlap(earlier, index, shared))
        open_ones.append(index)
    return tuple(sorted(found, key=lambda o: (o.span, o.first, o.second)))


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a block stands: its column, and how many columns its group of overlapping blocks needs."""

    column: int
    columns: int


def columns(spans: Sequence[Span]) -> tuple[Placed, ...]:
    """Lay overlapping spans side by side; the answer has the order of the input.

    A group is a chain of overlaps; all its members share one column count, so that their widths agree.
    """
    placed: list[Placed] = [Placed(0, 1)] * len(spans)
    group: list[tuple[int, int]] = []
    ends: list[int] = []
    group_end: int | None = None

    def close_group() -> None:
        for index, column in group:
            placed[index] = Placed(column, len(ends))

    for index in sorted(range(len(spans)), key=lambda i: (spans[i].start_utc, -spans[i].end_utc, i)):
        span = spans[index]
        if group_end is not None and span.start_utc >= group_end:
            close_group()
            group, ends, group_end = [], [], None
        column = next((c for c, end in enumerate(ends) if end <= span.start_utc), len(ends))
        if column == len(ends):
            ends.append(span.end_utc)
        else:
            ends[column] = span.end_utc
        group.append((index, column))
        group_end = span.end_utc if group_end is None else max(group_end, span.end_utc)
    close_group()
    return tuple(placed)
