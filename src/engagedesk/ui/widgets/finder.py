"""The palette: the search box of the top bar and the list that drops from it.

It finds every action, page, engagement, client and setting; Tab on an engagement shows what can be done with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from shiboken6 import isValid

from engagedesk.ui.finding import Findable, Haystack, find
from engagedesk.ui.theme import Icon, Style, draw_icon, elided, font, metrics, px, tokens_of
from engagedesk.ui.theme.tokens import RADIUS_CARD, RADIUS_CONTROL
from engagedesk.ui.widgets.chip import KeyCap
from engagedesk.ui.widgets.inputs import TextField

_ITEM: Final = Qt.ItemDataRole.UserRole
_ROW: Final = 36
_HEAD: Final = 26
_FOOT: Final = 30
_MOST_PX: Final = 12 * _ROW
_WIDTH: Final = 560
RECENT_SHOWN: Final = 4
RECENT_KEPT: Final = 30


@dataclass(frozen=True, slots=True)
class _Heading:
    """A line that cannot be chosen: the name of a group, or that nothing was found."""

    text: str


class _FindableDelegate(QStyledItemDelegate):
    """Paints one answer: mark, label, detail, and its group or keys."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(200), px(_HEAD if isinstance(index.data(_ITEM), _Heading) else _ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item = index.data(_ITEM)
        view = self.parent()
        if not isinstance(view, FinderList):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, _Heading):
            painter.setPen(QColor(tokens_of(view).third))
            painter.setFont(font(Style.CAPTION_STRONG))
            box = option.rect.adjusted(px(10), 0, -px(10), 0)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), item.text)
        else:
            self._paint_answer(painter, option.rect, item, view, chosen=view.currentIndex() == index)
        painter.restore()

    def _paint_answer(self, painter: QPainter, rect: QRect, item: Findable, view: FinderList, *, chosen: bool) -> None:
        tokens = tokens_of(view)
        flags = int(Qt.AlignmentFlag.AlignVCenter)

        def box(x: float, width: float, height: float) -> QRectF:
            """Return a box in the middle of the line, mirrored where the language runs from right to left."""
            at = QRect(rect.x() + round(x), rect.y() + round((rect.height() - height) / 2), round(width), round(height))
            return QRectF(QStyle.visualRect(view.layoutDirection(), rect, at))

        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selection))
            painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, 0, -1), RADIUS_CONTROL, RADIUS_CONTROL)
        if item.colour is None:
            draw_icon(painter, Icon(item.icon), box(px(10), px(16), px(16)), colour=tokens.second)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.client(item.colour)))
            painter.drawEllipse(box(px(14), px(8), px(8)))
        end = item.keys or item.group
        end_px = metrics(Style.CAPTION).horizontalAdvance(end) + 2
        x, right = px(36), rect.width() - px(12) - end_px
        label = elided(Style.BODY_MEDIUM, item.label, right - x)
        painter.setPen(QColor(tokens.text))
        painter.setFont(font(Style.BODY_MEDIUM))
        painter.drawText(box(x, right - x, rect.height()), flags, label)
        x += metrics(Style.BODY_MEDIUM).horizontalAdvance(label) + px(8)
        painter.setPen(QColor(tokens.second))
        painter.setFont(font(Style.CAPTION))
        room = right - x - px(8)
        if room > px(32):
            painter.drawText(box(x, room, rect.height()), flags, elided(Style.CAPTION, item.detail, room))
        if item.keys:
            painter.setFont(font(Style.CAPTION_STRONG))
            painter.setPen(QColor(tokens.border))
            painter.setBrush(QColor(tokens.sunken))
            cap = box(right - px(5), end_px + px(10), px(18))
            painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(QColor(tokens.second))
            painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), end)
        else:
            painter.drawText(box(right, end_px, rect.height()), flags, end)


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
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.setCurrentItem(item)


