"""The people of a Microsoft Project file: who owns and is booked on what, and when they work.

A generic resource is a role. A task's only person owns it; of several the first owns it and all are booked. Base
calendars of other people's files are not ours: their weeks are compared, never taken over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from engagedesk.domain.civil import day_of
from engagedesk.domain.states import CalendarEventKind
from engagedesk.interchange import msproject_known as known
from engagedesk.interchange import msproject_terms as terms
from engagedesk.interchange.msproject_calendars import Exceptional, ForeignCalendar, Spans, calendar_of
from engagedesk.interchange.msproject_nodes import Leftovers, Node
from engagedesk.interchange.plan_rows import DayEventRow, PlanBookingRow, PlanItemRow, PlanPatternRow, PlanPersonRow
from engagedesk.interchange.rows import RejectedRow
from engagedesk.interchange.values import Unreadable

SINCE_EVER: Final = date(2000, 1, 1)
EVENT_WORDS: Final = {kind.value.capitalize(): kind for kind in CalendarEventKind}
WEEK_DETAIL: Final = "pattern"


@dataclass(frozen=True, slots=True)
class _Assigned:
    node: Node
    uid: str
    resource: str
    percent: int


class People:
    """Reads resources, assignments and calendars, and answers for tasks who is on them."""

    def __init__(
        self,
        nodes: Mapping[str, list[Node]],
        project: Node,
        leftovers: Leftovers,
        *,
        space: str,
        ours: bool,
    ) -> None:
        self._project = project
        self._leftovers = leftovers
        self._space = space
        self._ours = ours
        self.rows: list[PlanPersonRow] = []
        self.rejected: list[RejectedRow] = []
        self._persons: dict[str, str] = {}
        """UID of a resource -> key of the person."""
        self._roles: dict[str, str] = {}
        self._calendar_of: dict[str, str] = {}
        """UID of a calendar -> key of the person whose it is."""
        self._calendars = {c.uid: c for c in (calendar_of(n, leftovers) for n in nodes.get("Calendar", ()))}
        for node in nodes.get("Resource", ()):
            self._resource(node)
        self._assigned: dict[str, list[_Assigned]] = {}
        for node in nodes.get("Assignment", ()):
            self._assignment(node)
        self._details: dict[str, dict[str, str]] = {}

    def of_tasks(self, tasks: Sequence[tuple[str, dict[str, str]]]) -> None:
        """Take note of what our own files say beside the format's elements."""
        self._details = dict(tasks)

    def _resource(self, node: Node) -> None:
        name, uid = node.text("Name"), node.raw("UID")
        if node.flag("IsNull") or not name:
            return
        if node.raw("Type") not in ("1", "") or node.flag("IsCostResource"):
            self._leftovers.note("Resource (material, cost)")
            return
        self._leftovers.walk(node, known=known.RESOURCE_KNOWN, defaults=known.RESOURCE_DEFAULTS)
        if node.flag("IsGeneric"):
            self._roles[uid] = name
            return
        own = _uuid(node.raw("GUID")) if self._ours else None
        email = node.text("EmailAddress")
        key = f"own:person:{own.hex()}" if own else f"person:{(email or name).casefold()}"
        self._persons[uid] = key
        if any(row.source_key == key for row in self.rows):
            return
        self.rows.append(PlanPersonRow(node.line, key, own, name, email))
        if node.number("CalendarUID", -1) >= 0:
            self._calendar_of[node.raw("CalendarUID")] = key

    def _assignment(self, node: Node) -> None:
        resource = node.raw("ResourceUID")
        if resource in self._persons or resource in self._roles:
            found = _Assigned(node, node.raw("UID"), resource, _units(node.raw("Units")))
            self._assigned.setdefault(node.raw("TaskUID"), []).append(found)
        elif resource not in (terms.UNASSIGNED, ""):
            self._leftovers.note("Assignment")

    def _people_on(self, task: str) -> list[_Assigned]:
        return [one for one in self._assigned.get(task, ()) if one.resource in self._persons]

    # --- what tasks ask ---------------------------------------------------------------------------------------

    def owner_of(self, task: str, details: Mapping[str, str]) -> str:
        there = self._people_on(task)
        if details and "alone" not in details:
            return self._persons.get(details.get("owner", ""), "")
        if details:
            # Whoever has the owner's assignment now owns the task.
            there = [one for one in there if one.uid == details["alone"]] or there
        return self._persons[there[0].resource] if there else ""

    def demand_of(self, task: str) -> int:
        there = self._people_on(task)
        return min(100, there[0].percent) if len(there) == 1 else 100

    def own_demand_of(self, task: str, details: Mapping[str, str]) -> int | None:
        """Return the share of the owner's time, where the owner is assigned and not booked."""
        alone = details.get("alone")
        return next((min(100, one.percent) for one in self._people_on(task) if one.uid == alone), None)

    def role_of(self, task: str) -> str:
        return next((self._roles[a.resource] for a in self._assigned.get(task, ()) if a.resource in self._roles), "")

    def silent_of(self, task: str) -> frozenset[str]:
        """Return the fields of a task that nobody's assignment says anything about."""
        silent = set() if self.role_of(task) else {"role"}
        if not self._people_on(task):
            silent |= {"owner", "demand_percent"}
        return frozenset(silent)

    # --- bookings ---------------------------------------------------------------------------------------------

    def bookings(
        self, keys: Mapping[str, str], items: Mapping[str, PlanItemRow], projects: Mapping[str, str]
    ) -> list[PlanBookingRow]:
        """Return who is booked on which task, or on an engagement; an owner alone needs no booking."""
        made: list[PlanBookingRow] = []
        for task, assigned in self._assigned.items():
            item = items.get(keys.get(task, ""))
            project = projects.get(task, "") if item is None else item.project
            if not project or (item is not None and item.is_point):
                self._leftovers.note("Assignment (Summary, Milestone)", len(assigned))
                continue
            there = self._people_on(task)
            details = self._details.get(task, {})
            if not details and len(there) == 1 and there[0].percent <= 100:
                continue
            for one in there:
                if details.get("alone") == one.uid:
                    continue
                row = self._booking(one, item, project, details)
                if row is not None:
                    made.append(row)
        return made

    def _booking(
        self, one: _Assigned, item: PlanItemRow | None, project: str, details: Mapping[str, str]
    ) -> PlanBookingRow | None:
        try:
            starts, ends = terms.day(one.node.raw("Start")), terms.day(one.node.raw("Finish"))
        except Unreadable as problem:
            self.rejected.append(RejectedRow(one.node.line, problem.code, problem.params))
            return None
        if starts is None or ends is None or ends < starts:
            starts = ends = None
        same = (
            item is not None
            and item.starts is not None
            and item.ends is not None
            and ((starts, ends) == (day_of(item.starts), day_of(item.ends)))
        )
        if item is not None and details.get(f"days{one.uid}") != "1" and (same or details):
            starts = ends = None
        if item is None and starts is None:
            self._leftovers.note("Assignment (Summary, Milestone)")
            return None
        own = _uuid(one.node.raw("GUID")) if details else None
        where = item.source_key if item is not None else project
        person = self._persons[one.resource]
        return PlanBookingRow(
            line=one.node.line,
            source_key=f"own:booking:{own.hex()}" if own else f"{where}@{person}:{one.uid}",
            own_id=own,
            project=project,
            item=item.source_key if item is not None else "",
            person=person,
            percent=min(200, max(1, one.percent)),
            starts=starts,
            ends=ends,
        )

    # --- calendars --------------------------------------------------------------------------------------------

    def patterns(self) -> list[PlanPatternRow]:
        """Return the weeks: of our own files all that were written, else people's own and the plan's base calendar."""
        made: list[PlanPatternRow] = []
        base = self._calendars.get(self._project.raw("CalendarUID"))
        for calendar in self._calendars.values():
            person = self._calendar_of.get(calendar.uid, "")
            if self._ours:
                if person or calendar is base:
                    made += self._own_patterns(calendar, person)
            elif person and calendar.week:
                made.append(self._foreign_pattern(calendar, person))
            elif calendar is base:
                made.append(PlanPatternRow(1, f"{self._space}:week", "", SINCE_EVER, None, "", "", _worked(base.week)))
            elif not person and not calendar.is_base and calendar.week:
                self._leftovers.note("Calendar")
            if not self._ours and calendar.weeks:
                self._leftovers.note("WorkWeek", len(calendar.weeks))
        return made

    def _own_patterns(self, calendar: ForeignCalendar, person: str) -> list[PlanPatternRow]:
        made = []
        for one in calendar.weeks:
            details = terms.details_of(one.name)
            if details.get("engagedesk") != WEEK_DETAIL:
                self._leftovers.note("WorkWeek")
                continue
            made.append(
                PlanPatternRow(
                    line=1,
                    source_key=f"own:pattern:{person}:{one.starts.isoformat()}",
                    person=person,
                    valid_from=one.starts,
                    valid_to=None if details.get("open") == "1" else one.ends,
                    country=details.get("country", ""),
                    subdivision=details.get("subdivision", ""),
                    week={} if details.get("week") == "0" else _worked(one.week),
                )
            )
        return made

    def _foreign_pattern(self, calendar: ForeignCalendar, person: str) -> PlanPatternRow:
        week: dict[str, Spans] = {}
        seen: set[str] = set()
        above = self._calendars.get(calendar.base_uid)
        while above is not None and above.uid not in seen:
            seen.add(above.uid)
            week = {**above.week, **week}
            above = self._calendars.get(above.base_uid)
        week |= calendar.week
        return PlanPatternRow(1, f"{person}:week", person, SINCE_EVER, None, "", "", _worked(week))

    def events(self, owners: Mapping[str, str]) -> list[DayEventRow]:
        """Return the days that differ. ``owners`` says which calendar is an engagement's."""
        made: list[DayEventRow] = []
        for calendar in self._calendars.values():
            person = self._calendar_of.get(calendar.uid, "")
            if not self._ours and not person:
                self._leftovers.note("Calendar/Exception", len(calendar.exceptions))
                continue
            place: dict[tuple[str, str], int] = {}
            for one in calendar.exceptions:
                kind, name = self._kind_of(one)
                if kind is None:
                    continue
                stem = (f"{kind.value}:{one.starts.isoformat()}", name)
                place[stem] = place.get(stem, 0) + 1
                owner = owners.get(calendar.uid, "")
                made.append(
                    DayEventRow(
                        line=1,
                        source_key=f"{'own:' if self._ours else ''}day:{person}:{owner}:{stem[0]}:{place[stem]}:{name}",
                        kind=kind,
                        person=person,
                        project=owner,
                        starts=one.starts,
                        ends=one.ends,
                        day_s=one.day_s,
                        name=name,
                    )
                )
        return made

    def _kind_of(self, one: Exceptional) -> tuple[CalendarEventKind | None, str]:
        if self._ours:
            word, _, name = (part.strip() for part in one.name.partition(":"))
            if word == "Public holiday":
                return None, ""
            if word in EVENT_WORDS:
                return EVENT_WORDS[word], name
        kind = CalendarEventKind.LEAVE if one.day_s is None else CalendarEventKind.OVERTIME
        return kind, one.name


def _worked(week: Mapping[str, Spans]) -> dict[str, Spans]:
    """Return a week without its free days."""
    return {number: spans for number, spans in sorted(week.items()) if spans}


def _units(text: str) -> int:
    """Return units (1 = all of somebody's time) in percent; what is no number counts as all."""
    try:
        units = float(text)
    except ValueError:
        return 100
    return round(units * 100) if 0 < units < 100 else 100


def _uuid(text: str) -> bytes | None:
    try:
        found = bytes.fromhex(text.strip("{}").replace("-", ""))
    except ValueError:
        return None
    return found if len(found) == 16 else None
