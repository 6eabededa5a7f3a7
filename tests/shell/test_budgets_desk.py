"""Budgets in the whole program: at once what is known, forms, files, and alerts that are said once, where one is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from engagedesk.domain.ids import EngagementId
from engagedesk.domain.states import ExcessCause
from engagedesk.paths import Profile
from engagedesk.services.alerting import raise_after
from engagedesk.services.changes import Changes
from engagedesk.services.command import Command
from engagedesk.services.commands.budgets import ExcessFacts, LineFacts, NoteExcess, SetBudget
from engagedesk.services.commands.clients import HideClientNames
from engagedesk.services.commands.time import AddEntry, Target, Work
from engagedesk.services.opening import ByPassphrase, Surroundings, open_profile
from engagedesk.services.queries.budget_rows import BudgetFilter, BudgetOrder
from engagedesk.services.queries.budgets import alerts
from engagedesk.services.workspace import Workspace
from engagedesk.ui import budget_intents as wants
from engagedesk.ui import intents
from engagedesk.ui.controllers.budgets import Budgets
from engagedesk.ui.dialogs.budget_forms import AcknowledgeForm, BudgetForm, EstimateForm, ExcessForm
from engagedesk.ui.pages.budgets import BudgetsPage
from engagedesk.ui.pages.today_budgets import AlertsCard, BudgetsCard
from tests.fake_clock import FakeClock
from tests.shell.conftest import PASSPHRASE, Started
from tests.shell.private_bus import BusService, bus, needs_bus

__all__ = ["bus"]

Start = Callable[..., Started]
HOUR = 3600


class Desk:
    """A started program with its budgets at hand, and a budget of ten hours for the group audit."""

    def __init__(self, started: Started, qtbot: QtBot, clock: FakeClock) -> None:
        started.open()
        self.started, self.qtbot, self.clock = started, qtbot, clock
        self.program = started.program
        self.program._build_rest()
        [self.budgets] = self.program.findChildren(Budgets)
        self.group = self.engagement("Group audit")

    def do(self, work: Callable[[Workspace], Any]) -> Any:
        """Run in the store thread, and wait for what it answers."""
        heard: list[Any] = []
        self.budgets._bridge.ask(self.budgets, work, heard.append)
        self.qtbot.waitUntil(lambda: bool(heard))
        return heard[0]

    def execute(self, command: Command[Any]) -> Any:
        return self.do(lambda workspace: workspace.execute(command).result)

    def engagement(self, title: str) -> EngagementId:
        from engagedesk.models.engagements import Engagement

        def query(session: Any) -> EngagementId:
            return EngagementId(session.query(Engagement.id).filter(Engagement.title == title).scalar())

        found: EngagementId = self.do(lambda workspace: workspace.read(query))
        return found

    def budget(self, hours: int = 10) -> None:
        lines = (LineFacts(None, "Manager", hours * HOUR, 0),)
        self.execute(SetBudget(self.group, lines, date(2026, 1, 1), 1, "Again"))

    def work(self, hours: float) -> None:
        day = self.clock.now().date()
        entry = Work(Target(engagement=self.group), narrative="Fieldwork")
        self.execute(
            AddEntry(entry, zone="Europe/London", now_utc=self.clock.now_s(), day=day, seconds=int(hours * HOUR))
        )

    def look(self) -> None:
        """Look now, not in a second and a half."""
        before = self.budgets._used
        self.budgets._look_soon.stop()
        self.budgets.look()
        self.qtbot.waitUntil(lambda: self.budgets._used is not before)

    def page(self) -> BudgetsPage:
        self.program.window.show()
        page = self.program.window.show_page("budgets")
        assert isinstance(page, BudgetsPage)
        self.qtbot.waitUntil(lambda: page.view.row_model.rowCount() == 2)
        return page

    def form(self, intent: intents.Intent) -> Any:
        with self.qtbot.waitSignal(self.budgets.opened) as opened:
            self.program.take(intent)
        assert opened.args is not None
        return opened.args[0]

    def saved(self, form: Any) -> None:
        with self.qtbot.waitSignal(form.accepted):
            form.save()

    def alerts(self) -> list[tuple[str, int]]:
        found = self.do(lambda workspace: workspace.read(alerts))
        return [(one.kind.value, one.percent) for one in found]


@pytest.fixture
def desk(qtbot: QtBot, start: Start, made: Profile, clock: FakeClock) -> Desk:
    return Desk(start(made), qtbot, clock)


def test_the_page_shows_what_a_look_knew_and_then_what_is(desk: Desk) -> None:
    desk.budget()
    desk.work(2)
    desk.look()
    page = desk.page()
    desk.qtbot.waitUntil(lambda: page.detail.page is not None and page.detail.page.row.id == desk.group)
    shown: list[int] = []
    desk.budgets.shown.connect(lambda: shown.append(page.detail.page.row.actual_s if page.detail.page else 0))
    desk.work(1)
    desk.qtbot.waitUntil(lambda: shown[-1:] == [3 * HOUR])
    assert shown[0] == 2 * HOUR, "at once, with what was known"


def test_a_search_an_order_and_another_row_are_asked_for(desk: Desk) -> None:
    desk.budget()
    page = desk.page()
    desk.program.take(wants.ListBudgets(BudgetFilter("lantern", BudgetOrder.NAME)))
    desk.qtbot.waitUntil(lambda: page.view.row_model.rowCount() == 1)
    assert page.detail.page is not None
    assert page.detail.page.row.client == "Lanternbank"
    desk.program.take(wants.OpenBudget(desk.group))
    desk.qtbot.waitUntil(lambda: page.detail.page is not None and page.detail.page.row.id == desk.group)
    assert page.view.row_model.rowCount() == 2, "a budget that is opened is not hidden by an old search"


def test_a_budget_is_set_changed_and_undone(desk: Desk) -> None:
    page = desk.page()
    form = desk.form(wants.ChangeBudget(desk.group))
    assert isinstance(form, BudgetForm)
    next(iter(form.grid_widget.cells.values())).setText("10")
    desk.saved(form)
    desk.program.take(wants.OpenBudget(desk.group))
    desk.qtbot.waitUntil(lambda: page.detail.page is not None and page.detail.page.row.budget_s == 10 * HOUR)
    form = desk.form(wants.ChangeBudget(desk.group, next_version=True))
    form.save()
    desk.qtbot.waitUntil(lambda: bool(form.reason.control.accessibleDescription()))
    form.reason.set_value("Two sites more")
    desk.saved(form)
    desk.qtbot.waitUntil(lambda: page.detail.page is not None and len(page.detail.page.versions) == 2)
    desk.program.take(intents.Undo())
    desk.qtbot.waitUntil(lambda: page.detail.page is not None and len(page.detail.page.versions) == 1)


def test_an_estimate_and_excess_hours_are_written_down(desk: Desk) -> None:
    desk.budget()
    page = desk.page()
    form = desk.form(wants.GiveEstimate(desk.group))
    assert isinstance(form, EstimateForm)
    form.hours.set_value(4 * HOUR)
    desk.saved(form)
    desk.qtbot.waitUntil(lambda: page.detail.page is not None and page.detail.page.row.etc_s == 4 * HOUR)
    form = desk.form(wants.WriteExcess(desk.group))
    assert isinstance(form, ExcessForm)
    form.hours.set_value(2 * HOUR)
    form.cause.set_value(ExcessCause.OTHER)
    hint = form.note.control.accessibleDescription()
    form.save()
    desk.qtbot.waitUntil(lambda: form.note.control.accessibleDescription() != hint)
    form.note.set_value("A site more")
    desk.saved(form)
    desk.qtbot.waitUntil(lambda: page.detail.page is not None and len(page.detail.page.excess) == 1)


def test_a_crossing_is_said_once_in_the_window_and_answered_with_a_note(desk: Desk) -> None:
    heard: list[Any] = []
    desk.budgets.alerted.connect(heard.append)
    desk.budget()
    desk.look()
    desk.work(8)
    desk.look()
    assert desk.alerts() == [("used", 75)]
    [[fresh]] = heard
    assert (fresh.change_s, fresh.cause) == (8 * HOUR, "time")
    desk.look()
    desk.work(0.5)
    desk.look()
    assert len(heard) == 1, "once per crossing"
    form = desk.form(wants.AnswerAlert(desk.group, fresh.id))
    assert isinstance(form, AcknowledgeForm)
    form.note.set_value("In line with scope")
    desk.saved(form)
    assert not desk.do(lambda workspace: workspace.read(alerts, waiting=True))
    desk.look()
    assert len(heard) == 1


def test_today_shows_budgets_and_what_waits_and_hides_names_at_once(desk: Desk) -> None:
    desk.program.window.show()
    desk.budget(1)
    desk.work(2)
    desk.look()
    [money] = desk.program.window.findChildren(BudgetsCard)
    [waiting] = desk.program.window.findChildren(AlertsCard)
    assert not money.isHidden()
    assert not waiting.isHidden()
    assert "Harrowgate" in money.rows[0].accessibleName()
    desk.execute(HideClientNames(None))
    desk.qtbot.waitUntil(lambda: "Harrowgate" not in money.rows[0].accessibleName(), timeout=1_200)


def test_what_a_terminal_raised_is_not_raised_again_by_the_window(
    qtbot: QtBot, start: Start, made: Profile, clock: FakeClock, around: Surroundings
) -> None:
    first = Desk(start(made), qtbot, clock)
    first.budget()
    first.look()
    first.program.end()
    workspace = open_profile(made, ByPassphrase(PASSPHRASE), around)
    heard: list[Changes] = []
    workspace.listen(lambda changes, _initiator: heard.append(changes))
    entry = Work(Target(engagement=first.group), narrative="Fieldwork")
    day = clock.now().date()
    workspace.execute(AddEntry(entry, zone="Europe/London", now_utc=clock.now_s(), day=day, seconds=8 * HOUR))
    assert len(raise_after(workspace, tuple(heard), today=day, now_utc=clock.now_s())) == 1
    assert raise_after(workspace, tuple(heard), today=day, now_utc=clock.now_s()) == ()
    workspace.close()


@needs_bus
def test_an_alert_behind_another_window_goes_to_the_desktop_without_the_client_s_name(bus: str, desk: Desk) -> None:
    service = BusService(
        bus,
        "org.freedesktop.Notifications",
        {
            "GetCapabilities": lambda _service, _message: ("as", (["body", "actions"],)),
            "Notify": lambda _service, _message: ("u", (41,)),
        },
    )
    desk.program.window.hide()
    desk.budget()
    desk.work(8)
    desk.look()
    desk.qtbot.waitUntil(lambda: bool(service.bodies("Notify")))
    told = repr(service.bodies("Notify"))
    assert "75 % used" in told
    assert "Group audit" in told
    assert "Harrowgate" not in told
    desk.look()
    assert len(service.bodies("Notify")) == 1
    service.end()


def test_the_fee_variation_and_the_burn_chart_are_written_where_the_person_says(desk: Desk, tmp_path: Path) -> None:
    desk.budget()
    desk.work(12)
    desk.execute(
        NoteExcess(desk.group, ExcessFacts(None, "Manager", date(2026, 1, 1), HOUR, ExcessCause.SCOPE_CHANGE, "Site"))
    )
    desk.page()
    for intent, name in ((wants.PrintVariation, "variation.pdf"), (wants.SaveBurn, "burn.csv")):
        desk.program.take(intent(desk.group))
        desk.qtbot.waitUntil(lambda: bool(desk.program.window.findChildren(QFileDialog)))
        [dialog] = desk.program.window.findChildren(QFileDialog)
        with desk.qtbot.waitSignal(desk.budgets.written):
            dialog.fileSelected.emit(str(tmp_path / name))
        dialog.reject()
        desk.qtbot.waitUntil(lambda: not desk.program.window.findChildren(QFileDialog))
        assert (tmp_path / name).stat().st_size > 100
    assert (tmp_path / "variation.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "burn.csv").read_text(encoding="utf-8-sig").startswith("day,actual_s")


def test_a_file_that_cannot_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    desk.budget()
    desk.page()
    desk.program.take(wants.SaveBurn(desk.group))
    desk.qtbot.waitUntil(lambda: bool(desk.program.window.findChildren(QFileDialog)))
    [dialog] = desk.program.window.findChildren(QFileDialog)
    with desk.qtbot.assertNotEmitted(desk.budgets.written):
        dialog.fileSelected.emit(str(tmp_path / "nowhere" / "burn.csv"))
        desk.qtbot.waitUntil(lambda: not desk.program.window.message_bar.isHidden())
    dialog.reject()


def test_what_went_meanwhile_is_said_and_opens_no_form(desk: Desk) -> None:
    with desk.qtbot.assertNotEmitted(desk.budgets.opened):
        desk.program.take(wants.GiveEstimate(EngagementId(b"\x07" * 16)))
        desk.program.take(wants.WriteExcess(desk.group, b"\x07" * 16))
        desk.program.take(wants.AnswerAlert(desk.group, b"\x07" * 16))
        desk.do(lambda _workspace: None)
