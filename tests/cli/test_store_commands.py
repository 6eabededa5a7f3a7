from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from engagedesk.models.profile_lock import ProfileLock
from engagedesk.paths import Profile
from tests.cli.conftest import PASSPHRASE, CommandLine

TOGGL = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags\n"
    "Ada,a@x.example,Harrowgate Foods plc,Group audit,,visits,Yes,2026-11-16,09:00:00,2026-11-16,10:30:00,01:30:00,\n"
    "Ada,a@x.example,Ostermere Rail,S/4 controls,,late,Yes,2026-11-16,23:30:00,2026-11-17,00:30:00,01:00:00,\n"
    "Ada,a@x.example,Ostermere Rail,S/4 controls,,broken,Yes,2026-11-16,25:30:00,2026-11-17,00:30:00,01:00:00,\n"
)


def test_init_makes_a_private_store_and_a_recovery_key_that_opens_it(empty: CommandLine, tmp_path: Path) -> None:
    key_file = tmp_path / "recovery"
    made = empty.json("init", "--no-keyring", "--recovery-key-file", str(key_file))
    assert "recovery_key" not in made
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(empty.profile.folder.stat().st_mode) == 0o700
    assert key_file.read_text(encoding="utf-8").strip().count("-") == 7
    assert empty("timer", "status", passphrase_file=key_file).status == 0
    assert empty("timer", "status").status == 0


@pytest.mark.parametrize(("name", "status"), [("taken", 3), ("l" * 300, 4)])
def test_init_where_no_folder_can_be_is_an_error_of_one_line(
    empty: CommandLine, tmp_path: Path, name: str, status: int
) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    said = empty("--profile", str(tmp_path / name), "init", "--no-keyring")
    assert (said.status, said.err.count("\n")) == (status, 1)
    assert said.err.startswith("error: ")


def test_init_shows_the_recovery_key_only_where_no_file_was_named(empty: CommandLine) -> None:
    made = empty.json("init", "--no-keyring")
    assert set(made) == {"profile", "recovery_key"}
    assert made["profile"] == str(empty.profile.folder)


def test_init_falls_back_to_the_passphrase_where_there_is_no_keyring(empty: CommandLine) -> None:
    said = empty.done("init")
    assert "The keyring is not used" in said.err
    assert empty("timer", "status").status == 0


def test_init_refuses_an_existing_store_and_an_existing_key_file(ed: CommandLine, tmp_path: Path) -> None:
    assert ed.refused("init")["title"] == "There is a store already"
    key_file = tmp_path / "kept"
    key_file.write_text("mine", encoding="utf-8")
    other = CommandLine(Profile(tmp_path / "other"), ed.passphrase_file, ed.around, ed._capture)
    other.refused("init", "--recovery-key-file", str(key_file))
    assert key_file.read_text(encoding="utf-8") == "mine"
    assert not other.profile.store.exists()
    other.refused("init", "--recovery-key-file", str(tmp_path / "nowhere" / "key"))
    assert not other.profile.store.exists()


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\xfa", b"x" * 5_000, b"x" * 100_000])
def test_init_refuses_a_passphrase_that_is_none(empty: CommandLine, content: bytes) -> None:
    empty.passphrase_file.write_bytes(content)
    said = empty("--json", "init")
    assert said.status in (3, 4)
    assert said.error["hint"]
    assert not empty.profile.store.exists()


def test_the_line_end_of_a_passphrase_file_is_not_part_of_it(ed: CommandLine) -> None:
    for content in (PASSPHRASE, f"{PASSPHRASE}\n", f"{PASSPHRASE}\r\n"):
        ed.passphrase_file.write_text(content, encoding="utf-8", newline="")
        assert ed("timer", "status").status == 0
    ed.passphrase_file.write_text(f"{PASSPHRASE} \n", encoding="utf-8")
    assert ed.refused("timer", "status", status=4)["kind"] == "wrong_passphrase"


