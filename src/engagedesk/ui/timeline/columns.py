"""What is painted, as numpy columns sorted by row and start: 100,000 bars cost 5 MB, a slice nothing. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int32]
Flags = npt.NDArray[np.uint16]
Bools = npt.NDArray[np.bool_]

NONE: Final = float("nan")


class Flag:
    """What a bar is and what is marked on it, as bits; none of the first four = a task's bar.

    Plain numbers: an ``IntFlag`` makes an object of each answer, a millisecond in every frame.
    """

    SUMMARY: Final = 1
    """An engagement, or a group: a thin bar over all its time."""
    BRACKET: Final = 2
    """A phase."""
    DIAMOND: Final = 4
    """A milestone or deliverable: only its end counts."""
    THIN: Final = 8
    """One of many on the row of something collapsed."""
    CRITICAL: Final = 16
    PINNED: Final = 32
    DONE: Final = 64
    CONFLICT: Final = 128
    WARNING: Final = 256
    MOVABLE: Final = 512
    """A person may drag it."""
    CLOSED: Final = 1024
    """What is below it is not in sight."""


class BarFacts(NamedTuple):
    """One bar as it goes into the columns; ``node`` is where its row's facts are."""

    row: int
    start: float
    end: float
    colour: int
    flags: int
    progress: float
    base_start: float
    base_end: float
    node: int


@dataclass(frozen=True, slots=True)
class Bars:
    """The bars; all columns have one length, rows ascend, and within a row starts do."""

    row: Ints
    start: Floats
    end: Floats
    colour: npt.NDArray[np.int16]
    flags: Flags
    progress: npt.NDArray[np.float32]
    base_start: Floats
    base_end: Floats
    node: Ints
    rows: int
    """How many rows there are, the empty ones too."""

    @property
    def count(self) -> int:
        return len(self.row)

    @property
    def first(self) -> float | None:
        """Return the earliest start; None where there is no bar."""
        return float(self.start.min()) if self.count else None

    @property
    def last(self) -> float | None:
        return float(self.end.max()) if self.count else None

    def of_rows(self, first_row: int, last_row: int) -> slice:
        """Return where the bars of rows lie, both ends inclusive."""
        low, high = np.searchsorted(self.row, [first_row, last_row + 1])
        return slice(int(low), int(high))

    def visible(self, first_row: int, last_row: int, *, start: float, end: float) -> Ints:
        """Return the places of the bars in some rows whose bar, mark or baseline touches a stretch of time."""
        part = self.of_rows(first_row, last_row)
        touches = (self.end[part] >= start) & (self.start[part] <= end)
        # Comparisons with NaN are false: a bar without a baseline has none in sight.
        touches |= (self.base_end[part] >= start) & (self.base_start[part] <= end)
        found: Ints = (np.flatnonzero(touches) + part.start).astype(np.int32)
        return found


_COLUMNS: Final = tuple(name for name in Bars.__slots__ if name != "rows")


def sorted_bars(columns: Floats, *, rows: int) -> Bars:
    """Return the bars of a table with the fields of ``BarFacts`` as columns, in any order of lines."""
    row, start = columns[:, 0], columns[:, 1]
    if not _ascends(row, start):
        columns = columns[np.lexsort((start, row))]
    return Bars(
        row=columns[:, 0].astype(np.int32),
        start=np.ascontiguousarray(columns[:, 1]),
        end=np.ascontiguousarray(columns[:, 2]),
        colour=columns[:, 3].astype(np.int16),
        flags=columns[:, 4].astype(np.uint16),
        progress=columns[:, 5].astype(np.float32),
        base_start=np.ascontiguousarray(columns[:, 6]),
        base_end=np.ascontiguousarray(columns[:, 7]),
        node=columns[:, 8].astype(np.int32),
        rows=rows,
    )


def _ascends(row: Floats, start: Floats) -> bool:
    step = np.diff(row)
    return bool(np.all((step > 0) | ((step == 0) & (np.diff(start) >= 0))))


def empty_bars(rows: int = 0) -> Bars:
    return sorted_bars(np.empty((0, len(BarFacts._fields))), rows=rows)


@dataclass(frozen=True, slots=True)
class ItemColumns:
    """What is painted of items, one line each."""

    start: Floats
    end: Floats
    colour: npt.NDArray[np.int16]
    flags: Flags
    progress: npt.NDArray[np.float32]
    base_start: Floats
    base_end: Floats

    def bars(self, places: Ints, rows: Ints, nodes: Ints) -> Bars:
        """Return the bars of some items, on these rows."""
        return Bars(
            row=rows,
            start=self.start[places],
            end=self.end[places],
            colour=self.colour[places],
            flags=self.flags[places],
            progress=self.progress[places],
            base_start=self.base_start[places],
            base_end=self.base_end[places],
            node=nodes,
            rows=0,
        )


def joined_bars(parts: Sequence[Bars], *, rows: int) -> Bars:
    """Return all bars of some parts in the order of rows and starts."""
    columns = {name: np.concatenate([getattr(part, name) for part in parts]) for name in _COLUMNS}
    row, start = columns["row"], columns["start"]
    if not _ascends(row, start):
        order = np.argsort(row, kind="stable")
        if not _ascends(row[order], start[order]):
            order = np.lexsort((start, row))
        columns = {name: column[order] for name, column in columns.items()}
    return Bars(**columns, rows=rows)


class LinkFacts(NamedTuple):
    """One link: places of two bars, the kind as ``LINK_KINDS`` counts them."""

    from_bar: int
    to_bar: int
    kind: int
    crosses: bool
    critical: bool
    link: int
    """Where the link's own facts are."""


LINK_KINDS: Final = ("fs", "ss", "ff", "sf")


@dataclass(frozen=True, slots=True)
class Links:
    """The links between bars that are there."""

    from_bar: Ints
    to_bar: Ints
    kind: npt.NDArray[np.uint8]
    crosses: Bools
    critical: Bools
    link: Ints

    @property
    def count(self) -> int:
        return len(self.from_bar)

    def visible(self, bars: Bars, first_row: int, last_row: int, *, start: float, end: float) -> Ints:
        """Return the places of the links of which at least one end stands in these rows, and which touch the time.

        A link that only passes through joins two things that are both out of sight: it would tell nothing.
        """
        if not self.count:
            return np.empty(0, np.int32)
        one, other = bars.row[self.from_bar], bars.row[self.to_bar]
        seen = ((one >= first_row) & (one <= last_row)) | ((other >= first_row) & (other <= last_row))
        places = np.flatnonzero(seen)
        a, b = self.from_bar[places], self.to_bar[places]
        touches = (np.maximum(bars.end[a], bars.end[b]) >= start) & (np.minimum(bars.start[a], bars.start[b]) <= end)
        found: Ints = places[touches].astype(np.int32)
        return found


def links_of(facts: Sequence[LinkFacts]) -> Links:
    table = np.array(facts, dtype=np.int64).reshape(len(facts), len(LinkFacts._fields))
    return Links(
        from_bar=table[:, 0].astype(np.int32),
        to_bar=table[:, 1].astype(np.int32),
        kind=table[:, 2].astype(np.uint8),
        crosses=table[:, 3].astype(np.bool_),
        critical=table[:, 4].astype(np.bool_),
        link=table[:, 5].astype(np.int32),
    )
