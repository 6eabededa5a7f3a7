"""How the week grid is painted: header, sections, cells with their marks, and the totals under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QLineEdit, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from engagedesk.domain.week_cells import read_hours
from engagedesk.errors import UserError
from engagedesk.ui.format import EN_DASH
from engagedesk.ui.tables.delegate import PartPainter
from engagedesk.ui.tables.editing import fill_editor
from engagedesk.ui.theme import Style, elided, font, px, text_width, tokens_of
from engagedesk.ui.theme.tokens import FOCUS_RING, RADIUS_CHIP
from engagedesk.ui.timesheet.grid_rows import COLUMNS, ENGAGEMENT, FIRST_DAY, TOTAL, GridRow
from engagedesk.ui.timesheet.words import day_head, decimals, difference, tr

if TYPE_CHECKING:
    from engagedesk.ui.timesheet.grid_view import GridView

HEADER_PX = 44
ROW_PX = 28
PAD_PX = 10
MARK_PX = 9
HANDLE_PX = 7
EDGE_PX = 16

_END = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
_START = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
AnyIndex = QModelIndex | QPersistentModelIndex


class GridHeader(QHeaderView):
    """Names at the foot of the header; days as weekday over number, today's in full text."""

    def __init__(self, view: GridView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(0)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHighlightSections(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(HEADER_PX))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = tokens_of(self)
        box = QRectF(rect)
        grid = self._view.grid_model.grid
        is_day = FIRST_DAY <= section < TOTAL
        if grid is not None and is_day and not grid.days[section - FIRST_DAY].standard_s:
            painter.fillRect(box, QColor(tokens.hover))
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), QColor(tokens.border))
        painter.setFont(font(Style.CAPTION_STRONG))
        painter.setPen(QColor(tokens.second))
        if is_day and grid is not None:
            day = grid.days[section - FIRST_DAY]
            pad = px(PAD_PX)
            inner = box.adjusted(pad, 0, -2, 0) if self.isRightToLeft() else box.adjusted(2, 0, -pad, 0)
            name, number = day_head(day.day)
            painter.setPen(QColor(tokens.text if day.is_today else tokens.second))
            painter.drawText(QRectF(inner.x(), px(5), inner.width(), px(16)), _END, name)
            painter.setFont(font(Style.BODY_STRONG if day.is_today else Style.BODY))
            low = QRectF(inner.x(), px(21), inner.width(), px(18))
            painter.drawText(low, _END, number)
            if day.length_label:
                # A day of 23 or 25 hours: its length stands before its number.
                used = text_width(Style.BODY_STRONG, number) + px(2)
                length = day.length_label.replace(" ", "")
                # It needs all the room that there is up to the day's edge.
                low = low.adjusted(0, 0, 2, 0) if self.isRightToLeft() else low.adjusted(-2, 0, 0, 0)
                painter.setFont(font(Style.CAPTION_STRONG))
                painter.setPen(QColor(tokens.info))
                mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
                beside = low.adjusted(used, 0, 0, 0) if mirrored else low.adjusted(0, 0, -used, 0)
                painter.drawText(beside, _END, elided(Style.CAPTION_STRONG, length, int(beside.width())))
            return
        name = str(self._view.grid_model.headerData(section, Qt.Orientation.Horizontal) or "")
        low = box.adjusted(0, px(18), 0, -px(4))
        if section == TOTAL:
            edge = px(EDGE_PX)
            inner = low.adjusted(edge, 0, 0, 0) if self.isRightToLeft() else low.adjusted(0, 0, -edge, 0)
            painter.drawText(inner, _END, name)
        else:
            start = px(EDGE_PX) if section == ENGAGEMENT else 0
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            painter.drawText(low.adjusted(0 if mirrored else start, 0, -start if mirrored else 0, 0), _START, name)


