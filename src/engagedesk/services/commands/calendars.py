"""Commands about who works when: weekly patterns, leave, holidays, overtime, an engagement's closed days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final

from sqlalchemy import select

from engagedesk.domain.days import check_day
from engagedesk.domain.ids import EngagementId, PersonId
from engagedesk.domain.states import CalendarEventKind
from engagedesk.domain.working_time import Week
from engagedesk.errors import UserError
from engagedesk.models.engagements import Engagement
from engagedesk.models.people import Person
from engagedesk.models.schedule import CalendarEvent, WorkPattern
from engagedesk.services.command import Command, WriteSession
from engagedesk.services.commands.engagements import assign
from engagedesk.services.commands.plan_parts import check_person, maybe_day
from engagedesk.services.commands.text import cleaned
from engagedesk.services.holiday_calendar import check_place
from engagedesk.services.queries.plan_calendars import week_to_data

DAY_S: Final = 86_400


@dataclass(frozen=True, slots=True)
class PatternFacts:
    """When somebody works from a day on."""

    valid_from: date
    valid_to: date | None = None
    """Last day, inclusive: the day a person leaves."""
    week: Week | None = None
    """None = the firm's; minutes are kept, seconds are not."""
    country: str = ""
    """For public holidays; "" = the firm's."""
    subdivision: str = ""


@dataclass(frozen=True, slots=True)
class EventFacts:
    """Days that differ; both inclusive."""

    kind: CalendarEventKind
    starts: date
    ends: date
    person: PersonId | None = None
    """None = everybody."""
    engagement: EngagementId | None = None
    """Only work on it is meant; None = all work."""
    day_s: int | None = None
    """Working time of each day; None = none at all."""
    name: str = ""


@dataclass(frozen=True)
class AddWorkPattern(Command[bytes]):
    """Say when somebody works from a day on; ``person`` None = the firm."""

    label: ClassVar[str] = "set working hours"

    person: PersonId | None
    facts: PatternFacts

    def apply(self, session: WriteSession) -> bytes:
        check_person(session, self.person)
        values = _pattern(session, self.person, self.facts, own=None)
        row = WorkPattern(id=session.new_id(), person_id=self.person, **values)
        session.add(row)
        return row.id


@dataclass(frozen=True)
class EditWorkPattern(Command[None]):
    label: ClassVar[str] = "edit working hours"

    pattern: bytes
    facts: PatternFacts
    version: int | None = None

    def apply(self, session: WriteSession) -> None:
        row = session.seen(WorkPattern, self.pattern, self.version)
        person = None if row.person_id is None else PersonId(row.person_id)
        assign(row, _pattern(session, person, self.facts, own=row.id))


@dataclass(frozen=True)
class RemoveWorkPattern(Command[None]):
    label: ClassVar[str] = "remove working hours"

    pattern: bytes

    def apply(self, session: WriteSession) -> None:
        session.delete(session.one(WorkPattern, self.pattern))


@dataclass(frozen=True)
class AddCalendarEvent(Command[bytes]):
    """Enter leave, a holiday, overtime, or days on which an engagement is closed to work."""

    label: ClassVar[str] = "add days"

    facts: EventFacts

    def apply(self, session: WriteSession) -> bytes:
        row = CalendarEvent(id=session.new_id(), **_event(session, self.facts))
        session.add(row)
        return row.id


@dataclass(frozen=True)
class EditCalendarEvent(Command[None]):
    label: ClassVar[str] = "edit days"

    event: bytes
    facts: EventFacts
    version: int | None = None

    def apply(self, session: WriteSession) -> None:
        assign(session.seen(CalendarEvent, self.event, self.version), _event(session, self.facts))


@dataclass(frozen=True)
class RemoveCalendarEvent(Command[None]):
    label: ClassVar[str] = "remove days"

    event: bytes

    def apply(self, session: WriteSession) -> None:
        session.delete(session.one(CalendarEvent, self.event))


def _pattern(
    session: WriteSession, person: PersonId | None, facts: PatternFacts, *, own: bytes | None
) -> dict[str, Any]:
    first, last = check_day(facts.valid_from), maybe_day(facts.valid_to)
    if last is not None and last < first:
        raise UserError("dates.order", starts=first, ends=last)
    same = WorkPattern.person_id.is_(None) if person is None else WorkPattern.person_id == person
    there = session.scalar(select(WorkPattern.id).where(same, WorkPattern.valid_from == first))
    if there is not None and there != own:
        raise UserError("calendar.pattern_twice", day=first)
    country, subdivision = check_place(facts.country, facts.subdivision)
    return {
        "valid_from": first,
        "valid_to": last,
        "country": country,
        "subdivision": subdivision,
        "week": {} if facts.week is None else week_to_data(checked_week(facts.week)),
    }


def checked_week(week: Week) -> Week:
    """Return a week that can be kept; ``UserError`` for stretches that overlap, and for a week without any work."""
    for spans in week:
        last = 0
        for begins, ends in spans:
            if not last <= begins < ends <= DAY_S or begins % 60 or ends % 60:
                raise UserError("calendar.hours")
            last = ends
    if not any(week):
        raise UserError("calendar.no_hours")
    return week


def _event(session: WriteSession, facts: EventFacts) -> dict[str, Any]:
    if check_day(facts.starts) > check_day(facts.ends):
        raise UserError("dates.order", starts=facts.starts, ends=facts.ends)
    if facts.kind is CalendarEventKind.LEAVE and facts.person is None:
        raise UserError("calendar.whose_leave")
    if facts.kind is CalendarEventKind.BLACKOUT and facts.engagement is None:
        raise UserError("calendar.which_engagement")
    if facts.kind is CalendarEventKind.OVERTIME and facts.day_s is None:
        raise UserError("calendar.how_long")
    if facts.day_s is not None and not 0 <= facts.day_s <= DAY_S:
        raise UserError("calendar.day_length")
    if facts.person is not None:
        session.one(Person, facts.person)
    if facts.engagement is not None:
        session.one(Engagement, facts.engagement)
    return {
        "kind": facts.kind,
        "person_id": facts.person,
        "engagement_id": facts.engagement,
        "starts": facts.starts,
        "ends": facts.ends,
        "day_s": facts.day_s,
        "name": cleaned(facts.name, "calendar.name", limit=200),
    }
