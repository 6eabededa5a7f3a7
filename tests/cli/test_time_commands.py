from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import CommandLine

ENTRY_KEYS = (
    "id day engagement code task start_utc end_utc zone seconds chargeable narrative state source".split()  # noqa: SIM905
)


def test_the_timer_starts_tells_and_stops(ed: CommandLine) -> None:
    assert ed.json("timer", "status") == {"running": False, "entry": None, "elapsed_s": 0}
    started = ed.json("timer", "start", "harrow", "walkthroughs")
    ed.around.clock.advance(minutes=90)  # type: ignore[attr-defined]
    assert ed.json("timer", "status") == {"running": True, "entry": started["entry"], "elapsed_s": 5400}
    assert "1:30" in ed.done("timer", "status").out
    stopped = ed.json("timer", "stop")
    assert stopped == {"entry": started["entry"], "end_utc": "2026-11-22T19:30:00Z", "seconds": 5400}
    assert ed.json("timer", "status")["running"] is False


def test_starting_another_timer_switches_at_the_same_instant(ed: CommandLine) -> None:
    first = ed.json("timer", "start", "harrow")
    ed.around.clock.advance(minutes=30)  # type: ignore[attr-defined]
    second = ed.json("timer", "switch", "tarnbrook")
    assert (second["stopped"], second["stopped_s"]) == (first["entry"], 1800)
    one, two = ed.json("entry", "list")
    assert one["end_utc"] == two["start_utc"]
    assert two["end_utc"] is None


def test_a_timer_can_start_some_minutes_ago_and_stop_at_a_clock_time(ed: CommandLine) -> None:
    assert ed.json("timer", "start", "-30", "harrow")["start_utc"] == "2026-11-22T17:30:00Z"
    assert ed.json("timer", "stop", "--at", "17:45")["seconds"] == 900


def test_after_midnight_a_clock_time_before_it_is_yesterdays(ed: CommandLine) -> None:
    ed.around.clock.set_local("2026-11-17T23:00")  # type: ignore[attr-defined]
    ed.done("timer", "start", "harrow")
    ed.around.clock.advance(minutes=75)  # type: ignore[attr-defined]
    assert ed.json("timer", "stop", "--at", "23:50")["seconds"] == 50 * 60


@pytest.mark.parametrize(
    "words",
    [
        ("timer", "stop"),
        ("timer", "switch", "harrow"),
        ("timer", "start", "nobody-at-all"),
        ("timer", "start", "9:00-10:00", "harrow"),
        ("timer", "start", "tomorrow harrow"),
    ],
)
def test_a_timer_that_cannot_be_is_refused_and_nothing_changes(ed: CommandLine, words: tuple[str, ...]) -> None:
    ed.refused(*words)
    assert ed.json("entry", "list") == []


def test_stopping_before_the_start_or_in_the_future_is_refused(ed: CommandLine) -> None:
    ed.done("timer", "start", "harrow")
    ed.refused("timer", "stop", "--at", "17:00")
    ed.refused("timer", "stop", "--at", "2026-11-22T23:00+00:00")
    assert ed.json("timer", "status")["running"] is True


def test_an_entry_has_exactly_the_documented_keys(ed: CommandLine) -> None:
    added = ed.json("entry", "add", "mon", "9:00-10:30", "Harrowgate", "walkthroughs,", "sales", "cycle", "#fieldwork")
    assert list(added) == ENTRY_KEYS
    listed = ed.json("entry", "list", "--from", "2026-11-16", "--to", "2026-11-16")
    assert listed == [added]
    assert added["day"] == "2026-11-16"
    assert (added["start_utc"], added["end_utc"]) == ("2026-11-16T09:00:00Z", "2026-11-16T10:30:00Z")
    assert (added["zone"], added["seconds"], added["code"]) == ("Europe/London", 5400, "410118-10")
    assert added["engagement"] == "Harrowgate · Group audit"
    assert added["chargeable"] is True
    assert "sales cycle" in added["narrative"]
    assert (added["state"], added["source"]) == ("draft", "quick_entry")


def test_durations_have_no_times_and_days_are_listed_inclusive_and_oldest_first(ed: CommandLine) -> None:
    ed.done("entry", "add", "1.5h", "harrow", "late", "--date", "2026-11-18")
    ed.done("entry", "add", "--date", "2026-11-16", "90m", "tarnbrook")
    ed.done("entry", "add", "--date", "2026-11-17", "9-10", "harrow")
    rows = ed.json("entry", "list", "--from", "2026-11-16", "--to", "2026-11-18")
    assert [row["day"] for row in rows] == ["2026-11-16", "2026-11-17", "2026-11-18"]
    assert (rows[0]["start_utc"], rows[0]["end_utc"], rows[0]["seconds"]) == (None, None, 5400)
    assert rows[0]["code"] is None
    assert len(ed.json("entry", "list", "--from", "2026-11-17", "--to", "2026-11-17")) == 1
    shown = ed.done("entry", "list", "--from", "2026-11-16", "--to", "2026-11-18").out
    assert "3 entries, 4:00 in all" in shown
    assert "no code" in shown


