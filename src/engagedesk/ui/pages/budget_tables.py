"""The tables of a budget: excess hours, versions, rates; and the card that holds one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from engagedesk.services.queries.budget_rows import (
    BudgetVersion,
    ExcessRow,
)
from engagedesk.services.queries.engagement_book import RatePart
from engagedesk.ui.budget_words import (
    cause_words,
)
from engagedesk.ui.format import EN_DASH, day_full, day_short, hours, money, money_exact
from engagedesk.ui.tables.cell import Align, end_cell, text_cell
from engagedesk.ui.tables.geometry import Width
from engagedesk.ui.tables.model import Column, RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import Style, Tone
from engagedesk.ui.widgets.button import LinkButton
from engagedesk.ui.widgets.card import Card, CardHeader
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import tr


def excess_columns(currency: str = "") -> tuple[Column[ExcessRow], ...]:
    """Return the columns with amounts in a currency."""

    def amount(row: ExcessRow) -> str:
        return EN_DASH if row.minor is None else money(row.minor, currency)

    return (
        Column("day", tr("Budgets", "Day"), lambda r: day_full(r.day),
               lambda r: text_cell(day_short(r.day), Tone.SECOND), Width(88), pad_start=16),
        Column("cause", tr("Budgets", "Cause"), lambda r: cause_words(r.cause),
               lambda r: text_cell(cause_words(r.cause), style=Style.BODY_MEDIUM), Width(130, share=1)),
        Column("note", tr("Budgets", "Evidence"), lambda r: r.note, lambda r: text_cell(r.note, Tone.SECOND),
               Width(140, share=3), tip=lambda r: r.note),
        Column("where", tr("Budgets", "Phase and grade"), _where, lambda r: text_cell(_where(r), Tone.SECOND),
               Width(110, share=1)),
        Column("hours", tr("Budgets", "Hours"), lambda r: hours(r.seconds),
               lambda r: end_cell(hours(r.seconds)), Width(56), align=Align.END),
        Column("amount", tr("Budgets", "Amount"), amount, lambda r: end_cell(amount(r)),
               Width(84), align=Align.END, pad_end=16),
    )  # fmt: skip


def _where(row: ExcessRow) -> str:
    return ", ".join(part for part in (row.phase, row.grade) if part) or EN_DASH


def version_columns() -> tuple[Column[BudgetVersion], ...]:
    return (
        Column("number", tr("Budgets", "Version"), lambda v: str(v.number),
               lambda v: text_cell(str(v.number), style=Style.BODY_MEDIUM), Width(64), pad_start=16),
        Column("as_of", tr("Budgets", "From"), lambda v: day_full(v.as_of), lambda v: text_cell(day_full(v.as_of)),
               Width(130)),
        Column("reason", tr("Budgets", "Reason"), lambda v: v.reason,
               lambda v: text_cell(v.reason or tr("Budgets", "the first"), Tone.SECOND), Width(160, share=1),
               tip=lambda v: v.reason),
        Column("hours", tr("Budgets", "Hours"), lambda v: hours(v.seconds),
               lambda v: end_cell(hours(v.seconds)), Width(72), align=Align.END, pad_end=16),
    )  # fmt: skip


def rate_columns() -> tuple[Column[RatePart], ...]:
    def who(rate: RatePart) -> str:
        return rate.person or rate.grade

    def scope(rate: RatePart) -> str:
        return tr("Budgets", "this engagement only") if rate.here else tr("Budgets", "rate card")

    return (
        Column("grade", tr("Budgets", "Grade or person"), who, lambda r: text_cell(who(r), style=Style.BODY_MEDIUM),
               Width(130, share=1), pad_start=16),
        Column("from", tr("Budgets", "From"), lambda r: day_full(r.valid_from),
               lambda r: text_cell(day_full(r.valid_from)), Width(130)),
        Column("scope", tr("Budgets", "Holds for"), scope, lambda r: text_cell(scope(r), Tone.SECOND),
               Width(140, share=1)),
        Column("rate", tr("Budgets", "An hour"), lambda r: money_exact(r.charge_minor_per_h, r.currency),
               lambda r: end_cell(money_exact(r.charge_minor_per_h, r.currency)), Width(84),
               align=Align.END, pad_end=16),
    )  # fmt: skip


class Section(Card):
    """A card with a header, links, and a table as tall as its rows."""

    def __init__(self, title: str, columns: Sequence[Column[Any]], *, nothing: str, key: Callable[[Any], Any]) -> None:
        super().__init__(padding=0)
        self.column.setContentsMargins(1, 10, 1, 8)
        self.column.setSpacing(4)
        self.header = CardHeader(title)
        self.header.row.setContentsMargins(15, 0, 15, 0)
        self.model: RowTableModel[Any] = RowTableModel(columns, key=key, parent=self)
        self.table = RowTable(self.model, name=title, row_px=30, fit_rows=True)
        self._nothing = Label(nothing, tone=Tone.THIRD)
        inset = QHBoxLayout()
        inset.setContentsMargins(15, 4, 15, 6)
        inset.addWidget(self._nothing)
        self.column.addWidget(self.header)
        self.column.addWidget(self.table)
        self.column.addLayout(inset)

    def add_link(self, text: str, slot: Callable[[], None]) -> LinkButton:
        link = LinkButton(text)
        link.clicked.connect(slot)
        self.header.row.addWidget(link)
        return link

    def show_rows(self, rows: Sequence[Any]) -> None:
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
