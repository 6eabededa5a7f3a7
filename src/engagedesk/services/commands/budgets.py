"""Commands about budgets: versions, typed estimates, rules, exchange rates, excess hours, alerts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from sqlalchemy import func, select

from engagedesk.domain.budget import MOST_MINOR, MOST_S, AlertRule, CellKey, Crossing, crossings
from engagedesk.domain.ids import BudgetId, EngagementId
from engagedesk.domain.rates import MICRO
from engagedesk.domain.states import ExcessCause
from engagedesk.errors import UserError
from engagedesk.models.budgets import (
    Budget,
    BudgetAlert,
    BudgetLine,
    BudgetRule,
    ExcessHours,
    FxRate,
    TypedEstimate,
)
from engagedesk.models.engagements import Engagement, Phase
from engagedesk.services.command import Command, CommandClass, WriteSession
from engagedesk.services.commands.engagements import assign, currency_code
from engagedesk.services.commands.text import cleaned, required
from engagedesk.services.images import Scalar
from engagedesk.services.posted_value import engagements_with_card, value_kept
from engagedesk.services.queries.budget_standing import standings
from engagedesk.services.queries.engagements import LISTED

MOST_LINES: Final = 1_000
MOST_FX_MICRO: Final = 10**13
NOTE_LIMIT: Final = 500


@dataclass(frozen=True, slots=True)
class LineFacts:
    """Hours and amount of a grade in a phase; ``phase`` None = of no phase."""

    phase: bytes | None
    grade: str
    seconds: int
    minor: int


@dataclass(frozen=True)
class SetBudget(Command[BudgetId]):
    """Make a budget's next version; the first needs no reason. Earlier versions stay as they were."""

    label: ClassVar[str] = "set budget"

    engagement: EngagementId
    lines: tuple[LineFacts, ...]
    as_of: date
    made_utc: int
    reason: str = ""
    fx_micro: int = MICRO

    def apply(self, session: WriteSession) -> BudgetId:
        engagement = session.one(Engagement, self.engagement)
        number = session.scalar(select(func.max(Budget.number)).where(Budget.engagement_id == self.engagement)) or 0
        reason = cleaned(self.reason, "budget.reason", limit=NOTE_LIMIT)
        if number and not reason:
            raise UserError("budget.reason_missing", number=number + 1)
        if not 0 < self.fx_micro <= MOST_FX_MICRO:
            raise UserError("fx.range")
        lines = checked_lines(session, self.engagement, self.lines)
        budget = Budget(
            id=session.new_id(),
            engagement_id=self.engagement,
            number=number + 1,
            reason=reason,
            made_utc=self.made_utc,
            as_of=self.as_of,
            currency=engagement.currency,
            fx_micro=self.fx_micro,
        )
        session.add(budget)
        for line in lines:
            session.add(_line(session, budget.id, line))
        return BudgetId(budget.id)


@dataclass(frozen=True)
class EditBudget(Command[None]):
    """Correct the version that holds; an earlier one is what was agreed then, and stays."""

    label: ClassVar[str] = "edit budget"

    budget: BudgetId
    lines: tuple[LineFacts, ...]
    reason: str = ""
    """Of the version, as it should read now; "" = it stays."""
    version: int | None = None

    def apply(self, session: WriteSession) -> None:
        budget = session.seen(Budget, self.budget, self.version)
        newest = session.scalar(select(func.max(Budget.number)).where(Budget.engagement_id == budget.engagement_id))
        if budget.number != newest:
            raise UserError("budget.not_newest", number=budget.number, newest=newest)
        if reason := cleaned(self.reason, "budget.reason", limit=NOTE_LIMIT):
            assign(budget, {"reason": reason})
        lines = {CellKey(line.phase, line.grade): line for line in
                 checked_lines(session, EngagementId(budget.engagement_id), self.lines)}  # fmt: skip
        for row in session.scalars(select(BudgetLine).where(BudgetLine.budget_id == budget.id)).all():
            line = lines.pop(CellKey(row.phase_id, row.grade), None)
            if line is None:
                session.delete(row)
            else:
                assign(row, {"seconds": line.seconds, "amount_minor": line.minor})
        for line in lines.values():
            session.add(_line(session, budget.id, line))


