"""Who is set aside for a task, or for an engagement as a whole, and what that makes of their weeks."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engagedesk.domain.ids import TaskId
from engagedesk.domain.plan import CLASH_PERCENT, OVERLOAD_PERCENT, PersonWeek
from engagedesk.errors import UserError
from engagedesk.services.command import Command
from engagedesk.services.commands.bookings import AddBooking, BookingFacts, EditBooking, RemoveBooking
from engagedesk.services.queries.plan_book import BookingFact
from engagedesk.services.queries.staffing import BookingDesk, Outcome
from engagedesk.ui.controllers.messages import sentences
from engagedesk.ui.dialogs.form_sheet import FormSheet
from engagedesk.ui.dialogs.plan_forms import PercentEntry
from engagedesk.ui.format import days_short, isolate, percent
from engagedesk.ui.theme import Icon, Tone, px
from engagedesk.ui.widgets.form import ChoiceEntry, DayEntry
from engagedesk.ui.widgets.states import IconMark
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import tr

WAIT_MS: Final = 120
"""Typing goes on for so long before the weeks are reckoned anew."""
_NAMED: Final = 4
"""So many weeks are named; the others are counted."""
_MOST: Final = 200


class Effect(QWidget):
    """What will come of it: a mark and a paragraph."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconMark(Icon.INFO, size=16)
        self._words = Label("", tone=Tone.SECOND, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(4), 0, px(4))
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        self.tone = Tone.SECOND

    @property
    def text(self) -> str:
        return self._words.text()

    def say(self, icon: Icon, tone: Tone, text: str) -> None:
        self.tone = tone
        self._mark.show_icon(icon, tone)
        self._words.set_tone(Tone.TEXT if tone is not Tone.SECOND else tone)
        self._words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))


class BookingForm(FormSheet):
    """A new booking, or one of those that are there. In by ``show_outcome``."""

    asked = Signal(object, object)
    """The ``BookingFacts`` whose outcome is to be reckoned, and the id of the booking that they change or None."""

    def __init__(self, desk: BookingDesk, *, parent: QWidget | None = None) -> None:
        whole = desk.task is None
        title = tr("Staffing", "Book somebody for all of it") if whole else tr("Staffing", "Book somebody")
        super().__init__(
            title, width=560, save=tr("Staffing", "Save"), icon=Icon.USERS, remove=tr("Staffing", "Remove"),
            parent=parent,
        )  # fmt: skip
        self.desk = desk
        self.aside.setText(desk.title if whole else f"{desk.title} · {desk.name}")
        self._bookings = {one.id: one for one in desk.bookings}
        names = {one.id: one.name for one in desk.staff.people}
        choices: list[tuple[bytes | None, str]] = [(None, tr("Staffing", "New booking"))]
        choices += [(one.id, booking_words(one, names.get(one.person, ""))) for one in desk.bookings]
        count = len(desk.bookings)
        there = tr("Staffing", "Booked so far: {n}. Choose one to change or remove it.").format(n=count)
        self.which = ChoiceEntry(tr("Staffing", "Booking"), choices, field="booking.id", hint=there if count else "")
        people = [(one.id, one.name) for one in desk.staff.people]
        self.person = ChoiceEntry(tr("Staffing", "Who"), people, field="booking.person")
        self.percent = PercentEntry(tr("Staffing", "Share of time, %"), field="booking.percent", least=1, most=_MOST)
        hint = "" if whole else tr("Staffing", "Empty: as long as the task runs.")
        self.starts = DayEntry(tr("Staffing", "From"), field="booking.starts", needed=whole, hint=hint,
                               codes=("booking.days",))  # fmt: skip
        self.ends = DayEntry(tr("Staffing", "To"), field="booking.ends", needed=whole, codes=("dates.order",))
        self.effect = Effect()
        self.effect.hide()
        self.lay_row(self.which)
        self.lay_row(self.person, self.percent, shares=(8, 4))
        self.lay_row(self.starts, self.ends)
        self.lay_widget(self.effect)
        self.which.setVisible(bool(count))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(WAIT_MS)
        self._soon.timeout.connect(self._ask)
        self._show()
        self.which.edited.connect(self._show)
        for field in (self.person, self.percent, self.starts, self.ends):
            field.edited.connect(self._soon.start)
        self.fit()

    def begin(self) -> None:
        """Put the keyboard to the person, and ask what the booking would do."""
        self.person.control.setFocus()
        self._ask()

    @property
    def facts(self) -> BookingFacts:
        """Return what the fields come to; ``UserError`` where they mean nothing."""
        task = None if self.desk.task is None else TaskId(self.desk.task)
        if self.person.value() is None:
            raise UserError("text.required", field=self.person.field)
        starts, ends = self.starts.value(), self.ends.value()
        if (starts is None) != (ends is None):
            raise UserError("booking.days")
        if starts is not None and ends is not None and ends < starts:
            raise UserError("dates.order", starts=starts, ends=ends)
        return BookingFacts(self.person.value(), self.percent.value(), task, starts, ends)

    def command(self) -> Command[Any]:
        row = self._chosen
        if row is None:
            return AddBooking(self.desk.engagement, self.facts)
        return EditBooking(row.id, self.facts, row.version)

    def removal(self) -> Command[Any] | None:
        return None if self._chosen is None else RemoveBooking(self._chosen.id)

    def show_outcome(self, facts: BookingFacts, outcome: Outcome) -> None:
        """Say what a booking makes of the person's weeks, where the fields still mean it."""
        try:
            if facts != self.facts:
                return
        except UserError:
            return
        name = next((one.name for one in self.desk.staff.people if one.id == facts.person), "")
        icon, tone, text = outcome_words(outcome, name)
        self.effect.say(icon, tone, text)

    @property
    def _chosen(self) -> BookingFact | None:
        return self._bookings.get(self.which.value())

    @Slot()
    def _show(self) -> None:
        row = self._chosen
        engagement = self.desk.book.engagements[self.desk.engagement]
        self.percent.set_value(row.percent if row else 100)
        if row is not None:
            self.person.set_value(row.person)
            self.starts.set_value(row.starts)
            self.ends.set_value(row.ends)
        else:
            booked = {one.person for one in self.desk.bookings}
            free = next((one.id for one in self.desk.staff.people if one.id not in booked), None)
            self.person.set_value(free)
            whole = self.desk.task is None
            today = self.desk.staff.today
            self.starts.set_value(max(today, engagement.starts or today) if whole else None)
            self.ends.set_value(engagement.ends if whole else None)
        self.remove_button.setVisible(row is not None)
        self._soon.start()

    @Slot()
    def _ask(self) -> None:
        try:
            facts = self.facts
        except UserError:
            # What is wrong is said beside its field, once that is left.
            self.effect.hide()
            return
        self.asked.emit(facts, None if self._chosen is None else self._chosen.id)


