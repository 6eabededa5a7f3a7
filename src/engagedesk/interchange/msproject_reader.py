"""Turn the records of a Microsoft Project file into the rows of a plan.

Dates are taken as they stand: what the file places is placed, and nothing is reckoned anew. The first level of an
outline is phases; a deeper summary becomes part of its tasks' names. Files that we wrote say more (``details_of``),
and give back exactly what went out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Final, TypeVar

from engagedesk.domain.civil import Civil, civil, day_of
from engagedesk.domain.states import DeliverableState, PhaseState, PlanItemKind, TaskBasis
from engagedesk.errors import UserError
from engagedesk.interchange import msproject_known as known
from engagedesk.interchange import msproject_terms as terms
from engagedesk.interchange.msproject_nodes import Leftovers, Node, node_of
from engagedesk.interchange.msproject_people import People
from engagedesk.interchange.plan_rows import (
    ORDER,
    BaselinePlaceRow,
    PlanBaselineRow,
    PlanItemRow,
    PlanLinkRow,
    PlanPhaseRow,
    PlanProjectRow,
    PlanRow,
)
from engagedesk.interchange.reading import RawTable
from engagedesk.interchange.rows import RejectedRow, Remark
from engagedesk.interchange.values import Unreadable, short
from engagedesk.interchange.xml_records import COUNTS, PROJECT

E = TypeVar("E", bound=StrEnum)

MOST_TASKS: Final = 20_000
DEEPEST: Final = 100
NAME_LIMIT: Final = 200
JOINT: Final = " › "


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """What a file says of a plan, in the order of ``plan_rows.ORDER``."""

    rows: tuple[PlanRow, ...]
    rejected: tuple[RejectedRow, ...]
    remarks: tuple[Remark, ...]
    not_modelled: tuple[tuple[str, int], ...]
    title: str
    ours: bool


@dataclass(slots=True)
class _Summary:
    level: int
    name: str
    project: str
    phase: str
    """Key of the phase that it is, or that it stands in; "" = it is an engagement."""
    path: str
    """What it adds to its tasks' names."""


@dataclass(slots=True)
class _Task:
    node: Node
    details: dict[str, str]
    level: int
    summary: bool
    uid: str = field(default="")


def read_project(table: RawTable) -> ReadPlan:
    """Return the plan of a file's records; ``UserError`` (``import.plan.*``) where the whole of it cannot be."""
    return _Reader(table).read()


