"""The clock that the composition root injects, and the id source that stands on it.

Nothing below ``services`` reads a clock; ``services``, ``sync`` and ``ui`` are given one, so that tests set the time.
Three readings are kept apart because they answer different questions:

    wall        what the person's watch says; jumps when somebody sets it
    monotonic   how long the program has been awake; never jumps, stands still while the machine sleeps
    boottime    how long the machine has been up, sleep included; where the system has no such clock it equals
                monotonic and ``counts_sleep`` is False
"""

from __future__ import annotations

import os
import sys
import time
from typing import Protocol

import tzlocal

from engagedesk.domain.ids import IdSource, uuid7

FALLBACK_ZONE = "UTC"


class Clock(Protocol):
    """Time as the program is told it; every method may be called from any thread."""

    @property
    def counts_sleep(self) -> bool:
        """Say whether ``boottime_s`` goes on while the machine sleeps."""

    def now_s(self) -> int:
        """Return whole seconds since 1970 UTC."""

    def now_ms(self) -> int:
        """Return milliseconds since 1970 UTC; only ids need them."""

    def monotonic_s(self) -> float:
        """Return seconds since some fixed point, sleep left out where the system leaves it out."""

    def boottime_s(self) -> float:
        """Return seconds since some fixed point, sleep included where the system knows it."""

    def zone_name(self) -> str:
        """Return the IANA zone of the place where the person is now (``"Europe/London"``)."""


class SystemClock:
    """The machine's own clocks.

    ``CLOCK_BOOTTIME`` is Linux's clock that counts sleep. macOS's ``time.monotonic`` (mach_absolute_time) stops in
    sleep while ``CLOCK_MONOTONIC`` there goes on (man 3 clock_gettime). On Windows ``time.monotonic`` is
    GetTickCount64 or QueryPerformanceCounter, both of which count sleep.
    """

    def __init__(self) -> None:
        self._sleeping_clock = _clock_that_counts_sleep()

    @property
    def counts_sleep(self) -> bool:
        return self._sleeping_clock is not None or sys.platform == "win32"

    def now_s(self) -> int:
        return int(time.time())

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def monotonic_s(self) -> float:
        return time.monotonic()

    def boottime_s(self) -> float:
        if self._sleeping_clock is None or sys.platform == "win32":
            return time.monotonic()
        return time.clock_gettime(self._sleeping_clock)

    def zone_name(self) -> str:
        """Return the system's zone, asked anew each time because people travel; UTC where the system names none."""
        try:
            tzlocal.reload_localzone()
            return tzlocal.get_localzone_name() or FALLBACK_ZONE
        except (LookupError, ValueError, OSError):
            return FALLBACK_ZONE


def system_ids(clock: Clock) -> IdSource:
    """Return a source of fresh UUIDv7 values; it may be called from any thread."""

    def fresh() -> bytes:
        return uuid7(clock.now_ms(), os.urandom(10))

    return fresh


def _clock_that_counts_sleep() -> int | None:
    if sys.platform == "linux":
        return time.CLOCK_BOOTTIME
    if sys.platform == "darwin":
        return time.CLOCK_MONOTONIC
    return None
