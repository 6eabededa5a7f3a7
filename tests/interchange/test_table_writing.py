from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engagedesk.interchange.files import read_cells
from engagedesk.interchange.guarding import guarded, is_dangerous, unguarded
from engagedesk.interchange.tables import OutCell, tsv_text, write_csv, write_tsv, write_xlsx

ATTACKS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\tplain",
    " =1+1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "'=1+1",
    "''=1",
    '=HYPERLINK("http://127.0.0.1","x")',
    "=cmd|' /C calc'!A0",
]
HARMLESS = ["", "plain", "'quoted'", "a=b", "1-2", "Müller & Söhne", "it's", "#N/A", "410118-10", "3 + 4"]
HEADER = ["Code", "=Narrative"]
Writer = Callable[[BinaryIO, list[str], list[list[OutCell]]], None]
WRITERS: list[Writer] = [write_csv, write_tsv, write_xlsx]


@pytest.mark.parametrize("text", ATTACKS)
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == "'" + text
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", HARMLESS)
def test_other_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


@given(st.text(alphabet=st.one_of(st.sampled_from("'=+-@＝\t\r\n \u200b\u00a0a1"), st.characters()), max_size=12))
def test_guarding_is_safe_and_undone_exactly(text: str) -> None:
    assert not is_dangerous(guarded(text))
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".xlsx"])
def test_a_written_table_is_read_back_as_it_was(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"sheet{suffix}"
    # A carriage return is a line feed to every XML reader; blank first cells would make a row of nothing.
    texts = [text.replace("\r", "\n") for text in ATTACKS] + [text for text in HARMLESS if text]
    write = write_csv if suffix == ".csv" else write_tsv if suffix == ".tsv" else write_xlsx
    write(path, HEADER, [["410118", text] for text in texts])
    rows = [cells for _, cells in read_cells(path).rows]
    assert rows == [tuple(HEADER), *(("410118", text) for text in texts)]


def test_numbers_stay_numbers_and_dates_dates(tmp_path: Path) -> None:
    row: list[OutCell] = ["410118-10", -1.5, 7, Decimal("2.25"), date(2026, 11, 16), timedelta(hours=30), None, True]
    path = tmp_path / "s.xlsx"
    write_xlsx(path, list("abcdefgh"), [row])
    assert read_cells(path).rows[1][1] == (
        "410118-10",
        -1.5,
        7,
        2.25,
        date(2026, 11, 16),
        timedelta(hours=30),
        None,
        True,
    )
    assert tsv_text(list("abcdefgh"), [row]).splitlines()[1] == (
        "410118-10\t-1.5\t7\t2.25\t2026-11-16\t30:00:00\t\tyes"
    )


def test_no_cell_of_a_workbook_is_a_formula_and_every_text_keeps_its_quote(tmp_path: Path) -> None:
    import openpyxl

    path = tmp_path / "s.xlsx"
    write_xlsx(path, HEADER, [[text, "x"] for text in ATTACKS])
    book = openpyxl.load_workbook(path)
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value is not None]
    assert len(cells) == 2 * (len(ATTACKS) + 1)
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    assert all(cell.quotePrefix for cell in cells)
    book.close()


def test_the_same_rows_give_the_same_bytes() -> None:
    def written(write: Writer) -> bytes:
        stream = io.BytesIO()
        write(stream, HEADER, [["=1", "x"], ["y", 1.5]])
        return stream.getvalue()

    for write in WRITERS:
        assert written(write) == written(write)
    with zipfile.ZipFile(io.BytesIO(written(write_xlsx))) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_csv_carries_a_mark_for_excel_unless_told_not_to() -> None:
    marked, bare = io.BytesIO(), io.BytesIO()
    write_csv(marked, ["a"], [["é"]])
    write_csv(bare, ["a"], [["é"]], bom=False)
    assert marked.getvalue() == b"\xef\xbb\xbf" + bare.getvalue()
    assert bare.getvalue() == "a\r\né\r\n".encode()


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("old")

    def rows() -> list[list[str]]:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="space"):
        write_csv(path, ["a"], (row for _ in range(1) for row in rows()))
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@settings(max_examples=25)
@given(st.lists(st.text(max_size=20), min_size=1, max_size=5))
def test_any_text_can_be_written(texts: list[str]) -> None:
    for write in WRITERS:
        stream = io.BytesIO()
        write(stream, texts, [list(texts)])
        assert stream.getvalue()
