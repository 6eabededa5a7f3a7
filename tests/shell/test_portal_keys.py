"""Global keys through the GlobalShortcuts portal: one on a bus of the test's own grants, refuses, or is missing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from engagedesk.ui.desktop.capability import Capability, CapabilityState
from engagedesk.ui.desktop.hotkey import Wanted, key_lender
from engagedesk.ui.desktop.portal_keys import PATH, PORTAL, REQUEST, SESSION, SHORTCUTS, PortalKeys, trigger_of
from tests.shell.conftest import Owner
from tests.shell.private_bus import BusService, bus, needs_bus

__all__ = ["bus"]

pytestmark = [needs_bus, pytest.mark.skipif(sys.platform != "linux", reason="portals")]

QUICK = Wanted("quick_entry", "Ctrl+Alt+Space", "Open quick entry")
TIMER = Wanted("timer", "Meta+S", "Start or stop the timer")
SESSION_PATH = f"{PATH}/session/1_1/one"


def request_path(message: Any) -> str:
    from jeepney import HeaderFields

    sender = str(message.header.fields[HeaderFields.sender])[1:].replace(".", "_")
    return f"{PATH}/request/{sender}/{message.body[-1]['handle_token'][1]}"


def respond(portal: BusService, message: Any, status: int, results: dict[str, tuple[str, Any]]) -> tuple[str, Any]:
    """Answer a request as portals may: the signal goes out before the call returns."""
    path = request_path(message)
    portal.signal(path, REQUEST, "Response", signature="ua{sv}", body=(status, results))
    return "o", (path,)


def create(portal: BusService, message: Any) -> tuple[str, Any]:
    return respond(portal, message, 0, {"session_handle": ("s", SESSION_PATH)})


def bind(portal: BusService, message: Any) -> tuple[str, Any]:
    shortcuts = [(name, {"trigger_description": ("s", "Press F13")}) for name, _facts in message.body[1]]
    return respond(portal, message, 0, {"shortcuts": ("a(sa{sv})", shortcuts)})


def refuse(portal: BusService, message: Any) -> tuple[str, Any]:
    return respond(portal, message, 1, {})


@pytest.fixture
def keys(qtbot: QtBot) -> Iterator[PortalKeys]:
    made = key_lender("wayland")
    assert isinstance(made, PortalKeys)
    yield made
    made.close()


def test_the_portal_is_asked_once_and_its_key_is_heard(qtbot: QtBot, bus: str, keys: PortalKeys) -> None:
    portal = BusService(bus, PORTAL, {"CreateSession": create, "BindShortcuts": bind})
    heard = Owner()
    keys.pressed.connect(heard.hear)
    keys.bind((QUICK, TIMER))
    assert keys.capability().why == "hotkey.asking"
    granted = Capability("hotkey", CapabilityState.WORKS, "", {"keys": "Press F13, Press F13"})
    qtbot.waitUntil(lambda: keys.capability() == granted)
    [(session, shortcuts, _parent, _options)] = portal.bodies("BindShortcuts")
    assert session == SESSION_PATH
    assert [(name, facts["preferred_trigger"][1]) for name, facts in shortcuts] == [
        ("quick_entry", "CTRL+ALT+space"),
        ("timer", "LOGO+s"),
    ]
    for path in ("/some/other/session", SESSION_PATH):
        portal.signal(PATH, SHORTCUTS, "Activated", signature="osta{sv}", body=(path, "quick_entry", 99, {}))
    qtbot.waitUntil(lambda: heard.heard == ["quick_entry"])
    keys.bind((QUICK, TIMER))
    assert portal.members() == ["CreateSession", "BindShortcuts"], "the same keys are not asked for twice"
    portal.end()


def test_other_keys_close_the_session_and_open_another(qtbot: QtBot, bus: str, keys: PortalKeys) -> None:
    closed = {"Close": lambda _portal, _message: ("", ())}
    portal = BusService(bus, PORTAL, {"CreateSession": create, "BindShortcuts": bind, **closed})
    keys.bind((QUICK,))
    qtbot.waitUntil(lambda: keys.capability().state is CapabilityState.WORKS)
    keys.bind((TIMER,))
    qtbot.waitUntil(lambda: len(portal.bodies("BindShortcuts")) == 2)
    assert portal.members() == ["CreateSession", "BindShortcuts", "Close", "CreateSession", "BindShortcuts"]
    keys.bind(())
    assert keys.capability().why == "hotkey.off"
    qtbot.waitUntil(lambda: portal.members()[-1] == "Close")
    portal.end()


@pytest.mark.parametrize("answers", [{"CreateSession": refuse}, {"CreateSession": create, "BindShortcuts": refuse}])
def test_a_person_who_says_no_is_heard(qtbot: QtBot, bus: str, keys: PortalKeys, answers: dict[str, Any]) -> None:
    portal = BusService(bus, PORTAL, answers)
    keys.bind((QUICK,))
    refused = Capability("hotkey", CapabilityState.DEGRADED, "hotkey.refused")
    qtbot.waitUntil(lambda: keys.capability() == refused)
    portal.end()


def test_a_session_that_the_desktop_ends_is_said(qtbot: QtBot, bus: str, keys: PortalKeys) -> None:
    portal = BusService(bus, PORTAL, {"CreateSession": create, "BindShortcuts": bind})
    keys.bind((QUICK,))
    qtbot.waitUntil(lambda: keys.capability().state is CapabilityState.WORKS)
    portal.signal(SESSION_PATH, SESSION, "Closed", signature="", body=())
    qtbot.waitUntil(lambda: keys.capability().why == "hotkey.session_ended")
    portal.end()


def test_a_portal_without_the_interface_is_said(qtbot: QtBot, bus: str, keys: PortalKeys) -> None:
    portal = BusService(bus, PORTAL, {})
    keys.bind((QUICK,))
    missing = Capability("hotkey", CapabilityState.UNAVAILABLE, "hotkey.no_portal")
    qtbot.waitUntil(lambda: keys.capability() == missing)
    portal.end()


@pytest.mark.usefixtures("bus")
def test_a_desktop_without_a_portal_is_said(qtbot: QtBot, keys: PortalKeys) -> None:
    keys.bind((QUICK,))
    qtbot.waitUntil(lambda: keys.capability().why == "hotkey.no_portal")


def test_a_session_without_a_bus_is_said(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, keys: PortalKeys) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    keys.bind((QUICK,))
    qtbot.waitUntil(lambda: keys.capability().why == "hotkey.no_portal")


@pytest.mark.parametrize(
    ("keys_text", "trigger"),
    [
        ("Ctrl+Alt+Space", "CTRL+ALT+space"),
        ("Meta+Shift+E", "LOGO+SHIFT+e"),
        ("F9", "F9"),
        ("Ctrl+Return", "CTRL+Return"),
    ],
)
def test_keys_are_written_as_the_shortcuts_specification_does(keys_text: str, trigger: str) -> None:
    assert trigger_of(keys_text) == trigger
