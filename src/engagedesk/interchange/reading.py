"""Read a foreign file through the child process and gather its plain cells.

The child is watched: it ends after ``Limits.stall_s`` without progress, after ``Limits.total_s`` in all, when it
sends too much, and when the person cancels.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Final

import engagedesk
from engagedesk.errors import UserError
from engagedesk.interchange import cells
from engagedesk.interchange.cells import Cell
from engagedesk.interchange.gate import FileShape, Gated, pass_gate
from engagedesk.interchange.limits import DEFAULT_LIMITS, Limits

OnProgress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

_POLL_S: Final = 0.1

RawRow = tuple[int, tuple[Cell, ...]]
"""The file's own line number (row number in a workbook) and the cells, trailing empty ones left out."""


class ReadCancelled(UserError):
    """The person cancelled; nothing was kept."""

    kind = "cancelled"


@dataclass(frozen=True, slots=True)
class RawTable:
    """One table as it stands in the file, before anyone says what it means. Rows that are empty are left out."""

    name: str
    shape: FileShape
    sha256: str
    modified_utc: int
    encoding: str
    """"" for a workbook."""
    delimiter: str
    sheet: str
    sheets: tuple[str, ...]
    date1904: bool
    rows: tuple[RawRow, ...]
    bad: tuple[tuple[int, str], ...]
    """Line and reason code of what could not even be split into cells."""
    cut_at: int | None
    """Line at which reading stopped because the file has too many rows; None = read to its end."""
    blank_after: int | None = None
    """Last row before so many empty ones that reading stopped; None = read to its end."""


@dataclass(slots=True)
class _Gathered:
    head: dict[str, Any] = field(default_factory=dict)
    sheets: dict[int, list[RawRow]] = field(default_factory=lambda: {0: []})
    current: int = 0
    bad: list[tuple[int, str]] = field(default_factory=list)
    cut_at: int | None = None
    blank_after: int | None = None
    ended: bool = False


PickSheet = Callable[[Sequence[tuple[str, bool, tuple[RawRow, ...]]]], int]
"""Choose among (name, hidden, first rows); returns an index."""


