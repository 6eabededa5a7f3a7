"""All tables: importing this module fills ``Base.metadata``."""

from __future__ import annotations

from engagedesk.models import (
    activity,
    away,
    budgets,
    engagements,
    entered,
    firm,
    imports,
    journal,
    people,
    schedule,
    time,
)
from engagedesk.models.base import Base, Record

__all__ = [
    "Base",
    "Record",
    "activity",
    "away",
    "budgets",
    "engagements",
    "entered",
    "firm",
    "imports",
    "journal",
    "people",
    "record_types",
    "schedule",
    "time",
]


def record_types() -> dict[str, type[Record]]:
    """Return every record class by its table's name."""
    return {cls.__tablename__: cls for cls in sorted(Record.__subclasses__(), key=lambda c: c.__tablename__)}
