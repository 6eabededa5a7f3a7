"""Write a plan as Microsoft Project XML, in the order of elements that Project 2010 and later expect.

The first level is engagements, the second phases. What the format has no element for goes into the custom text field
30 of a task (``msproject_terms.details_text``), so that our own reader gives back exactly what went out.
"""

from __future__ import annotations

import io
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Final, TypeVar
from xml.sax.saxutils import XMLGenerator

from engagedesk.domain.civil import Civil, civil
from engagedesk.domain.states import PlanItemKind, TaskBasis
from engagedesk.interchange import msproject_terms as terms
from engagedesk.interchange.msproject_people import WEEK_DETAIL
from engagedesk.interchange.plan_rows import (
    BaselinePlaceRow,
    DayEventRow,
    PlanBaselineRow,
    PlanBookingRow,
    PlanDocument,
    PlanItemRow,
    PlanLinkRow,
    PlanPatternRow,
    PlanPersonRow,
    PlanPhaseRow,
    PlanProjectRow,
)
from engagedesk.interchange.tables import XML_FORBIDDEN

R = TypeVar("R")

DAY_BEGINS_S: Final = 9 * 3600
DAY_ENDS_S: Final = 17 * 3600 + 1800
FAR_FUTURE: Final = "2049-12-31T23:59:00"
"""The last day that Project knows."""
STANDARD: Final = {str(number): ((540, 780), (840, 1050)) for number in range(5)}


@dataclass(slots=True)
class _Line:
    """One task element: an engagement, a phase or an item."""

    uid: int
    level: int
    row: PlanProjectRow | PlanPhaseRow | PlanItemRow
    number: str


@dataclass(slots=True)
class _Book:
    """What the parts of the file need from each other."""

    document: PlanDocument
    lines: list[_Line] = field(default_factory=list)
    uids: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    calendars: dict[tuple[str, str], int] = field(default_factory=dict)
    """("person" or "project", key) -> UID."""
    bookings: dict[str, list[tuple[int, PlanBookingRow]]] = field(default_factory=dict)
    """Key of the task or engagement -> UID of the assignment and the booking."""
    baselines: dict[str, list[tuple[int, BaselinePlaceRow]]] = field(default_factory=dict)
    """Key of an item -> number of a baseline and where the item stood in it."""
    estimates: dict[str, int] = field(default_factory=dict)
    """Key of a task -> its work, where it is estimated."""
    alone: dict[str, int] = field(default_factory=dict)
    """Key of a task -> UID of its owner's assignment, which is no booking."""


def project_xml(document: PlanDocument, *, now_utc: int) -> bytes:
    """Return the file."""
    book = _laid_out(document)
    out = io.BytesIO()
    xml = _Xml(out)
    xml.open("Project", xmlns=terms.NAMESPACE)
    _head(xml, book, now_utc=now_utc)
    _calendars(xml, book)
    xml.open("Tasks")
    links = _by(document.of(PlanLinkRow), "to_item")
    for place, line in enumerate(book.lines):
        _task(xml, book, line, place=place, links=links)
    xml.close("Tasks")
    _resources(xml, book)
    _assignments(xml, book)
    xml.close("Project")
    return out.getvalue()


class _Xml:
    """Elements with text, and nothing that XML cannot hold."""

    def __init__(self, out: io.BytesIO) -> None:
        self._made = XMLGenerator(out, "UTF-8", short_empty_elements=True)
        self._made.startDocument()
        self._depth = 0

    def open(self, name: str, **attributes: str) -> None:
        self._made.ignorableWhitespace("\n" + "\t" * self._depth if self._depth else "")
        self._made.startElement(name, attributes)  # type: ignore[arg-type]  # a mapping is what it takes
        self._depth += 1

    def close(self, name: str) -> None:
        self._depth -= 1
        self._made.ignorableWhitespace("\n" + "\t" * self._depth)
        self._made.endElement(name)

    def value(self, name: str, text: str | int | None) -> None:
        if text is None:
            return
        self._made.ignorableWhitespace("\n" + "\t" * self._depth)
        self._made.startElement(name, {})  # type: ignore[arg-type]
        self._made.characters(XML_FORBIDDEN.sub("", str(text)))
        self._made.endElement(name)

    def custom(self, field_id: str, text: str) -> None:
        self.open("ExtendedAttribute")
        self.value("FieldID", field_id)
        self.value("Value", text)
        self.close("ExtendedAttribute")


