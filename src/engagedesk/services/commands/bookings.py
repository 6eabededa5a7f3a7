"""Commands that set people aside for work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from engagedesk.domain.days import check_day
from engagedesk.domain.ids import EngagementId, PersonId, TaskId
from engagedesk.errors import UserError
from engagedesk.models.engagements import Engagement, Task
from engagedesk.models.people import Person
from engagedesk.models.schedule import Booking
from engagedesk.services.command import Command, WriteSession
from engagedesk.services.commands.engagements import assign
from engagedesk.services.commands.plan_parts import percent


@dataclass(frozen=True, slots=True)
class BookingFacts:
    """Who is set aside for what; both days are inclusive, both None = as long as the task runs."""

    person: PersonId
    percent: int = 100
    task: TaskId | None = None
    """None = for the engagement as a whole."""
    starts: date | None = None
    ends: date | None = None


@dataclass(frozen=True)
class AddBooking(Command[bytes]):
    label: ClassVar[str] = "book"

    engagement: EngagementId
    facts: BookingFacts

    def apply(self, session: WriteSession) -> bytes:
        session.one(Engagement, self.engagement)
        values = _values(session, self.engagement, self.facts)
        row = Booking(id=session.new_id(), engagement_id=self.engagement, **values)
        session.add(row)
        return row.id


@dataclass(frozen=True)
class EditBooking(Command[None]):
    label: ClassVar[str] = "edit booking"

    booking: bytes
    facts: BookingFacts
    version: int | None = None

    def apply(self, session: WriteSession) -> None:
        row = session.seen(Booking, self.booking, self.version)
        assign(row, _values(session, EngagementId(row.engagement_id), self.facts))


@dataclass(frozen=True)
class RemoveBooking(Command[None]):
    label: ClassVar[str] = "remove booking"

    booking: bytes

    def apply(self, session: WriteSession) -> None:
        session.delete(session.one(Booking, self.booking))


def _values(session: WriteSession, engagement: EngagementId, facts: BookingFacts) -> dict[str, Any]:
    session.one(Person, facts.person)
    if facts.task is not None and session.one(Task, facts.task).engagement_id != engagement:
        raise UserError("booking.task_of_other")
    if (facts.starts is None) != (facts.ends is None) or (facts.task is None and facts.starts is None):
        raise UserError("booking.days")
    if facts.starts is not None and facts.ends is not None and check_day(facts.starts) > check_day(facts.ends):
        raise UserError("dates.order", starts=facts.starts, ends=facts.ends)
    return {
        "person_id": facts.person,
        "task_id": facts.task,
        "percent": percent(facts.percent, "booking.percent", least=1, most=200),
        "starts": facts.starts,
        "ends": facts.ends,
    }
