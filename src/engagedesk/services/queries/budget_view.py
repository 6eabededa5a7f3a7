"""Budgets as their page shows them: at once with the figures that are known, and anew once they are worked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from engagedesk.domain.ids import EngagementId
from engagedesk.services.queries.budget_rows import BudgetFilter, BudgetList, BudgetPage, BudgetRow
from engagedesk.services.queries.budgets import budget_page, budget_rows, listed, ordered
from engagedesk.services.queries.sight import Sight, last_change, sight

PAGES_KEPT: Final = 4


@dataclass(frozen=True, slots=True)
class KeptBudgets:
    """Every budget that is not ended as it was worked out, and the last change that it knew of."""

    seq: int
    today: date
    sight: Sight
    rows: Mapping[EngagementId, BudgetRow]
    pages: tuple[tuple[int, BudgetPage], ...] = ()
    """Details that were shown, the last one first, each with the last change that it knew of."""


@dataclass(frozen=True, slots=True)
class BudgetView:
    list: BudgetList
    page: BudgetPage | None
    """Of the chosen one, else of the list's first."""
    kept: KeptBudgets
    """To be given back with the next question."""
    outdated: bool = False
    """Something changed since some of the figures were worked out."""


def budget_view(
    session: Session,
    wanted: BudgetFilter,
    *,
    chosen: EngagementId | None,
    today: date,
    kept: KeptBudgets | None = None,
    at_once: bool = False,
) -> BudgetView:
    """Return the list and one detail.

    ``kept`` is that of an earlier answer: what did not change since is not worked out again. ``at_once`` takes its
    figures even if something changed, and says so by ``outdated``: they are those before the last change.
    """
    seq, seen = last_change(session), sight(session)
    if kept is not None and kept.sight != seen:
        kept = None
    ids, facts = listed(session, wanted, today=today)
    outdated = kept is not None and (kept.seq, kept.today) != (seq, today)
    if kept is None or not kept.rows.keys() >= set(ids) or (outdated and not at_once):
        pages = () if kept is None else kept.pages
        rows = {row.id: row for row in budget_rows(session, today=today)}
        kept, outdated = KeptBudgets(seq, today, seen, rows, pages), False
    order = ordered([kept.rows[one] for one in ids], wanted)
    one = chosen if chosen in kept.rows and chosen in ids else next((row.id for row in order), None)
    page: BudgetPage | None = None
    if one is not None:
        at, page = next(((at, page) for at, page in kept.pages if page.row.id == one), (0, None))
        behind = page is None or (at, page.today) != (seq, today)
        if page is None or (behind and not at_once):
            at, page, behind = seq, budget_page(session, one, today=today), False
        if page is not None:
            others = tuple(pair for pair in kept.pages if pair[1].row.id != one)
            kept = replace(kept, pages=((at, page), *others)[:PAGES_KEPT])
        outdated = outdated or behind
    return BudgetView(replace(facts, rows=tuple(order)), page, kept, outdated)
