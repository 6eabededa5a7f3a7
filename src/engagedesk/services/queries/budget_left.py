"""What is still to do on engagements: remaining work of tasks, time that is booked, and what somebody typed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from engagedesk.domain.budget import CellKey, TaskLeft, remaining_s
from engagedesk.domain.ids import EngagementId
from engagedesk.domain.money import divide_half_even
from engagedesk.domain.person import GradeHeld, grade_on
from engagedesk.domain.working_time import WorkCalendar
from engagedesk.models.budgets import TypedEstimate
from engagedesk.models.engagements import Task
from engagedesk.models.schedule import Booking
from engagedesk.services.queries.budget_actuals import Priced, grades_held
from engagedesk.services.queries.plan_calendars import Calendars

DAY_S: Final = 86_400
EPOCH: Final = date(1970, 1, 1)
_ALL: Final = 100
"""Percent of somebody's time."""
FARTHEST: Final = timedelta(days=3 * 366)
"""Bookings are followed so far ahead."""


@dataclass(frozen=True, slots=True)
class TypedEtc:
    seconds: int
    note: str
    typed_utc: int


class BookedDay(NamedTuple):
    day: date
    key: CellKey
    seconds: int


@dataclass(frozen=True, slots=True)
class Left:
    """What is still to do on one engagement."""

    tasks: tuple[TaskLeft, ...]
    booked: tuple[BookedDay, ...]
    """From tomorrow on, oldest first."""
    typed: Mapping[CellKey, TypedEtc]

    @property
    def booked_by_cell(self) -> dict[CellKey, int]:
        found: dict[CellKey, int] = {}
        for one in self.booked:
            found[one.key] = found.get(one.key, 0) + one.seconds
        return found


def left_of(
    session: Session, engagements: Mapping[EngagementId, Priced], hours: Calendars, *, today: date
) -> dict[EngagementId, Left]:
    """Return what is left on each engagement; whoever is booked works in ``hours``, the plan's."""
    ids = list(engagements)
    grades = grades_held(session)
    tasks = session.execute(
        select(
            Task.id,
            Task.engagement_id,
            Task.phase_id,
            Task.estimate_s,
            Task.remaining_s,
            Task.progress_percent,
            Task.owner_id,
            Task.starts_civil,
            Task.ends_civil,
            Task.done_on,
        ).where(Task.engagement_id.in_(ids))
    ).all()
    task_rows = {row.id: row for row in tasks}
    booked: dict[bytes, list[BookedDay]] = defaultdict(list)
    people: dict[bytes, dict[str, int]] = defaultdict(dict)
    lengths: dict[WorkCalendar, dict[int, int]] = defaultdict(dict)
    query = select(
        Booking.engagement_id, Booking.task_id, Booking.person_id, Booking.percent, Booking.starts, Booking.ends
    ).where(Booking.engagement_id.in_(ids))
    for row in session.execute(query):
        task = task_rows.get(row.task_id)
        if task is not None and task.done_on is not None:
            continue
        first, last = row.starts, row.ends
        if task is not None and task.starts_civil is not None:
            first = first or _day(task.starts_civil)
            last = last or _day(max(task.starts_civil, task.ends_civil - 1))
        if first is None or last is None:
            continue
        one = engagements[EngagementId(row.engagement_id)]
        first, last = max(first, today + timedelta(days=1)), min(last, today + FARTHEST)
        # Somebody is booked for hundreds of days and rises at most once in them.
        held = grades.get(row.person_id, ())
        one_grade = _grade(grades, row.person_id, last) if not any(first < g.valid_from <= last for g in held) else None
        calendar = hours.of(row.person_id, row.engagement_id)
        # Calendars that are alike are one object, and bookings of several people lie in the same weeks.
        known = lengths[calendar]
        one_key = CellKey(task.phase_id, one_grade) if task is not None and one_grade is not None else None
        days, on_task = booked[row.engagement_id], people[task.id] if task is not None else None
        for place in range(first.toordinal(), last.toordinal() + 1):
            whole = known.get(place)
            if whole is None:
                known[place] = whole = calendar.day_seconds(date.fromordinal(place))
            if whole <= 0:
                continue
            day = date.fromordinal(place)
            seconds = whole if row.percent == _ALL else divide_half_even(whole * row.percent, _ALL)
            grade = one_grade if one_grade is not None else _grade(grades, row.person_id, day)
            key = one_key
            if key is None:
                key = CellKey(task.phase_id if task is not None else one.phase_on(day), grade)
            days.append(BookedDay(day, key, seconds))
            if on_task is not None:
                on_task[grade] = on_task.get(grade, 0) + seconds
    lefts: dict[bytes, list[TaskLeft]] = defaultdict(list)
    for one_task in task_rows.values():
        done = one_task.done_on is not None
        still = remaining_s(one_task.estimate_s, one_task.progress_percent, one_task.remaining_s, done=done)
        if not still:
            continue
        named = tuple(sorted(people.get(one_task.id, {}).items()))
        if not named and one_task.owner_id is not None:
            named = ((_grade(grades, one_task.owner_id, today), 1),)
        lefts[one_task.engagement_id].append(TaskLeft(one_task.phase_id, still, named))
    typed: dict[bytes, dict[CellKey, TypedEtc]] = defaultdict(dict)
    for given in session.execute(select(*TypedEstimate.__table__.columns).where(TypedEstimate.engagement_id.in_(ids))):
        typed[given.engagement_id][CellKey(given.phase_id, given.grade)] = TypedEtc(
            given.seconds, given.note, given.typed_utc
        )
    return {
        one: Left(
            tuple(lefts.get(one, ())), tuple(sorted(booked.get(one, ()), key=lambda b: b.day)), typed.get(one, {})
        )
        for one in engagements
    }


def _grade(grades: Mapping[bytes, Sequence[GradeHeld]], person: bytes, day: date) -> str:
    return grade_on(grades.get(person, ()), day) or ""


def _day(civil_s: int) -> date:
    """Return the day of a civil second; what no calendar holds becomes its nearest end."""
    place = EPOCH.toordinal() + civil_s // DAY_S
    return date.fromordinal(max(date.min.toordinal(), min(date.max.toordinal(), place)))
