"""A page that scrolls as a whole, with the page's padding."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from engagedesk.ui.theme.tokens import PAGE_PADDING


class ScrollingPage(QScrollArea):
    """``column`` takes the page's content."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.content = QWidget()
        self.content.setAutoFillBackground(False)
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(PAGE_PADDING, 16, PAGE_PADDING, PAGE_PADDING)
        self.column.setSpacing(16)
        self.setWidget(self.content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        around = self.column.contentsMargins()
        if around.left() != PAGE_PADDING:
            return
        # The bar stands in the padding: what the page shows keeps its edge under the window's own buttons.
        bar = self.verticalScrollBar()
        around.setRight(PAGE_PADDING - (bar.width() if bar.isVisible() else 0))
        self.column.setContentsMargins(around)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)
