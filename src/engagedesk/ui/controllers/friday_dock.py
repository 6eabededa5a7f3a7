"""Friday on the Timesheet page: the check beside the week's grid, and two further views of a week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Slot

from engagedesk.services.queries.today import work_day_of
from engagedesk.services.queries.week_check import week_holding
from engagedesk.services.workspace import Workspace
from engagedesk.ui import intents
from engagedesk.ui.actions import Action, ActionGroup
from engagedesk.ui.controllers.friday import Friday, FridayViews
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.intents import HandInStep, SheetFormat, WeekEntriesPurpose
from engagedesk.ui.pages.handover import HandoverView
from engagedesk.ui.pages.reconciliation import ReconciliationView
from engagedesk.ui.pages.timesheet import TimesheetPage
from engagedesk.ui.pages.week_check_panel import WeekCheckPanel
from engagedesk.ui.theme import Icon
from engagedesk.ui.timesheet.frame import Period, ViewSpec
from engagedesk.ui.timesheet.intents import ShowTimesheet, View
from engagedesk.ui.words import tr


class FridayDock(QObject):
    """Registers Friday's views with the page when it is first shown; a jump goes to the day."""

    def __init__(self, shell: Shell, friday: Friday, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._friday = friday
        self._panel: WeekCheckPanel | None = None
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {
            intents.ShowEntry: self._show_entry,
            intents.HandIn: self._hand_in,
        }
        shell.window.registry.offer(friday_actions())
        shell.window.page_shown.connect(self._on_page_shown)
        self._on_page_shown(shell.window.current_page)

    @Slot(str)
    def _on_page_shown(self, key: str) -> None:
        page = self._shell.window.page(key) if key == "timesheet" else None
        if self._panel is not None or not isinstance(page, TimesheetPage):
            return
        panel, handover, recorded = WeekCheckPanel(), HandoverView(), ReconciliationView()
        self._panel = panel
        panel.intent.connect(page.intent)
        page.week.set_side(panel)
        page.add_view(ViewSpec("handover", self.tr("Hand over"), Period.WEEK, lambda: handover))
        page.add_view(ViewSpec("recorded", self.tr("Recorded"), Period.WEEK, lambda: recorded))
        self._friday.show_in(FridayViews(panel, handover, recorded))
        page.period_shown.connect(self._friday.show_period)

    def _hand_in(self, intent: intents.HandIn) -> None:
        if intent.step is HandInStep.CHECK:
            self._go_to_check(intent.day)
            return
        window, clock = self._shell.window, self._shell.clock
        page = window.page("timesheet") if window.current_page == "timesheet" else None
        day = intent.day or (page.shown_day if isinstance(page, TimesheetPage) else None)
        zone, now_utc = clock.zone_name(), clock.now_s()

        def work(workspace: Workspace) -> str:
            return workspace.read(week_holding, day or workspace.read(work_day_of, now_utc, zone)).label

        def go_on(week: str) -> None:
            window.intent.emit(
                {
                    HandInStep.SUBMIT: intents.SubmitWeek(week),
                    HandInStep.COPY: intents.WriteTimesheet(week, SheetFormat.CLIPBOARD),
                    HandInStep.RECALL: intents.ChooseWeekEntries(week, WeekEntriesPurpose.RECALL),
                }[intent.step]
            )

        self._shell.bridge.ask(self, work, go_on, failed=self._shell.complain, topic="hand in")

    def _go_to_check(self, day: date | None) -> None:
        """Show the week with its check, and have the keyboard on the check's first line."""
        window = self._shell.window
        window.intent.emit(ShowTimesheet(View.WEEK.value, day))
        page = window.page("timesheet")
        if self._panel is not None and isinstance(page, TimesheetPage):
            page.week.show_side()
            self._panel.await_focus()

    def _show_entry(self, intent: intents.ShowEntry) -> None:
        self._shell.window.intent.emit(ShowTimesheet(View.DAY.value, intent.day, intent.entry))


def friday_actions() -> tuple[Action, ...]:
    """Return what palette, help and keys can ask of Friday from anywhere."""
    time, go = ActionGroup.TIME, ActionGroup.GO
    return (
        Action("week.check", tr("FridayDock", "Check the week"), "Ctrl+Shift+F", Icon.CHECK, time,
               intents.HandIn(HandInStep.CHECK), also=tr("FridayDock", "friday timesheet gaps overlaps")),
        Action("week.submit", tr("FridayDock", "Submit the week"), "", Icon.CHECK, time,
               intents.HandIn(HandInStep.SUBMIT), also=tr("FridayDock", "hand in timesheet friday")),
        Action("week.copy", tr("FridayDock", "Copy the timesheet"), "", Icon.COPY, time,
               intents.HandIn(HandInStep.COPY), also=tr("FridayDock", "clipboard week friday")),
        Action("week.recall", tr("FridayDock", "Recall the week"), "", Icon.UNDO, time,
               intents.HandIn(HandInStep.RECALL), also=tr("FridayDock", "timesheet submitted take back")),
        Action("week.handover", tr("FridayDock", "Timesheet: hand over"), "", Icon.SHEET, go,
               ShowTimesheet("handover"), also=tr("FridayDock", "entered ticks lines firm")),
        Action("week.recorded", tr("FridayDock", "Timesheet: recorded time"), "", Icon.IMPORT, go,
               ShowTimesheet("recorded"), also=tr("FridayDock", "reconcile differences extract firm")),
    )  # fmt: skip
