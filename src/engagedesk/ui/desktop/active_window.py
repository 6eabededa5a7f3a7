"""Which window is in front: its program and its title, where the system tells.

X11: _NET_ACTIVE_WINDOW and _NET_WM_NAME, which every window manager of today keeps (EWMH 1.5). Windows:
GetForegroundWindow. Wayland tells nobody, by design. macOS tells titles only to programs that may record the screen.
What is read here goes nowhere but to ``domain/redaction.py``.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import Final, Protocol

from engagedesk.ui.desktop.capability import Capability, CapabilityState
from engagedesk.ui.desktop.xcb import XConnection

KEY: Final = "window_titles"
"""Of the capability."""


@dataclass(frozen=True, slots=True)
class InFront:
    """The window in front as the system names it; never logged, never shown whole."""

    app: str
    title: str = field(repr=False)


class WindowWatch(Protocol):
    """Looks when asked; costs nothing in between."""

    def look(self) -> InFront | None:
        """Return the window in front; None where there is none, or it cannot be known."""

    def capability(self) -> Capability: ...

    def close(self) -> None: ...


class NoWindowWatch:
    """A system that does not tell."""

    def __init__(self, why: str) -> None:
        self._why = why

    def look(self) -> InFront | None:
        return None

    def capability(self) -> Capability:
        return Capability(KEY, CapabilityState.UNAVAILABLE, self._why)

    def close(self) -> None:
        return None


class XWindowWatch:
    """Two properties over a connection of our own, about 0.2 ms a look."""

    def __init__(self, connection: XConnection) -> None:
        self._x = connection

    def look(self) -> InFront | None:
        window = self._x.number(self._x.root, "_NET_ACTIVE_WINDOW")
        if not window:
            return None
        title = self._x.text(window, "_NET_WM_NAME") or self._x.text(window, "WM_NAME")
        if not title:
            return None
        # WM_CLASS is two texts, each ended by a zero: instance and class.
        names = (self._x.text(window, "WM_CLASS") or b"").split(b"\0")
        app = names[1] if len(names) > 1 and names[1] else names[0]
        return InFront(app.decode("latin-1"), title.decode("utf-8", "replace"))

    def capability(self) -> Capability:
        if not self._x.alive:
            return Capability(KEY, CapabilityState.UNAVAILABLE, "window_titles.no_x")
        if self._x.number(self._x.root, "_NET_SUPPORTING_WM_CHECK") is None:
            return Capability(KEY, CapabilityState.DEGRADED, "window_titles.no_window_manager")
        return Capability(KEY, CapabilityState.WORKS)

    def close(self) -> None:
        self._x.close()


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes
    from pathlib import PureWindowsPath

    QUERY_LIMITED: Final = 0x1000

    class WindowsWindowWatch:
        """GetForegroundWindow and the program that owns it."""

        def look(self) -> InFront | None:
            user32 = ctypes.windll.user32
            window = user32.GetForegroundWindow()
            if not window:
                return None
            length = user32.GetWindowTextLengthW(window)
            title = ctypes.create_unicode_buffer(length + 1)
            user32.GetWindowTextW(window, title, length + 1)
            process = wintypes.DWORD()
            user32.GetWindowThreadProcessId(window, ctypes.byref(process))
            return InFront(_program(process.value), title.value) if title.value else None

        def capability(self) -> Capability:
            return Capability(KEY, CapabilityState.WORKS)

        def close(self) -> None:
            return None

    def _program(process: int) -> str:
        kernel32 = ctypes.windll.kernel32
        handle = kernel32.OpenProcess(QUERY_LIMITED, 0, process)
        if not handle:
            return ""
        size = wintypes.DWORD(1024)
        path = ctypes.create_unicode_buffer(size.value)
        found = kernel32.QueryFullProcessImageNameW(handle, 0, path, ctypes.byref(size))
        kernel32.CloseHandle(handle)
        return PureWindowsPath(path.value).stem if found else ""


def window_watch(platform_name: str) -> WindowWatch:
    """Return this desktop's way; ``platform_name`` is Qt's (``"xcb"``, ``"wayland"``, ``"offscreen"``)."""
    if sys.platform == "win32":
        return WindowsWindowWatch()
    if sys.platform == "darwin":
        return NoWindowWatch("window_titles.macos")
    if platform_name == "xcb":
        connection = XConnection.connect()
        return NoWindowWatch("window_titles.no_x") if connection is None else XWindowWatch(connection)
    if platform_name.startswith("wayland"):
        return NoWindowWatch("window_titles.wayland")
    return NoWindowWatch("window_titles.no_screen")
