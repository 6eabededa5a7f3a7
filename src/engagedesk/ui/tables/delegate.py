"""Paints cells from their parts; where each goes is decided by ``geometry``."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from engagedesk.ui.tables.cell import Align, Cell, Part, PartKind
from engagedesk.ui.tables.geometry import place_parts
from engagedesk.ui.tables.model import Column, RowTableModel
from engagedesk.ui.theme import (
    Icon,
    Style,
    Tokens,
    draw_chargeable,
    draw_icon,
    draw_line,
    elided,
    metrics,
    px,
    text_width,
    tokens_for,
)
from engagedesk.ui.theme.fonts import draw_laid, font_scale, on_paper
from engagedesk.ui.theme.tokens import CHIP_TABLE, DOT
from engagedesk.ui.widgets.chip import chip_width, draw_chip, draw_chip_icon


class PartPainter:
    """Paints rows of parts; one for a paint call."""

    def __init__(self, painter: QPainter, tokens: Tokens, *, narrow: bool) -> None:
        self.painter = painter
        self.tokens = tokens
        self.narrow = narrow
        self.mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._on_paper = on_paper(painter)

    def paint(self, cell: Cell, box: QRectF) -> None:
        """Paint a cell's one or two lines into its inner box."""
        if not cell.below:
            self._line(cell.parts, box, cell.align)
            return
        line = px(18)
        top = box.center().y() - line
        self._line(cell.parts, QRectF(box.x(), top, box.width(), line), cell.align)
        indent = px(cell.below_indent)
        x = box.x() if self.mirrored else box.x() + indent
        self._line(cell.below, QRectF(x, top + line, box.width() - indent, line), cell.align)

    def _line(self, parts: tuple[Part, ...], box: QRectF, align: Align) -> None:
        left, room, y, high = box.x(), box.width(), box.y(), box.height()
        for part, start, width in _placed(parts, room, align, font_scale(), narrow=self.narrow):
            # Laid out as it is read from left to right; mirrored, it is turned round within the cell.
            x = left + room - start - width if self.mirrored else left + start
            self._part(part, QRectF(x, y, width, high))

    def _part(self, part: Part, box: QRectF) -> None:
        painter, tokens = self.painter, self.tokens
        middle = box.center().y()
        match part.kind:
            case PartKind.TEXT:  # first, for nearly all parts are words
                self._text(part, box)
            case PartKind.DOT:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.client(part.colour)))
                painter.drawEllipse(QRectF(box.x(), middle - box.width() / 2, box.width(), box.width()))
            case PartKind.ICON if part.icon is not None:
                side = box.width()
                mark = QRectF(box.x(), middle - side / 2, side, side)
                draw_icon(painter, part.icon, mark, colour=tokens.of(part.tone))
            case PartKind.CHARGE:
                side = box.width()
                draw_chargeable(painter, QRectF(box.x(), middle - side / 2, side, side), tokens, chargeable=part.on)
            case PartKind.CHIP:
                high = px(CHIP_TABLE)
                place = QRectF(box.x(), middle - high / 2, box.width(), high)
                if self.narrow:
                    which = part.icon or Icon.CIRCLE
                    draw_chip_icon(painter, place, icon=which, tone=part.tone, tokens=tokens)
                else:
                    draw_chip(painter, place, text=part.text, tone=part.tone, tokens=tokens)

    def _text(self, part: Part, box: QRectF) -> None:
        painter = self.painter
        painter.setPen(_colour(self.tokens.of(part.tone)))
        shown = elided(part.style, part.text, int(box.width() + 0.999))
        if self._on_paper:
            draw_line(painter, part.style, box, shown)
        else:
            draw_laid(painter, part.style, box, shown, at_right=self.mirrored)
        if part.underline:
            y = box.center().y() + metrics(part.style).ascent() / 2 + 1.5
            painter.setPen(QPen(QColor(self.tokens.of(part.tone)), 1))
            painter.drawLine(round(box.x()), round(y), round(box.x() + box.width()), round(y))


@lru_cache(maxsize=64)
def _colour(name: str) -> QColor:
    return QColor(name)


@lru_cache(maxsize=2048)
def _placed(
    parts: tuple[Part, ...],
    room: float,
    align: Align,
    _scale: float,  # of the font: places differ with it
    *,
    narrow: bool,
) -> tuple[tuple[Part, float, float], ...]:
    """Return (part, start, width) of the parts that have room, from where reading starts; kept, for rows stay."""
    widths = [_width_of(p, narrow=narrow) for p in parts]
    gaps = [_gap(parts[i - 1], parts[i]) if i else 0 for i in range(len(parts))]
    left = 0.0
    if align is not Align.START:
        free = max(0.0, room - sum(widths) - sum(gaps))
        left = free if align is Align.END else free / 2
    gives = [p.kind in (PartKind.TEXT, PartKind.CHIP) for p in parts]
    places = place_parts(left, room, widths, gaps=gaps, gives=gives)
    return tuple((part, x, width) for part, (x, width) in zip(parts, places, strict=True) if width > 0)


def _gap(before: Part, part: Part) -> int:
    if part.near:
        return px(3)
    return px(8 if before.kind is PartKind.DOT else 6)


def _width_of(part: Part, *, narrow: bool) -> float:
    match part.kind:
        case PartKind.DOT:
            return px(DOT)
        case PartKind.ICON | PartKind.CHARGE:
            return px(14)
        case PartKind.CHIP:
            return px(CHIP_TABLE) if narrow else chip_width(part.text)
        case _:
            return text_width(part.style, part.text)


def padded(box: QRectF, column: Column[Any], *, mirrored: bool) -> QRectF:
    """Return the inner box of a cell or of its header."""
    start, end = px(column.pad_start), px(column.pad_end)
    if mirrored:
        start, end = end, start
    return box.adjusted(start, 0, -end, 0)


class CellDelegate(QStyledItemDelegate):
    """Paints any cell; ``narrow`` turns chips into icons."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.narrow = False

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model: RowTableModel[Any] = index.model()  # type: ignore[assignment]  # it paints for no other
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint = PartPainter(painter, tokens_for(option.palette), narrow=self.narrow)
        self.paint_cell(paint, model, (index.row(), index.column()), box=QRectF(option.rect))

    def paint_cell(self, paint: PartPainter, model: RowTableModel[Any], place: tuple[int, int], *, box: QRectF) -> None:
        """Paint one cell, (row, column); a table paints all that are in sight with one ``PartPainter``."""
        paint.paint(model.cell_at(*place), padded(box, model.columns[place[1]], mirrored=paint.mirrored))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, px(Style.BODY.line_px))