def _by(rows: Iterable[R], name: str) -> dict[str, list[R]]:
    found: dict[str, list[R]] = {}
    for row in rows:
        found.setdefault(str(getattr(row, name)), []).append(row)
    return found


def _laid_out(document: PlanDocument) -> _Book:
    book = _Book(document)
    phases = _by(document.of(PlanPhaseRow), "project")
    items = _by(document.of(PlanItemRow), "project")

    def add(row: PlanProjectRow | PlanPhaseRow | PlanItemRow, level: int, number: str) -> None:
        uid = len(book.lines) + 1
        book.lines.append(_Line(uid, level, row, number))
        book.uids[row.source_key] = uid

    for place, project in enumerate(document.of(PlanProjectRow), start=1):
        add(project, 1, str(place))
        inside = _by(items.get(project.source_key, ()), "phase")
        count = 0
        for phase in phases.get(project.source_key, ()):
            count += 1
            add(phase, 2, f"{place}.{count}")
            for below, item in enumerate(inside.get(phase.source_key, ()), start=1):
                add(item, 3, f"{place}.{count}.{below}")
        for item in inside.get("", ()):
            count += 1
            add(item, 2, f"{place}.{count}")
    for number, person in enumerate(document.of(PlanPersonRow), start=1):
        book.people[person.source_key] = number
    for number, baseline in enumerate(document.of(PlanBaselineRow)[: terms.BASELINES]):
        for stood in baseline.places:
            book.baselines.setdefault(stood.item, []).append((number, stood))
    book.estimates = {r.source_key: r.estimate_s for r in document.of(PlanItemRow) if r.estimate_s is not None}
    _number_assignments(book)
    _number_calendars(book)
    return book


def _number_assignments(book: _Book) -> None:
    uid = 0
    for booking in book.document.of(PlanBookingRow):
        uid += 1
        book.bookings.setdefault(booking.item or booking.project, []).append((uid, booking))
    for line in book.lines:
        row = line.row
        if not isinstance(row, PlanItemRow) or row.is_point or row.source_key in book.bookings:
            continue
        if row.owner:
            uid += 1
            book.alone[row.source_key] = uid


def _number_calendars(book: _Book) -> None:
    wanted = [("person", row.person) for row in book.document.of(PlanPatternRow) if row.person]
    for event in book.document.of(DayEventRow):
        wanted += [("person", event.person)] if event.person else []
        wanted += [("project", event.project)] if event.project else []
    for number, key in enumerate(dict.fromkeys(wanted), start=2):
        book.calendars[key] = number


# --- the project and its calendars ------------------------------------------------------------------------------------


