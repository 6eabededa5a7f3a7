"""How one engagement reads in the portfolio, column by column, and how the totals below it do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from engagedesk.domain.health import Health
from engagedesk.domain.states import EngagementState, FeeArrangement
from engagedesk.services.queries.budget_rows import BudgetRow
from engagedesk.services.queries.portfolio import PortfolioRow, PortfolioTotal
from engagedesk.services.queries.rows import EngagementRow
from engagedesk.ui import health_words, words
from engagedesk.ui.format import EN_DASH, day_short, hm, hours, isolate, money, money_short, percent
from engagedesk.ui.tables.cell import Align, Cell, chip, dot, end_cell, text_cell
from engagedesk.ui.tables.cell import words as text_part
from engagedesk.ui.tables.delegate import CellDelegate, PartPainter, padded
from engagedesk.ui.tables.geometry import Width, bar_fill, tick_at
from engagedesk.ui.tables.model import Column, RowTableModel
from engagedesk.ui.theme import Style, Tokens, Tone, draw_line, px

tr = words.tr

OPTIONAL: Final = ("state", "note", "progress", "fee", "week", "total", "team", "awaiting")
"""Columns that a person can add; the others are always there, as far as there is room."""
SCALE_PER_MILLE: Final = 1200
"""A bar of use ends at 120 % of the budget."""
NEARLY_USED_PER_MILLE: Final = 900
_BAR_PX: Final = 6


def in_sql(_row: object) -> int:
    """Mark a column as one that the store orders by."""
    return 0


def codes_words(codes: tuple[str, ...]) -> str:
    """Return codes shortly: ``410220-20, -40``, or ``630112-01 to -14`` from four on."""
    if not codes:
        return ""
    stem = codes[0].rpartition("-")[0]
    same = bool(stem) and all(code.rpartition("-")[0] == stem for code in codes)
    tails = ["-" + code.rpartition("-")[2] if same else code for code in codes[1:]]
    if len(codes) > 3:
        return tr("Engagements", "{first} to {last}").format(first=codes[0], last=tails[-1])
    return ", ".join((codes[0], *tails))


def fee_words(row: EngagementRow) -> str:
    """Return the fee: ``Fixed $410,000``."""
    word = words.fee_arrangement(row.fee)
    if row.fee_minor is not None and row.fee is not FeeArrangement.TIME_AND_MATERIALS:
        return f"{word} {money(row.fee_minor, row.currency)}"
    cap = row.fee_cap_minor
    if cap is not None:
        return tr("Engagements", "{fee}, cap {cap}").format(fee=word, cap=money(cap, row.currency))
    return word


def portfolio_columns(day_s: int) -> tuple[Column[PortfolioRow], ...]:
    """Return the columns; ``day_s`` is the firm's working day, in which slack is told."""
    health_text, health_cell = partial(_health_text, day_s=day_s), partial(_health_cell, day_s=day_s)
    slack_text, slack_cell = partial(_slack_text, day_s=day_s), partial(_slack_cell, day_s=day_s)
    return (
        Column("engagement", tr("Engagements", "Engagement"), lambda r: f"{r.engagement.client}, {r.engagement.title}",
               _engagement_cell, Width(232, share=2), sort_key=in_sql, pad_start=16),
        Column("health", tr("Engagements", "Health"), health_text, health_cell, Width(178, share=1), sort_key=in_sql,
               tip=partial(_health_tip, day_s=day_s)),
        Column("state", tr("Engagements", "State"), lambda r: words.engagement_state(r.engagement.state)[0],
               lambda r: Cell((chip(*words.engagement_state(r.engagement.state)),)), Width(84), sort_key=in_sql),
        Column("note", tr("Engagements", "What stands out"), lambda r: r.engagement.note,
               lambda r: text_cell(r.engagement.note, Tone.SECOND), Width(170, share=1),
               tip=lambda r: r.engagement.note),
        Column("phase", tr("Engagements", "Phase"), lambda r: r.engagement.phase, _phase_cell,
               Width(104, hide_below=1000), sort_key=in_sql, tip=_phase_tip),
        Column("progress", tr("Engagements", "Progress"), lambda r: health_words.progress_words(r.progress),
               _progress_cell, Width(92), sort_key=in_sql),
        Column("next", tr("Engagements", "Next milestone"), _next_text, _next_cell, Width(112), sort_key=in_sql,
               tip=_next_text),
        Column("slack", tr("Engagements", "Slack"), slack_text, slack_cell, Width(52, hide_below=860),
               sort_key=in_sql, align=Align.END),
        Column("used", tr("Engagements", "Used, hours"), _used_text, _used_cell, Width(166), sort_key=in_sql,
               pad_start=12),
        Column("fee", tr("Engagements", "Fee"), lambda r: fee_words(r.engagement),
               lambda r: text_cell(fee_words(r.engagement), Tone.SECOND), Width(140), sort_key=in_sql),
        Column("eac", tr("Engagements", "EAC"), _eac_text, _eac_cell, Width(88), sort_key=in_sql, align=Align.END),
        Column("variance", tr("Engagements", "Variance"), _variance_text, _variance_cell, Width(76), sort_key=in_sql,
               align=Align.END),
        Column("late", tr("Engagements", "Late"), lambda r: str(r.late_tasks or ""), _late_cell,
               Width(44, hide_below=900), sort_key=in_sql, align=Align.END),
        Column("gates", tr("Engagements", "Gates"), _gates_text, _gates_cell, Width(54, hide_below=940),
               sort_key=in_sql, align=Align.END, tip=_gates_text),
        Column("week", tr("Engagements", "This week"), lambda r: hm(r.engagement.own_week_s),
               lambda r: _hm_cell(r.engagement.own_week_s), Width(82), sort_key=in_sql, align=Align.END),
        Column("total", tr("Engagements", "My hours"), lambda r: hours(r.engagement.own_total_s),
               lambda r: _hours_cell(r.engagement.own_total_s), Width(82), sort_key=in_sql, align=Align.END),
        Column("team", tr("Engagements", "Team hours"), lambda r: hours(r.engagement.team_total_s),
               lambda r: _hours_cell(r.engagement.team_total_s), Width(92), sort_key=in_sql, align=Align.END),
        Column("awaiting", tr("Engagements", "No code"), _awaiting_text, _awaiting_cell, Width(76),
               sort_key=in_sql, align=Align.END),
        Column("contact", tr("Engagements", "Contact"), _contact_text, _contact_cell, Width(76, hide_below=1060),
               sort_key=in_sql, align=Align.END, pad_end=16, tip=_contact_tip),
    )  # fmt: skip


