"""What a move pushes: only as far as links demand, never what is pinned, started or done."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from engagedesk.domain.civil import Civil, civil, day_of
from engagedesk.domain.ids import PlanItemId
from engagedesk.domain.network import Network, NetworkItem, NetworkLink
from engagedesk.domain.replan import Replan, replan
from engagedesk.domain.states import LinkKind
from tests.domain.test_network import HOUR, MONDAY, OFFICE, item_id, link, point, random_network, some_calendar, task

DAY = timedelta(days=1)


def standing(number: int, day: date, hours: int = 8, *, fixed: bool = False) -> NetworkItem:
    """Return a task that was put on a day."""
    return replace(task(number, hours, floor=civil(day), fixed=fixed), not_before=None)


def moved(items: list[NetworkItem], links: list[NetworkLink], number: int, days: int) -> Replan:
    """Move an item by working days and say what follows."""
    network = Network(items, links)
    item = network.items[item_id(number)]
    starts = OFFICE.next_start(OFFICE.add(item.starts, days * 8 * HOUR) if days else item.starts)
    return replan(network, {item.id: (starts, OFFICE.add(starts, item.duration_s))})


def pushed(found: Replan) -> dict[PlanItemId, date]:
    return {push.id: day_of(push.starts) for push in found.pushes}


def test_what_waits_is_pushed_as_far_as_its_link_demands() -> None:
    items = [standing(1, MONDAY), standing(2, MONDAY + DAY), standing(3, MONDAY + 2 * DAY)]
    found = moved(items, [link(1, 2), link(2, 3)], 1, 2)
    assert pushed(found) == {item_id(2): MONDAY + 3 * DAY, item_id(3): MONDAY + 4 * DAY}
    assert found.broken == ()


def test_room_between_two_items_is_used_up_first() -> None:
    items = [standing(1, MONDAY), standing(2, MONDAY + 3 * DAY)]
    assert pushed(moved(items, [link(1, 2)], 1, 2)) == {}
    assert pushed(moved(items, [link(1, 2)], 1, 3)) == {item_id(2): MONDAY + 4 * DAY}


def test_nothing_comes_earlier() -> None:
    items = [standing(1, MONDAY + 2 * DAY), standing(2, MONDAY + 3 * DAY)]
    assert pushed(moved(items, [link(1, 2)], 1, -2)) == {}


def test_what_is_pinned_stays_and_its_link_is_said_to_break() -> None:
    items = [standing(1, MONDAY), standing(2, MONDAY + DAY, fixed=True), standing(3, MONDAY + 2 * DAY)]
    found = moved(items, [link(1, 2), link(2, 3)], 1, 2)
    assert found.pushes == ()
    assert [one.link for one in found.broken] == [link(1, 2)]
    assert found.broken[0].short_s == 16 * HOUR


def test_a_move_that_mends_a_link_says_so() -> None:
    items = [standing(1, MONDAY + 2 * DAY), standing(2, MONDAY)]
    assert [one.link for one in moved(items, [link(1, 2)], 1, -3).mended] == [link(1, 2)]


def test_a_link_that_was_broken_before_moves_nobody() -> None:
    items = [standing(1, MONDAY), standing(2, MONDAY), standing(3, MONDAY + DAY)]
    found = moved(items, [link(1, 2), link(3, 2, LinkKind.START_START, -80 * HOUR)], 3, 1)
    assert found.pushes == ()


def test_a_milestone_is_pushed_by_whole_days() -> None:
    items = [standing(1, MONDAY), point(2, MONDAY)]
    found = moved(items, [link(1, 2)], 1, 1)
    assert pushed(found) == {item_id(2): MONDAY + DAY}
    assert found.pushes[0].ends == OFFICE.due_at(MONDAY + DAY)


def test_what_has_no_place_follows_both_ways_and_needs_no_writing() -> None:
    follower = replace(standing(2, MONDAY + 3 * DAY), not_before=civil(MONDAY))
    network = Network([standing(1, MONDAY + 2 * DAY), follower], [link(1, 2)])
    starts = civil(MONDAY, 9 * HOUR)
    found = replan(network, {item_id(1): (starts, OFFICE.add(starts, 8 * HOUR))}, unplaced={item_id(2)})
    assert pushed(found) == {item_id(2): MONDAY + DAY}
    assert not found.pushes[0].stored


def test_a_longer_task_pushes_what_waits_for_its_end() -> None:
    network = Network([standing(1, MONDAY), standing(2, MONDAY + DAY)], [link(1, 2)])
    starts = civil(MONDAY, 9 * HOUR)
    found = replan(network, {item_id(1): (starts, OFFICE.add(starts, 20 * HOUR))})
    assert pushed(found) == {item_id(2): MONDAY + 2 * DAY}


def test_unknown_items_move_nothing() -> None:
    network = Network([standing(1, MONDAY)], [])
    assert replan(network, {item_id(9): (Civil(0), Civil(1))}) == Replan((), (), (), ())


def test_no_push_breaks_a_link_to_what_could_have_been_pushed() -> None:
    dice = random.Random(53)
    pushes = 0
    for _ in range(500):
        made = random_network(dice, lambda: some_calendar(dice))
        # Where everything stands as early as it can, no link is broken but those of fixed items.
        early = made.early()
        items = [
            replace(item, starts=early[one].starts, ends=early[one].ends, not_before=None)
            for one, item in made.items.items()
        ]
        network = Network(items, made.links)
        first = network.items[dice.choice(network.order)]
        starts = first.calendar.next_start(first.calendar.add(first.starts, dice.randrange(1, 40) * HOUR))
        found = replan(network, {first.id: (starts, first.calendar.add(starts, first.duration_s))})
        pushes += len(found.pushes)
        for broken in found.broken:
            assert network.items[broken.link.to_id].fixed or broken.link.to_id == first.id
        for push in found.pushes:
            assert push.starts > push.old_starts or push.ends > push.old_ends
            calendar = network.items[push.id].calendar
            assert calendar.between(push.starts, push.ends) == network.items[push.id].duration_s
    assert pushes > 200
