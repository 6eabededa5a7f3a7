"""The plan on paper: rows with their names as a picture or as pages, by the screen's own paint routine."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from math import ceil
from typing import Final, TypeVar, cast

from PySide6.QtCore import QIODevice, QMarginsF, QRectF, QSizeF
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
ROWS_A_STEP: Final = 16
_PAGE_WIDTH_PX: Final = 1500
"""So many of our pixels share the width of a page."""

T = TypeVar("T")


Steps = Generator[tuple[int, int], None, T]
"""Painting in short steps, so that a window goes on between them; each says how many of how many are done.

It paints in the GUI thread: fonts and laid-out texts are that thread's, and Python that paints in another one holds up
the window more than a step of a few milliseconds does. The scene is a picture of its moment; nothing in it changes.
"""


def png_steps(scene: Scene, *, title: str, ratio: float = 2.0) -> Steps[QImage]:
    """Paint all rows of a scene as one picture, in the light theme."""
    rows, row_px = max(1, scene.bars.rows), px(ROW_PX)
    wide = px(WIDTH_PX) + scene.width + 2 * MARGIN_PX
    high = px(TITLE_PX) + px(HEADER_PX) + rows * row_px + 2 * MARGIN_PX
    ratio = min(ratio, MOST_PX / max(high, wide))
    image = QImage(ceil(wide * ratio), ceil(high * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    sheet = _Paper(scene, QRectF(MARGIN_PX, MARGIN_PX, wide - 2 * MARGIN_PX, high - 2 * MARGIN_PX))
    above, each = MARGIN_PX + px(TITLE_PX) + px(HEADER_PX), ROWS_A_STEP * row_px
    for first in range(0, rows, ROWS_A_STEP):
        painter = QPainter(image)
        # Bit by bit too: to fill a large picture takes longer than to paint it.
        top = above + first * row_px if first else 0
        painter.fillRect(QRectF(0, top, wide, above + each if first == 0 else each), QColor(LIGHT.surface))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if first == 0:
            sheet.paint_head(painter, title)
        sheet.paint_rows(painter, first, min(ROWS_A_STEP, rows - first), below=first)
        if first + ROWS_A_STEP >= rows:
            painter.fillRect(QRectF(0, above + rows * row_px, wide, high), QColor(LIGHT.surface))
        painter.end()
        yield min(first + ROWS_A_STEP, rows), rows
    return image


def pdf_steps(scene: Scene, device: QIODevice, *, title: str) -> Steps[int]:
    """Paint all rows of a scene on landscape pages, in the light theme, a page a step; return how many pages."""
    writer = QPdfWriter(device)
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
        raise UserError("file.not_written", file="", why="")
    try:
        painter.scale(factor, factor)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(0, 0, page.width() / factor, page.height() / factor).adjusted(
            MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX
        )
        each = max(1, int((inner.height() - px(TITLE_PX) - px(HEADER_PX)) // px(ROW_PX)))
        stretches = page_rows(scene, each)
        paper = _Paper(replace_width(scene, inner.width() - px(WIDTH_PX)), inner)
        pages = len(stretches)
        for number, rows in enumerate(stretches):
            if number:
                writer.newPage()
            words = tr("Timeline", "{title}, page {number} of {pages}")
            head = title if pages == 1 else words.format(title=title, number=number + 1, pages=pages)
            paper.paint_head(painter, head)
            paper.paint_rows(painter, rows.start, len(rows), below=0)
            yield number + 1, pages
    finally:
        painter.end()
    return pages


def page_rows(scene: Scene, each: int) -> list[range]:
    """Return the rows of each page, at most so many; none ends with the name of what only the next one has."""
    nodes = [scene.arranged.nodes[number] for number in scene.shown]
    found: list[range] = []
    first = 0
    while first < len(nodes) or not found:
        end = min(first + each, max(len(nodes), 1))
        while first + 1 < end < len(nodes) and nodes[end].depth > nodes[end - 1].depth:
            end -= 1
        found.append(range(first, end))
        first = end
    return found


def finished(steps: Steps[T]) -> T:
    """Take all steps at once, where no window waits."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast("T", end.value)


def replace_width(scene: Scene, width: float) -> Scene:
    """Return a scene that shows the same time in another width."""
    scale = scene.scale
    last = scale.civil(scene.width)
    made = type(scale).at(scale.origin, day_px=width / (last - scale.origin) * 86_400)
    return replace(scene, scale=made, width=width)


class _Paper:
    """A box of a page or a picture: a title, the header, and rows with their names beside their bars."""

    def __init__(self, scene: Scene, box: QRectF) -> None:
        self._names = px(WIDTH_PX)
        self._box = box
        self._scene = replace(
            scene, tokens=LIGHT, row_px=float(px(ROW_PX)), selected_row=None, selected_link=None, hovered_bar=None,
            moving=None, drawing=None, width=box.width() - self._names,
        )  # fmt: skip

    @property
    def _names_x(self) -> float:
        return self._box.width() - self._names if self._scene.mirrored else 0.0

    @property
    def _bars_x(self) -> float:
        return 0.0 if self._scene.mirrored else float(self._names)

    def paint_head(self, painter: QPainter, title: str) -> None:
        box, scene, head = self._box, self._scene, px(HEADER_PX)
        painter.save()
        painter.translate(box.x(), box.y())
        painter.setPen(QColor(LIGHT.text))
        room = QRectF(0, 0, box.width(), px(24))
        draw_line(painter, Style.SECTION, room, elided(Style.SECTION, title, int(box.width())))
        painter.setPen(QColor(LIGHT.second))
        as_at = tr("Timeline", "As at {day}").format(day=day_full(scene.plan.today))
        draw_line(painter, Style.CAPTION, QRectF(0, px(20), box.width(), px(18)), as_at)
        painter.translate(0, px(TITLE_PX))
        painter.fillRect(QRectF(self._names_x, head - 1, self._names, 1), QColor(LIGHT.border))
        painter.translate(self._bars_x, 0)
        painter.setClipRect(QRectF(0, 0, scene.width, head))
        PlanPainter(painter, replace(scene, top_px=0.0, height=0.0), header_px=head).paint_header()
        painter.restore()

    def paint_rows(self, painter: QPainter, first: int, rows: int, *, below: int) -> None:
        """Paint some rows; ``below`` = so many rows stand between them and the header."""
        box, scene, high = self._box, self._scene, self._scene.row_px
        painter.save()
        painter.translate(box.x(), box.y() + px(TITLE_PX) + px(HEADER_PX) + below * high)
        for place, number in enumerate(scene.shown[first : first + rows]):
            row, node = first + place, scene.arranged.nodes[number]
            after = scene.arranged.nodes[scene.shown[row + 1]] if row + 1 < len(scene.shown) else None
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            cell = QRectF(self._names_x, place * high, self._names, high)
            opened = after is not None and after.depth > node.depth
            paint_row(painter, cell, node, LIGHT, open_=opened, ruled=row > 0, mirrored=scene.mirrored)
            painter.restore()
        painter.save()
        painter.translate(self._bars_x, 0)
        painter.setClipRect(QRectF(0, 0, scene.width, rows * high))
        PlanPainter(painter, replace(scene, top_px=first * high, height=rows * high), header_px=0).paint(header=False)
        painter.restore()
        line_x = self._names_x if scene.mirrored else float(self._names)
        painter.fillRect(QRectF(line_x, -px(HEADER_PX) if below == 0 else 0, 1, rows * high + px(HEADER_PX)
                                if below == 0 else rows * high), QColor(LIGHT.border))  # fmt: skip
        painter.restore()
