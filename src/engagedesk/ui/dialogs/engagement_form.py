"""The form of an engagement: a new one with the plan that its template makes, or the facts of one that is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagedesk.domain.ids import ClientId
from engagedesk.domain.plan_draft import PhaseDraft, PlanDraft, plan_from_template
from engagedesk.domain.states import FeeArrangement, GateKind, ServiceLine
from engagedesk.errors import UserError
from engagedesk.services.command import Command
from engagedesk.services.commands.engagement_setup import CreateEngagement
from engagedesk.services.commands.engagements import ClientFacts, CodeFacts, EditEngagement, EngagementFacts
from engagedesk.services.queries.engagement_book import EngagementBook
from engagedesk.services.templates import template_for
from engagedesk.ui import words
from engagedesk.ui.dialogs.form_sheet import FormSheet
from engagedesk.ui.format import EN_DASH, day_full, day_short, days_or_dash, hours
from engagedesk.ui.tables.cell import Align, end_cell, text_cell
from engagedesk.ui.tables.geometry import Width
from engagedesk.ui.tables.model import Column, RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import Icon, Style, Tone, px
from engagedesk.ui.widgets.form import AmountEntry, ChoiceEntry, DayEntry, TextEntry, TickEntry
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import counted, tr

NEW_GATES: Final = (GateKind.INDEPENDENCE, GateKind.ENGAGEMENT_LETTER)
"""Beside acceptance of a new client, or continuance of one that is there."""


def plan_columns() -> tuple[Column[PhaseDraft], ...]:
    return (
        Column("phase", tr("Plan", "Phase"), lambda p: p.name,
               lambda p: text_cell(p.name, style=Style.BODY_MEDIUM), Width(90, share=2)),
        Column("dates", tr("Plan", "Dates"), phase_dates,
               lambda p: text_cell(phase_dates(p), Tone.SECOND), Width(130, share=1)),
        Column("tasks", tr("Plan", "Tasks"), lambda p: str(len(p.tasks)),
               lambda p: end_cell(str(len(p.tasks)), Tone.SECOND), Width(48),
               align=Align.END),
        Column("hours", tr("Plan", "Hours"), lambda p: hours(p.estimate_s),
               lambda p: end_cell(hours(p.estimate_s), style=Style.BODY_MEDIUM), Width(58),
               align=Align.END, pad_end=0),
    )  # fmt: skip


def phase_dates(phase: PhaseDraft) -> str:
    return days_or_dash(phase.starts, phase.ends)


class PlanPreview(QWidget):
    """The phases, tasks and dates that a plan would make."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", style=Style.BODY_STRONG)
        self.summary = Label("", tone=Tone.SECOND, wrap=True)
        self.model: RowTableModel[PhaseDraft] = RowTableModel(plan_columns(), key=lambda p: p.name, parent=self)
        self.table = RowTable(self.model, name=tr("Plan", "Phases of the plan"), row_px=28, line_inset=0, fit_rows=True)
        self.dates = Label("", tone=Tone.SECOND, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.title, self.summary, self.table, self.dates):
            column.addWidget(widget)
        column.addStretch(1)

    def show_plan(self, title: str, plan: PlanDraft | None, nothing: str) -> None:
        """Show a plan; None shows ``nothing`` in its place."""
        self.title.setText(title)
        self.table.setVisible(plan is not None)
        self.dates.setVisible(plan is not None)
        if plan is None:
            self.summary.setText(nothing)
            self.model.set_rows(())
            return
        self.summary.setText(
            tr("Plan", "{phases} phases, {tasks} tasks, {dates} dates, {hours} h from {first} to {last}").format(
                phases=len(plan.phases),
                tasks=plan.task_count,
                dates=len(plan.all_dates),
                hours=hours(plan.estimate_s),
                first=EN_DASH if plan.first_day is None else day_full(plan.first_day),
                last=EN_DASH if plan.last_day is None else day_full(plan.last_day),
            )
        )
        self.model.set_rows(plan.phases)
        shown = [tr("Plan", "{day}  {what}").format(day=day_short(d.due), what=d.name) for d in plan.all_dates]
        more = len(shown) - 8
        if more > 0:
            shown = [*shown[:8], counted(more, tr("Plan", "and {n} more"), tr("Plan", "and {n} more"))]
        self.dates.setText("\n".join(shown))


