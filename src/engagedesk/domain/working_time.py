"""Who works when: adding, subtracting and measuring working time on one calendar.

A calendar is a line of *runs*: stretches of days that follow one week (the usual one; seven empty days for a leave;
longer days in the busy season). How much working time lies before a place is a sum that each run carries, so that
measuring and adding cost one search among the runs, over any distance.

Between two stretches of work the same amount of working time lies before every place. Of these, ``previous_end`` is
the first (where work stopped), ``next_start`` the last (where it goes on): what ends does so at the first, what
begins at the last.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Final

from engagedesk.domain.civil import DAY_S, FIRST, FIRST_DAY, LAST, LAST_DAY, Civil, civil, clamped
from engagedesk.domain.states import CalendarEventKind

Spans = tuple[tuple[int, int], ...]
"""Stretches of work of one day in seconds after midnight, half-open, in order, apart from each other."""
Week = tuple[Spans, Spans, Spans, Spans, Spans, Spans, Spans]
"""Monday to Sunday."""

NO_WORK: Final[Spans] = ()
EMPTY_WEEK: Final[Week] = (NO_WORK,) * 7
_MORNING_S: Final = 9 * 3600
_LUNCH_FROM_S: Final = 12 * 3600 + 1800
_LUNCH_S: Final = 3600
_SHORT_S: Final = 5 * 3600
_ORIGIN: Final = FIRST // DAY_S


@dataclass(frozen=True, slots=True)
class PatternFrom:
    """The week that holds from a day on, until the next one; None = from the beginning."""

    since: date | None
    week: Week


@dataclass(frozen=True, slots=True)
class DayEvent:
    """Days that differ; ``starts`` and ``ends`` are inclusive.

    ``day_s`` is the working time of each day: None = none at all for a holiday, leave or blackout. Overtime that
    holds any working day leaves the free days in it free; where it holds free days only, it makes them working ones.
    """

    kind: CalendarEventKind
    starts: date
    ends: date
    day_s: int | None = None


class WorkCalendar:
    """When one person works, or everybody who has no calendar of their own. Immutable."""

    __slots__ = ("_before", "_first_days", "_runs")

    def __init__(self, patterns: Sequence[PatternFrom], events: Iterable[DayEvent] = ()) -> None:
        runs = _runs(patterns, tuple(events))
        before = 0
        self._runs: list[_Run] = []
        self._first_days: list[int] = []
        self._before: list[int] = []
        for place, (first, week) in enumerate(runs):
            run = _Run(first, week)
            self._runs.append(run)
            self._first_days.append(first)
            self._before.append(before)
            if place + 1 < len(runs):
                before += run.before_day(runs[place + 1][0])

    def between(self, starts: Civil, ends: Civil) -> int:
        """Return the working time between two places; negative where the second is earlier."""
        return self.worked(ends) - self.worked(starts)

    def add(self, at: Civil, seconds: int) -> Civil:
        """Return the place so much working time later (an end of work), or earlier (a beginning) where negative.

        What would leave the calendar stays at its edge.
        """
        if seconds == 0:
            return at
        return self.end_at(self.worked(at) + seconds) if seconds > 0 else self.start_at(self.worked(at) + seconds)

    def next_start(self, at: Civil) -> Civil:
        """Return the place itself where work is being done, else where it goes on."""
        return self.start_at(self.worked(at))

    def previous_end(self, at: Civil) -> Civil:
        """Return the place itself where work was being done just before, else where it stopped."""
        return self.end_at(self.worked(at))

    def day_seconds(self, day: date) -> int:
        """Return the working time of a day."""
        return _length(self.spans(day))

    def spans(self, day: date) -> Spans:
        """Return the day's stretches of work."""
        number = civil(day) // DAY_S
        return self._runs[max(0, bisect_right(self._first_days, number) - 1)].spans_of(number)

    def slots(self, day: date) -> tuple[tuple[Civil, Civil], ...]:
        """Return the two halves of a day's work, each from its first to its last second of work; () on a free day."""
        spans = self.spans(day)
        whole = _length(spans)
        if whole == 0:
            return ()
        half = whole // 2
        return (
            (civil(day, spans[0][0]), civil(day, _reached(spans, half, ends=True))),
            (civil(day, _reached(spans, half, ends=False)), civil(day, spans[-1][1])),
        )

    def due_at(self, day: date) -> Civil:
        """Return the end of a day's work; on a free day the end of what would have been a usual day's."""
        spans = self.spans(day)
        if spans:
            return civil(day, spans[-1][1])
        number = civil(day) // DAY_S
        place = max(0, bisect_right(self._first_days, number) - 1)
        for run in (*self._runs[place::-1], *self._runs[place + 1 :]):
            ends = [one[-1][1] for one in run.week if one]
            if ends:
                return civil(day, max(set(ends), key=ends.count))
        return civil(day, DAY_S - 1)

    def usual_day_s(self) -> int:
        """Return the working time of most working days of its last week that has any; 7.5 hours where none has."""
        for run in reversed(self._runs):
            lengths = [length for length in map(_length, run.week) if length]
            if lengths:
                return max(set(lengths), key=lengths.count)
        return 27_000

    def free_days(self, first: date, last: date) -> tuple[date, ...]:
        """Return the days without work from the first to the last, both inclusive."""
        days = (date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1))
        return tuple(day for day in days if not self.spans(day))

    def worked(self, at: Civil) -> int:
        """Return how much working time lies before a place, counted from the calendar's first day."""
        number, second = divmod(clamped(at), DAY_S)
        place = max(0, bisect_right(self._first_days, number) - 1)
        run = self._runs[place]
        total = self._before[place] + run.before_day(number)
        for begins, ends in run.spans_of(number):
            if second <= begins:
                break
            total += min(second, ends) - begins
        return total

    def end_at(self, worked: int) -> Civil:
        """Return the first place that so much working time lies before."""
        if worked <= 0:
            return FIRST
        place = bisect_left(self._before, worked) - 1
        run = self._runs[place]
        if run.week_s == 0:
            return LAST
        return clamped(run.place_of(worked - self._before[place], ends=True))

    def start_at(self, worked: int) -> Civil:
        """Return the last place that so much working time lies before."""
        if worked < 0:
            return FIRST
        place = bisect_right(self._before, worked) - 1
        run = self._runs[place]
        if run.week_s == 0:
            return LAST
        return clamped(run.place_of(worked - self._before[place], ends=False))


