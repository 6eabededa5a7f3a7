"""Brings what other threads have to say to the GUI thread, without their touching a Qt object.

A thread that emits a signal takes Qt's connection mutexes, and a thread that drops the last reference to a Qt object
runs its destructor; Qt then asks for Python's lock while it holds a mutex, the GUI thread asks for the mutex while it
holds Python's lock, and both stand for ever. So threads get a ``Post``, which is a queue and a bell and no Qt object,
and ``ui/collector.py`` keeps the cyclic garbage collector in the GUI thread.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import weakref
from collections import deque

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

BELL_BYTES = 16


class Post:
    """Takes messages from any thread, in order; after ``close`` it drops them."""

    def __init__(self) -> None:
        self._messages: deque[object] = deque()
        self._guard = threading.Lock()
        self._rung = False
        self._open = True
        self._ear, self._bell = socket.socketpair()
        self._ear.settimeout(0)
        self._let_go = weakref.finalize(self, _close, self._ear, self._bell)

    def send(self, message: object) -> None:
        with self._guard:
            if not self._open:
                return
            self._messages.append(message)
            if self._rung:
                return
            self._rung = True
            self._bell.send(b"\0")

    def descriptor(self) -> int:
        return self._ear.fileno()

    def hush(self) -> None:
        """Let the next message ring again; call before ``take``."""
        with self._guard, contextlib.suppress(BlockingIOError, OSError):
            self._rung = False
            self._ear.recv(BELL_BYTES)

    def take(self) -> tuple[object, ...]:
        """Return one message, or nothing where none waits."""
        with self._guard:
            return (self._messages.popleft(),) if self._messages else ()

    def close(self) -> None:
        with self._guard:
            self._open = False
            self._messages.clear()
        self._let_go()


class Mailbox(QObject):
    """The GUI thread's end: ``arrived`` for each message, in the order in which they were sent."""

    arrived = Signal(object)

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.post = Post()
        """For other threads; it outlives this object where they still hold it."""
        self._notifier = QSocketNotifier(self.post.descriptor(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_rung)

    def close(self) -> None:
        """Hear nothing more; what was sent and not taken yet is dropped."""
        self._notifier.setEnabled(False)
        self.post.close()

    @Slot()
    def _on_rung(self) -> None:
        self.post.hush()
        while message := self.post.take():
            self.arrived.emit(message[0])


def _close(*ends: socket.socket) -> None:
    for end in ends:
        end.close()
