"""A plan as lines of a spreadsheet: in, once the columns have their meaning, and out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from engagedesk.domain.civil import Civil, civil, clock, day_of
from engagedesk.domain.states import PlanItemKind, TaskBasis
from engagedesk.interchange.plan_rows import (
    PlanDocument,
    PlanItemRow,
    PlanLinkRow,
    PlanPersonRow,
    PlanPhaseRow,
    PlanProjectRow,
    PlanRow,
)
from engagedesk.interchange.predecessors import Predecessor, notation, predecessors_of
from engagedesk.interchange.rows import PlanLineImportRow, RejectedRow, Remark
from engagedesk.interchange.tables import OutCell
from engagedesk.interchange.values import Unreadable

DAY_BEGINS_S: Final = 9 * 3600
DAY_ENDS_S: Final = 17 * 3600 + 1800
HEADER: Final = (
    "ID", "Client", "Engagement", "Code", "Phase", "Task", "Kind", "Start", "Finish", "Work (h)", "Owner", "Role",
    "Predecessors", "% complete", "Milestone", "Due", "Deadline", "Done on", "Notes", "EngageDesk ID",
)  # fmt: skip


def rows_of_lines(
    lines: Sequence[PlanLineImportRow], *, source: str, day_s: int
) -> tuple[list[PlanRow], list[RejectedRow], list[Remark]]:
    """Return the plan that the lines make, the lines that cannot be in it, and what is worth saying."""
    return _Lines(source, day_s).read(lines)


class _Lines:
    def __init__(self, source: str, day_s: int) -> None:
        self._source = source
        self._day_s = day_s
        self._projects: dict[str, PlanProjectRow] = {}
        self._people: dict[str, PlanPersonRow] = {}
        self._phases: dict[str, PlanPhaseRow] = {}
        self._items: list[PlanItemRow] = []
        self._by_number: dict[int, PlanItemRow] = {}
        self._keys: dict[str, int] = {}
        self._rejected: list[RejectedRow] = []
        self._remarks: list[Remark] = []

    def read(self, lines: Sequence[PlanLineImportRow]) -> tuple[list[PlanRow], list[RejectedRow], list[Remark]]:
        taken: list[tuple[PlanLineImportRow, PlanItemRow]] = []
        for line in lines:
            try:
                item = self._item(line)
            except Unreadable as problem:
                self._rejected.append(RejectedRow(line.line, problem.code, problem.params))
                continue
            self._items.append(item)
            self._by_number.setdefault(line.number, item)
            taken.append((line, item))
        links: dict[tuple[str, str, str], PlanLinkRow] = {}
        for line, item in taken:
            self._links(line, item, links)
        rows: list[PlanRow] = [*self._projects.values(), *self._people.values(), *self._phases.values()]
        return [*rows, *self._items, *links.values()], self._rejected, self._remarks

    def _item(self, line: PlanLineImportRow) -> PlanItemRow:
        starts, ends = _places(line)
        project = self._project(line)
        phase = self._phase(line, project) if line.phase else ""
        due = line.due
        if line.kind is not PlanItemKind.TASK:
            at = ends if ends is not None else starts
            due = due or (day_of(at) if at is not None else None)
            if due is None:
                raise Unreadable("import.row.no_date")
            starts = ends = civil(due, DAY_ENDS_S) if ends is None else ends
        elif (starts is None) != (ends is None):
            self._remarks.append(Remark(line.line, "import.plan.half_placed", {"name": line.name}))
            due = due or (day_of(ends) if ends is not None else None)
        earliest = day_of(starts) if starts is not None and ends is None else None
        placed = starts is not None and ends is not None
        silent = {"earliest", "started_on", "remaining_s", "demand_percent", "pinned", "state"} - (
            {"earliest"} if earliest is not None else set()
        )
        pairs = (
            ("estimate_s", "work"), ("due", "due"), ("deadline", "deadline"), ("owner", "owner"), ("role", "role"),
            ("note", "note"), ("progress_percent", "progress"), ("done_on", "done"),
        )  # fmt: skip
        silent |= {name for name, column in pairs if column not in line.said}
        if "start" not in line.said and "finish" not in line.said and line.kind is PlanItemKind.TASK:
            silent |= {"starts", "ends"}
        if due is not None:
            silent.discard("due")
        duration = line.duration_s if line.work_s is None else None
        if "length" not in line.said:
            silent |= {"basis", "duration_s"}
        done_on = line.done_on
        if "done" not in line.said and line.percent == 100 and ends is not None:
            done_on, silent = day_of(ends), silent - {"done_on"}
        return PlanItemRow(
            line=line.line,
            source_key=self._key(line, project),
            own_id=line.own_id,
            kind=line.kind,
            project=project,
            phase=phase,
            name=line.name,
            position=len(self._items),
            starts=starts if placed else None,
            ends=ends if placed else None,
            estimate_s=line.work_s,
            due=due,
            deadline=line.deadline,
            earliest=earliest,
            done_on=done_on,
            progress_percent=line.percent or 0,
            duration_s=duration,
            basis=TaskBasis.DURATION if duration is not None else TaskBasis.EFFORT,
            owner=self._person(line),
            role=line.role,
            note=line.note,
            silent=frozenset(silent),
        )

    def _project(self, line: PlanLineImportRow) -> str:
        if not (line.client or line.engagement or line.code):
            raise Unreadable("import.row.no_engagement")
        stem = "|".join((line.client, line.engagement, line.code)).casefold()
        key = f"{self._source}:engagement:{stem}"
        self._projects.setdefault(key, PlanProjectRow(line.line, key, None, line.client, line.engagement, line.code))
        return key

    def _phase(self, line: PlanLineImportRow, project: str) -> str:
        key = f"{project}:phase:{line.phase.casefold()}"
        if key not in self._phases:
            position = sum(1 for row in self._phases.values() if row.project == project)
            self._phases[key] = PlanPhaseRow(line.line, key, None, project, line.phase, position, None, None, None)
        return key

    def _person(self, line: PlanLineImportRow) -> str:
        if not line.owner:
            return ""
        key = f"person:{line.owner.casefold()}"
        self._people.setdefault(key, PlanPersonRow(line.line, key, None, line.owner, ""))
        return key

    def _key(self, line: PlanLineImportRow, project: str) -> str:
        if line.own_id is not None:
            return f"own:{line.kind.value}:{line.own_id.hex()}"
        if line.source_key:
            return f"{self._source}:{line.source_key}"
        stem = f"{project}|{line.phase}|{line.name}".casefold()
        digest = hashlib.blake2b(stem.encode("utf-8", "replace"), digest_size=16).hexdigest()
        self._keys[digest] = self._keys.get(digest, 0) + 1
        return f"{self._source}:#{digest}:{self._keys[digest]}"

    def _links(
        self, line: PlanLineImportRow, item: PlanItemRow, links: dict[tuple[str, str, str], PlanLinkRow]
    ) -> None:
        try:
            named = predecessors_of(line.predecessors, day_s=self._day_s)
        except Unreadable as problem:
            self._remarks.append(Remark(line.line, problem.code, problem.params))
            return
        for one in named:
            before = self._by_number.get(one.number)
            if before is None or before.source_key == item.source_key:
                code = "import.plan.unknown_predecessor" if before is None else "import.plan.links_itself"
                self._remarks.append(Remark(line.line, code, {"number": str(one.number), "name": line.name}))
                continue
            if one.percent or one.elapsed:
                self._remarks.append(Remark(line.line, "import.plan.lag_turned", {"value": line.predecessors[:60]}))
            key = (before.source_key, item.source_key, one.kind.value)
            links[key] = PlanLinkRow(
                line=line.line,
                source_key=f"{key[0]}>{key[1]}:{key[2]}",
                own_id=None,
                from_item=before.source_key,
                to_item=item.source_key,
                kind=one.kind,
                lag_s=_lag(one, before),
            )


def _lag(one: Predecessor, before: PlanItemRow) -> int:
    if not one.percent:
        return one.lag_s
    return (before.duration_s or before.estimate_s or 0) * one.lag_s // 100


def _places(line: PlanLineImportRow) -> tuple[Civil | None, Civil | None]:
    starts = None if line.starts is None else _place(line.starts, DAY_BEGINS_S)
    ends = None if line.ends is None else _place(line.ends, DAY_ENDS_S)
    if starts is not None and ends is not None and ends < starts:
        raise Unreadable("import.row.end_before_start")
    return starts, ends


def _place(at: date, second: int) -> Civil:
    """Return a moment as a place; a day alone begins and ends as days usually do."""
    if isinstance(at, datetime):
        return civil(at.date(), at.hour * 3600 + at.minute * 60 + at.second)
    return civil(at, second)


def plan_table(document: PlanDocument) -> tuple[tuple[str, ...], list[tuple[OutCell, ...]]]:
    """Return header and lines of a plan; what the lines cannot say is said by ``lines_leave_out``."""
    projects = {row.source_key: row for row in document.of(PlanProjectRow)}
    phases = {row.source_key: row.name for row in document.of(PlanPhaseRow)}
    people = {row.source_key: row.name for row in document.of(PlanPersonRow)}
    items = document.of(PlanItemRow)
    numbers = {row.source_key: number for number, row in enumerate(items, start=1)}
    waits: dict[str, list[PlanLinkRow]] = {}
    for link in document.of(PlanLinkRow):
        if link.from_item in numbers:
            waits.setdefault(link.to_item, []).append(link)
    lines: list[tuple[OutCell, ...]] = []
    for number, row in enumerate(items, start=1):
        project = projects[row.project]
        links = [(numbers[one.from_item], one.kind, one.lag_s) for one in waits.get(row.source_key, ())]
        lines.append(
            (
                number,
                project.client,
                project.title,
                project.code,
                phases.get(row.phase, ""),
                row.name,
                row.kind.value,
                None if row.starts is None else clock(row.starts),
                None if row.ends is None else clock(row.ends),
                None if row.estimate_s is None else _hours(row.estimate_s),
                people.get(row.owner, ""),
                row.role,
                notation(links),
                row.progress_percent,
                "yes" if row.is_point else "no",
                row.due,
                row.deadline,
                row.done_on,
                row.note,
                row.own_id.hex() if row.own_id is not None else "",
            )
        )
    return HEADER, lines


def _hours(seconds: int) -> Decimal:
    hours = (Decimal(seconds) / 3600).quantize(Decimal("0.0001"))
    return hours.quantize(Decimal(1)) if hours == hours.to_integral_value() else hours.normalize()
