"""The plan on paper: rows with their names as a picture or as pages, by the screen's own paint routine."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from engagedesk.errors import UserError
from engagedesk.ui.format import day_full
from engagedesk.ui.theme import LIGHT, Style, draw_line, elided, px
from engagedesk.ui.timeline.painting import PlanPainter
from engagedesk.ui.timeline.scene import HEADER_PX, ROW_PX, Scene
from engagedesk.ui.timeline.tree import WIDTH_PX, paint_row
from engagedesk.ui.timeline.words import tr

TITLE_PX: Final = 44
MARGIN_PX: Final = 24
MOST_PX: Final = 30_000
"""Higher pictures cannot be kept in memory by most programs that open them."""
_PAGE_WIDTH_PX: Final = 1500
"""So many of our pixels share the width of a page."""


def write_png(scene: Scene, path: Path, *, title: str, ratio: float = 2.0) -> None:
    """Write all rows of a scene as one picture, in the light theme."""
    rows = max(1, scene.bars.rows)
    wide = px(WIDTH_PX) + scene.width + 2 * MARGIN_PX
    high = px(TITLE_PX) + px(HEADER_PX) + rows * px(ROW_PX) + 2 * MARGIN_PX
    ratio = min(ratio, MOST_PX / max(high, wide))
    image = QImage(ceil(wide * ratio), ceil(high * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    _sheet(painter, scene, QRectF(MARGIN_PX, MARGIN_PX, wide - 2 * MARGIN_PX, high - 2 * MARGIN_PX),
           title=title, first=0, rows=rows)  # fmt: skip
    painter.end()
    if not image.save(str(path), "PNG"):  # type: ignore[call-overload]
        raise UserError("file.not_written", file=path.name, why="")


def write_pdf(scene: Scene, path: Path, *, title: str) -> int:
    """Write all rows of a scene on landscape pages, in the light theme; return how many pages."""
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setCreator("EngageDesk")
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A3), QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0))
    )
    writer.setResolution(144)
    page = QSizeF(writer.width(), writer.height())
    factor = page.width() / _PAGE_WIDTH_PX
    painter = QPainter()
    if not painter.begin(writer):
        raise UserError("file.not_written", file=path.name, why="")
    painter.scale(factor, factor)
    inner = QRectF(0, 0, page.width() / factor, page.height() / factor).adjusted(
        MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX
    )
    each = max(1, int((inner.height() - px(TITLE_PX) - px(HEADER_PX)) // px(ROW_PX)))
    rows = max(1, scene.bars.rows)
    fitted = replace_width(scene, inner.width() - px(WIDTH_PX))
    pages = ceil(rows / each)
    for number in range(pages):
        if number:
            writer.newPage()
        count = min(each, rows - number * each)
        words = tr("Timeline", "{title}, page {number} of {pages}")
        head = title if pages == 1 else words.format(title=title, number=number + 1, pages=pages)
        _sheet(painter, fitted, inner, title=head, first=number * each, rows=count)
    painter.end()
    return pages


def replace_width(scene: Scene, width: float) -> Scene:
    """Return a scene that shows the same time in another width."""
    scale = scene.scale
    last = scale.civil(scene.width)
    made = type(scale).at(scale.origin, day_px=width / (last - scale.origin) * 86_400)
    return replace(scene, scale=made, width=width)


def _sheet(painter: QPainter, scene: Scene, box: QRectF, *, title: str, first: int, rows: int) -> None:
    """Paint a title, the names and the bars of some rows into a box."""
    names, row_px = px(WIDTH_PX), float(px(ROW_PX))
    sheet = replace(
        scene, tokens=LIGHT, row_px=row_px, top_px=first * row_px, height=rows * row_px, selected_row=None,
        selected_link=None, hovered_bar=None, moving=None, drawing=None, width=box.width() - names,
    )  # fmt: skip
    painter.save()
    painter.translate(box.x(), box.y())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(LIGHT.text))
    draw_line(painter, Style.SECTION, QRectF(0, 0, box.width(), px(24)), elided(Style.SECTION, title, int(box.width())))
    painter.setPen(QColor(LIGHT.second))
    as_at = tr("Timeline", "As at {day}").format(day=day_full(scene.plan.today))
    draw_line(painter, Style.CAPTION, QRectF(0, px(20), box.width(), px(18)), as_at)
    painter.translate(0, px(TITLE_PX))
    mirrored = scene.mirrored
    head = px(HEADER_PX)
    names_x = box.width() - names if mirrored else 0.0
    for place in range(rows):
        row = first + place
        if row >= len(scene.shown):
            break
        node = scene.arranged.nodes[scene.shown[row]]
        painter.save()
        cell = QRectF(names_x, head + place * row_px, names, row_px)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        below = scene.arranged.nodes[scene.shown[row + 1]] if row + 1 < len(scene.shown) else None
        opened = below is not None and below.depth > node.depth
        paint_row(painter, cell, node, LIGHT, open_=opened, ruled=row > 0, mirrored=mirrored)
        painter.restore()
    painter.fillRect(QRectF(names_x, head - 1, names, 1), QColor(LIGHT.border))
    painter.save()
    painter.translate(0 if mirrored else names, 0)
    painter.setClipRect(QRectF(0, 0, sheet.width, head + sheet.height))
    PlanPainter(painter, sheet, header_px=head).paint()
    painter.restore()
    painter.fillRect(QRectF(names_x if mirrored else names, 0, 1, head + sheet.height), QColor(LIGHT.border))
    painter.restore()
