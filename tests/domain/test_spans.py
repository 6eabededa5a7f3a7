from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.spans import Span, columns, covered_s, gaps, merge, overlapping_pairs
from engagedesk.errors import UserError

spans_strategy = st.lists(
    st.tuples(st.integers(0, 200), st.integers(0, 60)).map(lambda t: Span(t[0], t[0] + t[1])), max_size=12
)


def seconds_in(spans: tuple[Span, ...] | list[Span]) -> set[int]:
    return {second for span in spans for second in range(span.start_utc, span.end_utc)}


def test_a_span_cannot_run_backwards() -> None:
    with pytest.raises(UserError, match=r"span\.backwards"):
        Span(10, 9)


def test_spans_that_touch_do_not_overlap() -> None:
    assert not Span(0, 10).overlaps(Span(10, 20))
    assert Span(0, 10).intersect(Span(10, 20)) is None
    assert Span(0, 11).intersect(Span(10, 20)) == Span(10, 11)


def test_gaps_lie_between_entries_only() -> None:
    day = Span(0, 100)
    assert gaps([Span(10, 20), Span(30, 40), Span(60, 70)], day) == (Span(20, 30), Span(40, 60))
    assert gaps([Span(10, 20)], day) == ()
    assert gaps([Span(10, 20), Span(30, 40), Span(60, 70)], day, at_least_s=15) == (Span(40, 60),)


def test_two_overlapping_blocks_share_the_width_and_a_third_apart_has_it_whole() -> None:
    placed = columns([Span(0, 10), Span(5, 15), Span(20, 30)])
    assert [(p.column, p.columns) for p in placed] == [(0, 2), (1, 2), (0, 1)]


@given(spans_strategy, st.tuples(st.integers(0, 200), st.integers(1, 80)))
def test_subtracting_leaves_exactly_the_uncovered_seconds(cuts: list[Span], whole: tuple[int, int]) -> None:
    span = Span(whole[0], whole[0] + whole[1])
    assert seconds_in(span.subtract(cuts)) == seconds_in([span]) - seconds_in(cuts)


@given(spans_strategy)
def test_merging_keeps_every_second_once(spans: list[Span]) -> None:
    merged = merge(spans)
    assert seconds_in(merged) == seconds_in(spans)
    assert covered_s(spans) == len(seconds_in(spans))
    assert all(a.end_utc < b.start_utc for a, b in itertools.pairwise(merged))


def test_the_nights_rest_after_a_late_night_is_no_gap() -> None:
    hour = 3600
    day = Span(24 * hour, 48 * hour)
    late, first, second = Span(22 * hour, 25 * hour), Span(33 * hour, 35 * hour), Span(36 * hour, 40 * hour)
    assert gaps([late, first, second], day) == (Span(35 * hour, 36 * hour),)
    soon = Span(26 * hour, 27 * hour)
    assert gaps([late, soon], day) == (Span(25 * hour, 26 * hour),), "a pause in the night is one"
    early = Span(24 * hour, 25 * hour)
    assert gaps([early, first], day) == (Span(25 * hour, 33 * hour),), "nobody was there before"


@given(spans_strategy)
def test_gaps_and_entries_fill_the_stretch_from_first_to_last(spans: list[Span]) -> None:
    bounds = Span(0, 300)
    real = [s for s in spans if s.seconds]
    if real:
        hull = Span(min(s.start_utc for s in real), max(s.end_utc for s in real))
        assert seconds_in(gaps(spans, bounds)) | seconds_in(real) == seconds_in([hull])
        assert not seconds_in(gaps(spans, bounds)) & seconds_in(real)


@given(spans_strategy)
def test_every_overlapping_pair_is_found(spans: list[Span]) -> None:
    found = {frozenset((o.first, o.second)) for o in overlapping_pairs(spans)}
    expected = {
        frozenset((i, j)) for i in range(len(spans)) for j in range(i + 1, len(spans)) if spans[i].overlaps(spans[j])
    }
    assert found == expected


@given(spans_strategy)
def test_blocks_in_the_same_column_never_overlap(spans: list[Span]) -> None:
    placed = columns(spans)
    for i, first in enumerate(spans):
        assert 0 <= placed[i].column < placed[i].columns
        for j in range(i + 1, len(spans)):
            if first.overlaps(spans[j]):
                assert placed[i].column != placed[j].column
                assert placed[i].columns == placed[j].columns
