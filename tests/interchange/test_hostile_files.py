from __future__ import annotations

import os
import struct
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from engagedesk.errors import EngageDeskError, UserError
from engagedesk.interchange.files import open_foreign
from engagedesk.interchange.limits import DEFAULT_LIMITS
from tests.interchange.foreign_files import (
    SHEET_NS,
    TOGGL,
    records,
    sheet_xml,
    text_file,
    text_row,
    toggl_row,
    workbook_parts,
    zip_file,
)

Refused = Callable[[Path], EngageDeskError]

HEADER_ROW = text_row(1, ["Client", "Title", "Codes"])
GOOD_SHEET = sheet_xml(HEADER_ROW + text_row(2, ["Harrowgate Foods plc", "Group audit", "410118-10"]))
GOOD = workbook_parts(GOOD_SHEET)


def with_doctype(doctype: str, text: str) -> str:
    body = HEADER_ROW + text_row(2, [text, "b", "c"])
    return f'<?xml version="1.0"?>{doctype}<worksheet xmlns="{SHEET_NS}"><sheetData>{body}</sheetData></worksheet>'


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BILLION_LAUGHS = with_doctype(f'<!DOCTYPE worksheet [<!ENTITY l0 "ha">{LAUGHS}]>', "&l11;")
QUADRATIC = with_doctype(f'<!DOCTYPE worksheet [<!ENTITY big "{"A" * 50_000}">]>', "&big;" * 5_000)
XXE = with_doctype('<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;")
EXTERNAL_DTD = with_doctype('<!DOCTYPE worksheet SYSTEM "http://127.0.0.1:9/evil.dtd">', "x")

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

WORKBOOKS: dict[str, tuple[dict[str, str | bytes], str]] = {
    "a part that unpacks to 1,000 times its size": (
        {**GOOD, "xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * 40_000_000},
        "import.zip.bomb",
    ),
    "a bomb in a part that nobody needs": ({**GOOD, "xl/media/a.bin": b"\x00" * 40_000_000}, "import.zip.bomb"),
    "thousands of parts": ({**GOOD, **{f"xl/p{n}.xml": "x" for n in range(2_100)}}, "import.zip.too_many_entries"),
    "a part that climbs out": ({**GOOD, "xl/../../etc/cron.d/x": "x"}, "import.zip.bad_name"),
    "a part that climbs out, the Windows way": ({**GOOD, "xl\\..\\..\\x": "x"}, "import.zip.bad_name"),
    "an absolute part": ({**GOOD, "/etc/passwd": "x"}, "import.zip.bad_name"),
    "a drive letter": ({**GOOD, "C:/x": "x"}, "import.zip.bad_name"),
    "a reserved name": ({**GOOD, "xl/NUL.xml": "x"}, "import.zip.bad_name"),
    "a name of 500 letters": ({**GOOD, "xl/" + "a" * 500: "x"}, "import.zip.bad_name"),
    "a name with a line break": ({**GOOD, "xl/a\nb": "x"}, "import.zip.bad_name"),
    "names that differ in case only": ({**GOOD, "XL/WORKBOOK.XML": "x"}, "import.zip.duplicate_name"),
    "an archive inside": ({**GOOD, "xl/inner.zip": "x"}, "import.zip.nested"),
    "billion laughs in the sheet": ({**GOOD, "xl/worksheets/sheet1.xml": BILLION_LAUGHS}, "import.file.unsafe_xml"),
    "one long entity often": ({**GOOD, "xl/worksheets/sheet1.xml": QUADRATIC}, "import.file.unsafe_xml"),
    "an external entity": ({**GOOD, "xl/worksheets/sheet1.xml": XXE}, "import.file.unsafe_xml"),
    "an external DTD": ({**GOOD, "xl/worksheets/sheet1.xml": EXTERNAL_DTD}, "import.file.unsafe_xml"),
    "billion laughs in the workbook": ({**GOOD, "xl/workbook.xml": BILLION_LAUGHS}, "import.file.unsafe_xml"),
    "billion laughs in the relations": ({**GOOD, "_rels/.rels": BILLION_LAUGHS}, "import.file.unsafe_xml"),
    "billion laughs in the strings": (
        {**workbook_parts(GOOD_SHEET, shared_xml=BILLION_LAUGHS)},
        "import.file.unsafe_xml",
    ),
    "billion laughs in the styles": (
        {**workbook_parts(GOOD_SHEET, styles_xml=BILLION_LAUGHS)},
        "import.file.unsafe_xml",
    ),
    "a cell in column XFD": (
        {**workbook_parts(sheet_xml(HEADER_ROW + '<row r="2"><c r="XFD2"><v>1</v></c></row>'))},
        "import.file.too_wide",
    ),
    "a column that cannot be": (
        {**workbook_parts(sheet_xml(HEADER_ROW + '<row r="2"><c r="ZZZZZZZZ2"><v>1</v></c></row>'))},
        "import.file.damaged",
    ),
    "a string that is not there": (
        {**workbook_parts(sheet_xml(HEADER_ROW + '<row r="2"><c r="A2" t="s"><v>x</v></c></row>'))},
        "import.file.damaged",
    ),
    "XML cut short": ({**GOOD, "xl/worksheets/sheet1.xml": GOOD_SHEET[:-30]}, "import.file.damaged"),
    "elements nested a million deep": (
        {**GOOD, "xl/worksheets/sheet1.xml": "<worksheet>" + "".join(f"<a{n}>" for n in range(300_000))},
        "import.file.damaged",
    ),
    "no workbook inside": (
        {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"},
        "import.file.not_a_workbook",
    ),
    "an OpenDocument sheet": (
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"},
        "import.file.wrong_kind",
    ),
    "a binary workbook": ({"[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x"}, "import.file.wrong_kind"),
    "no sheet": ({**GOOD, "xl/_rels/workbook.xml.rels": "<Relationships/>"}, "import.file.no_sheet"),
    "an empty sheet": ({**workbook_parts(sheet_xml(""))}, "import.file.empty"),
}


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_hostile_workbook_is_refused_in_words(name: str, tmp_path: Path, refused: Refused) -> None:
    parts, code = WORKBOOKS[name]
    assert refused(zip_file(tmp_path / "book.xlsx", parts)).code == code


def test_the_good_workbook_that_they_are_made_of_is_read(tmp_path: Path) -> None:
    assert len(open_foreign(zip_file(tmp_path / "book.xlsx", GOOD)).rows) == 1


def test_two_parts_of_one_name_are_refused(tmp_path: Path, refused: Refused) -> None:
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, body in GOOD.items():
            archive.writestr(name, body)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("xl/workbook.xml", GOOD["xl/workbook.xml"])
    assert refused(path).code == "import.zip.duplicate_name"


def test_an_encrypted_part_is_refused(tmp_path: Path, refused: Refused) -> None:
    path = zip_file(tmp_path / "book.xlsx", GOOD)
    body = bytearray(path.read_bytes())
    at = body.index(b"PK\x01\x02")
    body[at + 8] |= 1
    path.write_bytes(body)
    assert refused(path).code == "import.file.password"


def test_a_directory_of_a_million_records_is_refused_before_it_is_read(tmp_path: Path, refused: Refused) -> None:
    record = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", *([0] * 6), 0, 0, 0, 1, *([0] * 4), 0, 0) + b"a"
    directory = record * 400_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 5, 5, len(directory), 4, 0)
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"PK\x03\x04" + directory + end)
    assert refused(path).code == "import.zip.too_many_entries"


def test_a_part_that_lies_about_its_size_is_refused(tmp_path: Path, refused: Refused) -> None:
    path = zip_file(tmp_path / "book.xlsx", {**GOOD, "xl/worksheets/sheet1.xml": GOOD_SHEET + " " * 900_000})
    body = bytearray(path.read_bytes())
    at = body.rindex(b"xl/worksheets/sheet1.xml") - 46
    assert body[at : at + 4] == b"PK\x01\x02"
    struct.pack_into("<L", body, at + 24, 500)
    path.write_bytes(body)
    assert refused(path).code == "import.file.damaged"


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("a.xlsx", b"", "import.file.empty"),
        ("a.csv", b"", "import.file.empty"),
        ("a.csv", b"\n\n\n", "import.file.empty"),
        ("a.xlsx", b"%PDF-1.7 ...", "import.file.wrong_kind"),
        ("a.csv", b"%PDF-1.7 ...", "import.file.wrong_kind"),
        ("a.xlsx", OLE + b"\x00" * 600, "import.file.old_excel"),
        ("a.xls", OLE + b"\x00" * 600, "import.file.old_excel"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "import.file.password"),
        ("a.xlsx", b"Client,Title\nA,B\n", "import.file.not_a_workbook"),
        ("a.xlsx", b"PK\x03\x04 and no more", "import.zip.damaged"),
        ("a.xlsx", b"PK\x05\x06" + b"\x00" * 18, "import.file.not_a_workbook"),
        ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>", "import.file.wrong_kind"),
        ("a.csv", bytes(range(1, 9)) * 200, "import.file.not_text"),
        ("a.csv", b"just one column\n1\n2\n", "import.file.no_header"),
    ],
)
def test_a_file_that_is_not_what_it_seems_is_refused(
    name: str, body: bytes, code: str, tmp_path: Path, refused: Refused
) -> None:
    path = tmp_path / name
    path.write_bytes(body)
    assert refused(path).code == code


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path, refused: Refused) -> None:
    assert refused(tmp_path / "none.csv").code == "import.file.missing"
    assert refused(tmp_path).code == "import.file.not_a_file"


