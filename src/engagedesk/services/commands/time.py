"""Commands about the timer and time entries.

Raw time is never rounded here. An entry's ``work_day`` is fixed when its start is written, by the rule that holds
then, so that a later rule rewrites no history.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, ClassVar, Final

from sqlalchemy import select

from engagedesk.domain import timer
from engagedesk.domain.days import zone_named
from engagedesk.domain.entry import (
    EntryStep,
    check_deletable,
    check_duration,
    check_editable,
    check_span,
    check_texts,
    next_state,
    reverse,
    state_after_edit,
)
from engagedesk.domain.ids import CodeId, EngagementId, EntryId, TaskId
from engagedesk.domain.spans import Span
from engagedesk.domain.states import EntrySource, EntryState
from engagedesk.errors import UserError
from engagedesk.models.engagements import ChargeCode, Engagement, Task
from engagedesk.models.time import TimeEntry
from engagedesk.services import rules
from engagedesk.services.command import Command, CommandClass, WriteSession
from engagedesk.services.commands.engagements import assign
from engagedesk.services.commands.text import cleaned
from engagedesk.services.images import Scalar


class Unset(Enum):
    """The one value that says "leave as it is" where None has a meaning."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET


@dataclass(frozen=True, slots=True)
class Target:
    """What time is for. Engagement without code = awaiting code; nothing at all = unassigned."""

    engagement: EngagementId | None = None
    code: CodeId | None = None
    task: TaskId | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """What was done: a target with its words. ``chargeable`` None = as the code says."""

    target: Target = Target()
    narrative: str = ""
    activity: str = ""
    chargeable: bool | None = None


@dataclass(frozen=True, slots=True)
class Switched:
    """What starting a timer did."""

    started: EntryId
    stopped: EntryId | None
    stopped_seconds: int


@dataclass(frozen=True)
class StartTimer(Command[Switched]):
    """Start the timer; a running one stops at the same instant."""

    label: ClassVar[str] = "start timer"

    work: Work
    now_utc: int
    zone: str
    at_utc: int | None = None
    """None = now; earlier = back-dated."""
    source: EntrySource = EntrySource.TIMER

    def apply(self, session: WriteSession) -> Switched:
        running = running_row(session)
        decided = timer.start(None if running is None else _running(running), self.now_utc, at_utc=self.at_utc)
        if running is not None and decided.stopped is not None:
            # Kept even at 0 seconds: what was acknowledged is never silently taken away.
            _end(running, decided.stopped.span.end_utc, now_utc=self.now_utc)
            # The unique index over the running row wants the old one ended before the new one begins.
            session.flush()
        start_utc = decided.start_utc
        row = TimeEntry(
            id=session.new_id(),
            work_day=rules.work_days(session).day_of(start_utc, zone_named(self.zone)),
            start_utc=start_utc,
            end_utc=None,
            seconds=0,
            zone=self.zone,
            state=EntryState.DRAFT,
            source=self.source,
            changed_utc=self.now_utc,
            last_activity_utc=max(start_utc, self.now_utc),
            **work_values(session, self.work),
        )
        session.add(row)
        stopped = decided.stopped
        return Switched(
            EntryId(row.id), None if stopped is None else stopped.entry, 0 if stopped is None else stopped.seconds
        )


@dataclass(frozen=True)
class StopTimer(Command[timer.Stopped]):
    """Stop the running timer at an instant; ``UserError`` where none runs or the instant lies before its start."""

    label: ClassVar[str] = "stop timer"
    urgent: ClassVar[bool] = True

    now_utc: int
    at_utc: int | None = None
    """None = now."""

    def apply(self, session: WriteSession) -> timer.Stopped:
        running = running_row(session)
        stopped = timer.stop(None if running is None else _running(running), self.now_utc, at_utc=self.at_utc)
        if running is not None:
            _end(running, stopped.span.end_utc, now_utc=self.now_utc)
        return stopped


