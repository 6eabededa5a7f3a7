"""The fee-variation summary: hours beyond the budget by cause, what they are worth, and the evidence, as PDF."""

from __future__ import annotations

from datetime import date
from html import escape
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from engagedesk.domain.states import ExcessCause
from engagedesk.errors import UserError
from engagedesk.services.queries.budget_rows import BudgetPage
from engagedesk.ui.budget_words import cause_words, extract_words
from engagedesk.ui.format import EN_DASH, day_full, hours, money
from engagedesk.ui.theme import LIGHT
from engagedesk.ui.words import tr

_DPI = 300
BODY_PT = 10.0

_WIDTHS: Final = (17, 18, 17, 24, 11, 13)
"""Of the evidence's columns, in percent: an amount never breaks."""


def variation_html(page: BudgetPage) -> str:
    """Return the summary as HTML, in the person's language."""
    row = page.row
    cur = row.currency

    def amount(minor: int | None) -> str:
        return EN_DASH if minor is None else money(minor, cur)

    def line(cells: tuple[str, ...], *, tag: str = "td", widths: tuple[int, ...] = ()) -> str:
        last = len(cells) - 1
        made = "".join(
            f'<{tag} align="{"right" if n >= last - 1 else "left"}"'
            + (f' width="{widths[n]}%"' if widths else "")
            + f">{escape(text)}</{tag}>"
            for n, text in enumerate(cells)
        )
        return f"<tr>{made}</tr>"

    causes = []
    for cause in ExcessCause:
        mine = [one for one in page.excess if one.cause is cause]
        if mine:
            known = [one.minor for one in mine if one.minor is not None]
            worth = sum(known) if len(known) == len(mine) else None
            causes.append(line((cause_words(cause), hours(sum(one.seconds for one in mine)), amount(worth))))
    all_known = [one.minor for one in page.excess if one.minor is not None]
    whole = sum(all_known) if len(all_known) == len(page.excess) else None
    total_s = sum(one.seconds for one in page.excess)
    evidence = [
        line((day_full(one.day), ", ".join(p for p in (one.phase, one.grade) if p), cause_words(one.cause), one.note,
              hours(one.seconds), amount(one.minor)))
        for one in sorted(page.excess, key=lambda one: one.day)
    ]  # fmt: skip
    newest = page.newest
    facts = [
        (tr("Variation", "Budget"), f"{amount(row.budget_minor)}, {hours(row.budget_s)} h"),
        (tr("Variation", "Version"), "" if newest is None else f"{newest.number}, {day_full(newest.as_of)}"),
        (tr("Variation", "Actual"), f"{amount(row.actual_minor)}, {hours(row.actual_s)} h"),
        (tr("Variation", "Estimate at completion"), f"{amount(row.eac_minor)}, {hours(row.eac_s)} h"),
        (tr("Variation", "Stands on"), f"{tr('Variation', 'own entries')}, {extract_words(page)}"),
    ]
    told = "".join(f"<tr><td>{escape(n)}</td><td>{escape(v)}</td></tr>" for n, v in facts)
    head = (tr("Variation", "Cause"), tr("Variation", "Hours"), tr("Variation", "Amount"))
    columns = (tr("Variation", "Day"), tr("Variation", "Phase and grade"), tr("Variation", "Cause"),
               tr("Variation", "Evidence"), tr("Variation", "Hours"), tr("Variation", "Amount"))  # fmt: skip
    totals = line((tr("Variation", "Total"), hours(total_s) if total_s else "0", amount(whole)), tag="th")
    section = f"font-size:12pt; font-weight:600; margin-top:18px; color:{LIGHT.text}"
    table = 'width="100%" cellpadding="4" cellspacing="0"'
    return f"""<html><head><style>
body {{ color: {LIGHT.text}; }}
p {{ color: {LIGHT.second}; }}
th {{ color: {LIGHT.second}; font-weight: 600; }}
</style></head><body dir="{_direction()}">
<p style="font-size:18pt; font-weight:600; color:{LIGHT.text}">{escape(tr("Variation", "Fee variation"))}</p>
<p>{escape(row.label)}{f" · {escape(row.codes[0])}" if row.codes else ""} · {escape(day_full(page.today))}</p>
<table cellpadding="3" cellspacing="0">{told}</table>
<p style="{section}">{escape(tr("Variation", "Hours beyond the budget, by cause"))}</p>
<table {table}>{line(head, tag="th")}{"".join(causes)}{totals}</table>
<p style="{section}">{escape(tr("Variation", "Evidence"))}</p>
<table {table}>{line(columns, tag="th", widths=_WIDTHS)}{"".join(evidence)}</table>
<p>{escape(tr("Variation", "Amounts are hours at the charge rate of their day and grade."))}</p>
</body></html>"""


def write_variation(path: Path, page: BudgetPage) -> None:
    """Write the summary as PDF, A4. On the GUI thread; ``UserError`` ``file.not_written``."""
    document = QTextDocument()
    # In points: a font in pixels would be one of the printer's, a tenth of a millimetre each.
    body = QFont(QGuiApplication.font().families())
    body.setPointSizeF(BODY_PT)
    document.setDefaultFont(body)
    document.setHtml(variation_html(page))
    writer = QPdfWriter(str(path))
    writer.setResolution(_DPI)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(16, 16, 16, 16),
                    QPageLayout.Unit.Millimeter)
    )  # fmt: skip
    writer.setTitle(tr("Variation", "Fee variation"))
    before = path.stat().st_mtime_ns if path.exists() else None
    document.print_(writer)
    del writer
    if not path.exists() or path.stat().st_size == 0 or path.stat().st_mtime_ns == before:
        raise UserError("file.not_written", file=path.name, why="")


def variation_name(page: BudgetPage, today: date) -> str:
    """Return the file's name; it names the code, not the client."""
    code = page.row.codes[0] if page.row.codes else "engagement"
    return f"fee-variation-{code}-{today.isoformat()}.pdf"


def _direction() -> str:
    return "rtl" if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft else "ltr"
