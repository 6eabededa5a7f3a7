"""The timeline's controller: loads the plan, previews what a move pushes, and turns what is done there into commands.

page -> intent -> preview (a worker, no session) or command (store thread) -> the plan anew
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engagedesk.domain.civil import Civil, civil
from engagedesk.domain.ids import PersonId, PlanItemId, TaskId
from engagedesk.domain.plan import PlanItem, PlanMove
from engagedesk.errors import EngageDeskError, UserError
from engagedesk.services.changes import Changes
from engagedesk.services.command import Command
from engagedesk.services.commands.baselines import RemoveBaseline, RenameBaseline, TakeBaseline
from engagedesk.services.commands.firm import RememberView
from engagedesk.services.commands.links import AddLink, RemoveLink
from engagedesk.services.commands.plan_items import (
    AssignOwner,
    CommitMoves,
    FreeTasks,
    PinItems,
    ReorderTask,
    SetProgress,
)
from engagedesk.services.commands.saved_views import RemoveView, SaveView
from engagedesk.services.queries.plan import PlanFilter, PlanView, plan_view, replanned
from engagedesk.services.queries.plan_forms import task_note
from engagedesk.services.queries.saved_views import ViewRow, saved_views
from engagedesk.services.queries.today import work_day_of
from engagedesk.services.queries.views import remembered
from engagedesk.services.workspace import Outcome, Workspace
from engagedesk.ui import intents
from engagedesk.ui.actions import Action, ActionGroup
from engagedesk.ui.controllers.forms import Forms
from engagedesk.ui.controllers.messages import message_for, said
from engagedesk.ui.controllers.paper import PaperWork
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.desktop.places import ask_new_file
from engagedesk.ui.format import local
from engagedesk.ui.store_bridge import Request
from engagedesk.ui.theme import Icon
from engagedesk.ui.timeline import intents as wants
from engagedesk.ui.timeline.intents import What
from engagedesk.ui.timeline.look import PAGE, STAND_KEY, Stand, stand_from
from engagedesk.ui.timeline.plan_rows import calendar_of, half_day_s, neighbours_of, plan_of, pushes_of
from engagedesk.ui.timeline.rows import ItemLine, Plan, Push
from engagedesk.ui.timeline.snapping import Place
from engagedesk.ui.timeline.words import tr

if TYPE_CHECKING:
    # A dialog is loaded when it is first asked for, and the page brings numpy: only who opens it pays for that.
    from engagedesk.ui.dialogs.plan_forms import TaskPlanForm
    from engagedesk.ui.pages.timeline import TimelinePage

OLD_S: Final = 900
"""A plan that was read longer ago is read anew when its page comes into sight: time has gone on."""
ENDINGS: Final = {wants.Paper.PNG: ".png", wants.Paper.PDF: ".pdf"}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A reading of the plan with the rows made of it."""

    view: PlanView
    plan: Plan
    views: tuple[ViewRow, ...]
    stand: Stand | None
    """How the page was left; None = it stands already."""


