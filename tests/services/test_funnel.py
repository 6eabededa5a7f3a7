"""The funnel: one transaction, one record, one notice; nothing half done, nothing behind its back."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

import pytest
from sqlalchemy import delete, insert, update

import engagedesk
from engagedesk.domain.ids import ClientId
from engagedesk.errors import DiskFull, StoreLocked, UserError
from engagedesk.models.backup_file import verify_backup
from engagedesk.models.engagements import Client
from engagedesk.models.firm import Setting
from engagedesk.models.time import TimeEntry
from engagedesk.services.backup import make_backup
from engagedesk.services.changes import Changes
from engagedesk.services.command import Command, CommandClass, UnfunnelledWrite, WriteSession
from engagedesk.services.commands.engagements import AddClient, ClientFacts, EditClient
from engagedesk.services.commands.firm import AddSyncTarget, ChangeSetting, KeepAttachment
from engagedesk.services.commands.people import AddPerson
from engagedesk.services.commands.time import (
    AddEntry,
    DeleteEntry,
    EditEntry,
    EntryEdit,
    NoteActivity,
    StartTimer,
    StopTimer,
    Work,
)
from engagedesk.services.commands.weeks import RecallWeek, SubmitWeek
from engagedesk.services.queries.history import history
from engagedesk.services.queries.today import running
from tests.services.building import LONDON, WEEK, Desk

SOURCE = Path(engagedesk.__file__).parent


@dataclass(frozen=True)
class Spoilt(Command[None]):
    """Change two rows, then do what a bug would."""

    label: ClassVar[str] = "spoilt"
    abstract: ClassVar[bool] = True

    client: ClientId
    last: Callable[[WriteSession], object]

    def apply(self, session: WriteSession) -> None:
        session.one(Client, self.client).name = "Spoilt"
        session.add(Setting(id=session.new_id(), key="spoilt", value="1"))
        session.flush()
        self.last(session)


@dataclass(frozen=True)
class QuietlyChanging(Command[None]):
    label: ClassVar[str] = "quiet"
    abstract: ClassVar[bool] = True
    command_class: ClassVar[CommandClass] = CommandClass.BOOKKEEPING

    client: ClientId

    def apply(self, session: WriteSession) -> None:
        session.one(Client, self.client).name = "Quiet"


def raise_bug(_session: WriteSession) -> None:
    raise ZeroDivisionError


def raise_refusal(_session: WriteSession) -> None:
    raise UserError("text.required", field="name")


BEHIND_ITS_BACK = {
    "insert": lambda s: s.execute(insert(Setting).values(id=bytes(16), key="k", value="v", version=1)),
    "update": lambda s: s.execute(update(Client).values(name="Everybody")),
    "delete": lambda s: s.execute(delete(TimeEntry)),
    "an unloaded attribute": lambda s: s.execute(update(Client).where(Client.name == "x").values(name="y")),
}


def a_client(desk: Desk) -> ClientId:
    return ClientId(desk.ids("client")[0])


@pytest.mark.parametrize(
    ("last", "error"),
    [(raise_bug, ZeroDivisionError), (raise_refusal, UserError)]
    + [(statement, UnfunnelledWrite) for statement in BEHIND_ITS_BACK.values()],
)
def test_an_exception_in_the_middle_leaves_store_undo_and_chain_as_they_were(
    desk: Desk, last: Callable[[WriteSession], object], error: type[Exception]
) -> None:
    heard: list[Changes] = []
    desk.workspace.listen(lambda changes, _who: heard.append(changes))
    client = desk.do(AddClient(ClientFacts("Before")))
    rows, head, versions, steps = desk.rows(), desk.head, desk.versions(), list(desk.workspace.history.undoable)
    heard.clear()
    with pytest.raises(error):
        desk.do(Spoilt(client, last))
    assert (desk.rows(), desk.head, desk.versions()) == (rows, head, versions)
    assert desk.workspace.history.undoable == steps
    assert heard == []
    desk.do(AddClient(ClientFacts("After")))
    assert desk.head.count == head.count + 1
    assert desk.workspace.verify_audit().ok
    desk.undo()
    desk.undo()
    assert "Before" not in {row["name"] for row in desk.rows()["client"].values()}


def test_bookkeeping_cannot_change_a_record(desk: Desk) -> None:
    rows = desk.rows()
    with pytest.raises(UnfunnelledWrite):
        desk.do(QuietlyChanging(a_client(desk)))
    assert desk.rows() == rows


def test_a_command_that_changes_nothing_leaves_no_record_and_nothing_to_undo(desk: Desk) -> None:
    desk.do(ChangeSetting("timer.heartbeat_s", 30))
    head, steps = desk.head, len(desk.workspace.history.undoable)
    assert desk.run(ChangeSetting("timer.heartbeat_s", 30)).audit_seq is None
    assert (desk.head, len(desk.workspace.history.undoable)) == (head, steps)


def _calls_of(name: str) -> set[str]:
    found = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name:
                found.add(path.relative_to(SOURCE).as_posix())
    return found


def test_nothing_commits_outside_the_funnel() -> None:
    # The window has no session; what it commits is a file that takes the place of another.
    commits = {path for path in _calls_of("commit") if not path.startswith("ui/")}
    assert commits == {"services/workspace.py"}
    begun = {path for path in _calls_of("begin") if path.startswith(("services/", "sync/", "cli/"))}
    assert begun == set(), "a transaction that begins by itself commits by itself"


def test_only_the_store_and_its_schema_speak_transactions_to_the_driver() -> None:
    speaking = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.strip().upper() == "COMMIT"
    }
    assert all(path.startswith("models/") for path in speaking)


def test_listeners_hear_the_ids_and_whose_doing_it_was_once_it_is_durable(desk: Desk) -> None:
    heard: list[tuple[Changes, object, bool]] = []

    def listen(changes: Changes, initiator: object) -> None:
        there = all(one in desk.rows()["client"] for one in changes.by_kind["client"])
        heard.append((changes, initiator, there))

    desk.workspace.listen(listen)
    outcome = desk.run(AddClient(ClientFacts("Oakfell")), initiator="page")
    assert heard == [(Changes({"client": frozenset({outcome.result})}), "page", True)]
    desk.workspace.undo(initiator="page")


def test_undo_names_the_rows_that_changed_since_and_changes_nothing(desk: Desk) -> None:
    entry = desk.add("2026-11-20T09:00", "2026-11-20T10:00")
    desk.do(EditEntry(entry, EntryEdit(narrative="First"), desk.clock.now_s()))
    step = desk.workspace.history.undoable[-1]
    desk.do(EditEntry(entry, EntryEdit(narrative="Second"), desk.clock.now_s()))
    # The older step comes up again, as after a restart of the stack's order.
    desk.workspace.history.undoable.append(step)
    rows = desk.rows()
    with pytest.raises(UserError) as refused:
        desk.undo()
    assert refused.value.code == "undo.changed_since"
    assert refused.value.params == {"label": "edit entry", "count": 1, "kind": "time_entry", "rows": entry.hex()}
    assert desk.rows() == rows


def test_the_same_content_at_a_later_version_is_not_the_row_that_was_left(desk: Desk) -> None:
    """A, B, A: what a connector saw at the first A it must not take for the second."""
    entry = desk.add("2026-11-20T09:00", "2026-11-20T10:00")
    seen = desk.versions()["time_entry", entry]
    desk.do(EditEntry(entry, EntryEdit(narrative="Other"), desk.clock.now_s()))
    desk.do(EditEntry(entry, EntryEdit(narrative="Fieldwork"), desk.clock.now_s()))
    assert desk.versions()["time_entry", entry] == seen + 2
    with pytest.raises(UserError, match=r"record\.changed_meanwhile"):
        desk.do(EditEntry(entry, EntryEdit(narrative="Late"), desk.clock.now_s(), version=seen))
    with pytest.raises(UserError, match=r"record\.changed_meanwhile"):
        desk.do(DeleteEntry(entry, version=seen))


def test_versions_rise_through_delete_and_undo(desk: Desk) -> None:
    entry = desk.add("2026-11-20T09:00", "2026-11-20T10:00")
    met = [desk.versions()["time_entry", entry]]
    for _ in range(3):
        desk.do(DeleteEntry(entry))
        desk.undo()
        met.append(desk.versions()["time_entry", entry])
    assert met == sorted(set(met))


def test_undo_reaches_back_through_its_own_redo(desk: Desk) -> None:
    entry = desk.add("2026-11-20T09:00", "2026-11-20T10:00")
    for words in ("One", "Two", "Three"):
        desk.do(EditEntry(entry, EntryEdit(narrative=words), desk.clock.now_s()))
    for _ in range(3):
        desk.undo()
    desk.redo()
    desk.redo()
    assert desk.row("time_entry", entry)["narrative"] == "Two"
    for _ in range(3):
        desk.undo()
    assert entry not in desk.rows()["time_entry"]


def test_a_new_command_forgets_what_could_be_redone(desk: Desk) -> None:
    desk.do(AddClient(ClientFacts("One")))
    desk.undo()
    desk.do(AddClient(ClientFacts("Two")))
    with pytest.raises(UserError, match=r"redo\.nothing"):
        desk.redo()


def test_undo_ends_with_the_session_and_keeps_a_hundred_steps(desk: Desk) -> None:
    for number in range(102):
        desk.do(ChangeSetting("timer.heartbeat_s", 20 + number))
    for _ in range(100):
        desk.undo()
    with pytest.raises(UserError, match=r"undo\.nothing"):
        desk.undo()
    desk.redo()
    again = desk.reopen()
    try:
        with pytest.raises(UserError, match=r"undo\.nothing"):
            again.undo()
    finally:
        again.close()


def test_undoing_a_submit_is_a_recall_that_the_target_hears(desk: Desk) -> None:
    desk.do(AddSyncTarget("webhook", "Firm", date(2026, 11, 17)))
    submitted = desk.do(SubmitWeek(WEEK, LONDON, desk.clock.now_s())).submitted
    heard = desk.outbox()
    assert {operation for operation, *_ in heard} == {"create"}
    days = {desk.row("time_entry", one)["work_day"] for _, one, *_ in heard}
    assert min(days) >= "2026-11-17", "facts of days before the target's start never go there"
    assert desk.undo() == "submit week"
    assert {desk.row("time_entry", one)["state"] for one in submitted} == {"draft"}
    taken_back = desk.outbox()[len(heard) :]
    assert {operation for operation, *_ in taken_back} == {"delete"}
    assert {one for _, one, *_ in taken_back} == {one for _, one, *_ in heard}


def test_a_recalled_and_edited_entry_is_told_as_delete_then_create_with_rising_versions(desk: Desk) -> None:
    desk.do(AddSyncTarget("webhook", "Firm", date(2026, 11, 1)))
    now = desk.clock.now_s()
    entry = desk.do(SubmitWeek(WEEK, LONDON, now)).submitted[0]
    desk.do(RecallWeek(WEEK, now))
    desk.do(EditEntry(entry, EntryEdit(narrative="Better words"), now))
    desk.do(SubmitWeek(WEEK, LONDON, now))
    told = [(operation, version) for operation, one, _, version in desk.outbox() if one == entry]
    assert [operation for operation, _ in told] == ["create", "delete", "create"]
    assert [version for _, version in told] == sorted({version for _, version in told})


def test_drafts_and_running_time_go_nowhere(desk: Desk) -> None:
    desk.do(AddSyncTarget("webhook", "Firm", date(2026, 1, 1)))
    desk.do(StartTimer(Work(), desk.clock.now_s(), LONDON))
    desk.add("2026-11-20T09:00", "2026-11-20T10:00")
    assert desk.outbox() == []


def test_the_heartbeat_leaves_no_trace_but_itself(desk: Desk) -> None:
    entry = desk.do(StartTimer(Work(), desk.clock.now_s(), LONDON)).started
    head, version = desk.head, desk.versions()["time_entry", entry]
    desk.clock.advance(minutes=7)
    desk.do(NoteActivity(desk.clock.now_s()))
    assert (desk.head, desk.versions()["time_entry", entry]) == (head, version)
    row = desk.read(running)
    assert row is not None
    assert row.last_activity_utc == desk.clock.now_s()


def test_history_says_who_when_old_new_and_why(desk: Desk) -> None:
    entry = desk.add("2026-11-20T09:00", "2026-11-20T10:00", narrative="Old words")
    desk.clock.advance(minutes=1)
    then = desk.clock.now_s()
    desk.do(EditEntry(entry, EntryEdit(narrative="New words"), then, reason="As the client asked"))
    desk.do(DeleteEntry(entry, reason="Twice"))
    rows = desk.read(history, entry)
    assert [(r.command, r.field, r.old, r.new, r.reason) for r in rows] == [
        ("AddEntry", "", "", "created", ""),
        ("EditEntry", "narrative", "Old words", "New words", "As the client asked"),
        ("DeleteEntry", "", "deleted", "", "Twice"),
    ]
    assert {r.who for r in rows} == {"ada"}
    assert rows[1].at_utc == then


def test_a_reason_with_broken_letters_is_kept_clean(desk: Desk) -> None:
    entry = desk.add("2026-11-20T09:00", "2026-11-20T10:00")
    desk.do(DeleteEntry(entry, reason="half \ud83d of a pair\x00 "))
    assert desk.read(history, entry)[-1].reason == "half  of a pair"
    assert desk.workspace.verify_audit().ok


def test_attachments_enter_the_record_by_digest_only(desk: Desk) -> None:
    content = b"a receipt that no audit record may repeat"
    first = desk.do(KeepAttachment(content, "application/pdf", desk.clock.now_s()))
    assert desk.do(KeepAttachment(content, "application/pdf", desk.clock.now_s())) == first
    payload = desk.read(
        lambda s: s.connection().exec_driver_sql("SELECT payload FROM audit ORDER BY seq DESC").scalar()
    )
    [row] = json.loads(payload)["rows"]
    assert row["kind"] == "attachment"
    assert set(row["new"]) == {"sha256", "size", "media_type", "added_utc"}


def test_what_the_database_refuses_is_said_in_words_and_changes_nothing(desk: Desk) -> None:
    rows = desk.rows()
    with pytest.raises(UserError) as refused:
        desk.do(Spoilt(a_client(desk), lambda s: s.add(Setting(id=s.new_id(), key="spoilt", value="2"))))
    assert refused.value.code == "record.refused"
    assert "setting" in str(refused.value.params["constraint"])
    with pytest.raises(UserError, match=r"record\.gone"):
        desk.do(EditClient(ClientId(bytes(16)), ClientFacts("Nobody")))
    with pytest.raises(UserError, match=r"person\.me_exists"):
        desk.do(AddPerson("Second owner", is_me=True))
    assert desk.rows() == rows


def test_a_reopened_store_goes_on_with_the_same_chain(desk: Desk) -> None:
    head, rows = desk.head, desk.rows()
    again = desk.reopen()
    try:
        assert (again.head, again.rows()) == (head, rows)
        again.do(AddClient(ClientFacts("Next")))
        assert again.workspace.verify_audit().ok
        with pytest.raises(StoreLocked):
            desk.rows()
    finally:
        again.close()


@pytest.mark.expects_log("engagedesk.services.workspace", "the reserve was given up")
def test_on_a_full_disk_the_running_timer_can_still_be_stopped(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store's own pages are capped, as a full disk would; giving up the reserve lifts the cap."""
    # Its audit record is longer than any space that is left in a page.
    started = desk.do(StartTimer(Work(narrative="Running " * 500), desk.clock.now_s(), LONDON)).started
    reserve = desk.workspace.store.reserve
    assert reserve.held
    pages = desk.read(lambda s: s.connection().exec_driver_sql("PRAGMA page_count").scalar())
    pragma(desk, f"PRAGMA max_page_count = {pages}")
    freed = reserve.release

    def release() -> bool:
        pragma(desk, f"PRAGMA max_page_count = {pages + 1000}")
        return freed()

    monkeypatch.setattr(reserve, "release", release)
    desk.clock.advance(hours=1)
    rows, steps = desk.rows(), len(desk.workspace.history.undoable)
    with pytest.raises(DiskFull):
        fill_up(desk)
    assert reserve.held, "only what must be possible uses the reserve"
    assert len(desk.rows()["time_entry"]) >= len(rows["time_entry"])
    assert len(desk.workspace.history.undoable) >= steps
    while True:
        try:
            desk.do(AddEntry(Work(), zone=LONDON, now_utc=0, day=date(2026, 11, 1), seconds=60))
        except DiskFull:
            break
    desk.do(StopTimer(desk.clock.now_s()))
    row = desk.row("time_entry", started)
    assert row["seconds"] == 3600
    assert desk.workspace.verify_audit().ok


