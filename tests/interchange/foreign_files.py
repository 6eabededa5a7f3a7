"""Build foreign files as the products write them, and as nobody should."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

TOGGL: Final = next(
    csv.reader(
        ["User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags"]
    )
)
CLOCKIFY: Final = next(
    csv.reader(
        [
            "Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,End Time,"
            "Duration (h),Duration (decimal),Billable Rate (GBP),Billable Amount (GBP)"
        ]
    )
)
HARVEST: Final = next(
    csv.reader(
        [
            "Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,Invoiced?,First Name,Last Name,Roles,"
            "Employee?,Billable Rate,Billable Amount,Cost Rate,Cost Amount,Currency,External Reference URL"
        ]
    )
)

SHEET_NS: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOC_REL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_REL: Final = "http://schemas.openxmlformats.org/package/2006/relationships"


def text_file(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], *, delimiter: str = ",") -> Path:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    path.write_bytes(buffer.getvalue().encode("utf-8"))
    return path


def records(header: Sequence[str], *rows: Mapping[str, str]) -> list[list[str]]:
    """Return rows in the header's order; columns that are not given stay empty."""
    for row in rows:
        assert set(row) <= set(header), set(row) - set(header)
    return [[row.get(name, "") for name in header] for row in rows]


def toggl_row(**changes: str) -> dict[str, str]:
    return {
        "User": "Ada Marsh",
        "Email": "ada@firm.example",
        "Client": "Harrowgate Foods plc",
        "Project": "Group audit",
        "Description": "Walkthroughs, sales cycle",
        "Billable": "Yes",
        "Start date": "2026-11-16",
        "Start time": "09:00:00",
        "End date": "2026-11-16",
        "End time": "11:15:00",
        "Duration": "02:15:00",
        **{key.replace("_", " "): value for key, value in changes.items()},
    }


def clockify_row(date: str, start: str, end: str, *, duration: str = "01:30:00", end_date: str = "") -> dict[str, str]:
    return {
        "Project": "Group audit",
        "Client": "Harrowgate Foods plc",
        "Description": "Stock count",
        "User": "Ada Marsh",
        "Email": "ada@firm.example",
        "Billable": "Yes",
        "Start Date": date,
        "Start Time": start,
        "End Date": end_date or date,
        "End Time": end,
        "Duration (h)": duration,
        "Duration (decimal)": "1.50",
    }


def harvest_row(date: str, hours: str, *, notes: str = "PBC follow-up") -> dict[str, str]:
    return {
        "Date": date,
        "Client": "Lanternbank",
        "Project": "ISAE 3402",
        "Project Code": "520044-01",
        "Task": "Testing",
        "Notes": notes,
        "Hours": hours,
        "Billable?": "Yes",
        "Invoiced?": "No",
        "First Name": "Ada",
        "Last Name": "Marsh",
        "Currency": "British Pound - GBP",
    }


def workbook_parts(
    sheet_xml: str,
    *,
    shared_xml: str | None = None,
    styles_xml: str | None = None,
    date1904: bool = False,
    more_sheets: Sequence[tuple[str, str, str]] = (),
    title: str = "Sheet1",
) -> dict[str, str]:
    """Return a workbook's parts; ``more_sheets`` are (name, state, sheet XML) after the first."""
    sheets = [(title, "visible", sheet_xml), *more_sheets]
    rels = "".join(
        f'<Relationship Id="rId{n}" Type="{DOC_REL}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    if shared_xml is not None:
        rels += f'<Relationship Id="rIdS" Type="{DOC_REL}/sharedStrings" Target="sharedStrings.xml"/>'
    if styles_xml is not None:
        rels += f'<Relationship Id="rIdT" Type="{DOC_REL}/styles" Target="styles.xml"/>'
    names = "".join(
        f'<sheet name="{name}" sheetId="{n}" state="{state}" r:id="rId{n}"/>'
        for n, (name, state, _) in enumerate(sheets, 1)
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE_REL}"><Relationship Id="r1" Type="{DOC_REL}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SHEET_NS}" xmlns:r="{DOC_REL}">'
        f'<workbookPr date1904="{int(date1904)}"/><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE_REL}">{rels}</Relationships>',
    }
    for n, (_, _, xml) in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{n}.xml"] = xml
    if shared_xml is not None:
        parts["xl/sharedStrings.xml"] = shared_xml
    if styles_xml is not None:
        parts["xl/styles.xml"] = styles_xml
    return parts


def sheet_xml(body: str) -> str:
    return f'<worksheet xmlns="{SHEET_NS}"><sheetData>{body}</sheetData></worksheet>'


def text_row(number: int, cells: Sequence[str]) -> str:
    inner = "".join(
        f'<c r="{chr(65 + i)}{number}" t="inlineStr"><is><t>{cell}</t></is></c>' for i, cell in enumerate(cells)
    )
    return f'<row r="{number}">{inner}</row>'


def zip_file(path: Path, parts: Mapping[str, str | bytes], *, stored: bool = False) -> Path:
    how = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return path


def workbook_file(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]], *, sheet: str = "List") -> Path:
    """Write a workbook as a spreadsheet program would, dates as dates."""
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    page.append(list(header))
    for row in rows:
        page.append(list(row))
    book.save(path)
    book.close()
    return path
