"""Budgets: every engagement with its bar and variance; the chosen one with figures, burn chart, phases and alerts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from engagedesk.services.queries.budget_rows import (
    BudgetFilter,
    BudgetList,
    BudgetOrder,
    BudgetPage,
    BudgetRow,
)
from engagedesk.ui import budget_intents as wants
from engagedesk.ui.budget_words import (
    extract_words,
)
from engagedesk.ui.intents import ChooseImport
from engagedesk.ui.pages.beside import LIST_PX, BesidePage
from engagedesk.ui.pages.budget_detail import BudgetDetail
from engagedesk.ui.pages.budget_parts import (
    BudgetListView,
)
from engagedesk.ui.portfolio_intents import NewEngagement
from engagedesk.ui.theme import Icon, px
from engagedesk.ui.widgets.inputs import Combo, TextField
from engagedesk.ui.widgets.states import EmptyState

LIST_NARROW_PX: Final = 300
NARROW_BELOW: Final = 1_060
_ORDERS: Final = (BudgetOrder.VARIANCE, BudgetOrder.USED, BudgetOrder.NAME)


class BudgetsPage(BesidePage):
    """In by ``show_list``, out by ``intent``."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._wanted = BudgetFilter()
        search = TextField(name=self.tr("Search budgets"), placeholder=self.tr("Search (Ctrl+F)"), height=28)
        search.setFixedWidth(px(200))
        self.order = Combo(name=self.tr("Order of the list"), height=28)
        self.order.addItems([self.tr("Variance first"), self.tr("Most used first"), self.tr("By name")])
        self.order.activated.connect(self._order)
        self.view = BudgetListView()
        self.view.picked.connect(self._pick)
        self.detail = BudgetDetail()
        self.detail.intent.connect(self.intent)
        empty = EmptyState(
            icon=Icon.BUDGETS,
            sentence=self.tr("No engagements yet: their budgets appear here, with what is used and what is to come."),
            action=self.tr("New engagement"),
            second=self.tr("Import a file"),
        )
        empty.action.connect(self._new)
        empty.second.connect(self._import)
        self.lay_out(
            self.tr("Budgets"),
            self.view,
            self.detail,
            search=search,
            empty=empty,
            none_match=self.tr("No budget fits."),
            controls=(self.order, search),
        )
        self.on_keys("Ctrl+E", self._edit)

    # -- in ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_list(self, found: BudgetList, page: BudgetPage | None) -> None:
        """Show the budgets of a search and the one that is chosen."""
        first = self.came()
        if not self.is_typing:
            self._wanted = found.wanted
        self.note.setText(self.tr("own entries to today, {extract}").format(extract=extract_words(found)))
        self.order.setCurrentIndex(_ORDERS.index(found.wanted.order))
        self.view.show_rows(found.rows, None if page is None else page.row.id)
        self.show_states(found.total)
        if first and self.isVisible():
            self.focus_list()
        self.detail.setVisible(page is not None)
        if page is not None:
            self.detail.show_budget(page)

    # -- inside ------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.set_list_width(LIST_NARROW_PX if self.width() < px(NARROW_BELOW) else LIST_PX)

    def ask(self, chosen: Any = None) -> None:
        self.intent.emit(wants.ListBudgets(self._wanted, chosen))

    @Slot(object)
    def _pick(self, row: BudgetRow) -> None:
        if row.id != self.view.shown_engagement:
            self.ask(row.id)

    @Slot(int)
    def _order(self, place: int) -> None:
        self._wanted = replace(self._wanted, order=_ORDERS[place])
        self.ask()

    @Slot()
    def _edit(self) -> None:
        if self.detail.page is not None:
            self.intent.emit(wants.ChangeBudget(self.detail.page.row.id))

    def search_for(self, text: str) -> None:
        self._wanted = replace(self._wanted, text=text)
        self.ask()

    @Slot()
    def _new(self) -> None:
        self.intent.emit(NewEngagement())

    @Slot()
    def _import(self) -> None:
        self.intent.emit(ChooseImport())
