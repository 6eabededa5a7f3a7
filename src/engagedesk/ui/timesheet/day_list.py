"""The day's items as a list that is laid out and painted on the time that they take.

That it is a list is what a screen reader knows of it; Qt reads out no other item views but tables and trees.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
    QTransform,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from engagedesk.domain.ids import EntryId
from engagedesk.domain.spans import Span
from engagedesk.services.queries.rows import EntryRow
from engagedesk.services.queries.timesheet_rows import DaySheet
from engagedesk.ui.theme import px
from engagedesk.ui.theme.fonts import font_scale
from engagedesk.ui.timesheet.day_geometry import (
    DayShape,
    Hit,
    day_shape,
    hit,
    span_of,
)
from engagedesk.ui.timesheet.day_items import DayItem, DayModel, day_items
from engagedesk.ui.timesheet.day_painting import DayPainter
from engagedesk.ui.timesheet.drafts import DraftRow
from engagedesk.ui.timesheet.words import tr


class DayList(QListView):
    """Shows a day; ``chosen`` follows the choice with its ``EntryRow`` or None. ``DayCanvas`` does things to it."""

    chosen = Signal(object)

    def __init__(self, now: Callable[[], int], *, parent: QWidget | None = None) -> None:
        """``now`` answers Unix seconds."""
        super().__init__(parent)
        self._now = now
        self.sheet: DaySheet | None = None
        self._drafts: tuple[DraftRow, ...] = ()
        self._shape: DayShape | None = None
        self._drag_entry: EntryRow | None = None
        """The entry under the ghost; None = a new one."""
        self._ghost: Span | None = None
        self._hover: Hashable = None
        self._unscrolled = True
        """Another day came, and was not yet scrolled to where it has something."""
        self.day_model = DayModel(parent=self)
        self.setModel(self.day_model)
        self.setAccessibleName(tr("Timesheet", "Entries of the day"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        # A click must not move the day under the mouse; keys bring what they choose into sight themselves.
        self.setAutoScroll(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(px(33))
        self._minute = QTimer(self)
        self._minute.setInterval(15_000)
        self._minute.timeout.connect(self.tick)
        self.selectionModel().currentChanged.connect(self._on_current)

    # -- in ----------------------------------------------------------------------------------------------------------

    def show_day(self, sheet: DaySheet, drafts: tuple[DraftRow, ...]) -> None:
        """Take a day; what is chosen stays chosen, and another day is scrolled to where it has something."""
        kept, other_day = self.chosen_key, self.sheet is None or self.sheet.day != sheet.day
        self.sheet, self._drafts = sheet, drafts
        claimed = frozenset(one for pair in sheet.overlaps for one in (pair.first, pair.second))
        self.day_model.show_items(day_items(sheet, drafts), claimed, now_utc=self._now(), zone=sheet.zone)
        self._lay_out()
        if other_day:
            self._unscrolled = True
            self._scroll_to_work()
        row = -1 if kept is None or other_day else self.day_model.row_of(kept)
        if row >= 0:
            self.setCurrentIndex(self.day_model.index(row))
        elif other_day:
            self.setCurrentIndex(QModelIndex())
        self.chosen.emit(self.chosen_entry)

    def choose(self, entry: EntryId) -> None:
        """Choose an entry and bring it into sight."""
        row = self.day_model.row_of(entry)
        if row >= 0:
            self.setCurrentIndex(self.day_model.index(row))
            self.scrollTo(self.currentIndex())

    @property
    def chosen_item(self) -> DayItem | None:
        index = self.currentIndex()
        return (
            self.day_model.items[index.row()] if index.isValid() and index.row() < len(self.day_model.items) else None
        )

    @property
    def chosen_entry(self) -> EntryRow | None:
        item = self.chosen_item
        return None if item is None else item.entry

    @property
    def chosen_key(self) -> Hashable:
        item = self.chosen_item
        return None if item is None else item.key

    @property
    def shape_shown(self) -> DayShape | None:
        return self._shape

    @Slot()
    def tick(self) -> None:
        """Move the now line and let the running entry grow."""
        if self.sheet is not None and (self.sheet.is_today or any(r.end_utc is None for r in self.sheet.entries)):
            self._lay_out()

    def _lay_out(self) -> None:
        if self.sheet is None:
            return
        width = float(self.viewport().width())
        self._shape = day_shape(self.sheet, self._drafts, width=width, now_utc=self._now(), scale=font_scale())
        self.updateGeometries()
        self.viewport().update()

    def _scroll_to_work(self) -> None:
        """Begin half an hour before the first entry, at 08:00 on a day without any."""
        shape, sheet = self._shape, self.sheet
        if shape is None or sheet is None or not self.isVisible() or not self._unscrolled:
            return
        self._unscrolled = False
        starts = [row.start_utc for row in sheet.entries if row.start_utc is not None]
        first = max(sheet.day_start_utc, min(starts, default=sheet.day_start_utc + 8 * 3600) - 1800)
        if any(row.start_utc is None for row in sheet.entries) and not starts:
            first = sheet.day_start_utc
        self.verticalScrollBar().setValue(int(shape.y_of(first)) - px(10))

    # -- an item view's contract -------------------------------------------------------------------------------------

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        box = self._box_of(index.row()) if index.isValid() else None
        return QRect() if box is None else box.translated(0, -self.verticalOffset()).toAlignedRect()

    def _box_of(self, row: int) -> QRectF | None:
        shape = self._shape
        if shape is None or not 0 <= row < len(self.day_model.items):
            return None
        item = self.day_model.items[row]
        found = next((b.box for b in shape.blocks if item.entry is not None and b.entry.id == item.entry.id), None)
        found = found or next((g.box for g in shape.gaps if g.gap == item.gap), None)
        found = found or next((d.box for d in shape.drafts if d.draft == item.draft), None)
        if found is None:
            return None
        x = shape.width - found.x - found.w if self.isRightToLeft() else found.x
        return QRectF(x, found.y, found.w, found.h)

    def indexAt(self, point: QPoint) -> QModelIndex:
        found = self._hit(point)
        row = -1 if found is None else self.day_model.row_of(key_of(found))
        return self.day_model.index(row) if row >= 0 else QModelIndex()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        del hint
        box = self._box_of(index.row()) if index.isValid() else None
        if box is None:
            return
        bar, high = self.verticalScrollBar(), self.viewport().height()
        if box.top() - px(24) < bar.value():
            bar.setValue(int(box.top()) - px(24))
        elif box.bottom() + px(8) > bar.value() + high:
            bar.setValue(min(int(box.top()) - px(24), int(box.bottom()) + px(8) - high))

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: QModelIndex | QPersistentModelIndex) -> bool:
        return False

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        count, at = self.day_model.rowCount(), self.currentIndex().row()
        if not count:
            return QModelIndex()
        moves = QAbstractItemView.CursorAction
        back = (moves.MoveUp, moves.MoveLeft, moves.MovePrevious, moves.MovePageUp)
        if action == moves.MoveHome:
            row = 0
        elif action == moves.MoveEnd:
            row = count - 1
        elif action in back:
            row = max(0, at - 1)
        else:
            row = min(count - 1, at + 1)
        return self.day_model.index(row)

    def setSelection(self, rect: QRect, command: object) -> None:
        index = self.indexAt(rect.center())
        if index.isValid():
            self.selectionModel().select(index, command)  # type: ignore[call-overload]

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def updateGeometries(self) -> None:
        shape, bar = self._shape, self.verticalScrollBar()
        if shape is not None:
            bar.setPageStep(self.viewport().height())
            bar.setRange(0, max(0, int(shape.height) - self.viewport().height()))
        QAbstractItemView.updateGeometries(self)

    def doItemsLayout(self) -> None:
        """Leave the layout to the geometry: a list's own would set the scroll bars anew."""
        QAbstractItemView.doItemsLayout(self)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(360), px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractItemView.resizeEvent(self, event)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()
        self._lay_out()
        self._scroll_to_work()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()

    # -- painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        shape, sheet = self._shape, self.sheet
        if shape is None or sheet is None:
            return
        painter = QPainter(self.viewport())
        offset = self.verticalOffset()
        painter.setTransform(QTransform.fromTranslate(0, -offset))
        paint = DayPainter(painter, self, shape, sheet, now_utc=self._now())
        top, bottom = event.rect().top() + offset, event.rect().bottom() + offset
        paint.ground(top, bottom)
        key, focused = self.chosen_key, self.hasFocus()
        for gap in shape.gaps:
            if gap.box.bottom >= top and gap.box.y <= bottom:
                at = (gap.gap.start_utc, gap.gap.end_utc)
                paint.gap(gap, chosen=key == at and focused, hovered=self._hover == at)
        for block in shape.blocks:
            boxes = (block.box,) if block.label is None else (block.box, block.label)
            if max(box.bottom for box in boxes) >= top and min(box.y for box in boxes) <= bottom:
                mine = block.entry.id
                paint.block(block, chosen=key == mine, focused=focused, hovered=self._hover == mine)
                if block.overlaps:
                    paint.overlap_mark(block)
        for draft in shape.drafts:
            if draft.box.bottom >= top and draft.box.y <= bottom:
                named = (draft.draft.source, draft.draft.key)
                paint.draft(draft, chosen=key == named and focused, hovered=self._hover == named)
        paint.now_line()
        if self._ghost is not None:
            paint.ghost(self._ghost, overlaps=self._would_overlap(self._ghost))
        painter.end()

    def _would_overlap(self, span: Span) -> bool:
        mine = None if self._drag_entry is None else self._drag_entry.id
        others = (span_of(r, self._now()) for r in (self.sheet.entries if self.sheet else ()) if r.id != mine)
        return any(other is not None and other.overlaps(span) for other in others)

    def _hit(self, at: QPoint) -> Hit | None:
        shape = self._shape
        if shape is None:
            return None
        x = shape.width - at.x() if self.isRightToLeft() else at.x()
        return hit(shape, x, at.y() + self.verticalOffset())

    # -- the choice ---------------------------------------------------------------------------------------------------

    @Slot()
    def _on_current(self) -> None:
        self.viewport().update()
        self.chosen.emit(self.chosen_entry)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if (
            not self.currentIndex().isValid()
            and self.day_model.rowCount()
            and event.reason() != Qt.FocusReason.MouseFocusReason
        ):
            self.setCurrentIndex(self.day_model.index(0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


def key_of(found: Hit) -> Hashable:
    """Return the key of the item under a point."""
    if found.block is not None:
        return found.block.entry.id
    if found.gap is not None:
        return (found.gap.start_utc, found.gap.end_utc)
    return None if found.draft is None else (found.draft.source, found.draft.key)
