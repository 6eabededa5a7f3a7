"""Filling an empty store with the sample portfolio, through the funnel, as one command with one audit record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from engagedesk.errors import UserError
from engagedesk.models.base import Record
from engagedesk.models.budgets import BudgetLine
from engagedesk.models.engagements import ChargeCode, Client, Engagement
from engagedesk.models.firm import FirmProfileRow
from engagedesk.models.journal import StoreMeta
from engagedesk.models.people import Person
from engagedesk.models.time import RecordedLine, TimeEntry
from engagedesk.services import rules
from engagedesk.services.alerting import keep_holidays
from engagedesk.services.command import BulkRows, Command, WriteSession, prepare_bulk
from engagedesk.services.demo import portfolio
from engagedesk.services.demo.budgets import add_alerts
from engagedesk.services.demo.rows import PLACES, SampleRows, Standing
from engagedesk.services.demo.sizing import Sizes, plan_lines
from engagedesk.services.images import Scalar
from engagedesk.services.workspace import Workspace

HOME_ZONE = "Europe/London"


@dataclass(frozen=True, slots=True)
class DemoFilled:
    """What the sample holds. ``entries`` are the owner's own; with ``recorded`` they are ``lines`` in all."""

    entries: int
    recorded: int
    engagements: int
    """Those of the portfolio; earlier years' are archived and not counted."""
    clients: int
    first_day: date
    """Work day of the oldest entry."""
    last_day: date

    @property
    def lines(self) -> int:
        return self.entries + self.recorded


@dataclass(frozen=True)
class FillSample(Command[DemoFilled]):
    """Put the sample portfolio into a store without clients, engagements and entries.

    Not undoable: a sample goes with its profile, and a hundred steps of undo are for a person's own work.
    """

    label: ClassVar[str] = "fill with the sample"
    undoable: ClassVar[bool] = False

    seed: int
    until: date
    filled: DemoFilled
    singles: tuple[tuple[type[Record], Mapping[str, Any]], ...] = field(repr=False)
    bulk: tuple[BulkRows, ...] = field(repr=False)
    made_utc: int

    def apply(self, session: WriteSession) -> DemoFilled:
        refuse_filled(session)
        for table, values in self.singles:
            _put(session, table, values)
        session.flush()
        for rows in self.bulk:
            session.bulk_insert(rows)
        add_alerts(session, today=self.until, seed=self.seed)
        # Of the machine, so beside the records: two samples of one seed are the same records.
        made = {"key": "sample_made_utc", "value": str(self.made_utc)}
        session.insert_plain(prepare_bulk(StoreMeta, [made]))
        return self.filled

    def audit_facts(self) -> Mapping[str, Scalar]:
        return {"seed": self.seed, "until": self.until.isoformat(), "lines": self.filled.lines}


def fill(
    workspace: Workspace,
    *,
    until: date,
    now_utc: int,
    seed: int = 1,
    entries: int | None = None,
    zone: str = HOME_ZONE,
) -> DemoFilled:
    """Fill the store. Run in the store thread; a few seconds for 50,000 lines.

    ``until`` is the portfolio's today: everything moves by whole weeks so that its week is week 47's pattern, and no
    entry is later. ``entries`` is how many lines there are in all (own and recorded); None = one year. The same
    arguments give the same records with the same ids, whatever ``now_utc`` is. ``UserError`` ``demo.not_empty``,
    ``demo.entries_range``, ``demo.until_range``.
    """
    workspace.read(refuse_filled)
    standing = workspace.read(_standing)
    lines = plan_lines(Sizes(seed=seed, lines=entries, until=until))
    rows = SampleRows(lines, standing, seed=seed, zone=zone)
    command = FillSample(
        seed=seed,
        until=until,
        filled=DemoFilled(
            entries=len(rows.entries),
            recorded=len(rows.recorded),
            engagements=len(portfolio.ENGAGEMENTS),
            clients=len(portfolio.CLIENTS),
            first_day=rows.first_day,
            last_day=rows.last_day,
        ),
        singles=tuple(rows.singles),
        bulk=(
            prepare_bulk(TimeEntry, rows.entries),
            prepare_bulk(RecordedLine, rows.recorded),
            prepare_bulk(BudgetLine, rows.budget_lines),
        ),
        made_utc=now_utc,
    )
    filled = workspace.execute(command).result
    # Whoever opens the sample next shall not look its holidays up in a library of 20 MB.
    keep_holidays(workspace, today=until)
    return filled


def refuse_filled(session: Session) -> None:
    """Refuse a store that holds anything of a person's own."""
    for table in (Client, Engagement, TimeEntry):
        if session.scalar(select(table.id).limit(1)) is not None:
            raise UserError("demo.not_empty")


def _standing(session: Session) -> Standing:
    """Return what a new store holds already: the sample uses it and adds only what is missing."""
    return Standing(
        me=rules.my_id(session),
        codes={row.code: row.id for row in session.execute(select(ChargeCode.code, ChargeCode.id))},
    )


def _put(session: WriteSession, table: type[Record], values: Mapping[str, Any]) -> None:
    """Add a row, or bring the one that stands in its place to the sample's values."""
    there = _in_place_of(session, table, values)
    if there is None:
        session.add(table(**values))
        return
    for name, value in values.items():
        if name != "id" and getattr(there, name) != value:
            setattr(there, name, value)


def _in_place_of(session: WriteSession, table: type[Record], values: Mapping[str, Any]) -> Record | None:
    if table is Person:
        return session.get(Person, values["id"])
    if table is FirmProfileRow:
        return session.scalar(select(FirmProfileRow))
    if table in PLACES:
        wanted = [getattr(table, name) == values[name] for name in PLACES[table]]
        return session.scalar(select(table).where(*wanted))
    return None
