"""What was worked, what was handed in and what the firm's system holds, set side by side by code and day.

Every second of both sides stands in exactly one row. A row that differs has exactly one reason and exactly one action;
posted time is never changed by any of them. Recorded time that can only be the same work on another code or another day
is taken together with it: two rows become one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final

from engagedesk.domain.ids import CodeId, EngagementId, EntryId
from engagedesk.domain.states import EDITABLE_STATES, EntryState

STALE_AFTER_DAYS: Final = 7


class Standing(StrEnum):
    """How the firm's system holds a line, whatever words it uses."""

    POSTED = "posted"
    WAITING = "waiting"
    REJECTED = "rejected"


_REJECTED: Final = ("reject", "declin", "denied", "return", "refus", "cancel", "void", "withdraw", "abgelehnt")
_WAITING: Final = ("draft", "saved", "pending", "submit", "open", "await", "progress", "entwurf", "eingereicht")


def standing_of(status: str) -> Standing:
    """Return what an extract's status word means; one that says nothing of waiting or refusal is posted."""
    word = status.strip().casefold()
    if any(part in word for part in _REJECTED):
        return Standing.REJECTED
    return Standing.WAITING if any(part in word for part in _WAITING) else Standing.POSTED


@dataclass(frozen=True, slots=True)
class OwnTime:
    """One entry's time on one work day. ``code`` "" = awaiting code; ``is_open``: its code takes time that day.

    ``part`` False = the day that the entry belongs to by its start; True = what reaches into the next.
    """

    entry: EntryId
    day: date
    code: str
    seconds: int
    state: EntryState
    is_open: bool = True
    part: bool = False
    label: str = ""
    narrative: str = ""


@dataclass(frozen=True, slots=True)
class RecordedTime:
    """One line of the firm's system. ``code_id`` None = the store does not know the code."""

    day: date
    code: str
    seconds: int
    status: str = ""
    narrative: str = ""
    code_id: CodeId | None = None
    engagement_id: EngagementId | None = None
    label: str = ""


class Reason(StrEnum):
    """Why a row is as it is; the first four are no difference."""

    AGREES = "agrees"
    WAITING = "waiting"
    """Equal, and not posted there yet."""
    AFTER_EXTRACT = "after_extract"
    """Later than the extract: it cannot hold it."""
    ACCEPTED = "accepted"
    """A difference that was accepted with a note."""
    POSTED = "posted"
    """Equal, posted there, and not marked so here."""
    ROUNDING = "rounding"
    OTHER_INCREMENT = "other_increment"
    """Nearly equal, in steps that are not the firm's increment."""
    REJECTED = "rejected"
    DIFFERENT_CODE = "different_code"
    DIFFERENT_DAY = "different_day"
    LESS_THERE = "less_there"
    MORE_THERE = "more_there"
    MISSING_THERE = "missing_there"
    MISSING_HERE = "missing_here"
    HELD_BACK = "held_back"
    """Here without an open code, and nothing there."""


SETTLED: Final = frozenset({Reason.AGREES, Reason.WAITING, Reason.AFTER_EXTRACT, Reason.ACCEPTED})


class Action(StrEnum):
    """What settles a difference."""

    MARK_POSTED = "mark_posted"
    BOOK_HERE = "book_here"
    REOPEN_HERE = "reopen_here"
    """Return submitted time, with the reason, so that it can be corrected."""
    COPY_LINE = "copy_line"
    """It is right here: copy the line to type it there."""
    ACCEPT = "accept"
    CHOOSE_CODE = "choose_code"


@dataclass(frozen=True, slots=True)
class RowKey:
    """Where a row stands: the side that is here, or that of the firm where nothing is here."""

    day: date
    code: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """A difference that was accepted: it holds for exactly these seconds."""

    worked_s: int
    recorded_s: int
    note: str


@dataclass(frozen=True, slots=True)
class ReconciledRow:
    """One code and day, or a pair of them that is the same work."""

    key: RowKey
    label: str
    worked_s: int
    """Raw time."""
    sheet_s: int
    """What the timesheet says, rounded."""
    entered_s: int
    """What was handed in: submitted, posted, or ticked as typed."""
    recorded_s: int
    rejected_s: int
    """What the firm's system holds and refuses; it is not part of ``recorded_s``."""
    reason: Reason
    action: Action | None
    entries: tuple[EntryId, ...] = ()
    """What the action changes."""
    there: RowKey | None = None
    """Of a pair: where the firm's system holds it."""
    there_code: CodeId | None = None
    there_engagement: EngagementId | None = None
    status: str = ""
    narrative: str = ""
    note: str = ""

    @property
    def differs(self) -> bool:
        return self.reason not in SETTLED


