"""How the Timesheet page says periods, hours and states."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate

from engagedesk.domain.days import Week
from engagedesk.domain.states import EntryState
from engagedesk.domain.timesheet import decimal_hours
from engagedesk.services.queries.rows import EntryRow
from engagedesk.services.queries.timesheet_rows import GridCell, WeekGrid
from engagedesk.services.queries.weeks import WeekState
from engagedesk.ui.format import EN_DASH, MINUS, day_full, day_short, hm, isolate, locale, week_number, weekday
from engagedesk.ui.theme import Tone

tr = QCoreApplication.translate

MOST_SUMMED = 6
"""Entries that the value line adds up one by one."""


def decimals(seconds: int, increment_s: int) -> str:
    """Return rounded timesheet time: ``4.00``, with as many decimals as the firm's increment needs."""
    text = decimal_hours(abs(seconds), increment_s)
    digits = len(text.partition(".")[2])
    shown = locale().toString(float(text), "f", digits)
    return MINUS + shown if seconds < 0 else shown


def difference(seconds: int, increment_s: int) -> str:
    """Return ``+0.75``, ``−1.00`` or ``0.00``."""
    shown = decimals(seconds, increment_s)
    return isolate(f"+{shown}" if seconds > 0 else shown)


def week_state(state: WeekState) -> tuple[str, Tone]:
    return {
        WeekState.EMPTY: (tr("Timesheet", "Nothing recorded"), Tone.SECOND),
        WeekState.OPEN: (tr("Timesheet", "Draft"), Tone.SECOND),
        WeekState.RETURNED: (tr("Timesheet", "Returned"), Tone.DANGER),
        WeekState.PARTLY_SUBMITTED: (tr("Timesheet", "Partly submitted"), Tone.INFO),
        WeekState.SUBMITTED: (tr("Timesheet", "Submitted"), Tone.INFO),
        WeekState.POSTED: (tr("Timesheet", "Posted"), Tone.SECOND),
    }[state]


def week_title(week: Week) -> str:
    return tr("Timesheet", "Week {number}").format(number=week_number(week.label))


def day_range(first: date, last: date) -> str:
    """Return ``16–22 November 2026``; both months, and both years, where they differ."""
    if (first.year, first.month) == (last.year, last.month):
        stop = "." if f"{last.day}." in day_full(last) else ""
        return isolate(f"{locale().toString(first.day)}{stop}{EN_DASH}{day_full(last)}")
    if first.year == last.year:
        start = day_full(first).replace(str(first.year), "").strip(" ,.")
        return isolate(f"{start} {EN_DASH} {day_full(last)}")
    return isolate(f"{day_full(first)} {EN_DASH} {day_full(last)}")


def short_range(first: date, last: date) -> str:
    """Return ``16–22 Nov``; both months where they differ."""
    end = day_short(last)
    if (first.year, first.month) != (last.year, last.month):
        return isolate(f"{day_short(first)} {EN_DASH} {end}")
    stop = "." if f"{last.day}." in end else ""
    return isolate(f"{locale().toString(first.day)}{stop}{EN_DASH}{end}")


def value_sum(cell: GridCell, grid: WeekGrid) -> str:
    """Return how a cell's number came about: ``1:58 + 1:13 + 0:43, rounded by day to 0.25``."""
    lengths = cell.shares_s
    if not lengths:
        return ""
    if len(lengths) > MOST_SUMMED:
        summed = tr("Timesheet", "{total} in {n} entries").format(total=hm(cell.raw_s), n=len(lengths))
    else:
        summed = " + ".join(hm(one) for one in lengths)
    if cell.raw_s == cell.rounded_s:
        return isolate(summed)
    words = tr("Timesheet", "{sum}, rounded by day to {step}")
    return words.format(sum=isolate(summed), step=decimals(grid.increment_s, grid.increment_s))


def cell_reason(cell: GridCell, entries: Sequence[EntryRow]) -> str:
    """Return why a cell looks as it does, as a person reads it; "" = nothing to say."""
    said = []
    if cell.running:
        said.append(tr("Timesheet", "the timer runs"))
    if cell.no_narrative:
        said.append(tr("Timesheet", "no narrative"))
    returned = next((r.returned_reason for r in entries if r.state is EntryState.RETURNED and r.returned_reason), "")
    if returned:
        said.append(tr("Timesheet", "returned: {reason}").format(reason=returned))
    return "; ".join(said)


def locale_day(day: date) -> str:
    """Return ``Friday``."""
    return locale().toString(QDate(day.year, day.month, day.day), "dddd")


def locale_month(day: date) -> str:
    """Return ``November 2026``."""
    return locale().toString(QDate(day.year, day.month, day.day), "MMMM yyyy")


def day_head(day: date) -> tuple[str, str]:
    """Return ``Mon`` and ``16``."""
    return weekday(day), locale().toString(day.day)
