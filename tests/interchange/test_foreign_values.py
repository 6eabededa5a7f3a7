from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.interchange.cells import Cell
from engagedesk.interchange.values import (
    EARLIEST,
    LATEST,
    DateOrder,
    DurationUnit,
    Formats,
    Unreadable,
    as_clock,
    as_day,
    as_duration,
    as_flag,
    as_moment,
    as_number,
    as_text,
)
from engagedesk.wording import WORDS

PLAIN = Formats()
GERMAN = Formats(decimal_sign=",", date_order=DateOrder.DMY)
BOOK = Formats(workbook=True)
wall = datetime.fromisoformat


def refusal(read: Callable[[], object]) -> str:
    with pytest.raises(Unreadable) as caught:
        read()
    assert caught.value.code in WORDS
    return caught.value.code


def hours(cell: Cell, formats: Formats = PLAIN) -> int:
    return as_duration(cell, formats, most_s=24 * 3600)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("1:30:00", 5400),
        ("1:30", 5400),
        ("01:30:00", 5400),
        ("1.5", 5400),
        ("1,5", 5400),
        ("1.50", 5400),
        ("90 min", 5400),
        ("90m", 5400),
        ("90 Minuten", 5400),
        ("1.5h", 5400),
        ("1,5 Std.", 5400),
        ("1h 30m", 5400),
        ("1h30", None),
        ("PT1H30M", 5400),
        ("5400 s", 5400),
        ("0,125", 450),
        ("1.250", 4500),
        (".5", 1800),
        ("24:00", 86_400),
        (1.5, 5400),
        (2, 7200),
        (timedelta(minutes=90), 5400),
        ("0:00:01", 1),
    ],
)
def test_durations_as_people_write_them(written: Cell, seconds: int | None) -> None:
    if seconds is None:
        assert refusal(lambda: hours(written)) == "import.row.bad_duration"
    else:
        assert hours(written) == seconds


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "import.row.no_duration"),
        ("0", "import.row.no_duration"),
        ("00:00:00", "import.row.no_duration"),
        ("-1.5", "import.row.negative"),
        ("(1.5)", "import.row.negative"),
        ("-0:30", "import.row.negative"),
        (-2.0, "import.row.negative"),
        ("1000000000", "import.row.too_much_time"),
        ("1000000000 h", "import.row.too_much_time"),
        (1e9, "import.row.too_much_time"),
        (1e300, "import.row.too_much_time"),
        ("24:00:01", "import.row.too_much_time"),
        ("1:75", "import.row.bad_duration"),
        ("an hour", "import.row.bad_duration"),
        ("1 2 3 4 x", "import.row.bad_duration"),
        ("9" * 400, "import.row.bad_duration"),
        ("#REF!", "import.row.bad_duration"),
        ("=1+1", "import.row.bad_duration"),
        ("١٫٥", "import.row.bad_duration"),
        (date(2026, 1, 1), "import.row.bad_duration"),
    ],
)
def test_durations_that_are_none(written: Cell, code: str) -> None:
    assert refusal(lambda: hours(written)) == code


def test_a_reversal_is_negative_only_where_that_is_allowed() -> None:
    assert as_duration("-1,5", GERMAN, most_s=86_400, negative=True) == -5400


def test_bare_numbers_count_what_the_mapping_says() -> None:
    assert hours("90", Formats(duration_unit=DurationUnit.MINUTES)) == 5400
    assert hours(0.5, Formats(duration_unit=DurationUnit.DAYS)) == 4 * 3600


@given(st.integers(min_value=1, max_value=86_400))
def test_every_duration_survives_being_written_as_a_clock(seconds: int) -> None:
    assert hours(f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}") == seconds


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-11-16", "2026-11-16"),
        ("2026/11/16", "2026-11-16"),
        ("2026-11-16 09:30:00", "2026-11-16"),
        ("2026-11-16T09:30:00Z", "2026-11-16"),
        ("20261116", "2026-11-16"),
        ("16.11.2026", "2026-11-16"),
        ("16.11.26", "2026-11-16"),
        ("3.4.2026", "2026-04-03"),
        ("16 Nov 2026", "2026-11-16"),
        ("16-Nov-26", "2026-11-16"),
        ("Mon, 16 Nov 2026", "2026-11-16"),
        ("16. November 2026", "2026-11-16"),
        ("3. März 2026", "2026-03-03"),
        ("Nov 16, 2026", "2026-11-16"),
        ("29.02.2024", "2024-02-29"),
        (date(2026, 11, 16), "2026-11-16"),
        (wall("2026-11-16T23:59:59"), "2026-11-16"),
    ],
)
def test_dates_as_files_write_them(written: Cell, expected: str) -> None:
    assert as_day(written, PLAIN).isoformat() == expected


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "import.row.no_date"),
        ("29.02.2025", "import.row.bad_date"),
        ("2025-02-29", "import.row.bad_date"),
        ("31.04.2026", "import.row.bad_date"),
        ("2026-13-01", "import.row.bad_date"),
        ("0001-01-01", "import.row.date_out_of_range"),
        ("9999-12-31", "import.row.date_out_of_range"),
        ("0000-01-01", "import.row.bad_date"),
        ("1969-12-31", "import.row.date_out_of_range"),
        ("1/2/3", "import.row.bad_date"),
        ("tomorrow", "import.row.bad_date"),
        ("16-11/2026", "import.row.bad_date"),
        ("46342", "import.row.bad_date"),
        (timedelta(hours=1), "import.row.bad_date"),
        (True, "import.row.bad_date"),
    ],
)
def test_dates_that_are_none(written: Cell, code: str) -> None:
    assert refusal(lambda: as_day(written, PLAIN)) == code


