"""A message bus of a test's own, and services on it that answer as the test says."""

from __future__ import annotations

import selectors
import shutil
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

needs_bus = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="no dbus-daemon here")


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Start a bus, make it the session's, and yield its address."""
    address = f"unix:path={tmp_path / 'bus'}"
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as daemon:
        assert daemon.stdout is not None
        assert daemon.stdout.readline()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address
        daemon.terminate()


Answer = Callable[["BusService", Any], tuple[str, tuple[Any, ...]] | None]
"""Given the service and the call: signature and body of the answer; None = an error."""


class BusService:
    """Owns a name on the bus and answers calls in a thread of its own until ``end``."""

    def __init__(self, address: str, name: str, answers: dict[str, Answer]) -> None:
        from jeepney.bus_messages import message_bus
        from jeepney.io.blocking import open_dbus_connection

        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self._name = name
        self._answers = answers
        self._connection = open_dbus_connection(bus=address)
        self._connection.send_and_get_reply(message_bus.RequestName(name))
        self._ear, self._bell = socket.socketpair()
        self._thread = threading.Thread(target=self._serve, name=f"fake {name}")
        self._thread.start()

    def members(self) -> list[str]:
        return [member for member, _body in self.calls]

    def bodies(self, member: str) -> list[tuple[Any, ...]]:
        return [body for called, body in self.calls if called == member]

    def signal(self, path: str, interface: str, member: str, *, signature: str, body: Sequence[Any]) -> None:
        from jeepney import DBusAddress, new_signal

        self._connection.send(new_signal(DBusAddress(path, interface=interface), member, signature, tuple(body)))

    def end(self) -> None:
        self._bell.send(b"\0")
        self._thread.join()
        self._connection.close()
        self._ear.close()
        self._bell.close()

    def _serve(self) -> None:
        with selectors.DefaultSelector() as either:
            either.register(self._ear, selectors.EVENT_READ)
            either.register(self._connection.sock, selectors.EVENT_READ)
            while True:
                self._drain()
                if any(key.fileobj is self._ear for key, _ in either.select()):
                    return

    def _drain(self) -> None:
        from jeepney import HeaderFields, MessageType, new_error, new_method_return

        while True:
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return
            if message.header.message_type is not MessageType.method_call:
                continue
            member = str(message.header.fields[HeaderFields.member])
            self.calls.append((member, tuple(message.body)))
            answer = self._answers.get(member)
            said = None if answer is None else answer(self, message)
            if said is None:
                self._connection.send(new_error(message, f"{self._name}.Error.Failed"))
            else:
                signature, body = said
                self._connection.send(new_method_return(message, signature or None, body))
