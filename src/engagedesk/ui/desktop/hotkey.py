"""Keys that reach EngageDesk from any program, where the system lends them out.

X11: key grabs, which tell whether another program has the key. Windows: RegisterHotKey, which tells the same.
Wayland: the GlobalShortcuts portal, where the desktop and the person have the last word. macOS: none without a
helper that is entitled to it; there, as everywhere, the system's own settings can bind a key to
``engagedesk --toggle-timer``.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence

from engagedesk.ui.desktop.capability import Capability, CapabilityState
from engagedesk.ui.desktop.xcb import KeyboardChanged, KeyPress, XConnection

KEY: Final = "hotkey"
"""Of the capability."""

CONTROL, SHIFT, ALT, META = 0x04, 0x01, 0x08, 0x40
"""X modifiers; Alt is Mod1 and the logo key Mod4 on every keyboard that XKB describes."""
HELD: Final = CONTROL | SHIFT | ALT | META

_MODIFIERS: Final = (
    (Qt.KeyboardModifier.ControlModifier, CONTROL),
    (Qt.KeyboardModifier.ShiftModifier, SHIFT),
    (Qt.KeyboardModifier.AltModifier, ALT),
    (Qt.KeyboardModifier.MetaModifier, META),
)
_SYMBOLS: Final = {
    Qt.Key.Key_Space: 0x20,
    Qt.Key.Key_Return: 0xFF0D,
    Qt.Key.Key_Enter: 0xFF8D,
    Qt.Key.Key_Tab: 0xFF09,
    Qt.Key.Key_Insert: 0xFF63,
    Qt.Key.Key_Delete: 0xFFFF,
    Qt.Key.Key_Home: 0xFF50,
    Qt.Key.Key_End: 0xFF57,
    Qt.Key.Key_PageUp: 0xFF55,
    Qt.Key.Key_PageDown: 0xFF56,
    Qt.Key.Key_Left: 0xFF51,
    Qt.Key.Key_Up: 0xFF52,
    Qt.Key.Key_Right: 0xFF53,
    Qt.Key.Key_Down: 0xFF54,
    Qt.Key.Key_Pause: 0xFF13,
}
"""X's symbols, from X11/keysymdef.h."""
_F1_SYMBOL: Final = 0xFFBE


@dataclass(frozen=True, slots=True)
class Wanted:
    """One key to lend: its own name, the keys as portable text, and what they do, for desktops that show it."""

    name: str
    keys: str
    words: str


@dataclass(frozen=True, slots=True)
class Chord:
    """Keys in Qt's terms: one key with at least one of Ctrl, Alt and the logo key."""

    key: int
    modifiers: int
    """X's mask."""

    @property
    def symbol(self) -> int | None:
        """Return X's symbol; None for a key that X names otherwise."""
        key = Qt.Key(self.key)
        if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35:
            return _F1_SYMBOL + self.key - Qt.Key.Key_F1.value
        if 0x20 < self.key < 0x7F:
            return ord(chr(self.key).lower())
        return _SYMBOLS.get(key)


def chord_of(keys: str) -> Chord | None:
    """Return what portable text names; None where it is no one key, or one that people type with."""
    sequence = QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)
    if sequence.count() != 1:
        return None
    combination = sequence[0]  # type: ignore[index]  # the stubs lack QKeySequence.__getitem__
    if not isinstance(combination.key(), Qt.Key) or combination.key() is Qt.Key.Key_unknown:
        return None
    held = combination.keyboardModifiers()
    mask = sum(ours for theirs, ours in _MODIFIERS if held & theirs)
    if not mask & ~SHIFT and not Qt.Key.Key_F1 <= combination.key() <= Qt.Key.Key_F35:
        return None
    return Chord(combination.key().value, mask)


