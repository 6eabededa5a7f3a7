"""What unfolds under the quick-entry line: how it was understood, and what it may mean. Painted, mirrored in RTL."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engagedesk.ui.tables.geometry import place_parts
from engagedesk.ui.theme import Style, Tone, draw_chargeable, font, metrics, px, text_width, tokens_of
from engagedesk.ui.theme.tokens import RADIUS_CONTROL
from engagedesk.ui.view_rows import Completion, Echo

_ECHO: Final = 112
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter)
_END: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing)


def mirrored(box: QRectF, widget: QWidget) -> QRectF:
    """Return where a box stands in a widget whose line goes from right to left; else the box itself."""
    if not widget.isRightToLeft():
        return box
    return QRectF(widget.width() - box.right(), box.y(), box.width(), box.height())


class EchoView(QWidget):
    """The line as it was understood, in eight named places."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._echo: Echo | None = None
        self.setFixedHeight(px(_ECHO))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_echo(self, echo: Echo | None) -> None:
        self._echo = echo
        said = "" if echo is None else ", ".join(f"{name} {value}" for name, value in self._named(echo) if value)
        self.setAccessibleName(self.tr("Understood: {words}").format(words=said) if said else "")
        self.update()

    def _named(self, echo: Echo) -> tuple[tuple[str, str], ...]:
        charge = ""
        if echo.chargeable is not None:
            charge = self.tr("Chargeable") if echo.chargeable else self.tr("Not chargeable")
        return (
            (self.tr("When"), echo.when),
            (self.tr("Engagement"), echo.engagement),
            (self.tr("Code"), echo.code),
            (self.tr("Hours"), echo.hours),
            (self.tr("Narrative"), echo.narrative),
            (self.tr("Task"), echo.task),
            (self.tr("Activity"), echo.activity),
            (self.tr("Charge"), charge),
        )

    def sizeHint(self) -> QSize:
        return QSize(px(560), px(_ECHO))

    def paintEvent(self, _event: QPaintEvent) -> None:
        echo = self._echo
        if echo is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        left, right = 20.0, self.width() - 20.0
        room = right - left
        starts = [left, left + room * 0.275, left + room * 0.63, left + room * 0.825]
        ends = [*(s - 12 for s in starts[1:]), right]
        for place, (name, value) in enumerate(self._named(echo)):
            column, row = place % 4, place // 4
            x, width = starts[column], ends[column] - starts[column]
            top = px(14) + row * px(48)
            flags = _END if place == 3 else _MIDDLE
            painter.setFont(font(Style.CAPTION))
            painter.setPen(QColor(tokens.second))
            painter.drawText(self._place(QRectF(x, top, width, px(16))), flags, name)
            indent = 0.0
            line = QRectF(x, top + px(17), width, px(20))
            if place == 1 and echo.colour is not None and value:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.client(echo.colour)))
                painter.drawEllipse(self._place(QRectF(x, line.center().y() - 4, 8, 8)))
                indent = px(16)
            if place == 7 and echo.chargeable is not None:
                mark = QRectF(x, line.center().y() - px(7), px(14), px(14))
                draw_chargeable(painter, self._place(mark), tokens, chargeable=echo.chargeable)
                indent = px(21)
            style = Style.BODY_STRONG if place in (1, 3) else Style.BODY_MEDIUM
            painter.setFont(font(style))
            painter.setPen(QColor(tokens.text if value else tokens.third))
            shown = metrics(style).elidedText(value or "–", Qt.TextElideMode.ElideRight, int(width - indent))
            painter.drawText(self._place(line.adjusted(indent, 0, 0, 0)), flags, shown)

    def _place(self, box: QRectF) -> QRectF:
        return mirrored(box, self)


