"""The window: a frame of sidebar, top bar, message bar and pages that register themselves; it knows no feature.

Pages are built when they are first shown. Everything a person asks for leaves through one signal, ``intent``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from engagedesk.domain.ids import EngagementId
from engagedesk.services.queries.rows import EngagementRow, RunningRow
from engagedesk.ui.finding import Findable
from engagedesk.ui.intents import (
    AskForgetTitles,
    Intent,
    Lock,
    NewEntry,
    OpenEngagement,
    Quit,
    Redo,
    Refresh,
    ShowPage,
    StopTimer,
    Undo,
)
from engagedesk.ui.theme import Icon
from engagedesk.ui.theme.tokens import SIDEBAR_COLLAPSES_BELOW
from engagedesk.ui.view_rows import Message
from engagedesk.ui.widgets.message_bar import MessageBar
from engagedesk.ui.widgets.sidebar import NavEntry, Sidebar
from engagedesk.ui.widgets.top_bar import TopBar

DEFAULT_SIZE: Final = QSize(1440, 900)
MINIMUM_SIZE: Final = QSize(880, 600)


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page before it exists: ``make`` builds it, at its first showing."""

    page: str
    title: str
    icon: Icon
    make: Callable[[], QWidget]
    at_bottom: bool = False
    in_sidebar: bool = True


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """An action of the whole window: its words, its keys, and what it asks for."""

    label: str
    keys: str
    """Portable text of the key sequence; "" = none."""
    icon: Icon
    intent: Intent


