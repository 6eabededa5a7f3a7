"""The forms of a budget: its grid of phases and grades, a typed estimate, excess hours, the alert rule, a note."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from engagedesk.domain.budget import EAC_OVER_PERCENT, USED_PERCENTS, AlertRule, CellKey
from engagedesk.domain.ids import BudgetId
from engagedesk.domain.money import HOUR_S, divide_half_even
from engagedesk.domain.rates import MICRO
from engagedesk.domain.states import ExcessCause
from engagedesk.errors import UserError
from engagedesk.services.command import Command
from engagedesk.services.commands.budgets import (
    AcknowledgeAlert,
    EditBudget,
    EditExcess,
    ExcessFacts,
    LineFacts,
    NoteExcess,
    RemoveExcess,
    SetBudget,
    SetBudgetRule,
    SetFxRate,
    TypeEstimate,
)
from engagedesk.services.queries.budget_rows import AlertRow, BudgetDraft, BudgetPage, ExcessRow
from engagedesk.ui.budget_words import alert_title, alert_words, cause_words
from engagedesk.ui.dialogs.form_sheet import FormSheet
from engagedesk.ui.format import hours, locale, money
from engagedesk.ui.theme import Icon, Style, Tone, px
from engagedesk.ui.typed_facts import hours_text, typed_hours
from engagedesk.ui.widgets.form import ChoiceEntry, DayEntry, HoursEntry, NoteEntry, TextEntry, TickEntry
from engagedesk.ui.widgets.inputs import TextField
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import tr

_PLACES: Final = 6
_END: Final = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


def _phases(page: BudgetPage) -> list[tuple[bytes | None, str]]:
    none = tr("BudgetForm", "Without phase")
    return [*((p.id, p.name) for p in page.phases if p.id is not None), (None, none)]


def _grades(page: BudgetPage, *, several: bool = False) -> list[tuple[str, str]]:
    found = [(g, g) for g in dict.fromkeys((*page.grades, *page.known_grades)) if g]
    return [("", tr("BudgetForm", "Several grades") if several else tr("BudgetForm", "No grade")), *found]


class _Form(FormSheet):
    def __init__(self, title: str, page: BudgetPage, *, width: int = 480, remove: str = "", icon: Icon | None = None,
                 parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(title, width=width, save=tr("BudgetForm", "Save"), icon=icon, remove=remove, parent=parent)
        self.page = page
        self.aside.setText(page.row.label)


class BudgetGrid(QWidget):
    """Hours of each grade in each phase; what they come to stands beside and below."""

    def __init__(self, draft: BudgetDraft, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._hourly = dict(draft.hourly)
        page = draft.page
        self._old = {CellKey(line.phase, line.grade): line for line in draft.lines}
        used = {line.grade for line in draft.lines} | set(page.grades)
        self.grades = [g for g in dict.fromkeys((*page.grades, *page.known_grades)) if g and g in used] or list(
            page.known_grades[:6]
        )
        # Last, and only where hours stand in it: a budget by grade is what is asked for.
        if any(not line.grade for line in draft.lines) or not self.grades:
            self.grades.append("")
        phases = [(p.id, p.name) for p in page.phases]
        if not any(one is None for one, _ in phases) and (any(k.phase is None for k in self._old) or not phases):
            phases.append((None, ""))
        self.phases = phases
        self.cells: dict[CellKey, TextField] = {}
        self._sums: dict[object, Label] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        behind = len(self.grades) + 1
        no_grade = tr("BudgetForm", "No grade")
        grid.addWidget(Label(tr("BudgetForm", "Hours"), style=Style.CAPTION_STRONG, tone=Tone.THIRD), 0, 0)
        for column, grade in enumerate(self.grades, start=1):
            head = Label(grade or no_grade, style=Style.CAPTION_STRONG, tone=Tone.THIRD, align=_END)
            grid.addWidget(head, 0, column)
        whole = Label(tr("BudgetForm", "Total"), style=Style.CAPTION_STRONG, tone=Tone.THIRD, align=_END)
        grid.addWidget(whole, 0, behind)
        for row, (phase, name) in enumerate(phases, start=1):
            shown = name or tr("BudgetForm", "Without phase")
            grid.addWidget(Label(shown, style=Style.BODY_MEDIUM), row, 0)
            for column, grade in enumerate(self.grades, start=1):
                key = CellKey(phase, grade)
                spoken = tr("BudgetForm", "{phase}, {grade}").format(phase=shown, grade=grade or no_grade)
                field = TextField(name=spoken, height=28)
                field.setFixedWidth(px(72))
                field.setAlignment(_END)
                line = self._old.get(key)
                field.setText(hours_text(line.seconds) if line is not None else "")
                field.textChanged.connect(self._add_up)
                self.cells[key] = field
                grid.addWidget(field, row, column)
            self._sums[phase] = Label("", tone=Tone.SECOND, align=_END)
            grid.addWidget(self._sums[phase], row, behind)
        self._sums["all"] = Label("", style=Style.BODY_STRONG)
        grid.addWidget(self._sums["all"], len(phases) + 1, 0, 1, behind + 1)
        grid.setColumnMinimumWidth(0, px(120))
        grid.setColumnMinimumWidth(behind, px(56))
        grid.setColumnStretch(0, 1)
        self._add_up()

    def lines(self) -> tuple[LineFacts, ...]:
        """Return what the fields hold; an amount that was given by hand stays with unchanged hours."""
        found = []
        for key, field in self.cells.items():
            seconds = typed_hours(field.text()) or 0
            old = self._old.get(key)
            if old is not None and old.seconds == seconds:
                minor = old.minor
            else:
                minor = divide_half_even(seconds * self._rate(key), HOUR_S)
            if seconds or minor:
                found.append(LineFacts(key.phase, key.grade, seconds, minor))
        # A cell that the grid has no place for stays as it is.
        found += [
            LineFacts(k.phase, k.grade, line.seconds, line.minor)
            for k, line in self._old.items()
            if k not in self.cells
        ]
        return tuple(found)

    def _rate(self, key: CellKey) -> int:
        old = self._old.get(key)
        if key.grade in self._hourly:
            return self._hourly[key.grade]
        return divide_half_even(old.minor * HOUR_S, old.seconds) if old is not None and old.seconds else 0

    @Slot()
    def _add_up(self) -> None:
        try:
            lines = self.lines()
        except UserError:
            return
        for phase, label in self._sums.items():
            if phase != "all":
                seconds = sum(line.seconds for line in lines if line.phase == phase)
                label.setText(f"{hours(seconds) if seconds else '0'} h")
        seconds = sum(line.seconds for line in lines)
        minor = sum(line.minor for line in lines)
        words = tr("BudgetForm", "{hours} h in all").format(hours=hours(seconds) if seconds else "0")
        if self._draft.page.row.budget_minor is not None or self._draft.hourly:
            amount = money(minor, self._draft.page.row.currency)
            words = tr("BudgetForm", "{hours} h, {amount} in all").format(
                hours=hours(seconds) if seconds else "0", amount=amount
            )
        self._sums["all"].setText(words)


class BudgetForm(_Form):
    """A budget's hours by phase and grade: the first one, a correction, or a next version with its reason."""

    def __init__(self, draft: BudgetDraft, *, next_version: bool, now_utc: int, parent: QWidget | None = None) -> None:
        first = draft.page.newest is None
        title = tr("BudgetForm", "Budget")
        if next_version and not first:
            title = tr("BudgetForm", "New version of the budget")
        super().__init__(title, draft.page, width=760, parent=parent)
        self._draft, self._now_utc = draft, now_utc
        self._next = first or next_version
        self.grid_widget = BudgetGrid(draft)
        for cell in self.grid_widget.cells.values():
            cell.returnPressed.connect(self.save)
        if draft.proposed:
            self.lay_widget(Label(tr("BudgetForm", "Proposed from the tasks' estimates, the team and the rate card."),
                                  tone=Tone.SECOND))  # fmt: skip
        self.lay_widget(self.grid_widget)
        self.as_of = DayEntry(tr("BudgetForm", "Holds from"), field="budget.as_of", needed=True,
                              hint=tr("BudgetForm", "Its rates are those of this day."))  # fmt: skip
        self.as_of.set_value(draft.page.today if self._next or draft.page.newest is None else draft.page.newest.as_of)
        self.reason = TextEntry(tr("BudgetForm", "Reason"), field="budget.reason", codes=("budget.reason_missing",),
                                limit=500, needed=self._next and not first)  # fmt: skip
        if draft.page.newest is not None and not self._next:
            self.reason.set_value(draft.page.newest.reason)
        if self._next:
            self.lay_row(self.as_of, self.reason, shares=(4, 8))
            self.reason.setVisible(not first)
        else:
            self.lay_row(self.reason)
            self.reason.setVisible(bool(draft.page.newest and draft.page.newest.number > 1))
        self.fit()

    def begin(self) -> None:
        field = next(iter(self.grid_widget.cells.values()))
        field.setFocus()
        field.selectAll()

    def command(self) -> Command[Any]:
        lines = self.grid_widget.lines()
        page = self._draft.page
        if not lines:
            raise UserError("budget.empty")
        if self._next:
            return SetBudget(page.row.id, lines, self.as_of.day(), self._now_utc, self.reason.value(),
                             self._draft.fx_micro)  # fmt: skip
        newest = page.newest
        assert newest is not None  # noqa: S101  # else it is the first version
        return EditBudget(BudgetId(newest.id), lines, self.reason.value(), newest.version)


