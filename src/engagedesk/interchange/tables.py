"""Write any table as CSV, TSV or XLSX: the same bytes for the same rows, and no text that becomes a formula.

In CSV and TSV dangerous text gets an apostrophe before it (``guarding``), which our own reader takes off again. In
XLSX every text is an inline string with the quote prefix, so that it stays text also after somebody edits it.
Numbers stay numbers. Dates are ISO text in CSV and TSV, and real dates in XLSX.
"""

from __future__ import annotations

import csv
import io
import math
import os
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from engagedesk.interchange.guarding import guarded

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.styles import Font
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet
    from openpyxl.worksheet.dimensions import ColumnDimension, DimensionHolder

OutCell = str | int | float | Decimal | date | timedelta | None
Target = Path | BinaryIO

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip can hold: files written twice are equal."""
_STAMP: Final = "1980-01-01T00:00:00Z"
XML_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CELL_LIMIT: Final = 32_767
_LONGEST_WIDTH: Final = 60


def write_csv(
    target: Target, header: Sequence[str], rows: Iterable[Sequence[OutCell]], *, bom: bool = True, delimiter: str = ","
) -> None:
    """Write comma-separated UTF-8 with CR LF (RFC 4180); ``bom`` lets Excel see that it is UTF-8.

    A path is written aside and moved into place, so that a full disk leaves no half file.
    """

    def write(stream: BinaryIO) -> None:
        _write_text(stream, header, rows, bom=bom, delimiter=delimiter)

    deliver(target, write)


def write_tsv(target: Target, header: Sequence[str], rows: Iterable[Sequence[OutCell]], *, bom: bool = False) -> None:
    """Write tab-separated UTF-8 with CR LF, as a spreadsheet pastes it; see ``write_csv``."""
    write_csv(target, header, rows, bom=bom, delimiter="\t")


def tsv_text(header: Sequence[str], rows: Iterable[Sequence[OutCell]]) -> str:
    """Return the tab-separated text for the clipboard."""
    buffer = io.BytesIO()
    write_tsv(buffer, header, rows)
    return buffer.getvalue().decode("utf-8")


def write_xlsx(
    target: Target, header: Sequence[str], rows: Iterable[Sequence[OutCell]], *, sheet: str = "Sheet1"
) -> None:
    """Write a workbook of one sheet with a bold, frozen header; see ``write_csv`` for paths."""

    def write(stream: BinaryIO) -> None:
        _write_workbook(stream, header, rows, sheet=sheet)

    deliver(target, write)


def deliver(target: Target, write: Callable[[BinaryIO], object]) -> None:
    """Let a path be written aside and moved into place, so that a full disk leaves no half file."""
    if not isinstance(target, Path):
        write(target)
        return
    descriptor, aside = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        Path(aside).replace(target)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise


def _write_text(
    stream: BinaryIO, header: Sequence[str], rows: Iterable[Sequence[OutCell]], *, bom: bool, delimiter: str
) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8-sig" if bom else "utf-8", errors="replace", newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([guarded(_clean(name)) for name in header])
    for row in rows:
        writer.writerow([_as_written(cell) for cell in row])
    text.flush()
    text.detach()


def _as_written(cell: OutCell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guarded(_clean(cell))
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, Decimal):
        return format(cell, "f")
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "seconds")
    if isinstance(cell, timedelta):
        seconds = int(cell.total_seconds())
        sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
        return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return str(cell)


def _clean(text: str) -> str:
    return text.replace("\x00", "")


def _write_workbook(stream: BinaryIO, header: Sequence[str], rows: Iterable[Sequence[OutCell]], *, sheet: str) -> None:
    # Imported here: only an export needs it, and it costs a tenth of a second.
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    page: WriteOnlyWorksheet = book.create_sheet(_sheet_title(sheet))
    page.freeze_panes = "A2"
    dimensions = cast("DimensionHolder[str, ColumnDimension]", page.column_dimensions)  # type: ignore[attr-defined]  # missing in the stubs
    for index, name in enumerate(header):
        dimensions[get_column_letter(index + 1)].width = min(_LONGEST_WIDTH, max(10, len(name) + 2))
    bold = Font(bold=True)
    page.append([_text_cell(page, name, font=bold) for name in header])
    for row in rows:
        page.append([_workbook_cell(page, cell) for cell in row])
    raw = io.BytesIO()
    book.save(raw)
    raw.seek(0)
    _repack(raw, stream)


def _sheet_title(title: str) -> str:
    return re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", title).strip("' ")[:31] or "Sheet1"


def _workbook_cell(page: WriteOnlyWorksheet, cell: OutCell) -> object:
    if isinstance(cell, str):
        return _text_cell(page, cell) if cell else None
    if isinstance(cell, float) and not math.isfinite(cell):
        return _text_cell(page, str(cell))
    return cell


def _text_cell(page: WriteOnlyWorksheet, text: str, *, font: Font | None = None) -> Cell:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(page, value=XML_FORBIDDEN.sub("", text)[:_CELL_LIMIT])
    # Undo openpyxl's guess, which takes "=..." for a formula and "#N/A" for an error.
    cell.data_type = "s"
    cell.quotePrefix = True
    if font is not None:
        cell.font = font
    return cell


def _repack(source: BinaryIO, target: BinaryIO) -> None:
    """Copy a workbook with fixed dates, which openpyxl takes from the clock."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for member in sorted(old.infolist(), key=lambda m: (m.filename != "[Content_Types].xml", m.filename)):
            body = old.read(member)
            if member.filename == "docProps/core.xml":
                body = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", _STAMP.encode(), body)
            entry = zipfile.ZipInfo(member.filename, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            new.writestr(entry, body)
