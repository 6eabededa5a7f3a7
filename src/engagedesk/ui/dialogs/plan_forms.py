"""The forms of the plan: all facts of a task, a milestone or a deliverable; a link; a name to keep something under."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engagedesk.domain.civil import Civil, civil, day_of
from engagedesk.domain.ids import DeliverableId, PhaseId, PlanItemId, TaskId
from engagedesk.domain.plan import PlanItem, PlanLinkFacts
from engagedesk.domain.states import DeliverableState, LinkKind, PlanItemKind, TaskBasis
from engagedesk.errors import UserError
from engagedesk.services.command import Command
from engagedesk.services.commands.links import AddLink, EditLink, RemoveLink
from engagedesk.services.commands.plan_items import (
    DeliverableFacts,
    EditDeliverable,
    EditPlanMilestone,
    EditPlanTask,
    PointFacts,
    RemoveDeliverable,
    TaskPlan,
)
from engagedesk.services.commands.plans import RemoveMilestone, RemoveTask, TaskFacts
from engagedesk.services.queries.plan import PlanView
from engagedesk.ui import words
from engagedesk.ui.controllers.messages import words_for
from engagedesk.ui.dialogs.form_sheet import FormSheet
from engagedesk.ui.format import percent
from engagedesk.ui.staffing_intents import BookSomebody
from engagedesk.ui.theme import Icon, Tone
from engagedesk.ui.timeline.words import kind_words, link_words, tr
from engagedesk.ui.view_rows import Kind
from engagedesk.ui.widgets.button import Button
from engagedesk.ui.widgets.form import ChoiceEntry, DayEntry, FormField, HoursEntry, NoteEntry, TextEntry, TickEntry
from engagedesk.ui.widgets.inputs import TextField
from engagedesk.ui.widgets.text import Label


class PercentEntry(FormField):
    """A whole number of percent."""

    control: TextField

    def __init__(self, label: str, *, field: str, least: int = 0, most: int = 100, hint: str = "") -> None:
        super().__init__(label, TextField(name=label), field=field, hint=hint)
        self._least, self._most = least, most
        self.control.textChanged.connect(self._changed)
        self.control.editingFinished.connect(self._left)

    def set_value(self, percent: int) -> None:
        self.control.setText(str(percent))

    def value(self) -> int:
        text = self.control.text().strip().removesuffix("%").strip()
        if not text.isdecimal() or not self._least <= int(text) <= self._most:
            raise UserError(self.field, percent=text, least=self._least, most=self._most, field=self.field)
        return int(text)


def item_form(view: PlanView, item: PlanItem, note: str, *, parent: QWidget | None = None) -> FormSheet:
    """Return the form with all facts of an item."""
    if item.kind is PlanItemKind.TASK:
        return TaskPlanForm(view, item, note, parent=parent)
    return PointForm(view, item, parent=parent)


def removal_of(item: PlanItem) -> Command[Any]:
    """Return what removes an item and the links that name it."""
    match item.kind:
        case PlanItemKind.TASK:
            return RemoveTask(TaskId(item.id))
        case PlanItemKind.MILESTONE:
            return RemoveMilestone(item.id)
        case PlanItemKind.DELIVERABLE:
            return RemoveDeliverable(DeliverableId(item.id))


class _ItemForm(FormSheet):
    def __init__(self, view: PlanView, item: PlanItem, *, parent: QWidget | None) -> None:
        super().__init__(
            kind_words(item.kind),
            width=560,
            save=tr("Timeline", "Save"),
            remove=tr("Timeline", "Remove"),
            parent=parent,
        )
        self.view, self.item = view, item
        engagement = next((one for one in view.engagements if one.id == item.engagement), None)
        if engagement is not None:
            self.aside.setText(f"{engagement.client} · {engagement.title}")
        phases: list[tuple[Any, str]] = [(None, tr("Timeline", "none"))]
        phases += [(one.id, one.name) for one in view.phases if one.engagement == item.engagement]
        people: list[tuple[Any, str]] = [(None, tr("Timeline", "nobody"))]
        people += [(one.id, one.name) for one in view.people]
        self.name = TextEntry(tr("Timeline", "Name"), field=f"{item.kind.value}.name", needed=True)
        self.phase = ChoiceEntry(tr("Timeline", "Phase"), phases, field="phase")
        self.owner = ChoiceEntry(tr("Timeline", "Who"), people, field="owner")
        self.deadline = DayEntry(
            tr("Timeline", "Deadline"), field="deadline", hint=tr("Timeline", "After it, the plan says so.")
        )
        self.pinned = TickEntry(tr("Timeline", "Pinned"), field="pinned", hint=tr("Timeline", "Nothing pushes it."))
        self.name.set_value(item.name)
        self.phase.set_value(item.phase)
        self.owner.set_value(item.owner)
        self.deadline.set_value(item.deadline)
        self.pinned.set_value(item.pinned)

    def removal(self) -> Command[Any]:
        return removal_of(self.item)

    @property
    def chosen_phase(self) -> PhaseId | None:
        found: PhaseId | None = self.phase.value()
        return found


class TaskPlanForm(_ItemForm):
    """A task: what it is, who does it, where it stands, how far it is."""

    asked = Signal(object)
    """The intent that opens the form of its bookings, on top of this one."""

    def __init__(self, view: PlanView, item: PlanItem, note: str, *, parent: QWidget | None = None) -> None:
        super().__init__(view, item, parent=parent)
        self.starts = DayEntry(tr("Timeline", "Begins"), field="plan.starts", codes=("plan.half_a_place",))
        self.ends = DayEntry(tr("Timeline", "Ends"), field="plan.ends", codes=("plan.ends_first",))
        self.automatic = TickEntry(
            tr("Timeline", "As early as its links allow"), field="plan.automatic",
            hint=tr("Timeline", "The plan puts it there, and moves it along."),
        )  # fmt: skip
        self.earliest = DayEntry(tr("Timeline", "Not before"), field="earliest")
        self.due = DayEntry(tr("Timeline", "Due"), field="due")
        self.estimate = HoursEntry(tr("Timeline", "Estimated work, h"), field="estimate")
        self.remaining = HoursEntry(
            tr("Timeline", "Work left, h"), field="remaining", hint=tr("Timeline", "Empty: what progress leaves.")
        )
        self.progress = PercentEntry(tr("Timeline", "Progress, %"), field="task.progress")
        self.demand = PercentEntry(
            tr("Timeline", "Share of time, %"), field="task.demand", least=1,
            hint=tr("Timeline", "Of its people's, while it runs."),
        )  # fmt: skip
        self.fixed = TickEntry(
            tr("Timeline", "Takes a given time"), field="task.basis",
            hint=tr("Timeline", "Whoever works on it; else it takes as long as the work does."),
        )  # fmt: skip
        self.duration = HoursEntry(tr("Timeline", "Working time, h"), field="task.duration", codes=("task.duration",))
        self.role = TextEntry(
            tr("Timeline", "Role"), field="task.role", hint=tr("Timeline", "Who could do it; empty: anyone.")
        )
        self.started = DayEntry(tr("Timeline", "Started"), field="started")
        self.done_on = DayEntry(tr("Timeline", "Done"), field="done_on")
        self.note = NoteEntry(tr("Timeline", "Note"), field="task.note", rows=2)
        self.starts.set_value(day_of(item.starts))
        self.ends.set_value(day_of(Civil(max(item.starts, item.ends - 1))))
        self.automatic.set_value(not item.placed)
        self.earliest.set_value(item.earliest)
        self.due.set_value(item.due)
        self.estimate.set_value(item.estimate_s)
        self.remaining.set_value(item.remaining_s)
        self.progress.set_value(item.progress_percent)
        self.demand.set_value(item.demand_percent)
        self.fixed.set_value(item.basis is TaskBasis.DURATION)
        self.duration.set_value(item.duration_s)
        self.role.set_value(item.role)
        self.started.set_value(item.started_on)
        self.done_on.set_value(item.done_on)
        self.note.set_value(note)
        self.lay_row(self.name, self.phase, shares=(7, 5))
        self.lay_row(self.owner, self.role)
        self.booked = Label("", tone=Tone.SECOND)
        self.book_button = Button(tr("Timeline", "Book somebody…"), icon=Icon.USERS)
        self.book_button.clicked.connect(self._book)
        staffed = QWidget()
        row = QHBoxLayout(staffed)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.booked, 1)
        row.addWidget(self.book_button)
        self.lay_widget(staffed)
        self.show_bookings(view)
        self.lay_row(self.starts, self.ends, self.automatic, shares=(3, 3, 6))
        self.lay_row(self.earliest, self.due, self.deadline, shares=(4, 4, 4))
        self.lay_row(self.estimate, self.remaining, self.progress, shares=(4, 4, 4))
        self.lay_row(self.fixed, self.duration, self.demand, shares=(4, 4, 4))
        self.lay_row(self.started, self.done_on, self.pinned, shares=(4, 4, 4))
        self.lay_row(self.note)
        self.automatic.edited.connect(self._show_place)
        self.fixed.edited.connect(self._show_place)
        self._show_place()
        self.fit()

    def show_bookings(self, view: PlanView) -> None:
        """Say who is booked on it now."""
        names = {one.id: one.name for one in view.people}
        booked = [(names.get(one.person, ""), one.percent) for one in view.bookings if one.task == TaskId(self.item.id)]
        words = tr("Timeline", "Nobody is booked on it.")
        if booked:
            share = tr("Timeline", "{name} {share}")
            parts = [share.format(name=name, share=percent(part, 100)) for name, part in booked]
            words = tr("Timeline", "Booked: {people}").format(people=", ".join(parts))
        self.booked.setText(words)

    @Slot()
    def _book(self) -> None:
        self.asked.emit(BookSomebody(self.item.engagement, self.item.id))

    @Slot()
    def _show_place(self) -> None:
        placed = not self.automatic.value()
        self.starts.setEnabled(placed)
        self.ends.setEnabled(placed)
        self.duration.setEnabled(self.fixed.value())

    def command(self) -> Command[Any]:
        fixed = bool(self.fixed.value())
        starts, ends = self._place()
        facts = TaskFacts(
            self.name.value(), self.chosen_phase, self.estimate.value(), self.due.value(), self.done_on.value()
        )
        plan = TaskPlan(
            owner=self.owner.value(),
            role=self.role.value(),
            basis=TaskBasis.DURATION if fixed else TaskBasis.EFFORT,
            duration_s=self.duration.value() if fixed else None,
            demand_percent=self.demand.value(),
            starts=starts,
            ends=ends,
            earliest=self.earliest.value(),
            deadline=self.deadline.value(),
            pinned=self.pinned.value(),
            started_on=self.started.value(),
            progress_percent=self.progress.value(),
            remaining_s=self.remaining.value(),
            note=self.note.value(),
        )
        return EditPlanTask(TaskId(self.item.id), facts, plan, self.item.version)

    def _place(self) -> tuple[Civil | None, Civil | None]:
        """Return where it stands: a day that was not changed keeps its hour."""
        if self.automatic.value():
            return None, None
        item = self.item
        first, last = self.starts.day(), self.ends.day()
        calendar = self.view.book.calendars.of(self.owner.value(), item.engagement)
        same_owner = self.owner.value() == item.owner
        starts = item.starts if same_owner and first == day_of(item.starts) else calendar.next_start(civil(first))
        kept = same_owner and last == day_of(Civil(max(item.starts, item.ends - 1)))
        ends = item.ends if kept else calendar.previous_end(civil(last + timedelta(days=1)))
        return starts, ends


class PointForm(_ItemForm):
    """A milestone or a deliverable."""

    def __init__(self, view: PlanView, item: PlanItem, *, parent: QWidget | None = None) -> None:
        super().__init__(view, item, parent=parent)
        self.due = DayEntry(tr("Timeline", "Due"), field="due", needed=True)
        self.done_on = DayEntry(tr("Timeline", "Done"), field="done_on", codes=("deliverable.issued",))
        self.due.set_value(item.due if item.due is not None else day_of(item.ends))
        self.done_on.set_value(item.done_on)
        self.state: ChoiceEntry | None = None
        self.lay_row(self.name, self.phase, shares=(7, 5))
        self.lay_row(self.owner, self.pinned)
        self.lay_row(self.due, self.deadline, self.done_on, shares=(4, 4, 4))
        if item.kind is PlanItemKind.DELIVERABLE:
            states = [(one, words.deliverable_state(one)[0]) for one in DeliverableState]
            self.state = ChoiceEntry(tr("Timeline", "State"), states, field="deliverable.state")
            self.state.set_value(item.state)
            self.estimate = HoursEntry(tr("Timeline", "Estimated work, h"), field="estimate")
            self.estimate.set_value(item.estimate_s)
            self.progress = PercentEntry(tr("Timeline", "Progress, %"), field="task.progress")
            self.progress.set_value(item.progress_percent)
            self.lay_row(self.state, self.estimate, self.progress, shares=(4, 4, 4))
        self.fit()

    def command(self) -> Command[Any]:
        item = self.item
        if self.state is None:
            facts = PointFacts(
                self.name.value(), self.due.day(), self.chosen_phase, self.done_on.value(), self.deadline.value(),
                self.owner.value(), self.pinned.value(),
            )  # fmt: skip
            return EditPlanMilestone(item.id, facts, item.version)
        deliverable = DeliverableFacts(
            self.name.value(), self.due.day(), self.chosen_phase, self.deadline.value(), self.state.value(),
            self.owner.value(), self.estimate.value(), self.progress.value(), self.done_on.value(), self.pinned.value(),
        )  # fmt: skip
        return EditDeliverable(DeliverableId(item.id), deliverable, item.version)


class LinkForm(FormSheet):
    """What waits for what, how, and how long after."""

    def __init__(
        self, view: PlanView, *, link: PlanLinkFacts | None = None, item: bytes | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """``link`` None = a new one from ``item``; the other end is chosen here."""
        super().__init__(
            tr("Timeline", "Link") if link else tr("Timeline", "New link"), width=520, save=tr("Timeline", "Save"),
            icon=Icon.LINK, remove=tr("Timeline", "Remove") if link else "", parent=parent,
        )  # fmt: skip
        self._link = link
        titles = {one.id: f"{one.client} · {one.title}" for one in view.engagements}
        items = [(one.id, f"{one.name}, {titles.get(one.engagement, '')}") for one in (*view.items, *view.far)]
        ends: list[tuple[Any, str]] = [*sorted(items, key=lambda pair: pair[1].casefold())]
        self.leader = ChoiceEntry(tr("Timeline", "First"), ends, field="leader")
        self.follower = ChoiceEntry(
            tr("Timeline", "Then"), ends, field="follower", codes=("link.cycle", "link.to_itself", "link.twice")
        )
        self.kind = ChoiceEntry(tr("Timeline", "How"), [(one, link_words(one)) for one in LinkKind], field="link.kind")
        self.lag = HoursEntry(tr("Timeline", "Working hours between"), field="link.lag", codes=("link.lag",))
        if link is not None:
            self.leader.set_value(link.from_id)
            self.follower.set_value(link.to_id)
            self.kind.set_value(link.kind)
            self.lag.set_value(abs(link.lag_s))
        elif item is not None:
            self.leader.set_value(PlanItemId(item))
            at = next((n for n, one in enumerate(view.items) if one.id == item), 0)
            behind = view.items[(at + 1) % len(view.items)].id if view.items else None
            self.follower.set_value(behind)
        self.overlap = TickEntry(tr("Timeline", "They overlap"), field="link.overlap")
        self.overlap.set_value(link is not None and link.lag_s < 0)
        for end in (self.leader, self.follower):
            end.control.setEnabled(link is None)
        self.lay_row(self.leader)
        self.lay_row(self.follower)
        self.lay_row(self.kind, self.lag, self.overlap, shares=(4, 4, 4))
        self.fit()

    def begin(self) -> None:
        """Put the keyboard to where the next decision is."""
        (self.follower if self._link is None else self.kind).control.setFocus()

    def command(self) -> Command[Any]:
        lag_s = self.lag.value() or 0
        lag_s = -lag_s if self.overlap.value() else lag_s
        if self._link is None:
            return AddLink(self.leader.value(), self.follower.value(), self.kind.value(), lag_s)
        return EditLink(self._link.id, self.kind.value(), lag_s)

    def refuse(self, error: UserError) -> None:
        super().refuse(error)
        if error.code == "link.cycle":
            # Beside the field there is no room for the circle's names.
            self.notice.say(Kind.WARN, words_for(error).detail)

    def removal(self) -> Command[Any] | None:
        return None if self._link is None else RemoveLink(self._link.id)


class NameForm(FormSheet):
    """A name to keep something under."""

    def __init__(self, title: str, make: Any, *, field: str, value: str = "", parent: QWidget | None = None) -> None:
        """``make`` returns the command for a name; ``value`` is the name that it has so far."""
        save = tr("Timeline", "Rename") if value else tr("Timeline", "Keep")
        super().__init__(title, width=420, save=save, parent=parent)
        self._make = make
        self.name = TextEntry(tr("Timeline", "Name"), field=field, needed=True)
        self.name.set_value(value)
        self.lay_row(self.name)
        self.fit()

    def command(self) -> Command[Any]:
        made: Command[Any] = self._make(self.name.value())
        return made
