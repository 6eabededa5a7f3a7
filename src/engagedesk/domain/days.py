"""Work days, local clock times and weeks.

An instant belongs to exactly one work day of a place: the day whose bounds hold it. A work day starts at the set hour
(00:00 unless a rule says otherwise) and ends where the next one starts, so days neither overlap nor leave a hole,
whatever the zone does: a day is 23 or 25 hours long at a change of the clocks, and empty where a place skipped a date
(Samoa, 30 December 2011). A rule holds from its date onward: changing the hour never moves recorded days.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from engagedesk.domain.spans import Span
from engagedesk.errors import UserError

DAY_S: Final = 86_400
FIRST_YEAR: Final = 2
LAST_YEAR: Final = 9998
LATEST_START_MIN: Final = 12 * 60
_EPOCH_ORDINAL: Final = date(1970, 1, 1).toordinal()
_FIRST_UTC: Final = (date(FIRST_YEAR, 1, 1).toordinal() - _EPOCH_ORDINAL) * DAY_S
_LAST_UTC: Final = (date(LAST_YEAR + 1, 1, 1).toordinal() - _EPOCH_ORDINAL) * DAY_S


def zone_named(name: str) -> ZoneInfo:
    """Return the IANA zone of this name; ``UserError`` where the platform knows none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UserError("zone.unknown", zone=name) from error


def check_day(day: date) -> date:
    """Return the day itself; ``UserError`` where it is in year 1 or 9999, whose edges no zone can express."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UserError("day.out_of_range", day=day.isoformat())
    return day


def check_instant(instant: int) -> int:
    """Return the instant itself; ``UserError`` where it lies outside the years 2 to 9998."""
    if not _FIRST_UTC <= instant < _LAST_UTC:
        raise UserError("day.instant_out_of_range")
    return instant


def local(instant: int, zone: ZoneInfo) -> datetime:
    """Return the wall clock of the zone at an instant, aware."""
    return datetime.fromtimestamp(check_instant(instant), zone)


@dataclass(frozen=True, slots=True)
class Resolved:
    """The clock time happens exactly once."""

    instant: int


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The clock time happens twice: the clocks went back over it."""

    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Nonexistent:
    """The clock time never happens: the clocks jumped over it at ``change``.

    ``before`` and ``after`` are what the time would be by the offset after and before the jump.
    """

    before: int
    after: int
    change: int


LocalTime = Resolved | Ambiguous | Nonexistent


def resolve_local(day: date, clock_s: int, *, zone: ZoneInfo) -> LocalTime:
    """Return which instants a wall clock shows ``clock_s`` seconds after midnight of a calendar date.

    ``clock_s`` is 0 to 86,400; 86,400 is 24:00, the next date's midnight.
    """
    check_day(day)
    if not 0 <= clock_s <= DAY_S:
        raise UserError("day.bad_clock", clock=clock_s)
    wall_s = (day.toordinal() - _EPOCH_ORDINAL) * DAY_S + clock_s
    naive = datetime(day.year, day.month, day.day) + timedelta(seconds=clock_s)  # noqa: DTZ001 - a wall clock
    offsets = [_offset_s(naive.replace(tzinfo=zone, fold=fold)) for fold in (0, 1)]
    hits = sorted({wall_s - o for o in offsets if _wall_s(wall_s - o, zone) == wall_s})
    if len(hits) == 2:
        return Ambiguous(hits[0], hits[1])
    if hits:
        return Resolved(hits[0])
    before, after = sorted(wall_s - o for o in offsets)
    return Nonexistent(before, after, _first_instant_past(wall_s, before, after, zone=zone))


def _offset_s(aware: datetime) -> int:
    offset = aware.utcoffset()
    if offset is None:
        raise UserError("zone.unknown", zone=str(aware.tzinfo))
    return offset.days * DAY_S + offset.seconds


def _wall_s(instant: int, zone: ZoneInfo) -> int:
    return instant + _offset_s(datetime.fromtimestamp(instant, zone))


