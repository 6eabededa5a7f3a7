"""Plans from files: shown before they move anything, never twice, and back again whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from engagedesk.domain.civil import civil
from engagedesk.domain.ids import PlanItemId
from engagedesk.domain.plan import PlanMove
from engagedesk.errors import UserError
from engagedesk.interchange.rows import ImportKind
from engagedesk.paths import Profile
from engagedesk.services.commands.plan_items import CommitMoves
from engagedesk.services.importing.commands import ImportFile, UndoImport
from engagedesk.services.importing.flow import read_file
from engagedesk.services.plan_exchange import plan_document, write_plan
from tests.fake_clock import FakeClock
from tests.interchange.plan_files import PROJECT_2003, TITLE, calendar, plan_file, project, task
from tests.interchange.project_2019 import EVERY_VERSION
from tests.services.building import Desk, around_of, copy_of, open_desk
from tests.services.import_rows import import_path, plan_of

TODAY = date(2026, 11, 22)
PLAN_TABLES = ("phase", "task", "milestone", "deliverable", "plan_link", "booking", "work_pattern", "calendar_event",
               "baseline", "baseline_item")  # fmt: skip


def planned(desk: Desk, path: Path) -> list[tuple[str, str, str]]:
    plan = plan_of(desk, read_file(path, desk.read))
    return [(row.what, row.thing, row.text) for row in plan.preview]


def without_batches(desk: Desk) -> dict[str, object]:
    return {name: rows for name, rows in desk.rows().items() if name != "import_batch"}


def exported(desk: Desk, path: Path) -> Path:
    write_plan(desk.read(plan_document, (), today=TODAY), path, now_utc=desk.clock.now_s())
    return path


@pytest.mark.parametrize("version", EVERY_VERSION)
def test_a_plan_of_any_version_comes_in_once_and_goes_back_whole(desk: Desk, tmp_path: Path, version: str) -> None:
    before = without_batches(desk)
    path = plan_file(tmp_path / "plan.xml", EVERY_VERSION[version])
    plan, done = import_path(desk, path)
    assert plan.created == done.created > 4
    assert plan.rejected == []
    there = without_batches(desk)
    again, twice = import_path(desk, path)
    assert (twice.created, twice.updated, again.changes_anything) == (0, 0, False)
    assert without_batches(desk) == there
    undone = desk.do(UndoImport(done.batch, desk.clock.now_s()))
    assert undone.stayed == ()
    assert without_batches(desk) == before


def test_dates_come_in_as_the_file_gives_them(desk: Desk, tmp_path: Path) -> None:
    import_path(desk, plan_file(tmp_path / "plan.xml", PROJECT_2003))
    [walk] = desk.ids("task", note="Sales cycle first")
    row = desk.row("task", walk)
    assert (row["starts_civil"], row["ends_civil"]) == (
        civil(date(2026, 11, 2), 8 * 3600),
        civil(date(2026, 11, 3), 17 * 3600),
    )
    assert (row["deadline"], row["earliest"], row["progress_percent"]) == ("2026-11-06", "2026-11-02", 25)
    [milestone] = desk.ids("milestone", name="Interim done")
    assert desk.row("milestone", milestone)["due"] == "2026-11-03"


def test_what_the_file_says_anew_is_shown_as_old_and_new_and_only_that_is_written(desk: Desk, tmp_path: Path) -> None:
    import_path(desk, plan_file(tmp_path / "plan.xml", PROJECT_2003))
    [walk] = desk.ids("task", note="Sales cycle first")
    later = PROJECT_2003.replace("2026-11-06T17:00:00", "2026-11-09T17:00:00")
    path = plan_file(tmp_path / "plan.xml", later)
    plan = plan_of(desk, read_file(path, desk.read))
    [changed] = [row for row in plan.preview if row.what == "updated"]
    assert (changed.text, [(c.field, c.old, c.new) for c in changed.changes]) == (
        "Walkthroughs",
        [("deadline", date(2026, 11, 6), date(2026, 11, 9))],
    )
    desk.do(ImportFile(plan, desk.clock.now_s()))
    assert desk.row("task", walk)["deadline"] == "2026-11-09"


def test_what_changed_after_the_preview_is_kept(desk: Desk, tmp_path: Path) -> None:
    import_path(desk, plan_file(tmp_path / "plan.xml", PROJECT_2003))
    [walk] = desk.ids("task", note="Sales cycle first")
    later = PROJECT_2003.replace("2026-11-06T17:00:00", "2026-11-09T17:00:00")
    plan = plan_of(desk, read_file(plan_file(tmp_path / "plan.xml", later), desk.read))
    starts, ends = civil(date(2026, 11, 4), 32_400), civil(date(2026, 11, 5), 61_200)
    desk.do(CommitMoves((PlanMove(PlanItemId(walk), starts, ends),)))
    assert desk.do(ImportFile(plan, desk.clock.now_s())).kept == 1
    assert desk.row("task", walk)["deadline"] == "2026-11-06"


def test_a_moved_task_is_not_moved_back_by_the_same_file(desk: Desk, tmp_path: Path) -> None:
    path = plan_file(tmp_path / "plan.xml", PROJECT_2003)
    import_path(desk, path)
    [walk] = desk.ids("task", note="Sales cycle first")
    starts, ends = civil(date(2026, 11, 4), 32_400), civil(date(2026, 11, 5), 61_200)
    desk.do(CommitMoves((PlanMove(PlanItemId(walk), starts, ends),)))
    assert import_path(desk, path)[1].updated == 0
    assert desk.row("task", walk)["starts_civil"] == starts


def test_what_the_file_no_longer_has_is_said_and_stays(desk: Desk, tmp_path: Path) -> None:
    import_path(desk, plan_file(tmp_path / "a.xml", project(task(1, "Scoping"), task(2, "Memo"), head=TITLE)))
    path = plan_file(tmp_path / "b.xml", project(task(1, "Scoping"), head=TITLE))
    assert ("gone", "task", "Memo") in planned(desk, path)
    import_path(desk, path)
    assert len(desk.ids("task", name="Memo")) == 1


def test_work_on_a_free_day_is_said_and_not_moved(desk: Desk, tmp_path: Path) -> None:
    saturday = task(1, "Stock count", start="2026-11-07T09:00:00", finish="2026-11-07T17:00:00")
    path = plan_file(tmp_path / "plan.xml", project(saturday, head=TITLE))
    plan, _ = import_path(desk, path)
    assert [(r.code, r.params["name"]) for r in plan.placed_otherwise] == [("import.plan.free_day", "Stock count")]
    [count] = desk.ids("task", name="Stock count")
    assert desk.row("task", count)["starts_civil"] == civil(date(2026, 11, 7), 32_400)


def test_a_circle_is_refused_by_its_names_and_nothing_comes_in(desk: Desk, tmp_path: Path) -> None:
    before = desk.rows()

    def after(uid: int) -> str:
        return f"<PredecessorLink><PredecessorUID>{uid}</PredecessorUID><Type>1</Type></PredecessorLink>"

    tasks = (task(1, "One", more=after(3)), task(2, "Two", more=after(1)), task(3, "Three", more=after(2)))
    path = plan_file(tmp_path / "plan.xml", project(*tasks, head=TITLE))
    with pytest.raises(UserError, match=r"import\.plan\.circle") as caught:
        import_path(desk, path)
    assert sorted(str(caught.value.params["circle"]).split(" → ")[:3]) == ["One", "Three", "Two"]
    assert desk.rows() == before


def test_our_own_export_changes_nothing_where_it_came_from(desk: Desk, tmp_path: Path) -> None:
    there = without_batches(desk)
    plan, done = import_path(desk, exported(desk, tmp_path / "plan.xml"))
    assert (done.created, done.updated, plan.gone, plan.rejected) == (0, 0, 0, [])
    assert without_batches(desk) == there


def test_what_another_program_changed_in_our_own_file_is_seen(desk: Desk, tmp_path: Path) -> None:
    path = exported(desk, tmp_path / "plan.xml")
    body = path.read_text(encoding="utf-8")
    [letter] = desk.ids("deliverable", name="Letter")
    [walk] = [one for one in desk.ids("task", name="Walkthroughs") if desk.row("task", one)["starts_civil"]]
    at = body.index(letter.hex())
    head = body.rindex("<Task>", 0, at)
    body = body[:head] + body[head:].replace("2026-12-18T", "2026-12-21T", 2)
    head = body.rindex("<Task>", 0, body.index(walk.hex()))
    body = body[:head] + body[head:].replace("T09:00:00</Start>", "T10:00:00</Start>", 1)
    path.write_text(body, encoding="utf-8")
    plan = plan_of(desk, read_file(path, desk.read))
    changed = {(row.text, change.field) for row in plan.preview for change in row.changes}
    assert changed == {("Letter", "due"), ("Walkthroughs", "starts_civil")}


@pytest.fixture
def other(template: Profile, tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    opened = open_desk(copy_of(template, tmp_path / "other"), clock, around_of(clock, seed=9))
    money = ("budget_alert", "typed_estimate", "excess_hours", "budget_line", "budget_rule", "budget", "invoice")
    for table in (*money, "contact_note", *PLAN_TABLES[::-1], "time_entry", "entered_line"):
        opened.sql(f'DELETE FROM "{table}"')
    yield opened
    opened.close()


def test_our_own_export_brings_the_whole_plan_into_another_store(desk: Desk, other: Desk, tmp_path: Path) -> None:
    import_path(other, exported(desk, tmp_path / "plan.xml"))
    for table in PLAN_TABLES:
        came, there = ([_comparable(row) for row in one.rows()[table].values()] for one in (other, desk))
        assert sorted(came, key=repr) == sorted(there, key=repr), table


def _comparable(row: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if not isinstance(value, bytes) and name != "position"}


def test_leave_closed_days_and_dates_come_out_of_a_calendar(desk: Desk, tmp_path: Path) -> None:
    path = plan_file(
        tmp_path / "mine.ics",
        calendar(
            ("UID:1", "SUMMARY:Annual leave", "DTSTART;VALUE=DATE:20261207", "DTEND;VALUE=DATE:20261210"),
            ("UID:2", "SUMMARY:Harrowgate closed", "DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261228"),
            ("UID:3", "SUMMARY:410118-10 clearance", "DTSTART;VALUE=DATE:20261211"),
            ("UID:4", "SUMMARY:Team meeting", "DTSTART:20261211T090000Z", "DTEND:20261211T100000Z"),
            ("UID:5", "SUMMARY:Away", "DTSTART:20261214T000000Z", "DTEND:20261216T000000Z",
             "X-MICROSOFT-CDO-BUSYSTATUS:OOF"),
        ),
    )  # fmt: skip
    plan, done = import_path(desk, path)
    assert plan.kind is ImportKind.CALENDAR
    made = sorted((row.thing, row.text) for row in plan.preview if row.what == "created")
    assert made == [
        ("blackout", "Harrowgate closed"),
        ("blackout", "Harrowgate closed"),
        ("leave", "Annual leave"),
        ("leave", "Away"),
        ("milestone", "410118-10 clearance"),
    ]
    assert [(r.code, r.params) for r in plan.remarks] == [("import.calendar.left_out", {"count": "1"})]
    [away] = desk.ids("calendar_event", name="Away")
    assert (desk.row("calendar_event", away)["starts"], desk.row("calendar_event", away)["ends"]) == (
        "2026-12-14",
        "2026-12-15",
    )
    assert import_path(desk, path)[1].created == 0
    assert desk.do(UndoImport(done.batch, desk.clock.now_s())).stayed == ()


def test_a_date_moved_in_another_calendar_comes_back_to_its_item(desk: Desk, tmp_path: Path) -> None:
    path = exported(desk, tmp_path / "plan.ics")
    body = path.read_bytes()
    assert b"20261218" in body
    assert import_path(desk, path)[1].updated == 0
    path.write_bytes(body.replace(b"20261218", b"20261221").replace(b"20261219", b"20261222"))
    assert import_path(desk, path)[1].updated == 1
    [letter] = desk.ids("deliverable", name="Letter")
    assert desk.row("deliverable", letter)["due"] == "2026-12-21"


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_table_of_the_plan_comes_back_unchanged(desk: Desk, tmp_path: Path, ending: str) -> None:
    path = exported(desk, tmp_path / f"plan.{ending}")
    there = without_batches(desk)
    plan, done = import_path(desk, path)
    assert plan.kind is ImportKind.PLAN
    assert (plan.rejected, done.created, done.updated, plan.remarks) == ([], 0, 0, [])
    assert without_batches(desk) == there


def test_a_plan_in_lines_brings_tasks_links_and_owners(desk: Desk, tmp_path: Path) -> None:
    text = (
        "ID,Client,Engagement,Phase,Task Name,Start,Finish,Work,Owner,Predecessors,% Complete,Milestone\n"
        "1,Harrowgate Foods plc,Group audit,Execution,Debtors,2026-12-01 09:00,2026-12-02 17:30,16h,Ann Reed,,50%,no\n"
        "2,Harrowgate Foods plc,Group audit,Execution,Creditors,2026-12-03,2026-12-04,8h,Ann Reed,1FS+1d,,no\n"
        "3,Harrowgate Foods plc,Group audit,Execution,Fieldwork done,,2026-12-04,,,2;1FF,,yes\n"
        "4,Harrowgate Foods plc,Group audit,Execution,Lost,,,,,99,,no\n"
    )
    plan, _ = import_path(desk, plan_file(tmp_path / "plan.csv", text), kind=ImportKind.PLAN)
    assert plan.rejected == []
    assert [remark.code for remark in plan.remarks] == ["import.plan.unknown_predecessor"]
    [debtors] = desk.ids("task", name="Debtors")
    [creditors] = desk.ids("task", name="Creditors")
    [done] = desk.ids("milestone", name="Fieldwork done")
    row = desk.row("task", debtors)
    assert (row["starts_civil"], row["estimate_s"], row["progress_percent"]) == (
        civil(date(2026, 12, 1), 32_400), 57_600, 50,
    )  # fmt: skip
    links = {
        (link["from_id"], link["to_id"], link["kind"], link["lag_s"]) for link in desk.rows()["plan_link"].values()
    }
    assert {(debtors, creditors, "fs", 28_800), (creditors, done, "fs", 0), (debtors, done, "ff", 0)} <= links


def test_names_of_clients_go_out_as_they_are_shown_outside(desk: Desk, tmp_path: Path) -> None:
    document = desk.read(plan_document, (), today=TODAY)
    real = desk.read(plan_document, (), today=TODAY, real_names=True)
    names = {row["name"]: row["code_name"] for row in desk.rows()["client"].values() if row["code_name"]}
    write_plan(document, tmp_path / "a.xml", now_utc=0)
    write_plan(real, tmp_path / "b.xml", now_utc=0)
    for name, code_name in names.items():
        if name in (tmp_path / "b.xml").read_text():
            assert name not in (tmp_path / "a.xml").read_text()
            assert code_name in (tmp_path / "a.xml").read_text()
