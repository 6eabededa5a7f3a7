"""The week, the day and the month of the Timesheet page with the sample rows of Friday 20 November 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from engagedesk.domain.days import Week
from engagedesk.domain.ids import CodeId, EngagementId
from engagedesk.domain.states import CodeStanding, EntryState
from engagedesk.domain.week_grid import RowKey
from engagedesk.services.queries.rows import EntryRow
from engagedesk.services.queries.timesheet_rows import (
    CellState,
    DaySheet,
    GridCell,
    GridDay,
    GridLine,
    MonthDay,
    MonthSheet,
    MonthWeek,
    RowChoice,
    SheetPart,
    WeekGrid,
)
from engagedesk.services.queries.weeks import WeekState
from engagedesk.ui.timesheet.drafts import DraftRow, DraftSource, DraftState
from tests.ui.sample_rows import DAY, ENTRIES, TODAY, ZONE, at, entry, entry_id

THIS_WEEK = Week.parse("2026-W47")
H = 3600


def key(colour: int, code: str | None, activity: str = "", *, chargeable: bool = True) -> RowKey:
    owner = EngagementId(bytes([colour]) * 16) if colour >= 0 else None
    return RowKey(chargeable, owner, CodeId(code.encode().ljust(16, b"\0")) if code else None, activity)


ROWS: list[EntryRow] = []


def cell(
    number: int, seconds: int, *, raw: int | None = None, parts: tuple[int, ...] = (), **marks: object
) -> GridCell:
    """Return a cell with the entries behind it; ``number`` is the first one's."""
    lengths = parts or (seconds if raw is None else raw,)
    ROWS.extend(entry(number + n, None, None, "x", seconds=length) for n, length in enumerate(lengths))
    ids = tuple(entry_id(number + n) for n in range(len(lengths)))
    made = GridCell(sum(lengths), seconds, ids, lengths, CellState.OPEN)
    return replace(made, **marks)  # type: ignore[arg-type]


def line(
    colour: int, label: str, code: str | None, activity: str, cells: dict[int, GridCell], *, chargeable: bool = True,
    standing: CodeStanding = CodeStanding.OPEN,
) -> GridLine:  # fmt: skip
    filled = tuple(cells.get(day, GridCell()) for day in range(7))
    return GridLine(
        key(colour, code, activity, chargeable=chargeable), label, "", colour, code, activity, standing, filled
    )


EQR = line(1, "Northgate", "410220-40", "EQR", {4: cell(120, 4 * H, parts=(7080, 4380, 2580, 360)), 6: cell(130, 5400)})
NORTHGATE = line(1, "Northgate", "410220-20", "Review notes", {0: cell(100, 12_600), 1: cell(101, 4500)})
LINES = (
    NORTHGATE,
    EQR,
    line(0, "Harrowgate", "410118-20", "Walkthroughs", {0: cell(140, 8100), 3: cell(141, 3 * H)}),
    line(8, "Juniper", "740019-01", "Drafting", {1: cell(150, 6 * H), 2: cell(151, 16_200)}),
    line(10, "Tarnbrook", "740051-01", "Review", {4: cell(160, 4500, no_narrative=True)}),
    line(3, "Saltmarsh", "409977-20", "Assembly", {4: cell(170, 1800, standing=CodeStanding.CLOSED)},
         standing=CodeStanding.CLOSED),
    line(2, "Pellworth", None, "Group reporting", {0: cell(180, 4500, standing=CodeStanding.MISSING)},
         standing=CodeStanding.MISSING),
    line(-1, "Fenmoor proposal", "BD-020", "Proposal", {4: cell(190, H, running=True)}, chargeable=False),
    line(-1, "Administration", "ADM-010", "Planning", {0: cell(200, 1800), 4: cell(201, 900)}, chargeable=False),
)  # fmt: skip


