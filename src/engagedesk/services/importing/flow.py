"""One import from file to batch, for whoever has a store to ask: the window's worker, or the command line.

``ask`` runs a query in the store thread and waits; never call these on the GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from engagedesk.domain.days import zone_named
from engagedesk.domain.ids import IdSource
from engagedesk.errors import UserError
from engagedesk.interchange.files import ReadFile, open_foreign
from engagedesk.interchange.mapping import ImportMapping
from engagedesk.interchange.rows import ImportKind
from engagedesk.interchange.values import DateOrder
from engagedesk.models.imports import ImportBatch
from engagedesk.services.importing.known import known, saved_mapping
from engagedesk.services.importing.planning import ImportPlan, keys_of, plan_import

T = TypeVar("T")


class Ask(Protocol):
    """Runs a query in the store thread and waits for its answer."""

    def __call__(self, query: Callable[[Session], T], /) -> T: ...


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One earlier import."""

    id: bytes
    kind: str
    product: str
    file_name: str
    as_of: date | None
    imported_utc: int
    undone_utc: int | None
    created: int
    unchanged: int
    updated: int
    rejected: int


def read_file(
    path: Path,
    ask: Ask,
    *,
    kind: ImportKind | None = None,
    mapping: str | None = None,
    date_order: DateOrder | None = None,
    on_progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ReadFile:
    """Read a foreign file with the mapping saved under a name, or as it is recognised."""
    chosen: ImportMapping | None = None
    if mapping is not None:
        data = ask(lambda session: saved_mapping(session, mapping))
        if data is None:
            raise UserError("import.mapping.unknown", name=mapping)
        chosen = ImportMapping.from_data(data)
    return open_foreign(
        path, mapping=chosen, kind=kind, date_order=date_order, on_progress=on_progress, cancelled=cancelled
    )


def make_plan(
    read: ReadFile,
    ask: Ask,
    *,
    zone: str,
    new_id: IdSource,
    now_utc: int,
    cancelled: Callable[[], bool] = lambda: False,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> ImportPlan:
    """Return what importing the file would do, against the store as it is now."""
    keys = keys_of(read)
    plan_on = today_for(read, zone=zone, now_utc=now_utc)
    found = ask(lambda session: known(session, zone=zone, keys=keys, plan_on=plan_on))
    return plan_import(read, found, new_id=new_id, now_utc=now_utc, cancelled=cancelled, on_progress=on_progress)


def today_for(read: ReadFile, *, zone: str, now_utc: int) -> date | None:
    """Return today where the file is about the plan; None where it is not, and the plan need not be read."""
    if read.kind not in (ImportKind.PLAN, ImportKind.CALENDAR):
        return None
    return datetime.fromtimestamp(now_utc, tz=UTC).astimezone(zone_named(zone)).date()


def batches(session: Session, *, limit: int = 200) -> tuple[BatchRow, ...]:
    """Return earlier imports, newest first."""
    query = (
        select(
            ImportBatch.id,
            ImportBatch.kind,
            ImportBatch.product,
            ImportBatch.file_name,
            ImportBatch.as_of,
            ImportBatch.imported_utc,
            ImportBatch.undone_utc,
            ImportBatch.created,
            ImportBatch.unchanged,
            ImportBatch.updated,
            ImportBatch.rejected,
        )
        .order_by(ImportBatch.id.desc())
        .limit(limit)
    )
    return tuple(BatchRow(*row) for row in session.execute(query).tuples())
