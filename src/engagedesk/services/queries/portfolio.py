"""The portfolio: every engagement with how it stands, what comes next, and what it will cost.

What the store can order and narrow, it does in SQL (``engagement_list``). Health, slack and EAC follow from the whole
plan and from rates; they are worked out once for all engagements and ordered here, in the store's thread.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engagedesk.domain.civil import day_of
from engagedesk.domain.health import NEAR_DAYS, Health, HealthFacts, Standing, standing
from engagedesk.domain.ids import ClientId, EngagementId
from engagedesk.domain.money import divide_half_even
from engagedesk.domain.plan import Conflict, ConflictKind, PlanItem
from engagedesk.domain.progress import Progress, progress
from engagedesk.domain.reconciliation import is_stale
from engagedesk.domain.states import PlanItemKind
from engagedesk.models.communication import ContactNote
from engagedesk.services import rules
from engagedesk.services.queries.budget_rows import Basis, BudgetRow
from engagedesk.services.queries.budgets import budget_rows
from engagedesk.services.queries.engagement_list import (
    EngagementFilter,
    ListCounts,
    Ordering,
    clients_known,
    engagements_known,
    list_counts,
    listed_ids,
    running_in_scope,
)
from engagedesk.services.queries.engagements import engagements, extract_date
from engagedesk.services.queries.plan import PlanFilter, PlanView, plan_view
from engagedesk.services.queries.rows import EngagementRow
from engagedesk.services.queries.sight import Sight, last_change, sight

SOON_DAYS: Final = 7
DEFAULT_DAY_S: Final = 27_000
CONTACT_OLD_DAYS: Final = 10
"""Nobody spoke to the client for longer than this: said in a colour of its own."""


@dataclass(frozen=True, slots=True)
class PortfolioRow:
    """One engagement in the portfolio."""

    engagement: EngagementRow
    health: Standing
    next_date: date | None
    """Of the next milestone or deliverable that is not done, an overdue one included."""
    next_what: str
    slack_s: int | None
    """The least working time that anything before that date can slip; negative = it cannot be kept; None = no plan."""
    progress: Progress
    budget: BudgetRow | None
    late_tasks: int
    last_contact: date | None
    contact_old: bool

    @property
    def id(self) -> EngagementId:
        return self.engagement.id

    @property
    def variance_per_mille(self) -> int | None:
        """Return what is over (negative) or left of the budget, in thousandths of it; None without a budget."""
        row = self.budget
        if row is None:
            return None
        left, whole = row.variance_s, row.budget_s
        if row.basis is Basis.MONEY and row.variance_minor is not None:
            left, whole = row.variance_minor, row.budget_minor or 0
        return None if left is None else divide_half_even(left * 1000, max(1, whole))


@dataclass(frozen=True, slots=True)
class PortfolioTotal:
    """What is shown in one currency, added up. Money is None where any of it is hidden or not known."""

    currency: str
    engagements: int
    actual_s: int
    budget_s: int
    budget_minor: int | None
    eac_minor: int | None

    @property
    def variance_minor(self) -> int | None:
        if self.budget_minor is None or self.eac_minor is None:
            return None
        return self.budget_minor - self.eac_minor


@dataclass(frozen=True, slots=True)
class PortfolioCounts:
    """How many engagements each narrowing would show."""

    listed: ListCounts
    off_track: int
    due_soon: int


@dataclass(frozen=True, slots=True)
class Kept:
    """Every row that is not ended as it was worked out, and the last change that it knew of."""

    seq: int
    today: date
    sight: Sight
    rows: Mapping[EngagementId, PortfolioRow]


@dataclass(frozen=True, slots=True)
class Portfolio:
    wanted: EngagementFilter
    rows: tuple[PortfolioRow, ...]
    totals: tuple[PortfolioTotal, ...]
    """One a currency, by its code; engagements without a budget are not in them."""
    counts: PortfolioCounts
    total: int
    """All engagements of the store."""
    clients: tuple[tuple[ClientId, str], ...]
    """Clients that have an engagement, by name."""
    today: date
    day_s: int
    """The firm's working day, in which slack is told."""
    extract_date: date | None
    stale: bool
    kept: Kept
    """To be given back with the next question."""
    outdated: bool = False
    """Something changed since the figures were worked out."""


