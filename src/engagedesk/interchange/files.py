"""Open a foreign file: gate, child process, header, mapping, typed rows.

open_foreign      everything in one call
read_cells        the file's cells only, so that a wizard reads once and interprets often
interpret         cells and a mapping to typed rows
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from engagedesk.errors import UserError
from engagedesk.interchange.cells import Cell
from engagedesk.interchange.gate import FileShape
from engagedesk.interchange.interpret import interpret_rows
from engagedesk.interchange.limits import DEFAULT_LIMITS, Limits
from engagedesk.interchange.mapping import ImportMapping
from engagedesk.interchange.products import Recognition, find_header, header_score, header_texts, recognise
from engagedesk.interchange.proposal import Proposal, propose_mapping
from engagedesk.interchange.reading import Cancelled, OnProgress, RawRow, RawTable, read_table
from engagedesk.interchange.rows import ImportKind, ImportRow, RejectedRow, Remark
from engagedesk.interchange.values import DateOrder, Formats, as_text

SAMPLE_ROWS: Final = 20
HIDDEN_PENALTY: Final = 0.5


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A foreign file as it was understood.

    ``mapping`` None = nobody has said what the columns mean and no reading is certain: ``proposal`` says what fits
    and what is missing, there are no rows, and ``refusal`` gives the error for a caller who cannot ask.
    """

    name: str
    sha256: str
    modified_utc: int
    """When the file was last written: the first guess at an extract's date."""
    kind: ImportKind | None
    product: str
    """"" = no known product."""
    encoding: str
    delimiter: str
    sheet: str
    sheets: tuple[str, ...]
    header_line: int
    columns: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    """The first rows under the header as text, for a preview."""
    mapping: ImportMapping | None
    proposal: Proposal | None
    formats: Formats
    rows: tuple[ImportRow, ...]
    rejected: tuple[RejectedRow, ...]
    remarks: tuple[Remark, ...]
    cut_at: int | None
    not_modelled: tuple[tuple[str, int], ...] = ()
    """What a plan or a calendar says and the store has no place for: the element's name, and how often."""

    def refusal(self) -> UserError | None:
        """Return why no rows were read; None where they were."""
        if self.mapping is not None or self.product:
            return None
        missing = "; ".join(self.proposal.missing) if self.proposal else ""
        if missing:
            return UserError("import.mapping.incomplete", file=self.name, missing=missing)
        return UserError("import.mapping.needed", file=self.name, columns=", ".join(self.columns))


def open_foreign(
    path: Path,
    *,
    mapping: ImportMapping | None = None,
    kind: ImportKind | None = None,
    date_order: DateOrder | None = None,
    limits: Limits = DEFAULT_LIMITS,
    on_progress: OnProgress | None = None,
    cancelled: Cancelled | None = None,
) -> ReadFile:
    """Read a spreadsheet or delimited text and return its rows.

    Blocks; call it on a worker thread. Without a mapping the header row decides: a known product, else a proposed
    mapping where it is certain. Raises ``UserError`` (``import.*``), among them ``AmbiguousTarget`` where the order
    of day and month is open, and ``ReadCancelled``.
    """
    table = read_cells(path, mapping=mapping, kind=kind, limits=limits, on_progress=on_progress, cancelled=cancelled)
    return interpret(table, mapping=mapping, kind=kind, date_order=date_order, cancelled=cancelled)


def read_cells(
    path: Path,
    *,
    mapping: ImportMapping | None = None,
    kind: ImportKind | None = None,
    sheet: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    on_progress: OnProgress | None = None,
    cancelled: Cancelled | None = None,
) -> RawTable:
    """Return a file's cells; of a workbook those of ``sheet``, else of the sheet whose header fits best."""

    def pick(heads: Sequence[tuple[str, bool, tuple[RawRow, ...]]]) -> int:
        if sheet is not None:
            for index, (name, _, _) in enumerate(heads):
                if name.casefold() == sheet.casefold():
                    return index
            raise UserError("import.file.no_such_sheet", sheet=sheet, sheets=", ".join(name for name, _, _ in heads))
        scores = [_sheet_score(rows, hidden=hidden, mapping=mapping, kind=kind) for _, hidden, rows in heads]
        return max(range(len(heads)), key=lambda index: (scores[index], -index))

    return read_table(path, pick_sheet=pick, limits=limits, on_progress=on_progress, cancelled=cancelled)


def _sheet_score(
    rows: Sequence[RawRow], *, hidden: bool, mapping: ImportMapping | None, kind: ImportKind | None
) -> float:
    at = find_header(rows, mapping=mapping, kind=kind)
    if at is None:
        return 0.0
    return header_score(rows[at][1], mapping=mapping, kind=kind) * (HIDDEN_PENALTY if hidden else 1.0)


