"""Budgets: their list and detail, the forms that change them, and alerts, raised once and said where the person is.

page -> intent -> what the form needs (store thread) -> form -> command -> done, or refused beside its field
a change -> a look at every budget (store thread) -> new alerts -> Today, tray, one notification
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engagedesk.domain.ids import EngagementId
from engagedesk.errors import EngageDeskError, UserError
from engagedesk.interchange.tables import write_csv
from engagedesk.services.alerting import Looked, cause_of, look
from engagedesk.services.changes import Changes
from engagedesk.services.command import Command
from engagedesk.services.queries.budget_rows import (
    AlertRow,
    Basis,
    BudgetFilter,
    BudgetPage,
)
from engagedesk.services.queries.budget_view import BudgetView, KeptBudgets, budget_view
from engagedesk.services.queries.budgets import budget_draft, budget_page
from engagedesk.services.queries.today import work_day_of
from engagedesk.services.store_thread import Priority
from engagedesk.services.workspace import Outcome, Workspace
from engagedesk.ui import budget_intents as wants
from engagedesk.ui import intents
from engagedesk.ui.budget_words import alert_title, alert_words
from engagedesk.ui.controllers.forms import Forms
from engagedesk.ui.controllers.messages import message_for, said
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.desktop.notifications import Notification, NotificationAction
from engagedesk.ui.desktop.places import ask_new_file, writing
from engagedesk.ui.store_bridge import Request
from engagedesk.ui.variation import variation, variation_name
from engagedesk.ui.view_rows import Kind, Message
from engagedesk.ui.words import tr

T = TypeVar("T")

LOOK_AFTER_MS: Final = 1_500
"""A change is followed by others most often; the look at all budgets waits until they are over."""


class Budgets(QObject):
    """Takes the intents of budgets. Lives in the GUI thread."""

    shown = Signal()
    """A list came to its page."""
    opened = Signal(object)
    """The ``FormSheet`` that opened."""
    written = Signal(object)
    """The file that was written."""
    alerted = Signal(object)
    """New alerts, after they were said."""

    def __init__(self, shell: Shell, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._bridge = shell.bridge
        self._forms = Forms(shell, self._after, parent=self)
        self._forms.opened.connect(self.opened)
        self._wanted = BudgetFilter()
        self._chosen: EngagementId | None = None
        self._stale = False
        self._kept: KeptBudgets | None = None
        self._cause = ""
        self._used: Mapping[EngagementId, int] | None = None
        self._page_to_write: BudgetPage | None = None
        self._cards: tuple[Any, Any] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._refresh)
        self._look_soon = QTimer(self)
        self._look_soon.setSingleShot(True)
        self._look_soon.timeout.connect(self.look)
        self._bridge.changed.connect(self._on_changed)
        shell.window.page_shown.connect(self._on_page_shown)
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {
            wants.ListBudgets: self._take_list,
            wants.OpenBudget: self._open_budget,
            wants.ChangeBudget: self._change_budget,
            wants.GiveEstimate: self._give_estimate,
            wants.WriteExcess: self._write_excess,
            wants.ChangeAlertRule: self._change_rule,
            wants.AnswerAlert: self._answer,
            wants.TypeFxRate: self._type_fx,
            wants.PrintVariation: self._print,
            wants.SaveBurn: self._save_burn,
        }

    def start(self) -> None:
        """Look once: a terminal may have changed something while no window was open."""
        self._look_soon.start(LOOK_AFTER_MS)

    def stop(self) -> None:
        self._look_soon.stop()
        self._soon.stop()

    # -- the page ----------------------------------------------------------------------------------------------------

    def _take_list(self, intent: wants.ListBudgets) -> None:
        self._wanted = intent.wanted
        self._chosen = intent.chosen or self._chosen
        self._load()

    def _open_budget(self, intent: wants.OpenBudget) -> None:
        self._chosen = intent.engagement
        self._wanted = BudgetFilter(order=self._wanted.order)
        self._shell.window.show_page("budgets")
        self._load()

    def _load(self, *, at_once: bool = True) -> None:
        """Ask for list and detail: with the figures that are known, and where they are outdated once more."""
        page, wanted, chosen, kept = self._page(), self._wanted, self._chosen, self._kept
        self._stale = False
        if page is None:
            return
        page.show_loading()

        def query(workspace: Workspace, today: date) -> BudgetView:
            return workspace.read(budget_view, wanted, chosen=chosen, today=today, kept=kept, at_once=at_once)

        def failed(error: EngageDeskError) -> None:
            page.show_error(message_for(error, safe=tr("Portfolio", "Everything recorded so far is saved.")))

        self._read(query, self._show, failed=failed, topic="budgets")

    def _show(self, found: BudgetView) -> None:
        page = self._page()
        self._kept = found.kept
        if page is not None:
            self._chosen = None if found.page is None else found.page.row.id
            page.show_list(found.list, found.page)
            self.shown.emit()
            if found.outdated:
                self._load(at_once=False)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        self._stale = True
        self._soon.start()
        if changes.touches("setting", "client"):
            # A name that is hidden now must not stand in Today for another second.
            self._look_soon.start(0)
        elif (cause_of(changes) or changes.touches("budget_alert")) and self._look_soon.remainingTime() != 0:
            self._look_soon.start(LOOK_AFTER_MS)
        self._cause = cause_of(changes, self._cause)

    @Slot(str)
    def _on_page_shown(self, page: str) -> None:
        if page == "budgets" and self._stale:
            self._soon.start()

    @Slot()
    def _refresh(self) -> None:
        if self._stale and self._shell.window.current_page == "budgets" and self._shell.in_sight:
            self._load()

    # -- alerts ------------------------------------------------------------------------------------------------------

    @Slot()
    def look(self) -> None:
        """Hold every budget against its rule once, and say what is new."""
        cause, used, chosen, kept = self._cause, self._used, self._chosen, self._kept
        self._cause = ""
        now_utc = self._shell.clock.now_s()

        def query(workspace: Workspace, today: date) -> Looked:
            return look(
                workspace,
                today=today,
                now_utc=now_utc,
                cause=cause,
                used=used,
                chosen=chosen,
                kept=kept,
                initiator=self,
            )

        self._read(query, self._take_look, topic="look", priority=Priority.JOB)

    def _take_look(self, looked: Looked) -> None:
        self._used, self._kept = looked.used, looked.budgets.kept
        self._show_today(looked)
        waiting = len(looked.waiting)
        words = tr("Budgets", "Budget alerts: {n}").format(n=waiting) if waiting else ""
        self._shell.tray.show_attention(words)
        if looked.fresh:
            self._say(looked.fresh)
            self.alerted.emit(looked.fresh)

    def _show_today(self, looked: Looked) -> None:
        window = self._shell.window
        if not window.is_built("today"):
            return
        if self._cards is None:
            from engagedesk.ui.pages.today_budgets import AlertsCard, BudgetsCard

            self._cards = (BudgetsCard(), AlertsCard())
            today: Any = window.page("today")
            for number, card in enumerate(self._cards):
                today.add_side_card(card, first=number == 0)
        budgets, waiting = self._cards
        budgets.show_list(looked.budgets.list)
        waiting.show_alerts(looked.waiting)

    def _say(self, fresh: tuple[AlertRow, ...]) -> None:
        """Say new alerts once: in the window where it is in use, else to the desktop, which hears no client's name."""
        in_use = self._shell.in_sight and self._shell.window.isActiveWindow()
        first = fresh[0]
        if len(fresh) == 1:
            name = first.client if in_use else first.code_name
            what = alert_title(first)[0]
            title = tr("Budgets", "{what}: {name} · {title}").format(what=what, name=name, title=first.title)
            body = alert_words(first)
        else:
            title = tr("Budgets", "Budget alerts: {n}").format(n=len(fresh))
            body = tr("Budgets", "Budgets were crossed: look at them on the Budgets page.")
        intent: intents.Intent = wants.OpenBudget(first.engagement)
        show = tr("Budgets", "Open the budget")
        if in_use:
            self._shell.say(Message(Kind.WARN, title, body, action=show, intent=intent))
        else:
            opens = NotificationAction(show, intents.ShowPage("budgets"))
            self._shell.notifier.notify(Notification(title, body, (opens,)))

    # -- forms -------------------------------------------------------------------------------------------------------

    def _change_budget(self, intent: wants.ChangeBudget) -> None:
        now_utc = self._shell.clock.now_s()

        def show(draft: Any) -> None:
            from engagedesk.ui.dialogs.budget_forms import BudgetForm

            window = self._shell.window
            self._forms.open(BudgetForm(draft, next_version=intent.next_version, now_utc=now_utc, parent=window))

        self._read(lambda w, today: _found(w.read(budget_draft, intent.engagement, today=today)), show)

    def _give_estimate(self, intent: wants.GiveEstimate) -> None:
        now_utc = self._shell.clock.now_s()

        def show(page: BudgetPage) -> None:
            from engagedesk.ui.dialogs.budget_forms import EstimateForm

            phase = intent.phase if intent.phase is not None else page.phases[0].id
            self._forms.open(EstimateForm(page, phase, now_utc=now_utc, parent=self._shell.window))

        self._with_page(intent.engagement, show)

    def _write_excess(self, intent: wants.WriteExcess) -> None:
        def show(page: BudgetPage) -> None:
            from engagedesk.ui.dialogs.budget_forms import ExcessForm

            row = next((one for one in page.excess if one.id == intent.excess), None)
            if intent.excess is not None and row is None:
                self._shell.complain(UserError("record.gone", kind="excess_hours"))
                return
            self._forms.open(ExcessForm(page, row, parent=self._shell.window))

        self._with_page(intent.engagement, show)

    def _change_rule(self, intent: wants.ChangeAlertRule) -> None:
        def show(page: BudgetPage) -> None:
            from engagedesk.ui.dialogs.budget_forms import AlertRuleForm

            self._forms.open(AlertRuleForm(page, parent=self._shell.window))

        self._with_page(intent.engagement, show)

    def _answer(self, intent: wants.AnswerAlert) -> None:
        now_utc = self._shell.clock.now_s()

        def show(page: BudgetPage) -> None:
            from engagedesk.ui.dialogs.budget_forms import AcknowledgeForm

            alert = next((one for one in page.alerts if one.id == intent.alert), None)
            if alert is None:
                self._shell.complain(UserError("record.gone", kind="budget_alert"))
                return
            self._forms.open(AcknowledgeForm(page, alert, now_utc=now_utc, parent=self._shell.window))

        self._with_page(intent.engagement, show)

    def _type_fx(self, intent: wants.TypeFxRate) -> None:
        def show(page: BudgetPage) -> None:
            from engagedesk.ui.dialogs.budget_forms import FxForm

            self._forms.open(FxForm(page, parent=self._shell.window))

        self._with_page(intent.engagement, show)

    def _after(self, _command: Command[Any], outcome: Outcome[Any]) -> None:
        if outcome.audit_seq is not None:
            self._shell.say(said(tr("Portfolio", "Saved"), action=tr("Portfolio", "Undo"), intent=intents.Undo()))

    # -- files -------------------------------------------------------------------------------------------------------

    def _print(self, intent: wants.PrintVariation) -> None:
        def show(page: BudgetPage) -> None:
            self._page_to_write = page
            name = variation_name(page, page.today)
            title = tr("Budgets", "Save the fee variation")
            ask_new_file(self._shell.window, title, name=name, chosen=self._write_pdf)

        self._with_page(intent.engagement, show)

    def _save_burn(self, intent: wants.SaveBurn) -> None:
        def show(page: BudgetPage) -> None:
            self._page_to_write = page
            code = page.row.codes[0] if page.row.codes else "engagement"
            name, title = f"burn-{code}-{page.today}.csv", tr("Budgets", "Save the burn chart")
            ask_new_file(self._shell.window, title, name=name, chosen=self._write_csv)

        self._with_page(intent.engagement, show)

    @Slot(str)
    def _write_pdf(self, name: str) -> None:
        from engagedesk.ui.documents import write_document

        page = self._page_to_write
        if page is not None:
            document = variation(page)
            self._write(Path(name), lambda path: write_document(document, path))

    @Slot(str)
    def _write_csv(self, name: str) -> None:
        page = self._page_to_write
        if page is not None:
            self._write(Path(name), lambda path: write_burn(path, page))

    def _write(self, path: Path, write: Callable[[Path], object]) -> None:
        """Write in a worker."""

        def work(_request: Request[Path]) -> Path:
            with writing(path):
                write(path)
            return path

        self._bridge.aside(self, work, self._wrote, failed=self._shell.complain)

    def _wrote(self, path: Path) -> None:
        self._shell.say(said(tr("Budgets", "Written: {file}").format(file=path.name), str(path.parent)))
        self.written.emit(path)

    # -- asking ------------------------------------------------------------------------------------------------------

    def _with_page(self, engagement: EngagementId, show: Callable[[BudgetPage], None]) -> None:
        self._read(lambda w, today: _found(w.read(budget_page, engagement, today=today)), show)

    def _read(
        self,
        query: Callable[[Workspace, date], T],
        answer: Callable[[T], None],
        *,
        failed: Callable[[EngageDeskError], None] | None = None,
        topic: str = "",
        priority: Priority = Priority.QUERY,
    ) -> None:
        """Ask the store, with the present work day."""
        clock = self._shell.clock
        zone, now_utc = clock.zone_name(), clock.now_s()

        def work(workspace: Workspace) -> T:
            today = workspace.read(work_day_of, now_utc, zone)
            return query(workspace, today)

        self._bridge.ask(self, work, answer, failed=failed or self._shell.complain, topic=topic, priority=priority)

    def _page(self) -> Any | None:
        window = self._shell.window
        return window.page("budgets") if window.is_built("budgets") else None


def write_burn(path: Path, page: BudgetPage) -> None:
    """Write the burn chart's numbers: amounts in minor units, or seconds where amounts are hidden. ``OSError``."""
    unit = "minor" if page.row.basis is Basis.MONEY else "s"
    header = ("day", *(f"{name}_{unit}" for name in ("actual", "plan", "low", "forecast", "high")))
    rows = [
        (p.day.isoformat(), *("" if v is None else str(v) for v in (p.actual, p.plan, p.low, p.expected, p.high)))
        for p in page.burn
    ]
    write_csv(path, header, rows)


def _found(row: T | None) -> T:
    """Return the row; ``UserError`` where it went meanwhile."""
    if row is None:
        raise UserError("record.gone", kind="engagement")
    return row
