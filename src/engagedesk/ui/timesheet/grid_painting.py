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

from engagedesk.domain.states import CodeStanding
from engagedesk.domain.week_cells import read_hours
from engagedesk.errors import UserError
from engagedesk.services.queries.timesheet_rows import CellState, GridLine
from engagedesk.ui import words
from engagedesk.ui.format import EN_DASH
from engagedesk.ui.tables.cell import Align, Cell, Part, chip, dot
from engagedesk.ui.tables.cell import words as text_part
from engagedesk.ui.tables.delegate import PartPainter
from engagedesk.ui.theme import Icon, Style, Tone, font, px, text_width, tokens_of
from engagedesk.ui.theme.tokens import FOCUS_RING, RADIUS_CHIP
from engagedesk.ui.timesheet.grid_model import ROW_ROLE
from engagedesk.ui.timesheet.grid_rows import CODE, ENGAGEMENT, FIRST_DAY, TOTAL, GridRow, cell_of
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
            inner = box.adjusted(2, 0, -px(PAD_PX), 0)
            name, number = day_head(day.day)
            painter.setPen(QColor(tokens.text if day.is_today else tokens.second))
            painter.drawText(QRectF(inner.x(), px(5), inner.width(), px(16)), _END, name)
            painter.setFont(font(Style.BODY_STRONG if day.is_today else Style.BODY))
            low = QRectF(inner.x(), px(21), inner.width(), px(18))
            painter.drawText(low, _END, number)
            if day.length_label:
                # A day of 23 or 25 hours: its length stands before its number.
                used = text_width(Style.BODY_STRONG, number) + px(4)
                painter.setFont(font(Style.CAPTION_STRONG))
                painter.setPen(QColor(tokens.info))
                mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
                beside = low.adjusted(used, 0, 0, 0) if mirrored else low.adjusted(0, 0, -used, 0)
                painter.drawText(beside, _END, day.length_label)
            return
        name = str(self._view.grid_model.headerData(section, Qt.Orientation.Horizontal) or "")
        low = box.adjusted(0, px(18), 0, -px(4))
        if section == TOTAL:
            painter.drawText(low.adjusted(0, 0, -px(EDGE_PX), 0), _END, name)
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