@pytest.mark.skipif(sys.platform == "win32", reason="no FIFO there")
def test_a_fifo_does_not_hold_the_program_up(tmp_path: Path, refused: Refused) -> None:
    path = tmp_path / "pipe.csv"
    os.mkfifo(path)
    assert refused(path).code == "import.file.not_a_file"


def test_a_file_above_the_size_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    with path.open("wb") as stream:
        stream.truncate(2 << 30)
    with pytest.raises(UserError) as caught:
        open_foreign(path)
    assert caught.value.code == "import.file.too_large"


def test_strings_used_a_million_times_do_not_fill_the_memory(tmp_path: Path) -> None:
    row = "".join(f'<c r="{c}{{0}}" t="s"><v>0</v></c>' for c in "ABCDEFGHIJ")
    rows = "".join(f'<row r="{n}">{row.format(n)}</row>' for n in range(2, 40_000))
    parts = workbook_parts(
        sheet_xml(HEADER_ROW + rows), shared_xml=f'<sst xmlns="{SHEET_NS}"><si><t>{"A" * 30_000}</t></si></sst>'
    )
    with pytest.raises(UserError) as caught:
        open_foreign(zip_file(tmp_path / "b.xlsx", parts), limits=replace(DEFAULT_LIMITS, output_bytes=20 << 20))
    assert caught.value.code == "import.file.too_much"


