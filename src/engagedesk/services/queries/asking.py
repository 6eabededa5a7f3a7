"""The questions behind Today, apart from how they are put: to a session, or as frozen SQL to the driver itself.

The window shows Today before SQLAlchemy is in memory (``first_look.py``); pages that come later ask a session. What is
made of the answers is written once, in ``day_view.py``, over ``Ask``.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, NamedTuple, Protocol


class Question(StrEnum):
    """One statement, and the names that it must be given."""

    DAY_STARTS = "day_starts"
    FIRM_PROFILE = "firm_profile"
    ENTRIES = "entries"
    """``first``, ``last``, ``reach``, ``near``: days; see ``day_view.entries_touching``."""
    RUNNING = "running"
    AWAITING = "awaiting"
    NOT_SUBMITTED = "not_submitted"
    """``before``: a day."""
    RECENT = "recent"
    """``since``: a day; ``most``: how many."""
    WORKED_ON = "worked_on"
    """``day``."""
    AWAY = "away"
    """``since``, ``until``: instants; unanswered away periods that reach into them."""
    BREAKS = "breaks"
    """``reach``, ``since``, ``until``: instants; ``reach`` is how far before ``since`` a break may begin."""


class Ask(Protocol):
    """Puts a question; the answer's rows have their columns as attributes, in Python's values."""

    def __call__(self, question: Question, **given: Any) -> Sequence[Any]: ...


class Column(NamedTuple):
    """A column of a frozen statement; ``kind`` is "" (as it is), ``day``, ``flag``, ``json`` or the name of an enum."""

    name: str
    kind: str


class Frozen(NamedTuple):
    """A statement as SQLAlchemy compiled it when the program was made."""

    sql: str
    constants: dict[str, Any]
    """Values that the statement itself brings along."""
    columns: tuple[Column, ...]