class EstimateForm(_Form):
    """What a grade still needs in a phase; empty = what tasks and bookings say."""

    def __init__(self, page: BudgetPage, phase: bytes | None, *, now_utc: int, parent: QWidget | None = None) -> None:
        super().__init__(tr("BudgetForm", "Estimate to complete"), page, parent=parent)
        self._now_utc = now_utc
        self.phase = ChoiceEntry(tr("BudgetForm", "Phase"), _phases(page), field="budget.phase")
        self.grade = ChoiceEntry(tr("BudgetForm", "Grade"), _grades(page), field="person.grade")
        self.hours = HoursEntry(tr("BudgetForm", "Hours still needed"), field="budget.hours",
                                codes=("budget.hours_range",),
                                hint=tr("BudgetForm", "Empty: tasks and bookings say it again."))  # fmt: skip
        self.note = TextEntry(tr("BudgetForm", "Note"), field="budget.note", limit=500,
                              hint=tr("BudgetForm", "What it stands on."))  # fmt: skip
        self.phase.set_value(phase)
        self.grade.set_value(page.grades[0] if page.grades else "")
        self.lay_row(self.phase, self.grade)
        self.lay_row(self.hours, self.note, shares=(5, 7))
        self.phase.edited.connect(self._show_present)
        self.grade.edited.connect(self._show_present)
        self._show_present()
        self.fit()

    @Slot()
    def _show_present(self) -> None:
        key = (self.phase.value(), self.grade.value())
        typed = next((one for one in self.page.typed if (one.phase, one.grade) == key), None)
        self.hours.set_value(None if typed is None else typed.seconds)
        self.note.set_value("" if typed is None else typed.note)
        cell = next((c for c in self.page.cells if (c.key.phase, c.key.grade) == key), None)
        seconds = 0 if cell is None else cell.etc.seconds
        self.hours.control.setPlaceholderText(hours_text(seconds))

    def command(self) -> Command[Any]:
        return TypeEstimate(self.page.row.id, self.phase.value(), self.grade.value(), self.hours.value(),
                            self._now_utc, self.note.value())  # fmt: skip


