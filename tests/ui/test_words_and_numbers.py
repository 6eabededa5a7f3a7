from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from engagedesk.ui.finding import Findable, find
from engagedesk.ui.format import (
    clock,
    clock_range,
    day_short,
    day_title,
    days_short,
    hm,
    hm_floor,
    hms,
    hours,
    isolate,
    minutes_words,
    money,
    money_short,
    one_stop,
    percent,
    signed_minutes,
)
from engagedesk.ui.intents import ShowPage
from engagedesk.ui.pages.portfolio_columns import codes_words
from engagedesk.ui.pages.week_strip import bar_scale
from engagedesk.ui.passphrase_words import Strength, judge
from engagedesk.ui.typed_times import looks_like_duration, looks_like_times
from engagedesk.ui.words import target_details
from tests.ui.sample_rows import RECENT, WEEK, ZONE, at


@pytest.fixture(autouse=True)
def english(qapp: object) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0:00"),
        (29, "0:00"),
        (30, "0:01"),
        (7060, "1:58"),
        (25_334, "7:02"),
        (-1800, "−0:30"),
        (3_600_000, "1,000:00"),
    ],
)
def test_hours_and_minutes_go_to_the_nearest_minute(seconds: int, text: str) -> None:
    assert hm(seconds) == text


def test_what_still_runs_counts_whole_minutes_only() -> None:
    assert hm_floor(119) == "0:01"
    assert hms(1934) == "0:32:14"


def test_a_range_of_times_keeps_its_order_in_a_line_from_right_to_left() -> None:
    assert clock_range(at(8, 2), at(8, 17), ZONE) == "\u206808:02–08:17\u2069"
    assert clock_range(at(15, 20), None, ZONE) == "\u206815:20–now\u2069"


def test_a_time_is_told_in_the_zone_where_it_was_worked() -> None:
    assert clock(at(14), "America/New_York") == "09:00"


def test_money_hours_and_shares_are_read_as_people_write_them() -> None:
    assert money(41_000_000, "USD") == "$410,000"
    assert money(-280_000, "GBP") == "−£2,800"
    assert money_short(-280_000, "GBP") == isolate("−£2.8k")
    assert money_short(2_715_000, "EUR", signed=True) == isolate("+€27.2k")
    assert money_short(99_995_000, "USD") == isolate("$1.00m")
    assert money_short(40_000, "CHF") == isolate("CHF 400")
    assert money(1500, "JPY") == "¥1,500"
    assert hours(5_328_000) == "1,480"
    assert hours(5400) == "1.5"
    assert (hours(14_400), hours(14_300), hours(35_900)) == ("4", "4", "10")
    assert percent(140_400, 148_620) == "94 %"
    assert percent(1, 0) == "–"
    assert minutes_words(2400) == "40 min"
    assert minutes_words(4500) == "1:15 h"


def test_a_sentence_that_ends_with_a_day_has_one_stop() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    assert one_stop(f"Fällig am {day_short(date(2026, 11, 24))}.") == "Fällig am 24. Nov."


def test_the_sign_of_a_currency_stands_where_the_language_puts_it() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    assert money(-8_430_000, "EUR") == "−84.300\u00a0€"
    assert money_short(420_000, "CHF", signed=True) == isolate("+4,2k\u00a0CHF")


def test_codes_of_one_engagement_are_said_shortly() -> None:
    assert codes_words(("410220-20", "410220-40")) == "410220-20, -40"
    assert codes_words(tuple(f"630112-{n:02d}" for n in range(1, 15))) == "630112-01 to -14"
    assert codes_words(("BD-020",)) == "BD-020"
    assert codes_words(("A1", "B2")) == "A1, B2"


@pytest.mark.parametrize("text", ["9-10:30", "09:00-10:30", "9.15 – 10", "22:50-00:05", "15:20-", "9:00-24:00"])
def test_times_that_can_be_read(text: str) -> None:
    assert looks_like_times(text)


