"""Shortcuts: every action of the window with its keys, to be changed in place; clashes are named and settled there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from engagedesk.ui.actions import Action, ActionRegistry, shown_keys
from engagedesk.ui.actions import group_words as action_group_words
from engagedesk.ui.intents import AssignKeys, ResetKeys
from engagedesk.ui.pages.settings_groups.panel import Block
from engagedesk.ui.pages.settings_groups.rows import ValueBlock
from engagedesk.ui.pages.settings_groups.stored import StoredPanel
from engagedesk.ui.setting_words import Group, help_words, label, shown_settings
from engagedesk.ui.theme import Icon, Style, Tone
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.text import Label

_MODIFIERS: Final = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_unknown}
)
_STRONG: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class KeyButton(Button):
    """Shows the keys of an action; pressed, it takes the next ones. Esc leaves them, Backspace takes them off."""

    keys_pressed = Signal(str)
    """Portable text; "" = no keys any more."""
    unfit = Signal()
    """Keys that would be typed into a field."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__("", height=28, name=name, parent=parent)
        self._name = name
        self._keys = ""
        self._listens = False
        self.clicked.connect(self._listen)

    def show_keys(self, keys: str) -> None:
        self._keys = keys
        self._rest()

    @property
    def listens(self) -> bool:
        return self._listens

    def event(self, event: QEvent) -> bool:
        # While it listens, a key that belongs to another action is only a key.
        if event.type() == QEvent.Type.ShortcutOverride and self._listens:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and self._listens and isinstance(event, QKeyEvent):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._listens:
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        if key in _MODIFIERS:
            return
        plain = not event.modifiers() & _STRONG
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and plain:
            self._rest()
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)
        elif key == Qt.Key.Key_Escape and plain:
            self._rest()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and plain:
            self._rest()
            self.keys_pressed.emit("")
        elif plain and not Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35:
            self._rest()
            self.unfit.emit()
        else:
            self._rest()
            self.keys_pressed.emit(QKeySequence(event.keyCombination()).toString())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._rest()
        super().focusOutEvent(event)

    @Slot()
    def _listen(self) -> None:
        self._listens = True
        self.setText(self.tr("Press the keys…"))
        self.setToolTip(self.tr("Esc leaves it, Backspace takes the keys off"))
        self.updateGeometry()

    def _rest(self) -> None:
        self._listens = False
        shown = shown_keys(self._keys)
        self.setText(shown or self.tr("None"))
        self.setAccessibleName(self.tr("{action}: {keys}").format(action=self._name, keys=shown or self.tr("None")))
        self.setToolTip(self.tr("Change the keys"))
        self.updateGeometry()


