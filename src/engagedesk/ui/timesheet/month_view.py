"""The month: a calendar of its days against their standard hours, in the firm's weeks with how far each is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from engagedesk.services.queries.timesheet_rows import MonthDay, MonthSheet, MonthWeek
from engagedesk.ui.format import day_title, hm, locale, weekday
from engagedesk.ui.tables.geometry import bar_fill, tick_at
from engagedesk.ui.theme import Style, Tone, font, px, text_width, tokens_of
from engagedesk.ui.theme.tokens import FOCUS_RING, RADIUS_CONTROL
from engagedesk.ui.timesheet.intents import ShowTimesheet, View
from engagedesk.ui.timesheet.words import day_range, tr, week_state, week_title
from engagedesk.ui.widgets.card import Card
from engagedesk.ui.widgets.chip import chip_width, draw_chip
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import counted

WEEKS = 6
_START = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
_END = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)


class _Cell(QAbstractButton):
    """A button of the calendar; arrows go to its neighbours."""

    def __init__(self, view: MonthView, row: int, column: int) -> None:
        super().__init__(view)
        self._view = view
        self.place = (row, column)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(px(96), px(72))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(64), px(56))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across = -1 if self.isRightToLeft() else 1
        step = {
            Qt.Key.Key_Left: (0, -across),
            Qt.Key.Key_Right: (0, across),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }.get(Qt.Key(event.key()))
        if step is not None:
            self._view.go(self.place, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paint_ground(self, painter: QPainter, *, fill: str = "") -> QRectF:
        """Paint hover and focus; return the inner box."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        painter.fillRect(0, 0, self.width(), 1, QColor(tokens.border))
        box = QRectF(self.rect()).adjusted(1, 3, -1, -2)
        if self.underMouse() or fill:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover if self.underMouse() else fill))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), FOCUS_RING))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        return box.adjusted(px(10), px(6), -px(10), -px(6))


class DayCell(_Cell):
    """One day: its number, its hours, a bar with a tick at the standard day; a short day says so."""

    def __init__(self, view: MonthView, row: int, column: int) -> None:
        super().__init__(view, row, column)
        self.day: MonthDay | None = None
        self._scale = 1

    def show_day(self, day: MonthDay, scale: int) -> None:
        self.day, self._scale = day, scale
        words = tr("Timesheet", "{day}: {hours} of {standard} h")
        said = [words.format(day=day_title(day.day), hours=hm(day.seconds), standard=hm(day.standard_s))]
        if day.missing:
            said.append(missing_words(day))
        if day.running:
            said.append(tr("Timesheet", "the timer runs"))
        self.setAccessibleName(", ".join(said))
        self.setToolTip(self.accessibleName())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        day = self.day
        if day is None:
            return
        painter = QPainter(self)
        tokens = tokens_of(self)
        free = not day.standard_s
        inner = self.paint_ground(painter, fill=tokens.sunken if free else "")
        faint = not day.in_month
        top = QRectF(inner.x(), inner.y(), inner.width(), px(18))
        number = locale().toString(day.day.day)
        painter.setFont(font(Style.BODY_STRONG if day.is_today else Style.BODY))
        painter.setPen(QColor(tokens.third if faint else tokens.text if day.is_today else tokens.second))
        painter.drawText(top, _START, number)
        painter.setFont(font(Style.BODY_STRONG if day.seconds and not faint else Style.BODY))
        painter.setPen(QColor(tokens.third if faint or not day.seconds else tokens.text))
        empty = not day.seconds and (free or not day.missing)
        painter.drawText(top, _END, "" if empty else hm(day.seconds))
        if day.missing and not faint and inner.height() > px(44):
            painter.setFont(font(Style.CAPTION_STRONG))
            painter.setPen(QColor(tokens.warn))
            line = QRectF(inner.x(), inner.y() + px(20), inner.width(), px(16))
            words = missing_words(day)
            if text_width(Style.CAPTION_STRONG, words) <= inner.width():
                painter.drawText(line, _END, words)
        if day.running:
            side = px(6)
            used = text_width(Style.BODY_STRONG, number) + px(6)
            x = inner.right() - used - side if self.isRightToLeft() else inner.x() + used
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(QRectF(x, top.center().y() - side / 2, side, side))
        self._paint_bar(painter, inner, day, faint=faint)

    def _paint_bar(self, painter: QPainter, inner: QRectF, day: MonthDay, *, faint: bool) -> None:
        if not day.standard_s and not day.seconds:
            return
        tokens, y, wide = tokens_of(self), inner.bottom() - 6, inner.width()
        mirrored = self.isRightToLeft()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.border))
        painter.drawRoundedRect(QRectF(inner.x(), y, wide, 6), 3, 3)
        filled = bar_fill(day.seconds, self._scale, wide)
        if filled:
            x = inner.right() - filled if mirrored else inner.x()
            painter.setBrush(QColor(tokens.control_border if faint else tokens.warn if day.missing else tokens.second))
            painter.drawRoundedRect(QRectF(x, y, filled, 6), 3, 3)
        tick = tick_at(day.standard_s, self._scale, wide) if day.standard_s else None
        if tick is not None:
            x = inner.right() - tick if mirrored else inner.x() + tick
            painter.setBrush(QColor(tokens.text))
            painter.drawRect(QRectF(x - 1, y - 4, 2, 14))


