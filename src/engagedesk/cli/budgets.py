"""``budget list`` and ``budget show``."""

from __future__ import annotations

from datetime import date
from typing import Any

from engagedesk.cli.call import Call, Reply
from engagedesk.cli.engagements import meant
from engagedesk.cli.layout import Column, counted, hm, stamp, table
from engagedesk.domain.budget import BudgetCell, total
from engagedesk.domain.ids import format_id
from engagedesk.domain.money import decimal_text, divide_half_even
from engagedesk.errors import UserError
from engagedesk.services.queries.budget_rows import Basis, BudgetFilter, BudgetList, BudgetPage, BudgetRow
from engagedesk.services.queries.budgets import budget_list, budget_page
from engagedesk.services.queries.engagements import engagements
from engagedesk.services.workspace import Workspace

_LIST = (
    Column("ENGAGEMENT", gives_way=True),
    Column("BUDGET", right=True),
    Column("USED", right=True),
    Column("ACTUAL", right=True),
    Column("ETC", right=True),
    Column("EAC", right=True),
    Column("VARIANCE", right=True),
    Column("EXHAUSTED"),
)


def list_(call: Call) -> Reply:
    place = call.place()
    found = call.door.do(lambda workspace: workspace.read(budget_list, BudgetFilter(), today=place.today))
    rows = [row for row in found.rows if row.budget_id is not None]
    if not rows:
        return Reply([], "No budgets yet. Set one in the window, on the Budgets page.\n")
    text = table(_LIST, [_cells(row) for row in rows], width=call.width)
    without = len(found.rows) - len(rows)
    text += f"{counted(len(rows), 'budget')}{f', {without} without one' if without else ''}. {_as_of(found)}\n"
    return Reply([_document(row, found.extract_date) for row in rows], text)


def _document(row: BudgetRow, extract_date: date | None) -> dict[str, Any]:
    return {
        "engagement": row.label,
        "currency": row.currency,
        "budget_minor": row.budget_minor,
        "actual_minor": row.actual_minor,
        "etc_minor": row.etc_minor,
        "eac_minor": row.eac_minor,
        "variance_minor": row.variance_minor,
        "used_percent": _used(row),
        "exhausted_on": _day(row.exhausted_on),
        "extract_date": _day(extract_date),
    }


def _used(row: BudgetRow) -> float | None:
    """Return use in percent with one decimal; None = no budget, or one of nothing."""
    return None if row.used_per_mille is None else row.used_per_mille / 10


def _cells(row: BudgetRow) -> tuple[str, ...]:
    money = row.basis is Basis.MONEY
    used = "" if row.used_per_mille is None else f"{divide_half_even(row.used_per_mille, 10)} %"
    figures = (
        (row.budget_minor, row.budget_s),
        (row.actual_minor, row.actual_s),
        (row.etc_minor, row.etc_s),
        (row.eac_minor, row.eac_s),
        (row.variance_minor, row.variance_s or 0),
    )
    shown = [_amount(minor, row.currency) if money and minor is not None else hm(seconds) for minor, seconds in figures]
    return (row.label, shown[0], used, *shown[1:], str(row.exhausted_on or "lasts"))


def _amount(minor: int, currency: str) -> str:
    return f"{decimal_text(minor, currency)} {currency}"


def _as_of(found: BudgetList | BudgetPage) -> str:
    if found.extract_date is None:
        return "Own entries only: no team extract was imported."
    return f"Own entries and the team extract of {found.extract_date}{' (stale)' if found.stale else ''}."


def show(call: Call) -> Reply:
    place = call.place()
    wanted = " ".join(call.options.code)

    def work(workspace: Workspace) -> BudgetPage:
        every = workspace.read(engagements, today=place.today, states=None)
        page = workspace.read(budget_page, meant(workspace, wanted, every), today=place.today)
        if page is None:
            raise UserError("engagement.unknown", text=wanted[:60])
        if page.newest is None:
            raise UserError("budget.none", text=wanted[:60])
        return page

    page = call.door.do(work)
    return Reply(_page_document(page), _page_text(page, width=call.width))


def _page_document(page: BudgetPage) -> dict[str, Any]:
    row, split, recovered = page.row, page.split, page.recovery
    names = {phase.id: phase.name for phase in page.phases}
    shown = row.eac_minor is not None
    return {
        **_document(row, page.extract_date),
        "id": format_id(row.id),
        "basis": row.basis.value,
        "health": "no_budget" if row.health is None else row.health.health.value,
        "stale": page.stale,
        "budget_s": row.budget_s,
        "actual_s": row.actual_s,
        "etc_s": row.etc_s,
        "eac_s": row.eac_s,
        "variance_s": row.variance_s,
        "etc_source": row.etc_source.value,
        "plan_percent": None if row.plan_per_mille is None else row.plan_per_mille / 10,
        "exhausted_by_bookings": _day(page.exhausted_by_bookings),
        "variance_split": None
        if split is None
        else {
            "hours_minor": split.hours_minor,
            "rate_minor": split.rate_minor,
            "mix_minor": split.mix_minor,
            "fx_minor": split.fx_minor,
        },
        "recovery_percent": None if recovered is None or recovered.per_mille is None else recovered.per_mille / 10,
        "versions": [
            {
                "number": version.number,
                "reason": version.reason,
                "as_of": _day(version.as_of),
                "seconds": version.seconds,
                "minor": version.minor,
            }
            for version in page.versions
        ],
        "cells": [_cell_document(cell, names, shown=shown) for cell in page.cells],
        "alerts": [
            {
                "kind": alert.kind.value,
                "percent": alert.percent,
                "crossed_on": _day(alert.crossed_on),
                "acknowledged": None if alert.acknowledged_utc is None else stamp(alert.acknowledged_utc),
                "note": alert.note,
            }
            for alert in page.alerts
        ],
        "excess": [
            {
                "day": _day(one.day),
                "phase": one.phase,
                "grade": one.grade,
                "seconds": one.seconds,
                "minor": one.minor,
                "cause": one.cause.value,
                "note": one.note,
            }
            for one in page.excess
        ],
    }


