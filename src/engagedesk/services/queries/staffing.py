"""What the forms about people's time show: who there is and works when, what is booked, and what a booking would do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engagedesk.domain.capacity import Load, capacity, last_day_of, weeks_between
from engagedesk.domain.civil import day_of
from engagedesk.domain.ids import EngagementId, PersonId, PlanItemId
from engagedesk.domain.plan import PersonWeek
from engagedesk.domain.working_time import week_lengths
from engagedesk.models.engagements import Client, Engagement
from engagedesk.models.people import Person
from engagedesk.services.commands.bookings import BookingFacts
from engagedesk.services.holiday_calendar import places as known_places
from engagedesk.services.holiday_calendar import subdivision_name
from engagedesk.services.queries.plan_book import BookingFact, PlanBook, plan_book, rebooked
from engagedesk.services.queries.plan_calendars import Calendars, OffDays, calendars
from engagedesk.services.queries.plan_forms import PatternPart, work_patterns
from engagedesk.services.queries.plan_load import booking_span, loads_of
from engagedesk.services.queries.selects import client_label

MOST_WEEKS = 104
"""So far a form looks along a booking."""
NEW = b""
"""The id of a booking that is not kept yet."""


@dataclass(frozen=True, slots=True)
class StaffPerson:
    id: PersonId
    name: str
    is_me: bool


@dataclass(frozen=True, slots=True)
class Staff:
    """People, and when they and the firm work."""

    today: date
    people: tuple[StaffPerson, ...]
    """The person at this computer first, then by name."""
    patterns: tuple[PatternPart, ...]
    """The firm's first, each person's from the oldest on."""
    days: tuple[OffDays, ...]
    """The calendar events, oldest first."""
    calendars: Calendars
    places: Mapping[str, tuple[tuple[str, str], ...]]
    """Countries with the code and name of their subdivisions; {} where nobody asked for them."""
    engagement: tuple[EngagementId, str] | None = None
    """The one that was asked for, with the client's label and its title."""


@dataclass(frozen=True, slots=True)
class BookingDesk:
    """What a form about bookings shows."""

    staff: Staff
    book: PlanBook
    engagement: EngagementId
    title: str
    """The client's label and the engagement's title."""
    task: PlanItemId | None
    """None = bookings for the engagement as a whole."""
    name: str
    """The task's."""

    @property
    def bookings(self) -> tuple[BookingFact, ...]:
        """Return what is booked on the task, or on the engagement as a whole."""
        return tuple(b for b in self.book.bookings if b.engagement == self.engagement and b.task == self.task)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a booking would make of somebody's weeks, from this one on."""

    weeks: tuple[PersonWeek, ...]
    """Those that it takes time of."""
    away: tuple[OffDays, ...]
    """Days within it on which the person is away."""
    nothing: bool = False
    """It has no days ahead."""


@dataclass(frozen=True, slots=True)
class FirmCalendar:
    """What the firm's calendar says today."""

    week_s: int
    """Working time of a week."""
    own_hours: bool
    """They are set here; False = they are the firm profile's."""
    since: date | None
    """From when its pattern holds; None = there is none."""
    country: str
    subdivision: str
    """Its name; "" = the whole country."""
    days: tuple[OffDays, ...]
    """The firm's own days that are not over, oldest first."""


def firm_calendar(session: Session, *, today: date) -> FirmCalendar:
    """Return what the firm's calendar says today, for a summary."""
    found = calendars(session, today=today)
    rows = [one for one in work_patterns(session) if one.person is None]
    holds = [one.facts for one in rows if one.facts.valid_from <= today <= (one.facts.valid_to or today)]
    now = holds[-1] if holds else None
    return FirmCalendar(
        week_s=sum(week_lengths(found.firm_week(today))),
        own_hours=now is not None and now.week is not None,
        since=None if now is None else now.valid_from,
        country="" if now is None else now.country,
        subdivision=subdivision_name(now.country, now.subdivision) if now is not None and now.subdivision else "",
        days=tuple(one for one in found.events if one.person is None and one.engagement is None and one.ends >= today),
    )


def staff(session: Session, engagement: EngagementId | None = None, *, today: date, places: bool = False) -> Staff:
    """Return people and calendars; with ``places`` also the countries, which take a moment to load."""
    rows = session.execute(
        select(Person.id, Person.name, Person.is_me).order_by(Person.is_me.desc(), func.lower(Person.name), Person.id)
    )
    found = calendars(session, today=today)
    title = None if engagement is None else _title(session, engagement)
    return Staff(
        today,
        tuple(StaffPerson(PersonId(row.id), row.name, row.is_me) for row in rows),
        work_patterns(session),
        found.events,
        found,
        known_places() if places else {},
        None if engagement is None or title is None else (engagement, title),
    )


def booking_desk(
    session: Session, engagement: EngagementId, task: PlanItemId | None, *, today: date
) -> BookingDesk | None:
    """Return what the form about bookings shows; None where the engagement or the task went meanwhile."""
    people = staff(session, today=today)
    book = plan_book(session, today=today, shared=people.calendars)
    title = _title(session, engagement)
    if title is None or engagement not in book.engagements or (task is not None and task not in book.items):
        return None
    return BookingDesk(people, book, engagement, title, task, "" if task is None else book.items[task].name)


def outcome_of(desk: BookingDesk, facts: BookingFacts, *, instead: bytes | None = None) -> Outcome:
    """Return what a booking would make of its person's weeks; ``instead`` is the one that it takes the place of.

    It only reads, in whatever thread. A task without a place of its own becomes shorter or longer by it.
    """
    book = desk.book
    planned = BookingFact(NEW, desk.engagement, desk.task, facts.person, facts.percent, facts.starts, facts.ends, 0)
    bookings = (*(one for one in book.bookings if one.id != instead), planned)
    if desk.task is not None and desk.task in book.items:
        book = rebooked(book, bookings, desk.task)
    else:
        book = replace(book, bookings=bookings)
    span = booking_span(book, planned)
    task = None if desk.task is None else book.items.get(desk.task)
    if span is None or span[0] >= span[1] or (task is not None and task.is_done):
        return Outcome((), (), nothing=True)
    loads = loads_of(book)
    own = Load(facts.person, desk.engagement, desk.task, *span, percent=facts.percent)
    # What is over cannot be planned otherwise.
    first, last = max(day_of(own.starts), book.today), last_day_of(own)
    if last < first:
        return Outcome((), (), nothing=True)
    weeks = weeks_between(first, min(last, first + timedelta(weeks=MOST_WEEKS)))
    gone = book.calendars.gone(facts.person)
    rows, _ = capacity(
        [facts.person], loads, book.calendars.of, weeks=weeks, gone={} if gone is None else {facts.person: gone}
    )
    away = tuple(days for days in book.calendars.away(facts.person) if days.starts <= last and days.ends >= first)
    return Outcome(tuple(row for row in rows if row.booked_s), away)


def _title(session: Session, engagement: EngagementId) -> str | None:
    row = session.execute(
        select(client_label.label("client"), Engagement.title)
        .join(Client, Client.id == Engagement.client_id)
        .where(Engagement.id == engagement)
    ).one_or_none()
    return None if row is None else f"{row.client} · {row.title}"
