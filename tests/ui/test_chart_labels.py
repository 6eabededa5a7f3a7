"""Names of a chart's lines: at their lines, never over each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engagedesk.ui.charts.labels import Place, along, around, best
from engagedesk.ui.tables.geometry import Box

PLOT = Box(0, 0, 600, 200)


def test_a_name_goes_to_the_first_place_that_is_free() -> None:
    places = around(300, 100, gap=4)
    assert best(places, 80, 16, taken=(), lines=(), inside=PLOT) == places[0]
    over = places[0].box(80, 16)
    assert best(places, 80, 16, taken=(over,), lines=(), inside=PLOT) != places[0]


def test_a_name_stays_inside_the_chart() -> None:
    place = best(around(2, 2, gap=4), 80, 16, taken=(), lines=(), inside=PLOT)
    assert place.box(80, 16).outside(PLOT) == 0


def test_a_name_leaves_a_line_to_itself_where_there_is_room() -> None:
    line = along([(0, 200), (600, 0)], 4)
    place = best(around(300, 100, gap=4), 80, 16, taken=(), lines=line, inside=PLOT)
    assert not any(place.box(80, 16).holds(point) for point in line)


def test_a_line_is_seen_between_its_points() -> None:
    assert len(along([(0, 0), (100, 0)], 4)) == 26
    assert along([], 4) == ()
    assert along([(1, 1)], 4) == ((1, 1),)


@given(st.lists(st.tuples(st.floats(100, 500), st.floats(40, 160)), min_size=2, max_size=4))
def test_names_lie_on_no_other_name_where_any_place_is_free(points: list[tuple[float, float]]) -> None:
    taken: list[Box] = []
    for x, y in points:
        places = [place for down in range(0, 160, 20) for place in around(x, (y + down) % 180, gap=3)]
        free = [p for p in places if not any(p.box(80, 16).overlaps(one) for one in taken)]
        chosen: Place = best(places, 80, 16, taken=taken, lines=(), inside=PLOT)
        if free:
            assert not any(chosen.box(80, 16).overlaps(one) for one in taken)
        taken.append(chosen.box(80, 16))
