"""Friday: the check's fixes, entered-ticks and reconciliation, turned into commands; and the views kept true.

The three views need no page of this controller's own: ``show_in`` is told where they are, ``show_week`` which week they
show. After every commit the ones in sight are asked anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from engagedesk.domain.reconciliation import Action
from engagedesk.domain.states import EntryState
from engagedesk.domain.timesheet import decimal_hours
from engagedesk.domain.week_fixes import StopNow
from engagedesk.errors import EngageDeskError
from engagedesk.interchange.tables import tsv_text
from engagedesk.services.command import Command
from engagedesk.services.commands.firm import RememberView
from engagedesk.services.commands.handover import MarkPosted, OpenDifference, TickLines, TypedLine, UntickLines
from engagedesk.services.commands.weeks import RecallWeek, ReturnEntries, ReverseEntries
from engagedesk.services.queries.entries import entries_between
from engagedesk.services.queries.handover import Handover, Reconciliation, reconciliation, week_handover
from engagedesk.services.queries.rows import EntryRow
from engagedesk.services.queries.today import work_day_of
from engagedesk.services.queries.week_check import WeekCheck, left_items, left_key, week_check, week_holding
from engagedesk.services.queries.weeks import week_named
from engagedesk.services.reconciling import accept_command, posted_there, settle_command
from engagedesk.services.store_thread import Priority
from engagedesk.services.week_fixes import fix_command
from engagedesk.services.workspace import Outcome, Workspace
from engagedesk.ui import intents
from engagedesk.ui.controllers.messages import said, sentences, words_for
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.controllers.weeks import Weeks
from engagedesk.ui.intents import WeekEntriesPurpose
from engagedesk.ui.pages.handover import HandoverView
from engagedesk.ui.pages.reconciliation import ReconciliationView
from engagedesk.ui.pages.week_check_panel import WeekCheckPanel
from engagedesk.ui.words import counted


@dataclass(frozen=True, slots=True)
class FridayViews:
    """Where a week's check, its hand-over and its reconciliation are shown."""

    panel: WeekCheckPanel
    handover: HandoverView
    reconciliation: ReconciliationView

    def all(self) -> tuple[QWidget, ...]:
        return (self.panel, self.handover, self.reconciliation)


