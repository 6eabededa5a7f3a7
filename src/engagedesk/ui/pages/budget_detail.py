"""One budget: figures, burn chart, phase by grade, alerts, excess hours, versions, rates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from engagedesk.domain.states import FeeArrangement
from engagedesk.services.queries.budget_rows import (
    AlertRow,
    BudgetPage,
    ExcessRow,
)
from engagedesk.services.queries.engagement_book import RatePart
from engagedesk.ui import budget_intents as wants
from engagedesk.ui import words
from engagedesk.ui.budget_words import (
    etc_source_words,
    exhausted_figure,
    extract_words,
    hours_signed,
    percent_words,
    signed_percent,
    standing_words,
)
from engagedesk.ui.format import hours, money, money_short
from engagedesk.ui.intent import sending
from engagedesk.ui.intents import Intent
from engagedesk.ui.pages.budget_parts import (
    AlertLine,
    Figure,
    FigureStrip,
    PhaseLine,
    phase_columns,
    phase_lines,
)
from engagedesk.ui.pages.facts import Fact, FactStrip
from engagedesk.ui.pages.scrolling import ScrollingPage
from engagedesk.ui.portfolio_intents import ChooseRateCard, EditPart, Part
from engagedesk.ui.rate_intents import ShowRateCards
from engagedesk.ui.tables.model import RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import Icon, Style, Tone, px
from engagedesk.ui.widgets.button import Button, LinkButton
from engagedesk.ui.widgets.card import Card, CardHeader, Dot, Hairline
from engagedesk.ui.widgets.chip import Chip
from engagedesk.ui.widgets.states import EmptyState
from engagedesk.ui.widgets.text import Label

if TYPE_CHECKING:
    pass

from engagedesk.ui.pages.budget_burn import BurnCard
from engagedesk.ui.pages.budget_tables import Section, excess_columns, rate_columns, version_columns

tr = words.tr

_TITLE_PX = 240
"""What the name takes before anything beside it."""
_FEE_FROM_PX = 640


class BudgetDetail(ScrollingPage):
    """One budget. In by ``show_budget``, out by ``intent``."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._page: BudgetPage | None = None
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self._head = self._build_head()
        self.no_budget = EmptyState(
            icon=Icon.BUDGETS,
            sentence=self.tr("No budget yet: one is proposed from the tasks' estimates and the rate card."),
            action=self.tr("Set the budget"),
        )
        self.no_budget.action.connect(self._edit)
        self.burn = BurnCard()
        self.burn.intent.connect(self.intent)
        self.split = FactStrip()
        self.phases = Card(padding=0)
        self.phases.column.setContentsMargins(1, 10, 1, 6)
        self.phases.column.setSpacing(4)
        header = CardHeader(self.tr("Phase by grade"))
        header.row.setContentsMargins(15, 0, 15, 0)
        self._phases_note = header.beside
        self.estimate_link = LinkButton(self.tr("Type an estimate"))
        self.estimate_link.clicked.connect(self._estimate)
        header.row.addWidget(self.estimate_link)
        self.phases.column.addWidget(header)
        self.phase_table: RowTable | None = None
        self._grades: tuple[str, ...] | None = None
        self.alerts = self._build_alerts()
        self.excess = Section(self.tr("Excess hours"), excess_columns(), key=lambda r: r.id,
                               nothing=self.tr("Nothing is written down yet: say why hours went over."))  # fmt: skip
        self.excess.add_link(self.tr("Write down"), self._write_excess)
        self.pdf_link = self.excess.add_link(self.tr("Fee variation as PDF"), self._print)
        self.excess.table.chosen.connect(self._edit_excess)
        self.versions = Section(self.tr("Versions"), version_columns(), key=lambda v: v.id, nothing="")
        self.rates = Section(self.tr("Rate card"), rate_columns(), key=lambda r: r.id,
                              nothing=self.tr("No rates: choose a rate card, and hours become amounts."))  # fmt: skip
        self.rates.add_link(self.tr("All cards"), self._show_cards)
        self.rates.add_link(self.tr("Choose a card"), self._choose_card)
        self.rates.table.chosen.connect(self._edit_rate)
        self._parts = (self.burn, self.split, self.phases, self.alerts, self.excess, self.versions, self.rates)
        self.column.addWidget(self._head)
        self.column.addWidget(self.no_budget)
        for part in self._parts:
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _build_head(self) -> Card:
        card = Card(padding=0)
        card.column.setContentsMargins(1, 8, 1, 6)
        card.column.setSpacing(6)
        self._dot = Dot(size=10)
        self.title = Label("", style=Style.SECTION)
        self.health = Chip()
        self.fee = Label("", tone=Tone.SECOND)
        self.extract = Label("", tone=Tone.SECOND)
        self.edit_button = Button(self.tr("Edit budget"), icon=Icon.PENCIL, height=28)
        self.edit_button.setToolTip(self.tr("Edit budget (Ctrl+E)"))
        self.edit_button.clicked.connect(self._edit)
        self.more_button = Button(icon=Icon.MORE, height=28, name=self.tr("More"))
        self.more_button.clicked.connect(self._open_menu)
        row = QHBoxLayout()
        row.setContentsMargins(15, 0, 11, 0)
        row.setSpacing(10)
        row.addWidget(self._dot)
        row.addWidget(self.title)
        row.addWidget(self.health)
        row.addWidget(self.fee, 1)
        row.addWidget(self.extract)
        row.addWidget(self.edit_button)
        row.addWidget(self.more_button)
        self.figures = FigureStrip()
        inset = QHBoxLayout()
        inset.setContentsMargins(15, 2, 15, 0)
        inset.addWidget(self.figures)
        card.column.addLayout(row)
        card.column.addWidget(Hairline())
        card.column.addLayout(inset)
        return card

    def _build_alerts(self) -> Card:
        card = Card(padding=0)
        card.column.setContentsMargins(15, 10, 11, 8)
        card.column.setSpacing(0)
        header = CardHeader(self.tr("Alerts"))
        self.rule_button = LinkButton(self.tr("When to alert"))
        self.rule_button.clicked.connect(self._rule)
        self._rule_note = header.beside
        header.row.addWidget(self.rule_button)
        card.column.addWidget(header)
        self._no_alerts = Label(self.tr("Nothing was crossed so far."), tone=Tone.THIRD)
        self._no_alerts.setContentsMargins(0, px(4), 0, px(4))
        card.column.addWidget(self._no_alerts)
        self.alert_lines: list[AlertLine] = []
        return card

    @property
    def page(self) -> BudgetPage | None:
        return self._page

    def show_budget(self, page: BudgetPage) -> None:
        """Show an engagement's budget; the place stays where it is the same one."""
        if page == self._page:
            return
        other = self._page is None or self._page.row.id != page.row.id
        self._page = page
        row = page.row
        self._dot.set_colour(row.colour)
        self.title.setText(row.label)
        self.title.setMinimumWidth(min(self.title.sizeHint().width(), px(_TITLE_PX)))
        word, tone, why = standing_words(row.health)
        self.health.show_status(word, tone)
        self.health.setToolTip(why)
        self.health.setAccessibleDescription(why)
        codes = row.codes[0] if row.codes else ""
        fee = words.fee_arrangement(row.fee)
        if row.capped and row.fee is FeeArrangement.TIME_AND_MATERIALS:
            fee = self.tr("T&M with cap")
        self.fee.setText(", ".join(part for part in (codes, fee) if part))
        self.extract.setText(extract_words(page))
        self.extract.set_tone(Tone.WARN if page.stale else Tone.SECOND)
        has = page.newest is not None
        # Without a budget the page itself invites to set one.
        self.edit_button.setVisible(has)
        self.figures.show_figures(figures(page))
        self.no_budget.setVisible(not has)
        for part in self._parts:
            part.setVisible(has)
        self.phases.setVisible(has or bool(page.cells))
        if has:
            self.burn.show_page(page)
        self._show_split(page)
        self._show_phases(page)
        self._show_alerts(page)
        self.excess.model.set_columns(excess_columns(row.currency))
        self.excess.show_rows(page.excess)
        self.pdf_link.setVisible(bool(page.excess))
        self.versions.show_rows(page.versions)
        self.rates.show_rows(page.rates)
        self.rates.setVisible(has and page.sight.value != "nobody")
        if other:
            self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Rather than two letters of it: code and fee stand on the engagement's page too.
        self.fee.setVisible(self.width() >= px(_FEE_FROM_PX))

    def _show_split(self, page: BudgetPage) -> None:
        split, currency = page.split, page.row.currency
        facts: list[Fact] = []
        if split is not None:
            parts = (
                (self.tr("Variance by hours"), split.hours_minor),
                (self.tr("By rate"), split.rate_minor),
                (self.tr("By grade mix"), split.mix_minor),
                (self.tr("By exchange rate"), split.fx_minor),
            )
            facts = [
                Fact(name, money_short(minor, currency, signed=True), Tone.DANGER if minor < 0 else Tone.TEXT)
                for name, minor in parts
            ]
        if page.recovery is not None:
            facts.append(Fact(self.tr("Recovery"), percent_words(page.recovery.per_mille)))
        if page.cost_minor is not None and page.row.actual_minor is not None:
            margin = page.row.actual_minor - page.cost_minor
            facts.append(Fact(self.tr("Margin so far"), money_short(margin, currency)))
        self.split.show_facts(tuple(facts))
        self.split.setVisible(bool(facts) and page.newest is not None)

    def _show_phases(self, page: BudgetPage) -> None:
        if self.phase_table is None or self._grades != page.grades:
            if self.phase_table is not None:
                self.phases.column.removeWidget(self.phase_table)
                self.phase_table.setParent(None)
                self.phase_table.deleteLater()
            model: RowTableModel[PhaseLine] = RowTableModel(
                phase_columns(page.grades), key=lambda r: r.key, parent=self.phases
            )
            self.phase_table = RowTable(model, name=self.tr("Phase by grade"), row_px=28, fit_rows=True)
            self.phase_table.chosen.connect(self._estimate_of)
            self.phases.column.addWidget(self.phase_table)
            self._grades = page.grades
        self.phase_table.row_model.set_rows(phase_lines(page))
        has = page.newest is not None
        self._phases_note.setText(self.tr("hours used of budget") if has else self.tr("hours used"))

    def _show_alerts(self, page: BudgetPage) -> None:
        # Of the window, not of the program: the sheet that answers may still be before it.
        held = self.window().focusWidget()
        at = next((n for n, line in enumerate(self.alert_lines) if held is not None and line.isAncestorOf(held)), None)
        for line in self.alert_lines:
            self.alerts.column.removeWidget(line)
            line.setParent(None)
            line.deleteLater()
        self.alert_lines = [AlertLine(alert) for alert in page.alerts]
        for line in self.alert_lines:
            line.answered.connect(self._answer)
            self.alerts.column.addWidget(line)
        if at is not None:
            # Who has just answered one goes on with the next; after the last, beside them.
            waiting = [line.button for line in self.alert_lines[at:] if line.button is not None]
            (waiting or [self.rule_button])[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._no_alerts.setVisible(not self.alert_lines)
        percents = ", ".join(str(p) for p in page.rule.used_percents)
        over = page.rule.eac_over_percent
        self._rule_note.setText(
            self.tr("at {percents} % used, EAC {over} % over").format(percents=percents, over=over)
            if percents and over is not None
            else self.tr("at {percents} % used").format(percents=percents)
            if percents
            else ""
        )

    # -- out ---------------------------------------------------------------------------------------------------------

    def menu(self) -> QMenu:
        """Return what else can be done with the budget."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._page is None:
            return menu
        one = self._page.row.id
        ways: list[tuple[str, Intent]] = []
        if self._page.newest is not None:
            ways.append((self.tr("New version with a reason…"), wants.ChangeBudget(one, next_version=True)))
            ways.append((self.tr("Type an estimate…"), wants.GiveEstimate(one)))
            ways.append((self.tr("Write down excess hours…"), wants.WriteExcess(one)))
            ways.append((self.tr("When to alert…"), wants.ChangeAlertRule(one)))
            ways.append((self.tr("Fee variation as PDF…"), wants.PrintVariation(one)))
        if self._page.card_currency != self._page.row.currency:
            ways.append((self.tr("Exchange rate…"), wants.TypeFxRate(one)))
        ways.append((self.tr("Choose a rate card…"), ChooseRateCard(one)))
        ways.append((self.tr("Rate cards…"), ShowRateCards()))
        ways.append((self.tr("New rate…"), EditPart(one, Part.RATE)))
        for text, intent in ways:
            menu.addAction(text, sending(self, intent))
        return menu

    @Slot()
    def _open_menu(self) -> None:
        self.menu().popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    @Slot()
    def _edit(self) -> None:
        if self._page is not None:
            self.intent.emit(wants.ChangeBudget(self._page.row.id))

    @Slot()
    def _estimate(self) -> None:
        if self._page is not None:
            self.intent.emit(wants.GiveEstimate(self._page.row.id))

    @Slot(object)
    def _estimate_of(self, line: PhaseLine) -> None:
        if self._page is not None and not line.whole:
            self.intent.emit(wants.GiveEstimate(self._page.row.id, line.phase))

    @Slot(object)
    def _answer(self, alert: AlertRow) -> None:
        self.intent.emit(wants.AnswerAlert(alert.engagement, alert.id))

    @Slot()
    def _rule(self) -> None:
        if self._page is not None:
            self.intent.emit(wants.ChangeAlertRule(self._page.row.id))

    def _write_excess(self) -> None:
        if self._page is not None:
            self.intent.emit(wants.WriteExcess(self._page.row.id))

    @Slot(object)
    def _edit_excess(self, row: ExcessRow) -> None:
        if self._page is not None:
            self.intent.emit(wants.WriteExcess(self._page.row.id, row.id))

    def _print(self) -> None:
        if self._page is not None:
            self.intent.emit(wants.PrintVariation(self._page.row.id))

    def _show_cards(self) -> None:
        self.intent.emit(ShowRateCards())

    def _choose_card(self) -> None:
        if self._page is not None:
            self.intent.emit(ChooseRateCard(self._page.row.id))

    @Slot(object)
    def _edit_rate(self, rate: RatePart) -> None:
        if self._page is not None:
            self.intent.emit(EditPart(self._page.row.id, Part.RATE, rate.id))


def figures(page: BudgetPage) -> tuple[Figure, ...]:
    """Return the six figures over a budget."""
    row = page.row
    cur = row.currency
    has = page.newest is not None

    def both(minor: int | None, seconds: int) -> tuple[str, str]:
        return (money(minor, cur), f"{hours(seconds)} h") if minor is not None else (f"{hours(seconds)} h", "")

    found = []
    if has:
        name = tr("Budgets", "Budget, cap") if row.capped else tr("Budgets", "Budget")
        found.append(Figure(name, *both(row.budget_minor, row.budget_s)))
    value, below = both(row.actual_minor, row.actual_s)
    used = percent_words(row.used_per_mille) if has else ""
    below = ", ".join(part for part in (below, used) if part)
    if row.unpriced_s:
        below = tr("Budgets", "{hours} h without a rate").format(hours=hours(row.unpriced_s))
    found.append(Figure(tr("Budgets", "Actual"), value, below))
    value, below = both(row.etc_minor, row.etc_s)
    source = etc_source_words(row.etc_source)
    found.append(Figure(tr("Budgets", "ETC"), value, ", ".join(p for p in (below, source) if p), least=below))
    found.append(Figure(tr("Budgets", "EAC"), *both(row.eac_minor, row.eac_s)))
    if has:
        variance_s = row.variance_s or 0
        whole, part = row.budget_s, variance_s
        shown, note = hours_signed(variance_s), signed_percent(part, whole)
        if row.variance_minor is not None:
            whole, part = row.budget_minor or 0, row.variance_minor
            shown = money(part, cur)
            note = ", ".join((hours_signed(variance_s), signed_percent(part, whole)))
        tone = Tone.DANGER if part < 0 else Tone.TEXT
        found.append(Figure(tr("Budgets", "Variance"), shown, note, tone, least=signed_percent(part, whole)))
        tone = Tone.TEXT if row.exhausted_on is None else Tone.DANGER if row.exhausted_on <= page.today else Tone.WARN
        found.append(Figure(tr("Budgets", "Exhausted on"), *exhausted_figure(page), tone))
    return tuple(found)
