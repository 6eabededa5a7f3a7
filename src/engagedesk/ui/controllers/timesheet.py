"""The Timesheet page's controller: loads the period in sight, and turns what a person does there into commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from engagedesk.domain.days import Week
from engagedesk.domain.week_cells import read_hours
from engagedesk.errors import EngageDeskError
from engagedesk.services.changes import Changes
from engagedesk.services.commands.firm import RememberView
from engagedesk.services.commands.timesheet import CellsSet, CellValue, CopyWeekRows, RowsCopied, SetCells
from engagedesk.services.queries.timesheet import (
    pinned_key,
    pinned_rows,
    pinned_text,
    row_choices,
    week_grid_of,
    week_of,
)
from engagedesk.services.queries.timesheet_rows import RowChoice, WeekGrid
from engagedesk.services.queries.today import work_day_of
from engagedesk.services.queries.weeks import week_named
from engagedesk.services.workspace import Outcome, Workspace
from engagedesk.ui import intents
from engagedesk.ui.controllers.messages import message_for, said
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.format import hm
from engagedesk.ui.pages.timesheet import TimesheetPage
from engagedesk.ui.timesheet import intents as wanted
from engagedesk.ui.timesheet.frame import Heading
from engagedesk.ui.timesheet.intents import View
from engagedesk.ui.timesheet.words import day_range, week_title

PAGE = "timesheet"


@dataclass(frozen=True, slots=True)
class WeekRows:
    """A week with the rows that can be put into it; asked for in one go."""

    day: date
    grid: WeekGrid
    choices: tuple[RowChoice, ...]


class TimesheetDesk(QObject):
    """Takes the intents of the Timesheet page. Lives in the GUI thread."""

    def __init__(self, shell: Shell, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._bridge = shell.bridge
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        self._bridge.changed.connect(self._on_changed)
        self._stand_on: object = None
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {
            wanted.ShowTimesheet: self._show,
            wanted.TypeCells: self._type_cells,
            wanted.PinRow: self._pin,
            wanted.CopyLastWeek: self._copy_last_week,
        }

    # -- what is shown -----------------------------------------------------------------------------------------------

    @property
    def page(self) -> TimesheetPage | None:
        """The page, once it was built."""
        window = self._shell.window
        found = window.page(PAGE) if window.is_built(PAGE) else None
        return found if isinstance(found, TimesheetPage) else None

    @Slot()
    def refresh(self) -> None:
        """Ask the store anew for the period in sight."""
        page = self.page
        if page is not None and page.isVisible():
            self._load(page.shown_view, page.shown_day)

    @Slot(object, object)
    def _on_changed(self, _changes: Changes, _initiator: object) -> None:
        self._soon.start()

    def _show(self, intent: wanted.ShowTimesheet) -> None:
        page = self.page
        if page is None or not page.isVisible():
            # From another page: the page asks by itself once it is in sight, this then goes to the day.
            self._shell.window.show_page(PAGE)
            page = self.page
        if page is None:
            return
        day = None if intent.today else intent.day or page.shown_day
        self._load(intent.view or page.shown_view, day)

    def _load(self, view: str, day: date | None) -> None:
        page = self.page
        if page is None:
            return
        page.show_loading()
        if view == View.WEEK:
            self._load_week(day)
        else:
            self._load_other(view, day)

    def _load_week(self, day: date | None) -> None:
        zone, now_utc = self._shell.clock.zone_name(), self._shell.clock.now_s()

        def work(workspace: Workspace) -> WeekRows:
            at = day or workspace.read(work_day_of, now_utc, zone)
            grid = workspace.read(week_grid_of, at, zone=zone, now_utc=now_utc)
            return WeekRows(at, grid, workspace.read(row_choices, at))

        self._bridge.ask(self, work, self._take_week, failed=self._failed, topic="period")

    def _take_week(self, rows: WeekRows) -> None:
        page = self.page
        if page is None:
            return
        page.show_week(rows.grid, rows.day)
        page.week.show_choices(rows.choices)
        if self._stand_on is not None:
            page.week.grid_view.stand_on(self._stand_on)
            page.week.grid_view.setFocus()
            self._stand_on = None

    def _load_other(self, view: str, day: date | None) -> None:
        """Show the period of a view that loads its own rows."""
        zone, now_utc = self._shell.clock.zone_name(), self._shell.clock.now_s()

        def work(workspace: Workspace) -> tuple[str, date, Week]:
            at = day or workspace.read(work_day_of, now_utc, zone)
            return view, at, workspace.read(week_of, at)

        self._bridge.ask(self, work, self._take_other, failed=self._failed, topic="period")

    def _take_other(self, found: tuple[str, date, Week]) -> None:
        view, day, week = found
        page = self.page
        if page is not None:
            page.show_period(view, day, Heading(week_title(week), day_range(week.first, week.last)))

    def _failed(self, error: EngageDeskError) -> None:
        page = self.page
        if page is not None:
            page.show_error(message_for(error, safe=self.tr("Everything recorded so far is saved.")))

    # -- the week ----------------------------------------------------------------------------------------------------

    def _type_cells(self, intent: wanted.TypeCells) -> None:
        zone, now_utc = self._shell.clock.zone_name(), self._shell.clock.now_s()
        try:
            cells = tuple(CellValue(cell.key, cell.day, read_hours(cell.text), cell.shown_s) for cell in intent.cells)
        except EngageDeskError as error:
            self._put_back(error)
            return
        command = SetCells(cells, zone=zone, now_utc=now_utc)
        self._bridge.execute(self, command, self._cells_set, failed=self._put_back)

    def _put_back(self, error: EngageDeskError) -> None:
        self._shell.complain(error)
        # The cell shows what was typed: put back what is so.
        self.refresh()

    def _cells_set(self, outcome: Outcome[CellsSet]) -> None:
        done, undo = outcome.result, self.tr("Undo")
        if done.taken_s and done.stays_s:
            words = self.tr("{hours} cleared; {rest} stay: running, submitted or posted")
            text = words.format(hours=hm(done.taken_s), rest=hm(done.stays_s))
        elif done.taken_s and done.added_s:
            words = self.tr("{more} added without times, {less} taken away")
            text = words.format(more=hm(done.added_s), less=hm(done.taken_s))
        elif done.taken_s:
            text = self.tr("{hours} taken away").format(hours=hm(done.taken_s))
        elif done.added_s:
            text = self.tr("{hours} added without times").format(hours=hm(done.added_s))
        else:
            return
        self._shell.say(said(text, action=undo, intent=intents.Undo()))

    def _pin(self, intent: wanted.PinRow) -> None:
        self._stand_on = None if intent.out else intent.key

        def work(workspace: Workspace) -> None:
            week = workspace.read(week_named, intent.week)
            kept = [key for key in workspace.read(pinned_rows, week) if key != intent.key]
            keys = kept if intent.out else [*kept, intent.key]
            workspace.execute(RememberView(pinned_key(week), pinned_text(keys)), initiator=self)

        self._bridge.ask(self, work, self._pinned, failed=self._shell.complain)

    def _pinned(self, _nothing: None) -> None:
        # What a view looks like is no record: no change is announced.
        self.refresh()

    def _copy_last_week(self, intent: wanted.CopyLastWeek) -> None:
        zone, now_utc = self._shell.clock.zone_name(), self._shell.clock.now_s()

        def copy_hours(workspace: Workspace) -> Outcome[RowsCopied]:
            week = workspace.read(week_named, intent.week)
            return workspace.execute(CopyWeekRows(week.shift(-1), week, zone=zone, now_utc=now_utc), initiator=self)

        def copy_rows(workspace: Workspace) -> None:
            week = workspace.read(week_named, intent.week)
            before = workspace.read(week_grid_of, week.shift(-1).first, zone=zone, now_utc=now_utc)
            kept = workspace.read(pinned_rows, week)
            new = [line.key for line in before.lines if line.key not in kept]
            workspace.execute(RememberView(pinned_key(week), pinned_text([*kept, *new])), initiator=self)

        if intent.hours:
            self._bridge.ask(self, copy_hours, self._copied, failed=self._shell.complain)
        else:
            self._bridge.ask(self, copy_rows, self._pinned, failed=self._shell.complain)

    def _copied(self, outcome: Outcome[RowsCopied]) -> None:
        done = outcome.result
        words = self.tr("{hours} copied as drafts").format(hours=hm(done.seconds))
        left = self.tr("{n} cells were left out: they hold time, or their code takes none.")
        detail = left.format(n=done.skipped) if done.skipped else ""
        self._shell.say(said(words, detail, action=self.tr("Undo"), intent=intents.Undo()))
