"""Dialogs that are no forms, filled: the progress report and a new recovery key."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from engagedesk.domain.plan import Conflict, ConflictKind
from engagedesk.domain.progress import work_report
from engagedesk.services.queries.progress_report import EngagementReport, ProgressReport
from engagedesk.ui.dialogs.progress_report import ProgressReportDialog
from engagedesk.ui.dialogs.recovery_key import RecoveryKeyDialog
from tests.ui.plan_form_rows import ITEMS
from tests.ui.sample_rows import DAY
from tests.ui.sample_standings import LISTED

FIRST: Final = date(2026, 11, 7)
LATE: Final = Conflict(ConflictKind.DEADLINE, (), (ITEMS[0].id,), date(2026, 12, 4), date(2026, 12, 9))
REPORT: Final = ProgressReport(
    first=FIRST,
    last=DAY,
    made_on=DAY,
    engagements=tuple(
        EngagementReport(
            row, name, code, work_report([item for item in ITEMS if item.engagement == ITEMS[0].engagement],
                                         first=FIRST, last=DAY), (LATE,) if row is LISTED.rows[0] else ())
        for row, name, code in zip(LISTED.rows, ("Harrowgate Foods plc", "Northgate Instruments Inc"),
                                   ("Alder", "Basalt"), strict=False)
    ),
    whole=True,
    people={},
    items={item.id: item.name for item in ITEMS},
    day_s=27_000,
    extract_date=DAY,
    stale=False,
)  # fmt: skip


def progress_report(*, names: bool) -> QWidget:
    dialog = ProgressReportDialog(FIRST, DAY)
    dialog.names.set_value(names)
    dialog.show_report(REPORT)
    return dialog


def recovery_key() -> QWidget:
    return RecoveryKeyDialog(("K7QF", "2MZD", "9XTA", "R4HC", "W8NE", "5PJB", "V3GY", "6DSK"))


DIALOGS: Final = {
    "progress-report": (QSize(760, 640), lambda: progress_report(names=False)),
    "progress-report-names": (QSize(760, 640), lambda: progress_report(names=True)),
    "progress-report-waiting": (QSize(760, 640), lambda: ProgressReportDialog(FIRST, DAY)),
    "recovery-key": (QSize(520, 380), recovery_key),
}
"""Every one with its size."""
