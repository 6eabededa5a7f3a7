"""What no test may leave behind or do unnoticed: log records, Qt messages, threads, timers, the network.

Each guard is an object with ``verdict()``: the sentences that say what went wrong, empty where all is well.
``tests/house/test_guards.py`` proves that each can fail.
"""

from __future__ import annotations

import gc
import ipaddress
import logging
import re
import socket
import sys
import threading
from dataclasses import dataclass
from typing import Any, Protocol

QT_LOGGER = "qt"
QT_SERIOUS = frozenset({"QtWarningMsg", "QtCriticalMsg", "QtFatalMsg"})

# Said by Qt's offscreen platform about itself whenever a top-level window is laid out; it concerns no window of ours.
QT_OFFSCREEN_NOISE = (
    "This plugin does not support propagateSizeHints()",
    "This plugin does not support raise()",
    "This plugin does not support grabbing the keyboard",
)

THREAD_GRACE_S = 2.0


class Guard(Protocol):
    def verdict(self) -> list[str]: ...


@dataclass(frozen=True)
class ExpectedLog:
    """A record that a test announces with ``@pytest.mark.expects_log(logger, pattern)``."""

    logger: str
    pattern: str

    def matches(self, logger: str, message: str) -> bool:
        within = logger == self.logger or logger.startswith(self.logger + ".")
        return within and re.search(self.pattern, message) is not None


class _Recorder(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


class LogGuard:
    """Fails on a record at WARNING or above that was not announced, and on an announced one that never came.

    Qt's messages, also from other threads and from the time when fixtures go, count as records of the logger ``qt``.
    """

    def __init__(self, expected: list[ExpectedLog]) -> None:
        self._expected = expected
        self._recorder = _Recorder()
        logging.getLogger().addHandler(self._recorder)
        self._qt_messages: list[tuple[str, str]] = []
        self._qt = sys.modules.get("PySide6.QtCore")
        if self._qt is not None:
            self._qt_before = self._qt.qInstallMessageHandler(self._take_qt_message)

    def verdict(self) -> list[str]:
        logging.getLogger().removeHandler(self._recorder)
        if self._qt is not None:
            self._qt.qInstallMessageHandler(self._qt_before)
        seen = [(r.name, f"{r.levelname} {r.getMessage()}") for r in self._recorder.records] + self._qt_messages
        faults = [
            f"unexpected log record: {logger}: {message}"
            for logger, message in seen
            if not any(e.matches(logger, message) for e in self._expected)
        ]
        return faults + [
            f"expected log record never came: {e.logger}: {e.pattern}"
            for e in self._expected
            if not any(e.matches(logger, message) for logger, message in seen)
        ]

    def _take_qt_message(self, kind: Any, _context: Any, message: str) -> None:
        if kind.name in QT_SERIOUS and message not in QT_OFFSCREEN_NOISE:
            self._qt_messages.append((QT_LOGGER, message))


class ThreadGuard:
    """Fails on a Python thread that outlives its test, daemon or not."""

    def __init__(self) -> None:
        self._before = set(threading.enumerate())

    def verdict(self) -> list[str]:
        faults = []
        for thread in set(threading.enumerate()) - self._before:
            # pytest-timeout's own watchdog where signals do not serve (Windows).
            if thread.name.startswith("pytest_timeout"):
                continue
            thread.join(THREAD_GRACE_S)
            if thread.is_alive():
                faults.append(f"leftover thread: {thread.name}")
        return faults


class QtGuard:
    """Fails on a running QThread or an active QTimer that outlives its test.

    A leaked QThread otherwise prints "passed" and ends the run with status 134. Asks nothing where the run has no
    Qt application yet, and never imports Qt itself.
    """

    def __init__(self) -> None:
        self._before = {address for address, _ in self._alive()}

    def verdict(self) -> list[str]:
        if not self._fresh():
            return []
        self._let_go()
        return self._fresh()

    def _fresh(self) -> list[str]:
        return [words for address, words in self._alive() if address not in self._before]

    @staticmethod
    def _alive() -> list[tuple[int, str]]:
        core, shiboken = sys.modules.get("PySide6.QtCore"), sys.modules.get("shiboken6")
        if core is None or shiboken is None or core.QCoreApplication.instance() is None:
            return []
        found: list[tuple[int, str]] = []
        wrappers: list[Any] = shiboken.getAllValidWrappers()
        for wrapper in wrappers:
            if not shiboken.isValid(wrapper):
                continue
            if isinstance(wrapper, core.QTimer) and wrapper.isActive():
                words = f"leftover timer: {_named(wrapper)} every {wrapper.interval()} ms"
            elif isinstance(wrapper, core.QThread) and wrapper.isRunning() and not _is_main(core, wrapper):
                words = f"leftover QThread: {_named(wrapper)}"
            else:
                continue
            found.append((shiboken.getCppPointer(wrapper)[0], words))
        return found

    @staticmethod
    def _let_go() -> None:
        """Give what was dropped or asked to be deleted the chance to go before it is called leftover."""
        core = sys.modules["PySide6.QtCore"]
        gc.collect()
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)


class NetworkGuard:
    """Fails on any use of the network beyond loopback, also where the code under test swallowed the refusal."""

    def __init__(self) -> None:
        _blocked.clear()

    def verdict(self) -> list[str]:
        return [f"network beyond loopback: {words}" for words in _blocked]


class NetworkBlocked(RuntimeError):
    """Raised inside a test that reaches for the network; no OSError, so that no offline handling takes it for one."""


_blocked: list[str] = []


def block_network() -> None:
    """Refuse every connection and look-up beyond loopback for the rest of this process (sockets of a path are fine).

    An audit hook sees the calls of C extensions too and cannot be patched away. Child processes are not covered.
    """
    sys.addaudithook(_audit)


def _audit(event: str, args: tuple[Any, ...]) -> None:
    if not event.startswith("socket."):
        return
    words = ""
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        sock, address = args
        inet = sock.family in {socket.AF_INET, socket.AF_INET6}
        if inet and address is not None and not _is_loopback(address[0]):
            words = f"{event} {address[0]}"
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"} and not _is_loopback(args[0]):
        words = f"{event} {args[0]}"
    if words:
        _blocked.append(words)
        raise NetworkBlocked(words)


def _is_loopback(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host is None or host in {"", "localhost"}:
        return True
    try:
        address = ipaddress.ip_address(str(host).partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _named(wrapper: Any) -> str:
    parent = wrapper.parent()
    owner = f" of {type(parent).__name__} {parent.objectName()}".rstrip() if parent is not None else ""
    return f"{type(wrapper).__name__} {wrapper.objectName()}".rstrip() + owner


def _is_main(core: Any, thread: Any) -> bool:
    return bool(thread == core.QCoreApplication.instance().thread())
