"""The plan's commands: what they do, what they refuse and how they say it, and what follows in the view."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from engagedesk.domain.civil import FIRST_DAY, Civil, civil, clock, day_of
from engagedesk.domain.ids import DeliverableId, EngagementId, PersonId, PlanItemId, TaskId
from engagedesk.domain.plan import Conflict, ConflictKind, PlanItem, PlanMove
from engagedesk.domain.plan_draft import plan_from_template
from engagedesk.domain.roll_forward import roll_forward
from engagedesk.domain.states import CalendarEventKind, DeliverableState, GateKind, LinkKind, ServiceLine, TaskBasis
from engagedesk.domain.templates import EngagementTemplate, template_from_data
from engagedesk.domain.working_time import week_of_lengths
from engagedesk.errors import UserError
from engagedesk.services.commands.baselines import RemoveBaseline, TakeBaseline
from engagedesk.services.commands.bookings import AddBooking, BookingFacts
from engagedesk.services.commands.calendars import AddCalendarEvent, AddWorkPattern, EventFacts, PatternFacts
from engagedesk.services.commands.engagement_setup import CreateEngagement, RollForwardEngagement
from engagedesk.services.commands.engagements import EngagementFacts
from engagedesk.services.commands.links import AddLink
from engagedesk.services.commands.plan_items import (
    AddPlanTask,
    AssignOwner,
    CommitMoves,
    DeliverableFacts,
    EditDeliverable,
    EditPlanTask,
    PinItems,
    RemoveDeliverable,
    SetProgress,
    TaskPlan,
)
from engagedesk.services.commands.plans import EditTask, RemoveTask, TaskFacts
from engagedesk.services.commands.saved_views import SaveView
from engagedesk.services.holiday_calendar import countries, public_holidays
from engagedesk.services.queries.engagement_book import engagement_year
from engagedesk.services.queries.plan import PlanFilter, PlanView, moves_of, plan_view, replanned
from engagedesk.services.queries.plan_book import BookingFact, rebooked
from engagedesk.services.queries.plan_forms import item_form, work_patterns
from engagedesk.services.queries.staffing import booking_desk, firm_calendar, outcome_of
from engagedesk.services.queries.timesheet import planned_tasks
from tests.services.building import Desk

SUNDAY = date(2026, 11, 22)
MONDAY = date(2026, 11, 23)
TEMPLATE: EngagementTemplate = template_from_data(
    {
        "key": "small",
        "name": "Small",
        "service_line": "audit",
        "phase": [
            {
                "name": "Planning",
                "first_day": 10,
                "last_day": 20,
                "task": [
                    {"name": "Scope", "hours": 15, "role": "manager"},
                    {"name": "Plan", "hours": 7.5, "after": ["Scope"]},
                ],
                "deliverable": [{"name": "Audit plan", "due_day": 20}],
                "checkpoint": [{"name": "Planning review", "level": "partner", "due_day": 18}],
            }
        ],
    }
)


def view_of(desk: Desk, **wanted: Any) -> PlanView:
    return desk.read(plan_view, PlanFilter(**wanted), today=SUNDAY)


def named(view: PlanView, name: str) -> PlanItem:
    [found] = [one for one in view.items if one.name == name]
    return found


def tax_of(desk: Desk) -> EngagementId:
    [found] = desk.ids("engagement", title="Pillar Two")
    return EngagementId(found)


def ben_of(desk: Desk) -> PersonId:
    [found] = desk.ids("person", name="Ben Okoro")
    return PersonId(found)


def add_task(desk: Desk, name: str, **plan: Any) -> PlanItemId:
    return PlanItemId(desk.do(AddPlanTask(tax_of(desk), TaskFacts(name, estimate_s=27_000), TaskPlan(**plan))))


def refused(desk: Desk, command: Any, code: str) -> UserError:
    before = desk.rows()
    with pytest.raises(UserError, match=rf"^{code}$".replace(".", r"\.")) as caught:
        desk.do(command)
    assert desk.rows() == before
    return caught.value


def test_a_task_without_a_place_stands_as_early_as_its_links_allow(desk: Desk) -> None:
    view = view_of(desk)
    walk, findings = named(view, "Walkthroughs"), named(view, "Findings")
    assert not findings.placed
    assert findings.starts >= walk.ends
    assert clock(findings.starts).isoformat() == "2026-11-25T09:00:00"


def test_a_move_pushes_and_all_of_it_is_one_step_of_undo(desk: Desk) -> None:
    letter = named(view_of(desk), "Letter")
    late = add_task(desk, "Late work", starts=civil(date(2026, 12, 17)), ends=civil(date(2026, 12, 17), 63_000))
    desk.do(AddLink(late, letter.id))
    view = view_of(desk)
    to = civil(date(2026, 12, 21), 32_400)
    found = replanned(view.book, {late: (to, Civil(to + 30_600))})
    assert [day_of(push.ends) for push in found.pushes if push.stored] == [date(2026, 12, 21)]
    moves = moves_of(view.book, found)
    assert len(moves) == 2
    before = desk.rows()
    desk.do(CommitMoves(moves))
    assert named(view_of(desk), "Letter").due == date(2026, 12, 21)
    assert desk.undo() == "move in the plan"
    assert desk.rows() == before


def test_a_move_of_what_changed_meanwhile_is_refused(desk: Desk) -> None:
    item = named(view_of(desk), "Walkthroughs")
    move = PlanMove(item.id, item.starts, item.ends, item.version + 1)
    refused(desk, CommitMoves((move,)), "record.changed_meanwhile")
    refused(desk, CommitMoves((replace(move, version=None), replace(move, version=None))), "plan.moved_twice")
    refused(desk, CommitMoves((PlanMove(item.id, item.ends, item.starts),)), "plan.ends_first")
    refused(desk, CommitMoves((PlanMove(item.id, Civil(-(10**12)), item.ends),)), "day.out_of_range")


def test_resizing_a_task_of_given_length_changes_what_was_given(desk: Desk) -> None:
    starts = civil(MONDAY, 32_400)
    task = add_task(
        desk, "Visit", basis=TaskBasis.DURATION, duration_s=27_000, starts=starts, ends=civil(MONDAY, 63_000)
    )
    desk.do(CommitMoves((PlanMove(task, starts, civil(MONDAY + timedelta(days=1), 63_000)),)))
    assert desk.row("task", task)["duration_s"] == 54_000


def test_a_circle_is_refused_and_named(desk: Desk) -> None:
    view = view_of(desk)
    walk, letter = named(view, "Walkthroughs"), named(view, "Letter")
    error = refused(desk, AddLink(letter.id, walk.id), "link.cycle")
    assert error.params["circle"] == "Walkthroughs → Findings → Letter → Walkthroughs"
    refused(desk, AddLink(walk.id, walk.id), "link.to_itself")
    refused(desk, AddLink(walk.id, named(view, "Findings").id), "link.twice")
    refused(desk, AddLink(walk.id, letter.id, LinkKind.START_START, 10**12), "link.lag")


def test_a_circle_across_two_engagements_is_refused_too(desk: Desk) -> None:
    view = view_of(desk)
    stock, walk, letter = (named(view, name).id for name in ("Stock count", "Walkthroughs", "Letter"))
    desk.do(AddLink(letter, stock))
    assert next(link for link in view_of(desk).links if link.to_id == stock).crosses
    refused(desk, AddLink(stock, walk), "link.cycle")


def test_what_goes_takes_its_links_and_bookings_along_and_undo_brings_them_back(desk: Desk) -> None:
    view = view_of(desk)
    before = desk.rows()
    desk.do(RemoveTask(TaskId(named(view, "Walkthroughs").id)))
    assert desk.rows()["booking"] == {}
    assert len(desk.rows()["plan_link"]) == 1
    desk.do(RemoveDeliverable(DeliverableId(named(view, "Letter").id)))
    assert desk.rows()["plan_link"] == {}
    desk.undo()
    desk.undo()
    assert desk.rows() == before


def test_progress_starts_ends_and_opens_a_task(desk: Desk) -> None:
    task = TaskId(named(view_of(desk), "Findings").id)
    desk.do(SetProgress(task, 40, MONDAY))
    assert (desk.row("task", task)["started_on"], desk.row("task", task)["done_on"]) == ("2026-11-23", None)
    assert named(view_of(desk), "Findings").left_s == 16_200
    desk.do(SetProgress(task, 100, MONDAY + timedelta(days=1)))
    assert desk.row("task", task)["done_on"] == "2026-11-24"
    assert named(view_of(desk), "Findings").left_s == 0
    desk.do(SetProgress(task, 90, MONDAY, remaining_s=7_200))
    assert (desk.row("task", task)["done_on"], named(view_of(desk), "Findings").left_s) == (None, 7_200)
    refused(desk, SetProgress(task, 101, MONDAY), "task.progress")


def test_what_was_issued_has_its_day(desk: Desk) -> None:
    letter = DeliverableId(named(view_of(desk), "Letter").id)
    facts = DeliverableFacts("Letter", date(2026, 12, 18))
    refused(desk, EditDeliverable(letter, replace(facts, state=DeliverableState.ISSUED)), "deliverable.issued")
    refused(desk, EditDeliverable(letter, replace(facts, done_on=SUNDAY)), "deliverable.issued")
    desk.do(EditDeliverable(letter, facts.settled(SUNDAY)))
    assert named(view_of(desk), "Letter").is_done
    assert facts.settled(SUNDAY).settled(None).state is DeliverableState.APPROVED


def test_part_time_leave_and_holidays_of_a_country_count_for_whoever_has_them(desk: Desk) -> None:
    hours = view_of(desk).book.calendars.of(ben_of(desk))
    assert hours.day_seconds(date(2026, 11, 27)) == 0, "no Fridays"
    assert hours.day_seconds(date(2026, 11, 26)) == 13_500, "half a Thursday"
    assert hours.day_seconds(date(2026, 12, 22)) == 0, "on leave"
    firm = view_of(desk).book.calendars.firm
    assert firm.day_seconds(date(2027, 1, 1)) == 27_000
    desk.do(AddWorkPattern(None, PatternFacts(date(2026, 1, 1), country="de", subdivision="by")))
    calendars = view_of(desk).book.calendars
    assert calendars.firm.day_seconds(date(2027, 1, 6)) == 0, "Epiphany in Bavaria"
    assert calendars.of(ben_of(desk)).day_seconds(date(2027, 1, 6)) == 27_000, "and none in Britain"
    assert calendars.of(ben_of(desk)).day_seconds(date(2027, 5, 3)) == 0, "where May Day is a Monday"


def test_who_has_left_has_no_time_and_their_work_is_a_conflict(desk: Desk) -> None:
    [pattern] = desk.ids("work_pattern")
    desk.sql("UPDATE work_pattern SET valid_to = '2026-11-20' WHERE id = ?", pattern)
    view = view_of(desk)
    weeks = [one for one in view.capacity if one.person == ben_of(desk) and one.week >= MONDAY]
    assert {one.available_s for one in weeks} == {0}
    assert any(one.kind is ConflictKind.LEAVE and one.person == ben_of(desk) for one in view.conflicts)


def test_closed_days_of_an_engagement_stop_its_work_alone(desk: Desk) -> None:
    tax = tax_of(desk)
    closed = EventFacts(CalendarEventKind.BLACKOUT, MONDAY, MONDAY, engagement=tax)
    desk.do(AddCalendarEvent(closed))
    calendars = view_of(desk).book.calendars
    assert calendars.of(ben_of(desk), tax).day_seconds(MONDAY) == 0
    assert calendars.of(ben_of(desk)).day_seconds(MONDAY) == 27_000


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (EventFacts(CalendarEventKind.LEAVE, MONDAY, MONDAY), "calendar.whose_leave"),
        (EventFacts(CalendarEventKind.BLACKOUT, MONDAY, MONDAY), "calendar.which_engagement"),
        (EventFacts(CalendarEventKind.OVERTIME, MONDAY, MONDAY), "calendar.how_long"),
        (EventFacts(CalendarEventKind.HOLIDAY, MONDAY, MONDAY, day_s=90_000), "calendar.day_length"),
        (EventFacts(CalendarEventKind.HOLIDAY, MONDAY, SUNDAY), "dates.order"),
        (EventFacts(CalendarEventKind.HOLIDAY, date(1, 1, 1), MONDAY), "day.out_of_range"),
        (EventFacts(CalendarEventKind.HOLIDAY, MONDAY, date(9999, 12, 31)), "day.out_of_range"),
    ],
)
def test_days_that_make_no_sense_are_refused(desk: Desk, facts: EventFacts, code: str) -> None:
    refused(desk, AddCalendarEvent(facts), code)


def test_working_hours_that_make_no_sense_are_refused(desk: Desk) -> None:
    day = ((32_400, 36_000), (35_000, 40_000))
    crossed = (day, (), (), (), (), (), ())
    refused(desk, AddWorkPattern(None, PatternFacts(MONDAY, week=crossed)), "calendar.hours")
    nothing = week_of_lengths((0,) * 7)
    refused(desk, AddWorkPattern(None, PatternFacts(MONDAY, week=nothing)), "calendar.no_hours")
    refused(desk, AddWorkPattern(None, PatternFacts(MONDAY, country="XX")), "calendar.country")
    refused(desk, AddWorkPattern(None, PatternFacts(MONDAY, country="GB", subdivision="BY")), "calendar.subdivision")
    refused(desk, AddWorkPattern(None, PatternFacts(MONDAY, subdivision="BY")), "calendar.no_country")
    desk.do(AddWorkPattern(None, PatternFacts(MONDAY)))
    refused(desk, AddWorkPattern(None, PatternFacts(MONDAY)), "calendar.pattern_twice")


def test_public_holidays_are_those_of_the_country_and_its_part() -> None:
    bavaria = {one.day for one in public_holidays("DE", "BY", 2026)}
    berlin = {one.day for one in public_holidays("DE", "BE", 2026)}
    assert date(2026, 1, 6) in bavaria - berlin
    assert public_holidays("XX", "", 2026) == public_holidays("", "", 2026) == ()
    assert public_holidays("DE", "", 9999) == public_holidays("DE", "", 1) == ()
    assert "ENG" in countries()["GB"]


def test_a_person_over_their_time_is_a_conflict_and_over_five_quarters_a_clash(desk: Desk) -> None:
    ben, tax = ben_of(desk), tax_of(desk)
    later = MONDAY + timedelta(days=7)

    def kinds() -> list[ConflictKind]:
        return [one.kind for one in view_of(desk).conflicts if one.starts == later and one.person == ben]

    desk.do(AddBooking(tax, BookingFacts(ben, 60, None, later, later + timedelta(days=4))))
    assert kinds() == []
    desk.do(AddBooking(tax, BookingFacts(ben, 50, None, later, later + timedelta(days=4))))
    assert kinds() == [ConflictKind.OVERLOAD]
    desk.do(AddBooking(tax, BookingFacts(ben, 15, None, later, later + timedelta(days=4))))
    assert kinds() == [ConflictKind.CLASH]
    week = next(one for one in view_of(desk).capacity if one.person == ben and one.week == later)
    assert (week.booked_s, week.available_s, week.percent) == (118_125, 94_500, 125)


def test_work_that_ends_in_leave_and_work_without_anybody_are_conflicts(desk: Desk) -> None:
    ben = ben_of(desk)
    in_leave = civil(date(2026, 12, 22), 63_000)
    task = add_task(desk, "Tidy up", owner=ben, starts=civil(date(2026, 12, 15), 32_400), ends=in_leave)
    found = view_of(desk).conflicts
    assert [one.items for one in found if one.kind is ConflictKind.LEAVE] == [(task,)]
    assert named(view_of(desk), "Findings").id in {one.items[0] for one in found if one.kind is ConflictKind.OWNER}


def test_a_fresh_plan_from_a_template_says_what_it_lacks_once_and_only_when_it_begins_soon(desk: Desk) -> None:
    gates = (GateKind.ACCEPTANCE, GateKind.INDEPENDENCE, GateKind.ENGAGEMENT_LETTER)
    [client] = desk.ids("client", name="Fenmoor Mills")

    def fresh(title: str, begins: date) -> tuple[EngagementId, list[Conflict]]:
        plan = plan_from_template(TEMPLATE, begins - timedelta(days=10))
        facts = EngagementFacts(title, ServiceLine.AUDIT)
        made = EngagementId(desk.do(CreateEngagement(client, facts, plan, gates)))
        return made, [one for one in view_of(desk).conflicts if made in one.engagements]

    _, later = fresh("In two months", MONDAY + timedelta(days=60))
    assert later == []
    _, soon = fresh("In ten days", MONDAY + timedelta(days=10))
    assert [one.kind for one in soon] == [ConflictKind.OWNER]
    _, now = fresh("Tomorrow", MONDAY + timedelta(days=1))
    assert [one.kind for one in now] == [ConflictKind.OWNER, ConflictKind.GATE]
    assert now[1].gates == gates
    desk.do(AssignOwner(now[0].items, ben_of(desk)))
    left = [one.kind for one in view_of(desk).conflicts if one.engagements == now[0].engagements]
    assert ConflictKind.OWNER not in left


def test_a_full_week_says_how_much_each_engagement_needs_of_it(desk: Desk) -> None:
    ben, tax = ben_of(desk), tax_of(desk)
    audit = next(one for one in desk.ids("engagement") if one != tax)
    later = MONDAY + timedelta(days=7)
    desk.do(AddBooking(EngagementId(audit), BookingFacts(ben, 40, None, later, later + timedelta(days=4))))
    desk.do(AddBooking(tax, BookingFacts(ben, 100, None, later, later + timedelta(days=4))))
    [clash] = [one for one in view_of(desk).conflicts if one.kind is ConflictKind.CLASH and one.starts == later]
    assert clash.engagements[0] == tax
    assert [e for e, _ in clash.shares] == list(clash.engagements)
    assert sum(seconds for _, seconds in clash.shares) == clash.needed_s


def test_a_deadline_that_cannot_be_kept_is_a_conflict(desk: Desk) -> None:
    task = add_task(desk, "Filing", owner=ben_of(desk), deadline=MONDAY, earliest=MONDAY + timedelta(days=2))
    [late] = [one for one in view_of(desk).conflicts if one.kind is ConflictKind.DEADLINE]
    assert (late.items, late.starts) == ((task,), MONDAY)
    assert late.late_s is not None
    assert late.late_s > 0


def test_a_baseline_keeps_what_has_moved_and_gone_since(desk: Desk) -> None:
    tax = tax_of(desk)
    baseline = desk.do(TakeBaseline("Kick-off", desk.clock.now_s(), SUNDAY, tax))
    walk = named(view_of(desk), "Walkthroughs")
    desk.do(RemoveTask(TaskId(walk.id)))
    then = {one.item: one for one in view_of(desk, baseline=baseline).baseline}
    assert (then[walk.id].starts, then[walk.id].name) == (walk.starts, "Walkthroughs")
    assert {one.engagement for one in then.values()} == {tax}
    assert [one.name for one in view_of(desk).baselines] == ["Kick-off", "Agreed"]
    desk.do(RemoveBaseline(baseline))
    assert [one.name for one in view_of(desk).baselines] == ["Agreed"]
    [empty] = desk.ids("engagement", title="Internal audit")
    refused(desk, TakeBaseline("Nothing", 1, SUNDAY, EngagementId(empty)), "baseline.empty")


def test_a_template_s_tasks_come_with_roles_links_and_deliverables(desk: Desk) -> None:
    [client] = desk.ids("client", name="Fenmoor Mills")
    plan = plan_from_template(TEMPLATE, date(2026, 12, 31))
    made = desk.do(CreateEngagement(client, EngagementFacts("Audit", ServiceLine.AUDIT), plan))
    view = view_of(desk, engagements=(made,))
    scope, after = named(view, "Scope"), named(view, "Plan")
    assert scope.role == "Manager"
    assert clock(scope.starts).isoformat() == "2027-01-11T09:00:00", "its phase begins on a Sunday"
    assert after.starts >= scope.ends
    assert named(view, "Audit plan").state is DeliverableState.PLANNED
    assert named(view, "Planning review").state is None
    assert [(link.from_id, link.to_id) for link in view.links] == [(scope.id, after.id)]


def test_next_year_keeps_owners_roles_deadlines_and_links(desk: Desk) -> None:
    tax = tax_of(desk)
    desk.sql("UPDATE engagement SET period_end = '2026-12-31' WHERE id = ?", tax)
    add_task(desk, "Filing", owner=ben_of(desk), role="Senior", deadline=date(2026, 12, 30), demand_percent=50)
    year = desk.read(engagement_year, tax, today=SUNDAY)
    assert year is not None
    proposal = roll_forward(year, date(2027, 12, 31))
    facts = EngagementFacts(proposal.title, ServiceLine.TAX, period_end=date(2027, 12, 31))
    made = desk.do(RollForwardEngagement(tax, facts, proposal.plan, ()))
    view = view_of(desk, engagements=(made,))
    filing = named(view, "Filing")
    assert (filing.owner, filing.role, filing.demand_percent) == (ben_of(desk), "Senior", 50)
    assert filing.deadline == date(2027, 12, 30)
    assert named(view, "Letter").due == date(2027, 12, 18)
    assert {link.kind for link in view.links} == {LinkKind.FINISH_START, LinkKind.FINISH_FINISH}
    assert len(view.links) == 2


def test_pinned_items_stay_and_hold_what_waits_for_them(desk: Desk) -> None:
    view = view_of(desk)
    walk, findings = named(view, "Walkthroughs"), named(view, "Findings")
    desk.do(PinItems((walk.id,), pinned=True))
    moved = view_of(desk)
    assert named(moved, "Walkthroughs").pinned
    found = replanned(moved.book, {findings.id: (civil(MONDAY), civil(MONDAY, 60_000))})
    assert found.pushes == ()
    assert len(found.broken) == 1


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (TaskPlan(starts=Civil(0)), "plan.half_a_place"),
        (TaskPlan(starts=Civil(10), ends=Civil(5)), "plan.ends_first"),
        (TaskPlan(basis=TaskBasis.DURATION), "task.duration"),
        (TaskPlan(demand_percent=0), "task.demand"),
        (TaskPlan(progress_percent=-1), "task.progress"),
        (TaskPlan(deadline=date(9999, 12, 31)), "day.out_of_range"),
        (TaskPlan(earliest=date(1, 1, 1)), "day.out_of_range"),
        (TaskPlan(remaining_s=-1), "task.estimate"),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused(desk: Desk, plan: TaskPlan, code: str) -> None:
    refused(desk, AddPlanTask(tax_of(desk), TaskFacts("Filing"), plan), code)


def test_a_booking_that_makes_no_sense_is_refused(desk: Desk) -> None:
    ben, tax = ben_of(desk), tax_of(desk)
    [stock] = desk.ids("task", name="Stock count")
    refused(desk, AddBooking(tax, BookingFacts(ben)), "booking.days")
    refused(desk, AddBooking(tax, BookingFacts(ben, 100, TaskId(stock))), "booking.task_of_other")
    refused(desk, AddBooking(tax, BookingFacts(ben, 0, None, MONDAY, MONDAY)), "booking.percent")
    refused(desk, AddBooking(tax, BookingFacts(ben, 100, None, MONDAY, SUNDAY)), "dates.order")
    refused(desk, SaveView("timeline", "Huge", {"a": "x" * 30_000}), "view.too_large")


def test_the_edges_of_the_calendar_and_impossible_work_are_still_planned(desk: Desk) -> None:
    tax = tax_of(desk)
    huge = desk.do(AddPlanTask(tax, TaskFacts("For ever", estimate_s=10**9 * 3600)))
    desk.do(AddPlanTask(tax, TaskFacts("Nothing", estimate_s=0)))
    desk.sql("UPDATE milestone SET due = '0001-01-01'")
    desk.sql("UPDATE deliverable SET due = '9999-12-31', deadline = '0001-01-01'")
    desk.sql("UPDATE calendar_event SET starts = '0001-01-01', ends = '9999-12-31'")
    view = view_of(desk)
    assert len(view.times) == len(view.items)
    assert view.book.items[PlanItemId(huge)].ends > civil(date(9000, 1, 1))
    assert min(day_of(one.starts) for one in view.items) == FIRST_DAY


def test_a_circle_in_damaged_rows_stops_nobody(desk: Desk) -> None:
    view = view_of(desk)
    walk, letter = named(view, "Walkthroughs"), named(view, "Letter")
    desk.sql(
        "INSERT INTO plan_link (id, version, from_kind, from_id, to_kind, to_id, kind, lag_s) "
        "VALUES (randomblob(16), 1, 'deliverable', ?, 'task', ?, 'fs', 0)",
        letter.id,
        walk.id,
    )
    damaged = view_of(desk)
    assert len(damaged.items) == len(view.items)
    assert set(damaged.book.network.cyclic) == {walk.id, letter.id, named(view, "Findings").id}


def test_a_filter_leaves_what_was_asked_for(desk: Desk) -> None:
    tax = tax_of(desk)
    assert {one.engagement for one in view_of(desk, engagements=(tax,)).items} == {tax}
    assert [one.name for one in view_of(desk, text="walk pillar").items] == ["Walkthroughs"]
    assert [one.title for one in view_of(desk, text="walk").engagements] == ["Pillar Two"]
    assert {one.name for one in view_of(desk, people=(ben_of(desk),)).items} == {"Walkthroughs"}
    assert {one.service_line for one in view_of(desk, lines=(ServiceLine.TAX,)).engagements} == {ServiceLine.TAX}
    lone = view_of(desk, text="Letter")
    assert [one.name for one in lone.far] == ["Findings"], "what a link reaches is told"


def test_an_item_s_form_shows_all_that_is_said_about_it(desk: Desk) -> None:
    view = view_of(desk)
    walk, findings, letter = (named(view, name) for name in ("Walkthroughs", "Findings", "Letter"))
    form = desk.read(item_form, walk.id)
    assert form is not None
    assert form.task is not None
    facts, plan = form.task
    assert (facts.name, facts.estimate_s, plan.owner, plan.starts) == (walk.name, 54_000, ben_of(desk), walk.starts)
    assert [(one.facts.person, one.facts.percent) for one in form.bookings] == [(ben_of(desk), 50)]
    assert [(one.other, one.waits) for one in form.links] == [(findings.id, False)]
    before = desk.rows()
    desk.do(EditPlanTask(TaskId(walk.id), facts, plan, form.version))
    assert desk.rows() == before, "what a form shows is what it writes"
    made = desk.read(item_form, letter.id)
    assert made is not None
    assert made.deliverable is not None
    assert made.deliverable.due == date(2026, 12, 18)
    assert [(one.other, one.waits, one.kind) for one in made.links] == [(findings.id, True, LinkKind.FINISH_FINISH)]
    [report] = desk.ids("milestone", name="Report")
    dated = desk.read(item_form, PlanItemId(report))
    assert dated is not None
    assert dated.milestone is not None
    assert [name for _, name in dated.phases] == ["Execution", "Assembly"]
    assert desk.read(item_form, PlanItemId(bytes(16))) is None


def test_working_hours_are_read_as_they_were_written(desk: Desk) -> None:
    [pattern] = desk.read(work_patterns)
    assert (pattern.person, pattern.facts.country) == (ben_of(desk), "GB")
    assert pattern.facts.week == week_of_lengths((27_000, 27_000, 27_000, 13_500, 0, 0, 0))


def test_others_tasks_are_not_offered_as_one_s_own(desk: Desk) -> None:
    [me] = desk.ids("person", is_me=1)
    due = date(2026, 11, 25)

    def add(name: str, owner: PersonId | None) -> TaskId:
        facts = TaskFacts(name, estimate_s=3_600, due=due)
        return TaskId(desk.do(AddPlanTask(tax_of(desk), facts, TaskPlan(owner=owner))))

    add("Mine", PersonId(me))
    add("Nobody's", None)
    add("Ben's", ben_of(desk))
    shared = add("Ben's, and I am booked", ben_of(desk))
    desk.do(AddBooking(tax_of(desk), BookingFacts(PersonId(me), 20, shared)))
    offered = {one.name for one in desk.read(planned_tasks, SUNDAY)}
    assert offered == {"Mine", "Nobody's", "Ben's, and I am booked"}


@pytest.mark.parametrize("percent", [50, 100, 200])
def test_what_a_booking_promises_is_what_it_does_also_where_the_task_grows_by_it(desk: Desk, percent: int) -> None:
    ben, tax = ben_of(desk), tax_of(desk)
    task = PlanItemId(
        desk.do(AddPlanTask(tax, TaskFacts("Notes", estimate_s=60 * 3_600), TaskPlan(demand_percent=100)))
    )
    waits = PlanItemId(desk.do(AddPlanTask(tax, TaskFacts("Review of the notes", estimate_s=7 * 3_600), TaskPlan())))
    desk.do(AddLink(task, waits))
    facts = BookingFacts(ben, percent, TaskId(task))
    before = desk.read(lambda session: booking_desk(session, tax, task, today=MONDAY))
    assert before is not None
    promised = outcome_of(before, facts)
    after = rebooked(before.book, (*before.book.bookings, booked(tax, task, facts)), task)
    desk.do(AddBooking(tax, facts))
    view = view_of(desk)
    for one in (task, waits):
        item = next(it for it in view.items if it.id == one)
        assert (after.items[one].starts, after.items[one].ends) == (item.starts, item.ends)
    weeks = {one.week: one for one in view.capacity if one.person == ben}
    assert promised.weeks
    assert all(weeks[one.week] == one for one in promised.weeks if one.week in weeks)


def booked(engagement: EngagementId, task: PlanItemId, facts: BookingFacts) -> BookingFact:
    return BookingFact(b"\0" * 16, engagement, task, facts.person, facts.percent, facts.starts, facts.ends, 0)


def test_the_firm_s_calendar_says_what_holds_today(desk: Desk) -> None:
    before = desk.read(lambda session: firm_calendar(session, today=MONDAY))
    assert (before.country, before.own_hours, before.days) == ("", False, ())
    desk.do(AddWorkPattern(None, PatternFacts(date(2026, 1, 1), None, None, "DE", "BY")))
    desk.do(AddWorkPattern(None, PatternFacts(date(2027, 1, 1), None, week_of_lengths([3_600] * 5 + [0, 0]), "GB", "")))
    day = date(2026, 12, 24)
    desk.do(AddCalendarEvent(EventFacts(CalendarEventKind.HOLIDAY, day, day, None, None, None, "Christmas Eve")))
    desk.do(AddCalendarEvent(EventFacts(CalendarEventKind.LEAVE, day, day, ben_of(desk), None, None, "")))
    past = date(2026, 5, 1)
    desk.do(AddCalendarEvent(EventFacts(CalendarEventKind.HOLIDAY, past, past, None, None, None, "Over")))
    now = desk.read(lambda session: firm_calendar(session, today=MONDAY))
    assert (now.country, now.subdivision, now.week_s) == ("DE", "Bayern", before.week_s)
    assert [one.name for one in now.days] == ["Christmas Eve"]
    later = desk.read(lambda session: firm_calendar(session, today=date(2027, 1, 4)))
    assert (later.country, later.subdivision, later.own_hours, later.days) == ("GB", "", True, ())
    assert later.week_s == 5 * 3_600


def test_a_task_that_is_opened_again_has_work_left(desk: Desk) -> None:
    task = TaskId(add_task(desk, "Memo", progress_percent=40))
    facts = TaskFacts("Memo", estimate_s=27_000)
    desk.do(EditTask(task, replace(facts, done_on=SUNDAY)))
    desk.do(EditTask(task, facts))
    assert named(view_of(desk), "Memo").progress_percent == 40
    desk.do(EditPlanTask(task, replace(facts, done_on=SUNDAY), TaskPlan(progress_percent=40)))
    desk.do(EditTask(task, facts))
    again = named(view_of(desk), "Memo")
    assert (again.is_done, again.progress_percent, again.left_s) == (False, 0, 27_000)


def test_a_move_of_many_tasks_reads_everybodys_calendars_once(desk: Desk) -> None:
    places = [civil(MONDAY + timedelta(days=n), 32_400) for n in range(4)]
    tasks = [
        add_task(desk, f"Review {n}", basis=TaskBasis.DURATION, duration_s=3_600, starts=at, ends=Civil(at + 3_600))
        for n, at in enumerate(places)
    ]
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)

    event.listen(desk.workspace.store.writer, "before_cursor_execute", note)
    desk.do(CommitMoves(tuple(PlanMove(task, at, Civil(at + 7_200)) for task, at in zip(tasks, places, strict=True))))
    assert sum("FROM work_pattern" in statement for statement in asked) == 1
    assert {row["duration_s"] for row in desk.rows()["task"].values() if row["name"].startswith("Review ")} == {7_200}
