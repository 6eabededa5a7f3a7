"""People's time in the whole program: bookings, leave, working weeks, the firm's days, an engagement's closed days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from engagedesk.domain.ids import EngagementId, PersonId, PlanItemId, TaskId
from engagedesk.domain.states import CalendarEventKind
from engagedesk.paths import Profile
from engagedesk.services.commands.bookings import AddBooking, BookingFacts
from engagedesk.services.commands.people import AddPerson
from engagedesk.services.commands.plan_items import AddPlanTask
from engagedesk.services.commands.plans import TaskFacts
from engagedesk.services.opening import ByPassphrase, Surroundings, create, open_profile
from engagedesk.services.queries.plan import PlanFilter, plan_view
from engagedesk.services.queries.staffing import Staff, booking_desk, outcome_of, staff
from engagedesk.services.workspace import Workspace
from engagedesk.ui import intents
from engagedesk.ui import staffing_intents as staffing
from engagedesk.ui.controllers.staffing import Staffing
from engagedesk.ui.controllers.timeline import TimelineDesk
from engagedesk.ui.dialogs.booking_form import BookingForm
from engagedesk.ui.dialogs.calendar_forms import DaysForm, Extent, WeekForm
from engagedesk.ui.dialogs.form_sheet import FormSheet
from engagedesk.ui.dialogs.plan_forms import TaskPlanForm
from engagedesk.ui.pages.settings import SettingsPage
from engagedesk.ui.pages.timeline import TimelinePage
from engagedesk.ui.setting_words import Group
from engagedesk.ui.theme import Tone, px
from engagedesk.ui.timeline import intents as wants
from engagedesk.ui.timeline.capacity import HEADER_PX, ROW_PX
from tests.shell.conftest import PASSPHRASE, Started, fill

Start = Callable[..., Started]


@pytest.fixture
def staffed(profile: Profile, around: Surroundings) -> tuple[Profile, dict[str, Any]]:
    """A store with two engagements, a task of four days in the first, and two people."""
    workspace = create(profile, PASSPHRASE, around, with_keyring=False).workspace
    audit, report = fill(workspace)
    task = workspace.execute(AddPlanTask(audit, TaskFacts("Walkthroughs", estimate_s=4 * 27_000))).result
    lena = workspace.execute(AddPerson("Lena Vogt")).result
    tom = workspace.execute(AddPerson("Tom Ashby")).result
    workspace.close()
    return profile, {"audit": audit, "report": report, "task": PlanItemId(task), "lena": lena, "tom": tom}


class Room:
    """A started program with the timeline in sight, and what opens in it."""

    def __init__(self, started: Started, qtbot: QtBot, made: dict[str, Any]) -> None:
        started.open()
        self.program, self.qtbot = started.program, qtbot
        self.audit: EngagementId = made["audit"]
        self.task: PlanItemId = made["task"]
        self.lena: PersonId = made["lena"]
        self.tom: PersonId = made["tom"]
        self.program._build_rest()
        desk, staffing_desk = self.program.findChild(TimelineDesk), self.program.findChild(Staffing)
        assert desk is not None
        assert staffing_desk is not None
        self.desk, self.staffing = desk, staffing_desk
        self.program.window.show()
        with qtbot.waitSignal(desk.shown):
            self.program.take(wants.OnTimeline(wants.What.SHOW))
        assert desk.page is not None
        self.page: TimelinePage = desk.page
        self.page.view.expand_all()

    def form(self, ask: intents.Intent | Callable[[], None]) -> Any:
        with self.qtbot.waitSignal(self.staffing.opened) as opened:
            self.program.take(ask) if isinstance(ask, intents.Intent) else ask()
        assert opened.args is not None
        assert isinstance(opened.args[0], FormSheet)
        return opened.args[0]

    def saved(self, form: FormSheet) -> None:
        with self.qtbot.waitSignals([form.accepted, self.desk.shown]):
            form.save()

    def removed(self, form: FormSheet) -> None:
        with self.qtbot.waitSignals([form.accepted, self.desk.shown]):
            form.remove_button.click()

    @property
    def view(self) -> Any:
        assert self.desk._view is not None
        return self.desk._view

    def bookings(self) -> list[tuple[PersonId, int, bool]]:
        return [(one.person, one.percent, one.own_days) for one in self.view.bookings]


@pytest.fixture
def room(qtbot: QtBot, start: Start, staffed: tuple[Profile, dict[str, Any]]) -> Room:
    return Room(start(staffed[0]), qtbot, staffed[1])


def test_b_on_a_task_books_somebody_as_long_as_it_runs_and_the_booking_is_changed_and_removed(room: Room) -> None:
    room.page.view.jump_to(room.task)
    form = room.form(lambda: QTest.keyClick(room.page.view.tree, Qt.Key.Key_B))
    assert isinstance(form, BookingForm)
    assert not form.which.isVisible()
    form.person.set_value(room.lena)
    form.percent.set_value(50)
    room.saved(form)
    assert room.bookings() == [(room.lena, 50, False)]
    again = room.form(staffing.BookSomebody(room.audit, room.task))
    assert again.which.isVisible()
    again.which.set_value(room.view.bookings[0].id)
    assert (again.person.value(), again.percent.value()) == (room.lena, 50)
    again.percent.set_value(80)
    again.starts.set_value(room.view.today)
    again.ends.set_value(room.view.today)
    room.saved(again)
    assert room.bookings() == [(room.lena, 80, True)]
    last = room.form(staffing.BookSomebody(room.audit, room.task))
    last.which.set_value(room.view.bookings[0].id)
    room.removed(last)
    assert room.bookings() == []
    with room.qtbot.waitSignal(room.desk.shown):
        room.program.take(intents.Undo())
    assert room.bookings() == [(room.lena, 80, True)]


def test_what_a_booking_makes_of_the_weeks_is_said_before_it_is_saved(room: Room) -> None:
    form = room.form(staffing.BookSomebody(room.audit, room.task))
    form.person.set_value(room.lena)
    form.percent.set_value(60)
    room.qtbot.waitUntil(lambda: "Lena Vogt has time for it" in form.effect.text)
    assert form.effect.tone is Tone.OK
    room.saved(form)
    second = room.form(staffing.BookSomebody(room.audit, room.task))
    second.person.set_value(room.lena)
    second.percent.set_value(60)
    room.qtbot.waitUntil(lambda: "Lena Vogt has time for it" in second.effect.text)
    # As long as the task runs, more of them makes it shorter; on days of its own it does not.
    monday = room.view.today + timedelta(days=28 - room.view.today.weekday())
    second.starts.set_value(monday)
    second.ends.set_value(monday + timedelta(days=4))
    second.percent.set_value(110)
    room.qtbot.waitUntil(lambda: second.effect.tone is Tone.WARN)
    second.percent.set_value(140)
    room.qtbot.waitUntil(lambda: second.effect.tone is Tone.DANGER)
    assert "%" in second.effect.text
    second.percent.control.setText("many")
    room.qtbot.waitUntil(second.effect.isHidden)
    second.save()
    assert second.isVisible()
    assert len(room.bookings()) == 1
    second.reject()


def test_one_day_alone_and_days_in_the_wrong_order_are_said_beside_their_fields(room: Room) -> None:
    form = room.form(staffing.BookSomebody(room.audit, room.task))
    form.starts.set_value(room.view.today)
    form.save()
    assert form.isVisible()
    assert form.starts._words.text()
    form.ends.set_value(room.view.today.replace(year=room.view.today.year - 1))
    form.save()
    assert form.isVisible()
    form.reject()
    assert room.bookings() == []


def test_an_engagement_is_booked_as_a_whole_from_its_row(room: Room) -> None:
    view = room.page.view
    assert view.arranged is not None
    number = next(n for n, node in enumerate(view.arranged.nodes) if node.engagement == room.audit and not node.item)
    view._choose(number)
    menu = room.page.menus.of_chosen()
    assert menu is not None
    action = next(one for one in menu.actions() if one.text().startswith("Book somebody"))
    form = room.form(action.trigger)
    form.person.set_value(room.tom)
    form.starts.set_value(room.view.today)
    form.ends.set_value(None)
    form.save()
    assert form.isVisible(), "a whole engagement needs both days"
    form.ends.set_value(room.view.today)
    room.saved(form)
    assert [(one.person, one.task) for one in room.view.bookings] == [(room.tom, None)]


def test_the_form_of_a_task_says_who_is_booked_and_books_on_top_of_itself(room: Room) -> None:
    with room.qtbot.waitSignal(room.desk.opened) as opened:
        room.program.take(wants.EditPlanItem(room.task))
    assert opened.args is not None
    item = opened.args[0]
    assert isinstance(item, TaskPlanForm)
    item.name.set_value("Walkthroughs, sales")
    form = room.form(item.book_button.click)
    form.person.set_value(room.tom)
    room.saved(form)
    assert "Tom Ashby" in item.booked.text()
    with room.qtbot.waitSignals([item.accepted, room.desk.shown]):
        item.save()
    assert room.bookings() == [(room.tom, 100, False)]
    assert next(one.name for one in room.view.items if one.id == room.task) == "Walkthroughs, sales"


def test_the_weeks_that_the_form_promises_are_those_that_the_plan_then_has(
    around: Surroundings, staffed: tuple[Profile, dict[str, Any]]
) -> None:
    profile, made = staffed
    workspace: Workspace = open_profile(profile, ByPassphrase(PASSPHRASE), around)
    today = date(2026, 11, 20)
    first, last = date(2026, 11, 23), date(2026, 12, 4)
    task = TaskId(made["task"])
    workspace.execute(AddBooking(made["audit"], BookingFacts(made["lena"], 40, task, first, first)))
    desk = workspace.read(booking_desk, made["audit"], made["task"], today=today)
    assert desk is not None
    facts = BookingFacts(made["lena"], 90, task, first, last)
    promised = outcome_of(desk, facts)
    over = BookingFacts(made["lena"], 90, task, date(2026, 11, 2), date(2026, 11, 13))
    assert outcome_of(desk, over).nothing, "what is over takes no time"
    workspace.execute(AddBooking(made["audit"], facts))
    view = workspace.read(plan_view, PlanFilter(), today=today)
    found = [one for one in view.capacity if one.person == made["lena"] and one.booked_s]
    assert list(promised.weeks) == found
    assert len(found) == 2
    people: Staff = workspace.read(staff, today=today)
    assert {"Lena Vogt", "Tom Ashby"} <= {one.name for one in people.people}
    workspace.close()


def seconds_of(room: Room, person: PersonId, day: date) -> int:
    return int(room.view.book.calendars.of(person).day_seconds(day))


def test_leave_is_entered_halved_and_removed_and_the_plan_knows_it(room: Room) -> None:
    monday = room.view.today + timedelta(days=14 - room.view.today.weekday())
    whole = seconds_of(room, room.lena, monday)
    assert whole > 0
    form = room.form(staffing.EnterLeave(room.lena))
    assert isinstance(form, DaysForm)
    assert form.person.value() == room.lena
    assert not form.which.isVisible()
    form.starts.set_value(monday)
    form.name.set_value("Skiing")
    room.saved(form)
    assert seconds_of(room, room.lena, monday) == 0
    assert seconds_of(room, room.tom, monday) == whole
    (days,) = room.view.book.calendars.away(room.lena)
    assert (days.kind, days.starts, days.ends, days.name) == (CalendarEventKind.LEAVE, monday, monday, "Skiing")
    again = room.form(staffing.EnterLeave(room.lena))
    again.which.set_value(days.event)
    assert again.name.value() == "Skiing"
    again.extent.set_value(Extent.HALF)
    room.saved(again)
    assert seconds_of(room, room.lena, monday) == whole // 2
    last = room.form(staffing.EnterLeave(room.lena))
    last.which.set_value(days.event)
    assert last.extent.value() is Extent.HALF
    room.removed(last)
    assert seconds_of(room, room.lena, monday) == whole


def test_longer_days_need_their_length_and_days_their_order(room: Room) -> None:
    form = room.form(staffing.EnterLeave())
    form.kind.set_value(CalendarEventKind.OVERTIME)
    form.save()
    assert form.isVisible()
    assert form.hours._words.text()
    form.hours.set_value(36_000)
    form.ends.set_value(room.view.today - timedelta(days=1))
    form.save()
    room.qtbot.waitUntil(lambda: bool(form.ends._words.text()) and form.save_button.isEnabled())
    assert form.isVisible()
    form.reject()
    assert room.view.book.calendars.events == ()


def test_a_part_time_week_is_filled_in_by_its_share_and_ends_with_the_last_day(room: Room) -> None:
    form = room.form(staffing.SetWorkingWeek(room.tom))
    assert isinstance(form, WeekForm)
    first = form.since.day()
    monday = first + timedelta(days=7 - first.weekday())
    whole = seconds_of(room, room.tom, monday)
    form.own.set_value(True)
    form.share.set_value(80)
    form.until.set_value(monday + timedelta(days=10))
    room.saved(form)
    assert seconds_of(room, room.tom, monday) == whole * 80 // 100
    assert room.view.book.calendars.gone(room.tom) == monday + timedelta(days=10)
    again = room.form(staffing.SetWorkingWeek(room.tom))
    assert again.own.value()
    assert again.share.value() == 80
    again.days[0].set_value(0)
    room.saved(again)
    assert seconds_of(room, room.tom, monday) == 0
    assert seconds_of(room, room.tom, monday + timedelta(days=1)) == whole * 80 // 100
    twice = room.form(staffing.SetWorkingWeek(room.tom))
    twice.which.set_value(None)
    twice.since.set_value(first)
    twice.save()
    room.qtbot.waitUntil(lambda: bool(twice.since._words.text()) and twice.save_button.isEnabled())
    twice.reject()


def test_the_firms_country_and_state_make_public_holidays_free(room: Room) -> None:
    form = room.form(staffing.SetFirmWeek())
    form.since.set_value(date(2020, 1, 1))
    form.country.set_value("DE")
    assert form.part.isVisible()
    form.part.set_value("BY")
    room.saved(form)
    epiphany = next(date(y, 1, 6) for y in range(room.view.today.year, 2099) if date(y, 1, 6).weekday() < 5)
    assert seconds_of(room, room.lena, epiphany) == 0
    own = room.form(staffing.SetWorkingWeek(room.lena))
    own.since.set_value(date(2020, 1, 1))
    own.country.set_value("GB")
    room.saved(own)
    assert seconds_of(room, room.lena, epiphany) > 0
    assert seconds_of(room, room.tom, epiphany) == 0


def test_settings_open_the_firms_week_and_days_and_the_busy_season_is_longer(room: Room) -> None:
    page = room.program.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    page.show_group(Group.FIRM)
    week = room.form(page.firm.week_button.click)
    assert isinstance(week, WeekForm)
    week.reject()
    form = room.form(page.firm.days_button.click)
    form.kind.set_value(CalendarEventKind.OVERTIME)
    monday = date(2031, 1, 6)
    form.starts.set_value(monday)
    form.ends.set_value(monday + timedelta(days=11))
    form.hours.set_value(36_000)
    with room.qtbot.waitSignal(form.accepted):
        form.save()
    with room.qtbot.waitSignal(room.desk.shown):
        room.program.take(wants.OnTimeline(wants.What.SHOW))
    assert seconds_of(room, room.tom, monday) == 36_000
    assert seconds_of(room, room.tom, monday + timedelta(days=5)) == 0


def test_days_closed_to_work_hold_for_one_engagement_alone(room: Room) -> None:
    form = room.form(staffing.CloseEngagement(room.audit))
    monday = date(2031, 1, 6)
    form.starts.set_value(monday)
    room.saved(form)
    calendars = room.view.book.calendars
    assert calendars.of(room.tom, room.audit).day_seconds(monday) == 0
    assert calendars.of(room.tom).day_seconds(monday) > 0
    again = room.form(staffing.CloseEngagement(room.audit))
    assert again.which.isVisible()
    again.reject()


def test_the_capacity_strip_offers_leave_and_working_week_by_key_mouse_and_enter(room: Room) -> None:
    form = room.form(staffing.BookSomebody(room.audit, room.task))
    form.person.set_value(room.lena)
    form.percent.set_value(50)
    room.saved(form)
    strip = room.page.view.capacity
    assert strip.has_rows
    asked: list[bytes] = []
    strip.menu_asked.connect(lambda person, _at: asked.append(person))
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Menu)
    QTest.keyClick(strip, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    row = strip.viewport().rect().topLeft() + QPoint(px(40), px(HEADER_PX) + px(ROW_PX) // 2)
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert asked == [room.lena] * 3
    with room.qtbot.waitSignal(room.page.view.person_menu_asked):
        QTest.keyClick(strip, Qt.Key.Key_Return)
    menu = room.page.menus.of_person(room.lena)
    leave, week = menu.actions()
    opened = room.form(leave.trigger)
    assert isinstance(opened, DaysForm)
    assert opened.person.value() == room.lena
    opened.reject()
    opened = room.form(week.trigger)
    assert isinstance(opened, WeekForm)
    assert opened.person.value() == room.lena
    opened.reject()


def test_the_palette_offers_peoples_time_and_the_menu_saves_the_plan_as_a_file(room: Room) -> None:
    registry = room.program.window.registry
    for key in ("people.leave", "people.week", "firm.week", "firm.days"):
        action = registry.action(key)
        assert action is not None
        assert action.intent is not None
        form = room.form(action.intent)
        form.reject()
    asked: list[object] = []
    room.page.intent.connect(asked.append)
    room.page._open_more()
    menu = next(one for one in room.page.findChildren(QMenu) if one.isVisible() and one.actions())
    files = next(one for one in menu.findChildren(QMenu) if one.title().startswith("Save as a file"))
    every, *others = files.actions()
    assert every.text().startswith("Everything")
    assert len(others) == len([one for one in others if one.text().startswith("Only ")]) == 1
    with room.qtbot.waitSignal(room.page.intent):
        every.trigger()
    assert asked[-1] == intents.WritePlan()
    with room.qtbot.waitSignal(room.page.intent):
        others[0].trigger()
    assert isinstance(asked[-1], intents.WritePlan)
    assert len(asked[-1].engagements) == 1
    for dialog in room.program.window.findChildren(QFileDialog):
        dialog.reject()
    menu.close()
