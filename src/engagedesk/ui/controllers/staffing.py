"""People's time: opens the forms of bookings, leave and working weeks, and turns what they come to into commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from engagedesk.domain.ids import EngagementId
from engagedesk.errors import UserError
from engagedesk.services.command import Command
from engagedesk.services.commands.bookings import BookingFacts
from engagedesk.services.workspace import Outcome as Done
from engagedesk.services.workspace import Workspace
from engagedesk.ui import intents
from engagedesk.ui import staffing_intents as wants
from engagedesk.ui.actions import Action, ActionGroup
from engagedesk.ui.controllers.forms import Forms
from engagedesk.ui.controllers.messages import said
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.dialogs.form_sheet import FormSheet
from engagedesk.ui.store_bridge import Request
from engagedesk.ui.theme import Icon
from engagedesk.ui.words import tr

if TYPE_CHECKING:
    # What reckons with plans is loaded when a form is first asked for.
    from engagedesk.services.queries.staffing import Staff


class Staffing(QObject):
    """Takes the intents about people's time. Lives in the GUI thread."""

    opened = Signal(object)
    """The ``FormSheet`` that opened."""

    def __init__(self, shell: Shell, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._bridge = shell.bridge
        self._forms = Forms(shell, self._after, parent=self)
        self._forms.opened.connect(self.opened)
        shell.window.registry.offer(staffing_actions())
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {
            wants.BookSomebody: self._book,
            wants.EnterLeave: self._enter_leave,
            wants.SetWorkingWeek: self._set_week,
            wants.SetFirmWeek: self._set_firm_week,
            wants.EnterFirmDays: self._enter_firm_days,
            wants.CloseEngagement: self._close_engagement,
        }

    # -- bookings ----------------------------------------------------------------------------------------------------

    def _book(self, intent: wants.BookSomebody) -> None:
        from engagedesk.services.queries.staffing import BookingDesk, booking_desk
        from engagedesk.services.queries.today import work_day_of

        zone, now_utc = self._shell.clock.zone_name(), self._shell.clock.now_s()

        def work(workspace: Workspace) -> BookingDesk | None:
            today = workspace.read(work_day_of, now_utc, zone)
            return workspace.read(booking_desk, intent.engagement, intent.task, today=today)

        def show(desk: BookingDesk | None) -> None:
            from engagedesk.ui.dialogs.booking_form import BookingForm

            if desk is None:
                self._shell.complain(UserError("record.gone", kind="engagement" if intent.task is None else "task"))
                return
            form = BookingForm(desk, parent=self._above())
            form.asked.connect(self._reckon)
            self._forms.open(form)

        self._bridge.ask(self, work, show, failed=self._shell.complain, topic="form")

    @Slot(object, object)
    def _reckon(self, facts: BookingFacts, instead: bytes | None) -> None:
        from engagedesk.services.queries.staffing import Outcome, outcome_of
        from engagedesk.ui.dialogs.booking_form import BookingForm

        form = self.sender()
        if not isinstance(form, BookingForm):
            return
        desk = form.desk

        def work(_request: Request[Outcome]) -> Outcome:
            return outcome_of(desk, facts, instead=instead)

        def show(outcome: Outcome) -> None:
            form.show_outcome(facts, outcome)

        self._bridge.aside(form, work, show)

    # -- calendars ---------------------------------------------------------------------------------------------------

    def _enter_leave(self, intent: wants.EnterLeave) -> None:
        def make(staff: Staff) -> FormSheet:
            from engagedesk.ui.dialogs.calendar_forms import DaysForm, Whose

            return DaysForm(staff, Whose.PERSON, person=intent.person, parent=self._above())

        self._ask(make)

    def _enter_firm_days(self, _intent: wants.EnterFirmDays) -> None:
        def make(staff: Staff) -> FormSheet:
            from engagedesk.ui.dialogs.calendar_forms import DaysForm, Whose

            return DaysForm(staff, Whose.FIRM, parent=self._above())

        self._ask(make)

    def _close_engagement(self, intent: wants.CloseEngagement) -> None:
        def make(staff: Staff) -> FormSheet:
            from engagedesk.ui.dialogs.calendar_forms import DaysForm, Whose

            return DaysForm(staff, Whose.ENGAGEMENT, parent=self._above())

        self._ask(make, engagement=intent.engagement)

    def _set_week(self, intent: wants.SetWorkingWeek) -> None:
        def make(staff: Staff) -> FormSheet:
            from engagedesk.ui.dialogs.calendar_forms import WeekForm

            return WeekForm(staff, person=intent.person, parent=self._above())

        self._ask(make, places=True)

    def _set_firm_week(self, _intent: wants.SetFirmWeek) -> None:
        def make(staff: Staff) -> FormSheet:
            from engagedesk.ui.dialogs.calendar_forms import WeekForm

            return WeekForm(staff, of_firm=True, parent=self._above())

        self._ask(make, places=True)

    def _ask(
        self, make: Callable[[Staff], FormSheet], *, engagement: EngagementId | None = None, places: bool = False
    ) -> None:
        """Read who works when, then open a form on it; countries are loaded in the store thread too."""
        zone, now_utc = self._shell.clock.zone_name(), self._shell.clock.now_s()

        def work(workspace: Workspace) -> Staff:
            from engagedesk.services.queries.staffing import staff
            from engagedesk.services.queries.today import work_day_of

            today = workspace.read(work_day_of, now_utc, zone)
            return workspace.read(staff, engagement, today=today, places=places)

        def show(found: Staff) -> None:
            if engagement is not None and found.engagement is None:
                self._shell.complain(UserError("record.gone", kind="engagement"))
                return
            self._forms.open(make(found))

        self._bridge.ask(self, work, show, failed=self._shell.complain, topic="form")

    # -- forms -------------------------------------------------------------------------------------------------------

    def _above(self) -> QWidget:
        """Return what a form opens on: the sheet that is open, else the window."""
        return QApplication.activeModalWidget() or self._shell.window

    def _after(self, _command: Command[Any], outcome: Done[Any]) -> None:
        if outcome.audit_seq is not None:
            self._shell.say(said(tr("Staffing", "Saved"), action=tr("Staffing", "Undo"), intent=intents.Undo()))


def staffing_actions() -> tuple[Action, ...]:
    """Return what the palette and the help offer from anywhere."""
    data = ActionGroup.DATA
    return (
        Action("people.leave", tr("Staffing", "Enter leave or other days off"), "", Icon.CALENDAR, data,
               wants.EnterLeave(), also=tr("Staffing", "holiday vacation absence away sick half day")),
        Action("people.week", tr("Staffing", "Set somebody's working week"), "", Icon.USERS, data,
               wants.SetWorkingWeek(), also=tr("Staffing", "part-time hours pattern contract last day")),
        Action("firm.week", tr("Staffing", "Set the firm's working week and public holidays"), "", Icon.FIRM, data,
               wants.SetFirmWeek(), also=tr("Staffing", "country state calendar bank holiday")),
        Action("firm.days", tr("Staffing", "Enter firm holidays or the busy season"), "", Icon.FIRM, data,
               wants.EnterFirmDays(), also=tr("Staffing", "overtime closed bridge day")),
    )  # fmt: skip
