"""A week's way to the firm: submit, recall, and the timesheet as a file or on the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from engagedesk.errors import EngageDeskError
from engagedesk.interchange.tables import tsv_text, write_csv, write_xlsx
from engagedesk.services.commands.weeks import RecallWeek, Submitted, SubmitWeek
from engagedesk.services.queries.weeks import WeekSheet, week_named, week_sheet
from engagedesk.services.workspace import Outcome, Workspace
from engagedesk.ui import intents
from engagedesk.ui.controllers.messages import said
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.desktop.places import ask_new_file, writing
from engagedesk.ui.format import hm
from engagedesk.ui.intents import SheetFormat
from engagedesk.ui.store_bridge import Request
from engagedesk.ui.view_rows import Kind, Message

ENDINGS: Final = {SheetFormat.XLSX: ".xlsx", SheetFormat.CSV: ".csv"}

Table = tuple[tuple[str, ...], ...]


class Weeks(QObject):
    """Takes the intents about a week. Lives in the GUI thread."""

    written = Signal(object)
    """The path of a timesheet that was written."""
    refused = Signal(object)
    """The ``EngageDeskError`` of a submission that was not made."""

    def __init__(self, shell: Shell, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._bridge = shell.bridge
        self._tables: tuple[Table, ...] = ()
        self._format = SheetFormat.CLIPBOARD
        self._week = ""
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {
            intents.SubmitWeek: self._submit,
            intents.RecallWeek: self._recall,
            intents.WriteTimesheet: self._sheet,
        }

    def _submit(self, intent: intents.SubmitWeek) -> None:
        clock = self._shell.clock
        zone, now_utc = clock.zone_name(), clock.now_s()

        def work(workspace: Workspace) -> Outcome[Submitted]:
            week = workspace.read(week_named, intent.week)
            return workspace.execute(SubmitWeek(week, zone=zone, now_utc=now_utc), initiator=self)

        self._bridge.ask(self, work, self._submitted, failed=self._not_submitted)

    def _not_submitted(self, error: EngageDeskError) -> None:
        self._shell.complain(error)
        self.refused.emit(error)

    def _submitted(self, outcome: Outcome[Submitted]) -> None:
        done = outcome.result
        words = self.tr("{hours} submitted").format(hours=hm(done.seconds))
        undo = self.tr("Undo")
        if done.held_back:
            held = self.tr("{n} entries stay behind as drafts: they have no open code.").format(n=len(done.held_back))
            self._shell.say(Message(Kind.WARN, words, held, action=undo, intent=intents.Undo()))
        else:
            self._shell.say(said(words, action=undo, intent=intents.Undo()))

    def _recall(self, intent: intents.RecallWeek) -> None:
        now_utc = self._shell.clock.now_s()

        def work(workspace: Workspace) -> Outcome[int]:
            week = workspace.read(week_named, intent.week)
            return workspace.execute(RecallWeek(week, now_utc=now_utc), initiator=self)

        self._bridge.ask(self, work, self._recalled, failed=self._shell.complain)

    def _recalled(self, outcome: Outcome[int]) -> None:
        words = self.tr("Week recalled: {n} entries can be changed again").format(n=outcome.result)
        self._shell.say(said(words, action=self.tr("Undo"), intent=intents.Undo()))

    # -- timesheets --------------------------------------------------------------------------------------------------

    def _sheet(self, intent: intents.WriteTimesheet) -> None:
        now_utc = self._shell.clock.now_s()
        self._format, self._week = intent.format, intent.week

        def work(workspace: Workspace) -> WeekSheet:
            week = workspace.read(week_named, intent.week)
            return workspace.read(week_sheet, week, now_utc=now_utc)

        self._bridge.ask(self, work, self._take_sheet, failed=self._shell.complain, topic="sheet")

    def _take_sheet(self, sheet: WeekSheet) -> None:
        self._tables = sheet.tables()
        if self._format is SheetFormat.CLIPBOARD:
            text = "\n".join(tsv_text(table[0], table[1:]) for table in self._tables)
            QGuiApplication.clipboard().setText(text)
            lines = sum(len(table) - 1 for table in self._tables)
            self._shell.say(said(self.tr("Timesheet copied: {n} lines").format(n=lines)))
            return
        ending = ENDINGS[self._format]
        name = f"timesheet-{self._week}{ending}"
        ask_new_file(self._shell.window, self.tr("Save the timesheet"), name=name, chosen=self._save)

    @Slot(str)
    def _save(self, name: str) -> None:
        tables, kind, week = self._tables, self._format, self._week

        def work(_request: Request[tuple[Path, ...]]) -> tuple[Path, ...]:
            return write_sheets(Path(name), tables, kind, week=week)

        self._bridge.aside(self, work, self._saved, failed=self._shell.complain)

    def _saved(self, paths: tuple[Path, ...]) -> None:
        names = ", ".join(path.name for path in paths)
        # A path ends where it ends: a full stop would read as part of it.
        self._shell.say(said(self.tr("Timesheet written: {file}").format(file=names), str(paths[0].parent)))
        self.written.emit(paths[0])


def write_sheets(path: Path, tables: tuple[Table, ...], kind: SheetFormat, *, week: str) -> tuple[Path, ...]:
    """Write one file a sheet (a week that is split at the month's end has two) and return their paths."""
    paths = [path if number == 0 else path.with_stem(f"{path.stem}-{number + 1}") for number in range(len(tables))]
    for target, table in zip(paths, tables, strict=True):
        with writing(target):
            if kind is SheetFormat.XLSX:
                write_xlsx(target, table[0], _with_numbers(table), sheet=week)
            else:
                write_csv(target, table[0], table[1:])
    return tuple(paths)


def _with_numbers(table: Table) -> list[tuple[str | Decimal, ...]]:
    """Return the rows with their hours as numbers, so that a spreadsheet can add them up."""
    texts = 3
    return [(*row[:texts], *(Decimal(cell) if cell else "" for cell in row[texts:])) for row in table[1:]]
