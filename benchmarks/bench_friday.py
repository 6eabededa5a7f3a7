"""Friday on a store with 50,000 lines: the check, the lines to hand over and reconciliation shown within 100 ms at p95.

And the program's own part of a whole Friday: every proposed fix of a week, with the list shown again after each, then
the submission and the timesheet as text. For information: a person's minute is not a machine's.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.measuring import percentile, report, sample, seconds_of, spread
from engagedesk.domain.days import Week
from engagedesk.domain.spans import Span
from engagedesk.domain.week_fixes import Leave, LookAt
from engagedesk.interchange.tables import tsv_text
from engagedesk.services.commands.time import AddEntry, Target, Work
from engagedesk.services.commands.weeks import SubmitWeek
from engagedesk.services.queries.handover import reconciliation, week_handover
from engagedesk.services.queries.recent import recent_targets
from engagedesk.services.queries.week_check import week_check
from engagedesk.services.queries.weeks import week_sheet
from engagedesk.services.week_fixes import fix_command
from engagedesk.services.workspace import Workspace
from engagedesk.ui.pages.handover import HandoverView
from engagedesk.ui.pages.reconciliation import ReconciliationView
from engagedesk.ui.pages.week_check_panel import WeekCheckPanel
from engagedesk.ui.theme import ThemeMode, ThemeSwitch

TIMES = 60
LONG_AGO = 2_000
"""Weeks: before everything that the sample holds."""
SHOWN_MS = 100.0
ZONE = "Europe/London"


def settled(view: QWidget) -> None:
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
    view.grab()


def main() -> None:
    app = QApplication(["bench"])
    theme = ThemeSwitch(app, ThemeMode.LIGHT)
    now_utc = int(time.time())
    today = datetime.fromtimestamp(now_utc, tz=UTC).date()
    this = Week.of(today)
    with sample() as workspace:
        panel, handover, recorded = WeekCheckPanel(), HandoverView(), ReconciliationView()
        for view in (panel, handover, recorded):
            view.resize(view.sizeHint())
            view.show()

        def show_check(week: Week) -> None:
            panel.show_check(workspace.read(week_check, week, zone=ZONE, now_utc=now_utc))
            settled(panel)

        def show_handover(week: Week) -> None:
            handover.show_handover(workspace.read(week_handover, week, now_utc=now_utc))
            settled(handover)

        def show_recorded(week: Week) -> None:
            found = workspace.read(reconciliation, week.first, week.last, today=today, now_utc=now_utc)
            recorded.show_reconciliation(found)
            settled(recorded)

        showing: tuple[tuple[str, Callable[[Week], None]], ...] = (
            ("Friday check", show_check),
            ("Hand over", show_handover),
            ("Reconciliation", show_recorded),
        )
        for name, show in showing:
            show(this)
            weeks = [this.shift(-turn % 20 - 20) for turn in range(TIMES)]
            shown = [1000 * seconds_of(partial(show, week)) for week in weeks]
            report(f"{name} shown, p95", percentile(shown, 95), "ms", limit=SHOWN_MS, note=spread(shown, "ms"))
        messy(workspace, this.shift(-LONG_AGO), now_utc)
        steps, whole = friday(workspace, this.shift(-LONG_AGO), now_utc, show_check)
        report("Friday, the program's part", whole, "s", note=f"{steps} fixes, submit, timesheet")
    del theme


def messy(workspace: Workspace, week: Week, now_utc: int) -> None:
    """Give a week of long ago, which holds nothing yet, five days with a gap, an overlap and no narrative."""
    today = datetime.fromtimestamp(now_utc, tz=UTC).date()
    code = next(t.code_id for t in workspace.read(recent_targets, day=today) if t.engagement_id and t.code_id)
    for day in week.days[:5]:
        nine = int(datetime(day.year, day.month, day.day, 9, tzinfo=UTC).timestamp())
        for start, end, narrative in ((0, 3, "Review notes"), (4, 6, ""), (5, 9, "Call")):
            span = Span(nine + start * 3600, nine + end * 3600)
            work = Work(Target(code=code), narrative=narrative)
            workspace.execute(AddEntry(work, zone=ZONE, now_utc=now_utc, span=span))


def friday(workspace: Workspace, week: Week, now_utc: int, show: Callable[[Week], None]) -> tuple[int, float]:
    """Do every proposed fix of a week, submit it and make its timesheet; return how many fixes, and the seconds."""
    started = time.perf_counter()
    steps = 0
    for _ in range(60):
        check = workspace.read(week_check, week, zone=ZONE, now_utc=now_utc)
        fix = next((i.fixes[0] for i in check.items if not isinstance(i.fixes[0], Leave | LookAt)), None)
        if fix is None:
            break
        workspace.execute(workspace.read(fix_command, fix, "", zone=ZONE, now_utc=now_utc))
        show(week)
        steps += 1
    workspace.execute(SubmitWeek(week, ZONE, now_utc))
    show(week)
    for header, *rows in workspace.read(week_sheet, week, now_utc=now_utc).tables():
        tsv_text(header, rows)
    return steps, time.perf_counter() - started


if __name__ == "__main__":
    main()
