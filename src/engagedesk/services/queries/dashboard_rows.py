"""The rows of ``dashboard``, apart from their query: Today shows them, and starts without the store's libraries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engagedesk.domain.ids import EngagementId, PlanItemId
from engagedesk.domain.states import DeliverableState, PlanItemKind


@dataclass(frozen=True, slots=True)
class Unbilled:
    """Fees at standard rates for work that no invoice covers, of engagements that are not ended."""

    by_currency: tuple[tuple[str, int], ...]
    """(currency, minor units), the largest first; () = none, or hidden by the firm profile."""
    seconds: int
    """Chargeable time that no invoice covers; what is shown where amounts are hidden."""
    oldest: date | None
    """The first work day of it."""
    hidden: bool


@dataclass(frozen=True, slots=True)
class NextDate:
    """A milestone or a deliverable that is not done."""

    id: PlanItemId
    kind: PlanItemKind
    engagement: EngagementId
    client: str
    title: str
    colour: int
    name: str
    due: date
    deadline: date | None
    state: DeliverableState | None
    """Of a deliverable; None = a milestone."""


@dataclass(frozen=True, slots=True)
class Dashboard:
    unbilled: Unbilled
    dates: tuple[NextDate, ...]
    """What is due next, what is overdue first."""
    due_soon: int
    """How many are due within seven days, the overdue ones included."""
    overdue: int
    today: date
