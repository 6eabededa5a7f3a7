"""Budgets shown within 100 ms at p95 with 50,000 lines: the list, and one engagement's detail beside it.

Shown is everything between the wish and the picture: the queries, the page taking the rows, and the window painted off
screen. Each turn shows another engagement, whose detail is worked out; the list takes the figures of the last look, as
its page does, and every figure anew is told beside it.
"""

from __future__ import annotations

import os
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from statistics import median

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from benchmarks.measuring import LINES, collected_as_in_the_window, percentile, report, sample, seconds_of, spread
from engagedesk.app.pages import pages
from engagedesk.services.commands.budgets import RaiseAlerts
from engagedesk.services.queries.budget_rows import BudgetFilter
from engagedesk.services.queries.budget_view import budget_view
from engagedesk.services.queries.budgets import budget_list, budget_page
from engagedesk.ui.main_window import DEFAULT_SIZE, MainWindow
from engagedesk.ui.pages.budgets import BudgetsPage
from engagedesk.ui.theme import ThemeMode, ThemeSwitch

TIMES = 100
WARM_UP = 10
SHOWN_MS = 100.0


def main() -> None:
    app = QApplication(["bench"])
    theme = ThemeSwitch(app, ThemeMode.LIGHT)
    now_utc = int(time.time())
    day = datetime.fromtimestamp(now_utc, tz=UTC).date()
    with sample() as workspace:
        window = MainWindow(pages(lambda: now_utc), lambda: now_utc)
        window.resize(DEFAULT_SIZE)
        window.show()
        window.show_page("budgets")
        page = window.page("budgets")
        assert isinstance(page, BudgetsPage)
        canvas = QImage(window.size(), QImage.Format.Format_ARGB32_Premultiplied)
        ids = [row.id for row in workspace.read(budget_list, BudgetFilter(), today=day).rows]

        def painted() -> None:
            for _ in range(3):
                QCoreApplication.sendPostedEvents()
            painter = QPainter(canvas)
            window.render(painter, QPoint(0, 0))
            painter.end()

        def show(turn: int) -> None:
            # As its controller asks: at once with the figures of the last look, although the day is another.
            asked = day + timedelta(days=turn % 20)
            found = workspace.read(
                budget_view, BudgetFilter(), chosen=ids[turn % len(ids)], today=asked, kept=kept, at_once=True
            )
            page.show_list(found.list, found.page)
            painted()

        kept = workspace.read(budget_view, BudgetFilter(), chosen=None, today=day).kept
        kept = replace(kept, pages=())

        for turn in range(WARM_UP):
            show(turn)
        with collected_as_in_the_window():
            shown = [1000 * seconds_of(lambda t=turn: show(t)) for turn in range(TIMES)]  # type: ignore[misc]
        report("Budgets shown, p95", percentile(shown, 95), "ms", limit=SHOWN_MS, note=spread(shown, "ms"))
        listed = [
            1000 * seconds_of(lambda: workspace.read(budget_list, BudgetFilter(), today=day)) for _ in range(TIMES)
        ]
        report("of it the list's query, median", median(listed), "ms", note=f"{LINES:,} lines")
        detail = [
            1000 * seconds_of(lambda t=turn: workspace.read(budget_page, ids[t % len(ids)], today=day))  # type: ignore[misc]
            for turn in range(TIMES)
        ]
        report("of it the detail's query, median", median(detail), "ms", note=spread(detail, "ms"))
        looks = [1000 * seconds_of(lambda: workspace.execute(RaiseAlerts(day, now_utc))) for _ in range(20)]
        report("a look for alerts, median", median(looks), "ms")
        window.close()
    del theme


if __name__ == "__main__":
    main()