def _cell_document(cell: BudgetCell, names: dict[bytes | None, str], *, shown: bool) -> dict[str, Any]:
    return {
        "phase": names.get(cell.key.phase, ""),
        "grade": cell.key.grade,
        "budget_s": cell.budget.seconds,
        "actual_s": cell.actual.seconds,
        "etc_s": cell.etc.seconds,
        "etc_source": cell.etc.source.value,
        "eac_s": cell.eac_s,
        "variance_s": cell.variance_s,
        "budget_minor": cell.budget.minor if shown else None,
        "actual_minor": cell.actual.minor if shown else None,
        "etc_minor": cell.etc.minor if shown else None,
        "eac_minor": cell.eac_minor if shown else None,
        "variance_minor": cell.variance_minor if shown else None,
    }


def _page_text(page: BudgetPage, *, width: int | None) -> str:
    row = page.row
    money = row.budget_minor is not None and row.eac_minor is not None

    def figure(minor: int | None, seconds: int) -> str:
        return f"{_amount(minor, row.currency)}, {hm(seconds)} h" if money and minor is not None else f"{hm(seconds)} h"

    newest = page.newest
    version = "" if newest is None else f"version {newest.number}{f': {newest.reason}' if newest.reason else ''}"
    used = "" if row.used_per_mille is None else f"{row.used_per_mille / 10:.1f} %"
    plan = "" if row.plan_per_mille is None else f"; the plan says {row.plan_per_mille / 10:.1f} %"
    facts = [
        ("Budget", f"{figure(row.budget_minor, row.budget_s)} ({version})"),
        ("Actual", figure(row.actual_minor, row.actual_s)),
        ("ETC", f"{figure(row.etc_minor, row.etc_s)} ({row.etc_source.value})"),
        ("EAC", figure(row.eac_minor, row.eac_s)),
        ("Variance", figure(row.variance_minor, row.variance_s or 0)),
        ("Used", f"{used}{plan}"),
        ("Exhausted", str(row.exhausted_on or "lasts")),
    ]
    if page.exhausted_by_bookings is not None:
        facts.append(("By bookings", str(page.exhausted_by_bookings)))
    if page.split is not None:
        parts = (
            ("hours", page.split.hours_minor),
            ("rate", page.split.rate_minor),
            ("mix", page.split.mix_minor),
            ("FX", page.split.fx_minor),
        )
        facts.append(("Split", ", ".join(f"{name} {decimal_text(minor, row.currency)}" for name, minor in parts)))
    if page.recovery is not None and page.recovery.per_mille is not None:
        facts.append(("Recovery", f"{page.recovery.per_mille / 10:.1f} % of fees at standard rates"))
    blocks = [f"{row.label}\n" + "".join(f"  {name:<12}{value}\n" for name, value in facts)]
    columns = [Column("PHASE", gives_way=True)]
    columns += [Column(grade.upper() or "NO GRADE", right=True) for grade in page.grades]
    columns += [Column(name, right=True) for name in ("ALL", "ETC", "EAC", "VARIANCE")]
    lines = []
    for phase in page.phases:
        of_phase = [cell for cell in page.cells if cell.key.phase == phase.id]
        if of_phase:
            lines.append(_phase_line(phase.name or "Without phase", of_phase, page.grades))
    lines.append(_phase_line("Total", list(page.cells), page.grades))
    blocks.append(table(columns, lines, width=width))
    if page.alerts:
        alerts = [
            (
                str(alert.crossed_on),
                f"{alert.percent} % used" if alert.kind.value == "used" else f"EAC {alert.percent} % over",
                alert.note or "not acknowledged",
            )
            for alert in page.alerts
        ]
        blocks.append(table((Column("ALERT"), Column("WHAT"), Column("NOTE", gives_way=True)), alerts, width=width))
    if page.excess:
        excess = [(str(e.day), hm(e.seconds), e.cause.value.replace("_", " "), e.note) for e in page.excess]
        names = (Column("EXCESS"), Column("H:MM", right=True), Column("CAUSE"), Column("NOTE", gives_way=True))
        blocks.append(table(names, excess, width=width))
    return "\n".join([*blocks, f"{_as_of(page)}\n"])


def _phase_line(name: str, cells: list[BudgetCell], grades: tuple[str, ...]) -> tuple[str, ...]:
    shown = [name]
    for grade in grades:
        one = total(cell for cell in cells if cell.key.grade == grade)
        blank = not one.budget.seconds and not one.actual.seconds
        shown.append("-" if blank else f"{hm(one.actual.seconds)}/{hm(one.budget.seconds)}")
    whole = total(cells)
    used = f"{hm(whole.actual.seconds)}/{hm(whole.budget.seconds)}"
    return (*shown, used, hm(whole.etc.seconds), hm(whole.eac_s), hm(whole.variance_s))


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
