"""The clock that tests set: it stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

# Sunday 22 November 2026, 18:00 in London: the day of the sample portfolio.
DEFAULT_START = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)


class FakeClock:
    """A ``Clock`` whose three readings move together, or apart as they do in sleep and when somebody sets the watch."""

    counts_sleep = True

    def __init__(self, start: datetime = DEFAULT_START, zone: str = "Europe/London") -> None:
        if start.tzinfo is None:
            raise ValueError("a start needs its zone")
        self.zone = zone
        self._wall_ms = int(start.timestamp() * 1000)
        self._monotonic_s = 1_000.0
        self._boottime_s = 1_000.0

    def now_s(self) -> int:
        return self._wall_ms // 1000

    def now_ms(self) -> int:
        return self._wall_ms

    def monotonic_s(self) -> float:
        return self._monotonic_s

    def boottime_s(self) -> float:
        return self._boottime_s

    def zone_name(self) -> str:
        return self.zone

    def now(self) -> datetime:
        """Return the wall time as an aware UTC datetime, for tests to compare with."""
        return datetime.fromtimestamp(self.now_s(), UTC)

    def advance(self, seconds: float = 0, *, minutes: float = 0, hours: float = 0) -> None:
        """Let awake time pass."""
        passed = seconds + minutes * 60 + hours * 3600
        self._wall_ms += round(passed * 1000)
        self._monotonic_s += passed
        self._boottime_s += passed

    def suspend(self, seconds: float = 0, *, minutes: float = 0, hours: float = 0) -> None:
        """Let time pass while the machine sleeps: the monotonic reading stands still."""
        passed = seconds + minutes * 60 + hours * 3600
        self._wall_ms += round(passed * 1000)
        self._boottime_s += passed

    def set_wall(self, to: datetime) -> None:
        """Set the watch, forwards or backwards; no time passes."""
        self._wall_ms = int(to.timestamp() * 1000)

    def set_local(self, text: str) -> None:
        """Set the watch to an ISO local time in the clock's zone (``"2026-11-16T09:30"``)."""
        self.set_wall(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(self.zone)))
