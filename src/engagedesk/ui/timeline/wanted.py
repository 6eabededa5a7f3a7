"""What of the plan is shown and how, as values: what a view keeps, and what words and controllers need of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Grouping(StrEnum):
    """What the rows are grouped by."""

    CLIENT = "client"
    ENGAGEMENT = "engagement"
    PERSON = "person"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is shown and how; the view that a person may name and keep."""

    grouping: Grouping = Grouping.CLIENT
    search: str = ""
    engagements: frozenset[bytes] | None = None
    """None = all."""
    person: bytes | None = None
    critical_only: bool = False
    conflicts_only: bool = False
    hide_done: bool = False

    @property
    def narrows(self) -> bool:
        """Return whether anything but whole engagements is left out."""
        return bool(self.search or self.person or self.critical_only or self.conflicts_only or self.hide_done)
