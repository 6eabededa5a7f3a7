"""The machine's clock, the ids that stand on it, and the clock of the tests."""

from __future__ import annotations

import sys
import time
import uuid
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from engagedesk.clock import Clock, SystemClock, system_ids
from tests.fake_clock import FakeClock


def test_the_system_clock_agrees_with_the_system() -> None:
    clock: Clock = SystemClock()
    before = int(time.time())
    assert before <= clock.now_s() <= clock.now_ms() // 1000 <= int(time.time())
    first = clock.monotonic_s(), clock.boottime_s()
    assert (clock.monotonic_s(), clock.boottime_s()) >= first


@pytest.mark.skipif(sys.platform != "linux", reason="CLOCK_BOOTTIME is Linux's")
def test_linux_counts_sleep() -> None:
    clock = SystemClock()
    assert clock.counts_sleep
    assert clock.boottime_s() >= clock.monotonic_s() - 1


def test_the_zone_is_one_that_exists() -> None:
    assert ZoneInfo(SystemClock().zone_name()).key


def test_the_zone_follows_the_person(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SystemClock()
    for zone in ("America/New_York", "Europe/Berlin"):
        monkeypatch.setenv("TZ", zone)
        assert clock.zone_name() == zone


def test_a_zone_that_does_not_exist_falls_back_to_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Atlantis/Capital")
    assert SystemClock().zone_name() == "UTC"


def test_fresh_ids_are_uuid7_and_carry_the_clocks_time(clock: FakeClock) -> None:
    fresh = system_ids(clock)
    made = [uuid.UUID(bytes=fresh()) for _ in range(1000)]
    assert len(set(made)) == 1000
    assert {value.version for value in made} == {7}
    assert {value.int >> 80 for value in made} == {clock.now_ms()}


def test_sleep_moves_the_wall_and_boottime_but_not_the_monotonic_clock(clock: FakeClock) -> None:
    wall, awake, up = clock.now_s(), clock.monotonic_s(), clock.boottime_s()
    clock.advance(minutes=5)
    clock.suspend(hours=8)
    assert clock.now_s() - wall == 8 * 3600 + 300
    assert clock.monotonic_s() - awake == 300
    assert clock.boottime_s() - up == 8 * 3600 + 300


def test_setting_the_watch_moves_the_wall_alone(clock: FakeClock) -> None:
    awake = clock.monotonic_s()
    clock.set_local("2026-07-01T09:30")
    assert clock.now() == datetime(2026, 7, 1, 8, 30, tzinfo=UTC)
    assert clock.monotonic_s() == awake
