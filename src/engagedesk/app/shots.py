"""Pictures of every page, light and dark, from the rows of a profile; drawn off screen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Final

from engagedesk.errors import StoreMissing, UserError
from engagedesk.log import configure
from engagedesk.models.profile_lock import ProfileLock
from engagedesk.paths import Profile
from engagedesk.services.backup import find_backups
from engagedesk.services.opening import ByKeyring, ByPassphrase, Surroundings, exists, has_keyring_slot, open_profile
from engagedesk.services.queries.budget_rows import AlertRow, BudgetFilter, BudgetList, BudgetPage
from engagedesk.services.queries.budgets import alerts, budget_list, budget_page
from engagedesk.services.queries.clients import ClientFilter, ClientList, client_list
from engagedesk.services.queries.dashboard import dashboard
from engagedesk.services.queries.dashboard_rows import Dashboard
from engagedesk.services.queries.engagement_book import EngagementBook, engagement_book
from engagedesk.services.queries.engagement_list import EngagementFilter
from engagedesk.services.queries.engagements import LISTED, engagement_page, engagements
from engagedesk.services.queries.history import history
from engagedesk.services.queries.plan import PlanFilter, PlanView, plan_view
from engagedesk.services.queries.portfolio import Portfolio, portfolio
from engagedesk.services.queries.recent import recent_targets
from engagedesk.services.queries.rows import EngagementPage, EngagementRow, HistoryRow, RecentTarget, TodayView
from engagedesk.services.queries.timesheet import day_sheet, month_sheet, planned_tasks, row_choices, week_grid_of
from engagedesk.services.queries.timesheet_rows import DaySheet, MonthSheet, PlannedTask, RowChoice, WeekGrid
from engagedesk.services.queries.today import today, work_day_of
from engagedesk.services.quick import QuickDesk, quick_desk
from engagedesk.services.workspace import Workspace

WAIT_S: Final = 5.0


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything that is drawn, read in one go; the store is closed before anything is painted."""

    day: date
    zone: str
    now_utc: int
    today: TodayView
    recent: tuple[RecentTarget, ...]
    engagements: tuple[EngagementRow, ...]
    listed: Portfolio
    clients: ClientList
    budgets: BudgetList
    budget: BudgetPage | None
    alerts: tuple[AlertRow, ...]
    dashboard: Dashboard
    engagement: EngagementPage | None
    book: EngagementBook | None
    changes: tuple[HistoryRow, ...]
    week: WeekGrid
    choices: tuple[RowChoice, ...]
    day_sheet: DaySheet
    planned: tuple[PlannedTask, ...]
    month: MonthSheet
    quick: QuickDesk
    backups: tuple[tuple[int, int, str], ...]
    plan: PlanView


def take_shots(paths: Profile, around: Surroundings, secret: str | None, *, folder: Path) -> int:
    """Write the pictures into ``folder``; the profile's window must not be open. Return the exit status."""
    rows = _read(paths, around, secret)
    configure(paths.logs)
    # Set before the first import of Qt: no screen is needed, and none is used.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from engagedesk.ui.crash import note_qt_message
    from engagedesk.ui.theme import ThemeMode, ThemeSwitch

    app = QApplication.instance() or QApplication(["engagedesk"])
    assert isinstance(app, QApplication)  # noqa: S101  # typed as its base
    theme = ThemeSwitch(app, ThemeMode.LIGHT)
    before = qInstallMessageHandler(note_qt_message)
    try:
        for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
            theme.set_mode(mode)
            for name, draw in _pictures(rows, paths):
                draw(folder / f"{name}-{mode.value}.png")
    except OSError as error:
        raise UserError("file.not_written", file=str(folder), why=error.strerror or str(error)) from error
    finally:
        qInstallMessageHandler(before)
    return 0


def _read(paths: Profile, around: Surroundings, secret: str | None) -> Rows:
    if not exists(paths):
        raise StoreMissing("store.missing", profile=str(paths.folder))
    if secret is None and not has_keyring_slot(paths, around):
        from engagedesk.cli.passphrases import passphrase
        from engagedesk.cli.terminal import own_terminal

        secret = passphrase(None, asks=own_terminal().asks)
    with ProfileLock.acquire(paths.lock, wait_s=WAIT_S):
        workspace = open_profile(paths, ByKeyring() if secret is None else ByPassphrase(secret), around)
        try:
            return _rows(workspace, paths, around)
        finally:
            workspace.close()


