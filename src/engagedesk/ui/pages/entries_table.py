"""Today's table: entries edited in place, gaps that fill with one click, the bracket of an overlap."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QCompleter, QLineEdit, QMenu, QStyleOptionViewItem, QWidget

from engagedesk.domain.states import EDITABLE_STATES, EntryState
from engagedesk.services.queries.rows import AwayRow, EntryRow, GapRow, RecentTarget, TodayView
from engagedesk.ui import words
from engagedesk.ui.format import clock_range
from engagedesk.ui.intents import (
    AskAway,
    DeleteEntry,
    EditEntry,
    EntryField,
    Intent,
    ShowHistory,
    StartTimer,
    StopTimer,
)
from engagedesk.ui.pages.day_lines import DayLine, LineKind, day_lines, overlap_pairs
from engagedesk.ui.pages.entry_columns import (
    CHARGEABLE,
    CODE,
    HOURS,
    NARRATIVE,
    STATE,
    TARGET,
    TIME,
    away_words,
    entry_columns,
    gap_words,
)
from engagedesk.ui.tables.cell import Cell, text_cell
from engagedesk.ui.tables.cell import words as text_part
from engagedesk.ui.tables.delegate import CellDelegate, PartPainter
from engagedesk.ui.tables.editing import fill_editor
from engagedesk.ui.tables.geometry import bracket
from engagedesk.ui.tables.model import AnyIndex, RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import Style, Tone, font, px, tokens_of
from engagedesk.ui.theme.mirror import mirrored
from engagedesk.ui.theme.tokens import RADIUS_CHIP, RADIUS_CONTROL
from engagedesk.ui.typed_times import looks_like_duration, looks_like_times

tr = words.tr

_FIELDS: Final = {
    TARGET: EntryField.TARGET,
    CODE: EntryField.TARGET,
    NARRATIVE: EntryField.NARRATIVE,
}


class EntryDelegate(CellDelegate):
    """Paints gap lines across the table and opens a one-line editor on what can be edited."""

    edited = Signal(int, int, str)

    def __init__(self, table: EntriesTable) -> None:
        super().__init__(table)
        self._table = table

    def paint_cell(self, paint: PartPainter, model: RowTableModel[Any], place: tuple[int, int], *, box: QRectF) -> None:
        row, column = place
        line = self._table.line_at(model.index(row, column))
        if line.kind not in (LineKind.GAP, LineKind.AWAY):
            super().paint_cell(paint, model, place, box=box)
        elif column == TIME and line.away is not None:
            self._paint_away(paint.painter, line.away, self._table.row_box(row))
        elif column == TIME and line.gap is not None:
            self._paint_gap(paint.painter, line.gap, self._table.row_box(row))

    def _paint_gap(self, painter: QPainter, gap: GapRow, box: QRectF) -> None:
        table = self._table
        tokens = tokens_of(table)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipping(False)
        dashes = QPen(QColor(tokens.control_border), 1, Qt.PenStyle.CustomDashLine)
        dashes.setDashPattern([4, 3])
        painter.setPen(dashes)
        lit = table.hovered >= 0 and box.contains(table.row_box(table.hovered).center())
        painter.setBrush(QColor(tokens.hover) if lit else Qt.BrushStyle.NoBrush)
        frame = box.adjusted(table.line_inset + 0.5, 4.5, -table.line_inset - 0.5, -5.5)
        painter.drawRoundedRect(frame, RADIUS_CHIP, RADIUS_CHIP)
        paint = PartPainter(painter, tokens, narrow=False)
        first, second = table.line_places(box)
        times = clock_range(gap.start_utc, gap.end_utc, gap.zone)
        paint.paint(text_cell(times, Tone.THIRD), first)
        fill = (
            text_part(gap_words(gap), tone=Tone.SECOND, style=Style.BODY_MEDIUM),
            text_part(tr("Today", "fill"), style=Style.BODY_STRONG, underline=True),
        )
        paint.paint(Cell(fill), second)
        painter.restore()

    def _paint_away(self, painter: QPainter, away: AwayRow, box: QRectF) -> None:
        table = self._table
        tokens = tokens_of(table)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipping(False)
        painter.setPen(QPen(QColor(tokens.warn), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(tokens.warn_soft))
        frame = box.adjusted(table.line_inset + 0.5, 4.5, -table.line_inset - 0.5, -5.5)
        painter.drawRoundedRect(frame, RADIUS_CHIP, RADIUS_CHIP)
        paint = PartPainter(painter, tokens, narrow=False)
        first, second = table.line_places(box)
        times = clock_range(away.start_utc, away.end_utc, away.zone, now=tr("Today", "now"))
        paint.paint(text_cell(times, Tone.WARN), first)
        said = [text_part(away_words(away), tone=Tone.WARN, style=Style.BODY_MEDIUM)]
        if away.end_utc is not None:
            said.append(text_part(tr("Today", "answer"), style=Style.BODY_STRONG, underline=True))
        paint.paint(Cell(tuple(said)), second)
        painter.restore()

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("cell", "true")
        editor.setFont(font(Style.BODY))
        column = self._table.row_model.columns[index.column()]
        editor.setAccessibleName(f"{column.header}: {column.text(self._table.line_at(index))}")
        if index.column() in _FIELDS and _FIELDS[index.column()] is EntryField.TARGET:
            completer = QCompleter(self._table.target_texts, editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
        if index.column() in (TIME, HOURS):
            editor.textChanged.connect(self._table.check_editor)
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        fill_editor(editor, index)

    def setModelData(
        self, editor: QWidget, _model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if isinstance(editor, QLineEdit) and editor.text() != str(index.data(Qt.ItemDataRole.EditRole) or ""):
            self.edited.emit(index.row(), index.column(), editor.text().strip())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = QRectF(option.rect).toRect()
        if index.column() == TIME:
            rect.setLeft(rect.left() + 8)
        elif index.column() == HOURS:
            rect.setLeft(rect.left() - px(12))
        else:
            rect.setLeft(rect.left() - 6)
        editor.setGeometry(rect.adjusted(0, 3, -4, -4))


class EntriesTable(RowTable):
    """The day's lines. Sends intentions about entries, and ``fill_asked`` with a gap."""

    intent = Signal(object)
    fill_asked = Signal(object)

    def __init__(self, now: Callable[[], int], *, parent: QWidget | None = None) -> None:
        model: RowTableModel[DayLine] = RowTableModel(entry_columns(now), key=lambda line: line.key)
        super().__init__(model, name=tr("Today", "Entries of the day"), fit_rows=True, cell_focus=True, parent=parent)
        model.setParent(self)
        self._view: TodayView | None = None
        self._pairs: tuple[tuple[int, int], ...] = ()
        self.target_texts: list[str] = []
        self._delegate = EntryDelegate(self)
        self._delegate.edited.connect(self._on_edited)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(self.EditTrigger.EditKeyPressed)
        model.modelReset.connect(self._span_gaps)

    def show_view(self, view: TodayView) -> None:
        """Take the day; the place of the keyboard and an open editor survive a refresh of the same lines."""
        kept = self.row_model.key_at(self.currentIndex()) if self.currentIndex().isValid() else None
        column = self.currentIndex().column()
        self._view = view
        lines = day_lines(view)
        self.row_model.set_rows(lines)
        self._pairs = overlap_pairs(view, lines)
        if kept is not None and not self.currentIndex().isValid():
            self.setCurrentIndex(self.row_model.index_of(kept, max(0, column)))
        self.viewport().update()

    def show_targets(self, targets: tuple[RecentTarget, ...]) -> None:
        self.target_texts = [target.text for target in targets]

    def line_at(self, index: AnyIndex) -> DayLine:
        line: DayLine = self.row_model.row_at(index)
        return line

    def tick(self) -> None:
        """Show the running line's time anew."""
        if any(line.kind is LineKind.RUNNING for line in self.row_model.rows):
            self.row_model.refresh_cells()

    # -- painting ----------------------------------------------------------------------------------------------------

    def paint_row_ground(self, painter: QPainter, row: int, box: QRectF) -> None:
        lines = self.row_model.rows
        kind = lines[row].kind
        tokens = tokens_of(self)
        if kind is LineKind.RUNNING:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selection))
            painter.drawRoundedRect(box.adjusted(8, 0, -8, 0), RADIUS_CONTROL, RADIUS_CONTROL)
            return
        if row == self.hovered and kind is LineKind.ENTRY:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(box.adjusted(8, 0, -8, -1), RADIUS_CONTROL, RADIUS_CONTROL)
        next_kind = lines[row + 1].kind if row + 1 < len(lines) else LineKind.RUNNING
        if kind is LineKind.ENTRY and next_kind is LineKind.ENTRY:
            inset = self.line_inset
            painter.fillRect(QRectF(inset, box.bottom() - 1, box.width() - 2 * inset, 1), QColor(tokens.border))

    def line_places(self, row: QRectF) -> tuple[QRectF, QRectF]:
        """Return where a line across the table, a gap or time away, shows its times and its words."""
        port = self.viewport()
        start = self.columnViewportPosition(TARGET)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            start = port.width() - start - self.columnWidth(TARGET)
        times = QRectF(self.line_inset + px(8), row.y(), self.columnWidth(TIME), row.height() - 1)
        words = QRectF(start, row.y(), row.width() - start - px(24), row.height() - 1)
        return mirrored(port, times), mirrored(port, words)

    def paint_over(self, painter: QPainter) -> None:
        if not self._pairs:
            return
        painter.setPen(QPen(QColor(tokens_of(self).warn), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for upper, lower in self._pairs:
            tops = (self.rowViewportPosition(upper), self.rowViewportPosition(lower))
            corners = bracket(*tops, self.rowHeight(upper), x=8.5)
            polygon = QPolygonF()
            for x, y in corners:
                polygon.append(mirrored(self.viewport(), QRectF(x, y, 0, 0)).topLeft())
            painter.drawPolyline(polygon)

    # -- what a person does ------------------------------------------------------------------------------------------

    def click_cell(self, index: AnyIndex) -> None:
        self._use(index)

    def enter(self, index: AnyIndex) -> None:
        self._use(index)

    def _use(self, index: AnyIndex) -> None:
        line = self.line_at(index)
        if line.gap is not None:
            self.fill_asked.emit(line.gap)
        elif line.away is not None:
            self._ask_away(line.away)
        elif index.column() == STATE:
            self._toggle_state(line)
        elif index.column() == CHARGEABLE:
            self._toggle_chargeable(line)
        elif self.row_model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and self.state() is not self.State.EditingState:
            line = self.line_at(index)
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self._delete(line)
                return
            if event.key() == Qt.Key.Key_Space:
                self._use(index)
                return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos())) if by_mouse else self.currentIndex()
        if not index.isValid():
            return
        menu = self.menu_for(index)
        if menu is not None:
            place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(8, 0))
            menu.popup(event.globalPos() if by_mouse else place)

    def menu_for(self, index: AnyIndex) -> QMenu | None:
        """Return the menu of a line: everything that can be done with it."""
        line = self.line_at(index)
        entry = line.entry
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if entry is None:
            if line.gap is not None:
                gap = line.gap
                menu.addAction(tr("Today", "Fill this gap"), lambda: self.fill_asked.emit(gap))
            if line.away is not None and line.away.end_utc is not None:
                away = line.away
                menu.addAction(tr("Today", "Say what this time was…"), lambda: self._ask_away(away))
            return menu
        if line.kind is LineKind.RUNNING:
            menu.addAction(tr("Today", "Stop"), lambda: self.intent.emit(StopTimer()))
        else:
            text = " ".join(part for part in (entry.engagement, entry.code or "") if part)
            if entry.narrative:
                text += f", {entry.narrative}"
            menu.addAction(tr("Today", "Start again now"), lambda: self.intent.emit(StartTimer(text)))
        if line.can_toggle:
            ready = entry.state is EntryState.READY
            word = tr("Today", "Mark as draft") if ready else tr("Today", "Mark as ready")
            menu.addAction(word, lambda: self._toggle_state(line))
        menu.addAction(tr("Today", "History…"), lambda: self.intent.emit(ShowHistory(entry.id)))
        if line.editable and line.kind is LineKind.ENTRY:
            menu.addSeparator()
            menu.addAction(tr("Today", "Delete"), lambda: self._delete(line))
        return menu

    @Slot(int, int, str)
    def _on_edited(self, row: int, column: int, text: str) -> None:
        entry = self.line_at(self.row_model.index(row, column)).entry
        if entry is None:
            return
        if column == TIME:
            if looks_like_times(text):
                self._edit(entry, EntryField.TIMES, text)
        elif column == HOURS:
            if looks_like_duration(text):
                self._edit(entry, EntryField.DURATION, text)
        elif _FIELDS[column] is EntryField.NARRATIVE or text:
            self._edit(entry, _FIELDS[column], text)

    @Slot(str)
    def check_editor(self, text: str) -> None:
        """Mark an editor whose times cannot be read while they are typed."""
        editor = self.sender()
        if not isinstance(editor, QLineEdit):
            return
        fine = looks_like_times(text) or looks_like_duration(text)
        if bool(editor.property("wrong")) == fine:
            editor.setProperty("wrong", not fine)
            editor.style().unpolish(editor)
            editor.style().polish(editor)
        editor.setToolTip("" if fine else tr("Today", "Type times as 9:00-10:30, or a length as 1:30"))

    def _toggle_state(self, line: DayLine) -> None:
        if line.can_toggle and line.entry is not None:
            ready = line.entry.state is EntryState.READY
            self._edit(line.entry, EntryField.STATE, (EntryState.DRAFT if ready else EntryState.READY).value)

    def _toggle_chargeable(self, line: DayLine) -> None:
        if line.editable and line.entry is not None:
            self._edit(line.entry, EntryField.CHARGEABLE, "no" if line.entry.chargeable else "yes")

    def _delete(self, line: DayLine) -> None:
        entry = line.entry
        if entry is not None and line.kind is LineKind.ENTRY and entry.state in EDITABLE_STATES:
            self._send(DeleteEntry(entry.id, entry.version))

    def _ask_away(self, away: AwayRow) -> None:
        if away.end_utc is not None:
            self._send(AskAway(away.id))

    def _edit(self, entry: EntryRow, what: EntryField, value: str) -> None:
        self._send(EditEntry(entry.id, entry.version, what, value))

    def _send(self, intent: Intent) -> None:
        self.intent.emit(intent)

    @Slot()
    def _span_gaps(self) -> None:
        self.clearSpans()
        for number, line in enumerate(self.row_model.rows):
            if line.kind in (LineKind.GAP, LineKind.AWAY):
                self.setSpan(number, 0, 1, len(self.row_model.columns))