def _head(xml: _Xml, book: _Book, *, now_utc: int) -> None:
    stamp = datetime.fromtimestamp(now_utc, tz=UTC).strftime("%Y-%m-%dT%H:%M:%S")
    places = [row.starts for row in book.document.of(PlanItemRow) if row.starts is not None]
    ends = [row.ends for row in book.document.of(PlanItemRow) if row.ends is not None]
    xml.value("SaveVersion", 14)
    xml.value("Name", f"{book.document.title}.xml")
    xml.value("Title", book.document.title)
    xml.value("CreationDate", stamp)
    xml.value("LastSaved", stamp)
    xml.value("ScheduleFromStart", 1)
    if places:
        xml.value("StartDate", terms.moment_text(min(places)))
        xml.value("FinishDate", terms.moment_text(max(ends)))
    xml.value("CalendarUID", 1)
    xml.value("DefaultStartTime", "09:00:00")
    xml.value("DefaultFinishTime", "17:30:00")
    xml.value("MinutesPerDay", 450)
    xml.value("MinutesPerWeek", 2250)
    xml.value("DaysPerMonth", 20)
    xml.value("DefaultTaskType", 2)
    xml.value("DurationFormat", terms.DAYS_FORMAT)
    xml.value("WorkFormat", 2)
    xml.value("HonorConstraints", 1)
    xml.value("NewTasksAreManual", 0)
    xml.open("ExtendedAttributes")
    names = {terms.DETAILS_FIELD: "Text30"} | {f: f"Text{19 + n}" for n, f in enumerate(terms.BASELINE_FIELDS)}
    for field_id, name in sorted(names.items()):
        xml.open("ExtendedAttribute")
        xml.value("FieldID", field_id)
        xml.value("FieldName", name)
        xml.value("Alias", "EngageDesk" if name == "Text30" else f"EngageDesk {name[4:]}")
        xml.close("ExtendedAttribute")
    xml.close("ExtendedAttributes")


def _calendars(xml: _Xml, book: _Book) -> None:
    patterns = _by(book.document.of(PlanPatternRow), "person")
    events = book.document.of(DayEventRow)
    names = {row.source_key: row.name for row in book.document.of(PlanPersonRow)}
    titles = {row.source_key: _project_name(row) for row in book.document.of(PlanProjectRow)}
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
    xml: _Xml,
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


def _week_days(xml: _Xml, week: Mapping[str, Sequence[Sequence[int]]]) -> None:
    xml.open("WeekDays")
    for kind in range(1, 8):
        spans = week.get(str((kind + 5) % 7), ())
        xml.open("WeekDay")
        xml.value("DayType", kind)
        xml.value("DayWorking", 1 if spans else 0)
        _times(xml, [(begins * 60, ends * 60) for begins, ends in spans])
        xml.close("WeekDay")
    xml.close("WeekDays")


def _times(xml: _Xml, spans: Sequence[tuple[int, int]]) -> None:
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


def _period(xml: _Xml, starts: str, ends: str) -> None:
    xml.open("TimePeriod")
    xml.value("FromDate", starts)
    xml.value("ToDate", ends)
    xml.close("TimePeriod")


def _exception(xml: _Xml, event: DayEventRow) -> None:
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


# --- tasks ------------------------------------------------------------------------------------------------------------


def _project_name(row: PlanProjectRow) -> str:
    return f"{row.client} · {row.title}" if row.client else row.title


def _task(xml: _Xml, book: _Book, line: _Line, *, place: int, links: Mapping[str, Sequence[PlanLinkRow]]) -> None:
    row = line.row
    item = row if isinstance(row, PlanItemRow) else None
    name = _project_name(row) if isinstance(row, PlanProjectRow) else row.name
    starts, ends = _span(book, row)
    details = _details(book, row)
    xml.open("Task")
    xml.value("UID", line.uid)
    if row.own_id is not None:
        xml.value("GUID", str(uuid.UUID(bytes=row.own_id)).upper())
    xml.value("ID", place + 1)
    xml.value("Name", name)
    xml.value("Active", 1)
    xml.value("Manual", 1 if item is not None and item.pinned else 0)
    duration_based = item is not None and item.basis is TaskBasis.DURATION
    xml.value("Type", 1 if item is None or duration_based else 2)
    xml.value("IsNull", 0)
    xml.value("WBS", line.number)
    xml.value("OutlineNumber", line.number)
    xml.value("OutlineLevel", line.level)
    xml.value("Priority", terms.NO_PRIORITY)
    if starts is not None and ends is not None:
        xml.value("Start", terms.moment_text(starts))
        xml.value("Finish", terms.moment_text(ends))
    if item is not None:
        _measures(xml, item)
    xml.value("Milestone", 1 if item is not None and item.is_point else 0)
    xml.value("Summary", 1 if item is None else 0)
    if item is not None:
        _progress(xml, item, starts=starts, ends=ends)
    blackout = book.calendars.get(("project", row.source_key if item is None else item.project))
    calendar = -1 if blackout is None or isinstance(row, PlanPhaseRow) else blackout
    _bounds(xml, item, calendar=calendar)
    if item is not None:
        xml.value("Notes", item.note or None)
        _links(xml, book, links.get(item.source_key, ()), details)
    xml.custom(terms.DETAILS_FIELD, terms.details_text(details))
    if line.uid == 1:
        for number, baseline in enumerate(book.document.of(PlanBaselineRow)[: terms.BASELINES]):
            xml.custom(terms.BASELINE_FIELDS[number], terms.details_text(_baseline_details(book, baseline)))
    if item is not None:
        _baselines(xml, book, item)
    xml.close("Task")