class _FactFields:
    """The fields that a new and an existing engagement share."""

    def __init__(self, facts: EngagementFacts) -> None:
        self.title = TextEntry(tr("EngagementForm", "Engagement"), field="engagement.title", needed=True,
                               codes=("engagement.title_taken",),
                               placeholder=tr("EngagementForm", "Group audit 2027"))  # fmt: skip
        lines = [(line, words.service_line(line)) for line in ServiceLine]
        self.line = ChoiceEntry(tr("EngagementForm", "Service line"), lines, field="engagement.service_line")
        self.kind = TextEntry(tr("EngagementForm", "Type"), field="engagement.kind",
                              placeholder=tr("EngagementForm", "Statutory audit"))  # fmt: skip
        self.period_end = DayEntry(tr("EngagementForm", "Period end"), field="engagement.period_end")
        self.starts = DayEntry(tr("EngagementForm", "Starts"), field="engagement.starts")
        self.ends = DayEntry(tr("EngagementForm", "Ends"), field="engagement.ends", codes=("dates.order",))
        fees = [(fee, words.fee_arrangement(fee)) for fee in FeeArrangement]
        self.fee = ChoiceEntry(tr("EngagementForm", "Fee arrangement"), fees, field="engagement.fee")
        self.amount = AmountEntry(tr("EngagementForm", "Fee"), field="engagement.fee_minor",
                                  codes=("money.negative",))  # fmt: skip
        self.cap = AmountEntry(tr("EngagementForm", "Cap"), field="engagement.fee_cap_minor")
        self.currency = TextEntry(tr("EngagementForm", "Billing currency"), field="engagement.currency", needed=True,
                                  codes=("money.currency", "money.bad_currency"))  # fmt: skip
        self.local = TextEntry(tr("EngagementForm", "Local currency"), field="engagement.local_currency", needed=True)
        self.contract = TextEntry(tr("EngagementForm", "Contract"), field="engagement.contract")
        ranks = [(1, tr("EngagementForm", "1, highest")), (2, "2"), (3, tr("EngagementForm", "3, normal")), (4, "4"),
                 (5, tr("EngagementForm", "5, lowest"))]  # fmt: skip
        self.priority = ChoiceEntry(tr("EngagementForm", "Priority"), ranks, field="engagement.priority")
        self.my_role = TextEntry(tr("EngagementForm", "My role"), field="engagement.my_role",
                                 offers=[words.role_word(role) for role in words.ROLES])  # fmt: skip
        self.eqr = TextEntry(tr("EngagementForm", "Quality review, why"), field="engagement.eqr",
                             placeholder=tr("EngagementForm", "listed, PCAOB, firm policy"))  # fmt: skip
        self.note = TextEntry(tr("EngagementForm", "What stands out"), field="engagement.note", limit=2_000)
        self._state = facts.state
        self.show(facts)

    def show(self, facts: EngagementFacts) -> None:
        self.title.set_value(facts.title)
        self.line.set_value(facts.service_line)
        self.kind.set_value(facts.kind)
        self.period_end.set_value(facts.period_end)
        self.starts.set_value(facts.starts)
        self.ends.set_value(facts.ends)
        self.fee.set_value(facts.fee)
        self.amount.set_value(facts.fee_minor, facts.currency)
        self.cap.set_value(facts.fee_cap_minor, facts.currency)
        self.currency.set_value(facts.currency)
        self.local.set_value(facts.local_currency)
        self.contract.set_value(facts.contract)
        self.priority.set_value(facts.priority)
        self.my_role.set_value(facts.my_role)
        self.eqr.set_value(facts.eqr)
        self.note.set_value(facts.note)

    def facts(self) -> EngagementFacts:
        """Return what the fields say; ``UserError`` where a field cannot be used."""
        currency = self.currency.value().strip().upper()
        try:
            for amount in (self.amount, self.cap):
                amount.currency = currency
                amount.value()
        except UserError as error:
            if error.code.startswith("form."):
                # The notice would not say which of the two is meant.
                error.params["field"] = amount.field
            raise
        return EngagementFacts(
            title=self.title.value(),
            service_line=self.line.value(),
            kind=self.kind.value(),
            state=self._state,
            fee=self.fee.value(),
            fee_minor=self.amount.value(),
            fee_cap_minor=self.cap.value(),
            currency=currency,
            local_currency=self.local.value().strip().upper(),
            contract=self.contract.value(),
            period_end=self.period_end.value(),
            starts=self.starts.value(),
            ends=self.ends.value(),
            priority=self.priority.value(),
            eqr=self.eqr.value(),
            my_role=self.my_role.value(),
            note=self.note.value(),
        )

    def lay_rest(self, form: FormSheet) -> None:
        """Lay out what comes after the name and the dates."""
        form.lay_heading(tr("EngagementForm", "Fee and contract"))
        form.lay_row(self.fee, self.amount, self.cap, shares=(5, 4, 3))
        form.lay_row(self.currency, self.local, self.contract, shares=(3, 3, 6))
        form.lay_heading(tr("EngagementForm", "How it is run"))
        form.lay_row(self.my_role, self.priority, self.eqr, shares=(4, 3, 5))
        form.lay_row(self.note)


class EngagementForm(FormSheet):
    """Edits the facts of an engagement."""

    def __init__(self, book: EngagementBook, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("EngagementForm", "Edit engagement"), width=680, icon=Icon.ENGAGEMENTS,
                         save=tr("EngagementForm", "Save"), parent=parent)  # fmt: skip
        self._book = book
        self.aside.setText(book.client)
        self.parts = parts = _FactFields(book.facts)
        self.lay_row(parts.title, parts.line, shares=(8, 4))
        self.lay_row(parts.kind, parts.period_end, parts.starts, parts.ends, shares=(3, 3, 3, 3))
        parts.lay_rest(self)
        self.why = TextEntry(tr("EngagementForm", "Reason for the change, kept in the history"), field="reason")
        self.lay_row(self.why)
        self.fit()

    def command(self) -> Command[Any]:
        return EditEngagement(self._book.id, self.parts.facts(), self._book.version, self.why.value())


