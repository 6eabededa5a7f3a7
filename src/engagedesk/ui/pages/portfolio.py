"""The portfolio: every engagement in one table with how it stands and why, searched, narrowed and ordered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from engagedesk.domain.ids import ClientId
from engagedesk.domain.states import ServiceLine
from engagedesk.services.queries.engagement_list import EngagementFilter, Ordering
from engagedesk.services.queries.portfolio import Portfolio, PortfolioCounts, PortfolioRow, PortfolioTotal
from engagedesk.services.queries.rows import EngagementRow
from engagedesk.ui import words
from engagedesk.ui.actions import page_tip
from engagedesk.ui.format import day_short
from engagedesk.ui.intents import ChooseImport, Intent, LoadSample, OpenEngagement, RetryLoad
from engagedesk.ui.pages.engagement_menu import EngagementMenu, timer_for
from engagedesk.ui.pages.portfolio_columns import (
    OPTIONAL,
    PortfolioDelegate,
    portfolio_columns,
    total_columns,
    totals_words,
)
from engagedesk.ui.portfolio_intents import (
    BeginContact,
    BeginEngagements,
    BeginReport,
    EditEngagement,
    EditGate,
    ListEngagements,
    NewEngagement,
    RollForward,
    ShowColumns,
)
from engagedesk.ui.tables.model import RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import Icon, Style, Tone, px
from engagedesk.ui.theme.tokens import CHIP_ICON_BELOW, PAGE_PADDING, ROW, ROW_TALL, SIDEBAR
from engagedesk.ui.view_rows import Message
from engagedesk.ui.widgets.button import Button, FilterChip
from engagedesk.ui.widgets.card import Card, Hairline
from engagedesk.ui.widgets.inputs import Combo, TextField
from engagedesk.ui.widgets.states import EmptyState, ErrorState, Skeleton, Spinner
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import counted

TYPING_MS: Final = 120
"""A search waits this long for the next letter."""
LONGEST_SEARCH: Final = 200
_NARROW: Final = 1000
"""Narrower than this the head says only what it must."""
_LOW: Final = 640
"""Lower than this the totals take one line."""
STANDARD_DAY_S: Final = 27_000
"""Until the firm's own is known."""


