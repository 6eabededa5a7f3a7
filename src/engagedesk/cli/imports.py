"""``import FILE``, ``import list``, ``import undo BATCH``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from engagedesk import wording
from engagedesk.cli.call import Call, Reply
from engagedesk.cli.exchange import change_text, plan_facts, plan_text, thing
from engagedesk.cli.layout import Column, counted, local_stamp, stamp, table
from engagedesk.domain.ids import format_id
from engagedesk.errors import UserError
from engagedesk.interchange.files import ReadFile
from engagedesk.interchange.rows import ImportKind, RejectedRow, Remark
from engagedesk.interchange.values import DateOrder
from engagedesk.services.importing.commands import ImportFile, UndoImport
from engagedesk.services.importing.flow import batches, make_plan, read_file
from engagedesk.services.importing.planning import ImportPlan
from engagedesk.services.queries.engagements import extract_date
from engagedesk.services.queries.naming import batch_named
from engagedesk.services.workspace import Workspace

T = TypeVar("T")

_READABLE: Final = frozenset(kind.value for kind in ImportKind)
_PRODUCTS: Final = {"toggl": "Toggl Track", "clockify": "Clockify", "harvest": "Harvest"}


@dataclass(frozen=True, slots=True)
class _Ask:
    """Queries of the import's steps, each in the store thread by itself: planning keeps nobody waiting."""

    call: Call

    def __call__(self, query: Callable[[Any], T], /) -> T:
        return self.call.door.do(lambda workspace: workspace.read(query))


def import_(call: Call) -> Reply:
    options = call.options
    if options.kind is not None and options.kind not in _READABLE:
        raise UserError("import.kind_unreadable", kind=options.kind)
    ask = _Ask(call)
    read = read_file(
        call.path(options.file),
        ask,
        kind=None if options.kind is None else ImportKind(options.kind),
        mapping=options.mapping,
        date_order=None if options.date_order is None else DateOrder(options.date_order),
        on_progress=call.progress,
    )
    plan = make_plan(read, ask, zone=call.zone, new_id=call.around.new_id, now_utc=call.now_utc)
    if options.dry_run:
        return _reply(read, plan, batch=None, done=False, width=call.width)
    if not _worth_doing(plan, ask):
        return _reply(read, plan, batch=None, done=True, width=call.width)

    def work(workspace: Workspace) -> tuple[bytes, int, int]:
        done = workspace.execute(ImportFile(plan, call.now_utc), on_progress=call.progress).result
        return done.batch, done.updated, done.kept

    batch, updated, kept = call.door.do(work)
    return _reply(read, plan, batch=batch, done=True, width=call.width, updated=updated, kept=kept)


def _worth_doing(plan: ImportPlan, ask: _Ask) -> bool:
    """Say whether an import has anything to keep: rows, or the date of a newer extract with the same rows."""
    if plan.changes_anything:
        return True
    if plan.kind is not ImportKind.RECORDED or plan.as_of is None or not plan.unchanged:
        return False
    known = ask(extract_date)
    return known is None or plan.as_of > known


def _reply(
    read: ReadFile,
    plan: ImportPlan,
    *,
    batch: bytes | None,
    done: bool,
    width: int | None,
    updated: int | None = None,
    kept: int = 0,
) -> Reply:
    updated = plan.updated if updated is None else updated
    document: dict[str, Any] = {
        "batch": None if batch is None else format_id(batch),
        "created": plan.created,
        "unchanged": plan.unchanged + kept,
        "updated": updated,
        "rejected": [{"line": row.line, "reason": _reason(row)} for row in plan.rejected],
    }
    about_plan = plan.kind in (ImportKind.PLAN, ImportKind.CALENDAR)
    if about_plan:
        document |= plan_facts(plan)
    lines = [f"{_recognised(read)}.\n"]
    if not done:
        lines.append(_row_by_row(plan, width=width))
    said = f"{plan.created:,} created, {updated:,} updated, {plan.unchanged:,} unchanged"
    said += f", {counted(len(plan.rejected), 'row')} rejected" if plan.rejected else ""
    lines.append(f"{'' if done else 'Nothing was changed. It would be: '}{said}.\n")
    if kept:
        lines.append(f"{counted(kept, 'row')} stay as you changed them.\n")
    if plan.new_names:
        names = "".join(f"  {name}\n" for name in plan.new_names)
        lines.append(f"{'Made' if done else 'New'}, active:\n{names}")
    lines += [f"  line {row.line}: {_reason(row)}\n" for row in plan.rejected]
    if about_plan:
        lines.append(plan_text(plan))
    if batch is not None:
        lines.append(f"To take it back: engagedesk import undo {format_id(batch)}\n")
    remarks = tuple(_remark(one) for one in plan.remarks)
    return Reply(document, "".join(lines), remarks=remarks)


