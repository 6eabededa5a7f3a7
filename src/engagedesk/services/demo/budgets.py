"""The sample's budgets: what was agreed, what is left, why hours went over, and the alerts that came of it.

Hours are those of the portfolio's table. Amounts follow the rate cards; Kestrel has agreed rates of its own, so that
its cap is used up as the table says.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, Protocol

from sqlalchemy import select

from engagedesk.domain.budget import Crossing, crossings, shared_out
from engagedesk.domain.burn import exhausted_in_past
from engagedesk.domain.ids import EngagementId, uuid7
from engagedesk.domain.money import HOUR_S, divide_half_even
from engagedesk.domain.states import BudgetAlertKind, EngagementState, ExcessCause
from engagedesk.models.base import Record
from engagedesk.models.budgets import Budget, BudgetAlert, ExcessHours, TypedEstimate
from engagedesk.models.engagements import Client, Engagement, Task
from engagedesk.models.people import RateLine
from engagedesk.services.command import WriteSession
from engagedesk.services.demo import portfolio as p
from engagedesk.services.demo.facts import Sample
from engagedesk.services.demo.sizing import SampleLines
from engagedesk.services.queries.budget_standing import BudgetStanding, standings, used_by_day

KESTREL: Final = 8
KESTREL_USED_MINOR: Final = 11_640_000
RATE_STEP_MINOR: Final = 50
QUARTER_S: Final = 900
GRADES: Final = {colleague.name: colleague.grade for colleague in p.COLLEAGUES} | {p.OWNER: p.OWNER_GRADE}
ETC_HOURS: Final = {1: 2650, 2: 46, 3: 150, 4: 6, 5: 4, 6: 205, 7: 110, 8: 30, 9: 124, 10: 38, 11: 412, 12: 306}
"""What the tasks of each engagement still need."""
ANSWERED_DAYS: Final = 6
"""An alert older than this was acknowledged."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """A version of a budget: on which day, how many hours, and why it is not the first."""

    day: date
    hours: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Excess:
    number: int
    phase: str
    grade: str
    day: date
    hours: int
    cause: ExcessCause
    note: str


VERSIONS: Final = {
    2: (
        Agreed(date(2026, 1, 12), 2400),
        Agreed(date(2026, 9, 14), 2600, "Second product line brought into scope, agreed with the audit committee"),
    ),
    8: (
        Agreed(date(2026, 1, 19), 360),
        Agreed(date(2026, 7, 1), 410, "Two entities more; cap raised to EUR 120k by letter"),
    ),
    10: (Agreed(date(2026, 10, 12), 520), Agreed(date(2026, 11, 2), 560, "Net debt added on the buyer's request")),
}
"""Of the others there is one version, from the day they began."""

EXCESS: Final = (
    Excess(2, "Execution", "Senior", date(2026, 10, 30), 38, ExcessCause.LATE_REQUESTS,
           "Inventory counts of two sites arrived three weeks late"),
    Excess(2, "Execution", "Associate", date(2026, 11, 4), 30, ExcessCause.SCOPE_CHANGE,
           "Segment disclosures of the second product line"),
    Excess(2, "Completion", "Senior", date(2026, 11, 18), 22, ExcessCause.REWORK, "EQR notes on revenue cut-off"),
    Excess(4, "Assembly", "Senior", date(2026, 11, 6), 12, ExcessCause.REWORK, "Two papers rebuilt for the file"),
    Excess(5, "Execution", "Associate", date(2026, 9, 11), 24, ExcessCause.LATE_REQUESTS,
           "Custodian's reports came six weeks late"),
    Excess(5, "Execution", "Senior", date(2026, 9, 25), 17, ExcessCause.REWORK,
           "Contributions recalculated after the administrator's correction"),
    Excess(5, "Completion", "Associate", date(2026, 10, 23), 14, ExcessCause.LEARNING, "New on pension schemes"),
    Excess(8, "Impact", "Manager", date(2026, 11, 12), 18, ExcessCause.SCOPE_CHANGE,
           "Two entities after the letter; variation not signed"),
)  # fmt: skip

NOTES: Final[dict[tuple[int, BudgetAlertKind, int], str]] = {
    (2, BudgetAlertKind.USED, 75): "In line with the phase",
    (2, BudgetAlertKind.USED, 90): "Partner told; fee variation to be asked for",
    (2, BudgetAlertKind.USED, 100): "Overrun reported, causes written down",
    (4, BudgetAlertKind.USED, 100): "Assembly only; written off within the file's margin",
    (5, BudgetAlertKind.USED, 100): "Write-down of GBP 4.2k prepared, approval open",
    (8, BudgetAlertKind.USED, 75): "In line with scope",
    (8, BudgetAlertKind.USED, 90): "Variation drafted",
}
USUAL_NOTE: Final = "In line with the plan"


Prices = tuple[Mapping[str, int], list[tuple[str, int]]]
"""Charge of each grade, and each grade's part of the hours, the best paid first."""


