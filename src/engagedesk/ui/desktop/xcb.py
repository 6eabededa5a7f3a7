"""A connection of our own to the X server, by ctypes over libxcb: key grabs, window properties, activation.

libxcb and not Xlib, because Xlib tells errors to one handler for the whole process (which Qt's plug-in has, and whose
default ends the process), while libxcb hands each request's error to whoever made it. Qt's own X plug-in needs
libxcb.so.1, so it is there wherever this is asked for. All of it belongs to the GUI thread.
https://xcb.freedesktop.org/manual/
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import sys
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

ANY_TYPE: Final = 0
KEY_PRESS: Final = 2
MAPPING_NOTIFY: Final = 34
CLIENT_MESSAGE: Final = 33
SENT: Final = 0x80
"""Set in the type of an event that another client sent: nobody presses our keys but the keyboard."""
ASYNC: Final = 1
SUBSTRUCTURE: Final = 0x0018_0000
"""SubstructureNotify and SubstructureRedirect: what a message to the window manager is sent with (EWMH 1.5)."""
PAGER: Final = 2
"""Source indication of _NET_ACTIVE_WINDOW for what a person asked for directly (EWMH 1.5)."""
ADD: Final = 1
"""Of _NET_WM_STATE: let the window have it."""
LONGEST_PROPERTY: Final = 1024
"""In units of four bytes."""

LOCK: Final = 0x02
NUM_LOCK: Final = 0xFF7F
SCROLL_LOCK: Final = 0xFF14


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    _fields_ = (("data", ctypes.c_void_p), ("rem", ctypes.c_int), ("index", ctypes.c_int))


class _Setup(ctypes.Structure):
    _fields_ = (
        ("_head", ctypes.c_uint8 * 34),
        ("min_keycode", ctypes.c_uint8),
        ("max_keycode", ctypes.c_uint8),
    )


class _Reply(ctypes.Structure):
    """The head that the replies used here share; ``detail`` is format, keysyms per keycode, keycodes per modifier."""

    _fields_ = (
        ("kind", ctypes.c_uint8),
        ("detail", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("length", ctypes.c_uint32),
        ("first", ctypes.c_uint32),
    )


class _Key(ctypes.Structure):
    _fields_ = (
        ("kind", ctypes.c_uint8),
        ("keycode", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("time", ctypes.c_uint32),
        ("windows", ctypes.c_uint32 * 3),
        ("places", ctypes.c_int16 * 4),
        ("state", ctypes.c_uint16),
    )


class _Message(ctypes.Structure):
    _fields_ = (
        ("kind", ctypes.c_uint8),
        ("format", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("window", ctypes.c_uint32),
        ("type", ctypes.c_uint32),
        ("data", ctypes.c_uint32 * 5),
    )


@dataclass(frozen=True, slots=True)
class KeyPress:
    """A grabbed key went down; ``time`` is the server's, in ms."""

    keycode: int
    state: int
    time: int


@dataclass(frozen=True, slots=True)
class KeyboardChanged:
    """The keyboard has another layout: keys lie elsewhere now."""


@lru_cache(maxsize=1)
def _libraries() -> tuple[Any, Any] | None:
    name = ctypes.util.find_library("xcb") or "libxcb.so.1"
    try:
        xcb, libc = ctypes.CDLL(name), ctypes.CDLL(None)
    except OSError:
        return None
    u8, u16, u32, pointer = ctypes.c_uint8, ctypes.c_uint16, ctypes.c_uint32, ctypes.c_void_p
    libc.free.argtypes = [pointer]
    libc.free.restype = None
    signatures: dict[str, tuple[Any, tuple[Any, ...]]] = {
        "connect": (pointer, (ctypes.c_char_p, pointer)),
        "connection_has_error": (ctypes.c_int, (pointer,)),
        "disconnect": (None, (pointer,)),
        "flush": (ctypes.c_int, (pointer,)),
        "get_file_descriptor": (ctypes.c_int, (pointer,)),
        "get_setup": (ctypes.POINTER(_Setup), (pointer,)),
        "setup_roots_iterator": (_Screens, (pointer,)),
        "intern_atom": (_Cookie, (pointer, u8, u16, ctypes.c_char_p)),
        "intern_atom_reply": (pointer, (pointer, _Cookie, pointer)),
        "get_property": (_Cookie, (pointer, u8, u32, u32, u32, u32, u32)),
        "get_property_reply": (pointer, (pointer, _Cookie, pointer)),
        "get_property_value": (pointer, (pointer,)),
        "get_property_value_length": (ctypes.c_int, (pointer,)),
        "get_selection_owner": (_Cookie, (pointer, u32)),
        "get_selection_owner_reply": (pointer, (pointer, _Cookie, pointer)),
        "get_keyboard_mapping": (_Cookie, (pointer, u8, u8)),
        "get_keyboard_mapping_reply": (pointer, (pointer, _Cookie, pointer)),
        "get_keyboard_mapping_keysyms": (ctypes.POINTER(u32), (pointer,)),
        "get_modifier_mapping": (_Cookie, (pointer,)),
        "get_modifier_mapping_reply": (pointer, (pointer, _Cookie, pointer)),
        "get_modifier_mapping_keycodes": (ctypes.POINTER(u8), (pointer,)),
        "grab_key_checked": (_Cookie, (pointer, u8, u32, u16, u8, u8, u8)),
        "ungrab_key_checked": (_Cookie, (pointer, u8, u32, u16)),
        "request_check": (pointer, (pointer, _Cookie)),
        "poll_for_event": (pointer, (pointer,)),
        "send_event": (_Cookie, (pointer, u8, u32, u32, pointer)),
    }
    for call, (result, arguments) in signatures.items():
        function = getattr(xcb, f"xcb_{call}")
        function.restype, function.argtypes = result, list(arguments)
    return xcb, libc


