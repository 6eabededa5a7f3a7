"""Today's rows straight from the driver, before SQLAlchemy is in memory: it takes longer to load than all of them.

The statements are the very ones of every later look, compiled beforehand (``queries/frozen.py``).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any, Final

from engagedesk.domain import states
from engagedesk.models.connection import DriverConnection
from engagedesk.models.driver_wall import driver_wall
from engagedesk.services.entering import Entered
from engagedesk.services.queries.asking import Ask, Column, Question
from engagedesk.services.queries.day_view import FrameRows, frame
from engagedesk.services.queries.frozen import FROZEN

_CONVERTERS: Final[Mapping[str, Callable[[Any], Any]]] = {"day": date.fromisoformat, "flag": bool, "json": json.loads}


def first_look(entered: Entered, *, zone: str, now_utc: int) -> FrameRows:
    """Return what the frame and Today show of an open file. Call in the store thread. ``StoreError``."""
    reader = entered.file.reader
    with driver_wall(entered.file.paths.folder):
        reader.execute("BEGIN")
        try:
            return frame(of_driver(reader), zone=zone, now_utc=now_utc)
        finally:
            reader.execute("ROLLBACK")


def of_driver(connection: DriverConnection) -> Ask:
    """Return how the driver itself is asked."""

    def ask(question: Question, **given: Any) -> Sequence[Any]:
        sql, constants, columns = FROZEN[question]
        plain = {name: value.isoformat() if isinstance(value, date) else value for name, value in given.items()}
        names = tuple(column.name for column in columns)
        converters = tuple((i, _converter(column)) for i, column in enumerate(columns) if column.kind)
        return [_row(names, converters, row) for row in connection.execute(sql, constants | plain)]

    return ask


def _converter(column: Column) -> Callable[[Any], Any]:
    # What is no plain kind is an enum of the domain's.
    return _CONVERTERS.get(column.kind) or getattr(states, column.kind)


def _row(
    names: tuple[str, ...], converters: tuple[tuple[int, Callable[[Any], Any]], ...], row: Sequence[Any]
) -> SimpleNamespace:
    values = list(row)
    for i, convert in converters:
        if values[i] is not None:
            values[i] = convert(values[i])
    return SimpleNamespace(**dict(zip(names, values, strict=True)))
