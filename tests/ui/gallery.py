"""Draw every page and dialog with sample rows: ``QT_QPA_PLATFORM=offscreen python -m tests.ui.gallery DIR``.

``--language de`` draws them in German, ``--mirrored`` from right to left.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from engagedesk import settings
from engagedesk.domain.firm_profile import DEFAULT_PROFILE, RateSight
from engagedesk.domain.ids import BatchId, EntryId
from engagedesk.domain.states import AwayAnswer
from engagedesk.services.importing.flow import BatchRow
from engagedesk.services.queries.dashboard_rows import Dashboard, Unbilled
from engagedesk.services.queries.engagement_list import EngagementFilter
from engagedesk.services.queries.handover import Handover, Reconciliation
from engagedesk.services.queries.stayed import StayedRow
from engagedesk.services.queries.timesheet_rows import DaySheet, WeekGrid
from engagedesk.services.queries.week_check import WeekCheck
from engagedesk.ui.desktop.capability import Capability, CapabilityState
from engagedesk.ui.dialogs.away import AwayDialog
from engagedesk.ui.dialogs.earlier_imports import EarlierImportsDialog
from engagedesk.ui.dialogs.forget_titles import ForgetTitlesDialog
from engagedesk.ui.dialogs.history import HistoryDialog
from engagedesk.ui.dialogs.importing import ImportDialog
from engagedesk.ui.dialogs.quick_entry import QuickEntryDialog
from engagedesk.ui.dialogs.restoring import RestoreDialog
from engagedesk.ui.dialogs.still_running import StillRunningCard
from engagedesk.ui.dialogs.week_entries import WeekEntriesDialog
from engagedesk.ui.intents import Undo, WeekEntriesPurpose
from engagedesk.ui.languages import speak
from engagedesk.ui.main_window import MainWindow, PageSpec
from engagedesk.ui.pages.budgets import BudgetsPage
from engagedesk.ui.pages.clients import ClientsPage
from engagedesk.ui.pages.engagement import EngagementPageView
from engagedesk.ui.pages.first_run import FirstRunPage
from engagedesk.ui.pages.handover import HandoverView
from engagedesk.ui.pages.help import HelpPage
from engagedesk.ui.pages.lock import LockPage
from engagedesk.ui.pages.portfolio import PortfolioPage
from engagedesk.ui.pages.reconciliation import ReconciliationView
from engagedesk.ui.pages.settings import SettingsPage
from engagedesk.ui.pages.settings_groups.rows import NumberBlock
from engagedesk.ui.pages.timeline import TimelinePage
from engagedesk.ui.pages.timesheet import TimesheetPage
from engagedesk.ui.pages.today import TodayPage
from engagedesk.ui.pages.today_budgets import AlertsCard, BudgetsCard
from engagedesk.ui.pages.week_check_panel import WeekCheckPanel
from engagedesk.ui.setting_words import Group
from engagedesk.ui.shots import render
from engagedesk.ui.theme import Icon, ThemeMode, ThemeSwitch
from engagedesk.ui.timeline.intents import What
from engagedesk.ui.timeline.look import Look
from engagedesk.ui.timeline.rows import Plan, Push
from engagedesk.ui.timeline.scale import Level
from engagedesk.ui.timeline.wanted import Grouping, Wanted
from engagedesk.ui.timesheet.awaiting import AwaitingDialog
from engagedesk.ui.tour import Tour
from engagedesk.ui.view_rows import (
    BackupRow,
    Completion,
    DraftRow,
    Echo,
    ImportAction,
    ImportLine,
    ImportPreview,
    ImportResult,
    Kind,
    LockReason,
    LockView,
    MappedColumn,
    Message,
    Notice,
    RestoreView,
    SettingsView,
    StillRunning,
    WatchedView,
)
from engagedesk.ui.widgets.mini_timer import MiniTimer
from engagedesk.ui.words import tr
from tests.ui import budget_rows, timeline_rows
from tests.ui import timesheet_sample as rows
from tests.ui.dialog_rows import DIALOGS
from tests.ui.friday_rows import (
    BLOCKED,
    CHECK,
    CLEAR,
    HANDOVER,
    NO_EXTRACT,
    NO_LINES,
    NO_WEEK,
    RECONCILED,
    RETURNED,
    STALE,
    SUBMITTED,
)
from tests.ui.plan_form_rows import PLAN_FORMS
from tests.ui.sample_portfolio import BOOK, CLIENTS, FORMS
from tests.ui.sample_rows import (
    AWAY,
    AWAY_TODAY,
    DAY,
    EMPTY_TODAY,
    ENGAGEMENTS,
    ENTRIES,
    NOW,
    PAGE,
    RECENT,
    RUNNING,
    TODAY,
    ZONE,
    at,
    entry_id,
)
from tests.ui.sample_standings import DASHBOARD, EMPTY_COUNTS, LISTED
from tests.ui.staffing_rows import STAFFING_FORMS

WINDOW = QSize(1440, 900)
SMALL = QSize(1024, 640)
LINE = "10:15-10:55 harrowgate walkthr, sales cycle #field"

ECHO = Echo(
    text=LINE, when="Today 10:15–10:55", engagement="Harrowgate group audit", colour=0, code="410118-20", hours="0:40",
    narrative="sales cycle", task="Walkthroughs", activity="Fieldwork", chargeable=True,
    notice=Notice(Kind.OK, "Fills the gap of 40 minutes exactly."),
    completions=(
        Completion("Harrowgate", "Group audit", "410118-20", "Walkthroughs", "Thu 3:00", 0, "harrowgate -20"),
        Completion("Harrowgate", "Group audit", "410118-30", "Component reporting", "Thu 12 Nov", 0, "harrowgate -30"),
        Completion("Harrowgate", "Tax provision review", "410118-50", "Planning", "Thu 0:45", 0, "harrowgate tax"),
    ),
    ghost="work", can_add=True,
)  # fmt: skip

SETTINGS = SettingsView(
    theme="system", keyring="GNOME keyring", keyring_on=True, keyring_reason="", passphrase_set_on=date(2026, 11, 16),
    backups=(
        BackupRow(at(15), ZONE, 14_200_000, True, "engagedesk-20261120-150000.backup", 3_120, 52_114),
        BackupRow(at(14), ZONE, 14_100_000, True, "engagedesk-20261120-140000.backup", 6_720, 52_090),
    ),
    backup_folder="/home/priya/.local/share/engagedesk-backups", version="0.1.0",
    profile="/home/priya/.local/share/engagedesk",
)  # fmt: skip

CAPABILITIES = (
    Capability("tray", CapabilityState.WORKS),
    Capability("notifications", CapabilityState.DEGRADED, "notifications.none"),
    Capability("keyring", CapabilityState.UNAVAILABLE, "keyring.none", {"reason": "No keyring answers."}),
    Capability("idle", CapabilityState.UNAVAILABLE, "idle.no_libxss"),
    Capability("file_lock", CapabilityState.WORKS),
)

PREVIEW = ImportPreview(
    path=Path("toggl-2026.csv"), kind="time", recognised_as="Toggl Track, detailed", columns=(), fields=(),
    created=1204, updated=0, unchanged=31, rejected=2,
    lines=(
        ImportLine(17, ImportAction.REJECT, "Harrowgate, walkthroughs", "the end is before the start"),
        ImportLine(208, ImportAction.REJECT, "Kestrel, memo", "31 June is not a day"),
        ImportLine(2, ImportAction.CREATE, "2 Nov 09:00–10:30 Northgate, review notes", ""),
        ImportLine(3, ImportAction.CREATE, "2 Nov 10:30–12:00 Northgate, inventory", ""),
        ImportLine(4, ImportAction.UNCHANGED, "2 Nov 13:00–14:15 Pellworth, group reporting", "already here"),
    ),
    new_names=("Client Ostermere Rail", "Engagement S/4 controls"), ask_date_order=False, mappings=("Firm T&E",),
)  # fmt: skip

MAPPED = replace(
    PREVIEW, path=Path("engagement list.xlsx"), kind="engagements", recognised_as="",
    columns=(
        MappedColumn("Client name", "Harrowgate Foods plc", "client"),
        MappedColumn("Job no.", "410118-10", "code"),
        MappedColumn("Service", "Audit", "service_line"),
        MappedColumn("Remarks", "interim from 9 Nov", ""),
    ),
    fields=(("client", "Client"), ("code", "Charge code"), ("service_line", "Service line"), ("note", "Note")),
)  # fmt: skip

ASKING = replace(
    MAPPED, path=Path("aufwand.csv"), kind="time", created=0, updated=0, unchanged=0, rejected=0, lines=(),
    new_names=(), missing=("Date or Start, date and time or Start date", "Hours"),
    columns=(
        MappedColumn("Mandantin", "Harrowgate Foods plc  ·  Lanternbank", "client"),
        MappedColumn("Vorhaben", "Group audit  ·  ISAE 3402", "engagement"),
        MappedColumn("Wann", "03/04/2026  ·  04/05/2026", ""),
        MappedColumn("Aufwand", "1,5  ·  2,25  ·  0,75", ""),
    ),
    fields=(("client", "Client"), ("engagement", "Engagement"), ("day", "Date"), ("duration", "Hours")),
)  # fmt: skip

BATCHES = (
    BatchRow(b"\1" * 16, "time", "toggl", "Toggl_2026-11-01_2026-11-20.csv", None, at(15), None, 1_204, 31,
             0, 2),
    BatchRow(b"\2" * 16, "recorded", "Firm T&E", "extract.xlsx", DAY, at(12), None, 8_421, 0, 12, 0),
    BatchRow(b"\3" * 16, "engagements", "engagements", "engagement list.xlsx", None, at(9), at(9, 20), 24, 0, 0, 1),
)  # fmt: skip
STAYED = (
    StayedRow("client", b"\1" * 16, "Ostermere"),
    StayedRow("engagement", b"\2" * 16, "Ostermere · S/4 controls"),
    StayedRow("time_entry", b"\3" * 16, "Northgate · PCAOB audit · 410220-20", DAY, 5_400),
)

FOREIGN_PLAN = replace(
    PREVIEW, path=Path("Harrowgate interim.xml"), kind="plan", recognised_as="Microsoft Project",
    created=38, updated=2, unchanged=61, rejected=1,
    lines=(
        ImportLine(412, ImportAction.REJECT, "", "A date outside 1970 to 2199"),
        ImportLine(77, ImportAction.UPDATE, "Task: Walkthroughs",
                   "Start: 2 Nov 08:00 → 4 Nov 09:00; Progress: 0 % → 50 %"),
        ImportLine(91, ImportAction.UPDATE, "Deliverable: Report", "Due: 11 Dec → 14 Dec"),
        ImportLine(0, ImportAction.GONE, "Task: Inventory roll-back", "It stays: time may be booked on it"),
        ImportLine(104, ImportAction.CREATE, "Task: Components › Instructions", ""),
        ImportLine(120, ImportAction.CREATE, "Link: Instructions → Clearance (FS)", ""),
    ),
    new_names=(),
    remarks=(
        "The plan was made on another calendar. Yours stays, and its dates stay as the file has them.",
        "Work on a day that is free in your calendar. “Stock count”, 2026-11-07: it stays there.",
        "Not taken over: TimephasedData × 4,210, Task/Cost × 38, PredecessorLink (Summary) × 2",
    ),
)  # fmt: skip

RESULT = ImportResult(BatchId(bytes(16)), created=1204, updated=0, unchanged=31, rejected=PREVIEW.lines[:2])
RESTORE = RestoreView(
    Path("engagedesk-2026-11-20T1500Z.edbackup"), at(15), ZONE, 3_120, 14_200_000, 52_114,
    Path("/home/priya/.local/share/EngageDesk-2026-11-20"),
)  # fmt: skip
FAILED_RESTORE = Message(Kind.DANGER, "Wrong passphrase", "Nothing was changed. Try again, or use the recovery key.")
FAILED = Message(
    Kind.DANGER, "The day could not be read", "The store did not answer within 5 seconds.",
    safe="Your work is safe: everything up to 15:42 is saved.", copyable="store.timeout 7F2C",
)  # fmt: skip
SAVED = Message(Kind.OK, "Entry deleted", action="Undo", intent=Undo(), passing=True)
QUESTION = StillRunning(entry_id(10), 1, "Northgate PCAOB audit", at(18, 42), at(19, 7), ZONE)


DRAFTS = (
    DraftRow(
        "pattern:1", at(9), at(10, 30), ZONE, "Kestrel", "Impact memo", "630140-02", 6,
        "because you booked Kestrel on 4 of the last 4 Fridays at 09:00", "pattern",
    ),
    DraftRow(
        "activity:2", at(10, 45), at(11, 30), ZONE, "Harrowgate", "Group audit", "410118-20", 0,
        "because “Alder walkthroughs, sales cycle.xlsx” and its like were in front for 38 min", "activity",
    ),
    DraftRow(
        "recent:3", at(13), at(13, 25), ZONE, "Administration", "", "ADM-010", -1,
        "because you worked on Administration until 13:00", "recent",
    ),
)  # fmt: skip


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
        money.show_rows(budget_rows.ROWS)
        alerts.show_alerts(budget_rows.ALERTS[:2])
    elif isinstance(shown, BudgetsPage):
        shown.show_list(budget_rows.LISTED, budget_rows.PAGE)
    elif isinstance(shown, PortfolioPage):
        shown.show_list(LISTED)
    elif isinstance(shown, ClientsPage):
        shown.show_list(CLIENTS)
    elif isinstance(shown, EngagementPageView):
        shown.show_engagement(PAGE)
        shown.show_book(BOOK, DAY)
    elif isinstance(shown, SettingsPage):
        shown.show_settings(SETTINGS)
        shown.show_values({key: setting.default for key, setting in settings.SETTINGS.items()})
        shown.show_profile(DEFAULT_PROFILE)
        shown.show_capabilities(CAPABILITIES)
    return made


def today_echo() -> QWidget:
    made = window("today")
    page = made.page("today")
    assert isinstance(page, TodayPage)
    page.quick_line.field.setText(LINE)
    page.show_echo(ECHO)
    return made


def today_message(message: Message) -> QWidget:
    made = window("today")
    made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    made.resize(WINDOW)
    made.show()
    made.show_message(message)
    return made


def today_suggested() -> QWidget:
    made = window("today")
    page = made.page("today")
    assert isinstance(page, TodayPage)
    page.show_drafts(DRAFTS)
    return made


def mini_timer(*, running: bool) -> QWidget:
    timer = MiniTimer(now)
    timer.show_again("Northgate")
    timer.show_running(RUNNING if running else None)
    return timer


def quick_entry_empty() -> QWidget:
    dialog = QuickEntryDialog()
    dialog.begin(TODAY.day)
    dialog.show_echo(replace(ECHO, text="", ghost="", notice=None, can_add=False))
    return dialog


def palette(query: str = "") -> QWidget:
    made = window("today")
    finder = made.top_bar.finder
    finder.set_recent((f"engagement.{ENGAGEMENTS[1].id.hex()}", "page.settings"))
    made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    made.resize(WINDOW if not query.startswith("harr") else SMALL)
    made.show()
    finder.setText(query)
    finder.begin()
    return made


def setting_group(group: Group, query: str = "") -> QWidget:
    made = window("settings")
    page = made.page("settings")
    assert isinstance(page, SettingsPage)
    page.show_group(group)
    page.search.setText(query)
    if group is Group.TIME:
        row = page.panel(group).block("timer.heartbeat_s")
        assert isinstance(row, NumberBlock)
        row.field.setText("9000")
        row.field.editingFinished.emit()
    return made


def tour(number: int) -> QWidget:
    made = window("today")
    made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    made.resize(WINDOW)
    made.show()
    look = Tour(made)
    look.begin(take_focus=True)
    for _ in range(number):
        look.callout.next_button.click()
    return made


def restoring(step: str = "") -> QWidget:
    dialog = RestoreDialog(RESTORE)
    if step:
        dialog.secret.setText("lantern otter gravel sunday")
    if step == "failed":
        dialog.show_message(FAILED_RESTORE)
    if step == "done":
        dialog.show_restored(RESTORE.to, RESTORE.rows)
    return dialog


def today_empty() -> QWidget:
    made = window("today")
    page = made.page("today")
    assert isinstance(page, TodayPage)
    made.show_engagements(())
    made.show_running(None)
    page.show_engagements(())
    page.show_recent(())
    page.show_view(EMPTY_TODAY)
    page.show_dashboard(Dashboard(Unbilled((), 0, None, hidden=False), (), 0, 0, DAY))
    for card in page.findChildren(BudgetsCard):
        card.show_rows(())
    for waiting in page.findChildren(AlertsCard):
        waiting.show_alerts(())
    return made


def today_error() -> QWidget:
    made = window("today")
    page = made.page("today")
    assert isinstance(page, TodayPage)
    page.show_error(FAILED)
    return made


def today_editing() -> QWidget:
    made = window("today")
    page = made.page("today")
    assert isinstance(page, TodayPage)
    page.table.edit(page.table.row_model.index_of(ENTRIES[3].id, 3))
    return made


def engagements_empty() -> QWidget:
    made = window("engagements")
    page = made.page("engagements")
    assert isinstance(page, PortfolioPage)
    page.show_list(replace(LISTED, rows=(), total=0, clients=(), totals=(), counts=EMPTY_COUNTS))
    return made


def engagements_error() -> QWidget:
    made = window("engagements")
    page = made.page("engagements")
    assert isinstance(page, PortfolioPage)
    page.show_error(FAILED)
    return made


def engagements_no_match() -> QWidget:
    made = window("engagements")
    page = made.page("engagements")
    assert isinstance(page, PortfolioPage)
    page.show_list(replace(LISTED, wanted=EngagementFilter(text="zebra"), rows=(), totals=()))
    return made


def engagement_bare() -> QWidget:
    made = window("engagement")
    page = made.page("engagement")
    assert isinstance(page, EngagementPageView)
    page.show_engagement(replace(PAGE, gates=(), phases=(), team=(), codes=(), my_entries=(), history=()))
    page.show_book(replace(BOOK, phases=(), tasks=(), milestones=(), sight=RateSight.NOBODY), DAY)
    return made


def clients_empty() -> QWidget:
    made = window("clients")
    page = made.page("clients")
    assert isinstance(page, ClientsPage)
    page.show_list(replace(CLIENTS, rows=(), total=0, chosen=None))
    return made


def clients_error() -> QWidget:
    made = window("clients")
    page = made.page("clients")
    assert isinstance(page, ClientsPage)
    page.show_error(FAILED)
    return made


def engagement_error() -> QWidget:
    made = window("engagement")
    page = made.page("engagement")
    assert isinstance(page, EngagementPageView)
    page.show_error(FAILED)
    return made


def first_run(step: int) -> QWidget:
    page = FirstRunPage()
    page.show_recovery_key(("K7QF", "2MZD", "9XTA", "R4HC", "W8NE", "5PJB", "V3GY", "6DSK"))
    page.passphrase.setText("lantern otter gravel sunday")
    page.again.setText("lantern otter gravel sunday")
    page.check_fields[0].setText("9XTA")
    page.check_fields[1].setText("5PJB")
    if step == 2:
        page.show_step_import()
    if step == 3:
        page.show_step_timer(RECENT)
    return page


def lock(*, recovery: bool = False, failed: bool = False) -> QWidget:
    page = LockPage(now)
    page.show_lock(LockView(LockReason.BY_HAND, at(15, 58), ZONE, NOW - 2480, False, "0.1.0"))
    page.passphrase.setText("lantern otter gra")
    if failed:
        wrong = "That is not the passphrase"
        page.show_failure(
            Message(Kind.DANGER, wrong, "Nothing was changed.", safe="Try again, or use the recovery key.")
        )
    if recovery:
        page.key_button.click()
    return page


def quick_entry() -> QWidget:
    dialog = QuickEntryDialog()
    dialog.begin(TODAY.day, LINE)
    dialog.show_echo(ECHO)
    return dialog


def importing(step: str) -> QWidget:
    dialog = ImportDialog()
    dialog.show_preview({"mapping": MAPPED, "asking": ASKING, "plan": FOREIGN_PLAN}.get(step, PREVIEW))
    if step == "progress":
        dialog.show_progress(21_000, 50_000)
    if step == "result":
        dialog.show_result(RESULT)
    return dialog


def earlier_imports(*, undone: bool = False, rows: tuple[BatchRow, ...] = BATCHES) -> QWidget:
    dialog = EarlierImportsDialog(ZONE)
    dialog.show_batches(rows)
    if undone:
        dialog.show_undone(1_202, 0, stayed=len(STAYED), rows=STAYED)
    return dialog


def history() -> QWidget:
    dialog = HistoryDialog("Northgate, 20 Nov 08:17–10:15", ZONE)
    dialog.show_history(PAGE.history)
    return dialog


def still_running() -> QWidget:
    card = StillRunningCard()
    card.ask(QUESTION)
    return card


def timesheet(show: Callable[[TimesheetPage], None]) -> QWidget:
    made = window("timesheet")
    page = made.page("timesheet")
    assert isinstance(page, TimesheetPage)
    show(page)
    return made


def timesheet_week(grid: WeekGrid) -> QWidget:
    def show(page: TimesheetPage) -> None:
        page.show_week(grid, TODAY.day)
        page.week.show_choices(rows.CHOICES)
        page.week.grid_view.stand_on(rows.EQR.key, 7)

    return timesheet(show)


def timesheet_refused() -> QWidget:
    def show(page: TimesheetPage) -> None:
        page.show_week(rows.GRID, TODAY.day)
        page.week.value_line.say("3 rows and 2 columns do not fit from here on.")

    return timesheet(show)


def timesheet_day(sheet: DaySheet, entry: EntryId | None = None) -> QWidget:
    def show(page: TimesheetPage) -> None:
        page.show_day(sheet)
        page.day_view.show_drafts(rows.DRAFTS if sheet.entries else ())
        if entry is not None:
            page.day_view.choose(entry)
            page.day_view.show_history(entry, PAGE.history)

    return timesheet(show)


def timesheet_month() -> QWidget:
    return timesheet(lambda page: page.show_month(rows.MONTH, TODAY.day))


def timesheet_error() -> QWidget:
    def show(page: TimesheetPage) -> None:
        page.show_week(rows.GRID, TODAY.day)
        page.show_error(FAILED)

    return timesheet(show)


def awaiting(*, empty: bool = False) -> QWidget:
    dialog = AwaitingDialog(TODAY.day)
    dialog.show_rows(() if empty else rows.AWAITING)
    if not empty:
        dialog.table.toggle(rows.AWAITING[0])
    return dialog


def timesheet_shots() -> Iterator[Shot]:
    weeks = {"": rows.GRID, "-submitted": rows.SUBMITTED_GRID, "-split": rows.SPLIT_GRID, "-empty": rows.EMPTY_GRID}
    for suffix, grid in weeks.items():
        yield Shot(f"timesheet-week{suffix}", WINDOW, lambda grid=grid: timesheet_week(grid))  # type: ignore[misc]
    yield Shot("timesheet-week-refused", WINDOW, timesheet_refused)
    yield Shot("timesheet-week-small", SMALL, lambda: timesheet_week(rows.GRID))
    yield Shot("timesheet-day", WINDOW, lambda: timesheet_day(rows.DAY_SHEET, ENTRIES[4].id))
    yield Shot("timesheet-day-small", SMALL, lambda: timesheet_day(rows.DAY_SHEET))
    yield Shot("timesheet-day-late", WINDOW, lambda: timesheet_day(rows.LATE_DAY, ENTRIES[2].id))
    yield Shot("timesheet-day-empty", WINDOW, lambda: timesheet_day(rows.EMPTY_DAY))
    yield Shot("timesheet-month", WINDOW, timesheet_month)
    yield Shot("timesheet-month-small", SMALL, timesheet_month)
    yield Shot("timesheet-error", WINDOW, timesheet_error)
    yield Shot("timesheet-awaiting", QSize(820, 480), awaiting)
    yield Shot("timesheet-awaiting-empty", QSize(820, 480), lambda: awaiting(empty=True))


def timeline(
    change: Callable[[TimelinePage], None] | None = None, *, plan: Plan = timeline_rows.PLAN, size: QSize = WINDOW
) -> QWidget:
    made = window("timeline")
    page = made.page("timeline")
    assert isinstance(page, TimelinePage)
    made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    made.resize(size)
    made.show()
    page.show_calendars(timeline_rows.calendar_of, timeline_rows.half_day_s)
    page.show_plan(plan)
    if change is not None:
        change(page)
    return made


def timeline_drag(page: TimelinePage) -> None:
    """Hold the tax provision three days later, with what it pushes."""
    view, item = page.view, timeline_rows.ident("prov")
    view.jump_to(item)
    view.pane.nudge(item, 6)
    hand = view.pane.hand
    assert hand is not None
    last = timeline_rows.ends(date(2026, 12, 22))
    page.show_pushes(item, hand.place, (Push(timeline_rows.ident("find"), last, last),))
    view.pane.show_today()


def timeline_by(grouping: Grouping) -> Callable[[TimelinePage], None]:
    return lambda page: page.take_look(Look(Wanted(grouping=grouping)))


def timeline_shots() -> Iterator[Shot]:
    yield Shot("timeline", WINDOW, timeline)
    yield Shot("timeline-small", SMALL, lambda: timeline(size=SMALL))
    yield Shot("timeline-drag", WINDOW, lambda: timeline(timeline_drag))
    yield Shot("timeline-empty", WINDOW, lambda: timeline(plan=timeline_rows.EMPTY))
    yield Shot("timeline-error", WINDOW, lambda: timeline(lambda page: page.show_error(FAILED)))
    yield Shot("timeline-no-match", WINDOW, lambda: timeline(lambda page: page.search.setText("zebra")))
    for grouping in (Grouping.PERSON, Grouping.SERVICE):
        yield Shot(f"timeline-{grouping}", WINDOW, lambda g=grouping: timeline(timeline_by(g)))  # type: ignore[misc]
    for level in ("day", "month", "quarter"):
        yield Shot(
            f"timeline-{level}",
            WINDOW,
            lambda k=level: timeline(lambda page: page.view.pane.zoom_to(Level(k))),  # type: ignore[misc]
        )
    yield Shot("timeline-overview", WINDOW, lambda: timeline(lambda page: page.do(What.FIT_ALL), plan=large_plan()))


def large_plan() -> Plan:
    """Return a plan of 400 engagements: rows too low to be read."""
    plan, first = timeline_rows.PLAN, timeline_rows.PLAN.engagements[0]
    engagements, items = list(plan.engagements), list(plan.items)
    for number in range(400):
        one = replace(first, id=timeline_rows.ident(f"x{number}"), client=f"Client {number:03}", colour=number % 11)
        engagements.append(one)
        for part in range(5):
            by = (number * 37 % 300 - 150 + part * 12) * 86_400
            item = plan.items[part]
            items.append(
                replace(item, id=timeline_rows.ident(f"x{number}.{part}"), engagement=one.id, starts=item.starts + by,
                        ends=item.ends + by)
            )  # fmt: skip
    return replace(plan, engagements=tuple(engagements), items=tuple(items))


def week_check(check: WeekCheck) -> QWidget:
    panel = WeekCheckPanel()
    panel.show_check(check)
    return panel


def handover(rows: Handover) -> QWidget:
    view = HandoverView()
    view.show_handover(rows)
    return view


def recorded(rows: Reconciliation) -> QWidget:
    view = ReconciliationView()
    view.show_reconciliation(rows)
    return view


def week_entries(purpose: WeekEntriesPurpose) -> QWidget:
    return WeekEntriesDialog("2026-W47", purpose, ENTRIES)


def friday_shots() -> Iterator[Shot]:
    panel, narrow, view, small = QSize(296, 760), QSize(296, 480), QSize(864, 640), QSize(600, 480)
    checks = (
        ("check", CHECK), ("check-clear", CLEAR), ("check-submitted", SUBMITTED), ("check-returned", RETURNED),
        ("check-blocked", BLOCKED), ("check-empty", NO_WEEK),
    )  # fmt: skip
    for name, check in checks:
        yield Shot(name, panel, lambda c=check: week_check(c))  # type: ignore[misc]
    yield Shot("check-low", narrow, lambda: week_check(CHECK))
    yield Shot("handover", view, lambda: handover(HANDOVER))
    yield Shot("handover-small", small, lambda: handover(HANDOVER))
    yield Shot("handover-empty", view, lambda: handover(NO_LINES))
    for name, found in (("recorded", RECONCILED), ("recorded-stale", STALE), ("recorded-empty", NO_EXTRACT)):
        yield Shot(name, view, lambda r=found: recorded(r))  # type: ignore[misc]
    yield Shot("recorded-small", small, lambda: recorded(RECONCILED))
    for purpose in WeekEntriesPurpose:
        yield Shot(f"week-{purpose}", QSize(560, 480), lambda p=purpose: week_entries(p))  # type: ignore[misc]


def away(*, split: bool = False) -> QWidget:
    dialog = AwayDialog(AWAY, resume_utc=at(13, 21), running=False)
    if split:
        dialog.choose(AwayAnswer.SPLIT)
        dialog.rows.add_button.click()
    return dialog


def today_away() -> QWidget:
    made = window("today")
    page = made.page("today")
    assert isinstance(page, TodayPage)
    made.show_running(None)
    made.show_away(AWAY.away.start_utc, ZONE)
    page.show_view(AWAY_TODAY)
    return made


def budgets(show: Callable[[BudgetsPage], None]) -> QWidget:
    made = window("budgets")
    page = made.page("budgets")
    assert isinstance(page, BudgetsPage)
    show(page)
    return made


def budget_shots() -> Iterator[Shot]:
    listed = budget_rows.LISTED
    hours_only = replace(listed, rows=(budget_rows.HOURS_ONLY.row,), stale=True)
    shown: dict[str, Callable[[BudgetsPage], None]] = {
        "empty": lambda page: page.show_list(replace(listed, rows=(), total=0), None),
        "error": lambda page: page.show_error(FAILED),
        "no-match": lambda page: page.show_list(replace(listed, rows=()), None),
        "hours": lambda page: page.show_list(hours_only, budget_rows.HOURS_ONLY),
        "none-yet": lambda page: page.show_list(listed, budget_rows.NO_BUDGET),
        "table": lambda page: page.detail.burn.table_link.click(),
    }
    for name, show in shown.items():
        yield Shot(f"budgets-{name}", WINDOW, lambda s=show: budgets(s))  # type: ignore[misc]
    for name, (size, make) in budget_rows.BUDGET_FORMS.items():
        yield Shot(f"form-{name}", size, make)


def all_shots() -> Iterator[Shot]:
    for page in ("today", "engagements", "budgets", "clients", "engagement", "settings"):
        yield Shot(page, WINDOW, lambda page=page: window(page))  # type: ignore[misc]
        yield Shot(f"{page}-small", SMALL, lambda page=page: window(page))  # type: ignore[misc]
    yield Shot("today-echo", WINDOW, today_echo)
    yield Shot("help", WINDOW, lambda: window("help"))
    yield Shot("help-small", SMALL, lambda: window("help"))
    for number in (0, 1, 3, 4):
        yield Shot(f"tour-{number + 1}", WINDOW, lambda n=number: tour(n))  # type: ignore[misc]
    for restore_step in ("", "failed", "done"):
        name = f"restore-{restore_step}".rstrip("-")
        yield Shot(name, QSize(660, 440), lambda s=restore_step: restoring(s))  # type: ignore[misc]
    for group in Group:
        yield Shot(f"settings-{group.value}", WINDOW, lambda g=group: setting_group(g))  # type: ignore[misc]
    yield Shot("settings-firm-small", SMALL, lambda: setting_group(Group.FIRM))
    yield Shot("settings-search", WINDOW, lambda: setting_group(Group.GENERAL, "lock"))
    yield Shot("settings-nothing", WINDOW, lambda: setting_group(Group.GENERAL, "zebra"))
    yield Shot("palette", WINDOW, palette)
    yield Shot("palette-small", SMALL, lambda: palette("harr"))
    yield Shot("palette-more", WINDOW, lambda: palette("start harr"))
    yield Shot("today-empty", WINDOW, today_empty)
    yield Shot("today-error", WINDOW, today_error)
    yield Shot("today-editing", WINDOW, today_editing)
    yield Shot("engagements-empty", WINDOW, engagements_empty)
    yield Shot("engagements-error", WINDOW, engagements_error)
    yield Shot("engagements-no-match", WINDOW, engagements_no_match)
    yield Shot("engagement-bare", WINDOW, engagement_bare)
    yield Shot("engagement-error", WINDOW, engagement_error)
    yield Shot("clients-empty", WINDOW, clients_empty)
    yield Shot("clients-error", WINDOW, clients_error)
    for name, (size, make) in (FORMS | PLAN_FORMS | STAFFING_FORMS).items():
        yield Shot(f"form-{name}", size, make)
    for name, (size, make) in DIALOGS.items():
        yield Shot(name, size, make)
    for step in (1, 2, 3):
        yield Shot(f"first-run-{step}", WINDOW, lambda step=step: first_run(step))  # type: ignore[misc]
    yield from timesheet_shots()
    yield from timeline_shots()
    yield Shot("first-run-small", SMALL, lambda: first_run(1))
    yield Shot("lock", WINDOW, lock)
    yield Shot("lock-failed", SMALL, lambda: lock(failed=True))
    yield Shot("lock-recovery", WINDOW, lambda: lock(recovery=True))
    yield Shot("quick-entry", QSize(680, 402), quick_entry)
    yield Shot("quick-entry-empty", QSize(680, 402), quick_entry_empty)
    yield Shot("today-message", WINDOW, lambda: today_message(SAVED))
    yield Shot("today-failed", WINDOW, lambda: today_message(FAILED))
    yield Shot("today-failed-small", SMALL, lambda: today_message(FAILED))
    yield Shot("today-suggested", WINDOW, today_suggested)
    yield Shot("today-suggested-small", SMALL, today_suggested)
    yield Shot("mini-timer", QSize(368, 44), lambda: mini_timer(running=True))
    yield Shot("mini-timer-idle", QSize(368, 44), lambda: mini_timer(running=False))
    yield Shot(
        "forget-titles",
        QSize(560, 260),
        lambda: ForgetTitlesDialog(WatchedView(1_204, date(2026, 11, 2), TODAY.day, 30), TODAY.day),
    )
    for step_name in ("preview", "plan", "asking", "mapping", "progress", "result"):
        yield Shot(f"import-{step_name}", QSize(860, 640), lambda s=step_name: importing(s))  # type: ignore[misc]
    yield Shot("earlier-imports", QSize(940, 520), earlier_imports)
    yield Shot("earlier-imports-undone", QSize(940, 560), lambda: earlier_imports(undone=True))
    yield Shot("earlier-imports-none", QSize(940, 480), lambda: earlier_imports(rows=()))
    yield Shot("history", QSize(820, 400), history)
    yield Shot("away", QSize(600, 352), away)
    yield Shot("away-split", QSize(600, 512), lambda: away(split=True))
    yield Shot("today-away", WINDOW, today_away)
    yield Shot("still-running", QSize(1224, 80), still_running)
    yield from friday_shots()
    yield from budget_shots()


def main(folder: Path, wanted: tuple[str, ...], *, language: str = "en", mirrored: bool = False) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    if language != "en":
        speak(app, language)
    if mirrored:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    switch = ThemeSwitch(app, ThemeMode.LIGHT)
    for mode in ("light", "dark"):
        switch.set_mode(mode)
        for shot in all_shots():
            if not wanted or shot.name in wanted:
                made = shot.make()
                scale = 2.0 if shot.size == SMALL else 1.0
                render(made, shot.size.expandedTo(made.minimumSize()), folder / f"{shot.name}-{mode}.png", scale=scale)
                made.deleteLater()


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("names", nargs="*")
    options.add_argument("--language", default="en")
    options.add_argument("--mirrored", action="store_true")
    given = options.parse_intermixed_args()
    main(given.folder, tuple(given.names), language=given.language, mirrored=given.mirrored)
