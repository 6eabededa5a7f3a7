from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from engagedesk.errors import UserError
from engagedesk.interchange.files import open_foreign, read_cells
from engagedesk.interchange.mapping import ImportMapping
from engagedesk.interchange.rows import EngagementImportRow, ImportKind, RecordedImportRow
from engagedesk.interchange.xlsx_reader import column_index, format_class, serial_moment
from tests.interchange.foreign_files import SHEET_NS, sheet_xml, text_row, workbook_file, workbook_parts, zip_file

STYLES = (
    f'<styleSheet xmlns="{SHEET_NS}"><numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>'
)
wall = datetime.fromisoformat
RECORDED = text_row(1, ["Person", "Code", "Date", "Hours"])

AS_RECORDED = ImportMapping(
    name="r",
    kind=ImportKind.RECORDED,
    columns=(("Person", "person"), ("Code", "code"), ("Date", "day"), ("Hours", "duration")),
)


def recorded_row(number: int, serial: str, hours: str, *, hours_style: int = 0) -> str:
    return (
        f'<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>Ada</t></is></c>'
        f'<c r="B{number}"><v>410118</v></c><c r="C{number}" s="1"><v>{serial}</v></c>'
        f'<c r="D{number}" s="{hours_style}"><v>{hours}</v></c></row>'
    )


def recorded(path: Path) -> list[RecordedImportRow]:
    return [row for row in open_foreign(path).rows if isinstance(row, RecordedImportRow)]


def test_a_workbook_from_a_spreadsheet_program_is_read(tmp_path: Path) -> None:
    header = [
        "Client",
        "Title",
        "Service line",
        "Fee",
        "Currency",
        "Period end",
        "Start",
        "State",
        "Codes",
        "Budget hours",
    ]
    rows: list[list[object]] = [
        [
            "Harrowgate",
            "Group audit",
            "Audit",
            640000,
            "GBP",
            date(2026, 12, 31),
            wall("2026-03-01"),
            "Live",
            410118,
            4100,
        ],
        [None, None, None, None, None, None, None, None, None, None],
        ["Pellworth GmbH", "Component", "Prüfung", 70000.5, "EUR", None, None, None, "410305-01, 410305-02", 480.25],
    ]
    read = open_foreign(workbook_file(tmp_path / "list.xlsx", header, rows))
    assert (read.kind, read.sheet, read.columns) == (ImportKind.ENGAGEMENTS, "List", tuple(header))
    first, second = read.rows
    assert isinstance(first, EngagementImportRow)
    assert isinstance(second, EngagementImportRow)
    assert (first.fee_minor, first.currency, first.budget_seconds) == (64_000_000, "GBP", 4100 * 3600)
    assert (first.period_end, first.starts_on, first.codes) == (date(2026, 12, 31), date(2026, 3, 1), ("410118",))
    assert (first.service_line, first.state) == ("audit", "active")
    assert (second.line, second.fee_minor, second.codes) == (4, 7_000_050, ("410305-01", "410305-02"))
    assert (second.service_line, second.budget_seconds) == ("audit", 1_728_900)


def test_times_durations_and_booleans_of_a_workbook_keep_their_kind(tmp_path: Path) -> None:
    path = workbook_file(
        tmp_path / "b.xlsx",
        ["A", "B", "C", "D", "E"],
        [[time(9, 30), timedelta(hours=30), wall("2026-11-16T09:30:15"), True, 1.25]],
    )
    [_, (line, cells)] = read_cells(path).rows
    assert line == 2
    assert cells == (
        timedelta(hours=9.5),
        timedelta(hours=30),
        wall("2026-11-16T09:30:15"),
        True,
        1.25,
    )


def test_formulas_count_by_their_stored_value_and_are_never_run(tmp_path: Path) -> None:
    row = text_row(2, ["Ada", "410118", "2026-11-16"]).removesuffix("</row>")
    row += '<c r="D2"><f>1+1</f><v>1.5</v></c></row>'
    bare = text_row(3, ["Ada", "410118", "2026-11-16"]).removesuffix("</row>") + '<c r="D3"><f>1+1</f></c></row>'
    failed = (
        text_row(4, ["Ada", "1", "2026-11-16"]).removesuffix("</row>")
        + '<c r="D4" t="e"><f>x</f><v>#REF!</v></c></row>'
    )
    read = open_foreign(
        zip_file(tmp_path / "b.xlsx", workbook_parts(sheet_xml(RECORDED + row + bare + failed))), mapping=AS_RECORDED
    )
    assert [(row.line, getattr(row, "seconds", 0)) for row in read.rows] == [(2, 5400)]
    assert [(row.line, row.code) for row in read.rejected] == [
        (3, "import.row.no_duration"),
        (4, "import.row.bad_duration"),
    ]


def test_dates_counted_from_1904_are_read_as_what_they_show(tmp_path: Path) -> None:
    body = sheet_xml(RECORDED + recorded_row(2, "44880", "2"))
    path = zip_file(tmp_path / "b.xlsx", workbook_parts(body, styles_xml=STYLES, date1904=True))
    [row] = recorded(path)
    assert (row.work_date, row.code, row.seconds) == (date(2026, 11, 16), "410118", 7200)


