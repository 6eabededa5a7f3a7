"""What Budgets is put together from: the list's rows, the strip of figures, the table by phase, an alert's line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from engagedesk.domain.budget import BudgetCell, total
from engagedesk.domain.health import Health
from engagedesk.domain.ids import EngagementId
from engagedesk.services.queries.budget_rows import AlertRow, BudgetPage, BudgetRow
from engagedesk.ui.budget_words import (
    alert_title,
    alert_words,
    exhausted_words,
    hours_signed,
    percent_words,
    used_tone,
    variance_of,
    variance_short,
)
from engagedesk.ui.format import EN_DASH, day_short, hours, isolate
from engagedesk.ui.tables.cell import Align, Cell, end_cell, text_cell
from engagedesk.ui.tables.cell import words as text_part
from engagedesk.ui.tables.geometry import Width
from engagedesk.ui.tables.model import AnyIndex, Column, RowTableModel
from engagedesk.ui.theme import Icon, Style, Tokens, Tone, font, metrics, px, text_width, tokens_of
from engagedesk.ui.theme.mirror import mirrored
from engagedesk.ui.theme.tokens import FOCUS_RING, RADIUS_CONTROL
from engagedesk.ui.widgets.button import Button
from engagedesk.ui.widgets.chip import Chip
from engagedesk.ui.widgets.states import IconMark
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import tr

ROW_PX: Final = 61
BAR_PX: Final = 140
SCALE_PER_MILLE: Final = 1_100
"""What a full bar stands for: a little over the budget, so that an overrun shows."""
_START: Final = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
_END: Final = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)


def row_words(row: BudgetRow) -> str:
    """Return a row of the list in a sentence."""
    if row.budget_id is None:
        return tr("Budgets", "{name}: no budget, {hours} h used").format(name=row.label, hours=hours(row.actual_s))
    return tr("Budgets", "{name}: {used} used, plan {plan}, variance {variance}, {exhausted}").format(
        name=row.label,
        used=percent_words(row.used_per_mille),
        plan=percent_words(row.plan_per_mille),
        variance=variance_short(row),
        exhausted=exhausted_words(row),
    )


def list_model(parent: QWidget) -> RowTableModel[BudgetRow]:
    column: Column[BudgetRow] = Column("row", tr("Budgets", "Engagement"), row_words, _no_cell, Width(200, share=1))
    return RowTableModel((column,), key=lambda row: row.id, parent=parent)


def _no_cell(_row: BudgetRow) -> Cell:
    return Cell(())


def draw_bar(painter: QPainter, box: QRectF, row: BudgetRow, *, widget: QWidget, tokens: Tokens) -> None:
    """Draw a budget's bar with the tick where the plan says it should be."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.border if not tokens.dark else tokens.hover))
    painter.drawRoundedRect(mirrored(widget, box), 3, 3)
    full = box.width() / SCALE_PER_MILLE
    used = min(SCALE_PER_MILLE, max(0, row.used_per_mille or 0)) * full
    tone = used_tone(row)
    painter.setBrush(QColor(tokens.second if tone is Tone.SECOND else tokens.of(tone)))
    if used > 0:
        painter.drawRoundedRect(mirrored(widget, QRectF(box.x(), box.y(), max(used, 6), box.height())), 3, 3)
    if row.plan_per_mille is not None:
        x = box.x() + min(SCALE_PER_MILLE, max(0, row.plan_per_mille)) * full
        middle = box.center().y()
        painter.setBrush(QColor(tokens.surface))
        painter.drawRect(mirrored(widget, QRectF(x - 3, middle - 7, 6, 14)))
        painter.setBrush(QColor(tokens.text))
        painter.drawRect(mirrored(widget, QRectF(x - 1, middle - 7, 2, 14)))


