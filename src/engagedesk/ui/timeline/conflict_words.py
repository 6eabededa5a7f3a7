"""What does not fit in a plan, in words, with what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engagedesk.domain.civil import Civil, day_of, second_of_day
from engagedesk.domain.ids import EngagementId, LinkId, PersonId, PlanItemId
from engagedesk.domain.plan import Conflict, ConflictKind, PlanItem, PlanLinkFacts
from engagedesk.domain.states import LinkKind
from engagedesk.services.queries.plan import PlanEngagement, PlanView
from engagedesk.ui import words
from engagedesk.ui.format import day_short, day_with_weekday, days_short, one_stop, quarter_hours, time_of_day
from engagedesk.ui.timeline.rows import ConflictLine, Severity
from engagedesk.ui.timeline.words import half_days, tr

_DANGER = frozenset({ConflictKind.DEADLINE, ConflictKind.LINK, ConflictKind.CLASH, ConflictKind.OWNER})
_OF_A_WEEK = frozenset({ConflictKind.CLASH, ConflictKind.OVERLOAD})
_ASSIGNED = frozenset({ConflictKind.OWNER, ConflictKind.LEAVE})
_NAMED = 3
"""So many tasks are named; of more the number is said."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the words are made with."""

    items: Mapping[PlanItemId, PlanItem]
    engagements: Mapping[EngagementId, PlanEngagement]
    people: Mapping[PersonId, str]
    links: Mapping[LinkId, PlanLinkFacts]

    def label(self, engagement: EngagementId) -> str:
        found = self.engagements.get(engagement)
        return "" if found is None else f"{found.client} · {found.title}"

    def labels(self, conflict: Conflict) -> str:
        return ", ".join(filter(None, map(self.label, conflict.engagements)))


def conflict_lines(view: PlanView) -> tuple[ConflictLine, ...]:
    """Return the conflicts in words, the gravest first."""
    known = _Known(
        {item.id: item for item in (*view.items, *view.far)},
        {one.id: one for one in view.engagements},
        {one.id: one.name for one in view.people},
        {one.id: one for one in view.links},
    )
    shown = {item.id for item in view.items}
    found = []
    for number, conflict in enumerate(view.conflicts):
        title, text = _words(conflict, known)
        engagement = known.engagements.get(conflict.engagements[0]) if conflict.engagements else None
        of_week, owner = conflict.kind in _OF_A_WEEK, conflict.kind is ConflictKind.OWNER
        items = tuple(one for one in conflict.items if one in shown)
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
                text=one_stop(text),
                colour=None if of_week or engagement is None else engagement.colour,
                items=items,
                day=conflict.starts,
                person=conflict.person,
                marked=0 if of_week else len(items) if owner else 1,
                two_ends=conflict.kind is ConflictKind.LINK and len(items) > 1,
                assigns=conflict.kind in _ASSIGNED and bool(items),
                settles=conflict.engagements[0] if conflict.kind is ConflictKind.GATE else None,
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


def _words(conflict: Conflict, known: _Known) -> tuple[str, str]:
    """Return a conflict's title and what is wrong."""
    first = next((known.items[one] for one in conflict.items if one in known.items), None)
    name = "" if first is None else first.name
    who = known.people.get(conflict.person, "") if conflict.person is not None else ""
    match conflict.kind:
        case ConflictKind.DEADLINE:
            return name, _deadline(conflict)
        case ConflictKind.LINK:
            return name, _order(conflict, first, known)
        case ConflictKind.CLASH | ConflictKind.OVERLOAD:
            number = conflict.starts.isocalendar().week
            title = tr("Timeline", "{name}, week {number}").format(name=who, number=number)
            part = tr("Timeline", "{engagement} {hours} h")
            parts = [
                part.format(engagement=known.label(one), hours=quarter_hours(seconds))
                for one, seconds in conflict.shares
                if one in known.engagements
            ]
            text = tr("Timeline", "{needed} h planned of {available} h: {what}.")
            return title, text.format(
                needed=quarter_hours(conflict.needed_s or 0),
                available=quarter_hours(conflict.available_s or 0),
                what=", ".join(parts) or known.labels(conflict),
            )
        case ConflictKind.LEAVE:
            text = tr("Timeline", "{name} is away then: {days}.")
            return name or known.labels(conflict), text.format(
                name=who, days=days_short(conflict.starts, conflict.ends)
            )
        case ConflictKind.OWNER:
            return _unowned(conflict, name, known)
        case ConflictKind.GATE:
            gates = ", ".join(words.gate(gate) for gate in conflict.gates)
            text = tr("Timeline", "Work begins on {day} before these gates are settled: {gates}.")
            if len(conflict.gates) == 1:
                text = tr("Timeline", "Work begins on {day} before a gate is settled: {gates}.")
            return known.labels(conflict), text.format(day=day_short(conflict.starts), gates=gates)


