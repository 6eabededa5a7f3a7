"""``week tick``, ``week return``, ``week reconcile``: a week and the firm's own system."""

from __future__ import annotations

from typing import Any, Final

from engagedesk.cli.call import Call, Reply
from engagedesk.cli.layout import Column, counted, hm, stamp, table
from engagedesk.cli.weeks import named_week
from engagedesk.domain.days import Week
from engagedesk.domain.handover import HandoverLine, LineContent, TickState
from engagedesk.domain.ids import EntryId, format_id
from engagedesk.domain.reconciliation import Action, Reason, ReconciledRow
from engagedesk.domain.states import EntryState
from engagedesk.domain.timesheet import decimal_hours
from engagedesk.errors import UserError
from engagedesk.services.commands.handover import MarkPosted, TickLines, TypedLine, UntickLines
from engagedesk.services.commands.weeks import ReturnEntries
from engagedesk.services.queries.entries import entries_between
from engagedesk.services.queries.handover import Handover, Reconciliation, reconciliation, week_handover
from engagedesk.services.queries.naming import entry_named
from engagedesk.services.reconciling import accept_command, posted_there, settle_command
from engagedesk.services.workspace import Workspace

_REASONS: Final = {
    Reason.AGREES: "agrees",
    Reason.WAITING: "agrees, not posted there yet",
    Reason.AFTER_EXTRACT: "later than the extract",
    Reason.ACCEPTED: "accepted",
    Reason.POSTED: "posted there",
    Reason.ROUNDING: "rounding",
    Reason.OTHER_INCREMENT: "other increment there",
    Reason.REJECTED: "rejected there",
    Reason.DIFFERENT_CODE: "on another code there",
    Reason.DIFFERENT_DAY: "on another day there",
    Reason.LESS_THERE: "less there",
    Reason.MORE_THERE: "more there",
    Reason.MISSING_THERE: "missing there",
    Reason.MISSING_HERE: "missing here",
    Reason.HELD_BACK: "held back here",
}
_ACTIONS: Final = {
    Action.MARK_POSTED: "mark as posted",
    Action.BOOK_HERE: "book here",
    Action.REOPEN_HERE: "reopen here",
    Action.COPY_LINE: "type it there",
    Action.ACCEPT: "accept with a note",
    Action.CHOOSE_CODE: "choose a code",
}
_TICKS: Final = {
    TickState.OPEN: "",
    TickState.ENTERED: "entered",
    TickState.CHANGED: "changed since",
    TickState.GONE: "take out there",
}


# -- ticks -----------------------------------------------------------------------------------------------------------


def tick(call: Call) -> Reply:
    place = call.place()

    def work(workspace: Workspace) -> Reply:
        week = named_week(workspace, call, place)
        found = workspace.read(week_handover, week, now_utc=call.now_utc)
        chosen = _chosen(found, call.options.lines, week, everything=call.options.all)
        if chosen:
            gone = tuple(line.key for line in chosen if call.options.off or line.now is None)
            typed = tuple(
                TypedLine(line.key, line.now) for line in chosen if line.now is not None and not call.options.off
            )
            if gone:
                workspace.execute(UntickLines(gone))
            if typed:
                workspace.execute(TickLines(typed, call.now_utc))
            found = workspace.read(week_handover, week, now_utc=call.now_utc)
        return Reply(_ticks_document(found), _ticks_text(found, width=call.width))

    return call.door.do(work)


def _chosen(found: Handover, numbers: list[int], week: Week, *, everything: bool) -> tuple[HandoverLine, ...]:
    if everything:
        return found.lines
    for number in numbers:
        if not 1 <= number <= len(found.lines):
            raise UserError("handover.no_line", line=number, count=counted(len(found.lines), "line"), week=week.label)
    return tuple(found.lines[number - 1] for number in numbers)


def _ticks_document(found: Handover) -> dict[str, Any]:
    return {
        "week": found.week.label,
        "entered": found.done,
        "lines": [
            {
                "date": line.key.day.isoformat(),
                "code": line.key.code,
                "activity": line.key.activity,
                "narrative": None if line.now is None else line.now.narrative,
                "seconds": None if line.now is None else line.now.seconds,
                "state": line.state.value,
                "entered_utc": None if line.entered_utc is None else stamp(line.entered_utc),
                "entered_seconds": None if line.entered is None else line.entered.seconds,
            }
            for line in found.lines
        ],
    }


def _ticks_text(found: Handover, *, width: int | None) -> str:
    columns = (
        Column("", right=True),
        Column("DAY"),
        Column("CODE"),
        Column("ACTIVITY", gives_way=True),
        Column("HOURS", right=True),
        Column("NARRATIVE", gives_way=True),
        Column("THERE"),
    )
    cells = [
        (
            str(number),
            f"{line.key.day:%a %d}",
            line.key.code,
            line.key.activity,
            _hours(line.now or line.entered, found.increment_s),
            (line.now or line.entered or LineContent(0, "")).narrative,
            _tick_words(line, found.increment_s),
        )
        for number, line in enumerate(found.lines, 1)
    ]
    if not cells:
        return f"{found.week.label} has no lines to hand over.\n"
    head = f"{found.week.label}: {found.done} of {counted(len(found.lines), 'line')} entered\n\n"
    return head + table(columns, cells, width=width)


def _tick_words(line: HandoverLine, increment_s: int) -> str:
    if line.state is TickState.CHANGED and line.now is not None and line.entered is not None:
        if line.now.seconds != line.entered.seconds:
            return f"changed since: was {decimal_hours(line.entered.seconds, increment_s)}"
        return "narrative changed since"
    return _TICKS[line.state]


def _hours(content: LineContent | None, increment_s: int) -> str:
    return "" if content is None else decimal_hours(content.seconds, increment_s)


