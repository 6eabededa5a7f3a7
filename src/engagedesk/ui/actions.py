"""Every action of the window, in one place: menus, palette, shortcuts, tooltips and help all read it here.

An action is what a person can ask for without pointing at a thing: its words, its keys, and the intention that it
sends. A controller that brings a feature along offers its actions with ``ActionRegistry.offer``; nobody else names
keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QKeySequence

from engagedesk.ui import intents
from engagedesk.ui.intents import Intent
from engagedesk.ui.theme import Icon

tr = QCoreApplication.translate

_PORTABLE: Final = QKeySequence.SequenceFormat.PortableText
_NATIVE: Final = QKeySequence.SequenceFormat.NativeText
BETWEEN: Final = "; "
"""Stands between two key sequences of one action, as in Qt's own lists."""


class ActionGroup(StrEnum):
    """Where an action is listed; the order here is the order there."""

    TIME = "time"
    EDIT = "edit"
    GO = "go"
    DATA = "data"
    PROGRAM = "program"


def group_words(group: ActionGroup) -> str:
    return {
        ActionGroup.TIME: tr("Actions", "Time"),
        ActionGroup.EDIT: tr("Actions", "Edit"),
        ActionGroup.GO: tr("Actions", "Go to"),
        ActionGroup.DATA: tr("Actions", "Data"),
        ActionGroup.PROGRAM: tr("Actions", "Program"),
    }[group]


class Needs(StrEnum):
    """When an action can be had."""

    NOTHING = "nothing"
    """Always, also while the lock page or first run covers the window."""
    STORE = "store"
    RUNNING = "running"
    """A timer runs; without one its keys are heard all the same, and what they ask for says why not."""


@dataclass(frozen=True, slots=True)
class Action:
    """One action. ``default_keys`` is portable text, sequences parted by ``"; "``; "" = none."""

    id: str
    """Stable: settings keep changed keys by it."""
    words: str
    default_keys: str
    icon: Icon
    group: ActionGroup
    intent: Intent
    needs: Needs = Needs.STORE
    also: str = ""
    """Further words that find it."""


