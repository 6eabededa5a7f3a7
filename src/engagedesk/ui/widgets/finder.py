"""The search box of the top bar and the list that drops from it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from engagedesk.ui.finding import Findable, find
from engagedesk.ui.intents import Intent
from engagedesk.ui.theme import Icon, Style, draw_icon, font, metrics, px, tokens_of
from engagedesk.ui.theme.tokens import RADIUS_CARD, RADIUS_CONTROL
from engagedesk.ui.widgets.chip import KeyCap
from engagedesk.ui.widgets.inputs import TextField

_ITEM: Final = Qt.ItemDataRole.UserRole
_ROW: Final = 36


class _FindableDelegate(QStyledItemDelegate):
    """Paints one answer: mark, label, detail, and its group or shortcut."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        return QSize(px(200), px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item: Findable = index.data(_ITEM)
        view = self.parent()
        if not isinstance(view, FinderList):
            return
        tokens = tokens_of(view)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if view.currentIndex() == index:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selection))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), RADIUS_CONTROL, RADIUS_CONTROL)
        middle = box.center().y()
        if item.colour is None:
            side = px(16)
            mark = QRectF(box.x() + px(10), middle - side / 2, side, side)
            draw_icon(painter, Icon(item.icon), mark, colour=tokens.second)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.client(item.colour)))
            side = px(8)
            painter.drawEllipse(QRectF(box.x() + px(14), middle - side / 2, side, side))
        end = item.keys or item.group
        end_px = metrics(Style.CAPTION).horizontalAdvance(end)
        x, right = box.x() + px(36), box.right() - px(12) - end_px
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(QColor(tokens.text))
        painter.setFont(font(Style.BODY_MEDIUM))
        label = metrics(Style.BODY_MEDIUM).elidedText(item.label, Qt.TextElideMode.ElideRight, int(right - x))
        painter.drawText(QRectF(x, box.y(), right - x, box.height()), flags, label)
        x += metrics(Style.BODY_MEDIUM).horizontalAdvance(label) + px(8)
        painter.setPen(QColor(tokens.second))
        painter.setFont(font(Style.CAPTION))
        if right - x > px(40):
            room = int(right - x - px(8))
            detail = metrics(Style.CAPTION).elidedText(item.detail, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(x, box.y(), room, box.height()), flags, detail)
        painter.drawText(QRectF(right, box.y(), end_px + 2, box.height()), flags, end)
        painter.restore()


class FinderList(QListWidget):
    """The answers, over the page; it never takes the focus from the field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("finder-list")
        self.setAccessibleName(self.tr("Found"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setItemDelegate(_FindableDelegate(self))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setViewportMargins(6, 6, 6, 6)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.hide()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if item is not None:
            self.setCurrentItem(item)


class FinderPanel(QWidget):
    """The surface under the list."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.list = FinderList(self)
        self.hide()

    def resizeEvent(self, _event: object) -> None:
        self.list.setGeometry(self.rect().adjusted(1, 1, -1, -1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        painter.setBrush(QColor(tokens.surface))
        painter.setPen(QPen(QColor(tokens.control_border)))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)


class Finder(TextField):
    """Type to narrow, arrows to choose, Enter to go, Esc to leave; ``chosen`` sends the item's intention."""

    chosen = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(name=self.tr("Search or run a command"), parent=parent)
        self.setPlaceholderText(self.tr("Search or run a command"))
        self.setTextMargins(px(22), 0, 0, 0)
        self._items: tuple[Findable, ...] = ()
        self._panel: FinderPanel | None = None
        self._hint = KeyCap(self.tr("Ctrl K"), parent=self)
        self.textEdited.connect(self._narrow)

    @Slot(object)
    def show_items(self, items: tuple[Findable, ...]) -> None:
        """Take everything that can be found, in the order for an empty line."""
        self._items = items
        if self._panel is not None and self._panel.isVisible():
            self._narrow()

    @property
    def found(self) -> tuple[str, ...]:
        """Labels of the answers shown."""
        if self._panel is None or not self._panel.isVisible():
            return ()
        rows = self._panel.list
        return tuple(rows.item(i).data(_ITEM).label for i in range(rows.count()))

    def begin(self) -> None:
        """Take the focus and show what there is."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._narrow()

    def leave(self) -> None:
        """Close the list and forget the words."""
        self.clear()
        if self._panel is not None:
            self._panel.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        panel = self._panel
        shown = panel is not None and panel.isVisible()
        key = event.key()
        if panel is not None and shown and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            count = max(1, panel.list.count())
            step = 1 if key == Qt.Key.Key_Down else -1
            panel.list.setCurrentRow((panel.list.currentRow() + step) % count)
            return
        if key == Qt.Key.Key_Down:
            self._narrow()
            return
        if panel is not None and shown and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(panel.list.currentItem())
            return
        if key == Qt.Key.Key_Escape:
            self.leave()
            self.window().setFocus()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._narrow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.leave()

    def resizeEvent(self, _event: object) -> None:
        hint = self._hint.sizeHint()
        self._hint.setGeometry(
            self.width() - hint.width() - 8, (self.height() - hint.height()) // 2, hint.width(), hint.height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = px(16)
        box = QRectF(px(11), (self.height() - side) / 2, side, side)
        draw_icon(QPainter(self), Icon.SEARCH, box, colour=tokens_of(self).second)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._panel is not None and self._panel.isVisible():
            self._place(self._panel)
        return super().eventFilter(watched, event)

    @Slot()
    def _narrow(self) -> None:
        panel = self._panel
        if panel is None:
            panel = self._panel = FinderPanel(self.window())
            panel.list.itemClicked.connect(self._go)
            self.window().installEventFilter(self)
        panel.list.clear()
        for found in find(self.text(), self._items):
            item = QListWidgetItem(panel.list)
            item.setData(_ITEM, found)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{found.label}, {found.detail}, {found.group}")
        if not panel.list.count():
            nothing = QListWidgetItem(panel.list)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            words = self.tr("Nothing is called that")
            nothing.setData(_ITEM, Findable(words, "", "", intent=_NOTHING, icon=Icon.SEARCH.value))
        else:
            panel.list.setCurrentRow(0)
        self._place(panel)
        panel.list.show()
        panel.show()
        panel.raise_()

    def _place(self, panel: FinderPanel) -> None:
        top_left = self.mapTo(self.window(), QPoint(0, self.height() + 4))
        width = max(self.width(), px(440))
        panel.setGeometry(top_left.x(), top_left.y(), width, panel.list.count() * px(_ROW) + 14)

    @Slot(object)
    def _go(self, item: QListWidgetItem | None) -> None:
        if item is None or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        intent = item.data(_ITEM).intent
        self.leave()
        self.window().setFocus()
        self.chosen.emit(intent)


class _Nothing(Intent):
    """Stands in the line that says that nothing was found; it cannot be chosen."""


_NOTHING: Final = _Nothing()
