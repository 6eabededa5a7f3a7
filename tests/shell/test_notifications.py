"""Notifications on a message bus of the test's own, where a service answers, refuses, or is missing."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from engagedesk.ui.desktop.notifications import Notification, Notifier
from tests.shell.conftest import Owner

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="no dbus-daemon here")

NAME = "org.freedesktop.Notifications"
TOLD = Notification("The backup could not be made", "The disk is full")


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    address = f"unix:path={tmp_path / 'bus'}"
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as daemon:
        assert daemon.stdout is not None
        assert daemon.stdout.readline()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address
        daemon.terminate()


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
