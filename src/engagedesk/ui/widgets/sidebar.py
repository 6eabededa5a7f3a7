"""The sidebar: pages, active engagements, settings; narrow it shows icons and dots only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from engagedesk.domain.ids import EngagementId
from engagedesk.services.queries.rows import EngagementRow
from engagedesk.ui.actions import ActionRegistry
from engagedesk.ui.intent import sending
from engagedesk.ui.intents import Lock, OpenEngagement, ShowPage
from engagedesk.ui.theme import (
    Icon,
    Style,
    Tokens,
    Tone,
    draw_icon,
    draw_line,
    draw_logo,
    elided,
    font,
    px,
    text_width,
    tokens_of,
)
from engagedesk.ui.theme.mirror import mirrored
from engagedesk.ui.theme.tokens import RADIUS_CONTROL, SIDEBAR, SIDEBAR_NARROW
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.card import Hairline
from engagedesk.ui.widgets.row_button import RowButton
from engagedesk.ui.widgets.text import Label


@dataclass(frozen=True, slots=True)
class NavEntry:
    """A page as the sidebar names it."""

    page: str
    title: str
    icon: Icon
    at_bottom: bool = False


class _Row(RowButton):
    """A row of the sidebar: chosen, hovered, or neither."""

    def __init__(self, name: str, *, height: int, parent: QWidget | None = None) -> None:
        super().__init__(height=height, parent=parent)
        self._tip = ""
        self.narrow = False
        self.setCheckable(True)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        return QSize(px(120), super().sizeHint().height())

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 -- a setter of one property
        self.narrow = narrow
        self._tell()
        self.update()

    def set_tip(self, tip: str) -> None:
        """Take a tip that says more than the name: its keys."""
        self._tip = tip
        self._tell()

    def _tell(self) -> None:
        self.setToolTip(self._tip or (self.accessibleName() if self.narrow else ""))

    def nextCheckState(self) -> None:
        """Leave the check mark to the page that is really shown."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.focusNextPrevChild(step > 0)

    def paint_ground(self, painter: QPainter, box: QRectF, *, tokens: Tokens) -> None:
        if self.isChecked() or self.underMouse():
            painter.setBrush(QColor(tokens.selection if self.isChecked() else tokens.border))
            if not self.isChecked():
                painter.setOpacity(0.6)
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
            painter.setOpacity(1)


class NavButton(_Row):
    """A page."""

    def __init__(self, entry: NavEntry, *, parent: QWidget | None = None) -> None:
        super().__init__(entry.title, height=32, parent=parent)
        self.entry = entry

    def paint_row(self, painter: QPainter, _box: QRectF, *, tokens: Tokens) -> None:
        ink = tokens.accent_text if self.isChecked() else tokens.second
        side = px(18)
        left = (self.width() - side) / 2 if self.narrow else px(10)
        box = mirrored(self, QRectF(left, (self.height() - side) / 2, side, side))
        draw_icon(painter, self.entry.icon, box, colour=ink)
        if not self.narrow:
            painter.setPen(QColor(ink))
            style = Style.BODY_STRONG if self.isChecked() else Style.BODY_MEDIUM
            draw_line(painter, style, mirrored(self, QRectF(self.rect()).adjusted(px(38), 0, -8, 0)), self.entry.title)


class EngagementButton(_Row):
    """An active engagement: dot, short client name, title."""

    def __init__(self, row: EngagementRow, *, parent: QWidget | None = None) -> None:
        super().__init__(f"{row.short}, {row.title}", height=28, parent=parent)
        self.row = row
        self.set_tip(f"{row.short} · {row.title}")

    def paint_row(self, painter: QPainter, _box: QRectF, *, tokens: Tokens) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.client(self.row.colour)))
        side = px(8)
        left = (self.width() - side) / 2 if self.narrow else px(14)
        painter.drawEllipse(mirrored(self, QRectF(left, (self.height() - side) / 2, side, side)))
        if self.narrow:
            return
        x, right = px(32), self.width() - px(8)
        chosen = self.isChecked()
        painter.setPen(QColor(tokens.accent_text if chosen else tokens.text))
        style = Style.BODY_STRONG if chosen else Style.BODY_MEDIUM
        shown = elided(style, self.row.short, right - x)
        draw_line(painter, style, mirrored(self, QRectF(x, 0, text_width(style, shown), self.height())), shown)
        x += text_width(style, shown) + px(8)
        if right - x > px(24):
            painter.setPen(QColor(tokens.second if chosen else tokens.third))
            detail = elided(Style.CAPTION, self.row.title, right - x)
            room = QRectF(x, 0, text_width(Style.CAPTION, detail), self.height())
            draw_line(painter, Style.CAPTION, mirrored(self, room), detail)


