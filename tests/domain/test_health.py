from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.health import Cause, Health, HealthFacts, HealthReason, standing

TODAY = date(2026, 11, 22)
CALM = HealthFacts(next_due=TODAY + timedelta(days=30), slack_s=270_000, budget_s=360_000, used_s=36_000)


def test_an_engagement_of_which_nothing_is_wrong_is_on_track_and_gives_no_reason() -> None:
    assert standing(CALM, today=TODAY).health is Health.ON_TRACK
    assert standing(CALM, today=TODAY).causes == ()


def test_an_engagement_of_which_nothing_is_known_is_on_track() -> None:
    assert standing(HealthFacts(), today=TODAY).health is Health.ON_TRACK


@pytest.mark.parametrize(
    ("facts", "health", "cause"),
    [
        (replace(CALM, deadlines_missed=1), Health.OFF_TRACK, Cause(HealthReason.DEADLINE_MISSED, 1)),
        (replace(CALM, dates_overdue=2), Health.OFF_TRACK, Cause(HealthReason.DATE_OVERDUE, 2)),
        (replace(CALM, used_s=363_600), Health.OFF_TRACK, Cause(HealthReason.BUDGET_OVERRUN, 3_600)),
        (replace(CALM, budget=1000, eac=1051), Health.OFF_TRACK, Cause(HealthReason.EAC_OVER, 5)),
        (replace(CALM, slack_s=-1), Health.OFF_TRACK, Cause(HealthReason.NO_SLACK, 1)),
        (replace(CALM, budget=1000, eac=1050), Health.AT_RISK, Cause(HealthReason.EAC_SLIGHTLY_OVER, 5)),
        (replace(CALM, budget=1000, eac=1001), Health.AT_RISK, Cause(HealthReason.EAC_SLIGHTLY_OVER, 1)),
        (replace(CALM, used_s=324_000), Health.AT_RISK, Cause(HealthReason.BUDGET_NEARLY_USED, 90)),
        (replace(CALM, late_tasks=3), Health.AT_RISK, Cause(HealthReason.TASKS_LATE, 3)),
        (replace(CALM, open_gates=1), Health.AT_RISK, Cause(HealthReason.GATE_OPEN, 1)),
        (replace(CALM, clashes=1), Health.AT_RISK, Cause(HealthReason.CLASH, 1)),
        (replace(CALM, unowned_soon=1), Health.AT_RISK, Cause(HealthReason.NOBODY, 1)),
        (replace(CALM, awaiting_code_s=60), Health.AT_RISK, Cause(HealthReason.AWAITING_CODE, 60)),
    ],
)
def test_each_fact_gives_its_word_and_its_reason(facts: HealthFacts, health: Health, cause: Cause) -> None:
    found = standing(facts, today=TODAY)
    assert (found.health, found.causes) == (health, (cause,))


def test_little_slack_is_a_risk_only_before_a_near_date() -> None:
    thin = replace(CALM, slack_s=3_600)
    assert standing(thin, today=TODAY).health is Health.ON_TRACK
    near = replace(thin, next_due=TODAY + timedelta(days=14))
    assert standing(near, today=TODAY).causes == (Cause(HealthReason.THIN_SLACK, 3_600),)


def test_a_budget_that_is_used_up_when_the_work_is_done_is_no_risk() -> None:
    assert standing(replace(CALM, used_s=360_000, work_left=False), today=TODAY).health is Health.ON_TRACK


def test_the_gravest_reason_comes_first_and_gives_the_word() -> None:
    facts = replace(CALM, awaiting_code_s=60, late_tasks=1, deadlines_missed=1)
    found = standing(facts, today=TODAY)
    assert [cause.reason for cause in found.causes] == [
        HealthReason.DEADLINE_MISSED,
        HealthReason.TASKS_LATE,
        HealthReason.AWAITING_CODE,
    ]
    assert found.health is Health.OFF_TRACK


def test_a_list_shows_the_worst_first() -> None:
    calm, risk, off = (
        standing(one, today=TODAY) for one in (CALM, replace(CALM, late_tasks=1), replace(CALM, dates_overdue=1))
    )
    assert sorted([calm, risk, off], key=lambda one: one.rank) == [off, risk, calm]


@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 400_000), st.integers(-90_000, 90_000))
def test_the_word_is_on_track_exactly_where_there_is_no_reason(late: int, gates: int, used: int, slack: int) -> None:
    facts = replace(CALM, late_tasks=late, open_gates=gates, used_s=used, slack_s=slack)
    found = standing(facts, today=TODAY)
    assert (found.health is Health.ON_TRACK) is (found.causes == ())
