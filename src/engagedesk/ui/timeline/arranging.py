"""The rows of the timeline: filtered, grouped, in the order of reading; and the columns of those that are open. No Qt.

A node is a row that may be shown; its children follow it. What of them is shown depends on what is collapsed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import repeat
from math import isnan
from operator import attrgetter, is_not
from typing import Final

import numpy as np

from engagedesk.domain.civil import DAY_S, civil
from engagedesk.domain.states import PlanItemKind, ServiceLine
from engagedesk.ui.timeline.columns import (
    NONE,
    Bars,
    Flag,
    Ints,
    ItemColumns,
    LinkFacts,
    Links,
    joined_bars,
    links_of,
)
from engagedesk.ui.timeline.rows import EngagementLine, ItemLine, PersonLine, PhaseLine, Plan, Severity
from engagedesk.ui.timeline.scale import day_at
from engagedesk.ui.timeline.wanted import Grouping, Wanted

_KINDS: Final = {"fs": 0, "ss": 1, "ff": 2, "sf": 3}


class NodeKind(StrEnum):
    GROUP = "group"
    """A person or a service line."""
    ENGAGEMENT = "engagement"
    PHASE = "phase"
    ITEM = "item"


@dataclass(slots=True)
class Node:
    """One row; ``key`` stays the same from one arrangement to the next, ``parent`` is a place among the nodes.

    Nobody changes one that is arranged. It is not frozen because ten thousand are made at every letter of a search, and
    a frozen one takes four times as long to make.
    """

    key: str
    kind: NodeKind
    depth: int
    parent: int
    name: str
    who: str
    due: date | None
    colour: int
    starts: float
    ends: float
    progress: float
    children: tuple[int, ...] = ()
    item: ItemLine | None = None
    engagement: bytes | None = None
    person: bytes | None = None
    service: ServiceLine | None = None
    severity: Severity | None = None
    last_mark: int | None = None
    """The node of the last milestone or deliverable below: drawn on the row while it is collapsed."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """The nodes in the order of reading, and where to find an item's."""

    nodes: tuple[Node, ...]
    roots: tuple[int, ...]
    of_item: Mapping[bytes, tuple[int, ...]]
    """An item may stand in several places: one for each person it is grouped by."""
    of_key: Mapping[str, int]
    item_of_node: Ints
    """By node, the place of its item in the plan; of another node ``-1 - place`` among ``groups``."""
    groups: ItemColumns
    """What is painted of the nodes that are no items."""
    shown_engagements: int
    all_engagements: int

    def open_rows(self, collapsed: Collection[str]) -> list[int]:
        """Return the nodes in sight, in their order."""
        found: list[int] = []
        waiting = list(reversed(self.roots))
        while waiting:
            number = waiting.pop()
            found.append(number)
            node = self.nodes[number]
            if node.children and node.key not in collapsed:
                waiting.extend(reversed(node.children))
        return found

    def above(self, number: int) -> list[int]:
        """Return the nodes over a node, the nearest first."""
        found: list[int] = []
        while (number := self.nodes[number].parent) >= 0:
            found.append(number)
        return found


@dataclass(frozen=True, slots=True)
class _Span:
    """What the items below a row add up to."""

    starts: float
    ends: float
    worst: Severity | None
    last_mark: int | None


