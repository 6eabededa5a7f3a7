"""Commands about a week's way to the firm: submit, recall, return, post."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import select

from engagedesk.domain.days import Week
from engagedesk.domain.entry import HELD_BACK, EntryFacts, EntryStep, Lack, lacks, next_state
from engagedesk.domain.firm_profile import FirmProfile
from engagedesk.domain.ids import EntryId
from engagedesk.domain.states import EntryState
from engagedesk.errors import UserError
from engagedesk.models.time import TimeEntry, Timesheet
from engagedesk.services import rules
from engagedesk.services.command import Command, WriteSession
from engagedesk.services.commands.text import cleaned
from engagedesk.services.commands.time import ReverseEntry
from engagedesk.services.queries.entries import entry_row, entry_select
from engagedesk.services.queries.rows import EntryRow
from engagedesk.services.queries.weeks import week_view


@dataclass(frozen=True, slots=True)
class HeldEntry:
    """An entry that stayed behind as a draft, and why (``domain.entry.Lack``)."""

    entry: EntryId
    lack: Lack


@dataclass(frozen=True, slots=True)
class Submitted:
    """What a submission did."""

    submitted: tuple[EntryId, ...]
    held_back: tuple[HeldEntry, ...]
    seconds: int


@dataclass(frozen=True)
class SubmitWeek(Command[Submitted]):
    """Submit the entries of a week (or of one of its sheets); what has no open code stays behind and is said.

    ``UserError`` ``week.blocked`` where a finding blocks by the firm's profile, ``week.nothing`` where nothing can go.
    """

    label: ClassVar[str] = "submit week"

    week: Week
    zone: str
    now_utc: int
    days: tuple[date, ...] = ()
    """Empty = the whole week."""

    def apply(self, session: WriteSession) -> Submitted:
        profile = rules.firm_profile(session)
        days = self.days or self.week.days
        view = week_view(session, self.week, zone=self.zone, now_utc=self.now_utc)
        blocking = [f for f in view.checks if f.blocks and f.day in days]
        if blocking:
            raise UserError(
                "week.blocked",
                week=self.week.label,
                count=len(blocking),
                kind=blocking[0].kind.value,
                day=blocking[0].day,
            )
        submitted: list[EntryId] = []
        held: list[HeldEntry] = []
        seconds = 0
        for row in _rows(session, days):
            if row.state in (EntryState.SUBMITTED, EntryState.POSTED):
                continue
            lack = _held(row, profile)
            if lack is not None:
                held.append(HeldEntry(row.id, lack))
                continue
            entity = session.one(TimeEntry, row.id)
            if entity.state is not EntryState.READY:
                entity.state = next_state(entity.state, EntryStep.MARK_READY)
            entity.state = next_state(entity.state, EntryStep.SUBMIT)
            entity.returned_reason = ""
            submitted.append(row.id)
            seconds += row.seconds
        if not submitted:
            raise UserError("week.nothing", week=self.week.label, held=len(held))
        for sheet in _sheets(self.week, days, profile):
            _note_sheet(session, sheet, EntryState.SUBMITTED, now_utc=self.now_utc)
        return Submitted(tuple(submitted), tuple(held), seconds)


@dataclass(frozen=True)
class RecallWeek(Command[int]):
    """Take a submitted week back; answers how many entries came back. Posted time stays posted."""

    label: ClassVar[str] = "recall week"

    week: Week
    now_utc: int
    days: tuple[date, ...] = ()
    reason: str = ""

    def apply(self, session: WriteSession) -> int:
        days = self.days or self.week.days
        rows = [row for row in _entities(session, days) if row.state is EntryState.SUBMITTED]
        if not rows:
            raise UserError("week.not_submitted", week=self.week.label)
        for row in rows:
            row.state = next_state(row.state, EntryStep.RECALL)
        for sheet in _sheets(self.week, days, rules.firm_profile(session)):
            _note_sheet(session, sheet, EntryState.READY, now_utc=self.now_utc)
        return len(rows)


@dataclass(frozen=True)
class ReturnEntries(Command[int]):
    """Note that the firm sent entries back, with its reason; they can be edited and submitted again."""

    label: ClassVar[str] = "return entries"

    entries: tuple[EntryId, ...]
    reason: str
    now_utc: int

    def apply(self, session: WriteSession) -> int:
        days: set[date] = set()
        for entry in self.entries:
            row = session.one(TimeEntry, entry)
            row.state = next_state(row.state, EntryStep.RETURN, reason=self.reason)
            row.returned_reason = cleaned(self.reason, "entry.returned_reason")
            days.add(row.work_day)
        for sheet in _sheets_of(session, days):
            sheet.state = EntryState.RETURNED
            sheet.reason = cleaned(self.reason, "entry.returned_reason")
            sheet.changed_utc = self.now_utc
        return len(self.entries)


@dataclass(frozen=True)
class PostEntries(Command[int]):
    """Note that the firm holds the entries: they are locked, and corrected by reversing entries only."""

    label: ClassVar[str] = "post entries"
    undoable: ClassVar[bool] = False

    entries: tuple[EntryId, ...]

    def apply(self, session: WriteSession) -> int:
        days: set[date] = set()
        for entry in self.entries:
            row = session.one(TimeEntry, entry)
            row.state = next_state(row.state, EntryStep.POST)
            days.add(row.work_day)
        note_posted(session, days)
        return len(self.entries)


@dataclass(frozen=True)
class ReverseEntries(Command[int]):
    """Reverse several posted entries for one reason, in one step; answers how many."""

    label: ClassVar[str] = "reverse entries"

    entries: tuple[EntryId, ...]
    now_utc: int
    reason: str

    def apply(self, session: WriteSession) -> int:
        for entry in self.entries:
            ReverseEntry(entry, self.now_utc, self.reason).apply(session)
        return len(self.entries)


def note_posted(session: WriteSession, days: Collection[date]) -> None:
    """Mark the sheets of these days as posted whose entries all are, but for drafts that were held back."""
    session.flush()
    for sheet in _sheets_of(session, days):
        states = {row.state for row in _entities(session, (sheet.first_day, sheet.last_day))}
        if states <= {EntryState.POSTED, EntryState.DRAFT}:
            sheet.state = EntryState.POSTED
            sheet.reason = ""


def _sheets_of(session: WriteSession, days: Collection[date]) -> list[Timesheet]:
    if not days:
        return []
    query = select(Timesheet).where(Timesheet.first_day <= max(days), Timesheet.last_day >= min(days))
    return [row for row in session.scalars(query) if any(row.first_day <= day <= row.last_day for day in days)]


def _rows(session: WriteSession, days: Sequence[date]) -> list[EntryRow]:
    query = entry_select().where(TimeEntry.work_day >= min(days), TimeEntry.work_day <= max(days))
    return [entry_row(row) for row in session.execute(query.order_by(TimeEntry.work_day, TimeEntry.start_utc))]


def _entities(session: WriteSession, days: Sequence[date]) -> list[TimeEntry]:
    query = select(TimeEntry).where(TimeEntry.work_day >= min(days), TimeEntry.work_day <= max(days))
    return list(session.scalars(query))


def _held(row: EntryRow, profile: FirmProfile) -> Lack | None:
    facts = EntryFacts(
        seconds=row.seconds,
        standing=row.code_standing,
        narrative=row.narrative,
        activity=row.activity,
        has_task=row.task_id is not None,
        has_target=row.engagement_id is not None or row.code_id is not None,
        is_client=row.engagement_id is not None,
        running=row.start_utc is not None and row.end_utc is None,
        is_reversal=row.reverses is not None,
    )
    stays = HELD_BACK | {Lack.RUNNING, Lack.TIME}
    return next((lack for lack in lacks(facts, profile) if lack in stays), None)


def _sheets(week: Week, days: Sequence[date], profile: FirmProfile) -> list[tuple[date, ...]]:
    wanted = set(days)
    sheets = week.sheets(split_at_month_end=profile.split_at_month_end)
    return [sheet for sheet in sheets if wanted & set(sheet)]


def _note_sheet(session: WriteSession, sheet: Sequence[date], state: EntryState, *, now_utc: int) -> None:
    row = session.scalar(select(Timesheet).where(Timesheet.first_day == sheet[0], Timesheet.last_day == sheet[-1]))
    if row is None:
        session.add(
            Timesheet(id=session.new_id(), first_day=sheet[0], last_day=sheet[-1], state=state, changed_utc=now_utc)
        )
    else:
        row.state = state
        row.reason = ""
        row.changed_utc = now_utc
