"""The timer as a small window that stays on top, for desktops without a tray and for whoever likes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QHideEvent, QMouseEvent, QMoveEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engagedesk.services.queries.rows import RunningRow
from engagedesk.ui.format import hms
from engagedesk.ui.intents import NewEntry, StartTimer, StopTimer
from engagedesk.ui.theme import Icon, Style, elided, font, px, text_width, tokens_of
from engagedesk.ui.widgets.button import Button
from engagedesk.ui.widgets.text import Label

WIDTH: Final = 368
HEIGHT: Final = 44
MARGIN: Final = 16
KEEP_PLACE_MS: Final = 800
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)


class _Name(QWidget):
    """What runs, with its dot: the engagement behind the client where there is room for it."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._detail = ""
        self._colour: int | None = None

    def show_name(self, words: str, colour: int | None, *, detail: str = "") -> None:
        self._words, self._detail, self._colour = words, detail, colour
        whole = " ".join(part for part in (words, detail) if part)
        self.setAccessibleName(whole)
        self.setToolTip(whole)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(120), px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        indent = 0
        if self._colour is not None:
            indent = px(16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.client(self._colour)))
            x = self.width() - px(10) if self.isRightToLeft() else px(2)
            painter.drawEllipse(QRectF(x, self.height() / 2 - 4, 8, 8))
        style = Style.BODY if self._colour is None else Style.BODY_STRONG
        painter.setFont(font(style))
        painter.setPen(QColor(tokens.second if self._colour is None else tokens.text))
        box = self.rect().adjusted(0, 0, -indent, 0) if self.isRightToLeft() else self.rect().adjusted(indent, 0, 0, 0)
        shown = elided(style, self._words, box.width())
        painter.drawText(box, _MIDDLE, shown)
        used = text_width(style, shown) + px(8)
        room = box.width() - used
        if self._detail and text_width(Style.BODY, self._detail) <= room:
            rest = box.adjusted(0, 0, -used, 0) if self.isRightToLeft() else box.adjusted(used, 0, 0, 0)
            painter.setFont(font(Style.BODY))
            painter.setPen(QColor(tokens.second))
            painter.drawText(rest, _MIDDLE, self._detail)


class MiniTimer(QWidget):
    """In by ``show_running`` and ``show_again``, out by ``intent``, ``open_asked`` and ``moved``."""

    intent = Signal(object)
    open_asked = Signal()
    moved = Signal(int, int)
    """The person put it elsewhere."""

    def __init__(self, now: Callable[[], int], *, parent: QWidget | None = None) -> None:
        """``now`` answers Unix seconds."""
        super().__init__(parent)
        self._now = now
        self._running: RunningRow | None = None
        self._again = ""
        self._placed: QPoint | None = None
        self.setWindowTitle(self.tr("Timer"))
        self.setAccessibleName(self.tr("Timer"))
        self.setWindowFlags(
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        # It comes by itself: the keyboard stays where the person is.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.name = _Name()
        self.elapsed = Label("", style=Style.BODY_STRONG)
        self.switch_button = Button(icon=Icon.PLAY, height=28, name=self.tr("Start"))
        self.quick_button = Button(icon=Icon.QUICK, height=28, name=self.tr("Quick entry"))
        self.open_button = Button(icon=Icon.LOGO, height=28, name=self.tr("Open EngageDesk"))
        self.switch_button.clicked.connect(self._switch)
        self.quick_button.clicked.connect(self._quick)
        self.open_button.clicked.connect(self.open_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(self.name, 1)
        row.addWidget(self.elapsed)
        for button in (self.switch_button, self.quick_button, self.open_button):
            row.addWidget(button)
        self.setFixedSize(px(WIDTH), px(HEIGHT))
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tick)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(KEEP_PLACE_MS)
        self._rest.timeout.connect(self._keep_place)

    @Slot(object)
    def show_running(self, running: RunningRow | None) -> None:
        self._running = running
        if running is None:
            self.name.show_name(self.tr("No timer is running"), None)
            self.switch_button.set_icon(Icon.PLAY)
            self.switch_button.setAccessibleName(self.tr("Start the last timer again"))
        else:
            label, detail = running.label or running.detail, running.detail if running.label else ""
            self.name.show_name(label or self.tr("Awaiting its engagement"), running.colour, detail=detail)
            self.switch_button.set_icon(Icon.STOP)
            self.switch_button.setAccessibleName(self.tr("Stop the timer"))
        self.switch_button.setToolTip(self.switch_button.accessibleName())
        self.switch_button.setEnabled(running is not None or bool(self._again))
        self._tick()

    def show_again(self, text: str) -> None:
        """Take what Start starts: the target used last; "" = none."""
        self._again = text
        self.switch_button.setEnabled(self._running is not None or bool(text))

    def put_at(self, place: QPoint | None) -> None:
        """Put it where it was; None, or a place that no screen has any more, is the lower right corner."""
        screens = [screen.availableGeometry() for screen in self.screen().virtualSiblings()]
        if place is None or not any(free.contains(place) for free in screens):
            free = self.screen().availableGeometry()
            place = QPoint(free.right() - self.width() - MARGIN, free.bottom() - self.height() - MARGIN)
        self._placed = place
        self.move(place)

    # -- inside ------------------------------------------------------------------------------------------------------

    @Slot()
    def _tick(self) -> None:
        running = self._running
        self.elapsed.setText("" if running is None else hms(self._now() - running.start_utc))

    @Slot()
    def _switch(self) -> None:
        self.intent.emit(StartTimer(self._again) if self._running is None else StopTimer())

    @Slot()
    def _quick(self) -> None:
        self.intent.emit(NewEntry())

    @Slot()
    def _keep_place(self) -> None:
        if self.isVisible() and self.pos() != self._placed:
            self._placed = self.pos()
            self.moved.emit(self.x(), self.y())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._second.start()
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._second.stop()
        self._rest.stop()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self._placed is not None:
            self._rest.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        handle = self.windowHandle()
        if event.button() is Qt.MouseButton.LeftButton and handle is not None:
            handle.startSystemMove()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.open_asked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self)
        painter.fillRect(self.rect(), QColor(tokens.surface))
        painter.setPen(QColor(tokens.control_border))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
