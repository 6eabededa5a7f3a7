"""What covers the window while no store is open: first run, the Lock page, the reason why a store does not open."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from engagedesk.clock import Clock
from engagedesk.errors import EngageDeskError, KeyringUnavailable
from engagedesk.services.queries.rows import RecentTarget
from engagedesk.ui.controllers.doorway import is_typing_mistake
from engagedesk.ui.controllers.messages import message_for, sentences, words_for
from engagedesk.ui.crossing import Crossing
from engagedesk.ui.main_window import MainWindow
from engagedesk.ui.view_rows import LockReason, LockView, Message

if TYPE_CHECKING:
    from engagedesk.ui.pages.first_run import FirstRunPage
    from engagedesk.ui.pages.lock import LockPage
    from engagedesk.ui.pages.trouble import TroublePage


class Outside(QObject):
    """Covers the window with one page at a time, and says what there is to say where it is read."""

    first_run_done = Signal()
    retry = Signal()
    """The person wants to try a store again that did not open."""

    def __init__(self, window: MainWindow, clock: Clock, came_from: Crossing | None, *, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._clock = clock
        self._came_from = came_from
        self._page: FirstRunPage | LockPage | TroublePage | None = None

    @property
    def covers(self) -> bool:
        return self._page is not None

    @property
    def first_run(self) -> FirstRunPage | None:
        """The page of first run while it covers the window."""
        if self._page is None:
            return None
        from engagedesk.ui.pages.first_run import FirstRunPage

        return self._page if isinstance(self._page, FirstRunPage) else None

    def show_first_run(self, key_groups: tuple[str, ...]) -> None:
        from engagedesk.ui.pages.first_run import FirstRunPage

        page = FirstRunPage()
        page.show_recovery_key(key_groups)
        page.show_step_keys()
        page.done.connect(self.first_run_done)
        self._cover(page)

    def show_lock(self, reason: LockReason) -> LockPage:
        from importlib.metadata import version

        from engagedesk.ui.pages.lock import LockPage

        crossed = self._came_from
        page = LockPage(self._clock.now_s)
        page.show_lock(
            LockView(
                reason=reason,
                locked_utc=None if crossed is None else crossed.locked_utc,
                zone=self._clock.zone_name(),
                running_since_utc=None if crossed is None else crossed.running_since_utc,
                keyring_used=False,
                version=version("engagedesk"),
            )
        )
        self._cover(page)
        return page

    def show_trouble(self, error: EngageDeskError) -> None:
        from engagedesk.ui.pages.trouble import TroublePage

        page = TroublePage()
        page.show_message(message_for(error))
        page.retry.connect(self.retry)
        self._cover(page)

    def show_refused(self, error: EngageDeskError) -> None:
        """Say why the store did not open: where the passphrase was typed, or instead of everything."""
        from engagedesk.ui.pages.lock import LockPage

        first_run = self.first_run
        if first_run is not None:
            first_run.show_message(message_for(error))
        elif is_typing_mistake(error):
            page = self._page if isinstance(self._page, LockPage) else self.show_lock(LockReason.START)
            page.show_failure(message_for(error))
        else:
            self.show_trouble(error)

    def uncover(self) -> None:
        self._page = None
        self._window.show_frame()

    def say(self, message: Message) -> None:
        """Show a message on the page of first run, or in the window's bar."""
        first_run = self.first_run
        (self._window if first_run is None else first_run).show_message(message)

    def show_first_timer(self, day: date | None, recent: tuple[RecentTarget, ...]) -> None:
        """Go on to first run's last step; ``day`` is today where the desk knows it yet."""
        first_run = self.first_run
        if first_run is not None:
            first_run.show_busy("")
            if day is not None:
                first_run.quick_line.set_day(day)
            first_run.show_step_timer(recent)

    @Slot(object)
    def show_keyring(self, error: KeyringUnavailable | None) -> None:
        first_run = self.first_run
        if first_run is None:
            return
        reason = ""
        if error is not None:
            words = words_for(error)
            reason = sentences(words.title, words.detail)
        first_run.show_keyring(usable=error is None, reason=reason)

    @Slot(str)
    def show_busy(self, words: str) -> None:
        first_run = self.first_run
        if first_run is not None:
            first_run.show_busy(words)

    @Slot(object)
    def show_failed(self, error: EngageDeskError) -> None:
        self.say(message_for(error))

    def _cover(self, page: FirstRunPage | LockPage | TroublePage) -> None:
        self._window.show_frame()
        self._page = page
        self._window.show_whole(page)
