"""Time away answered from a terminal."""

from __future__ import annotations

from engagedesk.domain.away import AwayPolicy
from engagedesk.domain.states import AwayCause
from engagedesk.services.commands.away import BeginAway, EndAway
from engagedesk.services.opening import ByPassphrase, open_profile
from tests.cli.conftest import PASSPHRASE, CommandLine


def leave(ed: CommandLine) -> None:
    """Start a timer for an hour, and be away for the 43 minutes after that."""
    clock = ed.around.clock
    ed.done("timer", "start", "harrow", "410118-10,", "EQR note")
    clock.advance(hours=1)  # type: ignore[attr-defined]
    left = clock.now_s()
    clock.advance(minutes=43)  # type: ignore[attr-defined]
    workspace = open_profile(ed.profile, ByPassphrase(PASSPHRASE), ed.around)
    workspace.execute(BeginAway(left, AwayCause.IDLE, clock.now_s(), "Europe/London"))
    workspace.execute(EndAway(clock.now_s(), clock.now_s(), AwayPolicy()))
    workspace.close()


def spans(ed: CommandLine) -> list[tuple[str | None, str, str | None]]:
    return [(e["code"], e["start_utc"][11:16], e["end_utc"] and e["end_utc"][11:16]) for e in ed.json("entry", "list")]


def test_nothing_waits_where_nobody_was_away(ed: CommandLine) -> None:
    assert ed.json("away", "list") == []
    assert ed.refused("away", "keep")["title"] == "No time away waits for an answer"


def test_the_list_says_what_ran_and_for_how_long_nobody_was_there(ed: CommandLine) -> None:
    leave(ed)
    [row] = ed.json("away", "list")
    assert (row["start_utc"], row["end_utc"]) == ("2026-11-22T19:00:00Z", "2026-11-22T19:43:00Z")
    assert (row["cause"], row["unallocated_s"], row["code"]) == ("idle", 43 * 60, "410118-10")
    assert "0:43" in ed.done("away", "list").out
    assert ed.json("timer", "status")["running"] is False


def test_keep_and_continue_lets_the_same_entry_go_on(ed: CommandLine) -> None:
    leave(ed)
    said = ed.json("away", "keep", "--continue")
    assert said["running"] == ed.json("timer", "status")["entry"]
    assert spans(ed) == [("410118-10", "18:00", None)]
    assert ed.refused("away", "keep")["title"] == "No time away waits for an answer"


def test_discard_leaves_the_time_out(ed: CommandLine) -> None:
    leave(ed)
    assert ed.json("away", "discard") == {
        "away": ed_id(ed),
        "changed": True,
        "entries": [],
        "running": None,
    }
    assert spans(ed) == [("410118-10", "18:00", "19:00")]


def ed_id(ed: CommandLine) -> str:
    """Return the id that the history of the answered period has; it is no longer listed."""
    workspace = open_profile(ed.profile, ByPassphrase(PASSPHRASE), ed.around)
    with workspace.store.reader.connect() as connection:
        [found] = connection.exec_driver_sql("SELECT lower(hex(id)) FROM away_period").scalars()
    workspace.close()
    return f"{found[:8]}-{found[8:12]}-{found[12:16]}-{found[16:20]}-{found[20:]}"


def test_a_split_over_two_codes_and_a_break_in_the_order_given(ed: CommandLine) -> None:
    leave(ed)
    ed.done("away", "split", "25m harrow 410118-10", "0:10 harrow 410118-20, PBC list", "break")
    assert spans(ed) == [("410118-10", "18:00", "19:25"), ("410118-20", "19:25", "19:35")]
    assert ed.json("entry", "list")[1]["narrative"] == "PBC list"
    assert ed.json("away", "list") == []


def test_parts_that_cannot_be_taken_say_why_and_change_nothing(ed: CommandLine) -> None:
    leave(ed)
    assert "longer" in ed.refused("away", "split", "1h harrow")["title"]
    assert "no length" in ed.refused("away", "split", "break", "harrow")["title"].lower()
    assert ed.refused("away", "split", "10m Nobody At All")["title"] == "Nothing has this name"
    assert ed.refused("away", "keep", "00000000-0000-0000-0000-000000000000")["title"] == "There is no such time away"
    assert ed("away", "split").status == 2
    assert len(ed.json("away", "list")) == 1
