"""Today's cards about money: budgets with the plan's tick, and the alerts that wait for a word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from engagedesk.services.queries.budget_rows import AlertRow, BudgetRow
from engagedesk.ui.budget_intents import OpenBudget
from engagedesk.ui.budget_words import alert_title, percent_words, used_tone
from engagedesk.ui.intents import Intent
from engagedesk.ui.pages.budget_parts import draw_bar, row_words
from engagedesk.ui.pages.today_side import ActionRow, RowsCard
from engagedesk.ui.theme import Icon, Style, Tone, font, metrics, px, text_width, tokens_of
from engagedesk.ui.theme.mirror import mirrored
from engagedesk.ui.theme.tokens import FOCUS_RING, RADIUS_CONTROL
from engagedesk.ui.widgets.card import Card, CardHeader
from engagedesk.ui.words import tr

_SHOWN: Final = 5
_START: Final = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
_END: Final = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)


class _BudgetButton(QAbstractButton):
    """One budget: its name, use, bar and tick; a press opens it."""

    def __init__(self, row: BudgetRow, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        self.setAccessibleName(row_words(row))
        self.setToolTip(row_words(row))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, box, row = tokens_of(self), QRectF(self.rect()), self._row
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), FOCUS_RING))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
        used = percent_words(row.used_per_mille)
        wide = text_width(Style.BODY_MEDIUM, used) + 2
        tone = used_tone(row)
        painter.setFont(font(Style.BODY_MEDIUM))
        painter.setPen(QColor(tokens.second if tone is Tone.SECOND else tokens.of(tone)))
        top = px(4)
        painter.drawText(mirrored(self, QRectF(box.right() - 8 - wide, top, wide, px(20))), _END, used)
        side = px(8)
        painter.setBrush(QColor(tokens.client(row.colour)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(mirrored(self, QRectF(8, top + px(6), side, side)))
        painter.setPen(QColor(tokens.text))
        start = 8 + side + px(8)
        room = int(box.width() - start - 8 - wide - 8)
        shown = metrics(Style.BODY_MEDIUM).elidedText(row.label, Qt.TextElideMode.ElideRight, room)
        painter.drawText(mirrored(self, QRectF(start, top, room + 2, px(20))), _START, shown)
        draw_bar(painter, QRectF(8, px(30), box.width() - 16, 6), row, widget=self, tokens=tokens)


class BudgetsCard(Card):
    """The budgets that are furthest over, or furthest used."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(padding=15, parent=parent)
        self.column.setContentsMargins(7, 12, 7, 10)
        self.column.setSpacing(2)
        header = CardHeader(self.tr("Budgets"))
        header.row.setContentsMargins(8, 0, 8, 0)
        header.note.setText(self.tr("tick: plan today"))
        self.column.addWidget(header)
        self._holder = QVBoxLayout()
        self._holder.setSpacing(0)
        self.column.addLayout(self._holder)
        self.rows: list[_BudgetButton] = []
        self._shown: tuple[BudgetRow, ...] | None = None
        self.hide()

    def show_rows(self, rows: Sequence[BudgetRow]) -> None:
        shown = tuple(row for row in rows if row.budget_id is not None)[:_SHOWN]
        if shown == self._shown:
            return
        self._shown = shown
        for old in self.rows:
            self._holder.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self.rows = [_BudgetButton(row) for row in shown]
        for row, button in zip(shown, self.rows, strict=True):
            button.clicked.connect(self._opener(OpenBudget(row.id)))
            self._holder.addWidget(button)
        self.setVisible(bool(shown))

    def _opener(self, intent: Intent):  # type: ignore[no-untyped-def]  # a slot
        def send() -> None:
            self.intent.emit(intent)

        return send


class AlertsCard(RowsCard):
    """Alerts that nobody acknowledged."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("Budgets", "Alerts"), "", parent=parent)
        self._alerts: tuple[AlertRow, ...] | None = None
        self.hide()

    def show_alerts(self, alerts: Sequence[AlertRow]) -> None:
        shown = tuple(alerts[:_SHOWN])
        if shown == self._alerts:
            return
        self._alerts = shown
        action = tr("Budgets", "Open the budget")
        rows: list[tuple[ActionRow, Intent]] = [
            (ActionRow(colour=a.colour, label=a.client, detail=a.title, value=alert_title(a)[0], icon=Icon.RIGHT,
                       action=action), OpenBudget(a.engagement))
            for a in shown
        ]  # fmt: skip
        self.set_rows(rows)
        self.header.note.setText(str(len(alerts)) if len(alerts) > _SHOWN else "")
        self.setVisible(bool(shown))
