"""Help: all keys, what a line can say, what is where, and the look around once more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagedesk.ui.actions import BETWEEN, ActionGroup, ActionRegistry, group_words, shown_keys
from engagedesk.ui.intents import ShowSetting, StartTour
from engagedesk.ui.pages.scrolling import ScrollingPage
from engagedesk.ui.setting_words import Group
from engagedesk.ui.theme import Icon, Style, Tone, px
from engagedesk.ui.widgets.button import Button
from engagedesk.ui.widgets.card import Card, CardHeader
from engagedesk.ui.widgets.chip import KeyCap
from engagedesk.ui.widgets.text import Label

_WIDE = 1080
_CAPS = 190


class HelpPage(ScrollingPage):
    """In by ``show_actions``, out by ``intent``."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._registry: ActionRegistry | None = None
        self.tour_button = Button(self.tr("Show me around"), icon=Icon.TOUR)
        self.tour_button.clicked.connect(self._tour)
        self.keys_button = Button(self.tr("Change the keys"), icon=Icon.KEYBOARD)
        self.keys_button.clicked.connect(self._change)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("Keys and help"), style=Style.PAGE), 1)
        head.addWidget(self.tour_button)
        head.addWidget(self.keys_button)
        bar = QWidget()
        bar.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        bar.setMaximumWidth(px(_WIDE))
        self.column.addWidget(bar)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for half in (self._left, self._right):
            half.setSpacing(16)
        self._keys = QVBoxLayout()
        self._keys.setSpacing(16)
        self._left.addLayout(self._keys)
        self._left.addStretch(1)
        for card in (self._build_line(), self._build_tables(), self._build_timesheet(), self._build_timeline(),
                     self._build_places()):  # fmt: skip
            self._right.addWidget(card)
        self._right.addStretch(1)
        body = QWidget()
        body.setMaximumWidth(px(_WIDE))
        halves = QHBoxLayout(body)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(16)
        halves.addLayout(self._left, 1)
        halves.addLayout(self._right, 1)
        self.column.addWidget(body)
        self.column.addStretch(1)

    def show_actions(self, registry: ActionRegistry) -> None:
        """List the window's actions with the keys that they have; follows every change."""
        if self._registry is None:
            registry.changed.connect(self._list)
        self._registry = registry
        self._list()

    @Slot()
    def _list(self) -> None:
        registry = self._registry
        if registry is None:
            return
        while (item := self._keys.takeAt(0)) is not None:
            card = item.widget()
            if card is not None:
                card.hide()
                card.deleteLater()
        for group in ActionGroup:
            lines = [
                (tuple(shown_keys(one) for one in registry.keys(action.id).split(BETWEEN)), action.words)
                for action in registry.actions
                if action.group is group and registry.keys(action.id)
            ]
            if lines:
                self._keys.addWidget(_listed(group_words(group), lines))

    def _build_line(self) -> Card:
        return _listed(
            self.tr("What a line can say"),
            [
                (("9:30-11",), self.tr("from half past nine to eleven")),
                (("-30",), self.tr("the last 30 minutes")),
                (("-30 -10",), self.tr("from 30 to 10 minutes ago")),
                (("+10",), self.tr("10 minutes from the day's last end")),
                (("1.5h", "90m", "1:30"), self.tr("a length, without times")),
                (("yesterday", "mon"), self.tr("another day, in front")),
                (("now",), self.tr("a timer that starts now, in front")),
                ((", text",), self.tr("the narrative, after a comma")),
                (("#fieldwork",), self.tr("the activity")),
                ((shown_keys("Tab"),), self.tr("takes over what is offered")),
            ],
        )

    def _build_tables(self) -> Card:
        return _listed(
            self.tr("In lists and tables"),
            [
                (("↑", "↓"), self.tr("line by line")),
                ((self.tr("Enter"),), self.tr("opens, or edits the cell")),
                ((self.tr("Space"),), self.tr("draft or ready")),
                ((shown_keys("Del"),), self.tr("deletes the entry; undo brings it back")),
                ((shown_keys("Esc"),), self.tr("leaves without a change")),
                ((shown_keys("Tab"),), self.tr("to the next part of the page")),
            ],
        )

    def _build_timesheet(self) -> Card:
        return _listed(
            self.tr("On the timesheet"),
            [
                (("1.5", "1:30", "90m"), self.tr("hours in a cell; then Enter or Tab")),
                ((shown_keys("Del"),), self.tr("clears cells; undo brings them back")),
                ((shown_keys("Ctrl+C"), shown_keys("Ctrl+V")), self.tr("cells from and to a spreadsheet")),
                ((shown_keys("Ctrl+R"), shown_keys("Ctrl+D")), self.tr("fills cells to the right, or down")),
                ((self.tr("Space"),), self.tr("opens the day of the cell")),
                ((_with("Alt", "←"), _with("Alt", "→")), self.tr("earlier, later; Alt+Home: today")),
                ((shown_keys("Ctrl+Tab"),), self.tr("the next view")),
                (("N",), self.tr("a new entry where there is room")),
                ((_with("Ctrl", "↑"), _with("Ctrl", "↓")), self.tr("moves an entry; with Alt by a minute")),
                ((_with("Ctrl+Shift", "↓"), _with("Ctrl", "←")), self.tr("moves its end, its start")),
                (("S", "M", shown_keys("Shift+M")), self.tr("splits; merges with next, with before")),
                (("O",), self.tr("resolves an overlap")),
            ],
        )

    def _build_timeline(self) -> Card:
        return _listed(
            self.tr("On the timeline"),
            [
                (("←", "→"), self.tr("moves a task by half a working day; rows above it open and close")),
                ((_with("Shift", "←"), _with("Shift", "→")), self.tr("its end by half a working day")),
                ((self.tr("Enter"),), self.tr("keeps the move at once; else opens all its facts")),
                ((shown_keys("Esc"),), self.tr("puts back what is under way")),
                ((shown_keys("Ins"),), self.tr("links it to another; with the mouse from the dots at its ends")),
                ((shown_keys("B"),), self.tr("books somebody on the task, or on the engagement as a whole")),
                ((shown_keys("P"),), self.tr("says how far the task is")),
                ((_with("Alt", "↑"), _with("Alt", "↓")), self.tr("moves the task among those of its phase")),
                ((shown_keys("Del"),), self.tr("removes it, or the link that is chosen")),
                ((_with("Alt", "←"), _with("Alt", "→")), self.tr("earlier, later; the wheel with Shift")),
                ((shown_keys("Ctrl++"), shown_keys("Ctrl+-")), self.tr("nearer, farther; the wheel with Ctrl")),
                ((shown_keys("Shift+F10"),), self.tr("what can be done with the row or the link")),
            ],
        )

    def _build_places(self) -> Card:
        return _listed(
            self.tr("What is where"),
            [
                ((self.tr("Today"),), self.tr("the day's entries, gaps to fill, what is missing")),
                ((self.tr("Engagements"),), self.tr("clients, codes, phases, team, what is due")),
                ((self.tr("Timeline"),), self.tr("all plans in one view: dates, links, conflicts, people's weeks")),
                ((self.tr("Timesheet"),), self.tr("week, day and month; submit, export")),
                ((self.tr("Settings"),), self.tr("keys, rules of the firm, backups, language")),
                ((self.tr("Terminal"),), self.tr("engagedesk --help: the same without the window")),
            ],
        )

    @Slot()
    def _tour(self) -> None:
        self.intent.emit(StartTour())

    @Slot()
    def _change(self) -> None:
        self.intent.emit(ShowSetting(Group.SHORTCUTS.value))


def _with(held: str, arrow: str) -> str:
    """Return an arrow with the keys that are held, these in the words of this system."""
    return shown_keys(f"{held}+A").removesuffix("A") + arrow


def _listed(title: str, lines: list[tuple[tuple[str, ...], str]]) -> Card:
    """Return a card of lines: keys at the start, what they do beside them."""
    card = Card()
    card.column.setSpacing(6)
    card.column.addWidget(CardHeader(title))
    for caps, words in lines:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for cap in caps:
            row.addWidget(KeyCap(cap))
        row.addStretch(1)
        keys = QWidget()
        keys.setLayout(row)
        keys.setFixedWidth(px(_CAPS))
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(keys)
        across.addWidget(Label(words, tone=Tone.SECOND, wrap=True), 1, Qt.AlignmentFlag.AlignVCenter)
        line.setAccessibleName(f"{', '.join(caps)}: {words}")
        card.column.addWidget(line)
    return card
