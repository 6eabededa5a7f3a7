"""Away time: who is away since when, and what an answer makes of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.away import (
    MEETING_BELIEVED_S,
    RESUME_WITHIN_S,
    AwayPolicy,
    Presence,
    Sight,
    allot,
    closed,
    free_parts,
    free_s,
    resume_utc,
    slept_between,
    with_length,
    with_part,
    without_part,
)
from engagedesk.domain.spans import Span, covered_s
from engagedesk.domain.states import AwayCause
from engagedesk.domain.timer import ClockSample
from engagedesk.errors import UserError

NOON = 1_800_000_000
MIN = 60
POLICY = AwayPolicy()

INSTANTS = st.integers(NOON, NOON + 7200)
SPANS = st.builds(lambda a, b: Span(min(a, b), max(a, b)), INSTANTS, INSTANTS)
PERIODS = SPANS.filter(lambda span: span.seconds > 0)
LENGTHS = st.lists(st.integers(1, 3600), min_size=1, max_size=6)


def here(seen_min: int = 0) -> Presence:
    return Presence(NOON + seen_min * MIN)


def sight(now_min: int, touched_min: int | None, **more: object) -> Sight:
    touched = None if touched_min is None else NOON + touched_min * MIN
    return Sight(NOON + now_min * MIN, touched, **more)  # type: ignore[arg-type]


# -- leaving ---------------------------------------------------------------------------------------------------------


def test_idle_time_is_away_from_the_threshold_on_and_since_the_last_touch() -> None:
    assert here().look(sight(14, 0), POLICY).gone is None
    gone = here().look(sight(15, 0), POLICY).gone
    assert gone is not None
    assert (gone.start_utc, gone.cause) == (NOON, AwayCause.IDLE)


def test_a_threshold_of_zero_is_never_idle() -> None:
    assert here().look(sight(600, 0), AwayPolicy(idle_after_s=0)).gone is None


def test_a_timer_started_from_elsewhere_shows_that_the_person_was_there() -> None:
    seen = here().look(sight(20, 0), POLICY, floor_utc=NOON + 18 * MIN)
    assert (seen.gone, seen.seen_utc) == (None, NOON + 18 * MIN)


def test_where_nothing_tells_of_touches_nobody_is_idle() -> None:
    assert here().look(sight(600, None), POLICY).gone is None


def test_a_locked_screen_is_away_at_once_and_since_the_last_touch_before_it() -> None:
    gone = here().look(sight(6, 1, locked=True), POLICY).gone
    assert gone is not None
    assert (gone.start_utc, gone.cause) == (NOON + MIN, AwayCause.SCREEN_LOCK)


def test_a_cause_that_is_switched_off_counts_for_nothing() -> None:
    assert here().look(sight(6, 6, locked=True), AwayPolicy(on_screen_lock=False)).gone is None
    slept = Span(NOON + 10, NOON + 3600)
    assert here().look(sight(60, 60, slept=slept), AwayPolicy(on_sleep=False)).gone is None
    assert here().look(sight(61, 30, slept=slept), AwayPolicy(on_sleep=False)).gone is None


def test_sleep_is_away_since_the_last_touch_before_it_and_the_count_that_stood_still_is_no_return() -> None:
    slept = Span(NOON + MIN, NOON + 60 * MIN)
    # Awake again for a minute, untouched: the idle count dates the last touch into the sleep.
    presence = here().look(sight(61, 59, slept=slept), POLICY)
    assert presence.gone is not None
    assert (presence.gone.start_utc, presence.gone.cause) == (NOON, AwayCause.SLEEP)
    back = presence.look(sight(65, 64), POLICY)
    assert (back.gone, back.seen_utc) == (None, NOON + 64 * MIN)


def test_a_nap_of_the_machine_counts_as_work() -> None:
    assert here().look(sight(2, 2, slept=Span(NOON + 30, NOON + 100)), POLICY).gone is None


def test_the_machine_says_that_it_goes_to_sleep_before_it_does() -> None:
    going = here().look(sight(1, 1, going_to_sleep=True), POLICY)
    assert going.gone is not None
    assert going.look(sight(2, 2, going_to_sleep=True), POLICY).gone is not None
    assert going.look(sight(90, 90, slept=Span(NOON + MIN, NOON + 89 * MIN)), POLICY).gone is None


def test_a_meeting_is_presence_without_a_touch_but_not_for_ever_and_not_behind_a_locked_screen() -> None:
    presence = here().look(sight(40, 0, in_meeting=True), POLICY)
    assert (presence.gone, presence.seen_utc) == (None, NOON + 40 * MIN)
    assert presence.look(sight(50, 0), POLICY).gone is None
    too_long = here().look(sight(MEETING_BELIEVED_S // MIN + 1, 0, in_meeting=True), POLICY)
    assert too_long.gone is not None
    locked = here().look(sight(40, 0, in_meeting=True, locked=True), POLICY)
    assert locked.gone is not None
    assert locked.gone.start_utc == NOON


def test_a_person_comes_back_with_a_touch_and_not_while_the_screen_is_locked() -> None:
    gone = here().look(sight(15, 0), POLICY)
    assert gone.look(sight(30, 0), POLICY).gone is not None
    back = gone.look(sight(43, 43), POLICY)
    assert (back.gone, back.seen_utc) == (None, NOON + 43 * MIN)
    locked = here().look(sight(1, 1, locked=True), POLICY)
    assert locked.look(sight(5, 5, locked=True), POLICY).gone is not None
    assert locked.look(sight(6, 6), POLICY).gone is None


def test_a_clock_set_back_before_the_leaving_ends_the_absence() -> None:
    gone = here(60).look(sight(75, 60), POLICY)
    assert gone.look(sight(10, 10), POLICY) == Presence(NOON + 10 * MIN)


def test_sleep_is_never_over_in_the_look_that_shows_it() -> None:
    slept = here().look(sight(60, None, slept=Span(NOON, NOON + 60 * MIN)), POLICY)
    assert slept.gone is not None
    assert slept.look(sight(61, None), POLICY) == Presence(NOON + 61 * MIN)


@given(st.lists(st.tuples(st.integers(1, 1800), st.integers(0, 4000), st.booleans(), st.booleans()), max_size=12))
def test_whatever_the_desktop_says_an_absence_begins_in_the_past_and_after_the_one_before(
    looks: list[tuple[int, int, bool, bool]],
) -> None:
    presence, now, last_end = Presence(NOON), NOON, NOON
    for passed, idle, locked, meeting in looks:
        now += passed
        before = presence
        presence = presence.look(Sight(now, now - idle, locked=locked, in_meeting=meeting), POLICY)
        assert presence.seen_utc <= now
        if presence.gone is not None and before.gone is None:
            assert last_end <= presence.gone.start_utc <= now
        if presence.gone is None and before.gone is not None:
            assert before.gone.start_utc <= presence.seen_utc
            last_end = presence.seen_utc


# -- clocks ----------------------------------------------------------------------------------------------------------


def test_a_wall_clock_that_ran_ahead_of_the_monotonic_one_is_sleep() -> None:
    slept = slept_between(ClockSample(NOON, 100), ClockSample(NOON + 3615, 115))
    assert slept == Span(NOON, NOON + 3615)
    assert slept_between(ClockSample(NOON, 100), ClockSample(NOON + 16, 115)) is None
    assert slept_between(ClockSample(NOON, 100), ClockSample(NOON - 600, 115)) is None


def test_where_clocks_count_sleep_a_hole_between_two_looks_is_sleep() -> None:
    hole = ClockSample(NOON, 100), ClockSample(NOON + 600, 700)
    assert slept_between(*hole) is None
    assert slept_between(*hole, counts_sleep=True) == Span(NOON, NOON + 600)


# -- answers ---------------------------------------------------------------------------------------------------------


def test_short_gaps_count_as_work_by_their_cause() -> None:
    assert POLICY.counts_as_work(AwayCause.IDLE, 899)
    assert not POLICY.counts_as_work(AwayCause.IDLE, 900)
    assert POLICY.counts_as_work(AwayCause.SCREEN_LOCK, 120)
    assert not POLICY.counts_as_work(AwayCause.SLEEP, 121)
    assert not AwayPolicy(idle_after_s=4).counts_as_work(AwayCause.SCREEN_LOCK, 5)


@given(PERIODS, LENGTHS, st.lists(SPANS, max_size=5))
def test_a_split_loses_and_doubles_no_second_and_stays_inside_the_period(
    period: Span, lengths: list[int], taken: list[Span]
) -> None:
    if sum(lengths) > period.seconds:
        with pytest.raises(UserError, match=r"^away\.too_much$"):
            allot(period, lengths, taken)
        return
    pieces = allot(period, lengths, taken)
    spans = [piece.span for piece in pieces]
    assert sum(span.seconds for span in spans) == covered_s(spans), "a second is in two parts"
    assert all(period.start_utc <= span.start_utc < span.end_utc <= period.end_utc for span in spans)
    assert not any(span.overlaps(other) for span in spans for other in taken), "a second is another entry's already"
    reached = Span(period.start_utc, period.start_utc + sum(lengths))
    assert covered_s(spans) == free_s(reached, taken), "a second got lost"


def test_parts_without_a_length_are_refused() -> None:
    with pytest.raises(UserError, match=r"^away\.no_parts$"):
        allot(Span(NOON, NOON + 60), ())
    with pytest.raises(UserError, match=r"^away\.empty_part$"):
        allot(Span(NOON, NOON + 60), (30, 0))


@given(PERIODS, st.lists(SPANS, max_size=5))
def test_what_is_free_and_what_is_taken_are_the_whole_period(period: Span, taken: list[Span]) -> None:
    free = free_parts(period, taken)
    inside = [part for span in taken if (part := span.intersect(period)) is not None]
    assert sum(span.seconds for span in free) + covered_s(inside) == period.seconds
    assert free_s(period, taken) == sum(span.seconds for span in free)


@given(INSTANTS, INSTANTS, INSTANTS, st.none() | INSTANTS)
def test_an_absence_never_ends_before_it_began_or_after_a_timer_that_was_started_in_it(
    start: int, end: int, now: int, timer: int | None
) -> None:
    period = closed(start, end, now_utc=now, timer_since_utc=timer)
    assert period.start_utc == start
    assert period.end_utc == start or period.end_utc <= min(end, now)
    if timer is not None and timer >= start:
        assert period.end_utc <= timer


def test_a_timer_goes_on_from_the_return_but_not_over_a_night_or_over_another_entry() -> None:
    period = Span(NOON, NOON + 43 * MIN)
    soon, late = period.end_utc + RESUME_WITHIN_S, period.end_utc + RESUME_WITHIN_S + 1
    assert resume_utc(period, soon) == period.end_utc
    assert resume_utc(period, late) == late
    assert resume_utc(period, soon, [Span(period.end_utc + 5, period.end_utc + 60)]) == soon


@given(LENGTHS, st.data())
def test_typing_one_length_keeps_the_total_as_long_as_it_fits(lengths: list[int], data: st.DataObject) -> None:
    total = sum(lengths)
    number = data.draw(st.integers(0, len(lengths) - 1))
    typed = data.draw(st.integers(0, 2 * total))
    after = with_length(lengths, number, typed, total_s=total)
    assert all(length >= 0 for length in after)
    assert sum(after) <= total
    if number != len(lengths) - 1:
        assert sum(after) == total
    assert after[number] <= typed
    more = with_part(after, total_s=total)
    assert sum(more) == total
    assert len(more) == len(after) + 1
    assert sum(without_part(more, number)) == total
