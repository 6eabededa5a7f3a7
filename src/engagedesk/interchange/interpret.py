"""Turn plain cells into typed rows by a mapping.

How dates and numbers are written is decided once, from the whole file; where a file leaves the order of day and month
open, nobody guesses: ``AmbiguousTarget`` lists what fits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from engagedesk.errors import AmbiguousTarget, UserError
from engagedesk.interchange.gate import FileShape
from engagedesk.interchange.mapping import FIELDS, FieldType, ImportMapping, normalised
from engagedesk.interchange.reading import RawRow, RawTable, ReadCancelled
from engagedesk.interchange.row_builder import RowBuilder
from engagedesk.interchange.rows import (
    ImportRow,
    RejectedRow,
    Remark,
)
from engagedesk.interchange.values import (
    DateOrder,
    Formats,
    Unreadable,
    date_order_votes,
    decimal_vote,
    has_meridiem,
    short,
)

Cancelled = Callable[[], bool]

_CANCEL_EVERY: Final = 500


@dataclass(frozen=True, slots=True)
class Interpreted:
    """The rows of a file in its order, and what kept the others out."""

    rows: tuple[ImportRow, ...]
    rejected: tuple[RejectedRow, ...]
    remarks: tuple[Remark, ...]
    formats: Formats


def interpret_rows(
    table: RawTable,
    header_index: int,
    *,
    header: Sequence[str],
    mapping: ImportMapping,
    date_order: DateOrder | None = None,
    cancelled: Cancelled | None = None,
) -> Interpreted:
    """Return typed rows; ``date_order`` outweighs the mapping's and the file's own.

    Raises ``AmbiguousTarget`` (``import.dates.*``) where the order of day and month is open, and ``UserError``
    (``import.mapping.*``) where the mapping does not fit the header.
    """
    missing = mapping.missing()
    if missing:
        raise UserError("import.mapping.incomplete", missing="; ".join(missing))
    places = _places(header, mapping)
    body = table.rows[header_index + 1 :]
    formats = decide_formats(table, body, places, mapping=mapping, date_order=date_order)
    builder = RowBuilder(mapping, formats)
    header_cells = tuple(table.rows[header_index][1])
    rows: list[ImportRow] = []
    rejected = [RejectedRow(line, reason) for line, reason in table.bad]
    remarks: list[Remark] = []
    width = len(header)
    text = table.shape is FileShape.TEXT
    for count, (line, cells) in enumerate(body):
        if count % _CANCEL_EVERY == 0 and cancelled is not None and cancelled():
            raise ReadCancelled("import.cancelled", file=table.name)
        if cells == header_cells:
            continue
        # Text with a stray delimiter shifts every later cell; in a workbook a note beside the table shifts none.
        if text and len(cells) > width and any(cell is not None for cell in cells[width:]):
            rejected.append(RejectedRow(line, "import.row.too_many_cells", {"columns": str(width)}))
            continue
        values = {field: cells[at] for field, at in places if at < len(cells) and cells[at] is not None}
        if not values:
            continue
        try:
            rows.append(builder.build(line, values))
        except Unreadable as problem:
            rejected.append(RejectedRow(line, problem.code, problem.params))
    rows = builder.finished(rows)
    remarks += builder.remarks
    rejected += builder.rejected
    if table.cut_at is not None:
        remarks.append(Remark(table.cut_at, "import.remark.cut", {"rows": str(len(table.rows))}))
    if table.blank_after is not None:
        remarks.append(Remark(table.blank_after, "import.remark.blank_tail"))
    if table.encoding in ("cp1252", "latin-1"):
        remarks.append(Remark(0, "import.remark.encoding", {"encoding": table.encoding}))
    rejected.sort(key=lambda r: r.line)
    return Interpreted(tuple(rows), tuple(rejected), tuple(remarks), formats)


def _places(header: Sequence[str], mapping: ImportMapping) -> list[tuple[str, int]]:
    at = {normalised(name): index for index, name in reversed(list(enumerate(header)))}
    absent = [name for name, _ in mapping.columns if normalised(name) not in at]
    if absent:
        raise UserError("import.mapping.columns_missing", columns=", ".join(absent), mapping=mapping.name)
    return [(field, at[normalised(name)]) for name, field in mapping.columns]


def decide_formats(
    table: RawTable,
    body: Sequence[RawRow],
    places: Sequence[tuple[str, int]],
    *,
    mapping: ImportMapping,
    date_order: DateOrder | None,
) -> Formats:
    """Return how this file writes dates, times and numbers."""
    types = {spec.name: spec.type for spec in FIELDS[mapping.kind]}
    day_columns = [at for field, at in places if types[field] in (FieldType.DAY, FieldType.MOMENT)]
    clock_columns = [at for field, at in places if types[field] in (FieldType.CLOCK, FieldType.MOMENT)]
    number_columns = [at for field, at in places if types[field] in (FieldType.NUMBER, FieldType.DURATION)]
    order = date_order or mapping.date_order or _date_order(table.name, _texts(body, day_columns))
    return Formats(
        date_order=order,
        decimal_sign=mapping.decimal_sign or _decimal_sign(_texts(body, number_columns)),
        twelve_hours=any(has_meridiem(text) for text in _texts(body, clock_columns)),
        duration_unit=mapping.duration_unit,
        workbook=table.shape is FileShape.WORKBOOK,
        date1904=table.date1904,
    )


def _texts(body: Sequence[RawRow], columns: Sequence[int]) -> Iterable[str]:
    seen: set[str] = set()
    for at in columns:
        for _, cells in body:
            if at < len(cells):
                cell = cells[at]
                if isinstance(cell, str) and cell not in seen:
                    seen.add(cell)
                    yield cell.strip()


def _date_order(name: str, texts: Iterable[str]) -> DateOrder | None:
    fits: dict[DateOrder, str] = {}
    open_example = ""
    for text in texts:
        votes = date_order_votes(text)
        if votes is None:
            continue
        orders, matters = votes
        if len(orders) == 1:
            fits.setdefault(next(iter(orders)), text)
        elif len(orders) == 2 and matters:
            open_example = open_example or text
    if len(fits) == 1:
        return next(iter(fits))
    candidates = (DateOrder.DMY.value, DateOrder.MDY.value)
    if fits:
        examples = " / ".join(short(example) for example in fits.values())
        raise AmbiguousTarget("import.dates.mixed", candidates=candidates, file=name, example=examples)
    if open_example:
        raise AmbiguousTarget("import.dates.ambiguous", candidates=candidates, file=name, example=short(open_example))
    return None


def _decimal_sign(texts: Iterable[str]) -> str:
    votes = {decimal_vote(text) for text in texts} - {""}
    return votes.pop() if len(votes) == 1 else ""
