"""Reconciliation: worked, entered and recorded time side by side, with one reason and one action a difference."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engagedesk.domain.reconciliation import Action, Reason, ReconciledRow
from engagedesk.services.queries.handover import Reconciliation
from engagedesk.ui import intents
from engagedesk.ui.check_words import action_words, reason_detail, reason_words, settle_reason
from engagedesk.ui.format import day_full, hm, weekday_number
from engagedesk.ui.tables.cell import Align, Cell, chip, words
from engagedesk.ui.tables.geometry import Width
from engagedesk.ui.tables.model import AnyIndex, Column, RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import Icon, Style, Tone, px
from engagedesk.ui.widgets.button import Button, ButtonKind, FilterChip
from engagedesk.ui.widgets.card import Card, CardHeader
from engagedesk.ui.widgets.chip import Chip
from engagedesk.ui.widgets.inputs import TextField
from engagedesk.ui.widgets.states import EmptyState
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import counted, tr

LEAST = 420
WIDE = 780


def reconciliation_columns() -> tuple[Column[ReconciledRow], ...]:
    """Return the columns; all three sums are raw h:mm."""

    def sum_cell(seconds: int, *, odd: bool = False) -> Cell:
        style, tone = (Style.BODY_STRONG, Tone.TEXT) if odd else (Style.BODY, Tone.SECOND)
        return Cell((words(_hm(seconds), style=style, tone=tone),), align=Align.END)

    def code(row: ReconciledRow) -> str:
        return row.key.code or tr("Reconciliation", "Awaiting code")

    def why(row: ReconciledRow) -> Cell:
        word, tone, icon = reason_words(row)
        detail = reason_detail(row)
        said = (words(detail, tone=Tone.SECOND, style=Style.CAPTION),) if detail else ()
        return Cell((chip(word, tone, icon), *said))

    def why_text(row: ReconciledRow) -> str:
        return " ".join((reason_words(row)[0], reason_detail(row))).strip()

    def action_cell(row: ReconciledRow) -> Cell:
        said = action_words(row)
        return Cell((words(said, style=Style.BODY_MEDIUM, underline=True),) if said else ())

    return (
        Column("day", tr("Reconciliation", "Day"), lambda r: weekday_number(r.key.day),
               lambda r: Cell((words(weekday_number(r.key.day), tone=Tone.SECOND),)), Width(78), pad_start=16),
        Column("code", tr("Reconciliation", "Code"), code,
               lambda r: Cell((words(code(r), style=Style.BODY_MEDIUM, tone=Tone.TEXT if r.key.code else Tone.WARN),)),
               Width(100)),
        Column("what", tr("Reconciliation", "Engagement"), lambda r: r.label,
               lambda r: Cell((words(r.label),)), Width(72, share=1, hide_below=640), tip=lambda r: r.label),
        Column("worked", tr("Reconciliation", "Worked"), lambda r: _hm(r.worked_s),
               lambda r: sum_cell(r.worked_s), Width(78, hide_below=560), align=Align.END, pad_start=4),
        Column("entered", tr("Reconciliation", "Entered"), lambda r: _hm(r.entered_s),
               lambda r: sum_cell(r.entered_s), Width(84, hide_below=740), align=Align.END, pad_start=4),
        Column("recorded", tr("Reconciliation", "Recorded"), lambda r: _hm(r.recorded_s),
               lambda r: sum_cell(r.recorded_s, odd=r.differs), Width(66), align=Align.END, pad_start=4),
        Column("why", tr("Reconciliation", "Why"), why_text, why, Width(182), pad_start=8, pad_end=4, tip=why_text),
        Column("action", tr("Reconciliation", "Action"), action_words,
               action_cell, Width(180, hide_below=680), pad_end=16, tip=action_words),
    )  # fmt: skip


def _hm(seconds: int) -> str:
    return hm(seconds) if seconds else "–"


class _Rows(RowTable):
    """Enter does a row's action, N accepts it with a note."""

    noted = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() == Qt.Key.Key_N and not event.modifiers():
            self.noted.emit(self.row_model.row_at(index))
        else:
            super().keyPressEvent(event)

    def click_cell(self, index: AnyIndex) -> None:
        """A click on the action does it; elsewhere it only chooses the row."""
        if self.row_model.columns[index.column()].key == "action":
            super().click_cell(index)


