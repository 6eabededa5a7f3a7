"""The one door from Qt to the store thread: work goes in with an owner, answers come back on the GUI thread.

    GUI thread                         store thread, or a worker
    ask(owner, work, answer) --------> work(workspace)
    answer(result)  <---- queued ----- future
    changed(Changes, initiator) <----- after each commit, also of commands that were handed over

Nothing here waits. An answer whose owner is gone, or that a newer request of the same ``topic`` has overtaken, is
dropped. Answers arrive in the order in which the work was done.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from threading import Event
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engagedesk.errors import EngageDeskError
from engagedesk.services.job import ImportCancelled
from engagedesk.services.store_thread import Priority, StoreThread
from engagedesk.ui.mailbox import Mailbox, Post

if TYPE_CHECKING:
    # They bring SQLAlchemy along, which loads while Today is on the screen already.
    from engagedesk.services.changes import Changes
    from engagedesk.services.command import Command
    from engagedesk.services.workspace import Outcome, Workspace

log = logging.getLogger(__name__)

T = TypeVar("T")

PROGRESS_EVERY_S: Final = 0.1
CLOSE_POLL_MS: Final = 25
WORKERS: Final = 2


class Ending(Enum):
    """How a request ended that gave no answer to its owner."""

    CANCELLED = "cancelled"
    OVERTAKEN = "overtaken"
    OWNER_GONE = "owner_gone"


class Request(Generic[T]):
    """One piece of work under way. ``cancel`` belongs to the GUI thread, ``report`` and ``cancelled`` to the work."""

    def __init__(
        self,
        post: Post,
        owner: QObject,
        *,
        answer: Callable[[T], None] | None,
        failed: Callable[[EngageDeskError], None] | None,
        progress: Callable[[int, int], None] | None,
        cancelled: Callable[[], None] | None,
        promised: bool = False,
    ) -> None:
        """``promised``: what a person asked to have done; the end of the program waits for it."""
        self.promised = promised
        self._post = post
        self._owner = owner
        self._answer = answer
        self._failed = failed
        self._progress = progress
        self._on_cancel = cancelled
        self._stop = Event()
        self._future: Future[T] | None = None
        self._reported_s = float("-inf")
        self.ending: Ending | None = None

    def cancel(self) -> None:
        """Ask the work to stop at its next stopping place; what it did rolls back."""
        self._stop.set()
        if self._future is not None:
            self._future.cancel()

    def cancelled(self) -> bool:
        return self._stop.is_set()

    def report(self, done: int, total: int) -> None:
        """Tell how far the work is; at most ten a second reach the GUI thread, the last one always."""
        now_s = time.monotonic()
        if done < total and now_s - self._reported_s < PROGRESS_EVERY_S:
            return
        self._reported_s = now_s
        self._post.send(Reported(self, done, total))

    def overtake(self) -> None:
        """A newer request of the same topic makes this one's answer useless."""
        self.ending = Ending.OVERTAKEN
        self.cancel()

    @property
    def under_way(self) -> bool:
        return self._future is not None and not self._future.done()

    def begin(self, future: Future[T]) -> None:
        self._future = future

    def take_progress(self, done: int, total: int) -> None:
        if self._wanted() and self._progress is not None:
            self._progress(done, total)

    def take(self, future: Future[T]) -> BaseException | None:
        """Hand the outcome to the owner, on the GUI thread; return an error that nobody took."""
        if not self._wanted():
            return None
        try:
            result = future.result()
        except (CancelledError, ImportCancelled):
            self.ending = Ending.CANCELLED
            if self._on_cancel is not None:
                self._on_cancel()
            return None
        except EngageDeskError as error:
            if self._failed is None:
                return error
            self._failed(error)
            return None
        except BaseException as error:  # noqa: BLE001  # a bug of the work: the bridge's one signal takes it
            return error
        if self._answer is not None:
            self._answer(result)
        return None

    def _wanted(self) -> bool:
        if self.ending is None and not shiboken6.isValid(self._owner):
            self.ending = Ending.OWNER_GONE
        return self.ending is None


