"""The progress report of the sample portfolio, from live data."""

from __future__ import annotations

from datetime import date, timedelta

from engagedesk.services import demo
from engagedesk.services.queries.engagement_list import EngagementFilter
from engagedesk.services.queries.portfolio import portfolio
from engagedesk.services.queries.progress_report import progress_report
from engagedesk.services.workspace import Workspace
from tests.demo.making import SUNDAY

Made = tuple[Workspace, demo.DemoFilled]
MONDAY = SUNDAY - timedelta(days=6)


def test_the_whole_report_has_every_running_engagement_in_the_portfolios_order(sample: Made) -> None:
    report = sample[0].read(progress_report, None, first=MONDAY, last=SUNDAY, today=SUNDAY)
    rows = sample[0].read(portfolio, EngagementFilter(), today=SUNDAY).rows
    assert [one.row.id for one in report.engagements] == [row.id for row in rows]
    assert report.whole
    assert report.extract_date == date(2026, 11, 20)


def test_one_engagement_says_what_comes_next_and_who_does_it(sample: Made) -> None:
    rows = sample[0].read(portfolio, EngagementFilter(text="Northgate"), today=SUNDAY).rows
    report = sample[0].read(progress_report, rows[0].id, first=MONDAY, last=SUNDAY, today=SUNDAY)
    [one] = report.engagements
    assert (one.name, one.code_name) == ("Northgate Instruments Inc", "Basalt")
    assert "Report release" in [line.name for line in one.work.next]
    horizon = SUNDAY + timedelta(days=14)
    assert all(line.progress_percent or (line.day is not None and line.day <= horizon) for line in one.work.next)


def test_what_was_finished_in_the_reports_days_is_told_and_nothing_else(sample: Made) -> None:
    done = date(2026, 11, 9)
    report = sample[0].read(progress_report, None, first=done, last=done, today=SUNDAY)
    told = {line.name for one in report.engagements for line in one.work.done}
    assert "Interim begins" in told
    earlier = sample[0].read(progress_report, None, first=done - timedelta(days=3), last=done, today=SUNDAY)
    assert told <= {line.name for one in earlier.engagements for line in one.work.done}