@dataclass(frozen=True)
class NoteActivity(Command[None]):
    """Note that the person is active while the timer runs; once a minute, outside images, undo and audit."""

    label: ClassVar[str] = "note activity"
    command_class: ClassVar[CommandClass] = CommandClass.BOOKKEEPING
    undoable: ClassVar[bool] = False

    at_utc: int

    def apply(self, session: WriteSession) -> None:
        running = running_row(session)
        if running is not None:
            running.last_activity_utc = max(self.at_utc, running.start_utc or 0)


@dataclass(frozen=True)
class AddEntry(Command[EntryId]):
    """Add a finished entry: a span, or seconds on a work day."""

    label: ClassVar[str] = "add entry"

    work: Work
    zone: str
    now_utc: int
    span: Span | None = None
    day: date | None = None
    seconds: int = 0
    source: EntrySource = EntrySource.MANUAL

    def apply(self, session: WriteSession) -> EntryId:
        row = TimeEntry(
            id=session.new_id(),
            zone=self.zone,
            state=EntryState.DRAFT,
            source=self.source,
            changed_utc=self.now_utc,
            **self._times(session),
            **work_values(session, self.work),
        )
        session.add(row)
        return EntryId(row.id)

    def _times(self, session: WriteSession) -> dict[str, Any]:
        if self.span is not None:
            check_span(self.span.start_utc, self.span.end_utc)
            return {
                "work_day": rules.work_days(session).day_of(self.span.start_utc, zone_named(self.zone)),
                "start_utc": self.span.start_utc,
                "end_utc": self.span.end_utc,
                "seconds": self.span.end_utc - self.span.start_utc,
            }
        if self.day is None:
            raise UserError("entry.when_missing")
        check_duration(self.seconds)
        return {"work_day": self.day, "seconds": self.seconds}


@dataclass(frozen=True, slots=True)
class EntryEdit:
    """What to change of an entry; ``UNSET`` leaves a field as it is.

    ``seconds`` and ``day`` are for durations; for a span set its ends.
    """

    start_utc: int | Unset = UNSET
    end_utc: int | Unset = UNSET
    day: date | Unset = UNSET
    seconds: int | Unset = UNSET
    target: Target | Unset = UNSET
    narrative: str | Unset = UNSET
    activity: str | Unset = UNSET
    chargeable: bool | Unset = UNSET


@dataclass(frozen=True)
class EditEntry(Command[None]):
    """Change an entry that is not submitted or posted; a ready one becomes draft again."""

    label: ClassVar[str] = "edit entry"

    entry: EntryId
    edit: EntryEdit
    now_utc: int
    version: int | None = None
    reason: str = ""

    def apply(self, session: WriteSession) -> None:
        row = session.seen(TimeEntry, self.entry, self.version)
        check_editable(row.state)
        values = {
            **_edited_times(session, row, self.edit, now_utc=self.now_utc),
            **_edited_work(session, row, self.edit),
        }
        if not assign(row, values):
            return
        row.changed_utc = self.now_utc
        row.state = state_after_edit(row.state)


@dataclass(frozen=True)
class DeleteEntry(Command[None]):
    """Delete an entry that is not submitted or posted; a running one only where that is said."""

    label: ClassVar[str] = "delete entry"

    entry: EntryId
    version: int | None = None
    reason: str = ""
    running_too: bool = False

    def apply(self, session: WriteSession) -> None:
        row = session.seen(TimeEntry, self.entry, self.version)
        running = row.start_utc is not None and row.end_utc is None
        check_deletable(row.state, running=running and not self.running_too)
        if session.scalar(select(TimeEntry.id).where(TimeEntry.reverses_id == row.id)) is not None:
            raise UserError("entry.already_reversed")
        session.delete(row)


