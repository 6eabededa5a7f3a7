"""The line under the grid that puts a row into the week: a few letters of client, code or task."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engagedesk.domain.days import Week
from engagedesk.services.queries.timesheet_rows import RowChoice
from engagedesk.ui.finding import Findable
from engagedesk.ui.theme import Icon, draw_icon, px, tokens_of
from engagedesk.ui.timesheet.intents import PinRow
from engagedesk.ui.timesheet.words import tr
from engagedesk.ui.widgets.finder import Finder, FinderPanel

_ROW_PX = 36


class RowFinder(Finder):
    """Type to narrow, arrows to choose, Enter to add the row; ``chosen`` sends a ``PinRow``."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        words = tr("Timesheet", "Add a row: engagement, code or a few letters")
        self._words = words
        self.setAccessibleName(words)
        self.setPlaceholderText(words)
        self.setProperty("bare", "true")
        self._hint.hide()
        self._week: Week | None = None

    @Slot(object)
    def show_choices(self, week: Week, choices: tuple[RowChoice, ...]) -> None:
        """Take the codes that time can go to in the week, those used last first."""
        self._week = week
        self.show_items(
            tuple(
                Findable(
                    label=one.engagement,
                    detail="  ".join(part for part in (one.code, one.activity) if part),
                    group=one.detail,
                    intent=PinRow(week.label, one.key),
                    colour=one.colour,
                    also=f"{one.detail} {one.client}",
                )
                for one in choices
            )
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        # The magnifier of the search box is a plus here.
        super(Finder, self).paintEvent(event)
        side = px(14)
        mirrored = self.isRightToLeft()
        x = self.width() - px(2) - side if mirrored else px(2)
        box = QRectF(x, (self.height() - side) / 2, side, side)
        draw_icon(QPainter(self), Icon.PLUS, box, colour=tokens_of(self).second)

    def _place(self, panel: FinderPanel) -> None:
        window = self.window()
        height = panel.list.count() * px(_ROW_PX) + 14
        below = self.mapTo(window, QPoint(0, self.height() + 4))
        above = self.mapTo(window, QPoint(0, -4))
        # The line stands low in the window: its answers stand over it where they do not fit under it.
        top = below.y() if below.y() + height <= window.height() else max(0, above.y() - height)
        panel.setGeometry(below.x(), top, max(px(480), self.width() // 2), height)
