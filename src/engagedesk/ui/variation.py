"""The fee-variation summary: hours beyond the budget by cause, what they are worth, and the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from engagedesk.domain.states import ExcessCause
from engagedesk.services.queries.budget_rows import BudgetPage, ExcessRow
from engagedesk.ui.budget_words import cause_words, extract_words
from engagedesk.ui.documents import Document, Heading, Paragraph, Table
from engagedesk.ui.format import EN_DASH, day_full, hours, money
from engagedesk.ui.words import tr

_WIDTHS: Final = (17, 18, 17, 24, 11, 13)
"""Of the evidence's columns, in percent: an amount never breaks."""


def variation(page: BudgetPage) -> Document:
    """Return the summary in the person's language."""
    row, newest = page.row, page.newest

    def amount(minor: int | None) -> str:
        return EN_DASH if minor is None else money(minor, row.currency)

    facts = (
        (tr("Variation", "Budget"), f"{amount(row.budget_minor)}, {hours(row.budget_s)} h"),
        (tr("Variation", "Version"), "" if newest is None else f"{newest.number}, {day_full(newest.as_of)}"),
        (tr("Variation", "Actual"), f"{amount(row.actual_minor)}, {hours(row.actual_s)} h"),
        (tr("Variation", "Estimate at completion"), f"{amount(row.eac_minor)}, {hours(row.eac_s)} h"),
        (tr("Variation", "Stands on"), f"{tr('Variation', 'own entries')}, {extract_words(page)}"),
    )
    causes = []
    for cause in ExcessCause:
        mine = [one for one in page.excess if one.cause is cause]
        if mine:
            causes.append((cause_words(cause), hours(sum(one.seconds for one in mine)), amount(_worth(mine))))
    evidence = tuple(
        (day_full(one.day), ", ".join(p for p in (one.phase, one.grade) if p), cause_words(one.cause), one.note,
         hours(one.seconds), amount(one.minor))
        for one in sorted(page.excess, key=lambda one: one.day)
    )  # fmt: skip
    total_s = sum(one.seconds for one in page.excess)
    total = (tr("Variation", "Total"), hours(total_s) if total_s else "0", amount(_worth(page.excess)))
    head = (tr("Variation", "Cause"), tr("Variation", "Hours"), tr("Variation", "Amount"))
    columns = (tr("Variation", "Day"), tr("Variation", "Phase and grade"), tr("Variation", "Cause"),
               tr("Variation", "Evidence"), tr("Variation", "Hours"), tr("Variation", "Amount"))  # fmt: skip
    about = " · ".join((row.label, *row.codes[:1], day_full(page.today)))
    return Document(
        tr("Variation", "Fee variation"),
        (
            Paragraph(about, quiet=True),
            Table((), facts),
            Heading(tr("Variation", "Hours beyond the budget, by cause")),
            Table(head, tuple(causes), frozenset({1, 2}), total=total),
            Heading(tr("Variation", "Evidence")),
            Table(columns, evidence, frozenset({4, 5}), widths=_WIDTHS),
            Paragraph(tr("Variation", "Amounts are hours at the charge rate of their day and grade."), quiet=True),
        ),
    )


def _worth(rows: Sequence[ExcessRow]) -> int | None:
    """Return what hours are worth together; None where that of one is not known."""
    known = [one.minor for one in rows if one.minor is not None]
    return sum(known) if len(known) == len(rows) else None


def variation_name(page: BudgetPage, today: date) -> str:
    """Return the file's name; it names the code, not the client."""
    code = page.row.codes[0] if page.row.codes else "engagement"
    return f"fee-variation-{code}-{today.isoformat()}.pdf"