def test_text_with_leading_dashes_needs_no_quotes(ed: CommandLine) -> None:
    added = ed.json("entry", "add", "-30", "-10", "harrow", "calls")
    assert (added["start_utc"], added["end_utc"]) == ("2026-11-22T17:30:00Z", "2026-11-22T17:50:00Z")


def test_a_bare_number_is_asked_about_with_the_answers(ed: CommandLine) -> None:
    error = ed.refused("entry", "add", "harrow", "2")
    assert error["kind"] == "ambiguous"
    assert error["candidates"]


@pytest.mark.parametrize(
    "words",
    [
        ("entry", "add", "1h"),
        ("entry", "add", "now", "harrow"),
        ("entry", "add", "1h", "harrow", "--date", "2026-02-30"),
        ("entry", "add", "x" * 100_000),
        ("entry", "list", "--from", "yesterday-ish"),
        ("entry", "list", "--from", "2026-11-18", "--to", "2026-11-17"),
        ("entry", "edit", "0190a000-0000-7000-8000-000000000000", "--start", "9:00"),
        ("entry", "edit", "0190", "--start", "9:00"),
        ("entry", "edit", "zz", "--start", "9:00"),
        ("entry", "delete", "0190a000"),
        ("history", "0190a000-0000-7000-8000-000000000000"),
        ("week", "show", "2026-W54"),
        ("week", "submit", "last"),
        ("week", "recall", "2026-W47"),
        ("week", "sheet", "2026-W47", "--format", "xlsx"),
        ("engagement", "show", "nobody"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(ed: CommandLine, words: tuple[str, ...]) -> None:
    before = ed.json("check")["audit"]["records"]
    ed.refused(*words)
    assert ed.json("check")["audit"]["records"] == before


def test_an_entry_is_edited_on_its_own_day(ed: CommandLine) -> None:
    added = ed.json("entry", "add", "tue", "22:30-23:30", "harrow")
    edited = ed.json("entry", "edit", added["id"], "--start", "22:00", "--end", "00:15", "--reason", "late call")
    assert (edited["start_utc"], edited["end_utc"]) == ("2026-11-17T22:00:00Z", "2026-11-18T00:15:00Z")
    assert edited["seconds"] == 135 * 60
    changes = ed.json("history", added["id"])
    assert [c["field"] for c in changes if c["reason"] == "late call"] == ["start_utc", "end_utc", "seconds"]
    assert changes[-1]["who"] == "Ada"
    assert {c["old"] for c in changes if c["field"] == "start_utc"} == {"2026-11-17T22:30:00Z"}


def test_the_text_of_an_entry_is_a_quick_line_or_only_its_narrative(ed: CommandLine) -> None:
    added = ed.json("entry", "add", "9-10", "harrow", "#review", "first")
    assert added["code"] == "410118-20"
    only_words = ed.json("entry", "edit", added["id"], "--text", "zzz corrected words")
    assert (only_words["narrative"], only_words["code"]) == ("zzz corrected words", "410118-20")
    same_code = ed.json("entry", "edit", added["id"], "--text", "harrow, tied out")
    assert (same_code["narrative"], same_code["code"], same_code["seconds"]) == ("tied out", "410118-20", 3600)
    moved = ed.json("entry", "edit", added["id"], "--text", "10:00-10:30", "tarnbrook,", "moved")
    assert (moved["engagement"], moved["seconds"]) == ("Tarnbrook · Internal audit", 1800)
    comma = ed.json("entry", "edit", added["id"], "--text=, harrow is what it says")
    assert (comma["engagement"], comma["narrative"]) == ("Tarnbrook · Internal audit", "harrow is what it says")


def test_an_entry_is_named_by_its_id_or_by_enough_of_it(ed: CommandLine) -> None:
    added = ed.json("entry", "add", "9-10", "harrow")
    assert ed.refused("entry", "delete", added["id"][:7])["title"] == "Too little of the id"
    ed.around.clock.advance(hours=24)  # type: ignore[attr-defined]
    other = ed.json("entry", "add", "9-10", "harrow")
    assert ed.json("entry", "delete", added["id"][:13].upper()) == {"deleted": added["id"]}
    assert ed.json("entry", "delete", other["id"].replace("-", "")) == {"deleted": other["id"]}
    assert ed.json("entry", "list", "--from", "2026-11-01") == []


def test_several_entries_that_begin_alike_are_listed(ed: CommandLine) -> None:
    ids = [ed.json("entry", "add", f"{hour}-{hour + 1}", "harrow")["id"] for hour in (9, 10)]
    error = ed.refused("entry", "delete", ids[0][:8])
    assert error["candidates"] == sorted(ids)


def test_a_week_is_shown_as_a_grid_with_its_checks(ed: CommandLine) -> None:
    entry = ed.json("entry", "add", "mon", "9:00-10:30", "harrow")
    week = ed.json("week", "show", "2026-W47")
    assert set(week) == {"week", "state", "days", "rows", "checks"}
    assert (week["week"], week["state"], len(week["days"])) == ("2026-W47", "open", 7)
    assert week["days"][0] == {"date": "2026-11-16", "seconds": 5400, "standard_seconds": 27000}
    assert week["rows"] == [
        {
            "engagement": "Harrowgate · Group audit",
            "code": "410118-10",
            "activity": "",
            "seconds": [5400, 0, 0, 0, 0, 0, 0],
        }
    ]
    assert all(set(check) == {"kind", "date", "entry", "text"} for check in week["checks"])
    assert {"empty_narrative"} == {check["kind"] for check in week["checks"] if check["entry"] == entry["id"]}
    assert "Harrowgate" in ed.done("week", "show").out


def test_a_week_goes_to_the_firm_and_comes_back(ed: CommandLine) -> None:
    coded = ed.json("entry", "add", "mon", "9:00-10:30", "harrow", "walkthroughs")
    uncoded = ed.json("entry", "add", "mon", "11-12", "tarnbrook", "planning")
    submitted = ed.json("week", "submit", "2026-W47")
    assert submitted["submitted"] == [coded["id"]]
    assert [held["entry"] for held in submitted["held_back"]] == [uncoded["id"]]
    ed.refused("entry", "delete", coded["id"])
    ed.refused("week", "submit", "2026-W47")
    assert ed.json("week", "recall", "2026-W47")["recalled"] == 1
    states = {row["state"] for row in ed.json("entry", "list", "--from", "2026-11-16")}
    assert states == {"draft", "ready"}


def test_the_timesheet_is_written_in_decimal_hours(ed: CommandLine, tmp_path: Path) -> None:
    ed.done("entry", "add", "mon", "9:00-10:20", "harrow", "=walk, through")
    ed.done("entry", "add", "mon", "11-12", "tarnbrook")
    days = [f"2026-11-{day}" for day in range(16, 23)]
    printed = list(csv.reader(io.StringIO(ed.done("week", "sheet", "2026-W47").out)))
    assert printed[0] == ["code", "activity", "narrative", *days, "total"]
    assert len(printed) == 2
    assert printed[1][3] == printed[1][-1] == "1.25"
    assert not printed[1][2].startswith("=")
    for name in ("sheet.csv", "sheet.tsv", "sheet.xlsx"):
        said = ed.json("week", "sheet", "2026-W47", "-o", str(tmp_path / name))
        assert (said["lines"], len(said["held_back"])) == (1, 1)
    with (tmp_path / "sheet.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == printed
    assert (tmp_path / "sheet.tsv").read_text(encoding="utf-8").split("\t")[:3] == ["code", "activity", "narrative"]
    book = openpyxl.load_workbook(tmp_path / "sheet.xlsx")
    assert book.active is not None
    assert [cell.value for cell in book.active[1]] == printed[0]
    book.close()
    ed.refused("week", "sheet", "2026-W47", "-o", str(tmp_path / "nowhere" / "sheet.csv"))


def test_engagements_are_listed_and_shown_by_code_or_name(ed: CommandLine) -> None:
    listed = ed.json("engagement", "list")
    assert {row["client"] for row in listed} == {"Harrowgate Foods plc", "Tarnbrook Building Society"}
    for name in ("410118-20", "harrowgate", "Group audit", listed[0]["id"]):
        page = ed.json("engagement", "show", *name.split())
        assert page["id"] in {row["id"] for row in listed}
    shown = ed.done("engagement", "show", "410118-10").out
    assert "Harrowgate Foods plc · Group audit" in shown
    assert "410118-20" in shown


def test_nothing_yet_is_said_and_is_an_empty_document(ed: CommandLine) -> None:
    assert ed.json("entry", "list") == []
    assert ed.done("entry", "list").out == "No entries.\n"
