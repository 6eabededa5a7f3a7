"""Earlier imports: what came in when from which file, each to be taken back, and what stayed of one that was."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from engagedesk.domain.ids import BatchId
from engagedesk.interchange.rows import ImportKind
from engagedesk.services.importing.flow import BatchRow
from engagedesk.services.queries.stayed import StayedRow
from engagedesk.ui.dialogs.sheet import Sheet
from engagedesk.ui.format import EN_DASH, day_short, hm, locale, moment
from engagedesk.ui.import_words import kind_word, product_word, stayed_word
from engagedesk.ui.intents import UndoImport
from engagedesk.ui.tables.cell import Align, Cell, chip, words
from engagedesk.ui.tables.geometry import Width
from engagedesk.ui.tables.model import Column, RowTableModel
from engagedesk.ui.tables.view import MarkedTable, RowTable
from engagedesk.ui.theme import Icon, Style, Tone, px
from engagedesk.ui.view_rows import Kind
from engagedesk.ui.widgets.button import Button
from engagedesk.ui.widgets.message_bar import NoticeStrip
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import counted, tr


def batch_columns(zone: str) -> tuple[Column[BatchRow], ...]:
    """Return the columns, with times in a zone."""
    return (
        Column("when", tr("Import", "Imported"), lambda b: moment(b.imported_utc, zone),
               lambda b: Cell((words(moment(b.imported_utc, zone), tone=Tone.SECOND),)), Width(132), pad_start=8),
        Column("what", tr("Import", "What"), _what, lambda b: Cell((words(_what(b)),)),
               Width(170, share=2), tip=_what),
        Column("file", tr("Import", "File"), lambda b: b.file_name,
               lambda b: Cell((words(b.file_name, style=Style.BODY_MEDIUM),)), Width(160, share=3),
               tip=lambda b: b.file_name),
        _count("new", tr("Import", "New"), "created"),
        _count("changed", tr("Import", "Changed"), "updated"),
        _count("left", tr("Import", "Left out"), "rejected"),
        Column("state", tr("Import", "State"), lambda b: _state(b, zone),
               lambda b: Cell((chip(_state(b, zone), Tone.SECOND, Icon.UNDO),) if b.undone_utc is not None else ()),
               Width(158), pad_end=8),
    )  # fmt: skip


def _count(key: str, title: str, field: str) -> Column[BatchRow]:
    def shown(row: BatchRow) -> str:
        count: int = getattr(row, field)
        return locale().toString(count) if count else EN_DASH

    return Column(key, title, shown,
                  lambda b: Cell((words(shown(b), tone=Tone.TEXT if getattr(b, field) else Tone.THIRD),),
                                 align=Align.END), Width(78), align=Align.END)  # fmt: skip


def _what(row: BatchRow) -> str:
    kind = kind_word(ImportKind(row.kind)) if row.kind in set(ImportKind) else row.kind
    by = product_word(row.product)
    return f"{kind} · {by}" if by and by != row.kind else kind


def _state(row: BatchRow, zone: str) -> str:
    if row.undone_utc is None:
        return ""
    return tr("Import", "Undone {moment}").format(moment=moment(row.undone_utc, zone))


def stayed_columns() -> tuple[Column[StayedRow], ...]:
    return (
        Column("kind", tr("Import", "What"), lambda r: stayed_word(r.kind),
               lambda r: Cell((words(stayed_word(r.kind), tone=Tone.SECOND),)), Width(130), pad_start=8),
        Column("row", tr("Import", "Row"), lambda r: r.what or EN_DASH, lambda r: Cell((words(r.what or EN_DASH),)),
               Width(280, share=1), tip=lambda r: r.what),
        Column("day", tr("Import", "Day"), lambda r: day_short(r.day) if r.day else "",
               lambda r: Cell((words(day_short(r.day) if r.day else ""),)), Width(90)),
        Column("time", tr("Import", "Time"), lambda r: "" if r.seconds is None else hm(r.seconds),
               lambda r: Cell((words("" if r.seconds is None else hm(r.seconds)),), align=Align.END), Width(70),
               align=Align.END, pad_end=8),
    )  # fmt: skip


class EarlierImportsDialog(Sheet):
    """In by ``show_batches`` and ``show_undone``, out by ``intent``."""

    intent = Signal(object)

    def __init__(self, zone: str, *, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Earlier imports"), width=900, icon=Icon.IMPORT, parent=parent)
        self.setMinimumHeight(px(480))
        self.notice = NoticeStrip()
        self.notice.hide()
        self.model: RowTableModel[BatchRow] = RowTableModel(batch_columns(zone), key=lambda b: b.id, parent=self)
        self.table = MarkedTable(self.model, name=self.tr("Earlier imports"), row_px=32, line_inset=0)
        self.table.selectionModel().currentRowChanged.connect(self._look)
        self.nothing = Label(self.tr("Nothing was imported yet."), tone=Tone.SECOND)
        self.stayed_title = Label("", style=Style.SECTION)
        self.stayed_model: RowTableModel[StayedRow] = RowTableModel(stayed_columns(), key=lambda r: r.id, parent=self)
        self.stayed = RowTable(self.stayed_model, name=self.tr("Rows that stayed"), row_px=32, line_inset=0)
        self.stayed.setMinimumHeight(px(140))
        self.column.addWidget(self.notice)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.stayed_title)
        self.column.addWidget(self.stayed, 1)
        self.column.addStretch(0)
        self.undo_button = Button(self.tr("Undo this import"), icon=Icon.UNDO)
        self.undo_button.setToolTip(self.tr("What was changed since stays, and is listed."))
        self.undo_button.clicked.connect(self._undo)
        self.close_button = Button(self.tr("Close"), hint=self.tr("Esc"))
        self.close_button.clicked.connect(self.accept)
        self.footer.row.addWidget(self.undo_button)
        self.footer.row.addStretch(1)
        self.footer.row.addWidget(self.close_button)
        for widget in (self.table, self.nothing, self.stayed_title, self.stayed):
            widget.hide()
        self._look()

    # -- in ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_batches(self, rows: tuple[BatchRow, ...]) -> None:
        """Show the imports, newest first; the chosen one stays chosen."""
        first, chosen = not self.model.rowCount(), self.chosen
        self.model.set_rows(rows)
        if chosen is not None:
            self.table.setCurrentIndex(self.model.index_of(chosen.id))
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.aside.setText(counted(len(rows), self.tr("{n} import"), self.tr("{n} imports")) if rows else "")
        if first and rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.setFocus()
        self._look()

    def show_undone(self, removed: int, restored: int, *, stayed: int, rows: tuple[StayedRow, ...]) -> None:
        """Say what an undo did; ``rows`` are those that stayed, or the first of very many."""
        text = self.tr("Taken back: {removed} removed")
        if restored:
            text = self.tr("Taken back: {removed} removed, {restored} put back as they were")
        text = text.format(removed=locale().toString(removed), restored=locale().toString(restored))
        self.notice.say(Kind.WARN if stayed else Kind.OK, text)
        self.stayed_title.setText(
            counted(stayed, self.tr("{n} row stays: it was changed since, or is in use"),
                    self.tr("{n} rows stay: they were changed since, or are in use"))
        )  # fmt: skip
        self.stayed_model.set_rows(rows)
        self.stayed_title.setVisible(bool(stayed))
        self.stayed.setVisible(bool(rows))

    def show_failure(self, words: str) -> None:
        self.notice.say(Kind.DANGER, words)
        self._look()

    # -- out ---------------------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> BatchRow | None:
        return self.model.shown_at(self.table.currentIndex())

    @Slot()
    def _look(self) -> None:
        chosen = self.chosen
        self.undo_button.setVisible(self.model.rowCount() > 0)
        self.undo_button.setEnabled(chosen is not None and chosen.undone_utc is None)

    @Slot()
    def _undo(self) -> None:
        chosen = self.chosen
        if chosen is not None and chosen.undone_utc is None:
            # Once: the answer brings the list anew.
            self.undo_button.setEnabled(False)
            self.table.setFocus()
            self.intent.emit(UndoImport(BatchId(chosen.id)))
