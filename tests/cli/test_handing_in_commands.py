from __future__ import annotations

import pytest

from tests.cli.conftest import CommandLine

WEEK = "2026-W47"


def test_lines_are_ticked_as_typed_and_a_later_change_is_said(ed: CommandLine) -> None:
    ed.done("entry", "add", "2026-11-20 9:00-10:30 harrow walkthroughs")
    ed.done("entry", "add", "2026-11-20 11:00-12:00 administration")
    assert [line["state"] for line in ed.json("week", "tick", WEEK)["lines"]] == ["open", "open"]
    ticked = ed.json("week", "tick", WEEK, "1")
    assert (ticked["entered"], [line["state"] for line in ticked["lines"]]) == (1, ["entered", "open"])
    ed.done("entry", "add", "2026-11-20 14:00-15:00 harrow")
    first = ed.json("week", "tick", WEEK)["lines"][0]
    assert (first["state"], first["seconds"], first["entered_seconds"]) == ("changed", 9_000, 5_400)
    assert "was 1.50" in ed.done("week", "tick", WEEK).out
    assert ed.json("week", "tick", WEEK, "--all")["entered"] == 2
    assert ed.json("week", "tick", WEEK, "--all", "--off")["entered"] == 0


def test_a_line_that_is_not_there_is_refused(ed: CommandLine) -> None:
    assert ed("week", "tick", WEEK, "7").status == 3


def test_a_week_that_came_back_says_why(ed: CommandLine) -> None:
    ed.done("entry", "add", "2026-11-20 9:00-10:30 harrow walkthroughs")
    assert ed("week", "return", WEEK, "--reason", "Too thin").status == 3
    ed.done("week", "submit", WEEK)
    assert len(ed.json("week", "return", WEEK, "--reason", "Too thin")["returned"]) == 1
    assert ed.json("week", "show", WEEK)["state"] == "returned"


def test_a_difference_without_an_extract_is_none(ed: CommandLine) -> None:
    ed.done("entry", "add", "2026-11-20 9:00-10:30 harrow walkthroughs")
    found = ed.json("week", "reconcile", WEEK)
    assert (found["extract_date"], found["stale"], found["worked_s"]) == (None, True, 5_400)
    assert [row["reason"] for row in found["rows"]] == ["after_extract"]
    assert "import FILE --as recorded" in ed.done("week", "reconcile", WEEK).out


@pytest.mark.parametrize("words", [("--settle", "1"), ("--accept", "1", "--note", "x")])
def test_a_difference_that_is_not_there_is_refused(ed: CommandLine, words: tuple[str, ...]) -> None:
    assert ed("week", "reconcile", WEEK, *words).status == 3
