"""Budgets in versions, typed estimates to complete, exchange rates, alerts, and why hours went over."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from engagedesk.domain.states import BudgetAlertKind, ExcessCause
from engagedesk.models.base import Record, Word
from engagedesk.models.people import STRICT, refers_to


class Budget(Record):
    """One version of an engagement's budget; the highest number holds, the earlier ones stay as they were."""

    __tablename__ = "budget"
    __table_args__ = (
        UniqueConstraint("engagement_id", "number"),
        CheckConstraint("number >= 1", name="number"),
        CheckConstraint("fx_micro > 0", name="fx"),
        STRICT,
    )

    engagement_id: Mapped[bytes] = mapped_column(refers_to("engagement.id"))
    number: Mapped[int]
    reason: Mapped[str] = mapped_column(default="")
    """Why there is a new version; "" for the first."""
    made_utc: Mapped[int]
    as_of: Mapped[date]
    """The day from which it holds; its rates are those of this day."""
    currency: Mapped[str]
    """Of its amounts: the engagement's billing currency."""
    fx_micro: Mapped[int] = mapped_column(default=1_000_000)
    """Millionths of ``currency`` for one unit of the rate card's currency, frozen with the version."""


class BudgetLine(Record):
    """Hours and amount of one grade in one phase."""

    __tablename__ = "budget_line"
    __table_args__ = (
        CheckConstraint("seconds >= 0 AND amount_minor >= 0", name="not_negative"),
        Index("uq_budget_line_cell", "budget_id", text("coalesce(phase_id, x'')"), "grade", unique=True),
        Index("ix_budget_line_phase_id", "phase_id"),
        STRICT,
    )

    budget_id: Mapped[bytes] = mapped_column(refers_to("budget.id"))
    phase_id: Mapped[bytes | None] = mapped_column(refers_to("phase.id"))
    """None = of no phase."""
    grade: Mapped[str]
    seconds: Mapped[int]
    amount_minor: Mapped[int]


class BudgetRule(Record):
    """When an engagement's budget alerts; without a row the usual rule holds (75, 90, 100 %, EAC 5 % over)."""

    __tablename__ = "budget_rule"
    __table_args__ = (
        UniqueConstraint("engagement_id"),
        CheckConstraint("eac_over_percent IS NULL OR eac_over_percent BETWEEN 0 AND 1000", name="eac"),
        STRICT,
    )

    engagement_id: Mapped[bytes] = mapped_column(refers_to("engagement.id"))
    used_percents: Mapped[str] = mapped_column(default="75,90,100")
    """Whole percents, rising, with commas; "" = none."""
    eac_over_percent: Mapped[int | None] = mapped_column(default=5)
    """None = no alert about the EAC."""


class TypedEstimate(Record):
    """An estimate to complete that somebody gave, in place of what tasks and bookings say."""

    __tablename__ = "typed_estimate"
    __table_args__ = (
        CheckConstraint("seconds >= 0", name="not_negative"),
        Index("uq_typed_estimate_cell", "engagement_id", text("coalesce(phase_id, x'')"), "grade", unique=True),
        Index("ix_typed_estimate_phase_id", "phase_id"),
        STRICT,
    )

    engagement_id: Mapped[bytes] = mapped_column(refers_to("engagement.id"))
    phase_id: Mapped[bytes | None] = mapped_column(refers_to("phase.id"))
    grade: Mapped[str]
    seconds: Mapped[int]
    typed_utc: Mapped[int]
    note: Mapped[str] = mapped_column(default="")


class FxRate(Record):
    """What one unit of a currency is worth in another from a day on."""

    __tablename__ = "fx_rate"
    __table_args__ = (
        UniqueConstraint("base", "quote", "valid_from"),
        CheckConstraint("micro > 0 AND base <> quote", name="rate"),
        STRICT,
    )

    base: Mapped[str]
    quote: Mapped[str]
    valid_from: Mapped[date]
    micro: Mapped[int]
    """Millionths of ``quote`` for one unit of ``base``."""


class BudgetAlert(Record):
    """A crossing, once: what was crossed, when, by what, and what the person said to it."""

    __tablename__ = "budget_alert"
    __table_args__ = (
        Index("ix_budget_alert_engagement_id", "engagement_id", "crossed_utc"),
        UniqueConstraint("budget_id", "kind", "percent"),
        STRICT,
    )

    engagement_id: Mapped[bytes] = mapped_column(refers_to("engagement.id"))
    budget_id: Mapped[bytes] = mapped_column(refers_to("budget.id"))
    """The version that was crossed: a new one can be crossed anew."""
    kind: Mapped[BudgetAlertKind] = mapped_column(Word(BudgetAlertKind))
    percent: Mapped[int]
    crossed_utc: Mapped[int]
    crossed_on: Mapped[date]
    actual_s: Mapped[int]
    actual_minor: Mapped[int]
    eac_minor: Mapped[int]
    change_s: Mapped[int] = mapped_column(default=0)
    """Seconds that came in since the last look, and crossed it."""
    cause: Mapped[str] = mapped_column(default="")
    """What changed, as a code of the program's own words: time, extract, estimate, plan, rates."""
    acknowledged_utc: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")


class ExcessHours(Record):
    """Hours beyond the budget and why: evidence for a fee variation."""

    __tablename__ = "excess_hours"
    __table_args__ = (
        CheckConstraint("seconds > 0", name="seconds"),
        Index("ix_excess_hours_engagement_id", "engagement_id"),
        Index("ix_excess_hours_phase_id", "phase_id"),
        STRICT,
    )

    engagement_id: Mapped[bytes] = mapped_column(refers_to("engagement.id"))
    phase_id: Mapped[bytes | None] = mapped_column(refers_to("phase.id"))
    grade: Mapped[str] = mapped_column(default="")
    """"" = of several grades: priced at the average of what was worked."""
    day: Mapped[date]
    """The day on which it is written down; rates are those of this day."""
    seconds: Mapped[int]
    cause: Mapped[ExcessCause] = mapped_column(Word(ExcessCause))
    note: Mapped[str] = mapped_column(default="")
