"""The plan as a file for others: Microsoft Project XML, a calendar, or a table.

Clients go out by their code name where they have one, unless real names are asked for. What a kind of file cannot
hold is counted and said, by a code of ``wording.exchange``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from engagedesk.domain.civil import Civil, day_of
from engagedesk.domain.ids import PlanItemId
from engagedesk.domain.states import CalendarEventKind, EngagementState, PlanItemKind
from engagedesk.errors import DiskFull, UserError
from engagedesk.interchange.calendar_writer import CalendarEntry, calendar_bytes
from engagedesk.interchange.msproject_terms import BASELINES
from engagedesk.interchange.msproject_writer import project_xml
from engagedesk.interchange.plan_lines import plan_table
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
    PlanRow,
)
from engagedesk.interchange.tables import deliver, write_csv, write_xlsx
from engagedesk.models.engagements import ChargeCode, Client, Engagement
from engagedesk.models.file_wall import FULL_ERRNOS
from engagedesk.models.people import Person
from engagedesk.services.importing.known_plan import ITEM_TABLES, Columns, KnownPlan, known_plan
from engagedesk.services.queries.plan_book import LIVE, plan_book

EVERY_STATE: Final = tuple(EngagementState)


class PlanFormat(StrEnum):
    """What a plan can be written as, by the file's ending."""

    PROJECT = "xml"
    CALENDAR = "ics"
    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The few words that a calendar needs; placeholders are {name}, {client}, {engagement}, {percent}."""

    date: str = "{name} · {client} · {engagement}"
    deadline: str = "Deadline: {name} · {client} · {engagement}"
    booking: str = "{percent} % {name} · {client} · {engagement}"
    booking_of: str = "{percent} % {client} · {engagement}"
    title: str = "Plan"


@dataclass(frozen=True, slots=True)
class WrittenPlan:
    """What went into the file, and what did not."""

    engagements: int
    items: int
    links: int
    bookings: int
    unwritten: tuple[tuple[str, int], ...]


def format_of(path: Path) -> PlanFormat:
    """Return what a file's ending asks for; ``UserError`` (``exchange.format``) for any other."""
    try:
        return PlanFormat(path.suffix.lower().removeprefix("."))
    except ValueError as error:
        formats = ", ".join(f".{one.value}" for one in PlanFormat)
        raise UserError("exchange.format", file=path.name, formats=formats) from error


def plan_document(
    session: Session,
    engagements: Sequence[bytes] = (),
    *,
    today: date,
    real_names: bool = False,
    title: str = "Plan",
) -> PlanDocument:
    """Read the plan of some engagements, of all live ones where none is named."""
    return _Reading(session, engagements, today=today, real_names=real_names).document(title)


def write_plan(document: PlanDocument, path: Path, *, now_utc: int, words: PlanWords | None = None) -> WrittenPlan:
    """Write a plan as the file's ending says; aside first, then in one move. Blocks: call it on a worker thread."""
    kind = format_of(path)
    unwritten = Counter(dict(document.unwritten))
    if kind is not PlanFormat.PROJECT:
        for row_type, code in _LEFT_OUT[kind]:
            unwritten[code] += len(document.of(row_type))
    try:
        _write(document, path, kind, now_utc=now_utc, words=words or PlanWords())
    except OSError as error:
        if error.errno in FULL_ERRNOS:
            raise DiskFull("store.disk_full") from error
        raise UserError("exchange.cannot_write", file=path.name) from error
    return WrittenPlan(
        engagements=len(document.of(PlanProjectRow)),
        items=len(document.of(PlanItemRow)),
        links=len(document.of(PlanLinkRow)),
        bookings=len(document.of(PlanBookingRow)),
        unwritten=tuple((code, count) for code, count in sorted(unwritten.items()) if count),
    )


_LEFT_OUT: Final[Mapping[PlanFormat, tuple[tuple[type[PlanRow], str], ...]]] = {
    PlanFormat.CALENDAR: (
        (PlanLinkRow, "links"), (PlanPatternRow, "patterns"), (DayEventRow, "days"), (PlanBaselineRow, "baselines"),
    ),
    PlanFormat.CSV: (
        (PlanBookingRow, "bookings"), (PlanPatternRow, "patterns"), (DayEventRow, "days"),
        (PlanBaselineRow, "baselines"),
    ),
    PlanFormat.XLSX: (
        (PlanBookingRow, "bookings"), (PlanPatternRow, "patterns"), (DayEventRow, "days"),
        (PlanBaselineRow, "baselines"),
    ),
}  # fmt: skip


