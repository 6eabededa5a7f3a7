"""The history of one record: when, what, old and new, who, why."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from engagedesk.services.queries.rows import HistoryRow
from engagedesk.ui.dialogs.sheet import Sheet
from engagedesk.ui.format import moment
from engagedesk.ui.tables.cell import Cell, words
from engagedesk.ui.tables.geometry import Width
from engagedesk.ui.tables.model import Column, RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import Icon, Style, Tone, px
from engagedesk.ui.widgets.button import Button
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import change_title, change_value, counted, tr


def history_columns(zone: str) -> tuple[Column[HistoryRow], ...]:
    """Return the columns, with times in a zone."""
    return (
        Column("when", tr("History", "When"), lambda h: moment(h.at_utc, zone),
               lambda h: Cell((words(moment(h.at_utc, zone), tone=Tone.SECOND),)), Width(120), pad_start=0),
        Column("what", tr("History", "What"), change_title,
               lambda h: Cell((words(change_title(h), style=Style.BODY_MEDIUM),)), Width(110)),
        Column("old", tr("History", "Before"), lambda h: change_value(h, h.old, zone),
               lambda h: Cell((words(change_value(h, h.old, zone) or "–", tone=Tone.THIRD),)),
               Width(130, share=1), tip=lambda h: change_value(h, h.old, zone)),
        Column("new", tr("History", "After"), lambda h: change_value(h, h.new, zone),
               lambda h: Cell((words(change_value(h, h.new, zone) or "–"),)), Width(130, share=1),
               tip=lambda h: change_value(h, h.new, zone)),
        Column("who", tr("History", "Who"), lambda h: h.who,
               lambda h: Cell((words(h.who, tone=Tone.SECOND),)), Width(110)),
        Column("why", tr("History", "Why"), lambda h: h.reason,
               lambda h: Cell((words(h.reason, tone=Tone.SECOND),)), Width(110, share=1), tip=lambda h: h.reason,
               pad_end=0),
    )  # fmt: skip


class HistoryDialog(Sheet):
    """Shows one record's changes, newest first."""

    def __init__(self, subject: str, zone: str, *, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("History"), width=760, icon=Icon.HISTORY, parent=parent)
        self.aside.setText(subject)
        self.model: RowTableModel[HistoryRow] = RowTableModel(
            history_columns(zone), key=lambda change: change, parent=self
        )
        self.table = RowTable(self.model, name=self.tr("Changes"), line_inset=0)
        self.table.setMinimumHeight(px(240))
        self._nothing = Label(self.tr("Nothing has changed since it was made."), tone=Tone.SECOND)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._nothing)
        self.note = Label("", tone=Tone.SECOND)
        self.close_button = Button(self.tr("Close"), hint=self.tr("Esc"))
        self.close_button.clicked.connect(self.accept)
        self.footer.row.addWidget(self.note)
        self.footer.row.addStretch(1)
        self.footer.row.addWidget(self.close_button)

    @Slot(object)
    def show_history(self, rows: tuple[HistoryRow, ...]) -> None:
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self.note.setText(counted(len(rows), self.tr("{n} change"), self.tr("{n} changes")))