class WeekCell(_Cell):
    """A week: its number, how far it is, its hours."""

    def __init__(self, view: MonthView, row: int, column: int) -> None:
        super().__init__(view, row, column)
        self.week: MonthWeek | None = None

    def show_week(self, week: MonthWeek) -> None:
        self.week = week
        words = tr("Timesheet", "{week}, {range}: {state}, {hours} of {standard} h")
        self.setAccessibleName(
            words.format(
                week=week_title(week.week),
                range=day_range(week.week.first, week.week.last),
                state=week_state(week.state)[0],
                hours=hm(week.seconds),
                standard=hm(week.standard_s),
            )
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        week = self.week
        if week is None:
            return
        painter = QPainter(self)
        tokens = tokens_of(self)
        inner = self.paint_ground(painter)
        line = QRectF(inner.x(), inner.y(), inner.width(), px(18))
        painter.setFont(font(Style.BODY_MEDIUM))
        painter.setPen(QColor(tokens.text))
        painter.drawText(line, _START, week_title(week.week))
        text, tone = week_state(week.state)
        wide = min(float(chip_width(text)), inner.width())
        x = inner.right() - wide if self.isRightToLeft() else inner.x()
        draw_chip(painter, QRectF(x, inner.y() + px(21), wide, px(18)), text=text, tone=tone, tokens=tokens)
        if inner.height() > px(58):
            painter.setFont(font(Style.CAPTION))
            painter.setPen(QColor(tokens.second))
            words = tr("Timesheet", "{part} of {whole} h").format(part=hm(week.seconds), whole=hm(week.standard_s))
            painter.drawText(QRectF(inner.x(), inner.bottom() - px(16), inner.width(), px(16)), _START, words)


class MonthHead(QWidget):
    """The month's totals, always in sight."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, px(8), 0)
        row.setSpacing(6)
        row.addWidget(Label(tr("Timesheet", "Recorded"), tone=Tone.SECOND))
        self.recorded = Label("", style=Style.BODY_STRONG)
        row.addWidget(self.recorded)
        row.addSpacing(12)
        self.missing = Label("", style=Style.BODY_MEDIUM, tone=Tone.WARN)
        row.addWidget(self.missing)

    def show_month(self, month: MonthSheet) -> None:
        seconds = sum(day.seconds for day in month.days)
        standard = sum(day.standard_s for day in month.days)
        words = tr("Timesheet", "{part} of {whole} h")
        self.recorded.setText(words.format(part=hm(seconds), whole=hm(standard)))
        short = sum(1 for day in month.days if day.missing)
        self.missing.setText(
            counted(short, tr("Timesheet", "{n} day is short"), tr("Timesheet", "{n} days are short")) if short else ""
        )
        for label in (self.recorded, self.missing):
            label.updateGeometry()


class MonthView(QWidget):
    """Sends ``ShowTimesheet``: a day opens the day view, a week the grid."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.month_head = MonthHead()
        self.head: QWidget | None = self.month_head
        self.takes_keyboard: QWidget = self
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        card = Card(padding=12)
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self._names: list[Label] = []
        for column in range(7):
            label = Label("", style=Style.CAPTION_STRONG, tone=Tone.SECOND)
            self._names.append(label)
            line = QHBoxLayout()
            line.setContentsMargins(px(11), 0, px(11), px(8))
            line.addWidget(label)
            self._grid.addLayout(line, 0, column + 1)
            self._grid.setColumnStretch(column + 1, 3)
        self._grid.setColumnStretch(0, 4)
        self.weeks: list[WeekCell] = []
        self.days: list[list[DayCell]] = []
        for row in range(WEEKS):
            week = WeekCell(self, row, 0)
            week.clicked.connect(self._open_week)
            self._grid.addWidget(week, row + 1, 0)
            self.weeks.append(week)
            cells = []
            for column in range(7):
                cell = DayCell(self, row, column + 1)
                cell.clicked.connect(self._open_day)
                self._grid.addWidget(cell, row + 1, column + 1)
                cells.append(cell)
            self.days.append(cells)
        card.column.addLayout(self._grid, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)

    @Slot(object)
    def show_month(self, month: MonthSheet) -> None:
        self.month_head.show_month(month)
        all_days = [day for week in month.weeks for day in week.days]
        standard = max((day.standard_s for day in all_days), default=0)
        scale = max(standard * 6 // 5, *(day.seconds for day in all_days), 1)
        for label, day in zip(self._names, month.weeks[0].days, strict=True):
            label.setText(weekday(day.day))
        for row in range(WEEKS):
            shown = row < len(month.weeks)
            self._grid.setRowStretch(row + 1, 1 if shown else 0)
            self.weeks[row].setVisible(shown)
            for column, cell in enumerate(self.days[row]):
                cell.setVisible(shown)
                if shown:
                    cell.show_day(month.weeks[row].days[column], scale)
            if shown:
                self.weeks[row].show_week(month.weeks[row])
        focus = next((c for cells in self.days for c in cells if c.day is not None and c.day.is_today), self.days[0][0])
        self.takes_keyboard = focus

    def cell_of(self, day: date) -> DayCell | None:
        """Return the cell that shows a day."""
        shown = (c for cells in self.days for c in cells if not c.isHidden() and c.day is not None and c.day.day == day)
        return next(shown, None)

    def go(self, place: tuple[int, int], step: tuple[int, int]) -> None:
        """Put the keyboard on a neighbour."""
        row, column = place[0] + step[0], place[1] + step[1]
        if not 0 <= row < WEEKS or not 0 <= column <= 7:
            return
        cell: QWidget = self.weeks[row] if column == 0 else self.days[row][column - 1]
        if not cell.isHidden():
            cell.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _open_day(self) -> None:
        cell = self.sender()
        if isinstance(cell, DayCell) and cell.day is not None:
            self.intent.emit(ShowTimesheet(View.DAY, cell.day.day))

    @Slot()
    def _open_week(self) -> None:
        cell = self.sender()
        if isinstance(cell, WeekCell) and cell.week is not None:
            self.intent.emit(ShowTimesheet(View.WEEK, cell.week.week.first))


def missing_words(day: MonthDay) -> str:
    """Return ``1:30 short`` or ``nothing recorded``."""
    if not day.seconds:
        return tr("Timesheet", "nothing recorded")
    return tr("Timesheet", "{hours} short").format(hours=hm(day.standard_s - day.seconds))
