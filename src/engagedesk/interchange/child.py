"""The process that reads a foreign file: standard input is the file, standard output the frames of ``cells``.

It limits itself before it touches the file: memory, processor time, no file written, and no further file or socket
opened. Started as ``python -m engagedesk.interchange.child JSON``, or by a frozen build as ``--read-child JSON``.
"""

from __future__ import annotations

import encodings.cp437
import encodings.cp1252
import encodings.latin_1
import encodings.utf_8
import encodings.utf_8_sig
import encodings.utf_16
import encodings.utf_16_be
import encodings.utf_16_le  # noqa: F401  codecs are files too: none can be opened once the limits stand
import io
import json
import os
import struct
import sys
import time
import zipfile
import zlib
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO, Final
from xml.parsers import expat

from engagedesk.errors import UserError
from engagedesk.interchange import cells, text_reader, xlsx_reader, xml_records

_CHUNK_ROWS: Final = 1_000
_CHUNK_CHARS: Final = 1_000_000
_HEAD_ROWS: Final = 60
_MAX_SHEETS: Final = 40
_PROGRESS_EVERY_S: Final = 0.1


@dataclass(frozen=True, slots=True)
class Order:
    """What the parent asks for. ``sheet`` -1 = the only sheet, or the heads of all where there are several."""

    shape: str
    sheet: int
    rows: int
    columns: int
    cell_chars: int
    record_lines: int
    broken_quotes: int
    output_bytes: int
    memory_bytes: int
    cpu_s: int


class _Stop(Exception):
    pass


class _Out:
    """Gathers rows into frames and says how far the file is read."""

    def __init__(self, stream: BinaryIO, order: Order, total_bytes: int) -> None:
        self._stream = stream
        self._order = order
        self._total = total_bytes
        self._read = 0
        self._sent = 0
        self._rows: list[tuple[int, list[cells.WireCell]]] = []
        self._bad: list[tuple[int, str]] = []
        self._chars = 0
        self._last_s = 0.0
        self._found = 0
        self._bad_count = 0
        self.row_count = 0
        self.last_line = 0
        self.cut_at: int | None = None
        self.blank_after: int | None = None

    def send(self, kind: bytes, payload: object) -> None:
        self._sent += cells.write_frame(self._stream, kind, payload)
        if self._sent > self._order.output_bytes:
            raise UserError("import.file.too_much")

    def advance(self, count: int, found: int) -> None:
        """Note bytes read; say so only where something was found in them: bytes alone are no progress."""
        self._read += count
        if found != self._found:
            self._found = found
            self.tick()

    def advance_to(self, position: int) -> None:
        self._read = position
        self.tick()

    def tick(self) -> None:
        now_s = time.monotonic()
        if now_s - self._last_s >= _PROGRESS_EVERY_S:
            self._last_s = now_s
            self.send(cells.PROGRESS, [min(self._read, self._total), self._total])

    def row(self, line: int, values: list[cells.WireCell]) -> None:
        if self.row_count >= self._order.rows:
            self.cut_at = line
            raise _Stop
        self.row_count += 1
        self.last_line = line
        self._rows.append((line, values))
        self._chars += sum(len(v) for v in values if isinstance(v, str))
        if len(self._rows) >= _CHUNK_ROWS or self._chars > _CHUNK_CHARS:
            self.flush()

    def bad(self, line: int, reason: str) -> None:
        if self._bad_count >= self._order.rows:
            self.cut_at = line
            raise _Stop
        self._bad_count += 1
        self._bad.append((line, reason))
        if len(self._bad) >= _CHUNK_ROWS:
            self.flush()

    def flush(self) -> None:
        if self._rows:
            self.send(cells.ROWS, self._rows)
        if self._bad:
            self.send(cells.BAD, self._bad)
        self._rows = []
        self._bad = []
        self._chars = 0


def main(argv: list[str]) -> int:
    """Read standard input as ``argv[0]``, a JSON object of ``Order``, says; return the exit status."""
    order = Order(**json.loads(argv[0]))
    source = os.fdopen(os.dup(0), "rb")
    target = os.fdopen(os.dup(1), "wb")
    if order.shape == "calendar":
        # Before the limits, because a module is a file too; only here, because it costs a tenth of a second.
        from engagedesk.interchange import calendar_records

        calendar_records.warm()
    _limit(order)
    answer(source, target, order)
    return 0


def answer(source: BinaryIO, target: BinaryIO, order: Order) -> None:
    """Send the frames of a file; whatever is wrong with it becomes one of our codes."""
    try:
        _read(source, target, order)
    except UserError as error:
        cells.write_frame(target, cells.FAILED, [error.code, {k: v for k, v in error.params.items() if k != "file"}])
    except MemoryError:
        cells.write_frame(target, cells.FAILED, ["import.file.too_much", {}])
    except (
        zipfile.BadZipFile,
        zlib.error,
        expat.ExpatError,
        EOFError,
        KeyError,
        ValueError,
        IndexError,
        NotImplementedError,
        struct.error,
        RecursionError,
        OSError,
    ) as error:
        # Foreign bytes end here: whatever a parser says of them becomes one of our codes. The type is for the log.
        code = "import.file.too_much" if "out of memory" in str(error) else "import.file.damaged"
        cells.write_frame(target, cells.FAILED, [code, {"cause": type(error).__name__}])


