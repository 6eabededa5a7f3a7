"""Quick entry as a window of its own, from anywhere: the global key, the tray, the palette, Ctrl+N.

It is built once and kept hidden, so that it opens within a blink, also while the main window is hidden. It belongs to
no other window: one that belonged to the main window would bring it along or not come at all.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QCursor, QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from engagedesk.ui.theme import Style, Tone, px, tokens_of
from engagedesk.ui.theme.tokens import RADIUS_CARD
from engagedesk.ui.view_rows import Echo
from engagedesk.ui.widgets.chip import KeyCap
from engagedesk.ui.widgets.quick_line import QuickLine
from engagedesk.ui.widgets.text import Label

WIDTH: Final = 680
HEIGHT: Final = 402
SHADOW: Final = 20
"""Room around the card where the desktop blends windows; elsewhere the window is the card."""
UPPER: Final = 0.3
"""How far down the free part of the screen it stands: where the eye is, not in the middle."""


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
        self._draft = Label(self.tr("saved as a draft"), style=Style.CAPTION, tone=Tone.SECOND)
        row.addWidget(self._draft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The keys are worth more than the remark, which the entry's state says as well.
        self._draft.show()
        self._draft.setVisible(self.sizeHint().width() <= self.width())


class QuickEntryDialog(QDialog):
    """In by ``begin``, ``show_echo``, ``saved`` and ``refused``, out by ``intent``. A saved line closes it."""

    intent = Signal(object)

    def __init__(self, *, blends: bool = False, parent: QWidget | None = None) -> None:
        """``blends`` = the desktop lets windows be seen through at their edges."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Quick entry"))
        self.setAccessibleName(self.tr("Quick entry"))
        self.setWindowFlags(
            # No dialog of the window manager's: it would bring the main window along.
            Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, blends)
        self._edge = SHADOW if blends else 0
        self._blends = blends
        self._moved = False
        self.quick_line = QuickLine(large=True, waits=True)
        self.quick_line.intent.connect(self.intent)
        self.quick_line.left.connect(self.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(self._edge + 1 for _ in range(4)))
        column.setSpacing(0)
        column.addWidget(self.quick_line, 1)
        column.addWidget(_Keys())
        self.setFixedSize(px(WIDTH) + 2 * self._edge, px(HEIGHT) + 2 * self._edge)

    # -- in ----------------------------------------------------------------------------------------------------------

    def make_ready(self) -> None:
        """Make the native window and lay it out, so that showing it is all that is left to do."""
        self.ensurePolished()
        self.winId()
        layout = self.layout()
        if layout is not None:
            layout.activate()

    def open_at(self, window: QWidget | None) -> None:
        """Show it on the screen of a window, or of the pointer where no window of ours is in sight."""
        if self.isVisible():
            self.raise_()
        else:
            if self.windowHandle() is not None and QGuiApplication.focusWindow() == self.windowHandle():
                # On X, Qt hears a tenth of a second late that a hidden window lost the keyboard; shown again before
                # that, it would hold the keyboard and never count as active. A new native window is not mistaken.
                self.destroy()
                self.make_ready()
            self._place(window)
            self.show()
            self.raise_()
        self.activateWindow()
        self.quick_line.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, day: date, text: str = "") -> None:
        """Start a line for a day."""
        self.quick_line.set_day(day)
        self.quick_line.clear()
        self.quick_line.begin(text)
        self.quick_line.ask()

    def go_on(self, day: date) -> None:
        """Go on with what was typed and not sent; else start anew."""
        text = self.quick_line.field.text()
        self.begin(day, text)
        self.quick_line.field.selectAll()

    @Slot(object)
    def show_echo(self, echo: Echo) -> None:
        self.quick_line.show_echo(echo)

    @Slot()
    def saved(self) -> None:
        """The sent line is in the store."""
        self.quick_line.clear()
        self.hide()

    @Slot()
    def refused(self) -> None:
        """The sent line is not in the store: it stays, to be mended."""
        self.quick_line.refused()
        self.quick_line.ask()

    # -- the window --------------------------------------------------------------------------------------------------

    def _place(self, window: QWidget | None) -> None:
        if self._moved:
            return
        screen = window.screen() if window is not None else QGuiApplication.screenAt(QCursor.pos())
        free = (screen or QGuiApplication.primaryScreen()).availableGeometry()
        left = free.x() + (free.width() - self.width()) // 2
        self.move(left, free.y() + int((free.height() - self.height()) * UPPER))

    def event(self, event: QEvent) -> bool:
        # An empty line closes when the person goes elsewhere; one that was begun waits for its end.
        gone = event.type() is QEvent.Type.WindowDeactivate and QApplication.activePopupWidget() is None
        if gone and not self.quick_line.field.text().strip():
            self.hide()
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        handle = self.windowHandle()
        if event.button() is Qt.MouseButton.LeftButton and handle is not None:
            self._moved = True
            handle.startSystemMove()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self)
        card = QRectF(self.rect()).adjusted(self._edge, self._edge, -self._edge, -self._edge)
        if not self._blends:
            painter.fillRect(card, QColor(tokens.surface))
            painter.fillRect(self._keys_box(card), QColor(tokens.sunken))
            painter.setPen(QColor(tokens.control_border))
            painter.drawRect(card.adjusted(0.5, 0.5, -0.5, -0.5))
            self._paint_rule(painter, card)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(self._edge, 0, -1):
            shade = QColor(0, 0, 0, 3 if tokens.dark else 2)
            painter.setBrush(shade)
            painter.drawRoundedRect(card.adjusted(-step, -step + 6, step, step), RADIUS_CARD + step, RADIUS_CARD + step)
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(card, RADIUS_CARD, RADIUS_CARD)
        painter.save()
        painter.setClipRect(self._keys_box(card))
        painter.setBrush(QColor(tokens.sunken))
        painter.drawRoundedRect(card, RADIUS_CARD, RADIUS_CARD)
        painter.restore()
        self._paint_rule(painter, card)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(tokens.border))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)

    def _paint_rule(self, painter: QPainter, card: QRectF) -> None:
        keys = self._keys_box(card)
        painter.fillRect(QRectF(keys.x(), keys.y(), keys.width(), 1), QColor(tokens_of(self).border))

    @staticmethod
    def _keys_box(card: QRectF) -> QRectF:
        return QRectF(card.x(), card.bottom() - px(44) - 1, card.width(), px(44) + 1)