def test_cells_far_down_and_far_right_without_content_cost_nothing(tmp_path: Path) -> None:
    body = HEADER_ROW + '<row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c><c r="B2" t="inlineStr"><is><t>B</t>'
    body += '</is></c><c r="XFD2" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>'
    read = open_foreign(zip_file(tmp_path / "b.xlsx", workbook_parts(sheet_xml(body))))
    assert [row.line for row in read.rows] == [2]


def test_megabytes_without_a_row_count_as_no_progress(tmp_path: Path) -> None:
    body = HEADER_ROW + '<row r="2">' + '<c r="A2"/>' * 4_000_000 + "</row>"
    path = zip_file(tmp_path / "b.xlsx", workbook_parts(sheet_xml(body)))
    with pytest.raises(UserError) as caught:
        open_foreign(path, limits=replace(DEFAULT_LIMITS, unpacked_ratio=10_000, stall_s=0.4))
    assert caught.value.code == "import.child.too_slow"


def test_a_million_formatted_empty_rows_end_the_sheet_and_that_is_said(tmp_path: Path) -> None:
    blank = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(3, 60_000))
    rows = HEADER_ROW + text_row(2, ["A", "B", "C"]) + blank + text_row(60_000, ["D", "E", "F"])
    read = open_foreign(zip_file(tmp_path / "b.xlsx", workbook_parts(sheet_xml(rows))))
    assert [row.line for row in read.rows] == [2]
    assert [(remark.line, remark.code) for remark in read.remarks] == [(2, "import.remark.blank_tail")]


