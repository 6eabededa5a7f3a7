"""Settings: groups at the side, a search over all of them, and one group's rows or what the search found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from engagedesk.domain.firm_profile import FirmProfile
from engagedesk.services.queries.staffing import FirmCalendar
from engagedesk.settings import SettingValue
from engagedesk.ui.actions import ActionRegistry
from engagedesk.ui.desktop.capability import Capability
from engagedesk.ui.finding import fold
from engagedesk.ui.pages.settings_groups.panel import Panel
from engagedesk.ui.pages.settings_groups.stored import StoredPanel
from engagedesk.ui.setting_words import Group, group_words
from engagedesk.ui.theme import Style, Tone, px
from engagedesk.ui.theme.tokens import PAGE_PADDING
from engagedesk.ui.view_rows import Message, SettingsView
from engagedesk.ui.widgets.inputs import TextField
from engagedesk.ui.widgets.sidebar import NavButton, NavEntry
from engagedesk.ui.widgets.text import Label

if TYPE_CHECKING:
    from engagedesk.ui.pages.settings_groups.about import AboutPanel
    from engagedesk.ui.pages.settings_groups.appearance import AppearancePanel
    from engagedesk.ui.pages.settings_groups.backups import BackupPanel
    from engagedesk.ui.pages.settings_groups.capabilities import CapabilitiesPanel
    from engagedesk.ui.pages.settings_groups.firm import FirmPanel
    from engagedesk.ui.pages.settings_groups.security import SecurityPanel

_WIDE: Final = 760
_SIDE: Final = 176


class SettingsPage(QWidget):
    """In by ``show_...``, out by ``intent``. A group is built when it is first shown, or when the page has time."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._registry = ActionRegistry(parent=self)
        self._panels: dict[Group, Panel] = {}
        self._group = Group.GENERAL
        self._view: SettingsView | None = None
        self._values: Mapping[str, SettingValue] = {}
        self._profile: FirmProfile | None = None
        self._calendar: FirmCalendar | None = None
        self._capabilities: tuple[Capability, ...] = ()
        self.search = TextField(name=self.tr("Search in settings"), placeholder=self.tr("Search in settings"))
        self.search.setMaximumWidth(px(_WIDE) - px(8))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.nav: dict[Group, NavButton] = {}
        side = QVBoxLayout()
        side.setSpacing(2)
        for group in Group:
            name, icon = group_words(group)
            button = NavButton(NavEntry(group.value, name, icon))
            button.setFixedWidth(px(_SIDE))
            button.clicked.connect(self._choose)
            self.nav[group] = button
            side.addWidget(button)
        side.addStretch(1)
        self._nothing = Label(self.tr("No setting is called that"), tone=Tone.SECOND)
        self._nothing.hide()
        self._stack = QWidget()
        self._stack.setMaximumWidth(px(_WIDE))
        self._column = QVBoxLayout(self._stack)
        self._column.setContentsMargins(0, 0, px(8), PAGE_PADDING)
        self._column.setSpacing(px(24))
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        self._stack.setAutoFillBackground(False)
        self._area.setWidget(self._stack)
        self._area.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        head = QHBoxLayout()
        head.setSpacing(px(24))
        head.setContentsMargins(0, 0, px(8), 0)
        title = Label(self.tr("Settings"), style=Style.PAGE)
        title.setFixedWidth(px(_SIDE))
        head.addWidget(title)
        head.addWidget(self.search, 1)
        head.addStretch(0)
        body = QHBoxLayout()
        body.setSpacing(px(24))
        body.addLayout(side)
        body.addWidget(self._area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 16, PAGE_PADDING - px(8), 0)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(body, 1)
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._build_next)
        self.show_group(Group.GENERAL)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    # -- groups ------------------------------------------------------------------------------------------------------

    @property
    def group(self) -> Group:
        return self._group

    def panel(self, group: Group) -> Panel:
        """Return a group, building it if need be."""
        if group not in self._panels:
            panel = self._make(group)
            panel.intent.connect(self.intent)
            self._panels[group] = panel
            later = [g for g in self._panels if list(Group).index(g) < list(Group).index(group)]
            self._column.insertWidget(1 + len(later), panel)
            panel.setVisible(group is self._group)
            self._fill(group)
        return self._panels[group]

    def show_group(self, group: Group, key: str = "") -> None:
        """Show a group, and give the focus to one of its rows."""
        self.search.clear()
        self._group = group
        panel = self.panel(group)
        self._arrange()
        self._area.verticalScrollBar().setValue(0)
        block = panel.block(key)
        if block is not None:
            self._column.activate()
            self._area.ensureWidgetVisible(block, 0, px(48))
            block.focus_control()

    def _make(self, group: Group) -> Panel:
        # Each group's module is loaded with it.
        if group is Group.APPEARANCE:
            from engagedesk.ui.pages.settings_groups.appearance import AppearancePanel

            return AppearancePanel()
        if group is Group.PRIVACY:
            from engagedesk.ui.pages.settings_groups.stored import PrivacyPanel

            return PrivacyPanel()
        if group is Group.SECURITY:
            from engagedesk.ui.pages.settings_groups.security import SecurityPanel

            return SecurityPanel()
        if group is Group.BACKUP:
            from engagedesk.ui.pages.settings_groups.backups import BackupPanel

            return BackupPanel()
        if group is Group.SHORTCUTS:
            from engagedesk.ui.pages.settings_groups.shortcuts import ShortcutsPanel

            return ShortcutsPanel(self._registry)
        if group is Group.CAPABILITIES:
            from engagedesk.ui.pages.settings_groups.capabilities import CapabilitiesPanel

            return CapabilitiesPanel()
        if group is Group.FIRM:
            from engagedesk.ui.pages.settings_groups.firm import FirmPanel

            return FirmPanel()
        if group is Group.ABOUT:
            from engagedesk.ui.pages.settings_groups.about import AboutPanel

            return AboutPanel()
        return StoredPanel(group)

    @property
    def appearance(self) -> AppearancePanel:
        return self.panel(Group.APPEARANCE)  # type: ignore[return-value]  # as _make says

    @property
    def security(self) -> SecurityPanel:
        return self.panel(Group.SECURITY)  # type: ignore[return-value]  # as _make says

    @property
    def backup(self) -> BackupPanel:
        return self.panel(Group.BACKUP)  # type: ignore[return-value]  # as _make says

    @property
    def capabilities(self) -> CapabilitiesPanel:
        return self.panel(Group.CAPABILITIES)  # type: ignore[return-value]  # as _make says

    @property
    def firm(self) -> FirmPanel:
        return self.panel(Group.FIRM)  # type: ignore[return-value]  # as _make says

    @property
    def about(self) -> AboutPanel:
        return self.panel(Group.ABOUT)  # type: ignore[return-value]  # as _make says

    # -- in ----------------------------------------------------------------------------------------------------------

    def show_actions(self, registry: ActionRegistry) -> None:
        """Take the actions of the window; before Shortcuts is built."""
        self._registry = registry

    @Slot(object)
    def show_settings(self, view: SettingsView) -> None:
        self._view = view
        for group in (Group.APPEARANCE, Group.SECURITY, Group.BACKUP, Group.ABOUT):
            if group in self._panels:
                self._fill(group)

    @Slot(object)
    def show_values(self, values: Mapping[str, SettingValue]) -> None:
        """Take the settings of the store by key."""
        self._values = values
        for panel in self._panels.values():
            if isinstance(panel, StoredPanel):
                panel.show_values(values)

    def say_of(self, key: str, words: str) -> None:
        """Say beside a setting why its value was refused."""
        for panel in self._panels.values():
            if isinstance(panel, StoredPanel):
                panel.say(key, words)

    @Slot(object)
    def show_profile(self, profile: FirmProfile) -> None:
        self._profile = profile
        if Group.FIRM in self._panels:
            self.firm.show_profile(profile)

    def show_calendar(self, calendar: FirmCalendar) -> None:
        """Say what the plan's calendar holds now."""
        self._calendar = calendar
        if Group.FIRM in self._panels:
            self.firm.show_calendar(calendar)

    @Slot(object)
    def show_capabilities(self, capabilities: Sequence[Capability]) -> None:
        self._capabilities = tuple(capabilities)
        if Group.CAPABILITIES in self._panels:
            self.capabilities.show_capabilities(self._capabilities)

    def add_capabilities(self, capabilities: Sequence[Capability]) -> None:
        """Take further answers; each takes the place of an earlier one with its key."""
        known = {one.key: one for one in (*self._capabilities, *capabilities)}
        self.show_capabilities(tuple(known.values()))

    @Slot(object)
    def show_security_message(self, message: Message) -> None:
        self.security.show_message(message)

    @Slot(object)
    def show_backup_message(self, message: Message) -> None:
        self.backup.show_message(message)

    def _fill(self, group: Group) -> None:
        panel, view = self._panels[group], self._view
        if isinstance(panel, StoredPanel):
            panel.show_values(self._values)
        if group is Group.FIRM and self._profile is not None:
            self.firm.show_profile(self._profile)
            if self._calendar is not None:
                self.firm.show_calendar(self._calendar)
        elif group is Group.CAPABILITIES:
            self.capabilities.show_capabilities(self._capabilities)
        elif view is not None:
            if group is Group.APPEARANCE:
                self.appearance.show_settings(view)
            elif group is Group.SECURITY:
                self.security.show_settings(view)
            elif group is Group.BACKUP:
                self.backup.show_settings(view)
            elif group is Group.ABOUT:
                self.about.show_settings(view)

    # -- search ------------------------------------------------------------------------------------------------------

    @property
    def found(self) -> tuple[str, ...]:
        """Titles of the rows in sight, in their order."""
        shown = [p for g in Group if (p := self._panels.get(g)) is not None and not p.isHidden()]
        return tuple(block.title for panel in shown for block in panel.blocks if not block.isHidden())

    @Slot()
    def _narrow(self) -> None:
        if self.search.text().strip():
            for group in Group:
                self.panel(group)
        self._arrange()
        self._area.verticalScrollBar().setValue(0)

    def _arrange(self) -> None:
        words = fold(self.search.text()).split()
        anything = False
        for group, panel in self._panels.items():
            found = panel.narrow(words)
            wanted = found > 0 if words else group is self._group
            panel.setVisible(wanted)
            anything = anything or wanted
        self._nothing.setVisible(not anything)
        for group, button in self.nav.items():
            button.setChecked(not words and group is self._group)

    @Slot()
    def _choose(self) -> None:
        sender = self.sender()
        for group, button in self.nav.items():
            if button is sender:
                self.show_group(group)

    @Slot()
    def _build_next(self) -> None:
        """Build one more group, so that the first search finds all of them built."""
        missing = next((group for group in Group if group not in self._panels), None)
        if missing is None:
            self._later.stop()
        else:
            self.panel(missing)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if len(self._panels) < len(Group):
            self._later.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.focusNextPrevChild(True)  # noqa: FBT003  # Qt's own parameter
                return True
        return super().eventFilter(watched, event)
