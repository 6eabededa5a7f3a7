from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.days import DayPart, Week
from engagedesk.domain.firm_profile import FirmProfile
from engagedesk.domain.ids import EntryId
from engagedesk.domain.states import CodeStanding
from engagedesk.domain.timesheet import SheetEntry, decimal_hours, export_table, timesheet, week_grid

WEEK = Week.parse("2026-W47")
MON, TUE, WED = WEEK.days[:3]
PROFILE = FirmProfile()


def entry(
    number: int,
    *parts: tuple[date, int],
    engagement: str = "Northgate",
    code: str | None = "410220-20",
    standing: CodeStanding = CodeStanding.OPEN,
    activity: str = "review",
    narrative: str = "Review notes",
    running: bool = False,
) -> SheetEntry:
    day_parts = tuple(DayPart(day, seconds) for day, seconds in parts)
    return SheetEntry(
        EntryId(bytes([number]) * 16), day_parts, None, engagement, code, standing, activity, narrative, running
    )


def test_the_grid_has_a_row_for_each_code_and_activity_and_splits_over_midnight() -> None:
    grid = week_grid(
        [
            entry(1, (MON, 12_600)),
            entry(2, (TUE, 4200), (WED, 300)),
            entry(3, (TUE, 3600), activity="EQR"),
            entry(4, (MON, 1800), engagement="Administration", code="ADMIN", activity=""),
        ],
        WEEK.days,
    )
    assert [(r.engagement, r.code, r.activity, r.seconds[:3]) for r in grid.rows] == [
        ("Administration", "ADMIN", "", (1800, 0, 0)),
        ("Northgate", "410220-20", "EQR", (0, 3600, 0)),
        ("Northgate", "410220-20", "review", (12_600, 4200, 300)),
    ]
    assert grid.day_totals_s == (14_400, 7800, 300, 0, 0, 0, 0)
    assert grid.total_s == 22_500


def test_time_of_the_next_week_is_left_to_it() -> None:
    next_monday = WEEK.shift(1).first
    grid = week_grid([entry(1, (WEEK.last, 600), (next_monday, 900))], WEEK.days)
    assert grid.total_s == 600


def test_lines_on_a_closed_or_missing_code_stay_behind_and_are_said() -> None:
    sheet = timesheet(
        [
            entry(1, (MON, 3600)),
            entry(2, (TUE, 1800), engagement="Saltmarsh", code="409977-20", standing=CodeStanding.CLOSED),
            entry(3, (MON, 4500), engagement="Pellworth", code=None, standing=CodeStanding.MISSING),
            entry(4, (WED, 600), running=True),
        ],
        WEEK.days,
        PROFILE,
    )
    assert [line.code for line in sheet.lines] == ["410220-20"]
    assert [(h.engagement, h.standing, h.seconds) for h in sheet.held_back] == [
        ("Pellworth", CodeStanding.MISSING, 4500),
        ("Saltmarsh", CodeStanding.CLOSED, 1800),
        ("Northgate", CodeStanding.OPEN, 600),
    ]


def test_narratives_of_a_line_are_joined_once_each_and_cut_at_the_firms_limit() -> None:
    entries = [entry(n, (MON, 900), narrative=text) for n, text in enumerate(["Notes", "Call", "Notes", " "])]
    assert timesheet(entries, WEEK.days, PROFILE).lines[0].narrative == "Notes; Call"
    short = timesheet(entries, WEEK.days, FirmProfile(narrative_max=6)).lines[0].narrative
    assert short == "Notes…"


def test_the_export_is_in_decimal_hours_of_the_increment() -> None:
    sheet = timesheet([entry(1, (MON, 12_600), (TUE, 4500))], WEEK.days, PROFILE)
    header, row = export_table(sheet, PROFILE)
    assert header == ("code", "activity", "narrative", *(d.isoformat() for d in WEEK.days), "total")
    assert row == ("410220-20", "review", "Review notes", "3.50", "1.25", *["0.00"] * 5, "4.75")


def test_hours_have_as_many_decimals_as_the_increment_needs() -> None:
    assert [decimal_hours(s, step) for s, step in ((4500, 900), (360, 360), (7200, 3600), (-5400, 900))] == [
        "1.25",
        "0.1",
        "2",
        "-1.50",
    ]


def test_a_reversal_takes_its_hours_back() -> None:
    sheet = timesheet([entry(1, (MON, 7200)), entry(2, (MON, -5400))], WEEK.days, PROFILE)
    assert sheet.lines[0].seconds[0] == 1800


entries_strategy = st.lists(
    st.tuples(st.sampled_from(["a", "b", "c", None]), st.integers(0, 6), st.integers(1, 40_000)), max_size=25
)


@given(entries_strategy, st.sampled_from([360, 900, 1800]))
def test_rows_and_days_of_the_export_add_up_and_lose_less_than_an_increment_a_day(
    facts: list[tuple[str | None, int, int]], increment: int
) -> None:
    entries = [
        entry(
            n,
            (WEEK.days[day], seconds),
            code=code,
            standing=CodeStanding.OPEN if code else CodeStanding.MISSING,
            narrative=str(n),
        )
        for n, (code, day, seconds) in enumerate(facts)
    ]
    sheet = timesheet(entries, WEEK.days, FirmProfile(increment_s=increment))
    assert sum(line.total_s for line in sheet.lines) == sheet.total_s == sum(sheet.day_totals_s)
    assert all(seconds % increment == 0 for line in sheet.lines for seconds in line.seconds)
    assert all(abs(residual) < increment for residual in sheet.residual_s)
    assert sum(h.seconds for h in sheet.held_back) == sum(s for code, _, s in facts if code is None)
    if all(code for code, _, _ in facts):
        raw = [sum(s for _, day, s in facts if day == i) for i in range(7)]
        assert [t + r for t, r in zip(sheet.day_totals_s, sheet.residual_s, strict=True)] == raw


def test_month_end_sheets_hold_each_day_once() -> None:
    week = Week.parse("2026-W49")
    entries = [entry(1, (week.days[0], 3600)), entry(2, (week.days[1], 5400))]
    sheets = [timesheet(entries, days, PROFILE) for days in week.sheets(split_at_month_end=True)]
    assert [s.total_s for s in sheets] == [3600, 5400]
