"""What stands beside a bar in somebody's hand: where it lies, how long it is, whose it is, what it moves."""

from __future__ import annotations

from engagedesk.domain.states import PlanItemKind
from engagedesk.ui.timeline.hand import Doing
from engagedesk.ui.timeline.pane import TimePane
from engagedesk.ui.timeline.rows import ItemLine
from engagedesk.ui.timeline.scene import Tip
from engagedesk.ui.timeline.words import day_change, days_words, half_days, tr


def hand_tip(pane: TimePane, item: ItemLine | None, pushed: int | None) -> Tip:
    """Return the words; ``pushed`` None = what it moves is not known yet."""
    hand, plan = pane.hand, pane.plan
    if hand is None or item is None or plan is None or pane.calendar_of is None:
        return Tip("", "", "")
    aside = day_change(hand.was, hand.place)
    owner = next((one.name for one in plan.people if one.id == item.owner), "")
    parts = []
    if item.kind is PlanItemKind.TASK:
        work = pane.calendar_of(item).between(hand.place.starts, hand.place.ends)
        parts.append(half_days(work, pane.half_day_s(item)))
    if owner:
        parts.append(owner)
    if pushed:
        parts.append(tr("Timeline", "moves {n} more").format(n=pushed))
    hint = tr("Timeline", "Esc cancels") if hand.doing is Doing.KEYS else tr("Timeline", "Alt free, Esc cancels")
    what = ", ".join(parts)
    detail = tr("Timeline", "{what}. {hint}").format(what=what, hint=hint) if what else hint
    return Tip(days_words(hand.place), aside, detail)
