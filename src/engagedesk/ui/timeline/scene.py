"""What is painted: a scene's values. They are made by the pane, or by whoever writes the plan onto paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import floor
from typing import Final

from PySide6.QtCore import QRectF

from engagedesk.ui.theme import Tokens
from engagedesk.ui.timeline.arranging import Arranged
from engagedesk.ui.timeline.columns import Bars, Links
from engagedesk.ui.timeline.density import Density
from engagedesk.ui.timeline.links import Point
from engagedesk.ui.timeline.rows import Plan
from engagedesk.ui.timeline.scale import Scale
from engagedesk.ui.timeline.snapping import Place

ROW_PX: Final = 28
HEADER_PX: Final = 48
LINKS_FROM_ROW_PX: Final = 8.0
"""In lower rows links would be a tangle."""
SHAPES_FROM_ROW_PX: Final = 14.0
"""In lower rows a bar is a plain rectangle."""
TEXT_FROM_ROW_PX: Final = 20.0

BAR_TOP: Final = 5
BAR_PX: Final = 14
DIAMOND_R: Final = 7.0
BASE_DIAMOND_R: Final = 5.0
GROUP_COLOUR: Final = -1


@dataclass(frozen=True, slots=True)
class Tip:
    """What stands beside something that is dragged."""

    title: str
    aside: str
    detail: str


@dataclass(frozen=True, slots=True)
class Chip:
    """A word beside a bar that leads to another item."""

    text: str
    item: bytes
    leads_on: bool
    """It is the predecessor's: its successor is elsewhere."""


@dataclass(frozen=True, slots=True)
class Moving:
    """A bar under a person's hand: where it would lie, and what it would push (bar, place)."""

    bar: int
    place: Place
    pushes: tuple[tuple[int, Place], ...] = ()
    tip: Tip | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A link that is being drawn: from an end of a bar to the pointer, or to an end of another bar."""

    bar: int
    from_end: bool
    x: float
    y: float
    to_bar: int | None = None
    to_start: bool = True
    tip: Tip | None = None


@dataclass(slots=True)
class Scene:
    """Everything that is painted; places of rows and bars are those of the columns."""

    plan: Plan
    arranged: Arranged
    shown: list[int]
    bars: Bars
    links: Links
    scale: Scale
    row_px: float
    top_px: float
    width: float
    height: float
    """Of the rows' part, the header left out."""
    tokens: Tokens
    today: float
    mirrored: bool = False
    selected_row: int | None = None
    selected_link: int | None = None
    hovered_bar: int | None = None
    show_critical: bool = True
    chips: Mapping[int, Chip] = field(default_factory=dict)
    """By node."""
    moving: Moving | None = None
    drawing: Drawing | None = None
    density: Density = field(default_factory=Density)

    @property
    def rows_in_sight(self) -> tuple[int, int]:
        """Return the first and the last row that are at least partly in sight; the last is before the first if none."""
        first = max(0, floor(self.top_px / self.row_px))
        last = min(self.bars.rows - 1, floor((self.top_px + self.height - 0.5) / self.row_px))
        return first, last


@dataclass(slots=True)
class Painted:
    """What was painted where, for the pointer."""

    chips: list[tuple[QRectF, bytes]] = field(default_factory=list)
    routes: list[tuple[int, tuple[Point, ...]]] = field(default_factory=list)
    """Links as they run, in x along the direction of reading and y in the rows' part."""
