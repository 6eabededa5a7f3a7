"""Today's table: entries edited in place, gaps that fill with one click, the bracket of an overlap."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QCompleter, QLineEdit, QMenu, QStyleOptionViewItem, QWidget

from engagedesk.domain.states import EDITABLE_STATES, EntryState
from engagedesk.services.queries.rows import AwayRow, EntryRow, GapRow, RecentTarget, TodayView
from engagedesk.ui import words
from engagedesk.ui.format import clock, clock_range, hm, hm_floor, minutes_words
from engagedesk.ui.intents import (
    AskAway,
    DeleteEntry,
    EditEntry,
    EntryField,
    Intent,
    ShowHistory,
    StartTimer,
    StopTimer,
)
from engagedesk.ui.pages.day_lines import DayLine, LineKind, day_lines, overlap_pairs
from engagedesk.ui.tables.cell import Align, Cell, Part, charge, chip, dot, end_cell, icon, text_cell
from engagedesk.ui.tables.cell import words as text_part
from engagedesk.ui.tables.delegate import CellDelegate, PartPainter
from engagedesk.ui.tables.editing import fill_editor
from engagedesk.ui.tables.geometry import Width, bracket
from engagedesk.ui.tables.model import AnyIndex, Column, RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import Icon, Style, Tone, font, px, tokens_of
from engagedesk.ui.theme.mirror import mirrored
from engagedesk.ui.theme.tokens import RADIUS_CHIP, RADIUS_CONTROL
from engagedesk.ui.typed_times import looks_like_duration, looks_like_times

tr = words.tr

TIME: Final = 0
TARGET: Final = 1
CODE: Final = 2
NARRATIVE: Final = 3
HOURS: Final = 4
CHARGEABLE: Final = 5
STATE: Final = 6

_FIELDS: Final = {
    TARGET: EntryField.TARGET,
    CODE: EntryField.TARGET,
    NARRATIVE: EntryField.NARRATIVE,
}


def entry_columns(now: Callable[[], int]) -> tuple[Column[DayLine], ...]:
    """Return the columns; ``now`` gives the running line its hours."""
    return (
        Column(
            "time", tr("Today", "Time"), _time_text, _time_cell, Width(116), pad_start=16, edit_text=_time_edit,
            tip=_time_tip,
        ),
        Column("target", tr("Today", "Engagement"), _target_text, _target_cell, Width(138, share=1), pad_end=4,
               edit_text=_target_edit, tip=_target_tip),
        Column("code", tr("Today", "Code"), _code_text, _code_cell, Width(130), edit_text=_code_edit),
        Column("narrative", tr("Today", "Narrative"), _narrative_text, _narrative_cell, Width(220, share=5),
               edit_text=_narrative_edit, tip=_narrative_tip),
        Column("hours", tr("Today", "Hours"), lambda line: _hours_text(line, now()),
               lambda line: _hours_cell(line, now()), Width(64), align=Align.END, edit_text=_hours_edit),
        Column("charge", tr("Today", "Chg."), _charge_text, _charge_cell, Width(48), align=Align.CENTRE, pad_end=12,
               tip=_charge_text),
        Column("state", tr("Today", "State"), _state_text, _state_cell, Width(100), pad_end=16, tip=_state_tip),
    )  # fmt: skip


# -- how a line reads and is painted ----------------------------------------------------------------------------------


def _range(line: DayLine) -> str:
    if line.away is not None:
        return clock_range(line.away.start_utc, line.away.end_utc, line.away.zone, now=tr("Today", "now"))
    if line.gap is not None:
        return clock_range(line.gap.start_utc, line.gap.end_utc, line.gap.zone)
    entry = line.entry
    if entry is None or entry.start_utc is None:
        return tr("Today", "no times")
    return clock_range(entry.start_utc, entry.end_utc, entry.zone, now=tr("Today", "now"))


def gap_words(gap: GapRow) -> str:
    return tr("Today", "Unallocated {length}:").format(length=minutes_words(gap.end_utc - gap.start_utc))


def away_words(away: AwayRow) -> str:
    if away.end_utc is None:
        return tr("Today", "Away since {time}").format(time=clock(away.start_utc, away.zone))
    return tr("Today", "Away {length}, not answered:").format(length=minutes_words(away.unallocated_s))


def _time_text(line: DayLine) -> str:
    if line.away is not None:
        parts = [_range(line), away_words(line.away), "" if line.away.end_utc is None else tr("Today", "answer")]
        return ", ".join(part for part in parts if part)
    if line.gap is not None:
        return f"{_range(line)}, {gap_words(line.gap)} {tr('Today', 'fill')}"
    return _range(line)


def _time_cell(line: DayLine) -> Cell:
    timed = line.start_utc is not None
    return text_cell(_range(line), Tone.SECOND if timed else Tone.THIRD)


def _time_edit(line: DayLine) -> str | None:
    entry = line.entry
    if not line.editable or entry is None or entry.start_utc is None:
        return None
    plain = clock_range(entry.start_utc, entry.end_utc, entry.zone, now="").replace("–", "-")
    return plain.strip("\u2068\u2069")


def _time_tip(line: DayLine) -> str:
    entry = line.entry
    if line.away is not None:
        return tr("Today", "Say what this time was")
    if entry is None:
        return tr("Today", "Fill this gap")
    parts = [entry.zone]
    if line.overlaps:
        parts.append(tr("Today", "overlaps another entry"))
    return " · ".join(parts)


def _target_text(line: DayLine) -> str:
    entry = line.entry
    if entry is None:
        return ""
    return " ".join(part for part in (entry.engagement, entry.engagement_detail) if part)


def _target_cell(line: DayLine) -> Cell:
    entry = line.entry
    if entry is None:
        return Cell(())
    if not entry.engagement:
        return Cell((dot(-1), text_part(tr("Today", "Choose what for"), tone=Tone.WARN, style=Style.BODY_MEDIUM)))
    parts: list[Part] = [dot(entry.colour), text_part(entry.engagement, style=Style.BODY_MEDIUM)]
    if entry.open_gate:
        parts.append(icon(Icon.WARNING, Tone.WARN))
    if entry.task:
        parts.append(text_part(entry.task, tone=Tone.THIRD, style=Style.CAPTION))
    return Cell(tuple(parts))


def _target_edit(line: DayLine) -> str | None:
    return _target_text(line) if line.editable else None


def _target_tip(line: DayLine) -> str:
    if line.entry is not None and line.entry.open_gate:
        return tr("Today", "A gate of this engagement was open on this day")
    return ""


def _code_text(line: DayLine) -> str:
    entry = line.entry
    if entry is None:
        return ""
    if entry.code is None:
        return tr("Today", "Awaiting code")
    word = words.code_standing(entry.code_standing)[0].lower() if line.code_word else ""
    return f"{entry.code} {word}".rstrip()


def _code_cell(line: DayLine) -> Cell:
    entry = line.entry
    if entry is None:
        return Cell(())
    if entry.code is None:
        return Cell((chip(tr("Today", "Awaiting code"), Tone.WARN, Icon.AWAY),))
    parts = [text_part(entry.code, tone=Tone.SECOND)]
    if line.code_word:
        word, tone = words.code_standing(entry.code_standing)
        parts.append(text_part(word.lower(), tone=tone, style=Style.CAPTION_STRONG))
    return Cell(tuple(parts))


def _code_edit(line: DayLine) -> str | None:
    entry = line.entry
    return (entry.code or "") if line.editable and entry is not None else None


def _narrative_text(line: DayLine) -> str:
    entry = line.entry
    if entry is None:
        return ""
    return entry.narrative or (tr("Today", "No narrative") if line.needs_narrative else "")


def _narrative_cell(line: DayLine) -> Cell:
    entry = line.entry
    if entry is None:
        return Cell(())
    if line.needs_narrative:
        empty = text_part(tr("Today", "No narrative"), tone=Tone.WARN, style=Style.BODY_MEDIUM)
        return Cell((icon(Icon.PENCIL, Tone.WARN), empty))
    strong = line.kind is LineKind.RUNNING
    parts = [text_part(entry.narrative, tone=Tone.TEXT if strong else Tone.SECOND)]
    if entry.activity:
        parts.append(text_part(f"#{entry.activity}", tone=Tone.THIRD, style=Style.CAPTION))
    return Cell(tuple(parts))


def _narrative_edit(line: DayLine) -> str | None:
    return line.entry.narrative if line.editable and line.entry is not None else None


def _narrative_tip(line: DayLine) -> str:
    entry = line.entry
    if entry is not None and entry.state is EntryState.RETURNED and entry.returned_reason:
        return tr("Today", "Returned: {reason}").format(reason=entry.returned_reason)
    return entry.narrative if entry is not None else ""


def _hours_text(line: DayLine, now_utc: int) -> str:
    entry = line.entry
    if entry is None:
        return ""
    if line.kind is LineKind.RUNNING and entry.start_utc is not None:
        return hm_floor(now_utc - entry.start_utc)
    return hm(entry.seconds)


def _hours_cell(line: DayLine, now_utc: int) -> Cell:
    return end_cell(_hours_text(line, now_utc), style=Style.BODY_STRONG)


def _hours_edit(line: DayLine) -> str | None:
    entry = line.entry
    return hm(entry.seconds) if line.editable and entry is not None and entry.start_utc is None else None


def _charge_text(line: DayLine) -> str:
    if line.entry is None:
        return ""
    return tr("Today", "Chargeable") if line.entry.chargeable else tr("Today", "Not chargeable")


def _charge_cell(line: DayLine) -> Cell:
    parts = () if line.entry is None else (charge(chargeable=line.entry.chargeable),)
    return Cell(parts, align=Align.CENTRE)


def _state_text(line: DayLine) -> str:
    if line.entry is None:
        return ""
    return tr("Today", "Running") if line.kind is LineKind.RUNNING else words.entry_state(line.entry.state)[0]


def _state_cell(line: DayLine) -> Cell:
    if line.entry is None:
        return Cell(())
    if line.kind is LineKind.RUNNING:
        return text_cell(tr("Today", "Running"), Tone.ACCENT, style=Style.CAPTION_STRONG)
    return Cell((chip(*words.entry_state(line.entry.state)),))


def _state_tip(line: DayLine) -> str:
    if not line.can_toggle or line.entry is None:
        return _state_text(line)
    ready = line.entry.state is EntryState.READY
    return tr("Today", "Ready; click for draft") if ready else tr("Today", "Draft; click when it is ready")


# -- editing in place -----------------------------------------------------------------------------------------------


class EntryDelegate(CellDelegate):
    """Paints gap lines across the table and opens a one-line editor on what can be edited."""

    edited = Signal(int, int, str)

    def __init__(self, table: EntriesTable) -> None:
        super().__init__(table)
        self._table = table

    def paint_cell(self, paint: PartPainter, model: RowTableModel[Any], place: tuple[int, int], *, box: QRectF) -> None:
        row, column = place
        line = self._table.line_at(model.index(row, column))
        if line.kind not in (LineKind.GAP, LineKind.AWAY):
            super().paint_cell(paint, model, place, box=box)
        elif column == TIME and line.away is not None:
            self._paint_away(paint.painter, line.away, self._table.row_box(row))
        elif column == TIME and line.gap is not None:
            self._paint_gap(paint.painter, line.gap, self._table.row_box(row))

    def _paint_gap(self, painter: QPainter, gap: GapRow, box: QRectF) -> None:
        table = self._table
        tokens = tokens_of(table)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipping(False)
        dashes = QPen(QColor(tokens.control_border), 1, Qt.PenStyle.CustomDashLine)
        dashes.setDashPattern([4, 3])
        painter.setPen(dashes)
        lit = table.hovered >= 0 and box.contains(table.row_box(table.hovered).center())
        painter.setBrush(QColor(tokens.hover) if lit else Qt.BrushStyle.NoBrush)
        frame = box.adjusted(table.line_inset + 0.5, 4.5, -table.line_inset - 0.5, -5.5)
        painter.drawRoundedRect(frame, RADIUS_CHIP, RADIUS_CHIP)
        paint = PartPainter(painter, tokens, narrow=False)
        first, second = table.line_places(box)
        times = clock_range(gap.start_utc, gap.end_utc, gap.zone)
        paint.paint(text_cell(times, Tone.THIRD), first)
        fill = (
            text_part(gap_words(gap), tone=Tone.SECOND, style=Style.BODY_MEDIUM),
            text_part(tr("Today", "fill"), style=Style.BODY_STRONG, underline=True),
        )
        paint.paint(Cell(fill), second)
        painter.restore()

    def _paint_away(self, painter: QPainter, away: AwayRow, box: QRectF) -> None:
        table = self._table
        tokens = tokens_of(table)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipping(False)
        painter.setPen(QPen(QColor(tokens.warn), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(tokens.warn_soft))
        frame = box.adjusted(table.line_inset + 0.5, 4.5, -table.line_inset - 0.5, -5.5)
        painter.drawRoundedRect(frame, RADIUS_CHIP, RADIUS_CHIP)
        paint = PartPainter(painter, tokens, narrow=False)
        first, second = table.line_places(box)
        times = clock_range(away.start_utc, away.end_utc, away.zone, now=tr("Today", "now"))
        paint.paint(text_cell(times, Tone.WARN), first)
        said = [text_part(away_words(away), tone=Tone.WARN, style=Style.BODY_MEDIUM)]
        if away.end_utc is not None:
            said.append(text_part(tr("Today", "answer"), style=Style.BODY_STRONG, underline=True))
        paint.paint(Cell(tuple(said)), second)
        painter.restore()

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("cell", "true")
        editor.setFont(font(Style.BODY))
        column = self._table.row_model.columns[index.column()]
        editor.setAccessibleName(f"{column.header}: {column.text(self._table.line_at(index))}")
        if index.column() in _FIELDS and _FIELDS[index.column()] is EntryField.TARGET:
            completer = QCompleter(self._table.target_texts, editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
        if index.column() in (TIME, HOURS):
            editor.textChanged.connect(self._table.check_editor)
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        fill_editor(editor, index)

    def setModelData(
        self, editor: QWidget, _model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if isinstance(editor, QLineEdit) and editor.text() != str(index.data(Qt.ItemDataRole.EditRole) or ""):
            self.edited.emit(index.row(), index.column(), editor.text().strip())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = QRectF(option.rect).toRect()
        if index.column() == TIME:
            rect.setLeft(rect.left() + 8)
        elif index.column() == HOURS:
            rect.setLeft(rect.left() - px(12))
        else:
            rect.setLeft(rect.left() - 6)
        editor.setGeometry(rect.adjusted(0, 3, -4, -4))


class EntriesTable(RowTable):
    """The day's lines. Sends intentions about entries, and ``fill_asked`` with a gap."""

    intent = Signal(object)
    fill_asked = Signal(object)

    def __init__(self, now: Callable[[], int], *, parent: QWidget | None = None) -> None:
        model: RowTableModel[DayLine] = RowTableModel(entry_columns(now), key=lambda line: line.key)
        super().__init__(model, name=tr("Today", "Entries of the day"), fit_rows=True, cell_focus=True, parent=parent)
        model.setParent(self)
        self._view: TodayView | None = None
        self._pairs: tuple[tuple[int, int], ...] = ()
        self.target_texts: list[str] = []
        self._delegate = EntryDelegate(self)
        self._delegate.edited.connect(self._on_edited)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(self.EditTrigger.EditKeyPressed)
        model.modelReset.connect(self._span_gaps)

    def show_view(self, view: TodayView) -> None:
        """Take the day; the place of the keyboard and an open editor survive a refresh of the same lines."""
        kept = self.row_model.key_at(self.currentIndex()) if self.currentIndex().isValid() else None
        column = self.currentIndex().column()
        self._view = view
        lines = day_lines(view)
        self.row_model.set_rows(lines)
        self._pairs = overlap_pairs(view, lines)
        if kept is not None and not self.currentIndex().isValid():
            self.setCurrentIndex(self.row_model.index_of(kept, max(0, column)))
        self.viewport().update()

    def show_targets(self, targets: tuple[RecentTarget, ...]) -> None:
        self.target_texts = [target.text for target in targets]

    def line_at(self, index: AnyIndex) -> DayLine:
        line: DayLine = self.row_model.row_at(index)
        return line

    def tick(self) -> None:
        """Show the running line's time anew."""
        if any(line.kind is LineKind.RUNNING for line in self.row_model.rows):
            self.row_model.refresh_cells()

    # -- painting ----------------------------------------------------------------------------------------------------

    def paint_row_ground(self, painter: QPainter, row: int, box: QRectF) -> None:
        lines = self.row_model.rows
        kind = lines[row].kind
        tokens = tokens_of(self)
        if kind is LineKind.RUNNING:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selection))
            painter.drawRoundedRect(box.adjusted(8, 0, -8, 0), RADIUS_CONTROL, RADIUS_CONTROL)
            return
        if row == self.hovered and kind is LineKind.ENTRY:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(box.adjusted(8, 0, -8, -1), RADIUS_CONTROL, RADIUS_CONTROL)
        next_kind = lines[row + 1].kind if row + 1 < len(lines) else LineKind.RUNNING
        if kind is LineKind.ENTRY and next_kind is LineKind.ENTRY:
            inset = self.line_inset
            painter.fillRect(QRectF(inset, box.bottom() - 1, box.width() - 2 * inset, 1), QColor(tokens.border))

    def line_places(self, row: QRectF) -> tuple[QRectF, QRectF]:
        """Return where a line across the table, a gap or time away, shows its times and its words."""
        port = self.viewport()
        start = self.columnViewportPosition(TARGET)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            start = port.width() - start - self.columnWidth(TARGET)
        times = QRectF(self.line_inset + px(8), row.y(), self.columnWidth(TIME), row.height() - 1)
        words = QRectF(start, row.y(), row.width() - start - px(24), row.height() - 1)
        return mirrored(port, times), mirrored(port, words)

    def paint_over(self, painter: QPainter) -> None:
        if not self._pairs:
            return
        painter.setPen(QPen(QColor(tokens_of(self).warn), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for upper, lower in self._pairs:
            tops = (self.rowViewportPosition(upper), self.rowViewportPosition(lower))
            corners = bracket(*tops, self.rowHeight(upper), x=8.5)
            polygon = QPolygonF()
            for x, y in corners:
                polygon.append(mirrored(self.viewport(), QRectF(x, y, 0, 0)).topLeft())
            painter.drawPolyline(polygon)

    # -- what a person does ------------------------------------------------------------------------------------------

    def click_cell(self, index: AnyIndex) -> None:
        self._use(index)

    def enter(self, index: AnyIndex) -> None:
        self._use(index)

    def _use(self, index: AnyIndex) -> None:
        line = self.line_at(index)
        if line.gap is not None:
            self.fill_asked.emit(line.gap)
        elif line.away is not None:
            self._ask_away(line.away)
        elif index.column() == STATE:
            self._toggle_state(line)
        elif index.column() == CHARGEABLE:
            self._toggle_chargeable(line)
        elif self.row_model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and self.state() is not self.State.EditingState:
            line = self.line_at(index)
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self._delete(line)
                return
            if event.key() == Qt.Key.Key_Space:
                self._use(index)
                return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos())) if by_mouse else self.currentIndex()
        if not index.isValid():
            return
        menu = self.menu_for(index)
        if menu is not None:
            place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(8, 0))
            menu.popup(event.globalPos() if by_mouse else place)

    def menu_for(self, index: AnyIndex) -> QMenu | None:
        """Return the menu of a line: everything that can be done with it."""
        line = self.line_at(index)
        entry = line.entry
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if entry is None:
            if line.gap is not None:
                gap = line.gap
                menu.addAction(tr("Today", "Fill this gap"), lambda: self.fill_asked.emit(gap))
            if line.away is not None and line.away.end_utc is not None:
                away = line.away
                menu.addAction(tr("Today", "Say what this time was…"), lambda: self._ask_away(away))
            return menu
        if line.kind is LineKind.RUNNING:
            menu.addAction(tr("Today", "Stop"), lambda: self.intent.emit(StopTimer()))
        else:
            text = " ".join(part for part in (entry.engagement, entry.code or "") if part)
            if entry.narrative:
                text += f", {entry.narrative}"
            menu.addAction(tr("Today", "Start again now"), lambda: self.intent.emit(StartTimer(text)))
        if line.can_toggle:
            ready = entry.state is EntryState.READY
            word = tr("Today", "Mark as draft") if ready else tr("Today", "Mark as ready")
            menu.addAction(word, lambda: self._toggle_state(line))
        menu.addAction(tr("Today", "History…"), lambda: self.intent.emit(ShowHistory(entry.id)))
        if line.editable and line.kind is LineKind.ENTRY:
            menu.addSeparator()
            menu.addAction(tr("Today", "Delete"), lambda: self._delete(line))
        return menu

    @Slot(int, int, str)
    def _on_edited(self, row: int, column: int, text: str) -> None:
        entry = self.line_at(self.row_model.index(row, column)).entry
        if entry is None:
            return
        if column == TIME:
            if looks_like_times(text):
                self._edit(entry, EntryField.TIMES, text)
        elif column == HOURS:
            if looks_like_duration(text):
                self._edit(entry, EntryField.DURATION, text)
        elif _FIELDS[column] is EntryField.NARRATIVE or text:
            self._edit(entry, _FIELDS[column], text)

    @Slot(str)
    def check_editor(self, text: str) -> None:
        """Mark an editor whose times cannot be read while they are typed."""
        editor = self.sender()
        if not isinstance(editor, QLineEdit):
            return
        fine = looks_like_times(text) or looks_like_duration(text)
        if bool(editor.property("wrong")) == fine:
            editor.setProperty("wrong", not fine)
            editor.style().unpolish(editor)
            editor.style().polish(editor)
        editor.setToolTip("" if fine else tr("Today", "Type times as 9:00-10:30, or a length as 1:30"))

    def _toggle_state(self, line: DayLine) -> None:
        if line.can_toggle and line.entry is not None:
            ready = line.entry.state is EntryState.READY
            self._edit(line.entry, EntryField.STATE, (EntryState.DRAFT if ready else EntryState.READY).value)

    def _toggle_chargeable(self, line: DayLine) -> None:
        if line.editable and line.entry is not None:
            self._edit(line.entry, EntryField.CHARGEABLE, "no" if line.entry.chargeable else "yes")

    def _delete(self, line: DayLine) -> None:
        entry = line.entry
        if entry is not None and line.kind is LineKind.ENTRY and entry.state in EDITABLE_STATES:
            self._send(DeleteEntry(entry.id, entry.version))

    def _ask_away(self, away: AwayRow) -> None:
        if away.end_utc is not None:
            self._send(AskAway(away.id))

    def _edit(self, entry: EntryRow, what: EntryField, value: str) -> None:
        self._send(EditEntry(entry.id, entry.version, what, value))

    def _send(self, intent: Intent) -> None:
        self.intent.emit(intent)

    @Slot()
    def _span_gaps(self) -> None:
        self.clearSpans()
        for number, line in enumerate(self.row_model.rows):
            if line.kind in (LineKind.GAP, LineKind.AWAY):
                self.setSpan(number, 0, 1, len(self.row_model.columns))
