"""The day: lanes of what is recorded and of drafts, and the inspector of the chosen entry."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engagedesk.domain.ids import EntryId
from engagedesk.services.queries.rows import EntryRow, HistoryRow
from engagedesk.services.queries.timesheet_rows import DaySheet, PlannedTask
from engagedesk.ui.format import hm
from engagedesk.ui.theme import Style, Tone, px
from engagedesk.ui.theme.tokens import COLUMN_GAP
from engagedesk.ui.timesheet.day_canvas import DayCanvas
from engagedesk.ui.timesheet.day_geometry import DRAFTS_PX, GUTTER_PX
from engagedesk.ui.timesheet.drafts import DraftRow, gap_drafts, plan_drafts
from engagedesk.ui.timesheet.inspector import Inspector
from engagedesk.ui.timesheet.words import tr
from engagedesk.ui.widgets.card import Card, Hairline
from engagedesk.ui.widgets.text import Label

INSPECTOR_PX = 320
SIDE_FROM_PX = 1000
"""Page width from which the inspector stands beside the canvas; below it, it comes with a chosen entry."""


class DayHead(QWidget):
    """The day's totals, always in sight."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, px(8), 0)
        row.setSpacing(6)
        self.figures: dict[str, Label] = {}
        for number, (key, words) in enumerate(
            (
                ("recorded", tr("Timesheet", "Recorded")),
                ("unallocated", tr("Timesheet", "Unallocated")),
                ("standard", tr("Timesheet", "Standard")),
            )
        ):
            if number:
                row.addSpacing(12)
            row.addWidget(Label(words, tone=Tone.SECOND))
            self.figures[key] = Label("", style=Style.BODY_STRONG)
            row.addWidget(self.figures[key])

    def show_day(self, sheet: DaySheet, recorded_s: int) -> None:
        for key, seconds in (
            ("recorded", recorded_s),
            ("unallocated", sheet.unallocated_s),
            ("standard", sheet.standard_s),
        ):
            self.figures[key].setText(hm(seconds))
            self.figures[key].updateGeometry()


class DayView(QWidget):
    """``show_drafts`` is the slot for whoever suggests: its rows stand beside those of gaps and plan."""

    intent = Signal(object)

    def __init__(self, now: Callable[[], int], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._sheet: DaySheet | None = None
        self._tasks: tuple[PlannedTask, ...] = ()
        self._suggested: tuple[DraftRow, ...] = ()
        self._dismissed: set[str] = set()
        self.canvas = DayCanvas(now)
        self.inspector = Inspector(now)
        self.day_head = DayHead()
        self.head: QWidget | None = self.day_head
        self.takes_keyboard: QWidget = self.canvas
        self.canvas.intent.connect(self.intent)
        self.canvas.chosen.connect(self._on_chosen)
        self.canvas.to_inspector.connect(self.inspector.take_keyboard)
        self.inspector.intent.connect(self.intent)
        self.inspector.split.connect(self.canvas.split_middle)
        self.inspector.back.connect(self.canvas.setFocus)
        self.recorded_title = Label(tr("Timesheet", "Recorded"), style=Style.BODY_MEDIUM)
        self.recorded = Label("", style=Style.BODY_STRONG)
        drafts_title = Label(tr("Timesheet", "Suggestions"), style=Style.BODY_MEDIUM)
        self.drafts_note = Label(tr("Timesheet", "count for nothing yet"), tone=Tone.SECOND)
        lanes = QHBoxLayout()
        lanes.setContentsMargins(px(GUTTER_PX), 10, px(16), 10)
        lanes.setSpacing(8)
        lanes.addWidget(self.recorded_title)
        self.length_note = Label("", style=Style.CAPTION_STRONG, tone=Tone.INFO)
        lanes.addWidget(self.length_note)
        lanes.addStretch(1)
        lanes.addWidget(self.recorded)
        self._drafts_head = QWidget()
        drafts = QHBoxLayout(self._drafts_head)
        drafts.setContentsMargins(px(16), 0, 0, 0)
        drafts.addWidget(drafts_title)
        drafts.addStretch(1)
        drafts.addWidget(self.drafts_note)
        self._drafts_head.setFixedWidth(px(DRAFTS_PX) + px(16))
        lanes.addWidget(self._drafts_head)
        card = Card(padding=1)
        card.column.setSpacing(0)
        card.column.addLayout(lanes)
        card.column.addWidget(Hairline())
        card.column.addWidget(self.canvas, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(COLUMN_GAP)
        row.addWidget(card, 1)
        row.addWidget(self.inspector)
        self.inspector.setFixedWidth(px(INSPECTOR_PX))

    # -- in ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_day(self, sheet: DaySheet) -> None:
        """Take a day; what is chosen and typed stays."""
        if self._sheet is not None and self._sheet.day != sheet.day:
            self._suggested = ()
        self._sheet = sheet
        running_s = sum(
            max(0, self._now() - max(row.start_utc, sheet.day_start_utc))
            for row in sheet.entries
            if row.start_utc is not None and row.end_utc is None and sheet.is_today
        )
        self.recorded.setText(hm(sheet.recorded_s + running_s))
        self.recorded.updateGeometry()
        self.length_note.setText(
            tr("Timesheet", "a day of {length}").format(length=sheet.length_label) if sheet.length_label else ""
        )
        self.day_head.show_day(sheet, sheet.recorded_s + running_s)
        self._show()

    @Slot(object)
    def show_planned(self, tasks: tuple[PlannedTask, ...]) -> None:
        """Take the tasks that are due next."""
        self._tasks = tasks
        self._show()

    @Slot(object)
    def show_drafts(self, drafts: tuple[DraftRow, ...]) -> None:
        """Take suggestions for the day in sight; those for a gap stand instead of the gap's own draft."""
        self._suggested = drafts
        self._show()

    @Slot(object)
    def show_targets(self, texts: list[str]) -> None:
        """Take what time can be for, most recent first."""
        self.canvas.target_texts = texts
        self.inspector.show_targets(texts)

    @Slot(object, object)
    def show_history(self, entry: EntryId, changes: tuple[HistoryRow, ...]) -> None:
        self.inspector.show_history(entry, changes)

    def dismiss(self, draft: DraftRow) -> None:
        """Take a draft of gaps or plan out of sight until the window is closed."""
        self._dismissed.add(draft.key)
        self._show()

    def choose(self, entry: EntryId) -> None:
        self.canvas.choose(entry)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        taken = [(d.start_utc, d.end_utc) for d in self._suggested if d.start_utc is not None and d.end_utc is not None]
        own = [
            draft
            for draft in gap_drafts(sheet)
            if not any(start < (draft.end_utc or 0) and (draft.start_utc or 0) < end for start, end in taken)
        ]
        planned = plan_drafts(self._tasks, sheet.day) if sheet.is_today else ()
        drafts = tuple(d for d in (*own, *self._suggested, *planned) if d.key not in self._dismissed)
        self.canvas.show_day(sheet, drafts)

    @Slot(object)
    def _on_chosen(self, row: EntryRow | None) -> None:
        self.inspector.show_entry(row, self._sheet)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        wide = self.width() >= px(SIDE_FROM_PX)
        self.inspector.setVisible(wide or self.canvas.chosen_entry is not None)
        shape = self.canvas.shape_shown
        if shape is not None:
            self._drafts_head.setFixedWidth(int(shape.drafts_w) + px(8))
        self.drafts_note.setVisible(wide)
