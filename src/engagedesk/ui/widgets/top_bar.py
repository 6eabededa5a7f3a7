"""The top bar: search, the running timer, new entry."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from engagedesk.services.queries.rows import RunningRow
from engagedesk.ui.actions import ActionRegistry
from engagedesk.ui.format import clock, hms
from engagedesk.ui.intents import Intent, NewEntry, StartTimer, StopTimer
from engagedesk.ui.theme import Icon, Style, Tone, metrics, px, tokens_of
from engagedesk.ui.theme.tokens import PAGE_PADDING, TOP_BAR
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.card import Dot
from engagedesk.ui.widgets.finder import Finder
from engagedesk.ui.widgets.states import IconMark
from engagedesk.ui.widgets.text import Label


class _Elapsed(Label):
    """h:mm:ss that keeps its width while it counts."""

    def sizeHint(self) -> QSize:
        wide = max(metrics(Style.SECTION).horizontalAdvance(t) for t in ("0:00:00", self.text()))
        return QSize(wide + 2, super().sizeHint().height())


class TopBar(QWidget):
    """Sends what the search found, ``StartTimer``, ``StopTimer`` and ``NewEntry``."""

    intent = Signal(object)

    def __init__(self, now: Callable[[], int], *, parent: QWidget | None = None) -> None:
        """``now`` answers Unix seconds; the elapsed time is derived from it, never counted."""
        super().__init__(parent)
        self._now = now
        self._running: RunningRow | None = None
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.setTimerType(Qt.TimerType.PreciseTimer)
        self._second.timeout.connect(self._tick)
        self.finder = Finder()
        self.finder.setMaximumWidth(px(336))
        self.finder.setMinimumWidth(px(200))
        self.finder.chosen.connect(self.intent)
        self._dot = Dot()
        self._label = Label("", tone=Tone.SECOND)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._label.setMaximumWidth(px(320))
        self.elapsed = _Elapsed("", style=Style.SECTION)
        self._away_mark = IconMark(Icon.AWAY, size=16, tone=Tone.WARN)
        self.away = Label("", style=Style.BODY_MEDIUM, tone=Tone.WARN)
        for widget in (self._away_mark, self.away):
            widget.hide()
        self.stop_button = Button(self.tr("Stop"), icon=Icon.STOP, filled_icon=True)
        self.stop_button.setAccessibleDescription(self.tr("Stop the running timer"))
        self.stop_button.clicked.connect(self._stop)
        self.start_button = Button(self.tr("Start timer"), icon=Icon.PLAY)
        self.start_button.clicked.connect(self._start)
        self.new_button = Button(self.tr("New entry"), kind=ButtonKind.PRIMARY, icon=Icon.PLUS)
        self.new_button.clicked.connect(self._new)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, 0)
        row.setSpacing(12)
        row.addWidget(self.finder, 2)
        row.addStretch(1)
        row.addWidget(self._dot)
        row.addSpacing(-4)
        row.addWidget(self._label)
        row.addWidget(self.elapsed)
        row.addWidget(self._away_mark)
        row.addSpacing(-4)
        row.addWidget(self.away)
        for button in (self.stop_button, self.start_button, self.new_button):
            row.addWidget(button)
        self.setFixedHeight(px(TOP_BAR))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_running(None)

    @Slot(object)
    def show_running(self, running: RunningRow | None) -> None:
        self._running = running
        on = running is not None
        for widget in (self._dot, self._label, self.elapsed, self.stop_button):
            widget.setVisible(on)
        self.start_button.setVisible(not on)
        if running is not None:
            self._dot.set_colour(running.colour)
            self._label.setText("  ·  ".join(part for part in (running.label, running.detail) if part))
            self._label.setToolTip(self.tr("Since {time}").format(time=clock(running.start_utc, running.zone)))
        self._tick()
        self._keep_time()

    def show_away(self, since_utc: int | None, zone: str) -> None:
        """Show since when nobody is there, while no timer runs; None = somebody is."""
        if since_utc is not None:
            self.away.setText(self.tr("Away since {time}").format(time=clock(since_utc, zone)))
        for widget in (self._away_mark, self.away):
            widget.setVisible(since_utc is not None)

    def show_keys(self, registry: ActionRegistry) -> None:
        """Name the keys of what stands here."""
        self.finder.show_keys(registry.shown("find"))
        self.new_button.setToolTip(registry.tip("entry.new"))
        self.stop_button.setToolTip(registry.tip("timer.stop"))
        self.start_button.setToolTip(registry.tip("timer.start"))

    @Slot()
    def _tick(self) -> None:
        if self._running is None:
            return
        text = hms(self._now() - self._running.start_utc)
        longer = len(text) != len(self.elapsed.text())
        self.elapsed.setText(text)
        if longer:
            self.elapsed.updateGeometry()

    def _keep_time(self) -> None:
        """Count only while someone can see it."""
        if self._running is not None and self.isVisible():
            self._second.start()
        else:
            self._second.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick()
        self._keep_time()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._second.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens_of(self).border))

    @Slot()
    def _start(self) -> None:
        self._send(StartTimer(""))

    @Slot()
    def _stop(self) -> None:
        self._send(StopTimer())

    @Slot()
    def _new(self) -> None:
        self._send(NewEntry())

    def _send(self, intent: Intent) -> None:
        self.intent.emit(intent)
