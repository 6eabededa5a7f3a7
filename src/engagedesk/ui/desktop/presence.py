"""Whether the person is here: looks at the desktop every few seconds and says when they leave and come back.

The rules are ``domain/away.py``'s; this gives them eyes. It outlives a lock in its own way: the locked process watches
on with what crossed, and the open one takes over what it saw.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engagedesk.clock import Clock
from engagedesk.domain.away import AwayPolicy, Gone, Presence, Sight, slept_between
from engagedesk.domain.states import AwayCause
from engagedesk.domain.timer import ClockSample, clock_jump
from engagedesk.ui.desktop.senses import Meeting, Senses

LOOK_EVERY_MS: Final = 10_000
LOOK_AWAY_MS: Final = 2_000
"""While nobody is there: a return is seen soon, and a look costs less than a millisecond."""


@dataclass(frozen=True, slots=True)
class Missed:
    """An absence that the locked process saw and no store holds yet."""

    start_utc: int
    cause: AwayCause
    end_utc: int


class PresenceWatch(QObject):
    """Lives in the GUI thread. ``here`` says where the person is, as of the last look."""

    left = Signal(object)
    """A ``Gone``."""
    back = Signal(int)
    """The instant of the return."""
    looked = Signal()
    set_back = Signal(int)
    """The clock was set back by this many seconds."""

    def __init__(
        self,
        senses: Senses,
        clock: Clock,
        *,
        policy: AwayPolicy,
        away_since_utc: int | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``away_since_utc``: the person was away already when this process began."""
        super().__init__(parent)
        self._senses = senses
        self._clock = clock
        self.policy = policy
        self.floor: Callable[[], int | None] = _no_floor
        """Answers the last sign of the person from elsewhere (a timer that was started)."""
        self.missed: Missed | None = None
        """What was seen before anyone took over, as one absence."""
        self._taken_over = False
        now_utc = clock.now_s()
        self.here = Presence(now_utc)
        if away_since_utc is not None:
            seen = min(away_since_utc, now_utc)
            self.here = Presence(seen, Gone(seen, AwayCause.IDLE, seen + 2))
        self._sample = self._now()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        senses.stirred.connect(self.look)
        self._keep_pace()

    @property
    def seen_utc(self) -> int:
        """The person's last sign."""
        return self.here.seen_utc

    @property
    def gone(self) -> Gone | None:
        return self.here.gone

    def meeting(self) -> Meeting:
        return self._senses.meeting()

    def start(self) -> None:
        self._senses.start()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def take_over(self) -> None:
        """From here on somebody hears the signals: what is seen is no longer kept."""
        self._taken_over = True

    def leave(self, cause: AwayCause) -> None:
        """Have the person away since their last sign, because the program locks itself for that reason."""
        if self.here.gone is None:
            self._become(self.here.leave(cause, self._clock.now_s()))

    @Slot()
    def look(self) -> None:
        """Look once, now."""
        before, self._sample = self._sample, self._now()
        now_utc = self._sample.wall_utc
        idle_s = self._senses.idle_s()
        # Where boottime is no clock of its own, the monotonic one counts sleep (Windows).
        counts_sleep = self._clock.counts_sleep and sys.platform == "win32"
        sight = Sight(
            now_utc,
            None if idle_s is None else int(now_utc - idle_s),
            locked=bool(self._senses.locked()),
            slept=slept_between(before, self._sample, counts_sleep=counts_sleep),
            going_to_sleep=self._senses.going_to_sleep(),
        )
        # Asked only where it decides: who touched something a moment ago is there, and nobody else is looked after.
        if self.here.gone is None and idle_s is not None and idle_s * 2 >= self.policy.idle_after_s > 0:
            sight = replace(sight, in_meeting=self._senses.meeting().there)
        jump = clock_jump(before, self._sample)
        self._become(self.here.look(sight, self.policy, floor_utc=self.floor()))
        if jump is not None and jump.shift_s < 0:
            self.set_back.emit(-jump.shift_s)
        self.looked.emit()

    def _become(self, after: Presence) -> None:
        before, self.here = self.here, after
        self._keep_pace()
        if before.gone is None and after.gone is not None:
            self.left.emit(after.gone)
        elif before.gone is not None and after.gone is None:
            if not self._taken_over:
                start = before.gone if self.missed is None else self.missed
                self.missed = Missed(start.start_utc, start.cause, max(after.seen_utc, start.start_utc))
            self.back.emit(after.seen_utc)

    def _keep_pace(self) -> None:
        pace_ms = LOOK_EVERY_MS if self.here.gone is None else LOOK_AWAY_MS
        if self._timer.interval() != pace_ms:
            self._timer.setInterval(pace_ms)

    def _now(self) -> ClockSample:
        return ClockSample(self._clock.now_s(), int(self._clock.monotonic_s()))


def _no_floor() -> int | None:
    return None
