"""What macOS says of the person, by ctypes: idle time, a locked screen, and what keeps the display awake.

CGEventSourceSecondsSinceLastEventType and CGSessionCopyCurrentDictionary of CoreGraphics, IOPMCopyAssertionsStatus of
IOKit: https://developer.apple.com/documentation/coregraphics, .../iokit
"""

from __future__ import annotations

import sys

if sys.platform == "darwin":
    import ctypes
    import ctypes.util
    from functools import lru_cache
    from typing import Any, Final

    COMBINED_SESSION: Final = 0
    ANY_INPUT: Final = 0xFFFFFFFF
    UTF8: Final = 0x08000100
    SINT32: Final = 3

    @lru_cache(maxsize=1)
    def _frameworks() -> tuple[Any, Any, Any]:
        names = ("CoreGraphics", "CoreFoundation", "IOKit")
        graphics, foundation, kit = (ctypes.CDLL(ctypes.util.find_library(name)) for name in names)
        pointer = ctypes.c_void_p
        graphics.CGEventSourceSecondsSinceLastEventType.restype = ctypes.c_double
        graphics.CGEventSourceSecondsSinceLastEventType.argtypes = [ctypes.c_int32, ctypes.c_uint32]
        graphics.CGSessionCopyCurrentDictionary.restype = pointer
        foundation.CFStringCreateWithCString.restype = pointer
        foundation.CFStringCreateWithCString.argtypes = [pointer, ctypes.c_char_p, ctypes.c_uint32]
        foundation.CFDictionaryGetValue.restype = pointer
        foundation.CFDictionaryGetValue.argtypes = [pointer, pointer]
        foundation.CFBooleanGetValue.restype = ctypes.c_bool
        foundation.CFBooleanGetValue.argtypes = [pointer]
        foundation.CFNumberGetValue.restype = ctypes.c_bool
        foundation.CFNumberGetValue.argtypes = [pointer, ctypes.c_long, pointer]
        foundation.CFRelease.argtypes = [pointer]
        foundation.CFRelease.restype = None
        kit.IOPMCopyAssertionsStatus.argtypes = [ctypes.POINTER(pointer)]
        return graphics, foundation, kit

    class MacIdleClock:
        """Quartz' count of the seconds since the last event of any kind."""

        def idle_s(self) -> float | None:
            graphics, _foundation, _kit = _frameworks()
            return float(graphics.CGEventSourceSecondsSinceLastEventType(COMBINED_SESSION, ANY_INPUT))

        def close(self) -> None:
            return None

    def locked() -> bool | None:
        """Return whether the screen is locked; None outside of a graphic session."""
        graphics, foundation, _kit = _frameworks()
        session = graphics.CGSessionCopyCurrentDictionary()
        if not session:
            return None
        try:
            value = _value(foundation, session, b"CGSSessionScreenIsLocked")
            return bool(foundation.CFBooleanGetValue(value)) if value else False
        finally:
            foundation.CFRelease(session)

    def display_kept_awake() -> bool | None:
        """Return whether any program keeps the display from sleeping: a call, a film, a presentation."""
        _graphics, foundation, kit = _frameworks()
        states = ctypes.c_void_p()
        if kit.IOPMCopyAssertionsStatus(ctypes.byref(states)) or not states.value:
            return None
        try:
            value = _value(foundation, states.value, b"PreventUserIdleDisplaySleep")
            count = ctypes.c_int32()
            return bool(value and foundation.CFNumberGetValue(value, SINT32, ctypes.byref(count)) and count.value)
        finally:
            foundation.CFRelease(states)

    def _value(foundation: Any, dictionary: int, name: bytes) -> int | None:
        key = foundation.CFStringCreateWithCString(None, name, UTF8)
        try:
            found: int | None = foundation.CFDictionaryGetValue(dictionary, key)
            return found
        finally:
            foundation.CFRelease(key)
