"""What was worked on engagements and what it is worth, summed in SQL: own entries, and the others' recorded lines.

Rates, grades, exchange rates and phases change on few days: between two of them an hour of a person has one price.
These stretches are worked out first, handed to one statement each as JSON, and joined with an index that holds all that
a line needs; the store adds up, each line rounded half to even on its own.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from engagedesk.domain.budget import CellKey, Worked
from engagedesk.domain.ids import EngagementId, PersonId
from engagedesk.domain.money import Money, RateCard, RateLine
from engagedesk.domain.person import GradeHeld
from engagedesk.domain.rates import MICRO, FxStep, Pricing, converted
from engagedesk.domain.roll_forward import phase_of_day
from engagedesk.models import people as tables
from engagedesk.models.budgets import Budget, FxRate, PostedRate
from engagedesk.models.engagements import Engagement, Phase
from engagedesk.models.people import PersonGrade
from engagedesk.services import rules

FIRST_DAY: Final = date(1, 1, 1)
LAST_DAY: Final = date(9999, 12, 30)

_AMOUNT: Final = """
 CASE WHEN {n} % 3600 = 0 THEN {n} / 3600 ELSE {n} / 3600 + (({n} > 0) - ({n} < 0))
   * (abs({n} % 3600) > 1800 OR (abs({n} % 3600) = 1800 AND {n} / 3600 % 2 <> 0)) END"""
"""``money.divide_half_even`` over 3600; SQLite's division and remainder cut towards zero. Most lines round nothing."""
_STRETCHES: Final = """
WITH stretch AS MATERIALIZED (
  SELECT value ->> 0 AS k, unhex(value ->> 1) AS engagement, unhex(value ->> 2) AS person,
         value ->> 3 AS first, value ->> 4 AS last, value ->> 5 AS charge, value ->> 6 AS planned
  FROM json_each(:stretches))"""
_NOT_CHARGEABLE: Final = "(SELECT id FROM charge_code WHERE chargeable = 0)"


def _statement(line: str, *, own: bool, posted: bool, converts: bool) -> str:
    """Return the sum over all stretches. ``line`` is the table; the parts that cost are only there where needed."""
    charge = "coalesce(p.charge_minor, s.charge)" if posted else "s.charge"
    amount = _AMOUNT.format(n=f"(l.seconds * {charge})")
    planned = _AMOUNT.format(n=f"(l.seconds * {'coalesce(p.charge_minor, s.planned)' if posted else 's.planned'})")
    if own:
        phase, chargeable = "coalesce(l.phase_id, t.phase_id)", "l.chargeable"
        joins = "LEFT JOIN task t ON t.id = l.task_id AND l.phase_id IS NULL"
        person = ""
    else:
        phase, chargeable, joins = "NULL", f"l.code_id IS NULL OR l.code_id NOT IN {_NOT_CHARGEABLE}", ""
        person = "AND l.person_id = s.person"
    if posted:
        joins += " LEFT JOIN posted_rate p ON p.line_id = l.id"
    return f"""{_STRETCHES}
SELECT s.k, {phase} AS phase, {chargeable} AS chargeable, sum(l.seconds) AS seconds,
       sum({amount}) AS minor, sum(CASE WHEN {charge} IS NULL THEN l.seconds ELSE 0 END) AS unpriced,
       {f"sum({planned})" if converts else "NULL"} AS planned
FROM stretch s CROSS JOIN {line} l
  ON l.engagement_id = s.engagement {person} AND l.work_day BETWEEN s.first AND s.last
{joins}
GROUP BY s.k, 2, 3"""  # noqa: S608  # of our own words only


def _daily_statement(line: str, *, own: bool, posted: bool) -> str:
    """Return the sums of every day: without phases and what else a day's use does not depend on."""
    amount = _AMOUNT.format(n=f"(l.seconds * {'coalesce(p.charge_minor, s.charge)' if posted else 's.charge'})")
    return f"""{_STRETCHES}
SELECT s.engagement, l.work_day AS day, sum(l.seconds) AS seconds, sum({amount}) AS minor
FROM stretch s CROSS JOIN {line} l
  ON l.engagement_id = s.engagement {"" if own else "AND l.person_id = s.person"}
  AND l.work_day BETWEEN s.first AND s.last
{"LEFT JOIN posted_rate p ON p.line_id = l.id" if posted else ""}
GROUP BY 1, 2"""  # noqa: S608  # of our own words only


@dataclass(frozen=True, slots=True)
class PhaseSpan:
    id: bytes
    name: str
    starts: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class Priced:
    """One engagement with what prices its hours."""

    id: EngagementId
    currency: str
    card: bytes | None
    card_currency: str
    phases: tuple[PhaseSpan, ...]
    pricing: Pricing
    fx_micro: int
    """That the newest budget froze."""

    def phase_on(self, day: date) -> bytes | None:
        return phase_of_day([(p.id, p.starts, p.ends) for p in self.phases], day)

    @property
    def phase_cuts(self) -> set[date]:
        cuts = {p.starts for p in self.phases if p.starts is not None}
        return cuts | {p.ends + timedelta(days=1) for p in self.phases if p.ends is not None and p.ends < LAST_DAY}


