"""Find entries: opens the search over all history, looks at each key, and goes to what was chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from engagedesk.errors import EngageDeskError
from engagedesk.services.changes import Changes
from engagedesk.services.queries.entry_search import EntrySearch, search_entries
from engagedesk.ui import intents
from engagedesk.ui.actions import Action, ActionGroup
from engagedesk.ui.controllers.messages import message_for
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.finding import Findable
from engagedesk.ui.theme import Icon
from engagedesk.ui.words import tr

if TYPE_CHECKING:
    from engagedesk.ui.dialogs.find_entries import FindEntriesDialog


ENTRY_PAGES: Final = ("today", "timesheet")


class EntryFinder(QObject):
    """Lives in the GUI thread; one search is open at a time."""

    def __init__(self, shell: Shell, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.dialog: FindEntriesDialog | None = None
        shell.window.registry.offer((find_action(),))
        shell.window.top_bar.finder.offer_for_words(for_words)
        self._usual_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), shell.window)
        self._usual_key.activated.connect(self._find)
        shell.window.page_shown.connect(self._on_page_shown)
        self._on_page_shown(shell.window.current_page)
        shell.bridge.changed.connect(self._on_changed)
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {
            intents.FindEntries: self._open,
            intents.SearchEntries: self._search,
        }

    def _open(self, intent: intents.FindEntries) -> None:
        from engagedesk.ui.dialogs.find_entries import FindEntriesDialog

        if self.dialog is None:
            self.dialog = FindEntriesDialog(parent=self._shell.window)
            self.dialog.intent.connect(self._shell.window.intent)
            self.dialog.finished.connect(self._closed)
            self.dialog.open()
        self.dialog.begin(intent.text)

    @Slot(str)
    def _on_page_shown(self, page: str) -> None:
        """Where entries are shown the usual key of a search means them; other pages have a search of their own."""
        self._usual_key.setEnabled(page in ENTRY_PAGES)

    @Slot()
    def _find(self) -> None:
        self._open(intents.FindEntries())

    @Slot()
    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _search(self, intent: intents.SearchEntries) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        wanted = EntrySearch(intent.text, intent.most)
        self._shell.bridge.ask(
            dialog, lambda w: w.read(search_entries, wanted), dialog.show_found, failed=self._failed, topic="search"
        )

    def _failed(self, error: EngageDeskError) -> None:
        if self.dialog is not None:
            self.dialog.show_failure(message_for(error).title)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self.dialog is not None and changes.touches("time_entry", "engagement", "client", "charge_code", "task"):
            self._search(intents.SearchEntries(self.dialog.wanted.text, self.dialog.wanted.most))


def find_action() -> Action:
    """Return what palette, help and keys can ask for from anywhere."""
    return Action("entry.find", tr("Find", "Find entries"), "F3", Icon.SEARCH, ActionGroup.TIME, intents.FindEntries(),
                  also=tr("Find", "search history narrative time when"))  # fmt: skip


def for_words(words: str) -> Findable:
    """Return what the palette offers for words that it does not know, and below those that it does."""
    label = tr("Find", "Find “{words}” in all entries").format(words=words)
    return Findable(label, "", "", intents.FindEntries(words), icon=Icon.SEARCH.value)