def test_a_serial_number_is_a_date_in_a_workbook_only() -> None:
    assert as_day(46342, BOOK) == date(2026, 11, 16)
    assert as_day(46342 - 1462, Formats(workbook=True, date1904=True)) == date(2026, 11, 16)
    assert refusal(lambda: as_day(46342, PLAIN)) == "import.row.bad_date"


@given(st.dates(min_value=EARLIEST, max_value=LATEST), st.sampled_from([DateOrder.DMY, DateOrder.MDY]))
def test_every_date_is_read_back_in_the_order_it_was_written_in(day: date, order: DateOrder) -> None:
    first, second = (day.day, day.month) if order is DateOrder.DMY else (day.month, day.day)
    assert as_day(f"{first:02d}/{second:02d}/{day.year}", Formats(date_order=order)) == day


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("09:30", 34_200),
        ("9:30:15", 34_215),
        ("9.30", 34_200),
        ("9:30 AM", 34_200),
        ("9:30 p.m.", 77_400),
        ("12:00 AM", 0),
        ("12:30PM", 45_000),
        ("5 pm", 61_200),
        ("24:00", 86_400),
        ("00:00", 0),
        ("9:30 Uhr", 34_200),
        (timedelta(hours=9.5), 34_200),
        (wall("2026-11-16T09:30"), 34_200),
    ],
)
def test_times_of_day(written: Cell, seconds: int) -> None:
    assert as_clock(written, PLAIN) == seconds


@pytest.mark.parametrize(
    "written", ["24:01", "25:00", "9:60", "13:00 PM", "0:30 AM", "9", "noon", "9:3", timedelta(days=2)]
)
def test_times_that_are_none(written: Cell) -> None:
    assert refusal(lambda: as_clock(written, PLAIN)) == "import.row.bad_time"


def test_moments_keep_the_offset_that_they_state() -> None:
    assert as_moment("2026-11-16 09:30", PLAIN) == (wall("2026-11-16T09:30"), None)
    assert as_moment("2026-11-16T09:30:00Z", PLAIN) == (wall("2026-11-16T09:30"), 0)
    assert as_moment("2026-11-16T09:30:00-05:30", PLAIN) == (wall("2026-11-16T09:30"), -19_800)
    assert as_moment("16.11.2026 24:00", PLAIN) == (wall("2026-11-17T00:00"), None)


@pytest.mark.parametrize(
    ("written", "formats", "amount", "currency"),
    [
        ("640,000", PLAIN, "640000", ""),
        ("640.000", PLAIN, "640000", ""),
        ("£640k", PLAIN, "640000", "GBP"),
        ("EUR 1.234.567,89", PLAIN, "1234567.89", "EUR"),
        ("1,234,567.89 USD", PLAIN, "1234567.89", "USD"),
        ("1'234.50", PLAIN, "1234.50", ""),
        ("1 234,50", PLAIN, "1234.50", ""),
        ("1.234", GERMAN, "1234", ""),
        ("1,234", GERMAN, "1.234", ""),
        ("(500)", PLAIN, "-500", ""),
        ("1.2m", PLAIN, "1200000", ""),
        (95_000, PLAIN, "95000", ""),
    ],
)
def test_amounts(written: Cell, formats: Formats, amount: str, currency: str) -> None:
    assert as_number(written, formats) == (Decimal(amount), currency)


@pytest.mark.parametrize("written", ["", "n/a", "1-2", "12e5", "1.2.3,4,5", "∞", "٣"])
def test_amounts_that_are_none(written: str) -> None:
    assert refusal(lambda: as_number(written, PLAIN)) == "import.row.bad_number"


def test_yes_and_no() -> None:
    assert [as_flag(word) for word in ("Yes", "x", "JA", True, "No", "nein", 0, "", None)] == [
        True,
        True,
        True,
        True,
        False,
        False,
        False,
        None,
        None,
    ]
    assert refusal(lambda: as_flag("perhaps")) == "import.row.bad_flag"


def test_codes_that_a_spreadsheet_made_numbers_are_text_again() -> None:
    assert as_text(410118.0) == "410118"
    assert as_text(410118) == "410118"


def code_of(read: Callable[[], object]) -> str:
    try:
        read()
    except Unreadable as problem:
        return problem.code
    return ""


def codes_of_every_reading(text: str, formats: Formats) -> set[str]:
    reads: list[Callable[[], object]] = [
        lambda: as_day(text, formats),
        lambda: as_clock(text, formats),
        lambda: as_moment(text, formats),
        lambda: hours(text, formats),
        lambda: as_number(text, formats),
        lambda: as_flag(text),
    ]
    return {code_of(read) for read in reads}


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_words_but_never_crashes(text: str) -> None:
    assert codes_of_every_reading(text, PLAIN) <= {"", *WORDS}


@given(st.text(alphabet="0123456789.:,-/ hmAPT+Z", max_size=24))
def test_text_that_is_nearly_a_number_never_crashes(text: str) -> None:
    assert codes_of_every_reading(text, GERMAN) <= {"", *WORDS}
