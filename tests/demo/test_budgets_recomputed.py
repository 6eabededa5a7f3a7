"""Budgets of the sample agree with a slow and obvious computation, to the minor unit and the second."""

from __future__ import annotations

from datetime import date

import pytest

from engagedesk.domain.days import Week
from engagedesk.services import demo
from engagedesk.services.commands.budgets import RaiseAlerts
from engagedesk.services.queries.budget_rows import BudgetFilter, BudgetList, BudgetOrder
from engagedesk.services.queries.budgets import alerts, budget_list, budget_page
from engagedesk.services.queries.week_check import week_check
from engagedesk.services.workspace import Workspace
from tests.demo.making import EVENING, LONDON, SUNDAY
from tests.demo.slow_budget import Rows, SlowBudget, slow_utilization
from tests.services.building import rows_of


@pytest.fixture(scope="module")
def rows(sample: tuple[Workspace, demo.DemoFilled]) -> Rows:
    return sample[0].read(rows_of)


@pytest.fixture(scope="module")
def listed(sample: tuple[Workspace, demo.DemoFilled]) -> BudgetList:
    return sample[0].read(budget_list, BudgetFilter(), today=SUNDAY)


def test_every_figure_of_every_budget_agrees(rows: Rows, listed: BudgetList) -> None:
    assert len(listed.rows) == 12
    for row in listed.rows:
        slow = SlowBudget(rows, row.id, SUNDAY)
        expected = slow.totals()
        assert {name: getattr(row, name) for name in expected} == expected, row.label
        assert row.exhausted_on == slow.exhausted_on(), row.label


def test_every_cell_of_phase_and_grade_agrees(
    sample: tuple[Workspace, demo.DemoFilled], rows: Rows, listed: BudgetList
) -> None:
    for row in listed.rows:
        page = sample[0].read(budget_page, row.id, today=SUNDAY)
        assert page is not None
        slow = SlowBudget(rows, row.id, SUNDAY)
        etc = slow.etc()
        cells = {(c.key.phase, c.key.grade): c for c in page.cells}
        for key, cell in cells.items():
            assert (cell.actual.seconds, cell.actual.minor) == (slow.actual_s[key], slow.actual_minor[key])
            assert (cell.etc.seconds, cell.etc.minor) == etc.get(key, (0, 0))
        assert sum(slow.actual_s.values()) == sum(c.actual.seconds for c in cells.values())


def test_the_parts_of_a_variance_and_the_recovery_agree(
    sample: tuple[Workspace, demo.DemoFilled], rows: Rows, listed: BudgetList
) -> None:
    for row in listed.rows:
        page = sample[0].read(budget_page, row.id, today=SUNDAY)
        assert page is not None
        assert page.split is not None
        assert page.split.minor == row.variance_minor
        slow = SlowBudget(rows, row.id, SUNDAY)
        expected = slow.split()
        assert {name: getattr(page.split, name) for name in expected} == expected, row.label
        found = None if page.recovery is None else page.recovery.per_mille
        assert found == slow.recovery_per_mille(), row.label


def test_the_sample_is_used_as_its_table_says(listed: BudgetList) -> None:
    hours = {row.label: (row.actual_s // 3600, row.budget_s // 3600) for row in listed.rows}
    assert hours["Harrowgate · Group audit"] == (1480, 4100)
    assert hours["Northgate · PCAOB audit"] == (2690, 2600)
    assert hours["Wychbold · Audit"] == (395, 340)
    kestrel = next(row for row in listed.rows if row.title == "Pillar Two")
    assert kestrel.used_per_mille == 970
    assert kestrel.budget_minor == 12_000_000
    assert (kestrel.actual_s // 3600, kestrel.budget_s // 3600) == (402, 410)


def test_what_the_sample_crossed_is_noted_and_nothing_is_raised_again(
    sample: tuple[Workspace, demo.DemoFilled],
) -> None:
    before = sample[0].read(alerts)
    assert any(alert.acknowledged_utc is None for alert in before)
    assert any(alert.note for alert in before)
    assert sample[0].execute(RaiseAlerts(SUNDAY, EVENING)).result == ()
    assert sample[0].read(alerts) == before


@pytest.mark.parametrize("name", ["2026-W03", "2026-W31", "2026-W40", "2026-W45", "2026-W47"])
def test_utilization_of_a_week_agrees(sample: tuple[Workspace, demo.DemoFilled], rows: Rows, name: str) -> None:
    week = Week.parse(name)
    check = sample[0].read(week_check, week, zone=LONDON, now_utc=EVENING)
    utilized, base = slow_utilization(rows, week.first, week.last, 5 * 27_000)
    assert check.utilization_per_mille == round(utilized * 1000 / base)


def test_the_list_is_ordered_as_it_was_asked_for(sample: tuple[Workspace, demo.DemoFilled]) -> None:
    by_name = sample[0].read(budget_list, BudgetFilter(order=BudgetOrder.NAME), today=SUNDAY).rows
    assert [r.label.casefold() for r in by_name] == sorted(r.label.casefold() for r in by_name)
    used = [
        r.used_per_mille or 0
        for r in sample[0].read(budget_list, BudgetFilter(order=BudgetOrder.USED), today=SUNDAY).rows
    ]
    assert used == sorted(used, reverse=True)
    found = sample[0].read(budget_list, BudgetFilter(text="kestrel"), today=SUNDAY).rows
    assert [r.title for r in found] == ["Pillar Two"]


def test_an_extract_grows_stale_after_seven_days(sample: tuple[Workspace, demo.DemoFilled]) -> None:
    read = sample[0].read
    assert not read(budget_list, BudgetFilter(), today=date(2026, 11, 27)).stale
    assert read(budget_list, BudgetFilter(), today=date(2026, 11, 28)).stale
