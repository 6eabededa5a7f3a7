"""The rows of the timeline: grouping, filters, what is closed, the columns made of them, and looks that are kept."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.civil import civil
from engagedesk.domain.states import ServiceLine
from engagedesk.ui.timeline.arranging import (
    Arranged,
    NodeKind,
    arrange,
    columns_of,
    extent,
    item_columns,
    links_between,
)
from engagedesk.ui.timeline.columns import Flag
from engagedesk.ui.timeline.look import Look, look_from
from engagedesk.ui.timeline.rows import Plan
from engagedesk.ui.timeline.wanted import Grouping, Wanted
from tests.ui.timeline_rows import EMPTY, ITEMS, PLAN, TODAY, ident

SERVICES = {line: line.value for line in ServiceLine}


def arranged(wanted: Wanted | None = None, plan: Plan = PLAN) -> Arranged:
    return arrange(plan, wanted or Wanted(), service_names=SERVICES, nobody="Nobody")


def names(found: Arranged) -> list[str]:
    return [node.name for node in found.nodes]


def items(found: Arranged) -> set[bytes]:
    return set(found.of_item)


def test_grouped_by_client_an_engagement_holds_its_phases_and_they_their_items() -> None:
    found = arranged()
    group_audit = found.nodes[found.roots[0]]
    assert group_audit.name == "Harrowgate · Group audit"
    assert [found.nodes[n].name for n in group_audit.children] == ["Interim", "Execution"]
    interim = found.nodes[group_audit.children[0]]
    assert [found.nodes[n].name for n in interim.children] == [
        "Walkthroughs", "Controls testing, UK", "German report", "Interim findings",
    ]  # fmt: skip
    assert interim.ends == found.nodes[interim.children[3]].ends


def test_grouped_by_engagement_what_ends_first_stands_first() -> None:
    found = arranged(Wanted(grouping=Grouping.ENGAGEMENT))
    last = [found.nodes[number].ends for number in found.roots]
    assert last == sorted(last)


def test_grouped_by_person_i_stand_first_and_what_nobody_does_last() -> None:
    found = arranged(Wanted(grouping=Grouping.PERSON))
    heads = [found.nodes[number].name for number in found.roots]
    assert heads[0] == "Priya Nair"
    assert heads[-1] == "Nobody"
    assert items(found) == {item.id for item in ITEMS}


def test_grouped_by_service_line_engagements_stand_one_step_in() -> None:
    found = arranged(Wanted(grouping=Grouping.SERVICE))
    assert [found.nodes[n].name for n in found.roots] == ["audit", "tax", "advisory"]
    assert {node.depth for node in found.nodes if node.kind is NodeKind.ENGAGEMENT} == {1}


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (Wanted(search="walk"), {"walk"}),
        (Wanted(search="kestrel memo"), {"kmem"}),
        (Wanted(search="VOGT"), {"germ"}),
        (Wanted(search="zebra"), set()),
        (Wanted(person=ident("ta")), {"ctrl", "test"}),
        (Wanted(conflicts_only=True), {"prov", "revi", "germ"}),
        (Wanted(engagements=frozenset({ident("ke")})), {"impa", "kmem"}),
    ],
)
def test_filters_leave_what_they_say(wanted: Wanted, left: set[str]) -> None:
    found = arranged(wanted)
    assert items(found) == {ident(key) for key in left}
    assert found.all_engagements == 5


def test_an_engagement_without_anything_left_goes_too() -> None:
    assert arranged(Wanted(search="walk")).shown_engagements == 1
    assert arranged(Wanted(search="zebra")).nodes == ()


def test_what_is_done_can_be_hidden() -> None:
    done = replace(PLAN, items=(replace(ITEMS[0], done=True), *ITEMS[1:]))
    assert ident("walk") not in items(arranged(Wanted(hide_done=True), done))


def test_a_conflict_marks_its_item_and_the_rows_above_it() -> None:
    found = arranged()
    marked = {node.name for node in found.nodes if node.severity is not None}
    assert {"Group tax provision", "Execution", "Harrowgate · Group audit"} <= marked
    # Somebody's full week is no fault of one item.
    assert "Controls testing, UK" not in marked


def test_a_closed_engagement_shows_its_last_milestone_on_its_own_row() -> None:
    found = arranged()
    collapsed = {"e" + ident("la").hex()}
    shown = found.open_rows(collapsed)
    bars = columns_of(found, item_columns(PLAN), shown, collapsed)
    row = next(n for n, number in enumerate(shown) if found.nodes[number].name.startswith("Lanternbank"))
    flags = [int(one) for one in bars.flags[bars.of_rows(row, row)]]
    assert any(one & Flag.DIAMOND for one in flags)
    assert any(one & Flag.CLOSED for one in flags)


def test_a_closed_person_shows_all_their_work_thin_and_unmovable() -> None:
    found = arranged(Wanted(grouping=Grouping.PERSON))
    collapsed = {"w" + ident("pn").hex()}
    bars = columns_of(found, item_columns(PLAN), found.open_rows(collapsed), collapsed)
    mine = bars.flags[bars.of_rows(0, 0)]
    assert len(mine) == sum(item.owner == ident("pn") for item in ITEMS)
    assert all(int(one) & Flag.THIN and not int(one) & Flag.MOVABLE for one in mine)


@given(closed=st.sets(st.sampled_from([node.key for node in arranged().nodes if node.children])))
def test_rows_and_bars_agree_whatever_is_closed(closed: set[str]) -> None:
    found = arranged()
    shown = found.open_rows(closed)
    bars = columns_of(found, item_columns(PLAN), shown, closed)
    assert bars.rows == len(shown) == len(set(shown))
    assert np.all(np.diff(bars.row) >= 0)
    for row, node in zip(bars.row.tolist(), bars.node.tolist(), strict=True):
        assert shown[row] == node or found.nodes[shown[row]].last_mark == node
    links = links_between(PLAN, bars, found)
    assert links.count <= len(PLAN.links)
    assert all(0 <= one < bars.count for one in [*links.from_bar.tolist(), *links.to_bar.tolist()])


def test_an_empty_plan_has_no_rows_and_fits_today() -> None:
    found = arranged(plan=EMPTY)
    bars = columns_of(found, item_columns(EMPTY), [], ())
    assert found.nodes == ()
    assert extent(EMPTY, bars) == (civil(TODAY), civil(TODAY))


@given(
    look=st.builds(
        Look,
        st.builds(
            Wanted,
            grouping=st.sampled_from(Grouping),
            search=st.text(max_size=20),
            engagements=st.none() | st.frozensets(st.binary(min_size=16, max_size=16), max_size=3),
            person=st.none() | st.binary(min_size=16, max_size=16),
            critical_only=st.booleans(),
            conflicts_only=st.booleans(),
            hide_done=st.booleans(),
        ),
        st.none() | st.floats(0.01, 900),
        st.booleans(),
        st.booleans(),
    )
)
def test_a_look_that_was_kept_comes_back_as_it_was(look: Look) -> None:
    assert look_from(json.loads(json.dumps(look.as_data()))) == look


@pytest.mark.parametrize(
    "data",
    [{}, {"grouping": "moon", "day_px": "x", "person": "zz", "engagements": ["zz", 3]}, {"engagements": {"a": 1}}],
)
def test_a_look_that_means_nothing_any_more_is_read_as_far_as_it_does(data: dict[str, object]) -> None:
    assert look_from(data).wanted.grouping is Grouping.CLIENT
