"""What a person should look at before a week goes to the firm.

The check warns. It blocks only what the firm's profile says, and it never asks anyone to record fewer hours: hours
above standard are stated as information.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from engagedesk.domain.days import DayPart, WorkDays
from engagedesk.domain.entry import EntryFacts, Lack, lacks, words_found
from engagedesk.domain.firm_profile import CheckKind, FirmProfile
from engagedesk.domain.ids import EngagementId, EntryId
from engagedesk.domain.spans import Span, gaps, overlapping_pairs
from engagedesk.domain.states import CodeStanding


@dataclass(frozen=True, slots=True)
class CheckEntry:
    """One entry as the check sees it. ``span`` None = a duration; of a running entry it ends now."""

    entry: EntryId
    parts: tuple[DayPart, ...]
    span: Span | None
    zone: ZoneInfo
    label: str
    code: str | None
    standing: CodeStanding
    narrative: str
    activity: str = ""
    has_task: bool = False
    has_target: bool = True
    is_client: bool = True
    engagement_id: EngagementId | None = None
    running: bool = False
    is_reversal: bool = False
    open_gate: bool = False

    @property
    def day(self) -> date:
        return self.parts[0].day

    @property
    def seconds(self) -> int:
        return sum(part.seconds for part in self.parts)


@dataclass(frozen=True, slots=True)
class UnansweredAway:
    """Time away of which nobody has said yet what it was; ``period`` names its record."""

    period: bytes
    day: date
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the check found. ``code`` is ``check.`` and the kind; the wording takes it with ``params``.

    ``span`` is the gap or the time that two entries claim; ``other`` is the second entry of an overlap.
    """

    kind: CheckKind
    day: date
    entry: EntryId | None = None
    other: EntryId | None = None
    span: Span | None = None
    params: Mapping[str, object] = field(default_factory=dict)
    blocks: bool = False

    @property
    def code(self) -> str:
        return f"check.{self.kind.value}"


_OF_LACK: Final = {
    Lack.RUNNING: CheckKind.RUNNING,
    Lack.ENGAGEMENT: CheckKind.MISSING_ENGAGEMENT,
    Lack.CODE_MISSING: CheckKind.MISSING_CODE,
    Lack.CODE_CLOSED: CheckKind.CLOSED_CODE,
    Lack.CODE_NOT_YET_VALID: CheckKind.NOT_YET_VALID_CODE,
    Lack.NARRATIVE: CheckKind.EMPTY_NARRATIVE,
    Lack.NARRATIVE_SHORT: CheckKind.NARRATIVE_SHORT,
    Lack.NARRATIVE_LONG: CheckKind.NARRATIVE_LONG,
    Lack.FORBIDDEN_WORD: CheckKind.FORBIDDEN_WORD,
    Lack.ACTIVITY: CheckKind.MISSING_FIELD,
    Lack.TASK: CheckKind.MISSING_FIELD,
}
_NEVER_BLOCKS: Final = frozenset(
    {
        CheckKind.MISSING_CODE,
        CheckKind.CLOSED_CODE,
        CheckKind.NOT_YET_VALID_CODE,
        CheckKind.MISSING_ENGAGEMENT,
        CheckKind.OPEN_GATE,
        CheckKind.OVER_DAY,
    }
)
"""Held back instead, flagged instead, or mere information."""
NOTICED_S: Final = 60
"""Times are shown in minutes: what lacks seconds of its standard hours would be "0 min short"."""
_ORDER: Final = {kind: place for place, kind in enumerate(CheckKind)}