class ActionBlock(Block):
    """One action. Sends ``intent``."""

    intent = Signal(object)

    def __init__(self, action: Action, registry: ActionRegistry) -> None:
        super().__init__(action.words, "", key=f"action.{action.id}", also=f"{action.also} {action.default_keys}")
        self._action = action
        self._registry = registry
        self._wanted = ""
        self._other: Action | None = None
        self.reset_button = Button("", kind=ButtonKind.GHOST, icon=Icon.UNDO, height=28,
                                   name=self.tr("{what}: default").format(what=action.words))  # fmt: skip
        self.reset_button.setToolTip(self.tr("Back to the default"))
        self.reset_button.clicked.connect(self._reset)
        self.keys_button = KeyButton(action.words)
        self.keys_button.keys_pressed.connect(self._pressed)
        self.keys_button.unfit.connect(self._unfit)
        self.at_end(self.reset_button, self.keys_button)
        self.wrong = Label("", style=Style.CAPTION_STRONG, tone=Tone.DANGER, wrap=True)
        self.wrong.hide()
        self.take_button = Button(self.tr("Use them here"), height=28)
        self.take_button.clicked.connect(self._take)
        self.take_button.hide()
        self.below(self.wrong)
        self.column.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.setContentsMargins(16, 6, 16, 6)
        self.show_keys()

    def show_keys(self) -> None:
        self.keys_button.show_keys(self._registry.keys(self._action.id))
        self.reset_button.setVisible(self._action.id in self._registry.assigned)
        self._say("")

    def _say(self, words: str, *, other: Action | None = None) -> None:
        self._other = other
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        self.take_button.setVisible(other is not None)

    @Slot(str)
    def _pressed(self, keys: str) -> None:
        clash = self._registry.clash(self._action.id, keys)
        if clash is not None:
            self._wanted = keys
            words = self.tr("{keys} already means “{action}”").format(keys=shown_keys(keys), action=clash.words)
            self._say(words, other=clash)
            return
        self.intent.emit(AssignKeys(self._action.id, keys))

    @Slot()
    def _unfit(self) -> None:
        self._say(self.tr("A letter alone would be typed: use Ctrl, Alt or a function key"))

    @Slot()
    def _take(self) -> None:
        if self._other is not None:
            # One after the other, so that no two actions have the same keys in between.
            self.intent.emit(AssignKeys(self._other.id, ""))
            self.intent.emit(AssignKeys(self._action.id, self._wanted))

    @Slot()
    def _reset(self) -> None:
        clash = self._registry.clash(self._action.id, self._action.default_keys)
        if clash is not None:
            self._pressed(self._action.default_keys)
            return
        self.intent.emit(AssignKeys(self._action.id, None))


class KeysBlock(ValueBlock):
    """Keys that hold in every program, a setting of the store: pressed as they are meant, as those of an action."""

    def __init__(self, title: str, help_words: str, *, key: str) -> None:
        super().__init__(title, help_words, key=key, also=f"{key} hotkey")
        self.keys_button = KeyButton(title)
        self.keys_button.setAccessibleDescription(help_words)
        self.keys_button.keys_pressed.connect(self._pressed)
        self.keys_button.unfit.connect(self._unfit)
        self.at_end(self.keys_button)

    def put(self, value: str) -> None:
        self.keys_button.show_keys(value)

    @Slot(str)
    def _pressed(self, keys: str) -> None:
        self.edited.emit(keys)

    @Slot()
    def _unfit(self) -> None:
        self.say(self.tr("A letter alone would be typed: use Ctrl, Alt or a function key"))


class ShortcutsPanel(StoredPanel):
    """The keys that hold in every program, as the settings that they are; then those of the window."""

    def __init__(self, registry: ActionRegistry, *, parent: QWidget | None = None) -> None:
        keys = shown_settings(Group.SHORTCUTS)
        super().__init__(Group.SHORTCUTS, by_hand=[setting.key for setting in keys], parent=parent)
        for setting in keys:
            row = KeysBlock(label(setting), help_words(setting), key=setting.key)
            row.set_default(setting.default)
            self.add_row(setting, row)
        self._registry = registry
        self.card(self.tr("In this window"))
        self.actions_shown: dict[str, ActionBlock] = {}
        every = Block(
            self.tr("All keys"),
            self.tr("Press an action's keys to give it others. In tables and grids further keys hold; Help lists "
                    "them."),
            key="shortcuts.all", also=self.tr("keyboard hotkey"),
        )  # fmt: skip
        self.reset_button = Button(self.tr("Reset all"), icon=Icon.UNDO)
        self.reset_button.clicked.connect(self._reset)
        every.at_end(self.reset_button)
        self.add(every)
        group = None
        for action in registry.actions:
            if action.group is not group:
                group = action.group
                self.card(action_group_words(group))
            block = ActionBlock(action, registry)
            block.intent.connect(self.intent)
            self.actions_shown[action.id] = block
            self.add(block)
        registry.changed.connect(self._show_keys)
        self._show_keys()

    @Slot()
    def _show_keys(self) -> None:
        for block in self.actions_shown.values():
            block.show_keys()
        self.reset_button.setEnabled(bool(self._registry.assigned))

    @Slot()
    def _reset(self) -> None:
        self.intent.emit(ResetKeys())