def child_command() -> list[str]:
    """Return the command that starts the reading process, in a frozen build and from sources."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--read-child"]
    return [sys.executable, "-s", "-P", "-B", "-X", "utf8", "-m", "engagedesk.interchange.child"]


def read_table(
    path: Path,
    *,
    pick_sheet: PickSheet,
    limits: Limits = DEFAULT_LIMITS,
    on_progress: OnProgress | None = None,
    cancelled: Cancelled | None = None,
    command: Sequence[str] | None = None,
) -> RawTable:
    """Return the cells of a text file, or of the sheet of a workbook that ``pick_sheet`` chooses.

    Blocks until done: call it on a worker thread. ``on_progress`` hears (bytes read, bytes in all) at most ten times
    a second, on the calling thread; ``cancelled`` is asked as often. ``UserError`` codes: ``import.file.*``,
    ``import.zip.*``, ``import.child.*``, ``import.cancelled``.
    """
    with ExitStack() as stack:
        gated = pass_gate(path, limits)
        stack.callback(gated.stream.close)
        run = _Run(gated, limits, command=command or child_command(), on_progress=on_progress, cancelled=cancelled)
        found = run.gather(sheet=-1)
        chosen = found.head.get("sheet")
        if gated.shape is FileShape.WORKBOOK and chosen is None:
            heads = [
                (str(name), bool(hidden), tuple(found.sheets.get(index, ())))
                for index, (name, hidden) in enumerate(found.head["sheets"])
            ]
            chosen = pick_sheet(heads)
            found = run.gather(sheet=chosen)
    sheets = tuple(str(name) for name, _ in found.head.get("sheets", ()))
    return RawTable(
        name=gated.name,
        shape=gated.shape,
        sha256=gated.sha256,
        modified_utc=gated.modified_utc,
        encoding=str(found.head.get("encoding", "")),
        delimiter=str(found.head.get("delimiter", "")),
        sheet=sheets[chosen] if sheets and chosen is not None else "",
        sheets=sheets,
        date1904=bool(found.head.get("date1904", False)),
        rows=tuple(found.sheets[0]),
        bad=tuple(found.bad),
        cut_at=found.cut_at,
        blank_after=found.blank_after,
    )


class _Run:
    """Starts the child for one gated file and turns its frames into rows."""

    def __init__(
        self,
        gated: Gated,
        limits: Limits,
        *,
        command: Sequence[str],
        on_progress: OnProgress | None,
        cancelled: Cancelled | None,
    ) -> None:
        self._gated = gated
        self._limits = limits
        self._command = command
        self._on_progress = on_progress
        self._cancelled = cancelled
        self._last_progress_s = 0.0

    def gather(self, *, sheet: int) -> _Gathered:
        self._gated.stream.seek(0)
        limits = self._limits
        order = json.dumps(
            {
                "shape": self._gated.shape.value,
                "sheet": sheet,
                "rows": limits.rows,
                "columns": limits.columns,
                "cell_chars": limits.cell_chars,
                "record_lines": limits.record_lines,
                "broken_quotes": limits.broken_quotes,
                "output_bytes": limits.output_bytes,
                "memory_bytes": limits.memory_bytes,
                "cpu_s": limits.cpu_s,
            }
        )
        process = subprocess.Popen(
            [*self._command, order],
            stdin=self._gated.stream,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert process.stdout is not None  # noqa: S101  asked for as a pipe
        frames: queue.Queue[tuple[bytes, object, int] | cells.BrokenStream | None] = queue.Queue(maxsize=16)
        stop = threading.Event()
        reader = threading.Thread(
            target=_pump, args=(process.stdout, frames, stop), name="foreign-file-frames", daemon=True
        )
        reader.start()
        try:
            return self._take(frames)
        finally:
            stop.set()
            process.kill()
            process.wait()
            reader.join()
            process.stdout.close()

    def _take(self, frames: queue.Queue[tuple[bytes, object, int] | cells.BrokenStream | None]) -> _Gathered:
        found = _Gathered()
        started_s = heard_s = time.monotonic()
        size = 0
        while not found.ended:
            if self._cancelled is not None and self._cancelled():
                raise ReadCancelled("import.cancelled", file=self._gated.name)
            now_s = time.monotonic()
            if now_s - heard_s > self._limits.stall_s or now_s - started_s > self._limits.total_s:
                raise UserError("import.child.too_slow", file=self._gated.name)
            try:
                frame = frames.get(timeout=_POLL_S)
            except queue.Empty:
                continue
            if frame is None or isinstance(frame, cells.BrokenStream):
                raise UserError("import.child.died", file=self._gated.name)
            heard_s = time.monotonic()
            kind, payload, length = frame
            size += length
            if size > self._limits.output_bytes:
                raise UserError("import.file.too_much", file=self._gated.name)
            try:
                self._apply(found, kind, payload)
            except (cells.BrokenStream, ValueError, TypeError, KeyError) as error:
                raise UserError("import.child.died", file=self._gated.name) from error
        return found

    def _apply(self, found: _Gathered, kind: bytes, payload: Any) -> None:
        if kind == cells.ROWS:
            found.sheets[found.current] += [(line, cells.from_wire(row)) for line, row in payload]
        elif kind == cells.BAD:
            found.bad += [(int(line), str(reason)) for line, reason in payload]
        elif kind == cells.HEAD:
            if "next_sheet" in payload:
                found.current = int(payload["next_sheet"])
                found.sheets[found.current] = []
            else:
                found.head = dict(payload)
        elif kind == cells.PROGRESS:
            now_s = time.monotonic()
            if self._on_progress is not None and now_s - self._last_progress_s >= _POLL_S:
                self._last_progress_s = now_s
                self._on_progress(int(payload[0]), int(payload[1]))
        elif kind == cells.FAILED:
            code, params = payload
            raise UserError(str(code), file=self._gated.name, **dict(params))
        elif kind == cells.END:
            found.cut_at = payload["cut_at"]
            found.blank_after = payload["blank_after"]
            found.ended = True


def _pump(
    stream: BinaryIO,
    frames: queue.Queue[tuple[bytes, object, int] | cells.BrokenStream | None],
    stop: threading.Event,
) -> None:
    while True:
        item: tuple[bytes, object, int] | cells.BrokenStream | None
        try:
            item = cells.read_frame(stream)
        except cells.BrokenStream as broken:
            item = broken
        while not stop.is_set():
            try:
                frames.put(item, timeout=_POLL_S)
                break
            except queue.Full:
                continue
        if stop.is_set() or item is None or isinstance(item, cells.BrokenStream):
            return


def _environment() -> dict[str, str]:
    """Return the little that a Python process needs: the file may be hostile, secrets stay here."""
    package_root = str(Path(engagedesk.__file__).resolve().parents[1])
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP", "LD_LIBRARY_PATH") if name in os.environ}
    return {**kept, "PYTHONPATH": package_root, "LC_ALL": "C.UTF-8"}
