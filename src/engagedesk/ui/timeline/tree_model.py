"""The rows as an item model: what the tree shows, the keyboard walks, and a screen reader reads."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from engagedesk.ui.format import day_short, percent
from engagedesk.ui.timeline.arranging import Arranged, Node, NodeKind
from engagedesk.ui.timeline.rows import Plan, Severity
from engagedesk.ui.timeline.words import item_tip, tr

NAME: Final = 0
WHO: Final = 1
DUE: Final = 2
COLUMNS: Final = 3

AnyIndex = QModelIndex | QPersistentModelIndex
NODE: Final = Qt.ItemDataRole.UserRole + 1


class PlanModel(QAbstractItemModel):
    """An index' internal id is the place of its node."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arranged: Arranged | None = None
        self._owners: dict[bytes, str] = {}
        self._place: list[int] = []

    @property
    def arranged(self) -> Arranged | None:
        return self._arranged

    def show(self, plan: Plan, arranged: Arranged) -> None:
        """Take other rows; whoever keeps places must ask again for them."""
        self.beginResetModel()
        self._arranged = arranged
        self._owners = {person.id: person.name for person in plan.people}
        place = [0] * len(arranged.nodes)
        for order, number in enumerate(arranged.roots):
            place[number] = order
        for node in arranged.nodes:
            for order, number in enumerate(node.children):
                place[number] = order
        self._place = place
        self.endResetModel()

    def node(self, index: AnyIndex) -> Node | None:
        if self._arranged is None or not index.isValid():
            return None
        return self._arranged.nodes[int(index.internalId())]

    def index_of(self, number: int, column: int = NAME) -> QModelIndex:
        """Return the index of a node by its place."""
        return self.createIndex(self._place[number], column, number)

    # -- QAbstractItemModel ------------------------------------------------------------------------------------------

    def _children(self, parent: AnyIndex) -> tuple[int, ...]:
        if self._arranged is None:
            return ()
        if not parent.isValid():
            return self._arranged.roots
        return self._arranged.nodes[int(parent.internalId())].children if parent.column() == NAME else ()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self._children(parent))

    def columnCount(self, _parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return COLUMNS

    def hasChildren(self, parent: AnyIndex = QModelIndex()) -> bool:  # noqa: B008
        return bool(self._children(parent))

    def index(self, row: int, column: int, parent: AnyIndex = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self._children(parent)
        if not 0 <= row < len(children) or not 0 <= column < COLUMNS:
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, index: AnyIndex = QModelIndex()) -> Any:  # noqa: B008
        node = self.node(index)
        return QModelIndex() if node is None or node.parent < 0 else self.index_of(node.parent)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            NAME: tr("Timeline", "Engagement, phase, task"),
            WHO: tr("Timeline", "Who"),
            DUE: tr("Timeline", "Due"),
        }.get(section)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node(index)
        if node is None:
            return None
        if role == NODE:
            return node
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(node, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if index.column() == NAME:
                return self._spoken(node)
            return self._text(node, index.column()) or QCoreApplication.translate("Table", "empty")
        if role == Qt.ItemDataRole.ToolTipRole and node.item is not None:
            return item_tip(node.item, self._owner(node))
        return None

    def _owner(self, node: Node) -> str:
        return "" if node.person is None else self._owners.get(node.person, "")

    def _text(self, node: Node, column: int) -> str:
        if column == NAME:
            return node.name
        if column == WHO:
            if node.item is not None and not node.who and node.item.kind.value == "task":
                return tr("Timeline", "none")
            return node.who
        return "" if node.due is None else day_short(node.due)

    def _spoken(self, node: Node) -> str:
        """Return everything that the bar shows, in words."""
        parts = [node.name]
        if node.kind is NodeKind.ITEM and node.item is not None:
            parts = item_tip(node.item, self._owner(node)).split("\n")
            if node.item.note:
                parts.append(node.item.note)
        elif node.kind is NodeKind.ENGAGEMENT:
            parts.append(percent(round(node.progress * 100), 100))
        if node.due is not None and node.kind is not NodeKind.ITEM:
            parts.append(tr("Timeline", "until {day}").format(day=day_short(node.due)))
        if node.severity is not None:
            danger = node.severity is Severity.DANGER
            parts.append(tr("Timeline", "Conflict") if danger else tr("Timeline", "Warning"))
        return ", ".join(parts)
