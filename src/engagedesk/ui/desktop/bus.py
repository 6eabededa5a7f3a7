"""A connection to a message bus in a thread of its own, for what answers later: signals of portals and services.

jeepney, because QtDBus can neither send the uint32 of a notification nor nest the structures of a portal's request.
The thread waits for the bus and for us at once and costs nothing while neither speaks.
"""

from __future__ import annotations

import logging
import selectors
import socket
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from engagedesk.log import Code
from engagedesk.ui.mailbox import Post

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

log = logging.getLogger(__name__)

ANSWER_S: Final = 2.0
LOST: Final = (OSError, KeyError, ValueError, RuntimeError)
"""No bus, an address of an unknown kind, a bus that went away (``TimeoutError`` is an ``OSError``)."""


@dataclass(frozen=True, slots=True)
class BusSignal:
    """A signal that was asked for."""

    path: str
    interface: str
    member: str
    body: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class BusLost:
    """There is no bus, or there is none any more; nothing follows."""

    why: str


Job = Callable[["BusLink"], object]
"""Runs in the bus's thread; what it returns is posted, None is not."""


class BusLink:
    """The connection as a job sees it."""

    def __init__(self, connection: DBusConnection, heard: Callable[[Message], None]) -> None:
        self._connection = connection
        self._heard = heard

    @property
    def name(self) -> str:
        """Our unique name on the bus, ``:1.42``."""
        return str(self._connection.unique_name)

    def call(self, message: Message, *, timeout_s: float = ANSWER_S) -> tuple[Any, ...] | None:
        """Send a call and return the answer's body; None where the service refuses or is missing.

        Signals that come meanwhile are not lost.
        """
        from jeepney import HeaderFields, MessageType

        serial = next(self._connection.outgoing_serial)
        self._connection.send(message, serial=serial)
        while True:
            found = self._connection.receive(timeout=timeout_s)
            if found.header.fields.get(HeaderFields.reply_serial) != serial:
                self._heard(found)
            elif found.header.message_type is MessageType.method_return:
                return tuple(found.body)
            else:
                # Not worth a line in the log: services that a desktop does not have are asked again and again.
                log.debug("the bus refused: %s", Code(str(found.header.fields.get(HeaderFields.error_name, ""))))
                return None

    def listen(self, interface: str, member: str) -> None:
        """Ask for a signal; each one is posted as a ``BusSignal``."""
        from jeepney import MatchRule, message_bus

        self.call(message_bus.AddMatch(MatchRule(type="signal", interface=interface, member=member)))


class BusThread:
    """Runs jobs one after the other and posts signals. Starts with its first job; ``close`` waits for its end."""

    def __init__(self, post: Post, *, name: str, bus: str = "SESSION") -> None:
        """``bus`` is ``SESSION``, ``SYSTEM``, or an address."""
        self._post = post
        self._bus = bus
        self._jobs: deque[Job] = deque()
        self._ear, self._bell = socket.socketpair()
        self._name = name
        self._thread: threading.Thread | None = None
        self._stopping = False

    def do(self, job: Job) -> None:
        """Have a job done; a bus that was lost is looked for again."""
        self._jobs.append(job)
        if self._thread is not None and not self._thread.is_alive():
            self._thread.join()
            self._thread = None
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()
        else:
            self._ring()

    def close(self) -> None:
        """Drop what is not begun and wait for the thread, at most as long as one answer takes."""
        self._stopping = True
        self._jobs.clear()
        if self._thread is not None:
            self._ring()
            self._thread.join()
            self._thread = None
        self._ear.close()
        self._bell.close()

    def _ring(self) -> None:
        with suppress(OSError):
            self._bell.send(b"\0")

    def _run(self) -> None:
        from jeepney.io.blocking import open_dbus_connection

        try:
            with open_dbus_connection(bus=self._bus) as connection:
                self._serve(connection)
        except LOST as error:
            self._jobs.clear()
            if not self._stopping:
                log.info("no message bus: %s", Code(type(error).__name__))
                self._post.send(BusLost(type(error).__name__))

    def _serve(self, connection: DBusConnection) -> None:
        link = BusLink(connection, self._hear)
        with selectors.DefaultSelector() as either:
            either.register(self._ear, selectors.EVENT_READ)
            either.register(connection.sock, selectors.EVENT_READ)
            while not self._stopping:
                while self._jobs:
                    answer = self._jobs.popleft()(link)
                    if answer is not None:
                        self._post.send(answer)
                self._drain(connection)
                if self._jobs or self._stopping:
                    continue
                for key, _events in either.select():
                    if key.fileobj is self._ear:
                        self._ear.recv(64)

    def _drain(self, connection: DBusConnection) -> None:
        while True:
            try:
                message = connection.receive(timeout=0)
            except TimeoutError:
                return
            self._hear(message)

    def _hear(self, message: Message) -> None:
        from jeepney import HeaderFields, MessageType

        if message.header.message_type is MessageType.signal:
            fields = message.header.fields
            path, interface, member = (
                fields[f] for f in (HeaderFields.path, HeaderFields.interface, HeaderFields.member)
            )
            self._post.send(BusSignal(str(path), str(interface), str(member), tuple(message.body)))
