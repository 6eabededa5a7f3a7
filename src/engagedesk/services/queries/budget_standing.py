"""How budgets stand, worked out from the store: cells, use, plan, and the day on which a budget is used up.

One computation serves the list, the detail, the alerts and the command line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from engagedesk.domain import health
from engagedesk.domain.budget import (
    AlertRule,
    BudgetCell,
    CellKey,
    Etc,
    EtcSource,
    Planned,
    Standing,
    Worked,
    budget_cells,
    etc_seconds,
    total,
)
from engagedesk.domain.burn import (
    PACE_DAYS,
    PlanPart,
    exhausted_by_bookings,
    exhausted_by_forecast,
    exhausted_by_pace,
    exhausted_in_past,
    plan_at,
)
from engagedesk.domain.firm_profile import RateSight
from engagedesk.domain.ids import BudgetId, EngagementId
from engagedesk.domain.money import HOUR_S, divide_half_even
from engagedesk.domain.rates import converted
from engagedesk.domain.working_time import WorkCalendar
from engagedesk.models.budgets import Budget, BudgetLine, BudgetRule
from engagedesk.models.engagements import Engagement
from engagedesk.services import rules
from engagedesk.services.queries.budget_actuals import Priced, by_cell, pieces, priced_engagements, used_daily
from engagedesk.services.queries.budget_left import Left, left_of
from engagedesk.services.queries.budget_rows import Basis
from engagedesk.services.queries.plan_calendars import calendars


@dataclass(frozen=True, slots=True)
class BudgetStanding:
    """Everything about one engagement's budget that does not change with who looks, but for ``basis``."""

    id: EngagementId
    budget_id: BudgetId | None
    basis: Basis
    cells: tuple[BudgetCell, ...]
    whole: BudgetCell
    recent: Worked
    """Of the last four weeks, today included."""
    left: Left
    priced: Priced
    parts: tuple[PlanPart, ...]
    """The budget over the plan's days, in the unit of the basis; empty = the plan has no days."""
    rule: AlertRule
    own_rule: bool
    starts: date | None
    ends: date | None
    exhausted_on: date | None

    def of(self, planned_or_worked: Planned | Worked | Etc) -> int:
        """Return a figure in the unit of the basis."""
        one = planned_or_worked
        return one.minor if self.basis is Basis.MONEY else one.seconds

    @property
    def budget(self) -> int:
        return self.of(self.whole.budget)

    @property
    def used(self) -> int:
        return self.of(self.whole.actual)

    @property
    def standing(self) -> Standing:
        return Standing(self.budget, self.used, self.used + self.of(self.whole.etc))

    @property
    def used_per_mille(self) -> int | None:
        return divide_half_even(self.used * 1000, self.budget) if self.budget > 0 else None

    def plan(self, day: date) -> int | None:
        return plan_at(self.parts, day) if self.parts else None

    @property
    def health(self) -> health.Standing | None:
        """Return how it stands by its budget alone; None without one."""
        if self.budget_id is None:
            return None
        whole, at = self.whole, self.standing
        return health.budget_standing(
            health.HealthFacts(
                budget_s=whole.budget.seconds,
                used_s=whole.actual.seconds,
                work_left=whole.etc.seconds > 0,
                budget=at.budget,
                eac=at.eac,
            )
        )


