"""Keys from any program: real key grabs on an X server, a second client that has them, and what is no key at all."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from engagedesk.ui.desktop.capability import Capability, CapabilityState
from engagedesk.ui.desktop.hotkey import ALT, CONTROL, META, SHIFT, Wanted, XKeys, chord_of, key_lender
from engagedesk.ui.desktop.xcb import XConnection
from tests.shell.conftest import Owner
from tests.shell.x_screen import press, x_display, xdotool

__all__ = ["x_display"]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="X11")

QUICK = Wanted("quick_entry", "Ctrl+Alt+Space", "Open quick entry")
TIMER = Wanted("timer", "Ctrl+Alt+S", "Start or stop the timer")


class Heard(Owner):
    def press(self, name: str, time: int) -> None:
        assert time > 0, "the server's time comes along: a window needs it to come forward"
        self.hear(name)


@pytest.fixture
def keys(x_display: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[XKeys]:
    monkeypatch.setenv("DISPLAY", x_display)
    made = key_lender("xcb")
    assert isinstance(made, XKeys)
    yield made
    made.close()


def test_a_key_is_heard_whatever_locks_are_on(qtbot: QtBot, keys: XKeys, x_display: str) -> None:
    heard = Heard()
    keys.pressed.connect(heard.press)
    keys.bind((QUICK, TIMER))
    assert keys.capability() == Capability("hotkey", CapabilityState.WORKS, "", {"keys": "Ctrl+Alt+Space, Ctrl+Alt+S"})
    press(x_display, ["ctrl+alt+space"])
    qtbot.waitUntil(lambda: heard.heard == ["quick_entry"])
    press(x_display, ["ctrl+alt+s"])
    qtbot.waitUntil(lambda: heard.heard == ["quick_entry", "timer"])
    for lock in ("Caps_Lock", "Num_Lock"):
        press(x_display, [lock])
        press(x_display, ["ctrl+alt+space"])
        press(x_display, [lock])
    qtbot.waitUntil(lambda: heard.heard == ["quick_entry", "timer", "quick_entry", "quick_entry"])


def test_other_keys_stay_with_the_program_that_has_the_keyboard(qtbot: QtBot, keys: XKeys, x_display: str) -> None:
    heard = Heard()
    keys.pressed.connect(heard.press)
    keys.bind((QUICK,))
    press(x_display, ["space", "ctrl+space", "alt+space", "ctrl+alt+shift+space", "ctrl+alt+s"])
    press(x_display, ["ctrl+alt+space"])
    qtbot.waitUntil(lambda: heard.heard == ["quick_entry"])


def test_keys_that_another_program_has_are_said_and_left_to_it(keys: XKeys, x_display: str) -> None:
    other = key_lender("xcb")
    other.bind((QUICK,))
    keys.bind((QUICK,))
    taken = Capability("hotkey", CapabilityState.DEGRADED, "hotkey.taken", {"keys": "Ctrl+Alt+Space"})
    assert keys.capability() == taken
    assert other.capability().state is CapabilityState.WORKS
    other.close()
    # The server sees the other one go a moment later; asked by a request of our own it has.
    xdotool(x_display, "getmouselocation")
    keys.bind((QUICK,))
    assert keys.capability().state is CapabilityState.WORKS


def test_keys_are_given_back_when_others_are_chosen_and_at_the_end(keys: XKeys) -> None:
    keys.bind((QUICK,))
    keys.bind((TIMER,))
    other = key_lender("xcb")
    other.bind((QUICK,))
    assert other.capability().state is CapabilityState.WORKS
    other.bind((TIMER,))
    assert other.capability().why == "hotkey.taken"
    other.close()


@pytest.mark.parametrize(
    "keys_text", ["E", "Shift+E", "Ctrl+Alt", "Ctrl+K, Ctrl+C", "nonsense", "Ctrl+", "Ctrl+Alt+é" * 99]
)
def test_what_people_type_with_is_no_global_key(keys: XKeys, keys_text: str) -> None:
    keys.bind((Wanted("quick_entry", keys_text, ""),))
    assert keys.capability().state is CapabilityState.DEGRADED
    assert keys.capability().why in ("hotkey.not_a_key", "hotkey.no_such_key")


def test_no_keys_wanted_is_off_and_no_fault(keys: XKeys) -> None:
    keys.bind(())
    assert keys.capability() == Capability("hotkey", CapabilityState.WORKS, "hotkey.off")


def test_a_desktop_that_lends_no_keys_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    assert key_lender("xcb").capability() == Capability("hotkey", CapabilityState.UNAVAILABLE, "hotkey.no_x")
    assert key_lender("offscreen").capability().state is CapabilityState.UNAVAILABLE
    monkeypatch.setenv("DISPLAY", ":987")
    assert key_lender("xcb").capability().why == "hotkey.no_x"


def test_an_x_server_that_goes_away_is_noticed(x_display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", x_display)
    connection = XConnection.connect()
    assert connection is not None
    assert connection.alive
    assert not connection.is_composited(), "a bare server blends nothing"
    assert connection.text(0x7FFF_FFF0, "_NET_WM_NAME") is None, "a window that is not there is an answer, not an end"
    connection.close()
    assert (connection.alive, connection.grab(65, 0), connection.atom("X")) == (False, False, 0)


@pytest.mark.parametrize(
    ("keys_text", "symbol", "modifiers"),
    [
        ("Ctrl+Alt+Space", 0x20, CONTROL | ALT),
        ("Ctrl+Shift+E", ord("e"), CONTROL | SHIFT),
        ("Meta+Return", 0xFF0D, META),
        ("F9", 0xFFBE + 8, 0),
        ("Alt+7", ord("7"), ALT),
    ],
)
def test_keys_have_the_symbols_of_x(keys_text: str, symbol: int, modifiers: int) -> None:
    chord = chord_of(keys_text)
    assert chord is not None
    assert (chord.symbol, chord.modifiers) == (symbol, modifiers)
