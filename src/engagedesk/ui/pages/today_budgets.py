"""Today's cards about money: budgets with the plan's tick, and the alerts that wait for a word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engagedesk.services.queries.budget_rows import AlertRow, BudgetList, BudgetRow
from engagedesk.ui.budget_intents import OpenBudget
from engagedesk.ui.budget_words import alert_title, extract_words, percent_words, used_tone
from engagedesk.ui.intent import sending
from engagedesk.ui.intents import Intent
from engagedesk.ui.pages.budget_parts import draw_bar, row_words
from engagedesk.ui.pages.today_side import ActionRow, RowsCard
from engagedesk.ui.theme import Icon, Style, Tokens, Tone, font, metrics, px, text_width
from engagedesk.ui.theme.mirror import mirrored
from engagedesk.ui.widgets.card import Card, CardHeader
from engagedesk.ui.widgets.row_button import RowButton
from engagedesk.ui.words import tr

_SHOWN: Final = 5
_START: Final = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
_END: Final = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)


class _BudgetButton(RowButton):
    """One budget: its name, use, bar and tick; a press opens it."""

    def __init__(self, row: BudgetRow, *, parent: QWidget | None = None) -> None:
        super().__init__(height=44, parent=parent)
        self._row = row
        self.setAccessibleName(row_words(row))
        self.setToolTip(row_words(row))

    def paint_row(self, painter: QPainter, box: QRectF, *, tokens: Tokens) -> None:
        row = self._row
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
        header.setToolTip(self.tr("The tick on a bar is where the plan says it should be today."))
        self._as_of = header.note
        self.column.addWidget(header)
        self._holder = QVBoxLayout()
        self._holder.setSpacing(0)
        self.column.addLayout(self._holder)
        self.rows: list[_BudgetButton] = []
        self._shown: tuple[BudgetRow, ...] | None = None
        self.hide()

    def show_list(self, found: BudgetList) -> None:
        """Show the first of a list, and which day the team's hours are of."""
        shown = tuple(row for row in found.rows if row.budget_id is not None)[:_SHOWN]
        self._as_of.setText(extract_words(found))
        self._as_of.set_tone(Tone.WARN if found.stale else Tone.SECOND)
        if shown == self._shown:
            return
        self._shown = shown
        for old in self.rows:
            self._holder.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self.rows = [_BudgetButton(row) for row in shown]
        for row, button in zip(shown, self.rows, strict=True):
            button.clicked.connect(sending(self, OpenBudget(row.id)))
            self._holder.addWidget(button)
        self.setVisible(bool(shown))


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
