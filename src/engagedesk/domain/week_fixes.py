"""What can be done about each finding of the week check: the likeliest fix first, all of them values.

A fix names what it would change, down to the entry's version, so that it can be shown before it is done and done by
one command. Nothing here ever proposes to record less than was worked: an overlap is trimmed where two entries claim
the same minutes, and hours above standard are no item at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from engagedesk.domain.firm_profile import CheckKind
from engagedesk.domain.ids import CodeId, EngagementId, EntryId, TaskId
from engagedesk.domain.spans import Span
from engagedesk.domain.states import EDITABLE_STATES, EntryState, NonClientKind
from engagedesk.domain.week_check import Finding

MOST_CHOICES: Final = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that time can go to: a target with the words it is known by. ``code_text`` "" = awaits a code."""

    engagement: EngagementId | None
    code: CodeId | None
    task: TaskId | None
    label: str
    code_text: str
    activity: str = ""

    @property
    def key(self) -> tuple[bytes, bytes]:
        return (self.engagement or b"", self.code or b"")


@dataclass(frozen=True, slots=True)
class FixEntry:
    """An entry as a fix sees it. ``span`` None = a duration; of a running entry it ends now."""

    entry: EntryId
    version: int
    day: date
    span: Span | None
    zone: str
    state: EntryState
    target: Candidate
    narrative: str
    seconds: int = 0
    running: bool = False
    fillable: bool = True
    """Its target takes time on its day: a gap beside it may go there too."""

    @property
    def editable(self) -> bool:
        return self.state in EDITABLE_STATES


@dataclass(frozen=True, slots=True)
class FillGap:
    """Fill a gap to the second; what goes on beside it goes on with its narrative."""

    span: Span
    zone: str
    target: Candidate
    narrative: str = ""


@dataclass(frozen=True, slots=True)
class MakeRoom:
    """Take time out of an entry that another one claims too; ``splits``: it goes on after the other."""

    entry: EntryId
    version: int
    span: Span
    label: str
    """Which entry gives way."""
    splits: bool = False


@dataclass(frozen=True, slots=True)
class RemoveEntry:
    """Remove an entry whose time another one holds entirely."""

    entry: EntryId
    version: int
    label: str


@dataclass(frozen=True, slots=True)
class Narrate:
    """Give an entry its narrative; ``text`` is what is proposed and may be typed over."""

    entry: EntryId
    version: int
    text: str
    wrong: tuple[str, ...] = ()
    """Words in it that should not stand there."""


@dataclass(frozen=True, slots=True)
class NameActivity:
    """Give an entry its activity."""

    entry: EntryId
    version: int
    text: str


@dataclass(frozen=True, slots=True)
class Recode:
    """Put entries on a code; ``target`` None = none is likely, the person names one."""

    entries: tuple[EntryId, ...]
    target: Candidate | None


@dataclass(frozen=True, slots=True)
class BookHours:
    """Book what is missing of a standard day on a non-client code."""

    day: date
    seconds: int
    target: Candidate


@dataclass(frozen=True, slots=True)
class StopNow:
    """Stop the running timer."""


@dataclass(frozen=True, slots=True)
class EndNow:
    """End an entry that reaches into the future now."""

    entry: EntryId
    version: int
    end_utc: int


@dataclass(frozen=True, slots=True)
class AnswerAway:
    """Ask what the time away was; ``period`` names its record."""

    period: bytes


@dataclass(frozen=True, slots=True)
class LookAt:
    """Nothing to do here: show where it lies."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave it as it is: it is not mentioned again, and a line without an open code stays behind as a draft."""


Fix = (
    FillGap
    | MakeRoom
    | RemoveEntry
    | Narrate
    | NameActivity
    | Recode
    | BookHours
    | StopNow
    | EndNow
    | AnswerAway
    | LookAt
    | Leave
)


