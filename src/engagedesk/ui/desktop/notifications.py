"""Notifications of the desktop: org.freedesktop.Notifications through jeepney on Linux.

``QSystemTrayIcon.showMessage`` is ugly or swaps the icon there, and QtDBus cannot send the interface's uint32. A
desktop without the service is normal: ``unheard`` then hands the words back, for the message bar. Specification:
https://specifications.freedesktop.org/notification-spec/latest/protocol.html
"""

from __future__ import annotations

import logging
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal

from engagedesk.log import Code
from engagedesk.ui.mailbox import Mailbox, Post

log = logging.getLogger(__name__)

APP: Final = "EngageDesk"
DESKTOP_ENTRY: Final = "engagedesk"
TIMEOUT_MS: Final = 8_000
ANSWER_S: Final = 2.0


@dataclass(frozen=True, slots=True)
class Notification:
    """What to tell; no client's name, because a notification lies in the desktop's own history."""

    title: str
    body: str = ""


class Notifier(QObject):
    """Sends notifications from a thread of its own, one after the other."""

    unheard = Signal(object)
    """The ``Notification`` that no service took."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="notifications")
        self._mailbox = Mailbox(parent=self)
        self._mailbox.arrived.connect(self.unheard)

    def notify(self, notification: Notification) -> None:
        """Tell the desktop; never waits."""
        if sys.platform != "linux":
            self.unheard.emit(notification)
            return
        self._thread.submit(_send_or_hand_back, notification, self._mailbox.post)

    def close(self) -> None:
        """Drop what is not sent yet and wait for the rest, at most some seconds."""
        self._thread.shutdown(wait=True, cancel_futures=True)
        self._mailbox.close()


def _send_or_hand_back(notification: Notification, post: Post) -> None:
    if not send(notification):
        post.send(notification)


def send(notification: Notification) -> bool:
    """Send one notification and wait for the service's answer; say whether it was taken."""
    # 30 ms of imports that the first paint does not need.
    from jeepney import DBusAddress, DBusErrorResponse, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    address = DBusAddress(
        "/org/freedesktop/Notifications",
        bus_name="org.freedesktop.Notifications",
        interface="org.freedesktop.Notifications",
    )
    body: tuple[object, ...] = (
        APP,
        0,
        DESKTOP_ENTRY,
        notification.title,
        notification.body,
        [],
        {"desktop-entry": ("s", DESKTOP_ENTRY)},
        TIMEOUT_MS,
    )
    try:
        with open_dbus_connection(bus="SESSION") as bus:
            answer = bus.send_and_get_reply(new_method_call(address, "Notify", "susssasa{sv}i", body), timeout=ANSWER_S)
    except (OSError, KeyError, ValueError, RuntimeError, DBusErrorResponse, TimeoutError) as error:
        # No bus, an address of an unknown kind, or nobody who answers: the words go to the message bar instead.
        log.info("no notification service: %s", Code(type(error).__name__))
        return False
    return bool(answer.header.message_type is MessageType.method_return)
