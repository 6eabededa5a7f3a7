"""Each view of the Timesheet page shown within 100 ms at p95, a paint within 16 ms at p95, with 50,000 lines.

Shown is everything between the wish and the picture: the queries, the view taking the rows, and the window painted off
screen. Periods differ, so that nothing of the last one is there already. A drag paints the whole canvas each time.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from statistics import median

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from benchmarks.measuring import LINES, percentile, report, sample, seconds_of, spread
from engagedesk.app.pages import pages
from engagedesk.services.queries.timesheet import day_sheet, month_sheet, planned_tasks, row_choices, week_grid_of
from engagedesk.services.queries.today import awaiting_code
from engagedesk.services.workspace import Workspace
from engagedesk.ui.main_window import DEFAULT_SIZE, MainWindow
from engagedesk.ui.pages.timesheet import TimesheetPage
from engagedesk.ui.theme import ThemeMode, ThemeSwitch

TIMES = 120
SHOWN_MS = 100.0
PAINT_MS = 16.0
ZONE = "Europe/London"


def main() -> None:
    app = QApplication(["bench"])
    theme = ThemeSwitch(app, ThemeMode.LIGHT)
    now_utc = int(time.time())
    today = datetime.fromtimestamp(now_utc, tz=UTC).date()
    with sample() as workspace:
        window = MainWindow(pages(lambda: now_utc), lambda: now_utc)
        window.resize(DEFAULT_SIZE)
        window.show()
        page = window.show_page("timesheet")
        assert isinstance(page, TimesheetPage)
        canvas = QImage(window.size(), QImage.Format.Format_ARGB32_Premultiplied)

        def paint() -> None:
            painter = QPainter(canvas)
            window.render(painter, QPoint(0, 0))
            painter.end()

        def settled() -> None:
            for _ in range(3):
                QCoreApplication.sendPostedEvents()
            paint()

        def show_week(turn: int) -> Callable[[], None]:
            day = today - timedelta(days=7 * (turn % 40))

            def show() -> None:
                page.show_week(workspace.read(week_grid_of, day, zone=ZONE, now_utc=now_utc), day)
                page.week.show_choices(workspace.read(row_choices, day))
                settled()

            return show

        def show_day(turn: int) -> Callable[[], None]:
            day = today - timedelta(days=turn % 60)

            def show() -> None:
                page.show_day(workspace.read(day_sheet, day, zone=ZONE, now_utc=now_utc))
                page.day_view.show_planned(workspace.read(planned_tasks, day))
                settled()

            return show

        def show_month(turn: int) -> Callable[[], None]:
            day = today - timedelta(days=30 * (turn % 12))

            def show() -> None:
                page.show_month(workspace.read(month_sheet, day, zone=ZONE, now_utc=now_utc), day)
                settled()

            return show

        for name, show in (("Week", show_week), ("Day", show_day), ("Month", show_month)):
            seconds_of(show(0))
            shown = [seconds_of(show(turn)) * 1000 for turn in range(TIMES)]
            report(f"{name} shown, p95", percentile(shown, 95), "ms", limit=SHOWN_MS, note=spread(shown, "ms"))
            seconds_of(show(5))
            painted = [seconds_of(paint) * 1000 for _ in range(TIMES)]
            report(f"{name} painted, p95", percentile(painted, 95), "ms", limit=PAINT_MS, note=spread(painted, "ms"))
        _queries(workspace, now_utc)
        window.close()
    del theme


def _queries(workspace: Workspace, now_utc: int) -> None:
    """Tell which query the time goes to."""
    day = datetime.fromtimestamp(now_utc, tz=UTC).date() - timedelta(days=10)
    asked: dict[str, Callable[[], object]] = {
        "week grid": lambda: workspace.read(week_grid_of, day, zone=ZONE, now_utc=now_utc),
        "day": lambda: workspace.read(day_sheet, day, zone=ZONE, now_utc=now_utc),
        "month": lambda: workspace.read(month_sheet, day, zone=ZONE, now_utc=now_utc),
        "rows to choose from": lambda: workspace.read(row_choices, day),
        "awaiting code": lambda: workspace.read(awaiting_code),
    }
    for name, ask in asked.items():
        ask()
        found = [seconds_of(ask) * 1000 for _ in range(20)]
        report(f"query {name}, median", median(found), "ms", note=f"{spread(found, 'ms')}; {LINES} lines")


if __name__ == "__main__":
    main()
