"""What a change pushes: what waits for it goes later, only as far as its links demand, and nothing comes earlier.

Pinned, started and done items never move; a link that they break is a conflict, and is said. What has no place of its
own follows its links both ways, because it stands nowhere but where they put it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from engagedesk.domain.civil import Civil
from engagedesk.domain.ids import PlanItemId
from engagedesk.domain.network import BrokenLink, Early, Network, NetworkItem, demanded, stands
from engagedesk.domain.plan import Push


@dataclass(frozen=True, slots=True)
class Replan:
    """What follows from moves; the moved items themselves are not among the pushes."""

    moved: tuple[Push, ...]
    """As they will stand, in the order of the network."""
    pushes: tuple[Push, ...]
    broken: tuple[BrokenLink, ...]
    """Links that the moves break and that were not broken before."""
    mended: tuple[BrokenLink, ...]
    """Links that were broken and are no longer."""


def replan(
    network: Network, moves: Mapping[PlanItemId, tuple[Civil, Civil]], *, unplaced: Collection[PlanItemId] = ()
) -> Replan:
    """Return what moving items to new places pushes; ids that the network does not know move nothing."""
    wanted = {one: places for one, places in moves.items() if one in network.items}
    places = {one: Early(item.starts, item.ends) for one, item in network.items.items()}
    moved: list[Push] = []
    pushes: list[Push] = []
    changed: set[PlanItemId] = set()
    for one in network.order:
        item = network.items[one]
        if one in wanted:
            target = _taken(item, *wanted[one])
            if target != places[one]:
                changed.add(one)
            moved.append(_push(item, target, stored=True))
            places[one] = target
            continue
        stored = one not in unplaced
        links = [link for link in network.waits.get(one, ()) if link.from_id in changed or not stored]
        if not links or item.fixed or item.done or not any(link.from_id in changed for link in links):
            continue
        needed = [demanded(link, item, places[link.from_id]) for link in links]
        if stored and max(needed) <= item.calendar.worked(item.ends if item.point else item.starts):
            continue
        floor = item.starts if stored or item.not_before is None else item.not_before
        target = stands(item, needed, floor)
        if target == places[one]:
            continue
        changed.add(one)
        pushes.append(_push(item, target, stored=stored))
        places[one] = target
    before = {broken.link.id: broken for broken in network.broken()}
    after = {broken.link.id: broken for broken in network.broken(places)}
    return Replan(
        moved=tuple(moved),
        pushes=tuple(pushes),
        broken=tuple(one for key, one in after.items() if key not in before),
        mended=tuple(one for key, one in before.items() if key not in after),
    )


def _taken(item: NetworkItem, starts: Civil, ends: Civil) -> Early:
    if item.point:
        return Early(ends, ends)
    return Early(starts, max(starts, ends))


def _push(item: NetworkItem, target: Early, *, stored: bool) -> Push:
    return Push(item.id, item.starts, item.ends, target.starts, target.ends, stored)