def _span(book: _Book, row: PlanProjectRow | PlanPhaseRow | PlanItemRow) -> tuple[Civil | None, Civil | None]:
    """Return where a line stands; a summary stands where what is in it does."""
    if isinstance(row, PlanItemRow):
        return (
            (row.starts, row.ends)
            if row.starts is not None
            else book.document.reckoned.get(row.source_key, (None, None))
        )
    if isinstance(row, PlanPhaseRow):
        inside = [i for i in book.document.of(PlanItemRow) if i.phase == row.source_key]
        starts = [i.starts for i in inside if i.starts is not None]
        ends = [i.ends for i in inside if i.ends is not None]
        starts += [civil(row.starts, DAY_BEGINS_S)] if row.starts is not None and not starts else []
        ends += [civil(row.ends, DAY_ENDS_S)] if row.ends is not None and not ends else []
    else:
        inside = [i for i in book.document.of(PlanItemRow) if i.project == row.source_key]
        starts = [i.starts for i in inside if i.starts is not None]
        ends = [i.ends for i in inside if i.ends is not None]
    if not starts or not ends or min(starts) > max(ends):
        return None, None
    return min(starts), max(ends)


def _measures(xml: _Xml, item: PlanItemRow) -> None:
    length = item.duration_s
    if item.is_point:
        length = 0
    elif length is None and item.estimate_s is not None:
        length = item.estimate_s * 100 // item.demand_percent
    xml.value("Duration", None if length is None else terms.duration_text(length))
    if item.pinned and item.starts is not None and item.ends is not None:
        xml.value("ManualStart", terms.moment_text(item.starts))
        xml.value("ManualFinish", terms.moment_text(item.ends))
    xml.value("DurationFormat", terms.HOURS_FORMAT)
    xml.value("Work", None if item.estimate_s is None else terms.duration_text(item.estimate_s))
    xml.value("Estimated", 0)


def _progress(xml: _Xml, item: PlanItemRow, *, starts: Civil | None, ends: Civil | None) -> None:
    xml.value("PercentComplete", item.progress_percent)
    if item.started_on is not None:
        at = _on_day(item.started_on, starts, DAY_BEGINS_S)
        xml.value("ActualStart", terms.moment_text(at))
    if item.done_on is not None:
        xml.value("ActualFinish", terms.moment_text(_on_day(item.done_on, ends, DAY_ENDS_S)))
    if item.remaining_s is not None:
        xml.value("RemainingWork", terms.duration_text(item.remaining_s))


def _on_day(day: date, near: Civil | None, second: int) -> Civil:
    """Return the place itself where it is on that day, else the usual hour of it."""
    begins = civil(day)
    return near if near is not None and begins <= near < begins + 86_400 else civil(day, second)


