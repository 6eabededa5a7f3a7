"""``away list``, ``away keep``, ``away discard``, ``away split``: the question of the window, in a terminal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from engagedesk.cli.call import Call, Reply
from engagedesk.cli.layout import Column, clock_range, counted, hm, local_stamp, stamp, table
from engagedesk.domain.away import Then
from engagedesk.domain.days import local, zone_named
from engagedesk.domain.ids import AwayId, format_id
from engagedesk.domain.quick_entry import QuickMode
from engagedesk.domain.states import EntrySource
from engagedesk.errors import AmbiguousTarget, UserError
from engagedesk.services.command import Command
from engagedesk.services.commands.away import AwayAnswered, AwayPart, DiscardAway, KeepAway, SplitAway
from engagedesk.services.commands.time import AddEntry
from engagedesk.services.queries.away import away_by_id, unanswered_away
from engagedesk.services.queries.naming import away_named
from engagedesk.services.queries.rows import AwayRow
from engagedesk.services.quick import QuickDesk, command_for, quick_desk, read_line
from engagedesk.services.workspace import Workspace

BREAK: Final = "break"
_LENGTH: Final = re.compile(
    r"(?:(?P<hours>\d{1,2}):(?P<minutes>[0-5]\d)|(?P<number>\d{1,4}(?:[.,]\d{1,2})?)\s*(?P<unit>h|m|min))\s+(?P<rest>\S.*)",
    re.ASCII | re.IGNORECASE | re.DOTALL,
)

_COLUMNS: Final = (
    Column("DAY"),
    Column("TIME"),
    Column("H:MM", right=True),
    Column("RAN", gives_way=True),
    Column("CODE"),
    Column("WHY"),
    Column("ID"),
)
_WHY: Final = {"idle": "idle", "screen_lock": "locked", "sleep": "sleep"}


def list_(call: Call) -> Reply:
    rows = call.door.do(lambda workspace: workspace.read(unanswered_away))
    if not rows:
        return Reply([], "No time away waits for an answer.\n")
    cells = [
        (
            f"{local(row.start_utc, zone_named(row.zone)):%a %Y-%m-%d}",
            clock_range(row.start_utc, row.end_utc, row.zone),
            hm((call.now_utc if row.end_utc is None else row.end_utc) - row.start_utc),
            _ran(row),
            row.code,
            _WHY[row.cause.value],
            format_id(row.id),
        )
        for row in rows
    ]
    closing = f"{counted(len(rows), 'time away waits', 'times away wait')} for an answer.\n"
    return Reply([_document(row) for row in rows], table(_COLUMNS, cells, width=call.width) + closing)


def keep(call: Call) -> Reply:
    return _answer(call, lambda row, _: KeepAway(row.id, _then(call), call.now_utc), "Kept")


def discard(call: Call) -> Reply:
    return _answer(call, lambda row, _: DiscardAway(row.id, _then(call), call.now_utc), "Discarded")


def split(call: Call) -> Reply:
    def command(row: AwayRow, workspace: Workspace) -> Command[AwayAnswered]:
        total_s = (call.now_utc if row.end_utc is None else row.end_utc) - row.start_utc
        desk = workspace.read(quick_desk, now_utc=call.now_utc, zone=row.zone, mode=QuickMode.ADD)
        parts = parts_of(tuple(call.options.parts), desk, row=row, total_s=total_s)
        return SplitAway(row.id, parts, _then(call), call.now_utc)

    return _answer(call, command, "Split")


def parts_of(texts: tuple[str, ...], desk: QuickDesk, *, row: AwayRow, total_s: int) -> tuple[AwayPart, ...]:
    """Return the parts of a split; one without a length takes what the others leave."""
    read = [_read(text) for text in texts]
    given = sum(part.seconds or 0 for part in read)
    if sum(part.seconds is None for part in read) > 1:
        raise UserError("away.rest_twice")
    found = []
    for part in read:
        seconds = max(0, total_s - given) if part.seconds is None else part.seconds
        work = None
        if part.what.casefold() != BREAK:
            day = desk.context.work_days.day_of(row.start_utc, desk.context.zone)
            line = command_for(read_line(f"{day.isoformat()} 1m {part.what}", desk), desk, source=EntrySource.AWAY)
            if not isinstance(line, AddEntry) or line.span is not None:
                raise UserError("away.part_unreadable", text=part.what[:60])
            work = line.work
        found.append(AwayPart(seconds, work))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Part:
    seconds: int | None
    what: str


def _read(text: str) -> _Part:
    clean = text.strip()
    if not clean:
        raise UserError("away.part_unreadable", text=text[:60])
    match = _LENGTH.fullmatch(clean)
    if match is None:
        return _Part(None, clean)
    if match["hours"] is not None:
        seconds = int(match["hours"]) * 3600 + int(match["minutes"]) * 60
    else:
        whole, _, tenths = match["number"].replace(",", ".").partition(".")
        unit_s = 3600 if match["unit"].lower() == "h" else 60
        seconds = int(whole) * unit_s + int(tenths or 0) * unit_s // 10 ** len(tenths)
    return _Part(seconds, match["rest"].strip())


def _answer(call: Call, make: Any, word: str) -> Reply:
    def work(workspace: Workspace) -> tuple[AwayRow, AwayAnswered]:
        row = _chosen(workspace, call.options.id)
        answered: AwayAnswered = workspace.execute(make(row, workspace)).result
        return row, answered

    row, answered = call.door.do(work)
    document = {
        "away": format_id(row.id),
        "changed": answered.changed,
        "entries": [format_id(entry) for entry in answered.entries],
        "running": None if answered.running is None else format_id(answered.running),
    }
    said = f"{word}: away {clock_range(row.start_utc, row.end_utc, row.zone)}."
    if not answered.changed:
        said = "It had this answer already; nothing was changed."
    elif answered.running is not None:
        said += " The timer goes on."
    return Reply(document, f"{said}\n")


def _chosen(workspace: Workspace, text: str | None) -> AwayRow:
    """Return the period that an id names, or the only one that waits."""
    if text is not None:
        row = workspace.read(away_by_id, workspace.read(away_named, text))
        if row is None:
            raise UserError("id.no_away", id=text[:40])
        return row
    waiting = workspace.read(unanswered_away)
    if not waiting:
        raise UserError("away.none")
    if len(waiting) > 1:
        shown = tuple(f"{local_stamp(row.start_utc, row.zone)} {format_id(row.id)}" for row in waiting)
        raise AmbiguousTarget("away.several", candidates=shown)
    return waiting[0]


def _then(call: Call) -> Then:
    return Then.CONTINUE if call.options.goes_on else Then.STOP


def _ran(row: AwayRow) -> str:
    if row.entry is None:
        return "a deleted entry"
    return " · ".join(part for part in (row.label, row.detail) if part) or "unassigned time"


def _document(row: AwayRow) -> dict[str, Any]:
    return {
        "id": format_id(AwayId(row.id)),
        "start_utc": stamp(row.start_utc),
        "end_utc": None if row.end_utc is None else stamp(row.end_utc),
        "zone": row.zone,
        "cause": row.cause.value,
        "unallocated_s": row.unallocated_s,
        "entry": None if row.entry is None else format_id(row.entry),
        "engagement": _ran(row) if row.entry is not None else None,
        "code": row.code or None,
    }
