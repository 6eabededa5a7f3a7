"""Read delimited text, record by record, inside the child process."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from engagedesk.errors import UserError
from engagedesk.interchange.guarding import unguarded

DELIMITERS: Final = (",", ";", "\t", "|")
_SAMPLE: Final = 65_536


@dataclass(frozen=True, slots=True)
class TextShape:
    """How the bytes are to be read; ``skip_lines`` counts a leading ``sep=`` line."""

    encoding: str
    delimiter: str
    skip_lines: int


@dataclass(frozen=True, slots=True)
class Record:
    """One record; ``problem`` is a reason code where its cells cannot be used."""

    line: int
    cells: list[str]
    problem: str = ""


def detect(stream: BinaryIO) -> TextShape:
    """Return encoding and delimiter; ``UserError`` where the bytes are no text."""
    encoding = _encoding(stream)
    stream.seek(0)
    reader = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
    sample = reader.read(_SAMPLE)
    reader.detach()
    stream.seek(0)
    unprintable = sum(1 for c in sample if c < " " and c not in "\t\r\n\f")
    if unprintable > len(sample) // 5:
        raise UserError("import.file.not_text")
    first = sample.split("\n", 1)[0].strip().lower()
    if first.startswith("sep=") and len(first) == 5:
        return TextShape(encoding, first[4], 1)
    return TextShape(encoding, _delimiter(sample), 0)


def _encoding(stream: BinaryIO) -> str:
    stream.seek(0)
    head = stream.read(4096)
    if head.startswith(codecs.BOM_UTF8):
        candidates = ["utf-8-sig"]
    elif head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    else:
        half = max(1, len(head) // 2)
        if head[1::2].count(0) > half * 0.4 and head[::2].count(0) < half * 0.1:
            return "utf-16-le"
        if head[::2].count(0) > half * 0.4 and head[1::2].count(0) < half * 0.1:
            return "utf-16-be"
        candidates = ["utf-8"]
    for encoding in (*candidates, "cp1252"):
        if _decodes(stream, encoding):
            return encoding
    return "latin-1"


def _decodes(stream: BinaryIO, encoding: str) -> bool:
    stream.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while chunk := stream.read(1 << 20):
            decoder.decode(chunk)
        decoder.decode(b"", True)  # noqa: FBT003  expat and codecs take no keyword
    except UnicodeDecodeError:
        return False
    return True


def _delimiter(sample: str) -> str:
    lines = sample.splitlines(keepends=True)[:100]
    best, best_score = ",", 0
    for delimiter in DELIMITERS:
        widths: Counter[int] = Counter()
        try:
            for record in csv.reader(lines, delimiter=delimiter):
                if len(record) > 1:
                    widths[len(record)] += 1
        except csv.Error:
            continue
        if widths:
            width, times = max(widths.items(), key=lambda item: item[0] * item[1])
            if width * times > best_score:
                best, best_score = delimiter, width * times
    return best


class _OpenQuote(Exception):
    pass


class _Lines:
    """Physical lines with a way back, so that reading can go on after the line whose quote was never closed."""

    def __init__(self, text: io.TextIOWrapper, *, max_chars: int, max_lines: int) -> None:
        self._text = text
        self._max_chars = max_chars
        self._max_lines = max_lines
        self._back: deque[tuple[int, str]] = deque()
        self._number = 0
        self.record: list[tuple[int, str]] = []
        self.overlong: list[int] = []
        self._chars = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self.record) >= self._max_lines or self._chars > self._max_chars:
            raise _OpenQuote
        numbered = self._back.popleft() if self._back else self._read()
        if numbered is None:
            if self.record:
                raise _OpenQuote
            raise StopIteration
        self.record.append(numbered)
        self._chars += len(numbered[1])
        return numbered[1]

    def _read(self) -> tuple[int, str] | None:
        while True:
            line = self._text.readline(self._max_chars)
            if not line:
                return None
            self._number += 1
            if len(line) < self._max_chars or line.endswith(("\n", "\r")):
                return self._number, line
            self.overlong.append(self._number)
            while line and not line.endswith(("\n", "\r")):
                line = self._text.readline(1 << 20)

    def take_record(self) -> None:
        self.record = []
        self._chars = 0

    def give_back_all_but_first(self) -> int:
        first = self.record[0][0]
        self._back.extendleft(reversed(self.record[1:]))
        self.take_record()
        return first


def read_records(
    stream: BinaryIO,
    shape: TextShape,
    *,
    cell_chars: int,
    record_lines: int,
    broken_quotes: int,
    max_columns: int,
) -> Iterator[Record]:
    """Yield every record that is not blank, and one with a ``problem`` for every line that cannot be read."""
    text = io.TextIOWrapper(stream, encoding=shape.encoding, errors="replace", newline="")
    # A record may hold several long cells; 40 of them is more than any export has.
    lines = _Lines(text, max_chars=cell_chars * 40, max_lines=record_lines)
    csv.field_size_limit(cell_chars * 41)
    for _ in range(shape.skip_lines):
        next(lines, None)
        lines.take_record()
    broken = 0
    source = csv.reader(lines, delimiter=shape.delimiter)
    try:
        while True:
            try:
                cells = next(source)
            except StopIteration:
                break
            except (_OpenQuote, csv.Error):
                broken += 1
                if broken > broken_quotes:
                    raise UserError("import.file.broken_quotes", line=lines.record[0][0]) from None
                yield Record(lines.give_back_all_but_first(), [], "import.row.open_quote")
                source = csv.reader(lines, delimiter=shape.delimiter)
                continue
            while lines.overlong:
                yield Record(lines.overlong.pop(0), [], "import.row.too_long")
            number = lines.record[0][0]
            lines.take_record()
            if len(cells) > max_columns and any(cells[max_columns:]):
                raise UserError("import.file.too_wide", limit=max_columns)
            if cells and any(cells):
                yield _record(number, cells, cell_chars)
        for number in lines.overlong:
            yield Record(number, [], "import.row.too_long")
    finally:
        text.detach()


def _record(number: int, cells: list[str], cell_chars: int) -> Record:
    for index, cell in enumerate(cells):
        if len(cell) > cell_chars:
            return Record(number, [], "import.row.too_long")
        if "\x00" in cell:
            return Record(number, [], "import.row.nul")
        if cell[:1] == "'":
            cells[index] = unguarded(cell)
    return Record(number, cells)
