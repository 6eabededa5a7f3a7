"""A timer that outlived the program: keep it, end it when the person left, or say when it ended."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF, QTime, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTimeEdit, QVBoxLayout, QWidget

from engagedesk.ui.format import clock, local, moment
from engagedesk.ui.intents import ResolveRunning, RunningChoice
from engagedesk.ui.theme import Icon, Style, Tone, px, tokens_of
from engagedesk.ui.theme.tokens import RADIUS_CARD
from engagedesk.ui.view_rows import StillRunning
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.states import IconMark
from engagedesk.ui.widgets.text import Label


def end_on_day(question: StillRunning, hour: int, minute: int) -> int:
    """Return the instant of a local time: the first one at or after the start, in the entry's zone."""
    zone = ZoneInfo(question.zone)
    start = local(question.start_utc, question.zone)
    at = datetime(start.year, start.month, start.day, hour, minute, tzinfo=zone)
    if int(at.timestamp()) < question.start_utc:
        after = start.date() + timedelta(days=1)
        at = datetime(after.year, after.month, after.day, hour, minute, tzinfo=zone)
    return int(at.timestamp())


class StillRunningCard(QWidget):
    """Stands under the top bar until it is answered. In by ``ask``, out by ``intent``."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: StillRunning | None = None
        self.title = Label("", style=Style.BODY_STRONG)
        self.detail = Label("", tone=Tone.SECOND)
        self.keep_button = Button(self.tr("Keep running"), height=28)
        self.end_button = Button("", height=28)
        self.edit_button = Button(self.tr("Ended at…"), kind=ButtonKind.GHOST, height=28)
        self.time = QTimeEdit()
        self.time.setDisplayFormat("HH:mm")
        self.time.setAccessibleName(self.tr("When it ended"))
        self.time.setFixedHeight(px(28))
        self.set_button = Button(self.tr("End it then"), height=28)
        self.keep_button.clicked.connect(self._keep)
        self.end_button.clicked.connect(self._end)
        self.edit_button.clicked.connect(self._edit)
        self.set_button.clicked.connect(self._set)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(24 + 16, 24, 24 + 16, 8)
        row.setSpacing(10)
        row.addWidget(IconMark(Icon.TIMER, size=20, tone=Tone.WARN))
        row.addSpacing(4)
        row.addLayout(words, 1)
        for widget in (self.time, self.set_button, self.edit_button, self.end_button, self.keep_button):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(px(80))
        self.hide()

    @Slot(object)
    def ask(self, question: StillRunning) -> None:
        self._question = question
        since = self.tr("{label} is still running since {time}")
        self.title.setText(since.format(label=question.label, time=moment(question.start_utc, question.zone)))
        start, end = (local(utc, question.zone) for utc in (question.start_utc, question.end_utc))
        last = (clock if end.date() == start.date() else moment)(question.end_utc, question.zone)
        self.detail.setText(self._how_it_ended(question).format(time=last))
        self.end_button.setText(self.tr("End at {time}").format(time=last))
        self.end_button.setAccessibleName(self.end_button.text())
        self.time.setTime(QTime(end.hour, end.minute))
        self.setAccessibleName(f"{self.title.text()}. {self.detail.text()}")
        self._editing(on=False)
        self.show()

    def _how_it_ended(self, question: StillRunning) -> str:
        if question.left is None:
            return self.tr("EngageDesk ended without stopping it. The last sign of you was at {time}.")
        if question.left.locked:
            return self.tr("You locked EngageDesk at {time}, and it was closed before you came back.")
        return self.tr("You closed EngageDesk at {time}; the timer went on.")

    def _editing(self, *, on: bool) -> None:
        self.time.setVisible(on)
        self.set_button.setVisible(on)
        self.edit_button.setVisible(not on)

    def _answer(self, choice: RunningChoice, end_utc: int | None = None) -> None:
        if self._question is not None:
            self.intent.emit(ResolveRunning(self._question.entry_id, self._question.version, choice, end_utc))
        self.hide()

    @Slot()
    def _keep(self) -> None:
        self._answer(RunningChoice.KEEP)

    @Slot()
    def _end(self) -> None:
        if self._question is not None:
            self._answer(RunningChoice.END, self._question.end_utc)

    @Slot()
    def _edit(self) -> None:
        self._editing(on=True)
        self.time.setFocus()

    @Slot()
    def _set(self) -> None:
        if self._question is not None:
            at = self.time.time()
            self._answer(RunningChoice.END, end_on_day(self._question, at.hour(), at.minute()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        painter.setBrush(QColor(tokens.surface))
        painter.setPen(QColor(tokens.warn))
        box = QRectF(self.rect()).adjusted(24.5, 16.5, -24.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
