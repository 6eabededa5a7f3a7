"""Plans and calendars in a terminal: out by the file's ending, in with what would change said first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine
from tests.interchange.plan_files import PROJECT_2003, PROJECT_2007, calendar, plan_file


@pytest.mark.parametrize("ending", ["xml", "ics", "csv", "xlsx"])
def test_the_plan_goes_out_as_its_ending_says_and_comes_back_unchanged(
    ed: CommandLine, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"plan.{ending}"
    said = ed.json("plan", "export", str(path))
    assert said["file"] == str(path)
    assert said["engagements"] > 0
    assert path.stat().st_size > 100
    back = ed.json("import", str(path), "--dry-run")
    assert (back["created"], back["updated"], back["rejected"]) == (0, 0, [])


def test_one_engagement_goes_out_by_its_code(ed: CommandLine, tmp_path: Path) -> None:
    said = ed.json("plan", "export", str(tmp_path / "one.xml"), "--engagement", "410118-10")
    assert said["engagements"] == 1


def test_an_ending_that_says_nothing_is_refused(ed: CommandLine, tmp_path: Path) -> None:
    assert ".xml" in str(ed.refused("plan", "export", str(tmp_path / "plan.pdf")))
    assert not (tmp_path / "plan.pdf").exists()


def test_a_plan_is_shown_before_it_comes_in_and_what_it_would_lose_is_listed(ed: CommandLine, tmp_path: Path) -> None:
    path = plan_file(tmp_path / "plan.xml", PROJECT_2007)
    shown = ed.done("import", str(path), "--dry-run").out
    assert "task: Risk" in shown
    assert "Task/Cost × 1" in shown
    assert ed.json("import", str(path), "--dry-run")["batch"] is None
    done = ed.json("import", str(path), "--as", "plan")
    assert {"what": "TimephasedData", "count": 1} in done["not_modelled"]
    assert ed.json("import", str(path))["created"] == 0
    assert ed.json("import", "undo", done["batch"])["stayed"] == []


def test_a_changed_plan_says_old_and_new(ed: CommandLine, tmp_path: Path) -> None:
    path = plan_file(tmp_path / "plan.xml", PROJECT_2003)
    ed.done("import", str(path))
    plan_file(path, PROJECT_2003.replace("2026-11-06T17:00:00", "2026-11-09T17:00:00"))
    assert "deadline 2026-11-06 -> 2026-11-09" in ed.done("import", str(path), "--dry-run").out
    [change] = ed.json("import", str(path))["changes"]
    assert change | {"line": 0} == {
        "line": 0,
        "what": "task",
        "name": "Walkthroughs",
        "field": "deadline",
        "old": "2026-11-06",
        "new": "2026-11-09",
    }


def test_leave_comes_in_from_a_calendar(ed: CommandLine, tmp_path: Path) -> None:
    leave = ("UID:1", "SUMMARY:Annual leave", "DTSTART;VALUE=DATE:20261207", "DTEND;VALUE=DATE:20261210")
    path = plan_file(tmp_path / "mine.ics", calendar(leave))
    assert "leave: Annual leave" in ed.done("import", str(path), "--as", "calendar", "--dry-run").out
    assert ed.json("import", str(path))["created"] == 1
    assert any("Annual leave" in str(day) for day in ed.json("calendar", "list"))


def test_a_file_of_another_kind_than_was_said_is_refused(ed: CommandLine, tmp_path: Path) -> None:
    path = plan_file(tmp_path / "plan.xml", PROJECT_2003)
    ed.refused("import", str(path), "--as", "time")
