"""Plans from files: what is new, what differs and how, what the file no longer has. Dates stay as the file gives them.

A row is known again by the id that our own export wrote, by the key of an earlier import, or by its name within the
engagement. Only what differs from the store is written, and only while the store is as the preview showed it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from engagedesk.domain.civil import Civil, day_of
from engagedesk.domain.ids import LinkId, PlanItemId
from engagedesk.domain.network import NetworkLink, cycle_among, ordered
from engagedesk.domain.quick_match import fold
from engagedesk.domain.states import CalendarEventKind, LinkKind, PhaseState, PlanItemKind
from engagedesk.errors import UserError
from engagedesk.interchange.plan_rows import (
    DayEventRow,
    PlanBaselineRow,
    PlanBookingRow,
    PlanItemRow,
    PlanLinkRow,
    PlanPatternRow,
    PlanPersonRow,
    PlanPhaseRow,
    PlanProjectRow,
    PlanRow,
)
from engagedesk.interchange.rows import Remark
from engagedesk.services.importing.engagements import EngagementRows
from engagedesk.services.importing.known import row_hash
from engagedesk.services.importing.known_plan import ITEM_TABLES, KnownPlan
from engagedesk.services.importing.people import PeopleRows
from engagedesk.services.importing.planning import Desk, FieldChange

_UNSAID: Final = ("line", "source_key", "own_id", "position", "silent")
_TASK: Final = (
    "estimate_s", "due", "done_on", "basis", "duration_s", "demand_percent", "role", "earliest", "deadline", "pinned",
    "started_on", "progress_percent", "remaining_s", "note",
)  # fmt: skip
_MILESTONE: Final = ("due", "done_on", "deadline", "pinned")
_DELIVERABLE: Final = ("due", "done_on", "deadline", "pinned", "estimate_s", "progress_percent", "state")
_COLUMNS: Final[Mapping[PlanItemKind, tuple[str, ...]]] = {
    PlanItemKind.TASK: _TASK,
    PlanItemKind.MILESTONE: _MILESTONE,
    PlanItemKind.DELIVERABLE: _DELIVERABLE,
}


class PlanRows:
    """Takes a plan's rows in their order; ``finish`` looks at the whole of it."""

    def __init__(self, desk: Desk, engagements: EngagementRows, people: PeopleRows) -> None:
        if desk.known.plan is None:
            raise ValueError("a plan without what is known of plans")
        self._desk = desk
        self._store: KnownPlan = desk.known.plan
        self._engagements = engagements
        self._people = people
        self._ids: dict[str, bytes] = {}
        """Key of a row -> its record, there or planned."""
        self._owners: dict[str, bytes] = {}
        """Key of an item -> its engagement."""
        self._matched: set[bytes] = set()
        self._touched: dict[bytes, bool] = {}
        """Engagement that the file is about -> the file is our own."""
        self._persons: dict[str, str] = {}
        """Key of a person -> name, as the file has it."""
        self._kinds: dict[bytes, PlanItemKind] = {}
        self._made_phases: dict[bytes, str] = {}
        self._by_ends = {(r["from_id"], r["to_id"], r["kind"]): one for one, r in self._store.rows["plan_link"].items()}
        self._links: list[tuple[bytes, bytes, LinkKind, int, bool]] = []
        self._names: dict[bytes, str] = {}
        self._places: dict[bytes, tuple[Civil, Civil, bytes | None, bytes]] = {}
        self._moving: set[bytes] = set()
        """Records that are new or change."""
        self._outside = 0

    def take(self, row: PlanRow) -> None:
        match row:
            case PlanProjectRow():
                self._project(row)
            case PlanPersonRow():
                self._person(row)
            case PlanPhaseRow():
                self._phase(row)
            case PlanItemRow():
                self._item(row)
            case PlanLinkRow():
                self._link(row)
            case PlanBookingRow():
                self._booking(row)
            case PlanPatternRow():
                self._pattern(row)
            case DayEventRow():
                self.day_event(row)
            case PlanBaselineRow():
                self._baseline(row)

    # --- what the plan is about -------------------------------------------------------------------------------

    def _project(self, row: PlanProjectRow) -> None:
        desk = self._desk
        if row.own_id is not None and row.own_id in self._store.engagements:
            engagement, what = row.own_id, "unchanged"
        else:
            found = self._engagements.find(client=row.client, title=row.title, code=row.code)
            what = "created" if found is None else "unchanged"
            if found is None:
                client = self._engagements.client(row.client or row.title)
                found = self._engagements.engagement(client, row.title, client_name=row.client or row.title)
                if row.code and fold(row.code) not in desk.known.codes:
                    self._engagements.add_code(found, row.code)
            engagement = found
        self._ids[row.source_key] = engagement
        self._touched[engagement] = row.own_id is not None
        if what == "created":
            desk.report(
                row.line, what, " · ".join(part for part in (row.client, row.title) if part), thing="engagement"
            )

    def _person(self, row: PlanPersonRow) -> None:
        self._persons[row.source_key] = row.name
        if row.own_id is not None and row.own_id in self._store.people:
            self._ids[row.source_key] = row.own_id
            return
        before = len(self._desk.plan.singles)
        self._ids[row.source_key] = self._people.person(row.name, email=row.email)
        if len(self._desk.plan.singles) > before:
            self._desk.report(row.line, "created", row.name, thing="person")

    def _phase(self, row: PlanPhaseRow) -> None:
        engagement = self._ids.get(row.project)
        if engagement is None:
            return
        values: dict[str, Any] = {"name": row.name}
        values |= {"starts": row.starts, "ends": row.ends} if row.starts is not None or row.own_id is not None else {}
        values |= {"state": row.state} if row.state is not None else {}
        there = self._same_name("phase", engagement, row.name)
        record = self._settle(
            row,
            "phase",
            values,
            there=there,
            label=row.name,
            fresh={"engagement_id": engagement, "position": row.position, "state": PhaseState.PLANNED},
        )
        if record is not None:
            self._made_phases[record] = row.name

    # --- items ------------------------------------------------------------------------------------------------

    def _item(self, row: PlanItemRow) -> None:
        engagement = self._ids.get(row.project)
        if engagement is None:
            return
        table = row.kind.value
        values: dict[str, Any] = {"name": row.name, "phase_id": self._ids.get(row.phase)}
        values |= {name: getattr(row, name) for name in _COLUMNS[row.kind]}
        values["owner_id"] = self._ids.get(row.owner)
        if row.kind is PlanItemKind.TASK:
            values |= {"starts_civil": row.starts, "ends_civil": row.ends}
        if values.get("state", "") is None:
            del values["state"]
        renamed = {"owner": "owner_id", "starts": "starts_civil", "ends": "ends_civil"}
        for name in row.silent:
            values.pop(renamed.get(name, name), None)
        there = self._same_name(table, engagement, row.name, phase=values.get("phase_id"))
        fresh: dict[str, Any] = {"engagement_id": engagement}
        fresh |= {"position": row.position} if row.kind is PlanItemKind.TASK else {}
        record = self._settle(row, table, values, there=there, label=row.name, fresh=fresh)
        if record is not None:
            self._owners[row.source_key] = engagement
            self._names[record] = row.name
            self._kinds[record] = row.kind
            if row.starts is not None and row.ends is not None and record in self._moving:
                self._places[record] = (row.starts, row.ends, values.get("owner_id"), engagement)
                self._look_at_calendar(row, values.get("owner_id"), engagement)

    def _same_name(self, table: str, engagement: bytes, name: str, *, phase: bytes | None = None) -> bytes | None:
        """Return the only row of this name that no other row of the file has taken yet."""
        rows = self._store.rows[table]
        fitting = [one for one in self._store.named(table, engagement, fold(name)) if one not in self._matched]
        if len(fitting) > 1 and table != "phase":
            fitting = [one for one in fitting if rows[one]["phase_id"] == phase]
        return fitting[0] if len(fitting) == 1 else None

    def _look_at_calendar(self, row: PlanItemRow, owner: bytes | None, engagement: bytes) -> None:
        """Say where our calendar would put it elsewhere; it stays where the file has it."""
        if row.starts is None or row.ends is None or row.done_on is not None or row.is_point:
            return
        calendar = self._store.calendars.of(owner, engagement)
        for at in (row.starts, max(row.starts, Civil(row.ends - 1))):
            if not calendar.spans(day_of(at)):
                params = {"name": row.name, "day": day_of(at).isoformat()}
                self._desk.plan.placed_otherwise.append(Remark(row.line, "import.plan.free_day", params))
                return
        if calendar.next_start(row.starts) != row.starts or calendar.previous_end(row.ends) != row.ends:
            self._outside += 1

    # --- links and bookings -----------------------------------------------------------------------------------

    def _link(self, row: PlanLinkRow) -> None:
        before, after = self._ids.get(row.from_item), self._ids.get(row.to_item)
        if before is None or after is None or before == after:
            return
        there = self._by_ends.get((before, after, row.kind))
        fresh = {
            "from_kind": self._kinds[before],
            "from_id": before,
            "to_kind": self._kinds[after],
            "to_id": after,
            "kind": row.kind,
        }
        label = f"{self._names.get(before, '')} → {self._names.get(after, '')} ({row.kind.value.upper()})"
        record = self._settle(row, "plan_link", {"lag_s": row.lag_s}, there=there, label=label, fresh=fresh)
        if record is not None:
            new = record not in self._store.rows["plan_link"]
            self._links.append((before, after, row.kind, row.lag_s, new))

    def _booking(self, row: PlanBookingRow) -> None:
        person = self._ids.get(row.person)
        task = self._ids.get(row.item) if row.item else None
        engagement = self._owners.get(row.item) if row.item else self._ids.get(row.project)
        if person is None or engagement is None or (row.item and task is None):
            return
        there = row.own_id if row.own_id in self._store.rows["booking"] else None
        if there is None:
            fitting = [
                one
                for one in self._store.of_engagement("booking", engagement)
                if one not in self._matched
                and (self._store.rows["booking"][one]["task_id"], self._store.rows["booking"][one]["person_id"])
                == (task, person)
            ]
            there = fitting[0] if fitting else None
        values = {"percent": row.percent, "starts": row.starts, "ends": row.ends}
        fresh = {"engagement_id": engagement, "task_id": task, "person_id": person}
        self._settle(row, "booking", values, there=there, label=self._persons.get(row.person, ""), fresh=fresh)

    # --- calendars --------------------------------------------------------------------------------------------

    def _pattern(self, row: PlanPatternRow) -> None:
        person = self._ids.get(row.person) if row.person else None
        if row.person and person is None:
            return
        week = {number: [list(span) for span in spans] for number, spans in row.week.items()}
        theirs = {o: p for o, p in self._store.rows["work_pattern"].items() if p["person_id"] == person}
        ours = row.source_key.startswith("own:")
        if not ours and (not row.person or theirs):
            self._compare_week(row)
            return
        there = next((one for one, p in theirs.items() if p["valid_from"] == row.valid_from), None)
        if there is None and ours and theirs and not row.person:
            self._desk.plan.remarks.append(Remark(0, "import.plan.other_calendar"))
            return
        values = {
            "valid_to": row.valid_to, "country": row.country, "subdivision": row.subdivision, "week": week,
        }  # fmt: skip
        label = self._persons.get(row.person, "")
        fresh = {"person_id": person, "valid_from": row.valid_from}
        self._settle(row, "work_pattern", values, there=there, label=label, fresh=fresh)

    def _compare_week(self, row: PlanPatternRow) -> None:
        """Say that a file's base calendar is another than ours: its dates are kept, its calendar is not."""
        if row.person or not row.week:
            return
        firm = self._store.calendars.firm
        worked = {int(number) for number in row.week}
        lengths = {sum(ends - begins for begins, ends in spans) * 60 for spans in row.week.values()}
        free = set(self._store.calendars.free_weekdays())
        if worked != set(range(7)) - free or lengths != {firm.usual_day_s()}:
            self._desk.plan.remarks.append(Remark(0, "import.plan.other_calendar"))

    def day_event(self, row: DayEventRow) -> None:
        """Take days that differ: of a person, of everybody, or of an engagement."""
        person = self._desk.known.me if row.person == "me" else self._ids.get(row.person) if row.person else None
        engagement = self._ids.get(row.project) if row.project else None
        if (row.person and person is None) or (row.project and engagement is None):
            return
        fitting = self._store.events_of((row.kind, person, engagement, row.starts, row.ends, row.name))
        there = next((one for one in fitting if one not in self._matched), None)
        values = {"starts": row.starts, "ends": row.ends, "day_s": row.day_s, "name": row.name, "kind": row.kind}
        if row.kind is CalendarEventKind.OVERTIME and row.day_s is None:
            return
        fresh = {"person_id": person, "engagement_id": engagement}
        self._settle(row, "calendar_event", values, there=there, label=row.name, fresh=fresh)

    def engagement_known(self, key: str, engagement: bytes) -> None:
        """Let rows name an engagement that is there already."""
        self._ids[key] = engagement

    # --- baselines --------------------------------------------------------------------------------------------

    def _baseline(self, row: PlanBaselineRow) -> None:
        desk = self._desk
        said = _said(row)
        key, earlier, same = desk.seen_before(row.source_key, said)
        there = row.own_id if row.own_id in self._store.rows["baseline"] else earlier
        if same or (there is not None and there in self._store.rows["baseline"]):
            if not same and there is not None and self._stood(there) != self._stands(row):
                desk.plan.remarks.append(Remark(row.line, "import.plan.baseline_differs", {"name": row.name}))
            desk.note(key, "baseline", there or desk.plan.batch, said=said)
            desk.report(row.line, "unchanged", row.name, thing="baseline")
            return
        engagement = self._ids.get(row.project) if row.project else None
        places = [(place, self._ids.get(place.item), self._owners.get(place.item)) for place in row.places]
        kept = {item: (place, owner) for place, item, owner in places if item is not None and owner is not None}
        if not kept:
            return
        taken = desk.now_utc if row.taken_utc is None else row.taken_utc
        baseline = desk.create("baseline", engagement_id=engagement, name=row.name, taken_utc=taken)
        for item, (place, owner) in kept.items():
            desk.create(
                "baseline_item",
                baseline_id=baseline,
                engagement_id=owner,
                item_kind=place.kind,
                item_id=item,
                name=place.name,
                starts_civil=place.starts,
                ends_civil=place.ends,
                estimate_s=place.estimate_s,
            )
        desk.note(key, "baseline", baseline, said=said)
        desk.report(row.line, "created", row.name, thing="baseline")

    def _stood(self, baseline: bytes) -> set[tuple[Any, ...]]:
        rows = self._store.rows["baseline_item"].values()
        return {
            (r["item_id"], r["starts_civil"], r["ends_civil"], r["estimate_s"])
            for r in rows
            if r["baseline_id"] == baseline and self._store.item(r["item_id"]) is not None
        }

    def _stands(self, row: PlanBaselineRow) -> set[tuple[Any, ...]]:
        return {(self._ids.get(p.item), p.starts, p.ends, p.estimate_s) for p in row.places}

    # --- what all rows have in common -------------------------------------------------------------------------

    def _settle(
        self,
        row: PlanRow,
        table: str,
        values: Mapping[str, Any],
        *,
        there: bytes | None,
        label: str,
        fresh: Mapping[str, Any],
    ) -> bytes | None:
        """Plan one row as new, changed or unchanged; return its record, None where the person has deleted it."""
        desk = self._desk
        thing = row.kind.value if isinstance(row, DayEventRow) else table
        said = _said(row)
        key, earlier, same = desk.seen_before(row.source_key, said)
        rows = self._store.rows[table]
        own = getattr(row, "own_id", None)
        record = own if own in rows else earlier if earlier in rows else None
        if record is None and earlier is None:
            record = there
        if record is None and earlier is not None:
            # The person deleted what an earlier import brought: it does not come back.
            desk.report(row.line, "unchanged", label, thing=thing)
            return None
        if record is None:
            record = desk.create(table, **{**fresh, **values})
            desk.note(key, table, record, said=said)
            desk.report(row.line, "created", label, thing=thing)
            self._moving.add(record)
            self._ids[row.source_key] = record
            return record
        self._ids[row.source_key] = record
        self._matched.add(record)
        stored = rows[record]
        differs = {} if same else {n: v for n, v in values.items() if stored[n] != v}
        desk.note(key, table, record, said=said)
        if not differs:
            desk.report(row.line, "unchanged", label, thing=thing)
            return record
        changes = [FieldChange(n, self._shown(n, stored[n]), self._shown(n, v)) for n, v in differs.items()]
        desk.update(table, record, differs, version=stored["version"])
        desk.report(row.line, "updated", label, changes=changes, thing=thing)
        self._moving.add(record)
        return record

    def give_back(
        self, line: int, source_key: str, table: str, record: bytes, *, values: Mapping[str, Any], label: str
    ) -> None:
        """Plan new values for a record that is there, from a file that says little else of it."""
        desk = self._desk
        said = row_hash([table, record, *values.values()])
        key, _, same = desk.seen_before(source_key, said)
        stored = self._store.rows[table][record]
        differs = {} if same else {name: value for name, value in values.items() if stored[name] != value}
        desk.note(key, table, record, said=said)
        if not differs:
            desk.report(line, "unchanged", label, thing=table)
            return
        changes = [FieldChange(name, stored[name], value) for name, value in differs.items()]
        desk.update(table, record, differs, version=stored["version"])
        desk.report(line, "updated", label, changes=changes, thing=table)

    def _shown(self, name: str, value: Any) -> object:
        """Return a value as a person can read it: who and which phase instead of an id."""
        if name == "owner_id":
            named = next((key for key, one in self._ids.items() if one == value and key in self._persons), "")
            return self._store.people.get(value) or self._persons.get(named, "")
        if name == "phase_id":
            stored = self._store.rows["phase"].get(value)
            return str(stored["name"]) if stored is not None else self._made_phases.get(value, "")
        if name == "week":
            return ""
        return value

    # --- the whole --------------------------------------------------------------------------------------------

    def finish(self) -> None:
        """Refuse circles, say what the file no longer has and what our calendar would place elsewhere."""
        self._refuse_circle()
        self._say_gone()
        broken = sum(1 for link in self._links if self._is_broken(*link[:4]))
        for code, count in (("import.plan.outside_hours", self._outside), ("import.plan.links_broken", broken)):
            if count:
                self._desk.plan.placed_otherwise.append(Remark(0, code, {"count": str(count)}))

    def _refuse_circle(self) -> None:
        if not any(link[4] for link in self._links):
            return
        ends = {(before, after) for before, after, *_ in self._links}
        ends |= {(link["from_id"], link["to_id"]) for link in self._store.rows["plan_link"].values()}
        circle = circle_of(ends)
        if circle:
            names = [self._names.get(one) or self._stored_name(one) for one in circle]
            raise UserError("import.plan.circle", file=self._desk.plan.file_name, circle=" → ".join(names))

    def _stored_name(self, record: bytes) -> str:
        found = self._store.item(record)
        return "" if found is None else str(found[1]["name"])

    def _say_gone(self) -> None:
        """List what the store has and the file does not. It stays: time may be booked on it."""
        for engagement, ours in self._touched.items():
            for table in ("phase", *ITEM_TABLES):
                for one in self._store.of_engagement(table, engagement):
                    if one not in self._matched and (ours or one in self._store.imported):
                        self._desk.plan.gone += 1
                        name = str(self._store.rows[table][one]["name"])
                        self._desk.say(0, "gone", name, thing=table)

    def _is_broken(self, before: bytes, after: bytes, kind: LinkKind, lag_s: int) -> bool:
        leader, follower = self._places.get(before), self._places.get(after)
        if leader is None or follower is None:
            return False
        at = leader[1] if kind in (LinkKind.FINISH_START, LinkKind.FINISH_FINISH) else leader[0]
        end = follower[0] if kind in (LinkKind.FINISH_START, LinkKind.START_START) else follower[1]
        calendar = self._store.calendars.of(follower[2], follower[3])
        return calendar.between(at, end) < lag_s or (lag_s == 0 and calendar.between(at, end) < 0)


def circle_of(ends: Iterable[tuple[bytes, bytes]]) -> tuple[bytes, ...]:
    """Return the items of a circle among links, its first item again at its end; () where there is none."""
    links = [NetworkLink(LinkId(b""), PlanItemId(before), PlanItemId(after)) for before, after in ends]
    items = dict.fromkeys(one for link in links for one in (link.from_id, link.to_id))
    _, rest = ordered(items, links)
    circle = cycle_among(rest, links) if rest else ()
    return (*circle, circle[0]) if circle else ()


def _said(row: PlanRow) -> bytes:
    names = [name for name in row.__dataclass_fields__ if name not in _UNSAID]
    silent: frozenset[str] = getattr(row, "silent", frozenset())
    return row_hash(sorted(silent) + [getattr(row, name) for name in names])
