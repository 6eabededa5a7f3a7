"""Handing a command to the window that has the profile open, and taking it there.

The window owns the profile's lock and listens on a socket in the profile folder (on Windows a named pipe) that only
the same user reaches; a fresh key in a 0600 file, made at every start, proves it to both sides. What crosses is JSON
in length-prefixed messages, never pickle:

    client -> window   {"v", "kind": "run" | "raise", "argv", "cwd", "secrets", "width"}
    window -> client   {"locked"}  |  {"accepted"}, then any number of {"out"} and {"err"}, then {"status"}

A connection that ends before "accepted" has done nothing and may be tried again; after it the command may have run.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import secrets
import socket
import struct
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection, Listener, answer_challenge, deliver_challenge
from pathlib import Path
from typing import Any, Final, Literal

from engagedesk.errors import StoreError, StoreLocked
from engagedesk.models.file_wall import file_wall
from engagedesk.models.private_files import replace_durably
from engagedesk.paths import Profile

log = logging.getLogger(__name__)

VERSION: Final = 1
KEY_BYTES: Final = 32
CHUNK_LETTERS: Final = 64 * 1024
LONGEST_REQUEST: Final = 16 * 1024 * 1024
GREETING_S: Final = 5
"""A client that is silent for so long is not one of ours."""
READING_S: Final = 60
"""A client that takes no output for so long is gone."""
WAITING: Final = 16

Kind = Literal["run", "raise"]


@dataclass(frozen=True, slots=True)
class Request:
    """What another process asks: run a command line, or show the window. ``width`` None = no terminal."""

    kind: Kind
    argv: tuple[str, ...] = ()
    cwd: str = ""
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)
    width: int | None = None


class Writer:
    """Sends what a command says to whoever asked; a client that has gone is no error of the command."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.gone = False

    def out(self, text: str) -> None:
        self._chunks("out", text)

    def err(self, text: str) -> None:
        self._chunks("err", text)

    def _chunks(self, stream: str, text: str) -> None:
        for start in range(0, len(text), CHUNK_LETTERS):
            self.send({stream: text[start : start + CHUNK_LETTERS]})

    def send(self, message: Mapping[str, object]) -> None:
        if self.gone:
            return
        try:
            self._connection.send_bytes(json.dumps(message).encode())
        except OSError:
            self.gone = True


Handle = Callable[[Request, Writer], int]


class HandoverServer:
    """Listens for other processes; each is served in a thread of its own, so that a long import keeps nobody waiting.

    ``handle`` runs in such a thread; it answers the exit status, or raises ``StoreLocked`` while the store is locked.
    Start it only with the profile's lock held.
    """

    def __init__(self, profile: Profile, handle: Handle) -> None:
        self._profile = profile
        self._handle = handle
        self._listener: Listener | None = None
        self._accepting: threading.Thread | None = None
        self._serving: set[threading.Thread] = set()
        self._guard = threading.Lock()
        self._stopping = threading.Event()
        self._key = b""

    def start(self) -> None:
        """Listen; what an earlier window left is removed. ``StoreError`` where the folder cannot be written."""
        key = secrets.token_bytes(KEY_BYTES)
        with file_wall(self._profile.folder):
            _remove_stale(self._profile)
            replace_durably(key_file(self._profile), key)
            with _reachable(self._profile) as address:
                self._listener = Listener(address, backlog=WAITING)
                if sys.platform != "win32":
                    Path(address).chmod(0o600)
        self._key = key
        self._accepting = threading.Thread(target=self._accept, name="hand-over", daemon=True)
        self._accepting.start()

    def stop(self, *, timeout_s: float = 10.0) -> bool:
        """Listen no more, wait for commands that run, and say whether all of them ended in time."""
        if self._listener is None or self._accepting is None or self._stopping.is_set():
            return True
        self._stopping.set()
        # Only a connection wakes the accepting thread.
        with contextlib.suppress(OSError), _reachable(self._profile) as address:
            Client(address).close()
        self._accepting.join(timeout_s)
        with contextlib.suppress(OSError):
            self._listener.close()
        _remove_stale(self._profile)
        with self._guard:
            serving = list(self._serving)
        for thread in serving:
            thread.join(timeout_s)
        return not any(thread.is_alive() for thread in (self._accepting, *serving))

    def _accept(self) -> None:
        assert self._listener is not None  # noqa: S101  # set before the thread starts
        while not self._stopping.is_set():
            try:
                connection = self._listener.accept()
            except OSError as error:
                if self._stopping.is_set():
                    return
                log.warning("hand-over: accept failed: %s", error)
                # A pipe that was closed at once; a broken listener says so again and again.
                if self._stopping.wait(0.2):
                    return
                continue
            if self._stopping.is_set():
                connection.close()
                return
            thread = threading.Thread(target=self._serve, args=(connection,), name="hand-over command", daemon=True)
            with self._guard:
                self._serving.add(thread)
            thread.start()

    def _serve(self, connection: Connection) -> None:
        try:
            with connection:
                request = self._greet(connection)
                if request is not None:
                    self._run(request, Writer(connection))
        finally:
            with self._guard:
                self._serving.discard(threading.current_thread())

    def _greet(self, connection: Connection) -> Request | None:
        try:
            _set_patience(connection, reading_s=GREETING_S)
            deliver_challenge(connection, self._key)
            answer_challenge(connection, self._key)
            return read_request(connection.recv_bytes(LONGEST_REQUEST))
        except (OSError, EOFError, AuthenticationError, ValueError) as error:
            log.info("hand-over: refused a caller: %s", error)
            return None

    def _run(self, request: Request, writer: Writer) -> None:
        # Said before the command begins: a client that never hears it may safely try again.
        writer.send({"accepted": True})
        try:
            status = self._handle(request, writer)
        except StoreLocked:
            writer.send({"locked": True})
        except BaseException:
            # The client must not wait for a status that never comes; the crash is reported where all are.
            log.exception("hand-over: the command failed")
            writer.send({"status": 70})
            raise
        else:
            writer.send({"status": status})


