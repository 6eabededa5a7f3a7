"""The timeline's words, translated, and its dates as one reads them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate

from engagedesk.domain.civil import DAY_S
from engagedesk.domain.states import LinkKind, PlanItemKind, ServiceLine
from engagedesk.ui import words
from engagedesk.ui.format import day_short, day_with_weekday, days_short, isolate, locale
from engagedesk.ui.timeline.rows import ItemLine
from engagedesk.ui.timeline.scale import Level, day_at
from engagedesk.ui.timeline.snapping import Place
from engagedesk.ui.timeline.ticks import Tick
from engagedesk.ui.timeline.wanted import Grouping

tr = QCoreApplication.translate


def level_words(level: Level) -> str:
    return {
        Level.DAY: tr("Timeline", "Day"),
        Level.WEEK: tr("Timeline", "Week"),
        Level.MONTH: tr("Timeline", "Month"),
        Level.QUARTER: tr("Timeline", "Quarter"),
        Level.YEAR: tr("Timeline", "Year"),
    }[level]


def grouping_words(grouping: Grouping) -> str:
    return {
        Grouping.CLIENT: tr("Timeline", "Client"),
        Grouping.ENGAGEMENT: tr("Timeline", "Engagement"),
        Grouping.PERSON: tr("Timeline", "Person"),
        Grouping.SERVICE: tr("Timeline", "Service line"),
    }[grouping]


def service_names() -> dict[ServiceLine, str]:
    return {line: words.service_line(line) for line in ServiceLine}


def kind_words(kind: PlanItemKind) -> str:
    return {
        PlanItemKind.TASK: tr("Timeline", "Task"),
        PlanItemKind.MILESTONE: tr("Timeline", "Milestone"),
        PlanItemKind.DELIVERABLE: tr("Timeline", "Deliverable"),
    }[kind]


def link_words(kind: LinkKind) -> str:
    return {
        LinkKind.FINISH_START: tr("Timeline", "Finish to start"),
        LinkKind.START_START: tr("Timeline", "Start to start"),
        LinkKind.FINISH_FINISH: tr("Timeline", "Finish to finish"),
        LinkKind.START_FINISH: tr("Timeline", "Start to finish"),
    }[kind]


def upper_words(tick: Tick) -> str:
    """Return what a cell of the header's upper row says."""
    day = QDate(tick.day.year, tick.day.month, tick.day.day)
    if tick.level is Level.MONTH:
        return locale().toString(day, "MMMM yyyy")
    return locale().toString(day, "yyyy")


def upper_short(tick: Tick) -> str:
    """Return the same where there is little room."""
    day = QDate(tick.day.year, tick.day.month, tick.day.day)
    return locale().toString(day, "MMM" if tick.level is Level.MONTH else "yyyy")


def lower_words(tick: Tick, width: float) -> tuple[str, str]:
    """Return what a cell of the lower row says at its start and at its end."""
    day = QDate(tick.day.year, tick.day.month, tick.day.day)
    match tick.level:
        case Level.DAY:
            return locale().toString(day, "ddd d" if width >= 52 else "d"), ""
        case Level.WEEK:
            number = tr("Timeline", "W{number}").format(number=tick.day.isocalendar().week)
            return locale().toString(day.day()), number if width >= 62 else ""
        case Level.MONTH:
            return locale().toString(day, "MMM"), ""
        case Level.QUARTER:
            return tr("Timeline", "Q{number}").format(number=(tick.day.month + 2) // 3), ""
        case Level.YEAR:
            return locale().toString(day, "yyyy"), ""


def last_day(place: Place) -> float:
    """Return a moment of the last day that something takes."""
    return place.ends - 1 if place.ends > place.starts else place.ends


def days_words(place: Place) -> str:
    """Return ``Mon 14 – Fri 18 Dec``, or one day."""
    first, last = day_at(place.starts), day_at(last_day(place))
    if first == last:
        return isolate(day_with_weekday(first))
    pattern = tr("Timeline", "{first} – {last}")
    one = locale().toString(QDate(first.year, first.month, first.day), "ddd d")
    start = one if (first.year, first.month) == (last.year, last.month) else day_with_weekday(first)
    return isolate(pattern.format(first=start, last=day_with_weekday(last)))


def day_change(was: Place, place: Place) -> str:
    """Return by how many days something moved, or its end where its start stayed: ``+3 d``, ``−1 d``."""
    if was.starts != place.starts:
        days = (place.starts // DAY_S) - (was.starts // DAY_S)
    else:
        days = int(last_day(place) // DAY_S - last_day(was) // DAY_S)
    if days == 0:
        return ""
    pattern = tr("Timeline", "+{days} d") if days > 0 else tr("Timeline", "−{days} d")
    return isolate(pattern.format(days=locale().toString(abs(days))))


def half_days(work_s: int, half_day_s: int, *, least: int = 0) -> str:
    """Return working time as days, at least so many halves of one: ``5 d``, ``2.5 d``."""
    days = max(least, round(work_s / half_day_s)) / 2
    digits = 0 if days == int(days) else 1
    return tr("Timeline", "{days} d").format(days=locale().toString(days, "f", digits))


def item_tip(item: ItemLine, owner: str) -> str:
    """Return an item's facts in a few lines, for a tip and for assistive technology."""
    first, last = day_at(item.starts), day_at(last_day(Place(item.starts, item.ends)))
    lines = [item.name]
    if item.kind is PlanItemKind.TASK:
        lines.append(days_short(first, last) if first != last else day_short(first))
        lines.append(tr("Timeline", "{percent} % done").format(percent=locale().toString(round(item.progress * 100))))
    else:
        lines.append(tr("Timeline", "{kind}, {day}").format(kind=kind_words(item.kind), day=day_short(last)))
    lines.append(owner or tr("Timeline", "Nobody does it yet"))
    if item.critical:
        lines.append(tr("Timeline", "On the critical path"))
    if item.pinned:
        lines.append(tr("Timeline", "Pinned"))
    return "\n".join(lines)