def _rows(workspace: Workspace, paths: Profile, around: Surroundings) -> Rows:
    now_utc, zone = around.clock.now_s(), around.clock.zone_name()
    day = workspace.read(work_day_of, now_utc, zone)
    listed = workspace.read(engagements, today=day, states=None)
    chosen = next((row for row in listed if row.state in LISTED and row.own_total_s), listed[0] if listed else None)
    view = workspace.read(today, day=day, zone=zone, now_utc=now_utc)
    entry = view.entries[0].id if view.entries else None
    budgets = workspace.read(budget_list, BudgetFilter(), today=day)
    found = find_backups(paths.backups, workspace.vault.vault_id) if paths.backups.is_dir() else []
    return Rows(
        day=day,
        zone=zone,
        now_utc=now_utc,
        today=view,
        recent=workspace.read(recent_targets, day=day),
        engagements=listed,
        listed=workspace.read(portfolio, EngagementFilter(), today=day),
        clients=workspace.read(client_list, ClientFilter(), today=day),
        budgets=budgets,
        alerts=workspace.read(alerts, waiting=True),
        dashboard=workspace.read(dashboard, today=day),
        budget=workspace.read(budget_page, budgets.rows[0].id, today=day) if budgets.rows else None,
        engagement=None if chosen is None else workspace.read(engagement_page, chosen.id, today=day),
        book=None if chosen is None else workspace.read(engagement_book, chosen.id, today=day),
        changes=() if entry is None else workspace.read(history, entry),
        week=workspace.read(week_grid_of, day, zone=zone, now_utc=now_utc),
        choices=workspace.read(row_choices, day),
        day_sheet=workspace.read(day_sheet, day, zone=zone, now_utc=now_utc),
        planned=workspace.read(planned_tasks, day),
        month=workspace.read(month_sheet, day, zone=zone, now_utc=now_utc),
        quick=workspace.read(quick_desk, now_utc=now_utc, zone=zone),
        backups=tuple((b.manifest.made_utc, b.path.stat().st_size, b.path.name) for b in found),
        plan=workspace.read(plan_view, PlanFilter(), today=day),
    )


def _pictures(rows: Rows, paths: Profile) -> Iterator[tuple[str, Callable[[Path], object]]]:
    """Yield a name and what draws it; each is made anew, so that no theme of another is left in it."""
    from PySide6.QtCore import QSize

    from engagedesk.app.pages import pages
    from engagedesk.ui.main_window import DEFAULT_SIZE, MainWindow
    from engagedesk.ui.pages.first_run import FirstRunPage
    from engagedesk.ui.pages.lock import LockPage
    from engagedesk.ui.shots import render
    from engagedesk.ui.view_rows import LockReason, LockView

    def now() -> int:
        return rows.now_utc

    def frame(page: str, size: QSize) -> Callable[[Path], object]:
        def draw(path: Path) -> object:
            window = MainWindow(pages(now), now)
            window.show_running(rows.today.running)
            window.show_engagements(tuple(r for r in rows.engagements if r.state in LISTED))
            _fill(window, rows, paths)
            engagement = rows.engagement.row.id if rows.engagement is not None and page == "engagement" else None
            window.show_page(page, engagement=engagement)
            return render(window, size, path)

        return draw

    def timesheet(view: str, size: QSize) -> Callable[[Path], object]:
        def draw(path: Path) -> object:
            window = MainWindow(pages(now), now)
            window.show_running(rows.today.running)
            window.show_engagements(tuple(r for r in rows.engagements if r.state in LISTED))
            _fill_timesheet(window.show_page("timesheet"), rows, view)
            return render(window, size, path)

        return draw

    def timeline(size: QSize) -> Callable[[Path], object]:
        def draw(path: Path) -> object:
            from engagedesk.ui.pages.timeline import TimelinePage
            from engagedesk.ui.timeline.plan_rows import plan_of

            window = MainWindow(pages(now), now)
            window.resize(size)
            window.show_running(rows.today.running)
            window.show_engagements(tuple(r for r in rows.engagements if r.state in LISTED))
            page = window.show_page("timeline")
            if isinstance(page, TimelinePage):
                page.show_plan(plan_of(rows.plan, baseline=None, now=None, zone=rows.zone))
            return render(window, size, path)

        return draw

    yield "today", frame("today", DEFAULT_SIZE)
    yield "today-small", frame("today", QSize(1024, 640))
    yield "engagements", frame("engagements", DEFAULT_SIZE)
    yield "budgets", frame("budgets", DEFAULT_SIZE)
    yield "clients", frame("clients", DEFAULT_SIZE)
    if rows.engagement is not None:
        yield "engagement", frame("engagement", DEFAULT_SIZE)
    yield "timeline", timeline(DEFAULT_SIZE)
    yield "timeline-small", timeline(QSize(1024, 640))
    for view in ("week", "day", "month"):
        yield f"timesheet-{view}", timesheet(view, DEFAULT_SIZE)
    yield "timesheet-week-small", timesheet("week", QSize(1024, 640))
    yield "timesheet-day-small", timesheet("day", QSize(1024, 640))
    yield "settings", frame("settings", DEFAULT_SIZE)
    yield "quick-entry", lambda path: _draw_quick_entry(rows, path)

    def lock(path: Path) -> object:
        page = LockPage(now)
        since = None if rows.today.running is None else rows.today.running.start_utc
        page.show_lock(
            LockView(
                LockReason.BY_HAND, rows.now_utc, rows.zone, since, keyring_used=False, version=version("engagedesk")
            )
        )
        return render(page, DEFAULT_SIZE, path)

    yield "lock", lock

    def first_run(path: Path) -> object:
        page = FirstRunPage()
        page.show_recovery_key(("7K3M", "QX9D", "2HVA", "RT5N", "8ZBC", "JW4E", "6PGS", "1FYT"))
        page.show_step_keys()
        return render(page, DEFAULT_SIZE, path)

    yield "first-run", first_run


