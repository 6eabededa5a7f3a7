"""Budgets: the list, one engagement's detail, alerts, and what a form of a budget starts with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engagedesk.domain.budget import (
    BudgetCell,
    CellKey,
    Fee,
    Planned,
    recovery,
    shared_out,
    total,
    variance_split,
)
from engagedesk.domain.burn import BAND_WEEKS, Band, burn_points, forecast_band, monday
from engagedesk.domain.firm_profile import RateSight
from engagedesk.domain.ids import BudgetId, EngagementId
from engagedesk.domain.money import HOUR_S, divide_half_even
from engagedesk.domain.person import grade_on
from engagedesk.domain.rates import MICRO, fx_on
from engagedesk.domain.reconciliation import is_stale
from engagedesk.models.budgets import Budget, BudgetAlert, BudgetLine, ExcessHours
from engagedesk.models.engagements import ChargeCode, Client, Engagement, Phase, Task, TeamMember
from engagedesk.services import rules
from engagedesk.services.queries.budget_actuals import Priced, fx_steps, grades_held, pieces
from engagedesk.services.queries.budget_rows import (
    AlertRow,
    Basis,
    BudgetDraft,
    BudgetDraftLine,
    BudgetFilter,
    BudgetList,
    BudgetOrder,
    BudgetPage,
    BudgetRow,
    BudgetVersion,
    ExcessRow,
    PhaseName,
    TypedRow,
)
from engagedesk.services.queries.budget_standing import (
    BudgetStanding,
    by_bookings,
    standings,
    used_by_day,
)
from engagedesk.services.queries.engagement_book import grades_known, rates_of
from engagedesk.services.queries.engagement_list import words_match
from engagedesk.services.queries.engagements import LISTED, extract_date
from engagedesk.services.queries.entries import client_label
from engagedesk.services.queries.selects import client_code

ALERTS_SHOWN = 200


def budget_list(session: Session, wanted: BudgetFilter, *, today: date) -> BudgetList:
    """Return the engagements that are not ended, with their budgets; those without one come last."""
    ids, found = listed(session, wanted, today=today)
    rows = budget_rows(session, today=today, conditions=[Engagement.id.in_(ids)])
    return replace(found, rows=tuple(ordered(rows, wanted)))


def listed(session: Session, wanted: BudgetFilter, *, today: date) -> tuple[frozenset[EngagementId], BudgetList]:
    """Return the engagements that are looked for, and the list without its rows."""
    running = Engagement.state.in_(LISTED)
    searched: tuple[Any, ...] = (client_label, Engagement.title, Engagement.kind)
    matching = words_match(wanted.text, searched)
    query = select(Engagement.id).join(Client, Client.id == Engagement.client_id).where(running, *matching)
    as_of = extract_date(session)
    return frozenset(EngagementId(one) for one in session.scalars(query)), BudgetList(
        wanted=wanted,
        rows=(),
        today=today,
        extract_date=as_of,
        stale=is_stale(as_of, today),
        total=session.scalar(select(func.count()).select_from(Engagement).where(running)) or 0,
    )


def ordered(rows: Iterable[BudgetRow], wanted: BudgetFilter) -> list[BudgetRow]:
    """Return rows as they were asked for; the figures are the rules' own, so they are compared here and not in SQL."""
    return sorted(rows, key=lambda row: _place(row, wanted))


