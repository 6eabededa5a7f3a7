"""Commands of the Timesheet page: cells of the week grid, last week's rows, and single spans on the day's canvas.

What each does to entries is decided by ``domain.week_cells`` and ``domain.day_edits``; each is one step of undo.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar

from engagedesk.domain.day_edits import Claim, merge_spans, merge_texts, resolve_overlap, split_seconds, split_span
from engagedesk.domain.days import Week, zone_named
from engagedesk.domain.entry import check_duration, check_editable, check_texts, state_after_edit
from engagedesk.domain.ids import EntryId
from engagedesk.domain.spans import Span
from engagedesk.domain.states import EDITABLE_STATES, CodeStanding, EntrySource, EntryState
from engagedesk.domain.week_cells import CellEntry, CellPlan, Holding, set_cell
from engagedesk.domain.week_grid import RowKey
from engagedesk.errors import UserError
from engagedesk.models.time import TimeEntry
from engagedesk.services import rules
from engagedesk.services.command import Command, WriteSession
from engagedesk.services.commands.engagements import assign
from engagedesk.services.commands.time import Target, Work, work_values
from engagedesk.services.images import Scalar
from engagedesk.services.queries.entries import entries_touching, seconds_by_day
from engagedesk.services.queries.rows import EntryRow
from engagedesk.services.queries.timesheet import row_key, week_grid_of


@dataclass(frozen=True, slots=True)
class CellValue:
    """A cell and the seconds that it is to hold; 0 clears it. ``shown_s`` is the number that stood in it."""

    key: RowKey
    day: date
    seconds: int
    shown_s: int = 0


@dataclass(frozen=True, slots=True)
class CellsSet:
    """What typing into cells did, in seconds; nothing with times was changed but by clearing."""

    added_s: int
    taken_s: int
    stays_s: int
    """What clearing left: a running timer's, submitted, posted or corrected time."""


@dataclass(frozen=True)
class SetCells(Command[CellsSet]):
    """Have cells of the week grid hold the numbers typed or pasted, all or none; ``UserError`` names the reason."""

    label: ClassVar[str] = "set hours"

    cells: tuple[CellValue, ...]
    zone: str
    now_utc: int

    def apply(self, session: WriteSession) -> CellsSet:
        if not self.cells:
            return CellsSet(0, 0, 0)
        behind = _behind(session, [cell.day for cell in self.cells])
        added = taken = stays = 0
        for cell in self.cells:
            held = behind.get((cell.key, cell.day), [])
            entries = [_cell_entry(row, seconds) for row, seconds in held]
            plan = set_cell(entries, cell.seconds, shown_s=cell.shown_s)
            before_s = sum(entry.seconds for entry in entries)
            _carry_out(session, plan, cell, zone=self.zone, now_utc=self.now_utc)
            if plan.does_nothing:
                continue
            after_s = cell.seconds if cell.seconds else plan.stays_s
            added += max(0, after_s - before_s)
            taken += max(0, before_s - after_s)
            stays += plan.stays_s
        return CellsSet(added, taken, stays)

    def audit_facts(self) -> Mapping[str, Scalar]:
        return {"cells": len(self.cells)}


@dataclass(frozen=True, slots=True)
class RowsCopied:
    """What copying last week's hours did."""

    cells: int
    seconds: int
    skipped: int
    """Cells left out: there is time already, or the code takes none on that day."""