def test_rows_that_cannot_be_read_are_cut_at_the_same_bound(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(toggl_bytes(PLAIN) + b"\n\x00,a,b" * 50_000)
    read = open_foreign(path, limits=replace(DEFAULT_LIMITS, rows=100))
    assert (len(read.rows), len(read.rejected), read.cut_at) == (1, 100, 103)


def toggl_bytes(*rows: dict[str, str]) -> bytes:
    lines = [",".join(TOGGL), *(",".join(values) for values in records(TOGGL, *rows))]
    return "\r\n".join(lines).encode()


PLAIN = toggl_row(Description="plain")


def test_a_nul_byte_rejects_its_row_only(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(toggl_bytes(PLAIN, toggl_row(Description="a\x00b"), PLAIN))
    read = open_foreign(path)
    assert [row.line for row in read.rows] == [2, 4]
    assert [(row.line, row.code) for row in read.rejected] == [(3, "import.row.nul")]


def test_lone_carriage_returns_end_lines(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(toggl_bytes(PLAIN, PLAIN).replace(b"\r\n", b"\r"))
    assert [row.line for row in open_foreign(path).rows] == [2, 3]


def test_a_field_of_ten_megabytes_rejects_its_row_only(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(toggl_bytes(PLAIN, toggl_row(Description="x" * 10_000_000), PLAIN))
    read = open_foreign(path)
    assert [row.line for row in read.rows] == [2, 4]
    assert [(row.line, row.code) for row in read.rejected] == [(3, "import.row.too_long")]


def test_a_name_of_100000_letters_rejects_its_row_only(tmp_path: Path) -> None:
    rows = records(TOGGL, PLAIN, toggl_row(Client="n" * 100_000), PLAIN)
    read = open_foreign(text_file(tmp_path / "t.csv", TOGGL, rows))
    assert [row.line for row in read.rows] == [2, 4]
    assert [row.code for row in read.rejected] == ["import.row.too_long"]


def test_an_open_quote_rejects_its_line_and_the_rest_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(toggl_bytes(PLAIN, toggl_row(Description='"open'), *[PLAIN] * 700))
    read = open_foreign(path)
    assert len(read.rows) == 701
    assert [(row.line, row.code) for row in read.rejected] == [(3, "import.row.open_quote")]


def test_a_file_full_of_open_quotes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(toggl_bytes(*[toggl_row(Description='"open'), *[PLAIN] * 20] * 60))
    with pytest.raises(UserError) as caught:
        open_foreign(path, limits=replace(DEFAULT_LIMITS, record_lines=10))
    assert caught.value.code == "import.file.broken_quotes"


def test_a_million_rows_are_cut_and_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    line = b"\r\n" + ",".join(records(TOGGL, PLAIN)[0]).encode()
    path.write_bytes(toggl_bytes() + line * 1_000_000)
    read = open_foreign(path, limits=replace(DEFAULT_LIMITS, rows=1_000))
    assert len(read.rows) == 999
    assert read.cut_at == 1001
    assert [remark.code for remark in read.remarks] == ["import.remark.cut"]


def test_a_row_that_a_stray_delimiter_has_shifted_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(toggl_bytes(toggl_row(Client="Smith, Jones, and Co", Tags="x"), PLAIN))
    read = open_foreign(path)
    assert [row.line for row in read.rows] == [3]
    assert [row.line for row in read.rejected] == [2]


def test_direction_marks_are_taken_out_of_names(tmp_path: Path) -> None:
    rows = records(TOGGL, toggl_row(Client="\u202eslx.tnuocca\u202c\u200b"))
    read = open_foreign(text_file(tmp_path / "t.csv", TOGGL, rows))
    assert [getattr(row, "client", "") for row in read.rows] == ["slx.tnuocca"]