class _Reader:
    def __init__(self, table: RawTable) -> None:
        self._table = table
        self.leftovers = Leftovers()
        self._rows: list[PlanRow] = []
        self._rejected: list[RejectedRow] = []
        self._remarks: list[Remark] = []
        self._nodes: dict[str, list[Node]] = {}
        for line, cells in table.rows:
            node = node_of(line, cells)
            self._nodes.setdefault(node.tag, []).append(node)
        self._project = next(iter(self._nodes.get(PROJECT, ())), Node(PROJECT, 1))
        self._space = ""
        self._default = ""
        self._ours = False
        self._keys: dict[str, str] = {}
        """UID of a task -> key of its item."""
        self._summaries: set[str] = set()
        self._items: dict[str, PlanItemRow] = {}
        self._positions: dict[str, int] = {}

    def read(self) -> ReadPlan:
        tasks = self._tasks()
        self._ours = any(task.details for task in tasks)
        self._space = self._name_space()
        people = People(self._nodes, self._project, self.leftovers, space=self._space, ours=self._ours)
        people.of_tasks([(task.uid, task.details) for task in tasks])
        self._walk(tasks, people)
        self._link(tasks)
        bookings = people.bookings(self._keys, self._items, self._projects_by_uid)
        self._rows += [*people.rows, *bookings, *people.patterns(), *people.events(self._calendar_owners)]
        self._baselines(tasks)
        self._count(tasks)
        if not self._rejected and not any(isinstance(row, PlanProjectRow) for row in self._rows):
            raise UserError("import.plan.no_tasks", file=self._table.name)
        place = {kind: number for number, kind in enumerate(ORDER)}
        self._rows.sort(key=lambda row: place[type(row)])
        if self._table.cut_at is not None:
            raise UserError("import.file.too_much", file=self._table.name)
        return ReadPlan(
            rows=tuple(self._rows),
            rejected=tuple(sorted([*self._rejected, *people.rejected], key=lambda row: row.line)),
            remarks=tuple(self._remarks),
            not_modelled=self.leftovers.listed(),
            title=self._title(),
            ours=self._ours,
        )

    # --- the outline ------------------------------------------------------------------------------------------

    def _tasks(self) -> list[_Task]:
        made: list[_Task] = []
        nodes = self._nodes.get("Task", [])
        if len(nodes) > MOST_TASKS:
            raise UserError("import.plan.too_many", file=self._table.name, limit=MOST_TASKS)
        for node in nodes:
            if node.flag("IsNull"):
                continue
            level = self._level(node)
            if level > DEEPEST:
                raise UserError("import.plan.too_deep", file=self._table.name, line=node.line, limit=DEEPEST)
            details: dict[str, str] = {}
            for one in node.all("ExtendedAttribute"):
                if one.raw("FieldID") == terms.DETAILS_FIELD:
                    details = terms.details_of(one.values.get("Value", ""))
            made.append(_Task(node, details, level, node.flag("Summary"), node.raw("UID") or f"#{node.line}"))
        for task, following in pairwise(made):
            task.summary = task.summary or following.level > task.level
        return made

    def _level(self, node: Node) -> int:
        if node.raw("OutlineLevel"):
            return node.number("OutlineLevel", 1)
        if node.raw("UID") == "0":
            return 0
        number = node.raw("OutlineNumber") or node.raw("WBS")
        return number.count(".") + 1 if number else 1

    def _walk(self, tasks: list[_Task], people: People) -> None:
        self._projects_by_uid: dict[str, str] = {}
        self._calendar_owners: dict[str, str] = {}
        stack: list[_Summary] = []
        for task in tasks:
            node = task.node
            if task.level == 0:
                continue
            while stack and stack[-1].level >= task.level:
                stack.pop()
            if node.flag("ExternalTask"):
                self.leftovers.note("ExternalTask")
                continue
            if node.values.get("Active", "1").strip() == "0":
                self.leftovers.note("Active")
                continue
            if task.details.get("engagedesk") == "engagement":
                key = self._project_row(task)
                self._projects_by_uid[task.uid] = key
                self._summaries.add(task.uid)
                if node.number("CalendarUID", -1) >= 0:
                    self._calendar_owners[node.raw("CalendarUID")] = key
                stack.append(_Summary(task.level, node.text("Name"), key, "", ""))
                continue
            above = stack[-1] if stack else None
            project = above.project if above is not None else self._default_project()
            is_phase = task.summary and task.details.get("engagedesk") in (None, "phase")
            if is_phase or task.details.get("engagedesk") == "phase":
                self._summaries.add(task.uid)
                if above is None or not above.phase:
                    phase = self._phase_row(task, project)
                    stack.append(_Summary(task.level, node.text("Name"), project, phase, ""))
                else:
                    path = above.path + node.text("Name") + JOINT
                    stack.append(_Summary(task.level, node.text("Name"), project, above.phase, path))
                continue
            try:
                self._item_row(task, project, above, people)
            except Unreadable as problem:
                self._rejected.append(RejectedRow(node.line, problem.code, problem.params))

    def _project_row(self, task: _Task) -> str:
        own = _id(task.details.get("id", ""))
        key = f"own:engagement:{own.hex()}" if own else f"{self._space}:engagement:{task.uid}"
        self._rows.append(
            PlanProjectRow(
                line=task.node.line,
                source_key=key,
                own_id=own,
                client=task.details.get("client", ""),
                title=task.details.get("title", ""),
                code=task.details.get("code", ""),
            )
        )
        self._default = self._default or key
        return key

    def _default_project(self) -> str:
        """Return the engagement of tasks that stand in none: the file's own."""
        if not self._default:
            self._default = f"{self._space}:engagement"
            self._rows.append(
                PlanProjectRow(
                    line=1,
                    source_key=self._default,
                    own_id=None,
                    client=self._project.text("Company"),
                    title=self._title(),
                    code="",
                )
            )
        return self._default

    def _title(self) -> str:
        title = self._project.text("Title")
        if not title:
            title = next(
                (n.text("Name") for n in self._nodes.get("Task", ()) if n.raw("UID") == "0" and n.text("Name")), ""
            )
        title = title or self._project.text("Name") or self._table.name
        return short(title.removesuffix(".xml").removesuffix(".mpp"))

    def _name_space(self) -> str:
        """Return what tells this plan from others, and stays when its file is written again."""
        own = self._project.raw("GUID")
        if own and own.strip("{}0-"):
            return own.casefold()
        return f"{self._project.text('Title') or self._project.text('Name')}|{self._project.raw('CreationDate')}"

    def _phase_row(self, task: _Task, project: str) -> str:
        node, details = task.node, task.details
        own = _id(details.get("id", ""))
        key = f"own:phase:{own.hex()}" if own else f"{self._space}:{task.uid}"
        starts, ends = self._soft_day(node, "Start"), self._soft_day(node, "Finish")
        if details:
            starts, ends = _detail_day(details, "starts"), _detail_day(details, "ends")
        if starts is not None and ends is not None and ends < starts:
            starts = ends = None
        self._rows.append(
            PlanPhaseRow(
                line=node.line,
                source_key=key,
                own_id=own,
                project=project,
                name=_cut(node.text("Name")) or "—",
                position=self._next(f"phase:{project}"),
                starts=starts,
                ends=ends,
                state=_word(details.get("state", ""), PhaseState),
            )
        )
        return key

    def _soft_day(self, node: Node, name: str) -> date | None:
        try:
            return terms.day(node.raw(name))
        except Unreadable:
            return None

    def _next(self, of: str) -> int:
        self._positions[of] = self._positions.get(of, -1) + 1
        return self._positions[of]

    # --- items ------------------------------------------------------------------------------------------------

    def _item_row(self, task: _Task, project: str, above: _Summary | None, people: People) -> None:
        node, details = task.node, task.details
        own = _id(details.get("id", ""))
        kind = _word(details.get("engagedesk", ""), PlanItemKind)
        if kind is None:
            kind = PlanItemKind.MILESTONE if node.flag("Milestone") else PlanItemKind.TASK
        name = f"{above.path if above is not None else ''}{node.text('Name')}"
        if not node.text("Name"):
            raise Unreadable("import.plan.no_name")
        key = f"own:{kind.value}:{own.hex()}" if own else f"{self._space}:{task.uid}"
        for where in ("Start", "Finish"):
            if terms.has_zone(node.raw(where)):
                self._remark_once("import.plan.zone_dropped")
        starts, ends = terms.place(node.raw("Start")), terms.place(node.raw("Finish"))
        if starts is not None and ends is not None and ends < starts:
            raise Unreadable("import.row.end_before_start")
        common = {
            "line": node.line,
            "source_key": key,
            "own_id": own,
            "kind": kind,
            "project": project,
            "phase": above.phase if above is not None else "",
            "name": _cut(name),
            "position": self._next(f"{kind.value}:{project}"),
            "deadline": terms.day(node.raw("Deadline")),
            "owner": people.owner_of(task.uid, details),
            "pinned": node.flag("Manual") or node.raw("ConstraintType") in ("2", "3"),
            "done_on": self._done_on(node, ends),
        }
        if details:
            # Our own file says so in the element; nothing is to be concluded from a percentage.
            common["done_on"] = terms.day(node.raw("ActualFinish"))
        if kind is PlanItemKind.TASK:
            row = self._task_row(task, people, common, starts=starts, ends=ends)
        else:
            at = ends if ends is not None else starts
            # What another program moved counts: the element, not what we noted beside it.
            due = _detail_day(details, "due") if at is None else day_of(at)
            if due is None:
                raise Unreadable("import.row.no_date")
            place = at if at is not None else civil(due)
            row = PlanItemRow(
                **common,  # type: ignore[arg-type]  # each value has its field's type
                starts=place,
                ends=place,
                due=due,
                estimate_s=self._work(node, details) if kind is PlanItemKind.DELIVERABLE else None,
                progress_percent=_percent(node) if kind is PlanItemKind.DELIVERABLE else 0,
                state=_word(details.get("state", ""), DeliverableState),
            )
        if len(name) > NAME_LIMIT:
            self._remark_once("import.plan.name_cut")
        self._rows.append(row)
        self._items[key] = row
        self._keys[task.uid] = key

    def _task_row(
        self, task: _Task, people: People, common: dict[str, object], *, starts: Civil | None, ends: Civil | None
    ) -> PlanItemRow:
        node, details = task.node, task.details
        estimate, duration = self._work(node, details), terms.duration_s(node.raw("Duration"))
        silent: set[str] = set()
        due: date | None = None
        constraint = node.raw("ConstraintType")
        earliest = terms.day(node.raw("ConstraintDate")) if constraint == "4" else None
        if constraint == "7" and common["deadline"] is None:
            common["deadline"] = terms.day(node.raw("ConstraintDate"))
        elif constraint in ("1", "5", "6"):
            self.leftovers.note("ConstraintType")
        if details:
            due, earliest = _detail_day(details, "due"), _detail_day(details, "earliest")
            if "placed" in details and details["placed"] in ("0", f"{starts},{ends}"):
                # Nobody put it there, and nobody has moved it since.
                starts = ends = None
            basis = TaskBasis.DURATION if node.raw("Type") == "1" else TaskBasis.EFFORT
            duration = duration if basis is TaskBasis.DURATION else None
            remaining = _number(details, "remaining")
            if remaining is not None and node.raw("RemainingWork"):
                remaining = terms.duration_s(node.raw("RemainingWork"))
            demand = people.own_demand_of(task.uid, details) or _number(details, "demand") or 100
        else:
            remaining, demand = None, people.demand_of(task.uid)
            silent = {"due", "remaining_s", *people.silent_of(task.uid)}
            if "Notes" not in node.values:
                silent.add("note")
            basis = TaskBasis.DURATION if node.raw("Type") == "1" or estimate is None else TaskBasis.EFFORT
            if node.raw("DurationFormat") in terms.ELAPSED | terms.ELAPSED_PERCENT and duration:
                self.leftovers.note("DurationFormat")
                duration = None
            duration = duration if duration is not None and duration > 0 else None
            if basis is TaskBasis.EFFORT or duration is None:
                basis, duration = TaskBasis.EFFORT, None
            if (starts is None) != (ends is None):
                # One end alone places nothing: it is kept as the bound that it is.
                earliest = earliest or (day_of(starts) if starts is not None else None)
                if ends is not None:
                    due, silent = day_of(ends), silent - {"due"}
                starts = ends = None
                common["pinned"] = False
                self._remarks.append(Remark(node.line, "import.plan.half_placed", {"name": short(str(common["name"]))}))
        return PlanItemRow(
            **common,  # type: ignore[arg-type]  # each value has its field's type
            starts=starts,
            ends=ends,
            estimate_s=estimate,
            due=due,
            earliest=earliest,
            started_on=terms.day(node.raw("ActualStart")),
            progress_percent=_percent(node),
            remaining_s=remaining,
            duration_s=duration,
            basis=basis,
            demand_percent=min(100, max(1, demand)),
            role=details.get("role", "") if details else people.role_of(task.uid),
            note=node.values.get("Notes", "").strip(),
            silent=frozenset(silent),
        )

    def _work(self, node: Node, details: dict[str, str]) -> int | None:
        work = terms.duration_s(node.raw("Work"))
        if work is not None and work < 0:
            raise Unreadable("import.row.negative", value=short(node.raw("Work")))
        return work if work or (work == 0 and details.get("work") == "0") else None

    def _done_on(self, node: Node, ends: Civil | None) -> date | None:
        done = terms.day(node.raw("ActualFinish"))
        if done is None and _percent(node) == 100 and ends is not None:
            done = day_of(ends)
        return done

    def _remark_once(self, code: str) -> None:
        if not any(remark.code == code for remark in self._remarks):
            self._remarks.append(Remark(0, code))

    # --- links and baselines ----------------------------------------------------------------------------------

    def _link(self, tasks: Sequence[_Task]) -> None:
        seen: set[tuple[str, str, str]] = set()
        for task in tasks:
            to_key = self._keys.get(task.uid)
            for one in task.node.all("PredecessorLink"):
                before = one.raw("PredecessorUID")
                if one.flag("CrossProject"):
                    self.leftovers.note("PredecessorLink/CrossProject")
                    continue
                from_key = self._keys.get(before)
                if to_key is None or from_key is None:
                    ends = {before, task.uid} & self._summaries
                    self.leftovers.note("PredecessorLink (Summary)" if ends else "PredecessorLink")
                    continue
                kind = terms.LINK_KINDS.get(one.raw("Type") or "1")
                if kind is None:
                    self.leftovers.note("PredecessorLink/Type")
                    continue
                if from_key == to_key:
                    params = {"name": short(task.node.text("Name"))}
                    self._rejected.append(RejectedRow(task.node.line, "import.plan.links_itself", params))
                    continue
                if (from_key, to_key, kind.value) in seen:
                    continue
                seen.add((from_key, to_key, kind.value))
                self._rows.append(
                    PlanLinkRow(
                        line=task.node.line,
                        source_key=f"{from_key}>{to_key}:{kind.value}",
                        own_id=None,
                        from_item=from_key,
                        to_item=to_key,
                        kind=kind,
                        lag_s=self._lag(one, task, before),
                    )
                )

    def _lag(self, link: Node, task: _Task, before: str) -> int:
        """Return a lag in working time; a lag in elapsed time or percent is turned into it once, and counted."""
        exact = _number(task.details, f"lag{before}")
        if exact is not None:
            return exact
        lag, unit = link.number("LinkLag"), link.raw("LagFormat")
        if unit in terms.PERCENT or unit in terms.ELAPSED_PERCENT:
            if lag:
                self.leftovers.note("PredecessorLink/LagFormat (%)")
            length = self._length(before)
            return length * lag // 100
        seconds = lag * terms.LAG_UNIT_S
        if unit in terms.ELAPSED and seconds:
            self.leftovers.note("PredecessorLink/LagFormat (elapsed)")
            week_s = self._project.number("MinutesPerWeek", 2400) * 60
            return seconds * min(max(week_s, 3600), 7 * 86_400) // (7 * 86_400)
        return min(max(seconds, -(10**10)), 10**10)

    def _length(self, uid: str) -> int:
        for node in self._nodes.get("Task", ()):
            if node.raw("UID") == uid:
                try:
                    return terms.duration_s(node.raw("Duration")) or 0
                except Unreadable:
                    return 0
        return 0

    def _baselines(self, tasks: Sequence[_Task]) -> None:
        named: dict[str, dict[str, str]] = {}
        for task in tasks:
            for one in task.node.all("ExtendedAttribute"):
                if one.raw("FieldID") in terms.BASELINE_FIELDS:
                    found = terms.details_of(one.values.get("Value", ""))
                    if found:
                        named.setdefault(str(terms.BASELINE_FIELDS.index(one.raw("FieldID"))), found)
        places: dict[str, list[BaselinePlaceRow]] = {}
        for task in tasks:
            item = self._items.get(self._keys.get(task.uid, ""))
            for one in task.node.all("Baseline"):
                number = one.raw("Number") or "0"
                if item is None or not number.isdigit() or int(number) >= terms.BASELINES:
                    if item is not None:
                        self.leftovers.note("Baseline/Number")
                    continue
                try:
                    starts, ends = terms.place(one.raw("Start")), terms.place(one.raw("Finish"))
                    work = terms.duration_s(one.raw("Work"))
                except Unreadable as problem:
                    self._rejected.append(RejectedRow(task.node.line, problem.code, problem.params))
                    continue
                starts, ends = starts if starts is not None else ends, ends if ends is not None else starts
                if starts is None or ends is None or ends < starts:
                    self.leftovers.note("Baseline")
                    continue
                name = task.details.get(f"bname{number}", item.name)
                estimate = work if work or (work == 0 and task.details.get(f"bwork{number}") == "0") else None
                places.setdefault(str(int(number)), []).append(
                    BaselinePlaceRow(item.source_key, item.kind, name, starts, ends, estimate)
                )
        for number in sorted(places, key=int):
            self._rows.append(self._baseline_row(number, places[number], named.get(number, {})))

    def _baseline_row(
        self, number: str, places: Sequence[BaselinePlaceRow], details: dict[str, str]
    ) -> PlanBaselineRow:
        own = _id(details.get("id", ""))
        project = details.get("project", "")
        default = self._default if not details else f"own:engagement:{project}" if project else ""
        return PlanBaselineRow(
            line=1,
            source_key=f"own:baseline:{own.hex()}" if own else f"{self._space}:baseline:{number}",
            own_id=own,
            project=default,
            name=details.get("name") or ("Baseline" if number == "0" else f"Baseline {number}"),
            taken_utc=_number(details, "taken"),
            places=tuple(places),
        )

    # --- what nobody took over --------------------------------------------------------------------------------

    def _count(self, tasks: Sequence[_Task]) -> None:
        for task in tasks:
            ours = {"CalendarUID", "Priority"} if task.details else set()
            self.leftovers.walk(task.node, known=known.TASK_KNOWN | ours, defaults=known.TASK_DEFAULTS)
            taken = (*terms.BASELINE_FIELDS, terms.DETAILS_FIELD) if task.details else ()
            for one in task.node.all("ExtendedAttribute"):
                if one.raw("FieldID") not in taken:
                    self.leftovers.note("Task/ExtendedAttribute")
        self.leftovers.walk(self._project, known=known.PROJECT_KNOWN)
        for node in self._nodes.get("Assignment", ()):
            self.leftovers.walk(node, known=known.ASSIGNMENT_KNOWN)
        for node in self._nodes.get(COUNTS, ()):
            for name, count in node.values.items():
                if name not in known.CONTAINERS_KNOWN and count.isdigit():
                    self.leftovers.note(name, int(count))


def _id(text: str) -> bytes | None:
    try:
        found = bytes.fromhex(text)
    except ValueError:
        return None
    return found if len(found) == 16 else None


def _cut(name: str) -> str:
    return name if len(name) <= NAME_LIMIT else name[: NAME_LIMIT - 1] + "…"


def _percent(node: Node) -> int:
    return min(100, max(0, node.number("PercentComplete")))


def _number(details: dict[str, str], name: str) -> int | None:
    text = details.get(name, "")
    body = text.removeprefix("-")
    return int(text) if body.isascii() and body.isdigit() and len(body) <= 15 else None


def _detail_day(details: dict[str, str], name: str) -> date | None:
    try:
        return date.fromisoformat(details[name]) if details.get(name) else None
    except ValueError:
        return None


def _word(text: str, words: type[E]) -> E | None:
    try:
        return words(text)
    except ValueError:
        return None