@dataclass
class _Cell:
    day: date
    code: str
    own: list[OwnTime] = field(default_factory=list)
    lines: list[RecordedTime] = field(default_factory=list)
    sheet_s: int = 0
    ticked_s: int = 0

    @property
    def worked_s(self) -> int:
        return sum(one.seconds for one in self.own)

    @property
    def standing_lines(self) -> list[RecordedTime]:
        return [line for line in self.lines if standing_of(line.status) is not Standing.REJECTED]

    @property
    def recorded_s(self) -> int:
        return sum(line.seconds for line in self.standing_lines)

    @property
    def rejected_s(self) -> int:
        return sum(line.seconds for line in self.lines if standing_of(line.status) is Standing.REJECTED)

    @property
    def states(self) -> set[EntryState]:
        return {one.state for one in self.own}

    @property
    def is_open(self) -> bool:
        return bool(self.code) and all(one.is_open for one in self.own)

    def of_states(self, states: Iterable[EntryState]) -> tuple[EntryId, ...]:
        wanted = set(states)
        return tuple(dict.fromkeys(one.entry for one in self.own if one.state in wanted and not one.part))


def reconcile(
    own: Sequence[OwnTime],
    recorded: Sequence[RecordedTime],
    *,
    sheet: Mapping[RowKey, int],
    ticked: Mapping[RowKey, int],
    increment_s: int,
    as_of: date | None,
    accepted: Mapping[RowKey, Accepted] | None = None,
) -> tuple[ReconciledRow, ...]:
    """Return one row a code and day, by day then code; pairs stand at the place of the own side.

    ``sheet`` gives rounded seconds, ``ticked`` those typed by hand. ``as_of`` None = there is no extract at all, and
    nothing is held against it.
    """
    cells = _cells(own, recorded, sheet=sheet, ticked=ticked)
    partners = _pairs(cells, increment_s, as_of=as_of)
    taken = {partner for partner, _ in partners.values()}
    rows: list[ReconciledRow] = []
    for key in sorted(cells, key=lambda k: (k.day, k.code)):
        if key in taken:
            continue
        row = (
            _pair(key, cells[key], partners[key], cells=cells)
            if key in partners
            else _row(key, cells[key], increment_s=increment_s, as_of=as_of)
        )
        rows.append(_with_note(row, (accepted or {}).get(key)))
    return tuple(rows)


def is_stale(as_of: date | None, today: date) -> bool:
    """Say whether an extract is too old to be trusted; none at all is."""
    return as_of is None or (today - as_of).days > STALE_AFTER_DAYS


def _cells(
    own: Sequence[OwnTime],
    recorded: Sequence[RecordedTime],
    *,
    sheet: Mapping[RowKey, int],
    ticked: Mapping[RowKey, int],
) -> dict[RowKey, _Cell]:
    cells: dict[RowKey, _Cell] = {}
    by_fold: dict[tuple[date, str], RowKey] = {}

    def cell(day: date, code: str) -> _Cell:
        key = by_fold.setdefault((day, code.strip().casefold()), RowKey(day, code.strip()))
        return cells.setdefault(key, _Cell(key.day, key.code))

    for one in own:
        cell(one.day, one.code).own.append(one)
    for line in recorded:
        cell(line.day, line.code).lines.append(line)
    for key, found in cells.items():
        # What is held back is not on the timesheet; it stands with its raw time.
        found.sheet_s = sheet.get(key, 0 if found.is_open else found.worked_s)
        found.ticked_s = ticked.get(key, 0)
    return cells


def _pairs(
    cells: Mapping[RowKey, _Cell], increment_s: int, *, as_of: date | None
) -> dict[RowKey, tuple[RowKey, Reason]]:
    """Return own rows that only one recorded row can be: the same day on another code, else the same code another day.

    A pair must be clear from both sides; where two would fit, none is guessed.
    """
    if as_of is None:
        return {}
    here = [k for k, c in cells.items() if c.own and not c.lines and c.worked_s > 0 and c.day <= as_of]
    there = [k for k, c in cells.items() if c.lines and not c.own and c.recorded_s > 0 and not c.rejected_s]
    pairs: dict[RowKey, tuple[RowKey, Reason]] = {}
    for reason in (Reason.DIFFERENT_CODE, Reason.DIFFERENT_DAY):
        taken = {partner for partner, _ in pairs.values()}
        fits: dict[RowKey, list[RowKey]] = defaultdict(list)
        wanted: dict[RowKey, list[RowKey]] = defaultdict(list)
        for one in here:
            for other in there:
                if one in pairs or other in taken or not _same_length(cells[one], cells[other], increment_s):
                    continue
                same = one.day == other.day if reason is Reason.DIFFERENT_CODE else one.code == other.code
                if same:
                    fits[one].append(other)
                    wanted[other].append(one)
        pairs |= {
            one: (others[0], reason) for one, others in fits.items() if len(others) == 1 and len(wanted[others[0]]) == 1
        }
    return pairs


def _same_length(here: _Cell, there: _Cell, increment_s: int) -> bool:
    return there.recorded_s == here.sheet_s or abs(there.recorded_s - here.worked_s) < increment_s


def _row(key: RowKey, cell: _Cell, *, increment_s: int, as_of: date | None) -> ReconciledRow:
    reason = _reason(cell, increment_s=increment_s, as_of=as_of)
    return _made(key, cell, reason=reason, action=_action(cell, reason))