class _BudgetDelegate(QStyledItemDelegate):
    def __init__(self, view: BudgetListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(px(200), px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row: BudgetRow = self._view.row_model.row_at(index)
        view, tokens = self._view, tokens_of(self._view)
        viewport = view.viewport()
        whole: Any = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.id == view.shown_engagement:
            painter.fillRect(whole, QColor(tokens.selection))
        elif index.row() == view.hovered:
            painter.fillRect(whole, QColor(tokens.hover))
        box = QRectF(whole)
        line = QRectF(box.x() + 16, box.bottom() - 1, box.width() - 32, 1)
        painter.fillRect(line, QColor(tokens.border))
        self._upper(painter, box, row, tokens)
        self._lower(painter, box, row, tokens)
        if view.hasFocus() and view.currentIndex() == index:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), FOCUS_RING))
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), RADIUS_CONTROL, RADIUS_CONTROL)
        painter.restore()
        del viewport

    def _upper(self, painter: QPainter, box: QRectF, row: BudgetRow, tokens: Tokens) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.client(row.colour)))
        y, height = box.y() + px(9), px(20)
        port = self._view.viewport()
        painter.drawEllipse(mirrored(port, QRectF(box.x() + 16, y + height / 2 - 4, 8, 8)))
        variance = variance_short(row)
        over = variance_of(row) < 0 and row.budget_id is not None
        off = over and row.health is not None and row.health.health is not Health.ON_TRACK
        style = Style.BODY_STRONG if off else Style.BODY_MEDIUM
        wide = text_width(style, variance) + 2
        painter.setFont(font(style))
        painter.setPen(QColor(tokens.danger if off else tokens.text))
        painter.drawText(mirrored(port, QRectF(box.right() - 16 - wide, y, wide, height)), _END, variance)
        room = box.width() - 34 - 16 - wide - 10
        painter.setFont(font(Style.BODY_STRONG))
        painter.setPen(QColor(tokens.text))
        shown = metrics(Style.BODY_STRONG).elidedText(row.label, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(mirrored(port, QRectF(box.x() + 34, y, room + 2, height)), _START, shown)

    def _lower(self, painter: QPainter, box: QRectF, row: BudgetRow, tokens: Tokens) -> None:
        y, height, port = box.y() + px(31), px(20), self._view.viewport()
        painter.setFont(font(Style.BODY))
        if row.budget_id is None:
            words = tr("Budgets", "No budget yet, {hours} h used").format(hours=hours(row.actual_s))
            painter.setPen(QColor(tokens.second))
            painter.drawText(mirrored(port, QRectF(box.x() + 34, y, box.width() - 50, height)), _START, words)
            return
        bar = QRectF(box.x() + 34, y + height / 2 - 3, min(px(BAR_PX), box.width() * 0.36), 6)
        draw_bar(painter, bar, row, widget=port, tokens=tokens)
        used = percent_words(row.used_per_mille)
        tone = used_tone(row)
        painter.setPen(QColor(tokens.second if tone is Tone.SECOND else tokens.of(tone)))
        wide = text_width(Style.BODY, used) + 2
        painter.drawText(mirrored(port, QRectF(bar.right() + 8, y, wide, height)), _START, used)
        left = bar.right() + 8 + wide + 8
        painter.setPen(QColor(tokens.second))
        room = int(box.right() - 16 - left)
        shown = exhausted_words(row)
        if row.exhausted_on is not None and text_width(Style.BODY, shown) > room:
            shown = day_short(row.exhausted_on)
        shown = metrics(Style.BODY).elidedText(shown, Qt.TextElideMode.ElideRight, room)
        painter.drawText(mirrored(port, QRectF(left, y, box.right() - 16 - left, height)), _END, shown)


class BudgetListView(QListView):
    """The list of budgets; the row that the keyboard or the mouse is on is the one shown beside it."""

    picked = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown_engagement: EngagementId | None = None
        self.hovered = -1
        self.row_model = list_model(self)
        self.setModel(self.row_model)
        self.setItemDelegate(_BudgetDelegate(self))
        self.setAccessibleName(tr("Budgets", "Budgets"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._on_clicked)
        self.entered.connect(self._on_entered)

    def show_rows(self, rows: Sequence[BudgetRow], chosen: EngagementId | None) -> None:
        self.shown_engagement = chosen
        self.row_model.set_rows(rows)
        if chosen is not None:
            index = self.row_model.index_of(chosen)
            if index.isValid() and self.currentIndex().row() != index.row():
                self.setCurrentIndex(index)
        self.viewport().update()

    def currentChanged(self, current: QModelIndex | QPersistentModelIndex, previous: Any) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.picked.emit(self.row_model.row_at(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.picked.emit(self.row_model.row_at(self.currentIndex()))
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: AnyIndex) -> None:
        self.picked.emit(self.row_model.row_at(index))

    @Slot(QModelIndex)
    def _on_entered(self, index: AnyIndex) -> None:
        self.hovered = index.row()
        self.viewport().update()

    def leaveEvent(self, event: Any) -> None:
        self.hovered = -1
        self.viewport().update()
        super().leaveEvent(event)


@dataclass(frozen=True, slots=True)
class Figure:
    name: str
    value: str
    note: str
    tone: Tone = Tone.TEXT
    least: str = ""
    """What is noted where the whole note has no room."""


class FigureStrip(QWidget):
    """Figures side by side, parted by hairlines; they break into two rows where the window is narrow."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: tuple[Figure, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        self._figures = figures
        self.setAccessibleName("; ".join(f"{f.name}: {f.value}, {f.note}" for f in figures))
        self.setFixedHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return px(72) * max(1, -(-len(self._figures) // self._columns(width)))

    def sizeHint(self) -> QSize:
        return QSize(px(600), self.heightForWidth(px(600)))

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(self.width()))

    def _needs(self) -> list[int]:
        """Return the least room of each figure: its value and its name are never cut."""
        return [max(text_width(Style.PAGE, f.value), text_width(Style.BODY, f.name)) + px(22) for f in self._figures]

    def _columns(self, width: int) -> int:
        count = len(self._figures) or 1
        return count if sum(self._needs()) <= width else -(-count // 2)

    def _widths(self) -> list[float]:
        """Return the columns' widths: what values need, then what notes want, then the rest evenly."""
        columns = self._columns(self.width())
        if columns < len(self._figures):
            return [self.width() / columns] * columns
        needs = self._needs()
        wants = [max(n, text_width(Style.BODY, f.note) + px(22)) for n, f in zip(needs, self._figures, strict=True)]
        spare = self.width() - sum(needs)
        given = [0] * columns
        # Who misses least comes first: better one note that is cut than all of them.
        for place in sorted(range(columns), key=lambda n: wants[n] - needs[n]):
            if wants[place] - needs[place] <= spare:
                given[place] = wants[place] - needs[place]
                spare -= given[place]
        rest = max(0.0, spare) / max(1, columns)
        return [need + more + rest for need, more in zip(needs, given, strict=True)]

    def _boxes(self) -> list[QRectF]:
        """Return where each figure's words stand, read from left to right."""
        widths, boxes, x = self._widths(), [], 0.0
        for place in range(len(self._figures)):
            row, column = divmod(place, len(widths))
            x = x if column else 0.0
            before = px(12) if column else 0
            boxes.append(QRectF(x + before, row * px(72), widths[column] - before - px(6), px(72)))
            x += widths[column]
        return boxes

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().event(event)

    def tip_at(self, at: QPoint) -> str:
        """Return the whole note under the mouse where it is not shown whole; "" = it is."""
        for figure, box in zip(self._figures, self._boxes(), strict=True):
            if mirrored(self, box).contains(at) and _note(figure, box.width()) != figure.note:
                return f"{figure.name}: {figure.note}"
        return ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self)
        for figure, box in zip(self._figures, self._boxes(), strict=True):
            inner, top, room = box.x(), box.y(), box.width()
            if inner:
                rule = QRectF(inner - px(12), top + px(4), 1, px(58))
                painter.fillRect(mirrored(self, rule), QColor(tokens.border))
            for text, style, colour, y, height in (
                (figure.name, Style.BODY, tokens.second, 0, 20),
                (figure.value, Style.PAGE, tokens.of(figure.tone), 20, 28),
                (_note(figure, room), Style.BODY, tokens.second, 48, 20),
            ):
                painter.setFont(font(style))
                painter.setPen(QColor(colour))
                shown = metrics(style).elidedText(text, Qt.TextElideMode.ElideRight, int(room))
                painter.drawText(
                    mirrored(self, QRectF(inner, top + px(y), room + 2, px(height))), _START, isolate(shown)
                )


def _note(figure: Figure, room: float) -> str:
    """Return as much of a figure's note as there is room for, in whole words where it has a shorter one."""
    for note in (figure.note, figure.least):
        if note and text_width(Style.BODY, note) <= room + 1:
            return note
    return metrics(Style.BODY).elidedText(figure.note, Qt.TextElideMode.ElideRight, int(room))


@dataclass(frozen=True, slots=True)
class PhaseLine:
    """One row of the table by phase; ``phase`` None with ``whole`` = the total."""

    key: object
    phase: bytes | None
    name: str
    by_grade: tuple[BudgetCell, ...]
    all_grades: BudgetCell
    whole: bool = False
    budgeted: bool = True
    """There is a budget to be held against."""


def phase_lines(page: BudgetPage) -> tuple[PhaseLine, ...]:
    """Return the phases that have any figure, and the total."""
    lines, has = [], page.newest is not None
    for phase in page.phases:
        cells = [cell for cell in page.cells if cell.key.phase == phase.id]
        if not cells:
            continue
        by_grade = tuple(total(c for c in cells if c.key.grade == grade) for grade in page.grades)
        name = phase.name or tr("Budgets", "Without phase")
        lines.append(PhaseLine(phase.id, phase.id, name, by_grade, total(cells), budgeted=has))
    by_grade = tuple(total(c for c in page.cells if c.key.grade == grade) for grade in page.grades)
    name = tr("Budgets", "Total")
    lines.append(PhaseLine("total", None, name, by_grade, total(page.cells), whole=True, budgeted=has))
    return tuple(lines)


def phase_columns(grades: Sequence[str]) -> tuple[Column[PhaseLine], ...]:
    """Return the columns for these grades: hours used of the budget, then what is to come."""
    found: list[Column[PhaseLine]] = [
        Column("phase", tr("Budgets", "Phase"), lambda r: r.name,
               lambda r: text_cell(r.name, style=_strength(r)), Width(76, share=1), pad_start=16)
    ]  # fmt: skip
    found += [_grade_column(number, grade) for number, grade in enumerate(grades)]
    found += [
        Column("all", tr("Budgets", "All grades"), lambda r: _used_words(r.all_grades, budgeted=r.budgeted),
               lambda r: _used_cell(r.all_grades, budgeted=r.budgeted), Width(86), align=Align.END),
        Column("etc", tr("Budgets", "ETC"), lambda r: _hours(r.all_grades.etc.seconds),
               lambda r: end_cell(_hours(r.all_grades.etc.seconds), style=_strength(r)),
               Width(40, hide_below=630), align=Align.END),
        Column("eac", tr("Budgets", "EAC"), lambda r: _hours(r.all_grades.eac_s),
               lambda r: end_cell(_hours(r.all_grades.eac_s), style=_strength(r)), Width(46), align=Align.END),
        Column("variance", tr("Budgets", "Variance"), _variance_words, _variance_cell, Width(64), align=Align.END,
               pad_end=16),
    ]  # fmt: skip
    return tuple(found)


def _grade_column(number: int, grade: str) -> Column[PhaseLine]:
    return Column(
        f"grade{number}",
        grade or tr("Budgets", "No grade"),
        lambda r: _used_words(r.by_grade[number], budgeted=r.budgeted),
        lambda r: _used_cell(r.by_grade[number], budgeted=r.budgeted),
        Width(73),
        align=Align.END,
    )


def _variance_words(line: PhaseLine) -> str:
    return hours_signed(line.all_grades.variance_s) if line.budgeted else EN_DASH


def _variance_cell(line: PhaseLine) -> Cell:
    if not line.budgeted:
        return end_cell(EN_DASH, Tone.THIRD)
    under = line.all_grades.variance_s < 0
    style = Style.BODY_STRONG if under or line.whole else Style.BODY
    return end_cell(_variance_words(line), Tone.DANGER if under else Tone.TEXT, style=style)


def _strength(line: PhaseLine) -> Style:
    return Style.BODY_STRONG if line.whole else Style.BODY_MEDIUM


def _hours(seconds: int) -> str:
    return hours(seconds) if seconds else "0"


def _used_words(cell: BudgetCell, *, budgeted: bool) -> str:
    if not cell.budget.seconds and not cell.actual.seconds:
        return EN_DASH
    if not budgeted:
        return _hours(cell.actual.seconds)
    return f"{_hours(cell.actual.seconds)} / {_hours(cell.budget.seconds)}"


def _used_cell(cell: BudgetCell, *, budgeted: bool) -> Cell:
    if not cell.budget.seconds and not cell.actual.seconds:
        return end_cell(EN_DASH, Tone.THIRD)
    if not budgeted:
        return end_cell(_hours(cell.actual.seconds), style=Style.BODY_STRONG)
    over = cell.actual.seconds > cell.budget.seconds
    used = text_part(_hours(cell.actual.seconds), tone=Tone.DANGER if over else Tone.TEXT, style=Style.BODY_STRONG)
    budget = text_part(_hours(cell.budget.seconds), tone=Tone.SECOND, near=True)
    return Cell((used, text_part("/", tone=Tone.SECOND, near=True), budget), align=Align.END)


def widest_day(style: Style) -> int:
    """Return the room that any day needs as ``day_short`` writes it: months are not equally long ("28 Sept")."""
    return max(text_width(style, day_short(date(2026, month, 28))) for month in range(1, 13))


class AlertLine(QWidget):
    """One alert: when, what, why, and what was said to it or the button that asks."""

    answered = Signal(object)

    def __init__(self, alert: AlertRow, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alert = alert
        title, tone = alert_title(alert)
        said = alert_words(alert)
        self.setAccessibleName(f"{day_short(alert.crossed_on)}: {title}, {said}")
        day = Label(day_short(alert.crossed_on), tone=Tone.SECOND)
        day.setFixedWidth(widest_day(Style.BODY) + px(4))
        chip = Chip(title, tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(day)
        row.addWidget(chip)
        row.addWidget(Label(said), 1)
        self.button: Button | None = None
        if alert.acknowledged_utc is None:
            name = tr("Budgets", "Acknowledge: {what}").format(what=title)
            self.button = Button(tr("Budgets", "Acknowledge"), height=28)
            self.button.setAccessibleName(name)
            self.button.clicked.connect(self._answer)
            row.addWidget(self.button)
        else:
            row.addWidget(IconMark(Icon.CHECK, size=14))
            note = Label(alert.note, tone=Tone.SECOND)
            note.setMaximumWidth(px(300))
            row.addWidget(note)
        self.setFixedHeight(px(38))

    @Slot()
    def _answer(self) -> None:
        self.answered.emit(self._alert)
