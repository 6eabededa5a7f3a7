"""The sheet of the time pane: rows, zoom and place, painting; what a pointer does there is ``pane.py``'s."""

from __future__ import annotations

from datetime import date

import numpy as np
from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from engagedesk.ui.theme import px, tokens_of
from engagedesk.ui.theme.fonts import font_scale
from engagedesk.ui.timeline.arranging import Arranged, columns_of, extent, item_columns, links_between
from engagedesk.ui.timeline.columns import Bars, Flag, Ints, ItemColumns, Links, empty_bars, links_of
from engagedesk.ui.timeline.density import Density
from engagedesk.ui.timeline.hand import Doing, Hand
from engagedesk.ui.timeline.painting import PlanPainter
from engagedesk.ui.timeline.rows import Plan, Push
from engagedesk.ui.timeline.scale import PRESET_DAY_PX, Level, Scale
from engagedesk.ui.timeline.scene import HEADER_PX, ROW_PX, TEXT_FROM_ROW_PX, Chip, Drawing, Moving, Painted, Scene, Tip
from engagedesk.ui.timeline.snapping import Place
from engagedesk.ui.timeline.words import tr


class TimeSheet(QAbstractScrollArea):
    """In by ``show_rows`` and its companions; out by the signals."""

    scale_changed = Signal()
    rows_moved = Signal()
    """The rows became higher or lower, or came or went."""
    hand_changed = Signal()
    """What is in somebody's hand lies elsewhere now, or is let go: its tip and its consequences are asked for."""
    link_chosen = Signal(int)
    """The place of a link among the plan's; -1 = none any more."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Timeline", "Bars of the plan"))
        self.setAccessibleDescription(tr("Timeline", "The tree beside them says of each row what its bar shows"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.plan: Plan | None = None
        self.arranged: Arranged | None = None
        self.shown: list[int] = []
        self.bars: Bars = empty_bars()
        self.links: Links = links_of(())
        self._items_of: Plan | None = None
        self._items: ItemColumns = item_columns(Plan(date.min))
        self.chips: dict[int, Chip] = {}
        self.scale = Scale.at(0.0, day_px=PRESET_DAY_PX[Level.WEEK] * font_scale())
        self.row_px = float(px(ROW_PX))
        self.hand: Hand | None = None
        self.pushes: tuple[Push, ...] = ()
        self.tip: Tip | None = None
        self.drawing: Drawing | None = None
        self.show_critical = True
        self._selected: int | None = None
        self._selected_link: int | None = None
        self._hovered: int | None = None
        self._painted = Painted()
        self._density = Density()
        self._fits_rows = False
        self._bar_of_node: Ints = np.empty(0, np.int32)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # -- in ----------------------------------------------------------------------------------------------------------

    def show_rows(self, plan: Plan, arranged: Arranged, shown: list[int], *, collapsed: frozenset[str]) -> None:
        """Take the rows in sight; the zoom and what is in somebody's hand stay."""
        self.plan, self.arranged, self.shown = plan, arranged, shown
        if self._items_of is not plan:
            self._items_of, self._items = plan, item_columns(plan)
        self.take_columns(columns_of(arranged, self._items, shown, collapsed), None)
        self.links = links_between(plan, self.bars, arranged)
        self.viewport().update()

    def take_columns(self, bars: Bars, links: Links | None) -> None:
        """Take columns that were made already."""
        self.bars = bars
        self.links = links_of(()) if links is None else links
        self._hovered = None
        self._bar_of_node = np.full(0 if self.arranged is None else len(self.arranged.nodes), -1, np.int32)
        movable = (bars.flags & Flag.MOVABLE) != 0
        # Backwards, so that of two bars of one item the first one counts.
        self._bar_of_node[bars.node[movable][::-1]] = np.flatnonzero(movable)[::-1]
        if self.hand is not None and (self.hand.doing is Doing.SETTLING or self.bar_of(self.hand.item) is None):
            self.drop_hand()
        self._fit_rows()
        self._fit_scroll_bar()
        self.rows_moved.emit()
        self.viewport().update()

    def set_scale(self, scale: Scale) -> None:
        if scale != self.scale:
            self.scale = scale
            self.viewport().update()
            self.scale_changed.emit()

    def set_row_px(self, row_px: float, *, at_y: float | None = None) -> None:
        """Make the rows higher or lower; what lies at ``at_y`` of the rows' part stays there."""
        self._fits_rows = False
        self._set_row_px(row_px, at_y=at_y)

    def _set_row_px(self, row_px: float, *, at_y: float | None = None) -> None:
        least = min(float(px(ROW_PX)), self.rows_height / max(1, self.bars.rows))
        wanted = min(max(row_px, least), float(px(ROW_PX)))
        if wanted == self.row_px:
            return
        at = (self.verticalScrollBar().value() + (at_y or 0.0)) / self.row_px
        self.row_px = wanted
        self._fit_scroll_bar()
        self.verticalScrollBar().setValue(round(at * wanted - (at_y or 0.0)))
        self.viewport().update()
        self.rows_moved.emit()

    def select_row(self, row: int | None) -> None:
        if row != self._selected:
            self._selected = row
            self.viewport().update()

    @property
    def selected_row(self) -> int | None:
        return self._selected

    def select_link(self, place: int | None) -> None:
        """Mark a link by its place among the columns."""
        if place != self._selected_link:
            self._selected_link = place
            self.viewport().update()
            self.link_chosen.emit(-1 if place is None else int(self.links.link[place]))

    # -- zoom and place ----------------------------------------------------------------------------------------------

    @property
    def header_px(self) -> int:
        return px(HEADER_PX)

    @property
    def rows_height(self) -> float:
        return float(max(1, self.viewport().height() - self.header_px))

    @property
    def is_overview(self) -> bool:
        """Return whether rows are too low for their names."""
        return self.row_px < TEXT_FROM_ROW_PX

    @property
    def mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def zoom(self, factor: float, *, at_x: float | None = None) -> None:
        self.set_scale(self.scale.zoomed(factor, at_x=self.viewport().width() / 2 if at_x is None else at_x))

    def zoom_to(self, level: Level) -> None:
        """Zoom to where a cell of the header is this long, out of the overview; today stays in sight if it is."""
        self._leave_overview()
        plan = self.plan
        middle = self.viewport().width() / 2
        at_x = middle
        if plan is not None and 0 <= self.scale.x(plan.present) <= self.viewport().width():
            at_x = self.scale.x(plan.present)
        self.zoom(PRESET_DAY_PX[level] * font_scale() / self.scale.day_px, at_x=at_x)

    def pan(self, by_px: float) -> None:
        self.set_scale(self.scale.panned(by_px))

    def fit(self) -> None:
        """Show all time that the rows take, at their full height."""
        self._leave_overview()
        self._fit_time()

    def _leave_overview(self) -> None:
        if self.is_overview:
            self.set_row_px(float(px(ROW_PX)))

    def _fit_time(self) -> None:
        if self.plan is not None:
            first, last = extent(self.plan, self.bars)
            self.set_scale(Scale.fit(first, last, width=self.viewport().width(), margin=px(32)))

    def fit_all(self) -> None:
        """Show all rows and all their time."""
        self._fit_time()
        self._fits_rows = True
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Go on showing all rows where that was asked for."""
        if self._fits_rows:
            self._set_row_px(self.rows_height / max(1, self.bars.rows))

    def show_today(self) -> None:
        """Put today at a third of the width."""
        if self.plan is not None:
            self.set_scale(self.scale.panned(self.scale.x(self.plan.present) - self.viewport().width() * 0.34))

    def reveal(self, row: int, start: float, end: float) -> None:
        """Bring a stretch of a row into sight."""
        width = float(self.viewport().width())
        self.set_scale(self.scale.showing(start, end, width=width, margin=min(px(80), width / 6)))
        bar, y = self.verticalScrollBar(), row * self.row_px
        if y < bar.value() or y + self.row_px > bar.value() + self.rows_height:
            bar.setValue(round(y - self.rows_height / 3))

    def bar_of(self, item: bytes) -> int | None:
        """Return the place of an item's bar; None where it is not in sight."""
        if self.arranged is None:
            return None
        for number in self.arranged.of_item.get(item, ()):
            bar = int(self._bar_of_node[number])
            if bar >= 0:
                return bar
        return None

    def _fit_scroll_bar(self) -> None:
        bar = self.verticalScrollBar()
        bar.setPageStep(int(self.rows_height))
        bar.setSingleStep(max(1, round(self.row_px)))
        bar.setRange(0, max(0, round(self.bars.rows * self.row_px - self.rows_height)))

    @Slot()
    def _on_scrolled(self) -> None:
        # A tip may stand over the header, which else stays as it is.
        below = 0 if self.tip is not None else self.header_px
        self.viewport().update(QRect(0, below, self.viewport().width(), self.viewport().height()))

    # -- painting ----------------------------------------------------------------------------------------------------

    def scene(self) -> Scene | None:
        """Return what is painted now."""
        if self.plan is None or self.arranged is None:
            return None
        return Scene(
            plan=self.plan, arranged=self.arranged, shown=self.shown, bars=self.bars, links=self.links,
            scale=self.scale, row_px=self.row_px, top_px=float(self.verticalScrollBar().value()),
            width=float(self.viewport().width()), height=self.rows_height, tokens=tokens_of(self),
            today=self.plan.present, mirrored=self.mirrored, selected_row=self._selected,
            selected_link=self._selected_link, hovered_bar=self._hovered, show_critical=self.show_critical,
            chips=self.chips, moving=self._moving(), drawing=self.drawing, density=self._density,
        )  # fmt: skip

    def _moving(self) -> Moving | None:
        hand = self.hand
        if hand is None or hand.doing is Doing.PRESSED:
            return None
        bar = self.bar_of(hand.item)
        if bar is None:
            return None
        pushes = tuple(
            (at, Place(push.starts, push.ends)) for push in self.pushes if (at := self.bar_of(push.id)) is not None
        )
        return Moving(bar, hand.place, pushes, None if hand.doing is Doing.SETTLING else self.tip)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        scene = self.scene()
        if scene is None:
            painter.fillRect(self.viewport().rect(), tokens_of(self).surface)
            return
        header = event.rect().top() < self.header_px
        self._painted = PlanPainter(painter, scene, header_px=self.header_px).paint(header=header)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()
        self._fit_scroll_bar()
        self.rows_moved.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange):
            self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(px(640), px(400))

    def drop_hand(self) -> None:
        """Forget what is in somebody's hand: it lies where the rows say."""
        self.drawing, self.tip, self.pushes = None, None, ()
        if self.hand is not None:
            self.hand = None
            self.hand_changed.emit()
        self.viewport().update()
