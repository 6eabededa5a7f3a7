"""Commands about one engagement's team and its rates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import select

from engagedesk.domain.ids import EngagementId, PersonId
from engagedesk.errors import UserError
from engagedesk.models.engagements import Engagement, TeamMember
from engagedesk.models.people import Person, RateCard, RateLine
from engagedesk.services.command import Command, WriteSession
from engagedesk.services.commands.engagements import assign
from engagedesk.services.commands.people import AddPerson, AddRateCard, AddTeamMember, SetGrade
from engagedesk.services.commands.plans import checked_estimate
from engagedesk.services.commands.text import cleaned, required
from engagedesk.services.posted_value import EVER, engagements_of_card, value_kept


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """A person's part in an engagement."""

    role: str = ""
    starts: date | None = None
    ends: date | None = None
    planned_s: int | None = None


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody whom the store does not know yet. ``grade`` "" = not said."""

    name: str
    grade: str = ""
    email: str = ""
    staff_key: str = ""


@dataclass(frozen=True)
class PutOnTeam(Command[bytes]):
    """Put somebody on an engagement's team; a new person is added in the same step."""

    label: ClassVar[str] = "put on team"

    engagement: EngagementId
    person: PersonId | NewPerson
    facts: MemberFacts

    def apply(self, session: WriteSession) -> bytes:
        facts, person = self.facts, self.person
        if isinstance(person, NewPerson):
            name = required(person.name, "person.name")
            if session.scalar(select(Person.id).where(Person.name == name)) is not None:
                raise UserError("person.exists", name=name)
            person = AddPerson(name, person.grade, email=person.email, staff_key=person.staff_key).apply(session)
        role = cleaned(facts.role, "team.role", limit=200)
        refuse_same_role(session, self.engagement, person, role=role, own=None)
        return AddTeamMember(self.engagement, person, role, facts.starts, facts.ends, facts.planned_s).apply(session)


@dataclass(frozen=True)
class EditTeamMember(Command[None]):
    """Change a person's part in an engagement and, from a day on, their grade."""

    label: ClassVar[str] = "edit team member"

    member: bytes
    facts: MemberFacts
    grade: str = ""
    """"" = it stays."""
    grade_from: date | None = None
    version: int | None = None

    def apply(self, session: WriteSession) -> None:
        row = session.seen(TeamMember, self.member, self.version)
        facts = self.facts
        if facts.starts and facts.ends and facts.starts > facts.ends:
            raise UserError("dates.order", starts=facts.starts, ends=facts.ends)
        role = cleaned(facts.role, "team.role", limit=200)
        refuse_same_role(session, EngagementId(row.engagement_id), PersonId(row.person_id), role=role, own=row.id)
        values = {
            "role": role,
            "starts": facts.starts,
            "ends": facts.ends,
            "planned_s": checked_estimate(facts.planned_s),
        }
        assign(row, values)
        if self.grade.strip() and self.grade_from is not None:
            SetGrade(PersonId(row.person_id), self.grade, self.grade_from).apply(session)


@dataclass(frozen=True)
class UseRateCard(Command[None]):
    """Say which card's rates an engagement takes; None = none."""

    label: ClassVar[str] = "use rate card"

    engagement: EngagementId
    card: bytes | None

    def apply(self, session: WriteSession) -> None:
        if self.card is not None:
            session.one(RateCard, self.card)
        engagement = session.one(Engagement, self.engagement)
        with value_kept(session, [self.engagement], since=EVER):
            assign(engagement, {"rate_card_id": self.card})


@dataclass(frozen=True)
class UseNewRateCard(Command[bytes]):
    """Make a rate card and let an engagement take its rates, in one step."""

    label: ClassVar[str] = "add rate card"

    engagement: EngagementId
    name: str
    currency: str

    def apply(self, session: WriteSession) -> bytes:
        card = AddRateCard(self.name, self.currency).apply(session)
        session.flush()
        UseRateCard(self.engagement, card).apply(session)
        return card


@dataclass(frozen=True)
class RemoveRate(Command[None]):
    label: ClassVar[str] = "remove rate"

    line: bytes

    def apply(self, session: WriteSession) -> None:
        line = session.one(RateLine, self.line)
        with value_kept(session, engagements_of_card(session, line.card_id), since=line.valid_from):
            session.delete(line)


def refuse_same_role(
    session: WriteSession, engagement: EngagementId, person: PersonId, *, role: str, own: bytes | None
) -> None:
    """Refuse a second row for the same person in the same role."""
    there = session.scalar(
        select(TeamMember.id).where(
            TeamMember.engagement_id == engagement, TeamMember.person_id == person, TeamMember.role == role
        )
    )
    if there is not None and there != own:
        raise UserError("team.twice", role=role)
