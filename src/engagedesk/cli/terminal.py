"""The terminal that a command talks to: output that may be closed, questions that may have nobody to answer."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TextIO

from engagedesk import wording
from engagedesk.errors import DiskFull, EngageDeskError, UserError


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where the words go. ``width`` None = no terminal, nothing is cut."""

    out: Callable[[str], None]
    err: Callable[[str], None]
    width: int | None
    asks: bool
    """Somebody can be asked."""
    shows_progress: bool = False

    def error(self, error: EngageDeskError, *, json_wanted: bool, beside: Mapping[str, object]) -> None:
        """Say an error: one line on standard error, and with ``--json`` the document too and what is ``beside`` it."""
        said = wording.describe(error)
        if json_wanted:
            document: dict[str, Any] = {
                "kind": error.kind,
                "title": said.title,
                "detail": said.detail,
                "hint": said.hint,
            }
            candidates = getattr(error, "candidates", None)
            if candidates is not None:
                document["candidates"] = list(candidates)
            self.document({**beside, "error": document})
        self.err(f"error: {said.line()}\n")

    def document(self, document: object) -> None:
        self.out(json.dumps(document, ensure_ascii=False) + "\n")

    def progress(self, done: int, total: int) -> None:
        if self.shows_progress:
            self.err(f"\r{done:,} of {total:,}" + ("\n" if done >= total else ""))


def own_terminal() -> Terminal:
    """Return this process's standard streams."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # A name that came as broken bytes is shown as such; a CSV keeps its own line ends on Windows.
            reconfigure(errors="backslashreplace", newline="")
    asks = _is_terminal(sys.stdin)
    return Terminal(
        _writer(sys.stdout), _complainer(sys.stderr), _width(sys.stdout), asks, shows_progress=_is_terminal(sys.stderr)
    )


def _writer(stream: TextIO | None) -> Callable[[str], None]:
    def write(text: str) -> None:
        if stream is None:
            return
        try:
            stream.write(text)
            stream.flush()
        except BrokenPipeError:
            # Whoever read has had enough; what was asked is done.
            _silence(stream)
        except OSError as error:
            _silence(stream)
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise DiskFull("output.failed", why=os.strerror(error.errno)) from error
            raise UserError("output.failed", why=os.strerror(error.errno or errno.EIO)) from error

    return write


def _complainer(stream: TextIO | None) -> Callable[[str], None]:
    write = _writer(stream)

    def complain(text: str) -> None:
        # Where even standard error cannot be written the exit status must do.
        with contextlib.suppress(EngageDeskError):
            write(text)

    return complain


def _silence(stream: TextIO) -> None:
    """Point the stream's descriptor nowhere, so that the flush at exit meets no error again."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def _width(stream: TextIO | None) -> int | None:
    if stream is None or not _is_terminal(stream):
        return None
    try:
        return max(40, os.get_terminal_size(stream.fileno()).columns or 80)
    except (OSError, ValueError):
        return 80