def _first_instant_past(wall_s: int, low: int, high: int, *, zone: ZoneInfo) -> int:
    """Return the first instant after ``low`` whose wall clock is past ``wall_s``: the jump itself."""
    while high - low > 1:
        middle = (low + high) // 2
        if _wall_s(middle, zone) > wall_s:
            high = middle
        else:
            low = middle
    return high


@dataclass(frozen=True, slots=True, order=True)
class DayStartRule:
    """From this work day on, a day starts ``start_min`` minutes after midnight (0 to 720)."""

    valid_from: date
    start_min: int

    def __post_init__(self) -> None:
        if not 0 <= self.start_min <= LATEST_START_MIN:
            raise UserError("day.bad_start", minutes=self.start_min)


@dataclass(frozen=True, slots=True)
class DayPart:
    """The seconds of a span that fall on one work day."""

    day: date
    seconds: int


@dataclass(frozen=True, slots=True)
class WorkDays:
    """When work days start. Without rules, and before the first rule, a day starts at midnight.

    Of two rules for the same date the later in the input holds.
    """

    rules: tuple[DayStartRule, ...] = ()
    _dates: tuple[date, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        latest = {rule.valid_from: rule for rule in self.rules}
        rules = tuple(latest[day] for day in sorted(latest))
        object.__setattr__(self, "rules", rules)
        object.__setattr__(self, "_dates", tuple(rule.valid_from for rule in rules))

    def start_min(self, day: date) -> int:
        """Return how many minutes after midnight this work day starts."""
        position = bisect_right(self._dates, day)
        return self.rules[position - 1].start_min if position else 0

    def start_of(self, day: date, zone: ZoneInfo) -> int:
        """Return the first instant of a work day.

        Where the clock shows the hour twice, the first time counts; where it skips the hour, the jump itself.
        """
        return _start_of(day, self.start_min(day), zone)

    def bounds(self, day: date, zone: ZoneInfo) -> Span:
        """Return the work day as a span; empty where the place skipped the date."""
        following = check_day(day) + timedelta(days=1)
        return Span(self.start_of(day, zone), self.start_of(following, zone))

    def day_of(self, instant: int, zone: ZoneInfo) -> date:
        """Return the work day whose bounds hold the instant."""
        day = check_day(local(instant, zone).date())
        while instant < self.start_of(day, zone):
            day -= timedelta(days=1)
        while instant >= self.start_of(day + timedelta(days=1), zone):
            day += timedelta(days=1)
        return day

    def split(self, span: Span, zone: ZoneInfo) -> tuple[DayPart, ...]:
        """Return the seconds of each work day that the span touches, oldest first; they add up to the span.

        An empty span gives one part of 0 seconds, so that it still has a day.
        """
        day = self.day_of(span.start_utc, zone)
        parts: list[DayPart] = []
        at = span.start_utc
        while True:
            end = min(self.start_of(day + timedelta(days=1), zone), span.end_utc)
            if end > at or not parts:
                parts.append(DayPart(day, end - at))
            at = end
            if at >= span.end_utc:
                return tuple(parts)
            day += timedelta(days=1)

    def seconds_on(self, span: Span, day: date, *, zone: ZoneInfo) -> int:
        """Return how much of the span falls on one work day."""
        shared = span.intersect(self.bounds(day, zone))
        return shared.seconds if shared else 0

    def date_of_clock(self, day: date, clock_s: int) -> date:
        """Return the calendar date on which a work day shows a clock time.

        With days from 04:00, Tuesday's 01:30 is on Wednesday's date.
        """
        following = day + timedelta(days=1)
        if clock_s < self.start_min(day) * 60 and clock_s < self.start_min(following) * 60:
            return following
        return day

    def unusual_length_s(self, day: date, zone: ZoneInfo) -> int | None:
        """Return the length of a work day that is not 24 hours long, else None."""
        seconds = self.bounds(day, zone).seconds
        return None if seconds == DAY_S else seconds

    def length_label(self, day: date, zone: ZoneInfo) -> str:
        """Return "23 h", "25 h", "23 h 30 min" for an unusual day, "" for a day of 24 hours."""
        seconds = self.unusual_length_s(day, zone)
        if seconds is None:
            return ""
        hours, minutes = seconds // 3600, seconds % 3600 // 60
        return f"{hours} h {minutes} min" if minutes else f"{hours} h"


@lru_cache(maxsize=16_384)
def _start_of(day: date, start_min: int, zone: ZoneInfo) -> int:
    at = resolve_local(day, start_min * 60, zone=zone)
    if isinstance(at, Resolved):
        return at.instant
    return at.first if isinstance(at, Ambiguous) else at.change


def days_between(first: date, last: date) -> tuple[date, ...]:
    """Return every day from first to last inclusive; none where last is earlier."""
    return tuple(date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1))


