"""What a quick-entry line is read against, and the three answers that reading gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo

from engagedesk.domain.days import WorkDays
from engagedesk.domain.quick_match import Target, TargetCode, TargetIndex, TargetTask
from engagedesk.domain.spans import Span
from engagedesk.errors import AmbiguousTarget, UserError


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
    """One answer to a question, or one completion: ``text`` is the whole line that says it.

    ``target`` and ``code`` are what it names, None where it answers another question; ``first`` and ``last`` are the
    place in ``text`` of what was put in.
    """

    label: str
    text: str
    target: Target | None = None
    code: TargetCode | None = None
    first: int = 0
    last: int = 0


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
