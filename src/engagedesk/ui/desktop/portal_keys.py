"""Global keys on Wayland: org.freedesktop.portal.GlobalShortcuts. The desktop asks the person and may choose others.

    CreateSession -> Response -> BindShortcuts -> Response; then Activated(session, id, time, options)

https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.GlobalShortcuts.html
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject, Slot

from engagedesk.ui.desktop.bus import BusLink, BusLost, BusSignal, BusThread
from engagedesk.ui.desktop.capability import Capability, CapabilityState
from engagedesk.ui.desktop.hotkey import KEY, KeyLender, Wanted
from engagedesk.ui.mailbox import Mailbox

PORTAL: Final = "org.freedesktop.portal.Desktop"
PATH: Final = "/org/freedesktop/portal/desktop"
SHORTCUTS: Final = "org.freedesktop.portal.GlobalShortcuts"
REQUEST: Final = "org.freedesktop.portal.Request"
SESSION: Final = "org.freedesktop.portal.Session"


@dataclass(frozen=True, slots=True)
class Refused:
    """The portal is missing, or it said no to a call."""

    why: str


class PortalKeys(KeyLender):
    """The portal's keys; the bus has a thread of its own."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self._mailbox = Mailbox(parent=self)
        self._mailbox.arrived.connect(self._on_arrived)
        self._bus = BusThread(self._mailbox.post, name="global keys")
        self._wanted: tuple[Wanted, ...] = ()
        self._creating = ""
        self._binding = ""
        self._session = ""
        self._said = Capability(KEY, CapabilityState.WORKS, "hotkey.off")
        self._listening = False

    def bind(self, wanted: tuple[Wanted, ...]) -> None:
        if wanted == self._wanted and self._listening:
            return
        self._wanted = wanted
        old, self._session = self._session, ""
        # A session takes its keys once only: other keys need another one.
        if old:
            self._bus.do(lambda link: _close_session(link, old))
        if not wanted:
            self._say(Capability(KEY, CapabilityState.WORKS, "hotkey.off"))
            return
        first, self._listening = not self._listening, True
        token = self._creating = _token()
        self._say(Capability(KEY, CapabilityState.DEGRADED, "hotkey.asking"))
        self._bus.do(lambda link: _create(link, token, listen=first))

    def capability(self) -> Capability:
        return self._said

    def activate(self, window: int, time: int) -> None:
        """Leave it to Qt: Wayland lets a window come forward by the token that came with the press."""

    def close(self) -> None:
        self._bus.close()
        self._mailbox.close()

    def _say(self, capability: Capability) -> None:
        if capability != self._said:
            self._said = capability
            self.changed.emit()

    @Slot(object)
    def _on_arrived(self, told: Refused | BusSignal | BusLost) -> None:
        match told:
            case Refused(why):
                self._say(Capability(KEY, CapabilityState.UNAVAILABLE, why))
            case BusLost():
                self._session = ""
                self._say(Capability(KEY, CapabilityState.UNAVAILABLE, "hotkey.no_portal"))
            case BusSignal():
                self._on_signal(told)

    def _on_signal(self, told: BusSignal) -> None:
        token = told.path.rpartition("/")[2]
        if told.interface == REQUEST and token == self._creating:
            self._creating = ""
            self._on_session(*told.body)
        elif told.interface == REQUEST and token == self._binding:
            self._binding = ""
            self._on_bound(*told.body)
        elif told.member == "Activated" and told.body[0] == self._session:
            _session, name, _time, options = told.body
            leave = options.get("activation_token", ("s", ""))[1]
            if leave:
                # Where Qt looks when a window asks to come forward.
                os.environ["XDG_ACTIVATION_TOKEN"] = str(leave)
            self.pressed.emit(str(name), 0)
        elif told.interface == SESSION and told.path == self._session:
            self._session = ""
            self._say(Capability(KEY, CapabilityState.DEGRADED, "hotkey.session_ended"))

    def _on_session(self, status: int, results: dict[str, tuple[str, Any]]) -> None:
        if status != 0 or "session_handle" not in results:
            self._say(Capability(KEY, CapabilityState.DEGRADED, "hotkey.refused"))
            return
        session = self._session = str(results["session_handle"][1])
        wanted, token = self._wanted, _token()
        self._binding = token
        self._bus.do(lambda link: _bind(link, session, wanted, token=token))

    def _on_bound(self, status: int, results: dict[str, tuple[str, Any]]) -> None:
        bound = results.get("shortcuts", ("", []))[1] if status == 0 else []
        if not bound:
            self._say(Capability(KEY, CapabilityState.DEGRADED, "hotkey.refused"))
            return
        shown = ", ".join(str(facts.get("trigger_description", ("s", name))[1]) for name, facts in bound)
        state = CapabilityState.WORKS if len(bound) == len(self._wanted) else CapabilityState.DEGRADED
        why = "" if state is CapabilityState.WORKS else "hotkey.refused"
        self._say(Capability(KEY, state, why, {"keys": shown}))


def trigger_of(keys: str) -> str:
    """Return keys as the shortcuts specification writes them: ``CTRL+ALT+space``."""
    names = {"Ctrl": "CTRL", "Alt": "ALT", "Shift": "SHIFT", "Meta": "LOGO"}
    *held, key = keys.split("+")
    last = key.lower() if len(key) == 1 or key == "Space" else key
    return "+".join([*(names.get(one, one.upper()) for one in held), last])


def _token() -> str:
    """Return a name for one request; the path on which its answer comes ends with it."""
    return f"engagedesk_{secrets.token_hex(4)}"


def _call(link: BusLink, member: str, signature: str, body: tuple[object, ...]) -> Refused | None:
    from jeepney import DBusAddress, new_method_call

    address = DBusAddress(PATH, bus_name=PORTAL, interface=SHORTCUTS)
    answer = link.call(new_method_call(address, member, signature, body))
    return Refused("hotkey.no_portal") if answer is None else None


def _create(link: BusLink, token: str, *, listen: bool) -> Refused | None:
    if listen:
        # Before the first request: its answer may come before the call returns.
        link.listen(REQUEST, "Response")
        link.listen(SHORTCUTS, "Activated")
        link.listen(SESSION, "Closed")
    options = {"handle_token": ("s", token), "session_handle_token": ("s", token)}
    return _call(link, "CreateSession", "a{sv}", (options,))


def _bind(link: BusLink, session: str, wanted: tuple[Wanted, ...], *, token: str) -> Refused | None:
    shortcuts = [
        (one.name, {"description": ("s", one.words), "preferred_trigger": ("s", trigger_of(one.keys))})
        for one in wanted
    ]
    options = {"handle_token": ("s", token)}
    return _call(link, "BindShortcuts", "oa(sa{sv})sa{sv}", (session, shortcuts, "", options))


def _close_session(link: BusLink, session: str) -> None:
    from jeepney import DBusAddress, new_method_call

    link.call(new_method_call(DBusAddress(session, bus_name=PORTAL, interface=SESSION), "Close"))
