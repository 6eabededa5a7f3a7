"""The facts of a progress report, of one engagement or of all: done, next, at risk, the budget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from engagedesk.domain.ids import EngagementId, PersonId
from engagedesk.domain.plan import Conflict
from engagedesk.domain.progress import WorkReport, work_report
from engagedesk.models.engagements import Client, Engagement
from engagedesk.models.people import Person
from engagedesk.services.queries.engagement_list import EngagementFilter
from engagedesk.services.queries.plan import PlanFilter, plan_view
from engagedesk.services.queries.portfolio import PortfolioRow, portfolio
from engagedesk.services.queries.selects import client_code


@dataclass(frozen=True, slots=True)
class EngagementReport:
    """One engagement in a report."""

    row: PortfolioRow
    name: str
    """The client's own name."""
    code_name: str
    """What the client is called outside the program unless somebody says otherwise."""
    work: WorkReport
    conflicts: tuple[Conflict, ...]
    """What does not fit in the plan from the report's last day on, the gravest first."""


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """A report as facts; ``ui/report_words.py`` has the words."""

    first: date
    last: date
    """The report's days, both inclusive."""
    made_on: date
    engagements: tuple[EngagementReport, ...]
    """Those that are off track first."""
    whole: bool
    """Of the portfolio, not of one engagement."""
    people: Mapping[PersonId, str]
    items: Mapping[bytes, str]
    """Names of what conflicts are about."""
    day_s: int
    extract_date: date | None
    stale: bool


def progress_report(
    session: Session, engagement: EngagementId | None, *, first: date, last: date, today: date
) -> ProgressReport:
    """Return the report of one engagement, or of every one that is not ended (None)."""
    shown = portfolio(session, EngagementFilter(), today=today)
    plan = plan_view(session, PlanFilter(), today=today)
    rows = [row for row in shown.rows if engagement in (None, row.id)]
    names = {
        row.id: (row.name, row.code_label)
        for row in session.execute(
            select(Engagement.id, Client.name, client_code.label("code_label")).join(
                Client, Client.id == Engagement.client_id
            )
        )
    }
    return ProgressReport(
        first=first,
        last=last,
        made_on=today,
        engagements=tuple(
            EngagementReport(
                row,
                *names[row.id],
                work_report([one for one in plan.items if one.engagement == row.id], first=first, last=last),
                tuple(one for one in plan.conflicts if row.id in one.engagements and one.ends >= last),
            )
            for row in rows
        ),
        whole=engagement is None,
        people={PersonId(row.id): row.name for row in session.execute(select(Person.id, Person.name))},
        items={one.id: one.name for one in plan.items},
        day_s=shown.day_s,
        extract_date=shown.extract_date,
        stale=shown.stale,
    )
