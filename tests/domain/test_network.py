"""Early and late dates against networkx and against reckoning hour by hour, on random networks."""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final

import networkx as nx
import pytest

from engagedesk.domain.civil import Civil, civil, clock, day_of
from engagedesk.domain.ids import LinkId, PlanItemId
from engagedesk.domain.network import (
    FROM_FINISH,
    TO_FINISH,
    BrokenLink,
    Early,
    Late,
    Network,
    NetworkItem,
    NetworkLink,
    demanded,
    horizons,
    path_between,
)
from engagedesk.domain.states import CalendarEventKind, LinkKind
from engagedesk.domain.working_time import DayEvent, PatternFrom, WorkCalendar, week_of_lengths

MONDAY: Final = date(2026, 11, 23)
HOUR: Final = 3600
OFFICE: Final = WorkCalendar([PatternFrom(None, week_of_lengths((8 * HOUR,) * 5 + (0, 0)))])
NETWORKS: Final = 1000


def item_id(number: int) -> PlanItemId:
    return PlanItemId(number.to_bytes(16, "big"))


def link(one: int, other: int, kind: LinkKind = LinkKind.FINISH_START, lag_s: int = 0) -> NetworkLink:
    return NetworkLink(
        LinkId(one.to_bytes(8, "big") + other.to_bytes(8, "big")), item_id(one), item_id(other), kind, lag_s
    )


def task(
    number: int,
    hours: int,
    *,
    calendar: WorkCalendar = OFFICE,
    floor: Civil | None = None,
    fixed: bool = False,
    deadline: Civil | None = None,
) -> NetworkItem:
    begin = calendar.next_start(civil(MONDAY) if floor is None else floor)
    return NetworkItem(
        id=item_id(number),
        calendar=calendar,
        duration_s=hours * HOUR,
        starts=begin,
        ends=calendar.add(begin, hours * HOUR),
        not_before=begin,
        fixed=fixed,
        deadline=deadline,
    )


def point(number: int, due: date, *, calendar: WorkCalendar = OFFICE, fixed: bool = False) -> NetworkItem:
    at = calendar.due_at(due)
    return NetworkItem(item_id(number), calendar, 0, at, at, fixed=fixed, point=True)


def both_ways(network: Network) -> tuple[dict[PlanItemId, Early], dict[PlanItemId, Late]]:
    early = network.early()
    end = max(place.ends for place in early.values())
    return early, network.late(early, lambda _: end)


def some_calendar(dice: random.Random) -> WorkCalendar:
    """Return somebody's hours, all on whole hours: part-time, leave, a holiday, weekends for some."""
    lengths = [dice.choice((0, 4, 8, 8, 8)) * HOUR for _ in range(5)] + [dice.choice((0, 0, 6)) * HOUR for _ in "ab"]
    lengths[dice.randrange(5)] = 8 * HOUR
    week = tuple(((9 * HOUR, 9 * HOUR + s),) if s else () for s in lengths)
    events = []
    for _ in range(dice.randrange(3)):
        first = MONDAY + timedelta(days=dice.randrange(30))
        kind = dice.choice((CalendarEventKind.LEAVE, CalendarEventKind.HOLIDAY, CalendarEventKind.BLACKOUT))
        events.append(DayEvent(kind, first, first + timedelta(days=dice.randrange(8))))
    return WorkCalendar([PatternFrom(None, week)], events)  # type: ignore[arg-type]


def random_network(dice: random.Random, calendar: Callable[[], WorkCalendar], *, points: float = 0.0) -> Network:
    count = dice.randint(2, 9)
    items = []
    for number in range(count):
        hours = calendar()
        if dice.random() < points:
            items.append(point(number, MONDAY + timedelta(days=dice.randrange(14)), calendar=hours))
            continue
        begin = civil(MONDAY + timedelta(days=dice.randrange(10)))
        deadline = hours.due_at(MONDAY + timedelta(days=dice.randrange(5, 30))) if dice.random() < 0.2 else None
        fixed = dice.random() < 0.15
        items.append(task(number, dice.randrange(30), calendar=hours, floor=begin, fixed=fixed, deadline=deadline))
    links = [
        link(one, other, dice.choice(tuple(LinkKind)), dice.randrange(-12, 20) * HOUR)
        for one in range(count)
        for other in range(one + 1, count)
        if dice.random() < 0.35
    ]
    dice.shuffle(items)
    dice.shuffle(links)
    return Network(items, links)