class Making(Protocol):
    """What makes the sample's rows."""

    singles: list[tuple[type[Record], dict[str, Any]]]

    def put(self, table: type[Record], **values: Any) -> bytes: ...
    def put_line(self, **values: Any) -> None: ...
    def moved(self, day: date) -> date: ...
    def instant(self, day: date) -> int: ...
    def engagement_id(self, number: int) -> bytes: ...
    def phase_id(self, number: int, phase: str) -> bytes: ...
    def card_id(self, currency: str) -> bytes: ...


def add_budgets(rows: Making, lines: SampleLines) -> None:
    """Add budgets, what tasks still need, a typed estimate, and excess hours."""
    _remaining(rows)
    worked = _worked(lines)
    for sample in p.ENGAGEMENTS:
        rates = _card_rates(sample.currency)
        if sample.number == KESTREL:
            rates = _agreed_rates(worked[KESTREL], rates)
            _override(rows, sample, rates)
        weights = _grade_weights(sample, worked[sample.number])
        for number, version in enumerate(VERSIONS.get(sample.number, (Agreed(sample.starts, sample.budget_hours),)), 1):
            _version(rows, sample, version, number=number, prices=(rates, weights))
    for one in EXCESS:
        rows.put(
            ExcessHours,
            engagement_id=rows.engagement_id(one.number),
            phase_id=rows.phase_id(one.number, one.phase),
            grade=one.grade,
            day=rows.moved(one.day),
            seconds=one.hours * HOUR_S,
            cause=one.cause,
            note=one.note,
        )
    rows.put(
        TypedEstimate,
        engagement_id=rows.engagement_id(KESTREL),
        phase_id=rows.phase_id(KESTREL, "Impact"),
        grade="Senior Manager",
        seconds=14 * HOUR_S,
        typed_utc=rows.instant(rows.moved(p.EXTRACT_DAY)),
        note="Second review of the model",
    )


def _remaining(rows: Making) -> None:
    """Give the tasks that are not done what they still need, by their estimates."""
    numbers = {rows.engagement_id(sample.number): sample.number for sample in p.ENGAGEMENTS}
    still: dict[int, list[dict[str, Any]]] = {}
    for table, row in rows.singles:
        if table is Task and row["engagement_id"] in numbers and row["done_on"] is None:
            still.setdefault(numbers[row["engagement_id"]], []).append(row)
    for number, tasks in still.items():
        quarters = shared_out(ETC_HOURS[number] * 4, [task["estimate_s"] for task in tasks])
        for task, share in zip(tasks, quarters, strict=True):
            task["remaining_s"] = share * QUARTER_S
            left = divide_half_even(share * QUARTER_S * 100, task["estimate_s"])
            task["progress_percent"] = max(0, min(99, 100 - left))


