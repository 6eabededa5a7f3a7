"""The desk: what a person does with time, turned into commands, and what the frame and the pages show of it.

After every commit, also one that came from the terminal, all pages are stale; the one in sight is asked anew. A burst
of commits asks once.

What only an action needs is imported by the action: Today is on the screen before the grammar, the commands and the
dialogs are loaded (``app/warming.py`` loads them while nothing else is to be done).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engagedesk.domain.ids import EngagementId, EntryId
from engagedesk.domain.states import EngagementState
from engagedesk.domain.timer import Running, recovery
from engagedesk.errors import EngageDeskError, UserError
from engagedesk.services.changes import Changes
from engagedesk.services.queries.day_view import FrameRows
from engagedesk.services.queries.engagements import LISTED, engagement_page, engagements
from engagedesk.services.queries.entries import entry_by_id
from engagedesk.services.queries.rows import (
    EngagementPage,
    EngagementRow,
    EntryRow,
    HistoryRow,
    RecentTarget,
    RunningRow,
    TodayView,
)
from engagedesk.services.queries.today import frame, work_day_of
from engagedesk.services.queries.views import remembered
from engagedesk.services.store_thread import Priority
from engagedesk.services.workspace import Outcome, Workspace
from engagedesk.ui import intents
from engagedesk.ui.controllers import leaving
from engagedesk.ui.controllers.echoes import Echoes
from engagedesk.ui.controllers.messages import message_for, said
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.format import hm
from engagedesk.ui.view_rows import Left, StillRunning
from engagedesk.ui.words import command_words

if TYPE_CHECKING:
    from engagedesk.services.queries.engagement_book import EngagementBook
    from engagedesk.ui.dialogs.quick_entry import QuickEntryDialog
    from engagedesk.ui.dialogs.still_running import StillRunningCard
    from engagedesk.ui.pages.first_run import FirstRunPage

SIDEBAR_STATES: Final = (EngagementState.ACTIVE, EngagementState.PLANNED)


class Desk(QObject):
    """Takes intents about time and keeps what is shown of it true. Lives in the GUI thread."""

    unanswered = Signal(object)
    """The ``EntryId`` of a timer that outlived the program: the person is asked."""
    answered = Signal()
    shown = Signal()
    """Today's rows are on the page."""

    def __init__(self, shell: Shell, *, ask_recovery: bool, parent: QObject | None = None) -> None:
        """``ask_recovery`` False = the timer went on knowingly, through a lock."""
        super().__init__(parent)
        self._shell = shell
        self._bridge = shell.bridge
        self._ask_recovery = ask_recovery
        self._is_first_look = True
        self._day: date | None = None
        self._today: date | None = None
        self._view: TodayView | None = None
        self._recent: tuple[RecentTarget, ...] = ()
        self._rows: tuple[EngagementRow, ...] = ()
        self._engagement: EngagementId | None = None
        self._line_dialog: QuickEntryDialog | None = None
        self.first_run: FirstRunPage | None = None
        """The page of first run while it is shown: its line echoes too."""
        self._still_running: StillRunningCard | None = None
        self.waits_for_answer: EntryId | None = None
        """The entry of a timer that outlived the program, until the person has said what to do with it."""
        self._stale: set[str] = set()
        self.echoes = Echoes(shell, lambda: (self._rows, self._view), sinks=self.echo_sinks, parent=self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        self._bridge.changed.connect(self._on_changed)
        shell.window.page_shown.connect(self._on_page_shown)
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {
            intents.StartTimer: self._start,
            intents.StopTimer: self._stop,
            intents.QuickEntry: self._add_line,
            intents.Understand: self.echoes.understand,
            intents.FillGap: self._fill_gap,
            intents.EditEntry: self._edit,
            intents.DeleteEntry: self._delete,
            intents.ShowHistory: self._show_history,
            intents.ResolveRunning: self._resolve,
            intents.ShowDay: self._show_day,
            intents.OpenEngagement: self._open_engagement,
            intents.NewEntry: self._new_entry,
            intents.Refresh: self._refresh_all,
            intents.RetryLoad: self._refresh_all,
            intents.Undo: self._undo,
            intents.Redo: self._redo,
        }

    # -- what is shown -----------------------------------------------------------------------------------------------

    @property
    def running(self) -> RunningRow | None:
        return None if self._view is None else self._view.running

    @property
    def view(self) -> TodayView | None:
        """The day on Today, as of the last look at the store."""
        return self._view

    @property
    def recent(self) -> tuple[RecentTarget, ...]:
        return self._recent

    @property
    def today(self) -> date | None:
        """The present work day, as of the last look at the store."""
        return self._today

    @property
    def still_running(self) -> StillRunningCard:
        """The question about a timer that outlived the program; built where it is first asked."""
        if self._still_running is None:
            from engagedesk.ui.dialogs.still_running import StillRunningCard

            self._still_running = StillRunningCard()
            self._still_running.intent.connect(self._from_dialog)
            self._shell.window.add_band(self._still_running)
        return self._still_running

    def begin(self, looked: FrameRows | None) -> None:
        """Show what was seen while the store was being opened, or ask for it; nobody wrote meanwhile."""
        if looked is None:
            self.refresh()
        else:
            self._take_frame(looked)

    @Slot()
    def refresh(self) -> None:
        """Ask the store anew for the frame and for the page in sight."""
        self._soon.stop()
        self._load_frame()
        if self._view is not None:
            self._load_engagements()
        page = self._shell.window.current_page
        if page == "engagement" and self._shell.in_sight:
            self._load_engagement()

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        self.echoes.outdated(changes)
        self._stale = {"engagement"}
        self._soon.start()

    @Slot(str)
    def _on_page_shown(self, page: str) -> None:
        if page == "today" and self._view is not None:
            self._show_today()
        elif page == "engagement" and page in self._stale:
            self._load_engagement()

    def _load_frame(self) -> None:
        clock, day = self._shell.clock, self._day
        zone, now_utc = clock.zone_name(), clock.now_s()
        page = self._page("today")
        if page is not None:
            page.show_loading()

        def work(workspace: Workspace) -> FrameRows:
            return workspace.read(frame, zone=zone, now_utc=now_utc, day=day)

        self._bridge.ask(self, work, self._take_frame, failed=self._frame_failed, topic="frame")

    def _take_frame(self, rows: FrameRows) -> None:
        if self._view is None:
            # At the start Today comes first, alone: its rows are painted before the next are asked for.
            QTimer.singleShot(0, self, self._load_engagements)
        self._today, self._view, self._recent = rows.today, rows.view, rows.recent
        self._shell.window.show_running(rows.running)
        self._shell.tray.show_running(rows.running)
        self._shell.tray.show_recent(rows.recent)
        self._show_today()
        if self.first_run is not None:
            self.first_run.show_recent(rows.recent)
        if self._is_first_look:
            self._is_first_look = False
            self._look_for_recovery(rows.running)
        self.echoes.renew(wanted=self._line_dialog is not None)
        self.shown.emit()

    def _look_for_recovery(self, running: RunningRow | None) -> None:
        if running is None:
            return
        found = recovery(
            Running(running.entry_id, running.start_utc, running.last_activity_utc), self._shell.clock.now_s()
        )
        if found is None or not self._ask_recovery:
            self._bridge.execute(self, leaving.forgotten())
            return
        self.waits_for_answer = running.entry_id
        self.unanswered.emit(running.entry_id)

        def ask(text: str) -> None:
            self._ask_about(running, leaving.read(text, running))

        def ask_without(_error: EngageDeskError) -> None:
            self._ask_about(running, None)

        self._bridge.ask(self, lambda w: w.read(remembered, leaving.KEY), ask, failed=ask_without, topic="left")

    def _ask_about(self, running: RunningRow, left: Left | None) -> None:
        if self.waits_for_answer != running.entry_id:
            return
        self.still_running.ask(
            StillRunning(
                running.entry_id,
                running.version,
                " · ".join(part for part in (running.label, running.detail) if part),
                running.start_utc,
                running.last_activity_utc,
                running.zone,
                left,
            )
        )

    def leave(self, *, locked: bool) -> None:
        """Note that the person goes while a timer runs, so that the next start does not call it a crash."""
        running = self.running
        if running is not None and running.entry_id != self.waits_for_answer:
            note = Left(running.entry_id, self._shell.clock.now_s(), locked)
            self._bridge.execute(self, leaving.command(note))

    def _frame_failed(self, error: EngageDeskError) -> None:
        page = self._page("today")
        if page is None:
            self._shell.complain(error)
        else:
            page.show_error(message_for(error, safe=self.tr("Everything recorded so far is saved.")))

    def _show_today(self) -> None:
        page = self._page("today")
        if page is not None and self._view is not None:
            page.show_view(self._view)
            page.show_recent(self._recent)

    @Slot()
    def _load_engagements(self) -> None:
        clock = self._shell.clock
        zone, now_utc = clock.zone_name(), clock.now_s()

        def work(workspace: Workspace) -> tuple[EngagementRow, ...]:
            present = workspace.read(work_day_of, now_utc, zone)
            return workspace.read(engagements, today=present, states=None)

        self._bridge.ask(self, work, self._take_engagements, topic="engagements")

    def _take_engagements(self, rows: tuple[EngagementRow, ...]) -> None:
        self._rows = rows
        active = tuple(r for r in rows if r.state in SIDEBAR_STATES)
        others = tuple(r for r in rows if r.state not in SIDEBAR_STATES)
        self._shell.window.show_engagements(active, others)
        page = self._page("today")
        if page is not None:
            page.show_engagements(tuple(r for r in rows if r.state in LISTED))

    def _load_engagement(self) -> None:
        engagement = self._engagement
        if engagement is None:
            return
        clock = self._shell.clock
        zone, now_utc = clock.zone_name(), clock.now_s()

        def work(workspace: Workspace) -> tuple[date, EngagementPage | None, EngagementBook | None]:
            from engagedesk.services.queries.engagement_book import engagement_book

            present = workspace.read(work_day_of, now_utc, zone)
            return (
                present,
                workspace.read(engagement_page, engagement, today=present),
                workspace.read(engagement_book, engagement, today=present),
            )

        self._bridge.ask(self, work, self._take_engagement, topic="engagement")

    def _take_engagement(self, found: tuple[date, EngagementPage | None, EngagementBook | None]) -> None:
        present, rows, book = found
        self._stale.discard("engagement")
        page = self._page("engagement")
        if page is None:
            return
        if rows is None or book is None:
            # Undo took it away while its page was open.
            self._shell.window.show_page("engagements")
            return
        page.show_engagement(rows, self._shell.clock.zone_name())
        page.show_book(book, present)

    def _page(self, page: str) -> Any | None:
        """Return a page that was built already; each has the slots that its module documents."""
        return self._shell.window.built_page(page)

    # -- the timer and entries ---------------------------------------------------------------------------------------

    def _start(self, intent: intents.StartTimer) -> None:
        if not intent.text.strip():
            self._new_entry(intents.NewEntry())
            return
        self._run_line(intent.text, day=None, start=True, failed=self._shell.complain)

    def _stop(self, _intent: intents.StopTimer) -> None:
        from engagedesk.services.commands.time import StopTimer

        command = StopTimer(self._shell.clock.now_s())
        self._bridge.execute(self, command, self._stopped, failed=self._shell.complain, priority=Priority.TIMER)

    def _stopped(self, outcome: Outcome[Any]) -> None:
        seconds = outcome.result.seconds
        words = self.tr("Stopped after {time}").format(time=hm(seconds) if seconds >= 60 else f"{seconds} s")
        undo = self.tr("Undo")
        self._shell.say(said(words, action=undo, intent=intents.Undo()))

    def _add_line(self, intent: intents.QuickEntry) -> None:
        self._run_line(
            intent.text,
            day=intent.day,
            start=intent.start_timer,
            failed=self._put_back(intent.text),
            done=self._line_saved,
        )

    def _run_line(
        self,
        text: str,
        *,
        day: date | None,
        start: bool,
        failed: Callable[[EngageDeskError], None],
        done: Callable[[Outcome[Any]], None] | None = None,
    ) -> None:
        clock = self._shell.clock
        zone, now_utc = clock.zone_name(), clock.now_s()

        def work(workspace: Workspace) -> Outcome[Any]:
            from engagedesk.domain.quick_entry import QuickMode
            from engagedesk.services.quick import quick_desk
            from engagedesk.ui.controllers.lines import quick_command

            mode = QuickMode.TIMER if start else QuickMode.ADD
            desk = workspace.read(quick_desk, now_utc=now_utc, zone=zone, mode=mode)
            return workspace.execute(quick_command(text, desk, day=day, start=start), initiator=self)

        self._bridge.ask(self, work, done, failed=failed, priority=Priority.TIMER if start else Priority.COMMAND)

    def _line_saved(self, _outcome: Outcome[Any]) -> None:
        if self._line_dialog is not None and self._line_dialog.isVisible():
            self._line_dialog.saved()

    def _put_back(self, text: str) -> Callable[[EngageDeskError], None]:
        """Return what gives a refused line back, with the reason under it where a grammar's question settles it."""

        def give(error: EngageDeskError) -> None:
            dialog = self._line_dialog
            if dialog is not None and dialog.isVisible():
                dialog.refused()
            else:
                self._open_line(text)
            if not isinstance(error, UserError) or not error.code.startswith("quick."):
                self._shell.complain(error)

        return give

    def _fill_gap(self, intent: intents.FillGap) -> None:
        clock = self._shell.clock
        zone, now_utc = clock.zone_name(), clock.now_s()

        def work(workspace: Workspace) -> Outcome[Any]:
            from engagedesk.services.quick import quick_desk
            from engagedesk.ui.controllers.lines import gap_command

            desk = workspace.read(quick_desk, now_utc=now_utc, zone=zone)
            return workspace.execute(gap_command(intent, desk), initiator=self)

        self._bridge.ask(self, work, self._line_saved, failed=self._put_back(intent.text), priority=Priority.COMMAND)

    def _edit(self, intent: intents.EditEntry) -> None:
        clock = self._shell.clock
        zone, now_utc = clock.zone_name(), clock.now_s()

        def work(workspace: Workspace) -> Outcome[Any]:
            from engagedesk.services.quick import quick_desk
            from engagedesk.ui.controllers.lines import edit_command

            desk = workspace.read(quick_desk, now_utc=now_utc, zone=zone)
            row = workspace.read(entry_by_id, intent.id)
            if row is None:
                raise UserError("record.gone", kind="time_entry")
            return workspace.execute(edit_command(intent, row, desk), initiator=self)

        self._bridge.ask(self, work, failed=self._edit_failed, priority=Priority.COMMAND)

    def _edit_failed(self, error: EngageDeskError) -> None:
        self._shell.complain(error)
        # The cell shows what was typed: put back what is so.
        self._load_frame()

    def _delete(self, intent: intents.DeleteEntry) -> None:
        from engagedesk.services.commands.time import DeleteEntry

        command = DeleteEntry(intent.id, version=intent.version)
        self._bridge.execute(self, command, self._deleted, failed=self._shell.complain)

    def _deleted(self, _outcome: Outcome[None]) -> None:
        self._shell.say(said(self.tr("Entry deleted"), action=self.tr("Undo"), intent=intents.Undo()))

    def _resolve(self, intent: intents.ResolveRunning) -> None:
        """Answer to a timer that outlived the program."""
        self.waits_for_answer = None
        self.answered.emit()
        # Else the keyboard would go to whatever stands behind the card in the window.
        self.still_running.hide()
        window = self._shell.window
        if window.current_page:
            window.page(window.current_page).setFocus()
        if intent.choice is intents.RunningChoice.KEEP:
            return
        from engagedesk.services.commands.time import StopTimer

        command = StopTimer(self._shell.clock.now_s(), at_utc=intent.end_utc)
        self._bridge.execute(self, command, self._ended, failed=self._shell.complain, priority=Priority.TIMER)

    def _ended(self, _outcome: Outcome[Any]) -> None:
        self._shell.say(said(self.tr("The timer was ended"), action=self.tr("Undo"), intent=intents.Undo()))

    # -- echo --------------------------------------------------------------------------------------------------------

    def echo_sinks(self) -> tuple[Callable[[Any], None], ...]:
        """Return what shows echoes at present; each drops the echo of a line that is not its own."""
        shown = [self._page("today"), self._line_dialog, self.first_run]
        return tuple(one.show_echo for one in shown if one is not None)

    # -- moving about ------------------------------------------------------------------------------------------------

    def _show_day(self, intent: intents.ShowDay) -> None:
        self._day = None if intent.day == self._today else intent.day
        self._load_frame()

    def _open_engagement(self, intent: intents.OpenEngagement) -> None:
        self._engagement = intent.id
        self._stale.discard("engagement")
        self._shell.window.show_page("engagement", engagement=intent.id)
        self._load_engagement()

    def _new_entry(self, intent: intents.NewEntry) -> None:
        """Open quick entry with some words, else with what was typed there before and not sent."""
        if intent.text:
            self._open_line(intent.text)
            return
        window = self._shell.window
        day = self._view.day if self._view is not None and window.isActiveWindow() else self._today
        if day is None:
            return
        dialog = self.line_dialog
        dialog.go_on(day)
        dialog.open_at(window if self._shell.in_sight else None)

    def _open_line(self, text: str) -> None:
        """Open quick entry over whatever is shown, with some words to start from."""
        day = self._view.day if self._view is not None else self._today
        if day is None:
            return
        dialog = self.line_dialog
        dialog.begin(day, text)
        dialog.open_at(self._shell.window if self._shell.in_sight else None)

    @property
    def line_dialog(self) -> QuickEntryDialog:
        """Quick entry; built once, when it is first asked for or when there is time, and kept hidden."""
        if self._line_dialog is None:
            from engagedesk.ui.desktop.blending import blends_windows
            from engagedesk.ui.dialogs.quick_entry import QuickEntryDialog

            dialog = QuickEntryDialog(blends=blends_windows())
            dialog.intent.connect(self._from_dialog)
            dialog.make_ready()
            self._line_dialog = dialog
            # The first key is answered at once.
            self.echoes.renew(wanted=True)
        return self._line_dialog

    def close_line(self) -> None:
        """Take quick entry off the screen for good: the store closes."""
        if self._line_dialog is not None:
            self._line_dialog.hide()
            self._line_dialog.deleteLater()
            self._line_dialog = None

    @Slot(object)
    def _from_dialog(self, intent: intents.Intent) -> None:
        take = self.takes.get(type(intent))
        if take is not None:
            take(intent)

    def _refresh_all(self, _intent: intents.Intent) -> None:
        self.echoes.forget()
        self._stale = {"engagement"}
        self.refresh()

    def _show_history(self, intent: intents.ShowHistory) -> None:
        entry = intent.id

        def work(workspace: Workspace) -> tuple[EntryRow | None, tuple[HistoryRow, ...]]:
            from engagedesk.services.queries.history import history

            return workspace.read(entry_by_id, entry), workspace.read(history, entry)

        self._bridge.ask(self, work, self._take_history, failed=self._shell.complain, topic="history")

    def _take_history(self, found: tuple[EntryRow | None, tuple[HistoryRow, ...]]) -> None:
        row, changes = found
        if row is None:
            self._shell.complain(UserError("record.gone", kind="time_entry"))
            return
        from engagedesk.ui.dialogs.history import HistoryDialog

        subject = " · ".join(part for part in (row.engagement, row.code or "") if part)
        dialog = HistoryDialog(subject, self._shell.clock.zone_name(), parent=self._shell.window)
        dialog.show_history(tuple(reversed(changes)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # -- undo --------------------------------------------------------------------------------------------------------

    def _undo(self, _intent: intents.Undo) -> None:
        self._bridge.ask(self, self._undo_work, self._undone, failed=self._shell.complain, priority=Priority.COMMAND)

    def _redo(self, _intent: intents.Redo) -> None:
        self._bridge.ask(self, self._redo_work, self._redone, failed=self._shell.complain, priority=Priority.COMMAND)

    def _undo_work(self, workspace: Workspace) -> str:
        return workspace.undo(initiator=self)[0]

    def _redo_work(self, workspace: Workspace) -> str:
        return workspace.redo(initiator=self)[0]

    def _undone(self, label: str) -> None:
        words = self.tr("Undone: {what}").format(what=command_words(label))
        self._shell.say(said(words, action=self.tr("Redo"), intent=intents.Redo()))

    def _redone(self, label: str) -> None:
        words = self.tr("Done again: {what}").format(what=command_words(label))
        self._shell.say(said(words, action=self.tr("Undo"), intent=intents.Undo()))