class MainWindow(QWidget):
    """The frame. A page may have a signal ``intent``; the window passes it on."""

    intent = Signal(object)
    page_shown = Signal(str)
    """A page came into sight: its rows may be stale."""
    closing = Signal()

    def __init__(self, pages: Sequence[PageSpec], now: Callable[[], int], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("EngageDesk")
        self.setMinimumSize(MINIMUM_SIZE)
        self.resize(DEFAULT_SIZE)
        self._specs = {spec.page: spec for spec in pages}
        self._built: dict[str, QWidget] = {}
        self._page = ""
        self._engagements: tuple[EngagementRow, ...] = ()
        self._extra: tuple[Findable, ...] = ()
        self.actions_shown = self._window_actions()
        self.sidebar = Sidebar([NavEntry(s.page, s.title, s.icon, s.at_bottom) for s in pages if s.in_sidebar])
        self.top_bar = TopBar(now)
        self.message_bar = MessageBar()
        self._pages = QStackedWidget()
        for part in (self.sidebar, self.top_bar, self.message_bar):
            part.intent.connect(self._on_intent)
        self._right = right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(self.message_bar)
        right.addWidget(self._pages, 1)
        self._frame = QWidget()
        across = QHBoxLayout(self._frame)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.sidebar)
        across.addLayout(right, 1)
        self._whole = QStackedLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._frame)
        self._add_shortcuts()
        self._tell_finder()

    # -- pages -------------------------------------------------------------------------------------------------------

    def show_page(self, page: str, *, engagement: EngagementId | None = None) -> QWidget:
        """Show a registered page, building it if need be, and return it."""
        widget = self.page(page)
        self._page = page
        self._pages.setCurrentWidget(widget)
        self.sidebar.show_place(page, engagement)
        self.page_shown.emit(page)
        return widget

    def page(self, page: str) -> QWidget:
        """Return a page without showing it."""
        if page not in self._built:
            widget = self._specs[page].make()
            asks = getattr(widget, "intent", None)
            if asks is not None:
                asks.connect(self._on_intent)
            self._built[page] = widget
            self._pages.addWidget(widget)
        return self._built[page]

    def is_built(self, page: str) -> bool:
        return page in self._built

    @property
    def current_page(self) -> str:
        return self._page

    def show_whole(self, widget: QWidget) -> None:
        """Put a widget over the whole window (first run, lock); the frame is out of reach meanwhile."""
        asks = getattr(widget, "intent", None)
        if asks is not None:
            asks.connect(self.intent)
        self._whole.addWidget(widget)
        self._whole.setCurrentWidget(widget)
        self._allow_actions(allow=False)

    def show_frame(self) -> None:
        """Return to the frame and throw away what covered it."""
        covered = self._whole.currentWidget()
        self._whole.setCurrentWidget(self._frame)
        self._allow_actions(allow=True)
        if covered is not None and covered is not self._frame:
            self._whole.removeWidget(covered)
            covered.deleteLater()

    # -- what the frame shows ----------------------------------------------------------------------------------------

    @Slot(object)
    def show_running(self, running: RunningRow | None) -> None:
        self.top_bar.show_running(running)

    @Slot(object)
    def show_engagements(self, rows: tuple[EngagementRow, ...]) -> None:
        """Take the active engagements, in the sidebar's order."""
        self._engagements = rows
        self.sidebar.show_engagements(rows)
        self._tell_finder()

    @Slot(object)
    def show_message(self, message: Message) -> None:
        self.message_bar.show_message(message)

    def add_band(self, widget: QWidget) -> None:
        """Put a widget that shows and hides itself between the message bar and the pages."""
        self._right.insertWidget(self._right.count() - 1, widget)

    def add_findable(self, items: tuple[Findable, ...]) -> None:
        """Let the search box find further actions."""
        self._extra = items
        self._tell_finder()

    # -- inside ------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_intent(self, intent: Intent) -> None:
        if isinstance(intent, ShowPage) and intent.page in self._specs:
            self.show_page(intent.page)
            return
        self.intent.emit(intent)

    def _window_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(self.tr("New entry"), "Ctrl+N", Icon.PLUS, NewEntry()),
            ActionSpec(self.tr("Stop the timer"), "Ctrl+.", Icon.STOP, StopTimer()),
            ActionSpec(self.tr("Undo"), "Ctrl+Z", Icon.UNDO, Undo()),
            ActionSpec(self.tr("Redo"), "Ctrl+Shift+Z", Icon.REDO, Redo()),
            ActionSpec(self.tr("Forget window titles"), "", Icon.DELETE, AskForgetTitles()),
            ActionSpec(self.tr("Lock"), "Ctrl+L", Icon.LOCK, Lock()),
            ActionSpec(self.tr("Refresh"), "F5", Icon.REFRESH, Refresh()),
            ActionSpec(self.tr("Quit"), "Ctrl+Q", Icon.CLOSE, Quit()),
        )

    def _add_shortcuts(self) -> None:
        self._actions: list[QAction] = []
        pages = [spec for spec in self._specs.values() if spec.in_sidebar]
        wanted: list[tuple[str, str, Intent]] = [(a.label, a.keys, a.intent) for a in self.actions_shown]
        wanted += [(spec.title, f"Ctrl+{i}", ShowPage(spec.page)) for i, spec in enumerate(pages, start=1)]
        for label, keys, intent in wanted:
            action = self._action(label, keys)
            action.setData(intent)
            action.triggered.connect(self._on_action)
        self._action(self.tr("Search"), "Ctrl+K").triggered.connect(self.top_bar.finder.begin)

    def _action(self, label: str, keys: str) -> QAction:
        action = QAction(label, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.addAction(action)
        self._actions.append(action)
        return action

    @Slot()
    def _on_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._on_intent(action.data())

    def _allow_actions(self, *, allow: bool) -> None:
        for action in self._actions:
            quits = isinstance(action.data(), Quit)
            action.setEnabled(allow or quits)

    def _tell_finder(self) -> None:
        page, engagement, act = self.tr("Page"), self.tr("Engagement"), self.tr("Action")
        shown = [spec for spec in self._specs.values() if spec.in_sidebar]
        items = [
            Findable(s.title, "", page, ShowPage(s.page), icon=s.icon.value, keys=_shown_keys(f"Ctrl+{i}"))
            for i, s in enumerate(shown, start=1)
        ]
        items += [
            Findable(
                row.short,
                row.title,
                engagement,
                OpenEngagement(row.id),
                colour=row.colour,
                also=" ".join((row.client, *row.codes)),
            )
            for row in self._engagements
        ]
        items += [
            Findable(a.label, "", act, a.intent, icon=a.icon.value, keys=_shown_keys(a.keys))
            for a in self.actions_shown
        ]
        self.top_bar.finder.show_items((*items, *self._extra))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sidebar.set_narrow(event.size().width() < SIDEBAR_COLLAPSES_BELOW)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)


def _shown_keys(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
