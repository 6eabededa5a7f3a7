"""``week show``, ``week submit``, ``week recall``, ``week sheet``."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from engagedesk import wording
from engagedesk.cli.call import Call, Place, Reply
from engagedesk.cli.files import writing
from engagedesk.cli.layout import Column, counted, hm, table
from engagedesk.domain.days import Week
from engagedesk.domain.ids import format_id
from engagedesk.domain.week_check import Finding
from engagedesk.errors import UserError
from engagedesk.services.commands.weeks import RecallWeek, SubmitWeek
from engagedesk.services.queries.weeks import WeekSheet, WeekView, week_named, week_sheet, week_view
from engagedesk.services.workspace import Workspace


def named_week(workspace: Workspace, call: Call, place: Place) -> Week:
    named = call.options.week
    if named is not None:
        return workspace.read(week_named, named)
    this = Week.of(place.today).label
    guess = workspace.read(week_named, this)
    # The firm's week may end on another day than Sunday.
    return Week.of(place.today, week_end=guess.week_end)


def show(call: Call) -> Reply:
    place = call.place()
    view = call.door.do(
        lambda workspace: workspace.read(
            week_view, named_week(workspace, call, place), zone=call.zone, now_utc=call.now_utc
        )
    )
    document = {
        "week": view.week.label,
        "state": view.state.value,
        "days": [
            {"date": d.day.isoformat(), "seconds": d.seconds, "standard_seconds": d.standard_seconds} for d in view.days
        ],
        "rows": [
            {
                "engagement": row.engagement or None,
                "code": row.code,
                "activity": row.activity,
                "seconds": list(row.seconds),
            }
            for row in view.grid.rows
        ],
        "checks": [_check(finding) for finding in view.checks],
    }
    return Reply(document, _shown(view, width=call.width))


def _check(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind.value,
        "date": finding.day.isoformat(),
        "entry": None if finding.entry is None else format_id(finding.entry),
        "text": _words(finding.code, finding.params),
    }


def _words(code: str, params: Mapping[str, object]) -> str:
    said = wording.describe(UserError(code, **params))
    return f"{said.title}: {said.detail}" if said.detail else said.title


def _shown(view: WeekView, *, width: int | None) -> str:
    columns = (
        Column("ENGAGEMENT", gives_way=True),
        Column("CODE"),
        Column("ACTIVITY", gives_way=True),
        *(Column(f"{day.day:%a %d}".upper(), right=True) for day in view.days),
        Column("TOTAL", right=True),
    )
    cells = [
        (
            row.engagement or "unassigned",
            row.code or "no code",
            row.activity,
            *(hm(s) if s else "" for s in row.seconds),
            hm(row.total_s),
        )
        for row in view.grid.rows
    ]
    totals = [hm(day.seconds) for day in view.days]
    standard = [hm(day.standard_seconds) for day in view.days]
    in_all = sum(day.standard_seconds for day in view.days)
    cells.append(("Total", "", "", *totals, hm(view.grid.total_s)))
    cells.append(("Standard", "", "", *standard, hm(in_all)))
    days = f"{view.week.first.isoformat()} to {view.week.last.isoformat()}"
    text = f"{view.week.label}, {days}, {view.state.value.replace('_', ' ')}\n\n" + table(columns, cells, width=width)
    if not view.checks:
        return f"{text}\nNothing to check.\n"
    lines = "".join(
        f"  {f.day:%a} {f.day.isoformat()}  {_words(f.code, f.params)}{' (blocks)' if f.blocks else ''}\n"
        for f in view.checks
    )
    return f"{text}\n{counted(len(view.checks), 'thing')} to check:\n{lines}"


def submit(call: Call) -> Reply:
    place = call.place()

    def work(workspace: Workspace) -> Reply:
        week = named_week(workspace, call, place)
        done = workspace.execute(SubmitWeek(week, call.zone, call.now_utc)).result
        held = [{"entry": format_id(one.entry), "reason": one.lack.value} for one in done.held_back]
        text = f"{week.label}: {counted(len(done.submitted), 'entry', 'entries')} submitted, {hm(done.seconds)}.\n"
        if held:
            text += f"{counted(len(held), 'entry', 'entries')} held back as {'a draft' if len(held) == 1 else 'drafts'}"
            reasons = sorted({one.lack.value.replace("_", " ") for one in done.held_back})
            text += f": {', '.join(reasons)}.\n"
        submitted = [format_id(one) for one in done.submitted]
        document = {"week": week.label, "submitted": submitted, "seconds": done.seconds, "held_back": held}
        return Reply(document, text)

    return call.door.do(work)


def recall(call: Call) -> Reply:
    place = call.place()

    def work(workspace: Workspace) -> Reply:
        week = named_week(workspace, call, place)
        count = workspace.execute(RecallWeek(week, call.now_utc)).result
        text = f"{week.label}: {counted(count, 'entry', 'entries')} recalled.\n"
        return Reply({"week": week.label, "recalled": count}, text)

    return call.door.do(work)


def sheet(call: Call) -> Reply:
    place = call.place()
    named = call.options.output
    target = None if named in (None, "-") else call.path(named)
    kind = call.options.format or _by_ending(target)
    if kind == "xlsx" and target is None:
        raise UserError("sheet.needs_file")
    found = call.door.do(
        lambda workspace: workspace.read(week_sheet, named_week(workspace, call, place), now_utc=call.now_utc)
    )
    header, rows = _one_table(found)
    held = [one for part in found.sheets for one in part.held_back]
    held_s = sum(one.seconds for one in held)
    said = f"{counted(len(held), 'entry', 'entries')} ({hm(held_s)}) held back: no open code, or still running."
    remarks = (said,) if held else ()
    document: dict[str, Any] = {
        "week": found.week.label,
        "format": kind,
        "file": None if target is None else str(target),
        "lines": len(rows),
        "total_s": sum(part.total_s for part in found.sheets),
        "held_back": [format_id(one.entry) for part in found.sheets for one in part.held_back],
    }
    if target is None:
        text = _as_text(kind, header, rows)
        return Reply({**document, "content": text}, text, remarks=remarks)
    with writing(target):
        _writer(kind, sheet=found.week.label)(target, header, rows)
    return Reply(
        document, f"{counted(len(rows), 'line')} of {found.week.label} written to {target}.\n", remarks=remarks
    )


def _by_ending(target: Path | None) -> str:
    ending = "" if target is None else target.suffix.lower().removeprefix(".")
    return ending if ending in ("csv", "tsv", "xlsx") else "csv"


Table = tuple[tuple[str, ...], list[tuple[str, ...]]]


def _one_table(found: WeekSheet) -> Table:
    """Return one table of seven days; the lines of a sheet that covers some of them leave the others empty."""
    tables = found.tables()
    if len(tables) == 1:
        return tables[0][0], list(tables[0][1:])
    days: list[date] = [day for part in found.sheets for day in part.days]
    header = (*tables[0][0][:3], *(day.isoformat() for day in days), "total")
    rows: list[tuple[str, ...]] = []
    before = 0
    for part, lines in zip(found.sheets, tables, strict=True):
        after = len(days) - before - len(part.days)
        rows += [(*line[:3], *[""] * before, *line[3:-1], *[""] * after, line[-1]) for line in lines[1:]]
        before += len(part.days)
    return header, rows


def _as_text(kind: str, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    from engagedesk.interchange import tables

    stream = io.BytesIO()
    if kind == "tsv":
        tables.write_tsv(stream, header, rows)
    else:
        tables.write_csv(stream, header, rows, bom=False)
    return stream.getvalue().decode("utf-8")


def _writer(kind: str, *, sheet: str) -> Callable[[Path, tuple[str, ...], list[tuple[str, ...]]], None]:
    # The workbook writer takes a while to import, and nothing else needs it.
    from engagedesk.interchange import tables

    if kind == "xlsx":
        return lambda target, header, rows: tables.write_xlsx(target, header, rows, sheet=sheet)
    if kind == "tsv":
        return tables.write_tsv
    return lambda target, header, rows: tables.write_csv(target, header, rows, bom=False)
