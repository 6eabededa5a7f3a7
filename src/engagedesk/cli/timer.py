"""``timer start``, ``timer switch``, ``timer stop``, ``timer status``."""

from __future__ import annotations

from engagedesk.cli import moments
from engagedesk.cli.call import Call, Place, Reply
from engagedesk.cli.layout import clock, hm, local_stamp, stamp
from engagedesk.domain.ids import EntryId, format_id
from engagedesk.domain.quick_entry import QuickMode
from engagedesk.domain.states import EntrySource
from engagedesk.domain.timer import elapsed_s
from engagedesk.errors import UserError
from engagedesk.services.commands.time import StartTimer, StopTimer, Switched
from engagedesk.services.queries.entries import entry_by_id, entry_known
from engagedesk.services.queries.rows import EntryRow, RunningRow
from engagedesk.services.queries.today import running
from engagedesk.services.quick import command_for, quick_desk, read_line
from engagedesk.services.workspace import Workspace

DAY_S = 86_400


def start(call: Call) -> Reply:
    return _start(call, needs_running=False)


def switch(call: Call) -> Reply:
    return _start(call, needs_running=True)


def _start(call: Call, *, needs_running: bool) -> Reply:
    def work(workspace: Workspace) -> tuple[Switched, EntryRow, EntryRow | None]:
        if needs_running and workspace.read(running) is None:
            raise UserError("timer.none_to_switch")
        desk = workspace.read(quick_desk, now_utc=call.now_utc, zone=call.zone, mode=QuickMode.TIMER)
        command = command_for(read_line(call.text or "", desk), desk, source=EntrySource.TIMER)
        if not isinstance(command, StartTimer):
            raise UserError("quick.timer_with_end")
        switched = workspace.execute(command).result
        return switched, workspace.read(entry_known, switched.started), _stopped_row(workspace, switched.stopped)

    switched, row, stopped = call.door.do(work)
    text = f"Started {_what(row)} at {_clock(row)}.\n"
    if stopped is not None:
        text = f"Stopped {_what(stopped)} after {hm(switched.stopped_seconds)}.\n{text}"
    return Reply(
        {
            "entry": format_id(switched.started),
            "start_utc": stamp(row.start_utc or 0),
            "stopped": None if switched.stopped is None else format_id(switched.stopped),
            "stopped_s": switched.stopped_seconds,
        },
        text,
    )


def stop(call: Call) -> Reply:
    place = call.place()

    def work(workspace: Workspace) -> tuple[EntryRow, int]:
        ran = workspace.read(running)
        at_utc = None if call.options.at is None else _stop_at(call.options.at, place, ran, now_utc=call.now_utc)
        stopped = workspace.execute(StopTimer(call.now_utc, at_utc)).result
        return workspace.read(entry_known, stopped.entry), stopped.seconds

    row, seconds = call.door.do(work)
    text = f"Stopped {_what(row)} after {hm(seconds)} ({_clock(row)}–{clock(row.end_utc or 0, row.zone)}).\n"
    return Reply({"entry": format_id(row.id), "end_utc": stamp(row.end_utc or 0), "seconds": seconds}, text)


def status(call: Call) -> Reply:
    def work(workspace: Workspace) -> tuple[RunningRow, EntryRow] | None:
        ran = workspace.read(running)
        return None if ran is None else (ran, workspace.read(entry_known, ran.entry_id))

    found = call.door.do(work)
    if found is None:
        return Reply({"running": False, "entry": None, "elapsed_s": 0}, "No timer is running.\n")
    ran, row = found
    elapsed = elapsed_s(ran.start_utc, call.now_utc)
    text = f"{_what(row)}, {hm(elapsed)} since {local_stamp(ran.start_utc, ran.zone)}.\n"
    return Reply({"running": True, "entry": format_id(ran.entry_id), "elapsed_s": elapsed}, text)


def _stop_at(text: str, place: Place, ran: RunningRow | None, *, now_utc: int) -> int:
    at_utc = moments.instant(text, day=place.today, zone=place.zone, work_days=place.work_days)
    # Shortly after midnight "23:50" is still to come today; it can only be the one before, if the timer ran then.
    if moments.is_clock(text) and at_utc > now_utc and ran is not None and ran.start_utc <= at_utc - DAY_S:
        yesterday = place.today.fromordinal(place.today.toordinal() - 1)
        return moments.instant(text, day=yesterday, zone=place.zone, work_days=place.work_days)
    return at_utc


def _stopped_row(workspace: Workspace, entry: EntryId | None) -> EntryRow | None:
    return None if entry is None else workspace.read(entry_by_id, entry)


def _what(row: EntryRow) -> str:
    parts = [row.label or "unassigned time", row.code or "", row.task or "", row.narrative]
    return ", ".join(part for part in parts if part)


def _clock(row: EntryRow) -> str:
    return clock(row.start_utc or 0, row.zone)
