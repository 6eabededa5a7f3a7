"""How long nobody has touched mouse or keyboard, where the system says so cheaply.

X11: XScreenSaverQueryInfo of libXss by ctypes, 0.1 ms a call. Windows: GetLastInputInfo. Elsewhere None: what is not
known is never guessed from our own windows' events, because the person may be working in another program.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import sys
from typing import Final, Protocol

MS: Final = 1000


class IdleClock(Protocol):
    """Says how long the person has been away from mouse and keyboard."""

    def idle_s(self) -> float | None:
        """Return seconds since the last touch; None where it cannot be known."""

    def close(self) -> None: ...


class NoIdleClock:
    """A system whose idle time is not known."""

    def idle_s(self) -> float | None:
        return None

    def close(self) -> None:
        return None


class _ScreenSaverInfo(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("til_or_since", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("event_mask", ctypes.c_ulong),
    )


class XIdleClock:
    """The X server's own count, over a connection of its own."""

    def __init__(self, x11: ctypes.CDLL, xss: ctypes.CDLL, display: int) -> None:
        self._x11 = x11
        self._xss = xss
        self._display: int | None = display
        self._root = x11.XDefaultRootWindow(display)
        self._info = xss.XScreenSaverAllocInfo()

    @classmethod
    def connect(cls) -> XIdleClock | None:
        """Return the clock of the display in use; None without X, without libXss, or without the extension."""
        if not os.environ.get("DISPLAY"):
            return None
        names = ctypes.util.find_library("X11"), ctypes.util.find_library("Xss")
        if None in names:
            return None
        try:
            x11, xss = ctypes.CDLL(names[0]), ctypes.CDLL(names[1])
        except OSError:
            return None
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        x11.XDefaultRootWindow.restype = ctypes.c_ulong
        x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
        x11.XFree.argtypes = [ctypes.c_void_p]
        xss.XScreenSaverAllocInfo.restype = ctypes.POINTER(_ScreenSaverInfo)
        xss.XScreenSaverQueryInfo.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.POINTER(_ScreenSaverInfo)]
        display = x11.XOpenDisplay(None)
        if not display:
            return None
        clock = cls(x11, xss, display)
        if clock.idle_s() is None:
            clock.close()
            return None
        return clock

    def idle_s(self) -> float | None:
        if self._display is None or not self._xss.XScreenSaverQueryInfo(self._display, self._root, self._info):
            return None
        return float(self._info.contents.idle) / MS

    def close(self) -> None:
        if self._display is not None:
            self._x11.XFree(self._info)
            self._x11.XCloseDisplay(self._display)
            self._display = None


if sys.platform == "win32":

    class _LastInput(ctypes.Structure):
        _fields_ = (("size", ctypes.c_uint), ("tick", ctypes.c_uint))

    class WindowsIdleClock:
        def idle_s(self) -> float | None:
            last = _LastInput(ctypes.sizeof(_LastInput), 0)
            if not ctypes.windll.user32.GetLastInputInfo(ctypes.byref(last)):
                return None
            # Both ticks are 32 bit and wrap after 49.7 days.
            return ((ctypes.windll.kernel32.GetTickCount() - last.tick) & 0xFFFFFFFF) / MS

        def close(self) -> None:
            return None


def idle_clock(platform_name: str) -> IdleClock:
    """Return this desktop's idle clock; ``platform_name`` is Qt's (``"xcb"``, ``"wayland"``, ``"offscreen"``)."""
    if sys.platform == "win32":
        return WindowsIdleClock()
    if platform_name == "xcb":
        return XIdleClock.connect() or NoIdleClock()
    return NoIdleClock()
