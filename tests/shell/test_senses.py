"""What a desktop says of the person: a real X server, a fake Mutter, KDE and logind on buses of the test's own."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from engagedesk.ui.capability_reasons import reasons
from engagedesk.ui.desktop.capability import CapabilityState
from engagedesk.ui.desktop.idle import NoIdleClock, XIdleClock
from engagedesk.ui.desktop.senses import Meeting, Senses, desktop_senses
from engagedesk.ui.desktop.services import DesktopServices
from engagedesk.ui.desktop.xcb import XConnection
from tests.shell.private_bus import BusService, bus, needs_bus
from tests.shell.x_screen import x_display, xdotool

__all__ = ["bus", "x_display"]

NOWHERE = "unix:path=/nonexistent/bus"
WORKS, DEGRADED, UNAVAILABLE = CapabilityState.WORKS, CapabilityState.DEGRADED, CapabilityState.UNAVAILABLE

Serve = Callable[[str, dict[str, Any]], BusService]


@pytest.fixture
def serve(bus: str) -> Iterator[Serve]:
    """Return what starts a service on the bus; each is ended with the test."""
    services: list[BusService] = []

    def start(name: str, answers: dict[str, Any]) -> BusService:
        services.append(BusService(bus, name, {member: _saying(said) for member, said in answers.items()}))
        return services[-1]

    yield start
    for service in services:
        service.end()


def _saying(said: Any) -> Callable[[BusService, Any], tuple[str, tuple[Any, ...]] | None]:
    return lambda _service, _message: said() if callable(said) else said


@pytest.fixture
def desktop(bus: str, tmp_path: Path) -> Iterator[Callable[..., Senses]]:
    """Return what builds the senses over the test's bus; both buses are the same one."""
    made: list[Senses] = []

    def build(*, session: str = bus, system: str = bus, **environment: str) -> Senses:
        services = DesktopServices(session_bus=session, system_bus=system)
        senses = Senses(NoIdleClock(), services=services, sound=tmp_path, environment=environment)
        services.setParent(senses)
        made.append(senses)
        senses.start()
        return senses

    yield build
    for senses in made:
        senses.close()


def inhibitor(what: str, mode: str = "block") -> tuple[Any, ...]:
    import os

    return (what, "Zoom", "meeting", mode, os.getuid(), os.getpid())


@needs_bus
def test_gnome_tells_idle_time_in_milliseconds(qtbot: QtBot, serve: Serve, desktop: Callable[..., Senses]) -> None:
    serve("org.gnome.Mutter.IdleMonitor", {"GetIdletime": ("t", (905_000,))})
    senses = desktop(XDG_SESSION_TYPE="wayland")
    qtbot.waitUntil(lambda: senses.idle_s() is not None)
    assert senses.idle_s() == 905.0
    assert senses.idle_capability().state is WORKS


@needs_bus
def test_kde_tells_idle_time_in_milliseconds_and_on_wayland_only_in_part(
    qtbot: QtBot, serve: Serve, desktop: Callable[..., Senses]
) -> None:
    serve("org.freedesktop.ScreenSaver", {"GetSessionIdleTime": ("u", (61_500,)), "GetActive": ("b", (False,))})
    senses = desktop(XDG_SESSION_TYPE="wayland")
    qtbot.waitUntil(lambda: senses.idle_s() == 61.5)
    assert (senses.idle_capability().state, senses.idle_capability().why) == (DEGRADED, "idle.kde_wayland")
    assert senses.locked() is False


@needs_bus
def test_a_locked_screen_is_heard_at_once(qtbot: QtBot, serve: Serve, desktop: Callable[..., Senses]) -> None:
    saver = serve("org.gnome.ScreenSaver", {"GetActive": ("b", (False,))})
    senses = desktop()
    qtbot.waitUntil(lambda: senses.locked() is False)
    with qtbot.waitSignal(senses.stirred):
        saver.signal("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", signature="b", body=(True,))
    assert senses.locked() is True
    assert senses.lock_capability().state is WORKS


@needs_bus
def test_logind_tells_of_locks_sleep_and_what_keeps_the_screen_awake(
    qtbot: QtBot, serve: Serve, desktop: Callable[..., Senses]
) -> None:
    locked = [False]
    awake: list[tuple[Any, ...]] = [inhibitor("sleep"), inhibitor("idle", "delay")]
    path = "/org/freedesktop/login1"
    logind = serve(
        "org.freedesktop.login1",
        {
            "GetSessionByPID": ("o", (f"{path}/session/_32",)),
            "Get": lambda: ("v", (("b", locked[0]),)),
            "ListInhibitors": lambda: ("a(ssssuu)", (list(awake),)),
        },
    )
    senses = desktop()
    qtbot.waitUntil(lambda: senses.locked() is False)
    assert senses.sleep_capability().state is WORKS
    assert senses.meeting() == Meeting()

    locked[0] = True
    with qtbot.waitSignal(senses.stirred):
        logind.signal(
            f"{path}/session/_32", "org.freedesktop.DBus.Properties", "PropertiesChanged",
            signature="sa{sv}as", body=("org.freedesktop.login1.Session", {"LockedHint": ("b", True)}, []),
        )  # fmt: skip
    assert senses.locked() is True

    with qtbot.waitSignal(senses.stirred):
        logind.signal(path, "org.freedesktop.login1.Manager", "PrepareForSleep", signature="b", body=(True,))
    assert senses.going_to_sleep()
    with qtbot.waitSignal(senses.stirred):
        logind.signal(path, "org.freedesktop.login1.Manager", "PrepareForSleep", signature="b", body=(False,))
    assert not senses.going_to_sleep()

    awake.append(inhibitor("idle:sleep"))
    services = senses._services
    assert services is not None
    services.ask()
    qtbot.waitUntil(lambda: senses.meeting() == Meeting(there=True, hold=True))


