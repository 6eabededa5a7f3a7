"""The window with sample rows on every page, and what a picture of it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from engagedesk import settings
from engagedesk.domain.firm_profile import DEFAULT_PROFILE
from engagedesk.ui.main_window import MainWindow, PageSpec
from engagedesk.ui.pages.budgets import BudgetsPage
from engagedesk.ui.pages.clients import ClientsPage
from engagedesk.ui.pages.engagement import EngagementPageView
from engagedesk.ui.pages.help import HelpPage
from engagedesk.ui.pages.portfolio import PortfolioPage
from engagedesk.ui.pages.settings import SettingsPage
from engagedesk.ui.pages.timeline import TimelinePage
from engagedesk.ui.pages.timesheet import TimesheetPage
from engagedesk.ui.pages.today import TodayPage
from engagedesk.ui.pages.today_budgets import AlertsCard, BudgetsCard
from engagedesk.ui.theme import Icon
from engagedesk.ui.words import tr
from tests.ui import budget_rows
from tests.ui.gallery_rows import CAPABILITIES, SETTINGS
from tests.ui.sample_portfolio import BOOK, CLIENTS
from tests.ui.sample_rows import DAY, ENGAGEMENTS, NOW, PAGE, RECENT, RUNNING, TODAY, ZONE
from tests.ui.sample_standings import DASHBOARD, LISTED

WINDOW = QSize(1440, 900)
SMALL = QSize(1024, 640)


@dataclass(frozen=True)
class Shot:
    """One picture: its name, its size, and how to build what it shows."""

    name: str
    size: QSize
    make: Callable[[], QWidget]


def now() -> int:
    return NOW


def window(page: str) -> MainWindow:
    made = MainWindow(
        (
            PageSpec("today", tr("Pages", "Today"), Icon.TODAY, lambda: TodayPage(now)),
            PageSpec("engagements", tr("Pages", "Portfolio"), Icon.ENGAGEMENTS, PortfolioPage),
            PageSpec("timeline", tr("Pages", "Timeline"), Icon.TIMELINE, TimelinePage, narrow_sidebar=True),
            PageSpec("timesheet", tr("Pages", "Timesheet"), Icon.TIMESHEET, lambda: TimesheetPage(now)),
            PageSpec("budgets", tr("Pages", "Budgets"), Icon.BUDGETS, BudgetsPage),
            PageSpec("clients", tr("Pages", "Clients"), Icon.USERS, ClientsPage),
            PageSpec("engagement", tr("Pages", "Engagement"), Icon.ENGAGEMENTS, EngagementPageView, in_sidebar=False),
            PageSpec("settings", tr("Pages", "Settings"), Icon.SETTINGS, SettingsPage, at_bottom=True),
            PageSpec("help", tr("Pages", "Keys and help"), Icon.HELP, HelpPage, in_sidebar=False),
        ),
        now,
    )
    made.show_engagements(ENGAGEMENTS)
    made.show_running(RUNNING)
    shown = made.show_page(page, engagement=PAGE.row.id if page == "engagement" else None)
    if isinstance(shown, TodayPage):
        shown.show_engagements(ENGAGEMENTS)
        shown.show_recent(RECENT)
        shown.show_view(TODAY)
        shown.show_dashboard(DASHBOARD)
        money, alerts = BudgetsCard(), AlertsCard()
        shown.add_side_card(money, first=True)
        shown.add_side_card(alerts, first=False)
        money.show_list(budget_rows.LISTED)
        alerts.show_alerts(budget_rows.ALERTS[:2])
    elif isinstance(shown, BudgetsPage):
        shown.show_list(budget_rows.LISTED, budget_rows.PAGE)
    elif isinstance(shown, PortfolioPage):
        shown.show_list(LISTED)
    elif isinstance(shown, ClientsPage):
        shown.show_list(CLIENTS)
    elif isinstance(shown, EngagementPageView):
        shown.show_engagement(PAGE, ZONE)
        shown.show_book(BOOK, DAY)
    elif isinstance(shown, SettingsPage):
        shown.show_settings(SETTINGS)
        shown.show_values({key: setting.default for key, setting in settings.SETTINGS.items()})
        shown.show_profile(DEFAULT_PROFILE)
        shown.show_capabilities(CAPABILITIES)
    return made


P = TypeVar("P", bound=QWidget)


def opened(name: str, kind: type[P]) -> tuple[MainWindow, P]:
    """Return the window on one of its pages, and that page."""
    made = window(name)
    page = made.page(name)
    assert isinstance(page, kind)
    return made, page


def on_screen(made: MainWindow, size: QSize = WINDOW) -> None:
    """Lay the window out as if it were shown, for what needs its place in it."""
    made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    made.resize(size)
    made.show()
