"""Handing over: the timesheet line by line for a system that wants it typed, each line ticked when it is there."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engagedesk.domain.handover import HandoverLine, LineContent, TickState, next_open
from engagedesk.domain.timesheet import decimal_hours
from engagedesk.services.queries.handover import Handover
from engagedesk.ui import intents
from engagedesk.ui.check_words import tick_words
from engagedesk.ui.format import locale, weekday_number
from engagedesk.ui.intents import SheetFormat
from engagedesk.ui.tables.cell import Align, Cell, chip, words
from engagedesk.ui.tables.geometry import Width
from engagedesk.ui.tables.model import Column, RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import Icon, Style, Tone, px
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.card import Card, CardHeader
from engagedesk.ui.widgets.states import EmptyState
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import tr

LEAST = 420
WIDE = 780


def handover_columns(increment_s: int) -> tuple[Column[HandoverLine], ...]:
    """Return the columns; hours are decimals in the firm's increment, as they are typed."""

    def hours(line: HandoverLine) -> str:
        return _hours((line.now or line.entered or LineContent(0, "")).seconds, increment_s)

    def was(line: HandoverLine) -> str:
        if line.state is not TickState.CHANGED or line.entered is None or line.now is None:
            return ""
        if line.entered.seconds == line.now.seconds:
            return tr("Tick", "other narrative")
        return tr("Tick", "was {hours}").format(hours=_hours(line.entered.seconds, increment_s))

    def narrative(line: HandoverLine) -> str:
        return (line.now or line.entered or LineContent(0, "")).narrative

    def state_cell(line: HandoverLine) -> Cell:
        word, tone, icon = tick_words(line)
        beside = was(line)
        said = (words(beside, tone=Tone.WARN, style=Style.CAPTION),) if beside else ()
        return Cell((chip(word, tone, icon), *said))

    return (
        Column("day", tr("Handover", "Day"), lambda h: weekday_number(h.key.day),
               lambda h: Cell((words(weekday_number(h.key.day), tone=Tone.SECOND),)), Width(84), pad_start=16),
        Column("code", tr("Handover", "Code"), lambda h: h.key.code,
               lambda h: Cell((words(h.key.code, style=Style.BODY_MEDIUM),)), Width(104)),
        Column("activity", tr("Handover", "Activity"), lambda h: h.key.activity,
               lambda h: Cell((words(h.key.activity),)), Width(120, hide_below=700), tip=lambda h: h.key.activity),
        Column("hours", tr("Handover", "Hours"), hours,
               lambda h: Cell((words(hours(h), style=Style.BODY_STRONG),), align=Align.END), Width(64),
               align=Align.END),
        Column("narrative", tr("Handover", "Narrative"), narrative,
               lambda h: Cell((words(narrative(h), tone=Tone.SECOND),)), Width(160, share=1), tip=narrative),
        Column("state", tr("Handover", "There"), lambda h: " ".join((tick_words(h)[0], was(h))).strip(), state_cell,
               Width(168), pad_end=16),
    )  # fmt: skip


def _hours(seconds: int, increment_s: int) -> str:
    text = decimal_hours(seconds, increment_s)
    return locale().toString(float(text), "f", len(text.partition(".")[2]))


class _Lines(RowTable):
    """The lines; Space ticks, Ctrl+C copies, Enter copies what is to be typed next."""

    ticked = Signal(object)
    copied = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit(self.row_model.row_at(index))
        elif index.isValid() and event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.ticked.emit(self.row_model.row_at(index))
        else:
            super().keyPressEvent(event)