def interpret(
    table: RawTable,
    *,
    mapping: ImportMapping | None = None,
    kind: ImportKind | None = None,
    date_order: DateOrder | None = None,
    cancelled: Cancelled | None = None,
) -> ReadFile:
    """Return what a file's cells mean; see ``open_foreign``."""
    if table.shape in (FileShape.PROJECT_XML, FileShape.CALENDAR):
        return _structured(table, kind)
    if kind is ImportKind.CALENDAR:
        raise UserError("import.kind_other", file=table.name, kind="CSV/XLSX")
    if not table.rows and not table.bad:
        raise UserError("import.file.empty", file=table.name)
    at = find_header(table.rows, mapping=mapping, kind=kind)
    if at is None and mapping is not None:
        # None of the mapping's columns is there: find what the file calls them, so that the refusal can say so.
        at = find_header(table.rows, mapping=None, kind=mapping.kind)
    if at is None:
        raise UserError("import.file.no_header", file=table.name)
    header_line, header_cells = table.rows[at]
    columns = header_texts(_trimmed(header_cells))
    samples = [cells for _, cells in table.rows[at + 1 : at + 1 + SAMPLE_ROWS]]
    known = recognise(columns) if mapping is None else None
    proposal: Proposal | None = None
    if mapping is None and known is not None and kind in (None, known.kind):
        mapping = known.mapping
    elif mapping is None:
        known = None
        proposal = propose_mapping(columns, samples, kind=kind)
        mapping = proposal.mapping if proposal.certain else None
    shown = tuple(tuple(as_text(cell) for cell in _padded(cells, len(columns))) for cells in samples)
    result = (
        None
        if mapping is None
        else interpret_rows(table, at, header=columns, mapping=mapping, date_order=date_order, cancelled=cancelled)
    )
    return ReadFile(
        name=table.name,
        sha256=table.sha256,
        modified_utc=table.modified_utc,
        kind=mapping.kind if mapping is not None else proposal.kind if proposal is not None else None,
        product=_product(known),
        encoding=table.encoding,
        delimiter=table.delimiter,
        sheet=table.sheet,
        sheets=table.sheets,
        header_line=header_line,
        columns=columns,
        samples=shown,
        mapping=mapping,
        proposal=proposal,
        formats=result.formats if result else Formats(),
        rows=result.rows if result else (),
        rejected=result.rejected if result else (),
        remarks=result.remarks if result else (),
        cut_at=table.cut_at,
    )


def _structured(table: RawTable, kind: ImportKind | None) -> ReadFile:
    """Return what a file of fixed meaning says: a plan of Microsoft Project, or a calendar."""
    is_plan = table.shape is FileShape.PROJECT_XML
    mine = ImportKind.PLAN if is_plan else ImportKind.CALENDAR
    if kind not in (None, mine):
        raise UserError("import.kind_other", file=table.name, kind=mine.value)
    if is_plan:
        from engagedesk.interchange.msproject_reader import read_project

        plan = read_project(table)
        found: tuple[tuple[ImportRow, ...], tuple[RejectedRow, ...], tuple[Remark, ...]] = (
            plan.rows, plan.rejected, plan.remarks)  # fmt: skip
        left, product = plan.not_modelled, "Microsoft Project"
    else:
        from engagedesk.interchange.calendar_reader import read_calendar

        events = read_calendar(table)
        found = events.rows, events.rejected, events.remarks
        left, product = events.not_modelled, "iCalendar"
    return ReadFile(
        name=table.name,
        sha256=table.sha256,
        modified_utc=table.modified_utc,
        kind=mine,
        product=product,
        encoding=table.encoding,
        delimiter="",
        sheet="",
        sheets=(),
        header_line=0,
        columns=(),
        samples=(),
        mapping=None,
        proposal=None,
        formats=Formats(),
        rows=found[0],
        rejected=found[1],
        remarks=found[2],
        cut_at=table.cut_at,
        not_modelled=left,
    )


def _product(known: Recognition | None) -> str:
    return known.product if known is not None else ""


def _trimmed(cells: Sequence[Cell]) -> Sequence[Cell]:
    end = len(cells)
    while end and (cells[end - 1] is None or cells[end - 1] == ""):
        end -= 1
    return cells[:end]


def _padded(cells: Sequence[Cell], width: int) -> Sequence[Cell]:
    return [*cells[:width], *([None] * (width - len(cells)))]