def _bounds(xml: _Xml, item: PlanItemRow | None, *, calendar: int) -> None:
    kind, at = "0", None
    if item is None or (item.is_point and not item.pinned):
        pass
    elif item.starts is None:
        kind, at = ("4", civil(item.earliest, DAY_BEGINS_S)) if item.earliest is not None else ("0", None)
    else:
        kind, at = ("2" if item.pinned else "4"), item.starts
    deadline = None if item is None else item.deadline
    xml.value("ConstraintType", kind)
    xml.value("CalendarUID", calendar)
    xml.value("ConstraintDate", None if at is None else terms.moment_text(at))
    xml.value("Deadline", None if deadline is None else terms.moment_text(civil(deadline, DAY_ENDS_S)))


def _links(xml: _Xml, book: _Book, links: Sequence[PlanLinkRow], details: dict[str, str]) -> None:
    for link in links:
        before = book.uids.get(link.from_item)
        if before is None:
            continue
        xml.open("PredecessorLink")
        xml.value("PredecessorUID", before)
        xml.value("Type", terms.LINK_NUMBERS[link.kind])
        xml.value("CrossProject", 0)
        # Towards zero, as the format's tenths of a minute; the exact lag stands in the details.
        xml.value("LinkLag", int(link.lag_s / terms.LAG_UNIT_S))
        xml.value("LagFormat", terms.HOURS_FORMAT)
        xml.close("PredecessorLink")
        if link.lag_s % terms.LAG_UNIT_S:
            details[f"lag{before}"] = str(link.lag_s)


def _details(book: _Book, row: PlanProjectRow | PlanPhaseRow | PlanItemRow) -> dict[str, str]:
    own = row.own_id.hex() if row.own_id is not None else ""
    if isinstance(row, PlanProjectRow):
        return _said(
            engagedesk="engagement", id=own, client=row.client, title=row.title, code=row.code,
            **_days(book, row.source_key),
        )  # fmt: skip
    if isinstance(row, PlanPhaseRow):
        state = row.state.value if row.state is not None else ""
        return _said(engagedesk="phase", id=own, state=state, starts=_iso(row.starts), ends=_iso(row.ends))
    made = _said(
        engagedesk=row.kind.value,
        id=own,
        due=_iso(row.due) if not row.is_point else "",
        owner=str(book.people.get(row.owner, "")),
        work="0" if row.estimate_s == 0 else "",
    )
    for number, place in book.baselines.get(row.source_key, ()):
        renamed = {f"bname{number}": place.name} if place.name != row.name else {}
        made |= renamed | ({f"bwork{number}": "0"} if place.estimate_s == 0 else {})
    if row.kind is PlanItemKind.DELIVERABLE:
        made |= _said(state=row.state.value if row.state is not None else "")
    if row.kind is not PlanItemKind.TASK:
        return made
    return made | _said(
        placed=_unplaced(book, row) if row.starts is None else "",
        earliest=_iso(row.earliest),
        remaining="" if row.remaining_s is None else str(row.remaining_s),
        demand=str(row.demand_percent) if row.demand_percent != 100 else "",
        role=row.role,
        alone=str(book.alone.get(row.source_key, "")),
        **_days(book, row.source_key),
    )


def _unplaced(book: _Book, row: PlanItemRow) -> str:
    """Return where an item nobody put anywhere is shown: as long as it stands there, nobody did."""
    starts, ends = book.document.reckoned.get(row.source_key, (None, None))
    return "0" if starts is None else f"{starts},{ends}"


def _days(book: _Book, key: str) -> dict[str, str]:
    """Return which bookings have days of their own."""
    there = book.bookings.get(key, ())
    return {f"days{uid}": "1" for uid, booking in there if booking.starts is not None and booking.item}


def _said(**values: str) -> dict[str, str]:
    return {name: text for name, text in values.items() if text}


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _baseline_details(book: _Book, baseline: PlanBaselineRow) -> dict[str, str]:
    project = next(
        (r.own_id for r in book.document.of(PlanProjectRow) if r.source_key == baseline.project and r.own_id), None
    )
    return _said(
        engagedesk="baseline",
        id=baseline.own_id.hex() if baseline.own_id is not None else "",
        project=project.hex() if project is not None else "",
        name=baseline.name,
        taken="" if baseline.taken_utc is None else str(baseline.taken_utc),
    )