def portfolio(
    session: Session, wanted: EngagementFilter, *, today: date, kept: Kept | None = None, at_once: bool = False
) -> Portfolio:
    """Return the engagements that a filter leaves, each with how it stands, ordered as the filter says.

    ``kept`` is that of an earlier answer: as long as nothing changed, another order or search works nothing out anew.
    ``at_once`` takes its figures even if something changed, and says so by ``outdated``: the list is right, what it
    says of an engagement may be of before the last change.
    """
    seq, seen = last_change(session), sight(session)
    if kept is not None and kept.sight != seen:
        kept = None
    ids = listed_ids(session, wanted, today=today)
    scope_ids = running_in_scope(session, wanted)
    outdated = kept is None or (kept.seq, kept.today) != (seq, today)
    known = kept is not None and scope_ids <= kept.rows.keys() and (wanted.ended or kept.rows.keys() >= set(ids))
    if kept is None or (outdated and not (at_once and known)):
        kept, outdated = Kept(seq, today, seen, {row.id: row for row in _rows(session, today=today)}), False
    rows = kept.rows
    ended = _ended_rows(session, ids, today=today) if wanted.ended else {}
    shown = [ended[one] if wanted.ended else rows[one] for one in ids]
    if wanted.off_track:
        shown = [row for row in shown if row.health.health is Health.OFF_TRACK]
    if wanted.due_soon:
        shown = [row for row in shown if _is_due_soon(row, today)]
    shown = _ordered(shown, wanted)
    scope = [rows[one] for one in scope_ids]
    as_of = extract_date(session)
    return Portfolio(
        wanted=wanted,
        rows=tuple(shown),
        totals=totals(shown),
        counts=PortfolioCounts(
            list_counts(session, wanted, today=today),
            off_track=sum(row.health.health is Health.OFF_TRACK for row in scope),
            due_soon=sum(_is_due_soon(row, today) for row in scope),
        ),
        total=engagements_known(session),
        clients=clients_known(session),
        today=today,
        day_s=max(rules.firm_profile(session).standard_week_s) or DEFAULT_DAY_S,
        extract_date=as_of,
        stale=is_stale(as_of, today),
        kept=kept,
        outdated=outdated,
    )


def _rows(session: Session, *, today: date) -> tuple[PortfolioRow, ...]:
    """Return every engagement that is not ended."""
    plan = plan_view(session, PlanFilter(), today=today)
    budgets = {row.id: row for row in budget_rows(session, today=today, exhausted=False)}
    contacts = last_contacts(session, today=today)
    facts = plan_facts(plan, today=today)
    return tuple(
        _row(
            row,
            plan=facts.get(row.id, PlanFacts()),
            budget=budgets.get(row.id),
            contact=contacts.get(row.id),
            today=today,
        )
        for row in engagements(session, today=today)
    )


