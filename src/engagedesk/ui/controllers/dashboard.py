"""Keeps what Today shows beside the day: what is unbilled, and the next dates."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from engagedesk.services.changes import Changes
from engagedesk.services.queries.dashboard import dashboard
from engagedesk.services.queries.dashboard_rows import Dashboard
from engagedesk.services.queries.today import work_day_of
from engagedesk.services.workspace import Workspace
from engagedesk.ui.controllers.shell import Shell

PAGE = "today"


class DashboardKeeper(QObject):
    """Reads the dashboard when the store is open, after every change, and with a new day. Lives in the GUI thread."""

    def __init__(self, shell: Shell, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._stale = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._refresh)
        shell.bridge.changed.connect(self._on_changed)
        shell.window.page_shown.connect(self._on_page_shown)

    @Slot()
    def refresh(self) -> None:
        """Read anew: the store opened, or a day began."""
        self._stale = True
        self._soon.start()

    @Slot(object, object)
    def _on_changed(self, _changes: Changes, _initiator: object) -> None:
        self.refresh()

    @Slot(str)
    def _on_page_shown(self, page: str) -> None:
        if page == PAGE and self._stale:
            self._soon.start()

    @Slot()
    def _refresh(self) -> None:
        window = self._shell.window
        if window.current_page != PAGE or not self._stale or not self._shell.in_sight:
            return
        self._stale = False
        clock = self._shell.clock
        zone, now_utc = clock.zone_name(), clock.now_s()

        def work(workspace: Workspace) -> Dashboard:
            today = workspace.read(work_day_of, now_utc, zone)
            return workspace.read(dashboard, today=today)

        self._shell.bridge.ask(self, work, self._show, failed=self._shell.complain, topic="dashboard")

    def _show(self, found: Dashboard) -> None:
        page: Any = self._shell.window.built_page(PAGE)
        if page is not None:
            page.show_dashboard(found)
