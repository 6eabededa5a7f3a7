"""A table of frozen rows: columns say how a row reads, sorts and is painted; ``data`` only looks up."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from engagedesk.ui.tables.cell import Align, Cell
from engagedesk.ui.tables.geometry import Width

Row = TypeVar("Row")
AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()

CELL_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 2


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column over rows of one kind."""

    key: str
    header: str
    text: Callable[[Row], str]
    """How the cell reads: for screen readers, copying and tests."""
    cell: Callable[[Row], Cell]
    """How it is painted."""
    width: Width
    sort_key: Callable[[Row], Any] | None = None
    """None = not sortable."""
    align: Align = Align.START
    pad_start: int = 0
    pad_end: int = 12
    edit_text: Callable[[Row], str | None] | None = None
    """What an editor starts with; None = this row's cell is not edited in place."""
    tip: Callable[[Row], str] | None = None


class RowTableModel(QAbstractTableModel, Generic[Row]):
    """Holds frozen rows; ``key`` tells which row is which, so that a refresh keeps the place and an open editor."""

    def __init__(
        self, columns: Sequence[Column[Row]], *, key: Callable[[Row], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._given: tuple[Row, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None
        self._cells: dict[tuple[int, int], Cell] = {}

    @property
    def columns(self) -> tuple[Column[Row], ...]:
        return self._columns

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows in the order shown."""
        return self._rows

    def row_at(self, index: AnyIndex) -> Row:
        return self._rows[index.row()]

    def shown_at(self, index: AnyIndex) -> Row | None:
        """Return the row at a view's current index; None where that is no row, or one that has gone."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, key: Hashable, column: int = 0) -> QModelIndex:
        """Return the index of the row with this key, invalid where there is none."""
        for number, row in enumerate(self._rows):
            if self._key(row) == key:
                return self.index(number, column)
        return QModelIndex()

    def key_at(self, index: AnyIndex) -> Hashable:
        return self._key(self._rows[index.row()])

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Take new rows; where the same rows stand in the same places, only what changed is told."""
        self._given = tuple(rows)
        fresh = self._in_order(self._given)
        if [self._key(r) for r in fresh] == [self._key(r) for r in self._rows]:
            changed = [i for i, (old, new) in enumerate(zip(self._rows, fresh, strict=True)) if old != new]
            self._rows = fresh
            self._cells.clear()
            for number in changed:
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(self._columns) - 1))
            return
        self.beginResetModel()
        self._rows = fresh
        self._cells.clear()
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Take other columns, as many as there were: how a row reads depends on something that changed."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self._cells.clear()
        self.endResetModel()

    def refresh_cells(self) -> None:
        """Compute every cell anew: time went on, or the words changed."""
        self._cells.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._columns) - 1))

    # -- Qt ----------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        number, place = index.row(), index.column()
        column, row = self._columns[place], self._rows[number]
        if role == CELL_ROLE:
            return self.cell_at(number, place)
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.text(row) or QCoreApplication.translate("Table", "empty")
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.EditRole:
            return column.edit_text(row) if column.edit_text else column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole and column.tip is not None:
            return column.tip(row) or None
        return None

    def cell_at(self, number: int, place: int) -> Cell:
        """Return what a cell paints; made once."""
        cell = self._cells.get((number, place))
        if cell is None:
            cell = self._cells[number, place] = self._columns[place].cell(self._rows[number])
        return cell

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._columns[section].header
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        column = self._columns[index.column()]
        if column.edit_text is not None and column.edit_text(self._rows[index.row()]) is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column's key; -1 returns to the given order."""
        self._sorted_by = (column, order) if column >= 0 else None
        self.layoutAboutToBeChanged.emit()
        kept = [(self._key(self._rows[i.row()]), i) for i in self.persistentIndexList()]
        self._rows = self._in_order(self._given)
        self._cells.clear()
        places = {self._key(row): number for number, row in enumerate(self._rows)}
        for key, index in kept:
            self.changePersistentIndex(index, self.index(places[key], index.column()))
        self.layoutChanged.emit()

    def _in_order(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        if self._sorted_by is None:
            return rows
        column, order = self._sorted_by
        sort_key = self._columns[column].sort_key
        if sort_key is None:
            return rows
        return tuple(sorted(rows, key=sort_key, reverse=order is Qt.SortOrder.DescendingOrder))
