"""One engagement: facts, gates, phases, own time this week, team, charge codes, history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from engagedesk.domain.firm_profile import RateSight
from engagedesk.domain.states import GateState
from engagedesk.services.queries.engagement_book import EngagementBook, RatePart
from engagedesk.services.queries.rows import CodeRow, EngagementPage, EntryRow, HistoryRow, TeamRow
from engagedesk.ui import words
from engagedesk.ui.actions import page_tip
from engagedesk.ui.format import (
    EN_DASH,
    clock_range,
    day_full,
    day_short,
    day_with_weekday,
    day_with_year,
    days_between,
    hm,
    hours,
    local,
    week_number,
    weekday_number,
)
from engagedesk.ui.intents import RetryLoad, ShowDay, ShowPage
from engagedesk.ui.pages.engagement_menu import EngagementMenu, timer_for
from engagedesk.ui.pages.engagement_plan import PlanCard
from engagedesk.ui.pages.facts import Fact, FactStrip, GateLine, PhaseStrip
from engagedesk.ui.pages.portfolio_columns import codes_words, fee_words
from engagedesk.ui.pages.scrolling import ScrollingPage
from engagedesk.ui.portfolio_intents import ChooseRateCard, EditEngagement, EditGate, EditPart, Part
from engagedesk.ui.tables.cell import Align, Cell, chip, end_cell, icon, text_cell
from engagedesk.ui.tables.cell import words as text_part
from engagedesk.ui.tables.geometry import Width
from engagedesk.ui.tables.model import Column, RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import Icon, Style, Tone, px
from engagedesk.ui.theme.tokens import COLUMN_GAP
from engagedesk.ui.typed_facts import amount_text
from engagedesk.ui.view_rows import Message
from engagedesk.ui.widgets.button import Button, LinkButton
from engagedesk.ui.widgets.card import Card, CardHeader, Dot
from engagedesk.ui.widgets.chip import Chip
from engagedesk.ui.widgets.states import ErrorState, IconMark, Spinner
from engagedesk.ui.widgets.text import Label

tr = words.tr
_SIDE_BY_SIDE_FROM = 1000


def time_columns() -> tuple[Column[EntryRow], ...]:
    return (
        Column("day", tr("Engagement", "Day"), lambda e: weekday_number(e.work_day),
               lambda e: text_cell(weekday_number(e.work_day), style=Style.BODY_STRONG), Width(76), pad_start=16),
        Column("time", tr("Engagement", "Time"), _entry_range, lambda e: text_cell(_entry_range(e), Tone.SECOND),
               Width(98)),
        Column("code", tr("Engagement", "Code"), lambda e: e.code or tr("Engagement", "awaiting code"),
               _entry_code, Width(92)),
        Column("narrative", tr("Engagement", "Narrative"), lambda e: e.narrative, _entry_narrative,
               Width(160, share=1)),
        Column("state", tr("Engagement", "State"), lambda e: words.entry_state(e.state)[0],
               lambda e: Cell((chip(*words.entry_state(e.state)),)), Width(88)),
        Column("hours", tr("Engagement", "Hours"), lambda e: hm(e.seconds),
               lambda e: end_cell(hm(e.seconds), style=Style.BODY_STRONG), Width(64), align=Align.END, pad_end=16),
    )  # fmt: skip


def _entry_range(entry: EntryRow) -> str:
    if entry.start_utc is None:
        return EN_DASH
    return clock_range(entry.start_utc, entry.end_utc, entry.zone, now=tr("Engagement", "now"))


def _entry_code(entry: EntryRow) -> Cell:
    if entry.code is None:
        return text_cell(tr("Engagement", "awaiting"), Tone.WARN, style=Style.CAPTION_STRONG)
    return text_cell(entry.code, Tone.SECOND)


def _entry_narrative(entry: EntryRow) -> Cell:
    parts = [text_part(entry.narrative)]
    if not entry.narrative:
        parts = [
            icon(Icon.PENCIL, Tone.WARN),
            text_part(tr("Engagement", "No narrative"), tone=Tone.WARN, style=Style.BODY_MEDIUM),
        ]
    if entry.start_utc is not None and entry.end_utc is not None:
        first, last = local(entry.start_utc, entry.zone).date(), local(entry.end_utc - 1, entry.zone).date()
        if days_between(first, last):
            parts.append(text_part(tr("Engagement", "over midnight"), tone=Tone.THIRD, style=Style.CAPTION))
    return Cell(tuple(parts))


def team_columns() -> tuple[Column[TeamRow], ...]:
    return (
        Column("name", tr("Engagement", "Name"), _team_name,
               lambda m: text_cell(_team_name(m), style=Style.BODY_STRONG if m.is_me else Style.BODY_MEDIUM),
               Width(120, share=1), pad_start=16),
        Column("grade", tr("Engagement", "Grade"), lambda m: m.grade, lambda m: text_cell(m.grade, Tone.SECOND),
               Width(84, share=1)),
        Column("role", tr("Engagement", "Role"), lambda m: m.role,
               lambda m: text_cell(m.role, Tone.THIRD, style=Style.CAPTION), Width(80)),
        Column("hours", tr("Engagement", "Hours"), lambda m: hours(m.seconds),
               lambda m: end_cell(hours(m.seconds), style=Style.BODY_MEDIUM), Width(64), align=Align.END, pad_end=16),
    )  # fmt: skip


def _team_name(member: TeamRow) -> str:
    return tr("Engagement", "{name}, you").format(name=member.name) if member.is_me else member.name


def code_columns() -> tuple[Column[CodeRow], ...]:
    return (
        Column("code", tr("Engagement", "Code"), lambda c: c.code,
               lambda c: text_cell(c.code, style=Style.BODY_STRONG), Width(97), pad_start=16, pad_end=8),
        Column("activity", tr("Engagement", "Activity"), lambda c: c.activity,
               lambda c: text_cell(c.activity, Tone.SECOND), Width(72, share=1), pad_end=4),
        Column("valid", tr("Engagement", "Valid to"), lambda c: day_short(c.valid_to) if c.valid_to else EN_DASH,
               lambda c: end_cell(day_short(c.valid_to) if c.valid_to else EN_DASH, Tone.SECOND), Width(62),
               pad_start=0, align=Align.END),
        Column("state", tr("Engagement", "State"), lambda c: words.code_standing(c.standing)[0],
               lambda c: text_cell(*words.code_standing(c.standing), style=Style.CAPTION_STRONG), Width(74), pad_end=2),
        Column("billing", tr("Engagement", "Billing"), _billing,
               lambda c: text_cell(_billing(c), Tone.SECOND, style=Style.CAPTION), Width(86), pad_start=4, pad_end=2),
        Column("hours", tr("Engagement", "Hours"), lambda c: hours(c.team_s),
               lambda c: end_cell(hours(c.team_s), style=Style.BODY_MEDIUM), Width(54),
               align=Align.END, pad_end=16),
    )  # fmt: skip


def _billing(code: CodeRow) -> str:
    if code.billable:
        return tr("Engagement", "Billable")
    return tr("Engagement", "Chargeable") if code.chargeable else tr("Engagement", "Neither")


def history_columns(zone: Callable[[], str]) -> tuple[Column[HistoryRow], ...]:
    """``zone`` answers the place whose days and times are shown."""

    def day(change: HistoryRow) -> str:
        return day_short(local(change.at_utc, zone()).date())

    def what(change: HistoryRow) -> str:
        return history_words(change, zone())

    return (
        Column("when", tr("Engagement", "When"), day, lambda h: text_cell(day(h), Tone.THIRD, style=Style.CAPTION),
               Width(70), pad_start=16),
        Column("what", tr("Engagement", "What"), what, lambda h: text_cell(what(h)), Width(180, share=1), tip=what),
        Column("who", tr("Engagement", "Who"), lambda h: h.who,
               lambda h: end_cell(_initials(h.who), Tone.THIRD, style=Style.CAPTION), Width(44),
               align=Align.END, pad_end=16),
    )  # fmt: skip


def history_words(change: HistoryRow, zone: str) -> str:
    """Return a change in one line: ``Next date: 20 Nov to 24 Nov (Release moved)``."""
    what = words.change_title(change)
    old, new = (words.change_value(change, value, zone) for value in (change.old, change.new))
    if old and new:
        what = tr("Engagement", "{field}: {old} to {new}").format(field=what, old=old, new=new)
    elif new and change.field:
        what = tr("Engagement", "{field}: {new}").format(field=what, new=new)
    elif old and change.field:
        what = tr("Engagement", "{field}: {old} removed").format(field=what, old=old)
    return f"{what} ({change.reason})" if change.reason else what


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.split()[:2]).upper()


class _TableCard(Card):
    """A card with a header and a table as tall as its rows."""

    def __init__(
        self, title: str, columns: Sequence[Column[Any]], *, row_px: int, nothing: str, header: bool = True
    ) -> None:
        super().__init__(padding=0)
        self.column.setContentsMargins(1, 10, 1, 8)
        self.column.setSpacing(4)
        self.header = CardHeader(title)
        self.header.row.setContentsMargins(15, 0, 15, 0)
        self.model: RowTableModel[Any] = RowTableModel(columns, key=lambda row: row, parent=self)
        self.table = RowTable(self.model, name=title, row_px=row_px, fit_rows=True, header=header)
        self._nothing = Label(nothing, tone=Tone.THIRD)
        self._nothing.setContentsMargins(0, 0, 0, 0)
        inset = QHBoxLayout()
        inset.setContentsMargins(15, 4, 15, 6)
        inset.addWidget(self._nothing)
        self.column.addWidget(self.header)
        self.column.addWidget(self.table)
        self.column.addLayout(inset)

    def show_rows(self, rows: Sequence[Any]) -> None:
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)


def rate_columns() -> tuple[Column[RatePart], ...]:
    return (
        Column("grade", tr("Engagement", "Grade"), _rate_name,
               lambda r: text_cell(_rate_name(r), style=Style.BODY_MEDIUM), Width(110, share=1), pad_start=16),
        Column("from", tr("Engagement", "From"), lambda r: day_full(r.valid_from),
               lambda r: text_cell(day_full(r.valid_from), Tone.SECOND, style=Style.CAPTION), Width(120)),
        Column("scope", tr("Engagement", "Holds"), _rate_scope,
               lambda r: text_cell(_rate_scope(r), Tone.THIRD, style=Style.CAPTION), Width(66)),
        Column("rate", tr("Engagement", "An hour"), lambda r: amount_text(r.charge_minor_per_h, r.currency),
               lambda r: end_cell(amount_text(r.charge_minor_per_h, r.currency), style=Style.BODY_STRONG), Width(70),
               align=Align.END, pad_end=16),
    )  # fmt: skip


def _rate_name(rate: RatePart) -> str:
    return f"{rate.grade}, {rate.person}" if rate.person else rate.grade


def _rate_scope(rate: RatePart) -> str:
    return tr("Engagement", "here only") if rate.here else tr("Engagement", "card")


class EngagementPageView(ScrollingPage):
    """In by ``show_engagement`` and ``show_book``, out by ``intent``."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._page: EngagementPage | None = None
        self._zone = "UTC"
        self._book: EngagementBook | None = None
        self._side_by_side = True
        self.column.setSpacing(10)
        self.back_link = LinkButton(self.tr("Portfolio"))
        self.back_link.clicked.connect(self._back)
        self.place = Label("", style=Style.CAPTION_STRONG, tone=Tone.SECOND)
        self.spinner = Spinner(self.tr("Refreshing"))
        crumbs = QHBoxLayout()
        crumbs.setContentsMargins(0, 0, 0, 0)
        crumbs.setSpacing(4)
        crumbs.addWidget(self.back_link)
        crumbs.addWidget(IconMark(Icon.RIGHT, size=12, tone=Tone.THIRD))
        crumbs.addWidget(self.place)
        crumbs.addWidget(self.spinner)
        crumbs.addStretch(1)
        self._dot = Dot(size=12)
        self.title = Label("", style=Style.PAGE)
        self.state = Chip()
        self.note = Label("", tone=Tone.SECOND)
        self.start_button = Button(self.tr("Start timer"), icon=Icon.PLAY)
        self.start_button.clicked.connect(self._start)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._dot)
        head.addWidget(self.title)
        head.addWidget(self.state)
        self.edit_button = Button(self.tr("Edit"), icon=Icon.PENCIL)
        self.edit_button.setToolTip(page_tip(self.tr("Edit"), "Ctrl+E"))
        self.edit_button.clicked.connect(self._edit)
        self.more_button = Button("", icon=Icon.MORE, name=self.tr("More actions"))
        self.more_button.clicked.connect(self._more)
        self._menu = EngagementMenu(self, opens=False)
        self._menu.intent.connect(self.intent)
        edit_key = QShortcut(QKeySequence("Ctrl+E"), self)
        edit_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        edit_key.activated.connect(self._edit)
        head.addWidget(self.note, 1)
        head.addWidget(self.more_button)
        head.addWidget(self.edit_button)
        head.addWidget(self.start_button)
        self.error = ErrorState()
        self.error.retry.connect(self._retry)
        self.error.hide()
        self.facts = FactStrip()
        self.gates = GateLine()
        self.extract = Label("", style=Style.CAPTION, tone=Tone.THIRD)
        gate_row = QHBoxLayout()
        gate_row.addWidget(self.gates, 1)
        self.gate_link = LinkButton(self.tr("Set a gate"))
        self.gate_link.clicked.connect(self._set_gate)
        gate_row.addWidget(self.gate_link)
        gate_row.addWidget(self.extract)
        self.phases = PhaseStrip()
        self.my_time = _TableCard(
            self.tr("My time"), time_columns(), row_px=36, nothing=self.tr("No time on this engagement this week.")
        )
        self.my_time.table.chosen.connect(self._open_day)
        self.history = _TableCard(
            self.tr("History"),
            history_columns(lambda: self._zone),
            row_px=28,
            nothing=self.tr("Nothing has changed yet."),
            header=False,
        )
        self.team = _TableCard(
            self.tr("Team"), team_columns(), row_px=28, nothing=self.tr("Nobody is on the team list."), header=False
        )
        self.codes = _TableCard(
            self.tr("Charge codes"), code_columns(), row_px=28, nothing=self.tr("No charge code yet: time awaits one.")
        )
        self.rates = _TableCard(
            self.tr("Rates"), rate_columns(), row_px=28, nothing=self.tr("No rate card is chosen."), header=False
        )
        self.rates.hide()
        self.plan = PlanCard()
        self.plan.intent.connect(self.intent)
        self.card_link = LinkButton(self.tr("Choose card"))
        self.card_link.clicked.connect(self._choose_card)
        self.rates.header.row.addWidget(self.card_link)
        self.add_links: dict[Part, LinkButton] = {}
        for part, card, words_shown in (
            (Part.MEMBER, self.team, self.tr("Add to the team")),
            (Part.CODE, self.codes, self.tr("Add code")),
            (Part.RATE, self.rates, self.tr("Add rate")),
        ):
            link = LinkButton(words_shown)
            link.clicked.connect(self._add_part)
            card.header.row.addWidget(link)
            self.add_links[part] = link
        self.team.table.chosen.connect(self._edit_member)
        self.codes.table.chosen.connect(self._edit_code)
        self.rates.table.chosen.connect(self._edit_rate)
        left, right = QVBoxLayout(), QVBoxLayout()
        columns: tuple[tuple[QVBoxLayout, tuple[QWidget, ...]], ...] = (
            (left, (self.my_time, self.plan, self.history)),
            (right, (self.team, self.codes, self.rates)),
        )
        for box, cards in columns:
            box.setSpacing(COLUMN_GAP)
            for one in cards:
                box.addWidget(one)
            box.addStretch(1)
        self._right = QWidget()
        right.setContentsMargins(0, 0, 0, 0)
        self._right.setLayout(right)
        self._right.setFixedWidth(px(468))
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(COLUMN_GAP)
        self._body.addLayout(left, 1)
        self._body.addWidget(self._right)
        self.column.addLayout(crumbs)
        self.column.addLayout(head)
        self.column.addWidget(self.error)
        self.column.addWidget(self.facts)
        self.column.addLayout(gate_row)
        self.column.addWidget(self.phases)
        self.column.addSpacing(4)
        self.column.addLayout(self._body)
        self.column.addStretch(1)

    # -- in ----------------------------------------------------------------------------------------------------------

    @Slot(object, str)
    def show_engagement(self, page: EngagementPage, zone: str) -> None:
        """Show an engagement; its history in the days and times of ``zone``."""
        self._page, self._zone = page, zone
        row = page.row
        self.spinner.end()
        self.error.hide()
        self.place.setText(self.tr("Engagement {n} of {count}").format(n=page.position, count=page.count))
        self._dot.set_colour(row.colour)
        self.title.setText(row.client)
        word, tone, _ = words.engagement_state(row.state)
        self.state.show_status(word, tone)
        self.note.setText(row.note)
        self.facts.show_facts(self._facts(page))
        self.gates.show_gates(page.gates)
        self.gates.setVisible(bool(page.gates))
        extract = self.tr("team extract {day}").format(day=day_short(page.extract_date)) if page.extract_date else ""
        self.extract.setText(extract)
        self.phases.show_phases(page.phases)
        self.my_time.header.title.setText(self.tr("My time, week {n}").format(n=week_number(page.week_label)))
        self.my_time.header.beside.setText(self.tr("{hours} h").format(hours=hm(page.my_week_s)))
        self.my_time.show_rows(page.my_entries)
        self.history.show_rows(page.history)
        self.team.show_rows(page.team)
        self.codes.show_rows(page.codes)

    @Slot(object, object)
    def show_book(self, book: EngagementBook, today: date) -> None:
        """Show what of an engagement is edited in parts: its plan and, where the firm allows it, its rates."""
        self._book = book
        self.plan.show_book(book, today)
        shown = book.sight is not RateSight.NOBODY
        self.rates.setVisible(shown)
        if shown:
            self.rates.header.beside.setText(book.card.name if book.card else "")
            self.add_links[Part.RATE].setVisible(book.card is not None)
            self.rates.show_rows(book.rates)

    def _facts(self, page: EngagementPage) -> tuple[Fact, ...]:
        row = page.row
        facts = [
            Fact(self.tr("Service"), row.title),
            Fact(self.tr("Codes"), codes_words(row.codes) or self.tr("awaiting code")),
            Fact(self.tr("My role"), row.my_role or EN_DASH),
            Fact(self.tr("Phase"), row.phase or EN_DASH),
            Fact(self.tr("Fee"), fee_words(row)),
        ]
        if row.next_date is not None:
            facts.append(Fact(row.next_date_what or self.tr("Next date"), day_with_weekday(row.next_date)))
        if page.period_end is not None:
            facts.append(Fact(self.tr("Period end"), day_with_year(page.period_end)))
        facts.append(Fact(self.tr("Team hours"), hours(row.team_total_s) if row.team_total_s else EN_DASH))
        return tuple(facts)

    @Slot()
    def show_loading(self) -> None:
        self.spinner.begin()

    @Slot(object)
    def show_error(self, message: Message) -> None:
        self.spinner.end()
        self.error.show_message(message)
        self.error.show()

    # -- inside ------------------------------------------------------------------------------------------------------

    @Slot()
    def _back(self) -> None:
        self.intent.emit(ShowPage("engagements"))

    @Slot()
    def _start(self) -> None:
        if self._page is not None:
            self.intent.emit(timer_for(self._page.row))

    @Slot()
    def _edit(self) -> None:
        if self._page is not None:
            self.intent.emit(EditEngagement(self._page.row.id))

    @Slot()
    def _more(self) -> None:
        if self._page is not None:
            below = self.more_button.mapToGlobal(self.more_button.rect().bottomLeft())
            self._menu.show(self._page.row, below)

    @Slot()
    def _set_gate(self) -> None:
        if self._page is not None:
            still_open = next((g.kind for g in self._page.gates if g.state is GateState.OPEN), None)
            self.intent.emit(EditGate(self._page.row.id, still_open))

    @Slot()
    def _choose_card(self) -> None:
        if self._page is not None:
            self.intent.emit(ChooseRateCard(self._page.row.id))

    @Slot()
    def _add_part(self) -> None:
        pressed = self.sender()
        part = next((part for part, link in self.add_links.items() if link is pressed), None)
        if self._page is not None and part is not None:
            self.intent.emit(EditPart(self._page.row.id, part))

    @Slot(object)
    def _edit_member(self, member: TeamRow) -> None:
        self._edit_part(Part.MEMBER, member.member_id)

    @Slot(object)
    def _edit_code(self, code: CodeRow) -> None:
        self._edit_part(Part.CODE, code.id)

    @Slot(object)
    def _edit_rate(self, rate: RatePart) -> None:
        self._edit_part(Part.RATE, rate.id)

    def _edit_part(self, part: Part, part_id: bytes) -> None:
        if self._page is not None:
            self.intent.emit(EditPart(self._page.row.id, part, part_id))

    @Slot(object)
    def _open_day(self, entry: EntryRow) -> None:
        self.intent.emit(ShowDay(entry.work_day))

    @Slot()
    def _retry(self) -> None:
        self.intent.emit(RetryLoad("engagement"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for card in (self.my_time, self.history, self.team, self.codes, self.rates):
            card.table.set_narrow(self.width() < px(_SIDE_BY_SIDE_FROM - 100))
        side_by_side = self.width() >= px(_SIDE_BY_SIDE_FROM)
        if side_by_side == self._side_by_side:
            return
        self._side_by_side = side_by_side
        if side_by_side:
            self._body.setDirection(QBoxLayout.Direction.LeftToRight)
            self._right.setFixedWidth(px(468))
        else:
            self._body.setDirection(QBoxLayout.Direction.TopToBottom)
            self._right.setMinimumWidth(0)
            self._right.setMaximumWidth(16_777_215)
