"""Engagements: every engagement in one table, searched, narrowed and ordered by the store."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagedesk.domain.ids import ClientId
from engagedesk.domain.states import FeeArrangement, ServiceLine
from engagedesk.services.queries.engagement_list import EngagementFilter, EngagementList, ListCounts, Ordering
from engagedesk.services.queries.rows import EngagementRow
from engagedesk.ui import words
from engagedesk.ui.actions import page_tip
from engagedesk.ui.format import EN_DASH, day_short, hm, hours, money
from engagedesk.ui.intents import ChooseImport, Intent, LoadSample, OpenEngagement, RetryLoad
from engagedesk.ui.pages.engagement_menu import EngagementMenu, timer_for
from engagedesk.ui.portfolio_intents import (
    BeginEngagements,
    EditEngagement,
    EditGate,
    ListEngagements,
    NewEngagement,
    RollForward,
)
from engagedesk.ui.tables.cell import Align, Cell, chip, dot
from engagedesk.ui.tables.cell import words as text_part
from engagedesk.ui.tables.geometry import Width
from engagedesk.ui.tables.model import Column, RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import Icon, Style, Tone, px
from engagedesk.ui.theme.tokens import CHIP_ICON_BELOW, PAGE_PADDING, ROW_TALL, SIDEBAR
from engagedesk.ui.view_rows import Message
from engagedesk.ui.widgets.button import Button, FilterChip
from engagedesk.ui.widgets.card import Card, Hairline
from engagedesk.ui.widgets.inputs import Combo, TextField
from engagedesk.ui.widgets.states import EmptyState, ErrorState, Spinner
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import counted

tr = words.tr
TYPING_MS: Final = 120
"""A search waits this long for the next letter."""
LONGEST_SEARCH: Final = 200


def in_sql(_row: object) -> int:
    """Mark a column as one that the store orders by."""
    return 0


def codes_words(codes: tuple[str, ...]) -> str:
    """Return codes shortly: ``410220-20, -40``, or ``630112-01 to -14`` from four on."""
    if not codes:
        return ""
    stem = codes[0].rpartition("-")[0]
    same = bool(stem) and all(code.rpartition("-")[0] == stem for code in codes)
    tails = ["-" + code.rpartition("-")[2] if same else code for code in codes[1:]]
    if len(codes) > 3:
        return tr("Engagements", "{first} to {last}").format(first=codes[0], last=tails[-1])
    return ", ".join((codes[0], *tails))


def fee_words(row: EngagementRow) -> str:
    """Return the fee: ``Fixed $410,000``."""
    word = words.fee_arrangement(row.fee)
    if row.fee_minor is not None and row.fee is not FeeArrangement.TIME_AND_MATERIALS:
        return f"{word} {money(row.fee_minor, row.currency)}"
    cap = row.fee_cap_minor
    if cap is not None:
        return tr("Engagements", "{fee}, cap {cap}").format(fee=word, cap=money(cap, row.currency))
    return word


def engagement_columns() -> tuple[Column[EngagementRow], ...]:
    return (
        Column("engagement", tr("Engagements", "Engagement"), lambda r: f"{r.client}, {r.title}", _engagement_cell,
               Width(240, share=1), sort_key=in_sql, pad_start=16),
        Column("state", tr("Engagements", "State"), lambda r: words.engagement_state(r.state)[0],
               lambda r: Cell((chip(*words.engagement_state(r.state)),)), Width(78),
               sort_key=in_sql),
        Column("note", tr("Engagements", "What stands out"), lambda r: r.note,
               lambda r: Cell((text_part(r.note, tone=Tone.SECOND),)), Width(180, share=2, hide_below=1060),
               tip=lambda r: r.note),
        Column("phase", tr("Engagements", "Phase"), lambda r: r.phase,
               lambda r: Cell((text_part(r.phase, tone=Tone.SECOND),)), Width(112), sort_key=in_sql),
        Column("next", tr("Engagements", "Next date"), _next_text, _next_cell, Width(116),
               sort_key=in_sql),
        Column("fee", tr("Engagements", "Fee"), fee_words, lambda r: Cell((text_part(fee_words(r), tone=Tone.SECOND),)),
               Width(140, hide_below=1300), sort_key=in_sql),
        Column("week", tr("Engagements", "This week"), lambda r: hm(r.own_week_s), lambda r: _hm_cell(r.own_week_s),
               Width(82), sort_key=in_sql, align=Align.END),
        Column("total", tr("Engagements", "My hours"), lambda r: hours(r.own_total_s),
               lambda r: _hours_cell(r.own_total_s), Width(82), sort_key=in_sql, align=Align.END),
        Column("team", tr("Engagements", "Team hours"), lambda r: hours(r.team_total_s),
               lambda r: _hours_cell(r.team_total_s), Width(92), sort_key=in_sql, align=Align.END),
        Column("awaiting", tr("Engagements", "No code"), lambda r: hm(r.awaiting_code_s) if r.awaiting_code_s else "",
               _awaiting_cell, Width(76, hide_below=900), sort_key=in_sql, align=Align.END),
        Column("gates", tr("Engagements", "Gates"), _gates_text, _gates_cell, Width(66), align=Align.END, pad_end=16,
               sort_key=in_sql, tip=_gates_text),
    )  # fmt: skip


def _engagement_cell(row: EngagementRow) -> Cell:
    codes = codes_words(row.codes)
    below = [text_part(" · ".join(p for p in (row.title, codes) if p), tone=Tone.THIRD, style=Style.CAPTION)]
    if row.closed_codes:
        below.append(text_part(tr("Engagements", "closed"), tone=Tone.WARN, style=Style.CAPTION_STRONG))
    return Cell((dot(row.colour), text_part(row.client, style=Style.BODY_STRONG)), tuple(below), below_indent=16)


def _next_text(row: EngagementRow) -> str:
    return f"{day_short(row.next_date)} {row.next_date_what}".rstrip() if row.next_date else ""


def _next_cell(row: EngagementRow) -> Cell:
    if row.next_date is None:
        return Cell((text_part(EN_DASH, tone=Tone.THIRD),))
    when = text_part(day_short(row.next_date), style=Style.BODY_MEDIUM)
    if not row.next_date_what:
        return Cell((when,))
    return Cell((when,), (text_part(row.next_date_what, tone=Tone.THIRD, style=Style.CAPTION),))


def _hm_cell(seconds: int) -> Cell:
    text = hm(seconds) if seconds else EN_DASH
    return Cell((text_part(text, tone=Tone.TEXT if seconds else Tone.THIRD, style=Style.BODY_MEDIUM),), align=Align.END)


def _hours_cell(seconds: int) -> Cell:
    text = hours(seconds) if seconds else EN_DASH
    return Cell((text_part(text, tone=Tone.SECOND if seconds else Tone.THIRD),), align=Align.END)


def _awaiting_cell(row: EngagementRow) -> Cell:
    if not row.awaiting_code_s:
        return Cell((text_part(EN_DASH, tone=Tone.THIRD),), align=Align.END)
    return Cell((text_part(hm(row.awaiting_code_s), tone=Tone.WARN, style=Style.BODY_STRONG),), align=Align.END)


def _gates_text(row: EngagementRow) -> str:
    if not row.open_gates:
        return ""
    return tr("Engagements", "Open: {gates}").format(gates=", ".join(words.gate(g) for g in row.open_gates))


def _gates_cell(row: EngagementRow) -> Cell:
    count = len(row.open_gates)
    style, tone = (Style.BODY_STRONG, Tone.WARN) if count else (Style.BODY, Tone.THIRD)
    return Cell((text_part(str(count) if count else EN_DASH, tone=tone, style=style),), align=Align.END)


class EngagementTable(RowTable):
    """The list; what can be done with a row is in its menu and on single keys."""

    intent = Signal(object)

    def __init__(self, model: RowTableModel[EngagementRow], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name=name, row_px=ROW_TALL, sortable=True, orders_elsewhere=True, parent=parent)
        self.menu = EngagementMenu(self, opens=True)
        self.menu.intent.connect(self.intent)
        self.setAccessibleDescription(
            self.tr("Enter opens, S starts the timer, E edits, G sets a gate, R rolls forward, Menu shows all actions.")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            row: EngagementRow = self.row_model.row_at(index)
            wanted: dict[int, Intent] = {
                Qt.Key.Key_E: EditEngagement(row.id),
                Qt.Key.Key_G: EditGate(row.id),
                Qt.Key.Key_R: RollForward(row.id),
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
            self.menu.show(self.row_model.row_at(index), at)


class EngagementsPage(QWidget):
    """In by ``show_list``, out by ``intent``."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = EngagementFilter()
        self._clients: tuple[tuple[ClientId, str], ...] = ()
        self._known = False
        self.title = Label(self.tr("Engagements"), style=Style.PAGE)
        self.note = Label("", tone=Tone.SECOND)
        self.spinner = Spinner(self.tr("Refreshing"))
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
        self.model: RowTableModel[EngagementRow] = RowTableModel(
            engagement_columns(), key=lambda row: row.id, parent=self
        )
        self.table = EngagementTable(self.model, name=self.tr("Engagements"))
        self.table.chosen.connect(self._open)
        self.table.ordered.connect(self._order)
        self.table.intent.connect(self.intent)
        self._card = Card(padding=0)
        self._card.column.setContentsMargins(1, 1, 1, 4)
        self._card.column.addWidget(self.table, 1)
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
        column.setContentsMargins(PAGE_PADDING, 16, PAGE_PADDING, PAGE_PADDING)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self._filters)
        column.addWidget(self.error)
        column.addWidget(self._card, 1)
        column.addWidget(self.empty, 1)
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
        self.more_chips = [
            self._chip(word, row) for word in (self.tr("Open gates"), self.tr("Awaiting code"), self.tr("Closed"))
        ]
        row.addStretch(1)
        return held

    def _chip(self, word: str, row: QHBoxLayout) -> FilterChip:
        made = FilterChip(word)
        made.clicked.connect(self._on_chip)
        row.addWidget(made)
        return made

    # -- in ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_list(self, found: EngagementList) -> None:
        """Show the engagements of a filter; what is being typed meanwhile stays."""
        first, self._known = not self._known, True
        self.spinner.end()
        self.error.hide()
        if not self._typing.isActive():
            self._wanted = found.wanted
            self._show_filter(found.wanted)
        self._show_clients(found.clients)
        counts = found.counts
        for made, count in zip((*self.line_chips, *self.more_chips), self._chip_counts(counts), strict=True):
            made.set_count(count)
        self.note.setText(
            counted(counts.running, self.tr("{n} running"), self.tr("{n} running")) if found.total else ""
        )
        self.table.show_order(found.wanted.order.value, descending=found.wanted.descending)
        self.model.set_rows(found.rows)
        self._show_states(total=found.total)
        if first and self.isVisible():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def show_loading(self) -> None:
        self.spinner.begin()

    @Slot(object)
    def show_error(self, message: Message) -> None:
        self.spinner.end()
        self.error.show_message(message)
        self.error.show()

    # -- inside ------------------------------------------------------------------------------------------------------

    def _chip_counts(self, counts: ListCounts) -> tuple[int, ...]:
        return (
            counts.running,
            counts.audit,
            counts.tax,
            counts.advisory,
            counts.open_gates,
            counts.awaiting_code,
            counts.ended,
        )

    def _show_states(self, *, total: int = 0) -> None:
        rows = self.model.rowCount()
        nothing = self._known and total == 0
        for widget in (self._filters, self.search, self.client):
            widget.setVisible(not nothing)
        self._card.setVisible(self._known and not nothing)
        self.empty.setVisible(nothing)
        self.table.setVisible(rows > 0)
        self._none_match.setVisible(self._known and rows == 0 and not nothing)

    def _show_filter(self, wanted: EngagementFilter) -> None:
        lines = (None, *ServiceLine)
        for made, line in zip(self.line_chips, lines, strict=True):
            made.setChecked(line is wanted.line)
        for made, on in zip(self.more_chips, (wanted.open_gates, wanted.awaiting_code, wanted.ended), strict=True):
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
        line = next((n for n, chip_ in enumerate(self.line_chips) if chip_.isChecked()), 0)
        gates, awaiting, ended = (made.isChecked() for made in self.more_chips)
        self._ask(
            line=(None, *ServiceLine)[line],
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
    def _open(self, row: EngagementRow) -> None:
        self.intent.emit(OpenEngagement(row.id))

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