@dataclass(frozen=True)
class MarkEntries(Command[int]):
    """Set entries to draft or ready; answers how many changed."""

    label: ClassVar[str] = "mark entries"

    entries: tuple[EntryId, ...]
    state: EntryState

    def apply(self, session: WriteSession) -> int:
        if self.state not in {EntryState.DRAFT, EntryState.READY}:
            raise UserError("entry.mark", state=self.state.value)
        changed = 0
        for entry in self.entries:
            row = session.one(TimeEntry, entry)
            if row.state is self.state:
                continue
            if self.state is EntryState.READY and row.end_utc is None and row.start_utc is not None:
                raise UserError("entry.running")
            step = EntryStep.MARK_READY if self.state is EntryState.READY else EntryStep.BACK_TO_DRAFT
            row.state = next_state(row.state, step)
            changed += 1
        return changed


@dataclass(frozen=True)
class RecodeEntries(Command[int]):
    """Put entries that await a code, or stand on a closed one, on another code: one step, one audit record."""

    label: ClassVar[str] = "recode entries"

    entries: tuple[EntryId, ...]
    code: CodeId
    now_utc: int
    reason: str = ""

    def apply(self, session: WriteSession) -> int:
        code = session.one(ChargeCode, self.code)
        for entry in self.entries:
            row = session.one(TimeEntry, entry)
            check_editable(row.state)
            target = Target(
                EngagementId(code.engagement_id) if code.engagement_id else None,
                self.code,
                TaskId(row.task_id) if row.task_id and row.engagement_id == code.engagement_id else None,
            )
            if assign(row, {**target_values(session, target), "chargeable": code.chargeable}):
                row.changed_utc = self.now_utc
                row.state = state_after_edit(row.state)
        return len(self.entries)

    def audit_facts(self) -> Mapping[str, Scalar]:
        return {"count": len(self.entries), "code": self.code.hex()}


@dataclass(frozen=True)
class ReverseEntry(Command[EntryId]):
    """Correct a posted entry by a reversing one: a negative duration in an open period that names what it reverses."""

    label: ClassVar[str] = "reverse entry"

    entry: EntryId
    now_utc: int
    reason: str

    def apply(self, session: WriteSession) -> EntryId:
        row = session.one(TimeEntry, self.entry)
        earlier = session.scalar(select(TimeEntry.id).where(TimeEntry.reverses_id == row.id))
        decided = reverse(
            self.entry,
            row.state,
            work_day=row.work_day,
            seconds=row.seconds,
            reason=self.reason,
            is_reversal=row.reverses_id is not None,
            already_reversed=earlier is not None,
        )
        reversal = TimeEntry(
            id=session.new_id(),
            work_day=decided.work_day,
            seconds=decided.seconds,
            zone=row.zone,
            engagement_id=row.engagement_id,
            code_id=row.code_id,
            phase_id=row.phase_id,
            task_id=row.task_id,
            activity=row.activity,
            narrative=row.narrative,
            chargeable=row.chargeable,
            state=EntryState.DRAFT,
            source=EntrySource.REVERSAL,
            reverses_id=row.id,
            changed_utc=self.now_utc,
        )
        session.add(reversal)
        return EntryId(reversal.id)


def running_row(session: WriteSession) -> TimeEntry | None:
    """Return the row without an end; there is at most one."""
    return session.scalar(select(TimeEntry).where(TimeEntry.end_utc.is_(None), TimeEntry.start_utc.is_not(None)))


def target_values(session: WriteSession, target: Target) -> dict[str, Any]:
    """Return the columns of a checked target: code and task belong to the engagement, the phase follows the task."""
    engagement_id: bytes | None = target.engagement
    phase_id: bytes | None = None
    if target.code is not None:
        code = session.one(ChargeCode, target.code)
        if engagement_id is not None and code.engagement_id != engagement_id:
            raise UserError("entry.code_of_other", code=code.code)
        engagement_id = code.engagement_id
    if engagement_id is not None:
        session.one(Engagement, engagement_id)
    if target.task is not None:
        task = session.one(Task, target.task)
        if task.engagement_id != engagement_id:
            raise UserError("entry.task_of_other", task=task.name)
        phase_id = task.phase_id
    return {
        "engagement_id": engagement_id,
        "code_id": target.code,
        "task_id": target.task,
        "phase_id": phase_id,
    }


