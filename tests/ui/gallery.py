"""Draw every page and dialog with sample rows: ``QT_QPA_PLATFORM=offscreen python -m tests.ui.gallery DIR``.

``--language de`` draws them in German, ``--mirrored`` from right to left.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from engagedesk.domain.firm_profile import RateSight
from engagedesk.domain.states import AwayAnswer
from engagedesk.services.importing.flow import BatchRow
from engagedesk.services.queries.dashboard_rows import Dashboard, Unbilled
from engagedesk.services.queries.engagement_list import EngagementFilter
from engagedesk.services.queries.entry_search import FoundEntries
from engagedesk.services.queries.rows import EntryRow
from engagedesk.ui.dialogs.away import AwayDialog
from engagedesk.ui.dialogs.earlier_imports import EarlierImportsDialog
from engagedesk.ui.dialogs.find_entries import FindEntriesDialog
from engagedesk.ui.dialogs.forget_titles import ForgetTitlesDialog
from engagedesk.ui.dialogs.history import HistoryDialog
from engagedesk.ui.dialogs.importing import ImportDialog
from engagedesk.ui.dialogs.quick_entry import QuickEntryDialog
from engagedesk.ui.dialogs.restoring import RestoreDialog
from engagedesk.ui.dialogs.still_running import StillRunningCard
from engagedesk.ui.languages import speak
from engagedesk.ui.pages.beside import BesidePage
from engagedesk.ui.pages.clients import ClientsPage
from engagedesk.ui.pages.engagement import EngagementPageView
from engagedesk.ui.pages.first_run import FirstRunPage
from engagedesk.ui.pages.lock import LockPage
from engagedesk.ui.pages.portfolio import PortfolioPage
from engagedesk.ui.pages.settings import SettingsPage
from engagedesk.ui.pages.settings_groups.rows import NumberBlock
from engagedesk.ui.pages.today import TodayPage
from engagedesk.ui.pages.today_budgets import AlertsCard, BudgetsCard
from engagedesk.ui.setting_words import Group
from engagedesk.ui.shots import render
from engagedesk.ui.theme import ThemeMode, ThemeSwitch
from engagedesk.ui.tour import Tour
from engagedesk.ui.view_rows import Kind, LockReason, LockView, Message, StillRunning, WatchedView
from engagedesk.ui.widgets.mini_timer import MiniTimer
from tests.ui import budget_rows
from tests.ui.budget_shots import budget_shots
from tests.ui.dialog_rows import DIALOGS
from tests.ui.friday_shots import friday_shots
from tests.ui.gallery_rows import (
    ASKING,
    BATCHES,
    DRAFTS,
    ECHO,
    FAILED,
    FAILED_RESTORE,
    FOREIGN_PLAN,
    LEFT,
    LINE,
    MAPPED,
    PREVIEW,
    QUESTION,
    RESTORE,
    RESULT,
    SAVED,
    STAYED,
)
from tests.ui.plan_form_rows import PLAN_FORMS
from tests.ui.report_shots import report_shots
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
)
from tests.ui.sample_standings import EMPTY_COUNTS, LISTED
from tests.ui.shot import SMALL, WINDOW, Shot, now, on_screen, opened, window
from tests.ui.staffing_rows import STAFFING_FORMS
from tests.ui.timeline_shots import timeline_shots
from tests.ui.timesheet_shots import timesheet_shots


def today_echo() -> QWidget:
    made, page = opened("today", TodayPage)
    page.quick_line.field.setText(LINE)
    page.show_echo(ECHO)
    return made


def today_message(message: Message) -> QWidget:
    made = window("today")
    on_screen(made)
    made.show_message(message)
    return made


def today_suggested() -> QWidget:
    made, page = opened("today", TodayPage)
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
    on_screen(made, WINDOW if not query.startswith("harr") else SMALL)
    finder.setText(query)
    finder.begin()
    return made


def setting_group(group: Group, query: str = "") -> QWidget:
    made, page = opened("settings", SettingsPage)
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
    on_screen(made)
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
    made, page = opened("today", TodayPage)
    made.show_engagements(())
    made.show_running(None)
    page.show_engagements(())
    page.show_recent(())
    page.show_view(EMPTY_TODAY)
    page.show_dashboard(Dashboard(Unbilled((), 0, None, hidden=False), (), 0, 0, DAY))
    for card in page.findChildren(BudgetsCard):
        card.show_list(replace(budget_rows.LISTED, rows=()))
    for waiting in page.findChildren(AlertsCard):
        waiting.show_alerts(())
    return made


def today_error() -> QWidget:
    made, page = opened("today", TodayPage)
    page.show_error(FAILED)
    return made


def today_editing() -> QWidget:
    made, page = opened("today", TodayPage)
    page.table.edit(page.table.row_model.index_of(ENTRIES[3].id, 3))
    return made


def engagements_empty() -> QWidget:
    made, page = opened("engagements", PortfolioPage)
    page.show_list(replace(LISTED, rows=(), total=0, clients=(), totals=(), counts=EMPTY_COUNTS))
    return made


def loading(page: PortfolioPage | BesidePage) -> QWidget:
    """Show a page that waits for its first rows."""
    page.spinner.show()
    page.skeleton.show()
    return page


def engagements_error() -> QWidget:
    made, page = opened("engagements", PortfolioPage)
    page.show_error(FAILED)
    return made


def engagements_no_match() -> QWidget:
    made, page = opened("engagements", PortfolioPage)
    page.show_list(replace(LISTED, wanted=EngagementFilter(text="zebra"), rows=(), totals=()))
    return made


def engagement_bare() -> QWidget:
    made, page = opened("engagement", EngagementPageView)
    page.show_engagement(replace(PAGE, gates=(), phases=(), team=(), codes=(), my_entries=(), history=()), ZONE)
    page.show_book(replace(BOOK, phases=(), tasks=(), milestones=(), sight=RateSight.NOBODY), DAY)
    return made


def clients_empty() -> QWidget:
    made, page = opened("clients", ClientsPage)
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


def find_entries(*, rows: tuple[EntryRow, ...] = ENTRIES) -> QWidget:
    dialog = FindEntriesDialog()
    dialog.begin("harrow walk")
    seconds = sum(row.seconds for row in rows)
    dialog.show_found(FoundEntries(dialog.wanted, rows, 2_749 if rows else 0, seconds * 400))
    return dialog


def history() -> QWidget:
    dialog = HistoryDialog("Northgate, 20 Nov 08:17–10:15", ZONE)
    dialog.show_history(PAGE.history)
    return dialog


def still_running(question: StillRunning = QUESTION) -> QWidget:
    card = StillRunningCard()
    card.ask(question)
    return card


def away(*, split: bool = False) -> QWidget:
    dialog = AwayDialog(AWAY, resume_utc=at(13, 21), running=False)
    if split:
        dialog.choose(AwayAnswer.SPLIT)
        dialog.rows.add_button.click()
    return dialog


def today_away() -> QWidget:
    made, page = opened("today", TodayPage)
    made.show_running(None)
    made.show_away(AWAY.away.start_utc, ZONE)
    page.show_view(AWAY_TODAY)
    return made


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
    yield Shot("engagements-loading", QSize(1208, 788), lambda: loading(PortfolioPage()))
    yield Shot("clients-loading", QSize(1208, 788), lambda: loading(ClientsPage()))
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
    yield Shot("find-entries", QSize(980, 600), find_entries)
    yield Shot("find-entries-none", QSize(980, 600), lambda: find_entries(rows=()))
    yield Shot("history", QSize(820, 400), history)
    yield Shot("away", QSize(600, 352), away)
    yield Shot("away-split", QSize(600, 512), lambda: away(split=True))
    yield Shot("today-away", WINDOW, today_away)
    yield Shot("still-running", QSize(1224, 80), still_running)
    yield Shot("still-running-left", QSize(1224, 80), lambda: still_running(LEFT))
    yield from friday_shots()
    yield from budget_shots()
    yield from report_shots()


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