class HandoverView(Card):
    """In by ``show_handover``, out by ``intent``. A tick goes on to the next line that is not there yet."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self._handover: Handover | None = None
        self._after_tick = False
        self._increment_s = 0
        self.column.setSpacing(0)
        self.header = CardHeader(self.tr("Hand over"))
        self.header.row.setContentsMargins(16, 0, 16, 0)
        self.column.addSpacing(12)
        self.column.addWidget(self.header)
        hint = Label(
            self.tr("Type each line into the firm's system: Enter copies it, Space ticks it and goes on."),
            tone=Tone.SECOND,
            wrap=True,
        )
        inset = QHBoxLayout()
        inset.setContentsMargins(16, 0, 16, 0)
        inset.addWidget(hint)
        self.column.addLayout(inset)
        self.column.addSpacing(4)
        self.model: RowTableModel[HandoverLine] = RowTableModel(
            handover_columns(900), key=lambda line: line.key, parent=self
        )
        self.table = _Lines(self.model, name=self.tr("Lines to hand over"))
        self.head: QWidget | None = None
        self.takes_keyboard: QWidget = self.table
        self.table.chosen.connect(self._copy_line)
        self.table.copied.connect(self._copy_line)
        self.table.ticked.connect(self._tick)
        self.column.addWidget(self.table, 1)
        self.empty = EmptyState(icon=Icon.SHEET, sentence=self.tr("This week has no line with an open code yet."))
        self.column.addWidget(self.empty, 1)
        self.copy_button = Button(self.tr("Copy line"), icon=Icon.COPY, hint=self.tr("Enter"), height=28)
        self.tick_button = Button(self.tr("Entered"), icon=Icon.CHECK, hint=self.tr("Space"), height=28)
        self.all_button = Button(self.tr("Copy all lines"), height=28)
        self.tick_all_button = Button(self.tr("Tick all"), kind=ButtonKind.GHOST, height=28)
        self.untick_all_button = Button(self.tr("Untick all"), kind=ButtonKind.GHOST, height=28)
        self.sheet_button = Button(self.tr("Copy timesheet"), height=28)
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 12)
        row.setSpacing(8)
        for button, slot in (
            (self.copy_button, self._copy_current),
            (self.tick_button, self._tick_current),
            (self.all_button, self._copy_all),
            (self.sheet_button, self._copy_sheet),
        ):
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        self.tick_all_button.clicked.connect(self._tick_all)
        self.untick_all_button.clicked.connect(self._untick_all)
        row.addWidget(self.tick_all_button)
        row.addWidget(self.untick_all_button)
        self.column.addLayout(row)
        self.setMinimumWidth(px(LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a narrow window the lines and their two keys matter; the rest is a step away in the panel.
        room = self.width() - 2 * 16
        wide = self.width() >= px(WIDE)
        self.copy_button.set_hint(self.tr("Enter") if wide else "")
        self.tick_button.set_hint(self.tr("Space") if wide else "")
        always = (self.copy_button, self.tick_button, self.tick_all_button, self.untick_all_button)
        need = sum(button.sizeHint().width() + 8 for button in always)
        for button in (self.all_button, self.sheet_button):
            need += button.sizeHint().width() + 8
            button.setVisible(wide and need <= room)

    @Slot(object)
    def show_handover(self, handover: Handover) -> None:
        """Show a week's lines; after a tick the keyboard goes on to the next that is to be typed."""
        here = self.current
        same_week = self._handover is not None and self._handover.week == handover.week
        if handover.increment_s != self._increment_s:
            self._increment_s = handover.increment_s
            self.model.set_columns(handover_columns(handover.increment_s))
        self._handover = handover
        self.model.set_rows(handover.lines)
        self.header.note.setText(
            self.tr("{done} of {count} entered").format(done=handover.done, count=len(handover.lines))
        )
        self.table.setVisible(bool(handover.lines))
        self.empty.setVisible(not handover.lines)
        for button in (self.copy_button, self.tick_button, self.all_button, self.tick_all_button, self.sheet_button):
            button.setEnabled(bool(handover.lines))
        self.untick_all_button.setEnabled(any(line.entered is not None for line in handover.lines))
        following = next_open(handover.lines, None if here is None or not same_week else here.key)
        if self._after_tick or not same_week:
            self._go_to(None if following is None else following.key)
        elif here is not None:
            self._go_to(here.key)
        self._after_tick = False

    @property
    def current(self) -> HandoverLine | None:
        return self.model.shown_at(self.table.currentIndex())

    def _go_to(self, key: Hashable | None) -> None:
        index = self.model.index_of(key)
        if index.isValid():
            self.table.setCurrentIndex(index)

    @Slot(object)
    def _copy_line(self, line: HandoverLine) -> None:
        if line.now is not None:
            self.intent.emit(intents.CopyLines((line,)))

    @Slot(object)
    def _tick(self, line: HandoverLine) -> None:
        if self._handover is None:
            return
        week = self._handover.week.label
        if line.is_done:
            self.intent.emit(intents.UntickHandover(week, (line,)))
            return
        self._after_tick = True
        self.intent.emit(intents.TickHandover(week, (line,)))

    @Slot()
    def _copy_current(self) -> None:
        if self.current is not None:
            self._copy_line(self.current)

    @Slot()
    def _tick_current(self) -> None:
        if self.current is not None:
            self._tick(self.current)

    @Slot()
    def _copy_all(self) -> None:
        if self._handover is not None:
            self.intent.emit(intents.CopyLines(tuple(line for line in self._handover.lines if line.now is not None)))

    @Slot()
    def _copy_sheet(self) -> None:
        if self._handover is not None:
            self.intent.emit(intents.WriteTimesheet(self._handover.week.label, SheetFormat.CLIPBOARD))

    @Slot()
    def _tick_all(self) -> None:
        if self._handover is not None:
            waiting = tuple(line for line in self._handover.lines if not line.is_done)
            self.intent.emit(intents.TickHandover(self._handover.week.label, waiting))

    @Slot()
    def _untick_all(self) -> None:
        if self._handover is not None:
            there = tuple(line for line in self._handover.lines if line.entered is not None)
            self.intent.emit(intents.UntickHandover(self._handover.week.label, there))