def work_values(session: WriteSession, work: Work) -> dict[str, Any]:
    """Return the columns of checked work."""
    return {
        **target_values(session, work.target),
        **_texts(narrative=work.narrative, activity=work.activity),
        "chargeable": _chargeable(session, work.target.code) if work.chargeable is None else work.chargeable,
    }


def _texts(**texts: str) -> dict[str, Any]:
    clean = {name: cleaned(text, f"entry.{name}") for name, text in texts.items()}
    check_texts(clean.get("narrative", ""), clean.get("activity", ""))
    return clean


def _chargeable(session: WriteSession, code: CodeId | None) -> bool:
    return True if code is None else session.one(ChargeCode, code).chargeable


def _running(row: TimeEntry) -> timer.Running:
    return timer.Running(
        EntryId(row.id), start_utc=row.start_utc or 0, last_activity_utc=row.last_activity_utc or row.start_utc or 0
    )


def _end(row: TimeEntry, end_utc: int, *, now_utc: int) -> None:
    row.end_utc = end_utc
    row.seconds = end_utc - (row.start_utc or 0)
    row.changed_utc = now_utc


def _edited_times(session: WriteSession, row: TimeEntry, edit: EntryEdit, *, now_utc: int) -> dict[str, Any]:
    span_edit = not isinstance(edit.start_utc, Unset) or not isinstance(edit.end_utc, Unset)
    duration_edit = not isinstance(edit.seconds, Unset) or not isinstance(edit.day, Unset)
    if span_edit and duration_edit:
        raise UserError("entry.span_and_duration")
    if span_edit:
        start_utc = row.start_utc if isinstance(edit.start_utc, Unset) else edit.start_utc
        end_utc = row.end_utc if isinstance(edit.end_utc, Unset) else edit.end_utc
        if start_utc is None or (row.start_utc is None and end_utc is None):
            raise UserError("entry.when_missing")
        work_day = row.work_day
        if start_utc != row.start_utc:
            work_day = rules.work_days(session).day_of(start_utc, zone_named(row.zone))
        if end_utc is None:
            if start_utc > now_utc:
                raise UserError("timer.future")
            return {"work_day": work_day, "start_utc": start_utc, "end_utc": None, "seconds": 0}
        check_span(start_utc, end_utc)
        return {"work_day": work_day, "start_utc": start_utc, "end_utc": end_utc, "seconds": end_utc - start_utc}
    if duration_edit:
        if row.start_utc is not None:
            raise UserError("entry.is_span")
        seconds = row.seconds if isinstance(edit.seconds, Unset) else edit.seconds
        day = row.work_day if isinstance(edit.day, Unset) else edit.day
        if row.reverses_id is None:
            check_duration(seconds)
        elif seconds != row.seconds:
            raise UserError("entry.reversal_amount")
        return {"seconds": seconds, "work_day": day}
    return {}


def _edited_work(session: WriteSession, row: TimeEntry, edit: EntryEdit) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if not isinstance(edit.target, Unset):
        values.update(target_values(session, edit.target))
        if isinstance(edit.chargeable, Unset) and edit.target.code != row.code_id:
            values["chargeable"] = _chargeable(session, edit.target.code)
    if not isinstance(edit.narrative, Unset):
        values.update(_texts(narrative=edit.narrative))
    if not isinstance(edit.activity, Unset):
        values.update(_texts(activity=edit.activity))
    if not isinstance(edit.chargeable, Unset):
        values["chargeable"] = edit.chargeable
    return values
