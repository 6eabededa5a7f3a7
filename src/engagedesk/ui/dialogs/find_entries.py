"""Find entries: words over all that was ever recorded, newest first; Enter goes to the entry in its day."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engagedesk.services.queries.entry_search import PAGE, EntrySearch, FoundEntries
from engagedesk.services.queries.rows import EntryRow
from engagedesk.ui.dialogs.sheet import Sheet
from engagedesk.ui.format import EN_DASH, clock_range, day_with_year, hm, locale, weekday
from engagedesk.ui.intents import SearchEntries, ShowEntry
from engagedesk.ui.tables.cell import Align, Cell, chip, dot, end_cell, text_cell
from engagedesk.ui.tables.cell import words as text_part
from engagedesk.ui.tables.geometry import Width
from engagedesk.ui.tables.model import Column, RowTableModel
from engagedesk.ui.tables.view import MarkedTable
from engagedesk.ui.theme import Icon, Style, Tone, px
from engagedesk.ui.widgets.button import Button
from engagedesk.ui.widgets.inputs import TextField
from engagedesk.ui.widgets.states import Spinner
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import counted, entry_state, tr

LONGEST: Final = 200


def found_columns() -> tuple[Column[EntryRow], ...]:
    return (
        Column("day", tr("Find", "Day"), _when, _day_cell, Width(144), pad_start=8),
        Column("target", tr("Find", "Engagement"), lambda row: f"{row.engagement} {row.engagement_detail}".strip(),
               _target_cell, Width(150, share=2)),
        Column("code", tr("Find", "Code"), lambda row: row.code or tr("Find", "awaiting code"), _code_cell, Width(100)),
        Column("narrative", tr("Find", "Narrative"), _what, _what_cell, Width(220, share=5), tip=_what),
        Column("hours", tr("Find", "Hours"), lambda row: hm(row.seconds),
               lambda row: end_cell(hm(row.seconds), style=Style.BODY_STRONG), Width(72), align=Align.END, pad_end=24),
        Column("state", tr("Find", "State"), lambda row: entry_state(row.state)[0],
               lambda row: Cell((chip(*entry_state(row.state)),)), Width(100), pad_end=8),
    )  # fmt: skip


def _when(row: EntryRow) -> str:
    return f"{weekday(row.work_day)} {day_with_year(row.work_day)}, {_time(row)}"


def _day_cell(row: EntryRow) -> Cell:
    name = text_part(weekday(row.work_day), tone=Tone.SECOND)
    day = text_part(day_with_year(row.work_day), style=Style.BODY_MEDIUM, near=True)
    return Cell((name, day), below=(text_part(_time(row), tone=Tone.THIRD),))


def _time(row: EntryRow) -> str:
    if row.start_utc is None:
        return EN_DASH
    return clock_range(row.start_utc, row.end_utc, row.zone, now=tr("Find", "now"))


def _target_cell(row: EntryRow) -> Cell:
    parts = (dot(row.colour), text_part(row.engagement, style=Style.BODY_MEDIUM))
    below = (text_part(row.engagement_detail, tone=Tone.THIRD),) if row.engagement_detail else ()
    return Cell(parts, below=below, below_indent=16)


def _what(row: EntryRow) -> str:
    """Return what was done: the task, or its activity, and the words about it; a search finds either."""
    return ": ".join(part for part in (row.task or row.activity, row.narrative) if part)


def _what_cell(row: EntryRow) -> Cell:
    task = row.task or row.activity
    if not task or not row.narrative:
        return text_cell(row.narrative or task or "", Tone.TEXT)
    return Cell((text_part(row.narrative),), below=(text_part(task, tone=Tone.THIRD),))


def _code_cell(row: EntryRow) -> Cell:
    if row.code is None:
        return text_cell(tr("Find", "awaiting"), Tone.WARN, style=Style.CAPTION_STRONG)
    return text_cell(row.code, Tone.SECOND)


class _Words(TextField):
    """The arrows go into the answers without leaving the words behind."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)


