"""Watching which window is in front, where the person switched that on: looks, redacts, keeps, forgets.

A raw title lives for the length of one look. What is kept waits at most a minute for its place in the store.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engagedesk import settings
from engagedesk.domain.activity import LOOK_EVERY_S, Trail
from engagedesk.domain.days import zone_named
from engagedesk.domain.redaction import TitleRules
from engagedesk.errors import EngageDeskError
from engagedesk.services import rules
from engagedesk.services.changes import Changes
from engagedesk.services.commands.activity import KeepActivity, PurgeActivity
from engagedesk.services.queries.suggestions import activity_span, title_rules
from engagedesk.services.workspace import Outcome, Workspace
from engagedesk.ui import intents
from engagedesk.ui.actions import Action, ActionGroup
from engagedesk.ui.controllers.messages import said
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.desktop.active_window import WindowWatch
from engagedesk.ui.desktop.capability import Capability
from engagedesk.ui.desktop.idle import IdleClock
from engagedesk.ui.dialogs.forget_titles import ForgetTitlesDialog
from engagedesk.ui.format import clock, local
from engagedesk.ui.theme import Icon
from engagedesk.ui.view_rows import WatchedView
from engagedesk.ui.words import counted, tr

KEEP_EVERY_S: Final = 60
IDLE_AFTER_S: Final = 120
"""Nobody is there: what stands in front is not worked on."""
FORGET_EVERY_S: Final = 6 * 3600
LONG_AGO: Final = 0
OWN_APP: Final = "engagedesk"


@dataclass(frozen=True, slots=True)
class WatchRules:
    on: bool
    keep_days: int
    titles: TitleRules


def read_watch_rules(workspace: Workspace) -> WatchRules:
    """Return what the watch goes by; call in the store thread. Clients are read only where it is on."""
    on = workspace.read(rules.setting, settings.ACTIVITY_WATCH)
    titles = workspace.read(title_rules) if on else TitleRules()
    return WatchRules(on, workspace.read(rules.setting, settings.ACTIVITY_KEEP), titles)


class Activity(QObject):
    """Lives in the GUI thread. Off until the setting says otherwise, and while it is paused."""

    kept = Signal()
    """More is in the store: suggestions may have changed."""
    changed = Signal()
    """``watching`` or ``paused_until_utc`` changed."""

    def __init__(self, shell: Shell, windows: WindowWatch, idle: IdleClock, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._windows = windows
        self._idle = idle
        self._rules: WatchRules | None = None
        self._trail = Trail()
        self._kept_utc = 0
        self._forgot_utc = 0
        self._dialog: ForgetTitlesDialog | None = None
        self.paused_until_utc: int | None = None
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY_S * 1000)
        self._look.timeout.connect(self.look)
        shell.bridge.changed.connect(self._on_changed)
        words = tr("Actions", "Forget window titles")
        forget = Action("titles.forget", words, "", Icon.DELETE, ActionGroup.DATA, intents.AskForgetTitles())
        shell.window.registry.offer((forget, *pauses()))
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {
            intents.PauseWatching: self._pause,
            intents.AskForgetTitles: self._ask_forget,
            intents.ForgetTitles: self._forget,
        }

    def start(self) -> None:
        self._read()

    def stop(self) -> None:
        """Keep what was seen and look no more."""
        self._look.stop()
        self._keep()
        self._windows.close()

    def capability(self) -> Capability:
        return self._windows.capability()

    @property
    def watching(self) -> bool:
        return self._rules is not None and self._rules.on

    @property
    def paused(self) -> bool:
        until = self.paused_until_utc
        return until is not None and self._shell.clock.now_s() < until

    @Slot()
    def look(self) -> None:
        """Look once, and keep what is known so far where a minute has passed."""
        found = self._rules
        if found is None or not found.on:
            return
        now_utc = self._shell.clock.now_s()
        if self.paused_until_utc is not None and now_utc >= self.paused_until_utc:
            self.paused_until_utc = None
            self.changed.emit()
        away_s = self._idle.idle_s()
        seen = None
        if not self.paused and (away_s is None or away_s < IDLE_AFTER_S):
            seen = self._windows.look()
        if seen is not None and seen.app.casefold() == OWN_APP:
            # Looking at one's hours is no work on an engagement.
            seen = None
        self._trail = self._trail.look(None if seen is None else found.titles.kept(seen.app, seen.title), now_utc)
        if now_utc - self._kept_utc >= KEEP_EVERY_S:
            self._keep()
        if now_utc - self._forgot_utc >= FORGET_EVERY_S:
            self._forgot_utc = now_utc
            old = PurgeActivity(LONG_AGO, now_utc - found.keep_days * 86_400)
            self._shell.bridge.execute(self, old)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        self._shell.bridge.ask(self, read_watch_rules, self._take_rules, topic="watch rules")

    def _take_rules(self, read: WatchRules) -> None:
        earlier, self._rules = self._rules, read
        if read.on and (earlier is None or not earlier.on):
            self._forgot_utc = 0
            self._look.start()
            self.look()
        elif not read.on:
            self._look.stop()
            self._keep()
            self._trail = Trail()
        if earlier is None or earlier.on != read.on:
            self.changed.emit()

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.touches("setting") or (self.watching and changes.touches("client", "engagement", "charge_code")):
            self._read()

    def _keep(self) -> None:
        stretches = self._trail.to_store()
        if not stretches:
            return
        self._kept_utc = self._shell.clock.now_s()
        self._trail = self._trail.stored()
        self._shell.bridge.execute(self, KeepActivity(stretches), self._on_kept)

    def _on_kept(self, _outcome: Outcome[None]) -> None:
        self.kept.emit()

    def _pause(self, intent: intents.PauseWatching) -> None:
        self._trail = self._trail.look(None, self._shell.clock.now_s())
        self.paused_until_utc = self._shell.clock.now_s() + intent.seconds if intent.seconds else None
        self.changed.emit()
        if not self.watching:
            how = tr("Activity", "Settings, Privacy and data switches it on.")
            self._shell.say(said(tr("Activity", "Window titles are not looked at"), how))
        elif self.paused_until_utc is None:
            self._shell.say(said(tr("Activity", "Window titles are looked at again")))
        else:
            until = clock(self.paused_until_utc, self._shell.clock.zone_name())
            again = tr("Activity", "Look again now")
            words = tr("Activity", "Window titles are not looked at until {time}").format(time=until)
            self._shell.say(said(words, action=again, intent=intents.PauseWatching(0)))

    # -- forgetting --------------------------------------------------------------------------------------------------

    def _ask_forget(self, _intent: intents.AskForgetTitles) -> None:
        self._keep()
        zone = self._shell.clock.zone_name()

        def work(workspace: Workspace) -> WatchedView:
            count, first, last = workspace.read(activity_span)
            first_day = local(first, zone).date() if count else None
            last_day = local(last, zone).date() if count else None
            return WatchedView(count, first_day, last_day, workspace.read(rules.setting, settings.ACTIVITY_KEEP))

        self._shell.bridge.ask(self, work, self._show_forget, failed=self._shell.complain, topic="watched")

    def _show_forget(self, view: WatchedView) -> None:
        dialog = self._dialog = ForgetTitlesDialog(view, self._today(), parent=self._shell.window)
        dialog.intent.connect(self._on_dialog)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _on_dialog(self, intent: intents.Intent) -> None:
        if isinstance(intent, intents.ForgetTitles):
            self._forget(intent)

    def _forget(self, intent: intents.ForgetTitles) -> None:
        place = zone_named(self._shell.clock.zone_name())
        first, last = min(intent.first, intent.last), max(intent.first, intent.last)

        def work(workspace: Workspace) -> Outcome[int]:
            days = workspace.read(rules.work_days)
            end = last + timedelta(days=1)
            command = PurgeActivity(days.start_of(first, place), days.start_of(end, place))
            return workspace.execute(command, initiator=self)

        self._trail = Trail()
        self._shell.bridge.ask(self, work, self._forgotten, failed=self._not_forgotten)

    def _forgotten(self, outcome: Outcome[int]) -> None:
        words = counted(outcome.result, self.tr("{n} window title forgotten"), self.tr("{n} window titles forgotten"))
        self._shell.say(said(words, self.tr("Backups made earlier hold them until they are replaced.")))
        self.kept.emit()

    def _not_forgotten(self, error: EngageDeskError) -> None:
        self._shell.complain(error)

    def _today(self) -> date:
        clock = self._shell.clock
        return local(clock.now_s(), clock.zone_name()).date()


def pauses() -> tuple[Action, ...]:
    """Return what the tray offers too: not every desktop has one."""
    also = tr("Actions", "pause watch window titles privacy suggestions")
    return (
        Action("titles.pause", tr("Actions", "Look at no window titles for 1 hour"), "", Icon.EYE_OFF,
               ActionGroup.PROGRAM, intents.PauseWatching(3_600), also=also),
        Action("titles.resume", tr("Actions", "Look at window titles again"), "", Icon.EYE, ActionGroup.PROGRAM,
               intents.PauseWatching(0), also=also),
    )  # fmt: skip
