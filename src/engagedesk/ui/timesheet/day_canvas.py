"""The day's canvas: a list of entries, gaps and drafts, painted on the time that they take.

That it is a list is what a screen reader knows of it; Qt reads out no other item views but tables and trees.

By mouse: draw, move, resize, fill a gap, take a draft. By keyboard: arrows choose; Ctrl+Up/Down move by the firm's
increment, with Shift the end and with Alt added by the minute; S splits, M merges with the next, Shift+M with the one
before, O resolves an overlap, N draws a new entry, Delete deletes. All is undone with one key.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import (
    QEvent,
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
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QFrame, QLineEdit, QListView, QMenu, QWidget

from engagedesk.domain.ids import EntryId
from engagedesk.domain.spans import Span
from engagedesk.services.queries.rows import EntryRow, GapRow
from engagedesk.services.queries.timesheet_rows import DaySheet
from engagedesk.ui.intents import DeleteEntry, EditEntry, EntryField, FillGap, ShowHistory, StartTimer, StopTimer
from engagedesk.ui.theme import Style, font, px
from engagedesk.ui.theme.fonts import font_scale
from engagedesk.ui.timesheet.day_geometry import (
    BARE_LABEL_PX,
    DayShape,
    Drag,
    Dragging,
    Hit,
    Part,
    Size,
    day_shape,
    dragged,
    edges_of,
    free_slot,
    hit,
    nudged,
    span_of,
    split_at,
)
from engagedesk.ui.timesheet.day_items import DayItem, DayModel, day_items, editable
from engagedesk.ui.timesheet.day_painting import DayPainter, draft_buttons
from engagedesk.ui.timesheet.drafts import AcceptDraft, DismissDraft, DraftRow, DraftState, target_text
from engagedesk.ui.timesheet.intents import MergeWith, MoveEntry, ResolveOverlap, SplitAt
from engagedesk.ui.timesheet.words import tr

_SLACK_PX = 4
_DRAGS = {Part.BODY: Dragging.MOVE, Part.START: Dragging.START, Part.END: Dragging.END}


class DayCanvas(QListView):
    """Sends what a person does; ``chosen`` follows the choice with an ``EntryRow`` or None."""

    intent = Signal(object)
    chosen = Signal(object)
    to_inspector = Signal()
    """Enter on an entry: the keyboard wants its fields."""

    def __init__(self, now: Callable[[], int], *, parent: QWidget | None = None) -> None:
        """``now`` answers Unix seconds."""
        super().__init__(parent)
        self._now = now
        self.sheet: DaySheet | None = None
        self._drafts: tuple[DraftRow, ...] = ()
        self._shape: DayShape | None = None
        self._drag: Drag | None = None
        self._drag_entry: EntryRow | None = None
        self._pressed: Hit | None = None
        self._pressed_at = QPoint()
        self._ghost: Span | None = None
        self._hover: Hashable = None
        self._unscrolled = True
        """Another day came, and was not yet scrolled to where it has something."""
        self._editor: QLineEdit | None = None
        self.target_texts: list[str] = []
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
        self.day_model.show_items(day_items(sheet, drafts), claimed, now_utc=self._now())
        self._lay_out()
        if other_day:
            self._close_editor()
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
        row = -1 if found is None else self.day_model.row_of(_key(found))
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
        self._place_editor()
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
        painter.translate(0, -offset)
        paint = DayPainter(painter, self, shape, sheet, now_utc=self._now())
        top, bottom = event.rect().top() + offset, event.rect().bottom() + offset
        paint.ground(top, bottom)
        key, focused = self.chosen_key, self.hasFocus()
        for gap in shape.gaps:
            if gap.box.bottom >= top and gap.box.y <= bottom:
                at = (gap.gap.start_utc, gap.gap.end_utc)
                paint.gap(gap, chosen=key == at and focused, hovered=self._hover == at)
        for block in shape.blocks:
            head = BARE_LABEL_PX if block.size is Size.BARE else 0
            if block.box.bottom >= top and block.box.y - px(head) <= bottom:
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

    # -- mouse -------------------------------------------------------------------------------------------------------

    def _hit(self, at: QPoint) -> Hit | None:
        shape = self._shape
        if shape is None:
            return None
        x = shape.width - at.x() if self.isRightToLeft() else at.x()
        return hit(shape, x, at.y() + self.verticalOffset())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._close_editor()
        at = event.position().toPoint()
        found = self._hit(at)
        if found is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._pressed, self._pressed_at = found, at
        row = self.day_model.row_of(_key(found))
        self.setCurrentIndex(self.day_model.index(row) if row >= 0 else QModelIndex())
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is None:
            self._show_hover(self._hit(at))
            return
        if self._drag is None and (at - self._pressed_at).manhattanLength() >= _SLACK_PX:
            self._begin_drag(self._pressed)
        if self._drag is not None:
            self._drag_to(at, free=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))

    def _begin_drag(self, pressed: Hit) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        block = pressed.block
        now_utc = self._now()
        if block is None:
            if pressed.part in (Part.FREE, Part.GAP):
                edges = edges_of(sheet, now_utc)
                self._drag = Drag(Dragging.DRAW, Span(pressed.instant, pressed.instant), pressed.instant, edges)
            return
        span = span_of(block.entry, now_utc)
        if span is None or not editable(block.entry):
            return
        what = _DRAGS.get(pressed.part, Dragging.MOVE)
        if block.running and what is not Dragging.START:
            return
        self._drag_entry = block.entry
        self._drag = Drag(what, span, pressed.instant, edges_of(sheet, now_utc, but=block.entry.id))

    def _drag_to(self, at: QPoint, *, free: bool) -> None:
        shape, sheet, drag = self._shape, self.sheet, self._drag
        if shape is None or sheet is None or drag is None:
            return
        instant = shape.instant_at(at.y() + self.verticalOffset())
        self._ghost = dragged(drag, instant, shape, step_s=0 if free else sheet.increment_s)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._drag_to(event.position().toPoint(), free=free)
        pressed, drag, ghost, entry = self._pressed, self._drag, self._ghost, self._drag_entry
        self._pressed = self._drag = self._drag_entry = self._ghost = None
        self.viewport().update()
        if drag is not None and ghost is not None:
            if entry is None:
                self._ask_target(ghost)
            elif ghost != drag.span:
                self._move(entry, ghost)
            return
        if pressed is None or drag is not None:
            return
        at = event.position().toPoint()
        if pressed.gap is not None:
            self._ask_target(Span(pressed.gap.start_utc, pressed.gap.end_utc))
        elif pressed.draft is not None:
            self._click_draft(pressed.draft, at)

    def _click_draft(self, draft: DraftRow, at: QPoint) -> None:
        row = self.day_model.row_of((draft.source, draft.key))
        box = self._box_of(row)
        if box is None or draft.state is not DraftState.OPEN:
            return
        accept, dismiss = draft_buttons(box.adjusted(0.5, 0.5, -0.5, -0.5), mirrored=self.isRightToLeft())
        point = at.toPointF()
        point.setY(point.y() + self.verticalOffset())
        if accept.contains(point):
            self.intent.emit(AcceptDraft(draft))
        elif dismiss.contains(point):
            self.intent.emit(DismissDraft(draft))

    def _show_hover(self, found: Hit | None) -> None:
        key = None if found is None else _key(found)
        part = Part.NOTHING if found is None else found.part
        shapes = {Part.START: Qt.CursorShape.SizeVerCursor, Part.END: Qt.CursorShape.SizeVerCursor}
        shapes[Part.GAP] = Qt.CursorShape.PointingHandCursor
        fixed = found is not None and found.block is not None and not editable(found.block.entry)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor if fixed else shapes.get(part, Qt.CursorShape.ArrowCursor))
        if key != self._hover:
            self._hover = key
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_hover(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._hit(event.position().toPoint())
        if found is not None and found.block is not None:
            self.to_inspector.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        at = self.viewport().mapFromGlobal(event.globalPos())
        if by_mouse:
            index = self.indexAt(at)
            self.setCurrentIndex(index)
        found = self._hit(at) if by_mouse else None
        menu = self.menu_for(None if found is None else found.instant)
        if menu is not None:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).topLeft() + QPoint(24, 24))
            menu.popup(event.globalPos() if by_mouse else place)

    def menu_for(self, instant: int | None = None) -> QMenu | None:
        """Return the menu of what is chosen: everything that can be done with it. ``instant`` is under the mouse."""
        item = self.chosen_item
        if item is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if item.gap is not None:
            gap = item.gap
            menu.addAction(tr("Timesheet", "Fill this gap"), lambda: self._ask_gap(gap))
        if item.draft is not None and item.draft.state is DraftState.OPEN:
            draft = item.draft
            menu.addAction(tr("Timesheet", "Accept"), lambda: self.intent.emit(AcceptDraft(draft)))
            menu.addAction(tr("Timesheet", "Dismiss"), lambda: self.intent.emit(DismissDraft(draft)))
        row = item.entry
        if row is None:
            return menu
        if row.start_utc is not None and row.end_utc is None:
            menu.addAction(tr("Timesheet", "Stop"), lambda: self.intent.emit(StopTimer()))
        else:
            menu.addAction(tr("Timesheet", "Start again now"), self.start_again)
        if editable(row):
            if row.end_utc is not None or row.start_utc is None:
                menu.addAction(tr("Timesheet", "Split") + "\tS", lambda: self.split(instant))
                menu.addAction(tr("Timesheet", "Merge with the next") + "\tM", self.merge_next)
                menu.addAction(tr("Timesheet", "Merge with the one before") + "\tShift+M", self.merge_before)
            if self._overlapped(row.id) is not None:
                menu.addAction(tr("Timesheet", "Resolve the overlap") + "\tO", self.resolve_overlap)
        menu.addAction(tr("Timesheet", "History…"), lambda: self.intent.emit(ShowHistory(row.id)))
        if editable(row) and (row.end_utc is not None or row.start_utc is None):
            menu.addSeparator()
            menu.addAction(tr("Timesheet", "Delete"), self.delete_chosen)
        return menu

    # -- keyboard ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        ctrl = bool(held & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape and (self._drag is not None or self._ghost is not None):
            self._pressed = self._drag = self._drag_entry = self._ghost = None
            self.viewport().update()
        elif ctrl and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            what = Dragging.END if held & Qt.KeyboardModifier.ShiftModifier else Dragging.MOVE
            self.nudge(-1 if key == Qt.Key.Key_Up else 1, what, free=bool(held & Qt.KeyboardModifier.AltModifier))
        elif ctrl and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.nudge(
                -1 if key == Qt.Key.Key_Left else 1,
                Dragging.START,
                free=bool(held & Qt.KeyboardModifier.AltModifier),
            )
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2):
            self._use_chosen()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_chosen()
        elif key == Qt.Key.Key_S and not ctrl:
            self.split(None)
        elif key == Qt.Key.Key_M and not ctrl:
            self.merge_before() if held & Qt.KeyboardModifier.ShiftModifier else self.merge_next()
        elif key == Qt.Key.Key_O and not ctrl:
            self.resolve_overlap()
        elif key == Qt.Key.Key_N and not ctrl:
            self.draw_new()
        else:
            super().keyPressEvent(event)
            self.scrollTo(self.currentIndex())

    def _use_chosen(self) -> None:
        item = self.chosen_item
        if item is None:
            return
        if item.gap is not None:
            self._ask_gap(item.gap)
        elif item.draft is not None and item.draft.state is DraftState.OPEN:
            self.intent.emit(AcceptDraft(item.draft))
        elif item.entry is not None:
            self.to_inspector.emit()

    def nudge(self, steps: int, what: Dragging, *, free: bool) -> None:
        """Move the chosen entry, or one of its ends, by the firm's increment or a minute."""
        row, sheet = self.chosen_entry, self.sheet
        if row is None or sheet is None or not editable(row) or row.start_utc is None:
            return
        if row.end_utc is None and what is not Dragging.START:
            return
        span = span_of(row, self._now())
        if span is not None:
            self._move(row, nudged(span, by_s=steps * (60 if free else sheet.increment_s), what=what))

    def _move(self, row: EntryRow, span: Span) -> None:
        end_utc = None if row.end_utc is None else span.end_utc
        self.intent.emit(MoveEntry(row.id, row.version, span.start_utc, end_utc))

    @Slot()
    def start_again(self) -> None:
        """Start the timer on what the chosen entry was for."""
        row = self.chosen_entry
        if row is not None:
            words = target_text(row)
            self.intent.emit(StartTimer(f"{words}, {row.narrative}" if row.narrative else words))

    def split(self, instant: int | None) -> None:
        """Cut the chosen entry at an instant, or in its middle."""
        row, sheet = self.chosen_entry, self.sheet
        if row is None or sheet is None:
            return
        if row.start_utc is None or row.end_utc is None:
            half = row.seconds // 2 // 60 * 60 or row.seconds // 2
            self.intent.emit(SplitAt(row.id, row.version, first_s=half))
            return
        span = Span(row.start_utc, row.end_utc)
        at = split_at(span, sheet.increment_s)
        if instant is not None and span.start_utc < instant < span.end_utc:
            at = instant // 60 * 60
        self.intent.emit(SplitAt(row.id, row.version, at_utc=at))

    @Slot()
    def split_middle(self) -> None:
        self.split(None)

    @Slot()
    def merge_next(self) -> None:
        self._merge(1)

    @Slot()
    def merge_before(self) -> None:
        self._merge(-1)

    def _merge(self, by: int) -> None:
        row = self.chosen_entry
        entries = [item.entry for item in self.day_model.items if item.entry is not None]
        if row is None:
            return
        at = next((n for n, one in enumerate(entries) if one.id == row.id), -1)
        if at >= 0 and 0 <= at + by < len(entries):
            self.intent.emit(MergeWith(row.id, entries[at + by].id))

    @Slot()
    def resolve_overlap(self) -> None:
        """Give doubly claimed time to one entry: the chosen one's overlap, or else the day's first."""
        sheet, row = self.sheet, self.chosen_entry
        if sheet is None or not sheet.overlaps:
            return
        mine = None if row is None else self._overlapped(row.id)
        first = sheet.overlaps[0]
        self.intent.emit(ResolveOverlap(*(mine or (first.first, first.second))))

    def _overlapped(self, entry: EntryId) -> tuple[EntryId, EntryId] | None:
        pairs = self.sheet.overlaps if self.sheet is not None else ()
        return next(((p.first, p.second) for p in pairs if entry in (p.first, p.second)), None)

    @Slot()
    def delete_chosen(self) -> None:
        row = self.chosen_entry
        item = self.chosen_item
        if item is not None and item.draft is not None and item.draft.state is DraftState.OPEN:
            self.intent.emit(DismissDraft(item.draft))
        elif row is not None and editable(row) and (row.end_utc is not None or row.start_utc is None):
            self.intent.emit(DeleteEntry(row.id, row.version))

    @Slot()
    def draw_new(self) -> None:
        """Put a new entry where there is room, and ask what it is for."""
        if self.sheet is not None:
            self._ask_target(free_slot(self.sheet, self._now(), step_s=self.sheet.increment_s))

    # -- what for ----------------------------------------------------------------------------------------------------

    def _ask_gap(self, gap: GapRow) -> None:
        self._ask_target(Span(gap.start_utc, gap.end_utc))

    def _ask_target(self, span: Span) -> None:
        """Open a line on the span: what the time was for."""
        self._close_editor()
        editor = QLineEdit(self.viewport())
        editor.setProperty("cell", "true")
        editor.setFont(font(Style.BODY))
        words = tr("Timesheet", "What for? Engagement, narrative #activity")
        editor.setPlaceholderText(words)
        editor.setAccessibleName(words)
        editor.setMaxLength(4000)
        completer = QCompleter(self.target_texts, editor)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        editor.setCompleter(completer)
        editor.setProperty("span", (span.start_utc, span.end_utc))
        editor.installEventFilter(self)
        self._editor, self._ghost = editor, span
        self._place_editor()
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.viewport().update()

    def _place_editor(self) -> None:
        shape, editor, span = self._shape, self._editor, self._ghost
        if shape is None or editor is None or span is None:
            return
        y = int(shape.y_of(span.start_utc)) - self.verticalOffset() + 6
        if y < 0 or y + px(32) > self.viewport().height():
            self.verticalScrollBar().setValue(int(shape.y_of(span.start_utc)) - px(60))
            y = int(shape.y_of(span.start_utc)) - self.verticalOffset() + 6
        width = min(int(shape.entries_w) - px(28), px(420))
        x = int(shape.entries_x) + px(14)
        x = int(shape.width) - x - width if self.isRightToLeft() else x
        editor.setGeometry(x, y, width, px(28))

    def _take_target(self) -> None:
        editor, span = self._editor, self._ghost
        if editor is None or span is None:
            return
        text = editor.text().strip()
        if not text:
            return
        self._close_editor()
        self.setFocus()
        self.intent.emit(FillGap(span.start_utc, span.end_utc, text))

    def _close_editor(self) -> None:
        editor = self._editor
        if editor is not None:
            self._editor = self._ghost = None
            editor.removeEventFilter(self)
            editor.hide()
            editor.deleteLater()
            self.viewport().update()

    def _editor_key(self, key: int) -> bool:
        """Take what the open line means by a key; Enter must not go on to the canvas behind it."""
        if key == Qt.Key.Key_Escape:
            self._close_editor()
            self.setFocus()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_target()
        else:
            return False
        return True

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self._editor and self._editor is not None:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._editor_key(event.key())
            if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
                kept = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
                if event.reason() not in kept:
                    self._close_editor()
        return False

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

    def edit_field(self, field: EntryField, value: str) -> None:
        """Change one field of the chosen entry."""
        row = self.chosen_entry
        if row is not None:
            self.intent.emit(EditEntry(row.id, row.version, field, value))


def _key(found: Hit) -> Hashable:
    """Return the key of the item under a point."""
    if found.block is not None:
        return found.block.entry.id
    if found.gap is not None:
        return (found.gap.start_utc, found.gap.end_utc)
    return None if found.draft is None else (found.draft.source, found.draft.key)
