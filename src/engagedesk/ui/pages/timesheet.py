"""Timesheet: a frame around views of one period. It brings the views that ``ui/timesheet`` holds; others register.

page.add_view(ViewSpec("reconcile", ..., Period.WEEK, make))    a further tab
page.week.set_side(panel)                                       the panel beside the week grid
page.period_shown                                               what a view that loads its own rows listens to
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from engagedesk.services.queries.timesheet_rows import DaySheet, MonthSheet, WeekGrid
from engagedesk.ui.actions import page_tip
from engagedesk.ui.format import day_full
from engagedesk.ui.intents import RetryLoad
from engagedesk.ui.tab_order import follow_in_turn
from engagedesk.ui.theme import Icon, Style, Tone, px, text_width
from engagedesk.ui.theme.tokens import PAGE_PADDING
from engagedesk.ui.timesheet.day_view import DayView
from engagedesk.ui.timesheet.frame import Heading, Period, ViewSpec
from engagedesk.ui.timesheet.intents import ShowTimesheet, View
from engagedesk.ui.timesheet.month_view import MonthView
from engagedesk.ui.timesheet.week_view import WeekView
from engagedesk.ui.timesheet.words import day_range, locale_day, locale_month, short_range, tr, week_state, week_title
from engagedesk.ui.view_rows import Message
from engagedesk.ui.widgets.button import Button
from engagedesk.ui.widgets.chip import Chip
from engagedesk.ui.widgets.segments import Segments
from engagedesk.ui.widgets.states import ErrorState, Spinner
from engagedesk.ui.widgets.text import Label

LONGEST_STATE_PX = 78
HEAD_GAPS_PX = 13 * 8
"""Page width from which the header is one row."""


class TimesheetPage(QWidget):
    """In by ``show_week`` and its companions, out by ``intent``."""

    intent = Signal(object)
    period_shown = Signal(str, object)
    """A view's key and a day of its period: a view that registered itself loads its own rows."""

    def __init__(self, now: Callable[[], int], *, parent: QWidget | None = None) -> None:
        """``now`` answers Unix seconds; the running stretch is derived from it."""
        super().__init__(parent)
        self._now = now
        self._specs: dict[str, ViewSpec] = {}
        self._built: dict[str, QWidget] = {}
        self._key = View.WEEK.value
        self._asked = self._key
        """The view that was asked for last; its rows may be under way."""
        self._day: date | None = None
        self._below = 0
        """How many parts of the header stand in a second row: what the view brings along, then the views."""
        self._heading: Heading | None = None
        self._arrives = True
        """The page came into sight, and its rows did not yet."""
        self.title = Label(tr("Timesheet", "Timesheet"), style=Style.PAGE)
        self.previous_button = Button(icon=Icon.LEFT, height=28, name=page_tip(tr("Timesheet", "Earlier"), "Alt+Left"))
        self.next_button = Button(icon=Icon.RIGHT, height=28, name=page_tip(tr("Timesheet", "Later"), "Alt+Right"))
        self.today_button = Button(tr("Timesheet", "Today"), height=28)
        self.today_button.setToolTip(page_tip(tr("Timesheet", "Go to today"), "Alt+Home"))
        self.previous_button.clicked.connect(self._previous)
        self.next_button.clicked.connect(self._next)
        self.today_button.clicked.connect(self._go_today)
        self.period = Label("", style=Style.BODY_STRONG)
        self.detail = Label("", tone=Tone.SECOND)
        self.state_chip = Chip()
        self.spinner = Spinner(tr("Timesheet", "Refreshing"))
        self.segments = Segments(name=tr("Timesheet", "View"))
        self.segments.chosen.connect(self._choose)
        self._heads = QWidget()
        self._heads_row = QHBoxLayout(self._heads)
        self._heads_row.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        self.error = ErrorState()
        self.error.retry.connect(self._retry)
        self.error.hide()
        self._first = QHBoxLayout()
        self._first.setSpacing(8)
        self._first.addWidget(self.title)
        self._first.addSpacing(8)
        for widget in (self.previous_button, self.next_button, self.today_button):
            self._first.addWidget(widget)
        self._first.addSpacing(8)
        for label in (self.period, self.detail, self.state_chip, self.spinner):
            self._first.addWidget(label)
        self._first.addStretch(1)
        self._first.addWidget(self._heads)
        self._first.addWidget(self.segments)
        self._second = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 16, PAGE_PADDING, PAGE_PADDING)
        column.setSpacing(16)
        column.addLayout(self._first)
        column.addLayout(self._second)
        column.addWidget(self.error)
        column.addWidget(self._stack, 1)
        self._add_keys()
        self.add_view(ViewSpec(View.WEEK.value, tr("Timesheet", "Week"), Period.WEEK, WeekView))
        self.add_view(ViewSpec(View.DAY.value, tr("Timesheet", "Day"), Period.DAY, lambda: DayView(now)))
        self.add_view(ViewSpec(View.MONTH.value, tr("Timesheet", "Month"), Period.MONTH, MonthView))
        self.segments.show_chosen(self._key)

    # -- views -------------------------------------------------------------------------------------------------------

    def add_view(self, spec: ViewSpec) -> None:
        """Register a view; it gets the next segment and is built when it is first shown."""
        self._specs[spec.key] = spec
        self.segments.add(spec.key, spec.title)
        self.segments.show_chosen(self._key)

    def view(self, key: str) -> QWidget:
        """Return a view, building it if need be."""
        if key not in self._built:
            made = self._specs[key].make()
            asks = getattr(made, "intent", None)
            if asks is not None:
                asks.connect(self.intent)
            self._built[key] = made
            self._stack.addWidget(made)
            head = getattr(made, "head", None)
            if isinstance(head, QWidget):
                self._heads_row.addWidget(head)
                head.hide()
            follow_in_turn(self.today_button, self._heads, self.segments)
        return self._built[key]

    @property
    def week(self) -> WeekView:
        view = self.view(View.WEEK.value)
        assert isinstance(view, WeekView)  # noqa: S101  # registered above
        return view

    @property
    def day_view(self) -> DayView:
        view = self.view(View.DAY.value)
        assert isinstance(view, DayView)  # noqa: S101  # registered above
        return view

    @property
    def month(self) -> MonthView:
        view = self.view(View.MONTH.value)
        assert isinstance(view, MonthView)  # noqa: S101  # registered above
        return view

    @property
    def shown_view(self) -> str:
        return self._key

    @property
    def shown_day(self) -> date | None:
        """A day of the period in sight; None before anything was shown."""
        return self._day

    @property
    def shown_period(self) -> Period:
        return self._specs[self._key].period

    # -- in ----------------------------------------------------------------------------------------------------------

    def show_period(self, key: str, day: date, heading: Heading) -> None:
        """Bring a view into sight with the period that its rows are of."""
        self._day = day
        self.spinner.end()
        self.error.hide()
        self._stack.show()
        widget = self.view(key)
        moved = key != self._key
        self._key = self._asked = key
        self._stack.setCurrentWidget(widget)
        self.segments.show_chosen(key)
        head = getattr(widget, "head", None)
        for made in self._built.values():
            other = getattr(made, "head", None)
            if isinstance(other, QWidget):
                other.setVisible(other is head)
        self.period.setText(heading.title)
        self._heading = heading
        self.state_chip.show_status(heading.state, heading.tone)
        self._fit_head()
        self.setAccessibleName(f"{self.title.text()}: {heading.title} {heading.detail}")
        if (moved or self._arrives) and self.isVisible():
            self._arrives = False
            self._give_keyboard(widget)
        self.period_shown.emit(key, day)

    @Slot(object)
    def show_week(self, grid: WeekGrid, day: date | None = None) -> None:
        """Show a week's grid; ``day`` is where the day view would open, None = the one before, or its first."""
        inside = self._day if self._day in grid.week.days else None
        self.week.show_grid(grid)
        state, tone = week_state(grid.state)
        title, detail = week_title(grid.week), day_range(grid.week.first, grid.week.last)
        heading = Heading(title, detail, state, tone, short=short_range(grid.week.first, grid.week.last))
        self.show_period(View.WEEK.value, day or inside or grid.week.first, heading)

    @Slot(object)
    def show_day(self, sheet: DaySheet) -> None:
        """Show a day with what touches it."""
        self.day_view.show_day(sheet)
        state, tone = week_state(sheet.week_state)
        title = locale_day(sheet.day)
        self.show_period(View.DAY.value, sheet.day, Heading(title, day_full(sheet.day), state, tone))

    @Slot(object)
    def show_month(self, month: MonthSheet, day: date | None = None) -> None:
        """Show a month's days; ``day`` is where the other views would open."""
        self.month.show_month(month)
        last = month.days[-1].day
        inside = self._day if self._day is not None and month.first <= self._day <= last else None
        title = locale_month(month.first)
        self.show_period(View.MONTH.value, day or inside or month.first, Heading(title, ""))

    @Slot()
    def take_keyboard(self) -> None:
        """Put the keyboard into the view in sight."""
        self._give_keyboard(self.view(self._key))

    @Slot()
    def show_loading(self) -> None:
        """Keep what is shown; a spinner comes when it takes longer than 300 ms."""
        self.spinner.begin()

    @Slot(object)
    def show_error(self, message: Message) -> None:
        self.spinner.end()
        self.error.show_message(message)
        self.error.show()

    # -- inside ------------------------------------------------------------------------------------------------------

    def _give_keyboard(self, view: QWidget) -> None:
        """Put the keyboard into a view that came into sight, unless it is held by the switch or outside the page."""
        held = QApplication.focusWidget()
        outside = held is not None and held is not self.window() and not self.isAncestorOf(held)
        takes = getattr(view, "takes_keyboard", None)
        if isinstance(takes, QWidget) and not outside and not (held and self.segments.isAncestorOf(held)):
            takes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_keys(self) -> None:
        for words, keys, slot in (
            (tr("Timesheet", "Earlier"), "Alt+Left", self._previous),
            (tr("Timesheet", "Later"), "Alt+Right", self._next),
            (tr("Timesheet", "Today"), "Alt+Home", self._go_today),
            (tr("Timesheet", "Next view"), "Ctrl+Tab", self._next_view),
            (tr("Timesheet", "View before"), "Ctrl+Shift+Tab", self._view_before),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            # Of the window, and heard only while the page is in sight: also where nothing has the keyboard.
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(slot)
            self.addAction(action)

    def _step(self, by: int) -> None:
        if self._day is None:
            return
        match self.shown_period:
            case Period.DAY:
                day = self._day + timedelta(days=by)
            case Period.WEEK:
                day = self._day + timedelta(days=7 * by)
            case Period.MONTH:
                near = self._day.replace(day=1) + timedelta(days=31 if by > 0 else -1)
                day = near.replace(day=1)
        self.intent.emit(ShowTimesheet(self._key, day))

    @Slot()
    def _previous(self) -> None:
        self._step(-1)

    @Slot()
    def _next(self) -> None:
        self._step(1)

    @Slot()
    def _go_today(self) -> None:
        self.intent.emit(ShowTimesheet(self._key, today=True))

    def _turn(self, by: int) -> None:
        keys = list(self._specs)
        self._choose(keys[(keys.index(self._asked) + by) % len(keys)])

    @Slot()
    def _next_view(self) -> None:
        self._turn(1)

    @Slot()
    def _view_before(self) -> None:
        self._turn(-1)

    @Slot(str)
    def _choose(self, key: str) -> None:
        self._asked = key
        self.intent.emit(ShowTimesheet(key, self._day))

    @Slot()
    def _retry(self) -> None:
        self.intent.emit(RetryLoad("timesheet"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrives = True
        # What happened elsewhere meanwhile is in it.
        self.intent.emit(ShowTimesheet(self._key, self._day))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        """Lay the header so that no word of it is cut.

        Where the period does not fit in full, it is said in short; then the view's own part goes below, at last the
        choice of views too.
        """
        heading = self._heading
        if heading is None:
            return
        room = self.width() - 2 * PAGE_PADDING
        periods = (heading.detail, heading.short) if heading.short else (heading.detail,)
        ways = [(words, below) for below in range(3) for words in periods]
        words, below = next((way for way in ways if self._head_px(*way) <= room), ways[-1])
        self.detail.setText(words)
        self._lay_head(below)

    def _head_px(self, detail: str, below: int) -> int:
        """Return how wide the first row would be; the state counts as its longest, so that no week differs."""
        shown = (self.title, self.previous_button, self.next_button, self.today_button, self.period)
        widths = sum(widget.sizeHint().width() for widget in shown) + text_width(Style.BODY, detail) + HEAD_GAPS_PX
        if self._heading is not None and self._heading.state:
            widths += px(LONGEST_STATE_PX)
        if below < 2:
            widths += self.segments.sizeHint().width()
        head = getattr(self.view(self._key), "head", None)
        if below < 1 and isinstance(head, QWidget):
            widths += head.sizeHint().width()
        return widths

    def _lay_head(self, below: int) -> None:
        """Put so many of the header's two last parts into a row of their own."""
        if below == self._below:
            return
        self._below = below
        for part in (self._heads, self.segments):
            self._first.removeWidget(part)
            self._second.removeWidget(part)
        while self._second.count():
            self._second.takeAt(0)
        if below:
            self._second.addWidget(self._heads)
            self._second.addStretch(1)
        else:
            self._first.addWidget(self._heads)
        (self._second if below == 2 else self._first).addWidget(self.segments)
