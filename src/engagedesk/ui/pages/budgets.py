"""Budgets: every engagement with its bar and variance; the chosen one with figures, burn chart, phases and alerts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from engagedesk.domain.burn import BurnPoint
from engagedesk.domain.states import FeeArrangement
from engagedesk.services.queries.budget_rows import (
    AlertRow,
    BudgetFilter,
    BudgetList,
    BudgetOrder,
    BudgetPage,
    BudgetRow,
    BudgetVersion,
    ExcessRow,
)
from engagedesk.services.queries.engagement_book import RatePart
from engagedesk.ui import budget_intents as wants
from engagedesk.ui import words
from engagedesk.ui.budget_words import (
    cause_words,
    etc_source_words,
    exhausted_figure,
    extract_words,
    hours_signed,
    percent_words,
    signed_percent,
    standing_words,
)
from engagedesk.ui.format import EN_DASH, day_full, day_short, hours, money, money_short
from engagedesk.ui.intents import ChooseImport, Intent
from engagedesk.ui.pages.budget_parts import (
    AlertLine,
    BudgetListView,
    Figure,
    FigureStrip,
    PhaseLine,
    phase_columns,
    phase_lines,
)
from engagedesk.ui.pages.facts import Fact, FactStrip
from engagedesk.ui.pages.scrolling import ScrollingPage
from engagedesk.ui.portfolio_intents import ChooseRateCard, EditPart, NewEngagement, Part
from engagedesk.ui.tables.cell import Align, Cell
from engagedesk.ui.tables.cell import words as text_part
from engagedesk.ui.tables.geometry import Width
from engagedesk.ui.tables.model import Column, RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import Icon, Style, Tone, px
from engagedesk.ui.theme.tokens import COLUMN_GAP, PAGE_PADDING
from engagedesk.ui.view_rows import Message
from engagedesk.ui.widgets.button import Button, LinkButton
from engagedesk.ui.widgets.card import Card, CardHeader, Dot, Hairline
from engagedesk.ui.widgets.chip import Chip
from engagedesk.ui.widgets.inputs import Combo, TextField
from engagedesk.ui.widgets.states import EmptyState, ErrorState, Spinner
from engagedesk.ui.widgets.text import Label

if TYPE_CHECKING:
    from engagedesk.ui.charts.burn import BurnChart

tr = words.tr
LIST_PX: Final = 368
LIST_NARROW_PX: Final = 300
NARROW_BELOW: Final = 1_060
TYPING_MS: Final = 120
LONGEST_SEARCH: Final = 200
_ORDERS: Final = (BudgetOrder.VARIANCE, BudgetOrder.USED, BudgetOrder.NAME)


def _plain(text: str, tone: Tone = Tone.TEXT, style: Style = Style.BODY, align: Align = Align.START) -> Cell:
    return Cell((text_part(text, tone=tone, style=style),), align=align)


def burn_columns(page: BudgetPage) -> tuple[Column[BurnPoint], ...]:
    """Return the columns of the chart's table."""
    from engagedesk.ui.charts.burn import short

    def figure(value: int | None) -> str:
        return EN_DASH if value is None else short(page, value)

    def column(key: str, title: str, read: Callable[[BurnPoint], int | None]) -> Column[BurnPoint]:
        return Column(key, title, lambda p: figure(read(p)), lambda p: _plain(figure(read(p)), align=Align.END),
                      Width(80, share=1), align=Align.END, pad_end=16)  # fmt: skip

    return (
        Column("day", tr("Burn", "End of"), lambda p: day_full(p.day), lambda p: _plain(day_short(p.day)),
               Width(90, share=1), pad_start=16),
        column("actual", tr("Burn", "Actual"), lambda p: p.actual),
        column("plan", tr("Burn", "Plan"), lambda p: p.plan),
        column("low", tr("Burn", "Lowest"), lambda p: p.low),
        column("expected", tr("Burn", "Forecast"), lambda p: p.expected),
        column("high", tr("Burn", "Highest"), lambda p: p.high),
    )  # fmt: skip