def _fill(window: object, rows: Rows, paths: Profile) -> None:
    from engagedesk.ui.main_window import MainWindow
    from engagedesk.ui.pages.budgets import BudgetsPage
    from engagedesk.ui.pages.clients import ClientsPage
    from engagedesk.ui.pages.engagement import EngagementPageView
    from engagedesk.ui.pages.portfolio import PortfolioPage
    from engagedesk.ui.pages.settings import SettingsPage
    from engagedesk.ui.pages.today import TodayPage
    from engagedesk.ui.pages.today_budgets import AlertsCard, BudgetsCard
    from engagedesk.ui.view_rows import BackupRow, SettingsView

    assert isinstance(window, MainWindow)  # noqa: S101  # typed loosely: Qt is imported late here
    for name in ("today", "engagements", "budgets", "clients", "engagement", "settings"):
        page = window.page(name)
        if isinstance(page, TodayPage):
            page.show_view(rows.today)
            page.show_recent(rows.recent)
            page.show_engagements(tuple(r for r in rows.engagements if r.state in LISTED))
            page.show_dashboard(rows.dashboard)
            money, waiting = BudgetsCard(), AlertsCard()
            page.add_side_card(money, first=True)
            page.add_side_card(waiting, first=False)
            money.show_list(rows.budgets)
            waiting.show_alerts(rows.alerts)
        elif isinstance(page, PortfolioPage):
            page.show_list(rows.listed)
        elif isinstance(page, ClientsPage):
            page.show_list(rows.clients)
        elif isinstance(page, BudgetsPage):
            page.show_list(rows.budgets, rows.budget)
        elif isinstance(page, EngagementPageView) and rows.engagement is not None:
            page.show_engagement(rows.engagement, rows.zone)
            if rows.book is not None:
                page.show_book(rows.book, rows.day)
        elif isinstance(page, SettingsPage):
            page.show_settings(
                SettingsView(
                    theme="system",
                    keyring="The computer's keyring",
                    keyring_on=False,
                    keyring_reason="",
                    passphrase_set_on=None,
                    backups=tuple(
                        BackupRow(made, rows.zone, size, verified=True, name=name) for made, size, name in rows.backups
                    ),
                    backup_folder=str(paths.backups),
                    version=version("engagedesk"),
                    profile=str(paths.folder),
                )
            )


def _fill_timesheet(page: object, rows: Rows, view: str) -> None:
    from engagedesk.ui.pages.timesheet import TimesheetPage

    assert isinstance(page, TimesheetPage)  # noqa: S101  # typed loosely: Qt is imported late here
    if view == "week":
        page.show_week(rows.week, rows.day)
        page.week.show_choices(rows.choices)
    elif view == "day":
        page.show_day(rows.day_sheet)
        page.day_view.show_planned(rows.planned)
        if rows.changes and rows.today.entries:
            page.day_view.choose(rows.today.entries[0].id)
            page.day_view.show_history(rows.today.entries[0].id, rows.changes)
    else:
        page.show_month(rows.month, rows.day)


def _draw_quick_entry(rows: Rows, path: Path) -> object:
    from PySide6.QtCore import QSize

    from engagedesk.ui.controllers.lines import Around, echo_of
    from engagedesk.ui.dialogs.quick_entry import QuickEntryDialog
    from engagedesk.ui.shots import render

    name = rows.recent[0].label.casefold() if rows.recent else "meeting"
    line = f"10:15-10:55 {name}, sales cycle"
    dialog = QuickEntryDialog()
    dialog.begin(rows.day, line)
    around = Around(rows.engagements, gaps=rows.today.gaps, entries=rows.today.entries)
    dialog.show_echo(echo_of(line, rows.quick, around, day=rows.day))
    return render(dialog, QSize(680, max(402, dialog.sizeHint().height())), path)
