from __future__ import annotations

import copy
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from engagedesk.domain.states import ServiceLine
from engagedesk.domain.templates import EngagementTemplate, template_from_data
from engagedesk.errors import UserError

FOLDER = Path(__file__).parents[2] / "resources" / "templates"
PHASES = {
    "audit": ["Planning", "Interim", "Execution", "Completion", "Assembly"],
    "tax": ["Impact", "Provision", "Compliance", "Review", "Filing"],
    "advisory": ["Scoping", "Diagnostic", "Design", "Delivery", "Handover"],
}


def read(name: str) -> EngagementTemplate:
    return template_from_data(tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", PHASES)
def test_each_service_line_has_its_template(name: str) -> None:
    template = read(name)
    assert template.service_line is ServiceLine(name)
    assert [phase.name for phase in template.phases] == PHASES[name]
    for phase in template.phases:
        assert phase.tasks
        assert phase.deliverables
        assert phase.checkpoints
        assert phase.estimate_s > 0


@pytest.mark.parametrize("name", PHASES)
def test_phases_start_in_the_order_of_the_work(name: str) -> None:
    starts = [phase.first_day for phase in read(name).phases]
    assert starts == sorted(starts)


def test_reviews_finish_before_the_report_they_review() -> None:
    completion = read("audit").phases[3]
    report = next(d for d in completion.deliverables if d.name == "Audit report")
    assert all(c.due_day <= report.due_day for c in completion.checkpoints)


def test_dates_follow_the_period_end() -> None:
    planning = read("audit").phases[0]
    assert planning.dates(date(2026, 12, 31)) == (date(2026, 8, 3), date(2026, 10, 17))
    with pytest.raises(UserError, match=r"day\.out_of_range"):
        planning.dates(date(1, 1, 1))


GOOD: dict[str, Any] = {
    "key": "k",
    "name": "K",
    "service_line": "audit",
    "phase": [
        {
            "name": "One",
            "first_day": 0,
            "last_day": 5,
            "task": [{"name": "A", "hours": 1.5}, {"name": "B", "hours": 2, "after": ["A"]}],
        }
    ],
}


def test_hours_become_whole_seconds() -> None:
    assert template_from_data(GOOD).estimate_s == 12_600


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        (("service_line",), "law", "template.bad_value"),
        (("name",), " ", "template.bad_value"),
        (("phase",), [], "template.bad_value"),
        (("phase",), "One", "template.bad_value"),
        (("phase", 0, "last_day"), -1, "template.bad_value"),
        (("phase", 0, "first_day"), 10**9, "template.bad_value"),
        (("phase", 0, "task", 0, "hours"), -1, "template.bad_value"),
        (("phase", 0, "task", 0, "hours"), "8", "template.bad_value"),
        (("phase", 0, "task", 0, "hours"), float("nan"), "template.bad_value"),
        (("phase", 0, "task", 1, "after"), ["C"], "template.unknown_task"),
        (("phase", 0, "task", 1, "after"), ["B"], "template.unknown_task"),
        (("phase", 0, "task", 1, "name"), "A", "template.unknown_task"),
        (("phase", 0, "checkpoint"), [{"name": "R", "level": "boss", "due_day": 1}], "template.bad_value"),
    ],
)
def test_a_template_that_cannot_be_used_says_where(path: tuple[Any, ...], value: object, code: str) -> None:
    data = copy.deepcopy(GOOD)
    place: Any = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(UserError) as caught:
        template_from_data(data)
    assert caught.value.code == code