class FinderPanel(QWidget):
    """The surface under the list, and the line of keys below it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.list = FinderList(self)
        self._foot = self.tr("↑ ↓ choose    Enter go    Esc leave")
        self._foot_more = self.tr("↑ ↓ choose    Enter open    Tab more    Esc leave")
        self._has_more = False
        self.hide()

    def tell_more(self, *, has_more: bool) -> None:
        """Say below whether Tab shows more of the chosen line."""
        self._has_more = has_more
        self.update()

    def wanted_px(self) -> int:
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        return min(rows, px(_MOST_PX)) + px(14) + px(_FOOT)

    def resizeEvent(self, _event: object) -> None:
        self.list.setGeometry(self.rect().adjusted(1, 1, -1, -1 - px(_FOOT)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        painter.setBrush(QColor(tokens.surface))
        painter.setPen(QPen(QColor(tokens.control_border)))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
        foot = self.rect().adjusted(px(16), self.height() - px(_FOOT), -px(16), 0)
        painter.fillRect(1, foot.y(), self.width() - 2, 1, QColor(tokens.border))
        painter.setPen(QColor(tokens.third))
        painter.setFont(font(Style.CAPTION))
        words = self._foot_more if self._has_more else self._foot
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignVCenter), elided(Style.CAPTION, words, foot.width()))


class Finder(TextField):
    """Type to narrow, arrows to choose, Enter to go, Tab for more, Esc to leave; ``chosen`` sends the intention."""

    chosen = Signal(object)
    recent_changed = Signal(object)
    """The ids of what was chosen, the latest first."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(name=self.tr("Search or run a command"), parent=parent)
        self._words = self.tr("Search or run a command")
        self.setPlaceholderText(self._words)
        self._hay = Haystack(())
        self._recent: tuple[str, ...] = ()
        self._within: Findable | None = None
        self._panel: FinderPanel | None = None
        self._before: QWidget | None = None
        """What had the keyboard before, and gets it back; None = nothing, or it is gone."""
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]  # there is one
        self._for_words: Callable[[str], Findable] | None = None
        self._hint = KeyCap("", parent=self)
        self.textEdited.connect(self._narrow)

    @Slot(object)
    def show_items(self, items: tuple[Findable, ...]) -> None:
        """Take everything that can be found, in the order for an empty line."""
        self._hay = Haystack(items)
        if self._panel is not None and self._panel.isVisible():
            self._narrow()

    def show_keys(self, keys: str) -> None:
        """Show in the box which keys bring here."""
        self._hint.show_text(keys)
        self._hint.setVisible(bool(keys))
        self._place_hint()

    def offer_for_words(self, make: Callable[[str], Findable]) -> None:
        """Offer below every answer what can be done with the words themselves."""
        self._for_words = make

    def set_recent(self, ids: tuple[str, ...]) -> None:
        """Take what was chosen in earlier days, the latest first."""
        self._recent = ids[:RECENT_KEPT]

    @property
    def found(self) -> tuple[str, ...]:
        """Labels of the answers shown; where there are none, the words that say so."""
        if self._panel is None or not self._panel.isVisible():
            return ()
        rows = self._panel.list
        shown = [rows.item(i).data(_ITEM) for i in range(rows.count())]
        answers = tuple(one.label for one in shown if isinstance(one, Findable))
        return answers or tuple(one.text for one in shown)

    def begin(self) -> None:
        """Take the focus and show what there is."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._narrow()

    def leave(self) -> None:
        """Close the list and forget the words."""
        self.clear()
        self._enter(None)
        if self._panel is not None:
            self._panel.hide()

    def event(self, event: QEvent) -> bool:
        # Tab would leave the field before keyPressEvent hears of it.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            item = self._current()
            if event.key() == Qt.Key.Key_Tab and item is not None and item.more is not None:
                self._show_more(item)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        panel = self._panel
        shown = panel is not None and panel.isVisible()
        key = event.key()
        if panel is not None and shown and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(panel, 1 if key == Qt.Key.Key_Down else -1)
            return
        if key == Qt.Key.Key_Down:
            self._narrow()
            return
        if panel is not None and shown and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(panel.list.currentItem())
            return
        if key == Qt.Key.Key_Backspace and self._within is not None and not self.text():
            self._enter(None)
            self._narrow()
            return
        if key == Qt.Key.Key_Escape:
            self.leave()
            self._give_back()
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
        self._place_hint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = px(16)
        at = QRect(px(11), (self.height() - side) // 2, side, side)
        box = QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), at))
        draw_icon(QPainter(self), Icon.SEARCH, box, colour=tokens_of(self).second)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._panel is not None and self._panel.isVisible():
            self._place(self._panel)
        return super().eventFilter(watched, event)

    # -- inside ------------------------------------------------------------------------------------------------------

    @Slot(QWidget, QWidget)
    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is self and old is not None and old.window() is self.window():
            self._before = old

    def _give_back(self) -> None:
        """Put the keyboard where it was, if that is still in sight."""
        before, self._before = self._before, None
        if before is None or not isValid(before) or not before.isVisible():
            before = self.window()
        before.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _narrow(self) -> None:
        panel = self._panel
        if panel is None:
            panel = self._panel = FinderPanel(self.window())
            panel.list.itemClicked.connect(self._go)
            panel.list.currentRowChanged.connect(self._tell_more)
            self.window().installEventFilter(self)
        panel.list.clear()
        for answer in self._answers():
            item = QListWidgetItem(panel.list)
            item.setData(_ITEM, answer)
            if isinstance(answer, _Heading):
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, answer.text)
            else:
                said = ", ".join(part for part in (answer.label, answer.detail, answer.group, answer.keys) if part)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        panel.list.setCurrentRow(-1)
        self._step(panel, 1)
        panel.list.scrollToTop()
        self._place(panel)
        panel.list.show()
        panel.show()
        panel.raise_()

    def _answers(self) -> list[Findable | _Heading]:
        query, within = self.text(), self._within
        if within is not None:
            return [_Heading(within.label), *find(query, within.more() if within.more is not None else ())]
        found = find(query, self._hay, recent=self._recent)
        if query.strip():
            last = [] if self._for_words is None else [self._for_words(query.strip())]
            return [*(found or [_Heading(self.tr("Nothing is called that"))]), *last]
        known = {item.id: item for item in self._hay.items if item.id}
        recent = [known[name] for name in self._recent if name in known][:RECENT_SHOWN]
        answers: list[Findable | _Heading] = [_Heading(self.tr("Recent")), *recent] if recent else []
        group = ""
        for item in found:
            if item.group != group:
                group = item.group
                answers.append(_Heading(group))
            answers.append(item)
        return answers

    def _step(self, panel: FinderPanel, step: int) -> None:
        """Choose the next line that can be chosen, round the end."""
        count, row = panel.list.count(), panel.list.currentRow()
        for _ in range(count):
            row = (row + step) % count
            if panel.list.item(row).flags() & Qt.ItemFlag.ItemIsEnabled:
                panel.list.setCurrentRow(row)
                return

    def _current(self) -> Findable | None:
        panel = self._panel
        if panel is None or not panel.isVisible():
            return None
        item = panel.list.currentItem()
        found = None if item is None else item.data(_ITEM)
        return found if isinstance(found, Findable) else None

    @Slot()
    def _tell_more(self) -> None:
        if self._panel is not None:
            item = self._panel.list.currentItem()
            found = None if item is None else item.data(_ITEM)
            self._panel.tell_more(has_more=isinstance(found, Findable) and found.more is not None)
            if isinstance(found, Findable):
                self.setAccessibleDescription(found.label)

    def _show_more(self, item: Findable) -> None:
        self.clear()
        self._enter(item)
        self._narrow()

    def _enter(self, item: Findable | None) -> None:
        """Show what can be done with one thing; None = everything again."""
        self._within = item
        words = self._words if item is None else self.tr("What to do with {name}").format(name=item.label)
        self.setPlaceholderText(words)

    def _place(self, panel: FinderPanel) -> None:
        window = self.window()
        left = self.mapTo(window, QPoint(0, self.height() + 4))
        width = min(max(self.width(), px(_WIDTH)), window.width() - px(32))
        x = left.x()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            x += self.width() - width
        height = min(panel.wanted_px(), window.height() - left.y() - px(16))
        panel.setGeometry(max(px(8), x), left.y(), width, height)

    def _place_hint(self) -> None:
        hint = self._hint.sizeHint()
        at = QRect(self.width() - hint.width() - 8, (self.height() - hint.height()) // 2, hint.width(), hint.height())
        self._hint.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), at))
        # Text margins are not mirrored by Qt: the icon stands at the start, the keys at the end.
        start, end = px(22), hint.width() + 4
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            start, end = end, start
        self.setTextMargins(start, 0, end, 0)

    @Slot(object)
    def _go(self, item: QListWidgetItem | None) -> None:
        found = None if item is None else item.data(_ITEM)
        if not isinstance(found, Findable):
            return
        if found.opens:
            self._show_more(found)
            return
        self.leave()
        if found.id:
            self._recent = (found.id, *(one for one in self._recent if one != found.id))[:RECENT_KEPT]
            self.recent_changed.emit(self._recent)
        before, window = self._before, self.window()
        window.setFocus()
        self.chosen.emit(found.intent)
        if window.focusWidget() is window:
            # No page took it; a dialog that opened meanwhile gives it back when it closes.
            self._before = before
            self._give_back()
