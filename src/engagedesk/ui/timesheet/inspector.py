"""The inspector beside the day: one entry's fields, edited as they stand, where it came from, and its history."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from engagedesk.domain.entry import NARRATIVE_LIMIT
from engagedesk.domain.ids import EntryId
from engagedesk.domain.states import EntrySource, EntryState
from engagedesk.domain.week_cells import read_hours
from engagedesk.errors import UserError
from engagedesk.services.queries.rows import EntryRow, HistoryRow
from engagedesk.services.queries.timesheet_rows import DaySheet
from engagedesk.ui import words
from engagedesk.ui.format import clock, hm, moment
from engagedesk.ui.intents import DeleteEntry, EditEntry, EntryField, ShowHistory, StartTimer, StopTimer
from engagedesk.ui.theme import Icon, Style, Tone, font, px, text_width
from engagedesk.ui.timesheet.day_items import editable, entry_hours
from engagedesk.ui.timesheet.drafts import target_text
from engagedesk.ui.timesheet.intents import LookAtEntry, MoveEntry
from engagedesk.ui.timesheet.words import tr
from engagedesk.ui.typed_times import looks_like_times
from engagedesk.ui.widgets.button import Button, ButtonKind, LinkButton
from engagedesk.ui.widgets.card import Card, Hairline
from engagedesk.ui.widgets.chip import Chip
from engagedesk.ui.widgets.inputs import Check, Field, TextField
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import change_title, change_value, counted

MOST_CHANGES: Final = 8
VALUES_PX: Final = 136
"""Room for an old and a new value side by side."""


class _Narrative(QPlainTextEdit):
    """Several lines; ``left`` when the keyboard goes or Ctrl+Enter is pressed. Tab leaves it."""

    left = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Timesheet", "Narrative"))
        self.setTabChangesFocus(True)
        self.setFont(font(Style.BODY))
        self.setFixedHeight(px(68))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit()
            return
        super().keyPressEvent(event)


class Change(QWidget):
    """One change: when, what, the old value struck out, the new one."""

    def __init__(self, change: HistoryRow, zone: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        when = moment(change.at_utc, zone)
        title = Label(change_title(change), style=Style.CAPTION_STRONG)
        time = Label(when, style=Style.CAPTION, tone=Tone.SECOND)
        time.setFixedWidth(px(98))
        old, new = change_value(change, change.old, zone), change_value(change, change.new, zone)
        shown = new or tr("Timesheet", "empty")
        values = QHBoxLayout()
        values.setSpacing(6)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(title)
        if old:
            wide = text_width(Style.CAPTION, old) + text_width(Style.CAPTION, shown)
            # Two values that do not fit side by side stand one below the other, rather than cut.
            (values if wide <= px(VALUES_PX) else lines).addWidget(_Struck(old))
            values.addWidget(Label("→" if not self.isRightToLeft() else "←", style=Style.CAPTION, tone=Tone.SECOND))
        values.addWidget(Label(shown, style=Style.CAPTION), 1)
        if old or new:
            lines.addLayout(values)
        if change.reason:
            lines.addWidget(Label(change.reason, style=Style.CAPTION, tone=Tone.THIRD))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        said = tr("Timesheet", "{when}, {what}: {old} to {new}")
        self.setAccessibleName(said.format(when=when, what=change_title(change), old=old or "–", new=new or "–"))


class _Struck(Label):
    """A value that holds no more."""

    def __init__(self, text: str) -> None:
        super().__init__(text, style=Style.CAPTION, tone=Tone.SECOND)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().placeholderText().color())
        wide = min(self.width(), self.sizeHint().width() - 2)
        x = self.width() - wide if self.isRightToLeft() else 0
        y = self.height() // 2
        painter.drawLine(x, y, x + wide, y)


class Inspector(Card):
    """In by ``show_entry`` and ``show_history``, out by ``intent``. Without an entry it says how to get one."""

    intent = Signal(object)
    split = Signal()
    back = Signal()
    """Esc: the keyboard goes back to the canvas."""

    def __init__(self, now: Callable[[], int], *, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self._now = now
        self._row: EntryRow | None = None
        self._sheet: DaySheet | None = None
        self._asked: tuple[EntryId, int] | None = None
        self._nothing = Label(
            tr("Timesheet", "Choose an entry to see and change it, or draw a new one on the day."),
            tone=Tone.SECOND,
            wrap=True,
        )
        self._body = QWidget()
        self._column = column = QVBoxLayout(self._body)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(10)
        column.addLayout(self._build_head())
        self._build_fields(column)
        self._build_origin(column)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(self._body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        self._area = area
        self._bare = QWidget()
        holder = QVBoxLayout(self._bare)
        holder.setContentsMargins(16, 16, 16, 16)
        holder.addWidget(self._nothing)
        holder.addStretch(1)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.addWidget(self._bare, 1)
        self.column.addWidget(area, 1)
        self.show_entry(None, None)

    # -- building ----------------------------------------------------------------------------------------------------

    def _build_head(self) -> QHBoxLayout:
        self.title = Label(tr("Timesheet", "Entry"), style=Style.SECTION)
        self.state_chip = Chip()
        self.ready_button = LinkButton("")
        self.ready_button.clicked.connect(self._toggle_ready)
        self.play_button = Button(
            icon=Icon.PLAY, height=28, kind=ButtonKind.GHOST, name=tr("Timesheet", "Start again now")
        )
        self.split_button = Button(icon=Icon.SPLIT, height=28, kind=ButtonKind.GHOST, name=tr("Timesheet", "Split (S)"))
        self.delete_button = Button(
            icon=Icon.DELETE, height=28, kind=ButtonKind.GHOST, name=tr("Timesheet", "Delete (Del)")
        )
        self.play_button.clicked.connect(self._play)
        self.split_button.clicked.connect(self.split)
        self.delete_button.clicked.connect(self._delete)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.title)
        row.addSpacing(8)
        row.addWidget(self.state_chip)
        row.addStretch(1)
        for button in (self.play_button, self.split_button, self.delete_button):
            row.addWidget(button)
        return row

    def _build_fields(self, column: QVBoxLayout) -> None:
        self.engagement = TextField(name=tr("Timesheet", "Engagement"))
        self.code = TextField(name=tr("Timesheet", "Code"))
        self.activity = TextField(name=tr("Timesheet", "Activity"))
        self.start = TextField(name=tr("Timesheet", "Start"))
        self.end = TextField(name=tr("Timesheet", "End"))
        self.hours = TextField(name=tr("Timesheet", "Hours"))
        for field in (self.engagement, self.code, self.activity, self.start, self.end, self.hours):
            field.editingFinished.connect(self._edited)
            field.installEventFilter(self)
        for field in (self.start, self.end, self.hours):
            field.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(Field(self.engagement.accessibleName(), self.engagement))
        code_field = Field(self.code.accessibleName(), self.code)
        column.addLayout(_side_by_side(code_field, Field(self.activity.accessibleName(), self.activity)))
        self.start_field = Field(self.start.accessibleName(), self.start)
        self.end_field = Field(self.end.accessibleName(), self.end)
        self.hours_field = Field(self.hours.accessibleName(), self.hours)
        column.addLayout(_side_by_side(self.start_field, self.end_field, self.hours_field))
        self.narrative = _Narrative()
        self.narrative.left.connect(self._narrative_left)
        self.narrative.textChanged.connect(self._count)
        self.narrative.installEventFilter(self)
        self.count = Label("", style=Style.CAPTION, tone=Tone.THIRD)
        name = Label(tr("Timesheet", "Narrative"), style=Style.CAPTION_STRONG, tone=Tone.SECOND)
        name.setBuddy(self.narrative)
        top = QHBoxLayout()
        top.addWidget(name)
        top.addStretch(1)
        top.addWidget(self.count)
        text = QVBoxLayout()
        text.setSpacing(4)
        text.addLayout(top)
        text.addWidget(self.narrative)
        column.addLayout(text)
        self.chargeable = Check(tr("Timesheet", "Chargeable"))
        self.chargeable.clicked.connect(self._toggle_chargeable)
        self.chargeable.installEventFilter(self)
        flags = QHBoxLayout()
        flags.addWidget(self.chargeable)
        flags.addStretch(1)
        flags.addWidget(self.ready_button)
        column.addLayout(flags)
        self.locked_note = Label("", style=Style.CAPTION, tone=Tone.WARN, wrap=True)
        column.addWidget(self.locked_note)

    def _build_origin(self, column: QVBoxLayout) -> None:
        column.addWidget(Hairline())
        self.source = Label("")
        self.zone = Label("")
        for words_, value in ((tr("Timesheet", "Source"), self.source), (tr("Timesheet", "Time zone"), self.zone)):
            row = QHBoxLayout()
            row.addWidget(Label(words_, tone=Tone.SECOND))
            row.addStretch(1)
            row.addWidget(value)
            column.addLayout(row)
        column.addWidget(Hairline())
        self.history_title = Label(tr("Timesheet", "History"), style=Style.SECTION)
        self.history_link = LinkButton("", name=tr("Timesheet", "All changes"))
        self.history_link.clicked.connect(self._all_changes)
        row = QHBoxLayout()
        row.addWidget(self.history_title)
        row.addStretch(1)
        row.addWidget(self.history_link)
        column.addLayout(row)
        self.changes = QVBoxLayout()
        self.changes.setSpacing(8)
        column.addLayout(self.changes)

    # -- in ----------------------------------------------------------------------------------------------------------

    def show_targets(self, texts: list[str]) -> None:
        """Take what can be typed for an engagement, most recent first."""
        for field in (self.engagement, self.code):
            completer = QCompleter(texts, field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(completer)

    def show_entry(self, row: EntryRow | None, sheet: DaySheet | None) -> None:
        """Take the chosen entry; a field in which something is typed keeps it through a refresh."""
        other = row is None or self._row is None or row.id != self._row.id
        self._row, self._sheet = row, sheet
        self._area.setVisible(row is not None)
        self._bare.setVisible(row is None)
        if row is None or sheet is None:
            self._asked = None
            return
        can = editable(row)
        running = row.is_running
        word, tone, _ = words.entry_state(row.state)
        self.state_chip.show_status(tr("Timesheet", "Running") if running else word, Tone.ACCENT if running else tone)
        toggles = row.state in (EntryState.DRAFT, EntryState.READY) and not running
        ready = row.state is EntryState.READY
        self.ready_button.setText(tr("Timesheet", "Back to draft") if ready else tr("Timesheet", "Mark as ready"))
        self.ready_button.setAccessibleName(self.ready_button.text())
        self.ready_button.setVisible(toggles)
        self.ready_button.updateGeometry()
        self.play_button.set_icon(Icon.STOP if running else Icon.PLAY)
        name = tr("Timesheet", "Stop") if running else tr("Timesheet", "Start again now")
        self.play_button.setAccessibleName(name)
        self.play_button.setToolTip(name)
        self.split_button.setEnabled(can and not running)
        self.delete_button.setEnabled(can and not running)
        self._fill(row, other=other)
        for field in (self.engagement, self.code, self.activity, self.start, self.end, self.hours):
            field.setReadOnly(not can)
        self.end.setReadOnly(not can or running)
        self.hours.setReadOnly(not can or running)
        self.narrative.setReadOnly(not can)
        self.chargeable.setChecked(row.chargeable)
        self.chargeable.setEnabled(can)
        for part in (self.start_field, self.end_field):
            part.setVisible(row.start_utc is not None)
        self._say_lock(row)
        self.source.setText(_source_word(row.source))
        self.zone.setText(row.zone)
        self._count()
        if self._asked != (row.id, row.version):
            self._asked = (row.id, row.version)
            self.intent.emit(LookAtEntry(row.id))

    def _fill(self, row: EntryRow, *, other: bool) -> None:
        label = " ".join(part for part in (row.engagement, row.engagement_detail) if part)
        values = (
            (self.engagement, label),
            (self.code, row.code or ""),
            (self.activity, row.activity),
            (self.start, "" if row.start_utc is None else clock(row.start_utc, row.zone)),
            (self.end, "" if row.end_utc is None else clock(row.end_utc, row.zone)),
            (self.hours, entry_hours(row, self._now())),
        )
        for field, text in values:
            if other or not (field.hasFocus() and field.isModified()):
                field.setText(text)
                field.setCursorPosition(0)
                field.set_wrong("")
                field.setProperty("shown", text)
        self.code.setPlaceholderText(tr("Timesheet", "Awaiting code"))
        if other or not (self.narrative.hasFocus() and self.narrative.document().isModified()):
            self.narrative.setPlainText(row.narrative)
            self.narrative.document().setModified(False)

    def _say_lock(self, row: EntryRow) -> None:
        said = ""
        if row.state is EntryState.SUBMITTED:
            said = tr("Timesheet", "Submitted: recall the week to change it.")
        elif row.state is EntryState.POSTED:
            said = tr("Timesheet", "Posted: it is corrected by a reversing entry.")
        elif row.state is EntryState.RETURNED and row.returned_reason:
            said = tr("Timesheet", "Returned: {reason}").format(reason=row.returned_reason)
        elif row.reverses is not None:
            said = tr("Timesheet", "This takes posted time back and is not changed here.")
        self.locked_note.setText(said)
        self.locked_note.setVisible(bool(said))

    @Slot(object, object)
    def show_history(self, entry: EntryId, changes: tuple[HistoryRow, ...]) -> None:
        """Take the entry's changes, oldest first; they are shown newest first."""
        row = self._row
        if row is None or row.id != entry:
            return
        while (item := self.changes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        newest = tuple(reversed(changes))
        if not newest:
            self.changes.addWidget(Label(tr("Timesheet", "Nothing has changed since it was made."), tone=Tone.SECOND))
        for change in newest[:MOST_CHANGES]:
            self.changes.addWidget(Change(change, row.zone))
        self.history_link.setText(counted(len(newest), tr("Timesheet", "{n} change"), tr("Timesheet", "{n} changes")))
        self.history_link.setVisible(bool(newest))
        self.history_link.updateGeometry()

    @Slot()
    def take_keyboard(self) -> None:
        """Put the keyboard into what most often misses: the narrative."""
        if self._row is not None:
            empty = not self._row.narrative
            target: QWidget = self.narrative if empty and self._row.engagement else self.engagement
            target.setFocus(Qt.FocusReason.TabFocusReason)

    # -- out ---------------------------------------------------------------------------------------------------------

    @Slot()
    def _edited(self) -> None:
        field, row = self.sender(), self._row
        if not isinstance(field, TextField) or row is None or not editable(row):
            return
        text = field.text().strip()
        if text == field.property("shown") or not field.isModified():
            return
        field.setModified(False)
        if field is self.engagement or field is self.code:
            if text:
                self._send(EntryField.TARGET, text)
        elif field is self.activity:
            self._send(EntryField.ACTIVITY, text)
        elif field is self.hours:
            self._hours_edited(row, text)
        else:
            self._times_edited(row)

    def _times_edited(self, row: EntryRow) -> None:
        end = "" if row.end_utc is None else self.end.text().strip()
        typed = f"{self.start.text().strip()}-{end}"
        fine = looks_like_times(typed)
        wrong = "" if fine else tr("Timesheet", "Type a time as 9:00")
        self.start_field.say("", Tone.THIRD)
        self.start.set_wrong(wrong)
        self.end.set_wrong(wrong)
        if fine:
            self._send(EntryField.TIMES, typed)

    def _hours_edited(self, row: EntryRow, text: str) -> None:
        try:
            seconds = read_hours(text)
        except UserError:
            seconds = 0
        if not seconds:
            self.hours.set_wrong(tr("Timesheet", "Type 1.5, 1:30 or 90m"))
            return
        if row.start_utc is None:
            self._send(EntryField.DURATION, hm(seconds))
        elif row.end_utc is not None:
            self.intent.emit(MoveEntry(row.id, row.version, row.start_utc, row.start_utc + seconds))

    @Slot()
    def _narrative_left(self) -> None:
        row = self._row
        if row is None or not editable(row) or not self.narrative.document().isModified():
            return
        text = " ".join(self.narrative.toPlainText().split())
        if len(text) > NARRATIVE_LIMIT:
            # Kept in the field, to be shortened: nothing is cut off unsaid.
            words_ = tr("Timesheet", "Not saved: at most {limit} letters are kept.")
            self.locked_note.setText(words_.format(limit=NARRATIVE_LIMIT))
            self.locked_note.show()
            return
        self.narrative.document().setModified(False)
        if text != row.narrative:
            self._send(EntryField.NARRATIVE, text)

    @Slot()
    def _toggle_chargeable(self) -> None:
        self._send(EntryField.CHARGEABLE, "yes" if self.chargeable.isChecked() else "no")

    @Slot()
    def _toggle_ready(self) -> None:
        if self._row is not None:
            ready = self._row.state is EntryState.READY
            self._send(EntryField.STATE, (EntryState.DRAFT if ready else EntryState.READY).value)

    @Slot()
    def _play(self) -> None:
        row = self._row
        if row is None:
            return
        if row.is_running:
            self.intent.emit(StopTimer())
        else:
            target = target_text(row)
            self.intent.emit(StartTimer(f"{target}, {row.narrative}" if row.narrative else target))

    @Slot()
    def _delete(self) -> None:
        if self._row is not None:
            self.intent.emit(DeleteEntry(self._row.id, self._row.version))

    @Slot()
    def _all_changes(self) -> None:
        if self._row is not None:
            self.intent.emit(ShowHistory(self._row.id))

    @Slot()
    def _count(self) -> None:
        limit = 0 if self._sheet is None else self._sheet.narrative_max
        used = len(self.narrative.toPlainText().strip())
        self.count.setText(tr("Timesheet", "{used} of {limit}").format(used=used, limit=limit))
        self.count.set_tone(Tone.WARN if used > limit else Tone.THIRD)
        self.count.updateGeometry()

    def _send(self, field: EntryField, value: str) -> None:
        if self._row is not None:
            self.intent.emit(EditEntry(self._row.id, self._row.version, field, value))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._forget(watched)
            self.back.emit()
            return True
        return super().eventFilter(watched, event)

    def _forget(self, field: QObject) -> None:
        """Put back what was so before it was typed over."""
        if isinstance(field, TextField):
            field.setText(str(field.property("shown") or ""))
        elif field is self.narrative and self._row is not None:
            self.narrative.setPlainText(self._row.narrative)
            self.narrative.document().setModified(False)


def _side_by_side(*fields: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for field in fields:
        row.addWidget(field, 1)
    return row


def _source_word(source: EntrySource) -> str:
    return {
        EntrySource.TIMER: tr("Timesheet", "Timer"),
        EntrySource.QUICK_ENTRY: tr("Timesheet", "Quick entry"),
        EntrySource.MANUAL: tr("Timesheet", "By hand"),
        EntrySource.FILL: tr("Timesheet", "Filled gap"),
        EntrySource.IMPORT: tr("Timesheet", "Import"),
        EntrySource.REVERSAL: tr("Timesheet", "Reversal"),
        EntrySource.SAMPLE: tr("Timesheet", "Sample"),
        EntrySource.SUGGESTION: tr("Timesheet", "Suggestion"),
    }.get(source, source.value)