class _Brand(QWidget):
    """The mark and the program's name."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.narrow = False
        self.setFixedHeight(px(56))
        self.setAccessibleName("EngageDesk")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self)
        side = px(24)
        left = (self.width() - side) / 2 if self.narrow else px(8)
        draw_logo(painter, mirrored(self, QRectF(left, (self.height() - side) / 2, side, side)), tokens)
        if not self.narrow:
            painter.setPen(QColor(tokens.text))
            painter.setFont(font(Style.SECTION))
            name = mirrored(self, QRectF(self.rect()).adjusted(px(42), 0, 0, 0))
            painter.drawText(name, int(Qt.AlignmentFlag.AlignVCenter), "EngageDesk")


class Sidebar(QWidget):
    """Pages above, active engagements below, settings last. Sends ``ShowPage``, ``OpenEngagement`` and ``Lock``."""

    intent = Signal(object)

    def __init__(self, entries: Sequence[NavEntry], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self._page = ""
        self._open: EngagementId | None = None
        self._rows: tuple[EngagementRow, ...] = ()
        self.nav: list[NavButton] = []
        self.engagements: list[EngagementButton] = []
        self._brand = _Brand()
        self.lock_button = Button("", kind=ButtonKind.GHOST, icon=Icon.LOCK, height=28, name=self.tr("Lock EngageDesk"))
        self.lock_button.clicked.connect(self._lock)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._brand, 1)
        head.addWidget(self.lock_button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 12)
        column.setSpacing(2)
        column.addLayout(head)
        column.addSpacing(8)
        for entry in entries:
            if not entry.at_bottom:
                column.addWidget(self._nav_button(entry))
        column.addSpacing(20)
        self._heading = Label(self.tr("Active engagements"), style=Style.CAPTION_STRONG, tone=Tone.THIRD)
        self._count = Label("", style=Style.CAPTION, tone=Tone.THIRD)
        heading = QHBoxLayout()
        heading.setContentsMargins(px(10), 0, px(10), 4)
        heading.addWidget(self._heading)
        heading.addStretch(1)
        heading.addWidget(self._count)
        column.addLayout(heading)
        self._list = QWidget()
        self._list_column = QVBoxLayout(self._list)
        self._list_column.setContentsMargins(0, 0, 0, 0)
        self._list_column.setSpacing(0)
        self._list_column.addStretch(1)
        self._area = area = QScrollArea()
        area.setWidget(self._list)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        self._list.setAutoFillBackground(False)
        column.addWidget(area, 1)
        column.addWidget(Hairline())
        column.addSpacing(8)
        for entry in entries:
            if entry.at_bottom:
                column.addWidget(self._nav_button(entry))
        self.setFixedWidth(px(SIDEBAR))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_keys(self, registry: ActionRegistry) -> None:
        """Name the keys of what stands here."""
        for button in self.nav:
            button.set_tip(registry.tip(f"page.{button.entry.page}"))
        self.lock_button.setToolTip(registry.tip("lock"))

    @Slot(object)
    def show_engagements(self, rows: tuple[EngagementRow, ...]) -> None:
        """List the active engagements in the given order."""
        self._rows = rows
        for button in self.engagements:
            self._list_column.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        self.engagements = []
        for row in rows:
            button = EngagementButton(row)
            button.set_narrow(self._narrow)
            button.clicked.connect(sending(self, OpenEngagement(row.id)))
            self.engagements.append(button)
            self._list_column.insertWidget(len(self.engagements) - 1, button)
        self._count.setText(str(len(rows)) if rows else "")
        self._heading.setVisible(bool(rows) and not self._narrow)
        self._mark()

    def show_place(self, page: str, engagement: EngagementId | None = None) -> None:
        """Mark the page, or the engagement whose page it is."""
        self._page, self._open = page, engagement
        self._mark()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 -- a setter of one property
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._brand.narrow = narrow
        self.lock_button.setVisible(not narrow)
        self._heading.setVisible(bool(self._rows) and not narrow)
        self._count.setVisible(not narrow)
        for button in (*self.nav, *self.engagements):
            button.set_narrow(narrow)
        # Beside dots there is no room for a bar: the wheel and the keyboard still move them.
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if narrow else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._area.setVerticalScrollBarPolicy(bar)
        self._column.setContentsMargins(*((8, 0, 8, 12) if narrow else (12, 0, 12, 12)))
        self.setFixedWidth(px(SIDEBAR_NARROW if narrow else SIDEBAR))

    @property
    def is_narrow(self) -> bool:
        return self._narrow

    def _nav_button(self, entry: NavEntry) -> NavButton:
        button = NavButton(entry)
        button.clicked.connect(sending(self, ShowPage(entry.page)))
        self.nav.append(button)
        return button

    def _mark(self) -> None:
        for button in self.nav:
            button.setChecked(button.entry.page == self._page and self._open is None)
        for row_button in self.engagements:
            row_button.setChecked(self._open is not None and row_button.row.id == self._open)

    @Slot()
    def _lock(self) -> None:
        self.intent.emit(Lock())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self)
        painter.fillRect(self.rect(), QColor(tokens.sunken))
        painter.fillRect(mirrored(self, QRectF(self.width() - 1, 0, 1, self.height())), QColor(tokens.border))
