"""Commands about the firm's own system: lines typed there, time that it holds, differences that are all right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import select

from engagedesk.domain.entry import EntryStep, next_state
from engagedesk.domain.handover import LineContent, LineKey
from engagedesk.domain.ids import EntryId
from engagedesk.domain.states import CodeStanding, EntryState
from engagedesk.errors import UserError
from engagedesk.models.entered import AcceptedDifference, EnteredLine
from engagedesk.models.time import TimeEntry
from engagedesk.services.command import Command, WriteSession
from engagedesk.services.commands.text import cleaned
from engagedesk.services.commands.weeks import note_posted
from engagedesk.services.images import Scalar
from engagedesk.services.queries.entries import entry_by_id

NOTE_LIMIT = 500


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A line as it stood when it was typed."""

    key: LineKey
    content: LineContent


@dataclass(frozen=True)
class TickLines(Command[int]):
    """Note that lines were typed into the firm's system, as they are now; answers how many ticks changed."""

    label: ClassVar[str] = "tick lines as entered"

    lines: tuple[TypedLine, ...]
    now_utc: int

    def apply(self, session: WriteSession) -> int:
        changed = 0
        for line in self.lines:
            row = _tick(session, line.key)
            if row is None:
                session.add(
                    EnteredLine(
                        id=session.new_id(),
                        work_day=line.key.day,
                        code=line.key.code,
                        activity=line.key.activity,
                        seconds=line.content.seconds,
                        narrative=line.content.narrative,
                        entered_utc=self.now_utc,
                    )
                )
            elif (row.seconds, row.narrative) != (line.content.seconds, line.content.narrative):
                row.seconds, row.narrative = line.content.seconds, line.content.narrative
                row.entered_utc = self.now_utc
            else:
                continue
            changed += 1
        return changed

    def audit_facts(self) -> Mapping[str, Scalar]:
        return {"count": len(self.lines)}


@dataclass(frozen=True)
class UntickLines(Command[int]):
    """Note that lines are not, or no longer, in the firm's system; answers how many ticks went."""

    label: ClassVar[str] = "untick lines"

    lines: tuple[LineKey, ...]

    def apply(self, session: WriteSession) -> int:
        gone = [row for row in (_tick(session, key) for key in self.lines) if row is not None]
        for row in gone:
            session.delete(row)
        return len(gone)


@dataclass(frozen=True)
class MarkPosted(Command[int]):
    """Note that the firm's system holds the entries, whoever handed them in; answers how many were posted by it.

    Where nobody approves, submitted becomes posted here. Time that was typed by hand goes through the same states. Not
    undoable: posted time is corrected by a reversing entry.
    """

    label: ClassVar[str] = "mark as posted"
    undoable: ClassVar[bool] = False

    entries: tuple[EntryId, ...]
    now_utc: int

    def apply(self, session: WriteSession) -> int:
        days: set[date] = set()
        posted = 0
        for entry in self.entries:
            row = session.one(TimeEntry, entry)
            if row.state is EntryState.POSTED:
                continue
            if row.start_utc is not None and row.end_utc is None:
                raise UserError("entry.running")
            shown = entry_by_id(session, entry)
            if shown is None or shown.code_standing is not CodeStanding.OPEN:
                # What the firm holds under another code is another line: this one is to be recoded first.
                raise UserError("reconcile.no_open_code")
            if row.state is not EntryState.SUBMITTED:
                if row.state is not EntryState.READY:
                    row.state = next_state(row.state, EntryStep.MARK_READY)
                row.state = next_state(row.state, EntryStep.SUBMIT)
            row.state = next_state(row.state, EntryStep.POST)
            row.returned_reason = ""
            days.add(row.work_day)
            posted += 1
        note_posted(session, days)
        return posted

    def audit_facts(self) -> Mapping[str, Scalar]:
        return {"count": len(self.entries)}


@dataclass(frozen=True)
class AcceptDifference(Command[None]):
    """Accept that the firm's system holds something else for a code and day, and say why."""

    label: ClassVar[str] = "accept difference"

    day: date
    code: str
    worked_s: int
    recorded_s: int
    note: str
    now_utc: int

    def apply(self, session: WriteSession) -> None:
        note = cleaned(self.note, "reconcile.note", limit=NOTE_LIMIT)
        if not note:
            raise UserError("reconcile.note_missing")
        row = _accepted(session, self.day, self.code)
        if row is None:
            row = AcceptedDifference(id=session.new_id(), work_day=self.day, code=self.code)
            row.worked_s, row.recorded_s, row.note = self.worked_s, self.recorded_s, note
            row.accepted_utc = self.now_utc
            session.add(row)
            return
        row.worked_s, row.recorded_s, row.note = self.worked_s, self.recorded_s, note
        row.accepted_utc = self.now_utc


@dataclass(frozen=True)
class OpenDifference(Command[None]):
    """Take the acceptance of a difference back."""

    label: ClassVar[str] = "open difference again"

    day: date
    code: str

    def apply(self, session: WriteSession) -> None:
        row = _accepted(session, self.day, self.code)
        if row is None:
            raise UserError("reconcile.not_accepted")
        session.delete(row)


def _tick(session: WriteSession, key: LineKey) -> EnteredLine | None:
    return session.scalar(
        select(EnteredLine).where(
            EnteredLine.work_day == key.day, EnteredLine.code == key.code, EnteredLine.activity == key.activity
        )
    )


def _accepted(session: WriteSession, day: date, code: str) -> AcceptedDifference | None:
    return session.scalar(
        select(AcceptedDifference).where(AcceptedDifference.work_day == day, AcceptedDifference.code == code)
    )
