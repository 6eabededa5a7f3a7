"""Rate cards as a whole: their names, a copy, and next year's prices for all of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import select

from engagedesk.domain.money import divide_half_even
from engagedesk.domain.rates import MOST_CHARGE_MINOR
from engagedesk.errors import UserError
from engagedesk.models.people import RateCard, RateLine
from engagedesk.services.command import Command, WriteSession
from engagedesk.services.commands.engagements import assign
from engagedesk.services.commands.people import free_card_name
from engagedesk.services.posted_value import engagements_of_card, value_kept

LOWEST_PER_MILLE = -500
HIGHEST_PER_MILLE = 1_000


@dataclass(frozen=True)
class RenameRateCard(Command[None]):
    label: ClassVar[str] = "rename rate card"

    card: bytes
    name: str
    version: int | None = None

    def apply(self, session: WriteSession) -> None:
        row = session.seen(RateCard, self.card, self.version)
        assign(row, {"name": free_card_name(session, self.name, card=self.card)})


@dataclass(frozen=True)
class CopyRateCard(Command[bytes]):
    """Make a card with the rates of another; what holds for one engagement alone stays with that one's card."""

    label: ClassVar[str] = "copy rate card"

    card: bytes
    name: str

    def apply(self, session: WriteSession) -> bytes:
        given = session.one(RateCard, self.card)
        name = free_card_name(session, self.name)
        made = RateCard(id=session.new_id(), name=name, currency=given.currency)
        session.add(made)
        session.flush()
        for line in _lines(session, self.card):
            session.add(_line(session, line, card=made.id, valid_from=line.valid_from))
        return made.id


@dataclass(frozen=True)
class RaiseRates(Command[int]):
    """Give every rate of a card a new price from a day on, so many thousandths more (or less); answers how many.

    Earlier days keep theirs, and so do posted lines. A rate that begins on that day already stays as it is.
    """

    label: ClassVar[str] = "raise rates"

    card: bytes
    valid_from: date
    per_mille: int

    def apply(self, session: WriteSession) -> int:
        session.one(RateCard, self.card)
        if not LOWEST_PER_MILLE <= self.per_mille <= HIGHEST_PER_MILLE:
            raise UserError("rate.raise_range")
        holding: dict[tuple[str, bytes | None], RateLine] = {}
        for line in _lines(session, self.card):
            if line.valid_from <= self.valid_from:
                holding[line.grade, line.person_id] = line
        earlier = [line for line in holding.values() if line.valid_from < self.valid_from]
        if not earlier:
            raise UserError("rate.none_before", day=self.valid_from)
        with value_kept(session, engagements_of_card(session, self.card), since=self.valid_from):
            for line in earlier:
                made = _line(session, line, card=self.card, valid_from=self.valid_from)
                made.charge_minor_per_h = self._raised(line.charge_minor_per_h)
                made.cost_minor_per_h = self._raised(line.cost_minor_per_h)
                session.add(made)
        return len(earlier)

    def _raised(self, minor: int) -> int:
        found = divide_half_even(minor * (1_000 + self.per_mille), 1_000)
        if found > MOST_CHARGE_MINOR:
            raise UserError("rate.too_high")
        return found


def _lines(session: WriteSession, card: bytes) -> list[RateLine]:
    """Return a card's rates that hold for every engagement, oldest first."""
    query = (
        select(RateLine)
        .where(RateLine.card_id == card, RateLine.engagement_id.is_(None))
        .order_by(RateLine.valid_from, RateLine.id)
    )
    return list(session.scalars(query))


def _line(session: WriteSession, given: RateLine, *, card: bytes, valid_from: date) -> RateLine:
    return RateLine(
        id=session.new_id(),
        card_id=card,
        grade=given.grade,
        valid_from=valid_from,
        engagement_id=None,
        person_id=given.person_id,
        charge_minor_per_h=given.charge_minor_per_h,
        cost_minor_per_h=given.cost_minor_per_h,
    )
