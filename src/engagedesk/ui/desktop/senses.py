"""All that this desktop says of the person, as one look; and for each part how well it works here, and why.

A meeting shows by a microphone in use or by a program that holds the screen saver off: then the person is there
without touching anything, and is asked nothing. A window over the whole screen only holds questions back: it may be a
presentation, or a remote desktop that nobody sits at.

Of all this nothing is kept, and no window's title is ever read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from engagedesk.ui.desktop.capability import Capability, CapabilityState
from engagedesk.ui.desktop.idle import IdleClock, NoIdleClock, XIdleClock, idle_clock
from engagedesk.ui.desktop.services import DesktopServices
from engagedesk.ui.desktop.xcb import XConnection

SOUND: Final = Path("/proc/asound")
OFF_SCREEN: Final = frozenset({"offscreen", "minimal"})


@dataclass(frozen=True, slots=True)
class Meeting:
    """``there``: the person is there without touching anything. ``hold``: ask them nothing now."""

    there: bool = False
    hold: bool = False


class Senses(QObject):
    """Lives in the GUI thread; every method answers at once. Is an ``IdleClock`` too."""

    stirred = Signal()
    """Look now: the screen was locked or unlocked, sleep begins or has ended."""

    def __init__(
        self,
        idle: IdleClock,
        *,
        services: DesktopServices | None,
        screen: XConnection | None = None,
        sound: Path = SOUND,
        environment: Mapping[str, str] = os.environ,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._idle = idle
        self._services = services
        self._screen = screen
        self._sound = sound
        self._wayland = environment.get("XDG_SESSION_TYPE") == "wayland" or "WAYLAND_DISPLAY" in environment
        if services is not None:
            services.stirred.connect(self.stirred)

    def start(self) -> None:
        if self._services is not None:
            self._services.start()

    def close(self) -> None:
        self._idle.close()
        if self._services is not None:
            self._services.close()
        if self._screen is not None:
            self._screen.close()

    # -- one look ----------------------------------------------------------------------------------------------------

    def idle_s(self) -> float | None:
        """Return seconds since the last touch; None where this desktop does not tell."""
        own = self._own_idle_s()
        if own is not None:
            return own
        return None if self._services is None else self._services.told.idle_s

    def locked(self) -> bool | None:
        """Return whether the screen is locked; None where nothing tells."""
        if sys.platform == "win32":
            from engagedesk.ui.desktop import windows_senses

            return windows_senses.locked()
        if sys.platform == "darwin":
            from engagedesk.ui.desktop import macos_senses

            return macos_senses.locked()
        return None if self._services is None else self._services.told.locked

    def going_to_sleep(self) -> bool:
        return self._services is not None and self._services.told.going_to_sleep

    def meeting(self) -> Meeting:
        """Return what speaks for a call or a presentation."""
        there = self._microphone() or self._kept_awake()
        return Meeting(there, there or self._whole_screen())

    # -- how well ----------------------------------------------------------------------------------------------------

    def idle_capability(self) -> Capability:
        works, no = CapabilityState.WORKS, CapabilityState.UNAVAILABLE
        told = None if self._services is None else self._services.told
        if self._own_idle_s() is not None:
            return Capability("idle", works)
        if told is not None and told.idle_s is not None:
            if told.idle_by == "kde" and self._wayland:
                return Capability("idle", CapabilityState.DEGRADED, "idle.kde_wayland")
            return Capability("idle", works)
        if told is not None and not told.session_bus:
            return Capability("idle", no, "idle.no_bus")
        if isinstance(self._idle, NoIdleClock) and not self._wayland and self._services is not None:
            return Capability("idle", no, "idle.no_libxss")
        return Capability("idle", no, "idle.not_told")

    def lock_capability(self) -> Capability:
        if self.locked() is not None:
            return Capability("screen_lock", CapabilityState.WORKS)
        told = None if self._services is None else self._services.told
        if told is None:
            return Capability("screen_lock", CapabilityState.UNAVAILABLE, "screen_lock.not_told")
        buses = told.session_bus or told.system_bus
        why = "screen_lock.not_told" if buses else "screen_lock.no_bus"
        return Capability("screen_lock", CapabilityState.UNAVAILABLE, why)

    def sleep_capability(self) -> Capability:
        """Clocks always show sleep afterwards; logind says it before."""
        told = None if self._services is None else self._services.told
        if sys.platform != "linux" or (told is not None and told.sleep_told):
            return Capability("sleep", CapabilityState.WORKS)
        return Capability("sleep", CapabilityState.DEGRADED, "sleep.clock_only")

    def meeting_capability(self) -> Capability:
        told = None if self._services is None else self._services.told
        if sys.platform in ("win32", "darwin"):
            return Capability("presence", CapabilityState.WORKS)
        signs = {
            "microphone": self._sound.is_dir(),
            "kept_awake": told is not None and told.kept_awake is not None,
            "whole_screen": self._screen is not None and self._screen.alive and not self._wayland,
        }
        if not any(signs.values()):
            return Capability("presence", CapabilityState.UNAVAILABLE, "presence.no_sign")
        if not all(signs.values()):
            missing = next(name for name, found in signs.items() if not found)
            return Capability("presence", CapabilityState.DEGRADED, f"presence.no_{missing}")
        return Capability("presence", CapabilityState.WORKS)

    def capabilities(self) -> tuple[Capability, ...]:
        return self.idle_capability(), self.lock_capability(), self.sleep_capability(), self.meeting_capability()

    # -- inside ------------------------------------------------------------------------------------------------------

    def _own_idle_s(self) -> float | None:
        # In a Wayland session the X server counts only what X programs are sent.
        if self._wayland and isinstance(self._idle, XIdleClock):
            return None
        return self._idle.idle_s()

    def _kept_awake(self) -> bool:
        if sys.platform == "win32":
            from engagedesk.ui.desktop import windows_senses

            return windows_senses.notification_state() == windows_senses.PRESENTATION
        if sys.platform == "darwin":
            from engagedesk.ui.desktop import macos_senses

            return bool(macos_senses.display_kept_awake())
        return self._services is not None and bool(self._services.told.kept_awake)

    def _microphone(self) -> bool:
        """Say whether sound is being recorded: Linux opens the device only while somebody does."""
        if sys.platform == "win32":
            from engagedesk.ui.desktop import windows_senses

            return windows_senses.microphone_in_use()
        return any(_is_running(status) for status in self._sound.glob("card*/pcm*c/sub*/status"))

    def _whole_screen(self) -> bool:
        """Say whether the window in front covers the whole screen (EWMH 1.5, _NET_WM_STATE_FULLSCREEN)."""
        if sys.platform == "win32":
            from engagedesk.ui.desktop import windows_senses

            return windows_senses.notification_state() in (windows_senses.BUSY, windows_senses.FULL_SCREEN)
        screen = self._screen
        if screen is None or not screen.alive:
            return False
        front = screen.number(screen.root, "_NET_ACTIVE_WINDOW")
        states = screen.text(front, "_NET_WM_STATE") if front else None
        wanted = screen.atom("_NET_WM_STATE_FULLSCREEN").to_bytes(4, sys.byteorder)
        return states is not None and any(states[at : at + 4] == wanted for at in range(0, len(states), 4))


def _is_running(status: Path) -> bool:
    try:
        return status.read_text(encoding="ascii", errors="replace").startswith("state: RUNNING")
    except OSError:
        # The device went away between the two looks.
        return False


def desktop_senses(platform_name: str, *, parent: QObject | None = None) -> Senses:
    """Return the senses of this desktop; ``platform_name`` is Qt's (``"xcb"``, ``"wayland"``, ``"offscreen"``)."""
    if platform_name in OFF_SCREEN:
        return Senses(NoIdleClock(), services=None, parent=parent)
    if sys.platform == "darwin":
        from engagedesk.ui.desktop.macos_senses import MacIdleClock

        return Senses(MacIdleClock(), services=None, parent=parent)
    services = DesktopServices() if sys.platform == "linux" else None
    screen = XConnection.connect() if platform_name == "xcb" else None
    senses = Senses(idle_clock(platform_name), services=services, screen=screen, parent=parent)
    if services is not None:
        services.setParent(senses)
    return senses
