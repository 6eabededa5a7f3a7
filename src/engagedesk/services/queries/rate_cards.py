"""Every rate card with its rates, for the sheet that keeps them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engagedesk.domain.firm_profile import RateSight
from engagedesk.domain.ids import PersonId
from engagedesk.models.engagements import Engagement
from engagedesk.models.people import Person, RateCard, RateLine
from engagedesk.services import rules
from engagedesk.services.queries.engagement_book import RatePart, grades_known
from engagedesk.services.queries.engagements import LISTED


@dataclass(frozen=True, slots=True)
class CardRow:
    """One rate card. Its rates hold for every engagement that takes it; those of one engagement are not among them."""

    id: bytes
    version: int
    name: str
    currency: str
    used_by: int
    """Engagements that are not ended."""
    rates: tuple[RatePart, ...]
    """The best paid grade first, of one grade the newest first."""

    @property
    def label(self) -> str:
        return self.name if self.currency in self.name else f"{self.name}, {self.currency}"


@dataclass(frozen=True, slots=True)
class RateCards:
    cards: tuple[CardRow, ...]
    """By name; without rates where the firm profile hides them."""
    sight: RateSight
    grades: tuple[str, ...]
    people: tuple[tuple[PersonId, str], ...]
    today: date


def rate_card_list(session: Session, *, today: date) -> RateCards:
    """Return all cards."""
    sight = rules.firm_profile(session).rates
    used: dict[bytes, int] = {
        row[0]: row[1]
        for row in session.execute(
            select(Engagement.rate_card_id, func.count())
            .where(Engagement.rate_card_id.is_not(None), Engagement.state.in_(LISTED))
            .group_by(Engagement.rate_card_id)
        )
    }
    cards = session.execute(
        select(RateCard.id, RateCard.version, RateCard.name, RateCard.currency).order_by(
            func.lower(RateCard.name), RateCard.id
        )
    ).all()
    currencies = {row.id: row.currency for row in cards}
    rates: dict[bytes, list[RatePart]] = defaultdict(list)
    query = (
        select(*RateLine.__table__.columns, Person.name.label("person"))
        .outerjoin(Person, Person.id == RateLine.person_id)
        .where(RateLine.engagement_id.is_(None))
        .order_by(RateLine.valid_from.desc(), RateLine.id)
    )
    for row in session.execute(query) if sight is not RateSight.NOBODY else ():
        rates[row.card_id].append(
            RatePart(
                row.id,
                row.version,
                row.grade,
                None if row.person_id is None else PersonId(row.person_id),
                row.person or "",
                row.valid_from,
                currencies[row.card_id],
                row.charge_minor_per_h,
                row.cost_minor_per_h if sight is RateSight.EVERYTHING else None,
                here=False,
            )
        )
    people = session.execute(select(Person.id, Person.name).order_by(func.lower(Person.name), Person.id))
    return RateCards(
        tuple(
            CardRow(row.id, row.version, row.name, row.currency, used.get(row.id, 0), _ordered(rates.get(row.id, [])))
            for row in cards
        ),
        sight,
        grades_known(session),
        tuple((PersonId(row.id), row.name) for row in people),
        today,
    )


def _ordered(rates: list[RatePart]) -> tuple[RatePart, ...]:
    """Order by what a grade is paid last, so that its earlier rates stand below it; one person's below the grade's."""
    paid: dict[str, int] = {}
    for rate in rates:
        paid.setdefault(rate.grade, rate.charge_minor_per_h)
    return tuple(sorted(rates, key=lambda r: (-paid[r.grade], r.grade.casefold(), r.person.casefold())))