# -- returned --------------------------------------------------------------------------------------------------------


def return_(call: Call) -> Reply:
    place = call.place()

    def work(workspace: Workspace) -> Reply:
        week = named_week(workspace, call, place)
        if call.options.entries:
            entries = tuple(workspace.read(entry_named, one) for one in call.options.entries)
        else:
            entries = tuple(
                row.id
                for row in workspace.read(entries_between, week.first, week.last)
                if row.state is EntryState.SUBMITTED
            )
        if not entries:
            raise UserError("week.not_submitted", week=week.label)
        count = workspace.execute(ReturnEntries(entries, call.options.reason, call.now_utc)).result
        return Reply(
            {"week": week.label, "returned": [format_id(one) for one in entries]},
            f"{week.label}: {counted(count, 'entry', 'entries')} returned.\n",
        )

    return call.door.do(work)


# -- reconciliation --------------------------------------------------------------------------------------------------


def reconcile(call: Call) -> Reply:
    place = call.place()
    options = call.options

    def work(workspace: Workspace) -> Reply:
        week = named_week(workspace, call, place)

        def look() -> Reconciliation:
            return workspace.read(reconciliation, week.first, week.last, today=place.today, now_utc=call.now_utc)

        found = look()
        remarks: list[str] = []
        if options.settle or options.accept is not None or options.post:
            rows = [_difference(found, n, week) for n in options.settle or ()]
            if options.accept is not None:
                row = _difference(found, options.accept, week)
                workspace.execute(accept_command(row, options.note, now_utc=call.now_utc))
            for row in rows:
                remarks += _settle(workspace, row, call)
            if options.post and (entries := posted_there(found.rows)):
                workspace.execute(MarkPosted(entries, call.now_utc))
            found = look()
        return Reply(_document(week, found), _text(week, found, width=call.width), remarks=tuple(remarks))

    return call.door.do(work)


def _difference(found: Reconciliation, number: int, week: Week) -> ReconciledRow:
    rows = found.differences
    if not 1 <= number <= len(rows):
        count = counted(len(rows), "difference")
        raise UserError("reconcile.no_difference", line=number, week=week.label, count=count)
    return rows[number - 1]


def _settle(workspace: Workspace, row: ReconciledRow, call: Call) -> list[str]:
    """Do what is proposed for a difference; answer what only a person can do."""
    command = settle_command(row, zone=call.zone, now_utc=call.now_utc, reason=_why(row), note=call.options.note)
    if command is not None:
        workspace.execute(command)
        return []
    if row.action is Action.CHOOSE_CODE:
        ids = ", ".join(format_id(EntryId(one)) for one in row.entries)
        return [f"Put it on a code: engagedesk entry edit {ids} --text CODE"]
    return [f"Type it there: {row.key.day.isoformat()}  {row.key.code}  {hm(row.sheet_s)}  {row.narrative}"]


def _why(row: ReconciledRow) -> str:
    there = "" if row.there is None else f": {row.there.code}, {row.there.day.isoformat()}"
    status = f" ({row.status})" if row.status else ""
    return f"{_REASONS[row.reason].capitalize()}{there}{status}"


def _document(week: Week, found: Reconciliation) -> dict[str, Any]:
    numbers = {row.key: number for number, row in enumerate(found.differences, 1)}
    return {
        "week": week.label,
        "extract_date": None if found.as_of is None else found.as_of.isoformat(),
        "stale": found.stale,
        "worked_s": sum(row.worked_s for row in found.rows),
        "entered_s": sum(row.entered_s for row in found.rows),
        "recorded_s": sum(row.recorded_s for row in found.rows),
        "rows": [
            {
                "difference": numbers.get(row.key),
                "date": row.key.day.isoformat(),
                "code": row.key.code or None,
                "engagement": row.label or None,
                "worked_s": row.worked_s,
                "sheet_s": row.sheet_s,
                "entered_s": row.entered_s,
                "recorded_s": row.recorded_s,
                "reason": row.reason.value,
                "action": None if row.action is None else row.action.value,
                "entries": [format_id(one) for one in row.entries],
                "there": None if row.there is None else {"date": row.there.day.isoformat(), "code": row.there.code},
                "status": row.status,
                "note": row.note,
            }
            for row in found.rows
        ],
    }


def _text(week: Week, found: Reconciliation, *, width: int | None) -> str:
    if found.as_of is None:
        extract = "No extract of your recorded time was imported: engagedesk import FILE --as recorded"
    else:
        extract = f"Extract of {found.as_of.isoformat()}{', more than 7 days old' if found.stale else ''}"
    columns = (
        Column("", right=True),
        Column("DAY"),
        Column("CODE"),
        Column("ENGAGEMENT", gives_way=True),
        Column("WORKED", right=True),
        Column("ENTERED", right=True),
        Column("RECORDED", right=True),
        Column("WHY"),
        Column("ACTION"),
    )
    numbers = {row.key: str(number) for number, row in enumerate(found.differences, 1)}
    cells = [
        (
            numbers.get(row.key, ""),
            f"{row.key.day:%a %d}",
            row.key.code or "no code",
            row.label,
            hm(row.worked_s),
            hm(row.entered_s),
            hm(row.recorded_s),
            _said(row),
            "" if row.action is None else _ACTIONS[row.action],
        )
        for row in found.rows
    ]
    differences = counted(len(found.differences), "difference")
    head = f"{week.label}: {differences}. {extract}\n"
    return head if not cells else f"{head}\n{table(columns, cells, width=width)}"


def _said(row: ReconciledRow) -> str:
    words = _REASONS[row.reason]
    if row.there is not None:
        return f"{words}: {row.there.code}, {row.there.day:%a %d}"
    return f"{words}: {row.note}" if row.note else words