def budget_rows(
    session: Session,
    *,
    today: date,
    conditions: Sequence[Any] = (Engagement.state.in_(LISTED),),
    known: Mapping[EngagementId, BudgetStanding] | None = None,
    exhausted: bool = True,
) -> tuple[BudgetRow, ...]:
    """Return engagements with their budgets by name; ``known`` are standings that were worked out already.

    ``exhausted`` False: nobody asks since when a budget is used up, and ``exhausted_on`` is None where one is.
    """
    facts = session.execute(
        select(
            Engagement.id,
            client_label.label("client"),
            Engagement.title,
            Client.colour,
            Engagement.fee,
            Engagement.fee_cap_minor,
            Engagement.currency,
        )
        .join(Client, Client.id == Engagement.client_id)
        .where(*conditions)
        .order_by(func.lower(client_label), func.lower(Engagement.title), Engagement.id)
    ).all()
    ids = [row.id for row in facts]
    found = standings(session, ids, today=today, exhausted=exhausted) if known is None else known
    codes: dict[bytes, list[str]] = {}
    for row in session.execute(
        select(ChargeCode.engagement_id, ChargeCode.code)
        .where(ChargeCode.engagement_id.in_(ids))
        .order_by(ChargeCode.position, ChargeCode.code)
    ):
        codes.setdefault(row.engagement_id, []).append(row.code)
    waiting = _waiting(session)
    hidden = rules.firm_profile(session).rates is RateSight.NOBODY
    return tuple(
        _row(
            row, found[EngagementId(row.id)], codes.get(row.id, []), waiting.get(row.id, 0), today=today, hidden=hidden
        )
        for row in facts
    )


def _waiting(session: Session) -> dict[bytes, int]:
    query = (
        select(BudgetAlert.engagement_id, func.count())
        .where(BudgetAlert.acknowledged_utc.is_(None))
        .group_by(BudgetAlert.engagement_id)
    )
    return {row[0]: int(row[1]) for row in session.execute(query)}


def _row(
    facts: Any, standing: BudgetStanding, codes: Sequence[str], waiting: int, *, today: date, hidden: bool
) -> BudgetRow:
    whole = standing.whole
    has = standing.budget_id is not None
    # Money is shown only where all of it is known: a part of an amount looks like a small one.
    shown = not hidden and not whole.actual.unpriced_s and not whole.etc.unpriced
    plan = standing.plan(today)
    return BudgetRow(
        id=standing.id,
        budget_id=standing.budget_id,
        client=facts.client,
        title=facts.title,
        colour=facts.colour,
        codes=tuple(codes),
        fee=facts.fee,
        capped=facts.fee_cap_minor is not None,
        currency=facts.currency,
        basis=standing.basis,
        health=standing.health,
        budget_s=whole.budget.seconds,
        actual_s=whole.actual.seconds,
        etc_s=whole.etc.seconds,
        budget_minor=whole.budget.minor if has and not hidden else None,
        actual_minor=whole.actual.minor if shown else None,
        etc_minor=whole.etc.minor if shown else None,
        etc_source=whole.etc.source,
        unpriced_s=whole.actual.unpriced_s,
        used_per_mille=standing.used_per_mille,
        plan_per_mille=(
            divide_half_even(plan * 1000, standing.budget) if plan is not None and standing.budget > 0 else None
        ),
        exhausted_on=standing.exhausted_on,
        open_alerts=waiting,
    )


def _place(row: BudgetRow, wanted: BudgetFilter) -> tuple[Any, ...]:
    name = (row.client.casefold(), row.title.casefold(), row.id)
    sign = -1 if wanted.descending else 1
    match wanted.order:
        case BudgetOrder.VARIANCE:
            variance, budget = row.variance_s, row.budget_s
            if row.basis is Basis.MONEY and row.variance_minor is not None and row.budget_minor is not None:
                variance, budget = row.variance_minor, row.budget_minor
            key = 0 if variance is None else divide_half_even(variance * 1_000_000, max(1, budget))
            return (row.budget_id is None, sign * key, name)
        case BudgetOrder.USED:
            used = row.used_per_mille if row.used_per_mille is not None else -1
            return (row.budget_id is None, -sign * used, name)
        case BudgetOrder.NAME:
            order = [row.client.casefold(), row.title.casefold()]
            return (tuple([-ord(c) for c in part] + [1] for part in order) if wanted.descending else order, row.id)