@dataclass(frozen=True)
class CopyWeekRows(Command[RowsCopied]):
    """Copy the hours of another week, as its timesheet shows them, into the empty cells of this one, as drafts.

    Durations without narrative: what was done is for the person to say. ``UserError`` where nothing can be copied.
    """

    label: ClassVar[str] = "copy hours"

    source: Week
    into: Week
    zone: str
    now_utc: int

    def apply(self, session: WriteSession) -> RowsCopied:
        weeks = self.into.first - self.source.first
        grid = week_grid_of(session, self.source.first, zone=self.zone, now_utc=self.now_utc)
        taken = _behind(session, self.into.days)
        cells = seconds = skipped = 0
        for line in grid.lines:
            for place, cell in enumerate(line.cells):
                day = self.source.days[place] + weeks
                if cell.rounded_s <= 0:
                    continue
                if (line.key, day) in taken or not _takes_time(session, line.key, day):
                    skipped += 1
                    continue
                _add_duration(session, line.key, day, cell.rounded_s, zone=self.zone, now_utc=self.now_utc)
                cells += 1
                seconds += cell.rounded_s
        if not cells:
            raise UserError("week.nothing_to_copy", week=self.source.label, skipped=skipped)
        return RowsCopied(cells, seconds, skipped)

    def audit_facts(self) -> Mapping[str, Scalar]:
        return {"source": self.source.label, "into": self.into.label}


@dataclass(frozen=True)
class SplitEntry(Command[EntryId]):
    """Split a finished entry in two; the second keeps code, words and state. Answers the second's id."""

    label: ClassVar[str] = "split entry"

    entry: EntryId
    now_utc: int
    at_utc: int | None = None
    """Where a span is cut."""
    first_s: int | None = None
    """How much of a duration stays in the first."""
    version: int | None = None

    def apply(self, session: WriteSession) -> EntryId:
        row = session.seen(TimeEntry, self.entry, self.version)
        _check_whole(row)
        if row.start_utc is not None and row.end_utc is not None:
            if self.at_utc is None:
                raise UserError("entry.when_missing")
            first, second = split_span(Span(row.start_utc, row.end_utc), self.at_utc)
            made = _piece(session, row, second, now_utc=self.now_utc)
            _set_span(session, row, first, now_utc=self.now_utc)
            return EntryId(made.id)
        if self.first_s is None:
            raise UserError("entry.when_missing")
        first_s, second_s = split_seconds(row.seconds, self.first_s)
        twin = _twin(session, row, work_day=row.work_day, seconds=second_s, now_utc=self.now_utc)
        _touch(row, {"seconds": first_s}, now_utc=self.now_utc)
        return EntryId(twin.id)


@dataclass(frozen=True)
class MergeEntries(Command[EntryId]):
    """Make one entry of two that touch (or of two durations of a day) on the same code; answers the one that stays."""

    label: ClassVar[str] = "merge entries"

    first: EntryId
    second: EntryId
    now_utc: int

    def apply(self, session: WriteSession) -> EntryId:
        if self.first == self.second:
            raise UserError("entry.merge_self")
        rows = [session.one(TimeEntry, self.first), session.one(TimeEntry, self.second)]
        for row in rows:
            _check_whole(row)
        stays, goes = sorted(rows, key=lambda r: (r.start_utc is None, r.start_utc or 0, r.id))
        same = ("engagement_id", "code_id", "task_id", "activity", "chargeable", "zone")
        if any(getattr(stays, name) != getattr(goes, name) for name in same):
            raise UserError("entry.merge_differs")
        values: dict[str, Any] = {"narrative": merge_texts(stays.narrative, goes.narrative)}
        check_texts(values["narrative"], "")
        if stays.start_utc is not None and stays.end_utc is not None:
            if goes.start_utc is None or goes.end_utc is None:
                raise UserError("entry.merge_kinds")
            span = merge_spans(Span(stays.start_utc, stays.end_utc), Span(goes.start_utc, goes.end_utc))
            values |= {"end_utc": span.end_utc, "seconds": span.seconds}
        else:
            if stays.work_day != goes.work_day:
                raise UserError("entry.merge_days")
            values["seconds"] = check_duration(stays.seconds + goes.seconds)
        if EntryState.RETURNED in (stays.state, goes.state):
            # What the firm sent back stays marked so, with its reason.
            values["returned_reason"] = merge_texts(stays.returned_reason, goes.returned_reason)
            values["state"] = EntryState.RETURNED
            assign(stays, values)
            stays.changed_utc = self.now_utc
        else:
            _touch(stays, values, now_utc=self.now_utc)
        session.delete(goes)
        return EntryId(stays.id)


