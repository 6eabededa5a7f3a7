"""The week: the value line, the grid, the line that adds a row, the totals; and beside it what the week comes to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from engagedesk.services.queries.timesheet_rows import CellState, RowChoice, WeekGrid
from engagedesk.services.queries.weeks import WeekState
from engagedesk.ui.format import percent, signed_minutes
from engagedesk.ui.intents import RecallWeek, SheetFormat, SubmitWeek, WriteTimesheet
from engagedesk.ui.tab_order import follow_in_turn
from engagedesk.ui.theme import Icon, Style, Tone, px
from engagedesk.ui.theme.tokens import COLUMN_GAP
from engagedesk.ui.timesheet.grid_model import code_text
from engagedesk.ui.timesheet.grid_painting import TotalsBar
from engagedesk.ui.timesheet.grid_rows import FIRST_DAY
from engagedesk.ui.timesheet.grid_view import GridView
from engagedesk.ui.timesheet.intents import CopyLastWeek, ShowAwaiting
from engagedesk.ui.timesheet.row_finder import RowFinder
from engagedesk.ui.timesheet.words import cell_reason, day_head, day_range, decimals, tr, value_sum, week_state
from engagedesk.ui.widgets.button import Button, ButtonKind, LinkButton
from engagedesk.ui.widgets.card import Card, Hairline
from engagedesk.ui.widgets.chip import Chip
from engagedesk.ui.widgets.states import EmptyState
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import counted

SIDE_PX = 296
SIDE_FROM_PX = 1120
"""Page width from which the panel stands beside the grid; below it the grid has the room."""


class ValueLine(QWidget):
    """What the current cell's number is made of, as a spreadsheet's formula line says it."""

    def __init__(self, view: GridView, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.day = Label("", style=Style.BODY_STRONG)
        self.subject = Label("", tone=Tone.SECOND)
        self.value = Label("", style=Style.BODY_STRONG)
        self.sum = Label("", tone=Tone.SECOND)
        self.note = Label("", style=Style.BODY_MEDIUM, tone=Tone.WARN)
        self.link = LinkButton("")
        self.link.clicked.connect(view.open_day)
        self._rule = Hairline(vertical=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), 8, px(12), 8)
        row.setSpacing(12)
        for widget in (self.day, self.subject, self._rule, self.value, self.sum, self.note):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.link)
        self.setFixedHeight(px(40))
        view.stood_on.connect(self.show_cell)
        view.refused.connect(self.say)
        self.show_cell()

    @Slot()
    def show_cell(self) -> None:
        view = self._view
        cell, grid, index = view.current_cell, view.grid_model.grid, view.currentIndex()
        line = view.grid_model.line(index)
        for widget in (self.value, self.sum, self.note, self.link, self._rule):
            widget.setVisible(False)
        if grid is None or line is None:
            self.day.setVisible(False)
            self.subject.setText(tr("Timesheet", "Stand on a cell to see what its number is made of."))
            return
        name = " ".join(part for part in (line.engagement, code_text(line), line.activity) if part)
        self.subject.setText(name)
        self.day.setText(day_head(grid.days[index.column() - FIRST_DAY].day)[0] if cell is not None else "")
        self.day.setVisible(cell is not None)
        if cell is None:
            return
        text = str(index.data() or "")
        summed = value_sum(cell, grid)
        reason = cell_reason(cell, view.grid_model.behind(cell))
        self._rule.setVisible(bool(cell.entries))
        self.value.setText(text)
        self.value.setVisible(bool(text))
        self.sum.setText(f"=  {summed}" if text else summed)
        self.sum.setVisible(bool(summed))
        self.note.setText(reason)
        self.note.setVisible(bool(reason))
        count = len(cell.entries)
        self.link.setText(counted(count, tr("Timesheet", "{n} entry"), tr("Timesheet", "{n} entries")) if count else "")
        self.link.setAccessibleName(tr("Timesheet", "Open the day with {entries}").format(entries=self.link.text()))
        self.link.setVisible(bool(count))
        self.link.updateGeometry()
        self.setAccessibleName(" ".join(part for part in (self.day.text(), name, text, summed, reason) if part))

    @Slot(str)
    def say(self, words: str) -> None:
        """Show why something cannot be done here, until the keyboard moves on."""
        self.note.setText(words)
        self.note.setVisible(True)
        self.sum.setVisible(False)


class WeekSummary(Card):
    """What the week comes to: hours by kind, rounding, what stays behind, and the way to the firm."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._grid: WeekGrid | None = None
        self.title = Label(tr("Timesheet", "This week"), style=Style.SECTION)
        self.column.addWidget(self.title)
        self.column.addSpacing(4)
        self._figures: dict[str, Label] = {}
        for key, words in (
            ("standard", tr("Timesheet", "Standard hours")),
            ("chargeable", tr("Timesheet", "Chargeable")),
            ("other", tr("Timesheet", "Non-chargeable")),
            ("share", tr("Timesheet", "Chargeable share")),
            ("residual", tr("Timesheet", "Left out by rounding")),
        ):
            self.column.addLayout(self._figure(key, words))
        self.column.addWidget(Hairline())
        self.parts = QVBoxLayout()
        self.parts.setSpacing(6)
        self.column.addLayout(self.parts)
        self.column.addStretch(1)
        self._held_rule = Hairline()
        self.column.addWidget(self._held_rule)
        self.held_line = QWidget()
        self.held_line.setLayout(self._figure("held", tr("Timesheet", "Held back as drafts")))
        self.column.addWidget(self.held_line)
        self.held_note = Label("", tone=Tone.THIRD, style=Style.CAPTION, wrap=True)
        self.column.addWidget(self.held_note)
        self.awaiting_button = LinkButton(tr("Timesheet", "Time that awaits its code…"))
        self.awaiting_button.clicked.connect(self._awaiting)
        self.column.addWidget(self.awaiting_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.submit_button = Button("", kind=ButtonKind.PRIMARY, hint=tr("Timesheet", "Ctrl Enter"))
        self.submit_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.submit_button.setShortcut(QKeySequence("Ctrl+Return"))
        self.submit_button.clicked.connect(self._submit)
        self.recall_button = Button(tr("Timesheet", "Recall the week"))
        self.recall_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.recall_button.clicked.connect(self._recall)
        self.column.addWidget(self.submit_button)
        self.column.addWidget(self.recall_button)
        self.setMinimumWidth(px(SIDE_PX))

    def show_grid(self, grid: WeekGrid) -> None:
        self._grid = grid
        step = grid.increment_s
        chargeable = sum(line.rounded_s for line in grid.lines if line.key.chargeable)
        other = grid.rounded_s - chargeable
        standard = tr("Timesheet", "{part} of {whole}")
        self._say(
            "standard", standard.format(part=decimals(grid.rounded_s, step), whole=decimals(grid.standard_s, step))
        )
        self._say("chargeable", decimals(chargeable, step))
        self._say("other", decimals(other, step))
        self._say("share", percent(chargeable, grid.rounded_s))
        # Raw time among rounded hours: in its own unit, so that nobody adds the one to the other.
        self._say("residual", signed_minutes(sum(day.residual_s for day in grid.days)))
        self._say("held", decimals(grid.held_s, step))
        held = grid.held_s > 0
        self.held_line.setVisible(held)
        self._held_rule.setVisible(held)
        self.held_note.setVisible(held)
        self.held_note.setText(tr("Timesheet", "A code is missing, closed or not valid on the day."))
        self._show_parts(grid)
        open_s = sum(cell.rounded_s for line in grid.lines for cell in line.cells if cell.entries and not cell.locked)
        goes = max(0, open_s - grid.held_s)
        self.submit_button.setText(tr("Timesheet", "Submit {hours} h").format(hours=decimals(goes, step)))
        self.submit_button.setAccessibleName(self.submit_button.text())
        # A new text takes the shortcut away.
        self.submit_button.setShortcut(QKeySequence("Ctrl+Return"))
        self.submit_button.setEnabled(goes > 0)
        sent = (CellState.SUBMITTED, CellState.MIXED)
        recallable = any(cell.state in sent for line in grid.lines for cell in line.cells)
        self.submit_button.setVisible(goes > 0 or (not recallable and grid.state is not WeekState.POSTED))
        self.submit_button.updateGeometry()
        self.recall_button.setVisible(recallable)

    def _figure(self, key: str, words: str) -> QHBoxLayout:
        value = Label("", style=Style.BODY_STRONG)
        self._figures[key] = value
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(words, tone=Tone.SECOND))
        row.addStretch(1)
        row.addWidget(value)
        return row

    def _say(self, key: str, text: str) -> None:
        self._figures[key].setText(text)
        self._figures[key].updateGeometry()

    def _show_parts(self, grid: WeekGrid) -> None:
        while (item := self.parts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if len(grid.parts) < 2:
            return
        for part in grid.parts:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(Label(day_range(part.days[0], part.days[-1]), tone=Tone.SECOND))
            row.addStretch(1)
            row.addWidget(Chip(*week_state(part.state)))
            self.parts.addWidget(line)

    @Slot()
    def _submit(self) -> None:
        if self._grid is not None:
            self.intent.emit(SubmitWeek(self._grid.week.label))

    @Slot()
    def _recall(self) -> None:
        if self._grid is not None:
            self.intent.emit(RecallWeek(self._grid.week.label))

    @Slot()
    def _awaiting(self) -> None:
        self.intent.emit(ShowAwaiting())


class WeekHead(QWidget):
    """The week's actions in the page's header."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.week = ""
        self.copy_button = Button(tr("Timesheet", "Copy last week"), icon=Icon.COPY)
        menu = QMenu(self)
        self.copy_hours = menu.addAction(tr("Timesheet", "Rows with their hours, as drafts"))
        self.copy_rows = menu.addAction(tr("Timesheet", "Rows only"))
        self.copy_hours.triggered.connect(self._copy_hours)
        self.copy_rows.triggered.connect(self._copy_rows)
        self.copy_menu = menu
        self.copy_button.clicked.connect(self._open_copy)
        self.export_button = Button(tr("Timesheet", "Export"), icon=Icon.SAVE)
        export = QMenu(self)
        for words, kind in (
            (tr("Timesheet", "Copy the timesheet"), SheetFormat.CLIPBOARD),
            (tr("Timesheet", "Excel workbook…"), SheetFormat.XLSX),
            (tr("Timesheet", "CSV file…"), SheetFormat.CSV),
        ):
            action = export.addAction(words)
            action.setData(kind)
            action.triggered.connect(self._export)
        self.export_menu = export
        self.export_button.clicked.connect(self._open_export)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.panel_button = Button(tr("Timesheet", "Check and submit"))
        self.panel_button.setCheckable(True)
        row.addWidget(self.copy_button)
        row.addWidget(self.export_button)
        row.addWidget(self.panel_button)

    def show_grid(self, grid: WeekGrid) -> None:
        self.week = grid.week.label
        self.copy_button.setEnabled(grid.last_week_rows > 0)

    @Slot()
    def _open_copy(self) -> None:
        self.copy_menu.popup(self.copy_button.mapToGlobal(self.copy_button.rect().bottomLeft()))

    @Slot()
    def _open_export(self) -> None:
        self.export_menu.popup(self.export_button.mapToGlobal(self.export_button.rect().bottomLeft()))

    @Slot()
    def _copy_hours(self) -> None:
        self.intent.emit(CopyLastWeek(self.week, hours=True))

    @Slot()
    def _copy_rows(self) -> None:
        self.intent.emit(CopyLastWeek(self.week, hours=False))

    @Slot()
    def _export(self) -> None:
        action = self.sender()
        kind = getattr(action, "data", lambda: None)()
        if kind is not None:
            self.intent.emit(WriteTimesheet(self.week, SheetFormat(kind)))


class WeekView(QWidget):
    """The grid with what explains it; ``set_side`` puts another panel, the Friday check, beside it."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid_view = GridView()
        self.value_line = ValueLine(self.grid_view)
        self.finder = RowFinder()
        self.totals = TotalsBar(self.grid_view)
        self.summary = WeekSummary()
        self.week_head = WeekHead()
        self.head: QWidget | None = self.week_head
        self.takes_keyboard: QWidget = self.grid_view
        self.side: QWidget = self.summary
        self.empty = EmptyState(
            icon=Icon.TIMESHEET,
            sentence=tr("Timesheet", "Nothing recorded in this week yet: take last week's rows, or add one below."),
            action=tr("Timesheet", "Copy last week's rows"),
            action_icon=Icon.COPY,
            second=tr("Timesheet", "Add a row"),
        )
        self.empty.button.set_kind(ButtonKind.SECONDARY)
        self.empty.action.connect(self._copy_rows)
        self.empty.second.connect(self.finder.begin)
        for one in (self.grid_view, self.summary, self.week_head):
            one.intent.connect(self.intent)
        self.finder.chosen.connect(self.intent)
        self.week_head.panel_button.toggled.connect(self._share_room)
        self._card = card = Card(padding=1)
        card.column.setSpacing(0)
        card.column.addWidget(self.value_line)
        card.column.addWidget(Hairline())
        card.column.addWidget(self.grid_view, 1)
        card.column.addWidget(self.empty, 1)
        line = QHBoxLayout()
        line.setContentsMargins(px(14), 2, px(14), 2)
        line.addWidget(self.finder)
        card.column.addLayout(line)
        card.column.addWidget(self.totals)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(COLUMN_GAP)
        self._row.addWidget(card, 1)
        self._row.addWidget(self.side)
        self.side.setFixedWidth(px(SIDE_PX))
        self.setTabOrder(self.grid_view, self.finder)

    def set_side(self, widget: QWidget) -> None:
        """Put a panel in the place of the one beside the grid; the one before goes."""
        old, self.side = self.side, widget
        self._row.replaceWidget(old, widget)
        old.setParent(None)
        old.deleteLater()
        follow_in_turn(self.finder, widget)
        self._share_room()

    def show_side(self) -> None:
        """Have the panel in sight, also where there is room for one of both only."""
        self.week_head.panel_button.setChecked(True)

    @Slot(object)
    def show_grid(self, grid: WeekGrid) -> None:
        """Take a week; the keyboard and an open editor stay."""
        self.grid_view.show_grid(grid)
        self.totals.show_totals()
        self.week_head.show_grid(grid)
        if self.side is self.summary:
            self.summary.show_grid(grid)
        nothing = not grid.lines
        self.grid_view.show_head_only(nothing)
        self.empty.setVisible(nothing)
        self.empty.button.setEnabled(grid.last_week_rows > 0)

    @Slot(object)
    def show_choices(self, choices: tuple[RowChoice, ...]) -> None:
        grid = self.grid_view.grid_model.grid
        if grid is not None:
            self.finder.show_choices(grid.week, choices)

    @Slot()
    def _copy_rows(self) -> None:
        self.intent.emit(CopyLastWeek(self.week_head.week, hours=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @Slot()
    def _share_room(self) -> None:
        """Show grid and panel side by side, or in a narrow window one of them."""
        both = self.width() >= px(SIDE_FROM_PX)
        button = self.week_head.panel_button
        button.setVisible(not both)
        panel = not both and button.isChecked()
        self.side.setVisible(both or panel)
        self._card.setVisible(not panel)
        if both:
            self.side.setFixedWidth(px(SIDE_PX))
        else:
            self.side.setMinimumWidth(px(SIDE_PX))
            self.side.setMaximumWidth(16_777_215)