def budget_page(session: Session, engagement: EngagementId, *, today: date) -> BudgetPage | None:
    """Return one engagement's budget; None where there is no such engagement."""
    known = standings(session, [engagement], today=today)
    if engagement not in known:
        return None
    standing = known[engagement]
    [row] = budget_rows(session, today=today, conditions=[Engagement.id == engagement], known=known)
    sight = rules.firm_profile(session).rates
    facts = session.execute(
        select(
            Engagement.id,
            Engagement.rate_card_id,
            Engagement.starts,
            Engagement.ends,
            Engagement.fee,
            Engagement.fee_minor,
            Engagement.fee_cap_minor,
        ).where(Engagement.id == engagement)
    ).one()
    one = standing.priced
    versions = _versions(session, engagement, hidden=sight is RateSight.NOBODY)
    planned_rates = budget_rates(one, versions, standing.cells)
    as_of = extract_date(session)
    band, points, plan_today = _burn(session, standing, today=today)
    fee = Fee(facts.fee, facts.fee_minor, facts.fee_cap_minor, facts.starts, facts.ends)
    seen = sight is not RateSight.NOBODY and row.eac_minor is not None
    standard = standing.whole.actual.chargeable_minor + standing.whole.etc.minor
    micro = fx_on(fx_steps(session).get((one.card_currency, one.currency), ()), today)
    return BudgetPage(
        row=row,
        today=today,
        starts=facts.starts,
        ends=facts.ends,
        sight=sight,
        versions=versions,
        phases=_phases(one, standing.cells),
        grades=_grades(one, standing.cells, today=today),
        cells=standing.cells,
        split=variance_split(standing.cells, planned_rates) if seen and versions else None,
        recovery=recovery(fee, standard) if seen else None,
        cost_minor=_cost(session, one) if sight is RateSight.EVERYTHING else None,
        burn=points,
        band=band,
        plan_today=plan_today,
        exhausted_by_bookings=by_bookings(standing, today=today),
        rule=standing.rule,
        own_rule=standing.own_rule,
        alerts=alerts(session, engagement=engagement),
        excess=_excess(session, standing, hidden=not seen),
        typed=tuple(
            TypedRow(key.phase, key.grade, value.seconds, value.note, value.typed_utc)
            for key, value in standing.left.typed.items()
        ),
        rates=rates_of(session, facts, sight) if sight is not RateSight.NOBODY else (),
        card_currency=one.card_currency,
        fx_micro=micro if one.pricing.converts else None,
        needs_fx=one.pricing.converts and micro is None,
        extract_date=as_of,
        stale=is_stale(as_of, today),
        known_grades=grades_known(session),
    )


def budget_rates(one: Priced, versions: Sequence[BudgetVersion], cells: Sequence[BudgetCell]) -> dict[str, int]:
    """Return what the card paid an hour of each grade on the day of the newest version."""
    if not versions:
        return {}
    found: dict[str, int] = {}
    for grade in {cell.key.grade for cell in cells}:
        charge = one.pricing.price(versions[0].as_of, None, grade=grade).charge_minor
        if charge is not None:
            found[grade] = charge
    return found


def alerts(
    session: Session,
    *,
    engagement: EngagementId | None = None,
    waiting: bool = False,
    ids: Sequence[bytes] | None = None,
) -> tuple[AlertRow, ...]:
    """Return alerts, the newest first; ``waiting`` = only those that nobody acknowledged."""
    query = (
        select(
            *BudgetAlert.__table__.columns,
            client_label.label("client"),
            client_code.label("code_name"),
            Engagement.title,
            Client.colour,
            Engagement.currency,
            Budget.number,
        )
        .join(Engagement, Engagement.id == BudgetAlert.engagement_id)
        .join(Client, Client.id == Engagement.client_id)
        .join(Budget, Budget.id == BudgetAlert.budget_id)
        .order_by(BudgetAlert.crossed_utc.desc(), BudgetAlert.percent.desc(), BudgetAlert.id.desc())
        .limit(ALERTS_SHOWN)
    )
    if engagement is not None:
        query = query.where(BudgetAlert.engagement_id == engagement)
    if waiting:
        query = query.where(BudgetAlert.acknowledged_utc.is_(None), Engagement.state.in_(LISTED))
    if ids is not None:
        query = query.where(BudgetAlert.id.in_(ids))
    hidden = rules.firm_profile(session).rates is RateSight.NOBODY
    return tuple(
        AlertRow(
            id=row.id,
            version=row.version,
            engagement=EngagementId(row.engagement_id),
            client=row.client,
            code_name=row.code_name,
            title=row.title,
            colour=row.colour,
            kind=row.kind,
            percent=row.percent,
            crossed_utc=row.crossed_utc,
            crossed_on=row.crossed_on,
            actual_s=row.actual_s,
            actual_minor=None if hidden else row.actual_minor,
            eac_minor=None if hidden else row.eac_minor,
            currency=row.currency,
            change_s=row.change_s,
            cause=row.cause,
            budget_number=row.number,
            acknowledged_utc=row.acknowledged_utc,
            note=row.note,
        )
        for row in session.execute(query)
    )


