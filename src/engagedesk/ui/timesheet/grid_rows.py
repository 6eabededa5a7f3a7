"""The rows that the week grid shows, and where its columns stand; no Qt objects, so that both are tested as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from engagedesk.services.queries.timesheet_rows import GridCell, GridLine, WeekGrid

ENGAGEMENT: Final = 0
CODE: Final = 1
ACTIVITY: Final = 2
FIRST_DAY: Final = 3
DAYS: Final = 7
TOTAL: Final = FIRST_DAY + DAYS
COLUMNS: Final = TOTAL + 1

_NAMES: Final = (156, 132, 116)
_LEAST_NAMES: Final = (104, 92, 64)
DAY_PX: Final = 53
TOTAL_PX: Final = 73


class RowKind(Enum):
    SECTION = "section"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class GridRow:
    """A line, or the head of a section with its sums."""

    kind: RowKind
    chargeable: bool
    line: GridLine | None
    sums: tuple[int, ...]
    """Rounded seconds of the seven days."""

    @property
    def total_s(self) -> int:
        return sum(self.sums)

    @property
    def key(self) -> object:
        return (self.kind, self.chargeable) if self.line is None else self.line.key


def grid_rows(grid: WeekGrid) -> tuple[GridRow, ...]:
    """Return the sections with their lines: chargeable first; a section without lines is left out."""
    rows: list[GridRow] = []
    for chargeable in (True, False):
        lines = [line for line in grid.lines if line.key.chargeable is chargeable]
        if lines:
            sums = tuple(sum(line.cells[day].rounded_s for line in lines) for day in range(DAYS))
            rows.append(GridRow(RowKind.SECTION, chargeable, None, sums))
            rows += [
                GridRow(RowKind.LINE, chargeable, line, tuple(cell.rounded_s for cell in line.cells)) for line in lines
            ]
    return tuple(rows)


def cell_of(row: GridRow, column: int) -> GridCell | None:
    """Return the cell of a day column; None for names, totals and sections."""
    if row.line is None or not FIRST_DAY <= column < TOTAL:
        return None
    return row.line.cells[column - FIRST_DAY]


def column_widths(room: int, *, scale: float = 1.0) -> tuple[int, ...]:
    """Return a width a column for the room: days and total keep theirs, the names share what is left.

    Where even their least does not fit, the table is wider than the room and scrolls.
    """
    day, total = round(DAY_PX * scale), round(TOTAL_PX * scale)
    left = room - DAYS * day - total
    wanted = [round(width * scale) for width in _NAMES]
    least = [round(width * scale) for width in _LEAST_NAMES]
    slack = left - sum(wanted)
    if slack >= 0:
        # The activity says most; the code never needs more than it has.
        extra = [slack // 2, 0, slack - slack // 2]
        names = [w + e for w, e in zip(wanted, extra, strict=True)]
    else:
        names = [max(low, w + slack * w // sum(wanted)) for w, low in zip(wanted, least, strict=True)]
        names[0] = max(least[0], left - names[1] - names[2])
    return (*names, *(DAYS * [day]), total)


def fill_range(rows: Sequence[GridRow], start: tuple[int, int], end: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """Return the line cells of days between two corners, in reading order; sections are passed over."""
    top, bottom = sorted((start[0], end[0]))
    left, right = sorted((start[1], end[1]))
    return tuple(
        (row, column)
        for row in range(max(0, top), min(bottom, len(rows) - 1) + 1)
        for column in range(max(left, FIRST_DAY), min(right, TOTAL - 1) + 1)
        if rows[row].kind is RowKind.LINE
    )


def paste_places(
    rows: Sequence[GridRow], at: tuple[int, int], block: Sequence[Sequence[str]]
) -> tuple[tuple[int, int, str], ...] | None:
    """Return (row, column, text) of each filled cell of a pasted block; empty ones leave what stands there.

    Names in front of the hours, as this grid copies them, are passed over. None = the block reaches beyond the grid.
    """
    lines = [number for number, row in enumerate(rows) if row.kind is RowKind.LINE and number >= at[0]]
    placed = []
    taken = [cells for cells in block if any(text.strip() for text in cells)]
    if len(taken) > len(lines):
        return None
    for number, cells in zip(lines, taken, strict=False):
        for offset, text in enumerate(cells):
            column = at[1] + offset
            if not text.strip() or column < FIRST_DAY or column == TOTAL:
                continue
            if column > TOTAL:
                return None
            placed.append((number, column, text.strip()))
    return tuple(placed)
