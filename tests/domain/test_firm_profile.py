from __future__ import annotations

import json
from datetime import date

import pytest

from engagedesk.domain.firm_profile import (
    CheckKind,
    Counting,
    FirmProfile,
    RateSight,
    RequiredField,
    TravelRule,
    UtilizationBase,
)
from engagedesk.domain.rounding import RoundingMode
from engagedesk.domain.states import NonClientKind
from engagedesk.domain.utilization import TimeFact, utilization
from engagedesk.errors import UserError

OTHER = FirmProfile(
    name="Firm of Fridays",
    increment_s=360,
    rounding=RoundingMode.UP,
    standard_week_s=(28_800, 28_800, 28_800, 28_800, 25_200, 0, 0),
    standard_days_s={date(2026, 12, 25): 0, date(2026, 12, 24): 14_400},
    week_end=5,
    split_at_month_end=True,
    required=frozenset(RequiredField),
    narrative_min=10,
    forbidden_words=("various",),
    travel=TravelRule.ABOVE_COMMUTE,
    commute_s=3600,
    utilization_base=UtilizationBase.RECORDED,
    counting={NonClientKind.TRAINING: Counting.PRODUCTIVE},
    rates=RateSight.CHARGE_ONLY,
    blocks=frozenset({CheckKind.OVERLAP, CheckKind.EMPTY_NARRATIVE}),
)


@pytest.mark.parametrize("profile", [FirmProfile(), OTHER])
def test_a_profile_is_shared_as_a_file_and_comes_back_the_same(profile: FirmProfile) -> None:
    text = json.dumps(profile.to_data())
    read = FirmProfile.from_data(json.loads(text))
    assert read.profile == profile
    assert read.unknown == ()
    assert json.dumps(read.profile.to_data()) == text


def test_unknown_keys_are_named_and_missing_ones_take_their_default() -> None:
    read = FirmProfile.from_data({"format": 1, "increment_s": 360, "colour": "red"})
    assert read.profile == FirmProfile(increment_s=360)
    assert read.unknown == ("colour",)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("increment_s", 0),
        ("increment_s", "900"),
        ("increment_s", True),
        ("increment_s", 10**12),
        ("standard_week_s", [27_000] * 6),
        ("standard_week_s", "27000"),
        ("standard_days_s", {"25.12.2026": 0}),
        ("week_end", 8),
        ("required", ["soul"]),
        ("required", 7),
        ("narrative_max", -1),
        ("counting", {"leave": "twice"}),
        ("counting", [1]),
        ("rounding", "sideways"),
        ("split_at_month_end", "yes"),
        ("forbidden_words", [1]),
        ("name", "x" * 201),
    ],
)
def test_a_value_that_cannot_be_used_is_named(key: str, value: object) -> None:
    with pytest.raises(UserError) as caught:
        FirmProfile.from_data({key: value})
    assert caught.value.code == "profile.bad_value"
    assert caught.value.params["field"] == key


@pytest.mark.parametrize("data", [None, [], "profile", {"format": 2}])
def test_what_is_no_profile_is_refused(data: object) -> None:
    with pytest.raises(UserError, match=r"profile\.(not_a_profile|format)"):
        FirmProfile.from_data(data)


def test_standard_hours_are_the_weekdays_unless_the_date_has_its_own() -> None:
    assert FirmProfile().standard_s(date(2026, 11, 20)) == 27_000
    assert FirmProfile().standard_s(date(2026, 11, 21)) == 0
    assert OTHER.standard_s(date(2026, 12, 24)) == 14_400
    assert OTHER.standard_s(date(2026, 12, 25)) == 0


@pytest.mark.parametrize(
    ("rule", "before", "expected"),
    [
        (TravelRule.CHARGEABLE, 0, 9000),
        (TravelRule.HALF, 0, 4500),
        (TravelRule.NOT, 0, 0),
        (TravelRule.ABOVE_COMMUTE, 0, 5400),
        (TravelRule.ABOVE_COMMUTE, 1800, 7200),
        (TravelRule.ABOVE_COMMUTE, 7200, 9000),
    ],
)
def test_travel_is_chargeable_as_the_firm_says(rule: TravelRule, before: int, expected: int) -> None:
    profile = FirmProfile(travel=rule, commute_s=3600)
    assert profile.chargeable_travel_s(9000, travelled_today_s=before) == expected


WEEK = [
    TimeFact(27 * 3600, chargeable=True),
    TimeFact(3 * 3600, chargeable=False),
    TimeFact(2 * 3600, chargeable=False, kind=NonClientKind.TRAINING),
    TimeFact(27_000, chargeable=False, kind=NonClientKind.LEAVE),
]


def test_utilization_takes_leave_from_the_standard_hours() -> None:
    found = utilization(WEEK, FirmProfile(), standard_s=135_000)
    assert (found.utilized_s, found.base_s, found.per_mille) == (27 * 3600, 108_000, 900)


def test_a_firm_may_count_training_as_utilized_and_divide_by_recorded_time() -> None:
    found = utilization(WEEK, OTHER, standard_s=135_000)
    assert (found.utilized_s, found.base_s) == (29 * 3600, 32 * 3600)


def test_without_capacity_there_is_no_utilization() -> None:
    assert utilization([], FirmProfile(), standard_s=0).per_mille is None
