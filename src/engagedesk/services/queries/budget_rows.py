"""What Budgets shows, as frozen rows. Money is None where the firm profile hides it or nothing prices it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engagedesk.domain.budget import (
    AlertRule,
    BudgetCell,
    EtcSource,
    Recovery,
    VarianceSplit,
)
from engagedesk.domain.burn import Band, BurnPoint
from engagedesk.domain.firm_profile import RateSight
from engagedesk.domain.health import Standing
from engagedesk.domain.ids import BudgetId, EngagementId
from engagedesk.domain.money import divide_half_even
from engagedesk.domain.states import BudgetAlertKind, ExcessCause, FeeArrangement
from engagedesk.services.queries.engagement_book import RatePart


class Basis(StrEnum):
    """What use is measured in: the amount, or the hours where amounts are hidden or cannot be had."""

    MONEY = "money"
    HOURS = "hours"


class BudgetOrder(StrEnum):
    """What the list is ordered by; the name decides between equals."""

    VARIANCE = "variance"
    """The furthest over, measured against its budget, first."""
    USED = "used"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class BudgetFilter:
    text: str = ""
    order: BudgetOrder = BudgetOrder.VARIANCE
    descending: bool = False


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """One engagement in the list. Without a budget its figures are what was worked and what is left."""

    id: EngagementId
    budget_id: BudgetId | None
    client: str
    title: str
    colour: int
    codes: tuple[str, ...]
    fee: FeeArrangement
    capped: bool
    """Its budget is what may be billed at most."""
    currency: str
    basis: Basis
    health: Standing | None
    """By the budget alone; None = there is no budget."""
    budget_s: int
    actual_s: int
    etc_s: int
    budget_minor: int | None
    actual_minor: int | None
    etc_minor: int | None
    etc_source: EtcSource
    unpriced_s: int
    """Hours without a rate: they are missing in the amounts."""
    used_per_mille: int | None
    """None = no budget, or one of nothing."""
    plan_per_mille: int | None
    """Where the plan says use should be by the end of today; None = the plan has no dates."""
    exhausted_on: date | None
    """The day it was used up, or will be: at this pace, else by what is still to do; None = it lasts to the end."""
    open_alerts: int

    @property
    def eac_s(self) -> int:
        return self.actual_s + self.etc_s

    @property
    def eac_minor(self) -> int | None:
        return None if self.actual_minor is None or self.etc_minor is None else self.actual_minor + self.etc_minor

    @property
    def hours_per_mille(self) -> int | None:
        """Return how much of the budget's hours is worked, whatever the basis; None = it has no hours."""
        return divide_half_even(self.actual_s * 1000, self.budget_s) if self.budget_s > 0 else None

    @property
    def variance_s(self) -> int | None:
        return None if self.budget_id is None else self.budget_s - self.eac_s

    @property
    def variance_minor(self) -> int | None:
        eac = self.eac_minor
        return None if self.budget_minor is None or eac is None else self.budget_minor - eac

    @property
    def budget_and_eac(self) -> tuple[int, int]:
        """Return both in the unit of the basis; in hours where an amount is not known."""
        if self.basis is Basis.MONEY and self.budget_minor is not None and self.eac_minor is not None:
            return self.budget_minor, self.eac_minor
        return self.budget_s, self.eac_s

    @property
    def label(self) -> str:
        return f"{self.client} · {self.title}"


@dataclass(frozen=True, slots=True)
class BudgetList:
    wanted: BudgetFilter
    rows: tuple[BudgetRow, ...]
    today: date
    extract_date: date | None
    stale: bool
    total: int
    """Engagements whatever is searched for."""


@dataclass(frozen=True, slots=True)
class BudgetVersion:
    id: BudgetId
    version: int
    number: int
    reason: str
    made_utc: int
    as_of: date
    seconds: int
    minor: int | None


@dataclass(frozen=True, slots=True)
class AlertRow:
    id: bytes
    version: int
    engagement: EngagementId
    client: str
    code_name: str
    """What the client is called where its name must not stand."""
    title: str
    colour: int
    kind: BudgetAlertKind
    percent: int
    crossed_utc: int
    crossed_on: date
    actual_s: int
    actual_minor: int | None
    eac_minor: int | None
    currency: str
    change_s: int
    cause: str
    budget_number: int
    acknowledged_utc: int | None
    note: str


@dataclass(frozen=True, slots=True)
class ExcessRow:
    id: bytes
    version: int
    phase_id: bytes | None
    phase: str
    grade: str
    day: date
    seconds: int
    cause: ExcessCause
    note: str
    minor: int | None
    """At the rate of its day, of several grades at the average of what was worked; None = hidden or without a rate."""


@dataclass(frozen=True, slots=True)
class PhaseName:
    id: bytes | None
    """None = the row of what belongs to no phase."""
    name: str


@dataclass(frozen=True, slots=True)
class TypedRow:
    phase: bytes | None
    grade: str
    seconds: int
    note: str
    typed_utc: int


@dataclass(frozen=True, slots=True)
class BudgetPage:
    """One engagement's budget with everything that its detail and its forms show."""

    row: BudgetRow
    today: date
    starts: date | None
    ends: date | None
    sight: RateSight
    versions: tuple[BudgetVersion, ...]
    """Newest first."""
    phases: tuple[PhaseName, ...]
    grades: tuple[str, ...]
    """Of all cells, the best paid first."""
    cells: tuple[BudgetCell, ...]
    """Amounts in them are not for showing where ``row.budget_minor`` is None."""
    split: VarianceSplit | None
    recovery: Recovery | None
    cost_minor: int | None
    """Cost of what was worked; None = hidden."""
    burn: tuple[BurnPoint, ...]
    """In the unit of ``row.basis``: minor units, or seconds."""
    band: Band
    plan_today: int | None
    exhausted_by_bookings: date | None
    rule: AlertRule
    own_rule: bool
    """The engagement has a rule of its own."""
    alerts: tuple[AlertRow, ...]
    """Newest first."""
    excess: tuple[ExcessRow, ...]
    typed: tuple[TypedRow, ...]
    rates: tuple[RatePart, ...]
    card_currency: str
    fx_micro: int | None
    """Today's exchange rate of the card's currency; None = the same currency, or there is none."""
    needs_fx: bool
    extract_date: date | None
    stale: bool
    known_grades: tuple[str, ...]

    @property
    def newest(self) -> BudgetVersion | None:
        return self.versions[0] if self.versions else None


@dataclass(frozen=True, slots=True)
class BudgetDraftLine:
    phase: bytes | None
    grade: str
    seconds: int
    minor: int
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class BudgetDraft:
    """What the form of a budget starts with."""

    page: BudgetPage
    lines: tuple[BudgetDraftLine, ...]
    proposed: bool
    """True = from the tasks' estimates; False = the newest version's."""
    hourly: tuple[tuple[str, int], ...]
    """What an hour of each grade is worth today, in the billed currency; empty where hidden."""
    fx_micro: int
