"""Away time: when a person left and came back, and what an answer makes of the time between.

Leaving is back-dated to the last sign of the person. Idle time counts from a threshold on; a screen lock or sleep
counts at once, and a short one is taken back on return. Nothing is guessed about the time between: until the person
answers it belongs to no entry. An answer allots seconds inside the period only, none twice and none that another
entry has claimed meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from engagedesk.domain.spans import Span, covered_s
from engagedesk.domain.states import AwayCause
from engagedesk.domain.timer import ClockSample, clock_jump
from engagedesk.errors import UserError

MEETING_BELIEVED_S: Final = 2 * 3600
"""A microphone in use or a held-off screen saver stands for the person's presence at most this long without a touch."""
TOUCH_SLACK_S: Final = 2
"""Idle counts are rounded: a touch this little after the last one is the same one."""
RESUME_WITHIN_S: Final = 15 * 60
"""An answer given this soon after the return goes on from the return; a later one goes on from its own instant."""
HOLE_S: Final = 90
"""Where clocks count sleep, a hole this long between two looks is sleep: looks come every few seconds."""


class Then(StrEnum):
    """What the timer does from the return on."""

    CONTINUE = "continue"
    STOP = "stop"


# -- leaving and coming back -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AwayPolicy:
    """What counts as away. ``idle_after_s`` 0 = idle time never does."""

    idle_after_s: int = 900
    on_screen_lock: bool = True
    on_sleep: bool = True
    short_s: int = 120
    """A screen lock or sleep up to this long counts as work."""

    def counts_as_work(self, cause: AwayCause, seconds: int) -> bool:
        """Say whether a gap is too short to be asked about."""
        if cause is AwayCause.IDLE:
            return seconds < self.idle_after_s
        return seconds <= min(self.short_s, self.idle_after_s or self.short_s)

    def watches(self, cause: AwayCause) -> bool:
        return {
            AwayCause.IDLE: self.idle_after_s > 0,
            AwayCause.SCREEN_LOCK: self.on_screen_lock,
            AwayCause.SLEEP: self.on_sleep,
        }[cause]


@dataclass(frozen=True, slots=True)
class Sight:
    """What one look at the desktop showed."""

    now_utc: int
    touched_utc: int | None
    """Last touch of mouse or keyboard; None = this desktop does not tell."""
    locked: bool = False
    slept: Span | None = None
    """The machine slept since the look before."""
    going_to_sleep: bool = False
    in_meeting: bool = False
    """A call or presentation is under way: the person is there without touching anything."""


@dataclass(frozen=True, slots=True)
class Gone:
    """The person is away."""

    start_utc: int
    """Their last sign, not the moment at which it was noticed."""
    cause: AwayCause
    not_before_utc: int
    """Only a touch after this instant is a return."""


@dataclass(frozen=True, slots=True)
class Presence:
    """Where the person is, as of the last look. ``gone`` None = here."""

    seen_utc: int
    """Their last sign."""
    gone: Gone | None = None

    def look(self, sight: Sight, policy: AwayPolicy, *, floor_utc: int | None = None) -> Presence:
        """Return where the person is after another look.

        ``floor_utc`` is a sign of the person from elsewhere (a timer that was started); nobody is away before it.
        """
        if self.gone is not None:
            if floor_utc is not None and floor_utc > self.gone.start_utc and not sight.locked:
                # Something was done from elsewhere meanwhile: another look decides about the time since.
                return Presence(min(floor_utc, sight.now_utc))
            return self._look_for_return(self.gone, sight)
        sleeps = sight.slept is not None or sight.going_to_sleep
        seen = min(max(self._seen(sight, policy), floor_utc or 0), sight.now_utc)
        if sight.slept is not None and policy.on_sleep and sight.slept.seconds > policy.short_s:
            start = min(max(self.seen_utc, floor_utc or 0), sight.slept.start_utc)
            # Back at the next look at the earliest, so that leaving and coming back are two steps for whoever follows.
            return Presence(start, Gone(start, AwayCause.SLEEP, sight.slept.end_utc))
        if sight.going_to_sleep and policy.on_sleep:
            return Presence(seen, Gone(seen, AwayCause.SLEEP, sight.now_utc))
        if sight.locked and policy.on_screen_lock and not sleeps:
            return Presence(seen, Gone(seen, AwayCause.SCREEN_LOCK, sight.now_utc))
        idle_s = sight.now_utc - seen
        if policy.idle_after_s and sight.touched_utc is not None and idle_s >= policy.idle_after_s:
            return Presence(seen, Gone(seen, AwayCause.IDLE, seen + TOUCH_SLACK_S))
        return Presence(seen)

    def leave(self, cause: AwayCause, now_utc: int) -> Presence:
        """Return the person as away since their last sign, because the program was told so."""
        seen = min(self.seen_utc, now_utc)
        return Presence(seen, Gone(seen, cause, seen + TOUCH_SLACK_S))

    def _seen(self, sight: Sight, policy: AwayPolicy) -> int:
        """Return the person's last sign."""
        if sight.touched_utc is None:
            # Where nothing tells, nothing is held against the person; but a locked screen was not touched by work.
            return self.seen_utc if sight.locked else sight.now_utc
        touched = max(self.seen_utc, sight.touched_utc)
        if sight.slept is not None and sight.touched_utc < sight.slept.end_utc:
            # The idle count stands still in sleep: what it dates into the sleep was before it.
            touched = self.seen_utc if policy.on_sleep else sight.slept.end_utc
        believed = sight.now_utc - sight.touched_utc <= MEETING_BELIEVED_S
        return sight.now_utc if sight.in_meeting and believed and not sight.locked else touched

    def _look_for_return(self, gone: Gone, sight: Sight) -> Presence:
        if sight.slept is not None:
            gone = replace(gone, not_before_utc=max(gone.not_before_utc, sight.slept.end_utc))
        if sight.now_utc < gone.start_utc:
            # The clock was set back to before the person left.
            return Presence(sight.now_utc)
        if sight.locked or sight.going_to_sleep:
            return replace(self, gone=gone)
        touched = sight.now_utc if sight.touched_utc is None else min(sight.touched_utc, sight.now_utc)
        if touched < gone.not_before_utc:
            return replace(self, gone=gone)
        return Presence(max(touched, gone.start_utc))