class CellEditor(QLineEdit):
    """Types hours; what cannot be read is marked while it is typed."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("cell", "true")
        self.setFont(font(Style.BODY))
        self.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(name)
        self.setMaxLength(12)
        self.textChanged.connect(self._check)

    def _check(self, text: str) -> None:
        fine = readable(text)
        if bool(self.property("wrong")) == fine:
            self.setProperty("wrong", not fine)
            self.style().unpolish(self)
            self.style().polish(self)
        self.setToolTip("" if fine else tr("Timesheet", "Type 1.5, 1:30 or 90m"))


def readable(text: str) -> bool:
    """Whether a cell takes the text as hours."""
    try:
        read_hours(text)
    except UserError:
        return False
    return True


class GridPainter:
    """Paints the rows in sight in one go; made for a paint call.

    Cell by cell, as a table paints itself, the grid of a full week took 40 ms: most of its cells are empty.
    """

    def __init__(self, painter: QPainter, view: GridView) -> None:
        self.painter = painter
        self.view = view
        self.model = view.grid_model
        self.tokens = tokens_of(view)
        self.mirrored = view.isRightToLeft()
        self.parts = PartPainter(painter, self.tokens, narrow=False)
        self.columns = [(view.columnViewportPosition(c), view.columnWidth(c)) for c in range(COLUMNS)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, first: int, last: int, selected: frozenset[tuple[int, int]]) -> None:
        """Paint rows, first to last inclusive; ``selected`` are the places of a range."""
        grid = self.model.grid
        if grid is None or last < first:
            return
        top = self.view.rowViewportPosition(first)
        bottom = self.view.rowViewportPosition(last) + self.view.rowHeight(last)
        free = [not day.standard_s for day in grid.days]
        self._fill_days(free, top, bottom, QColor(self.tokens.hover))
        for number in range(first, last + 1):
            self._ground(number, selected)
        self._day_lines(top, bottom)
        for number in range(first, last + 1):
            row = self.model.rows[number]
            y, high = self.view.rowViewportPosition(number), self.view.rowHeight(number)
            if row.line is None:
                self._section(number, y, high)
            else:
                self._line(number, row, y, high)

    # -- ground ------------------------------------------------------------------------------------------------------

    def _fill_days(self, wanted: list[bool], top: float, bottom: float, colour: QColor) -> None:
        for place, fills in enumerate(wanted):
            if fills:
                x, wide = self.columns[FIRST_DAY + place]
                self.painter.fillRect(QRectF(x, top, wide, bottom - top), colour)

    def _ground(self, number: int, selected: frozenset[tuple[int, int]]) -> None:
        row, tokens, view = self.model.rows[number], self.tokens, self.view
        y, high = view.rowViewportPosition(number), view.rowHeight(number)
        if row.line is not None:
            for place, cell in enumerate(row.line.cells):
                column = FIRST_DAY + place
                chosen = (number, column) in selected
                if chosen or cell.locked:
                    x, wide = self.columns[column]
                    self.painter.fillRect(
                        QRectF(x, y, wide, high), QColor(tokens.selection if chosen else tokens.sunken)
                    )
        self.painter.fillRect(QRectF(0, y + high - 1, view.viewport().width(), 1), QColor(tokens.border))

    def _day_lines(self, top: float, bottom: float) -> None:
        for column in range(FIRST_DAY, COLUMNS):
            split = column < TOTAL and self.view.splits_before(column)
            x, wide = self.columns[column]
            thick = 2 if split else 1
            x = x + wide - thick if self.mirrored else x
            colour = QColor(self.tokens.control_border if split else self.tokens.border)
            self.painter.fillRect(QRectF(x, top, thick, bottom - top), colour)

    # -- rows --------------------------------------------------------------------------------------------------------

    def _section(self, number: int, y: float, high: float) -> None:
        tokens, painter = self.tokens, self.painter
        painter.fillRect(QRectF(0, y, self.view.viewport().width(), high), QColor(tokens.sunken))
        painter.setPen(QColor(tokens.second))
        painter.setFont(font(Style.CAPTION_STRONG))
        painter.drawText(self._box(ENGAGEMENT, y, high, start=px(EDGE_PX)), _START, self.model.text(number, ENGAGEMENT))
        for column in range(FIRST_DAY, COLUMNS):
            text = self.model.text(number, column)
            if text:
                end = px(EDGE_PX if column == TOTAL else PAD_PX)
                painter.drawText(self._box(column, y, high, end=end), _END, text)

    def _line(self, number: int, row: GridRow, y: float, high: float) -> None:
        tokens, painter, line = self.tokens, self.painter, row.line
        if line is None:
            return
        for column, cell in enumerate(self.model.names(number)):
            start = px(EDGE_PX) if column == ENGAGEMENT else 0
            self.parts.paint(cell, self._box(column, y, high, start=start, end=px(8)))
        painter.setPen(QColor(tokens.text))
        painter.setFont(font(Style.BODY_STRONG))
        painter.drawText(self._box(TOTAL, y, high, end=px(EDGE_PX)), _END, self.model.text(number, TOTAL))
        painter.setFont(font(Style.BODY))
        for place, hours in enumerate(line.cells):
            if not hours.entries:
                continue
            column = FIRST_DAY + place
            painter.setPen(QColor(tokens.second if hours.locked else tokens.text))
            painter.drawText(self._box(column, y, high, end=px(PAD_PX)), _END, self.model.text(number, column))
            if hours.running or hours.no_narrative:
                self._marks(self._box(column, y, high), running=hours.running, no_narrative=hours.no_narrative)

    def _marks(self, box: QRectF, *, running: bool, no_narrative: bool) -> None:
        painter, tokens = self.painter, self.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        if running:
            side = px(6)
            x = box.right() - px(6) - side if self.mirrored else box.x() + px(6)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(QRectF(x, box.center().y() - side / 2, side, side))
        if no_narrative:
            side = px(MARK_PX)
            corner = box.x() + 1 if self.mirrored else box.right()
            inward = corner + (side if self.mirrored else -side)
            top = box.y()
            painter.setBrush(QColor(tokens.warn))
            painter.drawPolygon(QPolygonF([QPointF(corner, top), QPointF(inward, top), QPointF(corner, top + side)]))

    def _box(self, column: int, y: float, high: float, *, start: int = 0, end: int = 0) -> QRectF:
        x, wide = self.columns[column]
        if self.mirrored:
            start, end = end, start
        return QRectF(x + start, y, wide - start - end, high)


class GridDelegate(QStyledItemDelegate):
    """Edits a cell; a typed number leaves through ``typed`` and the keyboard moves on as in a spreadsheet."""

    typed = Signal(object, str)
    """The index and the text."""
    move_on = Signal(int, int)
    """Rows and columns to move by, once an editor is done."""

    def __init__(self, view: GridView) -> None:
        super().__init__(view)
        self._view = view

    # -- editing -----------------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        return CellEditor(tr("Timesheet", "Hours: {cell}").format(cell=spoken), parent)

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        fill_editor(editor, index)

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: AnyIndex) -> None:
        if isinstance(editor, QLineEdit):
            text = editor.text().strip()
            if text != str(index.data(Qt.ItemDataRole.EditRole) or ""):
                self.typed.emit(index, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: AnyIndex) -> None:
        editor.setGeometry(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QLineEdit) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            step = {
                Qt.Key.Key_Return: (-1, 0) if back else (1, 0),
                Qt.Key.Key_Enter: (-1, 0) if back else (1, 0),
                Qt.Key.Key_Tab: (0, 1),
                Qt.Key.Key_Backtab: (0, -1),
                Qt.Key.Key_Down: (1, 0),
                Qt.Key.Key_Up: (-1, 0),
            }.get(Qt.Key(event.key()))
            if step is not None:
                if not readable(watched.text()):
                    return True
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
                self.move_on.emit(*step)
                return True
        return super().eventFilter(watched, event)


class TotalsBar(QWidget):
    """Total, standard hours and difference of each day, under the grid's columns and always in sight."""

    def __init__(self, view: GridView, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        view.horizontalScrollBar().valueChanged.connect(self.update)
        view.shared.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(px(320), 3 * px(ROW_PX) + px(8))

    def show_totals(self) -> None:
        """Take the totals of the grid in the view."""
        grid = self._view.grid_model.grid
        if grid is None:
            return
        of_days = [
            tr("Timesheet", "{day}: {hours} of {standard}").format(
                day=" ".join(day_head(day.day)),
                hours=decimals(day.rounded_s, grid.increment_s),
                standard=decimals(day.standard_s, grid.increment_s),
            )
            for day in grid.days
        ]
        week = tr("Timesheet", "Week: {hours} of {standard}").format(
            hours=decimals(grid.rounded_s, grid.increment_s), standard=decimals(grid.standard_s, grid.increment_s)
        )
        self.setAccessibleName(tr("Timesheet", "Totals"))
        self.setAccessibleDescription("; ".join((*of_days, week)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        view, tokens = self._view, tokens_of(self)
        grid = view.grid_model.grid
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, QColor(tokens.control_border))
        if grid is None:
            return
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        step_s = grid.increment_s
        lines = (
            (tr("Timesheet", "Total"), [d.rounded_s for d in grid.days], grid.rounded_s, Style.BODY_STRONG, decimals),
            (
                tr("Timesheet", "Standard hours"),
                [d.standard_s for d in grid.days],
                grid.standard_s,
                Style.BODY,
                decimals,
            ),
            (
                tr("Timesheet", "Difference"),
                [d.rounded_s - d.standard_s for d in grid.days],
                grid.rounded_s - grid.standard_s,
                Style.BODY,
                difference,
            ),
        )
        for column in range(FIRST_DAY, TOTAL):
            if not grid.days[column - FIRST_DAY].standard_s:
                box = QRectF(view.columnViewportPosition(column), 1, view.columnWidth(column), self.height())
                painter.fillRect(box, QColor(tokens.hover))
        for number, (name, days, whole, style, shown) in enumerate(lines):
            top = px(4) + number * px(ROW_PX)
            tone = tokens.text if number == 0 else tokens.second
            painter.setFont(font(Style.BODY_STRONG if number == 0 else Style.BODY))
            painter.setPen(QColor(tone))
            names = QRectF(px(EDGE_PX), top, self.width() - 2 * px(EDGE_PX), px(ROW_PX))
            painter.drawText(names, _START, name)
            painter.setFont(font(style))
            for place, seconds in enumerate(days):
                column = FIRST_DAY + place
                x, width = view.columnViewportPosition(column), view.columnWidth(column)
                nothing = not seconds and not grid.days[place].standard_s and number != 0
                empty = number == 0 and not seconds and not grid.days[place].raw_s
                text = EN_DASH if nothing or empty else shown(seconds, step_s)
                painter.setPen(QColor(tokens.third if text == EN_DASH else tone))
                end = px(PAD_PX)
                box = QRectF(x + (end if mirrored else 0), top, width - end, px(ROW_PX))
                painter.drawText(box, _END, text)
            x, width = view.columnViewportPosition(TOTAL), view.columnWidth(TOTAL)
            painter.setPen(QColor(tone))
            end = px(EDGE_PX)
            box = QRectF(x + (end if mirrored else 0), top, width - end, px(ROW_PX))
            painter.drawText(box, _END, shown(whole, step_s))


def paint_ring(painter: QPainter, box: QRectF, view: QWidget, *, strong: bool) -> None:
    """Paint the ring around the current cell, with the handle that fills its neighbours."""
    tokens = tokens_of(view)
    colour = QColor(tokens.accent if strong else tokens.control_border)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, FOCUS_RING if strong else 1))
    painter.drawRoundedRect(box.adjusted(1, 0, -1, -1), RADIUS_CHIP / 2, RADIUS_CHIP / 2)


def paint_handle(painter: QPainter, box: QRectF, view: QWidget) -> None:
    tokens = tokens_of(view)
    painter.setPen(QPen(QColor(tokens.surface), 1))
    painter.setBrush(QColor(tokens.accent))
    painter.drawRect(box)
