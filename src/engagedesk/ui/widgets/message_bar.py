"""Messages in a bar, not in dialogs: one widget, one job; in by one slot, out by one signal.

The bar lies over the foot of what it is about: nothing moves under the mouse when it comes and when it goes.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QEnterEvent,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from engagedesk.ui.theme import Icon, Style, Tone, px, tokens_of
from engagedesk.ui.theme.tokens import RADIUS_CARD
from engagedesk.ui.view_rows import Kind, Message
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.showing import set_shown
from engagedesk.ui.widgets.states import IconMark
from engagedesk.ui.widgets.text import Label

_PASSING_MS: Final = 6000
HEIGHT: Final = 44
HEIGHT_OF_TWO: Final = 60
LEAST: Final = 320
MARGIN: Final = 16
_ROOM: Final = 4
"""Widths of words are rounded down here and there."""
_ICONS: Final = {Kind.INFO: Icon.INFO, Kind.OK: Icon.CHECK, Kind.WARN: Icon.WARNING, Kind.DANGER: Icon.ALERT}
TONES: Final = {Kind.INFO: Tone.INFO, Kind.OK: Tone.OK, Kind.WARN: Tone.WARN, Kind.DANGER: Tone.DANGER}


class MessageBar(QWidget):
    """Shows the newest message; a worse one that waits comes back when a passing one goes."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over: QWidget | None = None
        self._waiting: list[Message] = []
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(_PASSING_MS)
        self._passing.timeout.connect(self.close_message)
        self._mark = IconMark(Icon.INFO, size=16)
        self._title = Label("", style=Style.BODY_STRONG)
        self._detail = Label("", tone=Tone.SECOND)
        self.action_button = Button("", kind=ButtonKind.GHOST, height=28)
        self.action_button.clicked.connect(self._act)
        self.copy_button = Button(self.tr("Copy details"), kind=ButtonKind.GHOST, icon=Icon.COPY, height=28)
        self.copy_button.clicked.connect(self._copy)
        self.close_button = Button("", kind=ButtonKind.GHOST, icon=Icon.CLOSE, height=28, name=self.tr("Close message"))
        self.close_button.clicked.connect(self.close_message)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        self._said = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._said.addWidget(self._title)
        self._said.addWidget(self._detail, 1)
        row.addLayout(self._said, 1)
        for button in (self.action_button, self.copy_button, self.close_button):
            row.addWidget(button)
        self.setFixedHeight(px(HEIGHT))
        self.hide()

    def lie_over(self, widget: QWidget) -> None:
        """Lie at the foot of a widget from now on, and follow it; both have the same parent."""
        self._over = widget
        widget.installEventFilter(self)
        self._place()

    @property
    def message(self) -> Message | None:
        """The message shown, if any."""
        return self._waiting[-1] if self._waiting else None

    @Slot(object)
    def show_message(self, message: Message) -> None:
        self._waiting = [m for m in self._waiting if not m.passing and m.title != message.title]
        self._waiting.append(message)
        self._show_last()

    @Slot()
    def close_message(self) -> None:
        if self._waiting:
            self._waiting.pop()
        self._show_last()

    def _show_last(self) -> None:
        self._passing.stop()
        message = self.message
        if message is None:
            self.hide()
            return
        self._mark.show_icon(_ICONS[message.kind], TONES[message.kind])
        self._title.setText(message.title)
        self._title.set_tone(TONES[message.kind])
        said = " ".join(part for part in (message.detail, message.safe) if part)
        self._detail.setText(said)
        self.action_button.setText(message.action)
        self.action_button.setAccessibleName(message.action)
        self.action_button.setVisible(bool(message.action))
        self.copy_button.setVisible(bool(message.copyable))
        self.setAccessibleName(f"{message.title}. {said}")
        self._place()
        self.show()
        self.raise_()
        self.update()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if message.passing:
            self._passing.start()

    def _place(self) -> None:
        """Stand in the middle of the foot, as wide as the words, within the widget below."""
        if self._over is None:
            return
        room = self._over.geometry()
        wanted = sum(label.sizeHint().width() for label in (self._title, self._detail))
        buttons = (self.action_button, self.copy_button, self.close_button)
        shown = [button.sizeHint().width() for button in buttons if not button.isHidden()]
        wanted += sum(shown) + px(16) + 8 * (2 + len(shown)) + 24 + _ROOM
        width = min(max(wanted, px(LEAST)), room.width() - 2 * MARGIN)
        # What does not fit behind the title stands below it.
        below = wanted > width
        self._said.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        self._said.setSpacing(0 if below else 8)
        self._said.setContentsMargins(0, 8 if below else 0, 0, 8 if below else 0)
        self.setFixedHeight(px(HEIGHT_OF_TWO if below else HEIGHT))
        self.setGeometry(
            room.x() + (room.width() - width) // 2, room.bottom() + 1 - MARGIN - self.height(), width, self.height()
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        # Who points at it reads it, or is on the way to its button.
        super().enterEvent(event)
        self._passing.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.message is not None and self.message.passing:
            self._passing.start()

    @Slot()
    def _act(self) -> None:
        message = self.message
        self.close_message()
        if message is not None and message.intent is not None:
            self.intent.emit(message.intent)

    @Slot()
    def _copy(self) -> None:
        if self.message is not None:
            QGuiApplication.clipboard().setText(self.message.copyable)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.message is None:
            return
        tokens = tokens_of(self)
        tone = TONES[self.message.kind]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.soft(tone)))
        painter.setPen(QPen(QColor(tokens.of(tone)), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_CARD, RADIUS_CARD)


def notice_row_height() -> int:
    return px(32)


class NoticeStrip(QWidget):
    """A notice on its tint inside a card: an icon and words, as many lines as they need."""

    def __init__(self, *, one_line: bool = False, parent: QWidget | None = None) -> None:
        """``one_line``: the strip keeps its height, and words that do not fit are cut off."""
        super().__init__(parent)
        self._kind = Kind.INFO
        self._mark = IconMark(Icon.INFO, size=16)
        self._words = Label("", style=Style.BODY_MEDIUM, wrap=not one_line)
        row = QHBoxLayout(self)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        if one_line:
            row.setContentsMargins(12, 0, 12, 0)
            self.setFixedHeight(notice_row_height())
        else:
            line = px(Style.BODY_MEDIUM.line_px)
            above = (notice_row_height() - line) // 2
            row.setContentsMargins(12, above, 12, above)
            # Beside the first line: as tall as it, the icon stands in its middle.
            self._mark.setFixedHeight(line)
            row.setAlignment(self._mark, Qt.AlignmentFlag.AlignTop)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, kind: Kind, text: str) -> None:
        self._kind = kind
        self._mark.show_icon(_ICONS[kind], TONES[kind])
        self._words.setText(text)
        self._words.set_tone(TONES[kind])
        self.setAccessibleName(text)
        set_shown(self, shown=bool(text))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens_of(self).soft(TONES[self._kind])))
        painter.drawRoundedRect(self.rect(), 4, 4)
