"""The funnel is whole: every command, also one added tomorrow, undoes to the last column; all follows from images."""

from __future__ import annotations

import importlib
import pkgutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import engagedesk.services
from engagedesk.domain.away import AwayPolicy
from engagedesk.domain.client import UpdateChannel
from engagedesk.domain.ids import EngagementId
from engagedesk.domain.states import AwayCause
from engagedesk.errors import UserError
from engagedesk.interchange.rows import ImportKind
from engagedesk.paths import Profile
from engagedesk.services.command import COMMANDS, Command, CommandClass
from engagedesk.services.commands.away import BeginAway, EndAway
from engagedesk.services.commands.billing import AddInvoice, InvoiceFacts
from engagedesk.services.commands.clients import NoteContact
from engagedesk.services.commands.firm import AddSyncTarget
from engagedesk.services.commands.time import StartTimer, Target, Work
from engagedesk.services.importing.commands import ImportFile
from tests.fake_clock import FakeClock
from tests.services.building import LONDON, Desk, Rows, around_of, copy_of, difference, open_desk
from tests.services.command_strategies import STRATEGIES
from tests.services.import_rows import import_rows, time_row
from tests.services.world import World

for _module in pkgutil.walk_packages(engagedesk.services.__path__, "engagedesk.services."):
    importlib.import_module(_module.name)

NOT_UNDOABLE: Final = {
    "SetUpStore": "the first record of a store; undoing it would leave a store without an owner",
    "KeepAttachment": "attachments are write-once",
    "RememberView": "bookkeeping: what a view looked like",
    "NoteActivity": "bookkeeping: the heartbeat of the running timer",
    "MarkPosted": "corrected by a reversing entry",
    "BeginAway": "a fact that the desktop told; the answer to it is the person's",
    "EndAway": "a fact that the desktop told; the answer to it is the person's",
    "PostEntries": "posted time is corrected by a reversing entry",
    "UndoImport": "the file can be imported again",
    "FillSample": "a sample goes with its profile",
    "RaiseAlerts": "what was crossed stays crossed: undoing would raise it again",
    "KeepActivity": "bookkeeping: what was in front, of which undo must hold no image",
    "PurgeActivity": "what is to be forgotten is forgotten",
    "DismissDraft": "bookkeeping: has a command of its own that takes it back",
    "TakeBackDismissal": "bookkeeping: the draft can be dismissed again",
}
PROVED_BY_ALL: Final = {"Restore": "undo and redo are this command"}
REFUSES_HERE: Final = {"SetUpStore": "the store is set up already", "FillSample": "the store is not empty"}

HEARD: Final = ("submitted", "posted")
SAYS_NOTHING: Final = frozenset({"state", "changed_utc", "returned_reason"})


@pytest.fixture(scope="module")
def busy(template: Profile, tmp_path_factory: pytest.TempPathFactory) -> Profile:
    """The filled store with a target, entries, absences, a contact and an invoice: copied by every example."""
    clock = FakeClock()
    paths = copy_of(template, tmp_path_factory.mktemp("busy") / "profile")
    desk = open_desk(paths, clock, around_of(clock, seed=7))
    try:
        desk.do(AddSyncTarget("webhook", "Firm", date(2026, 11, 1), "https://firm.example"))
        desk.add("2026-11-20T09:00", "2026-11-20T10:00", code=desk.code("410118-10"))
        desk.add("2026-11-20T10:00", "2026-11-20T11:00", code=desk.code("410118-10"), narrative="Recount")
        desk.add("2026-11-20T10:30", "2026-11-20T12:00", code=desk.code("520007-01"))
        leave_twice(desk)
        [engagement, *_] = sorted(desk.rows()["engagement"])
        desk.do(NoteContact(EngagementId(engagement), date(2026, 11, 20), UpdateChannel.CALL, note="Status"))
        billed = InvoiceFacts(date(2026, 11, 2), date(2026, 10, 31), 1_000_000)
        desk.do(AddInvoice(EngagementId(engagement), billed))
    finally:
        desk.close()
    return paths


