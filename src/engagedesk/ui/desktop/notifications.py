"""Notifications of the desktop: org.freedesktop.Notifications through jeepney on Linux.

``QSystemTrayIcon.showMessage`` is ugly or swaps the icon there, and QtDBus cannot send the interface's uint32. A
desktop without the service is normal: ``unheard`` then hands the words back, for the message bar. Specification:
https://specifications.freedesktop.org/notification-spec/latest/protocol.html
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject, Signal, Slot

from engagedesk.ui.desktop.bus import BusLink, BusLost, BusSignal, BusThread
from engagedesk.ui.desktop.capability import Capability, CapabilityState
from engagedesk.ui.intents import Intent
from engagedesk.ui.mailbox import Mailbox

APP: Final = "EngageDesk"
DESKTOP_ENTRY: Final = "engagedesk"
SERVICE: Final = "org.freedesktop.Notifications"
PATH: Final = "/org/freedesktop/Notifications"
TIMEOUT_MS: Final = 8_000
DEFAULT: Final = "default"
"""The action of a click on the notification itself."""
KEY: Final = "notifications"
"""Of the capability."""


@dataclass(frozen=True, slots=True)
class NotificationAction:
    """A button, where the service shows any. ``intent`` None = bring the window forward."""

    words: str
    intent: Intent | None = None


@dataclass(frozen=True, slots=True)
class Notification:
    """What to tell; no client's name, because a notification lies in the desktop's own history."""

    title: str
    body: str = ""
    actions: tuple[NotificationAction, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """The service took it under a number."""

    notification: Notification
    number: int


@dataclass(frozen=True, slots=True)
class Refused:
    notification: Notification


class Notifier(QObject):
    """Sends notifications from a thread of its own, one after the other, and hears which button was pressed."""

    unheard = Signal(object)
    """The ``Notification`` that no service took."""
    chosen = Signal(object)
    """The ``NotificationAction`` that the person chose; a click on the notification itself is one without an intent."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mailbox = Mailbox(parent=self)
        self._mailbox.arrived.connect(self._on_arrived)
        self._bus = BusThread(self._mailbox.post, name="notifications")
        self._waiting: list[Notification] = []
        self._shown: dict[int, Notification] = {}
        self._taken: bool | None = None

    def notify(self, notification: Notification) -> None:
        """Tell the desktop; never waits."""
        if sys.platform != "linux":
            self._taken = False
            self.unheard.emit(notification)
            return
        self._waiting.append(notification)
        self._bus.do(lambda link: _send(link, notification))

    def capability(self) -> Capability:
        """Return whether the last notification was taken."""
        if self._taken is None:
            return Capability(KEY, CapabilityState.WORKS, "notifications.unknown")
        if not self._taken:
            return Capability(KEY, CapabilityState.DEGRADED, "notifications.none")
        return Capability(KEY, CapabilityState.WORKS)

    def close(self) -> None:
        """Drop what is not sent yet and wait for the rest, at most some seconds."""
        self._bus.close()
        self._mailbox.close()

    @Slot(object)
    def _on_arrived(self, told: Shown | Refused | BusSignal | BusLost) -> None:
        match told:
            case Shown(notification, number):
                self._taken = True
                self._waiting.remove(notification)
                if notification.actions:
                    self._shown[number] = notification
            case Refused(notification):
                self._taken = False
                self._waiting.remove(notification)
                self.unheard.emit(notification)
            case BusLost():
                self._taken = False
                waiting, self._waiting, self._shown = self._waiting, [], {}
                for notification in waiting:
                    self.unheard.emit(notification)
            case BusSignal(member="ActionInvoked", body=(number, key)):
                self._on_action(number, str(key))
            case BusSignal(member="NotificationClosed", body=(number, _reason)):
                self._shown.pop(number, None)

    def _on_action(self, number: int, key: str) -> None:
        notification = self._shown.pop(number, None)
        if notification is None:
            return
        if key == DEFAULT:
            self.chosen.emit(NotificationAction(""))
        elif key.isdecimal() and int(key) < len(notification.actions):
            self.chosen.emit(notification.actions[int(key)])


def _send(link: BusLink, notification: Notification) -> Shown | Refused:
    """Send one notification and wait for the service's answer."""
    actions: list[str] = []
    if notification.actions:
        link.listen(SERVICE, "ActionInvoked")
        link.listen(SERVICE, "NotificationClosed")
        can = _call(link, "GetCapabilities", "", ())
        if can is not None and "actions" in can[0]:
            actions = [DEFAULT, APP]
            for number, action in enumerate(notification.actions):
                # A number and the words: the service never learns what is behind a button.
                actions += [str(number), action.words]
    body: tuple[object, ...] = (
        APP,
        0,
        DESKTOP_ENTRY,
        notification.title,
        notification.body,
        actions,
        {"desktop-entry": ("s", DESKTOP_ENTRY)},
        TIMEOUT_MS,
    )
    answer = _call(link, "Notify", "susssasa{sv}i", body)
    return Refused(notification) if answer is None else Shown(notification, int(answer[0]))


def _call(link: BusLink, member: str, signature: str, body: tuple[object, ...]) -> tuple[Any, ...] | None:
    from jeepney import DBusAddress, new_method_call

    address = DBusAddress(PATH, bus_name=SERVICE, interface=SERVICE)
    return link.call(new_method_call(address, member, signature or None, body))