class XConnection:
    """One connection. Every answer is None or empty where the server refuses or a window is gone."""

    def __init__(self, xcb: Any, libc: Any, connection: int) -> None:
        self._xcb = xcb
        self._libc = libc
        self._connection: int | None = connection
        setup = xcb.xcb_get_setup(connection)
        self._keycodes = (setup.contents.min_keycode, setup.contents.max_keycode)
        screens = xcb.xcb_setup_roots_iterator(ctypes.cast(setup, ctypes.c_void_p))
        self.root = int(ctypes.cast(screens.data, ctypes.POINTER(ctypes.c_uint32)).contents.value)
        self._atoms: dict[str, int] = {}

    @classmethod
    def connect(cls) -> XConnection | None:
        """Connect to the display in use; None without one."""
        found = _libraries() if os.environ.get("DISPLAY") else None
        if found is None:
            return None
        xcb, libc = found
        connection = xcb.xcb_connect(None, None)
        if xcb.xcb_connection_has_error(connection):
            xcb.xcb_disconnect(connection)
            return None
        return cls(xcb, libc, connection)

    @property
    def alive(self) -> bool:
        return self._connection is not None and not self._xcb.xcb_connection_has_error(self._connection)

    def descriptor(self) -> int:
        return int(self._xcb.xcb_get_file_descriptor(self._connection))

    def close(self) -> None:
        if self._connection is not None:
            self._xcb.xcb_disconnect(self._connection)
            self._connection = None

    # -- windows -----------------------------------------------------------------------------------------------------

    def atom(self, name: str) -> int:
        if name not in self._atoms:
            raw = name.encode("ascii")
            reply = self._reply("intern_atom", 0, len(raw), raw)
            self._atoms[name] = 0 if reply is None else self._first(reply)
        return self._atoms[name]

    def number(self, window: int, name: str) -> int | None:
        """Return a property that is one 32-bit number."""
        raw = self.text(window, name)
        return int.from_bytes(raw[:4], sys.byteorder) if raw is not None and len(raw) >= 4 else None

    def text(self, window: int, name: str) -> bytes | None:
        """Return the bytes of a property, cut at 4 KB; None where the window does not have it."""
        if not self.alive:
            return None
        reply = self._reply("get_property", 0, window, self.atom(name), ANY_TYPE, 0, LONGEST_PROPERTY)
        if reply is None:
            return None
        try:
            length = self._xcb.xcb_get_property_value_length(reply)
            return ctypes.string_at(self._xcb.xcb_get_property_value(reply), length) if length > 0 else None
        finally:
            self._libc.free(reply)

    def is_composited(self) -> bool:
        """Say whether somebody blends windows, so that one may be seen through at its edges."""
        if not self.alive:
            return False
        reply = self._reply("get_selection_owner", self.atom("_NET_WM_CM_S0"))
        return reply is not None and self._first(reply) != 0

    def activate(self, window: int, time: int) -> None:
        """Ask the window manager to give a window the keyboard; ``time`` is that of the key press that asked for it."""
        self._tell(window, "_NET_ACTIVE_WINDOW", PAGER, time)

    def keep_off_taskbar(self, window: int) -> None:
        """Ask for a mapped window to be left out of task bars and pagers (EWMH 1.5, _NET_WM_STATE)."""
        states = (self.atom(f"_NET_WM_STATE_{name}") for name in ("SKIP_TASKBAR", "SKIP_PAGER"))
        self._tell(window, "_NET_WM_STATE", ADD, *states)

    def _tell(self, window: int, what: str, *data: int) -> None:
        if not self.alive:
            return
        message = _Message(CLIENT_MESSAGE, 32, 0, window, self.atom(what))
        for place, number in enumerate(data):
            message.data[place] = number
        # libxcb reads 32 bytes, as long as every event is.
        event = ctypes.create_string_buffer(bytes(message), 32)
        self._xcb.xcb_send_event(self._connection, 0, self.root, SUBSTRUCTURE, event)
        self._xcb.xcb_flush(self._connection)

    # -- keys --------------------------------------------------------------------------------------------------------

    def keycode(self, keysym: int) -> int | None:
        """Return the key that gives a symbol; one that gives it without Shift comes first."""
        low, high = self._keycodes
        count = high - low + 1
        reply = self._reply("get_keyboard_mapping", low, count)
        if reply is None:
            return None
        each = ctypes.cast(reply, ctypes.POINTER(_Reply)).contents.detail
        symbols = self._xcb.xcb_get_keyboard_mapping_keysyms(reply)
        found = [
            (column, low + key)
            for key in range(count)
            for column in range(each)
            if symbols[key * each + column] == keysym
        ]
        self._libc.free(reply)
        return min(found)[1] if found else None

    def lock_masks(self) -> tuple[int, ...]:
        """Return every combination of Caps Lock, Num Lock and Scroll Lock as modifiers: a grab fits one exactly."""
        keys = {self.keycode(symbol) for symbol in (NUM_LOCK, SCROLL_LOCK)} - {None}
        reply = self._reply("get_modifier_mapping")
        masks = {LOCK}
        if reply is not None:
            each = ctypes.cast(reply, ctypes.POINTER(_Reply)).contents.detail
            codes = self._xcb.xcb_get_modifier_mapping_keycodes(reply)
            masks |= {1 << i // each for i in range(8 * each) if codes[i] in keys}
            self._libc.free(reply)
        combined = {0}
        for mask in masks:
            combined |= {mask | other for other in combined}
        return tuple(sorted(combined))

    def grab(self, keycode: int, modifiers: int) -> bool:
        """Take a key wherever the keyboard is; False where another client has it (BadAccess)."""
        if not self.alive:
            return False
        cookie = self._xcb.xcb_grab_key_checked(self._connection, 0, self.root, modifiers, keycode, ASYNC, ASYNC)
        return self._succeeded(cookie)

    def ungrab(self, keycode: int, modifiers: int) -> None:
        if self.alive:
            self._succeeded(self._xcb.xcb_ungrab_key_checked(self._connection, keycode, self.root, modifiers))

    def events(self) -> list[KeyPress | KeyboardChanged]:
        """Return what came in since the last look; never waits."""
        found: list[KeyPress | KeyboardChanged] = []
        while self.alive:
            event = self._xcb.xcb_poll_for_event(self._connection)
            if not event:
                break
            key = ctypes.cast(event, ctypes.POINTER(_Key)).contents
            if key.kind == KEY_PRESS:
                found.append(KeyPress(key.keycode, key.state, key.time))
            elif key.kind & ~SENT == MAPPING_NOTIFY:
                found.append(KeyboardChanged())
            self._libc.free(event)
        return found

    # -- inside ------------------------------------------------------------------------------------------------------

    def _reply(self, call: str, *arguments: object) -> int | None:
        """Make a request and wait for its answer; the caller frees it. An error is the answer None."""
        if not self.alive:
            return None
        cookie = getattr(self._xcb, f"xcb_{call}")(self._connection, *arguments)
        error = ctypes.c_void_p()
        reply = getattr(self._xcb, f"xcb_{call}_reply")(self._connection, cookie, ctypes.byref(error))
        if error.value:
            self._libc.free(error)
        return reply or None

    def _first(self, reply: int) -> int:
        value = int(ctypes.cast(reply, ctypes.POINTER(_Reply)).contents.first)
        self._libc.free(reply)
        return value

    def _succeeded(self, cookie: _Cookie) -> bool:
        error = self._xcb.xcb_request_check(self._connection, cookie)
        if error:
            self._libc.free(error)
        return not error
