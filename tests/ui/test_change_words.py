"""A change in words that a person reads: fields, instants, lengths and what was done."""

from __future__ import annotations

import pytest

from engagedesk.services.queries.rows import HistoryRow
from engagedesk.ui.words import change_title, change_value


def _change(*, command: str = "EditEntry", field: str = "") -> HistoryRow:
    return HistoryRow(0, "Ada", command, field, "", "", "")


def test_a_creation_is_named_by_its_command() -> None:
    assert change_title(_change(command="StartTimer")) == "Start timer"


@pytest.mark.parametrize(
    ("field", "title"),
    [
        ("end_utc", "End"),
        ("code_id", "Code"),
        ("task_id", "Task"),
        ("narrative", "Narrative"),
        ("fee_minor", "Fee minor"),
    ],
)
def test_a_field_has_a_title(field: str, title: str) -> None:
    assert change_title(_change(field=field)) == title


def test_instants_and_lengths_are_shown_as_clock_times() -> None:
    assert change_value(_change(field="end_utc"), "1795386055", "Europe/London").endswith("22:20")
    assert change_value(_change(field="seconds"), "5400", "Europe/London") == "1:30"
    assert change_value(_change(field="narrative"), "1795386055", "Europe/London") == "1795386055"
