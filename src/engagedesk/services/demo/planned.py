"""The sample's plan as it stands on its Sunday: where work lies, who does it, what waits for what, who is away.

Tasks are named by engagement number and name, dates too. The problems of the portfolio show here as conflicts: the
German component is silent past its deadline, nobody is booked for the tax memo, Tom Ashby is needed twice in the week
of the release, and the quality reviewer's notes end two days after the report they hold up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from engagedesk.domain.states import DeliverableState, LinkKind

D = DeliverableState


@dataclass(frozen=True, slots=True)
class Planned:
    """A task in its place. ``left_h`` None = what progress leaves of the estimate."""

    number: int
    name: str
    starts: date
    ends: date
    owner: str = ""
    progress: int = 0
    """Above 0 = it began on its first day."""
    left_h: int | None = None
    booked: tuple[tuple[str, int], ...] = ()
    """Who is set aside for it, in percent of their time."""
    role: str = ""
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Handed:
    """What makes a date of the portfolio a deliverable, or a new one where the portfolio has none of this name."""

    number: int
    name: str
    state: DeliverableState
    owner: str
    due: date | None = None
    """None = as the portfolio has it."""
    deadline: date | None = None
    progress: int = 0


@dataclass(frozen=True, slots=True)
class Waits:
    """``leader`` and ``follower`` are a number and the name of a task, or of a date with "@" before it."""

    leader: tuple[int, str]
    follower: tuple[int, str]
    kind: LinkKind = LinkKind.FINISH_START
    lag_min: int = 0
    """Of the working time of what waits."""


@dataclass(frozen=True, slots=True)
class Slipped:
    """Where a task stood when the baseline was taken, in days before where it stands now."""

    number: int
    name: str
    days: int


ME: Final = "Priya Nair"
TOM: Final = "Tom Ashby"
MEI: Final = "Mei Tanaka"
OWEN: Final = "Owen Pryce"
LUCIA: Final = "Lucia Ferrante"
AISHA: Final = "Aisha Rahman"
CALLUM: Final = "Callum Fraser"
HANNAH: Final = "Hannah Quist"
GRETA: Final = "Greta Vogel"
MARCUS: Final = "Marcus Bell"
JAMES: Final = "James Whitlock"
DANIEL: Final = "Daniel Okoro"
INGRID: Final = "Ingrid Solberg"
SARAH: Final = "Sarah Lindqvist"


def _day(month: int, day: int, year: int = 2026) -> date:
    return date(year, month, day)


TASKS: Final = (
    Planned(1, "Walkthroughs", _day(11, 9), _day(11, 25), MEI, 60, booked=((MEI, 40), (AISHA, 50))),
    Planned(1, "Tests of controls", _day(11, 16), _day(12, 4), TOM, 30, booked=((TOM, 60), (CALLUM, 50))),
    Planned(1, "Interim findings", _day(11, 30), _day(12, 4), ME, booked=((ME, 30), (MEI, 30))),
    Planned(1, "Substantive testing", _day(1, 11, 2027), _day(2, 12, 2027), TOM, booked=((TOM, 60), (MEI, 50))),
    Planned(1, "Component clearance", _day(2, 15, 2027), _day(2, 26, 2027), DANIEL, booked=((DANIEL, 30),)),
    Planned(1, "Completion memo", _day(3, 1, 2027), _day(3, 12, 2027), ME, booked=((ME, 30),)),
    Planned(1, "Report", _day(3, 8, 2027), _day(3, 17, 2027), SARAH, booked=((SARAH, 20),)),
    Planned(1, "File assembly", _day(3, 22, 2027), _day(5, 14, 2027), TOM, booked=((TOM, 10),)),
    Planned(2, "EQR notes", _day(11, 9), _day(11, 26), ME, 40, booked=((ME, 25), (TOM, 50))),
    Planned(2, "Review notes", _day(11, 9), _day(11, 24), TOM, 70, booked=((TOM, 40), (OWEN, 60))),
    Planned(2, "CAM memo", _day(11, 12), _day(11, 23), OWEN, 80, booked=((OWEN, 20),)),
    Planned(2, "Archive file", _day(11, 25), _day(12, 8), TOM, booked=((HANNAH, 50),)),
    Planned(3, "Reporting package", _day(10, 12), _day(12, 4), LUCIA, 80, booked=((LUCIA, 40), (GRETA, 40))),
    Planned(3, "Inventory count", _day(11, 23), _day(12, 4), GRETA, left_h=80, booked=((GRETA, 30), (ME, 10))),
    Planned(3, "Clearance memo", _day(12, 7), _day(12, 11), ME, left_h=55, booked=((ME, 20), (LUCIA, 40))),
    Planned(4, "File assembly", _day(10, 1), _day(11, 27), OWEN, 80, booked=((HANNAH, 10), (OWEN, 10))),
    Planned(5, "WIP review", _day(10, 30), _day(11, 30), ME, 50, booked=((ME, 5),)),
    Planned(5, "File assembly", _day(12, 1), _day(12, 18), MARCUS, booked=((MARCUS, 20),)),
    Planned(6, "PBC", _day(7, 1), _day(11, 27), MEI, 90, booked=((MEI, 10),)),
    Planned(6, "Control tests", _day(8, 3), _day(11, 27), CALLUM, 85, booked=((CALLUM, 50),)),
    Planned(6, "Exceptions", _day(11, 16), _day(11, 27), ME, 80, booked=((ME, 10),)),
    Planned(6, "Report", _day(11, 30), _day(12, 16), MEI, booked=((MEI, 30),)),
    Planned(7, "Computations", _day(5, 4), _day(12, 4), LUCIA, 90, booked=((LUCIA, 20),)),
    Planned(7, "Returns", _day(11, 2), _day(12, 11), GRETA, 85, booked=((LUCIA, 20),)),
    Planned(7, "Filing", _day(12, 14), _day(12, 30), ME, left_h=60, booked=((ME, 20), (LUCIA, 40))),
    Planned(8, "Impact memo", _day(11, 2), _day(12, 4), JAMES, 90, booked=((JAMES, 30),)),
    Planned(8, "Safe harbours", _day(10, 5), _day(11, 27), GRETA, 95, booked=((GRETA, 20),)),
    Planned(9, "Scope with tax", _day(11, 9), _day(11, 27), ME, 40, booked=((ME, 10),)),
    Planned(9, "Memo", _day(11, 30), _day(12, 11), left_h=100, role="Specialist"),
    Planned(10, "Red-flag report", _day(11, 9), _day(11, 27), ME, 85, booked=((ME, 30), (AISHA, 50))),
    Planned(10, "Net debt", _day(11, 9), _day(11, 24), OWEN, 90, booked=((OWEN, 10),)),
    Planned(11, "Steering", _day(11, 16), _day(11, 26), ME, 70, booked=((ME, 10),)),
    Planned(11, "Control design", _day(8, 3), _day(12, 18), JAMES, 55, booked=((JAMES, 40), (MEI, 30), (HANNAH, 40))),
    Planned(11, "Access concept", _day(12, 7), _day(1, 29, 2027), HANNAH, left_h=95, booked=((HANNAH, 40),)),
    Planned(11, "Cut-over support", _day(2, 1, 2027), _day(6, 30, 2027), JAMES, booked=((JAMES, 20),)),
    Planned(12, "Review 9", _day(10, 19), _day(12, 2), TOM, 60, booked=((TOM, 40), (MARCUS, 40))),
    Planned(12, "Report 9", _day(12, 3), _day(12, 9), ME, left_h=30, booked=((ME, 20), (AISHA, 40))),
    Planned(12, "Lending controls", _day(12, 14), _day(2, 26, 2027), AISHA, left_h=250, booked=((AISHA, 50),)),
)  # fmt: skip

HANDED: Final = (
    Handed(1, "Acknowledgement, German component", D.PLANNED, DANIEL, _day(11, 13), _day(11, 20)),
    Handed(1, "Interim findings letter", D.PLANNED, ME, _day(12, 4)),
    Handed(1, "Report", D.PLANNED, SARAH),
    Handed(2, "File", D.IN_PREPARATION, TOM, deadline=_day(12, 8), progress=20),
    Handed(4, "File", D.IN_PREPARATION, OWEN, deadline=_day(11, 29), progress=80),
    Handed(5, "File", D.PLANNED, MARCUS, deadline=_day(12, 28)),
    Handed(6, "Report", D.IN_PREPARATION, MEI, deadline=_day(12, 18), progress=10),
    Handed(7, "Filing", D.IN_PREPARATION, LUCIA, deadline=_day(12, 31), progress=60),
    Handed(8, "Memo", D.IN_REVIEW, JAMES, progress=90),
    Handed(9, "Memo, blocks the group audit", D.PLANNED, INGRID),
    Handed(10, "Red-flag report", D.IN_REVIEW, ME, deadline=_day(11, 27), progress=85),
    Handed(12, "Report 9", D.IN_PREPARATION, ME, progress=10),
)

OWNERS: Final = {
    (1, "Interim begins"): ME,
    (1, "Interim ends"): ME,
    (2, "Report release"): SARAH,
    (3, "Clearance"): ME,
    (11, "Steering committee"): ME,
}
PINNED: Final = {(2, "Report release"): _day(11, 24), (3, "Clearance"): _day(12, 11), (11, "Steering committee"): None}
"""Dates that others set; with their deadlines."""

_FF, _SS = LinkKind.FINISH_FINISH, LinkKind.START_START
WAITS: Final = (
    Waits((1, "Walkthroughs"), (1, "Interim findings")),
    Waits((1, "Tests of controls"), (1, "Interim findings"), _FF),
    Waits((1, "Interim findings"), (1, "@Interim findings letter")),
    Waits((1, "Interim findings"), (1, "Substantive testing")),
    Waits((1, "Substantive testing"), (1, "Component clearance")),
    Waits((1, "@Acknowledgement, German component"), (1, "Component clearance")),
    Waits((1, "Component clearance"), (1, "Completion memo")),
    Waits((1, "Completion memo"), (1, "Report"), _SS, 2_250),
    Waits((1, "Report"), (1, "@Report")),
    Waits((1, "@Report"), (1, "File assembly"), lag_min=900),
    Waits((9, "Memo"), (9, "@Memo, blocks the group audit")),
    Waits((9, "Scope with tax"), (9, "Memo")),
    Waits((9, "@Memo, blocks the group audit"), (1, "Substantive testing")),
    Waits((3, "@Clearance"), (1, "Component clearance")),
    Waits((2, "EQR notes"), (2, "@Report release")),
    Waits((2, "Review notes"), (2, "@Report release")),
    Waits((2, "CAM memo"), (2, "@Report release")),
    Waits((2, "@Report release"), (2, "Archive file")),
    Waits((2, "Archive file"), (2, "@File")),
    Waits((3, "Reporting package"), (3, "Clearance memo")),
    Waits((3, "Inventory count"), (3, "Clearance memo")),
    Waits((3, "Clearance memo"), (3, "@Clearance")),
    Waits((4, "File assembly"), (4, "@File")),
    Waits((5, "WIP review"), (5, "File assembly")),
    Waits((5, "File assembly"), (5, "@File")),
    Waits((6, "PBC"), (6, "Control tests"), _SS, 4_500),
    Waits((6, "PBC"), (6, "Report")),
    Waits((6, "Control tests"), (6, "Report")),
    Waits((6, "Exceptions"), (6, "Report")),
    Waits((6, "Report"), (6, "@Report")),
    Waits((7, "Computations"), (7, "Returns"), _FF, 1_320),
    Waits((7, "Returns"), (7, "Filing")),
    Waits((7, "Filing"), (7, "@Filing")),
    Waits((8, "Safe harbours"), (8, "Impact memo"), _FF),
    Waits((8, "Impact memo"), (8, "@Memo")),
    Waits((10, "Net debt"), (10, "Red-flag report"), _FF),
    Waits((10, "Red-flag report"), (10, "@Red-flag report")),
    Waits((11, "Steering"), (11, "@Steering committee")),
    Waits((11, "Control design"), (11, "Access concept"), _SS, 9_000),
    Waits((11, "Access concept"), (11, "Cut-over support")),
    Waits((12, "Review 9"), (12, "Report 9")),
    Waits((12, "Report 9"), (12, "@Report 9")),
    Waits((12, "Report 9"), (12, "Lending controls")),
)

BASELINE_OCTOBER: Final = ("Staffing review, October", _day(10, 19))
BASELINE_NOVEMBER: Final = ("As agreed before the release", _day(11, 9))
SLIPPED_SINCE_OCTOBER: Final = (
    Slipped(1, "Walkthroughs", 5),
    Slipped(1, "Tests of controls", 7),
    Slipped(2, "EQR notes", 8),
    Slipped(2, "Review notes", 4),
    Slipped(6, "PBC", 28),
    Slipped(6, "Control tests", 14),
    Slipped(7, "Computations", 21),
    Slipped(8, "Impact memo", 14),
    Slipped(11, "Control design", 28),
    Slipped(12, "Review 9", 7),
)
SLIPPED_SINCE_NOVEMBER: Final = (Slipped(2, "EQR notes", 6), Slipped(2, "CAM memo", 3))