def _limit(order: Order) -> None:
    if sys.platform == "win32":
        return  # no rlimits there: the parent's watchdog and output cap stand alone
    import resource

    def lower(kind: int, value: int) -> None:
        _, hard = resource.getrlimit(kind)
        bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (bound, bound))

    lower(resource.RLIMIT_CORE, 0)
    lower(resource.RLIMIT_FSIZE, 0)
    lower(resource.RLIMIT_CPU, order.cpu_s)
    if sys.platform != "darwin":  # macOS refuses RLIMIT_AS
        lower(resource.RLIMIT_AS, order.memory_bytes)
    # Nothing more can be opened, no file and no socket: every number below the limit is taken, none is above it.
    lower(resource.RLIMIT_NOFILE, 5)


def _read(source: BinaryIO, target: BinaryIO, order: Order) -> None:
    if order.shape == "xlsx":
        _read_workbook(source, target, order)
    elif order.shape == "project_xml":
        _read_records(source, target, order)
    elif order.shape == "calendar":
        _read_calendar(source, target, order)
    else:
        _read_text(source, target, order)


def _read_text(source: BinaryIO, target: BinaryIO, order: Order) -> None:
    out = _Out(target, order, os.fstat(source.fileno()).st_size)
    out.tick()
    shape = text_reader.detect(source)
    out.send(cells.HEAD, {"encoding": shape.encoding, "delimiter": shape.delimiter})
    try:
        for record in text_reader.read_records(
            source,
            shape,
            cell_chars=order.cell_chars,
            record_lines=order.record_lines,
            broken_quotes=order.broken_quotes,
            max_columns=order.columns,
        ):
            if record.problem:
                out.bad(record.line, record.problem)
            else:
                out.row(record.line, [cell or None for cell in record.cells])
            if out.row_count % 256 == 0:
                out.advance_to(os.lseek(source.fileno(), 0, os.SEEK_CUR))
    except _Stop:
        pass
    out.flush()
    out.send(cells.END, {"cut_at": out.cut_at, "blank_after": out.blank_after})


def _read_records(source: BinaryIO, target: BinaryIO, order: Order) -> None:
    out = _Out(target, order, os.fstat(source.fileno()).st_size)
    out.tick()
    out.send(cells.HEAD, {"encoding": "xml"})
    reader = xml_records.RecordReader(lambda line, record: out.row(line, [*record]), most_chars=order.cell_chars)
    with suppress(_Stop):
        reader.read(source, out.advance)
    out.flush()
    out.send(cells.END, {"cut_at": out.cut_at, "blank_after": None})


def _read_calendar(source: BinaryIO, target: BinaryIO, order: Order) -> None:
    from engagedesk.interchange import calendar_records

    out = _Out(target, order, os.fstat(source.fileno()).st_size)
    out.tick()
    out.send(cells.HEAD, {"encoding": "utf-8"})
    try:
        for line, position, record in calendar_records.read_events(source, most_chars=order.cell_chars):
            if isinstance(record, str):
                out.bad(line, record)
            else:
                out.row(line, [*record])
            out.advance_to(position)
    except _Stop:
        pass
    out.flush()
    out.send(cells.END, {"cut_at": out.cut_at, "blank_after": None})


def _read_workbook(source: BinaryIO, target: BinaryIO, order: Order) -> None:
    # The zip wants to seek back and forth: buffered here, within the memory limit, on the file that is already open.
    with zipfile.ZipFile(io.BufferedReader(io.FileIO(source.fileno(), closefd=False), 1 << 16)) as archive:
        total = sum(member.file_size for member in archive.infolist())
        out = _Out(target, order, total)
        out.tick()
        book = xlsx_reader.open_workbook(archive, out.advance, cell_chars=order.cell_chars, max_sheets=_MAX_SHEETS)
        names = [[sheet.name[:200], sheet.hidden] for sheet in book.sheets]
        chosen = order.sheet if order.sheet >= 0 else 0 if len(book.sheets) == 1 else None
        if chosen is not None and chosen >= len(book.sheets):
            raise UserError("import.file.no_sheet")
        out.send(cells.HEAD, {"sheets": names, "sheet": chosen, "date1904": book.date1904})
        if chosen is not None:
            _send_sheet(archive, book, chosen, out, order=order, most=None)
        else:
            for index in range(len(book.sheets)):
                out.send(cells.HEAD, {"next_sheet": index})
                _send_sheet(archive, book, index, out, order=order, most=_HEAD_ROWS)
        out.send(cells.END, {"cut_at": out.cut_at, "blank_after": out.blank_after})


def _send_sheet(
    archive: zipfile.ZipFile,
    book: xlsx_reader.Workbook,
    index: int,
    out: _Out,
    *,
    order: Order,
    most: int | None,
) -> None:
    reader = xlsx_reader.SheetReader(book, max_columns=order.columns, cell_chars=order.cell_chars)
    taken = 0
    try:
        for _ in xlsx_reader.iterate_sheet(archive, book.sheets[index].part, reader, out.advance):
            for line in reader.too_long:
                out.bad(line, "import.row.too_long")
            reader.too_long.clear()
            for line, values in reader.rows:
                out.row(line, values)
                taken += 1
                if most is not None and taken >= most:
                    raise _Stop
            reader.rows.clear()
    except _Stop:
        pass
    except xlsx_reader.BlankTail:
        for line, values in reader.rows:
            out.row(line, values)
        out.blank_after = out.last_line if most is None else None
    out.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
