"""Today and Engagements shown within 100 ms at p95, a paint within 16 ms at p95, on a store with 50,000 lines.

Shown is everything between the wish and the picture: the queries, the page taking the rows, and the window painted
off screen. Days differ, so that nothing of the last one is there already.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from statistics import median

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from benchmarks.measuring import LINES, collected_as_in_the_window, percentile, report, sample, seconds_of, spread
from engagedesk.app.pages import pages
from engagedesk.services.queries.budget_rows import BudgetFilter
from engagedesk.services.queries.budgets import alerts, budget_list
from engagedesk.services.queries.dashboard import dashboard
from engagedesk.services.queries.engagement_list import EngagementFilter, Ordering
from engagedesk.services.queries.engagements import LISTED, engagement_page, engagements
from engagedesk.services.queries.entry_search import EntrySearch, search_entries
from engagedesk.services.queries.portfolio import portfolio
from engagedesk.services.queries.recent import recent_targets
from engagedesk.services.queries.today import today
from engagedesk.services.workspace import Workspace
from engagedesk.ui.main_window import DEFAULT_SIZE, MainWindow
from engagedesk.ui.pages.portfolio import PortfolioPage
from engagedesk.ui.pages.today import TodayPage
from engagedesk.ui.pages.today_budgets import AlertsCard, BudgetsCard
from engagedesk.ui.theme import ThemeMode, ThemeSwitch

TIMES = 120
SHOWN_MS = 100.0
PAINT_MS = 16.0
ZONE = "Europe/London"


def main() -> None:
    app = QApplication(["bench"])
    theme = ThemeSwitch(app, ThemeMode.LIGHT)
    now_utc = int(time.time())
    day = datetime.fromtimestamp(now_utc, tz=UTC).date()
    with sample() as workspace:
        window = MainWindow(pages(lambda: now_utc), lambda: now_utc)
        window.resize(DEFAULT_SIZE)
        window.show()
        today_page, engagements_page = window.page("today"), window.page("engagements")
        assert isinstance(today_page, TodayPage)
        assert isinstance(engagements_page, PortfolioPage)

        _fill_frame(window, today_page, workspace, day)

        canvas = QImage(window.size(), QImage.Format.Format_ARGB32_Premultiplied)

        def paint() -> None:
            # The whole window, as an exposure asks for it; a change in a row paints a small part of this.
            painter = QPainter(canvas)
            window.render(painter, QPoint(0, 0))
            painter.end()

        def settled() -> None:
            # Layouts that asked for room get it, then the whole window is painted once.
            for _ in range(3):
                QCoreApplication.sendPostedEvents()
            paint()

        def show_today(turn: int) -> Callable[[], None]:
            shown_day = day - timedelta(days=turn % 20)

            def show() -> None:
                window.show_page("today")
                today_page.show_view(workspace.read(today, day=shown_day, zone=ZONE, now_utc=now_utc))
                today_page.show_recent(workspace.read(recent_targets, day=shown_day))
                today_page.show_engagements(workspace.read(engagements, today=day))
                settled()

            return show

        kept = workspace.read(portfolio, EngagementFilter(), today=day).kept

        def show_engagements(turn: int) -> Callable[[], None]:
            def show() -> None:
                window.show_page("engagements")
                wanted = EngagementFilter(order=list(Ordering)[turn % len(Ordering)])
                # As its controller asks: at once with the figures of the last look, although the day is another.
                found = workspace.read(
                    portfolio, wanted, today=day - timedelta(days=turn % 20), kept=kept, at_once=True
                )
                engagements_page.show_list(found)
                settled()

            return show

        for name, show in (("Today", show_today), ("Engagements", show_engagements)):
            seconds_of(show(0))
            with collected_as_in_the_window():
                shown = [seconds_of(show(turn)) * 1000 for turn in range(TIMES)]
            report(f"{name} shown, p95", percentile(shown, 95), "ms", limit=SHOWN_MS, note=spread(shown, "ms"))
            painted = [seconds_of(paint) * 1000 for _ in range(TIMES)]
            report(f"{name} painted, p95", percentile(painted, 95), "ms", limit=PAINT_MS, note=spread(painted, "ms"))
        _search(workspace)
        _queries(workspace, now_utc)
        window.close()
    del theme


def _fill_frame(window: MainWindow, page: TodayPage, workspace: Workspace, day: date) -> None:
    """Show what does not change with the day that is looked at: the sidebar, the dates, the budgets and the alerts."""
    window.show_engagements(tuple(row for row in workspace.read(engagements, today=day) if row.state in LISTED))
    page.show_dashboard(workspace.read(dashboard, today=day))
    money, waiting = BudgetsCard(), AlertsCard()
    page.add_side_card(money, first=True)
    page.add_side_card(waiting, first=False)
    money.show_list(workspace.read(budget_list, BudgetFilter(), today=day))
    waiting.show_alerts(workspace.read(alerts, waiting=True))


def _search(workspace: Workspace) -> None:
    """Find words in everything that was recorded: common ones, rare ones, none at all, and what no entry has."""
    asked = ("", "harrow", "walk", "harrow walk", "410118", "e a", "zebra")
    found = [
        seconds_of(lambda text=text: workspace.read(search_entries, EntrySearch(text))) * 1000  # type: ignore[misc]
        for _ in range(20)
        for text in asked
    ]
    entries = workspace.read(search_entries, EntrySearch("")).count
    note = f"{entries} entries; {spread(found, 'ms')}"
    report("words found in all entries, p95", percentile(found, 95), "ms", limit=SHOWN_MS, note=note)


def _queries(workspace: Workspace, now_utc: int) -> None:
    """Tell which query the time goes to."""
    day = datetime.fromtimestamp(now_utc, tz=UTC).date()
    first = workspace.read(engagements, today=day)[0].id
    asked: dict[str, Callable[[], object]] = {
        "today": lambda: workspace.read(today, day=day, zone=ZONE, now_utc=now_utc),
        "recent targets": lambda: workspace.read(recent_targets, day=day),
        "engagements": lambda: workspace.read(engagements, today=day),
        "portfolio, every figure anew": lambda: workspace.read(portfolio, EngagementFilter(), today=day),
        "one engagement": lambda: workspace.read(engagement_page, first, today=day),
    }
    for name, ask in asked.items():
        ask()
        found = [seconds_of(ask) * 1000 for _ in range(20)]
        report(f"query {name}, median", median(found), "ms", note=f"{spread(found, 'ms')}; {LINES} lines")


if __name__ == "__main__":
    main()