@contextmanager
def fresh(busy: Profile, *, running: bool = True) -> Iterator[Desk]:
    """Yield a copy of the busy store, with an import and a timer of this session; each time the same."""
    with tempfile.TemporaryDirectory() as folder:
        clock = FakeClock()
        paths = copy_of(busy, Path(folder) / "profile")
        desk = open_desk(paths, clock, around_of(clock, seed=8))
        try:
            import_rows(desk, ImportKind.TIME, time_row(), time_row("2026-10-07T08:00"))
            if running:
                desk.do(StartTimer(Work(narrative="Call"), clock.now_s() - 600, LONDON))
            yield desk
        finally:
            desk.close()


def leave_twice(desk: Desk) -> None:
    """Make an away period that waits for its answer, and one whose return nobody saw."""
    for minutes_ago in (90, 40):
        start = desk.clock.now_s() - minutes_ago * 60
        desk.do(StartTimer(Work(Target(code=desk.code("410118-10")), narrative="Call"), start, LONDON))
        desk.do(BeginAway(start + 600, AwayCause.IDLE, start + 1_500, LONDON))
        if minutes_ago == 90:
            desk.do(EndAway(start + 1_800, start + 1_800, AwayPolicy()))


def tried(desk: Desk, command: Command[Any]) -> tuple[Any, Rows, Rows] | None:
    """Execute a command and hold everything that follows from it against the rows; None where it was refused."""
    before, head, steps = desk.rows(), desk.head, len(desk.workspace.history.undoable)
    heard = desk.outbox()
    try:
        outcome = desk.run(command)
    except UserError:
        assert desk.rows() == before
        assert desk.head == head
        assert len(desk.workspace.history.undoable) == steps
        return None
    after = desk.rows()
    changed = difference(before, after)
    bulk = {kind: changed.pop(kind, set()) for kind in outcome.changes.wholesale}
    assert changed == {kind: set(ids) for kind, ids in outcome.changes.by_kind.items() if kind not in bulk}
    records = 1 if changed or any(bulk.values()) else 0
    assert desk.head.count == head.count + records, "one audit record, and only where a record changed"
    assert (outcome.audit_seq is None) == (records == 0)
    assert facts_in(desk, before, after) == sorted(desk.outbox()[len(heard) :])
    return outcome, before, after


def facts_in(desk: Desk, before: Rows, after: Rows) -> list[tuple[str, bytes, str, int]]:
    """Return what a connector must hear, worked out from the rows alone."""
    [target] = [row for row in after["sync_target"].values() if row["name"] == "Firm"]
    starts = [target["start_day"]] + [
        row["start_day"] for one, row in before["sync_target"].items() if row["name"] != "Firm"
    ]
    versions = desk.versions()
    found = []
    for entry in before["time_entry"].keys() | after["time_entry"].keys():
        old, new = before["time_entry"].get(entry), after["time_entry"].get(entry)
        for start_day in starts:
            was = old is not None and old["state"] in HEARD and old["work_day"] >= start_day
            now = new is not None and new["state"] in HEARD and new["work_day"] >= start_day
            if not was and not now:
                continue
            operation = "update"
            if was != now:
                operation = "create" if now else "delete"
            elif old == new or {n for n in old if old[n] != new[n]} <= SAYS_NOTHING:  # type: ignore[index, union-attr]
                continue
            found.append((operation, entry, "time_entry", versions.get(("time_entry", entry), 0)))
    return sorted(found)


def told(desk: Desk, step: Callable[[], str]) -> str:
    """Undo or redo, and hold what connectors hear of it against the rows."""
    before, heard = desk.rows(), len(desk.outbox())
    label = step()
    assert facts_in(desk, before, desk.rows()) == sorted(desk.outbox()[heard:])
    return label


def without_batches(rows: Rows) -> Rows:
    return {name: table for name, table in rows.items() if name != "import_batch"}