def budget_draft(session: Session, engagement: EngagementId, *, today: date) -> BudgetDraft | None:
    """Return what the form of a budget starts with: the newest version, else a proposal from the tasks' estimates."""
    page = budget_page(session, engagement, today=today)
    if page is None:
        return None
    one = standings(session, [engagement], today=today)[engagement].priced
    hidden = page.sight is RateSight.NOBODY
    grades = dict.fromkeys((*page.grades, *page.known_grades))
    hourly = {}
    for grade in grades:
        charge = one.pricing.price(today, None, grade=grade).charge_minor
        if charge is not None:
            hourly[grade] = charge
    if page.newest is not None:
        planned = {cell.key: cell.budget for cell in page.cells if cell.budget.seconds or cell.budget.minor}
    else:
        planned = proposed_budget(session, engagement, hourly, today=today)
    return BudgetDraft(
        page=page,
        lines=tuple(
            BudgetDraftLine(
                key.phase, key.grade, value.seconds, value.minor,
                value.minor != divide_half_even(value.seconds * hourly.get(key.grade, 0), HOUR_S),
            )
            for key, value in planned.items()
        ),
        proposed=page.newest is None,
        hourly=() if hidden else tuple(hourly.items()),
        fx_micro=page.fx_micro or MICRO,
    )  # fmt: skip


def proposed_budget(
    session: Session, engagement: EngagementId, hourly: dict[str, int], *, today: date
) -> dict[CellKey, Planned]:
    """Return a first budget: each task's estimate, shared out over the grades of its owner or of the team."""
    held = grades_held(session)
    weights: dict[str, int] = {}
    for row in session.execute(
        select(TeamMember.person_id, TeamMember.planned_s).where(TeamMember.engagement_id == engagement)
    ):
        grade = grade_on(held.get(row.person_id, ()), today) or ""
        weights[grade] = weights.get(grade, 0) + (row.planned_s if row.planned_s is not None else HOUR_S)
    team = sorted((g, w) for g, w in weights.items() if w > 0) or [("", 1)]
    found: dict[CellKey, int] = {}
    query = select(Task.phase_id, Task.estimate_s, Task.owner_id).where(
        Task.engagement_id == engagement, Task.estimate_s > 0
    )
    for phase, estimate_s, owner in session.execute(query):
        grades = team if owner is None else [(grade_on(held.get(owner, ()), today) or "", 1)]
        for (grade, _), share in zip(grades, shared_out(estimate_s, [w for _, w in grades]), strict=True):
            found[CellKey(phase, grade)] = found.get(CellKey(phase, grade), 0) + share
    return {
        key: Planned(seconds, divide_half_even(seconds * hourly.get(key.grade, 0), HOUR_S))
        for key, seconds in found.items()
        if seconds
    }


