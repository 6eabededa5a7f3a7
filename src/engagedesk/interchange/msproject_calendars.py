"""Calendars of a Microsoft Project file: weeks, days that differ, and the rules by which such days come again.

Project 2003 wrote exceptions as week days of type 0; later versions write both, and the newer ones count.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from engagedesk.interchange.msproject_nodes import Leftovers, Node
from engagedesk.interchange.msproject_terms import day
from engagedesk.interchange.values import Unreadable

MOST_DAYS: Final = 3_660
"""An exception that comes again is followed for ten years."""
MOST_EXCEPTIONS: Final = 2_000
MOST_RECURRING: Final = 100
DAY_MINUTES: Final = 1_440

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Exceptional:
    """Days in a row that differ. ``day_s`` None = no work."""

    starts: date
    ends: date
    day_s: int | None
    name: str


@dataclass(frozen=True, slots=True)
class ForeignWeek:
    """A week that holds for a time (Project calls it a work week)."""

    name: str
    starts: date
    ends: date
    week: dict[str, Spans]


@dataclass(frozen=True, slots=True)
class ForeignCalendar:
    uid: str
    name: str
    is_base: bool
    base_uid: str
    week: dict[str, Spans]
    """Of the days that the calendar itself names: "0" (Monday) to "6"; () = free."""
    exceptions: tuple[Exceptional, ...]
    weeks: tuple[ForeignWeek, ...]


def calendar_of(node: Node, leftovers: Leftovers) -> ForeignCalendar:
    """Return a calendar; what of it cannot be read is counted."""
    week: dict[str, Spans] = {}
    old: list[Exceptional] = []
    days = node.first("WeekDays")
    for one in days.all("WeekDay") if days is not None else ():
        kind = one.number("DayType", -1)
        if 1 <= kind <= 7:
            week[str((kind + 5) % 7)] = _spans(one, leftovers)
        elif kind == 0:
            old += _exceptions(one, leftovers, recurring=[0])
    found: list[Exceptional] = []
    container = node.first("Exceptions")
    budget = [MOST_RECURRING]
    for place, one in enumerate(container.all("Exception") if container is not None else ()):
        if place >= MOST_EXCEPTIONS:
            leftovers.note("Calendar/Exception")
            continue
        found += _exceptions(one, leftovers, recurring=budget)
    return ForeignCalendar(
        uid=node.raw("UID"),
        name=node.text("Name"),
        is_base=node.flag("IsBaseCalendar"),
        base_uid=node.raw("BaseCalendarUID"),
        week=week,
        exceptions=tuple(found if container is not None else old),
        weeks=tuple(_weeks(node, leftovers)),
    )


def _weeks(node: Node, leftovers: Leftovers) -> list[ForeignWeek]:
    made = []
    container = node.first("WorkWeeks")
    for one in container.all("WorkWeek") if container is not None else ():
        period = one.first("TimePeriod")
        bounds = _period(period) if period is not None else None
        if bounds is None:
            leftovers.note("WorkWeek")
            continue
        week = {}
        days = one.first("WeekDays")
        for named in days.all("WeekDay") if days is not None else ():
            kind = named.number("DayType", -1)
            if 1 <= kind <= 7:
                week[str((kind + 5) % 7)] = _spans(named, leftovers)
        made.append(ForeignWeek(one.text("Name"), *bounds, week))
    return made


def _spans(node: Node, leftovers: Leftovers) -> Spans:
    """Return a day's working spans in minutes; a day that is said to work without times works none of ours."""
    if not node.flag("DayWorking"):
        return ()
    spans: list[tuple[int, int]] = []
    times = node.first("WorkingTimes")
    for one in times.all("WorkingTime") if times is not None else ():
        begins, ends = _minutes(one.raw("FromTime")), _minutes(one.raw("ToTime"))
        if begins is None or ends is None:
            leftovers.note("Calendar/WorkingTime")
            continue
        ends = DAY_MINUTES if ends == 0 else ends
        if begins < ends:
            spans.append((begins, ends))
        else:
            leftovers.note("Calendar/WorkingTime")
    spans.sort()
    joined: list[tuple[int, int]] = []
    for begins, ends in spans:
        if joined and begins <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], ends))
        else:
            joined.append((begins, ends))
    return tuple(joined)


