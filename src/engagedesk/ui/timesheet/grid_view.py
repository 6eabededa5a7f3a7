"""The week grid as a spreadsheet: type, move, copy, paste, clear, fill."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from engagedesk.services.queries.timesheet_rows import GridCell, WeekGrid
from engagedesk.ui.theme import px
from engagedesk.ui.theme.fonts import font_scale
from engagedesk.ui.timesheet.grid_model import AnyIndex, GridModel
from engagedesk.ui.timesheet.grid_painting import (
    HANDLE_PX,
    HEADER_PX,
    ROW_PX,
    GridDelegate,
    GridHeader,
    GridPainter,
    paint_handle,
    paint_ring,
)
from engagedesk.ui.timesheet.grid_rows import (
    FIRST_DAY,
    TOTAL,
    RowKind,
    cell_of,
    column_widths,
    fill_range,
    paste_places,
)
from engagedesk.ui.timesheet.intents import PinRow, ShowTimesheet, TypeCells, TypedCell, View
from engagedesk.ui.timesheet.words import tr


class GridView(QTableView):
    """Sends ``TypeCells`` and its companions; ``stood_on`` follows the keyboard."""

    intent = Signal(object)
    stood_on = Signal()
    """Another cell is the current one, or its content is new."""
    refused = Signal(str)
    """Words for what cannot be done here."""
    shared = Signal()
    """The columns have new widths."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid_model = GridModel(parent=self)
        self._kept: tuple[object, int] | None = None
        self._filling: tuple[int, int] | None = None
        self.setAccessibleName(tr("Timesheet", "Week grid"))
        self.setHorizontalHeader(GridHeader(self))
        self.setModel(self.grid_model)
        self._delegate = GridDelegate(self)
        self._delegate.typed.connect(self._on_typed)
        self._delegate.move_on.connect(self.move_by)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(px(ROW_PX))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        # The style would fill the current cell; the ring says it, and a range is filled by the delegate.
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self._repaint)

    # -- in ----------------------------------------------------------------------------------------------------------

    def show_grid(self, grid: WeekGrid) -> None:
        """Take a week; the keyboard stays on its cell where the cell is still there."""
        index = self.currentIndex()
        kept = None
        if index.isValid() and index.row() < len(self.grid_model.rows):
            kept = (self.grid_model.rows[index.row()].key, index.column())
        same_week = self.grid_model.grid is not None and self.grid_model.grid.week == grid.week
        self.grid_model.show_grid(grid)
        self.share_columns()
        if not self.currentIndex().isValid():
            row = self.grid_model.row_of(kept[0]) if kept is not None and same_week else -1
            column = kept[1] if kept is not None else self._today_column(grid)
            if row < 0:
                row = next((n for n, one in enumerate(self.grid_model.rows) if one.kind is RowKind.LINE), -1)
            if row >= 0:
                self.setCurrentIndex(self.grid_model.index(row, column))
        self.stood_on.emit()

    def stand_on(self, key: object, column: int = -1) -> None:
        """Put the keyboard on a row."""
        row = self.grid_model.row_of(key)
        if row >= 0:
            grid = self.grid_model.grid
            at = column if column >= 0 else FIRST_DAY if grid is None else self._today_column(grid)
            self.setCurrentIndex(self.grid_model.index(row, at))
            self.scrollTo(self.currentIndex())

    def _today_column(self, grid: WeekGrid) -> int:
        return FIRST_DAY + next((n for n, day in enumerate(grid.days) if day.is_today), 0)

    @property
    def current_cell(self) -> GridCell | None:
        index = self.currentIndex()
        if not index.isValid() or index.row() >= len(self.grid_model.rows):
            return None
        return self.grid_model.cell(index)

    @property
    def has_range(self) -> bool:
        """Whether more than the current cell is selected."""
        return len(self.selectionModel().selectedIndexes()) > 1

    def splits_before(self, column: int) -> bool:
        """Whether another timesheet begins with this day: the month ends before it."""
        grid = self.grid_model.grid
        if grid is None or len(grid.parts) < 2 or column <= FIRST_DAY:
            return False
        return grid.days[column - FIRST_DAY].day == grid.parts[1].days[0]

    def show_head_only(self, only: bool) -> None:  # noqa: FBT001 -- a setter of one property
        """Keep the days' heads where there are no rows."""
        self.setMinimumHeight(px(HEADER_PX) if only else self.minimumSizeHint().height())
        self.setMaximumHeight(px(HEADER_PX) if only else 16_777_215)

    # -- shape -------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(px(864), px(HEADER_PX) + max(1, len(self.grid_model.rows)) * px(ROW_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), px(HEADER_PX) + 3 * px(ROW_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_columns()

    def share_columns(self) -> None:
        """Give the columns their widths for the room there is."""
        for column, width in enumerate(column_widths(self.viewport().width(), scale=font_scale())):
            self.setColumnWidth(column, width)
        self.shared.emit()

    # -- painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        count = len(self.grid_model.rows)
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        picked = self.selectionModel().selectedIndexes() if self.has_range else []
        selected = frozenset((index.row(), index.column()) for index in picked)
        GridPainter(painter, self).paint(max(0, first), count - 1 if last < 0 else last, selected)
        self._paint_place(painter)
        painter.end()

    def _paint_place(self, painter: QPainter) -> None:
        """Paint where the keyboard stands, and what a drag of the handle would fill."""
        index = self.currentIndex()
        if not index.isValid() or self.state() is QAbstractItemView.State.EditingState:
            return
        box = QRectF(self.visualRect(index))
        strong = self.hasFocus()
        paint_ring(painter, box, self, strong=strong)
        if self._filling is not None:
            for row, column in self._fill_cells(self._filling):
                paint_ring(painter, QRectF(self.visualRect(self.grid_model.index(row, column))), self, strong=False)
        if strong and self._can_fill():
            paint_handle(painter, self._handle(box), self)

    def _handle(self, box: QRectF) -> QRectF:
        side = px(HANDLE_PX)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = box.left() - side / 2 if mirrored else box.right() - side / 2 - 1
        return QRectF(x, box.bottom() - side / 2 - 1, side, side)

    def _can_fill(self) -> bool:
        cell = self.current_cell
        return cell is not None and cell.rounded_s > 0

    @Slot()
    def _repaint(self) -> None:
        self.viewport().update()

    # -- keyboard ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            return
        key, index = event.key(), self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.copy()
            self.clear_selected()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_selected()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._edit_current()
        elif key == Qt.Key.Key_Space:
            self.open_day()
        elif key in (Qt.Key.Key_R, Qt.Key.Key_D) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.fill_selected(across=key == Qt.Key.Key_R)
        elif event.text().isprintable() and event.text() and not _is_command(event):
            self._begin_typing(event)
        else:
            super().keyPressEvent(event)
            if index != self.currentIndex():
                self._leave_section(up=key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Home))

    def _begin_typing(self, event: QKeyEvent) -> None:
        cell = self.current_cell
        if cell is None:
            return
        if cell.locked:
            self.refused.emit(tr("Timesheet", "Submitted and posted time is not typed over. Recall the week first."))
        elif event.text()[0].isdigit() or event.text()[0] in ".,:":
            super().keyPressEvent(event)

    def _edit_current(self) -> None:
        index = self.currentIndex()
        cell = self.current_cell
        if cell is None:
            return
        if cell.locked:
            self.open_day()
        else:
            self.edit(index)

    def _leave_section(self, *, up: bool) -> None:
        """Pass over a section's head: there is nothing to stand on."""
        index, rows = self.currentIndex(), self.grid_model.rows
        if not index.isValid() or rows[index.row()].kind is RowKind.LINE:
            return
        after = range(index.row() - 1, -1, -1) if up else range(index.row() + 1, len(rows))
        before = range(index.row() + 1, len(rows)) if up else range(index.row() - 1, -1, -1)
        for row in (*after, *before):
            if rows[row].kind is RowKind.LINE:
                self.setCurrentIndex(self.grid_model.index(row, index.column()))
                return

    @Slot(int, int)
    def move_by(self, rows: int, columns: int) -> None:
        """Move the keyboard to the next cell that takes hours."""
        index, shown = self.currentIndex(), self.grid_model.rows
        row, column = index.row() + rows, index.column() + columns
        if columns and column >= TOTAL:
            row, column = row + 1, FIRST_DAY
        elif columns and column < FIRST_DAY:
            row, column = row - 1, TOTAL - 1
        step = -1 if rows < 0 or columns < 0 else 1
        while 0 <= row < len(shown) and shown[row].kind is not RowKind.LINE:
            row += step
        if 0 <= row < len(shown):
            self.setCurrentIndex(self.grid_model.index(row, column))
        self.setFocus()

    # -- hours -------------------------------------------------------------------------------------------------------

    @Slot(object, str)
    def _on_typed(self, index: AnyIndex, text: str) -> None:
        self._send([(index.row(), index.column(), text)])

    def clear_selected(self) -> None:
        """Clear the selected cells: nothing is asked, one key undoes it; an empty row that was put there goes."""
        places = [(i.row(), i.column()) for i in self.selectionModel().selectedIndexes()]
        line = self.grid_model.line(self.currentIndex())
        grid = self.grid_model.grid
        if line is not None and grid is not None and line.is_empty:
            self.intent.emit(PinRow(grid.week.label, line.key, out=True))
            return
        filled = [
            (row, column, "")
            for row, column in places
            if (cell := cell_of(self.grid_model.rows[row], column)) is not None and cell.entries
        ]
        self._send(filled)

    def copy(self) -> None:
        """Put the selected cells on the clipboard as a spreadsheet takes them."""
        indexes = self.selectionModel().selectedIndexes()
        rows, columns = sorted({i.row() for i in indexes}), sorted({i.column() for i in indexes})
        table = [
            "\t".join(str(self.grid_model.index(row, column).data() or "") for column in columns)
            for row in rows
            if self.grid_model.rows[row].kind is RowKind.LINE
        ]
        if table:
            QGuiApplication.clipboard().setText("\n".join(table))

    def paste(self, text: str) -> None:
        """Type a copied block into the cells from the current one on; one step."""
        index = self.currentIndex()
        block = [line.split("\t") for line in text.replace("\r\n", "\n").rstrip("\n").split("\n")]
        if not index.isValid() or not text.strip():
            return
        places = paste_places(self.grid_model.rows, (index.row(), index.column()), block)
        if places is None:
            self.refused.emit(
                tr("Timesheet", "{rows} rows and {columns} columns do not fit from here on.").format(
                    rows=len(block), columns=max(map(len, block))
                )
            )
            return
        self._send(list(places))

    def fill_selected(self, *, across: bool) -> None:
        """Give the selected cells the number of the first one of their row, or of their column."""
        indexes = [i for i in self.selectionModel().selectedIndexes() if FIRST_DAY <= i.column() < TOTAL]
        if len(indexes) < 2:
            return
        top, left = min(i.row() for i in indexes), min(i.column() for i in indexes)
        sent = []
        for index in indexes:
            source = self.grid_model.index(index.row() if across else top, left if across else index.column())
            if (source.row(), source.column()) != (index.row(), index.column()) and source.data():
                sent.append((index.row(), index.column(), str(source.data())))
        self._send(sent)

    def _fill_cells(self, end: tuple[int, int]) -> tuple[tuple[int, int], ...]:
        index = self.currentIndex()
        start = (index.row(), index.column())
        # One direction at a time, the longer one: as a spreadsheet fills.
        down = abs(end[0] - start[0]) >= abs(end[1] - start[1])
        end = (end[0], start[1]) if down else (start[0], end[1])
        return tuple(place for place in fill_range(self.grid_model.rows, start, end) if place != start)

    def _send(self, places: list[tuple[int, int, str]]) -> None:
        cells = []
        for row, column, text in places:
            line, cell = self.grid_model.rows[row].line, cell_of(self.grid_model.rows[row], column)
            grid = self.grid_model.grid
            if line is None or cell is None or grid is None:
                continue
            shown = str(self.grid_model.index(row, column).data() or "")
            if text == shown:
                continue
            cells.append(TypedCell(line.key, grid.days[column - FIRST_DAY].day, text, cell.rounded_s))
        if cells:
            self.intent.emit(TypeCells(tuple(cells)))

    @Slot()
    def open_day(self) -> None:
        """Show the day of the current cell, with the cell's first entry chosen."""
        grid, index, cell = self.grid_model.grid, self.currentIndex(), self.current_cell
        if grid is None or cell is None:
            return
        entry = cell.entries[0] if cell.entries else None
        self.intent.emit(ShowTimesheet(View.DAY, grid.days[index.column() - FIRST_DAY].day, entry))

    # -- mouse -------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._over_handle(event.position()):
            self._filling = (self.currentIndex().row(), self.currentIndex().column())
            return
        super().mousePressEvent(event)
        self._leave_section(up=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._filling is not None:
            index = self.indexAt(event.position().toPoint())
            if index.isValid():
                self._filling = (index.row(), index.column())
                self.viewport().update()
            return
        over = self._over_handle(event.position())
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._filling is None:
            super().mouseReleaseEvent(event)
            return
        places, text = self._fill_cells(self._filling), str(self.currentIndex().data() or "")
        self._filling = None
        self.viewport().update()
        self._send([(row, column, text) for row, column in places])

    def _over_handle(self, at: QPointF) -> bool:
        index = self.currentIndex()
        if not index.isValid() or not self.hasFocus() or not self._can_fill():
            return False
        return self._handle(QRectF(self.visualRect(index))).adjusted(-2, -2, 2, 2).contains(at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        menu = self.menu_for(index)
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(8, 0))
        menu.popup(event.globalPos() if by_mouse else place)

    def menu_for(self, index: AnyIndex) -> QMenu:
        """Return the menu of a cell: everything that can be done with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        cell, line, grid = self.grid_model.cell(index), self.grid_model.line(index), self.grid_model.grid
        if cell is not None:
            menu.addAction(tr("Timesheet", "Open the day"), self.open_day)
            if not cell.locked:
                menu.addAction(tr("Timesheet", "Type hours"), self._edit_current)
        menu.addAction(tr("Timesheet", "Copy"), self.copy)
        if cell is not None and not cell.locked:
            menu.addAction(tr("Timesheet", "Paste"), lambda: self.paste(QGuiApplication.clipboard().text()))
            menu.addAction(tr("Timesheet", "Clear"), self.clear_selected)
        if line is not None and line.is_empty and grid is not None:
            label, key = grid.week.label, line.key
            menu.addSeparator()
            remove = lambda: self.intent.emit(PinRow(label, key, out=True))  # noqa: E731
            menu.addAction(tr("Timesheet", "Remove the empty row"), remove)
        return menu

    @Slot()
    def _on_current(self) -> None:
        self.stood_on.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def selectionCommand(self, index: AnyIndex, event: object = None) -> QItemSelectionModel.SelectionFlag:
        """Select nothing on a section's head."""
        if index.isValid() and self.grid_model.rows[index.row()].kind is RowKind.SECTION:
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)  # type: ignore[arg-type]


def _is_command(event: QKeyEvent) -> bool:
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return bool(held) or not event.text().strip()