class NewEngagementForm(FormSheet):
    """Makes an engagement; beside the fields stands the plan that it would start with."""

    def __init__(
        self,
        clients: tuple[tuple[ClientId, str], ...],
        facts: EngagementFacts,
        *,
        client: ClientId | None = None,
        free_code_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("EngagementForm", "New engagement"), width=940, icon=Icon.ENGAGEMENTS,
                         save=tr("EngagementForm", "Create engagement"), parent=parent)  # fmt: skip
        choices: list[tuple[ClientId | None, str]] = [(None, tr("EngagementForm", "New client")), *clients]
        self.client = ChoiceEntry(tr("EngagementForm", "Client"), choices, field="engagement.client")
        self.client.set_value(client if client is not None or not clients else clients[0][0])
        self.client_name = TextEntry(tr("EngagementForm", "Name of the new client"), field="client.name", needed=True)
        self.code_name = TextEntry(tr("EngagementForm", "Its code name"), field="client.code_name", limit=60,
                                   hint=tr("EngagementForm", "Shown in exports and notifications."))  # fmt: skip
        self.code_name.set_value(free_code_name)
        self.parts = parts = _FactFields(facts)
        self.code = TextEntry(tr("EngagementForm", "Charge code"), field="code.code", codes=("code.taken",), limit=60,
                              hint=tr("EngagementForm", "May come later: time then awaits its code."))  # fmt: skip
        self.use_template = TickEntry(tr("EngagementForm", "Start with the template's plan"), field="template")
        self.use_template.set_value(True)
        self.gates = TickEntry(
            tr("EngagementForm", "Open the gates: acceptance or continuance, independence, letter"), field="gates"
        )
        self.gates.set_value(True)
        self.lay_row(self.client)
        self.lay_row(self.client_name, self.code_name, shares=(7, 5))
        self.lay_row(parts.title, parts.line, shares=(8, 4))
        self.lay_row(parts.period_end, parts.kind, self.code, shares=(4, 4, 4))
        self.lay_row(self.use_template)
        self.lay_row(self.gates)
        parts.lay_rest(self)
        self.preview = PlanPreview()
        self.preview.setFixedWidth(px(372))
        beside = QHBoxLayout()
        beside.setSpacing(24)
        self.body.removeWidget(self._area)
        beside.addWidget(self._area, 1)
        beside.addWidget(self.preview)
        self.body.addLayout(beside, 1)
        for field in (parts.line, parts.period_end, self.use_template):
            field.edited.connect(self._show_plan)
        self.client.edited.connect(self._show_client)
        self._show_client()
        self._show_plan()
        self.fit()

    def plan(self) -> PlanDraft | None:
        """Return the plan as it stands; None where none is wanted or no period end says when."""
        day = self._period_end()
        if not self.use_template.value() or day is None:
            return None
        return plan_from_template(template_for(self.parts.line.value()), day)

    def command(self) -> Command[Any]:
        facts = self.parts.facts()
        plan = self.plan()
        if self.use_template.value() and plan is None:
            raise UserError("form.day_missing", field=self.parts.period_end.field)
        chosen: ClientId | None = self.client.value()
        client = chosen if chosen is not None else ClientFacts(self.client_name.value(), self.code_name.value())
        first = GateKind.ACCEPTANCE if chosen is None else GateKind.CONTINUANCE
        code = self.code.value()
        if plan is not None:
            facts = _with_dates(facts, plan)
        return CreateEngagement(
            client,
            facts,
            plan,
            (first, *NEW_GATES) if self.gates.value() else (),
            (CodeFacts(code, activity=words.service_line(facts.service_line)),) if code else (),
        )

    def _period_end(self) -> date | None:
        try:
            return self.parts.period_end.value()
        except UserError:
            return None

    @Slot()
    def _show_client(self) -> None:
        new = self.client.value() is None
        self.client_name.setVisible(new)
        self.code_name.setVisible(new)

    @Slot()
    def _show_plan(self) -> None:
        template = template_for(self.parts.line.value())
        nothing = tr("EngagementForm", "Give the period end to see the dates.")
        if not self.use_template.value():
            nothing = tr("EngagementForm", "It starts empty. Phases and tasks can be added at any time.")
        try:
            plan = self.plan()
        except UserError as error:
            self.parts.period_end.refuse(error)
            plan = None
        name = tr("EngagementForm", "Template: {name}").format(name=template.name)
        self.preview.show_plan(name, plan, nothing)


def _with_dates(facts: EngagementFacts, plan: PlanDraft) -> EngagementFacts:
    """Return facts that begin and end with the plan where the person said neither."""
    return replace(facts, starts=facts.starts or plan.first_day, ends=facts.ends or plan.last_day)
