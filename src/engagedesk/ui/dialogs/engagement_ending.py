"""Another state for an engagement: what it means, what stays open, and why."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from engagedesk.domain.states import EngagementState
from engagedesk.services.command import Command
from engagedesk.services.commands.engagement_setup import ENDED, ChangeEngagementState
from engagedesk.services.queries.engagement_book import EndingFacts, EngagementBook
from engagedesk.ui import words
from engagedesk.ui.dialogs.form_sheet import FormSheet
from engagedesk.ui.format import hm
from engagedesk.ui.theme import Icon, Tone
from engagedesk.ui.view_rows import Kind
from engagedesk.ui.widgets.form import DayEntry, TextEntry, TickEntry
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import counted, tr


def state_action(old: EngagementState, new: EngagementState) -> str:
    """Return what a step from one state to another is called: "Close", "Reopen"."""
    if new is EngagementState.ACTIVE:
        return tr("State", "Reopen") if old is EngagementState.CLOSED else tr("State", "Make active")
    return {
        EngagementState.PROPOSED: tr("State", "Make a proposal"),
        EngagementState.PLANNED: tr("State", "Plan"),
        EngagementState.ON_HOLD: tr("State", "Put on hold"),
        EngagementState.CLOSED: tr("State", "Take out of the archive")
        if old is EngagementState.ARCHIVED
        else tr("State", "Close"),
        EngagementState.ARCHIVED: tr("State", "Archive"),
    }[new]


def state_meaning(state: EngagementState) -> str:
    """Return what a state means for everyday work."""
    return {
        EngagementState.PROPOSED: tr("State", "It is listed, and nothing is planned yet."),
        EngagementState.PLANNED: tr("State", "It is listed and time can be booked on it."),
        EngagementState.ACTIVE: tr("State", "It is listed again, and time can be booked on its open codes."),
        EngagementState.ON_HOLD: tr("State", "It stays listed. Time can still be booked, and is not suggested."),
        EngagementState.CLOSED: tr(
            "State",
            "It leaves the lists and the sidebar. Its time, plan and history stay, and it can be reopened at any time.",
        ),
        EngagementState.ARCHIVED: tr(
            "State", "It is kept for reading only: it is found in Closed, and no longer suggested anywhere."
        ),
    }[state]


def left_open(facts: EndingFacts) -> tuple[str, ...]:
    """Return what stays open, in words, the most pressing first."""
    found = []
    if facts.open_entries:
        one = tr("State", "{n} entry that is not submitted, {hours} h: it stays, and can still be submitted.")
        many = tr("State", "{n} entries that are not submitted, {hours} h: they stay, and can still be submitted.")
        found.append(counted(facts.open_entries, one, many, hours=hm(facts.open_entries_s)))
    if facts.awaiting:
        one = tr("State", "{n} of them awaits a code, {hours} h.")
        many = tr("State", "{n} of them await a code, {hours} h.")
        found.append(counted(facts.awaiting, one, many, hours=hm(facts.awaiting_s)))
    if facts.open_codes:
        found.append(
            counted(
                facts.open_codes, tr("State", "{n} charge code is open."), tr("State", "{n} charge codes are open.")
            )
        )
    if facts.open_tasks:
        found.append(
            counted(facts.open_tasks, tr("State", "{n} task is not done."), tr("State", "{n} tasks are not done."))
        )
    if facts.open_gates:
        found.append(counted(facts.open_gates, tr("State", "{n} gate is open."), tr("State", "{n} gates are open.")))
    return tuple(found)


class StateForm(FormSheet):
    """Asks once, says everything, and changes the state in one step of undo."""

    def __init__(
        self,
        book: EngagementBook,
        state: EngagementState,
        facts: EndingFacts,
        *,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        action = state_action(book.facts.state, state)
        super().__init__(action, width=520, icon=Icon.ENGAGEMENTS, save=action, parent=parent)
        self._book, self._state = book, state
        self.aside.setText(" · ".join((book.client, book.facts.title)))
        ends = state in ENDED and book.facts.state not in ENDED
        change = tr("State", "From {old} to {new}.").format(
            old=words.engagement_state(book.facts.state)[0], new=words.engagement_state(state)[0]
        )
        self.lay_widget(Label(f"{change} {state_meaning(state)}", tone=Tone.SECOND, wrap=True))
        self.open_points = left_open(facts) if ends else ()
        if self.open_points:
            self.lay_heading(tr("State", "What is still open"))
            for line in self.open_points:
                self.lay_widget(Label(f"•  {line}", wrap=True))
        self.close_codes = TickEntry(tr("State", "Close its charge codes"), field="codes",
                                     hint=tr("State", "Nobody can book on them by mistake."))  # fmt: skip
        self.close_on = DayEntry(tr("State", "From"), field="codes.day", needed=True)
        self.close_codes.set_value(ends and facts.open_codes > 0)
        self.close_on.set_value(today)
        self.lay_row(self.close_codes, self.close_on, shares=(8, 4))
        self.close_codes.setVisible(ends and facts.open_codes > 0)
        self.close_codes.edited.connect(self._show_codes)
        self._show_codes()
        self.why = TextEntry(tr("State", "Reason, kept in the history"), field="reason")
        self.lay_row(self.why)
        if facts.running and ends:
            self.notice.say(Kind.WARN, tr("State", "A timer is running on it. Stop it first."))
            self.save_button.setEnabled(False)
        self.fit()

    def command(self) -> Command[Any]:
        codes = self.close_codes.value() and self.close_codes.isVisibleTo(self)
        day = self.close_on.value() if codes else None
        return ChangeEngagementState(self._book.id, self._state, self.why.value(), day)

    def begin(self) -> None:
        self.why.control.setFocus()

    def _show_codes(self) -> None:
        self.close_on.setVisible(self.close_codes.isVisibleTo(self) and self.close_codes.value())