def test_every_command_has_a_strategy() -> None:
    assert set(COMMANDS) == set(STRATEGIES) | set(PROVED_BY_ALL), "write a strategy for a new command"


def test_what_cannot_be_undone_is_meant_so() -> None:
    assert {name for name, command in COMMANDS.items() if not command.undoable} == set(NOT_UNDOABLE)


def round_trip(desk: Desk, command: Command[Any]) -> bool:
    """Do, undo, redo and undo a command; say whether it changed anything."""
    steps, keys, versions = len(desk.workspace.history.undoable), desk.keys(), desk.versions()
    happened = tried(desk, command)
    if happened is None or (happened[0].audit_seq is None and command.command_class is CommandClass.PERSON):
        return False
    outcome, before, after = happened
    for (kind, record), version in desk.versions().items():
        changed = before[kind].get(record) != after[kind][record]
        assert version > versions.get((kind, record), 0) if changed else version >= versions[(kind, record)]
    if not command.undoable:
        settled = 0 if command.takes_back is None else 1
        assert len(desk.workspace.history.undoable) == steps - settled
        return True
    assert told(desk, desk.undo) == command.label
    if isinstance(command, ImportFile):
        assert desk.row("import_batch", outcome.result.batch)["undone_utc"] == desk.clock.now_s()
        assert without_batches(desk.rows()) == without_batches(before)
        assert desk.keys() == keys
        with pytest.raises(UserError, match=r"^redo\.nothing$"):
            desk.redo()
    else:
        assert desk.rows() == before
        assert told(desk, desk.redo) == command.label
        assert desk.rows() == after
        desk.undo()
        assert desk.rows() == before
    assert desk.workspace.verify_audit().ok
    return True


@pytest.mark.parametrize("name", sorted(STRATEGIES))
def test_undo_restores_every_row_and_redo_does_it_again(busy: Profile, name: str) -> None:
    done: list[bool] = []

    @settings(max_examples=6, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(st.data())
    def one(data: st.DataObject) -> None:
        with fresh(busy, running=name != "SubmitWeek") as desk:
            done.append(round_trip(desk, STRATEGIES[name](World(desk, data.draw))))

    one()
    assert any(done) == (name not in REFUSES_HERE), f"{name} never did anything: its strategy draws what is refused"


@settings(max_examples=10, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_sequence_with_undo_and_redo_between_walks_through_the_same_states(
    data: st.DataObject, busy: Profile
) -> None:
    names = sorted(n for n in STRATEGIES if COMMANDS[n].undoable and n not in {"ImportFile", "AddSyncTarget"})
    undoable: list[tuple[Rows, Rows]] = []
    redoable: list[tuple[Rows, Rows]] = []
    with fresh(busy, running=False) as desk:
        for _ in range(14):
            desk.clock.advance(minutes=data.draw(st.integers(1, 300)))
            move = data.draw(st.sampled_from(["do", "do", "do", "undo", "undo", "redo", "note"]))
            before, heard = desk.rows(), len(desk.outbox())
            if move == "undo" and undoable:
                old, new = undoable.pop()
                assert before == new
                desk.undo()
                redoable.append((old, new))
                assert desk.rows() == old
            elif move == "redo" and redoable:
                old, new = redoable.pop()
                desk.redo()
                undoable.append((old, new))
                assert desk.rows() == new
            elif move == "note":
                assert tried(desk, STRATEGIES["NoteActivity"](World(desk, data.draw))) is not None
            elif move == "do":
                happened = tried(desk, STRATEGIES[data.draw(st.sampled_from(names))](World(desk, data.draw)))
                if happened is not None and happened[0].audit_seq is not None:
                    undoable.append(happened[1:])
                    redoable.clear()
            if move in {"undo", "redo"}:
                assert facts_in(desk, before, desk.rows()) == sorted(desk.outbox()[heard:])
            assert desk.workspace.verify_audit().ok
        while undoable:
            old, _ = undoable.pop()
            desk.undo()
            assert desk.rows() == old