class Friday(QObject):
    """Takes the intents about handing a week in. Lives in the GUI thread."""

    def __init__(self, shell: Shell, weeks: Weeks, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._bridge = shell.bridge
        self._views: FridayViews | None = None
        self._week = ""
        self._key = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        self._bridge.changed.connect(self._on_changed)
        weeks.refused.connect(self._on_not_submitted)
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {
            intents.FixFinding: self._fix,
            intents.LeaveItem: self._leave,
            intents.ShowLeftItems: self._show_left,
            intents.ChooseWeekEntries: self._choose,
            intents.TreatWeekEntries: self._treat,
            intents.CopyLines: self._copy_lines,
            intents.TickHandover: self._tick,
            intents.UntickHandover: self._untick,
            intents.SettleDifference: self._settle,
            intents.AcceptDifference: self._accept,
            intents.OpenDifference: self._open_again,
            intents.MarkPostedThere: self._post,
        }

    def show_in(self, views: FridayViews) -> None:
        """Keep these views true from now on; their intents are for whoever shows them to pass on."""
        self._views = views
        for view in views.all():
            view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What was out of sight while something changed is asked for when it comes into sight.
        if event.type() is QEvent.Type.Show:
            self._soon.start()
        return super().eventFilter(watched, event)

    @Slot(str)
    def show_week(self, week: str) -> None:
        """Show another week ("2026-W47") in all three views."""
        self._week = week
        self.refresh()

    @Slot(str, object)
    def show_period(self, _view: str, day: date) -> None:
        """Show the week that holds a day, by the firm's week end; what a page of periods tells its views."""

        def work(workspace: Workspace) -> str:
            return workspace.read(week_holding, day).label

        self._bridge.ask(self, work, self.show_week, failed=self._shell.complain, topic="week")

    @Slot()
    def refresh(self) -> None:
        """Ask for what is in sight; what is not is asked for when it is shown (``show_week``, or this again)."""
        views, label = self._views, self._week
        if views is None or not label:
            return
        if views.panel.isVisible():
            self._ask_check(label)
        if views.handover.isVisible():
            self._ask_handover(label)
        if views.reconciliation.isVisible():
            self._ask_reconciliation(label)

    @Slot()
    def _on_changed(self) -> None:
        self._soon.start()

    def _place(self) -> tuple[str, int]:
        clock = self._shell.clock
        return clock.zone_name(), clock.now_s()

    # -- asking ------------------------------------------------------------------------------------------------------

    def _ask_check(self, label: str) -> None:
        zone, now_utc = self._place()

        def work(workspace: Workspace) -> WeekCheck:
            return workspace.read(week_check, workspace.read(week_named, label), zone=zone, now_utc=now_utc)

        self._bridge.ask(self, work, self._take_check, failed=self._shell.complain, topic="check")

    def _take_check(self, check: WeekCheck) -> None:
        if self._views is not None:
            self._views.panel.show_check(check)

    def _ask_handover(self, label: str) -> None:
        _, now_utc = self._place()

        def work(workspace: Workspace) -> Handover:
            return workspace.read(week_handover, workspace.read(week_named, label), now_utc=now_utc)

        self._bridge.ask(self, work, self._take_handover, failed=self._shell.complain, topic="handover")

    def _take_handover(self, handover: Handover) -> None:
        if self._views is not None:
            self._views.handover.show_handover(handover)

    def _ask_reconciliation(self, label: str) -> None:
        zone, now_utc = self._place()

        def work(workspace: Workspace) -> Reconciliation:
            week = workspace.read(week_named, label)
            today: date = workspace.read(work_day_of, now_utc, zone)
            return workspace.read(reconciliation, week.first, week.last, today=today, now_utc=now_utc)

        self._bridge.ask(self, work, self._take_reconciliation, failed=self._shell.complain, topic="reconciliation")

    def _take_reconciliation(self, found: Reconciliation) -> None:
        if self._views is not None:
            self._views.reconciliation.show_reconciliation(found)

    # -- the check ---------------------------------------------------------------------------------------------------

    def _fix(self, intent: intents.FixFinding) -> None:
        zone, now_utc = self._place()
        self._key = intent.key

        def work(workspace: Workspace) -> Outcome[Any]:
            command = workspace.read(fix_command, intent.fix, intent.text, zone=zone, now_utc=now_utc)
            return workspace.execute(command, initiator=self)

        priority = Priority.TIMER if isinstance(intent.fix, StopNow) else Priority.COMMAND
        self._bridge.ask(self, work, failed=self._on_refused, priority=priority)

    @Slot(object)
    def _on_refused(self, error: EngageDeskError) -> None:
        """Show beside the line why nothing was done."""
        if self._views is not None:
            words = words_for(error)
            self._views.panel.show_refusal(self._key, sentences(words.title, words.detail))

    @Slot(object)
    def _on_not_submitted(self, _error: EngageDeskError) -> None:
        """The reason stands in the message bar; the panel takes keys again."""
        if self._views is not None:
            self._views.panel.show_refusal("", "")

    def _leave(self, intent: intents.LeaveItem) -> None:
        def work(workspace: Workspace) -> None:
            week = workspace.read(week_named, intent.week)
            left = sorted({*workspace.read(left_items, week), intent.key})
            workspace.execute(RememberView(left_key(week), json.dumps(left)), initiator=self)

        self._bridge.ask(self, work, self._left, failed=self._shell.complain, priority=Priority.COMMAND)

    def _show_left(self, intent: intents.ShowLeftItems) -> None:
        def work(workspace: Workspace) -> None:
            week = workspace.read(week_named, intent.week)
            workspace.execute(RememberView(left_key(week), "[]"), initiator=self)

        self._bridge.ask(self, work, self._left, failed=self._shell.complain, priority=Priority.COMMAND)

    def _left(self, _done: None) -> None:
        # What a view remembers is announced to nobody.
        self.refresh()

    # -- returned, reversed, recalled --------------------------------------------------------------------------------

    def _choose(self, intent: intents.ChooseWeekEntries) -> None:
        def work(workspace: Workspace) -> tuple[intents.ChooseWeekEntries, tuple[EntryRow, ...]]:
            week = workspace.read(week_named, intent.week)
            return intent, workspace.read(entries_between, week.first, week.last)

        self._bridge.ask(self, work, self._open_choice, failed=self._shell.complain, topic="choice")

    def _open_choice(self, found: tuple[intents.ChooseWeekEntries, tuple[EntryRow, ...]]) -> None:
        from engagedesk.ui.dialogs.week_entries import WeekEntriesDialog

        intent, rows = found
        wanted = EntryState.POSTED if intent.purpose is WeekEntriesPurpose.REVERSE else EntryState.SUBMITTED
        fitting = tuple(row for row in rows if row.state is wanted and row.reverses is None)
        dialog = WeekEntriesDialog(intent.week, intent.purpose, fitting, parent=self._shell.window)
        dialog.intent.connect(self._treat)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _treat(self, intent: intents.TreatWeekEntries) -> None:
        _, now_utc = self._place()

        def work(workspace: Workspace) -> tuple[WeekEntriesPurpose, int]:
            week = workspace.read(week_named, intent.week)
            command: Command[int]
            if intent.purpose is WeekEntriesPurpose.RECALL:
                command = RecallWeek(week, now_utc, reason=intent.reason)
            elif intent.purpose is WeekEntriesPurpose.RETURN:
                command = ReturnEntries(intent.entries, intent.reason, now_utc)
            else:
                command = ReverseEntries(intent.entries, now_utc, intent.reason)
            return intent.purpose, workspace.execute(command, initiator=self).result

        self._bridge.ask(self, work, self._treated, failed=self._shell.complain, priority=Priority.COMMAND)

    def _treated(self, done: tuple[WeekEntriesPurpose, int]) -> None:
        purpose, count = done
        one, many = {
            WeekEntriesPurpose.RECALL: (self.tr("{n} entry recalled"), self.tr("{n} entries recalled")),
            WeekEntriesPurpose.RETURN: (self.tr("{n} entry returned"), self.tr("{n} entries returned")),
            WeekEntriesPurpose.REVERSE: (self.tr("{n} entry reversed"), self.tr("{n} entries reversed")),
        }[purpose]
        self._shell.say(said(counted(count, one, many), action=self.tr("Undo"), intent=intents.Undo()))

    # -- the firm's own system ---------------------------------------------------------------------------------------

    def _copy_lines(self, intent: intents.CopyLines) -> None:
        handover = [line for line in intent.lines if line.now is not None]
        if not handover:
            return
        _, now_utc = self._place()

        def work(workspace: Workspace) -> int:
            return workspace.read(week_handover, workspace.read(week_named, self._week), now_utc=now_utc).increment_s

        def take(increment_s: int) -> None:
            cells = [
                (h.key.code, h.key.activity, h.now.narrative, h.key.day.isoformat(),
                 decimal_hours(h.now.seconds, increment_s))
                for h in handover if h.now is not None
            ]  # fmt: skip
            QGuiApplication.clipboard().setText(tsv_text(cells[0], cells[1:]).rstrip("\r\n"))
            self._shell.say(said(counted(len(cells), self.tr("{n} line copied"), self.tr("{n} lines copied"))))

        self._bridge.ask(self, work, take, failed=self._shell.complain, topic="copy")

    def _tick(self, intent: intents.TickHandover) -> None:
        _, now_utc = self._place()
        typed = tuple(TypedLine(line.key, line.now) for line in intent.lines if line.now is not None)
        gone = tuple(line.key for line in intent.lines if line.now is None)
        if gone:
            self._bridge.execute(self, UntickLines(gone), failed=self._shell.complain)
        if typed:
            self._bridge.execute(self, TickLines(typed, now_utc), failed=self._shell.complain)

    def _untick(self, intent: intents.UntickHandover) -> None:
        lines = tuple(line.key for line in intent.lines)
        self._bridge.execute(self, UntickLines(lines), failed=self._shell.complain)

    def _settle(self, intent: intents.SettleDifference) -> None:
        zone, now_utc = self._place()
        row = intent.row
        command = settle_command(row, zone=zone, now_utc=now_utc, reason=intent.reason)
        if command is not None:
            self._bridge.execute(self, command, self._settled, failed=self._shell.complain)
        elif row.action is Action.COPY_LINE:
            self._copy_row(row.key.day, row.key.code)
        else:
            self._shell.window.intent.emit(intents.ShowEntry(row.key.day, next(iter(row.entries), None)))

    def _copy_row(self, day: date, code: str) -> None:
        _, now_utc = self._place()

        def work(workspace: Workspace) -> Handover:
            return workspace.read(week_handover, workspace.read(week_named, self._week), now_utc=now_utc)

        def take(found: Handover) -> None:
            self._copy_lines(intents.CopyLines(tuple(h for h in found.lines if (h.key.day, h.key.code) == (day, code))))

        self._bridge.ask(self, work, take, failed=self._shell.complain, topic="copy")

    def _accept(self, intent: intents.AcceptDifference) -> None:
        _, now_utc = self._place()
        command = accept_command(intent.row, intent.note, now_utc=now_utc)
        self._bridge.execute(self, command, self._settled, failed=self._shell.complain)

    def _open_again(self, intent: intents.OpenDifference) -> None:
        command = OpenDifference(intent.row.key.day, intent.row.key.code)
        self._bridge.execute(self, command, self._opened_again, failed=self._shell.complain)

    def _opened_again(self, outcome: Outcome[None]) -> None:
        if outcome.audit_seq is not None:
            self._shell.say(said(self.tr("Open again"), action=self.tr("Undo"), intent=intents.Undo()))

    def _settled(self, outcome: Outcome[Any]) -> None:
        if outcome.audit_seq is not None:
            self._shell.say(said(self.tr("Settled"), action=self.tr("Undo"), intent=intents.Undo()))

    def _post(self, intent: intents.MarkPostedThere) -> None:
        _, now_utc = self._place()
        entries = posted_there(intent.rows)
        if entries:
            self._bridge.execute(self, MarkPosted(entries, now_utc), self._posted, failed=self._shell.complain)

    def _posted(self, outcome: Outcome[int]) -> None:
        words = counted(outcome.result, self.tr("{n} entry marked as posted"), self.tr("{n} entries marked as posted"))
        self._shell.say(said(words, self.tr("From now on a reversing entry corrects it.")))