def excess_columns(currency: str = "") -> tuple[Column[ExcessRow], ...]:
    """Return the columns with amounts in a currency."""

    def amount(row: ExcessRow) -> str:
        return EN_DASH if row.minor is None else money(row.minor, currency)

    return (
        Column("day", tr("Budgets", "Day"), lambda r: day_full(r.day), lambda r: _plain(day_short(r.day), Tone.SECOND),
               Width(64), pad_start=16),
        Column("cause", tr("Budgets", "Cause"), lambda r: cause_words(r.cause),
               lambda r: _plain(cause_words(r.cause), style=Style.BODY_MEDIUM), Width(130, share=1)),
        Column("note", tr("Budgets", "Evidence"), lambda r: r.note, lambda r: _plain(r.note, Tone.SECOND),
               Width(140, share=3), tip=lambda r: r.note),
        Column("where", tr("Budgets", "Phase and grade"), _where, lambda r: _plain(_where(r), Tone.SECOND),
               Width(110, share=1)),
        Column("hours", tr("Budgets", "Hours"), lambda r: hours(r.seconds),
               lambda r: _plain(hours(r.seconds), align=Align.END), Width(56), align=Align.END),
        Column("amount", tr("Budgets", "Amount"), amount, lambda r: _plain(amount(r), align=Align.END),
               Width(84), align=Align.END, pad_end=16),
    )  # fmt: skip


def _where(row: ExcessRow) -> str:
    return ", ".join(part for part in (row.phase, row.grade) if part) or EN_DASH


def version_columns() -> tuple[Column[BudgetVersion], ...]:
    return (
        Column("number", tr("Budgets", "Version"), lambda v: str(v.number),
               lambda v: _plain(str(v.number), style=Style.BODY_MEDIUM), Width(64), pad_start=16),
        Column("as_of", tr("Budgets", "From"), lambda v: day_full(v.as_of), lambda v: _plain(day_full(v.as_of)),
               Width(130)),
        Column("reason", tr("Budgets", "Reason"), lambda v: v.reason,
               lambda v: _plain(v.reason or tr("Budgets", "the first"), Tone.SECOND), Width(160, share=1),
               tip=lambda v: v.reason),
        Column("hours", tr("Budgets", "Hours"), lambda v: hours(v.seconds),
               lambda v: _plain(hours(v.seconds), align=Align.END), Width(72), align=Align.END, pad_end=16),
    )  # fmt: skip


def rate_columns() -> tuple[Column[RatePart], ...]:
    def who(rate: RatePart) -> str:
        return rate.person or rate.grade

    def scope(rate: RatePart) -> str:
        return tr("Budgets", "this engagement only") if rate.here else tr("Budgets", "rate card")

    return (
        Column("grade", tr("Budgets", "Grade or person"), who, lambda r: _plain(who(r), style=Style.BODY_MEDIUM),
               Width(130, share=1), pad_start=16),
        Column("from", tr("Budgets", "From"), lambda r: day_full(r.valid_from),
               lambda r: _plain(day_full(r.valid_from)), Width(130)),
        Column("scope", tr("Budgets", "Holds for"), scope, lambda r: _plain(scope(r), Tone.SECOND),
               Width(140, share=1)),
        Column("rate", tr("Budgets", "An hour"), lambda r: money(r.charge_minor_per_h, r.currency),
               lambda r: _plain(money(r.charge_minor_per_h, r.currency), align=Align.END), Width(84),
               align=Align.END, pad_end=16),
    )  # fmt: skip