class KeyLender(QObject):
    """One system's way to lend keys; this one lends none. Lives in the GUI thread."""

    pressed = Signal(str, int)
    """The key's name and, on X, the server's time of the press."""
    changed = Signal()
    """What ``capability`` says may have changed."""

    def __init__(self, why: str = "", *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._why = why

    def bind(self, wanted: tuple[Wanted, ...]) -> None:
        """Hold exactly these keys from now on; call it again for others."""

    def capability(self) -> Capability:
        return Capability(KEY, CapabilityState.UNAVAILABLE, self._why)

    def activate(self, window: int, time: int) -> None:
        """Bring a window of ours to the front, by the right of the key press; elsewhere than on X Qt does it."""

    def keep_off_taskbar(self, window: int) -> None:
        """Leave a shown window of ours out of task bars; where Qt's own way does it, that is enough."""

    def close(self) -> None:
        """Give the keys back."""


def verdict(wanted: tuple[Wanted, ...], refused: Mapping[str, str]) -> Capability:
    """Return what came of a binding; ``refused`` maps keys to why codes."""
    if not wanted:
        return Capability(KEY, CapabilityState.WORKS, "hotkey.off")
    if refused:
        keys, why = next(iter(refused.items()))
        return Capability(KEY, CapabilityState.DEGRADED, why, {"keys": keys})
    return Capability(KEY, CapabilityState.WORKS, "", {"keys": ", ".join(w.keys for w in wanted)})


class XKeys(KeyLender):
    """Key grabs, over a connection of our own."""

    def __init__(self, connection: XConnection, *, parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self._x = connection
        self._wanted: tuple[Wanted, ...] = ()
        self._held: dict[tuple[int, int], str] = {}
        self._refused: dict[str, str] = {}
        self._ear = QSocketNotifier(connection.descriptor(), QSocketNotifier.Type.Read, self)
        self._ear.activated.connect(self._on_events)

    def bind(self, wanted: tuple[Wanted, ...]) -> None:
        self._let_go()
        self._wanted = wanted
        self._refused = {}
        locks = self._x.lock_masks() if wanted else ()
        for one in wanted:
            why = self._take(one, locks)
            if why:
                self._refused[one.keys] = why
        # What came in while answers were waited for rings no bell any more.
        self._on_events()
        self.changed.emit()

    def capability(self) -> Capability:
        if not self._x.alive:
            return Capability(KEY, CapabilityState.UNAVAILABLE, "hotkey.no_x")
        return verdict(self._wanted, self._refused)

    def activate(self, window: int, time: int) -> None:
        self._x.activate(window, time)

    def keep_off_taskbar(self, window: int) -> None:
        self._x.keep_off_taskbar(window)

    def close(self) -> None:
        self._ear.setEnabled(False)
        self._let_go()
        self._x.close()

    def _take(self, one: Wanted, locks: tuple[int, ...]) -> str:
        """Grab one key under every state of the locks, or nothing of it; return why not."""
        chord = chord_of(one.keys)
        symbol = None if chord is None else chord.symbol
        if chord is None or symbol is None:
            return "hotkey.not_a_key"
        keycode = self._x.keycode(symbol)
        if keycode is None:
            return "hotkey.no_such_key"
        taken: list[int] = []
        for lock in locks:
            if not self._x.grab(keycode, chord.modifiers | lock):
                for earlier in taken:
                    self._x.ungrab(keycode, chord.modifiers | earlier)
                return "hotkey.taken"
            taken.append(lock)
        self._held |= {(keycode, chord.modifiers | lock): one.name for lock in taken}
        return ""

    def _let_go(self) -> None:
        for keycode, modifiers in self._held:
            self._x.ungrab(keycode, modifiers)
        self._held = {}

    @Slot()
    def _on_events(self) -> None:
        changed = False
        for event in self._x.events():
            if isinstance(event, KeyboardChanged):
                changed = True
                continue
            name = self._name_of(event)
            if name:
                self.pressed.emit(name, event.time)
        if changed:
            # The symbols lie on other keys now.
            self.bind(self._wanted)
        if not self._x.alive:
            self._ear.setEnabled(False)
            self.changed.emit()

    def _name_of(self, press: KeyPress) -> str:
        held = press.state & HELD
        return next((n for (code, mask), n in self._held.items() if code == press.keycode and mask & HELD == held), "")


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

    WM_HOTKEY: Final = 0x0312
    NO_REPEAT: Final = 0x4000
    _WINDOWS_MODIFIERS: Final = ((ALT, 0x1), (CONTROL, 0x2), (SHIFT, 0x4), (META, 0x8))
    _VIRTUAL: Final = {
        Qt.Key.Key_Space.value: 0x20,
        Qt.Key.Key_Return.value: 0x0D,
        Qt.Key.Key_Insert.value: 0x2D,
        Qt.Key.Key_Delete.value: 0x2E,
        Qt.Key.Key_Home.value: 0x24,
        Qt.Key.Key_End.value: 0x23,
        Qt.Key.Key_Pause.value: 0x13,
    }

    class _HotkeyFilter(QAbstractNativeEventFilter):
        def __init__(self, hear: WindowsKeys) -> None:
            super().__init__()
            self._hear = hear

        def nativeEventFilter(
            self, kind: QByteArray | bytes | bytearray | memoryview, message: int
        ) -> tuple[bool, int]:
            if bytes(kind) in (b"windows_generic_MSG", b"windows_dispatcher_MSG"):
                told = wintypes.MSG.from_address(int(message))
                if told.message == WM_HOTKEY and self._hear.on_hotkey(int(told.wParam)):
                    return True, 0
            return False, 0

    class WindowsKeys(KeyLender):
        """RegisterHotKey for the GUI thread."""

        def __init__(self, *, parent: QObject | None = None) -> None:
            super().__init__(parent=parent)
            self._wanted: tuple[Wanted, ...] = ()
            self._refused: dict[str, str] = {}
            self._held: dict[int, str] = {}
            self._filter = _HotkeyFilter(self)
            app = QCoreApplication.instance()
            if app is not None:
                app.installNativeEventFilter(self._filter)

        def bind(self, wanted: tuple[Wanted, ...]) -> None:
            self._let_go()
            self._wanted, self._refused = wanted, {}
            for number, one in enumerate(wanted, start=1):
                chord = chord_of(one.keys)
                virtual = None if chord is None else _virtual_key(chord.key)
                if chord is None or virtual is None:
                    self._refused[one.keys] = "hotkey.not_a_key"
                    continue
                held = sum(theirs for ours, theirs in _WINDOWS_MODIFIERS if chord.modifiers & ours)
                if ctypes.windll.user32.RegisterHotKey(None, number, held | NO_REPEAT, virtual):
                    self._held[number] = one.name
                else:
                    self._refused[one.keys] = "hotkey.taken"
            self.changed.emit()

        def capability(self) -> Capability:
            return verdict(self._wanted, self._refused)

        def activate(self, window: int, time: int) -> None:  # noqa: ARG002  # Windows goes by the last input itself
            ctypes.windll.user32.SetForegroundWindow(window)

        def close(self) -> None:
            self._let_go()
            app = QCoreApplication.instance()
            if app is not None:
                app.removeNativeEventFilter(self._filter)

        def on_hotkey(self, number: int) -> bool:
            name = self._held.get(number)
            if name is not None:
                self.pressed.emit(name, 0)
            return name is not None

        def _let_go(self) -> None:
            for number in self._held:
                ctypes.windll.user32.UnregisterHotKey(None, number)
            self._held = {}

    def _virtual_key(key: int) -> int | None:
        if ord("0") <= key <= ord("9") or ord("A") <= key <= ord("Z"):
            return key
        if Qt.Key.Key_F1.value <= key <= Qt.Key.Key_F24.value:
            return 0x70 + key - Qt.Key.Key_F1.value
        return _VIRTUAL.get(key)


def key_lender(platform_name: str, *, parent: QObject | None = None) -> KeyLender:
    """Return this desktop's way; ``platform_name`` is Qt's (``"xcb"``, ``"wayland"``, ``"offscreen"``)."""
    if sys.platform == "win32":
        return WindowsKeys(parent=parent)
    if sys.platform == "darwin":
        return KeyLender("hotkey.macos", parent=parent)
    if platform_name == "xcb":
        connection = XConnection.connect()
        return KeyLender("hotkey.no_x", parent=parent) if connection is None else XKeys(connection, parent=parent)
    if platform_name.startswith("wayland"):
        from engagedesk.ui.desktop.portal_keys import PortalKeys

        return PortalKeys(parent=parent)
    return KeyLender("hotkey.no_screen", parent=parent)
