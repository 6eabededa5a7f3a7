"""The sample's plan as rows: places and progress of its tasks, deliverables, links, bookings, baselines, calendars."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from engagedesk.domain.civil import civil
from engagedesk.domain.states import CalendarEventKind, PlanItemKind, TaskBasis
from engagedesk.models.base import Record
from engagedesk.models.engagements import Deliverable, Milestone, Task
from engagedesk.models.schedule import Baseline, BaselineItem, Booking, CalendarEvent, PlanLink, WorkPattern
from engagedesk.services.demo import planned
from engagedesk.services.demo import portfolio as p

MORNING_S = 9 * 3600
EVENING_S = 17 * 3600 + 1800
LONG_DAY_S = 11 * 3600
SATURDAY_S = 6 * 3600
KINDS: Mapping[type[Record], PlanItemKind] = {
    Task: PlanItemKind.TASK,
    Milestone: PlanItemKind.MILESTONE,
    Deliverable: PlanItemKind.DELIVERABLE,
}

Row = dict[str, Any]
Key = tuple[int, str]


class PlanRows:
    """Writes the plan beside the rows that the portfolio made already."""

    def __init__(
        self,
        rows: list[tuple[type[Record], Row]],
        add: Callable[..., bytes],
        moved: Callable[[date], date],
        *,
        people: Mapping[str, bytes],
        engagements: Mapping[int, bytes],
        tasks: Mapping[Key, bytes],
        dates: Mapping[Key, bytes],
    ) -> None:
        self._rows = rows
        self._by_id: dict[bytes, tuple[type[Record], Row]] = {row["id"]: (table, row) for table, row in rows}
        self._add = add
        self._moved = moved
        self._people = people
        self._engagements = engagements
        self._tasks = dict(tasks)
        self._dates = dict(dates)
        self._set_tasks()
        self._set_dates()
        self._link()
        self._calendars()
        self._baseline(*planned.BASELINE_OCTOBER, slipped=planned.SLIPPED_SINCE_OCTOBER, number=None)
        self._baseline(*planned.BASELINE_NOVEMBER, slipped=planned.SLIPPED_SINCE_NOVEMBER, number=2)

    def _set_tasks(self) -> None:
        there = {(one.number, one.name): one for one in planned.TASKS}
        for key, task in self._tasks.items():
            row = self._by_id[task][1]
            one = there.get(key)
            if one is None:
                self._place_done(row)
                continue
            began = self._moved(one.starts) if one.progress else None
            row.update(
                owner_id=self._people[one.owner] if one.owner else None,
                role=one.role,
                starts_civil=civil(self._moved(one.starts), MORNING_S),
                ends_civil=civil(self._moved(one.ends), EVENING_S),
                pinned=one.pinned,
                started_on=began,
                progress_percent=one.progress,
                remaining_s=None if one.left_h is None else one.left_h * 3600,
            )
            for name, percent in one.booked:
                self._add(
                    Booking,
                    engagement_id=row["engagement_id"],
                    task_id=task,
                    person_id=self._people[name],
                    percent=percent,
                )

    def _place_done(self, row: Row) -> None:
        """Let what is done fill its phase."""
        phase = self._by_id[row["phase_id"]][1]
        row.update(
            starts_civil=civil(phase["starts"], MORNING_S),
            ends_civil=civil(phase["ends"], EVENING_S),
            started_on=phase["starts"],
            progress_percent=100,
            basis=TaskBasis.EFFORT,
        )

    def _set_dates(self) -> None:
        for key, name in planned.OWNERS.items():
            self._by_id[self._dates[key]][1]["owner_id"] = self._people[name]
        for key, deadline in planned.PINNED.items():
            row = self._by_id[self._dates[key]][1]
            row["pinned"] = True
            row["deadline"] = None if deadline is None else self._moved(deadline)
        for one in planned.HANDED:
            made = self._dates.get((one.number, one.name))
            values: Row = {
                "deadline": None if one.deadline is None else self._moved(one.deadline),
                "state": one.state,
                "owner_id": self._people[one.owner],
                "progress_percent": one.progress,
            }
            if made is None:
                assert one.due is not None  # noqa: S101  # it has no day in the portfolio
                made = self._add(
                    Deliverable,
                    engagement_id=self._engagements[one.number],
                    phase_id=self._phase_of(one.number, one.due),
                    name=one.name,
                    due=self._moved(one.due),
                    **values,
                )
                self._dates[one.number, one.name] = made
                self._by_id[made] = self._rows[-1]
                continue
            _, row = self._by_id[made]
            row.update(values)
            self._by_id[made] = (Deliverable, row)
            self._rows[next(n for n, (_, other) in enumerate(self._rows) if other is row)] = (Deliverable, row)

    def _phase_of(self, number: int, due: date) -> bytes:
        name = next(phase.name for phase in p.find(number).phases if phase.starts <= due <= phase.ends)
        task = next(key for key in self._tasks if key[0] == number and key[1] in self._names(number, name))
        return bytes(self._by_id[self._tasks[task]][1]["phase_id"])

    @staticmethod
    def _names(number: int, phase: str) -> tuple[str, ...]:
        return next(one.tasks for one in p.find(number).phases if one.name == phase)

    def _item(self, key: Key) -> tuple[PlanItemKind, bytes]:
        number, name = key
        item = self._dates[number, name[1:]] if name.startswith("@") else self._tasks[key]
        return KINDS[self._by_id[item][0]], item

    def _link(self) -> None:
        for one in planned.WAITS:
            from_kind, leader = self._item(one.leader)
            to_kind, follower = self._item(one.follower)
            self._add(
                PlanLink,
                from_kind=from_kind,
                from_id=leader,
                to_kind=to_kind,
                to_id=follower,
                kind=one.kind,
                lag_s=one.lag_min * 60,
            )

    def _calendars(self) -> None:
        first = self._moved(p.FIRST_DAY)
        self._add(WorkPattern, person_id=None, valid_from=first, country="GB", subdivision="ENG", week={})
        self._add(
            WorkPattern,
            person_id=self._people[planned.GRETA],
            valid_from=first,
            country="DE",
            subdivision="HE",
            week={},
        )
        four_days = {str(n): [[540, 750], [810, 1050]] for n in range(4)}
        self._add(WorkPattern, person_id=self._people[planned.MARCUS], valid_from=first, week=four_days)
        self._event(CalendarEventKind.LEAVE, *p.LEAVE, who=planned.ME, name="Summer leave")
        self._event(CalendarEventKind.LEAVE, date(2026, 12, 24), date(2026, 12, 31), who=planned.OWEN, name="Christmas")
        for years in (0, 52):
            starts, ends = (day + timedelta(weeks=years) for day in p.LONG_WEEKS)
            self._event(CalendarEventKind.OVERTIME, starts, ends, who=planned.ME, day_s=LONG_DAY_S, name="Busy season")
        for day in p.WEEKEND_DAYS:
            self._event(CalendarEventKind.OVERTIME, day, day, who=planned.ME, day_s=SATURDAY_S, name="Due diligence")
        self._event(CalendarEventKind.BLACKOUT, date(2026, 12, 24), date(2027, 1, 1), number=11, name="Client closed")

    def _event(
        self,
        kind: CalendarEventKind,
        starts: date,
        ends: date,
        *,
        who: str = "",
        number: int | None = None,
        day_s: int | None = None,
        name: str,
    ) -> None:
        self._add(
            CalendarEvent,
            kind=kind,
            person_id=self._people[who] if who else None,
            engagement_id=None if number is None else self._engagements[number],
            starts=self._moved(starts),
            ends=self._moved(ends),
            day_s=day_s,
            name=name,
        )

    def _baseline(self, name: str, day: date, *, slipped: tuple[planned.Slipped, ...], number: int | None) -> None:
        taken = self._moved(day)
        baseline = self._add(
            Baseline,
            engagement_id=None if number is None else self._engagements[number],
            name=name,
            taken_utc=int(datetime(taken.year, taken.month, taken.day, 17, tzinfo=ZoneInfo("UTC")).timestamp()),
        )
        earlier = {(one.number, one.name): one.days * 86_400 for one in slipped}
        for key, item in (*self._tasks.items(), *self._dates.items()):
            if number is not None and key[0] != number:
                continue
            table, row = self._by_id[item]
            if table is Task:
                starts, ends = row["starts_civil"], row["ends_civil"] - earlier.get(key, 0)
            else:
                starts = ends = civil(row["due"], EVENING_S)
            self._add(
                BaselineItem,
                baseline_id=baseline,
                engagement_id=row["engagement_id"],
                item_kind=KINDS[table],
                item_id=item,
                name=row["name"],
                starts_civil=min(starts, ends),
                ends_civil=ends,
                estimate_s=row.get("estimate_s"),
            )
