"""``entry add``, ``entry list``, ``entry edit``, ``entry delete``, and ``history``."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from engagedesk.cli import moments, shapes
from engagedesk.cli.call import Call, Reply
from engagedesk.cli.layout import Column, clock_range, counted, hm, local_stamp, table
from engagedesk.domain.days import WorkDays, zone_named
from engagedesk.domain.ids import format_id
from engagedesk.domain.quick_entry import (
    Ask,
    DurationWhen,
    PartKind,
    Problem,
    QuickAnswer,
    QuickMode,
    SpanWhen,
    Understood,
    parse,
    require_understood,
)
from engagedesk.domain.states import EntrySource, EntryState
from engagedesk.errors import UserError
from engagedesk.services import rules
from engagedesk.services.commands.time import (
    UNSET,
    AddEntry,
    DeleteEntry,
    EditEntry,
    EntryEdit,
    ReverseEntry,
    Target,
    Unset,
)
from engagedesk.services.queries.entries import entries_between, entry_known
from engagedesk.services.queries.history import history as history_of
from engagedesk.services.queries.naming import entry_named, record_named
from engagedesk.services.queries.rows import EntryRow
from engagedesk.services.quick import QuickDesk, command_for, quick_desk, read_line, target_of
from engagedesk.services.workspace import Workspace

_COLUMNS = (
    Column("DAY"),
    Column("TIME"),
    Column("H:MM", right=True),
    Column("ENGAGEMENT", gives_way=True),
    Column("CODE"),
    Column("NARRATIVE", gives_way=True),
    Column("STATE"),
    Column("ID"),
)


def add(call: Call) -> Reply:
    place = call.place()
    text = call.text or ""
    if call.options.date is not None:
        day = moments.day_named(call.options.date, today=place.today)
        # "-30" and "+10" count from now and from today's last end: they need no day where it is today.
        text = text if day == place.today else f"{day.isoformat()} {text}"

    def work(workspace: Workspace) -> EntryRow:
        desk = workspace.read(quick_desk, now_utc=call.now_utc, zone=call.zone, mode=QuickMode.ADD)
        command = command_for(read_line(text, desk), desk, source=EntrySource.QUICK_ENTRY)
        if not isinstance(command, AddEntry):
            raise UserError("quick.now_needs_timer")
        return workspace.read(entry_known, workspace.execute(command).result)

    row = call.door.do(work)
    return Reply(shapes.entry(row), f"Added {_said(row)}.\n")


def list_(call: Call) -> Reply:
    place = call.place()
    first, last = _days(call, today=place.today)
    rows = call.door.do(lambda workspace: workspace.read(entries_between, first, last))
    return Reply([shapes.entry(row) for row in rows], _listed(rows, width=call.width))


def _days(call: Call, *, today: date) -> tuple[date, date]:
    given = (call.options.first, call.options.last)
    first, last = (None if one is None else moments.day_named(one, today=today) for one in given)
    if first is None:
        first = today if last is None else min(last, today)
    if last is None:
        last = max(first, today)
    if last < first:
        raise UserError("moment.days_backwards", first=first, last=last)
    return first, last


def _listed(rows: tuple[EntryRow, ...], *, width: int | None) -> str:
    if not rows:
        return "No entries.\n"
    cells = [
        (
            f"{row.work_day:%a} {row.work_day.isoformat()}",
            clock_range(row.start_utc, row.end_utc, row.zone),
            "" if row.is_running else hm(row.seconds),
            row.label + (f" / {row.task}" if row.task else ""),
            row.code or "no code",
            row.narrative,
            row.state.value,
            format_id(row.id),
        )
        for row in rows
    ]
    total = sum(row.seconds for row in rows)
    chargeable = sum(row.seconds for row in rows if row.chargeable)
    closing = f"{counted(len(rows), 'entry', 'entries')}, {hm(total)} in all, {hm(chargeable)} chargeable.\n"
    return table(_COLUMNS, cells, width=width) + closing


def edit(call: Call) -> Reply:
    options = call.options
    if options.start is None and options.end is None and call.text is None:
        raise UserError("entry.nothing_to_edit")

    def work(workspace: Workspace) -> EntryRow:
        row = workspace.read(entry_known, workspace.read(entry_named, options.id))
        days = workspace.read(rules.work_days)
        made = _text_edit(call, workspace, row, days) if call.text is not None else EntryEdit()
        start, end = _edited_ends(call, row, days)
        edit = EntryEdit(
            start_utc=made.start_utc if isinstance(start, Unset) else start,
            end_utc=made.end_utc if isinstance(end, Unset) else end,
            day=made.day,
            seconds=made.seconds,
            target=made.target,
            narrative=made.narrative,
            activity=made.activity,
        )
        workspace.execute(EditEntry(row.id, edit, call.now_utc, version=row.version, reason=options.reason))
        return workspace.read(entry_known, row.id)

    row = call.door.do(work)
    return Reply(shapes.entry(row), f"Now {_said(row)}.\n")


def _edited_ends(call: Call, row: EntryRow, days: WorkDays) -> tuple[int | Unset, int | Unset]:
    """Read ``--start`` and ``--end``: a clock time is of the entry's own day and place."""
    zone = zone_named(row.zone)

    def at(text: str) -> int:
        return moments.instant(text, day=row.work_day, zone=zone, work_days=days)

    start: int | Unset = UNSET if call.options.start is None else at(call.options.start)
    if call.options.end is None:
        return start, UNSET
    end = at(call.options.end)
    begins = row.start_utc if isinstance(start, Unset) else start
    if moments.is_clock(call.options.end) and begins is not None and end < begins:
        # An entry over midnight: its end stands on the next day's clock.
        end = moments.instant(call.options.end, day=_next(row.work_day), zone=zone, work_days=days)
    return start, end