def test_a_missing_store_and_a_missing_passphrase_file_each_say_what_to_do(ed: CommandLine, tmp_path: Path) -> None:
    ed.passphrase_file.unlink()
    assert "passphrase" in ed.refused("timer", "status")["detail"]
    none = CommandLine(Profile(tmp_path / "none"), ed.passphrase_file, ed.around, ed._capture)
    assert "init" in none.refused("timer", "status", status=4)["hint"]
    assert not (tmp_path / "none").exists()


def test_check_tells_the_audit_log_and_is_json_also_when_not_ok(ed: CommandLine) -> None:
    ok = ed("check").document
    assert (ok["ok"], ok["store"], ok["audit"]["records"]) == (True, "ok", 7)
    assert len(ok["audit"]["head"]) == 64
    ed.done("entry", "add", "9-10", "harrow")
    assert ed("check").document["audit"]["records"] == 8
    raw = bytearray(ed.profile.store.read_bytes())
    raw[len(raw) // 2] ^= 1
    ed.profile.store.write_bytes(raw)
    damaged = ed("check")
    assert damaged.status == 4
    assert damaged.document["ok"] is False
    assert damaged.document["store"] != "ok"


def test_check_is_json_also_where_the_store_does_not_open(ed: CommandLine) -> None:
    ed.passphrase_file.write_text("another one", encoding="utf-8")
    said = ed("check")
    assert said.status == 4
    assert (said.document["ok"], said.document["audit"]["records"]) == (False, None)
    assert said.error["kind"] == "wrong_passphrase"


@pytest.mark.parametrize("by", ["passphrase", "recovery key"])
def test_a_backup_is_restored_into_a_new_profile_by_either_secret(empty: CommandLine, tmp_path: Path, by: str) -> None:
    key_file = tmp_path / "key"
    empty.done("init", "--no-keyring", "--recovery-key-file", str(key_file))
    empty.done("entry", "add", "9-10", "administration", "mails")
    before = empty.json("entry", "list")
    made = empty.json("backup")
    assert Path(made["file"]).parent == empty.profile.backups
    secret = key_file if by == "recovery key" else empty.passphrase_file
    restored = empty("--json", "restore", made["file"], "--to", str(tmp_path / "again"), passphrase_file=secret)
    assert restored.status == 0, restored.err
    again = CommandLine(Profile(tmp_path / "again"), empty.passphrase_file, empty.around, empty._capture)
    assert again.json("entry", "list") == before
    assert again("check").document["ok"] is True
    refused = empty("restore", made["file"], "--to", str(tmp_path / "again"), passphrase_file=secret)
    assert refused.status == 3


def test_a_backup_can_be_written_elsewhere_and_a_missing_or_damaged_one_is_refused(
    ed: CommandLine, tmp_path: Path
) -> None:
    file = Path(ed.json("backup", str(tmp_path / "stick"))["file"])
    assert file.parent == tmp_path / "stick"
    ed.refused("restore", str(tmp_path / "no.edbackup"), "--to", str(tmp_path / "x"))
    ed.refused("restore", str(tmp_path / ("x" * 300)), "--to", str(tmp_path / "x"))
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 2] ^= 1
    file.write_bytes(raw)
    ed.refused("restore", str(file), "--to", str(tmp_path / "x"), status=4)
    assert not (tmp_path / "x").exists()


