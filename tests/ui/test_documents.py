"""Short documents: what a person typed is text in every form."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from pytestqt.qtbot import QtBot

from engagedesk.ui.documents import (
    Bullets,
    Document,
    Heading,
    Paragraph,
    Table,
    first_line_y,
    laid_out,
    markdown,
    page,
    write_document,
)
from engagedesk.ui.theme import ThemeSwitch

HOSTILE = "<b>*bold*</b> | [link](x) `code` # _one_ \\ &amp; ~"
DOCUMENT = Document(
    "Progress",
    (
        Paragraph("Made today.", quiet=True),
        Heading("Northgate"),
        Bullets(("EQR notes", HOSTILE)),
        Table(("", "Hours"), (("Budget", "2,600"), (HOSTILE, "90")), frozenset({1})),
    ),
)


def test_markdown_has_its_headings_lists_and_tables() -> None:
    lines = markdown(DOCUMENT).splitlines()
    assert lines[:5] == ["# Progress", "", "*Made today.*", "", "## Northgate"]
    assert "- EQR notes" in lines
    assert lines[-4:-1] == ["|  | Hours |", "| --- | ---: |", "| Budget | 2,600 |"]


def test_a_table_may_have_no_head_and_may_end_with_its_total() -> None:
    facts = Table((), (("Budget", "10"),))
    sums = Table(("Cause", "Hours"), (("Scope", "3"),), frozenset({1}), total=("Total", "3"), widths=(70, 30))
    document = Document("Title", (facts, sums))
    assert markdown(document).splitlines()[2:] == [
        "|  |  |", "| --- | --- |", "| Budget | 10 |", "",
        "| Cause | Hours |", "| --- | ---: |", "| Scope | 3 |", "| Total | 3 |",
    ]  # fmt: skip
    shown = page(document)
    assert '<th align="right" width="30%">Hours</th>' in shown
    assert '<td align="left" style="font-weight: 600">Total</td>' in shown


def test_a_page_mirrors_where_the_window_does(qtbot: QtBot) -> None:
    del qtbot
    before = QGuiApplication.layoutDirection()
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert page(DOCUMENT).startswith('<body dir="rtl">')
    finally:
        QGuiApplication.setLayoutDirection(before)


def test_markup_that_was_typed_stays_text(theme: ThemeSwitch) -> None:
    assert "\\<b\\>\\*bold\\*" in markdown(DOCUMENT)
    assert "\\|" in markdown(DOCUMENT), "a bar would be one more cell"
    shown = QTextDocument()
    shown.setHtml(page(DOCUMENT))
    assert HOSTILE in shown.toPlainText()


@given(st.text(max_size=60))
def test_any_text_stays_on_its_line_of_markdown(text: str) -> None:
    made = markdown(Document("Title", (Bullets((text,)),)))
    assert len(made.rstrip("\n").split("\n")) == 3


def test_a_line_that_looks_like_a_list_is_none() -> None:
    assert markdown(Document("T", (Paragraph("1. not a list"), Paragraph("- nor this")))).splitlines()[2:] == [
        "\\1. not a list",
        "",
        "\\- nor this",
    ]


def test_a_pdf_has_as_many_pages_as_it_needs(theme: ThemeSwitch, tmp_path: Path) -> None:
    long = Document("Long", tuple(Paragraph(f"Line {number}") for number in range(200)))
    short, many = write_document(DOCUMENT, tmp_path / "short.pdf"), write_document(long, tmp_path / "long.pdf")
    assert short.read_bytes().startswith(b"%PDF-")
    assert pages(short) == 1
    assert pages(many) > 3
    assert [path.name for path in tmp_path.iterdir()] != []
    assert not list(tmp_path.glob(".*")), "nothing half-written stays"


@pytest.mark.parametrize("lines", range(20, 40))
def test_no_heading_stands_alone_at_the_foot_of_a_page(theme: ThemeSwitch, lines: int) -> None:
    fill = tuple(Paragraph(f"Line {number}") for number in range(lines))
    text = Document("T", (*fill, Heading("Heading"), Heading("Second", 3), Paragraph("Below"), Paragraph("Last")))
    body = laid_out(text, QSizeF(650, 1000))
    pages_of = {}
    block = body.begin()
    while block.isValid():
        pages_of[block.text()] = first_line_y(block) // 1000
        block = block.next()
    assert pages_of["Heading"] == pages_of["Second"] == pages_of["Below"]


def test_a_file_that_cannot_be_written_leaves_the_earlier_one(theme: ThemeSwitch, tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"report"):
        write_document(DOCUMENT, tmp_path / "missing" / "report.pdf")
    with pytest.raises(OSError, match=r"report"):
        write_document(DOCUMENT, tmp_path / "missing" / "report.md")


def test_markdown_is_written_as_it_is_shown(tmp_path: Path) -> None:
    path = write_document(DOCUMENT, tmp_path / "report.md")
    assert path.read_text(encoding="utf-8") == markdown(DOCUMENT)


def pages(path: Path) -> int:
    return path.read_bytes().count(b"/Type /Page\n")
