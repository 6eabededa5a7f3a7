from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain import timer
from engagedesk.domain.ids import EntryId
from engagedesk.domain.spans import Span
from engagedesk.domain.timer import ClockSample, RecoveryChoice, Running
from engagedesk.errors import UserError

FIRST = EntryId(b"1" * 16)
DAY = 86_400


def running(start: int = 1000, *, seen: int | None = None) -> Running:
    return Running(FIRST, start, start if seen is None else seen)


def test_starting_another_stops_the_first_at_the_same_instant() -> None:
    started = timer.start(running(), 5000)
    assert started.stopped is not None
    assert (started.stopped.span, started.start_utc) == (Span(1000, 5000), 5000)


@given(st.integers(0, 10**10), st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_switch_leaves_no_second_in_both_and_none_in_between(start: int, ran: int, back: int) -> None:
    now = start + ran
    started = timer.switch(running(start), now, at_utc=max(start, now - back))
    assert started.stopped is not None
    assert started.stopped.span.end_utc == started.start_utc
    assert started.stopped.seconds == started.start_utc - start


def test_a_timer_that_was_switched_at_once_recorded_nothing_and_is_not_kept() -> None:
    started = timer.switch(running(1000), 1000)
    assert started.stopped is not None
    assert not started.stopped.keep


def test_a_back_dated_stop_ends_where_it_says() -> None:
    assert timer.stop(running(), 5000, at_utc=3000).span == Span(1000, 3000)


@pytest.mark.parametrize(("at", "code"), [(999, r"timer\.stop_before_start"), (5001, r"timer\.stop_in_future")])
def test_a_stop_must_lie_within_the_timers_time(at: int, code: str) -> None:
    with pytest.raises(UserError, match=code):
        timer.stop(running(), 5000, at_utc=at)


def test_without_a_timer_there_is_nothing_to_stop_or_to_switch() -> None:
    with pytest.raises(UserError, match=r"timer\.none_running"):
        timer.stop(None, 5000)
    with pytest.raises(UserError, match=r"timer\.none_to_switch"):
        timer.switch(None, 5000)
    assert timer.start(None, 5000, at_utc=4000).start_utc == 4000


def test_a_start_lies_neither_in_the_future_nor_before_the_running_timer() -> None:
    with pytest.raises(UserError, match=r"timer\.start_in_future"):
        timer.start(None, 5000, at_utc=5001)
    with pytest.raises(UserError, match=r"timer\.start_before_running"):
        timer.start(running(), 5000, at_utc=900)


def test_a_timer_can_be_stopped_when_the_clock_was_set_back_before_its_start() -> None:
    stopped = timer.stop(running(10_000, seen=10_300), 4000)
    assert stopped.span == Span(10_000, 10_300)
    assert stopped.clock_went_back
    assert timer.elapsed_s(10_000, 4000) == 0


def test_three_days_of_sleep_are_reported_and_change_no_duration() -> None:
    jump = timer.clock_jump(ClockSample(1000, 50), ClockSample(1000 + 3 * DAY + 60, 110))
    assert jump is not None
    assert jump.shift_s == 3 * DAY
    assert timer.stop(running(1000), 1000 + 3 * DAY + 60).seconds == 3 * DAY + 60


def test_a_clock_set_back_by_three_days_is_reported() -> None:
    jump = timer.clock_jump(ClockSample(10 * DAY, 50), ClockSample(7 * DAY + 60, 110))
    assert jump is not None
    assert jump.shift_s == -3 * DAY


def test_clocks_that_agree_report_no_jump() -> None:
    assert timer.clock_jump(ClockSample(1000, 50), ClockSample(1062, 110)) is None


def test_after_a_crash_the_timer_is_kept_or_ends_at_the_last_activity() -> None:
    offer = timer.recovery(running(1000, seen=2500), 50_000)
    assert offer is not None
    assert offer.unseen_s == 47_500
    assert offer.apply(RecoveryChoice.KEEP) is None
    ended = offer.apply(RecoveryChoice.END_AT_LAST_ACTIVITY)
    assert ended is not None
    assert ended.span == Span(1000, 2500)
    edited = offer.apply(RecoveryChoice.EDIT, at_utc=3000)
    assert edited is not None
    assert edited.span == Span(1000, 3000)
    with pytest.raises(UserError, match=r"timer\.edit_needs_time"):
        offer.apply(RecoveryChoice.EDIT)


def test_a_quick_restart_asks_nothing() -> None:
    assert timer.recovery(running(1000, seen=2500), 2590) is None
    assert timer.recovery(None, 2590) is None
