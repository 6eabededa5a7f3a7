"""A consultant's week from Wednesday to Friday in a real window: by mouse, and again without touching it.

Both hands do the same and end with the same store, so that what must hold is said once.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

import pytest

from tests.e2e.hands import AWAY, Hand, Keyboard, Mouse
from tests.e2e.screen import Screen, until
from tests.e2e.week import (
    AUDIT,
    FRIDAY,
    FRIDAY_AFTERNOON,
    ISAE,
    MONDAY,
    OWNER,
    PILLAR,
    REVIEW,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    WEEK,
    Week,
    utc,
)

MEETING: Final = re.compile("Harrowgate, .*, closing meeting, .*")
LATE_NIGHT: Final = re.compile("Harrowgate, .*, closing the file, .*22:30–00:45.*")
ON_CLOSED: Final = re.compile("Code 630205-01 is closed, .*")
NO_NARRATIVE, NONE_EITHER = re.compile("No narrative, Wed 25 .*"), re.compile("No narrative, Fri 27 .*")
EVENING: Final = re.compile("5:30 h unallocated, .*")
SUBMIT: Final = re.compile("Submit .*")
RETURN: Final = "The firm returned time"
TOO_THIN: Final = "Narratives are too thin"
EXTRACT: Final = (
    (OWNER, AUDIT, MONDAY, "3.50", "posted"),
    (OWNER, PILLAR, MONDAY, "4.50", "posted"),
    (OWNER, ISAE, TUESDAY, "4.50", "posted"),
    (OWNER, PILLAR, THURSDAY, "8.00", "submitted"),
    ("Cleo Park", AUDIT, FRIDAY, "6.00", "posted"),
)
HANDS: Final = {"mouse": Mouse, "keyboard": Keyboard}

pytestmark = [pytest.mark.display, pytest.mark.timeout(600)]


@pytest.fixture
def week(screen: Screen, tmp_path: Path) -> Iterator[Week]:
    week = Week(screen, tmp_path)
    yield week
    week.app.end()


@pytest.mark.parametrize("kind", HANDS)
def test_a_week(week: Week, kind: str) -> None:
    hand: Hand = HANDS[kind](week)
    an_absence_is_split(week, hand)
    the_forgotten_timer_is_ended(week, hand)
    hand.go_to_timesheet()
    the_day_is_put_right(week, hand)
    a_late_night_is_added(week, hand)
    hand.show_view("Week")
    last_week_is_copied(week, hand)
    the_check_is_walked(week, hand)
    it_is_submitted_and_copied(week, hand)
    it_is_recalled_returned_and_submitted_again(week, hand)
    the_firms_extract_is_compared(week, hand)
    assert week.app.said == ""


def an_absence_is_split(week: Week, hand: Hand) -> None:
    app, screen = week.app, week.screen
    app.focus()
    hand.open_quick_entry()
    app.type(f"{AUDIT}, group memo", into="Quick entry", title="Quick entry")
    app.key("ctrl+Return")
    until("some work", lambda: (week.terminal("timer", "status") or {}).get("elapsed_s", 0) >= 2)
    screen.do("mousemove_relative", "5", "5")
    until("the absence", lambda: [row for row in week.terminal("away", "list") if row["end_utc"] is None])
    screen.do("mousemove_relative", "7", "3")
    app.dialog(AWAY)
    [away] = week.terminal("away", "list")
    hand.split_with_break()
    hand.picture("1-away")
    app.key("Return", until=lambda: not app.shows(AWAY), again=True)
    until("the answer", lambda: week.terminal("away", "list") == [])
    first, second, running = week.entries(WEDNESDAY)[1:]
    assert [row["code"] for row in (first, second, running)] == [AUDIT, PILLAR, AUDIT]
    assert first["start_utc"] < away["start_utc"] < first["end_utc"] == second["start_utc"]
    assert second["end_utc"] < away["end_utc"] == running["start_utc"], "the break comes last"
    assert running["end_utc"] is None


def the_forgotten_timer_is_ended(week: Week, hand: Hand) -> None:
    week.power_fails_until_friday()
    app = week.app
    app.read("EngageDesk ended without stopping it")
    hand.picture("2-forgotten")
    hand.press("Ended at…")
    app.keyboard_on("When it ended")
    week.screen.type("1630")
    hand.press("End it then")
    until("the end", lambda: week.terminal("timer", "status")["running"] is False)
    assert week.entries(WEDNESDAY)[-1]["end_utc"] == utc(WEDNESDAY, "16:30")


def the_day_is_put_right(week: Week, hand: Hand) -> None:
    app = week.app
    hand.show_view("Day")
    hand.move_an_hour(MEETING)
    until("the moved meeting", lambda: times(week, FRIDAY, AUDIT) == [("10:00", "12:00")])
    hand.step_days(-3)
    app.until("the overlap", lambda seen: seen.reads("overlaps another entry"))
    hand.picture("3-overlap")
    hand.resolve_overlap()
    until("one of them to give way", lambda: times(week, TUESDAY, AUDIT) == [("09:00", "12:00")])
    assert times(week, TUESDAY, ISAE) == [("12:00", "17:00")]
    app.until("no overlap", lambda seen: not seen.reads("overlaps another entry"))


def a_late_night_is_added(week: Week, hand: Hand) -> None:
    app = week.app
    hand.open_quick_entry()
    app.type(f"thu 22:30-0:45 {AUDIT}, closing the file", into="Quick entry", title="Quick entry")
    app.key("Return", until=lambda: not app.shows("Quick entry"))
    until("the late night", lambda: len(week.entries(THURSDAY)) == 2)
    made = week.entries(THURSDAY)[-1]
    assert (made["start_utc"], made["end_utc"]) == (utc(THURSDAY, "22:30"), utc(FRIDAY, "00:45"))
    assert made not in week.entries(FRIDAY), "it stays one entry"
    hours = {row["code"]: row["seconds"] for row in week.terminal("week", "show", WEEK)["rows"]}
    assert hours[AUDIT][3:5] == [5_400, 2 * 3_600 + 2_700], "each day has its part"
    for day in ("Thursday", "Friday"):
        hand.step_days(2 if day == "Thursday" else 1)
        app.until(f"{day} to show it", lambda seen: seen.one(LATE_NIGHT, kind="cell"))
    hand.picture("4-late-night")


def last_week_is_copied(week: Week, hand: Hand) -> None:
    app = week.app
    hand.choose("Copy last week", "Rows only")
    row = app.until("last week's row", lambda seen: seen.one(REVIEW, kind="cell")).row
    assert week.terminal("week", "show", WEEK)["days"][4]["seconds"] == 2 * 3_600 + 2_700, "rows only"
    hand.stand_on(row, "Fri 27")
    week.screen.type("1:30")
    app.key("Return")
    until("the typed hours", lambda: [r["seconds"] for r in week.entries(FRIDAY) if r["code"] == REVIEW] == [5_400])
    hand.picture("5-copied")


def the_check_is_walked(week: Week, hand: Hand) -> None:
    app = week.app
    assert not app.sight().reads("9:15 h"), "the night's sleep is no gap"
    hand.do_finding(ON_CLOSED, "Put on Kestrel 630205-02")
    until("the other code", lambda: [r["code"] for r in week.entries(MONDAY)] == [AUDIT, PILLAR])
    app.until("the next line", lambda seen: seen.one(NO_NARRATIVE, kind="field"))
    app.type("scoping call", into=NO_NARRATIVE, instead=True, kind="field")
    hand.picture("6-check")
    hand.do_finding(NO_NARRATIVE, "Save")
    until("the narrative", lambda: "scoping call" in [r["narrative"] for r in week.entries(WEDNESDAY)])
    hand.leave_finding(EVENING)
    # What was written for this code last week is proposed.
    app.until("the last line", lambda seen: seen.one("file review", kind="field"))
    hand.do_finding(NONE_EITHER, "Save")
    app.read("Nothing is left to look at.")
    assert [r["narrative"] for r in week.entries(FRIDAY) if r["code"] == REVIEW] == ["file review"]


def it_is_submitted_and_copied(week: Week, hand: Hand) -> None:
    app = week.app
    hand.press(SUBMIT)
    until("the week to be submitted", lambda: states(week) == {"submitted"})
    app.until("the way back", lambda seen: seen.one(SUBMIT, kind="button") is None)
    hand.press("Copy timesheet")
    text = until("the timesheet on the clipboard", lambda: sheet(week.screen.clipboard()))
    hours = {line[0]: line[3:] for line in text[1:]}
    assert text[0][3:8] == [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY]
    assert hours[AUDIT] == ["3.50", "3.00", "2.50", "1.50", "2.75", "0.00", "0.00", "13.25"]
    assert hours[PILLAR][:5] == ["4.50", "0.00", "0.00", "8.00", "0.00"], "recoded"
    assert hours[REVIEW][4] == "1.50"
    hand.picture("7-submitted")


def it_is_recalled_returned_and_submitted_again(week: Week, hand: Hand) -> None:
    app, recall = week.app, "Recall the week"
    hand.choose("More with this week", f"{recall}…")
    app.dialog(recall)
    hand.press("Recall", title=recall)
    until("the week to come back", lambda: states(week) == {"ready"})
    app.until("the week to be open", lambda seen: seen.one(SUBMIT, kind="button"))
    hand.press(SUBMIT)
    until("the week to be submitted again", lambda: states(week) == {"submitted"})

    hand.choose("More with this week", "The firm returned it…")
    app.dialog(RETURN)
    hand.untick(re.compile("Mon 23 .*Harrowgate.*"), title=RETURN)
    app.type(TOO_THIN, into="Reason", title=RETURN)
    hand.press("Note the return", title=RETURN)
    until("what came back", lambda: states(week) == {"submitted", "returned"})
    assert [row["state"] for row in week.entries(MONDAY)] == ["submitted", "returned"]
    app.read(f"entries were returned: {TOO_THIN}")
    hand.picture("8-returned")
    hand.press(SUBMIT)
    until("all to be submitted", lambda: states(week) == {"submitted"})


def the_firms_extract_is_compared(week: Week, hand: Hand) -> None:
    app, extract = week.app, write_extract(week.folder)
    hand.show_view("Recorded")
    hand.press("Import recorded time")
    app.choose_file("Import a file", extract)
    app.dialog("Import")
    hand.press("Import", title="Import")
    app.read("Every row came in.", title="Import")
    hand.press("Close", title="Import")
    app.gone("Import")
    app.read("Extract of 27 November 2026")
    hand.picture("9-recorded")
    found = {(r["date"], r["code"]): r for r in week.terminal("week", "reconcile", WEEK)["rows"]}
    assert (found[MONDAY, PILLAR]["reason"], found[MONDAY, PILLAR]["action"]) == ("posted", "mark_posted")
    assert (found[TUESDAY, ISAE]["reason"], found[TUESDAY, ISAE]["action"]) == ("less_there", "copy_line")
    assert (found[FRIDAY, REVIEW]["reason"], found[FRIDAY, REVIEW]["action"]) == ("missing_there", "copy_line")
    assert found[THURSDAY, PILLAR]["reason"] == "waiting"

    hand.settle_first()
    until("the first to be posted", lambda: [r["state"] for r in week.entries(MONDAY)] == ["posted", "submitted"])
    app.until("one line less", lambda seen: seen.one("Mark 1 line as posted", kind="button"))
    hand.press("Mark 1 line as posted")
    hand.press("Really? Posted time is locked")
    until("both to be posted", lambda: [r["state"] for r in week.entries(MONDAY)] == ["posted", "posted"])
    # What is left lacks hours there: its line is copied, to be typed there.
    app.until("Tuesday on top", lambda seen: next(seen.each("Tue 24", kind="cell", row=0), None))
    hand.settle_first()
    line = until("the line on the clipboard", lambda: copied(week.screen, starts=AUDIT))
    assert line == [AUDIT, "", "walkthroughs, sales cycle", TUESDAY, "3.00"]


# -- what is looked at -----------------------------------------------------------------------------------------------


def times(week: Week, day: str, code: str) -> list[tuple[str, str]]:
    """Return the clock times of a day's entries on a code."""
    return [(row["start_utc"][11:16], row["end_utc"][11:16]) for row in week.entries(day) if row["code"] == code]


def states(week: Week) -> set[str]:
    return {row["state"] for row in week.entries(MONDAY, FRIDAY)}


def sheet(text: str) -> list[list[str]] | None:
    """Return the cells of a timesheet; None where something else was copied."""
    return [line.split("\t") for line in text.splitlines()] if text.startswith("code\tactivity") else None


def copied(screen: Screen, *, starts: str) -> list[str] | None:
    text = screen.clipboard()
    return text.split("\t") if text.startswith(starts) else None


def write_extract(folder: Path) -> Path:
    """Write what the firm's system holds, as of Friday."""
    path = folder / "extract.csv"
    lines = [("Person", "Code", "Date", "Hours", "Status"), *EXTRACT]
    path.write_text("".join(",".join(line) + "\n" for line in lines), encoding="utf-8")
    as_of = datetime.fromisoformat(FRIDAY_AFTERNOON).timestamp()
    os.utime(path, (as_of, as_of))
    return path
