"""About: version, where things lie, licences, help."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from engagedesk.ui.intents import ShowPage, StartTour
from engagedesk.ui.pages.settings_groups.panel import Block, Panel
from engagedesk.ui.setting_words import Group, group_words
from engagedesk.ui.theme import Icon
from engagedesk.ui.view_rows import SettingsView
from engagedesk.ui.widgets.button import Button


class AboutPanel(Panel):
    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(*group_words(Group.ABOUT), parent=parent)
        self._version = Block(self.tr("EngageDesk"), " ", key="about.version", also=self.tr("version"))
        self.version = self._version.help
        self.add(self._version)
        help_block = Block(
            self.tr("Help"), self.tr("All keys, what a line can say, and what is where."), key="about.help"
        )
        self.help_button = Button(self.tr("Keys and help"), icon=Icon.HELP)
        self.help_button.clicked.connect(self._help)
        self.tour_button = Button(self.tr("Show me around"), icon=Icon.TOUR)
        self.tour_button.clicked.connect(self._tour)
        help_block.at_end(self.help_button, self.tour_button)
        self.add(help_block)
        where = Block(self.tr("Profile"), " ", key="about.profile")
        self.profile = where.help
        self.profile.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add(where)
        self.add(Block(
            self.tr("Licences"),
            self.tr("Type: Inter, SIL Open Font License 1.1. Icons: Lucide, ISC licence. Toolkit: Qt for Python, "
                    "LGPL 3."),
            key="about.licences",
        ))  # fmt: skip

    def show_settings(self, view: SettingsView) -> None:
        self.version.setText(self.tr("Version {version}").format(version=view.version))
        self.profile.setText(view.profile)

    @Slot()
    def _help(self) -> None:
        self.intent.emit(ShowPage("help"))

    @Slot()
    def _tour(self) -> None:
        self.intent.emit(StartTour())
