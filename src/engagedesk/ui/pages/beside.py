"""A page with a list and, beside it, what is chosen in it: its frame, its search, and the states it goes through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from engagedesk.ui.theme import Style, Tone, px
from engagedesk.ui.theme.tokens import COLUMN_GAP, PAGE_PADDING
from engagedesk.ui.view_rows import Message
from engagedesk.ui.widgets.card import Card
from engagedesk.ui.widgets.inputs import TextField
from engagedesk.ui.widgets.states import EmptyState, ErrorState, Skeleton, Spinner
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import tr

LIST_PX: Final = 368
TYPING_MS: Final = 120
LONGEST_SEARCH: Final = 200


class BesidePage(QWidget):
    """In by the page's own ``show_list``, out by ``intent``."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = False
        self.error = ErrorState()
        self.error.retry.connect(self._retry)
        self.error.hide()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._search_now)

    def lay_out(
        self,
        title: str,
        view: QAbstractItemView,
        detail: QWidget,
        *,
        search: TextField,
        empty: EmptyState,
        none_match: str,
        controls: Sequence[QWidget],
        lasting: Sequence[QWidget] = (),
    ) -> None:
        """Put everything in its place.

        ``controls`` stand at the end of the page's head, the search among them, and go where there is nothing at all;
        ``lasting`` stand behind them and stay.
        """
        self.title = Label(title, style=Style.PAGE)
        self.note = Label("", tone=Tone.SECOND)
        self.spinner = Spinner(tr("Beside", "Refreshing"))
        self.skeleton = Skeleton()
        self.search, self.empty = search, empty
        self._view, self._controls = view, tuple(controls)
        search.setMaxLength(LONGEST_SEARCH)
        search.setClearButtonEnabled(True)
        search.textChanged.connect(self._typed)
        head = QHBoxLayout()
        head.setSpacing(12)
        for widget in (self.title, self.note, self.spinner):
            head.addWidget(widget)
        head.addStretch(1)
        for control in (*controls, *lasting):
            head.addWidget(control)
        self._list = Card(padding=0)
        self._list.column.setContentsMargins(1, 1, 1, 4)
        self._list.column.addWidget(view, 1)
        self._none_match = Label(none_match, tone=Tone.SECOND, align=Qt.AlignmentFlag.AlignCenter)
        self._none_match.setContentsMargins(0, 24, 0, 24)
        self._list.column.addWidget(self._none_match)
        self.set_list_width(LIST_PX)
        self._body = QWidget()
        body = QHBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(COLUMN_GAP)
        body.addWidget(self._list)
        body.addWidget(detail, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 16, PAGE_PADDING, PAGE_PADDING)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.error)
        column.addWidget(self._body, 1)
        column.addWidget(self.skeleton, 1)
        column.addWidget(empty, 1)
        # Before the first list nothing else would hold the head at the top.
        column.addStretch(0)
        self.on_keys("Ctrl+F", self._begin_search)
        self.show_states(0)

    def set_list_width(self, width: int) -> None:
        self._list.setFixedWidth(px(width))

    def on_keys(self, keys: str, slot: Callable[[], None]) -> None:
        """Have keys do something wherever on the page the keyboard is."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    def came(self) -> bool:
        """Say that a list came: end the waiting, and return whether it is the first."""
        first, self._known = not self._known, True
        self.spinner.end()
        self.skeleton.end()
        self.error.hide()
        return first

    @property
    def is_typing(self) -> bool:
        """Say whether a search is being typed that the list does not know of yet."""
        return self._typing.isActive()

    @Slot()
    def show_loading(self) -> None:
        self.spinner.begin()
        if not self._known:
            self.skeleton.begin()

    @Slot(object)
    def show_error(self, message: Message) -> None:
        self.spinner.end()
        self.skeleton.end()
        self.error.show_message(message)
        self.error.show()

    def show_states(self, total: int) -> None:
        """Show list, nothing found, or nothing at all; ``total`` = how many there are, whatever is searched for."""
        nothing = self._known and total == 0
        model = self._view.model()
        rows = 0 if model is None else model.rowCount()
        self._body.setVisible(self._known and not nothing)
        for control in self._controls:
            control.setVisible(not nothing)
        self.note.setVisible(self._known and not nothing)
        self.empty.setVisible(nothing)
        self._view.setVisible(rows > 0)
        self._none_match.setVisible(rows == 0)

    def focus_list(self) -> None:
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- the page's own ----------------------------------------------------------------------------------------------

    def ask(self, chosen: Any = None) -> None:
        """Ask for the list, and for one of it to be shown."""
        raise NotImplementedError

    def search_for(self, text: str) -> None:
        """Ask for what fits a text."""
        raise NotImplementedError

    # -- inside ------------------------------------------------------------------------------------------------------

    @Slot()
    def _typed(self) -> None:
        self._typing.start()

    @Slot()
    def _search_now(self) -> None:
        self.search_for(self.search.text().strip())

    @Slot()
    def _begin_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def _retry(self) -> None:
        self.ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._known:
            self.ask()
        else:
            self.focus_list()