def _card_rates(currency: str) -> dict[str, int]:
    """Return the card's charge of each grade before the change of rates."""
    return {grade: charge * p.CURRENCIES[currency] // 100 for grade, (charge, _) in p.RATES.items()}


def _worked(lines: SampleLines) -> dict[int, Counter[str]]:
    """Return everybody's seconds by engagement and grade."""
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for entry in lines.entries:
        if entry.sample is not None and not entry.earlier:
            found[entry.sample.number][p.OWNER_GRADE] += entry.minutes * 60
    for line in lines.recorded:
        if line.sample is not None and not line.earlier and line.person != p.OWNER:
            found[line.sample.number][GRADES[line.person]] += line.quarters * QUARTER_S
    return found


def _agreed_rates(seconds: Mapping[str, int], rates: Mapping[str, int]) -> dict[str, int]:
    """Return rates at which Kestrel's hours come to what the table says is used of its cap."""
    standard = sum(s * rates[grade] for grade, s in seconds.items()) // HOUR_S
    if not standard:
        return dict(rates)
    return {
        grade: divide_half_even(rate * KESTREL_USED_MINOR, standard * RATE_STEP_MINOR) * RATE_STEP_MINOR
        for grade, rate in rates.items()
    }


def _override(rows: Making, sample: Sample, rates: Mapping[str, int]) -> None:
    for grade, charge in rates.items():
        rows.put(
            RateLine,
            card_id=rows.card_id(sample.currency),
            grade=grade,
            valid_from=rows.moved(sample.starts),
            charge_minor_per_h=charge,
            cost_minor_per_h=p.RATES[grade][1] * p.CURRENCIES[sample.currency] // 100,
            engagement_id=rows.engagement_id(sample.number),
            person_id=None,
        )


def _version(rows: Making, sample: Sample, version: Agreed, *, number: int, prices: Prices) -> None:
    rates, weights = prices
    day = rows.moved(version.day)
    budget = rows.put(
        Budget,
        engagement_id=rows.engagement_id(sample.number),
        number=number,
        reason=version.reason,
        made_utc=rows.instant(day),
        as_of=day,
        currency=sample.currency,
        fx_micro=1_000_000,
    )
    cells: list[tuple[bytes, str, int]] = []
    hours = shared_out(version.hours, [phase.hours for phase in sample.phases])
    for phase, of_phase in zip(sample.phases, hours, strict=True):
        shares = shared_out(of_phase, [weight for _, weight in weights])
        cells += [
            (rows.phase_id(sample.number, phase.name), grade, share)
            for (grade, _), share in zip(weights, shares, strict=True)
            if share
        ]
    amounts: Sequence[int] = [share * rates[grade] for _, grade, share in cells]
    if sample.number == KESTREL and version.hours == sample.budget_hours and sample.cap_major is not None:
        amounts = shared_out(sample.cap_major * 100, amounts)
    for (phase_id, grade, share), amount in zip(cells, amounts, strict=True):
        rows.put_line(
            budget_id=budget,
            phase_id=phase_id,
            grade=grade,
            seconds=share * HOUR_S,
            amount_minor=amount,
        )


def _grade_weights(sample: Sample, worked: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return each grade's part of the hours: as the team was staffed, and three times that as it then came."""
    colleagues = sum(member.share for member in sample.team)
    staffed: Counter[str] = Counter({p.OWNER_GRADE: sample.own_hours * colleagues})
    for member in sample.team:
        staffed[GRADES[member.name]] += (sample.used_hours - sample.own_hours) * member.share
    whole, all_worked = sum(staffed.values()), sum(worked.values())
    weights = {g: s * max(1, all_worked) + 3 * worked.get(g, 0) * whole for g, s in staffed.items()}
    order = list(p.RATES)
    return sorted(((g, w) for g, w in weights.items() if w), key=lambda one: order.index(one[0]))


def add_alerts(session: WriteSession, *, today: date, seed: int) -> None:
    """Note every crossing up to a day, on the day it happened; all but the latest were answered."""
    source = random.Random(f"alerts {seed}")  # noqa: S311  # a sample, no secret
    titles = {(s.client, s.title): s.number for s in p.ENGAGEMENTS}
    numbers: dict[bytes, int] = {}
    names = dict(session.execute(select(Client.id, Client.name)).tuples().all())
    query = select(Engagement.id, Engagement.client_id, Engagement.title).where(
        Engagement.state == EngagementState.ACTIVE
    )
    for engagement, client, title in session.execute(query.order_by(Engagement.id)).tuples():
        number = titles.get((names[client], title))
        if number is not None:
            numbers[engagement] = number
    made = dict(session.execute(select(Budget.id, Budget.made_utc)).tuples().all())
    for engagement_id, standing in standings(session, list(numbers), today=today).items():
        if standing.budget_id is None:
            continue
        found = crossings(standing.standing, standing.rule, ())
        days = _crossing_days(session, standing, found, today=today)
        for crossing, day in zip(found, days, strict=True):
            at_utc = max(made[standing.budget_id], _evening(day))
            answered = (today - day).days >= ANSWERED_DAYS
            session.add(
                _alert(standing, engagement_id, crossing, day=day, at_utc=at_utc,
                       note=NOTES.get((numbers[engagement_id], *crossing), USUAL_NOTE) if answered else "",
                       alert=uuid7(at_utc * 1000, source.randbytes(10)))
            )  # fmt: skip


def _crossing_days(
    session: WriteSession, standing: BudgetStanding, found: Sequence[Crossing], *, today: date
) -> list[date]:
    """Return the day of each crossing; that of an EAC lies between the last two of what was used."""
    days = used_by_day(session, standing)
    result: list[date] = []
    for kind, percent in found:
        if kind is BudgetAlertKind.EAC:
            result.append(today - timedelta(days=2))
        else:
            result.append(exhausted_in_past(days, -(-standing.budget * percent // 100)) or today)
    return result


def _alert(  # a row
    standing: BudgetStanding,
    engagement: EngagementId,
    crossing: Crossing,
    *,
    day: date,
    at_utc: int,
    note: str,
    alert: bytes,
) -> BudgetAlert:
    whole = standing.whole
    part = crossing.percent if crossing.kind is BudgetAlertKind.USED else 0
    used = standing.used or 1
    # As much as had come in by then: the part of the budget that was crossed.
    at_minor = min(whole.actual.minor, whole.actual.minor * standing.budget * part // (100 * used)) if part else None
    at_s = min(whole.actual.seconds, whole.actual.seconds * standing.budget * part // (100 * used)) if part else None
    return BudgetAlert(
        id=alert,
        engagement_id=engagement,
        budget_id=standing.budget_id,
        kind=crossing.kind,
        percent=crossing.percent,
        crossed_utc=at_utc,
        crossed_on=day,
        actual_s=whole.actual.seconds if at_s is None else at_s,
        actual_minor=whole.actual.minor if at_minor is None else at_minor,
        eac_minor=whole.eac_minor,
        change_s=0,
        cause="estimate" if crossing.kind is BudgetAlertKind.EAC else "extract",
        acknowledged_utc=at_utc + 2 * HOUR_S if note else None,
        note=note,
    )


def _evening(day: date) -> int:
    return (day - date(1970, 1, 1)).days * 86_400 + 18 * HOUR_S