def standings(
    session: Session, ids: Sequence[bytes], *, today: date, exhausted: bool = True
) -> dict[EngagementId, BudgetStanding]:
    """Return how the budgets of these engagements stand at the end of today.

    ``exhausted`` False leaves out since when a budget is used up: to find that day, every day of it is read.
    """
    sight = rules.firm_profile(session).rates
    priced = priced_engagements(session, ids)
    recent_from = today - timedelta(days=PACE_DAYS - 1)
    found = list(pieces(session, priced, cuts=(recent_from,)))
    actual = by_cell(found)
    recent = by_cell(piece for piece in found if piece.first >= recent_from)
    hours = calendars(session, today=today)
    lefts = left_of(session, priced, hours, today=today)
    newest = newest_budgets(session, ids)
    lines = budget_lines(session, [row.id for row in newest.values()])
    own_rules = _rules(session, ids)
    facts = {
        row.id: row
        for row in session.execute(
            select(Engagement.id, Engagement.starts, Engagement.ends).where(Engagement.id.in_(ids))
        )
    }
    result: dict[EngagementId, BudgetStanding] = {}
    for engagement, one in priced.items():
        version = newest.get(engagement)
        planned = {} if version is None else lines.get(version.id, {})
        left = lefts[engagement]
        etc = priced_etc(one, left, planned, today=today)
        cells = budget_cells(planned, actual.get(engagement, {}), etc)
        whole = total(cells)
        basis = Basis.HOURS
        if sight is not RateSight.NOBODY and whole.budget.minor > 0 and not whole.actual.unpriced_s:
            basis = Basis.MONEY
        row = facts[engagement]
        standing = BudgetStanding(
            id=engagement,
            budget_id=None if version is None else BudgetId(version.id),
            basis=basis,
            cells=cells,
            whole=whole,
            recent=sum(recent.get(engagement, {}).values(), Worked()),
            left=left,
            priced=one,
            parts=plan_parts(one, planned, basis, starts=row.starts, ends=row.ends),
            rule=own_rules.get(engagement, AlertRule()),
            own_rule=engagement in own_rules,
            starts=row.starts,
            ends=row.ends,
            exhausted_on=None,
        )
        result[engagement] = replace(
            standing, exhausted_on=_will_be_exhausted(standing, hours.of(None, engagement), today=today)
        )
    if not exhausted:
        return result
    used_up = [one for one in result.values() if one.budget_id is not None and 0 < one.budget <= one.used]
    for engagement, days in _daily(session, used_up).items():
        standing = result[engagement]
        result[engagement] = replace(standing, exhausted_on=exhausted_in_past(days, standing.budget))
    return result


def priced_etc(one: Priced, left: Left, planned: Mapping[CellKey, Planned], *, today: date) -> dict[CellKey, Etc]:
    """Return what is still to do in each cell at today's rate of its grade.

    A grade without a rate takes what the budget pays for an hour of that cell.
    """
    typed = {key: value.seconds for key, value in left.typed.items()}
    mix = {key: value.seconds for key, value in planned.items()}
    found: dict[CellKey, Etc] = {}
    for key, (seconds, source) in etc_seconds(left.tasks, left.booked_by_cell, typed, mix=mix).items():
        price = one.pricing.price(today, None, grade=key.grade)
        note = left.typed[key].note if source is EtcSource.TYPED else ""
        held = planned.get(key, Planned())
        if price.charge_minor is not None:
            minor = divide_half_even(seconds * price.charge_minor, HOUR_S)
            at_plan = minor
            if one.pricing.converts and price.card_minor is not None:
                rate = converted(price.card_minor, one.fx_micro, base=one.card_currency, quote=one.currency)
                at_plan = divide_half_even(seconds * rate, HOUR_S)
            found[key] = Etc(seconds, minor, source, planned_fx_minor=at_plan, note=note)
        elif held.seconds:
            minor = divide_half_even(seconds * held.minor, held.seconds)
            found[key] = Etc(seconds, minor, source, planned_fx_minor=minor, note=note)
        else:
            found[key] = Etc(seconds, 0, source, unpriced=seconds > 0, note=note)
    return found


def newest_budgets(session: Session, ids: Sequence[bytes]) -> dict[EngagementId, Row[Any]]:
    """Return the version that holds, by engagement."""
    query = select(*Budget.__table__.columns).where(Budget.engagement_id.in_(ids)).order_by(Budget.number)
    return {EngagementId(row.engagement_id): row for row in session.execute(query)}


