"""A store with one of everything, and what tests of the services ask of it: rows as they lie in the file, and a desk.

The template is made once a run; each test opens a copy, so that it may do to it what it likes.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from engagedesk.domain.budget import AlertRule
from engagedesk.domain.days import Week
from engagedesk.domain.handover import LineContent, LineKey
from engagedesk.domain.ids import EntryId, IdSource, uuid7
from engagedesk.domain.spans import Span
from engagedesk.domain.states import ExcessCause, FeeArrangement, GateKind, GateState, ServiceLine
from engagedesk.models.base import Record
from engagedesk.models.key_derivation import MIB, KdfCost, KdfPolicy
from engagedesk.models.tables import record_types
from engagedesk.paths import Profile
from engagedesk.services.audit import Head
from engagedesk.services.command import Command
from engagedesk.services.commands.budgets import (
    ExcessFacts,
    LineFacts,
    NoteExcess,
    RaiseAlerts,
    SetBudget,
    SetBudgetRule,
    TypeEstimate,
)
from engagedesk.services.commands.clients import AddContact, ContactFacts
from engagedesk.services.commands.engagements import (
    AddClient,
    AddCode,
    AddEngagement,
    AddMilestone,
    AddPhase,
    AddTask,
    ClientFacts,
    CodeFacts,
    EngagementFacts,
    SetGate,
)
from engagedesk.services.commands.firm import ChangeSetting
from engagedesk.services.commands.handover import AcceptDifference, TickLines, TypedLine
from engagedesk.services.commands.people import AddPerson, AddRateCard, AddTeamMember, SetRate
from engagedesk.services.commands.teams import UseRateCard
from engagedesk.services.commands.time import AddEntry, StartTimer, StopTimer, Target, Work
from engagedesk.services.commands.weeks import PostEntries, SubmitWeek
from engagedesk.services.importing.commands import SaveMapping
from engagedesk.services.opening import ByPassphrase, Surroundings, create, open_profile
from engagedesk.services.workspace import Outcome, Workspace
from tests.fake_clock import FakeClock
from tests.services.filled_plan import fill_plan

T = TypeVar("T")

PASSPHRASE: Final = "harbour lantern quartz meadow"
CHEAP_COST: Final = KdfCost(memory_kib=8 * MIB, passes=1, lanes=1)
CHEAP: Final = KdfPolicy(floor=CHEAP_COST, fixed=CHEAP_COST)
LONDON: Final = "Europe/London"
WEEK: Final = Week.parse("2026-W47")
"""Monday 16 to Sunday 22 November 2026; the fake clock stands at its last evening."""

Row = dict[str, Any]
Rows = dict[str, dict[bytes, Row]]


def at(text: str, zone: str = LONDON) -> int:
    """Return the instant of a local time: ``at("2026-11-16T09:00")``."""
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp())


def seeded_ids(clock: FakeClock, seed: int) -> IdSource:
    source = random.Random(seed)
    return lambda: uuid7(clock.now_ms(), source.randbytes(10))


def rows_of(session: Session) -> Rows:
    """Return every record of every table as the file holds it, without ``version`` and what sync or heartbeat keep."""
    found: Rows = {}
    for name, record in record_types().items():
        columns = [c.name for c in record.__table__.columns if not c.info.get("sync") and c.name != "version"]
        text = ", ".join(f'"{column}"' for column in columns)
        fetched = session.connection().exec_driver_sql(f'SELECT {text} FROM "{name}" ORDER BY id')
        found[name] = {row["id"]: row for row in (dict(zip(columns, one, strict=True)) for one in fetched)}
    return found


def versions_of(session: Session) -> dict[tuple[str, bytes], int]:
    return {
        (name, row[0]): row[1]
        for name in record_types()
        for row in session.connection().exec_driver_sql(f'SELECT id, version FROM "{name}"')
    }


def keys_of(session: Session) -> dict[bytes, bytes]:
    """Return the natural keys of imported rows and what each stands for."""
    fetched = session.connection().exec_driver_sql("SELECT key, record_id FROM import_key ORDER BY key")
    return {row[0]: row[1] for row in fetched}


def outbox_of(session: Session) -> list[tuple[str, bytes, str, int]]:
    """Return (operation, record, kind, version) of every outbox row, oldest first."""
    fetched = session.connection().exec_driver_sql(
        "SELECT operation, record_id, kind, record_version FROM outbox ORDER BY rowid"
    )
    return [tuple(row) for row in fetched]


def difference(before: Rows, after: Rows) -> dict[str, set[bytes]]:
    """Return the ids of the records that differ, by table; tables without any are left out."""
    found: dict[str, set[bytes]] = {}
    for name in before.keys() | after.keys():
        old, new = before.get(name, {}), after.get(name, {})
        ids = {one for one in old.keys() | new.keys() if old.get(one) != new.get(one)}
        if ids:
            found[name] = ids
    return found


@dataclass
class Desk:
    """An open store in a test's hands."""

    workspace: Workspace
    clock: FakeClock
    around: Surroundings
    paths: Profile

    def do(self, command: Command[T]) -> T:
        return self.workspace.execute(command).result

    def run(self, command: Command[T], **options: Any) -> Outcome[T]:
        return self.workspace.execute(command, **options)

    def read(self, query: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        return self.workspace.read(query, *args, **kwargs)

    def rows(self) -> Rows:
        return self.read(rows_of)

    def versions(self) -> dict[tuple[str, bytes], int]:
        return self.read(versions_of)

    def keys(self) -> dict[bytes, bytes]:
        return self.read(keys_of)

    def outbox(self) -> list[tuple[str, bytes, str, int]]:
        return self.read(outbox_of)

    @property
    def head(self) -> Head:
        return self.workspace.audit_head

    def undo(self) -> str:
        return self.workspace.undo()[0]

    def redo(self) -> str:
        return self.workspace.redo()[0]

    def ids(self, table: str, **wanted: object) -> list[Any]:
        """Return the ids of the records whose columns have these values, oldest first."""
        return [
            one for one, row in self.rows()[table].items() if all(row[name] == value for name, value in wanted.items())
        ]

    def row(self, table: str, record_id: bytes) -> Row:
        return self.rows()[table][record_id]

    def sql(self, statement: str, *values: object) -> None:
        """Change the file behind the program's back."""
        with self.workspace.store.writer.begin() as connection:
            connection.exec_driver_sql(statement, tuple(values))

    def add(
        self, start: str, end: str, *, code: bytes | None = None, narrative: str = "Fieldwork", zone: str = LONDON
    ) -> EntryId:
        """Add a span by its local ends, on a code (None: unassigned)."""
        work = Work(Target(code=code), narrative=narrative)  # type: ignore[arg-type]
        span = Span(at(start, zone), at(end, zone))
        return self.do(AddEntry(work, zone=zone, now_utc=self.clock.now_s(), span=span))

    def code(self, text: str) -> Any:
        [found] = self.ids("charge_code", code=text)
        return found

    def submit(self, *entries: EntryId, post: bool = False) -> None:
        """Have the week of these entries submitted, and posted."""
        self.do(SubmitWeek(WEEK, LONDON, self.clock.now_s()))
        if post:
            self.do(PostEntries(entries))

    def reopen(self) -> Desk:
        """Close, and open as a new start of the program does."""
        self.workspace.close()
        return open_desk(self.paths, self.clock, self.around)

    def close(self) -> None:
        self.workspace.close()


def around_of(clock: FakeClock, *, seed: int) -> Surroundings:
    return Surroundings(clock, seeded_ids(clock, seed), CHEAP, who="ada")


def open_desk(paths: Profile, clock: FakeClock, around: Surroundings) -> Desk:
    return Desk(open_profile(paths, ByPassphrase(PASSPHRASE), around), clock, around, paths)


def make_template(folder: Path) -> Profile:
    """Make a profile with one of everything that a person can have today, and close it."""
    clock = FakeClock(datetime(2026, 11, 15, 8, 0, tzinfo=UTC))
    paths = Profile(folder / "template")
    around = around_of(clock, seed=1)
    desk = Desk(
        create(paths, PASSPHRASE, around, with_keyring=False, owner="Ada Marsh").workspace, clock, around, paths
    )
    fill(desk)
    clock.set_wall(datetime(2026, 11, 22, 18, 0, tzinfo=UTC))
    desk.close()
    return paths


def fill(desk: Desk) -> None:
    """Fill an empty store: two clients, three engagements, codes, plan, team, rates, and a week in every state."""
    do, now = desk.do, desk.clock.now_s()
    harrowgate = do(AddClient(ClientFacts("Harrowgate Foods plc", code_name="Juniper", note="Listed")))
    tarnbrook = do(AddClient(ClientFacts("Tarnbrook Building Society", code_name="Basalt")))
    do(AddContact(tarnbrook, ContactFacts("Mira Holt", "Finance director")))
    do(AddClient(ClientFacts("Fenmoor Mills", code_name="Quartz")))
    audit = EngagementFacts(
        "Group audit",
        ServiceLine.AUDIT,
        kind="PCAOB audit",
        fee=FeeArrangement.CAPPED,
        fee_minor=48_000_000,
        fee_cap_minor=50_000_000,
        period_end=date(2026, 12, 31),
    )
    group = do(AddEngagement(harrowgate, audit))
    tax = do(AddEngagement(harrowgate, EngagementFacts("Pillar Two", ServiceLine.TAX)))
    advice = do(AddEngagement(tarnbrook, EngagementFacts("Internal audit", ServiceLine.ADVISORY, currency="EUR")))
    for engagement, code in ((group, "410118-10"), (group, "410118-20"), (tax, "520007-01")):
        do(AddCode(engagement, CodeFacts(code, activity="Fieldwork")))
    do(AddCode(advice, CodeFacts("630001-01", closed=True)))
    phase = do(AddPhase(group, "Execution", starts=date(2026, 11, 1), ends=date(2027, 1, 31)))
    do(AddPhase(group, "Assembly"))
    do(AddTask(group, "Stock count", phase=phase, estimate_s=36_000, due=date(2026, 12, 31)))
    do(AddMilestone(group, "Report", date(2027, 2, 26), phase=phase))
    do(SetGate(group, GateKind.INDEPENDENCE, GateState.SETTLED, settled_on=date(2026, 11, 2)))
    do(SetGate(advice, GateKind.ENGAGEMENT_LETTER, GateState.OPEN))
    person = do(AddPerson("Ben Okoro", grade="Senior", email="ben@firm.example", staff_key="B17"))
    do(AddTeamMember(group, person, "Senior", planned_s=72_000))
    card = do(AddRateCard("Standard", "GBP"))
    do(SetRate(card, "Senior", date(2026, 1, 1), charge_minor_per_h=21_000, cost_minor_per_h=9_000))
    do(UseRateCard(group, card))
    lines = (LineFacts(phase, "Senior", 36_000, 210_000), LineFacts(None, "Manager", 7_200, 70_000))
    do(SetBudget(group, lines, date(2026, 11, 2), now))
    do(NoteExcess(group, ExcessFacts(phase, "Senior", date(2026, 11, 13), 3_600, ExcessCause.REWORK, "Recount")))
    do(TypeEstimate(group, None, "Manager", 3_600, now, "Two meetings left"))
    do(SaveMapping("Old tracker", {"kind": "time"}))
    do(ChangeSetting("lock.after_min", 20))
    posted = desk.add("2026-11-09T09:00", "2026-11-09T12:00", code=desk.code("410118-10"))
    do(SubmitWeek(Week.parse("2026-W46"), LONDON, now))
    do(PostEntries((posted,)))
    desk.add("2026-11-02T09:00", "2026-11-02T12:30", code=desk.code("410118-20"))
    do(SubmitWeek(Week.parse("2026-W45"), LONDON, now))
    desk.add("2026-11-16T09:00", "2026-11-16T11:15", code=desk.code("410118-10"))
    desk.add("2026-11-16T11:15", "2026-11-16T13:00", code=desk.code("520007-01"))
    desk.add("2026-11-17T22:30", "2026-11-18T01:15", code=desk.code("410118-20"))
    awaiting = Work(Target(engagement=advice), narrative="Interviews")
    do(AddEntry(awaiting, zone=LONDON, now_utc=now, day=date(2026, 11, 18), seconds=5_400))
    do(AddEntry(Work(narrative="Unassigned"), zone=LONDON, now_utc=now, day=date(2026, 11, 19), seconds=600))
    work = Work(Target(code=desk.code("ADM-010")), narrative="Mail")
    do(StartTimer(work, at("2026-11-19T09:00"), LONDON))
    do(StopTimer(at("2026-11-19T09:30")))
    typed = TypedLine(LineKey(date(2026, 11, 16), "410118-10", ""), LineContent(8_100, "Fieldwork"))
    do(TickLines((typed,), now))
    do(AcceptDifference(date(2026, 11, 9), "410118-10", 10_800, 9_000, note="Agreed with finance", now_utc=now))
    fill_plan(desk, tax, person)
    do(SetBudgetRule(group, AlertRule((10, 90), 5)))
    do(RaiseAlerts(date(2026, 11, 20), now))


def copy_of(template: Profile, folder: Path) -> Profile:
    shutil.copytree(template.folder, folder, ignore=shutil.ignore_patterns("*.lock"))
    return Profile(folder)


def record_class(name: str) -> type[Record]:
    return record_types()[name]


def texts_in(rows: Rows) -> Iterable[str]:
    """Return every text that any record holds."""
    return (value for table in rows.values() for row in table.values() for value in row.values() if type(value) is str)