def total_by_day(parts: Iterable[DayPart]) -> dict[date, int]:
    """Add up parts by day, days in ascending order."""
    totals: dict[date, int] = {}
    for part in parts:
        totals[part.day] = totals.get(part.day, 0) + part.seconds
    return dict(sorted(totals.items()))


_WEEK = re.compile(r"(\d{4})-?[Ww](\d{1,2})", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """Seven work days under an ISO 8601 label.

    ``week_end`` is the firm's last weekday (1 Monday to 7 Sunday). Whatever it is, a week holds exactly one Thursday,
    and that Thursday's ISO week names it.
    """

    year: int
    number: int
    week_end: int = 7

    def __post_init__(self) -> None:
        if not 1 <= self.week_end <= 7:
            raise UserError("week.bad_end", weekday=self.week_end)
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise UserError("week.out_of_range", week=self.label)
        try:
            date.fromisocalendar(self.year, self.number, 4)
        except ValueError as error:
            raise UserError("week.unknown", week=self.label) from error

    @classmethod
    def parse(cls, text: str, *, week_end: int = 7) -> Week:
        """Read "2026-W47"."""
        match = _WEEK.fullmatch(text.strip())
        if match is None:
            raise UserError("week.unreadable", week=text)
        return cls(int(match[1]), int(match[2]), week_end)

    @classmethod
    def of(cls, day: date, *, week_end: int = 7) -> Week:
        """Return the week that holds a day."""
        check_day(day)
        last = day + timedelta(days=(week_end - day.isoweekday()) % 7)
        iso = _thursday_before(last).isocalendar()
        return cls(iso.year, iso.week, week_end)

    @property
    def label(self) -> str:
        return f"{self.year:04d}-W{self.number:02d}"

    @property
    def last(self) -> date:
        thursday = date.fromisocalendar(self.year, self.number, 4)
        return thursday + timedelta(days=(self.week_end - 4) % 7)

    @property
    def first(self) -> date:
        return self.last - timedelta(days=6)

    @property
    def days(self) -> tuple[date, ...]:
        """The seven days, first day first."""
        return days_between(self.first, self.last)

    def shift(self, weeks: int) -> Week:
        """Return the week so many weeks later (negative: earlier)."""
        thursday = date.fromisocalendar(self.year, self.number, 4) + timedelta(weeks=weeks)
        iso = thursday.isocalendar()
        return Week(iso.year, iso.week, self.week_end)

    def sheets(self, *, split_at_month_end: bool) -> tuple[tuple[date, ...], ...]:
        """Return the days of each timesheet of this week: one, or two where a month ends inside it."""
        days = self.days
        if split_at_month_end and days[0].month != days[-1].month:
            return (
                tuple(d for d in days if d.month == days[0].month),
                tuple(d for d in days if d.month == days[-1].month),
            )
        return (days,)


def _thursday_before(last: date) -> date:
    return last - timedelta(days=(last.isoweekday() - 4) % 7)
