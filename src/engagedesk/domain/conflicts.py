"""What does not fit in a plan: each conflict with the item to jump to, the gravest kinds first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from engagedesk.domain.capacity import Load, Share, last_day_of
from engagedesk.domain.civil import civil, day_of
from engagedesk.domain.ids import EngagementId, PersonId, PlanItemId
from engagedesk.domain.network import Network
from engagedesk.domain.plan import CLASH_PERCENT, OVERLOAD_PERCENT, Conflict, ConflictKind, PersonWeek, PlanItem
from engagedesk.domain.states import GateKind, PlanItemKind

NEEDS_OWNER_DAYS: Final = 14
"""What begins within so many days needs somebody who does it: a fresh plan has time to be staffed."""
NEEDS_GATE_DAYS: Final = 7
"""What begins within so many days stands before an open gate."""
_RANK: Final = {kind: place for place, kind in enumerate(ConflictKind)}


@dataclass(frozen=True, slots=True)
class Absence:
    """Whole days on which somebody does not work at all, both inclusive."""

    person: PersonId
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """All that conflicts are found in; items and engagements that are not live are left out."""

    today: date
    network: Network
    items: Mapping[PlanItemId, PlanItem]
    booked: frozenset[PlanItemId]
    """Tasks that somebody is booked on."""
    loads: Sequence[Load]
    weeks: Sequence[PersonWeek]
    shares: Mapping[tuple[PersonId, date], Sequence[Share]]
    absences: Sequence[Absence] = ()
    gates: Mapping[EngagementId, tuple[GateKind, ...]] = field(default_factory=dict)


def find_conflicts(facts: PlanFacts) -> tuple[Conflict, ...]:
    """Return everything that does not fit, by kind, then by day."""
    found = [*_deadlines(facts), *_links(facts), *_loads(facts), *_leave(facts), *_owners(facts), *_gates(facts)]
    return tuple(sorted(found, key=lambda one: (_RANK[one.kind], one.starts, one.items, one.person or b"")))


def _deadlines(facts: PlanFacts) -> Iterable[Conflict]:
    for item in facts.items.values():
        node = facts.network.items.get(item.id)
        if item.deadline is None or item.is_done or node is None or node.deadline is None:
            continue
        # What is not done on the day after has missed it, wherever it stands.
        ends = max(item.ends, civil(facts.today)) if facts.today > item.deadline else item.ends
        late = node.calendar.between(node.deadline, ends)
        if late > 0 or facts.today > item.deadline:
            yield Conflict(
                ConflictKind.DEADLINE,
                (item.engagement,),
                (item.id,),
                item.deadline,
                max(day_of(ends), item.deadline),
                person=item.owner,
                late_s=max(0, late),
            )


def _links(facts: PlanFacts) -> Iterable[Conflict]:
    for broken in facts.network.broken():
        before, after = facts.items.get(broken.link.from_id), facts.items.get(broken.link.to_id)
        if before is None or after is None:
            continue
        engagements = (after.engagement, before.engagement)
        yield Conflict(
            ConflictKind.LINK,
            engagements if before.engagement != after.engagement else engagements[:1],
            (after.id, before.id),
            day_of(after.starts),
            day_of(max(after.ends, before.ends)),
            person=after.owner,
            link=broken.link.id,
            late_s=broken.short_s,
        )


def _loads(facts: PlanFacts) -> Iterable[Conflict]:
    for week in facts.weeks:
        if week.percent <= OVERLOAD_PERCENT or week.week + timedelta(days=6) <= facts.today:
            continue
        shares = facts.shares.get((week.person, week.week), ())
        items = tuple(dict.fromkeys(share.load.item for share in shares if share.load.item is not None))
        needs: dict[EngagementId, int] = {}
        for share in shares:
            needs[share.load.engagement] = needs.get(share.load.engagement, 0) + share.seconds
        ranked = tuple(sorted(needs.items(), key=lambda one: (-one[1], one[0])))
        yield Conflict(
            ConflictKind.CLASH if week.percent >= CLASH_PERCENT else ConflictKind.OVERLOAD,
            tuple(engagement for engagement, _ in ranked),
            items,
            week.week,
            week.week + timedelta(days=6),
            person=week.person,
            percent=week.percent,
            needed_s=week.booked_s,
            available_s=week.available_s,
            shares=ranked,
        )


def _leave(facts: PlanFacts) -> Iterable[Conflict]:
    away: dict[PersonId, list[Absence]] = {}
    for absence in facts.absences:
        if absence.ends >= facts.today:
            away.setdefault(absence.person, []).append(absence)
    told: set[tuple[PlanItemId, PersonId]] = set()
    for load in facts.loads:
        for absence in away.get(load.person, ()):
            first, last = day_of(load.starts), last_day_of(load)
            # What runs over an absence waits meanwhile; what begins or ends in it is done by nobody.
            if not (_in(first, absence) or _in(last, absence)):
                continue
            if load.item is not None:
                told.add((load.item, load.person))
            yield _absent(absence, load.engagement, load.item, load.person, first=first, last=last)
    for item in facts.items.values():
        if item.owner is None or item.is_done or (item.id, item.owner) in told:
            continue
        for absence in away.get(item.owner, ()):
            first, last = day_of(item.starts), day_of(item.ends)
            if _in(last, absence) or (_in(first, absence) and item.started_on is None):
                yield _absent(absence, item.engagement, item.id, item.owner, first=first, last=last)


def _absent(
    absence: Absence,
    engagement: EngagementId,
    item: PlanItemId | None,
    person: PersonId,
    *,
    first: date,
    last: date,
) -> Conflict:
    return Conflict(
        ConflictKind.LEAVE,
        (engagement,),
        () if item is None else (item,),
        max(absence.starts, first),
        min(absence.ends, max(last, first)),
        person=person,
    )


def _owners(facts: PlanFacts) -> Iterable[Conflict]:
    """Say once for each engagement what nobody does: who staffs it staffs all of it."""
    soon = facts.today + timedelta(days=NEEDS_OWNER_DAYS)
    for engagement, work in _begun_by(facts, soon).items():
        open_ = [item for item in work if item.owner is None and item.id not in facts.booked]
        if open_:
            roles = {item.role for item in open_}
            yield Conflict(
                ConflictKind.OWNER,
                (engagement,),
                tuple(item.id for item in open_),
                day_of(open_[0].starts),
                max(day_of(max(item.starts, item.ends)) for item in open_),
                role=roles.pop() if len(roles) == 1 else "",
            )


def _gates(facts: PlanFacts) -> Iterable[Conflict]:
    """Say once for each engagement which gates work stands before."""
    work_of = _begun_by(facts, facts.today + timedelta(days=NEEDS_GATE_DAYS))
    for engagement, gates in facts.gates.items():
        work = work_of.get(engagement)
        if work and gates:
            yield Conflict(
                ConflictKind.GATE,
                (engagement,),
                tuple(item.id for item in work),
                day_of(work[0].starts),
                max(day_of(item.ends) for item in work),
                gates=gates,
            )


def _begun_by(facts: PlanFacts, day: date) -> dict[EngagementId, list[PlanItem]]:
    """Return each engagement's tasks that are not done and begin up to a day, the first one first."""
    found: dict[EngagementId, list[PlanItem]] = {}
    for item in facts.items.values():
        if item.kind is PlanItemKind.TASK and not item.is_done and day_of(item.starts) <= day:
            found.setdefault(item.engagement, []).append(item)
    for work in found.values():
        work.sort(key=lambda item: (item.starts, item.position, item.id))
    return found


def _in(day: date, absence: Absence) -> bool:
    return absence.starts <= day <= absence.ends
