"""What all controllers of an open store share: the door to it, the window, the tray, the clock, and how to speak."""

from __future__ import annotations

from dataclasses import dataclass

from engagedesk.clock import Clock
from engagedesk.errors import EngageDeskError
from engagedesk.paths import Profile
from engagedesk.services.entering import Surroundings
from engagedesk.ui.controllers.messages import message_for
from engagedesk.ui.desktop.notifications import Notification, Notifier
from engagedesk.ui.main_window import MainWindow
from engagedesk.ui.store_bridge import StoreBridge
from engagedesk.ui.tray import Tray
from engagedesk.ui.view_rows import Message


@dataclass(frozen=True, slots=True)
class Shell:
    """The long-lived objects around one open store; all of the GUI thread."""

    bridge: StoreBridge
    window: MainWindow
    tray: Tray
    notifier: Notifier
    paths: Profile
    around: Surroundings

    @property
    def clock(self) -> Clock:
        return self.around.clock

    def say(self, message: Message) -> None:
        self.window.show_message(message)

    def complain(self, error: EngageDeskError) -> None:
        """Show an error that no field can show."""
        self.window.show_message(message_for(error))

    def notify(self, title: str, body: str = "") -> None:
        """Tell the desktop; the words name no client."""
        self.notifier.notify(Notification(title, body))

    @property
    def in_sight(self) -> bool:
        """Whether a person can see the window: hidden pages are not refreshed."""
        return self.window.isVisible() and not self.window.isMinimized()