def total_columns(columns: tuple[Column[PortfolioRow], ...]) -> tuple[Column[PortfolioTotal], ...]:
    """Return the columns of the totals, one for each of the portfolio's, with its place and its width."""
    nothing = Cell(())
    shown: dict[str, tuple[Any, Any]] = {
        "engagement": (_total_name, lambda t: text_cell(_total_name(t), style=Style.BODY_STRONG)),
        "health": (_total_budget, lambda t: text_cell(_total_budget(t), Tone.SECOND)),
        "used": (_total_used, _total_used_cell),
        "eac": (lambda t: _money_or_dash(t.eac_minor, t.currency), _total_eac_cell),
        "variance": (lambda t: _variance_words(t.variance_minor, t.currency), _total_variance_cell),
    }
    made = []
    for column in columns:
        text, cell = shown.get(column.key, (lambda _t: "", lambda _t: nothing))
        made.append(
            Column(
                column.key, column.header, text, cell, column.width,
                align=column.align, pad_start=column.pad_start, pad_end=column.pad_end,
            )
        )  # fmt: skip
    return tuple(made)


def totals_words(totals: Sequence[PortfolioTotal]) -> str:
    """Return all totals in one line: what is estimated at completion, with its variance, in each currency."""
    amounts = []
    for one in totals:
        if one.eac_minor is None:
            return tr("Engagements", "Total: {hours} of {budget} h used").format(
                hours=hours(sum(t.actual_s for t in totals)), budget=hours(sum(t.budget_s for t in totals))
            )
        amount = money(one.eac_minor, one.currency)
        if one.variance_minor is not None:
            variance = _variance_words(one.variance_minor, one.currency)
            amount = tr("Engagements", "{amount} ({variance})").format(amount=amount, variance=variance)
        amounts.append(isolate(amount))
    return tr("Engagements", "Total EAC (variance): {amounts}").format(amounts=" · ".join(amounts))


