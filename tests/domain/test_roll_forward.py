"""Next year's engagement: hours from what was really worked, dates by the period end, nothing signed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.ids import PersonId
from engagedesk.domain.plan_draft import DateDraft, plan_from_template
from engagedesk.domain.roll_forward import (
    Basis,
    EngagementYear,
    MemberYear,
    PhaseYear,
    TaskYear,
    actual_by_phase,
    next_period_end,
    next_title,
    quarter_hours,
    roll_forward,
    shared_out,
)
from engagedesk.domain.states import ServiceLine
from engagedesk.errors import UserError
from engagedesk.services.templates import template_for

H = 3600
END = date(2026, 12, 31)
PHASE = PhaseYear(
    "Interim",
    date(2026, 10, 5),
    date(2026, 11, 6),
    100 * H,
    True,
    (
        TaskYear("Walkthroughs", 30 * H, 0, date(2026, 10, 20), True),
        TaskYear("Tests of controls", 60 * H, 0, None, False),
    ),
    (DateDraft("Interim findings", date(2026, 11, 6)),),
)
YEAR = EngagementYear(
    "Group audit", END, date(2026, 3, 2), date(2027, 5, 14), (PHASE,), (), (),
    (MemberYear(PersonId(bytes(16)), "Priya", "Manager", 200 * H, 226 * H + 500, None, None),),
)  # fmt: skip


def test_a_finished_phase_takes_the_hours_that_it_really_took() -> None:
    [phase] = roll_forward(YEAR, date(2027, 12, 31)).phases
    assert (phase.planned_s, phase.actual_s, phase.proposed_s, phase.basis) == (90 * H, 100 * H, 100 * H, Basis.ACTUAL)


def test_half_a_phase_says_nothing_about_the_whole() -> None:
    half = replace(PHASE, done=False, actual_s=40 * H)
    [phase] = roll_forward(replace(YEAR, phases=(half,)), date(2027, 12, 31)).phases
    assert (phase.proposed_s, phase.basis) == (90 * H, Basis.PLANNED)
    over = replace(half, actual_s=95 * H)
    [phase] = roll_forward(replace(YEAR, phases=(over,)), date(2027, 12, 31)).phases
    assert (phase.proposed_s, phase.basis) == (95 * H, Basis.ACTUAL)


def test_the_tasks_share_their_phase_s_hours_as_they_were_planned() -> None:
    [phase] = roll_forward(YEAR, date(2027, 12, 31)).plan.phases
    assert [(task.name, task.estimate_s) for task in phase.tasks] == [
        ("Walkthroughs", 33 * H + 900),
        ("Tests of controls", 66 * H + 2700),
    ]


def test_dates_move_with_the_period_end_and_open_points_are_named() -> None:
    proposal = roll_forward(YEAR, date(2027, 12, 31))
    [phase] = proposal.plan.phases
    assert (phase.starts, phase.ends) == (date(2027, 10, 5), date(2027, 11, 6))
    assert phase.tasks[0].due == date(2027, 10, 20)
    assert phase.dates == (DateDraft("Interim findings", date(2027, 11, 6)),)
    assert (proposal.starts, proposal.ends) == (date(2027, 3, 2), date(2028, 5, 13))
    assert proposal.open_points == ("Tests of controls",)
    assert proposal.title == "Group audit 2027"
    assert proposal.team[0].planned_s == 226 * H + 900


def test_a_period_that_does_not_end_later_is_refused() -> None:
    with pytest.raises(UserError, match=r"^roll_forward\.not_later$"):
        roll_forward(YEAR, END)


def test_a_plan_never_leaves_the_calendar() -> None:
    with pytest.raises(UserError, match=r"^day\.out_of_range$"):
        roll_forward(YEAR, date(9999, 12, 31))


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 12, 31), date(2027, 12, 31)),
        (date(2027, 2, 28), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2029, 2, 28)),
        (date(2026, 6, 15), date(2027, 6, 15)),
    ],
)
def test_the_next_period_ends_a_year_later_and_a_month_end_stays_one(day: date, later: date) -> None:
    assert next_period_end(day) == later


@pytest.mark.parametrize(
    ("title", "later"),
    [
        ("Group audit", "Group audit 2027"),
        ("Group audit 2026", "Group audit 2027"),
        ("FY2025/2026 tax", "FY2026/2027 tax"),
        ("ISAE 3402", "ISAE 3402 2027"),
    ],
)
def test_a_title_tells_the_years_apart(title: str, later: str) -> None:
    assert next_title(title, END, date(2027, 12, 31)) == later


@given(st.integers(0, 10**7), st.lists(st.integers(0, 10**6), min_size=1, max_size=30))
def test_shared_out_hours_add_up_in_quarter_hours(total_s: int, weights: list[int]) -> None:
    shares = shared_out(total_s, weights)
    assert sum(shares) == quarter_hours(total_s)
    assert all(share % 900 == 0 and share >= 0 for share in shares)


def test_time_without_a_phase_falls_to_the_phase_of_its_day() -> None:
    one, two = b"1" * 16, b"2" * 16
    spans = [(one, date(2026, 1, 1), date(2026, 3, 31)), (two, date(2026, 3, 1), date(2026, 6, 30))]
    by_day = {date(2026, 2, 1): 10, date(2026, 3, 15): 20, date(2026, 9, 1): 40}
    assert actual_by_phase(spans, {one: 5}, by_day) == {one: 15, two: 20}


@given(st.sampled_from(list(ServiceLine)), st.dates(date(1990, 1, 1), date(2150, 1, 1)))
def test_a_template_s_plan_keeps_its_distance_from_every_period_end(line: ServiceLine, end: date) -> None:
    template = template_for(line)
    plan, later = plan_from_template(template, end), plan_from_template(template, end + timedelta(days=365))
    assert plan.estimate_s == later.estimate_s == template.estimate_s
    assert [one.due + timedelta(days=365) for one in plan.all_dates] == [one.due for one in later.all_dates]
    assert plan.task_count == sum(len(phase.tasks) for phase in template.phases)