class _Builder:
    def __init__(self, plan: Plan, wanted: Wanted, service_names: Mapping[ServiceLine, str], nobody: str) -> None:
        self.plan = plan
        self.wanted = wanted
        self.nodes: list[Node] = []
        self.children: list[list[int]] = []
        self.spans: dict[int, _Span] = {}
        """Of the rows that have been summed up."""
        self.days: dict[int, date] = {}
        self.around: dict[tuple[bytes, bytes | None, bytes | None], str] = {}
        self.service_names = service_names
        self.nobody = nobody
        self.people = {person.id: person for person in plan.people}
        self.engagements = {one.id: one for one in plan.engagements}
        self.severity = _severities(plan)
        self.items = self._wanted_items()
        self.of_engagement: dict[bytes, list[ItemLine]] = {}
        for item in self.items:
            self.of_engagement.setdefault(item.engagement, []).append(item)

    def _wanted_items(self) -> list[ItemLine]:
        wanted, search = self.wanted, self.wanted.search.casefold().split()
        found = []
        for item in self.plan.items:
            engagement = self.engagements.get(item.engagement)
            if engagement is None or (wanted.engagements is not None and item.engagement not in wanted.engagements):
                continue
            if wanted.person is not None and item.owner != wanted.person:
                continue
            if (wanted.critical_only and not item.critical) or (wanted.hide_done and item.done):
                continue
            if wanted.conflicts_only and item.id not in self.severity:
                continue
            if search and not self._matches(search, item, engagement):
                continue
            found.append(item)
        return found

    def _matches(self, words: list[str], item: ItemLine, engagement: EngagementLine) -> bool:
        whole = f"{item.name.casefold()} {self._around(item, engagement)}"
        return all(word in whole for word in words)

    def _around(self, item: ItemLine, engagement: EngagementLine) -> str:
        """Return what an item is found by besides its name; the same for all of a person's in a phase."""
        key = (item.engagement, item.phase, item.owner)
        found = self.around.get(key)
        if found is None:
            owner = self.people.get(item.owner) if item.owner is not None else None
            phase = next((one.name for one in engagement.phases if one.id == item.phase), "")
            parts = (phase, engagement.client, engagement.title, "" if owner is None else owner.name)
            found = self.around[key] = " ".join(parts).casefold()
        return found

    def day(self, at: float) -> date:
        """Return the day of a place; many items end on the same one."""
        number = int(at // DAY_S)
        found = self.days.get(number)
        if found is None:
            found = self.days[number] = day_at(at)
        return found

    def add(self, node: Node) -> int:
        number = len(self.nodes)
        self.nodes.append(node)
        self.children.append([])
        if node.parent >= 0:
            self.children[node.parent].append(number)
        return number

    def item_node(self, item: ItemLine, parent: int, depth: int, *, with_engagement: bool = False) -> int:
        owner = self.people.get(item.owner) if item.owner is not None else None
        engagement = self.engagements[item.engagement]
        name = f"{item.name}, {engagement.client}" if with_engagement else item.name
        who = "" if owner is None else owner.initials
        point = item.kind is not PlanItemKind.TASK
        due = item.due if item.due is not None else self.day(item.ends - 1 if item.ends > item.starts else item.ends)
        key = f"{self.nodes[parent].key}/{item.id.hex()}" if parent >= 0 else item.id.hex()
        node = Node(
            key, NodeKind.ITEM, depth, parent, name, who, due, engagement.colour,
            float(item.ends if point else item.starts), float(item.ends), item.progress,
            item=item, engagement=item.engagement, person=item.owner, severity=self.severity.get(item.id),
        )  # fmt: skip
        return self.add(node)

    def engagement_node(self, engagement: EngagementLine, parent: int, depth: int) -> int:
        items = self.of_engagement.get(engagement.id, [])
        key = f"e{engagement.id.hex()}"
        name = f"{engagement.client} · {engagement.title}"
        number = self.add(
            Node(key, NodeKind.ENGAGEMENT, depth, parent, name, "", None, engagement.colour, NONE, NONE,
                 engagement.progress, engagement=engagement.id)
        )  # fmt: skip
        for item in _in_order(item for item in items if item.phase is None):
            self.item_node(item, number, depth + 1)
        for phase in sorted(engagement.phases, key=lambda one: one.position):
            self._phase_node(phase, [item for item in items if item.phase == phase.id], number, depth + 1)
        starts = float(engagement.starts) if engagement.starts is not None else NONE
        ends = float(engagement.ends) if engagement.ends is not None else NONE
        self._sum_up(number, starts, ends)
        return number

    def _phase_node(self, phase: PhaseLine, items: list[ItemLine], parent: int, depth: int) -> None:
        if not items:
            return
        colour = self.nodes[parent].colour
        key = f"p{phase.id.hex()}"
        node = Node(key, NodeKind.PHASE, depth, parent, phase.name, "", None, colour, NONE, NONE, 0.0,
                    engagement=self.nodes[parent].engagement)  # fmt: skip
        number = self.add(node)
        for item in _in_order(items):
            self.item_node(item, number, depth + 1)
        self._sum_up(number, NONE, NONE)

    def _sum_up(self, number: int, starts: float, ends: float) -> None:
        """Let a row span what is below it, and show its worst conflict and its last mark."""
        below = self._span(number)
        self.spans[number] = below
        from_ = _known(starts, below.starts, min)
        until = _known(ends, below.ends, max)
        node = self.nodes[number]
        node.starts, node.ends = from_, until
        node.severity, node.last_mark = below.worst, below.last_mark
        node.due = None if isnan(until) else self.day(until - 1)
        node.children = tuple(self.children[number])

    def _span(self, number: int) -> _Span:
        """Return what the items below a row span, by what is known of its children already."""
        starts, ends, worst, marks = [], [], None, []
        for child in self.children[number]:
            below, node = self.spans.get(child), self.nodes[child]
            if below is not None:
                starts.append(below.starts)
                ends.append(below.ends)
                mark, severity = below.last_mark, below.worst
            else:
                starts.append(node.starts)
                ends.append(node.ends)
                mark = child if node.item is not None and _is_mark(node.item) else None
                severity = node.severity
            if mark is not None:
                marks.append((self.nodes[mark].ends, mark))
            if severity is not None and worst is not Severity.DANGER:
                worst = severity
        return _Span(
            min((one for one in starts if not isnan(one)), default=NONE),
            max((one for one in ends if not isnan(one)), default=NONE),
            worst,
            max(marks)[1] if marks else None,
        )

    def group_node(
        self, key: str, name: str, *, person: bytes | None = None, service: ServiceLine | None = None
    ) -> int:
        return self.add(
            Node(key, NodeKind.GROUP, 0, -1, name, "", None, -1, NONE, NONE, 0.0, person=person, service=service)
        )

    def close_group(self, number: int) -> None:
        self._sum_up(number, NONE, NONE)


def arrange(plan: Plan, wanted: Wanted, *, service_names: Mapping[ServiceLine, str], nobody: str) -> Arranged:
    """Return the rows that are wanted; ``nobody`` is the word over what no person owns."""
    build = _Builder(plan, wanted, service_names, nobody)
    with_items = {item.engagement for item in build.items}
    engagements = [
        one
        for one in plan.engagements
        if (wanted.engagements is None or one.id in wanted.engagements) and (not wanted.narrows or one.id in with_items)
    ]
    match wanted.grouping:
        case Grouping.CLIENT:
            for one in sorted(engagements, key=_by_client):
                build.engagement_node(one, -1, 0)
        case Grouping.ENGAGEMENT:
            for one in sorted(engagements, key=_by_end):
                build.engagement_node(one, -1, 0)
        case Grouping.SERVICE:
            for service in ServiceLine:
                inside = [one for one in engagements if one.service is service]
                if inside:
                    number = build.group_node(f"s{service.value}", build.service_names[service], service=service)
                    for one in sorted(inside, key=_by_client):
                        build.engagement_node(one, number, 1)
                    build.close_group(number)
        case Grouping.PERSON:
            _by_person(build)
    nodes = tuple(build.nodes)
    place_of = {item.id: place for place, item in enumerate(plan.items)}
    of_item: dict[bytes, list[int]] = {}
    places: list[int] = []
    groups = 0
    for number, node in enumerate(nodes):
        if node.item is not None:
            of_item.setdefault(node.item.id, []).append(number)
            places.append(place_of[node.item.id])
        else:
            groups += 1
            places.append(-groups)
    return Arranged(
        nodes=nodes,
        roots=tuple(number for number, node in enumerate(nodes) if node.parent < 0),
        of_item={key: tuple(places) for key, places in of_item.items()},
        of_key={node.key: number for number, node in enumerate(nodes)},
        item_of_node=np.array(places, np.int32),
        groups=_group_columns([node for node in nodes if node.item is None]),
        shown_engagements=len(engagements),
        all_engagements=len(plan.engagements),
    )


def _by_person(build: _Builder) -> None:
    owners: list[PersonLine | None] = [*sorted(build.plan.people, key=lambda p: (not p.is_me, p.name.casefold())), None]
    known = set(build.people)
    for person in owners:
        items = [
            item
            for item in build.items
            if (item.owner == person.id if person is not None else item.owner is None or item.owner not in known)
        ]
        if not items:
            continue
        key = f"w{person.id.hex()}" if person is not None else "w"
        name = person.name if person is not None else build.nobody
        number = build.group_node(key, name, person=None if person is None else person.id)
        for item in sorted(items, key=lambda one: (one.starts, one.ends, one.name)):
            build.item_node(item, number, 1, with_engagement=True)
        build.close_group(number)


def _by_client(one: EngagementLine) -> tuple[str, float, str]:
    return (one.client.casefold(), float(one.starts or 0), one.title.casefold())


def _by_end(one: EngagementLine) -> tuple[float, int, str]:
    return (float("inf") if one.ends is None else float(one.ends), one.priority, one.client.casefold())


def _in_order(items: Iterable[ItemLine]) -> list[ItemLine]:
    return sorted(items, key=lambda one: (one.position, one.starts, one.ends, one.name))


def _is_mark(item: ItemLine) -> bool:
    return item.kind is not PlanItemKind.TASK


def _known(one: float, other: float, of_both: Callable[[float, float], float]) -> float:
    """Return what is known of two, or one of both."""
    if isnan(one) or isnan(other):
        return other if isnan(one) else one
    return of_both(one, other)


def _severities(plan: Plan) -> dict[bytes, Severity]:
    found: dict[bytes, Severity] = {}
    for conflict in plan.conflicts:
        for item in conflict.items[: conflict.marked]:
            if found.get(item) is not Severity.DANGER:
                found[item] = conflict.severity
    return found


# -- columns ---------------------------------------------------------------------------------------------------------


def item_columns(plan: Plan) -> ItemColumns:
    """Return what is painted of the items, in their order: made once for a plan, however it is arranged."""
    items, count = plan.items, len(plan.items)
    colour_of = {one.id: one.colour for one in plan.engagements}
    task = PlanItemKind.TASK
    # Walked by ``map`` alone: a loop of our own over a hundred thousand items takes twice as long.
    point = np.fromiter(map(is_not, map(attrgetter("kind"), items), repeat(task)), np.bool_, count)
    flags = np.full(count, Flag.MOVABLE, np.uint16)
    flags[point] |= np.uint16(Flag.DIAMOND)
    for name, flag in (("critical", Flag.CRITICAL), ("pinned", Flag.PINNED), ("done", Flag.DONE)):
        flags[np.fromiter(map(attrgetter(name), items), np.bool_, count)] |= np.uint16(flag)
    based = plan.baseline is not None
    severities = _severities(plan)
    if severities:
        for place, item in enumerate(items):
            found = severities.get(item.id)
            if found is not None:
                flags[place] |= np.uint16(Flag.CONFLICT if found is Severity.DANGER else Flag.WARNING)
    ends = np.fromiter(map(attrgetter("ends"), items), np.float64, count)
    starts = np.fromiter(map(attrgetter("starts"), items), np.float64, count)
    return ItemColumns(
        start=np.where(point, ends, starts),
        end=ends,
        colour=np.fromiter(map(colour_of.get, map(attrgetter("engagement"), items), repeat(-1)), np.int16, count),
        flags=flags,
        progress=np.fromiter(map(attrgetter("progress"), items), np.float32, count),
        base_start=np.array([item.base_starts for item in items], np.float64) if based else np.full(count, NONE),
        base_end=np.array([item.base_ends for item in items], np.float64) if based else np.full(count, NONE),
    )


def _group_columns(nodes: list[Node]) -> ItemColumns:
    unknown = np.full(len(nodes), NONE)
    return ItemColumns(
        start=np.array([node.starts for node in nodes], np.float64),
        end=np.array([node.ends for node in nodes], np.float64),
        colour=np.array([node.colour for node in nodes], np.int16),
        flags=np.array([Flag.BRACKET if node.kind is NodeKind.PHASE else Flag.SUMMARY for node in nodes], np.uint16),
        progress=np.array([node.progress for node in nodes], np.float32),
        base_start=unknown,
        base_end=unknown,
    )


def columns_of(arranged: Arranged, items: ItemColumns, shown: list[int], collapsed: Collection[str]) -> Bars:
    """Return the bars of the rows in sight; a collapsed group shows what is below it on its own row."""
    nodes = np.array(shown, np.int32)
    of_node = arranged.item_of_node[nodes]
    rows = np.arange(len(shown), dtype=np.int32)
    is_item = of_node >= 0
    parts = [items.bars(of_node[is_item], rows[is_item], nodes[is_item])]
    spans = ~is_item & ~np.isnan(np.where(is_item, 0.0, arranged.groups.start[np.maximum(-1 - of_node, 0)]))
    closed: list[int] = []
    for number in (arranged.of_key[key] for key in collapsed if key in arranged.of_key):
        node, at = arranged.nodes[number], np.flatnonzero(nodes == number)
        if not len(at) or not node.children:
            continue
        row = int(at[0])
        closed.append(row)
        if node.kind is NodeKind.GROUP:
            spans[row] = False
            below = np.array(_leaves(arranged, number), np.int32)
            thin = items.bars(arranged.item_of_node[below], np.full(len(below), row, np.int32), below)
            thin.flags[:] = thin.flags & ~np.uint16(Flag.MOVABLE) | np.uint16(Flag.THIN)
            parts.append(thin)
        elif node.kind is NodeKind.ENGAGEMENT and node.last_mark is not None:
            mark = np.array([node.last_mark], np.int32)
            parts.append(items.bars(arranged.item_of_node[mark], np.array([row], np.int32), mark))
    groups = arranged.groups.bars(-1 - of_node[spans], rows[spans], nodes[spans])
    groups.flags[np.isin(groups.row, closed)] |= np.uint16(Flag.CLOSED)
    parts.append(groups)
    return joined_bars(parts, rows=len(shown))


def _leaves(arranged: Arranged, number: int) -> list[int]:
    found: list[int] = []
    waiting = list(arranged.nodes[number].children)
    while waiting:
        one = waiting.pop()
        node = arranged.nodes[one]
        if node.children:
            waiting.extend(node.children)
        elif node.item is not None:
            found.append(one)
    return found


def links_between(plan: Plan, bars: Bars, arranged: Arranged) -> Links:
    """Return the links whose both ends have a bar in sight."""
    bar_of: dict[bytes, int] = {}
    nodes = arranged.nodes
    for place, number in enumerate(bars.node.tolist()):
        item = nodes[number].item
        if item is not None:
            bar_of.setdefault(item.id, place)
    facts = [
        LinkFacts(bar_of[link.from_id], bar_of[link.to_id], _KINDS[link.kind.value], link.crosses, link.critical, n)
        for n, link in enumerate(plan.links)
        if link.from_id in bar_of and link.to_id in bar_of
    ]
    return links_of(facts)


def extent(plan: Plan, bars: Bars) -> tuple[float, float]:
    """Return the first and the last moment of what is in sight, today included."""
    now = float(civil(plan.today))
    first = now if bars.first is None else min(now, bars.first)
    last = now if bars.last is None else max(now, bars.last)
    return first, last
