"""A short document as values, and what it becomes: Markdown, a page in a window, a PDF.

What a person typed is text here, never markup: each form escapes it in its own way.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from engagedesk.ui.theme.tokens import LIGHT

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~])")
_AT_START: Final = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")
_ISOLATES: Final = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
"""They keep a date's own direction on a page; in a text file some programs show them as boxes."""
_DPI: Final = 96
_FAMILY: Final = "Inter"


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 2
    """1 is the document's own."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    quiet: bool = False
    """Said beside the matter: dates, sources."""


@dataclass(frozen=True, slots=True)
class Bullets:
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """``numbers`` are columns that align at their end. Without a ``head`` it is no wider than what it says."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()
    total: tuple[str, ...] = ()
    """A last row with the sums of those above."""
    widths: tuple[int, ...] = ()
    """Of the columns on paper, in percent; () = as their words need."""

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """Return all rows below the head."""
        return (*self.rows, self.total) if self.total else self.rows


Block = Heading | Paragraph | Bullets | Table


@dataclass(frozen=True, slots=True)
class Document:
    title: str
    blocks: tuple[Block, ...]


def markdown(document: Document) -> str:
    """Return the document as Markdown (CommonMark with tables), ending in a line feed."""
    parts = [f"# {_plain(document.title)}"]
    for block in document.blocks:
        match block:
            case Heading(text, level):
                parts.append(f"{'#' * level} {_plain(text)}")
            case Paragraph(text, quiet):
                parts.append(f"*{_plain(text)}*" if quiet and text else _plain(text))
            case Bullets(lines):
                parts.append("\n".join(f"- {_plain(line)}" for line in lines))
            case Table():
                # Markdown knows no table without a head.
                head = block.head or ("",) * max(map(len, block.lines), default=0)
                rule = ["---:" if n in block.numbers else "---" for n in range(len(head))]
                cells = [[_plain(cell) for cell in line] for line in (head, *block.lines)]
                cells.insert(1, rule)
                parts.append("\n".join("| " + " | ".join(line) + " |" for line in cells))
    return "\n\n".join(parts) + "\n"


def page(document: Document) -> str:
    """Return the document as the HTML that Qt's rich text knows."""
    body = f"<h1>{_escaped(document.title)}</h1>" + "".join(_html(block) for block in document.blocks)
    if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        return f'<body dir="rtl">{body}</body>'
    return body


