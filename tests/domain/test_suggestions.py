"""Drafts for free time: from habit, windows, neighbours and plan; weighed by answers; never over what is booked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.days import WorkDays, zone_named
from engagedesk.domain.ids import CodeId, EngagementId
from engagedesk.domain.spans import Span
from engagedesk.domain.states import DraftSource
from engagedesk.domain.suggestions import (
    SHORTEST_S,
    Answer,
    Booked,
    Day,
    Draft,
    DraftTarget,
    Planned,
    Seen,
    Weights,
    suggest,
)

LONDON = zone_named("Europe/London")
MONDAY = date(2026, 11, 16)
AUDIT, TAX, DEALS = (
    DraftTarget(EngagementId(bytes(15) + bytes([n])), CodeId(bytes(15) + bytes([90 + n]))) for n in (1, 2, 3)
)


def at(clock: str, day: date = MONDAY, zone: ZoneInfo = LONDON) -> int:
    return int(datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=zone).timestamp())


def span(start: str, end: str, day: date = MONDAY) -> Span:
    return Span(at(start, day), at(end, day))


def booked(start: str, end: str, target: DraftTarget = AUDIT, *, weeks: int = 0, note: str = "") -> Booked:
    day = MONDAY - timedelta(weeks=weeks)
    return Booked(day, at(start, day), at(end, day), target, note)


def the_day(*entries: Booked, until: str = "18:00") -> Day:
    bounds = WorkDays().bounds(MONDAY, LONDON)
    taken = tuple(Span(e.start_utc, e.end_utc) for e in entries)
    return Day(MONDAY, LONDON, bounds, at(until), booked=entries, taken=taken)


def drafts(day: Day, **evidence: object) -> tuple[Draft, ...]:
    return suggest(day, now_utc=day.until_utc, **evidence)  # type: ignore[arg-type]


def said(found: tuple[Draft, ...]) -> list[tuple[str, str, DraftTarget, str]]:
    def clock(instant: int) -> str:
        return datetime.fromtimestamp(instant, LONDON).strftime("%H:%M")

    return [(clock(d.span.start_utc), clock(d.span.end_utc), d.target, d.why.code) for d in found]


MONDAYS = tuple(booked("09:00", "10:30", weeks=week, note="Status call") for week in (1, 2, 3, 4))


def test_four_mondays_at_nine_are_suggested_with_their_reason() -> None:
    [draft] = drafts(the_day(), earlier=MONDAYS)
    assert said((draft,)) == [("09:00", "10:30", AUDIT, "suggest.pattern")]
    assert (draft.why.count, draft.why.of, draft.why.time_utc) == (4, 4, at("09:00"))
    assert draft.narrative == "Status call"


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [((1,), None), ((1, 3), (2, 4)), ((2, 6, 8), (3, 8)), ((5, 6), None), ((9, 10, 11, 12), None)],
)
def test_a_habit_needs_two_of_four_weeks_or_three_of_eight(
    weeks: tuple[int, ...], expected: tuple[int, int] | None
) -> None:
    found = drafts(the_day(), earlier=tuple(booked("09:00", "10:30", weeks=week) for week in weeks))
    assert [(d.why.count, d.why.of) for d in found] == ([] if expected is None else [expected])


def test_a_habit_keeps_its_local_hour_over_a_change_of_the_clocks() -> None:
    days = [date(2026, 10, 26) - timedelta(weeks=week) for week in (1, 2, 3)]
    earlier = tuple(Booked(d, at("09:00", d), at("10:00", d), AUDIT) for d in days)
    day = date(2026, 10, 26)
    late = Day(day, LONDON, WorkDays().bounds(day, LONDON), at("18:00", day))
    [draft] = suggest(late, earlier=earlier, now_utc=late.until_utc)
    assert datetime.fromtimestamp(draft.span.start_utc, UTC).hour == 9
    assert datetime.fromtimestamp(earlier[0].start_utc, UTC).hour == 8


def test_nothing_is_suggested_for_time_that_has_not_come_yet() -> None:
    assert drafts(the_day(until="09:05"), earlier=MONDAYS) == ()
    [draft] = drafts(the_day(until="10:00"), earlier=MONDAYS)
    assert said((draft,))[0][:2] == ("09:00", "10:00")


def test_windows_in_front_become_one_stretch_over_short_looks_elsewhere() -> None:
    titles = [("14:00", "14:20"), ("14:23", "14:40"), ("14:44", "15:00")]
    seen = tuple(Seen(at(a), at(b), AUDIT.engagement, "Alder walkthroughs") for a, b in titles)  # type: ignore[arg-type]
    [draft] = drafts(the_day(), seen=seen)
    assert said((draft,)) == [("14:00", "15:00", DraftTarget(AUDIT.engagement), "suggest.activity")]
    assert (draft.why.minutes, draft.why.text) == (53, "Alder walkthroughs")


def test_a_glance_is_no_work() -> None:
    seen = (Seen(at("14:00"), at("14:06"), AUDIT.engagement, "Alder"),)  # type: ignore[arg-type]
    assert drafts(the_day(), seen=seen) == ()


def test_a_gap_between_the_same_work_is_that_work() -> None:
    day = the_day(booked("09:00", "10:00"), booked("10:40", "12:00"), until="12:00")
    assert said(drafts(day)) == [("10:00", "10:40", AUDIT, "suggest.between")]


def test_a_gap_after_work_may_be_more_of_it_but_the_plan_fills_a_long_one() -> None:
    day = the_day(booked("09:00", "10:00"), booked("12:30", "13:00", TAX), until="13:00")
    assert [code for *_rest, code in said(drafts(day))] == []
    planned = (Planned(DEALS, "Net debt", MONDAY + timedelta(days=1)), Planned(TAX, "Computation", MONDAY))
    assert said(drafts(day, planned=planned)) == [("10:00", "12:30", DEALS, "suggest.plan")]


def test_the_plan_fills_no_evening_and_no_day_without_entries() -> None:
    planned = (Planned(DEALS, "Net debt", MONDAY),)
    assert drafts(the_day(), planned=planned) == ()
    past = replace(the_day(booked("09:00", "10:00")), until_utc=at("23:59") + 60)
    assert drafts(past, planned=planned) == ()
    assert drafts(the_day(booked("09:00", "10:00"), until="20:00"), planned=planned) == ()


def answer(*, accepted: bool, days_ago: int = 1, target: DraftTarget = AUDIT) -> Answer:
    day = MONDAY - timedelta(days=days_ago)
    return Answer(DraftSource.PATTERN, target, day, span("09:00", "10:30", day), at("18:00", day), accepted)


def test_what_is_dismissed_again_and_again_is_suggested_no_more() -> None:
    assert drafts(the_day(), earlier=MONDAYS, answers=[answer(accepted=False, days_ago=7)])
    assert not drafts(
        the_day(), earlier=MONDAYS, answers=[answer(accepted=False, days_ago=d) for d in (7, 8, 9, 10, 11, 12)]
    )


def test_a_dismissed_draft_does_not_come_back_on_its_day_but_on_another() -> None:
    today = replace(answer(accepted=False), day=MONDAY, span=span("09:00", "10:30"))
    assert drafts(the_day(), earlier=MONDAYS, answers=[today]) == ()
    assert drafts(the_day(), earlier=MONDAYS, answers=[replace(today, day=MONDAY - timedelta(days=7))])


def test_old_answers_weigh_less_and_accepted_ones_raise() -> None:
    now = at("18:00")
    fresh = Weights([answer(accepted=False, days_ago=1)], now).of(DraftSource.PATTERN, AUDIT)
    old = Weights([answer(accepted=False, days_ago=90)], now).of(DraftSource.PATTERN, AUDIT)
    liked = Weights([answer(accepted=True)], now).of(DraftSource.PATTERN, AUDIT)
    assert fresh < old < 1 < liked
    assert Weights([answer(accepted=False)], now).of(DraftSource.RECENT, AUDIT) == 1
    assert fresh < Weights([answer(accepted=False)], now).of(DraftSource.PATTERN, TAX) < 1


times = st.tuples(st.integers(0, 1439), st.integers(10, 300), st.sampled_from([AUDIT, TAX, DEALS]))


@given(st.lists(times, max_size=5), st.lists(times, max_size=6), st.lists(times, max_size=6), st.integers(0, 1440))
def test_drafts_lie_in_free_past_time_and_never_overlap(
    entries: list[tuple[int, int, DraftTarget]],
    habits: list[tuple[int, int, DraftTarget]],
    windows: list[tuple[int, int, DraftTarget]],
    until: int,
) -> None:
    midnight = at("00:00")
    own = tuple(Booked(MONDAY, midnight + 60 * s, midnight + 60 * (s + n), t) for s, n, t in entries)
    bounds = WorkDays().bounds(MONDAY, LONDON)
    taken = tuple(part for b in own if (part := Span(b.start_utc, b.end_utc).intersect(bounds)) is not None)
    day = Day(MONDAY, LONDON, bounds, midnight + 60 * until, booked=own, taken=taken)
    week = 7 * 86_400
    earlier = tuple(
        Booked(MONDAY - timedelta(weeks=w), midnight - w * week + 60 * s, midnight - w * week + 60 * (s + n), t)
        for s, n, t in habits
        for w in (1, 2, 3)
    )
    seen = tuple(
        Seen(midnight + 60 * s, midnight + 60 * (s + n), t.engagement, "x") for s, n, t in windows if t.engagement
    )
    found = suggest(day, earlier=earlier, seen=seen, planned=(Planned(TAX, "x", None),), now_utc=day.until_utc)
    for draft in found:
        assert draft.span.seconds >= SHORTEST_S
        assert draft.span.end_utc <= day.until_utc
        assert not any(draft.span.overlaps(one) for one in taken)
    assert all(one.span.end_utc <= two.span.start_utc for one, two in pairwise(found))
