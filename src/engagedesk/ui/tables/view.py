"""The view of a ``RowTableModel``: hairlines instead of boxes, a row that lights up, one place for the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from engagedesk.ui.tables.cell import Align
from engagedesk.ui.tables.delegate import CellDelegate, PartPainter, padded
from engagedesk.ui.tables.geometry import Width, fit_headers, grown, share_widths
from engagedesk.ui.tables.model import AnyIndex, RowTableModel
from engagedesk.ui.theme import Icon, Style, draw_icon, font, metrics, px, tokens_of
from engagedesk.ui.theme.fonts import font_scale
from engagedesk.ui.theme.tokens import FOCUS_RING, RADIUS_CHIP, RADIUS_CONTROL, ROW, TABLE_HEADER

_ALIGNED = {
    Align.START: Qt.AlignmentFlag.AlignLeading,
    Align.END: Qt.AlignmentFlag.AlignTrailing,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
}


class _Header(QHeaderView):
    """Column names as captions; the arrow stands beside the name that the rows are ordered by."""

    def __init__(self, table: RowTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(0)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHighlightSections(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(TABLE_HEADER))

    def paintSection(self, painter: QPainter, rect: Any, section: int) -> None:
        column = self._table.row_model.columns[section]
        tokens = tokens_of(self)
        inset = self._table.line_inset
        start = max(rect.left(), inset)
        end = min(rect.right(), self.width() - inset - 1)
        painter.fillRect(start, rect.bottom(), end - start + 1, 1, QColor(tokens.border))
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        inner = padded(QRectF(rect), column, mirrored=mirrored)
        painter.setFont(font(Style.CAPTION_STRONG))
        painter.setPen(QColor(tokens.third))
        shown = metrics(Style.CAPTION_STRONG).elidedText(
            column.header, Qt.TextElideMode.ElideRight, int(inner.width()) + 2
        )
        painter.drawText(inner, int(_ALIGNED[column.align] | Qt.AlignmentFlag.AlignVCenter), shown)
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == section and column.sort_key:
            side = px(12)
            used = metrics(Style.CAPTION_STRONG).horizontalAdvance(shown)
            # Behind a name that stands at the start, before one that stands at the end; mirrored with both.
            at_left = (column.align is Align.START) is not mirrored
            x = inner.x() + used + 4 if at_left else inner.right() - used - side - 4
            down = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
            mark = QRectF(x, inner.center().y() - side / 2, side, side)
            draw_icon(painter, Icon.SORT_DOWN if down else Icon.SORT_UP, mark, colour=tokens.second)


class RowTable(QTableView):
    """A table in a card. ``chosen`` sends the row that was clicked or entered."""

    chosen = Signal(object)
    ordered = Signal(str, bool)
    """The column's key, and whether it goes down; where ``orders_elsewhere``."""
    columns_shared = Signal()
    """The columns got new widths."""

    def __init__(
        self,
        model: RowTableModel[Any],
        *,
        name: str,
        row_px: int = ROW,
        fit_rows: bool = False,
        cell_focus: bool = False,
        line_inset: int = 16,
        sortable: bool = False,
        orders_elsewhere: bool = False,
        header: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """``fit_rows``: as tall as its rows; ``cell_focus``: the keyboard stands on a cell, else on a row.

        ``orders_elsewhere``: a press on a column asks for rows in that order instead of ordering those at hand.
        """
        super().__init__(parent)
        self.row_model = model
        self.line_inset = line_inset
        self._fit_rows = fit_rows
        self._cell_focus = cell_focus
        self._orders_elsewhere = orders_elsewhere
        self._hovered = -1
        self._hidden: frozenset[str] = frozenset()
        self._keyboard = False
        self._row_px = px(row_px)
        self.setAccessibleName(name)
        self.setHorizontalHeader(_Header(self))
        self.setModel(model)
        self._delegate = CellDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self._row_px)
        self.horizontalHeader().setVisible(header)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.setSortingEnabled(False)
        if sortable:
            self.horizontalHeader().setSectionsClickable(True)
            self.horizontalHeader().setSortIndicatorShown(True)
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.horizontalHeader().sectionClicked.connect(self._sort_by)
        if fit_rows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            model.modelReset.connect(self.updateGeometry)
        model.modelReset.connect(self._forget_hover)
        self.clicked.connect(self._on_click)

    # -- shape -------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        if not self._fit_rows:
            return super().sizeHint()
        head = px(TABLE_HEADER) if self.horizontalHeader().isVisibleTo(self) else 0
        return QSize(px(320), head + self.row_model.rowCount() * self._row_px)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), self.sizeHint().height() if self._fit_rows else px(120))

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 -- a setter of one property
        """Show chips as icons."""
        if narrow != self._delegate.narrow:
            self._delegate.narrow = narrow
            self.viewport().update()

    def set_delegate(self, delegate: CellDelegate) -> None:
        """Paint the cells by another delegate."""
        self._delegate = delegate
        self.setItemDelegate(delegate)

    def hide_columns(self, keys: Sequence[str]) -> None:
        """Leave columns out, by their keys, however much room there is."""
        self._hidden = frozenset(keys)
        self.share_columns()

    def is_hidden(self, key: str) -> bool:
        return key in self._hidden

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_columns()

    def share_columns(self) -> None:
        """Give the columns their widths for the room there is."""
        room = self.viewport().width()
        places = [n for n, column in enumerate(self.row_model.columns) if column.key not in self._hidden]
        columns = [self.row_model.columns[number] for number in places]
        # What stands at the end ends with the hairlines, whichever column it is when others are left out.
        ends = [column.pad_end for column in columns if room >= column.width.hide_below]
        room -= max(0, self.line_inset - ends[-1]) if ends else 0
        widths: Sequence[Width] = grown([column.width for column in columns], room, font_scale())
        if self.horizontalHeader().isVisibleTo(self):
            names = metrics(Style.CAPTION_STRONG)
            needs = [c.pad_start + names.horizontalAdvance(c.header) + c.pad_end for c in columns]
            widths = fit_headers(widths, needs, room)
        wide = dict(zip(places, share_widths(widths, room), strict=True))
        for number in range(self.row_model.columnCount()):
            width = wide.get(number, 0)
            self.setColumnHidden(number, width == 0)
            if width:
                self.setColumnWidth(number, width)
        self.columns_shared.emit()

    # -- painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = self.rowAt(event.rect().top())
        last = self.rowAt(event.rect().bottom())
        count = self.row_model.rowCount()
        rows = range(max(0, first), (last if last >= 0 else count - 1) + 1)
        for row in rows:
            self.paint_row_ground(painter, row, self.row_box(row))
        self._paint_cells(painter, rows, event.rect())
        self.paint_over(painter)
        if self.hasFocus() and self._keyboard and self.currentIndex().isValid():
            self._paint_focus(painter)
        painter.end()

    def _paint_cells(self, painter: QPainter, rows: range, exposed: QRect) -> None:
        """Paint all cells in sight with one painter: Qt's own walk asks the model five things for each."""
        model, delegate = self.row_model, self.itemDelegate()
        assert isinstance(delegate, CellDelegate)  # noqa: S101  # a table of rows has no other
        paint = PartPainter(painter, tokens_of(self), narrow=delegate.narrow)
        places = [
            (column, self.columnViewportPosition(column), self.columnWidth(column))
            for column in range(model.columnCount())
            if not self.isColumnHidden(column)
        ]
        seen = [(c, x, w) for c, x, w in places if x <= exposed.right() and x + w > exposed.left()]
        for row in rows:
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            for column, x, width in seen:
                delegate.paint_cell(paint, model, (row, column), box=QRectF(x, top, width, height))

    def row_box(self, row: int) -> QRectF:
        """Return a row's full width in the viewport."""
        return QRectF(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))

    def paint_row_ground(self, painter: QPainter, row: int, box: QRectF) -> None:
        """Paint what lies under a row: hover, and the hairline below it."""
        tokens = tokens_of(self)
        if row == self._hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRect(box)
        if row < self.row_model.rowCount() - 1:
            inset = self.line_inset
            line = QRectF(inset, box.bottom() - 1, box.width() - 2 * inset, 1)
            painter.fillRect(line, QColor(tokens.border))

    def paint_over(self, painter: QPainter) -> None:
        """Paint what lies over the rows; a subclass adds its own."""

    def _paint_focus(self, painter: QPainter) -> None:
        index = self.currentIndex()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens_of(self).accent), FOCUS_RING))
        if self._cell_focus:
            box = QRectF(self.visualRect(index)).adjusted(2, 3, -4, -4)
            column = self.row_model.columns[index.column()]
            if column.pad_start >= 12:
                box.setLeft(box.left() + column.pad_start - 8)
            painter.drawRoundedRect(box, RADIUS_CHIP, RADIUS_CHIP)
        else:
            painter.drawRoundedRect(self.row_box(index.row()).adjusted(3, 2, -3, -3), RADIUS_CONTROL, RADIUS_CONTROL)

    # -- mouse and keyboard ------------------------------------------------------------------------------------------

    @property
    def hovered(self) -> int:
        return self._hovered

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._keyboard = False
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keyboard = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.row_model.rowCount():
            self.setCurrentIndex(self.row_model.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._keyboard = True
        if self.state() is QAbstractItemView.State.EditingState:
            # A key that the open editor had no use for, Enter above all, arrives here: it is not meant for the row.
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.enter(self.currentIndex())
            return
        super().keyPressEvent(event)
        self.viewport().update()

    def enter(self, index: AnyIndex) -> None:
        """Do what Enter means on a cell."""
        self.chosen.emit(self.row_model.row_at(index))

    @Slot(QModelIndex)
    def _on_click(self, index: QModelIndex) -> None:
        self.click_cell(index)

    def click_cell(self, index: AnyIndex) -> None:
        """Do what a click means on a cell."""
        self.chosen.emit(self.row_model.row_at(index))

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    @Slot()
    def _forget_hover(self) -> None:
        self._hovered = -1

    def show_order(self, key: str, *, descending: bool) -> None:
        """Mark the column by which rows that came in order are ordered."""
        for section, column in enumerate(self.row_model.columns):
            if column.key == key:
                order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
                self.horizontalHeader().setSortIndicator(section, order)

    @Slot(int)
    def _sort_by(self, section: int) -> None:
        header = self.horizontalHeader()
        if self.row_model.columns[section].sort_key is None:
            return
        if self._orders_elsewhere:
            down = header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
            self.ordered.emit(self.row_model.columns[section].key, down)
            return
        self.row_model.sort(section, header.sortIndicatorOrder())


class MarkedTable(RowTable):
    """Marks the current row also while the keyboard is elsewhere: what a button or Enter beside the table is about."""

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    def paint_row_ground(self, painter: QPainter, row: int, box: QRectF) -> None:
        if row == self.currentIndex().row():
            painter.fillRect(box, QColor(tokens_of(self).selection))
        super().paint_row_ground(painter, row, box)
