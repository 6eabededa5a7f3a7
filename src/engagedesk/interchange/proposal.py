"""Propose a mapping from header words and a few values: exact words first, then near ones, values as evidence."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from engagedesk.interchange.cells import Cell
from engagedesk.interchange.mapping import FIELDS, FieldSpec, FieldType, ImportMapping, missing_fields, normalised
from engagedesk.interchange.rows import ImportKind
from engagedesk.interchange.values import (
    Formats,
    Unreadable,
    as_clock,
    as_day,
    as_duration,
    as_flag,
    as_number,
    as_text,
)

CERTAIN: Final = 0.9
"""From here on a pair needs no second look."""
_LACKING: Final = 0.5
_FLOOR: Final = 0.62
_LOOSE: Final = Formats(workbook=True)


@dataclass(frozen=True, slots=True)
class ProposedColumn:
    """One column, the field it may be (None = none found), and how sure that is, 0 to 1."""

    column: str
    field: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mapping that a person may confirm or change."""

    kind: ImportKind
    mapping: ImportMapping
    columns: tuple[ProposedColumn, ...]
    missing: tuple[str, ...]
    """Needs that no column fills, each as its alternatives."""
    confidence: float
    """Of the least sure column that was mapped; 0 where something is missing."""

    @property
    def certain(self) -> bool:
        """Say whether the file can be read this way without asking."""
        return not self.missing and self.confidence >= CERTAIN


def propose_mapping(
    columns: Sequence[str], samples: Sequence[Sequence[Cell]], *, kind: ImportKind | None = None, name: str = ""
) -> Proposal:
    """Return the most fitting mapping; without a ``kind`` the one whose fields explain most of the columns.

    Where every kind lacks something, what is lacking counts against it: the person has least to choose then.
    """
    kinds = [kind] if kind is not None else [k for k in ImportKind if k is not ImportKind.CALENDAR]
    proposals = [_propose(columns, samples, kind=k, name=name) for k in kinds]
    return max(proposals, key=lambda p: (not p.missing, _explained(p)))


def _explained(proposal: Proposal) -> float:
    return sum(c.confidence for c in proposal.columns if c.field) - _LACKING * len(proposal.missing)


def _propose(columns: Sequence[str], samples: Sequence[Sequence[Cell]], *, kind: ImportKind, name: str) -> Proposal:
    scored: list[tuple[float, int, int, str]] = []
    for index, column in enumerate(columns):
        values = [row[index] for row in samples if index < len(row) and as_text(row[index])]
        for order, spec in enumerate(FIELDS[kind]):
            score = _score(normalised(column), spec, values)
            if score >= _FLOOR:
                scored.append((-score, index, order, spec.name))
    scored.sort()
    taken: dict[int, tuple[str, float]] = {}
    used: set[str] = set()
    for negative, index, _, field in scored:
        if index not in taken and field not in used:
            taken[index] = (field, -negative)
            used.add(field)
    proposed = tuple(ProposedColumn(column, *taken.get(index, (None, 0.0))) for index, column in enumerate(columns))
    missing = missing_fields(kind, used)
    return Proposal(
        kind=kind,
        mapping=ImportMapping(
            name=name or kind.value,
            kind=kind,
            columns=tuple((c.column, c.field) for c in proposed if c.field is not None),
        ),
        columns=proposed,
        missing=missing,
        confidence=0.0 if missing else min((c.confidence for c in proposed if c.field is not None), default=0.0),
    )


def _score(header: str, spec: FieldSpec, values: Sequence[Cell]) -> float:
    words = _word_score(header, spec)
    if words < _FLOOR:
        return 0.0
    fitting = _fits(spec.type, values)
    if fitting is None:
        return words
    if words >= CERTAIN and fitting >= 0.5:
        # A known word over values of its kind: a mistyped row is that row's trouble and leaves no doubt of the column.
        return max(CERTAIN, words * (0.9 + 0.1 * fitting))
    return words * (0.6 + 0.4 * fitting)


def _word_score(header: str, spec: FieldSpec) -> float:
    if header in spec.words:
        # An earlier word names the field more squarely: "client" before "account".
        return 1.0 - 0.004 * spec.words.index(header)
    tokens = set(header.split())
    best = 0.0
    for word in spec.words:
        parts = set(word.split())
        if len(word) >= 4 and parts <= tokens:
            best = max(best, 0.6 + 0.25 * len(parts) / len(tokens))
        elif len(word) >= 4:
            ratio = difflib.SequenceMatcher(None, header, word).ratio()
            if ratio >= 0.82:
                best = max(best, ratio * 0.9)
    return best


def _fits(kind: FieldType, values: Sequence[Cell]) -> float | None:
    """Return the share of the values that the field can hold; None where that tells nothing."""
    if not values:
        return None
    if kind is FieldType.TEXT:
        odd = sum(1 for value in values if isinstance(value, date | timedelta))
        return 1.0 - odd / len(values)
    return sum(1 for value in values if _readable(kind, value)) / len(values)


def _readable(kind: FieldType, value: Cell) -> bool:
    try:
        match kind:
            case FieldType.DAY | FieldType.MOMENT:
                as_day(value, _LOOSE)
            case FieldType.CLOCK:
                as_clock(value, _LOOSE)
            case FieldType.DURATION:
                as_duration(value, _LOOSE, most_s=10**9, negative=True)
            case FieldType.NUMBER:
                as_number(as_text(value).rstrip("%h "), _LOOSE)
            case FieldType.FLAG:
                as_flag(value)
            case FieldType.TEXT:
                return True
    except Unreadable:
        return False
    return True
