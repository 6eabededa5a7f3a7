"""A look around: a few callouts over the real window, one after the other. Nothing is blocked meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagedesk.ui.actions import shown_keys
from engagedesk.ui.format import locale
from engagedesk.ui.main_window import MainWindow
from engagedesk.ui.theme import Style, Tone, px, tokens_of
from engagedesk.ui.theme.tokens import FOCUS_RING, RADIUS_CARD, RADIUS_CONTROL
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import tr

_WIDTH: Final = 336
_GAP: Final = 12


@dataclass(frozen=True, slots=True)
class Stop:
    """One callout and what it stands at; a target that is not in sight leaves it in the middle of the window."""

    title: str
    words: str
    target: Callable[[], QWidget | None]
    at_side: bool = False
    """What lies below the target belongs to it: the callout stands beside it where there is room."""


def window_stops(window: MainWindow) -> tuple[Stop, ...]:
    """Return what there is to see on Today and around it."""
    keys = window.registry.shown

    def line() -> QWidget | None:
        page = window.built_page("today")
        found = getattr(page, "quick_line", None)
        return found if isinstance(found, QWidget) else None

    def timer() -> QWidget:
        bar = window.top_bar
        return bar.start_button if bar.start_button.isVisible() else bar.stop_button

    return (
        Stop(
            tr("Tour", "Type what you did"),
            tr("Tour", "“9:30-11 client, narrative” is enough. What it means is shown while you type; Enter keeps it."),
            line,
            at_side=True,
        ),
        Stop(
            tr("Tour", "One timer"),
            tr("Tour", "It is on disk before the screen says so, and goes on through a lock, a crash or a power cut. "
               "Starting another stops the first."),
            timer,
        ),
        Stop(
            tr("Tour", "Everything in one box"),
            tr("Tour", "{keys} finds every action, engagement, page and setting. Tab shows what can be done with one.")
            .format(keys=keys("find")),
            lambda: window.top_bar.finder,
        ),
        Stop(
            tr("Tour", "Pages and engagements"),
            tr("Tour", "Pages above, your active engagements below. {first} to {last} show a page.")
            .format(first=shown_keys("Ctrl+1"), last=shown_keys(f"Ctrl+{min(9, len(window.sidebar.nav))}")),
            lambda: window.sidebar,
        ),
        Stop(
            tr("Tour", "Yours to arrange"),
            tr("Tour", "Settings have the keys, the firm's rules and the backups. {undo} undoes whatever you did, "
               "{help} lists all keys.").format(undo=keys("undo"), help=keys("help")),
            lambda: window.sidebar.nav[-1],
        ),
    )  # fmt: skip


class _Ring(QWidget):
    """A ring around what a callout speaks of; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens_of(self).accent), FOCUS_RING))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)


class Callout(QWidget):
    """Title, words, how far, and the way on."""

    back = Signal()
    forth = Signal()
    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._title = Label("", style=Style.SECTION)
        self._words = Label("", tone=Tone.SECOND, wrap=True)
        self._place = Label("", style=Style.CAPTION, tone=Tone.THIRD)
        self.skip_button = Button(self.tr("Skip"), kind=ButtonKind.GHOST, height=28)
        self.skip_button.clicked.connect(self.left)
        self.back_button = Button(self.tr("Back"), height=28)
        self.back_button.clicked.connect(self.back)
        self.next_button = Button(self.tr("Next"), kind=ButtonKind.PRIMARY, height=28)
        self.next_button.clicked.connect(self.forth)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._place, 1)
        for button in (self.skip_button, self.back_button, self.next_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(4)
        column.addLayout(row)
        self.setFixedWidth(px(_WIDTH))
        self.hide()

    def show_stop(self, stop: Stop, number: int, count: int) -> None:
        self._title.setText(stop.title)
        self._words.setText(stop.words)
        self._words.setFixedHeight(self._words.heightForWidth(px(_WIDTH) - 32))
        self._place.setText(
            self.tr("{n} of {count}").format(n=locale().toString(number), count=locale().toString(count))
        )
        self.back_button.setVisible(number > 1)
        last = number == count
        self.skip_button.setVisible(not last)
        self.next_button.setText(self.tr("Done") if last else self.tr("Next"))
        self.next_button.setAccessibleName(self.next_button.text())
        self.next_button.setAccessibleDescription(f"{stop.title}. {stop.words}")
        self.next_button.updateGeometry()
        self.setAccessibleName(stop.title)
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        painter.setBrush(QColor(tokens.surface))
        painter.setPen(QColor(tokens.control_border))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)


