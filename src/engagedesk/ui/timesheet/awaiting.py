"""The tray of time that awaits its code: aged in sight, put on a code in one audited step."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from engagedesk.domain.ids import EntryId
from engagedesk.domain.states import EDITABLE_STATES
from engagedesk.services.queries.rows import EntryRow
from engagedesk.ui.dialogs.sheet import Sheet
from engagedesk.ui.format import day_with_weekday, days_between, hm
from engagedesk.ui.tables.cell import Align, Cell, Part, dot, end_cell, icon, text_cell
from engagedesk.ui.tables.cell import words as text_part
from engagedesk.ui.tables.geometry import Width
from engagedesk.ui.tables.model import AnyIndex, Column, RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import Icon, Style, Tone, px
from engagedesk.ui.timesheet.intents import Recode, ShowTimesheet, View
from engagedesk.ui.timesheet.words import tr
from engagedesk.ui.view_rows import Message
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.inputs import TextField
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import counted

OLD_DAYS: Final = 14


class AwaitingTable(RowTable):
    """Entries with a mark each; Space marks, Ctrl+A marks all."""

    marked = Signal()

    def __init__(self, today: date, *, parent: QWidget | None = None) -> None:
        self._today = today
        self.picked: set[EntryId] = set()
        model: RowTableModel[EntryRow] = RowTableModel(self._columns(), key=lambda row: row.id)
        super().__init__(model, name=tr("Timesheet", "Time that awaits its code"), line_inset=0, parent=parent)
        model.setParent(self)

    def _columns(self) -> tuple[Column[EntryRow], ...]:
        return (
            Column("mark", tr("Timesheet", "Chosen"), self._mark_text, self._mark_cell, Width(64), align=Align.CENTRE),
            Column("day", tr("Timesheet", "Day"), lambda row: day_with_weekday(row.work_day),
                   lambda row: text_cell(day_with_weekday(row.work_day), Tone.SECOND), Width(104)),
            Column("age", tr("Timesheet", "Waits"), self._age, self._age_cell, Width(84)),
            Column("target", tr("Timesheet", "Engagement"), lambda row: f"{row.engagement} {row.engagement_detail}",
                   _target_cell, Width(170, share=1)),
            Column("narrative", tr("Timesheet", "Narrative"), lambda row: row.narrative,
                   lambda row: text_cell(row.narrative, Tone.SECOND), Width(180, share=2),
                   tip=lambda row: row.narrative),
            Column("hours", tr("Timesheet", "Hours"), lambda row: hm(row.seconds),
                   lambda row: end_cell(hm(row.seconds), style=Style.BODY_STRONG), Width(72), align=Align.END),
        )  # fmt: skip

    def _mark_text(self, row: EntryRow) -> str:
        return tr("Timesheet", "chosen") if row.id in self.picked else tr("Timesheet", "not chosen")

    def _mark_cell(self, row: EntryRow) -> Cell:
        on = row.id in self.picked
        mark = icon(Icon.CHARGEABLE if on else Icon.CIRCLE, Tone.ACCENT if on else Tone.THIRD)
        return Cell((mark,), align=Align.CENTRE)

    def _age(self, row: EntryRow) -> str:
        days = max(0, days_between(row.work_day, self._today))
        return counted(days, tr("Timesheet", "{n} day"), tr("Timesheet", "{n} days"))

    def _age_cell(self, row: EntryRow) -> Cell:
        old = days_between(row.work_day, self._today) > OLD_DAYS
        return text_cell(self._age(row), Tone.WARN if old else Tone.SECOND, style=Style.BODY_MEDIUM)

    def toggle(self, row: EntryRow) -> None:
        self.picked ^= {row.id}
        self._look_again()

    def pick_all(self) -> None:
        rows = {row.id for row in self.row_model.rows}
        self.picked = set() if self.picked >= rows else rows
        self._look_again()

    def _look_again(self) -> None:
        self.row_model.refresh_cells()
        self.marked.emit()

    def enter(self, index: AnyIndex) -> None:
        self.toggle(self.row_model.row_at(index))

    def click_cell(self, index: AnyIndex) -> None:
        self.toggle(self.row_model.row_at(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.enter(self.currentIndex())
        elif control and event.key() == Qt.Key.Key_A:
            self.pick_all()
        else:
            super().keyPressEvent(event)


def _target_cell(row: EntryRow) -> Cell:
    parts: tuple[Part, ...] = (dot(row.colour), text_part(row.engagement, style=Style.BODY_MEDIUM))
    if row.engagement_detail:
        parts = (*parts, text_part(row.engagement_detail, tone=Tone.THIRD, style=Style.CAPTION))
    return Cell(parts)


class AwaitingDialog(Sheet):
    """Choose entries, name a code, done. Sends ``Recode``; stays open for the next."""

    intent = Signal(object)

    def __init__(self, today: date, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("Timesheet", "Time that awaits its code"), width=820, icon=Icon.AWAY, parent=parent)
        self.table = AwaitingTable(today)
        self.table.setMinimumHeight(px(260))
        self.table.marked.connect(self._show_marked)
        self.nothing = Label(tr("Timesheet", "Every entry has its code."), tone=Tone.SECOND)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.nothing)
        self.code = TextField(name=tr("Timesheet", "Code"), placeholder=tr("Timesheet", "Code, or words that name one"))
        self.code.returnPressed.connect(self._recode)
        self.recode_button = Button(tr("Timesheet", "Put on this code"), kind=ButtonKind.PRIMARY)
        self.recode_button.clicked.connect(self._recode)
        self.all_button = Button(tr("Timesheet", "Choose all"))
        self.all_button.clicked.connect(self.table.pick_all)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.all_button)
        line.addWidget(self.code, 1)
        line.addWidget(self.recode_button)
        self.column.addLayout(line)
        self.failed = Label("", tone=Tone.WARN, wrap=True)
        self.failed.hide()
        self.column.addWidget(self.failed)
        self.note = Label("", tone=Tone.SECOND)
        self.day_button = Button(tr("Timesheet", "Open its day"))
        self.day_button.clicked.connect(self._open_day)
        self.close_button = Button(tr("Timesheet", "Close"), hint=tr("Timesheet", "Esc"))
        self.close_button.clicked.connect(self.accept)
        self.footer.row.addWidget(self.note)
        self.footer.row.addStretch(1)
        self.footer.row.addWidget(self.day_button)
        self.footer.row.addWidget(self.close_button)

    @Slot(object)
    def show_rows(self, rows: tuple[EntryRow, ...]) -> None:
        """Take the entries, oldest first; those that may not be changed are left out."""
        kept = tuple(row for row in rows if row.state in EDITABLE_STATES)
        self.table.picked &= {row.id for row in kept}
        self.table.row_model.set_rows(kept)
        self.table.setVisible(bool(kept))
        self.nothing.setVisible(not kept)
        self.failed.hide()
        self._show_marked()

    def show_codes(self, texts: list[str]) -> None:
        """Take the words that name a code each."""
        completer = QCompleter(texts, self.code)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.code.setCompleter(completer)

    def show_failure(self, message: Message) -> None:
        """Say why the entries were not put on the code."""
        self.failed.setText(" ".join(part for part in (f"{message.title}.", message.detail) if part))
        self.failed.show()

    @Slot()
    def _show_marked(self) -> None:
        rows = self.table.row_model.rows
        chosen = [row for row in rows if row.id in self.table.picked]
        words = counted(len(chosen), tr("Timesheet", "{n} entry chosen"), tr("Timesheet", "{n} entries chosen"))
        total = tr("Timesheet", "{words}, {part} of {whole} h")
        self.note.setText(
            total.format(words=words, part=hm(sum(r.seconds for r in chosen)), whole=hm(sum(r.seconds for r in rows)))
        )
        self.note.updateGeometry()
        self.recode_button.setEnabled(bool(chosen))
        self.all_button.setEnabled(bool(rows))
        self.day_button.setEnabled(bool(rows))

    @Slot()
    def _recode(self) -> None:
        chosen = tuple(row.id for row in self.table.row_model.rows if row.id in self.table.picked)
        text = self.code.text().strip()
        if not text:
            self.code.setFocus()
        elif chosen:
            self.intent.emit(Recode(chosen, text))

    @Slot()
    def _open_day(self) -> None:
        index = self.table.currentIndex()
        rows = self.table.row_model.rows
        row: EntryRow | None = self.table.row_model.row_at(index) if index.isValid() else (rows[0] if rows else None)
        if row is not None:
            self.accept()
            self.intent.emit(ShowTimesheet(View.DAY, row.work_day, row.id))
