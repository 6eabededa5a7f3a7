"""The firm's calendar in a line or two."""

from __future__ import annotations

from typing import Final

from engagedesk.domain.states import CalendarEventKind
from engagedesk.services.queries.staffing import FirmCalendar
from engagedesk.ui.country_names import country_names
from engagedesk.ui.format import days_short, quarter_hours
from engagedesk.ui.words import tr

NAMED: Final = 3
"""So many of the days are named; the others are counted."""


def firm_week_words(calendar: FirmCalendar) -> str:
    """Return the hours of a week, and whose public holidays are free."""
    hours = quarter_hours(calendar.week_s)
    if not calendar.country:
        words = tr("FirmCalendar", "Now: {hours} h a week; no public holidays. Choose a country to have them.")
        return words.format(hours=hours)
    country = country_names().get(calendar.country, calendar.country)
    if not calendar.subdivision:
        words = tr("FirmCalendar", "Now: {hours} h a week; public holidays of {country}.")
        return words.format(hours=hours, country=country)
    words = tr("FirmCalendar", "Now: {hours} h a week; public holidays of {country}, {part}.")
    return words.format(hours=hours, country=country, part=calendar.subdivision)


def firm_days_words(calendar: FirmCalendar) -> str:
    """Return the firm's own days that are still to come."""
    if not calendar.days:
        return tr("FirmCalendar", "None ahead.")
    named = []
    for one in calendar.days[:NAMED]:
        name = one.name or (
            tr("FirmCalendar", "Busy season")
            if one.kind is CalendarEventKind.OVERTIME
            else tr("FirmCalendar", "Day off")
        )
        words = tr("FirmCalendar", "{name}, {days} {year}")
        named.append(words.format(name=name, days=days_short(one.starts, one.ends), year=one.starts.year))
    more = len(calendar.days) - NAMED
    if more > 0:
        named.append(tr("FirmCalendar", "{n} more").format(n=more))
    return tr("FirmCalendar", "Ahead: {days}.").format(days="; ".join(named))
