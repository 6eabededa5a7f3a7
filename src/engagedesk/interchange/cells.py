"""Plain cells and the frames that carry them from the child to the parent.

A frame is one kind byte, a four-byte big-endian length, and JSON. Strings, numbers, booleans and null are themselves;
``["d", "2026-11-16"]`` is a date, ``["w", "2026-11-16T09:30:00"]`` a wall-clock date and time, ``["t", 5400]`` a time
of day or a duration in seconds.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import BinaryIO, Final

Cell = str | int | float | date | timedelta | None
"""What a foreign cell can be; ``bool`` and ``datetime`` are among them as subclasses."""

WireCell = str | int | float | list[object] | None

HEAD: Final = b"H"
ROWS: Final = b"R"
BAD: Final = b"B"
PROGRESS: Final = b"P"
FAILED: Final = b"E"
END: Final = b"Z"
KINDS: Final = frozenset((HEAD, ROWS, BAD, PROGRESS, FAILED, END))

FRAME_LIMIT: Final = 32 * 1024 * 1024
_PREFIX: Final = struct.Struct(">cI")


class BrokenStream(Exception):
    """The other side sent something that is no frame."""


def write_frame(stream: BinaryIO, kind: bytes, payload: object) -> int:
    """Send one frame and return its size."""
    body = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    stream.write(_PREFIX.pack(kind, len(body)))
    stream.write(body)
    stream.flush()
    return _PREFIX.size + len(body)


def read_frame(stream: BinaryIO) -> tuple[bytes, object, int] | None:
    """Return the next frame's kind, payload and size; None at a clean end; ``BrokenStream`` otherwise."""
    prefix = stream.read(_PREFIX.size)
    if not prefix:
        return None
    if len(prefix) < _PREFIX.size:
        raise BrokenStream
    kind, length = _PREFIX.unpack(prefix)
    if kind not in KINDS or length > FRAME_LIMIT:
        raise BrokenStream
    body = stream.read(length)
    if len(body) < length:
        raise BrokenStream
    try:
        return kind, json.loads(body.decode("utf-8", "replace")), _PREFIX.size + length
    except (ValueError, RecursionError) as error:
        raise BrokenStream from error


def from_wire(cells: Sequence[object]) -> tuple[Cell, ...]:
    """Return plain cells; ``BrokenStream`` where one is of no known shape."""
    return tuple([_tagged(c) if c.__class__ is list or c.__class__ is dict else c for c in cells])  # type: ignore[misc]


def _tagged(cell: object) -> Cell:
    match cell:
        case ["d", str(text)]:
            return date.fromisoformat(text)
        case ["w", str(text)]:
            return datetime.fromisoformat(text)
        case ["t", int(seconds)]:
            return timedelta(seconds=seconds)
        case _:
            raise BrokenStream