def checked_lines(session: WriteSession, engagement: EngagementId, lines: Sequence[LineFacts]) -> tuple[LineFacts, ...]:
    """Return the lines that hold something; ``UserError`` for what no budget can hold."""
    if len(lines) > MOST_LINES:
        raise UserError("budget.too_many_lines", count=len(lines), limit=MOST_LINES)
    phases = set(session.scalars(select(Phase.id).where(Phase.engagement_id == engagement)))
    found: dict[CellKey, LineFacts] = {}
    for line in lines:
        grade = cleaned(line.grade, "person.grade", limit=100)
        if line.phase is not None and line.phase not in phases:
            raise UserError("record.gone", kind="phase")
        if not 0 <= line.seconds <= MOST_S:
            raise UserError("budget.hours_range")
        if not 0 <= line.minor <= MOST_MINOR:
            raise UserError("budget.amount_range")
        key = CellKey(line.phase, grade)
        if key in found:
            raise UserError("budget.cell_twice", grade=grade)
        if line.seconds or line.minor:
            found[key] = LineFacts(line.phase, grade, line.seconds, line.minor)
    if sum(line.minor for line in found.values()) > MOST_MINOR:
        raise UserError("budget.amount_range")
    if sum(line.seconds for line in found.values()) > MOST_S:
        raise UserError("budget.hours_range")
    return tuple(found.values())


def _line(session: WriteSession, budget: bytes, line: LineFacts) -> BudgetLine:
    return BudgetLine(
        id=session.new_id(),
        budget_id=budget,
        phase_id=line.phase,
        grade=line.grade,
        seconds=line.seconds,
        amount_minor=line.minor,
    )


@dataclass(frozen=True)
class SetBudgetRule(Command[None]):
    """Say when an engagement's budget alerts; None = the usual rule again."""

    label: ClassVar[str] = "set alert rule"

    engagement: EngagementId
    rule: AlertRule | None

    def apply(self, session: WriteSession) -> None:
        session.one(Engagement, self.engagement)
        row = session.scalar(select(BudgetRule).where(BudgetRule.engagement_id == self.engagement))
        if self.rule is None:
            if row is not None:
                session.delete(row)
            return
        values = {"used_percents": self.rule.text, "eac_over_percent": self.rule.eac_over_percent}
        if row is None:
            session.add(BudgetRule(id=session.new_id(), engagement_id=self.engagement, **values))
        else:
            assign(row, values)


@dataclass(frozen=True)
class TypeEstimate(Command[None]):
    """Say what a grade still needs in a phase, in place of what tasks and bookings say; None = they say it again."""

    label: ClassVar[str] = "type estimate"

    engagement: EngagementId
    phase: bytes | None
    grade: str
    seconds: int | None
    typed_utc: int
    note: str = ""

    def apply(self, session: WriteSession) -> None:
        session.one(Engagement, self.engagement)
        if self.phase is not None and session.one(Phase, self.phase).engagement_id != self.engagement:
            raise UserError("record.gone", kind="phase")
        grade = cleaned(self.grade, "person.grade", limit=100)
        if self.seconds is not None and not 0 <= self.seconds <= MOST_S:
            raise UserError("budget.hours_range")
        row = session.scalar(
            select(TypedEstimate).where(
                TypedEstimate.engagement_id == self.engagement,
                TypedEstimate.phase_id.is_(None) if self.phase is None else TypedEstimate.phase_id == self.phase,
                TypedEstimate.grade == grade,
            )
        )
        if self.seconds is None:
            if row is not None:
                session.delete(row)
            return
        note = cleaned(self.note, "budget.note", limit=NOTE_LIMIT)
        values = {"seconds": self.seconds, "note": note, "typed_utc": self.typed_utc}
        if row is None:
            session.add(
                TypedEstimate(
                    id=session.new_id(), engagement_id=self.engagement, phase_id=self.phase, grade=grade, **values
                )
            )
        else:
            assign(row, values)


@dataclass(frozen=True)
class SetFxRate(Command[None]):
    """Say what one unit of a currency is worth in another from a day on; posted lines keep their value."""

    label: ClassVar[str] = "set exchange rate"

    base: str
    quote: str
    valid_from: date
    micro: int | None
    """Millionths of ``quote`` for one unit of ``base``; None = there is no rate from that day."""

    def apply(self, session: WriteSession) -> None:
        base, quote = currency_code(self.base), currency_code(self.quote)
        if base == quote:
            raise UserError("fx.same_currency", currency=base)
        if self.micro is not None and not 0 < self.micro <= MOST_FX_MICRO:
            raise UserError("fx.range")
        row = session.scalar(
            select(FxRate).where(FxRate.base == base, FxRate.quote == quote, FxRate.valid_from == self.valid_from)
        )
        with value_kept(session, engagements_with_card(session), since=self.valid_from):
            if self.micro is None:
                if row is not None:
                    session.delete(row)
            elif row is None:
                session.add(
                    FxRate(id=session.new_id(), base=base, quote=quote, valid_from=self.valid_from, micro=self.micro)
                )
            else:
                assign(row, {"micro": self.micro})


@dataclass(frozen=True, slots=True)
class ExcessFacts:
    """Hours beyond the budget. ``grade`` "" = of several."""

    phase: bytes | None
    grade: str
    day: date
    seconds: int
    cause: ExcessCause
    note: str = ""