def _next(day: date) -> date:
    return day + timedelta(days=1)


def _text_edit(call: Call, workspace: Workspace, row: EntryRow, days: WorkDays) -> EntryEdit:
    """Read ``--text``: a quick-entry line, whose day is the entry's; words that name nothing are the narrative."""
    text = (call.text or "").strip()
    desk = workspace.read(quick_desk, now_utc=call.now_utc, zone=row.zone, mode=QuickMode.ADD)
    if text.startswith(","):
        return EntryEdit(narrative=text.lstrip(", "))
    answer = _read(text, desk, row=row, days=days)
    if isinstance(answer, Problem) and answer.code == "quick.no_match":
        return EntryEdit(narrative=text)
    meant = require_understood(answer)
    target = target_of(meant, desk)
    if meant.code is None and target.engagement == row.engagement_id and target.engagement is not None:
        # The same engagement without a code named: the entry keeps the code that it has.
        target = Target(row.engagement_id, row.code_id, target.task or row.task_id)
    start: int | Unset = UNSET
    end: int | Unset = UNSET
    day: date | Unset = UNSET
    seconds: int | Unset = UNSET
    match meant.when:
        case SpanWhen(span):
            start, end = span.start_utc, span.end_utc
        case DurationWhen(length):
            day, seconds = meant.day, length
    return EntryEdit(
        start_utc=start,
        end_utc=end,
        day=day,
        seconds=seconds,
        target=target,
        narrative=meant.narrative or UNSET,
        activity=meant.activity or UNSET,
    )


def _read(text: str, desk: QuickDesk, *, row: EntryRow, days: WorkDays) -> QuickAnswer:
    answer = parse(text, desk.context)
    names_day = any(part.kind is PartKind.DAY for part in answer.echo)
    if not names_day and row.work_day != days.day_of(desk.context.now_utc, _zone(desk)):
        dated = parse(f"{row.work_day.isoformat()} {text}", desk.context)
        answer = dated if isinstance(dated, Understood) else answer
    if isinstance(answer, Ask) and answer.code == "quick.when_missing":
        # Nothing is said about the time: it stays as it is.
        return parse(text, desk.at(desk.context.now_utc, mode=QuickMode.TIMER).context)
    return answer


def _zone(desk: QuickDesk) -> ZoneInfo:
    return desk.context.zone


def delete(call: Call) -> Reply:
    def work(workspace: Workspace) -> EntryRow:
        row = workspace.read(entry_known, workspace.read(entry_named, call.options.id))
        workspace.execute(DeleteEntry(row.id, version=row.version, reason=call.options.reason))
        return row

    row = call.door.do(work)
    return Reply({"deleted": format_id(row.id)}, f"Deleted {_said(row)}.\n")


def reverse(call: Call) -> Reply:
    def work(workspace: Workspace) -> EntryRow:
        entry = workspace.read(entry_named, call.options.id)
        made = workspace.execute(ReverseEntry(entry, call.now_utc, call.options.reason)).result
        return workspace.read(entry_known, made)

    row = call.door.do(work)
    return Reply(shapes.entry(row), f"Reversed by {_said(row)}.\n")


def history(call: Call) -> Reply:
    def work(workspace: Workspace) -> Reply:
        rows = workspace.read(history_of, workspace.read(record_named, call.options.id))
        cells = [
            (
                local_stamp(r.at_utc, call.zone),
                r.who,
                r.command,
                r.field,
                shapes.value(r.field, r.old),
                shapes.value(r.field, r.new),
                r.reason,
            )
            for r in rows
        ]
        columns = (
            Column("WHEN"),
            Column("WHO"),
            Column("COMMAND"),
            Column("FIELD"),
            Column("OLD", gives_way=True),
            Column("NEW", gives_way=True),
            Column("REASON", gives_way=True),
        )
        text = table(columns, cells, width=call.width) if rows else "No changes are recorded.\n"
        return Reply([shapes.change(row) for row in rows], text)

    return call.door.do(work)


def _said(row: EntryRow) -> str:
    when = clock_range(row.start_utc, row.end_utc, row.zone)
    times = f"{when} ({hm(row.seconds)})" if when and not row.is_running else when or hm(row.seconds)
    parts = [
        f"{row.work_day:%a} {row.work_day.isoformat()} {times}",
        row.label or "unassigned",
        row.code or ("no code yet" if row.engagement_id else ""),
        row.narrative,
    ]
    held = f" [{row.state.value}]" if row.state is not EntryState.DRAFT else ""
    return ", ".join(part for part in parts if part) + held