class _Section(Card):
    """A card with a header, links, and a table as tall as its rows."""

    def __init__(self, title: str, columns: Sequence[Column[Any]], *, nothing: str, key: Callable[[Any], Any]) -> None:
        super().__init__(padding=0)
        self.column.setContentsMargins(1, 10, 1, 8)
        self.column.setSpacing(4)
        self.header = CardHeader(title)
        self.header.row.setContentsMargins(15, 0, 15, 0)
        self.model: RowTableModel[Any] = RowTableModel(columns, key=key, parent=self)
        self.table = RowTable(self.model, name=title, row_px=30, fit_rows=True)
        self._nothing = Label(nothing, tone=Tone.THIRD)
        inset = QHBoxLayout()
        inset.setContentsMargins(15, 4, 15, 6)
        inset.addWidget(self._nothing)
        self.column.addWidget(self.header)
        self.column.addWidget(self.table)
        self.column.addLayout(inset)

    def add_link(self, text: str, slot: Callable[[], None]) -> LinkButton:
        link = LinkButton(text)
        link.clicked.connect(slot)
        self.header.row.addWidget(link)
        return link

    def show_rows(self, rows: Sequence[Any]) -> None:
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)


class BurnCard(Card):
    """The burn chart, or its numbers as a table."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(padding=15, parent=parent)
        self.column.setContentsMargins(15, 10, 15, 8)
        self.header = CardHeader(self.tr("Burn"))
        self.table_link = LinkButton(self.tr("Show table"))
        self.table_link.clicked.connect(self._toggle)
        self.csv_link = LinkButton(self.tr("Save as CSV"))
        self.csv_link.clicked.connect(self._save)
        self.header.row.addWidget(self.table_link)
        self.header.row.addWidget(self.csv_link)
        self.column.addWidget(self.header)
        self._page: BudgetPage | None = None
        self._chart: BurnChart | None = None
        self._table: RowTable | None = None
        self._as_table = False

    def show_page(self, page: BudgetPage) -> None:
        self._page = page
        if page.row.basis.value == "money":
            self.header.beside.setText(
                self.tr("cumulative, {currency} thousand, by week").format(currency=page.row.currency)
            )
        else:
            self.header.beside.setText(self.tr("cumulative, hours, by week"))
        self._show()

    def _show(self) -> None:
        page = self._page
        if page is None:
            return
        if self._as_table:
            if self._table is not None:
                self.column.removeWidget(self._table)
                self._table.setParent(None)
                self._table.deleteLater()
            model: RowTableModel[BurnPoint] = RowTableModel(burn_columns(page), key=lambda p: p.day, parent=self)
            model.set_rows(page.burn)
            self._table = RowTable(model, name=self.tr("Burn, as a table"), row_px=26)
            self._table.setFixedHeight(px(224))
            self.column.addWidget(self._table)
        elif self._chart is None:
            # The chart's library takes a third of a second; by now it was warmed up, or this is where it loads.
            from engagedesk.ui.charts.burn import BurnChart

            self._chart = BurnChart()
            self.column.addWidget(self._chart)
        if self._chart is not None:
            self._chart.setVisible(not self._as_table)
            if not self._as_table:
                self._chart.show_page(page)
        if self._table is not None:
            self._table.setVisible(self._as_table)
        self.table_link.setText(self.tr("Show chart") if self._as_table else self.tr("Show table"))
        self.table_link.setAccessibleName(self.table_link.text())

    @Slot()
    def _toggle(self) -> None:
        self._as_table = not self._as_table
        self._show()

    @Slot()
    def _save(self) -> None:
        if self._page is not None:
            self.intent.emit(wants.SaveBurn(self._page.row.id))


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
        header.beside.setText(self.tr("hours used of budget"))
        self.estimate_link = LinkButton(self.tr("Type an estimate"))
        self.estimate_link.clicked.connect(self._estimate)
        header.row.addWidget(self.estimate_link)
        self.phases.column.addWidget(header)
        self.phase_table: RowTable | None = None
        self._grades: tuple[str, ...] | None = None
        self.alerts = self._build_alerts()
        self.excess = _Section(self.tr("Excess hours"), excess_columns(), key=lambda r: r.id,
                               nothing=self.tr("Nothing is written down yet: say why hours went over."))  # fmt: skip
        self.excess.add_link(self.tr("Write down"), self._write_excess)
        self.pdf_link = self.excess.add_link(self.tr("Fee variation as PDF"), self._print)
        self.excess.table.chosen.connect(self._edit_excess)
        self.versions = _Section(self.tr("Versions"), version_columns(), key=lambda v: v.id, nothing="")
        self.rates = _Section(self.tr("Rate card"), rate_columns(), key=lambda r: r.id,
                              nothing=self.tr("No rates: choose a rate card, and hours become amounts."))  # fmt: skip
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
        rule = LinkButton(self.tr("When to alert"))
        rule.clicked.connect(self._rule)
        self._rule_note = header.beside
        header.row.addWidget(rule)
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
        other = self._page is None or self._page.row.id != page.row.id
        self._page = page
        row = page.row
        self._dot.set_colour(row.colour)
        self.title.setText(row.label)
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
        self.edit_button.setText(self.tr("Edit budget") if has else self.tr("Set the budget"))
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

    def _show_alerts(self, page: BudgetPage) -> None:
        for line in self.alert_lines:
            self.alerts.column.removeWidget(line)
            line.setParent(None)
            line.deleteLater()
        self.alert_lines = [AlertLine(alert) for alert in page.alerts]
        for line in self.alert_lines:
            line.answered.connect(self._answer)
            self.alerts.column.addWidget(line)
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
        ways.append((self.tr("New rate…"), EditPart(one, Part.RATE)))
        for text, intent in ways:
            menu.addAction(text, self._sender_of(intent))
        return menu

    def _sender_of(self, intent: Intent) -> Callable[[], None]:
        def send() -> None:
            self.intent.emit(intent)

        return send

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
    found.append(Figure(tr("Budgets", "ETC"), value, ", ".join(p for p in (below, source) if p)))
    found.append(Figure(tr("Budgets", "EAC"), *both(row.eac_minor, row.eac_s)))
    if has:
        variance_s = row.variance_s or 0
        whole, part = row.budget_s, variance_s
        shown, note = hours_signed(variance_s), signed_percent(part, whole)
        if row.variance_minor is not None:
            whole, part = row.budget_minor or 0, row.variance_minor
            shown = money(part, cur)
            note = ", ".join((hours_signed(variance_s), signed_percent(part, whole)))
        found.append(Figure(tr("Budgets", "Variance"), shown, note, Tone.DANGER if part < 0 else Tone.TEXT))
        tone = Tone.TEXT if row.exhausted_on is None else Tone.DANGER if row.exhausted_on <= page.today else Tone.WARN
        found.append(Figure(tr("Budgets", "Exhausted on"), *exhausted_figure(page), tone))
    return tuple(found)


class BudgetsPage(QWidget):
    """In by ``show_list`` and ``show_budget``, out by ``intent``."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = BudgetFilter()
        self._known = False
        self.title = Label(self.tr("Budgets"), style=Style.PAGE)
        self.note = Label("", tone=Tone.SECOND)
        self.spinner = Spinner(self.tr("Refreshing"))
        self.search = TextField(name=self.tr("Search budgets"), placeholder=self.tr("Search (Ctrl+F)"), height=28)
        self.search.setMaxLength(LONGEST_SEARCH)
        self.search.setFixedWidth(px(200))
        self.search.setClearButtonEnabled(True)
        self.order = Combo(name=self.tr("Order of the list"), height=28)
        self.order.addItems([self.tr("Variance first"), self.tr("Most used first"), self.tr("By name")])
        self.order.activated.connect(self._order)
        head = QHBoxLayout()
        head.setSpacing(12)
        for widget in (self.title, self.note, self.spinner):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.order)
        head.addWidget(self.search)
        self.view = BudgetListView()
        self.view.picked.connect(self._pick)
        self._list = Card(padding=0)
        self._list.column.setContentsMargins(1, 1, 1, 4)
        self._list.column.addWidget(self.view, 1)
        self._none_match = Label(self.tr("No budget fits."), tone=Tone.SECOND, align=Qt.AlignmentFlag.AlignCenter)
        self._none_match.setContentsMargins(0, 24, 0, 24)
        self._list.column.addWidget(self._none_match)
        self.detail = BudgetDetail()
        self.detail.intent.connect(self.intent)
        self._body = QWidget()
        body = QHBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(COLUMN_GAP)
        body.addWidget(self._list)
        body.addWidget(self.detail, 1)
        self.empty = EmptyState(
            icon=Icon.BUDGETS,
            sentence=self.tr("No engagements yet: their budgets appear here, with what is used and what is to come."),
            action=self.tr("New engagement"),
            second=self.tr("Import a file"),
        )
        self.empty.action.connect(self._new)
        self.empty.second.connect(self._import)
        self.error = ErrorState()
        self.error.retry.connect(self._retry)
        self.error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 16, PAGE_PADDING, PAGE_PADDING)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.error)
        column.addWidget(self._body, 1)
        column.addWidget(self.empty, 1)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._search_now)
        self.search.textChanged.connect(self._typing.start)
        for keys, slot in (("Ctrl+F", self._begin_search), ("Ctrl+E", self._edit)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self._show_states(0)

    # -- in ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_list(self, found: BudgetList, page: BudgetPage | None) -> None:
        """Show the budgets of a search and the one that is chosen."""
        first, self._known = not self._known, True
        self.spinner.end()
        self.error.hide()
        if not self._typing.isActive():
            self._wanted = found.wanted
        self.note.setText(self.tr("own entries to today, {extract}").format(extract=extract_words(found)))
        self.order.setCurrentIndex(_ORDERS.index(found.wanted.order))
        self.view.show_rows(found.rows, None if page is None else page.row.id)
        self._show_states(found.total)
        if first and self.isVisible():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.detail.setVisible(page is not None)
        if page is not None:
            self.detail.show_budget(page)

    @Slot()
    def show_loading(self) -> None:
        self.spinner.begin()

    @Slot(object)
    def show_error(self, message: Message) -> None:
        self.spinner.end()
        self.error.show_message(message)
        self.error.show()

    # -- inside ------------------------------------------------------------------------------------------------------

    def _show_states(self, total: int) -> None:
        nothing = self._known and total == 0
        rows = self.view.row_model.rowCount()
        self._body.setVisible(self._known and not nothing)
        self.search.setVisible(not nothing)
        self.order.setVisible(not nothing)
        self.note.setVisible(self._known and not nothing)
        self.empty.setVisible(nothing)
        self.view.setVisible(rows > 0)
        self._none_match.setVisible(rows == 0)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._list.setFixedWidth(px(LIST_NARROW_PX if self.width() < px(NARROW_BELOW) else LIST_PX))

    def _ask(self, chosen: Any = None) -> None:
        self.intent.emit(wants.ListBudgets(self._wanted, chosen))

    @Slot(object)
    def _pick(self, row: BudgetRow) -> None:
        if row.id != self.view.shown_engagement:
            self._ask(row.id)

    @Slot(int)
    def _order(self, place: int) -> None:
        self._wanted = replace(self._wanted, order=_ORDERS[place])
        self._ask()

    @Slot()
    def _edit(self) -> None:
        if self.detail.page is not None:
            self.intent.emit(wants.ChangeBudget(self.detail.page.row.id))

    @Slot()
    def _search_now(self) -> None:
        self._wanted = replace(self._wanted, text=self.search.text().strip())
        self._ask()

    @Slot()
    def _begin_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def _new(self) -> None:
        self.intent.emit(NewEngagement())

    @Slot()
    def _import(self) -> None:
        self.intent.emit(ChooseImport())

    @Slot()
    def _retry(self) -> None:
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._known:
            self._ask()
        else:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
