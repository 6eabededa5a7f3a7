"""Import: what each row would do, which column is which, progress, and a result that can be undone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engagedesk.domain.ids import BatchId
from engagedesk.interchange.rows import ImportKind
from engagedesk.ui.dialogs.sheet import Sheet
from engagedesk.ui.format import locale
from engagedesk.ui.import_words import kind_word
from engagedesk.ui.intents import CancelImport, PreviewImport, RunImport, ShowImports, UndoImport
from engagedesk.ui.tables.cell import Align, Cell, chip, words
from engagedesk.ui.tables.geometry import Width, bar_fill
from engagedesk.ui.tables.model import Column, RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import Icon, Style, Tone, px, tokens_of
from engagedesk.ui.view_rows import ImportAction, ImportLine, ImportPreview, ImportResult, Kind, Message
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.card import Hairline
from engagedesk.ui.widgets.inputs import Combo, TextField
from engagedesk.ui.widgets.message_bar import NoticeStrip
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import counted, tr

_KINDS = ("", *(kind.value for kind in ImportKind))
_GRID_BESIDE, _GRID_ALONE = 190, 400
_ORDERS = ("", "dmy", "mdy", "ymd")


def action_words(action: ImportAction) -> tuple[str, Tone, Icon]:
    return {
        ImportAction.CREATE: (tr("Import", "New"), Tone.OK, Icon.PLUS),
        ImportAction.UPDATE: (tr("Import", "Changed"), Tone.INFO, Icon.PENCIL),
        ImportAction.UNCHANGED: (tr("Import", "Same"), Tone.SECOND, Icon.CHECK),
        ImportAction.GONE: (tr("Import", "Not in file"), Tone.WARN, Icon.ALERT),
        ImportAction.REJECT: (tr("Import", "Left out"), Tone.DANGER, Icon.ALERT),
    }[action]


def line_columns() -> tuple[Column[ImportLine], ...]:
    return (
        Column("line", tr("Import", "Line"), lambda r: str(r.line or ""),
               lambda r: Cell((words(str(r.line or ""), tone=Tone.THIRD),), align=Align.END), Width(56),
               sort_key=lambda r: r.line, align=Align.END),
        Column("action", tr("Import", "What happens"), lambda r: action_words(r.action)[0],
               lambda r: Cell((chip(*action_words(r.action)),)), Width(106),
               sort_key=lambda r: list(ImportAction).index(r.action)),
        Column("what", tr("Import", "Row"), lambda r: r.what, lambda r: Cell((words(r.what),)), Width(220, share=1),
               tip=lambda r: r.what),
        Column("reason", tr("Import", "Why"), lambda r: r.reason,
               lambda r: Cell((words(r.reason, tone=Tone.SECOND),)), Width(220, share=1), tip=lambda r: r.reason,
               pad_end=0),
    )  # fmt: skip


def _number(count: int) -> str:
    return locale().toString(count)


class ProgressLine(QWidget):
    """A bar with its words."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._whole = 0, 0
        self.words = Label("", tone=Tone.SECOND)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.addWidget(self.words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(self, done: int, whole: int, text: str) -> None:
        self._done, self._whole = done, whole
        self.words.setText(text)
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(300), px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        painter.setPen(Qt.PenStyle.NoPen)
        y = self.height() - 8
        painter.setBrush(QColor(tokens.border))
        painter.drawRoundedRect(QRectF(0, y, self.width(), 6), 3, 3)
        filled = bar_fill(self._done, self._whole, self.width()) if self._whole else 0
        if filled:
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(QRectF(0, y, filled, 6), 3, 3)


class ImportDialog(Sheet):
    """In by ``show_preview``, ``show_progress``, ``show_result``, ``show_message``; out by ``intent``."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Import"), width=820, icon=Icon.IMPORT, parent=parent)
        self.setMinimumHeight(px(560))
        self._preview: ImportPreview | None = None
        self._batch: BatchId | None = None
        self._running = False
        self._boxes: list[tuple[str, QComboBox]] = []
        self._offered: tuple[str, tuple[str, ...]] = ("", ())
        self.notice = NoticeStrip()
        self.notice.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_preview())
        self._stack.addWidget(self._build_progress())
        self._stack.addWidget(self._build_result())
        self.column.addWidget(self.notice)
        self.column.addWidget(self._stack, 1)
        self.undo_button = Button(self.tr("Undo this import"), icon=Icon.UNDO)
        self.undo_button.clicked.connect(self._undo)
        self.cancel_button = Button(self.tr("Cancel"), hint=self.tr("Esc"))
        self.cancel_button.clicked.connect(self.reject)
        self.import_button = Button(self.tr("Import"), kind=ButtonKind.PRIMARY)
        self.import_button.clicked.connect(self._import)
        self.earlier_button = Button(self.tr("Earlier imports…"), kind=ButtonKind.GHOST, icon=Icon.HISTORY)
        self.earlier_button.clicked.connect(self._show_earlier)
        self.footer.row.addWidget(self.undo_button)
        self.footer.row.addWidget(self.earlier_button)
        self.footer.row.addStretch(1)
        self.footer.row.addWidget(self.cancel_button)
        self.footer.row.addWidget(self.import_button)
        self._show(0)

    # -- building ----------------------------------------------------------------------------------------------------

    def _build_preview(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.kind = Combo(name=self.tr("What the file holds"), height=28)
        for word in (self.tr("Recognise it"), *(kind_word(kind) for kind in ImportKind)):
            self.kind.addItem(word)
        self.kind.activated.connect(self._another_kind)
        self.order = Combo(name=self.tr("How its dates are written"), height=28)
        for word in (self.tr("Dates: please choose"), self.tr("Day, month, year"), self.tr("Month, day, year"),
                     self.tr("Year, month, day")):  # fmt: skip
            self.order.addItem(word)
        self.order.activated.connect(self._again)
        self.saved = Combo(name=self.tr("Saved mapping"), height=28)
        self.saved.activated.connect(self._again)
        self.recognised = Label("", tone=Tone.SECOND)
        top = QHBoxLayout()
        top.setSpacing(8)
        for box in (self.kind, self.order, self.saved):
            top.addWidget(box)
        top.addWidget(self.recognised, 1)
        column.addLayout(top)
        again = self.tr("To use it again: a name for this mapping")
        self.mapping_name = TextField(name=self.tr("Save this mapping as"), placeholder=again, height=28)
        self._mapping = QWidget()
        mapping = QVBoxLayout(self._mapping)
        mapping.setContentsMargins(0, 0, 0, 0)
        self._grid_holder = QScrollArea()
        self._grid_holder.setWidgetResizable(True)
        self._grid_holder.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._grid_holder.setMaximumHeight(px(190))
        self._grid_holder.viewport().setAutoFillBackground(False)
        mapping.addWidget(Label(self.tr("Which column is which?"), style=Style.SECTION))
        mapping.addWidget(self._grid_holder)
        mapping.addWidget(self.mapping_name)
        mapping.addWidget(Hairline())
        column.addWidget(self._mapping)
        self.remarks = Label("", tone=Tone.WARN, wrap=True)
        column.addWidget(self.remarks)
        self.summary = Label("", style=Style.BODY_STRONG)
        self.new_names = Label("", tone=Tone.SECOND)
        column.addWidget(self.summary)
        column.addWidget(self.new_names)
        self.model: RowTableModel[ImportLine] = RowTableModel(line_columns(), key=lambda r: r.line, parent=self)
        self.table = RowTable(self.model, name=self.tr("Rows of the file"), row_px=32, line_inset=0, sortable=True)
        column.addWidget(self.table, 1)
        return page

    def _build_progress(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(1)
        self.progress = ProgressLine()
        column.addWidget(self.progress)
        column.addWidget(
            Label(self.tr("Everything comes in, or nothing does. Cancel leaves the store as it was."), tone=Tone.SECOND)
        )
        column.addStretch(2)
        return page

    def _build_result(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.result_words = Label("", style=Style.SECTION)
        column.addWidget(self.result_words)
        self.rejected_model: RowTableModel[ImportLine] = RowTableModel(
            line_columns(), key=lambda r: r.line, parent=self
        )
        self.rejected_words = Label("", tone=Tone.SECOND)
        self.left_out = RowTable(self.rejected_model, name=self.tr("Rows left out"), row_px=32, line_inset=0)
        column.addWidget(self.rejected_words)
        column.addWidget(self.left_out, 1)
        column.addStretch(0)
        return page

    # -- in ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_preview(self, preview: ImportPreview) -> None:
        """Show what the file would do."""
        self._preview = preview
        self._running = False
        self.aside.setText(preview.path.name)
        self.notice.hide()
        kind = _KINDS.index(preview.kind) if preview.kind in _KINDS else 0
        self.kind.setCurrentIndex(kind)
        self.order.setVisible(preview.ask_date_order or self.order.currentIndex() > 0)
        self.recognised.setText(
            self.tr("Recognised: {name}").format(name=preview.recognised_as) if preview.recognised_as else ""
        )
        self._offer_saved(preview.mappings)
        self._offer_columns(preview)
        parts = [
            counted(preview.created, self.tr("{n} new"), self.tr("{n} new")),
            counted(preview.updated, self.tr("{n} changed"), self.tr("{n} changed")),
            counted(preview.unchanged, self.tr("{n} the same"), self.tr("{n} the same")),
            counted(preview.rejected, self.tr("{n} left out"), self.tr("{n} left out")),
        ]
        self.summary.setText("   ".join(parts))
        names = ", ".join(preview.new_names[:6]) + ("…" if len(preview.new_names) > 6 else "")
        self.new_names.setText(self.tr("Would also be made: {names}").format(names=names) if names else "")
        self.new_names.setVisible(bool(names))
        self.model.set_rows(preview.lines)
        self.table.setVisible(bool(preview.lines))
        self.remarks.setText("\n".join(preview.remarks))
        self.remarks.setVisible(bool(preview.remarks))
        asks = not preview.lines and bool(preview.columns)
        self.summary.setVisible(not asks)
        self._grid_holder.setMaximumHeight(px(_GRID_ALONE if asks else _GRID_BESIDE))
        something = preview.created + preview.updated > 0
        self.import_button.setEnabled(something and not preview.ask_date_order)
        if preview.ask_date_order:
            self._say_order()
        elif preview.missing:
            self._say_missing(preview.missing)
        elif asks:
            self.notice.say(Kind.INFO, self.tr("Check what each column means; a choice shows what it would do."))
        elif not something:
            self.notice.say(Kind.INFO, self.tr("There is nothing new in this file."))
        self._show(0)
        if self.import_button.isEnabled():
            self.import_button.setFocus()

    def ask_order(self, asking: ImportPreview) -> None:
        """Ask how the dates are written; columns that were chosen already stay chosen."""
        before = self._preview
        if before is None:
            self.show_preview(asking)
            return
        chosen = dict(self._columns())
        columns = tuple(replace(column, field=chosen.get(column.header, "")) for column in before.columns)
        self.show_preview(replace(before, columns=columns, missing=(), ask_date_order=True))

    def show_missing(self, missing: tuple[str, ...]) -> None:
        """Say what the columns that are chosen so far leave open."""
        if self._preview is not None:
            self._running = False
            self.import_button.setEnabled(False)
            self._say_missing(missing)
            self._show(0)

    def _say_order(self) -> None:
        self.notice.say(
            Kind.WARN, self.tr("These dates can be read both ways. Say how they are written; nothing is guessed.")
        )

    def _say_missing(self, missing: tuple[str, ...]) -> None:
        words = self.tr("Every row needs more. Choose a column for: {needs}")
        self.notice.say(Kind.WARN, words.format(needs="; ".join(missing)))

    def show_progress(self, done: int, whole: int) -> None:
        """Show how far an import is; ``whole`` 0 = not known yet."""
        self._running = True
        count = (
            self.tr("{done} of {whole} rows").format(done=_number(done), whole=_number(whole))
            if whole
            else self.tr("Reading…")
        )
        self.progress.show_progress(done, whole, count)
        self._show(1)

    @Slot(object)
    def show_result(self, result: ImportResult) -> None:
        """Say what came in; the batch can be undone from here."""
        self._running = False
        self._batch = result.batch
        words = self.tr("{created} new, {updated} changed, {same} the same")
        self.result_words.setText(
            words.format(
                created=_number(result.created), updated=_number(result.updated), same=_number(result.unchanged)
            )
        )
        rejected = len(result.rejected)
        self.rejected_words.setText(
            counted(rejected, self.tr("{n} row was left out, the others came in"),
                    self.tr("{n} rows were left out, the others came in")) if rejected
            else self.tr("Every row came in.")
        )  # fmt: skip
        self.rejected_model.set_rows(result.rejected)
        self.left_out.setVisible(bool(rejected))
        self._show(2)
        self.cancel_button.setFocus()

    @Slot(object)
    def show_message(self, message: Message) -> None:
        """Say why the file cannot be read or imported; nothing has come in."""
        self._running = False
        self.notice.say(message.kind, " ".join(p for p in (message.title + ".", message.detail, message.safe) if p))
        self._show(0)
        self.import_button.setEnabled(False)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _show(self, page: int) -> None:
        self._stack.setCurrentIndex(page)
        self.undo_button.setVisible(page == 2)
        self.earlier_button.setVisible(page != 1)
        self.import_button.setVisible(page == 0)
        self.cancel_button.setText(self.tr("Close") if page == 2 else self.tr("Cancel"))

    def _offer_saved(self, mappings: tuple[str, ...]) -> None:
        if [self.saved.itemText(i) for i in range(1, self.saved.count())] != list(mappings):
            self.saved.clear()
            self.saved.addItem(self.tr("No saved mapping"))
            self.saved.addItems(list(mappings))
        self.saved.setVisible(bool(mappings))

    def _offer_columns(self, preview: ImportPreview) -> None:
        self._mapping.setVisible(bool(preview.columns))
        offered = (preview.kind, tuple(column.header for column in preview.columns))
        if offered == self._offered:
            for column, (_, box) in zip(preview.columns, self._boxes, strict=True):
                box.setCurrentIndex(max(0, box.findData(column.field)))
            return
        self._offered = offered
        self._boxes = []
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        for row, column in enumerate(preview.columns):
            box = Combo(name=self.tr("Field for {column}").format(column=column.header), height=28)
            box.addItem(self.tr("Not used"), "")
            for name, words_shown in preview.fields:
                box.addItem(words_shown, name)
            box.setCurrentIndex(max(0, box.findData(column.field)))
            box.activated.connect(self._again)
            grid.addWidget(Label(column.header, style=Style.BODY_MEDIUM), row, 0)
            grid.addWidget(Label(column.sample, tone=Tone.THIRD), row, 1)
            grid.addWidget(box, row, 2)
            self._boxes.append((column.header, box))
        self._grid_holder.setWidget(held)
        held.setAutoFillBackground(False)

    @property
    def column_boxes(self) -> dict[str, QComboBox]:
        """The choice of a field for each of the file's columns, by header."""
        return dict(self._boxes)

    def _columns(self) -> tuple[tuple[str, str], ...]:
        return tuple((header, str(box.currentData())) for header, box in self._boxes if box.currentData())

    @Slot()
    def _another_kind(self) -> None:
        """Read the file as something else; what its columns meant before means nothing now."""
        preview = self._preview
        if preview is not None:
            order = _ORDERS[max(0, self.order.currentIndex())]
            self.intent.emit(PreviewImport(preview.path, _KINDS[self.kind.currentIndex()], "", date_order=order))

    @Slot()
    def _again(self) -> None:
        preview = self._preview
        if preview is None:
            return
        if self.sender() not in (self.saved, self.order):
            # A column that means something else now is no longer the saved mapping's.
            self.saved.setCurrentIndex(0)
        by_name = self.saved.currentIndex() > 0
        mapping = self.saved.currentText() if by_name else ""
        self.intent.emit(
            PreviewImport(
                preview.path,
                _KINDS[self.kind.currentIndex()],
                mapping,
                columns=() if by_name else self._columns(),
                date_order=_ORDERS[max(0, self.order.currentIndex())],
            )
        )

    @Slot()
    def _import(self) -> None:
        preview = self._preview
        if preview is not None:
            self.show_progress(0, 0)
            self.intent.emit(
                RunImport(
                    preview.path,
                    preview.kind,
                    self.mapping_name.text().strip() if preview.columns else "",
                    columns=self._columns(),
                    date_order=_ORDERS[max(0, self.order.currentIndex())],
                )
            )

    @Slot()
    def _undo(self) -> None:
        if self._batch is not None:
            self.intent.emit(UndoImport(self._batch))
            self.accept()

    @Slot()
    def _show_earlier(self) -> None:
        self.intent.emit(ShowImports())

    def reject(self) -> None:
        """Close; an import that runs is cancelled first and says so when it is."""
        if self._running:
            self.intent.emit(CancelImport())
            return
        super().reject()