def booking_words(booking: BookingFact, name: str) -> str:
    """Return a booking in one line."""
    share = percent(booking.percent, 100)
    if booking.starts is None or booking.ends is None:
        return tr("Staffing", "{name}, {share}, as long as the task runs").format(name=name, share=share)
    days = days_short(booking.starts, booking.ends)
    return tr("Staffing", "{name}, {share}, {days}").format(name=name, share=share, days=isolate(days))


def outcome_words(outcome: Outcome, name: str) -> tuple[Icon, Tone, str]:
    """Return what a booking makes of somebody's weeks: how grave it is, and in words."""
    if outcome.nothing:
        return Icon.INFO, Tone.SECOND, tr("Staffing", "The task has no days ahead, so this takes none of their time.")
    over = [week for week in outcome.weeks if week.percent > OVERLOAD_PERCENT]
    clash = any(week.percent >= CLASH_PERCENT for week in over)
    said = []
    if over:
        words = (
            tr("Staffing", "{name} has a clash, more than can be worked ({weeks}).")
            if clash
            else tr("Staffing", "{name} has more than the week holds ({weeks}).")
        )
        said.append(words.format(name=name, weeks=_weeks(over)))
    elif outcome.weeks:
        most = max(outcome.weeks, key=lambda week: week.percent)
        words = tr("Staffing", "{name} has time for it: at most {share} planned, in week {number}.")
        share = percent(most.percent, 100)
        said.append(words.format(name=name, share=share, number=most.week.isocalendar().week))
    if outcome.away:
        days = ", ".join(days_short(one.starts, one.ends) for one in outcome.away[:_NAMED])
        said.append(tr("Staffing", "Leave falls into it ({days})").format(days=days))
    if not said:
        return Icon.INFO, Tone.SECOND, tr("Staffing", "There is no working time of theirs in these days.")
    tone = Tone.DANGER if clash else Tone.WARN if over or outcome.away else Tone.OK
    icon = Icon.CHARGEABLE if tone is Tone.OK else Icon.WARNING
    return icon, tone, sentences(*said)


def _weeks(weeks: list[PersonWeek]) -> str:
    named = [
        tr("Staffing", "week {number}: {share}").format(
            number=week.week.isocalendar().week,
            share=percent(week.percent, 100) if week.available_s else tr("Staffing", "without any time"),
        )
        for week in weeks[:_NAMED]
    ]
    if len(weeks) > _NAMED:
        named.append(tr("Staffing", "{n} more weeks").format(n=len(weeks) - _NAMED))
    return ", ".join(named)
