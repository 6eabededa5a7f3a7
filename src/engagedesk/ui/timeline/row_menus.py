"""The menus of what the timeline shows: a row, a link, somebody in the capacity strip, a conflict without a person."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu

from engagedesk.domain.ids import EngagementId, PersonId
from engagedesk.ui.intent import Sends, sending
from engagedesk.ui.staffing_intents import CloseEngagement, EnterLeave, SetWorkingWeek
from engagedesk.ui.timeline import intents as wants
from engagedesk.ui.timeline.arranging import Node, NodeKind
from engagedesk.ui.timeline.row_facts import booking_of
from engagedesk.ui.timeline.rows import ConflictLine, ItemLine, LinkLine
from engagedesk.ui.timeline.task_menu import add_task_wishes, fill_progress
from engagedesk.ui.timeline.view import TimelineView
from engagedesk.ui.timeline.words import link_words, tr


class RowMenus(QObject):
    """Opens them where the view asks for them; what is chosen in them goes out by ``sends``."""

    def __init__(self, view: TimelineView, sends: Sends) -> None:
        super().__init__(view)
        self._view = view
        self._sends = sends
        view.menu_asked.connect(self._open_menu)
        view.progress_asked.connect(self._open_progress_menu)
        view.person_menu_asked.connect(self._open_person_menu)
        view.assign_asked.connect(self._open_assign_menu)

    def _menu(self) -> QMenu:
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    @Slot(object)
    def _open_menu(self, at: QPoint) -> None:
        """Show what can be done with what is chosen."""
        menu = self.of_chosen()
        if menu is not None:
            menu.popup(at)

    def of_chosen(self) -> QMenu | None:
        """Return the menu of the chosen link or row; None where neither is chosen."""
        plan, view = self._view.plan, self._view
        if plan is None:
            return None
        menu = self._menu()
        names = {item.id: item.name for item in plan.items}
        if view.chosen_link is not None:
            self._add_link(menu, view.chosen_link, names)
            return menu
        node = view.chosen
        if node is None:
            return None
        item = node.item
        if item is None:
            open_ = view.tree.isExpanded(view.tree.currentIndex().siblingAtColumn(0))
            words = tr("Timeline", "Collapse") if open_ else tr("Timeline", "Expand")
            menu.addAction(words).triggered.connect(self._toggle_row)
            self._add_booking(menu, node)
            return menu
        keys = tr("Timeline", "Enter"), tr("Timeline", "Ins"), tr("Timeline", "Del")
        edit, link, remove = (
            tr("Timeline", "Edit…"), tr("Timeline", "Link to…"), tr("Timeline", "Remove")
        )  # fmt: skip
        menu.addAction(f"{edit}\t{keys[0]}").triggered.connect(sending(self._sends, wants.EditPlanItem(item.id)))
        menu.addAction(f"{link}\t{keys[1]}").triggered.connect(sending(self._sends, wants.BeginLink(item.id)))
        self._add_booking(menu, node)
        joined = [one for one in plan.links if item.id in (one.from_id, one.to_id)]
        if joined:
            links = menu.addMenu(tr("Timeline", "Links"))
            for one in joined:
                self._add_link(links.addMenu(_link_title(one, item, names)), one, names)
        pin = tr("Timeline", "Let go") if item.pinned else tr("Timeline", "Pin")
        menu.addAction(pin).triggered.connect(sending(self._sends, wants.PinPlanItem(item.id, not item.pinned)))
        add_task_wishes(menu, view.arranged, node, self._sends)
        menu.addSeparator()
        menu.addAction(f"{remove}\t{keys[2]}").triggered.connect(sending(self._sends, wants.RemovePlanItem(item.id)))
        return menu

    @Slot(object)
    def _open_progress_menu(self, at: QPoint) -> None:
        node = self._view.chosen
        if node is not None and node.item is not None:
            menu = self._menu()
            fill_progress(menu, node.item, self._sends)
            menu.popup(at)

    @Slot(bytes, object)
    def _open_person_menu(self, person: bytes, at: QPoint) -> None:
        self.of_person(person).popup(at)

    @Slot(object, object)
    def _open_assign_menu(self, conflict: ConflictLine, at: QPoint) -> None:
        self.to_assign(conflict).popup(at)

    def to_assign(self, conflict: ConflictLine) -> QMenu:
        """Return the menu of who may do what a conflict is about: oneself first, not who is in its way."""
        menu = self._menu()
        items = conflict.items if conflict.marked == 0 else conflict.items[: conflict.marked]
        people = () if self._view.plan is None else self._view.plan.people
        for person in sorted(people, key=lambda one: (not one.is_me, one.name.casefold())):
            if person.id == conflict.person:
                continue
            words = tr("Timeline", "{name}, you").format(name=person.name) if person.is_me else person.name
            menu.addAction(words).triggered.connect(sending(self._sends, wants.AssignItems(items, person.id)))
        return menu

    def of_person(self, person: bytes) -> QMenu:
        """Return the menu of somebody in the capacity strip."""
        menu = self._menu()
        who = PersonId(person)
        menu.addAction(tr("Timeline", "Leave…")).triggered.connect(sending(self._sends, EnterLeave(who)))
        menu.addAction(tr("Timeline", "Working week…")).triggered.connect(sending(self._sends, SetWorkingWeek(who)))
        return menu

    def _add_booking(self, menu: QMenu, node: Node) -> None:
        intent = booking_of(node)
        if intent is not None:
            words = tr("Timeline", "Book somebody…")
            menu.addAction(f"{words}\tB").triggered.connect(sending(self._sends, intent))
        if node.kind is NodeKind.ENGAGEMENT and node.engagement is not None:
            closed = CloseEngagement(EngagementId(node.engagement))
            menu.addAction(tr("Timeline", "Days closed to work…")).triggered.connect(sending(self._sends, closed))

    def _add_link(self, menu: QMenu, link: LinkLine, names: dict[bytes, str]) -> None:
        edit, remove = tr("Timeline", "Edit the link…"), tr("Timeline", "Remove the link")
        menu.addAction(edit).triggered.connect(sending(self._sends, wants.EditLink(link.id)))
        for end in (link.from_id, link.to_id):
            if end in names:
                words = tr("Timeline", "Go to “{name}”").format(name=names[end])
                menu.addAction(words).triggered.connect(self._goer_to(end))
        menu.addAction(remove).triggered.connect(sending(self._sends, wants.RemoveLink(link.id)))

    @Slot()
    def _toggle_row(self) -> None:
        index = self._view.tree.currentIndex().siblingAtColumn(0)
        self._view.tree.setExpanded(index, not self._view.tree.isExpanded(index))

    def _goer_to(self, item: bytes) -> Callable[[], None]:
        return lambda: self._view.jump_to(item)


def _link_title(link: LinkLine, item: ItemLine, names: dict[bytes, str]) -> str:
    kind = link_words(link.kind)
    if link.from_id == item.id:
        words = tr("Timeline", "before “{name}” ({kind})")
        return words.format(name=names.get(link.to_id, "…"), kind=kind)
    return tr("Timeline", "after “{name}” ({kind})").format(name=names.get(link.from_id, "…"), kind=kind)
