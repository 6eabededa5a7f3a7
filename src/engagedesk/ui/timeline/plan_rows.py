"""The plan's view as the timeline shows it: rows with the words made, and what a working day is for each item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from engagedesk.domain.civil import Civil, civil, day_of
from engagedesk.domain.ids import EngagementId, PersonId, PlanItemId
from engagedesk.domain.plan import Conflict, ConflictKind, PersonWeek, PlanItem
from engagedesk.domain.states import CalendarEventKind
from engagedesk.domain.working_time import WorkCalendar
from engagedesk.services.queries.plan import PlanEngagement, PlanView, replanned
from engagedesk.ui import words
from engagedesk.ui.format import day_short, day_with_weekday, days_short, hours, local
from engagedesk.ui.timeline.rows import (
    BaselineLine,
    ConflictLine,
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
    Severity,
)
from engagedesk.ui.timeline.words import half_days, tr

_DANGER = frozenset({ConflictKind.DEADLINE, ConflictKind.LINK, ConflictKind.CLASH, ConflictKind.OWNER})
_OF_A_WEEK = frozenset({ConflictKind.CLASH, ConflictKind.OVERLOAD})


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
    items = []
    for item in view.items:
        place, time = based.get(item.id), view.times.get(item.id)
        items.append(
            ItemLine(
                item.id, item.kind, item.engagement, item.phase, item.name, item.position + (10_000 * item.is_point),
                item.owner, item.starts, item.ends, item.due, item.deadline, item.pinned, item.started_on is not None,
                item.is_done, 1.0 if item.is_done else item.progress_percent / 100, item.id in critical,
                None if time is None else time.slack_s, None if place is None else place.starts,
                None if place is None else place.ends,
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
        baselines=tuple(BaselineLine(row.id, row.name, local(row.taken_utc, zone).date()) for row in view.baselines),
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


def conflict_lines(view: PlanView) -> tuple[ConflictLine, ...]:
    """Return the conflicts in words, the gravest first."""
    items = {item.id: item for item in (*view.items, *view.far)}
    shown = {item.id for item in view.items}
    engagements = {one.id: one for one in view.engagements}
    people = {one.id: one.name for one in view.people}
    found = []
    for number, conflict in enumerate(view.conflicts):
        first = next((items[one] for one in conflict.items if one in items), None)
        title, text = _words(conflict, first, items, engagements, people=people)
        engagement = engagements.get(conflict.engagements[0]) if conflict.engagements else None
        of_week = conflict.kind in _OF_A_WEEK
        key = "-".join(
            (conflict.kind.value, *(one.hex() for one in conflict.items[:2]), conflict.starts.isoformat(),
             conflict.person.hex() if conflict.person else str(number) if not conflict.items else "")
        )  # fmt: skip
        found.append(
            ConflictLine(
                key=key,
                severity=Severity.DANGER if conflict.kind in _DANGER else Severity.WARNING,
                word=_word(conflict),
                title=title,
                text=text,
                colour=None if of_week or engagement is None else engagement.colour,
                items=tuple(one for one in conflict.items if one in shown),
                day=conflict.starts,
                person=conflict.person,
                marks=not of_week,
            )
        )
    return tuple(found)


def _word(conflict: Conflict) -> str:
    match conflict.kind:
        case ConflictKind.DEADLINE:
            return tr("Timeline", "Deadline")
        case ConflictKind.LINK:
            return tr("Timeline", "Order")
        case ConflictKind.CLASH:
            return tr("Timeline", "Clash {percent} %").format(percent=conflict.percent or 0)
        case ConflictKind.OVERLOAD:
            return tr("Timeline", "Overload {percent} %").format(percent=conflict.percent or 0)
        case ConflictKind.LEAVE:
            return tr("Timeline", "Leave")
        case ConflictKind.OWNER:
            return tr("Timeline", "Staffing")
        case ConflictKind.GATE:
            return tr("Timeline", "Open gate")


def _words(
    conflict: Conflict,
    first: PlanItem | None,
    items: dict[PlanItemId, PlanItem],
    engagements: dict[EngagementId, PlanEngagement],
    *,
    people: Mapping[PersonId, str],
) -> tuple[str, str]:
    """Return a conflict's title and what is wrong."""
    labels = [f"{one.client} · {one.title}" for e in conflict.engagements if (one := engagements.get(e)) is not None]
    name = "" if first is None else first.name
    who = people.get(conflict.person, "") if conflict.person is not None else ""
    day, days = day_with_weekday(conflict.starts), days_short(conflict.starts, conflict.ends)
    match conflict.kind:
        case ConflictKind.DEADLINE:
            length = half_days(conflict.late_s or 0, 13_500)
            text = tr("Timeline", "Had to be done by {day}; it ends {length} of work later.")
            return name, text.format(day=day, length=length)
        case ConflictKind.LINK:
            other = next((items[one] for one in conflict.items[1:] if one in items), None)
            if other is None:
                return name, tr("Timeline", "Stands earlier than a link allows.")
            text = tr("Timeline", "Stands at {day}, before “{other}” allows it: that ends on {end}.")
            return name, text.format(day=day, other=other.name, end=day_with_weekday(day_of(other.ends)))
        case ConflictKind.CLASH | ConflictKind.OVERLOAD:
            number = conflict.starts.isocalendar().week
            title = tr("Timeline", "{name}, week {number}").format(name=who, number=number)
            text = tr("Timeline", "{needed} h planned of {available} h: {what}.")
            return title, text.format(
                needed=hours(conflict.needed_s or 0), available=hours(conflict.available_s or 0), what=", ".join(labels)
            )
        case ConflictKind.LEAVE:
            text = tr("Timeline", "{name} is away then: {days}.")
            return name or ", ".join(labels), text.format(name=who, days=days)
        case ConflictKind.OWNER:
            if conflict.role:
                text = tr("Timeline", "Nobody does it; {role} is looked for from {day}.")
                return name, text.format(role=conflict.role, day=day)
            return name, tr("Timeline", "Nobody does it; it begins on {day}.").format(day=day)
        case ConflictKind.GATE:
            gate = words.gate(conflict.gate) if conflict.gate is not None else ""
            text = tr("Timeline", "Work begins on {day} before a gate is settled: {gate}.")
            return ", ".join(labels), text.format(day=day_short(conflict.starts), gate=gate)