def test_elapsed_hours_are_durations(tmp_path: Path) -> None:
    body = sheet_xml(RECORDED + recorded_row(2, "46342", "1.0625", hours_style=2))
    [row] = recorded(zip_file(tmp_path / "b.xlsx", workbook_parts(body, styles_xml=STYLES)))
    assert row.seconds == 25.5 * 3600


def test_the_sheet_whose_header_is_known_is_chosen(tmp_path: Path) -> None:
    cover = sheet_xml(text_row(1, ["Prepared by", "Somebody"]) + text_row(2, ["On", "Monday"]))
    data = sheet_xml(RECORDED + recorded_row(2, "46342", "1"))
    parts = workbook_parts(
        cover, more_sheets=[("Lookup", "hidden", data), ("Data", "visible", data)], styles_xml=STYLES
    )
    path = zip_file(tmp_path / "b.xlsx", parts)
    read = open_foreign(path)
    assert (read.sheet, read.sheets, len(read.rows)) == ("Data", ("Sheet1", "Lookup", "Data"), 1)
    assert read_cells(path, sheet="lookup").sheet == "Lookup"
    with pytest.raises(UserError) as caught:
        read_cells(path, sheet="None")
    assert caught.value.code == "import.file.no_such_sheet"


def test_a_merged_title_above_the_header_is_passed_over(tmp_path: Path) -> None:
    title = '<row r="1"><c r="A1" t="inlineStr"><is><t>Team extract, all offices</t></is></c></row>'
    header = text_row(3, ["Person", "Code", "Date", "Hours"])
    body = f"<worksheet><sheetData>{title}{header}{recorded_row(4, '46342', '1')}</sheetData>"
    body += '<mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells></worksheet>'
    read = open_foreign(zip_file(tmp_path / "b.xlsx", workbook_parts(body, styles_xml=STYLES)))
    assert (read.header_line, [row.line for row in read.rows]) == (3, [4])


def test_a_note_beside_the_table_keeps_no_row_out(tmp_path: Path) -> None:
    row = recorded_row(2, "46342", "1").replace("</row>", '<c r="H2" t="inlineStr"><is><t>checked</t></is></c></row>')
    assert (
        len(recorded(zip_file(tmp_path / "b.xlsx", workbook_parts(sheet_xml(RECORDED + row), styles_xml=STYLES)))) == 1
    )


def test_rich_text_is_joined_and_its_reading_aid_left_out(tmp_path: Path) -> None:
    shared = (
        f'<sst xmlns="{SHEET_NS}"><si><r><t>Harrow</t></r><r><rPr><b/></rPr><t>gate</t></r>'
        "<rPh><t>IGNORED</t></rPh></si></sst>"
    )
    body = sheet_xml(
        text_row(1, ["Client", "Title"]) + '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>7</v></c></row>'
    )
    [row] = open_foreign(zip_file(tmp_path / "b.xlsx", workbook_parts(body, shared_xml=shared))).rows
    assert isinstance(row, EngagementImportRow)
    assert (row.client, row.title) == ("Harrowgate", "7")


def test_a_namespace_prefix_changes_nothing(tmp_path: Path) -> None:
    body = sheet_xml(text_row(1, ["Client", "Title"]) + text_row(2, ["A", "B"]))
    for tag in ("worksheet", "sheetData", "row", "c", "is", "t"):
        body = (
            body.replace(f"<{tag} ", f"<x:{tag} ").replace(f"<{tag}>", f"<x:{tag}>").replace(f"</{tag}>", f"</x:{tag}>")
        )
    body = body.replace("xmlns=", "xmlns:x=")
    assert len(open_foreign(zip_file(tmp_path / "b.xlsx", workbook_parts(body))).rows) == 1


def test_a_workbook_named_csv_is_read_all_the_same(tmp_path: Path) -> None:
    path = zip_file(
        tmp_path / "list.csv", workbook_parts(sheet_xml(text_row(1, ["Client", "Title"]) + text_row(2, ["A", "B"])))
    )
    assert len(open_foreign(path).rows) == 1


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("General", "n"),
        ("0.00", "n"),
        ("0.00E+00", "n"),
        ('#,##0 "days"', "n"),
        ("[Red]0.0", "n"),
        ("yyyy-mm-dd", "d"),
        ("dd.mm.yyyy hh:mm", "d"),
        ("mmm", "d"),
        ("[$-409]d-mmm-yy;@", "d"),
        ("h:mm AM/PM", "t"),
        ("[h]:mm:ss", "t"),
        ("[mm]:ss", "t"),
    ],
)
def test_formats_tell_dates_from_numbers(code: str, expected: str) -> None:
    assert format_class(164, {164: code}) == expected


def test_columns_and_serials_at_their_edges() -> None:
    assert [column_index(letters) for letters in ("A", "Z", "AA", "XFD")] == [0, 25, 26, 16383]
    assert serial_moment(60, date1904=False) == wall("1900-02-28")
    assert serial_moment(61, date1904=False) == wall("1900-03-01")
    assert serial_moment(1, date1904=False) == wall("1900-01-01")
    assert serial_moment(2_958_465, date1904=False) == wall("9999-12-31")
    assert serial_moment(2_958_466, date1904=False) is None
    assert serial_moment(46342.99999, date1904=False) == wall("2026-11-16T23:59:59")
