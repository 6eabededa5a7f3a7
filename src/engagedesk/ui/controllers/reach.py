"""How EngageDesk is reached from other programs: global keys, and a small timer where there is no tray."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence

from engagedesk import settings
from engagedesk.services import rules
from engagedesk.services.changes import Changes
from engagedesk.services.commands.firm import RememberView
from engagedesk.services.queries.views import remembered
from engagedesk.services.workspace import Workspace
from engagedesk.ui.controllers.desk import Desk
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.desktop.capability import Capability, CapabilityState
from engagedesk.ui.desktop.hotkey import KeyLender, Wanted
from engagedesk.ui.intents import Intent, NewEntry, StartTimer, StopTimer
from engagedesk.ui.tray import OFF_SCREEN
from engagedesk.ui.view_rows import Kind, Message
from engagedesk.ui.widgets.mini_timer import MiniTimer

QUICK: Final = "quick_entry"
TIMER: Final = "timer"
PLACE: Final = "mini_timer"


@dataclass(frozen=True, slots=True)
class ReachSettings:
    quick: str
    timer: str
    mini: str
    place: str


def read_reach_settings(workspace: Workspace) -> ReachSettings:
    """Return the settings as the store has them; call in the store thread."""
    return ReachSettings(
        quick=workspace.read(rules.setting, settings.HOTKEY_QUICK).strip(),
        timer=workspace.read(rules.setting, settings.HOTKEY_TIMER).strip(),
        mini=workspace.read(rules.setting, settings.MINI_TIMER),
        place=workspace.read(remembered, PLACE),
    )


class Reach(QObject):
    """Binds the keys that the settings name and shows the small timer. Lives in the GUI thread."""

    intent = Signal(object)
    open_asked = Signal()

    def __init__(self, shell: Shell, desk: Desk, keys: KeyLender, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._desk = desk
        self._keys = keys
        self._bound: ReachSettings | None = None
        self._told = ""
        self._mini: MiniTimer | None = None
        keys.pressed.connect(self._on_pressed)
        keys.changed.connect(self._on_keys_changed)
        desk.shown.connect(self._on_shown)
        shell.bridge.changed.connect(self._on_changed)

    def start(self) -> None:
        """Build quick entry, so that it opens at once, and bind what the settings say."""
        self._desk.line_dialog  # noqa: B018  # built at its first mention
        self._read()

    def stop(self) -> None:
        """Give everything back; the store closes."""
        self._keys.close()
        self._desk.close_line()
        if self._mini is not None:
            self._mini.hide()
            self._mini.deleteLater()
            self._mini = None

    def capability(self) -> Capability:
        return self._keys.capability()

    @property
    def mini_timer(self) -> MiniTimer | None:
        return self._mini

    # -- settings ----------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        self._shell.bridge.ask(self, read_reach_settings, self._take_settings, topic="reach")

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.touches("setting"):
            self._read()

    def _take_settings(self, read: ReachSettings) -> None:
        earlier, self._bound = self._bound, read
        if earlier is None or (earlier.quick, earlier.timer) != (read.quick, read.timer):
            words = {
                QUICK: self.tr("Open quick entry"),
                TIMER: self.tr("Start or stop the timer"),
            }
            wanted = [Wanted(name, keys, words[name]) for name, keys in ((QUICK, read.quick), (TIMER, read.timer))]
            # At the start nobody asked: what does not work then stands on the page of capabilities only.
            self._told = "" if earlier is not None else read.quick
            self._keys.bind(tuple(one for one in wanted if one.keys))
        self._show_mini(read)

    @Slot()
    def _on_keys_changed(self) -> None:
        read, said = self._bound, self._keys.capability()
        if read is None:
            return
        works = said.state is CapabilityState.WORKS and not said.why
        refused = said.params.get("keys", "") if not works else ""
        shown: dict[type[Intent], str] = {}
        if said.state is not CapabilityState.UNAVAILABLE:
            pairs: tuple[tuple[str, tuple[type[Intent], ...]], ...] = (
                (read.quick, (NewEntry,)),
                (read.timer, (StopTimer,)),
            )
            shown = {kind: _native(keys) for keys, kinds in pairs if keys and keys != refused for kind in kinds}
        self._shell.tray.show_keys(shown)
        if said.why in ("hotkey.taken", "hotkey.not_a_key", "hotkey.no_such_key") and refused != self._told:
            self._told = refused
            words = self.tr("{keys} cannot be used from other programs").format(keys=_native(refused) or refused)
            detail = self.tr("Another program has these keys, or they are no key on this keyboard. Choose others.")
            self._shell.say(Message(Kind.WARN, words, detail))

    # -- keys --------------------------------------------------------------------------------------------------------

    @Slot(str, int)
    def _on_pressed(self, name: str, time: int) -> None:
        if name == TIMER:
            self._switch_timer()
            return
        dialog = self._desk.line_dialog
        if dialog.isVisible() and dialog.isActiveWindow():
            dialog.hide()
            return
        self.intent.emit(NewEntry())
        if dialog.isVisible():
            window = int(dialog.winId())
            self._keys.activate(window, time)
            self._keys.keep_off_taskbar(window)

    def _switch_timer(self) -> None:
        if self._desk.running is not None:
            self.intent.emit(StopTimer())
        elif self._desk.recent:
            self.intent.emit(StartTimer(self._desk.recent[0].text))
        else:
            self.intent.emit(NewEntry())

    # -- the small timer ---------------------------------------------------------------------------------------------

    def _show_mini(self, read: ReachSettings) -> None:
        wanted = read.mini == "always" or (read.mini == "without_tray" and not self._shell.tray.present)
        if not wanted or _off_screen():
            if self._mini is not None:
                self._mini.hide()
            return
        if self._mini is None:
            self._mini = mini = MiniTimer(self._shell.clock.now_s)
            mini.intent.connect(self.intent)
            mini.open_asked.connect(self.open_asked)
            mini.moved.connect(self._keep_place)
            mini.put_at(_point(read.place))
        self._on_shown()
        self._mini.show()
        self._keys.keep_off_taskbar(int(self._mini.winId()))

    @Slot()
    def _on_shown(self) -> None:
        if self._mini is not None:
            self._mini.show_again(self._desk.recent[0].text if self._desk.recent else "")
            self._mini.show_running(self._desk.running)

    @Slot(int, int)
    def _keep_place(self, x: int, y: int) -> None:
        self._shell.bridge.execute(self, RememberView(PLACE, json.dumps([x, y])))


def _off_screen() -> bool:
    return QGuiApplication.platformName() in OFF_SCREEN


def _native(keys: str) -> str:
    sequence = QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def _point(text: str) -> QPoint | None:
    with suppress(ValueError, TypeError):
        x, y = json.loads(text or "null")
        return QPoint(int(x), int(y))
    return None
