"""Rows of foreign plans and calendars for the proof over all commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from engagedesk.interchange.plan_rows import PlanItemRow
from engagedesk.interchange.rows import CalendarImportRow, ImportKind
from tests.interchange.plan_files import read_back
from tests.interchange.project_2019 import EVERY_VERSION

NAME = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20)


def plan_rows(draw: Callable[[st.SearchStrategy[Any]], Any]) -> dict[ImportKind, list[Any]]:
    """Return a plan of any version with one task renamed, and a calendar of one leave, one date and one meeting."""
    rows = read_back(EVERY_VERSION[draw(st.sampled_from(sorted(EVERY_VERSION)))].encode()).rows
    name, percent = draw(NAME), draw(st.integers(0, 100))
    plan = [replace(r, name=name, progress_percent=percent) if isinstance(r, PlanItemRow) else r for r in rows]
    first = datetime(2026, 12, draw(st.integers(1, 28)))  # noqa: DTZ001  a wall clock
    return {
        ImportKind.PLAN: plan,
        ImportKind.CALENDAR: [
            event_row("1", "Leave", first, days=draw(st.integers(1, 9))),
            event_row("2", f"410118-20 {draw(NAME)}", first),
            replace(event_row("3", "Meeting", first), all_day=False, ends=first + timedelta(hours=1)),
        ],
    }


def event_row(uid: str, name: str, first: datetime, *, days: int = 1) -> CalendarImportRow:
    return CalendarImportRow(
        line=1,
        source_key=uid,
        own="",
        own_id=None,
        name=name,
        categories="",
        starts=first,
        ends=first + timedelta(days=days),
        all_day=True,
        zone="",
        busy="",
        is_todo=False,
    )