class TimelineDesk(QObject):
    """Takes the intents of the Timeline page. Lives in the GUI thread."""

    shown = Signal()
    """The plan came to the page."""
    opened = Signal(object)
    """The ``FormSheet`` that opened."""

    def __init__(self, shell: Shell, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._bridge = shell.bridge
        self._forms = Forms(shell, self._after, parent=self)
        self._forms.opened.connect(self.opened)
        self._view: PlanView | None = None
        self._baseline: bytes | None = None
        self._begun = False
        """The page stands as it was left; before that the store is asked how that was."""
        self._stale = True
        self._read_s = 0
        self._doing: What | None = None
        """What was asked for from another page: done once the plan is there."""
        self._paper = wants.Paper.PNG
        self._bookings_of: TaskPlanForm | None = None
        """The form of a task while it is open: it says who is booked on it."""
        self.paper = PaperWork(shell, parent=self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._refresh)
        self._bridge.changed.connect(self._on_changed)
        shell.window.page_shown.connect(self._on_page_shown)
        shell.window.registry.offer(timeline_actions())
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {
            wants.OnTimeline: self._do,
            wants.LoadPlan: self._choose_baseline,
            wants.PreviewMove: self._preview,
            wants.MoveOnPlan: self._move,
            wants.DrawLink: self._draw_link,
            wants.BeginLink: self._begin_link,
            wants.EditLink: self._edit_link,
            wants.RemoveLink: self._remove_link,
            wants.EditPlanItem: self._edit_item,
            wants.RemovePlanItem: self._remove_item,
            wants.PinPlanItem: self._pin,
            wants.AssignItems: self._assign,
            wants.FreePlanItem: self._free,
            wants.ProgressTo: self._progress_to,
            wants.ReorderOnPlan: self._reorder,
            wants.TakeBaseline: self._take_baseline,
            wants.RenameBaseline: self._rename_baseline,
            wants.RemoveBaseline: self._remove_baseline,
            wants.KeepView: self._keep_view,
            wants.KeepStand: self._keep_stand,
            wants.DropView: self._drop_view,
            wants.ExportPlan: self._export,
            wants.StopPaper: self._stop_paper,
        }

    # -- what is shown -----------------------------------------------------------------------------------------------

    @property
    def page(self) -> TimelinePage | None:
        """The page, once it was built."""
        window = self._shell.window
        found = window.page(PAGE) if window.is_built(PAGE) else None
        return cast("TimelinePage | None", found)

    def refresh(self) -> None:
        """Ask the store anew."""
        self._load()

    def _load(self) -> None:
        page = self.page
        if page is None:
            return
        self._stale = False
        page.show_loading()
        clock, chosen, begun = self._shell.clock, self._baseline, self._begun
        zone, now_utc = clock.zone_name(), clock.now_s()
        self._read_s = now_utc

        def work(workspace: Workspace) -> Loaded:
            today = workspace.read(work_day_of, now_utc, zone)
            stand = None if begun else stand_from(workspace.read(remembered, STAND_KEY))
            baseline = chosen if stand is None else stand.baseline
            view = workspace.read(plan_view, PlanFilter(baseline=baseline), today=today)
            plan = plan_of(view, baseline=baseline, now=_wall_clock(now_utc, zone, today), zone=zone)
            return Loaded(view, plan, workspace.read(saved_views, PAGE), stand)

        self._bridge.ask(self, work, self._show, failed=self._failed, topic="plan")

    def _show(self, loaded: Loaded) -> None:
        page = self.page
        if page is None:
            return
        self._view = view = loaded.view
        if loaded.stand is not None and not self._begun:
            self._begun, self._baseline = True, loaded.plan.baseline
            page.take_stand(loaded.stand)

        def calendar(item: ItemLine) -> Any:
            return calendar_of(view, item)

        def half_day(item: ItemLine) -> int:
            return half_day_s(view, item)

        page.show_calendars(calendar, half_day)
        page.show_views(loaded.views)
        page.show_plan(loaded.plan)
        if self._bookings_of is not None:
            self._bookings_of.show_bookings(view)
        doing, self._doing = self._doing, None
        if doing is not None:
            page.do(doing)
        self.shown.emit()

    def _failed(self, error: EngageDeskError) -> None:
        page = self.page
        self._stale = True
        if page is not None:
            page.show_error(message_for(error, safe=tr("Timeline", "Everything planned so far is saved.")))

    @Slot(object, object)
    def _on_changed(self, _changes: Changes, _initiator: object) -> None:
        self._stale = True
        self._soon.start()

    @Slot(str)
    def _on_page_shown(self, page: str) -> None:
        if page != PAGE:
            return
        self._stale = self._stale or abs(self._shell.clock.now_s() - self._read_s) > OLD_S
        if self._stale:
            self._soon.start()

    @Slot()
    def _refresh(self) -> None:
        if self._stale and self._shell.window.current_page == PAGE and self._shell.in_sight:
            self._load()

    def _choose_baseline(self, intent: wants.LoadPlan) -> None:
        self._baseline = intent.baseline
        self._load()

    def _do(self, intent: wants.OnTimeline) -> None:
        page = self.page
        if page is None or self._shell.window.current_page != PAGE or self._view is None:
            self._doing = intent.what
            self._shell.window.show_page(PAGE)
            if self._view is not None and not self._stale and self.page is not None:
                self._doing = None
                self.page.do(intent.what)
            return
        page.do(intent.what)

    # -- moving ------------------------------------------------------------------------------------------------------

    def _preview(self, intent: wants.PreviewMove) -> None:
        view = self._view
        if view is None:
            return

        def work(_request: Request[tuple[Push, ...]]) -> tuple[Push, ...]:
            return pushes_of(view, intent.item, intent.starts, intent.ends)

        def show(pushes: tuple[Push, ...]) -> None:
            page = self.page
            if page is not None:
                page.show_pushes(intent.item, Place(intent.starts, intent.ends), pushes)

        self._bridge.aside(self, work, show)

    def _move(self, intent: wants.MoveOnPlan) -> None:
        view = self._view
        if view is None:
            return
        item = PlanItemId(intent.item)
        found = replanned(view.book, {item: (Civil(intent.starts), Civil(intent.ends))})
        versions = {one.id: one.version for one in (*view.items, *view.far)}
        pushes = [push for push in found.pushes if push.stored]
        moves = [PlanMove(item, Civil(intent.starts), Civil(intent.ends), versions.get(item))]
        moves += [PlanMove(push.id, push.starts, push.ends, versions.get(push.id)) for push in pushes]
        words = tr("Timeline", "Moved")
        if len(found.pushes) == 1:
            words = tr("Timeline", "Moved, and one more with it")
        elif found.pushes:
            words = tr("Timeline", "Moved, and {n} more with it").format(n=len(found.pushes))
        self._execute(CommitMoves(tuple(moves)), words, put_back=True)

    def _execute(self, command: Command[Any], words: str, *, put_back: bool = False) -> None:
        def done(outcome: Outcome[Any]) -> None:
            if outcome.audit_seq is not None:
                self._shell.say(said(words, action=tr("Timeline", "Undo"), intent=intents.Undo()))
            elif self.page is not None:
                self.page.put_back()

        def failed(error: EngageDeskError) -> None:
            if put_back and self.page is not None:
                self.page.put_back()
            self._shell.complain(error)

        self._bridge.execute(self, command, done, failed=failed)

    # -- links -------------------------------------------------------------------------------------------------------

    def _draw_link(self, intent: wants.DrawLink) -> None:
        command = AddLink(PlanItemId(intent.from_id), PlanItemId(intent.to_id), intent.kind)
        self._execute(command, tr("Timeline", "Linked"))

    def _begin_link(self, intent: wants.BeginLink) -> None:
        from engagedesk.ui.dialogs.plan_forms import LinkForm

        if self._view is not None:
            self._forms.open(LinkForm(self._view, item=intent.item, parent=self._shell.window))

    def _edit_link(self, intent: wants.EditLink) -> None:
        from engagedesk.ui.dialogs.plan_forms import LinkForm

        view = self._view
        link = None if view is None else next((one for one in view.links if one.id == intent.link), None)
        if view is None or link is None:
            self._shell.complain(UserError("record.gone", kind="plan_link"))
            return
        self._forms.open(LinkForm(view, link=link, parent=self._shell.window))

    def _remove_link(self, intent: wants.RemoveLink) -> None:
        view = self._view
        link = None if view is None else next((one for one in view.links if one.id == intent.link), None)
        if link is not None:
            self._execute(RemoveLink(link.id), tr("Timeline", "Link removed"))

    # -- items -------------------------------------------------------------------------------------------------------

    def _item(self, item: bytes) -> PlanItem | None:
        found = None if self._view is None else self._view.book.items.get(PlanItemId(item))
        if found is None:
            self._shell.complain(UserError("record.gone", kind="task"))
        return found

    def _edit_item(self, intent: wants.EditPlanItem) -> None:
        view, item = self._view, self._item(intent.item)
        if view is None or item is None:
            return

        def show(note: str) -> None:
            from engagedesk.ui.dialogs.plan_forms import TaskPlanForm, item_form

            form = item_form(view, item, note, parent=self._shell.window)
            if isinstance(form, TaskPlanForm):
                form.asked.connect(self._shell.window.intent)
                self._bookings_of = form
                form.finished.connect(self._on_form_closed)
            self._forms.open(form)

        self._bridge.ask(
            self, lambda workspace: workspace.read(task_note, item.id), show, failed=self._shell.complain, topic="form"
        )

    @Slot()
    def _on_form_closed(self) -> None:
        self._bookings_of = None

    def _remove_item(self, intent: wants.RemovePlanItem) -> None:
        from engagedesk.ui.dialogs.plan_forms import removal_of

        item = self._item(intent.item)
        if item is not None:
            self._execute(removal_of(item), tr("Timeline", "Removed"))

    def _pin(self, intent: wants.PinPlanItem) -> None:
        words = tr("Timeline", "Pinned: nothing pushes it") if intent.pinned else tr("Timeline", "Let go")
        self._execute(PinItems((intent.item,), intent.pinned), words)

    def _free(self, intent: wants.FreePlanItem) -> None:
        words = tr("Timeline", "Planned automatically: as early as its links allow")
        self._execute(FreeTasks((TaskId(intent.item),)), words)

    def _progress_to(self, intent: wants.ProgressTo) -> None:
        view = self._view
        if view is not None:
            words = tr("Timeline", "Progress: {n} %").format(n=intent.percent)
            self._execute(SetProgress(TaskId(intent.item), intent.percent, view.today), words)

    def _reorder(self, intent: wants.ReorderOnPlan) -> None:
        view, item = self._view, self._item(intent.item)
        if view is None or item is None:
            return
        above, below = neighbours_of(view, item)
        other = above if intent.up else below
        if other is not None:
            # Behind its neighbour = the neighbour before it: a place behind has no name of its own.
            first, then = (item, other) if intent.up else (other, item)
            words = tr("Timeline", "Moved up") if intent.up else tr("Timeline", "Moved down")
            self._execute(ReorderTask(TaskId(first.id), item.phase, TaskId(then.id)), words)

    def _assign(self, intent: wants.AssignItems) -> None:
        self._execute(AssignOwner(intent.items, PersonId(intent.person)), tr("Timeline", "Assigned"))

    # -- names -------------------------------------------------------------------------------------------------------

    def _take_baseline(self, _intent: wants.TakeBaseline) -> None:
        from engagedesk.ui.dialogs.plan_forms import NameForm

        view, now_utc = self._view, self._shell.clock.now_s()
        if view is None:
            return

        def make(name: str) -> Command[bytes]:
            return TakeBaseline(name, now_utc, view.today)

        title = tr("Timeline", "Keep the plan as it stands")
        self._forms.open(NameForm(title, make, field="baseline.name", parent=self._shell.window))

    def _rename_baseline(self, intent: wants.RenameBaseline) -> None:
        from engagedesk.ui.dialogs.plan_forms import NameForm

        rows = () if self._view is None else self._view.baselines
        row = next((one for one in rows if one.id == intent.baseline), None)
        if row is None:
            self._shell.complain(UserError("record.gone", kind="baseline"))
            return

        def make(name: str) -> Command[None]:
            return RenameBaseline(intent.baseline, name)

        title, window = tr("Timeline", "Rename the baseline"), self._shell.window
        self._forms.open(NameForm(title, make, field="baseline.name", value=row.name, parent=window))

    def _remove_baseline(self, intent: wants.RemoveBaseline) -> None:
        if self._baseline == intent.baseline:
            self._baseline = None
        self._execute(RemoveBaseline(intent.baseline), tr("Timeline", "Baseline removed"))

    def _keep_view(self, intent: wants.KeepView) -> None:
        from engagedesk.ui.dialogs.plan_forms import NameForm

        def make(name: str) -> Command[bytes]:
            return SaveView(PAGE, name, intent.data)

        title = tr("Timeline", "Keep this view")
        self._forms.open(NameForm(title, make, field="view.name", parent=self._shell.window))

    def _keep_stand(self, intent: wants.KeepStand) -> None:
        self._bridge.execute(self, RememberView(STAND_KEY, intent.text), failed=self._shell.complain)

    def stop(self) -> None:
        """Give up what is being written, and have remembered how the page is left, while the store is still open."""
        self.paper.stop()
        page = self.page
        text = "" if page is None else page.stand_to_keep()
        if text:
            # Not as an intent: the program, on its way out, takes none any more.
            self._keep_stand(wants.KeepStand(text))

    def _drop_view(self, intent: wants.DropView) -> None:
        self._execute(RemoveView(intent.view), tr("Timeline", "View forgotten"))

    # -- forms -------------------------------------------------------------------------------------------------------

    def _after(self, command: Command[Any], outcome: Outcome[Any]) -> None:
        if isinstance(command, TakeBaseline):
            self._baseline = outcome.result
            self._load()
        if outcome.audit_seq is not None:
            self._shell.say(said(tr("Timeline", "Saved"), action=tr("Timeline", "Undo"), intent=intents.Undo()))

    # -- paper -------------------------------------------------------------------------------------------------------

    def _export(self, intent: wants.ExportPlan) -> None:
        self._paper = intent.paper
        name = tr("Timeline", "plan-{day}").format(day=self._today().isoformat()) + ENDINGS[intent.paper]
        ask_new_file(self._shell.window, tr("Timeline", "Save the plan"), name=name, chosen=self.save_as)

    def _today(self) -> date:
        return date.min if self._view is None else self._view.today

    @Slot(str)
    def save_as(self, name: str) -> None:
        """Write what is shown; the file's kind is what was asked for last."""
        page, path = self.page, Path(name)
        scene = None if page is None else page.view.pane.scene()
        if scene is None:
            return
        self.paper.write(scene, path, paper=self._paper, title=tr("Timeline", "Timeline"))

    def _stop_paper(self, _intent: wants.StopPaper) -> None:
        self.paper.stop()
        self._shell.say(said(tr("Timeline", "Nothing was written")))


def _wall_clock(now_utc: int, zone: str, today: date) -> int:
    """Return the present place on the wall clock; of the work day while it goes on after midnight."""
    now = local(now_utc, zone)
    at = civil(now.date(), now.hour * 3600 + now.minute * 60)
    return min(max(at, civil(today)), civil(today) + 86_399)


def timeline_actions() -> tuple[Action, ...]:
    """Return what palette, help and keys can ask of the page from anywhere."""
    go = ActionGroup.GO

    def one(what: What, words: str, keys: str, icon: Icon, also: str = "") -> Action:
        return Action(f"timeline.{what.value}", words, keys, icon, go, wants.OnTimeline(what), also=also)

    return (
        one(What.NEXT_CONFLICT, tr("Timeline", "Next conflict in the plan"), "F8", Icon.WARNING),
        one(What.PREVIOUS_CONFLICT, tr("Timeline", "Previous conflict in the plan"), "Shift+F8", Icon.WARNING),
        one(What.CONFLICTS, tr("Timeline", "Conflicts in the plan"), "", Icon.WARNING,
            tr("Timeline", "clash overload leave deadline")),
        one(What.ZOOM_IN, tr("Timeline", "Timeline: nearer"), "Ctrl++; Ctrl+=", Icon.PLUS),
        one(What.ZOOM_OUT, tr("Timeline", "Timeline: farther"), "Ctrl+-", Icon.NOT_CHARGEABLE),
        one(What.FIT, tr("Timeline", "Timeline: fit"), "Ctrl+0", Icon.TIMELINE),
        one(What.FIT_ALL, tr("Timeline", "Timeline: fit everything"), "Ctrl+Shift+0", Icon.TIMELINE,
            tr("Timeline", "overview whole plan")),
        one(What.TODAY, tr("Timeline", "Timeline: today"), "", Icon.TODAY),
        one(What.SEARCH, tr("Timeline", "Search the plan"), "", Icon.SEARCH),
        one(What.CRITICAL, tr("Timeline", "Critical path on or off"), "", Icon.TIMELINE),
        one(What.CAPACITY, tr("Timeline", "Capacity on or off"), "", Icon.USERS),
        one(What.EXPAND_ALL, tr("Timeline", "Open all rows"), "", Icon.DOWN),
        one(What.COLLAPSE_ALL, tr("Timeline", "Close all rows"), "", Icon.RIGHT),
    )  # fmt: skip