def key_file(profile: Profile) -> Path:
    """Return where the key of the present window lies."""
    return profile.folder / "window.key"


def hand_over(
    profile: Profile, request: Request, *, out: Callable[[str], None], err: Callable[[str], None]
) -> int | None:
    """Have the profile's open window do it and return its exit status; None where no window answers.

    ``out`` and ``err`` are called with the output as it comes. ``StoreLocked`` where the window is locked,
    ``StoreError`` (``window.lost``) where it ended before it said how the command went.
    """
    connection = _connected(profile)
    if connection is None:
        return None
    with connection:
        accepted = False
        try:
            connection.send_bytes(_as_bytes(request))
            while True:
                message = json.loads(connection.recv_bytes())
                if "accepted" in message:
                    accepted = True
                    _set_patience(connection, reading_s=0)
                elif "locked" in message:
                    raise StoreLocked("store.locked")
                elif "status" in message:
                    return int(message["status"])
                elif "out" in message:
                    out(message["out"])
                elif "err" in message:
                    err(message["err"])
        except (EOFError, OSError, json.JSONDecodeError) as error:
            if not accepted:
                return None
            raise StoreError("window.lost", profile=profile.folder.name) from error


def _connected(profile: Profile) -> Connection | None:
    try:
        key = key_file(profile).read_bytes()
        with _reachable(profile) as address:
            connection = Client(address)
    except (OSError, EOFError, ValueError):
        # No window, or the socket of one that died.
        return None
    try:
        # A window that stands still takes the connection and never says a word.
        _set_patience(connection, reading_s=GREETING_S)
        answer_challenge(connection, key)
        deliver_challenge(connection, key)
    except (OSError, EOFError, AuthenticationError, ValueError):
        connection.close()
        return None
    return connection


def _as_bytes(request: Request) -> bytes:
    fields = {
        "v": VERSION,
        "kind": request.kind,
        "argv": list(request.argv),
        "cwd": request.cwd,
        "secrets": dict(request.secrets),
        "width": request.width,
    }
    return json.dumps(fields).encode()


def read_request(raw: bytes) -> Request:
    """Return the request in a message; ``ValueError`` where it is none of this version."""
    fields: Any = json.loads(raw)
    if not isinstance(fields, dict) or fields.get("v") != VERSION or fields.get("kind") not in ("run", "raise"):
        raise ValueError("not a request")
    argv: Any = fields.get("argv")
    cwd: Any = fields.get("cwd")
    given: Any = fields.get("secrets")
    width: Any = fields.get("width")
    well_formed = (
        isinstance(argv, list)
        and all(isinstance(word, str) for word in argv)
        and isinstance(cwd, str)
        and isinstance(given, dict)
        and all(isinstance(value, str) for value in given.values())
        and (width is None or isinstance(width, int))
    )
    if not well_formed:
        raise ValueError("not a request")
    return Request(fields["kind"], tuple(argv), cwd, given, width)


@contextmanager
def _reachable(profile: Profile) -> Iterator[str]:
    """Yield an address that the system takes, also where the folder's path is longer than a socket's may be."""
    if not profile.socket_path_too_long:
        yield profile.hand_over_address
        return
    name = Path(profile.hand_over_address).name
    descriptor = os.open(profile.folder, os.O_RDONLY)
    try:
        through = Path(f"/proc/self/fd/{descriptor}")
        if through.is_dir():
            yield str(through / name)
            return
        # macOS has no such folder: the working folder is changed for the moment of one call.
        with _working_folder_lock:
            before = os.open(".", os.O_RDONLY)
            try:
                os.fchdir(descriptor)
                yield name
            finally:
                os.fchdir(before)
                os.close(before)
    finally:
        os.close(descriptor)


_working_folder_lock = threading.Lock()


def _remove_stale(profile: Profile) -> None:
    """Remove socket and key; only the holder of the profile's lock may, so that nobody can be listening there."""
    key_file(profile).unlink(missing_ok=True)
    if sys.platform != "win32":
        (profile.folder / Path(profile.hand_over_address).name).unlink(missing_ok=True)


def _set_patience(connection: Connection, *, reading_s: int) -> None:
    """Let a read from, and a write to, a peer that does nothing end; 0 = never. Windows pipes know no such limit."""
    if sys.platform == "win32":
        return
    with socket.socket(fileno=os.dup(connection.fileno())) as same:
        same.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", reading_s, 0))
        same.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", READING_S, 0))
