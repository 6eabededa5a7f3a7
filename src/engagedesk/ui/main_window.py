"""The window: a frame of sidebar, top bar, message bar and pages that register themselves; it knows no feature.

Pages are built when they are first shown. Everything a person asks for leaves through one signal, ``intent``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from engagedesk.domain.ids import EngagementId
from engagedesk.services.queries.rows import EngagementRow, RunningRow
from engagedesk.ui.actions import ActionRegistry, Needs, window_actions
from engagedesk.ui.finding import Findable
from engagedesk.ui.intents import BeginImport, FindAnything, Intent, ShowPage
from engagedesk.ui.palette import window_findables
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
    narrow_sidebar: bool = False
    """The page needs the width: the sidebar shows icons only beside it."""


class MainWindow(QMainWindow):
    """The frame. A page may have a signal ``intent``, which is passed on, and ``show_actions``, told the registry.

    Qt's main window for its role alone: of a plain widget screen readers do not hear that it became active.
    """

    intent = Signal(object)
    page_shown = Signal(str)
    """A page came into sight: its rows may be stale."""

    def __init__(self, pages: Sequence[PageSpec], now: Callable[[], int], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("EngageDesk")
        self.setMinimumSize(MINIMUM_SIZE)
        self.setAcceptDrops(True)
        self.resize(DEFAULT_SIZE)
        self._specs = {spec.page: spec for spec in pages}
        self._built: dict[str, QWidget] = {}
        self._page = ""
        self._engagements: tuple[EngagementRow, ...] = ()
        self._extra: dict[str, tuple[Findable, ...]] = {}
        in_sidebar = [(spec.page, spec.title, spec.icon) for spec in pages if spec.in_sidebar]
        self.registry = ActionRegistry(window_actions(in_sidebar), parent=self)
        self._covered = False
        self._running = False
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
        right.addWidget(self._pages, 1)
        self._frame = QWidget()
        across = QHBoxLayout(self._frame)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.sidebar)
        across.addLayout(right, 1)
        self.message_bar.setParent(self._frame)
        self.message_bar.lie_over(self._pages)
        whole = QWidget()
        self.setCentralWidget(whole)
        self._whole = QStackedLayout(whole)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._frame)
        self._actions: dict[str, QAction] = {}
        self.registry.changed.connect(self._take_keys)
        self._take_keys()

    # -- pages -------------------------------------------------------------------------------------------------------

    def show_page(self, page: str, *, engagement: EngagementId | None = None) -> QWidget:
        """Show a registered page, building it if need be, and return it."""
        widget = self.page(page)
        self._page = page
        self._pages.setCurrentWidget(widget)
        self._fit_sidebar()
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
            lists = getattr(widget, "show_actions", None)
            if lists is not None:
                lists(self.registry)
            self._built[page] = widget
            self._pages.addWidget(widget)
        return self._built[page]

    def is_built(self, page: str) -> bool:
        return page in self._built

    def built_page(self, page: str) -> QWidget | None:
        """Return a page that was built already; None = nobody looked at it yet, and nothing needs showing there."""
        return self._built.get(page)

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
        self._running = running is not None
        self.top_bar.show_running(running)
        self._tell_finder()

    def show_away(self, since_utc: int | None, zone: str = "") -> None:
        """Say in the top bar since when nobody is there; None = somebody is."""
        self.top_bar.show_away(since_utc, zone)

    @Slot(object)
    def show_engagements(self, rows: tuple[EngagementRow, ...], others: tuple[EngagementRow, ...] = ()) -> None:
        """Take the active engagements, in the sidebar's order, and others that only the palette finds."""
        self._engagements = (*rows, *others)
        self.sidebar.show_engagements(rows)
        self._tell_finder()

    @Slot(object)
    def show_message(self, message: Message) -> None:
        self.message_bar.show_message(message)

    def add_band(self, widget: QWidget) -> None:
        """Put a widget that shows and hides itself between the top bar and the pages."""
        self._right.insertWidget(self._right.count() - 1, widget)

    def offer_findables(self, source: str, items: tuple[Findable, ...]) -> None:
        """Let the palette find further things; a source's next items take the place of its last."""
        self._extra[source] = items
        self._tell_finder()

    # -- inside ------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_intent(self, intent: Intent) -> None:
        if isinstance(intent, ShowPage) and intent.page in self._specs:
            self.show_page(intent.page)
            return
        if isinstance(intent, FindAnything):
            self.top_bar.finder.begin()
            return
        self.intent.emit(intent)

    @Slot()
    def _take_keys(self) -> None:
        """Give every action of the registry its keys, and say them where they are shown."""
        for action in self._actions.values():
            self.removeAction(action)
            action.deleteLater()
        self._actions = {}
        for spec in self.registry.actions:
            action = QAction(spec.words, self)
            action.setObjectName(spec.id)
            action.setShortcuts(self.registry.sequences(spec.id))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(self._on_action)
            self.addAction(action)
            self._actions[spec.id] = action
        self._allow_actions(allow=not self._covered)
        self.top_bar.show_keys(self.registry)
        self.sidebar.show_keys(self.registry)
        self._tell_finder()

    @Slot()
    def _on_action(self) -> None:
        action = self.sender()
        spec = self.registry.action(action.objectName()) if isinstance(action, QAction) else None
        if spec is not None:
            self._on_intent(spec.intent)

    def _allow_actions(self, *, allow: bool) -> None:
        self._covered = not allow
        for name, action in self._actions.items():
            spec = self.registry.action(name)
            action.setEnabled(allow or (spec is not None and spec.needs is Needs.NOTHING))

    def _tell_finder(self) -> None:
        if self._actions:
            own = window_findables(self.registry, self._engagements, running=self._running)
            self.top_bar.finder.show_items((*own, *(item for items in self._extra.values() for item in items)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        file = self._dropped_file(event)
        if file is not None:
            event.acceptProposedAction()
            self.intent.emit(BeginImport(file))

    def _dropped_file(self, event: QDropEvent) -> Path | None:
        """Return the one local file that is dragged over the frame; None for anything else."""
        urls = event.mimeData().urls()
        if len(urls) != 1 or not urls[0].isLocalFile() or self._whole.currentWidget() is not self._frame:
            return None
        return Path(urls[0].toLocalFile())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sidebar()

    def _fit_sidebar(self) -> None:
        spec = self._specs.get(self._page)
        wanted = spec is not None and spec.narrow_sidebar
        self.sidebar.set_narrow(wanted or self.width() < SIDEBAR_COLLAPSES_BELOW)
