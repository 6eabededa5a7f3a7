"""What follows from arranged rows: which are open at first, who is booked on one, what stands beside its bar."""

from __future__ import annotations

from engagedesk.domain.ids import EngagementId, PlanItemId
from engagedesk.domain.states import PlanItemKind
from engagedesk.ui.staffing_intents import BookSomebody
from engagedesk.ui.timeline.arranging import Arranged, Node, NodeKind
from engagedesk.ui.timeline.rows import Plan
from engagedesk.ui.timeline.scene import Chip
from engagedesk.ui.timeline.words import tr


def booking_of(node: Node) -> BookSomebody | None:
    """Return what books somebody on a row: on a task, or on an engagement as a whole; None for others."""
    item = node.item
    if item is not None:
        if item.kind is not PlanItemKind.TASK:
            return None
        return BookSomebody(EngagementId(item.engagement), PlanItemId(item.id))
    if node.kind is NodeKind.ENGAGEMENT and node.engagement is not None:
        return BookSomebody(EngagementId(node.engagement))
    return None


def first_collapsed(arranged: Arranged, room: int) -> set[str]:
    """Return what is closed at first: of the outermost rows all but those that fit into so many rows, opened."""
    closed: set[str] = set()
    rows = 0
    for number in arranged.roots:
        node = arranged.nodes[number]
        below = sum(1 for _ in _below(arranged, number))
        rows += 1
        if rows + below > room and rows > 1:
            closed.add(node.key)
        else:
            rows += below
    return closed


def _below(arranged: Arranged, number: int) -> list[int]:
    found: list[int] = []
    waiting = list(arranged.nodes[number].children)
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting.extend(arranged.nodes[one].children)
    return found


def chips_of(plan: Plan, arranged: Arranged, row_of: dict[int, int]) -> dict[int, Chip]:
    """Return the words beside items that a link joins to another engagement."""
    titles = {one.id: one.title for one in plan.engagements}
    found: dict[int, Chip] = {}

    def place(item: bytes) -> int | None:
        return next((number for number in arranged.of_item.get(item, ()) if number in row_of), None)

    items = {item.id: item for item in plan.items}
    for link in plan.links:
        if not link.crosses or link.from_id not in items or link.to_id not in items:
            continue
        one, two = place(link.from_id), place(link.to_id)
        if one is not None:
            title = titles.get(items[link.to_id].engagement, "")
            found.setdefault(one, Chip(tr("Timeline", "Blocks {title}").format(title=title), link.to_id, leads_on=True))
        elif two is not None:
            title = titles.get(items[link.from_id].engagement, "")
            words = tr("Timeline", "Waits for {title}").format(title=title)
            found.setdefault(two, Chip(words, link.from_id, leads_on=False))
    return found
