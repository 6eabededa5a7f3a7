"""Tree, time pane, minimap, capacity and conflicts as one view over one arrangement of the plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from engagedesk.domain.ids import EngagementId
from engagedesk.domain.states import LinkKind
from engagedesk.ui.intents import OpenEngagement
from engagedesk.ui.theme import px
from engagedesk.ui.timeline import intents as wants
from engagedesk.ui.timeline import keys
from engagedesk.ui.timeline.arranging import Arranged, Node, arrange
from engagedesk.ui.timeline.capacity import CapacityStrip
from engagedesk.ui.timeline.drawer import ConflictDrawer
from engagedesk.ui.timeline.hand import Doing
from engagedesk.ui.timeline.hand_words import hand_tip
from engagedesk.ui.timeline.look import Look, Stand
from engagedesk.ui.timeline.minimap import Minimap
from engagedesk.ui.timeline.overview import Corner, OverviewNames
from engagedesk.ui.timeline.pane import TimePane
from engagedesk.ui.timeline.row_facts import chips_of, first_collapsed
from engagedesk.ui.timeline.rows import ConflictLine, ItemLine, LinkLine, Plan, Push
from engagedesk.ui.timeline.scale import Scale
from engagedesk.ui.timeline.snapping import Place, WorkTime
from engagedesk.ui.timeline.tree import NARROW_PX, WIDTH_PX, PlanTree
from engagedesk.ui.timeline.tree_model import PlanModel
from engagedesk.ui.timeline.wanted import Wanted
from engagedesk.ui.timeline.words import service_names, tr
from engagedesk.ui.widgets.card import Hairline

NARROW_BELOW_PX: Final = 1000
DRAWER_BESIDE_FROM_PX: Final = 1044
"""Narrower than this, in a window of 1100, the drawer lies over the plan instead of beside it."""
FIRST_ROWS: Final = 24
"""At first so many rows are open; the engagements after them are closed."""
MOST_FOUND_OPEN: Final = 400
"""Of what a search or filter leaves so many rows are open: more are not looked through, and opening costs time."""


class TimelineView(QWidget):
    """In by ``show_plan`` and ``set_wanted``, out by ``intent`` and ``arranged_anew``."""

    intent = Signal(object)
    arranged_anew = Signal()
    """Other rows are shown, or the zoom's level changed."""
    drawer_shown = Signal()
    """The drawer came or went."""
    link_chosen = Signal()
    menu_asked = Signal(object)
    """A place on the screen for the menu of what is chosen."""
    progress_asked = Signal(object)
    """A place on the screen for the steps of the chosen task's progress."""
    assign_asked = Signal(object, object)
    """A ``ConflictLine`` whose items somebody shall do, and a place on the screen."""
    person_menu_asked = Signal(bytes, object)
    """A person of the capacity strip, and a place on the screen for their menu."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan: Plan | None = None
        self.arranged: Arranged | None = None
        self.wanted = Wanted()
        self._collapsed: set[str] | None = None
        self._closed_meanwhile: set[str] = set()
        """What is closed while a search or filter narrows the rows.

        At first nothing, or its finds would hide; of very many finds those that are far down anyway.
        """
        self._found_anew = False
        self._row_of: dict[int, int] = {}
        self._fitted = False
        self._left_as = Stand()
        self._filling = False
        self.chosen_link: LinkLine | None = None
        self.model = PlanModel(self)
        self.tree = PlanTree(self.model)
        self.pane = TimePane()
        self.names = OverviewNames(self.pane)
        self._left = QStackedWidget()
        self._left.addWidget(self.tree)
        self._left.addWidget(self.names)
        self._left.setFixedWidth(px(WIDTH_PX))
        self.minimap = Minimap(self.pane)
        self.capacity = CapacityStrip(self.pane)
        self.drawer = ConflictDrawer()
        self.drawer.hide()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self._left, 0, 0)
        grid.addWidget(Hairline(vertical=True), 0, 1, 2, 1)
        grid.addWidget(self.pane, 0, 2)
        self._corner = Corner()
        grid.addWidget(self._corner, 1, 0)
        grid.addWidget(self.minimap, 1, 2)
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(0, 1)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addLayout(grid, 1)
        left.addWidget(self.capacity)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.drawer)
        self._row, self._drawer_over = row, False
        self._connect()

    def _connect(self) -> None:
        tree, pane = self.tree, self.pane
        pane.verticalScrollBar().valueChanged.connect(tree.verticalScrollBar().setValue)
        tree.verticalScrollBar().valueChanged.connect(self._on_tree_scrolled)
        tree.expanded.connect(self._on_expanded)
        tree.collapsed.connect(self._on_collapsed)
        tree.selectionModel().currentChanged.connect(self._on_current)
        tree.key.connect(self._on_key)
        tree.zoom_asked.connect(self._on_wheel)
        tree.opened.connect(self.open_node)
        tree.customContextMenuRequested.connect(self._on_tree_menu)
        pane.row_chosen.connect(self._on_row_chosen)
        pane.opened.connect(self._edit)
        pane.hand_changed.connect(self._on_hand)
        pane.dropped.connect(self._on_dropped)
        pane.drawn.connect(self._on_drawn)
        pane.link_chosen.connect(self._on_link)
        pane.link_opened.connect(self._on_link_opened)
        pane.jump.connect(self.jump_to)
        pane.menu_asked.connect(self.menu_asked)
        pane.rows_moved.connect(self._on_rows_moved)
        pane.scale_changed.connect(self.arranged_anew)
        self.drawer.jump.connect(self._on_conflict)
        self.drawer.other_end.connect(self._on_other_end)
        self.drawer.mend.connect(self._on_mend)
        self.drawer.closed.connect(self.hide_drawer)
        self.capacity.chosen.connect(self._on_week)
        self.capacity.menu_asked.connect(self.person_menu_asked)

    # -- in ----------------------------------------------------------------------------------------------------------

    def show_plan(self, plan: Plan) -> None:
        """Show other rows; zoom, what is open and what is chosen stay where they are."""
        self.plan = plan
        self.drawer.show_conflicts(plan.conflicts)
        self.capacity.show_plan(plan)
        self._arrange()
        if not self._fitted:
            self._fitted = True
            layout = self.layout()
            if layout is not None:
                layout.activate()
            self._stand_as(self._left_as, plan)

    def begin_as(self, stand: Stand) -> None:
        """Say how the view was left: it stands like that when its first plan comes."""
        self._left_as = stand
        self._collapsed = None if stand.closed is None else set(stand.closed)

    def _stand_as(self, stand: Stand, plan: Plan) -> None:
        pane, arranged = self.pane, self.arranged
        if stand.ahead_s is None:
            pane.show_today()
        else:
            pane.set_scale(Scale.at(plan.present + stand.ahead_s, day_px=pane.scale.day_px))
        if arranged is None:
            return
        if (chosen := arranged.of_key.get(stand.chosen)) is not None and chosen in self._row_of:
            self._choose(chosen)
        if (top := arranged.of_key.get(stand.top)) is not None and top in self._row_of:
            pane.verticalScrollBar().setValue(round(self._row_of[top] * pane.row_px))

    def stand(self, look: Look) -> Stand:
        """Return how the view stands now."""
        pane, plan, arranged = self.pane, self.plan, self.arranged
        row = round(pane.verticalScrollBar().value() / pane.row_px)
        top = arranged.nodes[pane.shown[row]].key if arranged is not None and 0 < row < len(pane.shown) else ""
        chosen = self.chosen
        return Stand(
            look=look,
            baseline=None if plan is None else plan.baseline,
            closed=None if self._collapsed is None else frozenset(self._collapsed),
            ahead_s=None if plan is None else round(pane.scale.origin - plan.present),
            top=top,
            chosen="" if chosen is None else chosen.key,
            drawer=self.drawer.isVisibleTo(self),
        )

    def set_wanted(self, wanted: Wanted) -> None:
        """Group or narrow the rows otherwise."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._found_anew = True
            self._arrange()

    def set_calendars(self, calendar_of: Callable[[ItemLine], WorkTime], half_day_s: Callable[[ItemLine], int]) -> None:
        """Say what a working day is: from then on bars can be moved."""
        self.pane.calendar_of = calendar_of
        self.pane.half_day_s = half_day_s

    def show_pushes(self, item: bytes, place: Place, pushes: tuple[Push, ...]) -> None:
        """Show what a move would push, where it is still the one in hand."""
        hand = self.pane.hand
        if hand is not None and hand.item == item and hand.place == place:
            self.pane.say_hand(hand_tip(self.pane, self._item(item), len(pushes)), pushes)

    def put_back(self) -> None:
        """Lay back what was moved and not taken."""
        self.pane.drop_hand()

    @property
    def chosen(self) -> Node | None:
        """Return the row that is chosen."""
        return self.model.node(self.tree.currentIndex())

    # -- rows --------------------------------------------------------------------------------------------------------

    @property
    def _closed(self) -> set[str]:
        """Return the keys of the rows that are closed now; a change of it holds."""
        if self._collapsed is None or self.wanted.narrows:
            return self._closed_meanwhile
        return self._collapsed

    def _arrange(self) -> None:
        plan = self.plan
        if plan is None:
            return
        chosen = self.chosen
        self.arranged = arranged = arrange(
            plan, self.wanted, service_names=service_names(), nobody=tr("Timeline", "Nobody")
        )
        if self._collapsed is None and arranged.nodes and not self.wanted.narrows:
            self._collapsed = first_collapsed(arranged, FIRST_ROWS)
        if self._found_anew:
            self._found_anew = False
            many = self.wanted.narrows and len(arranged.nodes) > MOST_FOUND_OPEN
            self._closed_meanwhile = first_collapsed(arranged, MOST_FOUND_OPEN) if many else set()
        self._filling = True
        top = self.pane.verticalScrollBar().value()
        self.model.show(plan, arranged)
        closed = self._closed
        if not closed:
            self.tree.expandAll()
        else:
            for number, node in enumerate(arranged.nodes):
                if node.children and node.key not in closed:
                    self.tree.expand(self.model.index_of(number))
        self._filling = False
        self._show_rows()
        self.pane.verticalScrollBar().setValue(top)
        if chosen is not None and chosen.key in arranged.of_key:
            self._choose(arranged.of_key[chosen.key])
        elif arranged.nodes and not self.tree.currentIndex().isValid():
            self._choose(arranged.roots[0])
        self.arranged_anew.emit()

    def _show_rows(self) -> None:
        plan, arranged = self.plan, self.arranged
        if plan is None or arranged is None:
            return
        collapsed = frozenset(self._closed)
        shown = arranged.open_rows(collapsed)
        self._row_of = {number: row for row, number in enumerate(shown)}
        self.pane.chips = chips_of(plan, arranged, self._row_of)
        self.pane.show_rows(plan, arranged, shown, collapsed=collapsed)
        self._follow(self.tree.currentIndex())

    def expand_all(self) -> None:
        self._collapsed = set()
        self._closed_meanwhile = set()
        self._arrange()

    def collapse_all(self) -> None:
        if self.arranged is not None:
            closed = self._closed
            closed.clear()
            closed.update(node.key for node in self.arranged.nodes if node.children)
            self._arrange()

    @Slot(QModelIndex)
    def _on_expanded(self, index: QModelIndex) -> None:
        self._open(index, open_=True)

    @Slot(QModelIndex)
    def _on_collapsed(self, index: QModelIndex) -> None:
        self._open(index, open_=False)

    def _open(self, index: QModelIndex, *, open_: bool) -> None:
        node = self.model.node(index)
        if self._filling or node is None:
            return
        if open_:
            self._closed.discard(node.key)
        else:
            self._closed.add(node.key)
        self._show_rows()

    # -- choosing ----------------------------------------------------------------------------------------------------

    def _choose(self, number: int) -> None:
        self.tree.setCurrentIndex(self.model.index_of(number))

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.pane.settle_keys()
        self._follow(current)

    def _follow(self, index: QModelIndex) -> None:
        self.pane.select_row(self._row_of.get(int(index.internalId())) if index.isValid() else None)

    @Slot(int)
    def _on_row_chosen(self, number: int) -> None:
        self._choose(number)
        self.tree.setFocus(Qt.FocusReason.MouseFocusReason)

    @Slot(bytes)
    def jump_to(self, item: bytes) -> None:
        """Go to an item, wherever it is: what hides it opens, what filters it out is taken back."""
        if self.arranged is None or self.plan is None:
            return
        if item not in self.arranged.of_item:
            if all(one.id != item for one in self.plan.items):
                return
            self.set_wanted(Wanted(grouping=self.wanted.grouping))
        arranged = self.arranged
        if arranged is None or item not in arranged.of_item:
            return
        number = arranged.of_item[item][0]
        for above in reversed(arranged.above(number)):
            self.tree.expand(self.model.index_of(above))
        self._choose(number)
        if self.pane.is_overview:
            self.pane.set_row_px(px(28))
        node = arranged.nodes[number]
        row = self._row_of.get(number)
        if row is not None:
            self.pane.reveal(row, node.starts, node.ends)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- conflicts ---------------------------------------------------------------------------------------------------

    def step_conflict(self, by: int) -> None:
        """Go to the next conflict or the previous one, the drawer with it."""
        conflict = self.drawer.step(by)
        self.show_drawer()
        if conflict is not None:
            self._on_conflict(conflict)

    def _place_drawer(self) -> None:
        """Put the drawer beside the plan, or over its end where the window leaves too little for both."""
        over = self.width() < px(DRAWER_BESIDE_FROM_PX)
        if over != self._drawer_over:
            self._drawer_over = over
            if over:
                self._row.removeWidget(self.drawer)
            else:
                self._row.addWidget(self.drawer)
        if over:
            wide = self.drawer.width()
            x = 0 if self.isRightToLeft() else self.width() - wide
            self.drawer.setGeometry(x, 0, wide, self.height())
            self.drawer.raise_()

    @Slot()
    def show_drawer(self) -> None:
        self.drawer.show()
        self.drawer_shown.emit()

    @Slot()
    def hide_drawer(self) -> None:
        self.drawer.hide()
        self.drawer_shown.emit()
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_conflict(self, conflict: ConflictLine) -> None:
        if conflict.items:
            self.jump_to(conflict.items[0])

    @Slot(object)
    def _on_other_end(self, conflict: ConflictLine) -> None:
        if len(conflict.items) > 1:
            self.jump_to(conflict.items[1])

    @Slot(object, object)
    def _on_mend(self, conflict: ConflictLine, at: QPoint) -> None:
        if conflict.settles is not None:
            self.intent.emit(OpenEngagement(EngagementId(conflict.settles)))
        else:
            self.assign_asked.emit(conflict, at)

    @Slot(bytes, object)
    def _on_week(self, person: bytes, week: object) -> None:
        """Go to the conflict of a person's week; where there is none, offer what can be done with their time."""
        if self.plan is None:
            return
        for conflict in self.plan.conflicts:
            if conflict.person == person and conflict.day is not None:
                days = conflict.day.toordinal() - week.toordinal()  # type: ignore[attr-defined]
                if 0 <= days < 7:
                    self.drawer.mark(conflict.key)
                    self.show_drawer()
                    self._on_conflict(conflict)
                    return
        self.person_menu_asked.emit(person, self.capacity.place_of(person))

    # -- the hand ----------------------------------------------------------------------------------------------------

    @Slot()
    def _on_hand(self) -> None:
        hand = self.pane.hand
        if hand is None or hand.doing is Doing.PRESSED:
            return
        self.pane.say_hand(hand_tip(self.pane, self._item(hand.item), None), None)
        if hand.changed:
            self.intent.emit(wants.PreviewMove(hand.item, hand.place.starts, hand.place.ends))

    def _item(self, item: bytes) -> ItemLine | None:
        arranged = self.arranged
        numbers = () if arranged is None else arranged.of_item.get(item, ())
        return arranged.nodes[numbers[0]].item if arranged is not None and numbers else None

    @Slot(bytes, object)
    def _on_dropped(self, item: bytes, place: Place) -> None:
        self.intent.emit(wants.MoveOnPlan(item, place.starts, place.ends))

    @Slot(bytes, bytes, object)
    def _on_drawn(self, from_id: bytes, to_id: bytes, kind: LinkKind) -> None:
        self.intent.emit(wants.DrawLink(from_id, to_id, kind))

    @Slot(int)
    def _on_link(self, place: int) -> None:
        self.chosen_link = None if place < 0 or self.plan is None else self.plan.links[place]
        self.link_chosen.emit()

    @Slot(int)
    def _on_link_opened(self, place: int) -> None:
        if self.plan is not None:
            self.intent.emit(wants.EditLink(self.plan.links[place].id))

    @Slot(bytes)
    def _edit(self, item: bytes) -> None:
        self.intent.emit(wants.EditPlanItem(item))

    @Slot(object)
    def open_node(self, node: Node) -> None:
        if node.item is not None:
            self._edit(node.item.id)
        elif node.children:
            index = self.tree.currentIndex().siblingAtColumn(0)
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    # -- keys --------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_key(self, event: QKeyEvent) -> None:
        if keys.take_key(self, event):
            event.accept()

    def do(self, what: wants.What) -> None:
        """Do what the palette or a key asks for."""
        keys.do(self, what)

    # -- inside ------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_wheel(self, event: QWheelEvent) -> None:
        self.pane.take_wheel(event, at_x=None)

    @Slot(int)
    def _on_tree_scrolled(self, value: int) -> None:
        if not self.pane.is_overview:
            self.pane.verticalScrollBar().setValue(value)

    @Slot(QPoint)
    def _on_tree_menu(self, at: QPoint) -> None:
        self.menu_asked.emit(self.tree.viewport().mapToGlobal(at))

    @Slot()
    def _on_rows_moved(self) -> None:
        overview = self.pane.is_overview
        wanted = self.names if overview else self.tree
        if self._left.currentWidget() is not wanted:
            held = self.tree.hasFocus()
            self._left.setCurrentWidget(wanted)
            if held and not overview:
                self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_drawer()
        width = NARROW_PX if self.width() < px(NARROW_BELOW_PX) else WIDTH_PX
        if self._left.width() != px(width):
            self._left.setFixedWidth(px(width))
            self.tree.fit_columns(width)
        self.capacity.set_names_width(px(width) + 1)
        self.capacity.set_most(5 if self.height() >= px(640) else 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LocaleChange and self.plan is not None:
            self._arrange()
