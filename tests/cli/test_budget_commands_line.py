"""Budgets from the command line, and the alerts that a command raises where no window is open."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from engagedesk.domain.ids import EngagementId
from engagedesk.models.engagements import Engagement
from engagedesk.services.commands.budgets import LineFacts, SetBudget
from engagedesk.services.opening import ByPassphrase, open_profile
from engagedesk.services.workspace import Workspace
from tests.cli.conftest import PASSPHRASE, CommandLine

FIELDS = {
    "engagement", "currency", "budget_minor", "actual_minor", "etc_minor", "eac_minor", "variance_minor",
    "used_percent", "exhausted_on", "extract_date",
}  # fmt: skip


@pytest.fixture
def tight(ed: CommandLine) -> CommandLine:
    """The group audit with a budget of ten hours."""

    def first(session: Any) -> EngagementId:
        return EngagementId(session.query(Engagement.id).filter(Engagement.title == "Group audit").scalar())

    workspace: Workspace = open_profile(ed.profile, ByPassphrase(PASSPHRASE), ed.around)
    try:
        group = workspace.read(first)
        workspace.execute(SetBudget(group, (LineFacts(None, "Manager", 36_000, 0),), date(2026, 1, 1), 1))
    finally:
        workspace.close()
    return ed


def test_the_sample_s_budgets_are_listed_and_shown(empty: CommandLine) -> None:
    ed = empty
    ed.done("init", "--no-keyring")
    ed.done("demo", "--until", "2026-11-22")
    listed = ed.json("budget", "list")
    assert len(listed) == 12
    assert all(row.keys() == FIELDS for row in listed)
    kestrel = next(row for row in listed if row["engagement"] == "Kestrel · Pillar Two")
    assert (kestrel["currency"], kestrel["budget_minor"], kestrel["used_percent"]) == ("EUR", 12_000_000, 97.0)
    assert kestrel["eac_minor"] == kestrel["actual_minor"] + kestrel["etc_minor"]
    assert kestrel["variance_minor"] == kestrel["budget_minor"] - kestrel["eac_minor"]
    shown = ed.json("budget", "show", "630205-01")
    assert shown.keys() >= FIELDS
    assert {name: shown[name] for name in FIELDS} == kestrel
    assert shown["health"] in {"at_risk", "off_track"}
    assert sum(shown["variance_split"].values()) == shown["variance_minor"]
    assert sum(cell["eac_minor"] for cell in shown["cells"]) == shown["eac_minor"]
    text = ed.done("budget", "show", "630205-01").out
    assert text.startswith("Kestrel · Pillar Two\n")
    assert "team extract of" in text
    assert "12 budgets" in ed.done("budget", "list").out


def test_what_has_no_budget_says_so(ed: CommandLine) -> None:
    assert ed.json("budget", "list") == []
    assert ed.done("budget", "list").out.startswith("No budgets yet")
    assert ed.refused("budget", "show", "410118-10")["kind"] == "user"
    assert ed.refused("budget", "show", "nobody knows")["title"]


def test_a_command_that_crosses_a_mark_says_so_once(tight: CommandLine) -> None:
    assert tight.done("entry", "add", "7h", "harrowgate", "fieldwork").err == ""
    crossed = tight.done("entry", "add", "1h", "harrowgate", "fieldwork")
    assert crossed.err == "budget alert: Harrowgate · Group audit: 75 % used\n"
    assert tight.done("entry", "add", "30m", "harrowgate", "fieldwork").err == ""
    [alert] = tight.json("budget", "show", "410118-10")["alerts"]
    assert (alert["kind"], alert["percent"], alert["acknowledged"]) == ("used", 75, None)


def test_with_json_the_document_stays_alone_on_standard_output(tight: CommandLine) -> None:
    said = tight.done("--json", "entry", "add", "11h", "harrowgate", "fieldwork")
    assert said.document["seconds"] == 39_600
    lines = said.err.splitlines()
    assert [line.split(": ")[-1] for line in lines] == ["100 % used", "90 % used", "75 % used", "EAC 5 % over budget"]


def test_a_timer_that_is_stopped_raises_what_it_crossed(tight: CommandLine) -> None:
    tight.done("entry", "add", "7h", "harrowgate", "fieldwork")
    tight.done("timer", "start", "harrowgate", "fieldwork")
    tight.around.clock.advance(2 * 3600)  # type: ignore[attr-defined]  # the test's clock
    assert "75 % used" in tight.done("timer", "stop").err


def test_a_command_that_moves_no_budget_says_nothing(tight: CommandLine) -> None:
    tight.done("entry", "add", "11h", "harrowgate", "fieldwork")
    assert tight.done("entry", "add", "1h", "training").err == ""
    assert tight.done("week", "show", "2026-W47").err == ""