@dataclass(frozen=True, slots=True)
class FixFacts:
    """What fixes are made of. Candidates come likeliest first, last texts by (engagement, code)."""

    entries: Mapping[EntryId, FixEntry]
    recent: Sequence[Candidate] = ()
    codes: Mapping[EntryId, Sequence[Candidate]] = field(default_factory=dict)
    """For an entry without an open code: the open codes that it may belong on."""
    narratives: Mapping[EntryId, str] = field(default_factory=dict)
    """The last narrative of the entry's code, for an entry without one."""
    activities: Mapping[EntryId, str] = field(default_factory=dict)
    non_client: Sequence[tuple[NonClientKind, Candidate]] = ()
    now_utc: int = 0


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One line of the list: a finding (or several of one kind on one code), and its fixes, the proposed one first.

    ``fixes`` is never empty. ``key`` names the item across refreshes.
    """

    key: str
    finding: Finding
    count: int
    entries: tuple[EntryId, ...]
    seconds: int
    fixes: tuple[Fix, ...]


_SAID_ELSEWHERE: Final = frozenset({CheckKind.OVER_DAY, CheckKind.SHORT_WEEK})
"""Figures of the week stand under the list: more than standard needs nothing, and a short week has short days."""
_OF_CODE: Final = frozenset({CheckKind.MISSING_CODE, CheckKind.CLOSED_CODE, CheckKind.NOT_YET_VALID_CODE})
_TOGETHER: Final = _OF_CODE | {CheckKind.OPEN_GATE}
_OF_NARRATIVE: Final = frozenset(
    {
        CheckKind.EMPTY_NARRATIVE,
        CheckKind.NARRATIVE_SHORT,
        CheckKind.NARRATIVE_LONG,
        CheckKind.FORBIDDEN_WORD,
        CheckKind.OTHER_CLIENT,
    }
)
_WHOLE_DAY: Final = (NonClientKind.LEAVE, NonClientKind.SICKNESS, NonClientKind.HOLIDAY)


def check_items(findings: Sequence[Finding], facts: FixFacts) -> tuple[CheckItem, ...]:
    """Return the list of a week: findings with their fixes, those that one batch settles taken together."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.kind not in _SAID_ELSEWHERE:
            groups.setdefault(_key(finding, facts), []).append(finding)
    return tuple(_item(key, found, facts) for key, found in groups.items())


def _key(finding: Finding, facts: FixFacts) -> str:
    if finding.kind in _TOGETHER and finding.entry is not None:
        engagement, code = facts.entries[finding.entry].target.key
        # Entries that may go on other codes are another batch.
        likely = ",".join((c.code or b"").hex() for c in facts.codes.get(finding.entry, ()))
        return f"{finding.kind.value}/{engagement.hex()}/{code.hex()}/{likely}"
    parts = [finding.kind.value, finding.day.isoformat()]
    parts += [one.hex() for one in (finding.entry, finding.other) if one is not None]
    if finding.span is not None:
        parts += [str(finding.span.start_utc), str(finding.span.end_utc)]
    if finding.kind in _OF_NARRATIVE and finding.entry is not None:
        # Left as it is means this text: another one is looked at again.
        parts.append(str(facts.entries[finding.entry].version))
    if finding.kind is CheckKind.SHORT_DAY:
        parts.append(str(finding.params["seconds"]))
    return "/".join(parts)


def _item(key: str, found: Sequence[Finding], facts: FixFacts) -> CheckItem:
    first = found[0]
    entries = tuple(f.entry for f in found if f.entry is not None)
    known = [facts.entries[entry] for entry in entries if entry in facts.entries]
    seconds = sum(e.seconds for e in known)
    return CheckItem(key, first, len(found), entries, seconds, _fixes(first, entries, facts)[:MOST_CHOICES])


def _fixes(finding: Finding, entries: tuple[EntryId, ...], facts: FixFacts) -> tuple[Fix, ...]:
    kind = finding.kind
    entry = None if finding.entry is None else facts.entries.get(finding.entry)
    if kind is CheckKind.GAP and finding.span is not None:
        return (*_fillings(finding.span, facts), Leave())
    if kind is CheckKind.OVERLAP:
        return (*_trimmings(finding, facts), LookAt(), Leave())
    if kind is CheckKind.SHORT_DAY:
        return (*_bookings(finding, facts), Leave())
    if kind is CheckKind.AWAY_UNANSWERED and isinstance(period := finding.params.get("period"), bytes):
        return (AnswerAway(period), LookAt(), Leave())
    if kind is CheckKind.RUNNING:
        return (StopNow(), Leave())
    if entry is None or not entry.editable:
        return (LookAt(), Leave())
    if kind in _OF_CODE:
        editable = tuple(e for e in entries if facts.entries[e].editable)
        likely = [Recode(editable, candidate) for candidate in facts.codes.get(entry.entry, ())]
        # Where no code is open the line stays behind; a code can still be typed.
        return (*likely[: MOST_CHOICES - 1], Leave()) if likely else (Leave(), Recode(editable, None))
    if kind is CheckKind.MISSING_ENGAGEMENT:
        near = _near(entry, facts)
        return (*(Recode((entry.entry,), c) for c in near[: MOST_CHOICES - 2]), Recode((entry.entry,), None), Leave())
    if kind in _OF_NARRATIVE:
        wrong = str(finding.params.get("words") or finding.params.get("names") or "")
        text = entry.narrative or facts.narratives.get(entry.entry, "")
        return (Narrate(entry.entry, entry.version, text, tuple(w for w in wrong.split(", ") if w)), Leave())
    if kind is CheckKind.MISSING_FIELD and finding.params.get("field") == "activity":
        return (NameActivity(entry.entry, entry.version, facts.activities.get(entry.entry, "")), Leave())
    if kind is CheckKind.FUTURE and entry.span is not None and entry.span.start_utc < facts.now_utc:
        return (EndNow(entry.entry, entry.version, facts.now_utc), LookAt(), Leave())
    # An open gate is flagged, never refused; a task is chosen where the entry stands.
    return (Leave(), LookAt()) if kind is CheckKind.OPEN_GATE else (LookAt(), Leave())


