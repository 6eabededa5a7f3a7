"""Write dates of the plan as an iCalendar file (RFC 5545): whole days, with identifiers that stay.

A day has no zone, so none is written: a milestone on 11 December is on that day wherever it is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

PRODUCT: Final = "-//EngageDesk//Plan//EN"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One event of whole days."""

    uid: str
    """The same for ever, so that a calendar program updates instead of doubling."""
    sequence: int
    """Rises with every change."""
    summary: str
    category: str
    starts: date
    ends: date
    """Inclusive."""
    done: bool = False


def calendar_bytes(entries: Sequence[CalendarEntry], *, name: str, now_utc: int) -> bytes:
    """Return the file; the same for the same entries at the same moment."""
    from icalendar import Calendar, Event

    stamp = datetime.fromtimestamp(now_utc, tz=UTC)
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    for entry in entries:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", stamp)
        event.add("sequence", entry.sequence)
        event.add("summary", entry.summary)
        event.add("categories", [entry.category])
        event.add("dtstart", entry.starts)
        event.add("dtend", entry.ends + timedelta(days=1))
        # Dates and bookings take nobody's time by themselves: they do not make a day busy.
        event.add("transp", "TRANSPARENT")
        event.add("x-microsoft-cdo-busystatus", "FREE")
        made.add_component(event)
    return bytes(made.to_ical())
