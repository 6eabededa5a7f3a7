"""What a person wants done on the timeline; done by ``controllers/timeline.py``. Places are civil seconds."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from engagedesk.domain.states import LinkKind
from engagedesk.ui.intent import Intent


class What(StrEnum):
    """What palette and keys can ask of the page from anywhere."""

    SHOW = "show"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    FIT = "fit"
    FIT_ALL = "fit_all"
    TODAY = "today"
    CONFLICTS = "conflicts"
    NEXT_CONFLICT = "next_conflict"
    PREVIOUS_CONFLICT = "previous_conflict"
    SEARCH = "search"
    CRITICAL = "critical"
    CAPACITY = "capacity"
    EXPAND_ALL = "expand_all"
    COLLAPSE_ALL = "collapse_all"


class Paper(StrEnum):
    """What a picture of the plan is written as."""

    PNG = "png"
    PDF = "pdf"


class OnTimeline(Intent):
    """Go to the page and do something there."""

    what: What


class LoadPlan(Intent):
    """Show the plan with the places of a baseline beside it; None = of none."""

    baseline: bytes | None = None


class PreviewMove(Intent):
    """Say what a move would push; nothing is written."""

    item: bytes
    starts: int
    ends: int


class MoveOnPlan(Intent):
    """Put an item somewhere, and what it pushes with it: one step."""

    item: bytes
    starts: int
    ends: int


class DrawLink(Intent):
    from_id: bytes
    to_id: bytes
    kind: LinkKind


class BeginLink(Intent):
    """Open the form of a new link from an item."""

    item: bytes


class EditLink(Intent):
    link: bytes


class RemoveLink(Intent):
    link: bytes


class EditPlanItem(Intent):
    """Open the form with all facts of an item."""

    item: bytes


class RemovePlanItem(Intent):
    item: bytes


class PinPlanItem(Intent):
    item: bytes
    pinned: bool


class AssignItems(Intent):
    """Give items to somebody: one step."""

    items: tuple[bytes, ...]
    person: bytes


class FreePlanItem(Intent):
    """Take a task's place away: it stands as early as its links allow."""

    item: bytes


class ProgressTo(Intent):
    """Say how far a task is."""

    item: bytes
    percent: int


class ReorderOnPlan(Intent):
    """Put a task before or behind its neighbour in the same phase."""

    item: bytes
    up: bool


class TakeBaseline(Intent):
    """Keep the plan as it stands under a name."""


class RenameBaseline(Intent):
    """Ask for another name of a baseline."""

    baseline: bytes


class RemoveBaseline(Intent):
    baseline: bytes


class KeepView(Intent):
    """Ask for a name and keep how the page looks under it."""

    data: dict[str, Any]


class KeepStand(Intent):
    """Remember how the page is left, as ``Stand.as_text`` has it."""

    text: str


class DropView(Intent):
    """Forget a view that was kept."""

    view: bytes


class StopPaper(Intent):
    """Give up the picture or the pages that are being written."""


class ExportPlan(Intent):
    """Write what is shown as a picture or pages."""

    paper: Paper