@pytest.mark.parametrize("text", ["", "9", "25:00-26:00", "9:75-10", "nine to ten", "1:30"])
def test_times_that_cannot_be_read(text: str) -> None:
    assert not looks_like_times(text)


def test_a_bare_number_is_never_taken_for_a_duration() -> None:
    assert looks_like_duration("1:30")
    assert looks_like_duration("1.5h")
    assert looks_like_duration("90m")
    assert not looks_like_duration("90")


@pytest.mark.parametrize(
    ("passphrase", "strength"),
    [
        ("", Strength.EMPTY),
        ("secret", Strength.TOO_SHORT),
        ("aaaaaaaaaaaaaaaaaaaa", Strength.TOO_SHORT),
        ("abcdefghijklmnopqrst", Strength.TOO_SHORT),
        ("harrowgate 24", Strength.WEAK),
        ("lantern otter gravel sunday", Strength.STRONG),
    ],
)
def test_a_passphrase_is_judged_by_what_it_really_holds(passphrase: str, strength: Strength) -> None:
    assert judge(passphrase).strength is strength


@given(st.text(max_size=60))
def test_judging_any_text_never_fails(text: str) -> None:
    judgement = judge(text)
    assert judgement.acceptable == (judgement.strength >= Strength.WEAK)


def _item(label: str, detail: str = "", also: str = "") -> Findable:
    return Findable(label, detail, "Engagement", ShowPage(label), also=also)


ITEMS = (
    _item("Today"), _item("Harrowgate", "Group audit", "Harrowgate Foods plc 410118-10"),
    _item("Northgate", "PCAOB audit", "410220-20"), _item("Harrowgate", "Tax provision review", "410118-50"),
    _item("Café Zoé", "Audit"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        ("har", ["Harrowgate", "Harrowgate"]),
        ("har tax", ["Harrowgate"]),
        ("gate", ["Harrowgate", "Northgate", "Harrowgate"]),
        ("410220", ["Northgate"]),
        ("cafe zoe", ["Café Zoé"]),
        ("zebra", []),
    ],
)
def test_a_few_letters_find_what_is_meant(query: str, labels: list[str]) -> None:
    assert [item.label for item in find(query, ITEMS)] == labels


def test_nothing_typed_shows_everything_in_its_order() -> None:
    assert find("", ITEMS) == ITEMS


def test_the_bars_of_a_week_share_one_scale_that_holds_the_longest_day() -> None:
    assert bar_scale(WEEK) == 35_100
    assert bar_scale(()) == 1


def test_days_of_one_month_name_it_once() -> None:
    assert days_short(date(2026, 11, 9), date(2026, 11, 24)) == "\u20689–24 Nov\u2069"
    assert days_short(date(2026, 10, 5), date(2026, 11, 6)) == "\u20685 Oct – 6 Nov\u2069"


def test_a_day_has_its_stop_where_the_language_writes_one() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    assert day_title(date(2026, 11, 20)) == "Freitag, 20. November"
    assert days_short(date(2026, 11, 9), date(2026, 11, 24)) == "\u20689.–24. Nov.\u2069"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0 min"), (20, "0 min"), (-20, "0 min"), (300, "5 min"), (-300, "−5 min"), (-4500, "−1:15 h")],
)
def test_a_difference_stands_in_its_own_unit(seconds: int, text: str) -> None:
    assert signed_minutes(seconds) == text


def test_two_codes_of_one_engagement_are_told_apart_where_both_are_offered() -> None:
    first = RECENT[0]
    second = replace(first, code="410220-50")
    assert target_details((first, second, RECENT[1])) == [
        f"{first.detail}  {first.code}",
        f"{first.detail}  410220-50",
        RECENT[1].detail,
    ]
    assert target_details((first, RECENT[1])) == [first.detail, RECENT[1].detail]
