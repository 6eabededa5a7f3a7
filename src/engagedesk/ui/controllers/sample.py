"""The sample portfolio, for looking around."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from engagedesk.errors import EngageDeskError
from engagedesk.services.queries.today import work_day_of
from engagedesk.services.store_thread import Priority
from engagedesk.services.workspace import Workspace
from engagedesk.ui import intents
from engagedesk.ui.controllers.shell import Shell


class Sample(QObject):
    """Takes ``LoadSample``. Lives in the GUI thread."""

    begun = Signal(str)
    filled = Signal()
    failed = Signal(object)

    def __init__(self, shell: Shell, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._loading = False
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {intents.LoadSample: self._load}

    def _load(self, _intent: intents.LoadSample) -> None:
        if self._loading:
            return
        self._loading = True
        self.begun.emit(self.tr("Making a year of time: this takes a few seconds."))
        around = self._shell.around
        zone, now_utc = around.clock.zone_name(), around.clock.now_s()

        def work(workspace: Workspace) -> None:
            # Only those who want it pay for its import.
            from engagedesk.services import demo

            until = workspace.read(work_day_of, now_utc, zone)
            demo.fill(workspace, until=until, now_utc=now_utc)

        self._shell.bridge.ask(self, work, self._done, failed=self._refused, priority=Priority.JOB)

    def _done(self, _nothing: None) -> None:
        self._loading = False
        self.filled.emit()

    def _refused(self, error: EngageDeskError) -> None:
        self._loading = False
        self.failed.emit(error)
