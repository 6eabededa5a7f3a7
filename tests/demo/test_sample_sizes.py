"""The sample in other sizes and at other dates: exact, the same for the same arguments, never later than its day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from engagedesk.domain.days import Week
from engagedesk.errors import UserError
from engagedesk.models.base import Record
from engagedesk.models.engagements import Client
from engagedesk.models.journal import Audit
from engagedesk.models.tables import record_types
from engagedesk.models.time import RecordedLine, TimeEntry
from engagedesk.paths import Profile
from engagedesk.services import demo
from engagedesk.services.commands.engagements import AddClient, ClientFacts
from engagedesk.services.demo.own_time import MOST_A_DAY
from engagedesk.services.queries.engagements import engagements
from engagedesk.services.queries.weeks import week_view
from engagedesk.services.workspace import Workspace
from tests.demo.making import EVENING, LONDON, SUNDAY, empty_store

Make = Callable[..., tuple[Workspace, demo.DemoFilled]]
SET_UP = {"charge_code": "code", "person": "is_me"}


def count_of(workspace: Workspace, table: type[Record]) -> int:
    return workspace.read(lambda session: session.scalar(select(func.count()).select_from(table)) or 0)


def used(workspace: Workspace, day: date) -> list[float]:
    rows = workspace.read(engagements, today=day)
    return [row.team_total_s / 3600 for row in sorted(rows, key=lambda row: row.codes)]


USED = [702, 395, 1480, 20, 2690, 310, 610, 505, 402, 540, 880, 1190]


def rows_of(workspace: Workspace) -> dict[str, list[tuple[Any, ...]]]:
    """Return every record's columns; ids of what first run made are written as what they name."""

    def query(session: Any) -> dict[str, list[tuple[Any, ...]]]:
        tables = {
            name: [tuple(row) for row in session.execute(select(*cls.__table__.columns).order_by(cls.id))]
            for name, cls in record_types().items()
        }
        names: dict[bytes, str] = {}
        for cls, column in ((record_types()["charge_code"], "code"), (record_types()["person"], "name")):
            for one, name in session.execute(select(cls.id, getattr(cls, column))):
                names[one] = name
        return {
            name: sorted((tuple(names.get(v, v) if isinstance(v, bytes) else v for v in row) for row in rows), key=repr)
            for name, rows in tables.items()
        }

    return workspace.read(query)


def test_the_same_arguments_give_the_same_records_with_the_same_ids(make: Make) -> None:
    one, _ = make(seed=5, entries=3000)
    two, _ = make(seed=5, entries=3000)
    other, _ = make(seed=6, entries=3000)
    first = rows_of(one)
    assert first == rows_of(two)
    assert first["time_entry"] != rows_of(other)["time_entry"]
    ids = select(TimeEntry.id).order_by(TimeEntry.id)
    assert one.read(lambda s: s.scalars(ids).all()) == two.read(lambda s: s.scalars(ids).all())


@pytest.mark.parametrize("lines", [100, 777, 6500, 6700, 50_000])
def test_as_many_lines_as_asked_for_and_the_hours_of_the_table(make: Make, lines: int) -> None:
    workspace, filled = make(entries=lines)
    assert count_of(workspace, TimeEntry) + count_of(workspace, RecordedLine) == filled.lines == lines
    assert used(workspace, SUNDAY) == USED
    view = workspace.read(week_view, Week.parse("2026-W47"), zone=LONDON, now_utc=EVENING)
    assert sum(day.seconds for day in view.days) == 43.25 * 3600
    days: Counter[date] = Counter(workspace.read(lambda session: session.scalars(select(TimeEntry.work_day)).all()))
    assert max(days.values()) <= MOST_A_DAY
    people = workspace.read(lambda session: session.scalar(select(func.count(RecordedLine.person_id.distinct()))))
    assert people <= 15
    assert len(workspace.read(engagements, today=SUNDAY)) == 12


def test_more_lines_reach_further_back_and_are_posted(make: Make) -> None:
    workspace, filled = make(entries=12_000)
    assert filled.first_day < date(2025, 11, 24)
    states = workspace.read(
        lambda session: session.scalars(
            select(TimeEntry.state).where(TimeEntry.work_day < date(2025, 11, 24)).distinct()
        ).all()
    )
    assert [state.value for state in states] == ["posted"]


@pytest.mark.parametrize("weeks", [-60, -3, 1, 200])
def test_until_moves_everything_by_whole_weeks(make: Make, weeks: int) -> None:
    until = SUNDAY + timedelta(weeks=weeks)
    workspace, filled = make(until=until)
    assert (filled.first_day, filled.last_day) == (date(2025, 11, 24) + timedelta(weeks=weeks), until)
    assert filled.entries == 2800
    assert used(workspace, until) == USED
    now_utc = EVENING + weeks * 7 * 86_400
    view = workspace.read(week_view, Week.of(until), zone=LONDON, now_utc=now_utc)
    assert [day.seconds / 3600 for day in view.days] == [8.25, 9.75, 8.0, 8.25, 7.5, 0, 1.5]
    by_code = {row.codes[-1]: row.next_date for row in workspace.read(engagements, today=until)}
    assert by_code["410220-40"] == until + timedelta(days=2)


@pytest.mark.parametrize(("until", "hours"), [(date(2026, 11, 18), 26.0), (date(2026, 11, 16), 8.25)])
def test_nothing_is_later_than_until(make: Make, until: date, hours: float) -> None:
    workspace, filled = make(until=until)
    assert filled.last_day == until
    view = workspace.read(week_view, Week.of(until), zone=LONDON, now_utc=EVENING)
    assert sum(day.seconds for day in view.days) == hours * 3600
    assert used(workspace, until) == USED
    latest = workspace.read(lambda session: session.scalar(select(func.max(RecordedLine.work_day))))
    assert latest <= until
    awaiting = [row.awaiting_code_s for row in workspace.read(engagements, today=until) if row.awaiting_code_s]
    assert awaiting == [31 * 3600]


def test_one_audit_record_and_no_step_of_undo(make: Make) -> None:
    workspace, filled = make(entries=500)
    records = workspace.read(lambda session: session.scalars(select(Audit.command).order_by(Audit.seq)).all())
    assert records == ["SetUpStore", "FillSample"]
    with pytest.raises(UserError, match=r"undo\.nothing"):
        workspace.undo()
    assert workspace.verify_audit().ok
    assert filled.lines == 500


@pytest.mark.parametrize("lines", [0, 99, 500_001])
def test_a_number_of_lines_that_cannot_be_made_is_refused(tmp_path: Any, lines: int) -> None:
    workspace = empty_store(Profile(tmp_path / "profile"))
    try:
        with pytest.raises(UserError, match=r"demo\.entries_range"):
            demo.fill(workspace, until=SUNDAY, now_utc=1, entries=lines)
        with pytest.raises(UserError, match=r"demo\.until_range"):
            demo.fill(workspace, until=date(1999, 12, 31), now_utc=1)
        assert count_of(workspace, Client) == 0
    finally:
        workspace.close()


def test_one_client_is_enough_to_be_refused(tmp_path: Any) -> None:
    workspace = empty_store(Profile(tmp_path / "profile"))
    try:
        workspace.execute(AddClient(ClientFacts("Mine plc")))
        with pytest.raises(UserError, match=r"demo\.not_empty"):
            demo.fill(workspace, until=SUNDAY, now_utc=1)
        assert count_of(workspace, TimeEntry) == 0
    finally:
        workspace.close()