def _recognised(read: ReadFile) -> str:
    """Return "old.csv: time, as Toggl Track writes it, UTF-8"."""
    kind = "" if read.kind is None else read.kind.value
    by = _PRODUCTS.get(read.product, read.product)
    mapped = "" if read.mapping is None or by else f"by the mapping “{read.mapping.name}”"
    how = f"as {by} writes it" if by else mapped
    return ", ".join(part for part in (f"{read.name}: {kind}", how) if part)


def _row_by_row(plan: ImportPlan, *, width: int | None) -> str:
    if not plan.preview:
        return ""
    columns = (Column("LINE", right=True), Column("WOULD BE"), Column("ROW", gives_way=True))
    cells = []
    for row in plan.preview:
        named = f"{thing(row.thing)}: {row.text}" if row.thing else row.text
        cells.append((str(row.line), row.what, "; ".join((named, *map(change_text, row.changes)))))
    return table(columns, cells, width=width)


def _reason(row: RejectedRow) -> str:
    said = wording.describe(row.as_error())
    return ": ".join(part for part in (said.title, said.detail) if part)


def _remark(remark: Remark) -> str:
    place = f"line {remark.line}: " if remark.line else ""
    return f"{place}{wording.describe(remark.as_error()).line()}"


def list_(call: Call) -> Reply:
    rows = call.door.do(lambda workspace: workspace.read(batches))
    document = [
        {
            "batch": format_id(row.id),
            "kind": row.kind,
            "product": row.product,
            "file": row.file_name,
            "as_of": None if row.as_of is None else row.as_of.isoformat(),
            "imported_utc": stamp(row.imported_utc),
            "undone_utc": None if row.undone_utc is None else stamp(row.undone_utc),
            "created": row.created,
            "unchanged": row.unchanged,
            "updated": row.updated,
            "rejected": row.rejected,
        }
        for row in rows
    ]
    if not rows:
        return Reply(document, "Nothing was imported yet.\n")
    columns = (
        Column("IMPORTED"),
        Column("KIND"),
        Column("FROM"),
        Column("FILE", gives_way=True),
        Column("CREATED", right=True),
        Column("UPDATED", right=True),
        Column("REJECTED", right=True),
        Column("BATCH"),
    )
    cells = [
        (
            local_stamp(row.imported_utc, call.zone),
            row.kind + (" (undone)" if row.undone_utc is not None else ""),
            _PRODUCTS.get(row.product, row.product),
            row.file_name,
            f"{row.created:,}",
            f"{row.updated:,}",
            f"{row.rejected:,}",
            format_id(row.id),
        )
        for row in rows
    ]
    return Reply(document, table(columns, cells, width=call.width))


def undo(call: Call) -> Reply:
    def work(workspace: Workspace) -> Reply:
        batch = workspace.read(batch_named, call.options.batch)
        done = workspace.execute(UndoImport(batch, call.now_utc)).result
        stayed = [{"kind": kind, "id": format_id(one)} for kind, one in done.stayed]
        document = {"batch": format_id(batch), "removed": done.removed, "restored": done.restored, "stayed": stayed}
        text = f"{counted(done.removed, 'record')} removed, {done.restored:,} put back as they were.\n"
        if stayed:
            text += f"{counted(len(stayed), 'record')} changed since then or in use, and stay:\n"
            text += "".join(f"  {one['kind'].replace('_', ' ')} {one['id']}\n" for one in stayed)
        return Reply(document, text)

    return call.door.do(work)
