"""People's time in the whole program: bookings, leave, working weeks, the firm's days, an engagement's closed days."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engagedesk.domain.ids import EngagementId, PersonId, PlanItemId, TaskId
from engagedesk.paths import Profile
from engagedesk.services.commands.bookings import AddBooking, BookingFacts
from engagedesk.services.commands.people import AddPerson
from engagedesk.services.commands.plan_items import AddPlanTask
from engagedesk.services.commands.plans import TaskFacts
from engagedesk.services.opening import ByPassphrase, Surroundings, create, open_profile
from engagedesk.services.queries.staffing import Staff, booking_desk, outcome_of, staff
from engagedesk.services.workspace import Workspace
from engagedesk.ui import intents
from engagedesk.ui import staffing_intents as staffing
from engagedesk.ui.controllers.staffing import Staffing
from engagedesk.ui.controllers.timeline import TimelineDesk
from engagedesk.ui.dialogs.booking_form import BookingForm
from engagedesk.ui.dialogs.form_sheet import FormSheet
from engagedesk.ui.dialogs.plan_forms import TaskPlanForm
from engagedesk.ui.pages.timeline import TimelinePage
from engagedesk.ui.theme import Tone
from engagedesk.ui.timeline import intents as wants
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
    room.qtbot.waitUntil(lambda: second.effect.tone is Tone.WARN)
    second.percent.set_value(100)
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
    menu = room.page.menu_for_chosen()
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
    from datetime import date

    from engagedesk.services.queries.plan import PlanFilter, plan_view

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
    workspace.execute(AddBooking(made["audit"], facts))
    view = workspace.read(plan_view, PlanFilter(), today=today)
    found = [one for one in view.capacity if one.person == made["lena"] and one.booked_s]
    assert list(promised.weeks) == found
    assert len(found) == 2
    people: Staff = workspace.read(staff, today=today)
    assert {"Lena Vogt", "Tom Ashby"} <= {one.name for one in people.people}
    workspace.close()
