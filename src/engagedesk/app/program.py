"""The composition root of the window: builds every long-lived object and connects their signals.

A program is outside (first run, Lock page, a reason why the store does not open), looking, open, or
closing. Locking closes the store and then replaces the process (``ui/crossing.py``).

Today is on the screen before anything is imported or built that it does not need; the rest follows at once, in
slices (``app/warming.py``). Hence the imports inside functions here.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import asdict
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from engagedesk import settings
from engagedesk.app.appearance import KeptAppearance
from engagedesk.app.outside import Outside
from engagedesk.app.pages import pages
from engagedesk.app.recovery_keys import RecoveryKeys
from engagedesk.app.warming import Warming
from engagedesk.domain.away import AwayPolicy
from engagedesk.errors import EngageDeskError, StoreError, StoreLocked
from engagedesk.log import configure
from engagedesk.paths import Profile
from engagedesk.services.entering import Surroundings, exists
from engagedesk.services.handover import HandoverServer, Request, Writer
from engagedesk.services.queries.day_view import FrameRows
from engagedesk.services.queries.rows import RunningRow
from engagedesk.ui import intents
from engagedesk.ui.collector import Collector
from engagedesk.ui.controllers.doorway import Doorway, first_unlock
from engagedesk.ui.controllers.messages import message_for
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.crash import CrashDialog, CrashNet
from engagedesk.ui.crossing import Crossing
from engagedesk.ui.desktop.notifications import Notification, NotificationAction, Notifier
from engagedesk.ui.mailbox import Mailbox, Post
from engagedesk.ui.main_window import MainWindow
from engagedesk.ui.store_bridge import StoreBridge
from engagedesk.ui.theme import tokens_for
from engagedesk.ui.theme.icons import app_icon
from engagedesk.ui.tray import Tray
from engagedesk.ui.view_rows import Kind, LockReason, Message

if TYPE_CHECKING:
    from engagedesk.app.crew import Crew
    from engagedesk.ui.controllers.desk import Desk
    from engagedesk.ui.desktop.presence import PresenceWatch
    from engagedesk.ui.desktop.senses import Senses
    from engagedesk.ui.tour import Tour

log = logging.getLogger(__name__)

APP_ID: Final = "engagedesk"
STILL_BUSY_MS: Final = 300


class Stage(Enum):
    """Where a program is."""

    OUTSIDE = "outside"
    LOOKING = "looking"
    """What the store holds is on the screen, and it is about to be open: what is asked for waits until then."""
    OPEN = "open"
    CLOSING = "closing"


class Said(Enum):
    """What another thread tells the program."""

    RAISE = "raise"
    SERVER_STOPPED = "server stopped"
    PROFILE_TAKEN = "profile taken"
    OTHER_RAISED = "the other window was raised"


class Program(QObject):
    """Everything that lives as long as the window; ``leaves`` says after its end what the next process is told."""

    def __init__(
        self, app: QApplication, paths: Profile, around: Surroundings, *, net: CrashNet, came_from: Crossing | None
    ) -> None:
        super().__init__()
        self._collector = Collector(parent=self)
        self._app = app
        self._paths = paths
        self._around = around
        self._net = net
        self._came_from = came_from
        self._stage = Stage.OUTSIDE
        self._waits: set[str] = set()
        self._exit_status = 0
        self._told_tray = False
        self._take_profile: Callable[[], bool] | None = None
        """How the profile is had after all; None = it is ours."""
        self._taking = False
        self._ended = False
        self.leaves: Crossing | None = None
        app.setApplicationName("EngageDesk")
        app.setDesktopFileName(APP_ID)
        app.setQuitOnLastWindowClosed(False)
        self.looks = KeptAppearance(app, paths)
        app.setWindowIcon(app_icon(tokens_for(app.palette())))
        self.window = MainWindow(pages(around.clock.now_s), around.clock.now_s)
        self.looks.place(self.window)
        self.window.intent.connect(self.take)
        self.window.installEventFilter(self)
        self.tray = Tray(around.clock.now_s, parent=self)
        self.tray.intent.connect(self.take)
        self.tray.open_asked.connect(self.raise_window)
        self.notifier = Notifier(parent=self)
        self.notifier.unheard.connect(self._say_notification)
        self.notifier.chosen.connect(self._on_notification_action)
        self._outside = Outside(self.window, around.clock, came_from, parent=self)
        self._outside.first_run_done.connect(self._first_run_done)
        self._outside.retry.connect(self._try_again)
        self._recovery_keys = RecoveryKeys(self.window, parent=self)
        self._recovery_keys.intent.connect(self.take)
        self._recovery_keys.failed.connect(self._outside.show_failed)
        self._recovery_keys.said.connect(self._outside.say)
        self.doorway = Doorway(paths, around, parent=self)
        self.doorway.looked.connect(self._on_looked)
        self.doorway.opened.connect(self._on_opened)
        self.doorway.refused.connect(self._on_refused)
        self.doorway.bug.connect(net.catch)
        self.doorway.keyring_seen.connect(self._outside.show_keyring)
        self._mailbox = Mailbox(parent=self)
        self._mailbox.arrived.connect(self._on_said)
        self._post = self._mailbox.post
        self.server = HandoverServer(paths, self._serve)
        net.crashed.connect(self._on_crashed)
        self._crash_told = False
        self._takes: dict[type[intents.Intent], Callable[[Any], None]] = {}
        self._looked: FrameRows | None = None
        self._early: list[intents.Intent] = []
        """What was asked for while the store was being opened."""
        self.shell: Shell | None = None
        self.desk: Desk | None = None
        self.crew: Crew | None = None
        self._senses: Senses | None = None
        self._presence: PresenceWatch | None = None
        """Watches on while the store is locked and a timer goes on."""
        self._tour: Tour | None = None
        self._rest_built = False
        self._warming = Warming(parent=self)
        self._warming.done.connect(self._build_rest)
        self._warming.done.connect(self._collector.begin)
        self._still_busy = QTimer(self)
        self._still_busy.setSingleShot(True)
        self._still_busy.setInterval(STILL_BUSY_MS)
        self._still_busy.timeout.connect(self._say_waiting)
        if self.looks.problem is not None:
            self.window.show_message(message_for(self.looks.problem))

    # -- the start ---------------------------------------------------------------------------------------------------

    def start(self, passphrase: str | None) -> None:
        """Show the window and begin to open the store, or ask how."""
        self.tray.show()
        self._outside_tray()
        if self._came_from is not None:
            self._outside.show_lock(self._came_from.reason)
            self._watch_on(self._came_from)
        elif not exists(self._paths):
            self._show_first_run()
        else:
            self._open_at_once(passphrase)
        if self._came_from is None or not self._came_from.hidden or not self.tray.present:
            self.window.show()
        QTimer.singleShot(0, self, self._listen)
        self._warming.begin_later()

    def start_in_trouble(self, error: StoreError, take: Callable[[], bool]) -> None:
        """Show why the profile cannot be had, and offer to try again.

        ``take`` runs in a thread: True = the profile is ours now, False = its own window was raised instead.
        """
        self._take_profile = take
        self._outside.show_trouble(error)
        self.window.show()

    def _open_at_once(self, passphrase: str | None) -> None:
        try:
            unlock = first_unlock(self._paths, self._around, passphrase)
        except StoreError as error:
            self._outside.show_trouble(error)
            return
        if unlock is None:
            self._outside.show_lock(LockReason.START)
            return
        # The frame is painted while the store opens behind it.
        self.window.show_page("today")
        self.doorway.open_with(unlock)

    @Slot()
    def _listen(self) -> None:
        try:
            self.server.start()
        except StoreError as error:
            self.window.show_message(message_for(error))

    def _watch_on(self, crossed: Crossing) -> None:
        """Go on looking whether the person is there, for a timer that goes on or an absence that began before."""
        if crossed.running_since_utc is None and crossed.away_since_utc is None:
            return
        self._look_for_person(crossed.policy, away_since_utc=crossed.away_since_utc)[1].start()

    def _look_for_person(
        self, policy: AwayPolicy, *, away_since_utc: int | None = None
    ) -> tuple[Senses, PresenceWatch]:
        from engagedesk.ui.desktop.presence import PresenceWatch
        from engagedesk.ui.desktop.senses import desktop_senses

        if self._senses is None or self._presence is None:
            self._senses = desktop_senses(QGuiApplication.platformName(), parent=self)
            clock = self._around.clock
            self._presence = PresenceWatch(
                self._senses, clock, policy=policy, away_since_utc=away_since_utc, parent=self
            )
        return self._senses, self._presence

    def _outside_tray(self) -> None:
        self.tray.show_locked(None if self._came_from is None else self._came_from.running_since_utc)

    # -- before the store is open ------------------------------------------------------------------------------------

    def _show_first_run(self) -> None:
        groups = self.doorway.recovery_key.groups
        self._recovery_keys.begin(groups)
        self._outside.show_first_run(groups)
        self.doorway.look_at_keyring()

    @Slot()
    def _try_again(self) -> None:
        take, post = self._take_profile, self._post
        if take is not None:
            if not self._taking:
                self._taking = True
                threading.Thread(target=_take, args=(take, post), name="profile", daemon=True).start()
            return
        if exists(self._paths):
            self._open_at_once(None)
        else:
            self._show_first_run()

    @Slot(object)
    def _on_looked(self, rows: FrameRows) -> None:
        """Show Today while the rest of the program loads that works on it."""
        if self._stage is not Stage.OUTSIDE:
            return
        self._stage, self._looked = Stage.LOOKING, rows
        self._show_frame()
        self.window.show_running(rows.running)
        self.tray.show_running(rows.running)
        page: Any = self.window.page("today")
        page.show_view(rows.view)
        page.show_recent(rows.recent)
        QTimer.singleShot(0, self.doorway, self.doorway.painted)

    @Slot(object)
    def _on_refused(self, error: EngageDeskError) -> None:
        if self._stage is Stage.LOOKING:
            self._stage, self._looked = Stage.OUTSIDE, None
            self._early.clear()
        self._outside.show_refused(error)

    # -- the open store ----------------------------------------------------------------------------------------------

    @Slot(object, bool)
    def _on_opened(self, bridge: StoreBridge, made: bool) -> None:  # noqa: FBT001  # a slot's parameters have no keywords
        bridge.setParent(self)
        looked, self._looked = self._looked, None
        early, self._early = self._early, []
        self._stage = Stage.OPEN
        shell = Shell(bridge, self.window, self.tray, self.notifier, self._paths, self._around)
        self.shell = shell
        bridge.failed.connect(self._on_store_failed)
        bridge.bug.connect(self._net.catch)
        desk = self._build_controllers(shell)
        if looked is None:
            self.tray.show_running(None)
        first_run = self._outside.first_run
        if made:
            self._recovery_keys.forget()
        if made and first_run is not None:
            self._build_rest()
            first_run.show_busy("")
            first_run.show_step_import()
        elif looked is None:
            self._show_frame()
        if self.doorway.keyring_error is not None:
            self.window.show_message(message_for(self.doorway.keyring_error))
        desk.begin(looked)
        for intent in early:
            self.take(intent)

    def _build_controllers(self, shell: Shell) -> Desk:
        """Build what Today needs."""
        from engagedesk.ui.controllers.desk import Desk

        self.desk = desk = Desk(shell, ask_recovery=self._came_from is None, parent=self)
        self._takes = dict(desk.takes)
        desk.first_run = self._outside.first_run
        desk.shown.connect(self._on_shown)
        return desk

    @Slot()
    def _on_shown(self) -> None:
        if not self._rest_built:
            self._warming.begin()

    @Slot()
    def _build_rest(self) -> None:
        """Build everything else of an open store; at the latest when it is first asked for."""
        shell, desk = self.shell, self.desk
        if self._rest_built or shell is None or desk is None or self._stage is not Stage.OPEN:
            return
        from engagedesk.app.crew import Crew

        self._rest_built = True
        self._warming.stop()
        self._collector.begin()
        senses, presence = self._look_for_person(AwayPolicy())
        self.crew = crew = Crew(shell, desk, senses, presence=presence, look=self._look, parent=self)
        crew.watch.lock_wanted.connect(self.lock)
        crew.imports.imported.connect(self._filled)
        crew.sample.begun.connect(self._outside.show_busy)
        crew.sample.filled.connect(self._filled)
        crew.sample.failed.connect(self._outside.show_failed)
        crew.keeping.new_recovery_key.connect(self._recovery_keys.show_new)
        crew.reach.intent.connect(self.take)
        crew.reach.open_asked.connect(self.raise_window)
        self._takes |= crew.takes
        crew.start()

    def _running(self) -> RunningRow | None:
        return None if self.desk is None else self.desk.running

    def _look(self) -> settings.Appearance:
        return self.looks.now

    def _show_frame(self) -> None:
        if self.desk is not None:
            self.desk.first_run = None
        self._outside.uncover()
        # Else it would go to whatever comes after the page that covered the frame: the Lock button.
        self.window.show_page("today").setFocus()

    @Slot()
    def _first_run_done(self) -> None:
        self._show_frame()
        if self.desk is not None:
            self.desk.refresh()
        self._show_around(asked=False)

    def _show_around(self, *, asked: bool) -> None:
        """Begin the look around, or begin it anew."""
        from engagedesk.ui.tour import Tour

        self._end_tour()
        self.window.show_page("today")
        self._tour = Tour(self.window)
        self._tour.over.connect(self._end_tour)
        self._tour.begin(take_focus=asked)

    @Slot()
    def _end_tour(self) -> None:
        tour, self._tour = self._tour, None
        if tour is not None:
            tour.end()
            tour.deleteLater()

    @Slot()
    def _filled(self) -> None:
        """Something to work on came in: first run goes on to the first timer."""
        if self.desk is not None:
            self._outside.show_first_timer(self.desk.today, self.desk.recent)

    @Slot(object)
    def _on_store_failed(self, error: EngageDeskError) -> None:
        self.window.show_message(message_for(error))

    # -- intents -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def take(self, intent: intents.Intent) -> None:
        """Give an intent to whoever can do it; before the store is open only the doorway and this can."""
        if isinstance(intent, intents.Quit):
            self.quit()
        elif self._stage is Stage.LOOKING:
            self._early.append(intent)
        elif isinstance(intent, intents.Lock):
            self.lock(LockReason.BY_HAND)
        elif isinstance(intent, intents.SetTheme):
            self.looks.set_theme(intent.mode)
            self._keep_looks()
        elif isinstance(intent, intents.SetLanguage):
            self._set_language(intent.language)
        elif isinstance(intent, intents.SetReducedMotion):
            self.looks.set_reduced_motion(on=intent.on)
            self._keep_looks()
        elif isinstance(intent, intents.StartTour):
            if self._stage is Stage.OPEN and not self._outside.covers:
                self._show_around(asked=True)
        elif isinstance(intent, intents.KeepRecoveryKey):
            self._recovery_keys.keep(intent.to)
        elif self._stage is Stage.OUTSIDE:
            take = self.doorway.takes.get(type(intent))
            if take is not None:
                take(intent)
        elif self._stage is Stage.OPEN:
            if type(intent) not in self._takes:
                self._build_rest()
            take = self._takes.get(type(intent))
            if take is not None:
                take(intent)

    def _set_language(self, language: str) -> None:
        self.looks.set_language(language)
        self._keep_looks()
        self.window.show_message(
            Message(
                Kind.INFO,
                self.tr("The language changes at the next start"),
                self.tr("Quit EngageDesk and open it again; the timer goes on."),
            )
        )

    # -- the window --------------------------------------------------------------------------------------------------

    @Slot()
    def raise_window(self) -> None:
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.window or event.type() is not QEvent.Type.Close or self._stage is Stage.CLOSING:
            return False
        event.ignore()
        self._keep_looks()
        wanted = self.crew is None or self.crew.watch.settings.close_to_tray
        if self.tray.present and wanted:
            self.window.hide()
            if not self._told_tray:
                self._told_tray = True
                self.notifier.notify(
                    Notification(
                        self.tr("EngageDesk goes on in the tray"),
                        self.tr("Quit it from the icon's menu, or with Ctrl+Q."),
                    )
                )
        else:
            self.quit()
        return True

    def _keep_looks(self) -> None:
        if self._take_profile is None:
            self.looks.keep(self.window)

    @Slot(object)
    def _say_notification(self, notification: Notification) -> None:
        self.window.show_message(Message(Kind.INFO, notification.title, notification.body, passing=True))

    @Slot(object)
    def _on_notification_action(self, action: NotificationAction) -> None:
        if action.intent is None or isinstance(action.intent, intents.ShowPage | intents.HandIn | intents.AskAway):
            self.raise_window()
        if isinstance(action.intent, intents.ShowPage) and self._stage is Stage.OPEN:
            self.window.show_page(action.intent.page)
        elif action.intent is not None:
            self.take(action.intent)

    @Slot(object)
    def _on_crashed(self, _path: object) -> None:
        if self._crash_told:
            return
        self._crash_told = True
        CrashDialog(self._net.last_report, copy=QGuiApplication.clipboard().setText, parent=self.window).open()

    # -- other processes ---------------------------------------------------------------------------------------------

    def _serve(self, request: Request, writer: Writer) -> int:
        """Do what another process hands over; runs in a thread of the server."""
        if request.kind == "raise":
            self._post.send(Said.RAISE)
            return 0
        shell = self.shell
        if self._stage is not Stage.OPEN or shell is None:
            raise StoreLocked("store.locked")
        return run_handed_over(request, writer, shell)

    # -- the end -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def lock(self, reason: LockReason) -> None:
        """Close the store and become a locked process."""
        if self._stage is not Stage.OPEN:
            return
        running = self._running()
        away_since_utc = None if self.crew is None else self.crew.away.leave_for(reason)
        policy = AwayPolicy() if self._presence is None else self._presence.policy
        self.leaves = Crossing(
            reason,
            self._around.clock.now_s(),
            # Who is away has no timer that goes on.
            None if running is None or away_since_utc is not None else running.start_utc,
            hidden=not self.window.isVisible(),
            away_since_utc=None if running is None and not self._is_away() else away_since_utc,
            **asdict(policy),
        )
        QGuiApplication.clipboard().clear()
        self._close()

    def _is_away(self) -> bool:
        return self.crew is not None and self.crew.away.is_open

    @Slot()
    def quit(self) -> None:
        """Close the store and end."""
        if self._stage is not Stage.CLOSING:
            self._close()

    def _close(self) -> None:
        was_open = self._stage is Stage.OPEN
        self._stage = Stage.CLOSING
        self._keep_looks()
        self._waits = {"server"}
        self._warming.stop()
        if was_open and self.shell is not None:
            self._waits.add("store")
            if self.desk is not None:
                self.desk.leave(locked=self.leaves is not None)
            if self.crew is not None:
                self.crew.stop()
            if self._presence is not None:
                self._presence.stop()
            self.shell.bridge.closed.connect(self._on_store_closed)
        if self.leaves is not None:
            # Nothing stays readable while the store closes.
            self._outside.show_lock(self.leaves.reason).show_closing()
        self._still_busy.start()
        threading.Thread(target=self._stop_server, name="hand-over stop").start()
        if was_open and self.shell is not None:
            self.shell.bridge.close()

    def _stop_server(self) -> None:
        self.server.stop()
        self._post.send(Said.SERVER_STOPPED)

    @Slot(object)
    def _on_said(self, said: Said | StoreError) -> None:
        match said:
            case Said.RAISE:
                self.raise_window()
            case Said.SERVER_STOPPED:
                self._waits.discard("server")
                self._look_done()
            case Said.PROFILE_TAKEN:
                self._take_profile = None
                configure(self._paths.logs)
                self._outside.uncover()
                self.start(None)
            case Said.OTHER_RAISED:
                self.quit()
            case StoreError():
                self._taking = False
                self._outside.show_trouble(said)

    @Slot()
    def _on_store_closed(self) -> None:
        self._waits.discard("store")
        self._look_done()

    def _look_done(self) -> None:
        if not self._waits:
            self._still_busy.stop()
            self._leave(self._exit_status)

    def _leave(self, status: int) -> None:
        self._app.exit(status)

    @Slot()
    def _say_waiting(self) -> None:
        words = {
            "store": self.tr("Finishing what is being written, then the store closes."),
            "server": self.tr("A command from the terminal is still at work."),
        }
        waits = " ".join(words[one] for one in sorted(self._waits, reverse=True))
        self.window.show_message(Message(Kind.INFO, self.tr("Closing"), waits))

    def end(self) -> None:
        """Let everything go, after the event loop; a loop that was broken is made good here."""
        if self._ended:
            return
        self._ended = True
        self._stage = Stage.CLOSING
        self._still_busy.stop()
        self._warming.stop()
        self.server.stop()
        if self.crew is not None:
            self.crew.stop()
        if self._presence is not None:
            self._presence.stop()
        if self._senses is not None:
            self._senses.close()
        if self.shell is not None:
            self.shell.bridge.wait_closed()
        self.doorway.wait_closed()
        self.notifier.close()
        self._mailbox.close()
        self.tray.hide()
        for timer in self.findChildren(QTimer):
            timer.stop()  # what was to be looked at soon has no window any more
        self.window.removeEventFilter(self)
        self.window.hide()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._collector.end()


def _take(take: Callable[[], bool], post: Post) -> None:
    try:
        post.send(Said.PROFILE_TAKEN if take() else Said.OTHER_RAISED)
    except StoreError as error:
        post.send(error)


def run_handed_over(request: Request, writer: Writer, shell: Shell) -> int:
    """Run a command of another process in the open store; in a thread of the server."""
    if "--toggle-timer" in request.argv:
        from engagedesk.app.toggle import toggle_in_window

        return toggle_in_window(request, writer, shell)
    from engagedesk.cli.window import run_in_window

    return run_in_window(request, writer, submit=shell.bridge.thread_of_store.submit, around=shell.around)