class ExcessForm(_Form):
    """Hours beyond the budget, and why."""

    def __init__(self, page: BudgetPage, row: ExcessRow | None, *, parent: QWidget | None = None) -> None:
        remove = tr("BudgetForm", "Remove") if row is not None else ""
        super().__init__(tr("BudgetForm", "Excess hours"), page, width=560, remove=remove, parent=parent)
        self._row = row
        self.day = DayEntry(tr("BudgetForm", "Day"), field="excess.day", needed=True)
        self.hours = HoursEntry(tr("BudgetForm", "Hours"), field="excess.hours", codes=("excess.hours",))
        self.cause = ChoiceEntry(tr("BudgetForm", "Cause"), [(c, cause_words(c)) for c in ExcessCause],
                                 field="excess.cause")  # fmt: skip
        self.phase = ChoiceEntry(tr("BudgetForm", "Phase"), _phases(page), field="excess.phase")
        self.grade = ChoiceEntry(tr("BudgetForm", "Grade"), _grades(page, several=True), field="person.grade")
        self.note = NoteEntry(
            tr("BudgetForm", "Evidence"),
            field="excess.note",
            codes=("excess.note_missing",),
            limit=500,
            hint=tr("BudgetForm", "What happened, when, and where it is on file."),
        )
        self.day.set_value(row.day if row else page.today)
        self.hours.set_value(row.seconds if row else None)
        self.cause.set_value(row.cause if row else ExcessCause.LATE_REQUESTS)
        self.phase.set_value(row.phase_id if row else next((p.id for p in page.phases), None))
        self.grade.set_value(row.grade if row else "")
        self.note.set_value(row.note if row else "")
        self.lay_row(self.hours, self.cause, shares=(4, 8))
        self.lay_row(self.phase, self.grade, self.day)
        self.lay_row(self.note)
        self.fit()

    def command(self) -> Command[Any]:
        facts = ExcessFacts(self.phase.value(), self.grade.value(), self.day.day(), self.hours.value() or 0,
                            self.cause.value(), self.note.value())  # fmt: skip
        if self._row is None:
            return NoteExcess(self.page.row.id, facts)
        return EditExcess(self._row.id, facts, self._row.version)

    def removal(self) -> Command[Any] | None:
        return None if self._row is None else RemoveExcess(self._row.id)


