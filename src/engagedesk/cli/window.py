"""The same commands, run in the process of an open window for whoever handed them over."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final, TypeVar

from engagedesk.cli.arguments import Line, Parsed
from engagedesk.cli.call import Call, Reply
from engagedesk.cli.handlers import handler_for, priority_of
from engagedesk.cli.main import answer
from engagedesk.cli.terminal import Terminal
from engagedesk.errors import StoreLocked, UserError
from engagedesk.services.handover import Request, Writer
from engagedesk.services.opening import Surroundings
from engagedesk.services.store_thread import Priority
from engagedesk.services.workspace import Workspace

T = TypeVar("T")
Submit = Callable[[Priority, Callable[[Workspace], T]], "Future[T]"]

reader: Final = threading.Lock()
"""The read-only connection serves one command at a time."""


class _WindowDoor:
    def __init__(self, submit: Submit[object], priority: Priority) -> None:
        self._submit = submit
        self._priority = priority

    def do(self, work: Callable[[Workspace], T]) -> T:
        future: Future[T] = self._submit(self._priority, work)  # type: ignore[assignment]  # a generic callable
        return future.result()

    def reading(self) -> AbstractContextManager[object]:
        return reader


def run_in_window(request: Request, writer: Writer, *, submit: Submit[object], around: Surroundings) -> int:
    """Run a request's command line against a window's store thread and return its exit status.

    For ``HandoverServer``'s handler, in its thread; never on the store thread. ``StoreLocked`` passes through, so
    that the caller hears it in its own words.
    """
    terminal = Terminal(writer.out, writer.err, request.width, asks=False)
    locked: list[StoreLocked] = []

    def produce(_line: Line, parsed: Parsed) -> Reply | int:
        handler = handler_for(parsed.command)
        if handler is None:
            raise UserError("command.not_here", command=parsed.command)
        call = Call(
            options=parsed.options,
            text=parsed.text,
            door=_WindowDoor(submit, priority_of(parsed.command)),
            around=around,
            cwd=Path(request.cwd),
            width=request.width,
            progress=terminal.progress,
            secrets=request.secrets,
        )
        try:
            return handler(call)
        except StoreLocked as error:
            locked.append(error)
            return error.exit_status

    status = answer(request.argv, terminal, produce)
    if locked:
        raise locked[0]
    return status
