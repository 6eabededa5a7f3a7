"""Quick entry as a dialog of its own, from anywhere: Ctrl+N, the tray, the global shortcut."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from engagedesk.services.queries.rows import GapRow
from engagedesk.ui.theme import Style, Tone, px, tokens_of
from engagedesk.ui.view_rows import Echo
from engagedesk.ui.widgets.chip import KeyCap
from engagedesk.ui.widgets.quick_line import QuickLine
from engagedesk.ui.widgets.text import Label


class _Keys(QWidget):
    """The keys that work here."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(px(44))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(8)
        for key, words in (
            (self.tr("Enter"), self.tr("add")),
            (self.tr("Ctrl Enter"), self.tr("add and start timer")),
            ("↑ ↓", self.tr("choose")),
            (self.tr("Esc"), self.tr("close")),
        ):
            row.addWidget(KeyCap(key))
            row.addWidget(Label(words, style=Style.CAPTION, tone=Tone.SECOND))
            row.addSpacing(8)
        row.addStretch(1)
        row.addWidget(Label(self.tr("saved as a draft"), style=Style.CAPTION, tone=Tone.SECOND))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self)
        painter.fillRect(self.rect(), QColor(tokens.sunken))
        painter.fillRect(0, 0, self.width(), 1, QColor(tokens.border))


class QuickEntryDialog(QDialog):
    """In by ``begin`` and ``show_echo``, out by ``intent``; closes itself once a line is sent."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Quick entry"))
        self.setAccessibleName(self.tr("Quick entry"))
        self.setMinimumWidth(px(680))
        self.quick_line = QuickLine(large=True)
        self.quick_line.intent.connect(self.intent)
        self.quick_line.left.connect(self.reject)
        self.quick_line.sent.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.quick_line)
        column.addStretch(1)
        column.addWidget(_Keys())

    def begin(self, day: date, text: str = "") -> None:
        """Start a line for a day."""
        self.quick_line.set_day(day)
        self.quick_line.clear()
        self.quick_line.begin(text)

    def begin_gap(self, day: date, gap: GapRow) -> None:
        """Start a line that fills a gap."""
        self.quick_line.set_day(day)
        self.quick_line.fill(gap)

    @Slot(object)
    def show_echo(self, echo: Echo) -> None:
        self.quick_line.show_echo(echo)
        self.adjustSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(self.rect()), QColor(tokens_of(self).surface))
