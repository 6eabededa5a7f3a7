"""Progress reports: made from live data, looked at, saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Signal, Slot

from engagedesk.domain.ids import EngagementId
from engagedesk.services.queries.today import work_day_of
from engagedesk.services.workspace import Workspace
from engagedesk.ui import intents
from engagedesk.ui import portfolio_intents as wants
from engagedesk.ui.actions import Action, ActionGroup
from engagedesk.ui.controllers.messages import said
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.desktop.places import ask_new_file, writing
from engagedesk.ui.store_bridge import Request
from engagedesk.ui.theme import Icon
from engagedesk.ui.words import tr

DAYS: Final = timedelta(days=6)
"""A report is of a week that ends today, unless somebody says otherwise."""


class Reports(QObject):
    """Takes the intents of reports. Lives in the GUI thread."""

    opened = Signal(object)
    """The dialog that opened."""
    written = Signal(object)
    """The ``Path`` of a report that was saved."""

    def __init__(self, shell: Shell, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._bridge = shell.bridge
        self._engagement: EngagementId | None = None
        self._dialog: Any | None = None
        self._document: Any = None
        shell.window.registry.offer((
            Action("report.portfolio", tr("Actions", "Progress report of the portfolio"), "", Icon.SHEET,
                   ActionGroup.DATA, wants.BeginReport(), also=tr("Actions", "status pdf markdown")),
        ))  # fmt: skip
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {wants.BeginReport: self._begin}

    def _begin(self, intent: wants.BeginReport) -> None:
        clock = self._shell.clock
        zone, now_utc = clock.zone_name(), clock.now_s()
        self._engagement = intent.engagement
        self._bridge.ask(self, lambda w: w.read(work_day_of, now_utc, zone), self._open, failed=self._shell.complain)

    def _open(self, today: date) -> None:
        from engagedesk.ui.dialogs.progress_report import ProgressReportDialog

        self._dialog = dialog = ProgressReportDialog(today - DAYS, today, parent=self._shell.window)
        dialog.days_wanted.connect(self._ask)
        dialog.save_wanted.connect(self._ask_file)
        dialog.finished.connect(self._closed)
        dialog.open()
        self.opened.emit(dialog)
        self._ask(today - DAYS, today)

    @Slot()
    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None

    @Slot(object, object)
    def _ask(self, first: date, last: date) -> None:
        clock, engagement = self._shell.clock, self._engagement
        zone, now_utc = clock.zone_name(), clock.now_s()

        def work(workspace: Workspace) -> Any:
            from engagedesk.services.queries.progress_report import progress_report

            today = workspace.read(work_day_of, now_utc, zone)
            return workspace.read(progress_report, engagement, first=first, last=last, today=today)

        self._bridge.ask(self, work, self._show, failed=self._shell.complain, topic="report")

    def _show(self, report: Any) -> None:
        if self._dialog is not None:
            self._dialog.show_report(report)

    @Slot(object, str)
    def _ask_file(self, document: Any, ending: str) -> None:
        self._document = document
        name = self.tr("progress-report") + ending
        ask_new_file(self._dialog or self._shell.window, self.tr("Save the report"), name=name, chosen=self._save)

    @Slot(str)
    def _save(self, name: str) -> None:
        from engagedesk.ui.documents import write_document

        document = self._document

        def work(_request: Request[Path]) -> Path:
            with writing(Path(name)):
                return write_document(document, Path(name))

        self._bridge.aside(self, work, self._saved, failed=self._shell.complain)

    def _saved(self, path: Path) -> None:
        self._shell.say(said(self.tr("Report written: {file}").format(file=path.name), str(path.parent)))
        self.written.emit(path)