def slept_between(previous: ClockSample, current: ClockSample, *, counts_sleep: bool = False) -> Span | None:
    """Return the sleep between two looks, as the clocks tell it; None where there was none.

    The wall clock ran ahead of the monotonic one: sleep, or a clock that somebody set, which looks the same and is
    asked about the same. ``counts_sleep``: the monotonic clock counts sleep too (Windows), so that a long hole
    between the looks is the sign.
    """
    jump = clock_jump(previous, current)
    if jump is not None and jump.shift_s > 0:
        return Span(jump.before_utc, jump.after_utc)
    hole_s = current.monotonic_s - previous.monotonic_s
    if counts_sleep and hole_s >= HOLE_S and current.wall_utc > previous.wall_utc:
        return Span(previous.wall_utc, current.wall_utc)
    return None


# -- what an answer makes of it --------------------------------------------------------------------------------------


def closed(start_utc: int, end_utc: int, *, now_utc: int, timer_since_utc: int | None) -> Span:
    """Return the away period at the person's return: it never ends before it began, in the future, or later than a
    timer that the person started in it."""
    end = min(end_utc, now_utc)
    if timer_since_utc is not None and timer_since_utc >= start_utc:
        end = min(end, timer_since_utc)
    return Span(start_utc, max(start_utc, end))


def free_parts(period: Span, taken: Iterable[Span]) -> tuple[Span, ...]:
    """Return what no entry has claimed of the period, oldest first."""
    return period.subtract(taken)


def free_s(period: Span, taken: Iterable[Span]) -> int:
    """Return the seconds of the period that no entry has claimed."""
    inside = [part for span in taken if (part := span.intersect(period)) is not None]
    return period.seconds - covered_s(inside)


@dataclass(frozen=True, slots=True)
class Allotted:
    """One stretch of the period for one part of a split, by the part's number."""

    part: int
    span: Span


def allot(period: Span, lengths: Sequence[int], taken: Iterable[Span] = ()) -> tuple[Allotted, ...]:
    """Lay parts one after the other from the period's start, leaving out what other entries have claimed.

    ``UserError`` where there is no part, one has no length, or all together are longer than the period. What the
    parts leave over stays unallocated.
    """
    if not lengths:
        raise UserError("away.no_parts")
    if any(length <= 0 for length in lengths):
        raise UserError("away.empty_part")
    if sum(lengths) > period.seconds:
        raise UserError("away.too_much", minutes=-(-(sum(lengths) - period.seconds) // 60))
    claimed = tuple(taken)
    found: list[Allotted] = []
    at = period.start_utc
    for number, length in enumerate(lengths):
        found += [Allotted(number, free) for free in Span(at, at + length).subtract(claimed)]
        at += length
    return tuple(found)


def resume_utc(period: Span, now_utc: int, taken: Iterable[Span] = ()) -> int:
    """Return the instant from which a timer goes on after an answer.

    From the return, where the answer follows soon and nothing else was recorded since; else from now, so that an
    answer on the next morning makes no night of work.
    """
    since = Span(period.end_utc, max(period.end_utc, now_utc))
    busy = any(span.overlaps(since) for span in taken)
    return now_utc if busy or since.seconds > RESUME_WITHIN_S else period.end_utc


def with_length(lengths: Sequence[int], number: int, seconds: int, *, total_s: int) -> tuple[int, ...]:
    """Return the lengths after one was typed: the last part takes what is left, as long as it is not the typed one.

    No length goes under 0, and all together never exceed the total.
    """
    changed = list(lengths)
    last = len(changed) - 1
    others = sum(length for at, length in enumerate(changed) if at not in (number, last))
    changed[number] = max(0, min(seconds, total_s - others))
    if number != last:
        changed[last] = total_s - others - changed[number]
    return tuple(changed)


def with_part(lengths: Sequence[int], *, total_s: int) -> tuple[int, ...]:
    """Return the lengths with one part more: it takes what is unallocated, else half of the last part."""
    left = total_s - sum(lengths)
    if left > 0 or not lengths:
        return (*lengths, left)
    half = _rounded_half(lengths[-1])
    return (*lengths[:-1], lengths[-1] - half, half)


def without_part(lengths: Sequence[int], number: int) -> tuple[int, ...]:
    """Return the lengths with one part less; its time goes to the one before it, or after it."""
    kept = [length for at, length in enumerate(lengths) if at != number]
    if kept:
        kept[max(0, number - 1)] += lengths[number]
    return tuple(kept)


def _rounded_half(seconds: int) -> int:
    """Return half of a length, in whole minutes where it is long enough."""
    half = seconds // 2
    return half // 60 * 60 or half
