"""Imports: the same file twice is one import; what the person did since stays; a batch goes back whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engagedesk.domain.ids import EngagementId, EntryId
from engagedesk.errors import UserError
from engagedesk.interchange.rows import ImportKind
from engagedesk.services.commands.engagements import EditEngagement, EngagementFacts
from engagedesk.services.commands.time import DeleteEntry, EditEntry, EntryEdit
from engagedesk.services.importing.commands import ImportFile, UndoImport
from engagedesk.services.importing.flow import batches
from engagedesk.services.job import ImportCancelled
from engagedesk.services.queries.engagements import extract_date
from engagedesk.services.queries.history import history
from engagedesk.services.queries.stayed import stayed_rows
from tests.interchange.foreign_files import TOGGL, records, text_file, toggl_row
from tests.services.building import Desk, at
from tests.services.import_rows import (
    code_row,
    engagement_row,
    import_path,
    import_rows,
    plan_of,
    read_of,
    recorded_row,
    staffing_row,
    time_row,
)


def imported(desk: Desk) -> list[EntryId]:
    return [EntryId(one) for one in desk.ids("time_entry", source="import")]


def test_the_same_file_twice_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    rows = records(TOGGL, toggl_row(), toggl_row(Start_time="14:00:00", End_time="15:00:00", Duration="01:00:00"))
    path = text_file(tmp_path / "toggl.csv", TOGGL, rows)
    _, first = import_path(desk, path)
    there = desk.rows()
    plan, again = import_path(desk, path)
    assert (first.created, again.created, again.unchanged, again.updated) == (2, 0, 2, 0)
    assert not plan.changes_anything
    assert {n: t for n, t in desk.rows().items() if n != "import_batch"} == {
        n: t for n, t in there.items() if n != "import_batch"
    }


def test_identical_rows_of_one_file_are_two_pieces_of_work(desk: Desk, tmp_path: Path) -> None:
    path = text_file(tmp_path / "t.csv", TOGGL, records(TOGGL, toggl_row(), toggl_row()))
    assert import_path(desk, path)[1].created == 2
    assert import_path(desk, path)[1].unchanged == 2


def test_a_row_that_says_something_new_updates_its_record(desk: Desk) -> None:
    import_rows(desk, ImportKind.TIME, time_row(), time_row("2026-10-06T09:00"))
    before = imported(desk)
    done = import_rows(desk, ImportKind.TIME, time_row(narrative="New words"), time_row("2026-10-06T09:00"))
    assert (done.created, done.updated, done.unchanged) == (0, 1, 1)
    assert imported(desk) == before
    assert sorted(desk.row("time_entry", one)["narrative"] for one in before) == ["New words", "Old work"]


def test_what_the_person_edited_since_is_kept(desk: Desk) -> None:
    import_rows(desk, ImportKind.TIME, time_row())
    [entry] = imported(desk)
    desk.do(EditEntry(entry, EntryEdit(narrative="Mine"), desk.clock.now_s()))
    done = import_rows(desk, ImportKind.TIME, time_row(narrative="Theirs", seconds=60))
    assert (done.updated, done.kept) == (0, 1)
    assert desk.row("time_entry", entry)["narrative"] == "Mine"
    assert import_rows(desk, ImportKind.TIME, time_row(narrative="Theirs", seconds=60)).unchanged == 1


def test_what_the_person_deleted_does_not_come_back(desk: Desk) -> None:
    import_rows(desk, ImportKind.TIME, time_row())
    desk.do(DeleteEntry(imported(desk)[0]))
    assert import_rows(desk, ImportKind.TIME, time_row()).unchanged == 1
    assert import_rows(desk, ImportKind.TIME, time_row(narrative="Other")).kept == 1
    assert imported(desk) == []


def test_undoing_a_batch_takes_back_what_it_brought_and_frees_its_keys(desk: Desk) -> None:
    rows, keys = desk.rows(), desk.keys()
    batch = import_rows(desk, ImportKind.TIME, time_row(), time_row("2026-10-06T09:00")).batch
    assert desk.rows()["client"].keys() > rows["client"].keys(), "the client of the file was created"
    undone = desk.do(UndoImport(batch, desk.clock.now_s()))
    assert (undone.stayed, undone.restored) == ((), 0)
    assert {n: t for n, t in desk.rows().items() if n != "import_batch"} == {
        n: t for n, t in rows.items() if n != "import_batch"
    }
    assert desk.keys() == keys
    assert import_rows(desk, ImportKind.TIME, time_row()).created == 1
    with pytest.raises(UserError, match=r"import\.already_undone"):
        desk.do(UndoImport(batch, desk.clock.now_s()))


def test_undoing_a_batch_leaves_and_lists_what_changed_since(desk: Desk) -> None:
    batch = import_rows(desk, ImportKind.TIME, time_row(), time_row("2026-10-06T09:00")).batch
    first, second = imported(desk)
    desk.do(EditEntry(first, EntryEdit(narrative="Mine"), desk.clock.now_s()))
    undone = desk.do(UndoImport(batch, desk.clock.now_s()))
    assert ("time_entry", first) in undone.stayed
    assert imported(desk) == [first]
    kinds = {kind for kind, _ in undone.stayed}
    assert kinds == {"time_entry", "client", "engagement"}, "what the kept entry stands on stays with it"
    assert second not in desk.rows()["time_entry"]
    assert set(desk.keys().values()) == {first}, "the kept row's key stays, so that it is not imported twice"


def test_undoing_an_update_gives_the_old_values_back_and_the_file_can_bring_the_new_ones_again(desk: Desk) -> None:
    import_rows(desk, ImportKind.TIME, time_row())
    [entry] = imported(desk)
    batch = import_rows(desk, ImportKind.TIME, time_row(narrative="New words")).batch
    assert desk.do(UndoImport(batch, desk.clock.now_s())).restored == 1
    assert desk.row("time_entry", entry)["narrative"] == "Old work"
    assert import_rows(desk, ImportKind.TIME, time_row(narrative="New words")).updated == 1
    assert desk.row("time_entry", entry)["narrative"] == "New words"


def test_ctrl_z_after_an_import_is_the_undo_of_its_batch(desk: Desk) -> None:
    rows = desk.rows()
    batch = import_rows(desk, ImportKind.RECORDED, recorded_row(), recorded_row("Ben Okoro")).batch
    assert desk.undo() == "import"
    assert {n: t for n, t in desk.rows().items() if n != "import_batch"} == {
        n: t for n, t in rows.items() if n != "import_batch"
    }
    [listed] = desk.read(batches)
    assert (listed.id, listed.undone_utc) == (batch, desk.clock.now_s())
    assert import_rows(desk, ImportKind.RECORDED, recorded_row()).created == 1


def test_an_import_undone_by_its_batch_does_not_bar_the_way_of_ctrl_z(desk: Desk) -> None:
    entry = desk.add("2026-11-20T09:00", "2026-11-20T10:00")
    batch = import_rows(desk, ImportKind.TIME, time_row()).batch
    desk.do(UndoImport(batch, desk.clock.now_s()))
    assert desk.undo() == "add entry"
    assert entry not in desk.rows()["time_entry"]


@pytest.mark.parametrize("chunks", [1, 2, 3])
def test_cancel_between_two_chunks_rolls_everything_back(desk: Desk, chunks: int) -> None:
    rows, head, keys = desk.rows(), desk.head, desk.keys()
    many = [time_row("2026-10-05T09:00", 1, source_key=str(n)) for n in range(5_000)]
    asked: list[int] = []
    plan = plan_of(desk, read_of(ImportKind.TIME, many))
    with pytest.raises(ImportCancelled):
        desk.run(ImportFile(plan, desk.clock.now_s()), cancelled=lambda: asked.append(1) or len(asked) > chunks)  # type: ignore[func-returns-value]
    assert (desk.rows(), desk.head, desk.keys()) == (rows, head, keys)
    told: list[tuple[int, int]] = []
    desk.run(ImportFile(plan, desk.clock.now_s()), on_progress=lambda done, total: told.append((done, total)))
    assert len(imported(desk)) == 5_000
    assert told[2] == (5_000, 5_000)
    assert desk.head.count == head.count + 1


def test_a_plan_that_the_store_has_overtaken_is_refused(desk: Desk) -> None:
    late = plan_of(desk, read_of(ImportKind.TIME, [time_row()]))
    import_rows(desk, ImportKind.TIME, time_row())
    rows = desk.rows()
    with pytest.raises(UserError, match=r"import\.store_changed"):
        desk.do(ImportFile(late, desk.clock.now_s()))
    assert desk.rows() == rows


def test_clients_and_engagements_that_are_missing_are_created_active_and_reported(desk: Desk) -> None:
    plan = plan_of(desk, read_of(ImportKind.TIME, [time_row(), time_row("2026-10-06T09:00", engagement="Tax return")]))
    assert plan.new_names == ["Northgate Energy", "Northgate Energy · Statutory audit", "Northgate Energy · Tax return"]
    desk.do(ImportFile(plan, desk.clock.now_s()))
    rows = desk.rows()["engagement"]
    created = {row["title"]: (row["service_line"], row["state"]) for row in rows.values()}
    assert created["Statutory audit"] == ("audit", "active")
    assert created["Tax return"] == ("tax", "active")


def test_known_clients_are_found_by_any_of_their_names(desk: Desk) -> None:
    clients = len(desk.rows()["client"])
    for name in ("harrowgate foods PLC", "Harrowgate", "Juniper"):
        import_rows(desk, ImportKind.TIME, time_row(client=name, engagement="Group audit", source_key=name))
    assert len(desk.rows()["client"]) == clients
    [group] = desk.ids("engagement", title="Group audit")
    assert {desk.row("time_entry", one)["engagement_id"] for one in imported(desk)} == {group}


def test_a_wall_clock_that_came_twice_or_never_is_read_and_remarked(desk: Desk) -> None:
    twice = time_row("2026-10-25T01:30", 60, end_wall=None)
    ends = time_row("2026-10-25T01:15", 60, source_key="ends")
    never = time_row("2026-03-29T01:30", 60)
    plan = plan_of(desk, read_of(ImportKind.TIME, [twice, ends, never]))
    assert [remark.code for remark in plan.remarks] == [
        "import.row.clock_twice",
        "import.row.clock_twice",
        "import.row.clock_gone",
    ]
    desk.do(ImportFile(plan, desk.clock.now_s()))
    starts = {
        desk.row("time_entry", one)["start_utc"]: desk.row("time_entry", one)["seconds"] for one in imported(desk)
    }
    assert starts == {
        at("2026-10-25T00:30", "UTC"): 3600,
        at("2026-10-25T01:15", "UTC"): 3600,
        at("2026-03-29T01:30", "UTC"): 3600,
    }


def test_time_of_several_persons_is_said(desk: Desk) -> None:
    rows = [time_row(user="Ada Marsh"), time_row("2026-10-06T09:00", user="Ben Okoro")]
    [remark] = plan_of(desk, read_of(ImportKind.TIME, rows)).remarks
    assert (remark.code, remark.params) == ("import.several_users", {"count": "2"})


def test_an_engagement_list_brings_client_code_plan_and_is_kept_up_to_date(desk: Desk) -> None:
    import_rows(desk, ImportKind.ENGAGEMENTS, engagement_row(fee_minor=1_000_000, currency="EUR"))
    [engagement] = desk.ids("engagement", fee_minor=1_000_000)
    assert desk.ids("charge_code", code="777001-01", engagement_id=engagement)
    assert len(desk.ids("phase", engagement_id=engagement)) >= 4
    assert desk.ids("task", engagement_id=engagement)
    done = import_rows(
        desk, ImportKind.ENGAGEMENTS, engagement_row(fee_minor=2_000_000, codes=("777001-01", "777001-02"))
    )
    assert (done.created, done.updated) == (0, 1)
    assert desk.row("engagement", engagement)["fee_minor"] == 2_000_000
    assert len(desk.ids("charge_code", engagement_id=engagement)) == 2
    facts = EngagementFacts("Group audit", "audit", fee_minor=5)  # type: ignore[arg-type]
    desk.do(EditEngagement(EngagementId(engagement), replace(facts, currency="EUR")))
    kept = import_rows(desk, ImportKind.ENGAGEMENTS, engagement_row(fee_minor=3_000_000))
    assert kept.kept == 1
    assert desk.row("engagement", engagement)["fee_minor"] == 5


def test_staffing_finds_its_engagement_or_says_which_is_unknown(desk: Desk) -> None:
    plan = plan_of(
        desk, read_of(ImportKind.STAFFING, [staffing_row(), staffing_row("Eve", client="Nobody", engagement="None")])
    )
    assert [(row.code, dict(row.params)) for row in plan.rejected] == [
        ("import.row.unknown_engagement", {"engagement": "None"})
    ]
    desk.do(ImportFile(plan, desk.clock.now_s()))
    [dan] = desk.ids("person", name="Dan Ivers")
    [member] = desk.ids("team_member", person_id=dan)
    assert desk.row("team_member", member)["planned_s"] == 36_000
    done = import_rows(desk, ImportKind.STAFFING, staffing_row(seconds=72_000))
    assert (done.updated, desk.row("team_member", member)["planned_s"]) == (1, 72_000)


def test_codes_come_close_and_reopen_by_the_firm_s_list(desk: Desk) -> None:
    import_rows(desk, ImportKind.CODES, code_row(), code_row("410118-10", open=False, source_key="k"))
    [new] = desk.ids("charge_code", code="410118-90")
    assert desk.row("charge_code", desk.code("410118-10"))["closed"] == 1
    done = import_rows(desk, ImportKind.CODES, code_row("410118-10", open=True, source_key="k"))
    assert (done.updated, done.kept) == (1, 0)
    assert desk.row("charge_code", desk.code("410118-10"))["closed"] == 0
    assert desk.row("charge_code", new)["activity"] == "Review"


def test_recorded_time_counts_for_the_team_with_its_date_and_own_hours_never_twice(desk: Desk) -> None:
    lines = [recorded_row("Ben Okoro"), recorded_row("Ada Marsh", seconds=99_999), recorded_row("Cleo Park")]
    import_rows(desk, ImportKind.RECORDED, *lines)
    assert desk.read(extract_date) is not None
    [ada] = desk.ids("person", name="Ada Marsh")
    assert len(desk.ids("recorded_line", person_id=ada)) == 1
    corrected = import_rows(desk, ImportKind.RECORDED, recorded_row("Cleo Park", status="posted", seconds=3600))
    assert corrected.updated == 1
    assert len(desk.rows()["recorded_line"]) == 3


def test_two_files_in_a_row_know_each_other(desk: Desk) -> None:
    import_rows(desk, ImportKind.ENGAGEMENTS, engagement_row(), name="list.xlsx")
    desk.clock.advance(minutes=1)
    import_rows(desk, ImportKind.STAFFING, staffing_row(client="Oakfell Trust"), name="staff.csv")
    desk.clock.advance(minutes=1)
    import_rows(desk, ImportKind.TIME, time_row(client="Oakfell Trust", engagement="Group audit"), name="time.csv")
    [oakfell] = desk.ids("client", name="Oakfell Trust")
    [engagement] = desk.ids("engagement", client_id=oakfell)
    [entry] = imported(desk)
    assert desk.row("time_entry", entry)["engagement_id"] == engagement
    assert desk.row("time_entry", entry)["code_id"] == desk.code("777001-01")
    assert [row.file_name for row in desk.read(batches)] == ["time.csv", "staff.csv", "list.xlsx"]
    stays = desk.do(UndoImport(desk.read(batches)[2].id, desk.clock.now_s())).stayed
    assert ("engagement", engagement) in stays
    words = {row.kind: row.what for row in desk.read(stayed_rows, stays)}
    assert words["engagement"] == "Oakfell · Group audit"
    assert words["client"] == "Oakfell"
    assert desk.rows()["time_entry"][entry]["engagement_id"] == engagement


def test_the_history_of_an_imported_entry_begins_with_its_file(desk: Desk) -> None:
    import_rows(desk, ImportKind.TIME, time_row(), name="old.csv")
    first, *rest = desk.read(history, imported(desk)[0])
    assert (first.command, first.new, first.at_utc, rest) == ("ImportFile", "Tracker: old.csv", desk.clock.now_s(), [])


def test_a_code_of_another_client_decides_and_is_said(desk: Desk) -> None:
    row = time_row(client="Quite Another Ltd", engagement="Work", code="410118-10")
    plan = plan_of(desk, read_of(ImportKind.TIME, [row]))
    assert [(remark.code, dict(remark.params)) for remark in plan.remarks] == [
        ("import.row.code_of_other_client", {"code": "410118-10", "client": "Quite Another Ltd"})
    ]
    own = plan_of(desk, read_of(ImportKind.TIME, [replace(row, client="Harrowgate Foods plc")]))
    assert own.remarks == []


def test_a_list_of_codes_creates_the_engagements_that_it_names(desk: Desk) -> None:
    plan = plan_of(
        desk, read_of(ImportKind.CODES, [code_row("990001-01", client="Brand New Ltd", engagement="First audit")])
    )
    assert plan.new_names == ["Brand New Ltd", "Brand New Ltd · First audit"]
    desk.do(ImportFile(plan, desk.clock.now_s()))
    [engagement] = desk.ids("engagement", title="First audit")
    assert desk.row("charge_code", desk.code("990001-01"))["engagement_id"] == engagement
