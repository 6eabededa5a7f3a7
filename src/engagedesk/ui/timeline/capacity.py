"""The strip of capacity: who has how much of each week planned, under the same weeks as the bars."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QWidget

from engagedesk.domain.civil import civil
from engagedesk.domain.plan import CLASH_PERCENT, OVERLOAD_PERCENT
from engagedesk.ui.format import EN_DASH, days_short, isolate, percent, quarter_hours
from engagedesk.ui.theme import Icon, Style, Tokens, draw_icon, draw_line, elided, px, text_width, tokens_of
from engagedesk.ui.theme.tokens import FOCUS_RING, RADIUS_CHIP
from engagedesk.ui.timeline.pane import TimePane
from engagedesk.ui.timeline.rows import LoadCell, LoadRow, PersonLine, Plan
from engagedesk.ui.timeline.scale import day_at
from engagedesk.ui.timeline.sheet import mixed
from engagedesk.ui.timeline.words import tr

HEADER_PX: Final = 28
ROW_PX: Final = 32
_INSET: Final = 4
_TEXT_FROM_PX: Final = 44
_WEEK: Final = timedelta(days=7)


def load_percent(cell: LoadCell) -> int:
    """Return the planned part of the available time, rounded up: a second too much is too much."""
    if cell.available_s <= 0:
        return 0 if cell.booked_s <= 0 else 999
    return min(999, -(-cell.booked_s * 100 // cell.available_s))


class CapacityStrip(QAbstractScrollArea):
    """Follows a pane's time; a cell is walked to by arrows and told in words."""

    chosen = Signal(bytes, object)
    """A person and the Monday of a week: whoever shows rows may go there."""
    menu_asked = Signal(bytes, object)
    """A person, and a place on the screen for what can be done with their time."""

    def __init__(self, pane: TimePane, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self._plan: Plan | None = None
        self._rows: list[tuple[PersonLine, LoadRow]] = []
        self._names_px = px(320)
        self._at: tuple[int, date] | None = None
        self._figures: list[QRectF] = []
        """Where figures stand, as last painted."""
        self._most = 5
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Timeline", "Capacity: planned hours of available, by person and week"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pane.scale_changed.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)

    def show_plan(self, plan: Plan) -> None:
        self._plan = plan
        people = {person.id: person for person in plan.people}
        rows = [(people[row.person], row) for row in plan.load if row.person in people]
        self._rows = sorted(rows, key=lambda pair: (not pair[0].is_me, self._worst(pair[1]) * -1, pair[0].name))
        if self._at is not None and self._at[0] >= len(self._rows):
            self._at = None
        self._fit_scroll_bar()
        self.updateGeometry()
        self.viewport().update()

    def _worst(self, row: LoadRow) -> int:
        """Return whether somebody has too much soon: they stand first."""
        today = date.min if self._plan is None else self._plan.today
        near = [load_percent(cell) for week, cell in row.cells.items() if -7 <= (week - today).days <= 42]
        return int(max(near, default=0) > OVERLOAD_PERCENT)

    def set_names_width(self, width: int) -> None:
        self._names_px = width
        self.viewport().update()

    def set_most(self, rows: int) -> None:
        """Show at most so many people at once; the others are scrolled to."""
        if rows != self._most:
            self._most = rows
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        shown = min(self._most, max(1, len(self._rows)))
        return QSize(px(640), px(HEADER_PX) + shown * px(ROW_PX))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def has_rows(self) -> bool:
        return bool(self._rows)

    # -- painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tokens = QPainter(self.viewport()), tokens_of(self)
        wide = self.viewport().width()
        painter.fillRect(self.viewport().rect(), QColor(tokens.surface))
        if self._plan is None:
            return
        head = px(HEADER_PX)
        top = self.verticalScrollBar().value()
        self._figures = []
        painter.save()
        painter.setClipRect(QRectF(0, head, wide, self.viewport().height() - head))
        for number, (person, row) in enumerate(self._rows):
            y = head + number * px(ROW_PX) - top
            if -px(ROW_PX) < y < self.viewport().height():
                self._paint_row(painter, number, person, row, y=y)
        if not self._rows:
            painter.setPen(QColor(tokens.second))
            words = tr("Timeline", "Nobody has planned work: give tasks to people, and their weeks show here.")
            room = wide - px(32)
            draw_line(painter, Style.BODY, self._box(px(16), head, room, px(ROW_PX)), elided(Style.BODY, words, room))
            painter.restore()
            self._paint_header(painter, tokens)
            return
        x = self._names_px + self._pane.scale.x(self._plan.present)
        if x > self._names_px:
            line = QRegion(self._box(round(x) - 1, head, 2, self.viewport().height()).toRect())
            for figure in self._figures:
                # Today's line runs behind the figures, not through them.
                line -= QRegion(figure.adjusted(-2, 0, 2, 0).toAlignedRect())
            for part in line:
                painter.fillRect(part, QColor(tokens.accent))
        painter.restore()
        self._paint_header(painter, tokens)

    def _box(self, x: float, y: float, width: float, height: float) -> QRectF:
        mirrored = self._pane.mirrored
        return QRectF(self.viewport().width() - x - width if mirrored else x, y, width, height)

    def _paint_header(self, painter: QPainter, tokens: Tokens) -> None:
        wide, high = self.viewport().width(), px(HEADER_PX)
        painter.fillRect(QRectF(0, 0, wide, high), QColor(tokens.surface))
        painter.fillRect(QRectF(0, 0, wide, 1), QColor(tokens.control_border))
        painter.fillRect(QRectF(0, high - 1, wide, 1), QColor(tokens.border))
        painter.setPen(QColor(tokens.text))
        title = tr("Timeline", "Capacity")
        draw_line(painter, Style.BODY_STRONG, self._box(px(16), 0, px(120), high), title)
        at = px(16) + text_width(Style.BODY_STRONG, title) + px(10)
        painter.setPen(QColor(tokens.second))
        words = tr("Timeline", "planned hours of available, by week")
        draw_line(painter, Style.CAPTION, self._box(at, 0, px(300), high), words)
        labels = (
            (tr("Timeline", "over {percent} %").format(percent=OVERLOAD_PERCENT), False),
            (tr("Timeline", "{percent} % clash").format(percent=CLASH_PERCENT), True),
        )
        x = wide - px(12)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for text, solid in reversed(labels):
            width = text_width(Style.CAPTION, text)
            x -= width
            if x - px(16) < at + text_width(Style.CAPTION, words):
                return
            painter.setPen(QColor(tokens.second))
            draw_line(painter, Style.CAPTION, self._box(x, 0, width + 2, high), text)
            side = px(9)
            x -= side + px(6)
            painter.setPen(QPen(QColor(tokens.danger), 1.2))
            painter.setBrush(QColor(tokens.danger if solid else tokens.danger_soft))
            painter.drawRoundedRect(self._box(x, (high - side) / 2, side, side), 2, 2)
            x -= px(16)

    def _paint_row(self, painter: QPainter, number: int, person: PersonLine, row: LoadRow, *, y: float) -> None:
        tokens, high = tokens_of(self), px(ROW_PX)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(QRectF(0, y + high - 1, self.viewport().width(), 1), QColor(tokens.border))
        name = person.name
        if person.is_me:
            name = tr("Timeline", "{name}, you").format(name=person.name)
        role = elided(Style.CAPTION, person.role, px(140))
        wide = text_width(Style.CAPTION, role)
        painter.setPen(QColor(tokens.second))
        draw_line(painter, Style.CAPTION, self._box(self._names_px - px(12) - wide, y, wide + 2, high), role)
        room = int(self._names_px - px(40) - wide)
        painter.setPen(QColor(tokens.text))
        draw_line(painter, Style.BODY_MEDIUM, self._box(px(16), y, room, high), elided(Style.BODY_MEDIUM, name, room))
        painter.save()
        painter.setClipRect(
            self._box(self._names_px, y, self.viewport().width() - self._names_px, high),
            Qt.ClipOperation.IntersectClip,
        )
        painter.fillRect(self._box(self._names_px, y, 1, high), QColor(tokens.border))
        for week in self._weeks():
            left = self._names_px + self._pane.scale.x(civil(week))
            width = self._pane.scale.day_px * 7
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.fillRect(self._box(round(left), y, 1, high), QColor(tokens.border))
            self._paint_cell(painter, row.cells.get(week), left, y, width=width)
            if self._at == (number, week) and self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(tokens.accent), FOCUS_RING))
                painter.drawRoundedRect(self._box(left + 2, y + 2, width - 3, high - 5), RADIUS_CHIP, RADIUS_CHIP)
        painter.restore()

    def _paint_cell(self, painter: QPainter, cell: LoadCell | None, left: float, y: float, *, width: float) -> None:
        tokens, high = tokens_of(self), px(ROW_PX)
        with_text = width >= px(_TEXT_FROM_PX)
        shows_end = left > self._names_px - width / 3
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        inner = self._box(left + _INSET, y + _INSET, max(2.0, width - 2 * _INSET + 1), high - 2 * _INSET - 1)
        if cell is not None and cell.leave and cell.booked_s <= 0:
            painter.fillRect(
                inner, QBrush(mixed(tokens.control_border, tokens.surface, 0.45), Qt.BrushStyle.BDiagPattern)
            )
            if with_text:
                text = tr("Timeline", "Leave")
                wide = text_width(Style.CAPTION, text)
                plate = self._box(left + (width - wide) / 2 - px(6), y + px(7), wide + px(12), px(18))
                painter.fillRect(plate, QColor(tokens.surface))
                painter.setPen(QColor(tokens.second))
                draw_line(painter, Style.CAPTION, self._box(left + (width - wide) / 2, y, wide + 2, high), text)
            return
        if cell is None or (cell.booked_s <= 0):
            if with_text:
                painter.setPen(QColor(tokens.third))
                draw_line(painter, Style.CAPTION, self._box(left + width - px(18), y, px(12), high), EN_DASH)
            return
        load = load_percent(cell)
        text = percent(load, 100) if load < 999 else tr("Timeline", "no time")
        wide = text_width(Style.CAPTION_STRONG, text)
        end = self._box(left + width - px(10) - wide, y, wide + 2, high)
        if with_text and shows_end:
            self._figures.append(end.adjusted(0, px(6), 0, -px(6)))
        if load > OVERLOAD_PERCENT:
            clash = load >= CLASH_PERCENT
            painter.setBrush(QColor(tokens.danger if clash else tokens.danger_soft))
            painter.drawRoundedRect(inner, RADIUS_CHIP, RADIUS_CHIP)
            ink = tokens.surface if clash else tokens.danger
            if clash and width >= px(64):
                side = px(13)
                draw_icon(
                    painter, Icon.WARNING, self._box(left + px(10), y + (high - side) / 2, side, side), colour=ink
                )
            if with_text and shows_end:
                painter.setPen(QColor(ink))
                draw_line(painter, Style.CAPTION_STRONG, end, text)
            return
        if with_text and shows_end:
            painter.setPen(QColor(tokens.second))
            draw_line(painter, Style.CAPTION, end.adjusted(0, -px(3), 0, -px(3)), text)
        painter.setPen(Qt.PenStyle.NoPen)
        if not with_text:
            # No room for words: a column that grows with the load.
            tall = (high - 2 * _INSET) * min(1.0, load / 100)
            column = self._box(left + 2, y + high - _INSET - tall, max(1.0, width - 3), tall)
            painter.fillRect(column, mixed(tokens.second, tokens.surface, 0.35))
            return
        room = max(2.0, width - px(18))
        line = y + high - px(9)
        painter.fillRect(self._box(left + px(9), line, room, 2), QColor(tokens.border))
        painter.fillRect(self._box(left + px(9), line, room * min(1.0, load / 100), 2), QColor(tokens.second))

    def _weeks(self) -> list[date]:
        """Return the Mondays of the weeks in sight; none where a week is too narrow for a cell."""
        scale = self._pane.scale
        if scale.day_px * 7 < 6:
            return []
        first = day_at(scale.origin)
        week = first - timedelta(days=first.weekday()) if first.toordinal() > 7 else first
        until = day_at(scale.civil(self.viewport().width() - self._names_px))
        found = []
        while week <= until and week.toordinal() < date.max.toordinal() - 7:
            found.append(week)
            week += _WEEK
        return found

    # -- walking -----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._rows or self._plan is None:
            super().keyPressEvent(event)
            return
        today = self._plan.today
        number, week = self._at or (0, today - timedelta(days=today.weekday()))
        side = -1 if self._pane.mirrored else 1
        match event.key():
            case Qt.Key.Key_Down:
                number = min(len(self._rows) - 1, number + 1)
            case Qt.Key.Key_Up:
                number = max(0, number - 1)
            case Qt.Key.Key_Right:
                week += _WEEK * side
            case Qt.Key.Key_Left:
                week -= _WEEK * side
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.chosen.emit(self._rows[number][0].id, week)
            case Qt.Key.Key_Menu:
                self._ask_menu(number)
            case Qt.Key.Key_F10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._ask_menu(number)
            case _:
                super().keyPressEvent(event)
                return
        self._stand(number, week)

    def _stand(self, number: int, week: date) -> None:
        self._at = (number, week)
        start = float(civil(week))
        pane = self._pane
        pane.set_scale(pane.scale.showing(start, start + 7 * 86_400, width=pane.viewport().width(), margin=px(8)))
        y, bar = number * px(ROW_PX), self.verticalScrollBar()
        if y < bar.value() or y + px(ROW_PX) > bar.value() + self.viewport().height() - px(HEADER_PX):
            bar.setValue(y)
        self.setAccessibleDescription(self.spoken(number, week))
        self.setToolTip(self.spoken(number, week))
        self.viewport().update()

    def spoken(self, number: int, week: date) -> str:
        """Return one cell in words."""
        person, row = self._rows[number]
        cell = row.cells.get(week)
        days = isolate(days_short(week, week + timedelta(days=6)))
        if cell is None or (cell.booked_s <= 0 and not cell.leave):
            return tr("Timeline", "{name}, {days}: nothing planned").format(name=person.name, days=days)
        if cell.leave and cell.booked_s <= 0:
            return tr("Timeline", "{name}, {days}: on leave").format(name=person.name, days=days)
        return tr("Timeline", "{name}, {days}: {booked} h planned of {available} h").format(
            name=person.name, days=days, booked=quarter_hours(cell.booked_s), available=quarter_hours(cell.available_s)
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        y = event.position().y() - px(HEADER_PX)
        x = self._along(event.position().x()) - self._names_px
        number = int((y + self.verticalScrollBar().value()) // px(ROW_PX))
        if y < 0 or not 0 <= number < len(self._rows):
            return
        if x < 0 or event.button() is Qt.MouseButton.RightButton:
            self.menu_asked.emit(self._rows[number][0].id, event.globalPosition().toPoint())
            return
        day = day_at(self._pane.scale.civil(x))
        week = day - timedelta(days=day.weekday())
        self._stand(number, week)
        self.chosen.emit(self._rows[number][0].id, week)

    def _ask_menu(self, number: int) -> None:
        """Ask for the menu of a person beside their name."""
        person = self._rows[number][0].id
        self.menu_asked.emit(person, self.place_of(person))

    def place_of(self, person: bytes) -> QPoint:
        """Return a place on the screen under a person's name."""
        number = next((n for n, (one, _) in enumerate(self._rows) if one.id == person), 0)
        y = px(HEADER_PX) + (number + 1) * px(ROW_PX) - self.verticalScrollBar().value()
        x = px(16)
        return self.viewport().mapToGlobal(QPoint(self.viewport().width() - x if self._pane.mirrored else x, y))

    def _along(self, x: float) -> float:
        return self.viewport().width() - x if self._pane.mirrored else x

    @Slot()
    def _fit_scroll_bar(self) -> None:
        bar = self.verticalScrollBar()
        room = self.viewport().height() - px(HEADER_PX)
        bar.setPageStep(max(1, room))
        bar.setSingleStep(px(ROW_PX))
        bar.setRange(0, max(0, len(self._rows) * px(ROW_PX) - room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_scroll_bar()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange):
            self.viewport().update()
