"""The days of a budget are the plan's: public holidays, leave and a closed client use nothing up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from engagedesk.domain.firm_profile import FirmProfile, RateSight
from engagedesk.domain.ids import PersonId
from engagedesk.domain.states import CalendarEventKind
from engagedesk.services.commands.bookings import AddBooking, BookingFacts
from engagedesk.services.commands.budgets import LineFacts, SetBudget
from engagedesk.services.commands.calendars import AddCalendarEvent, AddWorkPattern, EventFacts, PatternFacts
from engagedesk.services.commands.firm import RememberView, SetFirmProfile
from engagedesk.services.queries import kept_holidays
from engagedesk.services.queries.budgets import budget_page
from engagedesk.services.queries.kept_holidays import holidays_to_keep
from engagedesk.services.queries.plan_calendars import calendars
from tests.services.building import Desk

FRIDAY = date(2026, 12, 18)
DAY_S = 27_000


@pytest.fixture(autouse=True)
def _no_free_days(desk: Desk) -> None:
    desk.sql("DELETE FROM work_pattern")
    desk.sql("DELETE FROM calendar_event")


@pytest.fixture
def advice(desk: Desk) -> Any:
    """An engagement in hours, with two days' budget, and somebody booked on it full-time from the day after today."""
    [found] = desk.ids("engagement", title="Internal audit")
    [ben] = [one for one, row in desk.rows()["person"].items() if row["name"] == "Ben Okoro"]
    desk.do(SetFirmProfile(replace(FirmProfile(), rates=RateSight.NOBODY)))
    worked = sum(row["seconds"] for row in desk.rows()["time_entry"].values() if row["engagement_id"] == found)
    desk.do(SetBudget(found, (LineFacts(None, "Senior", worked + 4 * DAY_S, 0),), FRIDAY, 1))
    desk.do(AddBooking(found, BookingFacts(PersonId(ben), 100, None, date(2026, 12, 19), date(2027, 1, 31))))
    return found


def by_bookings(desk: Desk, engagement: Any) -> date | None:
    page = desk.read(budget_page, engagement, today=FRIDAY)
    assert page is not None
    return page.exhausted_by_bookings


def test_bookings_use_a_budget_up_on_working_days(desk: Desk, advice: Any) -> None:
    assert by_bookings(desk, advice) == date(2026, 12, 24)


def test_public_holidays_leave_and_a_closed_client_put_it_off(desk: Desk, advice: Any) -> None:
    desk.do(SetBudget(advice, (LineFacts(None, "Senior", 7 * DAY_S, 0),), FRIDAY, 1, "More"))
    before = by_bookings(desk, advice)
    desk.do(AddWorkPattern(None, PatternFacts(date(2026, 1, 1), country="GB", subdivision="ENG")))
    with_holidays = by_bookings(desk, advice)
    [ben] = [one for one, row in desk.rows()["person"].items() if row["name"] == "Ben Okoro"]
    leave = EventFacts(CalendarEventKind.LEAVE, date(2026, 12, 21), date(2026, 12, 21), PersonId(ben))
    desk.do(AddCalendarEvent(leave))
    with_leave = by_bookings(desk, advice)
    closed = EventFacts(CalendarEventKind.BLACKOUT, date(2026, 12, 29), date(2027, 1, 3), engagement=advice)
    desk.do(AddCalendarEvent(closed))
    closed_too = by_bookings(desk, advice)
    assert before is not None
    assert with_holidays is not None
    assert with_leave is not None
    assert closed_too is not None
    assert before < with_holidays < with_leave < closed_too


def test_public_holidays_are_written_down_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert desk.read(holidays_to_keep, today=FRIDAY) == ()
    desk.do(AddWorkPattern(None, PatternFacts(date(2026, 1, 1), country="GB", subdivision="ENG")))
    looked_up = desk.read(calendars, today=FRIDAY).firm_days
    for key, text in desk.read(holidays_to_keep, today=FRIDAY):
        desk.do(RememberView(key, text))
    assert desk.read(holidays_to_keep, today=FRIDAY) == ()

    def refuses(*_asked: object) -> None:
        raise AssertionError("the library was asked")

    monkeypatch.setattr(kept_holidays, "public_holidays", refuses)
    assert desk.read(calendars, today=FRIDAY).firm_days == looked_up
    assert any(day.name for day in looked_up)


def test_a_new_year_is_written_down_when_it_comes(desk: Desk) -> None:
    desk.do(AddWorkPattern(None, PatternFacts(date(2026, 1, 1), country="DE", subdivision="HE")))
    for key, text in desk.read(holidays_to_keep, today=FRIDAY):
        desk.do(RememberView(key, text))
    [(_, text)] = desk.read(holidays_to_keep, today=date(2027, 1, 1))
    assert "2031-" in text
