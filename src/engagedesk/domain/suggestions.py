"""What a day's free time may have been: from habit, from the plan, from what lies beside it, from windows in front.

Suggested, never booked. Each draft says why, and counts for nothing until a person accepts it. What was accepted and
dismissed weighs later drafts of the same kind for the same target; an answer loses half its weight in four weeks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median_low
from typing import Final
from zoneinfo import ZoneInfo

from engagedesk.domain.days import Ambiguous, Nonexistent, Resolved, local, resolve_local
from engagedesk.domain.ids import CodeId, EngagementId, TaskId
from engagedesk.domain.spans import Span, merge
from engagedesk.domain.states import DraftSource

MINUTE: Final = 60
HALF_LIFE_S: Final = 28 * 86_400
MOST: Final = 8
SHORTEST_S: Final = 10 * MINUTE
LEAST_SCORE: Final = 0.18

RECENT_WEEKS: Final = 4
HABIT_WEEKS: Final = 8
LEAST_RECENT: Final = 2
LEAST_HABIT: Final = 3
SAME_TIME_S: Final = 75 * MINUTE
"""Two bookings of a weekday are the same habit where they begin no further apart than this."""

BESIDE_S: Final = 5 * MINUTE
LONGEST_BETWEEN_S: Final = 3 * 3600
LONGEST_AFTER_S: Final = 2 * 3600
LONGEST_OPEN_S: Final = 4 * 3600
"""Longer after the day's last entry the person is not working any more, or has long begun to do something else."""
PLAN_FROM_S: Final = 30 * MINUTE

SAME_WORK_S: Final = 5 * MINUTE
"""A shorter look at something else does not end a stretch of work."""


@dataclass(frozen=True, slots=True)
class DraftTarget:
    engagement: EngagementId | None
    code: CodeId | None = None
    task: TaskId | None = None


