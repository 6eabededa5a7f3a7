"""What Windows says of the person, by ctypes: a locked session, a presentation, a microphone in use.

WTSQuerySessionInformation: https://learn.microsoft.com/windows/win32/api/wtsapi32/ (WTSSessionInfoEx, SessionFlags)
SHQueryUserNotificationState: https://learn.microsoft.com/windows/win32/api/shellapi/
"""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes
    import winreg
    from contextlib import suppress
    from typing import Final

    SESSION_INFO_EX: Final = 25
    CURRENT_SESSION: Final = 0xFFFFFFFF
    LOCKED: Final = 0
    """WTS_SESSIONSTATE_LOCK, of Windows 8 and later."""
    BUSY: Final = 2
    FULL_SCREEN: Final = 3
    PRESENTATION: Final = 4
    MICROPHONE: Final = (
        "Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\microphone"
    )

    class _InfoHead(ctypes.Structure):
        _fields_ = (
            ("level", ctypes.c_uint32),
            ("_pad", ctypes.c_uint32),
            ("session", ctypes.c_uint32),
            ("state", ctypes.c_int),
            ("flags", ctypes.c_int32),
        )

    def locked() -> bool | None:
        """Return whether the session is locked; None where Windows does not say."""
        buffer, size = ctypes.c_void_p(), ctypes.c_uint32()
        wts = ctypes.windll.wtsapi32
        wts.WTSFreeMemory.argtypes = [ctypes.c_void_p]
        if not wts.WTSQuerySessionInformationW(
            None, CURRENT_SESSION, SESSION_INFO_EX, ctypes.byref(buffer), ctypes.byref(size)
        ):
            return None
        try:
            if size.value < ctypes.sizeof(_InfoHead) or not buffer.value:
                return None
            flags = _InfoHead.from_address(buffer.value).flags
        finally:
            wts.WTSFreeMemory(buffer)
        return flags == LOCKED if flags in (0, 1) else None

    def notification_state() -> int | None:
        """Return the shell's word on whether the person may be disturbed; None where it has none."""
        state = ctypes.c_int()
        failed = ctypes.windll.shell32.SHQueryUserNotificationState(ctypes.byref(state))
        return None if failed else state.value

    def microphone_in_use() -> bool:
        """Say whether any program holds the microphone: it has begun to use it and not ended."""
        return _in_use(MICROPHONE) or _in_use(MICROPHONE + "\\NonPackaged")

    def _in_use(path: str) -> bool:
        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as store:
            for number in range(winreg.QueryInfoKey(store)[0]):
                with suppress(OSError), winreg.OpenKey(store, winreg.EnumKey(store, number)) as program:
                    if winreg.QueryValueEx(program, "LastUsedTimeStop")[0] == 0:
                        return True
        return False
