"""What the store knows of the plan: every row that a file could be about, and everybody's calendar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from engagedesk.domain.quick_match import fold
from engagedesk.models.base import Record
from engagedesk.models.engagements import Deliverable, Engagement, Milestone, Phase, Task
from engagedesk.models.imports import ImportKey
from engagedesk.models.people import Person
from engagedesk.models.schedule import Baseline, BaselineItem, Booking, CalendarEvent, PlanLink, WorkPattern
from engagedesk.services.queries.plan_book import LIVE
from engagedesk.services.queries.plan_calendars import Calendars, calendars

TABLES: Final[tuple[type[Record], ...]] = (
    Phase, Task, Milestone, Deliverable, PlanLink, Booking, WorkPattern, CalendarEvent, Baseline, BaselineItem,
)  # fmt: skip
ITEM_TABLES: Final = ("task", "milestone", "deliverable")

Columns = dict[str, Any]


@dataclass(slots=True)
class KnownPlan:
    """Rows by table and id, as column -> value with ``version``."""

    calendars: Calendars
    rows: dict[str, dict[bytes, Columns]] = field(default_factory=dict)
    imported: set[bytes] = field(default_factory=set)
    """Records of the plan that an import made."""
    engagements: frozenset[bytes] = frozenset()
    live: frozenset[bytes] = frozenset()
    """Engagements that are neither closed nor archived."""
    people: Mapping[bytes, str] = field(default_factory=dict)
    """Person -> name."""
    _indexed: dict[str, dict[tuple[object, ...], list[bytes]]] = field(default_factory=dict)
    _of: dict[str, dict[bytes, list[bytes]]] = field(default_factory=dict)

    def of_engagement(self, table: str, engagement: bytes) -> list[bytes]:
        """Return the ids of an engagement's rows in a table."""
        if table not in self._of:
            found: dict[bytes, list[bytes]] = defaultdict(list)
            for one, row in self.rows[table].items():
                found[row["engagement_id"]].append(one)
            self._of[table] = found
        return self._of[table].get(engagement, [])

    def named(self, table: str, engagement: bytes, folded: str) -> list[bytes]:
        """Return an engagement's rows of a name."""
        key = f"{table} by name"
        if key not in self._indexed:
            self._indexed[key] = defaultdict(list)
            for one, row in self.rows[table].items():
                self._indexed[key][row["engagement_id"], fold(row["name"])].append(one)
        return self._indexed[key].get((engagement, folded), [])

    def events_of(self, facts: tuple[object, ...]) -> list[bytes]:
        """Return the events that are exactly so: kind, person, engagement, first and last day, name."""
        if "events" not in self._indexed:
            self._indexed["events"] = defaultdict(list)
            for one, e in self.rows["calendar_event"].items():
                key = (e["kind"], e["person_id"], e["engagement_id"], e["starts"], e["ends"], e["name"])
                self._indexed["events"][key].append(one)
        return self._indexed["events"].get(facts, [])

    def item(self, record_id: bytes) -> tuple[str, Columns] | None:
        """Return an item's table and row, whatever kind it is."""
        for table in ITEM_TABLES:
            row = self.rows[table].get(record_id)
            if row is not None:
                return table, row
        return None


def known_plan(session: Session, *, today: date) -> KnownPlan:
    """Read the plan as it is."""
    found = KnownPlan(calendars(session, today=today))
    for table in TABLES:
        columns = [getattr(table, name) for name in table.__mapper__.columns.keys()]  # noqa: SIM118  a collection of columns
        rows: Mapping[bytes, Columns] = {row.id: dict(row._mapping) for row in session.execute(select(*columns))}
        found.rows[table.__tablename__] = dict(rows)
    names = [table.__tablename__ for table in TABLES]
    found.imported.update(session.scalars(select(ImportKey.record_id).where(ImportKey.kind.in_(names))))
    states = dict(session.execute(select(Engagement.id, Engagement.state)).tuples().all())
    found.engagements = frozenset(states)
    found.live = frozenset(one for one, state in states.items() if state in LIVE)
    found.people = dict(session.execute(select(Person.id, Person.name)).tuples().all())
    return found
