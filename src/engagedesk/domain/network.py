"""What waits for what: early and late dates, slack and the critical path, all in working time.

Every link is counted on the calendar of the item that waits: so much of *its* working time lies between the two ends.
On one calendar that is the usual arithmetic; over two it stays exact, because a place in one's free time is, for them,
the same place as the end of their work before it.

    early     forwards: as early as links, ``not_before`` and the calendar allow
    late      backwards: as late as possible without anything ending later, or missing its deadline
    slack     working time between the two on the item's own calendar; critical where there is none

What is *fixed* (pinned, started, done) stays where it stands; what stands against a link is found by ``broken``.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, TypeVar

from engagedesk.domain.civil import FIRST_DAY, Civil, day_of
from engagedesk.domain.ids import LinkId, PlanItemId
from engagedesk.domain.states import LinkKind
from engagedesk.domain.working_time import WorkCalendar

G = TypeVar("G", bound=Hashable)

FROM_FINISH: Final = frozenset({LinkKind.FINISH_START, LinkKind.FINISH_FINISH})
TO_FINISH: Final = frozenset({LinkKind.FINISH_FINISH, LinkKind.START_FINISH})


@dataclass(frozen=True, slots=True)
class NetworkItem:
    """An item as the passes see it."""

    id: PlanItemId
    calendar: WorkCalendar
    duration_s: int
    """Working time on its calendar; 0 for a point."""
    starts: Civil
    ends: Civil
    """Where it stands."""
    not_before: Civil | None = None
    """It does not begin earlier, links or none; None = not before it stands now."""
    fixed: bool = False
    point: bool = False
    """A date: it stands at the end of a day's work, and moves by whole days."""
    done: bool = False
    deadline: Civil | None = None


@dataclass(frozen=True, slots=True)
class NetworkLink:
    id: LinkId
    from_id: PlanItemId
    to_id: PlanItemId
    kind: LinkKind = LinkKind.FINISH_START
    lag_s: int = 0


@dataclass(frozen=True, slots=True)
class Early:
    starts: Civil
    ends: Civil


@dataclass(frozen=True, slots=True)
class Late:
    starts: Civil
    ends: Civil
    slack_s: int


@dataclass(frozen=True, slots=True)
class BrokenLink:
    link: NetworkLink
    short_s: int
    """How much working time is missing, on the calendar of the item that waits."""


class Network:
    """Items and links in an order in which each comes after all that it waits for.

    Links to items that are not there are left out. ``cyclic`` names the items that wait for each other in a circle;
    the commands refuse such links, so that only damaged rows can hold one: its items then count as having no links
    among themselves.
    """

    def __init__(self, items: Iterable[NetworkItem], links: Iterable[NetworkLink]) -> None:
        self.items: dict[PlanItemId, NetworkItem] = {item.id: item for item in items}
        known = [link for link in links if link.from_id in self.items and link.to_id in self.items]
        self.order, rest = ordered(self.items, known)
        self.cyclic: tuple[PlanItemId, ...] = ()
        if rest:
            inside = frozenset(rest)
            self.cyclic = cycle_among(rest, known)
            known = [link for link in known if not (link.from_id in inside and link.to_id in inside)]
            self.order, _ = ordered(self.items, known)
        self.links: tuple[NetworkLink, ...] = tuple(known)
        self.waits: dict[PlanItemId, list[NetworkLink]] = {}
        """By the item that waits."""
        self.leads: dict[PlanItemId, list[NetworkLink]] = {}
        """By the item that is waited for."""
        for link in known:
            self.waits.setdefault(link.to_id, []).append(link)
            self.leads.setdefault(link.from_id, []).append(link)

    def early(self) -> dict[PlanItemId, Early]:
        """Go forwards: return where each item can stand at the earliest."""
        found: dict[PlanItemId, Early] = {}
        for one in self.order:
            item = self.items[one]
            if item.fixed or item.done:
                found[one] = Early(item.starts, item.ends)
                continue
            needed = [demanded(link, item, found[link.from_id]) for link in self.waits.get(one, ())]
            found[one] = stands(item, needed, item.starts if item.not_before is None else item.not_before)
        return found

    def late(self, early: Mapping[PlanItemId, Early], horizon: Callable[[PlanItemId], Civil]) -> dict[PlanItemId, Late]:
        """Go backwards: return how late each item can stand without its horizon ending later."""
        found: dict[PlanItemId, Late] = {}
        bounds: dict[PlanItemId, tuple[Civil, Civil]] = {}
        for one in reversed(self.order):
            item = self.items[one]
            calendar = item.calendar
            ends = horizon(one) if item.deadline is None else min(horizon(one), item.deadline)
            latest_end = calendar.worked(ends)
            latest_start: int | None = None
            for link in self.leads.get(one, ()):
                at = self._allowed(link, bounds[link.to_id])
                if link.kind in FROM_FINISH:
                    latest_end = min(latest_end, calendar.worked(at))
                else:
                    begun = calendar.worked(at)
                    # A beginning in one's free time is the next one after it, which is too late.
                    begun -= 1 if calendar.start_at(begun) > at else 0
                    latest_start = begun if latest_start is None else min(latest_start, begun)
            if latest_start is not None:
                latest_end = min(latest_end, latest_start + item.duration_s)
            found[one] = self._late(item, early[one], latest_end)
            # Nothing pushes a fixed item: what it waits for has to be there in time.
            bounds[one] = (
                (min(found[one].starts, item.starts), min(found[one].ends, item.ends))
                if item.fixed or item.done
                else (found[one].starts, found[one].ends)
            )
        return found

    def broken(self, places: Mapping[PlanItemId, Early] | None = None) -> tuple[BrokenLink, ...]:
        """Return the links that the items stand against, in the links' order; an item that is done waits no more."""
        found: list[BrokenLink] = []
        for link in self.links:
            item = self.items[link.to_id]
            if item.done:
                continue
            before = self.items[link.from_id]
            leader = Early(before.starts, before.ends) if places is None else places[link.from_id]
            here = Early(item.starts, item.ends) if places is None else places[link.to_id]
            at = here.ends if link.kind in TO_FINISH else here.starts
            end = leader.ends if link.kind in FROM_FINISH else leader.starts
            short = item.calendar.worked(end) + link.lag_s - item.calendar.worked(at)
            if short > 0:
                found.append(BrokenLink(link, short))
        return tuple(found)

    def _allowed(self, link: NetworkLink, bound: tuple[Civil, Civil]) -> Civil:
        """Return the last place at which the end that is waited for may be."""
        calendar = self.items[link.to_id].calendar
        at = bound[1] if link.kind in TO_FINISH else bound[0]
        return calendar.start_at(calendar.worked(at) - link.lag_s)

    @staticmethod
    def _late(item: NetworkItem, early: Early, latest_end: int) -> Late:
        calendar = item.calendar
        if item.point:
            ends = _day_before(calendar, latest_end)
            return Late(ends, ends, calendar.worked(ends) - calendar.worked(early.ends))
        starts = calendar.start_at(latest_end - item.duration_s)
        ends = starts if item.duration_s == 0 else calendar.end_at(latest_end)
        return Late(starts, ends, latest_end - calendar.worked(early.ends))


