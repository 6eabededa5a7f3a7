"""Today: figures, the day's entries edited in place, the week's days, and what waits beside them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from engagedesk.services.queries.dashboard_rows import Dashboard
from engagedesk.services.queries.rows import EngagementRow, GapRow, RecentTarget, TodayView
from engagedesk.ui.format import (
    DOT,
    EN_DASH,
    day_title,
    days_between,
    hm,
    hours,
    minutes_words,
    money,
    money_short,
    percent,
    week_number,
)
from engagedesk.ui.intents import ChooseImport, LoadSample, RetryLoad, ShowDay
from engagedesk.ui.pages.entries_table import EntriesTable
from engagedesk.ui.pages.scrolling import ScrollingPage
from engagedesk.ui.pages.suggested import SuggestedCard
from engagedesk.ui.pages.today_dates import DatesCard
from engagedesk.ui.pages.today_side import AwaitingCard, RecentCard, WeekCard
from engagedesk.ui.theme import Icon, Style, Tone, px
from engagedesk.ui.theme.tokens import CHIP_ICON_BELOW, COLUMN_GAP, SIDEBAR
from engagedesk.ui.view_rows import DraftRow, Echo, Message
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.card import Card, CardHeader, Hairline
from engagedesk.ui.widgets.figure import FigureCard
from engagedesk.ui.widgets.quick_line import QuickLine
from engagedesk.ui.widgets.states import EmptyState, ErrorState, Spinner
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import counted

_SIDE_BY_SIDE_FROM = 1080
BUDGETS_ROOM_PX = 268
"""A card of five budgets is as high."""

_HALF_MINUTE_S = 30
"""Less is shown as 0:00."""


class TodayPage(ScrollingPage):
    """In by ``show_view`` and its companions, out by ``intent``."""

    intent = Signal(object)

    def __init__(self, now: Callable[[], int], *, parent: QWidget | None = None) -> None:
        """``now`` answers Unix seconds; the running stretch is derived from it."""
        super().__init__(parent=parent)
        self._now = now
        self._view: TodayView | None = None
        self._side_by_side = True
        self._minute = QTimer(self)
        self._minute.setInterval(15_000)
        self._minute.timeout.connect(self._tick)
        self.column.addLayout(self._build_head())
        self.column.addLayout(self._build_figures())
        self.error = ErrorState()
        self.error.retry.connect(self._retry)
        self.error.hide()
        self.column.addWidget(self.error)
        left = QVBoxLayout()
        left.setSpacing(COLUMN_GAP)
        left.addWidget(self._build_entries())
        self.suggested = SuggestedCard()
        self.suggested.intent.connect(self.intent)
        left.addWidget(self.suggested)
        self.week_card = WeekCard()
        self.week_card.intent.connect(self.intent)
        self.strip = self.week_card.strip
        left.addWidget(self.week_card)
        left.addStretch(1)
        self._side = QWidget()
        whole_side = QVBoxLayout(self._side)
        whole_side.setContentsMargins(0, 0, 0, 0)
        whole_side.setSpacing(COLUMN_GAP)
        self._late_box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._late_box.setSpacing(COLUMN_GAP)
        self._side_box = side = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        side.setSpacing(COLUMN_GAP)
        whole_side.addLayout(self._late_box)
        whole_side.addLayout(side)
        self._budgets_room: Card | None = self._build_budgets_room()
        self.dates_card = DatesCard()
        self.dates_card.intent.connect(self.intent)
        self._late_box.addWidget(self._budgets_room, 1, Qt.AlignmentFlag.AlignTop)
        self._late_box.addWidget(self.dates_card, 1, Qt.AlignmentFlag.AlignTop)
        self.awaiting_card = AwaitingCard()
        self.recent_card = RecentCard()
        for card in (self.awaiting_card, self.recent_card):
            card.intent.connect(self.intent)
            side.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        side.addStretch(1)
        self._side.setFixedWidth(px(344))
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(COLUMN_GAP)
        self._body.addLayout(left, 1)
        self._body.addWidget(self._side)
        self.column.addLayout(self._body)
        self.column.addStretch(1)

    # -- building ----------------------------------------------------------------------------------------------------

    def _build_head(self) -> QHBoxLayout:
        self.title = Label("", style=Style.PAGE)
        self.previous_button = Button(icon=Icon.LEFT, height=28, name=self.tr("Previous day"))
        self.next_button = Button(icon=Icon.RIGHT, height=28, name=self.tr("Next day"))
        self.today_button = Button(self.tr("Today"), height=28)
        self.previous_button.clicked.connect(self._previous)
        self.next_button.clicked.connect(self._next)
        self.today_button.clicked.connect(self._go_today)
        self.week_note = Label("", tone=Tone.SECOND)
        self.spinner = Spinner(self.tr("Refreshing"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addSpacing(8)
        for button in (self.previous_button, self.next_button, self.today_button):
            row.addWidget(button)
        row.addWidget(self.spinner)
        row.addStretch(1)
        row.addWidget(self.week_note)
        return row

    def _build_figures(self) -> QHBoxLayout:
        self.recorded = FigureCard(self.tr("Recorded today"))
        self.billable = FigureCard(self.tr("Chargeable this week"))
        self.unbilled = FigureCard(self.tr("Unbilled"))
        self.due = FigureCard(self.tr("Due in 7 days"))
        row = QHBoxLayout()
        row.setSpacing(COLUMN_GAP)
        for card in (self.recorded, self.billable, self.unbilled, self.due):
            row.addWidget(card, 1)
        return row

    def _build_budgets_room(self) -> Card:
        """Return what holds the place of the budgets until they are read, so that nothing moves when they come."""
        room = Card()
        room.column.setContentsMargins(15, 12, 15, 10)
        room.column.addWidget(CardHeader(self.tr("Budgets")))
        room.column.addStretch(1)
        room.setFixedHeight(px(BUDGETS_ROOM_PX))
        room.hide()
        return room

    def _build_entries(self) -> QWidget:
        card = Card(padding=0)
        card.column.setContentsMargins(1, 0, 1, 12)
        card.column.setSpacing(0)
        self.entries_header = CardHeader(self.tr("Entries"))
        self.entries_header.row.setContentsMargins(15, 0, 15, 0)
        self.quick_line = QuickLine()
        self.quick_line.intent.connect(self.intent)
        self.table = EntriesTable(self._now)
        self.table.intent.connect(self.intent)
        self.table.fill_asked.connect(self._fill)
        self.empty = EmptyState(
            icon=Icon.TODAY,
            sentence=self.tr("Nothing recorded on this day yet: start a timer, or type a line above."),
            action=self.tr("Start timer"),
            action_icon=Icon.PLAY,
        )
        self.empty.button.set_kind(ButtonKind.SECONDARY)
        self.empty.action.connect(self.begin_entry)
        self.no_data = EmptyState(
            icon=Icon.ENGAGEMENTS,
            sentence=self.tr("No engagements yet: bring in your list, and today has something to count on."),
            action=self.tr("Import a file"),
            action_icon=Icon.IMPORT,
            second=self.tr("Load the sample portfolio"),
        )
        self.no_data.action.connect(self._import)
        self.no_data.second.connect(self._sample)
        self.no_data.hide()
        card.column.addSpacing(12)
        card.column.addWidget(self.entries_header)
        card.column.addSpacing(4)
        card.column.addWidget(self.quick_line)
        self._quick_rule = Hairline()
        card.column.addWidget(self._quick_rule)
        card.column.addWidget(self.table)
        card.column.addWidget(self.empty)
        card.column.addWidget(self.no_data)
        return card

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Whoever comes to the page can type at once what they do. (A focus proxy would take Tab's order apart.)
        self.quick_line.field.setFocus(event.reason())

    # -- in ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_view(self, view: TodayView) -> None:
        """Show a day; the place of the keyboard and an open editor stay."""
        if self._view is not None and self._view.day != view.day:
            self.suggested.show_drafts(())
        self._view = view
        self.spinner.end()
        self.error.hide()
        self.title.setText(day_title(view.day))
        self.quick_line.set_day(view.day)
        is_today = self.is_today
        self.today_button.setVisible(not is_today)
        self.recorded.setAccessibleDescription(day_title(view.day))
        self.table.show_view(view)
        self.table.setVisible(bool(view.entries))
        self._quick_rule.setVisible(not view.entries)
        self._show_empty()
        self.week_card.show_view(view)
        self.awaiting_card.show_view(view)
        self._tick()

    @Slot(object)
    def show_engagements(self, rows: tuple[EngagementRow, ...]) -> None:
        """Take the active engagements: those with time that awaits a code are listed."""
        self._has_engagements = bool(rows)
        if self._budgets_room is not None:
            self._budgets_room.setVisible(self._has_engagements)
        self.awaiting_card.show_engagements(rows)
        self._show_empty()

    @Slot(object)
    def show_recent(self, targets: tuple[RecentTarget, ...]) -> None:
        """Take what can be started again, most recent first."""
        self.recent_card.show_targets(targets)
        self.table.show_targets(targets)

    @Slot(object)
    def add_side_card(self, card: QWidget, *, first: bool) -> None:
        """Take a card that came after the first look, above the next dates or below them; ``intent`` is passed on."""
        card.intent.connect(self.intent)  # type: ignore[attr-defined]  # every card has one
        if first and self._budgets_room is not None:
            self._late_box.removeWidget(self._budgets_room)
            self._budgets_room.hide()
            self._budgets_room.deleteLater()
            self._budgets_room = None
        self._late_box.insertWidget(0 if first else -1, card, 1, Qt.AlignmentFlag.AlignTop)

    def show_drafts(self, rows: tuple[DraftRow, ...]) -> None:
        """Take the suggestions for the day shown."""
        self.suggested.show_drafts(rows)

    @Slot(object)
    def show_echo(self, echo: Echo) -> None:
        self.quick_line.show_echo(echo)

    @Slot()
    def show_loading(self) -> None:
        """Keep what is shown; a spinner comes when it takes longer than 300 ms."""
        self.spinner.begin()

    @Slot(object)
    def show_error(self, message: Message) -> None:
        self.spinner.end()
        self.error.show_message(message)
        self.error.show()

    @Slot()
    def begin_entry(self) -> None:
        """Put the keyboard into the quick-entry line."""
        self.ensureWidgetVisible(self.quick_line)
        self.quick_line.begin(self.quick_line.field.text())

    @property
    def is_today(self) -> bool:
        view = self._view
        return view is not None and view.day_start_utc <= self._now() < view.day_end_utc

    # -- inside ------------------------------------------------------------------------------------------------------

    _has_engagements: bool | None = None

    def _show_empty(self) -> None:
        view = self._view
        nothing = view is not None and not view.entries
        bare = nothing and self._has_engagements is False
        self.no_data.setVisible(bare)
        self.empty.setVisible(nothing and not bare)

    @Slot()
    def _tick(self) -> None:
        """Derive everything that grows while a timer runs."""
        view = self._view
        if view is None:
            return
        running = view.running
        open_s = 0
        if running is not None and self.is_today:
            open_s = max(0, self._now() - max(running.start_utc, view.day_start_utc))
        recorded = view.recorded_s + open_s
        of = self.tr("of {standard} h").format(standard=hm(view.standard_s)) if view.standard_s else ""
        unallocated = ""
        if view.unallocated_s >= 60:
            unallocated = self.tr("{length} unallocated").format(length=minutes_words(view.unallocated_s))
        note = "; ".join(part for part in (of, unallocated) if part) or self.tr("no standard hours on this day")
        self.recorded.show_figure(self.tr("{hours} h").format(hours=hm(recorded)), note)
        chargeable = view.week_chargeable_s + (open_s if running is not None and running.chargeable else 0)
        week = view.week_recorded_s + open_s
        split = self.tr("{part} of {whole} h").format(part=hm(chargeable), whole=hm(week))
        # A share of what is shown as 0:00 would be a number about nothing.
        anything = week >= _HALF_MINUTE_S
        share = percent(chargeable, week if anything else 0)
        self.billable.show_figure(share, split if anything else self.tr("nothing recorded yet"))
        number = self.tr("Week {number}").format(number=week_number(view.week_label))
        total = self.tr("{part} of {whole} h").format(part=hm(week), whole=hm(view.week_standard_s))
        self.week_note.setText(f"{number}{DOT}{total}")
        self.week_card.show_open(open_s)
        self._show_counts(view)
        self.table.tick()

    @Slot(object)
    def show_dashboard(self, dashboard: Dashboard) -> None:
        """Show what does not belong to one day: what is unbilled, and what is due."""
        found = dashboard.unbilled
        old = counted(
            days_between(found.oldest, dashboard.today) if found.oldest else 0,
            self.tr("oldest {n} day"),
            self.tr("oldest {n} days"),
        )
        if found.by_currency:
            first, *others = found.by_currency
            amounts = ", ".join(money_short(minor, currency) for currency, minor in others)
            more = self.tr("and {amounts}").format(amounts=amounts) if others else ""
            self.unbilled.show_figure(
                money(first[1], first[0]), "; ".join(part for part in (more, old if found.oldest else "") if part)
            )
        elif found.seconds:
            note = old if found.oldest else ""
            self.unbilled.show_figure(self.tr("{hours} h").format(hours=hours(found.seconds)), note)
        else:
            self.unbilled.show_figure(EN_DASH, self.tr("nothing is unbilled"))
        self._show_due(dashboard)
        self.dates_card.show_dashboard(dashboard)

    def _show_due(self, dashboard: Dashboard) -> None:
        if dashboard.overdue:
            late = counted(dashboard.overdue, self.tr("{n} is overdue"), self.tr("{n} are overdue"))
            self.due.show_figure(str(dashboard.due_soon), late, tone=Tone.DANGER, icon=Icon.ALERT)
        elif dashboard.due_soon:
            one = dashboard.dates[0]
            self.due.show_figure(str(dashboard.due_soon), f"{one.client}: {one.name}")
        else:
            self.due.show_figure("0", self.tr("nothing is due in a week"))

    def _show_counts(self, view: TodayView) -> None:
        parts = [counted(len(view.entries), self.tr("{n} entry"), self.tr("{n} entries"))] if view.entries else []
        if view.gaps:
            parts.append(counted(len(view.gaps), self.tr("{n} gap"), self.tr("{n} gaps")))
        if view.overlaps:
            lost = minutes_words(sum(pair.seconds for pair in view.overlaps))
            words = counted(len(view.overlaps), self.tr("{n} overlap of"), self.tr("{n} overlaps of"))
            parts.append(f"{words} {lost}")
        length = view.day_end_utc - view.day_start_utc
        if length != 86_400:
            parts.append(self.tr("a day of {hours} hours").format(hours=length // 3600))
        self.entries_header.note.setText(DOT.join(parts))

    @Slot(object)
    def _fill(self, gap: GapRow) -> None:
        self.ensureWidgetVisible(self.quick_line)
        self.quick_line.fill(gap)

    def _step(self, days: int) -> None:
        if self._view is not None:
            self.intent.emit(ShowDay(_moved(self._view.day, days)))

    @Slot()
    def _previous(self) -> None:
        self._step(-1)

    @Slot()
    def _next(self) -> None:
        self._step(1)

    @Slot()
    def _go_today(self) -> None:
        self.intent.emit(ShowDay(None))

    @Slot()
    def _retry(self) -> None:
        self.intent.emit(RetryLoad("today"))

    @Slot()
    def _import(self) -> None:
        self.intent.emit(ChooseImport())

    @Slot()
    def _sample(self) -> None:
        self.intent.emit(LoadSample())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width()
        self.table.set_narrow(width < px(CHIP_ICON_BELOW - SIDEBAR))
        side_by_side = width >= px(_SIDE_BY_SIDE_FROM)
        if side_by_side == self._side_by_side:
            return
        self._side_by_side = side_by_side
        direction = QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom
        self._body.setDirection(direction)
        across = QBoxLayout.Direction.TopToBottom if side_by_side else QBoxLayout.Direction.LeftToRight
        self._side_box.setDirection(across)
        self._late_box.setDirection(across)
        self._side_box.setStretch(2, 1 if side_by_side else 0)
        if side_by_side:
            self._side.setFixedWidth(px(344))
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LocaleChange and self._view is not None:
            self.show_view(self._view)


def _moved(day: date, days: int) -> date:
    return day + timedelta(days=days)