@dataclass(frozen=True)
class ResolveOverlap(Command[EntryId]):
    """Give the time that two entries claim to one of them; answers the entry that gave way."""

    label: ClassVar[str] = "resolve overlap"

    first: EntryId
    second: EntryId
    now_utc: int

    def apply(self, session: WriteSession) -> EntryId:
        rows = [session.one(TimeEntry, self.first), session.one(TimeEntry, self.second)]
        first, second = (_claim(row, self.now_utc) for row in rows)
        decided = resolve_overlap(first, second)
        row = rows[decided.place]
        if row.end_utc is None:
            # A running timer keeps its id and goes on after the other entry; what lay before is finished.
            *before, after = decided.left
            for span in before:
                _piece(session, row, span, now_utc=self.now_utc)
            start_utc = after.start_utc
            _touch(row, {"start_utc": start_utc, "work_day": _day_of(session, row, start_utc)}, now_utc=self.now_utc)
            return EntryId(row.id)
        stays, *others = decided.left
        for span in others:
            _piece(session, row, span, now_utc=self.now_utc)
        _set_span(session, row, stays, now_utc=self.now_utc)
        return EntryId(row.id)


# -- inside ----------------------------------------------------------------------------------------------------------


def _behind(session: WriteSession, days: Sequence[date]) -> dict[tuple[RowKey, date], list[tuple[EntryRow, int]]]:
    """Return the entries behind the cells of these days, each with its seconds on the day."""
    work_days = rules.work_days(session)
    wanted = set(days)
    found: dict[tuple[RowKey, date], list[tuple[EntryRow, int]]] = {}
    rows = entries_touching(session, min(days), max(days))
    for row in sorted(rows, key=lambda r: (r.start_utc is None, r.start_utc or 0, r.id)):
        for day, seconds in seconds_by_day(row, work_days):
            if day in wanted:
                found.setdefault((row_key(row), day), []).append((row, seconds))
    return found


def _cell_entry(row: EntryRow, seconds: int) -> CellEntry:
    if row.state not in EDITABLE_STATES:
        return CellEntry(row.id, Holding.LOCKED, seconds)
    if row.reverses is not None:
        return CellEntry(row.id, Holding.CORRECTION, seconds)
    if row.is_running:
        return CellEntry(row.id, Holding.RUNNING, 0)
    return CellEntry(row.id, Holding.DURATION if row.start_utc is None else Holding.SPAN, seconds)


def _carry_out(session: WriteSession, plan: CellPlan, cell: CellValue, *, zone: str, now_utc: int) -> None:
    if plan.add_s:
        _add_duration(session, cell.key, cell.day, plan.add_s, zone=zone, now_utc=now_utc)
    for entry, seconds in plan.lengths:
        _touch(session.one(TimeEntry, entry), {"seconds": check_duration(seconds)}, now_utc=now_utc)
    for entry in plan.delete:
        session.delete(session.one(TimeEntry, entry))
    for entry in plan.cut:
        _cut_out(session, session.one(TimeEntry, entry), cell.day, now_utc=now_utc)
    session.flush()


def _add_duration(session: WriteSession, key: RowKey, day: date, seconds: int, *, zone: str, now_utc: int) -> TimeEntry:
    target = Target(engagement=key.engagement_id, code=key.code_id)
    row = TimeEntry(
        id=session.new_id(),
        work_day=day,
        seconds=check_duration(seconds),
        zone=zone,
        state=EntryState.DRAFT,
        source=EntrySource.MANUAL,
        changed_utc=now_utc,
        **work_values(session, Work(target, activity=key.activity, chargeable=key.chargeable)),
    )
    session.add(row)
    return row


def _takes_time(session: WriteSession, key: RowKey, day: date) -> bool:
    """Whether the row's code takes time on a day; a row that awaits its code is as good as it was."""
    from engagedesk.domain.engagement import CodeRule, standing
    from engagedesk.models.engagements import ChargeCode

    if key.code_id is None:
        return True
    code = session.one(ChargeCode, key.code_id)
    return standing(CodeRule(code.valid_from, code.valid_to, not code.closed), day) is CodeStanding.OPEN


