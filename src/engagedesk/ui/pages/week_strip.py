"""The seven days of the week with their totals against the standard day; each is a button to its day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from engagedesk.services.queries.rows import DayFigure
from engagedesk.ui.format import EN_DASH, day_title, hm, weekday_number
from engagedesk.ui.intents import ShowDay
from engagedesk.ui.tables.geometry import bar_fill, tick_at
from engagedesk.ui.theme import Style, draw_line, px, tokens_of
from engagedesk.ui.theme.tokens import FOCUS_RING, RADIUS_CONTROL


def bar_scale(days: tuple[DayFigure, ...]) -> int:
    """Return the seconds at a bar's end: a fifth more than the longest standard day, or the longest day."""
    standard = max((d.standard_seconds for d in days), default=0)
    return max(standard * 6 // 5, *(d.seconds for d in days), 1) if days else 1


class DayButton(QAbstractButton):
    """One day: its name, its hours, a bar with a tick at the standard day."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = DayFigure(date.min, 0, 0)
        self._scale = 1
        self._shown = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def day(self) -> date:
        return self._figure.day

    def show_day(self, figure: DayFigure, *, scale: int, shown: bool) -> None:
        self._figure, self._scale, self._shown = figure, scale, shown
        words = self.tr("{day}: {hours} of {standard} h")
        self.setAccessibleName(
            words.format(day=day_title(figure.day), hours=hm(figure.seconds), standard=hm(figure.standard_seconds))
        )
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(80), px(64))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        figure = self._figure
        box = QRectF(self.rect())
        if self.underMouse() or self._shown:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.sunken if self._shown else tokens.hover))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), FOCUS_RING))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
        left, width = 10.0, box.width() - 20
        painter.setPen(QColor(tokens.text if self._shown else tokens.second))
        top = QRectF(left, px(8), width, px(16))
        draw_line(painter, Style.CAPTION_STRONG if self._shown else Style.CAPTION, top, weekday_number(figure.day))
        painter.setPen(QColor(tokens.text if figure.seconds else tokens.third))
        hours = QRectF(left, px(24), width, px(20))
        style = Style.BODY_STRONG if figure.seconds else Style.BODY
        draw_line(painter, style, hours, hm(figure.seconds) if figure.seconds else EN_DASH)
        bar_y = px(48)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.border))
        painter.drawRoundedRect(QRectF(left, bar_y, width, 6), 3, 3)
        filled = bar_fill(figure.seconds, self._scale, width)
        if filled:
            painter.setBrush(QColor(tokens.second))
            painter.drawRoundedRect(QRectF(left, bar_y, filled, 6), 3, 3)
        tick = tick_at(figure.standard_seconds, self._scale, width) if figure.standard_seconds else None
        if tick is not None:
            painter.setBrush(QColor(tokens.sunken if self._shown else tokens.surface))
            painter.drawRect(QRectF(left + tick - 3, bar_y - 4, 6, 14))
            painter.setBrush(QColor(tokens.text))
            painter.drawRect(QRectF(left + tick - 1, bar_y - 4, 2, 14))


class WeekStrip(QWidget):
    """Seven day buttons. Sends ``ShowDay``."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days: list[DayButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(2)
        for number in range(7):
            button = DayButton()
            button.clicked.connect(self._sender_of(number))
            self.days.append(button)
            row.addWidget(button)

    def show_week(self, days: tuple[DayFigure, ...], shown: date) -> None:
        scale = bar_scale(days)
        for button, figure in zip(self.days, days, strict=False):
            button.show_day(figure, scale=scale, shown=figure.day == shown)

    def _sender_of(self, number: int) -> Callable[[], None]:
        def send() -> None:
            self.intent.emit(ShowDay(self.days[number].day))

        return send
