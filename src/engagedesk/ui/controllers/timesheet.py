"""The Timesheet page's controller: loads the period in sight, and turns what a person does there into commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engagedesk.domain.days import Week
from engagedesk.domain.ids import EntryId
from engagedesk.domain.week_cells import read_hours
from engagedesk.errors import EngageDeskError
from engagedesk.services.changes import Changes
from engagedesk.services.commands.firm import RememberView
from engagedesk.services.commands.time import UNSET, EditEntry, EntryEdit, RecodeEntries, Unset
from engagedesk.services.commands.timesheet import (
    CellsSet,
    CellValue,
    CopyWeekRows,
    MergeEntries,
    ResolveOverlap,
    RowsCopied,
    SetCells,
    SplitEntry,
)
from engagedesk.services.queries.history import history
from engagedesk.services.queries.recent import recent_targets
from engagedesk.services.queries.rows import EntryRow, HistoryRow, RecentTarget
from engagedesk.services.queries.timesheet import (
    day_sheet,
    month_sheet,
    pinned_key,
    pinned_rows,
    pinned_text,
    planned_tasks,
    row_choices,
    week_grid_of,
)
from engagedesk.services.queries.timesheet_rows import DaySheet, MonthSheet, PlannedTask, RowChoice, WeekGrid
from engagedesk.services.queries.today import awaiting_code, work_day_of
from engagedesk.services.queries.week_check import week_holding
from engagedesk.services.queries.weeks import week_named
from engagedesk.services.workspace import Outcome, Workspace
from engagedesk.ui import intents
from engagedesk.ui.actions import Action, ActionGroup
from engagedesk.ui.controllers.messages import message_for, said
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.format import hm
from engagedesk.ui.pages.timesheet import TimesheetPage
from engagedesk.ui.theme import Icon
from engagedesk.ui.timesheet import intents as wanted
from engagedesk.ui.timesheet.drafts import AcceptDraft, DismissDraft, DraftRow, DraftSource
from engagedesk.ui.timesheet.frame import Heading
from engagedesk.ui.timesheet.intents import View
from engagedesk.ui.timesheet.words import day_range, tr, week_title
from engagedesk.ui.view_rows import DraftRow as SuggestedDraft

if TYPE_CHECKING:
    from engagedesk.ui.timesheet.awaiting import AwaitingDialog

PAGE: Final = "timesheet"
RECENT: Final = 12


@dataclass(frozen=True, slots=True)
class WeekRows:
    """A week with the rows that can be put into it; asked for in one go."""

    day: date
    grid: WeekGrid
    choices: tuple[RowChoice, ...]


@dataclass(frozen=True, slots=True)
class DayRows:
    """A day with what may stand beside it; asked for in one go."""

    sheet: DaySheet
    planned: tuple[PlannedTask, ...]
    recent: tuple[RecentTarget, ...]
    choices: tuple[RowChoice, ...]


class TimesheetDesk(QObject):
    """Takes the intents of the Timesheet page. Lives in the GUI thread."""

    day_shown = Signal(object)
    """A day is on the page: whoever suggests may answer with ``show_suggested``."""

    def __init__(self, shell: Shell, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._bridge = shell.bridge
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        self._bridge.changed.connect(self._on_changed)
        shell.window.page_shown.connect(self._on_page_shown)
        self._stand_on: object = None
        self._choose: EntryId | None = None
        self._awaiting: AwaitingDialog | None = None
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {
            wanted.ShowTimesheet: self._show,
            wanted.TypeCells: self._type_cells,
            wanted.PinRow: self._pin,
            wanted.CopyLastWeek: self._copy_last_week,
            wanted.MoveEntry: self._move,
            wanted.SplitAt: self._split,
            wanted.MergeWith: self._merge,
            wanted.ResolveOverlap: self._resolve,
            wanted.LookAtEntry: self._look_at,
            wanted.ShowAwaiting: self._show_awaiting,
            wanted.Recode: self._recode,
            AcceptDraft: self._accept,
            DismissDraft: self._dismiss,
        }
        shell.window.registry.offer(timesheet_actions())

    # -- what is shown -----------------------------------------------------------------------------------------------

    @property
    def page(self) -> TimesheetPage | None:
        """The page, once it was built."""
        found = self._shell.window.built_page(PAGE)
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

    @Slot(str)
    def _on_page_shown(self, page: str) -> None:
        shown = self.page
        if page == PAGE and shown is not None and shown.shown_day is not None:
            shown.take_keyboard()

    def _show(self, intent: wanted.ShowTimesheet) -> None:
        page = self.page
        if page is None or not page.isVisible():
            # From another page: the page asks by itself once it is in sight, this then goes to the day.
            self._shell.window.show_page(PAGE)
            page = self.page
        if page is None:
            return
        day = None if intent.today else intent.day or page.shown_day
        self._choose = intent.entry
        self._load(intent.view or page.shown_view, day)

    def _load(self, view: str, day: date | None) -> None:
        page = self.page
        if page is None:
            return
        page.show_loading()
        if view == View.WEEK:
            self._load_week(day)
        elif view == View.DAY:
            self._load_day(day)
        elif view == View.MONTH:
            self._load_month(day)
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

    def _load_day(self, day: date | None) -> None:
        zone, now_utc = self._shell.clock.zone_name(), self._shell.clock.now_s()

        def work(workspace: Workspace) -> DayRows:
            present = workspace.read(work_day_of, now_utc, zone)
            at = day or present
            return DayRows(
                workspace.read(day_sheet, at, zone=zone, now_utc=now_utc),
                workspace.read(planned_tasks, at) if at == present else (),
                workspace.read(recent_targets, day=present, limit=RECENT),
                workspace.read(row_choices, at),
            )

        self._bridge.ask(self, work, self._take_day, failed=self._failed, topic="period")

    def _take_day(self, rows: DayRows) -> None:
        page = self.page
        if page is None:
            return
        texts = [target.text for target in rows.recent]
        texts += [text for one in rows.choices if (text := choice_text(one)) not in texts]
        page.day_view.show_targets(texts)
        page.show_day(rows.sheet)
        page.day_view.show_planned(rows.planned)
        self.day_shown.emit(rows.sheet.day)
        if self._choose is not None:
            page.day_view.choose(self._choose)
            page.day_view.canvas.setFocus()
            self._choose = None

    def _load_month(self, day: date | None) -> None:
        zone, now_utc = self._shell.clock.zone_name(), self._shell.clock.now_s()

        def work(workspace: Workspace) -> tuple[MonthSheet, date]:
            at = day or workspace.read(work_day_of, now_utc, zone)
            return workspace.read(month_sheet, at, zone=zone, now_utc=now_utc), at

        self._bridge.ask(self, work, self._take_month, failed=self._failed, topic="period")

    def _take_month(self, found: tuple[MonthSheet, date]) -> None:
        page = self.page
        if page is not None:
            page.show_month(*found)

    def _load_other(self, view: str, day: date | None) -> None:
        """Show the period of a view that loads its own rows."""
        zone, now_utc = self._shell.clock.zone_name(), self._shell.clock.now_s()

        def work(workspace: Workspace) -> tuple[str, date, Week]:
            at = day or workspace.read(work_day_of, now_utc, zone)
            return view, at, workspace.read(week_holding, at)

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

    # -- the day -----------------------------------------------------------------------------------------------------

    def _move(self, intent: wanted.MoveEntry) -> None:
        end_utc: int | Unset = UNSET if intent.end_utc is None else intent.end_utc
        edit = EntryEdit(start_utc=intent.start_utc, end_utc=end_utc)
        command = EditEntry(intent.id, edit, now_utc=self._shell.clock.now_s(), version=intent.version)
        self._bridge.execute(self, command, failed=self._put_back)

    def _split(self, intent: wanted.SplitAt) -> None:
        command = SplitEntry(
            intent.id,
            self._shell.clock.now_s(),
            at_utc=intent.at_utc,
            first_s=intent.first_s,
            version=intent.version,
        )
        self._bridge.execute(self, command, self._done(self.tr("Entry split in two")), failed=self._put_back)

    def _merge(self, intent: wanted.MergeWith) -> None:
        command = MergeEntries(intent.first, intent.second, self._shell.clock.now_s())
        self._bridge.execute(self, command, self._done(self.tr("Entries merged")), failed=self._put_back)

    def _resolve(self, intent: wanted.ResolveOverlap) -> None:
        command = ResolveOverlap(intent.first, intent.second, self._shell.clock.now_s())
        self._bridge.execute(self, command, self._done(self.tr("Overlap resolved")), failed=self._put_back)

    def _done(self, words: str) -> Callable[[Outcome[Any]], None]:
        """Return what says that it is done and offers to undo it."""

        def say(_outcome: Outcome[Any]) -> None:
            self._shell.say(said(words, action=self.tr("Undo"), intent=intents.Undo()))

        return say

    def _look_at(self, intent: wanted.LookAtEntry) -> None:
        entry = intent.id

        def work(workspace: Workspace) -> tuple[EntryId, tuple[HistoryRow, ...]]:
            return entry, workspace.read(history, entry)

        self._bridge.ask(self, work, self._take_history, topic="history")

    def _take_history(self, found: tuple[EntryId, tuple[HistoryRow, ...]]) -> None:
        page = self.page
        if page is not None:
            page.day_view.show_history(*found)

    @Slot(object, object)
    def show_suggested(self, day: date, rows: tuple[SuggestedDraft, ...]) -> None:
        """Show suggestions beside the day, where it is still the one on the page."""
        page = self.page
        if page is not None and page.shown_day == day:
            page.day_view.show_drafts(tuple(_lane_draft(row) for row in rows))

    def _accept(self, intent: AcceptDraft) -> None:
        draft = intent.draft
        page = self.page
        if page is None:
            return
        if draft.source is DraftSource.SUGGESTION:
            page.intent.emit(intents.AcceptDraft(draft.key))
            return
        if draft.start_utc is None or draft.end_utc is None:
            page.intent.emit(intents.StartTimer(draft.text))
        else:
            page.intent.emit(intents.FillGap(draft.start_utc, draft.end_utc, draft.text))

    def _dismiss(self, intent: DismissDraft) -> None:
        page = self.page
        if page is None:
            return
        if intent.draft.source is DraftSource.SUGGESTION:
            page.intent.emit(intents.DismissDraft(intent.draft.key))
        else:
            page.day_view.dismiss(intent.draft)

    # -- time that awaits its code -----------------------------------------------------------------------------------

    def _show_awaiting(self, _intent: wanted.ShowAwaiting) -> None:
        self._load_awaiting()

    def _load_awaiting(self) -> None:
        zone, now_utc = self._shell.clock.zone_name(), self._shell.clock.now_s()

        def work(workspace: Workspace) -> tuple[date, tuple[EntryRow, ...], tuple[RowChoice, ...]]:
            present = workspace.read(work_day_of, now_utc, zone)
            return present, workspace.read(awaiting_code), workspace.read(row_choices, present)

        self._bridge.ask(self, work, self._take_awaiting, failed=self._shell.complain, topic="awaiting")

    def _take_awaiting(self, found: tuple[date, tuple[EntryRow, ...], tuple[RowChoice, ...]]) -> None:
        present, rows, choices = found
        dialog = self._awaiting
        if dialog is None:
            from engagedesk.ui.timesheet.awaiting import AwaitingDialog

            dialog = AwaitingDialog(present, parent=self._shell.window)
            dialog.intent.connect(self._from_dialog)
            dialog.finished.connect(self._awaiting_closed)
            dialog.finished.connect(dialog.deleteLater)
            self._awaiting = dialog
            dialog.open()
        dialog.show_codes([text for one in choices if one.code and (text := choice_text(one))])
        dialog.show_rows(rows)

    @Slot(object)
    def _from_dialog(self, intent: intents.Intent) -> None:
        take = self.takes.get(type(intent))
        if take is not None:
            take(intent)

    @Slot()
    def _awaiting_closed(self) -> None:
        self._awaiting = None

    def _recode(self, intent: wanted.Recode) -> None:
        zone, now_utc = self._shell.clock.zone_name(), self._shell.clock.now_s()

        def work(workspace: Workspace) -> Outcome[int]:
            from engagedesk.services.quick import quick_desk
            from engagedesk.ui.controllers.lines import code_named

            desk = workspace.read(quick_desk, now_utc=now_utc, zone=zone)
            command = RecodeEntries(intent.entries, code_named(intent.text, desk), now_utc)
            return workspace.execute(command, initiator=self)

        self._bridge.ask(self, work, self._recoded, failed=self._not_recoded)

    def _recoded(self, outcome: Outcome[int]) -> None:
        words = self.tr("{n} entries put on the code").format(n=outcome.result)
        self._shell.say(said(words, action=self.tr("Undo"), intent=intents.Undo()))
        if self._awaiting is not None:
            self._load_awaiting()

    def _not_recoded(self, error: EngageDeskError) -> None:
        if self._awaiting is not None:
            self._awaiting.show_failure(message_for(error))
        else:
            self._shell.complain(error)


def timesheet_actions() -> tuple[Action, ...]:
    """Return what palette, help and keys can ask of the page from anywhere."""
    go = ActionGroup.GO
    views = (
        (View.WEEK, tr("Timesheet", "Timesheet: week"), Icon.TIMESHEET),
        (View.DAY, tr("Timesheet", "Timesheet: day"), Icon.TODAY),
        (View.MONTH, tr("Timesheet", "Timesheet: month"), Icon.CALENDAR),
    )
    return (
        *(Action(f"timesheet.{view}", words, "", icon, go, wanted.ShowTimesheet(view)) for view, words, icon in views),
        Action(
            "timesheet.awaiting",
            tr("Timesheet", "Time that awaits its code"),
            "",
            Icon.AWAY,
            ActionGroup.TIME,
            wanted.ShowAwaiting(),
            also=tr("Timesheet", "recode missing"),
        ),
    )


def choice_text(choice: RowChoice) -> str:
    """Return the words that name a row's target in a quick-entry line."""
    return " ".join(part for part in (choice.engagement, choice.detail, choice.code) if part)


def _lane_draft(row: SuggestedDraft) -> DraftRow:
    """Return a suggestion as the day's lane shows it; whoever suggested it books it."""
    detail = " ".join(part for part in (row.detail, row.code) if part)
    return DraftRow(
        key=row.id,
        source=DraftSource.SUGGESTION,
        title=row.label,
        detail=detail,
        why=row.why,
        text="",
        colour=row.colour,
        start_utc=row.start_utc,
        end_utc=row.end_utc,
    )
