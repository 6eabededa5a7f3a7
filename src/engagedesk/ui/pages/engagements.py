"""Engagements: every engagement in one table, narrowed by chips, ordered by its columns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagedesk.domain.states import EngagementState, FeeArrangement, ServiceLine
from engagedesk.services.queries.rows import EngagementRow
from engagedesk.ui import words
from engagedesk.ui.format import EN_DASH, day_short, hm, hours, money
from engagedesk.ui.intents import ChooseImport, LoadSample, OpenEngagement, RetryLoad
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
from engagedesk.ui.widgets.states import EmptyState, ErrorState, Spinner
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import counted

tr = words.tr
_RUNNING: Final = frozenset({EngagementState.PROPOSED, EngagementState.PLANNED, EngagementState.ACTIVE,
                             EngagementState.ON_HOLD})  # fmt: skip
_FAR: Final = date.max


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
               Width(240, share=1), sort_key=lambda r: (r.client.casefold(), r.title.casefold()), pad_start=16),
        Column("state", tr("Engagements", "State"), lambda r: words.engagement_state(r.state)[0],
               lambda r: Cell((chip(*words.engagement_state(r.state)),)), Width(78),
               sort_key=lambda r: list(EngagementState).index(r.state)),
        Column("note", tr("Engagements", "What stands out"), lambda r: r.note,
               lambda r: Cell((text_part(r.note, tone=Tone.SECOND),)), Width(180, share=2, hide_below=1060),
               tip=lambda r: r.note),
        Column("phase", tr("Engagements", "Phase"), lambda r: r.phase,
               lambda r: Cell((text_part(r.phase, tone=Tone.SECOND),)), Width(112), sort_key=lambda r: r.phase),
        Column("next", tr("Engagements", "Next date"), _next_text, _next_cell, Width(116),
               sort_key=lambda r: r.next_date or _FAR),
        Column("fee", tr("Engagements", "Fee"), fee_words, lambda r: Cell((text_part(fee_words(r), tone=Tone.SECOND),)),
               Width(140, hide_below=1300), sort_key=lambda r: (r.fee, r.fee_minor or 0)),
        Column("week", tr("Engagements", "This week"), lambda r: hm(r.own_week_s), lambda r: _hm_cell(r.own_week_s),
               Width(82), sort_key=lambda r: r.own_week_s, align=Align.END),
        Column("total", tr("Engagements", "My hours"), lambda r: hours(r.own_total_s),
               lambda r: _hours_cell(r.own_total_s), Width(82), sort_key=lambda r: r.own_total_s, align=Align.END),
        Column("team", tr("Engagements", "Team hours"), lambda r: hours(r.team_total_s),
               lambda r: _hours_cell(r.team_total_s), Width(92), sort_key=lambda r: r.team_total_s, align=Align.END),
        Column("awaiting", tr("Engagements", "No code"), lambda r: hm(r.awaiting_code_s) if r.awaiting_code_s else "",
               _awaiting_cell, Width(76, hide_below=900), sort_key=lambda r: r.awaiting_code_s, align=Align.END),
        Column("gates", tr("Engagements", "Gates"), _gates_text, _gates_cell, Width(66), align=Align.END, pad_end=16,
               sort_key=lambda r: len(r.open_gates), tip=_gates_text),
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


class EngagementsPage(QWidget):
    """In by ``show_engagements``, out by ``intent``."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[EngagementRow, ...] = ()
        self._filters: dict[FilterChip, Callable[[EngagementRow], bool]] = {}
        self.title = Label(self.tr("Engagements"), style=Style.PAGE)
        self.note = Label("", tone=Tone.SECOND)
        self.spinner = Spinner(self.tr("Refreshing"))
        self.import_button = Button(self.tr("Import"), icon=Icon.IMPORT, height=28)
        self.import_button.clicked.connect(self._import)
        head = QHBoxLayout()
        head.setSpacing(12)
        for widget in (self.title, self.note, self.spinner):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.import_button)
        self.model: RowTableModel[EngagementRow] = RowTableModel(
            engagement_columns(), key=lambda row: row.id, parent=self
        )
        self.table = RowTable(self.model, name=self.tr("Engagements"), row_px=ROW_TALL, sortable=True)
        self.table.chosen.connect(self._open)
        self._card = Card(padding=0)
        self._card.column.setContentsMargins(1, 1, 1, 4)
        self._card.column.addWidget(self.table)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 16, PAGE_PADDING, PAGE_PADDING)
        column.setSpacing(14)
        column.addLayout(head)
        column.addLayout(self._build_chips())
        column.addWidget(self.error)
        column.addWidget(self._card, 1)
        column.addWidget(self.empty, 1)
        self.show_engagements(())

    def _build_chips(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        lines: tuple[tuple[str, Callable[[EngagementRow], bool]], ...] = (
            (self.tr("All"), lambda _r: True),
            (words.service_line(ServiceLine.AUDIT), lambda r: r.service_line is ServiceLine.AUDIT),
            (words.service_line(ServiceLine.TAX), lambda r: r.service_line is ServiceLine.TAX),
            (words.service_line(ServiceLine.ADVISORY), lambda r: r.service_line is ServiceLine.ADVISORY),
        )
        more: tuple[tuple[str, Callable[[EngagementRow], bool]], ...] = (
            (self.tr("Open gates"), lambda r: bool(r.open_gates)),
            (self.tr("Awaiting code"), lambda r: r.awaiting_code_s > 0),
            (self.tr("Closed"), lambda r: r.state not in _RUNNING),
        )
        self.line_chips = [self._chip(word, keep, row) for word, keep in lines]
        self.line_chips[0].setChecked(True)
        row.addSpacing(4)
        rule = Hairline(vertical=True)
        rule.setFixedHeight(px(20))
        row.addWidget(rule)
        row.addSpacing(4)
        self.more_chips = [self._chip(word, keep, row) for word, keep in more]
        row.addStretch(1)
        return row

    def _chip(self, word: str, keep: Callable[[EngagementRow], bool], row: QHBoxLayout) -> FilterChip:
        made = FilterChip(word)
        self._filters[made] = keep
        made.clicked.connect(self._on_chip)
        row.addWidget(made)
        return made

    # -- in ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_engagements(self, rows: tuple[EngagementRow, ...]) -> None:
        """Show every engagement, closed ones included; the chips narrow."""
        self._all = rows
        self.spinner.end()
        self.error.hide()
        running = [r for r in rows if r.state in _RUNNING]
        self.note.setText(counted(len(running), self.tr("{n} running"), self.tr("{n} running")) if rows else "")
        for made, keep in self._filters.items():
            scope = rows if made is self.more_chips[-1] else running
            made.set_count(sum(1 for r in scope if keep(r)))
            made.setVisible(bool(rows))
        self._card.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._narrow()

    @Slot()
    def show_loading(self) -> None:
        self.spinner.begin()

    @Slot(object)
    def show_error(self, message: Message) -> None:
        self.spinner.end()
        self.error.show_message(message)
        self.error.show()

    # -- inside ------------------------------------------------------------------------------------------------------

    @Slot()
    def _on_chip(self) -> None:
        pressed = self.sender()
        if pressed in self.line_chips:
            for made in self.line_chips:
                made.setChecked(made is pressed)
        self._narrow()

    def _narrow(self) -> None:
        line = next((c for c in self.line_chips if c.isChecked()), self.line_chips[0])
        asked = [c for c in self.more_chips if c.isChecked()]
        closed = self.more_chips[-1] in asked
        kept = [r for r in self._all if self._filters[line](r) and all(self._filters[c](r) for c in asked)]
        if not closed:
            kept = [r for r in kept if r.state in _RUNNING]
        self.model.set_rows(kept)
        self.table.setVisible(bool(kept))
        self._none_match.setVisible(not kept)

    @Slot(object)
    def _open(self, row: EngagementRow) -> None:
        self.intent.emit(OpenEngagement(row.id))

    @Slot()
    def _import(self) -> None:
        self.intent.emit(ChooseImport())

    @Slot()
    def _sample(self) -> None:
        self.intent.emit(LoadSample())

    @Slot()
    def _retry(self) -> None:
        self.intent.emit(RetryLoad("engagements"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.set_narrow(self.width() < px(CHIP_ICON_BELOW - SIDEBAR))