class Tour(QObject):
    """Goes through the stops; ``over`` when it was left or seen to its end."""

    over = Signal()

    def __init__(self, window: MainWindow, stops: tuple[Stop, ...] = ()) -> None:
        super().__init__(window)
        self._window = window
        self._stops = stops or window_stops(window)
        self._number = -1
        self._ring = _Ring(window)
        self.callout = Callout(window)
        self.callout.forth.connect(self._forth)
        self.callout.back.connect(self._back)
        self.callout.left.connect(self.end)

    @property
    def number(self) -> int:
        """Which stop is shown, from 0; -1 = none."""
        return self._number

    def begin(self, *, take_focus: bool) -> None:
        """``take_focus`` False leaves the keyboard where it is: nobody asked for the tour, Esc still ends it."""
        self._window.installEventFilter(self)
        self._go(0)
        if take_focus:
            self.callout.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def end(self) -> None:
        if self._number < 0:
            return
        self._number = -1
        self._window.removeEventFilter(self)
        had_focus = self.callout.isAncestorOf(self._window.focusWidget() or self._window)
        self.callout.hide()
        self._ring.hide()
        if had_focus and self._window.current_page:
            self._window.page(self._window.current_page).setFocus()
        self.over.emit()

    @Slot()
    def _forth(self) -> None:
        if self._number + 1 < len(self._stops):
            self._go(self._number + 1)
        else:
            self.end()

    @Slot()
    def _back(self) -> None:
        self._go(max(0, self._number - 1))

    def _go(self, number: int) -> None:
        self._number = number
        self.callout.show_stop(self._stops[number], number + 1, len(self._stops))
        self._place()
        self.callout.show()
        self.callout.raise_()

    def _place(self) -> None:
        window = self._window
        target = self._stops[self._number].target()
        if target is None or not target.isVisible():
            self._ring.hide()
            size = self.callout.size()
            self.callout.move((window.width() - size.width()) // 2, (window.height() - size.height()) // 2)
            return
        at = QRect(target.mapTo(window, QPoint(0, 0)), target.size()).adjusted(-4, -4, 4, 4).intersected(window.rect())
        self._ring.setGeometry(at)
        self._ring.show()
        self._ring.raise_()
        stop, size = self._stops[self._number], self.callout.size()
        self.callout.move(beside(at, size, window.size(), at_side=stop.at_side, mirrored=window.isRightToLeft()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and self._number >= 0:
            if event.type() == QEvent.Type.Resize:
                self._place()
            # Of keys, only what nothing inside the window wanted comes here.
            elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
                self.end()
                return True
        return super().eventFilter(watched, event)


def beside(target: QRect, size: QSize, room: QSize, *, at_side: bool = False, mirrored: bool = False) -> QPoint:
    """Return where a callout of this size stands: below its target, above, at the side, always inside the room.

    ``at_side``: at the side where there is room, else above; never below as long as there is another place.
    """
    right, left = target.right() + _GAP, target.left() - _GAP - size.width()
    at_right, at_left = right + size.width() <= room.width(), left >= 0
    tall = target.height() > room.height() // 2
    if tall or (at_side and (at_right or at_left)):
        goes_right = at_right and (not (mirrored and at_left) or not at_side)
        x = right if goes_right else left
        top = target.top() + (_GAP if tall else 0)
        y = min(top, room.height() - size.height() - _GAP)
    elif at_side and target.top() - _GAP - size.height() >= _GAP:
        x = target.left() + (target.width() - size.width()) // 2
        y = target.top() - _GAP - size.height()
    else:
        x = target.left() + (target.width() - size.width()) // 2
        y = target.bottom() + _GAP
        if y + size.height() > room.height() - _GAP:
            y = target.top() - _GAP - size.height()
    x = max(_GAP, min(x, room.width() - size.width() - _GAP))
    return QPoint(x, max(_GAP, min(y, room.height() - size.height() - _GAP)))
