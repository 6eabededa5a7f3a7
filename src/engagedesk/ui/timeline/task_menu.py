"""What the menu of a row offers for a task alone: how far it is, its place among its neighbours, its place in time."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QMenu

from engagedesk.domain.states import PlanItemKind
from engagedesk.ui.actions import shown_keys
from engagedesk.ui.intent import Sends, sending
from engagedesk.ui.timeline import intents as wants
from engagedesk.ui.timeline.arranging import Arranged, Node, NodeKind
from engagedesk.ui.timeline.rows import ItemLine
from engagedesk.ui.timeline.words import tr

STEPS: Final = (0, 25, 50, 75, 100)
"""Percent of progress that one choice gives; what lies between is typed in the form."""


def is_task(node: Node | None) -> bool:
    return node is not None and node.item is not None and node.item.kind is PlanItemKind.TASK


def reorder_of(arranged: Arranged | None, node: Node | None, *, up: bool) -> wants.ReorderOnPlan | None:
    """Return what puts a task one further up or down; None where rows do not stand in the order of the plan."""
    if arranged is None or node is None or node.item is None or not is_task(node) or node.parent < 0:
        return None
    # Under a person tasks stand by their dates.
    if arranged.nodes[node.parent].kind is NodeKind.GROUP:
        return None
    return wants.ReorderOnPlan(node.item.id, up)


def fill_progress(menu: QMenu, item: ItemLine, sends: Sends) -> None:
    """Offer the usual steps, that of the task ticked."""
    for step in STEPS:
        words = tr("Timeline", "100 %, done") if step == 100 else tr("Timeline", "{n} %").format(n=step)
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(round(item.progress * 100) == step)
        action.triggered.connect(sending(sends, wants.ProgressTo(item.id, step)))


def add_task_wishes(menu: QMenu, arranged: Arranged | None, node: Node, sends: Sends) -> None:
    """Add what only a task has; nothing for a date."""
    item = node.item
    if item is None or not is_task(node):
        return
    keys = shown_keys("P")
    fill_progress(menu.addMenu(f"{tr('Timeline', 'Progress')}\t{keys}"), item, sends)
    ways = ((True, tr("Timeline", "Move up"), "Alt+Up"), (False, tr("Timeline", "Move down"), "Alt+Down"))
    for up, words, key in ways:
        intent = reorder_of(arranged, node, up=up)
        if intent is not None:
            menu.addAction(f"{words}\t{shown_keys(key)}").triggered.connect(sending(sends, intent))
    if item.placed:
        words = tr("Timeline", "Plan automatically")
        menu.addAction(words).triggered.connect(sending(sends, wants.FreePlanItem(item.id)))
