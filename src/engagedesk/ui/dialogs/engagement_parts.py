"""The forms of an engagement's parts: code, gate, team member, phase, task, milestone, rate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from engagedesk.domain.ids import DeliverableId, PersonId, PhaseId
from engagedesk.domain.states import GateKind, GateState, PhaseState
from engagedesk.errors import UserError
from engagedesk.services.command import Command
from engagedesk.services.commands.engagements import (
    AddCode,
    AddMilestone,
    AddPhase,
    AddTask,
    CodeFacts,
    EditCode,
    SetGate,
)
from engagedesk.services.commands.people import RemoveTeamMember as TakeOffTeam
from engagedesk.services.commands.people import SetRate
from engagedesk.services.commands.plan_items import (
    AddDeliverable,
    DeliverableFacts,
    EditDeliverable,
    RemoveDeliverable,
)
from engagedesk.services.commands.plans import (
    EditMilestone,
    EditPhase,
    EditTask,
    MilestoneFacts,
    PhaseFacts,
    RemoveMilestone,
    RemovePhase,
    RemoveTask,
    TaskFacts,
)
from engagedesk.services.commands.teams import (
    EditTeamMember,
    MemberFacts,
    NewPerson,
    PutOnTeam,
    RemoveRate,
    UseNewRateCard,
    UseRateCard,
)
from engagedesk.services.queries.engagement_book import (
    CodePart,
    EngagementBook,
    GatePart,
    MemberPart,
    MilestonePart,
    PhasePart,
    RatePart,
    TaskPart,
)
from engagedesk.ui import words
from engagedesk.ui.dialogs.form_sheet import FormSheet
from engagedesk.ui.format import hm
from engagedesk.ui.theme import Icon
from engagedesk.ui.widgets.form import AmountEntry, ChoiceEntry, DayEntry, HoursEntry, TextEntry, TickEntry
from engagedesk.ui.words import tr

_NEW: Final = b""
"""Chosen in place of a record: make one."""


class PartForm(FormSheet):
    """A small form about one part; the engagement stands beside the title."""

    def __init__(
        self,
        title: str,
        book: EngagementBook,
        *,
        icon: Icon | None = None,
        remove: str = "",
        width: int = 480,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, width=width, save=tr("PartForm", "Save"), icon=icon, remove=remove, parent=parent)
        self.book = book
        self.aside.setText(" · ".join((book.client, book.facts.title)))


class CodeForm(PartForm):
    """A charge code: open it, limit it, close it."""

    def __init__(
        self, book: EngagementBook, part: CodePart | None, *, today: date, parent: QWidget | None = None
    ) -> None:
        title = tr("PartForm", "Charge code") if part else tr("PartForm", "New charge code")
        super().__init__(title, book, parent=parent)
        self._part, self._today = part, today
        facts = part.facts if part else CodeFacts("", valid_from=book.facts.starts, valid_to=None)
        self.code = TextEntry(tr("PartForm", "Code"), field="code.code", codes=("code.taken",), limit=60, needed=True)
        self.activity = TextEntry(tr("PartForm", "Activity"), field="code.activity",
                                  hint=tr("PartForm", "What time on it is for."))  # fmt: skip
        self.valid_from = DayEntry(tr("PartForm", "Valid from"), field="code.valid_from")
        self.valid_to = DayEntry(tr("PartForm", "Valid to"), field="code.valid_to", codes=("dates.order",))
        self.chargeable = TickEntry(tr("PartForm", "Chargeable"), field="code.chargeable",
                                    hint=tr("PartForm", "Counts as client work in utilization."))  # fmt: skip
        self.billable = TickEntry(tr("PartForm", "Billable"), field="code.billable",
                                  hint=tr("PartForm", "Goes onto an invoice."))  # fmt: skip
        closed = tr("PartForm", "A closed code takes no more time. Time on it that is not submitted is held back.")
        self.closed = TickEntry(tr("PartForm", "Closed"), field="code.closed", hint=closed)
        self.closed_on = DayEntry(tr("PartForm", "Closed from"), field="code.closed_on", codes=("code.closed_on",))
        self.code.set_value(facts.code)
        self.activity.set_value(facts.activity)
        self.valid_from.set_value(facts.valid_from)
        self.valid_to.set_value(facts.valid_to)
        self.chargeable.set_value(facts.chargeable)
        self.billable.set_value(facts.billable)
        self.closed.set_value(facts.closed)
        self.closed_on.set_value(facts.closed_on)
        self.lay_row(self.code, self.activity, shares=(5, 7))
        self.lay_row(self.valid_from, self.valid_to)
        self.lay_row(self.chargeable, self.billable)
        self.lay_row(self.closed, self.closed_on, shares=(7, 5))
        self.closed.edited.connect(self._show_closing)
        self.closed_on.setVisible(facts.closed)
        self.fit()

    def command(self) -> Command[Any]:
        closed = self.closed.value()
        facts = CodeFacts(
            self.code.value(),
            self.activity.value(),
            self.valid_from.value(),
            self.valid_to.value(),
            closed,
            self.closed_on.value() if closed else None,
            self.chargeable.value(),
            self.billable.value(),
        )
        if self._part is None:
            return AddCode(self.book.id, facts)
        return EditCode(self._part.id, facts, self._part.version)

    @Slot()
    def _show_closing(self) -> None:
        on = self.closed.value()
        self.closed_on.setVisible(on)
        if on and not self.closed_on.control.text():
            self.closed_on.set_value(self._today)


class GateForm(PartForm):
    """A gate: open, settled on a day, or not needed."""

    def __init__(
        self, book: EngagementBook, kind: GateKind | None, *, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("PartForm", "Gate"), book, icon=Icon.SHIELD, parent=parent)
        self._parts: dict[GateKind, GatePart] = {gate.kind: gate for gate in book.gates}
        self._today = today
        kinds = [(one, words.gate(one)) for one in GateKind]
        self.kind = ChoiceEntry(tr("PartForm", "Gate"), kinds, field="gate.kind")
        states = [
            (GateState.OPEN, tr("PartForm", "Open")),
            (GateState.SETTLED, tr("PartForm", "Settled")),
            (GateState.NOT_NEEDED, tr("PartForm", "Not needed")),
        ]
        hint = tr("PartForm", "Work before an open gate is flagged, never refused.")
        self.state = ChoiceEntry(tr("PartForm", "State"), states, field="gate.state", hint=hint)
        self.day = DayEntry(tr("PartForm", "Settled on"), field="gate.settled_on", needed=True)
        self.note = TextEntry(tr("PartForm", "Note"), field="gate.note", limit=2_000)
        first = next((one for one in GateKind if one not in self._parts), GateKind.INDEPENDENCE)
        self.kind.set_value(kind or first)
        self.lay_row(self.kind)
        self.lay_row(self.state, self.day, shares=(7, 5))
        self.lay_row(self.note)
        self.kind.edited.connect(self._show_kind)
        self.state.edited.connect(self._show_state)
        self._show_kind()
        self.fit()

    def command(self) -> Command[Any]:
        settled = self.state.value() is GateState.SETTLED
        day = self.day.value() if settled else None
        return SetGate(self.book.id, self.kind.value(), self.state.value(), day, self.note.value())

    @Slot()
    def _show_kind(self) -> None:
        part = self._parts.get(self.kind.value())
        self.state.set_value(part.state if part else GateState.OPEN)
        self.day.set_value(part.settled_on if part else None)
        self.note.set_value(part.note if part else "")
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        settled = self.state.value() is GateState.SETTLED
        self.day.setVisible(settled)
        if settled and not self.day.control.text():
            self.day.set_value(self._today)


class MemberForm(PartForm):
    """Somebody on the team: who, in which role, from when to when; a new person in the same step."""

    def __init__(
        self, book: EngagementBook, part: MemberPart | None, *, today: date, parent: QWidget | None = None
    ) -> None:
        title = tr("PartForm", "On the team") if part else tr("PartForm", "Add to the team")
        remove = tr("PartForm", "Take off the team") if part else ""
        super().__init__(title, book, icon=Icon.USERS, remove=remove, width=560, parent=parent)
        self._part, self._today = part, today
        facts = part.facts if part else MemberFacts()
        people: list[tuple[PersonId | None, str]] = [(None, tr("PartForm", "Somebody new"))]
        people += [(p.id, f"{p.name}, {p.grade}" if p.grade else p.name) for p in book.people]
        self.person = ChoiceEntry(tr("PartForm", "Person"), people, field="team.person")
        self.name = TextEntry(tr("PartForm", "Name"), field="person.name", codes=("person.exists",), needed=True)
        self.email = TextEntry(tr("PartForm", "E-mail"), field="person.email", limit=320)
        self.key = TextEntry(tr("PartForm", "Staff number"), field="person.staff_key", limit=100,
                             hint=tr("PartForm", "As the firm's extracts name the person."))  # fmt: skip
        self.grade = TextEntry(tr("PartForm", "Grade"), field="person.grade", limit=100, offers=book.grades)
        self.grade_from = DayEntry(tr("PartForm", "Holds it from"), field="person.grade_from", needed=True)
        self.role = TextEntry(tr("PartForm", "Role on this engagement"), field="team.role", codes=("team.twice",),
                              offers=[words.role_word(role) for role in words.ROLES])  # fmt: skip
        self.planned = HoursEntry(tr("PartForm", "Planned hours"), field="team.planned_s", codes=("task.estimate",))
        self.starts = DayEntry(tr("PartForm", "From"), field="team.starts")
        self.ends = DayEntry(tr("PartForm", "To"), field="team.ends", codes=("dates.order",))
        there = {member.person for member in book.team}
        free = next((p.id for p in book.people if p.id not in there), None)
        self.person.set_value(part.person if part else free)
        self.person.control.setEnabled(part is None)
        self.role.set_value(facts.role)
        self.planned.set_value(facts.planned_s)
        self.starts.set_value(facts.starts)
        self.ends.set_value(facts.ends)
        self.grade.set_value(part.grade if part else "")
        self.grade_from.set_value(today)
        self.lay_row(self.person)
        self.lay_row(self.name, self.email)
        self.lay_row(self.key)
        self.lay_row(self.role, self.planned, shares=(8, 4))
        self.lay_row(self.grade, self.grade_from, shares=(8, 4))
        self.lay_row(self.starts, self.ends)
        self.person.edited.connect(self._show_person)
        self.grade.edited.connect(self._show_grade)
        self._show_person()
        self.fit()

    def command(self) -> Command[Any]:
        facts = MemberFacts(self.role.value(), self.starts.value(), self.ends.value(), self.planned.value())
        if self._part is None:
            chosen: PersonId | None = self.person.value()
            if chosen is not None:
                return PutOnTeam(self.book.id, chosen, facts)
            new = NewPerson(self.name.value(), self.grade.value(), self.email.value(), self.key.value())
            return PutOnTeam(self.book.id, new, facts)
        grade = self.grade.value()
        changed = grade if grade != self._part.grade else ""
        return EditTeamMember(
            self._part.id, facts, changed, self.grade_from.value() if changed else None, self._part.version
        )

    def removal(self) -> Command[Any] | None:
        return None if self._part is None else TakeOffTeam(self._part.id)

    @Slot()
    def _show_person(self) -> None:
        new = self._part is None and self.person.value() is None
        for field in (self.name, self.email, self.key):
            field.setVisible(new)
        self.grade.setVisible(new or self._part is not None)
        self._show_grade()

    @Slot()
    def _show_grade(self) -> None:
        # A grade belongs to the person, not to the engagement: a new one holds from a day on.
        self.grade_from.setVisible(self._part is not None and self.grade.control.text().strip() != self._part.grade)


class PhaseForm(PartForm):
    def __init__(self, book: EngagementBook, part: PhasePart | None, *, parent: QWidget | None = None) -> None:
        title = tr("PartForm", "Phase") if part else tr("PartForm", "New phase")
        super().__init__(title, book, remove=tr("PartForm", "Remove phase") if part else "", parent=parent)
        self._part = part
        last = book.phases[-1].facts if book.phases else None
        facts = part.facts if part else PhaseFacts("", last.ends if last else book.facts.starts)
        self.name = TextEntry(tr("PartForm", "Phase"), field="phase.name", needed=True)
        self.starts = DayEntry(tr("PartForm", "Starts"), field="phase.starts")
        self.ends = DayEntry(tr("PartForm", "Ends"), field="phase.ends", codes=("dates.order",))
        states = [(state, words.phase_state(state)) for state in PhaseState]
        self.state = ChoiceEntry(tr("PartForm", "State"), states, field="phase.state")
        self.name.set_value(facts.name)
        self.starts.set_value(facts.starts)
        self.ends.set_value(facts.ends)
        self.state.set_value(facts.state)
        self.lay_row(self.name, self.state, shares=(8, 4))
        self.lay_row(self.starts, self.ends)
        self.fit()

    def command(self) -> Command[Any]:
        facts = PhaseFacts(self.name.value(), self.starts.value(), self.ends.value(), self.state.value())
        if self._part is None:
            return AddPhase(self.book.id, facts.name, facts.starts, facts.ends, facts.state)
        return EditPhase(self._part.id, facts, self._part.version)

    def removal(self) -> Command[Any] | None:
        return None if self._part is None else RemovePhase(self._part.id)


def _phase_choice(book: EngagementBook) -> ChoiceEntry:
    choices: list[tuple[PhaseId | None, str]] = [(None, tr("PartForm", "No phase"))]
    choices += [(phase.id, phase.facts.name) for phase in book.phases]
    return ChoiceEntry(tr("PartForm", "Phase"), choices, field="task.phase", codes=("phase.of_other",))


class _DoneForm(PartForm):
    """A part that may be done, on a day; today is proposed."""

    is_done: TickEntry
    done_on: DayEntry
    _today: date

    @Slot()
    def _show_done(self) -> None:
        on = self.is_done.value()
        self.done_on.setVisible(on)
        if on and not self.done_on.control.text():
            self.done_on.set_value(self._today)


class TaskForm(_DoneForm):
    def __init__(
        self,
        book: EngagementBook,
        part: TaskPart | None,
        *,
        today: date,
        phase: PhaseId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = tr("PartForm", "Task") if part else tr("PartForm", "New task")
        super().__init__(title, book, remove=tr("PartForm", "Remove task") if part else "", parent=parent)
        self._part, self._today = part, today
        facts = part.facts if part else TaskFacts("", phase)
        self.name = TextEntry(tr("PartForm", "Task"), field="task.name", needed=True)
        self.phase = _phase_choice(book)
        booked = tr("PartForm", "{time} worked so far.").format(time=hm(part.own_s)) if part and part.own_s else ""
        self.estimate = HoursEntry(tr("PartForm", "Estimate, hours"), field="task.estimate_s",
                                   codes=("task.estimate",), hint=booked)  # fmt: skip
        self.due = DayEntry(tr("PartForm", "Due"), field="task.due")
        self.is_done = TickEntry(tr("PartForm", "Done"), field="task.done")
        self.done_on = DayEntry(tr("PartForm", "Done on"), field="task.done_on", needed=True)
        self.name.set_value(facts.name)
        self.phase.set_value(facts.phase)
        self.estimate.set_value(facts.estimate_s)
        self.due.set_value(facts.due)
        self.is_done.set_value(facts.done_on is not None)
        self.done_on.set_value(facts.done_on)
        self.lay_row(self.name)
        self.lay_row(self.phase, self.estimate, self.due, shares=(5, 3, 4))
        self.lay_row(self.is_done, self.done_on, shares=(8, 4))
        self.is_done.edited.connect(self._show_done)
        self._show_done()
        self.is_done.setVisible(part is not None)
        self.fit()

    def command(self) -> Command[Any]:
        done = self.done_on.value() if self.is_done.value() else None
        facts = TaskFacts(self.name.value(), self.phase.value(), self.estimate.value(), self.due.value(), done)
        if self._part is None:
            return AddTask(self.book.id, facts.name, facts.phase, facts.estimate_s, facts.due)
        return EditTask(self._part.id, facts, self._part.version)

    def removal(self) -> Command[Any] | None:
        return None if self._part is None else RemoveTask(self._part.id)


class MilestoneForm(_DoneForm):
    def __init__(
        self,
        book: EngagementBook,
        part: MilestonePart | None,
        *,
        today: date,
        phase: PhaseId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = tr("PartForm", "Date") if part else tr("PartForm", "New date")
        if part is not None and part.made is not None:
            title = tr("PartForm", "Deliverable")
        super().__init__(title, book, icon=Icon.CALENDAR, remove=tr("PartForm", "Remove date") if part else "",
                         parent=parent)  # fmt: skip
        self._part, self._today = part, today
        self.name = TextEntry(tr("PartForm", "What is due"), field="milestone.name", needed=True)
        self.phase = _phase_choice(book)
        self.due = DayEntry(tr("PartForm", "Due"), field="milestone.due", needed=True)
        self.is_done = TickEntry(tr("PartForm", "Done"), field="milestone.done")
        self.done_on = DayEntry(tr("PartForm", "Done on"), field="milestone.done_on", needed=True)
        self.phase.set_value(part.facts.phase if part else phase)
        if part is not None:
            self.name.set_value(part.facts.name)
            self.due.set_value(part.facts.due)
            self.is_done.set_value(part.facts.done_on is not None)
            self.done_on.set_value(part.facts.done_on)
        self.is_handed = TickEntry(tr("PartForm", "Something is handed over: a deliverable"), field="milestone.handed")
        self.lay_row(self.name)
        self.lay_row(self.phase, self.due, shares=(7, 5))
        self.lay_row(self.is_done, self.done_on, shares=(8, 4))
        self.lay_row(self.is_handed)
        self.is_done.edited.connect(self._show_done)
        self._show_done()
        self.is_done.setVisible(part is not None)
        self.is_handed.setVisible(part is None)
        self.fit()

    def command(self) -> Command[Any]:
        done = self.done_on.value() if self.is_done.value() else None
        facts = MilestoneFacts(self.name.value(), self.due.day(), self.phase.value(), done)
        if self._part is None and self.is_handed.value():
            return AddDeliverable(self.book.id, DeliverableFacts(facts.name, facts.due, facts.phase))
        if self._part is None:
            return AddMilestone(self.book.id, facts.name, facts.due, facts.phase)
        if self._part.made is not None:
            made = replace(self._part.made, name=facts.name, due=facts.due, phase=facts.phase).settled(done)
            return EditDeliverable(DeliverableId(self._part.id), made, self._part.version)
        return EditMilestone(self._part.id, facts, self._part.version)

    def removal(self) -> Command[Any] | None:
        if self._part is None:
            return None
        if self._part.made is not None:
            return RemoveDeliverable(DeliverableId(self._part.id))
        return RemoveMilestone(self._part.id)


class RateForm(PartForm):
    """A rate from a day on; it may hold for this engagement or one person alone. The firm profile allows it."""

    def __init__(
        self, book: EngagementBook, part: RatePart | None, *, today: date, parent: QWidget | None = None
    ) -> None:
        title = tr("PartForm", "Rate") if part else tr("PartForm", "New rate")
        super().__init__(title, book, remove=tr("PartForm", "Remove rate") if part else "", width=560, parent=parent)
        self._part = part
        currency = book.card.currency if book.card else book.facts.currency
        unit = tr("PartForm", "{currency} an hour").format(currency=currency)
        self.grade = TextEntry(tr("PartForm", "Grade"), field="person.grade", needed=True, limit=100,
                               offers=book.grades)  # fmt: skip
        people: list[tuple[PersonId | None, str]] = [(None, tr("PartForm", "Everybody of the grade"))]
        people += [(p.id, p.name) for p in book.people]
        self.person = ChoiceEntry(tr("PartForm", "Person"), people, field="rate.person")
        self.day = DayEntry(tr("PartForm", "From"), field="rate.valid_from", needed=True)
        self.charge = AmountEntry(tr("PartForm", "Charge rate, {unit}").format(unit=unit), field="rate.charge",
                                  codes=("rate.negative",), needed=True)  # fmt: skip
        self.cost = AmountEntry(tr("PartForm", "Cost rate, {unit}").format(unit=unit), field="rate.cost", needed=True)
        scope = tr("PartForm", "For this engagement only")
        hint = tr("PartForm", "Otherwise it holds for every engagement with this card.")
        self.here = TickEntry(scope, field="rate.here", hint=hint)
        self.person.set_value(part.person_id if part else None)
        self.grade.set_value(part.grade if part else "")
        self.day.set_value(part.valid_from if part else today)
        self.charge.set_value(part.charge_minor_per_h if part else None, currency)
        self.cost.set_value(part.cost_minor_per_h if part else None, currency)
        self.here.set_value(part.here if part else True)
        self._cost_hidden = (part is not None and part.cost_minor_per_h is None) or book.sight.value == "charge_only"
        self.lay_row(self.grade, self.day, shares=(8, 4))
        self.lay_row(self.person)
        self.lay_row(self.charge, self.cost)
        self.lay_row(self.here)
        self.cost.setVisible(not self._cost_hidden)
        # What makes the rate the same one stays; another grade or day is another rate.
        for field in (self.grade, self.person, self.day, self.here):
            field.control.setEnabled(part is None)
        self.fit()

    def command(self) -> Command[Any]:
        card = self.book.card
        if card is None:
            raise UserError("rate.no_card")
        charge, cost = self.charge.value(), None if self._cost_hidden else self.cost.value()
        return SetRate(
            card.id,
            self.grade.value(),
            self.day.day(),
            charge or 0,
            cost,
            self.book.id if self.here.value() else None,
            self.person.value(),
        )

    def removal(self) -> Command[Any] | None:
        return None if self._part is None else RemoveRate(self._part.id)


class CardForm(PartForm):
    """Which card's rates the engagement takes."""

    def __init__(self, book: EngagementBook, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("PartForm", "Rate card"), book, parent=parent)
        cards: list[tuple[bytes | None, str]] = [(None, tr("PartForm", "None"))]
        cards += [
            (card.id, tr("PartForm", "{name}, {currency}").format(name=card.name, currency=card.currency))
            for card in book.cards
        ]
        cards.append((_NEW, tr("PartForm", "New rate card")))
        hint = tr("PartForm", "A rate follows the work date and the grade held then.")
        self.card = ChoiceEntry(tr("PartForm", "Rate card"), cards, field="engagement.rate_card", hint=hint)
        self.name = TextEntry(tr("PartForm", "Name"), field="rate_card.name", codes=("rate_card.exists",),
                              limit=100, needed=True)  # fmt: skip
        self.currency = TextEntry(tr("PartForm", "Currency"), field="currency", limit=3, needed=True,
                                  hint=tr("PartForm", "Three letters, such as GBP."))  # fmt: skip
        first = _NEW if not book.cards else None
        self.card.set_value(book.card.id if book.card else first)
        self.currency.set_value(book.facts.currency)
        self.lay_row(self.card)
        self.lay_row(self.name, self.currency, shares=(7, 5))
        self.card.edited.connect(self._show_new)
        self._show_new()
        self.fit()

    def command(self) -> Command[Any]:
        if self.card.value() == _NEW:
            return UseNewRateCard(self.book.id, self.name.value(), self.currency.value())
        return UseRateCard(self.book.id, self.card.value())

    @Slot()
    def _show_new(self) -> None:
        for entry in (self.name, self.currency):
            entry.setVisible(self.card.value() == _NEW)
