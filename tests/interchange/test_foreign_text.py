from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from engagedesk.interchange.files import ReadFile, open_foreign
from engagedesk.interchange.rows import ImportKind

LIST = "Client;Title;Codes\r\nMüller & Söhne GmbH;Jahresabschluss;410305-01\r\nCafé Zürich;Steuern;630112-01\r\n"


def clients(read: ReadFile) -> list[str]:
    return [getattr(row, "client", "") for row in read.rows]


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (LIST.encode("utf-8"), "utf-8"),
        (LIST.encode("utf-8-sig"), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + LIST.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + LIST.encode("utf-16-be"), "utf-16"),
        (LIST.encode("utf-16-le"), "utf-16-le"),
        (LIST.encode("utf-16-be"), "utf-16-be"),
        (LIST.encode("cp1252"), "cp1252"),
        (LIST.replace("é", "\x81").encode("latin-1"), "latin-1"),
    ],
)
def test_every_encoding_is_found_and_a_guessed_one_is_said(tmp_path: Path, body: bytes, encoding: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(body)
    read = open_foreign(path)
    assert (read.encoding, read.kind) == (encoding, ImportKind.ENGAGEMENTS)
    assert clients(read)[0] == "Müller & Söhne GmbH"
    guessed = [remark.params["encoding"] for remark in read.remarks if remark.code == "import.remark.encoding"]
    assert guessed == ([encoding] if encoding in ("cp1252", "latin-1") else [])


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(LIST.replace(";", delimiter).encode())
    read = open_foreign(path)
    assert read.delimiter == delimiter
    assert len(read.rows) == 2


def test_a_delimiter_within_quotes_does_not_mislead(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('Client,Title,Codes\n"A; B; C; D","x; y; z","1; 2; 3"\n"E; F; G; H","x; y; z","4;5;6;7"\n')
    read = open_foreign(path)
    assert read.delimiter == ","
    assert clients(read) == ["A; B; C; D", "E; F; G; H"]


def test_the_line_that_excel_wants_for_its_delimiter_is_heeded(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("sep=|\nClient|Title|Codes\nA|B|C\n")
    read = open_foreign(path)
    assert (read.delimiter, read.header_line, [row.line for row in read.rows]) == ("|", 2, [3])


def test_titles_and_blank_lines_above_the_header_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Engagement list,,\nas at,2026-11-22,\n\n,,\nClient,Title,Codes\nA,B,C\n\n,,\nD,E,F\n")
    read = open_foreign(path)
    assert read.header_line == 5
    assert [row.line for row in read.rows] == [6, 9]


def test_short_rows_come_in_and_repeated_headers_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Client,Title,Codes,Phase\nA,B\nClient,Title,Codes,Phase\nC,D,1,interim\n")
    read = open_foreign(path)
    assert [row.line for row in read.rows] == [2, 4]
    assert read.rejected == ()


def test_lines_within_quotes_count_for_the_rows_after_them(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b'Client,Title,Codes\r\nA,"one\r\ntwo",1\r\n,no client,2\r\n')
    read = open_foreign(path)
    assert [row.line for row in read.rows] == [2]
    assert [(row.line, row.code) for row in read.rejected] == [(4, "import.row.no_client")]


def test_a_stray_quote_within_a_cell_is_just_a_sign(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('Client,Title,Codes\nA,19" racks,1\nB,C,2\n')
    read = open_foreign(path)
    assert [getattr(row, "title", "") for row in read.rows] == ['19" racks', "C"]


def test_rows_without_a_line_end_at_the_end_come_in(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Client,Title\nA,B")
    assert clients(open_foreign(path)) == ["A"]
