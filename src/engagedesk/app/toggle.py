"""``--toggle-timer``: stop the timer if one runs, else start what was worked on last; for a desktop's own shortcut."""

from __future__ import annotations

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

    def words(self) -> str:
        return (
            "Started.\n" if self.started else f"Stopped after {self.seconds // 3600}:{self.seconds // 60 % 60:02d}.\n"
        )


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


def toggle_in_window(writer: Writer, shell: Shell) -> int:
    """Toggle in the open store, from a thread of the hand-over server."""
    clock = shell.clock
    now_utc, zone = clock.now_s(), clock.zone_name()
    work = shell.bridge.thread_of_store.submit(Priority.TIMER, lambda w: toggle_in(w, now_utc=now_utc, zone=zone))
    try:
        writer.out(work.result().words())
    except UserError as error:
        writer.err(f"error: {wording.describe(error).line()}\n")
        return error.exit_status
    return 0


def toggle(paths: Profile, around: Surroundings, secret: str | None) -> int:
    """Have the open window toggle; without one open the store here, by keyring or ``secret``."""
    from engagedesk.cli.terminal import own_terminal

    terminal = own_terminal()
    if not exists(paths):
        raise StoreMissing("store.missing", profile=str(paths.folder))
    request = Request("run", ("--toggle-timer",))
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
    terminal.out(done.words())
    return 0