class PortfolioDelegate(CellDelegate):
    """Paints the bar of use below its figures."""

    def paint_cell(self, paint: PartPainter, model: RowTableModel[Any], place: tuple[int, int], *, box: QRectF) -> None:
        super().paint_cell(paint, model, place, box=box)
        column = model.columns[place[1]]
        if column.key != "used":
            return
        row = model.rows[place[0]]
        inner = padded(box, column, mirrored=paint.mirrored)
        if isinstance(row, PortfolioTotal):
            _draw_of(paint, inner, row.actual_s, row.budget_s)
        elif row.budget is not None and row.budget.hours_per_mille is not None:
            line = px(18)
            top = QRectF(inner.x(), box.center().y() - line, inner.width(), line)
            _draw_of(paint, top, row.budget.actual_s, row.budget.budget_s)
            high = px(_BAR_PX)
            draw_use(paint, QRectF(inner.x(), box.center().y() + px(7), inner.width(), high), row.budget)


def _draw_of(paint: PartPainter, box: QRectF, actual_s: int, budget_s: int) -> None:
    """Draw the hours that the share is of, at the bar's end."""
    text = tr("Engagements", "{hours} of {budget}").format(hours=hours(actual_s), budget=hours(budget_s))
    paint.painter.setPen(QColor(paint.tokens.third))
    draw_line(paint.painter, Style.CAPTION, box, text, at_end=True)


def draw_use(paint: PartPainter, box: QRectF, budget: BudgetRow) -> None:
    """Draw how much of a budget is used, where 100 % is, and where the plan says that use should be."""
    painter, tokens, radius = paint.painter, paint.tokens, box.height() / 2
    used = budget.hours_per_mille or 0
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.border))
    painter.drawRoundedRect(box, radius, radius)
    filled = bar_fill(used, SCALE_PER_MILLE, box.width())
    if filled:
        x = box.right() - filled if paint.mirrored else box.x()
        painter.setBrush(QColor(_use_colour(used, tokens)))
        painter.drawRoundedRect(QRectF(x, box.y(), filled, box.height()), radius, radius)
    _mark(paint, box, 1000, QRectF(-0.5, 0, 1, box.height()), colour=tokens.surface)
    if budget.plan_per_mille is not None:
        plan = min(budget.plan_per_mille, SCALE_PER_MILLE)
        _mark(paint, box, plan, QRectF(-3, -4, 6, box.height() + 8), colour=tokens.surface)
        _mark(paint, box, plan, QRectF(-1, -4, 2, box.height() + 8), colour=tokens.text)


def _mark(paint: PartPainter, box: QRectF, per_mille: int, shape: QRectF, *, colour: str) -> None:
    at = tick_at(per_mille, SCALE_PER_MILLE, box.width())
    if at is not None:
        x = box.right() - at if paint.mirrored else box.x() + at
        paint.painter.fillRect(shape.translated(x, box.y()), QColor(colour))


def _use_colour(used_per_mille: int, tokens: Tokens) -> str:
    if used_per_mille > 1000:
        return tokens.danger
    return tokens.warn if used_per_mille >= NEARLY_USED_PER_MILLE else tokens.second


def _use_tone(used_per_mille: int) -> Tone:
    if used_per_mille > 1000:
        return Tone.DANGER
    return Tone.WARN if used_per_mille >= NEARLY_USED_PER_MILLE else Tone.TEXT


def _engagement_cell(row: PortfolioRow) -> Cell:
    one = row.engagement
    codes = codes_words(one.codes)
    below = [text_part(" · ".join(p for p in (one.title, codes) if p), tone=Tone.THIRD, style=Style.CAPTION)]
    if one.closed_codes:
        below.append(text_part(tr("Engagements", "closed"), tone=Tone.WARN, style=Style.CAPTION_STRONG))
    return Cell((dot(one.colour), text_part(one.client, style=Style.BODY_STRONG)), tuple(below), below_indent=16)


def _health_text(row: PortfolioRow, *, day_s: int) -> str:
    if row.engagement.state in (EngagementState.CLOSED, EngagementState.ARCHIVED):
        return words.engagement_state(row.engagement.state)[0]
    word = health_words.health(row.health.health)[0]
    why = health_words.causes(row.health, day_s=day_s)
    return f"{word}: {why}" if why else word


def _health_cell(row: PortfolioRow, *, day_s: int) -> Cell:
    state = row.engagement.state
    if state in (EngagementState.CLOSED, EngagementState.ARCHIVED):
        return Cell((chip(*words.engagement_state(state)),))
    parts = [chip(*health_words.health(row.health.health))]
    if state is not EngagementState.ACTIVE:
        parts.append(text_part(words.engagement_state(state)[0], tone=Tone.THIRD, style=Style.CAPTION))
    first = row.health.causes[0] if row.health.causes else None
    why = health_words.cause(first, day_s=day_s) if first else row.engagement.note
    below = (text_part(why, tone=Tone.SECOND, style=Style.CAPTION),) if why else ()
    return Cell(tuple(parts), below)


