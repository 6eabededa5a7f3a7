"""Write a plan as Microsoft Project XML, in the order of elements that Project 2010 and later expect.

The first level is engagements, the second phases. What the format has no element for goes into the custom text field
30 of a task (``msproject_terms.details_text``), so that our own reader gives back exactly what went out.
"""

from __future__ import annotations

import io
import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Final

from engagedesk.domain.civil import Civil, civil
from engagedesk.domain.states import PlanItemKind, TaskBasis
from engagedesk.interchange import msproject_terms as terms
from engagedesk.interchange.msproject_book import Book, Line, laid_out, project_name, rows_by
from engagedesk.interchange.msproject_calendar_writer import DAY_BEGINS_S, write_calendars
from engagedesk.interchange.msproject_xml import Xml
from engagedesk.interchange.plan_rows import (
    PlanBaselineRow,
    PlanBookingRow,
    PlanDocument,
    PlanItemRow,
    PlanLinkRow,
    PlanPersonRow,
    PlanPhaseRow,
    PlanProjectRow,
)

DAY_ENDS_S: Final = 17 * 3600 + 1800


def project_xml(document: PlanDocument, *, now_utc: int) -> bytes:
    """Return the file."""
    book = laid_out(document)
    out = io.BytesIO()
    xml = Xml(out)
    xml.open("Project", xmlns=terms.NAMESPACE)
    _head(xml, book, now_utc=now_utc)
    write_calendars(xml, book)
    xml.open("Tasks")
    links = rows_by(document.of(PlanLinkRow), "to_item")
    for place, line in enumerate(book.lines):
        _task(xml, book, line, place=place, links=links)
    xml.close("Tasks")
    _resources(xml, book)
    _assignments(xml, book)
    xml.close("Project")
    return out.getvalue()


# --- the project and its calendars ------------------------------------------------------------------------------------


def _head(xml: Xml, book: Book, *, now_utc: int) -> None:
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


# --- tasks ------------------------------------------------------------------------------------------------------------


def _task(xml: Xml, book: Book, line: Line, *, place: int, links: Mapping[str, Sequence[PlanLinkRow]]) -> None:
    row = line.row
    item = row if isinstance(row, PlanItemRow) else None
    name = project_name(row) if isinstance(row, PlanProjectRow) else row.name
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


def _span(book: Book, row: PlanProjectRow | PlanPhaseRow | PlanItemRow) -> tuple[Civil | None, Civil | None]:
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


def _measures(xml: Xml, item: PlanItemRow) -> None:
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


def _progress(xml: Xml, item: PlanItemRow, *, starts: Civil | None, ends: Civil | None) -> None:
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


def _bounds(xml: Xml, item: PlanItemRow | None, *, calendar: int) -> None:
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


def _links(xml: Xml, book: Book, links: Sequence[PlanLinkRow], details: dict[str, str]) -> None:
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


def _details(book: Book, row: PlanProjectRow | PlanPhaseRow | PlanItemRow) -> dict[str, str]:
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


def _unplaced(book: Book, row: PlanItemRow) -> str:
    """Return where an item nobody put anywhere is shown: as long as it stands there, nobody did."""
    starts, ends = book.document.reckoned.get(row.source_key, (None, None))
    return "0" if starts is None else f"{starts},{ends}"


def _days(book: Book, key: str) -> dict[str, str]:
    """Return which bookings have days of their own."""
    there = book.bookings.get(key, ())
    return {f"days{uid}": "1" for uid, booking in there if booking.starts is not None and booking.item}


def _said(**values: str) -> dict[str, str]:
    return {name: text for name, text in values.items() if text}


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _baseline_details(book: Book, baseline: PlanBaselineRow) -> dict[str, str]:
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


def _baselines(xml: Xml, book: Book, item: PlanItemRow) -> None:
    for number, place in book.baselines.get(item.source_key, ()):
        xml.open("Baseline")
        xml.value("Number", number)
        xml.value("Start", terms.moment_text(place.starts))
        xml.value("Finish", terms.moment_text(place.ends))
        xml.value("Work", None if place.estimate_s is None else terms.duration_text(place.estimate_s))
        xml.close("Baseline")


# --- people -----------------------------------------------------------------------------------------------------------


def _resources(xml: Xml, book: Book) -> None:
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


def _assignments(xml: Xml, book: Book) -> None:
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


def _share_of_work(book: Book, booking: PlanBookingRow, there: Sequence[tuple[int, PlanBookingRow]]) -> str | None:
    """Return what of a task's work falls to one of those who are booked on it."""
    estimate = book.estimates.get(booking.item)
    whole = sum(one.percent for _, one in there)
    return None if estimate is None else terms.duration_text(estimate * booking.percent // whole)