class FindEntriesDialog(Sheet):
    """In by ``show_found``, out by ``intent``: what is looked for at each key, and the entry that was chosen."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("Find", "Find entries"), width=940, icon=Icon.SEARCH, parent=parent)
        self.setMinimumHeight(px(560))
        self.words = _Words(
            name=tr("Find", "Words to find"),
            placeholder=tr("Find", "Words of the narrative, client, engagement, code, task or activity"),
        )
        self.words.setMaxLength(LONGEST)
        self.words.textChanged.connect(self._ask)
        self.words.returnPressed.connect(self._go_first)
        self.words.down.connect(self._into_table)
        self.spinner = Spinner(tr("Find", "Searching"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.words, 1)
        line.addWidget(self.spinner)
        self.model: RowTableModel[EntryRow] = RowTableModel(found_columns(), key=lambda row: row.id, parent=self)
        self.table = MarkedTable(self.model, name=tr("Find", "Entries found"), row_px=48, line_inset=0)
        self.table.chosen.connect(self._go)
        self.nothing = Label("", tone=Tone.SECOND, wrap=True)
        self.nothing.hide()
        self.column.addLayout(line)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.nothing)
        self.column.addStretch(0)
        self.note = Label("", tone=Tone.SECOND)
        self.more_button = Button(tr("Find", "Show more"))
        self.more_button.clicked.connect(self._ask_more)
        self.more_button.hide()
        self.close_button = Button(tr("Find", "Close"), hint=tr("Find", "Esc"))
        self.close_button.clicked.connect(self.reject)
        self.footer.row.addWidget(self.note)
        self.footer.row.addStretch(1)
        self.footer.row.addWidget(self.more_button)
        self.footer.row.addWidget(self.close_button)
        self._most = PAGE
        self._shown: EntrySearch | None = None
        self._goes = False
        """Enter was pressed before the answer came: it means the first one of that."""
        self.words.setFocus()

    # -- in ----------------------------------------------------------------------------------------------------------

    def begin(self, text: str) -> None:
        """Look for some words at once; "" shows the newest entries."""
        self.words.setText(text)
        self.words.selectAll()
        self._ask()

    def show_found(self, found: FoundEntries) -> None:
        """Show what was found, unless other words were typed meanwhile."""
        if found.wanted != self.wanted:
            return
        self.spinner.end()
        self._shown = found.wanted
        self.model.set_rows(found.rows)
        self.table.setVisible(bool(found.rows))
        self.nothing.setVisible(not found.rows)
        empty = tr("Find", "No entry has all of these words.")
        self.nothing.setText(empty if found.wanted.text else tr("Find", "Nothing is recorded yet."))
        words = counted(found.count, tr("Find", "{n} entry"), tr("Find", "{n} entries"))
        self.aside.setText(tr("Find", "{words}, {hours} h").format(words=words, hours=hm(found.seconds)))
        self.aside.setVisible(bool(found.rows))
        shown = len(found.rows)
        self.note.setText("")
        if shown < found.count:
            self.note.setText(tr("Find", "The newest {n} are shown").format(n=locale().toString(shown)))
        self.note.updateGeometry()
        self.more_button.setVisible(shown < found.count)
        if found.rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        if self._goes:
            self._go_first()

    def show_failure(self, words: str) -> None:
        """Say why nothing could be looked for."""
        self.spinner.end()
        self.nothing.setText(words)
        self.nothing.show()

    # -- out ---------------------------------------------------------------------------------------------------------

    @property
    def wanted(self) -> EntrySearch:
        return EntrySearch(" ".join(self.words.text().split()), self._most)

    @Slot()
    def _ask(self) -> None:
        self._most = PAGE
        self._send()

    @Slot()
    def _ask_more(self) -> None:
        self._most += PAGE
        self.table.setFocus()
        self._send()

    def _send(self) -> None:
        self._goes = False
        self.spinner.begin()
        self.intent.emit(SearchEntries(self.wanted.text, self.wanted.most))

    @Slot()
    def _into_table(self) -> None:
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _go_first(self) -> None:
        self._goes = self._shown != self.wanted
        if self._goes:
            return
        row = self.model.shown_at(self.table.currentIndex())
        if row is not None:
            self._go(row)

    @Slot(object)
    def _go(self, row: EntryRow) -> None:
        self.accept()
        self.intent.emit(ShowEntry(row.work_day, row.id))
