"""``plan show`` and ``plan conflicts``; ``calendar list``, ``leave``, ``country`` and ``remove``."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

from engagedesk.cli.call import Call, Reply
from engagedesk.cli.engagements import meant
from engagedesk.cli.layout import Column, counted, hm, table
from engagedesk.cli.moments import day_named
from engagedesk.domain.civil import clock, day_of
from engagedesk.domain.ids import EngagementId, PersonId, format_id
from engagedesk.domain.plan import Conflict, ConflictKind, PlanItem
from engagedesk.domain.states import CalendarEventKind, PlanItemKind
from engagedesk.services.commands.calendars import (
    AddCalendarEvent,
    AddWorkPattern,
    EditWorkPattern,
    EventFacts,
    PatternFacts,
    RemoveCalendarEvent,
)
from engagedesk.services.queries.engagement_book import people_known
from engagedesk.services.queries.engagements import engagements
from engagedesk.services.queries.naming import days_named, person_named
from engagedesk.services.queries.plan import PlanFilter, PlanView, plan_view
from engagedesk.services.queries.plan_calendars import OffDays, off_days
from engagedesk.services.queries.plan_forms import work_patterns
from engagedesk.services.workspace import Workspace

MARKS: Final = {PlanItemKind.TASK: "", PlanItemKind.MILESTONE: "◆", PlanItemKind.DELIVERABLE: "▣"}
_PLAN = (
    Column("", gives_way=False),
    Column("WHAT", gives_way=True),
    Column("WHO", gives_way=True),
    Column("FROM"),
    Column("TO"),
    Column("DONE", right=True),
    Column("SLACK", right=True),
)
_CONFLICTS = (Column("WHEN"), Column("ENGAGEMENT", gives_way=True), Column("WHAT DOES NOT FIT", gives_way=True))
_DAYS = (Column("ID"), Column("FROM"), Column("TO"), Column("WHAT"), Column("WHOSE", gives_way=True), Column("NAME"))


def show(call: Call) -> Reply:
    options = call.options
    view = _view(call, " ".join(options.code), done=options.all)
    labels = _labels(view)
    blocks: list[str] = []
    people = {one.id: one.name for one in view.people}
    usual_s = view.book.calendars.firm.usual_day_s()
    for engagement in view.engagements:
        items = [
            one
            for one in view.items
            if one.engagement == engagement.id and (not options.critical or view.times[one.id].critical)
        ]
        if not items:
            continue
        cells = [
            (
                MARKS[one.kind],
                one.name + ("" if one.placed else " (by links)"),
                people.get(one.owner, "") if one.owner else "",
                "" if one.is_point else day_of(one.starts).isoformat(),
                day_of(one.ends).isoformat(),
                "done" if one.is_done else f"{one.progress_percent} %",
                _slack(view, one, usual_s),
            )
            for one in items
        ]
        head = f"{labels[engagement.id]} · {engagement.progress_percent} % done\n"
        blocks.append(head + table(_PLAN, cells, width=call.width))
    text = "\n".join(blocks) or "Nothing is planned yet.\n"
    return Reply(_plan_document(view, critical=options.critical), text)


def conflicts(call: Call) -> Reply:
    view = _view(call, " ".join(call.options.code), done=True)
    labels = _labels(view)
    cells = [
        (_days(one.starts, one.ends), ", ".join(labels[e] for e in one.engagements if e in labels), _said(view, one))
        for one in view.conflicts
    ]
    if not cells:
        text = "Everything fits.\n"
    else:
        text = table(_CONFLICTS, cells, width=call.width) + f"{counted(len(cells), 'conflict')}.\n"
    return Reply([_conflict_document(view, one) for one in view.conflicts], text)


def list_days(call: Call) -> Reply:
    today = call.place().today
    days = call.door.do(lambda workspace: workspace.read(off_days))
    known = call.door.do(lambda workspace: workspace.read(people_known, today=today))
    people: dict[bytes, str] = {one.id: one.name for one in known}
    cells = [
        (
            format_id(one.event or b""),
            one.starts.isoformat(),
            one.ends.isoformat(),
            one.kind.value if one.day_s is None else f"{one.kind.value}, {hm(one.day_s)} a day",
            people.get(one.person, "") if one.person else "everybody",
            one.name,
        )
        for one in days
    ]
    text = table(_DAYS, cells, width=call.width) if cells else "No leave, holidays or long days are entered.\n"
    return Reply([_day_document(one, people) for one in days], text)


def leave(call: Call) -> Reply:
    options = call.options
    place = call.place()
    first = day_named(options.first, today=place.today)
    last = first if options.last is None else day_named(options.last, today=place.today)

    def work(workspace: Workspace) -> bytes:
        person = workspace.read(person_named, options.person)
        facts = EventFacts(CalendarEventKind.LEAVE, first, last, person, name=options.name)
        return bytes(workspace.execute(AddCalendarEvent(facts)).result)

    made = call.door.do(work)
    document = {"id": format_id(made), "starts": first.isoformat(), "ends": last.isoformat()}
    return Reply(document, f"Leave {_days(first, last)} entered.\n")


def country(call: Call) -> Reply:
    options, today = call.options, call.place().today

    def work(workspace: Workspace) -> PatternFacts:
        person = None if options.person is None else workspace.read(person_named, options.person)
        own = [one for one in workspace.read(work_patterns) if one.person == person]
        if not own:
            facts = PatternFacts(date(today.year, 1, 1), country=options.country, subdivision=options.part or "")
            workspace.execute(AddWorkPattern(person, facts))
            return facts
        last = own[-1]
        facts = replace(last.facts, country=options.country, subdivision=options.part or "")
        workspace.execute(EditWorkPattern(last.id, facts, last.version))
        return facts

    facts = call.door.do(work)
    document = {
        "country": facts.country.upper(),
        "subdivision": facts.subdivision.upper(),
        "from": facts.valid_from.isoformat(),
    }
    named = " ".join(word for word in (facts.country.upper(), facts.subdivision.upper()) if word)
    return Reply(document, f"Public holidays of {named or 'no country'} from {facts.valid_from.isoformat()}.\n")


def remove(call: Call) -> Reply:
    def work(workspace: Workspace) -> bytes:
        event = workspace.read(days_named, call.options.id)
        workspace.execute(RemoveCalendarEvent(event))
        return event

    return Reply({"removed": format_id(call.door.do(work))}, "Removed.\n")


def _view(call: Call, wanted: str, *, done: bool) -> PlanView:
    place = call.place()

    def work(workspace: Workspace) -> PlanView:
        only: tuple[EngagementId, ...] = ()
        states = PlanFilter().states
        if wanted:
            every = workspace.read(engagements, today=place.today, states=None)
            one = meant(workspace, wanted, every)
            only = (one,)
            states = (*states, *(row.state for row in every if row.id == one))
        chosen = PlanFilter(engagements=only, states=states, done=done)
        return workspace.read(plan_view, chosen, today=place.today)

    return call.door.do(work)


def _labels(view: PlanView) -> dict[bytes, str]:
    return {one.id: f"{one.client} · {one.title}" for one in view.engagements}


def _slack(view: PlanView, item: PlanItem, usual_s: int) -> str:
    """Return slack in days of usual length, "critical" where there is none."""
    if item.is_done:
        return ""
    times = view.times[item.id]
    if times.slack_s == 0:
        return "critical"
    return f"{times.slack_s / usual_s:+.1f} d"


def _days(starts: date, ends: date) -> str:
    return starts.isoformat() if starts == ends else f"{starts.isoformat()} to {ends.isoformat()}"


def _said(view: PlanView, one: Conflict) -> str:
    """Return a conflict in words."""
    who = next((person.name for person in view.people if person.id == one.person), "nobody")
    what = [view.book.items[item].name for item in one.items]
    match one.kind:
        case ConflictKind.DEADLINE:
            return f"{what[0]} misses its deadline of {one.starts.isoformat()}"
        case ConflictKind.LINK:
            return f"{what[0]} stands {hm(one.late_s or 0)} h too early for {what[1]}"
        case ConflictKind.CLASH | ConflictKind.OVERLOAD:
            return f"{who} is needed for {one.percent} %: {', '.join(what)}"
        case ConflictKind.LEAVE:
            return f"{who} is away: {', '.join(what) or 'booked'}"
        case ConflictKind.OWNER:
            return f"nobody does {', '.join(what)}" + (f" ({one.role})" if one.role else "")
        case ConflictKind.GATE:
            gates = ", ".join(gate.value.replace("_", " ") for gate in one.gates)
            return f"{gates} {'is' if len(one.gates) == 1 else 'are'} open before {counted(len(what), 'task')}"


def _plan_document(view: PlanView, *, critical: bool) -> dict[str, Any]:
    people = {one.id: one.name for one in view.people}
    phases = {one.id: one.name for one in view.phases}
    return {
        "today": view.today.isoformat(),
        "engagements": [
            {
                "id": format_id(one.id),
                "engagement": f"{one.client} · {one.title}",
                "state": one.state.value,
                "priority": one.priority,
                "starts": None if one.starts is None else one.starts.isoformat(),
                "ends": None if one.ends is None else one.ends.isoformat(),
                "progress_percent": one.progress_percent,
                "open_gates": [gate.value for gate in one.open_gates],
                "items": [
                    _item_document(view, item, people, phases)
                    for item in view.items
                    if item.engagement == one.id and (not critical or view.times[item.id].critical)
                ],
            }
            for one in view.engagements
        ],
        "links": [
            {
                "id": format_id(link.id),
                "from": format_id(link.from_id),
                "to": format_id(link.to_id),
                "kind": link.kind.value,
                "lag_s": link.lag_s,
                "crosses": link.crosses,
            }
            for link in view.links
        ],
    }


def _item_document(
    view: PlanView, item: PlanItem, people: dict[PersonId, str], phases: dict[Any, str]
) -> dict[str, Any]:
    times = view.times[item.id]
    return {
        "id": format_id(item.id),
        "kind": item.kind.value,
        "name": item.name,
        "phase": None if item.phase is None else phases.get(item.phase),
        "owner": None if item.owner is None else people.get(item.owner),
        "role": item.role,
        "starts": clock(item.starts).isoformat(),
        "ends": clock(item.ends).isoformat(),
        "placed": item.placed,
        "pinned": item.pinned,
        "due": None if item.due is None else item.due.isoformat(),
        "deadline": None if item.deadline is None else item.deadline.isoformat(),
        "started_on": None if item.started_on is None else item.started_on.isoformat(),
        "done_on": None if item.done_on is None else item.done_on.isoformat(),
        "state": None if item.state is None else item.state.value,
        "progress_percent": item.progress_percent,
        "estimate_s": item.estimate_s,
        "left_s": item.left_s,
        "slack_s": times.slack_s,
        "critical": times.critical,
        "portfolio_critical": times.portfolio_critical,
    }


def _conflict_document(view: PlanView, one: Conflict) -> dict[str, Any]:
    labels = _labels(view)
    person = next((who.name for who in view.people if who.id == one.person), None)
    return {
        "kind": one.kind.value,
        "engagements": [labels[e] for e in one.engagements if e in labels],
        "items": [{"id": format_id(item), "name": view.book.items[item].name} for item in one.items],
        "starts": one.starts.isoformat(),
        "ends": one.ends.isoformat(),
        "person": person,
        "percent": one.percent,
        "needed_s": one.needed_s,
        "available_s": one.available_s,
        "late_s": one.late_s,
        "gates": [gate.value for gate in one.gates],
        "role": one.role,
        "text": _said(view, one),
    }


def _day_document(one: OffDays, people: dict[bytes, str]) -> dict[str, Any]:
    return {
        "id": format_id(one.event or b""),
        "kind": one.kind.value,
        "person": None if one.person is None else people.get(one.person),
        "starts": one.starts.isoformat(),
        "ends": one.ends.isoformat(),
        "days": (one.ends - one.starts).days + 1,
        "day_s": one.day_s,
        "name": one.name,
    }
