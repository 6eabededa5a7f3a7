"""Appearance: theme, language, motion. These lie in a plain file, because the lock page wants them too."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from engagedesk.ui.intents import SetLanguage, SetReducedMotion, SetTheme
from engagedesk.ui.pages.settings_groups.panel import Block, Panel
from engagedesk.ui.pages.settings_groups.rows import ChoiceBlock, SwitchBlock
from engagedesk.ui.setting_words import Group, group_words
from engagedesk.ui.theme import ThemeMode
from engagedesk.ui.view_rows import SettingsView
from engagedesk.ui.widgets.inputs import Choice

LANGUAGES = (("en", "English"), ("de", "Deutsch"))
"""Each in its own language, so that whoever cannot read the present one finds the own."""


class AppearancePanel(Panel):
    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(*group_words(Group.APPEARANCE), parent=parent)
        theme = Block(self.tr("Theme"), key="appearance.theme", also=self.tr("dark light colour night"))
        self._themes = QButtonGroup(self)
        self.theme_choices: dict[str, Choice] = {}
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for mode, word, detail in (
            (ThemeMode.SYSTEM, self.tr("As the system"), self.tr("follows it at once")),
            (ThemeMode.LIGHT, self.tr("Light"), self.tr("always")),
            (ThemeMode.DARK, self.tr("Dark"), self.tr("always")),
        ):
            choice = Choice(word, detail)
            choice.clicked.connect(self._theme)
            self._themes.addButton(choice)
            self.theme_choices[mode.value] = choice
            row.addWidget(choice)
        theme.below(body)
        self.add(theme)
        self.language = ChoiceBlock(
            self.tr("Language"),
            self.tr("Holds from the next start on. Dates, numbers and money follow it too."),
            (("", self.tr("As the system")), *LANGUAGES),
            key="appearance.language", also="Sprache deutsch german english",
        )  # fmt: skip
        self.language.edited.connect(self._language)
        self.add(self.language)
        self.motion = SwitchBlock(
            self.tr("Reduce motion"),
            self.tr("Nothing moves by itself; what works in the background says so in words."),
            key="appearance.motion", also=self.tr("animation spinner"),
        )  # fmt: skip
        self.motion.edited.connect(self._motion)
        self.add(self.motion)

    def show_settings(self, view: SettingsView) -> None:
        for mode, choice in self.theme_choices.items():
            choice.setChecked(mode == view.theme)
        self.language.show_value(view.language)
        self.motion.show_value(view.reduced_motion)

    @Slot()
    def _theme(self) -> None:
        for mode, choice in self.theme_choices.items():
            if choice.isChecked():
                self.intent.emit(SetTheme(mode))

    @Slot(object)
    def _language(self, language: str) -> None:
        self.intent.emit(SetLanguage(language))

    @Slot(object)
    def _motion(self, on: bool) -> None:  # noqa: FBT001  # a slot's parameters have no keywords
        self.intent.emit(SetReducedMotion(on))
