"""Everything that works on an open store besides the desk: built once Today is on the screen, stopped before it closes.

Imported late as a whole; the program connects what concerns the window and its end.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from engagedesk import settings
from engagedesk.cli.window import reader
from engagedesk.services.queries.rows import RunningRow
from engagedesk.ui import intents
from engagedesk.ui.controllers.activity import Activity
from engagedesk.ui.controllers.away import Away
from engagedesk.ui.controllers.budgets import Budgets
from engagedesk.ui.controllers.dashboard import DashboardKeeper
from engagedesk.ui.controllers.desk import Desk
from engagedesk.ui.controllers.entry_search import EntryFinder
from engagedesk.ui.controllers.friday import Friday
from engagedesk.ui.controllers.friday_dock import FridayDock
from engagedesk.ui.controllers.imports import Imports
from engagedesk.ui.controllers.keeping import Keeping
from engagedesk.ui.controllers.plan_files import PlanFiles
from engagedesk.ui.controllers.portfolio import Portfolio
from engagedesk.ui.controllers.preferences import Preferences
from engagedesk.ui.controllers.rate_cards import RateCardsDesk
from engagedesk.ui.controllers.reach import Reach
from engagedesk.ui.controllers.reminders import Reminders
from engagedesk.ui.controllers.reports import Reports
from engagedesk.ui.controllers.safekeeping import Safekeeping
from engagedesk.ui.controllers.sample import Sample
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.controllers.staffing import Staffing
from engagedesk.ui.controllers.suggestions import Suggestions
from engagedesk.ui.controllers.timeline import TimelineDesk
from engagedesk.ui.controllers.timesheet import TimesheetDesk
from engagedesk.ui.controllers.watch import Watch
from engagedesk.ui.controllers.weeks import Weeks
from engagedesk.ui.desktop import looks
from engagedesk.ui.desktop.active_window import window_watch
from engagedesk.ui.desktop.hotkey import key_lender
from engagedesk.ui.desktop.presence import PresenceWatch
from engagedesk.ui.desktop.senses import Senses
from engagedesk.ui.format import clock


class Crew(QObject):
    """The controllers of an open store; ``takes`` says which intents they do. Lives in the GUI thread."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        senses: Senses,
        *,
        presence: PresenceWatch,
        look: Callable[[], settings.Appearance],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        platform = QGuiApplication.platformName()
        self._shell = shell
        self._desk = desk
        self.away = Away(shell, presence, timer=self._running, unanswered=lambda: desk.waits_for_answer, parent=self)
        self.watch = watch = Watch(
            shell, senses, running=self._running, seen_utc=lambda: presence.seen_utc, reading=reader, parent=self
        )
        watch.new_day.connect(desk.refresh)
        desk.unanswered.connect(watch.wait_for_answer)
        desk.answered.connect(watch.answered)
        if desk.waits_for_answer is not None:
            watch.wait_for_answer(desk.waits_for_answer)
        self.imports = Imports(shell, parent=self)
        self.sample = Sample(shell, parent=self)
        weeks = Weeks(shell, parent=self)
        timesheet = TimesheetDesk(shell, parent=self)
        friday = Friday(shell, weeks, parent=self)
        dock = FridayDock(shell, friday, parent=self)
        self.keeping = Keeping(shell, watch, look, parent=self)
        self.suggestions = suggestions = Suggestions(shell, desk, parent=self)
        self.activity = Activity(shell, window_watch(platform), senses, parent=self)
        self.activity.kept.connect(suggestions.refresh)
        self.activity.changed.connect(self._on_watching_changed)
        self.reminders = Reminders(shell, desk, senses, parent=self)
        self.reminders.occupied = lambda: senses.meeting().hold
        suggestions.drafts.connect(timesheet.show_suggested)
        timesheet.day_shown.connect(suggestions.ask)
        self.reach = Reach(shell, desk, key_lender(platform, parent=self), parent=self)
        at_once = (
            partial(looks.tray, self._has_tray),
            senses.idle_capability,
            senses.lock_capability,
            senses.sleep_capability,
            senses.meeting_capability,
            self.reach.capability,
            self.activity.capability,
        )
        slow = (
            looks.notifications,
            partial(looks.keyring, shell.around.keyring),
            partial(looks.file_lock, shell.paths.folder),
        )
        preferences = Preferences(shell, at_once, slow, parent=self)
        safekeeping = Safekeeping(shell, watch, reader, parent=self)
        self.dashboard = DashboardKeeper(shell, parent=self)
        watch.new_day.connect(self.dashboard.refresh)
        portfolio = Portfolio(shell, parent=self)
        reports = Reports(shell, parent=self)
        self.timeline = TimelineDesk(shell, parent=self)
        self.budgets = Budgets(shell, parent=self)
        plan_files = PlanFiles(shell, parent=self)
        self.staffing = Staffing(shell, parent=self)
        rate_cards = RateCardsDesk(shell, parent=self)
        self.entry_finder = EntryFinder(shell, parent=self)
        watch.new_day.connect(self.budgets.look)
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {}
        for taker in (
            suggestions, self.activity, self.imports, self.sample, weeks, timesheet, self.keeping, friday, dock,
            preferences, safekeeping, self.away, portfolio, reports, self.timeline, self.budgets, plan_files,
            self.staffing, rate_cards, self.entry_finder,
        ):  # fmt: skip
            self.takes |= taker.takes

    def start(self) -> None:
        """Begin to look and to remind; what asks the program must be connected by now."""
        self.dashboard.refresh()
        self.suggestions.refresh()
        self.activity.start()
        self.reminders.start()
        self.budgets.start()
        self.reach.start()
        # Settings may be in sight already.
        self.keeping.refresh()
        self.watch.start()
        self.away.start()

    def stop(self) -> None:
        """Let go of the desktop: nothing here asks the store any more."""
        self.timeline.stop()
        self.watch.stop()
        self.reach.stop()
        self.reminders.stop()
        self.budgets.stop()
        self.activity.stop()

    def _running(self) -> RunningRow | None:
        return self._desk.running

    def _has_tray(self) -> bool:
        return self._shell.tray.present

    @Slot()
    def _on_watching_changed(self) -> None:
        """Let the tray offer a pause while windows are watched."""
        activity, tray = self.activity, self._shell.tray
        if not activity.watching:
            tray.show_watching("", ())
        elif activity.paused_until_utc is not None:
            until = clock(activity.paused_until_utc, self._shell.clock.zone_name())
            title = self.tr("Window titles: paused until {time}").format(time=until)
            tray.show_watching(title, ((self.tr("Look again now"), intents.PauseWatching(0)),))
        else:
            pauses = (
                (self.tr("Pause for 1 hour"), intents.PauseWatching(3_600)),
                (self.tr("Pause for 4 hours"), intents.PauseWatching(14_400)),
                (self.tr("Forget window titles…"), intents.AskForgetTitles()),
            )
            tray.show_watching(self.tr("Window titles: watched"), pauses)