def longest_ways(network: Network) -> nx.DiGraph[Any]:
    """Return the constraints as a graph of beginnings and ends; an edge says how much later its head must be."""
    graph: nx.DiGraph[Any] = nx.DiGraph()
    for item in network.items.values():
        # Exactly its duration, so both ways.
        graph.add_edge((item.id, "s"), (item.id, "f"), weight=-item.duration_s)
        graph.add_edge((item.id, "f"), (item.id, "s"), weight=item.duration_s)
    for one in network.links:
        tail = (one.from_id, "f" if one.kind in FROM_FINISH else "s")
        head = (one.to_id, "f" if one.kind in TO_FINISH else "s")
        graph.add_edge(tail, head, weight=-one.lag_s)
    return graph


def test_both_passes_agree_with_longest_paths_of_networkx_on_a_thousand_networks() -> None:
    dice = random.Random(41)
    kinds: set[LinkKind] = set()
    for _ in range(NETWORKS):
        hours = some_calendar(dice)
        network = random_network(dice, lambda: hours)  # noqa: B023 - used within this turn
        kinds.update(one.kind for one in network.links)
        early, late = both_ways(network)
        graph = longest_ways(network)
        forward = graph.copy()
        for item in network.items.values():
            if item.fixed:
                # It waits for nothing: what leads to it is cut, what it is waited for stays.
                forward.remove_edges_from([e for e in graph.edges if e[1][0] == item.id and e[0][0] != item.id])
            forward.add_edge("begin", (item.id, "s"), weight=-hours.worked(item.starts))
        reached = nx.single_source_bellman_ford_path_length(forward, "begin")
        end = max(hours.worked(place.ends) for place in early.values())
        assert end == max(-reached[one, "f"] for one in network.items)
        for one, item in network.items.items():
            assert hours.worked(early[one].starts) == -reached[one, "s"]
            assert hours.worked(early[one].ends) == -reached[one, "f"]
            backward = graph.copy()
            # What a fixed item waits for must be there in time for where it stands.
            bounds = {}
            for other in network.items.values():
                last = end if other.deadline is None else min(end, hours.worked(other.deadline))
                if other.fixed and other.id != one:
                    last = min(last, hours.worked(other.ends))
                bounds[other.id] = last
            ways = nx.single_source_bellman_ford_path_length(backward, (one, "f"))
            latest = min(bounds[node[0]] + length for node, length in ways.items() if node[1] == "f")
            assert hours.worked(late[one].ends) == latest or item.duration_s == 0
            assert late[one].slack_s == latest - hours.worked(early[one].ends)
    assert kinds == set(LinkKind)


def test_the_first_pass_agrees_with_reckoning_hour_by_hour_over_different_calendars() -> None:
    dice = random.Random(43)
    for _ in range(NETWORKS):
        network = random_network(dice, lambda: some_calendar(dice), points=0.2)
        early = network.early()
        graph: nx.DiGraph[Any] = nx.DiGraph((one.from_id, one.to_id) for one in network.links)
        graph.add_nodes_from(network.items)
        found: dict[PlanItemId, tuple[int, int]] = {}
        for one in nx.lexicographical_topological_sort(graph):
            item = network.items[one]
            if item.fixed:
                found[one] = (item.starts, item.ends)
                continue
            found[one] = first_place(item, [w for w in network.links if w.to_id == one], found)
        assert {one: (place.starts, place.ends) for one, place in early.items()} == found