@dataclass(frozen=True, slots=True)
class Piece:
    """Time of one grade, phase and stretch of days, all of it at one price."""

    engagement: EngagementId
    key: CellKey
    first: date
    """The stretch's first day; the time may lie on any of its days."""
    worked: Worked


@dataclass(slots=True)
class _Stretches:
    """Stretches as the statement takes them, and what each was made for."""

    rows: list[list[Any]] = field(default_factory=list)
    meant: list[tuple[EngagementId, bytes | None, str, date]] = field(default_factory=list)

    def add(
        self, one: Priced, person: PersonId, first: date, last: date, *, cuts: set[date], at_cost: bool = False
    ) -> None:
        for stretch in one.pricing.stretches(person, first, last, cuts=cuts):
            price = stretch.price
            planned = charge = price.cost_minor if at_cost else price.charge_minor
            if one.pricing.converts and price.card_minor is not None:
                planned = converted(price.card_minor, one.fx_micro, base=one.card_currency, quote=one.currency)
            self.rows.append([
                len(self.meant), one.id.hex(), person.hex(), stretch.first.isoformat(), stretch.last.isoformat(),
                charge, planned,
            ])  # fmt: skip
            self.meant.append((one.id, one.phase_on(stretch.first), price.grade, stretch.first))


def priced_engagements(session: Session, ids: Sequence[bytes]) -> dict[EngagementId, Priced]:
    """Return what prices the hours of these engagements."""
    facts = session.execute(
        select(Engagement.id, Engagement.currency, Engagement.rate_card_id).where(Engagement.id.in_(ids))
    ).all()
    cards = {row.id: row.currency for row in session.execute(select(tables.RateCard.id, tables.RateCard.currency))}
    lines: dict[bytes, list[RateLine]] = defaultdict(list)
    wanted = {row.rate_card_id for row in facts if row.rate_card_id is not None}
    query = select(*tables.RateLine.__table__.columns).where(tables.RateLine.card_id.in_(wanted))
    for row in session.execute(query):
        lines[row.card_id].append(
            RateLine(
                row.valid_from,
                Money(row.charge_minor_per_h, cards[row.card_id]),
                Money(row.cost_minor_per_h, cards[row.card_id]),
                row.grade,
                row.person_id,
                row.engagement_id,
            )
        )
    grades = grades_held(session)
    phases: dict[bytes, list[PhaseSpan]] = defaultdict(list)
    for row in session.execute(
        select(Phase.engagement_id, Phase.id, Phase.name, Phase.starts, Phase.ends)
        .where(Phase.engagement_id.in_(ids))
        .order_by(Phase.position, Phase.id)
    ):
        phases[row.engagement_id].append(PhaseSpan(row.id, row.name, row.starts, row.ends))
    fx = fx_steps(session)
    frozen = {
        row.engagement_id: row.fx_micro
        for row in session.execute(
            select(Budget.engagement_id, Budget.fx_micro)
            .where(Budget.engagement_id.in_(ids))
            .order_by(Budget.engagement_id, Budget.number)
        )
    }
    found: dict[EngagementId, Priced] = {}
    for row in facts:
        card_currency = cards.get(row.rate_card_id, row.currency)
        pricing = Pricing(
            EngagementId(row.id),
            RateCard(tuple(lines.get(row.rate_card_id, ()))),
            grades,
            card_currency=card_currency,
            currency=row.currency,
            fx=fx.get((card_currency, row.currency), ()),
        )
        found[EngagementId(row.id)] = Priced(
            EngagementId(row.id),
            row.currency,
            row.rate_card_id,
            card_currency,
            tuple(phases.get(row.id, ())),
            pricing,
            frozen.get(row.id, MICRO),
        )
    return found


def grades_held(session: Session) -> Mapping[bytes, Sequence[GradeHeld]]:
    """Return the grades of everybody, by person."""
    held: dict[bytes, list[GradeHeld]] = defaultdict(list)
    query = select(PersonGrade.person_id, PersonGrade.grade, PersonGrade.valid_from)
    for person, grade, valid_from in session.execute(query):
        held[person].append(GradeHeld(valid_from=valid_from, grade=grade))
    return held


def fx_steps(session: Session) -> Mapping[tuple[str, str], Sequence[FxStep]]:
    """Return the exchange rates that were typed, by card's and billed currency."""
    found: dict[tuple[str, str], list[FxStep]] = defaultdict(list)
    for base, quote, valid_from, micro in session.execute(
        select(FxRate.base, FxRate.quote, FxRate.valid_from, FxRate.micro)
    ):
        found[base, quote].append(FxStep(valid_from, micro))
    return found