class ReconciliationView(Card):
    """In by ``show_reconciliation``, out by ``intent``."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self._found: Reconciliation | None = None
        self._noting: ReconciledRow | None = None
        self._armed = False
        self.column.setSpacing(0)
        self.header = CardHeader(self.tr("Recorded time"))
        self.header.row.setContentsMargins(16, 0, 16, 0)
        self.stale = Chip("", Tone.WARN)
        self.header.row.insertWidget(2, self.stale)
        self.column.addSpacing(12)
        self.column.addWidget(self.header)
        self.differences = FilterChip(self.tr("Differences"))
        self.everything = FilterChip(self.tr("All"))
        self.differences.setChecked(True)
        self.differences.clicked.connect(self._show_differences)
        self.everything.clicked.connect(self._show_all)
        self.sums = Label("", tone=Tone.SECOND)
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.differences)
        row.addWidget(self.everything)
        row.addStretch(1)
        row.addWidget(self.sums)
        self._top = row
        self.column.addLayout(row)
        self.model: RowTableModel[ReconciledRow] = RowTableModel(
            reconciliation_columns(), key=lambda one: one.key, parent=self
        )
        self.table = _Rows(self.model, name=self.tr("Recorded time by code and day"))
        self.head: QWidget | None = None
        self.takes_keyboard: QWidget = self.table
        self.table.chosen.connect(self._settle)
        self.table.noted.connect(self._begin_note)
        self.column.addWidget(self.table, 1)
        self.nothing = EmptyState(
            icon=Icon.IMPORT,
            sentence=self.tr("Import what the firm's system holds of your time, to see where it differs."),
            action=self.tr("Import recorded time"),
            action_icon=Icon.IMPORT,
        )
        self.nothing.action.connect(self._import)
        self.agrees = EmptyState(icon=Icon.CHARGEABLE, sentence=self.tr("Nothing differs."))
        self.column.addWidget(self.nothing, 1)
        self.column.addWidget(self.agrees, 1)
        self.column.addWidget(self._build_note())
        self.column.addLayout(self._build_bottom())
        self.setMinimumWidth(px(LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= px(WIDE)
        self.sums.setVisible(wide)
        self.import_button.setVisible(wide)
        # Narrow, the foot has room for what is done with a line; what is done with all stands above them.
        for layout, holds in ((self._top, not wide), (self._bottom, wide)):
            if holds and layout.indexOf(self.post_button) < 0:
                layout.addWidget(self.post_button)

    def _build_note(self) -> QWidget:
        self.note_bar = QWidget()
        self.note = TextField(name=self.tr("Why the difference is all right"), height=28)
        self.note.setPlaceholderText(self.tr("Why it is all right"))
        self.note.returnPressed.connect(self._accept)
        self.accept_button = Button(self.tr("Accept"), hint=self.tr("Enter"), height=28)
        self.accept_button.clicked.connect(self._accept)
        self.cancel_button = Button(self.tr("Cancel"), kind=ButtonKind.GHOST, hint=self.tr("Esc"), height=28)
        self.cancel_button.clicked.connect(self._end_note)
        row = QHBoxLayout(self.note_bar)
        row.setContentsMargins(16, 8, 16, 0)
        row.setSpacing(8)
        row.addWidget(self.note, 1)
        row.addWidget(self.accept_button)
        row.addWidget(self.cancel_button)
        self.note_bar.hide()
        return self.note_bar

    def _build_bottom(self) -> QHBoxLayout:
        self.do_button = Button("", hint=self.tr("Enter"), height=28)
        self.do_button.clicked.connect(self._settle_current)
        self.note_button = Button(self.tr("Accept with a note…"), hint=self.tr("N"), height=28)
        self.note_button.clicked.connect(self._note_current)
        self.post_button = Button("", icon=Icon.LOCK, height=28)
        self.post_button.clicked.connect(self._post)
        self.import_button = Button(self.tr("Import…"), kind=ButtonKind.GHOST, icon=Icon.IMPORT, height=28)
        self.import_button.clicked.connect(self._import)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 12)
        row.setSpacing(8)
        row.addWidget(self.do_button)
        row.addWidget(self.note_button)
        row.addStretch(1)
        row.addWidget(self.import_button)
        row.addWidget(self.post_button)
        self._bottom = row
        return row

    # -- showing -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_reconciliation(self, found: Reconciliation) -> None:
        self._found = found
        self._armed = False
        self._end_note()
        if found.as_of is None:
            self.header.note.setText("")
            self.stale.show_status("", Tone.WARN)
        else:
            self.header.note.setText(self.tr("Extract of {day}").format(day=day_full(found.as_of)))
            self.stale.show_status(self.tr("Stale") if found.stale else "", Tone.WARN)
        self.differences.set_count(len(found.differences))
        self.everything.set_count(len(found.rows))
        self.sums.setText(
            self.tr("Worked {worked}, entered {entered}, recorded {recorded}").format(
                worked=hm(sum(row.worked_s for row in found.rows)),
                entered=hm(sum(row.entered_s for row in found.rows)),
                recorded=hm(sum(row.recorded_s for row in found.rows)),
            )
        )
        self._show_rows()

    def _show_rows(self) -> None:
        found = self._found
        if found is None:
            return
        place = max(0, self.table.currentIndex().row())
        rows = found.differences if self.differences.isChecked() else found.rows
        self.model.set_rows(rows)
        self.nothing.setVisible(found.as_of is None)
        self.agrees.setVisible(found.as_of is not None and not rows)
        self.table.setVisible(found.as_of is not None and bool(rows))
        if rows:
            self.table.setCurrentIndex(self.model.index(min(place, len(rows) - 1), 0))
        self._show_actions()

    @property
    def current(self) -> ReconciledRow | None:
        return self.model.shown_at(self.table.currentIndex())

    def _posted_there(self) -> tuple[ReconciledRow, ...]:
        return () if self._found is None else tuple(r for r in self._found.rows if r.reason is Reason.POSTED)

    def _show_actions(self) -> None:
        row = self.current if not self.table.isHidden() else None
        noted = row is not None and row.action is not None and row.action is not Action.ACCEPT
        self.do_button.setVisible(row is not None and bool(action_words(row)))
        self.note_button.setVisible(noted)
        if row is not None:
            self.do_button.setText(action_words(row))
            self.do_button.setAccessibleName(action_words(row))
            self.do_button.updateGeometry()
        posted = len(self._posted_there())
        self.post_button.setVisible(posted > 0)
        self.post_button.setText(
            self.tr("Really? Posted time is locked")
            if self._armed
            else counted(posted, self.tr("Mark {n} line as posted"), self.tr("Mark {n} lines as posted"))
        )
        self.post_button.set_kind(ButtonKind.DANGER if self._armed else ButtonKind.SECONDARY)
        self.post_button.setAccessibleName(self.post_button.text())
        self.post_button.updateGeometry()

    @Slot()
    def _on_current(self) -> None:
        self._armed = False
        self._show_actions()

    @Slot()
    def _show_differences(self) -> None:
        self._choose(self.differences)

    @Slot()
    def _show_all(self) -> None:
        self._choose(self.everything)

    def _choose(self, chip_chosen: FilterChip) -> None:
        for one in (self.differences, self.everything):
            one.setChecked(one is chip_chosen)
        self._show_rows()

    # -- settling ----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _settle(self, row: ReconciledRow) -> None:
        if row.reason is Reason.ACCEPTED:
            self.intent.emit(intents.OpenDifference(row))
        elif row.action is None:
            return
        elif row.action is Action.ACCEPT:
            self._begin_note(row)
        else:
            self.intent.emit(intents.SettleDifference(row, settle_reason(row)))

    @Slot()
    def _settle_current(self) -> None:
        if self.current is not None:
            self._settle(self.current)

    @Slot(object)
    def _begin_note(self, row: ReconciledRow) -> None:
        if not row.differs:
            return
        self._noting = row
        self.note.clear()
        self.note_bar.show()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _note_current(self) -> None:
        if self.current is not None:
            self._begin_note(self.current)

    @Slot()
    def _accept(self) -> None:
        note = self.note.text().strip()
        self.note.set_wrong("" if note else self.tr("Say why it is all right."))
        if self._noting is not None and note:
            self.intent.emit(intents.AcceptDifference(self._noting, note))
            self._end_note()

    @Slot()
    def _end_note(self) -> None:
        if self._noting is not None:
            self._noting = None
            self.note_bar.hide()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._noting is not None:
            self._end_note()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _post(self) -> None:
        """Post at the second press: posted time is never changed again."""
        if not self._armed:
            self._armed = True
            self._show_actions()
            return
        self._armed = False
        self.intent.emit(intents.MarkPostedThere(self._posted_there()))

    @Slot()
    def _import(self) -> None:
        self.intent.emit(intents.ChooseImport())
