"""Commands about away time: it begins, it ends, it is answered.

Beginning and ending are facts that the desktop told; an answer is the person's, and one step of undo. An answer to a
period that has its answer already changes nothing where it is the same one, and is refused where it is another.
Entries that were edited, submitted or deleted meanwhile are left as they are: kept time then becomes an entry of its
own beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import select

from engagedesk.domain.away import AwayPolicy, Then, allot, closed, free_parts, resume_utc
from engagedesk.domain.days import zone_named
from engagedesk.domain.entry import state_after_edit
from engagedesk.domain.ids import AwayId, EntryId
from engagedesk.domain.spans import Span
from engagedesk.domain.states import EDITABLE_STATES, AwayAnswer, AwayCause, EntrySource, EntryState
from engagedesk.errors import UserError
from engagedesk.models.away import AwayPeriod
from engagedesk.models.time import TimeEntry
from engagedesk.services import rules
from engagedesk.services.command import Command, CommandClass, WriteSession
from engagedesk.services.commands.time import Work, running_row, work_values
from engagedesk.services.queries.away import claimed


@dataclass(frozen=True, slots=True)
class AwayPart:
    """One part of a split: what it was for, None = a break."""

    seconds: int
    work: Work | None


@dataclass(frozen=True, slots=True)
class AwayEnded:
    """What a return did. ``counted`` = the gap was so short that it counts as work; nobody is asked."""

    away: AwayId
    counted: bool


@dataclass(frozen=True, slots=True)
class AwayAnswered:
    """What an answer did: the entries that hold the time now, and the one that runs."""

    entries: tuple[EntryId, ...]
    running: EntryId | None
    changed: bool = True
    """False = it had this answer already."""


@dataclass(frozen=True)
class BeginAway(Command[AwayId | None]):
    """End the running entry at the person's last sign and open an away period there.

    Answers None where no timer runs any more, or another one than ``entry``: there is nothing to end then.
    """

    label: ClassVar[str] = "away"
    command_class: ClassVar[CommandClass] = CommandClass.SYSTEM_FACT
    undoable: ClassVar[bool] = False
    urgent: ClassVar[bool] = True

    start_utc: int
    cause: AwayCause
    now_utc: int
    zone: str
    entry: EntryId | None = None
    """The entry that the desktop was watched for; None = whichever runs."""

    def apply(self, session: WriteSession) -> AwayId | None:
        running = running_row(session)
        if running is None or running.start_utc is None or (self.entry is not None and running.id != self.entry):
            return None
        start_utc = max(running.start_utc, min(self.start_utc, self.now_utc))
        left_open = session.scalar(select(AwayPeriod).where(AwayPeriod.end_utc.is_(None)))
        if left_open is not None:
            # The program never saw that return; the timer that runs since shows when it was at the latest.
            left_open.end_utc = max(left_open.start_utc, min(running.start_utc, start_utc))
            session.flush()
        running.end_utc = start_utc
        running.seconds = start_utc - running.start_utc
        running.changed_utc = self.now_utc
        away = AwayPeriod(
            id=session.new_id(),
            entry_id=running.id,
            start_utc=start_utc,
            end_utc=None,
            zone=self.zone,
            cause=self.cause,
            answer=None,
            answered_utc=None,
        )
        session.add(away)
        return AwayId(away.id)


@dataclass(frozen=True)
class EndAway(Command[AwayEnded | None]):
    """Note that the person is back. A gap that counts as work by the policy is taken back at once.

    Answers None where nobody is away.
    """

    label: ClassVar[str] = "back"
    command_class: ClassVar[CommandClass] = CommandClass.SYSTEM_FACT
    undoable: ClassVar[bool] = False

    end_utc: int
    now_utc: int
    policy: AwayPolicy

    def apply(self, session: WriteSession) -> AwayEnded | None:
        away = session.scalar(select(AwayPeriod).where(AwayPeriod.end_utc.is_(None)))
        if away is None:
            return None
        running = running_row(session)
        period = closed(
            away.start_utc,
            self.end_utc,
            now_utc=self.now_utc,
            timer_since_utc=None if running is None else running.start_utc,
        )
        away.end_utc = period.end_utc
        counted = self.policy.counts_as_work(away.cause, period.seconds)
        if counted:
            _keep(session, away, period, then=Then.CONTINUE, now_utc=self.now_utc)
            _settle(away, AwayAnswer.KEEP, now_utc=self.now_utc)
        return AwayEnded(AwayId(away.id), counted)


@dataclass(frozen=True)
class KeepAway(Command[AwayAnswered]):
    """Count the whole period as worked on its entry, which goes on under the same id.

    Time that other entries claimed meanwhile stays theirs. Where the entry was edited or submitted since, the time
    becomes an entry of its own; ``UserError`` where it was deleted, because nothing says then what it was for.
    """

    label: ClassVar[str] = "keep away time"

    away: AwayId
    then: Then
    now_utc: int

    def apply(self, session: WriteSession) -> AwayAnswered:
        found = _open_question(session, self.away, AwayAnswer.KEEP, now_utc=self.now_utc)
        if isinstance(found, AwayAnswered):
            return found
        away, period = found
        if session.get(TimeEntry, away.entry_id) is None:
            raise UserError("away.entry_gone")
        done = _keep(session, away, period, then=self.then, now_utc=self.now_utc)
        _settle(away, AwayAnswer.KEEP, now_utc=self.now_utc)
        return done


@dataclass(frozen=True)
class DiscardAway(Command[AwayAnswered]):
    """Leave the period unallocated: it is a gap from now on, and no longer a question."""

    label: ClassVar[str] = "discard away time"

    away: AwayId
    then: Then
    now_utc: int

    def apply(self, session: WriteSession) -> AwayAnswered:
        found = _open_question(session, self.away, AwayAnswer.DISCARD, now_utc=self.now_utc)
        if isinstance(found, AwayAnswered):
            return found
        away, period = found
        running = _go_on(session, away, period, then=self.then, now_utc=self.now_utc)
        _settle(away, AwayAnswer.DISCARD, now_utc=self.now_utc)
        return AwayAnswered((), running)


@dataclass(frozen=True)
class SplitAway(Command[AwayAnswered]):
    """Allot the period to several codes and breaks, one after the other from its start.

    A first part for the very work of the entry lets that entry go on. What the parts leave over stays unallocated.
    """

    label: ClassVar[str] = "split away time"

    away: AwayId
    parts: tuple[AwayPart, ...]
    then: Then
    now_utc: int

    def apply(self, session: WriteSession) -> AwayAnswered:
        lengths = tuple(part.seconds for part in self.parts)
        found = _open_question(session, self.away, AwayAnswer.SPLIT, now_utc=self.now_utc)
        if isinstance(found, AwayAnswered):
            return found
        away, period = found
        allotted = allot(period, lengths, _claimed(session, period))
        breaks_only = all(part.work is None for part in self.parts) and sum(lengths) == period.seconds
        held: list[EntryId] = []
        for piece in allotted:
            work = self.parts[piece.part].work
            if work is not None:
                held.append(self._allot(session, away, piece.span, work))
            elif not breaks_only:
                _note_break(session, away, piece.span, now_utc=self.now_utc)
        running = _go_on(session, away, period, then=self.then, now_utc=self.now_utc)
        _settle(away, AwayAnswer.BREAK if breaks_only else AwayAnswer.SPLIT, now_utc=self.now_utc)
        return AwayAnswered(tuple(held), running)

    def _allot(self, session: WriteSession, away: AwayPeriod, span: Span, work: Work) -> EntryId:
        entry = session.get(TimeEntry, away.entry_id)
        if entry is not None and _is_its_work(entry, work) and _joins(entry, span):
            return _extend(entry, span.end_utc, now_utc=self.now_utc)
        return _add(session, away, span, work_values(session, work), now_utc=self.now_utc)


def _open_question(
    session: WriteSession, away_id: AwayId, answer: AwayAnswer, *, now_utc: int
) -> tuple[AwayPeriod, Span] | AwayAnswered:
    """Return the period to answer, ended now where the person answers before the desktop saw them return."""
    away = session.one(AwayPeriod, away_id)
    if away.answer is not None:
        same = {away.answer, answer} <= {AwayAnswer.SPLIT, AwayAnswer.BREAK} or away.answer is answer
        if not same:
            raise UserError("away.answered", answer=away.answer.value)
        return AwayAnswered((), None, changed=False)
    if away.end_utc is None:
        running = running_row(session)
        since = None if running is None else running.start_utc
        period = closed(away.start_utc, now_utc, now_utc=now_utc, timer_since_utc=since)
        away.end_utc = period.end_utc
    return away, Span(away.start_utc, away.end_utc)


def _settle(away: AwayPeriod, answer: AwayAnswer, *, now_utc: int) -> None:
    away.answer = answer
    away.answered_utc = now_utc


def _keep(session: WriteSession, away: AwayPeriod, period: Span, *, then: Then, now_utc: int) -> AwayAnswered:
    entry = session.get(TimeEntry, away.entry_id)
    if entry is None:
        return AwayAnswered((), None)
    held: list[EntryId] = []
    for part in free_parts(period, _claimed(session, period)):
        if _joins(entry, part):
            held.append(_extend(entry, part.end_utc, now_utc=now_utc))
        else:
            held.append(_add(session, away, part, _same_work(entry), now_utc=now_utc))
    return AwayAnswered(tuple(held), _go_on(session, away, period, then=then, now_utc=now_utc))


def _go_on(session: WriteSession, away: AwayPeriod, period: Span, *, then: Then, now_utc: int) -> EntryId | None:
    """Go on with the entry's work after the period, where that is wanted, possible, and no timer runs already.

    An entry that reaches to the end of the period simply runs again; else its work starts anew.
    """
    session.flush()
    entry = session.get(TimeEntry, away.entry_id)
    running = running_row(session)
    if then is Then.STOP or entry is None or running is not None:
        return None if running is None else EntryId(running.id)
    since = Span(period.end_utc, max(period.end_utc, now_utc))
    start_utc = resume_utc(period, now_utc, _claimed(session, since))
    if start_utc == period.end_utc and entry.end_utc == period.end_utc and _may_change(entry):
        entry.end_utc = None
        entry.seconds = 0
        entry.changed_utc = now_utc
        entry.last_activity_utc = max(start_utc, now_utc)
        entry.state = state_after_edit(entry.state)
        return EntryId(entry.id)
    row = TimeEntry(
        id=session.new_id(),
        work_day=rules.work_days(session).day_of(start_utc, zone_named(away.zone)),
        start_utc=start_utc,
        end_utc=None,
        seconds=0,
        zone=away.zone,
        state=EntryState.DRAFT,
        source=EntrySource.TIMER,
        changed_utc=now_utc,
        last_activity_utc=max(start_utc, now_utc),
        **_same_work(entry),
    )
    session.add(row)
    return EntryId(row.id)


def _may_change(entry: TimeEntry) -> bool:
    return entry.state in EDITABLE_STATES and entry.reverses_id is None


def _joins(entry: TimeEntry, part: Span) -> bool:
    """Say whether the entry can simply last longer: it still ends where the part begins, and may be edited."""
    return entry.end_utc == part.start_utc and entry.start_utc is not None and _may_change(entry)


def _extend(entry: TimeEntry, end_utc: int, *, now_utc: int) -> EntryId:
    entry.end_utc = end_utc
    entry.seconds = end_utc - (entry.start_utc or end_utc)
    entry.changed_utc = now_utc
    entry.state = state_after_edit(entry.state)
    return EntryId(entry.id)


def _add(session: WriteSession, away: AwayPeriod, span: Span, values: dict[str, Any], *, now_utc: int) -> EntryId:
    row = TimeEntry(
        id=session.new_id(),
        work_day=rules.work_days(session).day_of(span.start_utc, zone_named(away.zone)),
        start_utc=span.start_utc,
        end_utc=span.end_utc,
        seconds=span.seconds,
        zone=away.zone,
        state=EntryState.DRAFT,
        source=EntrySource.AWAY,
        changed_utc=now_utc,
        **values,
    )
    session.add(row)
    return EntryId(row.id)


def _note_break(session: WriteSession, away: AwayPeriod, span: Span, *, now_utc: int) -> None:
    session.add(
        AwayPeriod(
            id=session.new_id(),
            entry_id=away.entry_id,
            start_utc=span.start_utc,
            end_utc=span.end_utc,
            zone=away.zone,
            cause=away.cause,
            answer=AwayAnswer.BREAK,
            answered_utc=now_utc,
        )
    )


def _same_work(entry: TimeEntry) -> dict[str, Any]:
    return {
        "engagement_id": entry.engagement_id,
        "code_id": entry.code_id,
        "phase_id": entry.phase_id,
        "task_id": entry.task_id,
        "activity": entry.activity,
        "narrative": entry.narrative,
        "chargeable": entry.chargeable,
    }


def _is_its_work(entry: TimeEntry, work: Work) -> bool:
    """Say whether a part names the entry's own target; words of its own make it another entry."""
    target = work.target
    same = target.code == entry.code_id and target.task in (None, entry.task_id)
    engagement = target.engagement in (None, entry.engagement_id)
    words = work.narrative in ("", entry.narrative) and work.activity in ("", entry.activity)
    return same and engagement and words and (entry.engagement_id is not None or entry.code_id is not None)


def _claimed(session: WriteSession, stretch: Span) -> tuple[Span, ...]:
    session.flush()
    return claimed(session, stretch)
