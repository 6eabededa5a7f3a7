"""Cut a Microsoft Project XML file into its records, inside the child process.

A record (a task, a resource, an assignment, a calendar; all values of the project itself) becomes one row: its name,
then ``name=text`` for a value, ``>name`` and ``<`` around values that belong together. Nothing is interpreted here.
Document types and entities are refused, depth and size are bounded; time-phased values are only counted, because one
file may hold millions of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import BinaryIO, Final

from engagedesk.errors import UserError
from engagedesk.interchange.xlsx_reader import CHUNK, local, new_parser

PROJECT: Final = "Project"
COUNTS: Final = "#"
"""Name of the last row: what was only counted, as ``name=count``."""
_RECORDS: Final = {"Tasks": "Task", "Resources": "Resource", "Assignments": "Assignment", "Calendars": "Calendar"}
_COUNTED: Final = frozenset(("TimephasedData", "OutlineCode", "AvailabilityPeriod", "Rate"))
_DEEPEST: Final = 24
"""The format nests nine deep; outlines are numbers in it, not nesting."""
_MOST_TOKENS: Final = 200_000

Emit = Callable[[int, list[str]], None]


class RecordReader:
    """Takes the parser's events; ``emit`` hears each record with its line."""

    def __init__(self, emit: Emit, *, most_chars: int) -> None:
        self._emit = emit
        self._most_chars = most_chars
        self._parser = new_parser(self._start, self._end, self._text)
        self._stack: list[list[object]] = []
        """[name, had children]."""
        self._record: list[str] | None = None
        self._line = 0
        self._project: list[str] = []
        self._counts: Counter[str] = Counter()
        self._chars: list[str] = []
        self._length = 0
        self._counted_depth = 0
        self.found = 0

    def read(self, source: BinaryIO, on_bytes: Callable[[int, int], None]) -> None:
        """Read the stream to its end; parser errors come out as they are."""
        while chunk := source.read(CHUNK):
            self._parser.Parse(chunk, False)  # noqa: FBT003  expat takes no keyword
            on_bytes(len(chunk), self.found)
        self._parser.Parse(b"", True)  # noqa: FBT003
        self._emit(1, [PROJECT, *self._project])
        self._emit(1, [COUNTS, *(f"{name}={count}" for name, count in sorted(self._counts.items()))])

    def _start(self, name: str, _attributes: list[str]) -> None:
        name = local(name)
        depth = len(self._stack)
        self.found += 1
        if depth == 0 and name != PROJECT:
            raise UserError("import.plan.not_a_project")
        if depth >= _DEEPEST:
            raise UserError("import.plan.nested_too_deep")
        if depth:
            self._open_parent(depth)
        self._stack.append([name, False])
        self._chars.clear()
        self._length = 0
        if self._counted_depth:
            return
        if depth == 2:
            container = str(self._stack[1][0])
            if _RECORDS.get(container) == name:
                self._record = [name]
                self._line = self._parser.CurrentLineNumber
            elif container not in _RECORDS:
                self._counts[container] += 1
                self._counted_depth = depth
        elif depth > 2 and name in _COUNTED:
            self._counts[name] += 1
            self._counted_depth = depth

    def _open_parent(self, depth: int) -> None:
        parent = self._stack[-1]
        if not parent[1]:
            parent[1] = True
            if self._record is not None and depth > 3 and not self._counted_depth:
                self._add(f">{parent[0]}")

    def _text(self, text: str) -> None:
        if self._counted_depth or self._length > self._most_chars:
            return
        self._chars.append(text)
        self._length += len(text)

    def _end(self, _name: str) -> None:
        name, had_children = self._stack.pop()
        depth = len(self._stack)
        if self._counted_depth:
            if depth == self._counted_depth:
                self._counted_depth = 0
            return
        if depth == 1 and not had_children:
            self._project.append(f"{name}={self._value(str(name))}")
        elif depth == 2 and self._record is not None:
            self._emit(self._line, self._record)
            self._record = None
        elif depth > 2 and self._record is not None:
            self._add("<" if had_children else f"{name}={self._value(str(name))}")
        self._chars.clear()
        self._length = 0

    def _value(self, name: str) -> str:
        text = "".join(self._chars)
        if len(text) > self._most_chars:
            self._counts[f"{name}…"] += 1
            return text[: self._most_chars]
        return text

    def _add(self, token: str) -> None:
        assert self._record is not None  # noqa: S101  # every caller looked
        if len(self._record) > _MOST_TOKENS:
            raise UserError("import.file.too_much")
        self._record.append(token)
