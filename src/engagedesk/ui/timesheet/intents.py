"""What a person wants done on the Timesheet page; the common kinds are in ``ui.intents``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engagedesk.domain.ids import EntryId
from engagedesk.domain.week_grid import RowKey
from engagedesk.ui.intent import Intent


class View(StrEnum):
    """The views that the page brings; others register under names of their own."""

    WEEK = "week"
    DAY = "day"
    MONTH = "month"


class ShowTimesheet(Intent):
    """Show a view of the Timesheet page at a day; None = the one in sight, or today. ``entry`` is chosen in the day."""

    view: str = ""
    day: date | None = None
    entry: EntryId | None = None
    today: bool = False
    """Go to the present day, whichever is in sight."""


@dataclass(frozen=True, slots=True)
class TypedCell:
    """A cell, what was typed into it, and the rounded seconds that stood in it."""

    key: RowKey
    day: date
    text: str
    shown_s: int


class TypeCells(Intent):
    """Have cells of the week grid hold what was typed or pasted: one step."""

    cells: tuple[TypedCell, ...]


class PinRow(Intent):
    """Put an empty row into a week, or take it out again."""

    week: str
    key: RowKey
    out: bool = False


class CopyLastWeek(Intent):
    """Copy the rows of the week before, with their hours as drafts or without."""

    week: str
    hours: bool


class MoveEntry(Intent):
    """Give a span new ends; ``end_utc`` None = a running one keeps none."""

    id: EntryId
    version: int
    start_utc: int
    end_utc: int | None


class SplitAt(Intent):
    """Cut a span at an instant, or a duration after so many seconds."""

    id: EntryId
    version: int
    at_utc: int | None = None
    first_s: int | None = None


class MergeWith(Intent):
    first: EntryId
    second: EntryId


class ResolveOverlap(Intent):
    first: EntryId
    second: EntryId


class Recode(Intent):
    """Put entries on the code that the words name: one audited step."""

    entries: tuple[EntryId, ...]
    text: str


class ShowAwaiting(Intent):
    """Open the tray of entries that await their code."""


class LookAtEntry(Intent):
    """Ask for the history of the entry in the inspector."""

    id: EntryId
