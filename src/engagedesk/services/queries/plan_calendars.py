"""Everybody's working time, read from patterns, calendar events, public holidays and the firm's standard hours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from engagedesk.domain.civil import FIRST_DAY, LAST_DAY
from engagedesk.domain.firm_profile import FirmProfile
from engagedesk.domain.states import CalendarEventKind
from engagedesk.domain.working_time import DayEvent, PatternFrom, Spans, Week, WorkCalendar, week_of_lengths
from engagedesk.models.schedule import CalendarEvent, WorkPattern
from engagedesk.services import rules
from engagedesk.services.queries.kept_holidays import YEARS_BEFORE, KeptHolidays, kept_holidays, years_around


@dataclass(frozen=True, slots=True)
class OffDays:
    """Days on which somebody, or everybody, works differently."""

    kind: CalendarEventKind
    person: bytes | None
    """None = everybody."""
    engagement: bytes | None
    """None = all work."""
    starts: date
    ends: date
    name: str
    day_s: int | None
    """Working time of each day; None = none for a holiday, leave and blackout."""
    event: bytes | None
    """The calendar event's id; None = a public holiday or the firm's standard day, which no event holds."""
    version: int = 0


@dataclass(frozen=True, slots=True)
class PatternRow:
    """A stretch of somebody's pattern: None as ``week`` = the firm's."""

    starts: date
    ends: date
    week: Week | None
    country: str
    subdivision: str


class Calendars:
    """The calendars of one store at one time; those that are alike are one object."""

    def __init__(
        self,
        profile: FirmProfile,
        patterns: Mapping[bytes | None, Sequence[PatternRow]],
        events: Sequence[OffDays],
        *,
        holidays: KeptHolidays,
        today: date,
    ) -> None:
        self._profile = profile
        self._patterns = patterns
        self._holidays = holidays
        self._years = years_around(today)
        self._public_days: dict[bytes | None, tuple[OffDays, ...]] = {}
        self._events: dict[tuple[bytes | None, bytes | None], list[OffDays]] = defaultdict(list)
        for event in events:
            self._events[event.person, event.engagement].append(event)
        self._made: dict[tuple[bytes | None, bytes | None], WorkCalendar] = {}
        self._firm_rows = tuple(patterns.get(None, ()))
        self.firm_days: tuple[OffDays, ...] = (*self._public(None), *self._standard_days())
        self.events: tuple[OffDays, ...] = tuple(events)

    @property
    def firm(self) -> WorkCalendar:
        """Return the calendar of whoever has none of their own."""
        return self.of(None)

    def of(self, person: bytes | None, engagement: bytes | None = None) -> WorkCalendar:
        """Return when somebody works; with an engagement also without the days on which it is closed to work."""
        own = person is not None and (person in self._patterns or (person, None) in self._events)
        closed = engagement is not None and (
            (None, engagement) in self._events or (own and (person, engagement) in self._events)
        )
        if person is not None and engagement is not None and (person, engagement) in self._events:
            own = closed = True
        key = (person if own else None, engagement if closed else None)
        if key not in self._made:
            self._made[key] = self._make(*key)
        return self._made[key]

    def firm_week(self, day: date) -> Week:
        """Return the week that the firm follows on a day, without holidays and what else differs."""
        return self._firm_week(day)

    def free_weekdays(self) -> tuple[int, ...]:
        """Return the weekdays on which the firm does not work, 0 Monday to 6 Sunday."""
        week = self._firm_week(date(self._years[YEARS_BEFORE], 7, 1))
        return tuple(number for number, spans in enumerate(week) if not spans)

    def gone(self, person: bytes) -> date | None:
        """Return the last day on which somebody is there; None = they stay."""
        rows = self._patterns.get(person)
        return rows[-1].ends if rows and rows[-1].ends < LAST_DAY else None

    def away(self, person: bytes) -> tuple[OffDays, ...]:
        """Return the whole days on which somebody does not work at all: leave, and their own holidays."""
        kinds = (CalendarEventKind.LEAVE, CalendarEventKind.HOLIDAY)
        return tuple(e for e in self._events.get((person, None), ()) if e.kind in kinds and not e.day_s)

    def public_of(self, person: bytes) -> tuple[OffDays, ...]:
        """Return the public holidays of somebody who has a country of their own."""
        return self._public(person) if any(row.country for row in self._patterns.get(person, ())) else ()

    def _make(self, person: bytes | None, engagement: bytes | None) -> WorkCalendar:
        rows = self._patterns.get(person, ()) if person is not None else ()
        patterns = [*self._firm_weeks()]
        for row in rows:
            week = row.week
            inside = self._firm_weeks(row.starts, row.ends) if week is None else [PatternFrom(row.starts, week)]
            patterns = [
                *(one for one in patterns if one.since is None or not row.starts <= one.since <= row.ends),
                *inside,
            ]
            if row.ends < LAST_DAY:
                after = row.ends + timedelta(days=1)
                if not any(one.since == after for one in patterns):
                    patterns.append(PatternFrom(after, self._firm_week(after)))
        events = [*self._shared_days(rows), *self._events.get((None, None), ())]
        if person is not None:
            events += [*self._public(person), *self._events.get((person, None), ())]
        if engagement is not None:
            events += self._events.get((None, engagement), ())
            if person is not None:
                events += self._events.get((person, engagement), ())
        return _made(tuple(patterns), tuple(DayEvent(e.kind, e.starts, e.ends, e.day_s) for e in events))

    def _firm_weeks(self, first: date = FIRST_DAY, last: date = LAST_DAY) -> list[PatternFrom]:
        """Return the firm's weeks inside two days, the first of them from the first day on."""
        since = None if first == FIRST_DAY else first
        found = [PatternFrom(since, self._firm_week(first))]
        for row in self._firm_rows:
            if first < row.starts <= last:
                found.append(PatternFrom(row.starts, self._firm_week(row.starts)))
            if first <= row.ends < last:
                after = row.ends + timedelta(days=1)
                found.append(PatternFrom(after, self._firm_week(after)))
        return found

    def _firm_week(self, day: date) -> Week:
        for row in reversed(self._firm_rows):
            if row.starts <= day <= row.ends and row.week is not None:
                return row.week
        return week_of_lengths(self._profile.standard_week_s)

    def _shared_days(self, rows: Sequence[PatternRow]) -> list[OffDays]:
        """Return the firm's days that count for somebody: outside the stretches in which they have another country."""
        elsewhere = [row for row in rows if row.country]
        return [e for e in self.firm_days if not any(row.starts <= e.starts <= row.ends for row in elsewhere)]

    def _public(self, person: bytes | None) -> tuple[OffDays, ...]:
        if person not in self._public_days:
            self._public_days[person] = tuple(
                OffDays(CalendarEventKind.HOLIDAY, person, None, one.day, one.day, one.name, None, None)
                for row in self._patterns.get(person, ())
                if row.country
                for year in self._years
                for one in self._holidays.of(row.country, row.subdivision, year)
                if row.starts <= one.day <= row.ends
            )
        return self._public_days[person]

    def _standard_days(self) -> tuple[OffDays, ...]:
        usual = self._profile.standard_week_s
        public = {one.starts for one in self._public(None)}
        return tuple(
            OffDays(
                CalendarEventKind.HOLIDAY if seconds <= usual[day.weekday()] else CalendarEventKind.OVERTIME,
                None,
                None,
                day,
                day,
                "",
                seconds or None,
                None,
            )
            for day, seconds in sorted(self._profile.standard_days_s.items())
            # A holiday by name says all that an unnamed one would.
            if seconds != usual[day.weekday()] and not (seconds == 0 and day in public)
        )


