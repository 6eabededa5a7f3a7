"""The quick-entry line: ``[day] [when] target [, narrative] [#activity]``.

``parse`` answers every line with one of three values: what was understood, a question where the line can mean several
things, or the problem and its place. It never guesses a bare number and never reads a clock. All three carry the
parts understood so far with their place in the line, for the echo under the field while a person types.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from engagedesk.domain.days import FIRST_YEAR, LAST_YEAR, Ambiguous, Resolved, WorkDays, local, resolve_local
from engagedesk.domain.quick_match import Match, Target, TargetCode, TargetIndex, TargetTask, fold, task_of, words_of
from engagedesk.domain.quick_when import (
    After,
    Ago,
    BadTime,
    BareNumber,
    Clock,
    ClockRange,
    ClockStart,
    Found,
    Length,
    Now,
    clock_text,
    find_last_when,
    find_when,
    is_sure,
    plain_dashes,
    readings,
)
from engagedesk.domain.spans import Span
from engagedesk.errors import AmbiguousTarget, UserError

MAX_LINE: Final = 5000
MAX_S: Final = 24 * 3600


class QuickMode(StrEnum):
    """``ADD`` records finished time; ``TIMER`` starts a timer, and time without an end is its start."""

    ADD = "add"
    TIMER = "timer"


@dataclass(frozen=True, slots=True)
class QuickContext:
    """Everything a line is read against. ``day_last_end`` holds the last end of recent work days."""

    now_utc: int
    zone: ZoneInfo
    targets: TargetIndex
    work_days: WorkDays = field(default_factory=WorkDays)
    day_last_end: Mapping[date, int] = field(default_factory=dict)
    activities: tuple[str, ...] = ()
    mode: QuickMode = QuickMode.ADD

    @property
    def today(self) -> date:
        return self.work_days.day_of(self.now_utc, self.zone)


@dataclass(frozen=True, slots=True)
class SpanWhen:
    span: Span


@dataclass(frozen=True, slots=True)
class DurationWhen:
    seconds: int


@dataclass(frozen=True, slots=True)
class StartWhen:
    """A timer starts here."""

    start_utc: int


QuickWhen = SpanWhen | DurationWhen | StartWhen


class PartKind(StrEnum):
    DAY = "day"
    WHEN = "when"
    TARGET = "target"
    TASK = "task"
    NARRATIVE = "narrative"
    ACTIVITY = "activity"


@dataclass(frozen=True, slots=True)
class EchoPart:
    """A part of the line as understood; ``start`` and ``end`` are its place in the line as typed."""

    kind: PartKind
    start: int
    end: int
    shown: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """One answer to a question, or one completion: ``text`` is the whole line that says it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Understood:
    """A line with one meaning. ``code`` None = the engagement's default code; ``task`` None = none named."""

    day: date
    when: QuickWhen
    target: Target
    code: TargetCode | None
    task: TargetTask | None
    narrative: str
    activity: str
    in_future: bool
    echo: tuple[EchoPart, ...]
    completions: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A line with several meanings: a question's code, its parameters, and the answers, best first."""

    code: str
    params: Mapping[str, object]
    candidates: tuple[Candidate, ...]
    echo: tuple[EchoPart, ...] = ()
    completions: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that means nothing: a code, its parameters, and where in the line the trouble stands."""

    code: str
    params: Mapping[str, object]
    position: int
    echo: tuple[EchoPart, ...] = ()
    completions: tuple[Candidate, ...] = ()


QuickAnswer = Understood | Ask | Problem


def parse(text: str, context: QuickContext) -> QuickAnswer:
    """Read a quick-entry line."""
    if len(text) > MAX_LINE:
        return Problem("quick.too_long", {"limit": MAX_LINE}, MAX_LINE)
    answer = _Reader(text, context).read()
    return replace(answer, echo=tuple(sorted(answer.echo, key=lambda p: p.start)))


def require_understood(answer: QuickAnswer) -> Understood:
    """Return what was understood; raise the question or the problem as an error with its candidates."""
    if isinstance(answer, Understood):
        return answer
    if isinstance(answer, Ask):
        raise AmbiguousTarget(answer.code, candidates=tuple(c.label for c in answer.candidates), **answer.params)
    if answer.completions:
        labels = tuple(c.label for c in answer.completions)
        raise AmbiguousTarget(answer.code, candidates=labels, position=answer.position, **answer.params)
    raise UserError(answer.code, position=answer.position, **answer.params)


class _NeedsAnswer(Exception):
    """Ends the reading early with an answer."""

    def __init__(self, answer: Ask | Problem) -> None:
        super().__init__(answer.code)
        self.answer = answer


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


_DAY_WORDS: Final = {
    **{name: number for number, name in enumerate("mon tue wed thu fri sat sun".split(), start=1)},  # noqa: SIM905
    "tues": 2,
    "thur": 4,
    "thurs": 4,
    "monday": 1,
    "tuesday": 2,
    "wednesday": 3,
    "thursday": 4,
    "friday": 5,
    "saturday": 6,
    "sunday": 7,
}
_ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?=[\s,]|$)", re.ASCII)
_LETTERS: Final = re.compile(r"[A-Za-z]+(?=[\s,]|$)")
_SKIP: Final = re.compile(r"\s*,?\s*")
_LAST_HASH: Final = re.compile(r"(?:^|(?<=[\s,]))#([^\s#,]+)\s*$")
_HEAD_HASH: Final = re.compile(r"(?:^|(?<=\s))#([^\s#,]+)")
_WORDS: Final = re.compile(r"\S+")
_EDGE: Final = " \t,;:-–—·|"


def _clean(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the line without marks nobody sees, digits as 0-9, and where each letter stood."""
    if text.isascii() and text.isprintable():
        return text, tuple(range(len(text) + 1))
    kept: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        category = unicodedata.category(letter)
        if category in ("Cf", "Cs", "Co", "Cn") or (category == "Cc" and not letter.isspace()):
            continue
        digit = unicodedata.decimal(letter, None)
        kept.append(" " if letter.isspace() else letter if digit is None else str(digit))
        places.append(place)
    return "".join(kept), (*places, len(text))


