"""Everything as CSV and JSON: complete, readable, harmless, private, and whole or not at all."""

from __future__ import annotations

import csv
import errno
import json
import os
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from engagedesk.domain.ids import format_id
from engagedesk.errors import DiskFull, UserError
from engagedesk.models.tables import Base
from engagedesk.paths import Profile
from engagedesk.services import demo, exporting
from engagedesk.services.commands.engagements import AddClient, ClientFacts
from engagedesk.services.commands.firm import KeepAttachment
from engagedesk.services.commands.time import AddEntry, Target, Work
from engagedesk.services.exporting import Exported, export_everything
from engagedesk.services.workspace import Workspace
from tests.demo.making import SUNDAY, empty_store

NOW = 1_795_387_800
FORMULA = '=HYPERLINK("http://bad.example","x")'


@pytest.fixture(autouse=True)
def long_cells() -> Iterator[None]:
    """Let the reader take the audit record of the whole sample: it is one cell."""
    before = csv.field_size_limit(16 * 2**20)
    yield
    csv.field_size_limit(before)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    made = empty_store(Profile(tmp_path_factory.mktemp("export") / "profile"))
    demo.fill(made, until=SUNDAY, now_utc=NOW, entries=400)
    made.execute(AddClient(ClientFacts(FORMULA, short_name="@SUM(A1)")))
    made.execute(
        AddEntry(
            Work(Target(None, None, None), narrative="+44 20 7946 0000"),
            zone="Europe/London",
            now_utc=NOW,
            day=date(2026, 11, 20),
            seconds=4_000,
        )
    )
    made.execute(KeepAttachment(b"%PDF-1.7 letter", "application/pdf", NOW))
    yield made
    made.close()


@pytest.fixture(scope="module")
def exported(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    return export_everything(workspace.store, tmp_path_factory.mktemp("out") / "export", now_utc=NOW)


def sheet(exported: Exported, name: str) -> list[dict[str, str]]:
    with (exported.folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def document(exported: Exported) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((exported.folder / "export.json").read_bytes())
    return found


def test_every_row_of_every_table_is_in_both(workspace: Workspace, exported: Exported) -> None:
    tables = document(exported)["tables"]
    assert set(tables) == {exporting.file_of(table) for table in Base.metadata.tables.values()}
    rows = 0
    for table in Base.metadata.tables.values():
        name = exporting.file_of(table)
        count = workspace.read(lambda session, t=table: session.scalar(select(func.count()).select_from(t)))
        assert len(tables[name]) == count == len(sheet(exported, name)), name
        rows += count
    assert exported.rows == rows
    assert set(exported.files) >= {"export.json", "time-entries.csv", "clients.csv", "audit-log.csv"}


def test_an_entry_reads_without_the_program(exported: Exported) -> None:
    rows = [row for row in sheet(exported, "time-entries") if row["narrative"] == "EQR notes 11 to 13, cut-off"]
    [row] = rows
    assert row["work_day"] == "2026-11-20"
    assert (row["start_utc"], row["end_utc"]) == ("2026-11-20T08:17:00Z", "2026-11-20T10:15:00Z")
    assert (row["hours"], row["seconds"]) == ("1.9667", "7080")
    assert (row["engagement"], row["code"], row["task"]) == ("PCAOB audit", "410220-40", "EQR notes")
    assert (row["state"], row["chargeable"]) == ("ready", "yes")
    header = list(row)
    assert header.index("engagement") < header.index("id") < header.index("engagement_id")


def test_the_owner_reads_clients_by_name(exported: Exported) -> None:
    by_name = {row["name"]: row for row in sheet(exported, "clients")}
    assert by_name["Ravensmoor Components Ltd"]["code_name"] == "Juniper"
    engagement = next(row for row in sheet(exported, "engagements") if row["title"] == "Due diligence")
    assert engagement["client"] == "Ravensmoor Components Ltd"


def test_no_text_becomes_a_formula_in_a_spreadsheet_and_json_has_it_as_it_is(exported: Exported) -> None:
    assert f"'{FORMULA}" in {row["name"] for row in sheet(exported, "clients")}
    assert "'+44 20 7946 0000" in {row["narrative"] for row in sheet(exported, "time-entries")}
    assert FORMULA in {row["name"] for row in document(exported)["tables"]["clients"]}
    for file in exported.folder.glob("*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as stream:
            cells = [cell for row in csv.reader(stream) for cell in row]
        # A reversing entry's negative number is a number and stays one.
        assert not [cell for cell in cells if cell[:1] in "=+@\t" and cell], file.name


def test_references_in_json_lead_to_rows(exported: Exported) -> None:
    tables = document(exported)["tables"]
    engagements = {row["id"] for row in tables["engagements"]}
    assert {row["engagement_id"] for row in tables["time-entries"]} - {None} <= engagements
    assert all(len(one) == len(format_id(bytes(16))) for one in engagements)


def test_attachments_become_files(exported: Exported) -> None:
    [row] = document(exported)["tables"]["attachments"]
    assert (exported.folder / "attachments" / row["sha256"]).read_bytes() == b"%PDF-1.7 letter"
    assert "content" not in row


def test_the_audit_log_can_be_read(exported: Exported) -> None:
    log = document(exported)["tables"]["audit-log"]
    assert [entry["command"] for entry in log[:2]] == ["SetUpStore", "FillSample"]
    assert log[1]["payload"]["facts"] == {"lines": 400, "seed": 1, "until": "2026-11-22"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_nobody_else_may_read_it(exported: Exported) -> None:
    files = [path for path in exported.folder.rglob("*") if path.is_file()]
    assert len(files) == len(exported.files)
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert stat.S_IMODE(exported.folder.stat().st_mode) == 0o700


def test_an_export_replaces_an_earlier_one_and_leaves_other_files(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("stays", encoding="utf-8")
    export_everything(workspace.store, tmp_path, now_utc=NOW)
    first = {path.name: path.read_bytes() for path in tmp_path.glob("*.csv")}
    export_everything(workspace.store, tmp_path, now_utc=NOW)
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.csv")} == first
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "stays"
    assert not list(tmp_path.glob(".*"))


def test_a_full_disk_leaves_the_folder_as_it_was(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "time-entries.csv").write_text("the earlier export", encoding="utf-8")
    calls = iter(range(10_000))
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if next(calls) == 12:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(DiskFull, match=r"export\.disk_full"):
        export_everything(workspace.store, tmp_path, now_utc=NOW)
    assert [path.name for path in tmp_path.iterdir()] == ["time-entries.csv"]
    assert (tmp_path / "time-entries.csv").read_text(encoding="utf-8") == "the earlier export"


def test_a_file_in_the_folders_place_is_said(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(UserError, match=r"export\.not_written"):
        export_everything(workspace.store, tmp_path / "taken", now_utc=NOW)


def test_progress_is_told(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(exporting, "PER_PROGRESS", 100)
    done = export_everything(workspace.store, tmp_path, now_utc=NOW, on_progress=lambda a, b: told.append((a, b)))
    assert [a for a, _ in told] == list(range(100, 2 * done.rows + 1, 100))
    assert {b for _, b in told} == {2 * done.rows}
