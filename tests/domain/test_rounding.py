from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.rounding import (
    InvoiceRounding,
    InvoiceScope,
    InvoiceTime,
    RoundingMode,
    round_day,
    round_for_invoice,
    round_s,
)
from engagedesk.errors import UserError

steps = st.sampled_from([60, 360, 600, 900, 1800, 3600])
days = st.lists(st.integers(-20_000, 40_000), max_size=14).map(lambda xs: [(f"code {i}", s) for i, s in enumerate(xs)])


@pytest.mark.parametrize(
    ("seconds", "mode", "expected"),
    [
        (0, "nearest", 0),
        (449, "nearest", 0),
        (450, "nearest", 900),
        (900, "up", 900),
        (901, "up", 1800),
        (1799, "down", 900),
        (-450, "nearest", -900),
        (-901, "up", -1800),
        (-901, "down", -900),
    ],
)
def test_one_value_is_rounded_as_the_mode_says(seconds: int, mode: str, expected: int) -> None:
    assert round_s(seconds, 900, mode=RoundingMode(mode)) == expected


def test_three_uneven_lines_add_up_to_the_rounded_day() -> None:
    day = round_day([("a", 4000), ("b", 4000), ("c", 4000)], 900)
    assert day.total_s == 11_700
    assert sorted(day.seconds(k) for k in "abc") == [3600, 3600, 4500]
    assert day.residual_s == 300


def test_a_six_minute_call_beside_round_work_changes_none_of_it() -> None:
    day = round_day([("call", 360), ("audit", 3600), ("tax", 9000)], 900)
    assert (day.seconds("audit"), day.seconds("tax"), day.seconds("call")) == (3600, 9000, 0)
    assert day.residual_s == 360


@given(days, steps, st.sampled_from(RoundingMode))
def test_the_lines_add_up_to_the_day_rounded_once(lines: list[tuple[str, int]], step: int, mode: RoundingMode) -> None:
    day = round_day(lines, step, mode=mode)
    assert sum(s for _, s in day.lines) == day.total_s == round_s(sum(s for _, s in lines), step, mode=mode)
    assert day.total_s + day.residual_s == sum(s for _, s in lines)


@given(days, steps, st.sampled_from(RoundingMode))
def test_every_line_stays_within_one_increment_and_round_lines_stay(
    lines: list[tuple[str, int]], step: int, mode: RoundingMode
) -> None:
    for (key, raw), (rounded_key, rounded) in zip(lines, round_day(lines, step, mode=mode).lines, strict=True):
        assert key == rounded_key
        assert rounded % step == 0
        assert abs(rounded - raw) < step
        if raw % step == 0:
            assert rounded == raw


@given(days, steps, st.sampled_from(RoundingMode))
def test_rounding_twice_is_rounding_once(lines: list[tuple[str, int]], step: int, mode: RoundingMode) -> None:
    once = round_day(lines, step, mode=mode)
    twice = round_day(once.lines, step, mode=mode)
    assert twice.lines == once.lines
    assert twice.residual_s == 0


def test_an_increment_of_nothing_is_refused() -> None:
    with pytest.raises(UserError, match=r"rounding\.bad_step"):
        round_s(100, 0)
    with pytest.raises(UserError, match=r"rounding\.bad_step"):
        InvoiceRounding(RoundingMode.UP, 0, InvoiceScope.ENTRY)


MONDAY = date(2026, 11, 16)
CALLS = [InvoiceTime("a", MONDAY, 300), InvoiceTime("a", MONDAY, 300), InvoiceTime("b", MONDAY, 360)]


def test_an_invoice_rounds_every_entry_where_the_client_agreed_to_it() -> None:
    lines = round_for_invoice(CALLS, InvoiceRounding(RoundingMode.UP, 6, InvoiceScope.ENTRY))
    assert [line.seconds for line in lines] == [360, 360, 360]
    assert [line.raw_s for line in lines] == [300, 300, 360]


def test_an_invoice_rounds_a_code_and_day_where_the_client_agreed_to_that() -> None:
    lines = round_for_invoice(CALLS, InvoiceRounding(RoundingMode.UP, 6, InvoiceScope.CODE_AND_DAY))
    assert [(line.code, line.seconds, line.raw_s) for line in lines] == [("a", 720, 600), ("b", 360, 360)]
