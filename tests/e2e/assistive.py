"""What assistive technology sees of the program: its accessible tree on an accessibility bus of the screen's own.

The names are those of AT-SPI (the XML files and ``atspi-constants.h`` of at-spi2-core). Qt answers without a screen
reader because ``ALWAYS_ON`` says so.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from jeepney import DBusAddress, HeaderFields, MatchRule, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.e2e.screen import Screen, until

SERVICE: Final = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
ALWAYS_ON: Final = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
ACCESSIBLE, ACTION = "org.a11y.atspi.Accessible", "org.a11y.atspi.Action"
REGISTRY: Final = "org.a11y.atspi.Registry"
EVENTS_PATH: Final = "/org/a11y/atspi/registry"
ROOT_PATH: Final = "/org/a11y/atspi/accessible/root"
FOCUS_EVENT: Final = "object:state-changed:focused"
ACTIVE, ENABLED, FOCUSABLE, FOCUSED, SHOWING, VISIBLE = 1, 8, 11, 12, 25, 30
ANSWER_S: Final = 20.0

Ref = tuple[str, str]
"""A name on the bus and an object's path."""


@dataclass(frozen=True, slots=True)
class Node:
    """One accessible object; ``actions`` are what it offers to have done."""

    ref: Ref
    role: str
    name: str
    states: frozenset[int]
    actions: tuple[str, ...]

    @property
    def is_there(self) -> bool:
        return {SHOWING, VISIBLE, ENABLED} <= self.states

    @property
    def takes_keyboard(self) -> bool:
        return self.is_there and FOCUSABLE in self.states

    def __str__(self) -> str:
        return f"{self.role} {self.name!r}"


def is_installed() -> bool:
    """Say whether this machine has an accessibility bus."""
    return SERVICE.exists()


class Assistive:
    """A client of the accessibility bus, as a screen reader is one, until ``end``."""

    def __init__(self, screen: Screen) -> None:
        """Ask for the accessibility bus: the session's bus starts it, and it ends with that one."""
        asked = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
        with open_dbus_connection(bus=screen.env["DBUS_SESSION_BUS_ADDRESS"]) as session:
            address = session.send_and_get_reply(asked, timeout=ANSWER_S).body[0]
        self._bus: DBusConnection = open_dbus_connection(bus=address)
        self._call((REGISTRY, EVENTS_PATH), REGISTRY, "RegisterEvent", "sass", (FOCUS_EVENT, [], ""))
        self._bus.send_and_get_reply(message_bus.AddMatch(_STATES), timeout=ANSWER_S)

    def end(self) -> None:
        self._bus.close()

    # -- looking -----------------------------------------------------------------------------------------------------

    def program(self) -> Ref:
        """Wait for the program to have told the registry of itself, and return its root."""
        return until("the program on the accessibility bus", lambda: next(iter(self._children(_REGISTRY_ROOT)), None))

    def tree(self, top: Ref) -> Iterator[Node]:
        """Yield what is shown, parents first: what stands in something out of sight is left out.

        Qt 6.11 calls the cells of a hidden table showing; their table is not.
        """
        for ref in self._children(top):
            node = self.node(ref)
            if SHOWING in node.states:
                yield node
                yield from self.tree(ref)

    def node(self, ref: Ref) -> Node:
        words = self._call(ref, ACCESSIBLE, "GetState")[0]
        acts = ACTION in self._call(ref, ACCESSIBLE, "GetInterfaces")[0]
        return Node(
            ref,
            role=self._call(ref, ACCESSIBLE, "GetRoleName")[0],
            name=self._name(ref).strip(),
            states=frozenset(bit for bit in range(64) if words[bit // 32] >> bit % 32 & 1),
            actions=tuple(one[0] for one in self._call(ref, ACTION, "GetActions")[0]) if acts else (),
        )

    def _name(self, ref: Ref) -> str:
        said = self._call(ref, "org.freedesktop.DBus.Properties", "Get", "ss", (ACCESSIBLE, "Name"))
        return str(said[0][1])

    def _children(self, ref: Ref) -> list[Ref]:
        return [tuple(one) for one in self._call(ref, ACCESSIBLE, "GetChildren")[0]]

    # -- doing -------------------------------------------------------------------------------------------------------

    def do(self, node: Node, action: str) -> None:
        """Have an object do one of the actions that it offers."""
        assert self._call(node.ref, ACTION, "DoAction", "i", (node.actions.index(action),)) == (True,), node

    def hears_focus(self, do: Callable[[], None]) -> Node:
        """Do something that moves the keyboard, and return what was told to have it and still has it."""
        with self._bus.filter(_STATES) as heard:
            do()
            deadline = time.monotonic() + ANSWER_S
            while (left := deadline - time.monotonic()) > 0:
                told = heard.popleft() if heard else self._bus.recv_until_filtered(heard, timeout=left)
                if tuple(told.body[:2]) != ("focused", 1):
                    continue
                fields = told.header.fields
                node = self.node((fields[HeaderFields.sender], fields[HeaderFields.path]))
                if FOCUSED in node.states:
                    return node
        raise AssertionError("nothing was told to have the keyboard")

    def _call(self, ref: Ref, interface: str, method: str, signature: str | None = None, body: Any = ()) -> Any:
        address = DBusAddress(ref[1], ref[0], interface)
        reply = self._bus.send_and_get_reply(new_method_call(address, method, signature, body), timeout=ANSWER_S)
        assert reply.header.message_type.name == "method_return", (ref, interface, method, reply.body)
        return reply.body


_REGISTRY_ROOT: Final[Ref] = (REGISTRY, ROOT_PATH)
_STATES: Final = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="StateChanged")