def _cut_out(session: WriteSession, row: TimeEntry, day: date, *, now_utc: int) -> None:
    """Take one work day's part out of a finished span; without another part the entry goes."""
    span = Span(row.start_utc or 0, row.end_utc or 0)
    work_days, zone = rules.work_days(session), zone_named(row.zone)
    # Where the day's start was set anew since, the entry's days count from the day that it was written on.
    shift = row.work_day - work_days.day_of(span.start_utc, zone) if span.seconds else timedelta(0)
    left = span.subtract([work_days.bounds(day - shift, zone)]) if span.seconds else ()
    if not left:
        session.delete(row)
        return
    stays, *others = left
    for other in others:
        _twin(
            session,
            row,
            work_day=work_days.day_of(other.start_utc, zone) + shift,
            seconds=other.seconds,
            now_utc=now_utc,
            span=other,
        )
    values = {"start_utc": stays.start_utc, "end_utc": stays.end_utc, "seconds": stays.seconds}
    _touch(row, {**values, "work_day": work_days.day_of(stays.start_utc, zone) + shift}, now_utc=now_utc)


def _check_whole(row: TimeEntry) -> None:
    """Refuse what is locked, still running, or a correction of posted time."""
    check_editable(row.state)
    if row.start_utc is not None and row.end_utc is None:
        raise UserError("entry.running")
    if row.reverses_id is not None:
        raise UserError("entry.reversal_amount")


def _claim(row: TimeEntry, now_utc: int) -> Claim:
    if row.start_utc is None:
        raise UserError("entry.no_overlap")
    end_utc = max(row.start_utc, now_utc) if row.end_utc is None else row.end_utc
    return Claim(Span(row.start_utc, end_utc), row.state in EDITABLE_STATES, running=row.end_utc is None)


def _day_of(session: WriteSession, row: TimeEntry, start_utc: int) -> date:
    """Return the work day of a part of an entry; the day that it was written on holds for an unchanged start."""
    if start_utc == row.start_utc:
        return row.work_day
    return rules.work_days(session).day_of(start_utc, zone_named(row.zone))


def _set_span(session: WriteSession, row: TimeEntry, span: Span, *, now_utc: int) -> None:
    values = {
        "work_day": _day_of(session, row, span.start_utc),
        "start_utc": span.start_utc,
        "end_utc": span.end_utc,
        "seconds": span.seconds,
    }
    _touch(row, values, now_utc=now_utc)


def _piece(session: WriteSession, row: TimeEntry, span: Span, *, now_utc: int) -> TimeEntry:
    """Add a part of an entry as an entry of its own."""
    day = _day_of(session, row, span.start_utc)
    return _twin(session, row, work_day=day, seconds=span.seconds, now_utc=now_utc, span=span)


def _twin(
    session: WriteSession, row: TimeEntry, *, work_day: date, seconds: int, now_utc: int, span: Span | None = None
) -> TimeEntry:
    """Add an entry that differs from the row in its time only."""
    twin = TimeEntry(
        id=session.new_id(),
        work_day=work_day,
        start_utc=None if span is None else span.start_utc,
        end_utc=None if span is None else span.end_utc,
        seconds=seconds,
        zone=row.zone,
        engagement_id=row.engagement_id,
        code_id=row.code_id,
        phase_id=row.phase_id,
        task_id=row.task_id,
        activity=row.activity,
        narrative=row.narrative,
        chargeable=row.chargeable,
        state=state_after_edit(row.state),
        source=row.source,
        returned_reason=row.returned_reason,
        changed_utc=now_utc,
    )
    session.add(twin)
    return twin


def _touch(row: TimeEntry, values: Mapping[str, Any], *, now_utc: int) -> None:
    if assign(row, dict(values)):
        row.changed_utc = now_utc
        row.state = state_after_edit(row.state)
