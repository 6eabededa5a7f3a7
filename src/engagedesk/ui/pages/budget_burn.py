"""The card of the burn chart, or of its numbers as a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from engagedesk.domain.burn import BurnPoint
from engagedesk.services.queries.budget_rows import BudgetPage
from engagedesk.ui import budget_intents as wants
from engagedesk.ui.format import EN_DASH, day_full, day_short
from engagedesk.ui.tables.cell import Align, end_cell, text_cell
from engagedesk.ui.tables.geometry import Width
from engagedesk.ui.tables.model import Column, RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import px
from engagedesk.ui.widgets.button import LinkButton
from engagedesk.ui.widgets.card import Card, CardHeader
from engagedesk.ui.words import tr

if TYPE_CHECKING:
    from engagedesk.ui.charts.burn import BurnChart


def burn_columns(page: BudgetPage) -> tuple[Column[BurnPoint], ...]:
    """Return the columns of the chart's table."""
    from engagedesk.ui.charts.burn import short

    def figure(value: int | None) -> str:
        return EN_DASH if value is None else short(page, value)

    def column(key: str, title: str, read: Callable[[BurnPoint], int | None]) -> Column[BurnPoint]:
        return Column(key, title, lambda p: figure(read(p)), lambda p: end_cell(figure(read(p))),
                      Width(80, share=1), align=Align.END, pad_end=16)  # fmt: skip

    return (
        Column("day", tr("Burn", "End of"), lambda p: day_full(p.day), lambda p: text_cell(day_short(p.day)),
               Width(90, share=1), pad_start=16),
        column("actual", tr("Burn", "Actual"), lambda p: p.actual),
        column("plan", tr("Burn", "Plan"), lambda p: p.plan),
        column("low", tr("Burn", "Lowest"), lambda p: p.low),
        column("expected", tr("Burn", "Forecast"), lambda p: p.expected),
        column("high", tr("Burn", "Highest"), lambda p: p.high),
    )  # fmt: skip


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
