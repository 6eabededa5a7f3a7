"""The sample engagements as the portfolio lists them: how each stands, with its budget."""

from __future__ import annotations

from datetime import date
from typing import Final

from engagedesk.domain.budget import EtcSource
from engagedesk.domain.firm_profile import RateSight
from engagedesk.domain.health import Health, HealthFacts, Standing, standing
from engagedesk.domain.ids import BudgetId, PlanItemId
from engagedesk.domain.progress import Progress
from engagedesk.domain.states import DeliverableState, PlanItemKind
from engagedesk.services.queries.budget_rows import Basis, BudgetRow
from engagedesk.services.queries.dashboard_rows import Dashboard, NextDate, Unbilled
from engagedesk.services.queries.engagement_list import EngagementFilter, ListCounts
from engagedesk.services.queries.portfolio import Kept, Portfolio, PortfolioCounts, PortfolioRow, totals
from engagedesk.services.queries.rows import EngagementRow
from engagedesk.services.queries.sight import Sight
from tests.ui.sample_rows import DAY, ENGAGEMENTS

HOUR, WORKDAY = 3600, 27_000

# budget h, plan per mille, budget, EAC (major), late, slack days, contact, done by tasks and by hours
FIGURES: Final[tuple[tuple[int, int, int, int, int, int, date, int, int], ...]] = (
    (4100, 370, 640_000, 652_500, 2, 0, date(2026, 11, 19), 34, 36),
    (2600, 970, 410_000, 439_200, 3, -1, date(2026, 11, 20), 88, 97),
    (480, 640, 70_000, 69_300, 1, 2, date(2026, 11, 16), 60, 65),
    (690, 1000, 95_000, 97_800, 2, 1, date(2026, 11, 12), 97, 99),
    (340, 1000, 48_000, 52_200, 1, 18, date(2026, 11, 20), 99, 99),
    (800, 700, 130_000, 132_400, 4, 1, date(2026, 11, 19), 48, 76),
    (620, 780, 86_000, 85_600, 5, 6, date(2026, 11, 9), 70, 81),
    (410, 900, 120_000, 128_900, 1, 1, date(2026, 11, 18), 88, 91),
    (140, 250, 20_000, 20_800, 1, 0, date(2026, 11, 19), 10, 14),
    (560, 940, 145_600, 151_300, 0, 0, date(2026, 11, 18), 90, 95),
    (1300, 660, 210_000, 207_600, 1, 1, date(2026, 11, 19), 55, 68),
    (1500, 790, 180_000, 177_600, 0, 4, date(2026, 11, 20), 74, 79),
)


def _row(number: int, engagement: EngagementRow) -> PortfolioRow:
    hours, plan, budget, eac, late, slack, contact, tasks, by_hours = FIGURES[number]
    used = engagement.team_total_s
    row = BudgetRow(
        id=engagement.id, budget_id=BudgetId(bytes([number + 1] * 16)), client=engagement.client,
        title=engagement.title, colour=engagement.colour, codes=engagement.codes, fee=engagement.fee, capped=False,
        currency=engagement.currency, basis=Basis.HOURS, health=Standing(Health.ON_TRACK), budget_s=hours * HOUR,
        actual_s=used, etc_s=max(0, hours * HOUR - used), budget_minor=budget * 100,
        actual_minor=min(eac, budget) * 90, etc_minor=eac * 100 - min(eac, budget) * 90, etc_source=EtcSource.TASKS,
        unpriced_s=0, used_per_mille=used * 1000 // (hours * HOUR), plan_per_mille=plan, exhausted_on=None,
        open_alerts=0,
    )  # fmt: skip
    facts = HealthFacts(
        next_due=engagement.next_date, slack_s=slack * WORKDAY, late_tasks=late,
        open_gates=len(engagement.open_gates), awaiting_code_s=engagement.awaiting_code_s,
        budget_s=row.budget_s, used_s=used, budget=row.budget_minor, eac=row.eac_minor,
    )  # fmt: skip
    return PortfolioRow(
        engagement, standing(facts, today=DAY), engagement.next_date, engagement.next_date_what, slack * WORKDAY,
        Progress(tasks, by_hours), row, late, contact, contact_old=(DAY - contact).days > 10,
    )  # fmt: skip


STANDINGS: Final = tuple(_row(number, one) for number, one in enumerate(ENGAGEMENTS))
LISTED: Final = Portfolio(
    EngagementFilter(),
    tuple(sorted(STANDINGS, key=lambda row: (row.health.rank, row.next_date or date.max))),
    totals(STANDINGS),
    PortfolioCounts(ListCounts(12, 6, 3, 3, 2, 1, 2), off_track=5, due_soon=4),
    14,
    tuple((row.client_id, row.client) for row in ENGAGEMENTS),
    DAY,
    WORKDAY,
    date(2026, 11, 19),
    stale=False,
    kept=Kept(1, DAY, Sight(frozenset(), RateSight.CHARGE_ONLY), {row.id: row for row in STANDINGS}),
)
EMPTY_COUNTS: Final = PortfolioCounts(ListCounts(0, 0, 0, 0, 0, 0, 0), off_track=0, due_soon=0)


def _date(number: int, name: str, due: date, state: DeliverableState | None) -> NextDate:
    one = ENGAGEMENTS[number - 1]
    kind = PlanItemKind.MILESTONE if state is None else PlanItemKind.DELIVERABLE
    return NextDate(
        PlanItemId(bytes([number] * 16)), kind, one.id, one.short, one.title, one.colour, name, due, None, state
    )


DASHBOARD: Final = Dashboard(
    Unbilled((("GBP", 8_430_000), ("EUR", 2_715_000), ("USD", 1_840_000)), 1_980_000, date(2026, 9, 28), hidden=False),
    (
        _date(1, "Acknowledgement, German component", date(2026, 11, 18), DeliverableState.PLANNED),
        _date(2, "Report release", date(2026, 11, 24), None),
        _date(11, "Steering pack", date(2026, 11, 26), DeliverableState.IN_REVIEW),
        _date(10, "Red-flag report", date(2026, 11, 27), DeliverableState.IN_PREPARATION),
        _date(4, "File assembly", date(2026, 11, 29), DeliverableState.PREPARED),
    ),
    due_soon=4,
    overdue=1,
    today=DAY,
)