def _versions(session: Session, engagement: EngagementId, *, hidden: bool) -> tuple[BudgetVersion, ...]:
    sums = (
        select(
            BudgetLine.budget_id,
            func.sum(BudgetLine.seconds).label("seconds"),
            func.sum(BudgetLine.amount_minor).label("minor"),
        )
        .group_by(BudgetLine.budget_id)
        .subquery()
    )
    query = (
        select(*Budget.__table__.columns, sums.c.seconds, sums.c.minor)
        .outerjoin(sums, sums.c.budget_id == Budget.id)
        .where(Budget.engagement_id == engagement)
        .order_by(Budget.number.desc())
    )
    return tuple(
        BudgetVersion(
            BudgetId(row.id),
            row.version,
            row.number,
            row.reason,
            row.made_utc,
            row.as_of,
            int(row.seconds or 0),
            None if hidden else int(row.minor or 0),
        )
        for row in session.execute(query)
    )


def _phases(one: Priced, cells: Sequence[BudgetCell]) -> tuple[PhaseName, ...]:
    named = [PhaseName(p.id, p.name) for p in one.phases]
    if any(cell.key.phase is None for cell in cells) or not named:
        named.append(PhaseName(None, ""))
    return tuple(named)


def _grades(one: Priced, cells: Sequence[BudgetCell], *, today: date) -> tuple[str, ...]:
    def place(grade: str) -> tuple[int, str]:
        charge = one.pricing.price(today, None, grade=grade).charge_minor
        return (-(charge or 0), grade.casefold())

    return tuple(sorted({cell.key.grade for cell in cells}, key=place))


def _cost(session: Session, one: Priced) -> int:
    return sum(piece.worked.minor for piece in pieces(session, {one.id: one}, at_cost=True))


def _burn(session: Session, standing: BudgetStanding, *, today: date) -> tuple[Band, tuple[Any, ...], int | None]:
    """Return the forecast, the burn chart's points, and where the plan says use should be today."""
    daily = used_by_day(session, standing)
    worked = daily[0][0] if daily else None
    firsts = [day for day in (worked, standing.starts, *(part.first for part in standing.parts)) if day is not None]
    lasts = [day for day in (standing.ends, *(part.last for part in standing.parts)) if day is not None]
    first = min([*firsts, today])
    ends = max([*lasts, today])
    # A plan of ten years is drawn from its last two: more weeks than that no chart shows.
    first = max(first, today - timedelta(days=730))
    ends = min(ends, today + timedelta(days=730))
    by_week: dict[date, int] = {}
    for day, amount in daily:
        by_week[monday(day)] = by_week.get(monday(day), 0) + amount
    recent = [by_week.get(monday(today) - timedelta(days=7 * n), 0) for n in range(BAND_WEEKS, 0, -1)]
    etc = standing.of(standing.whole.etc)
    band = forecast_band(standing.used, etc, recent, weeks_left=max(1, -(-(ends - today).days // 7)))
    points = burn_points(sorted(by_week.items()), standing.parts, band, first=first, today=today, ends=ends)
    return band, points, standing.plan(today)


def _excess(session: Session, standing: BudgetStanding, *, hidden: bool) -> tuple[ExcessRow, ...]:
    query = (
        select(*ExcessHours.__table__.columns, Phase.name.label("phase_name"))
        .outerjoin(Phase, Phase.id == ExcessHours.phase_id)
        .where(ExcessHours.engagement_id == standing.id)
        .order_by(ExcessHours.day.desc(), ExcessHours.id.desc())
    )
    worked = total(standing.cells).actual
    found = []
    for row in session.execute(query):
        minor: int | None = None
        if row.grade:
            charge = standing.priced.pricing.price(row.day, None, grade=row.grade).charge_minor
            minor = None if charge is None else divide_half_even(row.seconds * charge, HOUR_S)
        elif worked.seconds > 0 and not worked.unpriced_s:
            minor = divide_half_even(row.seconds * worked.minor, worked.seconds)
        found.append(
            ExcessRow(
                row.id, row.version, row.phase_id, row.phase_name or "", row.grade, row.day, row.seconds, row.cause,
                row.note, None if hidden else minor,
            )
        )  # fmt: skip
    return tuple(found)