def _write(document: PlanDocument, path: Path, kind: PlanFormat, *, now_utc: int, words: PlanWords) -> None:
    match kind:
        case PlanFormat.PROJECT:
            body = project_xml(document, now_utc=now_utc)
            deliver(path, lambda stream: stream.write(body))
        case PlanFormat.CALENDAR:
            ics = calendar_bytes(calendar_entries(document, words), name=document.title, now_utc=now_utc)
            deliver(path, lambda stream: stream.write(ics))
        case PlanFormat.CSV:
            write_csv(path, *plan_table(document))
        case PlanFormat.XLSX:
            write_xlsx(path, *plan_table(document), sheet=words.title)


def calendar_entries(document: PlanDocument, words: PlanWords) -> list[CalendarEntry]:
    """Return dates, deadlines of tasks, and bookings with their days."""
    projects = {row.source_key: row for row in document.of(PlanProjectRow)}
    items = {row.source_key: row for row in document.of(PlanItemRow)}
    made: list[CalendarEntry] = []

    def add(row: PlanItemRow | PlanBookingRow, what: str, text: str, *, days: tuple[date, date], **more: Any) -> None:
        if row.own_id is None:
            return
        project = projects[row.project]
        summary = text.format(client=project.client, engagement=project.title, **more)
        made.append(
            CalendarEntry(
                uid=f"{what}-{row.own_id.hex()}@engagedesk",
                sequence=max(0, document.versions.get(row.own_id, 1) - 1),
                summary=summary,
                category=what.capitalize(),
                starts=days[0],
                ends=days[1],
            )
        )

    for row in items.values():
        if row.is_point and row.due is not None:
            add(row, row.kind.value, words.date, days=(row.due, row.due), name=row.name)
        elif row.deadline is not None and row.done_on is None:
            add(row, "deadline", words.deadline, days=(row.deadline, row.deadline), name=row.name)
    for booking in document.of(PlanBookingRow):
        item = items.get(booking.item)
        days = _booked_days(document, booking, item)
        if days is not None:
            text = words.booking if item is not None else words.booking_of
            name = item.name if item is not None else ""
            add(booking, "booking", text, days=days, percent=booking.percent, name=name)
    return sorted(made, key=lambda one: (one.starts, one.ends, one.uid))


def _booked_days(document: PlanDocument, booking: PlanBookingRow, item: PlanItemRow | None) -> tuple[date, date] | None:
    place = None
    if item is not None:
        place = (item.starts, item.ends) if item.starts is not None else document.reckoned.get(item.source_key)
    starts = booking.starts or (day_of(place[0]) if place is not None and place[0] is not None else None)
    ends = booking.ends or (day_of(place[1]) if place is not None and place[1] is not None else None)
    return (starts, ends) if starts is not None and ends is not None and starts <= ends else None


