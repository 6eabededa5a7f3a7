"""Friday on the Timesheet page: the check beside the week's grid, and two further views of a week."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Slot

from engagedesk.ui import intents
from engagedesk.ui.controllers.friday import Friday, FridayViews
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.pages.handover import HandoverView
from engagedesk.ui.pages.reconciliation import ReconciliationView
from engagedesk.ui.pages.timesheet import TimesheetPage
from engagedesk.ui.pages.week_check_panel import WeekCheckPanel
from engagedesk.ui.timesheet.frame import Period, ViewSpec
from engagedesk.ui.timesheet.intents import ShowTimesheet, View


class FridayDock(QObject):
    """Registers Friday's views with the page when it is first shown; a jump goes to the day."""

    def __init__(self, shell: Shell, friday: Friday, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._friday = friday
        self._docked = False
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {intents.ShowEntry: self._show_entry}
        shell.window.page_shown.connect(self._on_page_shown)
        self._on_page_shown(shell.window.current_page)

    @Slot(str)
    def _on_page_shown(self, key: str) -> None:
        page = self._shell.window.page(key) if key == "timesheet" else None
        if self._docked or not isinstance(page, TimesheetPage):
            return
        self._docked = True
        panel, handover, recorded = WeekCheckPanel(), HandoverView(), ReconciliationView()
        panel.intent.connect(page.intent)
        page.week.set_side(panel)
        page.add_view(ViewSpec("handover", self.tr("Hand over"), Period.WEEK, lambda: handover))
        page.add_view(ViewSpec("recorded", self.tr("Recorded"), Period.WEEK, lambda: recorded))
        self._friday.show_in(FridayViews(panel, handover, recorded))
        page.period_shown.connect(self._friday.show_period)

    def _show_entry(self, intent: intents.ShowEntry) -> None:
        self._shell.window.intent.emit(ShowTimesheet(View.DAY.value, intent.day, intent.entry))