def _ended_rows(session: Session, ids: Sequence[EngagementId], *, today: date) -> dict[EngagementId, PortfolioRow]:
    """Return engagements that have ended: they have no plan and no budget left to stand on."""
    contacts = last_contacts(session, today=today)
    found = engagements(session, today=today, states=None, only=ids)
    return {
        row.id: _row(row, plan=PlanFacts(work_left=False), budget=None, contact=contacts.get(row.id), today=today)
        for row in found
    }


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What the plan says about one engagement."""

    items: tuple[PlanItem, ...] = ()
    next_date: date | None = None
    next_what: str = ""
    slack_s: int | None = None
    late_tasks: int = 0
    overdue: int = 0
    conflicts: Mapping[ConflictKind, int] = field(default_factory=Counter)
    """How many there are now or within two weeks; of a missed deadline all."""
    work_left: bool = True


def plan_facts(plan: PlanView, *, today: date) -> dict[EngagementId, PlanFacts]:
    """Return what the plan says about each of its engagements."""
    of: dict[EngagementId, list[PlanItem]] = defaultdict(list)
    for item in plan.items:
        of[item.engagement].append(item)
    conflicts = _conflicts(plan.conflicts, today)
    found = {}
    for engagement in (one.id for one in plan.engagements):
        items = of.get(engagement, [])
        open_items = [one for one in items if not one.is_done]
        dates = [one for one in open_items if one.is_point and one.due is not None]
        coming = min(dates, key=lambda one: (one.due or date.max, one.name), default=None)
        before = [
            plan.times[one.id].slack_s
            for one in open_items
            if one.id in plan.times and (coming is None or one.ends <= coming.ends)
        ]
        found[engagement] = PlanFacts(
            items=tuple(items),
            next_date=coming.due if coming is not None else None,
            next_what=coming.name if coming is not None else "",
            slack_s=min(before, default=None),
            late_tasks=sum(is_late(one, today) for one in open_items if one.kind is PlanItemKind.TASK),
            overdue=sum(one.due is not None and one.due < today for one in dates),
            conflicts=conflicts.get(engagement, Counter()),
            work_left=bool(open_items) or not items,
        )
    return found


def is_late(item: PlanItem, today: date) -> bool:
    """Say whether an open item should have been done before today."""
    if item.is_done:
        return False
    due = item.due or (day_of(item.ends) if item.placed else None)
    return due is not None and due < today


def _conflicts(conflicts: Iterable[Conflict], today: date) -> dict[EngagementId, Counter[ConflictKind]]:
    horizon = today + timedelta(days=NEAR_DAYS)
    found: dict[EngagementId, Counter[ConflictKind]] = defaultdict(Counter)
    for one in conflicts:
        if one.kind is ConflictKind.DEADLINE or (one.starts <= horizon and one.ends >= today):
            # What nobody does is said once for an engagement, and counts by its tasks.
            count = len(one.items) if one.kind is ConflictKind.OWNER else 1
            for engagement in one.engagements:
                found[engagement][one.kind] += count
    return found


def last_contacts(session: Session, *, today: date) -> dict[EngagementId, date]:
    """Return the last day up to today on which somebody was in touch with the client, by engagement."""
    query = (
        select(ContactNote.engagement_id, func.max(ContactNote.day))
        .where(ContactNote.day <= today)
        .group_by(ContactNote.engagement_id)
    )
    return {EngagementId(row[0]): row[1] for row in session.execute(query)}


def _row(
    row: EngagementRow, *, plan: PlanFacts, budget: BudgetRow | None, contact: date | None, today: date
) -> PortfolioRow:
    has = budget is not None and budget.budget_id is not None
    measured = budget.budget_and_eac if budget is not None and has else None
    facts = HealthFacts(
        next_due=plan.next_date,
        slack_s=plan.slack_s,
        deadlines_missed=plan.conflicts[ConflictKind.DEADLINE],
        dates_overdue=plan.overdue,
        late_tasks=plan.late_tasks,
        clashes=plan.conflicts[ConflictKind.CLASH],
        unowned_soon=plan.conflicts[ConflictKind.OWNER],
        open_gates=len(row.open_gates),
        awaiting_code_s=row.awaiting_code_s,
        budget_s=budget.budget_s if budget is not None and has else None,
        used_s=budget.actual_s if budget is not None else 0,
        work_left=plan.work_left,
        budget=None if measured is None else measured[0],
        eac=None if measured is None else measured[1],
    )
    return PortfolioRow(
        engagement=row,
        health=standing(facts, today=today),
        next_date=plan.next_date or row.next_date,
        next_what=plan.next_what or row.next_date_what,
        slack_s=plan.slack_s,
        progress=progress(plan.items, actual_s=budget.actual_s if budget else 0, etc_s=budget.etc_s if budget else 0),
        budget=budget if has else None,
        late_tasks=plan.late_tasks,
        last_contact=contact,
        contact_old=contact is not None and (today - contact).days > CONTACT_OLD_DAYS,
    )


def _is_due_soon(row: PortfolioRow, today: date) -> bool:
    return row.next_date is not None and row.next_date <= today + timedelta(days=SOON_DAYS)


def _ordered(rows: list[PortfolioRow], wanted: EngagementFilter) -> list[PortfolioRow]:
    """Return rows by what SQL cannot order; otherwise as they came. What is not known comes last either way round."""
    key = _KEYS.get(wanted.order)
    if key is None:
        return rows
    known = [(place, row) for row in rows if (place := key(row)) is not None]
    # Stable: equals stay in the order of their next dates, whichever way round.
    known.sort(key=lambda pair: pair[0], reverse=wanted.descending)
    return [row for _, row in known] + [row for row in rows if key(row) is None]


def _amount(row: PortfolioRow) -> tuple[str, int] | None:
    """Amounts of different currencies are not compared: by currency first."""
    if row.budget is None:
        return None
    eac = row.budget.eac_minor
    return ("", row.budget.eac_s) if eac is None else (row.budget.currency, eac)


_KEYS: Final[Mapping[Ordering, Any]] = {
    Ordering.HEALTH: lambda row: row.health.rank,
    Ordering.NEXT: lambda row: row.next_date,
    Ordering.SLACK: lambda row: row.slack_s,
    Ordering.PROGRESS: lambda row: row.progress.shown,
    Ordering.USED: lambda row: row.budget.hours_per_mille if row.budget else None,
    Ordering.EAC: _amount,
    Ordering.VARIANCE: lambda row: row.variance_per_mille,
    Ordering.LATE: lambda row: -row.late_tasks,
    Ordering.CONTACT: lambda row: row.last_contact,
}


def totals(rows: Sequence[PortfolioRow]) -> tuple[PortfolioTotal, ...]:
    """Return what rows with a budget add up to, one line a currency."""
    of: dict[str, list[BudgetRow]] = defaultdict(list)
    for row in rows:
        if row.budget is not None:
            of[row.budget.currency].append(row.budget)
    return tuple(
        PortfolioTotal(
            currency,
            len(found),
            sum(one.actual_s for one in found),
            sum(one.budget_s for one in found),
            _sum(one.budget_minor for one in found),
            _sum(one.eac_minor for one in found),
        )
        for currency, found in sorted(of.items())
    )


def _sum(amounts: Iterable[int | None]) -> int | None:
    found = list(amounts)
    return None if None in found else sum(one for one in found if one is not None)