class _Reading:
    """Turns the rows of the store into rows of a file."""

    def __init__(self, session: Session, engagements: Sequence[bytes], *, today: date, real_names: bool) -> None:
        self._session = session
        self._store: KnownPlan = known_plan(session, today=today)
        self._book = plan_book(session, today=today, states=EVERY_STATE, shared=self._store.calendars)
        self._wanted = engagements
        self._real_names = real_names
        self._unwritten: Counter[str] = Counter()
        self._items: dict[bytes, PlanItemRow] = {}
        self._projects: dict[bytes, str] = {}
        self._reckoned: dict[str, tuple[Civil, Civil]] = {}

    def document(self, title: str) -> PlanDocument:
        rows: list[PlanRow] = [*self._project_rows()]
        phases = self._phases()
        items = self._item_rows()
        bookings = [*self._bookings()]
        people = self._people(items, bookings)
        rows += [*people.values(), *phases, *items, *self._links(), *bookings]
        rows += [*self._patterns(people), *self._events(people), *self._baselines()]
        return PlanDocument(
            title=title,
            rows=tuple(rows),
            unwritten=tuple(sorted(self._unwritten.items())),
            reckoned=self._reckoned,
            versions={one: row["version"] for table in (*ITEM_TABLES, "booking") for one, row in self._rows(table)},
        )

    def _rows(self, table: str) -> Iterable[tuple[bytes, Columns]]:
        return self._store.rows[table].items()

    def _mine(self, table: str, order: Callable[[Columns], Any]) -> list[Columns]:
        place = {engagement: number for number, engagement in enumerate(self._projects)}
        rows = [row for _, row in self._rows(table) if row["engagement_id"] in place]
        return sorted(rows, key=lambda row: (place[row["engagement_id"]], order(row)))

    def _project_rows(self) -> list[PlanProjectRow]:
        query = (
            select(Engagement.id, Engagement.title, Client.name, Client.code_name)
            .join(Client, Client.id == Engagement.client_id)
            .order_by(Engagement.priority, Client.name, Engagement.title, Engagement.id)
        )
        query = (
            query.where(Engagement.id.in_(self._wanted)) if self._wanted else query.where(Engagement.state.in_(LIVE))
        )
        codes: dict[bytes, str] = {}
        for engagement, code in self._session.execute(
            select(ChargeCode.engagement_id, ChargeCode.code).order_by(ChargeCode.position, ChargeCode.code)
        ):
            if engagement is not None:
                codes.setdefault(engagement, code)
        made = []
        for one, title, name, code_name in self._session.execute(query):
            self._projects[one] = f"own:engagement:{one.hex()}"
            client = name if self._real_names else code_name or name
            made.append(PlanProjectRow(0, self._projects[one], one, client, title, codes.get(one, "")))
        if not made:
            raise UserError("exchange.nothing")
        return made

    def _phases(self) -> list[PlanPhaseRow]:
        places: Counter[bytes] = Counter()
        made = []
        for row in self._mine("phase", lambda r: (r["position"], r["id"])):
            number = places[row["engagement_id"]]
            places[row["engagement_id"]] += 1
            key, project = f"own:phase:{row['id'].hex()}", self._projects[row["engagement_id"]]
            made.append(
                PlanPhaseRow(0, key, row["id"], project, row["name"], number, row["starts"], row["ends"], row["state"])
            )
        return made

    def _item_rows(self) -> list[PlanItemRow]:
        orders: dict[str, Callable[[Columns], Any]] = {
            "task": lambda r: (r["position"], r["id"]),
            "milestone": lambda r: (r["due"], r["id"]),
            "deliverable": lambda r: (r["due"], r["id"]),
        }
        made = []
        for table, order in orders.items():
            places: Counter[bytes] = Counter()
            for row in self._mine(table, order):
                number = places[row["engagement_id"]]
                places[row["engagement_id"]] += 1
                item = self._item(table, row, number)
                self._items[row["id"]] = item
                made.append(item)
        return made

    def _item(self, table: str, row: Columns, position: int) -> PlanItemRow:
        kind, key = PlanItemKind(table), f"own:{table}:{row['id'].hex()}"
        reckoned = self._book.items.get(PlanItemId(row["id"]))
        owner = row["owner_id"]
        common: dict[str, Any] = {
            "line": 0,
            "source_key": key,
            "own_id": row["id"],
            "kind": kind,
            "project": self._projects[row["engagement_id"]],
            "phase": "" if row["phase_id"] is None else f"own:phase:{row['phase_id'].hex()}",
            "name": row["name"],
            "position": position,
            "due": row["due"],
            "deadline": row["deadline"],
            "done_on": row["done_on"],
            "pinned": row["pinned"],
            "owner": "" if owner is None else f"own:person:{owner.hex()}",
        }
        if kind is not PlanItemKind.TASK:
            at = reckoned.ends if reckoned is not None else self._store.calendars.firm.due_at(row["due"])
            made = PlanItemRow(**common, starts=at, ends=at)
            if kind is PlanItemKind.DELIVERABLE:
                progress, estimate = row["progress_percent"], row["estimate_s"]
                made = replace(made, state=row["state"], estimate_s=estimate, progress_percent=progress)
            return made
        starts, ends = row["starts_civil"], row["ends_civil"]
        if starts is None and reckoned is not None:
            self._reckoned[key] = (reckoned.starts, reckoned.ends)
        names = (
            "estimate_s", "basis", "duration_s", "demand_percent", "role", "earliest", "started_on", "progress_percent",
            "remaining_s", "note",
        )  # fmt: skip
        return PlanItemRow(**common, starts=starts, ends=ends, **{name: row[name] for name in names})

    def _people(self, items: Iterable[PlanItemRow], bookings: Iterable[PlanBookingRow]) -> dict[bytes, PlanPersonRow]:
        wanted = {row.owner for row in items} | {row.person for row in bookings}
        found = self._session.execute(select(Person.id, Person.name, Person.email).order_by(Person.name, Person.id))
        return {
            one: PlanPersonRow(0, f"own:person:{one.hex()}", one, name, email)
            for one, name, email in found
            if f"own:person:{one.hex()}" in wanted
        }

    def _links(self) -> list[PlanLinkRow]:
        made = []
        for _, row in sorted(self._rows("plan_link")):
            leader, follower = self._items.get(row["from_id"]), self._items.get(row["to_id"])
            if leader is None or follower is None:
                self._unwritten["far_links"] += (leader is None) != (follower is None)
                continue
            key = f"{leader.source_key}>{follower.source_key}:{row['kind'].value}"
            made.append(PlanLinkRow(0, key, None, leader.source_key, follower.source_key, row["kind"], row["lag_s"]))
        return made

    def _bookings(self) -> list[PlanBookingRow]:
        made = []
        for row in self._mine("booking", lambda r: r["id"]):
            task = row["task_id"]
            item = self._items.get(task) if task is not None else None
            made.append(
                PlanBookingRow(
                    line=0,
                    source_key=f"own:booking:{row['id'].hex()}",
                    own_id=row["id"],
                    project=self._projects[row["engagement_id"]],
                    item="" if item is None else item.source_key,
                    person=f"own:person:{row['person_id'].hex()}",
                    percent=row["percent"],
                    starts=row["starts"],
                    ends=row["ends"],
                )
            )
        return made

    def _patterns(self, people: Mapping[bytes, PlanPersonRow]) -> list[PlanPatternRow]:
        made = []
        for _, row in sorted(self._rows("work_pattern"), key=lambda pair: (pair[1]["valid_from"], pair[0])):
            person = row["person_id"]
            if person is not None and person not in people:
                continue
            name = "" if person is None else people[person].source_key
            week = {day: tuple((int(a), int(b)) for a, b in spans) for day, spans in sorted(row["week"].items())}
            made.append(
                PlanPatternRow(
                    line=0,
                    source_key=f"own:pattern:{name}:{row['valid_from'].isoformat()}",
                    person=name,
                    valid_from=row["valid_from"],
                    valid_to=row["valid_to"],
                    country=row["country"],
                    subdivision=row["subdivision"],
                    week={day: spans for day, spans in week.items() if spans},
                )
            )
        return made

    def _events(self, people: Mapping[bytes, PlanPersonRow]) -> list[DayEventRow]:
        made = []
        ordinals: Counter[str] = Counter()
        for _, row in sorted(self._rows("calendar_event"), key=lambda pair: (pair[1]["starts"], pair[0])):
            person, engagement = row["person_id"], row["engagement_id"]
            if (person is not None and person not in people) or (
                engagement is not None and engagement not in self._projects
            ):
                continue
            if (person is not None and engagement is not None) or (
                row["day_s"] == 0 and row["kind"] is not CalendarEventKind.OVERTIME
            ):
                self._unwritten["days_of_both"] += 1
                continue
            who = "" if person is None else people[person].source_key
            project = "" if engagement is None else self._projects[engagement]
            stem = f"own:day:{who}:{project}:{row['kind'].value}:{row['starts'].isoformat()}"
            ordinals[f"{stem}:{row['name']}"] += 1
            number = ordinals[f"{stem}:{row['name']}"]
            key = f"{stem}:{number}:{row['name']}"
            made.append(
                DayEventRow(0, key, row["kind"], who, project, row["starts"], row["ends"], row["day_s"], row["name"])
            )
        return made

    def _baselines(self) -> list[PlanBaselineRow]:
        places: dict[bytes, list[BaselinePlaceRow]] = {}
        order = {one: number for number, one in enumerate(self._items)}
        for _, row in self._rows("baseline_item"):
            item = self._items.get(row["item_id"])
            if item is None:
                self._unwritten["baseline_places"] += row["engagement_id"] in self._projects
                continue
            places.setdefault(row["baseline_id"], []).append(
                BaselinePlaceRow(
                    item.source_key, item.kind, row["name"], Civil(row["starts_civil"]), Civil(row["ends_civil"]),
                    row["estimate_s"],
                )
            )  # fmt: skip
        made = []
        rows = [row for _, row in self._rows("baseline") if row["id"] in places]
        rows.sort(key=lambda row: (-row["taken_utc"], row["id"]))
        self._unwritten["baselines"] += max(0, len(rows) - BASELINES)
        keys = {item.source_key: order[one] for one, item in self._items.items()}
        for row in rows[:BASELINES]:
            engagement = row["engagement_id"]
            stood = sorted(places[row["id"]], key=lambda place: keys[place.item])
            made.append(
                PlanBaselineRow(
                    line=0,
                    source_key=f"own:baseline:{row['id'].hex()}",
                    own_id=row["id"],
                    project="" if engagement is None else self._projects.get(engagement, ""),
                    name=row["name"],
                    taken_utc=row["taken_utc"],
                    places=tuple(stood),
                )
            )
        return made
