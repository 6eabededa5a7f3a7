"""The day's canvas: everything that mouse and keyboard do to the entries, gaps and drafts of ``DayList``.

By mouse: draw, move, resize, fill a gap, take a draft. By keyboard: arrows choose; Ctrl+Up/Down move by the firm's
increment, with Shift the end, Ctrl+Left/Right the start, and with Alt added by the minute; S splits, M merges with the
next, Shift+M with the one before, O resolves an overlap, N draws a new entry, Delete deletes. One key undoes it all.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QCompleter, QLineEdit, QMenu, QWidget

from engagedesk.domain.ids import EntryId
from engagedesk.domain.spans import Span
from engagedesk.services.queries.rows import EntryRow, GapRow
from engagedesk.services.queries.timesheet_rows import DaySheet
from engagedesk.ui.intents import DeleteEntry, FillGap, ShowHistory, StartTimer, StopTimer
from engagedesk.ui.theme import Style, font, px
from engagedesk.ui.timesheet.day_geometry import (
    Drag,
    Dragging,
    Hit,
    Part,
    dragged,
    edges_of,
    free_slot,
    nudged,
    span_of,
    split_at,
)
from engagedesk.ui.timesheet.day_items import editable
from engagedesk.ui.timesheet.day_list import DayList, key_of
from engagedesk.ui.timesheet.day_painting import draft_buttons
from engagedesk.ui.timesheet.drafts import AcceptDraft, DismissDraft, DraftRow, DraftState, target_text
from engagedesk.ui.timesheet.intents import MergeWith, MoveEntry, ResolveOverlap, SplitAt
from engagedesk.ui.timesheet.words import tr

_SLACK_PX = 4
_DRAGS = {Part.BODY: Dragging.MOVE, Part.START: Dragging.START, Part.END: Dragging.END}


class DayCanvas(DayList):
    """Sends what a person does."""

    intent = Signal(object)
    to_inspector = Signal()
    """Enter on an entry: the keyboard wants its fields."""
    _editor: QLineEdit | None = None
    """The open line; of the class, for Qt asks the event filter while the base is still being made."""

    def __init__(self, now: Callable[[], int], *, parent: QWidget | None = None) -> None:
        """``now`` answers Unix seconds."""
        super().__init__(now, parent=parent)
        self._drag: Drag | None = None
        self._pressed: Hit | None = None
        self._pressed_at = QPoint()
        self.target_texts: list[str] = []

    def show_day(self, sheet: DaySheet, drafts: tuple[DraftRow, ...]) -> None:
        """Take a day; a line that is open on another day is left."""
        if self.sheet is not None and self.sheet.day != sheet.day:
            self._close_editor()
        super().show_day(sheet, drafts)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._place_editor()
        super().scrollContentsBy(dx, dy)

    # -- mouse -------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._close_editor()
        at = event.position().toPoint()
        found = self._hit(at)
        if found is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._pressed, self._pressed_at = found, at
        row = self.day_model.row_of(key_of(found))
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
        key = None if found is None else key_of(found)
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
        if row.is_running:
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor and self._editor is not None:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._editor_key(event.key())
            if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
                kept = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
                if event.reason() not in kept:
                    self._close_editor()
        return super().eventFilter(watched, event)