def first_place(
    item: NetworkItem, waits: list[NetworkLink], found: dict[PlanItemId, tuple[int, int]]
) -> tuple[int, int]:
    """Return the first hour of work from which every link holds, by trying one after the other."""
    working: list[int] = []
    for number in range(-20, 100):
        day = MONDAY + timedelta(days=number)
        for a, b in item.calendar.spans(day):
            working.extend(range(civil(day, a), civil(day, b), HOUR))

    def before(at: int) -> int:
        return bisect_left(working, at) * HOUR

    if item.point:
        # A date waits until the first end of a day's work that comes late enough, and never comes before its day.
        wanted = max(before(found[one.from_id][one.kind in FROM_FINISH]) + one.lag_s for one in waits) if waits else 0
        days = (day_of(item.starts) + timedelta(days=n) for n in range(100))
        at = next(item.calendar.due_at(day) for day in days if before(item.calendar.due_at(day)) >= wanted)
        return at, at
    needs = []
    for one in waits:
        leader = found[one.from_id]
        end = leader[1] if one.kind in FROM_FINISH else leader[0]
        needs.append((one.kind in TO_FINISH, before(end) + one.lag_s))
    assert item.not_before is not None
    least = [need - item.duration_s if finish else need for finish, need in needs]
    wanted = max([before(item.not_before), *least])
    place = next(n for n in range(len(working)) if n * HOUR >= wanted)
    if item.duration_s == 0:
        return working[place], working[place]
    return working[place], working[place + item.duration_s // HOUR - 1] + HOUR


def test_slack_is_as_far_as_an_item_can_slip_over_different_calendars() -> None:
    dice = random.Random(47)
    slipped = 0
    for _ in range(NETWORKS):
        network = random_network(dice, lambda: some_calendar(dice), points=0.2)
        early, late = both_ways(network)
        end = max(place.ends for place in early.values())
        for one, item in network.items.items():
            if item.duration_s:
                latest = item.calendar.worked(early[one].ends) + late[one].slack_s
                assert can_end(network, late, one, worked=latest, horizon=end)
                assert not can_end(network, late, one, worked=latest + 1, horizon=end)
                slipped += 1
    assert slipped > NETWORKS


def can_end(network: Network, late: dict[PlanItemId, Late], one: PlanItemId, *, worked: int, horizon: Civil) -> bool:
    """Tell whether an item can end after so much working time while all after it keep their latest places."""
    item = network.items[one]
    hours = item.calendar
    place = Early(hours.start_at(worked - item.duration_s), hours.end_at(worked))
    if worked > hours.worked(horizon if item.deadline is None else min(horizon, item.deadline)):
        return False
    for wait in network.leads.get(one, ()):
        after = network.items[wait.to_id]
        bound = min(late[wait.to_id].starts, after.starts) if after.fixed else late[wait.to_id].starts
        if demanded(wait, after, place) > after.calendar.worked(bound):
            return False
    return True


def test_a_milestone_waits_until_the_end_of_the_day_on_which_the_work_ends() -> None:
    network = Network([task(1, 12), point(2, MONDAY)], [link(1, 2)])
    early = network.early()
    assert clock(early[item_id(2)].ends).isoformat() == "2026-11-24T18:00:00"


def test_a_milestone_on_a_sunday_stays_on_its_sunday() -> None:
    sunday = date(2026, 11, 29)
    network = Network([task(1, 8), point(2, sunday)], [link(1, 2)])
    assert day_of(network.early()[item_id(2)].ends) == sunday


def test_work_after_a_milestone_begins_the_next_morning() -> None:
    network = Network([point(1, MONDAY), task(2, 8)], [link(1, 2)])
    assert clock(network.early()[item_id(2)].starts).isoformat() == "2026-11-24T09:00:00"


def test_slack_of_a_short_way_is_what_the_long_way_takes_more() -> None:
    network = Network(
        [task(1, 8), task(2, 24), task(3, 8), task(4, 8)], [link(1, 2), link(1, 3), link(2, 4), link(3, 4)]
    )
    _, late = both_ways(network)
    assert [late[item_id(n)].slack_s // HOUR for n in (1, 2, 3, 4)] == [0, 0, 16, 0]


def test_a_missed_deadline_shows_as_negative_slack_up_the_chain() -> None:
    wednesday = OFFICE.due_at(MONDAY + timedelta(days=2))
    network = Network([task(1, 16), task(2, 16, deadline=wednesday)], [link(1, 2)])
    _, late = both_ways(network)
    assert late[item_id(1)].slack_s == late[item_id(2)].slack_s == -8 * HOUR


def test_what_is_pinned_stays_and_what_it_waits_for_has_to_hurry() -> None:
    network = Network([task(1, 24), task(2, 8, fixed=True, floor=civil(MONDAY + timedelta(days=1)))], [link(1, 2)])
    early, late = both_ways(network)
    assert day_of(early[item_id(2)].starts) == MONDAY + timedelta(days=1)
    assert late[item_id(1)].slack_s == -16 * HOUR
    assert network.broken() == (BrokenLink(link(1, 2), 16 * HOUR),)


def test_each_engagement_has_an_end_of_its_own() -> None:
    network = Network([task(1, 8), task(2, 80)], [])
    early = network.early()
    ends = horizons(early, lambda one: one)
    assert network.late(early, lambda one: ends[one])[item_id(1)].slack_s == 0
    assert both_ways(network)[1][item_id(1)].slack_s == 72 * HOUR


def test_a_chain_of_ten_thousand_is_no_deeper_than_any_other() -> None:
    count = 10_000
    network = Network([task(n, 1) for n in range(count)], [link(n, n + 1) for n in range(count - 1)])
    early, late = both_ways(network)
    assert OFFICE.between(civil(MONDAY), early[item_id(count - 1)].ends) == count * HOUR
    assert {one.slack_s for one in late.values()} == {0}
    way = path_between([(one.from_id, one.to_id) for one in network.links], item_id(0), item_id(count - 1))
    assert len(way) == count


def test_a_circle_is_named_and_everything_outside_it_is_still_planned() -> None:
    circle = [link(1, 2), link(2, 3), link(3, 1), link(3, 4), link(0, 1), link(4, 5)]
    network = Network([task(n, 8) for n in range(6)], circle)
    assert set(network.cyclic) == {item_id(1), item_id(2), item_id(3)}
    followers = {(one.from_id, one.to_id) for one in circle}
    turned = (*network.cyclic[1:], network.cyclic[0])
    assert all(pair in followers for pair in zip(network.cyclic, turned, strict=True))
    assert set(network.early()) == {item_id(n) for n in range(6)}


def test_a_circle_of_ten_thousand_is_found_without_recursion() -> None:
    count = 10_000
    network = Network([task(n, 1) for n in range(count)], [link(n, (n + 1) % count) for n in range(count)])
    assert len(network.cyclic) == count
    assert len(network.early()) == count


@pytest.mark.parametrize("hours", [0, 10**9])
def test_nothing_and_impossibly_much_work_have_dates_too(hours: int) -> None:
    network = Network([task(1, hours), task(2, hours), point(3, MONDAY)], [link(1, 2), link(2, 3)])
    early, late = both_ways(network)
    assert len(early) == len(late) == 3


def test_links_to_what_is_not_there_are_left_out() -> None:
    assert Network([task(1, 8)], [link(1, 2), link(3, 1)]).links == ()


def test_the_way_between_two_items_is_the_shortest() -> None:
    ways = [(item_id(1), item_id(2)), (item_id(2), item_id(4)), (item_id(1), item_id(4)), (item_id(4), item_id(5))]
    assert path_between(ways, item_id(1), item_id(5)) == (item_id(1), item_id(4), item_id(5))
    assert path_between(ways, item_id(5), item_id(1)) == ()
