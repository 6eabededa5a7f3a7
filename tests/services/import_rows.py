"""Foreign rows as the reader hands them on, and an import of them, without a file or a child process."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from engagedesk.interchange.files import ReadFile
from engagedesk.interchange.mapping import ImportMapping
from engagedesk.interchange.rows import (
    CodeImportRow,
    EngagementImportRow,
    ImportKind,
    ImportRow,
    RecordedImportRow,
    StaffingImportRow,
    TimeImportRow,
)
from engagedesk.interchange.values import Formats
from engagedesk.services.importing.commands import Imported, ImportFile
from engagedesk.services.importing.flow import make_plan, read_file
from engagedesk.services.importing.planning import ImportPlan
from tests.services.building import LONDON, Desk


def read_of(kind: ImportKind, rows: Sequence[ImportRow], *, name: str = "export.csv") -> ReadFile:
    return ReadFile(
        name=name,
        sha256=hashlib.sha256(repr(rows).encode()).hexdigest(),
        modified_utc=1_795_000_000,
        kind=kind,
        product="Tracker",
        encoding="utf-8",
        delimiter=",",
        sheet="",
        sheets=(),
        header_line=1,
        columns=(),
        samples=(),
        mapping=ImportMapping("Tracker", kind, ()),
        proposal=None,
        formats=Formats(),
        rows=tuple(rows),
        rejected=(),
        remarks=(),
        cut_at=None,
    )


def time_row(start: str = "2026-10-05T09:00", minutes: int = 90, **changes: Any) -> TimeImportRow:
    wall = datetime.fromisoformat(start)
    row = TimeImportRow(
        line=2,
        source_key=f"{start}/{minutes}",
        client="Northgate Energy",
        engagement="Statutory audit",
        code="",
        task="",
        activity="",
        narrative="Old work",
        billable=None,
        start_wall=wall,
        end_wall=wall + timedelta(minutes=minutes),
        utc_offset_s=None,
        day=wall.date(),
        seconds=minutes * 60,
        tags=(),
        user="",
        email="",
    )
    return replace(row, **changes)


def recorded_row(person: str = "Cleo Park", day: date = date(2026, 11, 10), **changes: Any) -> RecordedImportRow:
    row = RecordedImportRow(
        line=2,
        source_key=f"{person}/{day}",
        person=person,
        grade="Associate",
        client="",
        code="410118-10",
        engagement="",
        activity="",
        work_date=day,
        seconds=7200,
        status="approved",
        narrative="Stock count",
    )
    return replace(row, **changes)


def engagement_row(client: str = "Oakfell Trust", title: str = "Group audit", **changes: Any) -> EngagementImportRow:
    row = EngagementImportRow(
        line=2,
        source_key=f"{client}/{title}",
        reference="",
        client=client,
        code_name="",
        title=title,
        service_line=None,
        engagement_type="",
        fee_arrangement=None,
        fee_minor=None,
        currency="",
        codes=("777001-01",),
        period_end=date(2026, 12, 31),
        starts_on=None,
        ends_on=None,
        state=None,
        role="",
        phase="",
        priority="",
        budget_seconds=None,
    )
    return replace(row, **changes)


def staffing_row(person: str = "Dan Ivers", **changes: Any) -> StaffingImportRow:
    row = StaffingImportRow(
        line=2,
        source_key=person,
        person=person,
        email="",
        grade="Manager",
        client="Harrowgate Foods plc",
        engagement="Group audit",
        code="",
        role="Manager",
        seconds=36_000,
        allocation_permille=None,
        from_day=date(2026, 11, 1),
        to_day=date(2026, 12, 31),
    )
    return replace(row, **changes)


def code_row(code: str = "410118-90", **changes: Any) -> CodeImportRow:
    row = CodeImportRow(
        line=2,
        source_key=code,
        code=code,
        client="Harrowgate Foods plc",
        engagement="Group audit",
        activity="Review",
        name="",
        valid_from=None,
        valid_to=None,
        open=True,
        chargeable=None,
        billable=None,
    )
    return replace(row, **changes)


def plan_of(desk: Desk, read: ReadFile, *, zone: str = LONDON) -> ImportPlan:
    return make_plan(read, desk.read, zone=zone, new_id=desk.around.new_id, now_utc=desk.clock.now_s())


def import_rows(desk: Desk, kind: ImportKind, *rows: ImportRow, name: str = "export.csv") -> Imported:
    return desk.do(ImportFile(plan_of(desk, read_of(kind, rows, name=name)), desk.clock.now_s()))


def import_path(desk: Desk, path: Path, *, kind: ImportKind | None = None) -> tuple[ImportPlan, Imported]:
    """Import a file as a person does: read in a child, planned, carried out."""
    plan = plan_of(desk, read_file(path, desk.read, kind=kind))
    return plan, desk.do(ImportFile(plan, desk.clock.now_s()))