def _health_tip(row: PortfolioRow, *, day_s: int) -> str:
    return "\n".join(part for part in (health_words.causes(row.health, day_s=day_s), row.engagement.note) if part)


def _phase_cell(row: PortfolioRow) -> Cell:
    first = (text_part(row.engagement.phase, tone=Tone.SECOND),)
    if row.progress.shown is None:
        return Cell(first)
    tone = Tone.WARN if row.progress.disagree else Tone.THIRD
    done = tr("Health", "{percent} % done").format(percent=row.progress.shown)
    return Cell(first, (text_part(done, tone=tone, style=Style.CAPTION),))


def _phase_tip(row: PortfolioRow) -> str:
    if row.progress.shown is None:
        return row.engagement.phase
    return f"{row.engagement.phase}: {health_words.progress_words(row.progress)}"


def _progress_cell(row: PortfolioRow) -> Cell:
    found = row.progress
    if found.shown is None:
        return text_cell(EN_DASH, Tone.THIRD)
    first = (text_part(tr("Health", "{percent} % done").format(percent=found.shown)),)
    if not found.disagree:
        return Cell(first)
    by_hours = tr("Health", "{hours} % by hours").format(hours=found.by_hours)
    return Cell(first, (text_part(by_hours, tone=Tone.WARN, style=Style.CAPTION),))


def _next_text(row: PortfolioRow) -> str:
    return f"{day_short(row.next_date)} {row.next_what}".rstrip() if row.next_date else ""


def _next_cell(row: PortfolioRow) -> Cell:
    if row.next_date is None:
        return _dash(Align.START)
    when = text_part(day_short(row.next_date), style=Style.BODY_MEDIUM)
    if not row.next_what:
        return Cell((when,))
    return Cell((when,), (text_part(row.next_what, tone=Tone.THIRD, style=Style.CAPTION),))


def _slack_text(row: PortfolioRow, *, day_s: int) -> str:
    return "" if row.slack_s is None else health_words.days(row.slack_s, day_s=day_s)


def _slack_cell(row: PortfolioRow, *, day_s: int) -> Cell:
    if row.slack_s is None:
        return _dash()
    late = row.slack_s < 0
    style = Style.BODY_STRONG if late else Style.BODY
    text = health_words.days(row.slack_s, day_s=day_s)
    return end_cell(text, Tone.DANGER if late else Tone.TEXT, style=style)


def _used_text(row: PortfolioRow) -> str:
    if row.budget is None:
        return ""
    return tr("Engagements", "{percent}, {hours} of {budget} h").format(
        percent=percent(row.budget.actual_s, row.budget.budget_s),
        hours=hours(row.budget.actual_s),
        budget=hours(row.budget.budget_s),
    )


def _used_cell(row: PortfolioRow) -> Cell:
    if row.budget is None or row.budget.hours_per_mille is None:
        return _dash(Align.START)
    used = row.budget.hours_per_mille
    tone = _use_tone(used)
    style = Style.BODY_MEDIUM if tone is Tone.TEXT else Style.BODY_STRONG
    share = text_part(percent(row.budget.actual_s, row.budget.budget_s), tone=tone, style=style)
    # The second line is the bar's: the delegate paints it.
    return Cell((share,), (text_part(" "),))


def _eac_text(row: PortfolioRow) -> str:
    if row.budget is None:
        return ""
    if row.budget.eac_minor is None:
        return tr("Engagements", "{hours} h").format(hours=hours(row.budget.eac_s))
    return money_short(row.budget.eac_minor, row.budget.currency)


def _eac_cell(row: PortfolioRow) -> Cell:
    text = _eac_text(row)
    return end_cell(text) if text else _dash()


def _variance_text(row: PortfolioRow) -> str:
    if row.budget is None:
        return ""
    if row.budget.variance_minor is not None:
        return _variance_words(row.budget.variance_minor, row.budget.currency)
    if row.budget.variance_s is None:
        return ""
    sign = "+" if row.budget.variance_s > 0 else "−" if row.budget.variance_s < 0 else ""
    return tr("Engagements", "{hours} h").format(hours=f"{sign}{hours(abs(row.budget.variance_s))}")


def _is_over(row: PortfolioRow) -> bool:
    budget = row.budget
    if budget is None:
        return False
    return ((budget.variance_s or 0) if budget.variance_minor is None else budget.variance_minor) < 0


