"""``--toggle-timer``: stop the timer if one runs, else start what was worked on last; for a desktop's own shortcut."""

from __future__ import annotations

import json
from dataclasses import dataclass

from engagedesk import wording
from engagedesk.errors import StoreInUse, StoreMissing, UserError
from engagedesk.models.profile_lock import ProfileLock
from engagedesk.paths import Profile
from engagedesk.services.commands.time import StartTimer, StopTimer, Target, Work
from engagedesk.services.handover import Request, Writer, hand_over
from engagedesk.services.opening import ByKeyring, ByPassphrase, Surroundings, exists, open_profile
from engagedesk.services.queries.recent import recent_targets
from engagedesk.services.queries.today import running, work_day_of
from engagedesk.services.store_thread import Priority
from engagedesk.services.workspace import Workspace
from engagedesk.ui.controllers.shell import Shell

WAIT_S = 5.0


@dataclass(frozen=True, slots=True)
class Toggled:
    """What the switch did; ``seconds`` of a timer that was stopped."""

    started: bool
    seconds: int = 0

    def said(self, *, as_json: bool) -> str:
        """Return the answer for a terminal: a sentence, or one JSON document."""
        if as_json:
            return json.dumps({"running": self.started, "seconds": None if self.started else self.seconds}) + "\n"
        if self.started:
            return "Started.\n"
        return f"Stopped after {self.seconds // 3600}:{self.seconds // 60 % 60:02d}.\n"


def toggle_in(workspace: Workspace, *, now_utc: int, zone: str) -> Toggled:
    """Stop the running timer, or start the most recent target; call in the store thread.

    ``UserError`` (``timer.nothing_recent``) where nothing was worked on lately.
    """
    if workspace.read(running) is not None:
        return Toggled(started=False, seconds=workspace.execute(StopTimer(now_utc)).result.seconds)
    day = workspace.read(work_day_of, now_utc, zone)
    recent = workspace.read(recent_targets, day=day, limit=1)
    if not recent:
        raise UserError("timer.nothing_recent")
    target = Target(recent[0].engagement_id, recent[0].code_id, recent[0].task_id)
    workspace.execute(StartTimer(Work(target), now_utc, zone))
    return Toggled(started=True)


def toggle_in_window(request: Request, writer: Writer, shell: Shell) -> int:
    """Toggle in the open store, from a thread of the hand-over server."""
    as_json = "--json" in request.argv
    clock = shell.clock
    now_utc, zone = clock.now_s(), clock.zone_name()
    work = shell.bridge.thread_of_store.submit(Priority.TIMER, lambda w: toggle_in(w, now_utc=now_utc, zone=zone))
    try:
        writer.out(work.result().said(as_json=as_json))
    except UserError as error:
        told = wording.describe(error)
        if as_json:
            document = {"kind": error.kind, "title": told.title, "detail": told.detail, "hint": told.hint}
            writer.out(json.dumps({"error": document}, ensure_ascii=False) + "\n")
        writer.err(f"error: {told.line()}\n")
        return error.exit_status
    return 0


def toggle(paths: Profile, around: Surroundings, secret: str | None, *, as_json: bool = False) -> int:
    """Have the open window toggle; without one open the store here, by keyring or ``secret``."""
    from engagedesk.cli.terminal import own_terminal

    terminal = own_terminal()
    if not exists(paths):
        raise StoreMissing("store.missing", profile=str(paths.folder))
    request = Request("run", ("--toggle-timer", "--json") if as_json else ("--toggle-timer",))
    status = hand_over(paths, request, out=terminal.out, err=terminal.err)
    if status is not None:
        return status
    try:
        lock = ProfileLock.acquire(paths.lock, wait_s=WAIT_S)
    except StoreInUse:
        status = hand_over(paths, request, out=terminal.out, err=terminal.err)
        if status is None:
            raise
        return status
    with lock:
        workspace = open_profile(paths, ByKeyring() if secret is None else ByPassphrase(secret), around)
        try:
            done = toggle_in(workspace, now_utc=around.clock.now_s(), zone=around.clock.zone_name())
        finally:
            workspace.close()
    terminal.out(done.said(as_json=as_json))
    return 0