@dataclass(frozen=True, slots=True)
class Done:
    """Work ended, in whichever way; this and the next three are what other threads send to the bridge."""

    request: Request[Any]
    future: Future[Any]


@dataclass(frozen=True, slots=True)
class Reported:
    request: Request[Any]
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Committed:
    changes: Changes
    initiator: object


@dataclass(frozen=True, slots=True)
class Opened:
    future: Future[None]


class StoreBridge(QObject):
    """Owns the store thread of one open store. Lives in the GUI thread."""

    opened = Signal()
    open_failed = Signal(object)
    """The ``BaseException`` that the opener raised."""
    changed = Signal(object, object)
    """``Changes`` and the initiator, after each commit that changed records."""
    failed = Signal(object)
    """An ``EngageDeskError`` that its asker does not take."""
    bug = Signal(object)
    """Any other exception of work."""
    closed = Signal()
    waiting = Signal(int)
    """While closing: how many pieces of work are still waited for."""

    def __init__(self, open_workspace: Callable[[], Workspace], *, parent: QObject | None = None) -> None:
        """``open_workspace`` runs in the store thread."""
        super().__init__(parent)
        self._open_workspace = open_workspace
        self.thread_of_store = StoreThread(self._open)
        self._workers = ThreadPoolExecutor(WORKERS, thread_name_prefix="worker")
        self._under_way: set[Request[Any]] = set()
        self._topics: dict[tuple[int, str], Request[Any]] = {}
        self._is_open = False
        self._over = False
        """Nobody is there any more who could be answered."""
        self._closing = QTimer(self)
        self._closing.setInterval(CLOSE_POLL_MS)
        self._closing.timeout.connect(self._look_closed)
        self._mailbox = Mailbox(parent=self)
        self._mailbox.arrived.connect(self._on_arrived)
        self._post = self._mailbox.post

    @property
    def is_open(self) -> bool:
        return self._is_open

    def start(self) -> None:
        """Open the store; ``opened`` or ``open_failed`` follows."""
        self.thread_of_store.start()
        post = self._post
        self.thread_of_store.opened.add_done_callback(lambda opened: post.send(Opened(opened)))

    # -- asking ------------------------------------------------------------------------------------------------------

    def ask(
        self,
        owner: QObject,
        work: Callable[[Workspace], T],
        answer: Callable[[T], None] | None = None,
        *,
        failed: Callable[[EngageDeskError], None] | None = None,
        priority: Priority = Priority.QUERY,
        topic: str = "",
    ) -> Request[T]:
        """Run ``work`` in the store thread; an earlier request of the owner's ``topic`` is overtaken."""
        request: Request[T] = Request(
            self._post,
            owner,
            answer=answer,
            failed=failed,
            progress=None,
            cancelled=None,
            promised=priority <= Priority.COMMAND,
        )
        self._overtake(owner, topic, request)
        return self._submit(request, priority, work)

    def execute(
        self,
        owner: QObject,
        command: Command[T],
        answer: Callable[[Outcome[T]], None] | None = None,
        *,
        failed: Callable[[EngageDeskError], None] | None = None,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], None] | None = None,
        priority: Priority = Priority.COMMAND,
    ) -> Request[Outcome[T]]:
        """Run one command; the owner is the initiator that ``changed`` names."""
        request: Request[Outcome[T]] = Request(
            self._post,
            owner,
            answer=answer,
            failed=failed,
            progress=progress,
            cancelled=cancelled,
            # A long command shows its progress and can be stopped; any other is done before the store closes.
            promised=cancelled is None and progress is None,
        )

        def work(workspace: Workspace) -> Outcome[T]:
            return workspace.execute(command, initiator=owner, on_progress=request.report, cancelled=request.cancelled)

        return self._submit(request, priority, work)

    def aside(
        self,
        owner: QObject,
        work: Callable[[Request[T]], T],
        answer: Callable[[T], None] | None = None,
        *,
        failed: Callable[[EngageDeskError], None] | None = None,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], None] | None = None,
    ) -> Request[T]:
        """Run work that needs no session (reading a file, a backup) in a worker; the store thread stays free."""
        request: Request[T] = Request(
            self._post, owner, answer=answer, failed=failed, progress=progress, cancelled=cancelled
        )
        self._under_way.add(request)
        future = self._workers.submit(work, request)
        request.begin(future)
        future.add_done_callback(_Delivery(self._post, request))
        return request

    # -- closing -----------------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Cancel what only shows, finish what was asked for, close the store; ``closed`` follows. Never waits."""
        self._cancel_rest()
        self._is_open = False
        self._workers.shutdown(wait=False, cancel_futures=True)
        self._closing.start()
        self._look_closed()

    def wait_closed(self) -> None:
        """Close and wait, for a process without an event loop any more."""
        self._closing.stop()
        self._over = True
        self._cancel_rest()
        self._workers.shutdown(wait=True, cancel_futures=True)
        self.thread_of_store.close()
        self._mailbox.close()

    def _cancel_rest(self) -> None:
        """Cancel what nobody will look at any more; what a person asked to have done stays queued."""
        for request in tuple(self._under_way):
            if not request.promised:
                request.cancel()

    @Slot()
    def _look_closed(self) -> None:
        if not self._closing.isActive():
            return
        busy = [r for r in self._under_way if r.under_way]
        if self.thread_of_store.close(timeout_s=0) and not busy:
            self._closing.stop()
            self.closed.emit()
        else:
            self.waiting.emit(max(len(busy), self.thread_of_store.waiting(), 1))

    # -- inside ------------------------------------------------------------------------------------------------------

    def _open(self) -> Workspace:
        workspace = self._open_workspace()
        post = self._post
        workspace.listen(lambda changes, initiator: post.send(Committed(changes, initiator)))
        return workspace

    def _submit(self, request: Request[T], priority: Priority, work: Callable[[Workspace], T]) -> Request[T]:
        self._under_way.add(request)
        future = self.thread_of_store.submit(priority, work)
        request.begin(future)
        future.add_done_callback(_Delivery(self._post, request))
        return request

    def _overtake(self, owner: QObject, topic: str, request: Request[Any]) -> None:
        if not topic:
            return
        key = (id(owner), topic)
        earlier = self._topics.get(key)
        if earlier is not None and earlier in self._under_way:
            earlier.overtake()
        self._topics[key] = request

    @Slot(object)
    def _on_arrived(self, message: Done | Reported | Committed | Opened) -> None:
        match message:
            case Done(request, future):
                self._on_done(request, future)
            case Reported(request, done, total):
                self._on_reported(request, done, total)
            case Committed(changes, initiator):
                self.changed.emit(changes, initiator)
            case Opened(future):
                self._on_opened(future)

    def _on_done(self, request: Request[Any], future: Future[Any]) -> None:
        self._under_way.discard(request)
        if self._over:
            return
        left = request.take(future)
        if isinstance(left, EngageDeskError):
            self.failed.emit(left)
        elif left is not None:
            self.bug.emit(left)

    def _on_reported(self, request: Request[Any], done: int, total: int) -> None:
        if request in self._under_way:
            request.take_progress(done, total)

    def _on_opened(self, future: Future[None]) -> None:
        error = future.exception()
        if error is None:
            self._is_open = True
            self.opened.emit()
        else:
            self.open_failed.emit(error)


class _Delivery:
    """Sends a future home; holds the request, so that an answer always finds it."""

    def __init__(self, post: Post, request: Request[Any]) -> None:
        self._post = post
        self._request = request

    def __call__(self, future: Future[Any]) -> None:
        self._post.send(Done(self._request, future))
