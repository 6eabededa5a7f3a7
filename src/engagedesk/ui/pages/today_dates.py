"""The card of the next dates on Today: milestones and deliverables of every engagement, what is late first."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from engagedesk.domain.states import DeliverableState, PlanItemKind
from engagedesk.services.queries.dashboard_rows import Dashboard, NextDate
from engagedesk.ui import words
from engagedesk.ui.format import day_with_weekday
from engagedesk.ui.intents import OpenEngagement
from engagedesk.ui.pages.today_side import RowsCard
from engagedesk.ui.theme import Style, Tokens, Tone, draw_line, elided, px
from engagedesk.ui.theme.mirror import mirrored
from engagedesk.ui.theme.tokens import CHIP_TABLE
from engagedesk.ui.widgets.chip import chip_width, draw_chip
from engagedesk.ui.widgets.row_button import RowButton

_SHOWN = 4
_ROW = 46


def date_chip(one: NextDate, today: date) -> tuple[str, Tone]:
    """Return what stands at a date's end: how late it is, or where it stands."""
    late = (today - one.due).days
    if late > 0:
        return words.counted(late, words.tr("Today", "{n} day late"), words.tr("Today", "{n} days late")), Tone.DANGER
    if one.kind is PlanItemKind.MILESTONE or one.state is None:
        return words.tr("Today", "Milestone"), Tone.SECOND
    word, tone, _icon = words.deliverable_state(one.state)
    if one.state in (DeliverableState.PLANNED, DeliverableState.IN_PREPARATION) and late >= -2:
        # Due in two days and not even prepared: somebody should look.
        return word, Tone.WARN
    return word, tone


class DateRow(RowButton):
    """One date: its name, whose it is and when, and where it stands. A press opens its engagement."""

    def __init__(self, one: NextDate, today: date, *, parent: QWidget | None = None) -> None:
        super().__init__(height=_ROW, parent=parent)
        self._one = one
        self._chip = date_chip(one, today)
        self._below = f"{one.client} · {day_with_weekday(one.due)}"
        self.setAccessibleName(f"{one.name}, {self._below}, {self._chip[0]}")
        self.setToolTip(f"{one.client}, {one.title}")

    def paint_row(self, painter: QPainter, box: QRectF, *, tokens: Tokens) -> None:
        text, tone = self._chip
        wide, high = chip_width(text), px(CHIP_TABLE)
        right = box.right() - 8 - wide
        place = mirrored(self, QRectF(right, box.center().y() - high / 2, wide, high))
        draw_chip(painter, place, text=text, tone=tone, tokens=tokens)
        dot = px(8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.client(self._one.colour)))
        painter.drawEllipse(mirrored(self, QRectF(8, box.y() + px(12), dot, dot)))
        x = 16.0 + dot
        room = int(right - 8 - x)
        for shown, style, top, ink in (
            (self._one.name, Style.BODY_MEDIUM, 6, tokens.text),
            (self._below, Style.CAPTION, 24, tokens.third),
        ):
            painter.setPen(QColor(ink))
            line = QRectF(x, px(top), room, px(style.line_px))
            draw_line(painter, style, mirrored(self, line), elided(style, shown, room))


class DatesCard(RowsCard):
    """What is due next. Until it is known there is room for four lines, so that nothing moves when they come."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent=parent)
        self.header.title.setText(self.tr("Next dates"))
        self._nothing.setText(self.tr("No milestone and no deliverable is planned."))
        self._nothing.hide()
        self._shown: tuple[NextDate, ...] | None = None
        self.column.addSpacing(px(_ROW) * _SHOWN)
        self._room = self.column.itemAt(self.column.count() - 1)

    def show_dashboard(self, dashboard: Dashboard) -> None:
        shown = dashboard.dates[:_SHOWN]
        more = dashboard.due_soon
        self.header.note.setText(
            words.counted(more, self.tr("{n} in 7 days"), self.tr("{n} in 7 days")) if more else ""
        )
        if shown == self._shown:
            return
        self._shown = shown
        if self._room is not None:
            self.column.removeItem(self._room)
            self._room = None
        self.set_rows([(DateRow(one, dashboard.today), OpenEngagement(one.engagement)) for one in shown])
