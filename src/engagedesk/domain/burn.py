"""How a budget burns down over time: when it is exhausted, where the plan says it should be, and what comes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import isqrt
from typing import Final

from engagedesk.domain.civil import DAY_S, Civil, civil, day_of
from engagedesk.domain.money import divide_half_even
from engagedesk.domain.working_time import WorkCalendar

PACE_DAYS: Final = 28
"""The pace is that of the last four weeks, today included."""
HORIZON_DAYS: Final = 3_650
BAND_WEEKS: Final = 8
NARROWEST_PER_MILLE: Final = 50
WIDEST_PER_MILLE: Final = 500
UNKNOWN_PER_MILLE: Final = 250
WEEK_DAYS: Final = 7


def exhausted_in_past(days: Iterable[tuple[date, int]], budget: int) -> date | None:
    """Return the day on which what was used reached the budget. ``days`` are use a day, oldest first."""
    used = 0
    for day, amount in days:
        used += amount
        if used >= budget:
            return day
    return None


def exhausted_by_pace(left: int, recent: int, *, today: date, hours: WorkCalendar) -> date | None:
    """Return the day on which the rest is used up if it goes on as in the last ``PACE_DAYS`` days; None = it lasts.

    The pace is that of an hour of work: days that are free by ``hours`` use nothing up. Where all of the last days
    were free, every day counts.
    """
    if left <= 0:
        return today
    if recent <= 0:
        return None
    last = today + timedelta(days=HORIZON_DAYS)
    lately = hours.between(civil(today - timedelta(days=PACE_DAYS - 1)), _end_of(today))
    if lately <= 0:
        days = -(-left * PACE_DAYS // recent)
        return today + timedelta(days=days) if days <= HORIZON_DAYS else None
    needed = -(-left * lately // recent)
    if needed > hours.between(_end_of(today), _end_of(last)):
        return None
    return _day_after(needed, today, hours)


def exhausted_by_forecast(left: int, etc: int, *, today: date, ends: date, hours: WorkCalendar) -> date | None:
    """Return the day on which the rest is used up if what is to come spreads evenly over the working hours to the end.

    None = it lasts. Where none are left, it is used up tomorrow.
    """
    if left <= 0:
        return today
    if etc <= left:
        return None
    ahead = hours.between(_end_of(today), _end_of(ends))
    if ahead <= 0:
        return today + timedelta(days=1)
    return _day_after(-(-ahead * left // etc), today, hours)


def _end_of(day: date) -> Civil:
    return civil(day, DAY_S)


def _day_after(needed: int, today: date, hours: WorkCalendar) -> date:
    """Return the day on which so much has been worked from tomorrow on; more than nothing."""
    return day_of(Civil(hours.end_at(hours.worked(_end_of(today)) + needed) - 1))


def exhausted_by_bookings(left: int, booked: Iterable[tuple[date, int]], *, today: date) -> date | None:
    """Return the day on which the rest is used up by what is booked from tomorrow on; None = some is left."""
    if left <= 0:
        return today
    for day, amount in booked:
        left -= amount
        if left <= 0:
            return day
    return None


@dataclass(frozen=True, slots=True)
class PlanPart:
    """A part of the budget and the days, both inclusive, over whose working days it is spread."""

    first: date
    last: date
    amount: int


def plan_at(parts: Iterable[PlanPart], day: date) -> int:
    """Return what the plan says should be used by the end of a day; each part half to even."""
    planned = 0
    for part in parts:
        share = worked_share(part.first, part.last, day)
        planned += divide_half_even(part.amount * share.numerator, share.denominator)
    return planned


def worked_share(first: date, last: date, day: date) -> Fraction:
    """Return how much of a span's weekdays is over at the end of a day; a span of weekends counts its days."""
    if day < first:
        return Fraction(0)
    if day >= last:
        return Fraction(1)
    whole = weekdays(first, last)
    if whole == 0:
        return Fraction((day - first).days + 1, (last - first).days + 1)
    return Fraction(weekdays(first, day), whole)


def weekdays(first: date, last: date) -> int:
    """Count Mondays to Fridays from one day to another, both inclusive."""
    days = (last - first).days + 1
    if days <= 0:
        return 0
    weeks, rest = divmod(days, WEEK_DAYS)
    return weeks * 5 + sum(1 for n in range(rest) if (first.weekday() + n) % WEEK_DAYS < 5)


@dataclass(frozen=True, slots=True)
class Band:
    """What the use at the end may be: expected, and from lowest to highest."""

    expected: int
    low: int
    high: int


def forecast_band(actual: int, etc: int, weekly: Sequence[int], *, weeks_left: int) -> Band:
    """Return the use at completion with a band of one standard deviation.

    The spread is that of the last ``BAND_WEEKS`` weeks' use, as it averages out over the weeks that are left: between
    5 and 50 per cent of what is to come, 25 where nothing was used lately.
    """
    recent = list(weekly)[-BAND_WEEKS:]
    spread = UNKNOWN_PER_MILLE
    if len(recent) > 1 and sum(recent) > 0:
        count, whole = len(recent), sum(recent)
        # Variance over squared mean, both times count squared, so that all stays whole.
        scatter = count * sum(one * one for one in recent) - whole * whole
        spread = isqrt(scatter * 1_000_000 // (whole * whole * max(1, weeks_left)))
        spread = max(NARROWEST_PER_MILLE, min(WIDEST_PER_MILLE, spread))
    swing = divide_half_even(etc * spread, 1000)
    return Band(actual + etc, actual + etc - swing, actual + etc + swing)


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True, slots=True)
class BurnPoint:
    """Cumulative figures at the end of a day. None = the line does not reach here."""

    day: date
    actual: int | None
    plan: int | None
    expected: int | None = None
    low: int | None = None
    high: int | None = None


def burn_points(  # each is one line of the chart
    used: Iterable[tuple[date, int]],
    parts: Sequence[PlanPart],
    band: Band,
    *,
    first: date,
    today: date,
    ends: date,
) -> tuple[BurnPoint, ...]:
    """Return one point a week (its Sunday), from ``first`` to the end, and one for today.

    ``used`` is use a week by its Monday. The forecast leads in a straight line from today's use to the end.
    """
    ends = max(ends, today)
    by_week: dict[date, int] = {}
    before = 0
    start = monday(first)
    for week, amount in used:
        if week < start:
            before += amount
        else:
            by_week[week] = by_week.get(week, 0) + amount
    days = [start - timedelta(days=1)]
    while days[-1] < ends:
        days.append(days[-1] + timedelta(days=WEEK_DAYS))
    days[-1] = max(ends, days[-2] + timedelta(days=1)) if len(days) > 1 else ends
    if today not in days and days[0] < today:
        days = sorted({*days, today})
    points: list[BurnPoint] = []
    done = before
    seen: set[date] = set()
    at_today = before + sum(amount for week, amount in by_week.items() if week <= today)
    whole = max(1, (ends - today).days)
    for day in days:
        for week in sorted(by_week):
            if week <= day and week not in seen:
                seen.add(week)
                done += by_week[week]
        ahead = day >= today
        gone = min(max(0, (day - today).days), whole)

        def on_way(to: int, *, gone: int = gone) -> int:
            return at_today + divide_half_even((to - at_today) * gone, whole)

        points.append(
            BurnPoint(
                day,
                done if day <= today else None,
                plan_at(parts, day) if parts else None,
                on_way(band.expected) if ahead else None,
                on_way(band.low) if ahead else None,
                on_way(band.high) if ahead else None,
            )
        )
    return tuple(points)
