"""The calendars of a Microsoft Project file: the firm's, people's, and those of engagements with closed days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from engagedesk.interchange import msproject_terms as terms
from engagedesk.interchange.msproject_book import Book, project_name, rows_by
from engagedesk.interchange.msproject_people import WEEK_DETAIL
from engagedesk.interchange.msproject_xml import Xml
from engagedesk.interchange.plan_rows import DayEventRow, PlanPatternRow, PlanPersonRow, PlanProjectRow

DAY_BEGINS_S: Final = 9 * 3600
FAR_FUTURE: Final = "2049-12-31T23:59:00"
"""The last day that Project knows."""
STANDARD: Final = {str(number): ((540, 780), (840, 1050)) for number in range(5)}


def write_calendars(xml: Xml, book: Book) -> None:
    """Write the firm\'s calendar, then everybody\'s and every engagement\'s of their own."""
    patterns = rows_by(book.document.of(PlanPatternRow), "person")
    events = book.document.of(DayEventRow)
    names = {row.source_key: row.name for row in book.document.of(PlanPersonRow)}
    titles = {row.source_key: project_name(row) for row in book.document.of(PlanProjectRow)}
    xml.open("Calendars")
    firm = [event for event in events if not event.person and not event.project]
    _calendar(xml, 1, "EngageDesk", base=-1, patterns=patterns.get("", ()), events=firm)
    for (kind, key), uid in book.calendars.items():
        mine = [event for event in events if (event.person if kind == "person" else event.project) == key]
        if kind == "project":
            mine = [event for event in mine if not event.person]
        base = 1 if kind == "person" else -1
        name = names.get(key, key) if kind == "person" else titles.get(key, key)
        _calendar(xml, uid, name, base=base, patterns=patterns.get(key, ()) if base == 1 else (), events=mine)
    xml.close("Calendars")


def _calendar(
    xml: Xml,
    uid: int,
    name: str,
    *,
    base: int,
    patterns: Sequence[PlanPatternRow],
    events: Sequence[DayEventRow],
) -> None:
    xml.open("Calendar")
    xml.value("UID", uid)
    xml.value("Name", name)
    xml.value("IsBaseCalendar", 1 if base < 0 else 0)
    xml.value("BaseCalendarUID", base)
    newest = max(patterns, key=lambda row: row.valid_from, default=None)
    if base < 0 or (newest is not None and newest.week):
        _week_days(xml, newest.week if newest is not None and newest.week else STANDARD)
    xml.open("Exceptions")
    for event in events:
        _exception(xml, event)
    xml.close("Exceptions")
    xml.open("WorkWeeks")
    for row in patterns:
        xml.open("WorkWeek")
        until = f"{row.valid_to.isoformat()}T23:59:00" if row.valid_to is not None else FAR_FUTURE
        _period(xml, f"{row.valid_from.isoformat()}T00:00:00", until)
        details = {"engagedesk": WEEK_DETAIL, "country": row.country, "subdivision": row.subdivision}
        details |= {} if row.valid_to is not None else {"open": "1"}
        xml.value("Name", terms.details_text(details | ({} if row.week else {"week": "0"})))
        if row.week:
            _week_days(xml, row.week)
        xml.close("WorkWeek")
    xml.close("WorkWeeks")
    xml.close("Calendar")


def _week_days(xml: Xml, week: Mapping[str, Sequence[Sequence[int]]]) -> None:
    xml.open("WeekDays")
    for kind in range(1, 8):
        spans = week.get(str((kind + 5) % 7), ())
        xml.open("WeekDay")
        xml.value("DayType", kind)
        xml.value("DayWorking", 1 if spans else 0)
        _times(xml, [(begins * 60, ends * 60) for begins, ends in spans])
        xml.close("WeekDay")
    xml.close("WeekDays")


def _times(xml: Xml, spans: Sequence[tuple[int, int]]) -> None:
    if not spans:
        return
    xml.open("WorkingTimes")
    for begins, ends in spans:
        xml.open("WorkingTime")
        xml.value("FromTime", _clock(begins))
        xml.value("ToTime", _clock(ends % 86_400))
        xml.close("WorkingTime")
    xml.close("WorkingTimes")


def _clock(second: int) -> str:
    return f"{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"


def _period(xml: Xml, starts: str, ends: str) -> None:
    xml.open("TimePeriod")
    xml.value("FromDate", starts)
    xml.value("ToDate", ends)
    xml.close("TimePeriod")


def _exception(xml: Xml, event: DayEventRow) -> None:
    xml.open("Exception")
    xml.value("EnteredByOccurrences", 0)
    _period(xml, f"{event.starts.isoformat()}T00:00:00", f"{event.ends.isoformat()}T23:59:00")
    xml.value("Occurrences", min((event.ends - event.starts).days + 1, 999))
    xml.value("Name", f"{event.kind.value.capitalize()}: {event.name}")
    xml.value("Type", 1)
    xml.value("Period", 1)
    length = event.day_s
    xml.value("DayWorking", 0 if length is None else 1)
    if length:
        begins = min(DAY_BEGINS_S, 86_400 - length)
        _times(xml, [(begins, begins + length)])
    xml.close("Exception")