def budget_lines(session: Session, budgets: Sequence[bytes]) -> dict[bytes, dict[CellKey, Planned]]:
    """Return the cells of each version."""
    found: dict[bytes, dict[CellKey, Planned]] = defaultdict(dict)
    query = select(
        BudgetLine.budget_id, BudgetLine.phase_id, BudgetLine.grade, BudgetLine.seconds, BudgetLine.amount_minor
    ).where(BudgetLine.budget_id.in_(budgets))
    for row in session.execute(query):
        found[row.budget_id][CellKey(row.phase_id, row.grade)] = Planned(row.seconds, row.amount_minor)
    return found


def plan_parts(
    one: Priced, planned: Mapping[CellKey, Planned], basis: Basis, *, starts: date | None, ends: date | None
) -> tuple[PlanPart, ...]:
    """Spread a budget over the days of its phases; what has none over the engagement's; () where that has none."""
    spans = {p.id: (p.starts, p.ends) for p in one.phases}
    amounts: dict[bytes | None, int] = {}
    for key, value in planned.items():
        amounts[key.phase] = amounts.get(key.phase, 0) + (value.minor if basis is Basis.MONEY else value.seconds)
    parts: list[PlanPart] = []
    for phase, amount in amounts.items():
        first, last = spans.get(phase, (None, None)) if phase is not None else (None, None)
        first, last = (first, last) if first is not None and last is not None else (starts, ends)
        if first is None or last is None:
            return ()
        parts.append(PlanPart(first, max(first, last), amount))
    return tuple(parts)


def booked_amounts(standing: BudgetStanding, *, today: date) -> list[tuple[date, int]]:
    """Return what is booked a day from tomorrow on, in the unit of the basis."""
    days: dict[date, int] = {}
    for booked in standing.left.booked:
        amount = booked.seconds
        if standing.basis is Basis.MONEY:
            charge = standing.priced.pricing.price(today, None, grade=booked.key.grade).charge_minor
            amount = divide_half_even(booked.seconds * (charge or 0), HOUR_S)
        days[booked.day] = days.get(booked.day, 0) + amount
    return sorted(days.items())


def by_bookings(standing: BudgetStanding, *, today: date) -> date | None:
    """Return the day on which what is booked uses the budget up; None = it does not."""
    if standing.budget_id is None or standing.used >= standing.budget:
        return None
    booked = booked_amounts(standing, today=today)
    return exhausted_by_bookings(standing.budget - standing.used, booked, today=today)


def used_by_day(session: Session, standing: BudgetStanding) -> list[tuple[date, int]]:
    """Return use a day, in the unit of the basis, oldest first."""
    return _daily(session, [standing]).get(standing.id, [])


def _daily(session: Session, of: Sequence[BudgetStanding]) -> dict[EngagementId, list[tuple[date, int]]]:
    """Return use a day of several engagements, asked in one go."""
    found = used_daily(session, {one.id: one.priced for one in of})
    place = {one.id: int(one.basis is Basis.MONEY) for one in of}
    return {one: sorted((day, both[place[one]]) for day, both in days.items()) for one, days in found.items()}


def _will_be_exhausted(standing: BudgetStanding, hours: WorkCalendar, *, today: date) -> date | None:
    """Return the day on which what is left will be used up; None = it lasts, or nothing is left already."""
    left = standing.budget - standing.used
    if standing.budget_id is None or standing.budget <= 0 or left <= 0:
        return None
    found = exhausted_by_pace(left, standing.of(standing.recent), today=today, hours=hours)
    if standing.ends is None or standing.ends < today or (found is not None and found <= standing.ends):
        return found
    # At this pace it outlives the engagement; what is still to do may use it up all the same.
    etc = standing.of(standing.whole.etc)
    return exhausted_by_forecast(left, etc, today=today, ends=standing.ends, hours=hours)


def _rules(session: Session, ids: Sequence[bytes]) -> dict[bytes, AlertRule]:
    query = select(BudgetRule.engagement_id, BudgetRule.used_percents, BudgetRule.eac_over_percent).where(
        BudgetRule.engagement_id.in_(ids)
    )
    return {
        row.engagement_id: AlertRule.read(row.used_percents, row.eac_over_percent) for row in session.execute(query)
    }