class GridDelegate(QStyledItemDelegate):
    """Paints every cell; a typed number leaves through ``typed`` and the keyboard moves on as in a spreadsheet."""

    typed = Signal(object, str)
    """The index and the text."""
    move_on = Signal(int, int)
    """Rows and columns to move by, once an editor is done."""

    def __init__(self, view: GridView) -> None:
        super().__init__(view)
        self._view = view

    # -- painting ----------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row: GridRow = index.data(ROW_ROLE)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.line is None:
            self._paint_section(painter, box, index)
        elif index.column() < FIRST_DAY:
            self._paint_name(painter, box, row.line, index.column())
        else:
            self._paint_hours(painter, box, row, index)
        painter.restore()

    def _paint_section(self, painter: QPainter, box: QRectF, index: AnyIndex) -> None:
        tokens = tokens_of(self._view)
        painter.fillRect(box, QColor(tokens.sunken))
        painter.setPen(QColor(tokens.second))
        painter.setFont(font(Style.CAPTION_STRONG))
        text = str(index.data() or "")
        if index.column() == ENGAGEMENT:
            painter.drawText(self._inset(box, px(EDGE_PX), 0), _START, text)
        elif index.column() >= FIRST_DAY:
            end = px(EDGE_PX if index.column() == TOTAL else PAD_PX)
            painter.drawText(self._inset(box, 0, end), _END, text)

    def _paint_name(self, painter: QPainter, box: QRectF, line: GridLine, column: int) -> None:
        tokens = tokens_of(self._view)
        self._ground(painter, box, selected=False)
        mirrored = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        align = Align.END if mirrored else Align.START
        parts: tuple[Part, ...]
        if column == ENGAGEMENT:
            name = line.engagement or tr("Timesheet", "Nothing chosen")
            tone = Tone.TEXT if line.engagement else Tone.WARN
            parts = (dot(line.colour), text_part(name, tone=tone, style=Style.BODY_MEDIUM))
            inner = self._inset(box, px(EDGE_PX), px(8))
        elif column == CODE:
            inner = self._inset(box, 0, px(8))
            if line.code is None:
                parts = (chip(tr("Timesheet", "Awaiting code"), Tone.WARN, Icon.AWAY),)
            elif line.standing is CodeStanding.OPEN or not line.code:
                parts = (text_part(line.code, tone=Tone.SECOND),)
            else:
                word, tone = words.code_standing(line.standing)
                parts = (
                    text_part(line.code, tone=Tone.SECOND),
                    text_part(word.lower(), tone=tone, style=Style.CAPTION_STRONG),
                )
        else:
            inner = self._inset(box, 0, px(8))
            own = bool(line.key.activity) or line.key.engagement_id is None
            parts = (text_part(line.activity, tone=Tone.SECOND if own else Tone.THIRD),)
        if mirrored:
            parts = tuple(reversed(parts))
        PartPainter(painter, tokens, narrow=False).paint(Cell(parts, align=align), inner)

    def _paint_hours(self, painter: QPainter, box: QRectF, row: GridRow, index: AnyIndex) -> None:
        tokens = tokens_of(self._view)
        column = index.column()
        text = str(index.data() or "")
        if column == TOTAL:
            self._ground(painter, box, selected=False)
            painter.fillRect(QRectF(box.x(), box.y(), 1, box.height()), QColor(tokens.border))
            painter.setPen(QColor(tokens.text))
            painter.setFont(font(Style.BODY_STRONG))
            painter.drawText(self._inset(box, 0, px(EDGE_PX)), _END, text)
            return
        cell = cell_of(row, column)
        grid = self._view.grid_model.grid
        if cell is None or grid is None:
            return
        selected = self._view.selectionModel().isSelected(index) and self._view.has_range
        free = not grid.days[column - FIRST_DAY].standard_s
        locked = cell.state in (CellState.SUBMITTED, CellState.POSTED)
        self._ground(painter, box, selected=selected, free=free, locked=locked)
        split = self._view.splits_before(column)
        line_px = 2 if split else 1
        mirrored = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = box.right() - line_px if mirrored else box.x()
        painter.fillRect(
            QRectF(x, box.y(), line_px, box.height()), QColor(tokens.control_border if split else tokens.border)
        )
        painter.setPen(QColor(tokens.second if locked else tokens.text))
        painter.setFont(font(Style.BODY))
        painter.drawText(self._inset(box, 0, px(PAD_PX)), _END, text)
        if cell.running:
            side = px(6)
            x = box.right() - px(6) - side if mirrored else box.x() + px(6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(QRectF(x, box.center().y() - side / 2, side, side))
        if cell.no_narrative:
            self._paint_mark(painter, box, mirrored=mirrored)

    def _paint_mark(self, painter: QPainter, box: QRectF, *, mirrored: bool) -> None:
        side = px(MARK_PX)
        corner = box.x() + 1 if mirrored else box.right()
        inward = 1 if mirrored else -1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens_of(self._view).warn))
        top = box.y()
        painter.drawPolygon(
            QPolygonF([QPointF(corner, top), QPointF(corner + inward * side, top), QPointF(corner, top + side)])
        )

    def _ground(
        self, painter: QPainter, box: QRectF, *, selected: bool, free: bool = False, locked: bool = False
    ) -> None:
        tokens = tokens_of(self._view)
        if selected or free or locked:
            colour = tokens.selection if selected else tokens.sunken if locked else tokens.hover
            painter.fillRect(box, QColor(colour))
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), QColor(tokens.border))

    def _inset(self, box: QRectF, start: int, end: int) -> QRectF:
        if self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            start, end = end, start
        return box.adjusted(start, 0, -end, 0)

    # -- editing -----------------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        return CellEditor(tr("Timesheet", "Hours: {cell}").format(cell=spoken), parent)

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

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