def test_a_changed_passphrase_opens_and_the_old_one_does_not(ed: CommandLine, tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.write_text("other words entirely\n", encoding="utf-8")
    assert ed.json("passphrase", "change", "--new-passphrase-file", str(new)) == {"changed": True}
    assert ed.refused("timer", "status", status=4)["kind"] == "wrong_passphrase"
    assert ed("timer", "status", passphrase_file=new).status == 0


def test_a_passphrase_that_nobody_can_be_asked_for_is_said(ed: CommandLine) -> None:
    said = ed.process("--json", "passphrase", "change")
    assert said.status == 4
    assert "--new-passphrase-file" in said.error["hint"]


def test_an_import_reports_what_it_made_and_refused_and_changes_nothing_twice(ed: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "toggl.csv"
    file.write_text(TOGGL, encoding="utf-8")
    dry = ed.json("import", str(file), "--dry-run")
    assert ed.json("entry", "list", "--from", "2026-11-01") == []
    first = ed.json("import", str(file))
    assert set(first) == {"batch", "created", "unchanged", "updated", "rejected"}
    assert (first["created"], [row["line"] for row in first["rejected"]]) == (2, [4])
    assert first["rejected"][0]["reason"]
    assert (dry["created"], dry["batch"]) == (2, None)
    rows = ed.json("entry", "list", "--from", "2026-11-01")
    assert [row["seconds"] for row in rows] == [5400, 3600]
    assert rows[0]["source"] == "import"
    second = ed.json("import", str(file))
    assert (second["created"], second["updated"], second["unchanged"]) == (0, 0, 2)
    assert ed.json("entry", "list", "--from", "2026-11-01") == rows
    assert "Ostermere Rail" in {row["client"] for row in ed.json("engagement", "list")}


def test_an_import_is_listed_and_taken_back_except_what_changed_since(ed: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "toggl.csv"
    file.write_text(TOGGL, encoding="utf-8")
    batch = ed.json("import", str(file))["batch"]
    rows = ed.json("entry", "list", "--from", "2026-11-01")
    ed.done("entry", "edit", rows[0]["id"], "--end", "11:00")
    assert [row["batch"] for row in ed.json("import", "list")] == [batch]
    undone = ed.json("import", "undo", batch)
    assert rows[0]["id"] in [one["id"] for one in undone["stayed"]]
    assert [row["id"] for row in ed.json("entry", "list", "--from", "2026-11-01")] == [rows[0]["id"]]
    ed.refused("import", "undo", batch)
    assert ed.json("import", "list")[0]["undone_utc"] is not None


def test_a_file_that_cannot_be_imported_is_refused_with_what_is_missing(ed: CommandLine, tmp_path: Path) -> None:
    unknown = tmp_path / "unknown.csv"
    unknown.write_text("Foo,Bar\n1,2\n", encoding="utf-8")
    for words in (
        ("import", str(unknown)),
        ("import", str(tmp_path / "none.csv")),
        ("import", str(tmp_path)),
        ("import", str(unknown), "--as", "calendar"),
        ("import", str(unknown), "--mapping", "none"),
        ("import", "undo", "0190a000-0000-7000-8000-000000000000"),
    ):
        ed.refused(*words)
    assert ed.json("import", "list") == []


def test_a_store_that_another_command_holds_is_waited_for_and_then_said(
    ed: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engagedesk.cli import main as module

    monkeypatch.setattr(module, "WAIT_S", 0.2)
    with ProfileLock.acquire(ed.profile.lock):
        error = ed.refused("timer", "status", status=4)
    assert error["kind"] == "store_in_use"
    assert str(os.getpid()) in error["detail"]
    assert ed("timer", "status").status == 0


@pytest.mark.expects_log("engagedesk.cli.main", "command failed")
def test_a_fault_of_ours_gives_a_report_without_values_and_no_traceback(
    ed: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engagedesk.cli import timer

    def broken(_call: object) -> None:
        raise ZeroDivisionError("Harrowgate secret")

    monkeypatch.setattr(timer, "status", broken)
    logged = ed("--json", "timer", "status")
    assert logged.status == 70
    assert logged.error["kind"] == "bug"
    assert "Traceback" not in logged.out + logged.err
    report = next(ed.profile.crashes.glob("*.txt"))
    assert str(report) in logged.error["hint"]
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")
    assert "Harrowgate" not in report.read_text(encoding="utf-8")
