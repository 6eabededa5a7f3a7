"""When a quick-entry line means: its clock times, lengths and minutes ago, tied to a work day of a place."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from engagedesk.domain.days import FIRST_YEAR, LAST_YEAR, Ambiguous, Resolved, local, resolve_local
from engagedesk.domain.quick_answer import (
    Ask,
    Candidate,
    DurationWhen,
    PartKind,
    QuickMode,
    QuickWhen,
    SpanWhen,
    StartWhen,
)
from engagedesk.domain.quick_line import LineReader, NeedsAnswer
from engagedesk.domain.quick_when import (
    After,
    Ago,
    Clock,
    ClockRange,
    ClockStart,
    Found,
    Length,
    Now,
    clock_text,
    readings,
)
from engagedesk.domain.spans import Span

MAX_S: Final = 24 * 3600


class TimeReader(LineReader):
    """Turns what was written into instants; asks where the clocks of that night leave it open."""

    def _resolve(self, found: Found | None, day: date | None) -> tuple[date, QuickWhen]:
        context = self._context
        today = context.today
        timer = context.mode is QuickMode.TIMER
        if timer and day is not None and day != today:
            raise self._problem("quick.timer_other_day", 0)
        if found is None or isinstance(found.when, Now):
            if timer:
                return today, StartWhen(context.now_utc)
            if found is not None:
                raise self._problem("quick.now_needs_timer", found.start)
            raise NeedsAnswer(self._ask_when(day or today))
        day_of_when, when = self._when_on_day(found, day)
        self._note(PartKind.WHEN, found.start, found.end, shown=self._shown(when))
        return day_of_when, when

    def _when_on_day(self, found: Found, day: date | None) -> tuple[date, QuickWhen]:
        context = self._context
        when = found.when
        if isinstance(when, ClockStart):
            return self._start_at_clock(found, when.clock)
        if isinstance(when, Ago):
            if day is not None and day != context.today:
                raise self._problem("quick.relative_with_day", found.start)
            if context.mode is QuickMode.TIMER and when.end_s is None:
                self._limit(when.start_s, found)
                start = context.now_utc - when.start_s
                return context.work_days.day_of(start, context.zone), StartWhen(start)
        if context.mode is QuickMode.TIMER:
            raise self._problem("quick.timer_with_end", found.start)
        if isinstance(when, Length):
            self._limit(when.seconds, found)
            return day or context.today, DurationWhen(when.seconds)
        span = self._span(found, day)
        return context.work_days.day_of(span.start_utc, context.zone), SpanWhen(span)

    def _span(self, found: Found, day: date | None) -> Span:
        context = self._context
        when = found.when
        if isinstance(when, ClockRange):
            return self._clock_span(found, when, day=day)
        if isinstance(when, Ago):
            end_s = when.end_s or 0
            self._limit(when.start_s - end_s, found)
            self._limit(max(1, when.start_s - MAX_S), found)
            return Span(context.now_utc - when.start_s, context.now_utc - end_s)
        if not isinstance(when, After):
            raise self._problem("quick.bad_time", found.start, text="")
        self._limit(when.seconds, found)
        last_end = context.day_last_end.get(day or context.today)
        if last_end is None:
            raise self._problem("quick.no_last_end", found.start)
        return Span(last_end, last_end + when.seconds)

    def _limit(self, seconds: int, found: Found) -> None:
        if seconds <= 0:
            raise self._problem("quick.no_time", found.start)
        if seconds > MAX_S:
            raise self._problem("quick.more_than_a_day", found.start)

    def _clock_span(self, found: Found, pair: ClockRange, *, day: date | None) -> Span:
        meant = readings(pair)
        if len(meant) > 1:
            texts = [f"{clock_text(s)}-{clock_text(e)}" for s, e in meant]
            candidates = tuple(self._put(t, found.start, found.end, label=t) for t in texts)
            typed = self._line[found.start : found.end]
            raise NeedsAnswer(Ask("quick.range_backwards", {"text": typed}, candidates))
        start_min, end_min = meant[0]
        if start_min == 1440 or (start_min == end_min and pair.start.offset_s == pair.end.offset_s):
            raise self._problem("quick.no_time", found.start)
        context = self._context
        work_day = day or context.today
        base = context.work_days.date_of_clock(work_day, start_min * 60)
        span = self._instants(found, pair, base=base, minutes=(start_min, end_min))
        past_midnight = end_min < start_min
        if day is None and span.start_utc > context.now_utc and (past_midnight or base != work_day):
            earlier = self._instants(found, pair, base=base - timedelta(days=1), minutes=(start_min, end_min))
            if earlier.end_utc <= context.now_utc:
                return earlier
        return span

    def _instants(self, found: Found, pair: ClockRange, *, base: date, minutes: tuple[int, int]) -> Span:
        start_min, end_min = minutes
        end_base = base if end_min > start_min else base + timedelta(days=1)
        starts = self._instant(found, pair.start, day=base, minutes=start_min)
        ends = self._instant(found, pair.end, day=end_base, minutes=end_min)
        if pair.start.offset_s is not None and pair.end.offset_s is not None and end_base != base:
            ends = tuple(e for e in self._instant(found, pair.end, day=base, minutes=end_min) if e > starts[0]) or ends
        spans = [Span(s, e) for s in starts for e in ends if s < e]
        if not spans:
            raise self._problem("quick.no_time", found.start)
        if len(spans) > 1:
            candidates = tuple(self._with_offsets(found, span, minutes=minutes) for span in spans)
            typed = self._line[found.start : found.end]
            raise NeedsAnswer(Ask("quick.twice_that_night", {"text": typed}, candidates))
        return spans[0]

    def _instant(self, found: Found, clock: Clock, *, day: date, minutes: int) -> tuple[int, ...]:
        zone = self._context.zone
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise self._problem("day.out_of_range", found.start, day=day.isoformat())
        at = resolve_local(day, minutes * 60, zone=zone)
        if isinstance(at, Resolved):
            instants: tuple[int, ...] = (at.instant,)
        elif isinstance(at, Ambiguous):
            instants = (at.first, at.second)
        else:
            shown = [f"{local(i, zone):%H:%M}" for i in (at.before, at.after)]
            typed = clock_text(minutes)
            line = self._line[found.start : found.end]
            candidates = tuple(
                self._put(_swap_clock(line, pair_text, minutes=minutes), found.start, found.end, label=pair_text)
                for pair_text in shown
            )
            raise NeedsAnswer(Ask("quick.skipped_that_night", {"text": typed}, candidates))
        if clock.offset_s is None:
            return instants
        fitting = tuple(i for i in instants if _offset(i, zone) == clock.offset_s)
        if not fitting:
            raise self._problem("quick.bad_offset", found.start)
        return fitting

    def _start_at_clock(self, found: Found, clock: Clock) -> tuple[date, QuickWhen]:
        context = self._context
        if clock.minutes == 1440:
            raise self._problem("quick.bad_time", found.start, text="24:00")
        base = local(context.now_utc, context.zone).date()
        instants = self._instant(found, clock, day=base, minutes=clock.minutes)
        past = [i for i in instants if i <= context.now_utc]
        if not past:
            raise self._problem("quick.start_in_future", found.start)
        if len(past) > 1:
            candidates = tuple(
                self._put(_clock_at(i, context.zone), found.start, found.end, label=_clock_at(i, context.zone))
                for i in past
            )
            raise NeedsAnswer(Ask("quick.twice_that_night", {"text": clock_text(clock.minutes)}, candidates))
        return context.work_days.day_of(past[0], context.zone), StartWhen(past[0])

    def _with_offsets(self, found: Found, span: Span, *, minutes: tuple[int, int]) -> Candidate:
        zone = self._context.zone
        end = clock_text(minutes[1]) if minutes[1] == 1440 else _clock_at(span.end_utc, zone)
        text = f"{_clock_at(span.start_utc, zone)}-{end}"
        return self._put(text, found.start, found.end, label=f"{text} ({span.seconds // 60} min)")

    def _ask_when(self, day: date) -> Ask:
        """Ask how long; offer the time since the day's last end where it is today's."""
        context = self._context
        start = self._source_at(self._when_place())
        texts = ["30m", "1h"]
        last_end = context.day_last_end.get(day)
        if day == context.today and last_end is not None and 60 <= context.now_utc - last_end <= MAX_S // 2:
            end = context.now_utc - context.now_utc % 60
            span_text = f"{local(last_end, context.zone):%H:%M}-{local(end, context.zone):%H:%M}"
            texts.insert(0, span_text)
        line = self._source
        candidates = tuple(Candidate(t, f"{line[:start]}{t} {line[start:]}".strip()) for t in texts)
        return Ask("quick.when_missing", {}, candidates)

    def _when_place(self) -> int:
        days = [p.end for p in self._echo if p.kind is PartKind.DAY]
        place = self._places.index(days[0]) if days and days[0] in self._places else 0
        while place < len(self._line) and self._line[place].isspace():
            place += 1
        return place

    def _shown(self, when: QuickWhen) -> str:
        zone = self._context.zone
        if isinstance(when, SpanWhen):
            start, end = local(when.span.start_utc, zone), local(when.span.end_utc, zone)
            return f"{start:%H:%M}–{end:%H:%M}"
        if isinstance(when, StartWhen):
            return f"{local(when.start_utc, zone):%H:%M}–"
        return f"{when.seconds // 3600}:{when.seconds % 3600 // 60:02d}"


def _offset(instant: int, zone: ZoneInfo) -> int:
    offset = local(instant, zone).utcoffset()
    return 0 if offset is None else int(offset.total_seconds())


def _clock_at(instant: int, zone: ZoneInfo) -> str:
    """Return "01:30@+01:00", which names one of the two times that a clock shows on such a night."""
    offset_s = _offset(instant, zone)
    sign, minutes = ("-" if offset_s < 0 else "+"), abs(offset_s) // 60
    return f"{local(instant, zone):%H:%M}@{sign}{minutes // 60:02d}:{minutes % 60:02d}"


def _swap_clock(text: str, clock: str, *, minutes: int) -> str:
    """Return a when-text with the clock time that does not exist replaced by one that does."""
    hour, minute = divmod(minutes, 60)
    pattern = re.compile(rf"(?<!\d)0?{hour}(?:[:.]?{minute:02d})?(?!\d)(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)
    return pattern.sub(clock, text, count=1)
