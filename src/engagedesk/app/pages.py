"""The pages of the window: each is imported and built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from engagedesk.ui.main_window import PageSpec
from engagedesk.ui.theme import Icon
from engagedesk.ui.words import tr


def pages(now: Callable[[], int]) -> tuple[PageSpec, ...]:
    """Return the pages of the window, in the sidebar's order."""
    return (
        PageSpec("today", tr("Pages", "Today"), Icon.TODAY, lambda: _today(now)),
        PageSpec("engagements", tr("Pages", "Portfolio"), Icon.ENGAGEMENTS, _portfolio),
        PageSpec("engagement", tr("Pages", "Engagement"), Icon.ENGAGEMENTS, _engagement, in_sidebar=False),
        PageSpec("timeline", tr("Pages", "Timeline"), Icon.TIMELINE, _timeline, narrow_sidebar=True),
        PageSpec("timesheet", tr("Pages", "Timesheet"), Icon.TIMESHEET, lambda: _timesheet(now)),
        PageSpec("budgets", tr("Pages", "Budgets"), Icon.BUDGETS, _budgets),
        PageSpec("clients", tr("Pages", "Clients"), Icon.USERS, _clients),
        PageSpec("settings", tr("Pages", "Settings"), Icon.SETTINGS, _settings, at_bottom=True),
        PageSpec("help", tr("Pages", "Keys and help"), Icon.HELP, _help, in_sidebar=False),
    )


def _today(now: Callable[[], int]) -> QWidget:
    from engagedesk.ui.pages.today import TodayPage

    return TodayPage(now)


def _portfolio() -> QWidget:
    from engagedesk.ui.pages.portfolio import PortfolioPage

    return PortfolioPage()


def _budgets() -> QWidget:
    from engagedesk.ui.pages.budgets import BudgetsPage

    return BudgetsPage()


def _clients() -> QWidget:
    from engagedesk.ui.pages.clients import ClientsPage

    return ClientsPage()


def _engagement() -> QWidget:
    from engagedesk.ui.pages.engagement import EngagementPageView

    return EngagementPageView()


def _timeline() -> QWidget:
    from engagedesk.ui.pages.timeline import TimelinePage

    return TimelinePage()


def _timesheet(now: Callable[[], int]) -> QWidget:
    from engagedesk.ui.pages.timesheet import TimesheetPage

    return TimesheetPage(now)


def _help() -> QWidget:
    from engagedesk.ui.pages.help import HelpPage

    return HelpPage()


def _settings() -> QWidget:
    from engagedesk.ui.pages.settings import SettingsPage

    return SettingsPage()