def write_document(document: Document, path: Path) -> Path:
    """Write the document as what the file's ending says: ``.md`` Markdown, else PDF. Any thread; ``OSError``.

    A file of that name is replaced only once the new one is whole.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        if path.suffix == ".md":
            part.write_text(markdown(document), encoding="utf-8", newline="\n")
        else:
            part.write_bytes(pdf(document))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path


def pdf(document: Document) -> bytes:
    """Return the document as PDF on A4, pages numbered. Any thread."""
    held = QBuffer()
    held.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)
    writer.setTitle(document.title)
    writer.setCreator("EngageDesk")
    margins = QMarginsF(18, 18, 18, 18)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
        )
    )
    writer.setResolution(_DPI * 4)
    painter = QPainter(writer)
    scale = writer.resolution() / _DPI
    painter.scale(scale, scale)
    wide, high = writer.width() / scale, writer.height() / scale
    foot = 28.0
    body = laid_out(document, QSizeF(wide, high - foot))
    for number in range(body.pageCount()):
        if number:
            writer.newPage()
        painter.save()
        top = number * (high - foot)
        painter.translate(0, -top)
        body.drawContents(painter, QRectF(0, top, wide, high - foot))
        painter.restore()
        painter.setFont(_font(11))
        painter.setPen(LIGHT.third)
        said = f"{number + 1} / {body.pageCount()}"
        painter.drawText(QRectF(0, high - 16, wide, 16), int(Qt.AlignmentFlag.AlignRight), said)
        painter.drawText(QRectF(0, high - 16, wide - 60, 16), int(Qt.AlignmentFlag.AlignLeft), document.title)
    painter.end()
    return bytes(held.data().data())


def laid_out(document: Document, size: QSizeF) -> QTextDocument:
    """Return the document on pages of a size in px, headings with what they head."""
    body = QTextDocument()
    body.setDefaultFont(_font())
    body.setDefaultStyleSheet(_SHEET)
    body.setIndentWidth(INDENT_PX)
    body.setHtml(page(document))
    body.setPageSize(size)
    _keep_headings(body, size.height())
    return body


def _keep_headings(body: QTextDocument, page_px: float) -> None:
    """Begin a new page before a heading that would stand alone at the foot of one: Qt itself keeps nothing together."""
    body.pageCount()  # lays out everything
    block = body.begin()
    while block.isValid():
        following = block.next()
        while following.isValid() and following.blockFormat().headingLevel() > 0:
            following = following.next()
        if block.blockFormat().headingLevel() > 1 and following.isValid():
            # A block's rectangle stays on the page where it begins; a line that had no room there is on the next.
            here, there = (first_line_y(one) // page_px for one in (block, following))
            if there > here:
                begins = block.blockFormat()
                begins.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(block).setBlockFormat(begins)
        block = block.next()


def first_line_y(block: QTextBlock) -> float:
    """Return where a block's first line stands, from the first page's top on."""
    return block.layout().position().y() + block.layout().lineAt(0).y()


def _font(pixels: int = 13) -> QFont:
    made = QFont(_FAMILY)
    # Qt names no letter for what contextual forms put in a dash's place: it could be neither found nor copied.
    made.setFeature(QFont.Tag.fromString("calt"), 0)
    made.setPixelSize(pixels)
    return made


INDENT_PX: Final = 14.0
"""Lists stand near the edge, as the lines above them do."""
_SHEET: Final = f"""
h1 {{ font-size: 20px; font-weight: 600; color: {LIGHT.text}; margin: 0 0 4px 0; }}
h2 {{ font-size: 15px; font-weight: 600; color: {LIGHT.text}; margin: 18px 0 4px 0; }}
h3 {{ font-size: 13px; font-weight: 600; color: {LIGHT.second}; margin: 12px 0 2px 0; }}
ul {{ margin: 2px 0 0 0; }}
li {{ margin: 0 0 3px 0; }}
p, li, td {{ font-size: 13px; color: {LIGHT.text}; }}
p.quiet {{ color: {LIGHT.third}; font-size: 12px; }}
th {{ font-size: 12px; font-weight: 500; color: {LIGHT.third}; }}
"""


def sheet_for(text: str, second: str, third: str) -> str:
    """Return the style sheet of a page in the window, in a theme's colours of text."""
    return _SHEET.replace(LIGHT.text, text).replace(LIGHT.second, second).replace(LIGHT.third, third)


def _html(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"<h{level}>{_escaped(text)}</h{level}>"
        case Paragraph(text, quiet):
            tag = '<p class="quiet">' if quiet else "<p>"
            return f"{tag}{_escaped(text)}</p>"
        case Bullets(lines):
            return "<ul>" + "".join(f"<li>{_escaped(line)}</li>" for line in lines) + "</ul>"
        case Table():
            return _table(block)


def _table(table: Table) -> str:
    def line(cells: Sequence[str], tag: str, *, widths: Sequence[int] = (), strength: str = "") -> str:
        places = ("right" if n in table.numbers else "left" for n in range(len(cells)))
        wide = (f' width="{width}%"' for width in widths) if widths else ("" for _ in cells)
        inner = "".join(
            f'<{tag} align="{place}"{width}{strength}>{_escaped(cell)}</{tag}>'
            for place, width, cell in zip(places, wide, cells, strict=True)
        )
        return f"<tr>{inner}</tr>"

    head = line(table.head, "th", widths=table.widths) if table.head else ""
    inner = head + "".join(line(row, "td") for row in table.rows)
    if table.total:
        inner += line(table.total, "td", strength=' style="font-weight: 600"')
    width = 'width="100%" ' if table.head else ""
    return f'<table {width}cellspacing="0" cellpadding="3" style="margin-top: 6px">{inner}</table>'


def _escaped(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


def _plain(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    one = " ".join(text.translate(_ISOLATES).split())
    return _AT_START.sub(r"\1\\\2\3", _SPECIAL.sub(r"\\\1", one))
