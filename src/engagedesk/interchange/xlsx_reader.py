"""Read a workbook's values, row by row, inside the child process.

Built on expat with document types refused, not on openpyxl: its read-only mode needs 10 s for 50,000 rows of 13
columns and 44 s for a 286 KB bomb; this one needs about 2 s. Values only: formulas are neither read nor run, and
styles serve to tell dates from numbers (ECMA-376 part 1, 18.8.30 and 18.17.4).
"""

from __future__ import annotations

import math
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from xml.parsers import expat

from engagedesk.errors import UserError
from engagedesk.interchange.cells import WireCell

Start = Callable[[str, list[str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]
OnBytes = Callable[[int, int], None]
"""Told bytes read since the last call, and strings or rows found so far: only these count as getting on."""

CHUNK: Final = 65_536
MAX_STRINGS: Final = 2_000_000
BLANK_TAIL: Final = 20_000
"""Empty rows in a row after which a sheet counts as ended: some programs format every row down to the last."""
_TOO_LONG: Final = "\x00too-long"
"""Stands for a cell that is too long; a NUL cannot come from XML."""

_BUILT_IN_DATES: Final = frozenset((14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)))
_BUILT_IN_TIMES: Final = frozenset((18, 19, 20, 21, 45, 46, 47))
_NOT_FORMAT: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_ELAPSED: Final = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SheetRef:
    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """What must be known before a sheet can be read. ``styles`` says per cell style: n number, d date, t time."""

    sheets: tuple[SheetRef, ...]
    shared: list[str]
    styles: str
    date1904: bool


def new_parser(start: Start, end: End, text: Text) -> expat.XMLParserType:
    """Return a parser that refuses document types, entities and anything outside the document."""
    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.buffer_size = CHUNK
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    return parser


def _refuse(*_: object) -> int:
    raise UserError("import.file.unsafe_xml")


def local(name: str) -> str:
    return name.rpartition(":")[2]


def open_workbook(archive: zipfile.ZipFile, on_bytes: OnBytes, *, cell_chars: int, max_sheets: int) -> Workbook:
    """Read the list of sheets, the shared strings and the styles."""
    names = set(archive.namelist())
    main = _main_part(archive, names)
    sheets_raw, date1904 = _sheet_list(archive, main)
    targets = _relations(archive, main, names)
    sheets: list[SheetRef] = []
    shared_part = styles_part = None
    for relation, (kind, target) in targets.items():
        if kind == "sharedStrings":
            shared_part = target
        elif kind == "styles":
            styles_part = target
        elif kind == "worksheet":
            sheets += [SheetRef(n, target, hidden=state != "visible") for n, r, state in sheets_raw if r == relation]
    order = [relation for _, relation, _ in sheets_raw]
    part_order = {targets[r][1]: i for i, r in enumerate(order) if r in targets}
    sheets.sort(key=lambda sheet: part_order.get(sheet.part, 0))
    if not sheets:
        raise UserError("import.file.no_sheet")
    return Workbook(
        sheets=tuple(sheets[:max_sheets]),
        shared=_shared_strings(archive, shared_part, on_bytes, cell_chars=cell_chars) if shared_part else [],
        styles=_styles(archive, styles_part) if styles_part else "",
        date1904=date1904,
    )


def _feed(
    archive: zipfile.ZipFile, part: str, parser: expat.XMLParserType, on_chunk: Callable[[int], None] | None = None
) -> None:
    with archive.open(part) as stream:
        while chunk := stream.read(CHUNK):
            parser.Parse(chunk, False)  # noqa: FBT003  expat and codecs take no keyword
            if on_chunk is not None:
                on_chunk(len(chunk))
    parser.Parse(b"", True)  # noqa: FBT003  expat and codecs take no keyword


def _attributes(attrs: list[str]) -> dict[str, str]:
    return {local(attrs[i]): attrs[i + 1] for i in range(0, len(attrs), 2)}


def _elements(archive: zipfile.ZipFile, part: str) -> list[tuple[str, dict[str, str]]]:
    found: list[tuple[str, dict[str, str]]] = []

    def start(name: str, attrs: list[str]) -> None:
        found.append((local(name), _attributes(attrs)))
        if len(found) > 300_000:
            raise UserError("import.file.unsafe_xml")

    _feed(archive, part, new_parser(start, lambda _: None, lambda _: None))
    return found


def _main_part(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "_rels/.rels" in names:
        for name, attrs in _elements(archive, "_rels/.rels"):
            if name == "Relationship" and attrs.get("Type", "").endswith("/officeDocument"):
                target = posixpath.normpath(attrs.get("Target", "").lstrip("/"))
                if target in names:
                    return target
    if "xl/workbook.xml" in names:
        return "xl/workbook.xml"
    raise UserError("import.file.not_a_workbook")


def _sheet_list(archive: zipfile.ZipFile, main: str) -> tuple[list[tuple[str, str, str]], bool]:
    sheets: list[tuple[str, str, str]] = []
    date1904 = False
    for name, attrs in _elements(archive, main):
        if name == "sheet":
            sheets.append((attrs.get("name", ""), attrs.get("id", ""), attrs.get("state", "visible")))
        elif name == "workbookPr":
            date1904 = attrs.get("date1904", "0") in ("1", "true", "on")
    return sheets, date1904


def _relations(archive: zipfile.ZipFile, main: str, names: set[str]) -> dict[str, tuple[str, str]]:
    folder, _, leaf = main.rpartition("/")
    part = posixpath.join(folder, "_rels", leaf + ".rels")
    if part not in names:
        raise UserError("import.file.not_a_workbook")
    found: dict[str, tuple[str, str]] = {}
    for name, attrs in _elements(archive, part):
        if name != "Relationship" or attrs.get("TargetMode") == "External":
            continue
        raw = attrs.get("Target", "")
        target = raw.lstrip("/") if raw.startswith("/") else posixpath.normpath(posixpath.join(folder, raw))
        if target in names:
            found[attrs.get("Id", "")] = (attrs.get("Type", "").rpartition("/")[2], target)
    return found


def _styles(archive: zipfile.ZipFile, part: str) -> str:
    codes: dict[int, str] = {}
    letters: list[str] = []
    stack: list[str] = []

    def start(raw: str, attrs: list[str]) -> None:
        name = local(raw)
        if name == "numFmt":
            values = _attributes(attrs)
            codes[_number(values.get("numFmtId"))] = values.get("formatCode", "")
        elif name == "xf" and stack and stack[-1] == "cellXfs":
            letters.append(format_class(_number(_attributes(attrs).get("numFmtId")), codes))
        stack.append(name)

    def end(_: str) -> None:
        stack.pop()

    _feed(archive, part, new_parser(start, end, lambda _: None))
    return "".join(letters)


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 10 else 0


def format_class(format_id: int, codes: dict[int, str]) -> str:
    """Return n for a number, d for a date or a date with time, t for a time of day or a duration."""
    code = codes.get(format_id)
    if code is None:
        return "d" if format_id in _BUILT_IN_DATES else "t" if format_id in _BUILT_IN_TIMES else "n"
    bare = _NOT_FORMAT.sub("", code.split(";")[0]).lower()
    if _ELAPSED.search(bare):
        return "t"
    if "general" in bare:
        return "n"
    if "y" in bare or "d" in bare:
        return "d"
    if "h" in bare or "s" in bare:
        return "t"
    return "d" if "m" in bare else "n"


def _shared_strings(archive: zipfile.ZipFile, part: str, on_bytes: OnBytes, *, cell_chars: int) -> list[str]:
    strings: list[str] = []
    pieces: list[str] = []
    collecting = False
    phonetic = 0
    length = 0

    def start(raw: str, _: list[str]) -> None:
        nonlocal collecting, phonetic, length
        name = local(raw)
        if name == "t":
            collecting = not phonetic
        elif name == "si":
            pieces.clear()
            length = 0
        elif name == "rPh":
            phonetic += 1

    def end(raw: str) -> None:
        nonlocal collecting, phonetic
        name = local(raw)
        if name == "t":
            collecting = False
        elif name == "si":
            strings.append("".join(pieces) if length <= cell_chars else _TOO_LONG)
        elif name == "rPh":
            phonetic -= 1

    def text(data: str) -> None:
        nonlocal length
        if collecting:
            length += len(data)
            if length <= cell_chars:
                pieces.append(data)

    def chunk_done(count: int) -> None:
        if len(strings) > MAX_STRINGS:
            raise UserError("import.file.too_much")
        on_bytes(count, len(strings))

    _feed(archive, part, new_parser(start, end, text), chunk_done)
    return strings


class BlankTail(Exception):
    """Only empty rows have come for long."""


class SheetReader:
    """Turns one sheet's XML into rows, fed chunk by chunk. Rows and lines too long to read gather until taken."""

    def __init__(self, workbook: Workbook, *, max_columns: int, cell_chars: int) -> None:
        self._book = workbook
        self._max_columns = max_columns
        self._cell_chars = cell_chars
        self._letters: dict[str, int] = {}
        self._dates: dict[str, WireCell] = {}
        self.rows: list[tuple[int, list[WireCell]]] = []
        self.too_long: list[int] = []
        self.found = 0
        """Rows with content so far, those already taken included."""
        self._parser = new_parser(*self._handlers())

    def feed(self, chunk: bytes) -> None:
        self._parser.Parse(chunk, False)  # noqa: FBT003  expat and codecs take no keyword

    def finish(self) -> None:
        self._parser.Parse(b"", True)  # noqa: FBT003  expat and codecs take no keyword

    def _handlers(self) -> tuple[Start, End, Text]:
        shared, styles, convert = self._book.shared, self._book.styles, self._converted
        letters, max_columns, cell_chars = self._letters, self._max_columns, self._cell_chars
        row: list[WireCell] = []
        blank = 0
        pieces: list[str] = []
        line = 0
        column = -1
        kind = style = ""
        collecting = False
        phonetic = in_row = too_long = False
        length = 0

        def start(name: str, attrs: list[str]) -> None:
            nonlocal line, column, kind, style, collecting, phonetic, in_row, too_long, length, row
            if ":" in name:
                name = local(name)
            if name == "c":
                kind = style = ref = ""
                for i in range(0, len(attrs), 2):
                    key = attrs[i]
                    if key == "r":
                        ref = attrs[i + 1]
                    elif key == "t":
                        kind = attrs[i + 1]
                    elif key == "s":
                        style = attrs[i + 1]
                if ref:
                    head = ref.rstrip("0123456789")
                    at = letters.get(head)
                    column = at if at is not None else letters.setdefault(head, column_index(head))
                else:
                    column += 1
                if pieces:
                    pieces.clear()
                length = 0
            elif name in {"v", "t"}:
                collecting = in_row and not phonetic
            elif name == "row":
                in_row = True
                too_long = False
                line += 1
                for i in range(0, len(attrs), 2):
                    if attrs[i] == "r":
                        line = _number(attrs[i + 1]) or line
                row = []
                column = -1
            elif name == "rPh":
                phonetic = True

        def text(data: str) -> None:
            nonlocal length
            if collecting:
                length += len(data)
                if length <= cell_chars:
                    pieces.append(data)

        def end(name: str) -> None:
            nonlocal collecting, phonetic, in_row, too_long, blank
            if ":" in name:
                name = local(name)
            if name in {"v", "t"}:
                collecting = False
            elif name == "c":
                if not pieces:
                    if length:
                        too_long = True
                    return
                raw = pieces[0] if len(pieces) == 1 else "".join(pieces)
                value: WireCell
                if length > cell_chars:
                    too_long = True
                    return
                if kind == "s":
                    index = int(raw)
                    value = shared[index] if 0 <= index < len(shared) else None
                    if value == _TOO_LONG:
                        too_long = True
                        return
                elif kind in {"", "n"}:
                    value = convert(raw, styles[int(style)] if style and int(style) < len(styles) else "n")
                elif kind == "b":
                    value = raw == "1"
                elif kind == "d":
                    value = ["w", raw[:19]] if "T" in raw else ["d", raw[:10]]
                else:
                    value = raw
                if value is None or value == "":
                    return
                if column >= max_columns:
                    raise UserError("import.file.too_wide", limit=max_columns)
                gap = column - len(row)
                if gap == 0:
                    row.append(value)
                elif gap > 0:
                    row.extend([None] * gap)
                    row.append(value)
                else:
                    row[column] = value
            elif name == "row":
                in_row = False
                if too_long:
                    self.too_long.append(line)
                elif row:
                    self.rows.append((line, row))
                else:
                    blank += 1
                    if blank > BLANK_TAIL:
                        raise BlankTail
                    return
                self.found += 1
                blank = 0
            elif name == "rPh":
                phonetic = False

        return start, end, text

    def _converted(self, raw: str, style: str) -> WireCell:
        if style == "n":
            return _plain_number(raw)
        key = style + raw
        found = self._dates.get(key)
        if found is None:
            found = serial_cell(raw, style, date1904=self._book.date1904)
            if len(self._dates) < 50_000:
                self._dates[key] = found
        return found


def column_index(letters: str) -> int:
    """Return 0 for A, 16383 for XFD; ``UserError`` for what is no column."""
    if not 1 <= len(letters) <= 3 or not letters.isascii() or not letters.isalpha():
        raise UserError("import.file.damaged")
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - 64
    return index - 1


def _plain_number(raw: str) -> WireCell:
    try:
        if len(raw) < 16 and raw.lstrip("-").isdigit():
            return int(raw)
        number = float(raw)
    except ValueError:
        return raw
    return number if math.isfinite(number) else raw


def serial_cell(raw: str, style: str, *, date1904: bool) -> WireCell:
    """Return a date, date with time, or time from a spreadsheet's serial number; the number itself where it is none.

    Serial 60 is 29 February 1900, a day that was not (kept for Lotus 1-2-3): days before it count one further.
    """
    number = _plain_number(raw)
    if not isinstance(number, int | float):
        return number
    if style == "t":
        return ["t", round(number * 86_400)] if abs(number) < 1e6 else number
    if 0 <= number < 1:
        return ["t", round(number * 86_400)]
    moment = serial_moment(number, date1904=date1904)
    if moment is None:
        return number
    if moment.time() == datetime.min.time():
        return ["d", moment.date().isoformat()]
    return ["w", moment.isoformat()]


def serial_moment(number: float, *, date1904: bool) -> datetime | None:
    """Return the wall-clock moment of a serial number, to the second; None outside the years 1900 to 9999."""
    if not 0 < number < 2_958_466:
        return None
    epoch = datetime.fromisoformat("1904-01-01" if date1904 else "1899-12-30")
    if not date1904 and number < 60:
        epoch += timedelta(days=1)
    try:
        return epoch + timedelta(seconds=round(number * 86_400))
    except OverflowError:
        return None


def iterate_sheet(archive: zipfile.ZipFile, part: str, reader: SheetReader, on_bytes: OnBytes) -> Iterator[None]:
    """Feed a sheet to its reader, pausing after each chunk so that rows can be taken."""
    with archive.open(part) as stream:
        while chunk := stream.read(CHUNK):
            reader.feed(chunk)
            on_bytes(len(chunk), reader.found)
            yield
    reader.finish()
    yield
