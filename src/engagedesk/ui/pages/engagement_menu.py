"""What can be done with one engagement, as a menu: from its page and from its row in the list."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from engagedesk.domain.engagement import next_states
from engagedesk.services.queries.rows import EngagementRow
from engagedesk.ui.dialogs.engagement_ending import state_action
from engagedesk.ui.intents import Intent, OpenEngagement, StartTimer, WritePlan
from engagedesk.ui.portfolio_intents import (
    BeginContact,
    BeginInvoice,
    BeginReport,
    ChangeState,
    EditEngagement,
    EditGate,
    RollForward,
)
from engagedesk.ui.staffing_intents import CloseEngagement
from engagedesk.ui.words import tr


def timer_for(row: EngagementRow) -> StartTimer:
    """Return what starts the timer on an engagement's first open code."""
    still_open = [code for code in row.codes if code not in row.closed_codes]
    return StartTimer(" ".join((row.short, row.title, *still_open[:1])))


class EngagementMenu(QObject):
    """Builds and shows the menu; ``intent`` carries what was chosen."""

    intent = Signal(object)

    def __init__(self, owner: QWidget, *, opens: bool) -> None:
        """``opens``: the menu stands in a list, so it offers to open the engagement too."""
        super().__init__(owner)
        self._owner = owner
        self._opens = opens

    def build(self, row: EngagementRow) -> QMenu:
        """Return the menu of an engagement; it goes with its owner."""
        menu = QMenu(self._owner)
        menu.setAccessibleName(tr("EngagementMenu", "Actions for {name}").format(name=row.client))
        if self._opens:
            self._add(menu, tr("EngagementMenu", "Open"), OpenEngagement(row.id), "Return")
            self._add(menu, tr("EngagementMenu", "Start timer"), timer_for(row), "S")
        self._add(menu, tr("EngagementMenu", "Edit"), EditEngagement(row.id), "E" if self._opens else "Ctrl+E")
        self._add(menu, tr("EngagementMenu", "Set a gate"), EditGate(row.id), "G")
        self._add(menu, tr("EngagementMenu", "Roll forward to next year"), RollForward(row.id), "R")
        self._add(menu, tr("EngagementMenu", "Note a contact"), BeginContact(row.id), "N")
        self._add(menu, tr("EngagementMenu", "Progress report"), BeginReport(row.id), "P")
        self._add(menu, tr("EngagementMenu", "Save its plan as a file"), WritePlan((row.id,)))
        self._add(menu, tr("EngagementMenu", "Invoices"), BeginInvoice(row.id))
        self._add(menu, tr("EngagementMenu", "Days closed to work"), CloseEngagement(row.id))
        menu.addSeparator()
        for state in next_states(row.state):
            self._add(menu, state_action(row.state, state), ChangeState(row.id, state))
        return menu

    def show(self, row: EngagementRow, at: QPoint) -> None:
        """Show the menu at a place of the screen; nothing waits for it."""
        menu = self.build(row)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _add(self, menu: QMenu, words: str, intent: Intent, keys: str = "") -> None:
        action = menu.addAction(words)
        action.setData(intent)
        if keys and (self._opens or "+" in keys):
            # Shown here, handled by the table or page that has the keyboard; the page has none of the bare letters.
            action.setText(f"{words}\t{QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)}")
        action.triggered.connect(self._chosen)

    @Slot()
    def _chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.intent.emit(action.data())
