"""Strategies for the commands about the plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from hypothesis import strategies as st

from engagedesk.domain.civil import civil
from engagedesk.domain.ids import DeliverableId, EngagementId, LinkId, PersonId, PhaseId, PlanItemId, TaskId
from engagedesk.domain.plan import PlanMove
from engagedesk.domain.states import CalendarEventKind, DeliverableState, LinkKind, TaskBasis
from engagedesk.services.command import Command
from engagedesk.services.commands import baselines, bookings, calendars, links, plan_items, saved_views
from engagedesk.services.commands.plans import TaskFacts
from tests.services.filled_plan import PART_TIME
from tests.services.world import DAYS, MAYBE_DAY, NAME, World


def item_of(world: World) -> PlanItemId:
    table = world.draw(st.sampled_from(["task", "task", "milestone", "deliverable"]))
    return PlanItemId(world.some(table))


def place(world: World) -> Any:
    return civil(world.draw(DAYS), world.draw(st.integers(0, 86_399)))


def own_phase(world: World, engagement: bytes) -> PhaseId | None:
    fitting = [one for one, row in world.rows["phase"].items() if row["engagement_id"] == engagement]
    return world.draw(st.none() | st.sampled_from(sorted(fitting))) if fitting else None


def task_facts(world: World, engagement: bytes) -> TaskFacts:
    draw = world.draw
    return TaskFacts(
        draw(NAME),
        own_phase(world, engagement),
        draw(st.none() | st.integers(0, 10**6)),
        draw(MAYBE_DAY),
        draw(MAYBE_DAY),
    )


def task_plan(world: World) -> plan_items.TaskPlan:
    draw = world.draw
    basis = draw(st.sampled_from(TaskBasis))
    starts, ends = draw(st.none() | st.just((place(world), place(world)))) or (None, None)
    if starts is not None and ends is not None:
        starts, ends = min(starts, ends), max(starts, ends)
    return plan_items.TaskPlan(
        owner=draw(st.none() | st.just(PersonId(world.some("person")))),
        role=draw(st.sampled_from(["", "Senior"])),
        basis=basis,
        duration_s=draw(st.integers(0, 10**6)) if basis is TaskBasis.DURATION else None,
        demand_percent=draw(st.integers(1, 100)),
        starts=starts,
        ends=ends,
        earliest=draw(MAYBE_DAY),
        deadline=draw(MAYBE_DAY),
        pinned=draw(st.booleans()),
        started_on=draw(MAYBE_DAY),
        progress_percent=draw(st.integers(0, 100)),
        remaining_s=draw(st.none() | st.integers(0, 10**6)),
        note=draw(NAME),
    )


def add_plan_task(world: World) -> plan_items.AddPlanTask:
    engagement = EngagementId(world.some("engagement"))
    return plan_items.AddPlanTask(engagement, task_facts(world, engagement), task_plan(world))


def edit_plan_task(world: World) -> plan_items.EditPlanTask:
    task = world.some("task")
    engagement = world.rows["task"].get(task, {}).get("engagement_id", b"")
    return plan_items.EditPlanTask(TaskId(task), task_facts(world, engagement), task_plan(world))


def deliverable_facts(world: World) -> plan_items.DeliverableFacts:
    draw = world.draw
    state = draw(st.sampled_from(DeliverableState))
    return plan_items.DeliverableFacts(
        draw(NAME),
        draw(DAYS),
        None,
        draw(MAYBE_DAY),
        state,
        draw(st.none() | st.just(PersonId(world.some("person")))),
        draw(st.none() | st.integers(0, 10**6)),
        draw(st.integers(0, 100)),
        draw(DAYS) if state in plan_items.DONE_STATES else None,
        draw(st.booleans()),
    )


def commit_moves(world: World) -> plan_items.CommitMoves:
    items = {item_of(world) for _ in range(world.draw(st.integers(1, 3)))}
    moves = []
    for item in sorted(items):
        one, other = place(world), place(world)
        moves.append(PlanMove(item, min(one, other), max(one, other)))
    return plan_items.CommitMoves(tuple(moves))


def booking_facts(world: World) -> bookings.BookingFacts:
    one, other = world.draw(DAYS), world.draw(DAYS)
    percent = world.draw(st.integers(1, 200))
    return bookings.BookingFacts(PersonId(world.some("person")), percent, None, min(one, other), max(one, other))


def pattern_facts(world: World) -> calendars.PatternFacts:
    draw = world.draw
    week = draw(st.none() | st.just(PART_TIME))
    country, part = draw(st.sampled_from([("", ""), ("GB", "ENG"), ("DE", "BY"), ("de", "")]))
    return calendars.PatternFacts(draw(DAYS), None, week, country, part)


def event_facts(world: World) -> calendars.EventFacts:
    draw = world.draw
    kind = draw(st.sampled_from(CalendarEventKind))
    one, other = draw(DAYS), draw(DAYS)
    person = PersonId(world.some("person")) if kind is CalendarEventKind.LEAVE else None
    engagement = EngagementId(world.some("engagement")) if kind is CalendarEventKind.BLACKOUT else None
    hours = draw(st.integers(0, 86_400)) if kind is CalendarEventKind.OVERTIME else None
    return calendars.EventFacts(kind, min(one, other), max(one, other), person, engagement, hours, draw(NAME))


def add_link(world: World) -> links.AddLink:
    kind = world.draw(st.sampled_from(LinkKind))
    # The engagement's own milestone is in no link, so that this one closes no circle.
    milestone = PlanItemId(world.some("milestone"))
    return links.AddLink(milestone, PlanItemId(world.some("task")), kind, world.draw(st.integers(-(10**6), 10**6)))


def reorder(world: World) -> plan_items.ReorderTask:
    task = world.some("task")
    phase = own_phase(world, world.rows["task"].get(task, {}).get("engagement_id", b""))
    return plan_items.ReorderTask(TaskId(task), phase, TaskId(world.some("task")))


PLAN_STRATEGIES: Final[dict[str, Callable[[World], Command[Any]]]] = {
    "AddPlanTask": add_plan_task,
    "EditPlanTask": edit_plan_task,
    "ReorderTask": reorder,
    "SetProgress": lambda w: plan_items.SetProgress(
        TaskId(w.some("task")), w.draw(st.integers(0, 100)), w.draw(DAYS), w.draw(st.none() | st.integers(0, 10**6))
    ),
    "EditPlanMilestone": lambda w: plan_items.EditPlanMilestone(
        w.some("milestone"),
        plan_items.PointFacts(w.draw(NAME), w.draw(DAYS), None, w.draw(MAYBE_DAY), w.draw(MAYBE_DAY)),
    ),
    "AddDeliverable": lambda w: plan_items.AddDeliverable(EngagementId(w.some("engagement")), deliverable_facts(w)),
    "EditDeliverable": lambda w: plan_items.EditDeliverable(DeliverableId(w.some("deliverable")), deliverable_facts(w)),
    "RemoveDeliverable": lambda w: plan_items.RemoveDeliverable(DeliverableId(w.some("deliverable"))),
    "CommitMoves": commit_moves,
    "FreeTasks": lambda w: plan_items.FreeTasks(tuple(TaskId(one) for one in sorted(w.rows["task"]))),
    "PinItems": lambda w: plan_items.PinItems((item_of(w),), pinned=True),
    "AssignOwner": lambda w: plan_items.AssignOwner((item_of(w), item_of(w)), PersonId(w.some("person"))),
    "AddLink": add_link,
    "EditLink": lambda w: links.EditLink(
        LinkId(w.some("plan_link")), w.draw(st.sampled_from(LinkKind)), w.draw(st.integers(-(10**6), 10**6))
    ),
    "RemoveLink": lambda w: links.RemoveLink(LinkId(w.some("plan_link"))),
    "AddBooking": lambda w: bookings.AddBooking(EngagementId(w.some("engagement")), booking_facts(w)),
    "EditBooking": lambda w: bookings.EditBooking(w.some("booking"), booking_facts(w)),
    "RemoveBooking": lambda w: bookings.RemoveBooking(w.some("booking")),
    "TakeBaseline": lambda w: baselines.TakeBaseline(w.draw(NAME), w.now, date(2026, 11, 22)),
    "RenameBaseline": lambda w: baselines.RenameBaseline(w.some("baseline"), w.draw(NAME)),
    "RemoveBaseline": lambda w: baselines.RemoveBaseline(w.some("baseline")),
    "AddWorkPattern": lambda w: calendars.AddWorkPattern(
        w.draw(st.none() | st.just(PersonId(w.some("person")))), pattern_facts(w)
    ),
    "EditWorkPattern": lambda w: calendars.EditWorkPattern(w.some("work_pattern"), pattern_facts(w)),
    "RemoveWorkPattern": lambda w: calendars.RemoveWorkPattern(w.some("work_pattern")),
    "AddCalendarEvent": lambda w: calendars.AddCalendarEvent(event_facts(w)),
    "EditCalendarEvent": lambda w: calendars.EditCalendarEvent(w.some("calendar_event"), event_facts(w)),
    "RemoveCalendarEvent": lambda w: calendars.RemoveCalendarEvent(w.some("calendar_event")),
    "SaveView": lambda w: saved_views.SaveView(
        "timeline", w.draw(st.sampled_from(["Mine", "All"])), {"zoom": w.draw(st.integers(4, 9))}
    ),
    "RemoveView": lambda w: saved_views.RemoveView(w.some("saved_view")),
}
