"""The settings that the store keeps, as rows made from the table in ``settings.py``; and Privacy and data."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from engagedesk.settings import AnySetting, SettingValue
from engagedesk.ui.intents import AskForgetTitles, ChangeSetting, ExportEverything, OpenProfileFolder, ShowImports
from engagedesk.ui.pages.settings_groups.panel import Block, Panel
from engagedesk.ui.pages.settings_groups.rows import ChoiceBlock, NumberBlock, SwitchBlock, TextBlock, ValueBlock
from engagedesk.ui.setting_words import Group, choice_words, group_words, help_words, label, shown_settings, unit_words
from engagedesk.ui.theme import Icon
from engagedesk.ui.widgets.button import Button


def row_for(setting: AnySetting) -> ValueBlock:
    """Return the row that a setting's type, unit, range and choices ask for."""
    title, about, also = label(setting), help_words(setting), setting.key
    row: ValueBlock
    if setting.kind is bool:
        row = SwitchBlock(title, about, key=setting.key, also=also)
    elif setting.kind is int:
        row = NumberBlock(
            title, about, key=setting.key, also=also, unit=unit_words(setting.unit), low=setting.low, high=setting.high
        )
    elif setting.choices:
        options = [(choice, choice_words(setting, choice)) for choice in setting.choices]
        row = ChoiceBlock(title, about, options, key=setting.key, also=also)
    else:
        row = TextBlock(title, about, key=setting.key, also=also)
    row.set_default(setting.default)
    return row


class StoredPanel(Panel):
    """A group whose rows are settings of the store."""

    def __init__(self, group: Group, *, by_hand: Collection[str] = (), parent: QWidget | None = None) -> None:
        """``by_hand`` are keys of settings that have a block of their own."""
        super().__init__(*group_words(group), parent=parent)
        self.rows: dict[str, ValueBlock] = {}
        for setting in shown_settings(group):
            if setting.key in by_hand:
                continue
            self.add_row(setting, row_for(setting))

    def add_row(self, setting: AnySetting, row: ValueBlock) -> None:
        """Add the row of a setting; what is chosen in it is sent."""
        row.setObjectName(setting.key)
        row.edited.connect(self._edited)
        self.rows[setting.key] = row
        self.add(row)

    def show_values(self, values: Mapping[str, SettingValue]) -> None:
        for key, row in self.rows.items():
            if key in values:
                row.show_value(values[key])

    def say(self, key: str, words: str) -> None:
        """Say beside a setting what is wrong with the value that was sent."""
        if key in self.rows:
            self.rows[key].say(words)

    @Slot(object)
    def _edited(self, value: SettingValue | None) -> None:
        sender = self.sender()
        if isinstance(sender, ValueBlock):
            self.intent.emit(ChangeSetting(sender.key, value))


class PrivacyPanel(StoredPanel):
    """What others may see, what is watched, and the person's own copy of everything."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(Group.PRIVACY, parent=parent)
        self.forget_button = Button(self.tr("Forget…"), icon=Icon.DELETE)
        self.forget_button.clicked.connect(self._forget)
        kept = Block(
            self.tr("Window titles that are kept"),
            self.tr("Those of any days can be deleted for good. The tray and the search box pause the looking."),
            key="data.titles", also=self.tr("purge delete range pause watch"),
        )  # fmt: skip
        kept.at_end(self.forget_button)
        self.add(kept)
        self.card(self.tr("Your data"))
        self.export_button = Button(self.tr("Export…"), icon=Icon.SAVE)
        self.export_button.clicked.connect(self._export)
        export = Block(
            self.tr("Export everything"),
            self.tr("A folder with one CSV a table and all of it as JSON, readable without EngageDesk. Clients have "
                    "their names in it, and it is not encrypted."),
            key="data.export", also=self.tr("save leave take away"),
        )  # fmt: skip
        export.at_end(self.export_button)
        self.add(export)
        self.imports_button = Button(self.tr("Earlier imports…"), icon=Icon.HISTORY)
        self.imports_button.clicked.connect(self._list_imports)
        came = Block(
            self.tr("Imports"),
            self.tr("What came in when, from which file. Each can be taken back; what was changed since stays."),
            key="data.imports", also=self.tr("undo import batch"),
        )  # fmt: skip
        came.at_end(self.imports_button)
        self.add(came)
        self.folder_button = Button(self.tr("Open the folder"), icon=Icon.FOLDER)
        self.folder_button.clicked.connect(self._open)
        self._profile = Block(
            self.tr("Profile folder"),
            self.tr("Everything that EngageDesk keeps lies in it, encrypted; the log has no names in it."),
            key="data.folder",
        )
        self._profile.at_end(self.folder_button)
        self.add(self._profile)

    @Slot()
    def _forget(self) -> None:
        self.intent.emit(AskForgetTitles())

    @Slot()
    def _export(self) -> None:
        self.intent.emit(ExportEverything())

    @Slot()
    def _list_imports(self) -> None:
        self.intent.emit(ShowImports())

    @Slot()
    def _open(self) -> None:
        self.intent.emit(OpenProfileFolder())
