from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from engagedesk.domain.days import DayPart, days_between
from engagedesk.domain.firm_profile import FirmProfile
from engagedesk.domain.handover import LineContent, LineKey, Ticked, TickState, day_lines, handover, next_open
from engagedesk.domain.ids import EntryId
from engagedesk.domain.states import CodeStanding
from engagedesk.domain.timesheet import SheetEntry, timesheet

MON = date(2026, 11, 16)
WEEK = days_between(MON, date(2026, 11, 22))
KEY = LineKey(MON, "410118-10", "EQR")
WAS = LineContent(3_600, "Notes 1 to 4")


def entry(day: date, seconds: int, code: str | None = "410118-10", activity: str = "EQR") -> SheetEntry:
    standing = CodeStanding.OPEN if code else CodeStanding.MISSING
    return SheetEntry(EntryId(b"e" * 16), (DayPart(day, seconds),), None, "N", code, standing, activity, "Work")


ENTRIES = st.lists(
    st.builds(
        entry,
        st.sampled_from(WEEK),
        st.integers(60, 20_000),
        st.sampled_from(["410118-10", "410220-20", None]),
        st.sampled_from(["EQR", ""]),
    ),
    max_size=14,
)


@given(ENTRIES)
def test_the_lines_add_up_to_the_timesheet_by_day_and_code(entries: list[SheetEntry]) -> None:
    profile = FirmProfile()
    lines = day_lines(entries, WEEK, profile)
    for line in timesheet(entries, WEEK, profile).lines:
        for day, seconds in zip(WEEK, line.seconds, strict=True):
            content = lines.get(LineKey(day, line.code, line.activity), LineContent(0, ""))
            assert content.seconds == seconds


def test_a_line_without_an_open_code_is_not_typed() -> None:
    assert day_lines([entry(MON, 3_600, None)], WEEK, FirmProfile()) == {}


def test_a_tick_counts_only_while_the_line_says_the_same() -> None:
    tick = {KEY: Ticked(WAS, 1)}
    states = [
        handover(lines, tick)[0].state
        for lines in ({KEY: WAS}, {KEY: LineContent(4_500, WAS.narrative)}, {KEY: LineContent(3_600, "More")}, {})
    ]
    assert states == [TickState.ENTERED, TickState.CHANGED, TickState.CHANGED, TickState.GONE]
    assert handover({KEY: WAS}, {})[0].state is TickState.OPEN


def test_the_next_line_to_type_comes_round_to_the_first_one() -> None:
    later = LineKey(WEEK[1], "ADM-010", "")
    lines = handover({KEY: WAS, later: WAS}, {})
    following = [next_open(lines, after) for after in (None, KEY, later)]
    assert [line.key for line in following if line is not None] == [KEY, later, KEY]
    assert next_open(handover({KEY: WAS}, {KEY: Ticked(WAS, 1)}), None) is None
