"""The week grid as an item model: how each cell reads, for painting, copying and screen readers."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from engagedesk.domain.states import CodeStanding
from engagedesk.services.queries.rows import EntryRow
from engagedesk.services.queries.timesheet_rows import CellState, GridCell, GridLine, WeekGrid
from engagedesk.ui import words
from engagedesk.ui.format import day_title
from engagedesk.ui.tables.cell import Cell
from engagedesk.ui.timesheet.grid_names import name_cells
from engagedesk.ui.timesheet.grid_rows import (
    ACTIVITY,
    CODE,
    COLUMNS,
    ENGAGEMENT,
    FIRST_DAY,
    TOTAL,
    GridRow,
    RowKind,
    cell_of,
    grid_rows,
)
from engagedesk.ui.timesheet.words import cell_reason, day_head, decimals, tr

AnyIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 2
_ROOT: Final = QModelIndex()


class GridModel(QAbstractTableModel):
    """Holds one week; ``data`` only looks up."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid: WeekGrid | None = None
        self.rows: tuple[GridRow, ...] = ()
        self._entries: dict[bytes, EntryRow] = {}
        self._texts: dict[tuple[int, int], str] = {}
        self._names: dict[int, tuple[Cell, Cell, Cell]] = {}

    def show_grid(self, grid: WeekGrid) -> None:
        """Take a week; rows of the same shape stay where they are, so that the keyboard keeps its place."""
        rows = grid_rows(grid)
        same = (
            self.grid is not None
            and self.grid.week == grid.week
            and [row.key for row in rows] == [row.key for row in self.rows]
        )
        if not same:
            self.beginResetModel()
        self.grid, self.rows = grid, rows
        self._entries = {row.id: row for row in grid.entries}
        self._names.clear()
        self._texts = {(r, c): self._text(row, c) for r, row in enumerate(rows) for c in range(COLUMNS)}
        if same:
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, COLUMNS - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, COLUMNS - 1)
        else:
            self.endResetModel()

    def cell(self, index: AnyIndex) -> GridCell | None:
        return cell_of(self.rows[index.row()], index.column()) if index.isValid() else None

    def line(self, index: AnyIndex) -> GridLine | None:
        return self.rows[index.row()].line if index.isValid() and index.row() < len(self.rows) else None

    def behind(self, cell: GridCell) -> tuple[EntryRow, ...]:
        """Return the entries of a cell."""
        return tuple(self._entries[one] for one in cell.entries if one in self._entries)

    def text(self, row: int, column: int) -> str:
        """Return how a cell reads; painting asks for it without an index."""
        return self._texts[row, column]

    def names(self, row: int) -> tuple[Cell, Cell, Cell]:
        """Return what stands in the first three columns of a line."""
        made = self._names.get(row)
        if made is None:
            line = self.rows[row].line
            made = (Cell(()), Cell(()), Cell(())) if line is None else name_cells(line)
            self._names[row] = made
        return made

    def row_of(self, key: object) -> int:
        """Return the number of the row with a key; -1 = none."""
        return next((number for number, row in enumerate(self.rows) if row.key == key), -1)

    # -- the model's contract ----------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else COLUMNS

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if self.rows[index.row()].kind is RowKind.SECTION:
            return flags
        flags |= Qt.ItemFlag.ItemIsSelectable
        cell = self.cell(index)
        if cell is not None and not cell.locked:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = (index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._texts[place]
        if role == ROW_ROLE:
            return self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(*place)
        if role == Qt.ItemDataRole.ToolTipRole:
            cell = self.cell(index)
            if cell is not None:
                return cell_reason(cell, self.behind(cell)) or None
            line = self.line(index)
            if line is not None and index.column() == ENGAGEMENT and line.detail:
                return f"{line.engagement} · {line.detail}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        names = {
            ENGAGEMENT: tr("Timesheet", "Engagement"),
            CODE: tr("Timesheet", "Code"),
            ACTIVITY: tr("Timesheet", "Activity"),
            TOTAL: tr("Timesheet", "Total"),
        }
        if section in names:
            return names[section]
        if self.grid is None or not FIRST_DAY <= section < TOTAL:
            return None
        day = self.grid.days[section - FIRST_DAY]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{day_title(day.day)} {day.length_label}".strip()
        return " ".join(day_head(day.day))

    # -- inside ------------------------------------------------------------------------------------------------------

    def _text(self, row: GridRow, column: int) -> str:
        grid = self.grid
        if grid is None:
            return ""
        line = row.line
        if line is None:
            if column == ENGAGEMENT:
                return tr("Timesheet", "Chargeable") if row.chargeable else tr("Timesheet", "Non-chargeable")
            if column in (CODE, ACTIVITY):
                return ""
            seconds = row.total_s if column == TOTAL else row.sums[column - FIRST_DAY]
            return decimals(seconds, grid.increment_s) if seconds else ""
        if column == ENGAGEMENT:
            return line.engagement or tr("Timesheet", "Nothing chosen")
        if column == CODE:
            return code_text(line)
        if column == ACTIVITY:
            return line.activity
        if column == TOTAL:
            return decimals(line.rounded_s, grid.increment_s) if not line.is_empty else ""
        cell = line.cells[column - FIRST_DAY]
        if not cell.entries or (cell.running and not cell.raw_s):
            return ""
        return decimals(cell.rounded_s, grid.increment_s)

    def _spoken(self, number: int, column: int) -> str:
        row, text = self.rows[number], self._texts[number, column]
        line, cell = row.line, cell_of(row, column)
        grid = self.grid
        if line is None or cell is None or grid is None:
            return text or tr("Timesheet", "empty")
        said = [
            " ".join(part for part in (line.engagement, code_text(line), line.activity) if part),
            day_title(grid.days[column - FIRST_DAY].day),
            tr("Timesheet", "{hours} hours").format(hours=text) if text else tr("Timesheet", "empty"),
            cell_reason(cell, self.behind(cell)),
            _state_word(cell),
        ]
        return ", ".join(part for part in said if part)


def code_text(line: GridLine) -> str:
    """Return the code with a word where it is not simply open."""
    if line.code is None:
        return tr("Timesheet", "Awaiting code")
    if line.standing is CodeStanding.OPEN or not line.code:
        return line.code
    return f"{line.code} {words.code_standing(line.standing)[0].lower()}"


def _state_word(cell: GridCell) -> str:
    return {
        CellState.SUBMITTED: tr("Timesheet", "submitted"),
        CellState.POSTED: tr("Timesheet", "posted"),
        CellState.MIXED: tr("Timesheet", "partly submitted"),
    }.get(cell.state, "")
