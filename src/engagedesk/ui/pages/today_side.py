"""The cards at Today's side: this week, time that awaits a code, and what to start again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from engagedesk.services.queries.rows import EngagementRow, RecentTarget, TodayView
from engagedesk.ui.format import MINUS, days_between, hm, isolate, week_number
from engagedesk.ui.intent import sending
from engagedesk.ui.intents import (
    Intent,
    OpenEngagement,
    RecallWeek,
    SheetFormat,
    StartTimer,
    SubmitWeek,
    WriteTimesheet,
)
from engagedesk.ui.pages.week_strip import WeekStrip
from engagedesk.ui.theme import Icon, Style, Tokens, Tone, draw_icon, draw_line, elided, px, text_width
from engagedesk.ui.theme.mirror import mirrored
from engagedesk.ui.widgets.button import Button
from engagedesk.ui.widgets.card import Card, CardHeader
from engagedesk.ui.widgets.row_button import RowButton
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import counted, target_details

_SHOWN = 5
_OLD_DAYS = 14
"""Time that awaits its code for longer stands out."""


class WeekCard(Card):
    """The week's days, what is missing to its standard hours, and the ways to hand it in."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self.column.setContentsMargins(1, 10, 1, 10)
        self.column.setSpacing(6)
        self._view: TodayView | None = None
        self.header = CardHeader(self.tr("Week"))
        self.header.setFixedHeight(px(28))
        self.header.row.setContentsMargins(15, 0, 15, 0)
        self.sheet_button = Button(icon=Icon.MORE, height=28, name=self.tr("Timesheet: copy, save, recall"))
        self.sheet_button.clicked.connect(self._open_sheet_menu)
        self.submit_button = Button(self.tr("Submit week"), height=28)
        self.submit_button.clicked.connect(self._submit)
        for button in (self.submit_button, self.sheet_button):
            self.header.row.addWidget(button)
        self.strip = WeekStrip()
        self.strip.intent.connect(self.intent)
        self.column.addWidget(self.header)
        self.column.addWidget(self.strip)

    def show_view(self, view: TodayView) -> None:
        self._view = view
        self.header.title.setText(self.tr("Week {number}").format(number=week_number(view.week_label)))
        self.strip.show_week(view.week, view.day)
        self.show_open(0)
        waits = view.not_submitted_weeks > 0
        words = self.tr("earlier weeks: {hours} h not submitted").format(hours=hm(view.not_submitted_s))
        self.header.note.setText(words if waits else self.tr("against the standard day"))
        self.header.note.set_tone(Tone.WARN if waits else Tone.THIRD)

    def show_open(self, open_s: int) -> None:
        """Add the running stretch, in seconds."""
        view = self._view
        if view is None:
            return
        recorded = view.week_recorded_s + open_s
        gap = recorded - view.week_standard_s
        shown = f"+{hm(gap)}" if gap > 0 else hm(gap).replace("-", MINUS)
        self.header.beside.setText(
            self.tr("{difference} h to the standard {standard}").format(
                difference=isolate(shown), standard=hm(view.week_standard_s)
            )
        )
        self.submit_button.setEnabled(recorded > 0)
        self.sheet_button.setEnabled(recorded > 0)

    def sheet_menu(self) -> QMenu:
        """Return the menu of what can be done with the week's timesheet."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        week = self._view.week_label if self._view is not None else ""
        ways: tuple[tuple[str, Intent], ...] = (
            (self.tr("Copy to the clipboard"), WriteTimesheet(week, SheetFormat.CLIPBOARD)),
            (self.tr("Save as Excel…"), WriteTimesheet(week, SheetFormat.XLSX)),
            (self.tr("Save as CSV…"), WriteTimesheet(week, SheetFormat.CSV)),
            (self.tr("Recall a submitted week"), RecallWeek(week)),
        )
        for number, (word, intent) in enumerate(ways):
            if number == len(ways) - 1:
                menu.addSeparator()
            menu.addAction(word, sending(self, intent))
        return menu

    @Slot()
    def _open_sheet_menu(self) -> None:
        self.sheet_menu().popup(self.sheet_button.mapToGlobal(self.sheet_button.rect().bottomLeft()))

    @Slot()
    def _submit(self) -> None:
        if self._view is not None:
            self.intent.emit(SubmitWeek(self._view.week_label))


class ActionRow(RowButton):
    """A row that can be pressed: dot, name, detail, a value, and an icon that says what happens."""

    def __init__(
        self,
        *,
        colour: int,
        label: str,
        detail: str,
        value: str,
        icon: Icon,
        action: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(height=32, parent=parent)
        self._colour, self._label, self._detail, self._value, self._icon = colour, label, detail, value, icon
        said = ", ".join(part for part in (label, detail, value) if part)
        self.setAccessibleName(f"{action}: {said}")
        self.setToolTip(f"{action}: {label} {detail}".strip())

    def paint_row(self, painter: QPainter, box: QRectF, *, tokens: Tokens) -> None:
        middle = box.center().y()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.client(self._colour)))
        painter.drawEllipse(mirrored(self, QRectF(8, middle - 4, 8, 8)))
        side = px(14)
        lit = self.underMouse() or self.hasFocus()
        mark = QRectF(box.right() - 8 - side, middle - side / 2, side, side)
        draw_icon(painter, self._icon, mirrored(self, mark), colour=tokens.text if lit else tokens.third)
        value_px = text_width(Style.BODY, self._value)
        right = mark.x() - 10 - value_px
        painter.setPen(QColor(tokens.second))
        draw_line(painter, Style.BODY, mirrored(self, QRectF(right, 0, value_px + 2, box.height())), self._value)
        x = 24.0
        for text, style, colour in (
            (self._label, Style.BODY_MEDIUM, tokens.text),
            (self._detail, Style.CAPTION, tokens.third),
        ):
            room = int(right - 8 - x)
            if room < px(20):
                break
            shown = elided(style, text, room)
            painter.setPen(QColor(colour))
            draw_line(painter, style, mirrored(self, QRectF(x, 0, room + 2, box.height())), shown)
            x += text_width(style, shown) + px(8)


class RowsCard(Card):
    """A card with a header and rows that can be pressed."""

    intent = Signal(object)

    def __init__(self, title: str, nothing: str, *, parent: QWidget | None = None) -> None:
        super().__init__(padding=15, parent=parent)
        self.column.setContentsMargins(7, 12, 7, 12)
        self.column.setSpacing(4)
        self.header = CardHeader(title)
        self.header.row.setContentsMargins(8, 0, 8, 0)
        self.column.addWidget(self.header)
        self._holder = QVBoxLayout()
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._holder.setSpacing(0)
        self.column.addLayout(self._holder)
        self._nothing = Label(nothing, tone=Tone.THIRD, wrap=True)
        inset = QHBoxLayout()
        inset.setContentsMargins(8, 0, 8, 0)
        inset.addWidget(self._nothing)
        self.column.addLayout(inset)
        self.rows: list[QAbstractButton] = []

    def set_rows(self, rows: Sequence[tuple[QAbstractButton, Intent]]) -> None:
        for old in self.rows:
            self._holder.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self.rows = [row for row, _ in rows]
        for row, intent in rows:
            row.clicked.connect(sending(self, intent))
            self._holder.addWidget(row)
        self._nothing.setVisible(not rows)


class AwaitingCard(RowsCard):
    """Where time waits for a charge code."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent=parent)
        self.header.title.setText(self.tr("Awaiting code"))
        self._nothing.setText(self.tr("All time has a charge code."))
        self._shown: tuple[tuple[bytes, int], ...] | None = None

    def show_view(self, view: TodayView) -> None:
        note, old = self.tr("{hours} h").format(hours=hm(view.awaiting_code_s)), False
        if view.oldest_awaiting_day is not None:
            age = days_between(view.oldest_awaiting_day, view.day)
            note += "; " + counted(age, self.tr("oldest {n} day"), self.tr("oldest {n} days"))
            old = age > _OLD_DAYS
        self.header.note.setText(note)
        self.header.note.set_tone(Tone.WARN if old else Tone.THIRD)
        self._nothing.setVisible(not self.rows and not view.awaiting_code_count)

    def show_engagements(self, rows: tuple[EngagementRow, ...]) -> None:
        """List the engagements whose time awaits a code, most hours first."""
        waiting = sorted((r for r in rows if r.awaiting_code_s), key=lambda r: -r.awaiting_code_s)[:_SHOWN]
        shown = tuple((r.id, r.awaiting_code_s) for r in waiting)
        if shown == self._shown:
            return
        self._shown = shown
        action = self.tr("Open")
        self.set_rows([
            (ActionRow(colour=r.colour, label=r.short, detail=r.title, value=hm(r.awaiting_code_s), icon=Icon.RIGHT,
                       action=action), OpenEngagement(r.id))
            for r in waiting
        ])  # fmt: skip


class RecentCard(RowsCard):
    """What was worked on lately: one press starts it again."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent=parent)
        self.header.title.setText(self.tr("Start again"))
        self.header.note.setText(self.tr("today"))
        self._nothing.setText(self.tr("What you work on appears here."))
        self._shown: tuple[RecentTarget, ...] | None = None

    def show_targets(self, targets: tuple[RecentTarget, ...]) -> None:
        shown = targets[:_SHOWN]
        if shown == self._shown:
            return
        self._shown = shown
        action = self.tr("Start timer")
        self.set_rows([
            (ActionRow(colour=t.colour, label=t.label, detail=detail, value=hm(t.today_s) if t.today_s else "–",
                       icon=Icon.PLAY, action=action), StartTimer(t.text))
            for t, detail in zip(shown, target_details(shown), strict=True)
        ])  # fmt: skip
