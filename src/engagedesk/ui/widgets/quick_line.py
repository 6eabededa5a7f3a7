"""The quick-entry line: typed words, what would complete them, how they were understood, and what they may mean."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagedesk.services.queries.rows import GapRow
from engagedesk.ui.format import clock
from engagedesk.ui.intents import FillGap, Intent, QuickEntry, Understand
from engagedesk.ui.tables.geometry import place_parts
from engagedesk.ui.theme import (
    Icon,
    Style,
    Tone,
    draw_chargeable,
    font,
    metrics,
    px,
    text_width,
    tokens_of,
)
from engagedesk.ui.theme.tokens import RADIUS_CONTROL
from engagedesk.ui.view_rows import Completion, Echo
from engagedesk.ui.widgets.card import Hairline
from engagedesk.ui.widgets.chip import KeyCap
from engagedesk.ui.widgets.inputs import TextField
from engagedesk.ui.widgets.message_bar import NoticeStrip
from engagedesk.ui.widgets.states import IconMark

_ECHO: Final = 112
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter)
_END: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing)


class GhostField(TextField):
    """A bare field that shows, after what is typed, what Tab would add."""

    def __init__(self, *, name: str, placeholder: str, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(name=name, placeholder=placeholder, parent=parent)
        self._style = style
        self.ghost = ""
        self.setProperty("bare", "true")
        self.setFont(font(style))
        # The application's style sheet sets the body size for fields; this one keeps the line's own.
        self.setStyleSheet(f"font-size: {font(style).pixelSize()}px")

    def set_ghost(self, ghost: str) -> None:
        self.ghost = ghost
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.ghost or self.cursorPosition() != len(self.text()):
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(QColor(tokens_of(self).third))
        x = self.cursorRect().center().x() + 1
        painter.drawText(QRectF(x, 0, self.width() - x, self.height()), _MIDDLE, self.ghost)


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
            painter.drawText(QRectF(x, top, width, px(16)), flags, name)
            indent = 0.0
            line = QRectF(x, top + px(17), width, px(20))
            if place == 1 and echo.colour is not None and value:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.client(echo.colour)))
                painter.drawEllipse(QRectF(x, line.center().y() - 4, 8, 8))
                indent = px(16)
            if place == 7 and echo.chargeable is not None:
                mark = QRectF(x, line.center().y() - px(7), px(14), px(14))
                draw_chargeable(painter, mark, tokens, chargeable=echo.chargeable)
                indent = px(21)
            style = Style.BODY_STRONG if place in (1, 3) else Style.BODY_MEDIUM
            painter.setFont(font(style))
            painter.setPen(QColor(tokens.text if value else tokens.third))
            shown = metrics(style).elidedText(value or "–", Qt.TextElideMode.ElideRight, int(width - indent))
            painter.drawText(line.adjusted(indent, 0, 0, 0), flags, shown)


class CompletionList(QWidget):
    """At most a few choices under the line; arrows move, the line keeps the focus."""

    chosen = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Completion, ...] = ()
        self._at = 0
        self._row_px = px(36)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_choices(self, choices: tuple[Completion, ...]) -> None:
        if [c.text for c in choices] != [c.text for c in self._choices]:
            self._at = 0
        self._choices = choices
        self.setVisible(bool(choices))
        self.updateGeometry()
        self._say()

    @property
    def choice(self) -> Completion | None:
        return self._choices[self._at] if self._choices else None

    def go(self, step: int) -> None:
        """Go up or down, round the end."""
        if self._choices:
            self._at = (self._at + step) % len(self._choices)
            self._say()

    def sizeHint(self) -> QSize:
        return QSize(px(400), len(self._choices) * self._row_px + 16)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = int((event.position().y() - 8) // self._row_px)
        if 0 <= row < len(self._choices) and row != self._at:
            self._at = row
            self._say()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = int((event.position().y() - 8) // self._row_px)
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
        for row, choice in enumerate(self._choices):
            box = QRectF(0, 8 + row * self._row_px, self.width(), self._row_px)
            if row == self._at:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.selection))
                painter.drawRoundedRect(box.adjusted(8, 0, -8, 0), RADIUS_CONTROL, RADIUS_CONTROL)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.client(choice.colour)))
            painter.drawEllipse(QRectF(left, box.center().y() - 4, 8, 8))
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
        painter.drawText(box.adjusted(0, 0, 2, 0), _MIDDLE, shown)


class QuickLine(QWidget):
    """The line and all that unfolds under it. Sends ``Understand`` while typing, then what the person wants."""

    intent = Signal(object)
    left = Signal()
    """Esc on an empty line."""
    sent = Signal()

    def __init__(self, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = date.min
        self._gap: GapRow | None = None
        self._gap_words = ""
        self._echo: Echo | None = None
        style = Style.LINE if large else Style.BODY
        self.field = GhostField(
            name=self.tr("Quick entry"),
            placeholder=self.tr("What did you work on?  9:30-11 client, narrative #activity"),
            style=style,
        )
        self.field.setFixedHeight(px(64 if large else 40))
        self._tab_hint = KeyCap(self.tr("Tab"))
        self._enter_hint = KeyCap(self.tr("Enter"))
        line = QHBoxLayout()
        line.setContentsMargins(20 if large else 16, 0, 20 if large else 16, 0)
        line.setSpacing(14 if large else 10)
        line.addWidget(IconMark(Icon.QUICK, size=18 if large else 16))
        line.addWidget(self.field, 1)
        line.addWidget(self._tab_hint)
        line.addWidget(self._enter_hint)
        self.echo_view = EchoView()
        self.notice = NoticeStrip()
        held = QHBoxLayout()
        held.setContentsMargins(20, 0, 20, 12)
        held.addWidget(self.notice)
        self._strip = QWidget()
        self._strip.setLayout(held)
        self.completions = CompletionList()
        self.completions.chosen.connect(self._take)
        self._lines = [Hairline(), Hairline()]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._lines[0])
        column.addWidget(self.echo_view)
        column.addWidget(self._strip)
        column.addWidget(self._lines[1])
        column.addWidget(self.completions)
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self._large = large
        self._unfold(None)

    # -- in ----------------------------------------------------------------------------------------------------------

    def set_day(self, day: date) -> None:
        """Say which day a line without a day belongs to."""
        self._day = day

    def begin(self, text: str = "") -> None:
        """Take the focus, with some words to start from."""
        self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self, gap: GapRow) -> None:
        """Start a line that fills a gap to the second, as long as its times are left as they are."""
        self._gap = gap
        self._gap_words = f"{clock(gap.start_utc, gap.zone)}-{clock(gap.end_utc, gap.zone)} "
        self.begin(self._gap_words)

    @Slot(object)
    def show_echo(self, echo: Echo) -> None:
        """Show how the line was understood; the echo of an older line is dropped."""
        if echo.text == self.field.text():
            self._echo = echo
            self._unfold(echo)

    # -- out ---------------------------------------------------------------------------------------------------------

    def keyPressed(self, event: QKeyEvent) -> bool:
        """Return whether a key of the field was used here."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._send(start_timer=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            return True
        if key == Qt.Key.Key_Escape:
            if self.field.text():
                self.clear()
            else:
                self.left.emit()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.completions.choice is not None:
            self.completions.go(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key == Qt.Key.Key_Tab and not event.modifiers():
            choice = self.completions.choice
            if self.field.ghost:
                self.field.setText(self.field.text() + self.field.ghost)
                return True
            if choice is not None and choice.text != self.field.text():
                self._take(choice)
                return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QKeyEvent.Type.KeyPress:
            return self.keyPressed(event)
        return False

    def clear(self) -> None:
        self._gap = None
        self.field.clear()

    def _send(self, *, start_timer: bool) -> None:
        text = self.field.text().strip()
        refused = self._echo is not None and self._echo.text == self.field.text() and not self._echo.can_add
        # A timer needs no end: what cannot be added yet may well be started.
        if not text or (refused and not start_timer):
            return
        wanted: Intent = QuickEntry(text, self._day, start_timer=start_timer)
        if self._gap is not None and not start_timer and self.field.text().startswith(self._gap_words):
            rest = self.field.text()[len(self._gap_words) :].strip()
            if not rest:
                return
            wanted = FillGap(self._gap.start_utc, self._gap.end_utc, rest)
        self.intent.emit(wanted)
        self.clear()
        self.sent.emit()

    @Slot(object)
    def _take(self, choice: Completion) -> None:
        self.field.setText(choice.text)
        self.field.setFocus()

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.field.set_ghost("")
        if not text.strip():
            self._gap = None
            self._echo = None
            self._unfold(None)
            return
        self.intent.emit(Understand(text, self._day))

    def _unfold(self, echo: Echo | None) -> None:
        self.field.set_ghost(echo.ghost if echo else "")
        self._tab_hint.setVisible(bool(echo and echo.ghost))
        self._enter_hint.setVisible(bool(echo and echo.can_add) and not self._large)
        self.echo_view.show_echo(echo)
        self.echo_view.setVisible(echo is not None)
        notice = echo.notice if echo else None
        if notice is not None:
            self.notice.say(notice.kind, notice.text)
        self._strip.setVisible(notice is not None)
        self.completions.show_choices(echo.completions if echo else ())
        for hairline in self._lines:
            hairline.setVisible(echo is not None)
        self._lines[1].setVisible(echo is not None and bool(echo.completions))