@needs_bus
def test_gnomes_session_manager_tells_of_a_call(qtbot: QtBot, serve: Serve, desktop: Callable[..., Senses]) -> None:
    service = serve("org.gnome.SessionManager", {"IsInhibited": ("b", (True,))})
    senses = desktop()
    qtbot.waitUntil(lambda: senses.meeting().there)
    assert service.bodies("IsInhibited")[0] == (8,)


@needs_bus
def test_a_bus_without_these_services_says_so_for_each(
    qtbot: QtBot, desktop: Callable[..., Senses], tmp_path: Path
) -> None:
    senses = desktop(XDG_SESSION_TYPE="wayland")
    services = senses._services
    assert services is not None
    qtbot.waitUntil(lambda: services._session._thread is not None)
    why = {one.key: (one.state, one.why) for one in senses.capabilities()}
    assert why["idle"] == (UNAVAILABLE, "idle.not_told")
    assert why["screen_lock"] == (UNAVAILABLE, "screen_lock.not_told")
    assert why["sleep"] == (DEGRADED, "sleep.clock_only")
    assert why["presence"] == (DEGRADED, "presence.no_kept_awake")


def test_a_session_without_any_bus_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    services = DesktopServices(session_bus=NOWHERE, system_bus=NOWHERE)
    senses = Senses(NoIdleClock(), services=services, sound=tmp_path / "none", environment={})
    senses.start()
    qtbot.waitUntil(lambda: not services.told.session_bus and not services.told.system_bus)
    why = {one.key: (one.state, one.why) for one in senses.capabilities()}
    senses.close()
    assert why == {
        "idle": (UNAVAILABLE, "idle.no_bus"),
        "screen_lock": (UNAVAILABLE, "screen_lock.no_bus"),
        "sleep": (DEGRADED, "sleep.clock_only"),
        "presence": (UNAVAILABLE, "presence.no_sign"),
    }


def test_off_screen_nothing_is_asked_and_each_says_why(qtbot: QtBot) -> None:
    senses = desktop_senses("offscreen")
    senses.start()
    assert senses.idle_s() is None
    assert senses.locked() is None
    assert {one.state for one in senses.capabilities()} <= {UNAVAILABLE, DEGRADED}
    senses.close()


def test_every_reason_has_words() -> None:
    given = {
        "idle.no_bus", "idle.no_libxss", "idle.not_told", "idle.kde_wayland", "screen_lock.no_bus",
        "screen_lock.not_told", "sleep.clock_only", "presence.no_sign", "presence.no_microphone",
        "presence.no_kept_awake", "presence.no_whole_screen",
    }  # fmt: skip
    assert set(reasons()) == given
    assert all(why and advice for why, advice in reasons().values())


@pytest.mark.parametrize(("said", "records"), [("state: RUNNING\nowner_pid: 1", True), ("closed", False)])
def test_a_microphone_in_use_is_a_call(tmp_path: Path, said: str, *, records: bool) -> None:
    status = tmp_path / "card1" / "pcm0c" / "sub0" / "status"
    status.parent.mkdir(parents=True)
    status.write_text(said, encoding="ascii")
    played = tmp_path / "card1" / "pcm0p" / "sub0" / "status"
    played.parent.mkdir(parents=True)
    played.write_text("state: RUNNING", encoding="ascii")
    senses = Senses(NoIdleClock(), services=None, sound=tmp_path, environment={})
    assert senses.meeting() == Meeting(there=records, hold=records)
    senses.close()


def test_the_x_servers_own_count_goes_on_until_somebody_types(
    x_display: str, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("DISPLAY", x_display)
    clock = XIdleClock.connect()
    assert clock is not None
    senses = Senses(clock, services=None, environment={})
    qtbot.waitUntil(lambda: (senses.idle_s() or 0) >= 1.0, timeout=10_000)
    assert senses.idle_capability().state is WORKS
    xdotool(x_display, "mousemove", "20", "20")
    idle_s = senses.idle_s()
    assert idle_s is not None
    assert idle_s < 1.0
    senses.close()


def test_in_a_wayland_session_the_x_servers_count_is_not_believed(
    x_display: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", x_display)
    clock = XIdleClock.connect()
    assert clock is not None
    senses = Senses(clock, services=None, environment={"XDG_SESSION_TYPE": "wayland"})
    assert senses.idle_s() is None
    assert senses.idle_capability().why == "idle.not_told"
    senses.close()


def test_a_window_over_the_whole_screen_holds_questions_back_but_is_no_sign_of_the_person(
    x_display: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DISPLAY", x_display)
    screen = XConnection.connect()
    assert screen is not None
    senses = Senses(NoIdleClock(), services=None, screen=screen, sound=tmp_path, environment={})
    assert senses.meeting() == Meeting()
    # What a window manager writes on the root and on the window in front; the root stands for that window here.
    for name, kind, value in (
        ("_NET_ACTIVE_WINDOW", "32x", str(screen.root)),
        ("_NET_WM_STATE", "32a", "_NET_WM_STATE_FULLSCREEN"),
    ):
        words = ["xprop", "-display", x_display, "-root", "-format", name, kind, "-set", name, value]
        subprocess.run(words, check=True, timeout=20)
    assert senses.meeting() == Meeting(there=False, hold=True)
    senses.close()