class EngagementTable(RowTable):
    """The list; what can be done with a row is in its menu and on single keys."""

    intent = Signal(object)

    def __init__(self, model: RowTableModel[PortfolioRow], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name=name, row_px=ROW_TALL, sortable=True, orders_elsewhere=True, parent=parent)
        self.set_delegate(PortfolioDelegate(self))
        self.menu = EngagementMenu(self, opens=True)
        self.menu.intent.connect(self.intent)
        self.setAccessibleDescription(
            self.tr(
                "Enter opens, S starts the timer, E edits, G sets a gate, R rolls forward, N notes a contact,"
                " P makes a progress report, Menu shows all actions."
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            row: EngagementRow = self.row_model.row_at(index).engagement
            wanted: dict[int, Intent] = {
                Qt.Key.Key_E: EditEngagement(row.id),
                Qt.Key.Key_G: EditGate(row.id),
                Qt.Key.Key_R: RollForward(row.id),
                Qt.Key.Key_N: BeginContact(row.id),
                Qt.Key.Key_P: BeginReport(row.id),
                Qt.Key.Key_S: timer_for(row),
            }
            intent = wanted.get(event.key())
            if intent is not None:
                self.intent.emit(intent)
                return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            at = event.globalPos()
            if not by_mouse:
                at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(px(24), 0))
            self.menu.show(self.row_model.row_at(index).engagement, at)


class _Totals(RowTable):
    """What the engagements above add up to, in the columns of their table."""

    def __init__(self, above: RowTable, model: RowTableModel[PortfolioTotal], *, name: str) -> None:
        super().__init__(model, name=name, row_px=ROW, fit_rows=True, header=False)
        self.set_delegate(PortfolioDelegate(self))
        self._above = above
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        above.columns_shared.connect(self.share_columns)
        above.horizontalScrollBar().valueChanged.connect(self.horizontalScrollBar().setValue)

    @Slot()
    def share_columns(self) -> None:
        """Stand exactly below the columns of the other table."""
        for number in range(self.row_model.columnCount()):
            hidden = self._above.isColumnHidden(number)
            self.setColumnHidden(number, hidden)
            if not hidden:
                self.setColumnWidth(number, self._above.columnWidth(number))


class PortfolioPage(QWidget):
    """In by ``show_list``, out by ``intent``."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = EngagementFilter()
        self._clients: tuple[tuple[ClientId, str], ...] = ()
        self._known = False
        self.title = Label(self.tr("Portfolio"), style=Style.PAGE)
        self.note = Label("", tone=Tone.SECOND)
        self.spinner = Spinner(self.tr("Refreshing"))
        self.skeleton = Skeleton()
        self.import_button = Button(self.tr("Import"), icon=Icon.IMPORT, height=28)
        self.import_button.clicked.connect(self._import)
        self.new_button = Button(self.tr("New engagement"), icon=Icon.PLUS, height=28)
        self.new_button.clicked.connect(self._new)
        head = QHBoxLayout()
        head.setSpacing(12)
        for widget in (self.title, self.note, self.spinner):
            head.addWidget(widget)
        head.addStretch(1)
        self._build_search()
        head.addWidget(self.search)
        head.addWidget(self.client)
        head.addWidget(self.import_button)
        head.addWidget(self.new_button)
        self._day_s = STANDARD_DAY_S
        columns = portfolio_columns(self._day_s)
        self.model: RowTableModel[PortfolioRow] = RowTableModel(columns, key=lambda row: row.id, parent=self)
        self.table = EngagementTable(self.model, name=self.tr("Engagements"))
        self.table.hide_columns(OPTIONAL)
        self.totals_model: RowTableModel[PortfolioTotal] = RowTableModel(
            total_columns(columns), key=lambda row: row.currency, parent=self
        )
        self.totals = _Totals(self.table, self.totals_model, name=self.tr("Totals"))
        self._rule = Hairline()
        self.table.chosen.connect(self._open)
        self.table.ordered.connect(self._order)
        self.table.intent.connect(self.intent)
        self._card = Card(padding=0)
        self._card.column.setContentsMargins(1, 1, 1, 4)
        self._card.column.setSpacing(0)
        self._card.column.addWidget(self.table, 1)
        self._card.column.addWidget(self._rule)
        self._card.column.addWidget(self.totals)
        self.total_line = Label("", tone=Tone.SECOND)
        self.total_line.setFixedHeight(px(32))
        line = QHBoxLayout()
        line.setContentsMargins(16, 0, 16, 0)
        line.addWidget(self.total_line)
        self._card.column.addLayout(line)
        self._none_match = Label(
            self.tr("No engagement fits these filters."), tone=Tone.SECOND, align=Qt.AlignmentFlag.AlignCenter
        )
        self._none_match.setContentsMargins(0, 24, 0, 24)
        self._card.column.addWidget(self._none_match)
        self.empty = EmptyState(
            icon=Icon.ENGAGEMENTS,
            sentence=self.tr("No engagements yet: bring in the list that your firm gave you, or your old time export."),
            action=self.tr("Import a file"),
            action_icon=Icon.IMPORT,
            second=self.tr("Load the sample portfolio"),
        )
        self.empty.action.connect(self._import)
        self.empty.second.connect(self._sample)
        self.error = ErrorState()
        self.error.retry.connect(self._retry)
        self.error.hide()
        self._filters = self._build_filters()
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 16, PAGE_PADDING, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._filters)
        column.addWidget(self.error)
        column.addWidget(self._card, 1)
        column.addWidget(self.skeleton, 1)
        column.addWidget(self.empty, 1)
        # Before the first list nothing else would hold the head at the top.
        column.addStretch(0)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._search_now)
        for keys, slot in (("Ctrl+F", self._begin_search), ("Ctrl+Shift+N", self._new)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self.new_button.setToolTip(page_tip(self.tr("New engagement"), "Ctrl+Shift+N"))
        self._show_states()

    def _build_search(self) -> None:
        self.search = TextField(
            name=self.tr("Search engagements"), placeholder=page_tip(self.tr("Search"), "Ctrl+F"), height=28
        )
        self.search.setMaxLength(LONGEST_SEARCH)
        self.search.setFixedWidth(px(190))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._typed)
        self.client = Combo(name=self.tr("Client"), height=28)
        self.client.setMinimumContentsLength(13)
        self.client.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.client.activated.connect(self._choose_client)

    def _build_filters(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.line_chips = [
            self._chip(word, row) for word in (self.tr("All"), *(words.service_line(line) for line in ServiceLine))
        ]
        self.line_chips[0].setChecked(True)
        rule = Hairline(vertical=True)
        rule.setFixedHeight(px(20))
        row.addSpacing(4)
        row.addWidget(rule)
        row.addSpacing(4)
        narrowings = (self.tr("Off track"), self.tr("Due in 7 days"), self.tr("Open gates"), self.tr("Awaiting code"),
                      self.tr("Closed"))  # fmt: skip
        self.more_chips = [self._chip(word, row) for word in narrowings]
        self._awaiting_chip = self.more_chips[3]
        row.addStretch(1)
        self.columns_button = Button(self.tr("Columns"), icon=Icon.TIMESHEET, height=28)
        self.columns_button.setAccessibleName(self.tr("Columns"))
        self.columns_button.setToolTip(self.tr("Choose columns"))
        self.columns_button.clicked.connect(self._choose_columns)
        row.addWidget(self.columns_button)
        return held

    def _chip(self, word: str, row: QHBoxLayout) -> FilterChip:
        made = FilterChip(word)
        made.clicked.connect(self._on_chip)
        row.addWidget(made)
        return made

    # -- in ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_list(self, found: Portfolio) -> None:
        """Show the engagements of a filter; what is being typed meanwhile stays."""
        first, self._known = not self._known, True
        self.spinner.end()
        self.skeleton.end()
        self.error.hide()
        if not self._typing.isActive():
            self._wanted = found.wanted
            self._show_filter(found.wanted)
        self._show_clients(found.clients)
        counts = found.counts
        for made, count in zip((*self.line_chips, *self.more_chips), self._chip_counts(counts), strict=True):
            made.set_count(count)
        self.note.setText(self._note_words(found))
        self.note.set_tone(Tone.WARN if found.stale else Tone.SECOND)
        if found.day_s != self._day_s:
            self._day_s = found.day_s
            self.model.set_columns(portfolio_columns(found.day_s))
        self.table.show_order(found.wanted.order.value, descending=found.wanted.descending)
        self.model.set_rows(found.rows)
        self.totals_model.set_rows(found.totals)
        self._show_states(total=found.total)
        if first and self.isVisible():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def show_loading(self) -> None:
        self.spinner.begin()
        if not self._known:
            self.skeleton.begin()

    @Slot(object)
    def show_error(self, message: Message) -> None:
        self.spinner.end()
        self.skeleton.end()
        self.error.show_message(message)
        self.error.show()

    # -- inside ------------------------------------------------------------------------------------------------------

    def _note_words(self, found: Portfolio) -> str:
        """Return how many there are, and how old the team's hours in the figures are."""
        if not found.total:
            return ""
        running = counted(found.counts.listed.running, self.tr("{n} running"), self.tr("{n} running"))
        if found.extract_date is None:
            return running
        old = (found.today - found.extract_date).days
        if not old:
            return f"{running} · {self.tr('team extract of today')}"
        extract = counted(
            old,
            self.tr("team extract {day}, {n} day old"),
            self.tr("team extract {day}, {n} days old"),
            day=day_short(found.extract_date),
        )
        return f"{running} · {extract}"

    def _chip_counts(self, counts: PortfolioCounts) -> tuple[int, ...]:
        listed = counts.listed
        return (
            listed.running,
            listed.audit,
            listed.tax,
            listed.advisory,
            counts.off_track,
            counts.due_soon,
            listed.open_gates,
            listed.awaiting_code,
            listed.ended,
        )

    def _show_states(self, *, total: int = 0) -> None:
        rows = self.model.rowCount()
        nothing = self._known and total == 0
        for widget in (self._filters, self.search, self.client):
            # Before the first list every count would be a wrong one.
            widget.setVisible(self._known and not nothing)
        self._card.setVisible(self._known and not nothing)
        self.empty.setVisible(nothing)
        self.table.setVisible(rows > 0)
        self._show_totals()
        self._none_match.setVisible(self._known and rows == 0 and not nothing)

    def _show_totals(self) -> None:
        """Show what the rows add up to: a row for each currency, or one line where those would crowd out the list."""
        count = self.totals_model.rowCount() if self.model.rowCount() else 0
        low = count > 1 and self.height() < px(_LOW)
        if low:
            self.total_line.setText(totals_words(self.totals_model.rows))
        self._rule.setVisible(count > 0)
        self.totals.setVisible(count > 0 and not low)
        self.total_line.setVisible(low)

    def _show_filter(self, wanted: EngagementFilter) -> None:
        lines = (None, *ServiceLine)
        for made, line in zip(self.line_chips, lines, strict=True):
            made.setChecked(line is wanted.line)
        narrowed = (wanted.off_track, wanted.due_soon, wanted.open_gates, wanted.awaiting_code, wanted.ended)
        for made, on in zip(self.more_chips, narrowed, strict=True):
            made.setChecked(on)
        if self.search.text() != wanted.text:
            self.search.blockSignals(True)  # noqa: FBT003  # Qt's own
            self.search.setText(wanted.text)
            self.search.blockSignals(False)  # noqa: FBT003

    def _show_clients(self, clients: tuple[tuple[ClientId, str], ...]) -> None:
        if clients != self._clients or not self.client.count():
            self._clients = clients
            self.client.clear()
            self.client.addItem(self.tr("Every client"))
            self.client.addItems([name for _, name in clients])
        places = [one for one, _ in clients]
        chosen = self._wanted.client
        self.client.setCurrentIndex(places.index(chosen) + 1 if chosen in places else 0)

    def _ask(self, **changes: Any) -> None:
        self._typing.stop()
        self._wanted = replace(self._wanted, **{"text": self.search.text().strip(), **changes})
        self.intent.emit(ListEngagements(self._wanted))

    @Slot()
    def _on_chip(self) -> None:
        pressed = self.sender()
        if pressed in self.line_chips:
            for made in self.line_chips:
                made.setChecked(made is pressed)
            if pressed is self.line_chips[0] and self._wanted.line is None:
                # Pressed while it was on: what narrows the list beside it goes, till it shows as many as it says.
                for made in self.more_chips:
                    made.setChecked(False)
        line = next((n for n, chip_ in enumerate(self.line_chips) if chip_.isChecked()), 0)
        off_track, due_soon, gates, awaiting, ended = (made.isChecked() for made in self.more_chips)
        self._ask(
            line=(None, *ServiceLine)[line],
            off_track=off_track,
            due_soon=due_soon,
            open_gates=gates,
            awaiting_code=awaiting,
            ended=ended,
        )

    @Slot(str, bool)
    def _order(self, key: str, descending: bool) -> None:  # noqa: FBT001 -- a slot's parameters have no keywords
        self._ask(order=Ordering(key), descending=descending)

    @Slot(int)
    def _choose_client(self, place: int) -> None:
        self._ask(client=self._clients[place - 1][0] if place > 0 else None)

    @Slot()
    def _typed(self) -> None:
        self._typing.start()

    @Slot()
    def _search_now(self) -> None:
        self._ask()

    @Slot()
    def _begin_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot(object)
    def _open(self, row: PortfolioRow) -> None:
        self.intent.emit(OpenEngagement(row.id))

    def show_columns(self, shown: frozenset[str]) -> None:
        """Show these of the columns that can be added."""
        self.table.hide_columns(tuple(key for key in OPTIONAL if key not in shown))

    @Slot()
    def _choose_columns(self) -> None:
        """Offer the columns that can be added, as a menu of ticks."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Columns"))
        for column in self.model.columns:
            if column.key in OPTIONAL:
                action = menu.addAction(column.header)
                action.setCheckable(True)
                action.setChecked(not self.table.is_hidden(column.key))
                action.setData(column.key)
                action.triggered.connect(self._column_ticked)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.columns_button.mapToGlobal(QPoint(0, self.columns_button.height() + 2)))

    @Slot()
    def _column_ticked(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            shown = {key for key in OPTIONAL if not self.table.is_hidden(key)} ^ {action.data()}
            self.show_columns(frozenset(shown))
            self.intent.emit(ShowColumns(frozenset(shown)))

    @Slot()
    def _new(self) -> None:
        self.intent.emit(NewEngagement(self._wanted.client))

    @Slot()
    def _import(self) -> None:
        self.intent.emit(ChooseImport())

    @Slot()
    def _sample(self) -> None:
        self.intent.emit(LoadSample())

    @Slot()
    def _retry(self) -> None:
        self.intent.emit(RetryLoad("engagements"))
        self.intent.emit(ListEngagements(self._wanted))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._known:
            self.intent.emit(BeginEngagements())
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.set_narrow(self.width() < px(CHIP_ICON_BELOW - SIDEBAR))
        self._fit_head()
        self._show_totals()

    def _fit_head(self) -> None:
        """Leave out what there is no room for: its figure stands in the table as well."""
        narrow = self.width() < px(_NARROW)
        self.note.setHidden(narrow)
        self._awaiting_chip.setHidden(narrow and not self._awaiting_chip.isChecked())
        self.columns_button.setText("" if narrow else self.tr("Columns"))
