"""Away time in the window: what the desktop shows becomes a fact, the return a question, the answer a step of undo.

The question is asked on return, of one entry and one period, and not while a call or a presentation is under way. A
timer that outlived the program is asked about by its own card alone: until that has its answer, nobody is away from it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Slot

from engagedesk.domain.away import AwayPolicy, Gone, resume_utc
from engagedesk.domain.ids import AwayId, EntryId
from engagedesk.domain.spans import Span
from engagedesk.domain.states import AwayAnswer, AwayCause
from engagedesk.errors import EngageDeskError
from engagedesk.log import Code
from engagedesk.services.changes import Changes
from engagedesk.services.command import Command
from engagedesk.services.commands.away import (
    AwayAnswered,
    AwayEnded,
    AwayPart,
    BeginAway,
    DiscardAway,
    EndAway,
    KeepAway,
    SplitAway,
)
from engagedesk.services.commands.time import Target, Work
from engagedesk.services.queries.away import AwayQuestion, away_policy, away_question, oldest_question, open_away
from engagedesk.services.queries.rows import AwayRow, RunningRow
from engagedesk.services.queries.today import running
from engagedesk.services.store_thread import Priority
from engagedesk.services.workspace import Outcome, Workspace
from engagedesk.ui import intents
from engagedesk.ui.actions import Action, ActionGroup
from engagedesk.ui.controllers.messages import message_for, said
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.desktop.presence import PresenceWatch
from engagedesk.ui.theme import Icon
from engagedesk.ui.view_rows import Kind, LockReason, Message

if TYPE_CHECKING:
    from engagedesk.ui.dialogs.away import AwayDialog

log = logging.getLogger(__name__)

LOCK_CAUSES: Final = {
    LockReason.IDLE: AwayCause.IDLE,
    LockReason.SUSPEND: AwayCause.SLEEP,
    LockReason.SCREEN: AwayCause.SCREEN_LOCK,
}
"""Locking by hand is not away."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether somebody is away by the store, and whether a timer runs all the same (started from elsewhere)."""

    away: AwayRow | None
    timer_runs: bool


