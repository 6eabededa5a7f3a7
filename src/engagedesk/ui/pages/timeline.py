"""Timeline: the whole portfolio in one view, with what narrows it, what collides, and where it can be changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from engagedesk.domain.ids import EngagementId
from engagedesk.services.queries.saved_views import ViewRow
from engagedesk.ui.actions import ActionRegistry
from engagedesk.ui.format import day_short
from engagedesk.ui.intent import sending
from engagedesk.ui.intents import ChooseImport, LoadSample, WritePlan
from engagedesk.ui.theme import Icon, Style, px
from engagedesk.ui.theme.fonts import font_scale
from engagedesk.ui.timeline import intents as wants
from engagedesk.ui.timeline.look import Look, Stand, look_from
from engagedesk.ui.timeline.picker import Picker
from engagedesk.ui.timeline.row_menus import RowMenus
from engagedesk.ui.timeline.rows import ItemLine, Plan, Push
from engagedesk.ui.timeline.scale import Level
from engagedesk.ui.timeline.snapping import Place, WorkTime
from engagedesk.ui.timeline.view import TimelineView
from engagedesk.ui.timeline.wanted import Grouping, Wanted
from engagedesk.ui.timeline.words import grouping_words, level_words, tr
from engagedesk.ui.view_rows import Message
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.card import Hairline
from engagedesk.ui.widgets.inputs import TextField
from engagedesk.ui.widgets.segments import Segments
from engagedesk.ui.widgets.states import EmptyState, ErrorState, Skeleton, Spinner
from engagedesk.ui.widgets.text import Label

HEADER_PX: Final = 48
LEVELS: Final = (Level.DAY, Level.WEEK, Level.MONTH, Level.QUARTER)
WIDE_FROM_PX: Final = 1290
TITLE_FROM_PX: Final = 1080
ALL_FROM_PX: Final = 900
"""Under this width what the menu and keys offer too leaves the header."""
DRAWER_FROM_PX: Final = 1240
"""From this width on the drawer is open at first where something collides."""

KEEP_MS: Final = 1_500
"""What stands still so long is remembered: nobody pans and zooms to be remembered half-way."""


class TimelinePage(QWidget):
    """In by ``show_plan`` and its companions, out by ``intent``."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views: tuple[ViewRow, ...] = ()
        self._look = Look()
        self._begun = False
        self._registry: ActionRegistry | None = None
        self.view = TimelineView()
        self.view.intent.connect(self.intent)
        self.view.arranged_anew.connect(self._on_arranged)
        self.view.drawer_shown.connect(self._on_drawer)
        self.menus = RowMenus(self.view, self)
        self.error = ErrorState()
        self.error.retry.connect(self._retry)
        self.error.hide()
        self.empty = EmptyState(
            icon=Icon.TIMELINE,
            sentence=tr("Timeline", "Nothing is planned yet: bring in your engagements, or make one from a template."),
            action=tr("Timeline", "Import a file"),
            action_icon=Icon.IMPORT,
            second=tr("Timeline", "Load the sample portfolio"),
        )
        self.empty.action.connect(self._import)
        self.empty.second.connect(self._sample)
        self.no_match = EmptyState(
            icon=Icon.SEARCH,
            sentence=tr("Timeline", "Nothing in the plan is like this."),
            action=tr("Timeline", "Show everything"),
            action_icon=None,
        )
        self.no_match.button.set_kind(ButtonKind.SECONDARY)
        self.no_match.action.connect(self.show_everything)
        self._stack = QStackedWidget()
        for widget in (self.view, self.empty, self.no_match):
            self._stack.addWidget(widget)
        self._head = QWidget()
        self._head.setFixedHeight(px(HEADER_PX))
        self._head.setLayout(self._build_head())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(Hairline())
        column.addWidget(self.error)
        column.addWidget(self._stack, 1)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.begin_search)
        self._drawer_left: bool | None = None
        self._kept = ""
        self._keep_soon = QTimer(self)
        self._keep_soon.setSingleShot(True)
        self._keep_soon.setInterval(KEEP_MS)
        self._keep_soon.timeout.connect(self._keep_stand)
        self.view.pane.verticalScrollBar().valueChanged.connect(self._stands_otherwise)
        self.view.pane.rows_moved.connect(self._stands_otherwise)
        self._show_look()

    # -- building ----------------------------------------------------------------------------------------------------

    def _build_head(self) -> QHBoxLayout:
        self.title = Label(tr("Timeline", "Timeline"), style=Style.PAGE)
        self.levels = Segments(name=tr("Timeline", "Zoom"))
        for level in LEVELS:
            self.levels.add(level.value, level_words(level))
        self.levels.chosen.connect(self._zoom_to)
        self.fit_button = Button(tr("Timeline", "Fit"), height=28)
        self.fit_button.clicked.connect(self.view.pane.fit)
        self.group = Picker(tr("Timeline", "Group"))
        self.group.about_to_open.connect(self._fill_groups)
        self.baseline = Picker(tr("Timeline", "Baseline"))
        self.baseline.about_to_open.connect(self._fill_baselines)
        self.shown = Picker(tr("Timeline", "Show"))
        self.shown.about_to_open.connect(self._fill_shown)
        self.search = TextField(name=tr("Timeline", "Search the plan"), placeholder=tr("Timeline", "Search"), height=28)
        self.search.textChanged.connect(self._on_search)
        self.spinner = Spinner(tr("Timeline", "Refreshing"))
        self.skeleton = Skeleton(parent=self)
        self.more_button = Button(icon=Icon.MORE, height=28, name=tr("Timeline", "More"))
        self.more_button.clicked.connect(self._open_more)
        self.conflicts_button = Button(tr("Timeline", "Conflicts"), icon=Icon.WARNING, height=28)
        self.conflicts_button.setCheckable(True)
        self.conflicts_button.clicked.connect(self._toggle_drawer)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addSpacing(8)
        for widget in (self.levels, self.fit_button, self.group, self.baseline, self.shown):
            row.addWidget(widget)
        row.addWidget(self.search)
        row.addWidget(self.spinner)
        row.addStretch(1)
        row.addWidget(self.more_button)
        row.addWidget(self.conflicts_button)
        return row

    # -- in ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_plan(self, plan: Plan) -> None:
        """Show other rows; the zoom, what is open and what is chosen stay."""
        self.spinner.end()
        self.skeleton.end()
        self.error.hide()
        self._stack.setVisible(True)
        first = not self._begun
        wants_drawer = bool(plan.conflicts) if self._drawer_left is None else self._drawer_left
        if first and wants_drawer and self.width() >= px(DRAWER_FROM_PX):
            self.view.show_drawer()
        self._begun = True
        self.view.show_plan(plan)
        count = len(plan.conflicts)
        words = tr("Timeline", "Conflicts {n}").format(n=count) if count else tr("Timeline", "Conflicts")
        self.conflicts_button.setText(words)
        self.conflicts_button.setAccessibleName(words)
        self._show_look()
        self._show_stack()
        if first:
            self._kept = self.stand().as_text()

    def show_calendars(
        self, calendar_of: Callable[[ItemLine], WorkTime], half_day_s: Callable[[ItemLine], int]
    ) -> None:
        """Say what a working day is: from then on bars can be moved."""
        self.view.set_calendars(calendar_of, half_day_s)

    @Slot(object)
    def show_views(self, views: tuple[ViewRow, ...]) -> None:
        """Take the views that somebody named."""
        self._views = views

    def show_pushes(self, item: bytes, place: Place, pushes: tuple[Push, ...]) -> None:
        self.view.show_pushes(item, place, pushes)

    def put_back(self) -> None:
        """Lay back what was moved and not taken."""
        self.view.put_back()

    @Slot()
    def show_loading(self) -> None:
        self.spinner.begin()
        if not self._begun:
            # Over the view, which must be laid out when its first rows come.
            self.skeleton.raise_()
            self.skeleton.begin()

    @Slot(object)
    def show_error(self, message: Message) -> None:
        self.spinner.end()
        self.skeleton.end()
        self.put_back()
        self.error.show_message(message)
        self.error.show()
        # What was shown last stays; before that there is nothing to see.
        self._stack.setVisible(self._begun)

    def show_actions(self, registry: ActionRegistry) -> None:
        """Name the keys in the menus."""
        self._registry = registry

    def do(self, what: wants.What) -> None:
        """Do what the palette or a key asks for."""
        if what is wants.What.SEARCH:
            self.begin_search()
        elif what is not wants.What.SHOW:
            self.view.do(what)
            look = self._look
            self._look = replace(
                look,
                critical=self.view.pane.show_critical,
                capacity=self.view.capacity.isVisibleTo(self.view),
            )
            self._stands_otherwise()

    @Slot()
    def begin_search(self) -> None:
        self.search.show()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def show_everything(self) -> None:
        """Take back whatever narrows the rows."""
        self._want(Wanted(grouping=self._look.wanted.grouping))
        self.search.clear()

    # -- looks -------------------------------------------------------------------------------------------------------

    def look(self) -> Look:
        """Return how the page looks now."""
        return replace(self._look, day_px=round(self.view.pane.scale.day_px, 3))

    def take_look(self, look: Look) -> None:
        """Look as it was kept."""
        self._look = look
        self.search.setText(look.wanted.search)
        self.view.pane.show_critical = look.critical
        self.view.capacity.setVisible(look.capacity)
        self._want(look.wanted)
        pane = self.view.pane
        if look.day_px is not None:
            pane.zoom(look.day_px / pane.scale.day_px)

    def stand(self) -> Stand:
        """Return how the page is left if it is left now."""
        return self.view.stand(self.look())

    def take_stand(self, stand: Stand) -> None:
        """Begin as the page was left; before its first plan."""
        self._drawer_left = stand.drawer
        self.view.begin_as(stand)
        self.take_look(stand.look)

    def stand_to_keep(self) -> str:
        """Return how the page stands, where that is not remembered yet; else ""."""
        self._keep_soon.stop()
        before, self._kept = self._kept, self.stand().as_text() if self._begun else self._kept
        return self._kept if self._kept != before else ""

    @Slot()
    def _keep_stand(self) -> None:
        text = self.stand_to_keep()
        if text:
            self.intent.emit(wants.KeepStand(text))

    @Slot()
    def _stands_otherwise(self) -> None:
        if self._begun:
            self._keep_soon.start()

    def _want(self, wanted: Wanted) -> None:
        self._look = replace(self._look, wanted=wanted)
        self.view.set_wanted(wanted)
        self._show_look()
        self._show_stack()

    def _show_look(self) -> None:
        self.group.show_value(grouping_words(self._look.wanted.grouping))
        plan = self.view.plan
        baseline = next((one for one in plan.baselines if one.id == plan.baseline), None) if plan else None
        self.baseline.show_value(tr("Timeline", "none") if baseline is None else day_short(baseline.taken))
        arranged = self.view.arranged
        if arranged is None:
            self.shown.show_value(tr("Timeline", "all"))
        elif arranged.shown_engagements == arranged.all_engagements and not self._look.wanted.narrows:
            self.shown.show_value(tr("Timeline", "all {n}").format(n=arranged.all_engagements))
        else:
            words = tr("Timeline", "{part} of {whole}")
            self.shown.show_value(words.format(part=arranged.shown_engagements, whole=arranged.all_engagements))

    def _show_stack(self) -> None:
        plan, arranged = self.view.plan, self.view.arranged
        if plan is None or arranged is None:
            return
        wanted: QWidget = self.view
        if not plan.engagements:
            wanted = self.empty
        elif not arranged.nodes:
            wanted = self.no_match
        if self._stack.currentWidget() is not wanted:
            self._stack.setCurrentWidget(wanted)

    @Slot(str)
    def _on_search(self, text: str) -> None:
        if text.strip() != self._look.wanted.search:
            self._want(replace(self._look.wanted, search=text.strip()))

    @Slot()
    def _on_arranged(self) -> None:
        self.levels.show_chosen(self.view.pane.scale.level(font_scale()).value)
        self._show_look()
        self._stands_otherwise()

    @Slot(str)
    def _zoom_to(self, key: str) -> None:
        self.view.pane.zoom_to(Level(key))

    @Slot()
    def _toggle_drawer(self) -> None:
        self.view.do(wants.What.CONFLICTS)

    @Slot()
    def _on_drawer(self) -> None:
        self.conflicts_button.setChecked(self.view.drawer.isVisibleTo(self.view))
        self._stands_otherwise()

    # -- menus -------------------------------------------------------------------------------------------------------

    @Slot()
    def _fill_groups(self) -> None:
        menu = self.group.menu_of
        menu.clear()
        for grouping in Grouping:
            on = grouping is self._look.wanted.grouping
            self._tick(menu, grouping_words(grouping), on, then=self._choose_group).setData(grouping.value)

    @Slot()
    def _choose_group(self) -> None:
        action = self.sender()
        self.group.menu_of.close()
        if isinstance(action, QAction):
            self._want(replace(self._look.wanted, grouping=Grouping(action.data())))

    @Slot()
    def _fill_baselines(self) -> None:
        menu, plan = self.baseline.menu_of, self.view.plan
        menu.clear()
        if plan is None:
            return
        self._tick(menu, tr("Timeline", "none"), plan.baseline is None, then=self._choose_baseline).setData("")
        for one in plan.baselines:
            words = tr("Timeline", "{day}, {name}").format(day=day_short(one.taken), name=one.name)
            if one.of:
                pattern = tr("Timeline", "{day}, {name}: {engagement}")
                words = pattern.format(day=day_short(one.taken), name=one.name, engagement=one.of)
            self._tick(menu, words, one.id == plan.baseline, then=self._choose_baseline).setData(one.id.hex())
        menu.addSeparator()
        menu.addAction(tr("Timeline", "Keep the plan as it stands…")).triggered.connect(self._take_baseline)
        chosen = next((one for one in plan.baselines if one.id == plan.baseline), None)
        if chosen is not None:
            rename = tr("Timeline", "Rename “{name}”…").format(name=chosen.name)
            remove = tr("Timeline", "Remove “{name}”").format(name=chosen.name)
            menu.addAction(rename).triggered.connect(sending(self, wants.RenameBaseline(chosen.id)))
            menu.addAction(remove).triggered.connect(sending(self, wants.RemoveBaseline(chosen.id)))

    @Slot()
    def _choose_baseline(self) -> None:
        action = self.sender()
        self.baseline.menu_of.close()
        if isinstance(action, QAction):
            data = str(action.data() or "")
            self.intent.emit(wants.LoadPlan(bytes.fromhex(data) if data else None))

    @Slot()
    def _take_baseline(self) -> None:
        self.intent.emit(wants.TakeBaseline())

    @Slot()
    def _fill_shown(self) -> None:
        menu, plan, wanted = self.shown.menu_of, self.view.plan, self._look.wanted
        menu.clear()
        if plan is None:
            return
        menu.addAction(tr("Timeline", "Show everything")).triggered.connect(self.show_everything)
        menu.addSeparator()
        flags = (
            ("critical_only", tr("Timeline", "Only the critical path"), wanted.critical_only),
            ("conflicts_only", tr("Timeline", "Only what is in conflict"), wanted.conflicts_only),
            ("hide_done", tr("Timeline", "Hide what is done"), wanted.hide_done),
        )
        for key, words, on in flags:
            self._tick(menu, words, on, then=self._toggle_flag).setData(key)
        people = menu.addMenu(tr("Timeline", "Only one person's"))
        self._tick(people, tr("Timeline", "everybody's"), wanted.person is None, then=self._choose_person).setData("")
        for person in plan.people:
            self._tick(people, person.name, person.id == wanted.person, then=self._choose_person).setData(
                person.id.hex()
            )
        menu.addSeparator()
        for one in sorted(plan.engagements, key=lambda e: (e.client.casefold(), e.title.casefold())):
            on = wanted.engagements is None or one.id in wanted.engagements
            self._tick(menu, f"{one.client} · {one.title}", on, then=self._toggle_engagement).setData(one.id.hex())

    @Slot()
    def _toggle_flag(self) -> None:
        action = self.sender()
        if not isinstance(action, QAction):
            return
        wanted, on = self._look.wanted, action.isChecked()
        match action.data():
            case "critical_only":
                self._want(replace(wanted, critical_only=on))
            case "conflicts_only":
                self._want(replace(wanted, conflicts_only=on))
            case _:
                self._want(replace(wanted, hide_done=on))

    @Slot()
    def _choose_person(self) -> None:
        action = self.sender()
        self.shown.menu_of.close()
        if isinstance(action, QAction):
            data = str(action.data() or "")
            self._want(replace(self._look.wanted, person=bytes.fromhex(data) if data else None))

    @Slot()
    def _toggle_engagement(self) -> None:
        action, plan = self.sender(), self.view.plan
        if not isinstance(action, QAction) or plan is None:
            return
        every = frozenset(one.id for one in plan.engagements)
        now = every if self._look.wanted.engagements is None else self._look.wanted.engagements & every
        chosen = now ^ {bytes.fromhex(str(action.data()))}
        self._want(replace(self._look.wanted, engagements=None if chosen == every else chosen))

    @Slot()
    def _open_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        views = menu.addMenu(tr("Timeline", "Views"))
        for view in self._views:
            views.addAction(view.name).triggered.connect(self._sender_of_view(view))
        if self._views:
            views.addSeparator()
        views.addAction(tr("Timeline", "Keep this view…")).triggered.connect(self._keep_view)
        if self._views:
            drop = views.addMenu(tr("Timeline", "Forget"))
            for view in self._views:
                drop.addAction(view.name).triggered.connect(sending(self, wants.DropView(view.id)))
        if self.baseline.isHidden():
            self._fill_baselines()
            self.baseline.menu_of.setTitle(tr("Timeline", "Baseline"))
            menu.addMenu(self.baseline.menu_of)
        menu.addSeparator()
        pane = self.view.pane
        toggles = (
            (tr("Timeline", "Critical path"), pane.show_critical, wants.What.CRITICAL),
            (tr("Timeline", "Capacity"), self.view.capacity.isVisibleTo(self.view), wants.What.CAPACITY),
        )
        for words, on, what in toggles:
            action = menu.addAction(self._with_keys(words, what))
            action.setCheckable(True)
            action.setChecked(on)
            action.triggered.connect(self._doer_of(what))
        menu.addSeparator()
        plain = (
            (tr("Timeline", "Open all rows"), wants.What.EXPAND_ALL),
            (tr("Timeline", "Close all rows"), wants.What.COLLAPSE_ALL),
            (tr("Timeline", "Go to today"), wants.What.TODAY),
            (tr("Timeline", "Fit"), wants.What.FIT),
            (tr("Timeline", "Fit everything"), wants.What.FIT_ALL),
            (tr("Timeline", "Search"), wants.What.SEARCH),
        )
        for words, what in plain:
            menu.addAction(self._with_keys(words, what)).triggered.connect(self._doer_of(what))
        menu.addSeparator()
        menu.addAction(tr("Timeline", "Keep the plan as it stands…")).triggered.connect(self._take_baseline)
        papers = (
            (tr("Timeline", "Save as a picture (PNG)…"), wants.Paper.PNG),
            (tr("Timeline", "Save as pages (PDF)…"), wants.Paper.PDF),
        )
        for words, paper in papers:
            menu.addAction(words).triggered.connect(sending(self, wants.ExportPlan(paper)))
        files = menu.addMenu(tr("Timeline", "Save as a file (Project, calendar, table)"))
        for words, intent in self._files():
            files.addAction(words).triggered.connect(sending(self, intent))
        menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def _files(self) -> list[tuple[str, WritePlan]]:
        """Return what of the plan can be written as a file: all, what is shown of it, the chosen engagement."""
        plan, arranged = self.view.plan, self.view.arranged
        if plan is None or arranged is None:
            return [(tr("Timeline", "Everything…"), WritePlan())]
        every = len(plan.engagements)
        found = [(tr("Timeline", "Everything ({n})…").format(n=every), WritePlan())]
        shown = tuple(dict.fromkeys(EngagementId(node.engagement) for node in arranged.nodes if node.engagement))
        if 0 < len(shown) < every:
            words = tr("Timeline", "Engagements that are shown ({n})…").format(n=len(shown))
            found.append((words, WritePlan(shown)))
        chosen = self.view.chosen
        one = next((e for e in plan.engagements if chosen is not None and e.id == chosen.engagement), None)
        if one is not None and every > 1:
            words = tr("Timeline", "Only {client} · {title}…").format(client=one.client, title=one.title)
            found.append((words, WritePlan((EngagementId(one.id),))))
        return found

    def _with_keys(self, words: str, what: wants.What) -> str:
        keys = "" if self._registry is None else self._registry.shown(f"timeline.{what.value}")
        return f"{words}\t{keys}" if keys else words

    def _tick(self, menu: QMenu, words: str, on: bool, *, then: Callable[[], None]) -> QAction:  # noqa: FBT001
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(then)
        return action

    def _doer_of(self, what: wants.What) -> Callable[[], None]:
        return lambda: self.do(what)

    def _sender_of_view(self, view: ViewRow) -> Callable[[], None]:
        return lambda: self.take_look(look_from(view.data))

    @Slot()
    def _keep_view(self) -> None:
        self.intent.emit(wants.KeepView(self.look().as_data()))

    # -- inside ------------------------------------------------------------------------------------------------------

    @Slot()
    def _retry(self) -> None:
        plan = self.view.plan
        self.intent.emit(wants.LoadPlan(None if plan is None else plan.baseline))

    @Slot()
    def _import(self) -> None:
        self.intent.emit(ChooseImport())

    @Slot()
    def _sample(self) -> None:
        self.intent.emit(LoadSample())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.view.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._begun:
            self.intent.emit(wants.LoadPlan())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keep_stand()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.skeleton.setGeometry(self._stack.geometry())
        width = self.width()
        self.title.setVisible(width >= px(TITLE_FROM_PX))
        brief = width < px(WIDE_FROM_PX)
        for picker in (self.group, self.baseline, self.shown):
            picker.set_brief(brief)
        self.search.setFixedWidth(px(160 if width >= px(WIDE_FROM_PX) else 120 if width >= px(TITLE_FROM_PX) else 96))
        for widget in (self.fit_button, self.baseline):
            widget.setVisible(width >= px(ALL_FROM_PX))
        self.search.setVisible(width >= px(ALL_FROM_PX) or bool(self.search.text()) or self.search.hasFocus())
        margin = 24 if width >= px(TITLE_FROM_PX) else 12
        layout = self._head.layout()
        if layout is not None:
            layout.setContentsMargins(margin, 0, margin, 0)