class _Reader:
    """Reads one line from left to right; every step takes its part and notes it for the echo."""

    def __init__(self, text: str, context: QuickContext) -> None:
        self._source = text
        self._line, self._places = _clean(text)
        self._plain = plain_dashes(self._line)
        self._context = context
        self._at = 0
        self._echo: list[EchoPart] = []
        self._completions: tuple[Candidate, ...] = ()

    def read(self) -> QuickAnswer:
        try:
            return self._read()
        except _NeedsAnswer as asked:
            return replace(asked.answer, echo=tuple(self._echo), completions=self._completions)

    def _read(self) -> QuickAnswer:
        if not self._line.strip():
            self._complete([])
            raise self._problem("quick.empty", 0)
        self._skip()
        after_day = self._take_day()
        found = self._take_when()
        if after_day is None and found is not None:
            after_day = self._take_day()
        activity = self._take_activity()
        head_end = self._head_end()
        if found is None and self._context.mode is QuickMode.ADD:
            found = find_last_when(self._plain, self._at, head_end)
            if found is not None:
                self._blank(found.start, found.end)
        self._refuse_bad(found)
        words = self._words(self._at, head_end)
        match = self._match(words, head_end, activity=activity)
        if found is None and self._context.mode is QuickMode.ADD and len(words) > match.words_used:
            found = find_when(self._plain, words[match.words_used].start, for_timer=False)
            if found is not None and is_sure(self._plain, found):
                self._blank(found.start, found.end)
                words = self._words(self._at, head_end)
            else:
                found = None
        task, narrative = self._task_and_narrative(match, words, head_end=head_end)
        day, when = self._resolve(found, after_day)
        return Understood(
            day=day,
            when=when,
            target=match.target,
            code=match.code,
            task=task,
            narrative=narrative,
            activity=activity,
            in_future=self._ends(when) > self._context.now_utc or day > self._context.today,
            echo=tuple(self._echo),
            completions=self._completions,
        )

    def _ends(self, when: QuickWhen) -> int:
        if isinstance(when, SpanWhen):
            return when.span.end_utc
        return when.start_utc if isinstance(when, StartWhen) else 0

    # -- reading --------------------------------------------------------------------------------------------------

    def _skip(self) -> None:
        match = _SKIP.match(self._line, self._at)
        self._at = match.end() if match else self._at

    def _take_day(self) -> date | None:
        today = self._context.today
        day: date | None = None
        if match := _ISO.match(self._plain, self._at):
            try:
                day = date.fromisoformat(match[0])
            except ValueError:
                raise self._problem("quick.bad_day", self._at, day=match[0]) from None
            if not FIRST_YEAR <= day.year <= LAST_YEAR:
                raise self._problem("day.out_of_range", self._at, day=match[0])
        elif match := _LETTERS.match(self._line, self._at):
            word = match[0].lower()
            if word == "today":
                day = today
            elif word == "yesterday":
                day = today - timedelta(days=1)
            elif word in _DAY_WORDS and self._line[match.end() :].strip(" ,"):
                day = today - timedelta(days=(today.isoweekday() - _DAY_WORDS[word]) % 7)
        if day is None or match is None:
            return None
        self._note(PartKind.DAY, match.start(), match.end(), shown=day.isoformat())
        self._at = match.end()
        self._skip()
        return day

    def _take_when(self) -> Found | None:
        found = find_when(self._plain, self._at, for_timer=self._context.mode is QuickMode.TIMER)
        if found is None:
            return None
        text = self._line[found.start : found.end]
        if isinstance(found.when, BareNumber) and text.isdigit() and len(text) >= 4 and self._names_code(text):
            return None
        if isinstance(found.when, ClockRange | BadTime) and self._names_code(text):
            return None
        self._at = found.end
        self._skip()
        return found

    def _names_code(self, text: str) -> bool:
        wanted = fold(text)
        codes = (fold(c.code) for t in self._context.targets.targets for c in t.codes)
        return any(code.startswith(wanted) if wanted.isdigit() else code == wanted for code in codes)

    def _refuse_bad(self, found: Found | None) -> None:
        if found is None:
            return
        if isinstance(found.when, BadTime):
            raise self._problem("quick.bad_time", found.start, text=self._line[found.start : found.end][:40])
        if isinstance(found.when, BareNumber):
            raise _NeedsAnswer(self._ask_number(found, found.when))

    def _ask_number(self, found: Found, number: BareNumber) -> Ask:
        if number.after_hours:
            ago = "-" if self._context.mode is QuickMode.TIMER else ""
            texts = [f"{ago}{number.after_hours}{number.text.zfill(2)}m"]
        else:
            whole = number.text.replace(",", ".")
            value = float(whole[:12])
            texts = [f"{number.text}h"] if 0 < value <= 24 else []
            if "." not in whole and 0 < value <= 24 * 60:
                texts.append(f"{number.text}m")
            if self._context.mode is QuickMode.TIMER:
                texts = [f"-{number.text}m"] if 0 < value <= 24 * 60 and "." not in whole else []
        return Ask(
            "quick.bare_number",
            {"number": number.text[:20]},
            tuple(self._put(t, found.start, found.end, label=t) for t in texts),
        )

    def _take_activity(self) -> str:
        match = _LAST_HASH.search(self._line, self._at)
        if match is None or match[1].isdigit():
            match = _HEAD_HASH.search(self._line, self._at, self._head_end())
        if match is None or match[1].isdigit():
            return ""
        activity = self._known_activity(match[1])
        self._note(PartKind.ACTIVITY, match.start(1) - 1, match.end(1), shown=activity)
        self._blank(match.start(1) - 1, match.end(1))
        return activity

    def _known_activity(self, typed: str) -> str:
        wanted = "".join(words_of(typed))
        known = {
            **{a: None for t in self._context.targets.targets for c in t.codes if (a := c.activity)},
            **dict.fromkeys(self._context.activities),
        }
        squashed = {activity: "".join(words_of(activity)) for activity in known}
        exact = [a for a, s in squashed.items() if s == wanted]
        begins = [a for a, s in squashed.items() if len(wanted) >= 3 and s.startswith(wanted)]
        if exact:
            return exact[0]
        return begins[0] if len(begins) == 1 else typed

    def _head_end(self) -> int:
        comma = self._line.find(",", self._at)
        return comma if comma >= 0 else len(self._line)

    def _words(self, start: int, end: int) -> list[_Word]:
        return [
            _Word(m[0].strip(".,:;\"'“”„()"), m.start(), m.end())
            for m in _WORDS.finditer(self._line, start, end)
            if words_of(m[0])
        ]

    def _match(self, words: list[_Word], head_end: int, *, activity: str) -> Match:
        texts = [w.text for w in words]
        if not words:
            self._complete([])
            rest = self._line[self._at :].strip(_EDGE)
            if rest:
                raise self._problem("quick.no_match", self._at, text=rest[:60])
            raise _NeedsAnswer(Ask("quick.target_missing", {}, self._completions))
        matches = self._context.targets.match(texts, activity=activity, narrative=self._line[head_end + 1 :])
        if not matches:
            self._complete(texts[:1])
            raise self._problem("quick.no_match", words[0].start, text=self._line[words[0].start : head_end][:60])
        start, end = words[0].start, words[max(0, matches[0].words_used - 1)].end
        self._completions = tuple(
            self._put(self._context.targets.text_for(m.target, m.code), words[0].start, end, label=_label(m))
            for m in (matches if len(matches) > 1 else self._context.targets.complete(texts))
        )
        if len(matches) > 1:
            asked = self._line[start:end][:60]
            raise _NeedsAnswer(Ask("quick.which_target", {"text": asked}, self._completions))
        match = matches[0]
        if match.words_used:
            self._note(PartKind.TARGET, start, end, shown=_label(match))
        return match

    def _task_and_narrative(self, match: Match, words: list[_Word], *, head_end: int) -> tuple[TargetTask | None, str]:
        left = words[match.words_used :]
        pieces = [(piece, i) for i, word in enumerate(left) for piece in words_of(word.text)]
        named = task_of(match.target, [piece for piece, _ in pieces])
        task = None
        if named is not None:
            task, count = named
            used = pieces[count - 1][1] + 1
            self._note(PartKind.TASK, left[0].start, left[used - 1].end, shown=task.name)
            left = left[used:]
        start = left[0].start if left else head_end
        narrative = " ".join(self._line[start:].split())
        trimmed = narrative.strip(_EDGE)
        if trimmed:
            raw = self._line[start:]
            first = start + len(raw) - len(raw.lstrip(_EDGE))
            self._note(PartKind.NARRATIVE, first, start + len(raw.rstrip(_EDGE)), shown=trimmed)
        return task, trimmed

    # -- time -----------------------------------------------------------------------------------------------------

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
            raise _NeedsAnswer(self._ask_when(day or today))
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
            raise _NeedsAnswer(Ask("quick.range_backwards", {"text": typed}, candidates))
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
            raise _NeedsAnswer(Ask("quick.twice_that_night", {"text": typed}, candidates))
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
            raise _NeedsAnswer(Ask("quick.skipped_that_night", {"text": typed}, candidates))
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
            raise _NeedsAnswer(Ask("quick.twice_that_night", {"text": clock_text(clock.minutes)}, candidates))
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

    # -- small ----------------------------------------------------------------------------------------------------

    def _shown(self, when: QuickWhen) -> str:
        zone = self._context.zone
        if isinstance(when, SpanWhen):
            start, end = local(when.span.start_utc, zone), local(when.span.end_utc, zone)
            return f"{start:%H:%M}–{end:%H:%M}"
        if isinstance(when, StartWhen):
            return f"{local(when.start_utc, zone):%H:%M}–"
        return f"{when.seconds // 3600}:{when.seconds % 3600 // 60:02d}"

    def _blank(self, start: int, end: int) -> None:
        """Take a part out of the line without moving what follows."""
        self._line = self._line[:start] + " " * (end - start) + self._line[end:]
        self._plain = self._plain[:start] + " " * (end - start) + self._plain[end:]

    def _source_at(self, place: int) -> int:
        return self._places[min(place, len(self._places) - 1)]

    def _note(self, kind: PartKind, start: int, end: int, *, shown: str) -> None:
        last = self._source_at(end - 1) + 1 if end > start else self._source_at(end)
        self._echo.append(EchoPart(kind, self._source_at(start), last, shown))

    def _put(self, text: str, start: int, end: int, *, label: str) -> Candidate:
        """Return the line as typed with a part replaced."""
        first = self._source_at(start)
        last = self._source_at(end - 1) + 1 if end > start else first
        return Candidate(label, (self._source[:first] + text + self._source[last:]).strip())

    def _complete(self, texts: list[str]) -> None:
        matches = self._context.targets.complete(texts)
        words = self._words(self._at, self._head_end())
        start, end = (words[0].start, words[0].end) if words and texts else (len(self._line), len(self._line))
        space = " " if start == end and self._line[:start].strip() and not self._line[:start].endswith(" ") else ""
        self._completions = tuple(
            self._put(space + self._context.targets.text_for(m.target), start, end, label=_label(m)) for m in matches
        )

    def _problem(self, code: str, place: int, **params: object) -> _NeedsAnswer:
        return _NeedsAnswer(Problem(code, params, self._source_at(place)))


def _label(match: Match) -> str:
    return f"{match.target.label} · {match.code.code}" if match.code else match.target.label


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