@dataclass(frozen=True)
class NoteExcess(Command[bytes]):
    """Write down hours beyond the budget and why."""

    label: ClassVar[str] = "note excess hours"

    engagement: EngagementId
    facts: ExcessFacts

    def apply(self, session: WriteSession) -> bytes:
        session.one(Engagement, self.engagement)
        values = _excess_values(session, self.engagement, self.facts)
        row = ExcessHours(id=session.new_id(), engagement_id=self.engagement, **values)
        session.add(row)
        return row.id


@dataclass(frozen=True)
class EditExcess(Command[None]):
    label: ClassVar[str] = "edit excess hours"

    excess: bytes
    facts: ExcessFacts
    version: int | None = None

    def apply(self, session: WriteSession) -> None:
        row = session.seen(ExcessHours, self.excess, self.version)
        assign(row, _excess_values(session, EngagementId(row.engagement_id), self.facts))


@dataclass(frozen=True)
class RemoveExcess(Command[None]):
    label: ClassVar[str] = "remove excess hours"

    excess: bytes

    def apply(self, session: WriteSession) -> None:
        session.delete(session.one(ExcessHours, self.excess))


def _excess_values(session: WriteSession, engagement: EngagementId, facts: ExcessFacts) -> dict[str, object]:
    if facts.phase is not None and session.one(Phase, facts.phase).engagement_id != engagement:
        raise UserError("record.gone", kind="phase")
    if not 0 < facts.seconds <= MOST_S:
        raise UserError("excess.hours")
    note = cleaned(facts.note, "excess.note", limit=NOTE_LIMIT)
    if facts.cause is ExcessCause.OTHER and not note:
        raise UserError("excess.note_missing")
    return {
        "phase_id": facts.phase,
        "grade": cleaned(facts.grade, "person.grade", limit=100),
        "day": facts.day,
        "seconds": facts.seconds,
        "cause": facts.cause,
        "note": note,
    }


@dataclass(frozen=True)
class AcknowledgeAlert(Command[None]):
    """Say what is done about an alert; it does not come again for the same crossing."""

    label: ClassVar[str] = "acknowledge alert"

    alert: bytes
    note: str
    now_utc: int

    def apply(self, session: WriteSession) -> None:
        row = session.one(BudgetAlert, self.alert)
        note = required(self.note, "budget.note", limit=NOTE_LIMIT)
        assign(row, {"acknowledged_utc": self.now_utc, "note": note})


@dataclass(frozen=True, slots=True)
class Came:
    """What changed on an engagement since somebody looked: why, and the seconds that came in."""

    cause: str
    seconds: int = 0


@dataclass(frozen=True)
class RaiseAlerts(Command[tuple[bytes, ...]]):
    """Hold budgets against their rules and note what was crossed since; answers the new alerts' ids.

    What is noted once for a version is not noted again, whatever comes and goes.
    """

    label: ClassVar[str] = "raise budget alerts"
    command_class: ClassVar[CommandClass] = CommandClass.SYSTEM_FACT
    undoable: ClassVar[bool] = False

    today: date
    now_utc: int
    only: tuple[EngagementId, ...] | None = None
    """None = every engagement that is not ended."""
    came: tuple[tuple[EngagementId, Came], ...] = ()

    def apply(self, session: WriteSession) -> tuple[bytes, ...]:
        query = select(Engagement.id).where(Engagement.state.in_(LISTED))
        if self.only is not None:
            query = query.where(Engagement.id.in_(self.only))
        ids = list(session.scalars(query))
        known: dict[bytes, list[Crossing]] = {}
        for budget, kind, percent in session.execute(
            select(BudgetAlert.budget_id, BudgetAlert.kind, BudgetAlert.percent).where(
                BudgetAlert.engagement_id.in_(ids)
            )
        ):
            known.setdefault(budget, []).append(Crossing(kind, percent))
        came = dict(self.came)
        raised: list[bytes] = []
        for engagement, standing in standings(session, ids, today=self.today).items():
            if standing.budget_id is None:
                continue
            change = came.get(engagement, Came(""))
            for kind, percent in crossings(standing.standing, standing.rule, known.get(standing.budget_id, ())):
                alert = BudgetAlert(
                    id=session.new_id(),
                    engagement_id=engagement,
                    budget_id=standing.budget_id,
                    kind=kind,
                    percent=percent,
                    crossed_utc=self.now_utc,
                    crossed_on=self.today,
                    actual_s=standing.whole.actual.seconds,
                    actual_minor=standing.whole.actual.minor,
                    eac_minor=standing.whole.eac_minor,
                    change_s=change.seconds,
                    cause=change.cause,
                    note="",
                )
                session.add(alert)
                raised.append(alert.id)
        return tuple(raised)

    def audit_facts(self) -> Mapping[str, Scalar]:
        return {"today": self.today.isoformat()}
