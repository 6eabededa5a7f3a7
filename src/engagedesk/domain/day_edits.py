"""What is done to single spans on the day's canvas: split, merge, and giving doubly claimed time to one entry.

Each rule keeps every second that was recorded: the time that at least one entry covers is the same before and after,
and no two entries that a rule made claim the same second.
"""

from __future__ import annotations

from dataclasses import dataclass

from engagedesk.domain.spans import Span
from engagedesk.errors import UserError


def split_span(span: Span, at_utc: int) -> tuple[Span, Span]:
    """Return the two parts; ``UserError`` where one of them would be empty."""
    if not span.start_utc < at_utc < span.end_utc:
        raise UserError("entry.split_outside")
    return Span(span.start_utc, at_utc), Span(at_utc, span.end_utc)


def split_seconds(seconds: int, first_s: int) -> tuple[int, int]:
    """Return the two lengths of a duration."""
    if not 0 < first_s < seconds:
        raise UserError("entry.split_outside")
    return first_s, seconds - first_s


def merge_spans(first: Span, second: Span) -> Span:
    """Return the one span of two that touch, in either order.

    Time between them was recorded by nobody, and time in both was recorded twice: both are refused, with a reason.
    """
    earlier, later = sorted((first, second))
    if earlier.end_utc < later.start_utc:
        raise UserError("entry.merge_gap", seconds=later.start_utc - earlier.end_utc)
    if earlier.end_utc > later.start_utc:
        raise UserError("entry.merge_overlap")
    return Span(earlier.start_utc, later.end_utc)


def merge_texts(first: str, second: str) -> str:
    """Return both narratives, each once."""
    distinct = dict.fromkeys(text for text in (first.strip(), second.strip()) if text)
    return "; ".join(distinct)


@dataclass(frozen=True, slots=True)
class Claim:
    """One of two entries that claim the same time; a running one claims it until now."""

    span: Span
    editable: bool
    running: bool = False


@dataclass(frozen=True, slots=True)
class Yielded:
    """Which of the two gives way (0 or 1), and what is left of it: one span, or two around the other entry."""

    place: int
    left: tuple[Span, ...]


def resolve_overlap(first: Claim, second: Claim) -> Yielded:
    """Decide who gives the shared time away: the one that started earlier, for what began later was the switch.

    Where that one may not be changed, nothing would be left of it, or its timer would end, the other gives way.
    ``UserError`` where the two share nothing, where neither may be changed, and where both are the same time: then one
    of them is to be deleted by the person who knows which.
    """
    if not first.span.overlaps(second.span):
        raise UserError("entry.no_overlap")
    claims = (first, second)
    starts = [(claim.span.start_utc, -claim.span.end_utc) for claim in claims]
    order = (0, 1) if starts[0] <= starts[1] else (1, 0)
    if not (first.editable or second.editable):
        raise UserError("entry.overlap_locked")
    for place in order:
        if claims[place].editable:
            span = claims[place].span
            left = span.subtract([claims[1 - place].span])
            # A timer goes on: nothing here ends one.
            goes_on = not claims[place].running or (bool(left) and left[-1].end_utc == span.end_utc)
            if left and goes_on:
                return Yielded(place, left)
    raise UserError("entry.overlap_same")


def snap(instant: int, *, origin_utc: int, step_s: int, edges: tuple[int, ...] = (), reach_s: int = 0) -> int:
    """Return the instant on the firm's grid, or on another entry's edge that is within reach: no sliver of overlap
    or of gap comes from drawing by hand. ``step_s`` 0 = free, to the minute."""
    near = min(edges, key=lambda edge: (abs(edge - instant), edge), default=None)
    if near is not None and abs(near - instant) <= reach_s:
        return near
    step = step_s or 60
    return origin_utc + (instant - origin_utc + step // 2) // step * step
