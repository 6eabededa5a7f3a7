"""Commands about persons, grades, teams and rates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import select

from engagedesk.domain.ids import EngagementId, PersonId
from engagedesk.domain.rates import MOST_CHARGE_MINOR
from engagedesk.errors import UserError
from engagedesk.models.engagements import Engagement, TeamMember
from engagedesk.models.people import Person, PersonGrade, RateCard, RateLine
from engagedesk.services.command import Command, WriteSession
from engagedesk.services.commands.engagements import currency_code
from engagedesk.services.commands.plans import checked_estimate
from engagedesk.services.commands.text import cleaned, required
from engagedesk.services.posted_value import engagements_of_card, engagements_with_card, value_kept


@dataclass(frozen=True)
class AddPerson(Command[PersonId]):
    """Add somebody; the first ``is_me`` person is the owner of the store."""

    label: ClassVar[str] = "add person"

    name: str
    grade: str = ""
    grade_from: date = date(2000, 1, 1)
    email: str = ""
    staff_key: str = ""
    is_me: bool = False

    def apply(self, session: WriteSession) -> PersonId:
        name = required(self.name, "person.name")
        if self.is_me and session.scalar(select(Person.id).where(Person.is_me)) is not None:
            raise UserError("person.me_exists")
        person = Person(
            id=session.new_id(),
            name=name,
            email=cleaned(self.email, "person.email", limit=320),
            staff_key=cleaned(self.staff_key, "person.staff_key", limit=100),
            is_me=self.is_me,
        )
        session.add(person)
        if grade := cleaned(self.grade, "person.grade", limit=100):
            session.add(PersonGrade(id=session.new_id(), person_id=person.id, grade=grade, valid_from=self.grade_from))
        return PersonId(person.id)


@dataclass(frozen=True)
class SetGrade(Command[None]):
    """Say which grade a person holds from a day on."""

    label: ClassVar[str] = "set grade"

    person: PersonId
    grade: str
    valid_from: date

    def apply(self, session: WriteSession) -> None:
        session.one(Person, self.person)
        grade = required(self.grade, "person.grade")
        held = session.scalar(
            select(PersonGrade).where(PersonGrade.person_id == self.person, PersonGrade.valid_from == self.valid_from)
        )
        with value_kept(session, engagements_with_card(session), since=self.valid_from):
            if held is None:
                session.add(
                    PersonGrade(id=session.new_id(), person_id=self.person, grade=grade, valid_from=self.valid_from)
                )
            else:
                held.grade = grade


@dataclass(frozen=True)
class AddTeamMember(Command[bytes]):
    """Put a person on an engagement's team in a role."""

    label: ClassVar[str] = "add team member"

    engagement: EngagementId
    person: PersonId
    role: str = ""
    starts: date | None = None
    ends: date | None = None
    planned_s: int | None = None

    def apply(self, session: WriteSession) -> bytes:
        session.one(Engagement, self.engagement)
        session.one(Person, self.person)
        if self.starts and self.ends and self.starts > self.ends:
            raise UserError("dates.order", starts=self.starts, ends=self.ends)
        member = TeamMember(
            id=session.new_id(),
            engagement_id=self.engagement,
            person_id=self.person,
            role=cleaned(self.role, "team.role", limit=200),
            starts=self.starts,
            ends=self.ends,
            planned_s=checked_estimate(self.planned_s),
        )
        session.add(member)
        return member.id


@dataclass(frozen=True)
class RemoveTeamMember(Command[None]):
    label: ClassVar[str] = "remove team member"

    member: bytes

    def apply(self, session: WriteSession) -> None:
        session.delete(session.one(TeamMember, self.member))


@dataclass(frozen=True)
class AddRateCard(Command[bytes]):
    label: ClassVar[str] = "add rate card"

    name: str
    currency: str

    def apply(self, session: WriteSession) -> bytes:
        name = free_card_name(session, self.name)
        card = RateCard(id=session.new_id(), name=name, currency=currency_code(self.currency))
        session.add(card)
        return card.id


def free_card_name(session: WriteSession, name: str, *, card: bytes | None = None) -> str:
    """Return the cleaned name; ``UserError`` where another card has it: nobody could tell the two apart."""
    clean = required(name, "rate_card.name")
    others = select(RateCard.name).where(RateCard.id != (card or b""))
    if clean.casefold() in {one.casefold() for one in session.scalars(others)}:
        raise UserError("rate_card.exists", name=clean)
    return clean


@dataclass(frozen=True)
class SetRate(Command[bytes]):
    """Set the rate of a grade from a day on, in minor units an hour; earlier days and posted lines keep theirs."""

    label: ClassVar[str] = "set rate"

    card: bytes
    grade: str
    valid_from: date
    charge_minor_per_h: int
    cost_minor_per_h: int | None
    """None = as it is; 0 for a new rate. Whoever may not see the cost does not change it."""
    engagement: EngagementId | None = None
    person: PersonId | None = None

    def apply(self, session: WriteSession) -> bytes:
        session.one(RateCard, self.card)
        if self.charge_minor_per_h < 0 or (self.cost_minor_per_h or 0) < 0:
            raise UserError("rate.negative")
        if max(self.charge_minor_per_h, self.cost_minor_per_h or 0) > MOST_CHARGE_MINOR:
            raise UserError("rate.too_high")
        grade = required(self.grade, "person.grade")
        line = session.scalar(
            select(RateLine).where(
                RateLine.card_id == self.card,
                RateLine.grade == grade,
                RateLine.valid_from == self.valid_from,
                RateLine.engagement_id.is_(self.engagement)
                if self.engagement is None
                else RateLine.engagement_id == self.engagement,
                RateLine.person_id.is_(self.person) if self.person is None else RateLine.person_id == self.person,
            )
        )
        with value_kept(session, engagements_of_card(session, self.card), since=self.valid_from):
            if line is None:
                line = RateLine(
                    id=session.new_id(),
                    card_id=self.card,
                    grade=grade,
                    valid_from=self.valid_from,
                    engagement_id=self.engagement,
                    person_id=self.person,
                    charge_minor_per_h=self.charge_minor_per_h,
                    cost_minor_per_h=self.cost_minor_per_h or 0,
                )
                session.add(line)
            else:
                line.charge_minor_per_h = self.charge_minor_per_h
                if self.cost_minor_per_h is not None:
                    line.cost_minor_per_h = self.cost_minor_per_h
        return line.id
