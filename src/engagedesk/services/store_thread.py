"""The one thread that owns the store's connection: every session opens, works and closes here.

Plain ``threading``, so that the command line and tests need no Qt. Work comes from a prioritised queue; answers go
back through futures. Work never submits work and waits for it: that would wait for itself.
"""

from __future__ import annotations

import itertools
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any, TypeVar

from engagedesk.errors import StoreLocked

if TYPE_CHECKING:
    from engagedesk.services.workspace import Workspace

T = TypeVar("T")


class Priority(IntEnum):
    """Who goes first: a person waiting for the timer, then commands, what a page shows, and long jobs."""

    TIMER = 0
    COMMAND = 1
    QUERY = 2
    JOB = 3
    LAST = 9


@dataclass(order=True)
class _Piece:
    priority: int
    order: int
    work: Callable[[Workspace], Any] | None = field(compare=False)
    answer: Future[Any] = field(compare=False)


class StoreThread:
    """Runs work on a workspace that it opens, owns and closes.

    ``opened`` answers once the store is open, or carries the reason why not.
    """

    def __init__(self, open_workspace: Callable[[], Workspace]) -> None:
        self._open = open_workspace
        self._queue: queue.PriorityQueue[_Piece] = queue.PriorityQueue()
        self._order = itertools.count()
        self._closing = threading.Event()
        self.opened: Future[None] = Future()
        self._thread = threading.Thread(target=self._main, name="store", daemon=False)

    def start(self) -> None:
        self._thread.start()

    def submit(self, priority: Priority, work: Callable[[Workspace], T]) -> Future[T]:
        """Queue work; the future answers in the store thread. After ``close`` it answers ``StoreLocked``."""
        answer: Future[T] = Future()
        if self._closing.is_set():
            answer.set_exception(StoreLocked("store.locked"))
            return answer
        self._queue.put(_Piece(int(priority), next(self._order), work, answer))
        return answer

    def waiting(self) -> int:
        """Return how many pieces of work wait, for a shutdown that says what it waits for."""
        return self._queue.qsize()

    def close(self, *, timeout_s: float | None = None) -> bool:
        """Finish what is queued, anchor, close the store, end the thread; say whether it ended in time."""
        if not self._closing.is_set():
            self._closing.set()
            self._queue.put(_Piece(int(Priority.LAST), next(self._order), None, Future()))
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _main(self) -> None:
        trace = threading.gettrace()
        if trace is not None:
            # Coverage misses thread bodies otherwise.
            import sys

            sys.settrace(trace)
        try:
            workspace = self._open()
        except BaseException as error:  # noqa: BLE001  # the opener's answer, whatever it is, belongs to who asked
            self._closing.set()
            self.opened.set_exception(error)
            self._refuse_rest()
            return
        self.opened.set_result(None)
        try:
            self._serve(workspace)
        finally:
            workspace.close()
            self._refuse_rest()

    def _serve(self, workspace: Workspace) -> None:
        while self._serve_one(workspace):
            if self._queue.empty():
                # After the acknowledgement, so that nobody waits for the vault's own fsync.
                workspace.anchor()

    def _serve_one(self, workspace: Workspace) -> bool:
        """Do the next piece; a method of its own, so that nothing of it is held while the queue is waited for."""
        piece = self._queue.get()
        if piece.work is None:
            return False
        if piece.answer.set_running_or_notify_cancel():
            try:
                piece.answer.set_result(piece.work(workspace))
            except BaseException as error:  # noqa: BLE001  # a future carries every outcome to its owner
                piece.answer.set_exception(error)
        return True

    def _refuse_rest(self) -> None:
        while True:
            try:
                piece = self._queue.get_nowait()
            except queue.Empty:
                return
            if piece.answer.set_running_or_notify_cancel():
                piece.answer.set_exception(StoreLocked("store.locked"))
