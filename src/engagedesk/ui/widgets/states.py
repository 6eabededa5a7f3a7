"""The states that every page designs: empty, loading, error."""

from __future__ import annotations

from PySide6.QtCore import QBasicTimer, QRectF, QSize, Qt, QTimer, QTimerEvent, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagedesk.ui.theme import Icon, Style, Tone, draw_icon, motion_allowed, px, tokens_of
from engagedesk.ui.theme.mirror import mirrored
from engagedesk.ui.theme.tokens import RADIUS_CARD, ROW_TALL, SKELETON_AFTER_MS, SPINNER_AFTER_MS
from engagedesk.ui.view_rows import Message
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.card import Card
from engagedesk.ui.widgets.showing import set_shown
from engagedesk.ui.widgets.text import Label

_STEP_MS = 60
_SHARES = (0.3, 0.22, 0.34, 0.26)
"""How long the first words of the rows seem to be."""


class IconMark(QWidget):
    """An icon on its own; it says nothing that the words beside it do not."""

    def __init__(self, icon: Icon, *, size: int = 18, tone: Tone = Tone.SECOND, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tone = tone
        self.setFixedSize(px(size), px(size))

    def show_icon(self, icon: Icon, tone: Tone) -> None:
        self._icon, self._tone = icon, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = min(self.width(), self.height())
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_icon(QPainter(self), self._icon, box, colour=tokens_of(self).of(self._tone))


class Spinner(QWidget):
    """Shown 300 ms after ``begin``, gone at ``end``; it turns only where the system allows motion."""

    def __init__(self, words: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._angle = 90
        self._turning = QBasicTimer()
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(SPINNER_AFTER_MS)
        self._delay.timeout.connect(self._appear)
        self._words = Label(words, tone=Tone.SECOND)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), 0, 0, 0)
        row.addWidget(self._words)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    @Slot()
    def begin(self) -> None:
        if not self._delay.isActive() and self.isHidden():
            self._delay.start()

    @Slot()
    def end(self) -> None:
        self._delay.stop()
        self._turning.stop()
        self.hide()

    @Slot()
    def _appear(self) -> None:
        self.show()
        if motion_allowed(self):
            self._turning.start(_STEP_MS, self)

    def timerEvent(self, _event: QTimerEvent) -> None:
        self._angle = (self._angle - 24) % 360
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        side = px(14)
        box = QRectF(1, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(QColor(tokens.border), 2))
        painter.drawEllipse(box)
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.drawArc(box, self._angle * 16, -100 * 16)


class Skeleton(QWidget):
    """The quiet outline of rows on a page that has none yet, shown 400 ms after ``begin``, gone at ``end``.

    It says nothing that the spinner beside the page's title does not say in words.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(SKELETON_AFTER_MS)
        self._delay.timeout.connect(self.show)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.hide()

    @Slot()
    def begin(self) -> None:
        if not self._delay.isActive() and self.isHidden():
            self._delay.start()

    @Slot()
    def end(self) -> None:
        self._delay.stop()
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(tokens.border))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunken if not tokens.dark else tokens.hover))
        row, bar = px(ROW_TALL), px(10)
        for number in range(int((box.height() - px(8)) // row)):
            y = number * row + (row - bar) / 2
            for start, share in ((0.0, _SHARES[number % len(_SHARES)]), (0.5, 0.1), (0.75, 0.16)):
                left = px(16) + start * box.width()
                part = QRectF(left, y, share * box.width(), bar)
                painter.drawRoundedRect(mirrored(self, part), bar / 2, bar / 2)


class EmptyState(QWidget):
    """One sentence, one action, and a quieter second way."""

    action = Signal()
    second = Signal()

    def __init__(
        self,
        *,
        icon: Icon,
        sentence: str,
        action: str = "",
        action_icon: Icon | None = Icon.PLUS,
        second: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 32, 24, 32)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(IconMark(icon, size=28, tone=Tone.THIRD), 0, Qt.AlignmentFlag.AlignHCenter)
        words = Label(sentence, tone=Tone.SECOND, wrap=True, align=Qt.AlignmentFlag.AlignCenter)
        column.addWidget(words)
        self.button = Button(action, kind=ButtonKind.PRIMARY, icon=action_icon)
        self.button.clicked.connect(self.action)
        set_shown(self.button, shown=bool(action))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.second_button = Button(second, kind=ButtonKind.GHOST)
        self.second_button.clicked.connect(self.second)
        set_shown(self.second_button, shown=bool(second))
        column.addWidget(self.second_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)


class ErrorState(Card):
    """What happened, what is safe, one action, and the details to copy."""

    retry = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._copyable = ""
        self._title = Label("", style=Style.SECTION, wrap=True)
        self._detail = Label("", tone=Tone.SECOND, wrap=True)
        self._safe = Label("", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self._title, self._detail, self._safe):
            words.addWidget(label)
        self.retry_button = Button(self.tr("Try again"))
        self.retry_button.clicked.connect(self.retry)
        self.copy_button = Button(self.tr("Copy details"), kind=ButtonKind.GHOST, icon=Icon.COPY)
        self.copy_button.clicked.connect(self._copy)
        actions = QHBoxLayout()
        actions.setContentsMargins(0, 12, 0, 0)
        actions.addWidget(self.retry_button)
        actions.addWidget(self.copy_button)
        actions.addStretch(1)
        words.addLayout(actions)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconMark(Icon.ALERT, tone=Tone.DANGER), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_message(self, message: Message) -> None:
        self._title.setText(message.title)
        self._detail.setText(message.detail)
        self._detail.setVisible(bool(message.detail))
        self._safe.setText(message.safe)
        self._safe.setVisible(bool(message.safe))
        self._copyable = message.copyable
        self.copy_button.setVisible(bool(message.copyable))
        self.setAccessibleName(message.title)

    def sizeHint(self) -> QSize:
        return QSize(px(560), super().sizeHint().height())

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._copyable)
