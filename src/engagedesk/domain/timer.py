"""What starting, switching, stopping and recovering a timer mean.

A running timer is a row with a start and no end; elapsed is derived from the wall clock, never counted. The functions
decide on values and say what is to be written; they write nothing. One timer runs at a time: starting another stops
the first at the same instant, so no second is in both and none in between.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from engagedesk.domain.ids import EntryId
from engagedesk.domain.spans import Span
from engagedesk.errors import UserError

HEARTBEAT_S: Final = 60
"""Activity is noted this often while a timer runs."""
RECOVERY_AFTER_S: Final = 3 * HEARTBEAT_S
"""A longer silence than this means that the program was not there."""
JUMP_TOLERANCE_S: Final = 5
"""Wall and monotonic clocks may drift apart by this much between two samples."""


@dataclass(frozen=True, slots=True)
class Running:
    """The running timer. ``last_activity_utc`` is the last heartbeat or known activity."""

    entry: EntryId
    start_utc: int
    last_activity_utc: int


@dataclass(frozen=True, slots=True)
class Stopped:
    """How a running entry ends. ``seconds`` 0 = it recorded nothing and is dropped rather than kept empty."""

    entry: EntryId
    span: Span
    clock_went_back: bool = False
    """The wall clock stood before the start, so that the last known activity is the end."""

    @property
    def seconds(self) -> int:
        return self.span.seconds

    @property
    def keep(self) -> bool:
        return self.span.seconds > 0


@dataclass(frozen=True, slots=True)
class Started:
    """A timer starts; ``stopped`` is the one that ends at the same instant, if one ran."""

    start_utc: int
    stopped: Stopped | None


def elapsed_s(start_utc: int, now_utc: int) -> int:
    """Return the seconds shown for a running timer; 0 while the clock stands before the start."""
    return max(0, now_utc - start_utc)


def start(running: Running | None, now_utc: int, *, at_utc: int | None = None) -> Started:
    """Start a timer now, or back-dated to ``at_utc``."""
    if at_utc is not None and at_utc > now_utc:
        raise UserError("timer.start_in_future")
    if running is None:
        return Started(now_utc if at_utc is None else at_utc, None)
    if at_utc is not None and at_utc < running.start_utc:
        raise UserError("timer.start_before_running")
    ended = stop(running, now_utc, at_utc=at_utc)
    return Started(ended.span.end_utc, ended)


def switch(running: Running | None, now_utc: int, *, at_utc: int | None = None) -> Started:
    """Start another timer in place of the running one; ``UserError`` where none runs."""
    if running is None:
        raise UserError("timer.none_to_switch")
    return start(running, now_utc, at_utc=at_utc)


def stop(running: Running | None, now_utc: int, *, at_utc: int | None = None) -> Stopped:
    """End the running timer now or at an earlier instant between its start and now.

    A timer can always be stopped: where the clock was set back before the start, the last known activity is the end.
    """
    if running is None:
        raise UserError("timer.none_running")
    went_back = now_utc < running.start_utc
    latest = max(running.start_utc, running.last_activity_utc) if went_back else now_utc
    if at_utc is None:
        return Stopped(running.entry, Span(running.start_utc, latest), went_back)
    if at_utc < running.start_utc:
        raise UserError("timer.stop_before_start")
    if at_utc > latest:
        raise UserError("timer.stop_in_future")
    return Stopped(running.entry, Span(running.start_utc, at_utc), went_back)


class RecoveryChoice(StrEnum):
    KEEP = "keep"
    END_AT_LAST_ACTIVITY = "end_at_last_activity"
    EDIT = "edit"


@dataclass(frozen=True, slots=True)
class Recovery:
    """Offered when the program finds a timer that ran on without it."""

    running: Running
    now_utc: int
    unseen_s: int
    """Seconds between the last known activity and now."""

    def apply(self, choice: RecoveryChoice, *, at_utc: int | None = None) -> Stopped | None:
        """Return how the entry ends, or None where it goes on; ``at_utc`` is needed for an edit only."""
        if choice is RecoveryChoice.KEEP:
            return None
        if choice is RecoveryChoice.EDIT and at_utc is None:
            raise UserError("timer.edit_needs_time")
        end = at_utc
        if choice is RecoveryChoice.END_AT_LAST_ACTIVITY:
            end = max(self.running.start_utc, min(self.running.last_activity_utc, self.now_utc))
        return stop(self.running, max(self.now_utc, self.running.start_utc), at_utc=end)


def recovery(running: Running | None, now_utc: int) -> Recovery | None:
    """Return what to ask at start-up: None where nothing runs or activity was noted a moment ago."""
    if running is None:
        return None
    unseen = now_utc - max(running.last_activity_utc, running.start_utc)
    if -RECOVERY_AFTER_S <= unseen <= RECOVERY_AFTER_S:
        return None
    return Recovery(running, now_utc, max(0, unseen))


@dataclass(frozen=True, slots=True)
class ClockSample:
    """Both clocks read at the same moment, in whole seconds."""

    wall_utc: int
    monotonic_s: int


@dataclass(frozen=True, slots=True)
class ClockJump:
    """The wall clock moved ``shift_s`` more than the monotonic clock between two samples.

    Positive: the machine slept, or the clock was set forward. Negative: the clock was set back.
    Source: ``CLOCK_MONOTONIC`` stands still while Linux is suspended (clock_gettime(2)).
    """

    shift_s: int
    before_utc: int
    after_utc: int


def clock_jump(previous: ClockSample, current: ClockSample) -> ClockJump | None:
    """Return how far the wall clock jumped between two samples, or None where both clocks agree.

    A jump is reported, never corrected: an entry's length stays end minus start by the wall clock.
    """
    shift = (current.wall_utc - previous.wall_utc) - (current.monotonic_s - previous.monotonic_s)
    if abs(shift) <= JUMP_TOLERANCE_S:
        return None
    return ClockJump(shift, previous.wall_utc, current.wall_utc)