class Away(QObject):
    """Lives in the GUI thread of an open store."""

    def __init__(
        self,
        shell: Shell,
        presence: PresenceWatch,
        *,
        timer: Callable[[], RunningRow | None],
        unanswered: Callable[[], EntryId | None],
        parent: QObject | None = None,
    ) -> None:
        """``unanswered`` is the entry that another question is open about."""
        super().__init__(parent)
        self._shell = shell
        self._presence = presence
        self._timer = timer
        self._unanswered = unanswered
        self.is_open = False
        """An absence without an end stands in the store."""
        self._held: AwayId | None = None
        """What is to be asked once nothing speaks against it."""
        self._dialog: AwayDialog | None = None
        presence.floor = self._last_sign
        presence.left.connect(self._on_left)
        presence.back.connect(self._on_back)
        presence.looked.connect(self._ask_held)
        presence.set_back.connect(self._tell_set_back)
        shell.bridge.changed.connect(self._on_changed)
        words = self.tr("Say what your time away was")
        also = self.tr("answer away break split discard idle")
        shell.window.registry.offer(
            (Action("away.answer", words, "", Icon.AWAY, ActionGroup.TIME, intents.AskAway(), also=also),)
        )
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {
            intents.AskAway: self._take_ask,
            intents.AnswerAway: self._take_answer,
        }

    def start(self) -> None:
        """Take over what was seen before the store was open, and watch."""
        self._presence.look()
        self._presence.take_over()
        self._shell.bridge.ask(self, _read_state, self._take_state)
        self._presence.start()

    def stop(self) -> None:
        self._presence.stop()

    def leave_for(self, reason: LockReason) -> int | None:
        """Begin the absence for which the program locks itself, before the store closes; answer since when.

        None = nobody is away, or no timer runs that they could be away from.
        """
        cause = LOCK_CAUSES.get(reason)
        if cause is not None and self._presence.policy.watches(cause):
            self._presence.leave(cause)
        gone = self._presence.gone
        return None if gone is None else gone.start_utc

    # -- what the desktop shows --------------------------------------------------------------------------------------

    def _last_sign(self) -> int | None:
        timer = self._timer()
        return None if timer is None else timer.last_activity_utc

    @Slot(object)
    def _on_left(self, gone: Gone) -> None:
        timer = self._timer()
        if timer is None or timer.entry_id == self._unanswered():
            return
        log.info("away: %s", Code(gone.cause.value))
        clock = self._shell.clock
        command = BeginAway(gone.start_utc, gone.cause, clock.now_s(), clock.zone_name(), timer.entry_id)
        self._shell.bridge.execute(self, command, failed=self._shell.complain, priority=Priority.TIMER)

    @Slot(int)
    def _on_back(self, at_utc: int) -> None:
        command = EndAway(at_utc, self._shell.clock.now_s(), self._presence.policy)
        self._shell.bridge.execute(self, command, self._ended, failed=self._shell.complain, priority=Priority.TIMER)

    def _ended(self, outcome: Outcome[AwayEnded | None]) -> None:
        ended = outcome.result
        if ended is not None and not ended.counted:
            self._held = ended.away
            self._ask_held()

    @Slot(int)
    def _tell_set_back(self, seconds: int) -> None:
        if self._timer() is None:
            return
        title = self.tr("The clock was set back by {minutes} min").format(minutes=max(1, round(seconds / 60)))
        detail = self.tr("The running timer goes by the clock: check its start when you stop it.")
        self._shell.say(Message(Kind.WARN, title, detail))
        if not self._shell.in_sight:
            self._shell.notify(title, detail)

    # -- what the store holds ----------------------------------------------------------------------------------------

    def _take_state(self, state: tuple[AwayPolicy, Standing]) -> None:
        self._presence.policy, standing = state
        row = standing.away
        self._show(standing)
        missed = self._presence.missed
        self._presence.missed = None
        if self._presence.gone is not None:
            return
        if row is not None:
            # Left open by a lock, or by a program that ended meanwhile: the person is here now.
            self._on_back(self._shell.clock.now_s() if missed is None else missed.end_utc)
        elif missed is not None and not self._presence.policy.counts_as_work(
            missed.cause, missed.end_utc - missed.start_utc
        ):
            clock = self._shell.clock
            command = BeginAway(missed.start_utc, missed.cause, clock.now_s(), clock.zone_name())
            self._shell.bridge.execute(self, command, failed=self._shell.complain, priority=Priority.TIMER)
            self._on_back(missed.end_utc)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.touches("setting"):
            self._shell.bridge.ask(self, _read_policy, self._take_policy, topic="policy")
        if changes.touches("away_period", "time_entry"):
            self._shell.bridge.ask(self, _read_standing, self._show, topic="open")

    def _take_policy(self, policy: AwayPolicy) -> None:
        self._presence.policy = policy

    def _show(self, standing: Standing) -> None:
        row = standing.away
        self.is_open = row is not None
        since_utc = None if row is None or standing.timer_runs else row.start_utc
        zone = "" if row is None else row.zone
        self._shell.window.show_away(since_utc, zone)
        self._shell.tray.show_away(since_utc, zone)

    # -- the question ------------------------------------------------------------------------------------------------

    @Slot()
    def _ask_held(self) -> None:
        if self._held is None or self._presence.gone is not None or self._presence.meeting().hold:
            return
        away, self._held = self._held, None
        self._ask(away)

    def _take_ask(self, intent: intents.AskAway) -> None:
        if intent.away is not None:
            self._ask(intent.away)
            return
        self._shell.bridge.ask(
            self, lambda w: w.read(oldest_question), self._open_oldest, failed=self._shell.complain, topic="question"
        )

    def _open_oldest(self, question: AwayQuestion | None) -> None:
        if question is None:
            self._shell.say(said(self.tr("No time away waits for an answer")))
        self._open(question)

    def _ask(self, away: AwayId) -> None:
        self._shell.bridge.ask(
            self, lambda w: w.read(away_question, away), self._open, failed=self._shell.complain, topic="question"
        )

    def _open(self, question: AwayQuestion | None) -> None:
        if question is None or question.away.end_utc is None:
            return
        from engagedesk.ui.dialogs.away import AwayDialog

        self._close_dialog()
        period = Span(question.away.start_utc, question.away.end_utc)
        resume = resume_utc(period, self._shell.clock.now_s())
        dialog = AwayDialog(question, resume_utc=resume, running=self._timer() is not None, parent=self._shell.window)
        dialog.intent.connect(self._on_intent)
        dialog.finished.connect(self._closed)
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    @Slot(object)
    def _on_intent(self, intent: intents.AnswerAway) -> None:
        self._take_answer(intent)

    @Slot()
    def _closed(self) -> None:
        self._dialog = None

    def _close_dialog(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.close()

    def _take_answer(self, intent: intents.AnswerAway) -> None:
        command = _command(intent, self._shell.clock.now_s())
        self._shell.bridge.execute(self, command, self._answered, failed=self._refused, priority=Priority.TIMER)

    def _answered(self, outcome: Outcome[AwayAnswered]) -> None:
        self._close_dialog()
        if outcome.result.changed:
            words = self.tr("The time away is settled")
            self._shell.say(said(words, action=self.tr("Undo"), intent=intents.Undo()))

    def _refused(self, error: EngageDeskError) -> None:
        if self._dialog is None:
            self._shell.complain(error)
        else:
            self._dialog.show_message(message_for(error))


def _command(intent: intents.AnswerAway, now_utc: int) -> Command[AwayAnswered]:
    if intent.answer is AwayAnswer.KEEP:
        return KeepAway(intent.away, intent.then, now_utc)
    if intent.answer is AwayAnswer.DISCARD:
        return DiscardAway(intent.away, intent.then, now_utc)
    return SplitAway(intent.away, tuple(_part(share) for share in intent.shares), intent.then, now_utc)


def _part(share: intents.AwayShare) -> AwayPart:
    if share.engagement is None and share.code is None:
        return AwayPart(share.seconds, None)
    return AwayPart(share.seconds, Work(Target(share.engagement, share.code)))


def _read_state(workspace: Workspace) -> tuple[AwayPolicy, Standing]:
    return workspace.read(away_policy), _read_standing(workspace)


def _read_policy(workspace: Workspace) -> AwayPolicy:
    return workspace.read(away_policy)


def _read_standing(workspace: Workspace) -> Standing:
    return Standing(workspace.read(open_away), workspace.read(running) is not None)