class _Run:
    """Days from ``first`` (counted from 1970) that follow one week."""

    __slots__ = ("_sums", "first", "week", "week_s")

    def __init__(self, first: int, week: Week) -> None:
        self.first = first
        # Turned so that it begins on the weekday of the run's first day; 1970-01-01 was a Thursday.
        shift = (first + 3) % 7
        turned = week[shift:] + week[:shift]
        self.week = turned
        self._sums = (0, *accumulate(map(_length, turned)))
        self.week_s = self._sums[7]

    def spans_of(self, number: int) -> Spans:
        return self.week[(number - self.first) % 7]

    def before_day(self, number: int) -> int:
        weeks, rest = divmod(number - self.first, 7)
        return weeks * self.week_s + self._sums[rest]

    def place_of(self, amount: int, *, ends: bool) -> int:
        """Return the first (``ends``) or last place that so much of the run's working time lies before."""
        if ends:
            weeks, rest = divmod(amount - 1, self.week_s)
            rest += 1
            day = bisect_left(self._sums, rest) - 1
        else:
            weeks, rest = divmod(amount, self.week_s)
            day = bisect_right(self._sums, rest) - 1
        second = _reached(self.week[day], rest - self._sums[day], ends=ends)
        return (self.first + weeks * 7 + day) * DAY_S + second


def usual_spans(seconds: int) -> Spans:
    """Return a day of so much work: from nine, with an hour's lunch where it is longer than five hours."""
    if seconds <= 0:
        return NO_WORK
    if seconds >= DAY_S:
        return ((0, DAY_S),)
    if seconds <= _SHORT_S:
        return ((_MORNING_S, _MORNING_S + seconds),)
    afternoon = _LUNCH_FROM_S + _LUNCH_S
    return _of_length(((_MORNING_S, _LUNCH_FROM_S), (afternoon, afternoon + 1)), seconds)


def week_lengths(week: Week) -> tuple[int, ...]:
    """Return the working time of each day, Monday first."""
    return tuple(map(_length, week))


def _of_length(spans: Spans, seconds: int) -> Spans:
    """Return the day made shorter from its end, or longer: at its end, then at its beginning, then in its pauses."""
    have = _length(spans)
    if seconds <= 0:
        return NO_WORK
    if not spans:
        return usual_spans(seconds)
    if seconds <= have:
        found: list[tuple[int, int]] = []
        left = seconds
        for begins, ends in spans:
            if left <= 0:
                break
            found.append((begins, min(ends, begins + left)))
            left -= ends - begins
        return tuple(found)
    more = seconds - have
    late = min(more, DAY_S - spans[-1][1])
    early = min(more - late, spans[0][0])
    if more - late - early > 0:
        return ((DAY_S - min(seconds, DAY_S), DAY_S),)
    changed = list(spans)
    changed[-1] = (changed[-1][0], changed[-1][1] + late)
    changed[0] = (changed[0][0] - early, changed[0][1])
    return tuple(changed)