class ActionRegistry(QObject):
    """All actions with the keys that they have now. Lives in the GUI thread."""

    changed = Signal()
    """Actions came, or keys changed."""

    def __init__(self, actions: Iterable[Action] = (), *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = {action.id: action for action in actions}
        self._assigned: dict[str, str] = {}

    @property
    def actions(self) -> tuple[Action, ...]:
        """All actions by group, in the order in which they were offered."""
        order = list(ActionGroup)
        return tuple(sorted(self._actions.values(), key=lambda action: order.index(action.group)))

    @property
    def assigned(self) -> Mapping[str, str]:
        """The keys that a person changed, by the action's id; also of actions that are not there at present."""
        return dict(self._assigned)

    def offer(self, actions: Iterable[Action]) -> None:
        """Take further actions; one with an id that is there takes its place."""
        self._actions |= {action.id: action for action in actions}
        self.changed.emit()

    def assign(self, keys: Mapping[str, str]) -> None:
        """Take the keys that a person chose, in place of all chosen before."""
        if dict(keys) != self._assigned:
            self._assigned = dict(keys)
            self.changed.emit()

    def action(self, action: str) -> Action | None:
        return self._actions.get(action)

    def keys(self, action: str) -> str:
        """Return an action's keys as portable text; "" = none."""
        known = self._actions.get(action)
        return self._assigned.get(action, "" if known is None else known.default_keys)

    def sequences(self, action: str) -> list[QKeySequence]:
        return sequences(self.keys(action))

    def shown(self, action: str) -> str:
        """Return the first of an action's key sequences as this system writes it: ``Ctrl+N``, ``⌘N``."""
        return shown_keys(self.keys(action))

    def tip(self, action: str) -> str:
        """Return a tooltip: the words, and the keys where there are any."""
        known = self._actions.get(action)
        if known is None:
            return ""
        keys = self.shown(action)
        return tip_with(known.words, keys) if keys else known.words

    def clash(self, action: str, keys: str) -> Action | None:
        """Return another action that has one of these keys, or a sequence that begins with it."""
        wanted = sequences(keys)
        for other in self.actions:
            if other.id != action and any(_clash(one, two) for one in wanted for two in self.sequences(other.id)):
                return other
        return None


def _clash(one: QKeySequence, two: QKeySequence) -> bool:
    none = QKeySequence.SequenceMatch.NoMatch
    return one.matches(two) is not none or two.matches(one) is not none


def sequences(keys: str) -> list[QKeySequence]:
    return [QKeySequence(one, _PORTABLE) for one in keys.split(BETWEEN) if one]


def tip_with(words: str, shown: str) -> str:
    """Return a tooltip that names keys, as they are shown."""
    return tr("Actions", "{what} ({keys})").format(what=words, keys=shown)


def page_tip(words: str, keys: str) -> str:
    """Return a tooltip for keys that hold on one page only, given as portable text."""
    return tip_with(words, shown_keys(keys))


def shown_keys(keys: str) -> str:
    """Return the first sequence of some keys in the words of this system."""
    found = sequences(keys)
    return found[0].toString(_NATIVE) if found else ""


def _page_keys(page: str, number: int) -> str:
    # Settings are where other programs have them too.
    return "; ".join((f"Ctrl+{number}",) * (number < 10) + ("Ctrl+,",) * (page == "settings"))


def window_actions(pages: Sequence[tuple[str, str, Icon]]) -> tuple[Action, ...]:
    """Return the window's own actions; ``pages`` are id, title and icon in the sidebar's order."""
    time, edit, go = ActionGroup.TIME, ActionGroup.EDIT, ActionGroup.GO
    data, program = ActionGroup.DATA, ActionGroup.PROGRAM
    found = [
        Action("entry.new", tr("Actions", "New entry"), "Ctrl+N", Icon.PLUS, time, intents.NewEntry(),
               also=tr("Actions", "add record time quick")),
        Action("timer.start", tr("Actions", "Start a timer"), "", Icon.PLAY, time, intents.StartTimer("")),
        Action("timer.stop", tr("Actions", "Stop the timer"), "Ctrl+.", Icon.STOP, time, intents.StopTimer(),
               Needs.RUNNING),
        Action("undo", tr("Actions", "Undo"), "Ctrl+Z", Icon.UNDO, edit, intents.Undo()),
        Action("redo", tr("Actions", "Redo"), "Ctrl+Shift+Z; Ctrl+Y", Icon.REDO, edit, intents.Redo()),
        Action("find", tr("Actions", "Search or run a command"), "Ctrl+K", Icon.SEARCH, go, intents.FindAnything()),
    ]  # fmt: skip
    found += [
        Action(f"page.{page}", title, _page_keys(page, number), icon, go, intents.ShowPage(page))
        for number, (page, title, icon) in enumerate(pages, start=1)
    ]
    found += [
        Action("import", tr("Actions", "Import a file"), "", Icon.IMPORT, data, intents.ChooseImport(),
               also=tr("Actions", "toggl clockify harvest excel csv project plan calendar ics")),
        Action("import.list", tr("Actions", "Earlier imports"), "", Icon.HISTORY, data, intents.ShowImports(),
               also=tr("Actions", "undo import batch list")),
        Action("export", tr("Actions", "Export everything"), "", Icon.SAVE, data, intents.ExportEverything(),
               also=tr("Actions", "save csv json leave")),
        Action("plan.write", tr("Actions", "Save the plan as a file"), "", Icon.SAVE, data, intents.WritePlan(),
               also=tr("Actions", "export microsoft project xml calendar ics outlook excel csv gantt")),
        Action("backup.now", tr("Actions", "Back up now"), "", Icon.DISK, data, intents.BackUpNow()),
        Action("backup.restore", tr("Actions", "Restore a backup"), "", Icon.HISTORY, data, intents.AskRestore()),
        Action("lock", tr("Actions", "Lock"), "Ctrl+L", Icon.LOCK, program, intents.Lock()),
        Action("refresh", tr("Actions", "Refresh"), "F5", Icon.REFRESH, program, intents.Refresh()),
        Action("theme.light", tr("Actions", "Light theme"), "", Icon.CONTRAST, program, intents.SetTheme("light")),
        Action("theme.dark", tr("Actions", "Dark theme"), "", Icon.CONTRAST, program, intents.SetTheme("dark")),
        Action("theme.system", tr("Actions", "Theme as the system"), "", Icon.CONTRAST, program,
               intents.SetTheme("system")),
        Action("help", tr("Actions", "Keys and help"), "F1; ?", Icon.HELP, program, intents.ShowPage("help")),
        Action("tour", tr("Actions", "Show me around"), "", Icon.TOUR, program, intents.StartTour()),
        Action("quit", tr("Actions", "Quit"), "Ctrl+Q", Icon.CLOSE, program, intents.Quit(), Needs.NOTHING),
    ]  # fmt: skip
    return tuple(found)