class AlertRuleForm(_Form):
    """When a budget alerts."""

    def __init__(self, page: BudgetPage, *, parent: QWidget | None = None) -> None:
        remove = tr("BudgetForm", "Usual rule") if page.own_rule else ""
        super().__init__(tr("BudgetForm", "When to alert"), page, remove=remove, parent=parent)
        self.used = TextEntry(tr("BudgetForm", "Percent of the budget used"), field="budget.percents",
                              codes=("budget.bad_rule",),
                              hint=tr("BudgetForm", "Whole percents with commas; empty = never."))  # fmt: skip
        self.about_eac = TickEntry(tr("BudgetForm", "Alert when the EAC goes over the budget"), field="budget.eac")
        self.over = TextEntry(tr("BudgetForm", "By how many percent"), field="budget.over")
        self.used.set_value(", ".join(str(p) for p in (page.rule.used_percents or ())))
        over = page.rule.eac_over_percent
        self.about_eac.set_value(over is not None)
        self.over.set_value(str(EAC_OVER_PERCENT if over is None else over))
        self.lay_row(self.used)
        self.lay_row(self.about_eac, self.over, shares=(8, 4))
        self.about_eac.edited.connect(self._show_over)
        self._show_over()
        usual = ", ".join(str(p) for p in USED_PERCENTS)
        self.used.control.setPlaceholderText(usual)
        self.fit()

    @Slot()
    def _show_over(self) -> None:
        self.over.setVisible(self.about_eac.value())

    def command(self) -> Command[Any]:
        over: int | None = None
        if self.about_eac.value():
            text = self.over.value().replace("%", "").strip()
            if not text.isascii() or not text.isdigit() or len(text) > 4:
                raise UserError("budget.bad_rule")
            over = int(text)
        return SetBudgetRule(self.page.row.id, AlertRule.read(self.used.value(), over))

    def removal(self) -> Command[Any] | None:
        return SetBudgetRule(self.page.row.id, None)


class AcknowledgeForm(_Form):
    """What is done about an alert."""

    def __init__(self, page: BudgetPage, alert: AlertRow, *, now_utc: int, parent: QWidget | None = None) -> None:
        super().__init__(tr("BudgetForm", "Acknowledge the alert"), page, icon=Icon.ALERT, parent=parent)
        self._alert, self._now_utc = alert, now_utc
        said = tr("BudgetForm", "{what}. {said}.").format(what=alert_title(alert)[0], said=alert_words(alert))
        self.lay_widget(Label(said, wrap=True))
        hint = tr("BudgetForm", "Stays with the alert; it does not come again for this crossing.")
        self.note = TextEntry(
            tr("BudgetForm", "What is done about it"), field="budget.note", limit=500, needed=True, hint=hint
        )
        self.lay_row(self.note)
        self.fit()

    def command(self) -> Command[Any]:
        return AcknowledgeAlert(self._alert.id, self.note.value(), self._now_utc)


class FxForm(_Form):
    """What the rate card's currency is worth in the one that is billed."""

    def __init__(self, page: BudgetPage, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("BudgetForm", "Exchange rate"), page, parent=parent)
        base, quote = page.card_currency, page.row.currency
        label = tr("BudgetForm", "{quote} for one {base}").format(quote=quote, base=base)
        self.rate = TextEntry(label, field="fx.micro", codes=("fx.range", "fx.text"), needed=True)
        self.day = DayEntry(tr("BudgetForm", "From"), field="fx.day", needed=True)
        if page.fx_micro is not None:
            shown = locale().toString(page.fx_micro / MICRO, "f", _PLACES)
            self.rate.set_value(shown.rstrip("0").removesuffix(locale().decimalPoint()))
        self.day.set_value(page.today)
        self.lay_row(self.rate, self.day)
        self.fit()

    def command(self) -> Command[Any]:
        return SetFxRate(self.page.card_currency, self.page.row.currency, self.day.day(), typed_rate(self.rate.value()))


def typed_rate(text: str) -> int:
    """Return millionths of a typed exchange rate."""
    plain = text.strip().replace(locale().groupSeparator(), "").replace(locale().decimalPoint(), ".")
    whole, _, part = plain.partition(".")
    if not (whole + part).isascii() or not (whole + part).isdigit() or len(part) > _PLACES or len(whole) > 8:
        raise UserError("fx.text", text=text[:40])
    return int(Decimal(plain) * MICRO)