def week_of(lines: tuple[GridLine, ...], state: WeekState = WeekState.OPEN, **changes: object) -> WeekGrid:
    days = tuple(
        GridDay(
            day=day,
            raw_s=sum(one.cells[n].raw_s for one in lines),
            rounded_s=sum(one.cells[n].rounded_s for one in lines),
            standard_s=27_000 if n < 5 else 0,
            residual_s=0,
            length_label="",
            is_today=day == DAY,
        )
        for n, day in enumerate(THIS_WEEK.days)
    )
    held = sum(c.rounded_s for one in lines for c in one.cells if c.standing is not CodeStanding.OPEN)
    made = WeekGrid(
        week=THIS_WEEK, zone=ZONE, state=state, parts=(SheetPart(THIS_WEEK.days, state),), days=days, lines=lines,
        entries=tuple(ROWS), increment_s=900, held_s=held, last_week_rows=12,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


GRID = week_of(LINES)
EMPTY_GRID = week_of((), WeekState.EMPTY)
SUBMITTED_GRID = week_of(
    tuple(
        replace(
            one,
            cells=tuple(replace(c, state=CellState.SUBMITTED if c.entries else CellState.EMPTY) for c in one.cells),
        )
        for one in LINES[:4]
    ),
    WeekState.SUBMITTED,
)
SPLIT_GRID = week_of(
    LINES,
    WeekState.PARTLY_SUBMITTED,
    parts=(SheetPart(THIS_WEEK.days[:3], WeekState.SUBMITTED), SheetPart(THIS_WEEK.days[3:], WeekState.OPEN)),
    days=tuple(replace(day, length_label="25 h" if n == 6 else "") for n, day in enumerate(GRID.days)),
)
CHOICES = tuple(
    RowChoice(one.key, one.engagement, one.detail, "", one.colour, one.code or "", one.activity) for one in LINES
)

DAY_SHEET = DaySheet(
    day=DAY, zone=ZONE, day_start_utc=TODAY.day_start_utc - 4 * H, day_end_utc=TODAY.day_end_utc - 4 * H,
    length_label="", is_today=True,
    entries=(*ENTRIES, entry(11, None, None, "Ostermere", colour=9, code="740033-01", seconds=2700,
                             narrative="Pre-read for the steering group")),
    gaps=TODAY.gaps, overlaps=TODAY.overlaps, recorded_s=26_100, standard_s=27_000, unallocated_s=2400,
    increment_s=900, narrative_max=240, week=THIS_WEEK, week_state=WeekState.OPEN,
)  # fmt: skip
EMPTY_DAY = replace(DAY_SHEET, entries=(), gaps=(), overlaps=(), recorded_s=0, unallocated_s=0)
LATE_DAY = replace(
    DAY_SHEET,
    entries=(
        replace(ENTRIES[1], start_utc=DAY_SHEET.day_start_utc - 2 * H, end_utc=DAY_SHEET.day_start_utc + 5400),
        replace(ENTRIES[3], start_utc=DAY_SHEET.day_end_utc - 5400, end_utc=DAY_SHEET.day_end_utc + H),
        replace(ENTRIES[2], state=EntryState.POSTED),
    ),
    gaps=(),
    overlaps=(),
    is_today=False,
)


def _month_day(day: date) -> MonthDay:
    worked = 0 if day > DAY or day.weekday() > 4 else 27_000 - (day.day % 5) * 900
    standard = 27_000 if day.weekday() < 5 else 0
    return MonthDay(day, worked, standard, day.month == 11, day == DAY, worked < standard and day < DAY, running=False)


_STATES = (WeekState.POSTED, WeekState.POSTED, WeekState.SUBMITTED, WeekState.RETURNED, WeekState.OPEN, WeekState.EMPTY)
MONTH = MonthSheet(
    date(2026, 11, 1),
    ZONE,
    tuple(
        MonthWeek(week, _STATES[n], tuple(_month_day(day) for day in week.days))
        for n, week in enumerate(Week.of(date(2026, 11, 1) + timedelta(days=7 * n)) for n in range(6))
    ),
)

DRAFTS = (
    DraftRow("c1", DraftSource.CALENDAR, "Harrowgate call", "", "", "harrowgate", 0, at(8, 30), at(9),
             DraftState.DISMISSED),
    DraftRow("c2", DraftSource.CALENDAR, "Tarnbrook call", "", "in your calendar", "tarnbrook, call", 10, at(10, 15),
             at(10, 45)),
    DraftRow("c3", DraftSource.SUGGESTION, "EQR call, Northgate", "", "", "northgate", 1, at(12, 38), at(13, 21),
             DraftState.ACCEPTED),
    DraftRow("p1", DraftSource.PLAN, "Ostermere", "Pre-read", "due 26 Nov", "ostermere pre-read", 9),
    DraftRow("p2", DraftSource.PLAN, "Juniper", "Red-flag draft", "due 27 Nov", "juniper red-flag", 8),
)  # fmt: skip

AWAITING = tuple(
    replace(
        row,
        code=None,
        code_id=None,
        code_standing=CodeStanding.MISSING,
        state=EntryState.DRAFT,
        work_day=DAY - timedelta(days=days),
    )
    for row, days in ((ENTRIES[2], 18), (ENTRIES[3], 11), (ENTRIES[5], 4), (ENTRIES[6], 0))
)
"""Time that awaits its code, oldest first."""
