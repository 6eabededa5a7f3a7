"""The tree beside the time pane: painted row by row in one walk, and the keyboard's home on the page."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from engagedesk.ui.format import day_short
from engagedesk.ui.theme import Style, Tokens, draw_line, elided, px, text_width, tokens_of
from engagedesk.ui.theme.tokens import DOT, FOCUS_RING
from engagedesk.ui.timeline.arranging import Node, NodeKind
from engagedesk.ui.timeline.rows import Severity
from engagedesk.ui.timeline.scene import HEADER_PX, ROW_PX
from engagedesk.ui.timeline.tree_model import DUE, NAME, WHO, PlanModel
from engagedesk.ui.timeline.words import tr

WIDTH_PX: Final = 320
NARROW_PX: Final = 264
WHO_PX: Final = 228
_STEP_PX: Final = 16


class _RowHeight(QStyledItemDelegate):
    """Says how high a row is; painting is the tree's."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(10, px(ROW_PX))


class _Header(QHeaderView):
    """The tree's header, as high as the time pane's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(px(HEADER_PX))
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        tokens = tokens_of(self)
        box = QRectF(rect)
        painter.fillRect(box, QColor(tokens.surface))
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), QColor(tokens.border))
        model = self.model()
        words = str(model.headerData(logical, Qt.Orientation.Horizontal) or "") if model is not None else ""
        painter.setPen(QColor(tokens.third))
        mirrored = self.isRightToLeft()
        if logical == DUE:
            start = box.width() - px(13) - text_width(Style.CAPTION_STRONG, words)
        else:
            start = px(16) if logical == NAME else 0
        inner = box.adjusted(0, 0, -start, 0) if mirrored else box.adjusted(start, 0, 0, 0)
        draw_line(painter, Style.CAPTION_STRONG, inner, words)


class PlanTree(QTreeView):
    """Rows of the plan. What the keyboard asks for beyond walking goes out by ``key``; the page knows what it means."""

    key = Signal(object)
    """A ``QKeyEvent`` that the tree leaves to the page; it accepts what it takes."""
    zoom_asked = Signal(object)
    """A wheel with Ctrl or Shift: the pane's."""
    opened = Signal(object)
    """A node that was double-clicked or entered."""

    def __init__(self, model: PlanModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan_model = model
        self.setModel(model)
        self.setAccessibleName(tr("Timeline", "Plan"))
        self.setHeader(_Header(self))
        self.setItemDelegate(_RowHeight(self))
        self.setUniformRowHeights(True)
        self.setAnimated(False)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        # Qt moves the pixels that stay in sight only where a view says that it paints all of its ground.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.fit_columns(WIDTH_PX)

    def fit_columns(self, width: int) -> None:
        """Give the tree a width; names get the slack."""
        self.setFixedWidth(px(width))
        who, due = px(34), px(WIDTH_PX - WHO_PX - 34)
        header = self.header()
        header.setMinimumSectionSize(8)
        if header.count() == 3:
            header.resizeSection(NAME, px(width) - who - due)
            header.resizeSection(WHO, who)
            header.resizeSection(DUE, due)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        # Qt 6 takes a step in pixels for a step in rows and paints everything anew (QTreeView::scrollContentsBy).
        if dx == 0 and abs(dy) < self.viewport().height():
            self.viewport().scroll(0, dy)
        else:
            super().scrollContentsBy(dx, dy)

    # -- painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(event.rect(), QColor(tokens_of(self).surface))
        super().paintEvent(event)

    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        node = self.plan_model.node(index)
        if node is None:
            return
        rect = option.rect
        box = QRectF(0, rect.y(), self.viewport().width(), rect.height())
        chosen = self.currentIndex().row() == index.row() and self.currentIndex().internalId() == index.internalId()
        tokens = tokens_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(box, QColor(tokens.selection))
        top = index.row() > 0 or index.parent().isValid()
        paint_row(
            painter, box, node, tokens, open_=self.isExpanded(self.plan_model.index_of(int(index.internalId()))),
            ruled=top, mirrored=self.isRightToLeft(),
        )  # fmt: skip
        if chosen and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), FOCUS_RING))
            painter.drawRect(box.adjusted(1, 1, -1, -1))

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Leave the branches to the row."""

    # -- mouse and keys ----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        node = self.plan_model.node(index)
        if node is not None and node.children and event.button() is Qt.MouseButton.LeftButton:
            x = event.position().x()
            along = self.viewport().width() - x if self.isRightToLeft() else x
            if along < chevron_x(node) + px(14):
                self.setExpanded(index.siblingAtColumn(NAME), not self.isExpanded(index.siblingAtColumn(NAME)))
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        node = self.plan_model.node(self.indexAt(event.position().toPoint()))
        if node is not None:
            self.opened.emit(node)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            self.zoom_asked.emit(event)
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)


def chevron_x(node: Node) -> float:
    """Return where a row's chevron begins."""
    return name_x(node) - px(36 if node.kind is NodeKind.ENGAGEMENT else 19)


