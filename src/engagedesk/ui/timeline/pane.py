"""The time pane: what the pointer and the arrows do on its sheet; rows and keyboard are the tree's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QCursor, QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from engagedesk.ui.theme import px
from engagedesk.ui.timeline.columns import Flag
from engagedesk.ui.timeline.hand import DRAG_FROM_PX, Doing, Hand
from engagedesk.ui.timeline.hits import Hit, Part, bar_at, row_at
from engagedesk.ui.timeline.links import distance, kind_between
from engagedesk.ui.timeline.rows import ItemLine, Push
from engagedesk.ui.timeline.scene import ROW_PX, Drawing, Tip
from engagedesk.ui.timeline.snapping import Place, WorkTime
from engagedesk.ui.timeline.time_sheet import TimeSheet
from engagedesk.ui.timeline.words import item_tip, link_words

WHEEL_STEP: Final = 1.0015
"""Zoom by one eighth of a degree of the wheel."""
PAN_PX: Final = 96
KEYS_REST_MS: Final = 700
"""Arrows that rest so long have said what they meant."""
EDGE_PX: Final = 28
LINK_NEAR_PX: Final = 5.0


class TimePane(TimeSheet):
    """In as its sheet is; out by the signals."""

    row_chosen = Signal(int)
    """A node that was clicked."""
    opened = Signal(bytes)
    """An item that was double-clicked."""
    dropped = Signal(bytes, object)
    """An item and the ``Place`` where it was let go."""
    drawn = Signal(bytes, bytes, object)
    """A link that was drawn: predecessor, successor, ``LinkKind``."""
    link_opened = Signal(int)
    jump = Signal(bytes)
    """An item to go to: the other end of a link."""
    menu_asked = Signal(object)
    """A place on the screen: what is chosen has a menu there."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.viewport().setMouseTracking(True)
        self.calendar_of: Callable[[ItemLine], WorkTime] | None = None
        """Who says what a working day is; None = nothing can be moved."""
        self.half_day_s: Callable[[ItemLine], int] = lambda _item: 13_500
        self._pan_from: QPointF | None = None
        self._panned = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(KEYS_REST_MS)
        self._rest.timeout.connect(self.settle_keys)

    # -- the pointer -------------------------------------------------------------------------------------------------

    def _along(self, x: float) -> float:
        """Return an x of the widget along the direction of reading."""
        return self.viewport().width() - x if self.mirrored else x

    def _hit(self, at: QPointF, *, with_links: bool) -> tuple[int | None, Hit | None]:
        """Return the row and the part of a bar under a point of the viewport."""
        y = at.y() - self.header_px
        if y < 0:
            return None, None
        row = row_at(y, top_px=self.verticalScrollBar().value(), row_px=self.row_px, rows=self.bars.rows)
        if row is None or self.is_overview:
            return row, None
        return row, bar_at(self.bars, self.scale, row, self._along(at.x()), with_links=with_links)

    def _item_at(self, bar: int) -> ItemLine | None:
        if self.arranged is None or bar >= self.bars.count:
            return None
        return self.arranged.nodes[int(self.bars.node[bar])].item

    def _link_near(self, at: QPointF) -> int | None:
        x, y = self._along(at.x()), at.y() - self.header_px
        near = [(distance(corners, x, y), place) for place, corners in self._painted.routes]
        found = min(near, default=None)
        return found[1] if found is not None and found[0] <= LINK_NEAR_PX else None

    def _chip_at(self, at: QPointF) -> bytes | None:
        point = at - QPointF(0, self.header_px)
        return next((item for box, item in self._painted.chips if box.contains(point)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if event.button() is Qt.MouseButton.MiddleButton:
            self._begin_pan(at)
            return
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.settle_keys()
        chip = self._chip_at(at)
        if chip is not None:
            self.jump.emit(chip)
            return
        row, hit = self._hit(at, with_links=self._hovered is not None)
        if row is not None:
            self.row_chosen.emit(self.shown[row])
        if hit is not None and (item := self._item_at(hit.bar)) is not None:
            self.select_link(None)
            if hit.part in (Part.LINK_START, Part.LINK_END):
                x, y = self._along(at.x()), at.y() - self.header_px
                self.drawing = Drawing(hit.bar, hit.part is Part.LINK_END, x, y)
                self.viewport().update()
            elif self.bars.flags[hit.bar] & Flag.MOVABLE and self.calendar_of is not None:
                place = Place(item.starts, item.ends)
                self.hand = Hand(item.id, hit.part, place, place, Doing.PRESSED, at.x(), at.y())
            return
        link = self._link_near(at)
        self.select_link(link)
        if link is None:
            self._begin_pan(at)

    def _begin_pan(self, at: QPointF) -> None:
        self._pan_from, self._panned = at, False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pan_from is not None:
            self._go_on_panning(at)
        elif self.drawing is not None:
            self._go_on_drawing(at)
        elif self.hand is not None and self.hand.doing in (Doing.PRESSED, Doing.DRAGGING):
            self._go_on_dragging(at, free=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        else:
            self._hover(at)

    def _go_on_panning(self, at: QPointF) -> None:
        if self._pan_from is None:
            return
        gone = at - self._pan_from
        if not self._panned and abs(gone.x()) + abs(gone.y()) < DRAG_FROM_PX:
            return
        self._panned = True
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.pan(gone.x() if self.mirrored else -gone.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - round(gone.y()))
        self._pan_from = at

    def _go_on_dragging(self, at: QPointF, *, free: bool) -> None:
        hand = self.hand
        if hand is None or self.plan is None or self.calendar_of is None:
            return
        gone = at - QPointF(hand.from_x, hand.from_y)
        if hand.doing is Doing.PRESSED and abs(gone.x()) + abs(gone.y()) < DRAG_FROM_PX:
            return
        edge = self._edge_step(at)
        if edge:
            self.pan(edge)
            hand = replace(hand, from_x=hand.from_x + (edge if self.mirrored else -edge))
        item = self._item_of(hand.item)
        if item is None:
            self.drop_hand()
            return
        by_px = self._along(at.x()) - self._along(hand.from_x)
        self._take_hand(hand.dragged(by_px / self.scale.px_per_s, self.calendar_of(item), free=free))
        self.viewport().setCursor(
            Qt.CursorShape.ClosedHandCursor if hand.part is Part.BODY else Qt.CursorShape.SizeHorCursor
        )

    def _edge_step(self, at: QPointF) -> float:
        """Return how far the sheet moves on under a drag that comes to its edge."""
        x, wide = self._along(at.x()), self.viewport().width()
        if x < EDGE_PX:
            return max(-24.0, (x - EDGE_PX) / 2)
        return min(24.0, (x - wide + EDGE_PX) / 2) if x > wide - EDGE_PX else 0.0

    def _take_hand(self, hand: Hand) -> None:
        before = self.hand
        self.hand = hand
        if before is None or before.place != hand.place:
            self.hand_changed.emit()
        self.viewport().update()

    def _item_of(self, item: bytes) -> ItemLine | None:
        bar = self.bar_of(item)
        return None if bar is None else self._item_at(bar)

    def _go_on_drawing(self, at: QPointF) -> None:
        drawing = self.drawing
        if drawing is None:
            return
        x, y = self._along(at.x()), at.y() - self.header_px
        _, hit = self._hit(at, with_links=True)
        to_bar, to_start, tip = None, True, None
        if hit is not None and hit.bar != drawing.bar and self.bars.flags[hit.bar] & Flag.MOVABLE:
            to_bar = hit.bar
            to_start = hit.part in (Part.START, Part.LINK_START) or (
                hit.part is Part.BODY
                and x <= self.scale.x(float(self.bars.start[to_bar] + self.bars.end[to_bar]) / 2) + 1
            )
            one, two = self._item_at(drawing.bar), self._item_at(to_bar)
            if one is not None and two is not None:
                kind = kind_between(from_end=drawing.from_end, to_start=to_start)
                tip = Tip(link_words(kind), "", f"{one.name} → {two.name}")
        self.drawing = replace(drawing, x=x, y=y, to_bar=to_bar, to_start=to_start, tip=tip)
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self.viewport().update()

    def _hover(self, at: QPointF) -> None:
        _, hit = self._hit(at, with_links=True)
        hovered = hit.bar if hit is not None and self.bars.flags[hit.bar] & Flag.MOVABLE else None
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update(QRect(0, self.header_px, self.viewport().width(), self.viewport().height()))
        shape = Qt.CursorShape.ArrowCursor
        if self._chip_at(at) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif hit is not None and hovered is not None:
            shape = {
                Part.BODY: Qt.CursorShape.OpenHandCursor,
                Part.START: Qt.CursorShape.SizeHorCursor,
                Part.END: Qt.CursorShape.SizeHorCursor,
            }.get(hit.part, Qt.CursorShape.CrossCursor)
        elif self._link_near(at) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(QCursor(shape))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None:
            self._pan_from = None
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
            return
        drawing, hand = self.drawing, self.hand
        if drawing is not None:
            self.drawing = None
            self.viewport().update()
            one = self._item_at(drawing.bar)
            two = None if drawing.to_bar is None else self._item_at(drawing.to_bar)
            if one is not None and two is not None:
                kind = kind_between(from_end=drawing.from_end, to_start=drawing.to_start)
                self.drawn.emit(one.id, two.id, kind)
        elif hand is not None and event.button() is Qt.MouseButton.LeftButton:
            self._let_go(hand)

    def _let_go(self, hand: Hand) -> None:
        if hand.doing is Doing.SETTLING:
            return
        if hand.doing is Doing.PRESSED or not hand.changed:
            self.drop_hand()
            return
        self.hand = hand.let_go()
        self.viewport().update()
        self.dropped.emit(hand.item, hand.place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row, hit = self._hit(event.position(), with_links=False)
        self.drop_hand()
        if self.is_overview and row is not None:
            self.set_row_px(px(ROW_PX), at_y=event.position().y() - self.header_px)
            return
        item = None if hit is None else self._item_at(hit.bar)
        if item is not None:
            self.opened.emit(item.id)
            return
        link = self._link_near(event.position())
        if link is not None:
            self.link_opened.emit(int(self.links.link[link]))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._hovered is not None:
            self._hovered = None
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row, _ = self._hit(QPointF(event.pos()), with_links=False)
        if row is not None:
            self.row_chosen.emit(self.shown[row])
        link = self._link_near(QPointF(event.pos()))
        self.select_link(link)
        self.menu_asked.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            _, hit = self._hit(QPointF(event.pos()), with_links=False)
            item = None if hit is None else self._item_at(hit.bar)
            owner = next((p.name for p in self.plan.people if item and p.id == item.owner), "") if self.plan else ""
            QToolTip.showText(event.globalPos(), "" if item is None else item_tip(item, owner), self)
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.take_wheel(event, at_x=self._along(event.position().x()))

    def take_wheel(self, event: QWheelEvent, *, at_x: float | None) -> None:
        """Ctrl zooms at the pointer, Ctrl+Shift makes rows lower, Shift and a sideways wheel pan, else rows scroll."""
        delta, keys = event.angleDelta(), event.modifiers()
        turn = delta.y() or delta.x()
        control = bool(keys & Qt.KeyboardModifier.ControlModifier)
        shift = bool(keys & Qt.KeyboardModifier.ShiftModifier)
        if control and shift:
            self.set_row_px(self.row_px * WHEEL_STEP**turn, at_y=event.position().y() - self.header_px)
        elif control:
            self.zoom(WHEEL_STEP**turn, at_x=at_x)
        elif shift or abs(delta.x()) > abs(delta.y()):
            by = -turn / 120 * PAN_PX
            self.pan(-by if self.mirrored and not shift else by)
        else:
            self.verticalScrollBar().event(event)
            return
        event.accept()

    # -- the hand ----------------------------------------------------------------------------------------------------

    def nudge(self, item: bytes, half_days: int) -> bool:
        """Move an item by working half-days; it settles when the keys rest."""
        return self._by_keys(item, half_days, stretch=False)

    def stretch(self, item: bytes, half_days: int) -> bool:
        """Let an item end some working half-days later."""
        return self._by_keys(item, half_days, stretch=True)

    def _by_keys(self, item_id: bytes, half_days: int, *, stretch: bool) -> bool:
        item = self._item_of(item_id)
        if item is None or self.calendar_of is None:
            return False
        hand = self.hand
        if hand is None or hand.item != item_id or hand.doing is not Doing.KEYS:
            self.settle_keys()
            place = Place(item.starts, item.ends)
            hand = Hand(item_id, Part.BODY, place, place, Doing.KEYS)
        calendar, half_day_s = self.calendar_of(item), self.half_day_s(item)
        step = hand.stretched if stretch else hand.nudged
        self._take_hand(step(half_days, calendar, half_day_s=half_day_s))
        bar = self.bar_of(item_id)
        if bar is not None and self.hand is not None:
            self.reveal(int(self.bars.row[bar]), self.hand.place.starts, self.hand.place.ends)
        self._rest.start()
        return True

    @Slot()
    def settle_keys(self) -> None:
        """Let go of what the arrows moved."""
        self._rest.stop()
        if self.hand is not None and self.hand.doing is Doing.KEYS:
            self._let_go(self.hand)

    def cancel(self) -> bool:
        """Put back what is in somebody's hand; return whether anything was."""
        held = self.drawing is not None or (self.hand is not None and self.hand.doing is not Doing.SETTLING)
        if held:
            self.drop_hand()
        return held

    def drop_hand(self) -> None:
        """Forget what is in somebody's hand: it lies where the rows say."""
        self._rest.stop()
        super().drop_hand()
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    def say_hand(self, tip: Tip, pushes: tuple[Push, ...] | None) -> None:
        """Show what stands beside what is dragged; None = its consequences are not known yet."""
        self.tip = tip
        if pushes is not None:
            self.pushes = pushes
        self.viewport().update()