@lru_cache(maxsize=512)
def _made(patterns: tuple[PatternFrom, ...], events: tuple[DayEvent, ...]) -> WorkCalendar:
    """Return a calendar; the plan is read again and again, and people's hours seldom change between."""
    return WorkCalendar(patterns, events)


def calendars(session: Session, *, today: date) -> Calendars:
    """Read everybody's calendars."""
    patterns: dict[bytes | None, list[PatternRow]] = defaultdict(list)
    rows = session.execute(
        select(
            WorkPattern.person_id,
            WorkPattern.valid_from,
            WorkPattern.valid_to,
            WorkPattern.country,
            WorkPattern.subdivision,
            WorkPattern.week,
        ).order_by(WorkPattern.valid_from)
    )
    for row in rows:
        there = patterns[row.person_id]
        if there and there[-1].ends >= row.valid_from:
            # The later one wins from its day on.
            last = there.pop()
            there.append(
                PatternRow(last.starts, row.valid_from - timedelta(days=1), last.week, last.country, last.subdivision)
            )
        there.append(
            PatternRow(row.valid_from, row.valid_to or LAST_DAY, week_from_data(row.week), row.country, row.subdivision)
        )
    profile, events = rules.firm_profile(session), off_days(session)
    return Calendars(profile, patterns, events, holidays=kept_holidays(session), today=today)


def off_days(session: Session) -> tuple[OffDays, ...]:
    """Return the calendar events, oldest first."""
    columns = CalendarEvent.__table__.columns
    rows = session.execute(select(*columns).order_by(CalendarEvent.starts, CalendarEvent.id))
    return tuple(
        OffDays(r.kind, r.person_id, r.engagement_id, r.starts, r.ends, r.name, r.day_s, r.id, r.version) for r in rows
    )


def week_from_data(data: Mapping[str, Any]) -> Week | None:
    """Return the week that a pattern's data holds; None for the firm's."""
    if not data:
        return None
    days: list[Spans] = [tuple((int(a) * 60, int(b) * 60) for a, b in data.get(str(n), ())) for n in range(7)]
    return (days[0], days[1], days[2], days[3], days[4], days[5], days[6])


def week_to_data(week: Week) -> dict[str, Any]:
    """Return a week as a pattern keeps it: minutes after midnight, working days only."""
    return {str(n): [[a // 60, b // 60] for a, b in spans] for n, spans in enumerate(week) if spans}
