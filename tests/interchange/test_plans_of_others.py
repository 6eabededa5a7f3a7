"""Plans that other programs saved: every date as it stands in the file, and what cannot be held is named."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

import pytest

from engagedesk.domain.civil import clock
from engagedesk.domain.states import LinkKind
from engagedesk.interchange.files import open_foreign
from engagedesk.interchange.msproject_reader import ReadPlan
from engagedesk.interchange.plan_rows import PlanItemRow, PlanLinkRow, PlanRow
from tests.interchange.plan_files import read_back
from tests.interchange.project_2019 import EVERY_VERSION, ODD, PLAIN

FOLDER: Final = "ENGAGEDESK_FOREIGN_PLANS"
"""A folder with Microsoft Project XML files that are not ours to pass on; the last test is there where it is named."""
SHOWN_ONLY: Final = {"Views", "Filters", "Groups", "Tables", "VBAProjects"}
"""What Project 2019 writes of its own windows into every file."""


def items(read: ReadPlan) -> dict[str, PlanItemRow]:
    return {row.name: row for row in read.rows if isinstance(row, PlanItemRow)}


def dates_in(text: str | bytes) -> dict[str, tuple[str, str]]:
    """Return start and finish of every work task by its UID, read in the plainest way there is."""
    root = ElementTree.fromstring(text)
    space = root.tag[: root.tag.index("}") + 1] if "}" in root.tag else ""
    found = {}
    for task in root.iter(f"{space}Task"):
        said = {child.tag.removeprefix(space): (child.text or "").strip() for child in task}
        if said.get("Summary") != "1" and said.get("Start") and said.get("Finish"):
            found[said["UID"]] = (said["Start"], said["Finish"])
    return found


def moved(rows: tuple[PlanRow, ...], given: dict[str, tuple[str, str]]) -> list[str]:
    """Return the items that do not stand where their file has them; a date stands at the end of its day."""
    wrong = []
    for row in rows:
        if not isinstance(row, PlanItemRow) or row.source_key.rsplit(":", 1)[-1] not in given:
            continue
        start, finish = (datetime.fromisoformat(one[:19]) for one in given[row.source_key.rsplit(":", 1)[-1]])
        if row.starts is None or row.ends is None:
            same = row.due == finish.date()
        else:
            same = (clock(row.starts), clock(row.ends)) == (start, finish)
        if not same:
            wrong.append(f"{row.name}: {start} to {finish} became {row.starts} to {row.ends}, due {row.due}")
    return wrong


@pytest.mark.parametrize("version", EVERY_VERSION)
def test_no_version_s_dates_are_moved(version: str) -> None:
    read = read_back(EVERY_VERSION[version].encode())
    assert items(read)
    assert moved(read.rows, dates_in(EVERY_VERSION[version])) == []


def test_the_zeros_that_project_2019_writes_are_not_counted_as_lost() -> None:
    read = read_back(PLAIN.encode())
    assert read.rejected == ()
    assert {name for name, _ in read.not_modelled} - SHOWN_ONLY == {"Calendar/Exception", "TimephasedData", "WorkWeek"}
    letter = items(read)["Letter"]
    assert (letter.pinned, letter.owner) == (True, ""), "placed by hand, and assigned to nobody"


def test_what_is_odd_in_project_2019_comes_in_or_is_named() -> None:
    read = read_back(ODD.encode())
    found = items(read)
    assert {"Drying", "Half-way", "Weekly call › Weekly call 1", "In two parts"} <= set(found)
    assert not {"Dropped", "Elsewhere"} & set(found), "inactive, and somebody else's"
    links = {row.to_item[-2:].lstrip(":"): row for row in read.rows if isinstance(row, PlanLinkRow)}
    assert (links["5"].kind, links["5"].lag_s) == (LinkKind.START_START, 4 * 3600), "half of a day's work"
    named = {name for name, _ in read.not_modelled}
    assert named >= {
        "Active", "ExternalTask", "DurationFormat", "PredecessorLink/LagFormat (%)",
        "PredecessorLink/LagFormat (elapsed)",
    }  # fmt: skip


if os.environ.get(FOLDER):

    def test_plans_of_others_come_in_with_their_dates() -> None:
        files = sorted(Path(os.environ[FOLDER]).rglob("*.xml"))
        assert files
        wrong = {}
        for path in files:
            rows = tuple(row for row in open_foreign(path).rows if isinstance(row, PlanItemRow))
            if found := moved(rows, dates_in(path.read_bytes())):
                wrong[path.name] = found
        assert wrong == {}
