"""Next year's engagement beside this year's: hours as they really were, dates moved by the period end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from engagedesk.domain.roll_forward import (
    Basis,
    EngagementYear,
    PhaseProposal,
    RollForward,
    next_period_end,
    roll_forward,
)
from engagedesk.domain.states import EngagementState, GateKind
from engagedesk.errors import UserError
from engagedesk.services.command import Command
from engagedesk.services.commands.engagement_setup import RollForwardEngagement, TeamPlace
from engagedesk.services.queries.engagement_book import EngagementBook
from engagedesk.ui.dialogs.form_sheet import FormSheet
from engagedesk.ui.format import EN_DASH, day_full, days_or_dash, hours
from engagedesk.ui.tables.cell import Align, end_cell, text_cell
from engagedesk.ui.tables.geometry import Width
from engagedesk.ui.tables.model import Column, RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import Icon, Style, Tone
from engagedesk.ui.widgets.form import DayEntry, TextEntry, TickEntry
from engagedesk.ui.widgets.showing import set_shown
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import counted, tr

FRESH_GATES: Final = (GateKind.CONTINUANCE, GateKind.INDEPENDENCE, GateKind.ENGAGEMENT_LETTER)
SHOWN_POINTS: Final = 4


def proposal_columns() -> tuple[Column[PhaseProposal], ...]:
    return (
        Column("phase", tr("RollForward", "Phase"), lambda p: p.name,
               lambda p: text_cell(p.name, style=Style.BODY_MEDIUM), Width(110, share=2)),
        Column("dates", tr("RollForward", "Next year"), _dates,
               lambda p: text_cell(_dates(p), Tone.SECOND), Width(140, share=1)),
        Column("planned", tr("RollForward", "Planned"), lambda p: _hours(p.planned_s),
               lambda p: end_cell(_hours(p.planned_s), Tone.THIRD), Width(72), align=Align.END),
        Column("actual", tr("RollForward", "Worked"), lambda p: _hours(p.actual_s),
               lambda p: end_cell(_hours(p.actual_s), Tone.SECOND), Width(72), align=Align.END),
        Column("proposed", tr("RollForward", "Proposed"), lambda p: _hours(p.proposed_s),
               lambda p: end_cell(_hours(p.proposed_s), style=Style.BODY_STRONG), Width(84), align=Align.END),
        Column("basis", tr("RollForward", "From"), lambda p: basis_words(p.basis),
               lambda p: text_cell(basis_words(p.basis), Tone.THIRD, style=Style.CAPTION), Width(120),
               pad_start=12, pad_end=0),
    )  # fmt: skip


def basis_words(basis: Basis) -> str:
    return {
        Basis.ACTUAL: tr("RollForward", "hours worked"),
        Basis.PLANNED: tr("RollForward", "this year's plan"),
        Basis.NOTHING: tr("RollForward", "nothing known"),
    }[basis]


def _dates(phase: PhaseProposal) -> str:
    return days_or_dash(phase.starts, phase.ends)


def _hours(seconds: int) -> str:
    return hours(seconds) if seconds else EN_DASH


class RollForwardForm(FormSheet):
    """Shows the proposal for a period end and makes it in one step of undo."""

    def __init__(self, book: EngagementBook, year: EngagementYear, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("RollForward", "Roll forward"), width=720, icon=Icon.ENGAGEMENTS,
                         save=tr("RollForward", "Create next year's engagement"), parent=parent)  # fmt: skip
        self._book, self._year = book, year
        self.aside.setText(" · ".join((book.client, book.facts.title)))
        self._proposal: RollForward | None = None
        self._titled = ""
        anchor = year.anchor
        self.period_end = DayEntry(tr("RollForward", "Next period end"), field="period_end", needed=True,
                                   codes=("roll_forward.not_later", "day.out_of_range"))  # fmt: skip
        self.name = TextEntry(tr("RollForward", "Engagement"), field="engagement.title", needed=True,
                              codes=("engagement.title_taken",))  # fmt: skip
        self.team = TickEntry(tr("RollForward", "Take the team over, with the hours that each really worked"),
                              field="team")  # fmt: skip
        self.team.set_value(bool(year.team))
        set_shown(self.team, shown=bool(year.team))
        self.summary = Label("", tone=Tone.SECOND, wrap=True)
        self.model: RowTableModel[PhaseProposal] = RowTableModel(proposal_columns(), key=lambda p: p.name, parent=self)
        self.table = RowTable(
            self.model, name=tr("RollForward", "Proposed phases"), row_px=28, line_inset=0, fit_rows=True
        )
        self.points = Label("", tone=Tone.SECOND, wrap=True)
        empty = tr("RollForward", "Starts empty: sign-offs, charge codes, the engagement letter. Continuance, "
                                  "independence and the letter are open gates again.")  # fmt: skip
        self.lay_row(self.period_end, self.name, shares=(4, 8))
        self.lay_widget(self.summary)
        self.lay_widget(self.table)
        self.lay_widget(self.points)
        self.lay_row(self.team)
        self.lay_widget(Label(empty, tone=Tone.THIRD, style=Style.CAPTION, wrap=True))
        if anchor is not None:
            self.period_end.set_value(next_period_end(anchor))
        self.period_end.edited.connect(self._propose)
        self._propose()
        self.fit()

    def command(self) -> Command[Any]:
        day: date = self.period_end.day()
        found = roll_forward(self._year, day)
        facts = replace(
            self._book.facts,
            title=self.name.value(),
            state=EngagementState.PLANNED,
            period_end=day,
            starts=found.starts,
            ends=found.ends,
            fee_minor=None,
            fee_cap_minor=None,
            contract="",
            note="",
        )
        members = found.team if self.team.value() else ()
        team = tuple(TeamPlace(m.person, m.role, m.starts, m.ends, m.planned_s) for m in members)
        return RollForwardEngagement(self._book.id, facts, found.plan, FRESH_GATES, team)

    @Slot()
    def _propose(self) -> None:
        try:
            day = self.period_end.value()
            found = None if day is None else roll_forward(self._year, day)
        except UserError as error:
            if not error.code.startswith("form."):
                self.period_end.refuse(error)
            found = None
        self._proposal = found
        self.table.setVisible(found is not None and bool(found.phases))
        if found is None:
            self.summary.setText(tr("RollForward", "Give the next period end to see what it would be."))
            self.points.setText("")
            return
        if self.name.control.text() in ("", self._titled):
            self._titled = found.title
            self.name.set_value(found.title)
        anchor = self._year.anchor
        words = tr("RollForward", "{tasks} tasks and {dates} dates, counted from {old} to {new}; {hours} h in all.")
        if anchor is None:
            words = tr("RollForward", "{tasks} tasks and {dates} dates; {hours} h in all. No date to count from.")
        self.summary.setText(
            words.format(
                tasks=found.plan.task_count,
                dates=len(found.plan.all_dates),
                hours=hours(found.plan.estimate_s),
                old="" if anchor is None else day_full(anchor),
                new=day_full(found.period_end),
            )
        )
        self.model.set_rows(found.phases)
        points = found.open_points
        more = ", …" if len(points) > SHOWN_POINTS else ""
        self.points.setText(
            counted(
                len(points),
                tr("RollForward", "{n} open point goes along: {names}{more}"),
                tr("RollForward", "{n} open points go along: {names}{more}"),
                names=", ".join(points[:SHOWN_POINTS]),
                more=more,
            )
            if points
            else ""
        )
