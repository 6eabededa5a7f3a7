"""What stands in the tree's place and under it: engagements' names in the overview, and the corner by the minimap."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engagedesk.ui.theme import Style, draw_line, elided, px, tokens_of
from engagedesk.ui.timeline.pane import TimePane
from engagedesk.ui.timeline.words import tr


class OverviewNames(QWidget):
    """Stands in for the tree where rows are too low for names: engagements where there is room."""

    def __init__(self, pane: TimePane, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self.setAccessibleName(tr("Timeline", "Engagements in the overview"))
        pane.rows_moved.connect(self.update)
        pane.verticalScrollBar().valueChanged.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tokens, pane = QPainter(self), tokens_of(self), self._pane
        painter.fillRect(self.rect(), QColor(tokens.surface))
        high = pane.header_px
        painter.fillRect(0, high - 1, self.width(), 1, QColor(tokens.border))
        arranged = pane.arranged
        if arranged is None:
            return
        painter.setClipRect(QRectF(0, high, self.width(), self.height() - high))
        free_from = float(high)
        line = px(Style.CAPTION.line_px)
        top = pane.verticalScrollBar().value()
        for row, number in enumerate(pane.shown):
            node = arranged.nodes[number]
            if node.depth > 0:
                continue
            y = high + row * pane.row_px - top
            if y < free_from or y > self.height():
                continue
            painter.setPen(QColor(tokens.second))
            box = QRectF(px(16), y, self.width() - px(24), line)
            draw_line(painter, Style.CAPTION, box, elided(Style.CAPTION, node.name, int(box.width())))
            free_from = y + line


class Corner(QWidget):
    """The ground under the tree, beside the minimap."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), tokens_of(self)
        painter.fillRect(self.rect(), QColor(tokens.surface))
        painter.fillRect(0, 0, self.width(), 1, QColor(tokens.border))
        painter.setPen(QColor(tokens.third))
        box = QRectF(px(16), 0, self.width() - px(28), self.height())
        draw_line(painter, Style.CAPTION, box, tr("Timeline", "Whole plan"))
