"""What the keys of the tree do, and what palette and page can ask of the view from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent

from engagedesk.ui.theme import px
from engagedesk.ui.timeline import intents as wants
from engagedesk.ui.timeline.hand import Doing
from engagedesk.ui.timeline.row_facts import booking_of
from engagedesk.ui.timeline.task_menu import is_task, reorder_of

if TYPE_CHECKING:
    from engagedesk.ui.timeline.view import TimelineView

ZOOM_STEP: Final = 1.25


def take_key(view: TimelineView, event: QKeyEvent) -> bool:
    """Do what a key means on the chosen row; return whether it means anything."""
    key, node, pane = Qt.Key(event.key()), view.chosen, view.pane
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    item = None if node is None else node.item
    side = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
    if side is not None:
        side = -side if pane.mirrored else side
        if control or alt:
            pane.pan(side * px(96))
            return True
        if item is None:
            return False
        return pane.stretch(item.id, side) if shift else pane.nudge(item.id, side)
    if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        reorder = reorder_of(view.arranged, node, up=key == Qt.Key.Key_Up)
        if reorder is not None:
            view.intent.emit(reorder)
        return True
    if key == Qt.Key.Key_Escape:
        return pane.cancel()
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        if pane.hand is not None and pane.hand.doing is Doing.KEYS:
            pane.settle_keys()
        elif node is not None:
            view.open_node(node)
        return True
    if key == Qt.Key.Key_Delete:
        if view.chosen_link is not None:
            view.intent.emit(wants.RemoveLink(view.chosen_link.id))
        elif item is not None:
            view.intent.emit(wants.RemovePlanItem(item.id))
        return True
    if key == Qt.Key.Key_B and not (control or alt or shift):
        intent = None if node is None else booking_of(node)
        if intent is not None:
            view.intent.emit(intent)
        return True
    if key == Qt.Key.Key_P and not (control or alt or shift):
        if is_task(node):
            view.progress_asked.emit(_below_row(view))
        return True
    if key == Qt.Key.Key_Insert and item is not None:
        view.intent.emit(wants.BeginLink(item.id))
        return True
    if key in (Qt.Key.Key_Menu,) or (key == Qt.Key.Key_F10 and shift):
        view.menu_asked.emit(_below_row(view))
        return True
    return False


def _below_row(view: TimelineView) -> QPoint:
    rect = view.tree.visualRect(view.tree.currentIndex())
    return view.tree.viewport().mapToGlobal(rect.bottomLeft() + QPoint(px(80), 0))


def do(view: TimelineView, what: wants.What) -> None:
    """Do what the palette or a key asks for."""
    pane = view.pane
    match what:
        case wants.What.ZOOM_IN:
            pane.zoom(ZOOM_STEP)
        case wants.What.ZOOM_OUT:
            pane.zoom(1 / ZOOM_STEP)
        case wants.What.FIT:
            pane.fit()
        case wants.What.FIT_ALL:
            pane.fit_all()
        case wants.What.TODAY:
            pane.show_today()
        case wants.What.CONFLICTS:
            view.hide_drawer() if view.drawer.isVisibleTo(view) else view.show_drawer()
        case wants.What.NEXT_CONFLICT:
            view.step_conflict(1)
        case wants.What.PREVIOUS_CONFLICT:
            view.step_conflict(-1)
        case wants.What.CRITICAL:
            pane.show_critical = not pane.show_critical
            pane.viewport().update()
        case wants.What.CAPACITY:
            view.capacity.setVisible(not view.capacity.isVisibleTo(view))
        case wants.What.EXPAND_ALL:
            view.expand_all()
        case wants.What.COLLAPSE_ALL:
            view.collapse_all()
        case _:
            view.tree.setFocus(Qt.FocusReason.OtherFocusReason)