def _reason(cell: _Cell, *, increment_s: int, as_of: date | None) -> Reason:
    worked, sheet, recorded = cell.worked_s, cell.sheet_s, cell.recorded_s
    if not cell.lines:
        if as_of is None or cell.day > as_of:
            return Reason.AFTER_EXTRACT
        if sheet == 0:
            # Minutes that round to nothing are not typed anywhere.
            return Reason.AGREES
        return Reason.MISSING_THERE if cell.is_open else Reason.HELD_BACK
    if cell.rejected_s and not recorded:
        return Reason.REJECTED if cell.own else Reason.AGREES
    if not cell.own:
        return Reason.MISSING_HERE if recorded else Reason.AGREES
    if recorded == sheet:
        return _equal(cell)
    if abs(recorded - worked) < increment_s:
        return Reason.OTHER_INCREMENT if recorded % increment_s else Reason.ROUNDING
    return Reason.LESS_THERE if recorded < sheet else Reason.MORE_THERE


def _equal(cell: _Cell) -> Reason:
    if not cell.of_states(set(EntryState) - {EntryState.POSTED}):
        return Reason.AGREES
    if any(standing_of(line.status) is Standing.WAITING for line in cell.standing_lines):
        return Reason.WAITING
    return Reason.POSTED if cell.is_open else Reason.HELD_BACK


def _action(cell: _Cell, reason: Reason) -> Action | None:
    """Return the one thing to do; posted time here is left alone, so what cannot be done without it is accepted."""
    if reason in SETTLED:
        return None
    open_here = bool(cell.of_states(set(EntryState) - {EntryState.POSTED}))
    submitted = bool(cell.of_states({EntryState.SUBMITTED}))
    if reason is Reason.HELD_BACK:
        return Action.CHOOSE_CODE if cell.of_states(EDITABLE_STATES) else Action.ACCEPT
    if reason is Reason.POSTED:
        return Action.MARK_POSTED
    if reason in (Reason.ROUNDING, Reason.OTHER_INCREMENT):
        # The time is there; only the steps differ.
        return Action.MARK_POSTED if open_here and cell.is_open else Action.ACCEPT
    if reason in (Reason.MISSING_HERE, Reason.MORE_THERE):
        return Action.BOOK_HERE if cell.recorded_s > max(0, cell.sheet_s) else Action.ACCEPT
    if reason is Reason.REJECTED:
        return Action.REOPEN_HERE if submitted else Action.COPY_LINE if open_here and cell.is_open else Action.ACCEPT
    return Action.COPY_LINE if open_here and cell.is_open else Action.ACCEPT


def _pair(key: RowKey, cell: _Cell, partner: tuple[RowKey, Reason], *, cells: Mapping[RowKey, _Cell]) -> ReconciledRow:
    there_key, reason = partner
    there = cells[there_key]
    if cell.of_states({EntryState.SUBMITTED}):
        action = Action.REOPEN_HERE
    elif cell.of_states(EDITABLE_STATES):
        # Editable time without an open code is put on one; with one it is right here, and typed again there.
        action = Action.COPY_LINE if cell.is_open else Action.CHOOSE_CODE
    else:
        action = Action.ACCEPT
    made = _made(key, cell, reason=reason, action=action)
    first = there.lines[0]
    return replace(
        made,
        recorded_s=there.recorded_s,
        there=there_key,
        there_code=first.code_id,
        there_engagement=first.engagement_id,
        status=first.status,
    )


def _made(key: RowKey, cell: _Cell, *, reason: Reason, action: Action | None) -> ReconciledRow:
    handed_in = {EntryState.SUBMITTED, EntryState.POSTED}
    first = next(iter(cell.lines), None)
    wanted: frozenset[EntryState] | set[EntryState] = set()
    if action is Action.MARK_POSTED:
        wanted = set(EntryState) - {EntryState.POSTED}
    elif action is Action.REOPEN_HERE:
        wanted = {EntryState.SUBMITTED}
    elif action is Action.CHOOSE_CODE:
        wanted = EDITABLE_STATES
    labels = [*(one.label for one in cell.own), *(line.label for line in cell.lines)]
    narratives = [*(line.narrative for line in cell.lines if not cell.own), *(one.narrative for one in cell.own)]
    return ReconciledRow(
        key=key,
        label=next((label for label in labels if label), ""),
        worked_s=cell.worked_s,
        sheet_s=cell.sheet_s,
        entered_s=cell.sheet_s if cell.own and cell.states <= handed_in else cell.ticked_s,
        recorded_s=cell.recorded_s,
        rejected_s=cell.rejected_s,
        reason=reason,
        action=action,
        entries=cell.of_states(wanted),
        there_code=None if first is None else first.code_id,
        there_engagement=None if first is None else first.engagement_id,
        status=next((line.status for line in cell.lines if line.status), ""),
        narrative="; ".join(dict.fromkeys(n.strip() for n in narratives if n.strip())),
    )


def _with_note(row: ReconciledRow, accepted: Accepted | None) -> ReconciledRow:
    if accepted is None or not row.differs:
        return row
    if (accepted.worked_s, accepted.recorded_s) != (row.worked_s, row.recorded_s):
        return row
    return replace(row, reason=Reason.ACCEPTED, action=None, note=accepted.note)
