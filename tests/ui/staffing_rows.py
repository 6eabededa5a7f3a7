"""The forms about people's time with the people of the timeline's sample."""

from __future__ import annotations

from typing import Any, Final, cast

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from engagedesk.domain.firm_profile import DEFAULT_PROFILE
from engagedesk.domain.ids import EngagementId, PersonId, PlanItemId
from engagedesk.domain.network import Network
from engagedesk.domain.plan import PersonWeek
from engagedesk.domain.states import CalendarEventKind
from engagedesk.domain.working_time import week_of_lengths
from engagedesk.errors import UserError
from engagedesk.services.commands.calendars import PatternFacts
from engagedesk.services.queries.kept_holidays import KeptHolidays
from engagedesk.services.queries.plan_book import BookingFact, EngagementSpan, PlanBook
from engagedesk.services.queries.plan_calendars import Calendars, OffDays
from engagedesk.services.queries.plan_forms import PatternPart
from engagedesk.services.queries.staffing import BookingDesk, Outcome, Staff, StaffPerson
from engagedesk.ui.dialogs.booking_form import BookingForm
from engagedesk.ui.dialogs.calendar_forms import DaysForm, WeekForm, Whose
from tests.ui.plan_form_rows import ITEMS
from tests.ui.timeline_rows import PEOPLE, TODAY, day, ident

ME, TOM, LENA = (PersonId(ident(key)) for key in ("pn", "ta", "lv"))
WALK: Final = next(one for one in ITEMS if one.id == ident("walk"))
ENGAGEMENT: Final = EngagementId(WALK.engagement)
DAYS: Final = (
    OffDays(CalendarEventKind.LEAVE, LENA, None, day(12, 7), day(12, 11), "Skiing", None, ident("skiing"), 1),
    OffDays(CalendarEventKind.LEAVE, ME, None, day(12, 18), day(12, 18), "", 13_500, ident("half"), 1),
    OffDays(CalendarEventKind.HOLIDAY, None, None, day(12, 24), day(12, 24), "Christmas Eve", None, ident("eve"), 1),
    OffDays(CalendarEventKind.OVERTIME, None, None, day(1, 11, 2027), day(3, 26, 2027), "Busy season", 34_200,
            ident("busy"), 1),
    OffDays(CalendarEventKind.BLACKOUT, None, ENGAGEMENT, day(12, 28), day(12, 31), "Stock count", None,
            ident("closed"), 1),
)  # fmt: skip
PATTERNS: Final = (
    PatternPart(ident("firm"), 1, None, PatternFacts(day(1, 1, 2026), country="GB", subdivision="ENG")),
    PatternPart(ident("lena"), 1, LENA, PatternFacts(
        day(4, 1), None, week_of_lengths([28_800, 28_800, 28_800, 28_800, 0, 0, 0]), "DE", "HE")),
)  # fmt: skip
STAFF: Final = Staff(
    TODAY,
    tuple(StaffPerson(PersonId(one.id), one.name, one.is_me) for one in PEOPLE),
    PATTERNS, DAYS, Calendars(DEFAULT_PROFILE, {}, DAYS, holidays=KeptHolidays({}), today=TODAY),
    {"AT": (), "DE": (("BY", "Bayern"), ("HE", "Hessen")), "GB": (("ENG", "England"), ("SCT", "Scotland"))},
    (ENGAGEMENT, "Harrowgate · Group audit"),
)  # fmt: skip
BOOK: Final = PlanBook(
    TODAY, STAFF.calendars, {ENGAGEMENT: EngagementSpan(ENGAGEMENT, day(10, 5), day(3, 26, 2027), live=True)}, {},
    {one.id: one for one in ITEMS if one.engagement == ENGAGEMENT},
    (
        BookingFact(ident("b1"), ENGAGEMENT, PlanItemId(WALK.id), ME, 50, None, None, 1),
        BookingFact(ident("b2"), ENGAGEMENT, PlanItemId(WALK.id), TOM, 100, day(11, 30), day(12, 4), 2),
    ),
    cast(Network, None), frozenset(),
)  # fmt: skip
DESK: Final = BookingDesk(STAFF, BOOK, ENGAGEMENT, "Harrowgate · Group audit", WALK.id, WALK.name)


def outcome(*percents: int, away: bool = False) -> Outcome:
    weeks = tuple(
        PersonWeek(LENA, day(11, 30 - 7 * (len(percents) - 1 - n)), 1_350 * part, 135_000)
        for n, part in enumerate(percents)
    )
    return Outcome(weeks, DAYS[:1] if away else ())


def booking(*percents: int, away: bool = False, desk: BookingDesk = DESK) -> QWidget:
    form = BookingForm(desk)
    form.person.set_value(LENA)
    form.show_outcome(form.facts, outcome(*percents, away=away))
    return form


def changed_booking() -> QWidget:
    form = BookingForm(DESK)
    form.which.set_value(ident("b2"))
    return form


def whole_engagement() -> QWidget:
    form = BookingForm(BookingDesk(STAFF, BOOK, ENGAGEMENT, "Harrowgate · Group audit", None, ""))
    form.show_outcome(form.facts, outcome(80))
    return form


def busy_season() -> QWidget:
    form = DaysForm(STAFF, Whose.FIRM)
    form.which.set_value(ident("busy"))
    return form


def wrong_days() -> QWidget:
    form = DaysForm(STAFF, Whose.PERSON, person=TOM)
    form.kind.set_value(CalendarEventKind.OVERTIME)
    form.save()
    return form


def refused_week() -> QWidget:
    form = WeekForm(STAFF, person=ME)
    form.refuse(UserError("calendar.pattern_twice", day=TODAY))
    return form


STAFFING_FORMS: dict[str, tuple[QSize, Any]] = {
    "booking": (QSize(620, 430), lambda: booking(70, 85)),
    "booking-clash": (QSize(620, 460), lambda: booking(110, 130, away=True)),
    "booking-changed": (QSize(620, 400), changed_booking),
    "booking-whole": (QSize(620, 380), whole_engagement),
    "leave": (QSize(620, 460), lambda: DaysForm(STAFF, Whose.PERSON, person=LENA)),
    "leave-wrong": (QSize(620, 460), wrong_days),
    "firm-days": (QSize(620, 460), busy_season),
    "closed-days": (QSize(620, 420), lambda: DaysForm(STAFF, Whose.ENGAGEMENT)),
    "working-week": (QSize(660, 600), lambda: WeekForm(STAFF, person=LENA)),
    "working-week-refused": (QSize(660, 600), refused_week),
    "firm-week": (QSize(660, 560), lambda: WeekForm(STAFF, of_firm=True)),
}
"""Every form with its size, filled."""