def name_x(node: Node) -> float:
    """Return where a row's name begins, along the direction of reading."""
    if node.kind is NodeKind.GROUP:
        return px(32)
    if node.kind is NodeKind.ENGAGEMENT:
        return px(46 + _STEP_PX * node.depth)
    if node.kind is NodeKind.PHASE:
        return px(46 + _STEP_PX * (node.depth - 1))
    return px(30 + _STEP_PX * node.depth)


def paint_row(
    painter: QPainter, box: QRectF, node: Node, tokens: Tokens, *, open_: bool, ruled: bool, mirrored: bool
) -> None:
    """Paint one row of names into its box: on the screen, and beside the bars of a picture or a page."""
    wide, high = box.width(), box.height()

    def part(x: float, width: float) -> QRectF:
        return QRectF(box.x() + (wide - x - width if mirrored else x), box.y(), width, high)

    if ruled and node.kind in (NodeKind.GROUP, NodeKind.ENGAGEMENT):
        painter.fillRect(QRectF(box.x(), box.y(), wide, 1), QColor(tokens.border))
    at = name_x(node)
    if node.children:
        _chevron(painter, part(chevron_x(node), px(12)), tokens, open_=open_, mirrored=mirrored)
    if node.kind is NodeKind.ENGAGEMENT:
        side = px(DOT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.client(node.colour)))
        dot = part(at - px(16), side)
        painter.drawEllipse(QRectF(dot.x(), box.center().y() - side / 2, side, side))
    strong = node.kind in (NodeKind.GROUP, NodeKind.ENGAGEMENT)
    style = Style.BODY_STRONG if strong else Style.BODY_MEDIUM if node.kind is NodeKind.PHASE else Style.BODY
    who_x = wide - px(WIDTH_PX - WHO_PX)
    mark = node.item is not None and node.severity is not None
    has_who = node.kind is NodeKind.ITEM
    room = (who_x - px(24 if mark else 6) if has_who else wide - px(70)) - at
    painter.setPen(QColor(tokens.second if node.kind is NodeKind.PHASE else tokens.text))
    draw_line(painter, style, part(at, room), elided(style, node.name, int(room)))
    if mark:
        danger = node.severity is Severity.DANGER
        _warning(painter, part(who_x - px(21), px(12)), tokens.danger if danger else tokens.warn, tokens)
    painter.setPen(QColor(tokens.second))
    if has_who:
        unowned = not node.who and node.item is not None and node.item.kind.value == "task"
        text = tr("Timeline", "none") if unowned else node.who
        draw_line(painter, Style.CAPTION, part(who_x, px(36)), text)
    if node.due is not None:
        text = day_short(node.due)
        style = Style.CAPTION_STRONG if strong else Style.CAPTION
        width = text_width(style, text)
        painter.setPen(QColor(tokens.text if strong else tokens.second))
        draw_line(painter, style, part(wide - px(12) - width, width), text, at_end=True)


def _chevron(painter: QPainter, box: QRectF, tokens: Tokens, *, open_: bool, mirrored: bool) -> None:
    centre, size = box.center(), px(8) / 2
    pen = QPen(QColor(tokens.third), 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = size / 2
    down = [(-size, -half), (0.0, half), (size, -half)]
    points = down if open_ else [(-half, -size), (half, 0.0), (-half, size)]
    turn = -1 if mirrored and not open_ else 1
    painter.drawPolyline([QPointF(centre.x() + x * turn, centre.y() + y) for x, y in points])


def _warning(painter: QPainter, box: QRectF, colour: str, tokens: Tokens) -> None:
    x, y, half = box.center().x(), box.center().y(), px(12) / 2
    pen = QPen(QColor(colour), 1.5)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(colour))
    foot = y + half - 1
    painter.drawPolygon([QPointF(x, y - half), QPointF(x + half, foot), QPointF(x - half, foot)])
    painter.setPen(QPen(QColor(tokens.surface), 1.3))
    painter.drawLine(QPointF(x, y - half * 0.3), QPointF(x, y + half * 0.25))
    painter.drawPoint(QPointF(x, y + half * 0.55))