def _deadline(conflict: Conflict) -> str:
    day, length_s = day_with_weekday(conflict.starts), conflict.late_s or 0
    if length_s < 900:
        return tr("Timeline", "Had to be done by {day}, and is not.").format(day=day)
    text = tr("Timeline", "Had to be done by {day}; it ends {length} of work later.")
    return text.format(day=day, length=half_days(length_s, 13_500, least=1))


def _order(conflict: Conflict, after: PlanItem | None, known: _Known) -> str:
    """Say which end stands too early, and what it waits for; with the hour where the day is the same."""
    before = next((known.items[one] for one in conflict.items[1:] if one in known.items), None)
    link = None if conflict.link is None else known.links.get(conflict.link)
    if after is None or before is None:
        return tr("Timeline", "Stands earlier than a link allows.")
    kind = LinkKind.FINISH_START if link is None else link.kind
    from_end = kind in (LinkKind.FINISH_START, LinkKind.FINISH_FINISH)
    to_start = kind in (LinkKind.FINISH_START, LinkKind.START_START)
    one, other = after.starts if to_start else after.ends, before.ends if from_end else before.starts
    pattern = {
        LinkKind.FINISH_START: tr("Timeline", "Begins {at}, before “{other}” allows it: that ends {end}."),
        LinkKind.START_START: tr("Timeline", "Begins {at}, before “{other}” allows it: that begins {end}."),
        LinkKind.FINISH_FINISH: tr("Timeline", "Ends {at}, before “{other}” allows it: that ends {end}."),
        LinkKind.START_FINISH: tr("Timeline", "Ends {at}, before “{other}” allows it: that begins {end}."),
    }[kind]
    if after.is_point:
        pattern = tr("Timeline", "Stands at {at}, before “{other}” allows it: that ends {end}.")
        if not from_end:
            pattern = tr("Timeline", "Stands at {at}, before “{other}” allows it: that begins {end}.")
    timed = day_of(one) == day_of(other)
    text = pattern.format(at=_at(one, timed=timed), other=before.name, end=_at(other, timed=timed))
    if link is None or link.lag_s <= 0:
        return text
    lag = tr("Timeline", "{length} of work must lie between.").format(length=half_days(link.lag_s, 13_500, least=1))
    return f"{text} {lag}"


def _at(place: Civil, *, timed: bool) -> str:
    day = day_with_weekday(day_of(place))
    if not timed:
        return day
    return tr("Timeline", "{day}, {time}").format(day=day, time=time_of_day(second_of_day(place)))


def _unowned(conflict: Conflict, name: str, known: _Known) -> tuple[str, str]:
    day = day_with_weekday(conflict.starts)
    if len(conflict.items) == 1:
        if conflict.role:
            text = tr("Timeline", "Nobody does it; {role} is looked for from {day}.")
            return name, text.format(role=conflict.role, day=day)
        return name, tr("Timeline", "Nobody does it; it begins on {day}.").format(day=day)
    names = [known.items[one].name for one in conflict.items if one in known.items]
    text = tr("Timeline", "Nobody does {n} tasks, the first from {day}: {names}.")
    if len(names) > _NAMED:
        names = names[:_NAMED]
        text = tr("Timeline", "Nobody does {n} tasks, the first from {day}: {names} and others.")
    return known.labels(conflict), text.format(n=len(conflict.items), day=day, names=", ".join(names))
