"""A plan laid out as the elements of a Microsoft Project file: which line is which task, and all numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from engagedesk.interchange import msproject_terms as terms
from engagedesk.interchange.plan_rows import (
    BaselinePlaceRow,
    DayEventRow,
    PlanBaselineRow,
    PlanBookingRow,
    PlanDocument,
    PlanItemRow,
    PlanPatternRow,
    PlanPersonRow,
    PlanPhaseRow,
    PlanProjectRow,
)

R = TypeVar("R")


@dataclass(slots=True)
class Line:
    """One task element: an engagement, a phase or an item."""

    uid: int
    level: int
    row: PlanProjectRow | PlanPhaseRow | PlanItemRow
    number: str


@dataclass(slots=True)
class Book:
    """What the parts of the file need from each other."""

    document: PlanDocument
    lines: list[Line] = field(default_factory=list)
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


def rows_by(rows: Iterable[R], name: str) -> dict[str, list[R]]:
    found: dict[str, list[R]] = {}
    for row in rows:
        found.setdefault(str(getattr(row, name)), []).append(row)
    return found


def laid_out(document: PlanDocument) -> Book:
    book = Book(document)
    phases = rows_by(document.of(PlanPhaseRow), "project")
    items = rows_by(document.of(PlanItemRow), "project")

    def add(row: PlanProjectRow | PlanPhaseRow | PlanItemRow, level: int, number: str) -> None:
        uid = len(book.lines) + 1
        book.lines.append(Line(uid, level, row, number))
        book.uids[row.source_key] = uid

    for place, project in enumerate(document.of(PlanProjectRow), start=1):
        add(project, 1, str(place))
        inside = rows_by(items.get(project.source_key, ()), "phase")
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


def _number_assignments(book: Book) -> None:
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


def _number_calendars(book: Book) -> None:
    wanted = [("person", row.person) for row in book.document.of(PlanPatternRow) if row.person]
    for event in book.document.of(DayEventRow):
        wanted += [("person", event.person)] if event.person else []
        wanted += [("project", event.project)] if event.project else []
    for number, key in enumerate(dict.fromkeys(wanted), start=2):
        book.calendars[key] = number


def project_name(row: PlanProjectRow) -> str:
    return f"{row.client} · {row.title}" if row.client else row.title
