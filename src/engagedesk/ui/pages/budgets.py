"""Budgets: every engagement with its bar and variance; the chosen one with figures, burn chart, phases and alerts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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
from engagedesk.ui.pages.budget_parts import (
    BudgetListView,
)
from engagedesk.ui.portfolio_intents import NewEngagement
from engagedesk.ui.theme import Icon, Style, Tone, px
from engagedesk.ui.theme.tokens import COLUMN_GAP, PAGE_PADDING
from engagedesk.ui.view_rows import Message
from engagedesk.ui.widgets.card import Card
from engagedesk.ui.widgets.inputs import Combo, TextField
from engagedesk.ui.widgets.states import EmptyState, ErrorState, Spinner
from engagedesk.ui.widgets.text import Label

if TYPE_CHECKING:
    pass
from engagedesk.ui.pages.budget_detail import BudgetDetail

LIST_PX: Final = 368
LIST_NARROW_PX: Final = 300
NARROW_BELOW: Final = 1_060
TYPING_MS: Final = 120
LONGEST_SEARCH: Final = 200
_ORDERS: Final = (BudgetOrder.VARIANCE, BudgetOrder.USED, BudgetOrder.NAME)


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