class CompletionList(QWidget):
    """At most a few choices under the line; arrows move, the line keeps the focus."""

    chosen = Signal(object)

    def __init__(self, *, fills: bool = False, parent: QWidget | None = None) -> None:
        """``fills`` = it takes the room that is there and scrolls; else it is as high as its rows."""
        super().__init__(parent)
        self._choices: tuple[Completion, ...] = ()
        self._at = 0
        self._fills = fills
        self.went = False
        """A key moved through the choices since they were shown: the person means the marked one."""
        self._row_px = px(36)
        self.setMouseTracking(True)
        vertical = QSizePolicy.Policy.Expanding if fills else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)

    def show_choices(self, choices: tuple[Completion, ...], *, marked: int = 0) -> None:
        """Show choices with one of them marked; -1 = none, until a key goes to one."""
        if [c.text for c in choices] != [c.text for c in self._choices]:
            self._at = marked
            self.went = False
        self._choices = choices
        self.setVisible(bool(choices))
        self.updateGeometry()
        self._say()

    @property
    def first_choice(self) -> Completion | None:
        return self._choices[0] if self._choices else None

    @property
    def choice(self) -> Completion | None:
        return self._choices[self._at] if 0 <= self._at < len(self._choices) else None

    def go(self, step: int) -> None:
        """Go up or down, round the end."""
        if self._choices:
            self._at = (max(self._at, 0 if step < 0 else -1) + step) % len(self._choices)
            self.went = True
            self._say()

    def sizeHint(self) -> QSize:
        return QSize(px(400), len(self._choices) * self._row_px + 16)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(300), self._row_px + 16) if self._fills else self.sizeHint()

    @property
    def _first(self) -> int:
        """The first row in sight: the marked one is always among them."""
        rows = max(1, (self.height() - 16) // self._row_px) if self._fills else len(self._choices)
        return max(0, self._at - rows + 1)

    def _row_at(self, y: float) -> int:
        return int((y - 8) // self._row_px) + self._first

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().y())
        if 0 <= row < len(self._choices) and row != self._at:
            self._at = row
            self._say()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().y())
        if 0 <= row < len(self._choices):
            self._at = row
            self.chosen.emit(self._choices[row])

    def _say(self) -> None:
        choice = self.choice
        if choice is not None:
            self.setAccessibleName(f"{choice.label}, {choice.detail}, {choice.code}, {choice.task}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        left, right = 20.0, self.width() - 20.0
        room = right - left
        code_x, task_x = left + room * 0.45, left + room * 0.63
        first = self._first
        for row, choice in enumerate(self._choices[first:], start=first):
            box = QRectF(0, 8 + (row - first) * self._row_px, self.width(), self._row_px)
            if box.bottom() > self.height():
                break
            if row == self._at:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.selection))
                painter.drawRoundedRect(box.adjusted(8, 0, -8, 0), RADIUS_CONTROL, RADIUS_CONTROL)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.client(choice.colour)))
            painter.drawEllipse(mirrored(QRectF(left, box.center().y() - 4, 8, 8), self))
            names = [text_width(Style.BODY_STRONG, choice.label), text_width(Style.BODY, choice.detail)]
            places = place_parts(left + px(16), code_x - 8, names, gaps=[0, px(8)], gives=[True, True])
            for (x, width), text, style, tone in zip(
                places,
                (choice.label, choice.detail),
                (Style.BODY_STRONG, Style.BODY),
                (Tone.TEXT, Tone.SECOND),
                strict=True,
            ):
                self._say_at(painter, QRectF(x, box.y(), width, box.height()), text=text, style=style, tone=tone)
            when_px = text_width(Style.CAPTION, choice.when)
            ends = QRectF(right - when_px - 2, box.y(), when_px + 2, box.height())
            code = QRectF(code_x, box.y(), task_x - code_x - 8, box.height())
            task = QRectF(task_x, box.y(), ends.x() - task_x - 8, box.height())
            self._say_at(painter, code, text=choice.code, style=Style.BODY, tone=Tone.SECOND)
            self._say_at(painter, task, text=choice.task, style=Style.BODY, tone=Tone.SECOND)
            self._say_at(painter, ends, text=choice.when, style=Style.CAPTION, tone=Tone.SECOND)

    def _say_at(self, painter: QPainter, box: QRectF, *, text: str, style: Style, tone: Tone) -> None:
        painter.setFont(font(style))
        painter.setPen(QColor(tokens_of(self).of(tone)))
        room = int(box.width() + 1)
        shown = metrics(style).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(mirrored(box.adjusted(0, 0, 2, 0), self), _MIDDLE, shown)
