"""The quick-entry line: ``[day] [when] target [, narrative] [#activity]``.

``parse`` answers every line with one of three values: what was understood, a question where the line can mean several
things, or the problem and its place. It never guesses a bare number and never reads a clock. All three carry the
parts understood so far with their place in the line, for the echo under the field while a person types.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from engagedesk.domain.days import FIRST_YEAR, LAST_YEAR
from engagedesk.domain.quick_answer import (
    Ask,
    Candidate,
    DurationWhen,
    EchoPart,
    PartKind,
    Problem,
    QuickAnswer,
    QuickContext,
    QuickMode,
    QuickWhen,
    SpanWhen,
    StartWhen,
    Understood,
    require_understood,
)
from engagedesk.domain.quick_line import NeedsAnswer
from engagedesk.domain.quick_match import Match, TargetTask, fold, task_of, words_of
from engagedesk.domain.quick_time import TimeReader
from engagedesk.domain.quick_when import BadTime, BareNumber, ClockRange, Found, find_last_when, find_when, is_sure
from engagedesk.errors import UserError

__all__ = [
    "Ask",
    "Candidate",
    "DurationWhen",
    "EchoPart",
    "PartKind",
    "Problem",
    "QuickAnswer",
    "QuickContext",
    "QuickMode",
    "QuickWhen",
    "SpanWhen",
    "StartWhen",
    "Understood",
    "parse",
    "require_understood",
]

MAX_LINE: Final = 5000


def parse(text: str, context: QuickContext) -> QuickAnswer:
    """Read a quick-entry line."""
    if len(text) > MAX_LINE:
        return Problem("quick.too_long", {"limit": MAX_LINE}, MAX_LINE)
    answer = _Reader(text, context).read()
    return replace(answer, echo=tuple(sorted(answer.echo, key=lambda p: p.start)))


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
_SIGN: Final = re.compile(r"(?:^|[\s,;:])[-–]$")


class _Reader(TimeReader):
    """Reads one line from left to right; every step takes its part and notes it for the echo."""

    def read(self) -> QuickAnswer:
        try:
            return self._read()
        except NeedsAnswer as asked:
            return replace(asked.answer, echo=tuple(self._echo), completions=self._completions)
        except UserError as error:  # a day at the edge of the calendar
            return Problem(error.code, error.params, 0, tuple(self._echo), self._completions)

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
            raise NeedsAnswer(self._ask_number(found, found.when))

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
                if len(whole) == 4 and whole < "2400" and whole[2:] < "60" and whole.isdigit():
                    texts = [f"{whole[:2]}:{whole[2:]}"]
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
            raise NeedsAnswer(Ask("quick.target_missing", {}, self._completions))
        matches = self._context.targets.match(texts, activity=activity, narrative=self._line[head_end + 1 :])
        if not matches:
            self._complete(texts[:1])
            raise self._problem("quick.no_match", words[0].start, text=self._line[words[0].start : head_end][:60])
        start, end = words[0].start, words[max(0, matches[0].words_used - 1)].end
        self._completions = tuple(
            self._put(self._context.targets.text_for(m.target, m.code), words[0].start, end, label=_label(m), match=m)
            for m in (matches if len(matches) > 1 else self._context.targets.complete(texts))
        )
        if len(matches) > 1:
            asked = self._line[start:end][:60]
            raise NeedsAnswer(Ask("quick.which_target", {"text": asked}, self._completions))
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
        trimmed = _trimmed(narrative)
        if trimmed:
            raw = self._line[start:]
            first = start + len(raw) - len(_trimmed(raw, right=False))
            self._note(PartKind.NARRATIVE, first, start + len(raw.rstrip(_EDGE)), shown=trimmed)
        return task, trimmed

    def _complete(self, texts: list[str]) -> None:
        matches = self._context.targets.complete(texts)
        words = self._words(self._at, self._head_end())
        start, end = (words[0].start, words[0].end) if words and texts else (len(self._line), len(self._line))
        space = " " if start == end and self._line[:start].strip() and not self._line[:start].endswith(" ") else ""
        self._completions = tuple(
            self._put(space + self._context.targets.text_for(m.target), start, end, label=_label(m), match=m)
            for m in matches
        )


def _trimmed(text: str, *, right: bool = True) -> str:
    """Return a narrative without the marks that part it from the target; the sign of a number is no such mark."""
    kept = text.lstrip(_EDGE)
    if kept[:1].isdigit() and _SIGN.search(text[: len(text) - len(kept)]):
        kept = text[len(text) - len(kept) - 1 :]
    return kept.rstrip(_EDGE) if right else kept


def _label(match: Match) -> str:
    return f"{match.target.label} · {match.code.code}" if match.code else match.target.label
