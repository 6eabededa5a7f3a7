"""Notifications on a message bus of the test's own, where a service answers, refuses, or is missing."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from engagedesk.ui import intents
from engagedesk.ui.desktop.capability import CapabilityState
from engagedesk.ui.desktop.notifications import DEFAULT, PATH, Notification, NotificationAction, Notifier
from tests.shell.conftest import Owner
from tests.shell.private_bus import BusService, bus, needs_bus

__all__ = ["bus"]

pytestmark = needs_bus

NAME = "org.freedesktop.Notifications"
TOLD = Notification("The backup could not be made", "The disk is full")


class Service:
    """Takes the name and answers one call."""

    def __init__(self, address: str, *, refuses: bool = False) -> None:
        from jeepney.bus_messages import message_bus
        from jeepney.io.blocking import open_dbus_connection

        self.heard: list[tuple[Any, ...]] = []
        self._refuses = refuses
        self._connection = open_dbus_connection(bus=address)
        self._connection.send_and_get_reply(message_bus.RequestName(NAME))
        self._thread = threading.Thread(target=self._answer)
        self._thread.start()

    def _answer(self) -> None:
        from jeepney import MessageType, new_error, new_method_return

        while True:
            message = self._connection.receive(timeout=60)
            if message.header.message_type is MessageType.method_call:
                break
        self.heard.append(message.body)
        reply = (
            new_error(message, f"{NAME}.Error.ExcessNotificationGeneration")
            if self._refuses
            else new_method_return(message, "u", (7,))
        )
        self._connection.send(reply)

    def end(self) -> None:
        self._thread.join()
        self._connection.close()


def test_a_notification_reaches_the_desktops_service_and_no_one_else(qtbot: QtBot, bus: str) -> None:
    service, notifier, bar = Service(bus), Notifier(), Owner()
    notifier.unheard.connect(bar.hear)
    notifier.notify(TOLD)
    qtbot.waitUntil(lambda: bool(service.heard))
    service.end()
    notifier.close()
    app, replaces, _icon, title, body, actions, _hints, _timeout = service.heard[0]
    assert (app, replaces, title, body, actions) == ("EngageDesk", 0, TOLD.title, TOLD.body, [])
    assert bar.heard == []


def test_a_notification_that_the_service_refuses_is_said_in_the_window(qtbot: QtBot, bus: str) -> None:
    service, notifier, bar = Service(bus, refuses=True), Notifier(), Owner()
    notifier.unheard.connect(bar.hear)
    notifier.notify(TOLD)
    qtbot.waitUntil(lambda: bar.heard == [TOLD])
    service.end()
    notifier.close()


@pytest.mark.usefixtures("bus")
def test_a_desktop_without_the_service_says_it_in_the_window(qtbot: QtBot) -> None:
    notifier, bar = Notifier(), Owner()
    notifier.unheard.connect(bar.hear)
    notifier.notify(TOLD)
    qtbot.waitUntil(lambda: bar.heard == [TOLD])
    notifier.close()


def test_a_session_without_a_bus_says_it_in_the_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    notifier, bar = Notifier(), Owner()
    notifier.unheard.connect(bar.hear)
    notifier.notify(TOLD)
    qtbot.waitUntil(lambda: bar.heard == [TOLD])
    notifier.close()


START = NotificationAction("Start the last one", intents.StartTimer("Harrowgate walkthroughs"))
OPEN = NotificationAction("Open EngageDesk")
ASKED = Notification("No timer is running", "Nothing is recorded for 20 min.", (START, OPEN))


def service_with(address: str, *capabilities: str) -> BusService:
    numbers = iter(range(41, 99))
    return BusService(
        address,
        NAME,
        {
            "GetCapabilities": lambda _service, _message: ("as", (list(capabilities),)),
            "Notify": lambda _service, _message: ("u", (next(numbers),)),
        },
    )


def test_a_button_brings_its_intent_back_and_the_service_never_learns_it(qtbot: QtBot, bus: str) -> None:
    service, notifier, program = service_with(bus, "body", "actions"), Notifier(), Owner()
    notifier.chosen.connect(program.hear)
    notifier.notify(ASKED)
    qtbot.waitUntil(lambda: notifier.capability().why == "")
    [body] = service.bodies("Notify")
    assert body[5] == [DEFAULT, "EngageDesk", "0", "Start the last one", "1", "Open EngageDesk"]
    assert "Harrowgate" not in repr(service.calls)
    for number, key in ((40, "0"), (41, "0"), (41, "0")):
        service.signal(PATH, NAME, "ActionInvoked", signature="us", body=(number, key))
    qtbot.waitUntil(lambda: program.heard == [START])
    notifier.notify(ASKED)
    qtbot.waitUntil(lambda: len(service.bodies("Notify")) == 2)
    service.signal(PATH, NAME, "ActionInvoked", signature="us", body=(42, DEFAULT))
    qtbot.waitUntil(lambda: program.heard == [START, NotificationAction("")])
    service.end()
    notifier.close()


def test_a_service_without_buttons_is_sent_none(qtbot: QtBot, bus: str) -> None:
    service, notifier = service_with(bus, "body"), Notifier()
    notifier.notify(ASKED)
    qtbot.waitUntil(lambda: notifier.capability().why == "")
    assert service.bodies("Notify")[0][5] == []
    service.end()
    notifier.close()


def test_a_closed_notification_answers_nothing_any_more(qtbot: QtBot, bus: str) -> None:
    service, notifier, program = service_with(bus, "actions"), Notifier(), Owner()
    notifier.chosen.connect(program.hear)
    notifier.notify(ASKED)
    qtbot.waitUntil(lambda: notifier.capability().why == "")
    service.signal(PATH, NAME, "NotificationClosed", signature="uu", body=(41, 1))
    service.signal(PATH, NAME, "ActionInvoked", signature="us", body=(41, "0"))
    notifier.notify(ASKED)
    qtbot.waitUntil(lambda: len(service.bodies("Notify")) == 2)
    service.signal(PATH, NAME, "ActionInvoked", signature="us", body=(42, "1"))
    qtbot.waitUntil(lambda: program.heard == [OPEN])
    service.end()
    notifier.close()


def test_a_service_that_comes_later_is_found(qtbot: QtBot, bus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    notifier, bar = Notifier(), Owner()
    notifier.unheard.connect(bar.hear)
    assert notifier.capability().why == "notifications.unknown"
    with monkeypatch.context() as without:
        without.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
        notifier.notify(TOLD)
        qtbot.waitUntil(lambda: bar.heard == [TOLD])
    assert notifier.capability().state is CapabilityState.DEGRADED
    service = service_with(bus)
    notifier.notify(TOLD)
    qtbot.waitUntil(lambda: notifier.capability().state is CapabilityState.WORKS)
    service.end()
    notifier.close()
