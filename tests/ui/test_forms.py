"""The forms of engagements and clients: by keyboard, with what is wrong beside the field, whatever is typed."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from engagedesk.domain.ids import DeliverableId
from engagedesk.domain.states import DeliverableState, EngagementState, GateKind, GateState, ServiceLine
from engagedesk.errors import UserError
from engagedesk.services.command import Command
from engagedesk.services.commands.clients import ChangeClient
from engagedesk.services.commands.engagement_setup import (
    ChangeEngagementState,
    CreateEngagement,
    RollForwardEngagement,
)
from engagedesk.services.commands.engagements import AddTask, EditCode, EditEngagement, EngagementFacts, SetGate
from engagedesk.services.commands.people import SetRate
from engagedesk.services.commands.plan_items import (
    AddDeliverable,
    DeliverableFacts,
    EditDeliverable,
    RemoveDeliverable,
)
from engagedesk.services.commands.plans import MilestoneFacts
from engagedesk.services.commands.teams import NewPerson, PutOnTeam
from engagedesk.services.queries.engagement_book import MilestonePart
from engagedesk.ui import dialogs
from engagedesk.ui.controllers.engagement_parts import done_command
from engagedesk.ui.dialogs.client_form import ClientForm
from engagedesk.ui.dialogs.engagement_ending import StateForm
from engagedesk.ui.dialogs.engagement_form import EngagementForm, NewEngagementForm
from engagedesk.ui.dialogs.engagement_parts import CodeForm, GateForm, MemberForm, MilestoneForm, RateForm, TaskForm
from engagedesk.ui.dialogs.form_sheet import FormSheet
from engagedesk.ui.dialogs.rolling_forward import RollForwardForm
from engagedesk.ui.pages.clients import ClientsPage
from engagedesk.ui.pages.engagement_plan import PlanCard
from engagedesk.ui.portfolio_intents import EditClient, EditPart, ListClients, MovePhaseBy, NewClient, Part, ToggleDone
from engagedesk.ui.theme import ThemeSwitch
from engagedesk.ui.typed_facts import amount_text, day_text, hours_text, typed_amount, typed_day, typed_hours
from tests.ui.budget_rows import BUDGET_FORMS
from tests.ui.conftest import Asked, shown
from tests.ui.hostile import HOSTILE
from tests.ui.plan_form_rows import PLAN_FORMS
from tests.ui.sample_portfolio import BOOK, CHOICES, CLIENT, CLIENTS, COMPLETION, ENDING, FORMS, PLANNING, YEAR
from tests.ui.sample_rows import DAY, ENGAGEMENTS
from tests.ui.staffing_rows import STAFFING_FORMS


class Heard(QObject):
    """Keeps the commands that a form came to."""

    def __init__(self) -> None:
        super().__init__()
        self.commands: list[Command[Any]] = []

    @Slot(object)
    def take(self, command: Command[Any]) -> None:
        self.commands.append(command)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def open_form(qtbot: QtBot, theme: ThemeSwitch, heard: Heard) -> Callable[[FormSheet], FormSheet]:
    def show(form: FormSheet) -> FormSheet:
        form.wanted.connect(heard.take)
        shown(qtbot, form, form.minimumWidth(), 700)
        form.begin()
        return form

    return show


Show = Callable[[Any], Any]
# The sheet of rate cards is a list, not a form: it sends nothing that could be refused.
SHEETS = {
    name: made
    for name, made in (FORMS | PLAN_FORMS | STAFFING_FORMS | BUDGET_FORMS).items()
    if not name.startswith("rate-cards")
}


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_whatever_is_typed_a_form_answers_with_words_or_with_a_command(
    name: str, open_form: Show, heard: Heard
) -> None:
    made = SHEETS[name][1]()
    assert isinstance(made, FormSheet)
    form = open_form(made)
    for text in HOSTILE:
        # Also those that stand in a table of the form.
        for line in form.findChildren(QLineEdit):
            if line.isEnabled() and not line.isReadOnly():
                line.setText(text)
        for area in form.findChildren(QPlainTextEdit):
            area.setPlainText(text)
        form.save()
        said = [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
        assert len(heard.commands) > 0 or any(said), "neither a command nor a word"
        assert max(map(len, said)) < 1_000, "what was typed comes back whole"
        heard.commands.clear()
        form.set_busy(busy=False)


def test_no_form_is_left_out() -> None:
    """Whoever makes a form has it here: the forms of the program against those that the tests above fill."""
    for found in pkgutil.iter_modules(dialogs.__path__, f"{dialogs.__name__}."):
        importlib.import_module(found.name)
    shown = {type(make()) for _, make in SHEETS.values()}
    assert {form.__name__ for form in forms_of(FormSheet) if not any(issubclass(one, form) for one in shown)} == set()


def forms_of(kind: type[FormSheet]) -> Iterator[type[FormSheet]]:
    for below in kind.__subclasses__():
        yield below
        yield from forms_of(below)


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_every_control_of_a_form_has_a_name_and_is_reached_by_tab(name: str, open_form: Show) -> None:
    form = open_form(SHEETS[name][1]())
    for field in form.fields:
        assert field.control.accessibleName(), field.field
    wanted = {field.control for field in form.fields if field.isVisible() and field.control.isEnabled()}
    wanted |= {form.save_button, form.cancel_button}
    reached: set[QWidget] = set()
    for _ in range(4 * (len(form.fields) + len(form.findChildren(QLineEdit))) + 8):
        at = QApplication.focusWidget()
        if at is not None:
            reached.add(at)
        QTest.keyClick(at or form, Qt.Key.Key_Tab)
    assert wanted <= reached


def test_a_new_engagement_is_made_by_keyboard_alone(open_form: Show, heard: Heard) -> None:
    form = open_form(NewEngagementForm((), EngagementFacts("", ServiceLine.AUDIT, period_end=date(2026, 12, 31))))
    QTest.keyClick(form.client.control, Qt.Key.Key_Tab)
    assert form.client_name.control.hasFocus()
    QTest.keyClicks(form.client_name.control, "Brackley Homes")
    form.parts.title.control.setFocus()
    QTest.keyClicks(form.parts.title.control, "Group audit 2026")
    assert form.preview.model.rowCount() == 5
    QTest.keyClick(form.parts.title.control, Qt.Key.Key_Return)
    [command] = heard.commands
    assert isinstance(command, CreateEngagement)
    assert command.plan is not None
    assert command.facts.starts == command.plan.first_day, "the engagement begins with its plan"
    assert command.gates[0] is GateKind.ACCEPTANCE, "a new client is accepted, an old one continued"


def test_the_plan_follows_the_period_end_and_the_service_line(open_form: Show) -> None:
    form = open_form(NewEngagementForm(CHOICES, EngagementFacts("", ServiceLine.AUDIT, period_end=date(2026, 12, 31))))
    first = form.preview.model.rows[0].starts
    form.parts.period_end.control.setText("31 Jan 2027")
    assert (form.preview.model.rows[0].starts - first).days == 31
    form.parts.line.set_value(ServiceLine.ADVISORY)
    assert form.preview.model.rows[0].name != "Planning"
    form.use_template.set_value(False)
    assert form.preview.table.isHidden()


def test_what_is_missing_is_said_beside_each_field_and_the_first_one_gets_the_keyboard(
    open_form: Show, heard: Heard
) -> None:
    form = open_form(NewEngagementForm((), EngagementFacts("", ServiceLine.AUDIT)))
    form.save()
    assert not heard.commands
    words = [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
    assert words.count("Please fill this in.") == 2
    assert form.client_name.control.hasFocus()


def test_an_error_of_the_store_stands_beside_its_field_and_what_was_typed_stays(open_form: Show, heard: Heard) -> None:
    form = open_form(CodeForm(BOOK, None, today=DAY))
    QTest.keyClicks(form.code.control, "410220-20")
    form.save()
    assert not form.save_button.isEnabled(), "nothing is sent twice"
    form.refuse(UserError("code.taken", code="410220-20"))
    assert form.save_button.isEnabled()
    assert "exists already" in form.code.control.accessibleDescription()
    assert form.code.control.text() == "410220-20"
    form.refuse(UserError("record.changed_meanwhile", kind="charge_code"))
    assert form.notice.isVisible()


def test_editing_keeps_what_is_not_touched(open_form: Show, heard: Heard) -> None:
    form = open_form(EngagementForm(BOOK))
    form.save()
    [command] = heard.commands
    assert isinstance(command, EditEngagement)
    assert command == EditEngagement(BOOK.id, BOOK.facts, 4, "")


def test_a_code_is_closed_from_today(open_form: Show, heard: Heard) -> None:
    form = open_form(CodeForm(BOOK, BOOK.codes[0], today=DAY))
    assert form.closed_on.isHidden()
    form.closed.control.click()
    form.save()
    [command] = heard.commands
    assert isinstance(command, EditCode)
    assert (command.facts.closed, command.facts.closed_on) == (True, DAY)


def test_a_gate_is_settled_on_a_day(open_form: Show, heard: Heard) -> None:
    form = open_form(GateForm(BOOK, GateKind.OVERDUE_FEES, today=DAY))
    form.state.set_value(GateState.SETTLED)
    QTest.keyClick(form.day.control, Qt.Key.Key_Down)
    form.save()
    assert heard.commands == [
        SetGate(BOOK.id, GateKind.OVERDUE_FEES, GateState.SETTLED, date(2026, 11, 19), "one invoice, 61 days")
    ]


def test_somebody_new_is_put_on_the_team(open_form: Show, heard: Heard) -> None:
    form = open_form(MemberForm(BOOK, None, today=DAY))
    assert form.name.isHidden(), "somebody who is free is offered first"
    form.person.set_value(None)
    form.name.set_value("Mei Tanaka")
    form.planned.control.setText("7:30")
    form.save()
    [command] = heard.commands
    assert isinstance(command, PutOnTeam)
    assert isinstance(command.person, NewPerson)
    assert command.facts.planned_s == 27_000


def test_somebody_known_is_put_on_the_team_by_enter_on_the_choice(open_form: Show, heard: Heard) -> None:
    known = next(p for p in BOOK.people if p.id not in {member.person for member in BOOK.team})
    form = open_form(MemberForm(BOOK, None, today=DAY))
    assert isinstance(form, MemberForm)
    form.person.set_value(known.id)
    form.person.control.setFocus()
    QTest.keyClick(form.person.control, Qt.Key.Key_Return)
    [command] = heard.commands
    assert isinstance(command, PutOnTeam)
    assert command.person == known.id


def test_who_may_not_see_the_cost_does_not_change_it(open_form: Show, heard: Heard) -> None:
    form = open_form(RateForm(BOOK, BOOK.rates[0], today=DAY))
    assert form.cost.isHidden()
    form.charge.control.setText("830.50")
    form.save()
    [command] = heard.commands
    assert isinstance(command, SetRate)
    assert (command.charge_minor_per_h, command.cost_minor_per_h) == (83_050, None)


def test_a_task_of_a_phase_starts_there(open_form: Show, heard: Heard) -> None:
    form = open_form(TaskForm(BOOK, None, today=DAY, phase=COMPLETION))
    QTest.keyClicks(form.name.control, "Going concern")
    form.estimate.control.setText("12.5")
    form.save()
    assert heard.commands == [AddTask(BOOK.id, "Going concern", COMPLETION, 45_000, None)]


def test_a_date_without_a_day_is_asked_for(open_form: Show, heard: Heard) -> None:
    form = open_form(MilestoneForm(BOOK, None, today=DAY))
    form.name.set_value("Release")
    form.save()
    assert not heard.commands
    assert "date is missing" in form.due.control.accessibleDescription()


def test_a_date_on_which_something_is_handed_over_is_a_deliverable(open_form: Show, heard: Heard) -> None:
    form = open_form(MilestoneForm(BOOK, None, today=DAY, phase=COMPLETION))
    form.name.set_value("Long-form report")
    form.due.control.setText("4 Dec 2026")
    form.is_handed.set_value(True)
    form.save()
    facts = DeliverableFacts("Long-form report", date(2026, 12, 4), COMPLETION)
    assert heard.commands == [AddDeliverable(BOOK.id, facts)]


def test_a_deliverable_keeps_what_its_form_does_not_show(open_form: Show, heard: Heard) -> None:
    made = DeliverableFacts("Letter", date(2026, 12, 4), COMPLETION, state=DeliverableState.IN_REVIEW, pinned=True)
    facts = MilestoneFacts(made.name, made.due, made.phase)
    part = MilestonePart(bytes([9] * 16), 3, facts, made)
    form = open_form(MilestoneForm(BOOK, part, today=DAY))
    assert form.is_handed.isHidden()
    form.is_done.control.click()
    form.save()
    issued = replace(made, state=DeliverableState.ISSUED, done_on=DAY)
    assert heard.commands == [EditDeliverable(DeliverableId(part.id), issued, 3)]
    assert form.removal() == RemoveDeliverable(DeliverableId(part.id))
    book = replace(BOOK, milestones=(*BOOK.milestones, part))
    toggled = done_command(book, ToggleDone(BOOK.id, Part.MILESTONE, part.id), DAY)
    assert toggled == EditDeliverable(DeliverableId(part.id), issued, 3)


def test_closing_says_what_stays_open_and_closes_the_codes(open_form: Show, heard: Heard) -> None:
    form = open_form(StateForm(BOOK, EngagementState.CLOSED, ENDING, today=DAY))
    assert len(form.open_points) == 5
    assert form.why.control.hasFocus()
    QTest.keyClicks(form.why.control, "Report signed")
    QTest.keyClick(form.why.control, Qt.Key.Key_Return)
    assert heard.commands == [ChangeEngagementState(BOOK.id, EngagementState.CLOSED, "Report signed", DAY)]


def test_a_running_timer_is_stopped_before_closing(open_form: Show) -> None:
    form = open_form(StateForm(BOOK, EngagementState.CLOSED, replace(ENDING, running=True), today=DAY))
    assert not form.save_button.isEnabled()
    assert "timer is running" in form.notice.accessibleName()


def test_rolling_forward_shows_what_was_worked_and_starts_empty(open_form: Show, heard: Heard) -> None:
    form = open_form(RollForwardForm(BOOK, YEAR))
    assert [(row.name, row.proposed_s // 3600) for row in form.model.rows] == [
        ("Planning", 420), ("Completion", 412), ("Assembly", 50),
    ]  # fmt: skip
    form.period_end.control.setText("30 Jun 2026")
    assert form.table.isHidden()
    form.period_end.control.setText("31 Dec 2027")
    form.save()
    [command] = heard.commands
    assert isinstance(command, RollForwardEngagement)
    assert (command.facts.title, command.facts.contract, command.facts.fee_minor) == ("PCAOB audit 2027", "", None)
    assert command.facts.period_end == date(2027, 12, 31)


def test_a_clients_wishes_are_kept_as_they_were_said(open_form: Show, heard: Heard) -> None:
    form = open_form(ClientForm(CLIENT, free_code_name="Gorse"))
    form.recipients.set_value("Laura Chen; board,  ,audit committee")
    form.save()
    [command] = heard.commands
    assert isinstance(command, ChangeClient)
    assert command.preferences.recipients == ("Laura Chen", "board", "audit committee")
    assert command.facts == CLIENT.facts


@pytest.fixture
def plan(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> PlanCard:
    card = PlanCard()
    card.intent.connect(asked.take)
    card.show_book(BOOK, DAY)
    shown(qtbot, card, 800, 500)
    return card


def names(card: PlanCard) -> list[str]:
    return [line.name for line in card.model.rows]


def test_a_plan_opens_where_the_work_is_and_folds_by_key(plan: PlanCard) -> None:
    assert names(plan) == ["Planning", "Completion", "EQR notes", "Subsequent events", "Release", "Report", "Assembly"]
    assert [line.late for line in plan.model.rows] == [False, False, True, False, False, False, False]
    plan.table.setFocus()
    QTest.keyClick(plan.table, Qt.Key.Key_Right)
    assert names(plan)[:2] == ["Planning", "Risk assessment"]
    QTest.keyClick(plan.table, Qt.Key.Key_Left)
    assert names(plan)[:2] == ["Planning", "Completion"]
    assert plan.table.currentIndex().row() == 0


def test_a_plan_is_edited_marked_and_moved_by_key(plan: PlanCard, asked: Asked) -> None:
    plan.table.setFocus()
    QTest.keyClick(plan.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert asked.last() == MovePhaseBy(BOOK.id, PLANNING, 1)
    plan.table.setCurrentIndex(plan.model.index(2, 0))
    QTest.keyClick(plan.table, Qt.Key.Key_Space)
    assert asked.last() == ToggleDone(BOOK.id, Part.TASK, BOOK.tasks[1].id)
    QTest.keyClick(plan.table, Qt.Key.Key_Return)
    assert asked.last() == EditPart(BOOK.id, Part.TASK, BOOK.tasks[1].id)
    QTest.keyClick(plan.table, Qt.Key.Key_Insert)
    assert asked.last() == EditPart(BOOK.id, Part.TASK, phase=COMPLETION)


def test_a_client_is_shown_as_the_keyboard_reaches_it(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> None:
    page = ClientsPage()
    page.intent.connect(asked.take)
    page.show_list(CLIENTS)
    shown(qtbot, page, 1224, 844)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    last = asked.last()
    assert isinstance(last, ListClients)
    assert last.chosen == ENGAGEMENTS[9].client_id
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.last() == EditClient(ENGAGEMENTS[9].client_id)
    page.show_list(replace(CLIENTS, rows=(), total=0, chosen=None))
    page.empty.button.click()
    assert asked.last() == NewClient()


@given(st.dates(date(1970, 1, 1), date(2199, 12, 31)))
def test_a_day_reads_as_it_is_shown(day: date) -> None:
    assert typed_day(day_text(day)) == day
    assert typed_day(day.isoformat()) == day


@given(st.integers(0, 10**10), st.sampled_from(["GBP", "JPY", "KWD"]))
def test_an_amount_reads_as_it_is_shown(minor: int, currency: str) -> None:
    assert typed_amount(amount_text(minor, currency), currency) == minor


@given(st.integers(0, 10**5).map(lambda minutes: minutes * 60))
def test_hours_read_as_they_are_shown(seconds: int) -> None:
    assert typed_hours(hours_text(seconds)) == seconds


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1969-12-31", "form.day_range"),
        ("9999-12-31", "form.day_range"),
        ("2026-02-29", "form.day"),
        ("tomorrow", "form.day"),
        ("x" * 100_000, "form.day"),
    ],
)
def test_what_is_no_day_is_refused_and_never_guessed(text: str, code: str) -> None:
    with pytest.raises(UserError) as refused:
        typed_day(text)
    assert refused.value.code == code


@pytest.mark.parametrize("text", ["1e3", "-5", "=1+1", "1,2,3.4.5", "NaN", "inf", "9" * 400, "12.345"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        typed_amount(text, "GBP")
