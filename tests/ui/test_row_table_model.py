from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from engagedesk.services.queries.rows import EngagementRow
from engagedesk.ui.pages.clients import engagement_columns
from engagedesk.ui.pages.day_lines import DayLine, LineKind, day_lines, overlap_pairs
from engagedesk.ui.pages.entry_columns import entry_columns
from engagedesk.ui.tables.model import RowTableModel
from tests.ui.sample_rows import ENGAGEMENTS, NOW, TODAY

REPORTED = QAbstractItemModelTester.FailureReportingMode.Fatal


def _engagements() -> RowTableModel[EngagementRow]:
    # The page lets the store order; a table that orders the rows at hand has keys of its own.
    keys: dict[str, Callable[[EngagementRow], Any]] = {
        "team": lambda row: row.team_total_s,
        "title": lambda row: row.title.casefold(),
    }
    columns = [replace(column, sort_key=keys.get(column.key)) for column in engagement_columns()]
    return RowTableModel(columns, key=lambda row: row.id)


def test_the_model_keeps_qts_contract_through_rows_sorting_and_emptying(qtbot: QtBot) -> None:
    model = _engagements()
    tester = QAbstractItemModelTester(model, REPORTED)
    model.set_rows(ENGAGEMENTS)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.set_rows(ENGAGEMENTS[:5])
    model.refresh_cells()
    model.sort(-1)
    model.set_rows(())
    assert tester.model() is model
    assert model.rowCount() == 0


def test_the_day_model_keeps_qts_contract_too(qtbot: QtBot) -> None:
    model: RowTableModel[DayLine] = RowTableModel(entry_columns(lambda: NOW), key=lambda line: line.key)
    tester = QAbstractItemModelTester(model, REPORTED)
    model.set_rows(day_lines(TODAY))
    model.set_rows(day_lines(replace(TODAY, entries=TODAY.entries[:2], gaps=())))
    assert tester.model() is model
    assert model.rowCount() == 2


def test_sorting_orders_by_the_columns_key_and_keeps_a_held_place(qtbot: QtBot) -> None:
    model = _engagements()
    model.set_rows(ENGAGEMENTS)
    held = QPersistentModelIndex(model.index_of(ENGAGEMENTS[2].id))
    team = [column.key for column in model.columns].index("team")
    model.sort(team, Qt.SortOrder.DescendingOrder)
    assert [row.team_total_s for row in model.rows] == sorted((r.team_total_s for r in ENGAGEMENTS), reverse=True)
    assert model.rows[held.row()].id == ENGAGEMENTS[2].id


def test_a_refresh_of_the_same_rows_tells_only_what_changed(qtbot: QtBot) -> None:
    model = _engagements()
    model.set_rows(ENGAGEMENTS)
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_rows((*ENGAGEMENTS[:3], replace(ENGAGEMENTS[3], phase="Filed"), *ENGAGEMENTS[4:]))
    assert changed == [3]
    phase = [column.key for column in model.columns].index("phase")
    assert model.index(3, phase).data() == "Filed"


def test_a_refresh_keeps_the_order_that_the_person_chose(qtbot: QtBot) -> None:
    model = _engagements()
    model.set_rows(ENGAGEMENTS)
    model.sort(0, Qt.SortOrder.AscendingOrder)
    model.set_rows(ENGAGEMENTS[::-1])
    assert [row.title for row in model.rows] == sorted((r.title for r in ENGAGEMENTS[::-1]), key=str.casefold)


def test_what_lies_outside_the_table_has_no_data(qtbot: QtBot) -> None:
    model = _engagements()
    assert model.data(QModelIndex()) is None
    assert model.headerData(99, Qt.Orientation.Horizontal) is None
    assert not model.index_of(b"nobody").isValid()


def test_a_day_reads_from_morning_to_evening_with_its_gap_in_place() -> None:
    lines = day_lines(TODAY)
    assert [line.kind for line in lines[:4]] == [LineKind.ENTRY, LineKind.ENTRY, LineKind.GAP, LineKind.ENTRY]
    assert lines[-1].kind is LineKind.RUNNING
    starts = [line.start_utc for line in lines if line.start_utc is not None]
    assert starts == sorted(starts)


def test_an_entry_without_times_comes_after_the_timed_ones() -> None:
    untimed = replace(TODAY.entries[0], start_utc=None, end_utc=None)
    lines = day_lines(replace(TODAY, entries=(untimed, *TODAY.entries[1:])))
    assert lines[-1].entry == untimed


def test_an_overlap_is_a_pair_of_rows_from_the_upper_to_the_lower() -> None:
    lines = day_lines(TODAY)
    assert overlap_pairs(TODAY, lines) == ((8, 9),)
