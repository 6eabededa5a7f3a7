"""The plan on an engagement's page: phases that fold, their tasks and dates, each edited from its row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engagedesk.domain.ids import EngagementId
from engagedesk.domain.states import PhaseState
from engagedesk.services.queries.engagement_book import EngagementBook, MilestonePart, TaskPart
from engagedesk.ui import words
from engagedesk.ui.format import EN_DASH, day_short, days_short, hm, hours
from engagedesk.ui.intents import Intent
from engagedesk.ui.portfolio_intents import EditPart, MovePhaseBy, Part, ToggleDone
from engagedesk.ui.tables.cell import Align, Cell, end_cell, icon
from engagedesk.ui.tables.cell import words as text_part
from engagedesk.ui.tables.geometry import Width
from engagedesk.ui.tables.model import AnyIndex, Column, RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import Icon, Style, Tone
from engagedesk.ui.widgets.button import LinkButton
from engagedesk.ui.widgets.card import Card, CardHeader
from engagedesk.ui.widgets.text import Label

tr = words.tr
_LATE: Final = date.max


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One row of the plan. ``phase`` None = of no phase; a phase's own row has its id in both."""

    part: Part
    id: bytes
    name: str
    phase: bytes | None
    starts: date | None
    due: date | None
    estimate_s: int
    own_s: int
    done: bool
    late: bool
    state: PhaseState | None = None
    is_open: bool = False
    """A phase whose lines are shown."""
    lines: int = 0
    handed: bool = False
    """A deliverable, of all dates."""


def plan_lines(book: EngagementBook, *, today: date, opened: frozenset[bytes]) -> tuple[PlanLine, ...]:
    """Return the plan's rows in order; ``opened`` are the phases that show what is in them."""
    found: list[PlanLine] = []
    for phase in (*book.phases, None):
        tasks = [t for t in book.tasks if t.facts.phase == (phase.id if phase else None)]
        dates = [m for m in book.milestones if m.facts.phase == (phase.id if phase else None)]
        inside = (*(_task(t, today) for t in tasks), *(_date(m, today) for m in dates))
        if phase is not None:
            shown = phase.id in opened
            found.append(
                PlanLine(
                    Part.PHASE,
                    phase.id,
                    phase.facts.name,
                    phase.id,
                    phase.facts.starts,
                    phase.facts.ends,
                    sum(t.facts.estimate_s or 0 for t in tasks),
                    sum(t.own_s for t in tasks),
                    phase.facts.state is PhaseState.DONE,
                    phase.facts.state is not PhaseState.DONE and (phase.facts.ends or _LATE) < today,
                    phase.facts.state,
                    shown,
                    len(inside),
                )
            )
            if not shown:
                continue
        found.extend(inside)
    return tuple(found)


def first_opened(book: EngagementBook) -> frozenset[bytes]:
    """Return the phases that are open at first: those at work, else the first that is not done."""
    active = {p.id for p in book.phases if p.facts.state is PhaseState.ACTIVE}
    if active:
        return frozenset(active)
    waiting = next((p.id for p in book.phases if p.facts.state is not PhaseState.DONE), None)
    return frozenset() if waiting is None else frozenset({waiting})


def _task(part: TaskPart, today: date) -> PlanLine:
    facts = part.facts
    done = facts.done_on is not None
    late = not done and (facts.due or _LATE) < today
    return PlanLine(
        Part.TASK, part.id, facts.name, facts.phase, None, facts.due, facts.estimate_s or 0, part.own_s, done, late
    )


def _date(part: MilestonePart, today: date) -> PlanLine:
    facts = part.facts
    done = facts.done_on is not None
    return PlanLine(
        Part.MILESTONE,
        part.id,
        facts.name,
        facts.phase,
        None,
        facts.due,
        0,
        0,
        done,
        not done and facts.due < today,
        handed=part.made is not None,
    )