def check_week(
    entries: Sequence[CheckEntry],
    days: Sequence[date],
    *,
    profile: FirmProfile,
    work_days: WorkDays,
    home: ZoneInfo,
    now_utc: int,
    other_clients: Mapping[EngagementId, tuple[str, ...]] | None = None,
    away: Sequence[UnansweredAway] = (),
    breaks: Sequence[Span] = (),
) -> tuple[Finding, ...]:
    """Return all findings of a week, by day, then kind.

    ``home`` is the zone that says which day is today; a day without any time is short only once it is over.
    ``other_clients`` gives, for an engagement, the names that its narratives must not hold; None = not checked.
    ``breaks`` are no gaps.
    """
    found: list[Finding] = []
    for entry in entries:
        found += _of_entry(entry, profile, now_utc=now_utc, other_clients=other_clients or {})
    found += _overlaps(entries, days)
    found += [
        Finding(
            CheckKind.AWAY_UNANSWERED,
            a.day,
            span=a.span,
            params={"minutes": a.span.seconds // 60, "period": a.period},
        )
        for a in away
    ]
    unanswered = [a.span for a in away]
    # What somebody will be asked about is one question, not two.
    found += [
        gap
        for gap in _gaps(entries, days, work_days=work_days, at_least_s=profile.gap_min * 60, breaks=breaks)
        if gap.span is None or not any(gap.span.overlaps(span) for span in unanswered)
    ]
    found += _hours(entries, days, profile=profile, today=work_days.day_of(now_utc, home))
    inside = set(days)
    kept = [
        Finding(f.kind, f.day, f.entry, f.other, f.span, f.params, f.kind in profile.blocks - _NEVER_BLOCKS)
        for f in found
        if f.day in inside
    ]
    return tuple(sorted(kept, key=lambda f: (f.day, _ORDER[f.kind], f.span or Span(0, 0), f.entry or b"")))


def _of_entry(
    entry: CheckEntry,
    profile: FirmProfile,
    *,
    now_utc: int,
    other_clients: Mapping[EngagementId, tuple[str, ...]],
) -> list[Finding]:
    facts = EntryFacts(
        seconds=entry.seconds,
        standing=entry.standing,
        narrative=entry.narrative,
        activity=entry.activity,
        has_task=entry.has_task,
        has_target=entry.has_target,
        is_client=entry.is_client,
        running=entry.running,
        is_reversal=entry.is_reversal,
    )
    params: dict[str, object] = {"engagement": entry.label, "code": entry.code or ""}
    found: list[Finding] = []
    for lack in lacks(facts, profile):
        if lack not in _OF_LACK:
            continue
        extra: dict[str, object] = {}
        if lack is Lack.FORBIDDEN_WORD:
            extra["words"] = ", ".join(words_found(entry.narrative, profile.forbidden_words))
        elif lack in (Lack.NARRATIVE_LONG, Lack.NARRATIVE_SHORT):
            extra |= {"letters": len(entry.narrative.strip()), "limit": profile.narrative_max}
            extra["least"] = profile.narrative_min
        elif lack in (Lack.ACTIVITY, Lack.TASK):
            extra["field"] = lack.value
        found.append(Finding(_OF_LACK[lack], entry.day, entry.entry, params={**params, **extra}))
    names = other_clients.get(entry.engagement_id, ()) if entry.engagement_id is not None else ()
    if entry.narrative and (met := words_found(entry.narrative, names)):
        found.append(
            Finding(CheckKind.OTHER_CLIENT, entry.day, entry.entry, params={**params, "names": ", ".join(met)})
        )
    if entry.open_gate:
        found.append(Finding(CheckKind.OPEN_GATE, entry.day, entry.entry, params=params))
    if entry.span is not None and not entry.running and entry.span.end_utc > now_utc:
        found.append(Finding(CheckKind.FUTURE, entry.day, entry.entry, params=params))
    return found


def _overlaps(entries: Sequence[CheckEntry], days: Sequence[date]) -> list[Finding]:
    timed = [e for e in entries if e.span is not None]
    found = []
    for overlap in overlapping_pairs([e.span for e in timed if e.span is not None]):
        first, second = timed[overlap.first], timed[overlap.second]
        day = next((p.day for p in second.parts if p.day in days), second.day)
        params: dict[str, object] = {
            "first": first.label,
            "second": second.label,
            "minutes": max(1, overlap.span.seconds // 60),
        }
        found.append(Finding(CheckKind.OVERLAP, day, first.entry, second.entry, overlap.span, params))
    return found


def _gaps(
    entries: Sequence[CheckEntry],
    days: Sequence[date],
    *,
    work_days: WorkDays,
    at_least_s: int,
    breaks: Sequence[Span],
) -> list[Finding]:
    found = []
    for day in days:
        timed = [e for e in entries if e.span is not None and any(p.day == day for p in e.parts)]
        if not timed:
            continue
        bounds = work_days.bounds(day, timed[0].zone)
        spans = [*(e.span for e in timed if e.span is not None), *breaks]
        found += [
            Finding(CheckKind.GAP, day, span=gap, params={"minutes": gap.seconds // 60})
            for gap in gaps(spans, bounds, at_least_s=max(1, at_least_s))
        ]
    return found


def _hours(entries: Sequence[CheckEntry], days: Sequence[date], *, profile: FirmProfile, today: date) -> list[Finding]:
    recorded = dict.fromkeys(days, 0)
    for part in _parts(entries):
        if part.day in recorded:
            recorded[part.day] += part.seconds
    found: list[Finding] = []
    for day in days:
        standard = profile.standard_s(day)
        params: dict[str, object] = {"seconds": recorded[day], "standard_seconds": standard}
        if day < today and standard - recorded[day] >= NOTICED_S:
            found.append(Finding(CheckKind.SHORT_DAY, day, params=params))
        elif recorded[day] > standard > 0:
            found.append(Finding(CheckKind.OVER_DAY, day, params=params))
    total, standard = sum(recorded.values()), sum(map(profile.standard_s, days))
    if days and days[-1] < today and standard - total >= NOTICED_S:
        week_params: dict[str, object] = {"seconds": total, "standard_seconds": standard}
        found.append(Finding(CheckKind.SHORT_WEEK, days[-1], params=week_params))
    return found


def _parts(entries: Iterable[CheckEntry]) -> Iterable[DayPart]:
    return (part for entry in entries for part in entry.parts)