def _fillings(gap: Span, facts: FixFacts) -> list[Fix]:
    """Return what may fill a gap: the entry before it, the one after it, then what was used last."""
    timed = [e for e in facts.entries.values() if e.span is not None]
    before = [e for e in timed if e.span is not None and e.span.end_utc == gap.start_utc]
    after = [e for e in timed if e.span is not None and e.span.start_utc == gap.end_utc]
    zone = (before or after or timed)[0].zone
    beside = [e for e in (*before, *after) if e.fillable]
    narratives = {e.target.key: e.narrative for e in reversed(beside)}
    near = _distinct([*(e.target for e in beside), *facts.recent])
    return [FillGap(gap, zone, target, narratives.get(target.key, "")) for target in near[: MOST_CHOICES - 1]]


def _near(entry: FixEntry, facts: FixFacts) -> list[Candidate]:
    """Return what an entry without any target may be: what stands around it on its day, then what was used last."""
    if entry.span is None:
        others = [e for e in facts.entries.values() if e.day == entry.day and e.entry != entry.entry]
        around = [e.target for e in others if e.fillable]
    else:
        at = entry.span.start_utc
        timed = [e for e in facts.entries.values() if e.span is not None and e.entry != entry.entry]
        near = sorted(timed, key=lambda e: abs((e.span.start_utc if e.span is not None else at) - at))
        around = [e.target for e in near if e.day == entry.day and e.fillable]
    return [c for c in _distinct([*around, *facts.recent]) if c.code is not None]


def _distinct(candidates: Sequence[Candidate]) -> list[Candidate]:
    found: dict[tuple[bytes, bytes], Candidate] = {}
    for candidate in candidates:
        if candidate.engagement is not None or candidate.code is not None:
            found.setdefault(candidate.key, candidate)
    return list(found.values())


def _trimmings(finding: Finding, facts: FixFacts) -> list[Fix]:
    """Return both ways to settle who worked the shared minutes; the one that keeps the later start comes first.

    Switching without stopping is the usual cause: the entry that began first runs on into the next.
    """
    if finding.entry is None or finding.other is None or finding.span is None:
        return []
    first, second = facts.entries[finding.entry], facts.entries[finding.other]
    if first.span is None or second.span is None:
        return []
    if (second.span.start_utc, -second.span.end_utc) < (first.span.start_utc, -first.span.end_utc):
        first, second = second, first
    return [*_giving_way(first, finding.span), *_giving_way(second, finding.span)]


def _giving_way(entry: FixEntry, shared: Span) -> list[Fix]:
    span = entry.span
    if not entry.editable or span is None:
        return []
    if shared == span:
        return [] if entry.running else [RemoveEntry(entry.entry, entry.version, entry.target.label)]
    if entry.running and shared.end_utc >= span.end_utc:
        # Its end is now: only its start can give way.
        return []
    splits = span.start_utc < shared.start_utc and shared.end_utc < span.end_utc
    return [MakeRoom(entry.entry, entry.version, shared, entry.target.label, splits)]


def _bookings(finding: Finding, facts: FixFacts) -> list[Fix]:
    recorded, standard = _whole(finding, "seconds"), _whole(finding, "standard_seconds")
    missing = standard - recorded
    wanted = _WHOLE_DAY if recorded == 0 else (NonClientKind.ADMINISTRATION,)
    ordered = sorted(facts.non_client, key=lambda one: one[0] not in wanted)
    return [BookHours(finding.day, missing, target) for _, target in ordered[: MOST_CHOICES - 1]]


def _whole(finding: Finding, name: str) -> int:
    value = finding.params[name]
    return value if isinstance(value, int) else 0
