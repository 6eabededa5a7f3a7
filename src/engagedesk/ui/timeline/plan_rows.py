"""The plan's view as the timeline shows it: rows with the words made, and what a working day is for each item."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from engagedesk.domain.civil import Civil, civil
from engagedesk.domain.ids import EngagementId, PlanItemId
from engagedesk.domain.plan import PersonWeek, PlanItem
from engagedesk.domain.states import CalendarEventKind
from engagedesk.domain.working_time import WorkCalendar
from engagedesk.services.queries.plan import PlanEngagement, PlanView, replanned
from engagedesk.ui.format import local
from engagedesk.ui.timeline.conflict_words import conflict_lines
from engagedesk.ui.timeline.rows import (
    BaselineLine,
    EngagementLine,
    FreeDays,
    ItemLine,
    LinkLine,
    LoadCell,
    LoadRow,
    PersonLine,
    PhaseLine,
    Plan,
    Push,
)


@dataclass(frozen=True, slots=True)
class CivilTime:
    """A working calendar that takes and gives plain seconds, as dragging has them."""

    calendar: WorkCalendar

    def add(self, at: int, seconds: int, /) -> int:
        return self.calendar.add(Civil(at), seconds)

    def between(self, start: int, end: int, /) -> int:
        return self.calendar.between(Civil(start), Civil(end))

    def next_start(self, at: int, /) -> int:
        return self.calendar.next_start(Civil(at))

    def previous_end(self, at: int, /) -> int:
        return self.calendar.previous_end(Civil(at))


def calendar_of(view: PlanView, item: ItemLine) -> CivilTime:
    """Return when the one who does an item works."""
    return CivilTime(view.book.calendars.of(item.owner, item.engagement))


def half_day_s(view: PlanView, item: ItemLine) -> int:
    return max(900, view.book.calendars.of(item.owner, item.engagement).usual_day_s() // 2)


def neighbours_of(view: PlanView, item: PlanItem) -> tuple[PlanItem | None, PlanItem | None]:
    """Return the tasks before and behind a task in its phase, as the rows by engagement have them."""
    tasks = [one for one in view.items if one.engagement == item.engagement and one.phase == item.phase]
    tasks = sorted((one for one in tasks if not one.is_point), key=lambda one: (one.position, one.starts, one.ends))
    place = next((place for place, one in enumerate(tasks) if one.id == item.id), None)
    if place is None:
        return None, None
    return (tasks[place - 1] if place else None), (tasks[place + 1] if place + 1 < len(tasks) else None)


def pushes_of(view: PlanView, item: bytes, starts: int, ends: int) -> tuple[Push, ...]:
    """Return what a move would push; it only reads, in whatever thread."""
    found = replanned(view.book, {PlanItemId(item): (Civil(starts), Civil(ends))})
    return tuple(Push(push.id, push.starts, push.ends) for push in found.pushes)


def plan_of(view: PlanView, *, baseline: bytes | None, now: int | None, zone: str) -> Plan:
    """Return the rows of a view; ``now`` is the present place on the wall clock."""
    based = {place.item: place for place in view.baseline}
    phases: dict[EngagementId, list[PhaseLine]] = {}
    for phase in view.phases:
        phases.setdefault(phase.engagement, []).append(PhaseLine(phase.id, phase.name, phase.position))
    critical = {one for one, placed in view.times.items() if placed.critical}
    titles: dict[bytes | None, str] = {one.id: f"{one.client} · {one.title}" for one in view.engagements}
    items = []
    for item in view.items:
        place, time = based.get(item.id), view.times.get(item.id)
        items.append(
            ItemLine(
                item.id, item.kind, item.engagement, item.phase, item.name, item.position + (10_000 * item.is_point),
                item.owner, item.starts, item.ends, item.due, item.deadline, item.pinned, item.started_on is not None,
                item.is_done, 1.0 if item.is_done else item.progress_percent / 100, item.id in critical,
                None if time is None else time.slack_s, None if place is None else place.starts,
                None if place is None else place.ends, placed=item.placed,
            )
        )  # fmt: skip
    return Plan(
        today=view.today,
        engagements=tuple(_engagement(one, tuple(phases.get(one.id, ()))) for one in view.engagements),
        items=tuple(items),
        links=tuple(
            LinkLine(
                link.id,
                link.from_id,
                link.to_id,
                link.kind,
                link.lag_s,
                link.crosses,
                link.from_id in critical and link.to_id in critical,
            )
            for link in view.links
        ),
        people=tuple(
            PersonLine(one.id, one.name, one.initials, one.grade or one.role, one.is_me) for one in view.people
        ),
        free_weekdays=frozenset(view.shading.free_weekdays),
        free_days=tuple(
            FreeDays(off.starts, off.ends, off.person, off.name)
            for off in view.shading.days
            if off.kind in (CalendarEventKind.HOLIDAY, CalendarEventKind.LEAVE)
            and off.engagement is None
            and (off.kind is CalendarEventKind.HOLIDAY) == (off.person is None)
        ),
        load=_load(view),
        conflicts=conflict_lines(view),
        baselines=tuple(
            BaselineLine(
                row.id,
                row.name,
                local(row.taken_utc, zone).date(),
                titles.get(row.engagement, ""),
            )
            for row in view.baselines
        ),
        baseline=baseline if view.baseline else None,
        now=now,
    )


def _engagement(one: PlanEngagement, phases: tuple[PhaseLine, ...]) -> EngagementLine:
    return EngagementLine(
        one.id, one.client, one.title, one.colour, one.service_line,
        None if one.starts is None else civil(one.starts),
        None if one.ends is None else civil(one.ends + timedelta(days=1) if one.ends < date.max else one.ends),
        one.progress_percent / 100, one.priority, phases,
    )  # fmt: skip


def _load(view: PlanView) -> tuple[LoadRow, ...]:
    leave: dict[bytes, list[tuple[date, date]]] = {}
    for off in view.shading.days:
        if off.person is not None and off.kind is CalendarEventKind.LEAVE:
            leave.setdefault(off.person, []).append((off.starts, off.ends))
    rows: dict[bytes, dict[date, LoadCell]] = {}
    for week in view.capacity:
        rows.setdefault(week.person, {})[week.week] = LoadCell(
            week.booked_s, week.available_s, _on_leave(week, leave.get(week.person, []))
        )
    return tuple(LoadRow(person, cells) for person, cells in rows.items() if any(c.booked_s for c in cells.values()))


def _on_leave(week: PersonWeek, leave: list[tuple[date, date]]) -> bool:
    """Tell whether somebody is away for the whole of a week."""
    if week.available_s > 0:
        return False
    return any(first <= week.week + timedelta(days=4) and last >= week.week for first, last in leave)
