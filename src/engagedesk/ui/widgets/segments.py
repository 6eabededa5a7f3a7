"""One of a few views, as a row of joined buttons; arrows move, the chosen one is raised."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from engagedesk.ui.theme import Style, font, px, text_width, tokens_of
from engagedesk.ui.theme.tokens import CONTROL, FOCUS_RING, RADIUS_CONTROL


class _Segment(QAbstractButton):
    def __init__(self, key: str, text: str, row: Segments) -> None:
        super().__init__(row)
        self.key = key
        self._row = row
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(text_width(Style.BODY_STRONG, self.text()) + px(28), px(CONTROL) - 4)

    def nextCheckState(self) -> None:
        """Leave the mark to the view that is really shown; a button group would keep Tab from the others."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key())
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif step is not None:
            self._row.step(self, -step if mirrored and event.key() != Qt.Key.Key_Down else step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        on = self.isChecked()
        if on:
            painter.setBrush(QColor(tokens.surface))
            painter.setPen(QColor(tokens.control_border))
            painter.drawRoundedRect(box, RADIUS_CONTROL - 1, RADIUS_CONTROL - 1)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), FOCUS_RING))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL - 1, RADIUS_CONTROL - 1)
        painter.setPen(QColor(tokens.text if on or self.underMouse() else tokens.second))
        painter.setFont(font(Style.BODY_STRONG if on else Style.BODY_MEDIUM))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


class Segments(QWidget):
    """``chosen`` sends the key of the segment that a person took."""

    chosen = Signal(str)

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.segments: list[_Segment] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def add(self, key: str, text: str) -> None:
        segment = _Segment(key, text, self)
        segment.clicked.connect(self._on_clicked)
        if self.segments:
            # One that comes later still stands beside its kin for Tab.
            self.setTabOrder(self.segments[-1], segment)
        self.segments.append(segment)
        self._row.addWidget(segment)

    def show_chosen(self, key: str) -> None:
        """Raise a segment without asking for anything; the keyboard goes along where it is on one."""
        held = any(segment.hasFocus() for segment in self.segments)
        for segment in self.segments:
            on = segment.key == key
            segment.setChecked(on)
            if on and held:
                segment.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, segment: QAbstractButton, by: int) -> None:
        at = next(n for n, one in enumerate(self.segments) if one is segment)
        wanted = self.segments[(at + by) % len(self.segments)]
        wanted.click()
        wanted.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _Segment):
            self.show_chosen(sender.key)
            self.chosen.emit(sender.key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        painter.setBrush(QColor(tokens.sunken))
        painter.setPen(QColor(tokens.border))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL)
