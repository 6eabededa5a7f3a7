"""Settings: appearance, security, backup, about; only what works."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from engagedesk.ui.format import day_full, locale, moment
from engagedesk.ui.intents import (
    BackUpNow,
    ChangePassphrase,
    NewRecoveryKey,
    OpenBackupFolder,
    SetTheme,
    UseKeyring,
)
from engagedesk.ui.pages.scrolling import ScrollingPage
from engagedesk.ui.pages.whole import StrengthLine
from engagedesk.ui.passphrase_words import judge
from engagedesk.ui.tables.cell import Align, Cell, chip, words
from engagedesk.ui.tables.geometry import Width
from engagedesk.ui.tables.model import Column, RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import Icon, Style, ThemeMode, Tone, px
from engagedesk.ui.view_rows import BackupRow, Message, SettingsView
from engagedesk.ui.widgets.button import Button
from engagedesk.ui.widgets.card import Card, Hairline
from engagedesk.ui.widgets.inputs import Check, Choice, Field, PassphraseField
from engagedesk.ui.widgets.message_bar import TONES, NoticeStrip
from engagedesk.ui.widgets.states import IconMark
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import tr

_WIDE = 760


def backup_columns() -> tuple[Column[BackupRow], ...]:
    return (
        Column("made", tr("Settings", "Made"), lambda b: moment(b.made_utc, b.zone),
               lambda b: Cell((words(moment(b.made_utc, b.zone), style=Style.BODY_MEDIUM),)), Width(130)),
        Column("name", tr("Settings", "File"), lambda b: b.name, lambda b: Cell((words(b.name, tone=Tone.SECOND),)),
               Width(220, share=1), tip=lambda b: b.name),
        Column("size", tr("Settings", "Size"), lambda b: locale().formattedDataSize(b.size_bytes, 1),
               lambda b: Cell((words(locale().formattedDataSize(b.size_bytes, 1), tone=Tone.SECOND),),
                              align=Align.END), Width(90), align=Align.END),
        Column("verified", tr("Settings", "State"), _verified,
               lambda b: Cell((chip(_verified(b), Tone.OK if b.verified else Tone.WARN,
                                    Icon.CHECK if b.verified else Icon.WARNING),)), Width(110), pad_end=0),
    )  # fmt: skip


def _verified(row: BackupRow) -> str:
    return tr("Settings", "Verified") if row.verified else tr("Settings", "Not verified")


class SettingsPage(ScrollingPage):
    """In by ``show_settings`` and ``show_message``, out by ``intent``."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.column.addWidget(Label(self.tr("Settings"), style=Style.PAGE))
        for card in (
            self._build_appearance(),
            self._build_security(),
            self._build_backup(),
            self._build_about(),
        ):
            card.setMaximumWidth(px(_WIDE))
            self.column.addWidget(card)
        self.column.addStretch(1)

    # -- building ----------------------------------------------------------------------------------------------------

    def _build_appearance(self) -> Card:
        card = _section(Icon.APPEARANCE, self.tr("Appearance"))
        self._themes = QButtonGroup(self)
        self.theme_choices: dict[str, Choice] = {}
        row = QHBoxLayout()
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
        card.column.addLayout(row)
        return card

    def _build_security(self) -> Card:
        card = _section(Icon.SHIELD, self.tr("Security"))
        self.security_notice = NoticeStrip()
        self.security_notice.hide()
        card.column.addWidget(self.security_notice)
        self.keyring = Check(self.tr("Unlock with this computer's keyring"))
        self.keyring.clicked.connect(self._keyring)
        self.keyring_note = Label("", style=Style.CAPTION, tone=Tone.THIRD, wrap=True)
        card.column.addWidget(self.keyring)
        card.column.addLayout(_indented(self.keyring_note))
        card.column.addWidget(Hairline())
        self.passphrase_note = Label("", tone=Tone.SECOND)
        card.column.addWidget(Label(self.tr("Change the passphrase"), style=Style.BODY_STRONG))
        card.column.addWidget(self.passphrase_note)
        self.old = PassphraseField(name=self.tr("Present passphrase"))
        self.new = PassphraseField(name=self.tr("New passphrase"))
        self.again = PassphraseField(name=self.tr("New passphrase once more"))
        self._old_field = Field(self.tr("Present passphrase"), self.old)
        self._again_field = Field(self.tr("New passphrase once more"), self.again)
        self.strength = StrengthLine()
        fields = QHBoxLayout()
        fields.setSpacing(12)
        new_column = QVBoxLayout()
        new_column.setSpacing(4)
        new_column.addWidget(Field(self.tr("New passphrase"), self.new))
        new_column.addWidget(self.strength)
        fields.addWidget(self._old_field, 1, Qt.AlignmentFlag.AlignTop)
        fields.addLayout(new_column, 1)
        fields.addWidget(self._again_field, 1, Qt.AlignmentFlag.AlignTop)
        card.column.addLayout(fields)
        self.change_button = Button(self.tr("Change passphrase"), height=28)
        self.change_button.clicked.connect(self._change)
        self.recovery_button = Button(self.tr("Make a new recovery key"), icon=Icon.KEY, height=28)
        self.recovery_button.setToolTip(
            self.tr("The old recovery key stops working. Type your present passphrase first.")
        )
        self.recovery_button.clicked.connect(self._recovery)
        row = QHBoxLayout()
        row.addWidget(self.change_button)
        row.addWidget(self.recovery_button)
        row.addStretch(1)
        card.column.addLayout(row)
        for field in (self.old, self.new, self.again):
            field.textChanged.connect(self._check)
        self._check()
        return card

    def _build_backup(self) -> Card:
        card = _section(Icon.DISK, self.tr("Backup"))
        self.backup_notice = NoticeStrip()
        self.backup_notice.hide()
        card.column.addWidget(self.backup_notice)
        self.backup_folder = Label("", tone=Tone.SECOND)
        card.column.addWidget(self.backup_folder)
        self.backups: RowTableModel[BackupRow] = RowTableModel(backup_columns(), key=lambda b: b.name, parent=self)
        self.backup_table = RowTable(self.backups, name=self.tr("Backups"), row_px=32, line_inset=0, fit_rows=True)
        self._no_backup = Label(
            self.tr("No backup yet. One is made every hour while EngageDesk runs."), tone=Tone.THIRD
        )
        card.column.addWidget(self.backup_table)
        card.column.addWidget(self._no_backup)
        self.backup_button = Button(self.tr("Back up now"), icon=Icon.DISK, height=28)
        self.backup_button.clicked.connect(self._back_up)
        self.folder_button = Button(self.tr("Open the folder"), icon=Icon.FOLDER, height=28)
        self.folder_button.clicked.connect(self._open_folder)
        row = QHBoxLayout()
        row.addWidget(self.backup_button)
        row.addWidget(self.folder_button)
        row.addStretch(1)
        card.column.addLayout(row)
        hint = self.tr("To restore, close EngageDesk and run: engagedesk restore FILE --to FOLDER. It opens with the "
                       "passphrase or the recovery key of that day.")  # fmt: skip
        card.column.addWidget(Label(hint, style=Style.CAPTION, tone=Tone.THIRD, wrap=True))
        return card

    def _build_about(self) -> Card:
        card = _section(Icon.INFO, self.tr("About"))
        self.version = Label("", style=Style.BODY_MEDIUM)
        self.profile = Label("", tone=Tone.SECOND)
        self.profile.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.column.addWidget(self.version)
        card.column.addWidget(self.profile)
        licences = self.tr("Type: Inter, SIL Open Font License 1.1. Icons: Lucide, ISC licence. Toolkit: Qt for "
                           "Python, LGPL 3.")  # fmt: skip
        card.column.addWidget(Label(licences, style=Style.CAPTION, tone=Tone.THIRD, wrap=True))
        return card

    # -- in ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_settings(self, view: SettingsView) -> None:
        for mode, choice in self.theme_choices.items():
            choice.setChecked(mode == view.theme)
        self.keyring.setEnabled(not view.keyring_reason)
        self.keyring.setChecked(view.keyring_on)
        said = view.keyring_reason or self.tr(
            "{name}. Opens without typing while you are signed in; the passphrase still works if it is lost."
        ).format(name=view.keyring)
        self.keyring_note.setText(said)
        on = view.passphrase_set_on
        self.passphrase_note.setText(self.tr("Set on {day}.").format(day=day_full(on)) if on else "")
        self.passphrase_note.setVisible(on is not None)
        self.backups.set_rows(view.backups)
        self.backup_table.setVisible(bool(view.backups))
        self._no_backup.setVisible(not view.backups)
        self.backup_folder.setText(view.backup_folder)
        self.version.setText(self.tr("EngageDesk {version}").format(version=view.version))
        self.profile.setText(self.tr("Profile: {path}").format(path=view.profile))
        self.backup_button.setEnabled(True)

    @Slot(object)
    def show_security_message(self, message: Message) -> None:
        """Answer to a change of keys, beside the fields."""
        self.security_notice.say(message.kind, " ".join(p for p in (message.title + ".", message.detail) if p))
        if TONES[message.kind] is Tone.OK:
            for field in (self.old, self.new, self.again):
                field.clear()

    @Slot(object)
    def show_backup_message(self, message: Message) -> None:
        self.backup_notice.say(message.kind, " ".join(p for p in (message.title + ".", message.detail) if p))
        self.backup_button.setEnabled(True)

    # -- inside ------------------------------------------------------------------------------------------------------

    @Slot()
    def _theme(self) -> None:
        for mode, choice in self.theme_choices.items():
            if choice.isChecked():
                self.intent.emit(SetTheme(mode))

    @Slot()
    def _keyring(self) -> None:
        self.intent.emit(UseKeyring(self.keyring.isChecked()))

    @Slot()
    def _check(self) -> None:
        judgement = judge(self.new.text())
        self.strength.show_judgement(judgement)
        same = self.new.text() == self.again.text()
        differs = bool(self.again.text()) and not self.new.text().startswith(self.again.text())
        self._again_field.say(self.tr("This differs") if differs else "", Tone.DANGER)
        self.change_button.setEnabled(bool(self.old.text()) and judgement.acceptable and same)
        self.recovery_button.setEnabled(bool(self.old.text()))

    @Slot()
    def _change(self) -> None:
        self.intent.emit(ChangePassphrase(self.old.text(), self.new.text()))

    @Slot()
    def _recovery(self) -> None:
        self.intent.emit(NewRecoveryKey(self.old.text()))

    @Slot()
    def _back_up(self) -> None:
        self.backup_button.setEnabled(False)
        self.intent.emit(BackUpNow())

    @Slot()
    def _open_folder(self) -> None:
        self.intent.emit(OpenBackupFolder())


def _section(icon: Icon, title: str) -> Card:
    card = Card(padding=20)
    card.column.setSpacing(10)
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(IconMark(icon))
    row.addWidget(Label(title, style=Style.SECTION))
    row.addStretch(1)
    card.column.addLayout(row)
    return card


def _indented(label: Label) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(px(28), 0, 0, 0)
    row.addWidget(label)
    return row
