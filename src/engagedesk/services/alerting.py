"""Budget alerts after a change: every budget it may have moved is held against its rule, and what was crossed is noted.

The window does it a moment after a change, a command of the terminal before it ends where no window is open. A crossing
is noted once in the store, so whoever looks first says it, and nobody says it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from engagedesk.domain.ids import EngagementId
from engagedesk.models.engagements import Engagement
from engagedesk.models.time import TimeEntry
from engagedesk.services.changes import Changes
from engagedesk.services.commands.budgets import Came, RaiseAlerts
from engagedesk.services.commands.firm import RememberView
from engagedesk.services.queries.budget_rows import AlertRow, BudgetFilter, BudgetOrder
from engagedesk.services.queries.budget_view import BudgetView, KeptBudgets, budget_view
from engagedesk.services.queries.budgets import alerts
from engagedesk.services.queries.engagements import LISTED
from engagedesk.services.queries.kept_holidays import holidays_to_keep
from engagedesk.services.workspace import Workspace

CAUSES: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("extract", ("recorded_line", "import_batch")),
    ("time", ("time_entry",)),
    ("budget", ("budget", "budget_line", "budget_rule")),
    ("estimate", ("typed_estimate", "task", "booking", "calendar_event", "work_pattern", "phase")),
    ("rates", ("rate_line", "rate_card", "person_grade", "fx_rate", "posted_rate", "engagement", "firm_profile")),
)
"""Which records make a budget stand elsewhere, by the word that an alert keeps; the likeliest cause first."""
_ORDER: Final = {word: place for place, (word, _) in enumerate(CAUSES)}


def cause_of(changes: Changes, known: str = "") -> str:
    """Return the word for what changed, the likelier one of it and what is ``known`` already; "" = no budget moved."""
    words = [word for word, kinds in CAUSES if changes.touches(*kinds)]
    if known:
        words.append(known)
    return min(words, key=_ORDER.__getitem__, default="")


@dataclass(frozen=True, slots=True)
class Looked:
    """A look at all budgets: what is new, what waits, and how they stand."""

    today: date
    fresh: tuple[AlertRow, ...]
    waiting: tuple[AlertRow, ...]
    budgets: BudgetView
    used: Mapping[EngagementId, int]
    """Seconds, for the next look to tell what came."""


def look(
    workspace: Workspace,
    *,
    today: date,
    now_utc: int,
    cause: str = "",
    used: Mapping[EngagementId, int] | None = None,
    chosen: EngagementId | None = None,
    kept: KeptBudgets | None = None,
    initiator: object = None,
) -> Looked:
    """Hold every budget against its rule once; ``used`` is that of the last look, None = there was none.

    ``chosen`` and ``kept`` as ``budget_view`` takes them: what is worked out here anyway need not be for the page.
    """
    keep_holidays(workspace, today=today)
    wanted = BudgetFilter(order=BudgetOrder.VARIANCE)
    found = workspace.read(budget_view, wanted, chosen=chosen, today=today, kept=kept)
    now_used = {row.id: row.actual_s for row in found.list.rows}
    came = tuple(
        (one, Came(cause, seconds - used.get(one, seconds) if used is not None else 0))
        for one, seconds in now_used.items()
    )
    raised = workspace.execute(RaiseAlerts(today, now_utc, None, came), initiator=initiator).result
    fresh = workspace.read(alerts, ids=raised) if raised else ()
    return Looked(today, fresh, workspace.read(alerts, waiting=True), found, now_used)


def raise_after(workspace: Workspace, heard: Iterable[Changes], *, today: date, now_utc: int) -> tuple[AlertRow, ...]:
    """Raise what one command crossed, as its changes tell, and return it; only budgets that it may have moved."""
    cause, wholesale = "", False
    entries: set[bytes] = set()
    for changes in heard:
        cause = cause_of(changes, cause)
        entries |= changes.by_kind.get("time_entry", frozenset())
        others = (kind for word, kinds in CAUSES if word != "time" for kind in kinds)
        wholesale = wholesale or "time_entry" in changes.wholesale or changes.touches(*others)
    if not cause:
        return ()
    only = None if wholesale else workspace.read(_engagements_of, entries)
    if only == ():
        return ()
    keep_holidays(workspace, today=today)
    came = tuple((one, Came(cause)) for one in only or workspace.read(_running))
    raised = workspace.execute(RaiseAlerts(today, now_utc, only, came)).result
    return workspace.read(alerts, ids=raised) if raised else ()


def keep_holidays(workspace: Workspace, *, today: date) -> None:
    """Write down the public holidays of the countries that somebody works in, where they are not known yet."""
    for key, text in workspace.read(holidays_to_keep, today=today):
        workspace.execute(RememberView(key, text))


def _engagements_of(session: Session, entries: Iterable[bytes]) -> tuple[EngagementId, ...]:
    query = select(TimeEntry.engagement_id).where(TimeEntry.id.in_(entries), TimeEntry.engagement_id.is_not(None))
    return tuple(EngagementId(one) for one in session.scalars(query.distinct()) if one is not None)


def _running(session: Session) -> tuple[EngagementId, ...]:
    query = select(Engagement.id).where(Engagement.state.in_(LISTED))
    return tuple(EngagementId(one) for one in session.scalars(query))
