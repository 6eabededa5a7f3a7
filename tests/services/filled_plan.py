"""One of everything that a plan has, for the filled store."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from engagedesk.domain.civil import civil
from engagedesk.domain.ids import EngagementId, PersonId, PlanItemId
from engagedesk.domain.states import CalendarEventKind, LinkKind
from engagedesk.domain.working_time import week_of_lengths
from engagedesk.services.commands import baselines, bookings, calendars, links, plan_items, saved_views
from engagedesk.services.commands.plans import TaskFacts

if TYPE_CHECKING:
    from tests.services.building import Desk

PART_TIME: Final = week_of_lengths((27_000, 27_000, 27_000, 13_500, 0, 0, 0))


def fill_plan(desk: Desk, engagement: EngagementId, person: PersonId) -> None:
    """Give the filled store one of everything that a plan has."""
    do, now = desk.do, desk.clock.now_s()
    monday = date(2026, 11, 23)
    first = do(
        plan_items.AddPlanTask(
            engagement,
            TaskFacts("Walkthroughs", estimate_s=54_000),
            plan_items.TaskPlan(
                owner=person, starts=civil(monday, 32_400), ends=civil(monday + timedelta(days=1), 63_000)
            ),
        )
    )
    second = do(plan_items.AddPlanTask(engagement, TaskFacts("Findings", estimate_s=27_000)))
    memo = do(plan_items.AddDeliverable(engagement, plan_items.DeliverableFacts("Letter", date(2026, 12, 18))))
    do(links.AddLink(PlanItemId(first), PlanItemId(second)))
    do(links.AddLink(PlanItemId(second), PlanItemId(memo), LinkKind.FINISH_FINISH, 3_600))
    do(bookings.AddBooking(engagement, bookings.BookingFacts(person, 50, first)))
    do(baselines.TakeBaseline("Agreed", now, monday))
    do(calendars.AddWorkPattern(person, calendars.PatternFacts(date(2026, 1, 1), week=PART_TIME, country="GB")))
    leave = CalendarEventKind.LEAVE
    do(calendars.AddCalendarEvent(calendars.EventFacts(leave, date(2026, 12, 21), date(2026, 12, 31), person)))
    do(saved_views.SaveView("timeline", "Mine", {"zoom": 3}))