def line_columns() -> tuple[Column[PlanLine], ...]:
    return (
        Column("mark", "", _mark_text, _mark, Width(48), pad_start=16, pad_end=8),
        Column("name", tr("Plan", "Phase, task or date"), lambda r: r.name, _name, Width(200, share=1),
               tip=lambda r: r.name),
        Column("due", tr("Plan", "Due"), _due_text, _due, Width(144), align=Align.END),
        Column("estimate", tr("Plan", "Estimate"), lambda r: hours(r.estimate_s) if r.estimate_s else "",
               lambda r: _right(hours(r.estimate_s) if r.estimate_s else EN_DASH, Tone.SECOND), Width(70),
               align=Align.END),
        Column("own", tr("Plan", "My time"), lambda r: hm(r.own_s) if r.own_s else "",
               lambda r: _right(hm(r.own_s) if r.own_s else EN_DASH, Tone.SECOND), Width(72), align=Align.END,
               pad_end=16),
    )  # fmt: skip


def _mark_text(line: PlanLine) -> str:
    if line.part is Part.PHASE:
        return tr("Plan", "phase, unfolded") if line.is_open else tr("Plan", "phase, folded")
    kind = tr("Plan", "task") if line.part is Part.TASK else tr("Plan", "date")
    if line.handed:
        kind = tr("Plan", "deliverable")
    done = tr("Plan", "done") if line.done else tr("Plan", "open")
    return tr("Plan", "{kind}, {state}").format(kind=kind, state=done)


def _mark(line: PlanLine) -> Cell:
    if line.part is Part.PHASE:
        return Cell((icon(Icon.DOWN if line.is_open else Icon.RIGHT, Tone.SECOND),))
    if line.done:
        return Cell((icon(Icon.CHARGEABLE, Tone.OK),), align=Align.END)
    shape = Icon.CIRCLE if line.part is Part.TASK else Icon.CALENDAR
    return Cell((icon(shape, Tone.WARN if line.late else Tone.THIRD),), align=Align.END)


def _name(line: PlanLine) -> Cell:
    if line.part is Part.PHASE:
        parts = [text_part(line.name, style=Style.BODY_STRONG)]
        if line.state is not None:
            parts.append(text_part(words.phase_state(line.state), tone=Tone.THIRD, style=Style.CAPTION))
        return Cell(tuple(parts))
    name = text_part(line.name, tone=Tone.THIRD if line.done else Tone.TEXT)
    if line.handed:
        return Cell((name, text_part(tr("Plan", "deliverable"), tone=Tone.THIRD, style=Style.CAPTION)))
    return Cell((name,))


def _due_text(line: PlanLine) -> str:
    if line.part is Part.PHASE and line.starts is not None and line.due is not None:
        return days_short(line.starts, line.due)
    return day_short(line.due) if line.due else ""


def _due(line: PlanLine) -> Cell:
    tone = Tone.DANGER if line.late else Tone.THIRD if line.done else Tone.SECOND
    return _right(_due_text(line) or EN_DASH, tone)


def _right(text: str, tone: Tone) -> Cell:
    return end_cell(text, tone)


class PlanTable(RowTable):
    """Enter edits, Space marks done, Left and Right fold, Alt+Up and Alt+Down move a phase."""

    folded = Signal(object)
    marked = Signal(object)
    moved = Signal(object, int)
    added = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and self._act(self.row_model.row_at(index), event):
            return
        super().keyPressEvent(event)

    def click_cell(self, index: AnyIndex) -> None:
        line: PlanLine = self.row_model.row_at(index)
        if index.column() == 0 and line.part is Part.PHASE:
            self.folded.emit(line)
        elif index.column() == 0:
            self.marked.emit(line)
        else:
            super().click_cell(index)

    def _act(self, line: PlanLine, event: QKeyEvent) -> bool:
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        phase = line.part is Part.PHASE
        opens = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        closes = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        if phase and alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(line, -1 if key == Qt.Key.Key_Up else 1)
        elif phase and key in (Qt.Key.Key_Space, closes if line.is_open else opens):
            self.folded.emit(line)
        elif not phase and key == Qt.Key.Key_Space:
            self.marked.emit(line)
        elif key == Qt.Key.Key_Insert:
            self.added.emit(line)
        else:
            return False
        return True