def _baselines(xml: _Xml, book: _Book, item: PlanItemRow) -> None:
    for number, place in book.baselines.get(item.source_key, ()):
        xml.open("Baseline")
        xml.value("Number", number)
        xml.value("Start", terms.moment_text(place.starts))
        xml.value("Finish", terms.moment_text(place.ends))
        xml.value("Work", None if place.estimate_s is None else terms.duration_text(place.estimate_s))
        xml.close("Baseline")


# --- people -----------------------------------------------------------------------------------------------------------


def _resources(xml: _Xml, book: _Book) -> None:
    xml.open("Resources")
    for row in book.document.of(PlanPersonRow):
        xml.open("Resource")
        uid = book.people[row.source_key]
        xml.value("UID", uid)
        if row.own_id is not None:
            xml.value("GUID", str(uuid.UUID(bytes=row.own_id)).upper())
        xml.value("ID", uid)
        xml.value("Name", row.name)
        xml.value("Type", 1)
        xml.value("IsNull", 0)
        xml.value("EmailAddress", row.email or None)
        xml.value("MaxUnits", "1.00")
        xml.value("CalendarUID", book.calendars.get(("person", row.source_key)))
        xml.close("Resource")
    xml.close("Resources")


def _assignments(xml: _Xml, book: _Book) -> None:
    unassigned = len(book.alone) + sum(len(there) for there in book.bookings.values())
    xml.open("Assignments")
    for key, there in book.bookings.items():
        for uid, booking in there:
            xml.open("Assignment")
            xml.value("UID", uid)
            if booking.own_id is not None:
                xml.value("GUID", str(uuid.UUID(bytes=booking.own_id)).upper())
            xml.value("TaskUID", book.uids.get(key))
            xml.value("ResourceUID", book.people.get(booking.person))
            if booking.ends is not None:
                xml.value("Finish", terms.moment_text(civil(booking.ends, DAY_ENDS_S)))
            if booking.starts is not None:
                xml.value("Start", terms.moment_text(civil(booking.starts, DAY_BEGINS_S)))
            xml.value("Units", f"{booking.percent / 100:.2f}")
            xml.value("Work", _share_of_work(book, booking, there))
            xml.close("Assignment")
    for line in book.lines:
        row = line.row
        if not isinstance(row, PlanItemRow) or row.is_point:
            continue
        alone = book.alone.get(row.source_key)
        if alone is None and row.estimate_s and row.source_key not in book.bookings:
            # Without an assignment Project forgets the work of a task.
            unassigned += 1
            xml.open("Assignment")
            xml.value("UID", unassigned)
            xml.value("TaskUID", line.uid)
            xml.value("ResourceUID", terms.UNASSIGNED)
            xml.value("Units", f"{row.demand_percent / 100:.2f}")
            xml.value("Work", terms.duration_text(row.estimate_s))
            xml.close("Assignment")
        if alone is not None:
            xml.open("Assignment")
            xml.value("UID", alone)
            xml.value("TaskUID", line.uid)
            xml.value("ResourceUID", book.people.get(row.owner))
            xml.value("Units", f"{row.demand_percent / 100:.2f}")
            xml.value("Work", None if row.estimate_s is None else terms.duration_text(row.estimate_s))
            xml.close("Assignment")
    xml.close("Assignments")


def _share_of_work(book: _Book, booking: PlanBookingRow, there: Sequence[tuple[int, PlanBookingRow]]) -> str | None:
    """Return what of a task's work falls to one of those who are booked on it."""
    estimate = book.estimates.get(booking.item)
    whole = sum(one.percent for _, one in there)
    return None if estimate is None else terms.duration_text(estimate * booking.percent // whole)
