"""Budgets: sharing out, estimates to complete, variance in parts that add up, crossings, plan and forecast."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.budget import (
    AlertRule,
    BudgetCell,
    CellKey,
    Crossing,
    Etc,
    EtcSource,
    Fee,
    Planned,
    Standing,
    TaskLeft,
    Worked,
    crossings,
    etc_seconds,
    recovery,
    remaining_s,
    shared_out,
    total,
    variance_split,
)
from engagedesk.domain.burn import (
    PlanPart,
    burn_points,
    exhausted_by_bookings,
    exhausted_by_forecast,
    exhausted_by_pace,
    exhausted_in_past,
    forecast_band,
    plan_at,
    weekdays,
    worked_share,
)
from engagedesk.domain.ids import EngagementId, PersonId
from engagedesk.domain.money import Money, RateCard, RateLine
from engagedesk.domain.person import GradeHeld
from engagedesk.domain.rates import MICRO, FxStep, Pricing, converted
from engagedesk.domain.states import BudgetAlertKind, CalendarEventKind, FeeArrangement
from engagedesk.domain.working_time import EMPTY_WEEK, DayEvent, PatternFrom, WorkCalendar, week_of_lengths
from engagedesk.errors import UserError

TODAY = date(2026, 11, 22)
USED, EAC = BudgetAlertKind.USED, BudgetAlertKind.EAC
BIG = st.integers(0, 10**12)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**6), min_size=1, max_size=9))
def test_shares_add_up_whatever_the_weights(seconds: int, weights: list[int]) -> None:
    shares = shared_out(seconds, weights)
    assert sum(shares) == seconds
    if sum(weights):
        for share, weight in zip(shares, weights, strict=True):
            assert abs(share - Fraction(seconds * weight, sum(weights))) < 1


cells = st.builds(
    lambda grade, phase, b, w, e: BudgetCell(
        CellKey(phase, grade), Planned(*b), Worked(w[0], w[1], w[1], 0, w[2]), Etc(e[0], e[1], planned_fx_minor=e[2])
    ),
    st.sampled_from(["", "Manager", "Senior"]),
    st.sampled_from([None, b"1", b"2"]),
    st.tuples(BIG, BIG),
    st.tuples(BIG, BIG, BIG),
    st.tuples(BIG, BIG, BIG),
)


@given(st.lists(cells, max_size=6), st.dictionaries(st.sampled_from(["", "Manager", "Senior"]), BIG))
def test_the_parts_of_a_variance_add_up_exactly(found: list[BudgetCell], rates: dict[str, int]) -> None:
    assert variance_split(found, rates).minor == total(found).variance_minor


def test_a_variance_is_split_by_hours_mix_rate_and_exchange_rate() -> None:
    # Planned 100 h at 100.00 and 100 h at 50.00; worked 100 h and 140 h, at another exchange rate.
    planned = Planned(360_000, 1_000_000), Planned(360_000, 500_000)
    worked = Worked(360_000, 1_210_000, planned_fx_minor=1_100_000), Worked(504_000, 770_000, planned_fx_minor=700_000)
    found = [BudgetCell(CellKey(None, g), p, w) for g, p, w in zip("AB", planned, worked, strict=True)]
    split = variance_split(found, {})
    assert (split.hours_minor, split.mix_minor, split.rate_minor, split.fx_minor) == (
        -300_000, 100_000, -100_000, -180_000,
    )  # fmt: skip


def test_what_is_left_of_a_task_is_what_was_said_else_what_progress_leaves() -> None:
    assert remaining_s(36_000, 25, None, done=False) == 27_000
    assert remaining_s(36_000, 25, 100, done=False) == 100
    assert remaining_s(36_000, 0, 100, done=True) == 0
    assert remaining_s(None, 50, None, done=False) is None


def test_an_estimate_is_typed_else_from_tasks_else_from_bookings() -> None:
    mix = {CellKey(b"1", "Manager"): 3, CellKey(b"1", "Senior"): 1, CellKey(b"2", "Senior"): 1}
    tasks = [TaskLeft(b"1", 400), TaskLeft(b"2", 50, (("Partner", 1),))]
    booked = {CellKey(b"1", "Senior"): 999, CellKey(b"3", "Senior"): 77}
    found = etc_seconds(tasks, booked, {CellKey(b"1", "Senior"): 7}, mix=mix)
    assert found == {
        CellKey(b"1", "Manager"): (300, EtcSource.TASKS),
        CellKey(b"1", "Senior"): (7, EtcSource.TYPED),
        CellKey(b"2", "Partner"): (50, EtcSource.TASKS),
        CellKey(b"3", "Senior"): (77, EtcSource.BOOKINGS),
    }


def test_crossings_come_once_each() -> None:
    rule = AlertRule()
    assert crossings(Standing(100, 74, 105), rule, ()) == ()
    assert crossings(Standing(100, 90, 106), rule, ()) == (
        Crossing(USED, 75), Crossing(USED, 90), Crossing(EAC, 5),
    )  # fmt: skip
    assert crossings(Standing(100, 90, 106), rule, [Crossing(USED, 75), Crossing(EAC, 5)]) == (Crossing(USED, 90),)


def test_a_budget_of_nothing_is_crossed_by_anything() -> None:
    assert crossings(Standing(0, 0, 0), AlertRule(), ()) == ()
    assert len(crossings(Standing(0, 1, 1), AlertRule(), ())) == 4


@pytest.mark.parametrize("text", ["abc", "0", "1001", "1,2,3,4,5,6,7,8,9,10,11,12,13", "1.5"])
def test_percents_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(UserError):
        AlertRule.read(text, 5)


def test_percents_are_read_as_they_are_typed() -> None:
    assert AlertRule.read(" 90 %, 75;75 ", None) == AlertRule((75, 90), None)
    assert AlertRule.read("", 0).used_percents == ()


def test_recovery_is_the_fee_over_fees_at_standard_rates() -> None:
    fixed = Fee(FeeArrangement.FIXED, 60_000)
    capped = Fee(FeeArrangement.TIME_AND_MATERIALS, None, 80_000)
    retainer = Fee(FeeArrangement.RETAINER, 10_000, None, date(2026, 1, 15), date(2026, 12, 31))
    found = [recovery(fee, 100_000) for fee in (fixed, capped, retainer)]
    assert [one.per_mille for one in found if one] == [600, 800, 1200]
    assert recovery(Fee(FeeArrangement.FIXED, None), 100) is None
    assert recovery(fixed, 0) is not None


def test_a_budget_is_exhausted_when_use_reaches_it() -> None:
    days = [(date(2026, 1, 1), 40), (date(2026, 1, 5), 60), (date(2026, 1, 9), 1)]
    assert exhausted_in_past(days, 100) == date(2026, 1, 5)
    assert exhausted_by_bookings(10, [(TODAY, 6), (TODAY + timedelta(days=3), 6)], today=TODAY) == TODAY + timedelta(3)
    assert exhausted_by_bookings(10, [(TODAY, 6)], today=TODAY) is None


EVERY_DAY = WorkCalendar([PatternFrom(None, week_of_lengths([27_000] * 7))])
WEEKDAYS = WorkCalendar([PatternFrom(None, week_of_lengths([27_000] * 5 + [0, 0]))])
CLOSED = WorkCalendar(
    [PatternFrom(None, week_of_lengths([27_000] * 5 + [0, 0]))],
    [DayEvent(CalendarEventKind.HOLIDAY, date(2026, 12, 24), date(2027, 1, 3))],
)


def test_a_budget_is_used_up_at_the_pace_of_the_last_four_weeks() -> None:
    assert exhausted_by_pace(100, 280, today=TODAY, hours=EVERY_DAY) == TODAY + timedelta(days=10)
    assert exhausted_by_pace(1, 10**9, today=TODAY, hours=EVERY_DAY) == TODAY + timedelta(days=1)
    assert exhausted_by_pace(10**9, 1, today=TODAY, hours=EVERY_DAY) is None
    assert exhausted_by_pace(0, 1, today=TODAY, hours=EVERY_DAY) == TODAY
    assert exhausted_by_pace(1, 0, today=TODAY, hours=EVERY_DAY) is None


def test_free_days_use_nothing_up() -> None:
    friday = date(2026, 12, 18)
    # Twenty working days used 200: ten a day, so the fourth working day from Monday on is the last.
    assert exhausted_by_pace(40, 200, today=friday, hours=WEEKDAYS) == date(2026, 12, 24)
    assert exhausted_by_pace(40, 200, today=friday, hours=CLOSED) == date(2027, 1, 4)
    assert exhausted_by_forecast(4, 10, today=friday, ends=date(2027, 1, 1), hours=WEEKDAYS) == date(2026, 12, 24)
    assert exhausted_by_forecast(4, 10, today=friday, ends=date(2027, 1, 12), hours=CLOSED) == date(2027, 1, 4)


def test_where_nobody_worked_lately_every_day_counts() -> None:
    closed = WorkCalendar([PatternFrom(None, EMPTY_WEEK)])
    assert exhausted_by_pace(100, 280, today=TODAY, hours=closed) == TODAY + timedelta(days=10)
    assert exhausted_by_forecast(1, 2, today=TODAY, ends=TODAY + timedelta(9), hours=closed) == TODAY + timedelta(1)


def test_what_is_to_come_uses_a_budget_up_on_the_way_to_the_end() -> None:
    ends = TODAY + timedelta(days=10)
    assert exhausted_by_forecast(50, 100, today=TODAY, ends=ends, hours=EVERY_DAY) == TODAY + timedelta(days=5)
    assert exhausted_by_forecast(100, 100, today=TODAY, ends=TODAY, hours=EVERY_DAY) is None
    assert exhausted_by_forecast(50, 100, today=TODAY, ends=TODAY, hours=EVERY_DAY) == TODAY + timedelta(days=1)


@given(DAYS, st.integers(0, 900))
def test_weekdays_are_counted_as_one_counts_them(first: date, length: int) -> None:
    days = [first + timedelta(days=n) for n in range(length)]
    last = first + timedelta(days=length - 1)
    assert weekdays(first, last) == sum(day.weekday() < 5 for day in days)


@given(DAYS, st.integers(0, 400), st.integers(-10, 410))
def test_the_plan_grows_from_nothing_to_all(first: date, length: int, at: int) -> None:
    last, day = first + timedelta(days=length), first + timedelta(days=at)
    share = worked_share(first, last, day)
    assert 0 <= share <= worked_share(first, last, day + timedelta(days=1)) <= 1
    assert plan_at([PlanPart(first, last, 1000)], last) == 1000


@given(BIG, BIG, st.lists(st.integers(-1000, 10**9), max_size=12), st.integers(0, 500))
def test_the_band_holds_the_forecast(actual: int, etc: int, weekly: list[int], weeks: int) -> None:
    band = forecast_band(actual, etc, weekly, weeks_left=weeks)
    assert actual <= band.low <= band.expected <= band.high
    assert band.expected == actual + etc


def test_the_burn_ends_where_use_and_forecast_are() -> None:
    first, ends = date(2026, 11, 2), date(2026, 12, 18)
    band = forecast_band(300, 100, [100, 100], weeks_left=4)
    used = [(date(2026, 11, 2), 100), (date(2026, 11, 9), 150), (date(2026, 11, 16), 50)]
    points = burn_points(used, [PlanPart(first, ends, 500)], band, first=first, today=TODAY, ends=ends)
    assert [p.actual for p in points if p.actual is not None] == [0, 100, 250, 300]
    assert points[-1].day == ends
    assert (points[-1].expected, points[-1].plan, points[-1].actual) == (400, 500, None)
    assert next(p for p in points if p.day == TODAY).expected == 300


PRIYA = PersonId(b"priya")
CARD = RateCard((
    RateLine(date(2026, 1, 1), Money(20_000, "USD"), Money(9_000, "USD"), "Senior"),
    RateLine(date(2026, 10, 1), Money(22_000, "USD"), Money(9_500, "USD"), "Senior"),
    RateLine(date(2026, 1, 1), Money(34_000, "USD"), None, "Manager"),
    RateLine(date(2026, 3, 1), Money(1_000, "USD"), None, "Manager", PRIYA),
))  # fmt: skip
HELD: dict[bytes, list[GradeHeld]] = {
    PRIYA: [GradeHeld(date(2026, 1, 1), "Senior"), GradeHeld(date(2026, 11, 1), "Manager")]
}


def pricing(currency: str = "USD", fx: tuple[FxStep, ...] = ()) -> Pricing:
    return Pricing(EngagementId(b"e"), CARD, HELD, card_currency="USD", currency=currency, fx=fx)


def test_the_rate_follows_the_work_date_and_the_grade_held_then() -> None:
    prices = [pricing().price(day, PRIYA) for day in (date(2025, 1, 1), date(2026, 5, 1), TODAY)]
    assert [(p.grade, p.charge_minor) for p in prices] == [("", None), ("Senior", 20_000), ("Manager", 1_000)]
    found = pricing().stretches(PRIYA, date(2026, 1, 1), TODAY)
    assert [(s.first, s.price.charge_minor) for s in found if s.price.charge_minor][-1] == (date(2026, 11, 1), 1_000)
    assert all(a.last + timedelta(days=1) == b.first for a, b in pairwise(found))


def test_another_currency_is_converted_at_the_rate_of_the_day_or_not_at_all() -> None:
    fx = (FxStep(date(2026, 2, 1), 800_000), FxStep(date(2026, 10, 1), 750_000))
    prices = [pricing("GBP", fx).price(day, PRIYA).charge_minor for day in (date(2026, 1, 9), date(2026, 2, 1))]
    assert prices == [None, 16_000]
    assert pricing("GBP", fx).price(date(2026, 10, 5), PRIYA).charge_minor == 16_500
    assert converted(10_000, 190 * MICRO, base="GBP", quote="JPY") == 19_000


def test_a_rate_that_the_store_cannot_reckon_with_is_refused() -> None:
    huge = RateCard((RateLine(date(2026, 1, 1), Money(10**12, "USD")),))
    with pytest.raises(UserError):
        Pricing(EngagementId(b"e"), huge, {}, card_currency="USD", currency="USD")