def pieces(
    session: Session,
    engagements: Mapping[EngagementId, Priced],
    *,
    cuts: Iterable[date] = (),
    between: Mapping[EngagementId, tuple[date, date]] | None = None,
    at_cost: bool = False,
) -> Iterator[Piece]:
    """Yield what was worked, own entries and the team's lines, own hours never counted twice.

    No piece reaches over a day of ``cuts``; ``between`` leaves out what lies outside the two days of its engagement,
    both inclusive; ``at_cost`` takes the cost rate.
    """
    if not engagements:
        return
    cut = set(cuts)
    posted = not at_cost and session.scalar(select(PostedRate.id).limit(1)) is not None
    for own in (True, False):
        stretches = _Stretches()
        for engagement, person, begins, ends in _workers(session, engagements, own=own):
            one = engagements[engagement]
            if between is not None:
                first, last = between[engagement]
                begins, ends = max(begins, first), min(ends, last)  # noqa: PLW2901  # what is left of it
            if begins <= ends:
                stretches.add(one, person, begins, ends, cuts=cut | one.phase_cuts, at_cost=at_cost)
        converts = any(one.pricing.converts for one in engagements.values())
        line = "time_entry" if own else "recorded_line"
        statement = text(_statement(line, own=own, posted=posted, converts=converts))
        for row in session.execute(statement, {"stretches": json.dumps(stretches.rows)}):
            engagement, phase, grade, since = stretches.meant[row.k]
            minor = int(row.minor or 0)
            yield Piece(
                engagement,
                CellKey(row.phase or phase, grade),
                since,
                Worked(
                    int(row.seconds or 0),
                    minor,
                    minor if row.chargeable else 0,
                    int(row.unpriced or 0),
                    int(row.planned or 0) if converts else minor,
                ),
            )


def used_daily(
    session: Session, engagements: Mapping[EngagementId, Priced]
) -> dict[EngagementId, dict[date, tuple[int, int]]]:
    """Return what was worked on each day, in seconds and minor units; the days in no order."""
    found: dict[EngagementId, dict[date, tuple[int, int]]] = defaultdict(dict)
    if not engagements:
        return found
    posted = session.scalar(select(PostedRate.id).limit(1)) is not None
    for own in (True, False):
        stretches = _Stretches()
        for engagement, person, begins, ends in _workers(session, engagements, own=own):
            stretches.add(engagements[engagement], person, begins, ends, cuts=set())
        statement = text(_daily_statement("time_entry" if own else "recorded_line", own=own, posted=posted))
        for one, day, seconds, minor in session.execute(statement, {"stretches": json.dumps(stretches.rows)}):
            days, key = found[EngagementId(one)], date.fromisoformat(day)
            before = days.get(key, (0, 0))
            days[key] = (before[0] + int(seconds or 0), before[1] + int(minor or 0))
    return found


def _workers(
    session: Session, engagements: Mapping[EngagementId, Priced], *, own: bool
) -> list[tuple[EngagementId, PersonId, date, date]]:
    """Return who worked on what, with their first and last day."""
    mine = rules.my_id(session) or b""
    ids = json.dumps([one.hex() for one in engagements])
    if own:
        query = """
            SELECT e.id AS engagement, :me AS person,
                   (SELECT min(work_day) FROM time_entry WHERE engagement_id = e.id) AS first,
                   (SELECT max(work_day) FROM time_entry WHERE engagement_id = e.id) AS last
            FROM engagement e WHERE e.id IN (SELECT unhex(value) FROM json_each(:ids))"""
    else:
        query = """
            SELECT e.id AS engagement, p.id AS person,
                   (SELECT min(work_day) FROM recorded_line WHERE engagement_id = e.id AND person_id = p.id) AS first,
                   (SELECT max(work_day) FROM recorded_line WHERE engagement_id = e.id AND person_id = p.id) AS last
            FROM engagement e CROSS JOIN person p
            WHERE e.id IN (SELECT unhex(value) FROM json_each(:ids)) AND p.id <> :me"""
    return [
        (
            EngagementId(row.engagement),
            PersonId(row.person),
            date.fromisoformat(row.first),
            date.fromisoformat(row.last),
        )
        for row in session.execute(text(query), {"ids": ids, "me": mine})
        if row.first is not None
    ]


def by_cell(found: Iterable[Piece]) -> dict[EngagementId, dict[CellKey, Worked]]:
    """Add pieces up by engagement and cell."""
    totals: dict[EngagementId, dict[CellKey, Worked]] = defaultdict(dict)
    for piece in found:
        cells = totals[piece.engagement]
        cells[piece.key] = cells.get(piece.key, Worked()) + piece.worked
    return totals