class PlanCard(Card):
    """In by ``show_book``, out by ``intent``."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self._book: EngagementBook | None = None
        self._today: date = date.min
        self._opened: frozenset[bytes] = frozenset()
        self._engagement: EngagementId | None = None
        self.column.setContentsMargins(1, 10, 1, 8)
        self.column.setSpacing(4)
        self.header = CardHeader(self.tr("Plan"))
        self.header.row.setContentsMargins(15, 0, 15, 0)
        self.add_phase = LinkButton(self.tr("Add phase"))
        self.add_task = LinkButton(self.tr("Add task"))
        self.add_date = LinkButton(self.tr("Add date"))
        for button, slot in (
            (self.add_phase, self._add_phase),
            (self.add_task, self._add_task),
            (self.add_date, self._add_date),
        ):
            button.clicked.connect(slot)
            self.header.row.addWidget(button)
        self.model: RowTableModel[PlanLine] = RowTableModel(line_columns(), key=lambda r: (r.part, r.id), parent=self)
        self.table = PlanTable(self.model, name=self.tr("Plan"), row_px=28, fit_rows=True)
        self.table.setAccessibleDescription(
            self.tr("Enter edits, Space marks done or folds, Insert adds a task, Alt+Up and Alt+Down move a phase.")
        )
        self.table.chosen.connect(self._edit)
        self.table.folded.connect(self._fold)
        self.table.marked.connect(self._mark)
        self.table.moved.connect(self._move)
        self.table.added.connect(self._add_here)
        self._nothing = Label(self.tr("No plan yet: add a phase, a task or a date."), tone=Tone.THIRD)
        inset = QHBoxLayout()
        inset.setContentsMargins(15, 4, 15, 6)
        inset.addWidget(self._nothing)
        self.column.addWidget(self.header)
        self.column.addWidget(self.table)
        self.column.addLayout(inset)

    def show_book(self, book: EngagementBook, today: date) -> None:
        if self._engagement != book.id:
            self._engagement, self._opened = book.id, first_opened(book)
        self._book, self._today = book, today
        self._show()

    def _show(self) -> None:
        book = self._book
        if book is None:
            return
        lines = plan_lines(book, today=self._today, opened=self._opened)
        # The place of the keyboard outlives folding: the row that had it has it again.
        index = self.table.currentIndex()
        kept = self.model.key_at(index) if index.isValid() else None
        self.model.set_rows(lines)
        if kept is not None:
            again = self.model.index_of(kept, index.column())
            if again.isValid():
                self.table.setCurrentIndex(again)
        done = sum(1 for t in book.tasks if t.facts.done_on is not None)
        words_shown = self.tr("{done} of {all} tasks done").format(done=done, all=len(book.tasks))
        self.header.beside.setText(words_shown if book.tasks else "")
        self.table.setVisible(bool(lines))
        self._nothing.setVisible(not lines)

    def _send(self, intent: Intent) -> None:
        self.intent.emit(intent)

    @Slot(object)
    def _edit(self, line: PlanLine) -> None:
        if self._book is not None:
            self._send(EditPart(self._book.id, line.part, line.id))

    @Slot(object)
    def _fold(self, line: PlanLine) -> None:
        self._opened = self._opened ^ {line.id}
        self._show()

    @Slot(object)
    def _mark(self, line: PlanLine) -> None:
        if self._book is not None:
            self._send(ToggleDone(self._book.id, line.part, line.id))

    @Slot(object, int)
    def _move(self, line: PlanLine, steps: int) -> None:
        if self._book is not None:
            self._send(MovePhaseBy(self._book.id, line.id, steps))

    @Slot(object)
    def _add_here(self, line: PlanLine) -> None:
        if self._book is not None:
            self._send(EditPart(self._book.id, Part.TASK, phase=line.phase))

    def _here(self) -> bytes | None:
        """Return the phase that the keyboard stands in, else the first one unfolded."""
        index = self.table.currentIndex()
        if index.isValid():
            return self.model.row_at(index).phase
        return next((line.id for line in self.model.rows if line.is_open), None)

    @Slot()
    def _add_phase(self) -> None:
        if self._book is not None:
            self._send(EditPart(self._book.id, Part.PHASE))

    @Slot()
    def _add_task(self) -> None:
        if self._book is not None:
            self._send(EditPart(self._book.id, Part.TASK, phase=self._here()))

    @Slot()
    def _add_date(self) -> None:
        if self._book is not None:
            self._send(EditPart(self._book.id, Part.MILESTONE, phase=self._here()))
