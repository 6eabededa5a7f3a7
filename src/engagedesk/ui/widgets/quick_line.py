"""The quick-entry line: typed words, what would complete them, how they were understood, and what they may mean."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagedesk.services.queries.rows import GapRow
from engagedesk.ui.format import clock
from engagedesk.ui.intents import FillGap, Intent, QuickEntry, Understand
from engagedesk.ui.theme import (
    Icon,
    Style,
    font,
    px,
    tokens_of,
)
from engagedesk.ui.view_rows import Completion, Echo
from engagedesk.ui.widgets.card import Hairline
from engagedesk.ui.widgets.chip import KeyCap
from engagedesk.ui.widgets.inputs import TextField
from engagedesk.ui.widgets.message_bar import NoticeStrip
from engagedesk.ui.widgets.quick_parts import CompletionList, EchoView
from engagedesk.ui.widgets.states import IconMark

_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter)


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
        if self.isRightToLeft():
            painter.drawText(QRectF(0, 0, x - 2, self.height()), _MIDDLE, self.ghost)
        else:
            painter.drawText(QRectF(x, 0, self.width() - x, self.height()), _MIDDLE, self.ghost)


class QuickLine(QWidget):
    """The line and all that unfolds under it. Sends ``Understand`` while typing, then what the person wants.

    Where its owner ``waits``, a sent line stays until it is saved, and an empty one offers what was used last.
    """

    intent = Signal(object)
    left = Signal()
    """Esc on an empty line."""
    sent = Signal()

    def __init__(
        self, *, large: bool = False, waits: bool = False, for_timer: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._waits = waits
        self._for_timer = for_timer
        self._sending = False
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
        held_line = QWidget()
        held_line.setFixedHeight(px(64 if large else 40))
        line = QHBoxLayout(held_line)
        line.setContentsMargins(20 if large else 16, 0, 20 if large else 16, 0)
        line.setSpacing(14 if large else 10)
        line.addWidget(IconMark(Icon.QUICK, size=18 if large else 16))
        line.addWidget(self.field, 1)
        line.addWidget(self._tab_hint)
        line.addWidget(self._enter_hint)
        self.echo_view = EchoView()
        self.notice = NoticeStrip(one_line=True)
        held = QHBoxLayout()
        held.setContentsMargins(20, 0, 20, 12)
        held.addWidget(self.notice)
        self._strip = QWidget()
        self._strip.setLayout(held)
        self.completions = CompletionList(fills=waits)
        self.completions.chosen.connect(self._take)
        self._lines = [Hairline(), Hairline()]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(held_line)
        column.addWidget(self._lines[0])
        column.addWidget(self.echo_view)
        column.addWidget(self._strip)
        column.addWidget(self._lines[1])
        column.addWidget(self.completions, 1 if waits else 0)
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
        if echo.text == self.field.text() and (self._waits or echo.text.strip()):
            self._echo = echo
            self._unfold(echo)

    @Slot()
    def start(self) -> None:
        """Start a timer with what is typed, as Ctrl+Enter does."""
        self._send(start_timer=True)

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
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.completions.first_choice is not None:
            self.completions.go(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key == Qt.Key.Key_Tab and not event.modifiers():
            choice = self.completions.choice or self.completions.first_choice
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
        self._sending = False
        self._gap = None
        self.field.clear()

    def ask(self) -> None:
        """Have the line understood, also where it is not new: the store may have changed since."""
        self._on_text(self.field.text())

    @Slot()
    def refused(self) -> None:
        """Let the sent line be mended and sent again."""
        self._sending = False

    def _send(self, *, start_timer: bool) -> None:
        text = self.field.text().strip()
        echo = self._echo if self._echo is not None and self._echo.text == self.field.text() else None
        refused = echo is not None and not echo.can_add
        choice = self.completions.choice
        # What was gone to by keys is meant; and what cannot be added is completed first.
        completes = not start_timer and (self.completions.went or refused or not text)
        if completes and choice is not None and choice.text != self.field.text():
            self._take(choice)
            return
        if not text and start_timer and choice is not None:
            text = choice.text
        start_timer = start_timer or (echo is not None and echo.starts)
        # A timer needs no end: what cannot be added yet may well be started.
        if self._sending or not text or (refused and not start_timer):
            return
        wanted: Intent = QuickEntry(text, self._day, start_timer=start_timer)
        if self._gap is not None and not start_timer and self.field.text().startswith(self._gap_words):
            rest = self.field.text()[len(self._gap_words) :].strip()
            if not rest:
                return
            wanted = FillGap(self._gap.start_utc, self._gap.end_utc, rest)
        self._sending = self._waits
        self.intent.emit(wanted)
        if not self._waits:
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
            if not self._waits:
                return
        self.intent.emit(Understand(text, self._day, self._for_timer))

    def _unfold(self, echo: Echo | None) -> None:
        self.field.set_ghost(echo.ghost if echo else "")
        self._tab_hint.setVisible(bool(echo and echo.ghost))
        self._enter_hint.setVisible(bool(echo and echo.can_add) and not self._large)
        said = echo if echo is not None and echo.text.strip() else None
        self.echo_view.show_echo(said)
        self.echo_view.setVisible(said is not None)
        notice = echo.notice if echo else None
        if notice is not None:
            self.notice.say(notice.kind, notice.text)
        self._strip.setVisible(notice is not None)
        self.completions.show_choices(echo.completions if echo else (), marked=_marked(echo))
        for hairline in self._lines:
            hairline.setVisible(echo is not None)
        self._lines[1].setVisible(said is not None and bool(said.completions))


def _marked(echo: Echo | None) -> int:
    """Return the choice that Enter stands for: the first, where the line cannot be added or says the same already."""
    if echo is None or not echo.can_add or not echo.completions:
        return 0
    first = echo.completions[0]
    return 0 if (first.code, first.task) == (echo.code, echo.task) else -1
