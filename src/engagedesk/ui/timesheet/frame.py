"""What a view of the Timesheet page is: the page knows no more of one than this."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from engagedesk.ui.theme import Tone


class Period(Enum):
    """What previous and next step by."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@runtime_checkable
class TimesheetView(Protocol):
    """A view's widget. It sends what a person wants through a signal ``intent``; its rows come by slots of its own.

    ``head`` stands in the page's header while the view is shown (totals, actions); None = nothing.
    ``takes_keyboard`` gets the focus when the view is shown by a key.
    """

    head: QWidget | None
    takes_keyboard: QWidget


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """A view before it exists. ``make`` returns a ``QWidget`` that is a ``TimesheetView``."""

    key: str
    title: str
    period: Period
    make: Callable[[], QWidget]


@dataclass(frozen=True, slots=True)
class Heading:
    """What the header says of the period in sight."""

    title: str
    detail: str
    """What the period is in full; ``short`` takes its place where there is no room for it."""
    state: str = ""
    tone: Tone = Tone.SECOND
    short: str = ""
