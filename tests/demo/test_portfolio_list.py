"""The portfolio of the sample: every engagement with its standing, narrowed and ordered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

import pytest

from engagedesk.domain.health import Health
from engagedesk.domain.states import ServiceLine
from engagedesk.services import demo
from engagedesk.services.queries.engagement_list import WORKED_OUT, EngagementFilter, Ordering
from engagedesk.services.queries.portfolio import Portfolio, PortfolioRow, portfolio
from engagedesk.services.workspace import Workspace
from tests.demo.making import SUNDAY

Made = tuple[Workspace, demo.DemoFilled]


def read(sample: Made, **wanted: Any) -> Portfolio:
    return sample[0].read(portfolio, EngagementFilter(**wanted), today=SUNDAY)


def test_every_engagement_is_listed_with_its_last_contact_and_its_next_date(sample: Made) -> None:
    found = read(sample)
    assert len(found.rows) == 12
    assert all(row.last_contact and row.last_contact <= SUNDAY for row in found.rows)
    assert [row.engagement.short for row in found.rows if row.contact_old] == ["Brackley"]
    assert all(row.next_date is not None for row in found.rows)


def test_the_list_is_ordered_by_health_unless_something_else_is_asked_for(sample: Made) -> None:
    ranks = [row.health.rank for row in read(sample).rows]
    assert ranks == sorted(ranks)


def test_what_is_narrowed_is_what_is_counted(sample: Made) -> None:
    everything = read(sample)
    off_track = read(sample, off_track=True)
    assert {row.health.health for row in off_track.rows} <= {Health.OFF_TRACK}
    assert len(off_track.rows) == everything.counts.off_track
    soon = read(sample, due_soon=True)
    assert len(soon.rows) == everything.counts.due_soon
    assert all(row.next_date and row.next_date <= SUNDAY + timedelta(days=7) for row in soon.rows)
    tax = read(sample, line=ServiceLine.TAX)
    assert {row.engagement.short for row in tax.rows} == {"Brackley", "Kestrel", "Harrowgate"}
    assert tax.counts == everything.counts, "each narrowing says what it would show of everything"
    assert read(sample, text="no such thing").rows == ()


_KEYS: Final[dict[Ordering, Callable[[PortfolioRow], Any]]] = {
    Ordering.HEALTH: lambda row: row.health.rank,
    Ordering.NEXT: lambda row: row.next_date or date.max,
    Ordering.SLACK: lambda row: row.slack_s,
    Ordering.PROGRESS: lambda row: row.progress.shown,
    Ordering.USED: lambda row: row.budget.hours_per_mille if row.budget else None,
    Ordering.EAC: lambda row: (row.budget.currency, row.budget.eac_minor) if row.budget else None,
    Ordering.VARIANCE: lambda row: row.variance_per_mille,
    Ordering.LATE: lambda row: -row.late_tasks,
    Ordering.CONTACT: lambda row: row.last_contact,
}


@pytest.mark.parametrize("order", [*WORKED_OUT, Ordering.NEXT])
def test_what_is_worked_out_orders_both_ways_and_the_unknown_comes_last(sample: Made, order: Ordering) -> None:
    for descending in (False, True):
        shown = [_KEYS[order](row) for row in read(sample, order=order, descending=descending).rows]
        known = [key for key in shown if key is not None]
        assert known == sorted(known, reverse=descending)
        assert shown[: len(known)] == known


def test_totals_are_what_the_rows_add_up_to_currency_by_currency(sample: Made) -> None:
    found = read(sample)
    for total in found.totals:
        rows = [row.budget for row in found.rows if row.budget and row.budget.currency == total.currency]
        assert total.engagements == len(rows)
        assert total.actual_s == sum(row.actual_s for row in rows)
        assert total.budget_s == sum(row.budget_s for row in rows)
    assert sum(total.engagements for total in found.totals) == sum(row.budget is not None for row in found.rows)


def test_another_order_works_nothing_out_anew_until_something_changes(sample: Made) -> None:
    first = read(sample)
    wanted = EngagementFilter(order=Ordering.VARIANCE, line=ServiceLine.AUDIT)
    again = sample[0].read(portfolio, wanted, today=SUNDAY, kept=first.kept)
    assert again.kept is first.kept
    assert again.rows == read(sample, order=Ordering.VARIANCE, line=ServiceLine.AUDIT).rows
    outdated = replace(first.kept, seq=first.kept.seq - 1)
    assert sample[0].read(portfolio, wanted, today=SUNDAY, kept=outdated).kept is not outdated
    at_once = sample[0].read(portfolio, wanted, today=SUNDAY, kept=outdated, at_once=True)
    assert at_once.outdated
    assert [row.id for row in at_once.rows] == [row.id for row in again.rows], "the list itself is never old"
    missing = replace(outdated, rows=dict(list(outdated.rows.items())[1:]))
    assert not sample[0].read(portfolio, wanted, today=SUNDAY, kept=missing, at_once=True).outdated
    tomorrow = sample[0].read(portfolio, wanted, today=SUNDAY + timedelta(days=1), kept=first.kept)
    assert tomorrow.kept is not first.kept
