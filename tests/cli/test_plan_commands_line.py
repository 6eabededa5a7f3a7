"""The plan from the command line, over the sample."""

from __future__ import annotations

from tests.cli.conftest import CommandLine


def sample(empty: CommandLine) -> CommandLine:
    empty.done("init", "--no-keyring")
    empty.done("demo", "--until", "2026-11-22")
    return empty


def test_plan_show_and_conflicts_tell_the_sample_s_story(empty: CommandLine) -> None:
    ed = sample(empty)
    every = ed.json("plan", "show")
    assert len(every["engagements"]) == 12
    names = {one["id"]: one for engagement in every["engagements"] for one in engagement["items"]}
    assert all(one["done_on"] is None for one in names.values())
    release = next(one for one in names.values() if one["name"] == "Report release")
    assert (release["kind"], release["ends"], release["pinned"]) == ("milestone", "2026-11-24T17:30:00", True)
    assert any(link["crosses"] for link in every["links"])
    said = ed.done("plan", "show", "410220-20").out
    assert said.startswith("Northgate · PCAOB audit")
    assert "◆  Report release" in said
    assert "Stock" not in said
    found = ed.json("plan", "conflicts")
    assert [one["kind"] for one in found] == ["deadline", "link", "clash", "owner", "gate", "gate"]
    [clash] = [one for one in found if one["kind"] == "clash"]
    assert (clash["person"], clash["starts"], len(clash["engagements"])) == ("Tom Ashby", "2026-11-23", 3)
    text = ed.done("plan", "conflicts").out
    assert "Tom Ashby is needed for" in text
    assert "nobody does Memo (Specialist)" in text
    assert text.endswith("6 conflicts.\n")
    only = ed.json("plan", "conflicts", "630205-01")
    assert [one["text"] for one in only] == ["pre approval is open before 2 tasks"]
    critical = ed.json("plan", "show", "410220-20", "--critical")["engagements"][0]["items"]
    assert critical
    assert all(one["slack_s"] <= 0 for one in critical)


def test_leave_moves_what_a_person_can_do_and_can_be_taken_back(empty: CommandLine) -> None:
    ed = sample(empty)
    made = ed.json("calendar", "leave", "2026-11-23", "2026-11-27", "--person", "Tom", "--name", "Wedding")
    away = [one for one in ed.json("plan", "conflicts") if one["kind"] == "leave"]
    assert {one["person"] for one in away} == {"Tom Ashby"}
    listed = ed.json("calendar", "list")
    assert next(one for one in listed if one["id"] == made["id"])["days"] == 5
    assert "Wedding" in ed.done("calendar", "list").out
    ed.done("calendar", "remove", made["id"])
    assert made["id"] not in {one["id"] for one in ed.json("calendar", "list")}
    assert ed.refused("calendar", "remove", made["id"])["title"] == "No such days are entered"


def test_an_empty_plan_says_so(ed: CommandLine) -> None:
    assert ed.done("plan", "conflicts").out == "Everything fits.\n"
    assert ed.json("plan", "conflicts") == []
    assert ed.done("plan", "show").out == "Nothing is planned yet.\n"
    assert ed.refused("plan", "show", "nobody")["title"]
    assert ed.refused("calendar", "leave", "2026-12-24", "--person", "Nobody")["title"] == (
        "Nobody of this name is known"
    )
    assert ed.refused("calendar", "leave", "0001-01-01")["title"]
    assert ed.refused("calendar", "leave", "2026-12-24", "2026-12-01")["title"]


def test_public_holidays_of_a_country_count_for_the_firm_or_for_one_person(empty: CommandLine) -> None:
    ed = sample(empty)
    first = ed.json("calendar", "country", "de", "by")
    assert (first["country"], first["subdivision"]) == ("DE", "BY")
    assert ed.done("calendar", "country", "GB", "SCT", "--person", "Tom").out.startswith("Public holidays of GB SCT")
    assert ed.refused("calendar", "country", "XX")["title"] == "Public holidays of this country are not known"
    assert ed.json("calendar", "country", "")["country"] == ""
