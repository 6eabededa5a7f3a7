"""Backup: when and where, what there is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engagedesk.settings import BACKUP_FOLDER, SettingValue
from engagedesk.ui.format import locale, moment
from engagedesk.ui.intents import AskRestore, BackUpNow, ChangeSetting, CheckStore, ChooseBackupFolder, OpenBackupFolder
from engagedesk.ui.pages.settings_groups.panel import Block
from engagedesk.ui.pages.settings_groups.stored import StoredPanel
from engagedesk.ui.setting_words import Group, help_words, label
from engagedesk.ui.tables.cell import Align, Cell, chip, words
from engagedesk.ui.tables.geometry import Width
from engagedesk.ui.tables.model import Column, RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import Icon, Style, Tone
from engagedesk.ui.view_rows import BackupRow, Message, SettingsView
from engagedesk.ui.widgets.button import Button
from engagedesk.ui.widgets.message_bar import NoticeStrip
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import counted, tr


def age_words(seconds: int) -> str:
    """Return how long ago something was: "20 min ago", "3 days ago"."""
    if seconds < 90:
        return tr("Backup", "just now")
    if seconds < 5_400:
        return counted(round(seconds / 60), tr("Backup", "{n} min ago"), tr("Backup", "{n} min ago"))
    if seconds < 36 * 3600:
        return counted(round(seconds / 3600), tr("Backup", "{n} hour ago"), tr("Backup", "{n} hours ago"))
    return counted(round(seconds / 86_400), tr("Backup", "{n} day ago"), tr("Backup", "{n} days ago"))


def backup_columns() -> tuple[Column[BackupRow], ...]:
    return (
        Column("made", tr("Backup", "Made"), lambda b: moment(b.made_utc, b.zone),
               lambda b: Cell((words(moment(b.made_utc, b.zone), style=Style.BODY_MEDIUM),)), Width(110),
               tip=lambda b: b.name),
        Column("age", tr("Backup", "Age"), lambda b: age_words(b.age_s),
               lambda b: Cell((words(age_words(b.age_s), tone=Tone.SECOND),)), Width(110, share=1)),
        Column("rows", tr("Backup", "Records"), lambda b: locale().toString(b.rows),
               lambda b: Cell((words(locale().toString(b.rows), tone=Tone.SECOND),), align=Align.END), Width(80),
               align=Align.END),
        Column("size", tr("Backup", "Size"), lambda b: locale().formattedDataSize(b.size_bytes, 1),
               lambda b: Cell((words(locale().formattedDataSize(b.size_bytes, 1), tone=Tone.SECOND),),
                              align=Align.END), Width(80), align=Align.END),
        Column("verified", tr("Backup", "State"), _verified,
               lambda b: Cell((chip(_verified(b), Tone.OK if b.verified else Tone.WARN,
                                    Icon.CHECK if b.verified else Icon.WARNING),)), Width(120), pad_end=0),
    )  # fmt: skip


def _verified(row: BackupRow) -> str:
    return tr("Backup", "Verified") if row.verified else tr("Backup", "Not verified")


class BackupPanel(StoredPanel):
    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(Group.BACKUP, by_hand=(BACKUP_FOLDER.key,), parent=parent)
        self.add(self._build_folder())
        self.card(self.tr("Backups"))
        self.add(self._build_list())
        self.card(self.tr("The store itself"))
        check = Block(
            self.tr("Check the store"),
            self.tr("Reads every page, compares it with its seal, and follows the chain of changes to its start."),
            key="backup.check", also=self.tr("verify damaged whole"),
        )  # fmt: skip
        self.check_button = Button(self.tr("Check now"), icon=Icon.CHARGEABLE)
        self.check_button.clicked.connect(self._check_store)
        check.at_end(self.check_button)
        self.check_notice = NoticeStrip()
        self.check_notice.hide()
        check.below(self.check_notice)
        self.add(check)

    def _build_folder(self) -> Block:
        block = Block(label(BACKUP_FOLDER), help_words(BACKUP_FOLDER), key=BACKUP_FOLDER.key)
        self.choose_button = Button(self.tr("Choose…"), icon=Icon.FOLDER)
        self.choose_button.clicked.connect(self._choose_folder)
        self.beside_button = Button(self.tr("Beside the profile"), icon=Icon.UNDO)
        self.beside_button.setToolTip(self.tr("Back to the default"))
        self.beside_button.clicked.connect(self._reset_folder)
        self.beside_button.hide()
        self.folder_button = Button(self.tr("Open"), name=self.tr("Open the backup folder"))
        self.folder_button.clicked.connect(self._open_folder)
        block.at_end(self.beside_button, self.folder_button, self.choose_button)
        self.backup_folder = Label("", tone=Tone.SECOND)
        block.below(self.backup_folder)
        return block

    def _build_list(self) -> Block:
        block = Block(
            self.tr("Kept: one an hour for a day, one a day for two weeks, one a week for two months"),
            self.tr("Each is read back whole after it was written, and opens with the passphrase or the recovery key "
                    "of its day. Choose one to see what restoring it would do."),
            key="backup.list", also=self.tr("restore bring back older"),
        )  # fmt: skip
        self.backup_notice = NoticeStrip()
        self.backup_notice.hide()
        block.below(self.backup_notice)
        self.backups: RowTableModel[BackupRow] = RowTableModel(backup_columns(), key=lambda b: b.name, parent=self)
        self.backup_table = RowTable(self.backups, name=self.tr("Backups"), row_px=32, line_inset=0, fit_rows=True)
        self.backup_table.chosen.connect(self._restore)
        self._no_backup = Label(self.tr("No backup yet. One is made while EngageDesk runs."), tone=Tone.THIRD)
        block.below(self.backup_table)
        block.below(self._no_backup)
        self.backup_button = Button(self.tr("Back up now"), icon=Icon.DISK)
        self.backup_button.clicked.connect(self._back_up)
        self.other_button = Button(self.tr("Restore a file…"), icon=Icon.HISTORY)
        self.other_button.clicked.connect(self._restore_file)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.backup_button, self.other_button):
            row.addWidget(button)
        row.addStretch(1)
        block.below(buttons)
        return block

    def show_values(self, values: Mapping[str, SettingValue]) -> None:
        super().show_values(values)
        self.beside_button.setVisible(bool(values.get(BACKUP_FOLDER.key)))

    def show_settings(self, view: SettingsView) -> None:
        self.backups.set_rows(view.backups)
        self.backup_table.setVisible(bool(view.backups))
        self._no_backup.setVisible(not view.backups)
        self.backup_folder.setText(view.backup_folder)
        self.backup_button.setEnabled(True)

    def show_message(self, message: Message) -> None:
        self.backup_notice.say(message.kind, " ".join(p for p in (message.title + ".", message.detail) if p))
        self.backup_button.setEnabled(True)

    def show_check(self, message: Message) -> None:
        """Say what a check of the store found."""
        self.check_notice.say(message.kind, " ".join(p for p in (message.title + ".", message.detail) if p))
        self.check_button.setEnabled(True)

    # -- inside ------------------------------------------------------------------------------------------------------

    @Slot()
    def _back_up(self) -> None:
        self.backup_button.setEnabled(False)
        self.intent.emit(BackUpNow())

    @Slot(object)
    def _restore(self, row: BackupRow) -> None:
        self.intent.emit(AskRestore(row.name))

    @Slot()
    def _restore_file(self) -> None:
        self.intent.emit(AskRestore())

    @Slot()
    def _check_store(self) -> None:
        self.check_button.setEnabled(False)
        self.intent.emit(CheckStore())

    @Slot()
    def _reset_folder(self) -> None:
        self.intent.emit(ChangeSetting(BACKUP_FOLDER.key, None))

    @Slot()
    def _choose_folder(self) -> None:
        self.intent.emit(ChooseBackupFolder())

    @Slot()
    def _open_folder(self) -> None:
        self.intent.emit(OpenBackupFolder())