def _length(spans: Spans) -> int:
    return sum(ends - begins for begins, ends in spans)


def _reached(spans: Spans, amount: int, *, ends: bool) -> int:
    """Return the second of the day at which so much was worked: where it stopped, or where it goes on."""
    for begins, until in spans:
        length = until - begins
        if amount < length or (ends and amount == length):
            return begins + amount
        amount -= length
    return spans[-1][1] if spans else 0


def _runs(patterns: Sequence[PatternFrom], events: tuple[DayEvent, ...]) -> list[tuple[int, Week]]:
    """Return where each run begins and its week, the first from the calendar's first day."""
    base = _base(patterns)
    holidays = [e for e in events if e.kind is CalendarEventKind.HOLIDAY]
    overtime = [(e, _opens(e, base, holidays)) for e in events if e.kind is CalendarEventKind.OVERTIME]
    away = [e for e in events if e.kind in (CalendarEventKind.LEAVE, CalendarEventKind.BLACKOUT)]
    cuts = {first for first, _ in base}
    for event in events:
        if event.starts <= event.ends:
            cuts.add(_number(event.starts))
            if event.ends < LAST_DAY:
                cuts.add(_number(event.ends) + 1)
    starts_of: dict[int, list[int]] = {}
    ends_of: dict[int, list[int]] = {}
    every: list[tuple[DayEvent, bool]] = [(e, False) for e in holidays] + overtime + [(e, False) for e in away]
    for place, (event, _) in enumerate(every):
        if event.starts <= event.ends:
            starts_of.setdefault(_number(event.starts), []).append(place)
            ends_of.setdefault(_number(event.ends) + 1, []).append(place)
    active: set[int] = set()
    runs: list[tuple[int, Week]] = []
    pattern = 0
    for cut in sorted(cuts):
        active.difference_update(ends_of.get(cut, ()))
        active.update(starts_of.get(cut, ()))
        while pattern + 1 < len(base) and base[pattern + 1][0] <= cut:
            pattern += 1
        week = base[pattern][1]
        # In the order of the list: holidays, then overtime, then what keeps somebody away.
        for place in sorted(active):
            week = _changed(week, *every[place])
        if not runs or runs[-1][1] != week:
            runs.append((cut, week))
    return runs


def _changed(week: Week, event: DayEvent, opens: bool) -> Week:  # noqa: FBT001 - with its event
    if event.kind is CalendarEventKind.OVERTIME:
        if event.day_s is None:
            return week
        return _week(_of_length(spans, event.day_s) if spans or opens else spans for spans in week)
    if event.day_s is None:
        return EMPTY_WEEK
    return _week(_of_length(spans, min(event.day_s, _length(spans))) for spans in week)


def _opens(event: DayEvent, base: list[tuple[int, Week]], holidays: list[DayEvent]) -> bool:
    """Tell whether overtime lies on free days only, and so makes them working ones."""
    first, last = _number(event.starts), _number(event.ends)
    firsts = [one for one, _ in base]
    for number in range(first, min(last, first + 6) + 1):
        week = base[max(0, bisect_right(firsts, number) - 1)][1]
        free = any(_number(h.starts) <= number <= _number(h.ends) and h.day_s is None for h in holidays)
        if week[(number + 3) % 7] and not free:
            return False
    return last - first <= 6


def _base(patterns: Sequence[PatternFrom]) -> list[tuple[int, Week]]:
    found = {(_ORIGIN if one.since is None else _number(one.since)): one.week for one in patterns}
    ordered = sorted(found.items())
    if not ordered or ordered[0][0] > _ORIGIN:
        ordered.insert(0, (_ORIGIN, ordered[0][1] if ordered else EMPTY_WEEK))
    return ordered


def _number(day: date) -> int:
    return civil(min(max(day, FIRST_DAY), LAST_DAY)) // DAY_S


def _week(days: Iterable[Spans]) -> Week:
    one, two, three, four, five, six, seven = days
    return (one, two, three, four, five, six, seven)


def week_of_lengths(seconds: Sequence[int]) -> Week:
    """Return a week of seven days of so much work each, Monday first."""
    return _week(map(usual_spans, seconds))
