"""Recognise the exports of known trackers by their header row, and find the header row itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engagedesk.interchange.cells import Cell
from engagedesk.interchange.mapping import FIELDS, ImportMapping, normalised
from engagedesk.interchange.reading import RawRow
from engagedesk.interchange.rows import ImportKind
from engagedesk.interchange.values import as_text

HEADER_WITHIN: Final = 30
"""Rows, titles and blank lines included, among which the header is looked for."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """A known product's export and the reading that goes with it."""

    kind: ImportKind
    product: str
    mapping: ImportMapping


@dataclass(frozen=True, slots=True)
class _Product:
    name: str
    source: str
    required: tuple[str, ...]
    absent: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]


_PRODUCTS: Final = (
    _Product(
        name="Toggl Track",
        source="toggl",
        required=("user", "email", "description", "start date", "start time", "end date", "end time", "duration"),
        absent=("duration (h)", "duration (decimal)"),
        columns=(
            ("User", "user"),
            ("Email", "email"),
            ("Client", "client"),
            ("Project", "engagement"),
            ("Task", "task"),
            ("Description", "narrative"),
            ("Billable", "billable"),
            ("Start date", "start_date"),
            ("Start time", "start_time"),
            ("End date", "end_date"),
            ("End time", "end_time"),
            ("Duration", "duration"),
            ("Tags", "tags"),
        ),
    ),
    _Product(
        name="Clockify",
        source="clockify",
        required=("project", "client", "description", "user", "start date", "start time", "end time", "duration (h)"),
        absent=(),
        columns=(
            ("Project", "engagement"),
            ("Client", "client"),
            ("Description", "narrative"),
            ("Task", "task"),
            ("User", "user"),
            ("Email", "email"),
            ("Tags", "tags"),
            ("Billable", "billable"),
            ("Start Date", "start_date"),
            ("Start Time", "start_time"),
            ("End Date", "end_date"),
            ("End Time", "end_time"),
            ("Duration (h)", "duration"),
        ),
    ),
    _Product(
        name="Harvest",
        source="harvest",
        required=("date", "client", "project", "project code", "task", "notes", "hours", "first name", "last name"),
        absent=("start date",),
        columns=(
            ("Date", "day"),
            ("Client", "client"),
            ("Project", "engagement"),
            ("Project Code", "code"),
            ("Task", "task"),
            ("Notes", "narrative"),
            ("Hours", "duration"),
            ("Billable?", "billable"),
            ("First Name", "first_name"),
            ("Last Name", "last_name"),
        ),
    ),
)


def recognise(header: Sequence[str]) -> Recognition | None:
    """Return whose export a header row belongs to; None for anything that a mapping must read."""
    names = {normalised(name) for name in header}
    for product in _PRODUCTS:
        if all(normalised(n) in names for n in product.required) and not any(n in names for n in product.absent):
            mapping = ImportMapping(
                name=product.name,
                kind=ImportKind.TIME,
                columns=tuple(pair for pair in product.columns if normalised(pair[0]) in names),
                source=product.source,
                built_in=True,
            )
            return Recognition(ImportKind.TIME, product.name, mapping)
    return None


def header_texts(cells: Sequence[Cell]) -> tuple[str, ...]:
    """Return column names: blank ones are named by their letter, repeated ones numbered."""
    names: list[str] = []
    seen: dict[str, int] = {}
    for index, cell in enumerate(cells):
        name = " ".join(as_text(cell).split()) or f"Column {column_letters(index)}"
        key = normalised(name)
        seen[key] = seen.get(key, 0) + 1
        names.append(name if seen[key] == 1 else f"{name} ({seen[key]})")
    return tuple(names)


def column_letters(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def find_header(rows: Sequence[RawRow], *, mapping: ImportMapping | None, kind: ImportKind | None) -> int | None:
    """Return the index of the row that names the columns; None where no row looks like one."""
    best, best_score = None, 0.0
    for index, (_, cells) in enumerate(rows[:HEADER_WITHIN]):
        score = header_score(cells, mapping=mapping, kind=kind)
        if score > best_score:
            best, best_score = index, score
    return best


def header_score(cells: Sequence[Cell], *, mapping: ImportMapping | None, kind: ImportKind | None) -> float:
    """Return how much a row looks like the header: 0 = not at all."""
    texts = [normalised(cell) for cell in cells if isinstance(cell, str) and cell.strip()]
    filled = sum(1 for cell in cells if cell is not None and cell != "")
    if len(texts) < 2 or len(texts) < filled * 0.8:
        return 0.0
    names = set(texts)
    if mapping is not None:
        return float(sum(1 for header, _ in mapping.columns if normalised(header) in names))
    if recognise([cell for cell in cells if isinstance(cell, str)]) is not None:
        return 1000.0
    kinds = [kind] if kind is not None else list(ImportKind)
    known = max(sum(1 for spec in FIELDS[k] if names & set(spec.words)) for k in kinds)
    # The first row of text is the header of a file whose words nobody knows.
    return known + 0.1 + 0.001 * min(len(names), 50) if len(names) == len(texts) or known > 1 else 0.05
