"""What is asked of people, week by week, beside what they have."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from engagedesk.domain.civil import Civil, civil, day_of, monday_of
from engagedesk.domain.ids import EngagementId, PersonId, PlanItemId
from engagedesk.domain.plan import PersonWeek
from engagedesk.domain.working_time import WorkCalendar


@dataclass(frozen=True, slots=True)
class Load:
    """Something that takes part of a person's time: a share of it, or an amount of work spread evenly."""

    person: PersonId
    engagement: EngagementId
    item: PlanItemId | None
    """None = booked on the engagement as a whole."""
    starts: Civil
    ends: Civil
    percent: int | None = None
    """Of the working time; None = ``work_s`` is given."""
    work_s: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """What one load takes of one week."""

    load: Load
    seconds: int


def weeks_between(first: date, last: date) -> tuple[date, ...]:
    """Return the Mondays of the weeks from one day to another, both inclusive."""
    begin, end = monday_of(first), monday_of(last)
    return tuple(begin + timedelta(weeks=n) for n in range((end - begin).days // 7 + 1))


def capacity(
    people: Sequence[PersonId],
    loads: Iterable[Load],
    calendar: Callable[[PersonId], WorkCalendar],
    *,
    weeks: Sequence[date],
    gone: Mapping[PersonId, date],
) -> tuple[tuple[PersonWeek, ...], dict[tuple[PersonId, date], tuple[Share, ...]]]:
    """Return everybody's weeks, and what takes their time in each, the most first.

    ``weeks`` are Mondays in a row. Work that has no working time between its ends falls to the week it begins in.
    """
    shares: dict[tuple[PersonId, date], list[Share]] = {}
    if not weeks:
        return (), {}
    edges = [civil(week) for week in weeks]
    edges.append(civil(weeks[-1] + timedelta(days=7)))
    worked: dict[PersonId, list[int]] = {}
    known = frozenset(people)
    for load in loads:
        if load.person not in known:
            continue
        hours = calendar(load.person)
        if load.person not in worked:
            worked[load.person] = [hours.worked(edge) for edge in edges]
        before = worked[load.person]
        begin, end = hours.worked(load.starts), hours.worked(load.ends)
        first = max(0, bisect_left(edges, load.starts + 1) - 1)
        if end <= begin:
            if load.work_s and edges[0] <= load.starts < edges[-1]:
                shares.setdefault((load.person, weeks[first]), []).append(Share(load, load.work_s))
            continue
        for place in range(first, len(weeks)):
            if edges[place] >= load.ends:
                break
            time = min(end, before[place + 1]) - max(begin, before[place])
            if time <= 0:
                continue
            part = time * load.percent // 100 if load.percent is not None else load.work_s * time // (end - begin)
            if part:
                shares.setdefault((load.person, weeks[place]), []).append(Share(load, part))
    rows: list[PersonWeek] = []
    for person in people:
        hours = calendar(person)
        before = worked.get(person) or [hours.worked(edge) for edge in edges]
        last = civil(gone[person] + timedelta(days=1)) if person in gone else None
        for place, week in enumerate(weeks):
            until = before[place + 1] if last is None else min(before[place + 1], hours.worked(last))
            booked = sum(share.seconds for share in shares.get((person, week), ()))
            rows.append(PersonWeek(person, week, booked, max(0, until - before[place])))
    ranked = {
        key: tuple(sorted(found, key=lambda share: (-share.seconds, share.load.item or b"")))
        for key, found in shares.items()
    }
    return tuple(rows), ranked


def last_day_of(load: Load) -> date:
    """Return the last day on which a load takes time."""
    return day_of(Civil(max(load.starts, load.ends - 1)))