def _variance_cell(row: PortfolioRow) -> Cell:
    text = _variance_text(row)
    if not text:
        return _dash()
    # More than five per cent over is said as loudly as the word that it gives.
    over = (row.variance_per_mille or 0) < -50 or (row.health.health is Health.OFF_TRACK and _is_over(row))
    tone, style = (Tone.DANGER, Style.BODY_STRONG) if over else (Tone.TEXT, Style.BODY)
    return end_cell(text, tone, style=style)


def _late_cell(row: PortfolioRow) -> Cell:
    if not row.late_tasks:
        return _dash()
    tone = Tone.DANGER if row.late_tasks > 2 else Tone.TEXT
    style = Style.BODY_STRONG if row.late_tasks > 2 else Style.BODY
    return end_cell(str(row.late_tasks), tone, style=style)


def _gates_text(row: PortfolioRow) -> str:
    if not row.engagement.open_gates:
        return ""
    return tr("Engagements", "Open: {gates}").format(
        gates=", ".join(words.gate(gate) for gate in row.engagement.open_gates)
    )


def _gates_cell(row: PortfolioRow) -> Cell:
    count = len(row.engagement.open_gates)
    return end_cell(str(count), Tone.WARN, style=Style.BODY_STRONG) if count else _dash()


def _hm_cell(seconds: int) -> Cell:
    text = hm(seconds) if seconds else EN_DASH
    return end_cell(text, Tone.TEXT if seconds else Tone.THIRD, style=Style.BODY_MEDIUM)


def _hours_cell(seconds: int) -> Cell:
    return end_cell(hours(seconds), Tone.SECOND) if seconds else _dash()


def _awaiting_text(row: PortfolioRow) -> str:
    return hm(row.engagement.awaiting_code_s) if row.engagement.awaiting_code_s else ""


def _awaiting_cell(row: PortfolioRow) -> Cell:
    text = _awaiting_text(row)
    return end_cell(text, Tone.WARN, style=Style.BODY_STRONG) if text else _dash()


def _contact_text(row: PortfolioRow) -> str:
    return day_short(row.last_contact) if row.last_contact else ""


def _contact_cell(row: PortfolioRow) -> Cell:
    if row.last_contact is None:
        return _dash()
    tone, style = (Tone.WARN, Style.BODY_STRONG) if row.contact_old else (Tone.SECOND, Style.BODY)
    return end_cell(_contact_text(row), tone, style=style)


def _contact_tip(row: PortfolioRow) -> str:
    if row.last_contact is None:
        return tr("Engagements", "No contact was noted")
    return tr("Engagements", "Last contact with the client: {day}").format(day=day_short(row.last_contact))


def _dash(align: Align = Align.END) -> Cell:
    return text_cell(EN_DASH, Tone.THIRD) if align is Align.START else end_cell(EN_DASH, Tone.THIRD)


def _money_or_dash(minor: int | None, currency: str) -> str:
    return EN_DASH if minor is None else money_short(minor, currency)


def _variance_words(minor: int | None, currency: str) -> str:
    return EN_DASH if minor is None else money_short(minor, currency, signed=True)


def _total_name(total: PortfolioTotal) -> str:
    return tr("Engagements", "Total {currency}").format(currency=total.currency)


def _total_budget(total: PortfolioTotal) -> str:
    if total.budget_minor is None:
        return words.counted(
            total.engagements, tr("Engagements", "{n} engagement"), tr("Engagements", "{n} engagements")
        )
    return tr("Engagements", "{n}, budget {amount}").format(
        n=total.engagements, amount=money_short(total.budget_minor, total.currency)
    )


def _total_used(total: PortfolioTotal) -> str:
    return tr("Engagements", "{percent}, {hours} of {budget} h").format(
        percent=percent(total.actual_s, total.budget_s), hours=hours(total.actual_s), budget=hours(total.budget_s)
    )


def _total_used_cell(total: PortfolioTotal) -> Cell:
    share = percent(total.actual_s, total.budget_s)
    over = total.actual_s > total.budget_s
    return text_cell(share, Tone.DANGER if over else Tone.TEXT, style=Style.BODY_STRONG)


def _total_eac_cell(total: PortfolioTotal) -> Cell:
    text = _money_or_dash(total.eac_minor, total.currency)
    return end_cell(text, style=Style.BODY_STRONG)


def _total_variance_cell(total: PortfolioTotal) -> Cell:
    text = _variance_words(total.variance_minor, total.currency)
    tone = Tone.DANGER if (total.variance_minor or 0) < 0 else Tone.TEXT
    return end_cell(text, tone, style=Style.BODY_STRONG)