@dataclass(frozen=True, slots=True)
class Booked:
    """Time that was booked: of this day, or of the same weekday of an earlier week."""

    day: date
    start_utc: int
    end_utc: int
    target: DraftTarget
    narrative: str = ""
    activity: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """Work that the plan has for the day: a task or a phase with its last day; None = none said."""

    target: DraftTarget
    name: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Seen:
    """A window that was in front, about an engagement; its title is redacted."""

    start_utc: int
    end_utc: int
    engagement: EngagementId
    title: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said to an earlier draft."""

    source: DraftSource
    target: DraftTarget
    day: date
    span: Span
    at_utc: int
    accepted: bool


@dataclass(frozen=True, slots=True)
class Why:
    """A code with its parameters; the window has the words. ``day`` and ``time_utc`` are formatted there."""

    code: str
    count: int = 0
    of: int = 0
    minutes: int = 0
    day: date | None = None
    time_utc: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    span: Span
    target: DraftTarget
    source: DraftSource
    why: Why
    score: float
    narrative: str = ""
    activity: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """The day that drafts are made for. ``until_utc`` is where its past ends: now, or the day's end."""

    day: date
    zone: ZoneInfo
    bounds: Span
    until_utc: int
    booked: tuple[Booked, ...] = ()
    taken: tuple[Span, ...] = ()
    """All time that entries claim, the running one included."""
    _free: tuple[Span, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        past = self.bounds.intersect(Span(self.bounds.start_utc, max(self.bounds.start_utc, self.until_utc)))
        free = () if past is None else tuple(s for s in past.subtract(self.taken) if s.seconds >= SHORTEST_S)
        object.__setattr__(self, "_free", free)

    @property
    def free(self) -> tuple[Span, ...]:
        return self._free

    @property
    def gaps(self) -> tuple[Span, ...]:
        """Free time between entries, and from the last one until now where that is not long ago."""
        if not self.taken:
            return ()
        first = min(span.start_utc for span in self.taken)
        last = max(span.end_utc for span in self.taken)
        now_is_here = self.until_utc < self.bounds.end_utc and self.until_utc - last <= LONGEST_OPEN_S
        return tuple(span for span in self._free if span.start_utc >= first and (span.end_utc <= last or now_is_here))


def suggest(
    day: Day,
    *,
    earlier: Sequence[Booked] = (),
    planned: Sequence[Planned] = (),
    seen: Sequence[Seen] = (),
    answers: Sequence[Answer] = (),
    now_utc: int,
) -> tuple[Draft, ...]:
    """Return drafts that fill free time of a day's past without overlapping, in order of time.

    ``earlier`` are bookings of the same weekday in the last eight weeks.
    """
    weights = Weights(answers, now_utc)
    made = [*_from_windows(day, seen), *_from_habit(day, earlier), *_from_neighbours(day), *_from_plan(day, planned)]
    dismissed = [a for a in answers if not a.accepted and a.day == day.day]
    weighed = [
        (draft.score * weights.of(draft.source, draft.target), draft)
        for draft in made
        if not any(
            a.target == draft.target and a.source == draft.source and a.span.overlaps(draft.span) for a in dismissed
        )
    ]
    weighed.sort(key=lambda pair: (-pair[0], pair[1].span))
    chosen: list[Draft] = []
    for score, draft in weighed:
        if score < LEAST_SCORE or len(chosen) == MOST:
            break
        left = draft.span.subtract(one.span for one in chosen)
        longest = max(left, key=lambda span: span.seconds, default=None)
        if longest is not None and longest.seconds >= SHORTEST_S and 2 * longest.seconds >= draft.span.seconds:
            chosen.append(_at(draft, longest, score))
    return tuple(sorted(chosen, key=lambda draft: draft.span))


class Weights:
    """How much earlier answers raise or lower drafts."""

    def __init__(self, answers: Iterable[Answer], now_utc: int) -> None:
        self._said: dict[tuple[DraftSource, DraftTarget | None], list[float]] = defaultdict(lambda: [0.0, 0.0])
        for answer in answers:
            weight = 0.5 ** (max(0, now_utc - answer.at_utc) / HALF_LIFE_S)
            for key in ((answer.source, answer.target), (answer.source, None)):
                self._said[key][0 if answer.accepted else 1] += weight

    def of(self, source: DraftSource, target: DraftTarget) -> float:
        """Return a factor: 1 without answers, down towards 0 for what is dismissed, a little up for what is accepted.

        A kind of draft that is dismissed everywhere sinks as a whole, but slower.
        """
        return self._factor((source, target), 2.0) * self._factor((source, None), 8.0)

    def _factor(self, key: tuple[DraftSource, DraftTarget | None], patience: float) -> float:
        if key not in self._said:
            return 1.0
        accepted, dismissed = self._said[key]
        return (accepted + patience) / (accepted + dismissed + patience) * (1 + 0.1 * min(accepted, 3.0))


def _at(draft: Draft, span: Span, score: float) -> Draft:
    return Draft(span, draft.target, draft.source, draft.why, score, draft.narrative, draft.activity)


def _from_windows(day: Day, seen: Sequence[Seen]) -> list[Draft]:
    by_engagement: dict[EngagementId, list[Seen]] = defaultdict(list)
    for one in seen:
        by_engagement[one.engagement].append(one)
    found = []
    for engagement, ones in by_engagement.items():
        for block in _blocks(Span(one.start_utc, one.end_utc) for one in ones):
            for free in day.free:
                part = block.intersect(free)
                if part is None:
                    continue
                start, end = part.start_utc, part.end_utc
                inside = [
                    (max(one.start_utc, start), min(one.end_utc, end), one.title)
                    for one in ones
                    if one.start_utc < end and one.end_utc > start
                ]
                worked = _worked(inside)
                if part.seconds < SHORTEST_S or 2 * worked < part.seconds:
                    continue
                why = Why("suggest.activity", minutes=worked // MINUTE, text=_longest(inside))
                score = 0.5 + 0.45 * worked / part.seconds
                found.append(
                    Draft(_whole_minutes(part, free), DraftTarget(engagement), DraftSource.ACTIVITY, why, score)
                )
    return found


def _blocks(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return stretches of work: spans that lie closer together than a short look at something else."""
    blocks: list[Span] = []
    for span in merge(spans):
        if blocks and span.start_utc - blocks[-1].end_utc <= SAME_WORK_S:
            blocks[-1] = Span(blocks[-1].start_utc, span.end_utc)
        else:
            blocks.append(span)
    return tuple(blocks)


def _worked(inside: Iterable[tuple[int, int, str]]) -> int:
    """Return the seconds that at least one window covers."""
    total, reach = 0, 0
    for start, end, _title in sorted(inside):
        total += max(0, end - max(start, reach))
        reach = max(reach, end)
    return total


def _longest(inside: Iterable[tuple[int, int, str]]) -> str:
    seconds: dict[str, int] = defaultdict(int)
    for start, end, title in inside:
        seconds[title] += end - start
    return max(seconds, key=lambda title: (seconds[title], title), default="")


def _whole_minutes(span: Span, within: Span) -> Span:
    start = max(within.start_utc, span.start_utc // MINUTE * MINUTE)
    return Span(start, min(within.end_utc, -(-span.end_utc // MINUTE) * MINUTE))


def _from_habit(day: Day, earlier: Sequence[Booked]) -> list[Draft]:
    by_target: dict[DraftTarget, list[tuple[Booked, int]]] = defaultdict(list)
    for one in earlier:
        weeks, odd = divmod((day.day - one.day).days, 7)
        if not odd and 1 <= weeks <= HABIT_WEEKS:
            by_target[one.target].append((one, weeks))
    found = []
    for target, ones in by_target.items():
        for same in _same_time(ones, day.zone):
            draft = _habit(day, target, same)
            if draft is not None:
                found.append(draft)
    return found


def _same_time(ones: list[tuple[Booked, int]], zone: ZoneInfo) -> list[list[tuple[Booked, int]]]:
    groups: list[list[tuple[Booked, int]]] = []
    for one in sorted(ones, key=lambda pair: _clock_s(pair[0].start_utc, zone)):
        if groups and _clock_s(one[0].start_utc, zone) - _clock_s(groups[-1][0][0].start_utc, zone) <= SAME_TIME_S:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _habit(day: Day, target: DraftTarget, same: list[tuple[Booked, int]]) -> Draft | None:
    weeks = {week for _one, week in same}
    recent = sum(1 for week in weeks if week <= RECENT_WEEKS)
    if recent < LEAST_RECENT and len(weeks) < LEAST_HABIT:
        return None
    count, of = (recent, RECENT_WEEKS) if recent >= LEAST_RECENT else (len(weeks), HABIT_WEEKS)
    start_s = median_low([_clock_s(one.start_utc, day.zone) for one, _week in same])
    length = median_low([one.end_utc - one.start_utc for one, _week in same])
    start = _instant(day, start_s)
    usual = Span(start, start + length)
    parts = [part for free in day.free if (part := usual.intersect(free)) is not None]
    part = max(parts, key=lambda span: span.seconds, default=None)
    if part is None or part.seconds < SHORTEST_S or 2 * part.seconds < length:
        return None
    why = Why("suggest.pattern", count=count, of=of, day=day.day, time_utc=start)
    score = 0.35 + 0.55 * count / of
    return Draft(
        part,
        target,
        DraftSource.PATTERN,
        why,
        score,
        _always(one.narrative for one, _ in same),
        _always(one.activity for one, _ in same),
    )


def _instant(day: Day, clock_s: int) -> int:
    """Return when a clock shows a time on a work day, which may begin after midnight.

    An hour that happens twice is its first, one that never happens the moment of the jump: a draft may be inexact.
    """
    instants = []
    for date_of in (day.day, day.day + timedelta(days=1)):
        match resolve_local(date_of, clock_s, zone=day.zone):
            case Resolved(instant) | Ambiguous(first=instant) | Nonexistent(change=instant):
                instants.append(instant)
    return next((instant for instant in instants if day.bounds.contains(instant)), instants[0])


def _always(words: Iterable[str]) -> str:
    """Return what was said each time; "" where it differed."""
    said = set(words)
    return said.pop() if len(said) == 1 else ""


def _clock_s(instant: int, zone: ZoneInfo) -> int:
    at = local(instant, zone)
    return at.hour * 3600 + at.minute * 60 + at.second


def _from_neighbours(day: Day) -> list[Draft]:
    found = []
    for gap in day.gaps:
        before = max(
            (one for one in day.booked if abs(one.end_utc - gap.start_utc) <= BESIDE_S),
            key=lambda one: one.end_utc,
            default=None,
        )
        after = min(
            (one for one in day.booked if abs(one.start_utc - gap.end_utc) <= BESIDE_S),
            key=lambda one: one.start_utc,
            default=None,
        )
        if before is None:
            continue
        if after is not None and after.target == before.target and gap.seconds <= LONGEST_BETWEEN_S:
            why = Why("suggest.between")
            found.append(Draft(gap, before.target, DraftSource.RECENT, why, 0.72, "", before.activity))
        elif gap.seconds <= LONGEST_AFTER_S:
            why = Why("suggest.after", time_utc=before.end_utc)
            found.append(Draft(gap, before.target, DraftSource.RECENT, why, 0.36, "", before.activity))
    return found


def _from_plan(day: Day, planned: Sequence[Planned]) -> list[Draft]:
    """Return for each long gap the planned work that is due first; what was booked today already comes last."""
    done = {one.target.engagement for one in day.booked}
    by_due = sorted(planned, key=lambda p: (p.target.engagement in done, p.due is None, p.due or day.day, p.name))
    found = []
    for gap, work in zip((g for g in day.gaps if g.seconds >= PLAN_FROM_S), by_due, strict=False):
        left = None if work.due is None else (work.due - day.day).days
        score = 0.45 if left is not None and left <= 2 else 0.3
        found.append(
            Draft(gap, work.target, DraftSource.PLAN, Why("suggest.plan", day=work.due, text=work.name), score)
        )
    return found
