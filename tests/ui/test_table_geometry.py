from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engagedesk.ui.tables.geometry import (
    Width,
    bar_fill,
    bracket,
    fit_headers,
    grown,
    place_parts,
    share_widths,
    tick_at,
)

widths = st.lists(
    st.builds(Width, st.integers(20, 300), st.integers(0, 4), st.sampled_from([0, 600, 1000])), min_size=1, max_size=9
)


def test_the_column_with_the_share_takes_the_slack() -> None:
    assert share_widths([Width(100), Width(50, share=1), Width(60)], 400) == (100, 240, 60)


def test_shares_split_the_slack_in_proportion() -> None:
    assert share_widths([Width(100, share=1), Width(100, share=3)], 600) == (200, 400)


def test_a_column_hides_where_the_table_is_too_narrow_for_it() -> None:
    assert share_widths([Width(100, share=1), Width(80, hide_below=500)], 400) == (400, 0)


@given(widths, st.integers(200, 2000))
def test_columns_fill_the_table_exactly_or_overflow_only_when_they_cannot_shrink(wants: list[Width], room: int) -> None:
    got = share_widths(wants, room)
    shown = [w for w in wants if room >= w.hide_below]
    if not shown:
        assert sum(got) == 0
    elif sum(got) != room:
        assert sum(got) > room
        assert any(width == want.px // 2 for width, want in zip(got, wants, strict=True))


def test_the_last_text_gives_way_first() -> None:
    places = place_parts(0, 100, [8, 60, 60], gaps=[0, 8, 6], gives=[False, True, True])
    assert places == ((0, 8), (16, 60), (82, 18))


def test_the_first_text_gives_way_once_the_last_is_gone() -> None:
    places = place_parts(0, 60, [8, 60, 60], gaps=[0, 8, 6], gives=[False, True, True])
    assert places[1] == (16, 38)
    assert places[2][1] == 0


@given(
    st.lists(st.tuples(st.floats(1, 200), st.booleans()), min_size=1, max_size=6), st.floats(10, 500), st.floats(0, 50)
)
def test_no_part_ever_leaves_its_cell(parts: list[tuple[float, bool]], room: float, left: float) -> None:
    sizes = [size for size, _ in parts]
    placed = place_parts(left, left + room, sizes, gaps=[6.0] * len(parts), gives=[gives for _, gives in parts])
    for (x, width), size in zip(placed, sizes, strict=True):
        assert 0 <= width <= size
        assert width == 0 or x + width <= left + room + 0.5


def test_a_bracket_joins_the_middles_of_its_rows_in_either_order() -> None:
    assert bracket(36, 108, 36, x=8) == bracket(108, 36, 36, x=8) == ((14, 54), (8, 54), (8, 126), (14, 126))


def test_a_bar_is_never_longer_than_its_track_and_never_hides_something() -> None:
    assert bar_fill(50, 100, 200) == 100
    assert bar_fill(250, 100, 200) == 200
    assert bar_fill(1, 100_000, 200) == 2
    assert bar_fill(0, 100, 200) == 0


def test_a_tick_outside_its_bar_is_not_drawn() -> None:
    assert tick_at(75, 100, 200) == 150
    assert tick_at(120, 100, 200) is None
    assert tick_at(10, 0, 200) is None


def test_columns_grow_to_their_names_as_far_as_there_is_room() -> None:
    widths = (Width(100, share=1), Width(60), Width(60))
    assert [w.px for w in fit_headers(widths, (20, 80, 70), 300)] == [100, 80, 70]
    assert [w.px for w in fit_headers(widths, (20, 80, 70), 220)] == [100, 80, 65]
    assert [w.px for w in fit_headers(widths, (20, 80, 70), 150)] == [100, 60, 60]
    assert fit_headers(widths, (20, 30, 30), 300) == widths


def test_columns_grow_with_the_letters_as_far_as_there_is_room() -> None:
    widths = (Width(100, share=1), Width(50), Width(50, hide_below=900))
    assert [w.px for w in grown(widths, 600, 2.0)] == [200, 100, 100]
    assert [w.px for w in grown(widths, 225, 2.0)] == [150, 75, 75]
    assert grown(widths, 120, 2.0) == widths
    assert grown(widths, 600, 1.0) == widths
    assert grown((), 600, 2.0) == ()