def pragma(desk: Desk, text: str) -> None:
    with desk.workspace.store._driver(desk.workspace.store.writer) as connection:
        connection.execute(text).fetchall()


def fill_up(desk: Desk) -> None:
    for number in range(10_000):
        words = Work(narrative="x" * 3000 + str(number))
        desk.do(AddEntry(words, zone=LONDON, now_utc=0, day=date(2026, 11, 1), seconds=60))


def test_stopping_twice_or_before_the_start_is_refused(desk: Desk) -> None:
    now = desk.clock.now_s()
    with pytest.raises(UserError, match=r"timer\.none_running"):
        desk.do(StopTimer(now))
    desk.do(StartTimer(Work(), now, LONDON))
    with pytest.raises(UserError, match=r"timer\.stop_before_start"):
        desk.do(StopTimer(now, at_utc=now - 1))
    assert desk.do(StopTimer(now)).seconds == 0


def test_two_backups_of_one_second_leave_the_later_one(desk: Desk) -> None:
    store, vault, now = desk.workspace.store, desk.workspace.vault, desk.clock.now_s()
    for _ in range(3):
        head = desk.head
        made = make_backup(store, vault, now_utc=now, anchor=(head.count, head.chain))
        assert verify_backup(made.path).anchor.count == head.count
        desk.add("2026-11-20T09:00", "2026-11-20T10:00")
