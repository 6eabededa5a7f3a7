"""What happens by itself while the store is open: heartbeat, a new day, idle lock, backups."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engagedesk import settings
from engagedesk.domain.ids import EntryId
from engagedesk.errors import EngageDeskError
from engagedesk.models.store import Store
from engagedesk.models.vault import OpenVault
from engagedesk.services import rules
from engagedesk.services.backup import BackupMade, find_backups, make_backup
from engagedesk.services.changes import Changes
from engagedesk.services.commands.time import NoteActivity
from engagedesk.services.queries.rows import RunningRow
from engagedesk.services.queries.today import work_day_of
from engagedesk.services.workspace import Workspace
from engagedesk.ui.controllers.messages import message_for, sentences, words_for
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.desktop.idle import IdleClock
from engagedesk.ui.store_bridge import Request
from engagedesk.ui.view_rows import Kind, LockReason, Message

log = logging.getLogger(__name__)

LOOK_EVERY_MS: Final = 15_000
FIRST_BACKUP_MS: Final = 20_000
"""The first look for a due backup waits until the start is over."""


@dataclass(frozen=True, slots=True)
class WatchSettings:
    """The settings that the watch goes by, in its units."""

    heartbeat_s: int = settings.TIMER_HEARTBEAT.default
    lock_after_s: int = settings.LOCK_AFTER.default * 60
    close_to_tray: bool = settings.CLOSE_TO_TRAY.default
    backup_folder: str = settings.BACKUP_FOLDER.default
    backup_every_s: int = settings.BACKUP_EVERY.default * 60


def read_watch_settings(workspace: Workspace) -> WatchSettings:
    """Return the settings as the store has them; call in the store thread."""
    return WatchSettings(
        heartbeat_s=workspace.read(rules.setting, settings.TIMER_HEARTBEAT),
        lock_after_s=workspace.read(rules.setting, settings.LOCK_AFTER) * 60,
        close_to_tray=workspace.read(rules.setting, settings.CLOSE_TO_TRAY),
        backup_folder=workspace.read(rules.setting, settings.BACKUP_FOLDER),
        backup_every_s=workspace.read(rules.setting, settings.BACKUP_EVERY) * 60,
    )


@dataclass(frozen=True, slots=True)
class BackupWork:
    """What a backup needs of the open store: its read-only connection and its keys, never a session."""

    store: Store
    vault: OpenVault
    anchor: tuple[int, bytes]


def backup_work(workspace: Workspace) -> BackupWork:
    head = workspace.audit_head
    return BackupWork(workspace.store, workspace.vault, (head.count, head.chain))


class Watch(QObject):
    """Looks around every quarter of a minute. Lives in the GUI thread."""

    lock_wanted = Signal(object)
    """A ``LockReason``."""
    new_day = Signal()
    backed_up = Signal()

    def __init__(
        self,
        shell: Shell,
        idle: IdleClock,
        *,
        running: Callable[[], RunningRow | None],
        seen_utc: Callable[[], int],
        reading: AbstractContextManager[object],
        parent: QObject | None = None,
    ) -> None:
        """``seen_utc`` answers the person's last sign.

        ``reading`` holds the read-only connection: one job at a time, those of the terminal included.
        """
        super().__init__(parent)
        self._reading = reading
        self._shell = shell
        self._idle = idle
        self._running = running
        self._seen_utc = seen_utc
        self.settings = WatchSettings()
        self._beat_s = float("-inf")
        self._unanswered: EntryId | None = None
        self._day: date | None = None
        self._changed = False
        self._backed_up_s: float | None = None
        self._backing_up = False
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY_MS)
        self._look.timeout.connect(self.look)
        self._first_backup = QTimer(self)
        self._first_backup.setSingleShot(True)
        self._first_backup.setInterval(FIRST_BACKUP_MS)
        self._first_backup.timeout.connect(self._look_for_backup)
        shell.bridge.changed.connect(self._on_changed)

    @property
    def backups(self) -> Path:
        """The folder that backups go to: the chosen one, else the profile's."""
        chosen = self.settings.backup_folder
        return Path(chosen) if chosen else self._shell.paths.backups

    def start(self) -> None:
        self._look.start()
        self._first_backup.start()
        self._read_settings()

    def stop(self) -> None:
        self._look.stop()
        self._first_backup.stop()
        self._idle.close()

    def wait_for_answer(self, entry: EntryId) -> None:
        """Note no activity on a timer that outlived the program until the person has said what to do with it."""
        self._unanswered = entry

    def answered(self) -> None:
        self._unanswered = None
        self._beat_s = float("-inf")

    @Slot()
    def look(self) -> None:
        """Look at everything once."""
        self._beat()
        self._look_at_day()
        after_s = self.settings.lock_after_s
        idle_s = self._idle.idle_s()
        if after_s and idle_s is not None and idle_s >= after_s:
            self.lock_wanted.emit(LockReason.IDLE)

    # -- heartbeat and days ------------------------------------------------------------------------------------------

    def _beat(self) -> None:
        running, clock = self._running(), self._shell.clock
        if running is None or running.entry_id == self._unanswered:
            return
        now_s = clock.monotonic_s()
        if now_s - self._beat_s < self.settings.heartbeat_s:
            return
        self._beat_s = now_s
        # The person's last sign: a machine left alone notes no activity.
        self._shell.bridge.execute(self, NoteActivity(max(running.start_utc, self._seen_utc())))

    def _look_at_day(self) -> None:
        clock = self._shell.clock
        zone, now_utc = clock.zone_name(), clock.now_s()
        self._shell.bridge.ask(self, lambda w: w.read(work_day_of, now_utc, zone), self._take_day, topic="day")

    def _take_day(self, day: date) -> None:
        earlier, self._day = self._day, day
        if earlier is not None and earlier != day:
            self.new_day.emit()

    # -- settings ----------------------------------------------------------------------------------------------------

    def _read_settings(self) -> None:
        self._shell.bridge.ask(self, read_watch_settings, self._take_settings, topic="settings")

    def _take_settings(self, read: WatchSettings) -> None:
        self.settings = read

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        self._changed = True
        if changes.touches("setting"):
            self._read_settings()

    # -- backup ------------------------------------------------------------------------------------------------------

    @Slot()
    def _look_for_backup(self) -> None:
        """Make a backup where the last one is older than the setting says and something has changed since."""
        self._first_backup.setInterval(60_000)
        self._first_backup.start()
        now_s = self._shell.clock.monotonic_s()
        due = self._backed_up_s is None or (self._changed and now_s - self._backed_up_s >= self.settings.backup_every_s)
        if due and not self._backing_up:
            self.back_up(by_hand=False)

    def back_up(self, *, by_hand: bool) -> None:
        """Make a verified backup in a worker, on the read-only connection; the store thread goes on."""
        self._backing_up = True

        def carry_out(work: BackupWork) -> None:
            self._carry_out(work, by_hand=by_hand)

        self._shell.bridge.ask(self, backup_work, carry_out, failed=self._failed)

    def _carry_out(self, work: BackupWork, *, by_hand: bool) -> None:
        now_utc = self._shell.clock.now_s()
        folder = self.backups
        every_s = self.settings.backup_every_s
        reading = self._reading

        def backup(_request: Request[BackupMade | None]) -> BackupMade | None:
            newest = next(iter(find_backups(folder, work.vault.vault_id)), None)
            age_s = None if newest is None else now_utc - newest.manifest.made_utc
            if not by_hand and age_s is not None and 0 <= age_s < min(every_s, int(timedelta(days=1).total_seconds())):
                return None
            with reading:
                return make_backup(work.store, work.vault, now_utc=now_utc, anchor=work.anchor, folder=folder)

        answer = self._made_by_hand if by_hand else self._made
        self._shell.bridge.aside(self, backup, answer, failed=self._failed, cancelled=self._backup_cancelled)

    def _made(self, _made: BackupMade | None) -> None:
        self._backing_up = False
        self._changed = False
        self._backed_up_s = self._shell.clock.monotonic_s()
        self.backed_up.emit()

    def _made_by_hand(self, made: BackupMade | None) -> None:
        self._made(made)
        if made is not None:
            detail = self.tr("{file}, read back and whole").format(file=made.path.name)
            self._shell.say(Message(Kind.OK, self.tr("Backed up"), sentences(detail), passing=True))

    def _failed(self, error: EngageDeskError) -> None:
        self._backing_up = False
        self._backed_up_s = self._shell.clock.monotonic_s()
        self._shell.say(message_for(error, safe=self.tr("The store itself is not touched.")))
        if not self._shell.in_sight:
            self._shell.notify(self.tr("The backup could not be made"), words_for(error).title)

    def _backup_cancelled(self) -> None:
        self._backing_up = False