def _minutes(text: str) -> int | None:
    parts = text.rpartition("T")[2].split(":")
    if len(parts) < 2 or not all(part[:2].isdigit() and part.isascii() for part in parts[:2]):
        return None
    hour, minute = int(parts[0][:2]), int(parts[1][:2])
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def _day_s(node: Node) -> int | None:
    if not node.flag("DayWorking"):
        return None
    seconds = 0
    times = node.first("WorkingTimes")
    for one in times.all("WorkingTime") if times is not None else ():
        begins, ends = _seconds(one.raw("FromTime")), _seconds(one.raw("ToTime"))
        if begins is not None and ends is not None:
            ends = ends or DAY_MINUTES * 60
            seconds += max(0, ends - begins)
    return min(seconds, DAY_MINUTES * 60)


def _seconds(text: str) -> int | None:
    minutes = _minutes(text)
    if minutes is None:
        return None
    parts = text.rpartition("T")[2].split(":")
    second = parts[2][:2] if len(parts) > 2 else "0"
    return minutes * 60 + (int(second) if second.isdigit() and second.isascii() else 0)


def _period(node: Node) -> tuple[date, date] | None:
    try:
        starts, ends = day(node.raw("FromDate")), day(node.raw("ToDate"))
    except Unreadable:
        return None
    if starts is None:
        return None
    ends = ends or starts
    return (starts, ends) if starts <= ends else None


def _exceptions(node: Node, leftovers: Leftovers, *, recurring: list[int]) -> list[Exceptional]:
    period = node.first("TimePeriod")
    bounds = _period(period) if period is not None else None
    if bounds is None:
        leftovers.note("Calendar/Exception")
        return []
    starts, ends = bounds
    day_s, name = _day_s(node), node.text("Name")
    kind, step = node.number("Type", 1), max(1, node.number("Period", 1))
    if kind in (1, 7, 9) and step == 1:
        return [Exceptional(starts, ends, day_s, name)]
    if kind not in range(1, 9) or recurring[0] <= 0:
        leftovers.note("Calendar/Exception")
        return []
    recurring[0] -= 1
    most = node.number("Occurrences") if node.flag("EnteredByOccurrences") else MOST_DAYS
    found: list[Exceptional] = []
    for offset in range(min((ends - starts).days + 1, MOST_DAYS)):
        at = starts + timedelta(days=offset)
        if len(found) >= most:
            break
        if _falls(node, kind, step, at=at, starts=starts):
            found.append(Exceptional(at, at, day_s, name))
    if (ends - starts).days >= MOST_DAYS:
        leftovers.note("Calendar/Exception…")
    return found


def _falls(node: Node, kind: int, step: int, *, at: date, starts: date) -> bool:
    """Say whether a day is one of a recurring exception's (types 1 to 8 of the schema)."""
    months = (at.year - starts.year) * 12 + at.month - starts.month
    match kind:
        case 1 | 7:
            return (at - starts).days % step == 0
        case 2:
            return at.month == node.number("Month") + 1 and at.day == node.number("MonthDay", 1)
        case 3:
            return at.month == node.number("Month") + 1 and _in_position(node, at)
        case 4:
            return months % step == 0 and at.day == node.number("MonthDay", 1)
        case 5:
            return months % step == 0 and _in_position(node, at)
        case 6:
            first_sunday = starts - timedelta(days=(starts.weekday() + 1) % 7)
            return bool(node.number("DaysOfWeek") >> ((at.weekday() + 1) % 7) & 1) and (
                (at - first_sunday).days // 7 % step == 0
            )
        case _:
            return at.weekday() < 5


def _in_position(node: Node, at: date) -> bool:
    """Say whether a day is, for example, its month's second Tuesday, or its last weekday."""
    item, position = node.number("MonthItem"), node.number("MonthPosition")

    def fits(one: date) -> bool:
        if item <= 2:
            return item == 0 or (one.weekday() < 5) == (item == 1)
        return (one.weekday() + 1) % 7 == item - 3

    if not fits(at):
        return False
    if position >= 4:
        later, month = at + timedelta(days=1), at.month
        while later.month == month:
            if fits(later):
                return False
            later += timedelta(days=1)
        return True
    return sum(1 for number in range(1, at.day) if fits(at.replace(day=number))) == position
