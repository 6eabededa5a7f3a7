from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.civil import civil
from engagedesk.domain.ids import EngagementId, PlanItemId
from engagedesk.domain.plan import PlanItem
from engagedesk.domain.progress import Progress, progress, work_report
from engagedesk.domain.states import PlanItemKind

HOUR = 3600
FIRST, LAST = date(2026, 11, 16), date(2026, 11, 22)


def task(name: str = "Tests", *, kind: PlanItemKind = PlanItemKind.TASK, **facts: Any) -> PlanItem:
    at = civil(date(2026, 11, 20), 17 * HOUR)
    return PlanItem(
        PlanItemId(name.encode()), kind, EngagementId(b"e"), None, name, 0, None, at, at, placed=False, **facts
    )


def test_tasks_count_by_their_estimates() -> None:
    items = [task("a", estimate_s=30 * HOUR, done_on=FIRST), task("b", estimate_s=10 * HOUR, progress_percent=50)]
    assert progress(items, actual_s=0, etc_s=0) == Progress(by_tasks=87, by_hours=None)


def test_a_task_without_an_estimate_weighs_as_much_as_the_usual_one() -> None:
    items = [task("a", estimate_s=10 * HOUR), task("b", done_on=FIRST)]
    assert progress(items, actual_s=0, etc_s=0).by_tasks == 50


def test_where_nothing_is_estimated_tasks_are_counted() -> None:
    items = [task("a", done_on=FIRST), task("b"), task("c"), task("d")]
    assert progress(items, actual_s=0, etc_s=0).by_tasks == 25


def test_hours_measure_what_is_worked_of_what_it_will_have_taken() -> None:
    assert progress([], actual_s=30 * HOUR, etc_s=10 * HOUR) == Progress(by_tasks=None, by_hours=75)


def test_nothing_planned_and_nothing_worked_is_no_progress_and_not_zero() -> None:
    assert progress([], actual_s=0, etc_s=0) == Progress(None, None)
    assert progress([], actual_s=0, etc_s=0).shown is None


def test_both_are_shown_where_they_disagree_by_ten_points() -> None:
    assert Progress(40, 50).disagree
    assert not Progress(41, 50).disagree
    assert not Progress(None, 50).disagree


def test_dates_are_no_work() -> None:
    items = [task("a", estimate_s=HOUR), task("Report", kind=PlanItemKind.DELIVERABLE, done_on=FIRST)]
    assert progress(items, actual_s=0, etc_s=0).by_tasks == 0


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 100)), max_size=8), st.integers(0, 10**7))
def test_progress_is_between_nothing_and_all(tasks: list[tuple[int, int]], etc: int) -> None:
    items = [task(str(n), estimate_s=s or None, progress_percent=p) for n, (s, p) in enumerate(tasks)]
    found = progress(items, actual_s=5, etc_s=etc)
    assert found.by_tasks is None or 0 <= found.by_tasks <= 100
    assert found.by_hours is not None
    assert 0 <= found.by_hours <= 100


def test_a_report_tells_what_was_done_in_its_days_alone() -> None:
    items = [
        task("before", done_on=date(2026, 11, 15)),
        task("last", done_on=LAST),
        task("first", done_on=FIRST),
        task("after", done_on=date(2026, 11, 23)),
    ]
    assert [line.name for line in work_report(items, first=FIRST, last=LAST).done] == ["first", "last"]


def test_a_report_looks_two_weeks_ahead_and_begins_with_what_is_late() -> None:
    items = [
        task("far", due=date(2026, 12, 7)),
        task("near", due=date(2026, 12, 6)),
        task("late", due=date(2026, 11, 20)),
        task("today", due=LAST),
        task("undated"),
        task("begun", progress_percent=5),
    ]
    found = work_report(items, first=FIRST, last=LAST)
    assert [(line.name, line.late_days) for line in found.next] == [
        ("late", 2),
        ("today", 0),
        ("near", 0),
        ("begun", 0),
    ]
    assert found.late == 1


def test_a_report_at_the_end_of_the_calendar_does_not_fall_off_it() -> None:
    assert work_report([task("a", due=date.max)], first=date.max, last=date.max).next[0].name == "a"