def demanded(link: NetworkLink, item: NetworkItem, leader: Early) -> int:
    """Return how much of the waiting item's working time must lie before its beginning."""
    end = leader.ends if link.kind in FROM_FINISH else leader.starts
    demand = item.calendar.worked(end) + link.lag_s
    return demand - item.duration_s if link.kind in TO_FINISH else demand


def stands(item: NetworkItem, needed: Sequence[int], floor: Civil) -> Early:
    """Return the earliest place with so much working time before its beginning, and not before ``floor``."""
    calendar = item.calendar
    worked = max(calendar.worked(floor), *needed) if needed else calendar.worked(floor)
    if item.point:
        at = calendar.due_at(day_of(max(calendar.end_at(worked), floor)))
        return Early(at, at)
    starts = calendar.start_at(worked)
    return Early(starts, calendar.end_at(worked + item.duration_s) if item.duration_s else starts)


def _day_before(calendar: WorkCalendar, latest_end: int) -> Civil:
    """Return the last end of a day's work that comes no later."""
    at = calendar.end_at(latest_end)
    day = day_of(at)
    due = calendar.due_at(day)
    if due <= at or day <= FIRST_DAY:
        return due
    before = calendar.end_at(calendar.worked(calendar.due_at(day - timedelta(days=1))))
    return calendar.due_at(day_of(before))


def ordered(
    items: Iterable[PlanItemId], links: Sequence[NetworkLink]
) -> tuple[tuple[PlanItemId, ...], tuple[PlanItemId, ...]]:
    """Return the items so that each follows all that it waits for, and those that no such order can hold."""
    waiting = dict.fromkeys(items, 0)
    after: dict[PlanItemId, list[PlanItemId]] = {}
    for link in links:
        waiting[link.to_id] += 1
        after.setdefault(link.from_id, []).append(link.to_id)
    found = [one for one, number in waiting.items() if number == 0]
    for one in found:
        for follower in after.get(one, ()):
            waiting[follower] -= 1
            if waiting[follower] == 0:
                found.append(follower)
    return tuple(found), tuple(one for one, number in waiting.items() if number)


def cycle_among(rest: Sequence[PlanItemId], links: Sequence[NetworkLink]) -> tuple[PlanItemId, ...]:
    """Return one circle among items that cannot be ordered, from any of its items on."""
    inside = frozenset(rest)
    before: dict[PlanItemId, PlanItemId] = {}
    for link in links:
        # Every item here has one before it that is here too, or it would have an order.
        if link.to_id in inside and link.from_id in inside:
            before.setdefault(link.to_id, link.from_id)
    seen: dict[PlanItemId, int] = {}
    path: list[PlanItemId] = []
    at = rest[0]
    while at not in seen:
        seen[at] = len(path)
        path.append(at)
        if at not in before:
            return ()
        at = before[at]
    return tuple(reversed(path[seen[at] :]))


def path_between(
    links: Iterable[tuple[PlanItemId, PlanItemId]], begin: PlanItemId, end: PlanItemId
) -> tuple[PlanItemId, ...]:
    """Return the shortest way along links from one item to another, both included; () where there is none."""
    after: dict[PlanItemId, list[PlanItemId]] = {}
    for one, follower in links:
        after.setdefault(one, []).append(follower)
    came: dict[PlanItemId, PlanItemId | None] = {begin: None}
    line = [begin]
    for one in line:
        if one == end:
            break
        for follower in after.get(one, ()):
            if follower not in came:
                came[follower] = one
                line.append(follower)
    if end not in came:
        return ()
    path: list[PlanItemId] = []
    at: PlanItemId | None = end
    while at is not None:
        path.append(at)
        at = came[at]
    return tuple(reversed(path))


def horizons(early: Mapping[PlanItemId, Early], group: Callable[[PlanItemId], G]) -> dict[G, Civil]:
    """Return where the last item of each group ends at the earliest."""
    found: dict[G, Civil] = {}
    for one, place in early.items():
        key = group(one)
        found[key] = max(found.get(key, place.ends), place.ends)
    return found
